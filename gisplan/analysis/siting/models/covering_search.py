"""Good covering answers fast: greedy opening, swaps and stirring, within all rules.

What a demand is worth hangs on how many open sites cover it. Opening, swapping (Teitz and Bart
1968, *Operations Research* 16) and, where nothing helps, exchanging a few sites that lie together
at random (iterated local search; Lourenço, Martin and Stützle 2003, *Handbook of Metaheuristics*)
better an answer. A search is never below the greedy choices that it begins from.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_array

from gisplan.analysis.siting.models.site_rules import SiteRules, per_price
from gisplan.arrays import Bools, Floats, Ints

#: A change must be worth more than rounding, as a share of all worth.
_NOTHING = 1e-12
#: Sites exchanged at once at most, and the share of those given up that may come back.
_TOGETHER, _BACK = 6, 0.3
_SEED = 1974


@dataclass(frozen=True, slots=True, eq=False)
class CoverageWorth:
    """What a demand is worth by the number of open sites that cover it: none, one, more.

    Attributes
    ----------
    none : array, shape (demand,)
        Worth where no open site covers.
    once : array, shape (demand,)
        Worth where one does.
    twice : array, shape (demand,)
        Worth where two or more do.
    """

    none: Floats
    once: Floats
    twice: Floats

    def gains(self, count: Ints) -> Floats:
        """Give what one more covering site is worth.

        Parameters
        ----------
        count : array of int
            Open sites that cover each demand.

        Returns
        -------
        array of float
            Shape (demand,).
        """
        return np.where(
            count == 0, self.once - self.none, np.where(count == 1, self.twice - self.once, 0.0)
        )

    def total(self, count: Ints) -> float:
        """Add up what all demand is worth.

        Parameters
        ----------
        count : array of int
            Open sites that cover each demand.

        Returns
        -------
        float
            In the unit of the worths.
        """
        return float(
            np.where(count == 0, self.none, np.where(count == 1, self.once, self.twice)).sum()
        )


class CoverSearch:
    """The best answer met.

    Parameters
    ----------
    cover : csr_array, shape (demand, sites)
        Ones where a site covers a demand; the columns are the sites that may be open.
    worth : CoverageWorth
        What covering is worth.
    rules : SiteRules
        What the choice must keep to.

    Attributes
    ----------
    chosen : array of int
        Positions of the open sites, sorted.
    value : float
        What they are worth; minus infinity before the first answer.
    """

    def __init__(self, cover: csr_array, worth: CoverageWorth, rules: SiteRules) -> None:
        self.cover, self.worth, self.rules = cover, worth, rules
        self.by_site = csr_array(cover.T)
        self.chosen: Ints = np.empty(0, dtype=np.int64)
        self.value = -np.inf
        top = np.maximum(worth.once, worth.twice)
        self._least = _NOTHING * max(float((top - worth.none).sum()), 1e-300)

    def begin(self) -> None:
        """Search from the greedy choices: by gain, by gain for the price, and grown by swaps."""
        start = np.flatnonzero(self.rules.fixed)
        plain = self.filled(start)
        self.improve(plain)
        if np.isfinite(self.rules.budget):
            self.improve(self.filled(start, by_price=True))
        if len(plain) - len(start) > 2:
            self._keep(self._grown(start))

    def improve(self, chosen: Ints) -> None:
        """Swap sites from an answer that keeps to the rules; keep it if it is the best.

        Parameters
        ----------
        chosen : array of int
            Positions of the open sites.
        """
        self._keep(self._swapped(chosen))

    def stir(self, done: Callable[[], bool], *, vain: int) -> None:
        """Exchange sites that lie together and swap again, until it is in vain.

        Parameters
        ----------
        done : callable
            Asked before each try; True ends the search.
        vain : int
            Tries in a row that bring nothing, after which it ends.
        """
        random, tries = np.random.default_rng(_SEED), 0
        while tries < vain and not done():
            before = self.value
            free = np.flatnonzero(~self.rules.fixed[self.chosen])
            if not len(free):
                return
            self.improve(self._exchanged(self.chosen[int(random.choice(free))], random))
            tries = 0 if self.value > before + self._least else tries + 1

    def filled(self, chosen: Ints, *, by_price: bool = False, banned: Bools | None = None) -> Ints:
        """Open sites one by one, each time the one of greatest gain, while any gains.

        Parameters
        ----------
        chosen : array of int
            Positions of the sites that are open already.
        by_price : bool, optional
            Whether the gain for the price counts.
        banned : array of bool, optional
            Sites that are not opened, shape (sites,).

        Returns
        -------
        array of int
            Positions of the open sites, those given first.
        """
        chosen = np.asarray(chosen, dtype=np.int64)
        while True:
            best = self._best_gain(chosen, self._count(chosen), by_price=by_price, banned=banned)
            if best < 0:
                return chosen
            chosen = np.append(chosen, best)

    def _best_gain(
        self, chosen: Ints, count: Ints, *, by_price: bool = False, banned: Bools | None = None
    ) -> int:
        gain = self.by_site @ self.worth.gains(count)
        useful = self.rules.addable(chosen) & (gain > self._least)
        if banned is not None:
            useful &= ~banned
        free = np.flatnonzero(useful)
        if not len(free):
            return -1
        score = gain[free]
        if by_price:
            score = per_price(score, self.rules.price[free])
        return int(free[score.argmax()])

    def _grown(self, start: Ints) -> Ints:
        """Open sites one by one and swap after each, so that more sites are never worth less.

        Parameters
        ----------
        start : array of int
            Positions of the sites that are open already.

        Returns
        -------
        array of int
            Positions of the open sites.
        """
        chosen = start
        while True:
            best = self._best_gain(chosen, self._count(chosen))
            if best < 0:
                return chosen
            chosen = self._swapped(np.append(chosen, best), fill=False)

    def _keep(self, chosen: Ints) -> None:
        value = self.worth.total(self._count(chosen))
        if value > self.value + self._least or not np.isfinite(self.value):
            self.chosen, self.value = np.sort(chosen), value

    def _count(self, chosen: Ints) -> Ints:
        """Count the open sites that cover each demand.

        Parameters
        ----------
        chosen : array of int
            Positions of the open sites.

        Returns
        -------
        array of int
            Shape (demand,).
        """
        rows = self.by_site[np.sort(chosen)].indices if len(chosen) else np.empty(0, dtype=np.intp)
        return np.bincount(rows, minlength=self.cover.shape[0])

    def _swapped(self, chosen: Ints, *, fill: bool = True) -> Ints:
        """Swap (and, with ``fill``, open) sites until no change helps.

        Parameters
        ----------
        chosen : array of int
            Positions of the open sites.
        fill : bool, optional
            Whether sites are opened where the rules leave room.

        Returns
        -------
        array of int
            Positions of the open sites.
        """
        chosen = np.array(chosen, dtype=np.int64)
        while True:
            if fill:
                chosen = self.filled(chosen)
            if not len(chosen):
                return chosen
            change = self.changes(chosen)
            slot, site = divmod(int(change.argmax()), change.shape[1])
            if not change[slot, site] > self._least:
                return chosen
            chosen[slot] = site

    def changes(self, chosen: Ints) -> Floats:
        """Give the change of worth by each swap; minus infinity where the rules bar it.

        Parameters
        ----------
        chosen : array of int
            Positions of the open sites.

        Returns
        -------
        array of float
            Shape (chosen, sites).
        """
        count = self._count(chosen)
        more, less = self.worth.gains(count), self.worth.gains(np.maximum(count - 1, 0))
        open_rows = self.by_site[chosen]
        loss = open_rows @ less
        # What both cover is neither gained nor lost.
        kept = (less - more)[open_rows.indices]
        both = csr_array((kept, open_rows.indices, open_rows.indptr), shape=open_rows.shape)
        both.eliminate_zeros()
        change: Floats = (both @ self.cover).toarray()
        change += self.by_site @ more
        change -= loss[:, None]
        change[self.rules.barred(chosen)] = -np.inf
        return change

    def _exchanged(self, about: int, random: np.random.Generator) -> Ints:
        """Give up a few sites about one, and open others instead.

        Parameters
        ----------
        about : int
            Position of an open site.
        random : numpy.random.Generator
            Generator with a fixed seed.

        Returns
        -------
        array of int
            Positions of the open sites.
        """
        chosen = self.chosen
        shared = (self.by_site[chosen] @ self.by_site[[about]].T).toarray()[:, 0]
        shared[chosen == about] = np.inf
        near = np.argsort(-(shared + random.random(len(chosen))), kind="stable")
        near = near[~self.rules.fixed[chosen[near]]]
        gone = near[: int(random.integers(1, _TOGETHER + 1))]
        banned = np.zeros(self.cover.shape[1], dtype=bool)
        banned[chosen[gone]] = random.random(len(gone)) >= _BACK
        return self.filled(np.delete(chosen, gone), banned=banned)
