"""Reading files as they are: every cell a text, every row with the line it stands on.

``tables`` gives all that a file holds, with what was detected on the way; ``inspect`` the same
without the rows; ``read`` one table. Which formats, how guesses are made and what is refused:
docs/files.md.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import geopandas as gpd
import pandas as pd

from gisplan.read import guard, parse, plain
from gisplan.read.kinds import ENDINGS, recognised
from gisplan.read.options import Finding, Limits, ReadOptions, refusal
from gisplan.read.part import Job, Part
from gisplan.read.result import Found, FoundTable, RawTable, raw_table

__all__ = [
    "ENDINGS",
    "Finding",
    "Found",
    "FoundTable",
    "Limits",
    "RawTable",
    "ReadOptions",
    "inspect",
    "read",
    "tables",
]

#: A CSV up to this size is read here: no foreign code parses it, and its size bounds what it
#: takes. So is small, plain GeoJSON. All else goes to a process of its own.
_SMALL = 16 << 20


def tables(path: Path, *, options: ReadOptions | None = None) -> list[RawTable]:
    """Read every table of a file, unchanged.

    Parameters
    ----------
    path : pathlib.Path
        CSV or TSV; XLSX, XLS; GeoJSON, GeoPackage, shapefile (zipped too), KML, FlatGeobuf,
        GeoParquet. The ending decides which.
    options : ReadOptions, optional
        What is known better than a guess would have it.

    Returns
    -------
    list of RawTable
        One a sheet or layer that holds anything.

    Raises
    ------
    FileError
        If the file is missing, damaged, too big, of an unknown kind, or not what its name
        says; if a name leads elsewhere than to a local file; if two columns share a name.
    """
    options = options or ReadOptions()
    kind = recognised(path, options.limits)
    job = Job(path=path.absolute(), kind=kind.name, options=options)
    parts = _here(job)
    if parts is None:
        parts = guard.parse(job)
    return [raw_table(part, path.name, options) for part in parts]


def _here(job: Job) -> list[Part] | None:
    """Read what needs no process of its own; None if it does.

    Parameters
    ----------
    job : Job
        The file, its kind and the options.

    Returns
    -------
    list of Part or None
        Its tables; None if it is another kind, or too large for a process that is not limited.
    """
    size = job.path.stat().st_size
    if job.kind == "CSV" and size <= _SMALL:
        return parse.parse(job)
    if job.kind == "GeoJSON" and size <= plain.SMALL:
        return plain.parse(job)
    return None


def inspect(path: Path, *, options: ReadOptions | None = None) -> Found:
    """Say what a file holds and what was guessed, without its rows.

    Parameters
    ----------
    path : pathlib.Path
        Any file that :func:`tables` reads.
    options : ReadOptions, optional
        What is known of the file; everything is detected if left out.

    Returns
    -------
    Found
        Sheets or layers with their column names, numbers of rows and what was detected.

    Raises
    ------
    FileError
        As :func:`tables`.
    """
    options = options or ReadOptions()
    return Found(
        file=path.name,
        kind=recognised(path, options.limits).name,
        tables=tuple(
            FoundTable(
                sheet=raw.sheet,
                heading_row=raw.heading_row,
                columns=tuple(str(name) for name in raw.table.columns),
                rows=len(raw.table),
                findings=raw.findings,
            )
            for raw in tables(path, options=options)
        ),
    )


def read(
    path: Path, *, layer: str | None = None, options: ReadOptions | None = None
) -> pd.DataFrame:
    """Read the one table of a file, unchanged.

    Parameters
    ----------
    path : pathlib.Path
        Any file that :func:`tables` reads.
    layer : str, optional
        Sheet or layer; needed if there are several. One layer with geometry beside tables
        without is found by itself.
    options : ReadOptions, optional
        What is known of the file; everything is detected if left out.

    Returns
    -------
    pandas.DataFrame or geopandas.GeoDataFrame
        Cells of a CSV or sheet as text, empty ones as ``""``; fields of a vector layer as
        typed there, in EPSG:4326. The index is the row as an editor or Excel counts it (the
        heading of a plain CSV is line 1); features count from 1.

    Raises
    ------
    FileError
        As :func:`tables`; and if several tables could be meant, a row has more cells than
        there are column names, or geometries name no coordinate system.
    """
    options = options or ReadOptions()
    if layer is not None:
        options = replace(options, layer=layer)
    raw = _only(tables(path, options=options), path.name)
    for finding in raw.found("more_cells"):
        raise refusal(raw.file, finding.message.zh, finding.message.en)
    if isinstance(raw.table, gpd.GeoDataFrame) and raw.table.crs is None:
        raise refusal(
            raw.file,
            "没有写明坐标系，请在文件中补上",
            "names no coordinate system; add it to the file",
        )
    return raw.table


def _only(found: list[RawTable], file: str) -> RawTable:
    placed = [raw for raw in found if isinstance(raw.table, gpd.GeoDataFrame)]
    likely = placed or found
    if len(likely) == 1:
        return likely[0]
    names = [raw.sheet for raw in likely]
    raise refusal(
        file,
        f"有 {len(names)} 个图层或工作表（{'、'.join(names)}），请写明用哪一个",
        f"holds {len(names)} layers or sheets ({', '.join(names)}); name one",
    )
