"""Travel time as layers: by the user's roads or over a friction raster, and who is served then."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd

from gisplan.analysis.columns import ID, REASONS, year_of
from gisplan.analysis.coverage.standing import sites_that_count
from gisplan.analysis.coverage.unreachable import unreachable as told_unreachable
from gisplan.analysis.travel import ByFriction, ByRoad, Friction, Grid, Mode, RoadGraph, by_road
from gisplan.analysis.travel.mode import RoadOptions
from gisplan.analysis.travel.od_matrix import REASONS as REASON_WORDS
from gisplan.catalog.analyses import Given, TableSpec, analysis, declare
from gisplan.catalog.layer import Outcome
from gisplan.catalog.raster import Raster
from gisplan.catalog.units import KM, MIN, M
from gisplan.errors import OptionError
from gisplan.text import Text

#: A limit for a search of which only the unreachable are of interest (minutes).
_ANY = 1.0


def travel_mode(
    roads: gpd.GeoDataFrame | None,
    friction: Raster | None,
    speeds: pd.DataFrame | None,
    road: Mapping[str, Any] | None,
) -> ByRoad | ByFriction:
    """Make the mode that roads or a friction raster stand for: one of the two.

    Parameters
    ----------
    roads : geopandas.GeoDataFrame, optional
        Lines.
    friction : Raster, optional
        Minutes per metre.
    speeds : pandas.DataFrame, optional
        Speeds by class of road; see :func:`gisplan.analysis.travel.by_road`.
    road : mapping, optional
        What is said of the roads: :data:`gisplan.analysis.travel.mode.ROAD_OPTIONS`.

    Returns
    -------
    ByRoad | ByFriction
        The mode, ready to be asked for pairs.

    Raises
    ------
    OptionError
        If both are given, or neither.
    DataError, DatumError
        If they can't be used.
    """
    if (roads is None) == (friction is None):
        raise OptionError(
            Text(
                "行程时间须给出 roads（道路）或 friction（阻力栅格），二者选一",
                "travel time needs roads or a friction raster, one of the two",
            )
        )
    if friction is not None:
        return ByFriction(Friction(friction.values(), Grid.of(friction.grid)))
    if roads is None:  # pragma: no cover (said above)
        raise AssertionError
    return by_road(roads, speeds=speeds, options=road)


def _times(given: Given) -> TableSpec:
    columns = (
        declare("demand", "text", ("需求点编号", "Demand point's id"), required=True),
        declare("site", "text", ("设施编号", "Facility's id"), required=True),
        declare(
            "minutes", "number", ("行程时间", "Travel time"), unit=MIN, minimum=0, derived=True
        ),
        declare(
            "limit_min",
            "number",
            ("计算的上限", "Limit of the search"),
            unit=MIN,
            minimum=0,
        ),
    )
    return TableSpec(columns=columns, key=("demand", "site"), vintage=year_of(given))


@analysis("travel_times", gives=_times, bounds={"limit_min": (0, None)})
def travel_times(
    demand: gpd.GeoDataFrame,
    sites: gpd.GeoDataFrame,
    roads: gpd.GeoDataFrame | None = None,
    friction: Raster | None = None,
    speeds: pd.DataFrame | None = None,
    *,
    limit_min: float,
    year: int,
    kinds: Sequence[str] = (),
    road: RoadOptions | None = None,
) -> Outcome:
    """Make the table of demand point, site and travel time.

    Parameters
    ----------
    demand : geopandas.GeoDataFrame
        Points with ``id``.
    sites : geopandas.GeoDataFrame
        See :func:`gisplan.analysis.coverage.standing.sites_that_count`.
    roads, friction, speeds
        See :func:`travel_mode`.
    limit_min : float
        Greatest travel time in minutes.
    year : int
        What does not stand in it does not count.
    kinds : sequence of str
        Kinds of sites; all if empty.
    road
        See :func:`travel_mode`.

    Returns
    -------
    Outcome
        ``demand``, ``site``, ``minutes``, ``limit_min``; what can't be reached at any cost is
        told in ``left_out``.

    Raises
    ------
    DataError, OptionError, DatumError
        If a table, raster or option can't be used.
    """
    mode = travel_mode(roads, friction, speeds, road)
    chosen = sites_that_count(sites, year=year, kinds=kinds)
    reach = mode.reach(demand, chosen.table, limit=limit_min)
    table = reach.pairs.rename(columns={"cost": "minutes"})
    table["limit_min"] = float(limit_min)
    return Outcome(table, (*chosen.left_out, *told_unreachable(reach, demand, chosen.table)))


def _lost(given: Given) -> TableSpec:
    columns = (
        declare(
            "of",
            "text",
            ("对象", "Of what"),
            required=True,
            labels={"demand": ("需求点", "demand point"), "site": ("设施", "facility")},
        ),
        ID,
        declare("reason", "text", ("原因", "Reason"), labels=REASON_WORDS, derived=True),
        declare(
            "distance_m", "number", ("到道路的距离", "To the road"), unit=M, minimum=0, derived=True
        ),
        *REASONS,
    )
    return TableSpec(
        columns=columns,
        key=("of", "id"),
        geometry="point",
        positions="county",
        vintage=year_of(given),
    )


@analysis("unreachable", gives=_lost)
def unreachable(
    demand: gpd.GeoDataFrame,
    sites: gpd.GeoDataFrame,
    roads: gpd.GeoDataFrame | None = None,
    friction: Raster | None = None,
    speeds: pd.DataFrame | None = None,
    *,
    year: int,
    kinds: Sequence[str] = (),
    road: RoadOptions | None = None,
) -> Outcome:
    """List the sites and demand points that can't be reached at any cost, with the reason.

    Parameters
    ----------
    demand, sites, roads, friction, speeds, year, kinds, road
        As in :func:`travel_times`.

    Returns
    -------
    Outcome
        ``of`` (``demand`` or ``site``), ``id``, ``reason``, ``distance_m``, ``reason_zh``,
        ``reason_en``, at their points.

    Raises
    ------
    DataError, OptionError, DatumError
        If a table, raster or option can't be used.
    """
    mode: Mode = travel_mode(roads, friction, speeds, road)
    chosen = sites_that_count(sites, year=year, kinds=kinds)
    lost = mode.reach(demand, chosen.table, limit=_ANY).unreachable
    places = {
        "demand": demand.set_index(demand["id"].astype("str")).geometry,
        "site": chosen.table.set_index(chosen.table["id"].astype("str")).geometry,
    }
    pairs = zip(lost["of"], lost["id"].astype("str"), strict=True)
    shapes = [places[of].to_crs(4326)[name] for of, name in pairs]
    return Outcome(gpd.GeoDataFrame(lost, geometry=shapes, crs=4326), chosen.left_out)


def _components(given: Given) -> TableSpec:
    columns = (
        declare("component", "integer", ("片", "Piece"), required=True, minimum=1, derived=True),
        declare("nodes", "integer", ("节点数", "Nodes"), minimum=0, derived=True),
        declare("edges", "integer", ("边数", "Edges"), minimum=0, derived=True),
        declare("km", "number", ("长度", "Length"), unit=KM, minimum=0, derived=True),
        declare(
            "one_way_km",
            "number",
            ("其中单行", "Of this one way"),
            unit=KM,
            minimum=0,
            derived=True,
        ),
    )
    return TableSpec(
        columns=columns,
        key=("component",),
        geometry="point",
        positions=given.layers["roads"].positions,
    )


@analysis("road_components", gives=_components)
def road_components(
    roads: gpd.GeoDataFrame,
    speeds: pd.DataFrame | None = None,
    *,
    road: RoadOptions | None = None,
) -> gpd.GeoDataFrame:
    """List the pieces that roads fall into, the longest first.

    Parameters
    ----------
    roads, speeds, road
        As in :func:`travel_times`.

    Returns
    -------
    geopandas.GeoDataFrame
        ``component`` (from 1), ``nodes``, ``edges``, ``km``, ``one_way_km``, at one of its nodes.

    Raises
    ------
    DataError, OptionError, DatumError
        If the roads can't be used.
    """
    return _as_points(_graph(roads, speeds, road).components)


def _joins(given: Given) -> TableSpec:
    columns = (
        declare("join", "integer", ("编号", "Number"), required=True, minimum=1),
        declare("line", "integer", ("道路行号", "Row of the road"), minimum=0),
        declare("distance_m", "number", ("接上的距离", "Gap"), unit=M, minimum=0, derived=True),
    )
    return TableSpec(
        columns=columns,
        key=("join",),
        geometry="point",
        positions=given.layers["roads"].positions,
    )


@analysis("road_joins", gives=_joins)
def road_joins(
    roads: gpd.GeoDataFrame,
    speeds: pd.DataFrame | None = None,
    *,
    road: RoadOptions | None = None,
) -> gpd.GeoDataFrame:
    """List the loose ends of roads that were joined to another road (option ``snap_m``).

    Parameters
    ----------
    roads, speeds, road
        As in :func:`travel_times`.

    Returns
    -------
    geopandas.GeoDataFrame
        ``join`` (from 1), ``line`` and ``distance_m``, at the end that was joined.

    Raises
    ------
    DataError, OptionError, DatumError
        If the roads can't be used.
    """
    table = _graph(roads, speeds, road).snapped.reset_index(drop=True)
    table.insert(0, "join", np.arange(1, len(table) + 1))
    return _as_points(table)


def _graph(
    roads: gpd.GeoDataFrame, speeds: pd.DataFrame | None, road: Mapping[str, Any] | None
) -> RoadGraph:
    return by_road(roads, speeds=speeds, options=road).graph


def _as_points(table: pd.DataFrame) -> gpd.GeoDataFrame:
    points = gpd.points_from_xy(table["lon"], table["lat"])
    return gpd.GeoDataFrame(table.drop(columns=["lon", "lat"]), geometry=points, crs=4326)
