"""Which administrative unit a point lies in, and how far from a unit it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import numpy.typing as npt
import pandas as pd
import shapely
from pyproj import Geod, Transformer
from shapely.geometry.base import BaseGeometry

from gisplan.arrays import Floats, Indices
from gisplan.errors import DataError, DatumError, PlaceError
from gisplan.text import Text

_GEOD = Geod(ellps="WGS84")
#: Longest straight piece of a border, in degrees, when distances are taken.
_PIECE = 0.02


@dataclass(frozen=True, slots=True)
class Locator:
    """Finds the county, prefecture and province of points. Made by :meth:`from_counties`.

    The polygons are those of the counties, so that the three levels never contradict each
    other. They stand in ascending order of their codes.
    """

    _codes: tuple[str, ...]
    _prefectures: tuple[str, ...]
    _polygons: tuple[BaseGeometry, ...]

    @classmethod
    def from_counties(cls, counties: gpd.GeoDataFrame) -> Locator:
        """Make a locator.

        Parameters
        ----------
        counties : geopandas.GeoDataFrame
            Columns ``adcode`` and ``parent`` (code of the prefecture), polygons in EPSG:4326.

        Returns
        -------
        Locator
            Ready to place points; counties in the order of their codes.

        Raises
        ------
        DataError
            A column is missing, a code stands twice, or a row has no polygon.
        DatumError
            The CRS is missing or not EPSG:4326.
        """
        missing = [name for name in ("adcode", "parent") if name not in counties.columns]
        if missing:
            names = ", ".join(missing)
            raise DataError(Text(f"县级表缺少列：{names}", f"the counties lack: {names}"))
        if counties.crs is None or counties.crs.to_epsg() != 4326:
            message = Text(
                f"县级边界的坐标系应为 EPSG:4326，实为 {counties.crs}",
                f"the counties must be in EPSG:4326, not in {counties.crs}",
            )
            raise DatumError(message)
        bad = counties["adcode"].duplicated() | counties.geometry.isna() | counties.is_empty
        if bad.any():
            codes = ", ".join(counties.loc[bad, "adcode"].astype(str))
            message = Text(
                f"县级表中代码重复或缺少边界：{codes}", f"doubled or without a polygon: {codes}"
            )
            raise DataError(message)
        ordered = counties.sort_values("adcode")
        polygons = tuple(ordered.geometry)
        shapely.prepare(polygons)
        return cls(tuple(ordered["adcode"]), tuple(ordered["parent"]), polygons)

    def locate(self, lon: npt.ArrayLike, lat: npt.ArrayLike) -> pd.DataFrame:
        """Find the units that points lie in.

        Parameters
        ----------
        lon, lat : array_like of float, shape (n,)
            Degrees, WGS 84.

        Returns
        -------
        pandas.DataFrame
            A row for each point, in order, with the codes ``county``, ``prefecture`` and
            ``province``; NA for a point outside all counties or without finite coordinates. A
            point on a shared border is given to the lowest code.
        """
        index = self.find(lon, lat)
        prefectures = np.array([*self._prefectures, None], dtype=object)
        provinces = np.array([*(f"{code[:2]}0000" for code in self._codes), None], dtype=object)
        counties = np.array([*self._codes, None], dtype=object)
        columns = {"county": counties, "prefecture": prefectures, "province": provinces}
        return pd.DataFrame(
            {name: pd.array(values, dtype="string").take(index) for name, values in columns.items()}
        )

    @property
    def codes(self) -> tuple[str, ...]:
        """Give the codes of the counties.

        Returns
        -------
        tuple of str
            In ascending order.
        """
        return self._codes

    def find(self, lon: npt.ArrayLike, lat: npt.ArrayLike) -> Indices:
        """Find the county of points, by its position among :attr:`codes`.

        Parameters
        ----------
        lon, lat : array_like of float, shape (n,)
            Degrees, WGS 84.

        Returns
        -------
        array of int, shape (n,)
            -1 for a point outside all counties or without finite coordinates.
        """
        return self._index(*_points(lon, lat))

    def distance_to(self, lon: npt.ArrayLike, lat: npt.ArrayLike, adcode: str) -> Floats:
        """Measure how far points are from a unit.

        The nearest point of the border is looked for in an azimuthal equidistant plane
        centred on the unit, its borders cut into pieces of at most 0.02 degrees; the length
        of the way there is then geodesic. The plane's distortion can only make another point
        of the border be taken for the nearest, so that the distance may be a little too long
        (below 0.1 % within 500 km of the unit's centre), never too short.

        Parameters
        ----------
        lon, lat : array_like of float, shape (n,)
            Degrees, WGS 84.
        adcode : str
            A county, a prefecture or a province.

        Returns
        -------
        numpy.ndarray of float, shape (n,)
            Metres on the WGS 84 ellipsoid; 0 inside, NaN without finite coordinates.

        Raises
        ------
        PlaceError
            There is no such unit.
        """
        x, y = _points(lon, lat)
        unit = self._unit(adcode)
        distances = np.full(len(x), np.nan)
        finite = np.isfinite(x) & np.isfinite(y)
        distances[finite] = 0.0
        shapely.prepare(unit)
        out = np.flatnonzero(finite)
        out = out[~shapely.intersects_xy(unit, x[out], y[out])]
        if len(out) == 0:
            return distances
        centre = unit.centroid
        plane = Transformer.from_crs(
            "EPSG:4326",
            f"+proj=aeqd +lat_0={centre.y!r} +lon_0={centre.x!r} +ellps=WGS84",
            always_xy=True,
        )

        def flatten(xy: Floats) -> Floats:
            return np.column_stack(plane.transform(xy[:, 0], xy[:, 1]))

        border = shapely.transform(shapely.segmentize(unit.boundary, _PIECE), flatten)
        points = shapely.points(*plane.transform(x[out], y[out]))
        ways = shapely.shortest_line(border, points)
        nearest = shapely.get_coordinates(ways)[::2]
        near_x, near_y = plane.transform(nearest[:, 0], nearest[:, 1], direction="INVERSE")
        distances[out] = _GEOD.inv(x[out], y[out], near_x, near_y)[2]
        return distances

    def _index(self, x: Floats, y: Floats) -> Indices:
        """Give the position of each point's county; -1 outside.

        Parameters
        ----------
        x : array of float
            Longitudes, degrees, WGS 84.
        y : array of float
            Latitudes, degrees, WGS 84.

        Returns
        -------
        array of int
            Position among the counties, shape (points,).
        """
        index = np.full(len(x), -1, dtype=np.intp)
        # Sorted by longitude, a county's candidates are one slice. The codes ascend, and a
        # point once placed is not asked for again: on a border the lowest code wins.
        order = np.argsort(x, kind="stable")
        order = order[: np.searchsorted(x[order], np.inf)]
        sorted_x, sorted_y = x[order], y[order]
        for position, polygon in enumerate(self._polygons):
            west, south, east, north = polygon.bounds
            begin = np.searchsorted(sorted_x, west, "left")
            end = np.searchsorted(sorted_x, east, "right")
            near = sorted_y[begin:end]
            inside = np.flatnonzero((near >= south) & (near <= north)) + begin
            open_ones = inside[index[order[inside]] == -1]
            hits = shapely.intersects_xy(polygon, sorted_x[open_ones], sorted_y[open_ones])
            index[order[open_ones[hits]]] = position
        return index

    def _unit(self, adcode: str) -> BaseGeometry:
        parts = [
            polygon
            for code, prefecture, polygon in zip(
                self._codes, self._prefectures, self._polygons, strict=True
            )
            if adcode in (code, prefecture, f"{code[:2]}0000")
        ]
        if not parts:
            message = Text(
                f"没有代码为“{adcode}”的行政区边界。请核对代码。",
                f"no boundary has the code '{adcode}'. Check the code.",
            )
            raise PlaceError(message)
        return _union(parts)


def _union(parts: Sequence[BaseGeometry]) -> BaseGeometry:
    return parts[0] if len(parts) == 1 else shapely.coverage_union_all(parts)


def _points(lon: npt.ArrayLike, lat: npt.ArrayLike) -> tuple[Floats, Floats]:
    x, y = np.asarray(lon, dtype=float), np.asarray(lat, dtype=float)
    if x.ndim != 1 or x.shape != y.shape:
        message = Text(
            f"经度与纬度的个数不同：{x.shape} 与 {y.shape}",
            f"longitudes and latitudes differ in number: {x.shape} and {y.shape}",
        )
        raise DataError(message)
    return x, y
