"""Large layers of points as chunks: which rows are read together.

The chunks follow from the data alone: files in the order of their names, row groups in the order
of the file, as many together as a chunk may have rows. So they are the same on every engine and
with any number of workers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from gisplan.catalog.layer import LayerSpec
from gisplan.errors import DataError, FileError, first_faults
from gisplan.read.chunk_files import (
    DEFAULT_CRS,
    parts_origin,
    points_column,
    points_told,
    told_by_folders,
)
from gisplan.text import Text

#: Faults told at once.
_TOLD = 20


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
    origin = parts_origin(spec)
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
        known = {*spec.column_names, *told_by_folders(name), points_column(schema)}
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


def _unfit(schema: pa.Schema, spec: LayerSpec, name: str) -> list[Text]:
    origin, told = parts_origin(spec), told_by_folders(name)
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
    geo = points_told(schema)
    if geo.get("encoding") != "WKB" or geo.get("name") not in schema.names:
        faults.append(
            Text(
                f"{name}：不是 WKB 编码的 GeoParquet",
                f"{name}: no GeoParquet with geometries as WKB",
            )
        )
    elif geo.get("crs", DEFAULT_CRS) is None:
        faults.append(Text(f"{name}：没有写明坐标系", f"{name}: names no coordinate system"))
    return faults


def _refuse(faults: Sequence[Text], spec: LayerSpec, kind: type[FileError | DataError]) -> None:
    if not faults:
        return
    raise kind(
        Text(
            f"图层 {spec.name} 的文件有 {len(faults)} 处错误：",
            f"{len(faults)} fault(s) in the files of layer {spec.name}:",
        ),
        faults=first_faults(faults, _TOLD),
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
