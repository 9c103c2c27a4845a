"""Tables of a Word document: columns as wide as what stands in them asks for, headings repeated."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import Any

from gisplan.render.report import word_paper as paper

#: From how many columns on a table lies across the sheet.
WIDE = 7
#: No column asks for more than so many characters, nor for less; room beside the words of a cell.
_MOST, _LEAST, _BESIDE = 48, 4, 2
#: Above and below, left and right of the words of a cell (twentieths of a point).
_MARGINS = {"top": 30, "bottom": 30, "start": 70, "end": 70}


def write_table(
    document: Any, rows: Sequence[Sequence[str]], *, heads: int, landscape: bool
) -> None:
    """Write a table.

    Parameters
    ----------
    document : docx.document.Document
        Where it stands at the end.
    rows : sequence of sequences of str
        Its cells.
    heads : int
        Rows of headings, which stand on each page that the table goes on.
    landscape : bool
        Whether the sheet lies across.
    """
    from docx.shared import Mm

    columns = max(map(len, rows))
    made = document.add_table(rows=len(rows), cols=columns, style="Table Grid")
    made.autofit = False
    _room(made)
    size = paper.TINY if columns >= WIDE else paper.SMALL
    shares = column_shares(rows)
    wide = [Mm(share * paper.width(landscape=landscape)) for share in shares]
    for column, length in zip(made._tbl.tblGrid.gridCol_lst, wide, strict=True):
        column.w = length
    for at, (line, cells) in enumerate(zip(made._tbl.tr_lst, rows, strict=True)):
        if at < heads:
            _repeat(line)
        for cell, length in zip(line.tc_lst, wide, strict=True):
            cell.width = length
        for cell, words in zip(line.tc_lst, cells, strict=False):
            _write(cell, words, size, bold=at < heads)


def column_shares(rows: Sequence[Sequence[str]]) -> list[float]:
    """Give the part of a table's width that each of its columns takes.

    Parameters
    ----------
    rows : sequence of sequences of str
        Cells, headings among them.

    Returns
    -------
    list of float
        Each by the square root of the room that all of its cells would take together, but never so
        narrow that a word or a number in it is broken, as long as there is room; they add up to 1.
    """
    columns = max(map(len, rows))
    asked, least = [0.0] * columns, [float(_LEAST)] * columns
    for row in rows:
        for at, words in enumerate(row):
            asked[at] += min(_room_of(words), _MOST * _MOST) + _BESIDE
            pieces = re.findall(r"[!-~]+", words) or [""]
            least[at] = max(least[at], min(max(map(len, pieces)), _MOST / 3) + _BESIDE)
    weights = [max(one, 1.0) ** 0.5 for one in asked]
    total = sum(weights)
    # characters that a line of the table holds, counted by what the narrowest columns need
    line = max(sum(least), 110.0 if columns >= WIDE else 80.0)
    widths = [max(low, weight / total * line) for low, weight in zip(least, weights, strict=True)]
    return [one / sum(widths) for one in widths]


def _room_of(words: str) -> int:
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in words)


def _room(table: Any) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    margins = OxmlElement("w:tblCellMar")
    for side, size in _MARGINS.items():
        made = OxmlElement(f"w:{side}")
        made.set(qn("w:w"), str(size))
        made.set(qn("w:type"), "dxa")
        margins.append(made)
    look = table._tbl.tblPr.find(qn("w:tblLook"))
    if look is None:
        table._tbl.tblPr.append(margins)
    else:
        look.addprevious(margins)


def _write(cell: Any, words: str, size: float, *, bold: bool) -> None:
    from docx.text.paragraph import Paragraph

    paragraph = Paragraph(cell.p_lst[0], cell)
    paragraph.paragraph_format.first_line_indent = paper.points(0)
    paragraph.paragraph_format.line_spacing = 1
    paper.write_run(paragraph, words, "黑体" if bold else "宋体", size)


def _repeat(line: Any) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    made = OxmlElement("w:tblHeader")
    made.set(qn("w:val"), "true")
    line.get_or_add_trPr().append(made)
