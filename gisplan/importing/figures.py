"""Columns of figures: their units, what is merged, and the sums that a ledger states."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pandas as pd

from gisplan.catalog.layer import Column
from gisplan.importing import amounts
from gisplan.importing.amounts import UnitConversion
from gisplan.importing.cells import reword
from gisplan.importing.choose import ImportContext
from gisplan.importing.findings import EMPTIED, Findings
from gisplan.importing.ledger import SheetFacts
from gisplan.importing.mapping import ColumnMapping
from gisplan.importing.rows import Sorted
from gisplan.importing.sums import check_sums
from gisplan.text import Text

_NO_YEAR = Text("不是一个年份", "not a year")


@dataclass(frozen=True, slots=True)
class SortedSheet:
    """A table with all its rows, and which of them are data.

    Attributes
    ----------
    whole : pandas.DataFrame
        All rows, as texts.
    rows : pandas.DataFrame
        Those that are data.
    sorted : Sorted
        What each row is.
    ledger : SheetFacts
        What is known of the sheet beside its rows.
    """

    whole: pd.DataFrame
    rows: pd.DataFrame
    sorted: Sorted
    ledger: SheetFacts


def read_figures(
    sheet: SortedSheet,
    column: Column,
    item: ColumnMapping,
    *,
    known: ImportContext,
    findings: Findings,
) -> pd.Series:
    """Read a column of figures, and hold the totals that the file states against it.

    Parameters
    ----------
    sheet : SortedSheet
        The table.
    column : Column
        Of the layer, a number.
    item : ColumnMapping
        Where it comes from, and in which unit.
    known : ImportContext
        The units.
    findings : Findings
        Told of cells that can't be read, repairs, and sums that differ.

    Returns
    -------
    pandas.Series of float
        In the declared unit, by the rows of data; NaN where there is none.

    Raises
    ------
    DataError
        If the unit can't be turned into the declared one.
    """
    rows = sheet.rows
    if not item.heading:
        fixed = pd.Series(item.value, index=rows.index, dtype="str")
        return _figures(fixed, column, item, (None, known, findings)).numbers
    stated = sheet.sorted.of("total", "average") if column.unit else []
    some = rows
    if stated:
        some = sheet.whole[sheet.sorted.data | sheet.whole.index.isin(stated)]
    cells = some[item.heading]
    if column.unit is not None:
        cells = _counted_once(cells, sheet, findings)
    read = _figures(cells, column, item, (some, known, findings))
    data = cells.index.isin(rows.index)
    action = findings.action(required=column.required)
    findings.note_all(read.faults[data], cells[data], item.heading, action)
    declared = column.unit.zh if column.unit else ""
    shown = _shown(read.numbers[data], read.repairs[data], declared)
    findings.repaired(read.repairs[data], cells[data], item.heading, shown)
    if stated:
        kinds = sheet.sorted.kinds.loc[some.index]
        check_sums(read.numbers, kinds, cells, unit=declared, findings=findings)
    return read.numbers[data]


def _figures(
    cells: pd.Series,
    column: Column,
    item: ColumnMapping,
    tools: tuple[pd.DataFrame | None, ImportContext, Findings],
) -> amounts.Amounts:
    rows, known, findings = tools
    declared = column.unit.zh if column.unit else ""
    if column.type == "integer" and not declared:
        words, changed = reword(cells, column, item)
        findings.reworded(changed, cells, item.heading)
        cells = words
    measure = UnitConversion(given=item.unit, declared=declared, days_per_year=item.days_per_year)
    amounts.check(measure, known.units, column=item.heading)
    beside = None
    if rows is not None and item.unit_heading in rows.columns:
        beside = rows[item.unit_heading]
    read = amounts.convert(cells.mask(cells == ""), measure, units=known.units, beside=beside)
    if column.type == "integer" and column.name.endswith("year"):
        return replace(read, faults=read.faults.where(read.faults.isna(), _NO_YEAR))
    return read


def _counted_once(cells: pd.Series, sheet: SortedSheet, findings: Findings) -> pd.Series:
    """Leave a quantity in a merged cell to the first of its rows, so that it counts once.

    Parameters
    ----------
    cells : pandas.Series
        Cells of a column of quantities.
    sheet : SortedSheet
        The table, and which cells are copies.
    findings : Findings
        Takes what is found.

    Returns
    -------
    pandas.Series
        The cells, copies emptied.
    """
    copies = cells.index.isin(list(sheet.ledger.filled.get(str(cells.name), ())))
    copies &= (cells != "").to_numpy(dtype=bool)
    if not copies.any():
        return cells
    count = int(copies.sum())
    first = int(cells.index[copies][0])
    message = Text(
        f"合并单元格中的数量只计一次，计在首行；另 {count} 行按空值",
        f"a quantity in merged cells counts once, in their first row; {count} rows have none",
    )
    findings.note((first, str(cells.name), cells[first]), message, EMPTIED)
    return cells.mask(copies, "")


def _shown(numbers: pd.Series, repairs: pd.Series, unit: str) -> pd.Series:
    """Give the new values of repaired cells for people.

    Parameters
    ----------
    numbers : pandas.Series
        New values.
    repairs : pandas.Series
        What was repaired; None where nothing was.
    unit : str
        Unit that is shown behind each.

    Returns
    -------
    pandas.Series
        Texts of the repaired rows.
    """
    some = numbers[repairs.notna()]
    return some.map(lambda number: "" if pd.isna(number) else f"{number:.12g}{unit}")
