"""Edits of a table held against the rules that an import goes by, before anything is written."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

import pandas as pd

from gisplan.api.editing.cell_faults import CellFault, cell_fault, names_of
from gisplan.api.editing.edits import CellEdit, TableEdits
from gisplan.api.editing.layer_table import LayerTable
from gisplan.api.editing.moved_edits import in_this_state
from gisplan.api.editing.table import faults_of
from gisplan.catalog.layer import DataProblem, LayerSpec
from gisplan.errors import DataError
from gisplan.importing.amounts import is_unknown
from gisplan.importing.as_texts import to_texts
from gisplan.importing.choose import ID, SOURCE_FILE, SOURCE_ROW, ImportContext
from gisplan.importing.convert import ADCODE, PRECISION, REGION, convert
from gisplan.importing.findings import KEPT, Findings
from gisplan.importing.headings import PLACES
from gisplan.importing.mapping import ColumnMapping, ImportMapping
from gisplan.read.validate import conform
from gisplan.text import Text

#: What a row that was written by hand says of where it came from.
BY_HAND = "手工录入"
#: Columns that follow from where a row is.
_FOLLOW = (ADCODE, REGION, PRECISION)


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedEdits:
    """Edits, and what they come to.

    Attributes
    ----------
    asked : TableEdits
        As they were written, of the table as it is now: what is sent to be kept.
    edits : TableEdits
        As they are to be kept: cells as the declaration has them.
    table : pandas.DataFrame
        The table with them, texts by row.
    faults : tuple of CellFault
        Why they can't be kept; if there are any, nothing is written.
    doubts : tuple of CellFault
        What should be looked at, and can be kept.
    follows : tuple of CellEdit
        Cells that change with them, as the region of a point.
    added : tuple of int
        Numbers of the rows that come, in order.
    moved : bool
        Whether the table was changed by somebody else since it was looked at.
    asks_datum : bool
        Whether it must be said in which datum positions are.
    """

    asked: TableEdits
    edits: TableEdits
    table: pd.DataFrame
    faults: tuple[CellFault, ...]
    doubts: tuple[CellFault, ...]
    follows: tuple[CellEdit, ...]
    added: tuple[int, ...]
    moved: bool
    asks_datum: bool = False


#: Tells which rows of a table do not hold by rules of its own, and why.
RowRules = Callable[[pd.DataFrame], Mapping[int, Text]]


def no_rules(_: pd.DataFrame) -> Mapping[int, Text]:
    """Find no fault: most tables have no rules beside their declaration's.

    Parameters
    ----------
    _ : pandas.DataFrame
        The table.

    Returns
    -------
    mapping of int to Text
        Nothing.
    """
    return {}


def check_edits(
    table: LayerTable, edits: TableEdits, *, known: ImportContext, rules: RowRules = no_rules
) -> CheckedEdits:
    """Hold edits of a table against the rules that an import goes by.

    Parameters
    ----------
    table : LayerTable
        The table as it is now.
    edits : TableEdits
        What somebody changed, perhaps in an earlier state of it.
    known : ImportContext
        What an import knows of the world.
    rules : callable
        Given the table as it is to be, tells which rows do not hold by rules of its own.

    Returns
    -------
    CheckedEdits
        What they come to. A cell that was empty and stays so is empty, never 0; a word for
        nothing known (不详) empties its cell.
    """
    edits, lost = in_this_state(table, edits)
    moved = table.fingerprint != edits.fingerprint
    edits = replace(edits, fingerprint=table.fingerprint)
    work = _Work(table, edits, known)
    faults = [*lost, *work.faults]
    asks = work.has_positions and not edits.datum
    if not asks:
        work.read()
        work.hold(rules)
        faults = [*lost, *work.faults]
    return CheckedEdits(
        asked=edits,
        edits=work.kept(),
        table=work.rows,
        faults=tuple(faults),
        doubts=tuple(work.doubts),
        follows=tuple(work.follows),
        added=tuple(work.added),
        moved=moved,
        asks_datum=asks,
    )


class _Work:
    """Edits as they are read, cell by cell.

    Parameters
    ----------
    table : LayerTable
        The table as it is now.
    edits : TableEdits
        Edits of this state of it.
    known : ImportContext
        What an import knows of the world.
    """

    def __init__(self, table: LayerTable, edits: TableEdits, known: ImportContext) -> None:
        self._table, self._edits, self._known = table, edits, known
        self.faults: list[CellFault] = []
        self.doubts: list[CellFault] = []
        self.follows: list[CellEdit] = []
        gone = [row for row, _ in edits.removed]
        self.rows = table.rows.drop(index=gone)
        #: Row -> the columns that somebody wrote in.
        self.written: dict[int, set[str]] = {}
        for cell in edits.cells:
            self.rows.at[cell.row, cell.column] = cell.after
            self.written.setdefault(cell.row, set()).add(cell.column)
        self.added = self._add()
        #: What was written, before it is read.
        self._typed = {
            (row, name): str(self.rows.at[row, name])
            for row, names in self.written.items()
            for name in names
        }

    @property
    def _placed(self) -> tuple[str, ...]:
        return self._table.spec.position_columns or ()

    @property
    def has_positions(self) -> bool:
        """Tell whether positions were written.

        Returns
        -------
        bool
            Whether one of the two columns has a new content.
        """
        return any(
            self.rows.at[row, name]
            for row, columns in self.written.items()
            for name in columns.intersection(self._placed)
        )

    def _add(self) -> list[int]:
        first = int(max(self._table.rows.index, default=1)) + 1
        numbers = list(range(first, first + len(self._edits.added)))
        fresh = [
            {name: row.get(name, "") for name in map(str, self.rows.columns)}
            for row in self._edits.added
        ]
        if not fresh:
            return []
        for row in self._edits.added:
            for name in row:
                self._table.column(name)  # a column that is none is told
        new = pd.DataFrame(fresh, index=numbers, dtype="str")
        self._name(new)
        self.rows = pd.concat([self.rows, new])
        for number, row in zip(numbers, self._edits.added, strict=True):
            self.written[number] = {name for name, cell in row.items() if cell}
        return numbers

    def _name(self, new: pd.DataFrame) -> None:
        # Say of rows that were written by hand that they were, as an import says of its own.
        if not {SOURCE_FILE, SOURCE_ROW} <= set(new.columns):
            return
        there = self._table.rows
        numbers = pd.to_numeric(there.loc[there[SOURCE_FILE] == BY_HAND, SOURCE_ROW], "coerce")
        first = 1 if numbers.dropna().empty else int(numbers.max()) + 1
        own = [str(first + place) for place in range(len(new))]
        new[SOURCE_FILE], new[SOURCE_ROW] = BY_HAND, own
        if ID in new.columns and tuple(self._table.spec.key) == (ID,):
            made = pd.Series([f"{BY_HAND}/{number}" for number in own], index=new.index)
            new[ID] = new[ID].where(new[ID] != "", made)

    def read(self) -> None:
        """Read what was written by the rules of an import, and hold the whole against its own."""
        spec, touched = self._table.spec, list(self.written)
        if touched:
            self._convert(spec, touched)
        faulty = sorted({one.row for one in self.faults if one.row is not None})
        if faulty:
            # a cell that does not hold hides what is wrong with the others of its row
            self._convert(spec, faulty, without_faults=True)
        self._whole(spec)

    def _convert(
        self, spec: LayerSpec, touched: Sequence[int], *, without_faults: bool = False
    ) -> None:
        given = self._given(spec, touched)
        if without_faults:
            for one in self.faults:
                for name in one.columns:
                    if one.row in given.index and name in given.columns:
                        given.at[one.row, name] = ""
        findings = Findings(self._file, strict=True)
        try:
            done = convert(
                given, spec, chosen=self._mapping(spec), known=self._known, findings=findings
            )
        except DataError as error:
            self.faults += [
                CellFault(row=None, column="", value="", words=words)
                for words in (error.message, *error.faults)
            ]
            return
        conformed = conform(done.table, spec, file=self._file, whole=False)
        for item in (*findings.problems, *conformed.problems):
            if item.set_aside or not without_faults:
                self._found(item)
        texts = to_texts(conformed.table, spec)
        texts.index = done.table.index[~done.table.index.isin(conformed.set_aside.index)]
        for row in texts.index:
            self._take(int(row), texts.loc[row])

    @property
    def _file(self) -> str:
        return self._table.path.name if self._table.path else self._table.spec.name

    def _given(self, spec: LayerSpec, touched: Sequence[int]) -> pd.DataFrame:
        """Give the rows that are read, without what is to follow from what was written.

        Parameters
        ----------
        spec : LayerSpec
            The declaration.
        touched : sequence of int
            The rows.

        Returns
        -------
        pandas.DataFrame
            Texts.
        """
        names = [name for name in (*spec.column_names, *self._placed) if name in self.rows.columns]
        given = self.rows.loc[list(touched), list(dict.fromkeys(names))].copy()
        coded = any(c.name == REGION and c.type == ADCODE for c in spec.columns)
        both = {ADCODE, REGION} <= set(given.columns) and not coded
        for row in touched:
            written = self.written[row]
            if both and ADCODE in written and REGION not in written:
                given.at[row, REGION] = ""
            if both and REGION in written and ADCODE not in written:
                given.at[row, ADCODE] = ""
            if PRECISION in given.columns and PRECISION not in written and self._placed:
                empty = given.at[row, PRECISION] in ("", "none")
                if empty and any(given.at[row, name] for name in self._placed):
                    given.at[row, PRECISION] = ""
        return given

    def _mapping(self, spec: LayerSpec) -> ImportMapping:
        names = [*spec.column_names, *self._placed]
        units = {column.name: column.unit.zh for column in spec.columns if column.unit}
        columns = {
            name: ColumnMapping(heading=name, unit=units.get(name, ""))
            for name in names
            if name in self.rows.columns
        }
        for name, axis in zip(self._placed, ("lon", "lat"), strict=False):
            columns.pop(name)
            columns[axis] = ColumnMapping(heading=name)
        return ImportMapping(columns=columns, datum=self._edits.datum or "wgs84")

    def _found(self, item: DataProblem) -> None:
        if item.row is None or item.row not in self.written:
            return
        if not set(names_of(item.column)) & self._asked(item.row):
            return
        fault = self._sentence(item.row, item.column, item.value, item.message)
        if item.set_aside:
            self._note(fault)
        elif item.action == KEPT and fault not in self.doubts:
            self.doubts.append(fault)

    def _asked(self, row: int) -> set[str]:
        # The columns of a row that its writer answers for.
        if row in self.added:
            return set(map(str, self.rows.columns))
        written = self.written[row]
        places = {*PLACES, *self._placed}
        return written | places if written & places else written

    def _note(self, fault: CellFault) -> None:
        same = [one for one in self.faults if one.row == fault.row]
        if not any(set(one.columns) & set(fault.columns) for one in same):
            self.faults.append(fault)

    def _sentence(self, row: int, column: str, value: str, why: Text) -> CellFault:
        known = {one.spec.name for one in self._table.columns}
        names = [name for name in names_of(column) if name in known]
        names = [name for name in names if name in self.written.get(row, ())] or names
        titles = [self._table.column(name).spec.title for name in names]
        if len(names) == 1:
            value = self._typed.get((row, names[0]), value)
        zh = "、".join(title.zh for title in titles) or column
        en = ", ".join(title.en for title in titles) or column
        here = "（新加）" if row in self.added else ""
        new = " (new)" if row in self.added else ""
        shown = value if len(value) <= 60 else value[:59] + "…"
        if f"“{shown}”" in why.zh:
            shown = ""
        wrote = Text(f"写的是“{shown}”，" if shown else "", f"'{shown}': " if shown else "")
        return cell_fault(
            row,
            column,
            value,
            f"第 {row} 行{here}“{zh}”：{wrote.zh}{why.zh}",
            f"row {row}{new}, {en}: {wrote.en}{why.en}",
        )

    def _take(self, row: int, texts: pd.Series) -> None:
        """Take the cells of a row as they were read.

        Parameters
        ----------
        row : int
            Its number.
        texts : pandas.Series
            Its cells, by column.
        """
        written = self.written[row]
        wrong = {name for one in self.faults if one.row == row for name in one.columns}
        placed = bool(written & {*PLACES, *self._placed}) or row in self.added
        if self._half_placed(row, written):
            return
        for name in map(str, texts.index):
            was, now = str(self.rows.at[row, name]), str(texts[name])
            if name in wrong:
                continue
            if name in written:
                if was and not now and not is_unknown(was):
                    self._not_taken(row, name, was)
                    continue
                self.rows.at[row, name] = now
            elif wrong or name not in _FOLLOW or was == now:
                continue
            elif placed or PRECISION in written:
                self.rows.at[row, name] = now
                if row not in self.added:
                    self.follows.append(
                        CellEdit(
                            row=row,
                            key=self._table.key_of(row),
                            column=name,
                            before=was,
                            after=now,
                        )
                    )

    def _not_taken(self, row: int, name: str, was: str) -> None:
        # Where the import has a doubt about the place, that is why.
        place = {ADCODE, REGION}
        for doubt in self.doubts:
            if doubt.row == row and name in place and place & set(doubt.columns):
                self.doubts.remove(doubt)
                self._note(replace(doubt, column=name))
                return
        why = Text("读不懂，没有采用", "can't be read and was not taken")
        self._note(self._sentence(row, name, was, why))

    def _half_placed(self, row: int, written: set[str]) -> bool:
        # Half a position in a datum of its own would be turned with the half that is turned.
        names = set(self._placed)
        if not written & names or self._edits.datum in ("", "wgs84", "cgcs2000"):
            return False
        if written & names == names:
            return False
        why = Text("经度和纬度要一起改", "longitude and latitude are to be changed together")
        name = next(iter(written & names))
        self._note(self._sentence(row, name, str(self.rows.at[row, name]), why))
        return True

    def _whole(self, spec: LayerSpec) -> None:
        # What is wrong with the table now, and was not before.
        before, after = self._table.faults, faults_of(self.rows, spec)
        for row, columns in after[0].items():
            old: Mapping[str, Text] = before.get(row, {})
            for name, why in columns.items():
                if old.get(name) == why and name not in self.written.get(row, ()):
                    continue
                if old.get(name) == why and row not in self.written:
                    continue
                self._note(self._sentence(row, name, str(self.rows.at[row, name]), why))
        for words in after[1]:
            if words not in self._table.whole:
                self.faults.append(CellFault(row=None, column="", value="", words=words))

    def hold(self, rules: RowRules) -> None:
        """Hold the rows that were written against rules of the table's own.

        Parameters
        ----------
        rules : callable
            Tells which rows do not hold, and why.
        """
        faults = rules(self.rows)
        for row in self.written:
            if row in faults and not any(one.row == row for one in self.faults):
                here = "（新加）" if row in self.added else ""
                why = faults[row]
                zh, en = f"第 {row} 行{here}：{why.zh}", f"row {row}: {why.en}"
                self.faults.append(cell_fault(row, "", "", zh, en))

    def kept(self) -> TableEdits:
        """Give the edits as they are to be kept.

        Returns
        -------
        TableEdits
            Cells as the declaration has them; those that come to what stood there are none.
        """
        cells = [
            replace(cell, after=str(self.rows.at[cell.row, cell.column]))
            for cell in self._edits.cells
        ]
        fresh = [{str(k): str(v) for k, v in self.rows.loc[row].items() if v} for row in self.added]
        return replace(
            self._edits,
            cells=tuple(cell for cell in cells if cell.after != cell.before),
            added=tuple(fresh),
        )
