"""Classes of numbers: the bounds that their words name, and colours that rise with them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from gisplan.arrays import Floats, Ints
from gisplan.catalog.layer import Column
from gisplan.catalog.map import Style
from gisplan.digits import Digits, say_apart
from gisplan.render.style import palettes
from gisplan.render.style.symbology import SymbologyClass
from gisplan.render.style.words import rounded, span


@dataclass(frozen=True, slots=True)
class _Named:
    """The bounds that words name, and whether the lower one is in the class below."""

    low: float | None
    high: float | None
    excludes_low: bool
    #: Whether words say so whatever the class below is.
    says_so: bool = False


def by_breaks(
    style: Style, column: Column, upper: Sequence[float], *, least: float | None = None
) -> tuple[SymbologyClass, ...]:
    """Make classes that are told by the bounds between them.

    Parameters
    ----------
    style : Style
        As a map declares it.
    column : Column
        That the numbers are of.
    upper : sequence of float
        Inclusive upper bound of each class, rising; the last may be infinite.
    least : float, optional
        The least value, as the first class's lower bound; if left out, the least that the column
        is declared to hold.

    Returns
    -------
    tuple of SymbologyClass
        From low to high.

    Raises
    ------
    DeclarationError
        If the palette is wrong, or there are too many classes.
    """
    if not upper:  # no value is known
        return ()
    below = (None, *upper[:-1])
    named = [
        _first(top, column, least) if bottom is None else _bounds(bottom, top, column)
        for bottom, top in zip(below, upper, strict=True)
    ]
    # bounds that somebody chose stand as they were chosen
    return _classes(style, upper, named, replace(column.written, count=None))


def by_values(
    style: Style, column: Column, upper: Sequence[float], values: Floats, index: Ints
) -> tuple[SymbologyClass, ...]:
    """Make classes that are told by the lowest and highest value that they hold.

    That leaves no doubt on which side of a bound a unit is.

    Parameters
    ----------
    style : Style
        As a map declares it.
    column : Column
        That the numbers are of.
    upper : sequence of float
        Inclusive upper bound of each class, rising.
    values : numpy.ndarray of float, shape (n,)
        Those that were cut; NaN is in no class.
    index : numpy.ndarray of int, shape (n,)
        Class of each value.

    Returns
    -------
    tuple of SymbologyClass
        From low to high.

    Raises
    ------
    DeclarationError
        If the palette is wrong, or there are too many classes.
    """
    held = [values[index == at] for at in range(len(upper))]
    named = [
        _Named(rounded(one.min()), rounded(one.max()), False) if len(one) else _Named(*_OPEN)
        for one in held
    ]
    return _classes(style, upper, named, column.written)


_OPEN = (None, None, False)
#: From here on the bounds of counts are told as they are, if two decimals of 万 can tell them.
_LARGE = 10_000
_IN_MYRIADS = 100


def _first(upper: float, column: Column, least: float | None) -> _Named:
    low = column.minimum if least is None else least
    if low is not None and low == upper:
        return _Named(rounded(upper), rounded(upper), False)
    high = None if np.isinf(upper) else upper
    if column.type != "integer":
        # what amounts may be at least is no bound that a class begins at
        return _Named(None if least is None else rounded(least), _plain(high), False)
    return _Named(_plain(low), None if high is None else rounded(np.floor(high)), False)


def _bounds(below: float, upper: float, column: Column) -> _Named:
    # Give the bounds of a class for people; of whole numbers, 3-6 says more than 2-6.
    if column.type == "integer" and not np.isinf(upper):
        if below >= _LARGE and below % _IN_MYRIADS == 0:
            # 5万 is the bound that was chosen; 50,001 is nobody's figure
            return _Named(rounded(below), rounded(np.floor(upper)), True, says_so=True)
        low, high = np.floor(below) + 1, np.floor(upper)
        if low <= high:
            return _Named(rounded(low), rounded(high), False)
    return _Named(rounded(below), None if np.isinf(upper) else rounded(upper), True)


def _plain(value: float | None) -> float | None:
    return None if value is None else rounded(value)


def _classes(
    style: Style, upper: Sequence[float], named: Sequence[_Named], digits: Digits
) -> tuple[SymbologyClass, ...]:
    colors = _colors(style, named)
    bounds = (bound for one in named for bound in (one.low, one.high) if bound is not None)
    said = say_apart(bounds, digits)
    classes = []
    above = -np.inf
    for at, (one, upto, color) in enumerate(zip(named, upper, colors, strict=True)):
        alone = at > 0 and named[at - 1].low == named[at - 1].high == one.low
        low, high = (None if one is None else said[one] for one in (one.low, one.high))
        # no reader takes 0 and 0 – 25, or a loss and a gain, for classes that do not meet
        above_low = one.excludes_low and (alone or one.says_so or one.low == 0)
        classes.append(
            SymbologyClass(
                color=color,
                words=span(low, high, above=above_low),
                above=above,
                upto=float(upto),
                low=one.low,
                high=one.high,
            )
        )
        above = float(upto)
    return tuple(classes)


def _colors(style: Style, named: Sequence[_Named]) -> tuple[str, ...]:
    if not named:
        return ()
    if style.palette not in palettes.DIVERGING:
        return palettes.sequence(style.palette, len(named))
    sides = [_side(one) for one in named]
    below, spanning, above = (sides.count(side) for side in (-1, 0, 1))
    if spanning > 1:
        return palettes.sequence(style.palette, len(named))
    return palettes.about_zero(style.palette, below=below, spanning=spanning, above=above)


def _side(one: _Named) -> int:
    # Tell whether a class lies below zero (-1), above (1), or holds both or zero alone (0).
    if one.low == one.high == 0:
        return 0
    if one.high is not None and one.high <= 0:
        return -1
    return 1 if one.low is not None and one.low >= 0 else 0


def closed(
    classes: tuple[SymbologyClass, ...], *, least: float, most: float
) -> tuple[SymbologyClass, ...]:
    """Give classes of numbers without infinite bounds, for programs that know none.

    Parameters
    ----------
    classes : tuple of SymbologyClass
        From low to high.
    least, most : float
        The lowest and highest value.

    Returns
    -------
    tuple of SymbologyClass
        The first begins at the lowest value, an open last one ends at the highest.
    """
    return tuple(
        replace(
            one,
            above=min(least, one.upto) if np.isinf(one.above) else one.above,
            upto=max(most, one.above) if np.isinf(one.upto) else one.upto,
        )
        for one in classes
    )
