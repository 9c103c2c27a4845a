"""What commands write with --out: each format says the same, with units, worth and sources."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

import geopandas as gpd
import openpyxl
import pytest

from gisplan.analysis.plan.aims import VERDICTS
from gisplan.api import compare, plan, scorecard, sites
from gisplan.api.journey import ReachOptions
from gisplan.api.sites import EvaluateOptions, SuggestOptions
from gisplan.catalog.workspace import Workspace
from gisplan.cli.main import main
from gisplan.formats.office_book import OfficeSheet, office_book
from gisplan.pipeline.report import BuildReport
from tests import small

Built = tuple[Workspace, BuildReport]
Rows = list[tuple[Any, ...]]


def written(built: Built, folder: Path, words: str, *endings: str, lang: str = "zh") -> list[Path]:
    paths = [folder / f"out{ending}" for ending in endings]
    outs = [part for path in paths for part in ("--out", str(path))]
    asked = [*words.split(), *outs, "-C", str(built[0].root), "--lang", lang]
    assert main(asked) == 0
    return paths


def sheets(path: Path) -> dict[str, Rows]:
    book = openpyxl.load_workbook(path)
    return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book}


def told(about: Rows, what: str) -> list[Any]:
    return [row[1] for row in about if row[0] == what]


def listed(path: Path) -> list[list[str]]:
    return list(csv.reader(path.read_text("utf-8-sig").splitlines()))


def test_what_candidates_add(built: Built, tmp_path: Path) -> None:
    words = "sites evaluate 103.83,36.06 105.0,35.0"
    book, flat, drawn = written(built, tmp_path, words, ".xlsx", ".csv", ".geojson")
    found = sites.evaluate(
        ("103.83,36.06", "105.0,35.0"), place=built[0], options=EvaluateOptions()
    )
    parts = sheets(book)
    assert list(parts) == ["候选场址", "新增覆盖", "说明"]
    note, heads, *rows = parts["新增覆盖"]
    assert "按图上位置" in note[0]
    assert "据不完整名单" in heads[3]
    by_place = {(row[0], row[1]): row for row in rows}
    assert len(by_place) == 2 * len(found.quantities)
    titles = [title.zh for title in found.quantities.values()]
    assert all("（" in title for title in titles)  # each with its unit
    for at, one in found.table.iterrows():
        row = by_place[one["name_zh"], found.quantities["population"].zh]
        ends = ("", "_low", "_high")
        asked = [f"{part}_population{end}" for part in ("gained", "overlap") for end in ends]
        assert list(row[2:9]) == [one[name] for name in ("within_population", *asked)]
        assert parts["候选场址"][1 + at][1:3] == (one.geometry.x, one.geometry.y)
    assert [row[0] for row in rows[::4]] == [row[0] for row in parts["候选场址"][1:]]
    assert told(parts["说明"], "覆盖范围（千米）") == [found.reach]
    assert any("不完整" in note for note in told(parts["说明"], "注意"))
    assert any("国家统计局" in source for source in told(parts["说明"], "来源"))
    gained = [float(row["gained_population"]) for row in csv.DictReader(open_text(flat))]
    assert gained == found.table["gained_population"].tolist()
    points = gpd.read_file(drawn)
    assert points["gained_population"].tolist() == gained
    assert "incomplete" in points["about_en"][0]
    assert "不完整" in points["about_zh"][1]


def open_text(path: Path) -> list[str]:
    return path.read_text("utf-8-sig").splitlines()


def test_sites_chosen_with_curve_and_proof(built: Built, tmp_path: Path) -> None:
    words = "sites suggest --new 2 --curve 2 --km 50 100"
    (book,) = written(built, tmp_path, words, ".xlsx", lang="en")
    options = SuggestOptions(reach=ReachOptions(km=(50.0, 100.0)), new=2, curve=2)
    found = sites.suggest(sites.prepare(built[0], options=options))
    parts = sheets(book)
    assert list(parts) == ["sites chosen", "curve", "not covered", "about"]
    chosen = parts["sites chosen"][2:]
    assert [row[0] for row in chosen] == found.table["name_en"].tolist()
    assert [row[4] for row in chosen] == found.table["within_reach"].tolist()
    curve = {(row[0], row[1]): row[2] for row in parts["curve"][2:]}
    assert curve[2, 50] == found.after
    assert curve[0, 50] == found.before
    about = parts["about"]
    covered = [row for row in about if str(row[0]).startswith("covered after")]
    assert [row[1] for row in covered] == [found.after, *found.covered.after]
    assert "from a partial list" in covered[0][0]
    assert found.proof.en in told(about, "mind")
    assert told(about, "mean way (km)") == [found.ways.mean]
    missing = sum(row[1] is None or row[1] > 0 for row in parts["not covered"][1:])
    assert missing == len(found.unserved)


def test_the_scorecard_in_four_formats(built: Built, tmp_path: Path) -> None:
    endings = (".xlsx", ".csv", ".geojson", ".html")
    book, flat, drawn, page = written(built, tmp_path, "scorecard", *endings)
    found = scorecard.scorecard(place=built[0])
    parts = sheets(book)
    heads, *rows = parts["目标"]
    assert [row[0] for row in rows] == found.table["id"].tolist()
    assert listed(flat)[0] == list(heads)
    assert [row[0] for row in listed(flat)[1:]] == found.table["id"].tolist()
    counts = found.table["status"].value_counts()
    for name, words in VERDICTS.items():
        assert told(parts["说明"], words.zh) == [int(counts.get(name, 0))]
    least = [row for row in rows if row[heads.index("数值是")] == "至少"]
    assert least
    assert all(row[heads.index("数值")] is not None for row in least)
    # an aim of which nothing is known has no figure, not a nought
    open_ones = found.table["value"].isna() & found.table["said_value"].isna()
    figures = [row[heads.index("数值")] for row in rows]
    assert [figure is None for figure in figures] == open_ones.tolist()
    points = gpd.read_file(drawn)
    placed = plan.plan(plan.PlanQuery(), place=built[0]).points
    own = placed[placed["item"].isin(found.table["id"])]
    assert set(points["id"]) == set(found.table["id"])
    assert points.geometry.notna().sum() == own.geometry.notna().sum() > 0
    assert page.read_text("utf-8").startswith("<!doctype html>")


def test_what_differs_between_scenarios(built: Built, tmp_path: Path) -> None:
    words = "compare base by_residents --overwrite"
    book, flat, drawn = written(built, tmp_path, words, ".xlsx", ".csv", ".geojson")
    found = compare.compare("base", "by_residents", place=built[0])
    parts = sheets(book)
    note, heads, *rows = parts["差异"]
    assert note[0] == f"甲：{found.a.title.zh}；乙：{found.b.title.zh}"
    assert len(rows) == len(found.cells)
    assert listed(flat)[0] == list(heads)
    assert len(listed(flat)) == len(rows) + 1
    counted = [row for row in rows if row[6] is not None]
    assert counted
    assert all(row[5] - row[4] == pytest.approx(row[6]) for row in counted)
    assert any(row[1:4] == ("620100", "兰州市", "2020 年分摊产值，居中（亿元）") for row in rows)
    assert not any(value in ("True", "False") for row in rows for value in row)
    assert len(parts) == 2 + len(found.differences)
    assert told(parts["说明"], "来源")
    features = gpd.read_file(drawn)
    layers = {f"compare_{name}" for name in found.differences if name != "apportion_rules"}
    assert set(features["layer"]) == layers


def test_nothing_with_a_place_is_no_geojson(place: Workspace, tmp_path: Path) -> None:
    folder = place.layers / "scenarios"
    folder.mkdir()
    (folder / "more.toml").write_text('title = "more"\n[layers.lone]\nfile = "b.csv"\n', "utf-8")
    (place.layers / "lone.toml").write_text(
        small.FIGURES.replace("figures.csv", "a.csv"), encoding="utf-8"
    )
    for name, count in (("a", 1), ("b", 2)):
        rows = f"adcode,residents\n990101,{count}\n"
        (place.layers / f"{name}.csv").write_text(rows, encoding="utf-8")
    (place.layers / "scenarios" / "b.csv").write_text("adcode,residents\n990101,2\n", "utf-8")
    target = tmp_path / "a.geojson"
    words = ["compare", "base", "more", "--out", str(target), "-C", str(place.root)]
    assert main(words) == 2
    assert not target.exists()


def test_rows_are_as_high_as_what_is_wrapped_in_them() -> None:
    long = "很长的说明" * 20
    sheet = OfficeSheet(name="a", heads=["甲", "乙"], rows=[(long, 1), ("短", 2)], widths=(20, 10))
    book = openpyxl.load_workbook(io.BytesIO(office_book([sheet], title="t")))
    heights = [book["a"].row_dimensions[row].height for row in (2, 3)]
    assert heights == [150, None]  # None is the usual height
