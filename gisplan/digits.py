"""Figures for people: to the digits that they deserve, in Chinese in 万 and 亿.

What is counted or published is written as it was given. What is computed, such as residents within
reach or tonnes of waste, is no more exact than the rates and positions behind it: three digits that
count. Exports hold every figure in full. The script of the page follows the same rule
(``web/src/numbers.js``), and both are held to one table (``web/test/digits.json``).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Context, Decimal

from gisplan.text import LANGS, Lang, Text

#: Digits that count of a figure that is computed.
OF_AN_ESTIMATE = 3
#: Digits that a declaration may ask for.
MOST_DIGITS = 12
#: Digits added at most to tell a figure from its neighbour.
_MOST_MORE = 12
#: A sign of Chinese counting, the number that it stands for.
_Sign = tuple[str, int]
_NONE = ("", 1)
_SIGNS = (("亿", 100_000_000), ("万", 10_000))
#: What is given is in 万 or 亿 from ten of them on, with two decimals, which keep four digits.
#: Rounded figures have their digits before the sign, however small the number.
_GIVEN_FROM = 10
_DECIMALS_OF_MYRIADS = 2
#: What vanishes in ten decimals is nothing.
_MOST_DECIMALS = 10
#: What English units of 亿 and 万 begin with, and what such figures are told in.
_EN_SCALES = ((1e8, "100 million "), (1e4, "10,000 "))
_EN_WORDS = ((1e9, "billion"), (1e6, "million"))
# Halves go up, as in the page's script; Python's own formats take the even digit. Wide enough for
# every float.
_HALVES_UP = Context(prec=400, rounding=ROUND_HALF_UP)


@dataclass(frozen=True, slots=True, kw_only=True)
class Digits:
    """How a figure is written.

    Attributes
    ----------
    count : int, optional
        Digits that count; None for what is given: whole numbers in full, others to two decimals,
        or three digits that count where they are below 1.
    myriads : bool
        Whether Chinese readers expect 万 and 亿: not of a unit that has them in it, nor where
        figures of several units stand in one column.
    """

    count: int | None = None
    myriads: bool = False


#: Of a count or a published figure.
GIVEN = Digits(myriads=True)
#: Of a computed one.
ESTIMATE = Digits(count=OF_AN_ESTIMATE, myriads=True)


def counts_in_myriads(unit: Text | None) -> bool:
    """Tell whether figures of a unit may be written in 万 and 亿.

    Parameters
    ----------
    unit : Text, optional
        Unit of the figures; None if they have none, or each its own.

    Returns
    -------
    bool
        False of 万元 or 亿元, which would give 万万元.
    """
    return unit is not None and not unit.zh.startswith(("万", "亿"))


def write(value: float, digits: Digits, lang: Lang, *, more: int = 0) -> str:
    """Write a figure to the digits that it deserves.

    Parameters
    ----------
    value : float
        The figure; NaN where it is not known.
    digits : Digits
        How many count, and whether 万 may stand behind them.
    lang : {"zh", "en"}
        Language that it is written in.
    more : int
        Digits beyond those, to tell it from its neighbour.

    Returns
    -------
    str
        In groups of three, with a minus sign of typography; a dash where it is not known.

    Examples
    --------
    >>> write(-25990.9, ESTIMATE, "zh"), write(-25990.9, ESTIMATE, "en")
    ('−2.6万', '−26,000')
    >>> write(25019831, GIVEN, "zh"), write(25019831, GIVEN, "en")
    ('2,501.98万', '25,019,831')
    """
    if not math.isfinite(value):
        return "—"
    sign = _sign_of(_near(value, digits, more), digits, lang)
    return _write(value, digits, sign, more)


def say(value: float, digits: Digits) -> Text:
    """Write a figure in both languages; see :func:`write`.

    Parameters
    ----------
    value : float
        The figure; NaN where it is not known.
    digits : Digits
        How many count, and whether 万 may stand behind them.

    Returns
    -------
    Text
        The figure.
    """
    return Text(write(value, digits, "zh"), write(value, digits, "en"))


def in_unit(value: float, unit: Text, digits: Digits) -> Text:
    """Write a figure with its unit: 1000 亿元 are 100 billion yuan, not 1,000 100 million yuan.

    Parameters
    ----------
    value : float
        The figure; NaN where it is not known.
    unit : Text
        Its unit, empty if it has none.
    digits : Digits
        How many count, and whether 万 may stand behind them.

    Returns
    -------
    Text
        Figure and unit in both languages.

    Examples
    --------
    >>> in_unit(1000, Text("亿元", "100 million yuan"), GIVEN).en
    '100 billion yuan'
    """
    zh = f"{write(value, replace(digits, myriads=counts_in_myriads(unit)), 'zh')} {unit.zh}"
    scale, of = next((it for it in _EN_SCALES if unit.en.startswith(it[1])), (1.0, ""))
    whole = value * scale
    word = next((it for it in _EN_WORDS if of and abs(whole) >= it[0]), (1.0, ""))
    name = unit.en.removeprefix(of)
    said = write(whole / word[0], digits, "en")
    return Text(zh.strip(), " ".join(filter(None, (said, word[1], name))))


def say_apart(values: Iterable[float], digits: Digits) -> dict[float, Text]:
    """Write figures that stand side by side: told apart, and all in 亿, all in 万 or all in full.

    Parameters
    ----------
    values : iterable of float
        Finite.
    digits : Digits
        How many count at least, and whether 万 may stand behind them.

    Returns
    -------
    dict of float to Text
        Different figures are written differently, if twelve digits more can do it.

    Examples
    --------
    >>> [one.zh for one in say_apart([150_000, 300_000], GIVEN).values()]
    ['15万', '30万']
    >>> [one.zh for one in say_apart([50_001, 150_000], GIVEN).values()]
    ['50,001', '150,000']
    """
    different = sorted(set(values))
    said: dict[Lang, dict[float, str]] = {}
    for lang in LANGS:
        for more in range(_MOST_MORE + 1):
            sign = _shared_sign(different, digits, lang, more)
            said[lang] = {one: _write(one, digits, sign, more) for one in different}
            if len(set(said[lang].values())) == len(different):
                break
    return {one: Text(said["zh"][one], said["en"][one]) for one in different}


def _near(value: float, digits: Digits, more: int) -> float:
    # The size of a figure, rounded if it is an estimate.
    size = abs(value)
    if digits.count is None:
        return size
    count = digits.count + more
    near = _to(size, count)
    while size < 100 <= near and count < _MOST_MORE:
        # a share that is not all is never 100
        count += 1
        near = _to(size, count)
    return near


def _sign_of(near: float, digits: Digits, lang: Lang) -> _Sign:
    least = _GIVEN_FROM if digits.count is None else 1
    held = _SIGNS if digits.myriads and lang == "zh" else ()
    return next((sign for sign in held if near >= least * sign[1]), _NONE)


def _shared_sign(values: Sequence[float], digits: Digits, lang: Lang, more: int) -> _Sign:
    # The largest sign that each would have by itself, or is written under with two decimals.
    sizes = [near for near in (_near(one, digits, more) for one in values) if near]
    if not sizes:
        return _NONE

    def fits(near: float, sign: _Sign) -> bool:
        own = _sign_of(near, digits, lang)[1]
        hundredths = near / sign[1] * 10**_DECIMALS_OF_MYRIADS
        return own >= sign[1] or (near >= sign[1] and float(hundredths).is_integer())

    own = {_sign_of(near, digits, lang) for near in sizes}
    asked = [sign for sign in _SIGNS if sign in own]
    return next((sign for sign in asked if all(fits(near, sign) for near in sizes)), _NONE)


def _write(value: float, digits: Digits, sign: _Sign, more: int) -> str:
    near = _near(value, digits, more)
    if digits.count is not None:
        said = _plain(near / sign[1]) + sign[0]
    elif sign == _NONE:
        said = _given(near, more)
    else:
        said = _trimmed(_fixed(near / sign[1], _DECIMALS_OF_MYRIADS + more)) + sign[0]
    if not near:
        said = "0"
    return said if said == "0" or value >= 0 else f"−{said}"


def _given(size: float, more: int) -> str:
    if float(size).is_integer():
        return f"{size:,.0f}"
    if more:
        return _trimmed(_fixed(size, more))
    if size >= 1:
        return _trimmed(_fixed(size, 1 if size >= 1000 else 2))
    # three digits that count, never as a power of ten
    return _trimmed(_fixed(_to(size, 3), _MOST_DECIMALS))


def _to(size: float, count: int) -> float:
    exact = Decimal(size)
    last = Decimal(1).scaleb(exact.adjusted() - count + 1)
    return float(exact.quantize(last, context=_HALVES_UP)) if size else 0.0


def _fixed(size: float, decimals: int) -> str:
    near = Decimal(size).quantize(Decimal(1).scaleb(-decimals), context=_HALVES_UP)
    return f"{near:,f}"


def _plain(size: float) -> str:
    # The shortest decimals that give the number back, so that 26000 / 10000 is 2.6.
    decimals = max(0, -int(Decimal(repr(size)).as_tuple().exponent))
    return _trimmed(_fixed(size, min(decimals, _MOST_DECIMALS)))


def _trimmed(said: str) -> str:
    return said.rstrip("0").rstrip(".") if "." in said else said
