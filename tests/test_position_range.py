"""Where sites may stand: the range against a grid of places, by pyproj."""

from __future__ import annotations

from functools import cache

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from pyproj import Geod
from shapely import affinity

from gisplan.analysis.coverage.by_region import service_by_region
from gisplan.analysis.coverage.by_region_chunked import condense_range, merge_range
from gisplan.analysis.coverage.position_range import cost_range, service_range_by_region
from gisplan.analysis.coverage.range_by_way import least_cost_by_way
from gisplan.analysis.coverage.standing import sites_by_standing
from gisplan.analysis.siting.position_range import covered_range, gained_range
from gisplan.analysis.travel import ByDistance, by_road
from gisplan.analysis.travel.area_distance import distances_to_area
from gisplan.api import sites as desk
from gisplan.api.load import load_layer
from gisplan.api.sites import SuggestOptions
from gisplan.catalog.workspace import Workspace
from tests.test_service import demand, sites

GEOD = Geod(ellps="WGS84")
#: A crooked county, with a bay and a hole, about 30 km across (plainly synthetic).
SHAPE = shapely.Polygon(
    [(0, 0), (0.3, 0.05), (0.28, 0.2), (0.15, 0.1), (0.1, 0.28), (-0.05, 0.2)],
    [[(0.05, 0.05), (0.1, 0.05), (0.1, 0.1), (0.05, 0.1)]],
)
COUNTIES = gpd.GeoDataFrame(
    {"adcode": ["990101", "990102", "990201"], "level": "county"},
    geometry=[
        affinity.translate(SHAPE, 104.0, 36.0),
        affinity.translate(affinity.scale(SHAPE, -1, 1), 104.7, 36.1),
        affinity.translate(affinity.scale(SHAPE, 0.5, 0.5), 104.4, 36.5),
    ],
    crs=4326,
)
UNITS = pd.DataFrame(
    {
        "adcode": ["990000", "990100", "990200", "990101", "990102", "990201", "990171"],
        "level": ["province", *["prefecture"] * 2, *["county"] * 3, "special"],
        "parent": [None, "990000", "990000", "990100", "990100", "990200", "990200"],
    }
)
REACHES = [10.0, 25.0, 40.0]
CODES = ["990101", "990102", "990201", "990100", "990171"]
#: Where a unit without a polygon of its own lies: in all the counties of the one above.
WITHIN = {"990100": ["990101", "990102"], "990171": ["990201"]}
PLACES = st.lists(
    st.tuples(st.floats(103.8, 105), st.floats(35.8, 36.8), st.integers(1, 900)),
    min_size=1,
    max_size=12,
)
NETWORK = st.lists(
    st.tuples(
        st.sampled_from(CODES),
        st.sampled_from(["site", "town", "county", "prefecture"]),
        st.sampled_from(["stands", "earlier", "undated"]),
    ),
    min_size=1,
    max_size=4,
)


def counties_of(code: str) -> gpd.GeoSeries:
    return COUNTIES.geometry[COUNTIES["adcode"].isin(WITHIN.get(code, [code]))]


@cache
def grid_of(code: str) -> np.ndarray:
    """Places in the unit: a fine grid, and the corners of its border."""
    area = counties_of(code).union_all()
    west, south, east, north = area.bounds
    lon, lat = np.meshgrid(np.linspace(west, east, 30), np.linspace(south, north, 30))
    inside = shapely.contains_xy(area, lon.ravel(), lat.ravel())
    places = np.column_stack([lon.ravel(), lat.ravel()])[inside]
    return np.vstack([places, shapely.get_coordinates(area)])


def far(lon: float, lat: float, places: np.ndarray) -> np.ndarray:
    ones = np.ones(len(places))
    return np.asarray(GEOD.inv(lon * ones, lat * ones, places[:, 0], places[:, 1])[2])


@settings(max_examples=25)
@given(st.floats(103.5, 105.2), st.floats(35.6, 37), st.sampled_from(CODES))
def test_no_place_in_an_area_is_nearer_or_farther(lon: float, lat: float, code: str) -> None:
    point = gpd.GeoDataFrame({"id": ["a"]}, geometry=[shapely.Point(lon, lat)], crs=4326)
    least, most = distances_to_area(point, counties_of(code))
    found = far(lon, lat, grid_of(code))
    assert least[0] <= found.min()
    assert found.max() <= most[0]
    # and tight: the corners are among the places, so that the farthest is met
    assert most[0] - found.max() < 250
    near = shapely.Point(lon, lat).distance(counties_of(code).union_all())
    assert least[0] >= near * 88_000 - 250


def network_of(rows: list[tuple[str, str, str]]) -> gpd.GeoDataFrame:
    drawn = [counties_of(code).union_all().representative_point() for code, *_ in rows]
    table = sites(
        [(p.x, p.y) for p in drawn],
        precision=[precision for _, precision, _ in rows],
        start_year=[2010 if state == "stands" else None for *_, state in rows],
    )
    table["adcode"] = [code for code, *_ in rows]
    table["status_year"] = [{"earlier": 2012}.get(state) for *_, state in rows]
    return table


@settings(max_examples=8)
@given(PLACES, NETWORK, st.floats(1.0, 1.4), st.randoms(use_true_random=False))
def test_what_is_covered_lies_in_the_range_wherever_sites_stand(
    rows: list[tuple[float, float, int]],
    where: list[tuple[str, str, str]],
    detour: float,
    random: st.random.Random,
) -> None:
    where = [("990101", "county", "stands"), *where]
    people = demand([(x, y, n, 0) for x, y, n in rows])
    people["adcode"] = "990101"
    network = network_of(where)
    asked = {"reaches_km": REACHES, "year": 2020, "detour": detour}
    given_tables = (COUNTIES, people, network, UNITS)
    # something is reached where it is drawn, without which there is no answer
    people.loc[0, "geometry"] = network.geometry[0]
    rows = [(network.geometry.x[0], network.geometry.y[0], rows[0][2]), *rows[1:]]
    told = service_range_by_region(*given_tables, COUNTIES, **asked).table.iloc[0]
    # any arrangement: each site somewhere in its unit, those that may have stood there or not
    for _ in range(4):
        at = []
        for (code, precision, state), drawn in zip(where, network.geometry, strict=True):
            if state != "stands" and random.random() < 0.5:
                continue
            places = grid_of(code)
            own = [(drawn.x, drawn.y)]
            at += own if precision == "site" else [tuple(places[random.randrange(len(places))])]
        covered = {
            reach: sum(
                n
                for x, y, n in rows
                if at and far(x, y, np.array(at)).min() * detour <= reach * 1000
            )
            for reach in REACHES
        }
        for reach in REACHES:
            low, high = told[f"within_{reach:g}_low"], told[f"within_{reach:g}_high"]
            assert low <= covered[reach] <= high
    for reach in REACHES:
        whole = told["demand_total"]
        assert told[f"within_{reach:g}_low"] + told[f"beyond_{reach:g}_high"] == whole
        assert told[f"within_{reach:g}_high"] + told[f"beyond_{reach:g}_low"] == whole
    # as drawn: the figure that there is without a range
    plain = service_by_region(*given_tables, **asked).table.iloc[0]
    assert plain.drop("geometry").equals(told[plain.index].drop("geometry"))


def test_in_parts_the_range_is_the_same() -> None:
    rng = np.random.default_rng(5)
    rows = [(*rng.uniform((103.8, 35.8), (105, 36.8)), int(n), 0) for n in rng.integers(1, 99, 60)]
    people = demand(rows)
    people["adcode"] = rng.choice(COUNTIES["adcode"], len(people))
    network = network_of([("990101", "county", "stands"), ("990171", "town", "earlier")])
    asked = {"reaches_km": REACHES, "year": 2020, "detour": 1.2}
    tables = {"sites": network, "units": UNITS, "areas": COUNTIES}
    whole = service_range_by_region(COUNTIES, people, **tables, **asked)
    parts = [condense_range(people.iloc[n : n + 17], **tables, **asked) for n in range(0, 60, 17)]
    merged = merge_range(pd.concat(parts, ignore_index=True), regions=COUNTIES, **tables, **asked)
    pd.testing.assert_frame_equal(
        pd.DataFrame(whole.table.drop(columns="geometry")),
        pd.DataFrame(merged.table.drop(columns="geometry")),
    )
    assert set(merged.left_out) <= set(whole.left_out)


def test_a_site_that_is_coarser_than_the_reach_is_named() -> None:
    people = demand([(104.1, 36.1, 100, 0)])
    people["adcode"] = "990101"
    network = network_of([("990101", "county", "stands"), ("990102", "site", "stands")])
    told = service_range_by_region(
        COUNTIES, people, network, UNITS, COUNTIES, reaches_km=[10.0, 80.0], year=2020
    )
    (words,) = (w for w in told.left_out if "more coarsely" in w.en)
    assert words.en.startswith(
        "1 site(s) are placed more coarsely than the reach asked for (10 km)"
    )
    assert words.en.endswith(": s0")
    lost = network.assign(adcode=["990109", "990102"])
    told = service_range_by_region(
        COUNTIES, people, lost, UNITS, COUNTIES, reaches_km=[10.0], year=2020
    )
    assert any("without a border" in w.en and w.en.endswith(": s0") for w in told.left_out)


def test_the_shipped_range_holds_what_is_drawn() -> None:
    table = load_layer("treatment_reach_prefectures").table
    for reach in (30, 50, 100):
        low, drawn, high = (table[f"share_{reach}{end}"] for end in ("_low", "", "_high"))
        assert (low <= drawn).all()
        assert (drawn <= high).all()
    lanzhou = table.set_index("adcode").loc["620100"]
    # a plant that is known to its county stands 16 km from where it is drawn: 30 km say nothing
    assert (lanzhou["share_30_low"], lanzhou["share_30_high"]) == (0, 100)
    assert lanzhou["share_100_low"] == pytest.approx(79.3, abs=0.1)


def test_where_no_site_is_known_to_have_stood_the_range_begins_at_nothing() -> None:
    people = demand([(104.05, 36.1, 500, 0), (104.6, 36.1, 300, 0)])
    people["adcode"] = ["990101", "990102"]
    network = network_of([("990101", "county", "earlier"), ("990101", "county", "undated")])
    told = service_range_by_region(
        COUNTIES, people, network, UNITS, COUNTIES, reaches_km=[40.0], year=2020
    ).table.set_index("adcode")
    # where they are drawn is not known, which is not 0
    assert told.loc["990101", ["share_40", "within_40", "beyond_40"]].isna().all()
    assert told.loc["990101", ["share_40_low", "share_40_high"]].tolist() == [0, 100]
    assert told.loc["990101", ["beyond_40_low", "beyond_40_high"]].tolist() == [0, 500]
    assert told.loc["990101", "sites_counted"] == 0


@settings(max_examples=8)
@given(PLACES, NETWORK, st.randoms(use_true_random=False))
def test_what_a_candidate_gains_lies_in_the_range_wherever_sites_stand(
    rows: list[tuple[float, float, int]],
    where: list[tuple[str, str, str]],
    random: st.random.Random,
) -> None:
    people = demand([(x, y, n, 0) for x, y, n in rows])
    new = gpd.GeoDataFrame({"id": ["S"]}, geometry=gpd.points_from_xy([104.3], [36.2]), crs=4326)
    network = network_of(where)
    stood = sites_by_standing(network, year=2020)
    span = cost_range(people, stood, COUNTIES, UNITS, reaches_km=[40.0])
    asked = {"mode": ByDistance(), "limit": 40.0}
    (told,) = gained_range(new, people, span, **asked).to_dict("records")
    both = covered_range(new, people, span, **asked)
    nothing = covered_range(new[:0], people, span, **asked)
    assert nothing.before == nothing.after == both.before
    inside = [(x, y, n) for x, y, n in rows if far(x, y, np.array([(104.3, 36.2)]))[0] <= 40_000]
    for _ in range(3):
        at = []
        for (code, precision, state), drawn in zip(where, network.geometry, strict=True):
            if state == "stands" or random.random() < 0.5:
                places = grid_of(code)
                other = tuple(places[random.randrange(len(places))])
                at.append((drawn.x, drawn.y) if precision == "site" else other)

        near = {(x, y): at and far(x, y, np.array(at)).min() <= 40_000 for x, y, _ in rows}
        gained = sum(n for x, y, n in inside if not near[x, y])
        assert told["gained_population_low"] <= gained <= told["gained_population_high"]
        overlap = sum(n for *_, n in inside) - gained
        assert told["overlap_population_low"] <= overlap <= told["overlap_population_high"]
        before = sum(n for x, y, n in rows if near[x, y])
        assert both.before[0] <= before <= both.before[1]
        assert both.after[0] <= before + gained <= both.after[1]


def test_the_ranges_of_coverage_and_of_siting_are_one(built: tuple[Workspace, object]) -> None:
    """The shipped network, by two ways: added up by region, and in one sum."""
    place = built[0]
    regions = load_layer("treatment_reach_prefectures", place=place).table
    told = desk.suggest(desk.prepare(place, options=SuggestOptions(new=1)))
    assert told.covered is not None
    assert told.covered.before[0] == pytest.approx(regions["within_50_low"].sum())
    assert told.covered.before[1] == pytest.approx(regions["within_50_high"].sum())
    assert told.covered.before[0] < told.before < told.covered.before[1]
    assert told.covered.after[0] > told.covered.before[0]


@settings(max_examples=12)
@given(PLACES, st.sampled_from(["m", "min"]), st.integers(0, 5))
def test_by_road_no_place_of_a_site_covers_more_than_the_highest(
    places: list[tuple[float, float, int]], unit: str, own: int
) -> None:
    """Of sites of which nothing is known of the year; each tried at places all over its county."""
    points = demand([(x, y, n, 0) for x, y, n in places])
    lines = [
        [(103.7, 36.05), (104.6, 36.2), (105.1, 36.3)],
        [(104.1, 35.7), (104.2, 36.9)],
        [(104.6, 36.2), (104.5, 36.7)],
    ]
    roads = gpd.GeoDataFrame(
        {"kmh": [80.0, 40, 60]}, geometry=[*map(shapely.LineString, lines)], crs=4326
    )
    way = by_road(roads, options={"unit": unit, "max_snap_m": 20_000.0})
    rows = [("990101", "county", "undated"), ("990201", "site", "undated")]
    listed_sites = network_of(rows)
    stood = sites_by_standing(listed_sites, year=2020)
    assert (len(stood.counted.table), len(stood.possible)) == (0, 2)
    limit = 40.0 if unit == "m" else 60.0
    found = way.reach(points, stood.placed, limit=limit)
    least = least_cost_by_way(points, stood, COUNTIES, UNITS, mode=way, found=found, limit=limit)
    assert least is not None
    for lon, lat in grid_of("990101")[own::40]:
        moved = stood.placed.copy()
        moved.loc[moved["precision"] == "county", "geometry"] = shapely.Point(lon, lat)
        pairs = way.reach(points, moved, limit=limit).pairs
        cheapest = points["id"].map(pairs.groupby("demand")["cost"].min()).fillna(np.inf)
        assert (least <= cheapest * (1 + 1e-9)).all()
    # without polygons a site of a county tells nothing, one with a place of its own all
    none = least_cost_by_way(points, stood, None, UNITS, mode=way, found=found, limit=limit)
    assert none is None
    alone = sites_by_standing(listed_sites[1:], year=2020)
    exact = least_cost_by_way(points, alone, None, UNITS, mode=way, found=found, limit=limit)
    of_site = found.pairs[found.pairs["site"] == alone.possible["id"].item()]
    known = points["id"].map(of_site.set_index("demand")["cost"]).fillna(np.inf)
    assert exact == pytest.approx(known.to_numpy())
