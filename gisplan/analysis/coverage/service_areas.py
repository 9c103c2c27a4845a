"""Service areas as polygons, by distance around sites or from a raster of travel time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from pyproj import Geod

from gisplan.analysis.checks import check_breaks
from gisplan.analysis.columns import EITHER, SITES_COUNTED, reaches_of, year_of
from gisplan.analysis.coverage.models import distance_bands as service_area
from gisplan.analysis.coverage.od_pairs import names_of
from gisplan.analysis.coverage.service_areas_by_road import road_areas
from gisplan.analysis.coverage.standing import sites_that_count
from gisplan.analysis.travel.mode import M_PER_KM, RoadOptions
from gisplan.catalog.analyses import Given, TableSpec, analysis, declare
from gisplan.catalog.layer import Column, Outcome
from gisplan.catalog.raster import Raster
from gisplan.catalog.units import KM2
from gisplan.errors import OptionError
from gisplan.text import Text

_GEOD = Geod(ellps="WGS84")


def bands_of(given: Given, *more: Column, key: tuple[str, ...] = ("band",)) -> TableSpec:
    """Tell what a table of bands of distance or travel time looks like.

    Parameters
    ----------
    given : Given
        Inputs and parameters of the analysis.
    *more : Column
        Columns beside those of every band.
    key : tuple of str, optional
        Columns that tell rows apart.

    Returns
    -------
    TableSpec
        Columns, key and geometry of the table.
    """
    reach = reaches_of(given)
    columns = (
        declare(
            "band",
            "integer",
            ("距离带", "Band") if reach.measure == "km" else ("时间带", "Band"),
            meaning=("1 最近", "1 is the nearest"),
            required=True,
            minimum=0,
            derived=True,
        ),
        declare(
            f"above_{reach.measure}",
            "number",
            ("大于", "Above"),
            unit=reach.unit,
            minimum=0,
            derived=True,
        ),
        declare(
            f"upto_{reach.measure}",
            "number",
            ("至", "Up to"),
            unit=reach.unit,
            minimum=0,
            derived=True,
        ),
        declare(
            "area_km2",
            "number",
            ("面积", "Area"),
            unit=KM2,
            meaning=(
                "WGS 84 椭球面上的面积，未按省界裁切",
                "On the WGS 84 ellipsoid, not cut at the province's border",
            ),
            minimum=0,
            derived=True,
            depends=EITHER,
        ),
        *more,
    )
    return TableSpec(
        columns=columns, key=key, geometry="polygon", positions="county", rows_of=("sites",)
    )


def _areas(given: Given) -> TableSpec:
    if not given["by_site"]:
        return replace(bands_of(given, SITES_COUNTED), vintage=year_of(given))
    of_site = (
        declare("site", "text", ("设施编号", "Facility's id"), required=True),
        *given.known("sites", "name_zh", "name_en", "precision"),
        SITES_COUNTED,
    )
    table = bands_of(given, *of_site, key=("site", "band"))
    return replace(table, positions="mixed", vintage=year_of(given))


@analysis(
    "service_areas",
    gives=_areas,
    bounds={"detour": (1, None)},
    formerly={"road_areas": ""},
)
def service_areas(
    sites: gpd.GeoDataFrame,
    roads: gpd.GeoDataFrame | None = None,
    speeds: pd.DataFrame | None = None,
    *,
    reaches_km: Sequence[float] | None = None,
    reaches_min: Sequence[float] | None = None,
    year: int,
    kinds: Sequence[str] = (),
    detour: float = 1.0,
    by_site: bool = False,
    road: RoadOptions | None = None,
    spacing_m: float = 250.0,
) -> Outcome:
    """Draw the area within each distance, or each travel time by road, of the sites that count.

    Parameters
    ----------
    sites : geopandas.GeoDataFrame
        See :func:`gisplan.analysis.coverage.standing.sites_that_count`.
    roads, speeds
        Lines, for travel time; see :func:`gisplan.analysis.travel.by_road`.
    reaches_km : sequence of float, optional
        Upper bounds of the bands, rising, the detour included; with ``roads`` by road.
    reaches_min : sequence of float, optional
        Upper bounds in minutes, rising; with ``roads``.
    year : int
        What does not stand in it does not count.
    kinds : sequence of str
        All if empty.
    detour : float
        Factor from the geodesic to the way that is really gone, at least 1.
    by_site : bool
        Rings around each site on its own, which overlap those of its neighbours; else the
        bands of the nearest site, dissolved. Of distance only.
    road
        Lines, for travel time; see :func:`gisplan.analysis.travel.by_road`.
    spacing_m : float
        Of travel time; see :func:`gisplan.analysis.coverage.road_areas`.

    Returns
    -------
    Outcome
        A row a band, in EPSG:4326: ``band`` (from 1), ``above_km``, ``upto_km`` (or ``above_min``,
        ``upto_min``), ``area_km2`` (on the ellipsoid), ``sites`` (that count); by site also
        ``site``, ``name_zh``, ``name_en``, ``precision``. See
        :func:`gisplan.analysis.coverage.models.service_areas` and, by road,
        :func:`gisplan.analysis.coverage.road_areas`.

    Raises
    ------
    DataError, OptionError, DatumError
        If a table or an option can't be used, or no site counts.

    Examples
    --------
    >>> import geopandas as gpd
    >>> from gisplan.analysis.coverage import service_areas
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
    >>> told = service_areas(network, reaches_km=[5, 10], year=2020)
    >>> told.table[["band", "above_km", "upto_km", "area_km2"]].round(1)
       band  above_km  upto_km  area_km2
    0     1       0.0      5.0      78.5
    1     2       5.0     10.0     235.6
    """
    if roads is not None:
        if by_site or detour != 1.0:
            raise OptionError(
                Text(
                    "给了道路（roads）就不用 detour、by_site",
                    "with roads there is no detour and no by_site",
                )
            )
        return road_areas(
            roads,
            sites,
            speeds,
            reaches_min=reaches_min,
            reaches_km=reaches_km,
            year=year,
            kinds=kinds,
            road=road,
            spacing_m=spacing_m,
        )
    if reaches_km is None or reaches_min is not None:
        raise OptionError(
            Text(
                "没有道路（roads）时可达范围用千米（reaches_km）",
                "without roads reach is in kilometres (reaches_km)",
            )
        )
    if not detour >= 1:
        raise OptionError(
            Text(f"detour 应不小于 1：{detour}", f"detour must be 1 at least: {detour}")
        )
    check_breaks(reaches_km, name="reaches_km")
    chosen = sites_that_count(sites, year=year, kinds=kinds)
    used = gpd.GeoDataFrame(chosen.table).reset_index(drop=True)
    straight = [reach * M_PER_KM / detour for reach in reaches_km]
    parts = [used.iloc[[n]] for n in range(len(used))] if by_site else [used]
    tables = []
    for part in parts:
        bands = service_area.service_areas(part, breaks=straight)
        number = np.searchsorted(straight, bands["upto_m"].to_numpy()) + 1
        bands.insert(0, "band", number)
        bands["above_km"] = [0.0 if n == 1 else float(reaches_km[n - 2]) for n in number]
        bands["upto_km"] = [float(reaches_km[n - 1]) for n in number]
        if by_site:
            site = pd.Series(part["id"].iloc[0], index=bands.index)
            bands = bands.assign(site=site, **names_of(used, site, prefix="name"))
            bands["precision"] = part["precision"].iloc[0]
        tables.append(bands.assign(sites=len(part)))
    table = pd.concat(tables, ignore_index=True).drop(columns=["above_m", "upto_m"])
    return Outcome(
        gpd.GeoDataFrame(table, geometry="geometry", crs=4326), chosen.left_out, chosen.counted
    )


@analysis("areas_of_bands", gives=bands_of)
def areas_of_bands(bands: Raster, *, reaches_min: Sequence[float]) -> gpd.GeoDataFrame:
    """Draw the bands of a raster of travel time as polygons.

    Parameters
    ----------
    bands : Raster
        As ``service_bands`` gives it: 1 for the first band and so on.
    reaches_min : sequence of float
        Upper bounds of the bands, as they were given there.

    Returns
    -------
    geopandas.GeoDataFrame
        A row a band that holds a cell, in EPSG:4326: ``band``, ``above_min``, ``upto_min``,
        ``area_km2`` (on the ellipsoid). The edges are those of cells; what lies beyond the last
        band is left out.

    Raises
    ------
    OptionError
        If the bounds do not rise from above 0.

    Examples
    --------
    >>> import numpy as np
    >>> from gisplan.analysis.coverage import areas_of_bands
    >>> from gisplan.catalog.raster import Raster, RasterGrid
    >>> grid = RasterGrid(
    ...     crs="EPSG:32648",
    ...     transform=(1000, 0, 500_000, 0, -1000, 4_000_000),
    ...     width=2,
    ...     height=1,
    ... )
    >>> bands = Raster.of(grid, np.array([[1.0, 2.0]]))
    >>> areas_of_bands(bands, reaches_min=[30, 60])[
    ...     ["band", "above_min", "upto_min", "area_km2"]
    ... ].round(2)
       band  above_min  upto_min  area_km2
    0     1        0.0      30.0       1.0
    1     2       30.0      60.0       1.0
    """
    check_breaks(reaches_min, name="reaches_min")
    values = np.nan_to_num(bands.values()).astype(np.int32)
    values[(values < 1) | (values > len(reaches_min))] = 0
    shapes: dict[int, list[shapely.Geometry]] = {}
    from rasterio import features
    from rasterio.transform import Affine

    cells = features.shapes(values, mask=values > 0, transform=Affine(*bands.grid.transform))
    for geometry, band in cells:
        shapes.setdefault(int(band), []).append(shapely.geometry.shape(geometry))
    found = sorted(shapes)
    table = gpd.GeoDataFrame(
        {
            "band": found,
            "above_min": [0.0 if n == 1 else float(reaches_min[n - 2]) for n in found],
            "upto_min": [float(reaches_min[n - 1]) for n in found],
        },
        geometry=[
            shapely.MultiPolygon(shapely.get_parts(shapely.union_all(shapes[n])).tolist())
            for n in found
        ],
        crs=bands.grid.crs,
    ).to_crs(4326)
    table["geometry"] = [shapely.orient_polygons(one, exterior_cw=False) for one in table.geometry]
    areas = [abs(_GEOD.geometry_area_perimeter(one)[0]) / 1e6 for one in table.geometry]
    table.insert(3, "area_km2", areas)
    return table
