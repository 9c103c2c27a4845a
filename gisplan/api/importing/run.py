"""The import itself, from the file to the layer."""

from __future__ import annotations

import time
from dataclasses import dataclass, field, replace
from pathlib import Path

import pandas as pd

from gisplan.api.importing import sheets, target
from gisplan.api.importing.options import ImportOptions, ImportReport, told
from gisplan.catalog import workspace
from gisplan.catalog.layer import LayerSpec, Problem
from gisplan.catalog.workspace import Workspace
from gisplan.errors import FileError
from gisplan.files import locked, replace_files
from gisplan.importing import mapping as mappings
from gisplan.importing import merge, summary
from gisplan.importing.convert import Known, convert
from gisplan.importing.duplicates import REASONS, propose
from gisplan.importing.findings import Findings
from gisplan.importing.mapping import ImportMapping
from gisplan.pipeline import catalogue as catalog
from gisplan.read.validate import conform
from gisplan.text import Text

_PROPOSED = Text("仅提示，两行都保留", "proposed only: both rows are kept")


@dataclass(slots=True)
class _Run:
    """What has come together in the course of an import."""

    spec: LayerSpec
    mapping: ImportMapping
    told_datum: str
    detected: tuple[Text, ...] = ()
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
    target.require_own(place, options)
    if not path.is_file():
        raise FileError(Text(f"没有这个文件：{path}", f"no such file: {path}"))
    listed = catalog.load(place)
    into = target.find(layer, path, (place, listed, options))
    known = target.load_known(place, listed)
    run = _Run(into.spec, target.load_mapping(into, options), options.datum or "")
    source = options.source or path.name
    chosen = sheets.choose_table(
        sheets.read_tables(path, options),
        spec=run.spec,
        mapping=run.mapping,
        datum=run.told_datum,
        known=known,
        source=source,
    )
    while chosen:
        raw, chosen_mapping = chosen.pop()  # a large table is let go of as soon as it can be
        findings = Findings(source, raw.sheet)
        run.detected = sheets.note_read(raw, findings)
        _take(raw.table, chosen_mapping, (run, known, findings))
    before = target.rows_before(into)
    example = not options.into and before is not None and target.is_example(into)
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
        detected=run.detected,
        problems=tuple(run.problems),
        duplicates=duplicates,
        mapping=run.mapping,
        evidence=run.evidence,
        counts=run.counts,
        written=(),
        declared=bool(into.declaration),
        seconds=0.0,
    )
    if not options.dry_run:
        files = _files(into, report, (run, merged.table, place, options))
        with locked(place.state):  # a build at the same time reads the old layer or the new
            written = replace_files(files)
        report = replace(report, written=tuple(written))
    return replace(report, seconds=time.perf_counter() - started)


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


def _files(
    into: target.Target,
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
        (into.mapping, mapping),
        (into.file, merge.to_csv(table)),
    ]
    if into.declaration:
        # last: without it there is no layer, and its file is only a file
        files.append((into.spec.path, into.declaration.encode()))
    return files
