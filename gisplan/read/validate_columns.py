"""Holding a column against its declaration: what its cells are read as, and its bounds."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, cast

import numpy as np
import pandas as pd
import pyarrow.compute as pc

from gisplan.catalog.layer import Column, ColumnType
from gisplan.plain_numbers import large_texts
from gisplan.read.row_problems import RowProblems, is_nothing
from gisplan.text import Text

_NUMBER = re.compile(r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?")
#: Types of whole columns of texts that a pattern can tell.
_WHOLE: Mapping[ColumnType, str] = {
    "number": _NUMBER.pattern,
    "integer": "[+-]?[0-9]{1,18}",
    "adcode": "[1-9][0-9]{5}",
}


def typed_column(raw: pd.Series, column: Column, found: RowProblems) -> pd.Series:
    """Give the cells of a column as what is declared; rows that can't be are set aside.

    Parameters
    ----------
    raw : pandas.Series
        Cells as they were read, by line.
    column : Column
        Its declaration.
    found : RowProblems
        Takes the problems.

    Returns
    -------
    pandas.Series
        Of the declared type; missing where a cell stands for nothing or can't be used.
    """
    values = _stripped(raw, column, found)
    null = _nulls(values)
    if column.required:
        for row in values.index[null]:
            found.lose(row, column.name, None, Text("必填项为空", "a required value is empty"))
    _, dtype, message = TYPES[column.type]
    parsed = _parsed(values, null, column.type)
    wrong = ~null & parsed.isna()
    for row in values.index[wrong]:
        found.lose(row, column.name, values[row], message)
    if column.values or column.minimum is not None or column.maximum is not None:
        _check_bounds(values, parsed[~null & ~wrong], column, found)
    typed: pd.Series[Any] = parsed.astype(cast("Any", dtype))
    return typed


def _parsed(values: pd.Series, null: pd.Series, kind: ColumnType) -> pd.Series:
    """Give the values as what is declared, missing where they can't be read.

    Whole columns of texts and of numbers are read at once; what is mixed, cell by cell.

    Parameters
    ----------
    values : pandas.Series
        Cells of one column.
    null : pandas.Series
        Which of them stand for nothing.
    kind : ColumnType
        Declared type.

    Returns
    -------
    pandas.Series
        Missing where a cell stands for nothing or can't be read.
    """
    if is_texts(values):
        pattern = _WHOLE.get(kind)
        if pattern is not None:
            fits = values.str.fullmatch(pattern).fillna(False).astype(bool) & ~null
            some = values if fits.all() else values.where(fits)
            if kind == "number":
                numbers = some.astype("float64")
                return numbers.where(np.isfinite(numbers))
            # the library reads no plus before a whole number
            return some if kind == "adcode" else some.str.removeprefix("+").astype("Int64")
        if kind == "text":
            return values.where(~null) if null.any() else values
    if kind == "number" and pd.api.types.is_float_dtype(values.dtype):
        return values.where(np.isfinite(values))
    if kind in ("integer", "number") and pd.api.types.is_integer_dtype(values.dtype):
        return values if kind == "integer" else values.astype("float64")
    return _read_cells(values, null, kind)


def _read_cells(values: pd.Series, null: pd.Series, kind: ColumnType) -> pd.Series:
    # kept as objects: a column of whole numbers and gaps would turn to floats, and lose digits
    parse = TYPES[kind][0]
    if is_texts(values):
        # dates and truth values are few, however many the rows
        place, texts = pd.factorize(values)
        known = np.array([*(parse(text) for text in texts), None], dtype=object)
        return pd.Series(known[np.where(null, -1, place)], index=values.index, dtype=object)
    read = [None if empty else parse(v) for v, empty in zip(values, null, strict=True)]
    return pd.Series(read, index=values.index, dtype=object)


def is_texts(values: pd.Series) -> bool:
    """Tell whether all cells of a column are texts or missing, by its type.

    Parameters
    ----------
    values : pandas.Series
        Cells of one column.

    Returns
    -------
    bool
        True of a column of texts.
    """
    return isinstance(values.dtype, pd.StringDtype)


def _nulls(values: pd.Series) -> pd.Series:
    if is_texts(values):
        return values.isna() | (values == "").fillna(False).astype(bool)
    if pd.api.types.is_float_dtype(values.dtype) or pd.api.types.is_integer_dtype(values.dtype):
        return values.isna()
    return values.map(is_nothing).astype(bool)


def _stripped(raw: pd.Series, column: Column, found: RowProblems) -> pd.Series:
    if pd.api.types.is_float_dtype(raw.dtype) or pd.api.types.is_integer_dtype(raw.dtype):
        return raw
    if is_texts(raw):
        bare = raw.str.strip()
        if _size(raw) == _size(bare):
            return raw  # as most are: nothing was stripped
        for row in raw.index[raw.notna() & (raw != bare)]:
            told = (Text("首尾有空白", "blanks around it"), bare[row])
            found.repair(row, column.name, raw[row], told)
        return bare
    values = raw.astype(object)
    texts = values[values.map(lambda v: isinstance(v, str))]
    bare = texts.str.strip() if len(texts) else texts
    for row in texts.index[texts != bare]:
        told = (Text("首尾有空白", "blanks around it"), bare[row])
        found.repair(row, column.name, texts[row], told)
    if not len(texts):
        return values
    values = values.copy()
    values[texts.index] = bare
    return values


def _size(texts: pd.Series) -> int:
    return pc.sum(pc.binary_length(large_texts(texts))).as_py() or 0


def _check_bounds(values: pd.Series, parsed: pd.Series, column: Column, found: RowProblems) -> None:
    if column.values:
        allowed = ", ".join(column.values)
        for row in parsed.index[~parsed.isin(column.values)]:
            message = Text(f"只能是：{allowed}", f"must be one of: {allowed}")
            found.lose(row, column.name, values[row], message)
    low, high = column.minimum, column.maximum
    if low is not None:
        for row in parsed.index[parsed < low]:
            message = Text(f"小于下限 {low:g}", f"below the least allowed, {low:g}")
            found.lose(row, column.name, values[row], message)
    if high is not None:
        for row in parsed.index[parsed > high]:
            message = Text(f"大于上限 {high:g}", f"above the most allowed, {high:g}")
            found.lose(row, column.name, values[row], message)


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _number(value: object) -> float | None:
    if isinstance(value, str):
        value = float(value) if _NUMBER.fullmatch(value) else None
    if isinstance(value, bool | np.bool_) or not isinstance(value, int | float | np.number):
        return None
    return float(value) if np.isfinite(float(value)) else None


def _integer(value: object) -> int | None:
    if isinstance(value, str):
        return int(value) if re.fullmatch(r"[+-]?[0-9]{1,18}", value) else None
    number = _number(value)
    fits = number is not None and number.is_integer() and -(2.0**63) <= number < 2.0**63
    return int(cast("float", number)) if fits else None


def _boolean(value: object) -> bool | None:
    if isinstance(value, bool | np.bool_):
        return bool(value)
    return {"true": True, "false": False}.get(str(value).lower())


def _date(value: object) -> pd.Timestamp | None:
    if isinstance(value, str) and not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        return None
    try:
        day: pd.Timestamp = pd.Timestamp(value)  # type: ignore[arg-type]
    except (ValueError, TypeError):
        return None
    return day


def _adcode(value: object) -> str | None:
    return value if isinstance(value, str) and re.fullmatch(r"[1-9][0-9]{5}", value) else None


#: How a cell is read, the type of the whole column, and what is said of a cell that does not fit.
TYPES: Mapping[ColumnType, tuple[Callable[[object], object], str, Text]] = {
    "text": (_text, "str", Text("应为文字", "must be a text")),
    "integer": (_integer, "Int64", Text("应为整数", "must be a whole number")),
    "number": (_number, "float64", Text("应为有限的数", "must be a finite number")),
    "boolean": (_boolean, "boolean", Text("应为 true 或 false", "must be true or false")),
    "date": (
        _date,
        "datetime64[s]",
        Text("应为日期，写作 2018-06-02", "must be a date, written 2018-06-02"),
    ),
    "adcode": (
        _adcode,
        "str",
        Text("应为六位行政区划代码", "must be an adcode of six digits"),
    ),
}
