"""Text that nothing runs: cells that no spreadsheet takes for a formula, and words in a page."""

from __future__ import annotations

import html
import re

import pandas as pd

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


def inert_csv(table: pd.DataFrame) -> bytes:
    """Write a table as CSV for a spreadsheet: UTF-8 with BOM, every text inert, no index."""
    safe = table.map(lambda cell: inert(cell) if isinstance(cell, str) else cell)
    return safe.to_csv(index=False).encode("utf-8-sig")


def inert_html(text: str) -> str:
    """Escape words for a page of HTML; U+FFFD for control characters, which HTML can't write."""
    plain = "".join(c if c.isprintable() or c in "\n\t" else "\ufffd" for c in text)
    return html.escape(plain, quote=True)


def restore(cell: str) -> str:
    """Give the cell that :func:`inert` made inert."""
    return cell[1:] if cell[:1] == "'" else cell
