"""Tables of a siting problem, read with every fault named: table, row, column, value."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NoReturn

import numpy as np
import pandas as pd

from gisplan.arrays import Bools, Floats, Ints
from gisplan.errors import DataError
from gisplan.text import Text

NAMES = {
    "demand": Text("需求表", "demand table"),
    "sites": Text("场址表", "table of sites"),
    "reach": Text("可达表", "reach table"),
    "spacing": Text("间距表", "spacing table"),
}
_SHOWN = 20


def _fail(table: str, column: str, found: Sequence[Text]) -> NoReturn:
    name = NAMES[table]
    count = len(found)
    raise DataError(
        Text(
            f"{name.zh}“{column}”列有 {count} 处错误，请改正后重试。",
            f"The {name.en} has {count} fault(s) in column '{column}'; put them right.",
        ),
        faults=found[:_SHOWN],
    )


def columns(table: pd.DataFrame, name: str, needed: Sequence[str]) -> None:
    """Raise ``DataError`` if a table is empty or lacks a column.

    Parameters
    ----------
    table : pandas.DataFrame
        Table as the caller gave it.
    name : str
        Which table, as messages name it: a key of ``NAMES``.
    needed : sequence of str
        Columns that must be there.

    Raises
    ------
    DataError
        If one is not, or there are no rows.
    """
    title = NAMES[name]
    lacking = [column for column in needed if column not in table.columns]
    if lacking:
        raise DataError(
            Text(
                f"{title.zh}缺少列：{'、'.join(lacking)}。",
                f"The {title.en} lacks the column(s) {', '.join(lacking)}.",
            )
        )
    if len(table) == 0:
        raise DataError(Text(f"{title.zh}没有数据行。", f"The {title.en} has no rows."))


def numbers(
    table: pd.DataFrame, name: str, column: str, *, least: float, above: bool = False
) -> Floats:
    """Give a column of finite numbers, at least (or above) a limit.

    Parameters
    ----------
    table : pandas.DataFrame
        Table as the caller gave it.
    name : str
        Which table, as messages name it: a key of ``NAMES``.
    column : str
        Name of the column.
    least : float
        Least value.
    above : bool, optional
        Whether the least value itself is too small.

    Returns
    -------
    array of float
        The numbers, in the order of the rows.

    Raises
    ------
    DataError
        If a value is no number, not finite or too small; row and column are named.
    """
    values = pd.to_numeric(table[column], errors="coerce").to_numpy(dtype=float, na_value=np.nan)
    good = np.isfinite(values) & ((values > least) if above else (values >= least))
    if not good.all():
        zh, en = (
            (f"应大于 {least:g}", f"must be above {least:g}")
            if above
            else (
                f"不应小于 {least:g}",
                f"must be {least:g} or more",
            )
        )
        found = [
            Text(
                f"第 {row + 1} 行：{table[column].iloc[row]}，{zh}且为有限数值",
                f"row {row + 1}: {table[column].iloc[row]}; it {en} and finite",
            )
            for row in np.flatnonzero(~good)
        ]
        _fail(name, column, found)
    return values


def positions(table: pd.DataFrame, name: str, column: str, ids: pd.Index) -> Ints:
    """Give the position of each identifier of a column.

    Parameters
    ----------
    table : pandas.DataFrame
        Table as the caller gave it.
    name : str
        Which table, as messages name it: a key of ``NAMES``.
    column : str
        Name of the column.
    ids : pandas.Index
        Identifiers that may stand in it.

    Returns
    -------
    array of int
        Position in ``ids`` of each row's identifier.

    Raises
    ------
    DataError
        If one is not among them.
    """
    place = ids.get_indexer(pd.Index(table[column]))
    if (place < 0).any():
        found = [
            Text(
                f"第 {row + 1} 行：标识 {table[column].iloc[row]!r} 未在相应的表中",
                f"row {row + 1}: {table[column].iloc[row]!r} is in no row of the table it names",
            )
            for row in np.flatnonzero(place < 0)
        ]
        _fail(name, column, found)
    return np.asarray(place, dtype=np.int64)


def identifiers(table: pd.DataFrame, name: str) -> tuple[pd.Index, Ints]:
    """Give the identifiers in order, and the row of each.

    Parameters
    ----------
    table : pandas.DataFrame
        Table as the caller gave it.
    name : str
        Which table, as messages name it: a key of ``NAMES``.

    Returns
    -------
    tuple[pandas.Index, Ints]
        The identifiers of ``id``, sorted; and the row of each.

    Raises
    ------
    DataError
        If one is empty or repeated.
    """
    index = pd.Index(table["id"])
    found = [
        Text(f"第 {row + 1} 行：标识为空", f"row {row + 1}: the identifier is empty")
        for row in np.flatnonzero(index.isna())
    ]
    found += [
        Text(
            f"第 {row + 1} 行：标识 {index[row]!r} 重复",
            f"row {row + 1}: {index[row]!r} is repeated",
        )
        for row in np.flatnonzero(index.duplicated() & ~index.isna())
    ]
    if found:
        _fail(name, "id", found)
    try:
        order = np.argsort(index.to_numpy(), kind="stable")
    except TypeError:  # texts beside numbers
        order = np.argsort(index.astype(str).to_numpy(dtype=object), kind="stable")
    return index[order], np.asarray(order, dtype=np.int64)


def _flags(table: pd.DataFrame, column: str) -> Bools:
    if column not in table.columns:
        return np.zeros(len(table), dtype=bool)
    values = table[column]
    wrong = ~values.isin([True, False]).to_numpy()
    if wrong.any():
        found = [
            Text(
                f"第 {row + 1} 行：{values.iloc[row]}，应为是或否",
                f"row {row + 1}: {values.iloc[row]}; it must be true or false",
            )
            for row in np.flatnonzero(wrong)
        ]
        _fail("sites", column, found)
    return values.to_numpy(dtype=bool)


@dataclass(frozen=True, slots=True, eq=False)
class Demand:
    """The demand table, in the order of its identifiers."""

    ids: pd.Index
    weight: Floats

    @classmethod
    def read(cls, table: pd.DataFrame) -> Demand:
        """Check a demand table.

        Parameters
        ----------
        table : pandas.DataFrame
            ``id``, ``weight``.

        Returns
        -------
        Demand
            Demand in the order of its identifiers.

        Raises
        ------
        DataError
            If the table is faulty, or a weight is not above 0.
        """
        columns(table, "demand", ("id", "weight"))
        ids, order = identifiers(table, "demand")
        return cls(ids, numbers(table, "demand", "weight", least=0.0, above=True)[order])


@dataclass(frozen=True, slots=True, eq=False)
class Sites:
    """The table of candidate sites, in the order of its identifiers."""

    ids: pd.Index
    existing: Bools
    forced: Bools
    forbidden: Bools
    price: Floats
    capacity: Floats

    @classmethod
    def read(cls, table: pd.DataFrame) -> Sites:
        """Check a table of sites.

        Parameters
        ----------
        table : pandas.DataFrame
            ``id``; optional ``existing``, ``forced``, ``forbidden``, ``cost``, ``capacity``.

        Returns
        -------
        Sites
            Sites in the order of their identifiers.

        Raises
        ------
        DataError
            If the table is faulty, or a site is forbidden and yet existing or forced.
        """
        columns(table, "sites", ("id",))
        ids, order = identifiers(table, "sites")
        existing, forced, forbidden = (
            _flags(table, column)[order] for column in ("existing", "forced", "forbidden")
        )
        both = np.flatnonzero(forbidden & (existing | forced))
        if len(both):
            found = [
                Text(
                    f"第 {order[site] + 1} 行：场址 {ids[site]} 既被禁用，又是现有或必选场址",
                    f"row {order[site] + 1}: {ids[site]} is forbidden and yet existing or forced",
                )
                for site in both.tolist()
            ]
            _fail("sites", "forbidden", found)
        price = np.zeros(len(ids))
        if "cost" in table.columns:
            price = numbers(table, "sites", "cost", least=0.0)[order]
        capacity = np.full(len(ids), np.inf)
        if "capacity" in table.columns:
            capacity = numbers(table, "sites", "capacity", least=0.0)[order]
        return cls(ids, existing, forced, forbidden, price, capacity)


def repeated_pairs(reach: pd.DataFrame, order: Ints, twice: Ints) -> NoReturn:
    """Raise ``DataError`` for pairs that stand in the reach table more than once.

    Parameters
    ----------
    reach : pandas.DataFrame
        The reach table.
    order : array of int
        Row of each pair when sorted by demand and site.
    twice : array of int
        Positions in ``order`` after which the same pair comes again.

    Raises
    ------
    DataError
        Always; the rows are named.
    """
    rows = np.sort(order[twice + 1])
    found = [
        Text(
            f"第 {row + 1} 行：{reach['demand'].iloc[row]} 与 {reach['site'].iloc[row]} 重复",
            f"row {row + 1}: {reach['demand'].iloc[row]} and {reach['site'].iloc[row]} "
            "stand there before",
        )
        for row in rows
    ]
    _fail("reach", "demand, site", found)


def labels(labelled: pd.Index, ids: pd.Index, what: Text) -> Ints:
    """Give the row (or column) of a matrix for each identifier.

    Parameters
    ----------
    labelled : pandas.Index
        Labels of the matrix.
    ids : pandas.Index
        Identifiers of the table.
    what : Text
        Word for rows or columns in messages.

    Returns
    -------
    array of int
        Position of each identifier among the labels.

    Raises
    ------
    DataError
        If a label is repeated, or labels and identifiers differ.
    """
    if labelled.has_duplicates:
        twice = labelled[labelled.duplicated()][0]
        raise DataError(
            Text(
                f"矩阵的{what.zh}标识 {twice!r} 重复。",
                f"{twice!r} labels two {what.en} of the matrix.",
            )
        )
    place = labelled.get_indexer(ids)
    unknown = labelled.difference(ids, sort=False)
    if (place < 0).any() or len(unknown):
        lacking = list(ids[place < 0][:5])
        raise DataError(
            Text(
                f"矩阵的{what.zh}与表中标识不符：缺 {lacking}，多 {list(unknown[:5])}。",
                f"The {what.en} of the matrix don't match the table: lacking {lacking}, "
                f"unknown {list(unknown[:5])}.",
            )
        )
    return np.asarray(place, dtype=np.int64)


def matrix_values(values: Floats, matrix: pd.DataFrame) -> None:
    """Raise ``DataError`` if a cost of a matrix is negative or not a number.

    Parameters
    ----------
    values : array of float
        The costs.
    matrix : pandas.DataFrame
        The same with its labels, for the message.

    Raises
    ------
    DataError
        If a cost can't be; its row and column are named.
    """
    if values.size and not values.min() >= 0:
        row, column = np.argwhere(~(values >= 0))[0]
        raise DataError(
            Text(
                f"矩阵中 {matrix.index[row]} 行 {matrix.columns[column]} 列的值为 "
                f"{values[row, column]}，不应为负或空；不可达请用无穷大。",
                f"The matrix holds {values[row, column]} in row {matrix.index[row]}, column "
                f"{matrix.columns[column]}; it must be 0 or more, infinity where unreachable.",
            )
        )
