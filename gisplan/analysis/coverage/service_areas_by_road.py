"""Service areas by road: where coverage by road counts a settlement as served."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import geopandas as gpd
import pandas as pd
import shapely
from pyproj import Geod

from gisplan.analysis.checks import check_breaks
from gisplan.analysis.coverage.standing import sites_that_count
from gisplan.analysis.travel import by_road, in_cost
from gisplan.analysis.travel.mode import ByRoad
from gisplan.analysis.travel.road_territory import territories
from gisplan.catalog.layer import Outcome
from gisplan.errors import OptionError
from gisplan.text import Text

_GEOD = Geod(ellps="WGS84")


def road_areas(
    roads: gpd.GeoDataFrame,
    sites: gpd.GeoDataFrame,
    speeds: pd.DataFrame | None = None,
    *,
    reaches_min: Sequence[float] | None = None,
    reaches_km: Sequence[float] | None = None,
    year: int,
    kinds: Sequence[str] = (),
    road: Mapping[str, Any] | None = None,
    spacing_m: float = 250.0,
) -> Outcome:
    """Draw the area within each distance or travel time by road of the sites that count.

    A place is in the area if coverage by road counts a settlement there as served: the rule by
    which one leaves the road is the same (see the docs, "One rule for leaving the road").

    Parameters
    ----------
    roads
        See :func:`gisplan.analysis.travel.by_road`.
    sites : geopandas.GeoDataFrame
        See :func:`gisplan.analysis.coverage.standing.sites_that_count`.
    speeds
        See :func:`gisplan.analysis.travel.by_road`.
    reaches_min : sequence of float, optional
        Upper bounds of the bands in minutes, rising.
    reaches_km : sequence of float, optional
        The same in kilometres by road; one of the two is given.
    year : int
        What does not stand in it does not count.
    kinds : sequence of str
        All if empty.
    road
        See :func:`gisplan.analysis.travel.by_road`.
    spacing_m : float
        Length in metres of the pieces into which roads are cut; the edge of an area lies no
        farther than this from where the rule has it.

    Returns
    -------
    Outcome
        A row a band that has an area, in EPSG:4326: ``band`` (from 1), ``above_min``,
        ``upto_min`` (or ``above_km``, ``upto_km``), ``area_km2`` (on the ellipsoid), ``sites``
        (that count). Bands don't overlap.

    Raises
    ------
    DataError, OptionError, DatumError
        If a table or an option can't be used, or no site counts.

    Notes
    -----
    See :func:`gisplan.analysis.travel.road_territory.territories`.

    Examples
    --------
    >>> import geopandas as gpd
    >>> import shapely
    >>> from gisplan.analysis.coverage import road_areas
    >>> roads = gpd.GeoDataFrame(
    ...     {"kmh": [60]},
    ...     geometry=[shapely.LineString([(104, 36.05), (104.5, 36.05)])],
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
    >>> told = road_areas(
    ...     roads,
    ...     network,
    ...     reaches_min=[10, 20],
    ...     year=2020,
    ...     road={"speed": "kmh", "max_snap_m": 2000, "access_kmh": 20},
    ... )
    >>> told.table[["band", "above_min", "upto_min", "sites"]]
       band  above_min  upto_min  sites
    0     1        0.0      10.0      1
    1     2       10.0      20.0      1
    """
    given = {"min": reaches_min, "km": reaches_km}
    asked = [(measure, reaches) for measure, reaches in given.items() if reaches is not None]
    if len(asked) != 1:
        raise OptionError(
            Text(
                "请用 reaches_min（分钟）或 reaches_km（千米）给出范围，二者选一",
                "give reaches in minutes (reaches_min) or in km (reaches_km), one of the two",
            )
        )
    measure, reaches = asked[0]
    check_breaks(reaches, name=f"reaches_{measure}")
    if not 0 < spacing_m < float("inf"):
        raise OptionError(
            Text(
                f"spacing_m 应为大于 0 的米数：{spacing_m}",
                f"spacing_m must be a number of metres above 0: {spacing_m}",
            )
        )
    unit = "min" if measure == "min" else "m"
    mode = by_road(roads, speeds=speeds, options={**(road or {}), "unit": unit})
    return areas_of_mode(mode, sites, reaches=reaches, year=year, kinds=kinds, spacing_m=spacing_m)


def areas_of_mode(
    mode: ByRoad,
    sites: gpd.GeoDataFrame,
    *,
    reaches: Sequence[float],
    year: int,
    kinds: Sequence[str] = (),
    spacing_m: float = 250.0,
) -> Outcome:
    """Draw the same areas over roads that are a graph already.

    Parameters
    ----------
    mode : ByRoad
        By length or by time.
    sites : geopandas.GeoDataFrame
        As in :func:`road_areas`.
    reaches : sequence of float
        Upper bounds of the bands in the mode's measure, rising.
    year : int
        What does not stand in it does not count.
    kinds : sequence of str
        All if empty.
    spacing_m : float
        As in :func:`road_areas`.

    Returns
    -------
    Outcome
        As :func:`road_areas` gives it.

    Raises
    ------
    DataError, DatumError
        If the table of sites can't be used, or no site counts.
    """
    measure = mode.measure
    chosen = sites_that_count(sites, year=year, kinds=kinds)
    areas = territories(
        mode.graph,
        chosen.table,
        limits=[in_cost(mode, reach) for reach in reaches],
        trip=mode.trip,
        spacing=spacing_m,
    )
    rows: list[dict[str, Any]] = []
    below: shapely.Geometry = shapely.MultiPolygon()
    above = 0.0
    for number, (limit, whole) in enumerate(zip(reaches, areas, strict=True), start=1):
        band = shapely.difference(whole, below)
        below = whole
        polygons = [p for p in shapely.get_parts(band) if isinstance(p, shapely.Polygon)]
        if polygons:
            shape = shapely.orient_polygons(shapely.MultiPolygon(polygons), exterior_cw=False)
            rows.append(
                {
                    "band": number,
                    f"above_{measure}": above,
                    f"upto_{measure}": float(limit),
                    "area_km2": abs(_GEOD.geometry_area_perimeter(shape)[0]) / 1e6,
                    "sites": len(chosen.table),
                    "geometry": shape,
                }
            )
        above = float(limit)
    bounds = [f"{name}_{measure}" for name in ("above", "upto")]
    columns = ["band", *bounds, "area_km2", "sites", "geometry"]
    table = gpd.GeoDataFrame(rows, columns=columns, geometry="geometry", crs=4326)
    return Outcome(table, chosen.left_out, chosen.counted)
