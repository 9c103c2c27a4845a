"""Who is served by which site, who is not, and how well.

All functions take a demand table (``id``, ``adcode``, amounts), a table of sites (``id`` ...)
and the pairs within reach (``demand``, ``site``, ``cost``), joined by id, and give tables.
"""

from gisplan.coverage.accessibility import (
    Accessibility,
    Gaussian,
    Steps,
    Uniform,
    floating_catchment,
)
from gisplan.coverage.assignment import UNMET_REASONS, Assignment, assign
from gisplan.coverage.contribution import by_overlap, contribution, overlap
from gisplan.coverage.flow_lines import flow_lines
from gisplan.coverage.norms import HouseholdSize, capacity_against_waste, stations_needed
from gisplan.coverage.rollup import units_above
from gisplan.coverage.served import Service, by_band, by_service, by_unit, nearest
from gisplan.coverage.service_area import service_areas, site_areas
from gisplan.coverage.tiers import Chain, Tier, assign_through, covered_through

__all__ = [
    "UNMET_REASONS",
    "Accessibility",
    "Assignment",
    "Chain",
    "Gaussian",
    "HouseholdSize",
    "Service",
    "Steps",
    "Tier",
    "Uniform",
    "assign",
    "assign_through",
    "by_band",
    "by_overlap",
    "by_service",
    "by_unit",
    "capacity_against_waste",
    "contribution",
    "covered_through",
    "floating_catchment",
    "flow_lines",
    "nearest",
    "overlap",
    "service_areas",
    "site_areas",
    "stations_needed",
    "units_above",
]
