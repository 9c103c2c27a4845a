"""Good answers of the models with capacities: sites of the median, moved, then swaps led by prices.

All open sites are moved at once to where what they serve costs least (``capacitated_moves``).
What opening a site would save at most is what its capacity earns at the prices of the demand; what
an open one is worth is known alike. The swaps that promise most are tried, each by the
transportation problem of its sites.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from gisplan.analysis.siting.models.capacitated_bound import CapacityBound
from gisplan.analysis.siting.models.capacitated_flow import Flow, Loads, flow_to, way_from
from gisplan.analysis.siting.models.capacitated_moves import moved
from gisplan.analysis.siting.models.capacitated_whole import undivided
from gisplan.analysis.siting.models.swaps import Ground, Pool, greedy
from gisplan.arrays import Ints

#: Sites to open, and to close, that are tried together; swaps tried before one is taken.
_OPEN, _CLOSE, _TRIED = 8, 8, 24
#: The same, where an answer was stirred.
_STIRRED = 8
#: How often what is stirred lies together.
_LOCAL = 0.7
_NOTHING = 1e-9
_SEED = 2005


class CapacitatedSearch:
    """The best answer met.

    Parameters
    ----------
    loads : Loads
        Costs, demand, capacities and rules.
    whole : bool
        Whether each demand is served by one site only.
    done : callable
        True ends the search.

    Attributes
    ----------
    best : Flow or None
        Of least cost, where all demand is served.
    """

    def __init__(self, loads: Loads, *, whole: bool, done: Callable[[], bool]) -> None:
        self.loads, self.whole, self.done = loads, whole, done
        self.best: Flow | None = None
        #: Of least cost, though demand may be split or stay unserved.
        self.split: Flow | None = None
        self._known: dict[bytes, Flow] = {}

    @property
    def value(self) -> float:
        """Cost of the best answer; infinite where none serves all.

        Returns
        -------
        float
            In the unit of the whole cost.
        """
        return np.inf if self.best is None else self.best.value

    def begin(self) -> None:
        """Begin with the sites of the median without capacities, and with the roomiest ones."""
        loads = self.loads
        spent = np.minimum(loads.cost, loads.missing) * loads.weight[:, None]
        ground = Ground(
            cost=np.ascontiguousarray(spent),
            charge=loads.charge,
            missing=loads.missing * loads.total,
            most=loads.most,
            fixed=loads.fixed,
            price=loads.price,
            budget=loads.budget,
            conflict=loads.conflict,
        )
        pool = Pool(ground)
        start = np.flatnonzero(loads.fixed)
        first = greedy(ground, start)
        self.meet(first)
        pool.improve(first)
        if pool.answers:
            self.meet(pool.best)
        if self.split is None or self.split.unserved > 0:
            self.meet(self._roomiest(start))

    def _roomiest(self, chosen: Ints) -> Ints:
        """Open the sites of greatest capacity until they hold all demand.

        Parameters
        ----------
        chosen : array of int
            Positions of the sites that are open already.

        Returns
        -------
        array of int
            Positions of the open sites.
        """
        loads = self.loads
        while loads.room[chosen].sum() < loads.total:
            free = np.flatnonzero(loads.addable(chosen))
            if not len(free):
                break
            chosen = np.append(chosen, free[loads.room[free].argmax()])
        return chosen

    def meet(self, chosen: Ints) -> Flow:
        """Serve all from some sites, and keep that if it is the best.

        Parameters
        ----------
        chosen : array of int
            Positions of the open sites, within the rules.

        Returns
        -------
        Flow
            What goes where, demand being split where it pays.
        """
        key = np.sort(chosen).astype(np.int64).tobytes()
        if key in self._known:
            return self._known[key]
        flow = self._known[key] = flow_to(self.loads, chosen)
        if self.split is None or flow.value < self.split.value:
            self.split = flow
        if flow.unserved == 0 and flow.value < self.value:
            kept = undivided(self.loads, flow) if self.whole else flow
            if kept is not None and kept.value < self.value:
                self.best = kept
        return flow

    def improve(self, flow: Flow, *, tried: int = _TRIED) -> Flow:
        """Move all sites, then open, swap and close single ones, as long as it helps.

        Parameters
        ----------
        flow : Flow
            What goes where to begin with.
        tried : int
            Changes of single sites tried before none is said to help.

        Returns
        -------
        Flow
            What none of the changes tried betters.
        """
        while not self.done():
            better = self._moved(flow) or self._better(flow, tried)
            if better is None:
                return flow
            flow = better
        return flow

    def _moved(self, flow: Flow) -> Flow | None:
        chosen = moved(self.loads, flow)
        if chosen is None:
            return None
        other = self.meet(chosen)
        return other if other.value < flow.value * (1 - _NOTHING) else None

    def _better(self, flow: Flow, tried: int) -> Flow | None:
        for chosen in self._neighbours(flow)[:tried]:
            if self.done():
                return None
            other = self.meet(chosen)
            if other.value < flow.value * (1 - _NOTHING):
                return other
        return None

    def _neighbours(self, flow: Flow) -> list[Ints]:
        """Give changed sets of sites, those first that promise most.

        Parameters
        ----------
        flow : Flow
            What goes where.

        Returns
        -------
        list of array of int
            Positions of the open sites of each.
        """
        loads, chosen = self.loads, flow.chosen
        _, net, _, _ = CapacityBound(loads, flow.price, above=1.0).at(flow.price)
        out: list[tuple[float, Ints]] = []
        free = np.flatnonzero(loads.addable(chosen) & (net > 0))
        for site in free[np.argsort(-net[free], kind="stable")[:_OPEN]]:
            out.append((float(net[site]), np.append(chosen, site)))
        closed = np.ones(len(net), dtype=bool)
        closed[chosen] = False
        closed = np.flatnonzero(closed & (net > 0))
        closed = closed[np.argsort(-net[closed], kind="stable")[:_OPEN]]
        slots = np.argsort(net[chosen], kind="stable")
        barred = loads.barred(chosen)
        for site in closed:
            # Those of least worth, and that whose demand the opened one would serve best.
            at = self._nearest_slot(flow, int(site))
            for slot in dict.fromkeys([at, *slots[:_CLOSE].tolist()]):
                if not barred[slot, site]:
                    kept = float(net[chosen[slot]]) * (0.5 if slot == at else 1.0)
                    out.append((float(net[site]) - kept, self._swapped(chosen, slot, int(site))))
        for slot in slots[:_CLOSE]:
            site = chosen[slot]
            if not loads.fixed[site] and loads.charge[site] > 0 and net[site] <= 0:
                out.append((-float(net[site]), np.delete(chosen, slot)))
        out.sort(key=lambda one: -one[0])
        return [sites for _, sites in out]

    def _nearest_slot(self, flow: Flow, site: int) -> int:
        """Find the open site that serves most of what another would serve more cheaply.

        Parameters
        ----------
        flow : Flow
            What goes where.
        site : int
            Position of a closed site.

        Returns
        -------
        int
            Place of the open one in ``flow.chosen``.
        """
        cost = self.loads.cost
        saved = np.maximum(cost[flow.row, flow.site] - cost[flow.row, site], 0.0) * flow.amount
        slot = np.searchsorted(flow.chosen, flow.site)
        return int(np.bincount(slot, weights=saved, minlength=len(flow.chosen)).argmax())

    @staticmethod
    def _swapped(chosen: Ints, slot: int, site: int) -> Ints:
        out = chosen.copy()
        out[slot] = site
        return out

    def stir(self, likely: np.ndarray, *, vain: int) -> None:
        """Exchange a few sites at random and improve again, until it is in vain.

        They lie together, and so do those that open for them, or are any, for likely ones.

        Parameters
        ----------
        likely : array of float, shape (sites,)
            How likely each site is in a good answer.
        vain : int
            Tries in a row that bring nothing, after which it ends.
        """
        random, tries = np.random.default_rng(_SEED), 0
        while tries < vain and not self.done() and self.split is not None:
            before, chosen = (self.value, self.split.value), self.split.chosen
            free = np.flatnonzero(~self.loads.fixed[chosen])
            if not len(free):
                return
            number = int(random.integers(1, 4))
            gone = random.permutation(free)[:number]
            weight = (likely + 0.05 * likely.max() + 1e-9) * random.random(len(likely))
            if random.random() < _LOCAL:
                way = way_from(self.loads, self.split, int(chosen[gone[0]]))
                gone = free[np.argsort(way[chosen[free]], kind="stable")[:number]]
                near = np.argsort(way, kind="stable")
                near = near[~np.isin(near, chosen)][: 4 * number + 4]
                weight = np.isin(np.arange(len(way)), near) * random.random(len(way))
            sites = np.delete(chosen, gone)
            weight[chosen] = 0.0
            while len(sites) < len(chosen):
                options = np.flatnonzero(self.loads.addable(sites) & (weight > 0))
                if not len(options):
                    break
                sites = np.append(sites, options[weight[options].argmax()])
            self.improve(self.meet(sites), tried=_STIRRED)
            tries = 0 if (self.value, self.split.value) < before else tries + 1
