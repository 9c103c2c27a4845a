"""Words of a legend: numbers, ranges, truth values, and what stands for no value."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from gisplan.text import Text

MISSING = Text("无数据", "No data")
SEVERAL = Text("多类并存", "Several kinds")
TRUTH = {"True": Text("是", "yes"), "False": Text("否", "no")}

#: Decimals that a bound is given at most, to tell it from its neighbour.
_MOST_DECIMALS = 12


def rounded(value: Any) -> float | int:
    """Give a number without the noise of binary fractions.

    Parameters
    ----------
    value : any
        What ``float`` takes.

    Returns
    -------
    float or int
        Ten digits of it; whole ones as integers.
    """
    # Ten digits are more than any figure of a plan has.
    near = float(f"{float(value):.10g}")
    return int(near) if near.is_integer() else near


def number(value: float, *, decimals: int | None = None) -> str:
    """Write a number in groups of three, without noise in the decimals.

    Parameters
    ----------
    value : float
        Finite.
    decimals : int, optional
        Kept at most; if left out as many as a reader needs: none of a whole number, two of one
        above 1, three digits that count of a smaller one.

    Returns
    -------
    str
        With a minus sign of typography.
    """
    size = abs(value)
    sign = "−" if value < 0 else ""
    if float(value).is_integer():
        return f"{sign}{size:,.0f}"
    if decimals is not None:
        said = f"{size:,.{decimals}f}"
    elif size >= 1:
        said = f"{size:,.1f}" if size >= 1000 else f"{size:.2f}"
    else:
        # three digits that count, never as a power of ten
        said = f"{float(f'{size:.3g}'):.10f}"
    return sign + said.rstrip("0").rstrip(".")


def numbers(values: Iterable[float]) -> dict[float, str]:
    """Write numbers that stand side by side, each with the decimals that tell all of them apart.

    Parameters
    ----------
    values : iterable of float
        Finite.

    Returns
    -------
    dict of float to str
        Different numbers are written differently, if twelve decimals can do it.
    """
    different = set(values)
    for decimals in (None, *range(1, _MOST_DECIMALS + 1)):
        said = {value: number(value, decimals=decimals) for value in different}
        if len(set(said.values())) == len(different):
            break
    return said


def span(low: str | None, high: str | None, *, above: bool = False) -> str:
    """Say what a class of numbers holds.

    Parameters
    ----------
    low, high : str or None
        Its bounds in words; None where it is open.
    above : bool
        Whether ``low`` itself is in the class below, and a reader would take it to be in both.

    Returns
    -------
    str
        The same in both languages.
    """
    if low is None and high is None:
        return "—"
    if low is None:
        return f"≤ {high}"
    if high is None:
        return f"> {low}"
    if low == high:
        return low
    return f"> {low} – {high}" if above else f"{low} – {high}"
