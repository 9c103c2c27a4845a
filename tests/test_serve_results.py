"""Coverage, sites and documents in the window: what is asked, the figures, the files."""

from __future__ import annotations

import base64
import html
import json
import re
import shutil
from pathlib import Path
from typing import Any

import geopandas as gpd
import openpyxl
import pandas as pd
import pytest
from starlette.datastructures import FormData
from starlette.testclient import TestClient

from gisplan.api.coverage.network_coverage import coverage
from gisplan.api.coverage.options import CoverageOptions
from gisplan.api.jobs import coverage_job, document_job, plan_job, sites_job, store
from gisplan.api.journey import ReachOptions
from gisplan.api.sites import read_plan_file
from gisplan.catalog.workspace import Workspace
from gisplan.errors import DataError, OptionError
from gisplan.importing.coordinate_cells import require_fitting
from gisplan.pipeline.build import BuildReport
from gisplan.pipeline.progress import silent
from gisplan.serve import sites_form
from gisplan.serve.coverage_page import reaches_of
from gisplan.serve.form_fields import FormError
from gisplan.serve.pages import LANGUAGE, plainly
from gisplan.serve.plan_form import plan_text
from gisplan.text import Text
from tests.desk import client
from tests.drawn import page_data
from tests.test_serve_intake import job


def shown(
    place: Workspace, kind: str, result: dict[str, Any], known: TestClient | None = None
) -> str:
    """The page of a finished job."""
    name = job(place, json.loads(json.dumps(result)))
    path = store.folder_of(place) / name / store.ASKED
    path.write_text(path.read_text().replace('"import"', f'"{kind}"', 1))
    return (known or client(place)).get(f"/jobs/{name}").text


def test_coverage_as_map_tables_and_files(
    built: tuple[Workspace, BuildReport], place: Workspace
) -> None:
    whole, _ = built
    asked = {"by": "distance", "reaches": [50.0, 100.0], "regions": "prefectures"}
    done = coverage_job.run(asked, place=whole, lang="zh", told=silent)
    options = CoverageOptions(reach=ReachOptions(km=(50.0, 100.0)))
    found = coverage(whole, options=options)
    regions, sites = done["tables"]
    assert len(regions["rows"]) == len(found.regions) + 1
    assert len(sites["rows"]) == len(found.sites)
    assert len(regions["rows"][0]) == len(regions["heads"])
    assert any("至少" in head["zh"] or "已知" in head["zh"] for head in regions["heads"])
    files = [whole.root / path for path in done["files"]]
    assert [path.suffix for path in files] == [".xlsx", ".csv", ".geojson"]
    book = openpyxl.load_workbook(files[0])
    assert book.sheetnames == ["按地区", "按设施", "说明"]
    (place.root / "reports").mkdir()
    shutil.copy(whole.root / done["map"], place.root / "reports")
    known = client(place)
    page = shown(place, "coverage", done, known)
    assert "这些数字说明什么" in page
    whole_row = regions["rows"][-1]
    for sentence, at in zip(done["figures"], (3, 7), strict=True):
        # within, its share, and the least and most of it, as in the table
        for cell in whole_row[at : at + 4]:
            assert cell in sentence["zh"]
        assert "按图上位置" in sentence["zh"]
        assert sentence["zh"].startswith("分配的常住人口（人），")
    html = (whole.root / done["map"]).read_text(encoding="utf-8")
    assert "default-src 'none'" in html.split("Content-Security-Policy")[1].split(">")[0]
    map_held = page_data(html)
    tables = {one["table"] for one in map_held["layers"]}
    assert {"regions", "counted", "network", "counties", "prefectures"} <= tables
    counts = [one["value"] for one in map_held["headlines"]]
    assert sorted(counts) == sorted([len(found.sites), len(found.regions)])
    assert len(map_held["context"]["layers"]) >= 6
    frame = page.split('<iframe src="')[1].split('"')[0]
    answer = known.get(frame)
    assert answer.text == html
    assert answer.headers["content-security-policy"].startswith("sandbox allow-scripts")
    assert client(place).get(frame).status_code in (403, 404)  # of another run of the office
    (place.root / done["map"]).unlink()
    assert known.get(frame).status_code == 404
    assert "<iframe" not in known.get(f"/jobs/{frame.rpartition('/')[2]}").text
    assert regions["rows"][0][0] in page
    shutil.rmtree(whole.root / "reports")


def test_sites_as_map_tables_and_files(
    built: tuple[Workspace, BuildReport], place: Workspace
) -> None:
    whole, _ = built
    asked = {"by": "distance", "reaches": [50.0], "points": ["103.83,36.06"], "datum": "wgs84"}
    done = sites_job.run(asked, place=whole, lang="zh", told=silent)
    (row,) = done["tables"][0]["rows"]
    assert "兰州市" in row[1]
    drawn = page_data((whole.root / done["map"]).read_text(encoding="utf-8"))
    rows = drawn["tables"]["candidates"]
    assert row[5] in str(rows)  # the figure with its range, as in the table
    assert (rows["unplaced"], rows["count"]) == ([], 1)
    assert "最低–最高" in str(drawn)
    by_road = sites_job.run({**asked, "by": "minutes"}, place=whole, lang="zh", told=silent)
    heads = [head["zh"] for head in by_road["tables"][0]["heads"]]
    assert heads[2:6] == [
        "最近的同类设施（直线）",
        "最近的同类设施（按公路）",
        "直线相距（千米）",
        "按公路相距（分钟）",
    ]
    (cells,) = by_road["tables"][0]["rows"]
    assert cells[2] == row[2]
    assert cells[4] == row[3]
    assert "—" not in cells[:6]
    pasted = place.root / "pasted.tsv"
    pasted.write_text("名称\t经度\t纬度\n甲（虚构）\t103.83\t36.06\n乙（虚构）\t98.51\t39.74\n")
    done = sites_job.run({**asked, "points": [str(pasted)]}, place=whole, lang="en", told=silent)
    assert [row[0] for row in done["tables"][0]["rows"]] == ["甲（虚构）", "乙（虚构）"]
    assert {Path(path).suffix for path in done["files"]} == {".xlsx", ".geojson", ".csv"}
    done = sites_job.run({"by": "distance", "new": 2}, place=whole, lang="zh", told=silent)
    assert len(done["tables"][0]["rows"]) == 2
    assert "%" in done["figures"][0]["zh"]
    assert any("到最近设施的路程" in words["zh"] for words in done["figures"])
    (points,) = [whole.root / path for path in done["files"] if path.endswith(".geojson")]
    assert len(gpd.read_file(points)) == 2
    assert "推荐的新场址" in shown(place, "sites", done)
    there = {*(whole.root / "exports").iterdir()}
    asked = {"what": "export", "format": "xlsx", "layers": ["prefectures"]}
    done = document_job.run(asked, place=whole, lang="zh", told=silent)
    assert done["files"] == ["exports/prefectures.xlsx"]
    assert "/files/exports/prefectures.xlsx" in shown(place, "document", done)
    # a shapefile is sent as one file, and read back as it is
    asked |= {"format": "shapefile", "datum": "cgcs2000"}
    done = document_job.run(asked, place=whole, lang="zh", told=silent)
    (name,) = done["files"]
    assert name.endswith(".shp.zip")
    found = gpd.read_file(whole.root / name)
    assert (len(found), found.crs.to_epsg()) == (14, 4490)
    again = (whole.root / name).read_bytes()
    document_job.run(asked, place=whole, lang="zh", told=silent)
    assert (whole.root / name).read_bytes() == again
    assert f'"/files/{name}"' in client(whole).get("/documents").text
    for of in document_job.RESULTS:
        asked = {"what": "result", "of": of, "format": "xlsx"}
        done = document_job.run(asked, place=whole, lang="zh", told=silent)
        sheet = openpyxl.load_workbook(whole.root / done["files"][0]).worksheets[0]
        assert sheet.max_row > 50
    for path in sorted({*(whole.root / "exports").iterdir()} - there):
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    shutil.rmtree(whole.root / "reports")


def test_a_choice_among_ones_own_candidates(
    built: tuple[Workspace, BuildReport], place: Workspace
) -> None:
    whole, _ = built
    folder = whole.root / ".gisplan" / "intake" / ("0" * 16)
    folder.mkdir(parents=True)
    (folder / "候选.csv").write_bytes(
        "名称,经度,纬度,费用\n甲,104.62,35.58,12\n乙,105.72,34.58,15\n丙,102.63,37.93,30\n".encode(
            "gbk"
        )
    )
    asked: dict[str, Any] = {
        "by": "distance",
        "reaches": [30.0, 50.0],
        "candidates": f".gisplan/intake/{'0' * 16}/候选.csv",
        "budget": 28.0,
        "curve": 2,
    }
    done = sites_job.run(asked, place=whole, lang="zh", told=silent)
    chosen, curve = done["tables"]
    assert [row[0] for row in chosen["rows"]] == ["甲", "乙"]
    assert all("人" in head["zh"] for head in chosen["heads"][1:])  # each figure has its unit
    assert [row[0] for row in curve["rows"]] == ["0", "1", "2"]
    figures = "\n".join(words["zh"] for words in done["figures"])
    for words in ("分配的常住人口（人）", "花费 27，预算 28，余 1", "已证明最优", "取总路程最短的"):
        assert words in figures
    few = {**asked, "budget": 5.0, "curve": None, "reaches": [50.0]}
    done = sites_job.run(few, place=whole, lang="zh", told=silent)
    assert done["figures"][0]["zh"] == "没有选出新场址：预算 5 不够：最便宜的甲也要 12"
    all_of_them = {**few, "budget": None, "model": "lscp", "reaches": []}
    done = sites_job.run({**all_of_them, "by": "minutes"}, place=whole, lang="en", told=silent)
    (missed,) = done["tables"]
    # left empty, driving time is in minutes as the form says, and long lists are counted
    assert "within 60 min" in done["figures"][0]["en"]
    assert len(missed["rows"]) == 30 < int(missed["title"]["zh"].split("共 ")[1].split(" ")[0])
    # settlements without a Chinese name are told by the one they have, not by a code
    names = [row[0] for rows in (missed["rows"], missed["also"]["zh"]) for row in rows]
    assert not any(re.match("[0-9]{6}-", name) for name in names)
    assert "demand not covered" in shown(place, "sites", done, client(place, lang="en"))
    shutil.rmtree(folder)
    shutil.rmtree(whole.root / "reports")


def test_a_form_of_sites_stands_again_as_it_was_sent(
    place: Workspace, started: list[dict[str, Any]]
) -> None:
    known = client(place)
    table = "名称,经度,纬度,费用\n甲,104.62,35.58,12\n".encode("gbk")
    form = {"by": "distance", "new": "2", "budget": "5百", "curve": "3", "model": "p_median"}
    sent = {"file": ("我的 候选.csv", table)}
    answer = known.post("/sites/suggest", data={**form, "reaches": "30 50"}, files=sent)
    assert answer.status_code == 422
    assert all(
        one in answer.text for one in ("预算：“5百”不是数", "几个范围只能用于曲线", "我的 候选.csv")
    )
    assert 'name="budget" value="5百"' in answer.text
    assert answer.text.count('aria-invalid="true"') == 2
    assert started == []
    kept = re.search(r'name="sent" value="([^"]+)"', answer.text)
    assert kept is not None
    # what is wrong is put right; the file need not be chosen once more
    form |= {
        "budget": "５，０００",
        "reaches": "50",
        "sent": kept[1],
        "datum": "gcj02",
        "year": "2019",
    }
    assert known.post("/sites/suggest", data=form).status_code == 303
    asked = started[-1]
    assert asked == {
        "kind": "sites",
        "by": "distance",
        "reaches": [50.0],
        "new": 2,
        "budget": 5000.0,
        "curve": 3,
        "model": "p_median",
        "candidates": kept[1],
        "datum": "gcj02",
        "year": 2019,
    }
    assert (place.root / kept[1]).read_bytes() == table
    typed = sites_form.as_typed(asked, place)
    assert known.post("/sites/suggest", data=dict(typed)).status_code == 303
    assert started[-1] == asked
    pasted = {"by": "road", "points": "103.8,36\n98.5，39.7", "new": "1"}
    known.post("/sites/suggest", data=pasted)
    (rows,) = [place.root / started[-1]["candidates"]]
    assert rows.read_text("utf-8").splitlines()[1:] == [
        '"103.8,36",103.8,36',
        '"98.5，39.7",98.5,39.7',
    ]
    known.post("/sites/evaluate", data=pasted | {"points": "名称\t经度\n甲\t103"})
    again = sites_form.as_typed(started[-1], place)
    assert str(again["points"]).splitlines() == ["名称\t经度", "甲\t103"]
    known.post("/sites/suggest", data={"by": "road", "new": "3", "model": "lscp"})
    assert "new" not in started[-1]  # how many are needed is what is asked
    for wrong in (
        {"sent": "../x"},  # nothing but what was sent before
        {"sent": ".gisplan/intake/0123456789abcdef/x.csv"},
        {"points": "1,2", "datum": "mars"},
        {"points": "1,2", "year": "202"},
    ):
        assert known.post("/sites/evaluate", data={"by": "road", **wrong}).status_code == 422
    answer = known.post(
        "/sites/evaluate",
        data={"by": "road"},
        files=[("file", ("a.csv", b"x")), ("file", ("b.csv", b"x"))],
    )
    assert "请只选一个文件" in answer.text
    name = job(place, {"figures": [], "tables": [], "notes": [], "files": []})
    record = store.folder_of(place) / name / store.ASKED
    record.write_text(
        json.dumps(json.loads(record.read_text()) | {"kind": "sites", "asked": asked})
    )
    assert f"/sites?again={name}" in known.get(f"/jobs/{name}").text
    page = known.get(f"/sites?again={name}").text
    assert 'name="budget" value="5000"' in page
    assert "我的 候选.csv" in page


def test_what_is_asked_for_is_what_the_form_says(
    place: Workspace, started: list[dict[str, Any]]
) -> None:
    known = client(place)
    form = {"by": "minutes", "reaches": "60，30 30", "regions": "counties", "quantity": "t_all"}
    assert known.post("/coverage", data=form).status_code == 303
    assert started[-1] == {
        "kind": "coverage",
        "by": "minutes",
        "reaches": [30.0, 60.0],
        "regions": "counties",
        "quantity": "t_all",
    }
    options = coverage_job.reach_of(started[-1])
    assert (options.minutes, options.km, options.journey.by) == ((30.0, 60.0), None, "road")
    known.post("/sites/evaluate", data={"by": "road", "points": "103.8,36\n 98.5，39.7 \n\n"})
    assert started[-1]["points"] == ["103.8,36", "98.5，39.7"]
    known.post("/sites/evaluate", data={"by": "road", "points": "名称\t经度\t纬度\n甲\t103\t36"})
    (path,) = started[-1]["points"]
    assert (place.root / path).read_text(encoding="utf-8").splitlines()[1] == "甲\t103\t36"
    assert path.endswith(".tsv")
    known.post("/sites/suggest", data={"by": "distance", "new": "3", "reaches": "40"})
    assert started[-1] == {"kind": "sites", "by": "distance", "reaches": [40.0], "new": 3}
    known.post("/documents", data={"what": "report", "docx": "1"})
    assert started[-1] == {"kind": "document", "what": "report", "pdf": False, "docx": True}
    known.post("/documents", data={"what": "figure", "map": "small", "format": "png"})
    assert started[-1] == {"kind": "document", "what": "figure", "map": "small", "format": "png"}
    drawing = {"what": "export", "format": "dxf", "layer": "joined", "crs": " epsg:4543 "}
    known.post("/documents", data=drawing)
    done = document_job.run(started[-1], place=place, lang="zh", told=silent)
    assert done["files"] == ["exports/joined.epsg4543.dxf"]
    offered = known.get("/documents").text
    assert 'value="EPSG:4543">2000 三度带，中央经线 102°<' in offered  # offered, and not filled in
    assert re.findall(r'<input name="crs"[^>]*value', offered) == []
    assert all(f'value="{name}"' in offered for name in ("dxf", "mbtiles", "pmtiles"))
    count = len(started)
    for path, form in (
        ("/documents", {**drawing, "crs": ""}),
        ("/documents", {**drawing, "crs": "EPSG:4326"}),
        ("/documents", {**drawing, "datum": "gcj02"}),
        ("/documents", {**drawing, "format": "gpkg"}),
        ("/coverage", {"by": "teleport"}),
        ("/coverage", {"by": "road", "reaches": "五十"}),
        ("/sites/evaluate", {"by": "road", "points": " "}),
        ("/sites/evaluate", {"by": "road", "points": "1,2", "datum": "mars"}),
        ("/sites/suggest", {"by": "road", "new": "-1"}),
        ("/documents", {"what": "figure", "map": "../x", "format": "png"}),
        ("/documents", {"what": "export", "format": "postgis"}),
        ("/documents", {"what": "export", "format": "kml", "datum": "gcj02"}),
        ("/documents", {"what": "export", "format": "csv", "datum": "mars"}),
        ("/documents", {"what": "export", "format": "csv", "layer": "../x"}),
        ("/documents", {"what": "result", "of": "ledger", "format": "exe"}),
        ("/documents", {"what": "rm"}),
    ):
        assert known.post(path, data=form).status_code == 422, (path, form)
    assert len(started) == count
    for path in ("/coverage", "/sites", "/documents"):
        assert known.get(path).status_code == 200
    for text in ("0", "-5", "1e9", "nan", " ".join("123456789")):
        with pytest.raises(OptionError):
            reaches_of(text)


def test_files_are_downloaded_and_never_run_here(place: Workspace) -> None:
    known = client(place)
    (place.root / "reports").mkdir()
    (place.root / "reports" / "报告 1.html").write_text("<script>alert(1)</script>")
    (place.root / "reports" / "out.html").symlink_to(place.root / "gisplan.toml")
    assert "报告 1.html" in known.get("/documents").text
    answer = known.get("/files/reports/报告 1.html")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/octet-stream"
    assert answer.headers["content-disposition"].startswith("attachment")
    for path in (
        *(
            "/files/reports/out.html",
            "/files/layers/figures.csv",
            "/files/reports/..%2fgisplan.toml",
        ),
        *("/files/..%2freports/out.html", "/files/./gisplan.toml", "/files/reports/none"),
    ):
        assert known.get(path).status_code == 404, path


#: A form as a planner fills it in; sizes and money are made up.
PLAN_FORM = {
    **{"quantity": "t_kitchen", "year": "２０２５", "by": "distance", "aim": "coverage"},
    **{"tier1.name": "处理厂", "tier1.kinds": "kitchen_waste", "tier1.reach": "30"},
    **{"tier1.size1.action": "build", "tier1.size1.capacity": "60,000", "tier1.size1.cost": "5"},
    **{"tier1.new": "1", "tier1.size1.least": "10", "phase1.year": "2030", "phase1.budget": "5"},
    **{"currency": "虚构币", "curve": "spent", "points": "2", "seconds": "20"},
    **{"near.km": "10", "near.quantity": "population", "near.tiers": "1"},
    **{"robust.draws": "2", "robust.seed": "7", "robust.seconds": "4"},
    **{"robust.demand.low": "0.9", "robust.demand.high": "1.1"},
    **{"robust.tier1.capacity.low": "０．８", "robust.tier1.capacity.high": "1"},
    **{"robust.tier1.closed.low": "0", "robust.tier1.closed.high": "1"},
    **{"robust.plant1.id": "lanzhou-kitchen", "robust.plant1.closed": "20"},
}


def test_a_plan_filled_in_is_a_file_and_a_result_with_map_chart_and_files(
    built: tuple[Workspace, BuildReport], started: list[dict[str, Any]], place: Workspace
) -> None:
    whole, _ = built
    known = client(whole)
    page = known.get("/sites/plan").text
    assert all(f'name="{name}"' in page for name in PLAN_FORM)
    # nothing is assumed of ranges, and one plant is found by its name
    assert not re.search(r'name="(robust|near)[^"]*" value="[^"12]', page)
    assert '<option value="lanzhou-kitchen">' in page
    assert known.post("/sites/plan/form", data=PLAN_FORM).status_code == 303
    path = whole.root / started[-1]["path"]
    asked = read_plan_file(path)
    (tier,) = asked.plan["tiers"]
    assert (asked.year, tier["reach_km"], tier["new"]) == (2025, 30, 1)
    size = {"name": "60,000", "action": "build", "capacity": 60000, "cost": 5, "least": 0.1}
    assert tier["sizes"] == [size]
    assert asked.plan["near"] == {"km": 10, "quantity": "population", "tiers": ("处理厂",)}
    assert asked.robust == {
        **{"draws": 2, "seed": 7, "seconds": 4, "demand": (0.9, 1.1)},
        "tiers": [{"name": "处理厂", "capacity": (0.8, 1), "closed": (0, 1)}],
        "plants": [{"id": "lanzhou-kitchen", "closed": 0.2}],
    }
    # the file is what the command reads: sent as a file, the same plan is asked for
    sent = [("files", (path.name, path.read_bytes()))]
    assert known.post("/sites/plan/file", files=sent).status_code == 303
    again = whole.root / started[-1]["path"]
    assert again != path
    assert read_plan_file(again) == asked
    steps: list[str] = []
    done = plan_job.run(
        {"path": started[0]["path"]},
        place=whole,
        lang="zh",
        told=lambda what, *_: steps.append(what.zh),
    )
    assert (len(steps) >= 5, steps[-1]) == (True, "画成地图")
    files = {Path(one).suffix: whole.root / one for one in done["files"]}
    assert set(files) == {".xlsx", ".csv", ".geojson", ".svg", ".toml"}
    assert files[".toml"].read_bytes() == path.read_bytes()
    points = gpd.read_file(files[".geojson"])
    assert (points["year"].tolist(), points["capacity"].tolist()) == ([2030], [60000])
    titles = [one["title"]["zh"] for one in done["tables"]]
    assert titles[:7] == ["做什么", "逐年", "设施", "地区", "各地区的路程", "公平", "权衡曲线"]
    assert titles[7:10] == ["各情形中的本方案", "各方案的后悔值", "场址选中次数"]
    assert titles[-1] == "各情形"
    assert len(done["tables"][-1]["rows"]) == 2
    (ratio,) = (row for row in done["tables"][5]["rows"] if row[0] == "帕尔马比值：处理份额")
    assert ratio[2] == "无从计算：至少 40 % 的需求没有处理"
    near, futures = (one["zh"] for one in done["figures"][1:3])
    assert near.startswith("新建设施 10 千米内（每座各计）：")
    assert futures.startswith("按所声明的范围抽取 2 种情形")
    assert not {one["zh"] for one in done["figures"]} & {one["zh"] for one in done["notes"]}
    assert done["figures"][0]["zh"].startswith("2030 年：新做 1 项，投资 5 虚构币；")
    assert done["tables"][1]["rows"][0][3] in done["figures"][0]["zh"]
    (place.root / "reports").mkdir()
    shutil.copy(whole.root / done["map"], place.root / "reports")
    shown_page = shown(place, "plan", done)
    assert re.search(r'<iframe src="[^"]+#lang=zh"', shown_page)
    assert 'href="#table-8">各情形中的本方案' in shown_page
    reads_in_english(place, done)
    picture = base64.b64decode(shown_page.split("image/svg+xml;base64,")[1].split('"')[0])
    assert picture == files[".svg"].read_bytes()
    shutil.rmtree(whole.root / "reports")


def reads_in_english(place: Workspace, done: dict[str, Any]) -> None:
    """A plan made in Chinese is all in English for who reads that: map, tables, what is told."""
    reader = client(place)
    reader.cookies.set(LANGUAGE, "en")
    in_english = shown(place, "plan", done, reader)
    assert re.search(r'<iframe src="[^"]+#lang=en"', in_english)
    assert "not defined: 40 % or more of the demand is not served" in in_english
    body = in_english.split("<main")[1].split("</main>")[0]
    cells = re.findall(r"<(?:td|th)[^>]*><bdi>([^<]*)</bdi>", body)
    own = {"处理厂", "虚构币"}  # what the planner typed
    chinese = {cell for cell in cells if re.search("[一-鿿]", cell)}
    assert {cell for cell in chinese if not any(word in cell for word in own)} == set()


def test_what_is_wrong_in_a_plan_is_told_at_once(
    place: Workspace, started: list[dict[str, Any]]
) -> None:
    known = client(place)
    no_years = dict.fromkeys([one for one in PLAN_FORM if one.startswith("phase")], "")
    wrong = {"tier1.size1.cost": "五", "phase1.budget": "x"}
    for change, words in (
        (wrong, ("第 1 级第 1 种规模 费用", "第 1 期 预算")),
        ({"tier1.reach": ""}, ("reach_km",)),
        (no_years, ("[[phases]]",)),
        ({"near.km": "", "robust.demand.low": "2"}, ("多近（千米）：要填", "最低大于最高")),
        ({"robust.tier1.closed.high": "", "aim": "cost"}, ("要一起填",)),
        ({"near.tiers": "2", "robust.tier2.closed.high": "1"}, ("第 2 级没有填",)),
        ({"robust.plant1.closed": "120", "robust.plant1.id": ""}, ("超过 100", "编号：要填")),
        ({"phase1.year": "203"}, ("第 1 期 年份：“203”应为 1900 至 2199",)),
        ({"phase1.year": "202612"}, ("“202612”应为 1900 至 2199",)),
        ({"tier1.reach": "0"}, ("第 1 级 最远：“0”应大于 0",)),
        ({"phase1.factor": "0", "seconds": "0"}, ("需求倍数：“0”应大于 0", "“0”应不小于 0.1")),
        (
            {f"tier1.size1.{name}": "" for name in ("capacity", "cost", "least")},
            ("没有一种规模",),
        ),
        # what the file's reader alone refuses stands beside the form too
        ({"currency": "元\t" * 3, "aim": "most"}, ("aim",)),
    ):
        typed = PLAN_FORM | change
        answer = known.post("/sites/plan/form", data=typed)
        assert answer.status_code == 422
        assert all(one in answer.text for one in words), change
        # what was typed stands in the form, and the fields that are wrong are marked
        for name in ("tier1.size1.capacity", "robust.seed", "currency", *change):
            value = html.escape(typed[name])
            if name not in ("aim", "near.tiers"):
                assert f'name="{name}" value="{value}"' in answer.text, name
        assert re.search(r'value="1" checked> <span>第 1 级', answer.text) or "near.tiers" in change
        assert ('aria-invalid="true"' in answer.text) == (typed["aim"] != "most")
        assert 'name="to" value="/sites/plan"' in answer.text
    for sent in ([("files", ("a.csv", b"x"))], [("files", ("a.toml", b"year = 'x'"))]):
        answer = known.post("/sites/plan/file", files=sent)
        assert (answer.status_code, 'action="/sites/plan/form"' in answer.text) == (422, True)
    assert started == []
    # a plant is called by its name or its identifier, and by nothing else
    held = [("lanzhou-kitchen", Text("兰州市餐厨垃圾（虚构）", "Lanzhou works"))]
    named = PLAN_FORM | {"robust.plant1.id": "兰州市餐厨垃圾(虚构)"}
    assert plan_text(FormData(named), standing=held) == plan_text(FormData(PLAN_FORM))
    with pytest.raises(FormError) as told:
        plan_text(FormData(PLAN_FORM | {"robust.plant1.id": "Lanzhou work"}), standing=held)
    assert told.value.faults[0].en.endswith("did you mean Lanzhou works?")
    for name in ("kitchen_waste.toml", "prefecture_seats.csv"):
        assert known.get(f"/sites/plan/example/{name}").status_code == 200
    assert known.get("/sites/plan/example/x.toml").status_code == 404
    known.post("/sites/plan/example")
    asked = read_plan_file(place.root / started[-1]["path"])
    assert Path(asked.candidates["plant"]).parent == (place.root / started[-1]["path"]).parent


@pytest.mark.parametrize("x", ["35412345.6", "412345.6"])
def test_metres_are_refused_in_the_window_with_what_to_choose_there(x: str) -> None:
    with pytest.raises(DataError) as told:
        require_fitting(pd.Series([x]), pd.Series(["3993210.4"]), "")
    zh, en = plainly(told.value.message.zh), plainly(told.value.message.en)
    assert "请指明是哪种坐标系" in zh or "请写明中央经线" in zh
    assert "must be said" in en
    assert "105" not in zh + en  # nothing of an example without its end
    assert "--" not in zh + en
