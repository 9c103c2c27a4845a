"""What a coverage is asked for, and working it out: of a demand in memory, or read in parts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd

from gisplan.analysis.checks import listed_names
from gisplan.analysis.columns import OWN_POSITION
from gisplan.analysis.coverage import by_region as service
from gisplan.analysis.coverage.by_region import SitesOfYear
from gisplan.analysis.coverage.od_pairs import between
from gisplan.analysis.coverage.position_range import cost_range, position_notes
from gisplan.analysis.coverage.service_standard import ServiceStandard
from gisplan.analysis.travel import ByDistance, KnownReach
from gisplan.analysis.travel.mode import MEASURES
from gisplan.analysis.travel.od_matrix import UNREACHABLE_COLUMNS
from gisplan.api import load
from gisplan.api import travel as journeys
from gisplan.api.coverage.options import CoverageOptions
from gisplan.api.coverage.provision import Provision, ProvisionCase, provide
from gisplan.api.travel import RoadReport
from gisplan.arrays import Floats
from gisplan.catalog.layer import Layer, Outcome
from gisplan.catalog.workspace import Workspace
from gisplan.errors import DataError, OptionError
from gisplan.pipeline.engines import Execution
from gisplan.text import Text

#: What no site serves.
NOTHING_SERVED = dict.fromkeys(("within_reach", "nearest_here", "only_here"), 0.0)


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
    span, notes = _range(case, demand, units)
    if case.none_known:
        if span is None or not np.isfinite(span[0]).any():
            raise case.none_reached(chosen.left_out)
        notes = (_none_known(standard.year), *notes)
    elif found.pairs.empty:
        raise case.none_reached(service.unreachable(found))
    by_region = service.service_by_standard(
        regions, demand, chosen, units, known, quantity=case.quantity, span=span
    )
    served = service.served_by_standard(demand, chosen, known, quantity=case.quantity)
    provision_case = ProvisionCase(
        demand=demand,
        quantity=case.quantity,
        sites=gpd.GeoDataFrame(case.sites.table),
        reached=between(demand, both, mode=known.mode, reaches=known.reaches),
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
        roads=journeys.road_report(standard.mode, demand, chosen.table),
        provision=provide(provision_case, options.provision, layers),
    )


def _none_known(year: int) -> Text:
    return Text(
        f"没有一处设施确知在 {year} 年已经存在：按图上位置的数不详，实际在 0 与最高之间",
        f"of no site is it known that it stood in {year}: what is told of where sites are drawn is"
        " not known, and lies between 0 and the highest",
    )


def _range(
    case: CoverageCase, demand: gpd.GeoDataFrame, units: pd.DataFrame
) -> tuple[tuple[Floats, Floats] | None, tuple[Text, ...]]:
    """Bound the way to the nearest site over where sites may stand; of reach by distance.

    Parameters
    ----------
    case : CoverageCase
        What is asked, with the layers and sites at hand.
    demand : geopandas.GeoDataFrame
        Points to be served.
    units : pandas.DataFrame
        Every administrative unit with its level and parent.

    Returns
    -------
    span : pair of array of float or None
        None where it can't be told.
    notes : tuple of Text
        Sites placed more coarsely than the reach.
    """
    mode, areas = case.standard.mode, case.areas
    coarse = ~case.stood.placed["precision"].isin(OWN_POSITION)
    if not isinstance(mode, ByDistance):
        if not coarse.any():
            return None, ()
        count = int(coarse.sum())
        names = listed_names(case.stood.placed, coarse.to_numpy(dtype=bool))
        return None, (
            Text(
                f"{count} 处设施只知所在单元，按图上位置计；"
                f"按公路或行程时间不给出最低和最高：{names[0]}",
                f"{count} site(s) are known to their unit alone and are taken where they are drawn;"
                f" by road or travel time the lowest and the highest are not told: {names[1]}",
            ),
        )
    if areas is None:
        return None, ()
    reaches, detour = case.standard.reaches, mode.detour
    span = cost_range(demand, case.stood, areas, units, reaches_km=reaches, detour=detour)
    notes = position_notes(case.stood, areas, units, reaches_km=reaches, detour=detour)
    return (span.least, span.most), notes


def in_parts(case: CoverageCase, execution: Execution | None) -> CoverageTables:
    """Tell of a demand that is read in parts, by distance, in one reading.

    Parameters
    ----------
    case : CoverageCase
        What is asked, with the layers and sites at hand.
    execution : Execution or None
        How the work is carried out; in this process if None.

    Returns
    -------
    CoverageTables
        Figures by region and by site.
    """
    from gisplan.pipeline import chunked as large

    standard, layers = case.standard, case.layers
    mode = standard.mode
    if not isinstance(mode, ByDistance):
        raise OptionError(
            Text(
                f"需求图层 {case.demand} 分块读取，只能按直线距离算覆盖",
                f"the demand layer {case.demand} is read in parts: its coverage is told by straight"
                " distance only",
            )
        )
    tables: dict[str, Any] = {
        "regions": layers[case.options.regions].table,
        "units": layers["units"].table,
        "sites": case.sites.table,
    }
    same: dict[str, Any] = {
        "year": standard.year,
        "kinds": standard.kinds,
        "quantity": case.quantity,
        "detour": mode.detour,
    }
    by_region = "service_by_region"
    if case.areas is not None:
        by_region, tables["areas"] = "service_range_by_region", case.areas
    wanted: dict[str, dict[str, Any]] = {by_region: {**same, "reaches_km": standard.reaches}}
    if not case.none_known:
        wanted["sites_served"] = {**same, "reach_km": standard.limit}
    found = load.go_through(
        case.demand,
        place=case.place,
        analyses={
            f"coverage: {method}": large.ChunkedAnalysis(
                method=method, tables=tables, parameters=parameters
            )
            for method, parameters in wanted.items()
        },
        execution=execution,
    )
    told = {method: found.outcomes[f"coverage: {method}"].table for method in wanted}
    regions = told[by_region]
    served = told.get("sites_served", case.stood.counted.table.assign(**NOTHING_SERVED))
    highest = f"share_{standard.limit:g}_high".replace(".", "_")
    if case.none_known:
        if not (regions.get(highest, pd.Series(dtype="float64")) > 0).any():
            raise case.none_reached(case.stood.counted.left_out)
    elif (served["within_reach"] == 0).all():
        raise case.none_reached()
    # by distance, everything can be reached at some cost
    nothing = pd.DataFrame(columns=[*UNREACHABLE_COLUMNS, "name_zh", "name_en", "amount"])
    notes: tuple[Text, ...] = (_none_known(standard.year),) if case.none_known else ()
    if case.areas is not None:
        notes += position_notes(
            case.stood,
            case.areas,
            tables["units"],
            reaches_km=standard.reaches,
            detour=mode.detour,
        )
    return CoverageTables(regions=regions, sites=served, unreachable=nothing, notes=notes)


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
        The same with names and ``amount``.
    """
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
