"""What a plan does before it is needed waits where it can, and no plan gets worse by it."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from gisplan.analysis import highs
from gisplan.analysis.siting.models.result import Clock
from gisplan.analysis.siting.plans import Phase, PlanProblem, PlanTerms, PlanTier, Size, make_plan
from gisplan.analysis.siting.plans.plan_figures import PlanFigure
from gisplan.analysis.siting.plans.postpone import done_ahead, postponed
from gisplan.analysis.siting.plans.programme import build
from tests.plan_cases import SmallPlan, small_plans

NAMES = ("served", "spent", "way")


def _problem(budgets: list[float], *, carry: bool = False) -> PlanProblem:
    """Town a needs a plant in all years, b in 2030 alone, and c in none."""
    demand = pd.DataFrame({"id": ["a", "b", "c"], "t0": [50.0, 0.0, 0.0], "t1": [50.0, 40.0, 0.0]})
    sites = pd.DataFrame({"id": ["A", "B", "C"], "tier": "p", "stands": False, "capacity": None})
    legs = pd.DataFrame({"from": ["a", "b", "c"], "to": ["A", "B", "C"], "km": 1.0, "of": "demand"})
    tiers = (PlanTier(name="p", sizes=(Size(name="s", capacity=60, cost=10),)),)
    years = zip((2026, 2030), budgets, strict=True)
    phases = tuple(Phase(year=year, budget=money) for year, money in years)
    terms = PlanTerms(tiers=tiers, phases=phases, carry=carry)
    return PlanProblem.from_tables(demand, sites, legs, terms, quantities=["t0", "t1"])


def _after(problem: PlanProblem, *done: tuple[str, int]) -> list[tuple[str, int]]:
    """What becomes of a plan that builds so."""
    programme = build(problem)
    options, years = programme.options, [phase.year for phase in problem.terms.phases]
    taken = np.zeros(programme.shape[::2], dtype=bool)
    for site, year in done:
        taken[years.index(year), list(problem.sites[options.site]).index(site)] = True
    served = PlanFigure.of(programme, "served")
    x = highs.solve(programme.programme(served.cost, taken=taken), seconds=9).x
    found = programme.taken(postponed(programme, x, rows=(), names=NAMES, clock=Clock(9)))
    return [(problem.sites[options.site[k]], years[t]) for t, k in np.argwhere(found)]


@pytest.mark.parametrize(
    ("budgets", "carry", "before", "after"),
    [
        ([20, 20], False, [("A", 2026), ("B", 2026)], [("A", 2026), ("B", 2030)]),
        # no money to wait for; money that is kept waits too
        ([20, 0], False, [("A", 2026), ("B", 2026)], [("A", 2026), ("B", 2026)]),
        ([20, 0], True, [("A", 2026), ("B", 2026)], [("A", 2026), ("B", 2030)]),
        # what is needed first is paid by what can wait; what no year needs is left out
        ([10, 10], False, [("B", 2026), ("A", 2030)], [("A", 2026), ("B", 2030)]),
        ([20, 20], False, [("A", 2026), ("C", 2026)], [("A", 2026)]),
    ],
)
def test_what_can_wait_waits(budgets: list, carry: bool, before: list, after: list) -> None:
    assert _after(_problem(budgets, carry=carry), *before) == after


def test_a_plan_that_is_told_does_nothing_ahead_that_can_wait() -> None:
    plan = make_plan(_problem([20, 20]))
    done = plan.actions.sort_values("site")[["site", "year"]]
    assert (plan.status, done.to_numpy().tolist()) == ("optimal", [["A", 2026], ["B", 2030]])


@settings(
    max_examples=25, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
@given(small_plans(moves=True), st.integers(0, 99))
def test_nothing_gets_worse_and_no_rule_is_broken(case: SmallPlan, seed: int) -> None:
    programme = build(case.problem)
    any_plan = np.random.default_rng(seed).normal(size=programme.matrix.shape[1])
    x = highs.solve(programme.programme(any_plan), seconds=9).x
    assume(len(x))
    y = postponed(programme, x, rows=(), names=NAMES, clock=Clock(9))
    figures = [PlanFigure.of(programme, name).cost for name in NAMES]
    gained = [float(figure @ x - figure @ y) for figure in figures]
    assert next((more for more in gained if abs(more) > 1e-6), 0.0) >= 0
    rows = programme.matrix @ y
    assert (rows <= programme.upper + 1e-6).all()
    assert (rows >= programme.lower - 1e-6).all()
    assert (y >= programme.column_lower - 1e-6).all()
    assert (y <= programme.column_upper + 1e-6).all()
    assert np.abs(y - np.round(y))[programme.integer].max(initial=0.0) < 1e-6
    before, after = (done_ahead(programme, one) for one in (x, y))
    assert sum(n - t for t, _, n in after) <= sum(n - t for t, _, n in before)
