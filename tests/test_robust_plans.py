"""Plans held against futures: against trying every plan in every one of them."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from hypothesis import HealthCheck, assume, given, settings

from gisplan.analysis.siting.plans import (
    Phase,
    PlanProblem,
    PlanRanges,
    PlanTerms,
    PlanTier,
    PlantRange,
    Size,
    TierRange,
    draw_futures,
    hold_against_futures,
    make_plan,
)
from gisplan.errors import OptionError
from tests.plan_cases import SmallPlan, Tried, cost_or_way, small_plans

SMALL = settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)


def ranges(case: SmallPlan) -> PlanRanges:
    named = [TierRange(name=t.name, capacity=(0.4, 1.2), closed=(0, 1)) for t in case.terms.tiers]
    if len(named) > 1:
        named[0] = replace(named[0], passes_on=(0.2, 0.9))
    stands = case.sites["id"][case.sites["stands"]]
    plants = tuple(PlantRange(id=i, capacity=(2.0, 9.0)) for i in stands[:1])
    return PlanRanges(draws=3, seed=5, local=(0.2, 1.5), tiers=tuple(named), plants=plants)


def every_plan(case: SmallPlan, futures) -> np.ndarray:
    """What the aim's figure is of each plan that keeps to the rules, in each future: a row a plan.

    The less the better; infinite where what is asked for can't be served.
    """
    years = range(len(case.terms.phases))
    drawn = []
    for future in futures:
        demand = case.demand.copy()
        for t, name in enumerate(case.quantities):
            demand[name] = future.problem.weight[:, t]
        drawn.append(replace(case, demand=demand, terms=future.problem.terms, known={}))
    asks = case.terms.aim in ("cost", "way")
    rows = []
    for tried in case.ways():
        if any(np.isinf(case.most_served(tried, t)) for t in years):
            continue
        if asks and np.isinf(worth(case, tried)):
            continue
        row = []
        for other, future in zip(drawn, futures, strict=True):
            # what stood is what was drawn; what was added is scaled
            stood = case.sites["capacity"].fillna(0.0).to_numpy()
            shut = tried.room < stood - 1e-9
            added = np.where(shut, 0.0, tried.room - stood) * future.scale
            room = np.where(shut, 0.0, future.problem.room) + added
            free = Tried(room, np.zeros_like(room), *(getattr(tried, k) for k in REST))
            row.append(worth(other, free))
        rows.append(row)
    return np.array(rows)


def worth(case: SmallPlan, tried: Tried) -> float:
    """The aim's figure over the years of one way of doing it, such that less is better."""
    total = 0.0
    for t, phase in enumerate(case.terms.phases):
        if case.terms.aim in ("cost", "way"):
            one = cost_or_way(case, tried, t)
            total = np.inf if np.isinf(one) else total + phase.weight * one
        elif case.terms.aim == "equity":
            total = -case.least_share(tried, t)
        else:
            total -= phase.weight * case.most_served(tried, t)
    return total


REST = ("spent", "invested", "yearly", "built")


@pytest.mark.parametrize(
    ("aim", "tiers", "examples"),
    [("coverage", 1, 8), ("coverage", 2, 8), ("cost", 1, 6), ("way", 2, 6), ("equity", 1, 6)],
)
def test_regret_is_that_against_every_plan(aim: str, tiers: int, examples: int) -> None:
    @settings(SMALL, max_examples=examples)
    @given(small_plans(tiers=tiers, years=3 - tiers))
    def holds(case: SmallPlan) -> None:
        case = replace(case, terms=replace(case.terms, aim=aim))
        problem = case.problem
        plan = make_plan(problem)
        assume(plan.solved)
        futures = draw_futures(problem, ranges(case))
        told = hold_against_futures(problem, plan, futures)
        name, sign = told.figure, -1.0 if aim in ("coverage", "equity") else 1.0
        lost = every_plan(case, futures)
        best = lost.min(axis=0)
        there = np.isfinite(best)
        assert told.draws["proven"].all()
        assert told.draws["best"].isna().to_list() == (~there).tolist()
        assert told.draws["best"].to_numpy()[there] == pytest.approx(sign * best[there], abs=1e-4)
        greatest = (lost[:, there] - best[there]).max(axis=1, initial=0.0)
        assert told.regret == pytest.approx(greatest.min(), abs=1e-4)
        assert told.status == ("infeasible" if np.isinf(greatest.min()) else "optimal")
        assert told.bound <= told.regret
        own = told.plans.iloc[0]
        assert own["plan"] == "plan"
        # the plan is one of those tried
        mine = sign * told.draws[name].fillna(np.inf).to_numpy()
        same = [np.array_equal(np.isinf(row), np.isinf(mine)) for row in lost]
        known = np.isfinite(mine)
        assert np.abs(lost[same][:, known] - mine[known]).max(axis=1, initial=0.0).min() < 1e-4
        assert own["failed"] == np.isinf(mine[there]).sum()
        assert (told.draws["short"] > 0).tolist() == np.isinf(mine).tolist()
        if not own["failed"]:
            assert own["regret"] == pytest.approx(
                (mine[there] - best[there]).max(initial=0.0), abs=1e-4
            )
            assert told.regret <= own["regret"] + 1e-6
        # in every future some plan has no regret, and the shares of sites are of the draws
        assert told.plans["draws"].sum() >= there.sum()
        assert told.sites["chosen"].between(0, there.sum()).all()
        assert set(told.sites["site"][told.sites["planned"]]) == set(plan.actions["site"])
        assert set(told.sites["site"][told.sites["worst_case"]]) == set(told.actions["site"])

    holds()


def two_towns(**changed: object) -> PlanProblem:
    demand = pd.DataFrame({"id": ["a", "b"], "weight": [60.0, 50.0], "region": ["A", "B"]})
    sites = pd.DataFrame(
        {
            "id": ["old", "new"],
            "tier": "plant",
            "stands": [True, False],
            "capacity": [np.nan, np.nan],
        }
    )
    legs = pd.DataFrame(
        {"from": ["a", "b"], "to": ["old", "new"], "km": [4.0, 9.0], "of": "demand"}
    )
    menu = (
        Size(name="plant", capacity=40, cost=10),
        Size(name="more", action="enlarge", capacity=30, cost=10),
    )
    terms = PlanTerms(
        tiers=(PlanTier(name="plant", sizes=menu),),
        phases=(Phase(year=2030, budget=10),),
        **changed,  # type: ignore[arg-type]
    )
    return PlanProblem.from_tables(demand, sites, legs, terms)


def test_draws_are_seeded_and_keep_what_was_drawn_before() -> None:
    problem = two_towns()
    few, more, other = (
        draw_futures(problem, PlanRanges(draws=n, seed=seed, demand=(0.5, 2.0), **rest))
        for n, seed, rest in (
            (4, 3, {}),
            (9, 3, {"tiers": (TierRange(name="plant", capacity=(0.1, 0.9)),)}),
            (4, 4, {}),
        )
    )
    for one, same in zip(few, more, strict=False):
        assert (one.problem.weight == same.problem.weight).all()
        assert (same.scale < 1).all()
        assert (one.scale == 1).all()
    assert (few[0].problem.weight != other[0].problem.weight).all()
    factors = np.array([one.problem.weight[0, 0] / 50 for one in few])
    assert ((factors >= 0.5) & (factors <= 2.4)).all()


def test_a_range_of_a_plant_not_known_turns_the_plan() -> None:
    """Counted as nothing, the old plant is not worth enlarging; in futures it takes 25 to 35."""
    problem = two_towns()
    plan = make_plan(problem)
    assert plan.actions["site"].tolist() == ["new"]
    known = PlanRanges(draws=5, plants=(PlantRange(id="old", capacity=(25, 35)),))
    told = hold_against_futures(problem, plan, draw_futures(problem, known))
    # 40 + (25..35) of the new one, or 30 + (25..35), at most 60, of the old one alone
    assert (told.draws["served"] == told.draws["best"]).all()
    assert told.draws["served"].between(65, 75).all()
    assert told.years["served_least"].tolist() == [pytest.approx(told.draws["served"].min())]
    assert told.sites[["site", "chosen", "share"]].to_numpy().tolist() == [["new", 5, 1.0]]
    shut = PlanRanges(draws=5, plants=(PlantRange(id="old", capacity=(25, 35), closed=1.0),))
    told = hold_against_futures(problem, plan, draw_futures(problem, shut))
    assert told.draws["served"].tolist() == pytest.approx([40.0] * 5)
    assert told.draws["closed"].tolist() == [("old",)] * 5
    assert told.regret == 0


def test_ranges_that_can_not_be_are_refused() -> None:
    problem = two_towns()
    for wrong, told in (
        ({"demand": [1.2, 0.8]}, "lower one first"),
        ({"demand": 1.2}, "lowest, highest"),
        ({"capacity": [0, 1]}, "no key capacity"),
        ({"draws": 0}, "1 or more"),
        ({"tiers": [{"name": "x", "passes_on": [0.5, 1.5]}]}, "from 0 to 1"),
    ):
        with pytest.raises(OptionError, match=told):
            PlanRanges.of(wrong)
    for wanted, told in (
        (PlanRanges(tiers=(TierRange(name="x"),)), "no tier"),
        (PlanRanges(plants=(PlantRange(id="new"),)), "no plant of the plan that stands"),
    ):
        with pytest.raises(OptionError, match=told):
            draw_futures(problem, wanted)
