"""The report as a Word document, in the layout of a Chinese official document (GB/T 9704).

What the page of the report says is put into paragraphs, headings, numbered tables and numbered
figures that Word and WPS edit; nothing is said twice in two ways.
"""

from __future__ import annotations

import base64
import binascii
import io
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from html.parser import HTMLParser
from importlib.util import find_spec

from gisplan.errors import FileError
from gisplan.render.report import word_paper as paper
from gisplan.render.report import word_tables
from gisplan.text import Lang, Text

#: Headings: face and size (pt) by level; the title is level 0. All faces come with Windows.
_HEADINGS = {0: ("黑体", 22), 1: ("黑体", 16), 2: ("楷体", 16), 3: ("仿宋", 16), 4: ("仿宋", 16)}
#: Up to this level a heading begins an upright sheet; one below goes where its table goes.
_UPRIGHT = 1
#: From line to line of what is set smaller, in sizes of its letters.
_LEADING = 1.5
#: Chapters to look things up in, which are set smaller.
_ANNEXES = frozenset({"missing", "methods", "sources"})
_BLOCKS = frozenset(
    {"p", "li", "dt", "dd", "div", "section", "article", "header", "main", "figure", "figcaption"}
    | {"ul", "ol", "dl", "caption"}
)
_LEVELS = {"h1": 0, "h2": 1, "h3": 2, "h4": 3, "h5": 4, "h6": 4}
_SILENT = frozenset({"head", "style", "script", "nav", "title"})
_NUMBERED = re.compile(r"^[一二三四五六七八九十]+、|^\d+\. ")


@dataclass(slots=True)
class _Table:
    caption: str = ""
    rows: list[list[str]] = field(default_factory=list)
    heads: int = 0
    #: Column -> rows that a cell above still takes.
    below: dict[int, int] = field(default_factory=dict)


def word(html: str, *, lang: Lang = "zh") -> bytes:
    """Make a Word document of the page of a report.

    Parameters
    ----------
    html : str
        As :func:`gisplan.render.report.page.render` makes it, with figures as PNG.
    lang : {"zh", "en"}
        Language of captions.

    Returns
    -------
    bytes
        A ``.docx``.

    Raises
    ------
    FileError
        If python-docx, an extra, is missing.
    """
    require_docx()
    reader = _Reader(lang)
    reader.feed(html)
    reader.close()
    buffer = io.BytesIO()
    reader.document.save(buffer)
    return buffer.getvalue()


def require_docx() -> None:
    """Say that python-docx, an extra, is missing, before the work and not after it.

    Raises
    ------
    FileError
        If it is.
    """
    if find_spec("docx") is None:
        raise FileError(
            Text(
                'Word 文档须另装软件包，请运行：pip install "gisplan[word]"',
                'a Word document needs another package; run: pip install "gisplan[word]"',
            )
        )


class _Reader(HTMLParser):
    # Goes through a page of ours and writes what it says into a document.

    def __init__(self, lang: Lang) -> None:
        super().__init__(convert_charrefs=True)
        self.document = paper.empty_document()
        self._lang: Lang = lang
        self._silent = 0
        self._level: int | None = None
        self._listed = False
        self._note = self._counted = False
        self._bold = 0
        self._runs: list[tuple[str, bool]] = []
        self._table: _Table | None = None
        self._cell: list[str] | None = None
        self._span = (1, 1)
        self._heading = ""
        self._counts = {"table": 0, "figure": 0}
        self._size: float = paper.SIZE
        self._landscape = False
        # paragraphs that wait for the table below them, to stand on the same sheet
        self._waiting: list[Callable[[], None]] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if self._silent or tag in _SILENT:
            self._silent += tag in _SILENT
        elif tag == "table":
            self.flush()
            self._table = _Table()
        elif self._table is not None:
            self._in_table(tag, given)
        elif tag == "img":
            self.flush()
            self._figure(given)
        elif tag in _LEVELS:
            self.flush()
            self._level = _LEVELS[tag]
        elif tag == "dd" and self._runs:
            return  # in the line of what it tells of
        elif tag == "li" and self._counted:
            if any(text.strip() for text, _ in self._runs):
                self._runs.append((Text("；", "; ").get(self._lang), False))
        elif tag in _BLOCKS:
            self.flush()
            if tag == "section":
                self._size = paper.ANNEX if given.get("id") in _ANNEXES else paper.SIZE
            self._counted = tag == "ul" and "counts" in given.get("class", "")
            self._listed, self._note = tag == "li", "note" in given.get("class", "")
        elif tag in ("b", "strong"):
            self._bold += 1
        elif tag in ("br", "small", "i"):
            self._runs.append((" ", False))

    def handle_endtag(self, tag: str) -> None:
        if self._silent:
            self._silent -= tag in _SILENT
        elif self._table is not None:
            self._end_in_table(tag)
        elif tag == "li" and self._counted:
            return  # counts of one thing stand in one line
        elif tag == "dt":
            self._runs.append((Text("：", ": ").get(self._lang), False))
        elif tag in _LEVELS or tag in _BLOCKS:
            self.flush()
            self._listed = self._note = False
        elif tag in ("b", "strong"):
            self._bold = max(0, self._bold - 1)

    def handle_data(self, data: str) -> None:
        if self._silent:
            return
        if self._table is not None:
            if self._cell is not None:
                self._cell.append(data)
            return
        self._runs.append((data, bool(self._bold)))

    def flush(self) -> None:
        """Write the paragraph that has come together."""
        runs = [(re.sub(r"\s+", " ", paper.fit(text)), b) for text, b in self._runs]
        level, self._level, self._runs = self._level, None, []
        whole = "".join(text for text, _ in runs).strip()
        if not whole:
            return
        if level is not None:
            self._heading = whole
            self._release()
            if level > _UPRIGHT:
                self._waiting = []
            else:
                self._turn(landscape=False)
            self._later(partial(self._write_heading, whole, level, self._size))
            return
        self._later(partial(self._write_paragraph, runs, self._listed, self._note, self._size))

    def close(self) -> None:
        """Write what is left."""
        super().close()
        self.flush()
        self._release()

    def _later(self, write: Callable[[], None]) -> None:
        if self._waiting is None:
            write()
        else:
            self._waiting.append(write)

    def _release(self) -> None:
        waiting, self._waiting = self._waiting or [], None
        for write in waiting:
            write()

    def _turn(self, *, landscape: bool) -> None:
        # Begin a sheet that lies the other way, if this one does not.
        if landscape == self._landscape:
            return
        from docx.enum.section import WD_SECTION

        self._landscape = landscape
        paper.turn(self.document.add_section(WD_SECTION.NEW_PAGE), landscape=landscape)

    def _write_paragraph(
        self, runs: list[tuple[str, bool]], listed: bool, note: bool, size: float
    ) -> None:
        paragraph = self.document.add_paragraph()
        size = paper.SMALL if note else size
        layout = paragraph.paragraph_format
        layout.first_line_indent = paper.points(2 * size)
        if size != paper.SIZE:
            layout.line_spacing = paper.points(_LEADING * size)
        if listed:
            layout.first_line_indent = paper.points(0)
            layout.left_indent = paper.points(2 * size)
            paper.write_run(paragraph, "· ", paper.BODY, size)
        for number, (text, bold) in enumerate(runs):
            said = text.lstrip() if number == 0 else text
            if said:
                paper.write_run(paragraph, said, paper.BODY, size, bold=bold)

    def _write_heading(self, words: str, level: int, size: float) -> None:
        from docx.enum.text import WD_ALIGN_PARAGRAPH

        face, usual = _HEADINGS[level]
        size = min(usual, size) if level > 1 else usual
        style = "Title" if level == 0 else f"Heading {level}"
        paragraph = self.document.add_paragraph(style=style)
        paper.write_run(paragraph, words, face, size, bold=level >= 3)
        layout = paragraph.paragraph_format
        layout.keep_with_next = True
        if level == 0:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        elif level > 1 or not _NUMBERED.match(words):
            layout.first_line_indent = paper.points(2 * size if level > 1 else 0)
        if level > 1 and size != usual:
            layout.line_spacing = paper.points(_LEADING * size)

    def _in_table(self, tag: str, given: dict[str, str]) -> None:
        table = self._table
        if table is None:
            return
        if tag == "tr":
            table.rows.append([])
            self._fill(table)
        elif tag in ("td", "th"):
            self._cell = []
            spans = (given.get("colspan", "1"), given.get("rowspan", "1"))
            wide, high = (int(span) if span.isdecimal() else 1 for span in spans)
            self._span = wide, high
        elif tag == "caption":
            self._cell = []
        elif tag in ("br", "p", "div", "li", "span", "small") and self._cell:
            self._cell.append(" ")

    def _end_in_table(self, tag: str) -> None:
        table = self._table
        if table is None:
            return
        if tag in ("td", "th") and self._cell is not None and table.rows:
            row, (wide, high) = table.rows[-1], self._span
            for _ in range(wide):
                if high > 1:
                    table.below[len(row)] = high - 1
                row.append("")
            row[-wide] = _line("".join(self._cell))
            self._cell = None
            self._fill(table)
        elif tag == "caption" and self._cell is not None:
            table.caption, self._cell = _line("".join(self._cell)), None
        elif tag == "thead":
            table.heads = len(table.rows)
        elif tag == "table":
            self._table = None
            self._write_table(table)

    def _fill(self, table: _Table) -> None:
        # Leave the cells empty that one above reaches down into.
        row = table.rows[-1]
        while table.below.get(len(row), 0) > 0:
            table.below[len(row)] -= 1
            row.append("")

    def _write_table(self, table: _Table) -> None:
        rows = [row for row in table.rows if row]
        columns = max(map(len, rows), default=0)
        if not columns:
            return
        if columns >= word_tables.WIDE or self._waiting is not None:
            self._turn(landscape=columns >= word_tables.WIDE)
        self._release()
        self._caption("table", Text("表", "Table"), table.caption or self._heading)
        word_tables.write_table(self.document, rows, heads=table.heads, landscape=self._landscape)
        after = self.document.add_paragraph().paragraph_format
        after.line_spacing = 1

    def _figure(self, given: dict[str, str]) -> None:
        _, _, data = given.get("src", "").partition(";base64,")
        try:
            content = base64.b64decode(data, validate=True)
        except (binascii.Error, ValueError):
            return
        from docx.enum.text import WD_ALIGN_PARAGRAPH
        from docx.shared import Mm

        self._turn(landscape=False)
        self._release()
        paragraph = self.document.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        layout = paragraph.paragraph_format
        layout.first_line_indent = paper.points(0)
        # as high as the picture is, whatever lines of words are; its caption stays with it
        layout.line_spacing, layout.keep_with_next = 1, True
        wide = Mm(paper.width(landscape=False))
        shape = paragraph.add_run().add_picture(io.BytesIO(content), width=wide)
        shape._inline.docPr.set("descr", paper.fit(given.get("alt", "")))
        self._caption("figure", Text("图", "Figure"), self._heading)

    def _caption(self, kind: str, name: Text, words: str) -> None:
        from docx.enum.text import WD_ALIGN_PARAGRAPH

        self._counts[kind] += 1
        paragraph = self.document.add_paragraph(style="Caption")
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.paragraph_format.first_line_indent = paper.points(0)
        paragraph.paragraph_format.keep_with_next = kind == "table"
        said = _NUMBERED.sub("", words)
        paper.write_run(
            paragraph, f"{name.get(self._lang)} {self._counts[kind]}　{said}", "黑体", paper.SMALL
        )


def _line(words: str) -> str:
    return re.sub(r"\s+", " ", paper.fit(words)).strip()
