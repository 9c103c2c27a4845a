"""How near and how far a place may be that is known only to the area it lies in."""

from __future__ import annotations

import math
from collections.abc import Callable

import geopandas as gpd
import numpy as np
import shapely

from gisplan.analysis.travel.distance import RADII, arc
from gisplan.analysis.travel.points import earth_centred, take_points
from gisplan.arrays import Floats

#: The longest edge, degrees, that a border is cut into: about 220 m.
_EDGE = 0.002
#: Points whose distances to a whole border are worked out at once.
_CHUNK = 512
#: Up to so many pairs of point and corner every chord is worked out, without a tree.
_MANY = 20_000_000
#: Corners that are looked at before all of them.
_FEW = 24


def distances_to_area(
    points: gpd.GeoDataFrame, area: gpd.GeoSeries, *, limit: float = math.inf
) -> tuple[Floats, Floats]:
    """Bound the distance from each point to a place that lies somewhere in an area.

    Parameters
    ----------
    points : geopandas.GeoDataFrame
        Points with ``id``.
    area : geopandas.GeoSeries
        Polygons, in any CRS, that together are the area; lines and points are their own border.
    limit : float
        Metres from which on a distance need not be told.

    Returns
    -------
    least : array of float, shape (len(points),)
        No place in the area is nearer, along the geodesic, in metres; 0 for a point inside.
    most : array of float, shape (len(points),)
        No place in it is farther. Infinite where some place is farther than the limit.

    Notes
    -----
    Proof. Outside the area the way to its nearest place ends on its border; the way to the
    farthest ends there for every point, since a geodesic through a place inside leads on to the
    border. The border is cut into edges. A place on one of them is at most half the edge away from
    one of its ends, so that by the triangle inequality the distances to the ends, less and plus
    half the longest edge, bound the distance to the border. Distances to the ends are bounded by
    the arcs over the chord through the Earth with the least and the greatest radius of curvature
    of the ellipsoid, which at 300 km differ by 0.6 m. So the bounds are off by half an edge, some
    110 m, and never on the wrong side.

    Examples
    --------
    >>> import geopandas as gpd
    >>> import shapely
    >>> from gisplan.analysis.travel.area_distance import distances_to_area
    >>> towns = gpd.GeoDataFrame(
    ...     {"id": ["in", "out"]}, geometry=gpd.points_from_xy([104.5, 106], [36.5, 36.5]), crs=4326
    ... )
    >>> county = gpd.GeoSeries([shapely.box(104, 36, 105, 37)], crs=4326)
    >>> least, most = distances_to_area(towns, county)
    >>> (least / 1000).round().tolist(), (most / 1000).round().tolist()
    ([0.0, 89.0], [72.0, 188.0])
    """
    places = take_points(points, "demand", unique=False)
    lon, lat = places.lonlat(slice(None))
    shapes = area.to_crs(4326)
    parts = shapely.get_parts(shapes.to_numpy())
    # the boundary of a line is but its two ends, that of a point is nothing
    areal = shapely.get_dimensions(parts) == 2
    parts[areal] = shapely.boundary(parts[areal])
    lines = shapely.get_parts(shapely.segmentize(parts, _EDGE))
    slack = max(_longest_edge(line) for line in lines) / 2
    ends = np.unique(shapely.get_coordinates(lines), axis=0)
    corners = earth_centred(ends[:, 0], ends[:, 1])
    here = earth_centred(lon, lat)
    nearest = _nearest(here, corners)
    # Most points are farther from one of a few corners than is asked for.
    few = corners[:: max(len(corners) // _FEW, 1)]
    near = np.flatnonzero(arc(_farthest(here, few), RADII[1]) <= limit)
    farthest = np.full(len(here), np.inf)
    farthest[near] = _farthest(here[near], corners)
    inside = shapely.contains_xy(shapely.union_all(shapes.to_numpy()), lon, lat)
    least = np.maximum(arc(nearest, RADII[1]) - slack, 0.0)
    return np.where(inside, 0.0, least), arc(farthest, RADII[0]) + slack


def _nearest(here: Floats, corners: Floats) -> Floats:
    if len(here) * len(corners) <= _MANY:
        return _extreme(here, corners, np.min)
    # brought in for many points alone: it takes longer to load than a province to work out
    from scipy.spatial import cKDTree

    found, _ = cKDTree(corners).query(here)
    return np.asarray(found, dtype=np.float64)


def _farthest(here: Floats, corners: Floats) -> Floats:
    return _extreme(here, corners, np.max)


def _extreme(here: Floats, corners: Floats, of: Callable[..., Floats]) -> Floats:
    found = np.empty(len(here))
    for start in range(0, len(here), _CHUNK):
        part = slice(start, start + _CHUNK)
        square = np.zeros((len(here[part]), len(corners)))
        for one, other in zip(here[part].T, corners.T, strict=True):
            square += (one[:, None] - other) ** 2
        found[part] = np.sqrt(of(square, axis=1))
    return found


def _longest_edge(line: shapely.LineString | shapely.Point) -> float:
    at = shapely.get_coordinates(line)
    corners = earth_centred(at[:, 0], at[:, 1])
    step = np.sqrt((np.diff(corners, axis=0) ** 2).sum(axis=1))
    return float(arc(step, RADII[0]).max(initial=0.0))
