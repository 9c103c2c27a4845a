"""What is there held against what is needed or allotted."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import geopandas as gpd
import pandas as pd

from gisplan.analysis.industry.capacity import by_region, require, told_of
from gisplan.catalog.layer import Outcome
from gisplan.errors import DataError
from gisplan.text import Text


def balance(
    declared: pd.DataFrame,
    demanded: pd.DataFrame,
    *,
    by: Sequence[str] = ("adcode", "stream"),
) -> Outcome:
    """Hold what is there against what is needed, row by row.

    Parameters
    ----------
    declared, demanded : pandas.DataFrame
        Each with the columns of ``by`` and ``value``, both in the same unit (tonnes a year).
        Several rows of one key are added up.
    by : sequence of str
        What rows are matched by: region and stream.

    Returns
    -------
    Outcome
        One row a key that either has: ``declared``, ``demanded`` (0 where there is no row),
        ``balance`` = declared - demanded, ``surplus`` and ``shortfall`` (its positive and its
        negative part, both 0 or more), ``covered`` = declared / demanded (empty without demand),
        ``status``: ``surplus``, ``shortfall``, ``even``, ``none_declared`` (nothing is known to
        be there, which may be a gap in the data), ``none_demanded``. The balances add up to all
        declared less all demanded. Rows without a key or value are counted in ``left_out``.

    Raises
    ------
    OptionError
        If a column is missing.
    DataError
        If a value is negative.
    """
    sides, told = [], []
    for words, rows in (("能力表", declared), ("需求表", demanded)):
        require(rows, [*by, "value"])
        whole = rows[[*by, "value"]].notna().all(axis=1)
        told += told_of(
            ~whole, f"（{words}）缺少单元、类别或数值", "lack a unit, a stream or a value"
        )
        if (rows.loc[whole, "value"] < 0).any():
            raise DataError(Text(f"{words}有负数", "a capacity or demand is negative"))
        sides.append(rows[whole].groupby(list(by))["value"].agg(math.fsum))
    table = pd.concat({"declared": sides[0], "demanded": sides[1]}, axis=1)
    known = table.notna()
    table = table.fillna(0.0).rename_axis(list(by)).reset_index()
    known = known.reset_index(drop=True)
    table["balance"] = table["declared"] - table["demanded"]
    table["surplus"] = table["balance"].clip(lower=0.0)
    table["shortfall"] = (-table["balance"]).clip(lower=0.0)
    table["covered"] = (table["declared"] / table["demanded"]).where(table["demanded"] > 0)
    signs = table["balance"].map(lambda x: "surplus" if x > 0 else "shortfall" if x < 0 else "even")
    status = signs.where(known["declared"], "none_declared")
    table["status"] = status.where(known["demanded"], "none_demanded")
    return Outcome(table.sort_values(list(by), ignore_index=True), tuple(told))


def against_allotted(
    regions: gpd.GeoDataFrame,
    declared: pd.DataFrame,
    *,
    measure: str,
    level: str,
    target: str,
    year: int | None = None,
) -> Outcome:
    """Hold what is declared against the range that rules of apportionment allot.

    Parameters
    ----------
    regions : geopandas.GeoDataFrame
        With ``adcode`` and ``low_TARGET``, ``mid_TARGET``, ``high_TARGET``, as
        ``apportioned_range`` gives them.
    declared : pandas.DataFrame
        As :func:`gisplan.analysis.industry.capacity.declared` gives it, in the target's unit.
    measure : str
        A value of its column ``measure``.
    level : str
        Level of the regions.
    target : str
        The suffix of the range.
    year : int, optional
        Which year's figures of ``declared`` count; all if left out, which is right only where
        they are of one year.

    Returns
    -------
    Outcome
        ``regions`` with ``declared``, ``items``, ``gap_low``, ``gap_mid``, ``gap_high`` (what is
        missing to each end and the middle; 0 if nothing) and ``status``: ``reached`` by every
        rule, ``depends`` on the rule, ``short`` by every rule, ``none_declared``.

    Raises
    ------
    OptionError
        If a column is missing.
    """
    ends = [f"{end}_{target}" for end in ("low", "mid", "high")]
    require(regions, ["adcode", *ends])
    if year is not None:
        require(declared, ["year"])
        declared = declared[declared["year"] == year]
    attached = by_region(regions, declared, measure=measure, level=level, groups=())
    table = attached.table.rename(columns={measure: "declared"})
    there = table["declared"].fillna(0.0)
    for end, name in zip(("low", "mid", "high"), ends, strict=True):
        table[f"gap_{end}"] = (table[name] - there).clip(lower=0.0)
    low, high = ends[0], ends[2]
    status = pd.Series("depends", index=table.index)
    status = status.mask(there >= table[high], "reached").mask(there < table[low], "short")
    table["status"] = status.mask(table["declared"].isna(), "none_declared")
    return Outcome(table)


def treatment_balance(
    regions: gpd.GeoDataFrame,
    declared: pd.DataFrame,
    demanded: pd.DataFrame,
    *,
    level: str,
    streams: Mapping[str, str],
    stages: Sequence[str],
) -> Outcome:
    """Hold treatment capacity against waste, region by region and stream by stream.

    Parameters
    ----------
    regions : geopandas.GeoDataFrame
        With ``adcode``; all rows are kept, in their order.
    declared : pandas.DataFrame
        As ``declared_capacity`` gives it of facilities, by ``stream`` and ``stage``, in t a year.
    demanded : pandas.DataFrame
        As ``declared_capacity`` gives it of waste, one measure a stream, in t a year.
    level : str
        Level of the regions.
    streams : mapping of str to str
        Measure of ``demanded`` -> stream of ``declared``.
    stages : sequence of str
        Stages of facilities that count.

    Returns
    -------
    Outcome
        ``regions`` with, for each stream, ``STREAM_declared``, ``STREAM_demanded``,
        ``STREAM_balance`` and ``STREAM_status`` (see :func:`balance`); a region's capacity is
        that which lies in it, whomever it serves. What is not known is missing and not 0, and so
        is the balance then; no status where neither is known.

    Raises
    ------
    OptionError
        If a column is missing.
    """
    require(declared, ["adcode", "level", "stream", "stage", "value"])
    require(demanded, ["adcode", "level", "measure", "value"])
    there = declared[(declared["level"] == level) & declared["stage"].isin(list(stages))]
    needed = demanded[demanded["level"] == level]
    needed = needed.assign(stream=needed["measure"].map(streams)).dropna(subset=["stream"])
    there = there[there["stream"].isin(set(streams.values()))]
    held = balance(there, needed).table.set_index(["adcode", "stream"])
    for side in ("declared", "demanded"):
        unknown = held["status"] == f"none_{side}"
        held[[side, "balance"]] = held[[side, "balance"]].mask(unknown)
    table = regions.reset_index(drop=True)
    for stream in dict.fromkeys(streams.values()):
        own = held[held.index.get_level_values("stream") == stream].droplevel("stream")
        for name in ("declared", "demanded", "balance", "status"):
            table[f"{stream}_{name}"] = table["adcode"].map(own[name])
    return Outcome(gpd.GeoDataFrame(table, geometry="geometry", crs=regions.crs))
