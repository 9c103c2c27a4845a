"""Sums that can be taken in parts and in any order, and are still rounded only once.

A sum of floats depends on the order in which they are added. So that a table of fifty million
rows gives the same figures whether it is added up whole, in chunks, or on many machines, a part's
sum is kept as a few floats that together are exactly it (:func:`exact_parts`); :func:`math.fsum`
over those of all parts is then the nearest float to the true sum (:func:`exact_sums`).
"""

from __future__ import annotations

import math
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt

from gisplan.arrays import Floats, Indices

#: Bits of a float's significand, and of the lower of the two halves that it is added up in.
_BITS, _HALF = 53, 27
#: Most values that halves can be added up of without rounding.
_MOST = 2 ** (_BITS - _HALF)
#: Greatest value that is cut into slices; sums of these are finite.
_LARGE = 2.0**900
#: Least power of two to cut at: what is left over would be less than any float.
_LEAST = -1022
#: Slices that values are cut into at most.
_SLICES = 3


def exact_sums(values: Floats, groups: Indices, *, count: int) -> Floats:
    """Add up values by group, each sum rounded once.

    Parameters
    ----------
    values : numpy.ndarray of float64, shape (n,)
        The numbers; not finite ones make their sum so.
    groups : numpy.ndarray of int, shape (n,)
        Number of each value's group; below 0: in none.
    count : int
        Of groups.

    Returns
    -------
    numpy.ndarray of float64, shape (count,)
        ``math.fsum`` of each group: the nearest float to the true sum, whatever the order.
    """
    chosen = groups >= 0
    if not chosen.all():
        values, groups = values[chosen], groups[chosen]
    groups = groups.astype(np.intp, copy=False)
    size = np.abs(values)
    if not len(values) or float(size.max()) <= _LARGE:
        return _sliced_sums(values, groups, count=count)
    # a number that is not finite, or so large that a sum may not be, spoils its own group alone
    spoilt = np.zeros(count, dtype=np.bool_)
    spoilt[groups[~(size <= _LARGE)]] = True
    apart = spoilt[groups]
    sums = _sliced_sums(values[~apart], groups[~apart], count=count)
    return np.where(spoilt, _sums_one_by_one(values[apart], groups[apart], count=count), sums)


def _sliced_sums(values: Floats, groups: Indices, *, count: int) -> Floats:
    """Add up values of moderate size by group, each sum rounded once.

    Each value is cut into slices on a grid of powers of two that is common to all, as wide as
    leaves room for the sum of the largest group, so that the slices of a group add up without
    rounding in any order (error-free extraction, Rump, Ogita and Oishi 2008). Two slices hold any
    values that are not much apart in size; their sum is rounded once where they are put together.

    Parameters
    ----------
    values : array of float
        Finite, up to ``_LARGE``.
    groups : array of int
        Group of each, 0 or above.
    count : int
        Of groups.

    Returns
    -------
    array of float
        One a group.
    """
    slices: list[Floats] = []
    rest, room = values, int(np.bincount(groups, minlength=1).max() + 1).bit_length()
    greatest = float(np.abs(rest).max(initial=0.0))
    # the grid ends where floats do: there nothing is left over
    power = max(math.frexp(greatest)[1] + room, _LEAST)
    while len(slices) < _SLICES and rest.any():
        step = math.ldexp(1.0, power)
        part = (rest + step) - step
        slices.append(np.bincount(groups, weights=part, minlength=count).astype(np.float64))
        rest, power = rest - part, max(power + room - _BITS, _LEAST)
    if not slices:
        return np.zeros(count)
    sums = slices[0] + slices[1] if len(slices) > 1 else slices[0]
    if len(slices) == _SLICES:
        left = np.zeros(count, dtype=np.bool_)
        left[groups[rest != 0]] = True
        some = left[groups]
        sums = np.where(left, _sums_one_by_one(values[some], groups[some], count=count), sums)
        for group in np.flatnonzero((slices[2] != 0) & ~left).tolist():
            sums[group] = math.fsum(part[group] for part in slices)
    return sums


def _sums_one_by_one(values: Floats, groups: Indices, *, count: int) -> Floats:
    """Add up values by group with ``math.fsum``.

    Parameters
    ----------
    values : array of float
        Any.
    groups : array of int
        Group of each, 0 or above.
    count : int
        Of groups.

    Returns
    -------
    array of float
        One a group; 0 for one without values.
    """
    order = np.argsort(groups, kind="stable")
    bounds = np.searchsorted(groups[order], np.arange(count + 1))
    # Slices of one list: fsum over plain floats is several times faster than over an array.
    ordered = values[order].tolist()
    return np.array(
        [math.fsum(ordered[a:b]) for a, b in pairwise(bounds)],
        dtype=np.float64,
    )


def exact_parts(
    values: Floats, groups: npt.NDArray[np.integer[Any]], *, count: int
) -> tuple[Indices, Floats]:
    """Add up values by group, without rounding.

    Parameters
    ----------
    values : numpy.ndarray of float64, shape (n,)
        The numbers.
    groups : numpy.ndarray of int, shape (n,)
        Number of each value's group; below 0: in none.
    count : int
        Of groups.

    Returns
    -------
    groups : numpy.ndarray of int, shape (m,)
        Rising; a group that has values stands once or, where its sum needs more digits than a
        float has, several times.
    parts : numpy.ndarray of float64, shape (m,)
        Of one sign in each group; those of a group add up to exactly its sum. NaN for a group
        with a value that is not finite.

    Raises
    ------
    ValueError
        For more than 2**26 values at once.
    """
    if len(values) > _MOST:
        raise ValueError(f"at most {_MOST} values at once")
    chosen = groups >= 0
    held, of = values[chosen], groups[chosen].astype(np.intp)
    there = np.flatnonzero(np.bincount(of, minlength=count))
    finite = np.isfinite(held)
    unknown = np.unique(of[~finite])
    held, of = held[finite], of[finite]
    if not len(held) or _are_whole(held):
        # whole numbers whose sum a float holds: each addition is exact
        sums: Floats = np.bincount(of, weights=held, minlength=count).astype(np.float64)
        sums[unknown] = np.nan
        return there, sums[there]
    numbers, lacking = _integers(held, of), set(unknown.tolist())
    found = [
        (group, part)
        for group in there.tolist()
        for part in ([math.nan] if group in lacking else _floats(*numbers[group]))
    ]
    return (
        np.array([group for group, _ in found], dtype=np.intp),
        np.array([part for _, part in found], dtype=np.float64),
    )


def _are_whole(values: Floats) -> bool:
    return bool((values == np.trunc(values)).all()) and (
        float(np.abs(values).max()) * len(values) < 2**_BITS
    )


def _integers(values: Floats, groups: Indices) -> dict[int, tuple[int, int]]:
    """Give each group's sum as a whole number times a power of two: the number, the power.

    Parameters
    ----------
    values : array of float
        Finite numbers.
    groups : array of int
        Group of each.

    Returns
    -------
    dict[int, tuple[int, int]]
        Number and power by group.
    """
    fractions, exponents = np.frexp(values)
    whole = np.ldexp(fractions, _BITS).astype(np.int64)
    powers = exponents.astype(np.int64) - _BITS
    low = int(powers.min())
    span = int(powers.max()) - low + 1
    keys, which = np.unique(groups * span + (powers - low), return_inverse=True)
    upper = np.bincount(which, weights=(whole >> _HALF).astype(np.float64))
    lower = np.bincount(which, weights=(whole & (2**_HALF - 1)).astype(np.float64))
    sums: dict[int, tuple[int, int]] = {}
    for key, high, rest in zip(keys.tolist(), upper.tolist(), lower.tolist(), strict=True):
        group, power = divmod(key, span)
        # powers rise within a group: the first is the least
        before, base = sums.get(group, (0, power + low))
        number = (int(high) << _HALF) + int(rest)
        sums[group] = before + (number << (power + low - base)), base
    return sums


def _floats(number: int, power: int) -> list[float]:
    """Cut a whole number times a power of two into floats, of the sign of the whole.

    Parameters
    ----------
    number : int
        The whole number.
    power : int
        The power of two.

    Returns
    -------
    list of float
        Floats that add up to the number exactly.
    """
    sign, rest = (-1, -number) if number < 0 else (1, number)
    parts: list[float] = []
    while rest:
        shift = max(rest.bit_length() - _BITS, 0)
        top = rest >> shift
        parts.append(math.ldexp(sign * top, shift + power))
        rest -= top << shift
    return parts or [0.0]
