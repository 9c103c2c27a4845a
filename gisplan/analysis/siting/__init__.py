"""Candidate sites: what each would add to the network, and which of them to choose.

The pieces are those of :mod:`gisplan.analysis.travel`, :mod:`gisplan.analysis.coverage.models` and
:mod:`gisplan.analysis.siting.models`; here the network that stands in a year is what candidates are
held against.
"""

from __future__ import annotations

from gisplan.analysis.siting.capacity_left import capacity_left
from gisplan.analysis.siting.case import LONG, MODELS, RULES, SitingTask
from gisplan.analysis.siting.curve_layer import suggest_curve
from gisplan.analysis.siting.evaluate import added_by_mode, evaluate_sites
from gisplan.analysis.siting.siting_curve import siting_curve
from gisplan.analysis.siting.siting_words import ROW_IN_FILE
from gisplan.analysis.siting.suggest import (
    Suggestion,
    proven,
    suggest,
    tie_words,
)
from gisplan.analysis.siting.suggest_layer import suggest_sites

__all__ = [
    "LONG",
    "MODELS",
    "ROW_IN_FILE",
    "RULES",
    "SitingTask",
    "Suggestion",
    "added_by_mode",
    "capacity_left",
    "evaluate_sites",
    "proven",
    "siting_curve",
    "suggest",
    "suggest_curve",
    "suggest_sites",
    "tie_words",
]
