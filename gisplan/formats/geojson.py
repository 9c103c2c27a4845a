"""GeoJSON to the letter of RFC 7946, whole or a feature a line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import geopandas as gpd
import numpy as np
import shapely

from gisplan.catalog.layer import Layer
from gisplan.errors import DataError
from gisplan.formats.bulk_text import runs
from gisplan.formats.feature_lines import DECIMALS, FOOT, are_points, feature_lines
from gisplan.formats.prepared import attributes
from gisplan.text import Text

if TYPE_CHECKING:
    from gisplan.formats.prepared import Prepared


def to_geojson(layer: Layer) -> bytes:
    """Write a layer as a GeoJSON feature collection.

    Longitude and latitude on WGS 84 (CRS84) with six decimals, outer rings counter-clockwise,
    a bounding box of the whole and of each line and polygon, dates as text, empty values and
    numbers that are not finite as null, UTF-8, a feature a line. Rounding moves borders by up to
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
    return b"".join(_collection(layer))


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
        :func:`to_geojson`, without bounding boxes.

    Raises
    ------
    DataError
        See :func:`to_geojson`.
    """
    return b"".join(_lines(layer))


def _collection(layer: Layer) -> Iterator[bytes | memoryview]:
    shapes = _rounded(layer)
    frame: dict[str, Any] = {"type": "FeatureCollection", "name": layer.spec.name}
    # how GDAL tells the precision of the coordinates
    frame["xy_coordinate_resolution"] = 10.0**-DECIMALS
    if not shapely.is_empty(shapes[~shapely.is_missing(shapes)]).all():
        frame["bbox"] = (np.round(shapely.total_bounds(shapes), DECIMALS) + 0.0).tolist()
    told = json.dumps(frame, ensure_ascii=False, separators=(",", ":"))
    yield f'{told[:-1]},"features":['.encode()
    before = "\n"
    columns = attributes(layer)
    for rows in runs(shapes):
        yield before.encode()
        part = columns.slice(rows.start, rows.stop - rows.start)
        yield feature_lines(part, shapes[rows], between=",\n", boxes=True)
        before = ",\n"
    yield FOOT if len(shapes) else b"\n" + FOOT


def _lines(layer: Layer) -> Iterator[bytes | memoryview]:
    shapes, columns = _rounded(layer), attributes(layer)
    for rows in runs(shapes):
        part = columns.slice(rows.start, rows.stop - rows.start)
        yield feature_lines(part, shapes[rows], between="\n")
        yield b"\n"


def _rounded(layer: Layer) -> np.ndarray:
    """Round shapes and mend those that this breaks; points are rounded as they are written.

    Parameters
    ----------
    layer : Layer
        With geometry.

    Returns
    -------
    numpy.ndarray
        Geometries, one a row.

    Raises
    ------
    DataError
        If it has none, or a shape vanishes.
    """
    if not isinstance(layer.table, gpd.GeoDataFrame):
        raise DataError(
            Text(
                f"图层 {layer.spec.name} 是表格，不能写成 GeoJSON",
                f"layer {layer.spec.name} is a table and can't be written as GeoJSON",
            )
        )
    shapes: np.ndarray = layer.table.geometry.to_numpy()
    if are_points(shapes):
        return shapes
    rounded = _on_grid(shapes)
    broken = ~shapely.is_valid(rounded) & ~shapely.is_missing(shapes)
    # what comes from there is next to the decimals, not on them
    rounded[broken] = _on_grid(shapely.set_precision(shapes[broken], 10.0**-DECIMALS))
    lost = shapely.is_empty(rounded) & ~shapely.is_empty(shapes)
    if lost.any():
        rows = ", ".join(str(i + 1) for i in np.flatnonzero(lost)[:5])
        raise DataError(
            Text(
                f"图层 {layer.spec.name}：第 {rows} 行的图形小于坐标精度（约 0.1 米），无法写出",
                f"layer {layer.spec.name}: the shape of row {rows} is smaller than the"
                " coordinates' precision (about 0.1 m) and can't be written",
            )
        )
    return rounded


def _on_grid(shapes: np.ndarray) -> np.ndarray:
    moved: np.ndarray = shapely.transform(shapes, lambda xy: np.round(xy, DECIMALS))
    return moved


def write(item: Prepared, path: Path) -> None:
    """Write a layer as GeoJSON.

    Parameters
    ----------
    item : Prepared
        The layer, ready to be written.
    path : Path
        The file to write.
    """
    with path.open("wb") as file:
        file.writelines(_collection(item.layer))


def write_lines(item: Prepared, path: Path) -> None:
    """Write a layer as GeoJSON, a feature a line.

    Parameters
    ----------
    item : Prepared
        The layer, ready to be written.
    path : Path
        The file to write.
    """
    with path.open("wb") as file:
        file.writelines(_lines(item.layer))
