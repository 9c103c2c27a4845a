"""What a coverage is asked for, and working it out of a demand in memory."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import geopandas as gpd
import numpy as np
import pandas as pd

from gisplan.analysis.checks import listed_names
from gisplan.analysis.columns import OWN_POSITION
from gisplan.analysis.coverage.by_region import service_by_standard
from gisplan.analysis.coverage.od_pairs import between
from gisplan.analysis.coverage.position_range import cost_range, position_notes
from gisplan.analysis.coverage.range_by_way import least_cost_by_way
from gisplan.analysis.coverage.service_standard import ServiceStandard
from gisplan.analysis.coverage.sites_served import served_by_standard
from gisplan.analysis.coverage.standing import SitesOfYear
from gisplan.analysis.coverage.unplaced import unplaced_within
from gisplan.analysis.coverage.unreachable import unreachable
from gisplan.analysis.travel import ByDistance, KnownReach
from gisplan.analysis.travel.mode import MEASURES
from gisplan.analysis.travel.od_matrix import Reach
from gisplan.api import travel as journeys
from gisplan.api.coverage.options import CoverageOptions
from gisplan.api.coverage.provision import Provision, ProvisionCase, provide
from gisplan.api.travel import RoadReport
from gisplan.arrays import Floats
from gisplan.catalog.layer import Layer, Outcome
from gisplan.catalog.workspace import Workspace
from gisplan.errors import DataError
from gisplan.text import LANGS, Lang, Text

#: Why no range is told of a year of which nothing is known.
_NOT_BOUND = Text(
    "可以不用 --friction、不分块读取，按直线距离或公路算：给出 0 到最高的范围（须有县界图层）",
    "by straight distance or by road, of a demand that is not read in parts, the range from 0 to"
    " the highest is told, if the workspace has the borders of counties",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageCase:
    """What is asked, with the layers and sites at hand.

    Attributes
    ----------
    place : Workspace
        The workspace.
    options : CoverageOptions
        What is asked for.
    layers : mapping of str to Layer
        By role: the regions to list, the units, and those of the norms if they are asked for.
    demand : str
        Layer of the points to be served.
    points : geopandas.GeoDataFrame or None
        Its table; None if it is read in parts.
    title : str
        Layer or file of the sites, for messages.
    sites : Outcome
        All sites, also those that do not count.
    stood : SitesOfYear
        Those that count, and those that may have stood.
    areas : geopandas.GeoDataFrame or None
        Polygons of the counties that sites lie in; None if the workspace has none.
    standard : ServiceStandard
        Which count, how far they reach, and how one gets there.
    quantity : str
        Column of the demand.
    """

    place: Workspace
    options: CoverageOptions
    layers: Mapping[str, Layer]
    demand: str
    points: gpd.GeoDataFrame | None
    title: str
    sites: Outcome
    stood: SitesOfYear
    areas: gpd.GeoDataFrame | None
    standard: ServiceStandard
    quantity: str

    @property
    def none_known(self) -> bool:
        """Whether no site is known to have stood, while some may have.

        Returns
        -------
        bool
            Then what is covered lies between nothing and what those may cover.
        """
        may_have = not self.stood.possible.empty or not self.stood.unplaced.empty
        return self.stood.counted.table.empty and may_have

    def none_counts(self) -> DataError:
        """Say that no site counts in the year, and why what may be is not told.

        Returns
        -------
        DataError
            The error, with what was not counted.
        """
        year, sites = self.standard.year, self.title
        why = (_NOT_BOUND,) if self.none_known else ()
        return DataError(
            Text(f"{sites}：{year} 年没有一处设施计入", f"{sites}: no site counts in {year}"),
            faults=(*self.stood.counted.left_out, *why),
        )

    def none_reached(self, faults: tuple[Text, ...] = ()) -> DataError:
        """Say that no site reaches any of the demand.

        Parameters
        ----------
        faults : tuple of Text, optional
            Why not.

        Returns
        -------
        DataError
            The error, with the longest reach.
        """
        unit, far = MEASURES[self.standard.mode.measure], f"{self.standard.limit:g}"
        sites = self.title
        layer = self.demand
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
class CoverageTables:
    """The tables of a coverage."""

    regions: gpd.GeoDataFrame
    sites: gpd.GeoDataFrame
    unreachable: pd.DataFrame
    roads: RoadReport | None = None
    provision: Provision = field(default_factory=Provision)
    notes: tuple[Text, ...] = ()


def at_once(case: CoverageCase) -> CoverageTables:
    """Tell of a demand that is one table, by any mode.

    Parameters
    ----------
    case : CoverageCase
        What is asked, with the layers and sites at hand.

    Returns
    -------
    CoverageTables
        Figures by region and by site, and what can't be reached.
    """
    options, layers, standard = case.options, case.layers, case.standard
    chosen, both = case.stood.counted, Outcome(case.stood.placed, case.stood.counted.left_out)
    demand, regions = gpd.GeoDataFrame(case.points), layers[options.regions].table
    units = layers["units"].table
    # searched once, however often it is asked below
    every = standard.mode.reach(demand, both.table, limit=standard.limit)
    known = replace(standard, mode=KnownReach(every, standard.mode.title))
    found = known.mode.reach(demand, chosen.table, limit=standard.limit)
    span, notes = _range(case, demand, units, every)
    if case.none_known:
        if span is None:
            raise case.none_counts()
        if not np.isfinite(span[0]).any():
            raise case.none_reached(chosen.left_out)
        notes = (none_known_words(standard.year), *notes)
    elif found.pairs.empty:
        raise case.none_reached(unreachable(found, demand, chosen.table))
    by_region = service_by_standard(
        regions, demand, chosen, units, known, quantity=case.quantity, span=span
    )
    served = served_by_standard(demand, chosen, known, quantity=case.quantity)
    provision_case = ProvisionCase(
        demand=demand,
        quantity=case.quantity,
        sites=gpd.GeoDataFrame(case.sites.table),
        reached=replace(
            between(demand, both, mode=known.mode, reaches=known.reaches),
            unplaced=unplaced_within(
                demand,
                case.stood,
                case.areas,
                None if case.areas is None else units,
                mode=standard.mode,
                limit=standard.limit,
                found=every,
            ),
        ),
        standard=standard,
        stream=options.stream,
        regions=regions,
        units=units,
    )
    return CoverageTables(
        regions=by_region.table,
        notes=notes,
        sites=served.table,
        unreachable=_unreachable(found.unreachable, demand, chosen.table, case.quantity),
        roads=journeys.road_report(
            standard.mode, demand, both.table if case.none_known else chosen.table
        ),
        provision=provide(provision_case, options.provision, layers),
    )


def none_known_words(year: int) -> Text:
    """Say that no site is known to have stood in a year.

    Parameters
    ----------
    year : int
        The year.

    Returns
    -------
    Text
        What that means for the figures.
    """
    return Text(
        f"没有一处设施确知在 {year} 年已经存在：按图上位置的数不详，实际在 0 与最高之间",
        f"of no site is it known that it stood in {year}: what is told of where sites are drawn is"
        " not known, and lies between 0 and the highest",
    )


def _range(
    case: CoverageCase, demand: gpd.GeoDataFrame, units: pd.DataFrame, found: Reach
) -> tuple[tuple[Floats, Floats] | None, tuple[Text, ...]]:
    """Bound the way to the nearest site over where sites may stand.

    Of reach by distance; by road only where no site is known to have stood, and so none is reached
    for certain.

    Parameters
    ----------
    case : CoverageCase
        What is asked, with the layers and sites at hand.
    demand : geopandas.GeoDataFrame
        Points to be served.
    units : pandas.DataFrame
        Every administrative unit with its level and parent.
    found : Reach
        Pairs of the demand and all sites that are placed.

    Returns
    -------
    span : pair of array of float or None
        None where it can't be told.
    notes : tuple of Text
        Sites placed more coarsely than the reach.
    """
    mode, areas = case.standard.mode, case.areas
    if not isinstance(mode, ByDistance) and case.none_known:
        least = least_cost_by_way(
            demand, case.stood, areas, units, mode=mode, found=found, limit=case.standard.limit
        )
        return (None, ()) if least is None else ((least, np.full_like(least, np.inf)), _bound(case))
    if not isinstance(mode, ByDistance):
        return None, no_range_words(case)
    if areas is None:
        return None, ()
    reaches, detour = case.standard.reaches, mode.detour
    span = cost_range(demand, case.stood, areas, units, reaches_km=reaches, detour=detour)
    notes = position_notes(case.stood, areas, units, reaches_km=reaches, detour=detour)
    return (span.least, span.most), notes


def _bound(case: CoverageCase) -> tuple[Text, ...]:
    """Say how the highest by road was bounded.

    Parameters
    ----------
    case : CoverageCase
        What is asked, with the layers and sites at hand.

    Returns
    -------
    tuple of Text
        Empty where each site's position is its own.
    """
    placed, unplaced = case.stood.placed, case.stood.unplaced
    coarse = ~placed["precision"].isin(OWN_POSITION)
    count = int(coarse.sum()) + len(unplaced)
    if not count:
        return ()
    every = pd.concat([placed[coarse], unplaced], ignore_index=True)
    zh, en = listed_names(every, np.ones(len(every), dtype=bool))
    return (
        Text(
            f"{count} 处设施只知所在单元，到它的路无从计算：最高按直线（行程时间按最快的路速）计，"
            f"真实的路只会更长，故为上限：{zh}",
            f"the way by road to {count} site(s) that are known to their unit alone can't be found:"
            " the highest takes them in a straight line (in time, at the speed of the fastest"
            f" road), which no road is shorter than, and so is a most: {en}",
        ),
    )


def no_range_words(case: CoverageCase) -> tuple[Text, ...]:
    """Say that no range is told of reach by road or time, where sites may stand elsewhere.

    Parameters
    ----------
    case : CoverageCase
        What is asked, with the layers and sites at hand.

    Returns
    -------
    tuple of Text
        Empty where each site's position is its own.
    """
    coarse = ~case.stood.placed["precision"].isin(OWN_POSITION)
    if not coarse.any():
        return ()
    count = int(coarse.sum())
    names = listed_names(case.stood.placed, coarse.to_numpy(dtype=bool))
    return (
        Text(
            f"{count} 处设施只知所在单元，按图上位置计；"
            f"按公路或行程时间不给出最低和最高：{names[0]}",
            f"{count} site(s) are known to their unit alone and are taken where they are drawn;"
            f" by road or travel time the lowest and the highest are not told: {names[1]}",
        ),
    )


def _unreachable(
    lost: pd.DataFrame, demand: gpd.GeoDataFrame, sites: gpd.GeoDataFrame, quantity: str
) -> pd.DataFrame:
    """Name what can't be reached, and say how much of the demand that is.

    Parameters
    ----------
    lost : pandas.DataFrame
        ``of``, ``id`` and the reason.
    demand : geopandas.GeoDataFrame
        Points with ``id`` and the quantity.
    sites : geopandas.GeoDataFrame
        Sites with ``id`` and names.
    quantity : str
        Column of the demand.

    Returns
    -------
    pandas.DataFrame
        The same with names, ``amount`` and ``points`` (1).
    """
    table = lost.copy()
    for lang in LANGS:
        ids = table["id"].astype("str")
        table[f"name_{lang}"] = ids.map(names_of(sites, lang)).where(table["of"] == "site", ids)
    amounts = pd.Series(demand[quantity].to_numpy(), index=demand["id"].astype("str"))
    amount = table["id"].astype("str").map(amounts)
    table["amount"] = amount.where(table["of"] == "demand").astype("float64")
    return table.assign(points=1)


def names_of(sites: gpd.GeoDataFrame, lang: Lang) -> dict[str, str]:
    """Give the names of sites by their identifiers.

    Parameters
    ----------
    sites : geopandas.GeoDataFrame
        Sites with ``id`` and names.
    lang : {"zh", "en"}
        Language.

    Returns
    -------
    dict of str to str
        The identifier where there is no name.
    """
    given = sites.get(f"name_{lang}", sites["id"]).fillna(sites["id"]).astype("str")
    return dict(zip(sites["id"].astype("str"), given, strict=True))
