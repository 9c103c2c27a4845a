"""Importing: a planner's file into a layer, every row accounted for.

Everything is worked out first; then the reports, the mapping and, last, the layer are put in
place, and if one of them can't be, all are as they were.
"""

from __future__ import annotations

import datetime
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import pandas as pd

from gisplan import catalog, declaration, pipeline, workspace
from gisplan.catalog import Catalog
from gisplan.errors import DataError, DeclarationError, FileError, OptionError
from gisplan.export.files import locked, replace_files
from gisplan.inert import restore
from gisplan.intake import mapping as mappings
from gisplan.intake import merge, summary
from gisplan.intake.amounts import Units
from gisplan.intake.convert import Known, choose, convert
from gisplan.intake.duplicates import REASONS, propose
from gisplan.intake.findings import KEPT, Findings
from gisplan.intake.headings import Vocabulary
from gisplan.intake.mapping import ImportMapping
from gisplan.locate import Locator
from gisplan.read import RawTable, ReadOptions, read, tables
from gisplan.regions import Regions
from gisplan.schema import Column, FileOrigin, LayerSpec, Problem
from gisplan.text import Lang, Text
from gisplan.validate import conform
from gisplan.workspace import Workspace

HEADINGS, MEASURES, COUNTIES = "headings", "measurement_units", "counties"
#: Kinds of layers that there is a template for, in ``layers/templates``.
KINDS = ("enterprises", "facilities", "parks")
#: Findings of a reader that a planner should look at.
_MET = frozenset(
    {"unnamed_column", "more_cells", "fewer_cells", "formula", "error_cell", "long_number"}
)
_PROPOSED = Text("仅提示，两行都保留", "proposed only: both rows are kept")


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportOptions:
    """What an import is asked for.

    Parameters
    ----------
    sheet : str, optional
        Sheet of a workbook or layer of a GeoPackage.
    encoding : str, optional
        Of a text file; found out if left out.
    datum : str, optional
        Of the file's coordinates; before what a mapping or a heading says.
    mapping : pathlib.Path, optional
        A mapping to use in place of that of the last import.
    kind : str, optional
        Template for a layer that is not declared yet, one of ``KINDS``; the layer's own name if
        that is one.
    replace : bool
        Drop all rows of the layer, not only those of the same file.
    source : str, optional
        Name for the file in ``source_file`` and ``id``, where several files have the same.
    into : pathlib.Path, optional
        Folder of declarations to import into, in place of that of the workspace.
    dry_run : bool
        Work everything out and write nothing.
    lang : {"zh", "en"}
        Language of the reports.
    """

    sheet: str | None = None
    encoding: str | None = None
    datum: str | None = None
    mapping: Path | None = None
    kind: str | None = None
    replace: bool = False
    source: str | None = None
    into: Path | None = None
    dry_run: bool = False
    lang: Lang = "zh"


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportReport:
    """What an import did.

    Parameters
    ----------
    layer : str
    rows, used, set_aside : int
        Rows in the file; ``rows == used + set_aside``.
    kept, replaced : int
        Rows that the layer had: those still in it, and those that gave way.
    example : bool
        Whether those that gave way were the unchanged shipped example.
    problems : tuple of Problem
    duplicates : int
        Pairs proposed.
    mapping : ImportMapping
    evidence : pandas.DataFrame, optional
        What the datum was inferred from.
    counts : mapping of str to int
        See :class:`gisplan.intake.convert.Converted`.
    written : tuple of pathlib.Path
        Empty after a dry run.
    declared : bool
        Whether the layer was declared by this import.
    seconds : float
    """

    layer: str
    rows: int
    used: int
    set_aside: int
    kept: int
    replaced: int
    example: bool
    problems: tuple[Problem, ...]
    duplicates: int
    mapping: ImportMapping
    evidence: pd.DataFrame | None
    counts: Mapping[str, int]
    written: tuple[Path, ...]
    declared: bool
    seconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class _Target:
    """The layer that is imported into.

    ``declaration`` is the text of a new one, empty if the layer is declared already.
    """

    spec: LayerSpec
    file: Path
    mapping: Path
    declaration: str = ""


@dataclass(slots=True)
class _Run:
    """What has come together in the course of an import."""

    spec: LayerSpec
    mapping: ImportMapping
    told_datum: str
    rows: int = 0
    mended: bool = False
    evidence: pd.DataFrame | None = None
    counts: dict[str, int] = field(default_factory=dict)
    used: list[pd.DataFrame] = field(default_factory=list)
    set_aside: list[tuple[pd.DataFrame, str, str]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def import_file(
    path: Path, *, layer: str, place: Workspace | None = None, options: ImportOptions | None = None
) -> ImportReport:
    """Import a file into a layer.

    Rows that came from the same file (and sheet) before give way to those it has now, and so
    do rows of the same key; the rest of the layer stays, but for the shipped example as long
    as nobody has changed it. A file of rows set aside, once mended, replaces row by row.

    Parameters
    ----------
    path : pathlib.Path
        Any file that ``read`` knows.
    layer : str
        Name of the layer; declared from a template if there is none.
    place : Workspace, optional
        The workspace of the current folder if left out.
    options : ImportOptions, optional

    Returns
    -------
    ImportReport

    Raises
    ------
    OptionError
        If there is no workspace of one's own, the layer can't be imported into, or an option
        is wrong.
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
    _require_own(place, options)
    if not path.is_file():
        raise FileError(Text(f"没有这个文件：{path}", f"no such file: {path}"))
    listed = catalog.load(place)
    target = _target(layer, path, (place, listed, options))
    known = _known(place, listed)
    run = _Run(target.spec, _mapping(target, options), options.datum or "")
    source = options.source or path.name
    chosen = _choose_tables(_read(path, options), run, known, source)
    while chosen:
        raw, chosen_mapping = chosen.pop()  # a large table is let go of as soon as it can be
        findings = Findings(source, raw.sheet)
        _note_read(raw, findings)
        _take(raw.table, chosen_mapping, (run, known, findings))
    before = _before(target)
    example = not options.into and before is not None and _is_example(target)
    merged = merge.merge(
        before,
        run.used,
        run.spec,
        how="replace" if options.replace or example else "rows" if run.mended else "files",
    )
    duplicates = _propose(run, merged)
    report = ImportReport(
        layer=layer,
        rows=run.rows,
        used=sum(len(item) for item in run.used),
        set_aside=sum(len(rows) for rows, _, _ in run.set_aside),
        kept=merged.kept,
        replaced=merged.replaced,
        example=example,
        problems=tuple(run.problems),
        duplicates=duplicates,
        mapping=run.mapping,
        evidence=run.evidence,
        counts=run.counts,
        written=(),
        declared=bool(target.declaration),
        seconds=0.0,
    )
    if not options.dry_run:
        files = _files(target, report, (run, merged.table, place, options))
        with locked(place.state):  # a build at the same time reads the old layer or the new
            written = replace_files(files)
        report = replace(report, written=tuple(written))
    return replace(report, seconds=time.perf_counter() - started)


# -- before: what is imported into, with what -----------------------------------------------


def _require_own(place: Workspace, options: ImportOptions) -> None:
    if options.into is None and not (place.own and place.layers.is_relative_to(place.root)):
        raise OptionError(
            Text(
                "只能导入自己的工作区；请先运行 gisplan init 文件夹，再进入该文件夹导入",
                "an import needs a workspace of your own; run gisplan init FOLDER first, and "
                "import there",
            )
        )


def _target(layer: str, path: Path, given: tuple[Workspace, Catalog, ImportOptions]) -> _Target:
    """Find the layer, or declare it from a template."""
    place, listed, options = given
    folder = (options.into or place.layers).resolve()
    own = folder == place.layers.resolve()
    text = ""
    if own and layer in listed.layers:
        spec = listed.layers[layer]
    else:
        declared = folder / f"{layer}.toml"
        text = "" if declared.is_file() else _from_template(layer, path, (place, options))
        content = text or declared.read_text(encoding="utf-8-sig")
        spec = _parsed(layer, content, place, folder)
    origin = spec.origin
    if not isinstance(origin, FileOrigin) or origin.path.suffix.lower() != ".csv":
        raise OptionError(
            Text(
                f"图层 {layer} 不是取自 CSV 文件的图层，不能导入",
                f"layer {layer} is not one of a CSV file and can't be imported into",
            )
        )
    return _Target(
        spec=spec,
        file=origin.path,
        mapping=folder / "imports" / f"{layer}.toml",
        declaration=text,
    )


def _from_template(layer: str, path: Path, given: tuple[Workspace, ImportOptions]) -> str:
    place, options = given
    kind = options.kind or layer
    if kind not in KINDS:
        kinds = ", ".join(KINDS)
        raise OptionError(
            Text(
                f"没有图层 {layer}；要新建，请用 --kind 指明按哪种模板：{kinds}",
                f"there is no layer {layer}; to make it, name its template with --kind: {kinds}",
            )
        )
    for folder in (place.layers, workspace.shipped() / "layers"):
        template = folder / "templates" / f"{kind}.toml"
        if template.is_file():
            text = template.read_text(encoding="utf-8-sig")
            break
    else:
        raise FileError(Text(f"没有模板 {kind}.toml", f"there is no template {kind}.toml"))
    title = (options.source or path.name).replace("\\", "\\\\").replace('"', '\\"')
    today = datetime.date.today().isoformat()
    return text.replace("@NAME@", layer).replace("@SOURCE@", title).replace("@DATE@", today)


def _parsed(layer: str, content: str, place: Workspace, folder: Path) -> LayerSpec:
    """Parse a declaration that stands, or will stand, in a folder."""
    with tempfile.TemporaryDirectory() as name:
        aside = Path(name).resolve()
        (aside / f"{layer}.toml").write_text(content, encoding="utf-8")
        (aside / f"{layer}.csv").touch()
        spec = catalog.load(replace(place, layers=aside, maps=aside / "none")).layers[layer]
    if not isinstance(spec.origin, FileOrigin):
        return replace(spec, path=folder / spec.path.name)
    origin = replace(spec.origin, path=folder / spec.origin.path.name)
    return replace(spec, path=folder / spec.path.name, origin=origin)


def _known(place: Workspace, listed: Catalog) -> Known:
    """Load what an import needs to know; the vocabulary shipped serves where there is none."""
    base = workspace.shipped()
    shipped = replace(place, layers=base / "layers", maps=base / "maps", own=False)
    tables: dict[str, pd.DataFrame] = {}
    wanted = (HEADINGS, MEASURES, COUNTIES, pipeline.UNITS, pipeline.ALIASES)
    here = tuple(name for name in wanted if name in listed.layers)
    for source, names in ((place, here), (shipped, tuple(n for n in wanted if n not in here))):
        if names:
            loaded = pipeline.load_layers(names, place=source)
            tables |= {name: loaded[name].table for name in names}
    counties = tables[COUNTIES]
    return Known(
        vocabulary=Vocabulary.from_table(tables[HEADINGS]),
        units=Units.from_table(tables[MEASURES]),
        regions=Regions.from_tables(tables[pipeline.UNITS], aliases=tables[pipeline.ALIASES]),
        locator=Locator.from_counties(counties),
        bounds=tuple(counties.total_bounds),
    )


def _mapping(target: _Target, options: ImportOptions) -> ImportMapping:
    path = options.mapping or (target.mapping if target.mapping.is_file() else None)
    mapping = ImportMapping()
    if path is not None:
        faults: list[Text] = []
        mapping = mappings.from_declaration(declaration.load(path, faults=faults))
        if faults:
            raise DeclarationError(
                Text("导入映射有误：", "the mapping of the import is wrong:"), faults=faults
            )
    return replace(mapping, datum=options.datum) if options.datum else mapping


# -- the tables of the file -----------------------------------------------------------------


def _read(path: Path, options: ImportOptions) -> list[RawTable]:
    """Read the file's tables; what was made inert when rows were set aside is restored."""
    asked = ReadOptions(encoding=options.encoding, sheet=options.sheet, layer=options.sheet)
    found = []
    for raw in tables(path, options=asked):
        table = raw.table
        if set(summary.ORIGIN) <= {str(name) for name in table.columns}:
            table = table.rename(columns=restore).map(restore)
        found.append(replace(raw, table=table))
    return found


def _note_read(raw: RawTable, findings: Findings) -> None:
    """Pass on what the reader met; what it merely says of the file is no problem."""
    for item in raw.findings:
        if item.kind in _MET:
            for row in item.rows or (None,):
                findings.note((row, item.column, None), item.message, KEPT)


def _choose_tables(
    found: Sequence[RawTable], run: _Run, known: Known, source: str
) -> list[tuple[RawTable, ImportMapping]]:
    """Take the one table that has the columns that are needed."""
    fit, faults = [], []
    for raw in found:
        headings = tuple(str(heading) for heading in raw.table.columns)
        # What a heading says of its datum goes before what an earlier file was in.
        asked = replace(run.mapping, datum=run.told_datum)
        chosen = choose(headings, run.spec, mapping=asked, known=known)
        chosen = replace(chosen, datum=chosen.datum or run.mapping.datum)
        missing = _missing(run.spec, chosen)
        if not missing:
            fit.append((raw, chosen))
            continue
        where = f"{source} {raw.sheet}".strip()
        faults += [
            Text(
                f"{where}：没有找到“{c.title.zh}”（{c.name}）一列；表头有：{'、'.join(headings)}",
                f"{where}: no column for {c.title.en} ({c.name}); headings: {', '.join(headings)}",
            )
            for c in missing
        ]
    if not fit:
        message = Text(
            '缺少必需的列；请改表头，或用 --mapping 写明，如 [columns.name_zh] heading = "…"',
            "required columns are missing; correct the headings or say with --mapping, as in "
            '[columns.name_zh] heading = "…"',
        )
        raise DataError(message, faults=faults)
    if len(fit) > 1:
        names = [raw.sheet for raw, _ in fit]
        raise OptionError(
            Text(
                f"{source} 有 {len(fit)} 个工作表可以导入：{'、'.join(names)}；请用 --sheet 指明",
                f"{source} has {len(fit)} sheets that would do: {', '.join(names)}; name one with "
                "--sheet",
            )
        )
    return fit


def _missing(spec: LayerSpec, chosen: ImportMapping) -> list[Column]:
    filled = {*merge.FILLED, *chosen.columns}
    return [c for c in spec.columns if c.required and c.name not in filled]


def _take(raw: pd.DataFrame, chosen: ImportMapping, tools: tuple[_Run, Known, Findings]) -> None:
    """Convert a table, hold it against the declaration, and sort its rows."""
    run, known, findings = tools
    done = convert(raw, run.spec, chosen=chosen, known=known, findings=findings)
    conformed = conform(done.table, run.spec, file=findings.file)
    found = [replace(item, sheet=findings.sheet) for item in conformed.problems]
    lost = sorted({*findings.lost, *conformed.set_aside.index})
    if lost:
        run.set_aside.append((done.raw.loc[lost], findings.file, findings.sheet))
    run.rows += len(done.raw)
    run.mended |= set(summary.ORIGIN) <= set(done.raw.columns)
    run.evidence = done.evidence
    run.counts = done.counts
    # decided once is decided for the next file, even where this one lacks a column
    columns = {**run.mapping.columns, **done.mapping.columns}
    run.mapping = replace(done.mapping, columns=columns)
    del done
    run.used.append(merge.to_texts(conformed.table, run.spec))
    run.problems += sorted((*findings.problems, *found), key=lambda item: item.row or 0)


def _before(target: _Target) -> pd.DataFrame | None:
    """Give the layer's rows as they are now, as texts."""
    if target.declaration or not target.file.is_file() or target.file.stat().st_size == 0:
        return None
    return read(target.file)  # an empty layer has a heading, and no rows


def _is_example(target: _Target) -> bool:
    """Whether a layer still is, to the byte, the example that gisplan ships."""
    shipped = workspace.shipped() / "layers" / target.file.name
    return shipped.is_file() and shipped.read_bytes() == target.file.read_bytes()


def _propose(run: _Run, merged: merge.Merged) -> int:
    """Propose duplicates among the layer's rows, where one of the two is new."""
    table = merged.comparable()
    found = propose(table)
    new = merged.new
    pairs = found.pairs
    pairs = pairs[new[pairs["first"].to_numpy()] | new[pairs["second"].to_numpy()]]
    names = table["name"].to_numpy(dtype=object)
    for item in pairs.itertuples():
        a, b = int(item.first), int(item.second)
        if not new[b]:
            a, b = b, a
        why = REASONS[str(item.reason)]
        far = "" if pd.isna(item.metres) else f"{item.metres:.0f} m"
        details = ", ".join(part for part in (far, f"{item.likeness:.0f}%") if part)
        other = merged.label(a)
        run.problems.append(
            Problem(
                file=merged.file(b),
                row=merged.row(b),
                column="name",
                value=str(names[b] or "")[:200],
                message=Text(
                    f"与 {other}“{names[a]}”可能重复：{why.zh}（{details}）",
                    f"may be the same as {other} '{names[a]}': {why.en} ({details})",
                ),
                action=_PROPOSED,
            )
        )
    if found.unlooked:
        run.problems.append(
            Problem(
                file=merged.file(len(new) - 1),
                message=Text("相近的点太多，没有逐对比较名称", "too many near points"),
                action=Text("只查了代码和名称相同的", "looked for equal codes and names only"),
            )
        )
    return len(pairs)


# -- after: the files -----------------------------------------------------------------------


def _files(
    target: _Target,
    report: ImportReport,
    given: tuple[_Run, pd.DataFrame, Workspace, ImportOptions],
) -> list[tuple[Path, bytes | None]]:
    """Give all that is written, in order; None where a file of an earlier import goes."""
    run, table, place, options = given
    folder = place.exports / "import"
    name, lang = report.layer, options.lang
    problems = html = aside = None
    if run.problems:
        problems = summary.problems_csv(run.problems, lang=lang)
        title = Text(f"导入问题：{name}", f"Problems of the import: {name}")
        # of this file alone: what gave way differs from one import to the next
        counts = told(replace(report, kept=0, replaced=0))
        html = summary.problems_html(run.problems, title=title, counts=counts, lang=lang)
    if run.set_aside:
        aside = summary.set_aside_csv(run.set_aside)
    mapping = mappings.to_toml(run.mapping, layer=name).encode()
    files: list[tuple[Path, bytes | None]] = [
        (folder / f"{name}_problems.csv", problems),
        (folder / f"{name}_problems.html", html),
        (folder / f"{name}_set_aside.csv", aside),
        (target.mapping, mapping),
        (target.file, merge.to_csv(table)),
    ]
    if target.declaration:
        # last: without it there is no layer, and its file is only a file
        files.append((target.spec.path, target.declaration.encode()))
    return files


def told(report: ImportReport) -> Text:
    """Say in one sentence what became of the rows."""
    kept = Text(
        f"；图层原有 {report.kept} 行保留、{report.replaced} 行被替换"
        if report.kept or report.replaced
        else "",
        f"; of the layer's earlier rows {report.kept} stay, {report.replaced} gave way"
        if report.kept or report.replaced
        else "",
    )
    return Text(
        f"读入 {report.rows} 行 = 采用 {report.used} 行 + 搁置 {report.set_aside} 行{kept.zh}",
        f"{report.rows} rows in = {report.used} used + {report.set_aside} set aside{kept.en}",
    )
