"""Units by name and by place, on the shipped layers."""

from __future__ import annotations

from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from pyproj import Geod

from gisplan.errors import DataError, DatumError, PlaceError
from gisplan.places.locate import Locator
from gisplan.places.regions import Regions

ROOT = Path(__file__).parents[1]
COUNTIES = gpd.read_file(ROOT / "data" / "boundaries" / "counties.geojson")
UNITS = pd.concat(
    [
        *(
            gpd.read_file(ROOT / "data" / "boundaries" / f"{name}.geojson").drop(columns="geometry")
            for name in ("province", "prefectures", "counties")
        ),
        pd.read_csv(ROOT / "layers" / "special_units.csv", dtype=str),
    ],
    ignore_index=True,
)
ALIASES = pd.read_csv(ROOT / "layers" / "region_aliases.csv", dtype=str)
REGIONS = Regions.from_tables(UNITS, aliases=ALIASES)
LOCATOR = Locator.from_counties(COUNTIES)
GEOD = Geod(ellps="WGS84")

rows = st.sampled_from(UNITS.to_dict("records"))


def wide(text: str) -> str:
    """Full-width variant of the ASCII in a text."""
    return "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in text)


@given(rows)
def test_every_unit_is_found_by_its_own_names(row):
    assert REGIONS.resolve(row["adcode"]) == row["adcode"]
    assert REGIONS.resolve(row["name_zh"]) == row["adcode"]
    assert REGIONS.resolve(row["name_en"]) == row["adcode"]
    assert REGIONS.name(row["adcode"], "en") == row["name_en"]
    if not pd.isna(row["parent"]):
        assert REGIONS.resolve(row["name_zh"], within=row["parent"]) == row["adcode"]
        assert REGIONS.resolve(row["adcode"], within="620000") == row["adcode"]


@given(rows, st.sampled_from(["adcode", "name_zh", "name_en"]), st.data())
def test_width_blanks_and_case_do_not_count(row, column, data):
    text = row[column]
    place = data.draw(st.integers(0, len(text)))
    blank = data.draw(st.sampled_from(["", " ", "\u3000", "\u00a0", "\t"]))
    changed = data.draw(st.sampled_from([str, wide, str.upper, str.lower]))(text)
    assert REGIONS.resolve(changed[:place] + blank + changed[place:]) == row["adcode"]


@given(st.text(max_size=12))
def test_any_text_is_found_or_reported_alike_by_both_ways(text):
    one = REGIONS.resolve_many([text]).iloc[0]
    try:
        assert REGIONS.resolve(text) == one["adcode"]
    except PlaceError:
        assert pd.isna(one["adcode"])
        assert one["status"] in ("ambiguous", "unknown")


@pytest.mark.parametrize(
    ("name", "adcode"),
    [
        *(("兰州", "620100"), ("红古", "620111"), ("城关", "620102"), ("甘肃", "620000")),
        *(("积石山", "622927"), ("积石山县", "622927"), ("甘南", "623000"), ("甘南州", "623000")),
        *(("东乡", "622926"), ("阿克塞", "620924"), ("天祝", "620623"), ("肃北县", "620923")),
        *(("嘉峪关", "620200"), ("嘉峪关市", "620200"), ("兰州新区", "620171")),
        *(("华亭县", "620881"), ("安西县", "620922"), ("华亭", "620881"), ("庆阳", "621000")),
        *(("Jone", "623022"), ("JONÊ COUNTY", "623022"), ("Zhouqu", "623023")),
        *(("Qinan", "620522"), ("lanzhou", "620100"), ("Dunhuang City", "620982")),
        *(("620 102", "620102"), ("620102", "620102"), ("临夏市", "622901")),
        *(("Lanzhou New Area", "620171"), ("临夏州", "622900"), ("陇", "620000")),
    ],
)
def test_names_that_people_write(name, adcode):
    assert REGIONS.resolve(name) == adcode


def test_ambiguous_names_list_their_candidates():
    with pytest.raises(PlaceError) as caught:
        REGIONS.resolve("临夏")
    for code in ("622900", "622901", "622921"):
        assert code in str(caught.value)
        assert code in caught.value.text("zh")
    assert "临夏回族自治州临夏县" in caught.value.text("zh")
    with pytest.raises(PlaceError, match="620400"):
        REGIONS.resolve("白银")
    with pytest.raises(PlaceError, match="622900"):
        REGIONS.resolve("Linxia")
    assert REGIONS.resolve("白银", within="620400") == "620402"
    assert REGIONS.resolve("嘉峪关", within="620200") == "620200"


def test_unknown_names_suggest_the_nearest():
    with pytest.raises(PlaceError, match="Honggu District"):
        REGIONS.resolve("红谷区")
    with pytest.raises(PlaceError, match="Lanzhou City"):
        REGIONS.resolve("Lanzhuo City")
    with pytest.raises(PlaceError, match="in Baiyin City"):
        REGIONS.resolve("城关区", within="620400")
    for unknown in ("", "  ", "成都市", "510100", "999999", "徽"):
        with pytest.raises(PlaceError):
            REGIONS.resolve(unknown)
    with pytest.raises(PlaceError, match="512345"):
        REGIONS.resolve("兰州", within="512345")


def test_resolving_a_column_keeps_its_index_and_order():
    values = pd.Series(
        ["兰州", 620111, 620200.0, None, "临夏", "红谷区", "Jone"], index=list("abcdefg")
    )
    table = REGIONS.resolve_many(values)
    assert list(table.index) == list("abcdefg")
    assert table["adcode"].fillna("").tolist() == [
        *("620100", "620111", "620200", "", "", "", "623022")
    ]
    assert table["how"].fillna("").tolist() == ["short", "code", "code", "", "short", "", "short"]
    assert table.loc["e", "status"] == "ambiguous"
    assert table.loc["e", "candidates"] == ("622900", "622901", "622921")
    assert "红古区" in table.loc["f", "suggestions"]
    assert table.loc["d", "suggestions"] == ()
    assert REGIONS.resolve_many([]).empty


def test_the_hierarchy():
    assert REGIONS.parents("620111") == ("620100", "620000")
    assert REGIONS.parents("620200") == ("620000",)
    assert REGIONS.parents("620000") == ()
    assert len(REGIONS.children("620000")) == 14
    assert REGIONS.children("620200") == ()
    assert {"620121", "620171"} <= set(REGIONS.children("620100"))
    for adcode in UNITS["adcode"].unique():
        for child in REGIONS.children(adcode):
            assert REGIONS.parents(child)[0] == adcode
    with pytest.raises(PlaceError):
        REGIONS.children("123456")


@pytest.mark.parametrize(
    ("text", "adcode", "rest"),
    [
        ("甘肃省兰州市红古区", "620111", ""),
        ("甘肃省兰州市红古区平安镇", "620111", "平安镇"),
        ("兰州红古区 平安镇12号", "620111", "平安镇12号"),
        ("甘肃省 兰州市,榆中县城关镇", "620123", "城关镇"),
        ("兰州市城关镇", "620100", "城关镇"),
        ("兰州市天水路1号", "620100", "天水路1号"),
        ("兰州新区中川镇", "620171", "中川镇"),
        ("兰州市兰州新区中川镇", "620171", "中川镇"),
        ("甘肃省嘉峪关市", "620200", ""),
        ("临夏永靖县刘家峡镇", "622923", "刘家峡镇"),
        ("临夏州临夏市", "622901", ""),
        ("平凉市华亭县", "620881", ""),
        ("甘南州舟曲县大川镇", "623023", "大川镇"),
    ],
)
def test_addresses(text, adcode, rest):
    assert REGIONS.parse_address(text) == (adcode, rest)


@pytest.mark.parametrize(
    "text",
    ["天水路1号", "兰州路", "临夏", "临夏市场北路", "白银公司", "成都市", "", "甘草店镇", "陇上"],
)
def test_uncertain_addresses_are_refused(text):
    with pytest.raises(PlaceError):
        REGIONS.parse_address(text)


@given(rows)
def test_an_address_of_full_names_leads_to_its_unit(row):
    codes = [*reversed(REGIONS.parents(row["adcode"])), row["adcode"]]
    address = "".join(REGIONS.name(code) for code in codes)
    assert REGIONS.parse_address(address + "某某路8号") == (row["adcode"], "某某路8号")


def test_wrong_tables_are_told_all_at_once():
    with pytest.raises(DataError, match="name_en"):
        Regions.from_tables(UNITS.drop(columns=["name_en"]))
    broken = pd.concat([UNITS, UNITS.iloc[[20]]]).assign(
        parent=lambda t: t["parent"].replace("620300", "629999")
    )
    aliases = pd.DataFrame({"alias": ["某县"], "adcode": ["628888"]})
    with pytest.raises(DataError) as caught:
        Regions.from_tables(broken, aliases=aliases)
    text = str(caught.value)
    assert "629999" in text
    assert "628888" in text
    assert UNITS["adcode"][20] in text


def test_names_outside_gansu_are_shortened_alike():
    units = pd.DataFrame(
        [
            ("220000", "吉林省", "Jilin Province", "province", None),
            ("220600", "白山市", "Baishan City", "prefecture", "220000"),
            ("220623", "长白朝鲜族自治县", "Changbai Korean Autonomous County", "county", "220600"),
            ("150000", "内蒙古自治区", "Inner Mongolia Autonomous Region", "province", None),
            ("150700", "呼伦贝尔市", "Hulunbuir City", "prefecture", "150000"),
            ("150724", "鄂温克族自治旗", "Ewenki Autonomous Banner", "county", "150700"),
            ("152500", "锡林郭勒盟", "Xilingol League", "prefecture", "150000"),
        ],
        columns=["adcode", "name_zh", "name_en", "level", "parent"],
    )
    regions = Regions.from_tables(units)
    assert regions.resolve("长白县") == "220623"
    assert regions.resolve("长白") == "220623"
    assert regions.resolve("鄂温克旗") == "150724"
    assert regions.resolve("锡林郭勒") == "152500"
    assert regions.resolve("Xilingol") == "152500"


# --- points ----------------------------------------------------------------------------------


@given(st.sampled_from(range(len(COUNTIES))))
def test_a_county_holds_its_representative_point(number):
    county = COUNTIES.iloc[number]
    point = county.geometry.representative_point()
    (found,) = LOCATOR.locate([point.x], [point.y]).to_dict("records")
    assert found == {
        "county": county["adcode"],
        "prefecture": county["parent"],
        "province": "620000",
    }
    assert LOCATOR.distance_to([point.x], [point.y], county["adcode"]).tolist() == [0.0]


def test_points_against_a_spatial_join():
    random = np.random.default_rng(1)
    west, south, east, north = COUNTIES.total_bounds
    lon, lat = random.uniform(west, east, 3000), random.uniform(south, north, 3000)
    points = gpd.GeoDataFrame(geometry=gpd.points_from_xy(lon, lat, crs="EPSG:4326"))
    joined = points.sjoin(COUNTIES[["adcode", "parent", "geometry"]], how="left")
    found = LOCATOR.locate(lon, lat)
    assert found["county"].fillna("").tolist() == joined["adcode"].fillna("").tolist()
    assert found["prefecture"].fillna("").tolist() == joined["parent"].fillna("").tolist()
    assert 0.1 < found["province"].isna().mean() < 0.9


def test_a_point_on_a_border_goes_to_the_lowest_code():
    """Every vertex of every county, whatever the order of the counties."""
    shuffled = Locator.from_counties(COUNTIES.sample(frac=1, random_state=3))
    vertices = np.unique(shapely.get_coordinates(COUNTIES.geometry)[::7], axis=0)
    points = shapely.points(vertices)
    tree = shapely.STRtree(COUNTIES.geometry.to_numpy())
    point, county = tree.query(points, predicate="intersects")
    codes = COUNTIES["adcode"].to_numpy()[county]
    lowest = pd.Series(codes).groupby(point).min()
    assert (pd.Series(codes).groupby(point).count() > 1).mean() > 0.5
    for locator in (LOCATOR, shuffled):
        found = locator.locate(vertices[:, 0], vertices[:, 1])["county"]
        assert found.tolist() == lowest.tolist()


def test_points_without_a_place():
    odd = [np.nan, np.inf, -np.inf, 0.0, 104.0, 104.0]
    lat = [36.0, 36.0, 36.0, 0.0, np.nan, np.inf]
    found = LOCATOR.locate(odd, lat)
    assert found.isna().all(axis=None)
    assert list(found.columns) == ["county", "prefecture", "province"]
    distances = LOCATOR.distance_to(odd, lat, "620100")
    assert np.isfinite(distances).tolist() == [False, False, False, True, False, False]
    assert len(LOCATOR.locate([], [])) == 0
    with pytest.raises(DataError):
        LOCATOR.locate([104.0], [36.0, 37.0])


def test_many_points_are_where_a_spatial_join_has_them():
    random = np.random.default_rng(2)
    west, south, east, north = COUNTIES.total_bounds
    lon, lat = random.uniform(west, east, 20_000), random.uniform(south, north, 20_000)
    found = LOCATOR.locate(lon, lat)["county"]
    points = gpd.GeoDataFrame(geometry=gpd.points_from_xy(lon, lat), crs=COUNTIES.crs)
    joined = gpd.sjoin(points, COUNTIES[["adcode", "geometry"]], how="left", predicate="within")
    assert joined.index.is_unique
    assert found.isna().tolist() == joined["adcode"].isna().tolist()
    assert found.dropna().tolist() == joined["adcode"].dropna().tolist()


def test_enclaves_are_outside():
    province = gpd.read_file(ROOT / "data" / "boundaries" / "province.geojson").geometry[0]
    holes = [shapely.Polygon(ring) for part in province.geoms for ring in part.interiors]
    points = [hole.representative_point() for hole in holes]
    found = LOCATOR.locate([p.x for p in points], [p.y for p in points])
    assert len(found) == 4
    assert found.isna().all(axis=None)


@settings(max_examples=25, deadline=None)
@given(
    lon=st.floats(92, 109),
    lat=st.floats(32, 43),
    adcode=st.sampled_from(["620102", "620111", "620923", "622901", "620600", "620000"]),
)
def test_distance_against_a_geodesic_search(lon, lat, adcode):
    mine = [adcode in (r.adcode, r.parent, "620000") for r in COUNTIES.itertuples()]
    unit = shapely.coverage_union_all(COUNTIES.geometry[mine].to_numpy())
    (distance,) = LOCATOR.distance_to([lon], [lat], adcode)
    if unit.intersects(shapely.Point(lon, lat)):
        assert distance == 0
        return
    # Every 0.002 degrees along the whole border: the true minimum is at most half a step less.
    border = shapely.get_coordinates(shapely.segmentize(unit.boundary, 0.002))
    away = np.full(len(border), lon), np.full(len(border), lat)
    best = GEOD.inv(*away, border[:, 0], border[:, 1])[2].min()
    assert distance >= best - 120
    assert distance <= best * 1.001 + 1


def test_wrong_counties_are_refused():
    with pytest.raises(DataError, match="parent"):
        Locator.from_counties(COUNTIES.drop(columns="parent"))
    with pytest.raises(DatumError):
        Locator.from_counties(COUNTIES.to_crs("EPSG:4490"))
    with pytest.raises(DatumError):
        Locator.from_counties(gpd.GeoDataFrame(COUNTIES.set_crs(None, allow_override=True)))
    with pytest.raises(DataError, match="620102"):
        Locator.from_counties(pd.concat([COUNTIES, COUNTIES.iloc[[0]]]))
    with pytest.raises(PlaceError):
        LOCATOR.distance_to([104.0], [36.0], "510100")
