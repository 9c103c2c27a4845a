"""Edits of a table kept: all of them or none, in one step, where nobody else wrote meanwhile."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from pathlib import Path

from gisplan.api.editing.check import CheckedEdits, check_edits
from gisplan.api.editing.edits import TableEdits
from gisplan.api.editing.layer_table import LayerTable
from gisplan.api.editing.table import table_of
from gisplan.api.history.kept import IN_A_WINDOW, ChangedTable, forget, keep, keep_before
from gisplan.api.history.writing import writing
from gisplan.api.importing import target
from gisplan.api.importing.options import ImportOptions
from gisplan.api.statements import faults_of_statements
from gisplan.catalog import workspace
from gisplan.catalog.workspace import Workspace
from gisplan.errors import DataError, OptionError
from gisplan.importing.as_csv import to_csv
from gisplan.pipeline import catalogue as catalog
from gisplan.pipeline.fingerprint import file_digest
from gisplan.pipeline.ownership import Ownership
from gisplan.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptEdits:
    """Edits that were kept.

    Attributes
    ----------
    change : str
        Id of the change in the history; empty if nothing differs.
    cells : int
        How many cells were changed.
    added : int
        How many rows came.
    removed : int
        How many rows went.
    """

    change: str
    cells: int
    added: int
    removed: int


def try_edits(
    name: str, edits: TableEdits, *, place: Workspace | None = None
) -> tuple[LayerTable, CheckedEdits]:
    """Tell what edits of a layer's table come to; nothing is written.

    Parameters
    ----------
    name : str
        Name of the layer.
    edits : TableEdits
        The edits.
    place : Workspace, optional
        The workspace of the current folder if left out.

    Returns
    -------
    tuple of (LayerTable, CheckedEdits)
        The table as it is, and what they come to.

    Raises
    ------
    OptionError
        If the layer can't be edited, and why.
    FileError
        If its file can't be read.
    """
    place = place or workspace.find()
    target.require_own(place, ImportOptions())
    table = table_of(name, place=place)
    if table.read_only is not None:
        title = table.spec.title
        raise OptionError(
            Text(f"{title.zh}：{table.read_only.zh}", f"{title.en}: {table.read_only.en}")
        )
    known = target.load_known(place, catalog.load(place))
    rules = functools.partial(faults_of_statements, name=name, place=place)
    return table, check_edits(table, edits, known=known, rules=rules)


def keep_edits(
    name: str,
    edits: TableEdits,
    *,
    place: Workspace | None = None,
    patience: float = IN_A_WINDOW,
) -> KeptEdits:
    """Write edits of a layer's table, if all of them hold.

    Parameters
    ----------
    name : str
        Name of the layer.
    edits : TableEdits
        The edits, of the table as it is now.
    place : Workspace, optional
        The workspace of the current folder if left out.
    patience : float
        Seconds to wait for another run that writes.

    Returns
    -------
    KeptEdits
        What was kept. ``gisplan history --undo`` takes it back.

    Raises
    ------
    OptionError
        If the layer can't be edited, or its file is another since it was looked at.
    DataError
        If a cell does not hold, with a fault for each; nothing is written.
    FileError
        If another run does not end, or the file can't be written; it is as it was.
    """
    place = place or workspace.find()
    target.require_own(place, ImportOptions())
    with writing(place, patience=patience):
        table, checked = try_edits(name, edits, place=place)
        if checked.moved:
            raise OptionError(
                Text(
                    f"“{table.spec.title.zh}”在您打开之后又改过（另一个窗口、一次导入或别的程序），"
                    "没有保存，以免盖掉别人的改动；请再看一次差异",
                    f"'{table.spec.title.en}' was changed since you opened it (in another window,"
                    " by an import or another program); nothing was kept, so that nobody's work is"
                    " lost. Look at the difference again",
                )
            )
        if checked.asks_datum:
            raise OptionError(
                Text(
                    "请说明新填的经纬度是哪种坐标系",
                    "please say in which datum the new positions are",
                )
            )
        if checked.faults:
            raise DataError(
                Text(
                    "有的格子不合规则，全部没有保存：", "some cells do not hold; nothing was kept:"
                ),
                faults=[fault.words for fault in checked.faults],
            )
        return _written((table, table.file), checked, place)


def _written(of: tuple[LayerTable, Path], checked: CheckedEdits, place: Workspace) -> KeptEdits:
    table, path = of
    edits = checked.edits
    counts = (len(edits.cells), len(checked.added), len(edits.removed))
    if not any(counts):
        return KeptEdits(change="", cells=0, added=0, removed=0)
    files = [(path, to_csv(checked.table))]
    changed = ChangedTable(layer=table.spec.name, path=path, key=tuple(table.spec.key))
    as_it_was = keep_before(files, table=changed, file="", place=place, kind="edit")
    try:
        if file_digest(path) != table.fingerprint:  # another program, between two steps
            raise OptionError(
                Text(
                    f"{path.name} 正在被别的程序改写，没有保存；请再看一次差异",
                    f"{path.name} is being written by another program; nothing was kept",
                )
            )
        Ownership(place).put(files, read=[path])
    except BaseException:
        forget(as_it_was)
        raise
    keep(as_it_was)
    cells, added, removed = counts
    return KeptEdits(
        change=as_it_was.name if as_it_was else "", cells=cells, added=added, removed=removed
    )
