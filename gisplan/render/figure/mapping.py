"""The map within a sheet: layers in the projection, marks by precision, labels apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd
import shapely
from matplotlib import patheffects
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection, PathCollection
from matplotlib.colors import to_rgba
from matplotlib.path import Path
from pyproj import Transformer

from gisplan.catalog.layer import Layer
from gisplan.catalog.map import MapLayer
from gisplan.render.figure.beneath import Beneath
from gisplan.render.figure.paper import GROUND, RADIUS, Paper, mark, pattern
from gisplan.render.figure.words import clean
from gisplan.render.style.marks import EXACT
from gisplan.render.style.positions import Places, find_places
from gisplan.render.web import cells, legend
from gisplan.render.web.cells import Cells
from gisplan.render.web.encode import Json, pair
from gisplan.render.web.legend import MISSING, SEVERAL
from gisplan.text import Lang

#: Left, bottom, right and top in points.
Box = tuple[float, float, float, float]

#: Longest edge in degrees that is drawn as one straight line.
_STRAIGHT = 0.1
#: How far a drawn border may be from the layer's, in points: less than any printer shows.
_TOLERANCE = 0.08
#: From this number on, marks are small, and from the next one a picture in SVG and PDF.
_MANY, _TOO_MANY = 600, 5000
_LABEL = {"polygon": 7.0, "line": 6.5, "point": 6.0}
#: Points; a flow that is nearly nothing is still seen.
_THINNEST = 0.6
#: Units of a layer up to which each gets its name, and shifts in points up to which it is beside.
_FEW, _NEAR = 30, 9.5
#: Shifts in points at which a name with a line to its place is tried.
_FAR = tuple(
    (1.3 * far * float(np.cos(turn)), far * float(np.sin(turn)))
    for far in (16, 24, 34, 46, 60)
    for turn in np.linspace(0, 2 * np.pi, 16, endpoint=False)
)
#: Kinds of style that cover nothing.
_THIN = ("outline", "points", "flows")


@dataclass(slots=True)
class SheetPart:
    """One layer with all that is needed to draw it.

    Attributes
    ----------
    item : MapLayer
        How the map shows it.
    layer : Layer
        Its table or cells.
    places : Places
        Where its rows are drawn.
    drawn : dict
        As :func:`gisplan.render.web.legend.draw` gives it.
    cells : Cells, optional
        Of a raster.
    shapes : numpy.ndarray of shapely geometries
        Of the places, in the projection's metres; a raster has none.
    symbol : str, optional
        Level of borders by whose lines an outline is drawn, in the place of its polygons'.
    """

    item: MapLayer
    layer: Layer
    places: Places
    drawn: Json
    cells: Cells | None = None
    shapes: Any = field(default=None)
    symbol: str | None = None

    def colors(self) -> list[str]:
        """Give the colour of each place.

        Returns
        -------
        list of str
            ``#rrggbb`` for each.
        """
        of = self.drawn.get("of")
        if of is None:
            return [self.drawn["style"]["color"]] * len(self.places.rows)
        legend = self.drawn["legend"]
        special = {MISSING: legend["missingColor"], SEVERAL: legend["severalColor"]}
        return [special.get(at) or legend["classes"][at]["color"] for at in of]


def part_of(item: MapLayer, layer: Layer) -> SheetPart:
    """Work out all that is needed to draw a layer, but for where it lies on the sheet.

    Parameters
    ----------
    item : MapLayer
        How the map shows it.
    layer : Layer
        Its table or cells.

    Returns
    -------
    SheetPart
        Without ``shapes``.
    """
    if layer.raster is not None:
        made = cells.draw(item, layer)
        return SheetPart(item, layer, Places((), (), (), ()), made.drawn, made)
    places = find_places(layer)
    return SheetPart(item, layer, places, legend.draw(item, layer, places))


def project(part: SheetPart, transformer: Transformer, metres_per_point: float) -> None:
    """Bring a layer's places onto the sheet.

    Parameters
    ----------
    part : SheetPart
        The layer.
    transformer : Transformer
        From degrees to metres of the projection.
    metres_per_point : float
        Scale of the sheet, by which lines are simplified.
    """
    shapes = np.asarray(part.places.geometry, dtype=object)
    if part.layer.spec.geometry != "point":
        shapes = shapely.segmentize(shapes, _STRAIGHT)
    to_sheet: Any = transformer.transform
    shapes = shapely.transform(shapes, to_sheet, interleaved=False)
    if part.layer.spec.geometry != "point":
        shapes = shapely.simplify(shapes, _TOLERANCE * metres_per_point, preserve_topology=True)
    part.shapes = shapes


def draw(axes: Axes, parts: Sequence[SheetPart], beneath: Beneath, *, crs: str, dpi: int) -> None:
    """Draw the layers from bottom to top, on white land and over what lies around.

    Parameters
    ----------
    axes : Axes
        With its limits set, in metres of the projection.
    parts : sequence of SheetPart
        From bottom to top.
    beneath : Beneath
        What lies beneath.
    crs : str
        The projection as WKT.
    dpi : int
        Of the picture that a raster becomes.
    """
    axes.set_facecolor(GROUND)
    beneath.draw_ground(axes)
    _land(axes, parts)
    over = [at for at, part in enumerate(parts) if part.drawn["style"]["kind"] not in _THIN]
    beneath.draw_lines(axes, zorder=2.8 + max(over, default=-1))
    for at, part in enumerate(parts, start=2):
        if part.layer.raster is not None:
            _cells(axes, part, at, (crs, dpi))
            continue
        if not len(part.shapes):
            continue
        kind = part.layer.spec.geometry
        if part.symbol:
            continue
        {"polygon": _polygons, "line": _lines, "point": _points}[kind](axes, part, at)


def _land(axes: Axes, parts: Sequence[SheetPart]) -> None:
    polygons = [one for one in parts if one.layer.spec.geometry == "polygon" and len(one.shapes)]
    outlines = [one for one in polygons if one.drawn["style"]["kind"] == "outline"]
    outlines.sort(key=lambda one: len(one.shapes))
    for land in (outlines or polygons)[:1]:
        axes.add_collection(
            PathCollection(
                [_path(shape) for shape in land.shapes], facecolors="#ffffff", linewidths=0
            ),
            autolim=False,
        )


def _cells(axes: Axes, part: SheetPart, zorder: int, onto: tuple[str, int]) -> None:
    """Draw a raster as a picture in the sheet's projection; what has no data is transparent.

    Parameters
    ----------
    axes : Axes
        Axes of the map, in metres of the projection.
    part : SheetPart
        The layer.
    zorder : int
        Height at which it is drawn.
    onto : tuple[str, int]
        The projection as WKT, and dots per inch.
    """
    raster, (crs, dpi) = part.layer.raster, onto
    assert raster is not None  # noqa: S101  the caller looked
    assert part.cells is not None  # noqa: S101  a raster has them
    (west, east), (south, north) = axes.get_xlim(), axes.get_ylim()
    box = axes.get_window_extent()
    # The figure has 72 dots to the inch, so that its unit is the point.
    columns, rows = (max(1, round(side * dpi / 72)) for side in (box.width, box.height))
    transform = ((east - west) / columns, 0.0, west, 0.0, (south - north) / rows, north)
    index = cells.classes_at(raster, part.cells, crs=crs, transform=transform, size=(rows, columns))
    colors = np.array(
        [to_rgba(one["color"]) for one in part.drawn["legend"]["classes"]] + [(0, 0, 0, 0)]
    )
    colors[:-1, 3] = part.drawn["style"]["opacity"]
    # The last is that of class -1.
    image = (255 * colors[index]).round().astype(np.uint8)
    axes.imshow(
        image,
        extent=(west, east, south, north),
        origin="upper",
        interpolation="none",
        aspect="auto",
        zorder=zorder,
    )


def _path(shape: Any) -> Path:
    """Give a polygon as one path; its holes run the other way round.

    Parameters
    ----------
    shape : Any
        Polygon or multipolygon.

    Returns
    -------
    Path
        One path of all rings.
    """
    paths = []
    for polygon in shapely.get_parts(shapely.orient_polygons(shape)):
        for ring in (polygon.exterior, *polygon.interiors):
            xy = shapely.get_coordinates(ring)
            codes = np.full(len(xy), Path.LINETO, dtype=Path.code_type)
            codes[0], codes[-1] = Path.MOVETO, Path.CLOSEPOLY
            paths.append(Path(xy, codes))
    return Path.make_compound_path(*paths)


def _polygons(axes: Axes, part: SheetPart, zorder: int) -> None:
    style = part.drawn["style"]
    paths = [_path(shape) for shape in part.shapes]
    weight = 0.75 * style["weight"]
    if style["kind"] != "outline":
        fills = PathCollection(
            paths, facecolors=part.colors(), alpha=style["opacity"], linewidths=0, zorder=zorder
        )
        axes.add_collection(fills, autolim=False)
    borders = PathCollection(
        paths,
        facecolors="none",
        edgecolors=style["color"],
        linewidths=weight,
        linestyles=[pattern(style["dash"], weight)],
        joinstyle="round",
        zorder=zorder + 0.5,
    )
    axes.add_collection(borders, autolim=False)


def _flows(axes: Axes, part: SheetPart, zorder: int) -> None:
    """Draw lines as wide as their amount is large, the widest below, with arrows half way.

    Parameters
    ----------
    axes : Axes
        Axes of the map, in metres of the projection.
    part : SheetPart
        The layer.
    zorder : int
        Height at which it is drawn.
    """
    style, widths = part.drawn["style"], part.drawn["widths"]
    flows = sorted(zip(widths, part.shapes, strict=True), key=lambda one: -(one[0] or 0.0))
    for step, (width, shape) in enumerate(flows):
        color = part.drawn["legend"]["missingColor"] if width is None else style["color"]
        weight = max(_THINNEST, 0.75 * (width or 0.0))
        for piece in shapely.get_parts(shape):
            xy = shapely.get_coordinates(piece)
            order = zorder + step / (len(flows) + 1)
            axes.add_collection(
                LineCollection(
                    [xy],
                    colors=[color],
                    linewidths=weight,
                    linestyles=["--" if width is None else "-"],
                    alpha=style["opacity"],
                    zorder=order,
                ),
                autolim=False,
            )
            middle = [piece.interpolate(part, normalized=True) for part in (0.49, 0.51)]
            axes.annotate(
                "",
                xytext=(middle[0].x, middle[0].y),
                xy=(middle[1].x, middle[1].y),
                arrowprops={
                    "arrowstyle": "-|>",
                    "color": color,
                    "shrinkA": 0,
                    "shrinkB": 0,
                    "mutation_scale": 4 + weight,
                },
                zorder=order,
                annotation_clip=True,
            )


def _lines(axes: Axes, part: SheetPart, zorder: int) -> None:
    if "widths" in part.drawn:
        _flows(axes, part, zorder)
        return
    style = part.drawn["style"]
    weight = 0.75 * style["weight"]
    filled = style["kind"] != "outline"
    colors = part.colors() if filled else [style["color"]] * len(part.shapes)
    pieces = [
        (shapely.get_coordinates(piece), color)
        for shape, color in zip(part.shapes, colors, strict=True)
        for piece in shapely.get_parts(shape)
    ]
    axes.add_collection(
        LineCollection(
            [xy for xy, _ in pieces],
            colors=[color for _, color in pieces],
            linewidths=weight,
            linestyles=[pattern(style["dash"], weight)],
            zorder=zorder,
        ),
        autolim=False,
    )


def _points(axes: Axes, part: SheetPart, zorder: int) -> None:
    xy = shapely.get_coordinates(part.shapes)
    precision = np.asarray(part.places.precision, dtype=object)
    colors = np.asarray(part.colors(), dtype=object)
    small = len(xy) > _MANY
    # The more exact, and so the smaller, lies above.
    for step, kind in enumerate(sorted(set(precision), key=lambda one: -RADIUS[one])):
        for color in sorted(set(colors[precision == kind])):
            held = (precision == kind) & (colors == color)
            (line,) = axes.plot(
                xy[held, 0],
                xy[held, 1],
                zorder=zorder + step / 10,
                scalex=False,
                scaley=False,
                **mark(kind, color, small=small),
            )
            line.set_rasterized(len(xy) > _TOO_MANY)
    if small:
        return
    for at, rows in enumerate(part.places.rows):
        if len(rows) > 1:
            inside = precision[at] in EXACT
            axes.annotate(
                str(len(rows)),
                xy[at],
                xytext=(0, 5 if inside else 0),
                textcoords="offset points",
                ha="center",
                va="center",
                fontsize=5,
                color=colors[at],
                weight="bold",
                zorder=zorder + 0.9,
                parse_math=False,
            )


def label(
    axes: Axes, paper: Paper, parts: Sequence[SheetPart], beneath: Beneath, lang: Lang
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
    """
    points = [part for part in parts if part.layer.spec.geometry == "point"]
    marks = [box for part in points for box in _around(axes, part)]
    taken: list[Box] = []
    named = [
        (shape, said, _LABEL[part.layer.spec.geometry], "#2a3944", len(part.shapes) <= _FEW)
        for part in reversed([one for one in parts if one.layer.raster is None])
        for shape, said in _names(part, lang)
    ]
    named += [(shape, said, 6.0, "#6d7a85", False) for shape, said in beneath.names(lang)]
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
    if len(part.shapes) > _MANY:
        return []
    xy = axes.transData.transform(shapely.get_coordinates(part.shapes))
    radii = [RADIUS[precision] for precision in part.places.precision]
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
