"""Search and bound in turn over the arcs below the caps, until the gap is small or time over."""

from __future__ import annotations

import numpy as np

from gisplan.analysis.siting.models.arcs import Arcs
from gisplan.analysis.siting.models.median_bound_large import (
    Choice,
    Goal,
    SearchBound,
    SiteWorth,
    raise_bound,
)
from gisplan.analysis.siting.models.result import Clock
from gisplan.analysis.siting.models.swaps_large import Column, Swaps
from gisplan.arrays import Floats, Ints

_ROUNDS = 6


class Search:
    """The best answer and the best bound, each helping the other.

    Parameters
    ----------
    arcs : Arcs
        Pairs below the caps.
    column : callable
        Weighted costs of all demand from some sites.
    choice : Choice
        How many sites may be open, and which must or may not.
    enough : float
        Relative gap at which the search ends.
    clock : Clock
        Time left.
    """

    def __init__(
        self, arcs: Arcs, column: Column, choice: Choice, *, enough: float, clock: Clock
    ) -> None:
        self.arcs, self.column, self.choice = arcs, column, choice
        self.enough, self.clock = enough, clock
        self.chosen: Ints = np.empty(0, dtype=np.int64)
        self.value = np.inf

    def improve(self, chosen: Ints) -> Swaps:
        """Swap sites from an answer; keep what comes out if it is the best.

        Parameters
        ----------
        chosen : array of int
            Positions of the sites to begin from.

        Returns
        -------
        Swaps
            The search at its end, with nearest and second nearest sites.
        """
        swaps = Swaps(
            self.arcs, self.column, chosen, fixed=self.choice.opened, shut=self.choice.shut
        )
        found, value = swaps.run(lambda: self.clock.left() <= 0)
        if value < self.value:
            self.chosen, self.value = found, value
        return swaps

    def offer(self, often: Floats) -> None:
        """Search from the sites that the bound chose most often.

        Parameters
        ----------
        often : array of float
            How often the bound chose each site.
        """
        free = np.flatnonzero(~self.choice.opened & ~self.choice.shut)
        room = self.choice.most - int(self.choice.opened.sum())
        picked = free[np.argsort(-often[free], kind="stable")[:room]]
        self.improve(np.sort(np.concatenate([np.flatnonzero(self.choice.opened), picked])))

    def run(self, start: Ints) -> SearchBound:
        """Search from a first answer, of as many sites as may be open; give the bound.

        Parameters
        ----------
        start : array of int
            Positions of the sites of the first answer.

        Returns
        -------
        SearchBound
            The best bound and its prices.
        """
        swaps = self.improve(start)
        # Between the nearest and the second nearest open site, as far as the caps allow.
        price = (swaps.first + np.minimum(swaps.second, self.arcs.cap)) / 2
        bound = SearchBound(np.minimum(price, self.arcs.cap), -np.inf)
        worth, step = SiteWorth(self.arcs), 1.0

        def done(value: float) -> bool:
            return self.value - value <= self.enough * abs(self.value) or self.clock.left() <= 0

        steps = Goal(best=lambda: self.value, offer=self.offer, done=done)
        for _ in range(_ROUNDS):
            before = self.value
            raise_bound(worth, self.choice, bound, steps, step=step)
            if done(bound.value) or (self.value >= before and step < 1.0):
                break
            step = max(step * 0.3, 0.05)
        return bound
