"""A trade-off between two aims as a chart: SVG that asks nobody for anything."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

#: Size of the chart, and what its plot leaves on the left, top, right and bottom.
_WIDE, _HIGH = 640, 380
_LEFT, _TOP, _RIGHT, _BOTTOM = 84, 44, 24, 64
_LINE, _CHOSEN, _INK, _FAINT = "#0072b2", "#d55e00", "#1f2430", "#d5d9dd"
_TICKS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class TradeOffPoint:
    """A plan on the chart.

    Attributes
    ----------
    across : float
        Value of the aim that is held, along the chart.
    up : float
        Value of the aim that is made best.
    label : str
        Words beside it; empty for none.
    chosen : bool
        Whether it is the plan that is told and drawn.
    """

    across: float
    up: float
    label: str = ""
    chosen: bool = False


def trade_off_chart(
    points: Sequence[TradeOffPoint],
    *,
    title: str,
    across: str,
    up: str,
    written: Callable[[float], str],
) -> str:
    """Draw a trade-off.

    Parameters
    ----------
    points : sequence of TradeOffPoint
        The plans, in order of the aim along the chart.
    title : str
        What a screen reader says first.
    across : str
        Title of the axis along the chart.
    up : str
        Title of the axis upward.
    written : callable
        Writes a figure for people.

    Returns
    -------
    str
        An ``svg`` element; empty if there are no points.

    Examples
    --------
    >>> from gisplan.render.trade_off import TradeOffPoint, trade_off_chart
    >>> points = [TradeOffPoint(across=0, up=0), TradeOffPoint(across=10, up=60, chosen=True)]
    >>> chart = trade_off_chart(
    ...     points, title="Trade-off", across="money", up="served", written=lambda v: f"{v:g}"
    ... )
    >>> chart.count("<circle"), chart[:4]
    (2, '<svg')
    """
    if not points:
        return ""
    x_ticks, y_ticks = _ticks([p.across for p in points]), _ticks([p.up for p in points])

    def at_x(value: float) -> float:
        part = (value - x_ticks[0]) / (x_ticks[-1] - x_ticks[0])
        return _LEFT + part * (_WIDE - _LEFT - _RIGHT)

    def at_y(value: float) -> float:
        part = (value - y_ticks[0]) / (y_ticks[-1] - y_ticks[0])
        return _HIGH - _BOTTOM - part * (_HIGH - _TOP - _BOTTOM)

    low, right = _HIGH - _BOTTOM, _WIDE - _RIGHT
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDE} {_HIGH}" role="img" '
        f'class="chart" font-family="sans-serif" font-size="12" fill="{_INK}">',
        f"<title>{escape(title)}</title>",
        f'<rect width="{_WIDE}" height="{_HIGH}" fill="#ffffff"/>',
    ]
    for tick in y_ticks:
        y = at_y(tick)
        parts.append(
            f'<line x1="{_LEFT}" y1="{y:.1f}" x2="{right}" y2="{y:.1f}" stroke="{_FAINT}"/>'
        )
        parts.append(_words(written(tick), _LEFT - 8, y + 4, anchor="end"))
    for tick in x_ticks:
        x = at_x(tick)
        parts.append(f'<line x1="{x:.1f}" y1="{low}" x2="{x:.1f}" y2="{low + 5}" stroke="{_INK}"/>')
        parts.append(_words(written(tick), x, low + 20, anchor="middle"))
    parts.append(f'<line x1="{_LEFT}" y1="{low}" x2="{right}" y2="{low}" stroke="{_INK}"/>')
    parts.append(_words(across, (_LEFT + right) / 2, _HIGH - 16, anchor="middle"))
    parts.append(_words(up, 12, 20, anchor="start"))
    line = " ".join(f"{at_x(p.across):.1f},{at_y(p.up):.1f}" for p in points)
    parts.append(f'<polyline points="{line}" fill="none" stroke="{_LINE}" stroke-width="2"/>')
    for p in points:
        x, y = at_x(p.across), at_y(p.up)
        size, color = (7, _CHOSEN) if p.chosen else (4.5, _LINE)
        told = f"{across}: {written(p.across)}; {up}: {written(p.up)}"
        parts.append(
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{size}" fill="{color}" stroke="#ffffff">'
            f"<title>{escape(told)}</title></circle>"
        )
        if p.label:
            # at the right end above the curve, elsewhere below it: on either side there is room
            end = x > _WIDE * 0.8
            place = (x - 4, y - 12) if end else (x + 6, y + 20)
            parts.append(_words(p.label, *place, anchor="end" if end else "start"))
    return "".join([*parts, "</svg>"])


def _words(words: str, x: float, y: float, *, anchor: str) -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{escape(words)}</text>'


def _ticks(values: Sequence[float]) -> list[float]:
    """Give round values from the least to the greatest, with nothing in between left out.

    Parameters
    ----------
    values : sequence of float
        What is shown.

    Returns
    -------
    list of float
        Two at least, evenly spaced; from 0 where the values begin near it.
    """
    low, high = min(values), max(values)
    if low > 0 and low < 0.6 * high:
        low = 0.0
    span = (high - low) or abs(high) or 1.0
    rough = span / _TICKS
    size = 10.0 ** math.floor(math.log10(rough))
    step = next(size * k for k in (1, 2, 2.5, 5, 10) if size * k >= rough * (1 - 1e-9))
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    return [step * k for k in range(first, max(last, first + 1) + 1)]
