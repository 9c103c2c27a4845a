"""A job to its parser. Imports no more than the kind of file needs."""

from __future__ import annotations

from importlib import import_module

from gisplan.read.part import Job, Part

_PARSERS = {
    "CSV": "delimited",
    "XLSX": "workbook",
    "XLS": "workbook",
    "ODS": "workbook",
    "GeoParquet": "parquet",
}


def parse(job: Job) -> list[Part]:
    """Read the tables of a file; see the ``parse`` of each parser.

    Parameters
    ----------
    job : Job
        The file, its kind and the options.

    Returns
    -------
    list of Part
        A table for each sheet or layer.

    Raises
    ------
    FileError
        If the file can't be read.
    """
    parser = import_module(f"gisplan.read.{_PARSERS.get(job.kind, 'vector')}")
    parts: list[Part] = parser.parse(job)
    return parts
