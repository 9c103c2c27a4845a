"""Flows drawn as lines on the ellipsoid."""

from __future__ import annotations

import math

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from pyproj import Geod
from shapely import affinity

from gisplan.analysis.checks import DEMAND, SITES, check_ids, check_limit, listed
from gisplan.arrays import Floats
from gisplan.errors import DataError, DatumError
from gisplan.text import Text

_GEOD = Geod(ellps="WGS84")


def flow_lines(
    flows: pd.DataFrame,
    demand: gpd.GeoDataFrame,
    sites: gpd.GeoDataFrame,
    *,
    spacing: float | None = None,
) -> gpd.GeoDataFrame:
    """Draw flows from demand to sites.

    Parameters
    ----------
    flows : pandas.DataFrame
        ``demand``, ``site`` and whatever else the lines shall carry.
    demand, sites : geopandas.GeoDataFrame
        ``id`` and points in EPSG:4326.
    spacing : float, optional
        Greatest distance between two points of a line, in metres, along the geodesic. Left out,
        a line has its two ends only.

    Returns
    -------
    geopandas.GeoDataFrame
        ``flows`` with ``length_m`` (geodesic on WGS 84, also where the flow's cost is time) and
        a LineString in EPSG:4326, from demand to site; a MultiLineString cut at 180 degrees
        where it crosses there (RFC 7946, 3.1.9). A flow that stays at one point has no line.

    Raises
    ------
    DatumError
        If a layer is not in EPSG:4326.
    DataError
        If an id is unknown, or its point missing.

    Examples
    --------
    >>> import geopandas as gpd
    >>> import pandas as pd
    >>> from gisplan.analysis.coverage.models import flow_lines
    >>> towns = gpd.GeoDataFrame(
    ...     {"id": ["a"]}, geometry=gpd.points_from_xy([104], [36]), crs=4326
    ... )
    >>> sites = gpd.GeoDataFrame(
    ...     {"id": ["S"]}, geometry=gpd.points_from_xy([104.2], [36]), crs=4326
    ... )
    >>> flows = pd.DataFrame({"demand": ["a"], "site": ["S"], "amount": [60.0]})
    >>> flow_lines(flows, towns, sites)[["amount", "length_m"]].round(1)
       amount  length_m
    0    60.0   18032.7
    """
    if spacing is not None:
        check_limit(spacing, name="spacing")
    lon0, lat0 = _ends(flows["demand"], demand, layer=DEMAND)
    lon1, lat1 = _ends(flows["site"], sites, layer=SITES)
    length = np.asarray(_GEOD.inv(lon0, lat0, lon1, lat1)[2], dtype=np.float64)
    lines = [
        _line(start, end, length=far, spacing=spacing)
        for start, end, far in zip(
            zip(lon0.tolist(), lat0.tolist(), strict=True),
            zip(lon1.tolist(), lat1.tolist(), strict=True),
            length.tolist(),
            strict=True,
        )
    ]
    table = flows.reset_index(drop=True).assign(length_m=length)
    return gpd.GeoDataFrame(table, geometry=gpd.GeoSeries(lines, crs=4326))


def lonlat(table: gpd.GeoDataFrame, *, layer: Text) -> tuple[Floats, Floats]:
    """Give longitude and latitude of a layer of points in EPSG:4326, checked.

    Parameters
    ----------
    table : geopandas.GeoDataFrame
        Points with ``id``.
    layer : Text
        What messages call the layer.

    Returns
    -------
    tuple[Floats, Floats]
        Degrees.

    Raises
    ------
    DatumError
        If it is not in EPSG:4326.
    DataError
        If an id is empty or stands twice, or a point is missing.
    """
    check_ids(table, layer=layer)
    if table.crs is None or not table.crs.equals("EPSG:4326", ignore_axis_order=True):
        raise DatumError(
            Text(
                f"{layer.zh}应为 EPSG:4326 的点，现为 {table.crs}",
                f"{layer.en} must be points in EPSG:4326, not {table.crs}",
            )
        )
    usable = (
        (table.geom_type == "Point") & ~table.geometry.is_empty & table.geometry.notna()
    ).to_numpy()
    if usable.all():
        lon, lat = table.geometry.x.to_numpy(), table.geometry.y.to_numpy()
        # Not finite fails every comparison.
        usable = (np.abs(lon) <= 180) & (np.abs(lat) <= 90)
    if not usable.all():
        zh, en = listed(table.loc[~usable, "id"])
        raise DataError(
            Text(
                f"{layer.zh}的列 geometry 没有点，或经纬度超出范围：{zh}",
                f"{layer.en}, column geometry: no point, or longitude and latitude out of "
                f"range: {en}",
            )
        )
    return lon, lat


def _ends(ids: pd.Series[str], table: gpd.GeoDataFrame, *, layer: Text) -> tuple[Floats, Floats]:
    lon, lat = lonlat(table, layer=layer)
    position = pd.Index(table["id"]).get_indexer(ids)
    if (position < 0).any():
        zh, en = listed(ids[position < 0].unique())
        raise DataError(
            Text(f"流向表中有{layer.zh}没有的 id：{zh}", f"flows: {layer.en} has no {en}")
        )
    return lon[position], lat[position]


def _line(
    start: tuple[float, float],
    end: tuple[float, float],
    *,
    length: float,
    spacing: float | None,
) -> shapely.Geometry | None:
    if start == end:
        return None
    (lon0, lat0), (lon1, lat1) = start, end
    lons, lats = [lon0, lon1], [lat0, lat1]
    pieces = 1 if spacing is None else math.ceil(length / spacing)
    if pieces > 1:
        between = _GEOD.inv_intermediate(
            lon0, lat0, lon1, lat1, npts=pieces - 1, return_back_azimuth=False
        )
        lons, lats = [lon0, *between.lons, lon1], [lat0, *between.lats, lat1]
    turned = np.rad2deg(np.unwrap(np.deg2rad(lons)))
    if np.abs(turned).max() <= 180:
        return shapely.LineString(np.column_stack([lons, lats]))
    return fold(shapely.LineString(np.column_stack([turned, lats])))


def fold(shape: shapely.Geometry) -> shapely.Geometry:
    """Cut a shape whose longitudes run past 180 degrees there, and bring the parts home.

    Parameters
    ----------
    shape : shapely.Geometry
        In degrees; its longitudes run from -540 to 540.

    Returns
    -------
    shapely.Geometry
        The same area within -180 and 180 degrees.
    """
    parts = []
    for turn in (-360.0, 0.0, 360.0):
        part = shapely.intersection(shape, shapely.box(turn - 180, -90, turn + 180, 90))
        if not part.is_empty:
            parts.append(affinity.translate(part, xoff=-turn))
    return parts[0] if len(parts) == 1 else shapely.union_all(parts)
