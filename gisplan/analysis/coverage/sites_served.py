"""What each site serves beside the others, and what would be lost without it."""

from __future__ import annotations

from collections.abc import Sequence

import geopandas as gpd
import pandas as pd

from gisplan.analysis.columns import AT_MOST, as_drawn, quantity_of, reaches_of, words_of, year_of
from gisplan.analysis.coverage.models.contribution import contribution
from gisplan.analysis.coverage.service_standard import ServiceStandard
from gisplan.analysis.coverage.standing import sites_that_count
from gisplan.analysis.coverage.unreachable import unreachable
from gisplan.catalog.analyses import Given, TableSpec, analysis, declare
from gisplan.catalog.layer import Column, Outcome


def serving(given: Given) -> tuple[Column, ...]:
    """Tell what a site serves beside the others, as columns; see :func:`sites_served`.

    Parameters
    ----------
    given : Given
        Inputs and parameters of the analysis.

    Returns
    -------
    tuple of Column
        ``within_reach``, ``nearest_here`` and ``only_here``.
    """
    quantity, far = quantity_of(given), reaches_of(given).said()
    words, unit = words_of(quantity), quantity.unit
    return (
        declare(
            "within_reach",
            "number",
            (f"{far.zh}内{words.zh}", f"{words.en} within {far.en}"),
            unit=unit,
            derived=True,
        ),
        declare(
            "nearest_here",
            "number",
            (f"以它为最近设施的{words.zh}", f"{words.en} nearest to it"),
            unit=unit,
            meaning=(
                f"{far.zh}内；各设施之和即覆盖量",
                f"Within {far.en}; the sum over all facilities is what is covered",
            ),
            derived=True,
            depends=AT_MOST,
        ),
        declare(
            "only_here",
            "number",
            (f"只有它覆盖的{words.zh}", f"{words.en} that only it reaches"),
            unit=unit,
            meaning=("没有它就失去覆盖", "Lost without it"),
            derived=True,
            depends=AT_MOST,
        ),
    )


def _of_sites(given: Given) -> TableSpec:
    return given.like("sites", *as_drawn(given, *serving(given)), vintage=year_of(given))


@analysis(
    "sites_served",
    gives=_of_sites,
    bounds={"detour": (1, None)},
    formerly={"sites_served_by_travel_time": ""},
)
def sites_served(
    demand: gpd.GeoDataFrame,
    sites: gpd.GeoDataFrame,
    travel: pd.DataFrame | None = None,
    *,
    reach_km: float | None = None,
    reach_min: float | None = None,
    year: int,
    kinds: Sequence[str] = (),
    quantity: str = "population",
    detour: float = 1.0,
) -> Outcome:
    """Tell for each site what it serves, and what would be lost without it.

    Parameters
    ----------
    demand, sites, travel
        As in :func:`gisplan.analysis.coverage.by_region.service_by_region`.
    reach_km : float, optional
        Without ``travel``.
    reach_min : float, optional
        With ``travel``.
    year, kinds, quantity, detour
        As in :func:`gisplan.analysis.coverage.by_region.service_by_region`.

    Returns
    -------
    Outcome
        The sites that count, with ``within_reach`` (all demand within reach), ``nearest_here``
        (that part whose nearest site this is; these add up to the demand covered) and
        ``only_here`` (that part which no other site reaches: lost without it).

    Raises
    ------
    DataError, OptionError, DatumError
        If a table or an option can't be used.

    Examples
    --------
    >>> import geopandas as gpd
    >>> from gisplan.analysis.coverage.sites_served import sites_served
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
    >>> told = sites_served(towns, network, reach_km=20, year=2020)
    >>> told.table[["id", "within_reach", "nearest_here", "only_here"]]
      id  within_reach  nearest_here  only_here
    0  P         500.0         500.0      500.0
    """
    standard = ServiceStandard.of(
        travel, reach_km=reach_km, reach_min=reach_min, year=year, kinds=kinds, detour=detour
    )
    chosen = sites_that_count(sites, year=year, kinds=kinds)
    return served_by_standard(demand, chosen, standard, quantity=quantity)


def served_by_standard(
    demand: gpd.GeoDataFrame,
    chosen: Outcome,
    standard: ServiceStandard,
    *,
    quantity: str = "population",
) -> Outcome:
    """Tell for each site what it serves, and what would be lost without it, by any mode.

    Parameters
    ----------
    demand
        As in :func:`gisplan.analysis.coverage.by_region.service_by_region`.
    chosen, standard
        As in :func:`gisplan.analysis.coverage.by_region.service_by_standard`; the longest reach
        holds.
    quantity
        As in :func:`gisplan.analysis.coverage.by_region.service_by_region`.

    Returns
    -------
    Outcome
        As of :func:`sites_served`. A site that can't be reached is among them, with nothing.

    Raises
    ------
    DataError, OptionError, DatumError
        If a table or an option can't be used.
    """
    used = chosen.table
    reach = standard.mode.reach(demand, used, limit=standard.limit)
    served = what_each_serves(demand, used, reach.pairs, limit=reach.limit, quantity=quantity)
    left_out = (*chosen.left_out, *unreachable(reach, demand, used))
    return Outcome(used.reset_index(drop=True).join(served), left_out, chosen.counted)


def what_each_serves(
    demand: pd.DataFrame, sites: pd.DataFrame, pairs: pd.DataFrame, *, limit: float, quantity: str
) -> pd.DataFrame:
    """Tell for each site what it serves beside the others.

    Parameters
    ----------
    demand, sites, pairs, limit, quantity
        As in :func:`gisplan.analysis.coverage.models.contribution`; there may be no pair at all.

    Returns
    -------
    pandas.DataFrame
        A row a site, in order: ``within_reach``, ``nearest_here``, ``only_here``, as in
        :func:`sites_served`.
    """
    names = {"reached": "within_reach", "nearest": "nearest_here", "alone": "only_here"}
    if pairs.empty:
        # every site is there and reaches nobody, which is an answer here and not a fault
        return pd.DataFrame(dict.fromkeys(names.values(), 0.0), index=range(len(sites)))
    told = contribution(demand, sites, pairs, limit=limit, quantity=quantity)
    return told[list(names)].rename(columns=names).reset_index(drop=True)
