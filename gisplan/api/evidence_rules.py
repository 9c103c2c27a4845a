"""The rules by which it is read what people say of the plan, and the table that it goes into."""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from gisplan.analysis.plan.scorecard import read_status
from gisplan.api.at_hand import at_hand
from gisplan.api.history.kept import ChangedTable, forget, keep, keep_before
from gisplan.api.history.writing import writing
from gisplan.api.load import load_layers
from gisplan.catalog.layer import AnalysisOrigin, FileOrigin, LayerSpec
from gisplan.catalog.workspace import Workspace
from gisplan.errors import OptionError
from gisplan.escape import restored
from gisplan.files import PATIENCE
from gisplan.importing.as_csv import to_csv
from gisplan.pipeline import catalogue as catalog
from gisplan.pipeline.ownership import Ownership
from gisplan.read import read
from gisplan.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceRules:
    """By what statements are read, and where they stand.

    Attributes
    ----------
    spec : LayerSpec
        Declaration of the table of statements.
    path : pathlib.Path
        Its file.
    answers : str
        Layer that answers every row of it.
    inputs : mapping of str to pandas.DataFrame
        What statements are held against: items of the plan, units, words.
    """

    spec: LayerSpec
    path: Path
    answers: str
    inputs: Mapping[str, pd.DataFrame]

    def read(self, rows: pd.DataFrame) -> pd.DataFrame:
        """Read statements, and answer each.

        Parameters
        ----------
        rows : pandas.DataFrame
            Texts, in the columns of the table.

        Returns
        -------
        pandas.DataFrame
            As :func:`gisplan.analysis.plan.scorecard.read_status` gives them, in order.
        """
        given = rows.reindex(columns=list(self.spec.column_names), fill_value="")
        return read_status(given, **self.inputs).table


def told_in(answers: LayerSpec) -> str:
    """Give the layer that statements go into: what the answers are made from.

    Parameters
    ----------
    answers : LayerSpec
        Declaration of the layer of the role ``answers``.

    Returns
    -------
    str
        Name of the layer.

    Raises
    ------
    OptionError
        If the answers are not made from it.
    """
    origin = answers.origin
    if not isinstance(origin, AnalysisOrigin) or "status" not in origin.inputs:
        raise OptionError(
            Text(
                f"工作区的 {answers.name} 不是由填报的完成情况（status）分析得出的",
                f"the layer {answers.name} is not made from what was reported (its input status)",
            )
        )
    return origin.inputs["status"]


def load_rules(place: Workspace) -> EvidenceRules:
    """Load the rules of a workspace.

    Parameters
    ----------
    place : Workspace
        The workspace.

    Returns
    -------
    EvidenceRules
        The rules.

    Raises
    ------
    OptionError
        If the workspace has none, or its statements stand in no file.
    DeclarationError
        If declarations or layers are wrong.
    """
    listed = catalog.load(place).layers
    answers = listed[place.roles.layer("answers", listed)]
    told = told_in(answers)
    spec, origin = listed[told], answers.origin
    if not isinstance(origin, AnalysisOrigin) or not isinstance(spec.origin, FileOrigin):
        raise OptionError(
            Text(
                f"工作区的 {told} 不是由文件得出的，收不下填报表",
                f"the layer {told} is made from no file, so that a form can't go into it",
            )
        )
    names = {key: name for key, name in origin.inputs.items() if key != "status"}
    load = functools.partial(load_layers, tuple(names.values()), place=place)
    known = at_hand("evidence", names.values(), load, place=place)
    inputs = {key: known[name].table for key, name in names.items()}
    return EvidenceRules(spec=spec, path=spec.origin.path, answers=answers.name, inputs=inputs)


def add_statements(
    new: Sequence[Mapping[str, str]],
    *,
    rules: EvidenceRules,
    place: Workspace,
    others: Sequence[tuple[Path, bytes | None]] = (),
    source: Path | None = None,
    dry_run: bool = False,
    patience: float = PATIENCE,
) -> tuple[int, list[Path], list[Text], str]:
    """Put statements below those that there are; one that is there already is not put twice.

    Parameters
    ----------
    new : sequence of mapping of str to str
        Cells by column, of each.
    rules : EvidenceRules
        Where they go.
    place : Workspace
        The workspace.
    others : sequence of (pathlib.Path, bytes or None)
        Files that are written with them.
    source : pathlib.Path, optional
        The file that they come from, if they come from one.
    dry_run : bool
        Whether to write nothing.
    patience : float
        Seconds to wait for another run that writes.

    Returns
    -------
    tuple of (int, list of pathlib.Path, list of Text, str)
        How many were there already; the files written; what is kept where; and the id of the
        change in the history, empty if nothing differs.

    Raises
    ------
    FileError
        If a file can't be read or written; all are as they were.
    """
    if dry_run:
        return _merged(rules, new)[1], [], [], ""
    # read here, so that two who speak at once are both heard
    with writing(place, patience=patience):
        content, doubled = _merged(rules, new)
        files = [*others]
        if len(new) > doubled:  # nothing new replaces nothing
            files.append((rules.path, content))
        of = ChangedTable(layer=rules.spec.name, path=rules.path, key=tuple(rules.spec.key))
        name = "" if source is None else source.name
        as_it_was = keep_before(files, table=of, file=name, place=place, kind="evidence")
        try:
            known = (rules.path, *(() if source is None else (source,)))
            written, told = Ownership(place).put(files, read=known)
        except BaseException:
            forget(as_it_was)
            raise
        keep(as_it_was)
    return doubled, written, told, as_it_was.name if as_it_was is not None else ""


def _merged(rules: EvidenceRules, new: Sequence[Mapping[str, str]]) -> tuple[bytes, int]:
    # Content of the file with the new rows below those there are, and how many were there already.
    before = restored(read(rules.path), ending=rules.path.suffix).fillna("").astype("str")
    key, names = list(rules.spec.key), list(rules.spec.column_names)
    old = before.reindex(columns=names, fill_value="")
    there = {tuple(row) for row in old[key].itertuples(index=False, name=None)}
    fresh = []
    for row in new:
        values = tuple(row[name] for name in key)
        if values not in there:
            there.add(values)
            fresh.append(row)
    table = pd.concat([old, pd.DataFrame(fresh, columns=names, dtype="str")], ignore_index=True)
    return to_csv(table), len(new) - len(fresh)


def why_of(answer: Mapping[Any, Any], row: Mapping[str, str]) -> Text:
    """Say why a statement was not used, or what was converted or doubted.

    Parameters
    ----------
    answer : mapping
        A row as :meth:`EvidenceRules.read` gives it.
    row : mapping of str to str
        The statement.

    Returns
    -------
    Text
        Empty words if all was plain.
    """
    if not pd.isna(answer["why_zh"]):
        return Text(str(answer["why_zh"]), str(answer["why_en"]))
    if pd.isna(answer["value"]):
        return Text("", "")
    number, unit = f"{answer['value']:.10g}", answer["unit_zh"]
    before = f"{row.get('value', '')} {row.get('unit_zh', '')}".strip()
    if before == f"{number} {unit}":
        return Text("", "")
    return Text(f"{before} 即 {number} {unit}", f"{before} is {number} {unit}")


def cells_of(answer: Mapping[Any, Any], spec: LayerSpec) -> dict[str, str]:
    """Give the cells of a statement as the table holds them.

    Parameters
    ----------
    answer : mapping
        A row as :meth:`EvidenceRules.read` gives it.
    spec : LayerSpec
        Declaration of the table.

    Returns
    -------
    dict of str to str
        By column.
    """
    cells: dict[str, str] = {}
    for name in spec.column_names:
        cell = answer.get(name)
        if cell is None or pd.isna(cell):
            cells[name] = ""
        elif isinstance(cell, pd.Timestamp):
            cells[name] = f"{cell:%Y-%m-%d}"
        else:
            cells[name] = f"{cell:.12g}" if isinstance(cell, float) else str(cell)
    return cells
