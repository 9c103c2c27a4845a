"""Days as people and spreadsheets write them; what may be two days is none."""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Callable

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_TIME = r"(?:[ t]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:z|[+-]\d\d:?\d\d)?)?"
_BIG_FIRST = re.compile(
    rf"(\d{{4}})\s*[-/.年]\s*(\d{{1,2}})\s*[-/.月]\s*(\d{{1,2}})\s*[日号]?{_TIME}"
)
_SOLID = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)")
_BIG_LAST = re.compile(rf"(\d{{1,2}})[-/.](\d{{1,2}})[-/.](\d{{4}}){_TIME}")
_DAY_FIRST = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[ -]([a-z]{3})[a-z]*\.?,?[ -](\d{4})")
_MONTH_FIRST = re.compile(r"([a-z]{3})[a-z]*\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})")
_SERIAL = re.compile(r"([1-9]\d{4})(?:\.\d+)?")
_DIGITS = str.maketrans("〇零○一二三四五六七八九", "000123456789")
#: Day 0 of the serial numbers that a spreadsheet keeps days by, after February 1900.
_EPOCH = datetime.date(1899, 12, 30)
_EARLIEST, _LATEST = datetime.date(1949, 10, 1), datetime.date(2100, 12, 31)


def read_day(cell: object) -> datetime.date | None:
    """Read a day in any of the ways in which it can be only one.

    Parameters
    ----------
    cell : object
        A text (2018-11-30, 2018/11/30, 2018.11.30, 2018年11月30日, 20181130,
        二〇一八年十一月三十日, 30 Nov 2018, 30/11/2018), a date or a spreadsheet's serial number.
        Full-width digits count as digits; a time behind the day does not matter.

    Returns
    -------
    datetime.date or None
        None for what is no day between 1949 and 2100, or may be one of two (03/04/2018).

    Examples
    --------
    >>> read_day("２０１８年１１月３０日").isoformat()
    '2018-11-30'
    >>> read_day("43434").isoformat()
    '2018-11-30'
    >>> read_day("03/04/2018") is None
    True
    """
    if cell is None or cell != cell:  # noqa: PLR0124  (NaN, NaT)
        return None
    if isinstance(cell, datetime.date):
        return _within(cell.date() if isinstance(cell, datetime.datetime) else cell)
    text = " ".join(unicodedata.normalize("NFKC", str(cell)).split()).casefold()
    for pattern, read in _FORMS:
        if match := pattern.fullmatch(text):
            return read(*match.groups())
    return None


def _day(year: str, month: str, day: str) -> datetime.date | None:
    try:
        return _within(datetime.date(int(year), int(month), int(day)))
    except ValueError:
        return None


def _within(day: datetime.date) -> datetime.date | None:
    return day if _EARLIEST <= day <= _LATEST else None


def _either(one: str, two: str, year: str) -> datetime.date | None:
    """Give the day where only one order of month and day makes one, or both make the same.

    Parameters
    ----------
    one : str
        Month or day.
    two : str
        Day or month.
    year : str
        Year.

    Returns
    -------
    datetime.date or None
        None if both orders make a day, and not the same.
    """
    days = {_day(year, one, two), _day(year, two, one)} - {None}
    return days.pop() if len(days) == 1 else None


def _day_first(day: str, month: str, year: str) -> datetime.date | None:
    return _day(year, str(_MONTHS.index(month) + 1), day) if month in _MONTHS else None


def _month_first(month: str, day: str, year: str) -> datetime.date | None:
    return _day_first(day, month, year)


def _serial(days: str) -> datetime.date | None:
    return _within(_EPOCH + datetime.timedelta(days=int(days)))


def _chinese(year: str, month: str, day: str) -> datetime.date | None:
    parts = (year.translate(_DIGITS), _numeral(month), _numeral(day))
    return _day(*parts) if all(part.isascii() and part.isdigit() for part in parts) else None


def _numeral(text: str) -> str:
    """Give 三, 十一, 三十 and 三十一 as digits; anything else as what is none.

    Parameters
    ----------
    text : str
        Chinese numerals.

    Returns
    -------
    str
        Digits.
    """
    tens, ten, ones = text.partition("十")
    if not ten:
        return text.translate(_DIGITS)
    return (tens.translate(_DIGITS) or "1") + (ones.translate(_DIGITS) or "0")


_FORMS: tuple[tuple[re.Pattern[str], Callable[..., datetime.date | None]], ...] = (
    (_BIG_FIRST, _day),
    (_SOLID, _day),
    (_BIG_LAST, _either),
    (_DAY_FIRST, _day_first),
    (_MONTH_FIRST, _month_first),
    (_SERIAL, _serial),
    (re.compile(r"(.{4})年(.{1,2})月(.{1,3})[日号]"), _chinese),
)
