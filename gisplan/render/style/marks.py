"""Marks of points: what tells how exact a position is."""

from __future__ import annotations

from collections.abc import Mapping

#: Precisions whose marks are filled; the others are open rings.
EXACT = frozenset({"surveyed", "digitised", "address", "site"})
#: Radius of a mark in pixels of 1/96 inch: the coarser the position, the larger. The script of
#: the page has the same numbers (``RADIUS`` in ``web/src/marks.js``).
RADIUS: Mapping[str, float] = {
    "surveyed": 6.0,
    "digitised": 6.0,
    "address": 6.0,
    "site": 6.0,
    "town": 7.5,
    "county": 7.5,
    "prefecture": 8.5,
}
#: Of the marks' edges, and of the inside of open rings.
EDGE = "#ffffff"
