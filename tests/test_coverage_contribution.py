"""What a site adds is what is missing without it."""

from __future__ import annotations

import numpy as np
import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st
from pandas.testing import assert_frame_equal

from gisplan.analysis.coverage import models as coverage
from tests.coverage_cases import Case, cases

REACH = st.integers(1, 21).map(float)


def covered(demand: pd.DataFrame, pairs: pd.DataFrame, limit: float) -> float:
    served = set(pairs.loc[pairs["cost"] <= limit, "demand"])
    return float(demand.loc[demand["id"].isin(served), "weight"].sum())


@settings(max_examples=20)
@given(cases(), REACH)
def test_alone_is_what_is_lost_without_the_site(case: Case, limit: float) -> None:
    table = coverage.contribution(case.demand, case.sites, case.pairs, limit=limit)
    everything = covered(case.demand, case.pairs, limit)
    for row in table.itertuples():
        without = case.pairs[case.pairs["site"] != row.site]
        assert row.alone == everything - covered(case.demand, without, limit)
        only = case.pairs[case.pairs["site"] == row.site]
        assert row.reached == covered(case.demand, only, limit)
        assert row.reached == row.alone + row.shared
    assert table["nearest"].sum() == everything


@settings(max_examples=20)
@given(cases(), REACH)
def test_overlap_accounts_for_all_demand(case: Case, limit: float) -> None:
    points = coverage.overlap(case.demand, case.pairs, limit=limit)
    for row in points.itertuples():
        own = case.pairs[(case.pairs["demand"] == row.demand) & (case.pairs["cost"] <= limit)]
        assert row.sites == own["site"].nunique()
    amount = case.demand.groupby(points["sites"].to_numpy())["weight"].sum()
    assert amount[amount.index >= 1].sum() == covered(case.demand, case.pairs, limit)
    sites = coverage.contribution(case.demand, case.sites, case.pairs, limit=limit)
    more_than_once = covered(case.demand, case.pairs, limit) - sites["alone"].sum()
    assert amount[amount.index >= 2].sum() == more_than_once


@settings(max_examples=20)
@given(cases(), REACH, st.integers(0, 99))
def test_the_order_of_rows_changes_nothing(case: Case, limit: float, seed: int) -> None:
    other = case.shuffled(seed)
    assert_frame_equal(
        coverage.contribution(case.demand, case.sites, case.pairs, limit=limit),
        coverage.contribution(other.demand, other.sites, other.pairs, limit=limit).sort_values(
            "site", ignore_index=True
        ),
    )
    assert_frame_equal(
        coverage.overlap(case.demand, case.pairs, limit=limit),
        coverage.overlap(other.demand, other.pairs, limit=limit).sort_values(
            "demand", ignore_index=True
        ),
    )


def test_two_sites_at_one_place_add_nothing_each() -> None:
    demand = pd.DataFrame({"id": ["a"], "weight": [5.0]})
    sites = pd.DataFrame({"id": ["x", "y", "z"]})
    pairs = pd.DataFrame({"demand": ["a", "a"], "site": ["x", "y"], "cost": [1.0, 1.0]})
    table = coverage.contribution(demand, sites, pairs, limit=2.0)
    assert table["alone"].tolist() == [0.0, 0.0, 0.0]
    assert table["nearest"].tolist() == [5.0, 0.0, 0.0]
    assert table["alone_share"].tolist()[:2] == [0.0, 0.0]
    assert np.isnan(table["alone_share"].iloc[2])
    assert coverage.overlap(demand, pairs, limit=2.0)["sites"].tolist() == [2]
