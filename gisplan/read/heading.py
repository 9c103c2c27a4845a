"""Where the heading of a table is, and what its columns are called."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache

from gisplan.errors import FileError
from gisplan.read.options import Finding, ReadOptions, refusal
from gisplan.text import Text

#: First and last row and column of merged cells, from 0, inclusive.
Span = tuple[int, int, int, int]

#: The heading is looked for among so many rows that are not blank.
_LOOKED_AT = 30
#: So many of its columns are held against known words, each up to so many characters.
_WIDE, _LONG = 300, 60
#: A heading has no more levels than this.
_LEVELS = 4
#: Cells above the heading that are handed on: titles and units, not a whole other table.
_ABOVE = 200
_NOTHING: frozenset[str] = frozenset()
_BRACKETED = re.compile(r"[(\[【〔{][^()\[\]【】〔〕{}]*[)\]】〕}]")
_NUMBERED = re.compile(
    r"^(?:[(]?[0-9]{1,2}[).、:]|[(]?[一二三四五六七八九十]{1,3}[)、.])(?=[^0-9])"
)
_YEAR = re.compile(r"(?:19|20)\d\d年?度?")
_NUMBER = re.compile(r"[+\-]?[0-9][0-9,.% ]*")


@dataclass(frozen=True, slots=True)
class TableHeading:
    """Names of columns, and the rows that hold them.

    Attributes
    ----------
    start : int
        The row, from 0, in which the heading starts.
    depth : int
        Rows that it takes; more than one if it is merged over several.
    names : tuple of str
        A name a column; empty where there is none.
    """

    start: int
    depth: int
    names: tuple[str, ...]


def letter(column: int) -> str:
    """Give a column's letters as Excel does: 0 is A, 26 is AA.

    Parameters
    ----------
    column : int
        Number of the column, from 0.

    Returns
    -------
    str
        Capital letters.
    """
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def is_word(cell: str, words: Set[str]) -> bool:
    """Tell whether a cell is one of some headings; brackets and years don't count.

    A word that begins with ``re:`` is a pattern.

    Parameters
    ----------
    cell : str
        Text of a cell.
    words : Set[str]
        Headings without blanks, in small letters.

    Returns
    -------
    bool
        False for an empty cell, and for one too long to be a heading.
    """
    if not cell or len(cell) > _LONG:
        return False
    plain = "".join(unicodedata.normalize("NFKC", cell).casefold().split())
    bare = _BRACKETED.sub("", plain)
    spellings = (plain, bare, _YEAR.sub("", bare), _NUMBERED.sub("", bare))
    stripped = {text.strip("*:;,。、_-#") for text in spellings} - {""}
    if stripped & words:
        return True
    patterns = _patterns(frozenset(words))
    return any(pattern.fullmatch(text) for text in stripped for pattern in patterns)


@lru_cache(maxsize=4)
def _patterns(words: frozenset[str]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(word[3:]) for word in sorted(words) if word.startswith("re:"))


def located(
    rows: Sequence[Sequence[str]], spans: Sequence[Span] = (), words: Set[str] = _NOTHING
) -> int:
    """Give the row, from 0, that looks like the heading.

    It is the one that makes most columns known ``words``, if that are two and more. Else it is
    the first with at least two thirds as many filled cells as the fullest row: titles and
    notes above it ("单位：万元") fill one or two. A row with cells merged downwards, or with
    three and more cells of its own, is credited with all columns that its merged cells cover,
    so that a heading of two levels is found and a merged title is not.

    Parameters
    ----------
    rows : sequence of Sequence[str]
        Rows from the top of the table.
    spans : sequence of Span, optional
        Merged cells.
    words : Set[str], optional
        Known headings, as :func:`is_word` takes them.

    Returns
    -------
    int
        0 if all rows are empty.
    """
    filled = [_filled(row, at, spans) for at, row in enumerate(rows)]
    looked = [at for at, count in enumerate(filled) if count][:_LOOKED_AT]
    if not looked:
        return 0
    if words:
        known = {at: _known(rows, at, spans, words) for at in looked}
        best = max(looked, key=lambda at: known[at])
        if known[best] >= 2:
            return best
    most = max(filled[at] for at in looked)
    return next(at for at in looked if filled[at] * 3 >= most * 2)


def _known(rows: Sequence[Sequence[str]], at: int, spans: Sequence[Span], words: Set[str]) -> int:
    """Count the columns that known words name if the heading starts in a row.

    Parameters
    ----------
    rows : sequence of Sequence[str]
        Rows from the top of the table.
    at : int
        The row, from 0.
    spans : sequence of Span
        Merged cells.
    words : Set[str]
        Known headings, as :func:`is_word` takes them.

    Returns
    -------
    int
        Columns, no more than are looked at.
    """
    if not any(is_word(cell, words) for cell in rows[at][:_WIDE]):
        return 0
    levels = _levels(rows, at, spans, words)
    columns = zip(*(level[:_WIDE] for level in levels), strict=True)
    return sum(any(is_word(cell, words) for cell in column) for column in columns)


def _filled(row: Sequence[str], at: int, spans: Sequence[Span]) -> int:
    own = sum(1 for cell in row if cell.strip())
    here = [span for span in spans if span[0] == at]
    if own < 3 and not any(last > first for first, last, _, _ in here):
        return own
    return own + sum(
        right - left for _, _, left, right in here if left < len(row) and row[left].strip()
    )


def taken(
    rows: Sequence[Sequence[str]],
    start: int,
    spans: Sequence[Span] = (),
    words: Set[str] = _NOTHING,
) -> TableHeading:
    """Read the heading that starts in a row.

    Parameters
    ----------
    rows : sequence of sequence of str
        The rows from the top of the table; those of the heading are enough.
    start : int
        Row, from 0, in which it starts.
    spans : sequence of Span
        Merged cells. Where some in the row reach further down, the heading does too, and a
        column is named by all levels: ``产值/2017``.
    words : set of str
        Known headings, by which a level below is found where nothing is merged.

    Returns
    -------
    Heading
        First row, depth, and names.
    """
    levels = _levels(rows, start, spans, words)
    names = []
    for cells in zip(*levels, strict=True):
        parts: list[str] = []
        for cell in cells:
            word = " ".join(cell.split())
            if word and (not parts or parts[-1] != word):
                parts.append(word)
        names.append("/".join(parts))
    return TableHeading(start, len(levels), tuple(names))


def _levels(
    rows: Sequence[Sequence[str]], start: int, spans: Sequence[Span], words: Set[str]
) -> list[list[str]]:
    """Give the cells of a heading, a list a level, all of one length, merged ones filled.

    Parameters
    ----------
    rows : sequence of Sequence[str]
        Rows from the top of the table.
    start : int
        Row, from 0, in which it starts.
    spans : sequence of Span
        Merged cells.
    words : Set[str]
        Known headings, as :func:`is_word` takes them.

    Returns
    -------
    list[list[str]]
        One list a level.
    """
    depth = max((last - start + 1 for first, last, _, _ in spans if first == start), default=1)
    depth = min(depth, _LEVELS, len(rows) - start)
    while words and depth < min(_LEVELS, len(rows) - start):
        if not _goes_on(rows[start : start + depth], rows[start + depth], words):
            break
        depth += 1
    levels = [list(rows[at]) for at in range(start, start + depth)]
    width = max(map(len, levels))
    for level in levels:
        level.extend([""] * (width - len(level)))
    for first, last, left, right in spans:
        if start <= first < start + depth and left < width:
            for at in range(first, min(last, start + depth - 1) + 1):
                for column in range(left, min(right, width - 1) + 1):
                    levels[at - start][column] = levels[first - start][left]
    for upper, lower in itertools.pairwise(levels):
        for column in range(1, width):
            # 坐标 above 经度, with nothing above the 纬度 beside it, is above both
            beside = lower[column - 1].strip()
            alone = not upper[column].strip() and lower[column].strip()
            if alone and beside and beside != upper[column - 1].strip():
                upper[column] = upper[column - 1]
    return levels


def _goes_on(upper: Sequence[Sequence[str]], lower: Sequence[str], words: Set[str]) -> bool:
    """Tell whether a row is the level of a heading below others: 经度, 纬度 below 坐标, nothing.

    It holds known words and no numbers but years, some of them where the row above holds
    nothing, and nothing below some of what the rows above name.

    Parameters
    ----------
    upper : sequence of Sequence[str]
        Cells of the rows above that belong to the heading.
    lower : sequence of str
        Cells of the row.
    words : Set[str]
        Known headings, as :func:`is_word` takes them.

    Returns
    -------
    bool
        True if it is.
    """
    levels = itertools.zip_longest(*upper, lower, fillvalue="")
    cells = [([a.strip() for a in above], b.strip()) for *above, b in levels]
    below = [b for _, b in cells if b]
    if not below or any(_NUMBER.fullmatch(b) and not _YEAR.fullmatch(b) for b in below):
        return False
    known = sum(is_word(b, words) for b in below)
    new = any(b and is_word(b, words) and not above[-1] for above, b in cells)
    alone = any(any(above) and not b for above, b in cells)
    return new and alone and (known >= 2 or known * 2 >= len(below))


def above(
    rows: Sequence[Sequence[str]], numbers: Sequence[int], names: Mapping[int, str]
) -> Iterator[Finding]:
    """Hand on what stands above the heading: titles, units, who filled it in.

    Parameters
    ----------
    rows : sequence of sequence of str
        The rows above it.
    numbers : sequence of int
        Their numbers in the file.
    names : mapping of int to str
        Column, from 0, to its name.

    Yields
    ------
    Finding
        One a cell that is not empty.
    """
    cells = (
        (number, column, " ".join(cell.split()))
        for number, row in zip(numbers, rows, strict=True)
        for column, cell in enumerate(row)
        if cell.strip()
    )
    for number, column, cell in itertools.islice(cells, _ABOVE):
        text = cell[:1000]
        name = names.get(column, "")
        yield Finding(kind="above", message=Text(text, text), rows=(number,), column=name)


def column_names(
    heading: Sequence[str], used: Sequence[bool], where: str
) -> tuple[list[str], list[int], list[Finding]]:
    """Name the columns of a table.

    Parameters
    ----------
    heading : sequence of str
        Heading of the file.
    used : sequence of bool
        Whether a column has any cell that is not empty; may be longer than the heading.
    where : str
        File (and sheet), for the message.

    Returns
    -------
    tuple of list of str, list of int, list of Finding
        Names, the columns they stand for, and which had none. A column without name and
        without cells is left out; one with cells is called by its letter, ``[D]``.

    Raises
    ------
    FileError
        If two columns share a name; all such are said, with their letters.
    """
    names, kept, found = [], [], []
    for column, has_cells in enumerate(used):
        name = heading[column] if column < len(heading) else ""
        if not name and not has_cells:
            continue
        if not name:
            name = f"[{letter(column)}]"
            found.append(
                Finding(
                    kind="unnamed_column",
                    column=name,
                    message=Text(
                        f"{letter(column)} 列没有列名，暂称 {name}",
                        f"column {letter(column)} has no name; it is called {name}",
                    ),
                )
            )
        names.append(name)
        kept.append(column)
    refuse_twice(names, [letter(column) for column in kept], where)
    return names, kept, found


def refuse_twice(names: Sequence[str], places: Sequence[str], where: str) -> None:
    """Raise ``FileError`` if two columns share a name, naming it and the places of both.

    Parameters
    ----------
    names : sequence of str
        Names of the columns.
    places : sequence of str
        Letter or number of each column.
    where : str
        File (and sheet), for the message.

    Raises
    ------
    FileError
        If two share one.
    """
    error = twice(names, places, where)
    if error is not None:
        raise error


def twice(names: Sequence[str], places: Sequence[str], where: str) -> FileError | None:
    """Give the error for columns that share a name, None if there are none.

    Parameters
    ----------
    names : sequence of str
        Names of the columns.
    places : sequence of str
        Letter or number of each column.
    where : str
        File (and sheet), for the message.

    Returns
    -------
    FileError or None
        It names the names and the places of each.
    """
    at: dict[str, list[str]] = {}
    for name, place in zip(names, places, strict=True):
        at.setdefault(name, []).append(place)
    shared = {name: where_at for name, where_at in at.items() if len(where_at) > 1}
    if not shared:
        return None
    zh = "；".join(f"{name}（{'、'.join(at)} 列）" for name, at in shared.items())
    en = "; ".join(f"{name} (columns {' and '.join(at)})" for name, at in shared.items())
    return refusal(where, f"列名重复：{zh}；请改名后再用", f"column named twice: {en}; rename one")


def told(row: int, options: ReadOptions) -> Finding:
    """Say which row the heading is.

    Parameters
    ----------
    row : int
        Row of the heading, from 1.
    options : ReadOptions
        Tells whether the row was given.

    Returns
    -------
    Finding
        A finding of kind ``heading``.
    """
    zh, en = ("（已指定）", " (as told)") if options.heading_row else ("", "")
    return Finding(
        kind="heading", message=Text(f"列名在第 {row} 行{zh}", f"heading in row {row}{en}")
    )
