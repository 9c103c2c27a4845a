"""A plan held against futures: how often a site is chosen, regret, the best in the worst case.

The regret of a plan in a future is by how much the best plan of that future is better in the plan's
aim (Savage 1951, *Journal of the American Statistical Association* 46); the plan whose greatest
regret is least is found by one programme that has the options once and the flows of every future
(Kouvelis and Yu 1997, *Robust Discrete Optimization and Its Applications*; Snyder 2006, *IIE
Transactions* 38).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from gisplan.analysis.highs import PROOF
from gisplan.analysis.siting.models.result import Clock
from gisplan.analysis.siting.plans.futures import PlanFuture
from gisplan.analysis.siting.plans.known_plans import KnownPlans
from gisplan.analysis.siting.plans.network_problem import PlanProblem
from gisplan.analysis.siting.plans.plan_figures import row_of
from gisplan.analysis.siting.plans.plan_search import PlanFound, best_values
from gisplan.analysis.siting.plans.programme import PlanProgramme, build
from gisplan.analysis.siting.plans.robust_programme import PlanTogether
from gisplan.analysis.siting.plans.robust_tables import (
    PlanInWorstCase,
    RobustAnswer,
    robust_answer,
)
from gisplan.analysis.siting.plans.whole_plan import PlanAnswer
from gisplan.arrays import Bools
from gisplan.errors import DataError
from gisplan.text import Text

#: Share of a future's time in which the best plan is found; the rest is for the least money.
_MOST = 0.75
#: By what the plan of least money may be worse: the rounding of a sum.
_SAME = 1e-7


def hold_against_futures(
    problem: PlanProblem,
    plan: PlanAnswer,
    futures: Sequence[PlanFuture],
    *,
    seconds: float = 30.0,
) -> RobustAnswer:
    """Hold a plan against futures, beside the best plan of each and the best in the worst case.

    All plans keep to the rules under the figures that were declared; in a future who goes where is
    chosen anew for the plan's aim, and what is built stands, used enough or not. Where the aim is
    cost or way, the share asked for is to be served in the future too: a plan that can't do that
    fails there, and has no greatest regret.

    Parameters
    ----------
    problem : PlanProblem
        What was planned.
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
    if plan.taken is None:
        raise DataError(Text("没有方案", "there is no plan"))
    base = build(problem)
    programmes = [build(future.problem, options=future.options) for future in futures]
    taken, bounds = [plan.taken], []
    for one in programmes:
        best, bound = _best_of(base, one, plan.taken, seconds)
        taken.append(best)
        bounds.append(bound)
    known = KnownPlans.of(programmes, taken)
    there = np.isfinite(known.best)
    worst = PlanInWorstCase(None, 0.0)
    if there.any():
        some = [one for one, does in zip(programmes, there, strict=True) if does]
        worst = _best_in_worst_case(base, some, known, seconds)
    if worst.taken is not None:
        known = known.also(programmes, worst.taken)
    return robust_answer(base, futures, known, np.array(bounds), worst)


def _best_of(
    base: PlanProgramme, future: PlanProgramme, taken: Bools, seconds: float
) -> tuple[Bools, float]:
    """Find the plan that is best in a future, and of these the one of least money.

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
        The plan, or the one to begin with if none was found; and the loss below which no plan's
        is: infinite if it is proven that none serves the share asked for.
    """
    clock, both = Clock(seconds), PlanTogether(base, [future])
    loss, constant = both.loss(0)
    scale = float(np.abs(loss).max(initial=0.0)) or 1.0
    model = both.model(loss / scale)
    found = best_values(
        model, both.parts, both.begun(model, taken, seconds), Clock(seconds * _MOST)
    )
    if found.x is None:
        return taken, np.inf if found.infeasible else -np.inf
    most = float(loss @ found.x)
    spent, _ = row_of(base, "spent")
    cost = np.zeros(both.width)
    cost[: len(spent)] = spent / base.money
    row = -loss / scale, (-most - _SAME * abs(most)) / scale
    cheap = best_values(both.model(cost, row), both.parts, found.x, Clock(max(clock.left(), 0.1)))
    x = found.x if cheap.x is None else cheap.x
    return both.taken(x), found.bound * scale + constant


def _best_in_worst_case(
    base: PlanProgramme, programmes: Sequence[PlanProgramme], known: KnownPlans, seconds: float
) -> PlanInWorstCase:
    """Find the plan whose greatest regret is least.

    Parameters
    ----------
    base : PlanProgramme
        The plan's own programme, whose rules it keeps.
    programmes : Sequence[PlanProgramme]
        Of each future in which any plan known serves what is asked for.
    known : KnownPlans
        Plans known, of which the best begins.
    seconds : float
        Time limit.

    Returns
    -------
    PlanInWorstCase
        The plan, and a regret below which no plan's is.
    """
    every = PlanTogether(base, programmes)
    best = known.best[np.isfinite(known.best)]
    unit = float(np.abs(best).max(initial=0.0)) or 1.0
    cost = np.zeros(every.width)
    cost[-1] = 1.0
    rows = []
    for k, least in enumerate(best):
        loss, constant = every.loss(k)
        row = -loss / unit
        row[-1] = 1.0
        rows.append((row, (constant - float(least)) / unit - 1e-9))
    model = every.model(cost, *rows)
    first, start = known.least_bad(), None
    if known.failed[first] == 0:
        start = every.begun(model, known.taken[first], seconds)
    found = PlanFound(start, 0.0)
    if start is None or float(cost @ start) > PROOF:
        found = best_values(model, every.parts, start, Clock(seconds))
    if found.infeasible:
        return PlanInWorstCase(None, np.inf)
    if found.x is None:
        return PlanInWorstCase(known.taken[first] if known.failed[first] == 0 else None, 0.0)
    return PlanInWorstCase(every.taken(found.x), max(found.bound, 0.0) * unit)
