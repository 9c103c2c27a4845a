"""GeoParquet: the file's own table, its geometries as WKB, its CRS from its metadata."""

from __future__ import annotations

import json
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import shapely

from gisplan.errors import FileError
from gisplan.read.cells import simple
from gisplan.read.heading import refuse_twice
from gisplan.read.options import Finding, damaged, refusal, unreadable
from gisplan.read.part import Job, Part
from gisplan.read.vector import check_cells
from gisplan.text import Text

#: What GeoParquet means when it names no CRS.
_DEFAULT = "OGC:CRS84"


def parse(job: Job) -> list[Part]:
    """Read a GeoParquet file.

    Parameters
    ----------
    job : Job
        The file and the options.

    Returns
    -------
    list of Part
        One; without geometry if the file is plain Parquet.

    Raises
    ------
    FileError
        If the file is damaged, expands beyond the limit or holds geometries that can't be
        read.
    """
    try:
        with pq.ParquetFile(job.path) as file:
            _check_size(file.metadata, job)
            names = list(file.schema_arrow.names)
            refuse_twice(names, [str(at) for at in range(1, len(names) + 1)], job.file)
            meta = _geo(file.schema_arrow, job)
            table = file.read(use_threads=False)
            table.validate(full=True)
    except FileError:
        raise
    except (pa.ArrowException, OSError, ValueError) as error:
        raise damaged(job.file, error) from error
    at, crs = None, ""
    if meta is not None:
        table, at = _as_wkb(table, meta, job)
        crs = _crs(meta["columns"][meta["primary_column"]])
    table, told = simple(table, at)
    check_cells(table, job, job.path.stem)
    layer = Finding(kind="layer", message=Text("GeoParquet 表", "GeoParquet table"))
    return [
        Part(
            table=table.replace_schema_metadata(None),
            rows=range(1, len(table) + 1),
            name=job.path.stem,
            geometry=at,
            crs=crs,
            findings=(layer, *told),
        )
    ]


def _check_size(metadata: pq.FileMetaData, job: Job) -> None:
    limits = job.options.limits
    groups = (metadata.row_group(at) for at in range(metadata.num_row_groups))
    size = max(sum(group.total_byte_size for group in groups), metadata.num_rows)
    if size > limits.expanded_bytes:
        raise refusal(
            job.file,
            f"展开后至少有 {size:,} 字节，超过上限 {limits.expanded_bytes:,}",
            f"it expands to {size:,} bytes or more, above the limit of {limits.expanded_bytes:,}",
        )


def _geo(schema: pa.Schema, job: Job) -> dict[str, Any] | None:
    text = (schema.metadata or {}).get(b"geo")
    if text is None:
        return None
    try:
        meta = json.loads(text)
        name = meta["primary_column"]
        is_right = isinstance(meta["columns"][name], dict) and name in schema.names
    except (ValueError, KeyError, TypeError, RecursionError):
        is_right = False
    if not is_right:
        raise unreadable(job.file, "“geo”元数据有误", "its metadata “geo” is malformed")
    return dict(meta)


def _crs(column: dict[str, Any]) -> str:
    crs = column.get("crs", _DEFAULT)
    return "" if crs is None else crs if isinstance(crs, str) else json.dumps(crs)


def _as_wkb(table: pa.Table, meta: dict[str, Any], job: Job) -> tuple[pa.Table, int]:
    name = meta["primary_column"]
    at = table.column_names.index(name)
    column = table.column(at)
    encoding = meta["columns"][name].get("encoding")
    if encoding != "WKB" or not _is_binary(column.type):
        raise refusal(
            job.file,
            f"图形的编码是 {encoding}，只读 WKB；请用 WKB 编码重新导出",
            f"geometries are encoded as {encoding}; only WKB is read, export it as WKB",
        )
    values = column.to_pylist()
    try:
        shapes = shapely.from_wkb(np.array(values, dtype=object))
        wkb = shapely.to_wkb(shapes)
    except (shapely.errors.ShapelyError, ValueError, TypeError) as error:
        if "bad_alloc" in str(error):  # how GEOS says that there is no memory left
            raise MemoryError from error
        raise damaged(job.file, error) from error
    return table.set_column(at, name, pa.array(list(wkb), pa.binary())), at


def _is_binary(kind: pa.DataType) -> bool:
    return bool(pa.types.is_binary(kind) or pa.types.is_large_binary(kind))
