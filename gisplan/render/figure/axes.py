"""A layer on the axes of Matplotlib, in the classes and colours that the page gives it."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Sequence
from typing import Any

import geopandas as gpd
import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes
from matplotlib.font_manager import FontProperties
from matplotlib.lines import Line2D
from matplotlib.patches import Patch

from gisplan.catalog.layer import Layer
from gisplan.catalog.map import Style
from gisplan.errors import FileError
from gisplan.render.figure import fonts
from gisplan.render.figure.paper import pattern
from gisplan.render.figure.side_by_side import Lane, lanes
from gisplan.render.style.symbolize import symbolize
from gisplan.render.style.symbology import Symbology
from gisplan.text import Lang, Text

_GROUND = "#5f6368"
#: Signs of a line of the legend, and lines of a column of it: more would be cut at the edge.
_SIGNS, _ROWS = 36, 24


def draw(
    layer: Layer,
    style: Style,
    *,
    title: Text,
    lang: Lang,
    ground: Sequence[Layer] = (),
    ax: Axes | None = None,
) -> Axes:
    """Draw a layer on axes.

    Parameters
    ----------
    layer : Layer
        With shapes, EPSG:4326.
    style : Style
        How it is drawn.
    title : Text
        Stands above.
    lang : {"zh", "en"}
        Language of the words.
    ground : sequence of Layer, optional
        Polygons whose borders lie below.
    ax : matplotlib.axes.Axes, optional
        A new figure's if left out.

    Returns
    -------
    matplotlib.axes.Axes
        With title, and with a legend where there are classes.

    Raises
    ------
    DeclarationError
        If the style can't be.
    """
    drawn = symbolize(style, layer)
    colors = [style.color] * len(layer.table)
    if drawn.classes:
        classes = drawn.classes_of(layer.table)
        colors = [(drawn.classes[at] if at >= 0 else drawn.missing).color for at in classes]
    apart = ax is None
    if ax is None:
        _, ax = plt.subplots(figsize=(8, 6), layout="constrained")
    for below in ground:
        gpd.GeoDataFrame(below.table).boundary.plot(ax=ax, color=_GROUND, linewidth=0.6)
    along = layer.spec.geometry == "line"
    if along:
        _lines(ax, layer, drawn, colors)
    else:
        edge: dict[str, Any] = {}
        if layer.spec.geometry == "polygon":
            edge = {"edgecolor": "#ffffff", "linewidth": 0.4}
        gpd.GeoDataFrame(layer.table).plot(ax=ax, color=colors, **edge)
    # Chinese words need a face that has them; where none is installed English ones do without
    face = None
    with contextlib.suppress(FileError):
        face = fonts.families()
    if drawn.classes and drawn.column is not None:
        handles = [
            Line2D([], [], label=_folded(one.words.get(lang)), **_line(drawn, one.color, one.dash))
            if along
            else Patch(color=one.color, label=_folded(one.words.get(lang)))
            for one in drawn.classes
        ]
        ax.legend(
            handles=handles,
            title=_folded(drawn.column.title_with_unit.get(lang)),
            prop=FontProperties(family=face, size="small"),
            title_fontproperties=FontProperties(family=face, size="small"),
            ncols=-(-len(handles) // _ROWS),
            # beside axes that are somebody else's there may be no room
            **({"loc": "upper left", "bbox_to_anchor": (1.0, 1.0)} if apart else {"loc": "best"}),
        )
    ax.set_title(title.get(lang), fontproperties=FontProperties(family=face, size="large"))
    ax.set_axis_off()
    return ax


def _folded(words: str) -> str:
    """Fold words of a legend into lines that fit beside the map.

    Parameters
    ----------
    words : str
        Chinese signs count for two.

    Returns
    -------
    str
        With line breaks, at spaces where there are some.
    """
    lines, width = [""], 0
    for part in re.findall(r"[\u2e80-\uffef]\s*|[^\s\u2e80-\uffef]+\s*", words):
        wide = sum(2 if sign >= "\u2e80" else 1 for sign in part.rstrip())
        if width + wide > _SIGNS and lines[-1]:
            lines, width = [*lines, ""], 0
        lines[-1] += part
        width += wide + len(part) - len(part.rstrip())
    return "\n".join(line.rstrip() for line in lines)


def _lines(ax: Axes, layer: Layer, drawn: Symbology, colors: Sequence[str]) -> None:
    # Each look by itself: GeoPandas takes one width and one pattern.
    table = gpd.GeoDataFrame(layer.table)
    of = drawn.classes_of(layer.table) if drawn.classes else np.full(len(table), -1)
    dashes = [drawn.classes[at].dash if at >= 0 else "" for at in of]
    lane = lanes(table, of) if drawn.classes and drawn.kind == "categories" else {}
    looks = list(zip(colors, dashes, (lane.get(int(at), 0) for at in of), strict=True))
    for look in dict.fromkeys(looks):
        color, dash, side = look
        mine = table[[one == look for one in looks]]
        # a lane at the edge of what is drawn may lie beyond the axes
        beside = {"path_effects": [Lane(side)], "clip_on": False} if side else {}
        mine.plot(ax=ax, **_line(drawn, color, dash), **beside)


def _line(drawn: Symbology, color: str, dash: str) -> dict[str, Any]:
    weight = 0.75 * drawn.weight
    return {
        "color": color,
        "linewidth": weight,
        "linestyle": pattern(dash or drawn.dash, weight),
    }
