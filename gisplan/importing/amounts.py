"""Numbers as people write them, with units in headings and cells, into the declared unit.

Every cell has one reading or none: ``12,5`` may be twelve and a half or a slip for 125, and is
refused. A number that can't be read is a fault of its row, never silently missing.
"""

from __future__ import annotations

import math
import re
import unicodedata
from dataclasses import dataclass

import numpy as np
import pandas as pd
import pyarrow.compute as pc

from gisplan.arrays import Bools, Floats
from gisplan.catalog.measurement import AMOUNT, UnitOfMeasure, Units
from gisplan.errors import DataError
from gisplan.plain_numbers import large_texts, plain_numbers
from gisplan.text import Text

#: Cells that say that nothing is known, without blanks, in small letters.
_WORDS = """
- -- --- — —— – / // \\ * ** *** … …… ? 无 暂无 不详 未知 不明 不清楚 不清 没有 未有 保密
待定 待补 待补充 待填 待查 待核实 待确认 待完善 待采集 待测 未填 未填报 未填写 未采集 未提供 未统计
未上报 未报 未测 未定位 未标注 缺 缺失 暂缺 空 空白 空值 无数据 暂无数据 没有数据 无资料 无坐标
无经纬度 无位置 没有坐标 暂无坐标 n/a na n.a. #n/a null none nil nan <null> (null) unknown missing
tbd tba
"""
UNKNOWN = frozenset(_WORDS.split())
#: 约50, 50余人, 50-60, ≥50, 50 左右: a figure that is not one.
_ABOUT = re.compile(
    r"(?:约|大约|近|超过?|不足|将近|[>≥<≤~～])\s*[0-9.,]+\D*"
    r"|[0-9.,]+\s*\D{0,4}(?:余|多|来|几|[+＋])\D{0,4}|[0-9.,]+\s*\D{0,4}(?:左右|上下|以上|以下)"
    r"|[0-9.,]+\s*\D{0,4}?[-~—–至到]\s*[0-9.,]+\s*\D{0,4}"
)
#: A cell that may be one of them: short, and without a digit.
_SHORT = r"\A(?s:[^0-9]{1,12})\z"
_PLAIN = r"[+-]?[0-9]{1,15}(?:\.[0-9]{1,12})?"
_LONGEST = 100


def is_unknown(cell: str) -> bool:
    """Tell whether a cell says that nothing is known: 暂无, —, N/A.

    Parameters
    ----------
    cell : str
        Text of a cell.

    Returns
    -------
    bool
        False for an empty cell.
    """
    if len(cell) > 12:
        return False
    plain = "".join(unicodedata.normalize("NFKC", cell).casefold().split())
    return (plain.strip("。()") or plain) in UNKNOWN or plain in UNKNOWN


def say_nothing(cells: pd.Series) -> pd.Series:
    """Tell which cells say that nothing is known.

    Parameters
    ----------
    cells : pandas.Series of str
        Texts.

    Returns
    -------
    pandas.Series of bool
        The same index.
    """
    # none of the words has a digit, which figures, codes and coordinates have
    fit = pc.fill_null(pc.match_substring_regex(large_texts(cells), _SHORT), False)
    short = np.asarray(fit.to_numpy(zero_copy_only=False), dtype=bool)
    if not short.any():
        return pd.Series(False, index=cells.index)
    words = {cell for cell in cells[short].unique() if is_unknown(str(cell))}
    return cells.isin(words) if words else pd.Series(False, index=cells.index)


@dataclass(frozen=True, slots=True)
class UnitConversion:
    """In which units a column comes and is to go.

    Attributes
    ----------
    given : str
        Unit of cells that name none; empty if nothing says it, which is then ``declared``.
    declared : str
        Unit of the layer's column; empty for a number without unit.
    days_per_year : float, optional
        Days of operation a year, by which what is given a day becomes what is declared a
        year. Without it the two do not convert.
    """

    given: str = ""
    declared: str = ""
    days_per_year: float | None = None


@dataclass(frozen=True, slots=True)
class Amounts:
    """Cells read as numbers in the declared unit; all with the index of the cells.

    Attributes
    ----------
    numbers : pandas.Series of float
        NaN for an empty cell and one that can't be read.
    repairs : pandas.Series of object
        What had to be repaired, as a ``Text``, else None.
    faults : pandas.Series of object
        Why the cell can't be read, as a ``Text``, else None.
    """

    numbers: pd.Series
    repairs: pd.Series
    faults: pd.Series


def check(measure: UnitConversion, units: Units, *, column: str) -> None:
    """Raise ``DataError`` if the unit of a heading can't be turned into the declared one.

    Parameters
    ----------
    measure : UnitConversion
        In which units the column comes and is to go.
    units : Units
        The units known.
    column : str
        What messages call the column.

    Raises
    ------
    DataError
        If it can't.
    """
    for text in (measure.given, measure.declared):
        if text and units.find(text) is None and measure.given != measure.declared:
            raise DataError(
                Text(
                    f"列“{column}”：不认识单位“{text}”；请加进 measurement_units.csv",
                    f"column '{column}': unknown unit '{text}'; add it to measurement_units.csv",
                )
            )
    if measure.given and isinstance(told := _factor(measure.given, measure, units), Text):
        raise DataError(
            Text(
                f'列“{column}”：{told.zh}。不用这一列请加 --skip "{column}"；'
                "按表格自己的列另建图层请用 --layer 名称 --kind table",
                f"column '{column}': {told.en}. To leave it out add --skip \"{column}\"; for a "
                "layer with the table's own columns use --layer NAME --kind table",
            )
        )


def convert(
    values: pd.Series, measure: UnitConversion, *, units: Units, beside: pd.Series | None = None
) -> Amounts:
    """Read cells as numbers and bring them to the declared unit.

    Parameters
    ----------
    values : pandas.Series
        Texts, numbers or both. Not changed.
    measure : UnitConversion
        In which units the column comes and is to go.
    units : Units
        The units known.
    beside : pandas.Series, optional
        Units of the cells, from a column of their own; where empty, ``measure.given`` holds.

    Returns
    -------
    Amounts
        Read are digits with or without sign, thousands separators in groups of three and a
        decimal point, full-width too, with a unit or multiplier behind (1.2亿元, 3,500 万, 5%).
        Words for nothing known (—, 无, N/A) are repaired to empty.
    """
    numbers, plain = np.full(len(values), np.nan), np.zeros(len(values), dtype=bool)
    repairs, faults = (np.full(len(values), None, dtype=object) for _ in range(2))
    default = _factor(measure.given, measure, units) if measure.given else 1.0
    if beside is None and isinstance(default, float):
        numbers, plain = _plain(values)
        numbers *= default
    sides = None if beside is None else beside.to_numpy(dtype=object)
    read: dict[tuple[str, str], tuple[float, Text | None, Text | None]] = {}
    others = np.flatnonzero(~plain & values.notna().to_numpy(dtype=bool))
    for row, given in zip(others, values.iloc[others].to_numpy(dtype=object), strict=True):
        side = "" if sides is None or pd.isna(sides[row]) else str(sides[row])
        key = (str(given), side)
        if key not in read:
            read[key] = _read(key[0], side or measure.given, measure, units)
        numbers[row], repairs[row], faults[row] = read[key]
    index = values.index
    return Amounts(
        pd.Series(numbers, index=index),
        pd.Series(repairs, index=index, dtype=object),
        pd.Series(faults, index=index, dtype=object),
    )


def _plain(values: pd.Series) -> tuple[Floats, Bools]:
    """Read the cells that are a number as they stand, which are most.

    Parameters
    ----------
    values : pandas.Series
        Cells.

    Returns
    -------
    tuple[Floats, Bools]
        The numbers, NaN for what is none; and which cells are.
    """
    if isinstance(values.dtype, pd.StringDtype):
        return plain_numbers(values, _PLAIN)
    texts = [v if isinstance(v, str) else None for v in values]
    return plain_numbers(pd.Series(texts, dtype="str"), _PLAIN)


def _read(
    cell: str, given: str, measure: UnitConversion, units: Units
) -> tuple[float, Text | None, Text | None]:
    """Read one cell: the number, what was repaired, or why it can't be read.

    Parameters
    ----------
    cell : str
        The cell.
    given : str
        Unit that goes with it.
    measure : UnitConversion
        In which units the column comes and is to go.
    units : Units
        The units known.

    Returns
    -------
    tuple[float, Text | None, Text | None]
        The number, NaN if there is none; what was repaired; and why it can't be read.
    """
    text = "".join(unicodedata.normalize("NFKC", cell[: _LONGEST + 1]).strip().split("\u200b"))
    if not text:
        return math.nan, None, None
    if is_unknown(text):
        return math.nan, Text("表示没有数据的字样", "a word for nothing known"), None
    is_about = len(text) <= _LONGEST and _ABOUT.fullmatch(text) is not None
    match = AMOUNT.fullmatch(text) if len(text) <= _LONGEST else None
    if is_about or match is None:
        return math.nan, None, _about(cell) if is_about else _unreadable(cell)
    sign = "-" if match["sign"] in ("-", "−", "–") else ""
    digits = re.sub(r"[,' ]", "", match["number"])
    number = float(f"{sign}{digits}{match['power'] or ''}")
    own = match["rest"].strip()
    if not math.isfinite(number):
        return math.nan, None, Text("不是有限的数", "not a finite number")
    factor = _factor(own, measure, units) if own else _factor(given, measure, units)
    if isinstance(factor, Text):
        return math.nan, None, factor
    bare = f"{sign}{match['number']}{match['power'] or ''}"
    return number * factor, _repair(own, bare == cell and "," not in bare), None


def _repair(own: str, as_it_stood: bool) -> Text | None:
    if own:
        return Text(f"按格内单位“{own}”换算", f"converted from the cell's own unit, {own}")
    return None if as_it_stood else Text("统一数字写法", "digits and separators made plain")


def _factor(text: str, measure: UnitConversion, units: Units) -> float | Text:
    """Give what a number in a unit is multiplied with to be in the declared one.

    Parameters
    ----------
    text : str
        Unit of the number; empty for the declared one.
    measure : UnitConversion
        In which units the column comes and is to go.
    units : Units
        The units known.

    Returns
    -------
    float | Text
        The factor; or why there is none.
    """
    if not text or text == measure.declared:
        return 1.0
    unit, target = units.find(text), units.find(measure.declared)
    if unit is None:
        return Text(f"不认识“{text}”这个单位", f"'{text}' is no known unit")
    if target is None:
        if unit.dimension == "" and not measure.declared:
            return unit.factor
        return Text(f"该列没有声明单位，不能换算“{text}”", f"no unit is declared; '{text}' is lost")
    if unit.dimension in ("", target.dimension):
        return unit.factor / target.factor
    return _across(text, (unit, target), measure)


def _across(
    text: str, pair: tuple[UnitOfMeasure, UnitOfMeasure], measure: UnitConversion
) -> float | Text:
    """Give the factor from a day to a year, where the days of operation are known.

    Parameters
    ----------
    text : str
        Unit of the number.
    pair : tuple[UnitOfMeasure, UnitOfMeasure]
        That unit, and the declared one.
    measure : UnitConversion
        In which units the column comes and is to go.

    Returns
    -------
    float | Text
        The factor; or why there is none.
    """
    unit, target = pair
    days = measure.days_per_year
    if days is not None and unit.dimension.removesuffix("/days") == target.dimension.removesuffix(
        "/years"
    ):
        return unit.factor * days / target.factor
    hint = Text("", "")
    if unit.dimension.endswith("/days") and target.dimension.endswith("/years"):
        hint = Text(
            "；请在映射中写明每年运行天数 days_per_year",
            "; give the days of operation a year in the mapping, as days_per_year",
        )
    elif f"{unit.dimension}/years" == target.dimension:
        hint = Text(
            f"；若指每年，请在映射中写 unit = “{text}/年”",
            f"; if it is meant a year, write unit = '{text}/年' in the mapping",
        )
    return Text(
        f"“{text}”不能换算为“{measure.declared}”{hint.zh}",
        f"'{text}' can't be turned into '{measure.declared}'{hint.en}",
    )


def _about(cell: str) -> Text:
    return Text(
        f"“{cell}”是约数或范围，不是一个确切的数",
        f"'{cell}' is an estimate or a range, not one figure",
    )


def _unreadable(cell: str) -> Text:
    shown = cell if len(cell) <= 40 else cell[:39] + "…"
    return Text(f"“{shown}”不能读成一个数", f"'{shown}' can't be read as a number")
