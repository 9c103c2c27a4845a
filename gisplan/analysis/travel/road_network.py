"""Roads as a search sees them: edges with the cost of going along them, and feet on them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from gisplan.analysis.travel.snap_to_roads import Feet
from gisplan.arrays import Bools, Floats, Indices, Ints

if TYPE_CHECKING:
    from scipy.sparse import csr_array

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
            for part in zip(
                *((a, b, cost) if on.all() else (a[on], b[on], cost[on]) for a, b, on in ways),
                strict=True,
            )
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
        if (self.along == self.against).all():
            return self
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


def beside(feet: Footing, others: Footing) -> tuple[Indices, Indices]:
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
    shared = np.flatnonzero(np.isin(feet.edge, others.edge, kind="table"))
    if shared.size < feet.size:
        # Most feet have no others on their edge.
        some = Footing(feet.edge[shared], feet.offset[shared], feet.leg[shared])
        both = np.full((2, feet.size), -1)
        if shared.size:
            both[:, shared] = beside(some, others)
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
    from scipy.sparse import coo_array, csr_array

    # older SciPy finds ways by indices of 32 bits alone
    place = tail.astype(np.intc), head.astype(np.intc)
    summed = coo_array((cost, place), shape=(size, size)).tocsr()
    if summed.nnz == cost.size:
        return summed
    # SciPy would add up what stands twice.
    key = tail * size + head
    order = np.argsort(key, kind="stable")
    first = np.flatnonzero(np.append(True, key[order[1:]] != key[order[:-1]]))
    pointer = np.append(0, np.cumsum(np.bincount(tail[order[first]], minlength=size)))
    least = np.minimum.reduceat(cost[order], first)
    return csr_array((least, place[1][order[first]], pointer.astype(np.intc)), shape=(size, size))
