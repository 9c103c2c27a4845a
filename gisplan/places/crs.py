"""Datums: what coordinates are given in, and their way to WGS 84 and back.

Positions are stored as longitude and latitude, WGS 84. Chinese sources give them in four ways:
WGS 84 itself, CGCS2000 (degrees or Gauss-Krüger metres), GCJ-02 (Amap, Tencent) and BD-09
(Baidu). ``docs/coordinates.md`` has the formulas, their sources and the measured accuracy.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt
from pyproj import CRS, Proj
from pyproj.exceptions import CRSError

from gisplan.arrays import Bools, Floats, Objects
from gisplan.errors import DataError, DatumError
from gisplan.places.gcj02 import from_bd09, from_gcj02, to_bd09, to_gcj02
from gisplan.text import Text

#: Canonical names without a parameter, and what they are.
DATUMS: Mapping[str, Text] = {
    "wgs84": Text("WGS 84 经纬度", "WGS 84, degrees"),
    "cgcs2000": Text("2000 国家大地坐标系经纬度", "CGCS2000, degrees"),
    "gcj02": Text("GCJ-02（高德、腾讯地图）", "GCJ-02 (Amap, Tencent)"),
    "bd09": Text("BD-09（百度地图）", "BD-09 (Baidu)"),
    "cgcs2000-gk3": Text(
        "2000 国家大地坐标系高斯三度带，横坐标带带号",
        "CGCS2000, Gauss-Krüger 3-degree zones, easting with zone prefix",
    ),
    "cgcs2000-gk6": Text(
        "2000 国家大地坐标系高斯六度带，横坐标带带号",
        "CGCS2000, Gauss-Krüger 6-degree zones, easting with zone prefix",
    ),
}
_ALIASES: Mapping[str, str] = {
    "epsg:4326": "wgs84",
    "crs84": "wgs84",
    "epsg:4490": "cgcs2000",
    "2000国家大地坐标系": "cgcs2000",
    "国家2000": "cgcs2000",
    "火星坐标": "gcj02",
    "火星坐标系": "gcj02",
    "高德": "gcj02",
    "百度": "bd09",
    "bd09ll": "bd09",
}
#: Names of Xian 1980 and Beijing 1954, without blanks.
_OLD = re.compile(r"xian|西安|beijing|北京|pulkovo|1954bj|bj54|xa80|地方独立坐标")
_BY_MERIDIAN = re.compile(r"cgcs2000gk(\d{1,3}(?:\.\d+)?)e")

#: Numbers of the zones of China, by the width of a zone in degrees, as the EPSG registry has them.
_ZONES: Mapping[int, range] = {3: range(25, 46), 6: range(13, 24)}
#: Farthest that a point may be from its central meridian, in metres.
_FARTHEST = 1_000_000.0
_HIGHEST = 10_002_000.0


@dataclass(frozen=True, slots=True)
class _Plane:
    """A family of Gauss-Krüger planes: by zone (``width``) or one (``meridian``).

    ``zone`` is what stands before the eastings that are given out; 0 is nothing.
    """

    width: int = 0
    meridian: float = 0.0
    zone: int = 0


def canonical_datum(name: str) -> str:
    """Give the canonical name of a datum.

    Parameters
    ----------
    name : str
        A name of ``DATUMS`` (case, blanks, hyphens and underscores don't count), a Chinese
        name such as 火星坐标, ``cgcs2000-gk-105e`` (one Gauss-Krüger plane by its central
        meridian, which may be any, as 103.5e), or the EPSG code of any of them: ``EPSG:4490``,
        ``EPSG:4491`` to ``EPSG:4554``.

    Returns
    -------
    str
        For an EPSG code of a Gauss-Krüger plane the code itself, in small letters.

    Raises
    ------
    DatumError
        The name is unknown, or stands for a datum (Xian 1980, Beijing 1954) whose way to
        WGS 84 isn't public.

    Examples
    --------
    >>> from gisplan.places.crs import canonical_datum
    >>> canonical_datum("GCJ02"), canonical_datum("EPSG:4490")
    ('gcj02', 'cgcs2000')
    """
    bare = re.sub(r"[\s_\-]", "", name.lower())
    for known in DATUMS:
        if bare == known.replace("-", ""):
            return known
    if bare in _ALIASES:
        return _ALIASES[bare]
    if match := _BY_MERIDIAN.fullmatch(bare):
        meridian = float(match[1])
        if 72 <= meridian <= 138:
            return f"cgcs2000-gk-{meridian:g}e"
    if re.fullmatch(r"epsg:\d{4,5}", bare) and _epsg_plane(bare) is not None:
        return bare
    if _OLD.search(bare):
        raise _not_public(name)
    names = ", ".join([*DATUMS, "cgcs2000-gk-105e", "epsg:4525"])
    message = Text(
        f"不认识坐标系“{name}”。可用：{names}（最后两种可换成别的中央子午线或代码）。",
        f"unknown datum '{name}'; use one of {names} "
        "(the last two with other meridians or codes too)",
    )
    raise DatumError(message)


def require_public(crs: CRS) -> None:
    """Refuse a coordinate system whose way to WGS 84 is not public or not known.

    Parameters
    ----------
    crs : pyproj.CRS
        As a file states it.

    Raises
    ------
    DatumError
        It is of Xian 1980 or Beijing 1954 without parameters of its own, is a local system,
        or its datum has no name that is known.

    Examples
    --------
    >>> require_public(CRS.from_epsg(4490))  # CGCS2000: nothing is said
    """
    if crs.is_bound:  # it brings its parameters along
        return
    base = crs.geodetic_crs
    names = [crs.name, *([base.name, base.datum.name if base.datum else ""] if base else [])]
    if any(_OLD.search(re.sub(r"[\s_\-]", "", name.lower())) for name in names):
        raise _not_public(crs.name)
    unknown = base is None or base.datum is None
    if unknown or any(word in names[-1].lower() for word in ("unknown", "unnamed", "undefined")):
        raise DatumError(
            Text(
                f"坐标系“{crs.name}”没有写明大地基准，不能转换为 WGS 84",
                f"the coordinate system '{crs.name}' names no datum that is known",
            )
        )


def _not_public(name: str) -> DatumError:
    return DatumError(
        Text(
            f"坐标系“{name}”到 WGS 84 的转换参数没有公开，gisplan 不能转换。"
            "请先由测绘部门转换为 CGCS2000。",
            f"the parameters from '{name}' to WGS 84 are not public; have the data converted to "
            "CGCS2000 by the surveying office first",
        )
    )


def to_wgs84(x: npt.ArrayLike, y: npt.ArrayLike, *, datum: str) -> tuple[Floats, Floats]:
    """Bring coordinates to WGS 84.

    Parameters
    ----------
    x, y : array_like of float, same shape
        Longitude and latitude in degrees, or easting and northing in metres. (In Chinese
        surveying X is the northing: give that one as ``y``.) An easting of 13 million and more
        begins with the number of its zone. Not changed.
    datum : str
        See :func:`canonical_datum`. With ``cgcs2000-gk3`` and ``-gk6`` every easting must
        have its prefix; with a meridian or an EPSG code it may, and then it must be one of
        that meridian.

    Returns
    -------
    tuple of numpy.ndarray of float
        Longitude and latitude in degrees, WGS 84; NaN where :func:`find_unfit` has something to
        say. CGCS2000 is taken for WGS 84 as it is (a difference below one metre). GCJ-02 and BD-09
        are undone by iteration to less than 1e-10 degrees.

    Raises
    ------
    DataError
        ``x`` and ``y`` differ in shape.
    DatumError
        The datum is unknown.

    Examples
    --------
    >>> from gisplan.places.crs import to_wgs84
    >>> lon, lat = to_wgs84([103.83], [36.06], datum="gcj02")
    >>> lon.round(5), lat.round(5)
    (array([103.82758]), array([36.06031]))
    >>> lon, lat = to_wgs84([34_664_000], [3_992_000], datum="cgcs2000-gk3")
    >>> lon.round(3), lat.round(3)
    (array([103.82]), array([36.044]))
    """
    name = canonical_datum(datum)
    plane = _plane(name)
    given_x, given_y = _pair(x, y)
    flat_x, flat_y = given_x.ravel(), given_y.ravel()
    fit = _fit(flat_x, flat_y, plane)
    lon, lat = np.full((2, flat_x.size), np.nan)
    if plane is not None:
        meridians, eastings = _split(flat_x, plane)
        for meridian in np.unique(meridians[fit]):
            rows = np.flatnonzero(fit & (meridians == meridian))
            project = _gauss_kruger(float(meridian))
            lon[rows], lat[rows] = project(eastings[rows], flat_y[rows], inverse=True)
    else:
        lon[fit], lat[fit] = flat_x[fit], flat_y[fit]
        if name in ("gcj02", "bd09"):
            lon, lat = (from_bd09 if name == "bd09" else from_gcj02)(lon, lat)
    return lon.reshape(given_x.shape), lat.reshape(given_x.shape)


def from_wgs84(lon: npt.ArrayLike, lat: npt.ArrayLike, *, datum: str) -> tuple[Floats, Floats]:
    """Bring WGS 84 coordinates to another datum.

    Parameters
    ----------
    lon, lat : array_like of float, same shape
        Degrees, WGS 84. Not changed.
    datum : str
        See :func:`canonical_datum`. ``cgcs2000-gk3`` and ``-gk6`` put each point into its own
        zone and the zone's number before the easting; a meridian gives eastings without it,
        an EPSG code as that code has it.

    Returns
    -------
    tuple of numpy.ndarray of float
        Longitude and latitude in degrees, or easting and northing in metres; NaN for what isn't
        finite, out of range or in none of the zones.

    Raises
    ------
    DataError
        ``lon`` and ``lat`` differ in shape.
    DatumError
        The datum is unknown.

    Examples
    --------
    >>> from gisplan.places.crs import from_wgs84
    >>> x, y = from_wgs84([103.83], [36.06], datum="gcj02")
    >>> x.round(5), y.round(5)
    (array([103.83241]), array([36.05968]))
    """
    name = canonical_datum(datum)
    plane = _plane(name)
    given_lon, given_lat = _pair(lon, lat)
    shape = given_lon.shape
    fit = _fit(given_lon.ravel(), given_lat.ravel(), None)
    x = np.where(fit, given_lon.ravel(), np.nan)
    y = np.where(fit, given_lat.ravel(), np.nan)
    if plane is not None:
        x, y = _to_plane(x, y, plane)
    elif name == "gcj02":
        x, y = to_gcj02(x, y)
    elif name == "bd09":
        x, y = to_bd09(x, y)
    return x.reshape(shape), y.reshape(shape)


def find_unfit(x: npt.ArrayLike, y: npt.ArrayLike, *, datum: str) -> Objects:
    """Say which coordinates can't be of a datum, and why.

    Parameters
    ----------
    x, y : array_like of float, same shape
        As for :func:`to_wgs84`.
    datum : str
        See :func:`canonical_datum`.

    Returns
    -------
    numpy.ndarray of object
        The reason as a ``Text``; None where there is nothing against it.

    Raises
    ------
    DataError
        ``x`` and ``y`` differ in shape.
    DatumError
        The datum is unknown.

    Examples
    --------
    >>> from gisplan.places.crs import find_unfit
    >>> found = find_unfit([103.8, 361.0], [36.1, 36.1], datum="wgs84")
    >>> found[0] is None, found[1].en
    (True, 'longitude 361 or latitude 36.1 is beyond ±180° or ±90°')
    """
    plane = _plane(canonical_datum(datum))
    given_x, given_y = _pair(x, y)
    flat_x, flat_y = given_x.ravel(), given_y.ravel()
    reasons = np.full(flat_x.size, None, dtype=object)
    for row in np.flatnonzero(~_fit(flat_x, flat_y, plane)):
        reasons[row] = _reason(float(flat_x[row]), float(flat_y[row]), plane)
    return reasons.reshape(given_x.shape)


def _plane(name: str) -> _Plane | None:
    """Give the Gauss-Krüger planes of a canonical name; None for degrees.

    Parameters
    ----------
    name : str
        As :func:`canonical_datum` gives it.

    Returns
    -------
    _Plane or None
        Width of the zones, or the one meridian; None for degrees.
    """
    if name in ("cgcs2000-gk3", "cgcs2000-gk6"):
        return _Plane(width=int(name[-1]))
    if name.startswith("cgcs2000-gk-"):
        return _Plane(meridian=float(name.removeprefix("cgcs2000-gk-")[:-1]))
    return _epsg_plane(name) if name.startswith("epsg:") else None


@lru_cache
def _epsg_plane(code: str) -> _Plane | None:
    """Look up a Gauss-Krüger plane of CGCS2000 in the EPSG registry; None for others.

    Parameters
    ----------
    code : str
        Such as ``epsg:4513``.

    Returns
    -------
    _Plane or None
        The plane with its meridian; None if the code is of another system.
    """
    try:
        crs = CRS.from_user_input(code.upper())
    except CRSError:
        return None
    operation = crs.coordinate_operation
    if not crs.name.startswith("CGCS2000 / ") or operation is None:
        return None
    values = {parameter.name: parameter.value for parameter in operation.params}
    meridian = float(values["Longitude of natural origin"])
    return _Plane(meridian=meridian, zone=int(float(values["False easting"]) // 1e6))


@lru_cache
def _gauss_kruger(meridian: float) -> Proj:
    """Make the projection, on the ellipsoid of CGCS2000 (the numbers of GRS 80).

    Parameters
    ----------
    meridian : float
        Central meridian, degrees east.

    Returns
    -------
    Proj
        From degrees to metres, with a false easting of 500 km.
    """
    return Proj(
        f"+proj=tmerc +lat_0=0 +lon_0={meridian!r} +k=1 +x_0=500000 +y_0=0 "
        "+a=6378137 +rf=298.257222101 +units=m"
    )


def _split(x: Floats, plane: _Plane) -> tuple[Floats, Floats]:
    """Give the central meridian of each easting (NaN if there is none) and it without prefix.

    Parameters
    ----------
    x : array of float
        Eastings in metres, with or without the number of the zone in front.
    plane : _Plane
        Width of the zones, or the one meridian.

    Returns
    -------
    tuple[Floats, Floats]
        Meridians in degrees, and eastings without prefix.
    """
    million = np.floor(np.where(np.abs(x) < 1e9, x, 0.0) / 1e6)
    prefixed = million >= 10
    zones = np.where(prefixed, million, 0.0)
    eastings = x - zones * 1e6
    if plane.width:
        meridians = _meridians(zones, plane.width)
        meridians[~np.isin(zones, list(_ZONES[plane.width]))] = np.nan
        return meridians, eastings
    own = np.full(x.shape, plane.meridian)
    agrees = ~prefixed
    for width, numbers in _ZONES.items():
        agrees |= np.isin(zones, list(numbers)) & (_meridians(zones, width) == own)
    return np.where(agrees, own, np.nan), eastings


def _meridians(zones: Floats, width: int) -> Floats:
    """Give the central meridians: 3-degree zones begin at 1.5° E, 6-degree zones at 0°.

    Parameters
    ----------
    zones : array of float
        Numbers of zones.
    width : int
        3 or 6 degrees.

    Returns
    -------
    array of float
        Degrees east.
    """
    return zones * 3.0 if width == 3 else zones * 6.0 - 3.0


def _to_plane(lon: Floats, lat: Floats, plane: _Plane) -> tuple[Floats, Floats]:
    x, y = np.full((2, lon.size), np.nan)
    zones = np.full(lon.shape, float(plane.zone))
    meridians = np.full(lon.shape, plane.meridian)
    usable = np.isfinite(lon)
    if plane.width:
        zones = np.floor(lon / 3 + 0.5) if plane.width == 3 else np.floor(lon / 6) + 1
        usable &= np.isin(zones, list(_ZONES[plane.width]))
        meridians = _meridians(zones, plane.width)
    for meridian in np.unique(meridians[usable]):
        rows = np.flatnonzero(usable & (meridians == meridian))
        x[rows], y[rows] = _gauss_kruger(float(meridian))(lon[rows], lat[rows])
    far = ~(np.abs(x - 500_000.0) <= _FARTHEST) | ~np.isfinite(y)
    x[far], y[far] = np.nan, np.nan
    return x + zones * 1e6, y


def _fit(x: Floats, y: Floats, plane: _Plane | None) -> Bools:
    if plane is None:
        return (np.abs(x) <= 180.0) & (np.abs(y) <= 90.0)
    meridians, eastings = _split(x, plane)
    near = np.abs(eastings - 500_000.0) <= _FARTHEST
    return np.isfinite(meridians) & near & (y >= 0.0) & (y <= _HIGHEST)


def _reason(x: float, y: float, plane: _Plane | None) -> Text:
    """Say why one pair of coordinates isn't fit.

    Parameters
    ----------
    x : float
        Longitude, or easting.
    y : float
        Latitude, or northing.
    plane : _Plane or None
        The plane that they are said to be of; None for degrees.

    Returns
    -------
    Text
        A sentence with the numbers in it.
    """
    if not (math.isfinite(x) and math.isfinite(y)):
        return Text("坐标缺失或不是有限的数", "a coordinate is missing or not finite")
    if plane is None:
        return Text(
            f"经度 {x:.10g}、纬度 {y:.10g} 超出 ±180°、±90° 的范围",
            f"longitude {x:.10g} or latitude {y:.10g} is beyond ±180° or ±90°",
        )
    # Too far for an easting without prefix and not yet one with: a northing of 13° N or more.
    if 500_000.0 + _FARTHEST < x <= _HIGHEST and bool(_fit(np.array([y]), np.array([x]), plane)[0]):
        return Text(
            f"横坐标 {x:.10g} 与纵坐标 {y:.10g} 像是写反了（测绘中 X 为北向，Y 为东向）",
            f"easting {x:.10g} and northing {y:.10g} look swapped (surveyors call the northing X)",
        )
    zone = int(x // 1e6)
    for width, numbers in _ZONES.items():
        meridian = zone * 3 if width == 3 else zone * 6 - 3
        expected = width == plane.width or (not plane.width and meridian == plane.meridian)
        if zone in numbers and not expected:
            return Text(
                f"横坐标 {x:.10g} 的带号 {zone} 属{width}度带（中央子午线 {meridian}°），"
                "与声明的坐标系不符",
                f"prefix {zone} of easting {x:.10g} is the {width}-degree zone of {meridian}°E, "
                "not that of the declared datum",
            )
    if plane.width and 0.0 <= x < 1e6:
        return Text(
            f"横坐标 {x:.10g} 没有带号。请用中央子午线声明坐标系，如 cgcs2000-gk-105e",
            f"easting {x:.10g} has no zone prefix; declare the datum by its central meridian, "
            "as cgcs2000-gk-105e",
        )
    return Text(
        f"横坐标 {x:.10g}、纵坐标 {y:.10g} 不在高斯投影坐标的范围内",
        f"easting {x:.10g} and northing {y:.10g} can't be Gauss-Krüger coordinates",
    )


def _pair(x: npt.ArrayLike, y: npt.ArrayLike) -> tuple[Floats, Floats]:
    pair = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    if pair[0].shape != pair[1].shape:
        shapes = f"{pair[0].shape}, {pair[1].shape}"
        message = Text(
            f"横、纵坐标的个数不同：{shapes}", f"the coordinates differ in shape: {shapes}"
        )
        raise DataError(message)
    return pair
