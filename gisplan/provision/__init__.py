"""What a network provides: areas served, accessibility, who takes what, tiers, norms.

Each analysis takes demand and the sites of a network, chooses those that count, asks
:mod:`gisplan.reach` for the pairs within reach, by distance or by a table of travel times, and
leaves the rest to :mod:`gisplan.coverage`.
"""

from gisplan.provision.access import accessibility, overlap
from gisplan.provision.areas import areas_of_bands, service_areas
from gisplan.provision.assignment import assignment, assignment_flows, unmet_demand
from gisplan.provision.by_region import sum_by_region
from gisplan.provision.chain import connected_tiers, tiers
from gisplan.provision.road_areas import road_areas
from gisplan.provision.stations import stations_needed

__all__ = [
    "accessibility",
    "areas_of_bands",
    "assignment",
    "assignment_flows",
    "connected_tiers",
    "overlap",
    "road_areas",
    "service_areas",
    "stations_needed",
    "sum_by_region",
    "tiers",
    "unmet_demand",
]
