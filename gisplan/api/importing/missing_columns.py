"""What a table lacks of the columns that are required, and how a person goes on."""

from __future__ import annotations

from collections.abc import Sequence

import geopandas as gpd

from gisplan.api.importing.chosen_table import Chosen
from gisplan.catalog.layer import Column, LayerSpec
from gisplan.errors import Question
from gisplan.importing import merge
from gisplan.importing.cells import texts
from gisplan.importing.choose import ID, ImportContext, made_id
from gisplan.importing.mapping import ImportMapping
from gisplan.importing.match_headings import which_heading, word
from gisplan.importing.unused import option, proposals
from gisplan.read import RawTable
from gisplan.text import Text


def left_out(raw: RawTable, missing: list[Column]) -> list[Text]:
    """Tell a table that holds rows and can't be imported while others can.

    Parameters
    ----------
    raw : RawTable
        The table as it was read.
    missing : list of Column
        Required columns that no heading gives.

    Returns
    -------
    list of Text
        One sentence; none of a table without rows.
    """
    if not len(raw.table):
        return []
    what = (
        Text("图层", "layer")
        if isinstance(raw.table, gpd.GeoDataFrame)
        else Text("工作表", "sheet")
    )
    hidden = Text("（隐藏）", " (hidden)") if raw.found("hidden_sheet") else Text("", "")
    names = "、".join(f"“{column.title.zh}”" for column in missing)
    english = ", ".join(column.title.en for column in missing)
    return [
        Text(
            f"{what.zh}“{raw.sheet}”{hidden.zh}有 {len(raw.table)} 行，没有{names}一列，没有导入；"
            f"要导入请用 --sheet {word(raw.sheet)}",
            f"{what.en} '{raw.sheet}'{hidden.en} has {len(raw.table)} rows and no column for "
            f"{english}, and was not imported; to import it use --sheet {word(raw.sheet)}",
        )
    ]


def asked_headings(found: Sequence[RawTable], missing: Sequence[Column]) -> list[Question]:
    """Ask for the headings of required columns, where one table is all that there is.

    Parameters
    ----------
    found : sequence of RawTable
        Tables of the file.
    missing : sequence of Column
        Required columns that no heading gives.

    Returns
    -------
    list of Question
        One a column; none where there are several tables.
    """
    if len(found) != 1:
        return []
    headings = [str(name) for name in found[0].table.columns if name != "geometry"]
    return [which_heading(c.name, c.title, headings) for c in missing if headings]


def faults_of_missing(
    raw: RawTable,
    chosen: Chosen,
    missing: list[Column],
    tools: tuple[LayerSpec, ImportContext, str],
) -> list[Text]:
    """Say what a table lacks, and which of its columns might be it.

    Parameters
    ----------
    raw : RawTable
        The table as it was read.
    chosen : Chosen
        The table with its mapping.
    missing : list of Column
        Required columns that no heading gives.
    tools : tuple[LayerSpec, ImportContext, str]
        Declaration; what an import knows; name of the file.

    Returns
    -------
    list of Text
        A sentence for each.
    """
    spec, known, source = tools
    where = f"{source} {raw.sheet}".strip()
    headings = [str(name) for name in raw.table.columns if name != "geometry"]
    if not headings:
        return [
            Text(
                f"{where}：没有任何属性列；给各行一个值，如 --value 名称=…",
                f"{where}: there are no columns at all; give all rows a value, as --value name=…",
            ),
        ]
    row = raw.heading_row
    at = Text(f"第 {row} 行的", f" in row {row}") if row else Text("", "")
    faults = [
        Text(
            f"{where}：没有找到“{c.title.zh}”（{c.name}）一列；{at.zh}表头有：{'、'.join(headings)}",
            f"{where}: no column for {c.title.en} ({c.name}); the headings{at.en} are: "
            f"{', '.join(headings)}",
        )
        for c in missing
    ]
    likely = proposals(texts(raw.table), chosen.mapping, spec=spec, known=known)
    faults += [
        Text(
            f"“{item.heading}”{item.evidence.zh}；如果就是它，请加 {option(item)}",
            f"'{item.heading}': {item.evidence.en}; if that is it, add {option(item)}",
        )
        for item in likely
    ]
    return faults


def how_to_go_on(found: Sequence[RawTable], known: ImportContext) -> Text:
    """Say how to go on: the heading was missed, or a column has a name of its own.

    Parameters
    ----------
    found : sequence of RawTable
        Tables of the file.
    known : ImportContext
        What an import knows of the world.

    Returns
    -------
    Text
        In both languages.
    """
    headings = [str(h) for raw in found for h in raw.table.columns if h != "geometry"]
    if not headings:
        return Text(
            "文件没有属性列，缺少必需的列；请给各行一个值",
            "the file has no columns, and so lacks those required; give all rows a value",
        )
    if any(known.vocabulary.knows(level) for text in headings for level in text.split("/")):
        return Text(
            "缺少必需的列；请用 --column 写明它是哪一列，如 --column 名称=单位，或改表头",
            "required columns are missing; say which column it is, as --column name=Unit, or "
            "correct the heading",
        )
    return Text(
        "缺少必需的列，表头里没有认识的词；如果表头在别的行，请用 --heading-row 写明行号",
        "required columns are missing, and no heading is a known word; if the heading is in "
        "another row, say so with --heading-row",
    )


def missing_columns(spec: LayerSpec, chosen: ImportMapping) -> list[Column]:
    """Give the required columns that no heading gives and no import fills.

    Parameters
    ----------
    spec : LayerSpec
        Declaration of the layer.
    chosen : ImportMapping
        Which heading each column comes from.

    Returns
    -------
    list of Column
        In the order of the declaration.
    """
    filled = {*merge.FILLED, *chosen.columns}
    filled -= {ID} - {*made_id(spec), *chosen.columns}
    return [c for c in spec.columns if c.required and c.name not in filled]
