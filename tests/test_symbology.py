"""Page, figure, QML, SLD, QGIS project and colour tables show the same classes."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from gisplan.api.load import load_layers
from gisplan.catalog.layer import Layer
from gisplan.catalog.map import SCHEMES, STYLE_KINDS, MapGroup, MapLayer, MapSpec, Style
from gisplan.catalog.raster import Raster, RasterGrid
from gisplan.catalog.workspace import Workspace
from gisplan.formats import cog, project, qgis_groups, qml, raster_styles, sld
from gisplan.formats.prepared import Prepared
from gisplan.formats.project import Group, ProjectEntry
from gisplan.pipeline import catalogue as catalog
from gisplan.read.validate_raster import summary
from gisplan.render.style import distinct, marks, palettes
from gisplan.render.style.declared import declared_style
from gisplan.render.style.symbolize import symbolize
from gisplan.render.web import webmap
from gisplan.text import Text
from tests import drawn, mapdata
from tests.drawn import Row
from tests.test_figure import svg_of, texts

UNIT = Text("吨", "t")
NONE = Text("无数据", "No data")


def _shape(geometry: str, at: int) -> Any:
    west, south = 100 + at % 8, 34 + at // 8
    if geometry == "point":
        return shapely.Point(west, south)
    if geometry == "line":
        return shapely.LineString([(west, south), (west + 0.8, south + 0.5)])
    return shapely.box(west, south, west + 0.9, south + 0.9)


def layer(geometry: Any, kind: Any, held: Any, **column: Any) -> Layer:
    """A layer of a column ``value``, one shape a row."""
    columns = (
        mapdata.column("code", "text", "代码", "Code"),
        mapdata.column("value", kind, "值", "Value", **column),
    )
    table = {"code": [f"r{at}" for at in range(len(held))], "value": held}
    shapes = [_shape(geometry, at) for at in range(len(held))]
    more: dict[str, Any] = {}
    if geometry == "point":
        columns = (*columns, mapdata.column("precision", "text", "精度", "Precision"))
        several = ("site", "county", "surveyed", "prefecture", "town")
        table["precision"] = [several[at % 5] for at in range(len(held))]
        more = {"positions": "mixed"}
    spec = mapdata.spec("drawn", geometry, columns, **more)
    return Layer(spec, gpd.GeoDataFrame(table, geometry=shapes, crs=4326))


def cells(kind: Any, rows: Any, **column: Any) -> Layer:
    """A raster of a degree a cell."""
    held = np.asarray(rows, dtype=float)
    grid = RasterGrid("EPSG:4326", (1.0, 0.0, 100.0, 0.0, -1.0, 40.0), held.shape[1], held.shape[0])
    spec = mapdata.spec(
        "drawn", "raster", (mapdata.column("value", kind, "值", "Value", **column),), key=()
    )
    raster = Raster.of(grid, held)
    return Layer(spec, summary(raster, spec, file="drawn.toml"), raster)


@dataclass(frozen=True)
class Case:
    """A layer, its style, and what the legend says in Chinese, no value last."""

    layer: Layer
    style: Style
    words: tuple[str, ...]


TRUTH = pd.array([True, False, True, None], dtype="boolean")
STAGES = ["built", "planned", "built", None, "odd"]
STAGE = {
    "values": ("planned", "built", "odd"),
    "labels": {"planned": Text("规划", "planned"), "built": Text("建成", "built")},
}
SHARES = [0.0, 0.0, 12.5, 25.0, 40.0, 80.0, None]
CODES = [[1, 2, 2], [5, np.nan, 1]]
CASES = {
    "truth": Case(
        layer("polygon", "boolean", TRUTH),
        Style(kind="categories", column="value"),
        ("否", "是", "无数据"),
    ),
    "truth in words of its own": Case(
        layer("point", "boolean", TRUTH, labels={"true": Text("开放", "open")}),
        Style(kind="points", column="value", colors={"true": "#d55e00"}),
        ("开放", "否", "无数据"),
    ),
    "coded values": Case(
        layer("polygon", "text", STAGES, **STAGE),
        Style(
            kind="categories",
            column="value",
            colors={"planned": "#0072b2"},
            labels={"": Text("未查到", "not found")},
        ),
        ("规划", "建成", "odd", "未查到"),
    ),
    "whole numbers as categories": Case(
        layer("line", "integer", pd.array([2, 1, 10, 1], dtype="Int64"), unit=UNIT),
        Style(kind="categories", column="value", labels={"2": Text("二级", "class 2")}),
        ("二级", "1", "10"),
    ),
    "numbers as categories": Case(
        layer("polygon", "number", [1.0, 2.5, None, -3.0]),
        Style(kind="categories", column="value"),
        ("-3", "1", "2.5", "无数据"),
    ),
    "dates as categories": Case(
        layer(
            "polygon",
            "date",
            pd.to_datetime(["2020-12-31", "2018-06-02", None]).astype("datetime64[s]"),
        ),
        Style(kind="categories", column="value"),
        ("2018-06-02", "2020-12-31", "无数据"),
    ),
    "breaks from nothing": Case(
        layer("polygon", "number", SHARES, unit=UNIT, minimum=0.0),
        Style(kind="choropleth", column="value", scheme="breaks", breaks=(0.0, 25.0, 50.0)),
        ("0", "> 0 – 25", "25 – 50", "> 50", "无数据"),
    ),
    "breaks of whole numbers": Case(
        layer("polygon", "integer", pd.array([0, 1, 3, 9], dtype="Int64"), minimum=0.0),
        Style(kind="choropleth", column="value", scheme="breaks", breaks=(0.0, 1.0, 6.0)),
        ("0", "1", "2 – 6", "> 6"),
    ),
    "breaks of large counts": Case(
        layer("polygon", "integer", pd.array([20_000, 120_000, 900_000], dtype="Int64"), unit=UNIT),
        Style(kind="choropleth", column="value", scheme="breaks", breaks=(50_000.0, 150_000.0)),
        ("≤ 5万", "> 5万 – 15万", "> 15万"),
    ),
    "quantiles": Case(
        layer("polygon", "number", [float(at) for at in range(1, 11)], unit=UNIT),
        Style(kind="choropleth", column="value", scheme="quantiles", classes=5),
        ("1 – 2", "3 – 4", "5 – 6", "7 – 8", "9 – 10"),
    ),
    "natural breaks": Case(
        layer("polygon", "number", [1.0, 2.0, 50.0, 51.0, 900.0, None]),
        Style(kind="choropleth", column="value", scheme="natural_breaks", classes=3),
        ("1 – 2", "50 – 51", "900", "无数据"),
    ),
    "equal intervals": Case(
        layer("polygon", "number", [0.0, 1.0, 2.0, 9.0, 10.0]),
        Style(kind="choropleth", column="value", scheme="equal_interval", classes=2),
        ("0 – 2", "9 – 10"),
    ),
    "about zero": Case(
        layer("polygon", "number", [-5.0, 2.0, 30.0, 70.0, None], unit=UNIT),
        Style(
            kind="choropleth",
            column="value",
            scheme="breaks",
            breaks=(0.0, 20.0, 50.0),
            palette="PuOr",
        ),
        ("≤ 0", "> 0 – 20", "20 – 50", "> 50", "无数据"),
    ),
    "bounds that rounding would make one": Case(
        layer("polygon", "number", [1000.21, 1000.22, 1000.23, 1000.24]),
        Style(kind="choropleth", column="value", scheme="quantiles", classes=2),
        ("1,000.21 – 1,000.22", "1,000.23 – 1,000.24"),
    ),
    "marks": Case(
        layer("point", "text", ["a", "b", "a", None, "b", "a"]),
        Style(kind="points", column="value", colors={"b": "#009e73"}),
        ("b", "a", "无数据"),
    ),
    "more than a legend holds": Case(
        layer("polygon", "text", [f"{at:02}" for at in [*range(44), *range(39)]]),
        Style(kind="categories", column="value"),
        (*(f"{at:02}" for at in range(39)), "其他（5 种）"),
    ),
    "codes of a raster": Case(
        cells("integer", CODES, values=("1", "2", "5"), labels={"5": Text("林地", "wood")}),
        Style(kind="cells", colors={"1": "#0072b2"}, labels={"2": Text("草地", "grass")}),
        ("1", "草地", "林地"),
    ),
    "codes that only the map knows": Case(
        cells("integer", CODES),
        Style(kind="cells", colors={"2": "#0072b2"}),
        ("1", "2", "5"),
    ),
    "breaks of a raster": Case(
        cells("number", [[0.5, 5.0, 50.0], [500.0, np.nan, 0.0]], unit=UNIT),
        Style(kind="cells", palette="YlOrRd", scheme="breaks", breaks=(10.0, 100.0)),
        ("≤ 10", "10 – 100", "> 100"),
    ),
    "quantiles of a raster": Case(
        cells("number", [[1.0, 2.0, 3.0], [4.0, np.nan, np.nan]]),
        Style(kind="cells", scheme="quantiles", classes=2),
        ("1 – 2", "3 – 4"),
    ),
    "equal intervals of a raster": Case(
        cells("number", [[0.0, 2.0, 10.0]]),
        Style(kind="cells", scheme="equal_interval", classes=2),
        ("0 – 5", "5 – 10"),
    ),
}


def composed(style: Style) -> MapSpec:
    item = MapLayer(layer="drawn", title=Text("图层", "Layer"), style=style)
    return mapdata.map_spec(groups=(MapGroup(title=Text("组", "Group"), layers=(item,)),))


def prepared(case: Case) -> Prepared:
    return Prepared(layer=case.layer, symbology=symbolize(case.style, case.layer))


def with_unit(rows: list[Row], held: Layer, kind: str, lang: str = "zh") -> list[Row]:
    """Words as they stand where no heading tells the unit: behind each range."""
    unit = held.spec.column("value").unit
    if unit is None or kind not in ("choropleth", "cells"):
        return rows
    told = NONE.zh if lang == "zh" else NONE.en
    return [
        (words if words == told else f"{words} {unit.get(lang)}", color)  # type: ignore[arg-type]
        for words, color in rows
    ]


@pytest.mark.parametrize("name", CASES)
def test_all_products_show_the_same_classes(name: str, tmp_path: Path) -> None:
    case = CASES[name]
    spec, layers = composed(case.style), {"drawn": case.layer}
    (held,) = drawn.page_layers(webmap.render(spec, layers))
    rows, english = drawn.on_page(held), drawn.on_page(held, "en")
    assert tuple(words for words, _ in rows) == case.words
    assert len({color for _, color in rows}) == len(rows)
    assert [color for _, color in english] == [color for _, color in rows]

    for lang, seen in (("zh", rows), ("en", english)):
        made = svg_of(spec, layers, lang=lang)
        said, painted = texts(made), ET.tostring(made, encoding="unicode").lower()
        # rasters are a picture and 40 rows are a small legend: words in order, colours somewhere
        at = said.index("图层" if lang == "zh" else "Layer")
        for words, color in seen:
            at = said.index(words, at + 1)
            # SVG leaves out what is its own default
            assert color in painted or color == "#000000"

    item = prepared(case)
    raster = case.layer.raster is not None
    kind = case.style.kind
    document = ET.fromstring((raster_styles if raster else qml).qml(item).split(b"\n", 2)[2])
    assert drawn.in_qml(document) == with_unit(rows, case.layer, kind)
    content = (raster_styles if raster else sld).sld(item)
    assert drawn.in_sld(content) == with_unit(rows, case.layer, kind)
    if not raster:
        assert drawn.in_sld(content, "en") == with_unit(english, case.layer, kind, "en")
    group = Group(
        title=Text("组", "Group"), entries=(ProjectEntry(item=item, title=Text("层", "x")),)
    )
    project.write((group,), tmp_path / "p.qgz", title=Text("", ""), package="p.gpkg")
    entry = drawn.in_project(tmp_path / "p.qgz")["层"]
    assert drawn.in_qml(entry) == with_unit(rows, case.layer, kind)

    if raster and case.layer.spec.columns[0].type == "integer":
        cog.write(item, tmp_path / "drawn.tif")
        codes = [one.value for one in item.symbology.classes] if item.symbology else []
        colors = [color for _, color in rows]
        assert drawn.color_table(tmp_path / "drawn.tif") == dict(zip(codes, colors, strict=True))


def test_one_colour_is_the_same_everywhere() -> None:
    for geometry, style in (
        ("polygon", Style(kind="outline", color="#5f6368", weight=1.5, dash="6 3")),
        ("line", Style(kind="outline", color="#5F6368", weight=2.0)),
        ("point", Style(kind="points", color="#b3350f")),
    ):
        case = Case(layer(geometry, "text", ["a", "b"]), style, ())
        (held,) = drawn.page_layers(webmap.render(composed(style), {"drawn": case.layer}))
        item = prepared(case)
        assert held["style"]["color"] == style.color.lower()
        root = ET.fromstring(qml.qml(item).split(b"\n", 2)[2])
        assert drawn.single_color(root) == style.color.lower()
        assert drawn.in_sld(sld.sld(item)) == [("全部", style.color.lower())]
        assert style.color.lower() in ET.tostring(
            svg_of(composed(style), {"drawn": case.layer}), encoding="unicode"
        )


def test_flows_are_as_wide_in_qgis_and_on_servers_as_on_the_page() -> None:
    style = Style(kind="flows", column="value", color="#8e0152", weight=12.0, opacity=0.5)
    case = Case(layer("line", "number", [1000.0, 250.0, None], unit=UNIT), style, ())
    (held,) = drawn.page_layers(webmap.render(composed(style), {"drawn": case.layer}))
    assert held["widths"] == [12.0, 3.0, None]
    assert [(one["said"]["en"], one["width"]) for one in held["legend"]["widths"]] == [
        ("1,000", 12.0), ("300", 3.6), ("100", 1.2),
    ]  # fmt: skip
    item = prepared(case)
    text = qml.qml(item).decode()
    assert drawn.single_color(ET.fromstring(text.split("\n", 2)[2])) == "#8e0152"
    # 12 pixels of 1/96 inch for 1000
    per_unit = 12 / 1000 * 25.4 / 96
    assert f"{per_unit:.10g} * coalesce(&quot;value&quot;, 0)" in text
    assert ">0.012</ogc:Literal>" in sld.sld(item).decode()
    assert drawn.in_sld(sld.sld(item)) == [
        ("全部", "#8e0152"), ("无数据", held["legend"]["missingColor"]),
    ]  # fmt: skip


def test_every_kind_of_style_is_held_to_this() -> None:
    held = {case.style.kind for case in CASES.values()} | {"outline", "flows"}
    assert held == set(STYLE_KINDS)
    assert {c.style.scheme for c in CASES.values() if c.style.kind == "choropleth"} == set(SCHEMES)


@pytest.mark.slow
def test_the_shipped_maps_are_the_same_in_qgis(built: tuple[Workspace, Any]) -> None:
    place, _ = built
    listed = catalog.load(place)
    seen = 0
    for spec in listed.maps.values():
        layers = load_layers(spec.layer_names, place=place)
        held = drawn.page_layers((place.rendered / f"{spec.name}.html").read_text("utf-8"))
        items = [item for group in spec.groups for item in group.layers]
        ready = {
            name: Prepared(layer=one, symbology=symbolize(declared_style((spec,), one.spec), one))
            for name, one in layers.items()
        }
        only = replace(listed, maps={spec.name: spec})
        none = Text("", "")
        groups = qgis_groups.groups(only, ready, others=none, rasters=none, tables=none)
        entries = [one for group in groups for one in group.entries]
        for item, shown in zip(items, held, strict=True):
            rows = drawn.on_page(shown)
            column = layers[item.layer].spec.column(item.style.column) if rows else None
            unit = column.unit if column else None
            if unit is not None and item.style.kind == "choropleth":
                missing = shown["legend"]["missingWords"]["zh"]
                rows = [
                    (words if words == missing else f"{words} {unit.zh}", color)
                    for words, color in rows
                ]
            title = item.title or layers[item.layer].spec.title
            (entry,) = [
                one.item for one in entries if one.title == title and one.item.name == item.layer
            ]
            root = ET.fromstring(qml.qml(entry).split(b"\n", 2)[2])
            assert set(rows) <= set(drawn.in_qml(root)), (spec.name, item.layer)
            assert [one for one in drawn.in_qml(root) if one in rows] == rows
            if rows:
                assert set(rows) <= set(drawn.in_sld(sld.sld(entry)))
            else:
                assert drawn.single_color(root) == shown["style"]["color"]
            seen += bool(rows)
    assert seen > 20


COLORS = st.lists(
    st.integers(0, 2**24 - 1).map(lambda number: f"#{number:06x}"), max_size=8, unique=True
)


@settings(max_examples=25)
@given(COLORS, st.integers(1, 30))
def test_no_colour_in_use_is_taken_again(used: list[str], count: int) -> None:
    found = palettes.categories(count, used=used)
    assert len(set(found)) == count
    assert not [color for color in found if distinct.near(color, used)] or len(found) > 8
    assert not set(found) & {*used, palettes.NO_DATA, palettes.OTHER, "#ffffff"}


def test_no_value_and_several_have_colours_that_no_class_has() -> None:
    style = Style(
        kind="categories",
        column="value",
        colors={"a": palettes.NO_DATA, "b": palettes.OTHER},
    )
    found = symbolize(style, layer("polygon", "text", ["a", "b", None]))
    colors = [palettes.NO_DATA, palettes.OTHER, found.missing.color, found.several.color]
    assert len(set(colors)) == 4


@settings(max_examples=40)
@given(
    st.lists(st.integers(-(10**7), 10**7), min_size=2, max_size=7, unique=True),
    st.booleans(),
    st.sampled_from(["number", "integer"]),
)
def test_words_of_classes_never_say_the_same(
    bounds: list[int], from_nothing: bool, kind: Any
) -> None:
    breaks = tuple(sorted({bound / 1000 for bound in bounds} | {0.0}))
    lowest = {"minimum": breaks[0]} if from_nothing else {}
    held = layer("polygon", kind, [np.nan, breaks[0], breaks[-1] + 1], **lowest)
    style = Style(kind="choropleth", column="value", scheme="breaks", breaks=breaks)
    found = symbolize(style, held)
    words = [one.words.zh for one in found.classes]
    if kind == "number":
        assert len(set(words)) == len(words)
    for below, above in zip(found.classes, found.classes[1:], strict=False):
        assert above.above == below.upto
        # what stands alone below is not said to be in the next one too
        if below.low == below.high == above.low and above.high is not None:
            assert above.words.zh.startswith("> ")


def test_colours_about_zero_are_light_beside_it_and_darken_alike_on_both_sides() -> None:
    even = palettes.about_zero("RdBu", below=3, spanning=0, above=3)
    for below in range(4):
        found = palettes.about_zero("RdBu", below=below, spanning=0, above=3)
        assert found == even[3 - below :]
    many = palettes.about_zero("BrBG", below=1, spanning=0, above=8)
    assert len(set(many)) == 9


def test_the_script_of_the_page_draws_marks_as_large_as_the_others() -> None:
    script = (Path(__file__).parents[1] / "web/src/marks.js").read_text("utf-8")
    held = re.search(r"RADIUS = \{(.*?)\};", script, re.DOTALL)
    exact = re.search(r"EXACT = new Set\(\[(.*?)\]\)", script, re.DOTALL)
    assert held
    assert exact
    found = {name: float(size) for name, size in re.findall(r"(\w+): ([\d.]+)", held[1])}
    assert found == marks.RADIUS
    assert set(re.findall(r'"(\w+)"', exact[1])) == marks.EXACT
    corners = re.search(r"CORNERS = \{(.*?)\};", script)
    assert corners
    shapes = {
        name: (int(count), float(turn))
        for name, count, turn in re.findall(r"(\w+): \[(\d), (\d+)\]", corners[1])
    }
    assert shapes == {
        one: marks.shape_of(one)[1:] for one in marks.RADIUS if marks.shape_of(one) != marks.CIRCLE
    }
    # a stroke lies half within and half without
    for name, (color, reach) in (("dark", marks.DARK), ("light", marks.LIGHT)):
        assert f'{name}: "{color}"' in script
        assert f"{name}: {2 * reach:g}" in script
