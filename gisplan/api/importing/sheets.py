"""Which tables of a file are imported, and which heading each column comes from."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import geopandas as gpd
import pandas as pd

from gisplan.api.importing.options import ALL_SHEETS, ImportOptions
from gisplan.api.importing.shapes_file import with_shapes
from gisplan.catalog.layer import Column, LayerSpec
from gisplan.errors import DataError, OptionError, Question
from gisplan.escape import restore
from gisplan.importing import merge, summary
from gisplan.importing.cells import texts
from gisplan.importing.choose import ID, ImportContext, choose, made_id
from gisplan.importing.findings import KEPT, Findings
from gisplan.importing.headings import PLACES, normal
from gisplan.importing.ledger import FOLDER_COLUMN, SHEET_COLUMN, SheetFacts
from gisplan.importing.mapping import ColumnMapping, ImportMapping
from gisplan.importing.match_headings import Doubt, known_words, which_heading, word
from gisplan.importing.unused import option, proposals
from gisplan.places.crs import canonical_datum
from gisplan.read import RawTable, ReadOptions, tables
from gisplan.text import Text

#: Findings of a reader that a planner should look at.
_MET = frozenset(
    {"unnamed_column", "more_cells", "fewer_cells", "formula", "error_cell", "long_number"}
    | {"hidden_rows", "hidden_columns", "bad_coordinates", "driver", "deleted", "unread"}
)
#: Of these, what is said before all else.
_FIRST = frozenset(
    {"hidden_rows", "hidden_columns", "formula", "error_cell", "bad_coordinates", "deleted"}
    | {"unread"}
)
#: Findings that the placing tells of, row by row, or that serve the import itself.
_PLACED = frozenset({"no_geometry", "not_finite", "above", "filled", "hidden_sheet", "crs_doubt"})
#: Two sheets with at least this share of their names in common are two states of one list.
_SAME = 0.3


@dataclass(frozen=True, slots=True)
class Chosen:
    """A table to import.

    Attributes
    ----------
    raw : RawTable
        The table as it was read.
    mapping : ImportMapping
        Which heading each column comes from.
    ledger : SheetFacts
        What is known of the sheet beside its rows.
    doubts : tuple of Doubt
        Columns for which several headings would do.
    """

    raw: RawTable
    mapping: ImportMapping
    ledger: SheetFacts
    doubts: tuple[Doubt, ...] = ()


def read_tables(path: Path, options: ImportOptions, *, words: Sequence[str] = ()) -> list[RawTable]:
    """Read the file's tables; what was made inert when rows were set aside is restored.

    Parameters
    ----------
    path : Path
        The file.
    options : ImportOptions
        What is known of the file.
    words : sequence of str, optional
        Known headings.

    Returns
    -------
    list of RawTable
        One a sheet or layer.
    """
    asked = ReadOptions(
        encoding=options.encoding,
        separator=options.separator,
        sheet=options.sheet,
        layer=options.sheet,
        heading_row=options.heading_row,
        crs=options.crs,
        datum=options.datum,
        heading_words=tuple(words),
    )
    found = []
    for raw in tables(path, options=asked):
        table = raw.table
        is_aside = set(summary.ORIGIN) <= {str(name) for name in table.columns}
        if is_aside and not isinstance(table, gpd.GeoDataFrame):  # which needs no apostrophes
            table = with_shapes(table.rename(columns=restore).map(restore), path)
        found.append(replace(raw, table=table))
    return found


def heading_words(spec: LayerSpec | None, known: ImportContext) -> tuple[str, ...]:
    """Give the words by which the row of headings is found.

    Parameters
    ----------
    spec : LayerSpec or None
        Declaration of the layer, if it is known.
    known : ImportContext
        What an import knows of the world.

    Returns
    -------
    tuple of str
        Without blanks, in small letters.
    """
    return known_words(known.vocabulary, spec.columns if spec else ())


def note_read(raw: RawTable, findings: Findings) -> tuple[Text, ...]:
    """Pass on what the reader met; give what it merely says of the file, which is no problem.

    Parameters
    ----------
    raw : RawTable
        The table as it was read.
    findings : Findings
        Takes what is found.

    Returns
    -------
    tuple of Text
        Sentences.
    """
    findings.hints += [item.message for item in raw.found("crs_doubt")]
    for item in raw.findings:
        if item.kind in _FIRST:
            findings.warn(item.message.zh, item.message.en)
        if item.kind in _MET:
            for row in item.rows or (None,):
                findings.note((row, item.column, None), item.message, KEPT)
    return tuple(item.message for item in raw.findings if item.kind not in _MET | _PLACED)


def choose_tables(
    found: Sequence[RawTable],
    *,
    spec: LayerSpec,
    mapping: ImportMapping,
    known: ImportContext,
    source: str,
    options: ImportOptions,
) -> tuple[list[Chosen], list[Text]]:
    """Take the tables that have the columns that are needed.

    Parameters
    ----------
    found : sequence of RawTable
        The tables of the file.
    spec : LayerSpec
        Declaration of the layer.
    mapping : ImportMapping
        What was decided at earlier imports, or is by a mapping.
    known : ImportContext
        What an import knows of the world.
    source : str
        Name of the file.
    options : ImportOptions
        What the import is asked for.

    Returns
    -------
    list of Chosen
        To be emptied, since a large table is let go of as soon as it can be.
    list of Text
        Sheets that were left out, and why.

    Raises
    ------
    DataError
        If no table has all required columns, or the meaning of one is not certain.
    OptionError
        If several sheets hold the same names, so that importing all would count twice.
    """
    fit: list[Chosen] = []
    faults: list[Text] = []
    missing: list[Column] = []
    unfit: list[Text] = []
    for raw in found:
        chosen = _chosen(raw, spec, mapping, (known, options))
        missing = _missing(spec, chosen.mapping)
        if not missing:
            fit.append(chosen)
            continue
        faults += _faults(raw, chosen, missing, (spec, known, source))
        unfit += _left_out(raw, missing)
    if not fit:
        raise DataError(_remedy(found, known), faults=faults, questions=_asked(found, missing))
    kept, told = _several(fit, source, spec, (options, known))
    return kept, [*told, *unfit]


def _left_out(raw: RawTable, missing: list[Column]) -> list[Text]:
    # Tell a table that holds rows and can't be imported while others can.
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


def _asked(found: Sequence[RawTable], missing: Sequence[Column]) -> list[Question]:
    # Ask for the headings of required columns, where one table is all that there is.
    if len(found) != 1:
        return []
    headings = [str(name) for name in found[0].table.columns if name != "geometry"]
    return [which_heading(c.name, c.title, headings) for c in missing if headings]


def _chosen(
    raw: RawTable,
    spec: LayerSpec,
    mapping: ImportMapping,
    tools: tuple[ImportContext, ImportOptions],
) -> Chosen:
    known, options = tools
    headings = tuple(str(name) for name in raw.table.columns if str(name) not in options.skip)
    asked = decided(mapping, headings, spec, options)
    # What a heading says of its datum goes before what an earlier file was in.
    asked = replace(asked, datum=canonical_datum(options.datum) if options.datum else "")
    chosen, doubts = choose(headings, spec, mapping=asked, known=known)
    filled = {item.column: item.rows for item in raw.findings if item.kind == "filled"}
    ledger = SheetFacts(
        is_sheet=not isinstance(raw.table, gpd.GeoDataFrame),
        above=above(raw),
        filled=filled,
        units=options.units,
        keep=options.keep_rows,
        only=options.rows,
        decided=options.mapping is not None,
        kept_datum="" if _says_its_own(raw.table) else mapping.datum,
    )
    return Chosen(raw, chosen, ledger, doubts)


def _says_its_own(table: pd.DataFrame) -> bool:
    # Tell whether a file names its coordinate system, so that an earlier one's is not its.
    is_placed = isinstance(table, gpd.GeoDataFrame) and table.crs is not None
    return is_placed and not set(summary.ORIGIN) <= {str(name) for name in table.columns}


def above(raw: RawTable) -> list[tuple[int, str, str]]:
    """Give the cells above the heading: row, heading of the column below, cell.

    Parameters
    ----------
    raw : RawTable
        The table as it was read.

    Returns
    -------
    list[tuple[int, str, str]]
        In the order of the file.
    """
    return [
        (item.rows[0], item.column, item.message.zh)
        for item in raw.findings
        if item.kind == "above"
    ]


def decided(
    mapping: ImportMapping, headings: Collection[str], spec: LayerSpec, options: ImportOptions
) -> ImportMapping:
    """Add to a mapping what the user says of single columns.

    Parameters
    ----------
    mapping : ImportMapping
        Which heading each column comes from.
    headings : collection of str
        Of the file.
    spec : LayerSpec
        Declaration of the layer.
    options : ImportOptions
        What the import is asked for.

    Returns
    -------
    ImportMapping
        Another mapping.

    Raises
    ------
    OptionError
        If the layer has no such column, or the file no such heading.
    """
    columns = dict(mapping.columns)
    for name, heading in options.columns.items():
        real = next((text for text in headings if normal(text) == normal(heading)), None)
        if real is None:
            shown = "、".join(headings)
            raise OptionError(
                Text(
                    f"--column：文件没有“{heading}”一列；表头有：{shown}",
                    f"--column: the file has no heading '{heading}'; it has: {shown}",
                )
            )
        columns[_column(name, spec, "--column")] = ColumnMapping(heading=real)
    for name, value in options.values.items():
        columns[_column(name, spec, "--value")] = ColumnMapping(value=value)
    return replace(mapping, columns=columns)


def _column(name: str, spec: LayerSpec, option_name: str) -> str:
    """Give the column of a layer that a person names by its name, its title or its meaning.

    Parameters
    ----------
    name : str
        What the person wrote.
    spec : LayerSpec
        Declaration of the layer.
    option_name : str
        Name of the option, for the message.

    Returns
    -------
    str
        Name of the column.

    Raises
    ------
    OptionError
        If there is none.
    """
    wanted = normal(name)
    for column in spec.columns:
        spellings = (column.name, column.name.removesuffix("_zh"), column.title.zh, column.title.en)
        if wanted in {normal(text) for text in spellings}:
            return column.name
    meanings = {"经度": "lon", "纬度": "lat", "坐标": "position", "坐标系": "datum"}
    meaning = meanings.get(name, wanted)
    if meaning in ("lon", "lat", "position", "datum", *PLACES):
        return meaning
    known = "、".join(column.title.zh for column in spec.columns)
    english = ", ".join(column.name for column in spec.columns)
    raise OptionError(
        Text(
            f"{option_name}：图层没有“{name}”一列；有：{known}，以及经度、纬度、坐标、坐标系",
            f"{option_name}: the layer has no column '{name}'; it has: {english}, and lon, lat, "
            "position, datum",
        )
    )


def _faults(
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


def _remedy(found: Sequence[RawTable], known: ImportContext) -> Text:
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


def _missing(spec: LayerSpec, chosen: ImportMapping) -> list[Column]:
    filled = {*merge.FILLED, *chosen.columns}
    filled -= {ID} - {*made_id(spec), *chosen.columns}
    return [c for c in spec.columns if c.required and c.name not in filled]


def _several(
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
    DataError
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
