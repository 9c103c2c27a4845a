"""Service areas around sites, as polygons measured on the ellipsoid."""

from __future__ import annotations

from collections.abc import Sequence

import geopandas as gpd
import numpy as np
import shapely
from pyproj import Geod

from gisplan.analysis.checks import SITES, check_breaks, listed
from gisplan.analysis.coverage.models.flow_lines import fold, lonlat
from gisplan.arrays import Objects
from gisplan.errors import DataError, OptionError
from gisplan.text import Text

_GEOD = Geod(ellps="WGS84")
_VERTICES = 180


def service_areas(
    sites: gpd.GeoDataFrame, *, breaks: Sequence[float], vertices: int = _VERTICES
) -> gpd.GeoDataFrame:
    """Draw the area within each distance of any site, as bands that do not overlap.

    Parameters
    ----------
    sites : geopandas.GeoDataFrame
        ``id`` and points in EPSG:4326.
    breaks : sequence of float
        Upper bounds of the bands in metres, rising.
    vertices : int
        Of each circle, 8 at least. They lie at the exact geodesic distance; between two of them
        the edge runs inside the circle, by distance * (1 - cos(pi / vertices)) at most: 0.015 %
        of the distance for 180.

    Returns
    -------
    geopandas.GeoDataFrame
        One row a band: ``above_m``, ``upto_m``, ``area_km2`` (on the ellipsoid), and a valid
        MultiPolygon in EPSG:4326, outer rings counterclockwise, cut at 180 degrees (RFC 7946).
        A band that holds nothing is left out.

    Raises
    ------
    DataError, DatumError, OptionError
        If the layer, a position or the bounds can't be used, or a circle holds a pole.

    Examples
    --------
    >>> import geopandas as gpd
    >>> from gisplan.analysis.coverage.models import service_areas
    >>> sites = gpd.GeoDataFrame(
    ...     {"id": ["S"]}, geometry=gpd.points_from_xy([104], [36]), crs=4326
    ... )
    >>> service_areas(sites, breaks=[5_000, 10_000])[["above_m", "upto_m", "area_km2"]].round(
    ...     1
    ... )
       above_m   upto_m  area_km2
    0      0.0   5000.0      78.5
    1   5000.0  10000.0     235.6
    """
    check_breaks(breaks)
    rings: list[shapely.Geometry] = []
    inner: shapely.Geometry = shapely.MultiPolygon()
    for reach in breaks:
        outer = shapely.union_all(_circles(sites, reach, vertices=vertices))
        rings.append(shapely.difference(outer, inner))
        # The union keeps bands apart even where chords of a larger circle cut a smaller one.
        inner = shapely.union(outer, inner)
    table = gpd.GeoDataFrame(
        {"above_m": [0.0, *breaks[:-1]], "upto_m": [float(reach) for reach in breaks]},
        geometry=_tidy(rings),
        crs=4326,
    )
    return _measured(table)


def _circles(sites: gpd.GeoDataFrame, reach: float, *, vertices: int) -> Objects:
    if vertices < 8:
        raise OptionError(
            Text(f"vertices 应不小于 8：{vertices}", f"vertices must be 8 at least: {vertices}")
        )
    lon, lat = lonlat(sites, layer=SITES)
    to_pole = _GEOD.inv(lon, lat, lon, np.copysign(90.0, lat))[2]
    near = np.asarray(to_pole) <= reach
    if near.any():
        zh, en = listed(sites.loc[near, "id"])
        raise DataError(
            Text(
                f"{SITES.zh}：服务半径 {reach:g} 米内包含极点，无法绘制：{zh}",
                f"{SITES.en}: within {reach:g} m lies a pole, the area can't be drawn: {en}",
            )
        )
    # Clockwise bearings backwards: rings run counterclockwise.
    bearing = -np.arange(vertices) * 360.0 / vertices
    count = len(lon)
    around, up, _ = _GEOD.fwd(
        np.repeat(lon, vertices),
        np.repeat(lat, vertices),
        np.tile(bearing, count),
        np.full(count * vertices, reach),
    )
    # Longitudes near the site's own, though that be past 180 degrees.
    offset = (np.asarray(around) - np.repeat(lon, vertices) + 180.0) % 360.0 - 180.0
    xy = np.stack([np.repeat(lon, vertices) + offset, np.asarray(up)], axis=-1)
    shapes: Objects = np.asarray(shapely.polygons(xy.reshape(count, vertices, 2)), dtype=object)
    for position in np.flatnonzero(np.abs(xy[:, 0]).reshape(count, vertices).max(axis=1) > 180):
        shapes[position] = fold(shapes[position])
    return shapes


def _tidy(shapes: Sequence[shapely.Geometry] | Objects) -> list[shapely.Geometry]:
    made: list[shapely.Geometry] = []
    for shape in shapes:
        parts = [
            part
            for part in shapely.get_parts(shape, return_index=False)
            if part.geom_type == "Polygon"
        ]
        made.append(shapely.orient_polygons(shapely.MultiPolygon(parts), exterior_cw=False))
    return made


def _measured(table: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    table = table[~table.geometry.is_empty].reset_index(drop=True)
    areas = [_GEOD.geometry_area_perimeter(shape)[0] / 1e6 for shape in table.geometry]
    table.insert(len(table.columns) - 1, "area_km2", areas)
    return table
