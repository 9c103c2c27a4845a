"""GeoJSON to the letter of RFC 7946, whole or a feature a line."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING

import geopandas as gpd
import numpy as np
import pyogrio
import shapely

from gisplan.catalog.layer import Layer, LayerSpec
from gisplan.errors import DataError
from gisplan.text import Text

if TYPE_CHECKING:
    from gisplan.formats.prepared import Prepared

#: Decimals of a degree: 0.1 m, and as many as RFC 7946 asks a writer to keep to.
DECIMALS = 6


def to_geojson(layer: Layer) -> bytes:
    """Write a layer as a GeoJSON feature collection.

    Longitude and latitude on WGS 84 (CRS84) with six decimals, outer rings counter-clockwise,
    a bounding box, dates as text, empty values as null, UTF-8. Rounding moves borders by up to
    5 cm; a shape that this would make cross itself is mended, and neighbours that shared their
    vertices still do.

    Parameters
    ----------
    layer : Layer
        With geometry, in EPSG:4326.

    Returns
    -------
    bytes
        The file's content, UTF-8.

    Raises
    ------
    DataError
        If the layer is a table without geometry, or a shape vanishes when rounded.
    """
    return _written(
        layer, driver="GeoJSON", RFC7946="YES", WRITE_BBOX="YES", WRITE_NON_FINITE_VALUES="NO"
    )


def to_geojsonseq(layer: Layer) -> bytes:
    """Write a layer as GeoJSON, one feature a line, for programs that read as they go.

    Parameters
    ----------
    layer : Layer
        With geometry, in EPSG:4326.

    Returns
    -------
    bytes
        Lines parted by line feeds, as ``ogr2ogr`` and ``tippecanoe`` take them; otherwise as
        :func:`to_geojson`, without the bounding box.

    Raises
    ------
    DataError
        See :func:`to_geojson`.
    """
    return _written(layer, driver="GeoJSONSeq")


def _written(layer: Layer, **options: str) -> bytes:
    table = layer.table
    if not isinstance(table, gpd.GeoDataFrame):
        raise DataError(
            Text(
                f"图层 {layer.spec.name} 是表格，不能写成 GeoJSON",
                f"layer {layer.spec.name} is a table and can't be written as GeoJSON",
            )
        )
    rounded = table.set_geometry(_rounded(table.geometry, layer.spec))
    buffer = io.BytesIO()
    pyogrio.write_dataframe(
        _plain(rounded, layer.spec),
        buffer,
        layer=layer.spec.name,
        COORDINATE_PRECISION=str(DECIMALS),
        **options,
    )
    return buffer.getvalue()


def _rounded(shapes: gpd.GeoSeries, spec: LayerSpec) -> gpd.GeoSeries:
    values = shapes.to_numpy()
    rounded = shapely.transform(values, lambda xy: np.round(xy, DECIMALS))
    broken = ~shapely.is_valid(rounded) & ~shapely.is_missing(values)
    rounded[broken] = shapely.set_precision(values[broken], 10.0**-DECIMALS)
    lost = shapely.is_empty(rounded) & ~shapely.is_empty(values)
    if lost.any():
        rows = ", ".join(str(i + 1) for i in np.flatnonzero(lost)[:5])
        raise DataError(
            Text(
                f"图层 {spec.name}：第 {rows} 行的图形小于坐标精度（约 0.1 米），无法写出",
                f"layer {spec.name}: the shape of row {rows} is smaller than the coordinates'"
                " precision (about 0.1 m) and can't be written",
            )
        )
    return gpd.GeoSeries(rounded, index=shapes.index, crs=4326)


def _plain(table: gpd.GeoDataFrame, spec: LayerSpec) -> gpd.GeoDataFrame:
    """Turn dates into text, since JSON has none.

    Parameters
    ----------
    table : geopandas.GeoDataFrame
        The layer's table.
    spec : LayerSpec
        Its declaration, which tells what is a date.

    Returns
    -------
    geopandas.GeoDataFrame
        The table with dates as ``2018-06-02``.
    """
    dates = {
        c.name: table[c.name].dt.strftime("%Y-%m-%d").astype("str")
        for c in spec.columns
        if c.type == "date"
    }
    return table.assign(**dates)


def write(item: Prepared, path: Path) -> None:
    """Write a layer as GeoJSON.

    Parameters
    ----------
    item : Prepared
        The layer, ready to be written.
    path : Path
        The file to write.
    """
    path.write_bytes(to_geojson(item.layer))


def write_lines(item: Prepared, path: Path) -> None:
    """Write a layer as GeoJSON, a feature a line.

    Parameters
    ----------
    item : Prepared
        The layer, ready to be written.
    path : Path
        The file to write.
    """
    path.write_bytes(to_geojsonseq(item.layer))
