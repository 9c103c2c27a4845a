"""Lagrangian bounds of the median models, and sites settled by them.

Relaxing "each demand is served once" with prices u leaves, for each site j, its worth
``s_j = sum_i max(0, u_i - c_ij)``; the best choice is the sites of greatest worth, and
``sum_i u_i - sum_chosen (s_j - f_j)`` is a lower bound of the whole problem (Cornuéjols,
Fisher and Nemhauser 1977, *Management Science* 23; Beasley 1993, *European Journal of
Operational Research* 65). A site whose change of side would lift the bound above a known
answer is settled: open or closed in every better answer.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from gisplan.analysis.siting.models.swaps import Ground
from gisplan.arrays import Bools, Floats, Ints


@dataclass(slots=True)
class Bound:
    """State of the bound.

    Attributes
    ----------
    price : array, shape (demand,)
        Best prices so far.
    value : float
        Their bound: no answer costs less.
    opened : array of bool, shape (sites,)
        Whether each site is settled as open.
    closed : array of bool, shape (sites,)
        Whether each site is settled as closed.
    """

    price: Floats
    value: float
    opened: Bools
    closed: Bools


class _Arcs:
    """The pairs whose cost is below a cap per demand, sorted by site.

    Parameters
    ----------
    cost : array of float
        Weighted costs, shape (demand, sites).
    cap : array of float
        Cost of each demand from which on a pair is left out.
    open_sites : array of bool
        Whether each site may be open; others have no pairs.
    """

    def __init__(self, cost: Floats, cap: Floats, open_sites: Bools) -> None:
        self.cap = cap
        near = (cost < cap[:, None]) & open_sites
        site, self.demand = np.nonzero(near.T)
        self.cost = cost[self.demand, site]
        self.sites, self.starts = np.unique(site, return_index=True)
        self.count = cost.shape[1]

    def worth(self, price: Floats) -> Floats:
        out = np.zeros(self.count)
        if len(self.demand):
            margin = price[self.demand]
            margin -= self.cost
            np.maximum(margin, 0.0, out=margin)
            out[self.sites] = np.add.reduceat(margin, self.starts)
        return out


def choose(ground: Ground, net: Floats, bound: Bound) -> Bools:
    """Choose the sites of greatest net worth, settled ones as they are.

    Parameters
    ----------
    ground : Ground
        Costs and rules.
    net : array of float
        Worth of each site at the prices, its charge taken off.
    bound : Bound
        Prices, and the sites that are settled.

    Returns
    -------
    array of bool
        Whether each site is chosen.
    """
    chosen = bound.opened.copy()
    free = np.flatnonzero(~bound.opened & ~bound.closed & (net > 0))
    room = ground.most - int(chosen.sum())
    if room > 0:
        chosen[free[np.argsort(-net[free], kind="stable")[:room]]] = True
    return chosen


def settle(ground: Ground, bound: Bound, net: Floats, value: float, limit: float) -> int:
    """Settle the sites whose change would lift ``value`` to ``limit`` or above; count them.

    Parameters
    ----------
    ground : Ground
        Costs and rules.
    bound : Bound
        Prices, and the sites that are settled.
    net : array of float
        Worth of each site at the prices, its charge taken off.
    value : float
        Bound at the prices.
    limit : float
        Cost that a better answer must stay below.

    Returns
    -------
    int
        How many sites were settled, in place, as open or closed.
    """
    chosen = choose(ground, net, bound)
    free = ~bound.opened & ~bound.closed
    count = int(chosen.sum())
    inside, outside = free & chosen, free & ~chosen
    worst_in = net[inside].min() if inside.any() else 0.0
    best_out = max(net[outside].max(), 0.0) if outside.any() else 0.0
    # A full choice must give one up for another; else a site is taken or left by its own worth.
    # (With no free site inside to give up, none can be added at all.)
    full = count >= ground.most
    spare = (worst_in if inside.any() else np.inf) if full else 0.0
    lift_in = spare - net
    close = outside & (value + lift_in >= limit)
    lift_out = net - (best_out if full else 0.0)
    keep = inside & (value + lift_out >= limit)
    bound.closed |= close
    bound.opened |= keep
    return int(close.sum() + keep.sum())


@dataclass(frozen=True, slots=True, kw_only=True)
class SubgradientSteps:
    """What the subgradient steps work with beside the problem.

    Attributes
    ----------
    best : callable
        Cost of the best answer known, the aim of the steps.
    offer : callable
        Takes the sites chosen at a better bound, for a primal heuristic.
    left : callable
        Seconds left.
    limit : callable
        Bound at which nothing better than the known answer is left.
    """

    best: Callable[[], float]
    offer: Callable[[Ints], None]
    left: Callable[[], float]
    limit: Callable[[], float]


def subgradient(
    ground: Ground, bound: Bound, steps: SubgradientSteps, *, rounds: int = 1500, step: float = 1.0
) -> None:
    """Raise the bound by subgradient steps from ``bound.price``, in place.

    Parameters
    ----------
    ground : Ground
        The problem and the state to better.
    bound : Bound
        The problem and the state to better.
    steps : SubgradientSteps
        When to stop, and what is told of the sites chosen on the way.
    rounds : int
        Steps at most.
    step : float
        Length of the first, as a share of the gap; it shrinks when the bound stalls.
    """
    cost = ground.cost
    top = np.where(cost < ground.missing, cost, 0.0).max(axis=1) + 1.0
    price = np.minimum(bound.price, top)
    cap = np.minimum(2.0 * price + 1e-9, top)
    arcs = _Arcs(cost, cap, ~bound.closed)
    by_site = np.ascontiguousarray(cost.T)
    stale, offered, direction = 0, -15, np.zeros(len(price))
    settled = int(bound.closed.sum())
    for turn in range(rounds):
        net = arcs.worth(price) - ground.charge
        chosen = choose(ground, net, bound)
        value = float(price.sum() - net[chosen].sum())
        if value > bound.value + 1e-9 * abs(value):
            stale = 0 if value > bound.value + 1e-6 * abs(value) else stale + 1
            bound.value, bound.price = value, price.copy()
            if turn >= offered + 15:
                offered = turn
                steps.offer(np.flatnonzero(chosen))
        else:
            stale += 1
        gap = steps.best() - value
        if turn % 10 == 0 and gap < 0.2 * abs(steps.best()):
            settle(ground, bound, net, value, steps.limit())
        if bound.value >= steps.limit() or steps.left() <= 0:
            return
        if stale >= 20:
            step, stale = step * 0.6, 0
            price = bound.price.copy()
            direction[:] = 0.0
            if step < 0.004:
                return
            if (price >= cap * (1 - 1e-9)).any() and (cap < top).any():
                cap = np.where(price >= cap * (1 - 1e-9), np.minimum(2 * cap, top), cap)
                arcs = _Arcs(cost, cap, ~bound.closed)
            continue
        served = (by_site[chosen] < price).sum(axis=0)
        direction *= 0.3
        direction += 1.0 - served
        norm = float(direction @ direction)
        if norm == 0.0:
            return
        price = price + step * max(gap, 1e-6 * abs(value)) / norm * direction
        np.clip(price, 0.0, cap, out=price)
        now = int(bound.closed.sum())
        if now - settled > 0.3 * (len(bound.closed) - settled):
            settled = now
            arcs = _Arcs(cost, cap, ~bound.closed)


def start(ground: Ground, chosen: Ints, *, forbidden: Bools | None = None) -> Bound:
    """Begin with prices between the nearest and second nearest site of an answer.

    Parameters
    ----------
    ground : Ground
        Costs and rules.
    chosen : array of int
        Positions of the sites of the answer.
    forbidden : array of bool, optional
        Whether each site is closed from the start; none is if left out.

    Returns
    -------
    Bound
        Prices to raise the bound from, whose value is not yet known.
    """
    near = np.sort(ground.cost[:, chosen], axis=1)
    first = near[:, 0]
    second = near[:, 1] if near.shape[1] > 1 else first
    price = np.where(second < ground.missing, (first + second) / 2, first)
    closed = np.zeros(ground.cost.shape[1], dtype=bool) if forbidden is None else forbidden.copy()
    return Bound(price, -np.inf, ground.fixed.copy(), closed)


def clock(seconds: float) -> Callable[[], float]:
    """Give a function that tells how many of so many seconds are left.

    Parameters
    ----------
    seconds : float
        Time limit, which runs from now.

    Returns
    -------
    callable
        Seconds left; below 0 after the end.
    """
    end = time.perf_counter() + seconds
    return lambda: end - time.perf_counter()
