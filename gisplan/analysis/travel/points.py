"""Demand points and sites as arrays, checked; and where they lie in space."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from pyproj import Geod, Transformer

from gisplan.arrays import Bools, Floats
from gisplan.errors import DataError, DatumError, OptionError
from gisplan.text import Text

WGS84 = Geod(ellps="WGS84")
_POINT = shapely.GeometryType.POINT
_EARTH_CENTRED = Transformer.from_crs("EPSG:4979", "EPSG:4978", always_xy=True)


@dataclass(frozen=True, slots=True)
class Points:
    """Identified places.

    Attributes
    ----------
    ids : pandas.Index of str
        Unique.
    lon : (n,) floats
        Longitude, degrees, WGS 84.
    lat : (n,) floats
        Latitude, degrees, WGS 84.
    """

    ids: pd.Index
    lon: Floats
    lat: Floats

    def __len__(self) -> int:
        return len(self.ids)

    def lonlat(self, which: Any = slice(None)) -> tuple[Floats, Floats]:
        """Give the coordinates of some of the points: a mask, positions or a slice.

        Parameters
        ----------
        which : Any, optional
            Which points.

        Returns
        -------
        tuple[Floats, Floats]
            Longitudes and latitudes, degrees.
        """
        return self.lon[which], self.lat[which]


def take_points(table: gpd.GeoDataFrame, name: str, *, unique: bool = True) -> Points:
    """Check a table of points and give its identifiers and coordinates.

    Parameters
    ----------
    table : geopandas.GeoDataFrame
        Points with a unique column ``id``, in any coordinate reference system.
    name : str
        What the table is called in messages.
    unique : bool
        Whether to refuse an identifier that stands in two rows.

    Returns
    -------
    Points
        The same places in WGS 84, in the order of the rows.

    Raises
    ------
    DatumError
        If the table has no coordinate reference system.
    DataError
        If it is empty, lacks ``id``, or a row has no identifier, the identifier of another
        row, no point, or a point that lies nowhere on Earth.
    """
    if not isinstance(table, gpd.GeoDataFrame):
        raise DataError(
            Text(
                f"图层“{name}”不是带几何的表（GeoDataFrame），请先给出点的位置。",
                f"Layer '{name}' is not a GeoDataFrame; give its rows points first.",
            )
        )
    if "id" not in table.columns:
        raise DataError(
            Text(
                f"图层“{name}”缺少“id”列，请补上每行唯一的编号。",
                f"Layer '{name}' has no column 'id'; give each row an identifier of its own.",
            )
        )
    if len(table) == 0:
        raise DataError(
            Text(
                f"图层“{name}”是空的，没有一行数据。",
                f"Layer '{name}' is empty: it has no row.",
            )
        )
    if table.crs is None:
        raise DatumError(
            Text(
                f"图层“{name}”没有坐标参考系，请先声明（set_crs）。",
                f"Layer '{name}' has no coordinate reference system; declare it with set_crs.",
            )
        )
    ids = _identifiers(table["id"], name, unique)
    shapes = table.geometry.array
    kinds = shapely.get_type_id(np.asarray(shapes))
    _refuse(
        name,
        ids,
        (kinds != _POINT) | shapely.is_empty(np.asarray(shapes)),
        Text("没有点位置", "has no point"),
    )
    if not table.crs.equals("EPSG:4326", ignore_axis_order=True):
        shapes = shapes.to_crs("EPSG:4326")
    xy = shapely.get_coordinates(np.asarray(shapes))
    lon, lat = np.ascontiguousarray(xy[:, 0]), np.ascontiguousarray(xy[:, 1])
    _refuse(
        name,
        ids,
        ~(np.isfinite(lon) & (np.abs(lon) <= 540) & (np.abs(lat) <= 90)),
        Text(
            "坐标不在地球上（经纬度越界或不是数）", "lies nowhere on Earth (longitude or latitude)"
        ),
    )
    return Points(ids, lon, lat)


def earth_centred(lon: Floats, lat: Floats) -> Floats:
    """Give earth-centred coordinates of places on the ellipsoid.

    Parameters
    ----------
    lon, lat : (n,) floats
        Degrees, WGS 84.

    Returns
    -------
    (n, 3) floats
        Metres (EPSG:4978).
    """
    xyz = _EARTH_CENTRED.transform(lon, lat, np.zeros(len(lon)))
    return np.column_stack(xyz)


def lon_lat_of(xyz: Floats) -> tuple[Floats, Floats]:
    """Give the longitude and latitude of earth-centred coordinates.

    Parameters
    ----------
    xyz : (n, 3) floats
        Metres (EPSG:4978).

    Returns
    -------
    tuple[Floats, Floats]
        Degrees, WGS 84.
    """
    lon, lat, _ = _EARTH_CENTRED.transform(xyz[:, 0], xyz[:, 1], xyz[:, 2], direction="INVERSE")
    return np.asarray(lon), np.asarray(lat)


def check_limit(limit: float, name: str = "limit") -> None:
    """Raise ``OptionError`` unless a limit is a positive, finite number.

    Parameters
    ----------
    limit : float
        Value to check.
    name : str, optional
        Name of the parameter in messages.

    Raises
    ------
    OptionError
        If it is not.
    """
    if not (isinstance(limit, int | float | np.number) and math.isfinite(limit) and limit > 0):
        raise OptionError(
            Text(
                f"参数 {name} 应为大于 0 的数，现为 {limit!r}。",
                f"{name} must be a number above 0; it is {limit!r}.",
            )
        )


def check_nearest(nearest: int | None) -> None:
    """Raise ``OptionError`` unless ``nearest`` is None or a whole number from 1.

    Parameters
    ----------
    nearest : int or None
        Value to check.

    Raises
    ------
    OptionError
        If it is neither.
    """
    if nearest is not None and not (isinstance(nearest, int | np.integer) and nearest >= 1):
        raise OptionError(
            Text(
                f"参数 nearest 应为不小于 1 的整数或留空，现为 {nearest!r}。",
                f"nearest must be a whole number from 1, or left out; it is {nearest!r}.",
            )
        )


def _identifiers(column: pd.Series[Any], name: str, unique: bool) -> pd.Index:
    missing = column.isna().to_numpy()
    if missing.any():
        row = int(np.flatnonzero(missing)[0])
        raise DataError(
            Text(
                f"图层“{name}”第 {row + 1} 行的“id”为空（共 {missing.sum()} 行），请补上编号。",
                f"Layer '{name}', row {row + 1}: 'id' is empty ({missing.sum()} rows in all); "
                "give each row an identifier.",
            )
        )
    ids = pd.Index(column if pd.api.types.is_string_dtype(column) else column.astype(str))
    if unique and not ids.is_unique:
        twice = ids[ids.duplicated()][0]
        raise DataError(
            Text(
                f"图层“{name}”的“id”有重复：{twice}，请使每行编号唯一。",
                f"Layer '{name}': 'id' {twice} stands in more than one row; make it unique.",
            )
        )
    return ids


def _refuse(name: str, ids: pd.Index, bad: Bools, what: Text) -> None:
    if not bad.any():
        return
    faults = [
        Text(f"id 为 {one} 的行{what.zh}（geometry 列）", f"row with id {one} {what.en} (geometry)")
        for one in ids[bad][:10]
    ]
    raise DataError(
        Text(
            f"图层“{name}”有 {bad.sum()} 行{what.zh}，请改正或删去后重试：",
            f"Layer '{name}': {bad.sum()} row(s) where the point {what.en}; mend or remove them:",
        ),
        faults=faults,
    )
