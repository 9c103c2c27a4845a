"""Rows that come as areas, lines or several points: a point inside each, and the shape itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from pyproj import Geod

from gisplan.catalog.layer import GeometryKind
from gisplan.importing.findings import KEPT, Findings
from gisplan.places.crs import to_wgs84
from gisplan.text import Text

#: Column of the share of a row's shape that a row of a layer of points is.
PART = "part"
#: What the layer of each kind of shape is called, after the layer of points.
SUFFIXES: Mapping[GeometryKind, str] = {"polygon": "_areas", "line": "_lines", "point": "_points"}
TITLES: Mapping[GeometryKind, Text] = {
    "polygon": Text("范围", "areas"),
    "line": Text("线", "lines"),
    "point": Text("各点", "single points"),
}
_PARTS: Mapping[GeometryKind, int] = {"point": 0, "line": 1, "polygon": 2}
_GEOD = Geod(ellps="WGS84")
#: A stated area that is this much more or less than the drawn one is doubted.
_FAR = 1.2
#: Decimals of a degree that are kept: 0.1 mm.
_DECIMALS = 9


def without_single_parts(shapes: gpd.GeoSeries) -> gpd.GeoSeries:
    """Give shapes with several points of which there is one as that point.

    Parameters
    ----------
    shapes : geopandas.GeoSeries
        Of any type.

    Returns
    -------
    geopandas.GeoSeries
        The same rows.
    """
    single = shapes.geom_type.isin(["MultiPoint", "GeometryCollection"]).fillna(False)
    single &= shapes.count_geometries().fillna(0) == 1
    single &= shapes.count_coordinates().fillna(0) == 1
    if not single.any():
        return shapes
    made = shapes.copy()
    made[single] = _first(shapes[single])
    return made


def _first(shapes: gpd.GeoSeries) -> gpd.GeoSeries:
    found = [_single(shape)[0] for shape in shapes]
    return gpd.GeoSeries(found, index=shapes.index, crs=shapes.crs)


def brought_to_wgs84(shapes: gpd.GeoSeries, *, datum: str) -> gpd.GeoSeries:
    """Bring shapes from a datum to WGS 84.

    Parameters
    ----------
    shapes : geopandas.GeoSeries
        By the rows' numbers in the file; its CRS is not looked at.
    datum : str
        What the coordinates are in; see :func:`gisplan.places.crs.canonical_datum`.

    Returns
    -------
    geopandas.GeoSeries
        In EPSG:4326, without heights. None where there is no shape, or a vertex can't be of
        the datum.
    """

    def moved(xy: Any) -> Any:
        lon, lat = to_wgs84(xy[:, 0], xy[:, 1], datum=datum)
        return np.round(np.column_stack([lon, lat]), _DECIMALS)

    flat = shapely.force_2d(shapes.to_numpy())
    xy, at = shapely.get_coordinates(flat, return_index=True)
    lon, lat = to_wgs84(xy[:, 0], xy[:, 1], datum=datum)
    bad = np.unique(at[~(np.isfinite(lon) & np.isfinite(lat))])
    flat = flat.copy()
    flat[bad] = None
    flat[shapely.is_empty(flat)] = None
    return gpd.GeoSeries(shapely.transform(flat, moved), index=shapes.index, crs=4326)


def points_of(shapes: gpd.GeoSeries) -> gpd.GeoSeries:
    """Give a point for each shape: itself, one inside an area, one on a line, one of several.

    Parameters
    ----------
    shapes : geopandas.GeoSeries
        In EPSG:4326; None where there is none.

    Returns
    -------
    geopandas.GeoSeries
        Points, None where there is no shape.
    """
    return gpd.GeoSeries([_point(shape) for shape in shapes], index=shapes.index, crs=4326)


def _point(shape: Any) -> Any:
    if shape is None or shape.is_empty:
        return None
    if shape.geom_type == "Point":
        return shape
    parts = split(gpd.GeoSeries([shape], crs=4326))
    for kind in ("polygon", "line", "point"):
        if len(parts[kind]):
            found = parts[kind].iloc[0]
            break
    else:
        return None
    if kind == "line":
        longest = max(shapely.get_parts(found), key=lambda line: line.length)
        return longest.interpolate(0.5, normalized=True)
    inside = shapely.point_on_surface(shapely.make_valid(found))
    return None if inside.is_empty else inside


def split(shapes: gpd.GeoSeries) -> dict[GeometryKind, gpd.GeoSeries]:
    """Give the areas, the lines and the points of shapes, each as one shape a row.

    Parameters
    ----------
    shapes : geopandas.GeoSeries
        Of any type; collections in collections too.

    Returns
    -------
    dict of str to geopandas.GeoSeries
        By ``polygon``, ``line``, ``point``: rows that have any, as Polygon or MultiPolygon and
        so on.
    """
    made: dict[GeometryKind, dict[Any, Any]] = {kind: {} for kind in SUFFIXES}
    for row, shape in shapes.items():
        if shape is None:
            continue
        single = _single(shape)
        for kind, held in made.items():
            some = [part for part in single if shapely.get_dimensions(part) == _PARTS[kind]]
            if len(some) == 1:
                held[row] = some[0]
            elif some:
                held[row] = _GATHERED[kind](some)
    return {
        kind: gpd.GeoSeries(list(held.values()), index=pd.Index(list(held)), crs=4326)
        for kind, held in made.items()
    }


_GATHERED: Mapping[GeometryKind, Any] = {
    "polygon": shapely.MultiPolygon,
    "line": shapely.MultiLineString,
    "point": shapely.MultiPoint,
}


def _single(shape: Any) -> list[Any]:
    if hasattr(shape, "geoms"):
        return [one for part in shape.geoms for one in _single(part)]
    if shape.is_empty:
        return []
    return [shapely.LineString(shape)] if shape.geom_type == "LinearRing" else [shape]


def areas(shapes: gpd.GeoSeries) -> pd.Series:
    """Give the area of polygons on the ellipsoid of WGS 84.

    Parameters
    ----------
    shapes : geopandas.GeoSeries
        In EPSG:4326.

    Returns
    -------
    pandas.Series of float
        Square kilometres.
    """
    values = [abs(_GEOD.geometry_area_perimeter(shape)[0]) / 1e6 for shape in shapes]
    return pd.Series(values, index=shapes.index, dtype=float)


def check_areas(shapes: gpd.GeoSeries, stated: pd.Series, findings: Findings) -> None:
    """Hold areas that a file states against those that it draws; differences are noted.

    Parameters
    ----------
    shapes : geopandas.GeoSeries
        In EPSG:4326, of any type.
    stated : pandas.Series of float
        Square kilometres, by row; NaN where none is stated.
    findings : Findings
        Where problems are gathered.
    """
    drawn = areas(split(shapes)["polygon"])
    both = stated.reindex(drawn.index)
    both = both[both > 0]
    ratio = drawn[both.index] / both
    far = ratio.index[(ratio > _FAR) | (ratio < 1 / _FAR)]
    if len(far):
        findings.warn(
            f"{len(far)} 行所写的面积与图形的面积相差很大（第 {far[0]} 行等），请核对单位和边界",
            f"{len(far)} stated areas are far from those drawn (row {far[0]} …): check their unit "
            "and the borders",
        )
    for row in far:
        told = Text(
            f"所写面积 {both[row]:.6g} 平方千米，图形范围为 {drawn[row]:.6g} 平方千米",
            f"the area stated is {both[row]:.6g} km², the one drawn {drawn[row]:.6g} km²",
        )
        findings.note((row, "area", f"{both[row]:.6g}"), told, KEPT)
