"""Programme of the models with capacities, and what is told where it has no answer."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_array

from gisplan.analysis import highs
from gisplan.analysis.siting.models.capacitated_flow import Flow, Loads
from gisplan.analysis.siting.models.covering_programme import bounds, side
from gisplan.analysis.siting.models.covering_reach import explain
from gisplan.analysis.siting.models.covering_whole import cover_all
from gisplan.analysis.siting.models.problem import Terms
from gisplan.analysis.siting.models.result import Case, Explanation, unserved
from gisplan.arrays import Floats, Ints
from gisplan.text import Text


@dataclass(frozen=True, slots=True, eq=False)
class Money:
    """Charge of each site, and rate per unit of weight and cost."""

    charge: Floats
    rate: float


class FlowProgramme:
    """Programme of flows and sites: columns are the sites, then the pairs within reach.

    Parameters
    ----------
    case : Case
        What was asked.
    limits : Terms
        Its rules, more sites perhaps being shut.
    money : Money
        Charges of the sites, and the rate of cost.
    whole : bool
        Whether each demand is served by one site only.
    """

    def __init__(self, case: Case, limits: Terms, money: Money, *, whole: bool) -> None:
        self.case, self.limits = case, limits
        self.money = money
        self.whole = whole
        pairs = case.problem.within(case.reach, ~limits.shut)
        self.row: Ints = pairs.row
        self.site: Ints = pairs.site.astype(np.int64)
        self.cost: Floats = pairs.cost

    def values(self, site: Ints, flow: Flow, opened: Ints) -> Floats:
        """Give an answer as columns.

        Parameters
        ----------
        site : array of int
            Site of each flow, by position in the problem.
        flow : Flow
            What goes where.
        opened : array of int
            Positions of the open sites in the problem.

        Returns
        -------
        array of float
            The sites, then the share of its demand that each pair serves.
        """
        problem = self.case.problem
        m = len(problem.sites)
        place = np.searchsorted(self.row * m + self.site, flow.row * m + site)
        x = np.zeros(m + len(self.row))
        x[opened] = 1.0
        x[m + place] = flow.amount / problem.weight[flow.row]
        return x

    def programme(self, *, most: bool) -> highs.Programme:
        """Build it; with ``most`` the weight served is made greatest and none must be served.

        Parameters
        ----------
        most : bool
            Whether the weight served is the aim, the cost and the duty to serve all being left out.

        Returns
        -------
        highs.Programme
            The programme.
        """
        problem, limits = self.case.problem, self.limits
        row, site = self.row, self.site
        n, m, k = len(problem.demand), len(problem.sites), len(row)
        weight = problem.weight[row]
        pair = m + np.arange(k)
        served = csr_array((np.ones(k), (row, pair)), shape=(n, m + k))
        # A capacity above all demand is no limit; as a number it would only blur the rows.
        capacity = np.minimum(problem.capacity, problem.weight.sum())
        load = csr_array(
            (
                np.concatenate([weight, -capacity]),
                (np.concatenate([site, np.arange(m)]), np.concatenate([pair, np.arange(m)])),
            ),
            shape=(m, m + k),
        )
        link = csr_array(
            (
                np.concatenate([np.ones(k), -np.ones(k)]),
                (np.tile(np.arange(k), 2), np.concatenate([pair, site])),
            ),
            shape=(k, m + k),
        )
        rules = side(problem, limits)
        lower, upper = bounds(limits)
        infinite = np.full(m + k, np.inf)
        travel = -weight if most else self.money.rate * weight * self.cost
        return highs.Programme(
            cost=np.concatenate([np.zeros(m) if most else self.money.charge, travel]),
            column_lower=np.concatenate([lower, np.zeros(k)]),
            column_upper=np.concatenate([upper, np.ones(k)]),
            integer=np.concatenate([np.ones(m, bool), np.full(k, self.whole)]),
            matrix=highs.rows(served, load, link, rules.matrix),
            lower=np.concatenate([np.full(n, 0.0 if most else 1.0), -infinite, rules.lower]),
            upper=np.concatenate([np.ones(n), np.zeros(m + k), rules.upper]),
        )


def shares(share: Floats, row: Ints, count: int) -> Floats:
    """Clear the shares of the solver's rounding: none below 0, each demand served in full.

    Parameters
    ----------
    share : array of float
        Share of its demand that each pair serves, as the solver gives it.
    row : array of int
        Position of the demand of each pair.
    count : int
        Number of demand points.

    Returns
    -------
    array of float
        Shares that add up to 1 for each demand that is served at all.
    """
    share = np.where(share > 1e-7, share, 0.0)
    total = np.bincount(row, weights=share, minlength=count)
    return share / np.where(total > 0, total, 1.0)[row]


def overfull(flow: FlowProgramme) -> Explanation:
    """Say how much must stay unserved for want of capacity, or of sites within reach.

    Parameters
    ----------
    flow : FlowProgramme
        The programme that has no answer.

    Returns
    -------
    Explanation
        The demand left out and the reason.
    """
    case, problem = flow.case, flow.case.problem
    seconds = max(case.clock.left(), 1.0)
    none = np.zeros(len(problem.sites))
    if cover_all(problem, case.limits, none, reach=case.reach, seconds=seconds).status == (
        "infeasible"
    ):
        return explain(case)
    outcome = highs.solve(flow.programme(most=True), seconds=seconds)
    missing = problem.weight.copy()
    if len(outcome.x):
        share = outcome.x[len(problem.sites) :]
        served = np.bincount(flow.row, weights=share, minlength=len(problem.demand))
        missing = np.where(served < 1 - 1e-7, (1 - served) * problem.weight, 0.0)
    return _told(case, missing, float(missing.sum()))


def lacking(case: Case, loads: Loads, split: Flow | None, short: float) -> Explanation:
    """Say what must stay unserved where even the roomiest sites allowed don't hold all.

    Parameters
    ----------
    case : Case
        What was asked.
    loads : Loads
        Demand, capacities and rules.
    split : Flow or None
        The best that was met, some demand staying unserved.
    short : float
        Demand that must stay unserved at least.

    Returns
    -------
    Explanation
        The demand left out by what was met, and the reason.
    """
    missing = loads.weight.copy()
    if split is not None:
        np.subtract.at(missing, split.row, split.amount)
        missing = np.where(missing > 1e-7 * loads.weight, missing, 0.0)
    return _told(case, missing, short)


def _told(case: Case, missing: Floats, short: float) -> Explanation:
    """Put into words what stays unserved for want of capacity.

    Parameters
    ----------
    case : Case
        What was asked.
    missing : array of float
        Of each demand.
    short : float
        The least that must stay unserved.

    Returns
    -------
    Explanation
        The demand left out and the reason.
    """
    table = unserved(case.problem, ~case.limits.shut, missing, case.reach)
    total = float(case.problem.weight.sum())
    names = [str(name) for name in table["demand"][:5]]
    reason = Text(
        f"能力不足：至少有 {short:g}（共 {total:g}）无处接收，涉及 {len(table)} 个需求点，"
        f"如{'、'.join(names)}。请增加场址数、能力或服务半径。",
        f"Capacity falls short: {short:g} of {total:g} at least can't be served, "
        f"at {len(table)} demand(s), such as {', '.join(names)}. Raise the number of sites, "
        "their capacity, or the reach.",
    )
    return Explanation(reason, table, None)
