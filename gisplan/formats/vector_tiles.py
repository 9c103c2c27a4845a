"""Vector tiles of one layer in one file, for web maps: MBTiles and PMTiles.

A tile holds the shapes of its square and zoom, cut and thinned; those of the highest zoom are
whole but for the rounding. A column :data:`ROW` tells which row a shape in a tile is of.
"""

from __future__ import annotations

import math
import warnings
from dataclasses import replace
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyogrio
import shapely

from gisplan.catalog.layer import Layer
from gisplan.formats.prepared import Prepared, free_name, nothing_placed, placed
from gisplan.formats.through_gdal import write_vector
from gisplan.text import Text

#: Highest zooms: of a province and what is larger, and of a county and what is smaller; beyond
#: them programs draw the same tiles larger.
LEAST_ZOOM, MOST_ZOOM = 10, 14
#: Tiles across a layer at its highest zoom, about.
_ACROSS = 64
#: Steps of the coordinates across a tile.
_GRID = 4096
#: Column of the number of the row, from 1; with underscores behind it where a layer has its like.
ROW = "row_number"
#: No feature is left out of a tile because others are in it.
_UNLIMITED = {"MAX_SIZE": "1000000000", "MAX_FEATURES": "1000000000"}


def highest_zoom(layer: Layer) -> int:
    """Give the highest zoom of a layer's tiles.

    Parameters
    ----------
    layer : Layer
        With shapes, in degrees.

    Returns
    -------
    int
        That of points is the highest there is, for each lies in few tiles; of all else it goes
        by the extent.
    """
    if layer.spec.geometry == "point":
        return MOST_ZOOM
    west, south, east, north = layer.table.total_bounds
    widest = max(east - west, north - south)
    if not widest > 0:
        return MOST_ZOOM
    return max(LEAST_ZOOM, min(MOST_ZOOM, math.floor(math.log2(_ACROSS * 360 / widest))))


def held(layer: Layer) -> np.ndarray:
    """Tell which rows tiles hold: those with a position, and no smaller than two of their steps.

    Parameters
    ----------
    layer : Layer
        With shapes, in degrees.

    Returns
    -------
    numpy.ndarray of bool, shape (rows,)
        A line or an area that rounding would take away at the highest zoom is not held.
    """
    there = placed(layer)
    if layer.spec.geometry == "point" or not there.any():
        return there
    west, south, east, north = shapely.bounds(layer.table.geometry.to_numpy()).T
    step = 360 / 2 ** highest_zoom(layer) / _GRID
    large: np.ndarray = there & (np.fmax(east - west, north - south) >= 2 * step)
    return large


def losses(layer: Layer) -> tuple[Text, ...]:
    """Say what of a layer vector tiles don't hold.

    Parameters
    ----------
    layer : Layer
        With shapes.

    Returns
    -------
    tuple of Text
        How many rows have no position, and how many are too small; empty if none.
    """
    there = placed(layer)
    told = []
    if left := int((~there).sum()):
        told.append(
            Text(
                f"{left} 行没有位置，不在瓦片中",
                f"{left} rows without a position are not in the tiles",
            )
        )
    if small := int((there & ~held(layer)).sum()):
        told.append(
            Text(
                f"{small} 行的图形小于最高一级瓦片的两格，不在瓦片中",
                f"{small} rows with shapes smaller than two steps of the highest zoom are not in"
                " the tiles",
            )
        )
    return tuple(told)


def write_mbtiles(item: Prepared, path: Path) -> None:
    """Write a layer as MBTiles of vector tiles.

    Parameters
    ----------
    item : Prepared
        With shapes, in WGS 84.
    path : pathlib.Path
        The file to write.

    Raises
    ------
    DataError
        If no row has a position.
    pyogrio.errors.DataSourceError, pyogrio.errors.DataLayerError
        If it can't be written.
    """
    _write(item, path, "MBTiles")


def write_pmtiles(item: Prepared, path: Path) -> None:
    """Write a layer as PMTiles of vector tiles.

    Parameters
    ----------
    item : Prepared
        With shapes, in WGS 84.
    path : pathlib.Path
        The file to write.

    Raises
    ------
    DataError
        If no row has a position.
    pyogrio.errors.DataSourceError, pyogrio.errors.DataLayerError
        If it can't be written.
    """
    _write(item, path, "PMTiles")


def count(path: Path) -> int:
    """Read every shape of the highest zoom, and count the rows that they are of.

    Parameters
    ----------
    path : pathlib.Path
        A file of tiles.

    Returns
    -------
    int
        Rows; one whose shapes lie in several tiles counts once.
    """
    with warnings.catch_warnings():
        # a single point has no extent, of which GDAL complains
        warnings.filterwarnings("ignore", message="Invalid value for 'bounds'")
        if not len(pyogrio.list_layers(path)):  # cut short, it has not even a layer
            return 0
        own = [name for name in pyogrio.read_info(path)["fields"] if name.rstrip("_") == ROW]
        if not own:
            return 0
        _, _, _, found = pyogrio.raw.read(path, columns=[max(own, key=len)])
    return len(np.unique(found[0])) if found else 0


def _write(item: Prepared, path: Path, driver: str) -> None:
    inside = held(item.layer)
    if not inside.any():
        raise nothing_placed(item, Text("瓦片", "tiles"))
    rows = np.flatnonzero(inside)
    kept = replace(item, layer=replace(item.layer, table=item.layer.table.iloc[rows]))
    name = free_name(ROW, item.spec)

    def numbered(table: pa.Table) -> pa.Table:
        numbers = pa.array(rows + 1, type=pa.int64())
        return table.append_column(name, numbers)

    title, told = item.spec.title, item.spec.description
    write_vector(
        kept,
        path,
        driver=driver,
        prepare=numbered,
        dataset_options={
            "NAME": f"{title.zh} | {title.en}",
            "DESCRIPTION": f"{told.zh} | {told.en}",
            "MINZOOM": "0",
            "MAXZOOM": str(highest_zoom(item.layer)),
            **_UNLIMITED,
        },
    )
