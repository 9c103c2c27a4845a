"""The analyses that a layer may name in its declaration, each noted beside its function.

To add one: write a function that takes tables and keyword-only parameters and gives a table (or
an ``Outcome``), in a module named for what a planner would call it; put ``@analysis`` above it with
what its table looks like; and name the module here. A module is imported when one of its analyses
is asked for.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module

from gisplan.catalog.analyses import NOTED, Analysis, InParts

#: Where analyses stand; the second module of two says how they are done in parts.
_HOMES: Mapping[tuple[str, ...], tuple[str, ...]] = {
    ("coverage.accessibility",): ("accessibility",),
    ("coverage.assignment",): ("assignment",),
    ("coverage.by_region", "coverage.by_region_chunked"): ("service_by_region",),
    ("coverage.by_road_distance",): ("road_distances", "circuity"),
    ("coverage.by_travel_time",): (
        *("road_components", "road_joins", "travel_times", "unreachable"),
    ),
    ("coverage.listed",): ("listed_by_region",),
    ("coverage.market_shares",): ("market_shares",),
    ("coverage.network",): ("network",),
    ("coverage.overlap",): ("overlap",),
    ("coverage.road_access",): ("road_access",),
    ("coverage.service_by_road",): ("service_by_road", "sites_served_by_road"),
    ("coverage.position_range", "coverage.by_region_chunked"): ("service_range_by_region",),
    ("coverage.service_areas",): ("areas_of_bands", "service_areas"),
    ("coverage.sites_served", "coverage.sites_served_chunked"): ("sites_served",),
    ("coverage.station_norms",): ("stations_needed",),
    ("coverage.surfaces",): (
        *("covered_on_grid", "friction_surface", "on_grid", "people_from_raster"),
        *("service_bands", "travel_time_surface"),
    ),
    ("coverage.tiers",): ("connected_tiers", "tiers"),
    ("demand.settlements",): ("place_on_settlements", "urban_by_county"),
    ("demand.towns",): ("county_seats", "place_by_town"),
    ("demand.waste",): ("waste_demand",),
    ("industry.apportion",): ("apportion_targets", "apportioned_range"),
    ("industry.balance",): ("balance", "capacity_against_allotted", "treatment_balance"),
    ("industry.capacity",): ("capacity_by_region", "declared_capacity"),
    ("industry.clusters.agreement",): ("plan_agreement",),
    ("industry.clusters.autocorrelation",): ("local_autocorrelation", "moran"),
    ("industry.clusters.concentration",): ("industry_concentration", "location_quotients"),
    ("industry.clusters.density",): ("density_clusters",),
    ("plan.allocations",): ("allocations_by_region", "bases_with_milestones"),
    ("plan.breakdown",): ("plan_breakdown",),
    ("plan.ledger",): ("plan_by_region", "plan_ledger", "plan_ledger_places"),
    ("plan.ledger_duties",): ("plan_duties", "plan_item_regions"),
    ("plan.ledger_items",): ("plan_items",),
    ("plan.scorecard.evaluate",): ("scorecard",),
    ("plan.scorecard.places",): ("scorecard_places",),
    ("plan.scorecard.said",): ("read_status",),
    ("siting.curve_layer",): ("suggest_curve",),
    ("siting.evaluate",): ("evaluate_sites",),
    ("siting.plans.plan_layer",): ("plan_sites",),
    ("siting.suggest_layer",): ("suggest_sites",),
    ("suitability.criteria",): ("distance_surface", "slope_surface", "value_at"),
    ("suitability.overlay",): ("suitability",),
    ("suitability.weights",): ("ahp_weights",),
    ("tables.borders",): ("borders",),
    ("tables.count",): ("count_by_region",),
    ("tables.interpolate",): ("areal_interpolation",),
    ("tables.join",): ("attach", "place", "stack"),
    ("tables.lift",): ("lift",),
    ("tables.sum_by_region",): ("sum_by_region",),
}
#: Names of the last release, which are told of and still understood: what they are called now.
FORMER: Mapping[str, str] = {
    "assignment_flows": "assignment",
    "road_areas": "service_areas",
    "service_by_travel_time": "service_by_region",
    "sites_served_by_travel_time": "sites_served",
    "unmet_demand": "assignment",
}


class _Analyses(Mapping[str, Analysis]):
    """Analyses by name, each imported when it is asked for; and what else has been noted."""

    def __init__(self) -> None:
        self._modules = {name: modules for modules, names in _HOMES.items() for name in names}

    def __getitem__(self, name: str) -> Analysis:
        now = FORMER.get(name, name)
        for module in self._modules.get(now, ()):
            import_module(f"gisplan.analysis.{module}")
        return NOTED[now]

    def __contains__(self, name: object) -> bool:
        return name in self._modules or name in FORMER or name in NOTED

    def __iter__(self) -> Iterator[str]:
        return iter(sorted({*self._modules, *NOTED}))

    def __len__(self) -> int:
        return len({*self._modules, *NOTED})


#: Every analysis that a layer may name.
ANALYSES: Mapping[str, Analysis] = _Analyses()


def in_parts(name: str) -> InParts:
    """Give how an analysis is done on a layer that is read in parts.

    Parameters
    ----------
    name : str
        Of :data:`ANALYSES`, one that can be.

    Returns
    -------
    InParts
        Its two steps: one for a chunk, one for all condensed chunks.

    Raises
    ------
    KeyError
        If it can't be done in parts; a declaration that asks for it is refused before.
    """
    how = ANALYSES[name].in_parts
    if how is None:
        raise KeyError(name)
    return how
