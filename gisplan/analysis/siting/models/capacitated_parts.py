"""An answer with capacities bettered part by part, until no part of it can be.

Each part is some open sites that lie together (``capacitated_part``). Two that have no site in
common are solved at a time, HiGHS leaving Python free while it solves; only what they change is
then served anew as a whole. What was changed is looked at again; when nothing changes any more,
the parts grow.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import numpy as np

from gisplan.analysis.siting.models.capacitated_bound import CapacityBound
from gisplan.analysis.siting.models.capacitated_flow import Flow, way_from
from gisplan.analysis.siting.models.capacitated_part import part_of, solved
from gisplan.analysis.siting.models.capacitated_search import CapacitatedSearch
from gisplan.arrays import Floats, Ints

#: Open sites of a part to begin with, at least and at most, and by how much parts grow when none
#: helps any more.
_FEW, _SIZE, _GROWS = 4, 12, 1.5
#: Demand that HiGHS has done with in a second, and above which a part would be too large for it.
_QUICK, _DEMAND = 600, 1_800
#: Closed sites looked at, for each open one.
_CLOSED = 3
#: What a site or a pair may lose at the bound's prices to be looked at, of what is spent on an
#: open site on average.
_SLACK = 0.01
#: Of the open sites of a part that nothing betters, those not begun from again.
_SETTLED = 0.25
_SEED = 2015


class PartSearch:
    """The parts of an answer that are still to be looked at.

    Parameters
    ----------
    search : CapacitatedSearch
        With an answer that serves all; what is found is kept there.
    prices : CapacityBound
        Prices of the best bound known.
    left : callable
        Seconds left for the search.
    """

    def __init__(
        self, search: CapacitatedSearch, prices: CapacityBound, left: Callable[[], float]
    ) -> None:
        self.search, self.loads, self.left = search, search.loads, left
        self.price = prices.price
        _, net, _, _ = prices.at(prices.price)
        best = np.sort(net[~prices.closed])[::-1]
        last = best[min(self.loads.most, len(best)) - 1] if len(best) else 0.0
        #: What opening each site would add to the bound at least.
        self.lost: Floats = np.where(prices.closed, np.inf, max(float(last), 0.0) - net)
        self.random = np.random.default_rng(_SEED)
        self.size, self.wide = 0, _SLACK
        self.queue: list[int] = []

    def run(self, *, grow: bool) -> None:
        """Better the answer as long as there is time and anything is left to look at.

        Parameters
        ----------
        grow : bool
            Whether parts grow when none helps any more; else it ends there.
        """
        flow = self.search.split
        if flow is None or flow.unserved > 0:
            return
        quick = int(_QUICK * len(flow.chosen) / len(self.loads.weight))
        self.size = max(_FEW, min(_SIZE, quick))
        with ThreadPoolExecutor(2) as pool:
            while not self.search.done():
                self._fill(flow)
                while self.queue and not self.search.done():
                    flow = self._step(flow, pool)
                if not grow or self.size >= len(flow.chosen) or self._large(flow):
                    return
                self.size = int(self.size * _GROWS)
                self.wide *= _GROWS

    def _large(self, flow: Flow) -> bool:
        return _GROWS * self.size / len(flow.chosen) * len(self.loads.weight) > _DEMAND

    def _fill(self, flow: Flow) -> None:
        free = flow.chosen[~self.loads.fixed[flow.chosen]]
        self.queue = [int(site) for site in self.random.permutation(free)]

    def _step(self, flow: Flow, pool: ThreadPoolExecutor) -> Flow:
        """Choose the sites of two parts anew.

        Parameters
        ----------
        flow : Flow
            What goes where.
        pool : ThreadPoolExecutor
            Solves both.

        Returns
        -------
        Flow
            The same, or what costs less.
        """
        loads, slack = self.loads, self.wide * flow.value / len(flow.chosen)
        limit = self.price + slack / loads.weight
        pairs = self._two(flow, slack)
        parts = [part_of(loads, flow, opened, closed, slack=limit) for opened, closed in pairs]
        left = max(self.left(), 0.0)
        found = list(pool.map(lambda part: solved(part, seconds=left), parts))
        chosen = flow.chosen
        touched: list[Ints] = []
        for (opened, _), (better, full) in zip(pairs, found, strict=True):
            if len(better) == len(opened) and (better == opened).all():
                if full:
                    gone = set(opened[: int(_SETTLED * len(opened))].tolist())
                    self.queue = [site for site in self.queue if site not in gone]
                continue
            other = np.sort(np.concatenate([np.setdiff1d(chosen, opened), better]))
            # two parts may each take the last place, or the last money
            if loads.keeps(other):
                chosen = other
                touched += [opened, better]
        if not touched:
            return flow
        now = self.search.meet(chosen)
        if now.value >= flow.value or now.unserved > 0:
            return flow
        waiting = set(self.queue)
        for site in np.unique(np.concatenate(touched)):
            if site not in waiting and not loads.fixed[site]:
                self.queue.append(int(site))
        opened_now = set(now.chosen.tolist())
        self.queue = [site for site in self.queue if site in opened_now]
        return now

    def _two(self, flow: Flow, slack: float) -> list[tuple[Ints, Ints]]:
        """Take the next part, and the next that has no site in common with it.

        Parameters
        ----------
        flow : Flow
            What goes where.
        slack : float
            What opening a site may lose to be looked at.

        Returns
        -------
        list of tuple of array of int
            Open and closed sites of each part.
        """
        is_open = np.zeros(len(self.loads.fixed), dtype=bool)
        is_open[flow.chosen] = True
        may = ~is_open & (self.lost < slack)
        out: list[tuple[Ints, Ints]] = []
        for site in list(self.queue):
            order = np.argsort(way_from(self.loads, flow, site), kind="stable")
            opened = order[is_open[order]][: self.size]
            if out and np.isin(opened, out[0][0]).any():
                continue
            closed = order[may[order]][: _CLOSED * self.size]
            if out:
                closed = closed[~np.isin(closed, out[0][1])]
            out.append((opened, closed))
            self.queue.remove(site)
            if len(out) == 2:
                break
        return out
