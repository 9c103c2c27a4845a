"""The figures that a map puts first: counts, sums and ratios over the rows of its layers."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from gisplan.catalog.layer import Bound, Layer
from gisplan.catalog.map import Headline, MapSpec
from gisplan.catalog.worth import BEFORE, plain, quotient
from gisplan.digits import ESTIMATE, GIVEN
from gisplan.errors import DeclarationError
from gisplan.render.style.words import rounded
from gisplan.render.web import encode
from gisplan.render.web.encode import Json
from gisplan.text import Text


def figures(spec: MapSpec, layers: Mapping[str, Layer]) -> list[Json]:
    """Work out the headline figures of a map.

    Parameters
    ----------
    spec : MapSpec
        Composition of the map.
    layers : mapping of str to Layer
        By name; at least those of the map.

    Returns
    -------
    list of dict
        Each with ``title``; ``value`` (None if no row has one); ``of``: for a count of picked
        rows the number of all; ``missing``: rows whose value is not known and which are therefore
        left out; ``years``: these three for what is due by each year, where the map's slider
        leaves rows of the layer out; ``unit``; ``digits`` and ``myriads``: how it is written;
        ``derived``; ``sources``: their titles; ``before``: what stands before a figure that is a
        least or a most, and ``worth``: what it comes from, where it comes from a list that may
        lack some.

    Raises
    ------
    DeclarationError
        If a figure names a layer or column that is not there, or sums what is not a number.
    """
    faults = [fault for one in spec.headlines for fault in _faults(one, layers)]
    if faults:
        raise DeclarationError(
            Text(f"地图 {spec.path.name} 有误。", f"Map {spec.path.name} is wrong."), faults=faults
        )
    return [_figure(one, layers[one.layer], _year_column(one, spec)) for one in spec.headlines]


def _year_column(asked: Headline, spec: MapSpec) -> str | None:
    """Give the column by which the map's slider leaves rows of a headline's layer out.

    Parameters
    ----------
    asked : Headline
        The headline as a map declares it.
    spec : MapSpec
        The map.

    Returns
    -------
    str or None
        None where the slider does not touch that layer.
    """
    items = (item for group in spec.groups for item in group.layers if item.layer == asked.layer)
    return next((item.year_column for item in items if item.year_column), None)


def _figure(asked: Headline, layer: Layer, year_column: str | None) -> Json:
    found: Json = {
        "title": encode.text(asked.title),
        "unit": None,
        "sources": [encode.text(source.title) for source in layer.spec.sources],
        "before": None,
        "worth": None,
        "point": None,
        **encode.written(GIVEN),
    }
    if asked.column is not None and asked.low is not None:
        # what the figure between both ends is: the end of its title says it
        title = plain(layer.spec.column(asked.column).title)
        found["point"] = encode.text(
            Text(title.zh.rpartition("：")[2], title.en.rpartition(": ")[2])
        )
    bound = _bound(asked, layer)
    if bound is not None:
        found["before"] = encode.text(BEFORE[bound])
        found["worth"] = encode.text(layer.worth.sentence) if layer.worth else None
    used = [asked.column, *([asked.over] if asked.over else [])] if asked.column else asked.where
    found["derived"] = any(layer.spec.column(name).derived for name in used)
    if asked.over is not None:
        found |= {"unit": encode.text(Text("%", "%")), **encode.written(ESTIMATE)}
    elif asked.column is not None:
        column = layer.spec.column(asked.column)
        found["unit"] = encode.text(column.unit) if column.unit else None
        found |= encode.written(column.written)
    table: pd.DataFrame = layer.table
    found.update(_amounts(asked, table))
    if year_column is not None:
        years = table[year_column].astype("Float64")
        # as the slider does: rows without a year always show
        found["years"] = {
            str(int(year)): _amounts(asked, table[(years <= year) | years.isna()])
            # 0 stands for the time before the first of them
            for year in (0, *sorted(years.dropna().unique()))
        }
    return found


def _amounts(asked: Headline, table: pd.DataFrame) -> Json:
    """Work out one headline figure over the rows of a table.

    Parameters
    ----------
    asked : Headline
        The headline as a map declares it.
    table : pandas.DataFrame
        All rows of its layer, or those of some years.

    Returns
    -------
    dict
        ``value``, ``of``, ``missing``, and of a range ``low`` and ``high``.
    """
    rows = _picked(asked, table)
    if asked.column is None:
        return {"value": len(rows), "of": len(table) if asked.where else None, "missing": 0}
    value, missing = _of_column(asked.column, asked.over, rows)
    ends = {}
    if asked.low is not None and asked.high is not None:
        pairs = (("low", asked.low), ("high", asked.high))
        ends = {end: _of_column(column, asked.over, rows)[0] for end, column in pairs}
    return {"value": value, "of": None, "missing": missing, **ends}


def _of_column(column: str, over: str | None, rows: pd.DataFrame) -> tuple[float | None, int]:
    """Sum a column, or give it in percent of the sum of another.

    Parameters
    ----------
    column : str
        The column.
    over : str, optional
        That which it is held against.
    rows : pandas.DataFrame
        The rows.

    Returns
    -------
    value : float or None
        None where nothing is known.
    missing : int
        Rows without a figure, which are left out.
    """
    held = rows[[column, *([over] if over else [])]].dropna()
    top, missing = float(held[column].sum()), len(rows) - len(held)
    if over is None:
        return (rounded(top) if len(held) else None), missing
    whole = float(held[over].sum())
    return (rounded(100 * top / whole) if whole > 0 else None), missing


def _bound(asked: Headline, layer: Layer) -> Bound | None:
    """Tell whether a figure is a least or a most, as its columns and its rows are.

    Parameters
    ----------
    asked : Headline
        The headline as a map declares it.
    layer : Layer
        The layer that it is of.

    Returns
    -------
    Bound or None
        None where the figure is neither.
    """
    spec = layer.spec
    if asked.column is not None:
        over = spec.column(asked.over).bound if asked.over else None
        return quotient(spec.column(asked.column).bound, over)
    if spec.complete in (False, "unknown"):
        return "lower"
    bounds = {spec.column(name).bound for name in asked.where} - {None}
    return bounds.pop() if len(bounds) == 1 else "open" if bounds else None


def _picked(asked: Headline, rows: pd.DataFrame) -> pd.DataFrame:
    for name, value in asked.where.items():
        rows = rows[(rows[name].astype("string") == value).fillna(value=False).astype(bool)]
    return rows


def _faults(asked: Headline, layers: Mapping[str, Layer]) -> list[Text]:
    if asked.layer not in layers:
        name = asked.layer
        return [Text(f"headlines：没有图层 {name}。", f"headlines: there is no layer {name}.")]
    columns = layers[asked.layer].spec
    named = [name for name in (asked.column, asked.over, asked.low, asked.high) if name]
    faults = [
        Text(
            f"headlines：图层 {asked.layer} 没有列 {name}。",
            f"headlines: layer {asked.layer} has no column {name}.",
        )
        for name in (*named, *asked.where)
        if name not in columns.column_names
    ]
    return faults + [
        Text(
            f"headlines：图层 {asked.layer} 的列 {name} 不是数值，不能合计。",
            f"headlines: column {name} of layer {asked.layer} is not a number to be summed.",
        )
        for name in named
        if name in columns.column_names and columns.column(name).type not in ("integer", "number")
    ]
