"""``gisplan coverage``: on the shipped network and on a planner's own file."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import geopandas as gpd
import openpyxl
import pytest

import gisplan as gp
from gisplan.api.coverage import coverage_files, coverage_tables
from gisplan.api.coverage import network_coverage as appraisal
from gisplan.api.coverage.network_coverage import CoverageOptions
from gisplan.api.coverage.provision import ProvisionOptions
from gisplan.api.importing import sites_file as site_file
from gisplan.api.journey import JourneyOptions, ReachOptions
from gisplan.errors import DataError
from tests.command import gisplan

OWN = "id,name,lon,lat\nA,站点甲（虚构）,103.8343,36.0611\nB,站点乙（虚构）,94.6617,40.1421\n"


@pytest.fixture
def own(tmp_path: Path) -> Path:
    path = tmp_path / "own.csv"
    path.write_text(OWN, encoding="utf-8")
    return path


def test_the_shipped_network_beside_what_the_plan_asks_for(tmp_path: Path) -> None:
    done = gisplan("coverage", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    for words in (
        "2,501.98万",
        "兰州市",
        "中铺子",
        "覆盖率达100%（二(三)8）",
        "未计入",
        "并不完整",
    ):
        assert words in done.stdout
    assert not list(tmp_path.iterdir())


def test_a_planners_own_sites(own: Path) -> None:
    told = appraisal.coverage(
        options=CoverageOptions(sites=str(own), reach=ReachOptions(km=(25.0, 60.0)))
    )
    assert set(told.sites["id"]) == {"A", "B"}
    assert told.total["demand_total"] == 25_019_831
    assert told.total["within_60"] == told.sites["nearest_here"].sum()
    assert ["WGS 84" in words.en for words in told.left_out] == [True]
    assert told.regions.set_index("adcode").loc["620100", "sites_counted"] == 1
    done = gisplan("coverage", "--sites", own.name, "--km", "25", "--lang", "en", cwd=own.parent)
    assert done.returncode == 0, done.stderr
    assert "站点甲（虚构）" in done.stdout
    assert "within 25 km" in done.stdout


@pytest.mark.usefixtures("kept_there")
@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("id,name\n1,x\n", "no columns of longitude and latitude"),
        ("id,lon,lat\n1,103.8,36\n2,east,36\n", "row 3, column lon, lat: “east, 36”"),
        ("id,lon,lat\n1,200,36\n", "row 2, column lon, lat: “200, 36”"),
        ("id,lon,lat\n1,103.8,36\n1,104,36\n", "rows 2, 3 share id = 1"),
        ("id,lon,lat\n,103.8,36\n7,104,36\n,104,37\n", "row 4, column id"),
        ("id,lon,lat\n1,103.8,36\n2,,\n", "row 3 has no place"),
        ("id,lon,lat\n", "holds no row"),
    ],
)
def test_a_file_that_cannot_be_used_is_one_message(tmp_path: Path, content: str, said: str) -> None:
    path = tmp_path / "own.csv"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(DataError, match=said):
        site_file.sites_of_file(path)


@pytest.mark.usefixtures("kept_there")
@pytest.mark.parametrize(
    "words",
    [
        ("--sites", "no_such_layer"),
        ("--sites", "missing.csv"),
        ("--kind", "furnace"),
        ("--km", "50", "30"),
        ("--km", "0"),
        ("--quantity", "happiness"),
        ("--detour", "0.5"),
        ("--year", "1900", "--kind", "recycling_base"),
    ],
)
def test_a_wrong_option_is_a_message_with_exit_code_2(
    tmp_path: Path, words: tuple[str, ...]
) -> None:
    done = gisplan("coverage", *words, cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr.strip()
    assert "Traceback" not in done.stderr


def test_capacity_tiers_and_norms_are_told_when_asked(tmp_path: Path) -> None:
    options = CoverageOptions(
        reach=ReachOptions(kinds=("incineration", "landfill"), km=(30.0, 100.0)),
        quantity="t_municipal",
        provision=ProvisionOptions(
            assign=True, access=True, norms=True, tiers=(("treatment", 50.0), ("utilisation", 90.0))
        ),
    )
    told = appraisal.coverage(options=options)
    more, whole = told.provision, told.total["demand_total"]
    assert more.sites is not None
    assert more.unmet is not None
    for one, other in (("low", "high"), ("high", "low")):
        both = more.unmet[f"assigned_{one}"] + more.unmet[f"unmet_{other}"]
        assert both.tolist() == pytest.approx(told.regions["demand_total"].tolist())
        assert both.sum() == pytest.approx(whole)
    # what no site reaches is beyond the longest reach, region by region
    assert more.unmet["out_of_reach"].tolist() == pytest.approx(told.regions["beyond_100"].tolist())
    # served, in reach but full, out of reach: three parts of all
    three = more.unmet[["served_share", "full_share", "out_share"]]
    assert three.sum(axis=1).tolist() == pytest.approx([100.0] * len(three))
    heads, rows = coverage_tables.parts_heads(told), coverage_tables.parts_rows(told, "en")
    assert [len(row) for row in rows] == [len(heads)] * (len(three) + 1)
    for _, amount, served, _, full, _, away, _, most in rows:
        assert served + full + away == pytest.approx(amount)
        assert served <= most <= amount
    said = coverage_tables.three_parts(told)
    assert said in coverage_tables.notes(told)
    assert said.en.startswith("All demand in three parts: ")
    written = json.loads(coverage_files._geojson(told))["features"][0]["properties"]
    assert written["served_share"] == pytest.approx(three["served_share"].iloc[0])
    assert more.access is not None
    used = (more.access["access_low"] * more.access["amount"]).sum()
    stood = more.sites["standing"] == "standing"
    assert used == pytest.approx(more.sites.loc[stood, "capacity"].sum())
    assert more.tiers is not None
    first = more.tiers.iloc[0]
    assert 0 <= first["served_low"] <= first["served_high"] <= first["arriving"]
    assert more.stations is not None
    lanzhou = more.stations.set_index("adcode").loc["620100"]
    assert (lanzhou["stations_there"], lanzhou["units"], lanzhou["counted"]) == (471, 9, 8)
    for lang, words in (
        (
            "zh",
            ("没有去处", "按标准应设", "敦煌市城市生活垃圾处理场", "覆盖率达100%", "完整的再生"),
        ),
        ("en", ("finds no place", "by norm", "Dunhuang municipal waste site", "cover 100 %")),
    ):
        done = gisplan(
            "coverage", "--assign", "--accessibility", "--norms", "--lang", lang, cwd=tmp_path
        )
        assert done.returncode == 0, done.stderr
        for one in words:
            assert one in done.stdout
    assert not list(tmp_path.iterdir())


def test_what_can_not_be_asked_of_a_network_is_told(own: Path) -> None:
    for more, words in (
        (("--tiers", "sorting"), "written TIER=REACH"),
        (("--tiers", "sorting=-3"), "written TIER=REACH"),
        (("--stream", "glass"), "no site is of the stream glass; there are: bulk_industrial"),
        (("--accessibility", "1", "0.5"), "weights must be one for each reach: 2 are given"),
        (("--assign", "--quantity", "population"), "the sites' capacity is in t a year"),
        (("--assign", "--quantity", "t_vehicles"), "t_vehicles is not known"),
        (("--km", "50", "30"), "reaches (km) must be above 0 and rise: 50 30"),
        (("--year", "1950", "--kind", "recycling_base"), "network: no site counts in 1950"),
        (("--sites", own.name, "--assign"), "--assign needs the capacity of sites"),
    ):
        done = gisplan("coverage", "--lang", "en", *more, cwd=own.parent)
        assert done.returncode == 2
        assert words in done.stderr
        assert "Traceback" not in done.stderr


@pytest.mark.usefixtures("kept_there")
def test_of_a_year_of_which_nothing_is_known_the_highest_is_told_by_road_too() -> None:
    """Nothing for certain, and by road no more than straight: no road is shorter."""
    told = {
        by: appraisal.coverage(
            options=CoverageOptions(
                reach=ReachOptions(km=(50.0, 100.0), year=2019, journey=JourneyOptions(by=by))
            )
        )
        for by in ("distance", "road")
    }
    straight, road = (each.regions.set_index("adcode") for each in told.values())
    for name in ("share_50", "share_100"):
        assert road[name].isna().all()
        assert (road[f"{name}_low"] == 0).all()
        assert (road[f"{name}_high"] <= straight[f"{name}_high"]).all()
        assert road[f"{name}_high"].max() > 0
    assert any("真实的路只会更长" in words.zh for words in told["road"].left_out)
    asked = gp.coverage(year=2019, km=[50], by="road", lang="en")
    high = asked.table["share_50_high"]
    assert high.tolist() == pytest.approx(road["share_50_high"].loc[asked.table["adcode"]].tolist())
    assert "within 50 km: 0.0 to 6" in repr(asked)


@pytest.mark.usefixtures("kept_there")
def test_tiers_of_a_stream(tmp_path: Path) -> None:
    asked = ("--stream", "recyclables", "--year", "2022", "--tiers", "sorting=50", "collection=5")
    done = gisplan("coverage", "--km", "50", *asked, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    for words in (
        "逐级连通",
        "红山西路再生资源分拣中心",
        "层级 回收（再生资源）：已知设施都未计入",
    ):
        assert words in done.stdout
    assert "中铺子" not in done.stdout


@pytest.mark.usefixtures("kept_there")
def test_sites_that_are_all_outside_are_named_with_the_reach(tmp_path: Path) -> None:
    path = tmp_path / "far.csv"
    path.write_text("id,lon,lat\nA,10.0,50.0\n", encoding="utf-8")
    with pytest.raises(DataError, match=r"far\.csv: within 60 km no site reaches any demand"):
        appraisal.coverage(options=CoverageOptions(sites=str(path), reach=ReachOptions(km=(60.0,))))


@pytest.mark.usefixtures("kept_there")
def test_a_file_may_have_tier_stream_and_capacity(tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    rows = "A,103.83,36.06,collection,paper,1000\nB,103.9,36.1,sorting,paper,\n"
    path.write_text(f"id,lon,lat,tier,stream,capacity\n{rows}", encoding="utf-8")
    asked = ("--stream", "paper", "--tiers", "collection=20", "sorting=30", "--assign")
    done = gisplan("coverage", "--sites", path.name, "--lang", "en", *asked, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    for words in ("1,000", "without limit in the highest: B", "tier by tier"):
        assert words in done.stdout
    path.write_text("id,lon,lat,capacity\nA,103.8,36,-5\n", encoding="utf-8")
    with pytest.raises(DataError, match="row 2, column capacity: “-5”"):
        site_file.sites_of_file(path)


@pytest.mark.usefixtures("kept_there")
def test_coverage_is_written_with_its_worth(tmp_path: Path) -> None:
    book, rows, regions = (tmp_path / f"c.{ending}" for ending in ("xlsx", "csv", "geojson"))
    done = gisplan("coverage", "--km", "50", "--lang", "en", "--out", str(book), cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    sheets = openpyxl.load_workbook(book)
    assert sheets.sheetnames == ["by region", "by site", "about"]
    told = appraisal.coverage(options=CoverageOptions(reach=ReachOptions(km=(50.0,))))
    for path in (rows, regions):
        coverage_files.write(told, path, lang="en")
    listed = list(csv.reader(rows.read_text("utf-8-sig").splitlines()))
    in_book = [list(row) for row in sheets["by region"].iter_rows(values_only=True)]
    heads = next(i for i, row in enumerate(in_book) if row[0] == "region")
    assert [str(cell) for cell in in_book[heads]] == listed[0]
    # within, its share where sites are drawn, at least and at most, and what is beyond
    assert [i for i, head in enumerate(listed[0]) if "at least" in head] == [1, 5]
    assert all("from a partial list" in listed[0][i] for i in (3, 4, 6, 7))
    total = [float(cell) for cell in in_book[-1][1:]]
    assert total == pytest.approx([float(cell) for cell in listed[-1][1:]])
    parts = [[float(row[i]) for row in listed[1:-1]] for i in (2, 3, 7)]
    assert [sum(part) for part in parts] == pytest.approx([total[i] for i in (1, 2, 6)])
    drawn = gpd.read_file(regions)
    assert drawn.crs.to_epsg() == 4326
    assert drawn["within_50"].sum() == pytest.approx(total[2])
    assert "known" in drawn["about_en"][0]
    assert "已知" in drawn["about_zh"][0]


@pytest.mark.usefixtures("kept_there")
def test_a_file_that_can_not_be_written_is_told_before_any_work(tmp_path: Path) -> None:
    done = gisplan("coverage", "--out", "c.docx", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert ".xlsx" in done.stderr
    (tmp_path / "mine.csv").write_text("my own", encoding="utf-8")
    done = gisplan("coverage", "--out", "mine.csv", cwd=tmp_path)
    assert done.returncode == 2
    assert (tmp_path / "mine.csv").read_text(encoding="utf-8") == "my own"
