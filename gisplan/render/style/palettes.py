"""Colours that people with any colour vision can tell apart.

Sequences are ColorBrewer's (colorbrewer2.org, Cynthia Brewer et al., Apache-2.0) and viridis
(Nathaniel Smith and Stéfan van der Walt, CC0), as the library branca holds them. Categories take
the eight colours of Masataka Okabe and Kei Ito (Color Universal Design, 2008), the ones that
read best on white first and black last.
"""

from __future__ import annotations

from collections.abc import Sequence

from branca.utilities import color_brewer

from gisplan.errors import DeclarationError
from gisplan.text import Text

#: Sequences from light (low) to dark (high).
SEQUENTIAL = ("YlGnBu", "YlOrBr", "YlOrRd", "Blues", "Greens", "Oranges", "Purples", "viridis")
#: Sequences from one hue (low) over near white to another (high), for figures about zero.
DIVERGING = ("BrBG", "PuOr", "RdBu")
#: Codes of a raster that a legend can hold.
MOST_CODES = 40
#: Most classes that a reader can match between legend and map.
MOST_CLASSES = 9

OKABE_ITO = (
    "#0072b2",
    "#e69f00",
    "#009e73",
    "#cc79a7",
    "#56b4e9",
    "#d55e00",
    "#f0e442",
    "#000000",
)
NO_DATA = "#d5d9dd"
#: Features of several categories in one place, and categories beyond the palette.
OTHER = "#8a8f98"


def sequence(palette: str, count: int) -> tuple[str, ...]:
    """Give the colours of a palette for that many classes, from low to high.

    Parameters
    ----------
    palette : str
        One of :data:`SEQUENTIAL`, light to dark, or of :data:`DIVERGING`.
    count : int
        Number of classes, 1 to :data:`MOST_CLASSES`.

    Returns
    -------
    tuple of str
        ``count`` colours as ``#rrggbb``.

    Raises
    ------
    DeclarationError
        If the palette is unknown or the number of classes is out of bounds.
    """
    if palette not in SEQUENTIAL + DIVERGING:
        names = "、".join(SEQUENTIAL + DIVERGING)
        raise DeclarationError(
            Text(
                f"没有名为 {palette!r} 的色带，可用的有：{names}。",
                f"There is no palette {palette!r}; there are {', '.join(SEQUENTIAL + DIVERGING)}.",
            )
        )
    if not 1 <= count <= MOST_CLASSES:
        raise DeclarationError(
            Text(
                f"分级数为 {count}，应在 1 到 {MOST_CLASSES} 之间。",
                f"{count} classes asked for; there may be 1 to {MOST_CLASSES}.",
            )
        )
    # The shortest published sequence has three colours; of those the dark ones carry one or two.
    colors: Sequence[str] = color_brewer(palette, max(count, 3))
    if palette in DIVERGING and count < len(colors):
        # Of the three: the middle, or the two ends.
        colors = [colors[1]] if count == 1 else [colors[0], colors[-1]]
    if palette == "viridis":
        colors = colors[::-1]
    return tuple(color[:7].lower() for color in colors[-count:])


def categories(count: int) -> tuple[str, ...]:
    """Give that many category colours; beyond eight the rest are :data:`OTHER`."""
    return (OKABE_ITO + (OTHER,) * max(0, count - len(OKABE_ITO)))[:count]
