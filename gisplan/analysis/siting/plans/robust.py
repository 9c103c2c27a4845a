"""A plan held against futures: how often a site is chosen, regret, the best in the worst case.

The regret of a plan in a future is what the best plan of that future would serve more (Savage
1951, *Journal of the American Statistical Association* 46); the plan whose greatest regret is least
is found by one programme that has the options once and the flows of every future (Kouvelis and Yu
1997, *Robust Discrete Optimization and Its Applications*; Snyder 2006, *IIE Transactions* 38).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from gisplan.analysis.highs import PROOF
from gisplan.analysis.siting.models.result import Clock
from gisplan.analysis.siting.plans.futures import PlanFuture
from gisplan.analysis.siting.plans.network_problem import PlanProblem
from gisplan.analysis.siting.plans.plan_figures import row_of
from gisplan.analysis.siting.plans.plan_search import PlanFound, best_values
from gisplan.analysis.siting.plans.programme import PlanProgramme, build
from gisplan.analysis.siting.plans.robust_programme import KnownPlans, PlanTogether
from gisplan.analysis.siting.plans.robust_tables import RobustAnswer, robust_answer
from gisplan.analysis.siting.plans.whole_plan import PlanAnswer
from gisplan.arrays import Bools
from gisplan.errors import DataError, OptionError
from gisplan.text import Text

#: Share of a future's time in which the most served is found; the rest is for the least money.
_MOST = 0.75


def require_coverage(problem: PlanProblem) -> None:
    """Refuse to hold plans of another aim than coverage against futures.

    Parameters
    ----------
    problem : PlanProblem
        What is planned.

    Raises
    ------
    OptionError
        If the aim is another.
    """
    if problem.terms.aim != "coverage":
        raise OptionError(
            Text(
                "robust 只用于目标 coverage（处理量最大）",
                "robust is for the aim coverage (most demand served) alone",
            )
        )


def hold_against_futures(
    problem: PlanProblem,
    plan: PlanAnswer,
    futures: Sequence[PlanFuture],
    *,
    seconds: float = 30.0,
) -> RobustAnswer:
    """Hold a plan against futures, beside the best plan of each and the best in the worst case.

    All plans keep to the rules under the figures that were declared; in a future who goes where is
    chosen anew, and what is built stands, used enough or not.

    Parameters
    ----------
    problem : PlanProblem
        What was planned, for coverage.
    plan : PlanAnswer
        Its plan.
    futures : sequence of PlanFuture
        As :func:`gisplan.analysis.siting.plans.draw_futures` gives them.
    seconds : float
        Time limit of each future, and of the plan that is best in the worst case.

    Returns
    -------
    RobustAnswer
        Regrets, and how often sites are chosen.

    Raises
    ------
    OptionError
        If the plan's aim is not coverage.
    DataError
        If there is no plan.

    Examples
    --------
    >>> import pandas as pd
    >>> from gisplan.analysis.siting.plans import (
    ...     Phase, PlanProblem, PlanRanges, PlanTerms, PlanTier, Size, draw_futures, make_plan
    ... )
    >>> from gisplan.analysis.siting.plans import hold_against_futures
    >>> demand = pd.DataFrame({"id": ["a", "b"], "weight": [60.0, 50.0], "region": ["A", "B"]})
    >>> sites = pd.DataFrame({"id": ["S", "T"], "tier": "plant", "stands": False})
    >>> sites["capacity"] = None
    >>> legs = pd.DataFrame(
    ...     {"from": ["a", "b"], "to": ["S", "T"], "km": [4.0, 9.0], "of": "demand"}
    ... )
    >>> menu = (Size(name="plant", capacity=100, cost=10),)
    >>> terms = PlanTerms(
    ...     tiers=(PlanTier(name="plant", sizes=menu),), phases=(Phase(year=2030, budget=10),)
    ... )
    >>> problem = PlanProblem.from_tables(demand, sites, legs, terms)
    >>> futures = draw_futures(problem, PlanRanges(draws=8, local=(0.5, 1.5)))
    >>> told = hold_against_futures(problem, make_plan(problem), futures)
    >>> told.sites[["site", "chosen", "planned"]]
      site  chosen  planned
    0    S       5     True
    1    T       3    False
    """
    require_coverage(problem)
    if plan.taken is None:
        raise DataError(Text("没有方案", "there is no plan"))
    base = build(problem)
    programmes = [build(future.problem, options=future.options) for future in futures]
    taken, bounds = [plan.taken], []
    for one in programmes:
        best, bound = _best_of(base, one, plan.taken, seconds)
        taken.append(best)
        bounds.append(bound)
    known = KnownPlans.of(base, programmes, taken)
    worst, bound = _best_in_worst_case(base, programmes, known, seconds)
    known = known.also(base, programmes, worst)
    return robust_answer(base, futures, known, np.array(bounds), bound)


def _best_of(
    base: PlanProgramme, future: PlanProgramme, taken: Bools, seconds: float
) -> tuple[Bools, float]:
    """Find the plan that serves most in a future, and of these the one of least money.

    Parameters
    ----------
    base : PlanProgramme
        The plan's own programme, whose rules it keeps.
    future : PlanProgramme
        Of the future.
    taken : Bools
        A plan to begin with.
    seconds : float
        Time limit.

    Returns
    -------
    tuple[Bools, float]
        The plan, and what no plan serves more than.
    """
    clock, both = Clock(seconds), PlanTogether(base, [future])
    served = both.served(0)
    scale = float(np.abs(served).max(initial=0.0)) or 1.0
    model = both.model(-served / scale)
    found = best_values(
        model, both.parts, both.begun(model, taken, seconds), Clock(seconds * _MOST)
    )
    if found.x is None:
        return taken, np.inf
    most = float(served @ found.x)
    spent, _ = row_of(base, "spent")
    cost = np.zeros(both.width)
    cost[: len(spent)] = spent / base.money
    row = served / scale, most / scale * (1 - 1e-7)
    cheap = best_values(both.model(cost, row), both.parts, found.x, Clock(max(clock.left(), 0.1)))
    return both.taken(found.x if cheap.x is None else cheap.x), -found.bound * scale


def _best_in_worst_case(
    base: PlanProgramme, programmes: Sequence[PlanProgramme], known: KnownPlans, seconds: float
) -> tuple[Bools, float]:
    """Find the plan whose greatest regret is least.

    Parameters
    ----------
    base : PlanProgramme
        The plan's own programme, whose rules it keeps.
    programmes : Sequence[PlanProgramme]
        Of each future.
    known : KnownPlans
        Plans known, of which the best begins.
    seconds : float
        Time limit.

    Returns
    -------
    tuple[Bools, float]
        The plan, and a regret below which no plan's is.
    """
    every, best = PlanTogether(base, programmes), known.served.max(axis=0)
    unit = float(best.max(initial=0.0)) or 1.0
    cost = np.zeros(every.width)
    cost[-1] = 1.0
    rows = []
    for k, most in enumerate(best):
        row = every.served(k) / unit
        row[-1] = 1.0
        rows.append((row, float(most) / unit - 1e-9))
    model = every.model(cost, *rows)
    begin = known.taken[int(known.regret.max(axis=1).argmin())]
    start = every.begun(model, begin, seconds)
    found = PlanFound(start, 0.0)
    if start is None or float(cost @ start) > PROOF:
        found = best_values(model, every.parts, start, Clock(seconds))
    if found.x is None:
        return begin, 0.0
    return every.taken(found.x), max(found.bound, 0.0) * unit
