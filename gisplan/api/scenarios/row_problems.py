"""What is wrong in the rows that a scenario brings: a layer goes on without them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from gisplan.catalog.workspace import Workspace
from gisplan.pipeline.cache import Record
from gisplan.pipeline.scenario import Scenario
from gisplan.text import Text

#: Said above them.
HEADING = Text("情景的表中有：", "in the tables of the scenario:")


def state_of(what_if: Scenario, place: Workspace) -> Path:
    """Give the folder where what is made of a scenario is kept.

    Parameters
    ----------
    what_if : Scenario
        The scenario.
    place : Workspace
        The workspace.

    Returns
    -------
    pathlib.Path
        ``.gisplan/scenarios/NAME``; it may be missing.
    """
    return place.state / "scenarios" / what_if.name


def row_problems(
    what_if: Scenario, *, place: Workspace, layers: Iterable[str] | None = None
) -> tuple[Text, ...]:
    """Tell what was found in the rows of a scenario's own files, once its layers are made.

    Parameters
    ----------
    what_if : Scenario
        The scenario; its layers were made by :func:`gisplan.api.compare.load_layers`.
    place : Workspace
        The workspace.
    layers : iterable of str, optional
        Only of these layers; of all that the scenario brings rows to if left out.

    Returns
    -------
    tuple of Text
        File, row, column, what stood there and what is wrong, a sentence each.
    """
    record = Record.load(state_of(what_if, place), keeps=False)
    told = []
    for name in what_if.changes if layers is None else layers:
        change, known = what_if.changes.get(name), record.layers.get(name)
        own = {path.name for path in (change.more, change.file) if path} if change else set()
        for one in known.problems if known else ():
            if one.row is None or one.file not in own:
                continue
            where = f"{one.file}, {one.row}, {one.column}"
            told.append(
                Text(
                    f"{one.file} 第 {one.row} 行，{one.column}“{one.value[:40]}”：{one.message.zh}",
                    f"{where} '{one.value[:40]}': {one.message.en}",
                )
            )
    return tuple(told)
