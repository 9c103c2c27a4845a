"""Whole files of a kind, odd in what they hold and not in their bytes, to fuzz its reader."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping
from typing import Any
from xml.sax.saxutils import escape, quoteattr

import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
from hypothesis import strategies as st

_LETTERS = st.characters(exclude_categories=["Cs", "Cc"])
_ODD = ["", " ", "节能、环保", "名称", "\u3000", "=1+1", "NaN", "null", "1e400", "2018-06-02", "𠮷"]
_FIELDS = ["名称", "a", "A", "geometry", "fid", "id", "经度", ""]
_NAMES = st.one_of(st.sampled_from(_FIELDS), st.text(_LETTERS, max_size=6))
_SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(2**70), 2**70),
    st.floats(),
    st.sampled_from(_ODD),
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=8),
)
_VALUES = st.recursive(
    _SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_NAMES, inner, max_size=3),
    max_leaves=5,
)
_NUMBERS = st.one_of(
    st.floats(-180, 180), st.integers(-200, 200), st.floats(), st.none(), st.text(max_size=2)
)
_POSITIONS = st.lists(_NUMBERS, max_size=4)
_TYPES = st.sampled_from(
    ["Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon", "Curve"]
)
_COORDINATES = st.recursive(_POSITIONS, lambda inner: st.lists(inner, max_size=4), max_leaves=6)
_SHAPES = st.one_of(
    st.none(),
    st.fixed_dictionaries({"type": _TYPES, "coordinates": _COORDINATES}),
    st.fixed_dictionaries(
        {
            "type": st.just("GeometryCollection"),
            "geometries": st.lists(
                st.fixed_dictionaries({"type": _TYPES, "coordinates": _COORDINATES}), max_size=2
            ),
        }
    ),
)
_FEATURES = st.fixed_dictionaries(
    {
        "type": st.just("Feature"),
        "properties": st.none() | st.dictionaries(_NAMES, _VALUES, max_size=4),
        "geometry": _SHAPES,
    },
    optional={"id": _SCALARS, "bbox": _POSITIONS},
)


def _geojson(given: tuple[list[Any], bool, str]) -> bytes:
    members, by_line, code = given
    texts = [json.dumps(member, ensure_ascii=False) for member in members]
    body = "\n".join(texts)
    if not by_line:
        body = '{"type": "FeatureCollection", "features": [' + ",\n".join(texts) + "]}"
    return body.encode(code)


def _kml(given: tuple[list[tuple[str, str, str, str]], bool, str]) -> bytes:
    marks, wrapped, code = given
    body = ""
    for name, field, value, coordinates in marks:
        body += (
            f"<Placemark><name>{escape(name)}</name><ExtendedData><Data name={quoteattr(field)}>"
            f"<value>{escape(value)}</value></Data></ExtendedData>"
            f"<Point><coordinates>{escape(coordinates)}</coordinates></Point></Placemark>\n"
        )
    body = f"<Document>{body}</Document>" if wrapped else body
    head = f'<?xml version="1.0" encoding="{code}"?>\n<kml xmlns="http://www.opengis.net/kml/2.2">'
    return f"{head}{body}</kml>".encode(code)


def _csv(given: tuple[list[list[str]], str, str, str]) -> bytes:
    rows, separator, end, code = given
    quoted = [['"' + cell.replace('"', '""') + '"' for cell in row] for row in rows]
    return end.join(separator.join(row) for row in quoted).encode(code, "ignore")


def _xlsx(rows: list[list[Any]]) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _parquet(given: tuple[list[Any], bool]) -> bytes:
    values, as_list = given
    times = pa.array([1 + at for at in range(len(values))], pa.time64("ns"))
    for cells in ([[value] if as_list else value for value in values], [str(v) for v in values]):
        out = io.BytesIO()
        try:
            pq.write_table(pa.table({"a": pa.array(cells), "t": times}), out)
        except (pa.ArrowException, OverflowError, TypeError, ValueError):
            continue  # of several types, or none that Parquet has
        return out.getvalue()
    raise AssertionError(values)


_TEXT = st.one_of(
    st.sampled_from(_ODD),
    st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n\t"), max_size=6),
)
_KML_TEXT = st.sampled_from([*_ODD, "甲", "<b>", "&amp;"])
_CELLS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(2**60), 2**60),
    st.sampled_from(_ODD),
    st.floats(allow_nan=False, allow_infinity=False),
)
#: Ending -> files of that kind.
FILES: Mapping[str, st.SearchStrategy[bytes]] = {
    ".geojson": st.tuples(
        st.lists(_FEATURES, max_size=5), st.booleans(), st.sampled_from(["utf-8", "gb18030"])
    ).map(_geojson),
    ".kml": st.tuples(
        st.lists(
            st.tuples(
                _KML_TEXT,
                _KML_TEXT,
                _KML_TEXT,
                st.sampled_from(
                    ["103,36", "103,36,0", "", "x", "103 36", "1e999,2", "103,36 104,37", "103,"]
                ),
            ),
            max_size=4,
        ),
        st.booleans(),
        st.sampled_from(["utf-8", "gb18030", "utf-16"]),
    ).map(_kml),
    ".csv": st.tuples(
        st.lists(st.lists(_TEXT, min_size=1, max_size=4), max_size=6),
        st.sampled_from([",", "\t", ";", "|", "，"]),
        st.sampled_from(["\n", "\r\n", "\r"]),
        st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "gb18030"]),
    ).map(_csv),
    ".xlsx": st.lists(st.lists(_CELLS, max_size=4), max_size=5).map(_xlsx),
    ".parquet": st.tuples(st.lists(_VALUES, max_size=4), st.booleans()).map(_parquet),
}
