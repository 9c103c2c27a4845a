"""The area from which a site is reached by road within a limit, by the rule that reach goes by.

The rule is that of :meth:`gisplan.analysis.travel.RoadGraph.reach`: a place goes straight to the
nearest place on a road, and on from there. So a place belongs to the stretch of road nearest to
it (Voronoi cells of short pieces), and beside a stretch the area is as wide as what is left of
the limit there.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import geopandas as gpd
import numpy as np
import shapely

from gisplan.analysis.travel.joined_cells import joined_cells
from gisplan.analysis.travel.map_plane import MapPlane, valid_area
from gisplan.analysis.travel.points import take_points
from gisplan.analysis.travel.road_network import Footing
from gisplan.analysis.travel.road_pieces import (
    RoadPieces,
    cut_in_pieces,
    reached_edges,
    with_rivals,
)
from gisplan.analysis.travel.road_search import field
from gisplan.analysis.travel.roads import RoadGraph
from gisplan.analysis.travel.straight_stars import Star, stars
from gisplan.analysis.travel.trip import Trip
from gisplan.arrays import Bools, Floats, Objects

#: Corners of cells are rounded to this, in metres, so that neighbours join without gaps.
_GRID = 0.1
#: A vertex no farther than this from a straight side, in metres, is left out.
_STRAIGHT = 1e-7
#: Shapes drawn at once.
_AT_ONCE = 20_000


def territories(
    graph: RoadGraph,
    sites: gpd.GeoDataFrame,
    *,
    limits: Sequence[float],
    trip: Trip,
    spacing: float,
) -> list[Any]:
    """Draw the area from which the nearest site is within each limit.

    Parameters
    ----------
    graph : RoadGraph
        The roads.
    sites : geopandas.GeoDataFrame
        Points with a unique column ``id``.
    limits : sequence of float
        Costs in the unit of the trip, rising.
    trip : Trip
        How one gets there.
    spacing : float
        Length of the pieces into which roads are cut, metres; the edge of an area lies no farther
        than this from where the rule has it.

    Returns
    -------
    list of shapely.Geometry
        One a limit, in EPSG:4326; empty where nothing is reached.
    """
    most = float(limits[-1])
    places = take_points(sites, "sites")
    feet = graph.feet(sites, max_snap=trip.max_snap)
    near = np.flatnonzero(feet.edge >= 0)
    network = graph.network(trip)
    reach = field(network, Footing.of(feet, near, trip.access_pace), most)
    if not near.size:
        return [shapely.MultiPolygon() for _ in limits]
    edges = reached_edges(network, reach, most)
    reached = cut_in_pieces(graph, network, reach, edges, spacing)
    straight = (
        stars(
            graph.distances,
            places.lonlat(near),
            feet.distance[near],
            farthest=most / trip.access_pace,
            max_snap=trip.max_snap,
            spacing=spacing,
        )
        if trip.direct
        else []
    )
    plane = MapPlane.about(
        np.r_[reached.lon.ravel(), places.lon[near]], np.r_[reached.lat.ravel(), places.lat[near]]
    )
    pieces = with_rivals(graph, network, reached, edges, spacing, trip=trip, limit=most)
    cells = _cells(plane, pieces, min(most / trip.access_pace, trip.max_snap))
    on_road = _on_road(plane, graph, straight, trip)

    def within(limit: float) -> Any:
        area = _beside(plane, pieces, cells, limit=limit, trip=trip, spacing=spacing)
        more = []
        for star in straight:
            ring = plane.of(*star.ring(limit / trip.access_pace))
            shape = shapely.make_valid(shapely.Polygon(ring))
            more.append(shape if on_road is None else shapely.intersection(shape, on_road))
        if more:
            area = shapely.union_all([valid_area(area), *more], grid_size=_GRID)
        # vertices closer than the grid, and those on straight sides, add nothing
        plain = shapely.simplify(area, _STRAIGHT, preserve_topology=False)
        return plane.in_degrees(shapely.set_precision(valid_area(plain), _GRID))

    return [within(float(limit)) for limit in limits]


def _cells(plane: MapPlane, pieces: RoadPieces, widest: float) -> Objects:
    """Give the places in the plane that are nearer to each piece reached than to the others.

    Parameters
    ----------
    plane : MapPlane
        Where distances are compared.
    pieces : RoadPieces
        Pieces of road, the middles of which stand for them.
    widest : float
        Metres beside a piece up to which its cell is asked for.

    Returns
    -------
    array of shapely.Polygon
        One a piece; empty where nobody comes, or another has the same middle.
    """
    from scipy.spatial import Delaunay

    cells: Objects = np.full(len(pieces.lon), shapely.Polygon(), dtype=object)
    if not cells.size:
        return cells
    middles = plane.of(pieces.lon.mean(axis=1), pieces.lat.mean(axis=1))
    _, first = np.unique(np.round(middles / _GRID), axis=0, return_index=True)
    first = np.sort(first)
    points = middles[first]
    low, high = points.min(axis=0), points.max(axis=0)
    # A ring so far away that every cell ends, and none of those within reach is cut.
    turn = np.linspace(0, 2 * np.pi, 8, endpoint=False)
    # No farther than need be: far corners are found less exactly.
    away = float(np.hypot(*(high - low))) + 4 * widest
    ring = (low + high) / 2 + away * np.column_stack([np.cos(turn), np.sin(turn)])
    places = np.concatenate([points, ring]) - low
    of = Delaunay(places).simplices
    middle, sound = _circumcentres(places[of])
    at, corner = of[sound].ravel(), np.repeat(np.flatnonzero(sound), 3)
    come = np.r_[np.isfinite(pieces.cost[first]).any(axis=1), np.zeros(len(ring), dtype=bool)]
    own = come[at]
    at, corner = at[own], corner[own]
    # The corners of a cell lie around its place in the order of their directions.
    away = middle[corner] - places[at]
    order = np.lexsort((np.arctan2(away[:, 1], away[:, 0]), at))
    corner, count = corner[order], np.bincount(at, minlength=first.size)[come[: first.size]]
    # A ring of a polygon ends where it starts.
    ends = np.cumsum(count)
    closed = np.insert(corner, ends, corner[ends - count])
    # Corners that neighbours share are rounded for both alike.
    corners = np.round((middle[closed] + low) / _GRID) * _GRID
    rings = shapely.linearrings(corners, indices=np.repeat(np.arange(count.size), count + 1))
    cells[first[come[: first.size]]] = shapely.polygons(rings)
    return cells


def _circumcentres(corners: Floats) -> tuple[Floats, Bools]:
    """Give the places that are equally far from the three corners of triangles.

    Parameters
    ----------
    corners : (n, 3, 2) floats
        Corners of each.

    Returns
    -------
    centres : (n, 2) floats
        One a triangle.
    sound : (n,) bools
        False for a triangle without width, which has none: its neighbours have the corner.
    """
    (ax, ay), (bx, by) = ((corners[:, at] - corners[:, 0]).T for at in (1, 2))
    twice = 2 * (ax * by - ay * bx)
    long = np.maximum(ax * ax + ay * ay, bx * bx + by * by)
    sound = np.abs(twice) > 1e-12 * long
    twice = np.where(sound, twice, 1.0)
    a, b = ax * ax + ay * ay, bx * bx + by * by
    off = np.column_stack([(by * a - ay * b) / twice, (ax * b - bx * a) / twice])
    return corners[:, 0] + off, sound


def _beside(
    plane: MapPlane, pieces: RoadPieces, cells: Objects, *, limit: float, trip: Trip, spacing: float
) -> Any:
    """Give what lies beside the pieces of road that are reached, within the limit.

    Parameters
    ----------
    plane : MapPlane
        Where areas are drawn.
    pieces : RoadPieces
        Pieces of road.
    cells : array of shapely.Polygon
        The places nearest to each of them.
    limit : float
        Greatest cost.
    trip : Trip
        How one gets there.
    spacing : float
        Length of the pieces, metres.

    Returns
    -------
    shapely.Geometry
        In the plane.
    """
    some = np.flatnonzero((pieces.cost < limit).any(axis=1) & ~shapely.is_empty(cells))
    if not some.size:
        return shapely.MultiPolygon()
    lon, lat = pieces.lon[some], pieces.lat[some]
    ends = np.stack([plane.of(lon[:, at], lat[:, at]) for at in (0, 1)], axis=1)
    step = ends[:, 1] - ends[:, 0]
    azimuth = np.arctan2(step[:, 1], step[:, 0])
    left = (limit - pieces.cost[some]) / trip.access_pace
    # Where the limit ends on a piece, the last place reached takes the place of its far end.
    for near, far in ((0, 1), (1, 0)):
        short = left[:, far] < 0
        share = left[short, near] / np.maximum(left[short, near] - left[short, far], 1e-9)
        way = ends[short, far] - ends[short, near]
        ends[short, far] = ends[short, near] + share[:, None] * way
    wide = np.clip(left, 0.0, trip.max_snap)
    wide *= plane.scale(lon.mean(axis=1), lat.mean(axis=1))[:, None]
    wide = np.maximum(wide, _GRID)
    # A cell that ends before the area does is all of it.
    chosen = cells[some]
    corners, of = shapely.get_coordinates(chosen, return_index=True)
    out = np.hypot(*(corners - ends.mean(axis=1)[of]).T)
    end = np.maximum.reduceat(out, np.searchsorted(of, np.arange(some.size)))
    whole = end + np.hypot(*(ends[:, 1] - ends[:, 0]).T) / 2 < wide.min(axis=1)
    cut = np.flatnonzero(~whole)
    parts: Objects = np.full(cut.size, None, dtype=object)
    for begin in range(0, cut.size, _AT_ONCE):
        at = cut[begin : begin + _AT_ONCE]
        shapes = _shapes(ends[at], azimuth[at], wide[at], spacing / 10)
        parts[begin : begin + _AT_ONCE] = shapely.intersection(chosen[at], shapes)
    return joined_cells(chosen[whole], chosen[cut], parts, grid=_GRID)


def _shapes(ends: Floats, azimuth: Floats, wide: Floats, tolerance: float) -> Objects:
    """Draw what lies beside straight pieces, as wide at both ends as is given, and round there.

    Parameters
    ----------
    ends : (n, 2, 2) floats
        Both ends, metres in the plane.
    azimuth : (n,) floats
        Direction from the first to the second, radians; the two may be one place.
    wide : (n, 2) floats
        Widths there.
    tolerance : float
        How far the sides of a round end may lie inside it, metres.

    Returns
    -------
    array of shapely.Polygon
        One a piece.
    """
    largest = max(float(wide.max()), 2 * tolerance)
    count = 1 + max(4, math.ceil(math.pi / (2 * math.acos(1 - tolerance / largest))))
    half = np.linspace(-np.pi / 2, np.pi / 2, count)
    ways = np.concatenate([half, half + np.pi])[None, :] + azimuth[:, None]
    which = np.repeat([1, 0], count)
    rings = ends[:, which] + wide[:, which, None] * np.stack([np.cos(ways), np.sin(ways)], axis=-1)
    shapes: Objects = shapely.polygons(rings)
    return shapes


def _on_road(plane: MapPlane, graph: RoadGraph, straight: Sequence[Star], trip: Trip) -> Any:
    """Give the places that are near enough to a road, where straight ways may go beyond.

    Parameters
    ----------
    plane : MapPlane
        Where areas are drawn.
    graph : RoadGraph
        The roads.
    straight : sequence of Star
        Straight ways around sites.
    trip : Trip
        How one gets there.

    Returns
    -------
    shapely.Geometry or None
        None where all of the straight ways are near enough.
    """
    if not any(star.strays(trip.max_snap) for star in straight):
        return None
    table = graph.noded.segments
    ends = np.stack(
        [
            plane.of(table[lon].to_numpy(), table[lat].to_numpy())
            for lon, lat in (("lon", "lat"), ("lon_end", "lat_end"))
        ],
        axis=1,
    )
    middle = (table["lon"] + table["lon_end"]) / 2, (table["lat"] + table["lat_end"]) / 2
    wide = trip.max_snap * plane.scale(*(part.to_numpy() for part in middle))
    return shapely.union_all(shapely.buffer(shapely.linestrings(ends), wide, quad_segs=32))
