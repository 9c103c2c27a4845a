"""A sheet measured in points from its lower left corner, with words that stay words."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import Any, NamedTuple

from matplotlib import patheffects
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.collections import PathCollection
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from matplotlib.path import Path

from gisplan.arrays import Floats
from gisplan.render.figure.options import HEIGHT, WIDTH
from gisplan.render.figure.words import lines
from gisplan.render.style import marks

_POINTS_PER_MM = 72 / 25.4
INK, MUTED, RULE = "#14222c", "#55636e", "#9aa7b1"
#: Of the ground around what is mapped, as on the web map.
GROUND = "#eef1f4"
#: Of what lies beyond the land beneath: more land, not a sea.
BEYOND = "#edeae8"
#: Points of a pixel: on paper marks are smaller than on a screen.
_SCALE = 0.44
#: With the edges, in points.
RADIUS = {name: _SCALE * (pixels + marks.DARK[1]) for name, pixels in marks.RADIUS.items()}
#: Of what says that nothing is known, over its colour.
_STRIPES: dict[str, Any] = {"hatch": "/" * 6, "hatchcolor": marks.STRIPE}
_STRIPE_WIDTH = 0.5


class MarkLook(NamedTuple):
    """How a mark looks.

    Attributes
    ----------
    precision : str
        How exactly its place is known, which is its shape.
    color : str
        Of its class, as ``#rrggbb``.
    hatched : bool
        Whether its class says that nothing is known.
    """

    precision: str
    color: str
    hatched: bool = False


class Paper:
    """An A4 sheet to draw on.

    Parameters
    ----------
    families : list of str
        Of the letters, in the order in which they are tried.
    """

    def __init__(self, families: list[str]) -> None:
        self.width, self.height = WIDTH * _POINTS_PER_MM, HEIGHT * _POINTS_PER_MM
        self.figure = Figure(figsize=(WIDTH / 25.4, HEIGHT / 25.4), dpi=72, facecolor="white")
        self._canvas = FigureCanvasAgg(self.figure)
        self._families = families
        self.page = self.figure.add_axes((0.0, 0.0, 1.0, 1.0))
        self.page.set_xlim(0, self.width)
        self.page.set_ylim(0, self.height)
        self.page.set_axis_off()
        self.page.set_zorder(2)
        self.measure = functools.lru_cache(maxsize=None)(self._measure)

    def _measure(self, text: str, size: float, bold: bool = False) -> float:
        renderer: Any = self._canvas.get_renderer()  # type: ignore[no-untyped-call]
        width, _, _ = renderer.get_text_width_height_descent(
            text, self.font(size, bold=bold), False
        )
        return float(width)

    def font(self, size: float, *, bold: bool = False) -> FontProperties:
        """Give the face in a size.

        Parameters
        ----------
        size : float
            Size of the letters in points.
        bold : bool, optional
            Whether they are bold.

        Returns
        -------
        FontProperties
            The face, with one for Chinese among its families.
        """
        return FontProperties(family=self._families, size=size, weight="bold" if bold else "normal")

    def lines(self, text: str, width: float, size: float, *, bold: bool = False) -> list[str]:
        """Break a text into lines of that width in points.

        Parameters
        ----------
        text : str
            Plain text, never read as a formula.
        width : float
            Greatest width in points.
        size : float
            Size of the letters in points.
        bold : bool, optional
            Whether they are bold.

        Returns
        -------
        list of str
            Lines, top to bottom.
        """
        return lines(text, width, lambda part: self.measure(part, size, bold))

    def text(self, x: float, y: float, text: str, size: float, **look: Any) -> None:
        """Write one line with its baseline at ``y``; never read as a formula.

        ``look``: ``bold``, ``color``, ``right`` (whether ``x`` is its right end), ``halo`` (whether
        it stands out from what lies beneath).

        Parameters
        ----------
        x : float
            Points from the left.
        y : float
            Points from the bottom.
        text : str
            Plain text, never read as a formula.
        size : float
            Size of the letters in points.
        **look : Any
            See above.
        """
        written = self.page.text(
            x,
            y,
            text,
            fontproperties=self.font(size, bold=look.get("bold", False)),
            color=look.get("color", INK),
            ha="right" if look.get("right") else "left",
            va="baseline",
            parse_math=False,
        )
        if look.get("halo"):
            written.set_path_effects([patheffects.withStroke(linewidth=2.4, foreground="#ffffff")])

    def rectangle(self, x: float, y: float, width: float, height: float, **look: Any) -> None:
        """Draw a rectangle from its lower left corner.

        Parameters
        ----------
        x : float
            Points from the left.
        y : float
            Points from the bottom.
        width : float
            Width in points.
        height : float
            Height in points.
        **look : Any
            As Matplotlib's ``Rectangle`` takes it.
        """
        self.page.add_patch(Rectangle((x, y), width, height, **look))

    def line(self, xs: tuple[float, ...], ys: tuple[float, ...], **look: Any) -> None:
        """Draw a line.

        Parameters
        ----------
        xs : tuple of float
            Points from the left.
        ys : tuple of float
            Points from the bottom.
        **look : Any
            As Matplotlib's ``Line2D`` takes it.
        """
        self.page.add_line(Line2D(xs, ys, **look))


def draw_marks(
    axes: Axes,
    xy: Floats,
    look: MarkLook,
    *,
    small: bool = False,
    **more: Any,
) -> None:
    """Draw marks: solid within a white and a dark edge, or striped where nothing is known.

    Parameters
    ----------
    axes : Axes
        Of the map, or of the page.
    xy : numpy.ndarray of float, shape (n, 2)
        Where they lie.
    look : MarkLook
        How they look.
    small : bool, optional
        Whether there are very many.
    **more : any
        As Matplotlib's artists take it.
    """
    shape = marks.shape_of(look.precision)
    # Matplotlib's first corner is at the top, and it turns the other way round.
    form: Any = (shape.corners, 0, 90 - shape.turn) if shape.corners else "o"
    scale = _SCALE * (0.6 if small else 1.0)
    for edge, reach in (marks.DARK, marks.LIGHT, (look.color, 0.0)):
        radius = scale * shape.grown(marks.RADIUS[look.precision], reach)
        drawn = axes.scatter(
            xy[:, 0],
            xy[:, 1],
            s=4 * radius * radius,
            marker=form,
            facecolors=edge,
            linewidths=0,
            **(_STRIPES if look.hatched and not reach else {}),
            **more,
        )
        drawn.set_hatch_linewidth(_STRIPE_WIDTH)


def draw_areas(
    axes: Axes, paths: Sequence[Path], color: str, *, hatched: bool, **more: Any
) -> None:
    """Fill areas, striped where nothing is known.

    Parameters
    ----------
    axes : Axes
        Of the map, or of the page.
    paths : sequence of Path
        One for each area.
    color : str
        As ``#rrggbb``.
    hatched : bool
        Whether their class says that nothing is known.
    **more : any
        As Matplotlib's artists take it.
    """
    stripes = {**_STRIPES, "hatch": "/" * 4} if hatched else {}
    fills = PathCollection(paths, facecolors=color, linewidths=0, **stripes, **more)
    fills.set_hatch_linewidth(_STRIPE_WIDTH)
    axes.add_collection(fills, autolim=False)


def pattern(dash: str, weight: float) -> Any:
    """Give a dash pattern of SVG, in pixels, as Matplotlib's, in points.

    Parameters
    ----------
    dash : str
        Lengths in pixels, parted by blanks or commas; empty for a whole line.
    weight : float
        Width of the line in points.

    Returns
    -------
    Any
        As Matplotlib's ``linestyle`` takes it.
    """
    parts = [float(part) * 0.75 for part in dash.replace(",", " ").split()]
    if not parts or not any(parts):
        return "solid"
    if len(parts) % 2:
        parts *= 2
    # Matplotlib multiplies by the line's width where asked to; here they are lengths.
    return (0, tuple(part / max(weight, 0.1) for part in parts))
