"""A job to its parser. Imports no more than the kind of file needs."""

from __future__ import annotations

from dataclasses import replace
from importlib import import_module

from gisplan.read.options import Finding
from gisplan.read.part import Job, Part
from gisplan.text import Text

_PARSERS = {
    "CSV": "delimited",
    "XLSX": "workbook",
    "XLS": "workbook",
    "ODS": "workbook",
    "GeoParquet": "parquet",
}


def parse(job: Job) -> list[Part]:
    """Read the tables of a file; see the ``parse`` of each parser.

    Parameters
    ----------
    job : Job
        The file, its kind and the options.

    Returns
    -------
    list of Part
        A table for each sheet or layer.

    Raises
    ------
    FileError
        If the file can't be read.
    """
    parser = import_module(f"gisplan.read.{_PARSERS.get(job.kind, 'vector')}")
    parts: list[Part] = parser.parse(job)
    return [_named(part) for part in parts]


def _named(part: Part) -> Part:
    # Give columns that have no name their number, as those of a sheet have their letter.
    names = list(part.table.column_names)
    unnamed = [at for at, name in enumerate(names) if not name.strip() and at != part.geometry]
    if not unnamed:
        return part
    found = []
    for at in unnamed:
        names[at] = f"[{at + 1}]"
        message = Text(
            f"第 {at + 1} 列没有列名，暂称 {names[at]}",
            f"column {at + 1} has no name; it is called {names[at]}",
        )
        found.append(Finding(kind="unnamed_column", message=message, column=names[at]))
    table = part.table.rename_columns(names)
    return replace(part, table=table, findings=(*part.findings, *found))
