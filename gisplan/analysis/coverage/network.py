"""The network that collects, sorts, uses and treats waste: what stands and what is planned."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import geopandas as gpd
import numpy as np
import pandas as pd

from gisplan.catalog.analyses import Given, TableSpec, analysis, declare
from gisplan.catalog.layer import Column, Outcome
from gisplan.catalog.units import T_A
from gisplan.errors import DataError, OptionError
from gisplan.text import Text

#: Stages in which a facility has been built, by what its source says.
BUILT = ("operating", "commissioning")
#: Stages in which it has not.
UNBUILT = ("under_construction", "planned")
_COLUMNS = (
    "id",
    "name_zh",
    "name_en",
    "kind",
    "tier",
    "stream",
    "adcode",
    "place_zh",
    "capacity",
    "capacity_given",
    "capacity_unit",
    "stage",
    "status_zh",
    "status_en",
    "start_year",
    "due_year",
    "status_year",
    "part_of",
    "origin",
    "precision",
    "source_zh",
    "source_en",
    "url",
    "geometry",
)


def _network(given: Given) -> TableSpec:
    def of_facility(*names: str) -> tuple[Column, ...]:
        return given.columns("facilities", names)

    def loose(*names: str) -> tuple[Column, ...]:
        # a base of the plan has no report of its own
        return tuple(replace(c, required=False) if c.required else c for c in of_facility(*names))

    held = given.column("facilities", "capacity")
    columns = (
        *of_facility("id"),
        *of_facility("name_zh", "name_en"),
        replace(given.column("facilities", "kind"), labels=given.column("kinds", "kind").labels),
        *given.columns("kinds", ("tier", "stream")),
        *of_facility("adcode", "place_zh"),
        replace(
            held,
            title=Text("处理能力", "Capacity"),
            unit=T_A,
            meaning=Text(
                f"由 capacity_given 按图层 {given.layers['units'].name} 折算；空为不详或不能折算",
                f"Converted from capacity_given by the layer {given.layers['units'].name}; "
                "empty if unknown or not to be converted",
            ),
            derived=True,
        ),
        replace(held, name="capacity_given", title=Text("来源所载能力", "Capacity as given")),
        *loose("capacity_unit"),
        *of_facility("stage"),
        *loose("status_zh", "status_en", "start_year", "due_year", "status_year"),
        declare(
            "part_of",
            "text",
            ("所属规划基地", "Part of"),
            meaning=(
                "同一图层中的规划基地；覆盖时不要把两者当作两处",
                "The plan's base in this layer that it lies in; the two are not two places",
            ),
        ),
        declare(
            "origin",
            "text",
            ("出处", "Origin"),
            required=True,
            labels={
                "facility": ("公开报道的设施", "a facility that was reported"),
                "plan": ("规划的基地", "a base of the plan"),
            },
        ),
        *of_facility("precision"),
        *loose("source_zh", "source_en", "url"),
    )
    return TableSpec(
        columns=columns,
        key=("id",),
        geometry="point",
        positions="mixed",
        vintage=given.layers["facilities"].vintage,
        rows_of=("facilities", "bases"),
    )


@analysis("network", gives=_network)
def network(
    facilities: gpd.GeoDataFrame,
    bases: gpd.GeoDataFrame,
    kinds: pd.DataFrame,
    units: pd.DataFrame,
    *,
    include: Mapping[str, str],
) -> Outcome:
    """Put facilities and bases of the plan together as the sites of one network.

    Parameters
    ----------
    facilities : geopandas.GeoDataFrame
        Placed facilities: ``id``, ``name_zh``, ``name_en``, ``kind``, ``adcode``, ``place_zh``,
        ``capacity``, ``capacity_unit``, ``stage``, ``status_zh``, ``status_en``, ``start_year``,
        ``due_year``, ``status_year``, ``plan_base``, ``source_zh``,
        ``source_en``, ``url``, ``precision``; points in
        EPSG:4326.
    bases : geopandas.GeoDataFrame
        Placed bases of the plan: ``id``, ``clauses``, ``name_zh``, ``name_en``, ``adcode``,
        ``place_zh``, ``year_due``, ``precision``.
    kinds : pandas.DataFrame
        ``kind``, with its ``tier`` (collection, sorting, utilisation, treatment) and ``stream``.
    units : pandas.DataFrame
        ``kind`` (empty for any), ``unit`` and ``tonnes_a_year``: what one unit of capacity is.
        A row of the kind goes before one for any. A unit without a row is not converted.
    include : mapping of str to str
        Id of a base of the plan that belongs to the network -> its kind.

    Returns
    -------
    Outcome
        Points in EPSG:4326, one a site, the facilities first: ``capacity`` in tonnes a year (NaN
        where none is given or its unit can't be converted), ``capacity_given`` and
        ``capacity_unit`` as the source has them, ``status_zh`` and ``status_en`` (its words),
        ``stage``, ``part_of`` (the base of the plan that a facility is part of), ``origin``
        (``facility`` or ``plan``). Sites without position, and capacities not converted, are
        named in ``left_out``.

    Raises
    ------
    OptionError
        If a base included does not exist.
    DataError
        If a kind is unknown, or two sites share an id.
    """
    strange = sorted(set(include) - set(bases["id"]))
    if strange:
        raise OptionError(
            Text(
                f"include 中的基地不存在：{'、'.join(strange)}",
                f"include names bases that there are not: {', '.join(strange)}",
            )
        )
    own = facilities.assign(
        capacity_given=facilities["capacity"],
        part_of=facilities["plan_base"],
        origin="facility",
    )
    table = pd.concat([own.reindex(columns=_COLUMNS), _from_plan(bases, include)])
    table = table.reset_index(drop=True)
    _check(table, kinds)
    of_kind = kinds.set_index("kind")
    table["tier"] = table["kind"].map(of_kind["tier"])
    table["stream"] = table["kind"].map(of_kind["stream"])
    table["capacity"] = table["capacity_given"].astype("float64") * _factors(table, units)
    unconverted = table["capacity_given"].notna() & table["capacity"].isna()
    placed = table["geometry"].notna()
    left_out = (*_unplaced(table[~placed]), *_unconverted(table[unconverted & placed]))
    table = table[placed].reset_index(drop=True)
    return Outcome(gpd.GeoDataFrame(table, geometry="geometry", crs=4326), left_out)


def _from_plan(bases: gpd.GeoDataFrame, include: Mapping[str, str]) -> pd.DataFrame:
    rows = pd.DataFrame(bases[bases["id"].isin(list(include))])
    rows = rows.assign(
        kind=rows["id"].map(dict(include)),
        capacity_given=np.nan,
        stage="planned",
        status_zh=None,
        status_en=None,
        due_year=rows["year_due"],
        origin="plan",
        source_zh=[f"规划，{clauses}" for clauses in rows["clauses"]],
        source_en=[f"the plan, {clauses}" for clauses in rows["clauses"]],
    )
    return rows.reindex(columns=_COLUMNS)


def _check(table: pd.DataFrame, kinds: pd.DataFrame) -> None:
    unknown = sorted(set(table["kind"]) - set(kinds["kind"]))
    twice = sorted(set(table.loc[table["id"].duplicated(), "id"]))
    if unknown or twice:
        faults = [
            Text(f"没有类型 {kind}（列 kind）", f"there is no kind {kind} (column kind)")
            for kind in unknown
        ]
        faults += [
            Text(f"编号 {name} 重复（列 id）", f"the id {name} stands twice (column id)")
            for name in twice
        ]
        raise DataError(
            Text("设施网络的数据不能使用：", "the network's data can't be used:"), faults=faults
        )


def _factors(table: pd.DataFrame, units: pd.DataFrame) -> pd.Series[float]:
    general = units[units["kind"].isna()].set_index("unit")["tonnes_a_year"]
    special = units[units["kind"].notna()].set_index(["kind", "unit"])["tonnes_a_year"].to_dict()
    pairs = zip(table["kind"], table["capacity_unit"], strict=True)
    own = pd.Series([special.get(pair, np.nan) for pair in pairs], index=table.index)
    return own.fillna(table["capacity_unit"].map(general)).astype("float64")


def _unplaced(rows: pd.DataFrame) -> tuple[Text, ...]:
    if rows.empty:
        return ()
    return (
        Text(
            f"{len(rows)} 处没有位置，未列入：{'、'.join(rows['name_zh'])}",
            f"{len(rows)} site(s) have no position and were left out: {', '.join(rows['name_en'])}",
        ),
    )


def _unconverted(rows: pd.DataFrame) -> tuple[Text, ...]:
    if rows.empty:
        return ()
    return (
        Text(
            f"{len(rows)} 处的能力没有可用的折算依据，吨/年一栏留空：{'、'.join(rows['name_zh'])}",
            f"{len(rows)} site(s) have a capacity that can't be converted to tonnes a year, left "
            f"empty: {', '.join(rows['name_en'])}",
        ),
    )


def in_year(sites: gpd.GeoDataFrame, *, year: int) -> gpd.GeoDataFrame:
    """Tell which sites of a network stood in a year, as far as their sources say.

    A state is known for the year of its report. A site reported as built (``operating`` or
    ``commissioning``) stood from its ``start_year``, or else from ``status_year``, the year of the
    report, up to that year; after it nobody has said that it still stands, so that its state is
    ``unknown``. A start without a year of the report holds from then on: the list itself says so.
    Before a known ``start_year`` it is ``planned``; before a year that is only the report's it is
    ``unknown``. A year set in advance (``due_year``) tells nothing of what came. What was reported
    as under construction or planned did not stand up to that report (``planned``); after it, it
    may have been finished, and is ``unknown``. Without a year of the report it stays ``planned``.

    Parameters
    ----------
    sites : geopandas.GeoDataFrame
        With ``stage``, ``start_year``, ``status_year``.
    year : int
        The year asked about.

    Returns
    -------
    geopandas.GeoDataFrame
        ``sites`` with ``standing``: ``standing``, ``planned`` or ``unknown``.
    """
    built = sites["stage"].isin(BUILT)
    start = sites["start_year"].astype("float64")
    report = sites["status_year"].astype("float64")
    first = start.fillna(report)
    last = report.where(report.notna() | start.isna(), np.inf)
    standing = np.select(
        [
            sites["stage"].isin(UNBUILT) & ~(report < year),
            built & (first <= year) & (year <= last),
            built & (start > year),
        ],
        ["planned", "standing", "planned"],
        "unknown",
    )
    return sites.assign(standing=pd.array(standing, dtype="str"))
