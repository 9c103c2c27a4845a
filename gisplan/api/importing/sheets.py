"""Which tables of a file are imported, and which heading each column comes from."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from pathlib import Path

import geopandas as gpd
import pandas as pd

from gisplan.api.importing.chosen_table import Chosen
from gisplan.api.importing.missing_columns import (
    asked_headings,
    faults_of_missing,
    how_to_go_on,
    left_out,
    missing_columns,
)
from gisplan.api.importing.options import ImportOptions
from gisplan.api.importing.several_sheets import sheets_together
from gisplan.api.importing.shapes_file import with_shapes
from gisplan.catalog.layer import Column, LayerSpec
from gisplan.errors import DataError, OptionError
from gisplan.escape import restore
from gisplan.importing import summary
from gisplan.importing.choose import ImportContext, choose
from gisplan.importing.findings import KEPT, Findings
from gisplan.importing.headings import PLACES, normal
from gisplan.importing.ledger import SheetFacts
from gisplan.importing.mapping import ColumnMapping, ImportMapping
from gisplan.importing.match_headings import known_words
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
        missing = missing_columns(spec, chosen.mapping)
        if not missing:
            fit.append(chosen)
            continue
        faults += faults_of_missing(raw, chosen, missing, (spec, known, source))
        unfit += left_out(raw, missing)
    if not fit:
        raise DataError(
            how_to_go_on(found, known), faults=faults, questions=asked_headings(found, missing)
        )
    kept, told = sheets_together(fit, source, spec, (options, known))
    return kept, [*told, *unfit]


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
