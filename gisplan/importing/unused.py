"""Columns of a file that no column of the layer takes: each is told, the likely ones first."""

from __future__ import annotations

import pandas as pd

from gisplan.catalog.layer import LayerSpec
from gisplan.importing.choose import ImportContext
from gisplan.importing.content import Proposal, propose_columns
from gisplan.importing.findings import Findings
from gisplan.importing.ledger import FOLDER_COLUMN, SHEET_COLUMN
from gisplan.importing.mapping import ImportMapping
from gisplan.importing.match_headings import word
from gisplan.importing.summary import ORIGIN
from gisplan.text import Text

#: Headings told in one line.
_SHOWN = 12
_UNUSED = Text("该列未用", "the column was not used")


def proposals(
    rows: pd.DataFrame, used: ImportMapping, *, spec: LayerSpec, known: ImportContext
) -> list[Proposal]:
    """Propose what the columns that are not used seem to hold.

    Parameters
    ----------
    rows : pandas.DataFrame
        Texts.
    used : ImportMapping
        Which heading each column came from.
    spec : LayerSpec
        Declaration of the layer.
    known : ImportContext
        What an import knows of the world.

    Returns
    -------
    list of Proposal
        Of meanings that the layer can take.
    """
    unused = [name for name in _unused(rows, used) if name not in ORIGIN]
    found = propose_columns(
        rows,
        unused,
        found=set(used.columns),
        bounds=known.bounds,
        regions=known.regions,
    )
    own = {name.removesuffix("_zh") for name in spec.column_names}
    return [item for item in found if item.is_position or item.meaning in {*own, "region"}]


def option(item: Proposal) -> str:
    """Give the words of a command line by which a proposal is taken.

    Parameters
    ----------
    item : Proposal
        The proposal.

    Returns
    -------
    str
        Such as ``--column output=产值``.
    """
    return f"--column {item.meaning}={word(item.heading)}"


def remark_unused(
    rows: pd.DataFrame,
    used: ImportMapping,
    findings: Findings,
    *,
    spec: LayerSpec,
    known: ImportContext,
) -> None:
    """Tell the columns that were not used, first those that seem to hold what is missing.

    Parameters
    ----------
    rows : pandas.DataFrame
        Texts.
    used : ImportMapping
        Which heading each column came from.
    findings : Findings
        Where problems are gathered.
    spec : LayerSpec
        Declaration of the layer.
    known : ImportContext
        What an import knows of the world.
    """
    unused = [name for name in _unused(rows, used) if name not in ORIGIN]
    empty = [name for name in rows.columns if len(rows) and (rows[name] == "").all()]
    likely = {item.heading: item for item in proposals(rows, used, spec=spec, known=known)}
    _warn_of_positions(list(likely.values()), findings)
    for name in unused:
        if name in likely:
            item = likely[name]
            message = Text(
                f"{item.evidence.zh}，可能是 {item.meaning}",
                f"{item.evidence.en}: it may be {item.meaning}",
            )
            action = Text(
                f"该列未用；要用请加 {option(item)}",
                f"the column was not used; to use it add {option(item)}",
            )
            findings.note((None, name, None), message, action)
        elif name not in empty:
            message = Text("图层没有与此对应的列", "the layer has no column for this")
            findings.note((None, name, None), message, _UNUSED)
    others = [name for name in unused if name not in likely and name not in empty]
    if others:
        shown = "、".join(others[:_SHOWN]) + ("…" if len(others) > _SHOWN else "")
        findings.say(
            f"没有用到的列（图层没有对应的列）：{shown}；要保留它们，"
            "请用 --layer 名称 --kind table 按表格自己的列另建图层，或在图层声明中加列",
            f"columns not used (the layer has none for them): {shown}; to keep them, make a layer "
            "with the table's own columns, --layer NAME --kind table, or declare columns for them",
        )
    if empty:
        names = "、".join(map(str, empty))
        message = Text("整列为空", "all of the column is empty")
        findings.note((None, names, None), message, Text("没有内容可用", "nothing to use"))


def _unused(rows: pd.DataFrame, used: ImportMapping) -> list[str]:
    taken = {i.heading for i in used.columns.values()}
    taken |= {SHEET_COLUMN, FOLDER_COLUMN, *(i.unit_heading for i in used.columns.values())}
    return [str(name) for name in rows.columns if name not in taken]


def _warn_of_positions(likely: list[Proposal], findings: Findings) -> None:
    """Say at the top that positions seem to be there and were not used.

    Parameters
    ----------
    likely : list of Proposal
        Proposals.
    findings : Findings
        Takes the warning.
    """
    placed = [item for item in likely if item.is_position]
    if not placed:
        return
    names = "、".join(f"“{item.heading}”（{item.evidence.zh}）" for item in placed)
    english = ", ".join(f"'{item.heading}' ({item.evidence.en})" for item in placed)
    options = " ".join(option(item) for item in placed)
    findings.warn(
        f"像坐标的列没有使用：{names}；要用请加 {options}",
        f"columns that look like coordinates were not used: {english}; to use them add {options}",
    )
