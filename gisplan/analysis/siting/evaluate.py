"""What each candidate would add to the network, on its own."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

import geopandas as gpd
import numpy as np

from gisplan.analysis.columns import AT_LEAST, AT_MOST, as_drawn, reaches_of, words_of, year_of
from gisplan.analysis.coverage.nearest_facility import nearest_in_km
from gisplan.analysis.coverage.standing import sites_that_count
from gisplan.analysis.coverage.unreachable import unreachable
from gisplan.analysis.siting.case import require_quantities
from gisplan.analysis.travel import ByDistance, Mode
from gisplan.catalog.analyses import Given, TableSpec, analysis, declare
from gisplan.catalog.layer import Bound, Column, Outcome
from gisplan.catalog.units import KM
from gisplan.text import Text


def _added(given: Given) -> TableSpec:
    far = reaches_of(given).said()
    columns: list[Column] = []
    for name in given["quantities"]:
        quantity = given.column("demand", name)
        words = words_of(quantity)
        within = Text(f"{far.zh}内{words.zh}", f"{words.en} within {far.en}")
        gained = Text(f"新增覆盖的{words.zh}", f"{words.en} gained")
        overlap = Text(f"已有设施覆盖的{words.zh}", f"{words.en} reached already")
        no_matter: Mapping[str, Bound] = {}
        for part, title, depends in (
            ("within", within, no_matter),
            ("gained", gained, AT_MOST),
            ("overlap", overlap, AT_LEAST),
        ):
            column = declare(
                f"{part}_{name}",
                "number",
                title,
                unit=quantity.unit,
                minimum=0,
                derived=True,
                depends=depends,
            )
            columns += as_drawn(given, column) if depends else (column,)
    return given.like(
        "candidates",
        *columns,
        declare("nearest_site", "text", ("最近的设施", "Nearest facility")),
        *as_drawn(
            given,
            declare(
                "nearest_km",
                "number",
                ("到最近设施", "To the nearest facility"),
                unit=KM,
                meaning=("椭球面直线距离", "Geodesic"),
                minimum=0,
                derived=True,
                depends=AT_MOST,
            ),
        ),
        vintage=year_of(given),
    )


@analysis("evaluate_sites", gives=_added, bounds={"detour": (1, None)})
def evaluate_sites(
    candidates: gpd.GeoDataFrame,
    demand: gpd.GeoDataFrame,
    sites: gpd.GeoDataFrame,
    *,
    reach_km: float,
    year: int,
    kinds: Sequence[str] = (),
    quantities: Sequence[str] = ("population",),
    detour: float = 1.0,
) -> Outcome:
    """Tell what each candidate would add to the network, on its own.

    Parameters
    ----------
    candidates : geopandas.GeoDataFrame
        Points with a unique ``id``.
    demand : geopandas.GeoDataFrame
        Points with ``id`` and the quantities.
    sites : geopandas.GeoDataFrame
        The network; see :func:`gisplan.analysis.coverage.standing.sites_that_count`.
    reach_km : float
        The detour included.
    year : int
        What does not stand in it does not count.
    kinds : sequence of str
        Kinds of sites that do the same service; all if empty.
    quantities : sequence of str
        ``population`` (persons), ``t_STREAM`` (t a year).
    detour : float
        Factor from the geodesic to the way that is really gone.

    Returns
    -------
    Outcome
        ``candidates`` in their order with, for each quantity Q, ``within_Q`` (all within
        reach), ``gained_Q`` (that part which no site of the network reaches) and ``overlap_Q``
        (the rest: within = gained + overlap); empty where Q is not known. ``nearest_site`` (id)
        and ``nearest_km`` (geodesic), empty where no site counts.

    Raises
    ------
    DataError, OptionError, DatumError
        If a table or an option can't be used.

    Examples
    --------
    >>> import geopandas as gpd
    >>> from gisplan.analysis.siting import evaluate_sites
    >>> towns = gpd.GeoDataFrame(
    ...     {"id": ["a", "b", "c"], "population": [500, 300, 200]},
    ...     geometry=gpd.points_from_xy([104, 105, 105.1], [36, 36, 36]),
    ...     crs=4326,
    ... )
    >>> candidates = gpd.GeoDataFrame(
    ...     {"id": ["S", "T"]},
    ...     geometry=gpd.points_from_xy([104.05, 105.05], [36, 36]),
    ...     crs=4326,
    ... )
    >>> network = gpd.GeoDataFrame(
    ...     {
    ...         "id": ["old"],
    ...         "kind": "depot",
    ...         "precision": "site",
    ...         "stage": "operating",
    ...         "start_year": 2015,
    ...         "due_year": None,
    ...         "status_year": None,
    ...     },
    ...     geometry=gpd.points_from_xy([104], [36.05]),
    ...     crs=4326,
    ... )
    >>> told = evaluate_sites(candidates, towns, network, reach_km=20, year=2020)
    >>> told.table[["id", "within_population", "gained_population", "overlap_population"]]
      id  within_population  gained_population  overlap_population
    0  S              500.0                0.0               500.0
    1  T              500.0              500.0                 0.0
    """
    return added_by_mode(
        candidates,
        demand,
        sites_that_count(sites, year=year, kinds=kinds),
        mode=ByDistance(detour),
        limit=reach_km,
        quantities=quantities,
    )


def added_by_mode(
    candidates: gpd.GeoDataFrame,
    demand: gpd.GeoDataFrame,
    chosen: Outcome,
    *,
    mode: Mode,
    limit: float,
    quantities: Sequence[str] = ("population",),
) -> Outcome:
    """Tell what each candidate would add to the network, on its own, by any mode.

    Parameters
    ----------
    candidates : geopandas.GeoDataFrame
        As in :func:`evaluate_sites`.
    demand : geopandas.GeoDataFrame
        As in :func:`evaluate_sites`.
    chosen : Outcome
        The sites that count, as :func:`gisplan.analysis.coverage.standing.sites_that_count` gives
        them.
    mode : Mode
        How one gets there.
    limit : float
        Reach, in the mode's measure.
    quantities : sequence of str
        As in :func:`evaluate_sites`.

    Returns
    -------
    Outcome
        As of :func:`evaluate_sites`; what can't be reached at all is told.

    Raises
    ------
    DataError, OptionError, DatumError
        If a table or an option can't be used.

    Examples
    --------
    >>> import geopandas as gpd
    >>> from gisplan.analysis.siting import added_by_mode
    >>> from gisplan.analysis.travel import ByDistance
    >>> from gisplan.catalog.layer import Outcome
    >>> towns = gpd.GeoDataFrame(
    ...     {"id": ["a", "b"], "population": [500, 300]},
    ...     geometry=gpd.points_from_xy([104, 105], [36, 36]),
    ...     crs=4326,
    ... )
    >>> candidates = gpd.GeoDataFrame(
    ...     {"id": ["S", "T"]},
    ...     geometry=gpd.points_from_xy([104.05, 105.05], [36, 36]),
    ...     crs=4326,
    ... )
    >>> there = gpd.GeoDataFrame(
    ...     {"id": ["old"]}, geometry=gpd.points_from_xy([104], [36.05]), crs=4326
    ... )
    >>> told = added_by_mode(candidates, towns, Outcome(there), mode=ByDistance(), limit=20)
    >>> told.table[["id", "within_population", "gained_population", "nearest_site"]]
      id  within_population  gained_population nearest_site
    0  S              500.0                0.0          old
    1  T              300.0              300.0          old
    """
    require_quantities(demand, quantities)
    reach = mode.reach(demand, candidates, limit=limit)
    pairs, told = reach.pairs, unreachable(reach, demand, candidates)
    served: set[Any] = set()
    if len(chosen.table):
        there = mode.reach(demand, chosen.table, limit=limit)
        served, told = (
            set(there.pairs["demand"]),
            (*told, *unreachable(there, demand, chosen.table)),
        )
    table = candidates.reset_index(drop=True)
    new = ~pairs["demand"].isin(served)
    for quantity in quantities:
        amount = pairs["demand"].map(demand.set_index("id")[quantity]).astype(float)
        known = bool(demand[quantity].notna().all())
        for name, part in (("within", amount), ("gained", amount[new]), ("overlap", amount[~new])):
            sums = part.groupby(pairs["site"]).agg(math.fsum)
            column = table["id"].map(sums).fillna(0.0) if known else np.nan
            table[f"{name}_{quantity}"] = column
    table["nearest_site"], table["nearest_km"] = None, np.nan
    if len(chosen.table):
        table[["nearest_site", "nearest_km"]] = nearest_in_km(candidates, chosen.table)
    return Outcome(table, (*chosen.left_out, *dict.fromkeys(told)), chosen.counted)
