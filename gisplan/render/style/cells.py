"""Classes of the cells of a raster: its codes, or classes of its numbers."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from gisplan.arrays import Floats
from gisplan.catalog.layer import Column, Layer
from gisplan.catalog.map import Style
from gisplan.catalog.raster import Raster
from gisplan.render.style.class_breaks import by_breaks, by_values
from gisplan.render.style.classify import classify
from gisplan.render.style.named import named
from gisplan.render.style.symbology import SymbologyClass
from gisplan.render.style.words import rounded
from gisplan.text import Text

#: Cells from which quantiles and natural breaks are found; of a larger raster an even sample.
_MOST_CUT = 10_000_000


def is_coded(style: Style, column: Column) -> bool:
    """Tell whether cells hold codes, each with a meaning of its own, not amounts.

    Parameters
    ----------
    style : Style
        As a map declares it.
    column : Column
        The raster's.

    Returns
    -------
    bool
        Whether the column names its values, or the style colours of some.
    """
    return bool(column.values) or bool(style.colors)


def by_code(style: Style, layer: Layer, *, where: Text) -> tuple[SymbologyClass, ...]:
    """Make a class for each code of a raster.

    Parameters
    ----------
    style : Style
        As a map declares it.
    layer : Layer
        Of geometry ``raster``.
    where : Text
        What the style is of, for messages.

    Returns
    -------
    tuple of SymbologyClass
        Of the codes that the column declares, in its order; where it declares none, of those
        found in the cells.

    Raises
    ------
    DeclarationError
        If a colour is wrong.
    """
    column = layer.spec.columns[0]
    assert layer.raster is not None  # noqa: S101  the caller looked
    return named(style, column, column.values or _codes(layer.raster), where=where)


def _codes(raster: Raster) -> list[str]:
    found: Floats = np.array([])
    for block in raster.blocks():
        found = np.union1d(found, block.values[np.isfinite(block.values)])
    return [str(rounded(code)) for code in found]


def by_amount(style: Style, layer: Layer) -> tuple[SymbologyClass, ...]:
    """Make classes of the numbers of a raster.

    Parameters
    ----------
    style : Style
        As a map declares it.
    layer : Layer
        Of geometry ``raster``.

    Returns
    -------
    tuple of SymbologyClass
        Own breaks and equal intervals need no look at the cells and are told by their bounds,
        the others by the values that they hold.

    Raises
    ------
    DeclarationError
        If the palette or scheme is wrong.
    """
    column, least, most = layer.spec.columns[0], *extremes(layer)
    if style.scheme == "breaks":
        cut = classify(np.array([least, most]), scheme="breaks", breaks=tuple(style.breaks))
        return by_breaks(style, column, cut.upper)
    if style.scheme == "equal_interval":
        steps = style.classes if least < most else 1
        width = (most - least) / steps
        upper = [*(least + width * step for step in range(1, steps)), most]
        return by_breaks(style, column, upper, least=least)
    assert layer.raster is not None  # noqa: S101  the caller looked
    values = np.concatenate([*_sampled(layer.raster), np.array([])])
    cut = classify(values, scheme=style.scheme, classes=style.classes)
    return by_values(style, column, cut.upper, values, cut.index)


def extremes(layer: Layer) -> tuple[float, float]:
    """Give the lowest and highest value of a raster.

    Parameters
    ----------
    layer : Layer
        Of geometry ``raster``.

    Returns
    -------
    tuple of float
        As its table tells them.
    """
    facts = layer.table.iloc[0]
    return float(facts["minimum"]), float(facts["maximum"])


def _sampled(raster: Raster) -> Iterator[Floats]:
    # Give the values of the cells, of very many those of every so manieth row and column.
    cells = raster.grid.width * raster.grid.height
    step = max(1, int(np.ceil(np.sqrt(cells / _MOST_CUT))))
    for block in raster.blocks():
        values = block.values[-block.row % step :: step, -block.column % step :: step]
        yield values[np.isfinite(values)]
