"""A page of a table: what is searched for, the order, and the rows that are shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from gisplan.api.editing.layer_table import LayerTable, TableColumn


@dataclass(frozen=True, slots=True, kw_only=True)
class TableView:
    """What of a table is looked at.

    Attributes
    ----------
    search : str
        Words that a row must hold, in any of its cells.
    order : str
        Column by which it is sorted; empty for the order of the file.
    descending : bool
        Whether the greatest comes first; what is empty comes last all the same.
    faulty : bool
        Whether only rows with faults are shown.
    start : int
        First row shown, from 0.
    count : int
        How many rows are shown.
    """

    search: str = ""
    order: str = ""
    descending: bool = False
    faulty: bool = False
    start: int = 0
    count: int = 100


def rows_shown(table: LayerTable, view: TableView) -> tuple[Sequence[int], int]:
    """Give the rows of a page of a table.

    Parameters
    ----------
    table : LayerTable
        The table.
    view : TableView
        What is looked at.

    Returns
    -------
    tuple of (sequence of int, int)
        Numbers of the rows of the page; and how many rows fit in all.

    Raises
    ------
    OptionError
        If there is no such column to sort by.
    """
    rows = table.rows
    if view.faulty:
        rows = rows[rows.index.isin(list(table.faults))]
    for word in view.search.split():
        rows = rows[_holds(table, rows, word)]
    if view.order:
        rows = _sorted(rows, table.column(view.order), descending=view.descending)
    numbers = [int(number) for number in rows.index]
    return numbers[view.start : view.start + view.count], len(numbers)


def _holds(table: LayerTable, rows: pd.DataFrame, word: str) -> pd.Series:
    found = pd.Series(False, index=rows.index)
    for column in table.columns:
        cells = rows[column.spec.name]
        found |= cells.str.contains(word, case=False, regex=False)
        codes = [
            code
            for code, words in column.choices.items()
            if word.casefold() in words.zh.casefold() or word.casefold() in words.en.casefold()
        ]
        if codes:
            found |= cells.isin(codes)
    return found


def _sorted(rows: pd.DataFrame, column: TableColumn, *, descending: bool) -> pd.DataFrame:
    cells = rows[column.spec.name]
    keys = pd.to_numeric(cells, errors="coerce") if column.is_number else cells.mask(cells == "")
    order = keys.sort_values(ascending=not descending, kind="stable", na_position="last").index
    return rows.loc[order]
