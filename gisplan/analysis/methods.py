"""The analyses that a layer may name in its declaration.

To add one: write a function that takes tables and keyword-only parameters and gives a table (or
an ``Outcome``), in a module named for what a planner would call it, and list it here.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from gisplan.analysis import coverage as provision
from gisplan.analysis import demand, suitability
from gisplan.analysis import siting as candidates
from gisplan.analysis.coverage import by_region as service
from gisplan.analysis.coverage import by_region_chunked as service_parts
from gisplan.analysis.coverage import by_travel_time as travel
from gisplan.analysis.coverage import network, surfaces
from gisplan.analysis.demand import towns
from gisplan.analysis.industry import apportion, balance, capacity, clusters
from gisplan.analysis.plan import allocations as allotment
from gisplan.analysis.plan import ledger, ledger_duties, ledger_items
from gisplan.analysis.plan import scorecard as score
from gisplan.analysis.tables import count as counting
from gisplan.analysis.tables import interpolate, join
from gisplan.catalog.layer import AnalysisOrigin, LayerSpec, Outcome
from gisplan.catalog.raster import Raster
from gisplan.errors import DataError
from gisplan.places import hierarchy
from gisplan.text import Text

METHODS: Mapping[str, Callable[..., Any]] = {
    "accessibility": provision.accessibility,
    "ahp_weights": suitability.ahp_weights,
    "allocations_by_region": allotment.allocations_by_region,
    "apportion_targets": apportion.apportion_targets,
    "apportioned_range": apportion.apportioned_range,
    "areal_interpolation": interpolate.areal,
    "areas_of_bands": provision.areas_of_bands,
    "assignment": provision.assignment,
    "assignment_flows": provision.assignment_flows,
    "attach": join.attach,
    "balance": balance.balance,
    "bases_with_milestones": allotment.bases_with_milestones,
    "capacity_against_allotted": balance.against_allotted,
    "capacity_by_region": capacity.by_region,
    "connected_tiers": provision.connected_tiers,
    "count_by_region": counting.count_by_region,
    "county_seats": towns.county_seats,
    "covered_on_grid": surfaces.covered_on_grid,
    "declared_capacity": capacity.declared,
    "density_clusters": clusters.density_clusters,
    "distance_surface": suitability.distance_surface,
    "evaluate_sites": candidates.evaluate_sites,
    "friction_surface": surfaces.friction_surface,
    "industry_concentration": clusters.industry_concentration,
    "lift": hierarchy.lift,
    "local_autocorrelation": clusters.local_autocorrelation,
    "location_quotients": clusters.location_quotients,
    "moran": clusters.moran,
    "network": network.network,
    "on_grid": surfaces.on_grid,
    "overlap": provision.overlap,
    "people_from_raster": surfaces.people_from_raster,
    "place": join.place,
    "place_by_town": towns.place_by_town,
    "place_on_settlements": demand.place_on_settlements,
    "plan_agreement": clusters.plan_agreement,
    "plan_by_region": ledger.plan_by_region,
    "plan_duties": ledger_duties.plan_duties,
    "plan_item_regions": ledger_duties.plan_item_regions,
    "plan_items": ledger_items.plan_items,
    "plan_ledger": ledger.plan_ledger,
    "plan_ledger_places": ledger.plan_ledger_places,
    "read_status": score.read_status,
    "road_areas": provision.road_areas,
    "road_components": travel.road_components,
    "road_joins": travel.road_joins,
    "scorecard": score.scorecard,
    "scorecard_places": score.scorecard_places,
    "service_areas": provision.service_areas,
    "service_bands": surfaces.service_bands,
    "service_by_region": service.service_by_region,
    "service_by_travel_time": travel.service_by_travel_time,
    "sites_served": service.sites_served,
    "sites_served_by_travel_time": travel.sites_served_by_travel_time,
    "slope_surface": suitability.slope_surface,
    "stack": join.stack,
    "stations_needed": provision.stations_needed,
    "suggest_sites": candidates.suggest_sites,
    "suitability": suitability.suitability,
    "sum_by_region": provision.sum_by_region,
    "tiers": provision.tiers,
    "travel_time_surface": surfaces.travel_time_surface,
    "travel_times": travel.travel_times,
    "treatment_balance": balance.treatment_balance,
    "unmet_demand": provision.unmet_demand,
    "unreachable": travel.unreachable,
    "urban_by_county": demand.urban_by_county,
    "value_at": suitability.value_at,
    "waste_demand": demand.waste_demand,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class InParts:
    """How an analysis is done on a layer that is read chunk by chunk.

    Parameters
    ----------
    large : str
        The input that may be such a layer.
    condense : callable
        Given a chunk of it and, of the other inputs and parameters, those that it names; gives a
        small table.
    merge : callable
        Given these tables, one below the other, in the order of the chunks, and, of the other
        inputs and parameters, those that it names; gives what the analysis gives.
    """

    large: str
    condense: Callable[..., pd.DataFrame]
    merge: Callable[..., Outcome]

    def takes(self, step: Callable[..., Any], given: Mapping[str, Any]) -> dict[str, Any]:
        """Give those of the arguments that a step names."""
        names = inspect.signature(step).parameters
        return {name: value for name, value in given.items() if name in names}


IN_PARTS: Mapping[str, InParts] = {
    "count_by_region": InParts(
        large="rows", condense=counting.condense_count, merge=counting.merge_count
    ),
    "service_by_region": InParts(
        large="demand",
        condense=service_parts.condense_service,
        merge=service_parts.merge_service,
    ),
    "sites_served": InParts(
        large="demand", condense=service_parts.condense_sites, merge=service_parts.merge_sites
    ),
}


def check_large(spec: LayerSpec, large: Collection[str]) -> list[Text]:
    """Find the large layers that a layer is made from by an analysis that can't take them.

    Parameters
    ----------
    spec : LayerSpec
    large : collection of str
        Names of the layers that are read in parts.

    Returns
    -------
    list of Text
    """
    origin = spec.origin
    if not isinstance(origin, AnalysisOrigin):
        return []
    able = IN_PARTS.get(origin.method)
    names = ", ".join(f"{name}({item.large})" for name, item in IN_PARTS.items())
    return [
        Text(
            f"{spec.path.name}: from.inputs.{key}：{origin.method} 不能用分块读取的图层 {name}；"
            f"可以的有：{names}",
            f"{spec.path.name}: from.inputs.{key}: {origin.method} can't take {name}, which is"
            f" read in parts; these can: {names}",
        )
        for key, name in origin.inputs.items()
        if name in large and (able is None or key != able.large)
    ]


def check(spec: LayerSpec) -> list[Text]:
    """Find what is wrong with the analysis that a layer declares.

    Parameters
    ----------
    spec : LayerSpec

    Returns
    -------
    list of Text
        Unknown method; inputs or parameters that it does not take; ones that it needs.
    """
    origin = spec.origin
    if not isinstance(origin, AnalysisOrigin):
        return []
    method = METHODS.get(origin.method)
    place = f"{spec.path.name}: from"
    if method is None:
        names = ", ".join(sorted(METHODS))
        return [
            Text(
                f"{place}.analysis：没有分析方法 {origin.method}，可用：{names}",
                f"{place}.analysis: there is no analysis {origin.method}; there are: {names}",
            )
        ]
    taken = inspect.signature(method).parameters
    given = {**origin.inputs, **origin.parameters}
    free = any(p.kind is inspect.Parameter.VAR_KEYWORD for p in taken.values())
    faults = [
        Text(
            f"{place}：分析方法 {origin.method} 没有参数 {name}",
            f"{place}: analysis {origin.method} takes no {name}",
        )
        for name in given
        if not free and name not in taken
    ]
    faults += [
        Text(
            f"{place}：分析方法 {origin.method} 缺少参数 {name}",
            f"{place}: analysis {origin.method} needs {name}",
        )
        for name, parameter in taken.items()
        if parameter.default is inspect.Parameter.empty
        and parameter.kind is not inspect.Parameter.VAR_KEYWORD
        and name not in given
    ]
    twice = sorted(set(origin.inputs) & set(origin.parameters))
    faults += [
        Text(
            f"{place}：{name} 同时写在 inputs 和 parameters 中",
            f"{place}: {name} stands in both inputs and parameters",
        )
        for name in twice
    ]
    return faults


def check_inputs(method: str, given: Mapping[str, Any]) -> None:
    """Hold what an analysis is given against what it takes: tables or rasters.

    Parameters
    ----------
    method : str
        Of :data:`METHODS`.
    given : mapping of str to table or Raster

    Raises
    ------
    DataError
        If it is given a raster where it takes a table, or the other way round.
    """
    taken = inspect.signature(METHODS[method]).parameters
    more = [p for p in taken.values() if p.kind is inspect.Parameter.VAR_KEYWORD]
    for name, value in given.items():
        wanted = str(taken[name].annotation if name in taken else more[0].annotation)
        is_raster = isinstance(value, Raster)
        if is_raster != ("Raster" in wanted):
            what = Text("栅格", "a raster") if not is_raster else Text("表", "a table")
            raise DataError(
                Text(
                    f"分析方法 {method} 的 {name} 应为{what.zh}图层",
                    f"analysis {method}: {name} must be {what.en}",
                )
            )
