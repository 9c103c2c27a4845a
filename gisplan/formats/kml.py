"""KML for globes and phones; WGS 84 by definition."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
import shapely

from gisplan.catalog.layer import Layer
from gisplan.formats import bulk_text as bulk
from gisplan.formats.prepared import Prepared, attributes, oriented
from gisplan.formats.through_gdal import narrowed
from gisplan.text import Text

_SPACE = "http://www.opengis.net/kml/2.2"
# XML 1.0 has no way to hold these.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
# What can't stand in it as it is; a line break of Windows would be read as another.
_ESCAPED = r"[&<>[:cntrl:]\x{FFFE}\x{FFFF}]"
#: Types of KML; it knows no whole numbers of 64 bits and no dates.
_TYPES = {pa.int32(): "int", pa.float64(): "double", pa.bool_(): "bool"}
_POLYGON = 3
#: Elements by shapely's numbers of kinds; the others are made of these.
_SINGLE = {0: "Point", 1: "LineString", 3: "Polygon"}


def write(item: Prepared, path: Path) -> None:
    """Write a layer as KML, all columns as typed extended data, a placemark a line.

    What XML can't hold (:func:`losses`) becomes U+FFFD.
    A placemark's name is the feature's Chinese name, or the first column of its key.

    Parameters
    ----------
    item : Prepared
        With shapes, in WGS 84.
    path : pathlib.Path
        The file to write.

    Raises
    ------
    OSError
        If it can't be written.
    """
    with path.open("wb") as file:
        file.writelines(_document(item))


def _document(item: Prepared) -> Iterator[bytes | memoryview]:
    columns = narrowed(attributes(item.layer))
    title, about = _held(item.spec.title.zh), _held(item.spec.description.zh)
    fields = "".join(
        f"<SimpleField name={quoteattr(f.name)} type={quoteattr(_TYPES.get(f.type, 'string'))}/>\n"
        for f in columns.schema
    )
    schema = quoteattr(f"{item.name}.schema")
    yield (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="{_SPACE}">\n'
        f'<Document id="root_doc">\n<name>{title}</name>\n'
        f"<Schema id={schema} name={quoteattr(item.name)}>\n{fields}</Schema>\n"
        f"<Document id={quoteattr(item.name)}>\n<name>{title}</name>\n"
        f"<description>{about}</description>\n"
    ).encode()
    shapes = item.layer.table.geometry.to_numpy()
    for rows in bulk.runs(shapes):
        part = columns.slice(rows.start, rows.stop - rows.start)
        yield _placemarks(item, part, shapes[rows], first=rows.start + 1)
    yield b"</Document>\n</Document>\n</kml>\n"


def _placemarks(item: Prepared, columns: pa.Table, shapes: np.ndarray, *, first: int) -> memoryview:
    texts = {name: _cells(columns.column(name)) for name in columns.column_names}
    data = [
        bulk.put_together(f"<SimpleData name={quoteattr(name)}>", cells, "</SimpleData>")
        for name, cells in texts.items()
    ]
    number = pa.chunked_array([np.arange(first, first + len(shapes))])
    lines = bulk.put_together(
        f"<Placemark id={quoteattr(item.name)[:-1]}.",
        bulk.cells(number),
        '">',
        bulk.filled(bulk.put_together("<name>", texts[name_column(item)], "</name>")),
        f"<ExtendedData><SchemaData schemaUrl={quoteattr(f'#{item.name}.schema')}>",
        *map(bulk.filled, data),
        "</SchemaData></ExtendedData>",
        bulk.filled(_elements(shapes)),
        "</Placemark>\n",
    )
    return bulk.as_bytes(lines)


def _cells(values: pa.ChunkedArray) -> pa.Array:
    texts = bulk.cells(values)
    return bulk.replaced(texts, _ESCAPED, _held) if bulk.is_text(values) else texts


def _elements(shapes: np.ndarray) -> pa.Array:
    """Give shapes as elements.

    Parameters
    ----------
    shapes : numpy.ndarray of shapely geometries or None, shape (n,)
        Geometries, empty where there is none.

    Returns
    -------
    pyarrow.Array
        One text a shape, null where it is missing or empty.
    """
    full = shapes.copy()
    full[shapely.is_empty(shapes)] = None
    return bulk.by_kind(full, _elements_of)


def _elements_of(shapes: np.ndarray, kind: int) -> pa.Array:
    if kind not in _SINGLE:
        parts, whole = shapely.get_parts(shapes, return_index=True)
        bounds = np.searchsorted(whole, np.arange(len(shapes) + 1))
        elements = bulk.joined(bounds, bulk.filled(_elements(parts)), "")
        return bulk.put_together("<MultiGeometry>", elements, "</MultiGeometry>")
    _, corners, levels = shapely.to_ragged_array(oriented(shapes))
    name, sides = _SINGLE[kind], [bulk.degrees(side) for side in corners.T]
    texts = bulk.put_together(sides[0], ",", sides[1])
    if len(sides) > 2:
        texts = bulk.put_together(texts, ",", bulk.filled(sides[2], "0"))
    if levels:
        texts = bulk.joined(levels[0], texts, " ")
    texts = bulk.put_together("<coordinates>", texts, "</coordinates>")
    if kind == _POLYGON:
        first = np.zeros(len(texts), dtype=np.bool_)
        first[levels[1][:-1]] = True
        sort = pc.if_else(pa.array(first), *(pa.scalar(w, texts.type) for w in ("outer", "inner")))
        ring = ("BoundaryIs><LinearRing>", texts, "</LinearRing></", sort, "BoundaryIs>")
        texts = bulk.joined(levels[1], bulk.put_together("<", sort, *ring), "")
    return bulk.put_together(f"<{name}>", texts, f"</{name}>")


def count(path: Path) -> int:
    """Read the file to its end and count its placemarks.

    Parameters
    ----------
    path : pathlib.Path
        The file.

    Returns
    -------
    int
        Placemarks; -1 if it is no whole XML.
    """
    marks = 0

    def begin(name: str, _: object) -> None:
        nonlocal marks
        marks += name == "Placemark"

    reader = expat.ParserCreate()
    reader.StartElementHandler = begin
    with path.open("rb") as file:
        try:
            reader.ParseFile(file)
        except expat.ExpatError:
            return -1
    return marks


def name_column(item: Prepared) -> str:
    """Give the column that names a placemark.

    Parameters
    ----------
    item : Prepared
        The layer and its symbology.

    Returns
    -------
    str
        The column by which the map labels it, else ``name_zh``, ``name`` or the first of the key.
    """
    wanted = (item.symbology.label if item.symbology else None, "name_zh", "name", item.spec.key[0])
    return next(name for name in wanted if name in item.spec.column_names)


def losses(layer: Layer) -> tuple[Text, ...]:
    """Tell how many texts of a layer hold characters that KML can't.

    Parameters
    ----------
    layer : Layer
        The layer.

    Returns
    -------
    tuple of Text
        Empty if there are none.
    """
    count = sum(
        int(_texts(layer.table[column.name]).str.contains(_UNWRITABLE).sum())
        for column in layer.spec.columns
        if column.type == "text"
    )
    if not count:
        return ()
    return (
        Text(
            f"{count} 处文字含 KML 不能保存的控制字符，已写作 �",
            f"{count} text(s) hold control characters, which KML can't; written as �",
        ),
    )


def _texts(values: pd.Series[Any]) -> pd.Series[str]:
    return values.dropna().astype(str)


def _held(text: str) -> str:
    """Escape a text, with U+FFFD in place of what XML can't hold.

    Parameters
    ----------
    text : str
        Text of a cell.

    Returns
    -------
    str
        Text that reads back the same: XML would take the line break of Windows for another.
    """
    return escape(_UNWRITABLE.sub("\ufffd", text), {"\r": "&#13;"})
