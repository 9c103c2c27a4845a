"""No figure from a partial list is shown without saying so: pages, exports, commands."""

from __future__ import annotations

import json
import re
import sqlite3
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import openpyxl
import pytest

import gisplan
from gisplan.api import figure
from gisplan.catalog.layer import AnalysisOrigin, LayerSpec
from gisplan.catalog.workspace import Workspace
from gisplan.catalog.worth import plain
from gisplan.cli.main import main
from gisplan.cli.terminal import Screen
from gisplan.formats import geopackage, sheets, stac
from gisplan.formats.prepared import Prepared
from gisplan.pipeline import catalogue
from gisplan.render.figure.options import FigureOptions
from gisplan.text import Text
from tests import unqualified
from tests.drawn import page_data

Built = tuple[Workspace, Any]
#: Layers with bounds of each kind: a sum and its balance, a share, an open figure, a coded verdict.
EXPORTED = (
    "waste_balance",
    "treatment_reach_prefectures",
    "treatment_assignment",
    "plan_agreement",
)


@pytest.fixture(scope="module")
def partial(built: Built) -> dict[str, LayerSpec]:
    """The layers that are made of a list declared not to be full; what people say is their own.

    Of roads and rivers nothing is declared: no count of theirs is told.
    """
    layers = catalogue.load(built[0]).layers
    return {
        name: spec
        for name, spec in layers.items()
        if any(one.complete is not None for one in spec.partial_lists)
        and isinstance(spec.origin, AnalysisOrigin)
        and name != "status_read"
    }


def of_spec(spec: LayerSpec) -> list[str]:
    """Look at what a declaration says, from which exports take their words."""
    return [
        said
        for column in spec.columns
        for said in unqualified.of_column(
            column.name,
            column.type,
            {"zh": column.title.zh, "en": column.title.en},
            {code: {"zh": w.zh, "en": w.en} for code, w in column.labels.items()},
            spec.name,
        )
    ]


def test_every_map_says_what_its_figures_are_worth(
    built: Built, partial: dict[str, LayerSpec]
) -> None:
    seen = 0
    for page in sorted(built[0].rendered.glob("*.html")):
        data = page_data(page.read_text(encoding="utf-8"))
        assert unqualified.on_page(data, partial) == [], page.name
        seen += len(partial.keys() & data["tables"].keys())
    assert seen >= 20


def test_every_sidecar_does(built: Built, partial: dict[str, LayerSpec]) -> None:
    sidecars = {path.name[: -len(".meta.json")]: path for path in built[0].exports.glob("*.json")}
    assert len(partial.keys() & sidecars.keys()) > 15
    for name in partial.keys() & sidecars.keys():
        told = json.loads(sidecars[name].read_text(encoding="utf-8"))
        for column in told["columns"]:
            found = unqualified.of_column(
                column["name"], column["type"], column["title"], column.get("labels") or {}, name
            )
            assert found == []
        assert told["worth"]["lists"], name


def test_every_declaration_does(partial: dict[str, LayerSpec]) -> None:
    """Tables without a shape as well, which no build writes unasked."""
    assert [said for spec in partial.values() for said in of_spec(spec)] == []


def test_workbook_geopackage_and_stac_do(built: Built, tmp_path: Any) -> None:
    layers = gisplan.load_layers(EXPORTED, place=built[0])
    items = [Prepared(layer=layer) for layer in layers.values()]
    geopackage.write(items, tmp_path / "a.gpkg")
    with sqlite3.connect(tmp_path / "a.gpkg") as base:
        told = base.execute(
            "select table_name, column_name, ifnull(title, '') || ifnull(description, '')"
            " from gpkg_data_columns"
        )
        titles = {(layer, name): title for layer, name, title in told.fetchall()}
    for item in items:
        sheets.write_workbook(item, tmp_path / "a.xlsx")
        book = openpyxl.load_workbook(tmp_path / "a.xlsx", read_only=True)
        rows = list(book["columns"].iter_rows(values_only=True))[1:]
        assert {row[9] for row in rows} & {"lower", "open"}
        assert any(row[0] == "worth" for row in book["about"].iter_rows(values_only=True))
        collection = json.loads(stac.collection(item, {}))
        for name, kind, zh, en, *_ in rows:
            both = {"zh": str(zh), "en": str(en)}
            assert unqualified.of_column(str(name), str(kind), both, {}, item.spec.name) == []
            bound = item.spec.column(str(name)).bound
            column = next(one for one in collection["table:columns"] if one["name"] == name)
            assert column.get("gisplan:bound") == bound
            if bound and (item.spec.name, name) in titles:
                title = titles[item.spec.name, name]
                assert unqualified.QUALIFIED["zh"].search(title), title


def heard(monkeypatch: pytest.MonkeyPatch, *argv: str) -> tuple[list[Any], list[Any]]:
    """Run a command; give its tables and lines in both languages."""
    tables: list[Any] = []
    lines: list[Any] = []
    with monkeypatch.context() as patch:
        patch.setattr(
            Screen,
            "table",
            lambda _, heads, rows, **more: (
                tables.append((heads, rows)),
                lines.append(more.get("title") or ""),
            ),
        )
        patch.setattr(Screen, "print", lambda _, words: lines.append(words))
        assert main([*argv]) == 0
    return tables, lines


@pytest.mark.parametrize(
    "asked",
    [
        ("coverage", "--assign", "--accessibility", "--norms", "--tiers", "utilisation=100"),
        ("coverage", "--year", "2019", "--km", "50"),
        ("sites", "evaluate", "103.8,36.06"),
        ("sites", "suggest", "--new", "1", "--curve", "1"),
        ("scorecard",),
        ("plan",),
    ],
    ids=lambda asked: " ".join(asked[:3]),
)
def test_every_command_does(
    built: Built, asked: tuple[str, ...], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    book = tmp_path / "found.xlsx"
    more = ("--out", str(book)) if asked[0] in ("coverage", "sites") else ()
    tables, lines = heard(monkeypatch, *asked, *more, "-C", str(built[0].root))
    assert tables
    if more:
        # the last sheet says what they are worth
        for sheet in openpyxl.load_workbook(book).worksheets[:-1]:
            told = list(sheet.iter_rows(values_only=True))
            first = next(at for at, row in enumerate(told) if None not in row)
            assert unqualified.in_sheet(told[first], told[first + 1 :], "zh") == []
    page = (Path(__file__).parent.parent / "docs" / "figures-and-their-worth.md").read_text("utf-8")
    for heads, _ in tables:
        for head in heads:
            if not isinstance(head, str) and unqualified.QUALIFIED["zh"].search(head.zh):
                both = re.sub(r"\d+(\.\d+)?", "N", f"| {head.zh} | {head.en} |")
                assert both in page, both
    if asked[0] in ("scorecard", "plan"):
        # what data are missing is no lack of sites; its one figure is that known
        lines = []
    assert unqualified.in_terminal(tables, lines) == []


def test_a_figure_does(built: Built) -> None:
    """Its legend is drawn from the page's: no title of it loses what it is worth."""
    made = figure.figure("enterprises", place=built[0], options=FigureOptions(format="svg"))
    said = [
        "".join(one.itertext())
        for one in ElementTree.parse(made.path).iter()
        if one.tag.endswith("}text")
    ]
    page = page_data((built[0].rendered / "enterprises.html").read_text(encoding="utf-8"))
    assert "名单不完整" in "".join(said)
    assert unqualified.in_figure(said, page, {one["table"] for one in page["layers"]}, "zh") == []
    assert unqualified.in_figure(said[:1], page, {"enterprises_placed"}, "zh") != []


# -- the scan can fail ------------------------------------------------------------------------


def test_a_bare_title_is_found(partial: dict[str, LayerSpec]) -> None:
    spec = partial["treatment_reach_prefectures"]
    bare = tuple(replace(column, title=plain(column.title)) for column in spec.columns)
    found = of_spec(replace(spec, columns=bare))
    for name in ("share_50", "within_50", "beyond_50", "sites_counted"):
        assert any(f"): {name} is headed" in said for said in found), name
    assert not any("demand_total" in said for said in found)
    # 50 千米外 is a lack in words, too
    assert any("千米外" in said and "under" in said for said in found)


def test_a_bare_verdict_is_found(partial: dict[str, LayerSpec]) -> None:
    spec = partial["waste_balance"]
    columns = tuple(
        replace(
            column,
            title=plain(column.title),
            labels={code: Text("短缺", "short") for code in column.labels},
        )
        for column in spec.columns
    )
    found = of_spec(replace(spec, columns=columns))
    assert any("'短缺' under" in said for said in found)
    assert any("'short' under" in said for said in found)


def test_a_bare_headline_and_legend_are_found(built: Built, partial: dict[str, LayerSpec]) -> None:
    data = page_data((built[0].rendered / "coverage.html").read_text(encoding="utf-8"))
    data["headlines"][0]["before"] = None
    for layer in data["layers"]:
        if layer["table"] == "treatment_reach_counties":
            layer["legend"]["title"] = {"zh": "50 千米内人口占比", "en": "Residents within 50 km"}
    found = unqualified.on_page(data, partial)
    assert sum("headline" in said for said in found) == 2
    assert any("legend of treatment_reach_counties" in said for said in found)


@pytest.mark.parametrize(
    ("head", "line"),
    [
        (Text("50 千米内人口", "residents within 50 km"), Text("合计 3", "3 in all")),
        (Text("尚缺（至多）", "missing (at most)"), Text("没有设施的县 3 个", "3 with no plant")),
        (Text("地区", "region"), Text("50 千米外 3 人", "3 beyond 50 km")),
    ],
)
def test_a_bare_line_of_a_command_is_found(head: Text, line: Text) -> None:
    assert unqualified.in_terminal([([head], [["1,234"]])], [line])


def test_a_bare_heading_of_a_report_is_found() -> None:
    bare = {"Residents within 50 km"}
    assert unqualified.in_html(["Residents within 50 km (%, derived)"], bare)
    assert unqualified.in_html(["Residents within 50 km"], bare)
