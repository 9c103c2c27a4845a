"""Where the heading of a table is, and what its columns are called."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gisplan.errors import FileError
from gisplan.read.options import Finding, ReadOptions, refusal
from gisplan.text import Text

#: First and last row and column of merged cells, from 0, inclusive.
Span = tuple[int, int, int, int]

#: The heading is looked for among so many rows that are not blank.
_LOOKED_AT = 30


@dataclass(frozen=True, slots=True)
class Heading:
    """Names of columns, and the rows that hold them.

    Parameters
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
    """Give a column's letters as Excel does: 0 is A, 26 is AA."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def located(rows: Sequence[Sequence[str]], spans: Sequence[Span] = ()) -> int:
    """Give the row, from 0, that looks like the heading.

    It is the first with at least two thirds as many filled cells as the fullest row: titles
    and notes above it ("单位：万元") fill one or two. A row with cells merged downwards, or
    with three and more cells of its own, is credited with all columns that its merged cells
    cover, so that a heading of two levels is found and a merged title is not.
    """
    filled = [_filled(row, at, spans) for at, row in enumerate(rows)]
    looked = [at for at, count in enumerate(filled) if count][:_LOOKED_AT]
    if not looked:
        return 0
    most = max(filled[at] for at in looked)
    return next(at for at in looked if filled[at] * 3 >= most * 2)


def _filled(row: Sequence[str], at: int, spans: Sequence[Span]) -> int:
    own = sum(1 for cell in row if cell.strip())
    here = [span for span in spans if span[0] == at]
    if own < 3 and not any(last > first for first, last, _, _ in here):
        return own
    return own + sum(
        right - left for _, _, left, right in here if left < len(row) and row[left].strip()
    )


def taken(rows: Sequence[Sequence[str]], start: int, spans: Sequence[Span] = ()) -> Heading:
    """Read the heading that starts in a row.

    Parameters
    ----------
    rows : sequence of sequence of str
        The rows from the top of the table; those of the heading are enough.
    start : int
    spans : sequence of Span
        Merged cells. Where some in the row reach further down, the heading does too, and a
        column is named by all levels: ``产值/2017``.
    """
    depth = max((last - start + 1 for first, last, _, _ in spans if first == start), default=1)
    depth = min(depth, 4, len(rows) - start)
    levels = [list(rows[at]) for at in range(start, start + depth)]
    width = max(map(len, levels))
    for level in levels:
        level.extend([""] * (width - len(level)))
    for first, last, left, right in spans:
        if start <= first < start + depth and left < width:
            for at in range(first, min(last, start + depth - 1) + 1):
                for column in range(left, min(right, width - 1) + 1):
                    levels[at - start][column] = levels[first - start][left]
    names = []
    for column in range(width):
        parts: list[str] = []
        for level in levels:
            word = " ".join(level[column].split())
            if word and (not parts or parts[-1] != word):
                parts.append(word)
        names.append("/".join(parts))
    return Heading(start, depth, tuple(names))


def column_names(
    heading: Sequence[str], used: Sequence[bool], where: str
) -> tuple[list[str], list[int], list[Finding]]:
    """Name the columns of a table.

    Parameters
    ----------
    heading : sequence of str
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
    """Raise ``FileError`` if two columns share a name, naming it and the places of both."""
    error = twice(names, places, where)
    if error is not None:
        raise error


def twice(names: Sequence[str], places: Sequence[str], where: str) -> FileError | None:
    """Give the error for columns that share a name, None if there are none."""
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
    """Say which row the heading is."""
    zh, en = ("（已指定）", " (as told)") if options.heading_row else ("", "")
    return Finding(
        kind="heading", message=Text(f"列名在第 {row} 行{zh}", f"heading in row {row}{en}")
    )
