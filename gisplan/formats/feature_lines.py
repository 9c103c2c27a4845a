"""Features of GeoJSON as lines of text, put together column by column.

All texts are made by Arrow's own loops, without an object for each cell: a file of some
hundred thousand points takes less time so than through any writer that goes feature by feature.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import BinaryIO

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.json as pa_json
import shapely
from shapely.geometry import mapping

from gisplan.arrays import Floats
from gisplan.formats.prepared import oriented

#: Decimals of a degree: 0.1 m, and as many as RFC 7946 asks a writer to keep to.
DECIMALS = 6
#: What ends a collection, after its last feature.
FOOT = b"\n]}\n"
#: Corners, and rows beside them, whose lines are put together at once.
_CORNERS, _ROWS = 500_000, 50_000
#: Bytes that are read back at once.
_BLOCK = 1 << 24
#: Whole numbers up to here are written without an exponent.
_WHOLE = 2.0**53
_TEXT = pa.large_string()
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


def pieces(shapes: np.ndarray) -> Iterator[slice]:
    """Cut rows into runs whose features are put together at once.

    Parameters
    ----------
    shapes : numpy.ndarray of shapely geometries or None, shape (n,)
        Geometries, empty where there is none.

    Yields
    ------
    slice
        Rows, one run after the other; a shape of many corners is a run of its own.
    """
    corners = np.cumsum(shapely.get_num_coordinates(shapes)) // _CORNERS
    run = corners + np.arange(len(shapes)) // _ROWS
    bounds = [0, *(np.flatnonzero(np.diff(run)) + 1).tolist(), len(shapes)]
    yield from (slice(a, b) for a, b in pairwise(bounds) if a < b)


def feature_lines(
    columns: pa.Table, shapes: np.ndarray, *, between: str, boxes: bool = False
) -> memoryview:
    """Give features as bytes, one after the other.

    Parameters
    ----------
    columns : pyarrow.Table
        Properties: text, numbers, booleans and dates. A number has as few digits as give the
        same double, a point if it is no whole number's column, and none if it is not finite.
    shapes : numpy.ndarray of shapely geometries or None, shape (n,)
        Geometries in two dimensions, one a row, at least one. Points are rounded
        here; others come rounded.
    between : str
        What parts them.
    boxes : bool
        Whether lines and polygons get a bounding box; that of a point says nothing new.

    Returns
    -------
    memoryview
        UTF-8.
    """
    parts: list[pa.Array | pa.Scalar] = []
    plain = '{"type":"Feature","properties":{'
    for at, name in enumerate(columns.column_names):
        plain += f"{',' if at else ''}{_quoted(name)}:"
        parts += [pa.scalar(plain, _TEXT), _values(columns.column(name))]
        plain = ""
    plain += "},"
    if boxes and not are_points(shapes):
        parts += [pa.scalar(plain, _TEXT), _boxes(shapes)]
        plain = ""
    parts += [pa.scalar(f'{plain}"geometry":', _TEXT), _geometries(shapes)]
    ends = (pa.scalar(f"}}{between}", _TEXT), pa.scalar("", _TEXT))
    lines = pc.binary_join_element_wise(*parts, *ends)
    size = pc.sum(pc.binary_length(lines)).as_py() - len(between)
    return memoryview(lines.buffers()[2])[:size]


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _values(values: pa.ChunkedArray) -> pa.Array:
    cells = pa.concat_arrays(values.chunks) if values.num_chunks else pa.array([], values.type)
    kind = cells.type
    if pa.types.is_string(kind) or pa.types.is_large_string(kind):
        texts = _strings(cells.cast(_TEXT))
    elif pa.types.is_floating(kind):
        texts = _numbers(cells)
    elif pa.types.is_date(kind):
        texts = _between('"', cells.cast(pa.string()).cast(_TEXT), '"')
    else:
        texts = cells.cast(pa.string()).cast(_TEXT)
    return pc.fill_null(texts, pa.scalar("null", _TEXT))


def _strings(texts: pa.Array) -> pa.Array:
    odd = pc.fill_null(pc.match_substring_regex(texts, _ESCAPED), False)
    quoted = _between('"', texts, '"')
    if not pc.any(odd).as_py():
        return quoted
    escaped = [_quoted(text) for text in texts.filter(odd).to_pylist()]
    return pc.replace_with_mask(quoted, odd, pa.array(escaped, type=_TEXT))


def _numbers(numbers: pa.Array) -> pa.Array:
    finite = pc.is_finite(numbers)
    known = pc.if_else(finite, numbers, pa.scalar(None, numbers.type))
    whole = pc.and_(pc.equal(known, pc.trunc(known)), pc.less(pc.abs(known), _WHOLE))
    integers = pc.if_else(whole, known, 0.0).cast(pa.int64()).cast(pa.string())
    return pc.if_else(
        whole,
        pc.binary_join_element_wise(integers, ".0", ""),
        known.cast(pa.string()),
    ).cast(_TEXT)


def _between(before: str, texts: pa.Array, after: str) -> pa.Array:
    first, last, none = (pa.scalar(part, _TEXT) for part in (before, after, ""))
    return pc.binary_join_element_wise(first, texts, last, none)


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


def _degrees(values: Floats) -> pa.Array:
    # a zero has no sign
    return (
        pa.array(np.round(values, DECIMALS) + 0.0, from_pandas=True).cast(pa.string()).cast(_TEXT)
    )


def _boxes(shapes: np.ndarray) -> pa.Array:
    texts: list[pa.Array | pa.Scalar] = []
    for at, side in enumerate(shapely.bounds(shapes).T):
        texts += [pa.scalar("," if at else '"bbox":[', _TEXT), _degrees(side)]
    ends = (pa.scalar("],", _TEXT), pa.scalar("", _TEXT))
    return pc.fill_null(pc.binary_join_element_wise(*texts, *ends), pa.scalar("", _TEXT))


def _geometries(shapes: np.ndarray) -> pa.Array:
    kinds, bare = shapely.get_type_id(shapes), shapely.is_empty(shapes)
    texts: list[pa.Array] = [pa.array(["null"], _TEXT)]
    # where the text of each row stands among these
    place, last = np.zeros(len(shapes), dtype=np.int64), 1
    for kind, name in _KINDS.items():
        for rows, of in (
            (np.flatnonzero((kinds == kind) & ~bare), _coordinates),
            (np.flatnonzero((kinds == kind) & bare), _nothing),
        ):
            if len(rows):
                of_kind = of(shapes[rows])
                texts.append(_between(f'{{"type":"{name}","coordinates":', of_kind, "}"))
                place[rows] = np.arange(last, last + len(rows))
                last += len(rows)
    rest = np.flatnonzero(~np.isin(kinds, (-1, *_KINDS)))
    if len(rest):
        told = [json.dumps(mapping(shape), separators=(",", ":")) for shape in shapes[rest]]
        texts.append(pa.array(told, _TEXT))
        place[rest] = np.arange(last, last + len(rest))
    return pa.concat_arrays(texts).take(pa.array(place))


def _coordinates(shapes: np.ndarray) -> pa.Array:
    """Give the coordinates of shapes of one kind, each as long as it is.

    Parameters
    ----------
    shapes : numpy.ndarray
        Geometries of one kind, none missing or empty.

    Returns
    -------
    pyarrow.Array
        Nested lists of JSON, one a shape.
    """
    _, corners, levels = shapely.to_ragged_array(oriented(shapes))
    sides = [_degrees(corners[:, at]) for at in range(2)]
    comma, none = pa.scalar(",", _TEXT), pa.scalar("", _TEXT)
    texts = _between("[", pc.binary_join_element_wise(sides[0], comma, sides[1], none), "]")
    for level in levels:
        of_each = pa.LargeListArray.from_arrays(pa.array(level, pa.int64()), texts)
        texts = _between("[", pc.binary_join(of_each, comma), "]")
    return texts


def _nothing(shapes: np.ndarray) -> pa.Array:
    return pa.array(["[]"] * len(shapes), _TEXT)


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
