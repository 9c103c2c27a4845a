"""The area from which a site is reached by road within a limit, by the rule that reach goes by.

The rule is that of :meth:`gisplan.analysis.travel.RoadGraph.reach`: a place goes straight to the
nearest place on a road, and on from there. So a place belongs to the stretch of road nearest to
it (Voronoi cells of short pieces), and beside a stretch the area is as wide as what is left of
the limit there.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from pyproj import CRS, Proj, Transformer

from gisplan.analysis.travel.joined_cells import joined_cells
from gisplan.analysis.travel.points import earth_centred, lon_lat_of, take_points
from gisplan.analysis.travel.road_network import SAME, Footing, Network
from gisplan.analysis.travel.road_search import LeastCosts, field
from gisplan.analysis.travel.roads import RoadGraph
from gisplan.analysis.travel.snap_to_roads import between_ends
from gisplan.analysis.travel.straight_stars import Star, stars
from gisplan.analysis.travel.trip import Trip
from gisplan.arrays import Bools, Floats, Ints, Objects

#: Corners of cells are rounded to this, in metres, so that neighbours join without gaps.
_GRID = 0.1
#: A vertex no farther than this from a straight side, in metres, is left out.
_STRAIGHT = 1e-7
#: Shapes drawn at once.
_AT_ONCE = 20_000
#: Sides longer than this, in metres, get vertices in between before they are drawn in degrees.
_LONGEST = 5000.0


@dataclass(frozen=True)
class _MapPlane:
    """A conformal plane about the places concerned."""

    crs: CRS

    @classmethod
    def about(cls, lon: Floats, lat: Floats) -> _MapPlane:
        west, east, south, north = lon.min(), lon.max(), lat.min(), lat.max()
        sixth = (north - south) / 6
        middle = (south + north) / 2
        if abs(middle) < 5:  # a cone about the equator is none
            said = f"+proj=merc +lon_0={(west + east) / 2} +ellps=WGS84"
        else:
            said = (
                f"+proj=lcc +lat_1={south + sixth} +lat_2={north - sixth} +lat_0={middle} "
                f"+lon_0={(west + east) / 2} +ellps=WGS84"
            )
        return cls(CRS.from_proj4(said))

    def of(self, lon: Floats, lat: Floats) -> Floats:
        to = Transformer.from_crs(4326, self.crs, always_xy=True)
        return np.column_stack(to.transform(lon, lat))

    def scale(self, lon: Floats, lat: Floats) -> Floats:
        scale: Floats = np.asarray(Proj(self.crs).get_factors(lon, lat).meridional_scale)
        return scale

    def in_degrees(self, area: Any) -> Any:
        back = Transformer.from_crs(self.crs, 4326, always_xy=True)
        fine = shapely.segmentize(area, _LONGEST)
        flat: Any = shapely.transform(
            fine, lambda xy: np.column_stack(back.transform(xy[:, 0], xy[:, 1]))
        )
        valid = _valid(flat)
        polygons = [p for p in shapely.get_parts(valid) if isinstance(p, shapely.Polygon)]
        return shapely.orient_polygons(shapely.MultiPolygon(polygons), exterior_cw=False)


def _valid(area: Any) -> Any:
    return area if shapely.is_valid(area) else shapely.make_valid(area, method="structure")


@dataclass(frozen=True)
class _Pieces:
    """Short straight pieces of road, and the least cost at both their ends.

    Attributes
    ----------
    lon : (n, 2) floats
        Longitudes of their ends, degrees.
    lat : (n, 2) floats
        Latitudes of their ends, degrees.
    cost : (n, 2) floats
        From the nearest site; infinite where nobody comes.
    edge : (n,) integers
        The edge that each is of.
    """

    lon: Floats
    lat: Floats
    cost: Floats
    edge: Ints

    @property
    def space(self) -> Floats:
        """Where their middles are, earth-centred.

        Returns
        -------
        (n, 3) floats
            Metres.
        """
        return earth_centred(self.lon.mean(axis=1), self.lat.mean(axis=1))

    def take(self, some: Bools) -> _Pieces:
        """Give some of them.

        Parameters
        ----------
        some : (n,) bools
            Which.

        Returns
        -------
        _Pieces
            In the same order.
        """
        return _Pieces(self.lon[some], self.lat[some], self.cost[some], self.edge[some])


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
    edges = _reached(network, reach, most)
    reached = _pieces(graph, network, reach, edges, spacing)
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
    plane = _MapPlane.about(
        np.r_[reached.lon.ravel(), places.lon[near]], np.r_[reached.lat.ravel(), places.lat[near]]
    )
    pieces = _with_rivals(graph, network, reached, edges, spacing, trip=trip, limit=most)
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
            area = shapely.union_all([_valid(area), *more], grid_size=_GRID)
        # vertices closer than the grid, and those on straight sides, add nothing
        plain = shapely.simplify(area, _STRAIGHT, preserve_topology=False)
        return plane.in_degrees(shapely.set_precision(_valid(plain), _GRID))

    return [within(float(limit)) for limit in limits]


def _reached(network: Network, reach: LeastCosts, limit: float) -> Ints:
    """Give the edges on which there is a place that can be reached.

    Parameters
    ----------
    network : Network
        Edges.
    reach : LeastCosts
        Least costs.
    limit : float
        Greatest cost.

    Returns
    -------
    array of int
        Positions of the edges, rising.
    """
    # At a crossing one is on the ends of all its roads, though none of them may lead from it.
    come = np.minimum(reach.cost[network.start], reach.cost[network.end]) < limit
    come[reach.feet.edge] = True
    return np.flatnonzero(come)


def _pieces(
    graph: RoadGraph, network: Network, reach: LeastCosts | None, edges: Ints, spacing: float
) -> _Pieces:
    """Cut some edges into pieces, along which the least cost rises or falls evenly.

    Parameters
    ----------
    graph : RoadGraph
        The roads.
    network : Network
        Their edges in the direction of the search.
    reach : LeastCosts or None
        Least costs; nobody comes to any of these edges if None.
    edges : array of int
        Positions of the edges, rising.
    spacing : float
        Greatest length of a piece, metres.

    Returns
    -------
    _Pieces
        In the order of the edges.
    """
    if not edges.size:
        return _Pieces(np.zeros((0, 2)), np.zeros((0, 2)), np.zeros((0, 2)), edges)
    table = graph.noded.segments
    first, last = np.searchsorted(table["edge"].to_numpy(), [edges, edges + 1])
    count = last - first
    rows = np.repeat(first - (np.cumsum(count) - count), count) + np.arange(count.sum())
    chosen = table.take(rows)
    length = chosen["length_m"].to_numpy()
    # All segments stand behind each other on one line: where each starts on it.
    at = np.r_[0.0, np.cumsum(length)]
    base = at[np.cumsum(count) - count]
    knots = _knots(network, reach, edges) if reach is not None else None
    parts = np.maximum(np.ceil(length / spacing), 1).astype(np.int64)
    of = np.repeat(np.arange(parts.size), parts)
    turn = np.arange(of.size) - np.repeat(np.cumsum(parts) - parts, parts)
    marks = [at[of] + turn / parts[of] * length[of], at[-1:]]
    if knots is not None:
        marks += [base[knots["place"]] + knots[name].fillna(0.0) for name in ("before", "turn")]
    cuts = np.unique(np.concatenate(marks))
    cuts = cuts[np.r_[True, np.diff(cuts) > 1e-6]] if cuts.size else cuts
    begin, end = cuts[:-1], cuts[1:]
    segment = np.clip(np.searchsorted(at, (begin + end) / 2, side="right") - 1, 0, length.size - 1)
    tips = [
        earth_centred(chosen[lon].to_numpy()[segment], chosen[lat].to_numpy()[segment])
        for lon, lat in (("lon", "lat"), ("lon_end", "lat_end"))
    ]
    places = []
    for mark in (begin, end):
        share = np.clip((mark - at[segment]) / np.maximum(length[segment], 1e-9), 0.0, 1.0)
        places.append(lon_lat_of(between_ends(tips[0], tips[1], share)))
    lon, lat = (np.column_stack([place[axis] for place in places]) for axis in (0, 1))
    cost = np.full((begin.size, 2), np.inf)
    if knots is not None:
        start = base[knots["place"].to_numpy()] + knots["before"].to_numpy()
        which = np.searchsorted(start, (begin + end) / 2, side="right") - 1
        edge = edges[knots["place"].to_numpy()[which]]
        pace = network.pace[edge]
        stop = base[knots["place"].to_numpy()] + knots["after"].to_numpy()
        for column, mark in enumerate((begin, end)):
            come = np.where(
                network.along[edge],
                knots["cost_before"].to_numpy()[which] + (mark - start[which]) * pace,
                np.inf,
            )
            back = np.where(
                network.against[edge],
                knots["cost_after"].to_numpy()[which] + (stop[which] - mark) * pace,
                np.inf,
            )
            cost[:, column] = np.minimum(come, back)
        # At a crossing or a site one is there, whichever way the road leads from it.
        for column, name, at_end in (
            (0, "cost_before", begin - start[which] < SAME),
            (1, "cost_after", stop[which] - end < SAME),
        ):
            there = np.where(at_end, knots[name].to_numpy()[which], np.inf)
            cost[:, column] = np.minimum(cost[:, column], there)
    return _Pieces(lon, lat, cost, chosen["edge"].to_numpy()[segment])


def _knots(network: Network, reach: LeastCosts, edges: Ints) -> pd.DataFrame:
    """Cut edges at the feet of sites: what lies between has least costs from its ends alone.

    Parameters
    ----------
    network : Network
        Edges.
    reach : LeastCosts
        Least costs.
    edges : array of int
        Positions of the edges, rising.

    Returns
    -------
    pandas.DataFrame
        By stretch, in order: ``place`` (position in ``edges``), ``before`` and ``after`` (metres
        from the edge's start), ``cost_before``, ``cost_after``, and ``turn``: where it costs the
        same from both ends, missing if nowhere.
    """
    own = np.flatnonzero(np.isin(reach.feet.edge, edges))
    every = np.arange(edges.size)
    place = np.concatenate([every, np.searchsorted(edges, reach.feet.edge[own]), every])
    length = network.length[edges]
    offset = np.minimum(reach.feet.offset[own], network.length[reach.feet.edge[own]])
    offset = np.concatenate([np.zeros(edges.size), offset, length])
    cost = np.concatenate(
        [reach.cost[network.start[edges]], reach.feet.leg[own], reach.cost[network.end[edges]]]
    )
    rank = np.repeat([0, 1, 2], [edges.size, own.size, edges.size])
    order = np.lexsort((rank, offset, place))
    place, offset, cost, rank = place[order], offset[order], cost[order], rank[order]
    begin = np.flatnonzero(rank < 2)
    edge = edges[place[begin]]
    before, after = offset[begin], offset[begin + 1]
    come, back = cost[begin], cost[begin + 1]
    both = network.along[edge] & network.against[edge] & np.isfinite(come) & np.isfinite(back)
    with np.errstate(invalid="ignore"):
        turn = ((back - come) / network.pace[edge] + before + after) / 2
    return pd.DataFrame(
        {
            "place": place[begin],
            "before": before,
            "after": after,
            "cost_before": come,
            "cost_after": back,
            "turn": np.where(both & (turn > before) & (turn < after), turn, np.nan),
        }
    )


def _with_rivals(
    graph: RoadGraph,
    network: Network,
    reached: _Pieces,
    edges: Ints,
    spacing: float,
    *,
    trip: Trip,
    limit: float,
) -> _Pieces:
    """Add the roads near those that are reached: what lies nearest to them is theirs.

    Parameters
    ----------
    graph : RoadGraph
        The roads.
    network : Network
        Their edges in the direction of the search.
    reached : _Pieces
        Pieces of the edges that are reached.
    edges : array of int
        These edges.
    spacing : float
        Greatest length of a piece, metres.
    trip : Trip
        How one gets there.
    limit : float
        Greatest cost.

    Returns
    -------
    _Pieces
        All of them but those that lie under another road.
    """
    from scipy.spatial import cKDTree

    least = reached.cost.min(axis=1)
    some = least < limit
    if not some.any():
        return reached
    widest = min((limit - least[some].min()) / trip.access_pace, trip.max_snap)
    table = graph.noded.segments
    middle = earth_centred(
        (table["lon"] + table["lon_end"]).to_numpy() / 2,
        (table["lat"] + table["lat_end"]).to_numpy() / 2,
    )
    known = reached.take(some)
    bound = 2 * widest + spacing + table["length_m"].to_numpy() / 2
    far, _ = cKDTree(known.space).query(middle, distance_upper_bound=float(bound.max()))
    near = np.unique(table["edge"].to_numpy()[far <= bound])
    rivals = np.setdiff1d(near, edges)
    more = _pieces(graph, network, None, rivals, spacing)
    every = _Pieces(
        *(
            np.concatenate([getattr(one, name) for one in (reached, more)])
            for name in ("lon", "lat", "cost", "edge")
        )
    )
    # What lies under another road is that road's.
    space = every.space
    beside, _ = cKDTree(space).query(space, k=[2], distance_upper_bound=spacing / 2)
    other = np.flatnonzero(np.isfinite(beside[:, 0]))
    own = np.ones(len(space), dtype=bool)
    own[other] = graph.feet_at(space[other]).edge == every.edge[other]
    return every.take(own)


def _cells(plane: _MapPlane, pieces: _Pieces, widest: float) -> Objects:
    """Give the places in the plane that are nearer to each piece reached than to the others.

    Parameters
    ----------
    plane : _MapPlane
        Where distances are compared.
    pieces : _Pieces
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
    plane: _MapPlane, pieces: _Pieces, cells: Objects, *, limit: float, trip: Trip, spacing: float
) -> Any:
    """Give what lies beside the pieces of road that are reached, within the limit.

    Parameters
    ----------
    plane : _MapPlane
        Where areas are drawn.
    pieces : _Pieces
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


def _on_road(plane: _MapPlane, graph: RoadGraph, straight: Sequence[Star], trip: Trip) -> Any:
    """Give the places that are near enough to a road, where straight ways may go beyond.

    Parameters
    ----------
    plane : _MapPlane
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
