"""The best of each year alone, which shows what planning for several years together costs."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

from gisplan.analysis.siting.plans.menu import Phase
from gisplan.analysis.siting.plans.network_problem import PlanProblem
from gisplan.analysis.siting.plans.plan_figures import AIM_FIGURES
from gisplan.analysis.siting.plans.whole_plan import PlanAnswer, make_plan

#: Less than this part of a figure is rounding.
_SAME = 1e-6


def with_phases(problem: PlanProblem, phases: Sequence[Phase]) -> PlanProblem:
    """Give a problem with other budgets or weights.

    Parameters
    ----------
    problem : PlanProblem
        What is planned.
    phases : sequence of Phase
        As many as its own.

    Returns
    -------
    PlanProblem
        The same demand, sites and legs.
    """
    return replace(problem, terms=replace(problem.terms, phases=tuple(phases)))


def best_of_each_year(
    problem: PlanProblem, plan: PlanAnswer, *, seconds: float = 60.0
) -> pd.DataFrame:
    """Hold a plan against the best there could be in each year, if that year alone counted.

    Best is what the plan's aim says: most served, least cost, least demand times way, or the
    greatest least share. The same budgets and rules hold in all years, and nothing is undone. By
    what the plan is worse in a year, it pays there for the others.

    Parameters
    ----------
    problem : PlanProblem
        What was planned.
    plan : PlanAnswer
        Its plan.
    seconds : float
        Time limit of each year.

    Returns
    -------
    pandas.DataFrame
        ``year``; the figure of the plan under its own name (``served``, ``cost``, ``way`` or
        ``least_share``); ``best`` (in that year alone), ``lost`` (by how much the plan is worse, 0
        or more), ``bound`` (no plan is better in that year), ``status``. Empty figures where the
        plan has none: no life is declared for the cost, or there is no region with demand.

    Examples
    --------
    >>> import pandas as pd
    >>> from gisplan.analysis.siting.plans import (
    ...     Phase, PlanProblem, PlanTerms, PlanTier, Size, best_of_each_year, make_plan
    ... )
    >>> demand = pd.DataFrame({"id": ["a", "b"], "t_2025": [60.0, 50.0], "t_2030": [60.0, 90.0]})
    >>> sites = pd.DataFrame({"id": ["S", "T"], "tier": "plant", "stands": False})
    >>> sites["capacity"] = None
    >>> legs = pd.DataFrame(
    ...     {"from": ["a", "b"], "to": ["S", "T"], "km": [4.0, 9.0], "of": "demand"}
    ... )
    >>> menu = (Size(name="plant", capacity=100, cost=10),)
    >>> terms = PlanTerms(
    ...     tiers=(PlanTier(name="plant", sizes=menu),),
    ...     phases=(Phase(year=2025, budget=10), Phase(year=2030, budget=0)),
    ... )
    >>> problem = PlanProblem.from_tables(
    ...     demand, sites, legs, terms, quantities=["t_2025", "t_2030"]
    ... )
    >>> best_of_each_year(problem, make_plan(problem))[["year", "served", "best", "lost"]]
       year  served  best  lost
    0  2025    50.0  60.0  10.0
    1  2030    90.0  90.0   0.0
    """
    figure = AIM_FIGURES[problem.terms.aim]
    better = max if figure.gains else min
    rows = []
    for t, phase in enumerate(problem.terms.phases):
        own = float(plan.years[figure.column].iloc[t])
        row = {"year": phase.year, figure.column: own}
        if math.isnan(own):
            nothing = dict.fromkeys(("best", "lost", "bound"), math.nan)
            rows.append({**row, **nothing, "status": "unknown"})
            continue
        alone = make_plan(
            _alone(problem, phase), seconds=seconds, order=(figure.name,), begin=plan.taken
        )
        best = own if alone.objective is None else better(alone.objective, own)
        # a share is told from another by a millionth of the whole
        same = _SAME * max(abs(best), float(figure.name == "least"))
        if abs(best - own) <= same:
            best = own
        bound = best if alone.bound is None else better(alone.bound, best)
        rows.append(
            {
                **row,
                "best": best,
                "lost": abs(best - own),
                "bound": bound if abs(bound - best) > same else best,
                "status": alone.status,
            }
        )
    return pd.DataFrame(rows)


def _alone(problem: PlanProblem, phase: Phase) -> PlanProblem:
    """Let one year alone count, under the rules and budgets of all.

    Parameters
    ----------
    problem : PlanProblem
        What is planned.
    phase : Phase
        The year that counts.

    Returns
    -------
    PlanProblem
        The same rules, with another aim.
    """
    phases = tuple(replace(one, weight=float(one is phase)) for one in problem.terms.phases)
    alone = with_phases(problem, phases)
    if problem.terms.aim != "equity":
        return alone
    return replace(alone, terms=replace(alone.terms, equity_year=phase.year))
