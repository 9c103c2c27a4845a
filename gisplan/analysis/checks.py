"""Tables held against what coverage needs."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

import numpy as np
import pandas as pd

from gisplan.arrays import Bools, Floats
from gisplan.errors import DataError, OptionError
from gisplan.text import Text

_SHOWN = 5
#: Values that are listed where one is to be chosen.
_ALL = 30


def listed(values: Iterable[object], *, most: int = _SHOWN) -> tuple[str, str]:
    """Put the first few values into a Chinese and an English list.

    Parameters
    ----------
    values : Iterable[object]
        Values, turned into text.
    most : int
        How many are listed before the rest is counted.

    Returns
    -------
    tuple[str, str]
        Both lists; how many there are is said if not all are listed.
    """
    every = [str(value) for value in values]
    head = every[:most]
    if len(every) <= most:
        return "、".join(head), ", ".join(head)
    return (
        f"{'、'.join(head)} 等 {len(every)} 个",
        f"{', '.join(head)} and {len(every) - most} more",
    )


def require_known(given: Iterable[object], known: Iterable[object], *, what: Text) -> None:
    """Refuse values that there are not, with those that there are.

    Parameters
    ----------
    given : Iterable[object]
        What was asked for.
    known : Iterable[object]
        What there is.
    what : Text
        What they are: "kind".

    Raises
    ------
    OptionError
        If one is unknown.
    """
    there = {str(one) for one in known}
    unknown = sorted({str(one) for one in given} - there)
    if unknown:
        (zh, en), (there_zh, there_en) = listed(unknown), listed(sorted(there), most=_ALL)
        raise OptionError(
            Text(
                f"没有{what.zh} {zh}，有：{there_zh or '—'}",
                f"there is no {what.en} {en}; there are: {there_en or '—'}",
            )
        )


def listed_names(table: pd.DataFrame, chosen: Bools, *, most: int = _SHOWN) -> tuple[str, str]:
    """List rows by ``name_zh`` and ``name_en`` where they have them, else by ``id``.

    Parameters
    ----------
    table : pandas.DataFrame
        Rows with ``id``.
    chosen : array of bool
        Which rows.
    most : int
        How many are listed before the rest is counted.

    Returns
    -------
    tuple[str, str]
        Chinese names in Chinese words, English ones in English.
    """
    rows = table[chosen]
    zh, en = (rows.get(f"name_{lang}", rows["id"]).fillna(rows["id"]) for lang in ("zh", "en"))
    return listed(zh, most=most)[0], listed(en, most=most)[1]


def require_columns(table: pd.DataFrame, names: Sequence[str]) -> None:
    """Raise ``OptionError`` if the table lacks one of the columns.

    Parameters
    ----------
    table : pandas.DataFrame
        Table to check.
    names : sequence of str
        Columns that must be there.

    Raises
    ------
    OptionError
        If one is not.
    """
    missing = [name for name in names if name not in table.columns]
    if missing:
        raise OptionError(
            Text(f"表中没有列：{'、'.join(missing)}", f"the table lacks: {', '.join(missing)}")
        )


def check_ids(table: pd.DataFrame, *, layer: Text, columns: Sequence[str] = ()) -> None:
    """Refuse a table that is empty, lacks columns, or whose ``id`` is empty or stands twice.

    Parameters
    ----------
    table : pandas.DataFrame
        Table to check.
    layer : Text
        What the message calls it.
    columns : sequence of str
        Columns needed beside ``id``.

    Raises
    ------
    DataError
        Naming layer, column and ids.
    """
    missing = [name for name in ("id", *columns) if name not in table.columns]
    if missing:
        zh, en = listed(missing)
        raise DataError(Text(f"{layer.zh}缺少列：{zh}", f"{layer.en} lacks the column(s) {en}"))
    if table.empty:
        raise DataError(
            Text(f"{layer.zh}没有数据行", f"{layer.en} is empty: at least one row is needed")
        )
    empty = np.flatnonzero(table["id"].isna())
    if len(empty):
        zh, en = listed(empty + 1)
        raise DataError(
            Text(
                f"{layer.zh}的列 id 为空，第 {zh} 条记录",
                f"{layer.en}, column id: empty in record(s) {en}",
            )
        )
    twice = table["id"][table["id"].duplicated()].unique()
    if len(twice):
        zh, en = listed(twice)
        raise DataError(
            Text(f"{layer.zh}的列 id 有重复：{zh}", f"{layer.en}, column id: {en} stand(s) twice")
        )


DEMAND = Text("需求图层", "the demand layer")
SITES = Text("设施图层", "the layer of sites")


def amounts(demand: pd.DataFrame, column: str) -> Floats:
    """Give the amounts of a demand table, checked.

    Parameters
    ----------
    demand : pandas.DataFrame
        ``id`` and the column.
    column : str
        ``weight`` has to be above 0 in every row; any other number may also be 0, or empty in
        every row, which says that it is not known.

    Returns
    -------
    numpy.ndarray of float64, shape (len(demand),)
        All NaN for a column that is empty throughout.

    Raises
    ------
    DataError
        If the column is missing, not numeric, or a value can't be; with the ids.
    """
    check_ids(demand, layer=DEMAND, columns=[column])
    values = numbers(demand, column, layer=DEMAND)
    if column != "weight" and np.isnan(values).all():
        return values
    wrong = ~(np.isfinite(values) & ((values > 0) if column == "weight" else (values >= 0)))
    if wrong.any():
        _refuse(demand, column, wrong, layer=DEMAND)
    return values


def capacities(sites: pd.DataFrame) -> Floats:
    """Give the column ``capacity``, checked: not below 0; NaN where it is not known.

    Parameters
    ----------
    sites : pandas.DataFrame
        With ``id`` and ``capacity``.

    Returns
    -------
    array of float
        One a row.

    Raises
    ------
    DataError
        If a capacity is below 0, infinite or no number.
    """
    check_ids(sites, layer=SITES, columns=["capacity"])
    values = numbers(sites, "capacity", layer=SITES)
    wrong = (values < 0) | np.isinf(values)
    if wrong.any():
        _refuse(sites, "capacity", wrong, layer=SITES)
    return values


def numbers(table: pd.DataFrame, column: str, *, layer: Text) -> Floats:
    """Give a column as floats, NaN for what is empty, or refuse what is no number.

    Parameters
    ----------
    table : pandas.DataFrame
        Table to check.
    column : str
        Name of the column.
    layer : Text
        What the message calls the table.

    Returns
    -------
    array of float
        One a row.

    Raises
    ------
    DataError
        If something is no number.
    """
    try:
        return table[column].to_numpy(dtype=np.float64, na_value=np.nan)
    except (TypeError, ValueError) as error:
        raise DataError(
            Text(
                f"{layer.zh}的列 {column} 应为数值",
                f"{layer.en}, column {column}: numbers are needed",
            )
        ) from error


def _refuse(table: pd.DataFrame, column: str, wrong: Bools, *, layer: Text) -> None:
    bad = table.loc[wrong, ["id", column]].itertuples(index=False)
    zh, en = listed(f"{row[0]} = {row[1]}" for row in bad)
    above = column == "weight"
    raise DataError(
        Text(
            f"{layer.zh}的列 {column} 应为{'大于 0' if above else '不小于 0'} 的有限数值：{zh}",
            f"{layer.en}, column {column}: must be finite and "
            f"{'above 0' if above else 'not below 0'}: {en}",
        )
    )


def check_limit(limit: float, *, name: str = "limit") -> None:
    """Refuse a reach that is not a finite number above 0.

    Parameters
    ----------
    limit : float
        The reach.
    name : str, optional
        Name of the parameter in the message.

    Raises
    ------
    OptionError
        If it is not.
    """
    if not (math.isfinite(limit) and limit > 0):
        raise OptionError(
            Text(f"{name} 应为大于 0 的数：{limit}", f"{name} must be a number above 0: {limit}")
        )


def check_breaks(breaks: Sequence[float], *, name: str = "breaks") -> None:
    """Refuse bounds of bands that are not finite, above 0 and rising.

    Parameters
    ----------
    breaks : sequence of float
        Bounds of the bands.
    name : str, optional
        Name of the parameter in the message.

    Raises
    ------
    OptionError
        If they are not, or there is none.
    """
    if not breaks or list(breaks) != sorted(set(breaks)):
        raise OptionError(
            Text(
                f"{name} 应由小到大、不重复，至少一个：{list(breaks)}",
                f"{name} must rise, at least one is needed: {list(breaks)}",
            )
        )
    for value in breaks:
        check_limit(value, name=name)
