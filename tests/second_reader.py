"""How many rows a file has by a reader that gisplan does not use, for every kind there is one."""

from __future__ import annotations

import csv
import json
import re
import sqlite3
import struct
import zipfile
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from xml.etree import ElementTree

import duckdb
import openpyxl
import pyogrio
import shapefile
import xlrd


def _csv(path: Path) -> int:
    return len(list(csv.reader(path.read_text("gb18030").splitlines()))) - 1


def _xlsx(path: Path) -> int:
    sheet = openpyxl.load_workbook(path).active
    return sum(any(row) for row in sheet.iter_rows(values_only=True)) - 2  # title, heading


def _xls(path: Path) -> int:
    sheet = xlrd.open_workbook(path).sheet_by_index(0)
    return sum(any(sheet.row_values(at)) for at in range(sheet.nrows)) - 2


def _ods(path: Path) -> int:
    with zipfile.ZipFile(path) as archive:
        root = ElementTree.fromstring(archive.read("content.xml"))
    rows = [node for node in root.iter() if _local(node) == "table-row"]
    return sum(any(_local(part) == "p" for part in row.iter()) for row in rows) - 1


def _local(node: ElementTree.Element) -> str:
    return node.tag.rpartition("}")[2]


def _json(path: Path) -> int:
    return len(json.loads(path.read_text("utf-8"))["features"])


def _lines(path: Path) -> int:
    return sum(1 for line in path.read_text("utf-8").splitlines() if json.loads(line))


def _xml(text: str | bytes, *names: str) -> int:
    return sum(_local(node) in names for node in ElementTree.fromstring(text).iter())


def _kmz(path: Path) -> int:
    with zipfile.ZipFile(path) as archive:
        return _xml(archive.read("doc.kml"), "Placemark")


def _zip(path: Path) -> int:
    with zipfile.ZipFile(path) as archive:
        names = {name[-4:]: name for name in archive.namelist()}
        parts = {end[1:]: archive.open(names[end]) for end in (".shp", ".shx", ".dbf")}
        return len(shapefile.Reader(**parts, encoding="gb18030"))


def _gpkg(path: Path) -> int:
    with sqlite3.connect(path) as base:
        names = base.execute("select table_name from gpkg_contents").fetchall()
        counts = [base.execute(f'select count(*) from "{name}"').fetchone() for (name,) in names]
    base.close()
    return sum(count for (count,) in counts)


def _dxf(path: Path) -> int:
    entities = path.read_text().split("ENTITIES", 1)[1]
    return len(re.findall(r"^\s*0\n(?!ENDSEC|EOF)[A-Z]+$", entities, re.MULTILINE))


def _mif(path: Path) -> int:
    below = path.read_bytes().decode("latin-1").lower().split("\ndata\n", 1)[1]
    return len(re.findall(r"^\s*(?:point|none)\b", below, re.MULTILINE))


def _tab(path: Path) -> int:
    (count,) = struct.unpack_from("<I", path.with_suffix(".dat").read_bytes(), 4)
    return int(count)


def _gdal(path: Path) -> int:
    return int(pyogrio.read_info(path, force_feature_count=True)["features"])


def _parquet(path: Path) -> int:
    found = duckdb.execute("select count(*) from read_parquet(?)", [str(path)]).fetchone()
    return int(found[0]) if found else 0


#: Ending -> how the rows are counted. GDAL itself, with nothing of ours, where it is all there is.
COUNTS: dict[str, Callable[[Path], int]] = {
    ".csv": _csv,
    ".xlsx": _xlsx,
    ".xls": _xls,
    ".ods": _ods,
    ".geojson": _json,
    ".json": _json,
    ".geojsonl": _lines,
    ".kml": lambda path: _xml(path.read_bytes(), "Placemark"),
    ".kmz": _kmz,
    ".gpx": lambda path: _xml(path.read_bytes(), "wpt", "rte", "trk"),
    ".dxf": _dxf,
    ".mif": _mif,
    ".tab": _tab,
    ".shp": lambda path: len(shapefile.Reader(str(path))),
    ".zip": _zip,
    ".gpkg": _gpkg,
    ".gdb": _gdal,
    ".fgb": _gdal,
    ".parquet": _parquet,
}


def spatial_duckdb(folder: Path) -> duckdb.DuckDBPyConnection:
    """DuckDB with its spatial extension, which a package brings, kept in a folder."""
    found = find_spec("duckdb_extension_spatial")
    assert found is not None
    assert found.origin is not None
    (file,) = Path(found.origin).parent.rglob("*.duckdb_extension")
    base = duckdb.connect(config={"extension_directory": str(folder)})
    base.execute(f"INSTALL '{file}'")
    base.load_extension("spatial")
    return base
