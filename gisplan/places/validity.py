"""Why a shape is not valid, in the user's language: the library that tells it knows English."""

from __future__ import annotations

import re

import shapely
from shapely.geometry.base import BaseGeometry

from gisplan.text import Text

#: Beginnings of what GEOS says, the longer before the shorter.
_REASONS = {
    "Ring Self-intersection": "边界自相接触或自相交",
    "Self-intersection": "边界自相交",
    "Hole lies outside shell": "洞在外边界之外",
    "Holes are nested": "洞中有洞",
    "Interior is disconnected": "内部不连通",
    "Nested shells": "一个面套在另一个面里",
    "Duplicate Rings": "边界重复",
    "Too few points": "边界的点太少",
    "Invalid Coordinate": "坐标不是有限的数",
    "Ring is not closed": "边界没有闭合",
    "Repeated Point": "点重复",
}


def why_invalid(shape: BaseGeometry) -> Text:
    """Say why a shape is not valid, and where.

    Parameters
    ----------
    shape : shapely geometry
        The shape, in degrees.

    Returns
    -------
    Text
        Such as ``边界自相交，在 103.8 36.1``.
    """
    said = str(shapely.is_valid_reason(shape))
    words = next((zh for en, zh in _REASONS.items() if said.startswith(en)), "边界有误")
    place = re.search(r"\[([^\]]*)\]", said)
    return Text(f"{words}，在 {place[1]}" if place else words, said)
