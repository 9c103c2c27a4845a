"""A whole plan of sites, worked out as a job: figures, map, chart, tables and files."""

from __future__ import annotations

import base64
from collections.abc import Mapping, Sequence
from typing import Any

from gisplan.api import sites
from gisplan.api.jobs.plain import below, said
from gisplan.api.jobs.results import figure, in_both, result_map, result_path, table
from gisplan.api.result_book import ResultTable
from gisplan.api.sites import PLAN, PlannedSites
from gisplan.api.targets import write_target
from gisplan.catalog.workspace import Workspace
from gisplan.pipeline.progress import Progress
from gisplan.text import LANGS, Lang, Text

_DRAWING = Text("画成地图", "drawing the map")
#: Files that a plan is written to beside its map.
_ENDINGS = (".xlsx", ".csv", ".geojson")


def run(
    asked: Mapping[str, Any], *, place: Workspace, lang: Lang, told: Progress
) -> dict[str, Any]:
    """Work out a plan.

    Parameters
    ----------
    asked : mapping of str to any
        ``path``: the plan's file, below the workspace.
    place : Workspace
        The workspace.
    lang : {"zh", "en"}
        Language of names and files.
    told : callable
        Told of the progress.

    Returns
    -------
    dict of str to any
        ``figures``, ``map``, ``chart``, ``tables``, ``notes`` and ``files``.
    """
    path = place.root / str(asked["path"])
    wanted = sites.read_plan_file(path)
    found = sites.plan_sites(wanted, place=place, told=told)
    proven, *notes = sites.plan_sentences(found)
    figures = [*sites.plan_figures(found), proven]
    notes = [words for words in notes if words not in figures]
    result: dict[str, Any] = {
        "figures": [said(words) for words in figures],
        "tables": in_both(lambda word: _tables(found, word), lang),
        "notes": [said(words) for words in notes],
        "files": [],
    }
    if not found.answer.solved:
        return result
    told(_DRAWING, 1, 1)
    result["map"] = result_map(
        sites.plan_parts(found, place=place),
        name=PLAN,
        title=PLAN,
        told=[*figures, *notes],
        place=place,
        lang=lang,
        standing=False,
    )
    result["chart"] = _chart(found)
    result["files"] = _files(found, place, lang)
    kept = result_path(place, PLAN, ".toml", lang=lang)
    write_target(kept, path.read_bytes(), place=place)
    result["files"].append(below(place, kept))
    return result


def _tables(found: PlannedSites, lang: Lang) -> list[dict[str, Any]]:
    made = sites.plan_tables(found, lang, last_year=True)
    return [_shown(one, lang) for one in made if len(one.rows)]


def _chart(found: PlannedSites) -> dict[str, str] | None:
    # as a picture, which no browser runs anything of
    drawn = {lang: sites.plan_chart(found, lang) for lang in LANGS}
    if not all(drawn.values()):
        return None
    return {lang: base64.b64encode(svg.encode()).decode() for lang, svg in drawn.items()}


def _files(found: PlannedSites, place: Workspace, lang: Lang) -> list[str]:
    endings = [*_ENDINGS, *((".svg",) if found.asked.curve else ())]
    paths = [result_path(place, PLAN, ending, lang=lang) for ending in endings]
    for path in paths:
        sites.write_plan(found, path, lang=lang, place=place)
    return [below(place, path) for path in paths]


def _shown(one: ResultTable, lang: Lang) -> dict[str, Any]:
    def cell(value: Any) -> str:
        if isinstance(value, str):
            return value
        if value is None:
            return "—"
        # a year, or the number of a point, is no amount
        if isinstance(value, int) or getattr(value, "dtype", None) == "int64":
            return str(int(value))
        return figure(float(value), lang)

    rows = [[cell(value) for value in row] for row in one.rows]
    return table(one.name, one.heads, rows, texts=_words(one.rows))


def _words(rows: Sequence[Sequence[Any]]) -> int:
    """Count the columns from the first that hold words; the others hold figures.

    Parameters
    ----------
    rows : Sequence[Sequence[Any]]
        Of a table.

    Returns
    -------
    int
        One at least.
    """
    first = list(rows[0])
    found = [at for at, value in enumerate(first) if isinstance(value, str) and value]
    return max((at + 1 for at in found if at < len(first) - 1), default=1)
