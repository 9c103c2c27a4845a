"""What a raster looks like on a map: its classes, and the class of each dot of a picture."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from rasterio import Affine
from rasterio.enums import Resampling
from rasterio.warp import reproject

from gisplan.composition import MapLayer
from gisplan.errors import DataError
from gisplan.grid import Affine6, Raster
from gisplan.present import encode, legend
from gisplan.present.encode import Json
from gisplan.schema import Layer
from gisplan.text import Text

#: Class of a cell without data.
NONE = -1
#: Categories that a legend can tell apart, where the declaration lists none.
_MOST_CODES = 40


def draw(item: MapLayer, layer: Layer) -> Json:
    """Say how a raster is drawn and explained.

    Parameters
    ----------
    item : MapLayer
        Its style is a choropleth or categories of the raster's column.
    layer : Layer
        Of geometry ``raster``.

    Returns
    -------
    dict
        ``style`` and ``legend`` as :func:`gisplan.present.legend.draw` gives them, without
        counts, and ``bounds``: for a choropleth the inclusive upper bound of each class; or
        ``codes``: for categories the value of each.

    Raises
    ------
    DataError
        If the raster is too large to be classed, or has too many different codes.
    DeclarationError
        If a colour, palette or scheme is wrong.
    """
    style = item.style
    assert layer.raster is not None  # noqa: S101  the caller looked
    assert style.column is not None  # noqa: S101  checked with the composition
    column = layer.spec.column(style.column)
    drawn: Json = {"style": legend.look(style, layer.spec.name)}
    drawn["legend"] = encode.heading(column, column)
    if style.kind == "choropleth":
        # Own breaks need no look at all the cells.
        values = (
            layer.table[["minimum", "maximum"]].to_numpy(dtype=float).ravel()
            if style.scheme == "breaks"
            else _held(layer.raster)
        )
        cut, classes = legend.ranges(style, column, values)
        drawn["bounds"] = cut.upper
    else:
        codes = [float(code) for code in column.values] or _codes(layer)
        drawn["codes"] = codes
        classes = legend.named(style, layer.spec, [f"{code:g}" for code in codes])
    drawn["legend"]["classes"] = classes
    return drawn


def _held(raster: Raster) -> NDArray[np.float64]:
    values = raster.values()
    return values[~np.isnan(values)]


def _codes(layer: Layer) -> list[float]:
    assert layer.raster is not None  # noqa: S101  the caller looked
    found = np.unique(_held(layer.raster))
    if len(found) > _MOST_CODES:
        raise DataError(
            Text(
                f"栅格 {layer.spec.name} 有 {len(found)} 种值，不宜按类别显示；"
                "请用分级设色（choropleth），或在声明中列出 values",
                f"raster {layer.spec.name} has {len(found)} different values, too many for"
                " categories; use a choropleth, or list the values in its declaration",
            )
        )
    return [float(code) for code in found]


def classes_at(
    raster: Raster, drawn: Json, *, crs: str, transform: Affine6, size: tuple[int, int]
) -> NDArray[np.int64]:
    """Give the class of each dot of a picture: that of the cell in which its middle lies.

    Nothing is averaged: what is between two values or codes may mean something else.

    Parameters
    ----------
    raster : Raster
    drawn : dict
        As :func:`draw` gives it.
    crs : str
        Of the picture, as WKT.
    transform : tuple of float
        From column and row of a dot's corner to coordinates in ``crs``.
    size : (int, int)
        Rows and columns of the picture.

    Returns
    -------
    numpy.ndarray of int
        Number of the class in the legend; :data:`NONE` outside of the raster, where it has no
        data, and for codes that are in no class.

    Raises
    ------
    DataError
        If the raster has more cells than may be taken whole.
    """
    values: NDArray[Any] = np.full(size, np.nan)
    reproject(
        raster.values(),
        values,
        src_transform=Affine(*raster.grid.transform),
        src_crs=raster.grid.crs,
        src_nodata=np.nan,
        dst_transform=Affine(*transform),
        dst_crs=crs,
        dst_nodata=np.nan,
        resampling=Resampling.nearest,
        tolerance=0.0,
    )
    index = np.full(size, NONE, dtype=np.int64)
    held = ~np.isnan(values)
    if "bounds" in drawn:
        index[held] = np.searchsorted(drawn["bounds"], values[held], side="left")
        return index
    for at, code in enumerate(drawn["codes"]):
        index[values == code] = at
    return index
