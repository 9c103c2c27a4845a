"""Sites known to a whole prefecture alone: wherever they stand, the true figure is in the range."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gisplan.analysis import coverage
from gisplan.analysis.coverage.accessibility import access_of_placed, opened_by_unplaced
from gisplan.analysis.coverage.assigned import solve_within
from gisplan.analysis.coverage.assigned_tables import by_point, placed_high, summed
from gisplan.analysis.coverage.od_pairs import reached_or_possible
from gisplan.analysis.coverage.service_standard import ServiceStandard
from gisplan.analysis.coverage.standing import sites_by_standing
from gisplan.analysis.coverage.unplaced import unplaced_within
from gisplan.analysis.travel import ByDistance, by_road
from tests.test_position_range import COUNTIES, UNITS, far, grid_of
from tests.test_service import demand, sites

AREAS = {"areas": COUNTIES, "units": UNITS}
DECAYS = [None, {"form": "linear"}, {"form": "power", "exponent": 2, "floor": 1}]
POINTS = st.lists(
    st.tuples(st.floats(103.8, 105), st.floats(35.8, 36.8), st.integers(1, 900)),
    min_size=2,
    max_size=9,
)
#: Places and capacities of sites that have a place.
PLACED = st.lists(
    st.tuples(st.floats(103.9, 104.9), st.floats(35.9, 36.7), st.integers(0, 900)),
    min_size=1,
    max_size=3,
)


def network(placed: list[tuple[float, float, int]], room: float | None, stands: bool):
    """The placed sites, and one that is known to prefecture 990100 alone, drawn at its seat."""
    table = sites(
        [*((x, y) for x, y, _ in placed), (104.1, 36.1)],
        precision=["site"] * len(placed) + ["prefecture"],
        adcode=["990101"] * len(placed) + ["990100"],
        capacity=[*(float(n) for *_, n in placed), np.nan if room is None else room],
    )
    if not stands:
        table.loc[len(placed), ["start_year", "status_year"]] = [None, 2012]
    return table


def held(low: pd.Series, true: pd.Series, high: pd.Series) -> bool:
    """Within the range, to rounding; an end that is not told bounds nothing."""
    slack = 1e-9 * (1 + np.abs(true))
    return bool(((low <= true + slack) & (high.isna() | (true <= high + slack))).all())


@st.composite
def cases(draw: st.DrawFn) -> tuple[gpd.GeoDataFrame, gpd.GeoDataFrame, gpd.GeoDataFrame, float]:
    """People, the network as it is known, the same as it may truly be, and a reach."""
    rows, placed = draw(POINTS), draw(PLACED)
    # a placed site reaches somebody, without which there is nothing to list
    placed = [(*rows[0][:2], placed[0][2]), *placed[1:]]
    room, stands = draw(st.none() | st.integers(1, 900).map(float)), draw(st.booleans())
    known = network(placed, room, stands=stands)
    places = grid_of("990100")
    lon, lat = places[draw(st.integers(0, len(places) - 1))]
    truth = known.assign(precision="site", capacity=known["capacity"].fillna(500.0))
    truth.loc[len(placed), "geometry"] = gpd.points_from_xy([lon], [lat])[0]
    truth["start_year"], truth["status_year"] = 2010, None
    if not stands and draw(st.booleans()):
        truth = truth[:-1]
    people = demand([(x, y, n, k % 3) for k, (x, y, n) in enumerate(rows)])
    return people, known, truth, draw(st.sampled_from([15.0, 40.0]))


@settings(max_examples=8)
@given(cases(), st.sampled_from(DECAYS), st.sampled_from(["2sfca", "3sfca"]))
def test_wherever_it_stands_accessibility_is_in_the_range(case, decay, method) -> None:
    people, known, truth, reach = case
    way = {"reaches_km": [reach], "decay": decay, "method": method, "year": 2020}
    told = coverage.accessibility(people, known, **AREAS, **way).table
    true = coverage.accessibility(people, truth, **way).table["access"]
    assert held(told["access_low"], true, told["access_high"])
    assert (told["access"].isna() | np.isclose(told["access"], true)).all()
    assert (told["access"].isna() == told["unknown_en"].notna()).all()
    # by county
    standard = ServiceStandard.of(None, reach_km=[reach], year=2020)
    here = reached_or_possible(people, known, standard, **AREAS)
    asked = {"quantity": "population", "decay": decay, "method": method}
    mean = coverage.sum_by_region(
        COUNTIES,
        access_of_placed(people, here, (), **asked).table,
        UNITS,
        sums=["population"],
        means=dict.fromkeys(("access", "access_low", "access_high"), "population"),
        names=["unknown_zh", "unknown_en"],
    ).table
    county = pd.Series(people["adcode"].map({c: n for n, c in enumerate(mean["adcode"])}))
    county.index = people["id"]
    whole = opened_by_unplaced(mean, here, group=county, amount=mean["population"], method=method)
    work = (true * people["population"]).groupby(people["adcode"]).sum()
    spent = mean["adcode"].map(work / people["population"].groupby(people["adcode"]).sum())
    some = spent.notna()
    assert held(whole["access_low"][some], spent[some], whole["access_high"][some])
    sure = whole["access"].notna() & some
    assert np.allclose(whole["access"][sure], spent[sure])


@settings(max_examples=8)
@given(cases())
def test_wherever_it_stands_what_is_taken_is_in_the_range(case) -> None:
    people, known, truth, reach = case
    asked = {"reach_km": reach, "year": 2020, "quantity": "population"}
    told = coverage.assignment(people, known, **AREAS, **asked).tables
    true = coverage.assignment(people, truth, **asked).tables
    left = told["unmet"]
    for name in ("assigned", "unmet"):
        assert held(left[f"{name}_low"], true["unmet"][f"{name}_low"], left[f"{name}_high"])
    took = true["sites"].set_index("id")["assigned_low"].reindex(told["sites"]["id"], fill_value=0)
    took = took.reset_index(drop=True)
    assert held(told["sites"]["assigned_low"], took, told["sites"]["assigned_high"])
    # and so is their sum, of which the site serves no more than it holds
    standard = ServiceStandard.of(None, reach_km=[reach], year=2020)
    here = reached_or_possible(people, known, standard, **AREAS)
    solved = solve_within(people, here, quantity="population")
    points = by_point(people, solved).assign(placed_high=placed_high(solved))
    columns = ["population", "assigned_high", "unmet_low", "placed_high"]
    total = pd.DataFrame([points[columns].sum()]).rename(columns={"population": "amount"})
    most = summed(total, solved).iloc[0]
    assert true["unmet"]["assigned_low"].sum() <= most["assigned_high"] + 1e-6
    assert most["unmet_low"] <= true["unmet"]["unmet_low"].sum() + 1e-6
    assert most["assigned_high"] + most["unmet_low"] == pytest.approx(most["amount"])
    room = known["capacity"].iloc[-1]
    assert np.isnan(room) or most["assigned_high"] <= most["placed_high"] + room + 1e-6


@settings(max_examples=8)
@given(cases(), st.sampled_from(DECAYS[1:]))
def test_wherever_it_stands_market_shares_are_in_the_range(case, decay) -> None:
    people, known, truth, reach = case
    way = {"decay": decay, "reach_km": reach, "year": 2020, "quantity": "population"}
    told = coverage.market_shares(people, known, **AREAS, **way).tables["sites"]
    true = coverage.market_shares(people, truth, **way).tables["sites"].set_index("id")
    gets = true["expected_low"].reindex(told["id"], fill_value=0).reset_index(drop=True)
    assert held(told["expected_low"], gets, told["expected_high"])


def test_the_site_opens_what_lies_within_reach_of_its_border_and_is_named() -> None:
    # the town of 990201 lies north of the prefecture's border, the last one far away
    towns = demand([(104.1, 36.1, 100, 0), (104.45, 36.5, 300, 2), (106.5, 36.5, 50, 2)])
    plant = network([(104.1, 36.1, 80)], 200.0, stands=True).assign(
        name_zh=["甲", "乙"], name_en=["A", "B"]
    )
    told = coverage.accessibility(towns, plant, **AREAS, reaches_km=[30.0], year=2020)
    near = float(far(104.45, 36.5, grid_of("990100")).min())
    assert near < 30_000
    table = told.table
    assert table["unknown_en"].fillna("").tolist() == ["B", "B", ""]
    # at most all of its capacity is for one place: 80 / 100 + 200 / 100, and 200 / 300
    assert table["access_low"].tolist() == [0.8, 0.0, 0.0]
    assert table["access_high"].tolist() == pytest.approx([2.8, 200 / 300, 0.0])
    assert table["access"].isna().tolist() == [True, True, False]
    said = [words.en for words in told.left_out]
    assert sum("known to a prefecture or such a unit alone" in words for words in said) == 1
    assert all("甲" not in words.zh or "乙" not in words.zh for words in told.left_out)
    # without its border, in its own prefecture alone, and that is said
    alone = coverage.accessibility(towns, plant, reaches_km=[30.0], year=2020)
    assert alone.table["unknown_en"].fillna("").tolist() == ["B", "", ""]
    assert "places nearby may be served by them: B" in alone.left_out[-1].en


def test_by_road_no_way_is_shorter_than_the_straight_line() -> None:
    towns = demand([(104.45, 36.5, 300, 2), (104.9, 36.9, 50, 2)])
    stood = sites_by_standing(network([(104.1, 36.1, 80)], 200.0, stands=True), year=2020)
    line = gpd.GeoDataFrame(
        {"kmh": [60.0]},
        geometry=gpd.GeoSeries.from_wkt(["LINESTRING (104.1 36.1, 104.45 36.5)"]),
        crs=4326,
    )
    road = by_road(line, options={"speed": "kmh", "max_snap_m": 2000, "access_kmh": 20})
    straight = unplaced_within(towns, stood, **AREAS, mode=ByDistance(), limit=30.0).pairs
    # at 60 km/h half an hour is 30 km
    told = unplaced_within(towns, stood, **AREAS, mode=road, limit=30.0).pairs
    assert told["demand"].tolist() == straight["demand"].tolist() == ["d0"]
    assert told["cost"].tolist() == pytest.approx((straight["cost"] / 1000).tolist())
    # demand that no road leads to is reached by none
    off = road.reach(towns, sites([(104.1, 36.1)]), limit=60.0)
    wide = unplaced_within(towns, stood, **AREAS, mode=road, limit=600.0).pairs
    assert wide["demand"].tolist() == ["d0", "d1"]
    wide = unplaced_within(towns, stood, **AREAS, mode=road, limit=600.0, found=off).pairs
    assert wide["demand"].tolist() == ["d0"]
