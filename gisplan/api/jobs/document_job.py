"""Documents made as a job: the report, a map as a figure, layers for other programs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gisplan.api import ledger_files, plan, scorecard, scorecard_files
from gisplan.api.document import Document
from gisplan.api.export.options import ExportOptions
from gisplan.api.export.run import export
from gisplan.api.export.zipped import zipped
from gisplan.api.figure import FORMATS, FigureOptions, figure
from gisplan.api.jobs.plain import below, said
from gisplan.api.jobs.results import result_path
from gisplan.api.report import report
from gisplan.catalog.workspace import Workspace
from gisplan.formats.datums import DATUMS
from gisplan.pipeline.progress import Progress
from gisplan.text import Lang, Text

#: Results of the whole plan that are written as files.
RESULTS = {
    "scorecard": Text("规划目标完成情况", "scorecard"),
    "ledger": Text("任务台账", "plan ledger"),
}


def run(
    asked: Mapping[str, Any], *, place: Workspace, lang: Lang, told: Progress
) -> dict[str, Any]:
    """Make a document.

    Parameters
    ----------
    asked : mapping of str to any
        ``what``: ``report`` (``pdf``, ``docx``), ``figure`` (``map``, ``format``), ``export``
        (``format``, ``layers``, ``datum``, ``crs``) or ``result`` (``of``, ``format``).
    place : Workspace
        The workspace.
    lang : {"zh", "en"}
        Language of the document.
    told : callable
        Told of the progress.

    Returns
    -------
    dict of str to any
        ``files`` and ``notes``.
    """
    notes: list[dict[str, str]] = []
    if asked["what"] == "export":
        return _exported(asked, place, told)
    if asked["what"] == "result":
        return _result(asked, place, lang, told)
    made: list[Document]
    if asked["what"] == "figure":
        chosen = next(name for name in FORMATS if name == asked["format"])
        drawn = FigureOptions(format=chosen, lang=lang)
        made = [figure(asked["map"], place=place, options=drawn, progress=told)]
    else:
        made = report(
            place=place,
            lang=lang,
            pdf=bool(asked["pdf"]),
            docx=bool(asked["docx"]),
            progress=told,
        )
    notes = [said(item.title) for item in made]
    return {
        "tables": [],
        "files": [below(place, item.path) for item in made],
        "notes": list({words["zh"]: words for words in notes}.values()),
    }


def _exported(asked: Mapping[str, Any], place: Workspace, told: Progress) -> dict[str, Any]:
    options = ExportOptions(
        layers=tuple(asked["layers"]),
        formats=(asked["format"],),
        datum=next(name for name in DATUMS if name == asked.get("datum", "wgs84")),
        crs=asked.get("crs"),
    )
    done = export(place, options=options, progress=told)
    paths = [item.path for item in done.written]
    if asked["format"] == "shapefile":
        # one sends a file, and not a folder
        paths = [zipped(path, place=place) for path in paths if path.is_dir()]
    files = dict.fromkeys(below(place, path) for path in paths)
    notes = [
        {"zh": f"{title.zh}：{why.zh}", "en": f"{title.en}: {why.en}"} for title, why in done.notes
    ]
    return {"tables": [], "files": list(files), "notes": notes}


def _result(
    asked: Mapping[str, Any], place: Workspace, lang: Lang, told: Progress
) -> dict[str, Any]:
    name, ending = RESULTS[asked["of"]], f".{asked['format']}"
    path = result_path(place, name, ending, lang=lang)
    if asked["of"] == "scorecard":
        card = scorecard.scorecard(place=place, progress=told)
        scorecard_files.write(card, path, lang=lang, place=place)
    else:
        found = plan.plan(place=place, progress=told)
        ledger_files.write(found, path, lang=lang, place=place)
    return {"tables": [], "files": [below(place, path)], "notes": []}
