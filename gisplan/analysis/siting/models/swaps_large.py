"""Interchange of sites over the arcs below the caps.

The bookkeeping of Resende and Werneck (2007, *European Journal of Operational Research* 179): what
opening a site saves, what closing one costs, and what of that the opened one takes back, are kept
in tables over the listed pairs only; after a swap only the demand that it touched is reckoned anew.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from gisplan.analysis.siting.models.arcs import Arcs
from gisplan.arrays import Bools, Floats, Ints

_ROWS = 4_000

Column = Callable[[Ints], Floats]


class Swaps:
    """Local search by swaps from one answer.

    Parameters
    ----------
    arcs : Arcs
        Pairs below the caps.
    column : callable
        Weighted costs of all demand from some sites, shape (demand, sites).
    chosen : array of int
        Open sites.
    fixed : array of bool, shape (sites,)
        Sites that stay open.
    shut : array of bool, shape (sites,)
        Sites that stay closed.
    """

    def __init__(
        self, arcs: Arcs, column: Column, chosen: Ints, *, fixed: Bools, shut: Bools
    ) -> None:
        self.arcs, self.column, self.fixed, self.shut = arcs, column, fixed, shut
        n, m = arcs.shape
        self.chosen = np.array(chosen, dtype=np.int64)
        self.cost = np.empty((n, len(chosen)), dtype=np.float32)
        for slot in range(len(chosen)):
            self.cost[:, slot] = column(self.chosen[slot : slot + 1])[:, 0]
        self.first, self.second = np.empty(n), np.empty(n)
        self.slot, self.next = np.empty(n, dtype=np.int64), np.empty(n, dtype=np.int64)
        self.gain = np.zeros(m)
        self.loss = np.zeros(len(chosen))
        self.back = np.zeros((len(chosen), m))
        every = np.arange(n)
        for at in range(0, n, _ROWS):
            self._rank(every[at : at + _ROWS])
            self._account(every[at : at + _ROWS], 1.0)

    @property
    def value(self) -> float:
        """Cost of the answer.

        Returns
        -------
        float
            Weighted cost of all demand.
        """
        return float(self.first.sum())

    def _rank(self, rows: Ints) -> None:
        """Find the nearest and second nearest open site of some demand.

        Parameters
        ----------
        rows : array of int
            Positions of the demand.
        """
        near, at = self.cost[rows], np.arange(len(rows))
        slot = near.argmin(axis=1)
        self.slot[rows], self.first[rows] = slot, near[at, slot]
        near[at, slot] = np.inf
        other = near.argmin(axis=1)
        self.next[rows], self.second[rows] = other, near[at, other]
        if near.shape[1] == 1:
            # Nothing serves if the only site goes; the cap stands for what it then costs at least.
            self.second[rows] = np.maximum(self.arcs.cap[rows], self.first[rows])

    def _account(self, rows: Ints, sign: float) -> None:
        """Add (or take out) the share of some demand in the tables.

        Parameters
        ----------
        rows : array of int
            Positions of the demand.
        sign : float
            1 to add, -1 to take out.
        """
        arcs = self.arcs
        slots, sites = self.back.shape
        at, which = arcs.of_demand(rows)
        row = rows[which]
        cost, site = arcs.cost[at].astype(np.float64), arcs.site[at]
        first, second, slot = self.first[row], self.second[row], self.slot[row]
        near = cost < first
        self.gain += sign * np.bincount(
            site[near], weights=first[near] - cost[near], minlength=sites
        )
        spare = np.minimum(self.second[rows], 1e300) - self.first[rows]
        self.loss += sign * np.bincount(self.slot[rows], weights=spare, minlength=slots)
        back = cost < second
        place = slot[back] * sites + site[back]
        taken = np.minimum(second[back], 1e300) - np.maximum(cost[back], first[back])
        flat = self.back.ravel()
        if len(place) * 20 < flat.size:
            np.add.at(flat, place, sign * taken)
        else:
            flat += sign * np.bincount(place, weights=taken, minlength=flat.size)

    def run(self, done: Callable[[], bool]) -> tuple[Ints, float]:
        """Swap until nothing helps or time is over; give the sites, sorted, and their cost.

        Parameters
        ----------
        done : callable
            Asked before each swap; True ends the search.

        Returns
        -------
        tuple[Ints, float]
            Positions of the sites, and the cost.
        """
        closed = np.ones(len(self.gain), dtype=bool)
        while not done():
            closed[:] = ~self.shut
            closed[self.chosen] = False
            change = self.loss[:, None] - self.back - self.gain
            change[:, ~closed] = np.inf
            change[self.fixed[self.chosen]] = np.inf
            slot, site = divmod(int(change.argmin()), change.shape[1])
            if not change[slot, site] < -1e-6 * max(self.value, 1.0):
                break
            self.swap(slot, site)
        return np.sort(self.chosen), self.value

    def back_to(self, chosen: Ints) -> None:
        """Go back to an answer of as many sites.

        Parameters
        ----------
        chosen : array of int
            Positions of the sites of that answer.
        """
        gone = np.flatnonzero(~np.isin(self.chosen, chosen))
        for slot, site in zip(gone, np.setdiff1d(chosen, self.chosen), strict=True):
            self.swap(int(slot), int(site))

    def swap(self, slot: int, site: int) -> None:
        """Open a site in place of that of a slot.

        Parameters
        ----------
        slot : int
            Position, among the open sites, of the one to close.
        site : int
            Position of the site to open.
        """
        cost = self.column(np.array([site]))[:, 0]
        touched = np.flatnonzero((self.slot == slot) | (self.next == slot) | (cost < self.second))
        for at in range(0, len(touched), _ROWS):
            self._account(touched[at : at + _ROWS], -1.0)
        self.chosen[slot] = site
        self.cost[:, slot] = cost
        for at in range(0, len(touched), _ROWS):
            rows = touched[at : at + _ROWS]
            self._rank(rows)
            self._account(rows, 1.0)
