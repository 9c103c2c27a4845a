"""A file into a layer, checked or brought in as a job."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from gisplan.api import importing
from gisplan.api.importing import ImportOptions, ImportReport
from gisplan.api.jobs.plain import below, problem, said
from gisplan.catalog.layer import Column
from gisplan.catalog.workspace import Workspace
from gisplan.pipeline.progress import Progress
from gisplan.text import Lang, Text

#: Problems and rows that are no data, of each as many as a person reads.
_MOST, _LINES = 400, 60
_READING = Text("读取并核对", "reading and checking")
#: Of a column of the file that is not used.
_NOWHERE = {"column": "", "unit": "", "unit_heading": "", "measured": False}
#: Columns that an import fills itself.
_OWN = frozenset({"id", "source_file", "source_row"})


def run(
    asked: Mapping[str, Any], *, place: Workspace, lang: Lang, told: Progress
) -> dict[str, Any]:
    """Check a file, or bring it in.

    Parameters
    ----------
    asked : mapping of str to any
        ``path`` of the file below the workspace; ``layer``, or None; ``options`` of the import;
        ``dry``, whether nothing is written.
    place : Workspace
        The workspace.
    lang : {"zh", "en"}
        Language of the reports.
    told : callable
        Told of the progress.

    Returns
    -------
    dict of str to any
        What was found and done.
    """
    told(_READING, 0, 1)
    report = importing.import_file(
        place.root / asked["path"],
        layer=asked.get("layer"),
        place=place,
        options=options_of(asked["options"], dry=bool(asked["dry"]), lang=lang),
    )
    return _plain(report, place)


def options_of(given: Mapping[str, Any], *, dry: bool, lang: Lang) -> ImportOptions:
    """Give the options of an import from plain values.

    Parameters
    ----------
    given : mapping of str to any
        Those of :class:`gisplan.api.importing.ImportOptions` that are asked for.
    dry : bool
        Whether nothing is written.
    lang : {"zh", "en"}
        Language of the reports.

    Returns
    -------
    ImportOptions
        The options.
    """
    known = {item.name for item in fields(ImportOptions)} - {"into", "mapping", "dry_run", "lang"}
    values = {name: value for name, value in given.items() if name in known}
    values |= {
        name: tuple(values[name]) for name in ("skip", "keep_rows") if values.get(name) is not None
    }
    values.pop("rows", None)
    return ImportOptions(**values, dry_run=dry, lang=lang)


def _plain(report: ImportReport, place: Workspace) -> dict[str, Any]:
    mapping = report.mapping
    measured = {column.name for column in report.columns if column.unit}
    headings = {
        item.heading: {
            "column": name,
            "unit": item.unit,
            "unit_heading": item.unit_heading,
            "measured": name in measured,
        }
        for name, item in mapping.columns.items()
        if item.heading
    }
    preview = report.preview.drop(columns=[c for c in _OWN if c in report.preview.columns])
    titles = {column.name: column for column in report.columns}
    kinds = {str(kind): words for kind, words in importing.ROW_KINDS.items()}
    labels = [titles[str(name)].labels if str(name) in titles else {} for name in preview.columns]
    evidence = []
    if report.evidence is not None and int(report.evidence["points"].max()):
        evidence = [
            {
                "datum": str(item.datum),
                "inside": int(str(item.inside)),
                "points": int(str(item.points)),
                "verdict": str(item.verdict),
            }
            for item in report.evidence.itertuples()
        ]
    return {
        "layer": report.layer,
        "told": said(importing.told(report)),
        "rows": report.rows,
        "used": report.used,
        "set_aside": report.set_aside,
        "unchanged": report.unchanged,
        "proposed": said(report.proposed) if report.proposed else None,
        "declared": report.declared,
        "example": report.example,
        "gone": list(report.gone[:_LINES]),
        "gone_count": len(report.gone),
        "warnings": [said(each) for each in report.warnings],
        "notes": [said(each) for each in report.told],
        "detected": [said(each) for each in report.detected],
        "missing": [said(each) for each in report.missing],
        "headings": [
            {"heading": name, "cells": list(cells), **headings.get(name, _NOWHERE)}
            for name, cells in report.headings.items()
        ],
        "values": {name: item.value for name, item in mapping.columns.items() if item.value},
        "columns": [_column(column) for column in report.columns if column.name not in _OWN],
        "meanings": {name: said(words) for name, words in importing.MEANINGS.items()},
        "datum": mapping.datum,
        "evidence": evidence,
        "counts": dict(report.counts),
        "figures": {said(titles[n].title)["zh"]: count for n, count in report.figures.items()},
        "preview": {
            "heads": [
                said(titles[str(name)].title_with_unit)
                if str(name) in titles
                else said(importing.MEANINGS.get(str(name), Text(str(name), str(name))))
                for name in preview.columns
            ],
            "rows": [
                [
                    said(words[str(cell)]) if str(cell) in words else str(cell)
                    for cell, words in zip(row, labels, strict=True)
                ]
                for row in preview.to_numpy()
            ],
        },
        "not_data": [
            {
                "sheet": str(item.sheet),
                "row": int(str(item.row)),
                "kind": said(kinds[str(item.kind)]),
                "words": str(item.words)[:80],
            }
            for item in report.not_data.head(_LINES).itertuples()
        ],
        "not_data_count": len(report.not_data),
        "duplicates": report.duplicates,
        "sheets": list(report.sheets),
        "map": report.map,
        "problems": [
            problem(item) for item in sorted(report.problems, key=importing.gravity)[:_MOST]
        ],
        "problem_count": len(report.problems),
        "written": [below(place, path) for path in report.written],
        "seconds": report.seconds,
    }


def _column(column: Column) -> dict[str, Any]:
    return {
        "name": column.name,
        "title": said(column.title),
        "unit": said(column.unit) if column.unit else None,
        "required": column.required,
    }
