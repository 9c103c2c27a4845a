"""What lies in what: from any unit up to the region of a table that it belongs to."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from gisplan.catalog.layer import Outcome
from gisplan.errors import OptionError
from gisplan.text import Text


def region_above(regions: Iterable[str], units: pd.DataFrame) -> dict[str, str]:
    """Map each unit to the region given that it is, or lies in.

    Parameters
    ----------
    regions : iterable of str
        Codes, all of one level.
    units : pandas.DataFrame
        Every unit's ``adcode`` and ``parent``. A city without counties stands in it twice, once
        as its own county.

    Returns
    -------
    dict of str to str
        Without units that lie in none of the regions.
    """
    upward = units[units["parent"].notna() & (units["parent"] != units["adcode"])]
    parents = dict(zip(upward["adcode"], upward["parent"], strict=True))
    wanted = set(regions)
    found = {}
    for code in (*units["adcode"], *wanted):
        here, seen = code, set()
        while isinstance(here, str) and here not in seen and here not in wanted:
            seen.add(here)
            here = parents.get(here)
        if here in wanted:
            found[code] = here
    return found


def lift(
    rows: pd.DataFrame, units: pd.DataFrame, *, level: str, to: str, on: str = "adcode"
) -> Outcome:
    """Put beside each row the unit of a level that it lies in.

    Parameters
    ----------
    rows : pandas.DataFrame
        With the column ``on``.
    units : pandas.DataFrame
        Every unit's ``adcode``, ``level`` and ``parent``.
    level : str
        As ``prefecture``.
    to : str
        Name of the new column.
    on : str
        Column of ``rows`` with the code of the finest unit known.

    Returns
    -------
    Outcome
        ``rows`` with ``to``; missing where the code is, or lies in none of that level. These are
        counted in ``left_out``.

    Raises
    ------
    OptionError
        If a column is missing, or ``to`` is there already, or no unit is of that level.
    """
    wanted = units.loc[units["level"] == level, "adcode"]
    if on not in rows.columns or to in rows.columns or wanted.empty:
        raise OptionError(
            Text(
                f"须有列 {on}、没有列 {to}，且有 {level} 一级的单元",
                f"needed: a column {on}, none named {to}, and units of the level {level}",
            )
        )
    found = rows[on].map(region_above(wanted, units))
    count = int(found.isna().sum())
    told = Text(
        f"{count} 行不在任何 {level} 一级的单元内",
        f"{count} row(s) lie in no unit of the level {level}",
    )
    return Outcome(rows.assign(**{to: found}), (told,) if count else ())
