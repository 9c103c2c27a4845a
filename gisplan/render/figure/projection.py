"""Which projection a figure is in, and what that makes of distance and north."""

from __future__ import annotations

import math
from dataclasses import dataclass

from pyproj import CRS, Geod, Transformer

from gisplan.text import Text

#: Up to this many degrees of longitude a transverse Mercator map keeps lengths within 1 in 1000.
NARROW = 6.0
_WGS84 = Geod(ellps="WGS84")
_STEPS = (1.0, 2.0, 5.0)


@dataclass(frozen=True, slots=True)
class Projection:
    """A projection chosen for an extent.

    Attributes
    ----------
    crs : pyproj.CRS
        In metres, east and north.
    words : Text
        Its name and parameters for the sheet's margin.
    """

    crs: CRS
    words: Text

    def transformer(self) -> Transformer:
        """From longitude, latitude in degrees (WGS 84) to metres on the sheet.

        Returns
        -------
        Transformer
            Takes longitude first, gives easting first.
        """
        return Transformer.from_crs("EPSG:4326", self.crs, always_xy=True)


def choose(west: float, south: float, east: float, north: float) -> Projection:
    """Choose the projection for an extent.

    A county or prefecture (at most :data:`NARROW` degrees from west to east) is drawn in the
    conformal transverse Mercator projection about its middle meridian, as China's own large-scale
    maps are; anything wider in Albers' equal-area conic projection, since areas are what a
    choropleth is read by, with standard parallels a sixth of the extent inside its southern
    and northern edge (Snyder, Map Projections: A Working Manual, USGS PP 1395, 1987, p. 99).

    Parameters
    ----------
    west, south, east, north : float
        Degrees, WGS 84.

    Returns
    -------
    Projection
        Its parameters are rounded to a quarter of a degree, so that a reader can set them.
    """
    lon, lat = _rounded((west + east) / 2), _rounded((south + north) / 2)
    if east - west <= NARROW:
        crs = CRS.from_proj4(
            f"+proj=tmerc +lat_0={lat} +lon_0={lon} +k=1 +datum=WGS84 +units=m +no_defs"
        )
        return Projection(
            crs,
            Text(
                f"横轴墨卡托投影（等角），中央经线 {_degrees(lon)}",
                f"Transverse Mercator (conformal), central meridian {_degrees(lon)}",
            ),
        )
    sixth = (north - south) / 6
    low, high = _rounded(south + sixth), _rounded(north - sixth)
    crs = CRS.from_proj4(
        f"+proj=aea +lat_0={lat} +lon_0={lon} +lat_1={low} +lat_2={high} +datum=WGS84"
        " +units=m +no_defs"
    )
    return Projection(
        crs,
        Text(
            f"阿尔伯斯等积圆锥投影，中央经线 {_degrees(lon)}，"
            f"标准纬线 {_degrees(low)}、{_degrees(high)}",
            f"Albers equal-area conic, central meridian {_degrees(lon)}, "
            f"standard parallels {_degrees(low)}, {_degrees(high)}",
        ),
    )


def _rounded(degrees: float) -> float:
    return round(degrees * 4) / 4


def _degrees(value: float) -> str:
    return f"{value:g}°"


@dataclass(frozen=True, slots=True)
class ScaleBar:
    """A bar that is right where it says so.

    Attributes
    ----------
    kilometres : float
        Length on the ellipsoid.
    length : float
        Length on the sheet, in the projection's metres.
    latitude : float
        Degrees: where on the sheet it holds, its middle.
    """

    kilometres: float
    length: float
    latitude: float


def scale_bar(projection: Projection, *, x: float, y: float, longest: float) -> ScaleBar:
    """Find the longest round distance that fits, as long as it is on the ground.

    Parameters
    ----------
    projection : Projection
        The projection of the sheet.
    x, y : float
        Middle of the sheet in the projection's metres; the bar lies east-west through it.
    longest : float
        Most that the bar may take, in the projection's metres.

    Returns
    -------
    ScaleBar
        1, 2 or 5 times a power of ten kilometres.
    """
    transformer = projection.transformer()
    lon, lat = transformer.transform(x, y, direction="INVERSE")

    def on_sheet(kilometres: float) -> float:
        half = kilometres * 500
        ends = (_WGS84.fwd(lon, lat, azimuth, half)[:2] for azimuth in (270, 90))
        (x0, y0), (x1, y1) = (transformer.transform(*end) for end in ends)
        return math.hypot(x1 - x0, y1 - y0)

    power = 10.0 ** math.floor(math.log10(longest / 1000) + 0.01)
    lengths = [step * size for size in (power / 10, power) for step in _STEPS]
    fitting = [one for one in lengths if on_sheet(one) <= longest] or lengths[:1]
    return ScaleBar(fitting[-1], on_sheet(fitting[-1]), lat)


def north(projection: Projection, *, x: float, y: float) -> tuple[float, float]:
    """Give the direction of true north at a place of the sheet, as a vector of length 1.

    Parameters
    ----------
    projection : Projection
        The projection of the sheet.
    x, y : float
        The projection's metres.

    Returns
    -------
    tuple[float, float]
        East and north of the sheet.
    """
    transformer = projection.transformer()
    lon, lat = transformer.transform(x, y, direction="INVERSE")
    up = transformer.transform(lon, min(89.9, lat + 0.01))
    dx, dy = up[0] - x, up[1] - y
    size = math.hypot(dx, dy)
    return dx / size, dy / size
