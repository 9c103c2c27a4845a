"""Areal interpolation keeps mass, and agrees with tobler; zonal statistics with plain geometry."""

from __future__ import annotations

import itertools

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from pyproj import Geod
from shapely.geometry import Polygon, box
from tobler.area_weighted import area_interpolate

import gisplan
from gisplan.analysis.tables.interpolate import areal, cell_areas, zonal
from gisplan.errors import DataError, DatumError, OptionError


def squares(cuts: list[float], **columns: object) -> gpd.GeoDataFrame:
    """Give boxes side by side between the cuts, 100 to 104 degrees east."""
    edges = [100.0, *sorted({round(cut, 3) for cut in cuts}), 104.0]
    shapes = [box(a, 35, b, 37) for a, b in itertools.pairwise(edges)]
    return gpd.GeoDataFrame(columns, index=range(len(shapes)), geometry=shapes, crs=4326)


cuts = st.lists(st.floats(100.1, 103.9), max_size=6)


@settings(max_examples=40)
@given(cuts, cuts, st.randoms(use_true_random=False))
def test_mass_is_kept_and_a_level_stays_level(one, two, random) -> None:
    sources = squares(one)
    sources["people"] = [random.uniform(0, 1e6) for _ in range(len(sources))]
    sources["rate"] = 7.5
    outcome = areal(sources, squares(two), extensive=["people"], intensive=["rate"])
    assert outcome.left_out == ()
    assert outcome.table["people"].sum() == pytest.approx(sources["people"].sum(), rel=1e-9)
    assert outcome.table["rate"].to_numpy() == pytest.approx(7.5, rel=1e-9)
    assert outcome.table["known_people"].to_numpy() == pytest.approx(1.0, rel=1e-6)


@settings(max_examples=25)
@given(cuts)
def test_there_and_back_over_finer_areas_is_the_same(one) -> None:
    coarse = squares([101.0, 103.0], people=[1.0, 10.0, 100.0])
    fine = areal(coarse, squares([*one, 101.0, 103.0]), extensive=["people"]).table
    back = areal(fine, squares([101.0, 103.0]), extensive=["people"]).table
    assert back["people"].tolist() == pytest.approx([1.0, 10.0, 100.0], rel=1e-9)


def test_what_lies_outside_is_said_or_spread() -> None:
    sources = squares([102.0], people=[100.0, 50.0])
    target = gpd.GeoDataFrame(geometry=[box(100, 35, 101, 37)], crs=4326)
    said = areal(sources, target, extensive=["people"])
    assert said.table["people"].item() == pytest.approx(50.0, rel=1e-9)
    assert "100 of people" in said.left_out[0].en
    spread = areal(sources, target, extensive=["people"], outside="spread")
    assert spread.table["people"].item() == pytest.approx(100.0, rel=1e-9)
    assert "50 of people" in spread.left_out[0].en


def test_unknown_is_not_zero() -> None:
    sources = squares([102.0], rate=[4.0, None], people=[8.0, None])
    outcome = areal(sources, squares([101.0, 103.0]), extensive=["people"], intensive=["rate"])
    assert outcome.table["rate"].tolist()[:2] == [4.0, 4.0]
    assert np.isnan(outcome.table["rate"].iloc[2])
    assert np.isnan(outcome.table["people"].iloc[2])
    assert outcome.table["known_rate"].tolist() == pytest.approx([1.0, 0.5, 0.0])
    assert len(outcome.left_out) == 2


def test_overlapping_targets_and_wrong_columns_are_errors() -> None:
    sources = squares([], people=[1.0])
    twice = gpd.GeoDataFrame(geometry=[box(100, 35, 103, 37), box(101, 35, 104, 37)], crs=4326)
    with pytest.raises(DataError, match="overlap"):
        areal(sources, twice, extensive=["people"])
    for columns in ([], ["jobs"]):
        with pytest.raises(OptionError):
            areal(sources, squares([]), extensive=columns)
    with pytest.raises(OptionError):
        areal(sources, squares([]), extensive=["people"], intensive=["people"])
    with pytest.raises(DatumError):
        areal(sources.set_crs(None, allow_override=True), squares([]), extensive=["people"])


@pytest.fixture(scope="module")
def hexagons() -> gpd.GeoDataFrame:
    """Hexagons that cover the counties, in degrees."""
    cells = []
    for row in range(-1, 22):
        for column in range(-1, 40):
            x = 92 + column * 0.5 * np.sqrt(3) + (row % 2) * 0.25 * np.sqrt(3)
            y = 32 + row * 0.75 * 0.75
            corners = [
                (x + 0.5 * np.sin(a), y + 0.375 * np.cos(a)) for a in np.arange(6) * np.pi / 3
            ]
            cells.append(Polygon(corners))
    return gpd.GeoDataFrame(geometry=cells, crs=4326)


@pytest.mark.filterwarnings("ignore:Input has data type:FutureWarning")
def test_real_counties_agree_with_tobler(hexagons: gpd.GeoDataFrame) -> None:
    counties = gisplan.load_layer("county_population").table
    counties = counties[["population_2020", "geometry"]].assign(rate=np.arange(len(counties)) * 1.5)
    ours = areal(counties, hexagons, extensive=["population_2020"], intensive=["rate"])
    # The hexagons lie edge to edge only approximately: sums agree to what they leave uncovered
    sums = ours.table["population_2020"].sum()
    assert sums == pytest.approx(counties["population_2020"].sum(), rel=1e-6)
    plane = "ESRI:54034"  # another equal-area cylinder than ours, and their own code
    theirs = area_interpolate(
        counties.to_crs(plane),
        hexagons.to_crs(plane),
        extensive_variables=["population_2020"],
        intensive_variables=["rate"],
        allocate_total=False,
    )
    people = ours.table["population_2020"].fillna(0.0)
    assert people.to_numpy() == pytest.approx(
        theirs["population_2020"].to_numpy(), rel=1e-6, abs=0.01
    )
    # tobler divides by the whole target, ours by what of it is known
    inside = ours.table["known_rate"] > 0.999999
    assert inside.sum() > 30
    assert ours.table.loc[inside, "rate"].to_numpy() == pytest.approx(
        theirs.loc[inside, "rate"].to_numpy(), rel=1e-5
    )


def test_areas_of_cells_agree_with_geodesics() -> None:
    geod = Geod(ellps="WGS84")
    found = cell_areas(4, transform=(0.1, 0.0, 100.0, 0.0, -0.1, 40.0))
    for row, area in enumerate(found):
        north = 40.0 - 0.1 * row
        # a parallel as many short geodesics
        lon = np.linspace(100.0, 100.1, 201)
        ring_lon = np.concatenate([lon, lon[::-1]])
        ring_lat = np.repeat([north - 0.1, north], 201)
        expected = abs(geod.polygon_area_perimeter(ring_lon, ring_lat)[0]) / 1e6
        assert area == pytest.approx(expected, rel=1e-7)
    whole = cell_areas(180, transform=(360.0, 0.0, -180.0, 0.0, -1.0, 90.0)).sum()
    assert whole == pytest.approx(510_065_621.724, abs=0.001)  # of WGS 84, published


ZONES = gpd.GeoDataFrame(
    {"name": ["slanted", "tiny", "off"]},
    geometry=[
        Polygon([(100.13, 35.2), (102.7, 35.6), (101.9, 37.8), (100.4, 37.1)]),
        box(100.31, 35.31, 100.33, 35.32),
        box(120, 10, 121, 11),
    ],
    crs=4326,
)
TRANSFORM = (0.25, 0.0, 100.0, 0.0, -0.25, 38.0)


def by_hand(values: np.ndarray, zone: Polygon) -> tuple[float, float, float]:
    """Cut every cell against the zone: sum, mean by area, count."""
    areas = cell_areas(values.shape[0], transform=TRANSFORM)
    total, weighted, weight, count = 0.0, 0.0, 0.0, 0.0
    for row, column in np.ndindex(values.shape):
        west, north = 100 + 0.25 * column, 38 - 0.25 * row
        cell = box(west, north - 0.25, west + 0.25, north)
        share = shapely.area(shapely.intersection(cell, zone)) / 0.0625
        value = values[row, column]
        if share and not np.isnan(value):
            total += share * value
            weighted += share * areas[row] * value
            weight += share * areas[row]
            count += share
    return total, weighted / weight, count


def test_zonal_statistics_are_those_of_cells_cut_by_hand() -> None:
    values = np.random.default_rng(7).uniform(0, 100, (12, 12))
    values[4, 4] = np.nan
    table = zonal(ZONES, values, transform=TRANSFORM, statistics=["sum", "mean", "count"])
    for i in range(2):
        expected = by_hand(values, ZONES.geometry[i])
        found = table.loc[i, ["sum", "mean", "count"]].to_numpy(dtype=float)
        assert found == pytest.approx(expected, rel=1e-6)
    assert np.isnan(table.loc[2, "sum"])
    assert table.loc[2, "count"] == 0


def test_a_grid_from_the_south_is_the_same_grid() -> None:
    values = np.arange(144.0).reshape(12, 12)
    one = zonal(ZONES, values, transform=TRANSFORM)
    two = zonal(ZONES, values[::-1], transform=(0.25, 0.0, 100.0, 0.0, 0.25, 35.0))
    pd.testing.assert_frame_equal(pd.DataFrame(one), pd.DataFrame(two))


def test_a_raster_divided_over_a_partition_keeps_its_sum() -> None:
    values = np.random.default_rng(1).uniform(0, 10, (8, 16))
    zones = squares([100.77, 101.31, 103.333])
    table = zonal(zones, values, transform=(0.25, 0.0, 100.0, 0.0, -0.25, 37.0))
    assert table["sum"].sum() == pytest.approx(values.sum(), rel=1e-6)


def test_a_wrong_grid_is_an_error() -> None:
    with pytest.raises(OptionError, match="median"):
        zonal(ZONES, np.zeros((2, 2)), transform=TRANSFORM, statistics=["median"])
    with pytest.raises(OptionError, match="turned"):
        zonal(ZONES, np.zeros((2, 2)), transform=(1.0, 0.2, 100.0, 0.0, -1.0, 38.0))
