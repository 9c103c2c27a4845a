"""What a network provides, as layers: against pyproj, figures by hand, and what must hold."""

from __future__ import annotations

from dataclasses import replace

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from pyproj import Geod
from shapely.geometry import Point

from gisplan.analysis import coverage as provision
from gisplan.analysis.coverage.accessibility import access_within, opened_by_unplaced
from gisplan.analysis.coverage.assigned import solve_within
from gisplan.analysis.coverage.assigned_tables import by_point, by_site
from gisplan.analysis.coverage.nearest_facility import nearest_in_km
from gisplan.analysis.coverage.od_pairs import Reached
from gisplan.analysis.coverage.standing import sites_by_standing, sites_that_count
from gisplan.analysis.coverage.surfaces import service_bands
from gisplan.analysis.coverage.unplaced import unplaced_within
from gisplan.analysis.travel import ByDistance
from gisplan.api.load import load_layers
from gisplan.catalog.defaults import Defaults
from gisplan.catalog.raster import Raster, RasterGrid
from gisplan.errors import DataError, OptionError
from tests import rasters
from tests.test_service import UNITS, demand, distances, points, regions, sites

GEOD = Geod(ellps="WGS84")
#: Places and the capacity of the site there; None: unknown.
HELD = st.lists(
    st.tuples(st.floats(100, 101.5), st.floats(35, 36.5), st.none() | st.integers(0, 2_000_000)),
    min_size=1,
    max_size=5,
)
ROWS = st.lists(points, min_size=1, max_size=12)
Held = list[tuple[float, float, int | None]]
Rows = list[tuple[float, float, int, int]]


def held(rows: Held) -> gpd.GeoDataFrame:
    capacity = [float("nan") if c is None else float(c) for *_, c in rows]
    return sites([(x, y) for x, y, _ in rows], capacity=capacity, stream="municipal")


def shuffled(table: gpd.GeoDataFrame, seed: int) -> gpd.GeoDataFrame:
    return table.sample(frac=1.0, random_state=seed)


@settings(max_examples=15)
@given(ROWS, HELD)
def test_what_is_assigned_and_unmet_is_the_demand_at_every_level(rows: Rows, where: Held) -> None:
    assume(min(distances(rows, [(x, y) for x, y, _ in where])) < 79_000)
    people, network = demand(rows), held(where)
    asked = {"quantity": "population", "reach_km": 80.0, "year": 2020}
    told = provision.assignment(people, network, **asked).tables
    took, left, flows = told["sites"], told["unmet"], told["flows"]
    whole = people["population"].sum()
    for low, high in (("low", "high"), ("high", "low")):
        both = left[f"assigned_{low}"] + left[f"unmet_{high}"]
        assert (both == left["population"]).all()
    assert (left["out_of_reach"] + left["no_capacity"] == left["unmet_high"]).all()
    three = left[["served_share", "full_share", "out_share"]].sum(axis=1, min_count=3)
    assert three.isna().tolist() == (left["population"] == 0).tolist()
    assert three.dropna().tolist() == pytest.approx([100.0] * int(three.notna().sum()))
    assert (left["reason"].isna() == (left["unmet_high"] == 0)).all()
    wide = left["assigned_low"] < left["assigned_high"]
    assert (left["reason"].eq("not_known") == wide).all()
    assert (left["unknown_en"].notna() == wide).all()
    unknown = took["capacity"].isna()
    room = took["capacity"].fillna(np.inf)
    assert (took["assigned_low"] <= took["assigned_high"]).all()
    assert (took["assigned_high"] <= room).all()
    assert (took.loc[unknown, "assigned_low"] == 0).all()
    assert (took["left_low"].isna() == unknown).all()
    assert (took["full"].fillna(False) == (took["assigned_low"] == room)).all()
    # the flows are those of the lowest case, where what is not known takes nothing
    assert not flows["site"].isin(took.loc[unknown, "id"]).any()
    assert flows["amount"].sum() <= whole - left["unmet_low"].sum()
    by_site = flows.groupby("site")["amount"].sum().reindex(took["id"], fill_value=0.0)
    assert by_site[~unknown.to_numpy()].tolist() == took.loc[~unknown, "assigned_high"].tolist()
    assert (flows["cost_km"] <= 80.0).all()
    sums = ["population", "assigned_low", "unmet_high", "unmet_low", "no_capacity", "out_of_reach"]
    for level in ("county", "prefecture", "province"):
        told = provision.sum_by_region(
            regions(level), left, UNITS, sums=sums, names=["unknown_en"]
        ).table
        assert told["population"].sum() == whole
        assert told["unmet_low"].sum() == left["unmet_low"].sum()
        three = told["assigned_low"] + told["no_capacity"] + told["out_of_reach"]
        assert three.dropna().tolist() == told["population"].dropna().tolist()
        parts = told["assigned_low"] + told["unmet_high"]
        assert parts.dropna().tolist() == told["population"].dropna().tolist()
        named = {n for names in told["unknown_en"].dropna() for n in names.split("; ")}
        assert named == {n for names in left["unknown_en"].dropna() for n in names.split("; ")}


def best(
    pairs: dict[tuple[int, int], float], supply: list[int], room: list[float]
) -> tuple[list[float], list[float]]:
    """Solve the transportation problem unit by unit: augment along the cheapest way (Jewell)."""
    sent = dict.fromkeys(pairs, 0)
    left, free = list(supply), list(room)
    while True:
        # Bellman-Ford over the residual graph, from every demand that has some left
        far: dict[tuple[str, int], float] = {("d", d): 0.0 for d, n in enumerate(left) if n > 0}
        back: dict[tuple[str, int], tuple[str, int]] = {}
        for _ in range(len(supply) + len(room)):
            for (d, s), cost in pairs.items():
                here, there = ("d", d), ("s", s)
                if far.get(here, np.inf) + cost < far.get(there, np.inf) - 1e-9:
                    far[there], back[there] = far[here] + cost, here
                if sent[d, s] and far.get(there, np.inf) - cost < far.get(here, np.inf) - 1e-9:
                    far[here], back[here] = far[there] - cost, there
        ends = [("s", s) for s, n in enumerate(free) if n > 0 and ("s", s) in far]
        if not ends:
            served = [n - m for n, m in zip(supply, left, strict=True)]
            used = [sum(n for (_, s), n in sent.items() if s == at) for at in range(len(room))]
            return served, used
        at = min(ends, key=lambda node: (far[node], node))
        free[at[1]] -= 1
        while at in back:
            before = back[at]
            if before[0] == "d":
                sent[before[1], at[1]] += 1
            else:
                sent[at[1], before[1]] -= 1
            at = before
        left[at[1]] -= 1


@settings(max_examples=25)
@given(st.data())
def test_the_range_holds_whatever_the_unknown_capacity_is(data: st.DataObject) -> None:
    """Against a solver of another kind, with capacities drawn for what is not known."""
    points, places = data.draw(st.integers(1, 5)), data.draw(st.integers(1, 4))
    # all costs differ in every sum, so that the cheapest answer is one
    costs = data.draw(st.permutations([2.0**n for n in range(points * places)]))
    chosen = data.draw(st.lists(st.booleans(), min_size=len(costs), max_size=len(costs)))
    both = [(d, s) for d in range(points) for s in range(places)]
    pairs = {at: c for at, c, used in zip(both, costs, chosen, strict=True) if used}
    assume(pairs)
    supply = data.draw(st.lists(st.integers(0, 6), min_size=points, max_size=points))
    room = data.draw(
        st.lists(st.none() | st.integers(0, 9), min_size=places, max_size=places).map(list)
    )
    stood = data.draw(st.lists(st.booleans(), min_size=places, max_size=places))
    people = demand([(104.0 + d / 100, 36.0, n, 0) for d, n in enumerate(supply)])
    network = sites([(104.0 + s / 100, 36.1) for s in range(places)], capacity=room)
    network["capacity"] = network["capacity"].astype("float64")
    network["standing"] = np.where(stood, "standing", "unknown")
    table = pd.DataFrame(
        [(f"d{d}", f"s{s}", cost) for (d, s), cost in pairs.items()],
        columns=["demand", "site", "cost"],
    )
    here = Reached(sites=network, pairs=table, breaks=(1e9,), measure="min", left_out=())
    solved = solve_within(people, here, quantity="population")
    took = by_site(people, solved, quantity="population")
    left = by_point(people, solved)
    real = [
        n if n is not None and there else data.draw(st.integers(0, 40 if n is None else n))
        for n, there in zip(room, stood, strict=True)
    ]
    served, used = best(pairs, supply, [float(n) for n in real])
    for name, found, rows in (("assigned", served, left), ("assigned", used, took)):
        low, high = rows[f"{name}_low"].to_numpy(), rows[f"{name}_high"].to_numpy()
        assert (low <= np.array(found) + 1e-9).all()
        assert (np.array(found) <= high + 1e-9).all()
    # accessibility, by its definition
    floating = access_within(people, here, (), quantity="population").table
    for d in range(points):
        ratio = sum(
            real[s] / share
            for s in range(places)
            if (d, s) in pairs and (share := sum(supply[e] for e, t in pairs if t == s)) > 0
        )
        row = floating.iloc[d]
        assert row["access_low"] <= ratio + 1e-9
        assert np.isnan(row["access_high"]) or ratio <= row["access_high"] + 1e-9
        assert np.isnan(row["access"]) or row["access"] == pytest.approx(ratio)


@settings(max_examples=10)
@given(ROWS, HELD, st.integers(0, 99))
def test_the_order_of_rows_changes_no_answer(rows: Rows, where: Held, seed: int) -> None:
    assume(min(distances(rows, [(x, y) for x, y, _ in where])) < 79_000)
    one, other = (demand(rows), held(where)), (shuffled(demand(rows), seed), held(where))
    other = (other[0], shuffled(other[1], seed + 1))
    asked = {"quantity": "population", "year": 2020}

    def told(tables: tuple[gpd.GeoDataFrame, gpd.GeoDataFrame]) -> list[pd.DataFrame]:
        return [
            provision.assignment(*tables, reach_km=80.0, **asked).tables["sites"],
            provision.assignment(*tables, reach_km=80.0, **asked).tables["unmet"],
            provision.accessibility(*tables, reaches_km=[80.0], **asked).table,
            provision.overlap(*tables, reach_km=80.0, year=2020).table,
            provision.service_areas(tables[1], reaches_km=[30.0], year=2020, by_site=True)
            .table.rename(columns={"site": "id"})
            .drop(columns="geometry"),
        ]

    for first, second in zip(told(one), told(other), strict=True):
        pd.testing.assert_frame_equal(
            pd.DataFrame(first.sort_values("id", ignore_index=True)),
            pd.DataFrame(second.sort_values("id", ignore_index=True)),
        )


@settings(max_examples=25)
@given(ROWS, HELD)
def test_accessibility_averages_to_the_capacity_in_use(rows: Rows, where: Held) -> None:
    places = [(x, y) for x, y, _ in where]
    assume(min(distances(rows, places)) < 59_000)
    people, network = demand(rows), held(where)
    told = provision.accessibility(
        people, network, reaches_km=[20.0, 60.0], weights=[1.0, 0.5], year=2020
    )
    reaching = {
        s
        for x, y, *_ in rows
        for s, (a, b) in enumerate(places)
        if GEOD.inv(x, y, a, b)[2] <= 60_000
    }
    used = sum(where[s][2] or 0 for s in reaching)
    table = told.table
    assert (table["access_low"] * table["population"]).sum() == pytest.approx(used)
    known = table["unknown_en"].isna()
    assert table.loc[known, "access"].tolist() == table.loc[known, "access_low"].tolist()
    assert table.loc[~known, ["access", "access_high"]].isna().all(axis=None)
    unknown = sum(c is None for *_, c in where)
    assert any(f"{unknown} site(s) of unknown capacity" in t.en for t in told.left_out) == (
        unknown > 0
    )
    whole = provision.sum_by_region(
        regions("province"), table, UNITS, means={"access_low": "population"}
    ).table
    assert whole["access_low"].item() * sum(n for *_, n, _ in rows) == pytest.approx(used)


def test_a_site_known_to_its_prefecture_alone_leaves_accessibility_open() -> None:
    network = sites(
        [(100, 35)] * 3,
        precision=["county", "prefecture", "prefecture"],
        adcode=["900101", "900200", "910000"],
        name_zh=["甲", "乙", "丙"],
        name_en=["A", "B", "C"],
        capacity=[9.0, np.nan, 9.0],
    ).assign(start_year=[2010, None, None], status_year=[None, 2015, None])
    network.loc[2, "stage"] = "planned"
    table = gpd.GeoDataFrame({"adcode": ["900101", "900100", "900202", "900200", "910101"]})
    table["id"], amount = table["adcode"], pd.Series(1.0, index=table.index)
    table[["access", "access_low", "access_high"]] = 0.5
    table["unknown_zh"], table["unknown_en"] = [None, None, "甲", None, None], None
    asked = {"areas": None, "units": None, "mode": ByDistance(), "limit": 20.0}
    may = unplaced_within(table, sites_by_standing(network, year=2020), **asked)
    here = Reached(
        sites=network[:1],
        pairs=pd.DataFrame(columns=["demand", "site", "cost"]),
        breaks=(20e3,),
        measure="km",
        left_out=(),
        unplaced=may,
    )
    rows, words = pd.Series(table.index, index=table["id"]), may.notes
    told = opened_by_unplaced(table, here, group=rows, amount=amount)
    open_ = [False, False, True, True, False]
    assert told["access"].isna().tolist() == told["access_high"].isna().tolist() == open_
    assert (told["access_low"] == 0.5).all()
    assert told["unknown_zh"].fillna("").tolist() == ["", "", "甲、乙", "乙", ""]
    assert told["unknown_en"].fillna("").tolist() == ["", "", "B", "B", ""]
    assert words[0].en.endswith("served by them: B")
    alone = unplaced_within(table, sites_by_standing(network[:1], year=2020), **asked)
    assert alone.notes == ()
    none = replace(here, unplaced=alone)
    assert opened_by_unplaced(table, none, group=rows, amount=amount) is table


def test_accessibility_worked_by_hand() -> None:
    # On a meridian near 36 degrees a tenth of a degree is 11.1 km. The site at 36.0 holds 300 and
    # reaches both points: 300 / (100 + 200) = 1; the one at 36.3 holds 100 and reaches the second
    # only, 11.1 km away: 100 / 200 = 0.5. So 1 for the first point and 1.5 for the second.
    people = demand([(104.0, 36.0, 100, 0), (104.0, 36.2, 200, 0)])
    network = sites([(104.0, 36.0), (104.0, 36.3)], capacity=[300.0, 100.0])
    plain = provision.accessibility(people, network, reaches_km=[25.0], year=2020).table
    assert plain["access"].tolist() == [1.0, 1.5]
    # With weights 1 up to 15 km and 0.5 up to 25 km the first site's ratio is
    # 300 / (1 * 100 + 0.5 * 200) = 1.5; access: 1 * 1.5, and 0.5 * 1.5 + 1 * 0.5.
    zones = provision.accessibility(
        people, network, reaches_km=[15.0, 25.0], weights=[1.0, 0.5], year=2020
    ).table
    assert zones["access"].tolist() == [1.5, 1.25]


@settings(max_examples=20)
@given(ROWS, HELD, st.floats(1.0, 2.0))
def test_a_service_area_holds_the_points_in_reach(rows: Rows, where: Held, detour: float) -> None:
    places = [(x, y) for x, y, _ in where]
    nearest = [far * detour for far in distances(rows, places)]
    # the edge between two corners runs up to 0.015 % inside the circle
    assume(all(abs(far - b) > 0.001 * b for far in nearest for b in (30e3, 70e3)))
    network = held(where)
    areas = provision.service_areas(network, reaches_km=[30.0, 70.0], year=2020, detour=detour)
    for (x, y, *_), far in zip(rows, nearest, strict=True):
        inside = areas.table.loc[areas.table.contains(Point(x, y)), "upto_km"].tolist()
        assert inside == ([30.0] if far < 30e3 else [70.0] if far < 70e3 else [])
    own = provision.service_areas(
        network, reaches_km=[30.0, 70.0], year=2020, detour=detour, by_site=True
    ).table
    assert own["site"].tolist() == [f"s{n}" for n in range(len(where)) for _ in range(2)]
    for site, (a, b, _) in enumerate(where):
        rings = own[own["site"] == f"s{site}"]
        for x, y, *_ in rows:
            far = GEOD.inv(x, y, a, b)[2] * detour
            if abs(far - 30e3) > 30 and abs(far - 70e3) > 70:
                inside = rings.loc[rings.contains(Point(x, y)), "upto_km"].tolist()
                assert inside == ([30.0] if far < 30e3 else [70.0] if far < 70e3 else [])


def test_areas_of_bands_cover_the_cells_of_their_band() -> None:
    field = np.full(rasters.SHAPE, np.nan)
    field[3:5, 7:11] = [[5.0, 15.0, 25.0, 15.0], [5.0, np.nan, 40.0, 15.0]]
    grid = RasterGrid(rasters.LOCAL, (100.0, 0.0, -2000.0, 0.0, -100.0, 1500.0), 40, 30)
    bands = service_bands(Raster.of(grid, field), reaches_min=[10.0, 30.0]).raster
    areas = provision.areas_of_bands(bands, reaches_min=[10.0, 30.0])
    assert areas["band"].tolist() == [1, 2]
    assert areas["above_min"].tolist() == [0.0, 10.0]
    assert areas["upto_min"].tolist() == [10.0, 30.0]
    # cells of 100 m: two in the first band, four in the second
    assert areas["area_km2"].tolist() == pytest.approx([0.02, 0.04], rel=1e-3)
    assert areas.is_valid.all()
    for band, area in zip(areas["band"], areas.geometry, strict=True):
        for (down, along), minutes in np.ndenumerate(field[2:6, 6:12]):
            row, column = down + 2, along + 6
            is_in = shapely.contains(area, Point(rasters.lonlat(row, column)))
            expected = 1 if minutes <= 10 else 2 if minutes <= 30 else 0
            assert is_in == (expected == band)


def test_by_travel_time_as_by_distance() -> None:
    rows = [(104.0 + n / 50, 36.0, 10 + n, n % 3) for n in range(5)]
    people = demand(rows)
    network = sites([(104.0, 36.0), (104.05, 36.0)], capacity=[30.0, 15.0])
    # minutes from a table: half a minute for each km
    km = [[GEOD.inv(x, y, a, 36.0)[2] / 1000 for a in (104.0, 104.05)] for x, y, *_ in rows]
    table = pd.DataFrame(
        [
            (f"d{d}", f"s{s}", far / 2, 60.0)
            for d, two in enumerate(km)
            for s, far in enumerate(two)
        ],
        columns=["demand", "site", "minutes", "limit_min"],
    )
    asked = {"quantity": "population", "year": 2020}
    one = provision.assignment(people, network, reach_km=4.0, **asked).tables["unmet"]
    by_time = provision.assignment(people, network, table, reach_min=2.0, **asked).tables
    other = by_time["unmet"]
    assert one["assigned_low"].tolist() == other["assigned_low"].tolist()
    flows = by_time["flows"]
    for row in flows.to_dict("records"):
        far = km[int(row["demand"][1:])][int(row["site"][1:])]
        assert row["cost_min"] == pytest.approx(far / 2)
        assert row["length_km"] == pytest.approx(far)
    near = provision.overlap(people, network, table, reach_min=2.0, year=2020).table
    assert near["sites_in_reach"].tolist() == [sum(far <= 4 for far in two) for two in km]
    for wrong in ({"reach_km": 4.0}, {}, {"reach_min": 2.0, "detour": 1.5}):
        with pytest.raises(OptionError, match="minutes with it"):
            provision.assignment(people, network, table, **asked, **wrong)
    with pytest.raises(OptionError, match="raise its limit"):
        provision.assignment(people, network, table, reach_min=90.0, **asked)


def test_sums_by_region_say_what_lies_in_none() -> None:
    rows = demand([(104.0, 36.0, 10, 0), (104.1, 36.0, 20, 1), (104.2, 36.0, 30, 2)])
    rows["known"] = [1.0, 2.0, np.nan]
    rows.loc[1, "adcode"] = "990100"  # known to its prefecture only
    told = provision.sum_by_region(regions("county"), rows, UNITS, sums=["population", "known"])
    assert told.table["population"].tolist()[::2] == [10, 30]
    assert told.table["points"].tolist() == [1, 0, 1]
    assert told.table["known"].isna().tolist() == [False, True, True]
    (words,) = told.left_out
    assert (
        words.en
        == "1 row(s) lie in none of the regions, not counted (990100: population 20, known 2)"
    )
    for wrong in ({}, {"sums": ["level"]}, {"sums": ["population", "population"]}):
        with pytest.raises(OptionError):
            provision.sum_by_region(regions("county"), rows, UNITS, **wrong)
    with pytest.raises(DataError, match="no column nothing"):
        provision.sum_by_region(regions("county"), rows, UNITS, sums=["nothing"])


def test_zones_need_weights_and_sites_need_capacity() -> None:
    people, network = demand([(104.0, 36.0, 10, 0)]), sites([(104.0, 36.0)])
    with pytest.raises(DataError, match="capacity"):
        provision.accessibility(people, network, reaches_km=[5.0], year=2020)
    with pytest.raises(OptionError, match="weight for each"):
        provision.accessibility(
            people, network.assign(capacity=1.0), reaches_km=[5.0, 9.0], year=2020
        )
    with pytest.raises(OptionError, match="detour"):
        provision.service_areas(network, reaches_km=[5.0], year=2020, detour=0.5)


# -- tiers ---------------------------------------------------------------------------------

TIERS = [
    {"name": "collection", "reach_km": 40.0, "passes_on": 0.5},
    {"name": "sorting", "reach_km": 90.0},
    {"name": "utilisation", "kinds": ["park"], "reach_km": 150.0},
]
#: Places, number of the tier and capacity.
NETWORK = st.lists(
    st.tuples(
        st.floats(100, 101.5),
        st.floats(35, 36.5),
        st.integers(0, 2),
        st.none() | st.integers(0, 2_000_000),
    ),
    min_size=1,
    max_size=7,
)
Network = list[tuple[float, float, int, int | None]]


def in_tiers(rows: Network) -> gpd.GeoDataFrame:
    table = held([(x, y, c) for x, y, _, c in rows])
    table["tier"] = [("collection", "sorting", "elsewhere")[n] for *_, n, _ in rows]
    table["kind"] = [("station", "centre", "park")[n] for *_, n, _ in rows]
    return table


@settings(max_examples=15)
@given(ROWS, NETWORK, st.booleans())
def test_through_each_tier_nothing_is_lost(rows: Rows, where: Network, limited: bool) -> None:
    people, network = demand(rows), in_tiers(where)
    kinds = ("station", "centre", "park")
    told = provision.tiers(people, network, tiers=TIERS, year=2020, limited=limited)
    table = told.table
    assert table["tier"].tolist() == ["collection", "sorting", "utilisation"]
    assert table["arriving"].iloc[0] == people["population"].sum()
    # nothing is known from the first tier on that has a site of unknown capacity
    unclear = [(network.loc[network["kind"] == k, "capacity"]).isna().any() for k in kinds]
    empty = [(network["kind"] == k).sum() == 0 for k in kinds]
    first = next((n for n, there in enumerate(unclear) if there and not any(empty[:n])), 3)
    first = first if limited else 3
    known = table.iloc[:first]
    assert (known["served"] + known["unserved"]).tolist() == pytest.approx(
        known["arriving"].tolist()
    )
    assert (known["passed_on"] + known["kept"]).tolist() == pytest.approx(known["served"].tolist())
    assert known["arriving"].tolist()[1:] == pytest.approx(known["passed_on"].tolist()[:-1])
    assert known["served_low"].tolist() == known["served_high"].tolist() == known["served"].tolist()
    if first < 3:
        row = table.iloc[first]
        assert np.isnan(row["served"])
        assert 0 <= row["served_low"] <= row["served_high"] <= row["arriving"]
        assert table["arriving"].iloc[first + 1 : first + 2].isna().all()
    assert table["sites"].tolist() == [int((network["kind"] == kind).sum()) for kind in kinds]
    for row, kind in zip(table.to_dict("records"), kinds, strict=True):
        own = network[network["kind"] == kind]
        if limited and own["capacity"].notna().all():
            assert not row["served"] > own["capacity"].sum() * (1 + 1e-12)  # empty: not known
        said = any(
            f"tier {row['tier']}: no known site counts" in words.en for words in told.left_out
        )
        assert said == own.empty
    # connected: a way up by distances of pyproj, each leg within the reach of its tier
    reach = [40e3, 90e3, 150e3]

    def far(one: tuple[float, ...], other: tuple[float, ...]) -> float:
        return float(GEOD.inv(one[0], one[1], other[0], other[1])[2])

    tops: list[list[tuple[float, ...]]] = [[tuple(row[:2]) for row in rows]]
    for tier in range(3):
        tops.append([(x, y) for x, y, n, _ in where if n == tier])
    for top in range(3):
        good = tops[top + 1]
        for tier in range(top, -1, -1):
            good = [p for p in tops[tier] if any(far(p, q) <= reach[tier] for q in good)]
        amount = sum(n for x, y, n, _ in rows if (x, y) in good)
        assert table["connected"].iloc[top] == amount
    points_told = provision.connected_tiers(people, network, tiers=TIERS, year=2020).table
    for name, amount in zip(table["tier"], table["connected"], strict=True):
        assert points_told[f"to_{name}"].sum() == amount
    whole = provision.sum_by_region(regions("county"), points_told, UNITS, sums=["to_sorting"])
    assert whole.table["to_sorting"].sum() == table["connected"].iloc[1]


def test_tiers_by_stream_and_by_travel_time() -> None:
    people = demand([(104.0, 36.0, 100, 0), (104.1, 36.0, 60, 0)])
    network = in_tiers([(104.0, 36.0, 0, 80), (104.1, 36.0, 0, None), (104.2, 36.0, 1, 100)])
    network["stream"] = ["paper", "paper", "metal"]
    two = [{"name": "collection", "reach_min": 10.0}, {"name": "sorting", "reach_min": 20.0}]
    legs = [("d0", "s0", 5.0), ("d1", "s1", 5.0), ("s0", "s2", 15.0), ("s1", "s2", 25.0)]
    travel = pd.DataFrame(legs, columns=["demand", "site", "minutes"]).assign(limit_min=30.0)
    told = provision.tiers(people, network, travel, tiers=two, year=2020, limited=True)
    table = told.table
    # 80 of the 100 are taken at s0, whose way to s2 is short enough; s1's 60 get no farther
    # (s1 holds nobody knows how much: 80 to 140 are taken, and what gets to s2 is not known)
    assert table[["served_low", "served_high"]].iloc[0].tolist() == [80.0, 140.0]
    assert table["served"].isna().all()
    assert table["without_capacity"].tolist() == [1, 0]
    assert any("s1" in words.en for words in told.left_out)
    network.loc[1, "capacity"] = 60.0
    told = provision.tiers(people, network, travel, tiers=two, year=2020, limited=True)
    table = told.table
    assert table["served"].tolist() == [140.0, 80.0]
    assert table["unserved"].tolist() == [20.0, 60.0]
    assert table["connected"].tolist() == [160.0, 100.0]
    assert table["reach_min"].tolist() == [10.0, 20.0]
    paper = provision.tiers(people, network, travel, tiers=two, year=2020, stream="paper")
    assert paper.table["sites"].tolist() == [2, 0]
    assert paper.table["connected"].tolist() == [160.0, 0.0]
    assert "tier sorting (paper): no known site counts" in paper.left_out[-1].en
    for wrong in ([], [{"reach_min": 1.0}], [two[0], two[0]], [{**two[0], "wide": 1}]):
        with pytest.raises(OptionError, match="tiers must be"):
            provision.tiers(people, network, travel, tiers=wrong, year=2020)
    unknown = people.assign(t_paper=np.nan)
    with pytest.raises(OptionError, match="t_paper is not known"):
        provision.tiers(unknown, network, travel, tiers=two, year=2020, quantity="t_paper")


# -- norms ---------------------------------------------------------------------------------


def test_stations_of_one_county_by_hand() -> None:
    # 10,000 residents, 4,000 of them urban, 3.49 to a household: 4,000 / 3.49 = 1,146.1 urban
    # households, one station (of 2,000); 6,000 / 3.49 = 1,719.2 township ones, one (of 2,500).
    # 100,000, of which 60,000 urban: 17,191.98 and 11,461.3: 9 and 5 stations.
    figures = pd.DataFrame(
        {
            "adcode": ["990101", "990102"],
            "name_zh": ["甲县（虚构）", "乙县（虚构）"],
            "population": [10_000, 100_000],
            "urban_population": [4_000, 60_000],
        }
    )
    norms = pd.DataFrame(
        {
            "tier": "collection_station",
            "area": ["urban", "township"],
            "unit_en": "households",
            "value": [2000.0, 2500.0],
        }
    )
    size = pd.DataFrame({"persons": [3.49], "source": ["made up"]})
    there = pd.DataFrame({"adcode": ["990102"], "standard": [10]})
    told = provision.stations_needed(figures, norms, size, there, stations="standard")
    table = told.table
    assert table["stations_needed"].tolist() == [2, 14]
    assert table["stations_there"].isna().tolist() == [True, False]
    assert table["missing"].iloc[1] == 4
    assert table["urban_households"].tolist() == pytest.approx([1146.13, 17191.98], abs=0.01)
    assert table["population"].tolist() == [10_000, 100_000]
    none = provision.stations_needed(figures, norms, size.iloc[:0]).table
    assert none["stations_needed"].isna().all()
    for wrong, words in ((pd.concat([size, size]), "one row"), (size[["persons"]], "source")):
        with pytest.raises(DataError, match=words):
            provision.stations_needed(figures, norms, wrong)
    with pytest.raises(DataError, match="stations there lacks"):
        provision.stations_needed(figures, norms, size, there)


# -- the shipped layers --------------------------------------------------------------------


def test_the_shipped_layers_agree_with_each_other() -> None:
    names = (
        "demand_points",
        "treatment_assignment",
        "treatment_flows",
        "treatment_unmet",
        "treatment_unmet_counties",
        "treatment_access",
        "treatment_access_counties",
        "station_norms",
        "station_norms_counties",
        "recycling_tiers",
        "treatment_areas",
        "network",
    )
    tables = {name: layer.table for name, layer in load_layers(names).items()}
    whole = tables["demand_points"]["t_municipal"].sum()
    took, left = tables["treatment_assignment"], tables["treatment_unmet"]
    for one, other in (("low", "high"), ("high", "low")):
        both = left[f"assigned_{one}"].sum() + left[f"unmet_{other}"].sum()
        assert both == pytest.approx(whole)
    assert (took["assigned_high"] <= took["capacity"].fillna(np.inf)).all()
    flows = tables["treatment_flows"]["amount"].sum()
    assert flows == pytest.approx(whole - left["unmet_high"].sum())
    # a site whose capacity is not known keeps that empty, as does one that may not have stood
    assert {"dunhuang-landfill", "pingliang-landfill"} < set(
        took.loc[took["capacity"].isna(), "id"]
    )
    stood = took.set_index("id")["standing"].eq("standing")
    assert sorted(stood[stood].index) == ["qingyang-incineration", "zhongpuzi-incineration"]
    unclear = took["capacity"].isna() | took["standing"].eq("unknown")
    assert took.loc[unclear, ["left_low", "left_high"]].isna().all(axis=None)
    # Dunhuang is not served by nothing: there was a landfill, and no report of that year
    counties = tables["treatment_access_counties"].set_index("adcode")
    assert np.isnan(counties.loc["620982", "access"])
    assert counties.loc["620982", "access_low"] == 0
    assert counties.loc["620982", "unknown_zh"] == "敦煌市城市生活垃圾处理场"
    assert tables["treatment_unmet_counties"].set_index("adcode").loc["620982", "unmet_low"] == 0
    # 兰州新区 has no border: what it lacks is in no county
    outside = left.loc[left["adcode"] == "620171", "unmet_high"].sum()
    by_county = tables["treatment_unmet_counties"]["unmet_high"].sum()
    assert by_county + outside == pytest.approx(left["unmet_high"].sum())
    # 2SFCA: what is accessible to all is the capacity of the sites that reach anyone
    access = tables["treatment_access"]
    known = took.loc[took["standing"] == "standing", "capacity"].sum()
    assert (access["access_low"] * access["t_municipal"]).sum() == pytest.approx(known)
    # 城关区: 1,484,016 residents, 1,233,166 urban (apportioned), 2.43 to a household (Lanzhou's):
    # 507,475.7 / 2,000 = 253.7 and 103,230.5 / 2,500 = 41.3: 254 + 42 stations; 128 are there
    row = tables["station_norms"].set_index("adcode").loc["620102"]
    assert row["urban_population"] == 1_233_166
    assert (row["stations_needed"], row["stations_there"], row["missing"]) == (296, 128, 168)
    assert tables["station_norms"]["stations_needed"].notna().all()
    assert tables["station_norms_counties"]["stations_needed"].notna().all()
    assert tables["recycling_tiers"]["sites"].tolist() == [1, 1]
    # each place lies in the band of its nearest site, but for the 0.015 % by which edges cut in
    areas, people = tables["treatment_areas"], tables["demand_points"]
    there = sites_that_count(tables["network"], year=2020, kinds=Defaults().kinds).table
    near = nearest_in_km(people, there)["km"]
    edges = [near.between(upto * 0.9998, upto) for upto in areas["upto_km"]]
    clear = ~np.logical_or.reduce(edges)
    assert clear.sum() >= len(people) - 1
    below = 0.0
    for area, upto in zip(areas.geometry, areas["upto_km"], strict=True):
        expected = (near > below) & (near <= upto) if below else near <= upto
        assert (people.geometry.within(area) == expected)[clear].all()
        below = upto
