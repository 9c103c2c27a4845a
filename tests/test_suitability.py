"""Suitability: published examples of AHP, overlays by hand, distances by pyproj."""

from __future__ import annotations

from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyproj import Geod, Transformer
from shapely.geometry import LineString, Point, box

from gisplan.analysis.suitability import (
    ahp_weights,
    distance_surface,
    slope_surface,
    suitability,
    value_at,
)
from gisplan.api import load
from gisplan.catalog.raster import Raster, RasterGrid
from gisplan.errors import DataError, DatumError
from gisplan.pipeline import build
from tests import rasters, small

GEOD = Geod(ellps="WGS84")

#: T. L. Saaty, How to make a decision: the analytic hierarchy process, European Journal of
#: Operational Research 48, 1990: a family chooses a house. Above the diagonal, row by row.
HOUSE = [
    [5, 3, 7, 6, 6, 1 / 3, 1 / 4],
    [1 / 3, 5, 3, 3, 1 / 5, 1 / 7],
    [6, 3, 4, 6, 1 / 5],
    [1 / 3, 1 / 4, 1 / 7, 1 / 8],
    [1 / 2, 1 / 5, 1 / 6],
    [1 / 5, 1 / 6],
    [1 / 2],
]


def judgements(rows: list[list[float]]) -> pd.DataFrame:
    names = "abcdefgh"
    return pd.DataFrame(
        [
            (names[i], names[i + 1 + j], value)
            for i, row in enumerate(rows)
            for j, value in enumerate(row)
        ],
        columns=["criterion", "against", "judgement"],
    )


def table(rows: list[tuple[object, ...]], *columns: str) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=list(columns))


# -- weights --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rows", "weights", "greatest", "ratio"),
    [
        # yard space, financing and general condition of the three houses, as published
        ([[5, 4], [1 / 3]], [0.674, 0.101, 0.226], 3.086, 0.074),
        ([[1 / 7, 1 / 5], [3]], [0.072, 0.650, 0.278], 3.065, 0.056),
        ([[1 / 2, 1 / 2], [1]], [0.200, 0.400, 0.400], 3.000, 0.000),
    ],
)
def test_weights_and_ratio_are_those_published(
    rows: list[list[float]], weights: list[float], greatest: float, ratio: float
) -> None:
    told = ahp_weights(judgements(rows))
    assert told["weight"].tolist() == pytest.approx(weights, abs=0.0015)
    assert told["lambda_max"][0] == pytest.approx(greatest, abs=0.001)
    assert told["consistency_ratio"][0] == pytest.approx(ratio, abs=0.001)


@pytest.mark.parametrize(
    ("rows", "ratio"),
    [
        (HOUSE, "0.169"),
        ([[6, 8], [4]], "0.117"),  # size of house
        ([[8, 6], [1 / 5]], "0.170"),  # modern facilities
    ],
)
def test_published_judgements_above_a_tenth_are_refused(
    rows: list[list[float]], ratio: str
) -> None:
    with pytest.raises(DataError) as caught:
        ahp_weights(judgements(rows))
    assert ratio in caught.value.message.en
    assert ratio in caught.value.message.zh


@settings(max_examples=30)
@given(st.lists(st.integers(1, 3), min_size=2, max_size=8))
def test_judgements_that_agree_give_their_own_weights(parts: list[int]) -> None:
    given_rows = [
        [parts[i] / parts[j] for j in range(i + 1, len(parts))] for i in range(len(parts) - 1)
    ]
    told = ahp_weights(judgements(given_rows))
    assert told["weight"].tolist() == pytest.approx([p / sum(parts) for p in parts], abs=1e-9)
    assert told["consistency_ratio"][0] == pytest.approx(0, abs=1e-9)


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([("a", "b", 3), ("b", "c", 2)], "no judgement of a against c"),
        ([("a", "b", 3), ("b", "a", 2)], "row 2 (b, a)"),
        ([("a", "a", 1), ("a", "b", 1)], "row 1 (a, a)"),
        ([("a", "b", 10)], "judgement 10"),
        ([("a", "b", 0)], "judgement 0"),
        ([("a", "b", "much")], "row 1 (a, b)"),
    ],
)
def test_wrong_judgements_are_named(rows: list[tuple[object, ...]], said: str) -> None:
    with pytest.raises(DataError) as caught:
        ahp_weights(table(rows, "criterion", "against", "judgement"))
    assert any(said in fault.en for fault in caught.value.faults)


# -- criteria -------------------------------------------------------------------------------


def grid_of(rows: int, columns: int, cell: float = 100.0) -> RasterGrid:
    transform = (cell, 0, -columns * cell / 2, 0, -cell, rows * cell / 2)
    return RasterGrid(rasters.LOCAL, transform, columns, rows)


@settings(max_examples=15)
@given(st.lists(st.tuples(st.floats(103.5, 104.5), st.floats(35.5, 36.5)), min_size=1, max_size=6))
def test_distance_to_points_is_the_geodesic(places: list[tuple[float, float]]) -> None:
    like = Raster.of(grid_of(5, 7, 9000.0), np.zeros((5, 7)))
    features = gpd.GeoDataFrame(geometry=[Point(p) for p in places], crs=4326)
    ours = distance_surface(features, like).raster.values()
    to = Transformer.from_crs(rasters.LOCAL, 4326, always_xy=True)
    for row in range(5):
        for column in range(7):
            lon, lat = to.transform(*(float(v) for v in like.grid.centres(row, column)))
            expected = min(GEOD.inv(lon, lat, *place)[2] for place in places)
            assert ours[row, column] == pytest.approx(expected, abs=0.05)


def test_distance_to_lines_and_areas() -> None:
    like = Raster.of(grid_of(10, 10), np.zeros((10, 10)))
    river = gpd.GeoDataFrame(geometry=[LineString([(-200, -900), (-200, 900)])], crs=rasters.LOCAL)
    ours = distance_surface(river.to_crs(4326), like).raster.values()
    x, _ = like.grid.centres(np.zeros(10), np.arange(10))
    np.testing.assert_allclose(ours, np.broadcast_to(np.abs(x + 200), (10, 10)), atol=0.01)
    park = gpd.GeoDataFrame(geometry=[box(0, 0, 300, 300)], crs=rasters.LOCAL)
    ours = distance_surface(park, like).raster.values()
    x, y = like.grid.centres(*np.indices((10, 10)))
    outside = np.hypot(
        np.maximum(np.maximum(0 - x, x - 300), 0), np.maximum(np.maximum(0 - y, y - 300), 0)
    )
    np.testing.assert_allclose(ours, outside, atol=0.01)
    with pytest.raises(DatumError):
        distance_surface(gpd.GeoDataFrame(geometry=[Point(0, 0)]), like)
    with pytest.raises(DataError):
        distance_surface(gpd.GeoDataFrame(geometry=[None], crs=4326), like)


def test_slope_of_a_plane() -> None:
    grid = grid_of(6, 8)
    x, _ = grid.centres(*np.indices((6, 8)))
    slope = slope_surface(Raster.of(grid, x * 0.1)).raster.values()
    np.testing.assert_allclose(slope, np.degrees(np.arctan(0.1)), rtol=1e-6)


# -- overlay --------------------------------------------------------------------------------

SLOPE = [[0.0, 5.0], [10.0, 30.0]]
COVER = [[1.0, 2.0], [2.0, 1.0]]
WATER = [[50.0, 600.0], [900.0, np.nan]]
WEIGHTS = table([("slope", 0.5), ("cover", 0.3), ("water", 0.2)], "criterion", "weight")
SCORES = table(
    [
        ("slope", "linear", 0, 1.0),
        ("slope", "linear", 10, 0.0),
        ("slope", "exclude_above", 25, None),
        ("cover", "class", 1, 1.0),
        ("cover", "class", 2, 0.5),
        ("water", "linear", 100, 0.0),
        ("water", "linear", 1100, 1.0),
        ("water", "exclude_below", 100, None),
    ],
    "criterion", "rule", "value", "score",
)  # fmt: skip


def layers(**more: list[list[float]]) -> dict[str, Raster]:
    given_cells = {"slope": SLOPE, "cover": COVER, "water": WATER, **more}
    return {n: Raster.of(grid_of(2, 2), v) for n, v in given_cells.items()}


def test_an_overlay_by_hand() -> None:
    made = suitability(WEIGHTS, SCORES, **layers())
    values = made.raster.values()
    # slope 5 of 10: .5; cover 2: .5; water 600 of 100 to 1100: .5
    assert values[0, 1] == pytest.approx(0.5 * 0.5 + 0.3 * 0.5 + 0.2 * 0.5)
    # slope 10: 0; cover 2: .5; water 900: .8
    assert values[1, 0] == pytest.approx(0.3 * 0.5 + 0.2 * 0.8)
    assert np.isnan(values[0, 0])  # 50 m from water
    assert np.isnan(values[1, 1])  # too steep
    assert [words.en for words in made.left_out] == ["2 cell(s) (50.0 %) excluded"]
    area = gpd.GeoDataFrame(geometry=[box(0, 0, 100, 100)], crs=rasters.LOCAL).to_crs(4326)
    values = suitability(WEIGHTS, SCORES, area, **layers()).raster.values()
    assert np.isnan(values[0, 1])
    flat = suitability(WEIGHTS, SCORES, **layers(slope=[[0, 5], [10, 20.0]]))
    assert "without data" in flat.left_out[1].en


@settings(max_examples=25)
@given(st.permutations(["slope", "cover", "water"]), st.integers(0, 99))
def test_the_order_of_criteria_and_rows_makes_no_difference(order: list[str], seed: int) -> None:
    given_layers = layers()
    shuffled = {name: given_layers[name] for name in order}
    one = suitability(WEIGHTS, SCORES, **given_layers).raster.values()
    two = suitability(
        WEIGHTS.iloc[::-1], SCORES.sample(frac=1, random_state=seed), **shuffled
    ).raster.values()
    np.testing.assert_allclose(one, two, atol=1e-12)


@pytest.mark.parametrize(
    ("weights", "scores", "said"),
    [
        (WEIGHTS.assign(weight=[0.5, 0.3, 0.3]), SCORES, "add up to 1.1"),
        (WEIGHTS.assign(weight=[0.9, 0.3, -0.2]), SCORES, "row 3 (water)"),
        (WEIGHTS.iloc[:2], SCORES, "water has no weight"),
        (WEIGHTS, SCORES.iloc[3:], "criterion slope needs"),
        (WEIGHTS, SCORES.iloc[:4], "criterion water needs"),
        (WEIGHTS, SCORES.drop(index=4), "without a score: 2"),
        (WEIGHTS, SCORES.assign(score=2.0), "scores, row 1 (slope)"),
        (WEIGHTS, SCORES.replace("linear", "curved"), "scores, row 1 (slope)"),
        (WEIGHTS, SCORES.replace("water", "lake"), "lake has no raster"),
        (WEIGHTS, SCORES.drop(columns="rule"), "no column rule"),
    ],
)
def test_tables_that_do_not_fit_are_named(
    weights: pd.DataFrame, scores: pd.DataFrame, said: str
) -> None:
    with pytest.raises(DataError) as caught:
        suitability(weights, scores, **layers())
    assert any(said in words.en for words in (caught.value.message, *caught.value.faults))


def test_points_take_the_value_of_their_cell() -> None:
    surface = Raster.of(grid_of(2, 2), [[0.1, 0.2], [np.nan, 0.4]])
    points = gpd.GeoDataFrame(
        {"id": ["a", "b", "c"]},
        geometry=[Point(50, 50), Point(-50, -50), Point(5000, 0)],
        crs=rasters.LOCAL,
    )
    told = value_at(points, surface)
    assert told.table["suitability"][0] == 0.2
    assert told.table["suitability"].isna().tolist() == [False, True, True]
    assert told.left_out[0].en.startswith("2 point(s)")


def test_suitability_is_declared_as_a_layer(tmp_path: Path) -> None:
    root = tmp_path / "place"
    small.workspace_files(root)
    folder = root / "layers"
    _, columns = np.indices(rasters.SHAPE)
    rasters.write_raster(folder / "dem.tif", columns * 10.0)
    rasters.roads(folder / "rivers.geojson")
    (folder / "judged.csv").write_text(
        "criterion,against,judgement\nslope,water,3\n", encoding="utf-8"
    )
    (folder / "scores.csv").write_text(
        "criterion,rule,value,score\nslope,linear,0,1\nslope,linear,20,0\n"
        "water,linear,0,0\nwater,linear,1000,1\nwater,exclude_below,150,\n",
        encoding="utf-8",
    )
    text = rasters.number
    rasters.declare(root, "dem", 'file = "dem.tif"', text("metres"))
    rasters.declare(
        root, "rivers", 'file = "rivers.geojson"', text("id", kind="text"),
        geometry="line", key="id",
    )  # fmt: skip
    rasters.declare(
        root, "judged", 'file = "judged.csv"',
        text("criterion", kind="text") + text("against", kind="text") + text("judgement"),
        geometry="none", key='criterion", "against',
    )  # fmt: skip
    rasters.declare(
        root, "scores", 'file = "scores.csv"',
        text("criterion", kind="text") + text("rule", kind="text") + text("value") + text("score"),
        geometry="none", key='criterion", "rule", "value',
    )  # fmt: skip
    rasters.declare(
        root, "weights", 'analysis = "ahp_weights"\ninputs = { judgements = "judged" }',
        text("criterion", kind="text") + text("weight") + text("consistency_ratio"),
        geometry="none", key="criterion",
    )  # fmt: skip
    rasters.declare(
        root, "slope", 'analysis = "slope_surface"\ninputs = { elevation = "dem" }', text("degrees")
    )
    rasters.declare(
        root, "water",
        'analysis = "distance_surface"\ninputs = { features = "rivers", like = "dem" }',
        text("metres"),
    )  # fmt: skip
    rasters.declare(
        root, "suitable",
        'analysis = "suitability"\ninputs = { weights = "weights", scores = "scores", '
        'slope = "slope", water = "water" }',
        text("suitability", "minimum = 0.0\nmaximum = 1.0\nderived = true\n"),
    )  # fmt: skip
    place = small.find(root)
    report = build.build(place)
    assert any("excluded" in words.en for _, words in report.left_out)
    found = load.load_layer("suitable", place=place)
    water = load.load_layer("water", place=place)
    assert found.raster is not None
    assert water.raster is not None
    metres, values = water.raster.values(), found.raster.values()
    slope = np.degrees(np.arctan(0.1))
    expected = 0.75 * (1 - slope / 20) + 0.25 * np.minimum(metres, 1000) / 1000
    expected[metres < 150] = np.nan
    np.testing.assert_allclose(values, expected, rtol=1e-6)
    assert (place.exports / "suitable.tif").is_file()
