"""Distance by road as layers: each pair with its access legs, and how roundabout roads are."""

from __future__ import annotations

from collections.abc import Sequence

import geopandas as gpd
import numpy as np
import pandas as pd

from gisplan.analysis.columns import year_of
from gisplan.analysis.coverage.standing import sites_that_count
from gisplan.analysis.coverage.unreachable import unreachable
from gisplan.analysis.travel import ByRoad, by_road
from gisplan.analysis.travel.mode import M_PER_KM
from gisplan.analysis.travel.points import WGS84
from gisplan.arrays import Floats
from gisplan.catalog.analyses import Given, TableSpec, analysis, declare
from gisplan.catalog.layer import Outcome
from gisplan.catalog.units import KM
from gisplan.places.hierarchy import region_above
from gisplan.text import Text

#: Pairs nearer than this, in km, say nothing of roads: most of the way is access.
_LEAST_KM = 5.0
#: Farther than any way within a province, in km or minutes.
_ANYWHERE = 50_000.0


def _mode(
    roads: gpd.GeoDataFrame, *, length: str | None, access_km: float, access_detour: float
) -> ByRoad:
    return by_road(
        roads,
        options={
            "unit": "m",
            "length": length,
            "max_snap_m": 1000 * access_km,
            "detour": access_detour,
            "direct": True,
        },
    )


def _distances(given: Given) -> TableSpec:
    columns = (
        declare("demand", "text", ("需求点编号", "Demand point's id"), required=True),
        declare("site", "text", ("设施编号", "Facility's id"), required=True),
        declare("road_km", "number", ("公路里程", "By road"), unit=KM, minimum=0, derived=True),
        declare(
            "access_km",
            "number",
            ("其中接入段", "Of it off the road"),
            unit=KM,
            meaning=(
                "两端到干线公路的直线距离乘绕行系数",
                "Straight lines between both ends and the trunk roads, with the detour",
            ),
            minimum=0,
            derived=True,
        ),
        declare(
            "straight_km", "number", ("直线距离", "Straight"), unit=KM, minimum=0, derived=True
        ),
        declare("limit_km", "number", ("计算的上限", "Limit of the search"), unit=KM, minimum=0),
    )
    return TableSpec(columns=columns, key=("demand", "site"), vintage=year_of(given))


@analysis(
    "road_distances",
    gives=_distances,
    bounds={"limit_km": (0, None), "access_km": (0, None), "access_detour": (1, None)},
)
def road_distances(
    demand: gpd.GeoDataFrame,
    sites: gpd.GeoDataFrame,
    roads: gpd.GeoDataFrame,
    *,
    limit_km: float,
    year: int,
    kinds: Sequence[str] = (),
    length: str | None = None,
    access_km: float = 50.0,
    access_detour: float = 1.3,
) -> Outcome:
    """Make the table of demand point, site and distance by road, the legs off the road apart.

    Parameters
    ----------
    demand : geopandas.GeoDataFrame
        Points with ``id``.
    sites : geopandas.GeoDataFrame
        See :func:`gisplan.analysis.coverage.standing.sites_that_count`.
    roads : geopandas.GeoDataFrame
        Lines that meet where they share a vertex.
    limit_km : float
        Greatest distance by road.
    year : int
        What does not stand in it does not count.
    kinds : sequence of str
        Kinds of sites; all if empty.
    length : str, optional
        Column of the metres that a line stands for; its own length if left out.
    access_km : float
        How far from a road a place may lie, straight.
    access_detour : float
        Factor from that straight line to the way that is really gone.

    Returns
    -------
    Outcome
        ``demand``, ``site``, ``road_km``, ``access_km`` (part of it), ``straight_km``,
        ``limit_km``. Where two places are no farther apart than their legs to the road, the way
        is straight between them, and all of it is access. What can't be reached is told in
        ``left_out``.

    Raises
    ------
    DataError, OptionError, DatumError
        If a table or an option can't be used.
    """
    mode = _mode(roads, length=length, access_km=access_km, access_detour=access_detour)
    chosen = sites_that_count(sites, year=year, kinds=kinds)
    reach = mode.reach(demand, chosen.table, limit=limit_km)
    table = _told_apart(reach.pairs, mode, demand, chosen.table)
    table["limit_km"] = float(limit_km)
    return Outcome(table, (*chosen.left_out, *unreachable(reach, demand, chosen.table)))


def _told_apart(
    pairs: pd.DataFrame, mode: ByRoad, demand: gpd.GeoDataFrame, sites: gpd.GeoDataFrame
) -> pd.DataFrame:
    """Put beside each pair its straight distance and what of the way is off the road.

    Parameters
    ----------
    pairs : pandas.DataFrame
        ``demand``, ``site``, ``cost`` in metres.
    mode : ByRoad
        By length.
    demand, sites : geopandas.GeoDataFrame
        Points with ``id``.

    Returns
    -------
    pandas.DataFrame
        ``demand``, ``site``, ``road_km``, ``access_km``, ``straight_km``.
    """
    most, detour = mode.trip.max_snap, mode.trip.detour
    legs, places = [], []
    for name, points in (("demand", demand), ("site", sites)):
        far = mode.graph.access(points, max_snap=most).set_index("id")["distance_m"]
        at = points.to_crs(4326).set_index(points["id"].astype(str)).geometry
        legs.append(pairs[name].map(far).to_numpy(dtype=float))
        places.append(at.loc[pairs[name].astype(str)])
    straight: Floats = np.asarray(
        WGS84.inv(places[0].x, places[0].y, places[1].x, places[1].y)[2], dtype=float
    ).reshape(-1)
    cost = pairs["cost"].to_numpy(dtype=float)
    access = np.minimum((legs[0] + legs[1]) * detour, cost)
    return pd.DataFrame(
        {
            "demand": pairs["demand"],
            "site": pairs["site"],
            "road_km": cost / 1000,
            "access_km": access / 1000,
            "straight_km": straight / 1000,
        }
    )


def nearest_by_road(
    points: gpd.GeoDataFrame, sites: gpd.GeoDataFrame, mode: ByRoad
) -> pd.DataFrame:
    """Find the site nearest to each point by road, however far.

    Parameters
    ----------
    points : geopandas.GeoDataFrame
        Points with a unique ``id``, in any CRS.
    sites : geopandas.GeoDataFrame
        Points with a unique ``id``, in any CRS; there may be none.
    mode : ByRoad
        By length or time.

    Returns
    -------
    pandas.DataFrame
        A row a point, in order: ``site`` (id) and ``way``, in the mode's measure; empty where no
        way leads to any.

    Examples
    --------
    >>> import geopandas as gpd
    >>> import shapely
    >>> from gisplan.analysis.coverage.by_road_distance import nearest_by_road
    >>> from gisplan.analysis.travel import by_road
    >>> roads = gpd.GeoDataFrame(
    ...     geometry=[shapely.LineString([(104, 36), (104.2, 36.1), (104.4, 36)])], crs=4326
    ... )
    >>> ends = [
    ...     gpd.GeoDataFrame({"id": [name]}, geometry=gpd.points_from_xy([x], [36]), crs=4326)
    ...     for name, x in (("a", 104), ("P", 104.4))
    ... ]
    >>> nearest_by_road(*ends, by_road(roads, options={"unit": "m"})).round(1)
      site   way
    0    P  42.3
    """
    found = pd.DataFrame({"site": None, "way": np.nan}, index=range(len(points)))
    if sites.empty:
        return found
    scale = M_PER_KM if mode.measure == "km" else 1.0
    pairs = mode.reach(points, sites, limit=_ANYWHERE, nearest=1).pairs
    pairs = pairs.set_index(pairs["demand"].astype("str"))
    ids = points["id"].astype("str").to_numpy()
    found["site"] = pairs["site"].reindex(ids).to_numpy()
    found["way"] = pairs["cost"].reindex(ids).to_numpy(dtype=float) / scale
    return found


def _circuity(given: Given) -> TableSpec:
    columns = (
        declare("adcode", "adcode", ("行政区划代码", "Adcode")),
        declare("name_zh", "text", ("名称", "Name in Chinese")),
        declare("name_en", "text", ("英文名称", "Name in English")),
        declare(
            "circuity",
            "number",
            ("绕行系数（公路里程比直线）", "Circuity (road over straight)"),
            meaning=(
                "区域内各居民点到本区域各县级驻地的公路里程之和比直线距离之和；"
                f"直线不足 {_LEAST_KM:g} 千米的不计",
                "Sum of the ways by road from each settlement to each county seat of the region "
                f"over the sum of the straight ones; pairs under {_LEAST_KM:g} km don't count",
            ),
            minimum=0,
            derived=True,
        ),
        declare(
            "access_share",
            "number",
            ("其中接入段占比", "Of it off the road"),
            unit=Text("%", "%"),
            minimum=0,
            maximum=100,
            derived=True,
        ),
        declare("pairs", "integer", ("计入的点对", "Pairs counted"), minimum=0, derived=True),
    )
    given.column("regions", "adcode")
    return TableSpec(columns=columns, key=("adcode",), geometry="polygon", positions="digitised")


@analysis("circuity", gives=_circuity, bounds={"access_km": (0, None), "access_detour": (1, None)})
def circuity(
    regions: gpd.GeoDataFrame,
    points: gpd.GeoDataFrame,
    seats: gpd.GeoDataFrame,
    roads: gpd.GeoDataFrame,
    units: pd.DataFrame,
    *,
    length: str | None = None,
    access_km: float = 50.0,
    access_detour: float = 1.3,
) -> Outcome:
    """Tell for each region how much longer ways by road are than straight ones.

    Parameters
    ----------
    regions : geopandas.GeoDataFrame
        Polygons with ``adcode``, ``name_zh``, ``name_en``.
    points : geopandas.GeoDataFrame
        Settlements: points with ``id`` and ``adcode``.
    seats : geopandas.GeoDataFrame
        Where the ways go: points with ``adcode``.
    roads : geopandas.GeoDataFrame
        Lines that meet where they share a vertex.
    units : pandas.DataFrame
        ``adcode``, ``level``, ``parent`` of every unit.
    length : str, optional
        Column of the metres that a line stands for.
    access_km : float
        How far from a road a place may lie, straight.
    access_detour : float
        Factor from that straight line to the way that is really gone.

    Returns
    -------
    Outcome
        ``regions`` with ``circuity``, ``access_share`` (percent of the ways) and ``pairs``;
        missing where no pair counts.

    Raises
    ------
    DataError, OptionError, DatumError
        If a table or an option can't be used.
    """
    mode = _mode(roads, length=length, access_km=access_km, access_detour=access_detour)
    above = region_above(regions["adcode"], units)
    seats = seats.assign(id=seats["adcode"].astype(str))
    # the farthest way in a region is no longer than a few times its own width
    reach = mode.reach(points, seats, limit=3000.0)
    table = _told_apart(reach.pairs, mode, points, seats)
    home = points.set_index(points["id"].astype(str))["adcode"].map(above)
    there = seats.set_index("id")["adcode"].map(above)
    region = table["demand"].astype(str).map(home)
    same = (region == table["site"].map(there)).fillna(False) & (table["straight_km"] >= _LEAST_KM)
    table = table[same].assign(region=region[same])
    sums = table.groupby("region")[["road_km", "access_km", "straight_km"]].sum()
    sums["pairs"] = table.groupby("region").size()
    sums = sums.reindex(regions["adcode"])
    told = regions[["adcode", "name_zh", "name_en"]].copy()
    told["circuity"] = (sums["road_km"] / sums["straight_km"]).to_numpy()
    told["access_share"] = (100 * sums["access_km"] / sums["road_km"]).to_numpy()
    told["pairs"] = sums["pairs"].fillna(0).astype("int64").to_numpy()
    whole = gpd.GeoDataFrame(told, geometry=regions.geometry.to_numpy(), crs=regions.crs)
    return Outcome(whole, unreachable(reach, points, seats))
