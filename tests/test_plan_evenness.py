"""How evenly a plan serves: against the definitions, unit by unit, and by hand."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gisplan.analysis.siting.plans import (
    Phase,
    PlanProblem,
    PlanTerms,
    PlanTier,
    Size,
    evenness,
    gini,
    make_plan,
    palma,
)
from gisplan.analysis.siting.plans.fairness import weighted_quantile

WEIGHED = st.lists(st.tuples(st.integers(0, 20), st.integers(0, 9)), min_size=1, max_size=8)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(WEIGHED)
def test_weights_are_so_many_units(pairs: list[tuple[int, int]]) -> None:
    """Each unit alone: all pairs of them, tenths of ten times as many, order statistics."""
    values, weights = (np.array(one, dtype=float) for one in zip(*pairs, strict=True))
    units = np.sort(np.repeat(values, weights.astype(int)))
    if not units.sum():
        assert np.isnan(gini(values, weights))
        assert np.isnan(palma(values, weights))
        return
    apart = np.abs(units[:, None] - units[None, :]).mean()
    assert gini(values, weights) == pytest.approx(apart / 2 / units.mean())
    assert weighted_quantile(values, weights, 0.95) == np.quantile(
        units, 0.95, method="inverted_cdf"
    )
    ten = np.repeat(units, 10)
    least, most = ten[: 4 * len(units)].sum(), ten[-len(units) :].sum()
    assert palma(values, weights) == pytest.approx(most / least if least else np.inf)


def test_before_and_after_by_hand() -> None:
    demand = pd.DataFrame(
        {"id": ["a", "b", "c"], "weight": [60.0, 30.0, 10.0], "region": ["A", "A", "B"]}
    )
    sites = pd.DataFrame(
        {
            "id": ["old", "S", "P"],
            "tier": ["station", "station", "plant"],
            "stands": [True, False, True],
            "capacity": [30.0, np.nan, 500.0],
        }
    )
    legs = pd.DataFrame(
        [
            ("a", "old", 4.0, "demand"),
            ("b", "old", 2.0, "demand"),
            ("a", "S", 10.0, "demand"),
            ("c", "S", 20.0, "demand"),
            ("old", "P", 100.0, "site"),
            ("S", "P", 100.0, "site"),
        ],
        columns=["from", "to", "km", "of"],
    )
    menu = (Size(name="s", capacity=70, cost=1),)
    terms = PlanTerms(
        tiers=(PlanTier(name="station", sizes=menu), PlanTier(name="plant", least=0.01)),
        phases=(Phase(year=2030),),
    )
    problem = PlanProblem.from_tables(demand, sites, legs, terms)
    told = evenness(problem, make_plan(problem))
    year = told.years.iloc[0]
    # before: the 30 nearest, all of b; after: all, b at 2, a at 10, c at 20 km to their stations
    assert year["way_mean_before"] == pytest.approx(2.0)
    assert year["way_mean"] == pytest.approx((30 * 2 + 60 * 10 + 10 * 20) / 100)
    assert (year["way_p95_before"], year["way_p95"]) == (2.0, 20.0)
    # of 100 units 30 have all: half the mean difference is 0.3 · 0.7, the mean 0.3
    assert year["gini_share_before"] == pytest.approx(0.7)
    assert year["gini_share"] == pytest.approx(0.0, abs=1e-9)
    assert year["palma_share_before"] == np.inf
    assert year["palma_share"] == pytest.approx(0.25)
    # ways: the tenth farthest 200, the 40 nearest 30 at 2 and 10 at 10
    assert year["palma_way"] == pytest.approx(200 / 160)
    regions = told.regions.set_index("region")
    assert regions.loc["A", "way_mean"] == pytest.approx(660 / 90)
    assert regions.loc["A", "served_before"] == pytest.approx(30.0)
    assert np.isnan(regions.loc["B", "way_mean_before"])
    assert regions.loc["B", "way_p95"] == 20.0
