"""Cells that no spreadsheet takes for a formula, and back again."""

from __future__ import annotations

import re

_STARTS = ("=", "+", "-", "@", "\t", "\r", "'")
_NUMBER = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?")


def inert(cell: str) -> str:
    """Put an apostrophe before a cell that a spreadsheet might run as a formula.

    A plain number stays as it is, sign and all. A cell that begins with an apostrophe gets
    another, so that :func:`restore` gives back exactly what there was.
    """
    if cell[:1] in _STARTS and not _NUMBER.fullmatch(cell):
        return f"'{cell}"
    return cell


def restore(cell: str) -> str:
    """Give the cell that :func:`inert` made inert."""
    return cell[1:] if cell[:1] == "'" else cell
