"""What lies in what: from any unit up to the region of a table that it belongs to."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

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


def without_rows(
    regions: pd.DataFrame, rows: pd.DataFrame, units: pd.DataFrame, *, level: str = "county"
) -> tuple[Text, ...]:
    """Tell which units in regions have no row, so that sums over these regions are too small.

    Parameters
    ----------
    regions : pandas.DataFrame
        With ``adcode``, of one level.
    rows : pandas.DataFrame
        What is added up, with ``adcode`` of the regions or of units below them.
    units : pandas.DataFrame
        Every unit's ``adcode``, ``level`` and ``parent``, and its names where it has them.
    level : str
        Of the units that should have a row each.

    Returns
    -------
    tuple of Text
        One sentence that names the units and their regions; empty if each has a row, and where
        none of ``rows`` is of that level: they are then not rows of such units.
    """
    wanted = units[units["level"] == level]
    have = set(rows["adcode"].dropna())
    if not have & set(wanted["adcode"]):
        return ()
    above = region_above(regions["adcode"], units)
    lacking = wanted[wanted["adcode"].isin(set(above) - have)].drop_duplicates("adcode")
    if lacking.empty:
        return ()

    def said(lang: str) -> list[str]:
        named = units.get(f"name_{lang}", units["adcode"]).fillna(units["adcode"])
        name = dict(zip(units["adcode"], named, strict=True))
        told = []
        for code in lacking["adcode"]:
            region = above[code]
            inside = region != code
            told.append(f"{name[code]} ({name.get(region, region)})" if inside else name[code])
        return told

    count = len(lacking)
    zh, en = "、".join(said("zh")), ", ".join(said("en"))
    return (
        Text(
            f"{count} 个单位没有数据，未计入，所在区域的合计是下限：{zh}",
            f"{count} unit(s) have no row and are not counted; the sums of their regions are lower"
            f" bounds: {en}",
        ),
    )
