"""What a network provides: areas served, accessibility, who takes what, tiers, norms.

Each analysis takes demand and the sites of a network, chooses those that count, asks
:mod:`gisplan.analysis.travel` for the pairs within reach, by distance or by a table of travel
times, and leaves the rest to :mod:`gisplan.analysis.coverage.models`.
"""

from gisplan.analysis.coverage.accessibility import accessibility
from gisplan.analysis.coverage.assignment import assignment
from gisplan.analysis.coverage.market_shares import market_shares
from gisplan.analysis.coverage.overlap import overlap
from gisplan.analysis.coverage.service_areas import areas_of_bands, service_areas
from gisplan.analysis.coverage.service_areas_by_road import road_areas
from gisplan.analysis.coverage.station_norms import stations_needed
from gisplan.analysis.coverage.tiers import connected_tiers, tiers
from gisplan.analysis.tables.sum_by_region import sum_by_region

__all__ = [
    "accessibility",
    "areas_of_bands",
    "assignment",
    "connected_tiers",
    "market_shares",
    "overlap",
    "road_areas",
    "service_areas",
    "stations_needed",
    "sum_by_region",
    "tiers",
]
