"""Text that nothing runs: cells that no spreadsheet takes for a formula, and words in a page."""

from __future__ import annotations

import csv
import html
import io
import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

#: A text that begins with one of these may run; the full-width forms do in some settings.
STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "'")
#: Endings of files whose texts are made inert: those that a spreadsheet opens as text.
_MADE_INERT = (".csv", ".tsv", ".txt")
#: A number that is written plainly stays one, sign and all; for Python and for RE2.
NUMBER = r"[+-]?[0-9]+(\.[0-9]+)?"
_NUMBER = re.compile(NUMBER)


def inert(cell: str) -> str:
    """Put an apostrophe before a cell of a CSV that a spreadsheet might run as a formula.

    A plain number stays as it is, sign and all. A cell that begins with an apostrophe gets
    another, so that :func:`restore` gives back exactly what there was.

    Parameters
    ----------
    cell : str
        Text of a cell.

    Returns
    -------
    str
        The same text, made safe.

    Examples
    --------
    >>> inert("=1+1"), inert("-12.5"), inert("'a")
    ("'=1+1", '-12.5', "''a")
    """
    return f"'{cell}" if cell.startswith(STARTS) and not _NUMBER.fullmatch(cell) else cell


def restore(cell: str) -> str:
    """Give the cell that :func:`inert` made inert.

    Parameters
    ----------
    cell : str
        Text of a cell.

    Returns
    -------
    str
        What it was before.
    """
    return cell.removeprefix("'")


def restored_cell(cell: str) -> str:
    """Give what stood in a cell of a CSV that may be gisplan's or somebody else's.

    Parameters
    ----------
    cell : str
        Text of a cell.

    Returns
    -------
    str
        As :func:`restored` gives it.

    Examples
    --------
    >>> restored_cell("'=1+1"), restored_cell("'a")
    ('=1+1', "'a")
    """
    return cell[1:] if cell.startswith("'") and cell[1:2] in STARTS else cell


def inert_csv(table: pd.DataFrame, *, index: str = "") -> bytes:
    """Write a table as CSV for a spreadsheet, every text and heading inert.

    Parameters
    ----------
    table : pandas.DataFrame
        Any table.
    index : str
        Heading of the index, which is left out if there is none.

    Returns
    -------
    bytes
        UTF-8 with BOM.
    """
    safe = table.map(lambda cell: inert(cell) if isinstance(cell, str) else cell)
    safe = safe.set_axis([inert(str(name)) for name in table.columns], axis=1)
    return safe.to_csv(index=bool(index), index_label=index or None).encode("utf-8-sig")


def inert_rows(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Write texts as CSV for a spreadsheet, every one inert.

    Parameters
    ----------
    heads : sequence of str
        Names of the columns.
    rows : iterable of sequence of str
        Cells, as many in each row as there are heads.

    Returns
    -------
    bytes
        UTF-8 with BOM.
    """
    text = io.StringIO(newline="")
    out = csv.writer(text)
    out.writerows([inert(cell) for cell in row] for row in (heads, *rows))
    return text.getvalue().encode("utf-8-sig")


def inert_html(text: str) -> str:
    """Escape words for a page of HTML; U+FFFD for control characters, which HTML can't write.

    Parameters
    ----------
    text : str
        Plain text.

    Returns
    -------
    str
        Safe in an element and in an attribute in quotes.
    """
    plain = "".join(c if c.isprintable() or c in "\n\t" else "\ufffd" for c in text)
    return html.escape(plain, quote=True)


def restored(table: pd.DataFrame, *, ending: str = ".csv") -> pd.DataFrame:
    """Give a table with the texts that :func:`inert` made inert as they were.

    Parameters
    ----------
    table : pandas.DataFrame
        Of texts, and whatever else. Not changed.
    ending : str
        Of the file that it was read from. Only tables that a spreadsheet opens as text are made
        inert; in a GeoJSON an apostrophe is somebody's own.

    Returns
    -------
    pandas.DataFrame
        A text that begins with an apostrophe before anything but the beginning of a formula
        stays as it is: nobody made it inert.
    """
    from pandas.api.types import is_string_dtype

    if ending.lower() not in _MADE_INERT:
        return table
    changed = {}
    for name in table.columns:
        values = table[name]
        if not is_string_dtype(values.dtype):
            continue
        marked = values.str.startswith("'").fillna(False).astype(bool)
        if marked.any():
            marked &= values.str.slice(1, 2).isin(STARTS).fillna(False).astype(bool)
            changed[name] = values.mask(marked, values.str.slice(1))
    return table.assign(**changed) if changed else table
