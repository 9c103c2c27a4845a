"""Candidate sites: what each would add to the network, and which of them to choose.

The pieces are those of :mod:`gisplan.reach`, :mod:`gisplan.coverage` and :mod:`gisplan.siting`;
here the network that stands in a year is what candidates are held against.
"""

from __future__ import annotations

from gisplan.candidates.added import added_by_mode, evaluate_sites
from gisplan.candidates.case import LONG, MODELS, RULES, SitingTask
from gisplan.candidates.choice import (
    Suggestion,
    coverage_curve,
    proven,
    suggest,
    suggest_sites,
)
from gisplan.candidates.room import capacity_left

__all__ = [
    "LONG",
    "MODELS",
    "RULES",
    "SitingTask",
    "Suggestion",
    "added_by_mode",
    "capacity_left",
    "coverage_curve",
    "evaluate_sites",
    "proven",
    "suggest",
    "suggest_sites",
]
