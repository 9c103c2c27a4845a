"""What a parser hands over: a table in Arrow with what was found, and its way through a pipe."""

from __future__ import annotations

import io
import json
import struct
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import pyarrow as pa

from gisplan.read.options import Finding, ReadOptions

if TYPE_CHECKING:  # a parser needs no more than Arrow
    from gisplan.arrays import Ints

_LENGTH = struct.Struct("<Q")


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One file to parse.

    Attributes
    ----------
    path : pathlib.Path
        Absolute.
    kind : str
        Name of the kind, see ``kinds``.
    options : ReadOptions
        What is known of the file, and limits.
    """

    path: Path
    kind: str
    options: ReadOptions

    @property
    def file(self) -> str:
        """Name of the file, for people.

        Returns
        -------
        str
            Without its folder.
        """
        return self.path.name


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One table of a file.

    Attributes
    ----------
    table : pyarrow.Table
        Cells of a sheet or CSV as text; fields of a vector layer as typed there.
    rows : sequence of int, or array of int
        Number of each row in the file.
    name : str
        Sheet or layer; empty for a CSV.
    heading_row : int
        Row of the column names, 0 where there is none.
    geometry : int, optional
        Which column holds geometries, as WKB.
    crs : str
        What the geometries are in, as EPSG code or WKT; empty if the file doesn't say.
    findings : tuple of Finding
        What was detected or met on the way.
    """

    table: pa.Table
    rows: Sequence[int] | Ints
    name: str = ""
    heading_row: int = 0
    geometry: int | None = None
    crs: str = ""
    findings: tuple[Finding, ...] = field(default=())


def write(parts: Sequence[Part], stream: IO[bytes]) -> None:
    """Write parts to a pipe: for each, its words as JSON and its table as an Arrow stream.

    Parameters
    ----------
    parts : sequence of Part
        Tables of a file.
    stream : IO[bytes]
        The pipe, binary.
    """
    for part in parts:
        head = {
            "name": part.name,
            "heading_row": part.heading_row,
            "geometry": part.geometry,
            "crs": part.crs,
            "findings": [finding.plain() for finding in part.findings],
        }
        _frame(stream, json.dumps(head).encode())
        rows = pa.table({"row": pa.array(part.rows, pa.int64())})
        for table in (rows, part.table):
            # how long it is goes before it, and a table is not held once more to tell
            length = pa.MockOutputStream()
            _write_table(table, length)
            stream.write(_LENGTH.pack(length.size()))
            with pa.PythonFile(_Unclosed(stream), mode="w") as out:
                _write_table(table, out)


def take(data: bytes) -> list[Part]:
    """Take parts back from what :func:`write` wrote.

    Parameters
    ----------
    data : bytes
        Everything that was written.

    Returns
    -------
    list of Part
        The same parts.
    """
    stream = io.BytesIO(data)
    view = memoryview(data)
    parts = []
    while stream.tell() < len(data):
        head: dict[str, Any] = json.loads(bytes(_unframe(stream, view)))
        rows, table = (
            pa.ipc.open_stream(pa.py_buffer(_unframe(stream, view))).read_all() for _ in range(2)
        )
        findings = tuple(Finding.from_plain(item) for item in head.pop("findings"))
        parts.append(Part(table=table, rows=_numbers(rows), findings=findings, **head))
    return parts


class _Unclosed:
    """A pipe into which more is written when Arrow is done with it.

    Parameters
    ----------
    stream : IO[bytes]
        The pipe, binary.
    """

    closed = False

    def __init__(self, stream: IO[bytes]) -> None:
        self.write = stream.write
        self.flush = stream.flush

    def close(self) -> None:
        """Leave the pipe open."""


def _write_table(table: pa.Table, sink: Any) -> None:
    with pa.ipc.new_stream(sink, table.schema) as writer:
        writer.write_table(table)


def _numbers(rows: pa.Table) -> Ints:
    numbers: Ints = rows.column(0).to_numpy()
    return numbers


def _frame(stream: IO[bytes], data: Any) -> None:
    stream.write(_LENGTH.pack(len(data)))
    stream.write(data)


def _unframe(stream: io.BytesIO, view: memoryview) -> memoryview:
    (length,) = _LENGTH.unpack(stream.read(_LENGTH.size))
    start = stream.tell()
    stream.seek(start + length)
    return view[start : start + length]
