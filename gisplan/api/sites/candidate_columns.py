"""What a planner says of candidates in a layer: its columns known by their titles, as in a file."""

from __future__ import annotations

import re
from dataclasses import replace

import pandas as pd

from gisplan.analysis.siting import RULES
from gisplan.api.importing.sites_file import sites_declared
from gisplan.catalog.layer import Column, Layer
from gisplan.catalog.workspace import Workspace
from gisplan.errors import OptionError
from gisplan.importing.cells import reword
from gisplan.importing.headings import normal
from gisplan.importing.mapping import ColumnMapping
from gisplan.text import Text

#: Columns by which a planner rules on candidates.
_ASKED = (*RULES, "moved_from", "capacity")
_BRACKETS = re.compile(r"[(\[【（].*?[)\]】）]")


def with_candidate_columns(layer: Layer, *, place: Workspace) -> tuple[Layer, tuple[Text, ...]]:
    """Give a layer of candidates in which cost, forced and the like have the names they go by.

    A table that was brought in has columns named after its headings (``feiyong``); their titles
    (费用) say what they are, as headings of a file do.

    Parameters
    ----------
    layer : Layer
        Candidates.
    place : Workspace
        The workspace, whose template of sites has the titles.

    Returns
    -------
    layer : Layer
        Its table with those columns; the same where it has them by name, or has none.
    told : tuple of Text
        Which columns were taken for what.

    Raises
    ------
    OptionError
        If two columns have the same title.
    """
    table, told = layer.table, []
    known = sites_declared(place, title="")
    for name in _ASKED:
        # a workspace that was made earlier has a template without the columns that came later
        if name in table.columns or name not in known.column_names:
            continue
        meant = known.column(name)
        wanted = {normal(meant.title.zh), normal(meant.title.en)}
        found = [
            column
            for column in layer.spec.columns
            if column.name in table.columns and wanted & _titles(column)
        ]
        if len(found) > 1:
            raise OptionError(
                Text(
                    f"图层 {layer.spec.title.zh} 有 {len(found)} 列的标题都是“{meant.title.zh}”，"
                    "不知道用哪一列；请改其中一列的标题",
                    f"layer {layer.spec.title.en} has {len(found)} columns with the title "
                    f"“{meant.title.en}”, so that it is not known which to take; give one another",
                )
            )
        for column in found:
            table = table.assign(**{name: _read(table[column.name], meant)})
            told.append((column, meant))
    if not told:
        return layer, ()
    zh, en = "、".join(one.title.zh for one, _ in told), ", ".join(m.title.en for _, m in told)
    said = Text(
        f"图层 {layer.spec.title.zh}：列 {zh} 按候选点的同名列计",
        f"layer {layer.spec.title.en}: columns that by their titles are those of candidates count: "
        f"{en}",
    )
    return replace(layer, table=table), (said,)


def _titles(column: Column) -> set[str]:
    return {normal(_BRACKETS.sub("", words)) for words in (column.title.zh, column.title.en)}


def _read(values: pd.Series, meant: Column) -> pd.Series:
    if meant.type != "boolean" or values.dtype == bool:
        return values
    text = values.map(lambda cell: "" if pd.isna(cell) else str(cell)).astype("str")
    words, _ = reword(text, meant, ColumnMapping(heading=""))
    known = {"true": True, "false": False, "": None}
    return pd.Series([known.get(one, one) for one in words], index=values.index, dtype=object)
