"""What lies beneath the map within a sheet: neighbours, waters, railways, roads and borders."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd
import shapely
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection, PolyCollection
from pyproj import Transformer

from gisplan.catalog.context import BORDER_COLORS, BORDER_DASHES, BORDER_WEIGHTS
from gisplan.catalog.layer import Layer
from gisplan.catalog.map import MapLayer, MapSpec
from gisplan.render.figure.paper import pattern
from gisplan.render.figure.words import clean, say
from gisplan.render.web import encode
from gisplan.render.web.context import border_of
from gisplan.text import Lang

#: The lowest level first, so that the higher lies above.
_LEVELS = ("county", "prefecture", "province", "country")
_STRAIGHT = 0.1
#: Looks of samples, as those of the legend.
Look = dict[str, Any]
#: Points of a figure for each pixel of a line that is no border, a railway, and the bars within it.
_THIN, _RAIL, _BARS = 0.6, 0.9, 0.55
_SHORE = "#8dbad9"


@dataclass(slots=True)
class Beneath:
    """The layers of the context, brought onto a sheet.

    Attributes
    ----------
    items : list of tuple
        How each is shown, its layer, and its shapes in the projection's metres.
    levels : frozenset of str
        Levels of borders that are drawn.
    """

    items: list[tuple[MapLayer, Layer, Any]]
    levels: frozenset[str]
    window: Any = field(default=None)

    @classmethod
    def of(cls, spec: MapSpec, layers: Mapping[str, Layer], shown: Sequence[MapLayer]) -> Beneath:
        """Take the context of a map.

        Parameters
        ----------
        spec : MapSpec
            The composition.
        layers : mapping of str to Layer
            By name; those of the context that are not there are left out.
        shown : sequence of MapLayer
            Layers that are on. A level of borders is drawn if a layer of it is on, or none is on
            the map; counties alone only in the former case.

        Returns
        -------
        Beneath
            Not yet projected.
        """
        items = [
            (item, layers[item.layer], None)
            for group in spec.context
            for item in group.layers
            if item.layer in layers and layers[item.layer].spec.geometry != "point"
        ]
        drawn = {"level" in layer.table.columns for _, layer, _ in items}
        every = [item for group in spec.groups for item in group.layers]
        levels = {"country", "province", "prefecture"} if True in drawn else set()
        for level in ("province", "prefecture", "county"):
            own = [one for one in every if symbol_of(one, layers, found=bool(levels)) == level]
            if own:
                levels.discard(level)
            if any(one in shown for one in own):
                levels.add(level)
        return cls(items, frozenset(levels))

    def project(self, transformer: Transformer, axes: Axes) -> None:
        """Bring the layers onto the sheet, cut at its edge.

        Parameters
        ----------
        transformer : Transformer
            From degrees to metres of the projection.
        axes : Axes
            With its limits set.
        """
        (west, east), (south, north) = axes.get_xlim(), axes.get_ylim()
        frame = (west, south, east, north)
        to_sheet: Any = transformer.transform
        for at, (item, layer, _) in enumerate(self.items):
            shapes = shapely.segmentize(np.asarray(layer.table.geometry.array), _STRAIGHT)
            shapes = shapely.transform(shapes, to_sheet, interleaved=False)
            if layer.spec.geometry == "polygon":
                shapes = shapely.make_valid(shapes)
            self.items[at] = (item, layer, shapely.clip_by_rect(shapes, *frame))

    def draw_ground(self, axes: Axes) -> None:
        """Fill neighbours and lakes.

        Parameters
        ----------
        axes : Axes
            Axes of the map, in metres of the projection.
        """
        for at, (item, layer, shapes) in enumerate(self.items):
            if layer.spec.geometry != "polygon":
                continue
            column = item.style.column
            kinds = layer.table[column] if column else [""] * len(shapes)
            for kind in sorted(set(kinds)):
                some = [shape for shape, one in zip(shapes, kinds, strict=True) if one == kind]
                rings = [
                    shapely.get_coordinates(part.exterior)
                    for shape in some
                    for part in shapely.get_parts(shape)
                    if part.geom_type == "Polygon" and not part.is_empty
                ]
                color = item.style.colors.get(kind, item.style.color)
                edge = _SHORE if not column else color
                axes.add_collection(
                    PolyCollection(
                        rings,
                        facecolors=color,
                        edgecolors=edge,
                        linewidths=0.4,
                        zorder=0.2 + at / 100,
                    ),
                    autolim=False,
                )

    def draw_lines(self, axes: Axes, *, zorder: float) -> None:
        """Draw rivers, railways, roads and borders.

        Parameters
        ----------
        axes : Axes
            Axes of the map, in metres of the projection.
        zorder : float
            Height at which the lowest is drawn.
        """
        for at, (item, layer, shapes) in enumerate(self.items):
            if layer.spec.geometry != "line":
                continue
            height, style = zorder + at / 100, item.style
            if style.column is None:
                width = (_RAIL if style.dash else _THIN) * style.weight
                _stroke(axes, shapes, (style.color, width, ""), height)
                if style.dash:
                    # a railway, as Chinese maps draw it: a line with white bars
                    within = ("white", _BARS * style.weight, style.dash)
                    _stroke(axes, shapes, within, height + 0.001)
                continue
            level = layer.table[style.column].to_numpy()
            for step, one in enumerate(_LEVELS):
                if one in self.levels:
                    lines = shapes[level == one]
                    look = BORDER_COLORS[one], 0.75 * BORDER_WEIGHTS[one], BORDER_DASHES[one]
                    _stroke(axes, lines, look, height + step / 1000)

    def samples(self, lang: Lang, *, but: Collection[str] = ()) -> list[tuple[str, str, Look]]:
        """Give the legend's entries of the waters, ways and borders that the sheet shows.

        Parameters
        ----------
        lang : Lang
            Language of the words.
        but : collection of str, optional
            Levels of borders that layers of the map's own stand for in the legend.

        Returns
        -------
        list of tuple
            Words; ``"line"`` or ``"polygon"``; and the look, its widths in pixels of the page.
            Neighbours are none: the map names them.
        """
        found: list[tuple[str, str, Look]] = []
        for item, layer, shapes in self.items:
            style = item.style
            seen = ~shapely.is_empty(shapes)
            points = _RAIL if style.dash else _THIN
            look: Look = {"color": style.color, "weight": points * style.weight / 0.75, "dash": ""}
            if style.dash:
                look["bars"] = (_BARS * style.weight, style.dash)
            title = clean((item.title or layer.spec.title).get(lang))
            if layer.spec.geometry == "polygon":
                if style.column is None and seen.any():
                    fill = {"fill": style.color, "color": _SHORE, "hatched": False, "opacity": 1.0}
                    found.append((title, "polygon", fill))
            elif style.column is None:
                if seen.any():
                    found.append((title, "line", look))
            else:
                column = layer.spec.column(style.column)
                said = encode.heading(column, column)["words"]
                here = set(layer.table[style.column][seen]) & self.levels - set(but)
                for one in (level for level in reversed(_LEVELS) if level in here):
                    border = {
                        "color": BORDER_COLORS[one],
                        "weight": BORDER_WEIGHTS[one],
                        "dash": BORDER_DASHES[one],
                    }
                    named = say(said[one], lang) if one in said else one
                    found.append((named[:1].upper() + named[1:], "line", border))
        return found

    def names(self, lang: Lang) -> list[tuple[Any, str]]:
        """Give what has a name, in the part that is seen, the provinces first.

        Parameters
        ----------
        lang : Lang
            Language of the names.

        Returns
        -------
        list of tuple
            Shapes, and their names.
        """
        found = []
        for item, layer, shapes in self.items:
            column = f"{item.style.label_column}_{lang}"
            if item.style.label_column is None or column not in layer.table.columns:
                continue
            for shape, name in zip(shapes, layer.table[column], strict=True):
                if not shape.is_empty and not pd.isna(name):
                    found.append((shape, clean(str(name))))
        return found


def symbol_of(item: MapLayer, layers: Mapping[str, Layer], *, found: bool = True) -> str | None:
    """Say by which level's borders an outline is drawn.

    Parameters
    ----------
    item : MapLayer
        How the map shows a layer.
    layers : mapping of str to Layer
        By name.
    found : bool
        Whether there are borders to draw.

    Returns
    -------
    str or None
        None if it is drawn as it is declared.
    """
    layer = layers[item.layer]
    if not found or layer.raster is not None:
        return None
    kinds = {"layers": [{"kinds": ["province", "prefecture", "county"]}]}
    return border_of(item, layer, kinds)


def _stroke(axes: Axes, shapes: Any, look: tuple[str, float, str], zorder: float) -> None:
    color, width, dash = look
    lines = [
        shapely.get_coordinates(part)
        for part in shapely.get_parts(shapely.line_merge(shapes))
        if not part.is_empty
    ]
    axes.add_collection(
        LineCollection(
            lines,
            colors=[color],
            linewidths=width,
            linestyles=[pattern(dash, width)],
            zorder=zorder,
        ),
        autolim=False,
    )
