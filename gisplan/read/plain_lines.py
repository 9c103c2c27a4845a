"""The lines of a long CSV without quotes, all at once: each line is a row, whatever it holds."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as arrow_csv

from gisplan.read.options import Limits

#: Encodings of which Arrow finds the same lines and separators as Python.
_ENCODINGS = frozenset({"utf-8", "utf-8-sig", "gb18030"})
_BLOCK = 4 << 20


class LookOver:
    """Whether a text that comes in pieces has nothing in it by which a line is no row.

    A quote may hold a line's end, and a lone carriage return is taken for one by some readers.
    """

    def __init__(self) -> None:
        self.is_plain = True
        self._held = ""

    def add(self, piece: str) -> None:
        """Look at the next piece.

        Parameters
        ----------
        piece : str
            The text that follows.
        """
        if not self.is_plain:
            return
        text = self._held + piece
        self._held = "\r" if text.endswith("\r") else ""
        text = text.removesuffix("\r")
        self.is_plain = '"' not in text and text.count("\r") == text.count("\r\n")


def lines_after(
    path: Path, line: int, *, encoding: str, separator: str, width: int, limits: Limits
) -> tuple[Sequence[int], list[pa.ChunkedArray]] | None:
    """Read the lines after one into columns, if all are of one width.

    Parameters
    ----------
    path : pathlib.Path
        A text that :class:`LookOver` found plain.
    line : int
        The last line that has been read, from 1.
    encoding : str
        As Python names it.
    separator : str
        The one character between cells.
    width : int
        Number of cells in each line.
    limits : Limits
        How long a cell may be.

    Returns
    -------
    tuple[Sequence[int], list[pa.ChunkedArray]] or None
        Numbers of the lines that are not blank, and a column of texts for each cell. None where
        they must be read row by row: a line is blank, of another width, or has a long cell.
    """
    if encoding not in _ENCODINGS or not separator.isascii():
        return None
    names = [str(number) for number in range(width)]
    try:
        table = arrow_csv.read_csv(
            path,
            read_options=arrow_csv.ReadOptions(
                use_threads=False,
                block_size=_BLOCK,
                skip_rows=line,
                column_names=names,
                encoding="utf8" if encoding.startswith("utf-8") else encoding,
            ),
            parse_options=arrow_csv.ParseOptions(
                delimiter=separator, quote_char=False, ignore_empty_lines=False
            ),
            convert_options=arrow_csv.ConvertOptions(
                column_types=dict.fromkeys(names, pa.large_string()), strings_can_be_null=False
            ),
        )
    except pa.ArrowInvalid:
        return None
    most = min(limits.cell_chars, csv.field_size_limit())
    for column in table.columns:
        # a character takes a byte at least
        if (pc.max(pc.binary_length(column)).as_py() or 0) > most:
            return None
    blank = pc.equal(pc.utf8_trim_whitespace(table.column(0)), "")
    if pc.any(blank, min_count=0).as_py():
        for column in table.columns[1:]:
            blank = pc.and_(blank, pc.equal(pc.utf8_trim_whitespace(column), ""))
    lines: Sequence[int] = range(line + 1, line + 1 + table.num_rows)
    if pc.any(blank, min_count=0).as_py():
        filled = pc.invert(blank)
        table = table.filter(filled)
        lines = pa.array(lines, pa.int64()).filter(filled.combine_chunks()).to_pylist()
    return lines, table.columns
