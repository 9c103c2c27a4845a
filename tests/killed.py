"""What is killed at a random moment, in a process that has everything loaded: see test_kills."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path
from typing import Any

import pandas as pd

from gisplan.api.editing.edits import CellEdit, TableEdits
from gisplan.api.editing.keep import keep_edits
from gisplan.api.editing.table import table_of
from gisplan.api.export.options import ExportOptions
from gisplan.api.importing import ImportOptions, import_file, target
from gisplan.api.scenarios import declared
from gisplan.catalog.load import Catalog
from gisplan.catalog.workspace import Workspace, find, shipped
from gisplan.cli import main
from gisplan.importing.choose import ImportContext
from gisplan.pipeline import catalogue
from gisplan.pipeline.scenario import Scenario
from gisplan.text import Text
from tests import exporter

NAMES = ("qgis", "shapefile", "csv")


def _known() -> ImportContext:
    # regions and vocabulary, read once before anything is killed
    place = find(shipped())
    return target.load_known(place, catalogue.load(place))


KNOWN = _known()
#: What Python tells before it changes the name of a file or folder; its first word is the name.
_CHANGING = {"os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.link"}


def run(job: str, root: Path, table: Path) -> None:
    """Do a job; what was written is in the system's hands when it is killed."""
    os.fsync = lambda _: None  # type: ignore[assignment]
    if job == "import":
        target.load_known = _remembered
        import_file(table, layer="figures", place=find(root), options=ImportOptions(replace=True))
        sys.exit(0)
    if job == "edit":
        target.load_known = _remembered
        edit(find(root), table)
        sys.exit(0)
    if job == "scenario":
        what_if = Scenario(name="try", title=Text("试", "try"), description=Text("", ""))
        rows = {"figures": ("file", table.read_text(encoding="utf-8"))}
        declared.save(what_if, place=find(root), rows=rows)
        sys.exit(0)
    exporter.run(job, root, ExportOptions(formats=NAMES, layers=("joined",)))


def run_until(step: int, job: str, root: Path, table: Path) -> None:
    """Do a job until it has changed that many names of files; end there as a killed one does."""
    left = [step]

    def count(event: str, arguments: tuple[Any, ...]) -> None:
        if event == "open":
            writes = isinstance(arguments[2], int) and arguments[2] & (os.O_WRONLY | os.O_RDWR)
            if not writes:
                return
        elif event not in _CHANGING:
            return
        if str(root) in str(arguments[0]) or event == "os.rmdir":
            left[0] -= 1
            if left[0] < 0:
                os._exit(9)

    sys.addaudithook(count)
    run(job, root, table)


def edit(place: Workspace, table: Path) -> None:
    """Put the figures of a file into the layer's table, cell by cell."""
    now = table_of("figures", place=place)
    wanted = pd.read_csv(table, dtype=str)["residents"]
    cells = tuple(
        CellEdit(
            row=int(row),
            key=now.key_of(int(row)),
            column="residents",
            before=str(now.rows.at[row, "residents"]),
            after=figure,
        )
        for row, figure in zip(now.rows.index, wanted, strict=True)
    )
    keep_edits("figures", TableEdits(fingerprint=now.fingerprint, cells=cells), place=place)


def _remembered(_: Workspace, __: Catalog) -> ImportContext:
    return KNOWN


def interrupted(words: list[str], told: Path, begun: Any) -> None:
    """Run a command with what it says in a file, to be ended by Ctrl-C."""
    os.fsync = lambda _: None  # type: ignore[assignment]
    target.load_known = _remembered
    with told.open("w", encoding="utf-8") as file:
        sys.stdout = sys.stderr = file
        signal.signal(signal.SIGINT, signal.default_int_handler)
        begun.set()
        sys.exit(main(words))
