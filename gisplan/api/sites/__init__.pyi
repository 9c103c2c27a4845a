from . import sites_tables
from .candidates import points
from .evaluation import Evaluation, evaluate
from .inputs import Basis, load, roads
from .options import MODELS, EvaluateOptions, SuggestOptions
from .output import CURVE_ENDINGS, ENDINGS, write, write_curve, write_found
from .plan_book import plan_sentences, plan_tables, write_plan
from .plan_file import PlanFile, read_plan_file
from .suggestion import Instance, Suggested, prepare, suggest
from .whole_plan import PlannedSites, plan_sites

__all__ = [
    "CURVE_ENDINGS",
    "ENDINGS",
    "MODELS",
    "Basis",
    "EvaluateOptions",
    "Evaluation",
    "Instance",
    "PlanFile",
    "PlannedSites",
    "SuggestOptions",
    "Suggested",
    "evaluate",
    "load",
    "plan_sentences",
    "plan_sites",
    "plan_tables",
    "points",
    "prepare",
    "read_plan_file",
    "roads",
    "sites_tables",
    "suggest",
    "write",
    "write_curve",
    "write_found",
    "write_plan",
]
