"""An answer drawn: as a page like those of a build, or by Matplotlib in the same classes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pandas as pd

from gisplan.api.document import drawing_sheet
from gisplan.api.notebook.answer import Answer
from gisplan.catalog.layer import Layer
from gisplan.catalog.map import Headline, MapGroup, MapLayer, MapSpec, Style, popup_of
from gisplan.errors import DataError
from gisplan.render.web import webmap
from gisplan.text import Text

_COLOR, _GROUND = "#0072B2", "#5f6368"


def page(answer: Answer) -> str:
    """Draw an answer as a page.

    Parameters
    ----------
    answer : Answer
        What was found.

    Returns
    -------
    str
        The HTML.

    Raises
    ------
    DataError
        If nothing of it has a place.
    """
    placed = [layer for layer in answer.layers if _has_place(layer)]
    if not placed:
        raise no_place(answer)
    # what is asked for lies on top of areas and below points
    order = {"polygon": 0, "raster": 0, "line": 1, "point": 2}
    shown = sorted(placed, key=lambda layer: order[layer.spec.geometry])
    items = tuple(_item(layer, answer, top=layer is placed[0]) for layer in shown)
    groups = [MapGroup(title=answer.title, layers=items)]
    if answer.ground:
        outline = Style(kind="outline", color=_GROUND, weight=1.0)
        below = tuple(
            MapLayer(layer=layer.spec.name, popup=popup_of(layer.spec), style=outline)
            for layer in answer.ground
        )
        groups.append(MapGroup(title=Text("行政区划", "administrative units"), layers=below))
    spec = MapSpec(
        name="answer",
        title=answer.title,
        description=_said(answer),
        attribution=Text("", ""),
        review_number=answer.place.review_number,
        groups=tuple(groups),
        headlines=tuple(Headline(title=layer.spec.title, layer=layer.spec.name) for layer in shown),
        path=Path("notebook"),
        wants_context=False,
    )
    layers = {layer.spec.name: layer for layer in (*answer.ground, *shown)}
    return webmap.render(spec, layers, lang=answer.lang)


def plot(answer: Answer, column: str | None, ax: Any) -> Any:
    """Draw the shapes of an answer's table by Matplotlib.

    Parameters
    ----------
    answer : Answer
        What was found.
    column : str or None
        Column to colour by.
    ax : matplotlib.axes.Axes or None
        Where to draw.

    Returns
    -------
    matplotlib.axes.Axes
        With title and legend.

    Raises
    ------
    DataError
        If the table has no shapes.
    FileError
        If Matplotlib is missing.
    """
    layer = answer.layers[0]
    if layer.spec.geometry in ("none", "raster"):
        raise no_place(answer)
    style = _style(layer, answer) if column is None else _by_column(layer, column)
    drawing_sheet()  # says what to install where Matplotlib is missing
    from gisplan.render.figure import axes

    return axes.draw(
        layer, style, title=answer.title, lang=answer.lang, ground=answer.ground, ax=ax
    )


def _has_place(layer: Layer) -> bool:
    return layer.spec.geometry != "none" and len(layer.table) > 0


def no_place(answer: Answer) -> DataError:
    """Say that nothing of an answer can be drawn.

    Parameters
    ----------
    answer : Answer
        What was found.

    Returns
    -------
    DataError
        To be raised.
    """
    return DataError(
        Text(
            f"“{answer.title.zh}”没有可画的位置；表在 .table",
            f"“{answer.title.en}” has nothing with a place to draw; its table is .table",
        )
    )


def _said(answer: Answer) -> Text:
    zh, en = replace(answer, lang="zh"), replace(answer, lang="en")
    return Text(zh.worth or answer.title.zh, en.worth or answer.title.en)


def _item(layer: Layer, answer: Answer, *, top: bool) -> MapLayer:
    return MapLayer(
        layer=layer.spec.name,
        popup=popup_of(layer.spec),
        show=top or layer.spec.geometry == "point",
        style=_style(layer, answer),
    )


def _style(layer: Layer, answer: Answer) -> Style:
    known: Mapping[str, Style] = answer.styles
    if layer.spec.name in known:
        return known[layer.spec.name]
    if layer.spec.geometry == "raster":
        return Style(kind="cells")
    if layer.spec.geometry == "point":
        return Style(kind="points", color=_COLOR)
    numbers = [
        column.name
        for column in layer.spec.columns
        if column.type in ("number", "integer") and layer.table[column.name].notna().any()
    ]
    if layer.spec.geometry == "polygon" and numbers:
        return _by_column(layer, numbers[-1])
    return Style(kind="outline", color=_COLOR)


def _by_column(layer: Layer, name: str) -> Style:
    if name not in layer.spec.column_names:
        names = ", ".join(layer.spec.column_names)
        raise DataError(
            Text(f"没有列 {name}；有：{names}", f"there is no column {name}; there are: {names}")
        )
    column = layer.spec.column(name)
    if column.type in ("number", "integer"):
        count = layer.table[name].nunique()
        return Style(kind="choropleth", column=name, classes=max(1, min(5, count)))
    from gisplan.render.style.palettes import OKABE_ITO

    values = pd.unique(layer.table[name].dropna().astype("str"))
    colors = dict(zip(values, OKABE_ITO, strict=False))
    return Style(kind="categories", column=name, colors=colors)
