"""From lines as drawn to edges between nodes: where roads meet, and what was mended."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from gisplan.analysis.travel.points import WGS84, earth_centred
from gisplan.analysis.travel.road_segments import Segments, distinct_places
from gisplan.arrays import Bools, Floats, Ints
from gisplan.errors import DataError, DatumError
from gisplan.text import Text

#: Segments that are measured together.
_TOGETHER = 50_000
_LINES = (shapely.GeometryType.LINESTRING, shapely.GeometryType.MULTILINESTRING)


@dataclass(frozen=True)
class Noded:
    """Lines cut at the nodes where they meet.

    Attributes
    ----------
    node_lon : (nodes,) floats
        Longitude of each node, degrees, WGS 84.
    node_lat : (nodes,) floats
        Latitude of each node, degrees, WGS 84.
    edges : pandas.DataFrame
        ``start``, ``end`` (nodes), ``length_m`` and ``row`` (position of the line it is of).
    straight : Segments
        The straight pieces of the edges, those of an edge one after the other.
    names : pandas.Index
        What each line is called, as it was given.
    snapped : pandas.DataFrame
        The ends of lines that were joined to a vertex nearby: ``line``, ``lon``, ``lat`` and
        ``distance_m``.
    """

    node_lon: Floats
    node_lat: Floats
    edges: pd.DataFrame
    straight: Segments
    names: pd.Index
    snapped: pd.DataFrame

    @cached_property
    def segments(self) -> pd.DataFrame:
        """The straight pieces as :meth:`~gisplan.analysis.travel.road_segments.Segments.table`.

        Returns
        -------
        pandas.DataFrame
            By edge and in order along it.
        """
        return self.straight.table()


@dataclass(frozen=True, slots=True)
class _Vertices:
    """All vertices of all lines, one after the other."""

    places: Floats
    part: Ints
    place: Ints

    @property
    def starts(self) -> Bools:
        """Whether a vertex is the first of its part.

        Returns
        -------
        array of bool
            Shape (vertices,).
        """
        flags: Bools = np.r_[True, self.part[1:] != self.part[:-1]]
        return flags

    @property
    def ends(self) -> Bools:
        """Whether a vertex is the first or the last of its part.

        Returns
        -------
        array of bool
            Shape (vertices,).
        """
        starts = self.starts
        flags: Bools = starts | np.r_[starts[1:], True]
        return flags


def given_names(lines: gpd.GeoDataFrame) -> pd.Index:
    """Give what lines are called: their ``id``, else their row counted from 1.

    Parameters
    ----------
    lines : geopandas.GeoDataFrame
        Road lines, in any CRS.

    Returns
    -------
    pandas.Index
        One name a line, as it was given.
    """
    return pd.Index(lines["id"]) if "id" in lines.columns else pd.RangeIndex(1, len(lines) + 1)


def line_names(lines: gpd.GeoDataFrame, rows: Bools | Ints) -> list[str]:
    """Give what some lines are called in messages.

    Parameters
    ----------
    lines : geopandas.GeoDataFrame
        Road lines, in any CRS.
    rows : array of bool or int
        Which of them.

    Returns
    -------
    list of str
        Their ``id``, else their row counted from 1.
    """
    return [str(name) for name in given_names(lines)[rows]]


def check_lines(lines: gpd.GeoDataFrame) -> None:
    """Raise unless a layer holds lines with a coordinate reference system.

    Parameters
    ----------
    lines : geopandas.GeoDataFrame
        Road lines, in any CRS.

    Raises
    ------
    DataError
        If it is empty or a row is no line.
    DatumError
        If it has no coordinate reference system.
    """
    if len(lines) == 0:
        raise DataError(
            Text("道路图层是空的，没有一行数据。", "The layer of roads is empty: it has no row.")
        )
    if lines.crs is None:
        raise DatumError(
            Text(
                "道路图层没有坐标参考系，请先声明（set_crs）。",
                "The roads have no coordinate reference system; declare it with set_crs.",
            )
        )
    shapes = np.asarray(lines.geometry.array)
    bad = ~np.isin(shapely.get_type_id(shapes), _LINES) | shapely.is_empty(shapes)
    if bad.any():
        named = ", ".join(line_names(lines, bad)[:10])
        raise DataError(
            Text(
                f"道路图层有 {bad.sum()} 行不是线（geometry 列）：{named}，请改正或删去。",
                f"Roads: {bad.sum()} row(s) without a line (geometry): {named}; mend or remove "
                "them.",
            )
        )


def node_lines(lines: gpd.GeoDataFrame, snap: float) -> Noded:
    """Cut lines at their nodes.

    Parameters
    ----------
    lines : geopandas.GeoDataFrame
        As :func:`check_lines` wants them.
    snap : float
        Metres. A loose end is joined to the nearest vertex of another line within it.

    Returns
    -------
    Noded
        Nodes, edges and segments, and the ends that were joined.

    Notes
    -----
    A node is an end of a line, or a vertex that two lines (or two places of one) share. Lines
    that cross without a common vertex don't meet, so that bridges stay bridges.
    """
    vertices, rows = _vertices(lines)
    merged, snapped = _join(vertices, snap)
    place_of = vertices.place if merged is None else merged[vertices.place]
    # A place is a node if a line ends there or if it is met more than once.
    node_place = np.bincount(place_of) > 1
    node_place[place_of[vertices.ends]] = True
    at = np.arange(node_place.size)
    if merged is not None:
        # Of places that were joined the westernmost stands for all.
        at[merged[::-1]] = np.arange(merged.size - 1, -1, -1)
    lon, lat = np.ascontiguousarray(vertices.places[at[node_place]].T)
    edges, straight = _cut(vertices, rows, node_place, place_of)
    snapped.insert(0, "line", line_names(lines, rows[snapped.pop("part")]))
    return Noded(lon, lat, edges, straight, given_names(lines), snapped)


def _vertices(lines: gpd.GeoDataFrame) -> tuple[_Vertices, Ints]:
    """Give the vertices of all parts of all lines, and the row each part is of.

    Parameters
    ----------
    lines : geopandas.GeoDataFrame
        Road lines, in any CRS.

    Returns
    -------
    tuple[_Vertices, Ints]
        Vertices in WGS 84, and the position in ``lines`` of each part.

    Raises
    ------
    DataError
        If a vertex lies nowhere on Earth; the lines are named.
    """
    shapes = np.asarray(lines.geometry.to_crs("EPSG:4326").array)
    parts, rows = shapes, np.arange(shapes.size)
    if (shapely.get_type_id(shapes) != shapely.GeometryType.LINESTRING).any():
        parts, rows = shapely.get_parts(shapes, return_index=True)
    xy, part = shapely.get_coordinates(parts, return_index=True)
    places, place = distinct_places(xy)
    nowhere = ~(np.isfinite(places[:, 0]) & (np.abs(places[:, 1]) <= 90))
    if nowhere.any():
        named = ", ".join(dict.fromkeys(line_names(lines, rows[part[nowhere[place]]])[:10]))
        raise DataError(
            Text(
                f"道路图层中这些行的坐标不在地球上（geometry 列）：{named}。",
                f"Roads: these rows have vertices that lie nowhere on Earth (geometry): {named}.",
            )
        )
    return _Vertices(places, part.astype(np.int64, copy=False), place), rows


def _join(vertices: _Vertices, snap: float) -> tuple[Ints | None, pd.DataFrame]:
    """Join loose ends to the nearest vertex of another line.

    Parameters
    ----------
    vertices : _Vertices
        Vertices of all parts.
    snap : float
        Metres within which an end is joined; 0 for none.

    Returns
    -------
    tuple[Ints or None, pandas.DataFrame]
        What place each place is now, joined ones sharing one, None if none was joined; and the
        table of joined ends.
    """
    place = vertices.place
    ends: list[int] = []
    others: list[int] = []
    far: list[float] = []
    loose = np.zeros(0, dtype=np.int64)
    if snap > 0:
        loose = np.flatnonzero(vertices.ends & (np.bincount(place)[place] == 1))
    if loose.size:
        from scipy.spatial import cKDTree

        xyz = earth_centred(*vertices.places.T)[place]
        near = cKDTree(xyz).query_ball_point(xyz[loose], snap)
        for end, met in zip(loose, near, strict=True):
            other = np.array([one for one in met if vertices.part[one] != vertices.part[end]], int)
            if not other.size:
                continue
            distance = np.linalg.norm(xyz[other] - xyz[end], axis=1)
            # The order of the rows must not matter, so that equal distances go by the place.
            best = np.lexsort((place[other], distance))[0]
            ends.append(int(end))
            others.append(int(other[best]))
            far.append(float(distance[best]))
    merged = None
    if ends:
        from scipy.sparse import coo_array
        from scipy.sparse.csgraph import connected_components

        # older SciPy takes indices of 32 bits alone
        pairs = place[ends].astype(np.intc), place[others].astype(np.intc)
        joined = coo_array((np.ones(len(ends)), pairs), shape=(len(vertices.places),) * 2)
        merged = connected_components(joined, directed=False)[1].astype(np.int64)
    lon, lat = vertices.places[place[ends]].T
    table = pd.DataFrame(
        {
            "part": vertices.part[ends].astype(np.int64),
            "lon": lon,
            "lat": lat,
            "distance_m": np.array(far, dtype=np.float64),
        }
    )
    return merged, table


def _cut(
    vertices: _Vertices, rows: Ints, node_place: Bools, place_of: Ints
) -> tuple[pd.DataFrame, Segments]:
    """Cut the parts at their nodes; give edges and segments.

    Parameters
    ----------
    vertices : _Vertices
        Vertices of all parts.
    rows : array of int
        Position of the line that each part is of.
    node_place : array of bool
        Whether each place, after joining, is a node.
    place_of : array of int
        The place of each vertex, after joining.

    Returns
    -------
    tuple[pandas.DataFrame, Segments]
        As in :class:`Noded`.
    """
    end = np.flatnonzero(~vertices.starts)
    start = end - 1
    begin, stop = vertices.place[start], vertices.place[end]
    lon, lat = np.ascontiguousarray(vertices.places.T)
    length = _lengths(lon, lat, begin, stop)
    opens = node_place[place_of[start]]
    first = np.flatnonzero(opens)
    edge = np.cumsum(opens) - 1
    last = np.append(first[1:], start.size) - 1
    before = np.cumsum(length) - length
    metres = np.add.reduceat(length, first)
    number = np.cumsum(node_place) - 1
    tail, head = number[place_of[start[first]]], number[place_of[end[last]]]
    # The order of the rows must not matter: of edges equally near, the first counts.
    key = tail * (int(number[-1]) + 1) + head
    order = np.argsort(key, kind="stable")
    again = np.flatnonzero(key[order[1:]] == key[order[:-1]])
    if again.size:
        alike = np.union1d(again, again + 1)
        some = order[alike]
        order[alike] = some[np.lexsort((metres[some], key[some]))]
    rank = np.empty(order.size, dtype=np.int64)
    rank[order] = np.arange(order.size)
    edges = pd.DataFrame(
        {
            "start": tail[order],
            "end": head[order],
            "length_m": metres[order],
            "row": rows[vertices.part[start[first[order]]]],
        },
        copy=False,
    )
    offset = before - before[first][edge]
    return edges, Segments(rank[edge], offset, length, begin, stop, lon, lat)


def _lengths(lon: Floats, lat: Floats, start: Ints, end: Ints) -> Floats:
    """Measure the geodesics between places, as many at once as there are processors.

    Parameters
    ----------
    lon, lat : (places,) floats
        Degrees, WGS 84.
    start, end : (n,) integers
        Positions of the places at both ends.

    Returns
    -------
    (n,) floats
        Metres.
    """

    def measured(some: slice) -> Floats:
        a, b = start[some], end[some]
        return np.asarray(WGS84.inv(lon[a], lat[a], lon[b], lat[b])[2])

    parts = [slice(at, at + _TOGETHER) for at in range(0, start.size, _TOGETHER)]
    if len(parts) < 2:
        return measured(slice(None))
    # PROJ works without the interpreter's lock.
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        return np.concatenate(list(pool.map(measured, parts)))
