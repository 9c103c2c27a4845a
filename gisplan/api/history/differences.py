"""Two states of a table held against each other, row by row of the same key."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from gisplan.escape import restored_cell

#: Bytes of a table above which its rows are not held against each other, and rows that are told.
LARGEST, MOST_ROWS = 30_000_000, 300
#: Columns that say what a row is, in the order in which they are taken.
_NAMES = ("name_zh", "name", "item", "title_zh")


@dataclass(frozen=True, slots=True, kw_only=True)
class RowChange:
    """What became of one row.

    Attributes
    ----------
    what : {"added", "removed", "changed"}
        What was done to it.
    key : str
        Its key, as the table has it.
    name : str
        What it is called; empty if the table has no names.
    cells : tuple of (str, str, str)
        Column, what stood there, and what stands there now; only what differs. Of a row that was
        added or removed, the cells that hold something.
    """

    what: Literal["added", "removed", "changed"]
    key: str
    name: str
    cells: tuple[tuple[str, str, str], ...]

    def plain(self) -> dict[str, Any]:
        """Give it as plain values.

        Returns
        -------
        dict of str to any
            JSON can hold it; :meth:`of` gives it back.
        """
        cells = [list(cell) for cell in self.cells]
        return {"what": self.what, "key": self.key, "name": self.name, "cells": cells}

    @classmethod
    def of(cls, plain: dict[str, Any]) -> RowChange:
        """Take it from plain values.

        Parameters
        ----------
        plain : dict of str to any
            As :meth:`plain` gives them.

        Returns
        -------
        RowChange
            The same.
        """
        cells = tuple((str(name), str(old), str(new)) for name, old, new in plain["cells"])
        return cls(what=plain["what"], key=plain["key"], name=plain["name"], cells=cells)


@dataclass(frozen=True, slots=True, kw_only=True)
class TableDifference:
    """What differs between two states of a table.

    Attributes
    ----------
    added : int
        Rows that came.
    removed : int
        Rows that went.
    changed : int
        Rows of which a cell differs.
    rows : tuple of RowChange
        The first of them.
    compared : bool
        Whether they were held against each other at all; a very large table is not.
    """

    added: int = 0
    removed: int = 0
    changed: int = 0
    rows: tuple[RowChange, ...] = ()
    compared: bool = True


def table_difference(
    before: bytes | None, after: bytes | None, *, key: Sequence[str]
) -> TableDifference:
    r"""Hold two states of a table's file against each other.

    Parameters
    ----------
    before, after : bytes or None
        The file, CSV in UTF-8; None where there is none.
    key : sequence of str
        Columns that tell a row; rows that share a key are told apart by their order.

    Returns
    -------
    TableDifference
        What was added, removed and changed.

    Examples
    --------
    >>> found = table_difference(b"id,n\na,1\nb,2\n", b"id,n\na,3\n", key=["id"])
    >>> found.changed, found.removed, found.rows[0].cells
    (1, 1, (('n', '1', '3'),))
    """
    if max(len(before or b""), len(after or b"")) > LARGEST:
        return TableDifference(compared=False)
    try:
        old, new = _rows(before, key), _rows(after, key)
    except (UnicodeDecodeError, csv.Error):
        return TableDifference(compared=False)
    counts = {"added": 0, "removed": 0, "changed": 0}
    rows: list[RowChange] = []
    for change in _changes(old, new):
        counts[change.what] += 1
        if len(rows) < MOST_ROWS:
            rows.append(change)
    return TableDifference(
        added=counts["added"],
        removed=counts["removed"],
        changed=counts["changed"],
        rows=tuple(rows),
    )


_Keyed = dict[tuple[tuple[str, ...], int], dict[str, str]]


def _rows(content: bytes | None, key: Sequence[str]) -> _Keyed:
    if content is None:
        return {}
    lines = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    heads = [restored_cell(head) for head in next(lines, [])]
    found: _Keyed = {}
    counts: dict[tuple[str, ...], int] = {}
    for line in lines:
        row = dict(zip(heads, map(restored_cell, line), strict=False))
        named = tuple(row.get(name, "") for name in key)
        number = counts[named] = counts.get(named, 0) + 1
        found[named, number] = row
    return found


def _changes(old: _Keyed, new: _Keyed) -> Iterator[RowChange]:
    for key, row in new.items():
        was = old.get(key)
        if was is None:
            yield _change("added", key[0], {}, row)
        elif was != row:
            yield _change("changed", key[0], was, row)
    for key, row in old.items():
        if key not in new:
            yield _change("removed", key[0], row, {})


def _change(
    what: Literal["added", "removed", "changed"],
    key: tuple[str, ...],
    old: dict[str, str],
    new: dict[str, str],
) -> RowChange:
    columns = dict.fromkeys((*new, *old))
    cells = tuple(
        (name, old.get(name, ""), new.get(name, ""))
        for name in columns
        if old.get(name, "") != new.get(name, "")
    )
    told = new or old
    named = next((told[name] for name in _NAMES if told.get(name)), "")
    shown = " / ".join(part for part in key if part)
    return RowChange(what=what, key=shown, name=named, cells=cells)
