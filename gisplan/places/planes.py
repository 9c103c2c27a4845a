"""Projected coordinate systems that a planner declares by code, for drawings in metres."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt
from pyproj import CRS, Transformer
from pyproj.exceptions import CRSError, ProjError

from gisplan.arrays import Floats
from gisplan.errors import DatumError
from gisplan.places.crs import require_public
from gisplan.text import Text

#: Codes of the 3-degree zones of CGCS2000 by the number of the zone, 25 (75° E) to 45 (135° E):
#: eastings without the number, and with it in front.
_ZONES = range(25, 46)
_WITHOUT, _WITH = 4534 - 25, 4513 - 25
#: What CGCS2000 is called in the EPSG registry; taken for WGS 84 as it is, as in :mod:`.crs`.
_CHINA = "China 2000"
#: A metre of this projection is no metre on the ground.
_WEB = "Popular Visualisation Pseudo Mercator"


@dataclass(frozen=True, slots=True, kw_only=True)
class Plane:
    """A projected coordinate system in metres.

    Attributes
    ----------
    code : str
        Such as ``EPSG:4543``.
    title : str
        Its name in the EPSG registry.
    bounds : tuple of float
        West, south, east and north of the area that it is made for, in degrees.
    """

    code: str
    title: str
    bounds: tuple[float, float, float, float]

    @property
    def mark(self) -> str:
        """What a file's name says of it.

        Returns
        -------
        str
            Such as ``.epsg4543``.
        """
        return "." + self.code.replace(":", "").lower()


def find_plane(code: str) -> Plane:
    """Find the projected coordinate system of an EPSG code.

    Parameters
    ----------
    code : str
        Such as ``EPSG:4543``; case doesn't count.

    Returns
    -------
    Plane
        The system.

    Raises
    ------
    DatumError
        If there is none of that code, it is not projected or not in metres, its lengths are not
        those of the ground (Web Mercator), or the way to it from WGS 84 isn't public.

    Examples
    --------
    >>> from gisplan.places.planes import find_plane
    >>> find_plane("epsg:4543").title
    'CGCS2000 / 3-degree Gauss-Kruger CM 102E'
    """
    match = re.fullmatch(r"epsg:(\d{4,6})", code.strip().lower())
    name = f"EPSG:{match[1]}" if match else code.strip()
    try:
        crs = CRS.from_user_input(name) if match else None
    except CRSError:
        crs = None
    if crs is None:
        raise DatumError(
            Text(
                f"不认识坐标系“{name}”；应为 wgs84、cgcs2000、gcj02，或投影坐标系的 EPSG 代码，"
                "如 EPSG:4543",
                f"unknown coordinate system '{name}'; there are wgs84, cgcs2000 and gcj02, and"
                " projected ones by their EPSG code, such as EPSG:4543",
            )
        )
    if not crs.is_projected or any(axis.unit_conversion_factor != 1 for axis in crs.axis_info):
        raise DatumError(
            Text(
                f"{name}（{crs.name}）不是以米为单位的投影坐标系",
                f"{name} ({crs.name}) is not a projected coordinate system in metres",
            )
        )
    operation = crs.coordinate_operation
    if operation is not None and operation.method_name == _WEB:
        raise DatumError(
            Text(
                f"{name}（{crs.name}）供网络瓦片用，图上的一米不是地面的一米，不能用于绘图",
                f"{name} ({crs.name}) is for web tiles: its metres are not those of the ground",
            )
        )
    require_public(crs)
    _transformer(name)
    area = crs.area_of_use
    bounds = area.bounds if area else (-180.0, -90.0, 180.0, 90.0)
    return Plane(code=name, title=crs.name, bounds=bounds)


def to_plane(lon: npt.ArrayLike, lat: npt.ArrayLike, *, plane: Plane) -> tuple[Floats, Floats]:
    """Project WGS 84 coordinates.

    Parameters
    ----------
    lon, lat : array_like of float, same shape
        Degrees, WGS 84; taken as they are for CGCS2000. Not changed.
    plane : Plane
        The system.

    Returns
    -------
    tuple of numpy.ndarray of float
        Easting and northing in metres; infinite where the projection has no value.

    Examples
    --------
    >>> from gisplan.places.planes import find_plane, to_plane
    >>> east, north = to_plane([103.8], [36.06], plane=find_plane("EPSG:4543"))
    >>> east.round(1).tolist(), north.round(1).tolist()
    ([662179.9], [3993700.1])
    """
    east, north = _transformer(plane.code).transform(np.asarray(lon), np.asarray(lat))
    return np.asarray(east, dtype=float), np.asarray(north, dtype=float)


def count_zones(lon: npt.ArrayLike) -> dict[int, int]:
    """Count longitudes by the zones of three degrees of CGCS2000.

    Parameters
    ----------
    lon : array_like of float
        Degrees; what is in none of China's zones (73.5° to 136.5° E) is not counted.

    Returns
    -------
    dict of int to int
        Count by number of the zone, the fullest first.
    """
    zones = np.floor(np.asarray(lon, dtype=float) / 3 + 0.5)
    found, counts = np.unique(zones[np.isin(zones, list(_ZONES))], return_counts=True)
    pairs = zip(found.astype(int).tolist(), counts.tolist(), strict=True)
    return dict(sorted(pairs, key=lambda pair: -pair[1]))


def ask_plane(lon: Sequence[float] | Floats) -> DatumError:
    """Make the error that asks for a projected coordinate system, with what the data suggest.

    Parameters
    ----------
    lon : sequence of float
        Longitudes of the middles of all rows.

    Returns
    -------
    DatumError
        Names the codes of the zone in which most rows are; nothing is chosen by it.
    """
    zones = count_zones(lon)
    ask = Text(
        "CAD 图以米为单位，请用 --crs 写明投影坐标系，如 --crs EPSG:4543",
        "a CAD drawing is in metres: declare a projected coordinate system, as --crs EPSG:4543",
    )
    if not zones:
        return DatumError(ask)
    zone, rows = next(iter(zones.items()))
    total, meridian = sum(zones.values()), zone * 3
    return DatumError(
        Text(
            f"{ask.zh}。按经度，{total} 行中有 {rows} 行在 CGCS2000 三度带第 {zone} 带"
            f"（中央子午线 {meridian}°）：EPSG:{_WITHOUT + zone}（横坐标不加带号）或"
            f" EPSG:{_WITH + zone}（加带号）；共跨 {len(zones)} 个带，请按所在项目的坐标系选定",
            f"{ask.en}. By longitude, {rows} of {total} rows are in zone {zone} of the 3-degree"
            f" zones of CGCS2000 ({meridian}° E): EPSG:{_WITHOUT + zone} (eastings without the"
            f" zone's number) or EPSG:{_WITH + zone} (with it); the rows lie in {len(zones)}"
            " zone(s). Take the system of your project",
        )
    )


@lru_cache
def _transformer(code: str) -> Transformer:
    crs = CRS.from_user_input(code)
    base = crs.geodetic_crs
    chinese = base is not None and base.datum is not None and base.datum.name == _CHINA
    try:
        return Transformer.from_crs(
            base if chinese else "EPSG:4326",
            crs,
            always_xy=True,
            allow_ballpark=False,
            only_best=True,
        )
    except ProjError as error:
        raise DatumError(
            Text(
                f"没有从 WGS 84 到 {code}（{crs.name}）的公开转换",
                f"there is no public way from WGS 84 to {code} ({crs.name})",
            )
        ) from error
