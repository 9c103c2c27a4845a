"""Which site takes whose waste, within its capacity and at least cost; what stays without."""

from __future__ import annotations

from collections.abc import Sequence

import geopandas as gpd
import pandas as pd

from gisplan.analysis.coverage.assigned import solve
from gisplan.analysis.coverage.assigned_columns import flows_spec, sites_spec, unmet_spec
from gisplan.analysis.coverage.assigned_tables import by_point, by_site, lines
from gisplan.analysis.coverage.service_standard import ServiceStandard
from gisplan.catalog.analyses import analysis
from gisplan.catalog.layer import Tables


@analysis(
    "assignment",
    gives={"sites": sites_spec, "unmet": unmet_spec, "flows": flows_spec},
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
