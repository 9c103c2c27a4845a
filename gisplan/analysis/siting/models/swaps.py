"""Good siting answers fast: greedy opening and the interchange of sites.

The vertex substitution of Teitz and Bart (1968) with the bookkeeping of Whitaker (1983) and
Resende and Werneck (2007, *European Journal of Operational Research* 179): the change of cost
of every swap is kept in a table, and after a swap only the rows of the demand it touched are
reckoned again. Restarts perturb the best answer (iterated local search) from a fixed seed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gisplan.analysis.siting.models.site_rules import SiteRules
from gisplan.arrays import Floats, Ints

_SEED = 1974
#: Sites exchanged at once at most, and closed ones from which they come for each.
_TOGETHER, _AMONG = 5, 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground(SiteRules):
    """What the median models are solved on, all by position.

    Attributes
    ----------
    cost : array, shape (demand, sites)
        Weighted cost of serving a demand from a site; ``missing`` where it can't be served.
    charge : array, shape (sites,)
        Charge of opening a site, in the unit of ``cost``.
    missing : float
        Stands for "can't be served": above any sum of real costs.
    """

    cost: Floats
    charge: Floats
    missing: float

    def value(self, chosen: Ints) -> float:
        """Add up the cost of an answer, charges included.

        Parameters
        ----------
        chosen : array of int
            Positions of the open sites.

        Returns
        -------
        float
            In the unit of ``cost``; ``missing`` counts for each demand that no site serves.
        """
        if len(chosen) == 0:
            return float(self.missing * len(self.cost))
        return float(self.cost[:, chosen].min(axis=1).sum() + self.charge[chosen].sum())


class Interchange:
    """Local search by swaps (and, where they pay, openings and closings) from one answer.

    Parameters
    ----------
    ground : Ground
        Costs and rules.
    chosen : array of int
        Positions of the sites to begin from.
    """

    def __init__(self, ground: Ground, chosen: Ints) -> None:
        self.ground = ground
        self._begin(chosen)

    def _begin(self, chosen: Ints) -> None:
        ground = self.ground
        self.chosen = np.sort(np.asarray(chosen, dtype=np.int64))
        self._near = ground.cost[:, self.chosen]
        self.slot, self.first, self.second = self._ranked(self._near)
        sites = ground.cost.shape[1]
        self.gain = np.zeros(sites)  # change of cost by opening a site
        self.loss = np.zeros((len(self.chosen), sites))  # the more by closing one for it
        self._account(np.arange(len(ground.cost)), 1.0)

    def _ranked(self, near: Floats) -> tuple[Ints, Floats, Floats]:
        """Find the nearest and second nearest open site of some demand.

        Parameters
        ----------
        near : array of float
            Its costs from the open sites, shape (demand, chosen).

        Returns
        -------
        tuple[Ints, Floats, Floats]
            Which of those chosen is the nearest, its cost, and that of the second.
        """
        rows = np.arange(len(near))
        slot = near.argmin(axis=1)
        first = near[rows, slot]
        if near.shape[1] == 1:
            return slot, first, np.full(len(near), self.ground.missing)
        rest = near.copy()
        rest[rows, slot] = np.inf
        return slot, first, rest.min(axis=1)

    def _value(self) -> float:
        return float(self.first.sum() + self.ground.charge[self.chosen].sum())

    def _account(self, rows: Ints, sign: float) -> None:
        """Add (or take out) the share of some demand in the table of changes.

        Parameters
        ----------
        rows : array of int
            Positions of the demand.
        sign : float
            1 to add, -1 to take out.
        """
        if len(rows) == 0:
            return
        rows = rows[np.argsort(self.slot[rows], kind="stable")]
        cost = self.ground.cost[rows]
        nearer = np.minimum(cost, self.first[rows, None])
        self.gain += sign * (nearer.sum(axis=0) - self.first[rows].sum())
        np.minimum(cost, self.second[rows, None], out=cost)
        cost -= nearer
        slots, starts = np.unique(self.slot[rows], return_index=True)
        self.loss[slots] += sign * np.add.reduceat(cost, starts, axis=0)

    def changes(self) -> Floats:
        """Change of cost of each swap: open column, close chosen row; inf where not allowed.

        Returns
        -------
        array of float
            Shape (chosen, sites).
        """
        ground, chosen = self.ground, self.chosen
        change = self.loss + (self.gain + ground.charge)
        change -= ground.charge[chosen][:, None]
        change[ground.barred(chosen)] = np.inf
        return change

    def run(self) -> tuple[Ints, float]:
        """Change sites until no change helps; give the sites, sorted, and their cost.

        Returns
        -------
        tuple[Ints, float]
            Positions of the sites, and the cost, charges included.
        """
        value = self._value()
        while True:
            change = self.changes()
            row, site = divmod(int(change.argmin()), change.shape[1])
            other, resized = self._resized()
            before = self.chosen.copy()
            if min(change[row, site], other) >= -1e-9 * max(1.0, abs(value)):
                break
            if other < change[row, site]:
                self._begin(resized)
            else:
                self.swap(row, site)
            after = self._value()
            if after >= value:  # rounding only
                self.chosen = before
                break
            value = after
        return np.sort(self.chosen), value

    def _resized(self) -> tuple[float, Ints]:
        """Give the best change by opening or closing one site, and the sites after it.

        Returns
        -------
        tuple[float, Ints]
            Change of cost, 0 if none helps; and positions of the sites.
        """
        ground, chosen = self.ground, self.chosen
        best, sites = 0.0, chosen
        free = np.flatnonzero(ground.addable(chosen))
        if len(free):
            change = (self.gain + ground.charge)[free]
            at = int(change.argmin())
            best, sites = float(change[at]), np.append(chosen, free[at])
        if len(chosen) > 1 and ground.charge.any():
            more = np.bincount(self.slot, weights=self.second - self.first, minlength=len(chosen))
            change = np.where(ground.fixed[chosen], np.inf, more - ground.charge[chosen])
            at = int(change.argmin())
            if change[at] < best:
                best, sites = float(change[at]), np.delete(chosen, at)
        return best, sites

    def swap(self, row: int, site: int) -> None:
        """Open a site in place of one of those chosen.

        Parameters
        ----------
        row : int
            Which of those chosen is closed.
        site : int
            Position of the site opened.
        """
        old, new = self._near[:, row].copy(), self.ground.cost[:, site]
        self.chosen[row] = site
        self._near[:, row] = new
        # Of other demand neither the nearest nor the second nearest changes.
        may = np.flatnonzero((self.slot == row) | (old <= self.second) | (new <= self.second))
        slot, first, second = self._ranked(self._near[may])
        differs = (first != self.first[may]) | (second != self.second[may])
        differs |= slot != self.slot[may]
        touched = may[differs]
        self._account(touched, -1.0)
        self.slot[touched], self.first[touched] = slot[differs], first[differs]
        self.second[touched] = second[differs]
        self._account(touched, 1.0)

    def state(self) -> tuple[NDArray[Any], ...]:
        """Give what :meth:`back_to` takes.

        Returns
        -------
        tuple of array
            Copies.
        """
        now = (self.chosen, self._near, self.slot, self.first, self.second, self.gain, self.loss)
        return tuple(array.copy() for array in now)

    def back_to(self, state: tuple[NDArray[Any], ...]) -> None:
        """Go back to where the search was.

        Parameters
        ----------
        state : tuple of array
            Of :meth:`state`, which may not be used again.
        """
        self.chosen, self._near, self.slot, self.first, self.second, self.gain, self.loss = state


def greedy(ground: Ground, start: Ints) -> Ints:
    """Open sites one by one, each time the one that lowers the cost most (ties: first id).

    Parameters
    ----------
    ground : Ground
        Costs and rules.
    start : array of int
        Positions of the sites that are open from the start.

    Returns
    -------
    array of int
        Positions of the sites, sorted.
    """
    chosen = np.asarray(start, dtype=np.int64)
    cost = ground.cost
    first = cost[:, chosen].min(axis=1) if len(chosen) else np.full(len(cost), np.inf)
    first = np.minimum(first, ground.missing)
    after = np.minimum(cost, first[:, None]).sum(axis=0)  # cost of travel with each site open too
    while True:
        free = np.flatnonzero(ground.addable(chosen))
        if len(free) == 0:
            return np.sort(chosen)
        best = free[int((after[free] + ground.charge[free]).argmin())]
        nearer = np.flatnonzero(cost[:, best] < first)
        before = first[nearer]
        saved = float((before - cost[nearer, best]).sum())
        if saved <= ground.charge[best] and ground.charge.any():
            return np.sort(chosen)
        chosen = np.append(chosen, best)
        first[nearer] = cost[nearer, best]
        # Only the demand that the site brings nearer is reckoned anew.
        after += np.minimum(cost[nearer], first[nearer, None]).sum(axis=0)
        after -= np.minimum(cost[nearer], before[:, None]).sum(axis=0)


class Pool:
    """The best answers met, best first, ties by the sites' order; starts of further search.

    Parameters
    ----------
    ground : Ground
        Costs and rules.
    size : int, optional
        How many answers are kept.
    """

    def __init__(self, ground: Ground, *, size: int = 10) -> None:
        self.ground = ground
        self.size = size
        self.answers: list[tuple[float, tuple[int, ...]]] = []
        self.tried: set[bytes] = set()

    @property
    def value(self) -> float:
        """Cost of the best answer; infinite where none serves all demand.

        Returns
        -------
        float
            In the unit of the costs.
        """
        if not self.answers or self.answers[0][0] >= self.ground.missing:
            return np.inf
        return self.answers[0][0]

    @property
    def best(self) -> Ints:
        """Give the sites of the best answer.

        Returns
        -------
        array of int
            Positions, sorted.
        """
        return np.array(self.answers[0][1], dtype=np.int64)

    def put(self, chosen: Ints, value: float) -> None:
        """Keep an answer if it is among the best.

        Parameters
        ----------
        chosen : array of int
            Positions of the open sites.
        value : float
            Its cost, charges included.

        Raises
        ------
        ValueError
            If more sites are open than allowed, which is a fault of the search.
        """
        if len(chosen) > self.ground.most:
            raise ValueError("more sites are open than allowed")
        answer = (value, tuple(int(site) for site in chosen))
        if answer not in self.answers:
            self.answers = sorted([*self.answers, answer])[: self.size]

    def improve(self, chosen: Ints) -> None:
        """Search from these sites, as far as the rules allow them, unless it was done before.

        Parameters
        ----------
        chosen : array of int
            Positions of the open sites.
        """
        chosen = np.sort(np.asarray(chosen, dtype=np.int64))
        if self.ground.restricted:
            chosen = np.sort(self._fill(np.flatnonzero(self.ground.fixed), chosen, len(chosen)))
        if len(chosen) == 0 or chosen.tobytes() in self.tried:
            return
        self.tried.add(chosen.tobytes())
        found, value = Interchange(self.ground, chosen).run()
        self.put(found, value)

    def breed(self, *, starts: int, pairs: int, left: Callable[[], float]) -> None:
        """Search from perturbed answers, then from mixtures of pairs of the best.

        What two good answers share is kept; the rest is drawn from what either has
        (Resende and Werneck 2004, *Journal of Heuristics* 10, combine elite answers so).

        Parameters
        ----------
        starts : int
            How many perturbed answers.
        pairs : int
            How many mixtures in a row may bring nothing before the search ends.
        left : callable
            Tells the seconds left.
        """
        rng = np.random.default_rng(0)
        for _ in range(starts):
            if left() <= 0:
                return
            self.improve(self._perturbed(rng))
        stale = 0
        while len(self.answers) > 1 and stale < pairs and left() > 0:
            before = self.answers[0][0]
            first, second = rng.choice(len(self.answers), 2, replace=False)
            one, other = set(self.answers[first][1]), set(self.answers[second][1])
            shared = np.array(sorted(one & other), dtype=np.int64)
            size = round((len(one) + len(other)) / 2)
            self.improve(self._fill(shared, rng.permutation(sorted(one ^ other)), size))
            stale = 0 if self.answers[0][0] < before else stale + 1

    def stir(self, *, vain: int, left: Callable[[], float]) -> None:
        """Exchange a few sites that lie together in the best answer and search again.

        Parameters
        ----------
        vain : int
            Tries in a row that bring nothing, after which it ends.
        left : callable
            Tells the seconds left.
        """
        ground, rng, tries = self.ground, np.random.default_rng(_SEED), 0
        if ground.restricted or not self.answers:
            return
        search = Interchange(ground, self.best)
        while tries < vain and left() > 0:
            kept = search.state()
            # Near is what serves the same demand well.
            apart = (ground.cost + ground.cost[:, [int(rng.integers(len(ground.charge)))]]).min(0)
            count = int(rng.integers(2, _TOGETHER + 1))
            slots = np.argsort(apart[search.chosen], kind="stable")
            slots = slots[~ground.fixed[search.chosen[slots]]][: count + 2]
            closed = np.argsort(apart, kind="stable")
            closed = closed[~np.isin(closed, search.chosen)][: _AMONG * count]
            pairs = zip(rng.permutation(slots)[:count], rng.permutation(closed), strict=False)
            for slot, site in pairs:
                search.swap(int(slot), int(site))
            before = self.value
            self.put(*search.run())
            if self.value < before * (1 - 1e-12):
                tries = 0
                search = Interchange(ground, self.best)
            else:
                tries += 1
                search.back_to(kept)

    def _perturbed(self, rng: np.random.Generator) -> Ints:
        chosen = self.best
        kept = self.ground.fixed[chosen] | (rng.random(len(chosen)) >= 0.4)
        sites = rng.permutation(self.ground.cost.shape[1])
        return self._fill(chosen[kept], sites, len(chosen))

    def _fill(self, chosen: Ints, sites: Ints, size: int) -> Ints:
        """Open sites in this order, where allowed, up to a number.

        Parameters
        ----------
        chosen : array of int
            Positions of the open sites.
        sites : array of int
            Positions of sites to open, in order of preference.
        size : int
            How many may be open.

        Returns
        -------
        array of int
            Positions of the open sites, those given first.
        """
        if not self.ground.restricted:
            more = sites[~np.isin(sites, chosen)][: max(size - len(chosen), 0)]
            return np.concatenate([chosen, more])
        for site in sites:
            if len(chosen) >= size:
                break
            if self.ground.addable(chosen)[site]:
                chosen = np.append(chosen, site)
        return chosen
