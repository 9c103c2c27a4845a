"""What every way to demand asks of its tables."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from gisplan.errors import DataError, OptionError
from gisplan.text import Text

_SHOWN = 5


def names(values: Iterable[object]) -> Text:
    """List the first few of some values."""
    listed = [str(value) for value in values]
    more = "…" if len(listed) > _SHOWN else ""
    shown = listed[:_SHOWN]
    return Text("、".join(shown) + more, ", ".join(shown) + more)


def require_columns(table: pd.DataFrame, columns: Iterable[str], name: Text) -> None:
    """Raise ``OptionError`` if a column is missing."""
    missing = [column for column in columns if column not in table.columns]
    if missing:
        raise OptionError(
            Text(
                f"{name.zh}缺少列：{names(missing).zh}",
                f"{name.en}: columns missing: {names(missing).en}",
            )
        )


def require_unique(table: pd.DataFrame, column: str, name: Text) -> None:
    """Raise ``DataError`` if a value is empty or stands twice."""
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
