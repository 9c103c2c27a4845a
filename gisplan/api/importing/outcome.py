"""What an import writes: its reports, its mapping and, last, the layer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pandas as pd

from gisplan.api.importing import shapes_file
from gisplan.api.importing.options import ImportOptions, ImportReport, told
from gisplan.api.importing.target import ImportTarget
from gisplan.catalog.layer import DataProblem, LayerSpec
from gisplan.catalog.workspace import Workspace
from gisplan.importing import mapping as mappings
from gisplan.importing import summary
from gisplan.importing.as_csv import to_csv
from gisplan.importing.findings import EMPTIED, KEPT, REWORDED
from gisplan.importing.mapping import ImportMapping
from gisplan.text import Text

#: Cells shown of those that could not be read.
_CELLS = 3


def written_files(
    into: ImportTarget,
    report: ImportReport,
    given: tuple[Sequence[tuple[pd.DataFrame, str, str]], pd.DataFrame, Workspace, ImportOptions],
) -> list[tuple[Path, bytes | None]]:
    """Give all that is written, in order; None where a file of an earlier import goes.

    Parameters
    ----------
    into : ImportTarget
        The layer imported into.
    report : ImportReport
        What the import did.
    given : tuple
        Rows set aside, the layer's rows, the workspace, the options.

    Returns
    -------
    list of (pathlib.Path, bytes or None)
        The reports alone where no row can be used.
    """
    set_aside, table, place, options = given
    folder = place.exports / "import"
    name, lang = report.layer, options.lang
    problems = html = aside = shapes = None
    if report.problems:
        problems = summary.problems_csv(report.problems, lang=lang)
        title = Text(f"导入问题：{name}", f"Problems of the import: {name}")
        # of this file alone: what gave way differs from one import to the next
        counts = told(replace(report, kept=0, replaced=0))
        html = summary.problems_html(report.problems, title=title, counts=counts, lang=lang)
    if set_aside:
        aside = summary.set_aside_csv(set_aside)
        shapes = shapes_file.set_aside(set_aside)
    files: list[tuple[Path, bytes | None]] = [
        (folder / f"{name}_problems.csv", problems),
        (folder / f"{name}_problems.html", html),
        (folder / f"{name}_set_aside.csv", aside),
        (folder / f"{name}_set_aside.geojson", shapes),
    ]
    if report.unchanged:
        return files
    mapping = mappings.to_toml(report.mapping, layer=name).encode()
    files += [(into.mapping, mapping), (into.file, to_csv(table))]
    files += list(into.others)
    if into.declaration:
        # last: without it there is no layer, and its file is only a file
        files.append((into.spec.path, into.declaration.encode()))
    return files


def gravity(item: DataProblem) -> int:
    """Order problems: rows set aside, cells emptied, doubts, and last what was only reworded.

    Parameters
    ----------
    item : DataProblem
        The problem.

    Returns
    -------
    int
        The lower the graver.
    """
    if item.set_aside:
        return 0
    if item.action in (EMPTIED, KEPT):
        return 1
    return 3 if item.message is REWORDED else 2


def emptied(problems: Sequence[DataProblem]) -> list[Text]:
    """Say how many cells of each column could not be read.

    Parameters
    ----------
    problems : sequence of DataProblem
        What was found.

    Returns
    -------
    list of Text
        A sentence a column.
    """
    cells: dict[str, list[str]] = {}
    for item in problems:
        if item.action == EMPTIED and item.row is not None:
            cells.setdefault(item.column, []).append(item.value)
    if not cells:
        return []
    said = {name: _first_words(words) for name, words in cells.items()}
    counts = {name: len(words) for name, words in cells.items()}
    zh = "、".join(f"“{name}” {count}（{said[name]}）" for name, count in counts.items())
    en = ", ".join(f"'{name}' {count} ({said[name]})" for name, count in counts.items())
    return [
        Text(
            f"有 {sum(counts.values())} 处单元格不能用，按空值（行都保留）：{zh}；见问题表",
            f"{sum(counts.values())} cells can't be used and are taken as unknown (their rows "
            f"stay): {en}; see the table of problems",
        )
    ]


def _first_words(cells: Sequence[str]) -> str:
    # The first different cells, cut short.
    words = list(dict.fromkeys(cell[:12] for cell in cells))
    return "、".join(words[:_CELLS]) + ("…" if len(words) > _CELLS else "")


def year_named(spec: LayerSpec, mapping: ImportMapping, years: Sequence[str]) -> list[Text]:
    """Say which year the title names, where the layer asks for one that the file doesn't give.

    Parameters
    ----------
    spec : LayerSpec
        Declaration of the layer.
    mapping : ImportMapping
        Which heading each column comes from.
    years : sequence of str
        Years that titles and notes name.

    Returns
    -------
    list of Text
        One sentence, or none.
    """
    named = next((c for c in spec.columns if c.name == "output_year"), None)
    if named is None or "output" not in mapping.columns or "output_year" in mapping.columns:
        return []
    if len(years) != 1:
        return []
    return [
        Text(
            f"标题或表注写有 {years[0]} 年；若产值是这一年的，请加 --value 产值年份={years[0]}",
            f"title or notes name the year {years[0]}; if the output is of that year, add "
            f"--value output_year={years[0]}",
        )
    ]
