"""Which site takes whose waste, within its capacity and at least cost; what stays without."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import geopandas as gpd
import pandas as pd

from gisplan.analysis.columns import (
    ADCODE,
    AT_MOST,
    EITHER,
    quantity_of,
    reaches_of,
    year_of,
)
from gisplan.analysis.coverage import models as coverage
from gisplan.analysis.coverage.models import Assignment
from gisplan.analysis.coverage.models.assign import UNMET_REASONS
from gisplan.analysis.coverage.od_pairs import Reached, names_of, reached
from gisplan.analysis.coverage.service_standard import ServiceStandard
from gisplan.catalog.analyses import Given, TableSpec, analysis, declare
from gisplan.catalog.layer import Bound, Column, Tables
from gisplan.catalog.units import KM
from gisplan.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Solved:
    """An assignment and what it was made of.

    Attributes
    ----------
    reached : Reached
        The sites that count, and the pairs within reach.
    assignment : Assignment
        Its costs are in metres or minutes.
    """

    reached: Reached
    assignment: Assignment

    @property
    def left_out(self) -> tuple[Text, ...]:
        """Tell what does not count: sites, what can't be reached, and capacities not known.

        Returns
        -------
        tuple of Text
            Sentences.
        """
        return (*self.reached.left_out, *self.assignment.notes)


def solve(
    demand: gpd.GeoDataFrame, sites: gpd.GeoDataFrame, standard: ServiceStandard, *, quantity: str
) -> Solved:
    """Choose the sites that count and assign demand to them.

    Parameters
    ----------
    demand : geopandas.GeoDataFrame
        Points with ``id`` and the quantity.
    sites : geopandas.GeoDataFrame
        See :func:`gisplan.analysis.coverage.by_region.sites_that_count`; with ``capacity`` in the
        unit of the quantity. Empty: not known, and then it counts as unlimited and is named.
    standard : ServiceStandard
        Which sites count, and how far they reach.
    quantity : str
        Column of the demand that is assigned, in the unit of the capacities.

    Returns
    -------
    Solved
        The assignment, with what it was made of.

    Raises
    ------
    DataError, OptionError, DatumError
        If a table or an option can't be used, or nothing is in reach at all.
    """
    return solve_within(demand, reached(demand, sites, standard), quantity=quantity)


def solve_within(demand: gpd.GeoDataFrame, here: Reached, *, quantity: str) -> Solved:
    """Assign demand to sites chosen and reached before; see :func:`solve`.

    Parameters
    ----------
    demand : geopandas.GeoDataFrame
        Points with ``id`` and the quantity.
    here : Reached
        Sites and pairs within reach.
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
    found = coverage.assign(demand, here.sites, here.pairs, limit=here.limit, quantity=quantity)
    return Solved(reached=here, assignment=found)


def _sites(given: Given) -> TableSpec:
    unit, reach = quantity_of(given).unit, reaches_of(given)
    unknown = ("能力不详时留空", "Empty where the capacity is unknown")
    return given.like(
        "sites",
        declare(
            "assigned",
            "number",
            ("分配量", "Assigned"),
            unit=unit,
            minimum=0,
            derived=True,
            depends=EITHER,
        ),
        declare(
            "left",
            "number",
            ("剩余能力", "Capacity left"),
            unit=unit,
            meaning=unknown,
            minimum=0,
            derived=True,
            depends=EITHER,
        ),
        declare(
            "full", "boolean", ("能力用尽", "Full"), meaning=unknown, derived=True, depends=EITHER
        ),
        declare(
            "points",
            "integer",
            ("送来的居民点数", "Settlements that send"),
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
                f"{reach.way.zh}，按分配量加权",
                f"{reach.way.en}, weighted by what is assigned",
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

    together = Text("已分配与未分配之和为产生量", "Assigned and unmet add up to what arises")
    table = given.like(
        "demand",
        # a site of unknown capacity counts as unlimited, so that neither is a bound
        amount("assigned", "已分配", "Assigned", EITHER),
        amount("unmet", "未分配", "Unmet", EITHER, together),
        amount(
            "out_of_reach",
            f"其中：{far.zh}内没有已知设施",
            f"Of this: no known site within {far.en}",
            AT_MOST,
        ),
        amount("no_capacity", "其中：能力已满", "Of this: no capacity left", EITHER),
        declare(
            "reason",
            "text",
            ("原因", "Reason"),
            labels={
                "out_of_reach": ("可达范围内没有设施", "no site within reach"),
                "no_capacity": ("可达范围内的设施能力已满", "no capacity left within reach"),
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
            required=True,
            minimum=0,
            derived=True,
            depends=EITHER,
        ),
        declare(
            f"cost_{reach.measure}",
            "number",
            ("运距", "Distance") if reach.measure == "km" else ("行程时间", "Travel time"),
            unit=reach.unit,
            meaning=reach.way if reach.measure == "km" else None,
            minimum=0,
            derived=True,
        ),
        declare(
            "length_km", "number", ("线长", "Length of the line"), unit=KM, minimum=0, derived=True
        ),
    )
    return TableSpec(
        columns=columns,
        key=("flow",),
        geometry="line",
        # the sites that count are exact to the county at least, as is the demand
        positions="county",
        geometry_required=False,
        vintage=year_of(given),
        rows_of=("sites",),
    )


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
        See :func:`gisplan.analysis.coverage.by_region.sites_that_count`; with ``capacity`` in the
        unit of the quantity. Empty: not known, and then it counts as unlimited and is named.
    travel : pandas.DataFrame, optional
        As ``travel_times`` gives it, for reach by travel time.
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
        ``sites``: the sites that count, with ``assigned``, ``left`` (of the capacity; empty if
        that is), ``full`` (nothing is left), ``points`` (demand points that send something) and
        ``mean_km`` or ``mean_min`` (of what is assigned).

        ``unmet``: ``demand`` with ``assigned`` and ``unmet`` (together the quantity), the parts of
        ``unmet`` by reason, ``out_of_reach`` and ``no_capacity``, and ``reason``. To have it by
        region, see :func:`gisplan.analysis.coverage.sum_by_region`.

        ``flows``: a line a flow, from demand to site: ``flow`` (from 1), ``demand``, ``from_zh``,
        ``from_en``, ``site``, ``to_zh``, ``to_en``, ``adcode`` (of the demand), ``amount`` (of
        the quantity), ``cost_km`` or ``cost_min``, ``length_km`` (geodesic). A flow that stays
        at one place has no line.

    Raises
    ------
    DataError, OptionError, DatumError
        If a table or an option can't be used, or nothing is in reach at all.

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
    >>> told.tables["sites"][["id", "capacity", "assigned", "left"]]
      id  capacity  assigned  left
    0  P      80.0      60.0  20.0
    >>> told.tables["unmet"][["id", "t_paper", "assigned", "out_of_reach"]]
      id  t_paper  assigned  out_of_reach
    0  a     60.0      60.0           0.0
    1  b     30.0       0.0          30.0
    """
    standard = ServiceStandard.of(
        travel, reach_km=reach_km, reach_min=reach_min, year=year, kinds=kinds, detour=detour
    )
    solved = solve(demand, sites, standard, quantity=quantity)
    tables = {
        "sites": by_site(solved),
        "unmet": by_point(demand, solved),
        "flows": lines(demand, solved),
    }
    return Tables(tables, solved.left_out, len(solved.reached.sites))


def by_site(solved: Solved) -> gpd.GeoDataFrame:
    """Give the sites with what they take; see :func:`assignment`.

    Parameters
    ----------
    solved : Solved
        The assignment, and the sites and pairs that it was made of.

    Returns
    -------
    geopandas.GeoDataFrame
        Table ``sites`` of :func:`assignment`.
    """
    here, found = solved.reached, solved.assignment
    flows = found.flows
    work = (flows["amount"] * flows["cost"]).groupby(flows["site"]).sum()
    table = here.sites.reset_index(drop=True)
    load = found.sites.set_index("site").reindex(table["id"])
    table["assigned"] = load["used"].to_numpy()
    table["left"] = load["left"].to_numpy()
    table["full"] = pd.array((load["left"] == 0).to_numpy(), dtype="boolean")
    table.loc[load["left"].isna().to_numpy(), "full"] = pd.NA
    table["points"] = table["id"].map(flows.groupby("site").size()).fillna(0).astype("Int64")
    mean = table["id"].map(work) / table["assigned"].where(table["assigned"] > 0)
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
    table = demand.reset_index(drop=True)
    found = solved.assignment.demand
    table["assigned"] = found["served"].to_numpy()
    table["unmet"] = found["unserved"].to_numpy()
    unmet = solved.assignment.unmet.set_index("demand")
    table["reason"] = table["id"].map(unmet["reason"])
    for reason in UNMET_REASONS:
        table[reason] = table["unmet"].where(table["reason"] == reason, 0.0)
    return table


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
    here = solved.reached
    points = demand.to_crs(4326)
    places = here.sites.to_crs(4326)
    table = coverage.flow_lines(solved.assignment.flows, points, places)
    table.insert(0, "flow", range(1, len(table) + 1))
    table = table.assign(
        **names_of(demand, table["demand"], prefix="from"),
        **names_of(here.sites, table["site"], prefix="to"),
        length_km=table["length_m"] / 1000.0,
    )
    if "adcode" in demand.columns:
        table["adcode"] = table["demand"].map(demand.set_index("id")["adcode"])
    table[f"cost_{here.measure}"] = here.shown(table["cost"])
    return gpd.GeoDataFrame(table.drop(columns=["cost", "length_m"]))
