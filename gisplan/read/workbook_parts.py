"""What is read of an XLSX beside its cells: what is hidden, and formulas that have no value."""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Iterator

from gisplan.read.hidden import Hidden, never_worked_out
from gisplan.read.options import Finding
from gisplan.text import Text

_NO_VALUE = re.compile(rb"</f>\s*(?:<v\s*/>|<v>\s*</v>|</c>)|<f\b[^>]*/>\s*(?:<v\s*/>|</c>)")
_ERROR = re.compile(rb"<c\b[^>]*\bt=[\"']e[\"']")
_HIDDEN_ROW = re.compile(rb"<row\b[^>]*\bhidden=[\"'](?:1|true)[\"'][^>]*>")
_HIDDEN_COLUMN = re.compile(rb"<col\b[^>]*\bhidden=[\"'](?:1|true)[\"'][^>]*>")
_ROW = re.compile(rb"\br=[\"']([0-9]{1,7})[\"']")
_FIRST_LAST = re.compile(rb"\b(min|max)=[\"']([0-9]{1,5})[\"']")
_FILTER = b"<autoFilter"
_SHEET = re.compile(r"<sheet\b[^>]*>")
_TARGET = re.compile(r"<Relationship\b[^>]*>")
_ATTRIBUTE = re.compile(r"([\w:]+)=[\"']([^\"']*)[\"']")
#: A tag is never longer; what is cut in two at the end of a piece is looked at with the next.
_TAG = 65536
#: The parts that name the sheets are small; of a larger one only so much is kept.
_NAMES = 8 << 20


class Seen:
    """What the parser of cells does not tell, gathered while the archive is copied."""

    def __init__(self) -> None:
        self.formulas = 0
        self.errors = 0
        self._sheets: dict[str, Hidden] = {}
        self._names: dict[str, bytes] = {}
        self._name = ""
        self._rest = b""

    def see(self, name: str, chunk: bytes) -> None:
        """Look at a piece of a part of the workbook.

        Parameters
        ----------
        name : str
            Path of the part in the archive.
        chunk : bytes
            The next piece of it.
        """
        lower = name.lower()
        if lower in ("xl/workbook.xml", "xl/_rels/workbook.xml.rels"):
            self._names[lower] = (self._names.get(lower, b"") + chunk)[:_NAMES]
        if not lower.startswith("xl/worksheets/") or lower.endswith(".rels"):
            return
        if name != self._name:
            self._close()
        text = self._rest + chunk
        # the last cell may be cut in two
        end = text.rfind(b"<c ") if len(text) > 4096 else -1
        end = len(text) if end < 0 or len(text) - end > _TAG else end
        self._name = name
        self._look(text[:end])
        self._rest = text[end:]

    def _look(self, text: bytes) -> None:
        self.formulas += sum(1 for _ in _NO_VALUE.finditer(text))
        self.errors += sum(1 for _ in _ERROR.finditer(text))
        if b"hidden=" not in text and _FILTER not in text:
            return
        sheet = self._sheets.setdefault(self._name.lower(), Hidden())
        sheet.filtered |= _FILTER in text
        for row in _HIDDEN_ROW.finditer(text):
            if number := _ROW.search(row[0]):
                sheet.rows.append(range(int(number[1]), int(number[1]) + 1))
        for column in _HIDDEN_COLUMN.finditer(text):
            ends = {match[1]: int(match[2]) for match in _FIRST_LAST.finditer(column[0])}
            if {b"min", b"max"} <= ends.keys():
                sheet.columns.append(range(ends[b"min"] - 1, ends[b"max"]))

    def _close(self) -> None:
        if self._rest:
            self._look(self._rest)
        self._rest = b""

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
        self._close()
        return self._sheets.get(self._part(title), Hidden())

    def _part(self, title: str) -> str:
        """Give the part of the archive that holds a sheet, in small letters.

        Parameters
        ----------
        title : str
            Name of the sheet.

        Returns
        -------
        str
            Path of the part; empty if it is not found.
        """
        texts = {name: data.decode("utf-8", "replace") for name, data in self._names.items()}
        targets = {}
        for match in _TARGET.finditer(texts.get("xl/_rels/workbook.xml.rels", "")):
            said = dict(_ATTRIBUTE.findall(match[0]))
            targets[said.get("Id", "")] = said.get("Target", "")
        for match in _SHEET.finditer(texts.get("xl/workbook.xml", "")):
            said = dict(_ATTRIBUTE.findall(match[0]))
            if html.unescape(said.get("name", "")) == title:
                target = targets.get(said.get("r:id", ""), "")
                return posixpath.normpath(posixpath.join("/xl", target)).lstrip("/").lower()
        return ""

    def of_the_workbook(self) -> Iterator[Finding]:
        """Say what was counted, in the workbook as a whole."""
        self._close()
        yield from never_worked_out(self.formulas)
        if self.errors:
            yield Finding(
                kind="error_cell",
                message=Text(
                    f"工作簿有 {self.errors} 个单元格是错误值（如 #REF!），按空计",
                    f"{self.errors} cell(s) of the workbook hold errors (such as #REF!) and are "
                    "taken as empty",
                ),
            )
