"""The report as a Word document, in the layout of a Chinese official document (GB/T 9704).

What the page of the report says is put into paragraphs, headings, numbered tables and numbered
figures that Word and WPS edit; nothing is said twice in two ways.
"""

from __future__ import annotations

import base64
import binascii
import io
import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from importlib.util import find_spec
from typing import Any

from gisplan.errors import FileError
from gisplan.text import Lang, Text

#: Headings: face and size (pt) by level; the title is level 0. All faces come with Windows.
_HEADINGS = {0: ("黑体", 22), 1: ("黑体", 16), 2: ("楷体", 16), 3: ("仿宋", 16), 4: ("仿宋", 16)}
_BODY, _LATIN, _SIZE = "仿宋", "Times New Roman", 16
#: Size of the words of tables, captions and notes (pt), and from how many columns on they shrink.
_SMALL, _TINY, _WIDE = 10.5, 7.5, 7
#: Margins: top, bottom, left, right (mm), and the width that is left of A4.
_MARGINS, _WIDTH = (37, 35, 28, 26), 156
_BLOCKS = frozenset(
    {"p", "li", "dt", "dd", "div", "section", "article", "header", "main", "figure", "figcaption"}
    | {"ul", "ol", "dl", "caption"}
)
_LEVELS = {"h1": 0, "h2": 1, "h3": 2, "h4": 3, "h5": 4, "h6": 4}
_SILENT = frozenset({"head", "style", "script", "nav", "title"})
_NUMBERED = re.compile(r"^[一二三四五六七八九十]+、|^\d+\. ")
#: What XML can't hold.
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


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
    reader.flush()
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
        self.document = _empty()
        self._lang: Lang = lang
        self._silent = 0
        self._level: int | None = None
        self._listed = False
        self._note = False
        self._bold = 0
        self._runs: list[tuple[str, bool]] = []
        self._table: _Table | None = None
        self._cell: list[str] | None = None
        self._span = (1, 1)
        self._heading = ""
        self._counts = {"table": 0, "figure": 0}

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
        elif tag in _BLOCKS:
            self.flush()
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
        runs = [(re.sub(r"\s+", " ", _UNFIT.sub("\ufffd", text)), b) for text, b in self._runs]
        level, self._level, self._runs = self._level, None, []
        whole = "".join(text for text, _ in runs).strip()
        if not whole:
            return
        if level is not None:
            self._heading = whole
            self._write_heading(whole, level)
            return
        paragraph = self.document.add_paragraph()
        if self._listed:
            paragraph.paragraph_format.first_line_indent = _points(0)
            paragraph.paragraph_format.left_indent = _points(2 * _SIZE)
            _run(paragraph, "· ", _BODY, _SIZE)
        for number, (text, bold) in enumerate(runs):
            said = text.lstrip() if number == 0 else text
            if said:
                _run(paragraph, said, _BODY, _SMALL if self._note else _SIZE, bold=bold)

    def _write_heading(self, words: str, level: int) -> None:
        from docx.enum.text import WD_ALIGN_PARAGRAPH

        face, size = _HEADINGS[level]
        style = "Title" if level == 0 else f"Heading {level}"
        paragraph = self.document.add_paragraph(style=style)
        _run(paragraph, words, face, size, bold=level >= 3)
        if level == 0:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        elif level > 1 or not _NUMBERED.match(words):
            paragraph.paragraph_format.first_line_indent = _points(2 * _SIZE if level > 1 else 0)

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
        self._caption("table", Text("表", "Table"), table.caption or self._heading)
        made = self.document.add_table(rows=len(rows), cols=columns, style="Table Grid")
        size = _TINY if columns >= _WIDE else _SMALL
        for at, (line, cells) in enumerate(zip(made._tbl.tr_lst, rows, strict=True)):
            if at < table.heads:
                _repeat(line)
            for cell, words in zip(line.tc_lst, cells, strict=False):
                _cell(cell, words, size, bold=at < table.heads)
        self.document.add_paragraph().paragraph_format.line_spacing = 1

    def _figure(self, given: dict[str, str]) -> None:
        _, _, data = given.get("src", "").partition(";base64,")
        try:
            content = base64.b64decode(data, validate=True)
        except (binascii.Error, ValueError):
            return
        from docx.enum.text import WD_ALIGN_PARAGRAPH
        from docx.shared import Mm

        paragraph = self.document.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.paragraph_format.first_line_indent = _points(0)
        # as high as the picture is, whatever lines of words are
        paragraph.paragraph_format.line_spacing = 1
        shape = paragraph.add_run().add_picture(io.BytesIO(content), width=Mm(_WIDTH))
        shape._inline.docPr.set("descr", _UNFIT.sub("\ufffd", given.get("alt", "")))
        self._caption("figure", Text("图", "Figure"), self._heading)

    def _caption(self, kind: str, name: Text, words: str) -> None:
        from docx.enum.text import WD_ALIGN_PARAGRAPH

        self._counts[kind] += 1
        paragraph = self.document.add_paragraph(style="Caption")
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.paragraph_format.first_line_indent = _points(0)
        paragraph.paragraph_format.keep_with_next = kind == "table"
        said = _NUMBERED.sub("", words)
        _run(paragraph, f"{name.get(self._lang)} {self._counts[kind]}　{said}", "黑体", _SMALL)


def _line(words: str) -> str:
    return re.sub(r"\s+", " ", _UNFIT.sub("\ufffd", words)).strip()


def _empty() -> Any:
    """Make a document on A4 with the margins, faces and page numbers of an official one.

    Returns
    -------
    docx.document.Document
        Without a word.
    """
    import docx
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml.ns import qn
    from docx.shared import Mm, RGBColor

    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    top, bottom, left, right = map(Mm, _MARGINS)
    section.top_margin, section.bottom_margin = top, bottom
    section.left_margin, section.right_margin = left, right
    for name in ("Normal", "Title", *(f"Heading {level}" for level in range(1, 5)), "Caption"):
        style = document.styles[name]
        style.font.color.rgb = RGBColor(0, 0, 0)
        style.font.italic = False
        style.font.name = _LATIN
        style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), _BODY)
    for border in document.styles["Title"].element.iter(qn("w:pBdr")):
        border.getparent().remove(border)
        break
    usual = document.styles["Normal"].paragraph_format
    usual.line_spacing, usual.space_after = _points(28), _points(0)
    usual.first_line_indent = _points(2 * _SIZE)
    paragraph = section.footer.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.paragraph_format.first_line_indent = _points(0)
    _run(paragraph, "— ", "宋体", 14)
    _page_number(paragraph)
    _run(paragraph, " —", "宋体", 14)
    return document


def _page_number(paragraph: Any) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    run = _run(paragraph, "", "宋体", 14)
    for kind, words in (("begin", ""), ("", "PAGE"), ("end", "")):
        made = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            made.set(qn("w:fldCharType"), kind)
        else:
            made.text = words
        run._r.append(made)


def _run(paragraph: Any, words: str, face: str, size: float, *, bold: bool = False) -> Any:
    from docx.oxml.ns import qn

    run = paragraph.add_run(words)
    run.font.size, run.font.name, run.bold = _points(size), _LATIN, bold
    run._r.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), face)
    return run


def _cell(cell: Any, words: str, size: float, *, bold: bool) -> None:
    from docx.text.paragraph import Paragraph

    paragraph = Paragraph(cell.p_lst[0], cell)
    paragraph.paragraph_format.first_line_indent = _points(0)
    paragraph.paragraph_format.line_spacing = 1
    _run(paragraph, words, "黑体" if bold else "宋体", size)


def _repeat(line: Any) -> None:
    # A row of headings stands on each page that the table goes on.
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    made = OxmlElement("w:tblHeader")
    made.set(qn("w:val"), "true")
    line.get_or_add_trPr().append(made)


def _points(size: float) -> Any:
    from docx.shared import Pt

    return Pt(size)
