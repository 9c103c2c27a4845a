"""Features of GeoJSON as lines of text, and such lines counted."""

from __future__ import annotations

import functools
import json
import os
from pathlib import Path
from typing import BinaryIO

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.json as pa_json
import shapely
from shapely.geometry import mapping

from gisplan.formats import bulk_text as bulk
from gisplan.formats.prepared import oriented

#: Decimals of a degree: 0.1 m, and as many as RFC 7946 asks a writer to keep to.
DECIMALS = 6
#: What ends a collection, after its last feature.
FOOT = b"\n]}\n"
#: Bytes that are read back at once.
_BLOCK = 1 << 24
# What a text of JSON can't hold as it is.
_ESCAPED = r'["\\[:cntrl:]]'
_POINT = 0
#: Names in the format of shapely's numbers of kinds whose coordinates are nested lists.
_KINDS = {
    0: "Point",
    1: "LineString",
    3: "Polygon",
    4: "MultiPoint",
    5: "MultiLineString",
    6: "MultiPolygon",
}
_quoted = functools.partial(json.dumps, ensure_ascii=False)


def feature_lines(
    columns: pa.Table, shapes: np.ndarray, *, between: str, boxes: bool = False
) -> memoryview:
    """Give features as bytes, one after the other.

    Parameters
    ----------
    columns : pyarrow.Table
        Properties: text, numbers, booleans and dates, written as
        :func:`gisplan.formats.bulk_text.cells` says.
    shapes : numpy.ndarray of shapely geometries or None, shape (n,)
        Geometries in two dimensions, one a row, at least one. Points are rounded here; others
        come rounded.
    between : str
        What parts them.
    boxes : bool
        Whether lines and polygons get a bounding box; that of a point says nothing new.

    Returns
    -------
    memoryview
        UTF-8.
    """
    parts: list[pa.Array | str] = ['{"type":"Feature","properties":{']
    for at, name in enumerate(columns.column_names):
        parts += [f"{',' if at else ''}{_quoted(name)}:", _values(columns.column(name))]
    parts.append("},")
    if boxes and not are_points(shapes):
        parts.append(_boxes(shapes))
    shape = bulk.filled(bulk.by_kind(shapes, _geometries), "null")
    lines = bulk.put_together(*parts, '"geometry":', shape, f"}}{between}")
    return bulk.as_bytes(lines)[: -len(between)]


def _values(values: pa.ChunkedArray) -> pa.Array:
    texts = bulk.cells(values)
    if bulk.is_text(values):
        texts = bulk.put_together('"', bulk.replaced(texts, _ESCAPED, _inside), '"')
    elif pa.types.is_date(values.type):
        texts = bulk.put_together('"', texts, '"')
    return bulk.filled(texts, "null")


def _inside(text: str) -> str:
    return _quoted(text)[1:-1]


def are_points(shapes: np.ndarray) -> bool:
    """Tell whether shapes are points, or nothing.

    Parameters
    ----------
    shapes : numpy.ndarray of shapely geometries or None
        Geometries.

    Returns
    -------
    bool
        If all of them are.
    """
    return bool(np.isin(shapely.get_type_id(shapes), (-1, _POINT)).all())


def _boxes(shapes: np.ndarray) -> pa.Array:
    sides = [bulk.degrees(side, decimals=DECIMALS) for side in shapely.bounds(shapes).T]
    west, south, east, north = sides
    return bulk.filled(bulk.put_together('"bbox":[', west, ",", south, ",", east, ",", north, "],"))


def _geometries(shapes: np.ndarray, kind: int) -> pa.Array:
    if kind not in _KINDS:
        told = [json.dumps(mapping(shape), separators=(",", ":")) for shape in shapes]
        return pa.array(told, pa.large_string())
    # what is empty has no coordinates to nest: an empty list at any depth
    _, corners, levels = shapely.to_ragged_array(oriented(shapes))
    sides = [bulk.degrees(corners[:, at], decimals=DECIMALS) for at in range(2)]
    texts = bulk.put_together("[", sides[0], ",", sides[1], "]")
    for level in levels:
        texts = bulk.put_together("[", bulk.joined(level, texts, ","), "]")
    return bulk.put_together(f'{{"type":"{_KINDS[kind]}","coordinates":', texts, "}")


def count_lines(path: Path) -> int:
    """Read every feature of a file with a feature a line, and count them.

    Parameters
    ----------
    path : Path
        The file.

    Returns
    -------
    int
        Features; -1 if a line is not JSON.
    """
    with path.open("rb") as file:
        return _count(file, end=path.stat().st_size)


def count_collection(path: Path) -> int:
    """Read every feature of a collection with a feature a line, and count them.

    Parameters
    ----------
    path : Path
        The file, as :mod:`gisplan.formats.geojson` writes it.

    Returns
    -------
    int
        Features; -1 if the file is not whole, or a line is not JSON.
    """
    with path.open("rb") as file:
        head = file.readline()
        end = file.seek(-len(FOOT), os.SEEK_END)
        try:
            json.loads(head + file.read())
        except ValueError:
            return -1
        file.seek(len(head))
        return _count(file, end=end)


def _count(file: BinaryIO, *, end: int) -> int:
    options = pa_json.ParseOptions(
        explicit_schema=pa.schema([("type", pa.string())]), unexpected_field_behavior="ignore"
    )
    rows = 0
    while (left := end - file.tell()) > 0:
        # some lines; a line feed stands nowhere but at their ends, for in a text it is escaped
        block = file.read(_BLOCK) + file.readline() if left > _BLOCK else file.read(left)
        lines = block.replace(b",\n", b"\n")
        whole = pa_json.ReadOptions(block_size=len(lines) + 1, use_threads=False)
        try:
            found = pa_json.read_json(pa.BufferReader(lines), whole, options).column("type")
        except pa.ArrowInvalid:
            return -1
        rows += pc.sum(pc.equal(found, "Feature")).as_py() or 0
    return rows
