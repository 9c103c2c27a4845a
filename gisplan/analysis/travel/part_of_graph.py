"""The part of a road graph that lies within a limit of some sites: what a bounded search needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from gisplan.arrays import Floats, Indices, Ints

if TYPE_CHECKING:
    from scipy.sparse import csr_array

#: Sites whose surroundings are cut out of the graph together.
TOGETHER = 32


def in_strips(lon: Floats, lat: Floats) -> Indices:
    """Put places in an order in which those that lie near each other follow each other.

    Parameters
    ----------
    lon : (n,) floats
        Longitude of each.
    lat : (n,) floats
        Latitude of each.

    Returns
    -------
    Indices
        Positions of the places, strip by strip from west to east, in each from south to north.
    """
    strips = max(1, round(float(np.sqrt(lon.size / TOGETHER))))
    east = np.argsort(np.argsort(lon, kind="stable"), kind="stable")
    return np.lexsort((lat, east * strips // max(lon.size, 1)))


def within(graph: csr_array, starts: Indices, limit: float) -> tuple[csr_array, Ints]:
    """Keep of a graph what lies within a limit of any of some nodes.

    A search from each of them then costs no more than what it comes to, however large the graph.

    Parameters
    ----------
    graph : csr_array
        Costs of arcs.
    starts : Indices
        The nodes searched from.
    limit : float
        Greatest cost.

    Returns
    -------
    tuple[csr_array, Ints]
        The smaller graph; and of each node its place there, the number of nodes there if it is
        too far. The graph as it is, if most of it is within the limit.
    """
    from scipy.sparse.csgraph import dijkstra

    size = graph.shape[0]
    if not np.isfinite(limit):
        return graph, np.arange(size)
    here = np.isfinite(dijkstra(graph, indices=starts, limit=limit, min_only=True))
    nodes = np.flatnonzero(here)
    if 2 * nodes.size > size:
        return graph, np.arange(size)
    place = np.full(size, nodes.size)
    place[nodes] = np.arange(nodes.size)
    return graph[nodes][:, nodes], place
