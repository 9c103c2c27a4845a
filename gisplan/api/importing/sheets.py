"""Which table of a file is imported, and which heading each column comes from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from gisplan.api.importing.options import ImportOptions
from gisplan.catalog.layer import Column, LayerSpec
from gisplan.errors import DataError, OptionError
from gisplan.escape import restore
from gisplan.importing import merge, summary
from gisplan.importing.convert import Known, choose
from gisplan.importing.findings import KEPT, Findings
from gisplan.importing.mapping import ImportMapping
from gisplan.read import RawTable, ReadOptions, tables
from gisplan.text import Text

#: Findings of a reader that a planner should look at.
_MET = frozenset(
    {"unnamed_column", "more_cells", "fewer_cells", "formula", "error_cell", "long_number"}
)

#: Findings that the placing tells of, row by row.
_PLACED = frozenset({"no_geometry", "not_finite"})


def read_tables(path: Path, options: ImportOptions) -> list[RawTable]:
    """Read the file's tables; what was made inert when rows were set aside is restored."""
    asked = ReadOptions(
        encoding=options.encoding,
        separator=options.separator,
        sheet=options.sheet,
        layer=options.sheet,
        heading_row=options.heading_row,
        crs=options.crs,
    )
    found = []
    for raw in tables(path, options=asked):
        table = raw.table
        if set(summary.ORIGIN) <= {str(name) for name in table.columns}:
            table = table.rename(columns=restore).map(restore)
        found.append(replace(raw, table=table))
    return found


def note_read(raw: RawTable, findings: Findings) -> tuple[Text, ...]:
    """Pass on what the reader met; give what it merely says of the file, which is no problem."""
    for item in raw.findings:
        if item.kind in _MET:
            for row in item.rows or (None,):
                findings.note((row, item.column, None), item.message, KEPT)
    return tuple(item.message for item in raw.findings if item.kind not in _MET | _PLACED)


def choose_table(
    found: Sequence[RawTable],
    *,
    spec: LayerSpec,
    mapping: ImportMapping,
    datum: str,
    known: Known,
    source: str,
) -> list[tuple[RawTable, ImportMapping]]:
    """Take the one table that has the columns that are needed; a list, to be emptied.

    ``datum`` is what the user said, ``mapping`` what was decided at earlier imports.
    """
    fit, faults = [], []
    for raw in found:
        headings = tuple(str(heading) for heading in raw.table.columns)
        # What a heading says of its datum goes before what an earlier file was in.
        asked = replace(mapping, datum=datum)
        chosen = choose(headings, spec, mapping=asked, known=known)
        chosen = replace(chosen, datum=chosen.datum or mapping.datum)
        missing = _missing(spec, chosen)
        if not missing:
            fit.append((raw, chosen))
            continue
        where = f"{source} {raw.sheet}".strip()
        faults += [
            Text(
                f"{where}：没有找到“{c.title.zh}”（{c.name}）一列；表头有：{'、'.join(headings)}",
                f"{where}: no column for {c.title.en} ({c.name}); headings: {', '.join(headings)}",
            )
            for c in missing
        ]
    if not fit:
        message = Text(
            '缺少必需的列；请改表头，或用 --mapping 写明，如 [columns.name_zh] heading = "…"',
            "required columns are missing; correct the headings or say with --mapping, as in "
            '[columns.name_zh] heading = "…"',
        )
        raise DataError(message, faults=faults)
    if len(fit) > 1:
        names = [raw.sheet for raw, _ in fit]
        raise OptionError(
            Text(
                f"{source} 有 {len(fit)} 个工作表可以导入：{'、'.join(names)}；请用 --sheet 指明",
                f"{source} has {len(fit)} sheets that would do: {', '.join(names)}; name one with "
                "--sheet",
            )
        )
    return fit


def _missing(spec: LayerSpec, chosen: ImportMapping) -> list[Column]:
    filled = {*merge.FILLED, *chosen.columns}
    return [c for c in spec.columns if c.required and c.name not in filled]
