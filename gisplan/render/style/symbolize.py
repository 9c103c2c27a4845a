"""From a declared style and a layer to its symbology: which classes, in which colours and words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from gisplan.catalog.layer import Layer, LayerSpec
from gisplan.catalog.map import Style
from gisplan.render.style import cells, checks
from gisplan.render.style.class_breaks import by_breaks, by_values
from gisplan.render.style.classify import classify
from gisplan.render.style.named import GREYS, by_value, grey_beside
from gisplan.render.style.palettes import NO_DATA, OTHER
from gisplan.render.style.positions import find_places
from gisplan.render.style.symbology import FlowWidths, Symbology, SymbologyClass, numbers_of
from gisplan.render.style.words import MISSING, SEVERAL
from gisplan.text import Text

#: What stands for no value, from the first choice.
_PALE = (NO_DATA, "#eceef0", "#b9bfc5")
#: Amounts in the legend of flows, in shares of the largest.
_SAMPLES = (1, 0.3, 0.1)


def symbolize(style: Style, layer: Layer) -> Symbology:
    """Decide how a layer is drawn.

    Parameters
    ----------
    style : Style
        As a map declares it.
    layer : Layer
        With its table; of shapes in any coordinates, or a raster.

    Returns
    -------
    Symbology
        With all classes, in their colours and words.

    Raises
    ------
    DeclarationError
        If a colour, dash pattern, palette or scheme is wrong.
    DataError
        If a number is infinite.
    """
    spec = layer.spec
    where = Text(f"图层 {spec.name} 的样式", f"Style of layer {spec.name}")
    raster = layer.raster is not None
    plain = Symbology(
        filled=style.kind not in ("outline", "flows"),
        color=checks.color(style.color, where=where),
        weight=1.0 if raster else float(style.weight),
        dash="" if raster else checks.dash(style.dash, where=where),
        opacity=min(1.0, max(0.0, float(style.opacity))),
        by_precision=spec.geometry == "point" and spec.positions == "mixed",
        positions="site" if spec.positions == "mixed" else spec.positions,
        label=None if raster else _label(style, spec),
        # where the map has words of its own for it, a mark without a value says something definite
        missing_known=spec.geometry == "point" and "" in style.labels,
    )
    if raster:
        return _of_cells(plain, style, layer, where)
    if style.column is None or style.kind in ("outline", "cells"):
        return plain
    column = spec.column(style.column)
    if style.kind == "flows":
        missing = SymbologyClass(color=OTHER, words=style.labels.get("", MISSING))
        widths = _widths(style, layer)
        return replace(plain, kind="flows", column=column, widths=widths, missing=missing)
    if style.kind == "choropleth":
        return _of_numbers(plain, style, layer)
    classes = by_value(style, column, layer.table[style.column], where=where)
    return replace(
        _beside(plain, style, classes), kind="categories", column=column, classes=classes
    )


def _of_numbers(plain: Symbology, style: Style, layer: Layer) -> Symbology:
    column = layer.spec.column(str(style.column))
    values = numbers_of(layer.table[column.name])
    cut = classify(values, scheme=style.scheme, classes=style.classes, breaks=tuple(style.breaks))
    if style.scheme == "breaks":
        classes = by_breaks(style, column, cut.upper)
    else:
        classes = by_values(style, column, cut.upper, values, cut.index)
    made = replace(
        _beside(plain, style, classes), kind="class_breaks", column=column, classes=classes
    )
    if not classes:
        return made
    return replace(made, least=float(np.nanmin(values)), most=float(np.nanmax(values)))


def _of_cells(plain: Symbology, style: Style, layer: Layer, where: Text) -> Symbology:
    column = layer.spec.columns[0]
    if cells.is_coded(style, column):
        codes = cells.by_code(style, layer, where=where)
        return replace(
            _beside(plain, style, codes), kind="categories", column=column, classes=codes
        )
    classes = cells.by_amount(style, layer)
    made = replace(
        _beside(plain, style, classes), kind="class_breaks", column=column, classes=classes
    )
    least, most = cells.extremes(layer)
    return replace(made, least=least, most=most)


def _beside(plain: Symbology, style: Style, classes: Sequence[SymbologyClass]) -> Symbology:
    # Add what stands for no value and for several, in colours that no class has.
    used = [one.color for one in classes]
    pale = grey_beside(used, _PALE)
    grey = grey_beside([*used, pale], GREYS)
    return replace(
        plain,
        # what a missing value says here, such as "not named by the plan"
        missing=SymbologyClass(color=pale, words=style.labels.get("", MISSING)),
        several=SymbologyClass(color=grey, words=SEVERAL),
    )


def _widths(style: Style, layer: Layer) -> FlowWidths:
    amounts = numbers_of(layer.table[style.column])
    # Rows along one and the same line flow together.
    sums = [
        float(np.nansum(amounts[list(rows)]))
        for rows in find_places(layer).rows
        if np.isfinite(amounts[list(rows)]).any()
    ]
    most = max(sums, default=0.0)
    if not most > 0:
        return FlowWidths(widest=float(style.weight), most=0.0)
    samples = dict.fromkeys(float(f"{most * share:.1g}") for share in _SAMPLES)
    return FlowWidths(widest=float(style.weight), most=most, samples=tuple(samples))


def _label(style: Style, spec: LayerSpec) -> str | None:
    name = style.label_column
    if name is None or name in spec.column_names:
        return name
    return f"{name}_zh" if f"{name}_zh" in spec.column_names else None
