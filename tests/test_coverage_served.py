"""Who is served: nothing gained, nothing lost, at any level; the same whatever the order."""

from __future__ import annotations

from fractions import Fraction

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pandas.testing import assert_frame_equal
from pyproj import Geod

from gisplan.analysis.coverage import models as coverage
from gisplan.analysis.coverage import network
from gisplan.api.load import load_layers
from gisplan.errors import DataError, OptionError
from tests.coverage_cases import UNITS, Case, cases

REACH = st.integers(1, 21).map(float)


def members(demand: pd.DataFrame, level: str, adcode: str) -> pd.DataFrame:
    """The points of a unit, by its code's digits."""
    digits = {"province": 2, "prefecture": 4, "county": 6}[level]
    return demand[demand["adcode"].str[:digits] == adcode[:digits]]


@settings(max_examples=20)
@given(cases(), REACH)
def test_covered_and_uncovered_are_all_there_is_at_every_level(case: Case, limit: float) -> None:
    table = coverage.by_unit(case.demand, case.pairs, UNITS, breaks=[limit])
    assert set(table["level"]) == {"province", "prefecture", "county"}
    assert (table["weight_covered"] + table["weight_uncovered"] == table["weight_total"]).all()
    for _, level in table.groupby("level"):
        assert level["weight_total"].sum() == case.demand["weight"].sum()
        assert level["points"].sum() == len(case.demand)
    served = set(case.pairs.loc[case.pairs["cost"] <= limit, "demand"])
    for row in table.itertuples():
        own = members(case.demand, row.level, row.adcode)
        assert row.weight_total == own["weight"].sum()
        assert row.weight_covered == own.loc[own["id"].isin(served), "weight"].sum()
        assert row.points_covered == own["id"].isin(served).sum()


@settings(max_examples=20)
@given(cases(whole=False), REACH)
def test_figures_are_the_floats_nearest_to_the_true_sums(case: Case, limit: float) -> None:
    table = coverage.by_unit(case.demand, case.pairs, UNITS, breaks=[limit])
    for row in table.itertuples():
        own = members(case.demand, row.level, row.adcode)
        assert row.weight_total == float(sum(map(Fraction, own["weight"].tolist())))
        parts = row.weight_covered + row.weight_uncovered
        assert abs(parts - row.weight_total) <= 2 * np.spacing(row.weight_total)


@settings(max_examples=20)
@given(cases())
def test_a_longer_reach_never_serves_fewer(case: Case) -> None:
    breaks = [1.0, 5.0, 10.0, 20.0]
    table = coverage.by_unit(case.demand, case.pairs, UNITS, breaks=breaks)
    for _, unit in table.groupby(["level", "adcode"]):
        assert unit["within"].tolist() == breaks
        assert unit["weight_covered"].is_monotonic_increasing


@settings(max_examples=20)
@given(cases(), REACH, st.integers(0, 99))
def test_the_order_of_rows_changes_nothing(case: Case, limit: float, seed: int) -> None:
    other = case.shuffled(seed)
    kept = coverage.nearest(case.demand, case.pairs, limit=limit)
    moved = coverage.nearest(other.demand, other.pairs, limit=limit)
    assert moved["demand"].tolist() == other.demand["id"].tolist()
    assert_frame_equal(kept, moved.sort_values("demand", ignore_index=True))
    assert_frame_equal(
        coverage.by_unit(case.demand, case.pairs, UNITS, breaks=[limit]),
        coverage.by_unit(other.demand, other.pairs, UNITS, breaks=[limit]),
    )


def one() -> Case:
    demand = pd.DataFrame({"id": ["a", "b"], "adcode": ["990101", "990200"], "weight": [3.0, 4.0]})
    sites = pd.DataFrame({"id": ["x"], "tier": ["low"], "capacity": [5.0]})
    return Case(demand, sites, pd.DataFrame({"demand": ["a"], "site": ["x"], "cost": [7.0]}))


def test_the_limit_itself_is_within() -> None:
    case = one()
    assert coverage.nearest(case.demand, case.pairs, limit=7.0)["site"].tolist()[0] == "x"
    assert coverage.nearest(case.demand, case.pairs, limit=6.9)["site"].isna().all()
    units = coverage.by_unit(case.demand, case.pairs, UNITS, breaks=[6.9, 7.0])
    assert units[units["level"] == "province"]["weight_covered"].tolist() == [0.0, 3.0]


def test_a_quantity_that_is_not_known_stays_empty_and_is_not_0() -> None:
    case = one()
    demand = case.demand.assign(t_slag=np.nan)
    table = coverage.by_unit(demand, case.pairs, UNITS, breaks=[9.0], quantities=["t_slag"])
    assert table[["t_slag_total", "t_slag_covered", "t_slag_uncovered"]].isna().all(axis=None)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"demand": lambda t: t.iloc[:0]}, ["demand layer", "empty"]),
        ({"demand": lambda t: t.assign(weight=[0.0, 1.0])}, ["demand layer", "weight", "a = 0.0"]),
        ({"demand": lambda t: t.assign(weight=[1.0, -2.0])}, ["weight", "b = -2.0"]),
        ({"demand": lambda t: t.assign(weight=[1.0, np.nan])}, ["weight", "b = nan"]),
        ({"demand": lambda t: t.assign(weight=[np.inf, 1.0])}, ["weight", "a = inf"]),
        ({"demand": lambda t: t.assign(weight=["x", "y"])}, ["weight", "numbers"]),
        ({"demand": lambda t: t.drop(columns="weight")}, ["lacks", "weight"]),
        ({"demand": lambda t: t.assign(id=["a", "a"])}, ["id", "a stand(s) twice"]),
        ({"demand": lambda t: t.assign(id=["a", None])}, ["id", "record(s) 2"]),
        ({"demand": lambda t: t.assign(adcode=["110000", "990101"])}, ["adcode", "110000"]),
        ({"pairs": lambda t: t.iloc[:0]}, ["no site reaches any demand point", "outside"]),
        ({"pairs": lambda t: t.assign(cost=np.nan)}, ["cost", "a - x = nan"]),
        ({"pairs": lambda t: t.assign(cost=-1.0)}, ["cost", "a - x = -1.0"]),
        ({"pairs": lambda t: t.assign(demand="q")}, ["column demand", "q"]),
        ({"pairs": lambda t: pd.concat([t, t])}, ["twice", "a - x"]),
        ({"pairs": lambda t: t.drop(columns="cost")}, ["lacks", "cost"]),
    ],
)
def test_what_can_not_be_used_is_named(change: dict[str, object], words: list[str]) -> None:
    case = one()
    tables = {"demand": case.demand, "pairs": case.pairs}
    for name, edit in change.items():
        tables[name] = edit(tables[name])  # type: ignore[operator]
    with pytest.raises(DataError) as caught:
        coverage.by_unit(tables["demand"], tables["pairs"], UNITS, breaks=[9.0])
    for word in words:
        assert word in caught.value.message.en
    assert caught.value.message.zh != caught.value.message.en


@pytest.mark.parametrize("breaks", [[], [0.0], [-1.0], [np.nan], [5.0, 5.0], [9.0, 5.0], [np.inf]])
def test_bounds_that_do_not_rise_are_refused(breaks: list[float]) -> None:
    with pytest.raises(OptionError, match="breaks"):
        coverage.by_unit(one().demand, one().pairs, UNITS, breaks=breaks)


def test_a_site_that_is_not_in_its_layer_is_named() -> None:
    case = one()
    with pytest.raises(DataError, match=r"column site.*x"):
        coverage.contribution(case.demand, case.sites.assign(id="z"), case.pairs, limit=9.0)


def test_units_in_a_circle_or_without_parent_are_refused() -> None:
    codes = pd.Series(["990101"])
    circle = UNITS.assign(parent=UNITS["parent"].mask(UNITS["level"] == "province", "990101"))
    for units in (circle, UNITS[UNITS["adcode"] != "990100"]):
        with pytest.raises(DataError, match="parent"):
            coverage.units_above(units, codes)


def all_pairs(demand: gpd.GeoDataFrame, sites: gpd.GeoDataFrame, *, limit: float) -> pd.DataFrame:
    """Every pair within a geodesic distance, one by one."""
    every = pd.MultiIndex.from_product([demand["id"], sites["id"]], names=["demand", "site"])
    a, b = np.divmod(np.arange(len(every)), len(sites))
    ends = (demand.geometry.x, demand.geometry.y, sites.geometry.x, sites.geometry.y)
    lon0, lat0, lon1, lat1 = (np.asarray(axis) for axis in ends)
    cost = Geod(ellps="WGS84").inv(lon0[a], lat0[a], lon1[b], lat1[b])[2]
    table = every.to_frame(index=False).assign(cost=cost)
    return table[table["cost"] <= limit]


def test_the_province_is_counted_whole_on_the_shipped_layers() -> None:
    layers = load_layers(["demand_points", "network", "units"])
    demand, sites, units = (layers[name].table for name in ("demand_points", "network", "units"))
    sites = network.in_year(sites, year=2023)
    pairs = all_pairs(demand, sites, limit=50_000.0)
    near = pairs[pairs["site"].isin(sites.loc[sites["kind"] == "incineration", "id"])]
    quantities = ("population", "t_municipal")
    people = coverage.by_unit(demand, near, units, breaks=[50_000.0], quantities=quantities)
    by_level = people.groupby("level")["population_total"].sum()
    # 兰州新区 is counted apart from the counties, at their level.
    assert by_level["county"] + by_level["special"] == 25_019_831
    assert by_level["prefecture"] == by_level["province"] == 25_019_831
    parts = people["population_covered"] + people["population_uncovered"]
    assert (parts == people["population_total"]).all()
    covered = people[people["level"] == "province"]["population_covered"].item()
    assert 0 < covered < 25_019_831
    tonnes = people["t_municipal_covered"] + people["t_municipal_uncovered"]
    assert tonnes.to_numpy() == pytest.approx(people["t_municipal_total"].to_numpy(), rel=1e-15)
    slag = coverage.by_unit(demand, near, units, breaks=[50_000.0], quantities=["t_slag"])
    assert slag["t_slag_covered"].isna().all()
