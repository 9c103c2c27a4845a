"""How many of something each region has, by kind, and how much of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
import pandas as pd

from gisplan.analysis.exact_sums import exact_parts, exact_sums
from gisplan.arrays import Floats
from gisplan.catalog.analyses import Given, InParts, TableSpec, analysis, declare
from gisplan.catalog.layer import Bound, Outcome
from gisplan.errors import OptionError
from gisplan.places.hierarchy import region_above
from gisplan.text import Text

#: What is counted of a list that may lack some.
_LISTED: Mapping[str, Bound] = {"rows": "lower"}
_EITHER: Mapping[str, Bound] = {"rows": "open"}


def _counted(given: Given) -> TableSpec:
    words = given.layers["rows"].title
    by = given["by"]
    kinds = dict(given.values("rows", by)) if by else {}
    columns = [
        declare(
            "rows",
            "integer",
            (f"{words.zh}：行数", f"{words.en}: rows"),
            minimum=0,
            derived=True,
            depends=_LISTED,
        )
    ]
    for kind in given["values"]:
        said = kinds.get(kind, Text(kind, kind))
        title = Text(f"{words.zh}：{said.zh}", f"{words.en}: {said.en}")
        columns.append(
            declare(f"rows_{kind}", "integer", title, minimum=0, derived=True, depends=_LISTED)
        )
    for name in given["sums"]:
        summed = given.column("rows", name)
        columns += [
            replace(
                summed,
                name=f"sum_{name}",
                type="number",
                title=Text(f"{summed.title.zh}合计", f"{summed.title.en}, sum"),
                required=False,
                maximum=None,
                derived=True,
                # what may be below 0 may be added and taken away
                depends=_LISTED if summed.minimum is not None and summed.minimum >= 0 else _EITHER,
            ),
            declare(
                f"known_{name}",
                "integer",
                (f"{summed.title.zh}已知的行数", f"Rows whose {summed.title.en} is known"),
                minimum=0,
                derived=True,
                depends=_LISTED,
            ),
        ]
    return given.like("regions", *columns, vintage=given.layers["rows"].vintage)


def condense_count(
    rows: pd.DataFrame,
    *,
    by: str = "",
    values: Sequence[str] = (),
    sums: Sequence[str] = (),
    on: str = "adcode",
) -> pd.DataFrame:
    """Condense some of the rows for :func:`merge_count`.

    Parameters
    ----------
    rows, by, values, sums, on
        As in :func:`count_by_region`.

    Returns
    -------
    pandas.DataFrame
        ``adcode``, ``column`` (of the result) and ``part``, an exact part of its sum.

    Raises
    ------
    OptionError
        See :func:`count_by_region`.
    """
    _check(rows, by, values, (*sums, on))
    code, codes = pd.factorize(rows[on])
    told: dict[str, Floats] = {"rows": np.ones(len(rows))}
    for value in values:
        is_it = (rows[by] == value).fillna(False).to_numpy(dtype=bool)
        told[f"rows_{value}"] = np.where(is_it, 1.0, 0.0)
    for name in sums:
        held = rows[name].to_numpy(dtype=np.float64, na_value=np.nan)
        known = ~np.isnan(held)
        told[f"known_{name}"] = np.where(known, 1.0, 0.0)
        told[f"sum_{name}"] = np.where(known, held, 0.0)
    found = []
    for name, numbers in told.items():
        group, part = exact_parts(numbers, code, count=len(codes))
        adcode = pd.Index(codes).take(group).astype("str")
        found.append(pd.DataFrame({"adcode": adcode, "column": name, "part": part}))
    return pd.concat(found, ignore_index=True)


def merge_count(
    condensed: pd.DataFrame,
    *,
    regions: pd.DataFrame,
    units: pd.DataFrame,
    by: str = "",
    values: Sequence[str] = (),
    sums: Sequence[str] = (),
) -> Outcome:
    """Give :func:`count_by_region` from condensed rows.

    Parameters
    ----------
    condensed : pandas.DataFrame
        The tables of :func:`condense_count`, one below the other.
    regions, units, by, values, sums
        As in :func:`count_by_region`.

    Returns
    -------
    Outcome
        As of that function.
    """
    table = regions.reset_index(drop=True).copy()
    region = condensed["adcode"].map(region_above(regions["adcode"], units))
    at = pd.Index(table["adcode"]).get_indexer(region)
    parts = condensed["part"].to_numpy(dtype=np.float64)
    wholes = ["rows", *(f"rows_{value}" for value in values)]
    outside = {}
    for name in [*wholes, *(f"{what}_{name}" for name in sums for what in ("known", "sum"))]:
        mine = (condensed["column"] == name).to_numpy()
        found = exact_sums(parts, np.where(mine, at, -1).astype(np.intp), count=len(table))
        outside[name] = int(parts[mine & (at < 0)].sum())
        is_sum = name.startswith("sum_")
        table[name] = found if is_sum else pd.Series(found.astype(np.int64), dtype="Int64")
    left_out = []
    if outside["rows"]:
        left_out.append(
            Text(f"{outside['rows']} 行不在所列地区内", f"{outside['rows']} row(s) of no region")
        )
    if by:
        total = parts[(condensed["column"] == "rows").to_numpy()].sum()
        named = parts[condensed["column"].isin(wholes[1:]).to_numpy()].sum()
        if other := int(total - named):
            left_out.append(
                Text(
                    f"{other} 行的 {by} 为空或不在所列之中，只计入总数",
                    f"{other} row(s) with {by} empty or not listed: counted in the total only",
                )
            )
    return Outcome(table, tuple(left_out))


def _check(rows: pd.DataFrame, by: str, values: Sequence[str], more: Sequence[str]) -> None:
    if bool(by) != bool(values):
        raise OptionError(Text("by 与 values 须同时给出", "by and values are to be given together"))
    missing = [name for name in (*([by] if by else []), *more) if name not in rows.columns]
    if missing:
        names = "、".join(missing)
        raise OptionError(
            Text(f"缺少列：{names}", f"column(s) missing: {names.replace('、', ', ')}")
        )


@analysis(
    "count_by_region",
    gives=_counted,
    in_parts=InParts(large="rows", condense=condense_count, merge=merge_count),
)
def count_by_region(
    regions: pd.DataFrame,
    rows: pd.DataFrame,
    units: pd.DataFrame,
    *,
    by: str = "",
    values: Sequence[str] = (),
    sums: Sequence[str] = (),
    on: str = "adcode",
) -> Outcome:
    """Count rows by region and kind, and add up their figures.

    Parameters
    ----------
    regions : pandas.DataFrame
        Of one level, with ``adcode``. All are kept, in their order.
    rows : pandas.DataFrame
        With the columns named below; may be a layer that is read in parts.
    units : pandas.DataFrame
        ``adcode`` and ``parent`` of every unit.
    by : str
        Column of the kind; not asked for if empty.
    values : sequence of str
        The kinds to count.
    sums : sequence of str
        Columns of numbers to add up.
    on : str
        Column with the code of the unit that a row lies in.

    Returns
    -------
    Outcome
        ``regions`` with ``rows``; for each kind K ``rows_K``; for each number N ``sum_N``, the
        correctly rounded sum of what is known, and ``known_N``, the rows in which it is. Rows of
        no region, and of other kinds, are counted in ``left_out``.

    Raises
    ------
    OptionError
        If a column is missing, or kinds are asked for without a column or the other way round.

    Examples
    --------
    >>> import pandas as pd
    >>> from gisplan.analysis.tables.count import count_by_region
    >>> regions = pd.DataFrame({"adcode": ["900100", "900200"]})
    >>> units = pd.DataFrame(
    ...     {
    ...         "adcode": ["900100", "900200", "900101"],
    ...         "parent": ["900000", "900000", "900100"],
    ...     }
    ... )
    >>> firms = pd.DataFrame(
    ...     {
    ...         "adcode": ["900101", "900101", "900200"],
    ...         "kind": ["depot", "plant", "depot"],
    ...         "t": [5.0, 8.0, None],
    ...     }
    ... )
    >>> told = count_by_region(regions, firms, units, by="kind", values=["depot"], sums=["t"])
    >>> told.table[["adcode", "rows", "rows_depot", "sum_t", "known_t"]]
       adcode  rows  rows_depot  sum_t  known_t
    0  900100     2           1   13.0        2
    1  900200     1           1    0.0        0
    """
    condensed = condense_count(rows, by=by, values=values, sums=sums, on=on)
    return merge_count(condensed, regions=regions, units=units, by=by, values=values, sums=sums)
