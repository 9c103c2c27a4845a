"""A layer made ready to be written: its table in typed columns, its datum, its symbology."""

from __future__ import annotations

import datetime
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pandas as pd
import pyarrow as pa
import shapely

from gisplan.catalog.layer import Column, Layer, LayerSpec
from gisplan.errors import DataError, OptionError
from gisplan.formats.datums import Datum
from gisplan.places.planes import Plane
from gisplan.render.style.symbology import MISSING, Symbology
from gisplan.text import LANGS, Lang, Text

#: Stands where a format must have a time and SOURCE_DATE_EPOCH gives none: the first day that a
#: zip archive can hold.
EPOCH = datetime.datetime(1980, 1, 1, tzinfo=datetime.UTC)
GEOMETRY = "geometry"
_TYPES: Mapping[str, pa.DataType] = {
    "text": pa.string(),
    "adcode": pa.string(),
    "integer": pa.int64(),
    "number": pa.float64(),
    "boolean": pa.bool_(),
    "date": pa.date32(),
}
#: shapely's numbers of kinds that have rings: polygons, multiple ones, and collections.
_AREAS = (3, 6, 7)
_POINT = 0
_POINT_WKB = np.dtype([("order", "u1"), ("kind", "<u4"), ("corner", "<f8", 2)])


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """A layer ready to be written.

    Attributes
    ----------
    layer : Layer
        Its table already in ``datum``.
    datum : {"wgs84", "cgcs2000", "gcj02"}
        What its coordinates are in.
    symbology : Symbology, optional
        How it is drawn; one plain symbol if left out.
    plane : Plane, optional
        The projected system of formats that are drawn in metres.
    """

    layer: Layer
    datum: Datum = "wgs84"
    symbology: Symbology | None = None
    plane: Plane | None = None

    @property
    def spec(self) -> LayerSpec:
        """The layer's declaration.

        Returns
        -------
        LayerSpec
            With columns, sources and licence.
        """
        return self.layer.spec

    @property
    def name(self) -> str:
        """The layer's name.

        Returns
        -------
        str
            The name that files and tables get.
        """
        return self.layer.spec.name

    @property
    def has_shapes(self) -> bool:
        """Whether the layer's rows have geometry; else it is a table, or a raster.

        Returns
        -------
        bool
            True for points, lines and polygons.
        """
        return not self.is_raster and isinstance(self.layer.table, gpd.GeoDataFrame)

    @property
    def lacks_values(self) -> bool:
        """Whether rows have no value in the column that the symbology goes by.

        Returns
        -------
        bool
            False without classes, and of rasters.
        """
        drawing = self.symbology
        if drawing is None or drawing.column is None or self.is_raster:
            return False
        if drawing.kind == "flows":
            return bool(self.layer.table[drawing.column.name].isna().any())
        return bool((drawing.classes_of(self.layer.table) == MISSING).any())

    @property
    def is_raster(self) -> bool:
        """Whether the layer is made of cells.

        Returns
        -------
        bool
            True for a raster.
        """
        return self.layer.raster is not None


def build_time() -> datetime.datetime | None:
    """Give the time that SOURCE_DATE_EPOCH names, or None; the clock is never asked.

    Returns
    -------
    datetime.datetime or None
        In UTC.

    Raises
    ------
    OptionError
        If the variable holds no seconds since 1970.
    """
    given = os.environ.get("SOURCE_DATE_EPOCH")
    if given is None:
        return None
    try:
        return datetime.datetime.fromtimestamp(int(given), tz=datetime.UTC)
    except (ValueError, OverflowError, OSError) as error:
        raise OptionError(
            Text(
                f"环境变量 SOURCE_DATE_EPOCH 应为 1970 年以来的秒数，现为 {given!r}",
                f"SOURCE_DATE_EPOCH must be seconds since 1970; it is {given!r}",
            )
        ) from error


def stamp() -> datetime.datetime:
    """Give the time for formats that must have one: :func:`build_time`, else :data:`EPOCH`.

    Returns
    -------
    datetime.datetime
        In UTC, no earlier than 1980.
    """
    return max(build_time() or EPOCH, EPOCH)


def attributes(layer: Layer) -> pa.Table:
    """Give the declared columns with their types, empty values as nulls.

    Parameters
    ----------
    layer : Layer
        The layer.

    Returns
    -------
    pyarrow.Table
        Text and adcode as string, integer as int64, number as double, boolean as bool, date as
        date32.
    """
    names = aliases(layer.spec)
    fields = [
        pa.field(c.name, _TYPES[c.type], metadata=_described(c, names[c.name]))
        for c in layer.spec.columns
    ]
    arrays = [_array(layer.table[c.name], c) for c in layer.spec.columns]
    return pa.table(arrays, schema=pa.schema(fields))


def aliases(spec: LayerSpec) -> dict[str, str]:
    """Give each column's Chinese title, made unique with its name where two share one.

    Parameters
    ----------
    spec : LayerSpec
        The declaration.

    Returns
    -------
    dict of str to str
        Title by column.
    """
    titles = [c.title.zh for c in spec.columns]
    return {
        c.name: c.title.zh if titles.count(c.title.zh) == 1 else f"{c.title.zh}（{c.name}）"
        for c in spec.columns
    }


def description(column: Column) -> str:
    """Say in one line, in both languages, what a column holds, in what unit, and how it came.

    Parameters
    ----------
    column : Column
        The column's declaration.

    Returns
    -------
    str
        Chinese, a bar, English.
    """
    return " | ".join(_line(column, lang) for lang in LANGS)


def _line(column: Column, lang: Lang) -> str:
    comma, stop = ("，", "；") if lang == "zh" else (", ", "; ")
    head = column.title_with_unit.get(lang)
    if column.derived:
        head += comma + Text("推算", "derived").get(lang)
    return stop.join([head, *([column.meaning.get(lang)] if column.meaning else [])])


def _described(column: Column, alias: str) -> dict[str, str]:
    """Give the keys by which GDAL takes an alias and a comment from a field of Arrow.

    Parameters
    ----------
    column : Column
        The column's declaration.
    alias : str
        Its title.

    Returns
    -------
    dict of str to str
        Metadata of the field.
    """
    return {
        "GDAL:OGR:alternative_name": alias,
        "GDAL:OGR:comment": description(column),
    }


def _array(values: pd.Series, column: Column) -> pa.Array:
    kind = _TYPES[column.type]
    if column.type == "date":
        days = values.astype("datetime64[s]").to_numpy()
        return pa.array(days.astype("datetime64[D]"), type=kind, from_pandas=True)
    return pa.Array.from_pandas(values, type=kind)


def placed(layer: Layer) -> np.ndarray:
    """Tell which rows have a position.

    Parameters
    ----------
    layer : Layer
        With shapes.

    Returns
    -------
    numpy.ndarray of bool, shape (rows,)
        False where there is no shape, or one without a point.
    """
    shapes = layer.table.geometry.to_numpy()
    there: np.ndarray = ~(shapely.is_missing(shapes) | shapely.is_empty(shapes))
    return there


def nothing_placed(item: Prepared, what: Text) -> DataError:
    """Make the error for a layer that a format holds nothing of.

    Parameters
    ----------
    item : Prepared
        With shapes.
    what : Text
        What it can't be.

    Returns
    -------
    DataError
        The error.
    """
    return DataError(
        Text(
            f"图层 {item.name} 没有一行有位置，写不成{what.zh}",
            f"layer {item.name} has no row with a position, and can't be {what.en}",
        )
    )


def free_name(name: str, spec: LayerSpec) -> str:
    """Give the name of a column that a format adds, the same in every format.

    Parameters
    ----------
    name : str
        Such as :data:`GEOMETRY`.
    spec : LayerSpec
        Declaration of the layer.

    Returns
    -------
    str
        The name, with underscores behind it where a column is called so, in whatever case of
        letters: SQLite knows none.
    """
    taken = {column.lower() for column in spec.column_names}
    while name in taken:
        name += "_"
    return name


def with_geometry(item: Prepared, *, change: Callable[[np.ndarray], np.ndarray]) -> pa.Table:
    """Give attributes and geometry.

    Parameters
    ----------
    item : Prepared
        With shapes.
    change : callable
        What is done to the shapes first, as :func:`promote`.

    Returns
    -------
    pyarrow.Table
        With ``geometry`` last, as well-known binary.
    """
    shapes = change(item.layer.table.geometry.to_numpy())
    return attributes(item.layer).append_column(GEOMETRY, well_known_binary(shapes))


def well_known_binary(shapes: np.ndarray) -> pa.Array:
    """Give shapes as well-known binary (ISO); points, which may be millions, without objects.

    Parameters
    ----------
    shapes : numpy.ndarray of shapely geometries or None, shape (n,)
        Geometries, empty where there is none.

    Returns
    -------
    pyarrow.Array
        Binary, null where there is none.
    """
    plain = shapely.get_type_id(shapes) == _POINT
    plain &= ~(shapely.is_empty(shapes) | shapely.has_z(shapes) | shapely.has_m(shapes))
    if not plain.all() or len(shapes) * _POINT_WKB.itemsize >= 2**31:
        return pa.array(shapely.to_wkb(shapes, flavor="iso"), type=pa.binary())
    found = np.empty(len(shapes), dtype=_POINT_WKB)
    found["order"], found["kind"] = 1, 1  # little-endian, a point
    found["corner"] = shapely.get_coordinates(shapes)
    bounds = np.arange(len(shapes) + 1, dtype=np.int32) * _POINT_WKB.itemsize
    buffers = [None, pa.py_buffer(bounds), pa.py_buffer(found)]
    return pa.Array.from_buffers(pa.binary(), len(shapes), buffers)


def promote(shapes: np.ndarray) -> np.ndarray:
    """Make polygons and lines the multiple kinds of themselves; points stay.

    Parameters
    ----------
    shapes : numpy.ndarray of shapely geometries or None, shape (n,)
        Geometries, empty where there is none.

    Returns
    -------
    numpy.ndarray
        A copy of the same shape.
    """
    result = shapes.copy()
    for single, multiple in ((1, shapely.multilinestrings), (3, shapely.multipolygons)):
        rows = np.flatnonzero(shapely.get_type_id(shapes) == single)
        if len(rows):
            result[rows] = multiple(shapes[rows], indices=np.arange(len(rows)))
    return result


def oriented(shapes: np.ndarray) -> np.ndarray:
    """Turn the rings of polygons; points and lines have none, and may be millions.

    Parameters
    ----------
    shapes : numpy.ndarray
        Geometries, shape (n,).

    Returns
    -------
    numpy.ndarray
        The same, outer rings counter-clockwise and inner ones clockwise.
    """
    rows = np.flatnonzero(np.isin(shapely.get_type_id(shapes), _AREAS))
    if not len(rows):
        return shapes
    turned = shapes.copy()
    turned[rows] = shapely.orient_polygons(shapes[rows])
    return turned
