"""Holding a table against its declaration: types, bounds, keys and shapes.

Nothing is altered silently. What is repaired (a stray blank, a self-crossing border) is a
reported problem with the old and the new value; a row that can't be used is set aside with its
reason. Rows in = rows used + rows set aside.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, cast

import geopandas as gpd
import pandas as pd

from gisplan.catalog.layer import DataProblem, FileOrigin, LayerSpec
from gisplan.errors import DataError
from gisplan.plain_numbers import all_empty, large_texts
from gisplan.read.row_problems import RowProblems
from gisplan.read.validate_columns import TYPES, is_texts, typed_column
from gisplan.read.validate_shapes import checked_shapes, degrees_of, points_at
from gisplan.text import Text


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
    found = RowProblems(file)
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
        if not column.required and is_texts(cells) and all_empty(cells):
            # of the columns of a layer a file has a few; the others are one in memory
            dtype = TYPES[column.type][1]
            if dtype not in nothing:
                nothing[dtype] = pd.Series(None, index=raw.index, dtype=cast("Any", dtype))
            columns[column.name] = nothing[dtype]
        else:
            columns[column.name] = typed_column(cells, column, found)
    table = pd.DataFrame(columns, index=raw.index)
    if spec.geometry != "none":
        if spec.position_columns is None:
            table = gpd.GeoDataFrame(table, geometry=checked_shapes(raw, spec, found), crs=4326)
        elif points:
            shapes = points_at(*degrees_of(raw, spec, found))
            table = gpd.GeoDataFrame(table, geometry=shapes, crs=4326)
        else:
            table = table.assign(**{str(d.name): d for d in degrees_of(raw, spec, found)})
    used = ~raw.index.isin(sorted(found.lost))
    if not used.all():
        table = table[used]
    if whole:
        _require_unique(table, spec, file)
    table.index = pd.RangeIndex(len(table))
    return Conformed(table, tuple(found.problems), raw[~used])


def _require_columns(raw: pd.DataFrame, spec: LayerSpec, file: str) -> None:
    missing = [name for name in spec.column_names if name not in raw.columns]
    placed = spec.position_columns or ()
    missing += [name for name in placed if name not in raw.columns]
    faults = [
        Text(f"{file}：缺少列 {name}", f"{file}: column {name} is missing") for name in missing
    ]
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
    if not isinstance(spec.origin, FileOrigin):
        return []  # of an analysis, a declaration takes what it wants
    known = {*spec.column_names, "geometry", *(spec.position_columns or ())}
    return [str(name) for name in raw.columns if name not in known]


def _require_unique(table: pd.DataFrame, spec: LayerSpec, file: str) -> None:
    if len(spec.key) == 1 and is_texts(table[spec.key[0]]):
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
