"""What every way to demand asks of its tables."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from gisplan.errors import DataError, OptionError
from gisplan.text import Text

_SHOWN = 5


def names(values: Iterable[object]) -> Text:
    """List the first few of some values.

    Parameters
    ----------
    values : Iterable[object]
        Values, turned into text.

    Returns
    -------
    Text
        The list in both languages; an ellipsis if there are more.
    """
    listed = [str(value) for value in values]
    more = "…" if len(listed) > _SHOWN else ""
    shown = listed[:_SHOWN]
    return Text("、".join(shown) + more, ", ".join(shown) + more)


def require_columns(table: pd.DataFrame, columns: Iterable[str], name: Text) -> None:
    """Raise ``OptionError`` if a column is missing.

    Parameters
    ----------
    table : pandas.DataFrame
        Table to check.
    columns : Iterable[str]
        Columns that must be there.
    name : Text
        What messages call the table.

    Raises
    ------
    OptionError
        If one is not.
    """
    missing = [column for column in columns if column not in table.columns]
    if missing:
        raise OptionError(
            Text(
                f"{name.zh}缺少列：{names(missing).zh}",
                f"{name.en}: columns missing: {names(missing).en}",
            )
        )


def require_unique(table: pd.DataFrame, column: str, name: Text) -> None:
    """Raise ``DataError`` if a value is empty or stands twice.

    Parameters
    ----------
    table : pandas.DataFrame
        Table to check.
    column : str
        Column to check.
    name : Text
        What messages call the table.

    Raises
    ------
    DataError
        If it is so; how many rows, or which values, is said.
    """
    empty = int(table[column].isna().sum())
    if empty:
        raise DataError(
            Text(
                f"{name.zh}的列 {column} 有 {empty} 行为空",
                f"{name.en}: column {column} is empty in {empty} row(s)",
            )
        )
    twice = sorted(set(table.loc[table[column].duplicated(), column].astype("str")))
    if twice:
        raise DataError(
            Text(
                f"{name.zh}的列 {column} 有重复：{names(twice).zh}",
                f"{name.en}: column {column} has a value twice: {names(twice).en}",
            )
        )
