"""Branching over prices: its answers are the best of all choices, its bounds never below them."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pandas as pd
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array

from gisplan.analysis.siting import models as siting
from gisplan.analysis.siting.models import (
    Problem,
    Rules,
    Solution,
    covering_most,
    median_exact,
    median_tree,
)
from gisplan.analysis.siting.models.covering_prices import (
    CLOSED,
    OPEN,
    Branches,
    CoverNode,
    PriceProgramme,
)
from gisplan.analysis.siting.models.covering_programme import Side
from gisplan.analysis.siting.models.covering_tree import Branching, CoverTree
from tests.siting_cases import Small, small

SETTINGS = settings(max_examples=25, deadline=None, phases=(Phase.explicit, Phase.generate))
REACH = 12.0


def branched(problem: Problem, rules: Rules, *, reach: float, seconds: float = 20.0) -> Solution:
    """Cover the most by branching, however few the pairs are."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(covering_most, "_RELAXED", -1)
        return siting.mclp(problem, rules, reach=reach, seconds=seconds)


def even(n: int, m: int, *, seed: int) -> tuple[np.ndarray, np.ndarray]:
    rng = np.random.default_rng(seed)
    demand, sites = rng.random((n, 2)) * 100, rng.random((m, 2)) * 100
    cost = np.hypot(*(demand[:, None] - sites[None]).transpose(2, 0, 1))
    return cost, rng.integers(1, 1001, n).astype(float)


def problem_of(cost: np.ndarray, weight: np.ndarray) -> Problem:
    demand = pd.DataFrame({"id": range(len(weight)), "weight": weight})
    return Problem.from_matrix(
        demand, pd.DataFrame({"id": range(cost.shape[1])}), pd.DataFrame(cost)
    )


@SETTINGS
@given(small())
def test_the_most_covered_by_any_choice(case: Small) -> None:
    weight = case.demand["weight"].to_numpy(float)

    def covered(chosen: tuple[int, ...]) -> float:
        return float(weight[(case.matrix[:, list(chosen)] <= REACH).any(axis=1)].sum())

    best = max((covered(chosen) for chosen in case.choices()), default=None)
    problem = Problem.from_tables(case.demand, case.sites, case.reach)
    rules = Rules(
        p=case.p,
        budget=case.budget,
        spacing=case.spacing if case.apart else None,
        apart=case.apart,
    )
    answer = branched(problem, rules, reach=REACH)
    assert best is not None
    assert (answer.status, answer.objective, answer.bound) == ("optimal", best, best)
    early = branched(problem, rules, reach=REACH, seconds=1e-9)
    assert early.objective <= best <= early.bound


@pytest.mark.parametrize("whole", [True, False])
def test_where_the_relaxation_leaves_a_gap(*, whole: bool) -> None:
    # SciPy's solver is the reference; the relaxation alone is 1 % above it.
    cost, weight = even(400, 60, seed=4)
    weight = weight if whole else weight / 7
    cover = (cost <= REACH).astype(float)
    n, m = cover.shape
    said = milp(
        np.concatenate([np.zeros(m), -weight]),
        constraints=[
            LinearConstraint(np.hstack([cover, -np.eye(n)]), 0, np.inf),
            LinearConstraint(np.concatenate([np.ones(m), np.zeros(n)]), -np.inf, 18),
        ],
        integrality=np.concatenate([np.ones(m), np.zeros(n)]),
        bounds=Bounds(0, 1),
        options={"mip_rel_gap": 0.0},
    )
    answer = branched(problem_of(cost, weight), Rules(p=18), reach=REACH)
    assert answer.status == "optimal"
    assert answer.objective == pytest.approx(-said.fun, rel=1e-6)


@SETTINGS
@given(small(), st.booleans())
def test_the_least_way_of_any_choice(case: Small, charged: bool) -> None:
    # Without its Lagrangian bound and its mixtures, so that the branching alone must prove.
    weight, price = (table[name].to_numpy(float) for table, name in columns(case))
    price = np.where(case.sites["existing"], 0.0, price)

    def cost(chosen: tuple[int, ...]) -> float:
        way = case.matrix[:, list(chosen)].min(axis=1, initial=np.inf) * weight
        return float(way.sum() + (price[list(chosen)].sum() if charged else 0.0))

    best = min((cost(chosen) for chosen in case.choices()), default=np.inf)
    problem = Problem.from_tables(case.demand, case.sites, case.reach)
    rules = Rules(
        p=case.p,
        budget=case.budget,
        spacing=case.spacing if case.apart else None,
        apart=case.apart,
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(median_exact.lagrange, "subgradient", lambda *_, **__: None)
        patch.setattr(median_exact.Pool, "breed", lambda *_, **__: None)
        patch.setattr(median_tree, "_CAP", 0.6)  # too low: it must be raised
        solve = siting.fixed_charge if charged else siting.p_median
        answer = solve(problem, rules, seconds=20.0)
    if np.isinf(best):
        assert answer.status == "infeasible"
    else:
        assert answer.status == "optimal"
        assert answer.objective == pytest.approx(best)
        assert answer.bound == pytest.approx(best)


def test_both_branches_at_once_are_each_solved_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    cost, weight = even(400, 60, seed=4)
    cover = csr_array((cost <= REACH).astype(float))
    rules = Side(csr_array(np.ones((1, 60))), np.array([-np.inf]), np.array([18.0]))

    def prices() -> PriceProgramme:
        return PriceProgramme(cover, weight, rules, np.zeros(60, dtype=bool))

    met: list[tuple[int, float, float]] = []
    together = PriceProgramme.both

    def both(
        programme: PriceProgramme, node: CoverNode, site: int, left: Callable[[], float]
    ) -> Branches | None:
        branches = together(programme, node, site, left)
        assert branches is not None
        for side, child in zip((CLOSED, OPEN), branches, strict=True):
            state = node.state.copy()
            state[site] = side
            alone = prices().solve(state, None, left())
            assert alone is not None
            assert child.bound == pytest.approx(alone.bound)
        met.append((site, branches[0].bound, branches[1].bound))
        return branches

    monkeypatch.setattr(PriceProgramme, "both", both)
    for _ in range(2):
        best = [0.0]

        def offer(opened: np.ndarray, best: list[float] = best) -> None:
            covered = (cost[:, opened] <= REACH).any(axis=1)
            best[0] = max(best[0], float(weight[covered].sum()))

        tree = CoverTree(prices(), Branching(least=lambda best=best: best[0] + 1.0, offer=offer))
        tree.run(lambda: 20.0)
        assert tree.closed
    # and the second time as the first, whichever branch was done sooner
    half = len(met) // 2
    assert half > 1
    assert met[:half] == met[half:]


def columns(case: Small) -> tuple[tuple[pd.DataFrame, str], ...]:
    return (case.demand, "weight"), (case.sites, "cost")
