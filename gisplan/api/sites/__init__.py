"""Sites on request: candidates of the user's evaluated, and sites suggested."""

from __future__ import annotations

from gisplan.api.sites.evaluation import EvaluateOptions, Evaluation, evaluate
from gisplan.api.sites.inputs import Basis, load, roads
from gisplan.api.sites.output import CURVE_ENDINGS, ENDINGS, check_ending, write, write_curve
from gisplan.api.sites.points import points

__all__ = [
    "CURVE_ENDINGS",
    "ENDINGS",
    "Basis",
    "EvaluateOptions",
    "Evaluation",
    "check_ending",
    "evaluate",
    "load",
    "points",
    "roads",
    "write",
    "write_curve",
]
