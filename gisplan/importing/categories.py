"""Words for the categories of a column: understood as people use them, asked for in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from gisplan.catalog.layer import Column
from gisplan.importing.amounts import say_nothing
from gisplan.importing.cells import reword
from gisplan.importing.findings import Findings
from gisplan.importing.headings import normal
from gisplan.importing.mapping import ColumnMapping
from gisplan.text import Text

#: Words that are shown before the rest is counted.
_SHOWN = 4
_CREDIT_CODE = "credit_code"


@dataclass(frozen=True, slots=True)
class CategoryWords:
    """Words that people use for the categories of columns; made by :meth:`from_table`."""

    _codes: Mapping[str, Mapping[str, str]]

    @classmethod
    def from_table(cls, table: pd.DataFrame) -> CategoryWords:
        """Make it from the layer ``category_words``: ``column``, ``alias``, ``code``.

        Parameters
        ----------
        table : pandas.DataFrame
            Its rows.

        Returns
        -------
        CategoryWords
            The words, normalised.
        """
        codes: dict[str, dict[str, str]] = {}
        for column, alias, code in zip(table["column"], table["alias"], table["code"], strict=True):
            codes.setdefault(str(column), {})[normal(str(alias))] = str(code)
        return cls(codes)

    def of(self, column: Column) -> dict[str, str]:
        """Give the words for the categories that a column has, normalised, with the code.

        Parameters
        ----------
        column : Column
            Declaration of the column.

        Returns
        -------
        dict of str to str
            Code by word.
        """
        allowed = {*column.values, *column.labels}
        known = self._codes.get(column.name, {})
        return {word: code for word, code in known.items() if code in allowed}


def read_words(
    cells: pd.Series,
    column: Column,
    item: ColumnMapping,
    *,
    spoken: CategoryWords,
    findings: Findings,
) -> pd.Series | None:
    """Read a column of words, dates or truth values; None if it is another column altogether.

    Parameters
    ----------
    cells : pandas.Series
        Cells of the column.
    column : Column
        Declaration of the column.
    item : ColumnMapping
        Where it comes from.
    spoken : CategoryWords
        Words that people use for categories.
    findings : Findings
        Takes what is found.

    Returns
    -------
    pandas.Series or None
        The cells as the declaration has them.
    """
    words, changed = reword(cells, column, item, spoken=spoken.of(column))
    cells, words = _without_nothing(cells, words, column, (item, findings))
    asked = bool(item.words) or item.otherwise is not None
    if column.values and item.heading and not asked:
        decided = item.decided
        kept = without_unknown(words, column, given=cells, decided=decided, findings=findings)
        if kept is None:
            return None
        words = kept
    elif column.labels and item.heading and not asked:
        tell_unknown(words, column, cells, findings)
    findings.reworded(changed, cells, item.heading, column.labels)
    return words


def _without_nothing(
    cells: pd.Series, words: pd.Series, column: Column, tools: tuple[ColumnMapping, Findings]
) -> tuple[pd.Series, pd.Series]:
    """Empty cells of codes and categories that say that nothing is known: 无, 不详.

    Parameters
    ----------
    cells : pandas.Series
        Cells as they stand.
    words : pandas.Series
        The same in the words of the declaration.
    column : Column
        Declaration of the column.
    tools : tuple[ColumnMapping, Findings]
        Where it comes from; takes what is found.

    Returns
    -------
    tuple[pandas.Series, pandas.Series]
        Both, such cells emptied; those that are a category by name stay.
    """
    item, findings = tools
    coded = bool(column.labels or column.values) or column.name == _CREDIT_CODE
    coded = coded or column.type in ("boolean", "date") or column.name.endswith("year")
    if not coded or not item.heading:
        return cells, words
    none = say_nothing(words) & ~words.isin([*column.labels, *column.values])
    if not none.any():
        return cells, words
    findings.reworded(dict.fromkeys(cells[none].unique(), ""), cells[none], item.heading)
    return cells.mask(none, ""), words.mask(none, "")


def without_unknown(
    cells: pd.Series, column: Column, *, given: pd.Series, decided: bool, findings: Findings
) -> pd.Series | None:
    """Empty the cells of a column that are none of its categories.

    Parameters
    ----------
    cells : pandas.Series of str
        With codes where the words were understood.
    column : Column
        With ``values``.
    given : pandas.Series of str
        As the cells stand in the file; the name is the heading.
    decided : bool
        Whether a mapping says that this heading is the column; then its cells are looked at one
        by one, else a heading whose cells are all something else is not the column at all.
    findings : Findings
        Where problems are gathered.

    Returns
    -------
    pandas.Series of str or None
        None if the heading means something else.
    """
    unknown = (cells != "") & ~cells.isin(list(column.values))
    if not unknown.any():
        return cells
    heading = str(given.name)
    words = [column.labels[v].zh if v in column.labels else v for v in column.values]
    english = [column.labels[v].en if v in column.labels else v for v in column.values]
    if not decided and not ((cells != "") & ~unknown).any():
        seen = [str(word) for word in given[unknown].unique()]
        shown = "、".join(seen[:_SHOWN]) + ("…" if len(seen) > _SHOWN else "")
        findings.warn(
            f"“{heading}”一列（{shown}）不是“{column.title.zh}”，未用；"
            f"“{column.title.zh}”可写：{'、'.join(words)}",
            f"'{heading}' ({shown}) is not {column.title.en} and was not used; "
            f"{column.title.en} is one of: {', '.join(english)}",
        )
        return None
    for word, rows in given[unknown].groupby(given[unknown]).groups.items():
        count = len(rows)
        many = Text(f"（共 {count} 行）", f" ({count} rows)") if count > 1 else Text("", "")
        message = Text(
            f"“{word}”不是所知的“{column.title.zh}”{many.zh}；可写：{'、'.join(words)}",
            f"'{word}' is no {column.title.en} that is known{many.en}; one of: "
            f"{', '.join(english)}",
        )
        action = findings.action(required=column.required)
        for row in rows if findings.strict or column.required else rows[:1]:
            findings.note((int(row), heading, word), message, action)
    return cells.mask(unknown, "")


def tell_unknown(cells: pd.Series, column: Column, given: pd.Series, findings: Findings) -> None:
    """Tell which words are none of a column's known categories, where others may stand.

    Parameters
    ----------
    cells : pandas.Series of str
        With codes where the words were understood.
    column : Column
        With ``labels`` and without ``values``.
    given : pandas.Series of str
        As the cells stand in the file; the name is the heading.
    findings : Findings
        Told of them, with their rows.
    """
    unknown = (cells != "") & ~cells.isin(list(column.labels))
    if not unknown.any():
        return
    counts = given[unknown].value_counts()
    shown = "、".join(f"{word} {count}" for word, count in counts.head(2 * _SHOWN).items())
    more = "…" if len(counts) > 2 * _SHOWN else ""
    known = [words.zh for words in column.labels.values()]
    english = [words.en for words in column.labels.values()]
    findings.say(
        f"“{given.name}”有 {len(counts)} 种说法不是所知的类别（{'、'.join(known)}），"
        f"原样保留，各为一类：{shown}{more}",
        f"{len(counts)} words of '{given.name}' are none of the known categories "
        f"({', '.join(english)}) and stay as they are, each its own: {shown}{more}",
    )
