"""Median models: least total travel with p sites, or least total cost of sites and travel."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy.sparse import csr_array

from gisplan.analysis import highs
from gisplan.analysis.siting.models import median_exact as exact
from gisplan.analysis.siting.models.covering import need_limit
from gisplan.analysis.siting.models.covering_programme import bounds, cover_all, explain, side
from gisplan.analysis.siting.models.problem import Problem, Rules, check_reach, check_seconds, terms
from gisplan.analysis.siting.models.result import (
    Case,
    Clock,
    Explanation,
    SitingAnswer,
    Solution,
    infeasible,
    nothing,
    solution,
    unserved,
)
from gisplan.analysis.siting.models.swaps import Ground
from gisplan.arrays import Floats, Ints
from gisplan.errors import OptionError
from gisplan.text import Text

#: Demand times sites that the median models without capacities hold in memory at most.
LARGEST = 60_000_000


def p_median(
    problem: Problem, rules: Rules, *, reach: float | None = None, seconds: float = 300.0
) -> Solution:
    """Choose p sites so that the weighted cost of serving all demand is least.

    ``min sum_ij w_i c_ij x_ij``, each demand served by one open site (Hakimi 1964, *Operations
    Research* 12). Solved by interchange, Lagrangian bounds and cuts of the radius formulation;
    see the module ``exact``. Bound and gap are those of the full problem.

    Parameters
    ----------
    problem : Problem
        Demand, sites and the costs between them.
    rules : Rules
        Needs ``p`` or ``budget``. Fewer than p sites are open only where more can't help.
    reach : float, optional
        No demand may be served from farther.
    seconds : float
        Time limit.

    Returns
    -------
    Solution
        The objective is in weight times cost (person-metres, tonne-minutes).

    Raises
    ------
    OptionError, DataError
        Rules or options can't be, or the problem is too large to hold in memory.

    Examples
    --------
    >>> import pandas as pd
    >>> from gisplan.analysis.siting.models import Problem, Rules, p_median
    >>> demand = pd.DataFrame({"id": ["a", "b", "c"], "weight": [500, 300, 200]})
    >>> sites = pd.DataFrame({"id": ["S", "T"]})
    >>> km = pd.DataFrame(
    ...     [[5, 40], [30, 12], [60, 8]], index=["a", "b", "c"], columns=["S", "T"]
    ... )
    >>> answer = p_median(Problem.from_matrix(demand, sites, km), Rules(p=1))
    >>> answer.chosen, answer.objective, answer.status
    (('S',), 23500.0, 'optimal')
    >>> answer.assignment
      demand site  cost  amount
    0      a    S   5.0   500.0
    1      b    S  30.0   300.0
    2      c    S  60.0   200.0
    """
    check_reach(reach)
    check_seconds(seconds)
    limits, clock = terms(problem, rules), Clock(seconds)
    need_limit(limits)
    case = Case("p_median", problem, limits, reach, clock)
    return _uncapacitated(case, _Money(np.zeros(len(problem.sites)), 1.0))


def fixed_charge(
    problem: Problem,
    rules: Rules | None = None,
    *,
    rate: float = 1.0,
    capacitated: bool = False,
    seconds: float = 300.0,
) -> Solution:
    """Choose sites so that their charges and the cost of travel are least together.

    ``min sum_j f_j y_j + rate * sum_ij w_i c_ij x_ij`` (Balinski 1965, *Management Science* 12;
    Daskin 2013, ch. 7), f being the sites' ``cost``.

    Parameters
    ----------
    problem : Problem
        Demand, sites and the costs between them.
    rules : Rules, optional
        Limits on the number, cost or spacing of sites; none if left out.
    rate : float
        Money per unit of weight and unit of cost, such as yuan per tonne-kilometre.
    capacitated : bool
        No site serves more than its ``capacity``; demand may then be split among sites.
    seconds : float
        Time limit.

    Returns
    -------
    Solution
        The objective is in the unit of the sites' ``cost``.

    Raises
    ------
    OptionError, DataError
        Rules or options can't be.

    Examples
    --------
    >>> import pandas as pd
    >>> from gisplan.analysis.siting.models import Problem, fixed_charge
    >>> demand = pd.DataFrame({"id": ["a", "b"], "weight": [500, 300]})
    >>> sites = pd.DataFrame({"id": ["S", "T"], "cost": [2000.0, 6000.0]})
    >>> km = pd.DataFrame([[5, 40], [30, 12]], index=["a", "b"], columns=["S", "T"])
    >>> answer = fixed_charge(Problem.from_matrix(demand, sites, km), rate=1.0)
    >>> answer.chosen, answer.objective
    (('S',), 13500.0)
    """
    check_seconds(seconds)
    if not (np.isfinite(rate) and rate > 0):
        raise OptionError(
            Text(f"运价 rate 应大于零，现为 {rate}。", f"The rate must be above 0, not {rate}.")
        )
    limits, clock = terms(problem, rules), Clock(seconds)
    case, money = Case("fixed_charge", problem, limits, None, clock), _Money(problem.price, rate)
    if capacitated:
        return _capacitated(case, _Flow(case, money, whole=False))
    return _uncapacitated(case, money)


def capacitated_p_median(
    problem: Problem,
    rules: Rules,
    *,
    reach: float | None = None,
    whole: bool = False,
    seconds: float = 300.0,
) -> Solution:
    """Choose p sites of limited capacity so that the weighted cost of serving all is least.

    ``min sum_ij w_i c_ij x_ij`` with ``sum_i w_i x_ij <= q_j y_j`` and ``x_ij <= y_j``, as one
    mixed-integer programme (Daskin 2013, ch. 6; Ceselli and Righini 2005, *Networks* 45).

    Parameters
    ----------
    problem : Problem
        As for :func:`p_median`.
    rules : Rules
        As for :func:`p_median`.
    reach : float, optional
        As for :func:`p_median`.
    whole : bool
        Each demand is served by one site only; else it may be split.
    seconds : float, optional
        As for :func:`p_median`.

    Returns
    -------
    Solution
        If infeasible for want of capacity, ``unserved`` holds the least that must stay out.

    Raises
    ------
    OptionError, DataError
        Rules or options can't be.

    Examples
    --------
    >>> import pandas as pd
    >>> from gisplan.analysis.siting.models import Problem, Rules, capacitated_p_median
    >>> demand = pd.DataFrame({"id": ["a", "b"], "weight": [500, 300]})
    >>> sites = pd.DataFrame({"id": ["S", "T"], "capacity": [600.0, 400.0]})
    >>> km = pd.DataFrame([[5, 40], [10, 12]], index=["a", "b"], columns=["S", "T"])
    >>> answer = capacitated_p_median(Problem.from_matrix(demand, sites, km), Rules(p=2))
    >>> answer.assignment
      demand site  cost  amount
    0      a    S   5.0   500.0
    1      b    S  10.0   100.0
    2      b    T  12.0   200.0
    """
    check_reach(reach)
    check_seconds(seconds)
    limits, clock = terms(problem, rules), Clock(seconds)
    need_limit(limits)
    case = Case("capacitated_p_median", problem, limits, reach, clock)
    money = _Money(np.zeros(len(problem.sites)), 1.0)
    return _capacitated(case, _Flow(case, money, whole=whole))


@dataclass(frozen=True, slots=True, eq=False)
class _Money:
    """Charge of each site, and rate per unit of weight and cost."""

    charge: Floats
    rate: float


def _uncapacitated(case: Case, money: _Money) -> Solution:
    problem, limits, reach, clock = case.problem, case.limits, case.reach, case.clock
    n, allowed = len(problem.demand), np.flatnonzero(~limits.shut)
    if n * len(allowed) > LARGEST:
        raise OptionError(
            Text(
                f"{n} 个需求点乘 {len(allowed)} 处场址超出上限 {LARGEST}；"
                "请合并需求点或减少候选场址。",
                f"{n} demands times {len(allowed)} sites is above the limit of {LARGEST}; "
                "merge demand or drop candidates.",
            )
        )
    cover = problem.cover(reach, limits.shut)
    first = None
    if cover.nnz < n * len(allowed) or np.isfinite(limits.budget):
        # Some pairs are missing, or money is: a choice that serves all must be found first.
        outcome = cover_all(
            problem, limits, np.zeros(len(problem.sites)), reach=reach, seconds=clock.left()
        )
        if outcome.status == "infeasible":
            return infeasible(case, explain(case))
        if outcome.status == "unknown":
            return nothing(case)
        place = np.full(len(problem.sites), -1)
        place[allowed] = np.arange(len(allowed))
        first = place[np.flatnonzero(outcome.x > 0.5)]
    answer = exact.solve(_ground(case, money), first, clock)
    if not np.isfinite(answer.value):
        return nothing(case, bound=answer.bound)
    opened = np.zeros(len(problem.sites), dtype=bool)
    opened[allowed[answer.chosen]] = True
    found = SitingAnswer(
        opened=opened, objective=answer.value, bound=answer.bound, exact=answer.proven
    )
    return solution(case, found)


def _ground(case: Case, money: _Money) -> Ground:
    """Lay the pairs out as a full matrix of the sites that may be open.

    Parameters
    ----------
    case : Case
        What was asked.
    money : _Money
        Charges of the sites, and the rate of cost.

    Returns
    -------
    Ground
        Costs of the sites that are not shut, times weight and rate; and the rules on them.
    """
    problem, limits = case.problem, case.limits
    n, m = len(problem.demand), len(problem.sites)
    cost = np.full((n, m), np.inf)
    pairs = problem.within(case.reach, ~limits.shut)
    row = pairs.row
    cost[row, pairs.site] = pairs.cost * (problem.weight[row] * money.rate)
    allowed = np.flatnonzero(~limits.shut)
    cost, charge = cost[:, allowed], money.charge[allowed]
    real = np.isfinite(cost)
    missing = 10.0 * float(np.where(real, cost, 0.0).max(axis=1).sum() + charge.sum() + 1.0)
    cost[~real] = missing
    conflict = None
    if len(limits.pairs):
        conflict = np.zeros((m, m), dtype=bool)
        conflict[limits.pairs[:, 0], limits.pairs[:, 1]] = True
        conflict = (conflict | conflict.T)[np.ix_(allowed, allowed)]
    return Ground(
        cost=np.ascontiguousarray(cost),
        charge=charge,
        most=len(allowed) if limits.most is None else limits.most,
        fixed=limits.opened[allowed],
        price=problem.price[allowed],
        budget=limits.budget,
        conflict=conflict,
        missing=missing,
    )


class _Flow:
    """Programme of flows and sites: columns are the sites, then the pairs within reach.

    Parameters
    ----------
    case : Case
        What was asked.
    money : _Money
        Charges of the sites, and the rate of cost.
    whole : bool
        Whether each demand is served by one site only.
    """

    def __init__(self, case: Case, money: _Money, *, whole: bool) -> None:
        self.case = case
        self.money = money
        self.whole = whole
        pairs = case.problem.within(case.reach, ~case.limits.shut)
        self.row: Ints = pairs.row
        self.site: Ints = pairs.site.astype(np.int64)
        self.cost: Floats = pairs.cost

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
        problem, limits = self.case.problem, self.case.limits
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


def _capacitated(case: Case, flow: _Flow) -> Solution:
    problem, row, site = case.problem, flow.row, flow.site
    if len(np.unique(row)) < len(problem.demand):
        return infeasible(case, explain(case))
    outcome = highs.solve(flow.programme(most=False), seconds=case.clock.left())
    if outcome.status == "infeasible":
        return infeasible(case, _overfull(flow))
    if outcome.status == "unknown":
        return nothing(case, bound=outcome.bound)
    m = len(problem.sites)
    opened = outcome.x[:m] > 0.5
    share = _shares(np.where(opened[site], outcome.x[m:], 0.0), row, len(problem.demand))
    used = np.flatnonzero(share > 0)
    cost, amount = flow.cost[used], share[used] * problem.weight[row[used]]
    table = pd.DataFrame(
        {
            "demand": problem.demand[row[used]],
            "site": problem.sites[site[used]],
            "cost": cost,
            "amount": amount,
        }
    )
    money = flow.money
    objective = float(money.charge[opened].sum() + money.rate * (amount * cost).sum())
    found = SitingAnswer(
        opened=opened,
        objective=objective,
        bound=min(outcome.bound, objective),
        exact=outcome.status == "optimal",
    )
    return solution(case, found, assignment=table)


def _shares(share: Floats, row: Ints, count: int) -> Floats:
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


def _overfull(flow: _Flow) -> Explanation:
    """Say how much must stay unserved for want of capacity, or of sites within reach.

    Parameters
    ----------
    flow : _Flow
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
    table = unserved(problem, ~case.limits.shut, missing, case.reach)
    short, total = float(missing.sum()), float(problem.weight.sum())
    names = [str(name) for name in table["demand"][:5]]
    reason = Text(
        f"能力不足：至少有 {short:g}（共 {total:g}）无处接收，涉及 {len(table)} 个需求点，"
        f"如{'、'.join(names)}。请增加场址数、能力或服务半径。",
        f"Capacity falls short: {short:g} of {total:g} at least can't be served, "
        f"at {len(table)} demand(s), such as {', '.join(names)}. Raise the number of sites, "
        "their capacity, or the reach.",
    )
    return Explanation(reason, table, None)
