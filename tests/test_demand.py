"""Demand: totals survive at every level, whatever the rule, the raster and its windows."""

from __future__ import annotations

from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import rasterio
from hypothesis import given, settings
from hypothesis import strategies as st
from rasterio.errors import NotGeoreferencedWarning
from rasterio.transform import from_origin
from rasterio.warp import Resampling, calculate_default_transform, reproject
from shapely.geometry import LineString, Point, box

from gisplan.analysis.demand import (
    from_blocks,
    from_points,
    place_on_settlements,
    scale_to_figures,
    urban_by_county,
    waste_demand,
)
from gisplan.analysis.largest_remainder import largest_remainder
from gisplan.api.load import load_layers
from gisplan.errors import DataError, DatumError, FileError, OptionError
from gisplan.read import raster

#: rasterio's own helpers, which make the test files, still multiply affines with *
pytestmark = pytest.mark.filterwarnings("ignore:Use `@` matmul:PendingDeprecationWarning")

RULES = [{"kind": "equal"}, {"kind": "rank"}, {"kind": "rank", "exponent": 0.5}]
COUNTIES = gpd.GeoDataFrame(
    {"adcode": ["990101", "990102"], "parent": "990100", "name_zh": ["甲县", "乙县"]},
    geometry=[box(100, 35, 101, 36), box(101, 35, 102, 36)],
    crs=4326,
)


@given(
    st.integers(0, 10**9),
    st.lists(st.floats(0, 1e6, allow_subnormal=False), min_size=1, max_size=40).filter(
        lambda w: sum(w) > 1e-3
    ),
)
def test_whole_parts_add_up_and_are_near_their_quota(total: int, weights: list[float]) -> None:
    parts = largest_remainder(total, weights)
    assert parts.sum() == total
    assert (parts >= 0).all()
    quota = np.array(weights) * (total / sum(weights))
    assert (np.abs(parts - quota) < 1 + 1e-6 * (1 + quota)).all()
    assert (parts[np.array(weights) == 0] == 0).all()


@given(st.permutations([3.0, 1.0, 1.5, 7.25, 2.0]))
def test_parts_follow_their_weights_in_any_order(weights: list[float]) -> None:
    ordered = dict(zip(sorted(weights), largest_remainder(101, sorted(weights)), strict=True))
    assert [ordered[w] for w in weights] == largest_remainder(101, weights).tolist()


def test_largest_remainders_by_hand() -> None:
    # quotas 3.3, 3.3, 3.3: the one left over goes to the first
    assert largest_remainder(10, [1, 1, 1]).tolist() == [4, 3, 3]
    # quotas 4.7, 1.6, 3.7 (Hamilton): the two left over go to the first and the last
    assert largest_remainder(10, [47, 16, 37]).tolist() == [5, 1, 4]
    for weights in ([0.0, 0.0], [1.0, -1.0], [np.nan, 1.0], []):
        with pytest.raises(DataError):
            largest_remainder(3, weights)


def settlements(counts: list[tuple[str, float]]) -> gpd.GeoDataFrame:
    """Make settlements from county and listed population (NaN: unknown)."""
    table = pd.DataFrame(counts, columns=["adcode", "population"])
    table["geonameid"] = range(1, len(table) + 1)
    table["name"] = "T" + table["geonameid"].astype("str")
    table["name_zh"] = "村" + table["geonameid"].astype("str")
    points = [Point(100 + i / 100, 35.5) for i in range(len(table))]
    return gpd.GeoDataFrame(table, geometry=points, crs=4326)


def seats(*codes: str, geonameid: object = None) -> gpd.GeoDataFrame:
    return gpd.GeoDataFrame(
        {
            "adcode": list(codes),
            "name_zh": "县",
            "name_en": "County",
            "geonameid": pd.array([geonameid] * len(codes), dtype="Int64"),
            "precision": "county",
        },
        geometry=[Point(100.5, 35.2)] * len(codes),
        crs=4326,
    )


PLACES = st.lists(
    st.tuples(
        st.sampled_from(["990101", "990102", "990201"]),
        st.one_of(st.just(float("nan")), st.integers(0, 10**6).map(float)),
    ),
    max_size=25,
)


@settings(max_examples=60)
@given(
    PLACES,
    st.lists(st.integers(0, 10**7), min_size=3, max_size=3),
    st.floats(0, 1),
    st.sampled_from(RULES),
    st.randoms(use_true_random=False),
)
def test_everybody_is_placed_once(places, people, share, rule, random) -> None:
    codes = ["990101", "990102", "990201"]
    figures = pd.DataFrame({"adcode": codes, "people": people})
    figures["urban"] = (figures["people"] * share).astype("int64")
    towns = settlements(places)
    columns = ["people", "urban"]
    table = place_on_settlements(figures, towns, seats(*codes), columns=columns, rule=rule).table
    for level in (6, 4, 2):
        got = table.groupby(table["adcode"].str[:level])[columns].sum()
        want = figures.groupby(figures["adcode"].str[:level])[columns].sum()
        assert got.reindex(want.index, fill_value=0).equals(want)
    assert (table["urban"] <= table["people"]).all()
    assert (table["weight"] > 0).all()
    assert table["id"].is_unique
    order = list(range(len(towns)))
    random.shuffle(order)
    again = place_on_settlements(
        figures.sample(frac=1, random_state=1),
        towns.iloc[order],
        seats(*codes),
        columns=columns,
        rule=rule,
    ).table
    pd.testing.assert_frame_equal(pd.DataFrame(again), pd.DataFrame(table))


def test_the_rank_rule_by_hand() -> None:
    # the seat first (1), then 500 (1/2); the two unknown share the mean of 1/3 and 1/4
    towns = settlements([("990101", 500), ("990101", np.nan), ("990101", np.nan), ("990101", 9)])
    towns.loc[3, "population"] = np.nan
    rows = pd.concat([towns, settlements([("990101", 9)]).assign(geonameid=9)], ignore_index=True)
    figures = pd.DataFrame({"adcode": ["990101"], "people": [274]})
    table = place_on_settlements(
        figures,
        rows.iloc[[0, 1, 2, 4]],
        seats("990101", geonameid=9),
        columns=["people"],
        rule={"kind": "rank"},
    ).table
    # 1 : 1/2 : 7/24 : 7/24 of 274 = 131.52, 65.76, 38.36, 38.36
    assert table.set_index("id")["people"].to_dict() == {
        "990101-1": 66,
        "990101-2": 38,
        "990101-3": 38,
        "990101-9": 132,
    }


def test_a_planners_own_shares_and_what_is_left_out() -> None:
    towns = settlements([("990101", 1), ("990101", 1), ("990102", 1), (None, 5)])
    towns["share"] = [3.0, 0.0, np.nan, 1.0]
    figures = pd.DataFrame({"adcode": ["990101", "990102"], "people": [10, 7]})
    outcome = place_on_settlements(
        figures,
        towns,
        seats("990101", "990102"),
        columns=["people"],
        rule={"kind": "column", "column": "share"},
    )
    assert outcome.table["people"].tolist() == [10, 7]
    told = " ".join(text.en for text in outcome.left_out)
    assert "1 settlement(s) lie in no county" in told
    assert "1 settlement(s) got nobody" in told


@pytest.mark.parametrize(
    ("people", "rule", "error", "said"),
    [
        ([1.5, 2], {"kind": "equal"}, DataError, "990101"),
        ([-1, 2], {"kind": "equal"}, DataError, "990101"),
        ([1, 2], {"kind": "best"}, OptionError, "best"),
        ([1, 2], {"kind": "rank", "power": 1}, OptionError, "power"),
        ([1, 2], {"kind": "rank", "exponent": -1}, OptionError, "-1"),
        ([1, 2], {"kind": "column", "column": "nothing"}, OptionError, "nothing"),
    ],
)
def test_wrong_figures_and_rules_are_named(people, rule, error, said) -> None:
    figures = pd.DataFrame({"adcode": ["990101", "990102"], "people": people})
    towns = settlements([("990101", 1)])
    with pytest.raises(error, match=said):
        place_on_settlements(
            figures, towns, seats("990101", "990102"), columns=["people"], rule=rule
        )


def test_people_without_any_place_are_an_error() -> None:
    figures = pd.DataFrame({"adcode": ["990101", "990102"], "people": [1, 2]})
    towns = settlements([("990101", 1)])
    with pytest.raises(DataError, match="990102"):
        place_on_settlements(
            figures, towns, seats("990101"), columns=["people"], rule={"kind": "equal"}
        )


def test_the_shipped_demand_is_the_census() -> None:
    names = ("demand_points", "census_counties", "census_prefectures", "county_waste")
    layers = load_layers(names)
    points, census = layers["demand_points"].table, layers["census_counties"].table
    assert points["population"].sum() == 25_019_831
    assert points["urban_population"].sum() == 13_067_332
    by_county = points.groupby("adcode")["population"].sum()
    assert by_county.to_dict() == dict(
        zip(census["adcode"], census["population_2020"], strict=True)
    )
    by_prefecture = points.groupby(points["adcode"].str[:4] + "00")["population"].sum()
    prefectures = layers["census_prefectures"].table
    assert by_prefecture.to_dict() == dict(
        zip(prefectures["adcode"], prefectures["population_2020"], strict=True)
    )
    urban = points.groupby(points["adcode"].str[:4])["urban_population"].sum()
    assert urban["6201"] == 3_622_550
    waste = layers["county_waste"].table
    for stream in ("t_municipal", "t_kitchen", "t_electronics"):
        assert points[stream].sum() == pytest.approx(waste[stream].sum())
    # 0.1 kg a day for 13,067,332 urban residents, worked out apart
    assert points["t_kitchen"].sum() == pytest.approx(476_957.618)
    new_area = points[points["adcode"] == "620171"]
    assert new_area["population"].tolist() == [288_200]
    assert new_area["precision"].tolist() == ["county"]


@settings(max_examples=60)
@given(
    st.lists(st.integers(1, 10**6), min_size=4, max_size=4),
    st.lists(st.floats(0, 1), min_size=3, max_size=3),
)
def test_urban_residents_add_up_at_every_level(people, shares) -> None:
    codes = ["990101", "990102", "990201", "990202"]
    figures = pd.DataFrame({"adcode": codes, "people": people})
    county = int(people[0] * shares[0])
    prefecture = county + int(people[1] * shares[1])
    province = prefecture + int((people[2] + people[3]) * shares[2])
    urban = pd.DataFrame(
        {
            "adcode": ["990000", "990100", "990101"],
            "urban_residents": [province, prefecture, county],
        }
    )
    table = urban_by_county(figures, urban, column="people").table.set_index("adcode")
    got = table["urban_population"]
    assert got["990101"] == county
    assert got["990101"] + got["990102"] == prefecture
    assert got.sum() == province
    assert (got <= table["population"]).all()


def test_contradictory_urban_residents_are_refused() -> None:
    figures = pd.DataFrame({"adcode": ["990101", "990201"], "people": [10, 10]})
    urban = pd.DataFrame({"adcode": ["990000", "990100"], "urban_residents": [12, 1]})
    with pytest.raises(DataError, match="990000"):  # 11 urban of 10 residents
        urban_by_county(figures, urban, column="people")
    outcome = urban_by_county(figures, urban.iloc[1:], column="people")
    assert outcome.table["urban_population"].isna().tolist() == [False, True]
    assert "990201" in outcome.left_out[0].en


RATES = pd.DataFrame(
    {
        "stream": ["a", "a", "b", "c"],
        "name_zh": ["甲", "甲二", "乙", "丙"],
        "name_en": ["A", "A2", "B", "C"],
        "value": [0.1, 9.0, np.nan, 0.2],
        "unit": ["kg/person/day", "t/t", None, "t/t"],
        "basis": ["people", "people", None, "coal"],
        "used": [True, False, False, True],
        "reason_zh": ["", "", "未查到", ""],
        "reason_en": ["", "", "none found", ""],
    }
)


def test_waste_goes_by_rates_and_says_where_there_are_none() -> None:
    demand = pd.DataFrame({"id": ["x", "y"], "people": [1000, 0]})
    outcome = waste_demand(demand, RATES)
    assert outcome.table["t_a"].tolist() == pytest.approx([36.5, 0])
    assert outcome.table[["t_b", "t_c"]].isna().all(axis=None)
    said = [text.en for text in outcome.left_out]
    assert any("B" in text and "none found" in text for text in said)
    assert any("C" in text and "coal" in text for text in said)
    mined = waste_demand(demand.assign(coal=[5.0, np.nan]), RATES).table["t_c"]
    assert mined[0] == pytest.approx(1.0)
    assert np.isnan(mined[1])


@pytest.mark.parametrize(
    ("row", "column", "value"),
    [(1, "used", True), (0, "value", np.nan), (0, "value", -1.0), (0, "unit", "kg/house")],
)
def test_a_rate_in_use_must_be_whole(row: int, column: str, value: object) -> None:
    rates = RATES.copy()
    rates[column] = rates[column].astype("object")
    rates.loc[row, column] = value
    with pytest.raises(DataError, match="a"):
        waste_demand(pd.DataFrame({"people": [1]}), rates)


# -- the planner's own points ---------------------------------------------------------------


def own_points(weights: list[object], **kwargs: object) -> gpd.GeoDataFrame:
    shapes = [Point(100.5 + i, 35.5) for i in range(len(weights))]
    table = {"nr": [f"p{i}" for i in range(len(weights))], "persons": weights}
    return gpd.GeoDataFrame(table, geometry=shapes, crs=4326, **kwargs)


def test_own_points_in_any_crs() -> None:
    points = own_points([5, 2.5, 1]).to_crs(32647)
    outcome = from_points(points, COUNTIES, id="nr", weight="persons")
    assert outcome.table["adcode"].fillna("").tolist() == ["990101", "990102", ""]
    assert outcome.table["weight"].tolist() == [5, 2.5, 1]
    assert outcome.table.geometry[0].distance(Point(100.5, 35.5)) < 1e-9
    assert "1 demand point(s) of weight 1" in outcome.left_out[0].en


@pytest.mark.parametrize("bad", [np.nan, np.inf, -np.inf, 0, -3, "many", None])
def test_a_bad_weight_is_named_by_its_id(bad: object) -> None:
    with pytest.raises(DataError) as caught:
        from_points(own_points([1, bad, 2]), COUNTIES, id="nr", weight="persons")
    assert len(caught.value.faults) == 1
    assert "p1" in caught.value.text("en")
    assert "persons" in caught.value.text("zh")


def test_bad_points_are_refused() -> None:
    points = own_points([1, 2])
    with pytest.raises(DataError, match="empty"):
        from_points(points.iloc[:0], COUNTIES, id="nr", weight="persons")
    with pytest.raises(DataError, match="p0"):
        from_points(points.assign(nr="p0"), COUNTIES, id="nr", weight="persons")
    with pytest.raises(OptionError, match="weight"):
        from_points(points, COUNTIES, id="nr")
    with pytest.raises(DatumError):
        from_points(points.set_crs(None, allow_override=True), COUNTIES, id="nr", weight="persons")
    lines = points.set_geometry([LineString([(100, 35), (101, 36)]), None], crs=4326)
    with pytest.raises(DataError, match="p0, p1"):
        from_points(lines, COUNTIES, id="nr", weight="persons")


# -- rasters --------------------------------------------------------------------------------


def people_grid(seed: int = 0) -> np.ndarray:
    """Whole persons, so that sums of any order are the same; a sixth of it has no data."""
    random = np.random.default_rng(seed)
    values = random.integers(0, 50, size=(90, 130)).astype("float32")
    values[random.random(values.shape) < 1 / 6] = -9999
    return values


def write(path: Path, values: np.ndarray, **profile: object) -> Path:
    settings_ = {
        "driver": "GTiff",
        "height": values.shape[0],
        "width": values.shape[1],
        "count": 1,
        "dtype": str(values.dtype),
        "crs": "EPSG:4326",
        "transform": from_origin(99.9, 36.1, 0.0175, 0.0135),
        "nodata": -9999,
        **profile,
    }
    with rasterio.open(path, "w", **settings_) as target:
        target.write(values, 1)
    return path


@pytest.mark.parametrize("cells", [1, 700, 10**7])
@pytest.mark.parametrize("layout", [{}, {"tiled": True, "blockxsize": 32, "blockysize": 16}])
def test_windows_hold_every_cell_once(tmp_path: Path, cells: int, layout: dict) -> None:
    values = people_grid()
    path = write(tmp_path / "people.tif", values, **layout)
    seen = np.full(values.shape, -1.0)
    for block in raster.blocks(path, cells=cells):
        rows, columns = block.values.shape
        part = seen[block.row : block.row + rows, block.column : block.column + columns]
        assert (part == -1).all()
        part[:] = np.nan_to_num(block.values, nan=-9999)
    np.testing.assert_array_equal(seen, values)


@pytest.mark.parametrize("crs", ["EPSG:4326", "EPSG:32647", "EPSG:3857", "ESRI:102025"])
@pytest.mark.parametrize("cell", [1, 7])
def test_nobody_is_lost_between_raster_and_points(tmp_path: Path, crs: str, cell: int) -> None:
    source = write(tmp_path / "source.tif", people_grid())
    path = source if crs == "EPSG:4326" else warped(source, tmp_path / "warped.tif", crs)
    grid = raster.grid(path)
    whole = from_blocks(raster.blocks(path, cells=10**8), grid, COUNTIES, cell=cell)
    windows = from_blocks(raster.blocks(path, cells=500), grid, COUNTIES, cell=cell)
    figures = ["id", "adcode", "weight", "cells"]
    pd.testing.assert_frame_equal(
        pd.DataFrame(whole.table[figures]), pd.DataFrame(windows.table[figures])
    )
    np.testing.assert_allclose(
        whole.table.get_coordinates(), windows.table.get_coordinates(), rtol=0, atol=1e-9
    )
    assert [t.en for t in whole.left_out] == [t.en for t in windows.left_out]
    # the reference: every cell's centre by geopandas, the whole array at once
    with rasterio.open(path) as opened:
        values = opened.read(1, masked=True)
        rows, columns = np.nonzero(~np.ma.getmaskarray(values) & (values.data > 0))
        x, y = rasterio.transform.xy(opened.transform, rows, columns)
        centres = gpd.GeoDataFrame(
            {"people": values.data[rows, columns].astype(float)},
            geometry=gpd.points_from_xy(x, y),
            crs=opened.crs,
        )
    joined = centres.to_crs(4326).sjoin(COUNTIES, predicate="within")
    want = joined.groupby("adcode")["people"].sum()
    got = windows.table.groupby("adcode")["weight"].sum()
    pd.testing.assert_series_equal(got, want, check_names=False, check_index_type=False)
    assert windows.table["cells"].sum() == len(joined)
    inside = windows.table.sjoin(COUNTIES, predicate="intersects")
    assert (inside["adcode_left"] == inside["adcode_right"]).all()
    assert windows.table["id"].is_unique
    if cell > 1:
        assert len(windows.table) < len(joined) / 10


def warped(source: Path, path: Path, crs: str) -> Path:
    """Write the raster in another CRS, cells by nearest neighbour."""
    with rasterio.open(source) as opened:
        transform, width, height = calculate_default_transform(
            opened.crs, crs, opened.width, opened.height, *opened.bounds
        )
        values = np.full((height, width), -9999, dtype="float32")
        reproject(
            rasterio.band(opened, 1),
            values,
            dst_transform=transform,
            dst_crs=crs,
            dst_nodata=-9999,
            resampling=Resampling.nearest,
        )
    return write(path, values, crs=crs, transform=transform)


def test_a_coarse_point_stands_where_its_people_are(tmp_path: Path) -> None:
    values = np.full((4, 4), np.nan)
    values[0, 0], values[1, 1] = 3, 1
    transform = from_origin(100.2, 35.8, 0.1, 0.1)
    path = write(tmp_path / "few.tif", values, transform=transform, nodata=None)
    table = from_blocks(raster.blocks(path), raster.grid(path), COUNTIES, cell=2).table
    assert table["weight"].tolist() == [4]
    assert table["cells"].tolist() == [2]
    point = table.geometry[0]  # a quarter of the way from 100.25, 35.75 to 100.35, 35.65
    assert (point.x, point.y) == pytest.approx((100.275, 35.725))


def test_scale_and_offset_of_a_band_are_applied(tmp_path: Path) -> None:
    path = write(tmp_path / "scaled.tif", np.array([[1, 2, -99]], dtype="int16"), nodata=-99)
    with rasterio.open(path, "r+") as opened:
        opened.scales, opened.offsets = [0.5], [10.0]
    (block,) = raster.blocks(path)
    np.testing.assert_array_equal(block.values, [[10.5, 11.0, np.nan]])


def test_bad_rasters_are_named(tmp_path: Path) -> None:
    values = people_grid()
    with pytest.raises(FileError, match=r"gone\.tif"):
        raster.grid(tmp_path / "gone.tif")
    (tmp_path / "text.tif").write_text("no raster", encoding="utf-8")
    with pytest.raises(FileError, match=r"text\.tif"):
        raster.grid(tmp_path / "text.tif")
    with pytest.raises(FileError, match=r"\.vrt"):
        raster.grid(tmp_path / "other.vrt")
    with pytest.raises(DatumError, match=r"bare\.tif"):
        raster.grid(write(tmp_path / "bare.tif", values, crs=None))
    with pytest.warns(NotGeoreferencedWarning):
        afloat = write(tmp_path / "afloat.tif", values, transform=rasterio.Affine.identity())
    with pytest.raises(DatumError, match="georeferenced"):
        raster.grid(afloat)
    path = write(tmp_path / "people.tif", values, nodata=None)
    with pytest.raises(OptionError, match="band 2"):
        list(raster.blocks(path, band=2))
    with pytest.raises(DataError, match="-9999 in row"):  # nodata that nobody declared
        from_blocks(raster.blocks(path), raster.grid(path), COUNTIES)
    away = write(tmp_path / "away.tif", values, transform=from_origin(0, 0, 0.01, 0.01))
    with pytest.raises(DataError, match="nobody"):
        from_blocks(raster.blocks(away), raster.grid(away), COUNTIES)
    with pytest.raises(OptionError, match="cell"):
        from_blocks([], raster.grid(path), COUNTIES, cell=0)


def test_a_raster_scaled_to_the_census_has_its_totals(tmp_path: Path) -> None:
    path = write(tmp_path / "people.tif", people_grid())
    demand = from_blocks(raster.blocks(path), raster.grid(path), COUNTIES, cell=5).table
    figures = pd.DataFrame(
        {"adcode": ["990101", "990102", "990171", "990999"], "people": [1000, 77, 50, 3]}
    )
    sites = gpd.GeoDataFrame({"adcode": ["990171"]}, geometry=[Point(100.1, 35.1)], crs=4326)
    outcome = scale_to_figures(demand, figures, column="people", sites=sites)
    got = outcome.table.groupby("adcode")["weight"].sum()
    assert got.to_dict() == pytest.approx({"990101": 1000, "990102": 77, "990171": 50})
    assert "990999" in outcome.left_out[0].en
    first = demand["adcode"] == "990101"
    ratio = outcome.table["weight"][: first.sum()] / demand.loc[first, "weight"]
    assert ratio.max() == pytest.approx(ratio.min())
