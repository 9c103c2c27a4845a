"""Covering all with the fewest sites: what is left out, the search, and what is proven."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import LinearConstraint, linprog, milp
from scipy.sparse import csr_array

from gisplan.analysis import highs
from gisplan.analysis.siting import models as siting
from gisplan.analysis.siting.models import Problem, covering_reach, covering_whole
from gisplan.analysis.siting.models.covering_cuts import local_cuts, neighbourhood_cut
from gisplan.analysis.siting.models.covering_fewest import CoverAllRules, few_sites
from gisplan.analysis.siting.models.covering_needed import needed_rows
from tests.siting_cases import Small, small
from tests.test_siting import check, farthest, problem, rules


@st.composite
def covers(draw: st.DrawFn) -> np.ndarray:
    """Which site covers which demand; each demand has a site."""
    n, m = draw(st.integers(1, 12)), draw(st.integers(1, 7))
    cells = draw(st.lists(st.booleans(), min_size=n * m, max_size=n * m))
    cover = np.array(cells).reshape(n, m)
    cover[~cover.any(axis=1), 0] = True
    return cover


def choices(m: int, fixed: np.ndarray, conflict: np.ndarray | None) -> list[list[int]]:
    """All choices of sites with the fixed ones and without a pair too near, the fewest first."""
    out = []
    for size in range(m + 1):
        for chosen in map(list, combinations(range(m), size)):
            near = conflict is not None and conflict[np.ix_(chosen, chosen)].any()
            if fixed.sum() == fixed[chosen].sum() and not near:
                out.append(chosen)
    return out


@given(covers())
def test_demand_that_decides_is_that_which_holds_no_other(cover: np.ndarray) -> None:
    cover = np.unique(cover, axis=0)
    sets = [frozenset(np.flatnonzero(row)) for row in cover]
    left = [i for i, own in enumerate(sets) if not any(other < own for other in sets)]
    assert needed_rows(csr_array(cover.astype(float))).tolist() == left


@given(covers(), st.data())
def test_few_sites_keep_to_the_rules(cover: np.ndarray, data: st.DataObject) -> None:
    m = cover.shape[1]
    fixed = np.array(data.draw(st.lists(st.booleans(), min_size=m, max_size=m)))
    conflict = None
    if data.draw(st.booleans()):
        near = st.lists(st.integers(0, 3), min_size=m * m, max_size=m * m)
        conflict = np.triu(np.array(data.draw(near)).reshape(m, m) == 0, 1)
        conflict = (conflict | conflict.T) & ~fixed & ~fixed[:, None]
    most = data.draw(st.integers(int(fixed.sum()), m))
    rules = CoverAllRules(fixed, conflict)
    found = few_sites(csr_array(cover.astype(float)), rules, most, lambda: False, steps=300)
    best = next(
        (one for one in choices(m, fixed, conflict) if cover[:, one].any(axis=1).all()), None
    )
    if found is None:
        # a search may miss what is narrow; without spacing it misses nothing so small
        assert conflict is not None or best is None or len(best) > most
    else:
        assert best is not None
        assert cover[:, found].any(axis=1).all()
        assert found.tolist() in choices(m, fixed, conflict)
        assert len(best) <= len(found) <= most
        assert conflict is not None or len(found) == len(best)


@given(covers(), st.data())
def test_a_ceiling_is_kept_to_the_last_digit(cover: np.ndarray, data: st.DataObject) -> None:
    n, m = cover.shape
    prices = st.lists(st.sampled_from([0.5, 1, 1.25, 3]), min_size=m, max_size=m)
    price = np.array(data.draw(prices))
    programme = highs.Programme(
        cost=price,
        column_lower=np.zeros(m),
        column_upper=np.ones(m),
        integer=np.ones(m, dtype=bool),
        matrix=csr_array(cover.astype(float)),
        lower=np.ones(n),
        upper=np.full(n, np.inf),
    )
    least = min(
        price[one].sum()
        for one in choices(m, np.zeros(m, dtype=bool), None)
        if cover[:, one].any(axis=1).all()
    )
    at = highs.solve(programme, seconds=60, ceiling=least)
    assert at.status == "feasible"
    assert price @ at.x == pytest.approx(least)
    assert (cover @ np.rint(at.x) >= 1).all()
    assert highs.solve(programme, seconds=60, ceiling=least - 0.25).status == "infeasible"
    # no time at all: nothing is claimed but what holds
    rushed = highs.solve(programme, seconds=0, ceiling=least)
    assert rushed.status != "infeasible"
    assert rushed.bound <= least


@settings(max_examples=40)
@given(covers(), st.data())
def test_rows_of_a_neighbourhood_hold_for_all_whole_sites(
    cover: np.ndarray, data: st.DataObject
) -> None:
    n, m = cover.shape
    whole = [
        np.isin(np.arange(m), one)
        for one in choices(m, np.zeros(m, dtype=bool), None)
        if cover[:, one].any(axis=1).all()
    ]
    cost = np.array(data.draw(st.lists(st.integers(1, 5), min_size=m, max_size=m)), dtype=float)
    part = linprog(cost, A_ub=-cover.astype(float), b_ub=-np.ones(n), bounds=(0, 1)).x
    row = neighbourhood_cut(cover, part)
    for each in [] if row is None else whole:
        assert row @ each >= 1 - 1e-9
    if row is not None:
        assert row @ part < 1
        assert (row >= 0).all()
    rows = local_cuts(csr_array(cover.astype(float)), lambda: False)
    for each in whole:
        assert (rows @ each.astype(float) >= 1 - 1e-9).all()


@pytest.mark.parametrize("n", [3, 5, 7, 11])
def test_a_ring_is_covered_by_whole_sites(n: int) -> None:
    # each site covers a demand and the next: halves of sites do, and whole ones need one more half
    ring = csr_array(np.eye(n) + np.roll(np.eye(n), 1, axis=1))
    rows = local_cuts(ring, lambda: False).toarray()
    both = np.vstack([ring.toarray(), rows])
    least = linprog(np.ones(n), A_ub=-both, b_ub=-np.ones(len(both)), bounds=(0, 1)).fun
    assert least == pytest.approx((n + 1) / 2, abs=1e-4)
    assert local_cuts(ring, lambda: True).shape == (0, n)


@settings(max_examples=40)
@given(small())
def test_the_farthest_where_programmes_take_long(case: Small) -> None:
    best = min((farthest(case, chosen).max() for chosen in case.choices()), default=np.inf)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(covering_reach, "_SOON", 0.0)
        patch.setattr(covering_reach, "_LONG", (20, 2))
        patch.setattr(covering_reach, "QUICK", (0, 0))
        answer = siting.p_centre(problem(case), rules(case))
    check(case, answer, best)


@pytest.mark.parametrize(("factor", "glance"), [(1.3, 0.1), (1.6, 0.1), (1.3, 0.0)])
def test_one_number_after_the_other_is_too_few(
    factor: float, glance: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    rng = np.random.default_rng(7)
    n, m = 600, 90
    demand, sites = rng.random((n, 2)) * 100, rng.random((m, 2)) * 100
    cost = np.hypot(*(demand[:, None] - sites[None]).transpose(2, 0, 1))
    reach = factor * float(cost.min(axis=1).max())
    asked = Problem.from_matrix(
        pd.DataFrame({"id": range(n), "weight": 1.0}),
        pd.DataFrame({"id": range(m)}),
        pd.DataFrame(cost),
    )
    cover = csr_array((cost <= reach).astype(float))
    best = milp(np.ones(m), constraints=LinearConstraint(cover, 1, np.inf), integrality=1).fun
    shown: list[int] = []
    fewer = covering_whole.CoverAll.fewer

    def told(small: covering_whole.CoverAll, number: int, seconds: float) -> highs.ProgrammeAnswer:
        answer = fewer(small, number, seconds)
        shown.extend([number] if answer.status == "infeasible" else [])
        return answer

    monkeypatch.setattr(covering_whole.CoverAll, "fewer", told)
    # HiGHS is not done at once, and the search finds little
    monkeypatch.setattr(covering_whole, "_FIRST", 0.0)
    monkeypatch.setattr(covering_whole, "_SOON", 1e-3)
    monkeypatch.setattr(covering_whole, "LONG", (1, 1))
    # one site less is looked for at once, where it is all that is open
    monkeypatch.setattr(covering_whole, "_GLANCE", glance)
    monkeypatch.setattr(covering_whole, "_LAST", (20_000, 1))
    answer = siting.lscp(asked, reach=reach)
    assert (answer.status, answer.objective, answer.bound) == ("optimal", best, best)
    assert cost[:, list(answer.chosen)].min(axis=1).max() <= reach
    assert shown
    assert shown[-1] == best - 1
    rushed = siting.lscp(asked, reach=reach, seconds=0.05)
    assert rushed.bound <= best <= rushed.objective
