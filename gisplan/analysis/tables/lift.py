"""The unit of a higher level that each row lies in."""

from __future__ import annotations

import pandas as pd

from gisplan.catalog.analyses import Given, TableSpec, analysis, declare
from gisplan.catalog.layer import Outcome
from gisplan.errors import OptionError
from gisplan.places.hierarchy import region_above
from gisplan.text import Text


def _lifted(given: Given) -> TableSpec:
    levels = dict(given.values("units", "level"))
    words = levels.get(given["level"], Text(given["level"], given["level"]))
    title = (f"所属{words.zh}的代码", f"Code of the {words.en} it lies in")
    return given.like("rows", declare(given["to"], "adcode", title))


@analysis("lift", gives=_lifted)
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
