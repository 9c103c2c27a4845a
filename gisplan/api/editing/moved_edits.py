"""Edits of a table that may have been changed since: the rows that they are of today."""

from __future__ import annotations

from dataclasses import replace

from gisplan.api.editing.cell_faults import CellFault, cell_fault
from gisplan.api.editing.edits import CellEdit, TableEdits
from gisplan.api.editing.layer_table import LayerTable


def in_this_state(table: LayerTable, edits: TableEdits) -> tuple[TableEdits, list[CellFault]]:
    """Find the rows that edits are of in the table as it is now.

    Parameters
    ----------
    table : LayerTable
        The table as it is now.
    edits : TableEdits
        Edits of the table as it was looked at.

    Returns
    -------
    tuple of (TableEdits, list of CellFault)
        The edits with the rows of today, and those that can't be put there.
    """
    faults: list[CellFault] = []
    cells: list[CellEdit] = []
    same = edits.fingerprint == table.fingerprint
    by_key: dict[tuple[str, ...], list[int]] = {}
    keys = zip(*(table.rows[name] for name in table.spec.key), strict=True)
    for number, known in zip(table.rows.index, keys, strict=True):
        by_key.setdefault(tuple(map(str, known)), []).append(int(number))

    def found(row: int, key: tuple[str, ...]) -> int | None:
        if same and row in table.rows.index and table.key_of(row) == key:
            return row
        there = by_key.get(key, [])
        return there[0] if len(there) == 1 else None

    for cell in edits.cells:
        row = found(cell.row, cell.key)
        column = table.column(cell.column)
        title = column.spec.title
        if row is None:
            named = " / ".join(cell.key)
            zh = f"第 {cell.row} 行（{named}）已经不在表里了，您改的“{title.zh}”没有地方放"
            en = f"row {cell.row} ({named}) is gone, and with it {title.en}"
            faults.append(cell_fault(cell.row, cell.column, cell.after, zh, en))
            continue
        now = str(table.rows.at[row, cell.column])
        if column.locked:
            zh = f"第 {row} 行“{title.zh}”由导入填写，不能改"
            en = f"row {row}, {title.en}: filled in by imports, not by hand"
            faults.append(cell_fault(row, cell.column, cell.after, zh, en))
        elif now not in (cell.before, cell.after):
            zh = (
                f"第 {row} 行“{title.zh}”在您打开之后被改成了“{now}”（您看到的是“{cell.before}”，"
                f"要改成“{cell.after}”）；请重新打开再改"
            )
            en = (
                f"row {row}, {title.en}: became '{now}' since you opened it (you saw"
                f" '{cell.before}' and wrote '{cell.after}'); open the table again"
            )
            faults.append(cell_fault(row, cell.column, cell.after, zh, en))
        elif now != cell.after:
            cells.append(replace(cell, row=row, before=now))
    removed = []
    for number, key in edits.removed:
        row = found(number, key)
        if row is not None:
            removed.append((row, table.key_of(row)))
    gone = {row for row, _ in removed}
    kept = tuple(cell for cell in cells if cell.row not in gone)
    return replace(edits, cells=kept, removed=tuple(removed)), faults
