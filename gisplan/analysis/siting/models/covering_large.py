"""Maximal covering with very many pairs, within a proven gap.

The linear relaxation (``relaxed``) gives a bound, and shares of the sites to begin a search from;
swaps (``swaps``) better an answer, and when none helps a few sites that lie together are exchanged
at random and the swaps begun again (iterated local search; Lourenço, Martin and Stützle 2003,
*Handbook of Metaheuristics*).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_array

from gisplan.analysis.siting.models import arcs
from gisplan.analysis.siting.models.covering_bound import Relaxation
from gisplan.analysis.siting.models.median_bound_large import Choice
from gisplan.analysis.siting.models.problem import Terms
from gisplan.analysis.siting.models.result import Clock
from gisplan.analysis.siting.models.swaps_large import Swaps
from gisplan.arrays import Bools, Floats, Ints

#: Of the time left, what the bound may take.
_FOR_BOUND = 0.4
#: Sites exchanged at once, closed ones from which they come for each, and tries in vain that end
#: the search.
_TOGETHER, _AMONG, _TRIES = 6, 4, 150
#: Sites of a smaller share in the relaxed answer are not tried.
_SHARE = 0.01
_SEED = 1974


@dataclass(frozen=True, slots=True, eq=False)
class Covered:
    """Sites chosen to cover the most, and what no choice covers more than."""

    opened: Bools
    bound: float


def cover_much(
    cover: csr_array, weight: Floats, limits: Terms, *, enough: float, clock: Clock
) -> Covered:
    """Choose sites that cover nearly the greatest weight.

    Parameters
    ----------
    cover : sparse array, shape (demand, sites)
        Ones where a site covers a demand.
    weight : array, shape (demand,)
        Weight of each demand.
    limits : Terms
        With a number of sites, and no budget or pairs that exclude each other.
    enough : float
        Gap at which the search ends, as a share of the weight covered.
    clock : Clock
        Time left.

    Returns
    -------
    Covered
        The answer and a bound on the weight that any answer covers.
    """
    choice = Choice(most=limits.most or cover.shape[1], opened=limits.opened, shut=limits.shut)
    search = _CoveringSearch(arcs.from_cover(cover, weight), choice, enough, clock)
    search.improve(_greedy(search.listed, weight, choice))
    relaxation = Relaxation(search.listed, choice)
    left = clock.left()
    until = left * (1 - _FOR_BOUND) if np.isfinite(left) else -np.inf
    bound = relaxation.run(lambda b: search.is_near(b) or clock.left() <= until)
    if not search.is_near(bound):
        search.improve(_greatest(relaxation.share, choice))
        search.stir(bound, relaxation.share >= _SHARE)
    opened = np.zeros(cover.shape[1], dtype=bool)
    opened[search.chosen] = True
    return Covered(opened, bound)


class _CoveringSearch:
    """The best answer known.

    Parameters
    ----------
    listed : arcs.Arcs
        Pairs that cover, at no cost.
    choice : Choice
        How many sites may be open, and which must or may not.
    enough : float
        Gap at which the search ends, as a share of the weight covered.
    clock : Clock
        Time left.
    """

    def __init__(self, listed: arcs.Arcs, choice: Choice, enough: float, clock: Clock) -> None:
        self.listed, self.choice, self.enough, self.clock = listed, choice, enough, clock
        self.total = float(listed.cap.sum())
        self.chosen: Ints = np.empty(0, dtype=np.int64)
        self.missed = np.inf
        self._swaps: Swaps | None = None

    def is_near(self, bound: float) -> bool:
        """Whether the answer covers nearly as much as a bound.

        Parameters
        ----------
        bound : float
            Weight that no answer exceeds.

        Returns
        -------
        bool
            Whether the gap is small enough to end the search.
        """
        covered = self.total - self.missed
        return bound - covered <= self.enough * covered

    def column(self, sites: Ints) -> Floats:
        """Give the weight of all demand where sites do not cover it.

        Parameters
        ----------
        sites : array of int
            Positions of sites.

        Returns
        -------
        array of float
            Shape (demand, sites given): 0 where the site covers, else the weight.
        """
        missed = np.repeat(self.listed.cap[:, None], len(sites), axis=1)
        at, which = self.listed.of_sites(sites)
        missed[self.listed.demand[at], which] = 0.0
        return missed

    def improve(self, start: Ints) -> None:
        """Swap sites from an answer; keep what comes out if it is the best.

        Parameters
        ----------
        start : array of int
            Positions of the sites to begin from.
        """
        swaps = Swaps(
            self.listed, self.column, start, fixed=self.choice.opened, shut=self.choice.shut
        )
        found, missed = swaps.run(self._is_over)
        if missed < self.missed:
            self.chosen, self.missed, self._swaps = found, missed, swaps

    def stir(self, bound: float, worth_a_try: Bools) -> None:
        """Exchange sites that lie together and swap again, as long as it helps.

        Parameters
        ----------
        bound : float
            Weight that no answer exceeds.
        worth_a_try : array of bool
            Sites that may be opened by an exchange.
        """
        swaps, random = self._swaps, np.random.default_rng(_SEED)
        if swaps is None or not len(self.chosen):
            return
        best, vain = swaps.chosen.copy(), 0
        while vain < _TRIES and not self._is_over() and not self.is_near(bound):
            if not self._exchange(swaps, worth_a_try, random):
                vain += 1
                continue
            found, missed = swaps.run(self._is_over)
            if missed < self.missed:
                self.chosen, self.missed, vain = found, missed, 0
                best = swaps.chosen.copy()
            else:
                vain += 1
                swaps.back_to(best)

    def _exchange(self, swaps: Swaps, worth_a_try: Bools, random: np.random.Generator) -> bool:
        """Open a few sites about one place in place of the open ones there.

        Parameters
        ----------
        swaps : Swaps
            The search whose sites are exchanged, in place.
        worth_a_try : array of bool
            Sites that may be opened.
        random : numpy.random.Generator
            Generator with a fixed seed.

        Returns
        -------
        bool
            Whether anything was exchanged.
        """
        closed = worth_a_try & ~self.choice.shut
        closed[swaps.chosen] = False
        options = np.flatnonzero(closed)
        if not len(options):
            return False
        overlap = self._overlap(int(random.choice(options)))
        slots = np.flatnonzero(~self.choice.opened[swaps.chosen] & (overlap[swaps.chosen] > 0))
        slots = slots[np.argsort(-overlap[swaps.chosen[slots]], kind="stable")[:_TOGETHER]]
        options = options[np.argsort(-overlap[options], kind="stable")[: _AMONG * _TOGETHER]]
        count = min(len(slots), len(options))
        for slot, site in zip(slots, random.permutation(options)[:count], strict=False):
            swaps.swap(int(slot), int(site))
        return count > 0

    def _overlap(self, site: int) -> Ints:
        """Count, for each site, the demand that it covers together with one.

        Parameters
        ----------
        site : int
            Position of the site about which one looks.

        Returns
        -------
        array of int
            Number of demand points covered by both, shape (sites,).
        """
        at, _ = self.listed.of_sites(np.array([site]))
        places, _ = self.listed.of_demand(self.listed.demand[at].astype(np.int64))
        return np.bincount(self.listed.site[places], minlength=self.listed.shape[1])

    def _is_over(self) -> bool:
        return self.clock.left() <= 0


def _greatest(share: Floats, choice: Choice) -> Ints:
    """Give the sites of greatest share, those that must be open first.

    Parameters
    ----------
    share : array of float
        Share of each site in the relaxed answer, 0 to 1.
    choice : Choice
        How many sites may be open, and which must or may not.

    Returns
    -------
    array of int
        Positions of the sites, sorted.
    """
    rank = np.where(choice.opened, 2.0, np.where(choice.shut, -1.0, share))
    room = min(choice.most, int((~choice.shut).sum()))
    return np.sort(np.argsort(-rank, kind="stable")[:room])


def _greedy(listed: arcs.Arcs, weight: Floats, choice: Choice) -> Ints:
    """Open sites one by one, each time the one that covers most of what is not covered.

    Parameters
    ----------
    listed : arcs.Arcs
        Pairs that cover, at no cost.
    weight : array of float
        Weight of each demand.
    choice : Choice
        How many sites may be open, and which must or may not.

    Returns
    -------
    array of int
        Positions of the sites, sorted.
    """
    n, m = listed.shape
    bare = np.ones(n, dtype=bool)
    gain = np.bincount(listed.site, weights=np.repeat(weight, np.diff(listed.start)), minlength=m)
    gain[choice.shut] = -np.inf
    chosen: list[int] = []
    order = list(np.flatnonzero(choice.opened))
    while len(chosen) < choice.most:
        site = int(order.pop(0)) if order else int(gain.argmax())
        if np.isneginf(gain[site]):
            break
        chosen.append(site)
        mine = listed.demand[listed.begin[site] : listed.begin[site + 1]]
        rows = mine[bare[mine]].astype(np.int64)
        bare[rows] = False
        at, which = listed.of_demand(rows)
        gain -= np.bincount(listed.site[at], weights=weight[rows][which], minlength=m)
        gain[site] = -np.inf
    return np.sort(np.array(chosen, dtype=np.int64))
