"""What lies in what: from any unit up to the region of a table that it belongs to."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

import pandas as pd

from gisplan.text import Lang, Text


def parents_of(units: pd.DataFrame) -> dict[str, str]:
    """Give the unit right above each.

    Parameters
    ----------
    units : pandas.DataFrame
        Every unit's ``adcode`` and ``parent``.

    Returns
    -------
    dict of str to str
        Parent by code; without the highest, and without what is its own parent.
    """
    upward = units[units["parent"].notna() & (units["parent"] != units["adcode"])]
    return dict(zip(upward["adcode"], upward["parent"], strict=True))


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
    parents = parents_of(units)
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
    count, names = len(lacking), _named(lacking["adcode"], above, units)
    return (
        Text(
            f"{count} 个单位没有数据，未计入，所在区域的合计是下限：{names.zh}",
            f"{count} unit(s) have no row and are not counted; the sums of their regions are lower"
            f" bounds: {names.en}",
        ),
    )


def lacking_units(
    rows: pd.DataFrame, units: pd.DataFrame, *, levels: Collection[str]
) -> tuple[int, Text]:
    """Tell which units of some levels have no row in a table that should have one of each.

    Parameters
    ----------
    rows : pandas.DataFrame
        With ``adcode``.
    units : pandas.DataFrame
        Every unit's ``adcode``, ``level`` and ``parent``, and its names where it has them.
    levels : collection of str
        As ``level`` has them.

    Returns
    -------
    count : int
        How many.
    names : Text
        Of the units, each with the unit that it lies in; empty if none is lacking.
    """
    wanted = units[units["level"].isin(list(levels))].drop_duplicates("adcode")
    lacking = wanted[~wanted["adcode"].isin(rows["adcode"].dropna())]
    above = dict(zip(lacking["adcode"], lacking["parent"].fillna(lacking["adcode"]), strict=True))
    return len(lacking), _named(lacking["adcode"], above, units)


def unit_names(units: pd.DataFrame) -> dict[str, Text]:
    """Give the names of units, in both languages, by their codes.

    Parameters
    ----------
    units : pandas.DataFrame
        ``adcode``, and ``name_zh`` and ``name_en`` where it has them; the code stands in for a
        name that is not known.

    Returns
    -------
    dict of str to Text
        By ``adcode``.
    """
    zh, en = (
        units[column].fillna(units["adcode"]) if column in units else units["adcode"]
        for column in ("name_zh", "name_en")
    )
    both = zip(units["adcode"], zh, en, strict=True)
    return {code: Text(zh, en) for code, zh, en in both}


def _named(codes: Iterable[str], above: Mapping[str, str], units: pd.DataFrame) -> Text:
    names = unit_names(units)

    def said(lang: Lang) -> Iterator[str]:
        for code in codes:
            name, region = names[code].get(lang), above[code]
            over = names[region].get(lang) if region in names else region
            yield name if region == code else f"{name} ({over})"

    return Text("、".join(said("zh")), ", ".join(said("en")))
