"""Serving all demand from open sites of limited capacity at least cost, and the prices of that.

For given sites this is a transportation problem. It begins with each demand at its nearest site,
which is the best where no site is overfull, so that the dual simplex method only has to shift what
is too much; and with the few nearest sites of each demand, to which others are added where prices
call for them (column generation; Ford and Fulkerson 1958, *Management Science* 5).
"""

from __future__ import annotations

from dataclasses import dataclass

import highspy
import numpy as np

from gisplan.analysis.highs import QuietHighs
from gisplan.analysis.siting.models.site_rules import SiteRules
from gisplan.arrays import Floats, Ints

#: Sites of each demand to begin with, and rounds of adding others.
_NEAREST, _ROUNDS = 8, 30
_REDUCED = 1e-9


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Loads(SiteRules):
    """What the models with capacities are solved on, by position among the sites allowed.

    Attributes
    ----------
    cost : array, shape (demand, sites)
        Cost of serving a unit of a demand from a site; ``missing`` where it can't be served.
    weight : array, shape (demand,)
        Units of demand.
    room : array, shape (sites,)
        Units that a site serves at most; no more than all demand.
    charge : array, shape (sites,)
        Charge of opening a site, in the unit of the whole cost.
    missing : float
        Cost of a unit that stays unserved: above all that serving it could take.
    """

    cost: Floats
    weight: Floats
    room: Floats
    charge: Floats
    missing: float

    @property
    def total(self) -> float:
        """Add up all demand.

        Returns
        -------
        float
            In units of the weights.
        """
        return float(self.weight.sum())


@dataclass(frozen=True, slots=True, eq=False)
class Flow:
    """Demand served from open sites at least cost.

    Attributes
    ----------
    chosen : array of int
        Positions of the open sites, sorted.
    row : array of int
        Demand of each flow.
    site : array of int
        Its site, by position.
    amount : array of float
        Units of demand, above 0.
    value : float
        Whole cost, charges included; ``missing`` counts for each unit that stays unserved.
    unserved : float
        Units that stay unserved.
    price : array, shape (demand,)
        What a unit of each demand costs at the margin.
    """

    chosen: Ints
    row: Ints
    site: Ints
    amount: Floats
    value: float
    unserved: float
    price: Floats


def flow_to(loads: Loads, chosen: Ints) -> Flow:
    """Serve all demand from open sites at least cost, demand being split where it pays.

    Parameters
    ----------
    loads : Loads
        Costs, demand, capacities and rules.
    chosen : array of int
        Positions of the open sites.

    Returns
    -------
    Flow
        What goes where, and the prices.
    """
    chosen = np.sort(np.asarray(chosen, dtype=np.int64))
    n, k = len(loads.weight), len(chosen)
    charge = float(loads.charge[chosen].sum())
    if not k:
        nothing = np.empty(0, dtype=np.int64)
        value = loads.missing * loads.total
        price = np.full(n, loads.missing)
        return Flow(chosen, nothing, nothing, np.empty(0), value, loads.total, price)
    cost = np.minimum(loads.cost[:, chosen], loads.missing)
    near = cost.argmin(axis=1)
    every = np.arange(n)
    load = np.bincount(near, weights=loads.weight, minlength=k)
    first = cost[every, near]
    if (load <= loads.room[chosen]).all() and first.max() < loads.missing:
        value = float(loads.weight @ first) + charge
        return Flow(chosen, every, chosen[near], loads.weight.copy(), value, 0.0, first)
    row, slot, amount, price = _Transport(cost, loads, chosen, near).solve()
    served = float(amount.sum())
    lost = max(loads.total - served, 0.0)
    lost = 0.0 if lost <= 1e-7 * loads.total else lost
    value = float(amount @ cost[row, slot]) + charge + lost * loads.missing
    return Flow(chosen, row, chosen[slot], amount, value, lost, price)


def way_from(loads: Loads, flow: Flow, site: int) -> Floats:
    """Give what serving the demand of an open site from each site would cost.

    Parameters
    ----------
    loads : Loads
        Costs, demand, capacities and rules.
    flow : Flow
        What goes where.
    site : int
        Position of the open site.

    Returns
    -------
    array of float
        Shape (sites,).
    """
    mine = np.flatnonzero(flow.site == site)
    return flow.amount[mine] @ loads.cost[flow.row[mine]]


class _Transport:
    """The linear programme of one set of open sites.

    Parameters
    ----------
    cost : array, shape (demand, open sites)
        Cost of a unit, at most ``missing``.
    loads : Loads
        Demand and capacities.
    chosen : array of int
        Positions of the open sites.
    near : array of int
        Nearest open site of each demand, by position among the open ones.
    """

    def __init__(self, cost: Floats, loads: Loads, chosen: Ints, near: Ints) -> None:
        n, k = cost.shape
        real = cost < loads.missing
        self.unit = float(cost[real].max(initial=0.0)) or 1.0
        self.scale = float(loads.weight.max())
        self.cost, self.missing = cost / self.unit, loads.missing / self.unit
        self.need = loads.weight / self.scale
        self.shape = (n, k)
        self.lp = QuietHighs()
        self.lp.setOptionValue("presolve", "off")
        self.lp.setOptionValue("solver", "simplex")
        none, inf = np.empty(0), highspy.kHighsInf
        self.lp.addRows(
            n + k,
            np.concatenate([self.need, np.full(k, -inf)]),
            np.concatenate([self.need, loads.room[chosen] / self.scale]),
            0,
            np.zeros(n + k, dtype=np.int32),
            none.astype(np.int32),
            none,
        )
        # What stays unserved, one column a demand.
        self._add(np.arange(n), np.full(n, -1))
        few = min(_NEAREST, k)
        order = np.argpartition(self.cost, few - 1, axis=1)[:, :few] if few < k else None
        listed = np.zeros((n, k), dtype=bool)
        if order is None:
            listed[:] = True
        else:
            np.put_along_axis(listed, order, True, axis=1)
            listed[np.arange(n), near] = True
        listed &= real
        self.row, self.slot = np.nonzero(listed)
        self.listed = listed | ~real
        self._add(self.row, self.slot)
        self._begin(near, real)

    def _add(self, row: Ints, slot: Ints) -> None:
        n = self.shape[0]
        served = slot >= 0
        size = 1 + served
        start = np.cumsum(size) - size
        index = np.empty(int(size.sum()), dtype=np.int32)
        index[start] = row
        index[start[served] + 1] = n + slot[served]
        cost = np.where(served, self.cost[row, slot], self.missing)
        self.lp.addCols(
            len(row),
            cost,
            np.zeros(len(row)),
            np.full(len(row), highspy.kHighsInf),
            len(index),
            start.astype(np.int32),
            index,
            np.ones(len(index)),
        )

    def _begin(self, near: Ints, real: np.ndarray) -> None:
        """Begin with each demand at its nearest site, or unserved where none is.

        Parameters
        ----------
        near : array of int
            Nearest open site of each demand.
        real : array of bool
            Pairs that may serve.
        """
        n, k = self.shape
        basic, low = highspy.HighsBasisStatus.kBasic, highspy.HighsBasisStatus.kLower
        first = real[np.arange(n), near]
        column = np.zeros(n + len(self.row), dtype=bool)
        column[:n] = ~first
        column[n:] = near[self.row] == self.slot
        basis = highspy.HighsBasis()
        basis.col_status = [basic if one else low for one in column]
        basis.row_status = [low] * n + [basic] * k
        basis.valid = True
        self.lp.setBasis(basis)

    def solve(self) -> tuple[Ints, Ints, Floats, Floats]:
        """Solve, adding ways that prices call for until none does.

        Returns
        -------
        tuple[Ints, Ints, Floats, Floats]
            Demand, open site and amount of each flow; price of a unit of each demand.
        """
        n = self.shape[0]
        for _ in range(_ROUNDS):
            self.lp.run()
            solution = self.lp.getSolution()
            dual = np.asarray(solution.row_dual)
            price, rent = dual[:n], -dual[n:]
            reduced = self.cost + rent - price[:, None]
            reduced[self.listed] = 0.0
            if not (reduced < -_REDUCED).any():
                break
            best = reduced.argmin(axis=1)
            rows = np.flatnonzero(reduced[np.arange(n), best] < -_REDUCED)
            self.listed[rows, best[rows]] = True
            self._add(rows, best[rows])
            self.row = np.concatenate([self.row, rows])
            self.slot = np.concatenate([self.slot, best[rows]])
        amount = np.asarray(solution.col_value)[n:] * self.scale
        some = amount > 1e-9 * self.scale
        return self.row[some], self.slot[some], amount[some], price * self.unit
