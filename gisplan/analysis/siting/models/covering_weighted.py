"""Covering all demand with few sites, fast: swaps by weights that grow where nothing covers.

Sites are given up and opened by turns. The weight of each demand that stays uncovered grows, so
that the search leaves where it is stuck (row weighting; Gao, Weise and Li 2015, *European Journal
of Operational Research* 246). Demand whose sites include all of another's, and sites that cover
no more than another, decide nothing and are left out before (Beasley 1987, *European Journal of
Operational Research* 31).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_array

from gisplan.analysis.siting.models.arcs import ranges
from gisplan.analysis.siting.models.site_rules import per_price
from gisplan.arrays import Bools, Floats, Ints

_SEED = 1971
#: Of sites given up, the share that may not come back at once; and by what costs are varied.
_STAY_OUT, _NOISE = 0.5, (0.8, 1.25)
#: Pairs of demand (or sites) that share a site (or demand), above which dominance is not sought.
_PAIRS = 60_000_000


def needed_rows(cover: csr_array) -> Ints:
    """Give the demand that decides: none of whose sites-within-reach include all of another's.

    Parameters
    ----------
    cover : csr_array, shape (demand, sites)
        Ones where a site covers a demand; no two rows are alike.

    Returns
    -------
    array of int
        Positions of the rows that are left; covering them covers all.
    """
    size = np.diff(cover.indptr)
    if _shared_pairs(cover) > _PAIRS:
        return np.arange(cover.shape[0])
    both = csr_array(cover @ cover.T)
    row = np.repeat(np.arange(cover.shape[0]), np.diff(both.indptr))
    other = both.indices
    within = (both.data == size[other]) & (row != other)  # all sites of ``other`` are of ``row``
    within &= (size[row] > size[other]) | (row > other)
    gone = np.zeros(cover.shape[0], dtype=bool)
    gone[row[within]] = True
    return np.flatnonzero(~gone)


def needed_columns(cover: csr_array, cost: Floats, free: Bools) -> Ints:
    """Give the sites that decide: none that covers no more than another that is as cheap.

    Parameters
    ----------
    cover : csr_array, shape (demand, sites)
        Ones where a site covers a demand.
    cost : array of float, shape (sites, kinds of cost)
        What each site costs, by one measure or several.
    free : array of bool
        Sites that may be left out.

    Returns
    -------
    array of int
        Positions of the columns that are left; an answer of least cost has them alone.
    """
    by_site = csr_array(cover.T)
    if _shared_pairs(by_site) > _PAIRS:
        return np.arange(cover.shape[1])
    size = np.diff(by_site.indptr)
    both = csr_array(by_site @ cover)
    row = np.repeat(np.arange(len(size)), np.diff(both.indptr))
    other = both.indices
    # ``row`` covers no more than ``other``, and is no cheaper; of two alike the first stays.
    within = (both.data == size[row]) & (row != other)
    row, other = row[within], other[within]
    cheap = (cost[other] <= cost[row]).all(axis=1)
    alike = (size[row] == size[other]) & (cost[other] == cost[row]).all(axis=1)
    cheap &= ~alike | (row > other)
    gone = size == 0
    gone[row[cheap]] = True
    return np.flatnonzero(~gone | ~free)


def _shared_pairs(rows: csr_array) -> int:
    count = np.bincount(rows.indices, minlength=rows.shape[1]).astype(np.int64)
    return max(int((count * count).sum()), 4 * int(rows.shape[0]) ** 2)


@dataclass(frozen=True, slots=True, eq=False)
class CoverAllRules:
    """What a search that covers all keeps to beside the number of sites."""

    fixed: Bools
    conflict: Bools | None


class WeightedCover:
    """Open sites, the demand that they don't cover, and what a change is worth by the weights.

    Parameters
    ----------
    cover : csr_array, shape (demand, sites)
        Ones where a site covers a demand; each demand has a site.
    rules : CoverAllRules
        Sites that stay open, and pairs that exclude each other.
    """

    def __init__(self, cover: csr_array, rules: CoverAllRules) -> None:
        n, m = cover.shape
        self.rules = rules
        self._sites, self._sites_at = cover.indices, cover.indptr
        by_site = csr_array(cover.T)
        self._rows = np.split(by_site.indices, by_site.indptr[1:-1])
        self.weight = np.ones(n)
        self.count = np.zeros(n, dtype=np.int64)
        self._only = np.zeros(n, dtype=np.int64)  # sum of the open sites of each demand
        #: What opening a closed site gains, or closing an open one loses.
        self.score = by_site @ self.weight
        self.open = np.zeros(m, dtype=bool)
        self.moved = np.zeros(m, dtype=np.int64)
        for site in np.flatnonzero(rules.fixed):
            self.change(int(site), 1)

    def _add_to_score(self, rows: Ints, sign: float) -> None:
        """Add the weight of some demand to the scores of all its sites.

        Parameters
        ----------
        rows : array of int
            Positions of demand.
        sign : float
            1 to add, -1 to take out.
        """
        if len(rows) == 0:
            return
        sites, which = self._sites_of(rows)
        self.score += np.bincount(
            sites, weights=sign * self.weight[rows][which], minlength=len(self.score)
        )

    def _sites_of(self, rows: Ints) -> tuple[Ints, Ints]:
        at, which = ranges(self._sites_at[rows], self._sites_at[rows + 1])
        return self._sites[at], which

    def change(self, site: int, by: int) -> None:
        """Open (1) or close (-1) a site, and reckon the scores anew that this changes.

        Parameters
        ----------
        site : int
            Position of the site.
        by : int
            1 or -1.
        """
        rows = self._rows[site]
        before = self.count[rows]
        bare, single = rows[before == (0 if by > 0 else 1)], rows[before == (1 if by > 0 else 2)]
        own = self.score[site]
        # Demand that had no open site now has one, or the other way round: to its other sites
        # it is worth its weight no more, or again.
        self._add_to_score(bare, -float(by))
        if by > 0:
            np.subtract.at(self.score, self._only[single], self.weight[single])
        self.count[rows] += by
        self._only[rows] += by * site
        if by < 0:
            np.add.at(self.score, self._only[single], self.weight[single])
        self.score[site] = own
        self.open[site] = by > 0

    def open_greedily(self, most: int) -> bool:
        """Open the sites of greatest gain until all demand is covered.

        Parameters
        ----------
        most : int
            Sites open at most.

        Returns
        -------
        bool
            Whether all is covered.
        """
        while (self.count == 0).any():
            free = np.flatnonzero(self._openable() & (self.score > 0))
            if not len(free) or self.open.sum() >= most:
                return False
            self.change(int(free[self.score[free].argmax()]), 1)
        return True

    def open_by_cost(self, cost: Floats, banned: Bools) -> bool:
        """Open the sites of greatest gain for their cost until all demand is covered.

        Parameters
        ----------
        cost : array of float
            Cost of each site.
        banned : array of bool
            Sites that are not opened.

        Returns
        -------
        bool
            Whether all is covered.
        """
        while (self.count == 0).any():
            free = np.flatnonzero(self._openable() & ~banned & (self.score > 0))
            if not len(free):
                return False
            self.change(int(free[per_price(self.score[free], cost[free]).argmax()]), 1)
        return True

    def drop_idle(self, cost: Floats | None = None) -> None:
        """Close sites that cover nothing alone, the dearest or those that cover least first.

        Parameters
        ----------
        cost : array of float, optional
            Cost of each site; all alike if left out.
        """
        size = np.array([-len(rows) for rows in self._rows]) if cost is None else cost
        while True:
            idle = np.flatnonzero(self.open & ~self.rules.fixed & (self.score <= 0))
            if not len(idle):
                return
            self.change(int(idle[size[idle].argmax()]), -1)

    def _openable(self) -> Bools:
        free = ~self.open
        if self.rules.conflict is not None:
            free &= ~self.rules.conflict[self.open].any(axis=0)
        return free

    def close_one(self) -> bool:
        """Close the site that loses least.

        Returns
        -------
        bool
            False if none may be closed.
        """
        free = np.flatnonzero(self.open & ~self.rules.fixed)
        if not len(free):
            return False
        self.change(int(free[self.score[free].argmin()]), -1)
        return True

    def search(self, steps: int, done: Callable[[], bool]) -> bool:
        """Swap sites, their number kept, until all demand is covered.

        Parameters
        ----------
        steps : int
            Swaps at most.
        done : callable
            Asked now and then; True ends the search.

        Returns
        -------
        bool
            Whether all is covered.
        """
        random, last = np.random.default_rng(_SEED), -1
        for step in range(steps):
            bare = np.flatnonzero(self.count == 0)
            if not len(bare):
                return True
            if step % 50 == 0 and done():
                return False
            free = np.flatnonzero(self.open & ~self.rules.fixed)
            free = free[free != last] if len(free) > 1 else free
            if not len(free):
                return False
            self._take(free, step, by=-1)
            bare = np.flatnonzero(self.count == 0)
            row = int(random.choice(bare))
            options = self._sites[self._sites_at[row] : self._sites_at[row + 1]]
            options = options[self._openable()[options]]
            rested = options[self.moved[options] != step + 1]
            options = rested if len(rested) else options
            last = self._take(options, step, by=1) if len(options) else -1
            bare = np.flatnonzero(self.count == 0)
            self.weight[bare] += 1.0
            sites, _ = self._sites_of(bare)
            self.score += np.bincount(sites, minlength=len(self.score))
        return not (self.count == 0).any()

    def _take(self, sites: Ints, step: int, *, by: int) -> int:
        """Open the site of greatest score, or close that of least; of equal ones that longest left.

        Parameters
        ----------
        sites : array of int
            Positions to choose among.
        step : int
            Number of the swap.
        by : int
            1 to open, -1 to close.

        Returns
        -------
        int
            Position of the site.
        """
        order = np.lexsort((self.moved[sites], -by * self.score[sites]))
        site = int(sites[order[0]])
        self.change(site, by)
        self.moved[site] = step + 1
        return site


def few_sites(
    cover: csr_array,
    rules: CoverAllRules,
    most: int,
    done: Callable[[], bool],
    *,
    steps: int,
    least: int = 0,
) -> Ints | None:
    """Cover all demand with few sites.

    Parameters
    ----------
    cover : csr_array, shape (demand, sites)
        Ones where a site covers a demand.
    rules : CoverAllRules
        Sites that stay open, and pairs that exclude each other.
    most : int
        Sites open at most.
    done : callable
        True ends the search.
    steps : int
        Swaps at most for each number of sites.
    least : int, optional
        Number of sites at which the search ends, as fewer can't do.

    Returns
    -------
    array of int or None
        Positions of the open sites, sorted; None if none were found that cover all.
    """
    state = WeightedCover(cover, rules)
    found: Ints | None = None
    covers = state.open_greedily(most) or state.search(steps, done)
    while covers:
        state.drop_idle()
        found = np.flatnonzero(state.open)
        if len(found) <= least or done() or not state.close_one():
            break
        covers = state.search(steps, done)
    return found


def cheap_sites(
    cover: csr_array, cost: Floats, rules: CoverAllRules, done: Callable[[], bool], *, tries: int
) -> Ints | None:
    """Cover all demand at little cost: greedily by gain for the cost, then parts of it anew.

    Parameters
    ----------
    cover : csr_array, shape (demand, sites)
        Ones where a site covers a demand.
    cost : array of float, shape (sites,)
        Cost of each site.
    rules : CoverAllRules
        Sites that stay open, and pairs that exclude each other.
    done : callable
        True ends the search.
    tries : int
        Tries in a row that bring nothing, after which it ends.

    Returns
    -------
    array of int or None
        Positions of the open sites, sorted; None if none were found that cover all.
    """
    state, random = WeightedCover(cover, rules), np.random.default_rng(_SEED)
    if not state.open_by_cost(cost, np.zeros(len(cost), dtype=bool)):
        return None
    state.drop_idle(cost)
    best, vain = state.open.copy(), 0
    while vain < tries and not done():
        free = np.flatnonzero(best & ~rules.fixed)
        if not len(free):
            break
        gone = random.permutation(free)[: max(2, len(free) // 8)]
        for site in gone:
            state.change(int(site), -1)
        banned = np.zeros(len(cost), dtype=bool)
        banned[gone] = random.random(len(gone)) < _STAY_OUT
        covers = state.open_by_cost(cost * random.uniform(*_NOISE, len(cost)), banned)
        state.drop_idle(cost)
        vain += 1
        if covers and cost[state.open].sum() < cost[best].sum() * (1 - 1e-12):
            best, vain = state.open.copy(), 0
        for site in np.flatnonzero(state.open != best):
            state.change(int(site), 1 if best[site] else -1)
    return np.flatnonzero(best)
