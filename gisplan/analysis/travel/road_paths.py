"""The fastest ways between places along roads: minutes, kilometres, and the line itself."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import geopandas as gpd
import numpy as np

from gisplan.analysis.travel.points import take_points
from gisplan.analysis.travel.roads import RoadGraph
from gisplan.analysis.travel.snap_to_roads import Feet
from gisplan.analysis.travel.trip import PACE, Trip
from gisplan.arrays import Floats, Ints


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class RoadPaths:
    """Ways from each place to each, by the least time.

    Attributes
    ----------
    km : array of float, shape (places, places)
        Along the way, with the legs off the road; infinite where there is no way.
    minutes : array of float, shape (places, places)
        Time on it.
    before : array of int, shape (places, nodes + places)
        Node before each node on the way from a place; negative where there is none.
    lon : array of float
        Longitude of each place, WGS 84.
    lat : array of float
        Latitude of each place.
    graph : RoadGraph
        The roads.
    feet : Feet
        The place on a road of each place.
    """

    km: Floats
    minutes: Floats
    before: Ints
    lon: Floats
    lat: Floats
    graph: RoadGraph
    feet: Feet

    def vertices(self, start: int, end: int) -> list[tuple[float, float]]:
        """Give the way from one place to another as positions.

        Parameters
        ----------
        start : int
            Number of the place.
        end : int
            Number of the other.

        Returns
        -------
        list of (float, float)
            Longitude and latitude, from place to place; both alone where there is no way.
        """
        ends = [(float(self.lon[at]), float(self.lat[at])) for at in (start, end)]
        if start == end or not np.isfinite(self.minutes[start, end]):
            return ends
        first = self.graph.noded.node_lon.size
        chain = [first + end]
        while chain[-1] != first + start:
            chain.append(int(self.before[start, chain[-1]]))
        chain.reverse()
        met = [ends[0]]
        for a, b in pairwise(chain):
            met += self._piece(a, b)
        return [*met, ends[1]]

    def _piece(self, a: int, b: int) -> list[tuple[float, float]]:
        """Give the road between two nodes that follow each other on a way.

        Parameters
        ----------
        a, b : int
            Nodes of the roads, then feet of places.

        Returns
        -------
        list of (float, float)
            Positions, both ends with it.
        """
        first, edges = self.graph.noded.node_lon.size, self.graph.noded.edges
        if a >= first:
            edge, off = int(self.feet.edge[a - first]), float(self.feet.offset[a - first])
            to = self._offset(edge, b)
        elif b >= first:
            edge = int(self.feet.edge[b - first])
            off, to = self._offset(edge, a), float(self.feet.offset[b - first])
        else:
            edge, along = _fastest(self.graph, a, b)
            length = float(edges["length_m"].iloc[edge])
            off, to = (0.0, length) if along else (length, 0.0)
        return _part(self.graph, edge, off, to)

    def _offset(self, edge: int, node: int) -> float:
        first, edges = self.graph.noded.node_lon.size, self.graph.noded.edges
        if node >= first:
            return float(self.feet.offset[node - first])
        return 0.0 if node == edges["start"].iloc[edge] else float(edges["length_m"].iloc[edge])


def road_paths(graph: RoadGraph, places: gpd.GeoDataFrame, *, trip: Trip) -> RoadPaths:
    """Find the fastest way from each place to each.

    Parameters
    ----------
    graph : RoadGraph
        Roads with speeds and directions.
    places : geopandas.GeoDataFrame
        Points with a unique column ``id``, in any CRS.
    trip : Trip
        In minutes: how far a road may be, and the speed of the legs to it.

    Returns
    -------
    RoadPaths
        Minutes and kilometres; infinite from and to places too far from any road.

    Raises
    ------
    DataError, DatumError, OptionError
        If the places or an option can't be used.
    """
    from scipy.sparse.csgraph import dijkstra

    from gisplan.analysis.travel.road_network import arc_matrix

    where = take_points(places, "places")
    feet = graph.feet(places, max_snap=trip.max_snap)
    tail, head, minutes, metres = _arcs(graph, feet)
    first, count = graph.noded.node_lon.size, len(places)
    size = first + count
    costs = arc_matrix(tail, head, minutes, size)
    cost, before = dijkstra(costs, indices=np.arange(first, size), return_predecessors=True)
    # of several arcs between two nodes the fastest is driven
    order = np.lexsort((metres, minutes, tail * size + head))
    keys = (tail * size + head)[order]
    keep = np.r_[True, keys[1:] != keys[:-1]]
    keys, far = keys[keep], metres[order][keep]
    leg = np.where(feet.edge >= 0, feet.distance, np.inf)
    km, long = np.zeros((count, count)), np.zeros((count, count))
    for at in range(count):
        way = _lengths(before[at], keys, far, size)[first:]
        km[at] = (way + leg[at] * trip.detour + leg * trip.detour) / 1000
        long[at] = cost[at, first:] + (leg[at] + leg) * trip.access_pace
        km[at, at] = long[at, at] = 0.0
    km[~np.isfinite(long)] = np.inf
    return RoadPaths(
        km=km,
        minutes=long,
        before=before,
        lon=where.lon,
        lat=where.lat,
        graph=graph,
        feet=feet,
    )


def _arcs(graph: RoadGraph, feet: Feet) -> tuple[Ints, Ints, Floats, Floats]:
    """Give the arcs of the roads and those between feet and the ends of their edges.

    Parameters
    ----------
    graph : RoadGraph
        The roads.
    feet : Feet
        Places on them.

    Returns
    -------
    tuple
        Tail, head, minutes and metres of each arc; feet are numbered after the nodes.
    """
    edges = graph.noded.edges
    start, end = (edges[name].to_numpy(dtype=np.int64) for name in ("start", "end"))
    length = edges["length_m"].to_numpy(dtype=np.float64)
    pace = PACE / edges["kmh"].to_numpy(dtype=np.float64)
    forward, backward = (edges[name].to_numpy(dtype=bool) for name in ("forward", "backward"))
    first = graph.noded.node_lon.size
    on = np.flatnonzero(feet.edge >= 0)
    edge, node = feet.edge[on], first + on
    before = np.minimum(feet.offset[on], length[edge])
    after = length[edge] - before
    parts = [
        (start, end, length, pace, forward),
        (end, start, length, pace, backward),
        (node, end[edge], after, pace[edge], forward[edge]),
        (node, start[edge], before, pace[edge], backward[edge]),
        (start[edge], node, before, pace[edge], forward[edge]),
        (end[edge], node, after, pace[edge], backward[edge]),
    ]
    # feet on one edge, straight along it
    for each in np.unique(edge):
        mine = np.flatnonzero(edge == each)
        a, b = (part.ravel() for part in np.meshgrid(mine, mine, indexing="ij"))
        step = before[b] - before[a]
        may = np.where(step >= 0, forward[each], backward[each]) & (a != b)
        parts.append((node[a], node[b], abs(step), np.full(len(a), pace[each]), may))
    tail, head, metres, paces = (
        np.concatenate([part[k][part[4]] for part in parts]) for k in range(4)
    )
    # a way of no length is a way, too: 0 would be no arc
    metres = np.maximum(metres, 1e-9)
    return tail.astype(np.int64), head.astype(np.int64), metres * paces, metres


def _lengths(before: Ints, keys: Ints, far: Floats, size: int) -> Floats:
    """Add up metres along the tree of fastest ways, by jumping over ever more nodes.

    Parameters
    ----------
    before : array of int
        Node before each.
    keys : array of int
        Of arcs, rising: tail * size + head.
    far : array of float
        Metres of each arc.
    size : int
        Number of nodes.

    Returns
    -------
    array of float
        From the root to each node; 0 where there is no way.
    """
    nodes = np.arange(size)
    has = before >= 0
    up = np.where(has, before, nodes).astype(np.int64)
    found = np.searchsorted(keys, up * size + nodes)
    total = np.where(has, far[np.minimum(found, len(far) - 1)], 0.0)
    while (up[up] != up).any():
        total = total + total[up]
        up = up[up]
    return total


def _fastest(graph: RoadGraph, a: int, b: int) -> tuple[int, bool]:
    edges = graph.noded.edges
    start, end = edges["start"].to_numpy(), edges["end"].to_numpy()
    minutes = edges["length_m"].to_numpy() / edges["kmh"].to_numpy()
    along = (start == a) & (end == b) & edges["forward"].to_numpy()
    against = (start == b) & (end == a) & edges["backward"].to_numpy()
    both = np.flatnonzero(along | against)
    edge = int(both[np.argmin(minutes[both])])
    return edge, bool(along[edge])


def _part(graph: RoadGraph, edge: int, off: float, to: float) -> list[tuple[float, float]]:
    segments = graph.noded.segments
    numbers = segments["edge"].to_numpy()
    a, b = np.searchsorted(numbers, [edge, edge + 1])
    mine = segments.iloc[a:b]
    at = np.r_[mine["offset_m"].to_numpy(), graph.noded.edges["length_m"].iloc[edge]]
    lon, lat = (
        np.r_[mine[name].to_numpy(), mine[f"{name}_end"].iloc[-1]] for name in ("lon", "lat")
    )
    low, high = min(off, to), max(off, to)
    inside = (at > low) & (at < high)
    places = np.r_[low, at[inside], high]
    met = [
        (float(x), float(y))
        for x, y in zip(np.interp(places, at, lon), np.interp(places, at, lat), strict=True)
    ]
    return met if off <= to else met[::-1]
