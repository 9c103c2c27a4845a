"""Holding the shapes of a table against its declaration: kind, bounds and validity."""

from __future__ import annotations

from collections.abc import Mapping

import geopandas as gpd
import pandas as pd
import shapely
from pyproj import Geod

from gisplan.catalog.layer import Column, LayerSpec
from gisplan.places.validity import why_invalid
from gisplan.read.row_problems import RowProblems
from gisplan.read.validate_columns import typed_column
from gisplan.text import Text

#: Titles of the two columns that points come from.
DEGREES: Mapping[str, Text] = {"lon": Text("经度", "Longitude"), "lat": Text("纬度", "Latitude")}
_IN_DEGREES = Text("度，WGS 84", "degrees, WGS 84")
_GEOD = Geod(ellps="WGS84")
_SHAPES: Mapping[str, frozenset[str]] = {
    "polygon": frozenset({"Polygon", "MultiPolygon"}),
    "line": frozenset({"LineString", "MultiLineString"}),
    "point": frozenset({"Point"}),
}


def degree_columns(spec: LayerSpec) -> tuple[Column, ...]:
    """Declare the columns that the points of a layer come from.

    Parameters
    ----------
    spec : LayerSpec
        Declaration of the layer.

    Returns
    -------
    tuple of Column
        Longitude and latitude; none where its points do not come from two columns.
    """
    if spec.position_columns is None:
        return ()
    lon, lat = spec.position_columns
    return tuple(
        Column(
            name=name,
            type="number",
            title=DEGREES[axis],
            unit=_IN_DEGREES,
            required=spec.geometry_required,
            minimum=-most,
            maximum=most,
        )
        for name, axis, most in ((lon, "lon", 180.0), (lat, "lat", 90.0))
    )


def degrees_of(
    raw: pd.DataFrame, spec: LayerSpec, found: RowProblems
) -> tuple[pd.Series, pd.Series]:
    """Read longitudes and latitudes; a row with one of the two is set aside.

    Parameters
    ----------
    raw : pandas.DataFrame
        As it was read.
    spec : LayerSpec
        Declaration of a layer whose points come from two columns.
    found : RowProblems
        Takes the problems.

    Returns
    -------
    tuple[pandas.Series, pandas.Series]
        Longitude and latitude; NaN where there is none.
    """
    declared = degree_columns(spec)
    lon, lat = (column.name for column in declared)
    degrees = {column.name: typed_column(raw[column.name], column, found) for column in declared}
    half = degrees[lon].isna() ^ degrees[lat].isna()
    for row in raw.index[half & ~raw.index.isin(sorted(found.lost))]:
        name = lon if pd.isna(degrees[lon][row]) else lat
        found.lose(row, name, None, Text("经纬度只有其一", "one of longitude, latitude is empty"))
    return degrees[lon], degrees[lat]


def points_at(lon: pd.Series, lat: pd.Series) -> gpd.GeoSeries:
    """Give the points at longitudes and latitudes.

    Parameters
    ----------
    lon : pandas.Series
        Degrees, WGS 84; NaN where there is none.
    lat : pandas.Series
        Degrees, WGS 84; NaN where there is none.

    Returns
    -------
    geopandas.GeoSeries
        In EPSG:4326, None where both are missing.
    """
    missing = lon.isna() & lat.isna()
    points = gpd.GeoSeries.from_xy(lon, lat, crs=4326)
    return points.where(~missing, None) if missing.any() else points


def checked_shapes(raw: gpd.GeoDataFrame, spec: LayerSpec, found: RowProblems) -> gpd.GeoSeries:
    """Hold shapes against their declared kind; those that cross themselves are mended.

    Parameters
    ----------
    raw : geopandas.GeoDataFrame
        As it was read, in any CRS.
    spec : LayerSpec
        Declaration of a layer with shapes.
    found : RowProblems
        Takes the problems.

    Returns
    -------
    geopandas.GeoSeries
        In EPSG:4326, None where there is none.
    """
    shapes = raw.geometry.to_crs(4326)
    empty = shapes.isna() | shapes.is_empty
    if spec.geometry_required:
        for row in shapes.index[empty]:
            found.lose(row, "geometry", None, Text("没有图形", "there is no geometry"))
    shapes = shapes.where(~empty, None)
    bounds = shapes.bounds
    outside = ~empty & ~(bounds.abs() <= [180, 90, 180, 90]).all(axis=1)
    for row in shapes.index[outside]:
        message = Text("坐标超出经纬度范围", "coordinates are not longitudes and latitudes")
        found.lose(row, "geometry", shapes[row].geom_type, message)
    wrong = ~empty & ~shapes.geom_type.isin(_SHAPES[spec.geometry])
    for row in shapes.index[wrong]:
        message = Text(f"图形应为 {spec.geometry}", f"the geometry must be a {spec.geometry}")
        found.lose(row, "geometry", shapes[row].geom_type, message)
    return _mended(shapes, ~empty & ~outside & ~wrong, found)


def _mended(shapes: gpd.GeoSeries, usable: pd.Series, found: RowProblems) -> gpd.GeoSeries:
    """Mend shapes that cross themselves, and report by how much their areas changed.

    Parameters
    ----------
    shapes : geopandas.GeoSeries
        Geometries by row.
    usable : pandas.Series
        Which of them are of the declared kind.
    found : RowProblems
        Takes the problems.

    Returns
    -------
    geopandas.GeoSeries
        Geometries that are valid where they are usable.
    """
    broken = shapes.index[usable & ~shapes.is_valid]
    for row in broken:
        reason = why_invalid(shapes[row])
        mended = shapely.make_valid(shapes[row], method="structure", keep_collapsed=False)
        before, after = (
            abs(_GEOD.geometry_area_perimeter(g)[0]) / 1e6 for g in (shapes[row], mended)
        )
        message = Text(f"图形无效（{reason.zh}）", f"the geometry is not valid ({reason.en})")
        if mended.is_empty or mended.geom_type not in _SHAPES["polygon"] | _SHAPES["line"]:
            found.lose(row, "geometry", shapes[row].geom_type, message)
            continue
        found.repair(row, "geometry", f"{before:.6f} km²", (message, f"{after:.6f} km²"))
        shapes[row] = mended
    return shapes
