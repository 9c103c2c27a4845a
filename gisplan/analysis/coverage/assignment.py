"""Which site takes whose waste, within its capacity and at least cost; what stays without."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import geopandas as gpd
import pandas as pd

from gisplan.analysis.coverage import models as coverage
from gisplan.analysis.coverage.models import Assignment
from gisplan.analysis.coverage.models.assign import UNMET_REASONS
from gisplan.analysis.coverage.od_pairs import Asked, Reached, asked, names_of, reached
from gisplan.catalog.layer import Outcome
from gisplan.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Solved:
    """An assignment and what it was made of.

    Parameters
    ----------
    reached : Reached
    assignment : Assignment
        Its costs are in metres or minutes.
    """

    reached: Reached
    assignment: Assignment

    @property
    def left_out(self) -> tuple[Text, ...]:
        """Sites that do not count, what can't be reached, and sites of unknown capacity."""
        return (*self.reached.left_out, *self.assignment.notes)


def solve(
    demand: gpd.GeoDataFrame, sites: gpd.GeoDataFrame, wanted: Asked, *, quantity: str
) -> Solved:
    """Choose the sites that count and assign demand to them.

    Parameters
    ----------
    demand : geopandas.GeoDataFrame
        Points with ``id`` and the quantity.
    sites : geopandas.GeoDataFrame
        See :func:`gisplan.analysis.coverage.by_region.sites_that_count`; with ``capacity`` in the
        unit of the quantity. Empty: not known, and then it counts as unlimited and is named.
    wanted : Asked
    quantity : str

    Returns
    -------
    Solved

    Raises
    ------
    DataError, OptionError, DatumError
        If a table or an option can't be used, or nothing is in reach at all.
    """
    return solve_within(demand, reached(demand, sites, wanted), quantity=quantity)


def solve_within(demand: gpd.GeoDataFrame, here: Reached, *, quantity: str) -> Solved:
    """Assign demand to sites chosen and reached before; see :func:`solve`."""
    found = coverage.assign(demand, here.sites, here.pairs, limit=here.limit, quantity=quantity)
    return Solved(reached=here, assignment=found)


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
) -> Outcome:
    """Tell how much each site takes, within its capacity: as much as possible, then at least cost.

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
    kinds : sequence of str
        All if empty.
    detour : float
        Of reach by distance.

    Returns
    -------
    Outcome
        The sites that count, with ``assigned``, ``left`` (of the capacity; empty if that is),
        ``full`` (nothing is left), ``points`` (demand points that send something) and
        ``mean_km`` or ``mean_min`` (of what is assigned).

    Raises
    ------
    DataError, OptionError, DatumError
        If a table or an option can't be used, or nothing is in reach at all.
    """
    wanted = asked(
        travel, reach_km=reach_km, reach_min=reach_min, year=year, kinds=kinds, detour=detour
    )
    solved = solve(demand, sites, wanted, quantity=quantity)
    return Outcome(by_site(solved), solved.left_out)


def by_site(solved: Solved) -> gpd.GeoDataFrame:
    """Give the sites with what they take; see :func:`assignment`."""
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


def unmet_demand(
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
) -> Outcome:
    """Name what no site takes, point by point, and why.

    Parameters
    ----------
    demand, sites, travel, quantity, reach_km, reach_min, year, kinds, detour
        As in :func:`assignment`.

    Returns
    -------
    Outcome
        ``demand`` with ``assigned`` and ``unmet`` (together the quantity), the parts of
        ``unmet`` by reason, ``out_of_reach`` and ``no_capacity``, and ``reason``. To have it by
        region, see :func:`gisplan.analysis.coverage.sum_by_region`.

    Raises
    ------
    DataError, OptionError, DatumError
        If a table or an option can't be used, or nothing is in reach at all.
    """
    wanted = asked(
        travel, reach_km=reach_km, reach_min=reach_min, year=year, kinds=kinds, detour=detour
    )
    solved = solve(demand, sites, wanted, quantity=quantity)
    return Outcome(by_point(demand, solved), solved.left_out)


def by_point(demand: gpd.GeoDataFrame, solved: Solved) -> gpd.GeoDataFrame:
    """Give the demand with what is taken of it; see :func:`unmet_demand`."""
    table = demand.reset_index(drop=True)
    found = solved.assignment.demand
    table["assigned"] = found["served"].to_numpy()
    table["unmet"] = found["unserved"].to_numpy()
    unmet = solved.assignment.unmet.set_index("demand")
    table["reason"] = table["id"].map(unmet["reason"])
    for reason in UNMET_REASONS:
        table[reason] = table["unmet"].where(table["reason"] == reason, 0.0)
    return table


def assignment_flows(
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
) -> Outcome:
    """Draw who brings how much to which site.

    Parameters
    ----------
    demand, sites, travel, quantity, reach_km, reach_min, year, kinds, detour
        As in :func:`assignment`.

    Returns
    -------
    Outcome
        A line a flow, from demand to site: ``flow`` (from 1), ``demand``, ``from_zh``,
        ``from_en``, ``site``, ``to_zh``, ``to_en``, ``adcode`` (of the demand), ``amount`` (of
        the quantity), ``cost_km`` or ``cost_min``, ``length_km`` (geodesic). A flow that stays
        at one place has no line.

    Raises
    ------
    DataError, OptionError, DatumError
        If a table or an option can't be used, or nothing is in reach at all.
    """
    wanted = asked(
        travel, reach_km=reach_km, reach_min=reach_min, year=year, kinds=kinds, detour=detour
    )
    solved = solve(demand, sites, wanted, quantity=quantity)
    return Outcome(lines(demand, solved), solved.left_out)


def lines(demand: gpd.GeoDataFrame, solved: Solved) -> gpd.GeoDataFrame:
    """Give the flows as lines; see :func:`assignment_flows`."""
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
