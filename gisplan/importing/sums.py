"""Sums that a ledger states, against the rows that they are of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pandas as pd

from gisplan.arrays import Floats
from gisplan.importing.findings import Findings
from gisplan.text import Text

_DECIMALS = re.compile(r"\.([0-9]+)")
_CHECK = Text("请核对", "please check")


@dataclass(frozen=True, slots=True)
class _Stated:
    """One stated figure and what it may be the sum of."""

    row: int
    value: float
    last: float
    average: bool
    parts: tuple[Floats, ...]


def check_sums(
    numbers: pd.Series,
    kinds: pd.Series,
    cells: pd.Series,
    *,
    unit: str,
    findings: Findings,
) -> None:
    """Hold the totals and averages that a column states against its rows.

    A total is held against all rows, against those since the total before it, and against
    those down to the next one: a ledger has its subtotals above or below what they add up.

    Parameters
    ----------
    numbers : pandas.Series of float
        The column of all rows, totals too, in the declared unit; NaN where there is none.
    kinds : pandas.Series of object
        What a row is, as :func:`gisplan.importing.rows.sort_rows` gives it; same index.
    cells : pandas.Series of str
        As they stand in the file; the name is the heading.
    unit : str
        For people.
    findings : Findings
        Told of agreement; a difference is a problem and a warning.
    """
    heading = str(cells.name)
    agree: list[int] = []
    for stated in _stated(numbers, kinds, cells):
        figures = [np.mean(p) if stated.average else np.sum(p) for p in stated.parts if len(p)]
        if not figures:
            continue
        room = 0.5 * stated.last + 1e-9 * abs(stated.value)
        if any(abs(figure - stated.value) <= room * (1 + 1e-9) for figure in figures):
            agree.append(stated.row)
            continue
        nearest = float(min(figures, key=lambda figure: abs(figure - stated.value)))
        word = Text("均值", "mean") if stated.average else Text("之和", "sum")
        off = stated.value - nearest
        message = Text(
            f"表中所写 {stated.value:.10g}{unit}，各行{word.zh} {nearest:.10g}{unit}，"
            f"差 {off:.6g}{unit}",
            f"the file says {stated.value:.10g} {unit}, the {word.en} of the rows is "
            f"{nearest:.10g}, off by {off:.6g}",
        )
        findings.note((stated.row, heading, cells[stated.row]), message, _CHECK)
        findings.warn(
            f"第 {stated.row} 行“{heading}”的合计与各行不符：{message.zh}",
            f"row {stated.row}, '{heading}': {message.en}",
        )
    if agree:
        rows = ", ".join(map(str, agree[:10]))
        findings.say(
            f"第 {rows} 行“{heading}”的合计与各行相符",
            f"row {rows}: the total of '{heading}' agrees with the rows",
        )


def _stated(numbers: pd.Series, kinds: pd.Series, cells: pd.Series) -> Iterator[_Stated]:
    # one after the other: of a long table the rows are not held once more for each total
    is_total = kinds.isin(["total", "average"]).to_numpy()
    data = kinds.isna().to_numpy()
    values = numbers.to_numpy(dtype=float)
    places = np.flatnonzero(is_total)
    known = data & np.isfinite(values)
    whole = values[known]
    for order, place in enumerate(places):
        if not np.isfinite(values[place]):
            continue
        begin = places[order - 1] + 1 if order else 0
        end = places[order + 1] if order + 1 < len(places) else len(values)
        above, below = (
            values[start:stop][known[start:stop]]
            for start, stop in ((begin, place), (place + 1, end))
        )
        text = str(cells.iloc[place])
        yield _Stated(
            row=int(numbers.index[int(place)]),
            value=float(values[place]),
            last=_last_place(text, float(values[place])),
            average=kinds.iloc[place] == "average",
            parts=(whole, above, below),
        )


def _last_place(text: str, value: float) -> float:
    """Give what one of the last digit written is worth, in the declared unit.

    Parameters
    ----------
    text : str
        The number as written.
    value : float
        The number in the declared unit.

    Returns
    -------
    float
        0 if it can't be told.
    """
    digits = re.sub(r"[^0-9.]", "", text)
    written = float(digits) if re.fullmatch(r"[0-9]+(\.[0-9]+)?", digits) else 0.0
    factor = abs(value) / written if written else 1.0
    match = _DECIMALS.search(text)
    return factor * 10.0 ** -(len(match[1]) if match else 0)
