"""Norms: the count that the norm gives, nothing where a figure is missing."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gisplan.analysis.coverage import models as coverage
from gisplan.analysis.coverage import network
from gisplan.analysis.coverage.models import HouseholdSize
from gisplan.api.load import load_layers
from gisplan.errors import DataError, OptionError

NORMS = pd.DataFrame(
    {
        "tier": "collection_station",
        "area": ["urban", "township"],
        "unit_en": "households",
        "value": [2000.0, 2500.0],
    }
)
SYNTHETIC = HouseholdSize(persons=2.5, source="synthetic, for tests")


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
    assert coverage.stations_needed(table, NORMS).table["needed"].tolist() == [needed]


@given(st.integers(0, 3_000_000), st.integers(0, 3_000_000), st.sampled_from(["2.6", "3", "2.55"]))
def test_households_from_population_err_at_no_boundary(
    urban: int, township: int, size: str
) -> None:
    table = county(population=[urban + township], urban_population=[urban])
    found = coverage.stations_needed(
        table, NORMS, size=HouseholdSize(persons=float(size), source="synthetic")
    )
    # In whole numbers: persons a station, in hundredths.
    hundredths = round(float(size) * 100)
    expected = -(-urban * 100 // (2000 * hundredths)) + -(-township * 100 // (2500 * hundredths))
    assert found.table["needed"].item() == expected


def test_without_a_household_size_nothing_is_guessed() -> None:
    table = county(population=[10_000], urban_population=[4_000])
    found = coverage.stations_needed(table, NORMS)
    assert found.table["needed"].isna().all()
    assert found.table["urban_households"].isna().all()
    assert "household size" in found.left_out[0].en
    for persons, source in ((0.0, "x"), (math.nan, "x"), (2.5, " ")):
        with pytest.raises(OptionError):
            HouseholdSize(persons=persons, source=source)


def test_missing_and_beyond() -> None:
    table = pd.DataFrame(
        {
            "adcode": ["990101", "990102", "990103"],
            "population": [10_000, 10_000, 10_000],
            "urban_population": [10_000, 10_000, 10_000],
        }
    )
    there = pd.DataFrame({"adcode": ["990102", "990101"], "stations": [5, 1]})
    found = coverage.stations_needed(table, NORMS, there=there, size=SYNTHETIC)
    assert found.table["needed"].tolist() == [2, 2, 2]
    assert found.table["missing"].tolist()[:2] == [1, 0]
    assert found.table["beyond"].tolist()[:2] == [0, 3]
    assert found.table[["there", "missing", "beyond"]].iloc[2].isna().all()
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
        coverage.stations_needed(table, NORMS, size=SYNTHETIC)


def test_a_norm_has_to_be_unique_and_stations_to_be_of_the_counties() -> None:
    table = county(population=[1], urban_population=[1])
    with pytest.raises(DataError, match="urban"):
        coverage.stations_needed(table, pd.concat([NORMS, NORMS]), size=SYNTHETIC)
    there = pd.DataFrame({"adcode": ["990109"], "stations": [1]})
    with pytest.raises(DataError, match="990109"):
        coverage.stations_needed(table, NORMS, there=there, size=SYNTHETIC)


def test_lanzhou_as_shipped() -> None:
    names = ["county_residents", "norms", "recycling_stations_lanzhou"]
    layers = {name: layer.table for name, layer in load_layers(names).items()}
    there = layers["recycling_stations_lanzhou"].rename(columns={"standard_stations": "stations"})
    found = coverage.stations_needed(layers["county_residents"], layers["norms"], there=there)
    table = found.table
    assert table["there"].sum() == 471
    assert table.loc[table["there"].notna(), "adcode"].str.startswith("6201").all()
    assert table["needed"].isna().all()
    some = coverage.stations_needed(
        layers["county_residents"], layers["norms"], there=there, size=SYNTHETIC
    ).table
    assert some["needed"].notna().all()
    # Each norm rounds up by less than one station.
    exact = some["urban_households"] / 2000 + some["township_households"] / 2500
    gap = some["needed"].astype(float) - exact
    assert ((gap > -1e-9) & (gap < 2)).all()


def test_capacity_against_waste_as_shipped() -> None:
    layers = load_layers(["county_waste", "network", "units"])
    waste, sites, units = (layers[n].table for n in ("county_waste", "network", "units"))
    sites = network.in_year(sites, year=2023)
    found = coverage.capacity_against_waste(
        waste, sites, units, level="prefecture", stream="municipal"
    )
    table = found.table
    assert table["arising"].sum() == pytest.approx(waste["t_municipal"].sum())
    assert len(table) == 14
    own = sites[(sites["stream"] == "municipal") & (sites["standing"] == "standing")]
    assert table["standing"].sum() == pytest.approx(own["capacity"].sum())
    assert table["sites"].sum() == len(own)
    assert table["without_figure"].sum() == own["capacity"].isna().sum()
    assert (table["balance"] == table["standing"] - table["arising"]).all()
    unknown = coverage.capacity_against_waste(
        waste, sites, units, level="prefecture", stream="vehicles"
    )
    assert unknown.table["balance"].isna().all()
    assert "t_vehicles" in unknown.left_out[0].en


def test_sites_that_do_not_count_are_named() -> None:
    units = pd.DataFrame(
        {
            "adcode": ["990000", "990100", "990101"],
            "level": ["province", "prefecture", "county"],
            "parent": [None, "990000", "990100"],
        }
    )
    waste = pd.DataFrame({"adcode": ["990101"], "t_kitchen": [100.0]})
    sites = pd.DataFrame(
        {
            "id": ["a", "b", "c", "d", "e"],
            "adcode": ["990101", "990101", "990101", "990100", "990101"],
            "stream": ["kitchen", "kitchen", "kitchen", "kitchen", "slag"],
            "capacity": [40.0, 7.0, np.nan, 9.0, 1000.0],
            "standing": ["standing", "unknown", "standing", "planned", "standing"],
        }
    )
    found = coverage.capacity_against_waste(waste, sites, units, level="county", stream="kitchen")
    (row,) = found.table.to_dict("records")
    assert (row["standing"], row["planned"], row["balance"]) == (40.0, 0.0, -60.0)
    assert (row["sites"], row["without_figure"], row["ratio"]) == (2, 1, 0.4)
    told = [note.en for note in found.left_out]
    assert told == [
        "1 site(s) not known to stand, not counted: b",
        "1 site(s) known more coarsely than the level, not counted: d",
    ]
    wide = coverage.capacity_against_waste(
        waste, sites, units, level="prefecture", stream="kitchen"
    )
    assert wide.table["planned"].tolist() == [9.0]
    with pytest.raises(DataError, match="standing"):
        coverage.capacity_against_waste(
            waste, sites.drop(columns="standing"), units, level="county", stream="kitchen"
        )
