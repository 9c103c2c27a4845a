"""Each format, read back by another program than the one that wrote it."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import sqlite3
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import duckdb
import geojson_validator
import numpy as np
import openpyxl
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pystac
import pytest
import shapefile as pyshp
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from gisplan import escape
from gisplan.errors import DataError
from gisplan.formats import (
    flatgeobuf,
    geodatabase,
    geojson,
    geopackage,
    geoparquet,
    kml,
    parts,
    shapefile,
    sheets,
    stac,
)
from gisplan.formats.csv_lines import csv_lines
from gisplan.formats.geojson import to_geojson, to_geojsonseq
from gisplan.formats.manifest import Entry
from gisplan.formats.prepared import description
from gisplan.formats.through_gdal import count_rows
from tests.exportdata import COLUMNS, COUNT, csv_rows, item, layer, near, ogr, rows_of, same_shapes
from tests.second_reader import spatial_duckdb
from tests.test_geojson import check_rfc7946

KINDS = ("point", "line", "polygon")
NAMES = [c.name for c in COLUMNS]


def declared(rows: dict[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
    return {key: {name: row.get(name) for name in NAMES} for key, row in rows.items()}


@pytest.mark.parametrize("kind", KINDS)
def test_geopackage_by_gdal(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "x.gpkg"
    told = item(kind)
    geopackage.write([told, item("none", name="plain")], path)
    assert geopackage.count(path) == 2 * COUNT
    rows, shapes = ogr(path, "sample")
    assert declared(rows) == near(rows_of(told.layer))
    same_shapes(shapes, told.layer, within=1e-15 * 180)
    assert declared(ogr(path, "plain")[0]) == near(rows_of(told.layer))


def test_geopackage_by_sqlite_holds_titles_styles_and_metadata(tmp_path: Path) -> None:
    path = tmp_path / "x.gpkg"
    geopackage.write([item("polygon"), item("none", name="plain")], path)
    base = sqlite3.connect(path)
    try:
        columns = dict(
            base.execute(
                "SELECT column_name, name || '|' || description FROM gpkg_data_columns"
                " WHERE table_name = 'sample'"
            )
        )
        assert columns["density"].startswith("密度|")
        assert description(COLUMNS[4]) in columns["density"]
        style = base.execute(
            "SELECT f_table_name, styleQML, styleSLD, useAsDefault FROM layer_styles"
        ).fetchall()
        assert [row[0] for row in style] == ["sample", "plain"]
        assert "<alias " in style[1][1]
        for text in style[0][1:3]:
            ET.fromstring(text)
        assert style[0][3] == 1
        told = base.execute(
            "SELECT r.table_name, m.mime_type, m.metadata FROM gpkg_metadata m"
            " JOIN gpkg_metadata_reference r ON r.md_file_id = m.id ORDER BY m.id"
        ).fetchall()
        assert [row[0] for row in told] == ["sample", "sample", "plain", "plain"]
        iso = ET.fromstring(told[0][2])
        assert iso.findtext("title") == "样例图层 | a sample"
        assert iso.findtext("license") == "CC0-1.0"
        assert json.loads(told[1][2])["sources"] == [{"title": "made by the tests"}]
        numbers = base.execute("SELECT density FROM sample WHERE code = 'r0'").fetchone()
        assert numbers == (0.1 + 0.2,)
        kinds = dict(base.execute("SELECT table_name, data_type FROM gpkg_contents"))
        expected = {"sample": "features", "plain": "attributes", "layer_styles": "attributes"}
        assert kinds == expected
    finally:
        base.close()


@pytest.mark.parametrize("kind", KINDS)
def test_flatgeobuf_by_gdal(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "x.fgb"
    told = item(kind)
    flatgeobuf.write(told, path)
    rows, shapes = ogr(path)
    assert declared(rows) == near(rows_of(told.layer))
    same_shapes(shapes, told.layer, within=1e-15 * 180)


@pytest.mark.parametrize("kind", KINDS)
def test_geojson_by_the_validator_and_gdal(kind: str, tmp_path: Path) -> None:
    told = layer(kind)
    path = tmp_path / "x.geojson"
    path.write_bytes(to_geojson(told))
    content = check_rfc7946(path.read_bytes())
    assert geojson_validator.validate_structure(content) == {}
    whole = {**content, "features": [f for f in content["features"] if f["geometry"]]}
    found = geojson_validator.validate_geometries(whole)
    assert found["invalid"] == {}
    assert set(found["problematic"]) <= {"holes"}
    rows, shapes = ogr(path)
    assert declared(rows) == near(rows_of(told))
    same_shapes(shapes, told, within=0.51e-6)


@pytest.mark.parametrize("kind", KINDS)
def test_geojsonseq_is_a_feature_a_line(kind: str, tmp_path: Path) -> None:
    told = layer(kind)
    lines = to_geojsonseq(told).splitlines()
    whole = json.loads(to_geojson(told))["features"]
    assert [json.loads(line) for line in lines] == [
        {k: v for k, v in feature.items() if k != "bbox"} for feature in whole
    ]
    path = tmp_path / "x.geojsonl"
    path.write_bytes(to_geojsonseq(told))
    rows, shapes = ogr(path)
    assert declared(rows) == near(rows_of(told))
    same_shapes(shapes, told, within=0.51e-6)


# -- Parquet --------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def spatial(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Any, Path]]:
    """DuckDB with its spatial extension, installed from the package into a home of its own."""
    home = tmp_path_factory.mktemp("home")
    base = spatial_duckdb(home / ".duckdb" / "extensions")
    yield base, home
    base.close()


@pytest.mark.parametrize("kind", KINDS)
def test_geoparquet_by_duckdb(kind: str, tmp_path: Path, spatial: tuple[Any, Path]) -> None:
    path = tmp_path / "x.parquet"
    told = item(kind)
    geoparquet.write(told, path)
    found = spatial[0].sql(
        f"SELECT * EXCLUDE (geometry), CAST(opened AS VARCHAR) AS opened,"
        f" ST_AsWKB(geometry) AS wkb FROM '{path}'"
    )
    names = found.columns
    rows = [dict(zip(names, row, strict=True)) for row in found.fetchall()]
    assert declared({row["code"]: row for row in rows}) == {
        key: {**row, "opened": row["opened"]} for key, row in rows_of(told.layer).items()
    }
    shapes = {row["code"]: shapely.from_wkb(row["wkb"]) if row["wkb"] else None for row in rows}
    same_shapes(shapes, told.layer, within=0.0)
    types = dict(zip(names, map(str, found.types), strict=True))
    kinds = ("code", "population_2020", "density", "planned")
    assert [types[n] for n in kinds] == ["VARCHAR", "BIGINT", "DOUBLE", "BOOLEAN"]
    boxes = {row["code"]: row["bbox"] for row in rows}
    assert boxes[f"r{COUNT - 1}"] is None
    assert boxes["r0"]["xmin"] == shapes["r0"].bounds[0]


@pytest.mark.parametrize("kind", KINDS)
def test_geoparquet_by_gpio(kind: str, tmp_path: Path, spatial: tuple[Any, Path]) -> None:
    path = tmp_path / "x.parquet"
    geoparquet.write(item(kind), path)
    tool = Path(sys.executable).with_name("gpio")
    done = subprocess.run(
        [tool, "check", "spec", path],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "HOME": str(spatial[1])},
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "0 warnings, 0 failed" in done.stdout


def test_parquet_of_a_table_and_its_descriptions(tmp_path: Path) -> None:
    path = tmp_path / "x.parquet"
    told = item("none")
    geoparquet.write(told, path)
    rows = duckdb.sql(f"SELECT *, CAST(opened AS VARCHAR) AS day FROM '{path}'")
    found = [dict(zip(rows.columns, row, strict=True)) for row in rows.fetchall()]
    assert {r["code"]: {**{n: r[n] for n in NAMES}, "opened": r["day"]} for r in found} == rows_of(
        told.layer
    )
    schema = pq.read_schema(path)
    for column in COLUMNS:
        assert schema.field(column.name).metadata[b"description"].decode() == description(column)


# -- KML ------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", KINDS)
def test_kml_by_an_xml_parser_and_gdal(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "x.kml"
    told = item(kind)
    kml.write(told, path)
    space = "{http://www.opengis.net/kml/2.2}"
    marks = ET.parse(path).findall(f".//{space}Placemark")
    wanted = rows_of(told.layer)
    for mark in marks:
        data = {d.get("name"): d.text for d in mark.iter(f"{space}SimpleData")}
        row = wanted[str(data["code"])]
        assert mark.findtext(f"{space}name") == row["name_zh"]
        # an empty element has no text
        assert {name: text or "" for name, text in data.items()} == {
            name: str(value).lower() if isinstance(value, bool) else str(value)
            for name, value in row.items()
            if value is not None
        }
    assert len(marks) == COUNT == kml.count(path)
    same_shapes(ogr(path)[1], told.layer, within=1e-12)
    path.write_bytes(path.read_bytes()[:-20])
    assert kml.count(path) == -1


@pytest.mark.parametrize(
    "text", ["bell \x07", "a]]>b", "\ufffe", "\x00\uffff", "<b>&amp;", "<![CDATA[x]]>"]
)
def test_kml_says_what_it_cannot_hold(text: str, tmp_path: Path) -> None:
    told = item("point")
    told.layer.table.loc[2, "name_zh"] = text
    path = tmp_path / "x.kml"
    kml.write(told, path)
    assert count_rows(path) == COUNT
    marks = ET.parse(path).findall(".//{http://www.opengis.net/kml/2.2}Placemark")
    names = [mark.findtext("{http://www.opengis.net/kml/2.2}name") for mark in marks]
    held = "".join(c if c >= " " and c not in "\ufffe\uffff" else "\ufffd" for c in text)
    assert held in names
    assert [loss.en for loss in kml.losses(told.layer)] == (
        []
        if held == text
        else ["1 text(s) hold control characters, which KML can't; written as \ufffd"]
    )


# -- shapefile ------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", KINDS)
def test_shapefile_by_pyshp(kind: str, tmp_path: Path) -> None:
    told = item(kind)
    folder = tmp_path / "x.shapefile"
    shapefile.write(told, folder)
    assert shapefile.count(folder) == COUNT
    names = shapefile.short_names(NAMES)
    with pyshp.Reader(str(folder / "sample.shp"), encoding="utf-8") as reader:
        rows = {}
        shapes = {}
        for record in reader.shapeRecords():
            values = record.record.as_dict(date_strings=True)
            row = {name: values[names[name]] for name in NAMES}
            row["opened"] = row["opened"] and f"{row['opened']:0>8}"
            rows[row["code"]] = row
            null = record.shape.shapeType == pyshp.NULL
            shapes[row["code"]] = (
                None if null else shapely.geometry.shape(record.shape.__geo_interface__)
            )
    for key, row in rows_of(told.layer).items():
        found = rows[key]
        for name, value in row.items():
            # a dBASE text has no null; a date has no dashes there
            expected = "" if value is None and name in ("name_zh", "adcode") else value
            expected = expected.replace("-", "") if name == "opened" and expected else expected
            if name == "density" and value == 1e300:
                assert found[name] is None  # counted among the losses
            elif name == "density" and value is not None:
                assert found[name] == pytest.approx(expected, rel=1e-12)
            else:
                assert found[name] == expected, (key, name)
    same_shapes(shapes, told.layer, within=0.0)
    assert (folder / "sample.cpg").read_text() == "UTF-8"
    table = csv_rows(folder / "fields.csv")
    assert [row[:3] for row in table[1 : len(NAMES) + 1]] == [
        [names[c.name], c.name, c.title.zh] for c in COLUMNS
    ]
    assert any("renamed" in row[3] for row in table[len(NAMES) + 1 :])


def test_long_texts_are_cut_at_a_whole_character_and_counted(tmp_path: Path) -> None:
    told = item("point")
    told.layer.table.loc[0, "name_zh"] = "甘肃" * 100
    assert any("1 texts longer than 254" in loss.en for loss in shapefile.losses(told.layer))
    shapefile.write(told, tmp_path / "x")
    rows, _ = ogr(tmp_path / "x" / "sample.shp")
    assert rows["r0"]["name_zh"] == ("甘肃" * 100)[:84]


@settings(max_examples=10)
@given(st.lists(st.floats(allow_nan=False, allow_infinity=False), min_size=9, max_size=9))
def test_numbers_of_a_shapefile_are_exact_to_15_digits_or_counted(values: list[float]) -> None:
    told = item("point")
    told.layer.table["density"] = values
    huge = sum(abs(value) >= 1e15 for value in values)
    losses = " ".join(loss.en for loss in shapefile.losses(told.layer))
    assert (f"{huge} numbers" in losses) == (huge > 0)
    with tempfile.TemporaryDirectory() as folder:
        shapefile.write(told, Path(folder) / "x")
        rows, _ = ogr(Path(folder) / "x" / "sample.shp")
    for i, value in enumerate(values):
        found = rows[f"r{i}"]["density"]
        if abs(value) >= 1e15:
            assert found is None
        else:
            assert found == pytest.approx(value, rel=1e-13, abs=1e-15)


@given(st.lists(st.from_regex(r"[a-z][a-z0-9_]{0,24}", fullmatch=True), unique=True, max_size=30))
def test_short_names_are_short_and_different(names: list[str]) -> None:
    short = shapefile.short_names(names)
    assert list(short) == names
    assert len(set(short.values())) == len(names)
    assert all(0 < len(value) <= 10 for value in short.values())
    assert all(short[name] == name for name in names if len(name) <= 10)


@pytest.mark.parametrize("part", ["sample.shp", "sample.shx", "sample.dbf", "fields.csv"])
def test_a_shapefile_short_of_a_piece_is_found_out(part: str, tmp_path: Path) -> None:
    folder = tmp_path / "x"
    shapefile.write(item("polygon"), folder)
    whole = (folder / part).read_bytes()
    (folder / part).write_bytes(whole[: len(whole) // 2] if part != "fields.csv" else b"")
    with pytest.raises(DataError, match="not written whole"):
        shapefile.count(folder)


# -- sheets ---------------------------------------------------------------------------------

ANY_TEXT = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0"))


@given(ANY_TEXT)
def test_an_inert_cell_reads_back_and_cannot_run(text: str) -> None:
    cell = escape.inert(text)
    assert escape.restore(cell) == text
    runs = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
    assert not cell.startswith(runs) or re.fullmatch(r"[+-]?[0-9]+(\.[0-9]+)?", cell)


@pytest.mark.parametrize("kind", ["none", *KINDS])
def test_file_geodatabase_by_gdal(kind: str, tmp_path: Path) -> None:
    told = item(kind)
    paths = [tmp_path / name / "x.gdb" for name in "ab"]
    for path in paths:
        path.parent.mkdir()
        geodatabase.write(told, path)
        assert geodatabase.count(path) == COUNT
    rows, shapes = ogr(paths[0], told.name)
    expected = near(rows_of(told.layer))
    for key, row in declared(rows).items():
        for name, value in row.items():
            wanted = expected[key][name]
            if wanted is None or value is None:
                assert value is wanted, name
            elif name == "opened":
                assert str(value).replace("/", "-")[:10] == str(wanted)
            elif name == "population_2020":  # one of them is beyond what a double tells apart
                assert value == str(wanted)
            else:
                assert value == wanted, name
    if kind != "none":
        same_shapes(shapes, told.layer, within=2e-9)
    # equal content is equal bytes
    one, two = ({p.name: p.read_bytes() for p in path.iterdir()} for path in paths)
    assert one == two


def test_a_geodatabase_keeps_its_own_names_apart() -> None:
    told = item("point")
    spec = told.layer.spec
    columns = tuple(
        replace(
            column, name={"name_zh": "objectid", "adcode": "shape_"}.get(column.name, column.name)
        )
        for column in spec.columns
    )
    assert (
        geodatabase.names_of(replace(told.layer, spec=replace(spec, columns=columns)))["objectid"]
        == "objectid_"
    )
    assert geodatabase.losses(told.layer)


def test_a_shape_longer_than_a_cell_is_left_out_and_told(tmp_path: Path) -> None:
    told = item("polygon")
    table = told.layer.table.copy()
    table.loc[table.index[0], "geometry"] = shapely.Point(104, 36).buffer(1, quad_segs=500)
    long = replace(told, layer=replace(told.layer, table=table))
    sheets.write(long, tmp_path / "x.csv")
    sheets.write_whole(long, tmp_path / "whole.csv")
    short, whole = (csv_rows(tmp_path / name) for name in ("x.csv", "whole.csv"))
    at = short[0].index("wkt")
    assert max(len(cell) for row in short for cell in row) <= 32_767 < len(whole[1][at])
    assert [row[at] for row in short[2:]] == [row[at] for row in whole[2:]]
    assert short[1][at] == ""
    assert "1 shapes" in sheets.losses(long.layer)[0].en
    assert sheets.losses(told.layer) == ()


@pytest.mark.parametrize("kind", ["none", *KINDS])
def test_csv_by_duckdb(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    told = item(kind)
    sheets.write(told, path)
    assert sheets.count_csv(path) == COUNT
    found = duckdb.sql(f"SELECT * FROM read_csv('{path}', header = true, all_varchar = true)")
    rows = [dict(zip(found.columns, row, strict=True)) for row in found.fetchall()]
    assert not [v for row in rows for v in row.values() if v and v[0] in "=+@\t\r"]
    kinds = {"integer": int, "number": float, "boolean": {"true": True, "false": False}.get}
    read = {}
    for row in rows:
        values = {
            c.name: kinds.get(c.type, escape.restore)(row[c.name])  # type: ignore[operator]
            if row[c.name] is not None
            else None
            for c in COLUMNS
        }
        read[str(values["code"])] = values
    assert read == rows_of(told.layer)
    if kind == "point":
        shapes = {
            r["code"]: shapely.Point(float(r["longitude"]), float(r["latitude"]))
            if r["longitude"]
            else None
            for r in rows
        }
        same_shapes(shapes, told.layer, within=0.0)
    elif kind != "none":
        shapes = {r["code"]: shapely.from_wkt(r["wkt"]) if r["wkt"] else None for r in rows}
        same_shapes(shapes, told.layer, within=0.0)
    sheets.write_columns(told.spec, tmp_path / "c.csv")
    described = csv_rows(tmp_path / "c.csv")
    assert [row[0] for row in described[1:]] == NAMES
    assert described[5][4] == "人/km²"


CELLS = {
    "str": st.text(st.characters(exclude_categories=("Cs",)), max_size=5)
    | st.sampled_from(["=1+1", "-12.5", "+8a", "＝1", "'", 'a"b', "a,b", "a\r\nb", ""]),
    "float64": st.floats(allow_nan=False, allow_infinity=False)
    | st.sampled_from([1e-5, 1e-4, 123456789012.5, 1e15, 1e16, 2.0**53, 0.1]),
    "Int64": st.integers(-(2**63), 2**63 - 1),
    "boolean": st.booleans(),
}


@given(
    st.lists(st.sampled_from(sorted(CELLS)), min_size=1, max_size=3).flatmap(
        lambda kinds: st.tuples(
            st.just(kinds),
            st.lists(st.tuples(*(st.none() | CELLS[k] for k in kinds)), min_size=1, max_size=5),
        )
    )
)
def test_lines_of_csv_are_those_of_the_module(table: tuple[list[str], list[tuple]]) -> None:
    kinds, rows = table
    columns = [
        pa.chunked_array([pa.array(pd.array(cells, dtype=kind))])
        for kind, cells in zip(kinds, zip(*rows, strict=True), strict=True)
    ]
    file = io.StringIO(newline="")
    plain = [[_as_text(cell) for cell in row] for row in rows]
    csv.writer(file).writerows(plain)
    assert bytes(csv_lines(columns)).decode() == file.getvalue()


def _as_text(cell: Any) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return str(cell).lower()
    return escape.inert(cell) if isinstance(cell, str) else repr(cell + 0)


def test_a_layer_in_parts_is_written_as_the_whole_is(tmp_path: Path) -> None:
    told = item("point")
    files = []
    for at in (slice(0, 4), slice(4, 4), slice(4, None)):
        part = replace(told.layer, table=told.layer.table.iloc[at])
        files.append(tmp_path / f"{len(files)}.parquet")
        files[-1].write_bytes(parts.part_bytes(part, datum="wgs84")[0])
    streamed = parts.Streamed(spec=told.spec, parts=files, datum="wgs84")
    whole, path = tmp_path / "whole", tmp_path / "parts"
    for write, write_parts in (
        (sheets.write, parts.write_csv),
        (geojson.write_lines, parts.write_geojsonseq),
    ):
        write(told, whole)
        write_parts(streamed, path)
        assert path.read_bytes() == whole.read_bytes()


def test_workbook_by_openpyxl(tmp_path: Path) -> None:
    path = tmp_path / "x.xlsx"
    told = item("point")
    sheets.write_workbook(told, path)
    assert sheets.count_workbook(path) == COUNT
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ["data", "columns", "about"]
    heads, *lines = book["data"].iter_rows()
    assert [c.value for c in heads] == [*NAMES, "longitude", "latitude"]
    wanted = rows_of(told.layer)
    big = 2**53 + 1
    for line in lines:
        cells = dict(zip([c.value for c in heads], line, strict=True))
        row = wanted[cells["code"].value]
        for name, value in row.items():
            cell = cells[name]
            found = f"{cell.value:%Y-%m-%d}" if name == "opened" and cell.value else cell.value
            # beyond 15 digits Excel rounds: a whole number is a text then
            wanted_value = str(value) if value == big else value
            if isinstance(value, float):
                wanted_value = pytest.approx(value, rel=1e-15)
            assert found == wanted_value, name
            assert cell.data_type != "f"
            if isinstance(value, str) and name != "opened":
                assert cell.data_type == "s"
                assert cell.quotePrefix
        point = told.layer.table.set_index("code").geometry[cells["code"].value]
        xy = (cells["longitude"].value, cells["latitude"].value)
        assert xy == (
            (None, None) if point is None else pytest.approx((point.x, point.y), abs=1e-13)
        )
    assert [r[0] for r in book["columns"].iter_rows(min_row=2, values_only=True)] == NAMES


def test_a_text_longer_than_a_cell_is_an_error_not_a_loss(tmp_path: Path) -> None:
    told = item("none")
    told.layer.table.loc[1, "name_zh"] = "长" * 32_768
    with pytest.raises(DataError, match=r"row 2: column name_zh is longer"):
        sheets.write_workbook(told, tmp_path / "x.xlsx")


# -- STAC -----------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["none", "polygon"])
def test_the_collection_is_valid_stac(kind: str) -> None:
    entry = Entry(
        sha256="0" * 64,
        bytes=1,
        format="csv",
        datum="wgs84",
        layers=("sample",),
        rows=9,
        media="text/csv",
    )
    content = json.loads(stac.collection(item(kind), {"sample.csv": entry}))
    collection = pystac.Collection.from_dict(content)
    collection.extra_fields.pop("stac_extensions", None)
    collection.stac_extensions = []  # their schemas are on the web
    assert collection.validate()
    assert collection.assets["sample.csv"].href == "./sample.csv"
    assert pystac.Catalog.from_dict(json.loads(stac.catalog(["a.stac.json"]))).validate()


@pytest.mark.parametrize("datum", ["cgcs2000", "gcj02"])
def test_another_datum_is_there_in_coordinates_and_named(datum: Any, tmp_path: Path) -> None:
    told, plain = item("point", datum=datum), item("point")
    path = tmp_path / "x.gpkg"
    geopackage.write([told], path)
    _, shapes = ogr(path, "sample")
    moved = [
        np.hypot(*(np.array(shapes[k].coords[0]) - s.coords[0]))
        for k, s in zip(plain.layer.table["code"], plain.layer.table.geometry, strict=True)
        if s is not None
    ]
    base = sqlite3.connect(path)
    (code,) = base.execute("SELECT srs_id FROM gpkg_geometry_columns").fetchone()
    base.close()
    if datum == "cgcs2000":
        assert code == 4490
        assert max(moved) == 0
    else:
        assert code not in (4326, 4490)
        assert 0.0005 < min(moved) < max(moved) < 0.01
        shapefile.write(told, tmp_path / "s")
        assert not (tmp_path / "s" / "sample.prj").exists()
        geoparquet.write(told, tmp_path / "x.parquet")
        geo = json.loads(pq.read_schema(tmp_path / "x.parquet").metadata[b"geo"])
        assert geo["columns"]["geometry"]["crs"] is None
