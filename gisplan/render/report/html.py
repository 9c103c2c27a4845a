"""Markup that data can't get out of: every text is escaped where it enters."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from gisplan.render.figure.words import clean
from gisplan.render.web import safe

#: Characters of a cell that stays on one line, and of a word that is never broken.
_WHOLE, _LONG_WORD = 12, 20


class Markup(str):
    """A text that is markup already."""

    __slots__ = ()


def markup(content: object) -> Markup:
    """Give markup as it is and escape everything else.

    Parameters
    ----------
    content : object
        Markup, or anything that has a text.

    Returns
    -------
    Markup
        Safe to stand between two tags.
    """
    if isinstance(content, Markup):
        return content
    return Markup(safe.escaped(clean(str(content))))


def element(tag: str, *content: object, **attributes: str) -> Markup:
    """Write an element.

    Parameters
    ----------
    tag : str
        A constant.
    *content : str or Markup
        What is in it; plain text is escaped.
    **attributes : str
        Likewise; ``class_`` is ``class``.

    Returns
    -------
    Markup
        The element.
    """
    given = "".join(
        f' {name.rstrip("_").replace("_", "-")}="{markup(value)}"'
        for name, value in attributes.items()
    )
    return Markup(f"<{tag}{given}>{joined(content)}</{tag}>")


def joined(parts: Iterable[object], between: str = "") -> Markup:
    """Put parts behind each other.

    Parameters
    ----------
    parts : Iterable[object]
        Markup and plain text.
    between : str, optional
        What stands between each two; markup of ours.

    Returns
    -------
    Markup
        All of them.
    """
    return Markup(between.join(markup(part) for part in parts))


def link(url: str, words: str) -> Markup:
    """Lead to a web address; what is none stays words.

    Parameters
    ----------
    url : str
        The address.
    words : str
        What is to be clicked; plain text.

    Returns
    -------
    Markup
        An element ``a`` for http and https, else the words.
    """
    if not safe.web_address(url):
        return markup(words)
    return Markup(f'<a href="{safe.escaped(url)}" rel="noopener noreferrer">{markup(words)}</a>')


def table(
    heads: Sequence[object],
    rows: Iterable[Sequence[object]],
    *,
    right: Sequence[int] = (),
    caption: str = "",
    kind: str = "",
) -> Markup:
    """Write a table; the columns numbered in ``right`` hold numbers.

    Parameters
    ----------
    heads : sequence of object
        Titles of the columns.
    rows : Iterable[sequence of object]
        Cells, as many a row as there are titles.
    right : sequence of int, optional
        Positions of columns of numbers, which stand at the right.
    caption : str, optional
        Title of the table; none if empty.
    kind : str, optional
        Class of the element; none if empty.

    Returns
    -------
    Markup
        The table, in a box that scrolls sideways.
    """
    listed = [tuple(row) for row in rows]
    kinds = [
        " ".join([*(["number"] if at in right else []), *_wrapping([row[at] for row in listed])])
        for at in range(len(heads))
    ]

    def cells(tag: str, row: Sequence[object]) -> Markup:
        return joined(
            element(tag, cell, dir="auto", **({"class_": of} if of else {}))
            for cell, of in zip(row, kinds, strict=True)
        )

    head = element("thead", element("tr", cells("th", heads)))
    body = element("tbody", joined((element("tr", cells("td", row)) for row in listed), "\n"))
    title = element("caption", caption) if caption else Markup("")
    return element("table", title, head, body, **({"class_": kind} if kind else {}))


def _wrapping(column: Sequence[object]) -> list[str]:
    """Say how a column may be broken: not at all, between words, or anywhere.

    Parameters
    ----------
    column : sequence of object
        Cells of one column.

    Returns
    -------
    list of str
        Class of the cells, or none.
    """
    if any(isinstance(cell, Markup) for cell in column):
        return []
    said = [str(cell) for cell in column]
    if max(map(len, said), default=0) <= _WHOLE:
        return ["whole"]
    longest = max((len(word) for cell in said for word in cell.split()), default=0)
    ascii_only = all(cell.isascii() for cell in said)
    return ["words"] if ascii_only and longest <= _LONG_WORD else []
