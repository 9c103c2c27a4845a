"""Tables of an answer, printed: as many rows of each as are looked through on a screen."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from gisplan.cli.terminal import Screen
from gisplan.text import Text

if TYPE_CHECKING:
    from gisplan.api.result_book import ResultTable


def print_tables(tables: Iterable[ResultTable], screen: Screen, *, most: int) -> None:
    """Print tables, and how many rows each has beyond those printed.

    Parameters
    ----------
    tables : iterable of ResultTable
        The tables; of one without rows nothing is printed.
    screen : Screen
        Takes what is said.
    most : int
        Rows printed of each.
    """
    for table in tables:
        rows = [[_cell(cell, screen) for cell in row] for row in table.rows[:most]]
        numbers = {
            k
            for row in table.rows
            for k, cell in enumerate(row)
            if isinstance(cell, int | float) and not isinstance(cell, bool)
        }
        if rows:
            screen.table(table.heads, rows, title=table.name, right=numbers)
        if (more := len(table.rows) - most) > 0:
            screen.print(
                Text(f"另有 {more} 行，--out 写全部", f"and {more} more rows; --out writes all")
            )


def _cell(cell: Any, screen: Screen) -> str:
    if cell is None or (isinstance(cell, float) and math.isnan(cell)):
        return "—"
    if isinstance(cell, str):
        return cell
    # a year is no amount
    if isinstance(cell, int) or (hasattr(cell, "dtype") and cell.dtype.kind == "i"):
        return str(int(cell))
    return screen.amount(float(cell))
