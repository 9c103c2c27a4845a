"""Closing maximal covering: branching over prices, each node a programme as small as the sites.

The dual of the relaxation (see ``covering_bound``) asks for prices u of the demand and r of the
rules, ``min sum_i (w_i - u_i) + r limits + sum_j max(0, sum_{i covered by j} u_i - r rules_j)``:
it has one row a site, where the relaxation itself has one a demand. Opening or closing a site
frees what its row held, so that the prices of a node are prices of its two branches (best bound
first; Land and Doig 1960, *Econometrica* 28), branched where both sides promise most
(pseudo-costs; Bénichou et al. 1971, *Mathematical Programming* 1). What a bound is told to be is
added up from the prices themselves, never taken from the solver.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

import highspy
import numpy as np
from scipy.sparse import csr_array, eye_array, hstack

from gisplan.analysis.highs import QuietHighs
from gisplan.analysis.siting.models.covering_programme import Side
from gisplan.arrays import Bools, Floats, Ints

_INTEGRAL, _HALF = 1e-6, 0.5
#: What adding up weights may be off by, as a share of them.
_ROUNDING = 1e-9
_CLOSED, _OPEN, _FREE = 0, 1, 2


@dataclass(frozen=True, slots=True)
class CoverNode:
    """A relaxation solved: its bound, shares of the sites, what each is settled as, and the basis.

    Attributes
    ----------
    bound : float
        No choice within the node covers more.
    share : array, shape (sites,)
        Of each site in the relaxed answer, 0 to 1.
    state : array of int, shape (sites,)
        Closed, open or free.
    basis : object
        HiGHS' own, from which its branches go on.
    """

    bound: float
    share: Floats
    state: Ints
    basis: Any


@dataclass(order=True, slots=True)
class _Waiting:
    rank: float
    number: int
    node: CoverNode = field(compare=False)


class PriceProgramme:
    """The programme of the prices.

    Parameters
    ----------
    cover : csr_array, shape (demand, sites)
        Ones where a site covers a demand.
    weight : array of float, shape (demand,)
        Weight of each demand.
    rules : Side
        Rows over the sites, each with an upper limit.
    fixed : array of bool, shape (sites,)
        Sites that are open in every answer.
    charge : array of float, shape (sites,), optional
        What an open site takes from the weight covered; nothing if left out.
    """

    def __init__(
        self,
        cover: csr_array,
        weight: Floats,
        rules: Side,
        fixed: Bools,
        charge: Floats | None = None,
    ) -> None:
        n, m = cover.shape
        self.weight, self.by_site = weight, csr_array(cover.T)
        self.limit = rules.upper
        self._rules = csr_array(rules.matrix.T)
        self._charge = np.zeros(m) if charge is None else charge
        self._unit = float(weight.mean()) if len(weight) and weight.any() else 1.0
        self._state = np.full(m, _FREE)
        self._first = n + len(self.limit)  # the column of the first site
        self._lp = self._begin()
        self.root = np.where(fixed, _OPEN, _FREE)
        #: What a better answer must cover more than: sites that can't are settled.
        self.least = -np.inf

    def _begin(self) -> highspy.Highs:
        m, n = self.by_site.shape
        matrix = csr_array(hstack([-self.by_site, self._rules, eye_array(m)], format="csr"))
        model = highspy.HighsLp()
        model.num_col_, model.num_row_ = matrix.shape[1], m
        model.col_cost_ = np.concatenate([-np.ones(n), self.limit, np.ones(m)])
        model.col_lower_ = np.zeros(matrix.shape[1])
        rest = np.full(len(self.limit) + m, np.inf)
        model.col_upper_ = np.concatenate([self.weight / self._unit, rest])
        model.row_lower_, model.row_upper_ = -self._charge / self._unit, np.full(m, np.inf)
        model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        model.a_matrix_.start_ = matrix.indptr.astype(np.int32)
        model.a_matrix_.index_ = matrix.indices.astype(np.int32)
        model.a_matrix_.value_ = matrix.data
        lp = QuietHighs()
        lp.passModel(model)
        return lp

    def solve(self, state: Ints, basis: Any, seconds: float) -> CoverNode | None:
        """Solve with some sites closed or open.

        Parameters
        ----------
        state : array of int, shape (sites,)
            Closed, open or free.
        basis : object
            Of the node above; None at the root.
        seconds : float
            Time limit.

        Returns
        -------
        CoverNode or None
            None if time runs out; its bound is minus infinity where no choice keeps to the rules.
        """
        self._settle(state)
        if basis is not None:
            self._lp.setBasis(basis)
        self._lp.setOptionValue("time_limit", self._lp.getRunTime() + max(seconds, 0.0))
        self._lp.run()
        status = self._lp.getModelStatus()
        if status in (
            highspy.HighsModelStatus.kUnbounded,
            highspy.HighsModelStatus.kUnboundedOrInfeasible,
        ):
            return CoverNode(-np.inf, np.zeros(len(state)), state, None)
        if status != highspy.HighsModelStatus.kOptimal:
            return None
        solution = self._lp.getSolution()
        bound, worth = self._told(np.asarray(solution.col_value), state)
        share = np.clip(np.asarray(solution.row_dual), 0.0, 1.0)
        return CoverNode(bound, share, self._worthless(state, worth, bound), self._lp.getBasis())

    def _worthless(self, state: Ints, worth: Floats, bound: float) -> Ints:
        """Settle the sites that no better answer opens, or closes.

        Parameters
        ----------
        state : array of int
            Closed, open or free.
        worth : array of float
            What each site adds to the bound if it is open, in weight.
        bound : float
            Of the node.

        Returns
        -------
        array of int
            The states, more of them settled.
        """
        free, loss = state == _FREE, np.abs(worth)
        known = free & (bound - loss <= self.least)
        out = state.copy()
        out[known & (worth < 0)] = _CLOSED
        out[known & (worth > 0)] = _OPEN
        return out

    def _told(self, values: Floats, state: Ints) -> tuple[float, Floats]:
        """Add up the bound of prices, whatever they are, and what each site adds to it.

        Parameters
        ----------
        values : array of float
            The columns of the programme.
        state : array of int
            Closed, open or free.

        Returns
        -------
        tuple[float, Floats]
            The bound, and the worth of each site if it is open, less what the rules ask for it.
        """
        n, rules = len(self.weight), len(self.limit)
        price = np.clip(values[:n] * self._unit, 0.0, self.weight)
        paid = np.maximum(values[n : n + rules] * self._unit, 0.0)
        worth = np.asarray(self.by_site @ price) - np.asarray(self._rules @ paid) - self._charge
        taken = np.where(state == _OPEN, worth, np.where(state == _FREE, np.maximum(worth, 0), 0.0))
        bound = float((self.weight - price).sum() + paid @ self.limit + taken.sum())
        return bound, worth

    def _settle(self, state: Ints) -> None:
        """Free the row of each closed site, and the column of each open one.

        Parameters
        ----------
        state : array of int
            Closed, open or free.
        """
        lp, inf = self._lp, highspy.kHighsInf
        for site in np.flatnonzero(state != self._state):
            now, before = int(state[site]), int(self._state[site])
            if _CLOSED in (now, before):
                least = -float(self._charge[site]) / self._unit
                lp.changeRowBounds(int(site), -inf if now == _CLOSED else least, inf)
            if _OPEN in (now, before):
                lp.changeColBounds(self._first + int(site), -inf if now == _OPEN else 0.0, inf)
        self._state = state.copy()


class _Promise:
    """What branching on each site was seen to bring, by the share that it moved.

    Parameters
    ----------
    sites : int
        How many there are.
    """

    def __init__(self, sites: int) -> None:
        self._sum, self._times = np.zeros((2, sites)), np.zeros((2, sites))

    def saw(self, site: int, side: int, moved: float, brought: float) -> None:
        """Take in what one branch brought.

        Parameters
        ----------
        site : int
            Position of the site.
        side : int
            Closed or open.
        moved : float
            By how much its share was changed.
        brought : float
            By how much the bound fell.
        """
        self._sum[side, site] += max(brought, 0.0) / max(moved, _INTEGRAL)
        self._times[side, site] += 1

    def best(self, node: CoverNode) -> int:
        """Choose the site to branch on.

        Parameters
        ----------
        node : CoverNode
            A node solved.

        Returns
        -------
        int
            Position of the site; -1 if none is in parts.
        """
        share = node.share
        parts = (node.state == _FREE) & (np.minimum(share, 1 - share) > _INTEGRAL)
        if not parts.any():
            return -1
        falls = []
        for side, moved in ((_CLOSED, share), (_OPEN, 1 - share)):
            seen = self._times[side] > 0
            each = self._sum[side] / np.maximum(self._times[side], 1)
            usual = float(each[seen].mean()) if seen.any() else 1.0
            falls.append(np.maximum(np.where(seen, each, usual) * moved, 1e-12))
        score = np.where(parts, falls[0] * falls[1], -1.0)
        return int(score.argmax())


@dataclass(frozen=True, slots=True, kw_only=True)
class Branching:
    """What the branching works with beside the programme.

    Attributes
    ----------
    least : callable
        Weight that a better answer must reach.
    offer : callable
        Takes the open sites of a whole answer, as booleans.
    """

    least: Callable[[], float]
    offer: Callable[[Bools], None]


class CoverTree:
    """The nodes not yet branched.

    Parameters
    ----------
    programme : PriceProgramme
        The prices of the problem.
    work : Branching
        The answer to beat, and who is told of new ones.
    """

    def __init__(self, programme: PriceProgramme, work: Branching) -> None:
        self.programme, self.work = programme, work
        self._promise = _Promise(len(programme.root))
        self._heap: list[_Waiting] = []
        self._number, self._done, self._begun = 0, -np.inf, False

    @property
    def bound(self) -> float:
        """No choice of sites covers more, and none that reaches ``least`` if this is below that.

        Returns
        -------
        float
            Infinite before the relaxation is solved.
        """
        if not self._begun:
            return np.inf
        left = -self._heap[0].rank if self._heap else -np.inf
        return max(self._done, left, self._target())

    @property
    def closed(self) -> bool:
        """Whether nothing better is left.

        Returns
        -------
        bool
            False before the relaxation is solved.
        """
        return self._begun and not (self._heap and -self._heap[0].rank > self._target())

    def begin(self, left: Callable[[], float]) -> CoverNode | None:
        """Solve the relaxation of the whole problem.

        Parameters
        ----------
        left : callable
            Seconds left.

        Returns
        -------
        CoverNode or None
            None if time does not suffice.
        """
        self.programme.least = self._target()
        root = self.programme.solve(self.programme.root, None, left())
        if root is not None:
            self._begun = True
            self._wait(root)
        return root

    def run(self, left: Callable[[], float]) -> None:
        """Branch, best bound first, until nothing better is left or time is over.

        Parameters
        ----------
        left : callable
            Seconds left.
        """
        if not self._begun and self.begin(left) is None:
            return
        while not self.closed and left() > 0:
            waiting = heapq.heappop(self._heap)
            if not self._branch(waiting.node, left):
                heapq.heappush(self._heap, waiting)
                return

    def _branch(self, node: CoverNode, left: Callable[[], float]) -> bool:
        """Solve both branches of a node; give False if time did not suffice.

        Parameters
        ----------
        node : CoverNode
            The node of the greatest bound.
        left : callable
            Seconds left.

        Returns
        -------
        bool
            Whether the node is done with.
        """
        site = self._promise.best(node)
        if site < 0:
            # whole: its sites are an answer of just this weight
            self.work.offer((node.share > 1 - _HALF) | (node.state == _OPEN))
            self._done = max(self._done, node.bound)
            return True
        self.programme.least = self._target()
        children = []
        for side in (_OPEN, _CLOSED):
            state = node.state.copy()
            state[site] = side
            child = self.programme.solve(state, node.basis, left())
            if child is None:
                return False
            children.append(child)
            moved = float(node.share[site] if side == _CLOSED else 1 - node.share[site])
            if np.isfinite(child.bound):
                self._promise.saw(site, side, moved, node.bound - child.bound)
        for child in children:
            self._wait(replace(child, bound=min(child.bound, node.bound)))
        return True

    def _wait(self, node: CoverNode) -> None:
        if node.bound > self._target():
            self._number += 1
            heapq.heappush(self._heap, _Waiting(-node.bound, self._number, node))

    def _target(self) -> float:
        least = self.work.least()
        return least - _ROUNDING * max(abs(least), 1.0)
