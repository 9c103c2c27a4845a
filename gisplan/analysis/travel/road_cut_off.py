"""What a road graph cuts off: demand and sites between which there is no way at any cost."""

from __future__ import annotations

import numpy as np

from gisplan.analysis.travel.road_network import Footing, Network, beside
from gisplan.arrays import Indices, Ints


def lost(
    network: Network, sites: Footing, demand: Footing, met: tuple[Ints, Ints]
) -> tuple[Indices, Indices]:
    """Give the demand that no site can be reached from at any cost, and the like for sites.

    Parameters
    ----------
    network : Network
        Edges in the direction of the search.
    sites, demand : Footing
        Their feet.
    met : tuple[Ints, Ints]
        Positions of demand points and of sites between which there is a way, as far as they
        are known: they are not looked at again.

    Returns
    -------
    tuple[Indices, Indices]
        Positions of the demand points, and of the sites.
    """
    return (
        _out_of_reach(network, sites, demand, met[0]),
        _out_of_reach(network.reversed, demand, sites, met[1]),
    )


def _out_of_reach(network: Network, source: Footing, target: Footing, met: Ints) -> Indices:
    """Give the targets to which there is no way from any source.

    Parameters
    ----------
    network : Network
        Edges in the direction of the search.
    source, target : Footing
        Where one starts, and where one would come to.
    met : array of int
        Positions of targets to which there is one.

    Returns
    -------
    Indices
        Positions of the targets.
    """
    left = np.ones(target.size, dtype=bool)
    left[met] = False
    rest = np.flatnonzero(left)
    if not (source.size and rest.size):
        return rest
    at = Footing(target.edge[rest], target.offset[rest], target.leg[rest])
    return rest[_without_way(network, source, at)]


def _without_way(network: Network, source: Footing, target: Footing) -> Indices:
    """Search from all sources at once for the targets to which there is no way from any.

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

    size = network.lon.size
    ways = network.ends(source, outward=True)
    come = np.zeros(size, dtype=bool)
    for node, way in zip((network.start, network.end), ways, strict=True):
        come[node[source.edge[np.isfinite(way)]]] = True
    first = np.flatnonzero(come)
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
    for at in beside(target, feet):
        row = np.flatnonzero(at >= 0)
        come[row] |= np.isfinite(network.between(feet, target, (at[row], row)))
    return np.flatnonzero(~come)
