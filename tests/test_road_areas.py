"""Service areas by road, held against travel times found for points of their own."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from pyproj import Geod

from gisplan.analysis import coverage as provision
from gisplan.analysis.travel import RoadGraph, Trip, by_road
from gisplan.analysis.travel.joined_cells import joined_cells
from gisplan.analysis.travel.road_territory import territories
from gisplan.errors import DataError, OptionError
from tests import rasters

GEOD = Geod(ellps="WGS84")
ROAD = {"speed": "kmh", "oneway": "way", "max_snap_m": 400.0, "access_kmh": 6.0}
PACE = 60 / 1000 / 6.0
REACHES = (3.0, 6.0)


def roads(tmp_path: Path) -> gpd.GeoDataFrame:
    return gpd.read_file(rasters.roads(tmp_path / "roads.geojson"))


def sites(*cells: tuple[float, float]) -> gpd.GeoDataFrame:
    at = [rasters.lonlat(*cell) for cell in cells]
    return gpd.GeoDataFrame(
        {
            "id": [f"s{n}" for n in range(len(at))],
            "kind": "depot",
            "precision": "site",
            "stage": "operating",
            "adcode": "990101",
            "start_year": pd.array([2010] * len(at), dtype="Int64"),
            "due_year": pd.array([None] * len(at), dtype="Int64"),
            "status_year": pd.array([None] * len(at), dtype="Int64"),
        },
        geometry=gpd.points_from_xy(*zip(*at, strict=True)),
        crs=4326,
    )


def areas(given: gpd.GeoDataFrame, at: gpd.GeoDataFrame, **more: Any) -> gpd.GeoDataFrame:
    options = {"reaches_min": REACHES, "year": 2020, "road": ROAD, "spacing_m": 50.0} | more
    return gpd.GeoDataFrame(provision.road_areas(given, at, **options).table)


def scattered(count: int) -> gpd.GeoDataFrame:
    rng = np.random.default_rng(5)
    at = [
        rasters.lonlat(r, c)
        for r, c in zip(rng.uniform(0, 30, count), rng.uniform(0, 40, count), strict=True)
    ]
    return gpd.GeoDataFrame(
        {"id": [f"p{n}" for n in range(count)]},
        geometry=gpd.points_from_xy(*zip(*at, strict=True)),
        crs=4326,
    )


def test_who_arrives_in_time_is_in_the_area(tmp_path: Path) -> None:
    given, at, points = roads(tmp_path), sites((15, 15)), scattered(800)
    bands = areas(given, at)
    assert bands["band"].tolist() == [1, 2]
    pairs = by_road(given, options=ROAD).reach(points, at, limit=REACHES[-1]).pairs
    cost = points["id"].map(pairs.set_index("demand")["cost"])
    assert (cost <= REACHES[0]).sum() > 20
    for limit, count in zip(REACHES, (1, 2), strict=True):
        whole = shapely.union_all(bands.geometry.head(count).to_numpy())
        # the circles have edges, which lie half a percent inside
        inside = points[cost <= limit - 0.03]
        assert shapely.contains_xy(whole, inside.geometry.x, inside.geometry.y).all()


def test_from_everywhere_in_the_area_there_is_a_way_in_time(tmp_path: Path) -> None:
    given, at, points = roads(tmp_path), sites((15, 15)), scattered(800)
    whole = shapely.union_all(areas(given, at).geometry.to_numpy())
    inside = points[shapely.contains_xy(whole, points.geometry.x, points.geometry.y)]
    assert len(inside) > 40
    # places on the roads every 10 m, from which the legs to a point are measured
    local = given.to_crs(rasters.LOCAL)
    along = [
        line.interpolate(step) for line in local.geometry for step in np.arange(0, line.length, 10)
    ]
    places = gpd.GeoDataFrame(
        {"id": [str(n) for n in range(len(along))]}, geometry=along, crs=rasters.LOCAL
    ).to_crs(4326)
    found = by_road(given, options=ROAD).reach(places, at, limit=REACHES[-1]).pairs
    cost = places["id"].map(found.set_index("demand")["cost"]).fillna(np.inf).to_numpy()
    for point in inside.geometry:
        count = len(places)
        leg = np.asarray(
            GEOD.inv([point.x] * count, [point.y] * count, places.geometry.x, places.geometry.y)[2]
        )
        least = np.where(leg <= ROAD["max_snap_m"] + 5, cost + leg * PACE, np.inf).min()
        # half a step of 10 m on foot, and of 50 m by road at the ends of a piece
        assert least <= REACHES[-1] + 0.15


def crossing(column: int, row: int) -> tuple[float, float]:
    shift = 0.0007 * ((column * 7 + row * 13) % 5)
    return 103.0 + 0.01 * column + shift, 36.0 + 0.01 * row - shift / 2


spot = st.tuples(st.integers(0, 3), st.integers(0, 3))
stretch = st.tuples(
    spot, spot, st.sampled_from([20.0, 60.0]), st.sampled_from(["yes", "no", "-1"])
).filter(lambda one: one[0] != one[1])
#: Degrees around the crossings: more than a kilometre off all roads too.
place = st.tuples(st.floats(102.97, 103.06), st.floats(35.97, 36.06))


@settings(deadline=None, max_examples=25)
@given(
    lines=st.lists(stretch, min_size=1, max_size=8),
    at=st.lists(place, min_size=1, max_size=3),
    around=st.lists(place, min_size=25, max_size=25),
    limit=st.sampled_from([("m", 2500.0), ("min", 9.0)]),
    trip=st.fixed_dictionaries(
        {
            "to": st.sampled_from(["site", "demand"]),
            "direct": st.booleans(),
            "max_snap": st.sampled_from([400.0, 2000.0]),
        }
    ),
)
@example(  # a wedge of 20 degrees between a straight way and a road
    lines=[((2, 2), (0, 3), 20.0, "yes")],
    at=[(103.0, 36.03125), (103.03125, 36.015625)],
    around=[(103.0, 36.0)],
    limit=("m", 2500.0),
    trip={"to": "site", "direct": True, "max_snap": 2000.0},
)
@example(  # beyond the end of two one-way roads, of which only the second one is driven
    lines=[((0, 0), (2, 2), 20.0, "yes"), ((0, 2), (2, 2), 20.0, "yes")],
    at=[(103.015625, 36.0234375)],
    around=[(103.0234375, 36.01953125)],
    limit=("m", 2500.0),
    trip={"to": "demand", "direct": False, "max_snap": 400.0},
)
def test_a_place_is_in_the_area_where_coverage_says_that_it_is_served(
    *,
    lines: list[Any],
    at: list[Any],
    around: list[Any],
    limit: tuple[Literal["m", "min"], float],
    trip: dict[str, Any],
) -> None:
    """One rule for leaving the road: only within the stated tolerance of the edge may they part."""
    drawn = [shapely.LineString([crossing(*one[0]), crossing(*one[1])]) for one in lines]
    # Of two roads that lie on each other, a hair apart, each would have one side of both.
    met = [shapely.Point(crossing(*end)) for one in lines for end in one[:2]]
    assume(
        not any(
            line.distance(point) < 3e-4 and line.boundary.distance(point) > 0
            for line in drawn
            for point in met
        )
    )
    network = gpd.GeoDataFrame(
        {"kmh": [one[2] for one in lines], "way": [one[3] for one in lines]},
        geometry=drawn,
        crs=4326,
    )
    graph = RoadGraph.from_lines(network, speed="kmh", oneway="way")
    way = Trip(access_kmh=15, unit=limit[0], detour=1.3, **trip)
    spacing = 60.0

    def table(xy: Any) -> gpd.GeoDataFrame:
        ids = [f"{n:05}" for n in range(len(xy))]
        return gpd.GeoDataFrame(
            {"id": ids}, geometry=gpd.points_from_xy(*np.transpose(xy)), crs=4326
        )

    whole = territories(graph, table(at), limits=[limit[1]], trip=way, spacing=spacing)[0]
    # Beside the places drawn, some at the very edge of the area, where the two may part.
    edge = shapely.get_coordinates(whole)
    some = [*around, *edge[:: max(1, len(edge) // 25)].tolist()]

    def around_them(spots: Any, count: int) -> Any:
        """Tell who is served: each place, and rings about it."""
        rays = np.linspace(0, 360, count, endpoint=False)
        far = np.array([0.0, *[spacing] * rays.size, *[spacing / 2] * rays.size])
        turns = np.array([0.0, *rays, *rays])
        lon, lat, _ = GEOD.fwd(
            *np.repeat(np.array(spots), far.size, axis=0).T.copy(),
            np.tile(turns, len(spots)),
            np.tile(far, len(spots)),
        )
        asked = table(np.column_stack([lon, lat]))
        pairs = graph.reach(asked, table(at), limit=limit[1], trip=way, nearest=1).pairs
        return asked["id"].isin(pairs["demand"]).to_numpy().reshape(len(spots), -1)

    said = around_them(some, 12)
    inside = shapely.contains_xy(whole, *np.transpose(some))
    sure = said.all(axis=1) | ~said.any(axis=1)
    parted = np.flatnonzero(sure & (inside != said[:, 0]))
    # What parts may be the tip of a wedge that lies between two rays: look closer.
    if parted.size:
        closer = around_them([some[n] for n in parted], 360)
        assert not (closer.all(axis=1) | ~closer.any(axis=1)).any()


def test_a_one_way_road_is_not_driven_against(tmp_path: Path) -> None:
    """The lane leads away from the town: from its middle nobody gets back."""
    given, at = roads(tmp_path), sites((15, 15))
    lon, lat = rasters.lonlat(9, 15)
    to_site = areas(given, at)
    assert not shapely.contains_xy(shapely.union_all(to_site.geometry.to_numpy()), lon, lat)
    away = areas(given, at, road={**ROAD, "to": "demand"})
    assert shapely.contains_xy(shapely.union_all(away.geometry.to_numpy()), lon, lat)


def test_bands_do_not_overlap_and_more_sites_reach_farther(tmp_path: Path) -> None:
    given = roads(tmp_path)
    one, two = areas(given, sites((15, 15))), areas(given, sites((15, 15), (15, 35)))
    assert shapely.intersection(*one.geometry).area == pytest.approx(0, abs=1e-12)
    assert two["area_km2"][0] > 1.1 * one["area_km2"][0]
    assert shapely.difference(one.geometry[0], two.geometry[0]).area == pytest.approx(0, abs=1e-12)
    assert (two["sites"] == 2).all()
    assert two.geometry.is_valid.all()
    again = areas(given.iloc[::-1].reset_index(drop=True), sites((15, 15)))
    assert again["area_km2"].to_numpy() == pytest.approx(one["area_km2"].to_numpy(), rel=1e-9)


def test_what_can_not_be_asked_is_told(tmp_path: Path) -> None:
    given, at = roads(tmp_path), sites((15, 15))
    with pytest.raises(OptionError, match="spacing_m"):
        areas(given, at, spacing_m=0.0)
    with pytest.raises((OptionError, DataError), match="reaches_min"):
        areas(given, at, reaches_min=[6.0, 3.0])


@settings(max_examples=15)
@given(seed=st.integers(0, 10_000), side=st.integers(2, 9))
def test_cells_and_parts_of_them_are_joined_as_a_union_is(seed: int, side: int) -> None:
    """Against GEOS's own union: on even grids, where four cells meet, and on scattered ones."""
    rng = np.random.default_rng(seed)
    scatter = rng.choice([0.0, 0.3, 0.45])
    at = np.indices((side, side)).reshape(2, -1).T + rng.uniform(-scatter, scatter, (side**2, 2))
    diagram = shapely.voronoi_polygons(shapely.multipoints(at * 100))
    cells = shapely.get_parts(diagram)
    cells = shapely.transform(cells, lambda xy: np.round(xy / 0.1) * 0.1)
    middles = shapely.centroid(cells)
    wide = rng.uniform(0, 130, len(cells)) * rng.integers(0, 2, len(cells))
    parts = shapely.intersection(cells, shapely.buffer(middles, wide))
    whole = rng.random(len(cells)) < 0.4
    found = joined_cells(cells[whole], cells[~whole], parts[~whole], grid=0.1)
    expected = shapely.union_all([*cells[whole], *parts[~whole]])
    assert shapely.is_valid(found)
    assert found.area == pytest.approx(expected.area, rel=1e-9, abs=1e-6)
    assert shapely.symmetric_difference(found, expected).area == pytest.approx(0, abs=1e-3)
