"""What differs between two states of one layer, cell by cell."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd

from gisplan.analysis.columns import PARTS
from gisplan.catalog.layer import Column, LayerSpec
from gisplan.catalog.worth import plain, qualified
from gisplan.text import Text

KINDS = ("changed", "added", "removed")
#: Numbers nearer than this share of their size are the same.
_SAME = 1e-12


@dataclass(frozen=True, slots=True)
class Difference:
    """What differs in a layer.

    Attributes
    ----------
    cells : pandas.DataFrame
        One row a difference: ``key`` (the values of the key, parted by ``, ``), ``kind`` (of
        ``KINDS``), ``column`` (empty where the whole row is in one only; ``geometry`` where the
        shape differs), ``a``, ``b`` (text), ``change`` (b - a of numbers).
    table : geopandas.GeoDataFrame or pandas.DataFrame
        One row for each row that differs: the key, ``kind`` and, for each number that differs
        anywhere, ``COLUMN_a``, ``COLUMN_b``, ``COLUMN_change``; with the shape that it has in b,
        else in a.
    numbers : tuple of str
        These columns; if one of the three parts of demand differs, all three.
    """

    cells: pd.DataFrame
    table: pd.DataFrame
    numbers: tuple[str, ...]


def difference(one: pd.DataFrame, two: pd.DataFrame, spec: LayerSpec) -> Difference:
    """Hold two states of a layer against each other, row by row of one key.

    Parameters
    ----------
    one, two : pandas.DataFrame or geopandas.GeoDataFrame
        Conforming to ``spec``.
    spec : LayerSpec
        Declaration of the layer, with its key.

    Returns
    -------
    Difference
        Cells and rows that differ.
    """
    key = list(spec.key)
    a, b = (_keyed(table, key) for table in (one, two))
    cells: list[dict[str, Any]] = []
    numbers: dict[str, Column] = {}
    kinds: dict[str, str] = {}
    for name in dict.fromkeys([*a.index, *b.index]):
        if name not in b.index or name not in a.index:
            kinds[name] = "added" if name in b.index else "removed"
            cells.append({"key": name, "kind": kinds[name], "column": None})
            continue
        for column in spec.columns:
            if column.name in key:
                continue
            left, right = a.at[name, column.name], b.at[name, column.name]
            if _same(left, right):
                continue
            kinds[name] = "changed"
            change = None
            if column.type in ("number", "integer"):
                numbers[column.name] = column
                change = _less(right, left)
            texts = {"a": _text(left), "b": _text(right), "change": change}
            cells.append({"key": name, "kind": "changed", "column": column.name, **texts})
        if spec.geometry != "none" and not _same_shape(a.at[name, "_shape"], b.at[name, "_shape"]):
            kinds[name] = "changed"
            cells.append({"key": name, "kind": "changed", "column": "geometry"})
    names = ["key", "kind", "column", "a", "b", "change"]
    listed = pd.DataFrame(cells, columns=names).astype({"change": "float64"})
    # shares of one whole are told together: what one gains another loses
    if numbers.keys() & PARTS.keys():
        numbers |= {c.name: c for c in spec.columns if c.name in PARTS}
    ordered = tuple(c.name for c in spec.columns if c.name in numbers)
    return Difference(listed, _rows(a, b, kinds, spec, ordered), ordered)


def parts_of_demand(one: pd.DataFrame, two: pd.DataFrame, spec: LayerSpec) -> pd.DataFrame | None:
    """Sum up served, in reach but full, and out of reach in two states of a layer.

    Parameters
    ----------
    one, two : pandas.DataFrame or geopandas.GeoDataFrame
        All rows of both.
    spec : LayerSpec
        Declaration of the layer.

    Returns
    -------
    pandas.DataFrame or None
        A row for each of :data:`gisplan.analysis.columns.PARTS`: ``column`` (the amount), ``a``,
        ``b`` and ``change`` (b less a) in its unit, ``a_share``, ``b_share`` and ``change_share``
        in % of the three together. None of a layer without them, or where one is not known.
    """
    names = list(PARTS.values())
    if not set(names) <= set(spec.column_names):
        return None
    # a sum over rows of which one is not known is not the whole
    if one[names].isna().any(axis=None) or two[names].isna().any(axis=None):
        return None
    found = pd.DataFrame({"column": names})
    for end, table in (("a", one), ("b", two)):
        sums = table[names].astype("float64").sum().to_numpy()
        found[end] = sums
        found[f"{end}_share"] = 100 * sums / sums.sum() if sums.sum() > 0 else np.nan
    for name in ("", "_share"):
        found[f"change{name}"] = found[f"b{name}"] - found[f"a{name}"]
    return found


def _keyed(table: pd.DataFrame, key: list[str]) -> pd.DataFrame:
    plain = pd.DataFrame(table).astype(object)
    if isinstance(table, gpd.GeoDataFrame):
        plain = plain.drop(columns=table.geometry.name).assign(_shape=table.geometry.to_numpy())
    names = [", ".join(_text(cell) or "" for cell in row) for row in plain[key].to_numpy()]
    return plain.set_axis(names, axis=0)


def _beside(spec: LayerSpec) -> set[str]:
    # what tells a row apart, what it is called, and how exact its place is
    return {*spec.key, "name_zh", "name_en", *(["precision"] if spec.positions == "mixed" else [])}


def _rows(
    a: pd.DataFrame,
    b: pd.DataFrame,
    kinds: dict[str, str],
    spec: LayerSpec,
    numbers: tuple[str, ...],
) -> pd.DataFrame:
    kept = [c.name for c in spec.columns if c.name in _beside(spec)]
    rows = []
    for name, kind in kinds.items():
        side = b if name in b.index else a
        row: dict[str, Any] = {column: side.at[name, column] for column in kept}
        row["kind"] = kind
        for column in numbers:
            left = a.at[name, column] if name in a.index else None
            right = b.at[name, column] if name in b.index else None
            row[f"{column}_a"], row[f"{column}_b"] = _number(left), _number(right)
            row[f"{column}_change"] = _less(right, left)
        if spec.geometry != "none":
            row["geometry"] = side.at[name, "_shape"]
        rows.append(row)
    names = [*kept, "kind", *(f"{n}_{end}" for n in numbers for end in ("a", "b", "change"))]
    table = pd.DataFrame(rows, columns=[*names, *(["geometry"] if spec.geometry != "none" else [])])
    table = table.astype({f"{n}_{e}": "float64" for n in numbers for e in ("a", "b", "change")})
    if spec.geometry == "none":
        return table
    placed: pd.DataFrame = gpd.GeoDataFrame(table, geometry="geometry", crs=4326)
    return placed


def columns(spec: LayerSpec, numbers: tuple[str, ...]) -> tuple[Column, ...]:
    """Describe the columns of a difference's table.

    Parameters
    ----------
    spec : LayerSpec
        Of the layer compared.
    numbers : tuple of str
        As :class:`Difference` has them.

    Returns
    -------
    tuple of Column
        Key and names, how exact the place is where rows say so, ``kind``, and for each number
        its value in both and the change.
    """
    kept = [c for c in spec.columns if c.name in _beside(spec)]
    labels = {
        "changed": Text("有变化", "changed"),
        "added": Text("仅在乙中", "in B only"),
        "removed": Text("仅在甲中", "in A only"),
    }
    kind = Column(
        name="kind", type="text", title=Text("差异", "difference"), values=KINDS, labels=labels
    )
    ends = (("a", "甲", "A"), ("b", "乙", "B"), ("change", "乙减甲", "B less A"))
    pairs = [
        Column(
            name=f"{name}_{end}",
            type="number",
            title=Text(
                f"{plain(spec.column(name).title).zh}（{zh}）",
                f"{plain(spec.column(name).title).en} ({en})",
            ),
            unit=spec.column(name).unit,
            derived=True,
        )
        for name in numbers
        for end, zh, en in ends
    ]
    # less a least, a least may be more or less
    worth = {f"{name}_{end}": spec.column(name).bound for name in numbers for end in "ab"}
    worth |= {f"{name}_change": spec.column(name).bound and "open" for name in numbers}
    told = (qualified(c, worth[c.name]) if worth[c.name] else c for c in pairs)
    return (*kept, kind, *told)


def _same(one: Any, two: Any) -> bool:
    if _empty(one) or _empty(two):
        return _empty(one) and _empty(two)
    if isinstance(one, float) and isinstance(two, float):
        return bool(np.isclose(one, two, rtol=_SAME, atol=0.0))
    return bool(one == two)


def _same_shape(one: Any, two: Any) -> bool:
    if one is None or two is None:
        return one is None and two is None
    return bool(one.equals_exact(two, 0.0))


def _empty(cell: Any) -> bool:
    return cell is None or bool(pd.isna(cell))


def _text(cell: Any) -> str | None:
    if _empty(cell):
        return None
    return f"{cell:.10g}" if isinstance(cell, float) else str(cell)


def _number(cell: Any) -> float | None:
    return None if _empty(cell) else float(cell)


def _less(one: Any, two: Any) -> float | None:
    left, right = _number(one), _number(two)
    return None if left is None or right is None else left - right
