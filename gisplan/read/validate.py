"""Holding a table against its declaration: types, bounds, keys and shapes.

Nothing is altered silently. What is repaired (a stray blank, a self-crossing border) is a
reported problem with the old and the new value; a row that can't be used is set aside with its
reason. Rows in = rows used + rows set aside.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, cast

import geopandas as gpd
import numpy as np
import pandas as pd
import pyarrow.compute as pc
import shapely
from pyproj import Geod

from gisplan.catalog.layer import Column, ColumnType, DataProblem, FileOrigin, LayerSpec
from gisplan.errors import DataError
from gisplan.places.validity import why_invalid
from gisplan.plain_numbers import all_empty, large_texts
from gisplan.text import Text

_GEOD = Geod(ellps="WGS84")
_NUMBER = re.compile(r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?")
#: Types of whole columns of texts that a pattern can tell.
_WHOLE: Mapping[ColumnType, str] = {
    "number": _NUMBER.pattern,
    "integer": "[+-]?[0-9]{1,18}",
    "adcode": "[1-9][0-9]{5}",
}
_SHAPES: Mapping[str, frozenset[str]] = {
    "polygon": frozenset({"Polygon", "MultiPolygon"}),
    "line": frozenset({"LineString", "MultiLineString"}),
    "point": frozenset({"Point"}),
}
_LEFT_OUT = Text("该行已搁置", "the row was set aside")


@dataclass(frozen=True, slots=True)
class Conformed:
    """A table that conforms to its declaration, and what was found on the way.

    Attributes
    ----------
    table : pandas.DataFrame or geopandas.GeoDataFrame
        The declared columns in the declared order and types, index 0, 1, …; geometry in
        EPSG:4326.
    problems : tuple of DataProblem
        In the order found.
    set_aside : pandas.DataFrame
        The rows that can't be used, as they were read, by their line.
    """

    table: pd.DataFrame
    problems: tuple[DataProblem, ...]
    set_aside: pd.DataFrame


class _Findings:
    """The problems of one table, and the rows that they cost.

    Parameters
    ----------
    file : str
        Name of the file or analysis.
    """

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[DataProblem] = []
        self.lost: set[int] = set()

    def lose(self, row: int, column: str, value: object, message: Text) -> None:
        """Set a row aside.

        Parameters
        ----------
        row : int
            Line of the row.
        column : str
            Name of the column; empty if it is about none.
        value : object
            What the cell holds.
        message : Text
            What is wrong.
        """
        self.lost.add(row)
        self._note(row, column, value, (message, _LEFT_OUT))

    def repair(self, row: int, column: str, value: object, told: tuple[Text, str]) -> None:
        """Note a repair: what was wrong, and the new value.

        Parameters
        ----------
        row : int
            Line of the row.
        column : str
            Name of the column; empty if it is about none.
        value : object
            What the cell holds.
        told : tuple[Text, str]
            What was wrong, and the new value as text.
        """
        message, new = told
        self._note(row, column, value, (message, Text(f"已改为：{new}", f"changed to: {new}")))

    def remark(self, column: str, message: Text, action: Text) -> None:
        """Note what is not of one row.

        Parameters
        ----------
        column : str
            Name of the column; empty if it is about none.
        message : Text
            What is wrong.
        action : Text
            What was done about it.
        """
        self._note(None, column, None, (message, action))

    def _note(self, row: int | None, column: str, value: object, told: tuple[Text, Text]) -> None:
        self.problems.append(
            DataProblem(
                file=self.file,
                row=row,
                column=column,
                value="" if _is_null(value) else str(value)[:200],
                message=told[0],
                action=told[1],
                set_aside=told[1] is _LEFT_OUT,
            )
        )


def conform(
    raw: pd.DataFrame, spec: LayerSpec, *, file: str, whole: bool = True, points: bool = True
) -> Conformed:
    """Hold a raw table against its declaration.

    Parameters
    ----------
    raw : pandas.DataFrame or geopandas.GeoDataFrame
        As ``read`` gives it, or the result of an analysis. The index tells a row's line.
        Not changed.
    spec : LayerSpec
        The declaration.
    file : str
        Name of the file (or analysis), for the problems.
    whole : bool
        Whether these are all rows. Of a part, keys are not held against each other here.
    points : bool
        Whether longitudes and latitudes become points. Without, the table has them as columns
        of numbers in place of a geometry, which takes less of a file that is only written again.

    Returns
    -------
    Conformed
        The table, the problems, and the rows set aside.

    Raises
    ------
    DataError
        If a declared column or the geometry is missing, or two rows share a key.
    """
    _require_columns(raw, spec, file)
    found = _Findings(file)
    for name in _undeclared(raw, spec):
        found.remark(
            name,
            Text("声明中没有这一列", "the declaration has no such column"),
            Text("该列未用", "the column was not used"),
        )
    columns: dict[str, pd.Series] = {}
    nothing: dict[str, pd.Series] = {}
    for column in spec.columns:
        cells = raw[column.name]
        if not column.required and _is_texts(cells) and all_empty(cells):
            # of the columns of a layer a file has a few; the others are one in memory
            dtype = _TYPES[column.type][1]
            if dtype not in nothing:
                nothing[dtype] = pd.Series(None, index=raw.index, dtype=cast("Any", dtype))
            columns[column.name] = nothing[dtype]
        else:
            columns[column.name] = _typed(cells, column, found)
    table = pd.DataFrame(columns, index=raw.index)
    if spec.geometry != "none":
        placed = isinstance(spec.origin, FileOrigin) and spec.origin.lon is not None
        if not placed:
            table = gpd.GeoDataFrame(table, geometry=_shapes(raw, spec, found), crs=4326)
        elif points:
            shapes = _points(*_degrees(raw, spec, found))
            table = gpd.GeoDataFrame(table, geometry=shapes, crs=4326)
        else:
            table = table.assign(**{str(d.name): d for d in _degrees(raw, spec, found)})
    used = ~raw.index.isin(sorted(found.lost))
    if not used.all():
        table = table[used]
    if whole:
        _require_unique(table, spec, file)
    table.index = pd.RangeIndex(len(table))
    return Conformed(table, tuple(found.problems), raw[~used])


def _require_columns(raw: pd.DataFrame, spec: LayerSpec, file: str) -> None:
    missing = [name for name in spec.column_names if name not in raw.columns]
    origin = spec.origin
    if isinstance(origin, FileOrigin):
        missing += [n for n in (origin.lon, origin.lat) if n and n not in raw.columns]
    faults = [
        Text(f"{file}：缺少列 {name}", f"{file}: column {name} is missing") for name in missing
    ]
    placed = isinstance(origin, FileOrigin) and origin.lon and origin.lat
    if spec.geometry != "none" and not placed and not isinstance(raw, gpd.GeoDataFrame):
        faults.append(
            Text(
                f"{file}：没有图形；表格须在 [from] 中写明经纬度列 lon、lat",
                f"{file}: no geometry; for a table, name its columns lon and lat in [from]",
            )
        )
    if faults:
        raise DataError(
            Text(
                f"图层 {spec.name} 与其声明不符：",
                f"layer {spec.name} does not fit its declaration:",
            ),
            faults=faults,
        )


def _undeclared(raw: pd.DataFrame, spec: LayerSpec) -> list[str]:
    origin = spec.origin
    if not isinstance(origin, FileOrigin):
        return []  # of an analysis, a declaration takes what it wants
    known = {*spec.column_names, "geometry", origin.lon, origin.lat}
    return [str(name) for name in raw.columns if name not in known]


def _require_unique(table: pd.DataFrame, spec: LayerSpec, file: str) -> None:
    if len(spec.key) == 1 and _is_texts(table[spec.key[0]]):
        keys = large_texts(table[spec.key[0]])
        if len(keys.unique()) == len(keys):
            return  # as always but once; a hash of each will do
    twice = table[table.duplicated(list(spec.key), keep=False)]
    faults = []
    for values, rows in twice.groupby(list(spec.key), sort=False, dropna=False):
        lines = "、".join(str(line) for line in rows.index)
        names, known = (
            "、".join(spec.key),
            [str(v) for v in pd.Series(values, dtype=object).dropna()],
        )
        same = Text(f"的 {names} 同为 {', '.join(known)}", f"share {names} = {', '.join(known)}")
        if not known:
            same = Text(f"没有 {names}", f"have no {names}")
        faults.append(
            Text(
                f"{file}：第 {lines} 行{same.zh}",
                f"{file}: rows {lines} {same.en}".replace("、", ", "),
            )
        )
    if faults:
        raise DataError(
            Text(f"图层 {spec.name} 的键值重复：", f"layer {spec.name} has a key twice:"),
            faults=faults,
        )


# -- columns --------------------------------------------------------------------------------


def _typed(raw: pd.Series, column: Column, found: _Findings) -> pd.Series:
    values = _stripped(raw, column, found)
    null = _nulls(values)
    if column.required:
        for row in values.index[null]:
            found.lose(row, column.name, None, Text("必填项为空", "a required value is empty"))
    _, dtype, message = _TYPES[column.type]
    parsed = _parsed(values, null, column.type)
    wrong = ~null & parsed.isna()
    for row in values.index[wrong]:
        found.lose(row, column.name, values[row], message)
    if column.values or column.minimum is not None or column.maximum is not None:
        _check_bounds(values, parsed[~null & ~wrong], column, found)
    typed: pd.Series[Any] = parsed.astype(cast("Any", dtype))
    return typed


def _parsed(values: pd.Series, null: pd.Series, kind: ColumnType) -> pd.Series:
    """Give the values as what is declared, missing where they can't be read.

    Whole columns of texts and of numbers are read at once; what is mixed, cell by cell.

    Parameters
    ----------
    values : pandas.Series
        Cells of one column.
    null : pandas.Series
        Which of them stand for nothing.
    kind : ColumnType
        Declared type.

    Returns
    -------
    pandas.Series
        Missing where a cell stands for nothing or can't be read.
    """
    if _is_texts(values):
        pattern = _WHOLE.get(kind)
        if pattern is not None:
            fits = values.str.fullmatch(pattern).fillna(False).astype(bool) & ~null
            some = values if fits.all() else values.where(fits)
            if kind == "number":
                numbers = some.astype("float64")
                return numbers.where(np.isfinite(numbers))
            # the library reads no plus before a whole number
            return some if kind == "adcode" else some.str.removeprefix("+").astype("Int64")
        if kind == "text":
            return values.where(~null) if null.any() else values
    if kind == "number" and pd.api.types.is_float_dtype(values.dtype):
        return values.where(np.isfinite(values))
    if kind in ("integer", "number") and pd.api.types.is_integer_dtype(values.dtype):
        return values if kind == "integer" else values.astype("float64")
    return _read_cells(values, null, kind)


def _read_cells(values: pd.Series, null: pd.Series, kind: ColumnType) -> pd.Series:
    # kept as objects: a column of whole numbers and gaps would turn to floats, and lose digits
    parse = _TYPES[kind][0]
    if _is_texts(values):
        # dates and truth values are few, however many the rows
        place, texts = pd.factorize(values)
        known = np.array([*(parse(text) for text in texts), None], dtype=object)
        return pd.Series(known[np.where(null, -1, place)], index=values.index, dtype=object)
    read = [None if empty else parse(v) for v, empty in zip(values, null, strict=True)]
    return pd.Series(read, index=values.index, dtype=object)


def _is_texts(values: pd.Series) -> bool:
    return isinstance(values.dtype, pd.StringDtype)


def _nulls(values: pd.Series) -> pd.Series:
    if _is_texts(values):
        return values.isna() | (values == "").fillna(False).astype(bool)
    if pd.api.types.is_float_dtype(values.dtype) or pd.api.types.is_integer_dtype(values.dtype):
        return values.isna()
    return values.map(_is_null).astype(bool)


def _stripped(raw: pd.Series, column: Column, found: _Findings) -> pd.Series:
    if pd.api.types.is_float_dtype(raw.dtype) or pd.api.types.is_integer_dtype(raw.dtype):
        return raw
    if _is_texts(raw):
        bare = raw.str.strip()
        if _size(raw) == _size(bare):
            return raw  # as most are: nothing was stripped
        for row in raw.index[raw.notna() & (raw != bare)]:
            told = (Text("首尾有空白", "blanks around it"), bare[row])
            found.repair(row, column.name, raw[row], told)
        return bare
    values = raw.astype(object)
    texts = values[values.map(lambda v: isinstance(v, str))]
    bare = texts.str.strip() if len(texts) else texts
    for row in texts.index[texts != bare]:
        told = (Text("首尾有空白", "blanks around it"), bare[row])
        found.repair(row, column.name, texts[row], told)
    if not len(texts):
        return values
    values = values.copy()
    values[texts.index] = bare
    return values


def _size(texts: pd.Series) -> int:
    return pc.sum(pc.binary_length(large_texts(texts))).as_py() or 0


def _check_bounds(values: pd.Series, parsed: pd.Series, column: Column, found: _Findings) -> None:
    if column.values:
        allowed = ", ".join(column.values)
        for row in parsed.index[~parsed.isin(column.values)]:
            message = Text(f"只能是：{allowed}", f"must be one of: {allowed}")
            found.lose(row, column.name, values[row], message)
    low, high = column.minimum, column.maximum
    if low is not None:
        for row in parsed.index[parsed < low]:
            message = Text(f"小于下限 {low:g}", f"below the least allowed, {low:g}")
            found.lose(row, column.name, values[row], message)
    if high is not None:
        for row in parsed.index[parsed > high]:
            message = Text(f"大于上限 {high:g}", f"above the most allowed, {high:g}")
            found.lose(row, column.name, values[row], message)


def _is_null(value: object) -> bool:
    return value is None or value is pd.NA or value is pd.NaT or value == "" or _is_nan(value)


def _is_nan(value: object) -> bool:
    return isinstance(value, float | np.floating) and bool(np.isnan(value))


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _number(value: object) -> float | None:
    if isinstance(value, str):
        value = float(value) if _NUMBER.fullmatch(value) else None
    if isinstance(value, bool | np.bool_) or not isinstance(value, int | float | np.number):
        return None
    return float(value) if np.isfinite(float(value)) else None


def _integer(value: object) -> int | None:
    if isinstance(value, str):
        return int(value) if re.fullmatch(r"[+-]?[0-9]{1,18}", value) else None
    number = _number(value)
    fits = number is not None and number.is_integer() and -(2.0**63) <= number < 2.0**63
    return int(cast("float", number)) if fits else None


def _boolean(value: object) -> bool | None:
    if isinstance(value, bool | np.bool_):
        return bool(value)
    return {"true": True, "false": False}.get(str(value).lower())


def _date(value: object) -> pd.Timestamp | None:
    if isinstance(value, str) and not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        return None
    try:
        day: pd.Timestamp = pd.Timestamp(value)  # type: ignore[arg-type]
    except (ValueError, TypeError):
        return None
    return day


def _adcode(value: object) -> str | None:
    return value if isinstance(value, str) and re.fullmatch(r"[1-9][0-9]{5}", value) else None


_TYPES: Mapping[ColumnType, tuple[Callable[[object], object], str, Text]] = {
    "text": (_text, "str", Text("应为文字", "must be a text")),
    "integer": (_integer, "Int64", Text("应为整数", "must be a whole number")),
    "number": (_number, "float64", Text("应为有限的数", "must be a finite number")),
    "boolean": (_boolean, "boolean", Text("应为 true 或 false", "must be true or false")),
    "date": (
        _date,
        "datetime64[s]",
        Text("应为日期，写作 2018-06-02", "must be a date, written 2018-06-02"),
    ),
    "adcode": (
        _adcode,
        "str",
        Text("应为六位行政区划代码", "must be an adcode of six digits"),
    ),
}


# -- shapes ---------------------------------------------------------------------------------


def _degrees(raw: pd.DataFrame, spec: LayerSpec, found: _Findings) -> tuple[pd.Series, pd.Series]:
    """Read longitudes and latitudes; a row with one of the two is set aside.

    Parameters
    ----------
    raw : pandas.DataFrame
        As it was read.
    spec : LayerSpec
        Declaration of a layer whose points come from two columns.
    found : _Findings
        Takes the problems.

    Returns
    -------
    tuple[pandas.Series, pandas.Series]
        Longitude and latitude; NaN where there is none.
    """
    origin = cast("FileOrigin", spec.origin)
    lon, lat = str(origin.lon), str(origin.lat)
    degrees = {}
    for name, bound in ((lon, 180.0), (lat, 90.0)):
        column = Column(
            name=name,
            type="number",
            title=Text(name, name),
            required=spec.geometry_required,
            minimum=-bound,
            maximum=bound,
        )
        degrees[name] = _typed(raw[name], column, found)
    half = degrees[lon].isna() ^ degrees[lat].isna()
    for row in raw.index[half & ~raw.index.isin(sorted(found.lost))]:
        name = lon if pd.isna(degrees[lon][row]) else lat
        found.lose(row, name, None, Text("经纬度只有其一", "one of longitude, latitude is empty"))
    return degrees[lon], degrees[lat]


def _points(lon: pd.Series, lat: pd.Series) -> gpd.GeoSeries:
    missing = lon.isna() & lat.isna()
    points = gpd.GeoSeries.from_xy(lon, lat, crs=4326)
    return points.where(~missing, None) if missing.any() else points


def _shapes(raw: gpd.GeoDataFrame, spec: LayerSpec, found: _Findings) -> gpd.GeoSeries:
    shapes = raw.geometry.to_crs(4326)
    empty = shapes.isna() | shapes.is_empty
    if spec.geometry_required:
        for row in shapes.index[empty]:
            found.lose(row, "geometry", None, Text("没有图形", "there is no geometry"))
    shapes = shapes.where(~empty, None)
    bounds = shapes.bounds
    outside = ~empty & ~(bounds.abs() <= [180, 90, 180, 90]).all(axis=1)
    for row in shapes.index[outside]:
        message = Text("坐标超出经纬度范围", "coordinates are not longitudes and latitudes")
        found.lose(row, "geometry", shapes[row].geom_type, message)
    wrong = ~empty & ~shapes.geom_type.isin(_SHAPES[spec.geometry])
    for row in shapes.index[wrong]:
        message = Text(f"图形应为 {spec.geometry}", f"the geometry must be a {spec.geometry}")
        found.lose(row, "geometry", shapes[row].geom_type, message)
    return _mended(shapes, ~empty & ~outside & ~wrong, found)


def _mended(shapes: gpd.GeoSeries, usable: pd.Series, found: _Findings) -> gpd.GeoSeries:
    """Mend shapes that cross themselves, and report by how much their areas changed.

    Parameters
    ----------
    shapes : geopandas.GeoSeries
        Geometries by row.
    usable : pandas.Series
        Which of them are of the declared kind.
    found : _Findings
        Takes the problems.

    Returns
    -------
    geopandas.GeoSeries
        Geometries that are valid where they are usable.
    """
    broken = shapes.index[usable & ~shapes.is_valid]
    for row in broken:
        reason = why_invalid(shapes[row])
        mended = shapely.make_valid(shapes[row], method="structure", keep_collapsed=False)
        before, after = (
            abs(_GEOD.geometry_area_perimeter(g)[0]) / 1e6 for g in (shapes[row], mended)
        )
        message = Text(f"图形无效（{reason.zh}）", f"the geometry is not valid ({reason.en})")
        if mended.is_empty or mended.geom_type not in _SHAPES["polygon"] | _SHAPES["line"]:
            found.lose(row, "geometry", shapes[row].geom_type, message)
            continue
        found.repair(row, "geometry", f"{before:.6f} km²", (message, f"{after:.6f} km²"))
        shapes[row] = mended
    return shapes
