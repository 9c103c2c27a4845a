"""What is said of one item of the plan, the most competent first; and one thing more said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from gisplan.api.evidence_rules import EvidenceRules, add_statements, cells_of, load_rules, why_of
from gisplan.api.history.kept import IN_A_WINDOW
from gisplan.api.importing import target
from gisplan.api.importing.options import ImportOptions
from gisplan.catalog import workspace
from gisplan.catalog.layer import LayerSpec
from gisplan.catalog.workspace import Workspace
from gisplan.errors import DataError, OptionError
from gisplan.escape import restored
from gisplan.pipeline import catalogue as catalog
from gisplan.read import read
from gisplan.text import Text

__all__ = ["ItemStatements", "Statement", "say_of_item", "statements_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """Something that somebody said of an item.

    Attributes
    ----------
    row : int
        Its row in the table of statements.
    cells : mapping of str to str
        As they stand there, by column.
    used : bool
        Whether it counts.
    rank : float
        How competent its speaker is; the lower, the more. Infinite if it does not count.
    why : Text
        Why it does not count, or what was converted or doubted; empty words if all was plain.
    """

    row: int
    cells: Mapping[str, str]
    used: bool
    rank: float
    why: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemStatements:
    """What is said of an item.

    Attributes
    ----------
    spec : LayerSpec
        Declaration of the table of statements.
    said : tuple of Statement
        The most competent first, and of those the latest.
    units : tuple of str
        Names of units that may speak.
    """

    spec: LayerSpec
    said: tuple[Statement, ...]
    units: tuple[str, ...]


def statements_of(item: str, *, place: Workspace | None = None) -> ItemStatements:
    """Tell what is said of an item of the plan.

    Parameters
    ----------
    item : str
        Its id.
    place : Workspace, optional
        The workspace of the current folder if left out.

    Returns
    -------
    ItemStatements
        All of it, also what does not count, and why.

    Raises
    ------
    OptionError
        If the workspace has no table of statements.
    DeclarationError
        If declarations or layers are wrong.
    """
    place = place or workspace.find()
    rules = load_rules(place)
    rows = _rows(rules)
    rows = rows[rows["id"].str.strip() == item]
    answers = rules.read(rows).to_dict(orient="records")
    said = []
    for number, row, answer in zip(
        rows.index, rows.to_dict(orient="records"), answers, strict=True
    ):
        cells = {str(name): str(cell) for name, cell in row.items()}
        used = bool(answer["used"])
        rank = float(answer["rank"]) if used and not pd.isna(answer["rank"]) else float("inf")
        said.append(
            Statement(row=int(number), cells=cells, used=used, rank=rank, why=why_of(answer, cells))
        )
    said.sort(key=lambda one: one.cells.get("said_on", ""), reverse=True)
    said.sort(key=lambda one: one.rank)
    names = rules.inputs["units"]["name_zh"].dropna().astype(str)
    return ItemStatements(spec=rules.spec, said=tuple(said), units=tuple(names.unique()))


def say_of_item(cells: Mapping[str, str], *, place: Workspace | None = None) -> tuple[Text, str]:
    """Put a statement of an item into the table, if it counts.

    Parameters
    ----------
    cells : mapping of str to str
        ``id`` of the item, and what is said: ``status``, ``value`` with ``unit_zh``,
        ``said_by``, ``said_on``, ``document``, ``url``, ``note``; see the table of statements.
    place : Workspace, optional
        A workspace of one's own; that of the current folder if left out.

    Returns
    -------
    tuple of (Text, str)
        What was converted or doubted; and the id of the change in the history.

    Raises
    ------
    DataError
        If it does not count, and why, in the words with which a workbook's row is answered;
        nothing is written.
    OptionError
        If there is no workspace of one's own, or this was said already.
    FileError
        If the table can't be read or written.
    """
    place = place or workspace.find()
    target.require_own(place, ImportOptions())
    rules = load_rules(place)
    row = {name: cells.get(name, "").strip() for name in rules.spec.column_names}
    (answer,) = rules.read(pd.DataFrame([row], dtype="str")).to_dict(orient="records")
    why = why_of(answer, row)
    if not answer["used"]:
        raise DataError(Text(f"没有收下：{why.zh}", f"not taken: {why.en}"))
    known, _, _, change = add_statements(
        [cells_of(answer, rules.spec)], rules=rules, place=place, patience=IN_A_WINDOW
    )
    if known:
        raise OptionError(
            Text(
                "同一单位同一天已经这样说过，没有重复收下",
                "the same unit said the same that day already; it was not put twice",
            )
        )
    return why, change


def faults_of_statements(rows: pd.DataFrame, *, name: str, place: Workspace) -> dict[int, Text]:
    """Tell which rows of a table that was edited can't count as statements.

    Parameters
    ----------
    rows : pandas.DataFrame
        Texts, by row.
    name : str
        Name of the layer.
    place : Workspace
        The workspace.

    Returns
    -------
    dict of int to Text
        Why, by row; nothing if the layer is not that of statements.
    """
    listed = catalog.load(place).layers
    answers = place.roles.optional("answers", listed)
    if not answers or not _is_told_in(listed[answers], name):
        return {}
    found = load_rules(place).read(rows).to_dict(orient="records")
    return {
        int(number): why_of(answer, {})
        for number, answer in zip(rows.index, found, strict=True)
        if not answer["used"]
    }


def _is_told_in(answers: LayerSpec, name: str) -> bool:
    return getattr(answers.origin, "inputs", {}).get("status") == name


def _rows(rules: EvidenceRules) -> pd.DataFrame:
    return restored(read(rules.path), ending=rules.path.suffix).fillna("").astype("str")
