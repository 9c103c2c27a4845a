"""Who is within reach by road, straight from the roads: of demand in memory, or read in parts.

The same figures as of :mod:`gisplan.analysis.coverage.by_region` with a table of distances by road,
which of a demand too large for one table would be larger still.
"""

from __future__ import annotations

from collections.abc import Sequence

import geopandas as gpd
import pandas as pd

from gisplan.analysis.columns import as_drawn, year_of
from gisplan.analysis.coverage.by_region import bounds_of, regions_spec, service_by_standard
from gisplan.analysis.coverage.by_region_chunked import condense_service, merge_service
from gisplan.analysis.coverage.service_standard import ServiceStandard
from gisplan.analysis.coverage.sites_in_reach import prepare_service
from gisplan.analysis.coverage.sites_served import served_by_standard, serving
from gisplan.analysis.coverage.sites_served_chunked import (
    condense_sites,
    merge_sites,
    prepare_sites,
)
from gisplan.analysis.coverage.standing import sites_that_count
from gisplan.analysis.travel.mode import RoadOptions
from gisplan.catalog.analyses import Given, InParts, TableSpec, analysis, done_in_parts
from gisplan.catalog.layer import Outcome


def _of_regions(given: Given) -> TableSpec:
    return regions_spec(
        given, lambda name, title, unit: as_drawn(given, *bounds_of(name, title, unit))
    )


def _of_sites(given: Given) -> TableSpec:
    return given.like("sites", *as_drawn(given, *serving(given)), vintage=year_of(given))


@analysis("service_by_road", gives=_of_regions)
def service_by_road(
    regions: gpd.GeoDataFrame,
    demand: gpd.GeoDataFrame,
    sites: gpd.GeoDataFrame,
    units: pd.DataFrame,
    roads: gpd.GeoDataFrame,
    *,
    reaches_km: Sequence[float] | None = None,
    reaches_min: Sequence[float] | None = None,
    year: int,
    kinds: Sequence[str] = (),
    quantity: str = "population",
    road: RoadOptions | None = None,
) -> Outcome:
    """Tell for each region how much of its demand has a site within reach by road.

    Parameters
    ----------
    regions, demand, sites, units
        As in :func:`gisplan.analysis.coverage.by_region.service_by_region`.
    roads : geopandas.GeoDataFrame
        Lines; see :func:`gisplan.analysis.travel.by_road`.
    reaches_km : sequence of float, optional
        Rising, in km by road, the legs off the road included; this or ``reaches_min``.
    reaches_min : sequence of float, optional
        Rising, in minutes.
    year, kinds, quantity
        As in :func:`gisplan.analysis.coverage.by_region.service_by_region`.
    road : mapping, optional
        What is said of the roads: :data:`gisplan.analysis.travel.mode.ROAD_OPTIONS`.

    Returns
    -------
    Outcome
        As of :func:`gisplan.analysis.coverage.by_region.service_by_region`.

    Raises
    ------
    DataError, OptionError, DatumError
        If a table or an option can't be used.

    Examples
    --------
    >>> import geopandas as gpd
    >>> import pandas as pd
    >>> import shapely
    >>> from gisplan.analysis.coverage.service_by_road import service_by_road
    >>> regions = gpd.GeoDataFrame(
    ...     {"adcode": ["900101"], "level": "county"},
    ...     geometry=[shapely.box(103.5, 35.5, 104.5, 36.5)],
    ...     crs=4326,
    ... )
    >>> units = pd.DataFrame({"adcode": ["900101"], "level": "county", "parent": [None]})
    >>> towns = gpd.GeoDataFrame(
    ...     {"id": ["a", "b"], "adcode": "900101", "population": [500, 300]},
    ...     geometry=gpd.points_from_xy([104.4, 104.1], [36, 36]),
    ...     crs=4326,
    ... )
    >>> network = gpd.GeoDataFrame(
    ...     {
    ...         "id": ["P"],
    ...         "kind": "depot",
    ...         "adcode": "900101",
    ...         "precision": "site",
    ...         "stage": "operating",
    ...         "start_year": 2015,
    ...         "due_year": None,
    ...         "status_year": None,
    ...     },
    ...     geometry=gpd.points_from_xy([104], [36]),
    ...     crs=4326,
    ... )
    >>> roads = gpd.GeoDataFrame(
    ...     geometry=[shapely.LineString([(104, 36), (104.5, 36)])], crs=4326
    ... )
    >>> told = service_by_road(
    ...     regions, towns, network, units, roads, reaches_km=[20, 40], year=2020
    ... )
    >>> told.table[["adcode", "within_20", "within_40"]]
       adcode  within_20  within_40
    0  900101      300.0      800.0
    """
    standard = ServiceStandard.by_road(
        roads, reach_km=reaches_km, reach_min=reaches_min, year=year, kinds=kinds, road=road
    )
    chosen = sites_that_count(sites, year=year, kinds=kinds)
    return service_by_standard(regions, demand, chosen, units, standard, quantity=quantity)


@analysis("sites_served_by_road", gives=_of_sites)
def sites_served_by_road(
    demand: gpd.GeoDataFrame,
    sites: gpd.GeoDataFrame,
    roads: gpd.GeoDataFrame,
    *,
    reach_km: float | None = None,
    reach_min: float | None = None,
    year: int,
    kinds: Sequence[str] = (),
    quantity: str = "population",
    road: RoadOptions | None = None,
) -> Outcome:
    """Tell for each site what it serves by road, and what would be lost without it.

    Parameters
    ----------
    demand, sites
        As in :func:`gisplan.analysis.coverage.sites_served.sites_served`.
    roads
        As in :func:`service_by_road`.
    reach_km : float, optional
        In km by road; this or ``reach_min``.
    reach_min : float, optional
        In minutes.
    year, kinds, quantity, road
        As in :func:`service_by_road`.

    Returns
    -------
    Outcome
        As of :func:`gisplan.analysis.coverage.sites_served.sites_served`.

    Raises
    ------
    DataError, OptionError, DatumError
        If a table or an option can't be used.
    """
    standard = ServiceStandard.by_road(
        roads, reach_km=reach_km, reach_min=reach_min, year=year, kinds=kinds, road=road
    )
    chosen = sites_that_count(sites, year=year, kinds=kinds)
    return served_by_standard(demand, chosen, standard, quantity=quantity)


done_in_parts(
    "service_by_road",
    InParts(
        large="demand", prepare=prepare_service, condense=condense_service, merge=merge_service
    ),
)
done_in_parts(
    "sites_served_by_road",
    InParts(large="demand", prepare=prepare_sites, condense=condense_sites, merge=merge_sites),
)
