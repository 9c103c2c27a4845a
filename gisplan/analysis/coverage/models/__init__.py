"""Who is served by which site, who is not, and how well.

All functions take a demand table (``id``, ``adcode``, amounts), a table of sites (``id`` ...)
and the pairs within reach (``demand``, ``site``, ``cost``), joined by id, and give tables.
"""

from gisplan.analysis.coverage.models.assign import UNMET_REASONS, Assignment, assign
from gisplan.analysis.coverage.models.assign_through_tiers import (
    Chain,
    Tier,
    assign_through,
    covered_through,
)
from gisplan.analysis.coverage.models.contribution import contribution, overlap
from gisplan.analysis.coverage.models.decay import (
    Decay,
    Exponential,
    Gaussian,
    Linear,
    Power,
    Steps,
    Uniform,
)
from gisplan.analysis.coverage.models.distance_bands import service_areas
from gisplan.analysis.coverage.models.floating_catchment import Accessibility, floating_catchment
from gisplan.analysis.coverage.models.flow_lines import flow_lines
from gisplan.analysis.coverage.models.huff import MarketShares, huff_shares
from gisplan.analysis.coverage.models.rollup import units_above
from gisplan.analysis.coverage.models.served import by_unit, nearest

__all__ = [
    "UNMET_REASONS",
    "Accessibility",
    "Assignment",
    "Chain",
    "Decay",
    "Exponential",
    "Gaussian",
    "Linear",
    "MarketShares",
    "Power",
    "Steps",
    "Tier",
    "Uniform",
    "assign",
    "assign_through",
    "by_unit",
    "contribution",
    "covered_through",
    "floating_catchment",
    "flow_lines",
    "huff_shares",
    "nearest",
    "overlap",
    "service_areas",
    "units_above",
]
