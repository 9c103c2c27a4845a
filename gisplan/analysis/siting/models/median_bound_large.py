"""Lagrangian bounds over the arcs below the caps, for problems too large for a full matrix.

Prices u for serving each demand leave for each site its worth ``s_j = sum_i max(0, u_i - c_ij)``;
``sum_i u_i`` less the greatest worths of as many sites as may be open is a lower bound (Cornuéjols,
Fisher and Nemhauser 1977, *Management Science* 23). With ``u_i <= cap_i`` a pair that is not listed
adds nothing to any worth: the bound is that of the full problem. The steps are subgradient ones,
deflected (Camerini, Fratta and Maffioli 1975, *Mathematical Programming Study* 3).
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np

from gisplan.analysis.siting.models.arcs import Arcs
from gisplan.arrays import Bools, Floats, Ints

_CHUNK = 1_000_000
_STALE, _RISE = 20, 2e-6
_SHORTER, _LEAST_STEP = 0.6, 0.004
_DEFLECT, _FADE = 0.4, 0.97


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Choice:
    """What may be chosen: ``most`` sites, those in ``opened`` among them, none in ``shut``."""

    most: int
    opened: Bools
    shut: Bools

    def best(self, worth: Floats) -> Ints:
        """Give the sites of greatest worth, open ones first.

        Parameters
        ----------
        worth : array of float
            Worth of each site.

        Returns
        -------
        array of int
            Positions of the sites, sorted; sites worth nothing stay out.
        """
        free = np.flatnonzero(~self.opened & ~self.shut & (worth > 0))
        room = self.most - int(self.opened.sum())
        if len(free) > room:
            free = free[np.argsort(-worth[free], kind="stable")[:room]]
        return np.sort(np.concatenate([np.flatnonzero(self.opened), free]))


class SiteWorth:
    """Worth of every site at given prices, in chunks of whole sites over two threads.

    Parameters
    ----------
    arcs : Arcs
        Pairs below the caps.
    """

    def __init__(self, arcs: Arcs) -> None:
        self.arcs = arcs
        ends = np.searchsorted(arcs.begin, np.arange(0, int(arcs.begin[-1]), _CHUNK))
        self.cuts = np.unique(np.append(ends, [0, len(arcs.begin) - 1]))
        self.pool = ThreadPoolExecutor(2)

    def __call__(self, price: Floats, *, exact: bool = False) -> Floats:
        """Give the worths; ``exact``: in double precision throughout.

        Parameters
        ----------
        price : array of float
            Price of each demand, in weighted cost.
        exact : bool, optional
            Whether sums are in double precision, as a bound that is told must be.

        Returns
        -------
        array of float
            Worth of each site.
        """
        given = price if exact else price.astype(np.float32)
        parts = self.pool.map(lambda at: self._part(given, at), range(len(self.cuts) - 1))
        return np.concatenate(list(parts))

    def _part(self, price: np.ndarray, at: int) -> Floats:
        arcs, first, last = self.arcs, self.cuts[at], self.cuts[at + 1]
        begin = arcs.begin[first : last + 1]
        which = slice(begin[0], begin[-1])
        margin = price[arcs.demand[which]]
        margin -= arcs.cost_by_site[which]
        np.maximum(margin, 0, out=margin)
        out = np.zeros(last - first)
        some = np.flatnonzero(np.diff(begin))
        if len(some):
            starts = begin[some] - begin[0]
            out[some] = np.add.reduceat(margin, starts, dtype=np.float64)
        return out


@dataclass(slots=True)
class SearchBound:
    """Best prices so far and their value, which no choice of sites is below."""

    price: Floats
    value: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """What the steps work towards.

    Attributes
    ----------
    best : callable
        Cost of the best answer known.
    offer : callable
        Takes how often, of late more than before, each site was chosen.
    done : callable
        Whether a bound is near enough, or time over.
    """

    best: Callable[[], float]
    offer: Callable[[Floats], None]
    done: Callable[[float], bool]


def value_of(worth: Floats, price: Floats, choice: Choice) -> tuple[float, Ints]:
    """Give the bound at prices with these worths, and the sites it chooses.

    Parameters
    ----------
    worth : array of float
        Worth of each site at the prices.
    price : array of float
        Price of each demand, in weighted cost.
    choice : Choice
        How many sites may be open, and which must or may not.

    Returns
    -------
    tuple[float, Ints]
        The bound, and the positions of the sites.
    """
    chosen = choice.best(worth)
    return float(price.sum() - worth[chosen].sum()), chosen


def raise_bound(
    worth: SiteWorth,
    choice: Choice,
    bound: SearchBound,
    goal: Goal,
    *,
    step: float = 1.0,
    rounds: int = 2000,
) -> None:
    """Raise ``bound`` by subgradient steps, in place; its value holds to the last digit.

    Parameters
    ----------
    worth : SiteWorth
        The problem and the state to better.
    choice : Choice
        The problem and the state to better.
    bound : SearchBound
        The problem and the state to better.
    goal : Goal
        When to stop, and who is told of the sites chosen on the way.
    step : float
        Length of the first step as a share of the gap.
    rounds : int
        Steps at most.
    """
    arcs = worth.arcs
    price, best = bound.price.copy(), -np.inf
    found = bound.price.copy()
    direction, often = np.zeros(len(price)), np.zeros(arcs.shape[1])
    stale = 0
    for _ in range(rounds):
        value, chosen = value_of(worth(price), price, choice)
        if value > best:
            stale = 0 if value > best + _RISE * abs(value) else stale + 1
            best, found = value, price.copy()
        else:
            stale += 1
        often *= _FADE
        often[chosen] += 1.0
        if goal.done(best):
            break
        if stale >= _STALE:
            step, stale, price = step * _SHORTER, 0, found.copy()
            direction[:] = 0.0
            if step < _LEAST_STEP:
                break
            continue
        at, _ = arcs.of_sites(chosen)
        demand = arcs.demand[at]
        near = arcs.cost_by_site[at] < price[demand]
        served = np.bincount(demand[near], minlength=len(price))
        direction *= _DEFLECT
        direction += 1.0 - served
        # What would leave the bounds of its price does not move; the others move in proportion
        # to their caps, so that heavy demand and light are adjusted alike.
        stuck = ((price <= 0) & (direction < 0)) | ((price >= arcs.cap) & (direction > 0))
        move = np.where(stuck, 0.0, direction)
        norm = float((arcs.cap * move) @ move)
        if norm == 0.0:
            break
        price += step * max(goal.best() - value, 1e-6 * abs(value)) / norm * arcs.cap * move
        np.clip(price, 0.0, arcs.cap, out=price)
    # What steered the steps was rounded; what is stated is not.
    exact, _ = value_of(worth(found, exact=True), found, choice)
    goal.offer(often)
    if exact > bound.value:
        bound.value, bound.price = exact, found
