"""The pairs that matter: those whose weighted cost is below a cap of each demand.

A price of a demand that is not above its cap makes no site beyond the cap worth anything (see
``prices``), so that a bound from these pairs alone is one of the full problem.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from gisplan.analysis.siting.models.lazy_costs import LazyCosts
from gisplan.arrays import Bools, Floats, Ints, Places

Narrow = NDArray[np.float32]
_BLOCK = 4_000_000


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Arcs:
    """Pairs below the caps, by demand and by site.

    Attributes
    ----------
    cap : array, shape (demand,)
        Every pair with a weighted cost below it is listed; one that is not costs as much or more.
    start : array
        First place of each demand in ``site`` and ``cost``, and the number of pairs at the end.
    site : array
        Site of each pair, by demand.
    cost : array
        Weighted cost of each pair, by demand, rounded down to single precision.
    begin : array
        First place of each site in ``demand`` and ``cost_by_site``, and the number of pairs.
    demand : array
        Demand of each pair, by site.
    cost_by_site : array
        Weighted cost of each pair, by site, rounded down to single precision.
    """

    cap: Floats
    start: Ints
    site: Places
    cost: Narrow
    begin: Ints
    demand: Places
    cost_by_site: Narrow

    @property
    def shape(self) -> tuple[int, int]:
        """Number of demand points and of sites.

        Returns
        -------
        tuple[int, int]
            How many demand points, and how many sites.
        """
        return len(self.start) - 1, len(self.begin) - 1

    def of_demand(self, rows: Ints) -> tuple[Ints, Ints]:
        """Give the places of the arcs of some demand, and for each which of ``rows`` it is of.

        Parameters
        ----------
        rows : array of int
            Positions of demand points.

        Returns
        -------
        tuple[Ints, Ints]
            Places in ``site`` and ``cost``; and for each place the position in ``rows``.
        """
        return ranges(self.start[rows], self.start[rows + 1])

    def of_sites(self, sites: Ints) -> tuple[Ints, Ints]:
        """Give the places by site of the arcs of some sites, and for each which it is of.

        Parameters
        ----------
        sites : array of int
            Positions of sites.

        Returns
        -------
        tuple[Ints, Ints]
            Places in ``demand`` and ``cost_by_site``; and for each place the position in ``sites``.
        """
        return ranges(self.begin[sites], self.begin[sites + 1])


def ranges(begin: Ints, end: Ints) -> tuple[Ints, Ints]:
    """Join ranges of places; give the places, and for each which range it is of.

    Parameters
    ----------
    begin : array of int
        First place of each range.
    end : array of int
        Place after the last of each range.

    Returns
    -------
    tuple[Ints, Ints]
        The places, one range after the other; and for each place the position of its range.
    """
    size = end - begin
    which = np.repeat(np.arange(len(size)), size)
    shift = begin - np.concatenate([[0], np.cumsum(size)[:-1]])
    return np.arange(len(which)) + shift[which], which


def _narrow(cost: Floats) -> Narrow:
    """Round down to single precision.

    Parameters
    ----------
    cost : array of float
        Costs in double precision.

    Returns
    -------
    array of float
        The greatest single-precision numbers not above them, so that bounds stay bounds.
    """
    near = cost.astype(np.float32)
    return np.where(near > cost, np.nextafter(near, np.float32(-1)), near)


def from_field(field: LazyCosts, weight: Floats, cap: Floats, allowed: Bools) -> Arcs:
    """List the pairs of the allowed sites whose weighted cost is below the caps.

    Parameters
    ----------
    field : LazyCosts
        Costs that are worked out a block of rows at a time.
    weight : array of float
        Weight of each demand.
    cap : array of float
        Weighted cost of each demand from which on a pair is not listed.
    allowed : array of bool
        Whether each site may be open.

    Returns
    -------
    Arcs
        The pairs listed.
    """
    n, m = field.shape
    step = max(1, _BLOCK // m)
    counts, sites, costs = [], [], []
    for first in range(0, n, step):
        rows = np.arange(first, min(first + step, n))
        cost = field.block(rows)
        cost *= weight[rows, None]
        near = (cost < cap[rows, None]) & allowed
        counts.append(near.sum(axis=1))
        sites.append(np.nonzero(near)[1].astype(np.int32))
        costs.append(_narrow(cost[near]))
    start = np.concatenate([[0], np.cumsum(np.concatenate(counts))])
    return _both(cap, start, np.concatenate(sites), np.concatenate(costs), m)


def from_cover(cover: csr_array, weight: Floats) -> Arcs:
    """List the pairs that cover, at no cost; a demand that is not covered costs its weight.

    Parameters
    ----------
    cover : csr_array
        Ones where a site covers a demand, shape (demand, sites).
    weight : array of float
        Weight of each demand, which is its cap.

    Returns
    -------
    Arcs
        The pairs listed.
    """
    start = cover.indptr.astype(np.int64)
    site = cover.indices.astype(np.int32)
    return _both(weight, start, site, np.zeros(len(site), dtype=np.float32), cover.shape[1])


def _both(cap: Floats, start: Ints, site: Places, cost: Narrow, sites: int) -> Arcs:
    n = len(start) - 1
    # Sorting by site, as a matrix of places is turned round.
    places = csr_array((np.arange(len(site)), site, start), shape=(n, sites)).tocsc()
    order = places.data
    return Arcs(
        cap=cap,
        start=start,
        site=site,
        cost=cost,
        begin=places.indptr.astype(np.int64),
        demand=places.indices.astype(np.int32),
        cost_by_site=cost[order],
    )
