"""Words of a legend: numbers, ranges, truth values, and what stands for no value."""

from __future__ import annotations

from typing import Any

from gisplan.text import Text

MISSING = Text("无数据", "No data")
SEVERAL = Text("多类并存", "Several kinds")
TRUTH = {"True": Text("是", "yes"), "False": Text("否", "no")}


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


def span(low: Text | None, high: Text | None, *, above: bool = False) -> Text:
    """Say what a class of numbers holds.

    Parameters
    ----------
    low, high : Text or None
        Its bounds in words; None where it is open.
    above : bool
        Whether ``low`` itself is in the class below, and a reader would take it to be in both.

    Returns
    -------
    Text
        In both languages.
    """
    if low is None and high is None:
        return Text("—", "—")
    if low is None:
        return _both("≤ {}", high)
    if high is None:
        return _both("> {}", low)
    if low == high:
        return low
    return _both("> {} – {}" if above else "{} – {}", low, high)


def _both(form: str, *said: Text | None) -> Text:
    known = [one for one in said if one is not None]
    return Text(form.format(*(one.zh for one in known)), form.format(*(one.en for one in known)))
