"""Norms: the count that the norm gives, nothing where a figure is missing."""

from __future__ import annotations

import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gisplan.analysis.coverage.station_norms import stations_needed
from gisplan.api.load import load_layers
from gisplan.errors import DataError

NORMS = pd.DataFrame(
    {
        "tier": "collection_station",
        "area": ["urban", "township"],
        "unit_en": "households",
        "value": [2000.0, 2500.0],
    }
)


def household(persons: float, source: str = "synthetic, for tests") -> pd.DataFrame:
    return pd.DataFrame({"persons": [persons], "source": [source]})


SYNTHETIC = household(2.5)
UNKNOWN = SYNTHETIC.iloc[:0]


def county(**columns: object) -> pd.DataFrame:
    return pd.DataFrame({"adcode": ["990101"], **columns})


@pytest.mark.parametrize(
    ("urban", "township", "needed"),
    [(2000, 0, 1), (2001, 0, 2), (0, 2500, 1), (0, 2501, 2), (1, 1, 2), (0, 0, 0), (4000, 5000, 4)],
)
def test_a_station_more_as_soon_as_the_norm_is_passed(
    urban: int, township: int, needed: int
) -> None:
    table = county(households=[urban + township], urban_households=[urban])
    assert stations_needed(table, NORMS, UNKNOWN).table["stations_needed"].tolist() == [needed]


@given(st.integers(0, 3_000_000), st.integers(0, 3_000_000), st.sampled_from(["2.6", "3", "2.55"]))
def test_households_from_population_err_at_no_boundary(
    urban: int, township: int, size: str
) -> None:
    table = county(population=[urban + township], urban_population=[urban])
    found = stations_needed(table, NORMS, household(float(size)))
    # In whole numbers: persons a station, in hundredths.
    hundredths = round(float(size) * 100)
    expected = -(-urban * 100 // (2000 * hundredths)) + -(-township * 100 // (2500 * hundredths))
    assert found.table["stations_needed"].item() == expected


def test_without_a_household_size_nothing_is_guessed() -> None:
    table = county(population=[10_000], urban_population=[4_000])
    found = stations_needed(table, NORMS, UNKNOWN)
    assert found.table["stations_needed"].isna().all()
    assert found.table["urban_households"].isna().all()
    assert "household size" in found.left_out[0].en
    for persons, source in ((0.0, "x"), (math.nan, "x"), (2.5, " ")):
        with pytest.raises(DataError, match="household size"):
            stations_needed(table, NORMS, household(persons, source))


SIZES = pd.DataFrame(
    [
        ("990000", "甲省", 4.0, 2010),
        ("990100", "乙市", 2.5, 2010),
        ("990100", "乙市", 2.0, 2020),
        ("990101", "丙县", 5.0, 2000),
    ],
    columns=["adcode", "name_zh", "persons", "year"],
).assign(source_zh="合成", source_en="synthetic")


def test_a_unit_without_its_own_household_size_takes_the_wider_region_s() -> None:
    codes = ["990101", "990102", "990203", "980101"]
    table = pd.DataFrame({"adcode": codes, "population": 10_000, "urban_population": 10_000})
    found = stations_needed(table, NORMS, SIZES)
    rows = found.table.set_index("adcode")
    assert rows["household_size_basis"].tolist()[:3] == ["own", "prefecture", "province"]
    assert rows["household_size_year"].tolist()[:3] == [2000, 2020, 2010]
    assert rows["urban_households"].tolist()[:3] == [2000, 5000, 2500]
    assert rows["stations_needed"].tolist()[:3] == [1, 3, 2]
    # of another province nothing is known, and nothing is lent
    assert rows.loc["980101", ["household_size", "stations_needed"]].isna().all()
    told = [text.en for text in found.left_out]
    assert any("2 of 2020 of 990100: 990102" in text for text in told)
    assert any("4 of 2010 of 990000: 990203" in text for text in told)
    assert any("no sourced household size" in text and "980101" in text for text in told)


def test_of_several_years_the_nearest_counts() -> None:
    table = pd.DataFrame({"adcode": ["990102"], "population": [100], "urban_population": [0]})
    for year, size in ((None, 2.0), (2011, 2.5), (2015, 2.5), (2016, 2.0), (1990, 2.5)):
        row = stations_needed(table, NORMS, SIZES, year=year).table.iloc[0]
        assert row["household_size"] == size, year
    twice = pd.concat([SIZES, SIZES.iloc[:1]])
    with pytest.raises(DataError, match="990000"):
        stations_needed(table, NORMS, twice)


def test_given_households_need_no_size() -> None:
    row = stations_needed(county(households=[9], urban_households=[1]), NORMS, SIZES).table.iloc[0]
    assert pd.isna(row["household_size"])
    assert pd.isna(row["household_size_basis"])


def test_lanzhou_needs_the_stations_of_its_own_households() -> None:
    """By hand: residents over 2.43, not over the province's 3.49 of 2010; 877, not 611."""
    names = ["station_norms", "census_counties", "urban_residents"]
    layers = {name: layer.table for name, layer in load_layers(names).items()}
    norms = layers["station_norms"].set_index("adcode")
    lanzhou = norms[norms.index.str.startswith("6201")]
    assert (lanzhou["household_size"] == 2.43).all()
    assert set(lanzhou["household_size_basis"]) == {"prefecture"}
    census = layers["census_counties"].set_index("adcode")["population_2020"]
    urban = lanzhou["urban_population"]
    assert urban.sum() == 3_622_550
    hundredths = {code: (int(urban[code]), int(census[code] - urban[code])) for code in urban.index}
    by_hand = sum(
        -(-inside * 100 // (2000 * 243)) + -(-outside * 100 // (2500 * 243))
        for inside, outside in hundredths.values()
    )
    assert lanzhou["stations_needed"].sum() == by_hand
    own = norms.loc[["621021", "621023"], ["household_size", "household_size_basis"]]
    assert own.values.tolist() == [[2.65, "own"], [2.79, "own"]]
    rest = norms.drop([*lanzhou.index, "621021", "621023"])
    rest = rest[~rest.index.str.startswith("6229")]
    assert set(rest["household_size"]) == {3.49}
    assert set(rest["household_size_basis"]) == {"province"}


def test_missing_and_beyond() -> None:
    table = pd.DataFrame(
        {
            "adcode": ["990101", "990102", "990103"],
            "population": [10_000, 10_000, 10_000],
            "urban_population": [10_000, 10_000, 10_000],
        }
    )
    there = pd.DataFrame({"adcode": ["990102", "990101"], "stations": [5, 1]})
    found = stations_needed(table, NORMS, SYNTHETIC, there)
    assert found.table["stations_needed"].tolist() == [2, 2, 2]
    assert found.table["missing"].tolist()[:2] == [1, 0]
    assert found.table["beyond"].tolist()[:2] == [0, 3]
    assert found.table[["stations_there", "missing", "beyond"]].iloc[2].isna().all()
    assert "unknown in 1 unit(s)" in found.left_out[0].en


@pytest.mark.parametrize(
    ("table", "words"),
    [
        (county(population=[1]), "urban_population"),
        (county(population=[1], urban_population=[2]), "990101"),
        (county(population=[-1], urban_population=[-2]), "990101"),
        (pd.concat([county(population=[1], urban_population=[1])] * 2), "twice"),
    ],
)
def test_counties_that_can_not_be_are_refused(table: pd.DataFrame, words: str) -> None:
    with pytest.raises(DataError, match=words):
        stations_needed(table, NORMS, SYNTHETIC)


def test_a_norm_has_to_be_unique_and_stations_to_be_of_the_counties() -> None:
    table = county(population=[1], urban_population=[1])
    with pytest.raises(DataError, match="urban"):
        stations_needed(table, pd.concat([NORMS, NORMS]), SYNTHETIC)
    there = pd.DataFrame({"adcode": ["990109"], "stations": [1]})
    with pytest.raises(DataError, match="990109"):
        stations_needed(table, NORMS, SYNTHETIC, there)


def test_lanzhou_as_shipped() -> None:
    names = ["county_residents", "norms", "recycling_stations_lanzhou"]
    layers = {name: layer.table for name, layer in load_layers(names).items()}
    there = layers["recycling_stations_lanzhou"].rename(columns={"standard_stations": "stations"})
    found = stations_needed(layers["county_residents"], layers["norms"], UNKNOWN, there)
    table = found.table
    assert table["stations_there"].sum() == 471
    assert table.loc[table["stations_there"].notna(), "adcode"].str.startswith("6201").all()
    assert table["stations_needed"].isna().all()
    some = stations_needed(layers["county_residents"], layers["norms"], SYNTHETIC, there).table
    assert some["stations_needed"].notna().all()
    # Each norm rounds up by less than one station.
    exact = some["urban_households"] / 2000 + some["township_households"] / 2500
    gap = some["stations_needed"].astype(float) - exact
    assert ((gap > -1e-9) & (gap < 2)).all()
