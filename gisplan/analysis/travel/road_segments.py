"""The straight pieces of roads: between which places they run, and of which edge they are."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from gisplan.arrays import Floats, Ints

#: Odd numbers that mix the bits of two coordinates.
_MIX = np.uint64(0x9E3779B97F4A7C15), np.uint64(0xC2B2AE3D27D4EB4F)


@dataclass(frozen=True, slots=True)
class Segments:
    """Straight pieces between places.

    Attributes
    ----------
    edge : (n,) integers
        The edge that each piece is of.
    offset : (n,) floats
        Metres from the edge's start to that of the piece.
    length : (n,) floats
        Metres.
    start : (n,) integers
        Position of the place that it runs from.
    end : (n,) integers
        Position of the place that it runs to.
    lon : (places,) floats
        Longitude of each place, degrees, WGS 84.
    lat : (places,) floats
        Latitude of each place, degrees, WGS 84.
    """

    edge: Ints
    offset: Floats
    length: Floats
    start: Ints
    end: Ints
    lon: Floats
    lat: Floats

    def table(self) -> pd.DataFrame:
        """Give them as a table, by edge and in order along it.

        Returns
        -------
        pandas.DataFrame
            ``edge``, ``offset_m``, ``length_m``, and the ends ``lon``, ``lat``, ``lon_end``,
            ``lat_end``.
        """
        order = np.argsort(self.edge, kind="stable")
        start, end = self.start[order], self.end[order]
        return pd.DataFrame(
            {
                "edge": self.edge[order],
                "offset_m": self.offset[order],
                "length_m": self.length[order],
                "lon": self.lon[start],
                "lat": self.lat[start],
                "lon_end": self.lon[end],
                "lat_end": self.lat[end],
            }
        )


def distinct_places(xy: Floats) -> tuple[Floats, Ints]:
    """Give the different places among many vertices, and which of them each vertex is.

    Parameters
    ----------
    xy : (n, 2) floats
        Coordinates; what is nan is a place of its own.

    Returns
    -------
    tuple[Floats, Ints]
        Places by rising x, then y, shape (places, 2); and the position of each vertex among them.

    Notes
    -----
    As ``numpy.unique`` on complex numbers, which sorts all vertices; here one number made of the
    bits of both coordinates is looked up, and only the places are sorted. If two places should
    have the same number, NumPy does it.
    """
    number, codes = _numbered(xy)
    first = np.empty(number, dtype=np.int64)
    first[codes[::-1]] = np.arange(codes.size - 1, -1, -1)
    # As complex numbers places are compared, and sort by x, then y.
    every = np.ascontiguousarray(xy).view(np.complex128).ravel()
    places = every[first]
    if (places[codes] != every).any():
        places, codes = np.unique(every, return_inverse=True)
        codes = codes.reshape(-1)
    order = np.argsort(places)
    rank = np.empty(places.size, dtype=np.int64)
    rank[order] = np.arange(places.size)
    return places[order].view(np.float64).reshape(-1, 2) + 0.0, rank[codes]


def _numbered(xy: Floats) -> tuple[int, Ints]:
    # -0.0 is 0.0
    x, y = ((xy[:, axis] + 0.0).view(np.uint64) for axis in (0, 1))
    x *= _MIX[0]
    x ^= x >> np.uint64(29)
    y *= _MIX[1]
    codes, found = pd.factorize(x + y)
    return len(found), codes
