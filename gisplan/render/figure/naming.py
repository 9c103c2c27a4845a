"""Names on a sheet's map: beside their places where there is room, of few units always."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import pandas as pd
import shapely
from matplotlib import patheffects
from matplotlib.axes import Axes

from gisplan.render.figure.beneath import Beneath
from gisplan.render.figure.mapping import MANY, SheetPart
from gisplan.render.figure.paper import INK, MUTED, RADIUS, Paper
from gisplan.render.figure.words import clean
from gisplan.render.web.encode import pair
from gisplan.text import Lang

#: Left, bottom, right and top in points.
Box = tuple[float, float, float, float]

_LABEL = {"polygon": 7.0, "line": 6.5, "point": 6.0}
#: Points that a name stays clear of a mark.
_CLEAR = 2.0
#: Units of a layer up to which each gets its name, and shifts in points up to which it is beside.
_FEW, _NEAR = 30, 9.5
#: Shifts in points at which a name with a line to its place is tried.
_FAR = tuple(
    (1.3 * far * float(np.cos(turn)), far * float(np.sin(turn)))
    for far in (16, 24, 34, 46, 60)
    for turn in np.linspace(0, 2 * np.pi, 16, endpoint=False)
)


def label(
    axes: Axes,
    paper: Paper,
    parts: Sequence[SheetPart],
    beneath: Beneath,
    lang: Lang,
    *,
    kept: Sequence[Box] = (),
) -> None:
    """Write names where there is room, those of few units with a line where there is none.

    What would lie on another name, or beyond the edge, is left out.

    Parameters
    ----------
    axes : Axes
        Axes of the map, in metres of the projection.
    paper : Paper
        The page, in points.
    parts : sequence of SheetPart
        From bottom to top; names of the upper ones come first.
    beneath : Beneath
        What lies beneath; its names come last.
    lang : Lang
        Language of the names.
    kept : sequence of Box, optional
        Where no name may lie, in points of the page: the scale, the arrow.
    """
    points = [part for part in parts if part.layer.spec.geometry == "point"]
    marks = [box for part in points for box in _around(axes, part)]
    taken: list[Box] = list(kept)
    named = [
        (shape, said, _LABEL[part.layer.spec.geometry], INK, len(part.shapes) <= _FEW)
        for part in reversed([one for one in parts if one.layer.raster is None])
        for shape, said in _names(part, lang)
    ]
    named += [(shape, said, 6.0, MUTED, False) for shape, said in beneath.names(lang)]
    for shape, said, size, color, led in named:
        place = _room(axes, paper, shape, (said, size), (taken, marks), far=led)
        if place is None:
            continue
        anchor, shift, box = place
        taken.append(box)
        line = {"arrowstyle": "-", "color": "#44535e", "linewidth": 0.5, "shrinkA": 0, "shrinkB": 0}
        text = axes.annotate(
            said,
            anchor,
            xytext=shift,
            textcoords="offset points",
            ha="center",
            va="center",
            fontproperties=paper.font(size),
            color=color,
            zorder=100,
            parse_math=False,
            arrowprops=line if abs(shift[0]) + abs(shift[1]) > _NEAR else None,
        )
        text.set_path_effects([patheffects.withStroke(linewidth=1.8, foreground="#ffffff")])


def _names(part: SheetPart, lang: Lang) -> Iterator[tuple[Any, str]]:
    name = part.item.style.label_column
    both = pair(part.layer.spec, name) if name else None
    if both is None:
        return
    column = part.layer.table[both[0 if lang == "zh" else 1]]
    for shape, rows in zip(part.shapes, part.places.rows, strict=True):
        value = column.iloc[rows[0]]
        said = "" if pd.isna(value) else clean(str(value))
        if said:
            yield shape, said


def _around(axes: Axes, part: SheetPart) -> list[Box]:
    """Give the boxes of a layer's marks, in points.

    Parameters
    ----------
    axes : Axes
        Axes of the map, in metres of the projection.
    part : SheetPart
        The layer.

    Returns
    -------
    list of Box
        Left, bottom, right and top of each; none of a layer of very many points.
    """
    if len(part.shapes) > MANY:
        return []
    xy = axes.transData.transform(shapely.get_coordinates(part.shapes))
    radii = [RADIUS[precision] + _CLEAR for precision in part.places.precision]
    return [(x - r, y - r, x + r, y + r) for (x, y), r in zip(xy, radii, strict=True)]


def _room(
    axes: Axes,
    paper: Paper,
    shape: Any,
    label: tuple[str, float],
    lying: tuple[Sequence[Box], Sequence[Box]],
    *,
    far: bool = False,
) -> tuple[tuple[float, float], tuple[float, float], Box] | None:
    """Find where a name lies on no other, and on no mark if that can be.

    Parameters
    ----------
    axes : Axes
        Axes of the map, in metres of the projection.
    paper : Paper
        The page, in points.
    shape : Any
        What is named.
    label : tuple[str, float]
        The name, and its size in points.
    lying : tuple[sequence of Box], Sequence[Box]
        Boxes of names, and of marks.
    far : bool
        Whether it may stand farther off where there is no room beside its place.

    Returns
    -------
    tuple[tuple[float, float], tuple[float, float], Box] or None
        Where the name is anchored, how far right and above, and its box; None if there is no room.
    """
    (said, size), (taken, marks) = label, lying
    anchor = _anchor(shape)
    x, y = axes.transData.transform(anchor)
    half, tall = paper.measure(said, size) / 2 + 1, 0.7 * size
    near = (8.0, -8.0) if shape.geom_type == "Point" else (0.0, 9.0, -9.0)
    edge = axes.get_window_extent()
    free = [
        (anchor, (dx, dy), box)
        for dx, dy in [*((0.0, up) for up in near), *(_FAR if far else ())]
        if not _meets(box := (x + dx - half, y + dy - tall, x + dx + half, y + dy + tall), taken)
        and edge.x0 < box[0]
        and box[2] < edge.x1
        and edge.y0 < box[1]
        and box[3] < edge.y1
    ]
    return next((one for one in free if not _meets(one[2], marks)), free[0] if free else None)


def _anchor(shape: Any) -> tuple[float, float]:
    if shape.geom_type == "Point":
        return float(shape.x), float(shape.y)
    parts = shapely.get_parts(shape)
    if shape.geom_type.endswith("Polygon"):
        part = parts[int(np.argmax(shapely.area(parts)))]
        circle = shapely.maximum_inscribed_circle(part, tolerance=part.length / 500)
        x, y = shapely.get_coordinates(circle)[0]
    else:
        longest = parts[int(np.argmax(shapely.length(parts)))]
        middle = longest.interpolate(0.5, normalized=True)
        x, y = middle.x, middle.y
    return float(x), float(y)


def _meets(one: Box, others: Sequence[Box]) -> bool:
    return any(
        one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
        for other in others
    )
