"""Every siting model against trying all choices, and what must hold of every answer."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gisplan.analysis.siting import models as siting
from gisplan.analysis.siting.models import Problem, Rules, Solution
from tests.siting_cases import Small, small, transport

SETTINGS = settings(max_examples=60, deadline=None)
REACHES = st.integers(1, 30)


def problem(case: Small) -> Problem:
    return Problem.from_tables(case.demand, case.sites, case.reach)


def rules(case: Small, *, limited: bool = True) -> Rules:
    spacing = case.spacing if case.apart is not None else None
    return Rules(
        p=case.p if limited else None, budget=case.budget, spacing=spacing, apart=case.apart
    )


def farthest(case: Small, chosen: tuple[int, ...]) -> np.ndarray:
    if not chosen:
        return np.full(len(case.demand), np.inf)
    return case.matrix[:, list(chosen)].min(axis=1)


def sound(case: Small, answer: Solution) -> None:
    """What holds of every answer."""
    assert set(answer.assignment["site"]) <= set(answer.chosen)
    flags = case.sites.set_index("id")
    if answer.status in ("optimal", "feasible"):
        served = answer.assignment["amount"].sum() + answer.unserved["weight"].sum()
        assert served == pytest.approx(case.demand["weight"].sum())
        kept = flags.index[flags["existing"] | flags["forced"]]
        assert set(kept) <= set(answer.chosen)
        assert not set(flags.index[flags["forbidden"]]) & set(answer.chosen)
        cost = case.reach.set_index(["demand", "site"])["cost"]
        pairs = pd.MultiIndex.from_frame(answer.assignment[["demand", "site"]])
        assert cost.reindex(pairs).to_numpy() == pytest.approx(answer.assignment["cost"])


def check(case: Small, answer: Solution, best: float) -> None:
    sound(case, answer)
    if np.isfinite(best):
        assert answer.status == "optimal"
        assert answer.objective == pytest.approx(best, rel=1e-6, abs=1e-6)
        assert answer.bound == pytest.approx(best, rel=1e-6, abs=1e-6)
    else:
        assert answer.status == "infeasible"
        assert answer.reason is not None
        assert answer.chosen == ()
        assert len(answer.unserved)


@SETTINGS
@given(small(), REACHES, st.sampled_from(["sites", "cost"]))
def test_lscp(case: Small, reach: int, minimise: str) -> None:
    price = np.where(case.sites["existing"], 0, case.sites["cost"])
    best = min(
        (
            len(chosen) if minimise == "sites" else price[list(chosen)].sum()
            for chosen in case.choices(limited=False)
            if farthest(case, chosen).max() <= reach
        ),
        default=np.inf,
    )
    answer = siting.lscp(problem(case), rules(case, limited=False), reach=reach, minimise=minimise)
    check(case, answer, best)
    if answer.status == "infeasible":
        radii = [farthest(case, chosen).max() for chosen in case.choices(limited=False)]
        smallest = min(radii, default=np.inf)
        assert answer.smallest_reach == (smallest if np.isfinite(smallest) else None)
        left = answer.unserved.dropna(subset=["cost"])
        assert (left["cost"] - reach).clip(lower=0).to_numpy() == pytest.approx(left["excess"])


@SETTINGS
@given(small(), REACHES)
def test_mclp(case: Small, reach: int) -> None:
    weight = case.demand["weight"].to_numpy()
    best = max(weight[farthest(case, chosen) <= reach].sum() for chosen in case.choices())
    answer = siting.mclp(problem(case), rules(case), reach=reach)
    check(case, answer, best)
    assert (answer.assignment["cost"] <= reach).all()
    assert answer.assignment["amount"].sum() == answer.objective


@SETTINGS
@given(small(), REACHES, st.none() | st.sampled_from([0.0, 0.25, 0.5, 1.0]))
def test_backup_coverage(case: Small, reach: int, first: float | None) -> None:
    weight = case.demand["weight"].to_numpy()
    values = []
    for chosen in case.choices():
        times = (case.matrix[:, list(chosen)] <= reach).sum(axis=1)
        once, twice = weight[times >= 1].sum(), weight[times >= 2].sum()
        if first is None:
            values += [twice] if (times >= 1).all() else []
        else:
            values.append(first * once + (1 - first) * twice)
    answer = siting.backup_coverage(problem(case), rules(case), reach=reach, first=first)
    check(case, answer, max(values, default=np.inf))


@SETTINGS
@given(small())
def test_p_centre(case: Small) -> None:
    best = min((farthest(case, chosen).max() for chosen in case.choices()), default=np.inf)
    answer = siting.p_centre(problem(case), rules(case))
    check(case, answer, best)
    if answer.status == "optimal":
        assert answer.assignment["cost"].max() == answer.objective


def median(case: Small, *, limited: bool, reach: float, charged: bool, rate: float = 1.0) -> float:
    weight = case.demand["weight"].to_numpy()
    price = np.where(case.sites["existing"], 0, case.sites["cost"])
    values = [np.inf]
    for chosen in case.choices(limited=limited):
        near = farthest(case, chosen)
        if near.max() <= reach:
            charge = price[list(chosen)].sum() if charged else 0
            values.append(charge + rate * (weight * near).sum())
    return min(values)


@settings(max_examples=150, deadline=None)
@given(small(), st.none() | REACHES)
def test_p_median(case: Small, reach: int | None) -> None:
    limit = 1e9 if reach is None else reach
    answer = siting.p_median(problem(case), rules(case), reach=reach)
    check(case, answer, median(case, limited=True, reach=limit, charged=False))
    if answer.status == "optimal":
        travel = (answer.assignment["cost"] * answer.assignment["amount"]).sum()
        assert travel == pytest.approx(answer.objective)


@settings(max_examples=120, deadline=None)
@given(small(), st.booleans(), st.sampled_from([0.1, 0.37, 1.0]))
def test_fixed_charge(case: Small, limited: bool, rate: float) -> None:
    answer = siting.fixed_charge(problem(case), rules(case, limited=limited), rate=rate)
    check(case, answer, median(case, limited=limited, reach=1e9, charged=True, rate=rate))


@SETTINGS
@given(small(), st.booleans())
def test_capacities_with_split_demand(case: Small, charged: bool) -> None:
    price = np.where(case.sites["existing"], 0, case.sites["cost"])
    best = min(
        (
            transport(case, chosen, case.matrix) + (price[list(chosen)].sum() if charged else 0)
            for chosen in case.choices()
        ),
        default=np.inf,
    )
    if charged:
        answer = siting.fixed_charge(problem(case), rules(case), capacitated=True)
    else:
        answer = siting.capacitated_p_median(problem(case), rules(case))
    check(case, answer, best)
    flow = answer.assignment.groupby("site")["amount"].sum()
    capacity = case.sites.set_index("id")["capacity"]
    assert (flow <= capacity.reindex(flow.index) + 1e-6).all()


@settings(max_examples=40, deadline=None)
@given(small())
def test_capacities_with_whole_demand(case: Small) -> None:
    weight, capacity = case.demand["weight"].to_numpy(), case.sites["capacity"].to_numpy()
    best = np.inf
    for chosen in case.choices():
        best = min(best, whole(case, chosen, weight, capacity.astype(float).copy(), 0))
    answer = siting.capacitated_p_median(problem(case), rules(case), whole=True)
    check(case, answer, best)
    if answer.status == "optimal":
        assert not answer.assignment["demand"].duplicated().any()


def whole(case: Small, chosen: tuple, weight: np.ndarray, left: np.ndarray, at: int) -> float:
    if at == len(weight):
        return 0.0
    best = np.inf
    for site in chosen:
        if weight[at] <= left[site] and np.isfinite(case.matrix[at, site]):
            left[site] -= weight[at]
            rest = whole(case, chosen, weight, left, at + 1)
            best = min(best, weight[at] * case.matrix[at, site] + rest)
            left[site] += weight[at]
    return best


@settings(max_examples=30, deadline=None)
@given(small(), REACHES, st.randoms(use_true_random=False))
def test_permuted_input_gives_the_same_answer(case: Small, reach: int, random) -> None:
    seed = random.randrange(2**31)
    mixed = Problem.from_tables(
        *(t.sample(frac=1, random_state=seed) for t in (case.demand, case.sites, case.reach))
    )
    plain = problem(case)
    for solve in (
        lambda p: siting.lscp(p, rules(case, limited=False), reach=reach),
        lambda p: siting.mclp(p, rules(case), reach=reach),
        lambda p: siting.p_centre(p, rules(case)),
        lambda p: siting.p_median(p, rules(case)),
        lambda p: siting.fixed_charge(p, rules(case)),
        lambda p: siting.capacitated_p_median(p, rules(case)),
    ):
        one, other = solve(plain), solve(mixed)
        assert (one.status, one.chosen, one.objective) == (
            other.status,
            other.chosen,
            other.objective,
        )
        pd.testing.assert_frame_equal(one.assignment, other.assignment)
        pd.testing.assert_frame_equal(one.unserved, other.unserved)


@settings(max_examples=30, deadline=None)
@given(small())
def test_matrix_and_long_table_agree(case: Small) -> None:
    matrix = pd.DataFrame(case.matrix, index=case.demand["id"], columns=case.sites["id"])
    matrix = matrix.iloc[::-1, ::-1]
    one = siting.p_median(problem(case), rules(case))
    other = siting.p_median(Problem.from_matrix(case.demand, case.sites, matrix), rules(case))
    assert (one.status, one.chosen, one.objective) == (other.status, other.chosen, other.objective)


def test_ties_go_to_the_first_identifier() -> None:
    demand = pd.DataFrame({"id": ["x"], "weight": [1.0]})
    sites = pd.DataFrame({"id": ["c", "a", "b"], "existing": True})
    reach = pd.DataFrame({"demand": "x", "site": ["c", "b", "a"], "cost": 3.0})
    answer = siting.p_median(Problem.from_tables(demand, sites, reach), Rules(p=3))
    assert list(answer.assignment["site"]) == ["a"]


def test_infeasible_names_demand_excess_and_smallest_reach() -> None:
    demand = pd.DataFrame({"id": ["甲", "乙", "丙"], "weight": [10, 20, 30]})
    sites = pd.DataFrame({"id": ["s1", "s2"]})
    reach = pd.DataFrame(
        {
            "demand": ["甲", "乙", "丙", "丙"],
            "site": ["s1", "s1", "s1", "s2"],
            "cost": [4.0, 9.5, 12.0, 15.0],
        }
    )
    answer = siting.lscp(Problem.from_tables(demand, sites, reach), reach=9.0)
    assert answer.status == "infeasible"
    assert answer.smallest_reach == 12.0
    rows = {row.demand: (row.site, row.excess) for row in answer.unserved.itertuples()}
    assert rows == {"乙": ("s1", 0.5), "丙": ("s1", 3.0)}
    assert "12" in answer.reason.zh
    assert "12" in answer.reason.en


def test_time_runs_out_with_a_true_bound() -> None:
    rng = np.random.default_rng(4)
    demand = pd.DataFrame({"id": range(400), "weight": rng.integers(1, 99, 400)})
    sites = pd.DataFrame({"id": range(120)})
    cost = np.hypot(*(rng.random((400, 2)).T[:, :, None] - rng.random((120, 2)).T[:, None, :]))
    asked = Problem.from_matrix(demand, sites, pd.DataFrame(cost))
    short = siting.p_median(asked, Rules(p=12), seconds=0.05)
    full = siting.p_median(asked, Rules(p=12))
    assert full.status == "optimal"
    assert short.bound <= full.objective * (1 + 1e-9) <= short.objective * (1 + 2e-9)
    assert short.gap == pytest.approx((short.objective - short.bound) / short.objective)
