"""Suitability: where a site may stand, from exclusions and weighted criteria.

:mod:`gisplan.analysis.suitability.criteria` makes rasters of slope and distance,
:mod:`gisplan.analysis.suitability.weights` derives weights from pairwise judgements and checks that
these are consistent, :mod:`gisplan.analysis.suitability.overlay` puts scores and weights together.
"""

from __future__ import annotations

from gisplan.analysis.suitability.criteria import distance_surface, slope_surface, value_at
from gisplan.analysis.suitability.overlay import suitability
from gisplan.analysis.suitability.weights import RANDOM_INDEX, ahp_weights

__all__ = [
    "RANDOM_INDEX",
    "ahp_weights",
    "distance_surface",
    "slope_surface",
    "suitability",
    "value_at",
]
