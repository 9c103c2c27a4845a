"""The paper of a Word document: A4 with margins, faces and page numbers of an official document."""

from __future__ import annotations

import re
from typing import Any

#: Face of the body, of Latin letters and figures, and size of the body (pt). All come with Windows.
BODY, LATIN, SIZE = "仿宋", "Times New Roman", 16
#: Size of annexes, of tables, captions and notes, and of tables with many columns (pt).
ANNEX, SMALL, TINY = 12, 10.5, 9
#: A4, and margins when it stands upright: top, bottom, left, right (mm).
_SHORT, _LONG = 210, 297
_MARGINS = (37, 35, 28, 26)
#: What XML can't hold.
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def fit(words: str) -> str:
    """Give words as XML can hold them.

    Parameters
    ----------
    words : str
        Any.

    Returns
    -------
    str
        With a mark in place of what it can't.
    """
    return _UNFIT.sub("\ufffd", words)


def width(*, landscape: bool) -> int:
    """Tell how wide the lines of a page are.

    Parameters
    ----------
    landscape : bool
        Whether its long side lies below.

    Returns
    -------
    int
        In millimetres.
    """
    top, bottom, left, right = _MARGINS
    return _LONG - top - bottom if landscape else _SHORT - left - right


def empty_document() -> Any:
    """Make a document without a word.

    Returns
    -------
    docx.document.Document
        With the faces, margins and page numbers of an official one.
    """
    import docx
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml.ns import qn
    from docx.shared import RGBColor

    document = docx.Document()
    section = document.sections[0]
    turn(section, landscape=False)
    for name in ("Normal", "Title", *(f"Heading {level}" for level in range(1, 5)), "Caption"):
        style = document.styles[name]
        style.font.color.rgb = RGBColor(0, 0, 0)
        style.font.italic = False
        style.font.name = LATIN
        style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), BODY)
    for border in document.styles["Title"].element.iter(qn("w:pBdr")):
        border.getparent().remove(border)
        break
    usual = document.styles["Normal"].paragraph_format
    usual.line_spacing, usual.space_after = points(28), points(0)
    usual.first_line_indent = points(2 * SIZE)
    paragraph = section.footer.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.paragraph_format.first_line_indent = points(0)
    write_run(paragraph, "— ", "宋体", 14)
    _page_number(paragraph)
    write_run(paragraph, " —", "宋体", 14)
    return document


def turn(section: Any, *, landscape: bool) -> None:
    """Lay the paper of a section, margins with it.

    Parameters
    ----------
    section : docx.section.Section
        The section.
    landscape : bool
        Whether its long side lies below.
    """
    from docx.enum.section import WD_ORIENT
    from docx.shared import Mm

    top, bottom, left, right = map(Mm, _MARGINS)
    short, long = Mm(_SHORT), Mm(_LONG)
    if landscape:
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = long, short
        # as if the sheet were turned to the left: its top is at the left then
        section.left_margin, section.right_margin = top, bottom
        section.top_margin, section.bottom_margin = right, left
    else:
        section.orientation = WD_ORIENT.PORTRAIT
        section.page_width, section.page_height = short, long
        section.top_margin, section.bottom_margin = top, bottom
        section.left_margin, section.right_margin = left, right


def _page_number(paragraph: Any) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    run = write_run(paragraph, "", "宋体", 14)
    for kind, words in (("begin", ""), ("", "PAGE"), ("end", "")):
        made = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            made.set(qn("w:fldCharType"), kind)
        else:
            made.text = words
        run._r.append(made)


def write_run(paragraph: Any, words: str, face: str, size: float, *, bold: bool = False) -> Any:
    """Write words into a paragraph.

    Parameters
    ----------
    paragraph : docx.text.paragraph.Paragraph
        The paragraph.
    words : str
        What is written.
    face : str
        Of Chinese characters.
    size : float
        In points.
    bold : bool
        Whether they are bold.

    Returns
    -------
    docx.text.run.Run
        The words.
    """
    from docx.oxml.ns import qn

    run = paragraph.add_run(words)
    run.font.size, run.font.name, run.bold = points(size), LATIN, bold
    run._r.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), face)
    return run


def points(size: float) -> Any:
    """Give a length in points.

    Parameters
    ----------
    size : float
        How many.

    Returns
    -------
    docx.shared.Pt
        The length.
    """
    from docx.shared import Pt

    return Pt(size)
