"""What candidates would add to the network of a workspace."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import geopandas as gpd
import pandas as pd

from gisplan.analysis import siting as candidates
from gisplan.analysis.columns import OWN_POSITION
from gisplan.analysis.coverage.by_road_distance import nearest_by_road
from gisplan.analysis.coverage.nearest_facility import nearest_in_km
from gisplan.analysis.coverage.service_standard import ServiceStandard
from gisplan.analysis.coverage.standing import sites_that_count
from gisplan.analysis.demand import known_streams
from gisplan.analysis.siting.position_range import gained_range
from gisplan.analysis.travel import MEASURES, ByRoad, Measure
from gisplan.api import load
from gisplan.api.sites.candidates import points
from gisplan.api.sites.inputs import (
    nothing_stands,
    require_one_reach,
    road_report,
    site_standard,
    sources_of,
    uncertain,
)
from gisplan.api.sites.options import EvaluateOptions
from gisplan.api.travel import RoadReport
from gisplan.api.worth import of_layer
from gisplan.catalog import workspace
from gisplan.catalog.ids import text_ids
from gisplan.catalog.layer import Source
from gisplan.catalog.workspace import Workspace
from gisplan.catalog.worth import Worth
from gisplan.pipeline import catalogue as catalog
from gisplan.places.locate import Locator
from gisplan.text import LANGS, Text

#: What is nearest to a candidate: columns ``…_site``, ``…_zh``, ``…_en``, ``…_exact`` of each.
_NEAREST = ("nearest", "next", "nearest_road", "next_road")

__all__ = ["EvaluateOptions", "Evaluation", "evaluate"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """What candidates would add.

    Attributes
    ----------
    table : geopandas.GeoDataFrame
        As :func:`gisplan.analysis.siting.evaluate_sites`, with ``county`` and ``prefecture``
        (codes, empty outside the province), their names, ``next_site``, ``next_km``, the names of
        the nearest sites; by road also ``nearest_road_site``, ``nearest_road`` (in ``measure``),
        ``next_road_site``, ``next_road`` and their names; and ``allotted_zh``, ``allotted_en``
        (what the plan allots to the prefecture); ``nearest_exact`` (whether the nearest site's
        position is its own) and the like of the others; with the
        columns of :func:`gisplan.analysis.siting.position_range.gained_range` where a range is
        told; with ``capacity_left`` and ``untreated`` of
        :func:`gisplan.analysis.siting.capacity_left` where ``stream`` is not empty.
    stream : str
        The quantity that the network's capacities are held against; empty if there is none.
    quantities : dict of str to Text
        What was counted, with its unit.
    measure : {"km", "min"}
        What reach was counted in.
    reach : float
        In that measure.
    how : Text
        How the way was found.
    roads : RoadReport or None
        Of reach by road.
    left_out : tuple of Text
        What does not count, in sentences.
    plan : bool
        Whether the workspace has a plan that allots anything.
    drawn : bool
        Whether a site of the network is known to its county alone, so that figures are of where it
        is drawn.
    worth : Worth or None
        What the figures are worth, as the list of the network's sites may lack some.
    sources : tuple of Source
        Where the figures come from.
    """

    table: gpd.GeoDataFrame
    stream: str
    quantities: dict[str, Text]
    measure: Measure
    reach: float
    how: Text
    roads: RoadReport | None
    left_out: tuple[Text, ...] = field(default=())
    plan: bool = True
    drawn: bool = False
    worth: Worth | None = None
    sources: tuple[Source, ...] = ()

    @property
    def by_road(self) -> bool:
        """Whether the nearest sites are told by road, beside straight.

        Returns
        -------
        bool
            Of reach by road.
        """
        return "nearest_road" in self.table

    @property
    def ranged(self) -> bool:
        """Whether gains are told as a range too, over where the network's sites may stand.

        Returns
        -------
        bool
            Of reach by distance, where the workspace has the borders of counties.
        """
        return any(name.startswith("gained_") and name.endswith("_low") for name in self.table)

    @property
    def unit(self) -> Text:
        """What reach was counted in, in words.

        Returns
        -------
        Text
            Kilometres or minutes, in both languages.
        """
        return MEASURES[self.measure]


def evaluate(
    given: Sequence[str], *, place: Workspace | None = None, options: EvaluateOptions
) -> Evaluation:
    """Evaluate candidates against the network of a workspace.

    Parameters
    ----------
    given : sequence of str
        See :func:`points`.
    place : Workspace, optional
        The workspace of the current folder if left out.
    options : EvaluateOptions
        Reach, year and kinds of sites; the usual if left out.

    Returns
    -------
    Evaluation
        A row a candidate, and what was not counted.

    Raises
    ------
    OptionError, FileError, DataError, DeclarationError
        If the candidates, an option or a layer can't be used.
    """
    place = place or workspace.find()
    wanted = points(given, place=place, options=options.file)
    there = catalog.load(place).layers
    roles = place.roles
    allotted, network_layer = (roles.optional(role, there) for role in ("allotted", "network"))
    demand_layer, counties = (roles.layer(role, there) for role in ("demand", "counties"))
    prefectures = allotted or roles.layer("prefectures", there)
    names = (demand_layer, *((network_layer,) if network_layer else ()), counties, prefectures)
    layers = load.load_layers(names, place=place)
    demand = text_ids(layers[demand_layer].table)
    streams = known_streams(demand)
    quantities = {
        column.name: column.title_with_unit
        for column in layers[demand_layer].spec.columns
        if column.unit is not None
        and (
            column.name in streams
            or (column.name == "population" and demand[column.name].notna().all())
        )
    }
    network = text_ids(layers[network_layer].table) if network_layer else nothing_stands()
    standard = site_standard(options.reach, network, place=place)
    require_one_reach(standard)
    chosen = sites_that_count(network, year=standard.year, kinds=standard.kinds)
    given_sites = gpd.GeoDataFrame(text_ids(wanted.table))
    found = candidates.added_by_mode(
        given_sites,
        demand,
        chosen,
        mode=standard.mode,
        limit=standard.limit,
        quantities=tuple(quantities),
    )
    table = gpd.GeoDataFrame(found.table)
    unsure = uncertain(network, demand, standard, limit=standard.limit, place=place)
    if unsure.span is not None:
        span = gained_range(
            given_sites,
            demand,
            unsure.span,
            mode=standard.mode,
            limit=standard.limit,
            quantities=tuple(quantities),
        )
        table[list(span.columns)] = span.to_numpy()
    stream, told = _capacity(table, demand, chosen.table, standard, tuple(quantities))
    next_kinds = place.defaults.next_kinds if options.next_kinds is None else options.next_kinds
    following = _next_tier(table, network, year=standard.year, kinds=next_kinds)
    if isinstance(standard.mode, ByRoad):
        for part, there_now in (("nearest", chosen.table), ("next", following)):
            columns = [f"{part}_road_site", f"{part}_road"]
            table[columns] = nearest_by_road(given_sites, there_now, standard.mode)
    _names(table, network)
    exact = set(network["id"][network["precision"].isin(OWN_POSITION)])
    for part in _NEAREST:
        if f"{part}_site" in table:
            table[f"{part}_exact"] = table[f"{part}_site"].isin(exact)
    _regions(table, layers[counties].table, layers[prefectures].table)
    worth = None
    if network_layer:
        layer = layers[network_layer]
        worth = of_layer(layer, chosen, kinds=standard.kinds, year=standard.year, place=place)
    return Evaluation(
        worth=worth,
        table=table,
        stream=stream,
        quantities=quantities,
        measure=standard.mode.measure,
        reach=standard.limit,
        how=standard.mode.title,
        roads=road_report(standard.mode, demand, given_sites, chosen.table),
        left_out=(*wanted.left_out, *found.left_out, *told, *unsure.notes),
        plan=allotted is not None,
        drawn=unsure.drawn,
        sources=sources_of(layers[demand_layer], layers[network_layer] if network_layer else None),
    )


def _capacity(
    table: gpd.GeoDataFrame,
    demand: gpd.GeoDataFrame,
    there: gpd.GeoDataFrame,
    standard: ServiceStandard,
    known: tuple[str, ...],
) -> tuple[str, tuple[Text, ...]]:
    """Add what capacity is left, if the network's sites are all of one stream that is known.

    Parameters
    ----------
    table : geopandas.GeoDataFrame
        Candidates; the columns are added in place.
    demand : geopandas.GeoDataFrame
        Points with the quantities.
    there : geopandas.GeoDataFrame
        Sites that count.
    standard : ServiceStandard
        How one gets there, and the reach.
    known : tuple of str
        Quantities of the demand.

    Returns
    -------
    tuple[str, tuple[Text, ...]]
        The quantity, empty if there is none; and what does not count.
    """
    streams = {f"t_{stream}" for stream in there.get("stream", pd.Series(dtype="str")).dropna()}
    if len(streams) != 1 or not streams <= set(known):
        names = "、".join(sorted(streams)) or "—"
        words = Text(
            f"所计设施不是同一种有产生量的废物（{names}），不计剩余能力",
            "the sites that count are not of one stream whose amounts are known "
            f"({names.replace('、', ', ')}): no capacity left is told",
        )
        return "", (words,)
    (stream,) = streams
    mode, limit = standard.mode, standard.limit
    found = candidates.capacity_left(table, demand, there, mode=mode, limit=limit, quantity=stream)
    for name in ("capacity_left", "untreated"):
        table[name] = found.table[name].to_numpy()
    return stream, found.left_out


def _next_tier(
    table: gpd.GeoDataFrame, network: gpd.GeoDataFrame, *, year: int, kinds: Sequence[str]
) -> gpd.GeoDataFrame:
    """Add the nearest site of the next tier, straight.

    Parameters
    ----------
    table : geopandas.GeoDataFrame
        Candidates; the columns are added in place.
    network : geopandas.GeoDataFrame
        The sites.
    year : int
        What does not stand in it does not count.
    kinds : sequence of str
        Of the next tier.

    Returns
    -------
    geopandas.GeoDataFrame
        The sites of that tier that count.
    """
    kinds = tuple(kind for kind in kinds if kind in set(network["kind"]))
    table["next_site"], table["next_km"] = None, float("nan")
    there = network[:0]
    if kinds:
        there = sites_that_count(network, year=year, kinds=kinds).table
    if len(there):
        table[["next_site", "next_km"]] = nearest_in_km(table, there)
    return there


def _names(table: gpd.GeoDataFrame, network: gpd.GeoDataFrame) -> None:
    known = network.set_index("id")
    for part in _NEAREST:
        for lang in LANGS if f"{part}_site" in table else ():
            table[f"{part}_{lang}"] = table[f"{part}_site"].map(known[f"name_{lang}"])


def _regions(
    table: gpd.GeoDataFrame, counties: gpd.GeoDataFrame, prefectures: pd.DataFrame
) -> None:
    """Add in which units candidates lie, and what the plan allots to the prefecture.

    Parameters
    ----------
    table : geopandas.GeoDataFrame
        Candidates; the columns are added in place.
    counties : geopandas.GeoDataFrame
        Polygons with ``adcode`` and ``parent``.
    prefectures : pandas.DataFrame
        With ``adcode``, names and what the plan allots.
    """
    found = Locator.from_counties(counties).locate(table.geometry.x, table.geometry.y)
    for level, units in (("county", counties), ("prefecture", prefectures)):
        codes = found[level].astype(object)
        table[level] = codes.where(codes.notna(), None)
        for lang in LANGS:
            table[f"{level}_{lang}"] = _told(codes, units, f"name_{lang}")
    inside = found["prefecture"]
    for lang in LANGS:
        named = (f"{part}_{lang}" for part in ("own", "inside"))
        parts = [_told(inside, prefectures, name) for name in named if name in prefectures]
        if not parts:  # a region without a plan
            table[f"allotted_{lang}"] = None
            continue
        words = ["\n".join(part for part in both if part) for both in zip(*parts, strict=True)]
        table[f"allotted_{lang}"] = pd.Series(words, dtype=object).where(inside.notna())


def _told(codes: pd.Series, units: pd.DataFrame, column: str) -> pd.Series:
    """Give a column of the units for each code, None where there is nothing.

    Parameters
    ----------
    codes : pandas.Series
        Code of each candidate.
    units : pandas.DataFrame
        Units with ``adcode`` and the column.
    column : str
        Name of the column.

    Returns
    -------
    pandas.Series
        One a candidate.
    """
    words = codes.map(units.set_index("adcode")[column]).astype(object)
    return words.where(words.notna(), None)
