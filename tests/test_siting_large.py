"""Large siting problems: the bound below the optimum, the optimum below the answer, always."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pyproj import Geod

from gisplan.analysis import siting as candidates
from gisplan.analysis.siting import SitingTask
from gisplan.analysis.siting import case as case_module
from gisplan.analysis.siting import models as siting
from gisplan.analysis.siting.models import LargeProblem, MatrixField, Problem, Rules, arcs, covering
from gisplan.analysis.siting.models import median_bound_large as prices
from gisplan.analysis.siting.models import median_large as large
from gisplan.analysis.travel.lazy_distance import GeodesicField
from gisplan.api.sites.inputs import nothing_stands
from gisplan.errors import DataError, OptionError

SETTINGS = settings(max_examples=25, deadline=None)


def case(seed: int, n: int, m: int) -> tuple[pd.DataFrame, pd.DataFrame, np.ndarray]:
    rng = np.random.default_rng(seed)
    cost = np.hypot(*(rng.random((n, 1, 2)) * 100 - rng.random((1, m, 2)) * 100).transpose(2, 0, 1))
    demand = pd.DataFrame({"id": rng.permutation(n), "weight": rng.lognormal(3, 1, n)})
    sites = pd.DataFrame({"id": [f"s{j:03}" for j in rng.permutation(m)]})
    for flag in ("existing", "forced", "forbidden"):
        sites[flag] = False
    sites.loc[0, "existing"] = True
    sites.loc[1, "forbidden"] = True
    return demand, sites, cost


def matrix(demand: pd.DataFrame, sites: pd.DataFrame, cost: np.ndarray) -> Problem:
    full = pd.DataFrame(cost, index=demand["id"], columns=sites["id"])
    return Problem.from_matrix(demand, sites, full)


@SETTINGS
@given(st.integers(0, 10_000), st.integers(30, 200), st.integers(8, 30), st.integers(1, 6))
def test_the_optimum_lies_between_bound_and_answer(seed: int, n: int, m: int, p: int) -> None:
    demand, sites, cost = case(seed, n, m)
    best = siting.p_median(matrix(demand, sites, cost), Rules(p=p))
    assert best.status == "optimal"
    problem = LargeProblem.from_field(demand, sites, MatrixField(cost))
    answer = siting.large_p_median(problem, Rules(p=p), enough=1e-6)
    slack = 1e-9 * best.objective
    assert answer.bound <= best.objective + slack
    assert best.objective <= answer.objective + slack
    assert answer.gap == pytest.approx((answer.objective - answer.bound) / answer.objective)
    if answer.status == "optimal":
        assert answer.objective == pytest.approx(best.objective, rel=2e-6)
    assert len(answer.chosen) <= p
    assert sites["id"][0] in answer.chosen
    assert sites["id"][1] not in answer.chosen
    # each demand is served from the nearest open site, by identifier
    nearest = pd.DataFrame(cost, index=demand["id"], columns=sites["id"])[list(answer.chosen)]
    told = answer.assignment.set_index("demand")["cost"].reindex(nearest.index)
    assert told.to_numpy() == pytest.approx(nearest.min(axis=1).to_numpy())
    assert answer.gap < 0.1


@SETTINGS
@given(st.integers(0, 10_000), st.floats(0.05, 2.0), st.integers(1, 5))
def test_a_bound_of_some_pairs_is_one_of_all(seed: int, far: float, p: int) -> None:
    """However low the caps, and whatever the prices below them."""
    demand, sites, cost = case(seed, 60, 12)
    weight = demand["weight"].to_numpy()
    none = np.zeros(12, dtype=bool)
    choice = prices.Choice(most=p, opened=none, shut=none)
    cap = weight * np.median(cost, axis=1) * far
    listed = arcs.from_field(MatrixField(cost), weight, cap, ~none)
    price = np.random.default_rng(seed).random(60) * cap
    worth = prices.SiteWorth(listed)(price, exact=True)
    bound, _ = prices.value_of(worth, price, choice)
    plain = sites.assign(existing=False, forbidden=False)
    best = siting.p_median(matrix(demand, plain, cost), Rules(p=p))
    assert bound <= best.objective * (1 + 1e-9)


@SETTINGS
@example(387, 30, 28, 1)  # where the one open site covers nobody
@given(st.integers(0, 10_000), st.integers(30, 200), st.integers(8, 30), st.integers(1, 6))
def test_coverage_within_a_proven_gap(seed: int, n: int, m: int, p: int) -> None:
    demand, sites, cost = case(seed, n, m)
    problem = matrix(demand, sites, cost)
    best = siting.mclp(problem, Rules(p=p), reach=15.0)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(covering, "PROGRAMME", 0)
        answer = siting.mclp(problem, Rules(p=p), reach=15.0)
    assert answer.objective <= best.objective * (1 + 1e-9) <= answer.bound * (1 + 1e-9)
    assert answer.gap < 0.1
    if answer.status == "optimal":
        assert answer.objective == pytest.approx(best.objective, rel=2e-6)
    served = answer.assignment["amount"].sum() + answer.unserved["weight"].sum()
    assert served == pytest.approx(demand["weight"].sum())
    assert sites["id"][0] in answer.chosen
    assert sites["id"][1] not in answer.chosen


@pytest.mark.parametrize("seed", range(20))
def test_sites_that_stand_stay_whatever_others_cover(seed: int) -> None:
    """Demand of the third is covered by the other two already, but for rounding."""
    weight = np.random.default_rng(seed).random(30)
    covers = np.ones((30, 4), dtype=bool)
    covers[:15, 0], covers[15:, 1] = False, False
    row, column = np.nonzero(covers)
    demand = pd.DataFrame({"id": range(30), "weight": weight})
    sites = pd.DataFrame({"id": list("abcd"), "existing": [True, True, True, False]})
    reach = pd.DataFrame({"demand": row, "site": np.array(list("abcd"))[column], "cost": 1.0})
    problem = Problem.from_tables(demand, sites, reach)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(covering, "PROGRAMME", 0)
        answer = siting.mclp(problem, Rules(p=3), reach=15.0)
    assert answer.chosen == ("a", "b", "c")
    assert answer.status == "optimal"


def test_a_permuted_input_gives_the_same_answer() -> None:
    demand, sites, cost = case(5, 300, 40)
    rows, places = (
        np.random.default_rng(9).permutation(300),
        np.random.default_rng(8).permutation(40),
    )
    one = large.large_p_median(
        LargeProblem.from_field(demand, sites, MatrixField(cost)), Rules(p=5)
    )
    other = large.large_p_median(
        LargeProblem.from_field(
            demand.iloc[rows], sites.iloc[places], MatrixField(cost[np.ix_(rows, places)])
        ),
        Rules(p=5),
    )
    assert one.chosen == other.chosen
    assert one.bound == other.bound


def test_what_a_large_problem_does_not_take() -> None:
    demand, sites, cost = case(1, 30, 8)
    problem = LargeProblem.from_field(demand, sites, MatrixField(cost))
    with pytest.raises(OptionError, match="no budget or spacing"):
        large.large_p_median(problem, Rules(p=2, budget=4.0))
    with pytest.raises(OptionError, match="p = 9 is more"):
        large.large_p_median(problem, Rules(p=9))
    with pytest.raises(DataError, match="the tables have 30 and 8"):
        LargeProblem.from_field(demand, sites, MatrixField(cost[:, :5]))
    gone = cost.copy()
    gone[3] = np.inf
    with pytest.raises(DataError, match="no cost"):
        large.large_p_median(LargeProblem.from_field(demand, sites, MatrixField(gone)), Rules(p=2))


def points(seed: int, count: int, prefix: str) -> gpd.GeoDataFrame:
    rng = np.random.default_rng(seed)
    lon, lat = rng.uniform(93.0, 108.0, count), rng.uniform(32.5, 42.5, count)
    return gpd.GeoDataFrame(
        {"id": [f"{prefix}{k:04}" for k in rng.permutation(count)]},
        geometry=gpd.points_from_xy(lon, lat, crs=4326),
    )


def test_a_geodesic_field_is_never_above_the_geodesic() -> None:
    demand, sites = points(1, 200, "d"), points(2, 40, "s")
    sites.loc[0, "geometry"] = demand.geometry[0]
    field = GeodesicField.of(demand, sites, detour=1.3)
    rows, places = (part.ravel() for part in np.indices((200, 40)))
    length = Geod(ellps="WGS84").inv(
        demand.geometry.x[rows],
        demand.geometry.y[rows],
        sites.geometry.x[places],
        sites.geometry.y[places],
    )[2]
    true = np.asarray(length) * 1.3
    assert field.true(rows, places) == pytest.approx(true, rel=1e-12)
    least = field.block(np.arange(200))
    assert (least.ravel() <= true + 1e-9).all()
    assert least.ravel() == pytest.approx(true, rel=1e-4, abs=1e-3)
    assert (field.costs(np.array([3, 7])) == least[:, [3, 7]]).all()


def test_a_suggestion_at_scale_states_its_proven_gap(monkeypatch: pytest.MonkeyPatch) -> None:
    demand = points(3, 400, "d").assign(population=np.random.default_rng(4).integers(1, 900, 400))
    options = points(5, 60, "s")
    stands = nothing_stands()
    task = SitingTask(reach=80.0, year=2020, new=6, model="p_median")
    exact = candidates.suggest(options, demand, stands, task)
    monkeypatch.setattr(case_module, "LARGEST", 1000)
    told = candidates.suggest(options, demand, stands, task)
    assert told.solution.bound <= exact.solution.objective * (1 + 1e-9)
    assert exact.solution.objective <= told.solution.objective * (1 + 1e-9)
    assert told.total == exact.total
    assert len(told.table) == 6
    words = candidates.proven(told.solution)
    if told.solution.status == "feasible":
        assert "within a proven gap of" in words.en
        assert "已证明" in words.zh
    else:
        assert told.solution.objective == pytest.approx(exact.solution.objective, rel=2e-6)
