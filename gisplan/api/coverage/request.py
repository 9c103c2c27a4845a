"""What a coverage is asked for, and working it out: of a demand in memory, or read in parts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import geopandas as gpd
import pandas as pd

from gisplan.analysis.coverage import by_region as service
from gisplan.analysis.coverage.od_pairs import between
from gisplan.analysis.travel import KnownReach, Mode
from gisplan.analysis.travel.mode import MEASURES
from gisplan.analysis.travel.od_matrix import UNREACHABLE_COLUMNS
from gisplan.api import load
from gisplan.api import travel as journeys
from gisplan.api.coverage.extras import Provided, ProvisionCase, provided
from gisplan.api.coverage.options import CoverageOptions
from gisplan.api.travel import RoadReport
from gisplan.catalog.layer import Layer, Outcome
from gisplan.catalog.workspace import Workspace
from gisplan.errors import DataError
from gisplan.pipeline.engines import Execution
from gisplan.text import Text


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
    given : Outcome
        All sites, also those that do not count.
    chosen : Outcome
        Those that count.
    mode : Mode
        How one gets there.
    reaches : tuple of float
        Rising, in the mode's measure.
    kinds : tuple of str
        That count; all if empty.
    """

    place: Workspace
    options: CoverageOptions
    layers: Mapping[str, Layer]
    demand: str
    points: gpd.GeoDataFrame | None
    title: str
    given: Outcome
    chosen: Outcome
    mode: Mode
    reaches: tuple[float, ...]
    kinds: tuple[str, ...]

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
        unit, far, sites = MEASURES[self.mode.measure], f"{self.reaches[-1]:g}", self.title
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
    more: Provided = field(default_factory=Provided)


def at_once(asked: CoverageCase) -> CoverageTables:
    """Tell of a demand that is one table, by any mode.

    Parameters
    ----------
    asked : CoverageCase
        What is asked, with the layers and sites at hand.

    Returns
    -------
    CoverageTables
        Figures by region and by site, and what can't be reached.
    """
    options, layers, chosen, mode = asked.options, asked.layers, asked.chosen, asked.mode
    demand, regions = gpd.GeoDataFrame(asked.points), layers[options.regions].table
    units = layers["units"].table
    # searched once, however often it is asked below
    found = mode.reach(demand, chosen.table, limit=max(asked.reaches))
    if found.pairs.empty:
        raise asked.none_reached(service.unreachable(found))
    known = KnownReach(found, mode.title)
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
    case = ProvisionCase(
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
    return CoverageTables(
        regions=by_region.table,
        sites=served.table,
        unreachable=_unreachable(found.unreachable, demand, chosen.table, options.quantity),
        roads=journeys.road_report(mode, demand, chosen.table),
        more=provided(case, options.more, layers),
    )


def in_parts(asked: CoverageCase, execution: Execution | None) -> CoverageTables:
    """Tell of a demand that is read in parts, by distance, in one reading.

    Parameters
    ----------
    asked : CoverageCase
        What is asked, with the layers and sites at hand.
    execution : Execution or None
        How the work is carried out; in this process if None.

    Returns
    -------
    CoverageTables
        Figures by region and by site.
    """
    from gisplan.pipeline import chunked as large

    options, layers = asked.options, asked.layers
    tables: dict[str, Any] = {
        "regions": layers[options.regions].table,
        "units": layers["units"].table,
        "sites": asked.given.table,
    }
    same: dict[str, Any] = {
        "year": options.year,
        "kinds": asked.kinds,
        "quantity": options.quantity,
        "detour": options.detour,
    }
    wanted: dict[str, dict[str, Any]] = {
        "service_by_region": {**same, "reaches_km": asked.reaches},
        "sites_served": {**same, "reach_km": asked.reaches[-1]},
    }
    found = load.go_through(
        asked.demand,
        place=asked.place,
        analyses={
            f"coverage: {method}": large.ChunkedAnalysis(
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
    return CoverageTables(regions=regions, sites=served, unreachable=nothing)


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
