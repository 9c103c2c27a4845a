"""One chunk's work, which any process of any machine can do: read, check, place, condense."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, cast

import geopandas as gpd
import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import shapely

from gisplan.analysis import methods
from gisplan.catalog.layer import DataProblem, Layer, LayerSpec, PartsOrigin
from gisplan.errors import FileError, GisplanError
from gisplan.files import replace_file
from gisplan.formats.datums import Datum
from gisplan.formats.parts import part_bytes
from gisplan.pipeline.fingerprint import digest
from gisplan.places.locate import Locator
from gisplan.read import validate
from gisplan.read.chunks import Chunk
from gisplan.read.read_chunk import read_chunk
from gisplan.text import Text

#: Problems of a chunk that are told one by one; the rest are counted.
PROBLEMS = 1_000
#: The results of every chunk, whatever is asked for.
KEYS, SET_ASIDE, FOUND = "keys", "set_aside", "problems"
_OUTSIDE = Text("该点不在任何县界内", "the point lies in no county")


@dataclass(frozen=True, slots=True, kw_only=True)
class Condensing:
    """An analysis' step on one chunk.

    Attributes
    ----------
    method : str
        Of :data:`gisplan.analysis.methods.ANALYSES`, one that can be done in parts.
    tables : mapping of str to str
        Its other inputs: the file of each.
    parameters : mapping of str to any
        Its declared parameters.
    """

    method: str
    tables: Mapping[str, str] = field(default_factory=dict)
    parameters: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class PartFile:
    """Writing each chunk as a GeoParquet file of its own.

    Attributes
    ----------
    folder : str
        Absolute; shared by all workers.
    datum : {"wgs84", "gcj02"}
        What the coordinates are to be in.
    mark : str
        Fingerprint of all that is done with each chunk; in the name of the file, so that what was
        made from anything else is never taken for it.
    """

    folder: str
    datum: Datum = "wgs84"
    mark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChunkTask:
    """What is to be done with one chunk.

    Attributes
    ----------
    chunk : Chunk
        Which rows.
    spec : LayerSpec
        Declaration of the layer.
    counties : str
        File of the counties that points are placed in; empty if they are not.
    steps : mapping of str to Condensing or PartFile
        By the name of the result.
    """

    chunk: Chunk
    spec: LayerSpec
    counties: str
    steps: Mapping[str, Condensing | PartFile]


@dataclass(frozen=True, slots=True)
class Fault:
    """What kept a chunk from being worked on; if its rows can't be read, the others go on."""

    error: GisplanError
    unread: bool


def part_name(chunk: Chunk, step: PartFile) -> str:
    """Give the name of a chunk's file: its number, and of what and how it was made.

    Parameters
    ----------
    chunk : Chunk
        Which rows.
    step : PartFile
        How they are written.

    Returns
    -------
    str
        Such as ``part-00012-….parquet``.
    """
    return f"part-{chunk.number:05d}-{digest(chunk.fingerprint, step.mark)[:16]}.parquet"


def work(task: ChunkTask) -> dict[str, pa.Table] | Fault:
    """Do one chunk's work.

    Parameters
    ----------
    task : ChunkTask
        What is to be done, and with which rows.

    Returns
    -------
    dict of str to pyarrow.Table, or Fault
        A small table for each step, and the keys of the rows used (as 64-bit hashes), the rows
        set aside, and the problems found.
    """
    try:
        read = read_chunk(task.chunk, task.spec)
    except FileError as error:
        return Fault(error, unread=True)
    except GisplanError as error:
        return Fault(error, unread=False)
    try:
        return _work(read, task)
    except GisplanError as error:
        return Fault(error, unread=False)


def _work(read: gpd.GeoDataFrame, task: ChunkTask) -> dict[str, pa.Table]:
    raw = placed(read, task)
    conformed = validate.conform(raw, task.spec, file="", whole=False)
    table = conformed.table
    results = {
        KEYS: pa.table({"key": key_hashes(table, task.spec)}),
        SET_ASIDE: _set_aside(conformed.set_aside, task.chunk),
        FOUND: _problems(conformed.problems, task),
    }
    for name, step in task.steps.items():
        if isinstance(step, PartFile):
            results[name] = _write_part(table, step, task)
        else:
            results[name] = pa.Table.from_pandas(
                _condensed(table, step, name), preserve_index=False
            ).replace_schema_metadata(None)
    return results


def placed(raw: gpd.GeoDataFrame, task: ChunkTask) -> gpd.GeoDataFrame:
    """Put the code of each point's county into the column that the declaration names.

    Parameters
    ----------
    raw : geopandas.GeoDataFrame
        Rows as read.
    task : ChunkTask
        Tells whether points are placed, in what, and into which column.

    Returns
    -------
    geopandas.GeoDataFrame
        The rows; the column is empty where a point lies in no county.
    """
    origin = task.spec.origin
    if not (task.counties and isinstance(origin, PartsOrigin)):
        return raw
    points = raw.geometry.to_numpy()
    is_point = shapely.get_type_id(points) == shapely.GeometryType.POINT
    lon = np.where(is_point, shapely.get_x(points), np.nan)
    lat = np.where(is_point, shapely.get_y(points), np.nan)
    found = _locator(task.counties).locate(lon, lat)["county"]
    return raw.assign(**{origin.column: found.astype("str")})


def key_hashes(table: pd.DataFrame, spec: LayerSpec) -> np.ndarray:
    """Give a hash of each row's key; the same key has the same in every process.

    Parameters
    ----------
    table : pandas.DataFrame
        Rows of a layer.
    spec : LayerSpec
        Declaration, which names the key.

    Returns
    -------
    numpy.ndarray
        Unsigned 64-bit integers, shape (rows,).
    """
    keys = pd.DataFrame(table[list(spec.key)])
    hashes: np.ndarray = pd.util.hash_pandas_object(keys, index=False).to_numpy()
    return hashes


def _condensed(table: gpd.GeoDataFrame, step: Condensing, name: str) -> pd.DataFrame:
    way = methods.in_parts(step.method)
    if table.empty:
        # nothing of this chunk can be used; a table without rows has no point to search from
        return pd.DataFrame()
    try:
        given: dict[str, Any] = {key: _table(path) for key, path in step.tables.items()}
        given |= step.parameters
        if way.prepare is not None:
            given["prepared"] = _prepared(step)
        return way.condense(table, **way.takes(way.condense, given))
    except GisplanError as error:
        words = error.message
        told = Text(f"{name}（{step.method}）：{words.zh}", f"{name} ({step.method}): {words.en}")
        raise type(error)(told, faults=error.faults) from error


class _SameStep:
    """A step as a key: equal where method, files of the inputs and parameters are.

    Parameters
    ----------
    step : Condensing
        The step.
    """

    def __init__(self, step: Condensing) -> None:
        self.step = step

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _SameStep) and repr(self.step) == repr(other.step)

    def __hash__(self) -> int:
        return hash(repr(self.step))


def _prepared(step: Condensing) -> Any:
    return _prepared_once(_SameStep(step))


@functools.lru_cache(maxsize=4)
def _prepared_once(key: _SameStep) -> Any:
    """Prepare what a step needs for every chunk, once in each process.

    Parameters
    ----------
    key : _SameStep
        The step, of an analysis that prepares something.

    Returns
    -------
    Any
        What the analysis prepares.
    """
    step = key.step
    prepare = methods.in_parts(step.method).prepare
    if prepare is None:  # pragma: no cover (asked for of such alone)
        raise AssertionError
    given = {**{name: _table(path) for name, path in step.tables.items()}, **step.parameters}
    return prepare(**methods.in_parts(step.method).takes(prepare, given))


@functools.lru_cache(maxsize=16)
def _table(path: str) -> pd.DataFrame:
    """Read an input once in each process; its name is the fingerprint of its content.

    Parameters
    ----------
    path : str
        A Parquet file.

    Returns
    -------
    pandas.DataFrame
        The table; with geometry a GeoDataFrame.
    """
    table: pd.DataFrame
    if b"geo" in (pq.read_schema(path).metadata or {}):
        table = gpd.read_parquet(path)
    else:
        table = pd.read_parquet(path)
    return table


@functools.lru_cache(maxsize=2)
def _locator(path: str) -> Locator:
    counties = gpd.read_parquet(path)
    return Locator.from_counties(counties)


def _set_aside(rows: gpd.GeoDataFrame, chunk: Chunk) -> pa.Table:
    places = [chunk.place(int(row)) for row in rows.index]
    columns: dict[str, Any] = {
        "file": pa.array([file for file, _ in places], pa.string()),
        "row": pa.array([row for _, row in places], pa.int64()),
    }
    for name in rows.columns:
        if name == rows.geometry.name:
            texts = list(rows.geometry.to_wkt()) if len(rows) else []
            columns["geometry"] = pa.array(texts, pa.string())
        else:
            values = rows[name].astype(object).where(rows[name].notna(), None)
            texts = [None if value is None else str(value) for value in values]
            columns[str(name)] = pa.array(texts, pa.string())
    return pa.table(columns)


def _problems(problems: tuple[DataProblem, ...], task: ChunkTask) -> pa.Table:
    """Give the first problems by file and row; how many there are stands in the metadata.

    Parameters
    ----------
    problems : tuple of DataProblem
        Problems of a chunk, whose rows count within it.
    task : ChunkTask
        Tells the file and row of each.

    Returns
    -------
    pa.Table
        One row a problem.
    """
    told = []
    origin = cast("PartsOrigin", task.spec.origin)
    for problem in problems[:PROBLEMS]:
        file, row = ("", None) if problem.row is None else task.chunk.place(problem.row)
        away = task.counties and problem.column == origin.column and not problem.value
        words = _OUTSIDE if away else problem.message
        told.append(replace(problem, file=file or task.spec.name, row=row, message=words))
    columns = {
        "file": pa.array([p.file for p in told], pa.string()),
        "row": pa.array([p.row for p in told], pa.int64()),
        "column": pa.array([p.column for p in told], pa.string()),
        "value": pa.array([p.value for p in told], pa.string()),
        "message_zh": pa.array([p.message.zh for p in told], pa.string()),
        "message_en": pa.array([p.message.en for p in told], pa.string()),
        "action_zh": pa.array([p.action.zh for p in told], pa.string()),
        "action_en": pa.array([p.action.en for p in told], pa.string()),
        "set_aside": pa.array([p.set_aside for p in told], pa.bool_()),
    }
    return pa.table(columns).replace_schema_metadata({"count": str(len(problems))})


def _write_part(table: gpd.GeoDataFrame, step: PartFile, task: ChunkTask) -> pa.Table:
    content, bounds = part_bytes(Layer(task.spec, table), datum=step.datum)
    replace_file(Path(step.folder) / part_name(task.chunk, step), content)
    sides = dict(zip(("west", "south", "east", "north"), bounds, strict=True))
    return pa.table({"rows": [len(table)], **{name: [side] for name, side in sides.items()}})
