"""Median models: least total travel with p sites, or least total cost of sites and travel."""

from __future__ import annotations

import numpy as np

from gisplan.analysis.siting.models import median_exact as exact
from gisplan.analysis.siting.models.capacitated import solve_capacitated
from gisplan.analysis.siting.models.capacitated_programme import Money
from gisplan.analysis.siting.models.covering import need_limit
from gisplan.analysis.siting.models.covering_reach import explain
from gisplan.analysis.siting.models.covering_whole import cover_all
from gisplan.analysis.siting.models.problem import Problem, Rules, check_reach, check_seconds, terms
from gisplan.analysis.siting.models.result import (
    Case,
    Clock,
    SitingAnswer,
    Solution,
    infeasible,
    nothing,
    solution,
)
from gisplan.analysis.siting.models.site_rules import site_rules
from gisplan.analysis.siting.models.swaps import Ground
from gisplan.analysis.siting.models.ties import TieAim, settle_ties
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
    return _uncapacitated(case, Money(np.zeros(len(problem.sites)), 1.0))


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
    case, money = Case("fixed_charge", problem, limits, None, clock), Money(problem.price, rate)
    if capacitated:
        return solve_capacitated(case, money, whole=False)
    return _uncapacitated(case, money)


def _uncapacitated(case: Case, money: Money) -> Solution:
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
        if outcome.status != "unknown":
            place = np.full(len(problem.sites), -1)
            place[allowed] = np.arange(len(allowed))
            first = place[np.flatnonzero(outcome.x > 0.5)]
    ground = _ground(case, money)
    answer = exact.solve(ground, first, clock)
    if not np.isfinite(answer.value):
        return nothing(case, bound=answer.bound)
    opened = np.zeros(len(problem.sites), dtype=bool)
    opened[allowed[answer.chosen]] = True
    aim = TieAim(
        reach=reach,
        serve_all=True,
        value=lambda sites: ground.value(np.flatnonzero(sites[allowed])),
        site=money.charge,
        served=np.zeros(n),
        way=money.rate * problem.weight,
    )
    opened, ties = settle_ties(problem, limits, opened, aim, clock)
    found = SitingAnswer(
        opened=opened, objective=answer.value, bound=answer.bound, exact=answer.proven
    )
    return solution(case, found, ties=ties)


def _ground(case: Case, money: Money) -> Ground:
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
    cost = np.full((len(problem.demand), len(problem.sites)), np.inf)
    pairs = problem.within(case.reach, ~limits.shut)
    row = pairs.row
    cost[row, pairs.site] = pairs.cost * (problem.weight[row] * money.rate)
    allowed = np.flatnonzero(~limits.shut)
    cost, charge = cost[:, allowed], money.charge[allowed]
    real = np.isfinite(cost)
    missing = 10.0 * float(np.where(real, cost, 0.0).max(axis=1).sum() + charge.sum() + 1.0)
    cost[~real] = missing
    rules, _ = site_rules(problem, limits)
    return Ground(
        cost=np.ascontiguousarray(cost),
        charge=charge,
        missing=missing,
        most=rules.most,
        fixed=rules.fixed,
        price=rules.price,
        budget=rules.budget,
        conflict=rules.conflict,
    )
