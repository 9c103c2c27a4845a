"""Each demand at one site: what is split in a cheap flow is put together again.

A best flow splits few demands, fewer than there are open sites. The others stay where they are;
the split ones go to the site with room that is cheapest, others making room where none has it;
then demand is shifted, and two are exchanged, as long as it helps (Martello and Toth 1990,
*Knapsack Problems*, ch. 7).
"""

from __future__ import annotations

import numpy as np

from gisplan.analysis.siting.models.capacitated_flow import Flow, Loads
from gisplan.arrays import Floats, Ints

_ROUNDING = 1e-12
_PASSES = 20


def undivided(loads: Loads, flow: Flow) -> Flow | None:
    """Serve each demand wholly from one of the open sites of a flow.

    Parameters
    ----------
    loads : Loads
        Costs, demand, capacities and rules.
    flow : Flow
        What goes where, demand being split where it pays.

    Returns
    -------
    Flow or None
        None if no place was found for some demand.
    """
    state = _Placing(loads, flow)
    if not state.place_all():
        return None
    state.shift()
    slot = state.slot
    cost = loads.cost[np.arange(len(slot)), flow.chosen[slot]]
    value = float(loads.weight @ cost + loads.charge[flow.chosen].sum())
    every = np.arange(len(slot))
    site = flow.chosen[slot]
    return Flow(flow.chosen, every, site, loads.weight.copy(), value, 0.0, flow.price)


class _Placing:
    """Where each demand is (-1: nowhere yet), and the room left at each open site.

    Parameters
    ----------
    loads : Loads
        Costs, demand, capacities and rules.
    flow : Flow
        What goes where to begin with.
    """

    def __init__(self, loads: Loads, flow: Flow) -> None:
        self.weight = loads.weight
        self.cost: Floats = loads.cost[:, flow.chosen]
        self.missing = loads.missing
        slot = np.searchsorted(flow.chosen, flow.site)
        parts = np.bincount(flow.row, minlength=len(self.weight))
        self.slot: Ints = np.full(len(self.weight), -1, dtype=np.int64)
        alone = parts[flow.row] == 1
        self.slot[flow.row[alone]] = slot[alone]
        inside = self.slot >= 0
        load = np.bincount(
            self.slot[inside], weights=self.weight[inside], minlength=len(flow.chosen)
        )
        self.room: Floats = loads.room[flow.chosen] * (1 + _ROUNDING) - load

    def place_all(self) -> bool:
        """Find a place for all that has none, the heaviest first.

        Returns
        -------
        bool
            False if there is none for some.
        """
        waiting = np.flatnonzero(self.slot < 0)
        for row in waiting[np.argsort(-self.weight[waiting], kind="stable")]:
            if not self._place(int(row)) and not self._make_room(int(row)):
                return False
        return True

    def _place(self, row: int) -> bool:
        fits = np.flatnonzero((self.room >= self.weight[row]) & (self.cost[row] < self.missing))
        if not len(fits):
            return False
        self._put(row, int(fits[self.cost[row, fits].argmin()]))
        return True

    def _put(self, row: int, slot: int) -> None:
        if self.slot[row] >= 0:
            self.room[self.slot[row]] += self.weight[row]
        self.slot[row] = slot
        self.room[slot] -= self.weight[row]

    def _make_room(self, row: int) -> bool:
        """Move one demand away from a site so that another fits in, at least cost.

        Parameters
        ----------
        row : int
            Position of the demand that has no place.

        Returns
        -------
        bool
            Whether it has one now.
        """
        best: tuple[float, int, int, int] | None = None
        for slot in np.flatnonzero(self.cost[row] < self.missing):
            lacks = self.weight[row] - self.room[slot]
            inside = np.flatnonzero((self.slot == slot) & (self.weight >= lacks))
            fits = (self.room >= self.weight[inside][:, None]) & (self.cost[inside] < self.missing)
            fits[:, slot] = False
            more = np.where(fits, self.cost[inside], np.inf) - self.cost[inside, slot][:, None]
            more = more * self.weight[inside][:, None]
            if not more.size or not np.isfinite(more.min()):
                continue
            at, to = divmod(int(more.argmin()), more.shape[1])
            price = float(more[at, to] + self.weight[row] * self.cost[row, slot])
            if best is None or price < best[0]:
                best = (price, int(inside[at]), to, int(slot))
        if best is None:
            return False
        self._put(best[1], best[2])
        self._put(row, best[3])
        return True

    def shift(self) -> None:
        """Shift demand to cheaper sites with room, and exchange two, as long as it helps."""
        every = np.arange(len(self.weight))
        for _ in range(_PASSES):
            now = self.cost[every, self.slot]
            saved = (now - self.cost.min(axis=1)) * self.weight
            moved = False
            for row in np.argsort(-saved, kind="stable"):
                if saved[row] <= 0:
                    break
                moved |= self._shift(int(row)) or self._exchange(int(row))
            if not moved:
                return

    def _shift(self, row: int) -> bool:
        here = self.slot[row]
        fits = (self.room >= self.weight[row]) & (self.cost[row] < self.cost[row, here])
        options = np.flatnonzero(fits)
        if not len(options):
            return False
        self._put(row, int(options[self.cost[row, options].argmin()]))
        return True

    def _exchange(self, row: int) -> bool:
        """Exchange a demand with another that sits where it would be cheaper.

        Parameters
        ----------
        row : int
            Position of the demand.

        Returns
        -------
        bool
            Whether anything was exchanged.
        """
        here, mine = int(self.slot[row]), self.weight[row]
        cheaper = self.cost[row] < self.cost[row, here]
        other = np.flatnonzero(cheaper[self.slot])
        there = self.slot[other]
        weight = self.weight[other]
        fits = (self.room[there] + weight >= mine) & (self.room[here] + mine >= weight)
        fits &= self.cost[other, here] < self.missing
        other, there, weight = other[fits], there[fits], weight[fits]
        if not len(other):
            return False
        change = mine * (self.cost[row, there] - self.cost[row, here])
        change += weight * (self.cost[other, here] - self.cost[other, there])
        best = int(change.argmin())
        if change[best] >= -1e-9 * mine * self.cost[row, here]:
            return False
        second, slot = int(other[best]), int(there[best])
        self.slot[row], self.slot[second] = slot, here
        self.room[here] += mine - weight[best]
        self.room[slot] += weight[best] - mine
        return True
