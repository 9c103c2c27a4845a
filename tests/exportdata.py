"""Plainly synthetic layers with every type, a null of each, and texts that break things."""

from __future__ import annotations

import csv
import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from shapely.geometry import LineString, MultiLineString, MultiPolygon, Point, Polygon, box

from gisplan.catalog.layer import Column, Layer
from gisplan.formats.datums import Datum
from gisplan.formats.prepared import Prepared
from gisplan.formats.transform import in_datum
from gisplan.render.style.symbology import Symbology, SymbologyClass
from gisplan.text import Text
from tests.test_validate import spec

TEXTS = [
    "兰州市，“城关”区",
    "=1+1",
    "'已带撇号",
    "-5",
    "+86 931",
    "@SUM(A1)",
    "𠮷野家 ℃ é",
    'a "quoted", <b>&amp;</b>\nsecond line',
    None,
]
COUNT = len(TEXTS)
WORD = Text("词", "word")
COLUMNS = (
    Column(name="code", type="text", title=Text("编号", "code"), required=True),
    Column(name="name_zh", type="text", title=Text("名称", "name")),
    Column(name="adcode", type="adcode", title=Text("区划代码", "adcode")),
    Column(
        name="population_2020",
        type="integer",
        title=Text("人口", "residents"),
        unit=Text("人", "persons"),
    ),
    Column(
        name="density",
        type="number",
        title=Text("密度", "density"),
        unit=Text("人/km²", "1/km²"),
        meaning=Text("人口除以面积", "residents by area"),
        derived=True,
    ),
    Column(name="planned", type="boolean", title=Text("是否列入", "planned")),
    Column(name="opened", type="date", title=Text("开工日期", "opened")),
)
SYMBOLOGY = Symbology(
    kind="categories",
    column=COLUMNS[1],
    label="name_zh",
    classes=(SymbologyClass(color="#0072b2", words=Text("甲类", "class A"), value="=1+1"),),
    missing=SymbologyClass(color="#d5d9dd", words=Text("无数据", "no data")),
)


def shapes(kind: str) -> list[Any]:
    """Give a shape for each row but the last: holes, parts, many decimals."""
    rng = np.random.default_rng(7)
    lon = rng.uniform(93, 108, COUNT - 1)
    lat = rng.uniform(33, 42, COUNT - 1)
    if kind == "point":
        made: list[Any] = [Point(x, y) for x, y in zip(lon, lat, strict=True)]
    elif kind == "line":
        made = [LineString([(x, y), (x + 0.1, y + 0.2)]) for x, y in zip(lon, lat, strict=True)]
        made[1] = MultiLineString([made[0], made[2]])
    else:
        made = [box(x, y, x + 0.1, y + 0.2) for x, y in zip(lon, lat, strict=True)]
        made[1] = Polygon(
            [(100, 35), (101, 35), (101, 36), (100, 36)],
            [[(100.2, 35.2), (100.4, 35.2), (100.4, 35.4)]],
        )
        made[2] = MultiPolygon([box(102, 36, 103, 37), box(104, 36, 105, 37)])
    return [*made, None]


def layer(kind: str = "point", name: str = "sample") -> Layer:
    """Give a layer of that geometry, or ``none``."""
    columns = {
        "code": [f"r{i}" for i in range(COUNT)],
        "name_zh": pd.array(TEXTS, dtype="str"),
        "adcode": pd.array(["620102"] * (COUNT - 1) + [None], dtype="str"),
        "population_2020": pd.array([2**53 + 1, -7, *range(COUNT - 3), None], dtype="Int64"),
        "density": [0.1 + 0.2, 1e300, -1e-7, *[1.5] * (COUNT - 4), np.nan],
        "planned": pd.array([True, False] + [True] * (COUNT - 3) + [None], dtype="boolean"),
        "opened": pd.to_datetime(
            ["1949-10-01", "2018-06-02"] + ["2030-12-31"] * (COUNT - 3) + [None]
        ).astype("datetime64[s]"),
    }
    declared = spec(
        *COLUMNS,
        geometry=kind,
        name=name,
        title=Text("样例图层", "a sample"),
        description=Text("测试用的虚构数据。", "Made up for tests."),
        vintage="2020",
        geometry_required=False,
    )
    if kind == "none":
        return Layer(declared, pd.DataFrame(columns))
    return Layer(declared, gpd.GeoDataFrame(columns, geometry=shapes(kind), crs=4326))


def item(kind: str = "point", *, datum: Datum = "wgs84", name: str = "sample") -> Prepared:
    """Give such a layer ready to be written."""
    return Prepared(
        layer=in_datum(layer(kind, name), datum=datum), datum=datum, symbology=SYMBOLOGY
    )


def rows_of(layer: Layer) -> dict[str, dict[str, Any]]:
    """Give what a reader should find, by id: plain Python values, dates as text."""
    found = {}
    for row in layer.table[list(layer.spec.column_names)].to_dict("records"):
        values = {k: None if pd.isna(v) else v for k, v in row.items()}
        if values["opened"] is not None:
            values["opened"] = f"{values['opened']:%Y-%m-%d}"
        found[str(row["code"])] = values
    return found


def shapes_of(layer: Layer) -> dict[str, Any]:
    """Give the shapes by id."""
    assert isinstance(layer.table, gpd.GeoDataFrame)
    return dict(zip(layer.table["code"], layer.table.geometry, strict=True))


def same_shapes(found: dict[str, Any], layer: Layer, *, within: float) -> None:
    """Hold shapes read back against those written; ``within`` is of each coordinate, in degrees.

    Zero demands the same bits. A part alone may have come back as a group of one.
    """
    wanted = shapes_of(layer)
    assert set(found) == set(wanted)
    for key, shape in wanted.items():
        there = found[key]
        if shape is None:
            assert there is None
            continue
        parts = [shapely.normalize(shapely.get_parts(s)) for s in (shape, there)]
        assert len(parts[0]) == len(parts[1])
        for one, other in zip(*parts, strict=True):
            xy = [shapely.get_coordinates(shapely.normalize(part)) for part in (one, other)]
            assert xy[0].shape == xy[1].shape
            assert np.abs(xy[0] - xy[1]).max() <= within


def ogr(path: Path | str, name: str | None = None) -> tuple[dict[str, Any], dict[str, Any]]:
    """Read a layer with Debian's GDAL: attributes and shapes, by id.

    Another build and version than the one that pyogrio writes with.
    """
    if shutil.which("ogr2ogr") is None:
        if os.environ.get("CI"):
            pytest.fail("continuous integration needs gdal-bin")
        pytest.skip("no ogr2ogr here (Debian: gdal-bin)")
    words = ["ogr2ogr", "-f", "GeoJSON", "-lco", "SIGNIFICANT_FIGURES=17", "-lco", "WRITE_NAME=NO"]
    done = subprocess.run(
        [*words, "/vsistdout/", str(path), *([name] if name else [])],
        capture_output=True,
        check=True,
    )
    assert b"ERROR" not in done.stderr, done.stderr
    features = json.loads(done.stdout)["features"]
    rows = {}
    for f in features:
        values = dict(f["properties"])
        if values.get("opened"):
            values["opened"] = values["opened"].replace("/", "-")[:10]
        rows[values["code"]] = values
    geometries = {
        f["properties"]["code"]: shapely.from_geojson(json.dumps(f["geometry"]))
        if f["geometry"]
        else None
        for f in features
    }
    return rows, geometries


def csv_rows(path: Path) -> list[list[str]]:
    """Read a CSV with its heading."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def near(rows: dict[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """Give rows whose numbers may differ in the sixteenth digit, which readers here drop."""
    return {
        key: {
            name: pytest.approx(value, rel=1e-14) if isinstance(value, float) else value
            for name, value in row.items()
        }
        for key, row in rows.items()
    }
