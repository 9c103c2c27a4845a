"""Reach through a graph of roads that is built from the user's own lines."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal

import geopandas as gpd
import numpy as np
import pandas as pd

from gisplan.analysis.travel.od_matrix import (
    Kind,
    Reach,
    Reason,
    Unit,
    keep_nearest,
    pair_table,
    unreachable_table,
)
from gisplan.analysis.travel.points import (
    Points,
    check_limit,
    check_nearest,
    earth_centred,
    take_points,
)
from gisplan.analysis.travel.road_lengths import stated_lengths, stretched
from gisplan.analysis.travel.road_nodes import Noded, check_lines, line_names, node_lines
from gisplan.analysis.travel.road_speed import directions, line_speeds
from gisplan.analysis.travel.snap_to_roads import Feet, Roadside
from gisplan.arrays import Floats, Ints
from gisplan.errors import OptionError
from gisplan.text import Text

if TYPE_CHECKING:
    from scipy.sparse import csr_array

#: Numbers held at once when many sources are solved together (80 MB).
_AT_ONCE = 10_000_000
#: Feet nearer to each other than this, in metres, are at one place.
_SAME = 1e-3
_PACE = 60 / 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Trip:
    """How one gets from a demand point to a site.

    Attributes
    ----------
    max_snap : float
        Greatest distance in metres from a point to the nearest place on a road.
    access_kmh : float, optional
        Speed of the legs between points and road, km/h; needed for minutes.
    unit : {"min", "m"}
        What is added up and held against the limit: time or length.
    detour : float
        Factor from the straight line to the way that is really gone off the road, at least 1.
    direct : bool
        Whether one goes straight, with that detour, where the other point is no farther than the
        two legs to the road: nobody goes to a trunk road first to come to a neighbour.
    to : {"site", "demand"}
        Which way one goes. It matters where roads are one-way. Waste and people go to the
        site; a fire engine goes to the demand.
    """

    max_snap: float
    access_kmh: float | None = None
    unit: Unit = "min"
    detour: float = 1.0
    direct: bool = False
    to: Literal["site", "demand"] = "site"

    def __post_init__(self) -> None:
        check_limit(self.max_snap, "max_snap")
        if self.access_kmh is not None:
            check_limit(self.access_kmh, "access_kmh")
        if not (math.isfinite(self.detour) and self.detour >= 1):
            raise OptionError(
                Text(
                    f"接入段的绕行系数应不小于 1，现为 {self.detour!r}。",
                    f"The detour of access legs is a number from 1; it is {self.detour!r}.",
                )
            )
        if self.unit not in ("min", "m") or self.to not in ("site", "demand"):
            raise OptionError(
                Text(
                    "参数 unit 应为 min 或 m，to 应为 site 或 demand；"
                    f"现为 {self.unit}、{self.to}。",
                    f"unit is 'min' or 'm' and to is 'site' or 'demand'; they are {self.unit!r} "
                    f"and {self.to!r}.",
                )
            )
        if self.unit == "min" and self.access_kmh is None:
            raise OptionError(
                Text(
                    "按分钟计算时请给出 access_kmh（点到道路这一段的速度，公里/小时）。",
                    "Give access_kmh, the speed between point and road, to count in minutes.",
                )
            )

    @property
    def access_pace(self) -> float:
        """What a metre of an access leg costs.

        Returns
        -------
        float
            Minutes a metre of straight line, or metres if lengths are added up; with the detour.
        """
        pace = 1.0 if self.access_kmh is None or self.unit == "m" else _PACE / self.access_kmh
        return self.detour * pace


@dataclass(frozen=True)
class RoadGraph:
    """Roads as edges between nodes.

    Attributes
    ----------
    noded : Noded
        Nodes, edges and segments; ``edges`` also has ``kmh``, ``forward`` and ``backward``.
    """

    noded: Noded

    @classmethod
    def from_lines(
        cls,
        lines: gpd.GeoDataFrame,
        *,
        speed: str | float,
        classes: pd.DataFrame | None = None,
        oneway: str | None = None,
        length: str | None = None,
        snap: float = 0.0,
    ) -> RoadGraph:
        """Build the graph.

        Parameters
        ----------
        lines : geopandas.GeoDataFrame
            Lines in any coordinate reference system; lengths are geodesics.
        speed : str or float
            Column of the speed in km/h, or one speed for all; with ``classes``, the column of
            the class.
        classes : pandas.DataFrame, optional
            Columns ``class`` and ``kmh``.
        oneway : str, optional
            Column that says which way a line may be driven: yes, true, 1 or F as it is drawn;
            -1, reverse or T against it; no, false, 0, B or nothing both ways.
        length : str, optional
            Column of the length in metres of the road that a line stands for. Where it is more
            than the line's own, all of the line is as much longer; where it is less or missing,
            the line's own counts.
        snap : float
            Metres within which a loose end is joined to the nearest vertex of another line.
            By default only lines that share a vertex meet.

        Returns
        -------
        RoadGraph
            Edges between the nodes where lines meet, with speed and direction.

        Raises
        ------
        DataError, DatumError, OptionError
            If a row can't be used; the message names row and column.
        """
        check_lines(lines)
        if not (math.isfinite(snap) and snap >= 0):
            raise OptionError(
                Text(
                    f"参数 snap 应为不小于 0 的米数，现为 {snap!r}。",
                    f"snap is a number of metres from 0; it is {snap!r}.",
                )
            )
        kmh = line_speeds(lines, speed, classes)
        forward, backward = directions(lines, oneway)
        noded = node_lines(lines, snap)
        if length is not None:
            noded = stretched(noded, stated_lengths(lines, length))
        row = noded.edges["row"].to_numpy()
        edges = noded.edges.assign(
            line=line_names(lines)[row],
            kmh=kmh[row],
            forward=forward[row],
            backward=backward[row],
        )
        return cls(Noded(noded.node_lon, noded.node_lat, edges, noded.segments, noded.snapped))

    @property
    def snapped(self) -> pd.DataFrame:
        """Give the ends of lines that were joined to a vertex nearby.

        Returns
        -------
        pandas.DataFrame
            ``line``, ``lon``, ``lat`` (degrees), ``distance_m``.
        """
        return self.noded.snapped

    @cached_property
    def components(self) -> pd.DataFrame:
        """The pieces that the roads fall into, the longest first.

        Columns ``component`` (from 1), ``nodes``, ``edges``, ``km``, ``one_way_km``, and
        ``lon``, ``lat`` of one of its nodes, by which it can be found on a map. Directions don't
        count here: a piece hangs together, but a one-way road may still bar the way.

        Returns
        -------
        pandas.DataFrame
            One row a piece.
        """
        from scipy.sparse import coo_array
        from scipy.sparse.csgraph import connected_components

        edges, size = self.noded.edges, self.noded.node_lon.size
        start, end = (edges[of].to_numpy().astype(np.intc) for of in ("start", "end"))
        count, label = connected_components(
            coo_array((np.ones(len(edges)), (start, end)), shape=(size, size)), directed=False
        )
        km = edges["length_m"].to_numpy() / 1000
        one_way = (edges["forward"] != edges["backward"]).to_numpy()
        _, first = np.unique(label, return_index=True)
        table = pd.DataFrame(
            {
                "nodes": np.bincount(label, minlength=count),
                "edges": np.bincount(label[start], minlength=count),
                "km": np.bincount(label[start], weights=km, minlength=count),
                "one_way_km": np.bincount(label[start], weights=km * one_way, minlength=count),
                "lon": self.noded.node_lon[first],
                "lat": self.noded.node_lat[first],
            }
        )
        table = table.sort_values(["km", "lon", "lat"], ascending=[False, True, True])
        table.insert(0, "component", np.arange(1, count + 1))
        return table.reset_index(drop=True)

    def access(self, points: gpd.GeoDataFrame, *, max_snap: float) -> pd.DataFrame:
        """Find the nearest road of each point.

        Parameters
        ----------
        points : geopandas.GeoDataFrame
            Points with a unique column ``id``, in any CRS.
        max_snap : float
            Metres within which a road counts.

        Returns
        -------
        pandas.DataFrame
            In the order of ``points``: ``id``, ``distance_m``, ``line`` (empty if none is
            within ``max_snap`` metres).
        """
        check_limit(max_snap, "max_snap")
        places = take_points(points, "points")
        feet = self._roadside.feet(earth_centred(places.lon, places.lat), max_snap)
        line = self.noded.edges["line"].to_numpy(dtype=object)[feet.edge]
        line[feet.edge < 0] = None
        return pd.DataFrame({"id": places.ids, "distance_m": feet.distance, "line": line})

    def reach(
        self,
        demand: gpd.GeoDataFrame,
        sites: gpd.GeoDataFrame,
        *,
        limit: float,
        trip: Trip,
        nearest: int | None = None,
    ) -> Reach:
        """Find the sites within reach of each demand point.

        Parameters
        ----------
        demand, sites : geopandas.GeoDataFrame
            Points with a unique column ``id``.
        limit : float
            Greatest cost in the unit of the trip.
        trip : Trip
            How one gets there.
        nearest : int, optional
            Give at most this many sites for a demand point, the nearest ones; all if left out.

        Returns
        -------
        Reach
            ``cost`` is the leg from the point straight to the nearest place on a road, the way
            through the graph, and the leg from the road to the other point. Points too far
            from any road, and points with no way to or from any of the others, are in
            ``unreachable``.
        """
        from scipy.sparse import csr_array

        check_limit(limit)
        check_nearest(nearest)
        places = (take_points(demand, "demand"), take_points(sites, "sites"))
        feet = [
            self._roadside.feet(earth_centred(part.lon, part.lat), trip.max_snap) for part in places
        ]
        graph, nodes = self._with_feet(feet, trip)
        if trip.to == "site":
            # Searched from the sites, against the way that is gone.
            graph = csr_array(graph.T)
        near = [np.flatnonzero(part.edge >= 0) for part in feet]
        legs = [part.distance[at] * trip.access_pace for part, at in zip(feet, near, strict=True)]
        row, site, cost = _pairs(graph, nodes, legs, limit)
        found_pairs = near[0][row], near[1][site], cost
        if trip.direct:
            reached = [part.edge >= 0 for part in feet]
            # what is off the road is so for good
            legs_m = [
                np.where(on, part.distance, -np.inf) for on, part in zip(reached, feet, strict=True)
            ]
            straight = _straight(places, legs_m, limit=limit, pace=trip.access_pace)
            found_pairs = _cheaper(found_pairs, straight)
        pairs = pair_table(places[0].ids, places[1].ids, rows=found_pairs[:2], cost=found_pairs[2])
        found: list[tuple[Kind, Reason, list[str], list[float] | None]] = []
        kinds: tuple[Kind, Kind] = ("demand", "site")
        lost = _lost(graph, nodes)
        for of, place, part, at, gone in zip(kinds, places, feet, near, lost, strict=True):
            off = part.edge < 0
            found.append((of, "off_road", list(place.ids[off]), list(part.distance[off])))
            found.append((of, "no_path", list(place.ids[at[gone]]), None))
        return Reach(
            pairs=keep_nearest(pairs, nearest),
            unit=trip.unit,
            limit=float(limit),
            unreachable=unreachable_table(found),
            method="road",
        )

    def _with_feet(self, feet: list[Feet], trip: Trip) -> tuple[csr_array, list[Ints]]:
        """Cut the edges at the feet; give the graph, and the nodes of each list of feet.

        Parameters
        ----------
        feet : list of Feet
            Nearest places on a road, of the demand points and of the sites.
        trip : Trip
            What is added up, and which way one goes.

        Returns
        -------
        tuple[csr_array, list[Ints]]
            Arcs with their cost; and the node of each foot that is near enough.
        """
        edges, size = self.noded.edges, self.noded.node_lon.size
        edge = np.concatenate([part.edge[part.edge >= 0] for part in feet])
        offset = np.concatenate([part.offset[part.edge >= 0] for part in feet])
        new = size + np.arange(edge.size)
        length = edges["length_m"].to_numpy()
        every = np.arange(length.size)
        # Along each edge: its start, its feet by their offset, its end.
        of = np.concatenate([every, edge, every])
        along = np.concatenate([np.zeros(length.size), np.minimum(offset, length[edge]), length])
        node = np.concatenate([edges["start"], new, edges["end"]])
        turn = np.repeat([0, 1, 2], [length.size, edge.size, length.size])
        order = np.lexsort((turn, along, of))
        of, along, node = of[order], along[order], node[order]
        piece = np.flatnonzero(of[1:] == of[:-1])
        own = of[piece]
        cost = along[piece + 1] - along[piece]
        # Two feet at one place, or a foot at a node, are one place whatever the direction.
        same = cost < _SAME
        if trip.unit == "min":
            cost = cost * (_PACE / edges["kmh"].to_numpy())[own]
        ways = []
        for flag, ends in (("forward", (piece, piece + 1)), ("backward", (piece + 1, piece))):
            open_ = edges[flag].to_numpy()[own] | same
            ways.append((node[ends[0]][open_], node[ends[1]][open_], cost[open_]))
        start, end, cost = (np.concatenate(part) for part in zip(*ways, strict=True))
        graph = _cheapest(start, end, cost, size + edge.size)
        first = int(np.count_nonzero(feet[0].edge >= 0))
        return graph, [new[:first], new[first:]]

    @cached_property
    def _roadside(self) -> Roadside:
        return Roadside.of(self.noded.segments)


def _straight(
    places: tuple[Points, Points], legs: list[Floats], *, limit: float, pace: float
) -> tuple[Ints, Ints, Floats]:
    """Give the pairs that are no farther apart than their legs to the road, and the way straight.

    Parameters
    ----------
    places : tuple of Points
        Demand points and sites.
    legs : list of array of float
        Metres from each to its road.
    limit : float
        Greatest cost.
    pace : float
        Cost of a metre.

    Returns
    -------
    tuple[Ints, Ints, Floats]
        Positions of the demand points and of the sites, and costs.
    """
    from scipy.spatial import cKDTree

    xyz = [earth_centred(part.lon, part.lat) for part in places]
    if not (len(xyz[0]) and len(xyz[1])):
        return np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(0)
    most = np.maximum(legs[1] + legs[0].max(), 0.0)
    met = cKDTree(xyz[0]).query_ball_point(xyz[1], most)
    site = np.repeat(np.arange(len(xyz[1])), [len(one) for one in met])
    row = np.concatenate([np.asarray(one, dtype=np.int64) for one in met])
    far = np.linalg.norm(xyz[0][row] - xyz[1][site], axis=1)
    kept = (far <= legs[0][row] + legs[1][site]) & (far * pace <= limit)
    return row[kept], site[kept], far[kept] * pace


def _cheaper(
    one: tuple[Ints, Ints, Floats], other: tuple[Ints, Ints, Floats]
) -> tuple[Ints, Ints, Floats]:
    """Join two lists of pairs; of a pair that is in both the cheaper counts.

    Parameters
    ----------
    one, other : tuple[Ints, Ints, Floats]
        Positions of demand points and sites, and costs.

    Returns
    -------
    tuple[Ints, Ints, Floats]
        Each pair once.
    """
    row, site, cost = (np.concatenate(part) for part in zip(one, other, strict=True))
    order = np.lexsort((cost, site, row))
    row, site, cost = row[order], site[order], cost[order]
    first = np.r_[True, (row[1:] != row[:-1]) | (site[1:] != site[:-1])][: row.size]
    return row[first], site[first], cost[first]


def _cheapest(start: Ints, end: Ints, cost: Floats, size: int) -> csr_array:
    """Make a matrix of arcs; of several between the same nodes the cheapest counts.

    Parameters
    ----------
    start : array of int
        Node that each arc leaves.
    end : array of int
        Node that it comes to.
    cost : array of float
        Its cost.
    size : int
        Number of nodes.

    Returns
    -------
    csr_array
        Shape (nodes, nodes).
    """
    from scipy.sparse import csr_array

    order = np.lexsort((cost, end, start))
    start, end, cost = start[order], end[order], cost[order]
    first = np.r_[True, (start[1:] != start[:-1]) | (end[1:] != end[:-1])]
    pointer = np.searchsorted(start[first], np.arange(size + 1))
    # older SciPy finds ways by indices of 32 bits alone
    narrow = (end[first].astype(np.intc), pointer.astype(np.intc))
    return csr_array((cost[first], *narrow), shape=(size, size))


def _pairs(
    graph: csr_array, nodes: list[Ints], legs: list[Floats], limit: float
) -> tuple[Ints, Ints, Floats]:
    """Give demand, site (positions among those near a road) and cost within the limit.

    Parameters
    ----------
    graph : csr_array
        Arcs with their cost, in the direction from site to demand.
    nodes : list of Ints
        Nodes of the demand points near a road, and of the sites.
    legs : list of Floats
        Cost of the legs off the road, of demand points and of sites.
    limit : float
        Greatest cost, legs included.

    Returns
    -------
    tuple[Ints, Ints, Floats]
        Demand, site and cost of each pair.
    """
    from scipy.sparse.csgraph import dijkstra

    demand, site = nodes
    found: list[tuple[Any, ...]] = [(demand[:0], site[:0], legs[0][:0])]
    step = max(1, _AT_ONCE // graph.shape[0])
    for begin in range(0, site.size if demand.size else 0, step):
        some = slice(begin, begin + step)
        way = dijkstra(graph, indices=site[some], limit=limit)[:, demand]
        way += legs[1][some, None] + legs[0][None, :]
        at, row = np.nonzero(way <= limit)
        found.append((row, at + begin, way[at, row]))
    row, at, cost = (np.concatenate(part) for part in zip(*found, strict=True))
    return row, at, cost


def _lost(graph: csr_array, nodes: list[Ints]) -> list[Ints]:
    """Give the demand that no site can be reached from at any cost, and the like for sites.

    Parameters
    ----------
    graph : csr_array
        Arcs with their cost.
    nodes : list of Ints
        Nodes of the demand points near a road, and of the sites.

    Returns
    -------
    list of Ints
        Positions of the demand points, and of the sites, among those near a road.
    """
    from scipy.sparse import csr_array
    from scipy.sparse.csgraph import dijkstra

    demand, site = nodes
    lost = []
    for mine, others, way in ((demand, site, graph), (site, demand, csr_array(graph.T))):
        if not (mine.size and others.size):
            lost.append(np.arange(mine.size))
            continue
        cost = dijkstra(way, indices=np.unique(others), min_only=True)
        lost.append(np.flatnonzero(np.isinf(cost[mine])))
    return lost
