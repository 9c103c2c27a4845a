from . import sites_tables
from .candidates import points
from .evaluation import Evaluation, evaluate
from .inputs import Basis, load, roads
from .options import MODELS, EvaluateOptions, SuggestOptions
from .output import CURVE_ENDINGS, ENDINGS, write, write_curve, write_found
from .suggestion import Instance, Suggested, prepare, suggest

__all__ = [
    "CURVE_ENDINGS",
    "ENDINGS",
    "MODELS",
    "Basis",
    "EvaluateOptions",
    "Evaluation",
    "Instance",
    "SuggestOptions",
    "Suggested",
    "evaluate",
    "load",
    "points",
    "prepare",
    "roads",
    "sites_tables",
    "suggest",
    "write",
    "write_curve",
    "write_found",
]
