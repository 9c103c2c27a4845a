"""Suitability: where a site may stand, from exclusions and weighted criteria.

:mod:`gisplan.suitability.criteria` makes rasters of slope and distance,
:mod:`gisplan.suitability.weights` derives weights from pairwise judgements and checks that these
are consistent, :mod:`gisplan.suitability.overlay` puts scores and weights together.
"""

from __future__ import annotations

from gisplan.suitability.criteria import distance_surface, slope_surface, value_at
from gisplan.suitability.overlay import suitability
from gisplan.suitability.weights import RANDOM_INDEX, ahp_weights

__all__ = [
    "RANDOM_INDEX",
    "ahp_weights",
    "distance_surface",
    "slope_surface",
    "suitability",
    "value_at",
]
