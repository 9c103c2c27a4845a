"""The datum that a layer is exported in: WGS 84, or another on request."""

from __future__ import annotations

from dataclasses import replace

import geopandas as gpd
import numpy as np
import shapely

from gisplan.catalog.layer import Layer
from gisplan.errors import DataError
from gisplan.formats.datums import CRS_CODES, Datum
from gisplan.places.crs import from_wgs84
from gisplan.text import Text


def in_datum(layer: Layer, *, datum: Datum) -> Layer:
    """Bring a layer into another datum.

    Parameters
    ----------
    layer : Layer
        In EPSG:4326. Not changed.
    datum : {"wgs84", "cgcs2000", "gcj02"}

    Returns
    -------
    Layer
        A table without geometry, and WGS 84, as they are. CGCS2000 in EPSG:4490; GCJ-02
        without a CRS.

    Raises
    ------
    DataError
        If a shape crosses itself after the shift of GCJ-02, or a coordinate has none.
    """
    table = layer.table
    if datum == "wgs84" or not isinstance(table, gpd.GeoDataFrame):
        return layer
    shapes = table.geometry.to_numpy()

    def shifted(xy: np.ndarray) -> np.ndarray:
        return np.column_stack(from_wgs84(xy[:, 0], xy[:, 1], datum=datum))

    moved = shapely.transform(shapes, shifted)
    given, there = ~shapely.is_missing(shapes), shapely.is_valid(moved)
    lost = given & (~there | ~np.isfinite(shapely.bounds(moved)).all(axis=1))
    if lost.any():
        rows = ", ".join(str(i + 1) for i in np.flatnonzero(lost)[:5])
        raise DataError(
            Text(
                f"图层 {layer.spec.name}：第 {rows} 行的图形转换为 {datum} 后无效，无法写出",
                f"layer {layer.spec.name}: the shape of row {rows} is not valid in {datum} and"
                " can't be written",
            )
        )
    series = gpd.GeoSeries(moved, index=table.index, crs=CRS_CODES[datum])
    frame = table.drop(columns=table.geometry.name)
    return replace(layer, table=gpd.GeoDataFrame(frame, geometry=series))
