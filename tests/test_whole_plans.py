"""Whole plans: against trying all of them, and what holds whatever is asked."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import numpy as np
import pandas as pd
import pytest
from hypothesis import HealthCheck, assume, given, settings
from scipy.optimize import linprog

from gisplan.analysis import highs
from gisplan.analysis.siting.models.result import Clock
from gisplan.analysis.siting.plans import (
    Phase,
    PlanProblem,
    PlanTerms,
    PlanTier,
    Size,
    best_of_each_year,
    make_plan,
    next_money,
    trade_off,
)
from gisplan.analysis.siting.plans.first_plan import first_plan
from gisplan.analysis.siting.plans.plan_figures import row_of
from gisplan.analysis.siting.plans.plan_search import PlanFound, PlanParts, searched
from gisplan.analysis.siting.plans.programme import build
from tests.plan_cases import SmallPlan, best_coverage, cost_or_way, kept, least_of, small_plans

SMALL = settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)


@SMALL
@given(small_plans())
def test_the_most_is_served_that_any_plan_serves(case: SmallPlan) -> None:
    best = best_coverage(case)
    plan = make_plan(case.problem)
    if best < -1e-6:
        assert plan.status == "infeasible"
        assert plan.reason is not None
        return
    assert plan.status == "optimal"
    assert plan.objective == pytest.approx(best, abs=1e-5)
    kept(case, plan)


@SMALL
@given(small_plans(tiers=2, years=1))
def test_two_tiers_are_chosen_together(case: SmallPlan) -> None:
    best = best_coverage(case)
    plan = make_plan(case.problem)
    if best < -1e-6:
        assert plan.status == "infeasible"
        return
    assert plan.status == "optimal"
    assert plan.objective == pytest.approx(best, abs=1e-5)
    kept(case, plan)


@pytest.mark.parametrize(("aim", "tiers"), [("cost", 1), ("way", 2)])
def test_cost_and_way_are_least(aim: str, tiers: int) -> None:
    @SMALL
    @given(small_plans(tiers=tiers, years=3 - tiers))
    def holds(case: SmallPlan) -> None:
        asked = replace(case, terms=replace(case.terms, aim=aim))
        best = least_of(asked, aim)
        plan = make_plan(asked.problem)
        if np.isinf(best):
            assert plan.status == "infeasible"
            return
        assert plan.status == "optimal"
        assert plan.objective == pytest.approx(best, rel=1e-5, abs=1e-4)
        kept(asked, plan)
        for t, row in enumerate(next_money(asked.problem, plan, 3.0).itertuples()):
            phases = list(case.terms.phases)
            phases[t] = replace(phases[t], budget=phases[t].budget + 3.0)
            terms = replace(asked.terms, phases=tuple(phases))
            richer = least_of(replace(asked, terms=terms), aim)
            assert row.gained == pytest.approx(best - richer, rel=1e-4, abs=1e-3)

    holds()


@SMALL
@given(small_plans(years=1, single=True))
def test_whole_demand_goes_to_one_site(case: SmallPlan) -> None:
    weight = dict(zip(case.demand["id"], case.demand["t0"].astype(float), strict=True))
    near = {i: [None] for i in weight}
    for leg in case.legs.to_dict("records"):
        near[leg["from"]].append(leg["to"])
    best = -np.inf
    rooms = [(tried.room[0], tried.least[0]) for tried in case.ways()]
    for whom in product(*near.values()):
        used = np.array(
            [
                sum(weight[i] for i, j in zip(near, whom, strict=True) if j == site)
                for site in case.sites["id"]
            ]
        )
        if any(
            (used <= room + 1e-9).all() and (used >= least - 1e-9).all() for room, least in rooms
        ):
            best = max(best, float(used.sum()))
    plan = make_plan(case.problem)
    if np.isinf(best):
        assert plan.status == "infeasible"
        return
    assert plan.objective / case.terms.phases[0].weight == pytest.approx(best, abs=1e-5)
    assert plan.flows.groupby("from")["to"].nunique().max() in (1, np.nan) or plan.flows.empty


@SMALL
@given(small_plans())
def test_no_year_alone_serves_less_and_money_never_harms(case: SmallPlan) -> None:
    problem = case.problem
    plan = make_plan(problem)
    assume(plan.solved)
    told = best_of_each_year(problem, plan)
    assert (told["best"] >= told["served"] - 1e-6).all()
    for t, row in enumerate(told.itertuples()):
        alone = tuple(
            replace(phase, weight=float(k == t)) for k, phase in enumerate(case.terms.phases)
        )
        assert row.best == pytest.approx(
            best_coverage(replace(case, terms=replace(case.terms, phases=alone))), abs=1e-5
        )
    more = next_money(problem, plan, 3.0)
    assert (more["gained"].astype(float) >= 0).all()


@pytest.mark.parametrize("aim", ["cost", "way", "equity"])
def test_the_best_of_each_year_is_that_of_every_plan(aim: str) -> None:
    @settings(SMALL, max_examples=6)
    @given(small_plans())
    def holds(case: SmallPlan) -> None:
        asked = replace(case, terms=replace(case.terms, aim=aim))
        plan = make_plan(asked.problem)
        assume(plan.solved)
        told = best_of_each_year(asked.problem, plan)
        figure = "least_share" if aim == "equity" else aim
        assert told[figure].tolist() == pytest.approx(plan.years[figure].tolist(), nan_ok=True)
        every = []
        for tried in case.ways():
            years = range(len(case.terms.phases))
            if aim == "equity":
                values = [case.least_share(tried, t) for t in years]
            else:
                values = [cost_or_way(asked, tried, t) for t in years]
            if not np.isinf(values).any():
                every.append(values)
        best = np.max(every, axis=0) if aim == "equity" else np.min(every, axis=0)
        for row, one in zip(told.to_dict("records"), best, strict=True):
            if np.isnan(row[figure]):  # no region has demand in that year
                assert np.isnan([row["best"], row["lost"], row["bound"]]).all()
                continue
            assert row["status"] == "optimal"
            assert row["best"] == pytest.approx(one, rel=1e-5, abs=1e-4)
            assert row["lost"] == pytest.approx(abs(row[figure] - one), rel=1e-4, abs=1e-3)
        if aim == "equity":  # the last year is what the plan is made for
            assert not told["lost"].iloc[-1] > 1e-6

    holds()


@pytest.mark.parametrize("second", ["spent", "near"])
def test_a_curve_holds_every_plan_that_no_other_beats(second: str) -> None:
    SMALL(given(small_plans(years=1))(lambda case: curve_holds(case, second)))()


def curve_holds(case: SmallPlan, second: str) -> None:
    free = tuple(replace(phase, budget=None, weight=1.0) for phase in case.terms.phases)
    near = np.arange(3, 3 + len(case.sites))
    sites = case.sites.assign(near=near.astype(float))
    case = replace(case, sites=sites, terms=replace(case.terms, phases=free))

    def held(tried) -> float:
        built = (tried.room[0] > 0) & ~sites["stands"].to_numpy()
        return float(tried.spent.sum() if second == "spent" else near @ built)

    points = {(held(t), case.most_served(t, 0)) for t in case.ways()}
    points = {(spent, served) for spent, served in points if served > -1e-6}
    assume(points)
    front = sorted(
        (spent, served)
        for spent, served in points
        if not any(
            (a <= spent and b > served + 1e-6) or (a < spent and b >= served - 1e-6)
            for a, b in points
        )
    )
    curve = trade_off(case.problem, second=second, points=60)
    assert curve.complete
    assert curve.table["second"].tolist() == pytest.approx([a for a, _ in front], abs=1e-6)
    assert curve.table["first"].tolist() == pytest.approx([b for _, b in front], abs=1e-5)


@SMALL
@given(small_plans(years=1))
def test_the_least_share_is_the_greatest_there_is(case: SmallPlan) -> None:
    asked = replace(case, terms=replace(case.terms, aim="equity"))
    plan = make_plan(asked.problem)
    assume(plan.solved)
    least = plan.years["least_share"].iloc[-1]
    assume(not np.isnan(least))
    assert least == pytest.approx(plan.objective, abs=1e-5)
    # no plan keeps to a least share that is greater
    if least < 1 - 1e-3:
        greater = replace(case.terms, least_share=float(least) + 1e-3)
        assert make_plan(replace(case, terms=greater).problem).status == "infeasible"
    held = make_plan(
        replace(case, terms=replace(case.terms, least_share=max(least - 1e-9, 0))).problem
    )
    assert held.solved
    assert held.objective <= make_plan(case.problem).objective + 1e-5


def test_a_start_that_is_not_best_is_not_given_back() -> None:
    """HiGHS 1.16 proves 0 to be least here, and gives back what it was begun with."""

    demand = pd.DataFrame({"id": ["d0", "d1"], "t0": [1, 1], "region": "A"})
    sites = pd.DataFrame({"id": ["s0"], "tier": "p", "stands": [True], "capacity": [0.0]})
    legs = pd.DataFrame({"from": ["d0", "d1"], "to": "s0", "km": 1.0, "of": "demand"})
    menu = (Size(name="more", capacity=2, cost=1, action="enlarge"),)
    terms = PlanTerms(tiers=(PlanTier(name="p", sizes=menu),), phases=(Phase(year=2025),))
    problem = PlanProblem.from_tables(demand, sites, legs, terms, quantities=["t0"])
    programme = build(problem)
    spent, _ = row_of(programme, "spent")
    dear = highs.solve(programme.programme(-row_of(programme, "served")[0]), seconds=9)
    found = highs.solve(programme.programme(spent), seconds=9, start=dear.x)
    assert (found.status, found.bound, float(spent @ found.x)) == ("optimal", 0.0, 0.0)


def instance(*, n: int, m: int, seed: int, even: bool) -> PlanProblem:
    """Points spread evenly, or about five towns."""

    rng = np.random.default_rng(seed)
    centre = rng.random((5, 2)) * 100
    a = (
        rng.random((n, 2)) * 100
        if even
        else centre[rng.integers(5, size=n)] + rng.normal(0, 6, (n, 2))
    )
    b = (
        rng.random((m, 2)) * 100
        if even
        else centre[rng.integers(5, size=m)] + rng.normal(0, 9, (m, 2))
    )
    km = np.hypot(a[:, None, 0] - b[None, :, 0], a[:, None, 1] - b[None, :, 1])
    i, j = np.nonzero(km < 25)
    demand = pd.DataFrame({"id": [f"d{k:03}" for k in range(n)]})
    demand["weight"] = rng.integers(1, 100, n).astype(float)
    sites = pd.DataFrame({"id": [f"s{k:03}" for k in range(m)], "tier": "plant", "stands": False})
    sites["capacity"] = None
    legs = pd.DataFrame(
        {
            "from": demand["id"].to_numpy()[i],
            "to": sites["id"].to_numpy()[j],
            "km": km[i, j],
            "of": "demand",
        }
    )
    share = demand["weight"].sum() / 10
    menu = (
        Size(name="small", capacity=share / 2, cost=7),
        Size(name="large", capacity=share, cost=10),
    )
    terms = PlanTerms(
        tiers=(PlanTier(name="plant", sizes=menu),),
        phases=(Phase(year=2025, budget=30), Phase(year=2030, budget=20)),
    )
    return PlanProblem.from_tables(demand, sites, legs, terms)


@pytest.mark.parametrize("even", [True, False])
def test_no_answer_is_below_a_greedy_one_and_more_money_serves_more(even: bool) -> None:
    problem = instance(n=60, m=14, seed=3, even=even)

    def greedy() -> float:
        """Plainly: in each year the size that serves most for its money, tried one by one."""
        n, m = len(problem.demand), len(problem.sites)
        legs = len(problem.km)
        rows = np.zeros((n + m, legs))
        rows[problem.source, np.arange(legs)] = 1
        rows[n + problem.target, np.arange(legs)] = 1

        def most(room: np.ndarray, t: int) -> float:
            limit = np.concatenate([problem.weight[:, t], room])
            return -float(linprog(-np.ones(legs), A_ub=rows, b_ub=limit).fun)

        room, total = np.zeros(m), 0.0
        for t, phase in enumerate(problem.terms.phases):
            left = phase.budget
            while True:
                now, options = most(room, t), []
                for k in np.flatnonzero(room == 0):
                    for size in problem.terms.tiers[0].sizes:
                        if size.cost <= left:
                            more = room.copy()
                            more[k] = size.capacity
                            options.append(((most(more, t) - now) / size.cost, k, size))
                if not options or max(options, key=lambda o: o[0])[0] <= 1e-9:
                    break
                _, k, size = max(options, key=lambda o: o[0])
                room[k], left = size.capacity, left - size.cost
            total += most(room, t)
        return total

    plain = greedy()
    taken = first_plan(build(problem), Clock(30))
    assert taken.any()
    short = make_plan(problem, seconds=3, order=("served",))
    assert short.objective >= plain - 1e-6
    assert short.bound >= short.objective - 1e-6
    # nor is a curve that has no time below a plan that is known
    spent, served = short.years["spent"].sum(), short.years["served"].sum()
    curve = trade_off(problem, points=3, seconds=0.2, known=short).table
    assert curve["first"][curve["second"] <= spent + 1e-6].max() >= served - 1e-6


def test_a_search_from_nothing_ends_at_the_best_plan() -> None:
    """It frees a few sites, then more, and is proven once all are free."""

    problem = instance(n=24, m=7, seed=5, even=False)
    programme = build(problem)
    model = programme.programme(-row_of(programme, "served")[0] / problem.weight.max())
    nothing = highs.solve(
        programme.programme(model.cost, taken=np.zeros(programme.shape[::2], dtype=bool)), seconds=9
    )
    begun = PlanFound(nothing.x, -np.inf)
    found = searched(model, PlanParts.of(programme), begun, Clock(60))
    assert found.proven(model.cost)
    best = highs.solve(model, seconds=60)
    assert best.status == "optimal"
    assert float(model.cost @ found.x) == pytest.approx(best.bound, rel=1e-6)
    assert float(model.cost @ nothing.x) > best.bound + 1
