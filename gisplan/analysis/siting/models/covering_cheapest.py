"""Covering all demand at little cost: greedily by gain for the cost, then parts of it anew."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from scipy.sparse import csr_array

from gisplan.analysis.siting.models.arcs import ranges
from gisplan.analysis.siting.models.covering_fewest import CoverAllRules
from gisplan.analysis.siting.models.site_rules import per_price
from gisplan.arrays import Bools, Floats, Ints

_SEED = 1971
#: Of sites given up, the share that may not come back at once; and by what costs are varied.
_STAY_OUT, _NOISE = 0.5, (0.8, 1.25)


class OpenSites:
    """Open sites, the demand that they don't cover, and how much of it a change covers.

    Parameters
    ----------
    cover : csr_array, shape (demand, sites)
        Ones where a site covers a demand; each demand has a site.
    rules : CoverAllRules
        Sites that stay open, and pairs that exclude each other.
    weight : array of float, shape (demand,), optional
        What each demand counts; all alike if left out.
    """

    def __init__(
        self, cover: csr_array, rules: CoverAllRules, weight: Floats | None = None
    ) -> None:
        n, m = cover.shape
        self.rules = rules
        self._sites, self._sites_at = cover.indices, cover.indptr
        by_site = csr_array(cover.T)
        self._rows = np.split(by_site.indices, by_site.indptr[1:-1])
        self.weight = np.ones(n) if weight is None else weight
        self.count = np.zeros(n, dtype=np.int64)
        self._only = np.zeros(n, dtype=np.int64)  # sum of the open sites of each demand
        #: What opening a closed site gains, or closing an open one loses.
        self.score = by_site @ self.weight
        self.open = np.zeros(m, dtype=bool)
        for site in np.flatnonzero(rules.fixed):
            self.change(int(site), 1)

    def _add_to_score(self, rows: Ints, sign: float) -> None:
        """Add some demand to the scores of all its sites.

        Parameters
        ----------
        rows : array of int
            Positions of demand.
        sign : float
            1 to add, -1 to take out.
        """
        if len(rows) == 0:
            return
        at, which = ranges(self._sites_at[rows], self._sites_at[rows + 1])
        self.score += np.bincount(
            self._sites[at], weights=sign * self.weight[rows][which], minlength=len(self.score)
        )

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
        # it counts no more, or again.
        self._add_to_score(bare, -float(by))
        if by > 0:
            np.subtract.at(self.score, self._only[single], self.weight[single])
        self.count[rows] += by
        self._only[rows] += by * site
        if by < 0:
            np.add.at(self.score, self._only[single], self.weight[single])
        self.score[site] = own
        self.open[site] = by > 0

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

    def close_idle(self, cost: Floats) -> None:
        """Close sites that cover nothing alone, the dearest first.

        Parameters
        ----------
        cost : array of float
            Cost of each site.
        """
        while True:
            idle = np.flatnonzero(self.open & ~self.rules.fixed & (self.score <= 0))
            if not len(idle):
                return
            self.change(int(idle[cost[idle].argmax()]), -1)

    def _openable(self) -> Bools:
        free = ~self.open
        if self.rules.conflict is not None:
            free &= ~self.rules.conflict[self.open].any(axis=0)
        return free


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
    state, random = OpenSites(cover, rules), np.random.default_rng(_SEED)
    if not state.open_by_cost(cost, np.zeros(len(cost), dtype=bool)):
        return None
    state.close_idle(cost)
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
        state.close_idle(cost)
        vain += 1
        if covers and cost[state.open].sum() < cost[best].sum() * (1 - 1e-12):
            best, vain = state.open.copy(), 0
        for site in np.flatnonzero(state.open != best):
            state.change(int(site), 1 if best[site] else -1)
    return np.flatnonzero(best)
