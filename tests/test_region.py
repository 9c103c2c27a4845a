"""Another region: the example workspace, made and used as a planner there would."""

from __future__ import annotations

import importlib.util
import json
import re
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import geopandas as gpd
import pandas as pd
import pytest

from gisplan.catalog import workspace
from gisplan.pipeline import catalogue as catalog
from tests.browser import Page
from tests.command import gisplan

ROOT = Path(__file__).parent.parent
NINGXIA = ROOT / "examples" / "ningxia"
WORKS = "id,name,lon,lat\nA,甲厂（虚构）,106.23,38.49\nB,乙厂（虚构）,106.2,36.0\n"


@pytest.fixture(scope="module")
def region(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the example, built by the command."""
    root = tmp_path_factory.mktemp("region") / "ningxia"
    unbuilt = shutil.ignore_patterns("rendered", "exports", ".gisplan")
    shutil.copytree(NINGXIA, root, ignore=unbuilt)
    done = gisplan("build", cwd=root)
    assert done.returncode == 0, done.stderr
    (root / "works.csv").write_text(WORKS, encoding="utf-8")
    return root


def script(name: str) -> ModuleType:
    path = ROOT / "data" / "boundaries" / f"{name}.py"
    spec = importlib.util.spec_from_file_location(f"boundaries_{name}", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look the module up
    spec.loader.exec_module(module)
    return module


def exported(region: Path, name: str) -> gpd.GeoDataFrame:
    return gpd.read_file(region / "exports" / f"{name}.geojson", use_arrow=False)


def test_the_files_are_what_the_documented_commands_make(tmp_path: Path) -> None:
    names = NINGXIA / "data" / "boundaries" / "names_en.csv"
    assert (
        script("make").main(["--province", "64", "--names", str(names), "--out", str(tmp_path)])
        == 0
    )
    for name in ("province", "prefectures", "counties"):
        committed = NINGXIA / "data" / "boundaries" / f"{name}.geojson"
        assert (tmp_path / committed.name).read_bytes() == committed.read_bytes()
    out = tmp_path / "settlements.csv"
    counties = tmp_path / "counties.geojson"
    assert (
        script("make_settlements").main(
            ["--admin1", "21", "--counties", str(counties), "--out", str(out)]
        )
        == 0
    )
    assert out.read_bytes() == (NINGXIA / "layers" / "settlements.csv").read_bytes()
    told = (ROOT / "docs" / "region.md").read_text(encoding="utf-8")
    assert "make.py --province 64 --names" in told
    assert "make_settlements.py --admin1 21 --counties" in told


def test_five_prefectures_and_22_counties_by_name(region: Path) -> None:
    prefectures, counties = exported(region, "prefectures"), exported(region, "counties")
    assert list(prefectures["name_zh"]) == ["银川市", "石嘴山市", "吴忠市", "固原市", "中卫市"]
    assert len(counties) == 22
    assert set(counties["adcode"].str[:2]) == {"64"}
    assert {"兴庆区", "红寺堡区", "青铜峡市", "泾源县", "海原县"} <= set(counties["name_zh"])
    assert counties["name_en"].str.fullmatch(r"[A-Z][a-z]+ (District|County|City)").all()
    assert counties["parent"].isin(prefectures["adcode"]).all()
    assert counties["area_km2"].sum() == pytest.approx(prefectures["area_km2"].sum(), abs=0.05)


def test_nothing_of_the_shipped_region_comes_along(region: Path) -> None:
    place = workspace.find(region)
    listed = catalog.load(place)
    assert place.layers == region.resolve() / "layers"
    assert set(listed.maps) == {"overview"}
    assert not any(name.startswith("plan_") for name in listed.layers)
    files = [*(region / "exports").iterdir(), *(region / "maps" / "rendered").iterdir()]
    for path in files:
        text = path.read_text(encoding="utf-8-sig")
        if path.name in ("neighbours.geojson", "neighbours.meta.json", "overview.html"):
            # the province next door is named on the map as such, and nothing more of it
            text = re.sub('甘肃省|"Gansu"|"620000"', "", text)
        assert not re.search('甘肃|兰州|Gansu|Lanzhou|"62\\d{4}"', text), path.name


def test_residents_add_up_to_what_the_prefectures_have(region: Path) -> None:
    read = {"dtype": {"adcode": "str"}}
    counties = pd.read_csv(NINGXIA / "layers" / "census_counties.csv", **read)
    wider = pd.read_csv(NINGXIA / "layers" / "census_prefectures.csv", **read)
    assert wider["population"].sum() == 7_202_654  # as the region published
    assert counties[["source_zh", "source_en"]].notna().all(axis=None)
    parent = counties["adcode"].str[:4] + "00"
    sums = counties.groupby(parent)["population"].sum()
    doubt = counties[counties["rounded_to"] > 1].groupby(parent)["rounded_to"].sum() / 2
    apart = (wider.set_index("adcode")["population"] - sums).abs()
    assert (apart <= doubt.reindex(apart.index).fillna(0)).all()
    points = exported(region, "demand_points")
    placed = points.groupby("adcode")["population"].sum()
    assert placed.to_dict() == counties.set_index("adcode")["population"].to_dict()


def test_coverage_of_the_users_own_works_without_plan_or_network(region: Path) -> None:
    done = gisplan("coverage", "--sites", "works.csv", "--km", "30", "100", cwd=region)
    assert done.returncode == 0, done.stderr
    for words in ("银川市", "中卫市", "720.26万", "甲厂（虚构）"):
        assert words in done.stdout
    assert "规划的要求" not in done.stdout
    (total,) = (line for line in done.stdout.splitlines() if "合计" in line)
    assert re.split(r"\s*│\s*", total)[2] == "2"  # both works lie in a prefecture
    without = gisplan("coverage", cwd=region)
    assert without.returncode == 2
    assert "--sites" in without.stderr


def test_sites_are_evaluated_and_suggested_where_nothing_stands(region: Path) -> None:
    done = gisplan("sites", "evaluate", "106.2,37.6", "--lang", "en", cwd=region)
    assert done.returncode == 0, done.stderr
    assert "Hongsibu District, Wuzhong City" in done.stdout
    assert "plan" not in done.stdout
    done = gisplan("sites", "suggest", "--new", "2", "--km", "50", cwd=region)
    assert done.returncode == 0, done.stderr
    assert "50 千米内覆盖：分配的常住人口（人）：0（0%）→ " in done.stdout
    assert "已证明最优" in done.stdout


def test_an_import_knows_the_places_of_its_own_region_only(region: Path) -> None:
    table = "企业名称,县区\n合成企业一（虚构）,银川市金凤区\n合成企业二（虚构）,兰州市城关区\n"
    (region / "firms.csv").write_text(table, encoding="utf-8")
    words = ("import", "firms.csv", "--layer", "firms", "--kind", "enterprises")
    done = gisplan(*words, cwd=region)
    assert done.returncode == 0, done.stderr
    rows = pd.read_csv(region / "layers" / "firms.csv", dtype="str")
    assert list(rows["adcode"].fillna("")) == ["640106", ""]


def test_an_export_that_other_programs_read(region: Path) -> None:
    done = gisplan("export", "county_population", "--format", "gpkg", cwd=region)
    assert done.returncode == 0, done.stderr
    (path,) = (region / "exports").glob("*.gpkg")
    table = gpd.read_file(path, layer="county_population")
    assert len(table) == 22
    assert table["population"].sum() == 7_202_586


@pytest.mark.browser
def test_the_map_opens_on_the_region(region: Path, open_page: Callable[[Path], Page]) -> None:
    path = region / "maps" / "rendered" / "overview.html"
    assert path.stat().st_size < 500_000
    page = open_page(path)
    assert page.text("#title") == "宁夏回族自治区：行政区划与人口"
    drawn = [len(page.find(f"path.layer-{layer}")) for layer in range(4)]
    assert drawn == [22, 22, 5, 1]
    bounds = page.run(
        "const b = gisplan.map.getBounds();"
        "return [b.getWest(), b.getSouth(), b.getEast(), b.getNorth()]"
    )
    west, south, east, north = exported(region, "province").total_bounds
    assert bounds[0] < west < east < bounds[2]
    assert bounds[1] < south < north < bounds[3]
    assert north - south > 0.6 * (bounds[3] - bounds[1])  # and fills it
    page.click_at(106.15, 37.4)
    assert "红寺堡区" in page.text(".leaflet-popup")
    page.close_popup()
    assert page.outside_requests == []
    assert page.errors == []
    assert json.loads((region / "exports" / "counties.meta.json").read_bytes())
