"""What a network provides: areas served, accessibility, who takes what, tiers, norms.

Each analysis takes demand and the sites of a network, chooses those that count, asks
:mod:`gisplan.reach` for the pairs within reach, by distance or by a table of travel times, and
leaves the rest to :mod:`gisplan.coverage`.
"""

from gisplan.provision.access import accessibility, overlap
from gisplan.provision.areas import areas_of_bands, service_areas
from gisplan.provision.assignment import assignment, assignment_flows, unmet_demand
from gisplan.provision.by_region import sum_by_region

__all__ = [
    "accessibility",
    "areas_of_bands",
    "assignment",
    "assignment_flows",
    "overlap",
    "service_areas",
    "sum_by_region",
    "unmet_demand",
]
