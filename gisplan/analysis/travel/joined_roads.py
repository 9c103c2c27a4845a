"""A planner's own roads joined to those of the workspace, where they cross and where they end."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from gisplan.analysis.travel.points import check_limit
from gisplan.analysis.travel.road_nodes import check_lines
from gisplan.arrays import Floats, Objects


def joined_roads(
    roads: gpd.GeoDataFrame,
    more: gpd.GeoDataFrame,
    *,
    snap: float,
    length: str | None = None,
) -> gpd.GeoDataFrame:
    """Put two layers of roads together, so that one can turn from each into the other.

    They meet at every crossing; and an end of an added line that lies within ``snap`` of a road
    is joined to the nearest place on it by a straight link, which has its own length.

    Parameters
    ----------
    roads : geopandas.GeoDataFrame
        Lines, in any CRS.
    more : geopandas.GeoDataFrame
        Lines to be added, in any CRS.
    snap : float
        Metres.
    length : str, optional
        Column of the metres that a line of ``roads`` stands for; of a line in several parts, each
        has its share.

    Returns
    -------
    geopandas.GeoDataFrame
        All lines in EPSG:4326, those added last and links after them, with the columns of both
        and ``added``: ``no``, ``yes`` or ``link``.

    Raises
    ------
    DataError, DatumError
        If a layer holds no lines, or its coordinate reference system is not known.
    OptionError
        If ``snap`` is no number above 0.

    Examples
    --------
    >>> import geopandas as gpd
    >>> import shapely
    >>> from gisplan.analysis.travel.joined_roads import joined_roads
    >>> trunk = gpd.GeoDataFrame(geometry=[shapely.LineString([(104, 36), (105, 36)])], crs=4326)
    >>> own = gpd.GeoDataFrame(
    ...     geometry=[shapely.LineString([(104.5, 36.0005), (104.5, 36.2)])], crs=4326
    ... )
    >>> joined_roads(trunk, own, snap=100)["added"].tolist()
    ['no', 'yes', 'link']
    """
    check_limit(snap, "snap")
    for table in (roads, more):
        check_lines(table)
    there, added = (table.to_crs(4326).explode(ignore_index=True) for table in (roads, more))
    if length is not None and len(there) > len(roads):
        row = roads.geometry.to_crs(4326).explode(index_parts=True).index.get_level_values(0)
        drawn = shapely.length(there.geometry.array)
        whole = pd.Series(drawn).groupby(np.asarray(row)).transform("sum").to_numpy()
        there[length] = there[length] * drawn / whole
    # A degree of longitude is as long as one of latitude, near enough for what is looked for here.
    south, north = added.total_bounds[[1, 3]]
    shrink = float(np.cos(np.radians((south + north) / 2)))
    old, new = (_scaled(table.geometry.to_numpy(), shrink) for table in (there, added))
    tree = shapely.STRtree(old)
    cuts_old: dict[int, list[Floats]] = {}
    cuts_new: dict[int, list[Floats]] = {}
    for row, other in tree.query(new, predicate="intersects").T.tolist():
        met = shapely.get_coordinates(shapely.intersection(new[row], old[other]))
        cuts_old.setdefault(other, []).append(met)
        cuts_new.setdefault(row, []).append(met)
    links = []
    degree = 111_320.0
    ends = [(row, shapely.get_point(new[row], at)) for row in range(len(new)) for at in (0, -1)]
    near = tree.query_nearest(
        np.array([end for _, end in ends]), max_distance=snap / degree, all_matches=False
    )
    for at, other in near.T.tolist():
        end = ends[at][1]
        foot = shapely.line_interpolate_point(
            old[other], shapely.line_locate_point(old[other], end)
        )
        if not shapely.equals(foot, end):
            links.append(shapely.LineString([end, foot]))
        cuts_old.setdefault(other, []).append(shapely.get_coordinates(foot))
    for shapes, cuts in ((old, cuts_old), (new, cuts_new)):
        for row, places in cuts.items():
            shapes[row] = _with_vertices(shapes[row], np.concatenate(places))
    parts = [
        there.set_geometry(_scaled(old, 1 / shrink)).assign(added="no"),
        added.set_geometry(_scaled(new, 1 / shrink)).assign(added="yes"),
    ]
    if links:
        shapes = _scaled(np.array(links, dtype=object), 1 / shrink)
        parts.append(gpd.GeoDataFrame({"added": ["link"] * len(links)}, geometry=shapes, crs=4326))
    both = pd.concat([part.set_crs(4326, allow_override=True) for part in parts])
    return gpd.GeoDataFrame(both.reset_index(drop=True), geometry="geometry", crs=4326)


def _scaled(shapes: Objects, factor: float) -> Objects:
    """Stretch the longitudes of shapes.

    Parameters
    ----------
    shapes : array of shapely.Geometry
        In degrees.
    factor : float
        By how much.

    Returns
    -------
    array of shapely.Geometry
        Rounded to a millimetre, so that what is stretched to and fro is the same.
    """
    moved: Objects = shapely.transform(shapes, lambda xy: np.round(xy * (factor, 1.0), 9))
    return moved


def _with_vertices(line: shapely.LineString, places: Floats) -> shapely.LineString:
    """Give a line vertices at places that lie on it.

    Parameters
    ----------
    line : shapely.LineString
        A line.
    places : (n, 2) floats
        Places on it.

    Returns
    -------
    shapely.LineString
        The same line.
    """
    own = shapely.get_coordinates(line)
    along = np.r_[0.0, np.cumsum(np.hypot(*np.diff(own, axis=0).T))]
    at = shapely.line_locate_point(line, shapely.points(places))
    every, order = np.concatenate([own, places]), np.argsort(np.r_[along, at], kind="stable")
    every = every[order]
    kept = np.r_[True, (np.diff(every, axis=0) != 0).any(axis=1)]
    return shapely.LineString(every[kept])
