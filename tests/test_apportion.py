"""Apportioned parts add up to the target, to the last unit."""

from __future__ import annotations

from fractions import Fraction

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import box

import gisplan
from gisplan.analysis.industry.apportion import (
    apportion,
    apportion_targets,
    apportioned_range,
    weights,
)
from gisplan.errors import DataError, OptionError


@given(
    st.integers(0, 10**9),
    st.lists(st.floats(0, 1e9), min_size=1, max_size=30).filter(lambda w: sum(w) > 0),
)
def test_parts_add_up_exactly_and_none_is_a_unit_from_its_quota(
    cents: int, given_weights: list[float]
) -> None:
    parts = apportion(cents / 100, given_weights, unit=0.01)
    whole = [round(part * 100) for part in parts]
    assert sum(whole) == cents
    assert all(part == count / 100 for part, count in zip(parts, whole, strict=True))
    total = sum(Fraction(w) for w in given_weights)
    for count, weight in zip(whole, given_weights, strict=True):
        assert abs(count - cents * Fraction(weight) / total) < 1 + Fraction(1, 10**4)


def test_hamiltons_method_on_a_published_example() -> None:
    # The textbook case of the Alabama paradox: states of 6, 6 and 2, with 10 and then 11 seats
    assert list(apportion(10, [6, 6, 2], unit=1)) == [4, 4, 2]
    assert list(apportion(11, [6, 6, 2], unit=1)) == [5, 5, 1]


@pytest.mark.parametrize("unit", [0.03, 0.0, -1.0])
def test_a_unit_that_does_not_fit_is_an_error(unit: float) -> None:
    with pytest.raises(OptionError):
        apportion(1.0, [1.0, 2.0], unit=unit)
    with pytest.raises(OptionError):
        apportion(1.005, [1.0], unit=0.01)


ALLOCATIONS = pd.DataFrame(
    [
        ("1", "990101", "motors", "industry", "甲县", "A"),
        ("2", "990100", "motors", "industry", "甲市", "A"),
        ("3", "990100", "scrap", "base", "甲市", "A"),
        ("4", "990200", "scrap", "base", "乙市", "B"),
        ("5", None, "scrap", "base", "等地", "others"),
    ],
    columns=["id", "region", "industry", "role", "region_zh", "region_en"],
)
UNITS = pd.DataFrame(
    {"adcode": ["990101", "990100", "990200", "990300"], "parent": ["990100", None, None, None]}
)
BASELINES = pd.DataFrame({"adcode": ["990100", "990200", "990300"], "gdp": [10.0, 20.0, 70.0]})
TARGETS = pd.DataFrame({"id": ["t", "words"], "value_low": [1000.0, None]})


def rules(**more: object) -> pd.DataFrame:
    rows = [
        ("all", "gdp", "named", "*=1; unnamed=1", False),
        ("named", "gdp", "named", "*=1", True),
        ("items", None, "items", "base=3; industry=1", False),
    ]
    table = pd.DataFrame(rows, columns=["id", "baseline", "counts", "roles", "central"])
    return table.assign(**more)


def test_each_rule_adds_up_and_weighs_what_it_says() -> None:
    outcome = apportion_targets(
        TARGETS, ALLOCATIONS, UNITS, BASELINES, rules(), ids={"2020": "t"}, unit=0.01
    )
    wide = outcome.table.pivot_table(index="adcode", columns="rule", values="value")
    assert wide.sum().tolist() == pytest.approx([1000.0] * 3, abs=1e-9)
    assert wide["all"].tolist() == [100.0, 200.0, 700.0]
    assert wide["named"].tolist() == [333.33, 666.67, 0.0]
    # motors as industry (once, though allotted to a county inside too) and scrap as base; scrap
    assert wide["items"].tolist() == [571.43, 428.57, 0.0]
    assert "1 allocation(s)" in outcome.left_out[0].en


def test_the_range_names_the_rules_that_span_it() -> None:
    by_rule = apportion_targets(
        TARGETS, ALLOCATIONS, UNITS, BASELINES, rules(), ids={"x": "t"}, unit=0.01
    ).table
    places = gpd.GeoDataFrame(
        {"adcode": BASELINES["adcode"]},
        geometry=[box(i, 0, i + 1, 1) for i in range(3)],
        crs=4326,
    )
    table = apportioned_range(places, by_rule, rules()).table
    assert (table["low_x"] <= table["mid_x"]).all()
    assert (table["mid_x"] <= table["high_x"]).all()
    assert list(table["high_rule_x"]) == ["items", "named", "all"]
    with pytest.raises(DataError, match="2 are"):
        apportioned_range(places, by_rule, rules(central=[True, True, False]))


@pytest.mark.parametrize(
    ("change", "error"),
    [
        ({"roles": "base"}, OptionError),
        ({"roles": "base=-1"}, OptionError),
        ({"roles": "base=1"}, OptionError),
        ({"counts": "each"}, OptionError),
        ({"baseline": "people"}, OptionError),
        ({"roles": "*=0"}, DataError),
    ],
)
def test_a_rule_that_can_not_be_used_is_an_error(
    change: dict[str, str], error: type[Exception]
) -> None:
    with pytest.raises(error):
        apportion_targets(TARGETS, ALLOCATIONS, UNITS, BASELINES, rules(**change), ids={"x": "t"})


def test_a_target_without_a_number_is_an_error() -> None:
    with pytest.raises(OptionError, match="words"):
        apportion_targets(TARGETS, ALLOCATIONS, UNITS, BASELINES, rules(), ids={"x": "words"})


def test_weights_do_not_depend_on_the_order_of_allocations() -> None:
    codes, inside = BASELINES["adcode"], ALLOCATIONS.drop(index=0)
    roles = {"*": 1.0, "unnamed": 0.5}
    given_order = weights(codes, inside, roles, counts="items")
    assert np.array_equal(given_order, weights(codes, inside[::-1], roles, counts="items"))
    assert given_order.tolist() == [2.0, 1.0, 0.5]


def test_the_shipped_targets_are_kept_by_every_rule() -> None:
    layers = gisplan.load_layers(("output_by_rule", "output_apportioned"))
    table = layers["output_by_rule"].table
    cents = (table["value"] * 100).round().astype(int)
    sums = cents.groupby([table["target"], table["rule"]]).sum()
    assert set(sums["2020"]) == {100_000}
    assert set(sums["2025"]) == {200_000}
    assert table["rule"].nunique() == 7
    wide = layers["output_apportioned"]
    assert len(wide.table) == 14
    assert all(wide.spec.column(f"{end}_2020").derived for end in ("low", "mid", "high"))
