"""Cells of text, dates and truth values, as people write them, into what a layer declares."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from typing import Any

import geopandas as gpd
import pandas as pd

from gisplan.catalog.layer import Column
from gisplan.importing.headings import normal
from gisplan.importing.mapping import ColumnMapping
from gisplan.plain_numbers import bytes_of, large_texts

_DATE = re.compile(
    r"(?P<y>(?:19|20)\d\d)[-/.年](?P<m>\d{1,2})[-/.月](?P<d>\d{1,2})日?(?:[ T]0{1,2}:00(?::00)?)?"
)
_YEAR = re.compile(
    r"((?:19|20)\d\d)(?:年度?|\.0|(?:[-/.年](?:0?[1-9]|1[0-2])(?:[-/.月](?:0?[1-9]|[12]\d|3[01]))?[月日]?)"
    r"(?:[ T]\d\d:\d\d(?::\d\d)?)?)"
)
_PLAIN_YEAR = re.compile(r"((?:19|20)[0-9][0-9])")
_TRUE = frozenset({"是", "有", "对", "真", "yes", "y", "true", "1", "√", "✓"})
_FALSE = frozenset({"否", "无", "没有", "不是", "假", "no", "n", "false", "0", "×"})


def texts(raw: pd.DataFrame) -> pd.DataFrame:
    """Give a raw table as texts, without geometry; what is missing is ``""``.

    Parameters
    ----------
    raw : pandas.DataFrame or geopandas.GeoDataFrame
        Not changed.

    Returns
    -------
    pandas.DataFrame
        The same index; headings and cells are str, without blanks around them.
    """
    table = pd.DataFrame(raw.drop(columns="geometry") if isinstance(raw, gpd.GeoDataFrame) else raw)
    columns = {str(name): _texts(table[name]) for name in table.columns}
    return pd.DataFrame(columns, index=raw.index)


def _texts(series: pd.Series) -> pd.Series:
    if pd.api.types.is_string_dtype(series.dtype) and series.dtype != object:
        filled = series.fillna("") if series.hasnans else series
        bare = filled.str.strip()
        # mostly nothing changes, and a million cells need not be kept twice
        return filled if bytes_of(large_texts(bare)) == bytes_of(large_texts(filled)) else bare
    values = [_text(value) for value in series]
    return pd.Series(values, index=series.index, dtype="str")


def _text(value: Any) -> str:
    if isinstance(value, str):
        return value.strip()
    if pd.isna(value):
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def reword(
    values: pd.Series,
    column: Column,
    item: ColumnMapping,
    *,
    spoken: Mapping[str, str] | None = None,
) -> tuple[pd.Series, dict[str, str]]:
    """Put cells of a text, date or truth value as the declaration has them.

    Parameters
    ----------
    values : pandas.Series of str
        ``""`` is empty.
    column : Column
        Column of the layer.
    item : ColumnMapping
        Its ``words`` and ``otherwise`` go before everything else and are no repairs, since
        they were asked for.
    spoken : mapping of str to str, optional
        Words that people use for the codes of this column, normalised, with the code.

    Returns
    -------
    tuple[pandas.Series, dict of str to str]
        The words; and cells that were not as the declaration has them, with what they became.
    """
    known = _words(values, column, item, spoken or {})
    changed = {cell: new for cell, new in known.items() if new != cell}
    if not changed:
        return values, {}
    asked = bool(item.words) or item.otherwise is not None
    # of few words, however many the rows
    place, different = pd.factorize(values)
    words = pd.array([known[cell] for cell in different], dtype="str").take(place)
    return pd.Series(words, values.index, name=values.name), {} if asked else changed


def _words(
    values: pd.Series, column: Column, item: ColumnMapping, spoken: Mapping[str, str]
) -> dict[str, str]:
    if item.words or item.otherwise is not None:
        other = item.otherwise
        return {c: item.words.get(c, c if other is None else other) for c in values.unique()}
    read: Callable[[str], str] | None = None
    if column.labels:
        codes = {**spoken, **_codes(column)}

        def read(cell: str) -> str:
            return codes.get(normal(cell), cell)

    elif column.type == "date":
        read = _date
    elif column.type == "boolean":
        read = _boolean
    elif column.type == "integer" and column.name.endswith("year"):
        read = _year
    if read is None:
        return {}
    return {cell: read(cell) if cell else cell for cell in values.unique()}


def _codes(column: Column) -> Mapping[str, str]:
    """Give the code for each way of saying it: the code itself, its words in either language.

    Parameters
    ----------
    column : Column
        Declaration of the column.

    Returns
    -------
    mapping of str to str
        Code by spelling, normalised.
    """
    codes: dict[str, str] = {}
    for code, words in column.labels.items():
        for spelling in (words.zh, words.en, code):
            codes[normal(spelling)] = code
    return codes


def _date(cell: str) -> str:
    match = _DATE.fullmatch(unicodedata.normalize("NFKC", cell))
    return f"{match['y']}-{int(match['m']):02}-{int(match['d']):02}" if match else cell


def _year(cell: str) -> str:
    """Give the year of a year, a month (2023.05) or a day; a cell of several years stays.

    Parameters
    ----------
    cell : str
        Text of a cell.

    Returns
    -------
    str
        Four digits, or the cell.
    """
    # as it is typed with a Chinese input method, ２０２０年, too
    plain = unicodedata.normalize("NFKC", cell)
    match = _YEAR.fullmatch(plain) or _PLAIN_YEAR.fullmatch(plain)
    return match[1] if match else cell


def _boolean(cell: str) -> str:
    said = normal(cell)
    return "true" if said in _TRUE else "false" if said in _FALSE else cell
