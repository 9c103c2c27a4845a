"""What a command found, as a workbook or CSV: unrounded tables, with what to know of them."""

from __future__ import annotations

import math
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from gisplan.catalog.layer import Source
from gisplan.formats.office_book import OfficeSheet, office_book
from gisplan.formats.sheets import write_csv
from gisplan.text import LANGS, Lang, Text

_MIND, _SOURCE = Text("注意", "mind"), Text("来源", "source")


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultTable:
    """A table of what was found.

    Attributes
    ----------
    name : Text
        What its tab says.
    heads : sequence of Text
        Titles of the columns, with units and with what their figures are worth.
    rows : sequence of sequences
        Unrounded; None, NaN and what pandas has for nothing known are empty cells.
    note : Text, optional
        A line above the table.
    widths : sequence of int
        Of the columns, in characters; the usual if empty.
    """

    name: Text
    heads: Sequence[Text]
    rows: Sequence[Sequence[Any]]
    note: Text | None = None
    widths: Sequence[int] = ()


def result_book(
    tables: Sequence[ResultTable],
    *,
    title: Text,
    lang: Lang,
    facts: Sequence[tuple[Text, Any]] = (),
    notes: Sequence[Text] = (),
    sources: Sequence[Source] = (),
) -> bytes:
    """Make a workbook of what was found.

    Parameters
    ----------
    tables : sequence of ResultTable
        A sheet each, in this order.
    title : Text
        Of the document.
    lang : {"zh", "en"}
        Language of everything in it.
    facts : sequence of tuple of Text and any
        What else was found or asked for: what it is, and how much.
    notes : sequence of Text
        What the figures are worth, and what was not counted.
    sources : sequence of Source
        Where they come from.

    Returns
    -------
    bytes
        The tables, and a last sheet with facts, notes and sources.
    """
    sheets = [
        OfficeSheet(
            name=one.name.get(lang),
            heads=[head.get(lang) for head in one.heads],
            rows=[[plain(cell) for cell in row] for row in one.rows],
            widths=one.widths or (30, *[16] * (len(one.heads) - 1)),
            note=one.note.get(lang) if one.note else "",
        )
        for one in tables
    ]
    told: list[tuple[str, Any]] = [(Text("内容", "contents").get(lang), title.get(lang))]
    told += [(name.get(lang), _said(amount, lang)) for name, amount in facts]
    told += [(_MIND.get(lang), note.get(lang)) for note in dict.fromkeys(notes)]
    lines = dict.fromkeys(source.line(lang) for source in sources)
    told += [(_SOURCE.get(lang), line) for line in lines]
    about = OfficeSheet(
        name=Text("说明", "about").get(lang),
        heads=[Text("项目", "what").get(lang), Text("内容", "is").get(lang)],
        rows=told,
        widths=(36, 100),
        figures_left=True,
    )
    return office_book([*sheets, about], title=title.get(lang))


def result_csv(table: ResultTable, *, lang: Lang) -> bytes:
    """Make a CSV of a table: UTF-8 with BOM, no cell of which a spreadsheet runs.

    Parameters
    ----------
    table : ResultTable
        The table; its note is left out.
    lang : {"zh", "en"}
        Language of the titles.

    Returns
    -------
    bytes
        The file.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "table.csv"
        heads = [head.get(lang) for head in table.heads]
        write_csv(path, heads, [[plain(cell) for cell in row] for row in table.rows])
        return path.read_bytes()


def about_columns(said: Sequence[Text]) -> dict[str, str]:
    """Give what is to be known of figures as columns of a table that has no sheet beside it.

    Parameters
    ----------
    said : sequence of Text
        Sentences.

    Returns
    -------
    dict of str to str
        ``about_zh`` and ``about_en``.
    """
    return {f"about_{lang}": " ".join(one.get(lang) for one in said) for lang in LANGS}


def plain(cell: Any) -> Any:
    """Give a cell as a workbook holds it.

    Parameters
    ----------
    cell : any
        A value of a table.

    Returns
    -------
    any
        None where nothing is known; numbers of Python for those of NumPy.
    """
    if cell is None or cell is pd.NA or cell is pd.NaT:
        return None
    value = cell.item() if hasattr(cell, "item") else cell
    if isinstance(value, float) and not math.isfinite(value):
        return None
    return value


def _said(amount: Any, lang: Lang) -> Any:
    return amount.get(lang) if isinstance(amount, Text) else plain(amount)
