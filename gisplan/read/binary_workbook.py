"""What is read of an XLS beside its cells: what is hidden, and formulas that have no value.

The records of the sheets are passed over once; what they are is described in [MS-XLS].
"""

from __future__ import annotations

import io
import struct
from collections.abc import Iterator

import olefile

from gisplan.read.hidden import Hidden, never_worked_out
from gisplan.read.options import Finding

_BOUND, _BOF, _EOF = 0x0085, 0x0809, 0x000A
_ROW, _COLUMNS, _FILTERED, _FORMULA, _CALCULATED = 0x0208, 0x007D, 0x009B, 0x0006, 0x01C1
_LOCKED = 0x002F
_ROW_HIDDEN, _COLUMN_HIDDEN = 0x20, 0x01
#: An empty text for a result, which is what a program writes that works nothing out.
_NO_TEXT = (0x03, 0xFFFF)


class SeenBinary:
    """What an XLS says beside its cells.

    Parameters
    ----------
    data : bytes
        The file.

    Attributes
    ----------
    is_locked : bool
        Whether it has a password.
    """

    def __init__(self, data: bytes) -> None:
        self._sheets: list[Hidden] = []
        self._formulas = 0
        self.is_locked = False
        try:
            self._look(_stream(data))
        except (OSError, struct.error, LookupError, ValueError, TypeError, AttributeError):
            return  # damaged: what is to be said of that, the reader of cells says

    def of_sheet(self, number: int, title: str) -> Hidden:  # noqa: ARG002 (as of other workbooks)
        """Give what a sheet hides.

        Parameters
        ----------
        number : int
            Place of the sheet in the workbook, from 0.
        title : str
            Its name.

        Returns
        -------
        Hidden
            Its rows and columns.
        """
        return self._sheets[number] if number < len(self._sheets) else Hidden()

    def of_the_workbook(self) -> Iterator[Finding]:
        """Say what was counted, in the workbook as a whole."""
        yield from never_worked_out(self._formulas)

    def _look(self, stream: bytes) -> None:
        starts, calculated = [], False
        for kind, at, size in _records(stream, 0):
            if kind == _BOUND and size >= 4:
                starts.append(struct.unpack_from("<I", stream, at)[0])
            calculated |= kind == _CALCULATED
            self.is_locked |= kind == _LOCKED
        if self.is_locked:
            return
        empty = 0
        for start in starts:
            sheet = Hidden()
            self._sheets.append(sheet)
            for kind, at, size in _records(stream, start):
                if kind == _ROW and size >= 16:
                    row, flags = struct.unpack_from("<H10xB", stream, at)
                    if flags & _ROW_HIDDEN:
                        sheet.rows.append(range(row + 1, row + 2))
                elif kind == _COLUMNS and size >= 9:
                    first, last, flags = struct.unpack_from("<HH4xB", stream, at)
                    if flags & _COLUMN_HIDDEN:
                        sheet.columns.append(range(first, last + 1))
                elif kind == _FORMULA and size >= 14:
                    empty += struct.unpack_from("<B5xH", stream, at + 6) == _NO_TEXT
                sheet.filtered |= kind == _FILTERED
        self._formulas = 0 if calculated else empty


def _stream(data: bytes) -> bytes:
    with olefile.OleFileIO(io.BytesIO(data)) as ole:
        name = next((name for name in ("Workbook", "Book") if ole.exists(name)), "")
        content: bytes = ole.openstream(name).read()
    return content


def _records(stream: bytes, at: int) -> Iterator[tuple[int, int, int]]:
    # Give kind, place and size of the records of one part, those of charts in it left out.
    depth = 0
    while at + 4 <= len(stream):
        kind, size = struct.unpack_from("<HH", stream, at)
        depth += (kind == _BOF) - (kind == _EOF)
        if depth == 1:
            yield kind, at + 4, size
        elif depth < 1:
            return
        at += 4 + size
