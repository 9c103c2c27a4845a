"""The import itself, from the file to the layer."""

from __future__ import annotations

import logging
import time
from dataclasses import dataclass, field, replace
from pathlib import Path

import geopandas as gpd
import pandas as pd

from gisplan.api.history.kept import ChangedTable, forget, keep, keep_before
from gisplan.api.history.writing import writing
from gisplan.api.importing import declare, drawn, same_name, shapes_file, sheets, target
from gisplan.api.importing.alike import propose_duplicates
from gisplan.api.importing.chosen_table import Chosen
from gisplan.api.importing.on_maps import on_maps
from gisplan.api.importing.options import KINDS, TABLE, ImportOptions, ImportReport
from gisplan.api.importing.outcome import emptied, written_files, year_named
from gisplan.api.importing.propose import ProposedLayer, propose
from gisplan.catalog import workspace
from gisplan.catalog.layer import DataProblem, LayerSpec
from gisplan.catalog.load import Catalog
from gisplan.catalog.workspace import Workspace
from gisplan.errors import FileError, GisplanError
from gisplan.importing import merge, summary
from gisplan.importing.as_texts import held_apart, to_texts
from gisplan.importing.cells import texts
from gisplan.importing.choose import MEASURED, ImportContext, choose
from gisplan.importing.convert import Converted, convert, with_positions
from gisplan.importing.findings import EMPTIED, Findings
from gisplan.importing.ledger import SheetFacts, years
from gisplan.importing.magnitude import implausible
from gisplan.importing.mapping import ImportMapping
from gisplan.importing.rows import sort_rows
from gisplan.importing.shapes import split
from gisplan.pipeline import catalogue as catalog
from gisplan.pipeline.ownership import Ownership
from gisplan.read import RawTable
from gisplan.read.validate import Conformed, conform
from gisplan.spare_memory import give_back
from gisplan.text import Text

#: Rows shown before all is written, and characters of a cell that tells what its column is.
_PREVIEW, _SHOWN = 3, 40
#: Of so many rows the file's own columns are let go of as soon as can be.
_LONG = 100_000
#: Columns that an import fills itself, and that nobody misses in a file.
_FILLED = (
    *merge.FILLED,
    *("verified", "source", "source_zh", "source_en", "source_year"),
    *("note", "note_zh", "note_en", "line", "summable"),
)


_LOGGER = logging.getLogger("gisplan")


@dataclass(slots=True)
class _Run:
    """What has come together in the course of an import."""

    spec: LayerSpec
    mapping: ImportMapping
    detected: tuple[Text, ...] = ()
    rows: int = 0
    mended: bool = False
    evidence: pd.DataFrame | None = None
    counts: dict[str, int] = field(default_factory=dict)
    headings: dict[str, tuple[str, ...]] = field(default_factory=dict)
    used: list[pd.DataFrame] = field(default_factory=list)
    shapes: list[gpd.GeoDataFrame] = field(default_factory=list)
    set_aside: list[tuple[pd.DataFrame, str, str]] = field(default_factory=list)
    not_data: list[pd.DataFrame] = field(default_factory=list)
    problems: list[DataProblem] = field(default_factory=list)
    warnings: list[Text] = field(default_factory=list)
    told: list[Text] = field(default_factory=list)
    sheets: list[str] = field(default_factory=list)
    title: str = ""
    years: list[str] = field(default_factory=list)


def import_file(
    path: Path,
    *,
    layer: str | None = None,
    place: Workspace | None = None,
    options: ImportOptions | None = None,
) -> ImportReport:
    """Import a file into a layer.

    Rows that came from the same file (and sheet) before give way to those it has now, and so
    do rows of the same key; the rest of the layer stays, but for the shipped example as long
    as nobody has changed it. A file of rows set aside, once mended, replaces row by row. If no
    row can be used, the layer is left as it was.

    Parameters
    ----------
    path : pathlib.Path
        Any file that ``read`` knows.
    layer : str, optional
        Name of the layer; declared from a template if there is none. If left out, it is
        proposed by the file's columns.
    place : Workspace, optional
        The workspace of the current folder if left out.
    options : ImportOptions, optional
        What is asked for; the defaults if left out.

    Returns
    -------
    ImportReport
        What was done, with what must be read first.

    Raises
    ------
    OptionError
        If there is no workspace of one's own, the layer can't be imported into, an option
        is wrong, or the user must choose: which sheet, which layer, which of two lists.
    DataError
        If a required column is not found, the meaning, unit or datum of a column is not
        certain, or two rows share a key.
    DeclarationError
        If a declaration or mapping is wrong.
    FileError
        If a file can't be read or written; the layer is as it was.
    """
    started = time.perf_counter()
    place = place or workspace.find()
    options = options or ImportOptions()
    target.require_own(place, options)
    if not path.exists():
        raise FileError(Text(f"没有这个文件：{path}", f"no such file: {path}"))
    listed = catalog.load(place)
    known = target.load_known(place, listed)
    spec = listed.layers.get(layer or "")
    found = sheets.read_tables(path, options, words=sheets.heading_words(spec, known))
    proposed = None
    if layer is None:
        proposed = propose(path, found, (place, listed, known, options))
        layer = proposed.layer
        options = replace(options, kind=options.kind or proposed.kind)
    into, mapping = _into(layer, path, found, (place, listed, known, options))
    before = target.rows_before(into)
    example = not options.into and before is not None and target.is_example(into)
    source = same_name.source_of(path, None if example else before, options)
    run = _Run(into.spec, mapping)
    chosen, run.told = sheets.choose_tables(
        found, spec=run.spec, mapping=mapping, known=known, source=source, options=options
    )
    found.clear()  # a large table is let go of as soon as it can be
    while chosen:
        _take(chosen.pop(0), source, (run, known))
        _LOGGER.info("%s: %d rows read, %.2f s", source, run.rows, time.perf_counter() - started)
    if not example:
        same_name.require_decided(before, run.used, source=source, options=options)
    merged = merge.merge(
        before, run.used, run.spec, how=same_name.how(options, example=example, mended=run.mended)
    )
    run.used.clear()
    if not example:
        old = merged.table[~merged.new]
        run.warnings += implausible(merged.table[merged.new], old, run.spec)
    duplicates = propose_duplicates(merged, run.problems)
    title = options.title or run.title or path.stem
    table = merged.table.assign(new=merged.new)
    into = on_maps(into, run.shapes, table, (place, source, title if example else ""))
    report = _report((layer, proposed, example), merged, duplicates, (run, into, place))
    if not options.dry_run:
        files = written_files(into, report, (run.set_aside, merged.table, place, options))
        with writing(place):  # a build at the same time reads the old layer or the new
            # what the layer, its mapping and the file held is in the new ones
            table_of = ChangedTable(layer=layer, path=into.file, key=tuple(into.spec.key))
            as_it_was = keep_before(files, table=table_of, file=path.name, place=place)
            try:
                written, kept = Ownership(place).put(files, read=(*into.read, path))
            except BaseException:
                forget(as_it_was)
                raise
            keep(as_it_was)
        report = replace(report, written=tuple(written), warnings=(*kept, *report.warnings))
    return replace(report, seconds=time.perf_counter() - started)


def _into(
    layer: str,
    path: Path,
    found: list[RawTable],
    given: tuple[Workspace, Catalog, ImportContext, ImportOptions],
) -> tuple[target.ImportTarget, ImportMapping]:
    """Give the layer to import into, declared by the table's own columns if need be.

    Parameters
    ----------
    layer : str
        Name of the layer.
    path : Path
        The file.
    found : list of RawTable
        Its tables.
    given : tuple[Workspace, Catalog, ImportContext, ImportOptions]
        The workspace, its catalogue, what an import knows, and what is asked for.

    Returns
    -------
    tuple[target.ImportTarget, ImportMapping]
        The layer with its files, and the mapping to begin with.
    """
    place, listed, known, options = given
    kind = options.kind
    if kind != TABLE or layer in listed.layers:
        into = target.find(layer, path, (place, listed, options))
        return into, target.load_mapping(into, options)
    raw = found[0]
    rows = texts(raw.table)
    base = target.parsed(
        KINDS[0], target.template(KINDS[0], place, title=path.name), place, place.layers
    )
    headings = tuple(str(name) for name in rows.columns)
    mapping = sheets.decided(ImportMapping(), headings, base, options)
    try:
        chosen, _ = choose(headings, base, mapping=mapping, known=known)
    except GisplanError:
        chosen = mapping
    chosen = with_positions(rows, chosen, known.vocabulary)
    rows = rows[_is_data(rows, chosen, known)]
    title = options.title or SheetFacts(above=sheets.above(raw)).title(known.units) or path.stem
    own = declare.own_columns(
        rows, chosen, name=layer, title=title, place=place, known=known, skip=options.skip
    )
    into = target.find(layer, path, (place, listed, options), own_columns=own.declaration)
    return into, replace(own.mapping, datum="")


def _is_data(rows: pd.DataFrame, chosen: ImportMapping, known: ImportContext) -> pd.Series:
    """Tell which rows say what the columns of a table are.

    Parameters
    ----------
    rows : pandas.DataFrame
        Rows of a table, as texts.
    chosen : ImportMapping
        Which heading each column comes from.
    known : ImportContext
        What an import knows of the world.

    Returns
    -------
    pandas.Series
        One a row.
    """
    named = chosen.columns.get("name_zh")
    return sort_rows(
        rows,
        name=named.heading if named else "",
        is_heading=known.vocabulary.knows,
        is_unit=lambda cell: known.units.find(cell) is not None,
    ).data


def _take(item: Chosen, source: str, tools: tuple[_Run, ImportContext]) -> None:
    """Convert a table, hold it against the declaration, and sort its rows.

    Parameters
    ----------
    item : Chosen
        The table, and which heading each column comes from.
    source : str
        Name of the file, as the layer has it.
    tools : tuple[_Run, ImportContext]
        The import so far; what an import knows.
    """
    run, known = tools
    raw = item.raw
    findings = Findings(source, raw.sheet)
    run.detected = (*run.detected, *sheets.note_read(raw, findings))
    for doubt in item.doubts:
        others = "、".join(doubt.others)
        findings.warn(
            f"“{doubt.taken}”与“{others}”都可能是 {doubt.column}，取了前者；要换请用 "
            f"--column {doubt.column}={doubt.others[0]}",
            f"'{doubt.taken}' and '{', '.join(doubt.others)}' may both be {doubt.column}; the "
            f"first was taken; for another use --column {doubt.column}={doubt.others[0]}",
        )
    done = convert(
        raw.table,
        run.spec,
        chosen=item.mapping,
        known=known,
        findings=findings,
        ledger=item.ledger,
    )
    notes = [(0, str(words)) for words in done.not_data.get("words", [])]
    run.years = years([*item.ledger.lines(), *notes]) or run.years
    run.title = run.title or item.ledger.title(known.units)
    give_back()
    conformed, emptied = _conformed(done.table, run.spec, findings)
    found = [
        replace(_as_in_file(item, done), sheet=findings.sheet)
        for item in (*emptied, *conformed.problems)
    ]
    lost = sorted({*findings.lost, *conformed.set_aside.index})
    if lost:
        run.set_aside.append((_whole(done.raw, raw.table, lost), findings.file, findings.sheet))
    if len(done.not_data):
        run.not_data.append(done.not_data.assign(sheet=findings.sheet, row=done.not_data.index))
    for name in map(str, done.raw.columns):
        run.headings.setdefault(name, _first_cells(done.raw[name]))
    run.rows += len(done.raw)
    run.mended |= set(summary.ORIGIN) <= set(done.raw.columns)
    run.evidence = done.evidence if run.evidence is None else run.evidence
    for name, count in done.counts.items():
        run.counts[name] = run.counts.get(name, 0) + count
    # decided once is decided for the next file, even where this one lacks a column
    columns = {**run.mapping.columns, **done.mapping.columns}
    run.mapping = replace(done.mapping, columns=columns)
    run.warnings += findings.warnings
    run.told += findings.told
    run.sheets.append(raw.sheet)
    # nothing but the rows' numbers is looked at any more: the table is not held a third time
    done = replace(done, table=done.table[[]], raw=done.raw[[]])
    rows = raw.table[[]] if len(raw.table) < _LONG else raw.table
    del item, raw
    give_back()
    new = held_apart(to_texts(conformed.table, run.spec), rows)
    del rows
    if done.shapes is not None:
        _keep_shapes(run, done, new, conformed)
    del done
    run.used.append(new)
    run.problems += sorted((*findings.problems, *found), key=lambda item: item.row or 0)


def _first_cells(cells: pd.Series) -> tuple[str, ...]:
    # What tells a person which column it is.
    known = cells[cells.notna() & (cells.astype(str) != "")].head(_PREVIEW)
    return tuple(str(cell)[:_SHOWN] for cell in known)


def _as_in_file(item: DataProblem, done: Converted) -> DataProblem:
    # Name a cell by its heading and with what stands there, not as the layer has it.
    column = done.mapping.columns.get(item.column)
    if column is None or not column.heading or item.row not in done.raw.index:
        return item
    return replace(item, column=column.heading, value=str(done.raw.at[item.row, column.heading]))


def _whole(rows: pd.DataFrame, raw: pd.DataFrame, lost: list[int]) -> pd.DataFrame:
    # Give rows set aside as texts, with the shapes that the file has of them.
    if not isinstance(raw, gpd.GeoDataFrame):
        return rows.loc[lost]
    whole: pd.DataFrame = gpd.GeoDataFrame(rows.loc[lost], geometry=raw.geometry.loc[lost])
    return whole


def _keep_shapes(run: _Run, done: Converted, new: pd.DataFrame, conformed: Conformed) -> None:
    # Keep the shapes of rows that are used, by the key that they have in the layer.
    rows = done.table.index[~done.table.index.isin(conformed.set_aside.index)]
    shapes = done.shapes
    if shapes is None or len(rows) != len(new):
        raise AssertionError("rows of a table and of its shapes differ")
    kept = new[list(run.spec.key)].set_axis(rows)
    kept = kept[kept.index.isin(shapes.index)]
    run.shapes.append(gpd.GeoDataFrame(kept, geometry=shapes.loc[kept.index]))
    parts = split(shapes.loc[kept.index])
    names = "、".join(
        name for kind, name in shapes_file.layer_names(run.spec).items() if len(parts[kind])
    )
    run.told.append(
        Text(
            f"{len(kept)} 行以面、线或多点给出：点图层取图形内一点，图形另存为图层 {names}",
            f"{len(kept)} rows come as areas, lines or several points: the layer has a point "
            f"inside each, the shapes are layers of their own: {names}",
        )
    )


def _conformed(
    table: pd.DataFrame, spec: LayerSpec, findings: Findings
) -> tuple[Conformed, list[DataProblem]]:
    """Hold a table against its declaration; a cell that may be empty never costs its row.

    Parameters
    ----------
    table : pandas.DataFrame
        Rows in the columns of the layer.
    spec : LayerSpec
        Declaration of the layer.
    findings : Findings
        Takes what is found.

    Returns
    -------
    tuple[Conformed, list[DataProblem]]
        The table with the rows that conform; and problems by heading and cell of the file.
    """
    conformed = conform(table, spec, file=findings.file, points=False)
    required = {column.name for column in spec.columns if column.required} | {*spec.key}
    bad = [
        item
        for item in conformed.problems
        if item.set_aside and item.row is not None and item.column not in required
    ]
    bad = [item for item in bad if item.column in table.columns]
    if not bad:
        return conformed, []
    table = table.copy()
    for item in bad:
        empty = None if pd.api.types.is_numeric_dtype(table[item.column].dtype) else ""
        table.loc[item.row, item.column] = empty
    emptied = [replace(item, action=EMPTIED, set_aside=False) for item in bad]
    del conformed
    give_back()
    return conform(table, spec, file=findings.file, points=False), emptied


def _report(
    named: tuple[str, ProposedLayer | None, bool],
    merged: merge.Merged,
    duplicates: int,
    given: tuple[_Run, target.ImportTarget, Workspace],
) -> ImportReport:
    run, into, place = given
    layer, proposed, example = named
    new = merged.table[merged.new]
    used = len(new)
    figures = {
        column.name: int((new[column.name] != "").sum())
        for column in run.spec.columns
        if column.type in MEASURED and column.unit and column.name in run.mapping.columns
    }
    missing = tuple(
        column.title
        for column in run.spec.columns
        if column.name not in (*_FILLED, *run.mapping.columns) and not column.derived
    )
    not_data = pd.DataFrame(columns=["sheet", "row", "kind", "words"])
    if run.not_data:
        not_data = pd.concat(run.not_data, ignore_index=True)[["sheet", "row", "kind", "words"]]
    preview = new.head(_PREVIEW)
    preview = preview.loc[:, [name for name in preview.columns if (preview[name] != "").any()]]
    if merged.gone and used and not example:
        shown = "、".join(merged.gone[:5]) + ("…" if len(merged.gone) > 5 else "")
        run.warnings.append(
            Text(
                f"图层原有的 {len(merged.gone)} 行不再存在：{shown}",
                f"{len(merged.gone)} earlier rows of the layer are gone: {shown}",
            )
        )
    run.warnings += emptied(run.problems)
    run.told += year_named(run.spec, run.mapping, run.years)
    if not used:
        run.warnings.insert(
            0, Text("没有一行可用，图层保持原样", "no row can be used; the layer is as it was")
        )
    shown = drawn.map_of(run.spec, place)
    if any(path == place.maps / f"{run.spec.name}.toml" for path, _ in into.others):
        shown = run.spec.name
    return ImportReport(
        layer=layer,
        proposed=proposed.why if proposed else None,
        rows=run.rows,
        used=used,
        set_aside=sum(len(rows) for rows, _, _ in run.set_aside),
        not_data=not_data,
        kept=merged.kept if used else merged.kept + merged.replaced,
        replaced=merged.replaced if used else 0,
        gone=merged.gone if used else (),
        example=example and bool(used),
        unchanged=not used,
        detected=tuple(dict.fromkeys(run.detected)),
        warnings=tuple(run.warnings),
        told=tuple(run.told),
        columns=run.spec.columns,
        figures=figures,
        missing=missing,
        preview=preview,
        sheets=tuple(run.sheets),
        map=shown,
        problems=tuple(run.problems),
        duplicates=duplicates,
        mapping=run.mapping,
        headings=run.headings,
        evidence=run.evidence,
        counts=run.counts,
        written=(),
        declared=into.is_new and bool(used),
        seconds=0.0,
    )
