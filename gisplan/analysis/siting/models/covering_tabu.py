"""Better maximal covering: sites are given up and opened by turns, none back at once.

Each turn closes the open site that covers least alone and opens what covers most of what is bare,
better or not; sites that moved rest for some turns, so that the search leaves where it is (tabu
search; Glover 1989, *ORSA Journal on Computing* 1). Where it brings nothing for long, it goes on
from the best answer with some sites exchanged.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from scipy.sparse import csr_array

from gisplan.analysis.siting.models.covering_cheapest import OpenSites
from gisplan.analysis.siting.models.covering_fewest import CoverAllRules
from gisplan.analysis.siting.models.site_rules import SiteRules
from gisplan.arrays import Bools, Floats, Ints

_SEED = 1989
#: Turns that a site rests after it was closed, and after it was opened: from, to.
_CLOSED_FOR, _OPEN_FOR = (3, 12), (1, 8)
#: Turns in vain after which the search goes on from the best, and sites then exchanged.
_PATIENCE, _TOGETHER = 3000, 6
#: By how much gains are varied when sites are exchanged.
_NOISE = (0.7, 1.0)
_LOOK = 64


def tabu(
    cover: csr_array,
    weight: Floats,
    rules: SiteRules,
    start: Ints,
    left: Callable[[], float],
    *,
    turns: int,
    seed: int = 0,
) -> Ints:
    """Better an answer of maximal covering.

    Parameters
    ----------
    cover : csr_array, shape (demand, sites)
        Ones where a site covers a demand.
    weight : array of float, shape (demand,)
        Weight of each demand.
    rules : SiteRules
        What the choice must keep to.
    start : array of int
        Positions of the open sites of an answer.
    left : callable
        Seconds left.
    turns : int
        Turns after which it ends.
    seed : int, optional
        Of the generator.

    Returns
    -------
    array of int
        Positions of the open sites of the best answer met, sorted.
    """
    search = _Tabu(cover, weight, rules, start)
    search.random = np.random.default_rng((_SEED, seed))
    since = 0
    for turn in range(turns):
        if turn % _LOOK == 0 and left() <= 0:
            break
        better = search.turn(turn)
        since = 0 if better else since + 1
        if since > _PATIENCE:
            search.go_back()
            since = 0
    return np.flatnonzero(search.best)


class _Tabu:
    """The sites open now, and the best answer met.

    Parameters
    ----------
    cover : csr_array
        Ones where a site covers a demand.
    weight : array of float
        Weight of each demand.
    rules : SiteRules
        What the choice must keep to.
    start : array of int
        Positions of the sites to begin from.
    """

    def __init__(self, cover: csr_array, weight: Floats, rules: SiteRules, start: Ints) -> None:
        self.rules, self.random = rules, np.random.default_rng(_SEED)
        none = np.zeros(cover.shape[1], dtype=bool)
        self.state = OpenSites(cover, CoverAllRules(none, None), weight)
        self.rests = np.zeros(cover.shape[1], dtype=np.int64)
        for site in start:
            self.state.change(int(site), 1)
        self.best, self.value = self.state.open.copy(), self._value()
        self._least = 1e-12 * max(float(weight.sum()), 1e-300)

    def _value(self) -> float:
        return float(self.state.weight[self.state.count > 0].sum())

    def turn(self, turn: int) -> bool:
        """Close one site and open what the rules then allow.

        Parameters
        ----------
        turn : int
            Number of the turn.

        Returns
        -------
        bool
            Whether the answer is the best met.
        """
        state, now = self.state, self.rests <= turn
        free = np.flatnonzero(state.open & ~self.rules.fixed & now)
        if len(free):
            site = int(free[state.score[free].argmin()])
            state.change(site, -1)
            self.rests[site] = turn + 1 + int(self.random.integers(*_CLOSED_FOR))
        while True:
            options = np.flatnonzero(self._addable() & (self.rests <= turn) & (state.score > 0))
            if not len(options):
                break
            site = int(options[state.score[options].argmax()])
            state.change(site, 1)
            self.rests[site] = turn + 1 + int(self.random.integers(*_OPEN_FOR))
        value = self._value()
        if value <= self.value + self._least:
            return False
        self.best, self.value = state.open.copy(), value
        return True

    def _addable(self) -> Bools:
        if self.rules.restricted:
            return self.rules.addable(np.flatnonzero(self.state.open))
        if self.state.open.sum() >= self.rules.most:
            return np.zeros(len(self.rests), dtype=bool)
        out: Bools = ~self.state.open
        return out

    def go_back(self) -> None:
        """Go on from the best answer, some of its sites exchanged."""
        state = self.state
        for site in np.flatnonzero(state.open != self.best):
            state.change(int(site), 1 if self.best[site] else -1)
        free = np.flatnonzero(state.open & ~self.rules.fixed)
        for site in self.random.permutation(free)[:_TOGETHER]:
            state.change(int(site), -1)
        while True:
            options = np.flatnonzero(self._addable() & (state.score > 0))
            if not len(options):
                return
            noisy = state.score[options] * self.random.uniform(*_NOISE, len(options))
            state.change(int(options[noisy.argmax()]), 1)
