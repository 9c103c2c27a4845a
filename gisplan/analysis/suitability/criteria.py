"""Criteria as rasters: slope, distance to features; and a raster's values at points."""

from __future__ import annotations

from dataclasses import replace

import geopandas as gpd
import numpy as np
import shapely
from pyproj import Transformer
from rasterio.features import rasterize

from gisplan.analysis.travel import Grid, slope_degrees
from gisplan.analysis.travel.points import WGS84, earth_centred, take_points
from gisplan.analysis.travel.road_segments import Segments
from gisplan.analysis.travel.snap_to_roads import Roadside
from gisplan.arrays import Bools
from gisplan.catalog.analyses import Given, TableSpec, analysis, declare
from gisplan.catalog.layer import Column, LayerSpec, Outcome, Surface
from gisplan.catalog.raster import Raster
from gisplan.catalog.units import DEGREES, M
from gisplan.errors import DataError, DatumError
from gisplan.text import Text

#: Between the least and the greatest radius of curvature of the ellipsoid (m).
_RADIUS = 6_367_500.0
#: Cells measured at a time.
_AT_ONCE = 200_000


def raster_like(layer: LayerSpec, made: Column) -> TableSpec:
    """Tell of a raster with the cells of another.

    Parameters
    ----------
    layer : LayerSpec
        Declaration of the other raster.
    made : Column
        The column of the new one.

    Returns
    -------
    TableSpec
        Column and geometry of the raster.
    """
    return TableSpec(
        columns=(made,),
        key=(),
        geometry="raster",
        positions=layer.positions,
    )


def _slope(given: Given) -> TableSpec:
    made = declare("slope", "number", ("坡度", "Slope"), unit=DEGREES, minimum=0, derived=True)
    return raster_like(given.layers["elevation"], made)


@analysis("slope_surface", gives=_slope)
def slope_surface(elevation: Raster) -> Surface:
    """Compute the slope of the ground.

    Parameters
    ----------
    elevation : Raster
        Metres.

    Returns
    -------
    Surface
        Degrees; see :func:`gisplan.analysis.travel.slope_degrees`.

    Raises
    ------
    DataError, DatumError
        If the raster can't be used.

    Examples
    --------
    >>> import numpy as np
    >>> from gisplan.analysis.suitability import slope_surface
    >>> from gisplan.catalog.raster import RasterGrid, Raster
    >>> grid = RasterGrid(
    ...     crs="EPSG:32648",
    ...     transform=(100, 0, 500_000, 0, -100, 4_000_000),
    ...     width=3,
    ...     height=3,
    ... )
    >>> heights = Raster.of(grid, np.tile([1500.0, 1510.0, 1520.0], (3, 1)))
    >>> float(slope_surface(heights).raster.values()[1, 1].round(2))
    5.71
    """
    slope = slope_degrees(elevation.values(), Grid.of(elevation.grid))
    return Surface(Raster.of(elevation.grid, slope))


def _distance(given: Given) -> TableSpec:
    words = given.layers["features"].title
    title = Text(f"到最近一处的距离：{words.zh}", f"Distance to the nearest of: {words.en}")
    made = declare("distance_m", "number", title, unit=M, minimum=0, derived=True)
    return raster_like(given.layers["like"], made)


@analysis("distance_surface", gives=_distance)
def distance_surface(features: gpd.GeoDataFrame, like: Raster) -> Surface:
    """Measure how far the centre of each cell is from the nearest feature.

    Parameters
    ----------
    features : geopandas.GeoDataFrame
        Points, lines or polygons, in any coordinate reference system. Rows without a shape
        don't count.
    like : Raster
        Whose cells the result has.

    Returns
    -------
    Surface
        Metres on the ellipsoid to the nearest point, line or edge, good to some centimetres at
        100 km; 0 for a cell whose centre lies in a polygon.

    Raises
    ------
    DatumError
        If the features have no coordinate reference system.
    DataError
        If there is no feature.

    Examples
    --------
    >>> import geopandas as gpd
    >>> import numpy as np
    >>> from gisplan.analysis.suitability import distance_surface
    >>> from gisplan.catalog.raster import RasterGrid, Raster
    >>> grid = RasterGrid(
    ...     crs="EPSG:32648",
    ...     transform=(1000, 0, 500_000, 0, -1000, 4_000_000),
    ...     width=3,
    ...     height=1,
    ... )
    >>> rail = gpd.GeoSeries.from_xy([500_500], [3_999_500], crs="EPSG:32648").to_frame(
    ...     "geometry"
    ... )
    >>> surface = distance_surface(rail, Raster.of(grid, np.zeros((1, 3))))
    >>> surface.raster.values().round(-1)
    array([[   0., 1000., 2000.]])
    """
    if features.crs is None:
        raise DatumError(
            Text(
                "要素图层没有坐标参考系，请先声明",
                "the features have no coordinate reference system; declare it first",
            )
        )
    shapes = features.geometry[features.geometry.notna() & ~features.geometry.is_empty]
    if shapes.empty:
        raise DataError(
            Text("要素图层没有图形，无从量距离", "the features have no shape to measure from")
        )
    side = Roadside.of_segments(_segments(shapes.to_crs(4326)))
    grid = Grid.of(like.grid)
    height, width = grid.shape
    to = Transformer.from_crs(grid.crs, 4326, always_xy=True)
    metres = np.empty(height * width)
    for start in range(0, metres.size, _AT_ONCE):
        at = np.arange(start, min(start + _AT_ONCE, metres.size))
        lon, lat = to.transform(*like.grid.centres(at // width, at % width))
        chord = side.feet(earth_centred(np.asarray(lon), np.asarray(lat)), np.inf).distance
        metres[at] = 2 * _RADIUS * np.arcsin(np.minimum(chord / (2 * _RADIUS), 1.0))
    whole = metres.reshape(height, width)
    areas = [s for s in shapes.to_crs(grid.crs) if s.geom_type in ("Polygon", "MultiPolygon")]
    if areas:
        whole[covered(areas, grid)] = 0.0
    return Surface(Raster.of(like.grid, whole))


def covered(areas: list[shapely.Geometry], grid: Grid) -> Bools:
    """Tell which cells have their centre in one of several polygons.

    Parameters
    ----------
    areas : list of polygons
        In the grid's coordinate reference system.
    grid : Grid
        Where the cells lie.

    Returns
    -------
    (rows, columns) booleans
        True where the centre lies in a polygon.
    """
    burnt = rasterize(areas, out_shape=grid.shape, transform=grid.transform, dtype="uint8")
    return np.asarray(burnt, dtype=bool)


def _with_value(given: Given) -> TableSpec:
    held = given.layers["surface"].columns[0]
    return given.like("points", replace(held, name=given["column"], required=False), vintage="")


@analysis("value_at", gives=_with_value)
def value_at(points: gpd.GeoDataFrame, surface: Raster, *, column: str = "suitability") -> Outcome:
    """Give points the value of the cell that they lie in.

    Parameters
    ----------
    points : geopandas.GeoDataFrame
        With ``id``.
    surface : Raster
        A raster in any CRS.
    column : str
        Name of the new column.

    Returns
    -------
    Outcome
        ``points`` with the column; empty off the raster and where it has no data, which
        ``left_out`` counts.

    Raises
    ------
    DataError, DatumError
        If the points can't be used.

    Examples
    --------
    >>> import geopandas as gpd
    >>> import numpy as np
    >>> from gisplan.analysis.suitability import value_at
    >>> from gisplan.catalog.raster import RasterGrid, Raster
    >>> grid = RasterGrid(crs="EPSG:4326", transform=(0.1, 0, 104, 0, -0.1, 36), width=2, height=1)
    >>> scores = Raster.of(grid, np.array([[0.2, 0.8]]))
    >>> sites = gpd.GeoDataFrame(
    ...     {"id": ["S"]}, geometry=gpd.points_from_xy([104.15], [35.95]), crs=4326
    ... )
    >>> value_at(sites, scores).table[["id", "suitability"]]
      id  suitability
    0  S          0.8
    """
    cell = Grid.of(surface.grid).cell_of(take_points(points, "points"))
    flat = surface.values().ravel()
    found = np.where(cell >= 0, flat[np.maximum(cell, 0)], np.nan)
    table = points.assign(**{column: found})
    unknown = int(np.isnan(found).sum())
    told: tuple[Text, ...] = ()
    if unknown:
        told = (
            Text(
                f"{unknown} 个点在栅格之外或无值处，{column} 留空",
                f"{unknown} point(s) lie off the raster or where it has no data: no {column}",
            ),
        )
    return Outcome(table, told)


def _segments(shapes: gpd.GeoSeries) -> Segments:
    """Give points, lines and edges of polygons as straight pieces; a point is one of no length.

    Parameters
    ----------
    shapes : geopandas.GeoSeries
        Geometries in EPSG:4326.

    Returns
    -------
    Segments
        Each part of a shape is an edge of its own.
    """
    lines = shapely.get_parts(np.asarray(shapes.to_numpy()))
    area = shapely.get_dimensions(lines) == 2
    rings = shapely.get_rings(lines[area])
    parts = np.concatenate([lines[~area], rings])
    xy, of = shapely.get_coordinates(parts, return_index=True)
    same = np.flatnonzero(of[1:] == of[:-1])
    alone = np.flatnonzero(np.isin(of, np.flatnonzero(shapely.get_dimensions(parts) == 0)))
    start, end = np.r_[same, alone], np.r_[same + 1, alone]
    lon, lat = np.ascontiguousarray(xy.T)
    length = np.asarray(WGS84.inv(lon[start], lat[start], lon[end], lat[end])[2])
    return Segments(of[start], np.zeros(start.size), length, start, end, lon, lat)
