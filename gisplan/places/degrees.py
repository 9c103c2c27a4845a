"""One cell as degrees: decimal, or degrees, minutes and seconds, in Chinese or western form.

Every cell has one reading or none. Where two are possible nothing is guessed.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import Literal

import numpy as np

from gisplan.text import Text

Axis = Literal["lon", "lat"]

_DMS = Text("度分秒换算为小数度", "degrees, minutes, seconds to decimal degrees")
_WIDTH = Text("全角字符改为半角", "full-width characters to half-width")
_BLANKS = Text("去掉多余的空白", "stray blanks taken out")
_LABEL = Text("去掉方向或名称", "direction or name taken off")
_SIGN = Text("去掉度的符号", "degree sign taken off")
_COMMA = Text("逗号改为小数点", "comma to decimal point")
_QUOTE = Text("去掉前面的撇号", "leading apostrophe taken off")

# Full-width ASCII, the ideographic blank and full stop, and the many dashes.
_HALF_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_HALF_WIDTH |= {0x3000: ord(" "), ord("。"): ord("."), ord("｡"): ord(".")}
_DASHES = dict.fromkeys(map(ord, "−–—‐‑"), "-")
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad"))
_LONGEST = 100

_MARKS = (
    (re.compile(r" *(?:''|′′|’’|[″\"“”〃秒]) *"), "″"),
    (re.compile(r" *[′'‘’´`‵分] *"), "′"),
    (re.compile(r" *[°º˚度] *"), "°"),
)
_NAME = re.compile(r"(经°|纬°|longitude|latitude|long|lng|lon|lat)[ :=]*", re.IGNORECASE)
_WAY = re.compile(r"(东经|西经|北纬|南纬|[NSEW])[ :=]*(?=[+\-0-9.])", re.IGNORECASE)
_END = re.compile(r"(?<=[0-9.°′″]) ?([NSEW])$", re.IGNORECASE)
_WAYS: dict[str, tuple[Axis, int]] = {
    "东经": ("lon", 1),
    "西经": ("lon", -1),
    "北纬": ("lat", 1),
    "南纬": ("lat", -1),
    "E": ("lon", 1),
    "W": ("lon", -1),
    "N": ("lat", 1),
    "S": ("lat", -1),
}
_NAMES: dict[str, Axis] = {
    "经°": "lon",
    "LONGITUDE": "lon",
    "LONG": "lon",
    "LNG": "lon",
    "LON": "lon",
    "纬°": "lat",
    "LATITUDE": "lat",
    "LAT": "lat",
}
_DIGITS = r"([0-9]+(?:\.[0-9]*)?)"
_NUMBER = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]{1,4})?")
_COMMA_NUMBER = re.compile(r"([+-]?[0-9]{1,3}),([0-9]{4,})")
_MARKED = re.compile(rf"([+-])?{_DIGITS}°(?:{_DIGITS}(?:′(?:{_DIGITS}″?)?)?)?")
# With points or blanks a broken decimal would look the same if minutes had one digit.
_PARTED = re.compile(
    rf"([+-])?([0-9]{{1,3}})(?:([-:])([0-9]{{1,2}})\3|([. ])([0-9]{{2}})\5){_DIGITS}"
)
# What needs no cleaning, spared the way through it.
_TIDY = re.compile(r"([0-9]{1,3})[°度]([0-9]{1,2})[′'分]([0-9]{1,2}(?:\.[0-9]+)?)[″\"秒]")
_COLON = re.compile(rf"([+-])?([0-9]{{1,3}}):{_DIGITS}")


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell, read.

    Attributes
    ----------
    number : float
        Decimal degrees, south and west negative; NaN where there is none.
    axis : Axis, optional
        Which of the two the cell says it is.
    repairs : tuple of Text
        What had to be repaired.
    fault : Text, optional
        Why it can't be read; None for an empty cell too.
    """

    number: float = math.nan
    axis: Axis | None = None
    repairs: tuple[Text, ...] = ()
    fault: Text | None = None


def read_cell(value: object) -> Cell:
    """Read one cell: a text or a number. What is ambiguous is a fault.

    Parameters
    ----------
    value : object
        What the cell holds.

    Returns
    -------
    Cell
        Degrees, or why there are none; a blank text has neither.
    """
    if isinstance(value, str):
        match = _TIDY.fullmatch(value)
        if match:
            return _sexagesimal(("", match[1], match[2], match[3]), value, ())
        return _read_text(value)
    if isinstance(value, (int, float, np.number)) and not isinstance(value, bool):
        return _bounded(str(value)[:400], str(value), ())
    return Cell(fault=_not_read(str(value)))


def _read_text(given: str) -> Cell:
    if len(given) > _LONGEST:
        return Cell(fault=_not_read(given))
    repairs: list[Text] = []

    def change(old: str, new: str, note: Text) -> str:
        if new != old:
            repairs.append(note)
        return new

    text = change(given, given.translate(_HALF_WIDTH), _WIDTH).translate(_DASHES)
    text = change(text, " ".join(text.translate(_INVISIBLE).split()), _BLANKS)
    if not text:
        return Cell()
    if text[0] == "'":
        text = change(text, text[1:].lstrip(), _QUOTE)
    for pattern, mark in _MARKS:
        text = pattern.sub(mark, text)
    body, labels = _unlabel(text)
    if labels:
        repairs.append(_LABEL)
    if text.count(".") == 1:
        body = change(body, re.sub(r" *\. *", ".", body), _BLANKS)
    ways = [_WAYS[label] for label in labels if label in _WAYS]
    axes = {axis for axis, _ in ways} | {_NAMES[label] for label in labels if label in _NAMES}
    if len(axes) > 1 or len(set(ways)) > 1 or (ways and body[:1] in ("+", "-")):
        message = Text(
            f"“{_short(given)}”的方向、名称或正负号互相矛盾",
            f"direction, name or sign of '{_short(given)}' contradict each other",
        )
        return Cell(fault=message)
    cell = _read_number(body, given, tuple(repairs))
    sign = ways[0][1] if ways else 1
    return Cell(sign * cell.number, next(iter(axes), None), cell.repairs, cell.fault)


def _unlabel(text: str) -> tuple[str, list[str]]:
    """Take names and directions off: what is left, and what was taken.

    Parameters
    ----------
    text : str
        A cell, in half-width characters.

    Returns
    -------
    tuple[str, list[str]]
        The rest of the text, and the labels in capitals.
    """
    labels = []
    for pattern in (_NAME, _WAY):
        if match := pattern.match(text):
            labels.append(match[1].upper())
            text = text[match.end() :]
    if match := _END.search(text):
        labels.append(match[1].upper())
        text = text[: match.start()]
    return text, labels


def _read_number(body: str, given: str, repairs: tuple[Text, ...]) -> Cell:
    """Read what is left when labels are off.

    Parameters
    ----------
    body : str
        The text without labels.
    given : str
        The whole cell, for messages.
    repairs : tuple of Text
        What has been repaired so far.

    Returns
    -------
    Cell
        Degrees, or why there are none.
    """
    if _NUMBER.fullmatch(body):
        return _bounded(body, given, repairs)
    if match := _COMMA_NUMBER.fullmatch(body):
        # Four digits and more can't be the other number of a pair, nor a group of thousands.
        return _bounded(f"{match[1]}.{match[2]}", given, (*repairs, _COMMA))
    match = _MARKED.fullmatch(body)
    if match and match[3] is None:
        return _bounded((match[1] or "") + match[2], given, (*repairs, _SIGN))
    if parts := _parts(body):
        return _sexagesimal(parts, given, repairs)
    return Cell(fault=_why_unread(body, given))


def _parts(body: str) -> tuple[str, str, str, str] | None:
    """Take sign, degrees, minutes and seconds apart.

    Parameters
    ----------
    body : str
        The text without labels.

    Returns
    -------
    tuple[str, str, str, str] or None
        The four as text, an absent one empty or 0; None if the text is of no such form.
    """
    if match := _MARKED.fullmatch(body):
        return match[1] or "", match[2], match[3], match[4] or "0"
    if match := _PARTED.fullmatch(body):
        return match[1] or "", match[2], match[4] or match[6], match[7]
    if match := _COLON.fullmatch(body):
        return match[1] or "", match[2], match[3], "0"
    return None


def _why_unread(body: str, given: str) -> Text:
    if re.fullmatch(r"[+-]?(nan|inf|infinity)", body, re.IGNORECASE):
        return _not_finite(given)
    if re.fullmatch(r"[+-]?[0-9.]+[-,;/、 ]+[+-]?[0-9.]+", body):
        return Text(
            f"“{_short(given)}”是两个数：可能是经纬度写在一格，也可能是没有符号的度和分，"
            "或写错的小数。请改成一个小数，或写明度分秒",
            f"'{_short(given)}' is two numbers: a pair in one cell, degrees and minutes without "
            "marks, or a broken decimal; write one decimal, or mark degrees and minutes",
        )
    return _not_read(given)


def _sexagesimal(parts: tuple[str, str, str, str], given: str, repairs: tuple[Text, ...]) -> Cell:
    """Make decimal degrees of sign, degrees, minutes and seconds.

    Parameters
    ----------
    parts : tuple[str, str, str, str]
        Sign, degrees, minutes and seconds.
    given : str
        The whole cell, for messages.
    repairs : tuple of Text
        What has been repaired so far.

    Returns
    -------
    Cell
        Decimal degrees; a fault if minutes or seconds are 60 or more.
    """
    sign, *texts = parts
    degrees, minutes, seconds = (float(text) for text in texts)
    broken = degrees % 1 != 0 or (minutes % 1 != 0 and seconds != 0)
    if broken or minutes >= 60 or seconds >= 60:
        message = Text(
            f"“{_short(given)}”不是正确的度分秒：分、秒应小于 60，只有最后一项可带小数",
            f"'{_short(given)}' is not degrees, minutes, seconds: the latter two are below 60, "
            "and only the last may have decimals",
        )
        return Cell(fault=message)
    total = (degrees * 3600 + minutes * 60 + seconds) / 3600
    return _bounded(f"{sign}{total!r}", given, (*repairs, _DMS))


def _bounded(number: str, given: str, repairs: tuple[Text, ...]) -> Cell:
    value = float(number)
    if not math.isfinite(value):
        return Cell(fault=_not_finite(given))
    if abs(value) > 180.0:
        message = Text(
            f"“{_short(given)}”超出 ±180° 的范围，不是度数（若为米制坐标，请声明其坐标系）",
            f"'{_short(given)}' is beyond ±180 degrees (if these are metres, declare the datum)",
        )
        return Cell(fault=message)
    return Cell(value, repairs=repairs)


def _short(text: str) -> str:
    return text.strip() if len(text.strip()) <= 40 else text.strip()[:39] + "…"


def _not_finite(given: str) -> Text:
    return Text(f"“{_short(given)}”不是有限的数", f"'{_short(given)}' is not a finite number")


def _not_read(given: str) -> Text:
    return Text(
        f"“{_short(given)}”不能读作经度或纬度",
        f"'{_short(given)}' can't be read as a longitude or latitude",
    )
