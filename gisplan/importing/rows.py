"""Which rows of a table are data: totals, notes, signatures and headings within are none.

Nothing is dropped unsaid: every row that is taken for no data has its kind, and a planner's word
goes before it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Literal

import numpy as np
import pandas as pd

from gisplan.errors import OptionError
from gisplan.importing import row_words as words
from gisplan.importing.headings import normal
from gisplan.importing.row_words import is_one_of, plain
from gisplan.text import Text

Kind = Literal[
    "total",
    "average",
    "part",
    "statistic",
    "note",
    "form",
    "heading",
    "units",
    "numbers",
    "section",
    "second_table",
    "left_out",
]
#: What each kind is called.
KINDS: Mapping[Kind, Text] = {
    "total": Text("合计行", "a total"),
    "average": Text("平均行", "an average"),
    "part": Text("“其中”行", "a part of a total"),
    "statistic": Text("统计行", "a statistic of other rows"),
    "note": Text("表注", "a note"),
    "form": Text("填表信息", "who filled the form in"),
    "heading": Text("重复的表头", "the heading again"),
    "units": Text("单位行", "a row of units"),
    "numbers": Text("栏次行", "a row of column numbers"),
    "section": Text("分节标题", "the title of a section"),
    "second_table": Text("下面的另一张表", "another table below"),
    "left_out": Text("--rows 之外的行", "a row outside --rows"),
}
_COUNTER = re.compile(r"[(（]?[0-9]{1,3}[)）]?|[甲乙丙丁戊]|[A-Za-z]")
_FIGURE = re.compile(r"[+-]?[0-9][0-9,.% ]*")
#: Above so many cells a row is no note, whatever it begins with.
_FEW = 2
#: A column counts the rows if so many of its cells are numbers that do.
_COUNTED = 0.8
#: Of more rows only those are looked at one by one whose first cells could say it.
_ALL_LOOKED_AT = 5000


@dataclass(frozen=True, slots=True)
class Sorted:
    """The rows of a table, sorted.

    Attributes
    ----------
    kinds : pandas.Series of object
        What a row is that is no data, a key of ``KINDS``, else None; by the rows' numbers.
    units : mapping of str to str
        Heading to the unit that a row of units names for it.
    """

    kinds: pd.Series
    units: Mapping[str, str]

    @property
    def data(self) -> pd.Series:
        """Tell which rows are data.

        Returns
        -------
        pandas.Series
            By the rows' numbers.
        """
        return self.kinds.isna()

    def of(self, *kinds: Kind) -> list[int]:
        """Give the rows of some kinds.

        Parameters
        ----------
        *kinds : Kind
            Keys of ``KINDS``.

        Returns
        -------
        list of int
            Numbers of rows.
        """
        return self.kinds.index[self.kinds.isin(kinds)].tolist()


def sort_rows(
    rows: pd.DataFrame,
    *,
    name: str = "",
    is_heading: Callable[[str], bool],
    is_unit: Callable[[str], bool],
    keep: Collection[int] = (),
    only: Collection[range] = (),
) -> Sorted:
    """Tell which rows of a table are data, and what the others are.

    Parameters
    ----------
    rows : pandas.DataFrame
        Texts, by their number in the file; merged cells filled.
    name : str
        Heading of the column that names what a row is about, if known.
    is_heading : callable
        Whether a cell is a heading that people use.
    is_unit : callable
        Whether a cell is a unit of measurement and nothing else.
    keep : collection of int
        Rows that are data, whatever they look like.
    only : collection of range
        If not empty, rows outside of them are none.

    Returns
    -------
    Sorted
        What each row is, and units that a row names.
    """
    kinds = pd.Series(None, index=rows.index, dtype=object)
    columns = [str(column) for column in rows.columns]
    looked = _looked_at(rows, name)
    counter = _counter(rows)
    own = {column: {normal(column), *map(normal, column.split("/"))} for column in columns}
    known: dict[str, bool] = {}

    def is_known(cell: str) -> bool:
        if cell not in known:
            known[cell] = is_heading(cell)
        return known[cell]

    units: dict[str, str] = {}
    second = False
    told = rows.to_dict("index") if len(looked) == len(rows) else rows.loc[looked].to_dict("index")
    first = rows.index[0] if len(rows) else None
    for number in looked:
        cells = {str(k): str(v) for k, v in told[number].items()}
        kind: Kind | None = "second_table" if second else _kind(cells, name, counter)
        if kind is None and not second:
            kind = _within(cells, own, is_known)
        if kind in (None, "section") and number == first:
            below, units = _under_the_heading(cells, is_unit)
            kind = below or kind
        if kind == "second_table":
            second = True
        kinds[number] = kind
    if second:
        start = _with_its_title(rows, int(np.argmax(kinds.eq("second_table").to_numpy())))
        kinds.iloc[start:] = "second_table"
    if only:
        inside = np.array([any(int(n) in part for part in only) for n in rows.index], dtype=bool)
        kinds = kinds.where(inside, "left_out")
        # what is asked for by its number is data
        kinds = kinds.where(~(inside & kinds.eq("second_table").to_numpy()), None)
    kept = rows.index.isin(list(keep))
    missing = sorted(set(keep) - set(rows.index[kept].tolist()))
    if missing:
        numbers = ", ".join(map(str, missing))
        raise OptionError(
            Text(f"--keep-rows：表中没有第 {numbers} 行", f"--keep-rows: no row {numbers} here")
        )
    return Sorted(kinds.where(~kept, None), units)


def _with_its_title(rows: pd.DataFrame, start: int) -> int:
    """Give the row in which another table begins: with the titles right above its heading.

    Parameters
    ----------
    rows : pandas.DataFrame
        All rows, as texts.
    start : int
        Position of its heading.

    Returns
    -------
    int
        Position of the first of the titles, each a text alone; ``start`` if there is none.
    """
    while start > 1 and len({cell for cell in rows.iloc[start - 1] if cell}) <= 1:
        start -= 1
    return start


def _looked_at(rows: pd.DataFrame, name: str) -> list[int]:
    """Give the rows worth a look: the first, and those that begin or are called as no data is.

    Parameters
    ----------
    rows : pandas.DataFrame
        All rows, as texts.
    name : str
        Heading of the column that names what a row is about; empty if not known.

    Returns
    -------
    list of int
        Positions of rows.
    """
    if rows.empty:
        return []
    if len(rows) <= _ALL_LOOKED_AT:
        return rows.index.tolist()
    # a large table is looked at as a whole, by the cells that could say it
    likely = np.zeros(len(rows), dtype=bool)
    likely[0] = True
    ends = [column for column in (rows.columns[0], name) if column in rows.columns]
    for column in ends:
        texts = rows[column]
        short = texts.str.len() <= 30
        likely |= (short & texts.str.contains(words.ANY_OF_THEM, case=False, regex=True)).to_numpy(
            dtype=bool
        )
        likely |= (texts == column).to_numpy(dtype=bool)
    empty = (rows == "").sum(axis=1).to_numpy()
    likely |= empty >= max(1, len(rows.columns) - _FEW)
    return rows.index[likely].tolist()


def _kind(cells: Mapping[str, str], name: str, counter: str) -> Kind | None:
    """Tell what a row is by its words, and by how little else it holds.

    Parameters
    ----------
    cells : mapping of str to str
        Cells of the row, by heading.
    name : str
        Heading of the column that names what a row is about; empty if not known.
    counter : str
        Heading of the column that numbers the rows of data; empty if there is none.

    Returns
    -------
    Kind or None
        None for a row of data.
    """
    filled = [plain(cell) for cell in cells.values() if cell.strip()]
    if not filled:
        return None
    first, called = filled[0], plain(cells.get(name, ""))
    numbered = bool(counter) and cells[counter].strip().isdigit()
    for text in dict.fromkeys((called, first)):
        for pattern, kind in _NAMED[:1] if numbered else _NAMED:
            if is_one_of(text, [pattern]):
                return kind
    distinct = list(dict.fromkeys(filled))
    if len(distinct) <= _FEW and words.NOTE.fullmatch(first):
        return "note"
    if _is_form(first, called, distinct):
        return "form"
    if len(distinct) > 1 or len(filled) not in (1, len(cells)):
        return None
    text = next(cell.strip() for cell in cells.values() if cell.strip())
    return _kind_alone(text, cells, (name, counter))


def _kind_alone(text: str, cells: Mapping[str, str], headings: tuple[str, str]) -> Kind | None:
    """Tell what a row is that holds one text and nothing else, in one cell or merged over all.

    Parameters
    ----------
    text : str
        What it holds.
    cells : mapping of str to str
        Cells of the row, by heading.
    headings : tuple[str, str]
        Of the names, and of the numbers of rows; empty if not known.

    Returns
    -------
    Kind or None
        None for a name without anything else, which may be a row of data.
    """
    name, counter = headings
    bare = plain(text)
    if words.SIGNED_LOOSELY.fullmatch(text) or words.DATED.fullmatch(bare):
        return "form"
    if is_one_of(bare, [words.SECTION, words.SECTION_ALONE]):
        return "section"
    if words.SENTENCE.fullmatch(bare):
        return "note"
    if len(cells) < _FEW + 1 or not name or _FIGURE.fullmatch(text):
        return None
    # not where names stand, or without its number where every row of data has one
    elsewhere = not cells.get(name, "").strip() or all(cell.strip() for cell in cells.values())
    return "section" if elsewhere or counter else None


def _is_form(first: str, called: str, distinct: Sequence[str]) -> bool:
    """Tell whether a row says who filled the form in, and when: 制表人：…, 审核 …, 第 1 页.

    Parameters
    ----------
    first : str
        Its first cell.
    called : str
        Its cell of names.
    distinct : sequence of str
        Its different cells.

    Returns
    -------
    bool
        True if it does.
    """
    if words.SIGNED.fullmatch(first) or words.SIGNED.fullmatch(called):
        return True
    labels = [t for t in distinct if words.LABEL.fullmatch(t) or words.SIGNED.fullmatch(t)]
    if words.LABEL.fullmatch(first) and len(distinct) <= 2 * len(labels):
        return True
    return len(distinct) == 1 and words.PAGE.fullmatch(first) is not None


def _counter(rows: pd.DataFrame) -> str:
    """Give the heading of the column that numbers the rows of data: 序号.

    Parameters
    ----------
    rows : pandas.DataFrame
        All rows, as texts.

    Returns
    -------
    str
        Empty if there is none. Numbers may begin anew below a heading of a part.
    """
    if len(rows) < _FEW or not len(rows.columns):
        return ""
    cells = rows[rows.columns[0]]
    numbers = pd.to_numeric(cells[cells.str.fullmatch("[0-9]{1,7}")])
    if len(numbers) < max(_FEW, _COUNTED * len(rows) - _FEW):
        return ""
    steps = numbers.diff().iloc[1:]
    counts = bool(len(steps)) and float((steps == 1).mean()) >= _COUNTED
    return str(rows.columns[0]) if counts else ""


_NAMED: Sequence[tuple[re.Pattern[str], Kind]] = (
    (words.TOTAL, "total"),
    (words.AVERAGE, "average"),
    (words.PART, "part"),
    (words.STATISTIC, "statistic"),
)


def _within(
    cells: Mapping[str, str], own: Mapping[str, Set[str]], is_heading: Callable[[str], bool]
) -> Kind | None:
    """Tell a heading within the table: the same again, or that of another table.

    ``own`` has the spellings of each column's own heading, and of its levels.

    Parameters
    ----------
    cells : mapping of str to str
        Cells of the row, by heading.
    own : Mapping[str, Set[str]]
        Spellings by heading.
    is_heading : callable
        Whether a cell is a heading that people use.

    Returns
    -------
    Kind or None
        None for a row of data.
    """
    filled = {column: cell for column, cell in cells.items() if cell.strip()}
    if len(filled) < 2 or any(_FIGURE.fullmatch(cell.strip()) for cell in filled.values()):
        return None
    spelt = {column: normal(cell) for column, cell in filled.items()}
    same = sum(cell in own[column] for column, cell in spelt.items())
    if same * 2 >= len(filled) and same >= 2:
        return "heading"
    distinct = set(spelt.values())
    if len(filled) < 3 or len(distinct) < len(filled):
        return None
    if sum(map(is_heading, filled.values())) * 3 < 2 * len(filled):
        return None
    return (
        "heading"
        if len(distinct & set().union(*own.values())) * 2 >= len(distinct)
        else ("second_table")
    )


def _under_the_heading(
    cells: Mapping[str, str], is_unit: Callable[[str], bool]
) -> tuple[Kind | None, dict[str, str]]:
    """Tell a row of units, or of column numbers (甲, 乙, 1, 2), right below the heading.

    Parameters
    ----------
    cells : mapping of str to str
        Cells of the row, by heading.
    is_unit : callable
        Whether a cell is a unit and nothing else.

    Returns
    -------
    tuple[Kind | None, dict[str, str]]
        What the row is, None for a row of data; and the unit of each heading.
    """
    filled = {column: cell.strip() for column, cell in cells.items() if cell.strip()}
    bare = {column: cell.strip("()（）[]【】 ") for column, cell in filled.items()}
    units = {column: cell for column, cell in bare.items() if is_unit(cell)}
    words = sum(cell in ("-", "—", "单位", "计量单位", "/") for cell in bare.values())
    if units and len(units) + words == len(filled):
        return "units", units
    counted = [cell.strip("()（）") for cell in filled.values()]
    numbers = [int(cell) for cell in counted if cell.isascii() and cell.isdigit()]
    start = numbers[0] if numbers else -1
    if (
        len(filled) == len(cells) >= 3
        and all(_COUNTER.fullmatch(cell) for cell in filled.values())
        and start in (0, 1)
        and len(numbers) >= 2
        and numbers == list(range(start, start + len(numbers)))
        and len(set(counted)) == len(counted)
    ):
        return "numbers", {}
    return None, {}


def ranges(text: str | None) -> list[range]:
    """Read row numbers as people write them: ``5-304,310``.

    Parameters
    ----------
    text : str, optional
        Numbers and spans of them, parted by commas; none if left out.

    Returns
    -------
    list of range
        In the order written.

    Raises
    ------
    OptionError
        If it is anything else.
    """
    found: list[range] = []
    if text is None:
        return found
    for part in re.split(r"[,，、;；\s]+", text.strip()):
        match = re.fullmatch(r"([0-9]{1,9})(?:[-~—–至到]([0-9]{1,9}))?", part)
        if match is None or int(match[2] or match[1]) < int(match[1]):
            raise OptionError(
                Text(
                    f"“{text}”不是行号；请写作 5-304 或 305,306",
                    f"'{text}' are no row numbers; write 5-304 or 305,306",
                )
            )
        found.append(range(int(match[1]), int(match[2] or match[1]) + 1))
    return found
