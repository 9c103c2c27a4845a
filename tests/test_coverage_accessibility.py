"""Floating catchments against figures by hand, and against the package access."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
import pytest
from access import fca, weights
from hypothesis import given, settings
from pandas.testing import assert_frame_equal

from gisplan import coverage
from gisplan.coverage import Gaussian, Steps, Uniform
from gisplan.errors import OptionError
from tests.coverage_cases import Case, cases

DEMAND = pd.DataFrame({"id": ["a", "b", "c"], "weight": [100.0, 200.0, 50.0]})
SITES = pd.DataFrame({"id": ["x", "y"], "capacity": [10.0, 6.0]})
PAIRS = pd.DataFrame(
    {
        "demand": ["a", "b", "b", "c"],
        "site": ["x", "x", "y", "y"],
        "cost": [5.0, 8.0, 4.0, 12.0],
    }
)


def access(decay: coverage.Uniform | Steps | Gaussian) -> list[float]:
    found = coverage.floating_catchment(DEMAND, SITES, PAIRS, decay=decay)
    return found.demand["access"].tolist()


def test_2sfca_by_hand() -> None:
    # x: 10 for a and b = 10/300; y: 6 for b = 6/200, c is beyond 10
    assert access(Uniform(10.0)) == pytest.approx([10 / 300, 10 / 300 + 6 / 200, 0.0])


def test_e2sfca_with_steps_by_hand() -> None:
    # x: a counts 1, b 0.5: 10 / (100 + 100) = 0.05
    # y: b counts 1, c 0.1: 6 / (200 + 5)
    decay = Steps(breaks=[5.0, 10.0, 15.0], weights=[1.0, 0.5, 0.1])
    assert access(decay) == pytest.approx([0.05, 0.5 * 0.05 + 6 / 205, 0.1 * 6 / 205])


def test_e2sfca_with_a_gaussian_by_hand() -> None:
    # bandwidth 4: weights exp(-25/32), exp(-2), exp(-1/2); c lies beyond 10
    a, b, c = math.exp(-25 / 32), math.exp(-2), math.exp(-0.5)
    x, y = 10 / (100 * a + 200 * b), 6 / (200 * c)
    assert access(Gaussian(bandwidth=4.0, limit=10.0)) == pytest.approx([a * x, b * x + c * y, 0.0])


DECAYS = [
    (Uniform(10.0), None),
    (
        Steps(breaks=[5.0, 10.0], weights=[1.0, 0.3]),
        weights.step_fn({5.0: 1.0, 10.0: 0.3}),
    ),
    (Gaussian(bandwidth=4.0, limit=10.0), weights.gaussian(4.0)),
]


@pytest.mark.parametrize(("decay", "weight_fn"), DECAYS, ids=["2SFCA", "steps", "gaussian"])
def test_the_package_access_agrees(decay: Uniform, weight_fn: object) -> None:
    rng = np.random.default_rng(7)
    demand = pd.DataFrame({"id": [f"d{n}" for n in range(60)], "weight": rng.uniform(1, 900, 60)})
    sites = pd.DataFrame({"id": [f"s{n}" for n in range(12)], "capacity": rng.uniform(1, 50, 12)})
    pairs = pd.MultiIndex.from_product([demand["id"], sites["id"]], names=["demand", "site"])
    pairs = pairs.to_frame(index=False).assign(cost=rng.uniform(0, 30, 720))
    theirs = fca.two_stage_fca(
        demand,
        sites.set_index("id"),
        pairs,
        max_cost=10.0,
        demand_index="id",
        demand_name="weight",
        supply_name="capacity",
        cost_origin="demand",
        cost_dest="site",
        weight_fn=weight_fn,
    )
    ours = coverage.floating_catchment(demand, sites, pairs, decay=decay)
    found = ours.demand.set_index("demand")["access"]
    assert found[theirs.index].to_numpy() == pytest.approx(theirs.to_numpy(), rel=1e-12)
    assert (found.drop(theirs.index) == 0).all()


@settings(max_examples=20)
@given(cases())
def test_what_the_demand_gets_is_the_capacity_in_use(case: Case) -> None:
    for decay in (Uniform(10.0), Steps(breaks=[3.0, 10.0], weights=[1.0, 0.2])):
        found = coverage.floating_catchment(case.demand, case.sites, case.pairs, decay=decay)
        got = (found.demand["access"] * case.demand["weight"]).sum()
        in_use = found.sites.loc[found.sites["ratio"].notna(), "capacity"].sum()
        assert got == pytest.approx(in_use)
        assert (found.demand["access"] >= 0).all()


@settings(max_examples=20)
@given(cases())
def test_the_order_of_rows_changes_nothing(case: Case) -> None:
    other = case.shuffled(3)
    decay = Gaussian(bandwidth=5.0, limit=15.0)
    kept = coverage.floating_catchment(case.demand, case.sites, case.pairs, decay=decay)
    moved = coverage.floating_catchment(other.demand, other.sites, other.pairs, decay=decay)
    assert_frame_equal(kept.demand, moved.demand.sort_values("demand", ignore_index=True))
    assert_frame_equal(kept.sites, moved.sites.sort_values("site", ignore_index=True))


def test_sites_that_count_for_nobody_are_named() -> None:
    sites = pd.DataFrame({"id": ["x", "y", "z"], "capacity": [10.0, np.nan, 4.0]})
    found = coverage.floating_catchment(DEMAND, sites, PAIRS, decay=Uniform(10.0))
    assert found.demand["access"].tolist() == pytest.approx([10 / 300, 10 / 300, 0.0])
    told = " ".join(note.en for note in found.left_out)
    assert "unknown capacity, left out: y" in told
    assert "no demand in reach, whose capacity counts for nobody: z" in told


@pytest.mark.parametrize(
    "given_weights", [[1.0], [0.5, 1.0], [1.0, -0.1], [0.0, 0.0], [np.nan, 1.0]]
)
def test_weights_that_can_not_be_are_refused(given_weights: list[float]) -> None:
    with pytest.raises(OptionError, match="weights"):
        Steps(breaks=[5.0, 10.0], weights=given_weights)


def test_a_quantity_that_is_not_known_is_refused() -> None:
    demand = DEMAND.assign(t_slag=np.nan)
    with pytest.raises(OptionError, match="t_slag"):
        coverage.floating_catchment(demand, SITES, PAIRS, decay=Uniform(10.0), quantity="t_slag")
