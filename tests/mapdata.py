"""Plainly synthetic layers and a map of them, for the tests of ``present``.

A sheet of 6 by 4 cells ("counties"), each 2 by 2 of them a "prefecture", all of them the
"province"; borders wander by a fixed rule, neighbours share every vertex, and the first county
has an enclave that is a county of its own.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from gisplan.catalog.layer import Column, FileOrigin, Layer, LayerSpec, Source
from gisplan.catalog.map import MapGroup, MapLayer, MapSpec, Style
from gisplan.text import Text

WIDE, HIGH = 6, 4
WEST, SOUTH, STEP = 100.0, 35.0, 1.0
_PIECES = 12


def _edge(start: tuple[int, int], end: tuple[int, int]) -> np.ndarray:
    """A wandering line between two corners of the sheet, the same for both cells beside it."""
    along = np.linspace(0, 1, _PIECES + 1)[:, None]
    line = np.asarray(start) * (1 - along) + np.asarray(end) * along
    across = np.asarray(end) - np.asarray(start)
    swing = 0.08 * np.sin(np.pi * along) * np.sin(7 * along + 3 * start[0] + 5 * start[1])
    return np.round([WEST, SOUTH] + STEP * (line + swing * across[::-1]), 6)


def cell(column: int, row: int) -> shapely.Polygon:
    """One county, with the borders that its neighbours have too."""
    corners = [(column, row), (column + 1, row), (column + 1, row + 1), (column, row + 1)]
    south = _edge(corners[0], corners[1])
    east = _edge(corners[1], corners[2])
    north = _edge(corners[3], corners[2])[::-1]
    west = _edge(corners[0], corners[3])[::-1]
    return shapely.Polygon(np.vstack([south[:-1], east[:-1], north[:-1], west]))


def counties() -> list[Any]:
    """The cells row by row, and last the enclave in the first of them."""
    cells: list[Any] = [cell(column, row) for row in range(HIGH) for column in range(WIDE)]
    enclave = shapely.box(WEST + 0.4, SOUTH + 0.4, WEST + 0.6, SOUTH + 0.6)
    cells[0] = cells[0].difference(enclave)
    return [*cells, enclave]


def prefectures() -> list[Any]:
    """Blocks of two by two counties; the enclave belongs to the last one."""
    cells = counties()
    blocks: dict[tuple[int, int], list[Any]] = {}
    for at, shape in enumerate(cells[:-1]):
        blocks.setdefault((at // WIDE // 2, at % WIDE // 2), []).append(shape)
    last = max(blocks)
    blocks[last].append(cells[-1])
    return [shapely.coverage_union_all(block) for block in blocks.values()]


def column(name: str, kind: Any, zh: str, en: str, **more: Any) -> Column:
    return Column(name=name, type=kind, title=Text(zh, en), **more)


def spec(name: str, geometry: Any, columns: tuple[Column, ...], **more: Any) -> LayerSpec:
    given: dict[str, Any] = {
        "name": name,
        "title": Text(f"合成图层{name}", f"Synthetic {name}"),
        "description": Text("合成数据，只供测试", "Synthetic, for tests only"),
        "geometry": geometry,
        "columns": columns,
        "key": (columns[0].name,),
        "origin": FileOrigin(path=Path("none.csv")),
        "sources": (
            Source(
                title=Text("测试", "测试"),
                publisher=Text("tests", "tests"),
                date="2020",
                url="https://example.org/a",
            ),
        ),
        "licence": "CC0-1.0",
        "vintage": "2020",
        "positions": "surveyed",
        "path": Path(f"{name}.toml"),
    }
    return LayerSpec(**(given | more))


ADMIN = (
    column("code", "text", "代码", "Code"),
    column("name_zh", "text", "名称（中文）", "Name (Chinese)"),
    column("name_en", "text", "名称（英文）", "Name (English)"),
)
COUNTY_COLUMNS = (
    *ADMIN,
    column("residents", "integer", "常住人口", "Residents", unit=Text("人", "people")),
    column(
        "share",
        "number",
        "占比",
        "Share",
        unit=Text("%", "%"),
        derived=True,
        meaning=Text("由人口算得", "computed from the residents"),
    ),
    column("since_year", "integer", "设立年份", "Founded"),
    column("kind", "text", "类别", "Kind"),
    column("note", "text", "备注", "Note"),
)
BASE_COLUMNS = (
    column("id", "text", "编号", "Id"),
    column("name_zh", "text", "名称", "Name"),
    column("name_en", "text", "英文名", "Name"),
    column("precision", "text", "精度", "Precision"),
    column("output", "number", "产值", "Output", unit=Text("亿元", "100 million yuan")),
)


def county_layer() -> Layer:
    shapes = counties()
    count = len(shapes)
    residents = pd.array([12_345 * (at + 1) for at in range(count)], dtype="Int64")
    residents[1] = pd.NA
    table = gpd.GeoDataFrame(
        {
            "code": [f"99{at:04d}" for at in range(count)],
            "name_zh": [f"县{at}" for at in range(count)],
            "name_en": [f"County {at}" for at in range(count)],
            "residents": residents,
            "share": [at / 3 for at in range(count)],
            "since_year": [1990 + at for at in range(count)],
            "kind": [None if at == 2 else "ab"[at % 2] for at in range(count)],
            "note": ["第一行\n第二行" if at == 7 else "" for at in range(count)],
        },
        geometry=shapes,
        crs=4326,
    )
    return Layer(spec("counties", "polygon", COUNTY_COLUMNS), table)


def admin_layer(name: str, shapes: list[Any]) -> Layer:
    table = gpd.GeoDataFrame(
        {
            "code": [f"{name[:2]}{at}" for at in range(len(shapes))],
            "name_zh": [
                f"{ {'prefectures': '市', 'province': '省'}[name] }{at}"
                for at in range(len(shapes))
            ],
            "name_en": [f"{name.capitalize()} {at}" for at in range(len(shapes))],
        },
        geometry=shapes,
        crs=4326,
    )
    return Layer(spec(name, "polygon", ADMIN), table)


def base_layer() -> Layer:
    """Two in one county-precise place, one surveyed, one to its prefecture, two nowhere."""
    table = gpd.GeoDataFrame(
        {
            "id": list("abcdef"),
            "name_zh": [f"基地{letter}" for letter in "甲乙丙丁戊己"],
            "name_en": [f"Base {letter}" for letter in "ABCDEF"],
            "precision": ["county", "county", "surveyed", "prefecture", "none", "none"],
            "output": [1234567.25, None, 0.125, -3.0, 5.0, 6.0],
        },
        geometry=[
            shapely.Point(102.5, 36.5),
            shapely.Point(102.5, 36.5),
            shapely.Point(104.5, 37.5),
            shapely.Point(100.5, 38.5),
            None,
            None,
        ],
        crs=4326,
    )
    return Layer(
        spec("bases", "point", BASE_COLUMNS, positions="mixed", geometry_required=False), table
    )


def layers() -> dict[str, Layer]:
    blocks = prefectures()
    return {
        "counties": county_layer(),
        "prefectures": admin_layer("prefectures", blocks),
        "province": admin_layer("province", [shapely.coverage_union_all(blocks)]),
        "bases": base_layer(),
    }


def map_spec(**more: Any) -> MapSpec:
    given: dict[str, Any] = {
        "name": "synthetic",
        "title": Text("合成地图", "Synthetic map"),
        "description": Text("只供测试的地图", "A map for tests only"),
        "attribution": Text("署名", "Credit"),
        "review_number": "",
        "groups": (
            MapGroup(
                title=Text("专题", "Themes"),
                layers=(
                    MapLayer(
                        layer="counties",
                        title=Text("人口", "Population"),
                        popup=("name", "residents", "share", "since_year", "note"),
                        style=Style(kind="choropleth", column="residents", color="#ffffff"),
                    ),
                    MapLayer(
                        layer="counties",
                        title=Text("类别", "Kinds"),
                        show=False,
                        popup=("name", "kind"),
                        style=Style(
                            kind="categories",
                            column="kind",
                            colors={"a": "#0072b2", "b": "#e69f00"},
                            labels={"a": Text("甲类", "Kind A"), "b": Text("乙类", "Kind B")},
                        ),
                    ),
                ),
            ),
            MapGroup(
                title=Text("区划", "Units"),
                layers=(
                    MapLayer(
                        layer="prefectures",
                        popup=("name", "code"),
                        style=Style(kind="outline", color="#556677", label_column="name"),
                    ),
                    MapLayer(
                        layer="province",
                        popup=("name",),
                        style=Style(kind="outline", color="#222222", weight=2.0),
                    ),
                ),
            ),
            MapGroup(
                title=Text("基地组", "Base group"),
                layers=(
                    MapLayer(
                        layer="bases",
                        title=Text("基地", "Bases"),
                        popup=("name", "output"),
                        style=Style(kind="points", color="#b3350f", label_column="name"),
                    ),
                ),
            ),
        ),
        "path": Path("synthetic.toml"),
    }
    return MapSpec(**(given | more))


def with_table(layer: Layer, **columns: Any) -> Layer:
    """The layer with other values in some columns."""
    return Layer(layer.spec, layer.table.assign(**columns))


def with_style(item: MapLayer, **more: Any) -> MapLayer:
    """The map layer with a changed style."""
    return replace(item, style=replace(item.style, **more))
