"""Large layers of points as chunks: which rows are read together, and reading them.

The chunks follow from the data alone: files in the order of their names, row groups in the order
of the file, as many together as a chunk may have rows. So they are the same on every engine and
with any number of workers.
"""

from __future__ import annotations

import functools
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import geopandas as gpd
import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pyproj
import shapely

from gisplan.catalog.layer import LayerSpec, PartsOrigin
from gisplan.errors import DataError, FileError
from gisplan.text import Text

#: What GeoParquet means when it names no CRS.
_DEFAULT_CRS = "OGC:CRS84"
#: Faults told at once.
_TOLD = 20
Shapes = np.ndarray[tuple[int], np.dtype[np.object_]]
_INTEGERS = {
    kind: pd.Int64Dtype()
    for kind in (
        *(pa.int8(), pa.int16(), pa.int32(), pa.int64()),
        *(pa.uint8(), pa.uint16(), pa.uint32()),
    )
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Rows of one row group that belong to one chunk.

    Attributes
    ----------
    path : str
        The file, absolute.
    name : str
        Its path below the layer's folder, for messages.
    group : int
        Of the file, from 0.
    start : int
        First row of the group that belongs to it, from 0.
    stop : int
        Row after the last, from 0.
    before : int
        Rows of the file before the group.
    """

    path: str
    name: str
    group: int
    start: int
    stop: int
    before: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Chunk:
    """Rows that are read and worked on together.

    Attributes
    ----------
    number : int
        From 0, in the order of the data.
    pieces : tuple of Piece
        Where its rows stand, in order.
    fingerprint : str
        Of where the rows stand and of the state of their files.
    """

    number: int
    pieces: tuple[Piece, ...]
    fingerprint: str

    @property
    def rows(self) -> int:
        """How many there are.

        Returns
        -------
        int
            Rows of all pieces.
        """
        return sum(piece.stop - piece.start for piece in self.pieces)

    def place(self, row: int) -> tuple[str, int]:
        """Give file and row (from 1) of a row of the chunk (from 0).

        Parameters
        ----------
        row : int
            Row of the chunk, from 0.

        Returns
        -------
        tuple[str, int]
            Path below the layer's folder, and row of that file from 1.

        Raises
        ------
        IndexError
            If the chunk has no such row.
        """
        for piece in self.pieces:
            if row < piece.stop - piece.start:
                return piece.name, piece.before + piece.start + row + 1
            row -= piece.stop - piece.start
        raise IndexError(row)


@dataclass(frozen=True, slots=True)
class ChunkedSource:
    """The files of a large layer, looked over but not read.

    Attributes
    ----------
    chunks : tuple of Chunk
        All rows, in the order of the data.
    undeclared : tuple of str
        Columns of the files that the declaration does not have; not read.
    """

    chunks: tuple[Chunk, ...]
    undeclared: tuple[str, ...]

    @property
    def rows(self) -> int:
        """Count the rows of all chunks.

        Returns
        -------
        int
            Rows.
        """
        return sum(chunk.rows for chunk in self.chunks)


def survey(spec: LayerSpec, *, rows: int, digest: Any) -> ChunkedSource:
    """Look over the files of a large layer and divide them into chunks.

    Parameters
    ----------
    spec : LayerSpec
        Of a :class:`gisplan.catalog.layer.PartsOrigin`.
    rows : int
        Of a chunk, at most.
    digest : callable
        Makes one fingerprint of texts and bytes.

    Returns
    -------
    ChunkedSource
        The chunks, and columns that are not declared.

    Raises
    ------
    FileError
        If there is no file, or some are damaged; each is named.
    DataError
        If some lack declared columns or points, or are in several coordinate systems.
    """
    origin = _origin(spec)
    files = _files(origin.path)
    damaged: list[Text] = []
    unfit: list[Text] = []
    undeclared: dict[str, None] = {}
    groups: list[tuple[Piece, str]] = []
    for path in files:
        name = _name(path, origin.path)
        try:
            # the whole footer tells what is in the file, with the bounds of each column
            meta = pq.read_metadata(path)
        except (pa.ArrowException, OSError):
            damaged.append(
                Text(
                    f"{name}：已损坏、不完整或不是 Parquet 文件；请重新导出",
                    f"{name}: damaged, cut off or no Parquet file; export it again",
                )
            )
            continue
        schema = meta.schema.to_arrow_schema()
        unfit += _unfit(schema, spec, name)
        known = {*spec.column_names, *_partition(name), _geometry_name(schema)}
        undeclared |= dict.fromkeys(n for n in schema.names if n not in known and n != "bbox")
        state = path.stat()
        mark = digest(name, str(state.st_size), str(state.st_mtime_ns), str(meta.serialized_size))
        groups += [(piece, mark) for piece in _groups(path, name, meta)]
    _refuse(damaged, spec, FileError)
    _refuse(unfit, spec, DataError)
    chunks = [
        Chunk(
            number=number,
            pieces=tuple(piece for piece, _ in held),
            fingerprint=digest(
                *(f"{mark} {p.group} {p.start} {p.stop}" for p, mark in held),
            ),
        )
        for number, held in enumerate(_packed(groups, rows))
    ]
    if not chunks:
        raise DataError(
            Text(f"图层 {spec.name} 没有一行数据", f"layer {spec.name} does not hold a single row")
        )
    return ChunkedSource(tuple(chunks), tuple(undeclared))


def _origin(spec: LayerSpec) -> PartsOrigin:
    if not isinstance(spec.origin, PartsOrigin):
        raise TypeError(f"{spec.name} is not read in parts")
    return spec.origin


def _files(path: Path) -> list[Path]:
    if path.is_file():
        return [path]
    files = sorted(
        (
            file
            for file in path.rglob("*.parquet")
            if file.is_file()
            and not any(part.startswith((".", "_")) for part in file.relative_to(path).parts)
        ),
        key=lambda file: file.relative_to(path).as_posix(),
    )
    if not files:
        raise FileError(
            Text(
                f"文件夹 {path} 中没有 .parquet 文件",
                f"there is no .parquet file in the folder {path}",
            )
        )
    return files


def _name(path: Path, root: Path) -> str:
    return path.name if path == root else path.relative_to(root).as_posix()


def _partition(name: str) -> dict[str, str]:
    """Give the columns that the names of folders hold, as region=620102.

    Parameters
    ----------
    name : str
        Path below the layer's folder.

    Returns
    -------
    dict of str to str
        Value by column, as text.
    """
    parts = (part.split("=", 1) for part in name.split("/")[:-1] if "=" in part)
    return {key: unquote(value) for key, value in parts}


def _geo(schema: pa.Schema) -> dict[str, Any]:
    """Give the description of the points, empty if there is none.

    Parameters
    ----------
    schema : pa.Schema
        Schema of a GeoParquet file.

    Returns
    -------
    dict of str to Any
        The description of the primary column with its ``name``.
    """
    try:
        meta = json.loads((schema.metadata or {}).get(b"geo", b"{}"))
        column = meta["columns"][meta["primary_column"]]
        return {**column, "name": str(meta["primary_column"])}
    except (ValueError, KeyError, TypeError, RecursionError):
        return {}


def _geometry_name(schema: pa.Schema) -> str:
    name: str = _geo(schema).get("name", "")
    return name


def _unfit(schema: pa.Schema, spec: LayerSpec, name: str) -> list[Text]:
    origin, told = _origin(spec), _partition(name)
    faults: list[Text] = []
    for column in spec.column_names:
        there = column in schema.names or column in told
        if origin.counties and column == origin.column:
            if there:
                faults.append(
                    Text(
                        f"{name}：已有列 {column}，不能再由位置填入；请在 from.column 中另起名",
                        f"{name}: has a column {column} already, which positions can't fill too;"
                        " give from.column another name",
                    )
                )
        elif not there:
            faults.append(Text(f"{name}：缺少列 {column}", f"{name}: column {column} is missing"))
    geo = _geo(schema)
    if geo.get("encoding") != "WKB" or geo.get("name") not in schema.names:
        faults.append(
            Text(
                f"{name}：不是 WKB 编码的 GeoParquet",
                f"{name}: no GeoParquet with geometries as WKB",
            )
        )
    elif geo.get("crs", _DEFAULT_CRS) is None:
        faults.append(Text(f"{name}：没有写明坐标系", f"{name}: names no coordinate system"))
    return faults


def _refuse(faults: Sequence[Text], spec: LayerSpec, kind: type[FileError | DataError]) -> None:
    if not faults:
        return
    more = len(faults) - _TOLD
    told = [*faults[:_TOLD], *([Text(f"另有 {more} 处", f"and {more} more")] if more > 0 else [])]
    raise kind(
        Text(
            f"图层 {spec.name} 的文件有 {len(faults)} 处错误：",
            f"{len(faults)} fault(s) in the files of layer {spec.name}:",
        ),
        faults=told,
    )


def _groups(path: Path, name: str, meta: pq.FileMetaData) -> Iterator[Piece]:
    before = 0
    for group in range(meta.num_row_groups):
        rows = meta.row_group(group).num_rows
        if rows:
            yield Piece(path=str(path), name=name, group=group, start=0, stop=rows, before=before)
        before += rows


def _packed(groups: Iterable[tuple[Piece, str]], rows: int) -> Iterator[list[tuple[Piece, str]]]:
    """Put row groups together up to so many rows; cut one that alone has more.

    Parameters
    ----------
    groups : Iterable[tuple[Piece, str]]
        Row groups, and the mark of the state of each one's file.
    rows : int
        Rows of a chunk, at most.

    Yields
    ------
    list of tuple[Piece, str]
        Pieces of one chunk.
    """
    held: list[tuple[Piece, str]] = []
    count = 0
    for piece, mark in groups:
        size = piece.stop
        if held and count + size > rows:
            yield held
            held, count = [], 0
        for start in range(0, size, rows):
            stop = min(start + rows, size)
            cut = Piece(
                path=piece.path,
                name=piece.name,
                group=piece.group,
                start=start,
                stop=stop,
                before=piece.before,
            )
            held.append((cut, mark))
            count += stop - start
            if count >= rows:
                yield held
                held, count = [], 0
    if held:
        yield held


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
    origin = _origin(spec)
    try:
        with pq.ParquetFile(piece.path) as file:
            geo = _geo(file.schema_arrow)
            names = [n for n in spec.column_names if n in file.schema_arrow.names]
            table = _rows(file, piece, [*names, geo["name"]])
        table.validate(full=True)
        wkb = table.column(geo["name"]).to_numpy()
        shapes = _in_wgs84(shapely.from_wkb(wkb), json.dumps(geo.get("crs", _DEFAULT_CRS)))
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
    for name, value in _partition(piece.name).items():
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
