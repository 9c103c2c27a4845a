"""Which units a point counts in: its own, and those above it."""

from __future__ import annotations

from typing import Any

import pandas as pd

from gisplan.analysis.checks import listed
from gisplan.errors import DataError
from gisplan.text import Text


def units_above(units: pd.DataFrame, adcodes: pd.Series[str]) -> pd.DataFrame:
    """List each unit that has points with all the units that it lies in, itself first.

    Parameters
    ----------
    units : pandas.DataFrame
        ``adcode``, ``level`` and ``parent`` (adcode; empty for the highest). A code may stand
        at two levels (a prefecture without counties, which is also its own county): then the
        lower one names the upper as its parent.
    adcodes : pandas.Series of str
        Units of the points, with repeats.

    Returns
    -------
    pandas.DataFrame
        ``leaf`` (an adcode of the points), ``level``, ``adcode``: one row for each unit that the
        leaf lies in, from the leaf upward.

    Raises
    ------
    DataError
        If a unit or a parent is not in ``units``, or parents run in a circle.

    Examples
    --------
    >>> import pandas as pd
    >>> from gisplan.analysis.coverage.models import units_above
    >>> units = pd.DataFrame(
    ...     {
    ...         "adcode": ["900100", "900101"],
    ...         "level": ["prefecture", "county"],
    ...         "parent": [None, "900100"],
    ...     }
    ... )
    >>> units_above(units, pd.Series(["900101"]))
         leaf       level  adcode
    0  900101      county  900101
    1  900101  prefecture  900100
    """
    rows: dict[tuple[str, str], Any] = {
        (str(adcode), str(level)): parent
        for adcode, level, parent in zip(
            units["adcode"], units["level"], units["parent"], strict=True
        )
    }
    levels: dict[str, list[str]] = {}
    for adcode, level in rows:
        levels.setdefault(adcode, []).append(level)
    leaves = sorted(adcodes.dropna().unique())
    unknown = [leaf for leaf in leaves if leaf not in levels]
    if unknown or adcodes.isna().any():
        zh, en = listed(unknown or ["—"])
        raise DataError(
            Text(
                f"需求图层的列 adcode 为空，或不在行政单元表中：{zh}",
                f"the demand layer, column adcode: empty, or not in the table of units: {en}",
            )
        )
    found = [(leaf, level, unit) for leaf in leaves for unit, level in _path(leaf, rows, levels)]
    return pd.DataFrame(found, columns=["leaf", "level", "adcode"])


def _path(
    leaf: str, rows: dict[tuple[str, str], Any], levels: dict[str, list[str]]
) -> list[tuple[str, str]]:
    path: list[tuple[str, str]] = []
    unit: str = leaf
    while not pd.isna(unit):
        left = [level for level in levels.get(unit, []) if (unit, level) not in path]
        # Of two levels with one code, the lower is the one whose parent is that code.
        own = [level for level in left if rows[unit, level] == unit]
        if len(own or left) != 1:
            raise DataError(
                Text(
                    f"行政单元表中 {leaf} 的上级 {unit} 不存在、循环或不唯一（列 parent）",
                    f"the table of units, column parent: {unit}, above {leaf}, is missing, not "
                    f"unique, or part of a circle",
                )
            )
        step = (unit, (own or left)[0])
        path.append(step)
        unit = rows[step]
    return path
