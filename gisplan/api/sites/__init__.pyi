from . import sites_tables
from .candidates import points
from .evaluation import Evaluation, evaluate
from .inputs import Basis, load, roads
from .options import MODELS, EvaluateOptions, SuggestOptions
from .output import CURVE_ENDINGS, ENDINGS, write, write_curve, write_found
from .plan_book import PLAN_ENDINGS, plan_figures, plan_sentences, require_curve, write_plan
from .plan_file import PlanFile, keep_plan, plan_example, read_plan_file
from .plan_map import PLAN, plan_chart, plan_parts
from .plan_tables import plan_tables
from .suggestion import Instance, Suggested, prepare, suggest
from .whole_plan import PlannedSites, plan_sites

__all__ = [
    "CURVE_ENDINGS",
    "ENDINGS",
    "MODELS",
    "PLAN",
    "PLAN_ENDINGS",
    "Basis",
    "EvaluateOptions",
    "Evaluation",
    "Instance",
    "PlanFile",
    "PlannedSites",
    "SuggestOptions",
    "Suggested",
    "evaluate",
    "keep_plan",
    "load",
    "plan_chart",
    "plan_example",
    "plan_figures",
    "plan_parts",
    "plan_sentences",
    "plan_sites",
    "plan_tables",
    "points",
    "prepare",
    "read_plan_file",
    "require_curve",
    "roads",
    "sites_tables",
    "suggest",
    "write",
    "write_curve",
    "write_found",
    "write_plan",
]
