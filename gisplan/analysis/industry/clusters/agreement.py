"""Whether an industry is found where the plan allots it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd

from gisplan.analysis.checks import require_columns
from gisplan.analysis.industry.clusters.status import UNDECIDED, too_few
from gisplan.catalog.analyses import Given, TableSpec, analysis, declare
from gisplan.catalog.layer import Outcome
from gisplan.places.hierarchy import region_above
from gisplan.text import Text


def _heading(words: Text) -> Text:
    return Text(words.zh, words.en[:1].upper() + words.en[1:])


def _agreeing(given: Given) -> TableSpec:
    known = dict(given.values("allocations", "segment"))
    segments = [
        declare(
            name,
            "text",
            _heading(known.get(name, Text(name, name))),
            labels={
                "both": ("布局且有企业", "allotted and found"),
                "allotted_only": ("布局，未查到企业", "allotted, none found"),
                "found_only": ("有企业，未布局", "found, not allotted"),
                "neither": ("均无", "neither"),
                "undecided": ("无法判断", "undecided"),
            },
            derived=True,
            depends={"items": "open"},
            partial_labels={
                "neither": ("未布局，未查到企业", "not allotted, none found"),
            },
        )
        for name in given["segments"]
    ]
    agreeing = declare(
        "agreeing",
        "integer",
        ("一致的门类数", "Segments that agree"),
        derived=True,
        depends={"items": "lower"},
    )
    vintage = given.layers["items"].vintage
    return given.like("regions", *segments, agreeing, vintage=vintage)


@analysis("plan_agreement", gives=_agreeing, bounds={"fewest": (1, None)})
def plan_agreement(
    regions: gpd.GeoDataFrame,
    allocations: pd.DataFrame,
    items: pd.DataFrame,
    units: pd.DataFrame,
    *,
    segments: Sequence[str],
    same: Mapping[str, str] | None = None,
    fewest: int = 5,
) -> Outcome:
    """Hold where the plan allots each segment against where its enterprises are.

    Parameters
    ----------
    regions : geopandas.GeoDataFrame
        With ``adcode``; all of one level. All rows are kept, in their order.
    allocations : pandas.DataFrame
        ``plan_allocations``: ``region``, ``segment``.
    items : pandas.DataFrame
        Enterprises: ``adcode`` (the finest unit known), ``industry``.
    units : pandas.DataFrame
        Every unit's ``adcode`` and ``parent``.
    segments : sequence of str
        Values of ``segment`` that get a column each.
    same : mapping of str to str, optional
        Industry of enterprises -> segment that it belongs to, where the two differ in name.
    fewest : int
        A segment with fewer enterprises placed is ``undecided`` everywhere.

    Returns
    -------
    Outcome
        ``regions`` with a column for each segment: ``both``, ``allotted_only``, ``found_only``,
        ``neither``, or ``undecided``; and ``agreeing``: segments ``both`` or ``neither``, of
        those decided. ``left_out`` has, for each segment decided, how many regions agree, with
        Cohen's kappa, and counts what could not be placed. That nothing is found may also mean
        that the list of enterprises has gaps.

    Raises
    ------
    OptionError
        If a column is missing.

    Examples
    --------
    >>> import geopandas as gpd
    >>> import pandas as pd
    >>> import shapely
    >>> from gisplan.analysis.industry.clusters import plan_agreement
    >>> codes = ["900100", "900200"]
    >>> regions = gpd.GeoDataFrame(
    ...     {"adcode": codes},
    ...     geometry=[shapely.box(0, 0, 1, 1), shapely.box(1, 0, 2, 1)],
    ...     crs=4326,
    ... )
    >>> plan = pd.DataFrame({"region": ["900100"], "segment": ["recycling"]})
    >>> firms = pd.DataFrame(
    ...     {"adcode": ["900100"] * 3 + ["900200"] * 2, "industry": "recycling"}
    ... )
    >>> units = pd.DataFrame({"adcode": codes, "parent": ["900000", "900000"]})
    >>> told = plan_agreement(regions, plan, firms, units, segments=["recycling"])
    >>> told.table[["adcode", "recycling", "agreeing"]]
       adcode   recycling  agreeing
    0  900100        both         1
    1  900200  found_only         0
    """
    require_columns(allocations, ["region", "segment"])
    require_columns(items, ["adcode", "industry"])
    codes = list(regions["adcode"])
    above = region_above(codes, units)
    placed = items["adcode"].map(above)
    table = regions.reset_index(drop=True)
    told = _nowhere(int(placed.isna().sum()))
    industries = items["industry"].replace(dict(same or {}))
    others = sorted(set(industries.dropna()) - set(segments))
    if others:
        listed = Text("、".join(others), ", ".join(others))
        told.append(
            Text(f"不属于所列门类的产业：{listed.zh}", f"industries of no segment: {listed.en}")
        )
    decided: list[str] = []
    for segment in segments:
        own = allocations[allocations["segment"] == segment]
        allotted = table["adcode"].isin(set(own["region"].map(above).dropna()))
        firms = placed[(industries == segment) & placed.notna()]
        if len(firms) < fewest:
            reason = too_few(len(firms), fewest, "该门类的企业", "enterprises of the segment")
            told.append(Text(f"{segment}：{reason.zh}", f"{segment}: {reason.en}"))
            table[segment] = UNDECIDED
            continue
        found = table["adcode"].isin(set(firms))
        kinds = np.select(
            [allotted & found, allotted, found],
            ["both", "allotted_only", "found_only"],
            default="neither",
        )
        table[segment] = kinds
        decided.append(segment)
        agree = int((allotted == found).sum())
        value = kappa(allotted, found)
        words = "" if value is None else f"{value:.2f}"
        told.append(
            Text(
                f"{segment}：{len(table)} 个单元中 {agree} 个与布局一致，"
                f"kappa {words or '无法计算'}",
                f"{segment}: {agree} of {len(table)} agree with the plan, "
                f"kappa {words or 'not defined'}",
            )
        )
    same = table[decided].isin(["both", "neither"]).sum(axis=1).astype("Int64")
    table["agreeing"] = same if decided else pd.Series(pd.NA, index=table.index, dtype="Int64")
    return Outcome(gpd.GeoDataFrame(table, geometry="geometry", crs=regions.crs), tuple(told))


def kappa(one: Any, two: Any) -> float | None:
    """Give Cohen's kappa of two yes-or-no judgements; None if chance alone decides.

    (p_o - p_e) / (1 - p_e), p_o the share on which they agree, p_e that expected of independent
    judgements with the same shares of yes (Cohen 1960).

    Parameters
    ----------
    one : array_like of bool, shape (n,)
        The first judge's judgements.
    two : array_like of bool, shape (n,)
        The other's, of the same things in the same order.

    Returns
    -------
    float or None
        1 if they agree throughout, 0 if no more than by chance; None if chance alone decides.

    Examples
    --------
    >>> from gisplan.analysis.industry.clusters.agreement import kappa
    >>> kappa([True, True, False, False], [True, False, False, False])
    0.5
    """
    first, second = np.asarray(one, dtype=bool), np.asarray(two, dtype=bool)
    a, b = first.mean(), second.mean()
    chance = a * b + (1 - a) * (1 - b)
    if chance >= 1:
        return None
    return float(((first == second).mean() - chance) / (1 - chance))


def _nowhere(count: int) -> list[Text]:
    if not count:
        return []
    return [
        Text(
            f"{count} 家企业不在任何所给区域，未计入",
            f"{count} enterprise(s) are in none of these regions and are not counted",
        )
    ]
