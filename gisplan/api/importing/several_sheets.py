"""Which of several sheets are imported together, and none that would count the same rows twice."""

from __future__ import annotations

from dataclasses import replace

import geopandas as gpd
import pandas as pd

from gisplan.api.importing.chosen_table import Chosen
from gisplan.api.importing.options import ALL_SHEETS, ImportOptions
from gisplan.catalog.layer import LayerSpec
from gisplan.errors import OptionError, Question
from gisplan.importing.choose import ImportContext
from gisplan.importing.headings import normal
from gisplan.importing.ledger import FOLDER_COLUMN, SHEET_COLUMN
from gisplan.importing.mapping import ColumnMapping
from gisplan.importing.match_headings import word
from gisplan.text import Text

#: Two sheets with at least this share of their names in common are two states of one list.
_SAME = 0.3


def sheets_together(
    fit: list[Chosen], source: str, spec: LayerSpec, tools: tuple[ImportOptions, ImportContext]
) -> tuple[list[Chosen], list[Text]]:
    """Take all sheets, but hidden ones, and none that would count the same rows twice.

    Parameters
    ----------
    fit : list of Chosen
        Tables that can be imported.
    source : str
        Name of the file, as the layer has it.
    spec : LayerSpec
        Declaration of the layer.
    tools : tuple[ImportOptions, ImportContext]
        What is asked for; what an import knows.

    Returns
    -------
    tuple[list[Chosen], list[Text]]
        Tables to import, and what was decided.
    """
    options, known = tools
    told: list[Text] = []
    if options.all_sheets or len(fit) == 1:
        kept = fit
    else:
        kept = [item for item in fit if not item.raw.found("hidden_sheet")] or fit
        told = [
            Text(
                f"工作表“{item.raw.sheet}”是隐藏的，没有导入；"
                f"要导入请用 --sheet {word(item.raw.sheet)}",
                f"sheet '{item.raw.sheet}' is hidden and was not imported; to import it use "
                f"--sheet {word(item.raw.sheet)}",
            )
            for item in fit
            if not any(item is other for other in kept)
        ]
        _require_different(kept, source)
    if len(kept) > 1:
        kept = [_with_sheet(item, kept, spec, known) for item in kept]
    return kept, told


def _require_different(fit: list[Chosen], source: str) -> None:
    """Refuse sheets that are states of one list: 2022年, 2023年.

    Parameters
    ----------
    fit : list of Chosen
        Tables that can be imported.
    source : str
        Name of the file, as the layer has it.

    Raises
    ------
    OptionError
        If they are.
    """
    names = {item.raw.sheet: _names(item) for item in fit}
    sheets = list(names)
    twice = [
        (a, b)
        for i, a in enumerate(sheets)
        for b in sheets[i + 1 :]
        if len(names[a] & names[b]) > _SAME * min(len(names[a]), len(names[b]))
        and len(names[a] & names[b]) > 0
    ]
    if twice:
        a, b = twice[0]
        all_names = "、".join(sheets)
        raise OptionError(
            Text(
                f"{source} 的工作表“{a}”与“{b}”有许多名称相同，一起导入会重复；有：{all_names}。"
                f"请用 --sheet {word(a)} 指明一个，或用 --all-sheets 全部导入",
                f"sheets '{a}' and '{b}' of {source} share many names, and importing both would "
                f"count twice; there are: {', '.join(sheets)}. Name one with --sheet, or import "
                "all with --all-sheets",
            ),
            questions=[
                Question(
                    Text("导入哪个工作表？", "Which sheet is to be imported?"),
                    "sheet",
                    "",
                    (*((name, Text(name, name)) for name in sheets), ALL_SHEETS),
                )
            ],
        )


def _names(item: Chosen) -> set[str]:
    columns = item.mapping.columns
    named = next((columns[name] for name in ("name_zh", "name") if name in columns), None)
    if named is None or not named.heading:
        return set()
    return {normal(str(cell)) for cell in item.raw.table[named.heading]} - {""}


def _with_sheet(
    item: Chosen, all_of_them: list[Chosen], spec: LayerSpec, known: ImportContext
) -> Chosen:
    """Add the sheet's or folder's name as a column; the region too, if all are regions.

    Parameters
    ----------
    item : Chosen
        The table.
    all_of_them : list of Chosen
        All tables to import.
    spec : LayerSpec
        Declaration of the layer.
    known : ImportContext
        What an import knows of the world.

    Returns
    -------
    Chosen
        The table with the column.
    """
    heading = FOLDER_COLUMN if isinstance(item.raw.table, gpd.GeoDataFrame) else SHEET_COLUMN
    if heading in item.raw.table.columns:
        return item
    table = item.raw.table.copy()
    table[heading] = item.raw.sheet
    mapping = item.mapping
    remark = "note_zh" if "note_zh" in spec.column_names else "note"
    note = mapping.columns.get(remark)
    if note is None or (note.heading in table.columns and _is_empty(table[note.heading])):
        noted = {**mapping.columns, remark: ColumnMapping(heading=heading, decided=False)}
        mapping = replace(mapping, columns=noted)
    placed = {"adcode", "province", "prefecture", "county", "region"} & mapping.columns.keys()
    names = [other.raw.sheet for other in all_of_them]
    resolved = known.regions.resolve_many(names)["status"]
    if not placed and (resolved == "found").all():
        columns = {**mapping.columns, "region": ColumnMapping(heading=heading, decided=False)}
        mapping = replace(mapping, columns=columns)
    return replace(item, raw=replace(item.raw, table=table), mapping=mapping)


def _is_empty(cells: pd.Series) -> bool:
    return bool((cells.isna() | (cells == "").fillna(False)).all())
