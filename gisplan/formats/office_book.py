"""Workbooks for people: headings in their language, wide columns, lists to choose from."""

from __future__ import annotations

import datetime
import io
import math
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import xlsxwriter

from gisplan.formats.prepared import stamp

#: Rows below the filled ones that take the same lists to choose from.
_MORE_ROWS = 200
#: Characters that the name of a sheet may not have, and how many it may have.
_REFUSED, _LONGEST = str.maketrans(dict.fromkeys("[]:*?/\\'", " ")), 31
#: Width of a column that none is given for, in characters; height of a line, and the most that a
#: row may have, in points.
_USUAL, _LINE, _HIGHEST = 8, 15, 409


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeSheet:
    """A sheet of a workbook.

    Attributes
    ----------
    name : str
        What its tab says.
    heads : sequence of str
        Titles of the columns.
    rows : sequence of sequences
        Texts, numbers, truth values, days; None is an empty cell.
    widths : sequence of int
        Of the columns, in characters.
    choices : mapping of int to sequence of str
        Column -> what may be chosen in it.
    fill_in : sequence of int
        Columns that a person fills in, which are set apart by colour.
    note : str
        A line above the table; empty for none.
    figures_left : bool
        Whether figures stand at the left as texts do, in a sheet of what is what.
    """

    name: str
    heads: Sequence[str]
    rows: Sequence[Sequence[Any]]
    widths: Sequence[int] = ()
    choices: Mapping[int, Sequence[str]] = field(default_factory=dict)
    fill_in: Sequence[int] = ()
    note: str = ""
    figures_left: bool = False


def office_book(sheets: Sequence[OfficeSheet], *, title: str) -> bytes:
    """Make a workbook.

    Parameters
    ----------
    sheets : sequence of OfficeSheet
        In the order of their tabs.
    title : str
        Title of the document.

    Returns
    -------
    bytes
        The same sheets give the same bytes. Texts stand as texts: none runs as a formula.
    """
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_formulas": False})
    book.set_properties({"title": title, "created": stamp().replace(tzinfo=None)})
    wrap: dict[str, Any] = {"text_wrap": True, "valign": "top", "border": 1}
    looks = {
        "head": book.add_format({**wrap, "bold": True, "bg_color": "#e8edf2"}),
        "asked": book.add_format({**wrap, "bold": True, "bg_color": "#fff2cc"}),
        "text": book.add_format({**wrap, "quote_prefix": True, "num_format": "@"}),
        "number": book.add_format({**wrap}),
        "left": book.add_format({**wrap, "align": "left"}),
        "open": book.add_format({**wrap, "bg_color": "#fffbea"}),
        "note": book.add_format({"italic": True, "font_color": "#4d5b68"}),
    }
    for item in sheets:
        _write(book.add_worksheet(item.name), item, looks)
    book.close()
    return buffer.getvalue()


def tab_name(words: str, taken: set[str]) -> str:
    """Give a name that the tab of a sheet may have, and note it as taken.

    Parameters
    ----------
    words : str
        What it should say.
    taken : set of str
        Names of the other tabs, in small letters; the new one is added.

    Returns
    -------
    str
        Without marks that Excel refuses, no longer than it takes, numbered where it stands already.
    """
    whole = words.translate(_REFUSED)[:_LONGEST].strip()
    name, number = whole, 1
    while name.casefold() in taken:
        number += 1
        end = f" {number}"
        name = f"{whole[: _LONGEST - len(end)]}{end}"
    taken.add(name.casefold())
    return name


def _height(cells: Sequence[Any], widths: Sequence[int]) -> float:
    """Give the height that the texts of a row take when they are wrapped.

    Parameters
    ----------
    cells : sequence
        Of the row.
    widths : sequence of int
        Of the columns, in characters; the usual where there is none.

    Returns
    -------
    float
        In points; no more than a row may have.
    """
    lines = 1
    for at, cell in enumerate(cells):
        if isinstance(cell, str):
            width = widths[at] if at < len(widths) else _USUAL
            wide = (sum(map(_columns, line)) for line in cell.split("\n"))
            lines = max(lines, sum(max(1, math.ceil(one / width)) for one in wide))
    return float(min(lines * _LINE, _HIGHEST))


def _columns(letter: str) -> int:
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1


def _write(sheet: Any, item: OfficeSheet, looks: Mapping[str, Any]) -> None:
    top = 1 if item.note else 0
    if item.note:
        sheet.write_string(0, 0, item.note, looks["note"])
    figure = looks["left" if item.figures_left else "number"]
    # WPS and LibreOffice don't make a row higher for texts that are wrapped, as Excel does
    sheet.set_row(top, _height(item.heads, item.widths))
    for at, head in enumerate(item.heads):
        sheet.write_string(top, at, head, looks["asked" if at in item.fill_in else "head"])
    for at, width in enumerate(item.widths):
        sheet.set_column(at, at, width)
    for line, row in enumerate(item.rows, start=top + 1):
        sheet.set_row(line, _height(row, item.widths))
        for at, value in enumerate(row):
            if isinstance(value, bool):
                sheet.write_boolean(line, at, value, figure)
            elif isinstance(value, int | float):
                sheet.write_number(line, at, value, figure)
            elif value is None:
                sheet.write_blank(line, at, None, looks["open" if at in item.fill_in else "number"])
            else:
                told = value.isoformat()[:10] if isinstance(value, datetime.date) else str(value)
                sheet.write_string(line, at, told, looks["text"])
    last = top + len(item.rows)
    for at, choices in item.choices.items():
        rule = {"validate": "list", "source": list(choices), "error_type": "warning"}
        sheet.data_validation(top + 1, at, last + _MORE_ROWS, at, rule)
    sheet.freeze_panes(top + 1, 0)
    if item.rows and not item.note:
        sheet.autofilter(top, 0, last, len(item.heads) - 1)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(top)
