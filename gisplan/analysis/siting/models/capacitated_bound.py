"""Lagrangian bounds of the models with capacities.

Relaxing "each demand is served once" with prices u of a unit leaves a knapsack for each site: the
demand of greatest margin ``u_i - c_ij`` fills its capacity, which is its worth. The sum of
``w_i u_i`` less the greatest worths (charges taken off) of as many sites as may be open is a lower
bound of the whole problem, whether demand may be split or not (Christofides and Beasley 1983,
*European Journal of Operational Research* 12; Beasley 1993, *ibid.* 65).
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from gisplan.analysis.siting.models.capacitated_flow import Flow, Loads
from gisplan.arrays import Bools, Floats, Ints

_ROUNDS, _STALE, _LEAST_STEP = 600, 15, 0.01
_ABOVE = 1.5
#: Rounds between the choices that are offered as answers; the first prices choose badly.
_OFFERED = 40
#: How much of how often a site was chosen is left after a round.
_FADES = 0.97


class CapacityBound:
    """The best bound met, and the sites that it chose most often.

    Parameters
    ----------
    loads : Loads
        Costs, demand, capacities and rules.
    price : array, shape (demand,)
        Prices of a unit to begin with.
    above : float, optional
        Prices may rise to so many times these, so that far pairs need not be looked at.

    Attributes
    ----------
    value : float
        No answer costs less.
    often : array, shape (sites,)
        How often, of late, the bound chose each site.
    closed : array of bool, shape (sites,)
        Sites that are closed in every answer better than the best known.
    kept : array of bool, shape (sites,)
        Sites that are open in every such answer, as far as :meth:`settle` was asked.
    """

    def __init__(self, loads: Loads, price: Floats, *, above: float = _ABOVE) -> None:
        self.loads = loads
        real = np.where(loads.cost < loads.missing, loads.cost, 0.0)
        self.top = real.max(axis=1) * (1 + 1e-9) + 1e-9
        if loads.charge.any():
            self.top += loads.charge.max() / loads.weight
        self.cap = np.minimum(np.maximum(above * price, real.min(axis=1)), self.top)
        self.price = np.minimum(price, self.cap)
        self.value = 0.0
        self.often = np.zeros(len(loads.fixed))
        self.closed = np.zeros(len(loads.fixed), dtype=bool)
        self.kept = loads.fixed.copy()
        self._list()

    def _list(self) -> None:
        """List the pairs that may be worth anything: a price is never above its cap."""
        loads = self.loads
        site, self.demand = np.nonzero(((loads.cost < self.cap[:, None]) & ~self.closed).T)
        self.site = site.astype(np.int64)
        self.cost = loads.cost[self.demand, self.site]

    def at(self, price: Floats) -> tuple[float, Floats, Ints, Floats]:
        """Give the bound at some prices.

        Parameters
        ----------
        price : array, shape (demand,)
            Prices of a unit, 0 or more and at most the caps.

        Returns
        -------
        tuple[float, Floats, Ints, Floats]
            The bound; net worth of each site; positions of those chosen; and the part of each
            demand that these serve.
        """
        loads = self.loads
        margin = price[self.demand] - self.cost
        some = np.flatnonzero(margin > 0)
        some = some[np.lexsort((-margin[some], self.site[some]))]
        site, demand = self.site[some], self.demand[some]
        weight = loads.weight[demand]
        before = np.cumsum(weight) - weight
        first = np.searchsorted(site, np.arange(len(loads.fixed)))
        begun = np.append(before, 0.0)[np.minimum(first, len(before))]
        fill = np.clip(loads.room[site] - (before - begun[site]), 0.0, weight)
        worth = np.bincount(site, weights=fill * margin[some], minlength=len(loads.fixed))
        net = worth - loads.charge
        chosen = self._chosen(net)
        taken = np.isin(site, chosen)
        part: Floats = np.zeros(len(loads.weight))
        np.add.at(part, demand[taken], fill[taken] / weight[taken])
        return float(loads.weight @ price - net[chosen].sum()), net, chosen, part

    def _chosen(self, net: Floats) -> Ints:
        loads = self.loads
        fixed = np.flatnonzero(loads.fixed)
        free = np.flatnonzero(~loads.fixed & ~self.closed & (net > 0))
        best = free[np.argsort(-net[free], kind="stable")[: loads.most - len(fixed)]]
        return np.sort(np.concatenate([fixed, best]))

    def rise(
        self, best: Callable[[], float], offer: Callable[[Ints], None], done: Callable[[], bool]
    ) -> None:
        """Raise the bound by subgradient steps, in place.

        Parameters
        ----------
        best : callable
            Cost of the best answer known.
        offer : callable
            Told of sites chosen on the way.
        done : callable
            Asked before each step; True ends the search.
        """
        step, stale, price = 1.0, 0, self.price.copy()
        direction = np.zeros(len(price))
        for turn in range(_ROUNDS):
            value, net, chosen, part = self.at(price)
            self.often *= _FADES
            self.often[chosen] += 1.0
            if value > self.value + 1e-9 * abs(value):
                stale = 0 if value > self.value + 1e-5 * abs(value) else stale + 1
                self.value, self.price = value, price.copy()
                if turn % _OFFERED == _OFFERED - 1:
                    offer(chosen)
            else:
                stale += 1
            self._settle(net, chosen, value, best())
            if done():
                return
            if stale >= _STALE:
                step, stale, price = step * 0.6, 0, self.price.copy()
                direction[:] = 0.0
                high = (price >= self.cap * (1 - 1e-9)) & (self.cap < self.top)
                if high.any():
                    self.cap[high] = np.minimum(2.0 * self.cap[high], self.top[high])
                    self._list()
                if step < _LEAST_STEP:
                    return
                continue
            direction *= 0.4
            direction += 1.0 - part
            stuck = ((price <= 0) & (direction < 0)) | ((price >= self.cap) & (direction > 0))
            move = np.where(stuck, 0.0, direction)
            norm = float(self.loads.weight @ (move * move))
            if norm == 0.0:
                return
            gap = min(best(), 1.05 * abs(value)) - value
            price = price + step * max(gap, 1e-6 * abs(value)) / norm * move
            np.clip(price, 0.0, self.cap, out=price)

    @property
    def share(self) -> Floats:
        """Give the share of the rounds, of late, in which the bound chose each site.

        Returns
        -------
        array of float
            Shape (sites,), 0 to 1.
        """
        return self.often * (1 - _FADES)

    def settle(self, best: float) -> None:
        """Tell what is closed, or open, in all answers better than the best, by the best prices.

        Parameters
        ----------
        best : float
            Cost of the best answer known.
        """
        value, net, chosen, _ = self.at(self.price)
        self._settle(net, chosen, value, best)
        out = ~self.closed
        out[chosen] = False
        # what is gained at most by what opens where one of those chosen is closed
        instead = max(float(net[out].max(initial=0.0)), 0.0)
        self.kept[chosen] |= value + net[chosen] - instead > best * (1 + 1e-9)

    def open_beside(self, best: Flow | None) -> bool:
        """Tell whether any site is neither open in an answer nor closed in all better ones.

        Parameters
        ----------
        best : Flow or None
            The best answer known.

        Returns
        -------
        bool
            False where only the sites of that answer are left.
        """
        left = ~self.closed
        if best is not None:
            left[best.chosen] = False
        return bool(left.any())

    def _settle(self, net: Floats, chosen: Ints, value: float, best: float) -> None:
        """Close the sites that would lift the bound above the best answer.

        Parameters
        ----------
        net : array of float
            Net worth of each site.
        chosen : array of int
            Positions of the sites chosen.
        value : float
            The bound.
        best : float
            Cost of the best answer known.
        """
        free = chosen[~self.loads.fixed[chosen]]
        full = len(chosen) >= self.loads.most
        given_up = float(net[free].min()) if full and len(free) else 0.0
        out = ~self.loads.fixed
        out[chosen] = False
        if full and not len(free):
            self.closed |= out
            return
        self.closed |= out & (value + given_up - net > best * (1 + 1e-9))

    def keep(self) -> Bools:
        """Tell which sites may still be open.

        Returns
        -------
        array of bool
            Shape (sites,).
        """
        return ~self.closed
