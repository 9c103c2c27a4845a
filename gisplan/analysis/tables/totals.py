"""Rows held against the figures of the next level that they should add up to."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import pandas as pd

from gisplan.places.hierarchy import region_above


@dataclass(frozen=True, slots=True, kw_only=True)
class TotalMismatch:
    """A unit whose rows do not add up to its total.

    Attributes
    ----------
    adcode : str
        Code of the unit.
    rows : int
        How many rows lie in it.
    added : float
        What they add up to, of those that have a figure.
    total : float
        What the next level says.
    """

    adcode: str
    rows: int
    added: float
    total: float


def differences(
    rows: pd.DataFrame,
    totals: pd.DataFrame,
    units: pd.DataFrame,
    *,
    column: str,
    of: str,
    rounded_to: float | str | None = None,
) -> tuple[TotalMismatch, ...]:
    """Find the units whose rows do not add up to the total known of them.

    Parameters
    ----------
    rows : pandas.DataFrame
        With ``adcode``, of units below those of ``totals`` (a city without counties may be its
        own).
    totals : pandas.DataFrame
        With ``adcode``, one row a unit; a row without a figure is passed over.
    units : pandas.DataFrame
        ``adcode`` and ``parent`` of every unit.
    column : str
        Column of ``rows``. Where a row has no figure, only a sum that is too large is told.
    of : str
        Column of ``totals``.
    rounded_to : float or str, optional
        To what all figures are rounded, or the column of ``rows`` that says it of each. A sum
        may be off by half of it for each row and for the total. Whole numbers rounded to 1 are
        exact. Left out, only what double precision can't tell apart is let pass.

    Returns
    -------
    tuple of TotalMismatch
        In the order of ``totals``; empty if all add up.

    Examples
    --------
    >>> import pandas as pd
    >>> from gisplan.analysis.tables.totals import differences
    >>> units = pd.DataFrame(
    ...     {"adcode": ["900100", "900101", "900102"], "parent": [None, "900100", "900100"]}
    ... )
    >>> rows = pd.DataFrame({"adcode": ["900101"], "people": [30]})
    >>> totals = pd.DataFrame({"adcode": ["900100"], "people": [50]})
    >>> differences(rows, totals, units, column="people", of="people")
    (TotalMismatch(adcode='900100', rows=1, added=30.0, total=50.0),)
    """
    whole = pd.api.types.is_integer_dtype(rows[column])
    figures = rows[column].to_numpy(dtype=float, na_value=np.nan)
    slack = _slack(rows, rounded_to, whole=whole)
    found = []
    for code, total in _known(totals, of):
        above = region_above([code], units)
        inside = rows["adcode"].isin(list(above)).to_numpy()
        here = figures[inside]
        added = float(np.nansum(here))
        off = float(slack[inside].sum() + slack[inside].max(initial=0.0))
        allowed = off + 1e-13 * max(abs(total), abs(added))
        too_large = added - total > allowed
        too_small = total - added > allowed and not np.isnan(here).any()
        if too_large or too_small:
            found.append(TotalMismatch(adcode=code, rows=len(here), added=added, total=total))
    return tuple(found)


def _known(totals: pd.DataFrame, of: str) -> Iterable[tuple[str, float]]:
    figures = totals[of].to_numpy(dtype=float, na_value=np.nan)
    pairs = zip(totals["adcode"], figures.tolist(), strict=True)
    return [
        (code, total) for code, total in pairs if isinstance(code, str) and not math.isnan(total)
    ]


def _slack(
    rows: pd.DataFrame, rounded_to: float | str | None, *, whole: bool
) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    """Give by how much each row may be off.

    Parameters
    ----------
    rows : pandas.DataFrame
        Rows of the layer.
    rounded_to : float | str or None
        Step of rounding, or the column that holds it; None if nothing is rounded.
    whole : bool
        Whether figures are whole numbers.

    Returns
    -------
    numpy.ndarray[tuple[int], numpy.dtype[numpy.float64]]
        Half a step, rounded down for whole numbers; shape (rows,).
    """
    if isinstance(rounded_to, str):
        steps = rows[rounded_to].to_numpy(dtype=float, na_value=np.nan)
        half = np.nan_to_num(steps) * 0.5
    else:
        half = np.full(len(rows), (rounded_to or 0.0) / 2)
    slack: np.ndarray[tuple[int], np.dtype[np.float64]] = np.floor(half) if whole else half
    return slack
