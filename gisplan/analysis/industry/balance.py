"""What is there held against what is needed or allotted."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import geopandas as gpd
import pandas as pd

from gisplan.analysis.checks import require_columns
from gisplan.analysis.industry.capacity import by_region, told_of
from gisplan.analysis.industry.uncounted import UNCOUNTED, uncounted
from gisplan.catalog.analyses import Given, TableSpec, analysis, declare
from gisplan.catalog.layer import Bound, Outcome
from gisplan.errors import DataError
from gisplan.text import LANGS, Text

_STATUSES = {
    "surplus": Text("能力有余", "surplus"),
    "shortfall": Text("能力不足", "shortfall"),
    "even": Text("持平", "even"),
    "none_declared": Text("没有已知的能力", "none declared"),
    "none_demanded": Text("没有已知的需求", "none demanded"),
}
#: Of a stream: what is told, in words.
_PARTS = (
    ("declared", Text("处理能力", "capacity"), None),
    ("demanded", Text("产生量", "waste"), None),
    (
        "balance",
        Text("余缺", "balance"),
        Text("能力减产生量，负数为缺口", "Capacity less waste; a shortfall is negative"),
    ),
)


#: What a figure is where the list behind what is declared may lack some.
_AT_LEAST: Mapping[str, Bound] = {"declared": "lower"}
_AT_MOST: Mapping[str, Bound] = {"declared": "upper"}
_EITHER: Mapping[str, Bound] = {"declared": "open"}
#: What can be said of such a balance.
_KNOWN: Mapping[str, tuple[str, str]] = {
    "shortfall": ("已知能力小于需求", "known capacity below demand"),
    "even": ("已知能力等于需求", "known capacity equals demand"),
    "surplus": ("已知能力大于需求", "known capacity above demand"),
}


def _balanced(given: Given) -> TableSpec:
    value = given.find("declared", "value")
    unit = value.unit if value else None
    columns = (
        *given.columns("declared", given["by"]),
        declare(
            "declared", "number", ("已有", "Declared"), unit=unit, derived=True, depends=_AT_LEAST
        ),
        declare("demanded", "number", ("需要", "Demanded"), unit=unit, derived=True),
        declare(
            "balance",
            "number",
            ("余缺", "Balance"),
            unit=unit,
            meaning=("已有减需要，负数为缺口", "Declared less demanded; a shortfall is negative"),
            derived=True,
            depends=_AT_LEAST,
        ),
        declare(
            "surplus",
            "number",
            ("富余", "Surplus"),
            unit=unit,
            minimum=0,
            derived=True,
            depends=_AT_LEAST,
        ),
        declare(
            "shortfall",
            "number",
            ("缺口", "Shortfall"),
            unit=unit,
            minimum=0,
            derived=True,
            depends=_AT_MOST,
        ),
        declare(
            "covered",
            "number",
            ("满足的份额", "Share covered"),
            meaning=("已有除以需要；没有需要时留空", "Declared / demanded; empty without demand"),
            minimum=0,
            derived=True,
            depends=_AT_LEAST,
        ),
        declare(
            "status",
            "text",
            ("状况", "Status"),
            labels=_STATUSES,
            derived=True,
            depends=_EITHER,
            partial_labels=_KNOWN,
        ),
    )
    return TableSpec(columns=columns, key=tuple(given["by"]))


@analysis("balance", gives=_balanced)
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

    Examples
    --------
    >>> import pandas as pd
    >>> from gisplan.analysis.industry.balance import balance
    >>> there = pd.DataFrame({"adcode": ["900101"], "stream": ["paper"], "value": [80.0]})
    >>> needed = pd.DataFrame(
    ...     {
    ...         "adcode": ["900101", "900102"],
    ...         "stream": ["paper", "paper"],
    ...         "value": [100.0, 50.0],
    ...     }
    ... )
    >>> told = balance(there, needed)
    >>> told.table[["adcode", "declared", "demanded", "balance", "status"]]
       adcode  declared  demanded  balance         status
    0  900101      80.0     100.0    -20.0      shortfall
    1  900102       0.0      50.0    -50.0  none_declared
    """
    sides, told = [], []
    for words, rows in (("能力表", declared), ("需求表", demanded)):
        require_columns(rows, [*by, "value"])
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


def _against(given: Given) -> TableSpec:
    target, year = given["target"], given["year"]
    ends = given.columns("regions", [f"{end}_{target}" for end in ("low", "mid", "high")])
    unit, measure = ends[0].unit, given["measure"]
    of = dict(given.values("declared", "measure")).get(measure, Text(measure, measure))
    when = Text(f"{year} 年申报{of.zh}", f"{of.en} declared, {year}")
    gaps = [
        declare(f"gap_{end}", "number", title, unit=unit, minimum=0, derived=True, depends=_AT_MOST)
        for end, title in (
            ("low", Text("距最少方案尚缺", "Missing to the least")),
            ("mid", Text("距居中方案尚缺", "Missing to the middle")),
            ("high", Text("距最多方案尚缺", "Missing to the most")),
        )
    ]
    return given.like(
        "regions",
        declare(
            "declared",
            "number",
            when if year else Text(f"申报{of.zh}", f"{of.en} declared"),
            unit=unit,
            meaning=(
                "注明可加总的数值之和；空表示没有申报",
                "Sum of what says that it is to be summed; empty: none declared",
            ),
            minimum=0,
            derived=True,
            depends=_AT_LEAST,
        ),
        *given.columns("declared", ("items", "unverified")),
        *gaps,
        declare(
            "status",
            "text",
            ("对照结果", "How it stands"),
            required=True,
            labels={
                "reached": ("按各规则都达到", "reached by every rule"),
                "depends": ("是否达到取决于规则", "depends on the rule"),
                "short": ("按各规则都未达到", "short by every rule"),
                "none_declared": ("没有申报的数值", "none declared"),
            },
            derived=True,
            depends=_EITHER,
            partial_labels={
                "depends": (
                    "查到的是否达到取决于规则",
                    "whether what is known reaches it depends on the rule",
                ),
                "short": ("查到的按各规则都低于分摊", "what is known is below it by every rule"),
            },
        ),
        vintage=str(year) if year else "",
    )


@analysis("capacity_against_allotted", gives=_against)
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
    require_columns(regions, ["adcode", *ends])
    if year is not None:
        require_columns(declared, ["year"])
        declared = declared[declared["year"] == year]
    attached = by_region(regions, declared, measure=measure, level=level, groups=())
    table = attached.table.rename(columns={measure: "declared"})
    there = table["declared"].astype("float64").fillna(0.0)
    for end, name in zip(("low", "mid", "high"), ends, strict=True):
        table[f"gap_{end}"] = (table[name] - there).clip(lower=0.0)
    low, high = ends[0], ends[2]
    status = pd.Series("depends", index=table.index)
    status = status.mask(there >= table[high], "reached").mask(there < table[low], "short")
    table["status"] = status.mask(table["declared"].isna(), "none_declared")
    return Outcome(table)


def _years(given: Given) -> dict[str, Text]:
    """Say of which years the two sides are, where these are not the same.

    Parameters
    ----------
    given : Given
        Inputs of the analysis.

    Returns
    -------
    dict of str to Text
        By part, in brackets; empty words where both sides are of one year.
    """
    there, needed = (given.layers[name].vintage for name in ("declared", "demanded"))
    if there == needed:
        return {name: Text("", "") for name, *_ in _PARTS}
    both = Text(
        f"（{there} 年的能力，{needed} 年的产生量）", f" (capacity of {there}, waste of {needed})"
    )
    return {
        "declared": Text(f"（{there} 年）", f" ({there})"),
        "demanded": Text(f"（{needed} 年）", f" ({needed})"),
        "balance": both,
    }


def _by_stream(given: Given) -> TableSpec:
    unit = given.column("declared", "value").unit
    measures, years = dict(given.values("demanded", "measure")), _years(given)
    columns = []
    for measure, stream in given["streams"].items():
        words = measures.get(measure, Text(stream, stream))
        for name, said, meaning in _PARTS:
            when = years[name]
            columns.append(
                declare(
                    f"{stream}_{name}",
                    "number",
                    (f"{words.zh}：{said.zh}{when.zh}", f"{words.en}: {said.en}{when.en}"),
                    unit=unit,
                    meaning=meaning,
                    derived=True,
                    depends={} if name == "demanded" else _AT_LEAST,
                )
            )
        columns.append(
            declare(
                f"{stream}_status",
                "text",
                (
                    f"{words.zh}：状况{years['balance'].zh}",
                    f"{words.en}: status{years['balance'].en}",
                ),
                labels={
                    **_STATUSES,
                    "none_declared": ("没有查到设施", "no facility known"),
                    "none_demanded": ("没有产生量数据", "no demand known"),
                    "undecided": (
                        "已知能力小于产生量，另有能力不详的设施：够不够不详",
                        "known capacity below the waste, beside facilities of unknown capacity: "
                        "whether it suffices is not known",
                    ),
                    **UNCOUNTED,
                },
                derived=True,
                depends=_EITHER,
                partial_labels=_KNOWN,
            )
        )
        if "facilities" in given.layers:
            columns += [
                declare(
                    f"{stream}_uncounted_{lang}",
                    "text",
                    (f"{words.zh}：能力未计入的设施", f"{words.en}: facilities not counted"),
                    meaning=(
                        "能力不详或不能折算，或报道当年尚未建成",
                        "Of unknown capacity, or not built in the year of the report",
                    ),
                )
                for lang in LANGS
            ]
    return given.like("regions", *columns, vintage="")


@analysis("treatment_balance", gives=_by_stream)
def treatment_balance(
    regions: gpd.GeoDataFrame,
    declared: pd.DataFrame,
    demanded: pd.DataFrame,
    facilities: pd.DataFrame | None = None,
    units: pd.DataFrame | None = None,
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
    facilities : pandas.DataFrame, optional
        What ``declared`` was summed from, as ``network`` gives it: with it a region is told to have
        no facility only where the table has none, and facilities whose capacity does not count are
        named.
    units : pandas.DataFrame, optional
        ``adcode``, ``level``, ``parent`` of every unit; needed with ``facilities``.
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
        is the balance then; no status where neither is known. A facility of unknown capacity
        counts as nothing in ``STREAM_declared`` and ``STREAM_balance``, which are the lowest then;
        where they fall short beside such a facility the status is ``undecided``.

    Raises
    ------
    OptionError
        If a column is missing.
    """
    require_columns(declared, ["adcode", "level", "stream", "stage", "value"])
    require_columns(demanded, ["adcode", "level", "measure", "value"])
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
        if facilities is not None and units is not None:
            left = uncounted(table["adcode"], facilities, units, stream=stream, stages=stages)
            left = left.reset_index(drop=True)
            status = table[f"{stream}_status"]
            none = (status == "none_declared") & left["why"].notna()
            status = status.mask(none, left["why"])
            open_ = (status == "shortfall") & (left["why"] == "capacity_unknown")
            table[f"{stream}_status"] = status.mask(open_, "undecided")
            for lang in LANGS:
                table[f"{stream}_uncounted_{lang}"] = left[f"names_{lang}"]
    return Outcome(gpd.GeoDataFrame(table, geometry="geometry", crs=regions.crs))
