"""Reading the rows of one chunk of a large layer."""

from __future__ import annotations

import functools
import json
from collections.abc import Sequence

import geopandas as gpd
import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pyproj
import shapely

from gisplan.catalog.layer import LayerSpec
from gisplan.errors import DataError, FileError
from gisplan.read.chunk_files import (
    DEFAULT_CRS,
    parts_origin,
    points_told,
    told_by_folders,
)
from gisplan.read.chunks import Chunk, Piece
from gisplan.text import Text

Shapes = np.ndarray[tuple[int], np.dtype[np.object_]]
_INTEGERS = {
    kind: pd.Int64Dtype()
    for kind in (
        *(pa.int8(), pa.int16(), pa.int32(), pa.int64()),
        *(pa.uint8(), pa.uint16(), pa.uint32()),
    )
}


def read_chunk(chunk: Chunk, spec: LayerSpec) -> gpd.GeoDataFrame:
    """Read the rows of a chunk as they are.

    Parameters
    ----------
    chunk : Chunk
        Which rows.
    spec : LayerSpec
        Only its columns are read.

    Returns
    -------
    geopandas.GeoDataFrame
        Declared columns and points, in EPSG:4326; rows from 0 in the order of the data. The
        column that positions fill is not among them.

    Raises
    ------
    FileError
        If a row group is damaged; file and row group are named.
    """
    parts = [_read_piece(piece, spec) for piece in chunk.pieces]
    # put together before pandas sees them: a chunk may be of thousands of small files
    try:
        table = pa.concat_tables([table for table, _ in parts], promote_options="permissive")
    except pa.ArrowException as error:
        raise _of_other_types(chunk, [table.schema for table, _ in parts]) from error
    frame = table.to_pandas(types_mapper=_INTEGERS.get)
    points = np.concatenate([shapes for _, shapes in parts])
    return gpd.GeoDataFrame(frame, geometry=points, crs=4326)


def _of_other_types(chunk: Chunk, schemas: Sequence[pa.Schema]) -> DataError:
    """Name the first column whose type in one file can't be brought together with another's.

    Parameters
    ----------
    chunk : Chunk
        The rows that were read.
    schemas : sequence of pa.Schema
        Schema of each of its pieces.

    Returns
    -------
    DataError
        The error, naming column, types and files.
    """
    first, told = schemas[0], chunk.pieces[0].name
    for piece, schema in zip(chunk.pieces, schemas, strict=True):
        for name in schema.names:
            one, other = first.field(name).type, schema.field(name).type
            if one != other:
                return DataError(
                    Text(
                        f"列 {name} 在 {told} 中是 {one}，在 {piece.name} 中是 {other}；"
                        "请在所有文件中用同一类型",
                        f"column {name} is {one} in {told} and {other} in {piece.name}; give it the"
                        " same type in all files",
                    )
                )
    return DataError(
        Text(f"{told} 等文件的列类型不一致", f"the types of columns differ from {told} on")
    )


def _read_piece(piece: Piece, spec: LayerSpec) -> tuple[pa.Table, Shapes]:
    """Read rows of one row group: the declared columns, and the points in EPSG:4326.

    Parameters
    ----------
    piece : Piece
        Which rows.
    spec : LayerSpec
        Declaration of the layer.

    Returns
    -------
    tuple[pa.Table, Shapes]
        Columns, and points, one a row.

    Raises
    ------
    FileError
        If the row group is damaged.
    """
    origin = parts_origin(spec)
    try:
        with pq.ParquetFile(piece.path) as file:
            geo = points_told(file.schema_arrow)
            names = [n for n in spec.column_names if n in file.schema_arrow.names]
            table = _rows(file, piece, [*names, geo["name"]])
        table.validate(full=True)
        wkb = table.column(geo["name"]).to_numpy()
        shapes = _in_wgs84(shapely.from_wkb(wkb), json.dumps(geo.get("crs", DEFAULT_CRS)))
    except (
        *(pa.ArrowException, OSError, EOFError, KeyError, ValueError, TypeError),
        shapely.errors.ShapelyError,
    ) as error:
        raise FileError(
            Text(
                f"{piece.name} 的第 {piece.group + 1} 个行组已损坏或被改动；"
                "请换上完好的文件再运行，已算完的部分会接着用",
                f"{piece.name}, row group {piece.group + 1}: damaged or changed; put a good file "
                "in its place and run again, what is done will be used",
            )
        ) from error
    table = _plain(table.select(names))
    for name, value in told_by_folders(piece.name).items():
        filled = origin.counties is not None and name == origin.column
        if name in spec.column_names and name not in names and not filled:
            table = table.append_column(name, pa.array([value] * len(table), pa.string()))
    return table, shapes


def _in_wgs84(shapes: Shapes, crs: str) -> Shapes:
    if _is_wgs84(crs):
        return shapes
    series = gpd.GeoSeries(shapes, crs=pyproj.CRS.from_user_input(json.loads(crs)))
    moved: Shapes = series.to_crs(4326).to_numpy()
    return moved


@functools.lru_cache(maxsize=64)
def _is_wgs84(crs: str) -> bool:
    found = pyproj.CRS.from_user_input(json.loads(crs))
    return found.equals(pyproj.CRS.from_epsg(4326), ignore_axis_order=True)


def _rows(file: pq.ParquetFile, piece: Piece, columns: list[str]) -> pa.Table:
    whole = file.metadata.row_group(piece.group).num_rows
    if piece.start == 0 and piece.stop == whole:
        return file.read_row_group(piece.group, columns=columns, use_threads=False)
    # a row group of more rows than a chunk: what comes before is decoded and let go
    size = piece.stop - piece.start
    held: list[pa.RecordBatch] = []
    at = 0
    for batch in file.iter_batches(
        batch_size=min(size, 65_536), row_groups=[piece.group], columns=columns, use_threads=False
    ):
        first, last = max(piece.start - at, 0), min(piece.stop - at, batch.num_rows)
        if first < last:
            held.append(batch.slice(first, last - first))
        at += batch.num_rows
        if at >= piece.stop:
            break
    table = pa.Table.from_batches(held)
    if table.num_rows != size:
        raise ValueError(f"{table.num_rows} rows in place of {size}")
    return table


def _plain(table: pa.Table) -> pa.Table:
    """Give words of a dictionary as words, and nothing of pandas' own description.

    Parameters
    ----------
    table : pa.Table
        Table as Arrow reads it.

    Returns
    -------
    pa.Table
        The same cells.
    """
    for at, field in enumerate(table.schema):
        if pa.types.is_dictionary(field.type):
            column = table.column(at).cast(field.type.value_type)
            table = table.set_column(at, field.name, column)
    return table.replace_schema_metadata(None)
