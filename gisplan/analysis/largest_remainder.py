"""Dividing a whole number into whole parts that add up to it."""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt

from gisplan.arrays import Ints
from gisplan.errors import DataError
from gisplan.text import Text


def largest_remainder(total: int, weights: npt.ArrayLike) -> Ints:
    """Divide a whole number in proportion to weights, by the method of largest remainders.

    Each part first gets the whole part of its quota ``total * weight / sum(weights)``; what is
    left over goes, one by one, to the largest remainders (Hamilton's method; Balinski and
    Young 1982, *Fair Representation*, ch. 3). No part is further than 1 from its quota.

    Parameters
    ----------
    total : int
        Not negative.
    weights : array_like of float, shape (n,)
        Finite, not negative, and not all 0.

    Returns
    -------
    numpy.ndarray of int64, shape (n,)
        Adds up to ``total`` exactly. Of equal remainders the earlier one goes first, so that
        the order of the weights is the rule that breaks ties. A weight of 0 gets 0.

    Raises
    ------
    DataError
        If the total or the weights can't be divided.
    """
    given = np.asarray(weights, dtype=np.float64)
    # fsum does not depend on the order of its terms, so neither do the quotas
    whole = math.fsum(given) if np.isfinite(given).all() else math.nan
    if total < 0 or not whole > 0 or (given < 0).any():
        raise DataError(
            Text(
                f"无法按权重分配 {total}：权重须为有限的非负数，且不全为 0",
                f"{total} can't be divided: weights must be finite, not negative, not all 0",
            )
        )
    quotas = total * (given / whole)
    parts = np.floor(quotas).astype(np.int64)
    left = total - int(parts.sum())
    ranked = np.argsort(-(quotas - parts), kind="stable")
    ranked = ranked[given[ranked] > 0]
    while left > 0:
        parts[ranked[:left]] += 1
        left -= min(left, len(ranked))
    while left < 0:  # a quota that rounding lifted to the next whole number
        above = ranked[::-1][parts[ranked[::-1]] > 0][:-left]
        parts[above] -= 1
        left += len(above)
    return parts
