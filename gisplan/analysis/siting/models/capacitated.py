"""Median and fixed-charge models whose sites have limited capacity.

1. The sites of the median without capacities give an answer; each set of sites is a
   transportation problem (``capacitated_flow``).
2. Lagrangian prices give a bound and other answers, and shut sites (``capacitated_bound``).
3. Swaps led by prices better the best answer (``capacitated_search``), then parts of it chosen
   anew (``capacitated_parts``).
4. On what is left HiGHS goes on from the answer, where that is not too large for it.

Every bound is one of the full problem: no pair of demand and site is left out.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd

from gisplan.analysis import highs
from gisplan.analysis.siting.models.capacitated_bound import CapacityBound
from gisplan.analysis.siting.models.capacitated_flow import Flow, Loads
from gisplan.analysis.siting.models.capacitated_parts import PartSearch
from gisplan.analysis.siting.models.capacitated_programme import (
    FlowProgramme,
    Money,
    lacking,
    overfull,
    shares,
)
from gisplan.analysis.siting.models.capacitated_search import CapacitatedSearch
from gisplan.analysis.siting.models.covering import need_limit
from gisplan.analysis.siting.models.covering_reach import explain
from gisplan.analysis.siting.models.problem import Problem, Rules, check_reach, check_seconds, terms
from gisplan.analysis.siting.models.result import (
    Case,
    Clock,
    SitingAnswer,
    Solution,
    infeasible,
    nothing,
    proven,
    solution,
)
from gisplan.analysis.siting.models.site_rules import site_rules
from gisplan.arrays import Bools, Floats, Ints

#: Of the time left, what the bound, and the search after it, may take each.
_BOUND, _SEARCH = 0.4, 0.4
#: Pairs above which HiGHS would not come to its first relaxation, and below which it is at once.
_PROGRAMME, _SMALL = 400_000, 2_000
_VAIN = 40
#: Sites that the bound chose at least so often, of late, are an answer to begin with.
_SHARES = (0.6, 0.5, 0.45, 0.4, 0.35, 0.3, 0.2, 0.0)


def capacitated_p_median(
    problem: Problem,
    rules: Rules,
    *,
    reach: float | None = None,
    whole: bool = False,
    seconds: float = 300.0,
) -> Solution:
    """Choose p sites of limited capacity so that the weighted cost of serving all is least.

    ``min sum_ij w_i c_ij x_ij`` with ``sum_i w_i x_ij <= q_j y_j`` and ``x_ij <= y_j``, with
    an answer and a bound before HiGHS (Daskin 2013, ch. 6; Ceselli and Righini 2005, *Networks*
    45).

    Parameters
    ----------
    problem : Problem
        As for :func:`~gisplan.analysis.siting.models.p_median`.
    rules : Rules
        As for :func:`~gisplan.analysis.siting.models.p_median`.
    reach : float, optional
        As for :func:`~gisplan.analysis.siting.models.p_median`.
    whole : bool
        Each demand is served by one site only; else it may be split.
    seconds : float, optional
        As for :func:`~gisplan.analysis.siting.models.p_median`.

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
    return solve_capacitated(case, Money(np.zeros(len(problem.sites)), 1.0), whole=whole)


def solve_capacitated(case: Case, money: Money, *, whole: bool) -> Solution:
    """Solve a model with capacities as far as the time allows.

    Parameters
    ----------
    case : Case
        What was asked.
    money : Money
        Charges of the sites, and the rate of cost.
    whole : bool
        Whether each demand is served by one site only.

    Returns
    -------
    Solution
        The answer; its bound is one of the full problem.
    """
    problem, limits, clock = case.problem, case.limits, case.clock
    flow = FlowProgramme(case, limits, money, whole=whole)
    if len(np.unique(flow.row)) < len(problem.demand):
        return infeasible(case, explain(case))
    loads, allowed = _loads(case, money, flow)
    until = [0.0]
    search = CapacitatedSearch(loads, whole=whole, done=lambda: clock.left() <= until[0])
    search.begin()
    bound = 0.0
    if len(flow.row) > _SMALL and search.split is not None:
        until[0] = clock.left() * (1 - _BOUND)
        prices = CapacityBound(loads, _between(loads, search.split))
        prices.rise(lambda: search.value, lambda sites: _offer(search, sites), search.done)
        bound = min(prices.value, search.value)
        # what HiGHS is not asked for has all the time that is left
        large = bool(len(flow.row) * np.mean(~prices.closed) > _PROGRAMME)
        until[0] = 0.0 if large else clock.left() * (1 - _SEARCH)
        if not _met(search, bound):
            likely = np.argsort(-prices.share, kind="stable")
            # Where sites are charged for, how many to open is a question of its own.
            for least in _SHARES if loads.charge.any() else (0.0,):
                _offer(search, likely[prices.share[likely] >= least])
            search.improve(search.split)
            prices.settle(search.value)
            if prices.open_beside(search.best):
                parts = PartSearch(search, prices, lambda: clock.left() - until[0])
                parts.run(grow=large)
                search.stir(prices.often, vain=_VAIN)
                prices.settle(search.value)
        shut = limits.shut.copy()
        shut[allowed[prices.closed]] = True
        if search.best is not None:
            chosen = search.best.chosen
            shut[allowed[chosen]] = False
            opened = limits.opened.copy()
            opened[allowed[chosen[prices.kept[chosen]]]] = True
            settled = replace(limits, shut=shut, opened=opened)
            flow = FlowProgramme(case, settled, money, whole=whole)
    if search.best is None and len(flow.row) > _PROGRAMME and _short(loads) > 0:
        return infeasible(case, lacking(case, loads, search.split, _short(loads)))
    if _met(search, bound) or len(flow.row) > _PROGRAMME:
        return _told(case, money, (search, allowed), bound)
    return _closed(case, flow, (search, allowed), bound)


def _short(loads: Loads) -> float:
    """Give the demand that as many sites as may be open can't hold, however roomy they are.

    Parameters
    ----------
    loads : Loads
        Demand, capacities and rules.

    Returns
    -------
    float
        0 if they hold all.
    """
    rest = np.sort(loads.room[~loads.fixed])[::-1][: loads.most - int(loads.fixed.sum())]
    short = loads.total - float(loads.room[loads.fixed].sum() + rest.sum())
    return short if short > 1e-9 * loads.total else 0.0


def _closed(
    case: Case,
    flow: FlowProgramme,
    laid: tuple[CapacitatedSearch, Ints],
    bound: float,
) -> Solution:
    """Let HiGHS go on from the answer of the search.

    Parameters
    ----------
    case : Case
        What was asked.
    flow : FlowProgramme
        Its programme, without the sites that no better answer opens.
    laid : tuple of CapacitatedSearch and array of int
        The search, with its answer if it has one; and the position in the problem of its sites.
    bound : float
        Cost that no answer is below.

    Returns
    -------
    Solution
        The better answer, with the better bound.
    """
    money, (search, allowed) = flow.money, laid
    start = None
    if search.best is not None:
        start = flow.values(allowed[search.best.site], search.best, allowed[search.best.chosen])
    outcome = highs.solve(
        flow.programme(most=False), seconds=max(case.clock.left(), 0.0), start=start
    )
    bound = max(bound, outcome.bound) if outcome.status != "infeasible" else bound
    if outcome.status == "infeasible" and search.best is None:
        return infeasible(case, overfull(flow))
    if outcome.status in ("infeasible", "unknown"):
        return _told(case, money, (search, allowed), bound)
    m = len(case.problem.sites)
    opened = outcome.x[:m] > 0.5
    share = shares(
        np.where(opened[flow.site], outcome.x[m:], 0.0), flow.row, len(case.problem.demand)
    )
    used = np.flatnonzero(share > 0)
    row, site = flow.row[used], flow.site[used]
    cost, amount = flow.cost[used], share[used] * case.problem.weight[row]
    objective = float(money.charge[opened].sum() + money.rate * (amount * cost).sum())
    if outcome.status != "optimal" and search.value < objective:
        return _told(case, money, (search, allowed), bound)
    found = SitingAnswer(
        opened=opened,
        objective=objective,
        bound=min(bound, objective),
        exact=outcome.status == "optimal",
    )
    return solution(case, found, assignment=_table(case, row, site, cost, amount))


def _told(
    case: Case,
    money: Money,
    laid: tuple[CapacitatedSearch, Ints],
    bound: float,
) -> Solution:
    """Put the answer of the search together.

    Parameters
    ----------
    case : Case
        What was asked.
    money : Money
        Charges of the sites, and the rate of cost.
    laid : tuple of CapacitatedSearch and array of int
        The search, with its answer if it has one; and the position in the problem of its sites.
    bound : float
        Cost that no answer is below.

    Returns
    -------
    Solution
        The answer, or that there is none yet.
    """
    search, allowed = laid
    best, loads = search.best, search.loads
    if best is None:
        return nothing(case, bound=bound)
    opened = np.zeros(len(case.problem.sites), dtype=bool)
    opened[allowed[best.chosen]] = True
    order = np.lexsort((best.site, best.row))
    row, site, amount = best.row[order], best.site[order], best.amount[order]
    # The solver's rounding: each demand is served in full, and no more.
    amount = shares(amount / loads.weight[row], row, len(loads.weight)) * loads.weight[row]
    cost = loads.cost[row, site] / money.rate
    objective = float(money.charge[opened].sum() + money.rate * (amount * cost).sum())
    found = SitingAnswer(
        opened=opened, objective=objective, bound=min(bound, objective), exact=False
    )
    return solution(case, found, assignment=_table(case, row, allowed[site], cost, amount))


def _table(case: Case, row: Ints, site: Ints, cost: Floats, amount: Floats) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "demand": case.problem.demand[row],
            "site": case.problem.sites[site],
            "cost": cost,
            "amount": amount,
        }
    )


def _met(search: CapacitatedSearch, bound: float) -> bool:
    if search.best is None:
        return False
    opened: Bools = np.zeros(1, dtype=bool)
    value = search.value
    found = SitingAnswer(opened=opened, objective=value, bound=min(bound, value), exact=False)
    return proven(found) == "optimal"


def _offer(search: CapacitatedSearch, sites: Ints) -> None:
    """Serve all from sites that the bound chose, as far as the rules allow them.

    Parameters
    ----------
    search : CapacitatedSearch
        The search.
    sites : array of int
        Positions of the sites.
    """
    rules = search.loads
    chosen = np.flatnonzero(rules.fixed)
    for site in sites:
        if rules.addable(chosen)[site]:
            chosen = np.append(chosen, site)
    # Beside an answer that serves all, sites that can't hold all are not worth a long programme.
    if search.best is None or rules.room[chosen].sum() >= rules.total:
        search.meet(chosen)


def _between(loads: Loads, flow: Flow) -> Floats:
    """Give prices between the nearest and the second nearest open site, or those of a full flow.

    Parameters
    ----------
    loads : Loads
        Costs, demand, capacities and rules.
    flow : Flow
        What goes where.

    Returns
    -------
    array of float
        Price of a unit of each demand.
    """
    near = np.sort(loads.cost[:, flow.chosen], axis=1)
    second = near[:, min(1, near.shape[1] - 1)]
    price = np.where(second < loads.missing, (near[:, 0] + second) / 2, near[:, 0])
    return np.maximum(np.minimum(flow.price, second), np.minimum(price, loads.missing))


def _loads(case: Case, money: Money, flow: FlowProgramme) -> tuple[Loads, Ints]:
    """Lay the pairs out as a full matrix of the sites that may be open.

    Parameters
    ----------
    case : Case
        What was asked.
    money : Money
        Charges of the sites, and the rate of cost.
    flow : FlowProgramme
        With the pairs within reach.

    Returns
    -------
    tuple[Loads, Ints]
        Costs, demand, capacities and rules; and the position of each site in the problem.
    """
    problem = case.problem
    rules, allowed = site_rules(problem, case.limits)
    cost = np.full((len(problem.demand), len(problem.sites)), np.inf)
    cost[flow.row, flow.site] = money.rate * flow.cost
    cost = np.ascontiguousarray(cost[:, allowed])
    charge = money.charge[allowed]
    real = np.isfinite(cost)
    total = float(problem.weight.sum())
    missing = 10.0 * float(cost[real].max(initial=0.0) + charge.sum() / total) + 1e-6
    cost[~real] = missing
    loads = Loads(
        cost=cost,
        weight=problem.weight,
        room=np.minimum(problem.capacity[allowed], total),
        charge=charge,
        missing=missing,
        most=rules.most,
        fixed=rules.fixed,
        price=rules.price,
        budget=rules.budget,
        conflict=rules.conflict,
    )
    return loads, allowed
