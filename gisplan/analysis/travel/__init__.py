"""Reach: which site can be reached from where, and at what cost.

Three ways, one answer (:class:`Reach`): over the ellipsoid (:func:`geodesic`,
:func:`nearest_site`), through a road graph (:class:`RoadGraph`, :class:`Trip`), over a friction
raster (:class:`Friction`, :class:`Grid`, :class:`TravelTime`), which :func:`friction_from` makes
from slope, land cover and roads. A :class:`Mode` is any of them, chosen.
"""

from __future__ import annotations

from gisplan.analysis.travel.cells import Grid
from gisplan.analysis.travel.distance import geodesic, nearest_site
from gisplan.analysis.travel.friction import Friction, TravelTime
from gisplan.analysis.travel.friction_speeds import friction_from, slope_degrees, tobler_speed
from gisplan.analysis.travel.known_reach import KnownReach, from_table
from gisplan.analysis.travel.lazy_distance import GeodesicField
from gisplan.analysis.travel.mode import (
    MEASURES,
    ByDistance,
    ByFriction,
    ByRoad,
    Measure,
    Mode,
    by_road,
    in_cost,
)
from gisplan.analysis.travel.od_matrix import REASONS, Reach
from gisplan.analysis.travel.roads import RoadGraph
from gisplan.analysis.travel.trip import Trip

__all__ = [
    "MEASURES",
    "REASONS",
    "ByDistance",
    "ByFriction",
    "ByRoad",
    "Friction",
    "GeodesicField",
    "Grid",
    "KnownReach",
    "Measure",
    "Mode",
    "Reach",
    "RoadGraph",
    "TravelTime",
    "Trip",
    "by_road",
    "friction_from",
    "from_table",
    "geodesic",
    "in_cost",
    "nearest_site",
    "slope_degrees",
    "tobler_speed",
]
