"""What lies in what: from any unit up to the region of a table that it belongs to."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd


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
