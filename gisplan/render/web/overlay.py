"""Rasters on the page: warped to its projection, cut into classes, held as one small picture.

The page is in Web Mercator (EPSG:3857), in which the rows of a raster in degrees or in the metres
of another projection do not lie straight; a picture that is only stretched between its corners
would be off by many cells. So cells are warped, once, before the page is written.
"""

from __future__ import annotations

import base64
from dataclasses import dataclass
from typing import Any

import numpy as np
from pyproj import Transformer
from rasterio import Affine
from rasterio.enums import Resampling
from rasterio.io import MemoryFile
from rasterio.warp import reproject

from gisplan.arrays import Floats, Ints
from gisplan.catalog.layer import Layer
from gisplan.catalog.map import MapLayer
from gisplan.errors import DataError
from gisplan.render.web import cells
from gisplan.render.web.encode import Json
from gisplan.text import Text

#: Pixels of a picture at most; of a finer raster the pixels stand for several cells.
MOST_PIXELS = 1_000_000
# A coarse raster is warped to so many, so that the edges of its cells are where they belong.
_FEWEST_PIXELS = 250_000
# Where Web Mercator ends.
_NORTHMOST = 85.05
_PAGE = "EPSG:3857"
_TO_PAGE = Transformer.from_crs(4326, _PAGE, always_xy=True)


@dataclass(frozen=True, slots=True)
class _Frame:
    """The picture's place: pixels, bounds in Web Mercator metres and in degrees."""

    width: int
    height: int
    metres: tuple[float, float, float, float]
    degrees: tuple[float, float, float, float]


def draw(item: MapLayer, layer: Layer) -> Json:
    """Make the picture of a raster and its legend.

    Parameters
    ----------
    item : MapLayer
        Of style ``cells``.
    layer : Layer
        Of geometry ``raster``, in any coordinate reference system.

    Returns
    -------
    dict
        ``style`` and ``legend`` of :class:`gisplan.render.web.cells.Cells`; ``picture`` (a PNG as
        data URI, transparent where there is no data) and ``corners`` (west, south, east, north in
        degrees) between which it lies in Web Mercator.

    Raises
    ------
    DataError
        If it has too many cells, or lies outside of Web Mercator.
    DeclarationError
        If a colour, palette or scheme is wrong.

    Notes
    -----
    Codes are warped by nearest neighbour, so that no code appears that is not there, amounts
    bilinearly; classes are cut from the raster's own values.
    """
    assert layer.raster is not None  # noqa: S101  checked by webmap
    made = cells.draw(item, layer)
    frame = _frame(layer)
    warped = _warp(layer, frame, Resampling.nearest if made.coded else Resampling.bilinear)
    colors = [one["color"] for one in made.drawn["legend"]["classes"]]
    picture = _png(made.index(warped), colors)
    return {**made.drawn, "picture": picture, "corners": frame.degrees}


def extent(layer: Layer) -> tuple[float, float, float, float]:
    """Give west, south, east and north of a raster in degrees, as far as the page reaches.

    Parameters
    ----------
    layer : Layer
        A raster layer.

    Returns
    -------
    tuple[float, float, float, float]
        West, south, east, north.
    """
    west, south, east, north = layer.table.total_bounds
    return (
        max(-180.0, float(west)),
        max(-_NORTHMOST, float(south)),
        min(180.0, float(east)),
        min(_NORTHMOST, float(north)),
    )


def _frame(layer: Layer) -> _Frame:
    degrees = extent(layer)
    west, south, east, north = degrees
    if not (west < east and south < north):
        raise DataError(
            Text(
                f"栅格图层 {layer.spec.name} 不在网页地图的范围内（南北纬 85 度以内）。",
                f"Raster layer {layer.spec.name} lies outside of what a web map can show "
                "(85 degrees north and south).",
            )
        )
    left, bottom = _TO_PAGE.transform(west, south)
    right, top = _TO_PAGE.transform(east, north)
    wide, high = right - left, top - bottom
    assert layer.raster is not None  # noqa: S101  checked by webmap
    grid = layer.raster.grid
    pixels = min(MOST_PIXELS, max(_FEWEST_PIXELS, 2 * grid.width * grid.height))
    width = min(pixels, max(1, round((pixels * wide / high) ** 0.5)))
    height = max(1, min(pixels // width, round(width * high / wide)))
    return _Frame(width, height, (left, bottom, right, top), degrees)


def _warp(layer: Layer, frame: _Frame, resampling: Resampling) -> Floats:
    assert layer.raster is not None  # noqa: S101  checked by webmap
    grid = layer.raster.grid
    a, b, c, d, e, f = grid.transform
    left, bottom, right, top = frame.metres
    warped = np.full((frame.height, frame.width), np.nan)
    reproject(
        layer.raster.values(),
        warped,
        src_transform=Affine(a, b, c, d, e, f),
        src_crs=grid.crs,
        src_nodata=np.nan,
        dst_transform=Affine(
            (right - left) / frame.width, 0.0, left, 0.0, (bottom - top) / frame.height, top
        ),
        dst_crs=_PAGE,
        dst_nodata=np.nan,
        resampling=resampling,
    )
    return warped


def _png(index: Ints, colors: list[str]) -> str:
    """Write classes as a palette picture; the first colour is nothing at all.

    Parameters
    ----------
    index : array of int
        Number of the colour of each dot, shape (rows, columns); 0 for none.
    colors : list of str
        ``#rrggbb`` from number 1 on.

    Returns
    -------
    str
        A data URL.
    """
    ink: dict[int, Any] = {0: (0, 0, 0, 0)}
    for at, color in enumerate(colors, start=1):
        ink[at] = (*(int(color[n : n + 2], 16) for n in (1, 3, 5)), 255)
    height, width = index.shape
    with MemoryFile(ext=".png") as memory:
        with memory.open(
            driver="PNG",
            dtype="uint8",
            count=1,
            width=width,
            height=height,
            transform=Affine(1.0, 0.0, 0.0, 0.0, -1.0, float(height)),
        ) as out:
            out.write((index + 1).astype(np.uint8), 1)
            out.write_colormap(1, ink)
        content = memory.read()
    return "data:image/png;base64," + base64.b64encode(content).decode("ascii")
