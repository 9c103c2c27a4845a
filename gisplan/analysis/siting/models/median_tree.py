"""Closing a median problem as one of covering: each step of each demand's cost is a demand.

Going through the sites of a demand from the nearest on, its cost grows by a step wherever none of
those passed is open (the radius formulation; Cornuéjols, Nemhauser and Wolsey 1980, *Mathematical
Programming Study* 12; García, Labbé and Marín 2011, *INFORMS Journal on Computing* 23). To save
the most steps is to cover the most weight, a step being covered by any of the sites passed, and
what is passed by many demands is one. So the programme of prices and the branching of maximal
covering (see ``covering_tree``) close it, with one row a site however many demands there are.

Steps are listed up to a cap of each demand; beyond it a demand costs the cap, which is no more than
the truth, so that bounds hold. Where a whole answer leaves a demand beyond its cap, the cap is
raised and the branching begun anew.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_array

from gisplan.analysis.siting.models.covering_prices import PriceProgramme
from gisplan.analysis.siting.models.covering_programme import Side
from gisplan.analysis.siting.models.covering_tree import Branching, CoverTree
from gisplan.analysis.siting.models.median_bound import Bound
from gisplan.analysis.siting.models.median_cuts import Closing
from gisplan.analysis.siting.models.swaps import Ground
from gisplan.arrays import Bools, Floats, Ints

#: Cap of each demand as a multiple of its price, and by how much it is raised.
_CAP, _RAISED = 1.15, 1.5
#: Sites passed in all steps together above which cuts close it sooner.
LARGEST_STEPS = 4_000_000
_WHOLE = 1e-6
#: How often caps are raised by the relaxation alone.
_LOOKS = 4


@dataclass(frozen=True, slots=True, eq=False)
class CostSteps:
    """The steps of all demand, those that pass the same sites as one.

    Attributes
    ----------
    cover : csr_array, shape (steps, free sites)
        Ones where a step passes a site.
    weight : array of float, shape (steps,)
        How much the steps cost together.
    least : float
        Cost of all demand if every step is saved.
    """

    cover: csr_array
    weight: Floats
    least: float


class MedianTree:
    """A median problem whose settled sites are left out, as one of covering.

    Parameters
    ----------
    ground : Ground
        Costs and rules.
    bound : Bound
        Prices, and the sites that are settled.
    """

    def __init__(self, ground: Ground, bound: Bound) -> None:
        self.ground = ground
        self.free = np.flatnonzero(~bound.opened & ~bound.closed)
        self.opened = np.flatnonzero(bound.opened)
        if ground.conflict is not None and len(self.opened):
            near = ground.conflict[np.ix_(self.opened, self.free)].any(axis=0)
            self.free = self.free[~near]
        n = len(ground.cost)
        self.base = np.full(n, ground.missing)
        if len(self.opened):
            self.base = ground.cost[:, self.opened].min(axis=1)
        self.cap = np.minimum(_CAP * np.maximum(bound.price, 0.0) + 1e-9, self.base)
        self._order = np.argsort(ground.cost[:, self.free], axis=1, kind="stable")
        self._sorted = np.take_along_axis(ground.cost[:, self.free], self._order, axis=1)
        #: What a demand costs at most, whatever is open that may serve it.
        real = np.where(self._sorted < ground.missing, self._sorted, 0.0)
        farthest = real.max(axis=1, initial=0.0)
        self._farthest = np.where(self.base < ground.missing, self.base, farthest)
        self._raise_to_nearest()

    def _raise_to_nearest(self) -> None:
        # a cap below the nearest site would make no difference between any
        if len(self.free) > 1:
            second = np.minimum(self._sorted[:, 1], self._farthest)
            self.cap = np.minimum(np.maximum(self.cap, second), self.base)

    @property
    def passed(self) -> Ints:
        """Count the free sites of each demand below its cap.

        Returns
        -------
        array of int
            Shape (demand,).
        """
        out: Ints = (self._sorted < self.cap[:, None]).sum(axis=1)
        return out

    @property
    def size(self) -> int:
        """Count the sites passed in all steps together.

        Returns
        -------
        int
            Before steps that pass the same are merged.
        """
        count = self.passed
        return int((count * (count + 1) // 2).sum())

    def steps(self) -> CostSteps:
        """List the steps up to the caps.

        Returns
        -------
        CostSteps
            Those that cost nothing left out.
        """
        known: dict[bytes, int] = {}
        weights: list[float] = []
        sets: list[Ints] = []
        for sites, weight in self._each_step():
            key = sites.tobytes()
            at = known.setdefault(key, len(sets))
            if at == len(sets):
                sets.append(sites)
                weights.append(weight)
            else:
                weights[at] += weight
        sizes = np.array([len(sites) for sites in sets], dtype=np.int64)
        index = np.concatenate([np.empty(0, dtype=np.int32), *sets]).astype(np.int32)
        start = np.concatenate([[0], np.cumsum(sizes)]).astype(np.int64)
        cover = csr_array((np.ones(len(index)), index, start), shape=(len(sets), len(self.free)))
        least = np.minimum(self._sorted[:, 0], self.cap) if len(self.free) else self.cap
        return CostSteps(cover, np.array(weights), float(least.sum()))

    def _each_step(self) -> Iterator[tuple[Ints, float]]:
        count, order = self.passed, self._order.astype(np.int32)
        for demand in np.flatnonzero(count):
            k = int(count[demand])
            ends = np.append(self._sorted[demand, 1:k], self.cap[demand])
            size = ends - self._sorted[demand, :k]
            for step in np.flatnonzero(size > 0):
                yield np.sort(order[demand, : step + 1]), float(size[step])

    def rules(self) -> Side:
        """Give the rules on the free sites as rows, each with an upper limit.

        Returns
        -------
        Side
            Number, money, pairs too near; and that one of the sites that may serve a demand is
            open, whatever its cap.
        """
        ground, k = self.ground, len(self.free)
        rows, limits = [np.ones(k)], [float(ground.most - len(self.opened))]
        if np.isfinite(ground.budget):
            rows.append(ground.price[self.free])
            spent = float(ground.price[self.opened].sum())
            limits.append(ground.budget * (1 + 1e-12) - spent)
        if ground.conflict is not None:
            near = np.triu(ground.conflict[np.ix_(self.free, self.free)])
            for pair in zip(*np.nonzero(near), strict=True):
                row = np.zeros(k)
                row[list(pair)] = 1.0
                rows.append(row)
                limits.append(1.0)
        without = ground.cost[np.ix_(self.base >= ground.missing, self.free)]
        for real in np.unique(without < ground.missing, axis=0):
            rows.append(-real.astype(float))
            limits.append(-1.0)
        matrix = csr_array(np.vstack(rows))
        return Side(matrix, np.full(len(limits), -np.inf), np.array(limits))

    def beyond(self, chosen: Ints) -> Bools:
        """Tell which demand costs more than its cap with some sites open.

        Parameters
        ----------
        chosen : array of int
            Positions of the open sites in the ground.

        Returns
        -------
        array of bool
            Shape (demand,).
        """
        nearest = self.ground.cost[:, chosen].min(axis=1, initial=self.ground.missing)
        out: Bools = nearest > self.cap * (1 + 1e-12)
        return out

    def hold(self, chosen: Ints) -> None:
        """Raise the caps to what each demand costs with some sites open.

        Parameters
        ----------
        chosen : array of int
            Positions of the open sites in the ground.
        """
        nearest = self.ground.cost[:, chosen].min(axis=1, initial=self.ground.missing)
        self.cap = np.maximum(self.cap, np.minimum(nearest, self._farthest))

    def not_reached(self, share: Floats) -> Bools:
        """Tell which demand has less than one site below its cap, its cap being no site's.

        Parameters
        ----------
        share : array of float
            Of each free site in a relaxed answer, 0 to 1.

        Returns
        -------
        array of bool
            Shape (demand,).
        """
        below = self.ground.cost[:, self.free] < self.cap[:, None]
        out: Bools = (below @ share < 1 - _WHOLE) & (self.cap < self._farthest)
        return out

    def raise_caps(self, demand: Bools) -> None:
        """Raise the caps of some demand, no further than what an open site costs.

        Parameters
        ----------
        demand : array of bool
            Whether each cap is raised.
        """
        raised = np.maximum(np.minimum(self.cap * _RAISED, self._farthest), self.cap)
        self.cap = np.where(demand, raised, self.cap)


def close(ground: Ground, bound: Bound, work: Closing, *, known: Ints | None = None) -> bool:
    """Raise ``bound`` until nothing better than the known answer is left, or time is over.

    Parameters
    ----------
    ground : Ground
        Costs and rules.
    bound : Bound
        Prices, and the sites that are settled; its value is raised in place.
    work : Closing
        The answer to beat, who is told of new ones, and the time left.
    known : array of int, optional
        Positions of the sites of the best answer: no cap is below what a demand costs in it.

    Returns
    -------
    bool
        False, and nothing is done, if there are too many steps.
    """
    median = MedianTree(ground, bound)
    if known is not None:
        median.hold(known)
    if not len(median.free) or median.size > LARGEST_STEPS:
        return False
    looks = 0
    while work.left() > 0:
        short = _branched(median, bound, work, looks)
        looks += 1
        if not short.any():
            return True
        before = median.cap
        median.raise_caps(short)
        if median.size > LARGEST_STEPS or (median.cap <= before).all():
            if looks > _LOOKS:
                return True
            median.cap, looks = before, _LOOKS
    return True


def _branched(median: MedianTree, bound: Bound, work: Closing, looks: int) -> Bools:
    """Branch once; give the demand whose caps were too low for whole answers.

    Parameters
    ----------
    median : MedianTree
        The problem with its caps.
    bound : Bound
        Its value is raised in place.
    work : Closing
        The answer to beat, who is told of new ones, and the time left.
    looks : int
        How often this was done before.

    Returns
    -------
    array of bool
        Shape (demand,); none if the branching is done with.
    """
    ground, steps = median.ground, median.steps()
    charge = ground.charge[median.free]
    total = steps.least + float(steps.weight.sum() + ground.charge[median.opened].sum())
    short = np.zeros(len(ground.cost), dtype=bool)

    def sites(opened: Bools) -> Ints:
        return np.sort(np.concatenate([median.opened, median.free[opened]]))

    def offer(opened: Bools) -> None:
        chosen = sites(opened)
        short[median.beyond(chosen)] = True
        work.offer(chosen)

    programme = PriceProgramme(
        steps.cover, steps.weight, median.rules(), np.zeros(len(charge), dtype=bool), charge
    )
    tree = CoverTree(programme, Branching(least=lambda: total - work.limit(), offer=offer))
    root = tree.begin(work.left)
    if root is not None and looks < _LOOKS:
        # where parts of sites below the cap do not make one, the bound is lower than it need be
        short = median.not_reached(root.share)
        if short.any():
            bound.value = max(bound.value, min(total - tree.bound, work.limit()))
            return short
    tree.run(work.left)
    bound.value = max(bound.value, min(total - tree.bound, work.limit()))
    if tree.proven:
        short[:] = False  # even by caps nothing is better
    if tree.closed and not short.any():
        bound.value = work.limit()
    return short
