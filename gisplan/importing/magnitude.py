"""Figures of another order of magnitude than those that a layer has: a unit may be wrong."""

from __future__ import annotations

import numpy as np
import pandas as pd

from gisplan.catalog.layer import LayerSpec
from gisplan.text import Text

#: Medians are compared from so many figures on each side.
_LEAST = 5
#: A factor between units in use (元, 万元, 亿元) is 10,000; what is less may be the industry.
_TIMES = 1000.0


def implausible(new: pd.DataFrame, old: pd.DataFrame, spec: LayerSpec) -> list[Text]:
    """Find columns whose new figures are of another order of magnitude.

    Parameters
    ----------
    new, old : pandas.DataFrame
        Rows of an import, and the layer's other rows, as texts.
    spec : LayerSpec
        Declaration of the layer.

    Returns
    -------
    list of Text
        One a column whose medians differ a thousandfold, or, where the layer has too few
        other rows, in which single figures are more than a hundred thousand times the median.
    """
    found = []
    for column in spec.columns:
        if column.type not in ("number", "integer") or column.unit is None:
            continue
        here = _figures(new, column.name)
        there = _figures(old, column.name)
        if len(here) >= _LEAST and len(there) >= _LEAST:
            found += _medians(here, there, (column.title, column.unit))
        elif len(here) >= 2 * _LEAST:
            found += _single(here, (column.title, column.unit))
    return found


def _figures(table: pd.DataFrame, name: str) -> pd.Series:
    if name not in table.columns:
        return pd.Series(dtype=float)
    numbers = pd.to_numeric(table[name], errors="coerce").astype(float)
    return numbers[numbers > 0]


def _medians(here: pd.Series, there: pd.Series, named: tuple[Text, Text]) -> list[Text]:
    title, unit = named
    a, b = float(here.median()), float(there.median())
    ratio = max(a / b, b / a)
    if ratio < _TIMES:
        return []
    more = Text("大", "larger") if a > b else Text("小", "smaller")
    return [
        Text(
            f"“{title.zh}”的中位数 {a:.4g}{unit.zh}，比图层其他行（{b:.4g}{unit.zh}）{more.zh} "
            f"{ratio:,.0f} 倍，单位可能有误",
            f"the median of {title.en}, {a:.4g} {unit.en}, is {ratio:,.0f} times {more.en} than "
            f"that of the layer's other rows ({b:.4g}): the unit may be wrong",
        )
    ]


def _single(here: pd.Series, named: tuple[Text, Text]) -> list[Text]:
    title, unit = named
    middle, most = float(here.median()), float(here.max())
    count = int(np.sum(here > 100 * _TIMES * middle))
    if not count:
        return []
    return [
        Text(
            f"“{title.zh}”有 {count} 个数（最大 {most:.4g}{unit.zh}）超过中位数"
            f"（{middle:.4g}）十万倍，请核对单位",
            f"{count} figure(s) of {title.en} (up to {most:.4g} {unit.en}) are more than 100,000 "
            f"times the median ({middle:.4g}); check the unit",
        )
    ]
