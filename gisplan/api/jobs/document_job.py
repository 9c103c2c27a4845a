"""Documents made as a job: the report, a map as a figure, layers for other programs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gisplan.api.document import Document
from gisplan.api.export.options import ExportOptions
from gisplan.api.export.run import export
from gisplan.api.figure import FORMATS, FigureOptions, figure
from gisplan.api.jobs.plain import below, said
from gisplan.api.report import report
from gisplan.catalog.workspace import Workspace
from gisplan.pipeline.progress import Progress
from gisplan.text import Lang


def run(
    asked: Mapping[str, Any], *, place: Workspace, lang: Lang, told: Progress
) -> dict[str, Any]:
    """Make a document.

    Parameters
    ----------
    asked : mapping of str to any
        ``what``: ``report`` (``pdf``, ``docx``), ``figure`` (``map``, ``format``) or ``export``
        (``format``, ``layers``).
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
        options = ExportOptions(layers=tuple(asked["layers"]), formats=(asked["format"],))
        done = export(place, options=options, progress=told)
        files = [below(place, item.path) for item in done.written]
        for title, why in done.notes:
            notes.append({"zh": f"{title.zh}：{why.zh}", "en": f"{title.en}: {why.en}"})
        return {"tables": [], "files": list(dict.fromkeys(files)), "notes": notes}
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
