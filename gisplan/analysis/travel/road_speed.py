"""What the columns of a road layer say: speed, class and direction."""

from __future__ import annotations

from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd

from gisplan.analysis.travel.points import check_limit
from gisplan.analysis.travel.road_nodes import line_names
from gisplan.arrays import Bools, Floats
from gisplan.errors import DataError
from gisplan.text import Text

_ALONG = {"yes", "true", "1", "f", "forward"}
_AGAINST = {"-1", "reverse", "t", "backward"}
_BOTH = {"no", "false", "0", "b", ""}


def line_speeds(
    lines: gpd.GeoDataFrame, speed: str | float, classes: pd.DataFrame | None
) -> Floats:
    """Give the speed of each line in km/h, above 0.

    Parameters
    ----------
    lines : geopandas.GeoDataFrame
        Road lines.
    speed : str | float
        Column of the speed in km/h or of the class, or one speed for all.
    classes : pandas.DataFrame or None
        Columns ``class`` and ``kmh``, if ``speed`` is the column of the class.

    Returns
    -------
    array of float
        One speed a line.

    Raises
    ------
    DataError
        If a speed is not above 0 or a class has none; the line is named.
    OptionError
        If there is no such column.
    """
    if not isinstance(speed, str):
        check_limit(speed, "speed")
        return np.full(len(lines), float(speed))
    column = _column(lines, speed)
    if classes is not None:
        missing = {"class", "kmh"} - set(classes.columns)
        if missing:
            names = ", ".join(sorted(missing))
            raise DataError(
                Text(f"道路等级表缺少列：{names}。", f"The table of classes lacks: {names}.")
            )
        if classes["class"].duplicated().any():
            twice = classes.loc[classes["class"].duplicated(), "class"].iloc[0]
            raise DataError(
                Text(
                    f"道路等级表中“{twice}”出现多次，请只留一行。",
                    f"Class '{twice}' stands more than once in the table of classes.",
                )
            )
        column = column.map(classes.set_index("class")["kmh"])
    kmh = pd.to_numeric(column, errors="coerce").to_numpy(dtype=np.float64, na_value=np.nan)
    bad = ~(np.isfinite(kmh) & (kmh > 0))
    if bad.any():
        given = lines[speed].to_numpy()[bad]
        faults = [
            Text(f"道路 {name}，{speed} 列：{value}", f"road {name}, column {speed}: {value}")
            for name, value in zip(line_names(lines, bad)[:10], given, strict=False)
        ]
        raise DataError(
            Text(
                f"有 {bad.sum()} 条道路没有可用的速度（公里/小时，应大于 0），"
                "请补上速度，或在等级表中给出其等级的速度：",
                f"{bad.sum()} road(s) have no usable speed (km/h, above 0); fill it in, or give "
                "the class a speed in the table of classes:",
            ),
            faults=faults,
        )
    return kmh


def directions(lines: gpd.GeoDataFrame, oneway: str | None) -> tuple[Bools, Bools]:
    """Say for each line whether it may be driven as it is drawn, and against it.

    Parameters
    ----------
    lines : geopandas.GeoDataFrame
        Road lines.
    oneway : str or None
        Column that says which way; both ways everywhere if None.

    Returns
    -------
    tuple[Bools, Bools]
        Along the line, and against it; each of shape (lines,).

    Raises
    ------
    DataError
        If a value says neither; the line is named.
    """
    if oneway is None:
        return np.ones(len(lines), dtype=bool), np.ones(len(lines), dtype=bool)
    words = pd.Series([_word(value) for value in _column(lines, oneway)], dtype=object)
    unknown = ~words.isin(_ALONG | _AGAINST | _BOTH).to_numpy()
    if unknown.any():
        name, value = line_names(lines, unknown)[0], lines[oneway].to_numpy()[unknown][0]
        raise DataError(
            Text(
                f"道路 {name} 的 {oneway} 列为“{value}”，无法判断方向（共 {unknown.sum()} 行）。"
                "可用的值：yes、no、-1，或 F、T、B。",
                f"Road {name}, column {oneway}: '{value}' is no direction ({unknown.sum()} "
                "rows); use yes, no and -1, or F, T and B.",
            )
        )
    return ~words.isin(_AGAINST).to_numpy(), ~words.isin(_ALONG).to_numpy()


def _word(value: Any) -> str:
    if pd.isna(value):
        return ""
    if isinstance(value, float | np.floating) and float(value).is_integer():
        return str(int(value))
    return str(value).strip().lower()


def _column(lines: gpd.GeoDataFrame, name: str) -> pd.Series[Any]:
    if name not in lines.columns:
        listed = ", ".join(str(one) for one in lines.columns)
        raise DataError(
            Text(
                f"道路图层没有“{name}”列。现有的列：{listed}。",
                f"The roads have no column '{name}'; they have {listed}.",
            )
        )
    column: pd.Series[Any] = lines[name]
    return column
