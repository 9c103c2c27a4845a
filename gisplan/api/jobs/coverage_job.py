"""Who is within reach of the network, worked out as a job, with its workbook."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gisplan.api.coverage import coverage_tables as tables
from gisplan.api.coverage.coverage_files import write
from gisplan.api.coverage.network_coverage import coverage
from gisplan.api.coverage.options import CoverageOptions
from gisplan.api.jobs.plain import below, said
from gisplan.api.jobs.results import figure, result_path, table
from gisplan.api.journey import JourneyOptions, ReachOptions
from gisplan.catalog.workspace import Workspace
from gisplan.digits import ESTIMATE, GIVEN
from gisplan.pipeline.progress import Progress
from gisplan.text import Lang, Text

_NAME, _WORKING = Text("覆盖", "coverage"), Text("计算覆盖", "working out the coverage")
#: Columns of the table by region that stand before its figures.
_WORDS = 1


def run(
    asked: Mapping[str, Any], *, place: Workspace, lang: Lang, told: Progress
) -> dict[str, Any]:
    """Work out a coverage.

    Parameters
    ----------
    asked : mapping of str to any
        As :func:`reach_of` takes it, with ``regions`` and ``quantity``.
    place : Workspace
        The workspace.
    lang : {"zh", "en"}
        Language of names and files.
    told : callable
        Told of the progress.

    Returns
    -------
    dict of str to any
        ``tables``, ``notes`` and ``files``.
    """
    told(_WORKING, 0, 1)
    options = CoverageOptions(
        reach=reach_of(asked),
        regions="counties" if asked.get("regions") == "counties" else "prefectures",
        quantity=asked.get("quantity") or None,
    )
    found = coverage(place, options=options)
    whole = ESTIMATE if found.tonnes else GIVEN
    regions = [
        [
            str(cell) if i <= _WORDS else figure(cell, lang, whole if i == _WORDS + 1 else ESTIMATE)
            for i, cell in enumerate(row)
        ]
        for row in tables.region_rows(found, lang)
    ]
    sites = [
        [str(name), *(figure(cell, lang) for cell in cells)]
        for name, *cells in tables.site_rows(found, lang)
    ]
    files = [result_path(place, _NAME, ending, lang=lang) for ending in tables.ENDINGS]
    for path in files:
        write(found, path, lang=lang, place=place)
    of_sites = tables.of_drawn(found, Text("各设施的作用", "What each site does"))
    return {
        "tables": [
            table(tables.title(found), tables.region_heads(found), regions),
            table(of_sites, tables.site_heads(found), sites),
        ],
        "notes": [said(words) for words in tables.notes(found)],
        "files": [below(place, path) for path in files],
    }


def reach_of(asked: Mapping[str, Any]) -> ReachOptions:
    """Give a reach as it is asked for.

    Parameters
    ----------
    asked : mapping of str to any
        ``by``: ``distance``, ``road`` or ``minutes``; ``reaches``: rising, in km or in minutes.

    Returns
    -------
    ReachOptions
        The usual reaches if none are named.
    """
    reaches = tuple(float(one) for one in asked.get("reaches", ())) or None
    by = asked.get("by", "distance")
    journey = JourneyOptions(by="distance" if by == "distance" else "road")
    if by == "minutes":
        return ReachOptions(minutes=reaches, journey=journey)
    return ReachOptions(km=reaches, journey=journey)
