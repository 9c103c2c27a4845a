"""Service areas by road: what can be reached where one may leave the road anywhere."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from pyproj import Geod

from gisplan.analysis.checks import check_breaks
from gisplan.analysis.coverage import by_region as service
from gisplan.analysis.travel import ByRoad, by_road
from gisplan.arrays import Bools, Floats
from gisplan.catalog.layer import Outcome
from gisplan.errors import OptionError
from gisplan.text import Text

_GEOD = Geod(ellps="WGS84")
_PACE = 60 / 1000
#: Vertices of a circle, whose edges then lie within 0.5 % of its radius.
_VERTICES = 32


@dataclass(frozen=True)
class _Pieces:
    """Short pieces of road: ends (degrees), minutes along them, and which way is open."""

    lon: Floats
    lat: Floats
    minutes: Floats
    open_: Bools


def road_areas(
    roads: gpd.GeoDataFrame,
    sites: gpd.GeoDataFrame,
    speeds: pd.DataFrame | None = None,
    *,
    reaches_min: Sequence[float],
    year: int,
    kinds: Sequence[str] = (),
    road: Mapping[str, Any] | None = None,
    spacing_m: float = 250.0,
) -> Outcome:
    """Draw the area within each travel time by road of the sites that count.

    A place is in the area if there is a place on a road at most ``max_snap_m`` away from which
    the way through the graph and the legs at both ends take no longer. One may leave the road
    anywhere; a demand point is held to the road nearest to it, and so may be served later.

    Parameters
    ----------
    roads
        See :func:`gisplan.analysis.travel.by_road`.
    sites : geopandas.GeoDataFrame
        See :func:`gisplan.analysis.coverage.by_region.sites_that_count`.
    speeds
        See :func:`gisplan.analysis.travel.by_road`.
    reaches_min : sequence of float
        Upper bounds of the bands in minutes, rising.
    year : int
        What does not stand in it does not count.
    kinds : sequence of str
        All if empty.
    road
        See :func:`gisplan.analysis.travel.by_road`.
    spacing_m : float
        Length of the pieces into which roads are cut; along a piece minutes are interpolated,
        so that an edge is off by the way of half a piece at most.

    Returns
    -------
    Outcome
        A row a band that has an area, in EPSG:4326: ``band`` (from 1), ``above_min``,
        ``upto_min``, ``area_km2`` (on the ellipsoid), ``sites`` (that count). Bands don't overlap.

    Raises
    ------
    DataError, OptionError, DatumError
        If a table or an option can't be used, or no site counts.

    Notes
    -----
    The area of a piece is the hull of the circles around its ends, whose radius is the time that
    is left there times ``access_kmh``; the area of a band is their union.

    Examples
    --------
    >>> import geopandas as gpd
    >>> import shapely
    >>> from gisplan.analysis.coverage import road_areas
    >>> roads = gpd.GeoDataFrame(
    ...     {"kmh": [60]},
    ...     geometry=[shapely.LineString([(104, 36.05), (104.5, 36.05)])],
    ...     crs=4326,
    ... )
    >>> network = gpd.GeoDataFrame(
    ...     {
    ...         "id": ["P"],
    ...         "kind": "depot",
    ...         "tier": "depot",
    ...         "capacity": [80.0],
    ...         "precision": "site",
    ...         "stage": "operating",
    ...         "start_year": 2015,
    ...         "due_year": None,
    ...         "status_year": None,
    ...     },
    ...     geometry=gpd.points_from_xy([104], [36.05]),
    ...     crs=4326,
    ... )
    >>> told = road_areas(
    ...     roads,
    ...     network,
    ...     reaches_min=[10, 20],
    ...     year=2020,
    ...     road={"speed": "kmh", "max_snap_m": 2000, "access_kmh": 20},
    ... )
    >>> told.table[["band", "above_min", "upto_min", "sites"]]
       band  above_min  upto_min  sites
    0     1        0.0      10.0      1
    1     2       10.0      20.0      1
    """
    check_breaks(reaches_min, name="reaches_min")
    if not 0 < spacing_m < float("inf"):
        raise OptionError(
            Text(
                f"spacing_m 应为大于 0 的米数：{spacing_m}",
                f"spacing_m must be a number of metres above 0: {spacing_m}",
            )
        )
    mode = by_road(roads, speeds=speeds, options=road)
    chosen = service.sites_that_count(sites, year=year, kinds=kinds)
    pieces = _cut(mode, spacing_m)
    minutes = _minutes(mode, pieces, chosen.table, limit=float(reaches_min[-1]))
    rows: list[dict[str, Any]] = []
    below: shapely.Geometry = shapely.MultiPolygon()
    for number, limit in enumerate(reaches_min, start=1):
        whole = shapely.union_all(_areas(mode, pieces, minutes, float(limit)))
        band = shapely.difference(whole, below)
        below = whole
        polygons = [p for p in shapely.get_parts(band) if isinstance(p, shapely.Polygon)]
        if not polygons:
            continue
        shape = shapely.orient_polygons(shapely.MultiPolygon(polygons), exterior_cw=False)
        rows.append(
            {
                "band": number,
                "above_min": 0.0 if number == 1 else float(reaches_min[number - 2]),
                "upto_min": float(limit),
                "area_km2": abs(_GEOD.geometry_area_perimeter(shape)[0]) / 1e6,
                "sites": len(chosen.table),
                "geometry": shape,
            }
        )
    columns = ["band", "above_min", "upto_min", "area_km2", "sites", "geometry"]
    table = gpd.GeoDataFrame(rows, columns=columns, geometry="geometry", crs=4326)
    return Outcome(table, chosen.left_out, chosen.counted)


def _cut(mode: ByRoad, spacing: float) -> _Pieces:
    """Cut the segments of a graph into pieces no longer than the spacing.

    Parameters
    ----------
    mode : ByRoad
        The graph, and how one gets to it and through it.
    spacing : float
        Greatest length of a piece, metres.

    Returns
    -------
    _Pieces
        Ends of the pieces in degrees, and their lengths.
    """
    edges, segments = mode.graph.noded.edges, mode.graph.noded.segments
    length = segments["length_m"].to_numpy(dtype=float)
    count = np.maximum(np.ceil(length / spacing), 1).astype(np.int64)
    of = np.repeat(np.arange(count.size), count)
    turn = np.arange(of.size) - np.repeat(np.cumsum(count) - count, count)
    share = np.column_stack([turn, turn + 1]) / count[of][:, None]
    ends = [
        segments[name].to_numpy()[of][:, None] * (1 - share)
        + segments[f"{name}_end"].to_numpy()[of][:, None] * share
        for name in ("lon", "lat")
    ]
    edge = segments["edge"].to_numpy(dtype=np.int64)[of]
    kmh = edges["kmh"].to_numpy(dtype=float)[edge]
    # Whether one may go from inside the piece to its start, and to its end.
    ways = ("backward", "forward") if mode.trip.to == "site" else ("forward", "backward")
    open_ = np.column_stack([edges[way].to_numpy(dtype=bool)[edge] for way in ways])
    return _Pieces(ends[0], ends[1], (length / count)[of] * _PACE / kmh, open_)


def _minutes(mode: ByRoad, pieces: _Pieces, sites: gpd.GeoDataFrame, *, limit: float) -> Floats:
    """Give the least minutes between each end of a piece and a site; infinite beyond the limit.

    Parameters
    ----------
    mode : ByRoad
        The graph, and how one gets to it and through it.
    pieces : _Pieces
        Pieces of road.
    sites : geopandas.GeoDataFrame
        The sites that count.
    limit : float
        Greatest time in minutes.

    Returns
    -------
    array of float
        Minutes, shape (pieces, 2).
    """
    places, which = np.unique(
        np.column_stack([pieces.lon.ravel(), pieces.lat.ravel()]), axis=0, return_inverse=True
    )
    points = gpd.GeoDataFrame(
        {"id": np.arange(len(places)).astype(str)},
        geometry=gpd.points_from_xy(places[:, 0], places[:, 1]),
        crs=4326,
    )
    pairs = mode.reach(points, sites, limit=limit, nearest=1).pairs
    least = np.full(len(places), np.inf)
    least[pairs["demand"].astype(np.int64).to_numpy()] = pairs["cost"].to_numpy()
    return least[which.reshape(-1)].reshape(pieces.lon.shape)


def _areas(mode: ByRoad, pieces: _Pieces, minutes: Floats, limit: float) -> Any:
    """Give for each piece that is reached in time the hull of the circles around its ends.

    Parameters
    ----------
    mode : ByRoad
        The graph, and how one gets to it and through it.
    pieces : _Pieces
        Pieces of road.
    minutes : array of float
        Minutes at each end of a piece.
    limit : float
        Greatest time in minutes.

    Returns
    -------
    Any
        Polygons in EPSG:4326.
    """
    left = limit - minutes
    some = (left >= 0).any(axis=1)
    left, lon, lat = left[some], pieces.lon[some].copy(), pieces.lat[some].copy()
    # Where time ends on a piece, the last place reached takes the place of its far end.
    for near, far in ((0, 1), (1, 0)):
        short = left[:, far] < 0
        gone = np.clip(left[:, near] / np.maximum(pieces.minutes[some], 1e-12), 0, 1)
        share = np.where(pieces.open_[some][:, near], gone, 0.0)[short]
        for axis in (lon, lat):
            axis[short, far] = axis[short, near] + share * (axis[short, far] - axis[short, near])
    radius = np.clip(np.maximum(left, 0) / mode.trip.access_pace, 0.01, mode.trip.max_snap)
    azimuth = np.linspace(0, 360, _VERTICES, endpoint=False)
    shape = (*radius.shape, _VERTICES)
    x, y, _ = _GEOD.fwd(
        np.broadcast_to(lon[..., None], shape).ravel(),
        np.broadcast_to(lat[..., None], shape).ravel(),
        np.broadcast_to(azimuth, shape).ravel(),
        np.broadcast_to(radius[..., None], shape).ravel(),
    )
    corners: Any = np.column_stack([x, y])
    group = np.repeat(np.arange(len(radius)), 2 * _VERTICES)
    return shapely.convex_hull(shapely.multipoints(shapely.points(corners).tolist(), indices=group))
