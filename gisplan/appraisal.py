"""Appraising a network on request: the shipped one, another layer, or a file of the user's."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import geopandas as gpd
import pandas as pd

from gisplan import catalog, journeys, large, pipeline, service, workspace
from gisplan.engines import Execution
from gisplan.errors import DataError, OptionError
from gisplan.journeys import JourneyOptions, RoadReport
from gisplan.locate import Locator
from gisplan.plan_model import Milestone
from gisplan.provided import WASTE, Case, Provided, ProvisionOptions, provided
from gisplan.provision.reached import between
from gisplan.reach import Known, Mode
from gisplan.reach.modes import MEASURES, Measure
from gisplan.reach.types import UNREACHABLE_COLUMNS
from gisplan.schema import Layer, LayerSpec, Outcome
from gisplan.site_file import FileOptions, sites_of_file
from gisplan.text import Text
from gisplan.workspace import Workspace

#: Kinds of data that decide the milestones which coverage stands beside.
_DECIDED = ("coverage", "facilities")
_COUNTIES, _NETWORK = "counties", "network"


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageOptions:
    """What a coverage is asked for.

    Parameters
    ----------
    sites : str
        Name of a layer, or path of a file as :func:`gisplan.site_file.sites_of_file` reads. Sites
        of a file count in every year and to their exact place.
    file : FileOptions
        How such a file is read.
    kinds : tuple of str
        Kinds of sites that count; all if empty.
    reaches_km : tuple of float
        Rising.
    year : int
    regions : str
        Layer of the regions to list.
    quantity : str
        Column of the demand.
    detour : float
        Of reach by distance.
    reaches_min : tuple of float
        Rising, in minutes; in place of ``reaches_km`` where ``journey`` is by travel time.
    journey : JourneyOptions
        By which roads or friction raster; by distance if it names none.
    stream : str
        Only sites of this waste stream; all if empty.
    more : ProvisionOptions
        What is asked for beside.
    demand : str
        Layer of the points to be served; may be one that is read in parts.
    """

    sites: str = _NETWORK
    file: FileOptions = field(default_factory=FileOptions)
    kinds: tuple[str, ...] = ()
    reaches_km: tuple[float, ...] = (30.0, 50.0, 100.0)
    year: int = 2020
    regions: str = "prefectures"
    quantity: str = "population"
    detour: float = 1.0
    reaches_min: tuple[float, ...] = (30.0, 60.0, 120.0)
    journey: JourneyOptions = field(default_factory=JourneyOptions)
    stream: str = ""
    more: ProvisionOptions = field(default_factory=ProvisionOptions)
    demand: str = "demand_points"


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """What a coverage found.

    Parameters
    ----------
    regions : geopandas.GeoDataFrame
        See :func:`gisplan.service.service_by_region`.
    total : dict
        The same figures for the whole.
    sites : geopandas.GeoDataFrame
        See :func:`gisplan.service.sites_served`; at the longest reach.
    quantity : Text
        What is covered, with its unit.
    tonnes : bool
        Whether that is waste, so that capacities limit what goes through tiers.
    left_out : tuple of Text
        Sites that do not count, by reason.
    milestones : tuple of Milestone
        What the plan asks for, to stand beside it.
    measure : {"km", "min"}
        What reach was counted in.
    reaches : tuple of float
        In that measure.
    how : Text
        How the way was found.
    unreachable : pandas.DataFrame
        What can't be reached at any cost: ``of``, ``id``, ``name_zh``, ``name_en``, ``amount``
        (of the quantity, of demand), ``reason``, ``reason_zh``, ``reason_en``, ``distance_m``.
    roads : RoadReport or None
        Of reach by road.
    more : Provided
        What was asked for beside.
    labels : dict of str to Text
        Words for the tiers of the sites.
    """

    regions: gpd.GeoDataFrame
    total: dict[str, Any]
    sites: gpd.GeoDataFrame
    quantity: Text
    tonnes: bool
    left_out: tuple[Text, ...]
    milestones: tuple[Milestone, ...]
    measure: Measure
    reaches: tuple[float, ...]
    how: Text
    unreachable: pd.DataFrame
    roads: RoadReport | None
    more: Provided
    labels: dict[str, Text]


def coverage(
    place: Workspace | None = None,
    *,
    options: CoverageOptions,
    execution: Execution | None = None,
) -> Coverage:
    """Tell who is within reach of a network.

    Parameters
    ----------
    place : Workspace, optional
        The workspace of the current folder if left out.
    options : CoverageOptions
    execution : Execution, optional
        How the work on a large demand is carried out; in this process if left out.

    Returns
    -------
    Coverage

    Raises
    ------
    OptionError
        If an option can't be, or a column is missing.
    FileError, DataError, DeclarationError
        If the sites or the layers can't be used.
    """
    place = place or workspace.find()
    own = bool(Path(options.sites).suffix)
    listed = catalog.load(place)
    if options.sites == _NETWORK and _NETWORK not in listed.layers:
        raise OptionError(
            Text(
                f"本工作区没有设施图层 {options.sites}；请用 --sites 给出自己的文件或另一图层",
                f"this workspace has no layer {options.sites}; name a file of your own, or another"
                " layer, with --sites",
            )
        )
    pipeline.require_layer(listed, options.demand)
    demand = listed.layers[options.demand]
    if demand.is_large:
        _refuse_in_parts(options)
    whole = () if demand.is_large else (demand.name,)
    borders = {_COUNTIES} & {*listed.layers} if own else ()
    names = (*whole, options.regions, "units", *borders, *(() if own else (options.sites,)))
    layers = pipeline.load_layers(tuple(dict.fromkeys((*names, *options.more.layers))), place=place)
    if own:
        given = sites_of_file(Path(options.sites), place=place, options=options.file)
        counties = layers[_COUNTIES].table if _COUNTIES in layers else None
        given = Outcome(_in_counties(given.table, counties), given.left_out)
    else:
        given = Outcome(layers[options.sites].table)
    quantity = _quantity(demand, options.quantity)
    if options.more.assign and not own:
        _same_unit(layers[options.sites], layers[demand.name], options.quantity)
    if options.stream:
        given = Outcome(_of_stream(given.table, options.stream), given.left_out)
    chosen = service.sites_that_count(given.table, year=options.year, kinds=options.kinds)
    if chosen.table.empty:
        raise DataError(
            Text(
                f"{options.sites}：{options.year} 年没有一处设施计入",
                f"{options.sites}: no site counts in {options.year}",
            ),
            faults=chosen.left_out,
        )
    mode = journeys.mode(replace(options.journey, detour=options.detour), place=place)
    reaches = options.reaches_km if mode.measure == "km" else options.reaches_min
    _check_reaches(reaches, mode.measure)
    asked = _Asked(place, options, layers, given, chosen, mode, reaches)
    found = _in_parts(asked, execution) if demand.is_large else _at_once(asked)
    return Coverage(
        more=found.more,
        labels={} if own else dict(_tier_labels(layers[options.sites])),
        measure=mode.measure,
        reaches=reaches,
        how=mode.title,
        unreachable=found.unreachable,
        roads=found.roads,
        regions=found.regions,
        total=_total(found.regions),
        sites=found.sites.sort_values("within_reach", ascending=False, ignore_index=True),
        quantity=quantity,
        tonnes=options.quantity.startswith(WASTE),
        left_out=(*given.left_out, *chosen.left_out),
        milestones=_milestones(place, listed),
    )


def _refuse_in_parts(options: CoverageOptions) -> None:
    """Refuse what can't be told of a demand that is read in parts."""
    journey, more = options.journey, options.more
    asked = {
        "--roads": journey.roads or journey.speeds or journey.road,
        "--friction": journey.friction,
        "--assign": more.assign,
        "--accessibility": more.access,
        "--tiers": more.tiers,
        "--norms": more.norms,
        "--stream": options.stream,
    }
    names = [name for name, given in asked.items() if given]
    if names:
        raise OptionError(
            Text(
                f"需求图层 {options.demand} 分块读取，只能按直线距离算覆盖，"
                f"不能与 {'、'.join(names)} 同用",
                f"the demand layer {options.demand} is read in parts: its coverage is told by"
                f" straight distance only, not with {', '.join(names)}",
            )
        )


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is asked, with the layers and sites at hand."""

    place: Workspace
    options: CoverageOptions
    layers: Mapping[str, Layer]
    given: Outcome
    chosen: Outcome
    mode: Mode
    reaches: tuple[float, ...]

    def none_reached(self, faults: tuple[Text, ...] = ()) -> DataError:
        """Say that no site reaches any of the demand."""
        unit, far, sites = MEASURES[self.mode.measure], f"{self.reaches[-1]:g}", self.options.sites
        layer = self.options.demand
        return DataError(
            Text(
                f"{sites}：{far} {unit.zh}内没有一处设施够得到任何需求点"
                f"（图层 {layer}）；设施可能都在区域之外、经纬度颠倒，或范围太小",
                f"{sites}: within {far} {unit.en} no site reaches any demand point (layer "
                f"{layer}); they may all lie outside the region, longitude and latitude may be "
                "swapped, or the reach is too short",
            ),
            faults=faults,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """The tables of a coverage."""

    regions: gpd.GeoDataFrame
    sites: gpd.GeoDataFrame
    unreachable: pd.DataFrame
    roads: RoadReport | None = None
    more: Provided = field(default_factory=Provided)


def _at_once(asked: _Asked) -> _Found:
    """Tell of a demand that is one table, by any mode."""
    options, layers, chosen, mode = asked.options, asked.layers, asked.chosen, asked.mode
    demand, regions = layers[options.demand].table, layers[options.regions].table
    units = layers["units"].table
    # searched once, however often it is asked below
    found = mode.reach(demand, chosen.table, limit=max(asked.reaches))
    if found.pairs.empty:
        raise asked.none_reached(service.unreachable(found))
    known = Known(found, mode.title)
    by_region = service.service_by_mode(
        regions,
        demand,
        chosen,
        units,
        mode=known,
        reaches=asked.reaches,
        quantity=options.quantity,
    )
    served = service.served_by_mode(
        demand, chosen, mode=known, limit=asked.reaches[-1], quantity=options.quantity
    )
    case = Case(
        demand=demand,
        quantity=options.quantity,
        sites=gpd.GeoDataFrame(asked.given.table),
        reached=between(demand, chosen, mode=known, reaches=asked.reaches),
        mode=mode,
        year=options.year,
        stream=options.stream,
        regions=regions,
        units=units,
    )
    return _Found(
        regions=by_region.table,
        sites=served.table,
        unreachable=_unreachable(found.unreachable, demand, chosen.table, options.quantity),
        roads=journeys.road_report(mode, demand, chosen.table),
        more=provided(case, options.more, layers),
    )


def _in_parts(asked: _Asked, execution: Execution | None) -> _Found:
    """Tell of a demand that is read in parts, by distance, in one reading."""
    options, layers = asked.options, asked.layers
    tables: dict[str, Any] = {
        "regions": layers[options.regions].table,
        "units": layers["units"].table,
        "sites": asked.given.table,
    }
    same: dict[str, Any] = {
        "year": options.year,
        "kinds": options.kinds,
        "quantity": options.quantity,
        "detour": options.detour,
    }
    wanted: dict[str, dict[str, Any]] = {
        "service_by_region": {**same, "reaches_km": asked.reaches},
        "sites_served": {**same, "reach_km": asked.reaches[-1]},
    }
    found = pipeline.go_through(
        options.demand,
        place=asked.place,
        analyses={
            f"coverage: {method}": large.Analysis(
                method=method, tables=tables, parameters=parameters
            )
            for method, parameters in wanted.items()
        },
        execution=execution,
    )
    regions, served = (found.outcomes[f"coverage: {method}"].table for method in wanted)
    if (served["within_reach"] == 0).all():
        raise asked.none_reached()
    # by distance, everything can be reached at some cost
    nothing = pd.DataFrame(columns=[*UNREACHABLE_COLUMNS, "name_zh", "name_en", "amount"])
    return _Found(regions=regions, sites=served, unreachable=nothing)


def _in_counties(sites: gpd.GeoDataFrame, counties: gpd.GeoDataFrame | None) -> gpd.GeoDataFrame:
    """Give sites without a code that of the county they lie in, so that regions count them."""
    if counties is None or sites["adcode"].notna().any():
        return sites
    found = Locator.from_counties(counties).locate(sites.geometry.x, sites.geometry.y)
    return sites.assign(adcode=found["county"].to_numpy())


def _milestones(place: Workspace, listed: catalog.Catalog) -> tuple[Milestone, ...]:
    """Give what the plan asks of coverage; nothing where the workspace has no plan."""
    if not any(name.startswith(pipeline.PLAN) for name in listed.layers):
        return ()
    return tuple(
        m
        for m in pipeline.load_plan(place).milestones()
        if m.decidable_by in _DECIDED or "sorting-system" in m.bases
    )


def _check_reaches(reaches: tuple[float, ...], measure: Measure) -> None:
    rising = all(a < b for a, b in pairwise(reaches))
    if not reaches or not rising or not all(0 < reach < math.inf for reach in reaches):
        unit, told = MEASURES[measure], " ".join(f"{reach:g}" for reach in reaches)
        raise OptionError(
            Text(
                f"范围（{unit.zh}）应大于 0 且由小到大：{told}",
                f"reaches ({unit.en}) must be above 0 and rise: {told}",
            )
        )


def _same_unit(sites: Layer, demand: Layer, quantity: str) -> None:
    """Refuse to hold persons against tonnes, where the layers say which is which."""
    units = {c.unit.en: c.unit for c in sites.spec.columns if c.name == "capacity" and c.unit}
    own = demand.spec.column(quantity).unit
    if units and own and own.en not in units:
        (unit,) = units.values()
        raise OptionError(
            Text(
                f"设施的能力以 {unit.zh} 计，不能按 {quantity}（{own.zh}）分配；"
                "请用 --quantity 换成同一单位的数量，如 t_municipal",
                f"the sites' capacity is in {unit.en}: {quantity} ({own.en}) can't be assigned to "
                "it; choose a --quantity in that unit, such as t_municipal",
            )
        )


def _of_stream(sites: gpd.GeoDataFrame, stream: str) -> gpd.GeoDataFrame:
    there = sorted(sites["stream"].dropna().unique()) if "stream" in sites.columns else []
    if stream not in there:
        raise OptionError(
            Text(
                f"设施中没有种类 {stream}，有：{'、'.join(there) or '—'}",
                f"no site is of the stream {stream}; there are: {', '.join(there) or '—'}",
            )
        )
    return sites[sites["stream"] == stream]


def _tier_labels(layer: Layer) -> Mapping[str, Text]:
    return next((c.labels for c in layer.spec.columns if c.name == "tier"), {})


def _unreachable(
    lost: pd.DataFrame, demand: gpd.GeoDataFrame, sites: gpd.GeoDataFrame, quantity: str
) -> pd.DataFrame:
    """Name what can't be reached, and say how much of the demand that is."""
    table = lost.copy()
    names = {}
    for lang in ("zh", "en"):
        column = f"name_{lang}"
        given = sites.get(column, sites["id"]).fillna(sites["id"]).astype("str")
        names = dict(zip(sites["id"].astype("str"), given, strict=True))
        ids = table["id"].astype("str")
        table[column] = ids.map(names).where(table["of"] == "site", ids)
    amounts = pd.Series(demand[quantity].to_numpy(), index=demand["id"].astype("str"))
    amount = table["id"].astype("str").map(amounts)
    table["amount"] = amount.where(table["of"] == "demand").astype("float64")
    return table


def _quantity(spec: LayerSpec, name: str) -> Text:
    known = [c.name for c in spec.columns if c.type in ("integer", "number")]
    if name not in known:
        raise OptionError(
            Text(
                f"需求图层没有数量 {name}，有：{'、'.join(known)}",
                f"the demand has no quantity {name}; it has: {', '.join(known)}",
            )
        )
    return spec.column(name).title_with_unit


def _total(regions: gpd.GeoDataFrame) -> dict[str, Any]:
    """Add up the regions; they are disjoint, so their demand is."""
    whole: dict[str, Any] = {"name_zh": "合计", "name_en": "total"}
    whole["sites_counted"] = int(regions["sites_counted"].sum())
    whole["demand_total"] = float(regions["demand_total"].sum(min_count=len(regions)))
    for name in regions.columns:
        if name.startswith(("within_", "beyond_")):
            whole[name] = float(regions[name].sum(min_count=len(regions)))
    for name in regions.columns:
        if name.startswith("share_"):
            part = whole[f"within_{name.removeprefix('share_')}"]
            whole[name] = part / whole["demand_total"] * 100 if whole["demand_total"] else math.nan
    return whole
