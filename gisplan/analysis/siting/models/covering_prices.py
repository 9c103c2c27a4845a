"""The programme of the prices of maximal covering, and both branches of a site solved at once.

The dual of the relaxation (see ``covering_bound``) asks for prices u of the demand and r of the
rules, ``min sum_i (w_i - u_i) + r limits + sum_j max(0, sum_{i covered by j} u_i - r rules_j)``:
it has one row a site, where the relaxation itself has one a demand. Opening or closing a site
frees what its row held, so that the prices of a node are prices of its two branches. What a bound
is told to be is added up from the prices themselves, never taken from the solver.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

import highspy
import numpy as np
from scipy.sparse import csr_array, eye_array, hstack

from gisplan.analysis.highs import QuietHighs
from gisplan.analysis.siting.models.covering_programme import Side
from gisplan.arrays import Bools, Floats, Ints

CLOSED, OPEN, FREE = 0, 1, 2


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
    depth : int
        How many sites were branched on above.
    """

    bound: float
    share: Floats
    state: Ints
    basis: Any
    depth: int = 0


#: The node with a site closed, and with it open.
Branches = tuple[CoverNode, CoverNode]


@dataclass(slots=True)
class _PriceModel:
    lp: QuietHighs
    state: Ints


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
        self._first = n + len(self.limit)  # the column of the first site
        # One for each side of a branching, so that answers do not hang on which is done first.
        self._models = {CLOSED: _PriceModel(self._begin(), np.full(m, FREE))}
        self._other = ThreadPoolExecutor(1)
        self.root = np.where(fixed, OPEN, FREE)
        #: What a better answer must cover more than: sites that can't are settled.
        self.least = -np.inf

    def _begin(self) -> QuietHighs:
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

    def both(self, node: CoverNode, site: int, left: Callable[[], float]) -> Branches | None:
        """Solve the two branches of a site at once, HiGHS leaving Python free while it solves.

        Parameters
        ----------
        node : CoverNode
            Which is branched.
        site : int
            Position of a site that is free in it.
        left : callable
            Seconds left.

        Returns
        -------
        tuple of CoverNode or None
            The site closed, and open; None if time runs out.
        """
        closed, opened = node.state.copy(), node.state.copy()
        closed[site], opened[site] = CLOSED, OPEN
        if OPEN not in self._models:
            self._models[OPEN] = _PriceModel(self._begin(), np.full(len(self.root), FREE))
        waiting = self._other.submit(self.solve, opened, node.basis, left(), side=OPEN)
        one = self.solve(closed, node.basis, left())
        other = waiting.result()
        return None if one is None or other is None else (one, other)

    def solve(
        self, state: Ints, basis: Any, seconds: float, *, side: int = CLOSED
    ) -> CoverNode | None:
        """Solve with some sites closed or open.

        Parameters
        ----------
        state : array of int, shape (sites,)
            Closed, open or free.
        basis : object
            Of the node above; None at the root.
        seconds : float
            Time limit.
        side : int
            Whose model it is solved in.

        Returns
        -------
        CoverNode or None
            None if time runs out; its bound is minus infinity where no choice keeps to the rules.
        """
        lp = self._settled(self._models[side], state)
        if basis is not None:
            lp.setBasis(basis)
        lp.setOptionValue("time_limit", lp.getRunTime() + max(seconds, 0.0))
        lp.run()
        status = lp.getModelStatus()
        if status in (
            highspy.HighsModelStatus.kUnbounded,
            highspy.HighsModelStatus.kUnboundedOrInfeasible,
        ):
            return CoverNode(-np.inf, np.zeros(len(state)), state, None)
        if status != highspy.HighsModelStatus.kOptimal:
            return None
        solution = lp.getSolution()
        bound, worth = self._told(np.asarray(solution.col_value), state)
        share = np.clip(np.asarray(solution.row_dual), 0.0, 1.0)
        return CoverNode(bound, share, self._worthless(state, worth, bound), lp.getBasis())

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
        free, loss = state == FREE, np.abs(worth)
        known = free & (bound - loss <= self.least)
        out = state.copy()
        out[known & (worth < 0)] = CLOSED
        out[known & (worth > 0)] = OPEN
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
        taken = np.where(state == OPEN, worth, np.where(state == FREE, np.maximum(worth, 0), 0.0))
        bound = float((self.weight - price).sum() + paid @ self.limit + taken.sum())
        return bound, worth

    def _settled(self, model: _PriceModel, state: Ints) -> QuietHighs:
        """Free the row of each closed site, and the column of each open one.

        Parameters
        ----------
        model : _PriceModel
            One of the two.
        state : array of int
            Closed, open or free.

        Returns
        -------
        QuietHighs
            The model's programme.
        """
        lp, inf = model.lp, highspy.kHighsInf
        for site in np.flatnonzero(state != model.state):
            now, before = int(state[site]), int(model.state[site])
            if CLOSED in (now, before):
                least = -float(self._charge[site]) / self._unit
                lp.changeRowBounds(int(site), -inf if now == CLOSED else least, inf)
            if OPEN in (now, before):
                lp.changeColBounds(self._first + int(site), -inf if now == OPEN else 0.0, inf)
        model.state = state.copy()
        return lp
