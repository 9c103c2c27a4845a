"""Two scenarios held against each other as a job: a map, a table and files."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from gisplan.api import compare, compare_files
from gisplan.api.jobs.plain import below, said
from gisplan.api.jobs.results import in_both, result_path, table
from gisplan.api.targets import write_target
from gisplan.catalog.workspace import Workspace
from gisplan.digits import ESTIMATE, write
from gisplan.errors import DataError
from gisplan.pipeline.progress import Progress
from gisplan.text import Lang, Text

_NAME = Text("情景对比", "scenarios")
#: Differences shown on a page; the files hold all.
_MOST = 300
#: Problems of a scenario's rows told there.
_PROBLEMS = 20


def run(
    asked: Mapping[str, Any], *, place: Workspace, lang: Lang, told: Progress
) -> dict[str, Any]:
    """Compare two scenarios.

    Parameters
    ----------
    asked : mapping of str to any
        ``a`` and ``b``: names of scenarios; ``base`` is the layers as they are.
    place : Workspace
        The workspace.
    lang : {"zh", "en"}
        Language of names and files.
    told : callable
        Told of the progress.

    Returns
    -------
    dict of str to any
        ``figures``, ``map``, ``tables``, ``notes`` and ``files``.
    """
    found = compare.compare(str(asked["a"]), str(asked["b"]), place=place, progress=told)
    both = found.beside
    looked = Text(f"对比了 {len(found.compared)} 个图层", f"{len(found.compared)} layers compared")
    problems = [said(words) for words in found.problems[:_PROBLEMS]]
    if not found.differences:
        nothing = Text("没有差异", "nothing differs")
        figures = [said(words) for words in (both, nothing)]
        return {"figures": figures, "tables": [], "files": [], "notes": [said(looked), *problems]}
    files = []
    for ending in compare_files.ENDINGS:
        path = result_path(place, _NAME, ending, lang=lang)
        try:
            compare_files.write(found, path, lang=lang, place=place)
        except DataError:  # nothing that differs has a place
            continue
        files.append(below(place, path))
    result: dict[str, Any] = {}
    page = compare.difference_page(found, place=place, lang=lang)
    if page is not None:
        path = result_path(place, _NAME, ".html", lang=lang)
        write_target(path, page.encode(), place=place)
        result["map"] = below(place, path)
    count, layers = len(found.cells), len(found.differences)
    told_all = Text(
        f"{layers} 个图层有差异，共 {count} 处",
        f"{count} differences in {layers} layer(s)",
    )
    notes = [looked]
    if count > _MOST:
        notes.append(
            Text(
                f"表中是前 {_MOST} 处，全部在 Excel 和 CSV 中",
                f"the table has the first {_MOST}; Excel and CSV have all",
            )
        )
    return {
        "figures": [said(words) for words in (both, told_all)],
        **result,
        "tables": in_both(lambda word: _tables(found, word), lang),
        "notes": [*(said(words) for words in notes), *problems],
        "files": files,
    }


def _tables(found: compare.Comparison, lang: Lang) -> list[dict[str, Any]]:
    every = compare_files.differences(found, lang)
    rows = [
        [*(_cell(one) for one in row[:6]), _cell(row[6], sign="+"), _cell(row[7])]
        for row in every.rows[:_MOST]
    ]
    each = [
        [spec.title.get(lang), str(len(found.differences[name].cells))]
        for name, spec in found.specs.items()
    ]
    heads = (Text("图层", "layer"), Text("差异数", "differences"))
    parts = compare_files.parts_table(found, lang)
    summed = [
        [one if isinstance(one, str) else write(one, ESTIMATE, lang) for one in row]
        for row in parts.rows
    ]
    return [
        *([table(parts.name, parts.heads, summed, texts=2)] if summed else []),
        table(Text("有差异的图层", "Layers that differ"), heads, each),
        table(Text("差异", "What differs"), every.heads, rows, texts=4),
    ]


def _cell(value: Any, *, sign: str = "") -> str:
    if value is None or pd.isna(value):
        return "—"
    return format(value, f"{sign},.10g") if isinstance(value, int | float) else str(value)
