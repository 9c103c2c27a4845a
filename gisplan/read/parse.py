"""A job to its parser. Imports no more than the kind of file needs."""

from __future__ import annotations

from importlib import import_module

from gisplan.read.part import Job, Part

_PARSERS = {
    "CSV": "delimited",
    "XLSX": "workbook",
    "XLS": "workbook",
    "GeoParquet": "parquet",
}


def parse(job: Job) -> list[Part]:
    """Read the tables of a file; see the ``parse`` of each parser."""
    parser = import_module(f"gisplan.read.{_PARSERS.get(job.kind, 'vector')}")
    parts: list[Part] = parser.parse(job)
    return parts
