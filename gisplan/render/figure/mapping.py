"""The map within a sheet: layers in the projection, marks by precision, labels apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
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
from gisplan.render.figure.paper import (
    BEYOND,
    GROUND,
    INK,
    RADIUS,
    MarkLook,
    draw_areas,
    draw_marks,
    pattern,
)
from gisplan.render.style.positions import Places, find_places
from gisplan.render.web import cells, legend
from gisplan.render.web.cells import Cells
from gisplan.render.web.encode import Json
from gisplan.render.web.legend import MISSING, SEVERAL

#: Longest edge in degrees that is drawn as one straight line.
_STRAIGHT = 0.1
#: How far a drawn border may be from the layer's, in points: less than any printer shows.
_TOLERANCE = 0.08
#: From this number on, marks are small, and from the next one a picture in SVG and PDF.
MANY, _TOO_MANY = 600, 5000
#: Points; a flow that is nearly nothing is still seen.
_THINNEST = 0.6
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

    def dashes(self) -> list[str]:
        """Give the dash pattern of each place.

        Returns
        -------
        list of str
            As SVG has it, empty for solid.
        """
        legend, usual = self.drawn["legend"], self.drawn["style"]["dash"]
        return [
            str(legend["classes"][at].get("dash", usual)) if at >= 0 else usual
            for at in self.drawn.get("of") or (SEVERAL,) * len(self.places.rows)
        ]

    def hatched(self) -> list[bool]:
        """Tell of each place whether its class says that nothing is known.

        Returns
        -------
        list of bool
            False for all where there are no classes.
        """
        legend = self.drawn["legend"]
        special = {MISSING: legend.get("missingHatched", False), SEVERAL: False}
        return [
            special[at] if at in special else bool(legend["classes"][at].get("unknown"))
            for at in self.drawn.get("of") or (SEVERAL,) * len(self.places.rows)
        ]

    def precisions(self) -> dict[int, str]:
        """Give the precision that most marks of a class have: its shape is the legend's.

        Returns
        -------
        dict of int to str
            By the number of the class; empty of what has no marks.
        """
        of = self.drawn.get("of") or (SEVERAL,) * len(self.places.rows)
        if self.layer.spec.geometry != "point":
            return {}
        counted = Counter(zip(of, self.places.precision, strict=True))
        # the commonest last, so that it stays
        return {at: name for (at, name), _ in reversed(counted.most_common())}


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
    axes.set_facecolor(BEYOND if beneath.items else GROUND)
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
        looks = list(zip(part.colors(), part.hatched(), strict=True))
        for color, hatched in dict.fromkeys(looks):
            held = [
                path for path, look in zip(paths, looks, strict=True) if look == (color, hatched)
            ]
            draw_areas(axes, held, color, hatched=hatched, alpha=style["opacity"], zorder=zorder)
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
        (shapely.get_coordinates(piece), color, pattern(dash, weight))
        for shape, color, dash in zip(part.shapes, colors, part.dashes(), strict=True)
        for piece in shapely.get_parts(shape)
    ]
    axes.add_collection(
        LineCollection(
            [xy for xy, _, _ in pieces],
            colors=[color for _, color, _ in pieces],
            linewidths=weight,
            linestyles=[dash for _, _, dash in pieces],
            zorder=zorder,
        ),
        autolim=False,
    )


def _points(axes: Axes, part: SheetPart, zorder: int) -> None:
    xy = shapely.get_coordinates(part.shapes)
    looks = [
        MarkLook(*one)
        for one in zip(part.places.precision, part.colors(), part.hatched(), strict=True)
    ]
    small = len(xy) > MANY
    # The more exact, and so the smaller, lies above.
    for look in sorted(set(looks), key=lambda one: (-RADIUS[one.precision], *one)):
        draw_marks(
            axes,
            xy[[one == look for one in looks]],
            look,
            small=small,
            zorder=zorder,
            rasterized=len(xy) > _TOO_MANY,
        )
    if small:
        return
    for (x, y), look, rows in zip(xy, looks, part.places.rows, strict=True):
        if len(rows) > 1:
            beside = RADIUS[look.precision]
            count = axes.annotate(
                str(len(rows)),
                (x, y),
                xytext=(beside, beside),
                textcoords="offset points",
                ha="center",
                va="center",
                fontsize=5,
                color=INK,
                weight="bold",
                zorder=zorder + 0.9,
                parse_math=False,
            )
            count.set_path_effects([patheffects.withStroke(linewidth=1.6, foreground="#ffffff")])
