"""Joins go by code; what does not match is named."""

from __future__ import annotations

import geopandas as gpd
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import Point, box

from gisplan.analysis.tables.join import attach, place, stack
from gisplan.errors import DataError, OptionError


def regions(*codes: str) -> gpd.GeoDataFrame:
    shapes = [box(100 + i, 35, 101 + i, 36) for i in range(len(codes))]
    return gpd.GeoDataFrame({"adcode": list(codes)}, geometry=shapes, crs=4326)


@given(st.permutations(["990101", "990102", "990103", "990104"]))
def test_the_order_of_rows_does_not_matter(codes: list[str]) -> None:
    figures = pd.DataFrame({"adcode": codes, "n": [int(code) for code in codes]})
    table = attach(regions(*sorted(codes)), figures, columns=["n"]).table
    assert [str(n) for n in table["n"]] == list(table["adcode"])


def test_what_does_not_match_is_named() -> None:
    figures = pd.DataFrame({"adcode": ["990101", "990199"], "name_zh": ["甲", "丙"], "n": [1, 2]})
    outcome = attach(regions("990101", "990102"), figures, columns=["n"])
    assert outcome.table["n"].isna().tolist() == [False, True]
    words, bare = outcome.left_out
    assert "丙" in words.zh
    assert "1 row(s)" in words.en
    assert "1 region(s) have no row" in bare.en


def test_two_rows_of_one_region_are_an_error() -> None:
    figures = pd.DataFrame({"adcode": ["990101", "990101"], "n": [1, 2]})
    with pytest.raises(DataError, match="990101"):
        attach(regions("990101"), figures, columns=["n"])
    with pytest.raises(OptionError, match="no column m"):
        attach(regions("990101"), figures, columns=["m"])


def test_stack_keeps_a_row_once() -> None:
    one = pd.DataFrame({"adcode": ["a", "b"], "x": [1, 2]})
    two = pd.DataFrame({"adcode": ["b", "c"], "x": [2, 3], "y": [0, 0]})
    assert list(stack(columns=["adcode", "x"], one=one, two=two)["adcode"]) == ["a", "b", "c"]


def test_a_row_is_placed_as_exactly_as_its_code_allows() -> None:
    counties, prefectures = regions("990101", "990200"), regions("990100", "990200")
    sites = gpd.GeoDataFrame(
        {"adcode": ["990171"], "precision": ["site"]}, geometry=[Point(99, 30)], crs=4326
    )
    codes = ["990171", "990101", "990100", "990200", None, "999999"]
    rows = pd.DataFrame({"id": range(6), "adcode": pd.array(codes, dtype="str")})
    outcome = place(rows, counties, prefectures, sites=sites)
    table = outcome.table
    assert list(table["precision"]) == ["county", "county", "prefecture", "county", "none", "none"]
    assert list(table["id"]) == list(range(6))
    assert table.geometry[0] == Point(99, 30)
    assert counties.geometry[0].contains(table.geometry[1])
    assert table.geometry.isna().tolist() == [False] * 4 + [True] * 2
    assert "2 item(s)" in outcome.left_out[0].en
