"""What a raster looks like on a map: its classes, and the class of each dot of a picture."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from rasterio import Affine
from rasterio.enums import Resampling
from rasterio.warp import reproject

from gisplan.arrays import Floats, Ints
from gisplan.catalog.layer import Column, Layer
from gisplan.catalog.map import MapLayer, Style
from gisplan.catalog.raster import Affine6, Raster
from gisplan.errors import DeclarationError
from gisplan.render.style import palettes
from gisplan.render.web import encode, legend, safe
from gisplan.render.web.encode import Json
from gisplan.text import Text

#: Class of a cell without data.
NONE = -1


def draw(item: MapLayer, layer: Layer) -> Json:
    """Say how a raster is drawn and explained.

    Parameters
    ----------
    item : MapLayer
        Of style ``cells``.
    layer : Layer
        Of geometry ``raster``.

    Returns
    -------
    dict
        ``style``; ``legend`` with ``classes`` (colour; lowest and highest value, or words; number
        of cells); ``coded``, whether the cells hold codes; ``upper``, the codes, or the inclusive
        upper bounds of the classes.

    Raises
    ------
    DataError
        If it has too many cells.
    DeclarationError
        If a colour, palette or scheme is wrong, or there are too many codes.
    """
    assert layer.raster is not None  # noqa: S101  the caller looked
    column = layer.spec.columns[0]
    coded = bool(column.values) or bool(item.style.colors)
    values = layer.raster.values()
    find = _codes if coded else _ranges
    classes, upper = find(item.style, column, values)
    _part_colors(classes)
    return {
        "style": {**legend.look(item.style, layer.spec.name), "weight": 1.0, "dash": ""},
        "legend": {**encode.heading(column, column), "classes": classes, "missing": 0},
        "coded": coded,
        "upper": upper,
    }


def _ranges(style: Style, column: Column, values: Floats) -> tuple[list[Json], Floats]:
    held = values[np.isfinite(values)]
    cut, classes = legend.ranges(style, column, held)
    counts = np.bincount(cut.index, minlength=len(classes))
    upper = np.asarray(cut.upper, dtype=float)
    return [{**one, "count": int(n)} for one, n in zip(classes, counts, strict=True)], upper


def _codes(style: Style, column: Column, values: Floats) -> tuple[list[Json], Floats]:
    found = np.unique(values[np.isfinite(values)])
    if len(found) > palettes.MOST_CODES:
        raise DeclarationError(
            Text(
                f"列 {column.name} 有 {len(found)} 种代码，图例最多 {palettes.MOST_CODES} 种。",
                f"Column {column.name} has {len(found)} codes; a legend holds "
                f"{palettes.MOST_CODES} at most.",
            )
        )
    where = Text(f"列 {column.name} 的样式", f"Style of column {column.name}")
    left = iter(palettes.categories(len(found)))
    classes: list[Json] = []
    for code in found:
        name = str(encode.number(code))
        words = style.labels.get(name) or column.labels.get(name) or Text(name, name)
        given = style.colors.get(name)
        color = safe.color(given, where=where) if given else next(left)
        count = int((values == code).sum())
        classes.append({"color": color, "words": encode.text(words), "count": count})
    return classes, found


def _part_colors(classes: list[Json]) -> None:
    """Make colours that are the same differ by a hair, since the page reads classes from them."""
    taken: set[str] = set()
    for one in classes:
        number = int(one["color"][1:], 16)
        while f"#{number:06x}" in taken:
            number = (number + 1) % 2**24
        one["color"] = f"#{number:06x}"
        taken.add(one["color"])


def index(values: Floats, upper: Floats, *, coded: bool) -> Ints:
    """Give the class of each value; :data:`NONE` without data, and for codes in no class."""
    found = np.searchsorted(upper, values, side="left")
    known = np.isfinite(values)
    if coded:
        known &= upper[np.minimum(found, len(upper) - 1)] == values
    else:
        # Interpolation may pass the largest value by its rounding.
        found = np.minimum(found, len(upper) - 1)
    return np.where(known, found, NONE).astype(np.int64)


def classes_at(
    raster: Raster, drawn: Json, *, crs: str, transform: Affine6, size: tuple[int, int]
) -> Ints:
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
    return index(values, drawn["upper"], coded=drawn["coded"])
