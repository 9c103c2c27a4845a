"""Which site takes whose waste, within its capacity and at least cost; what stays without."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import geopandas as gpd
import numpy as np
import pandas as pd

from gisplan.analysis.columns import (
    ADCODE,
    AT_LEAST,
    AT_MOST,
    EITHER,
    PARTS,
    as_drawn,
    quantity_of,
    reaches_of,
    year_of,
)
from gisplan.analysis.coverage import models as coverage
from gisplan.analysis.coverage.lines_to_sites import lines_to_sites, spec_of_lines
from gisplan.analysis.coverage.models import Assignment
from gisplan.analysis.coverage.models.assign import UNMET_REASONS
from gisplan.analysis.coverage.od_pairs import Reached, reached_or_possible, with_somewhere
from gisplan.analysis.coverage.service_standard import ServiceStandard
from gisplan.analysis.coverage.uncertain import (
    STANDING,
    capacity_range,
    causes,
    not_known,
    unknown_names,
)
from gisplan.arrays import Bools, Floats
from gisplan.catalog.analyses import Given, TableSpec, analysis, declare
from gisplan.catalog.layer import Bound, Column, Tables
from gisplan.catalog.units import PERCENT
from gisplan.text import LANGS, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Solved:
    """An assignment, with the least and with the most that the sites may take.

    Attributes
    ----------
    reached : Reached
        The sites that count or may have stood, and the pairs within reach.
    low : Assignment
        With the least capacities of
        :func:`gisplan.analysis.coverage.uncertain.capacity_range`; costs in metres or minutes.
    high : Assignment
        With the most; one and the same as ``low`` where nothing is unknown. A site without a place
        serves all that it may, at no cost.
    placed : Assignment
        As ``high``, without the sites that have no place.
    uncertain : array of bool
        Of which sites something is not known.
    somewhere : array of bool
        Which sites are known to a whole unit alone, such as a prefecture.
    """

    reached: Reached
    low: Assignment
    high: Assignment
    placed: Assignment
    uncertain: Bools
    somewhere: Bools

    @property
    def counted(self) -> int:
        """Give how many sites are known to have stood.

        Returns
        -------
        int
            Of those in ``reached``.
        """
        return int((self.sure & ~self.somewhere).sum())

    @property
    def sure(self) -> Bools:
        """Tell which sites are known to have stood.

        Returns
        -------
        array of bool
            Of those in ``reached``.
        """
        sites = self.reached.sites
        if "standing" not in sites:
            return np.ones(len(sites), dtype=bool)
        return np.asarray(sites["standing"] == "standing", dtype=np.bool_)

    @property
    def room(self) -> float:
        """Give what the sites without a place hold together.

        Returns
        -------
        float
            Infinite where one's capacity is not known; 0 where there is no such site.
        """
        return float(capacity_range(self.reached.sites)[1][self.somewhere].sum())

    @property
    def notes(self) -> tuple[Text, ...]:
        """Name the sites of which something is not known.

        Returns
        -------
        tuple of Text
            Sentences.
        """
        placed = self.reached.sites[~self.somewhere]
        return (*not_known(placed), *self.reached.somewhere.notes)

    @property
    def left_out(self) -> tuple[Text, ...]:
        """Tell what does not count: sites, what can't be reached, and what is not known.

        Returns
        -------
        tuple of Text
            Sentences.
        """
        return (*self.reached.left_out, *self.notes)


def solve(
    demand: gpd.GeoDataFrame,
    sites: gpd.GeoDataFrame,
    standard: ServiceStandard,
    *,
    quantity: str,
    areas: gpd.GeoDataFrame | None = None,
    units: pd.DataFrame | None = None,
) -> Solved:
    """Choose the sites that count and assign demand to them.

    Parameters
    ----------
    demand : geopandas.GeoDataFrame
        Points with ``id`` and the quantity.
    sites : geopandas.GeoDataFrame
        See :func:`gisplan.analysis.coverage.standing.sites_that_count`; with ``capacity`` in the
        unit of the quantity, empty where it is not known.
    standard : ServiceStandard
        Which sites count, and how far they reach.
    quantity : str
        Column of the demand that is assigned, in the unit of the capacities.
    areas, units
        As in :func:`gisplan.analysis.coverage.unplaced.unplaced_within`.

    Returns
    -------
    Solved
        The assignment, with what it was made of.

    Raises
    ------
    DataError, OptionError, DatumError
        If a table or an option can't be used, or nothing is in reach at all.
    """
    here = reached_or_possible(demand, sites, standard, areas=areas, units=units)
    return solve_within(demand, here, quantity=quantity)


def solve_within(demand: gpd.GeoDataFrame, here: Reached, *, quantity: str) -> Solved:
    """Assign demand to sites chosen and reached before; see :func:`solve`.

    Parameters
    ----------
    demand : geopandas.GeoDataFrame
        Points with ``id`` and the quantity.
    here : Reached
        Sites, with ``standing`` where some only may have stood, and pairs within reach.
    quantity : str
        Column of the demand that is assigned, in the unit of the capacities.

    Returns
    -------
    Solved
        The assignment, with what it was made of.

    Raises
    ------
    DataError
        If nothing is in reach at all.
    """
    whole, somewhere = with_somewhere(here, free=True)
    low, high = capacity_range(whole.sites)
    # one without a place takes nothing for certain, and relieves the others of all that it may
    low, high = np.where(somewhere, 0.0, low), np.where(somewhere, np.inf, high)

    def solved(capacity: Floats) -> Assignment:
        # to the model, an empty capacity is one without limit
        given = whole.sites.assign(capacity=np.where(np.isinf(capacity), np.nan, capacity))
        return coverage.assign(demand, given, whole.pairs, limit=here.limit, quantity=quantity)

    least, uncertain = solved(low), low != high
    most = solved(high) if uncertain.any() else least
    placed = solved(np.where(somewhere, 0.0, high)) if somewhere.any() else most
    return Solved(
        reached=whole,
        low=least,
        high=most,
        placed=placed,
        uncertain=uncertain,
        somewhere=somewhere,
    )


def _sites(given: Given) -> TableSpec:
    unit, reach = quantity_of(given).unit, reaches_of(given)

    def amount(name: str, zh: str, en: str, meaning: tuple[str, str] | None = None) -> Column:
        return declare(
            name,
            "number",
            (zh, en),
            unit=unit,
            meaning=meaning,
            minimum=0,
            derived=True,
            depends=EITHER,
        )

    lowest = ("能力、位置或存续不详的设施按 0 计时", "Where what is not known takes nothing")
    return given.like(
        "sites",
        STANDING,
        amount(
            "assigned_low",
            "分配量：最低",
            "Assigned: lowest",
            (
                "能力、位置或存续不详的设施为 0；其他设施为这些设施尽量接收时",
                "0 of a facility not known; of others, where those take what they can",
            ),
        ),
        amount(
            "assigned_high",
            "分配量：最高",
            "Assigned: highest",
            (
                "能力不详的设施为可达范围内的全部，只知在哪个市州的以其能力为限；"
                "其他设施为不详的设施按 0 计时",
                "Of a facility of unknown capacity all that is in reach, of one known to its "
                "prefecture alone no more than its capacity; of others, where what is not known "
                "takes nothing",
            ),
        ),
        amount(
            "left_low",
            "剩余能力：最低",
            "Capacity left: lowest",
            ("能力、位置或存续不详时留空", "Empty where the facility is not known"),
        ),
        amount(
            "left_high",
            "剩余能力：最高",
            "Capacity left: highest",
            ("能力、位置或存续不详时留空", "Empty where the facility is not known"),
        ),
        declare(
            "full",
            "boolean",
            ("能力用尽", "Full"),
            meaning=("不详时留空", "Empty where that is not known"),
            derived=True,
            depends=EITHER,
        ),
        declare(
            "points",
            "integer",
            ("送来的居民点数", "Settlements that send"),
            meaning=lowest,
            minimum=0,
            derived=True,
            depends=EITHER,
        ),
        declare(
            f"mean_{reach.measure}",
            "number",
            ("平均运距", "Mean distance")
            if reach.measure == "km"
            else ("平均行程时间", "Mean travel time"),
            unit=reach.unit,
            meaning=(
                f"{reach.way.zh}，按分配量加权；{lowest[0]}",
                f"{reach.way.en}, weighted by what is assigned; {lowest[1].lower()}",
            ),
            minimum=0,
            derived=True,
            depends=EITHER,
        ),
        vintage=year_of(given),
    )


def _unmet(given: Given) -> TableSpec:
    unit, far = quantity_of(given).unit, reaches_of(given).said()

    def amount(
        name: str, zh: str, en: str, depends: Mapping[str, Bound], meaning: Text | None = None
    ) -> Column:
        return declare(
            name,
            "number",
            (zh, en),
            unit=unit,
            meaning=meaning,
            minimum=0,
            derived=True,
            depends=depends,
        )

    nothing = Text(
        "能力、位置或该年是否在不详的设施按 0 计",
        "Facilities of unknown capacity or place, or not known to have stood that year, take "
        "nothing",
    )
    endless = Text(
        "能力不详的设施按不设限计，该年是否在不详的设施计入，"
        "只知在哪个市州的设施计入其可能服务到的每一处",
        "Facilities of unknown capacity are without limit, those that may have stood count, and "
        "those known to a prefecture alone serve wherever they may",
    )
    known = Text(
        "三部分合计 100%；不详的设施按 0 计",
        "Three parts of 100 %; what is not known takes nothing",
    )

    def part(name: str, zh: str, en: str, depends: Mapping[str, Bound]) -> Column:
        return declare(
            name,
            "number",
            (zh, en),
            unit=PERCENT,
            meaning=known,
            minimum=0,
            maximum=100,
            derived=True,
            depends=depends,
        )

    table = given.like(
        "demand",
        # Served demand only grows with room, wherever it is: the least is a least of a partial
        # list too.
        *as_drawn(
            given,
            amount("assigned_low", "已分配：最低", "Assigned: lowest", AT_LEAST, nothing),
            amount("assigned_high", "已分配：最高", "Assigned: highest", EITHER, endless),
            amount("unmet_low", "未分配：最低", "Unmet: lowest", EITHER, endless),
            amount("unmet_high", "未分配：最高", "Unmet: highest", AT_MOST, nothing),
            amount(
                "out_of_reach",
                f"最高未分配中：{far.zh}内没有已知在的设施",
                f"Of the highest unmet: no site known to stand within {far.en}",
                AT_MOST,
            ),
            amount(
                "no_capacity",
                "最高未分配中：已知的能力已满",
                "Of the highest unmet: no known capacity left",
                EITHER,
            ),
            part("served_share", "有去处的占比", "Share served", AT_LEAST),
            part("full_share", "可达但已满的占比", "Share in reach but full", EITHER),
            part("out_share", f"{far.zh}外的占比", f"Share beyond {far.en}", AT_MOST),
        ),
        declare(
            "reason",
            "text",
            ("原因", "Reason"),
            labels={
                "out_of_reach": ("可达范围内没有设施", "no site within reach"),
                "no_capacity": ("可达范围内的设施能力已满", "no capacity left within reach"),
                "not_known": (
                    "不详：有设施能力、位置或该年是否在不详",
                    "not known: of a site the capacity, the place, or whether it stood, is not "
                    "known",
                ),
            },
            derived=True,
            depends=EITHER,
            partial_labels={
                "out_of_reach": ("可达范围内没有已知设施", "no known site within reach"),
                "no_capacity": (
                    "可达范围内已知设施的能力已满",
                    "known sites within reach are full",
                ),
            },
        ),
        *unknown_names(),
        vintage=year_of(given),
    )
    own = [c for c in table.columns if c.name != "precision"]
    return replace(table, columns=(*own, *given.known("demand", "precision")))


def _flows(given: Given) -> TableSpec:
    unit, reach = quantity_of(given).unit, reaches_of(given)
    columns = (
        declare("flow", "integer", ("编号", "Number"), required=True, minimum=0),
        declare("demand", "text", ("居民点编号", "Settlement's id"), required=True),
        declare("from_zh", "text", ("来自", "From (Chinese)")),
        declare("from_en", "text", ("来自（罗马字母）", "From")),
        *((ADCODE,) if given.find("demand", "adcode") else ()),
        declare("site", "text", ("设施编号", "Facility's id"), required=True),
        declare("to_zh", "text", ("送往", "To (Chinese)")),
        declare("to_en", "text", ("送往（英文）", "To")),
        declare(
            "amount",
            "number",
            ("分配量", "Assigned"),
            unit=unit,
            meaning=(
                "只按已知在、能力已知的设施分配",
                "To facilities known to stand, of known capacity, alone",
            ),
            required=True,
            minimum=0,
            derived=True,
            depends=EITHER,
        ),
    )
    return spec_of_lines(columns, given, key="flow", reach=reach, distance=("运距", "Distance"))


@analysis(
    "assignment",
    gives={"sites": _sites, "unmet": _unmet, "flows": _flows},
    bounds={"detour": (1, None)},
    formerly={"unmet_demand": "unmet", "assignment_flows": "flows"},
)
def assignment(
    demand: gpd.GeoDataFrame,
    sites: gpd.GeoDataFrame,
    travel: pd.DataFrame | None = None,
    areas: gpd.GeoDataFrame | None = None,
    units: pd.DataFrame | None = None,
    *,
    quantity: str,
    reach_km: float | None = None,
    reach_min: float | None = None,
    year: int,
    kinds: Sequence[str] = (),
    detour: float = 1.0,
) -> Tables:
    """Assign demand to sites within their capacity: as much as possible, then at least cost.

    Parameters
    ----------
    demand : geopandas.GeoDataFrame
        Points with ``id`` and the quantity.
    sites : geopandas.GeoDataFrame
        See :func:`gisplan.analysis.coverage.standing.sites_that_count`; with ``capacity`` in the
        unit of the quantity. Where it is empty, and of a site that may have stood (see
        :func:`gisplan.analysis.coverage.network.in_year`), or known to its prefecture alone, the
        figures are ranges.
    travel : pandas.DataFrame, optional
        As ``travel_times`` gives it, for reach by travel time.
    areas, units
        As in :func:`gisplan.analysis.coverage.accessibility`.
    quantity : str
        In the unit of the capacities, such as ``t_municipal``.
    reach_km, reach_min : float
        Minutes with ``travel``.
    year : int
        What does not stand in it does not count.
    kinds : sequence of str
        All if empty.
    detour : float
        Of reach by distance.

    Returns
    -------
    Tables
        ``sites``: the sites that count or may have stood (``standing``), with ``assigned_low``
        and ``assigned_high``, ``left_low`` and ``left_high`` (of the capacity; empty where the
        site, or its place, is not known), ``full`` (nothing is left; empty where that is not
        known), ``points`` (demand points that send something) and ``mean_km`` or ``mean_min`` (of
        what is assigned), both where what is not known takes nothing.

        ``unmet``: ``demand`` with ``assigned_low``, ``assigned_high``, ``unmet_low`` and
        ``unmet_high`` (the low of one and the high of the other are together the quantity), the
        parts of ``unmet_high`` by reason, ``out_of_reach`` and ``no_capacity``, the three parts of
        the demand in % (``served_share`` of ``assigned_low``, ``full_share``, ``out_share``: 100 in
        all; empty of no demand), ``reason``
        (``not_known`` where the range is open), and in ``unknown_zh`` and ``unknown_en`` the sites
        that make it so. To have it by region, see
        :func:`gisplan.analysis.coverage.sum_by_region`.

        ``flows``: a line a flow, from demand to site: ``flow`` (from 1), ``demand``, ``from_zh``,
        ``from_en``, ``site``, ``to_zh``, ``to_en``, ``adcode`` (of the demand), ``amount`` (of
        the quantity), ``cost_km`` or ``cost_min``, ``length_km`` (geodesic). A flow that stays
        at one place has no line. Flows are those where what is not known takes nothing.

    Raises
    ------
    DataError, OptionError, DatumError
        If a table or an option can't be used, or nothing is in reach at all.

    Notes
    -----
    The low figures are those of the assignment in which unknown capacity is 0, the high ones those
    in which it is without limit. They are bounds: in the cheapest of the largest assignments, room
    added at a site moves demand along a path that begins there and ends with demand that had no
    place, or at a site that is relieved. No demand on it loses its place and no other site has to
    take more (augmenting paths; the served sets of a transportation problem form a matroid).
    Where several assignments cost the same, this holds for one of them.

    A site that stands somewhere in its prefecture is nothing in the low ones. In the high ones it
    takes, without limit and at no cost, all that it may reach from some place there: wherever it
    stands, it relieves the others of no more, and the less demand is left to them, the less of what
    remains loses its place. By the same paths a capacity of S serves at most S more than there is
    without it, at a point as in any sum.

    Examples
    --------
    >>> import geopandas as gpd
    >>> from gisplan.analysis.coverage import assignment
    >>> towns = gpd.GeoDataFrame(
    ...     {
    ...         "id": ["a", "b"],
    ...         "adcode": ["900101", "900102"],
    ...         "population": [500, 300],
    ...         "t_paper": [60.0, 30.0],
    ...     },
    ...     geometry=gpd.points_from_xy([104, 105], [36, 36]),
    ...     crs=4326,
    ... )
    >>> network = gpd.GeoDataFrame(
    ...     {
    ...         "id": ["P"],
    ...         "kind": "depot",
    ...         "tier": "depot",
    ...         "capacity": [80.0],
    ...         "precision": "site",
    ...         "stage": "operating",
    ...         "start_year": 2015,
    ...         "due_year": None,
    ...         "status_year": None,
    ...     },
    ...     geometry=gpd.points_from_xy([104], [36.05]),
    ...     crs=4326,
    ... )
    >>> told = assignment(towns, network, quantity="t_paper", reach_km=20, year=2020)
    >>> told.tables["sites"][["id", "capacity", "assigned_low", "assigned_high", "left_low"]]
      id  capacity  assigned_low  assigned_high  left_low
    0  P      80.0          60.0           60.0      20.0
    >>> told.tables["unmet"][["id", "t_paper", "assigned_low", "out_of_reach"]]
      id  t_paper  assigned_low  out_of_reach
    0  a     60.0          60.0           0.0
    1  b     30.0           0.0          30.0
    """
    standard = ServiceStandard.of(
        travel, reach_km=reach_km, reach_min=reach_min, year=year, kinds=kinds, detour=detour
    )
    solved = solve(demand, sites, standard, quantity=quantity, areas=areas, units=units)
    tables = {
        "sites": by_site(demand, solved, quantity=quantity),
        "unmet": by_point(demand, solved),
        "flows": lines(demand, solved),
    }
    return Tables(tables, solved.left_out, solved.counted)


def by_site(demand: pd.DataFrame, solved: Solved, *, quantity: str) -> gpd.GeoDataFrame:
    """Give the sites with what they take; see :func:`assignment`.

    Parameters
    ----------
    demand : pandas.DataFrame
        Points with ``id`` and the quantity.
    solved : Solved
        The assignment, and the sites and pairs that it was made of.
    quantity : str
        Column of the demand that was assigned.

    Returns
    -------
    geopandas.GeoDataFrame
        Table ``sites`` of :func:`assignment`.
    """
    here, low, high = solved.reached, solved.low, solved.high
    flows = low.flows
    work = (flows["amount"] * flows["cost"]).groupby(flows["site"]).sum()
    table = here.sites.reset_index(drop=True)
    if "standing" not in table:
        table["standing"] = "standing"
    loads = [one.sites.set_index("site").reindex(table["id"]) for one in (low, high)]
    least, most = (load["used"].to_numpy(dtype=np.float64) for load in loads)
    known = ~solved.uncertain
    # Other sites take the more, the less those of unknown capacity do.
    table["assigned_low"] = np.where(known, np.minimum(least, most), 0.0)
    within = here.pairs[here.pairs["cost"] <= here.limit]
    amount = within["demand"].map(demand.set_index("id")[quantity])
    near = table["id"].map(amount.groupby(within["site"]).sum()).fillna(0.0).to_numpy()
    top = np.minimum(capacity_range(here.sites)[1], near)
    table["assigned_high"] = np.where(known, np.maximum(least, most), top)
    for name, taken in (("left_low", "assigned_high"), ("left_high", "assigned_low")):
        left = (table["capacity"] - table[taken]).clip(lower=0.0)
        table[name] = left.where(known)
    same = known & ((table["left_low"] == 0) == (table["left_high"] == 0)).to_numpy(dtype=bool)
    table["full"] = (table["left_low"] == 0).astype("boolean").mask(~same)
    table["points"] = table["id"].map(flows.groupby("site").size()).fillna(0).astype("Int64")
    used = pd.Series(least, index=table.index)
    mean = table["id"].map(work) / used.where(used > 0)
    table[f"mean_{here.measure}"] = here.shown(mean)
    return table


def by_point(demand: gpd.GeoDataFrame, solved: Solved) -> gpd.GeoDataFrame:
    """Give the demand with what is taken of it; see :func:`assignment`.

    Parameters
    ----------
    demand : geopandas.GeoDataFrame
        Points with ``id`` and the quantity.
    solved : Solved
        The assignment, and the sites and pairs that it was made of.

    Returns
    -------
    geopandas.GeoDataFrame
        Table ``unmet`` of :func:`assignment`.
    """
    table, here = demand.reset_index(drop=True), solved.reached
    low, high, placed = (one.demand for one in (solved.low, solved.high, solved.placed))
    # what has no place serves no more than it holds
    most = high["served"].clip(upper=placed["served"] + solved.room)
    rest = high["unserved"].clip(lower=placed["unserved"] - solved.room)
    for name, of, other in (("assigned", "served", most), ("unmet", "unserved", rest)):
        both = low[of].to_numpy(), other.to_numpy()
        table[f"{name}_low"], table[f"{name}_high"] = np.minimum(*both), np.maximum(*both)
    standing = here.sites[solved.sure & ~solved.somewhere]
    pairs = here.pairs[here.pairs["cost"] <= here.limit]
    sure = pairs.loc[pairs["site"].isin(standing["id"]), "demand"]
    reason = pd.Series("out_of_reach", index=table.index)
    reason = reason.mask(table["id"].isin(sure), "no_capacity").where(table["unmet_high"] > 0)
    for name in UNMET_REASONS:
        table[name] = table["unmet_high"].where(reason == name, 0.0)
    whole = table["assigned_low"] + table["unmet_high"]
    for name, of in PARTS.items():
        # all of it is 100, whatever the rounding
        table[name] = (100.0 * table[of] / whole).clip(upper=100.0).where(whole > 0)
    wide = table["unmet_low"] < table["unmet_high"]
    table["reason"] = reason.mask(wide, "not_known")
    told = causes(table["id"].tolist(), pairs, here.sites, solved.uncertain, through=True)
    for lang in LANGS:
        table[f"unknown_{lang}"] = pd.Series(told[lang].to_numpy(), index=table.index).where(wide)
    return table


def summed(rows: pd.DataFrame, solved: Solved) -> pd.DataFrame:
    """Bound sums over points: what has no place serves no more than it holds in any of them.

    Parameters
    ----------
    rows : pandas.DataFrame
        Sums of :func:`by_point`: ``assigned_high``, ``unmet_low``, ``amount``, and
        ``placed_high``, the sum of :func:`placed_high`.
    solved : Solved
        The assignment.

    Returns
    -------
    pandas.DataFrame
        The same, each within that bound.
    """
    bound = rows["placed_high"] + solved.room
    over = rows["assigned_high"] > bound
    return rows.assign(
        assigned_high=rows["assigned_high"].mask(over, bound),
        unmet_low=rows["unmet_low"].mask(over, rows["amount"] - bound),
    )


def placed_high(solved: Solved) -> Floats:
    """Give the most that is served of each point by the sites that have a place.

    Parameters
    ----------
    solved : Solved
        The assignment.

    Returns
    -------
    array of float
        In the order of the demand.
    """
    low, high = solved.low.demand["served"], solved.placed.demand["served"]
    found: Floats = np.maximum(low.to_numpy(dtype=float), high.to_numpy(dtype=float))
    return found


def lines(demand: gpd.GeoDataFrame, solved: Solved) -> gpd.GeoDataFrame:
    """Give the flows as lines; see :func:`assignment`.

    Parameters
    ----------
    demand : geopandas.GeoDataFrame
        Points with ``id`` and the quantity.
    solved : Solved
        The assignment, and the sites and pairs that it was made of.

    Returns
    -------
    geopandas.GeoDataFrame
        Table ``flows`` of :func:`assignment`, in EPSG:4326.
    """
    return lines_to_sites(solved.low.flows, demand, solved.reached, key="flow")
