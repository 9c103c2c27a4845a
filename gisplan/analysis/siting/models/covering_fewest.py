"""Covering all demand with few sites, fast: swaps by weights that grow where nothing covers.

Sites are given up and opened by turns, their number kept. The weight of each demand that stays
uncovered grows, so that the search leaves where it is stuck (row weighting; Gao, Weise and Li 2015,
*European Journal of Operational Research* 246).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_array

from gisplan.arrays import Bools, Floats, Ints

_SEED = 1971
#: Of equal sites that which was moved longest ago is taken: far below any weight.
_AGE = 1e-9
_DRAWS, _LOOK = 4096, 50


@dataclass(frozen=True, slots=True, eq=False)
class CoverAllRules:
    """What a search that covers all keeps to beside the number of sites."""

    fixed: Bools
    conflict: Bools | None


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
        Ones where a site covers a demand; each demand has a site.
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
    state = _Swaps(cover, rules)
    found: Ints | None = None
    covers = state.open_greedily(most) or state.swap(most, steps, done)
    while covers:
        state.close_idle()
        found = state.open_sites
        if len(found) <= least or done() or not state.close_one():
            break
        covers = state.swap(len(found) - 1, steps, done)
    return found


class _Swaps:
    """Open sites, how many of them cover each demand, and what each demand weighs.

    Parameters
    ----------
    cover : csr_array, shape (demand, sites)
        Ones where a site covers a demand.
    rules : CoverAllRules
        Sites that stay open, and pairs that exclude each other.
    """

    def __init__(self, cover: csr_array, rules: CoverAllRules) -> None:
        n, m = cover.shape
        self.rules = rules
        self._by_site = csr_array(cover.T)
        self._sites = np.split(cover.indices.astype(np.int64), cover.indptr[1:-1])
        self._rows = np.split(self._by_site.indices.astype(np.int64), self._by_site.indptr[1:-1])
        self._weight = np.ones(n)
        self._count = np.zeros(n, dtype=np.int64)
        self._only = np.zeros(n, dtype=np.int64)  # sum of the open sites of each demand
        self._clash = np.zeros(m, dtype=np.int64)  # open sites that each site is too near to
        self._moved = np.zeros(m)
        self._step = 0
        #: Open sites that may be closed.
        self._free = np.empty(0, dtype=np.int64)
        self._random = np.random.default_rng(_SEED)
        for site in np.flatnonzero(rules.fixed):
            self._change(int(site), 1)

    @property
    def open_sites(self) -> Ints:
        """Give the open sites.

        Returns
        -------
        array of int
            Positions, sorted.
        """
        return np.sort(np.concatenate([np.flatnonzero(self.rules.fixed), self._free]))

    def _change(self, site: int, by: int) -> None:
        rows = self._rows[site]
        self._count[rows] += by
        self._only[rows] += by * site
        self._moved[site] = self._step * _AGE
        if self.rules.conflict is not None:
            self._clash += by * self.rules.conflict[site]

    def _loss(self) -> Floats:
        """Give the weight that each open site covers alone.

        Returns
        -------
        array of float
            Shape (sites,).
        """
        single = np.flatnonzero(self._count == 1)
        loss = np.bincount(
            self._only[single], weights=self._weight[single], minlength=len(self._moved)
        )
        return loss.astype(np.float64, copy=False)

    def _close(self, slot: int) -> int:
        site = int(self._free[slot])
        self._free = np.delete(self._free, slot)
        self._change(site, -1)
        return site

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
        shut = self.rules.fixed.copy()
        while (self._count == 0).any():
            gain = self._by_site @ (self._count == 0).astype(np.float64)
            gain[shut | (self._clash > 0)] = 0.0
            site = int(gain.argmax())
            if gain[site] <= 0 or len(self.open_sites) >= most:
                return False
            shut[site] = True
            self._change(site, 1)
            self._free = np.append(self._free, site)
        return True

    def close_idle(self) -> None:
        """Close sites that cover nothing alone, those that cover least first."""
        size = np.diff(self._by_site.indptr)
        while True:
            idle = np.flatnonzero(self._loss()[self._free] <= 0)
            if not len(idle):
                return
            self._close(int(idle[size[self._free[idle]].argmin()]))

    def close_one(self) -> bool:
        """Close the site that loses least.

        Returns
        -------
        bool
            False if none may be closed.
        """
        if not len(self._free):
            return False
        self._close(int(self._loss()[self._free].argmin()))
        return True

    def swap(self, number: int, steps: int, done: Callable[[], bool]) -> bool:
        """Swap sites until all demand is covered.

        Parameters
        ----------
        number : int
            Sites open at most.
        steps : int
            Swaps at most.
        done : callable
            Asked now and then; True ends the search.

        Returns
        -------
        bool
            Whether all is covered.
        """
        number -= int(self.rules.fixed.sum())
        draws, opened = self._random.random(_DRAWS), -1
        for step in range(steps):
            bare = np.flatnonzero(self._count == 0)
            if not len(bare):
                return True
            if number < 1 or (step % _LOOK == 0 and done()):
                return False
            self._step += 1
            closed = -1
            if len(self._free) >= number:
                loss = self._loss()[self._free] + self._moved[self._free]
                if len(loss) > 1:
                    loss[self._free == opened] = np.inf
                closed = self._close(int(loss.argmin()))
                bare = np.flatnonzero(self._count == 0)
            opened = self._opened_for(bare, float(draws[step % _DRAWS]), closed)
            if step % _DRAWS == _DRAWS - 1:
                draws = self._random.random(_DRAWS)
            self._weight[bare[self._count[bare] == 0]] += 1.0
        return not (self._count == 0).any()

    def _opened_for(self, bare: Ints, draw: float, closed: int) -> int:
        """Open the site of greatest gain among those that cover one demand; tell which.

        Parameters
        ----------
        bare : array of int
            Demand that no open site covers.
        draw : float
            Chooses the demand, 0 to 1.
        closed : int
            Site that was closed just now, and is not opened at once.

        Returns
        -------
        int
            Position of the site; -1 if none may be opened.
        """
        options = self._sites[bare[int(draw * len(bare))]]
        free = self._clash[options] == 0 if self.rules.conflict is not None else options >= 0
        rested = free & (options != closed)
        options = options[rested if rested.any() else free]
        if not len(options):
            return -1
        sites = [self._sites[row] for row in bare.tolist()]
        weights = np.repeat(self._weight[bare], [len(one) for one in sites])
        gain = np.bincount(np.concatenate(sites), weights=weights, minlength=len(self._moved))
        site = int(options[(gain[options] - self._moved[options]).argmax()])
        self._change(site, 1)
        self._free = np.append(self._free, site)
        return site
