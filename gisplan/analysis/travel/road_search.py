"""Least ways through a road graph, from sites outward, between feet anywhere on its edges."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from gisplan.analysis.travel.part_of_graph import TOGETHER, in_strips, within
from gisplan.analysis.travel.snap_to_roads import Feet
from gisplan.analysis.travel.straight_ways import Pairs, cheapest, no_pairs
from gisplan.arrays import Bools, Floats, Indices, Ints

if TYPE_CHECKING:
    from scipy.sparse import csr_array

#: Numbers held at once when many sites are searched from together (80 MB).
_AT_ONCE = 10_000_000
#: Feet nearer to each other than this, in metres, are at one place whatever the direction.
SAME = 1e-3


@dataclass(frozen=True, slots=True)
class Footing:
    """Feet of places that are near enough to a road, and the cost of their legs.

    Attributes
    ----------
    edge : (n,) integers
        The edge that each foot lies on.
    offset : (n,) floats
        Metres from the edge's start.
    leg : (n,) floats
        Cost of the leg off the road.
    """

    edge: Ints
    offset: Floats
    leg: Floats

    @classmethod
    def of(cls, feet: Feet, at: Indices, pace: float) -> Footing:
        """Take some of the nearest places on a road.

        Parameters
        ----------
        feet : Feet
            Nearest places on a road.
        at : Indices
            Positions of those that are near enough.
        pace : float
            Cost of a metre of a leg.

        Returns
        -------
        Footing
            One for each position, in this order.
        """
        return cls(feet.edge[at], feet.offset[at], feet.distance[at] * pace)

    @property
    def size(self) -> int:
        """How many there are.

        Returns
        -------
        int
            Number of feet.
        """
        return self.edge.size


@dataclass(frozen=True)
class Network:
    """Edges with the cost of going along them, in the direction of the search.

    A search goes from the sites outward: where one travels to the site, it goes along an edge if
    one may travel against it.

    Attributes
    ----------
    start : (edges,) integers
        The node that each edge starts from.
    end : (edges,) integers
        The node that it comes to.
    length : (edges,) floats
        Metres.
    pace : (edges,) floats
        Cost of a metre.
    along : (edges,) bools
        Whether the search may go from start to end.
    against : (edges,) bools
        Whether it may go from end to start.
    lon : (nodes,) floats
        Longitude of each node, rising.
    lat : (nodes,) floats
        Latitude of each node.
    """

    start: Ints
    end: Ints
    length: Floats
    pace: Floats
    along: Bools
    against: Bools
    lon: Floats
    lat: Floats

    @cached_property
    def arcs(self) -> csr_array:
        """The cost of going from node to node along one edge.

        Returns
        -------
        csr_array
            Shape (nodes, nodes); of several arcs between two nodes the cheapest counts.
        """
        cost = self.length * self.pace
        ways = ((self.start, self.end, self.along), (self.end, self.start, self.against))
        tail, head, far = (
            np.concatenate(part)
            for part in zip(*((a[on], b[on], cost[on]) for a, b, on in ways), strict=True)
        )
        return arc_matrix(tail, head, far, self.lon.size)

    def ends(self, feet: Footing, *, outward: bool) -> tuple[Floats, Floats]:
        """Give the cost between each foot and the two ends of its edge.

        Parameters
        ----------
        feet : Footing
            Places on edges.
        outward : bool
            From the foot to the ends, else from the ends to the foot.

        Returns
        -------
        tuple[Floats, Floats]
            To or from the start, and the end; infinite where the direction is barred.
        """
        edge = feet.edge
        before = np.minimum(feet.offset, self.length[edge])
        after = self.length[edge] - before
        along, against = self.along[edge], self.against[edge]
        if outward:
            along, against = against, along
        pace = self.pace[edge]
        return (
            np.where(along | (before < SAME), before * pace, np.inf),
            np.where(against | (after < SAME), after * pace, np.inf),
        )

    def between(self, site: Footing, other: Footing, rows: tuple[Indices, Indices]) -> Floats:
        """Give the cost along the edge that two feet have in common.

        Parameters
        ----------
        site, other : Footing
            Where the search starts, and where it goes.
        rows : tuple[Indices, Indices]
            Positions of the feet of each pair.

        Returns
        -------
        array of float
            Without the legs; infinite where the direction is barred.
        """
        edge = site.edge[rows[0]]
        step = other.offset[rows[1]] - site.offset[rows[0]]
        open_ = np.where(step >= 0, self.along[edge], self.against[edge]) | (abs(step) < SAME)
        return np.where(open_, abs(step) * self.pace[edge], np.inf)

    @cached_property
    def reversed(self) -> Network:
        """The same with all directions turned.

        Returns
        -------
        Network
            For a search from the demand to the sites.
        """
        return Network(
            self.start,
            self.end,
            self.length,
            self.pace,
            self.against,
            self.along,
            self.lon,
            self.lat,
        )


@dataclass(frozen=True, slots=True)
class LeastCosts:
    """What it costs to come from the nearest site to every node.

    Attributes
    ----------
    cost : (nodes,) floats
        The leg of the site included; infinite beyond the limit.
    site : (nodes,) integers
        Position of the site; -1 where there is none.
    feet : Footing
        Feet of the sites, sorted by edge and offset, each with the least cost to its place, not
        only from its own site, as ``leg``.
    whose : (sites,) integers
        Position of the site that comes to each of these feet most cheaply.
    """

    cost: Floats
    site: Ints
    feet: Footing
    whose: Ints


def field(network: Network, sites: Footing, limit: float) -> LeastCosts:
    """Search from all sites at once.

    Parameters
    ----------
    network : Network
        Edges in the direction of the search.
    sites : Footing
        Feet of the sites; of sites at equal cost the first counts.
    limit : float
        Greatest cost.

    Returns
    -------
    LeastCosts
        Least costs, and whose they are.
    """
    from scipy.sparse.csgraph import dijkstra

    size = network.lon.size
    if not sites.size:
        nobody = np.full(size, -1)
        return LeastCosts(np.full(size, np.inf), nobody, sites, nobody[:0])
    graph = _with_sites(network, sites)
    cost, _, source = dijkstra(
        graph,
        indices=np.arange(size, size + sites.size),
        limit=limit,
        min_only=True,
        return_predecessors=True,
    )
    site = np.where(np.isfinite(cost), source - size, -1).astype(np.int64)
    _settle_ties(graph, cost, site)
    cost, site = cost[:size], site[:size]
    # What it costs to come to the feet themselves, past others of the same edge.
    order = np.lexsort((sites.offset, sites.edge))
    feet = Footing(sites.edge[order], sites.offset[order], sites.leg[order])
    best, whose = _at_feet(network, cost, site, feet)
    own = (feet.leg < best) | ((feet.leg == best) & (order < whose))
    best, whose = np.where(own, feet.leg, best), np.where(own, order, whose)
    same = np.flatnonzero(feet.edge[1:] == feet.edge[:-1])
    for turns, step in ((same, 1), (same[::-1] + 1, -1)):
        for at in turns.tolist():
            to = at + step
            way = network.between(feet, feet, (np.array([at]), np.array([to])))[0] + best[at]
            best[to], whose[to] = min((best[to], whose[to]), (way, whose[at]))
    return LeastCosts(cost, site, Footing(feet.edge, feet.offset, best), whose)


def nearest_pairs(network: Network, sites: Footing, demand: Footing, limit: float) -> Pairs:
    """Give the nearest site of each demand point.

    Parameters
    ----------
    network : Network
        Edges in the direction of the search.
    sites, demand : Footing
        Their feet.
    limit : float
        Greatest cost, legs included.

    Returns
    -------
    tuple[Ints, Ints, Floats]
        Positions of the demand points that have a site, of that site, and costs.
    """
    found = field(network, sites, limit)
    cost, site = _at_feet(network, found.cost, found.site, demand)
    for at in _beside(demand, found.feet):
        row = np.flatnonzero(at >= 0)
        foot = at[row]
        way = network.between(found.feet, demand, (foot, row)) + found.feet.leg[foot]
        whose = found.whose[foot]
        better = (way < cost[row]) | ((way == cost[row]) & (whose < site[row]))
        cost[row[better]], site[row[better]] = way[better], whose[better]
    cost = cost + demand.leg
    kept = np.flatnonzero(cost <= limit)
    return kept, site[kept], cost[kept]


def all_pairs(
    network: Network, sites: Footing, demand: Footing, limit: float, nearest: int | None = None
) -> Pairs:
    """Give all pairs within a limit.

    Parameters
    ----------
    network : Network
        Edges in the direction of the search.
    sites, demand : Footing
        Their feet.
    limit : float
        Greatest cost, legs included.
    nearest : int, optional
        How many sites of a demand point to keep, the cheapest; all if left out.

    Returns
    -------
    tuple[Ints, Ints, Floats]
        Positions of demand points and sites, and costs.
    """
    from scipy.sparse.csgraph import dijkstra

    if not (sites.size and demand.size):
        return no_pairs()
    size = network.lon.size
    graph = _with_sites(network, sites)
    ends = network.start[demand.edge], network.end[demand.edge]
    last = [part + demand.leg for part in network.ends(demand, outward=False)]
    found = [_on_one_edge(network, sites, demand, limit)]
    foot = network.start[sites.edge]
    order = in_strips(network.lon[foot], network.lat[foot])
    for begin in range(0, sites.size, TOGETHER):
        group = order[begin : begin + TOGETHER]
        part, place = within(graph, size + group, limit)
        to = place[ends[0]], place[ends[1]]
        near = np.flatnonzero(np.minimum(*to) < part.shape[0])
        step = max(1, _AT_ONCE // (part.shape[0] + 2 * near.size))
        for some in np.split(group, range(step, group.size, step)):
            cost = dijkstra(part, indices=place[size + some], limit=limit)
            # the last column is of nodes that are too far from all of them
            cost = np.column_stack([cost, np.full(some.size, np.inf)])
            first, second = (cost[:, to[end][near]] + last[end][near] for end in (0, 1))
            way = np.minimum(first, second)
            at, row = np.nonzero(way <= limit)
            found.append((near[row], some[at], way[at, row]))
            if nearest is not None:
                found = [cheapest(found, nearest)]
    return cheapest(found, nearest)


def lost(network: Network, sites: Footing, demand: Footing) -> tuple[Indices, Indices]:
    """Give the demand that no site can be reached from at any cost, and the like for sites.

    Parameters
    ----------
    network : Network
        Edges in the direction of the search.
    sites, demand : Footing
        Their feet.

    Returns
    -------
    tuple[Indices, Indices]
        Positions of the demand points, and of the sites.
    """
    return (
        _out_of_reach(network, sites, demand),
        _out_of_reach(network.reversed, demand, sites),
    )


def _out_of_reach(network: Network, source: Footing, target: Footing) -> Indices:
    """Give the targets to which there is no way from any source.

    Parameters
    ----------
    network : Network
        Edges in the direction of the search.
    source, target : Footing
        Where one starts, and where one would come to.

    Returns
    -------
    Indices
        Positions of the targets.
    """
    from scipy.sparse import csr_array
    from scipy.sparse.csgraph import breadth_first_order

    if not source.size:
        return np.arange(target.size)
    size = network.lon.size
    ways = network.ends(source, outward=True)
    first = np.unique(
        np.concatenate(
            [
                node[source.edge[np.isfinite(way)]]
                for node, way in zip((network.start, network.end), ways, strict=True)
            ]
        )
    )
    arcs = network.arcs
    graph = csr_array(
        (
            np.r_[np.ones(arcs.nnz), np.ones(first.size)],
            np.r_[arcs.indices, first.astype(np.intc)],
            np.r_[arcs.indptr, np.intc(arcs.nnz + first.size)],
        ),
        shape=(size + 1, size + 1),
    )
    met = np.zeros(size + 1, dtype=bool)
    met[breadth_first_order(graph, size, return_predecessors=False)] = True
    ways = network.ends(target, outward=False)
    come = np.zeros(target.size, dtype=bool)
    for node, way in zip((network.start, network.end), ways, strict=True):
        come |= met[node[target.edge]] & np.isfinite(way)
    if come.all():
        return np.flatnonzero(~come)
    order = np.lexsort((source.offset, source.edge))
    feet = Footing(source.edge[order], source.offset[order], source.leg[order])
    for at in _beside(target, feet):
        row = np.flatnonzero(at >= 0)
        come[row] |= np.isfinite(network.between(feet, target, (at[row], row)))
    return np.flatnonzero(~come)


def _at_feet(network: Network, cost: Floats, site: Ints, feet: Footing) -> tuple[Floats, Ints]:
    """Give the least cost to places on edges by way of a node, and whose it is.

    Parameters
    ----------
    network : Network
        Edges in the direction of the search.
    cost, site : array
        Of every node.
    feet : Footing
        The places; their legs don't count.

    Returns
    -------
    tuple[Floats, Ints]
        Costs, and positions of sites.
    """
    ways = network.ends(feet, outward=False)
    nodes = network.start[feet.edge], network.end[feet.edge]
    first, second = (cost[node] + way for node, way in zip(nodes, ways, strict=True))
    whose = site[nodes[0]], site[nodes[1]]
    other = (second < first) | ((second == first) & (whose[1] < whose[0]))
    return np.where(other, second, first), np.where(other, whose[1], whose[0])


def _beside(feet: Footing, others: Footing) -> tuple[Indices, Indices]:
    """Give the nearest of other feet before and after each foot on its edge.

    Parameters
    ----------
    feet : Footing
        Places.
    others : Footing
        Sorted by edge and offset.

    Returns
    -------
    tuple[Indices, Indices]
        Positions among the others, -1 where there is none.
    """
    count = others.size
    shared = np.flatnonzero(np.isin(feet.edge, others.edge))
    if shared.size < feet.size:
        # Most feet have no others on their edge.
        some = Footing(feet.edge[shared], feet.offset[shared], feet.leg[shared])
        both = np.full((2, feet.size), -1)
        if shared.size:
            both[:, shared] = _beside(some, others)
        return both[0], both[1]
    kind = np.repeat([0, 1], [count, feet.size])
    edge, offset = (
        np.concatenate([getattr(one, name) for one in (others, feet)])
        for name in ("edge", "offset")
    )
    sides = []
    for turn in (1, -1):
        # Others at the very place come first, in either direction.
        order = np.lexsort((kind, turn * offset, turn * edge))
        known = np.where(kind[order] == 0, np.arange(order.size), -1)
        last = np.maximum.accumulate(known)
        mine = kind[order] == 1
        at = np.where(last[mine] >= 0, order[last[mine]], -1)
        row = order[mine] - count
        same = (at >= 0) & (others.edge[at] == feet.edge[row]) if count else at >= 0
        found = np.full(feet.size, -1)
        found[row] = np.where(same, at, -1)
        sides.append(found)
    return sides[0], sides[1]


def _on_one_edge(network: Network, sites: Footing, demand: Footing, limit: float) -> Pairs:
    """Give the pairs within a limit whose feet lie on one edge, along this edge.

    Parameters
    ----------
    network : Network
        Edges in the direction of the search.
    sites, demand : Footing
        Their feet.
    limit : float
        Greatest cost, legs included.

    Returns
    -------
    tuple[Ints, Ints, Floats]
        Positions of demand points and sites, and costs.
    """
    order = np.argsort(sites.edge, kind="stable")
    edge = sites.edge[order]
    begin, end = (np.searchsorted(edge, demand.edge, side) for side in ("left", "right"))
    count = end - begin
    row = np.repeat(np.arange(demand.size), count)
    turn = np.arange(row.size) - np.repeat(np.cumsum(count) - count, count)
    site = order[begin[row] + turn]
    cost = network.between(sites, demand, (site, row)) + sites.leg[site] + demand.leg[row]
    kept = cost <= limit
    return row[kept], site[kept], cost[kept]


def _with_sites(network: Network, sites: Footing) -> csr_array:
    """Give the arcs with a node for each site, from which one comes to the ends of its edge.

    Parameters
    ----------
    network : Network
        Edges in the direction of the search.
    sites : Footing
        Feet of the sites.

    Returns
    -------
    csr_array
        Shape (nodes + sites, nodes + sites).
    """
    from scipy.sparse import csr_array

    arcs, size = network.arcs, network.lon.size + sites.size
    cost = np.column_stack(network.ends(sites, outward=True)) + sites.leg[:, None]
    head = np.column_stack([network.start[sites.edge], network.end[sites.edge]])
    open_ = np.isfinite(cost)
    pointer = arcs.indptr[-1] + np.cumsum(open_.sum(axis=1))
    return csr_array(
        (
            np.r_[arcs.data, cost[open_]],
            np.r_[arcs.indices, head[open_].astype(np.intc)],
            np.r_[arcs.indptr, pointer.astype(np.intc)],
        ),
        shape=(size, size),
    )


def _settle_ties(graph: csr_array, cost: Floats, site: Ints) -> None:
    """Give each node the first of the sites that come to it at the same least cost, in place.

    Parameters
    ----------
    graph : csr_array
        Arcs.
    cost, site : array
        Of every node.
    """
    tail = np.repeat(np.arange(graph.shape[0]), np.diff(graph.indptr))
    head = graph.indices
    with np.errstate(invalid="ignore"):
        tight = (cost[tail] + graph.data == cost[head]) & np.isfinite(cost[head])
    tail, head = tail[tight], head[tight]
    while (earlier := site[tail] < site[head]).any():
        np.minimum.at(site, head[earlier], site[tail[earlier]])


def arc_matrix(tail: Ints, head: Ints, cost: Floats, size: int) -> csr_array:
    """Make a matrix of arcs; of several between the same nodes the cheapest counts.

    Parameters
    ----------
    tail, head : array of int
        Nodes that each arc leaves and comes to.
    cost : array of float
        Its cost.
    size : int
        Number of nodes.

    Returns
    -------
    csr_array
        Shape (size, size).
    """
    from scipy.sparse import csr_array

    key = tail * size + head
    order = np.argsort(key, kind="stable")
    key, cost = key[order], cost[order]
    first = np.flatnonzero(np.r_[True, key[1:] != key[:-1]][: key.size])
    if first.size < key.size:
        key, cost = key[first], np.minimum.reduceat(cost, first)
    tail, head = np.divmod(key, size)
    pointer = np.r_[0, np.cumsum(np.bincount(tail, minlength=size))]
    # older SciPy finds ways by indices of 32 bits alone
    return csr_array((cost, head.astype(np.intc), pointer.astype(np.intc)), shape=(size, size))
