"""What is read of an ODS beside its cells: what is hidden, and formulas that have no value."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from xml.parsers import expat

from gisplan.read.hidden import Hidden, never_worked_out
from gisplan.read.options import Finding

_CONTENT = "content.xml"
_GONE = frozenset({"collapse", "filter"})


class SeenDocument:
    """What an OpenDocument sheet says beside its cells, gathered while the archive is copied."""

    def __init__(self) -> None:
        self._sheets: dict[str, Hidden] = {}
        self._sheet = Hidden()
        self._row = self._column = 0
        self._folded = self._tables = 0
        self._formulas = 0
        self._damaged = False
        self._parser = expat.ParserCreate()
        self._parser.StartElementHandler = self._on_start
        self._parser.EndElementHandler = self._on_end

    def see(self, name: str, chunk: bytes) -> None:
        """Look at a piece of a part of the workbook.

        Parameters
        ----------
        name : str
            Path of the part in the archive.
        chunk : bytes
            The next piece of it.
        """
        if name != _CONTENT or self._damaged:
            return
        try:
            self._parser.Parse(chunk, False)
        except (expat.ExpatError, ValueError, OverflowError):
            self._damaged = True  # which the reader of cells says

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
        return self._sheets.get(title, Hidden())

    def of_the_workbook(self) -> Iterator[Finding]:
        """Say what was counted, in the workbook as a whole."""
        yield from never_worked_out(self._formulas)

    def _on_start(self, tag: str, said: Mapping[str, str]) -> None:
        if tag == "table:table":
            self._tables += 1
            if self._tables == 1:  # one in a cell is no sheet
                self._sheet = self._sheets.setdefault(said.get("table:name", ""), Hidden())
                self._row, self._column, self._folded = 1, 0, 0
        elif self._tables != 1:
            return
        elif tag == "table:table-row-group":
            self._folded += self._folded > 0 or said.get("table:display") == "false"
        elif tag in ("table:table-row", "table:table-column"):
            count = int(said.get(f"table:number-{tag[12:]}s-repeated", "1"))
            how = said.get("table:visibility", "")
            if tag == "table:table-column":
                span = range(self._column, self._column + count)
                self._column = span.stop
                spans, gone = self._sheet.columns, how in _GONE
            else:
                span = range(self._row, self._row + count)
                self._row = span.stop
                spans, gone = self._sheet.rows, how in _GONE or self._folded > 0
                self._sheet.filtered |= how == "filter"
            if gone:
                spans.append(span)
        elif tag == "table:table-cell" and "table:formula" in said:
            self._formulas += "office:value-type" not in said

    def _on_end(self, tag: str) -> None:
        self._tables -= tag == "table:table"
        if tag == "table:table-row-group" and self._folded:
            self._folded -= 1
