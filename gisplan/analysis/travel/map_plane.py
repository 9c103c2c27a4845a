"""A conformal plane about some places, in which areas are drawn, and the way back to degrees."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely
from pyproj import CRS, Proj, Transformer

from gisplan.arrays import Floats

#: Sides longer than this, in metres, get vertices in between before they are drawn in degrees.
_LONGEST = 5000.0


@dataclass(frozen=True)
class MapPlane:
    """A conformal plane about the places concerned.

    Attributes
    ----------
    crs : pyproj.CRS
        Its coordinate system, in metres.
    """

    crs: CRS

    @classmethod
    def about(cls, lon: Floats, lat: Floats) -> MapPlane:
        """Make the plane about some places: a cone, or near the equator a cylinder.

        Parameters
        ----------
        lon : array of float
            Longitudes, degrees, WGS 84.
        lat : array of float
            Latitudes, degrees, WGS 84.

        Returns
        -------
        MapPlane
            In metres, about as long as those on the ground.
        """
        west, east, south, north = lon.min(), lon.max(), lat.min(), lat.max()
        sixth = (north - south) / 6
        middle = (south + north) / 2
        if abs(middle) < 5:  # a cone about the equator is none
            said = f"+proj=merc +lon_0={(west + east) / 2} +ellps=WGS84"
        else:
            said = (
                f"+proj=lcc +lat_1={south + sixth} +lat_2={north - sixth} +lat_0={middle} "
                f"+lon_0={(west + east) / 2} +ellps=WGS84"
            )
        return cls(CRS.from_proj4(said))

    def of(self, lon: Floats, lat: Floats) -> Floats:
        """Give where places are in the plane.

        Parameters
        ----------
        lon : (n,) floats
            Longitudes, degrees, WGS 84.
        lat : (n,) floats
            Latitudes, degrees, WGS 84.

        Returns
        -------
        (n, 2) floats
            Metres.
        """
        to = Transformer.from_crs(4326, self.crs, always_xy=True)
        return np.column_stack(to.transform(lon, lat))

    def scale(self, lon: Floats, lat: Floats) -> Floats:
        """Give how long a metre on the ground is in the plane.

        Parameters
        ----------
        lon : (n,) floats
            Longitudes, degrees, WGS 84.
        lat : (n,) floats
            Latitudes, degrees, WGS 84.

        Returns
        -------
        (n,) floats
            The same in all directions.
        """
        scale: Floats = np.asarray(Proj(self.crs).get_factors(lon, lat).meridional_scale)
        return scale

    def in_degrees(self, area: Any) -> Any:
        """Bring an area back to degrees, its long sides as they run in the plane.

        Parameters
        ----------
        area : shapely.Geometry
            Metres in the plane.

        Returns
        -------
        shapely.MultiPolygon
            In EPSG:4326, outer rings anticlockwise.
        """
        back = Transformer.from_crs(self.crs, 4326, always_xy=True)
        fine = shapely.segmentize(area, _LONGEST)
        flat: Any = shapely.transform(
            fine, lambda xy: np.column_stack(back.transform(xy[:, 0], xy[:, 1]))
        )
        valid = valid_area(flat)
        polygons = [p for p in shapely.get_parts(valid) if isinstance(p, shapely.Polygon)]
        return shapely.orient_polygons(shapely.MultiPolygon(polygons), exterior_cw=False)


def valid_area(area: Any) -> Any:
    """Give an area as it is, or mended where it crosses itself.

    Parameters
    ----------
    area : shapely.Geometry
        Any area.

    Returns
    -------
    shapely.Geometry
        Valid.
    """
    return area if shapely.is_valid(area) else shapely.make_valid(area, method="structure")
