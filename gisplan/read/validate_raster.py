"""A raster layer held against its declaration, and what it is in one row."""

from __future__ import annotations

import math

import geopandas as gpd
import numpy as np
import shapely
from pyproj import CRS, Transformer
from pyproj.exceptions import CRSError

from gisplan.catalog.layer import Column, LayerSpec
from gisplan.catalog.raster import Block, Raster, RasterGrid
from gisplan.errors import DataError, DatumError
from gisplan.text import Text

#: Points along a side when its extent in degrees is sought.
_ALONG = 21


def extent(grid: RasterGrid) -> tuple[float, float, float, float]:
    """Give west, south, east and north of a raster in degrees, WGS 84.

    Parameters
    ----------
    grid : RasterGrid
        CRS, transform and size.

    Returns
    -------
    tuple[float, float, float, float]
        West, south, east and north, degrees.

    Raises
    ------
    DatumError
        If its coordinate reference system can't be read, or it lies outside of where that holds.
    """
    a, b, c, d, e, f = grid.transform
    corners = [(0, 0), (grid.width, 0), (grid.width, grid.height), (0, grid.height)]
    xs = [a * column + b * row + c for column, row in corners]
    ys = [d * column + e * row + f for column, row in corners]
    try:
        to = Transformer.from_crs(CRS.from_user_input(grid.crs), 4326, always_xy=True)
    except CRSError as error:
        raise DatumError(
            Text(
                "栅格的坐标系无法识别；请在 QGIS 中为它指定坐标系后另存",
                "the raster's CRS can't be read; assign one in QGIS and save it again",
            )
        ) from error
    box = to.transform_bounds(min(xs), min(ys), max(xs), max(ys), densify_pts=_ALONG)
    if not all(math.isfinite(side) for side in box):
        raise DatumError(
            Text(
                "栅格超出了其坐标系可用的范围，请核对坐标系与位置",
                "the raster lies outside of where its coordinate system holds; check both",
            )
        )
    west, south, east, north = box
    return west, south, east, north


def summary(raster: Raster, spec: LayerSpec, *, file: str) -> gpd.GeoDataFrame:
    """Hold a raster against its declaration, and tell what it is in one row.

    Parameters
    ----------
    raster : Raster
        Read block by block.
    spec : LayerSpec
        Of geometry ``raster``: the bounds and values of its one column are those of the cells.
    file : str
        Name of the file or declaration, for messages.

    Returns
    -------
    geopandas.GeoDataFrame
        Its extent (EPSG:4326), ``crs``, ``width``, ``height`` (cells), ``cell_width``,
        ``cell_height`` (in units of its CRS), ``cells`` (with data), ``minimum``, ``maximum`` and
        ``total`` of these.

    Raises
    ------
    DataError
        If no cell has data, or one holds what the declaration does not allow; the first such
        cell is named by row and column.
    DatumError
        See :func:`extent`.
    """
    box = shapely.box(*extent(raster.grid))
    column = spec.columns[0]
    cells, least, most = 0, math.inf, -math.inf
    totals: list[float] = []
    for block in raster.blocks():
        _check(block, column, file)
        held = block.values[~np.isnan(block.values)]
        if held.size:
            cells += held.size
            least, most = min(least, float(held.min())), max(most, float(held.max()))
            totals.append(float(held.sum()))
    if not cells:
        raise DataError(
            Text(
                f"{file}：栅格没有一个有值的像元（全为无效值）",
                f"{file}: no cell of the raster has data",
            )
        )
    grid = raster.grid
    facts = {
        "crs": grid.crs,
        "width": grid.width,
        "height": grid.height,
        "cell_width": math.hypot(grid.transform[0], grid.transform[3]),
        "cell_height": math.hypot(grid.transform[1], grid.transform[4]),
        "cells": cells,
        "minimum": least,
        "maximum": most,
        "total": math.fsum(totals),
    }
    return gpd.GeoDataFrame([facts], geometry=[box], crs=4326)


def _check(block: Block, column: Column, file: str) -> None:
    values = block.values
    wrong = np.isinf(values)
    if column.minimum is not None:
        wrong |= values < column.minimum
    if column.maximum is not None:
        wrong |= values > column.maximum
    if column.type == "integer":
        wrong |= ~np.isnan(values) & (values != np.round(values))
    if column.values:
        wrong |= ~np.isnan(values) & ~np.isin(values, [float(v) for v in column.values])
    places = np.argwhere(wrong)
    if not len(places):
        return
    row, at = (int(part) for part in places[0])
    value = values[row, at]
    allowed = _allowed(column)
    raise DataError(
        Text(
            f"{file}：第 {block.row + row + 1} 行第 {block.column + at + 1} 列的像元值为"
            f" {value:g}，声明只允许{allowed.zh}。如为无效值，请在栅格中声明 nodata",
            f"{file}: row {block.row + row + 1}, column {block.column + at + 1}: the cell is"
            f" {value:g}, and the declaration allows {allowed.en}. If it means no data, declare it"
            " as nodata in the raster",
        )
    )


def _allowed(column: Column) -> Text:
    if column.values:
        return Text(f" {'、'.join(column.values)}", ", ".join(column.values))
    whole = Text("整数", "whole numbers") if column.type == "integer" else Text("数", "numbers")
    zh = "有限的" if column.minimum is None and column.maximum is None else ""
    en = "finite " if zh else ""
    bounds = ""
    if column.minimum is not None:
        zh, bounds = f"{zh}不小于 {column.minimum:g} ", f" from {column.minimum:g}"
    if column.maximum is not None:
        zh, bounds = f"{zh}不大于 {column.maximum:g} ", f"{bounds} to {column.maximum:g}"
    return Text(
        f"{zh}的{whole.zh}" if zh[-1:] == " " else f"{zh}{whole.zh}", f"{en}{whole.en}{bounds}"
    )
