"""What somebody changed in a table, as it is sent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from gisplan.errors import OptionError
from gisplan.text import Text

#: Cells of one change, and characters of a cell.
MOST_CELLS, LONGEST = 20_000, 20_000
#: In which datum longitudes and latitudes are that somebody writes by hand.
DATUMS: Mapping[str, Text] = {
    "wgs84": Text("GPS、WGS 84、天地图", "GPS, WGS 84"),
    "cgcs2000": Text("2000 国家大地坐标系", "CGCS2000"),
    "gcj02": Text("高德、腾讯（GCJ-02）", "Amap, Tencent (GCJ-02)"),
    "bd09": Text("百度（BD-09）", "Baidu (BD-09)"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class CellEdit:
    """A cell that was changed.

    Attributes
    ----------
    row : int
        Its row, in the state of the table that was looked at.
    key : tuple of str
        The key of the row there.
    column : str
        Name of its column.
    before : str
        What stood there.
    after : str
        What is to stand there.
    """

    row: int
    key: tuple[str, ...]
    column: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TableEdits:
    """What is to be changed in a table.

    Attributes
    ----------
    fingerprint : str
        Of the state of the table that was looked at.
    cells : tuple of CellEdit
        Cells with a new content.
    removed : tuple of (int, tuple of str)
        Rows that go, with their keys.
    added : tuple of mapping of str to str
        Rows that come, by column.
    datum : str
        In which longitudes and latitudes are written, a key of ``DATUMS``; empty if not said.
    """

    fingerprint: str
    cells: tuple[CellEdit, ...] = ()
    removed: tuple[tuple[int, tuple[str, ...]], ...] = ()
    added: tuple[Mapping[str, str], ...] = ()
    datum: str = ""

    @classmethod
    def of(cls, plain: Any) -> TableEdits:
        """Take edits from plain values, as a page sends them.

        Parameters
        ----------
        plain : any
            A mapping with ``fingerprint``, ``cells``, ``removed``, ``added`` and ``datum``.

        Returns
        -------
        TableEdits
            The edits.

        Raises
        ------
        OptionError
            If they are not of that form, or too many.
        """
        try:
            found = cls(
                fingerprint=str(plain["fingerprint"]),
                cells=tuple(
                    CellEdit(
                        row=int(item["row"]),
                        key=_texts(item["key"]),
                        column=_text(item["column"]),
                        before=_text(item["from"]),
                        after=_text(item["to"]),
                    )
                    for item in plain.get("cells", ())
                ),
                removed=tuple(
                    (int(item["row"]), _texts(item["key"])) for item in plain.get("removed", ())
                ),
                added=tuple(
                    {_text(name): _text(cell) for name, cell in item.items()}
                    for item in plain.get("added", ())
                ),
                datum=str(plain.get("datum") or ""),
            )
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise _malformed() from error
        if found.datum and found.datum not in DATUMS:
            raise _malformed()
        if len(found.cells) + sum(map(len, found.added)) + len(found.removed) > MOST_CELLS:
            raise OptionError(
                Text(
                    f"一次改动超过 {MOST_CELLS} 格，没有保存；大批的改动请用导入",
                    f"more than {MOST_CELLS} cells in one change; nothing was kept. Use an import",
                )
            )
        return found

    def plain(self) -> dict[str, Any]:
        """Give them as plain values.

        Returns
        -------
        dict of str to any
            JSON can hold it; :meth:`of` gives them back.
        """
        return {
            "fingerprint": self.fingerprint,
            "cells": [
                {
                    "row": cell.row,
                    "key": list(cell.key),
                    "column": cell.column,
                    "from": cell.before,
                    "to": cell.after,
                }
                for cell in self.cells
            ],
            "removed": [{"row": row, "key": list(key)} for row, key in self.removed],
            "added": [dict(row) for row in self.added],
            "datum": self.datum,
        }


def _malformed() -> OptionError:
    return OptionError(
        Text(
            "发来的改动读不懂，没有保存；请刷新页面再改",
            "the change can't be understood and was not kept; load the page again",
        )
    )


def _texts(cells: Sequence[Any]) -> tuple[str, ...]:
    return tuple(_text(cell) for cell in cells)


def _text(cell: Any) -> str:
    if not isinstance(cell, str) or len(cell) > LONGEST:
        raise ValueError
    # a cell holds lines at most: no other control characters
    kept = "".join(c for c in cell.replace("\r\n", "\n") if c in "\n\t" or ord(c) >= 32)
    return kept.replace("\x7f", "").encode("utf-8", "replace").decode().strip()
