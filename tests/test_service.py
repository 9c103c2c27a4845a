"""Who is within reach: against distances by pyproj, and what must hold whatever the data."""

from __future__ import annotations

import geopandas as gpd
import pandas as pd
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from pyproj import Geod
from shapely.geometry import Point, box

from gisplan.analysis.coverage.by_region import service_by_region
from gisplan.analysis.coverage.nearest_facility import nearest_in_km
from gisplan.analysis.coverage.sites_served import sites_served
from gisplan.analysis.coverage.standing import sites_that_count
from gisplan.api import load
from gisplan.errors import OptionError

GEOD = Geod(ellps="WGS84")
UNITS = pd.DataFrame(
    {
        "adcode": ["990000", "990100", "990200", "990101", "990102", "990201"],
        "level": ["province", "prefecture", "prefecture", "county", "county", "county"],
        "parent": [None, "990000", "990000", "990100", "990100", "990200"],
    }
)
COUNTIES = ["990101", "990102", "990201"]


def regions(level: str) -> gpd.GeoDataFrame:
    table = UNITS[UNITS["level"] == level].reset_index(drop=True)
    return gpd.GeoDataFrame(table, geometry=[box(0, 0, 1, 1)] * len(table), crs=4326)


def demand(rows: list[tuple[float, float, int, int]]) -> gpd.GeoDataFrame:
    return gpd.GeoDataFrame(
        {
            "id": [f"d{i}" for i in range(len(rows))],
            "adcode": [COUNTIES[c] for *_, c in rows],
            "population": [n for _, _, n, _ in rows],
        },
        geometry=[Point(x, y) for x, y, *_ in rows],
        crs=4326,
    )


def sites(rows: list[tuple[float, float]], **facts: object) -> gpd.GeoDataFrame:
    given: dict[str, object] = {
        "id": [f"s{i}" for i in range(len(rows))],
        "adcode": "990101",
        "kind": "landfill",
        "precision": "town",
        "stage": "operating",
        "start_year": 2010,
        "due_year": None,
        "status_year": None,
    }
    shapes = [Point(x, y) for x, y in rows]
    return gpd.GeoDataFrame({**given, **facts}, geometry=shapes, crs=4326)


def distances(
    rows: list[tuple[float, float, int, int]], where: list[tuple[float, float]]
) -> list[float]:
    """Give the way in metres from each point to the nearest place."""
    return [min(GEOD.inv(x, y, a, b)[2] for a, b in where) for x, y, *_ in rows]


points = st.tuples(
    st.floats(100, 101.5), st.floats(35, 36.5), st.integers(1, 10**6), st.integers(0, 2)
)
places = st.tuples(st.floats(100, 101.5), st.floats(35, 36.5))


@settings(max_examples=25)
@given(st.lists(points, min_size=1, max_size=12), st.lists(places, min_size=1, max_size=5))
def test_covered_and_uncovered_are_the_demand_at_every_level(
    rows: list[tuple[float, float, int, int]], where: list[tuple[float, float]]
) -> None:
    assume(min(distances(rows, where)) < 90_000)  # else there is nothing to list: an error
    people, network = demand(rows), sites(where)
    wholes = []
    for level in ("county", "prefecture", "province"):
        table = service_by_region(
            regions(level), people, network, UNITS, reaches_km=[20.0, 90.0], year=2020
        ).table
        whole = table["demand_total"].fillna(0)
        for reach in ("20", "90"):
            parts = table[f"within_{reach}"].fillna(0) + table[f"beyond_{reach}"].fillna(0)
            assert (parts == whole).all()
        assert (table["within_20"].fillna(0) <= table["within_90"].fillna(0)).all()
        wholes.append((whole.sum(), table["within_90"].sum()))
    assert len(set(wholes)) == 1
    assert wholes[0][0] == people["population"].sum()


@settings(max_examples=25)
@given(st.lists(points, min_size=1, max_size=10), st.lists(places, min_size=1, max_size=4))
def test_covered_is_what_the_geodesic_says(
    rows: list[tuple[float, float, int, int]], where: list[tuple[float, float]]
) -> None:
    nearest = distances(rows, where)
    assume(min(nearest) < 50_000)
    people, network = demand(rows), sites(where)
    covered = sum(n for (_, _, n, _), far in zip(rows, nearest, strict=True) if far <= 50_000)
    table = service_by_region(
        regions("province"), people, network, UNITS, reaches_km=[50.0], year=2020
    ).table
    assert table["within_50"].sum() == covered
    served = sites_served(people, network, reach_km=50.0, year=2020).table
    assert served["nearest_here"].sum() == covered
    assert (served["only_here"] <= served["nearest_here"]).all()
    assert (served["nearest_here"] <= served["within_reach"]).all()
    told = nearest_in_km(people, network)
    assert told["km"].tolist() == pytest.approx([far / 1000 for far in nearest], abs=1e-3)


@settings(max_examples=25)
@given(st.lists(places, min_size=2, max_size=5))
def test_what_only_one_site_reaches_is_lost_without_it(where: list[tuple[float, float]]) -> None:
    rows = [(100.5 + i / 4, 35.5, 10 + i, 0) for i in range(8)]
    people, network = demand(rows), sites(where)
    served = sites_served(people, network, reach_km=60.0, year=2020).table
    without = sites_served(people, network.iloc[1:], reach_km=60.0, year=2020).table
    lost = served["nearest_here"].sum() - without["nearest_here"].sum()
    assert lost == served.set_index("id").loc["s0", "only_here"]


def test_an_amount_that_is_not_known_stays_empty() -> None:
    people = demand([(100.1, 35.1, 10, 0), (100.2, 35.1, 20, 0)]).assign(t_vehicles=float("nan"))
    served = sites_served(
        people, sites([(100.1, 35.1)]), reach_km=50.0, year=2020, quantity="t_vehicles"
    ).table
    assert served[["within_reach", "nearest_here", "only_here"]].isna().all(axis=None)


def test_the_order_of_rows_does_not_matter() -> None:
    rows = [(100.0 + i / 3, 35.0, 100 + i, i % 3) for i in range(9)]
    network = sites([(100.2, 35.1), (102.0, 35.0)])
    one = service_by_region(
        regions("county"), demand(rows), network, UNITS, reaches_km=[40.0], year=2020
    ).table
    other = service_by_region(
        regions("county"), demand(rows[::-1]), network[::-1], UNITS, reaches_km=[40.0], year=2020
    ).table
    pd.testing.assert_frame_equal(pd.DataFrame(one), pd.DataFrame(other))


def test_only_what_stood_and_is_placed_counts_and_the_rest_is_said() -> None:
    network = sites(
        [(100, 35)] * 5,
        stage=["operating", "planned", "operating", "operating", "under_construction"],
        start_year=[2010, None, 2022, None, None],
        precision=["county", "town", "town", "town", "prefecture"],
    )
    network.loc[5] = network.loc[0].to_dict() | {"id": "s5", "precision": "prefecture"}
    outcome = sites_that_count(network, year=2020)
    assert list(outcome.table["id"]) == ["s0"]
    told = " ".join(words.en for words in outcome.left_out)
    for words in ("3 site(s) only planned", "1 site(s) not known", "1 site(s) not placed"):
        assert words in told
    assert outcome.left_out[0].en.endswith(": not counted: s1, s2, s4")
    with pytest.raises(OptionError, match="no kind of site furnace; there are: "):
        sites_that_count(network, year=2020, kinds=["furnace"])


def test_the_shipped_network_loses_nobody() -> None:
    layers = load.load_layers(("treatment_reach_counties", "treatment_reach_prefectures"))
    prefectures = layers["treatment_reach_prefectures"].table
    counties = layers["treatment_reach_counties"].table
    assert prefectures["demand_total"].sum() == 25_019_831
    # 兰州新区 has no polygon of its own: its residents are in its prefecture's figures alone
    assert counties["demand_total"].sum() == 25_019_831 - 288_200
    for reach in ("30", "50", "100"):
        whole = prefectures[f"within_{reach}"] + prefectures[f"beyond_{reach}"]
        assert (whole == prefectures["demand_total"]).all()
