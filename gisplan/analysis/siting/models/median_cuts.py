"""Closing a median problem: cuts of the radius formulation, and branching, over HiGHS.

In the radius formulation (Cornuéjols, Nemhauser and Wolsey 1980; Elloumi 2010, *Journal of
Combinatorial Optimization* 19; García, Labbé and Marín 2011, *INFORMS Journal on Computing* 23)
the cost t_i of a demand grows with the radius within which no site is open. Projected on the
sites y it is, for every radius r,

    t_i >= r - sum_j max(0, r - c_ij) y_j,

and the most violated radius for given y is found by sorting (the Benders cut of Duran-Mateluna,
Ales and Elloumi 2023, *European Journal of Operational Research* 304). Only the cuts that bind
are ever in the linear programme; the bound is that of the whole problem, for no pair of demand
and site is left out.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable
from dataclasses import dataclass, field

import highspy
import numpy as np
from scipy.sparse import csr_array

from gisplan.analysis.highs import QuietHighs
from gisplan.analysis.siting.models.median_bound import Bound
from gisplan.analysis.siting.models.swaps import Ground
from gisplan.arrays import Floats, Ints

_INTEGRAL = 1e-6
_TRIED = 6
#: Demand above which a trial costs more than the nodes it saves.
_TRIALS_UP_TO = 1500


@dataclass(slots=True)
class Closing:
    """What the closing works with beside the problem.

    Attributes
    ----------
    limit : callable
        Bound at which nothing better than the known answer is left.
    offer : callable
        Takes sites that may make a better answer.
    left : callable
        Seconds left.
    """

    limit: Callable[[], float]
    offer: Callable[[Ints], None]
    left: Callable[[], float]


class CutProgramme:
    """Linear programme of the free sites with the cuts found so far.

    Parameters
    ----------
    ground : Ground
        Costs and rules.
    bound : Bound
        Prices, and the sites that are settled.
    """

    def __init__(self, ground: Ground, bound: Bound) -> None:
        free = np.flatnonzero(~bound.opened & ~bound.closed)
        opened = np.flatnonzero(bound.opened)
        self.free, self.opened = free, opened
        base = np.full(len(ground.cost), ground.missing)
        if len(opened):
            base = ground.cost[:, opened].min(axis=1)
        cost = np.minimum(ground.cost[:, free], base[:, None])
        low = cost.min(axis=1) if len(free) else base
        moves = low < base
        constant = float(base[~moves].sum() + ground.charge[opened].sum())
        # The programme is in units of a typical price, so that its tolerances fit.
        self.unit = float(bound.price[moves].mean()) if moves.any() else 1.0
        self.unit = self.unit if self.unit > 0 else 1.0
        self.constant = constant
        self.cost = cost[moves] / self.unit
        self.base = base[moves] / self.unit
        self.missing = ground.missing / self.unit * (1 - 1e-9)
        self.order = np.argsort(self.cost, axis=1, kind="stable")
        self.sorted = np.take_along_axis(self.cost, self.order, axis=1)
        # Where the open sites don't serve a demand, its farthest radius is the last real one.
        self.held = self.base < self.missing
        self.last = np.maximum((self.sorted < self.missing).sum(axis=1) - 1, 0)
        self.charge = ground.charge[free] / self.unit
        self.lp = self._begin(ground)

    @property
    def _columns(self) -> int:
        return len(self.free)

    def _begin(self, ground: Ground) -> highspy.Highs:
        lp = QuietHighs()
        k, n = len(self.free), len(self.cost)
        none = np.empty(0)
        start = np.zeros(k + n, dtype=np.int32)
        lower = np.concatenate([np.zeros(k), self.sorted[:, 0] if k else np.zeros(n)])
        upper = np.concatenate([np.ones(k), np.full(n, highspy.kHighsInf)])
        objective = np.concatenate([self.charge, np.ones(n)])
        lp.addCols(k + n, objective, lower, upper, 0, start, none.astype(np.int32), none)
        every = np.arange(k, dtype=np.int32)
        inf = highspy.kHighsInf
        least = 0.0 if len(self.opened) else 1.0
        most = min(float(ground.most - len(self.opened)), float(k))
        lp.addRow(least, most, k, every, np.ones(k))
        if np.isfinite(ground.budget):
            left = ground.budget * (1 + 1e-12) - ground.price[self.opened].sum()
            lp.addRow(-inf, left, k, every, ground.price[self.free])
        if ground.conflict is not None:
            a, b = np.nonzero(np.triu(ground.conflict[np.ix_(self.free, self.free)]))
            for pair in zip(a, b, strict=True):
                lp.addRow(-inf, 1.0, 2, np.array(pair, dtype=np.int32), np.ones(2))
        # Demand that no open site serves needs one of the free ones.
        reachable = csr_array(self.cost < self.missing)
        for i in np.flatnonzero((self.base >= self.missing) & (np.diff(reachable.indptr) < k)):
            sites = reachable.indices[reachable.indptr[i] : reachable.indptr[i + 1]]
            lp.addRow(1.0, inf, len(sites), sites.astype(np.int32), np.ones(len(sites)))
        self.fixed_rows = lp.getNumRow()
        self.keep = self.fixed_rows + 2 * n + 200
        return lp

    def cut(self, demand: Ints, radius: Floats) -> None:
        """Add the cut of one radius for each of these demands.

        Parameters
        ----------
        demand : array of int
            Positions of demand points, each at most once.
        radius : array of float
            Radius of each, in the programme's unit of cost.
        """
        k = len(self.free)
        slope = np.maximum(radius[:, None] - self.cost[demand], 0.0)
        at, site = np.nonzero(slope)
        count = np.bincount(at, minlength=len(demand)) + 1
        start = np.concatenate([[0], np.cumsum(count)[:-1]])
        index = np.empty(count.sum(), dtype=np.int32)
        value = np.empty(count.sum())
        index[start], value[start] = k + demand, 1.0
        rest = np.ones(len(index), dtype=bool)
        rest[start] = False
        index[rest], value[rest] = site, slope[at, site]
        upper = np.full(len(demand), highspy.kHighsInf)
        self.lp.addRows(
            len(demand), radius, upper, len(index), start.astype(np.int32), index, value
        )

    def critical(self, y: Floats) -> tuple[Floats, Floats]:
        """Give for each demand its critical radius at y, and its cost there.

        Parameters
        ----------
        y : array of float
            Share of each free site in the relaxation, 0 to 1.

        Returns
        -------
        tuple[Floats, Floats]
            Radii, and costs, in the programme's unit; each of shape (demand,).
        """
        total = np.cumsum(y[self.order], axis=1)
        full = total >= 1 - 1e-7
        at = np.where(full.any(axis=1), full.argmax(axis=1), self.last)
        radius = np.take_along_axis(self.sorted, at[:, None], axis=1)[:, 0]
        radius = np.where(full.any(axis=1), radius, np.where(self.held, self.base, radius))
        value = radius - np.maximum(radius[:, None] - self.cost, 0.0) @ y
        return radius, value

    def bounds(self, lower: Floats, upper: Floats) -> None:
        """Set the bounds of the free sites.

        Parameters
        ----------
        lower : array of float
            Lower bound of each free site, 0 or 1.
        upper : array of float
            Upper bound of each free site, 0 or 1.
        """
        k = len(self.free)
        self.lp.changeColsBounds(k, np.arange(k, dtype=np.int32), lower, upper)

    def _purge(self) -> None:
        """Take out the cuts that did not bind, once they are many."""
        if self.lp.getNumRow() < self.keep:
            return
        basis = self.lp.getBasis()
        if not basis.valid:
            return
        idle = [
            row
            for row, status in enumerate(basis.row_status)
            if row >= self.fixed_rows and status == highspy.HighsBasisStatus.kBasic
        ]
        self.lp.deleteRows(len(idle), np.array(idle, dtype=np.int32))
        self.keep = max(self.keep, 2 * self.lp.getNumRow())

    def probe(self, seconds: float) -> float:
        """Give the bound of the programme as it stands; minus infinity if time runs out.

        Parameters
        ----------
        seconds : float
            Time limit of this run.

        Returns
        -------
        float
            The bound in the unit of the costs; infinite if there is no answer.
        """
        self.lp.setOptionValue("time_limit", self.lp.getRunTime() + max(seconds, 0.0))
        self.lp.run()
        status = self.lp.getModelStatus()
        if status == highspy.HighsModelStatus.kInfeasible:
            return np.inf
        if status != highspy.HighsModelStatus.kOptimal:
            return -np.inf
        return float(self.lp.getObjectiveValue()) * self.unit + self.constant

    def solve(self, *, limit: float, left: Callable[[], float], rounds: int = 60) -> Relaxed:
        """Solve, adding violated cuts until none is left, the bound stalls or hits ``limit``.

        Parameters
        ----------
        limit : float
            Bound, in the unit of the costs, from which on nothing better can be found.
        left : callable
            Tells the seconds left.
        rounds : int, optional
            Rounds of cuts at most.

        Returns
        -------
        Relaxed
            The relaxation's value, shares and reduced costs; ``exact`` if no cut is violated.
        """
        k, old = len(self.free), -np.inf
        for _ in range(rounds):
            # HiGHS counts the seconds of all its runs.
            self.lp.setOptionValue("time_limit", self.lp.getRunTime() + max(left(), 0.0))
            self.lp.run()
            status = self.lp.getModelStatus()
            if status == highspy.HighsModelStatus.kInfeasible:
                return Relaxed(np.inf, np.empty(0), np.empty(0), exact=True)
            if status != highspy.HighsModelStatus.kOptimal:
                return Relaxed(-np.inf, np.empty(0), np.empty(0), exact=False)
            solution = self.lp.getSolution()
            values = np.asarray(solution.col_value)
            y = np.clip(values[:k], 0.0, 1.0)
            value = self.lp.getObjectiveValue() * self.unit + self.constant
            out = Relaxed(value, y, np.asarray(solution.col_dual)[:k] * self.unit, exact=False)
            if value >= limit or left() <= 0:
                return out
            radius, needed = self.critical(y)
            worse = np.flatnonzero(needed > values[k:] + 1e-7 * (1 + needed))
            integral = bool((np.minimum(y, 1 - y) < _INTEGRAL).all())
            if len(worse) == 0:
                out.exact = True
                return out
            if not integral and value - old < 1e-7 * abs(value):
                return out
            old = value
            self._purge()
            self.cut(worse, radius[worse])
        return out


@dataclass(slots=True)
class Relaxed:
    """Answer of the linear programme: bound, sites, reduced costs; whether no cut is missing."""

    value: float
    y: Floats
    dual: Floats
    exact: bool


@dataclass(order=True, slots=True)
class _Node:
    value: float
    number: int
    lower: Floats = field(compare=False)
    upper: Floats = field(compare=False)


def _settle(node: _Node, answer: Relaxed, limit: float) -> None:
    """Fix sites by reduced cost, in place.

    Parameters
    ----------
    node : _Node
        Bounds of the sites at a node of the tree.
    answer : Relaxed
        The relaxation solved at the node.
    limit : float
        Cost that a better answer must stay below.
    """
    shut = (answer.y < _INTEGRAL) & (answer.value + answer.dual >= limit)
    keep = (answer.y > 1 - _INTEGRAL) & (answer.value - answer.dual >= limit)
    node.upper[shut & (node.lower < 0.5)] = 0.0
    node.lower[keep & (node.upper > 0.5)] = 1.0


def close(ground: Ground, bound: Bound, work: Closing) -> None:
    """Raise ``bound`` until nothing better than the known answer is left, or time is over.

    The tree is searched best bound first; ``bound.value`` is the least bound of what is open,
    and holds for the whole problem.

    Parameters
    ----------
    ground : Ground
        Costs and rules.
    bound : Bound
        Prices, and the sites that are settled.
    work : Closing
        The answer to beat, who is told of new ones, and the time left.
    """
    programme = CutProgramme(ground, bound)
    k, n = len(programme.free), len(programme.cost)
    if k == 0 or n == 0:
        work.offer(programme.opened)
        bound.value = work.limit()
        return
    prices = np.clip(bound.price, 0, None)
    _seed(programme, ground, prices)
    root = _Node(bound.value, 0, np.zeros(k), np.ones(k))
    programme.bounds(root.lower, root.upper)
    if ground.conflict is not None and len(programme.opened):
        near = ground.conflict[np.ix_(programme.opened, programme.free)].any(axis=0)
        root.upper[near] = 0.0
    heap, number = [root], 0
    while heap:
        bound.value = max(bound.value, min(heap[0].value, work.limit()))
        if heap[0].value >= work.limit() or work.left() <= 0:
            return
        node = heapq.heappop(heap)
        programme.bounds(node.lower, node.upper)
        answer = programme.solve(limit=work.limit(), left=work.left)
        value = max(answer.value, node.value)
        if answer.value == -np.inf or work.left() <= 0:
            node.value = value
            heapq.heappush(heap, node)
            bound.value = max(bound.value, min(heap[0].value, work.limit()))
            return
        if value >= work.limit():
            continue
        split = np.minimum(answer.y, 1 - answer.y)
        if number == 0 or (split < _INTEGRAL).all():
            work.offer(_rounded(ground, programme, answer.y))
        if (split < _INTEGRAL).all() and answer.exact:
            # The answer was offered: its cost is the bound of this node, and the node is done.
            continue
        node.value = value
        _settle(node, answer, work.limit())
        split[node.lower == node.upper] = -1.0
        if split.max() < 0:
            # Nothing is left to decide: the sites that are fixed are the answer of this node.
            work.offer(_rounded(ground, programme, node.lower))
            continue
        site, values = _branch(programme, node, split, work)
        for side in (1.0, 0.0):
            number += 1
            worth = max(value, values[int(side)])
            child = _Node(worth, number, node.lower.copy(), node.upper.copy())
            child.lower[site] = child.upper[site] = side
            heapq.heappush(heap, child)
    bound.value = work.limit()


def _branch(
    programme: CutProgramme, node: _Node, split: Floats, work: Closing
) -> tuple[int, tuple[float, float]]:
    """Choose the site to branch on; give the bounds of closing and of opening it.

    Strong branching: each of the most fractional sites is tried on both sides, without new cuts,
    and the one is taken whose two bounds rise most (Achterberg, Koch and Martin 2005, *Operations
    Research Letters* 33).

    Parameters
    ----------
    programme : CutProgramme
        The linear programme, with the cuts found so far.
    node : _Node
        Bounds of the sites at a node of the tree.
    split : array of float
        How far each free site is from 0 and 1.
    work : Closing
        The answer to beat, who is told of new ones, and the time left.

    Returns
    -------
    tuple[int, tuple[float, float]]
        Position of the site among the free ones; bounds of closing and of opening it.
    """
    best, choice = -1.0, (int(split.argmax()), (-np.inf, -np.inf))
    if len(programme.cost) > _TRIALS_UP_TO:
        return choice
    for site in np.argsort(-split, kind="stable")[:_TRIED]:
        if split[site] < _INTEGRAL or work.left() <= 0:
            break
        values = []
        for side in (0.0, 1.0):
            lower, upper = node.lower.copy(), node.upper.copy()
            lower[site] = upper[site] = side
            programme.bounds(lower, upper)
            values.append(programme.probe(work.left()))
        rise = [min(value, work.limit()) - node.value for value in values]
        score = max(rise[0], 1e-9) * max(rise[1], 1e-9)
        if score > best:
            best, choice = score, (int(site), (values[0], values[1]))
    return choice


def _rounded(ground: Ground, programme: CutProgramme, y: Floats) -> Ints:
    """Open the sites that the relaxation opens most, no more than allowed.

    Parameters
    ----------
    ground : Ground
        Costs and rules.
    programme : CutProgramme
        The linear programme, with the cuts found so far.
    y : array of float
        Share of each free site in the relaxation, 0 to 1.

    Returns
    -------
    array of int
        Positions of the sites, sorted.
    """
    room = ground.most - len(programme.opened)
    most = np.argsort(-y, kind="stable")[:room]
    more = programme.free[most[y[most] > _INTEGRAL]]
    return np.sort(np.concatenate([programme.opened, more]))


def _seed(programme: CutProgramme, ground: Ground, price: Floats) -> None:
    """Begin with the cuts at the Lagrangian prices.

    Parameters
    ----------
    programme : CutProgramme
        The linear programme, with the cuts found so far.
    ground : Ground
        Costs and rules.
    price : array of float
        Price of each demand, in weighted cost.
    """
    opened = programme.opened
    base = ground.cost[:, opened].min(axis=1) if len(opened) else np.full(len(price), np.inf)
    low = np.minimum(ground.cost[:, programme.free].min(axis=1), base)
    moves = low < np.minimum(base, ground.missing)
    radius = np.minimum(price, base)[moves] / programme.unit
    radius = np.maximum(radius, programme.sorted[:, 0])
    programme.cut(np.arange(len(radius)), radius)
