"""Figures of points, added up or averaged by region."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import geopandas as gpd
import numpy as np
import pandas as pd

from gisplan.analysis.checks import listed, numbers
from gisplan.analysis.exact_sums import exact_sums
from gisplan.catalog.analyses import Given, TableSpec, analysis, declare
from gisplan.catalog.layer import Column, Outcome
from gisplan.digits import ESTIMATE, say
from gisplan.errors import DataError, OptionError
from gisplan.places.hierarchy import region_above
from gisplan.text import LANGS, STOPS, Text

ROWS = Text("按区域汇总的图层", "the layer to be added up by region")


def _averaged(given: Given, name: str, by: str) -> Column:
    figure, weight = given.column("rows", name), given.column("rows", by)
    how = Text(f"区内按{weight.title.zh}平均", f"mean of the region by {weight.title.en}")
    said = figure.meaning
    meaning = Text(f"{said.zh}；{how.zh}", f"{said.en}; {how.en}") if said else how
    return replace(figure, meaning=meaning, required=False, derived=True)


def _summed(given: Given) -> TableSpec:
    sums = (replace(c, required=False, maximum=None) for c in given.columns("rows", given["sums"]))
    means = (_averaged(given, name, by) for name, by in (given["means"] or {}).items())
    points = declare(
        "points", "integer", ("区内点数", "Points inside"), minimum=0, depends={"rows": "lower"}
    )
    listed_columns = (
        replace(c, required=False) for c in given.columns("rows", given["names"] or ())
    )
    columns = (*sums, *means, *listed_columns, points)
    return given.like("regions", *columns, vintage=given.layers["rows"].vintage)


@analysis("sum_by_region", gives=_summed)
def sum_by_region(
    regions: gpd.GeoDataFrame,
    rows: pd.DataFrame,
    units: pd.DataFrame,
    *,
    sums: Sequence[str] = (),
    means: Mapping[str, str] | None = None,
    names: Sequence[str] = (),
) -> Outcome:
    """Add up, or average, the columns of rows by the region that each lies in.

    Parameters
    ----------
    regions : geopandas.GeoDataFrame
        Of one level, with ``adcode``; all are kept, in their order.
    rows : pandas.DataFrame
        With ``adcode``, of the regions or of units below them.
    units : pandas.DataFrame
        ``adcode``, ``level``, ``parent`` of every unit.
    sums : sequence of str
        Columns to be added up; each sum is rounded once. Empty where no row, or a row without
        a figure, is in the region.
    means : mapping of str to str, optional
        Column to be averaged -> the column that it is weighted by. Empty where the weights are
        not known or all 0, or where a figure of any weight is.
    names : sequence of str
        Columns of names, ``NAME_zh`` parted by ``、`` and ``NAME_en`` by ``; ``: those of all rows
        of a region are put together, each once. Empty where no row has one.

    Returns
    -------
    Outcome
        ``regions`` with the columns named, and ``points`` (rows inside). Rows in none of the
        regions are counted in ``left_out``.

    Raises
    ------
    DataError
        If a column is missing or not numeric, or a weight is below 0.
    OptionError
        If no column is named, or the regions have one already.

    Examples
    --------
    >>> import geopandas as gpd
    >>> import pandas as pd
    >>> import shapely
    >>> from gisplan.analysis.tables.sum_by_region import sum_by_region
    >>> regions = gpd.GeoDataFrame(
    ...     {"adcode": ["900100"], "level": "prefecture"},
    ...     geometry=[shapely.box(104, 36, 106, 37)],
    ...     crs=4326,
    ... )
    >>> units = pd.DataFrame(
    ...     {
    ...         "adcode": ["900100", "900101", "900102"],
    ...         "level": ["prefecture", "county", "county"],
    ...         "parent": ["", "900100", "900100"],
    ...     }
    ... )
    >>> rows = pd.DataFrame(
    ...     {"adcode": ["900101", "900102"], "t": [30.0, 10.0], "km": [5.0, 9.0]}
    ... )
    >>> told = sum_by_region(regions, rows, units, sums=["t"], means={"km": "t"})
    >>> told.table[["adcode", "t", "km", "points"]]
       adcode     t   km  points
    0  900100  40.0  6.0       2
    """
    averaged = dict(means or {})
    wanted = [*sums, *averaged, *names]
    taken = [name for name in (*wanted, "points") if name in regions.columns]
    if not wanted or taken or len(set(wanted)) != len(wanted):
        names = ", ".join(taken or wanted) or "—"
        raise OptionError(
            Text(
                f"sums、means 至少给出一列，不重复，且区域图层中没有同名的列：{names}",
                f"sums and means must name one column at least, each once, and none that the "
                f"regions have: {names}",
            )
        )
    lacking = [n for n in ("adcode", *wanted, *averaged.values()) if n not in rows.columns]
    if lacking:
        names = ", ".join(dict.fromkeys(lacking))
        raise DataError(Text(f"{ROWS.zh}缺少列：{names}", f"{ROWS.en} has no column {names}"))
    table = regions.reset_index(drop=True)
    inside = rows["adcode"].map(region_above(table["adcode"], units))
    group = pd.Index(table["adcode"]).get_indexer(pd.Index(inside)).astype(np.intp)
    count = len(table)
    table["points"] = np.bincount(group[group >= 0], minlength=count)
    empty = (table["points"] == 0).to_numpy()
    for name in sums:
        values = numbers(rows, name, layer=ROWS)
        table[name] = np.where(empty, np.nan, exact_sums(values, group, count=count))
    for name, by in averaged.items():
        values, weight = numbers(rows, name, layer=ROWS), numbers(rows, by, layer=ROWS)
        if (weight < 0).any():
            raise DataError(Text(f"{ROWS.zh}的列 {by} 有负数", f"{ROWS.en}, column {by}: below 0"))
        # what weighs nothing may be unknown
        part = exact_sums(np.where(weight == 0, 0.0, values * weight), group, count=count)
        whole = exact_sums(weight, group, count=count)
        mean = np.divide(part, whole, out=np.full(count, np.nan), where=whole > 0)
        # a mean is no less than the least and no more than the most, whatever the rounding
        counted = values[(weight > 0) & ~np.isnan(values)]
        table[name] = np.clip(mean, counted.min(), counted.max()) if len(counted) else mean
    for name in names:
        table[name] = _together(rows[name], inside, STOPS[name[-2:]]).reindex(table["adcode"]).array
    return Outcome(table, _outside(rows, group, sums))


def _together(lists: pd.Series[str], inside: pd.Series[str], stop: str) -> pd.Series[str]:
    """Put the names of the rows of each region together, each once.

    Parameters
    ----------
    lists : pandas.Series of str
        Names, parted.
    inside : pandas.Series of str
        The region of each row.
    stop : str
        What parts them.

    Returns
    -------
    pandas.Series of str
        By region; without those that have no name.
    """
    parts = lists.dropna().str.split(stop).explode()
    found: dict[str, dict[str, None]] = {}
    for region, name in zip(inside.reindex(parts.index), parts, strict=True):
        if isinstance(region, str):
            found.setdefault(region, {})[name] = None
    joined = {region: stop.join(names) for region, names in found.items()}
    return pd.Series(joined, dtype="str")


def _outside(
    rows: pd.DataFrame, group: np.ndarray[tuple[int], np.dtype[np.intp]], sums: Sequence[str]
) -> tuple[Text, ...]:
    out = group < 0
    if not out.any():
        return ()
    left = rows[out]
    names = [
        listed(left.get(f"name_{lang}", left["adcode"]).fillna(left["adcode"])) for lang in LANGS
    ]
    lost = [say(numbers(left, name, layer=ROWS).sum(), ESTIMATE) for name in sums]
    # the pipeline puts the titles of columns in the place of their names
    told = [Text(f"{n} {one.zh}", f"{n} {one.en}") for n, one in zip(sums, lost, strict=True)]
    more = ["", ""]
    if told:
        more = [
            f"：{'、'.join(one.zh for one in told)}",
            f": {', '.join(one.en for one in told)}",
        ]
    return (
        Text(
            f"{len(left)} 行不在任何一个区域内，未计入（{names[0][0]}{more[0]}）",
            f"{len(left)} row(s) lie in none of the regions, not counted ({names[1][1]}{more[1]})",
        ),
    )
