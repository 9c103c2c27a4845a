"""The maps and layers of a workspace, made as a job."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gisplan.api.build import BuildOptions, NotAllWrittenError, build
from gisplan.api.jobs.plain import below, problem, said
from gisplan.catalog.workspace import Workspace
from gisplan.pipeline.progress import Progress
from gisplan.text import Lang, Text

#: Problems told; all stand in ``exports/problems.csv``.
_MOST = 300


def run(
    asked: Mapping[str, Any], *, place: Workspace, lang: Lang, told: Progress
) -> dict[str, Any]:
    """Make maps and layers.

    Parameters
    ----------
    asked : mapping of str to any
        ``maps``: their names; all if there is none.
    place : Workspace
        The workspace.
    lang : {"zh", "en"}
        Language in which the maps open.
    told : callable
        Told of the progress.

    Returns
    -------
    dict of str to any
        What was written, left out and found.
    """
    unwritten: tuple[Text, ...] = ()
    try:
        options = BuildOptions(lang=lang, maps=tuple(asked.get("maps", ())))
        report = build(place, options=options, progress=told)
    except NotAllWrittenError as error:
        report, unwritten = error.report, error.faults
    left_out: dict[Text, list[dict[str, str]]] = {}
    for title, why in report.left_out:
        left_out.setdefault(why, []).append(said(title))
    return {
        "written": [
            {"file": below(place, item.path), "title": said(item.title), "bytes": item.size}
            for item in report.written
        ],
        "unchanged": report.unchanged,
        "made": len(report.made),
        "left_out": [{"titles": titles, "why": said(why)} for why, titles in left_out.items()],
        "problems": [problem(item) for item in report.problems[:_MOST]],
        "problem_count": len(report.problems),
        "kept": [[below(place, path), below(place, copy)] for path, copy in report.kept],
        "unwritten": [said(each) for each in unwritten],
        "notes": [said(each) for each in report.notes],
        "seconds": report.seconds,
    }
