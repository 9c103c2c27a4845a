"""Least ways through a road graph, from sites outward, between feet anywhere on its edges."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from gisplan.analysis.travel.part_of_graph import TOGETHER, in_strips, within
from gisplan.analysis.travel.road_network import Footing, Network, beside
from gisplan.analysis.travel.straight_ways import Pairs, cheapest, no_pairs
from gisplan.arrays import Floats, Ints

if TYPE_CHECKING:
    from scipy.sparse import csr_array

#: Numbers held at once when many sites are searched from together (80 MB).
_AT_ONCE = 10_000_000


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
    for at in beside(demand, found.feet):
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
