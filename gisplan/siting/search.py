"""Search and bound in turn over the arcs below the caps, until the gap is small or time over."""

from __future__ import annotations

import numpy as np

from gisplan.siting.arcs import Arcs
from gisplan.siting.prices import Bound, Choice, Goal, Worth, raise_bound
from gisplan.siting.result import Clock
from gisplan.siting.swaps import Column, Swaps
from gisplan.siting.tables import Ints

_ROUNDS = 6


class Search:
    """The best answer and the best bound, each helping the other.

    Parameters
    ----------
    arcs : Arcs
    column : callable
        Weighted costs of all demand from some sites.
    choice : Choice
    enough : float
        Relative gap at which the search ends.
    clock : Clock
    """

    def __init__(
        self, arcs: Arcs, column: Column, choice: Choice, *, enough: float, clock: Clock
    ) -> None:
        self.arcs, self.column, self.choice = arcs, column, choice
        self.enough, self.clock = enough, clock
        self.chosen: Ints = np.empty(0, dtype=np.int64)
        self.value = np.inf
        self.met: tuple[float, Ints] = (np.inf, self.chosen)

    def improve(self, chosen: Ints) -> Swaps:
        """Swap sites from an answer; keep what comes out if it is the best."""
        swaps = Swaps(
            self.arcs, self.column, chosen, fixed=self.choice.opened, shut=self.choice.shut
        )
        found, value = swaps.run(lambda: self.clock.left() <= 0)
        if value < self.value:
            self.chosen, self.value = found, value
        return swaps

    def offer(self, chosen: Ints) -> None:
        """Remember the best of the answers that the bound leads to."""
        chosen = self._filled(chosen)
        value = float(self.column(chosen).min(axis=1).sum())
        if value < self.met[0]:
            self.met = value, chosen

    def _filled(self, chosen: Ints) -> Ints:
        """Open as many sites as may be: first those of the best answer."""
        more = self.chosen[~np.isin(self.chosen, chosen)]
        return np.sort(np.concatenate([chosen, more[: self.choice.most - len(chosen)]]))

    def run(self, start: Ints, goal: float = 0.0) -> Bound:
        """Search from a first answer; give the bound.

        Parameters
        ----------
        start : array of int
            As many sites as may be open.
        goal : float
            What the gap is measured against beside the cost, where the cost is not what is
            wanted but what is missed: the sum of all weight, for coverage.
        """
        swaps = self.improve(start)
        # Between the nearest and the second nearest open site, as far as the caps allow.
        price = (swaps.first + np.minimum(swaps.second, self.arcs.cap)) / 2
        bound = Bound(np.minimum(price, self.arcs.cap), -np.inf)
        worth, step = Worth(self.arcs), 1.0

        def done(value: float) -> bool:
            reach = abs(goal - self.value) if goal else abs(self.value)
            return self.value - value <= self.enough * reach or self.clock.left() <= 0

        steps = Goal(best=lambda: self.value, offer=self.offer, done=done)
        for _ in range(_ROUNDS):
            raise_bound(worth, self.choice, bound, steps, step=step)
            if done(bound.value):
                break
            before = self.value, self.met[0]
            if np.isfinite(self.met[0]) and self.met[0] < 1.05 * self.value:
                self.improve(self.met[1])
            if done(bound.value) or (self.value >= before[0] and step < 0.1):
                break
            self.met, step = (np.inf, self.met[1]), step * 0.3
        return bound
