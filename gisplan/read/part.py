"""What a parser hands over: a table in Arrow with what was found, and its way through a pipe."""

from __future__ import annotations

import io
import json
import struct
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

import pyarrow as pa

from gisplan.read.options import Finding, ReadOptions

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
    rows : sequence of int
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
    rows: Sequence[int]
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
            sink = pa.BufferOutputStream()
            with pa.ipc.new_stream(sink, table.schema) as writer:
                writer.write_table(table)
            _frame(stream, sink.getvalue())


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
        parts.append(Part(table=table, rows=rows.column(0).to_pylist(), findings=findings, **head))
    return parts


def _frame(stream: IO[bytes], data: Any) -> None:
    stream.write(_LENGTH.pack(len(data)))
    stream.write(data)


def _unframe(stream: io.BytesIO, view: memoryview) -> memoryview:
    (length,) = _LENGTH.unpack(stream.read(_LENGTH.size))
    start = stream.tell()
    stream.seek(start + length)
    return view[start : start + length]
