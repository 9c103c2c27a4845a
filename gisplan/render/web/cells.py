"""What a raster looks like on a map: its classes, and the class of each dot of a picture."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from rasterio import Affine
from rasterio.enums import Resampling
from rasterio.warp import reproject

from gisplan.arrays import Floats, Ints
from gisplan.catalog.layer import Layer
from gisplan.catalog.map import MapLayer
from gisplan.catalog.raster import Affine6, Raster
from gisplan.errors import DeclarationError
from gisplan.render.style import palettes
from gisplan.render.style.symbolize import symbolize
from gisplan.render.style.symbology import MISSING, Symbology
from gisplan.render.web import legend
from gisplan.render.web.encode import Json
from gisplan.text import Text


@dataclass(frozen=True, slots=True)
class Cells:
    """A raster as it is drawn.

    Attributes
    ----------
    drawn : dict
        ``style``; ``legend`` with ``classes`` (see
        :func:`gisplan.render.web.legend.class_list`; counts of cells), of codes those that occur.
    drawing : Symbology
        With all classes.
    shown : numpy.ndarray of int
        The number in the legend of each class; :data:`MISSING` of codes that do not occur, and
        last that of no class.
    """

    drawn: Json
    drawing: Symbology
    shown: Ints

    @property
    def coded(self) -> bool:
        """Whether the cells hold codes.

        Returns
        -------
        bool
            False where they hold amounts.
        """
        return self.drawing.kind == "categories"

    def index(self, values: Floats) -> Ints:
        """Give the number in the legend of each value.

        Parameters
        ----------
        values : numpy.ndarray of float
            Of any shape; NaN has no value.

        Returns
        -------
        numpy.ndarray of int
            :data:`MISSING` where there is no value, and of codes in no class.
        """
        return self.shown[self.drawing.classes_of_numbers(values)]


def draw(item: MapLayer, layer: Layer) -> Cells:
    """Say how a raster is drawn and explained.

    Parameters
    ----------
    item : MapLayer
        Of style ``cells``.
    layer : Layer
        Of geometry ``raster``.

    Returns
    -------
    Cells
        The data for the page, and the class of any value.

    Raises
    ------
    DataError
        If it has too many cells.
    DeclarationError
        If a colour, palette or scheme is wrong, or there are too many codes.
    """
    assert layer.raster is not None  # noqa: S101  the caller looked
    values = layer.raster.values()
    drawing = symbolize(item.style, layer)
    index = drawing.classes_of_numbers(values)
    counts = np.bincount(index[index >= 0], minlength=len(drawing.classes))
    coded = drawing.kind == "categories"
    occurs = [at for at, count in enumerate(counts) if count or not coded]
    if coded:
        _hold(len(occurs), layer)
    shown = np.full(len(drawing.classes) + 1, MISSING, dtype=np.int64)
    shown[occurs] = range(len(occurs))
    classes = legend.class_list(
        [drawing.classes[at] for at in occurs], [int(counts[at]) for at in occurs]
    )
    _part_colors(classes)
    drawn = {
        "style": legend.look(item.style, drawing),
        "legend": {**legend.heading(drawing), "classes": classes, "missing": 0},
    }
    return Cells(drawn, drawing, shown)


def _hold(codes: int, layer: Layer) -> None:
    if codes <= palettes.MOST_CATEGORIES:
        return
    name = layer.spec.columns[0].name
    raise DeclarationError(
        Text(
            f"列 {name} 有 {codes} 种代码，图例最多 {palettes.MOST_CATEGORIES} 种。",
            f"Column {name} has {codes} codes; a legend holds {palettes.MOST_CATEGORIES} at most.",
        )
    )


def _part_colors(classes: list[Json]) -> None:
    # Make colours that are the same differ by a hair, since the page reads classes from them.
    taken: set[str] = set()
    for one in classes:
        number = int(one["color"][1:], 16)
        while f"#{number:06x}" in taken:
            number = (number + 1) % 2**24
        one["color"] = f"#{number:06x}"
        taken.add(one["color"])


def classes_at(
    raster: Raster, cells: Cells, *, crs: str, transform: Affine6, size: tuple[int, int]
) -> Ints:
    """Give the class of each dot of a picture: that of the cell in which its middle lies.

    Nothing is averaged: what is between two values or codes may mean something else.

    Parameters
    ----------
    raster : Raster
        Grid and blocks of cells.
    cells : Cells
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
        Number of the class in the legend; :data:`MISSING` outside of the raster, where it has no
        data, and for codes that are in no class.

    Raises
    ------
    DataError
        If the raster has more cells than may be taken whole.
    """
    values: Floats = np.full(size, np.nan)
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
    return cells.index(values)
