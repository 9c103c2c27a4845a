"""Where the rows of a layer are drawn: rows of one and the same geometry are one place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import geopandas as gpd
import numpy as np
import shapely

from gisplan.arrays import Objects
from gisplan.catalog.layer import PRECISIONS, Layer
from gisplan.errors import DataError
from gisplan.text import Text

_POLYGONAL = ("Polygon", "MultiPolygon")
_LINEAR = ("LineString", "MultiLineString")


@dataclass(frozen=True, slots=True)
class Places:
    """Where the rows of a layer are drawn: rows of one and the same geometry are one place.

    Attributes
    ----------
    rows : tuple of tuple of int
        Row positions at each place.
    geometry : tuple of shapely geometries
        Of each place.
    precision : tuple of str
        Of points: the least exact of the rows there. Empty for other geometries.
    unplaced : tuple of int
        Rows without a position.
    """

    rows: tuple[tuple[int, ...], ...]
    geometry: tuple[Any, ...]
    precision: tuple[str, ...]
    unplaced: tuple[int, ...]


def find_places(layer: Layer) -> Places:
    """Group the rows of a layer by geometry.

    Parameters
    ----------
    layer : Layer
        With shapes.

    Returns
    -------
    Places
        Each geometry once, with its rows.

    Raises
    ------
    DataError
        If a geometry is not of the declared kind, or a precision is unknown.
    """
    spec, table = layer.spec, layer.table
    assert isinstance(table, gpd.GeoDataFrame)  # noqa: S101  maps are checked before
    geometry = np.asarray(table.geometry.array)
    held = ~(shapely.is_missing(geometry) | shapely.is_empty(geometry))
    allowed = {"polygon": _POLYGONAL, "line": _LINEAR, "point": ("Point",)}[spec.geometry]
    wrong = [row for row in np.flatnonzero(held) if geometry[row].geom_type not in allowed]
    if wrong:
        raise DataError(
            Text(
                f"图层 {spec.name} 声明的几何类型是 {spec.geometry}，有些行不是。",
                f"Layer {spec.name} is declared as {spec.geometry}; some rows are not.",
            ),
            faults=[row_words(layer, int(row)) for row in wrong[:10]],
        )
    precision = _precisions(layer) if spec.geometry == "point" else None
    if precision is not None:
        held &= precision != "none"
    groups: dict[bytes, list[int]] = {}
    for row, key in zip(np.flatnonzero(held), shapely.to_wkb(geometry[held]), strict=True):
        groups.setdefault(key, []).append(int(row))
    rows = tuple(tuple(group) for group in groups.values())
    coarsest: tuple[str, ...] = ()
    if precision is not None:
        order = list(PRECISIONS)
        coarsest = tuple(max((precision[r] for r in group), key=order.index) for group in rows)
    return Places(
        rows,
        tuple(geometry[group[0]] for group in rows),
        coarsest,
        tuple(int(row) for row in np.flatnonzero(~held)),
    )


def _precisions(layer: Layer) -> Objects:
    spec, table = layer.spec, layer.table
    if spec.positions != "mixed":
        return np.full(len(table), spec.positions, dtype=object)
    values = table["precision"].astype(object).where(table["precision"].notna(), "none")
    unknown = sorted({str(value) for value in values} - set(PRECISIONS))
    if unknown:
        raise DataError(
            Text(
                f"图层 {spec.name} 的 precision 列有未知的值：{'、'.join(unknown)}。",
                f"Column precision of layer {spec.name} has unknown values: {', '.join(unknown)}.",
            )
        )
    return np.asarray(values, dtype=object)


def row_words(layer: Layer, row: int) -> Text:
    """Say which row of a layer is meant.

    Parameters
    ----------
    layer : Layer
        With the columns of its key.
    row : int
        From 0.

    Returns
    -------
    Text
        The layer's name, the row as people count it, and its key.
    """
    keys = "，".join(str(layer.table[name].iloc[row]) for name in layer.spec.key)
    return Text(
        f"{layer.spec.name} 第 {row + 1} 行（{keys}）", f"{layer.spec.name} row {row + 1} ({keys})"
    )
