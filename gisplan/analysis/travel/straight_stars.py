"""Where the straight way to a site is taken: about each site a region like a star."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from gisplan.analysis.travel.points import WGS84
from gisplan.arrays import Bools, Floats

#: Directions looked at from each site at first, and how often they are halved where need be.
_RAYS, _ROUNDS = 64, 5


@dataclass(frozen=True, slots=True)
class Star:
    """The places from which one goes straight to a site.

    A place is no farther from the site than both are from the road. The distance to the road
    falls by no more than a metre a metre, so that on the way to such a place all are such.

    Attributes
    ----------
    lon : float
        Longitude of the site, degrees.
    lat : float
        Latitude of the site, degrees.
    leg : float
        Metres from the site to the nearest road.
    azimuth : (n,) floats
        Degrees, rising.
    reach : (n,) floats
        Metres in each direction up to which places are such.
    """

    lon: float
    lat: float
    leg: float
    azimuth: Floats
    reach: Floats

    def ring(self, limit: float) -> tuple[Floats, Floats]:
        """Give the outline of what lies within a limit.

        Parameters
        ----------
        limit : float
            Metres, straight.

        Returns
        -------
        tuple[Floats, Floats]
            Longitudes and latitudes, degrees.
        """
        far = np.minimum(self.reach, limit)
        at = np.full(far.size, self.lon), np.full(far.size, self.lat)
        lon, lat, _ = WGS84.fwd(*at, self.azimuth, far)
        return np.asarray(lon), np.asarray(lat)

    def strays(self, max_snap: float) -> bool:
        """Tell whether some of the places may be too far from any road.

        Parameters
        ----------
        max_snap : float
            Greatest distance to a road in metres.

        Returns
        -------
        bool
            False if none is.
        """
        return bool(self.reach.max() + self.leg > max_snap)


def stars(
    distances: Callable[[Floats, Floats], Floats],
    sites: tuple[Floats, Floats],
    legs: Floats,
    *,
    farthest: float,
    max_snap: float,
    spacing: float,
) -> list[Star]:
    """Find how far one goes straight to each site, in every direction.

    Parameters
    ----------
    distances : callable
        Gives the metres to the nearest road of longitudes and latitudes.
    sites : tuple of array of float
        Longitudes and latitudes.
    legs : array of float
        Metres from each site to the nearest road, at most ``max_snap``.
    farthest : float
        Metres beyond which nothing is looked for.
    max_snap : float
        Greatest distance to a road in metres.
    spacing : float
        Metres; outlines are right to half of it.

    Returns
    -------
    list of Star
        Of the sites so far off the road that it matters.
    """
    found = []
    for lon, lat, leg in zip(*sites, legs, strict=True):
        if leg <= spacing / 4:  # no place gains more than twice the leg
            continue
        # Beyond, a place is farther from any road than it may be.
        most = min(farthest, max_snap + float(leg))
        to = {"most": most, "tolerance": spacing / 8}
        azimuth = np.linspace(0.0, 360.0, _RAYS, endpoint=False)
        reach = _ends(distances, (lon, lat), float(leg), azimuth, **to)
        for _ in range(_ROUNDS):
            other = np.roll(reach, -1)
            step = np.diff(np.r_[azimuth, azimuth[0] + 360])
            sagitta = np.maximum(reach, other) * (1 - np.cos(np.radians(step) / 2))
            rough = (np.abs(other - reach) > spacing / 2) | (sagitta > spacing / 8)
            if not rough.any():
                break
            between = (azimuth + step / 2)[rough]
            more = _ends(distances, (lon, lat), float(leg), between, **to)
            order = np.argsort(np.r_[azimuth, between])
            azimuth, reach = np.r_[azimuth, between][order], np.r_[reach, more][order]
        found.append(Star(float(lon), float(lat), float(leg), azimuth, reach))
    return found


def _ends(
    distances: Callable[[Floats, Floats], Floats],
    site: tuple[float, float],
    leg: float,
    azimuth: Floats,
    *,
    most: float,
    tolerance: float,
) -> Floats:
    """Find how far one goes straight to a site in some directions, by halving.

    Parameters
    ----------
    distances : callable
        Gives the metres to the nearest road of longitudes and latitudes.
    site : tuple of float
        Longitude and latitude.
    leg : float
        Metres from the site to the nearest road.
    azimuth : array of float
        Directions, degrees.
    most : float
        Metres beyond which nothing is looked for.
    tolerance : float
        Metres to which ends are found.

    Returns
    -------
    array of float
        Metres.
    """

    def straight(far: Floats) -> Bools:
        at = np.full(far.size, site[0]), np.full(far.size, site[1])
        lon, lat, _ = WGS84.fwd(*at, azimuth, far)
        return far <= distances(np.asarray(lon), np.asarray(lat)) + leg

    low, high = np.zeros(azimuth.size), np.full(azimuth.size, most)
    low[straight(high)] = most
    while (high - low).max() > tolerance:
        middle = (low + high) / 2
        good = straight(middle)
        low, high = np.where(good, middle, low), np.where(good, high, middle)
    return low
