"""Sites on request: candidates of the user's evaluated, and sites suggested."""

from __future__ import annotations

from gisplan.analysis.siting import MODELS
from gisplan.api.sites.evaluation import Evaluation, evaluate
from gisplan.api.sites.inputs import Basis, load, roads
from gisplan.api.sites.options import SEATS, EvaluateOptions, SuggestOptions
from gisplan.api.sites.output import CURVE_ENDINGS, ENDINGS, check_ending, write, write_curve
from gisplan.api.sites.points import points
from gisplan.api.sites.suggestion import Instance, Suggested, prepare, suggest

__all__ = [
    "CURVE_ENDINGS",
    "ENDINGS",
    "MODELS",
    "SEATS",
    "Basis",
    "EvaluateOptions",
    "Evaluation",
    "Instance",
    "SuggestOptions",
    "Suggested",
    "check_ending",
    "evaluate",
    "load",
    "points",
    "prepare",
    "roads",
    "suggest",
    "write",
    "write_curve",
]
