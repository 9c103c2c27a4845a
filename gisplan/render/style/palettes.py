"""Colours that people with any colour vision can tell apart.

Sequences are ColorBrewer's (colorbrewer2.org, Cynthia Brewer et al., Apache-2.0) and viridis
(Nathaniel Smith and Stéfan van der Walt, CC0), as the library branca holds them. Categories take
the eight colours of Masataka Okabe and Kei Ito (Color Universal Design, 2008), the ones that
read best on white first and black last; where there are more, and where a style uses some of these
already, further ones are derived that differ from all in use.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from branca.utilities import color_brewer

from gisplan.errors import DeclarationError
from gisplan.render.style import distinct
from gisplan.text import Text

#: Sequences from light (low) to dark (high).
SEQUENTIAL = ("YlGnBu", "YlOrBr", "YlOrRd", "Blues", "Greens", "Oranges", "Purples", "viridis")
#: Sequences from one hue (low) over near white to another (high), for figures about zero.
DIVERGING = ("BrBG", "PuOr", "RdBu")
#: Categories, or codes of a raster, that a legend can hold and colours can tell apart.
MOST_CATEGORIES = 40
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
#: Features of several categories in one place.
OTHER = "#8a8f98"
#: What categories keep off: the ground, and what stands for no value and for several.
_TAKEN = ("#ffffff", NO_DATA, OTHER)
#: Colours of the longest sequence about zero.
_LONGEST = 11


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


def about_zero(palette: str, *, below: int, spanning: int, above: int) -> tuple[str, ...]:
    """Give the colours of classes about zero: light near it, one hue below, the other above.

    Parameters
    ----------
    palette : str
        One of :data:`DIVERGING`.
    below, spanning, above : int
        Number of classes that lie below zero, hold values on both sides or zero alone (0 or 1),
        and lie above.

    Returns
    -------
    tuple of str
        From low to high; classes as far from zero on either side are equally dark.

    Raises
    ------
    DeclarationError
        If the number of classes is out of bounds.
    """
    side = max(below, above)
    whole = sequence(palette, below + spanning + above)
    if below == above:
        return whole
    count = 2 * side + spanning
    if count <= _LONGEST:
        full = list(color_brewer(palette, count) if count > 2 else sequence(palette, count))
    else:
        parts = [[int(c[at : at + 2], 16) for at in (1, 3, 5)] for c in _longest(palette)]
        at = np.linspace(0, _LONGEST - 1, count)
        mixed = [np.interp(at, range(_LONGEST), band) for band in zip(*parts, strict=True)]
        full = [f"#{r:02x}{g:02x}{b:02x}" for r, g, b in np.rint(mixed).astype(int).T.tolist()]
    return tuple(color[:7].lower() for color in full[side - below : count - (side - above)])


def _longest(palette: str) -> Sequence[str]:
    colors: Sequence[str] = color_brewer(palette, _LONGEST)
    return colors


def categories(count: int, *, used: Sequence[str] = ()) -> tuple[str, ...]:
    """Give that many colours for categories, none of which is in use already.

    Parameters
    ----------
    count : int
        How many are wanted.
    used : sequence of str
        Colours of other categories beside them, as ``#rrggbb``.

    Returns
    -------
    tuple of str
        Different colours as ``#rrggbb``: those of :data:`OKABE_ITO` that no other is like, then
        derived ones (:func:`gisplan.render.style.distinct.further`).
    """
    known = [color for color in OKABE_ITO if not distinct.near(color, used)][:count]
    taken = [*_TAKEN, *used, *OKABE_ITO]
    return (*known, *distinct.further(taken, count - len(known)))
