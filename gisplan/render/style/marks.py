"""Marks of points: solid in the colour of their class, their shape telling how exact they are.

The page's script has the same numbers (``web/src/marks.js``); a test holds both together.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import NamedTuple

#: Precisions that say where something stands; the others only in which unit it does.
EXACT = frozenset({"surveyed", "digitised", "address", "site"})
#: Radius of a mark in pixels of 1/96 inch, without its edges: the coarser the position, the larger.
RADIUS: Mapping[str, float] = {
    "surveyed": 6.0,
    "digitised": 6.0,
    "address": 6.0,
    "site": 6.0,
    "town": 7.5,
    "county": 7.5,
    "prefecture": 8.5,
}


class Shape(NamedTuple):
    """A regular shape about its middle.

    Attributes
    ----------
    name : str
        As QGIS and SLD call it.
    corners : int
        How many; 0 of a circle.
    turn : float
        Degrees from the right, clockwise, at which the first corner lies.
    """

    name: str
    corners: int
    turn: float

    def across(self, radius: float) -> float:
        """Give the size by which programs draw the shape in a circle.

        Parameters
        ----------
        radius : float
            Of the circle through the corners.

        Returns
        -------
        float
            The side of a square, of the others the diameter.
        """
        return radius * math.sqrt(2) if self == SQUARE else 2 * radius

    def grown(self, radius: float, reach: float) -> float:
        """Give the radius with an edge around.

        Parameters
        ----------
        radius : float
            Of the circle through the corners.
        reach : float
            How far beyond its sides it shall reach.

        Returns
        -------
        float
            Of the circle through the corners that are farther out.
        """
        return radius + (reach / math.cos(math.pi / self.corners) if self.corners else reach)


#: What is in no unit's middle but in its place is round.
CIRCLE = Shape("circle", 0, 0.0)
SQUARE = Shape("square", 4, 45.0)
_SHAPES: Mapping[str, Shape] = {
    "town": Shape("diamond", 4, 0.0),
    "county": SQUARE,
    "prefecture": Shape("hexagon", 6, 30.0),
}
#: The two edges, of which one is 3:1 against any ground: a white one within a dark one. Colour, and
#: how many pixels beyond the radius it reaches.
DARK, LIGHT = ("#14222c", 2.0), ("#ffffff", 1.2)
#: Of the stripes over what has no value or says that nothing is known.
STRIPE = "#5b6b78"


def shape_of(precision: str) -> Shape:
    """Give the shape of a mark.

    Parameters
    ----------
    precision : str
        How exactly the place is known.

    Returns
    -------
    Shape
        A circle where the place itself is known.
    """
    return _SHAPES.get(precision, CIRCLE)
