"""Appraising a network on request: the shipped one, another layer, or a file of the user's."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import geopandas as gpd
import pandas as pd

from gisplan.analysis.columns import OWN_POSITION
from gisplan.analysis.coverage.service_standard import ServiceStandard
from gisplan.analysis.coverage.standing import sites_by_standing
from gisplan.analysis.plan.model import Milestone
from gisplan.analysis.plan.plan import TABLES
from gisplan.analysis.travel import ByDistance
from gisplan.analysis.travel.mode import MEASURES, Measure
from gisplan.api import load
from gisplan.api import travel as journeys
from gisplan.api.coverage.case import CoverageCase, at_once
from gisplan.api.coverage.large_demand import in_parts
from gisplan.api.coverage.options import CoverageOptions
from gisplan.api.coverage.provision import WASTE, Provision
from gisplan.api.layers import require_layer
from gisplan.api.travel import RoadReport
from gisplan.api.worth import of_file, of_layer
from gisplan.catalog import workspace
from gisplan.catalog.ids import text_ids
from gisplan.catalog.layer import Layer, LayerSpec, Outcome, Source
from gisplan.catalog.workspace import Workspace
from gisplan.catalog.worth import Worth, refusals_worded, worded
from gisplan.errors import OptionError
from gisplan.pipeline import catalogue as catalog
from gisplan.pipeline.engines import Execution
from gisplan.places.hierarchy import without_rows
from gisplan.text import Text

__all__ = ["Coverage", "CoverageOptions", "coverage"]

#: Kinds of data that decide the milestones which coverage stands beside.
_DECIDED = ("coverage", "facilities")


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """What a coverage found.

    Attributes
    ----------
    regions : geopandas.GeoDataFrame
        See :func:`gisplan.analysis.coverage.by_region.service_by_region`.
    total : dict
        The same figures for the whole.
    sites : geopandas.GeoDataFrame
        See :func:`gisplan.analysis.coverage.sites_served.sites_served`; at the longest reach.
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
    year : int
        What does not stand in it does not count.
    how : Text
        How the way was found.
    unreachable : pandas.DataFrame
        What can't be reached at any cost: ``of``, ``id``, ``name_zh``, ``name_en``, ``amount``
        (of the quantity, of demand), ``points``, ``reason``, ``reason_zh``, ``reason_en``,
        ``distance_m``. Of demand that is read in parts one row a reason, without ``id``.
    roads : RoadReport or None
        Of reach by road.
    provision : Provision
        What was asked for beside.
    labels : dict of str to Text
        Words for the tiers of the sites.
    drawn : bool
        Whether a site is known to its county alone, so that figures are of where it is drawn.
    worth : Worth or None
        What the figures are worth, as the list of the sites may lack some.
    sources : tuple of Source
        Where demand and sites come from.
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
    year: int
    how: Text
    unreachable: pd.DataFrame
    roads: RoadReport | None
    provision: Provision
    labels: dict[str, Text]
    drawn: bool = False
    worth: Worth | None = None
    sources: tuple[Source, ...] = ()

    @property
    def ranged(self) -> bool:
        """Whether shares are told as a range too, over where sites may stand.

        Returns
        -------
        bool
            Of reach by distance, where the workspace has the borders of counties.
        """
        return any(name.endswith("_low") for name in self.regions.columns)

    @property
    def unit(self) -> Text:
        """What reach was counted in, in words.

        Returns
        -------
        Text
            Kilometres or minutes, in both languages.
        """
        return MEASURES[self.measure]


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
        Sites, reaches, year and what is asked for beside; the usual if left out.
    execution : Execution, optional
        How the work on a large demand is carried out; in this process if left out.

    Returns
    -------
    Coverage
        Figures by region and by site, the plan's milestones, and what was not counted.

    Raises
    ------
    OptionError
        If an option can't be, or a column is missing.
    FileError, DataError, DeclarationError
        If the sites or the layers can't be used.
    """
    place = place or workspace.find()
    listed = catalog.load(place)
    own = options.sites is not None and bool(Path(options.sites).suffix)
    sites = options.sites or _network(place, listed)
    if options.demand is not None:
        require_layer(listed, options.demand)
    demand = listed.layers[options.demand or place.roles.layer("demand", listed.layers)]
    if demand.is_large:
        _refuse_in_parts(options, demand.name)
    used = {
        role: place.roles.layer(role, listed.layers)
        for role in (options.regions, "units", *options.provision.roles)
    }
    borders = place.roles.optional("counties", listed.layers)
    whole = () if demand.is_large else (demand.name,)
    names = (*whole, *used.values(), *((borders,) if borders else ()), *(() if own else (sites,)))
    layers = load.load_layers(tuple(dict.fromkeys(names)), place=place)
    if own:
        from gisplan.api.importing.sites_file import sites_of_file

        read = sites_of_file(Path(sites), place=place, options=options.file)
        counties = layers[borders].table if borders else None
        listed_sites = Outcome(_in_counties(read.table, counties), read.left_out)
    else:
        listed_sites = Outcome(layers[sites].table)
    listed_sites = replace(listed_sites, table=text_ids(listed_sites.table))
    usual = place.defaults
    in_tonnes = options.provision.holds_against_capacity
    column = options.quantity or (usual.waste if in_tonnes else usual.quantity)
    quantity = _quantity(demand, column)
    if options.provision.assign and not own:
        _same_unit(layers[sites].spec, demand, column)
    if options.stream:
        with refusals_worded(() if own else layers[sites].spec.columns):
            of_stream = _of_stream(listed_sites.table, options.stream)
        listed_sites = Outcome(of_stream, listed_sites.left_out)
    by_default = sites == place.roles.network and not options.stream and options.reach.kinds is None
    standard = journeys.standard(
        options.reach,
        place=place,
        usual={"km": usual.reaches_km, "min": usual.reaches_min},
        kinds=journeys.usual_kinds(listed_sites.table, place=place) if by_default else (),
    )
    _require_rising(standard)
    stood = sites_by_standing(listed_sites.table, year=standard.year, kinds=standard.kinds)
    chosen = stood.counted
    case = CoverageCase(
        place=place,
        options=options,
        layers={role: layers[name] for role, name in used.items()},
        demand=demand.name,
        points=None if demand.is_large else text_ids(layers[demand.name].table),
        title=sites,
        sites=listed_sites,
        stood=stood,
        areas=layers[borders].table if borders else None,
        standard=standard,
        quantity=column,
    )
    if chosen.table.empty and not (case.none_known and _ranges(case)):
        raise case.none_counts()
    found = in_parts(case, execution) if demand.is_large else at_once(case)
    lacking: tuple[Text, ...] = ()
    if not demand.is_large and "adcode" in demand.column_names:
        names = (used[options.regions], demand.name, used["units"])
        tables = [layers[name].table for name in names]
        lacking = without_rows(*tables)
    worth = (
        of_file(Path(sites), len(chosen.table))
        if own
        else of_layer(layers[sites], chosen, kinds=standard.kinds, year=standard.year, place=place)
    )
    known = () if own else layers[sites].spec.columns
    provided = tuple(worded(words, known) for words in found.provision.left_out)
    return Coverage(
        worth=worth,
        drawn=bool((~stood.placed["precision"].isin(OWN_POSITION)).any()),
        provision=replace(found.provision, left_out=provided),
        labels={} if own else dict(_tier_labels(layers[sites])),
        measure=standard.mode.measure,
        reaches=standard.reaches,
        year=standard.year,
        how=standard.mode.title,
        unreachable=found.unreachable,
        roads=found.roads,
        regions=found.regions,
        total=_total(found.regions),
        sites=found.sites.sort_values("within_reach", ascending=False, ignore_index=True),
        quantity=quantity,
        tonnes=column.startswith(WASTE),
        left_out=(*listed_sites.left_out, *found.notes, *chosen.left_out, *lacking),
        milestones=_milestones(place, listed),
        sources=tuple(
            dict.fromkeys(
                source
                for spec in (demand, *(() if own else (listed.layers[sites],)))
                for source in spec.sources
            )
        ),
    )


def _ranges(case: CoverageCase) -> bool:
    # of demand in memory it is found by the way itself whether the highest can be told
    by_distance = isinstance(case.standard.mode, ByDistance)
    return case.areas is not None if by_distance else case.points is not None


def _network(place: Workspace, listed: catalog.Catalog) -> str:
    """Give the layer of the workspace's network.

    Parameters
    ----------
    place : Workspace
        The workspace.
    listed : catalog.Catalog
        The catalogue of the workspace.

    Returns
    -------
    str
        Name of the layer.

    Raises
    ------
    OptionError
        If the workspace has none.
    """
    found = place.roles.optional("network", listed.layers)
    if found is None:
        name = place.roles.network
        raise OptionError(
            Text(
                f"本工作区没有设施图层 {name}；请用 --sites 给出自己的文件或另一图层，"
                '或在 gisplan.toml 的 [roles] 中写明 network = "图层名"',
                f"this workspace has no layer {name}; name a file of your own, or another layer, "
                'with --sites, or write network = "LAYER" in [roles] of gisplan.toml',
            )
        )
    return found


def _refuse_in_parts(options: CoverageOptions, demand: str) -> None:
    """Refuse what can't be told of a demand that is read in parts.

    Parameters
    ----------
    options : CoverageOptions
        What is asked for.
    demand : str
        Name of its layer.

    Raises
    ------
    OptionError
        If such is asked for.
    """
    journey, provision = options.reach.journey, options.provision
    asked = {
        "--friction": journey.friction,
        "--assign": provision.assign,
        "--accessibility": provision.access,
        "--tiers": provision.tiers,
        "--norms": provision.norms,
        "--stream": options.stream,
    }
    names = [name for name, given in asked.items() if given]
    if names:
        raise OptionError(
            Text(
                f"需求图层 {demand} 分块读取，只能按直线距离或公路算覆盖，"
                f"不能与 {'、'.join(names)} 同用",
                f"the demand layer {demand} is read in parts: its coverage is told by"
                f" straight distance or by road only, not with {', '.join(names)}",
            )
        )


def _in_counties(sites: gpd.GeoDataFrame, counties: gpd.GeoDataFrame | None) -> gpd.GeoDataFrame:
    """Give sites without a code that of the county they lie in, so that regions count them.

    Parameters
    ----------
    sites : geopandas.GeoDataFrame
        Points with ``adcode``, which may be empty.
    counties : geopandas.GeoDataFrame or None
        Polygons; None if the workspace has none.

    Returns
    -------
    geopandas.GeoDataFrame
        The sites.
    """
    if counties is None or sites["adcode"].notna().any():
        return sites
    from gisplan.places.locate import Locator

    found = Locator.from_counties(counties).locate(sites.geometry.x, sites.geometry.y)
    return sites.assign(adcode=found["county"].to_numpy())


def _milestones(place: Workspace, listed: catalog.Catalog) -> tuple[Milestone, ...]:
    """Give what the plan asks of coverage; nothing where the workspace has no plan.

    Parameters
    ----------
    place : Workspace
        The workspace.
    listed : catalog.Catalog
        The catalogue of the workspace.

    Returns
    -------
    tuple of Milestone
        In the order of the plan.
    """
    if not place.roles.of_plan(listed.layers, TABLES):
        return ()
    return tuple(
        m
        for m in load.load_plan(place).milestones()
        if m.decidable_by in _DECIDED or "sorting-system" in m.bases
    )


def _require_rising(standard: ServiceStandard) -> None:
    if all(near < far for near, far in pairwise(standard.reaches)):
        return
    unit = MEASURES[standard.mode.measure]
    told = " ".join(f"{reach:g}" for reach in standard.reaches)
    raise OptionError(
        Text(
            f"范围（{unit.zh}）应大于 0 且由小到大：{told}",
            f"reaches ({unit.en}) must be above 0 and rise: {told}",
        )
    )


def _same_unit(sites: LayerSpec, demand: LayerSpec, quantity: str) -> None:
    """Refuse to hold persons against tonnes, where the layers say which is which.

    Parameters
    ----------
    sites : LayerSpec
        Declaration of the sites.
    demand : LayerSpec
        Declaration of the demand.
    quantity : str
        Column of the demand.

    Raises
    ------
    OptionError
        If capacities and quantity are in different units.
    """
    units = {c.unit.en: c.unit for c in sites.columns if c.name == "capacity" and c.unit}
    own = demand.column(quantity).unit
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
    """Add up the regions; they are disjoint, so their demand is.

    Parameters
    ----------
    regions : geopandas.GeoDataFrame
        Figures by region.

    Returns
    -------
    dict of str to Any
        Figures by column.
    """
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
