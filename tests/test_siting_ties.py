"""Of equally good choices the one of least way, then of the least uneven ways: by trying all."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gisplan.analysis.siting import models as siting
from gisplan.analysis.siting.models import Problem, Rules, Solution
from gisplan.analysis.siting.models.site_rules import SiteRules
from gisplan.analysis.siting.models.tie_ways import TieWays
from tests.siting_cases import Small, small


def ways(case: Small, chosen: tuple[int, ...], reach: float) -> tuple[float, float]:
    """Sum of weight times way, and of its square, of all that is served."""
    near = case.matrix[:, list(chosen)].min(axis=1, initial=np.inf)
    weight = case.demand["weight"].to_numpy()[near <= reach]
    near = near[near <= reach]
    return float(weight @ near), float(weight @ near**2)


def told(answer: Solution) -> tuple[float, float]:
    amount = answer.assignment["amount"].to_numpy()
    cost = answer.assignment["cost"].to_numpy()
    return float(amount @ cost), float(amount @ cost**2)


def check(
    case: Small, answer: Solution, value: Callable[[tuple[int, ...]], float], reach: float
) -> None:
    """No choice of as many sites that is as good has less way, or as much and is more even."""
    if answer.status == "infeasible":
        return
    assert answer.ties == "decided"
    ids = list(case.sites["id"])
    mine = tuple(sorted(ids.index(one) for one in answer.chosen))
    best = value(mine)
    covered = (case.matrix[:, list(mine)].min(axis=1, initial=np.inf) <= reach).sum()
    rivals = [
        ways(case, chosen, reach)
        for chosen in case.choices()
        if len(chosen) == len(mine)
        and value(chosen) == pytest.approx(best, rel=1e-12)
        and (case.matrix[:, list(chosen)].min(axis=1, initial=np.inf) <= reach).sum() == covered
    ]
    way, spread = told(answer)
    least = min(rivals)
    assert way <= least[0] * (1 + 1e-9)
    if way >= least[0] * (1 - 1e-9):
        assert spread <= least[1] * (1 + 1e-9)


@settings(max_examples=50, deadline=None)
@given(small(), st.integers(1, 30))
def test_ties_are_settled_by_ways(case: Small, reach: int) -> None:
    problem = Problem.from_tables(case.demand, case.sites, case.reach)
    spacing = case.spacing if case.apart is not None else None
    rules = Rules(p=case.p, budget=case.budget, spacing=spacing, apart=case.apart)
    weight = case.demand["weight"].to_numpy()

    def near(chosen: tuple[int, ...]) -> np.ndarray:
        return case.matrix[:, list(chosen)].min(axis=1, initial=np.inf)

    def inside(chosen: tuple[int, ...]) -> float:
        return 0.0 if (near(chosen) <= reach).all() else np.inf

    check(
        case,
        siting.lscp(problem, rules, reach=reach),
        lambda chosen: len(chosen) + inside(chosen),
        reach,
    )
    check(
        case,
        siting.mclp(problem, rules, reach=reach),
        lambda chosen: float(weight[near(chosen) <= reach].sum()),
        reach,
    )
    check(
        case,
        siting.p_centre(problem, rules),
        lambda chosen: float(near(chosen).max()),
        np.inf,
    )
    check(
        case,
        siting.p_median(problem, rules, reach=reach),
        lambda chosen: float(weight @ near(chosen)) + inside(chosen),
        reach,
    )
    twice = siting.backup_coverage(problem, rules, reach=reach, first=0.5)

    def worth(chosen: tuple[int, ...]) -> float:
        times = (case.matrix[:, list(chosen)] <= reach).sum(axis=1)
        return float(weight[times >= 1].sum() + weight[times >= 2].sum())

    check(case, twice, worth, reach)


@settings(max_examples=40, deadline=None)
@given(st.integers(1, 12), st.integers(1, 6), st.integers(0, 2**32 - 1))
def test_a_swap_changes_the_ways_by_what_the_whole_matrix_tells(n: int, m: int, seed: int) -> None:
    """Pairs within reach alone give the change that every pair, looked at one by one, gives."""
    rng = np.random.default_rng(seed)
    cost = rng.integers(0, 9, (n, m)).astype(float)
    row, site = np.nonzero(rng.random((n, m)) < 0.6)
    weight = rng.integers(1, 9, n).astype(float)
    whole = np.full((n, m), 10.0)
    whole[row, site] = cost[row, site]
    whole *= weight[:, None]
    rules = SiteRules(
        most=m, fixed=np.zeros(m, dtype=bool), price=np.zeros(m), budget=np.inf, conflict=None
    )
    ways = TieWays(rules=rules, row=row, site=site, way=whole[row, site], beyond=10.0 * weight)
    chosen = np.sort(rng.choice(m, int(rng.integers(1, m + 1)), replace=False))
    assert ways.value(chosen) == whole[:, chosen].min(axis=1).sum()
    changes = ways.changes(chosen)
    for slot, closed in enumerate(chosen):
        for opened in range(m):
            if opened in chosen:
                assert changes[slot, opened] == np.inf
                continue
            other = [opened, *(one for one in chosen if one != closed)]
            change = whole[:, other].min(axis=1).sum() - whole[:, chosen].min(axis=1).sum()
            assert changes[slot, opened] == pytest.approx(change, abs=1e-9)
