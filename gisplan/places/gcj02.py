"""GCJ-02 and BD-09: the shifts that Chinese web maps put upon WGS 84, and undoing them.

Work on arrays of one dimension, in degrees; NaN stays NaN. ``crs`` is the way in for the rest
of gisplan.
"""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from gisplan.arrays import Bools, Floats

_Shift = Callable[[Floats, Floats], tuple[Floats, Floats]]

#: West, south, east and north of the rectangle in which GCJ-02 and BD-09 shift a position,
#: told by its WGS 84 coordinates. Outside they are WGS 84.
SHIFTED_BOUNDS = (72.004, 0.8293, 137.8347, 55.8271)
#: The shifts are below this many degrees.
_LONGEST_SHIFT = 0.1
# Krassovsky 1940, on which GCJ-02 turns metres into degrees.
_A = 6378245.0
_E2 = 1.0 - (1.0 - 1.0 / 298.3) ** 2
# A round shrinks the error of an inverse to less than 0.03 of what it was, so that a step of
# 1e-9 degrees leaves less than 3e-11 degrees, which is 3 micrometres.
_LAST_STEP = 1e-9
_MOST_ROUNDS = 30
#: Points worked on at a time, so that the intermediate arrays stay in the processor's cache.
_BLOCK = 16384


def to_gcj02(lon: Floats, lat: Floats) -> tuple[Floats, Floats]:
    """Shift WGS 84 to GCJ-02, inside ``SHIFTED_BOUNDS`` only.

    Parameters
    ----------
    lon : array of float
        Longitude in degrees, WGS 84.
    lat : array of float
        Latitude in degrees, WGS 84.

    Returns
    -------
    tuple[Floats, Floats]
        Longitude and latitude, GCJ-02; points outside as they were.

    Examples
    --------
    >>> import numpy as np
    >>> from gisplan.places.gcj02 import to_gcj02
    >>> lon, lat = to_gcj02(np.array([103.83, 0.0]), np.array([36.06, 51.5]))
    >>> lon.round(5), lat.round(5)
    (array([103.83241,   0.     ]), array([36.05968, 51.5    ]))
    """
    return _by_block(_shifted(_gcj02), lon, lat)


def to_bd09(lon: Floats, lat: Floats) -> tuple[Floats, Floats]:
    """Shift WGS 84 to BD-09, inside ``SHIFTED_BOUNDS`` only.

    Parameters
    ----------
    lon : array of float
        Longitude in degrees, WGS 84.
    lat : array of float
        Latitude in degrees, WGS 84.

    Returns
    -------
    tuple[Floats, Floats]
        Longitude and latitude, BD-09; points outside as they were.

    Examples
    --------
    >>> import numpy as np
    >>> from gisplan.places.gcj02 import to_bd09
    >>> lon, lat = to_bd09(np.array([103.83]), np.array([36.06]))
    >>> lon.round(5), lat.round(5)
    (array([103.83893]), array([36.06564]))
    """
    return _by_block(_shifted(_bd09), lon, lat)


def from_gcj02(x: Floats, y: Floats) -> tuple[Floats, Floats]:
    """Undo :func:`to_gcj02`, to less than 1e-10 degrees.

    Parameters
    ----------
    x : array of float
        Longitude in degrees, GCJ-02.
    y : array of float
        Latitude in degrees, GCJ-02.

    Returns
    -------
    tuple[Floats, Floats]
        Longitude and latitude, WGS 84; points that were never shifted as they were.

    Examples
    --------
    >>> import numpy as np
    >>> from gisplan.places.gcj02 import from_gcj02, to_gcj02
    >>> lon, lat = from_gcj02(*to_gcj02(np.array([103.83]), np.array([36.06])))
    >>> lon.round(9), lat.round(9)
    (array([103.83]), array([36.06]))
    """
    return _by_block(lambda u, v: _unshifted(u, v, (_gcj02,)), x, y)


def from_bd09(x: Floats, y: Floats) -> tuple[Floats, Floats]:
    """Undo :func:`to_bd09`, to less than 1e-10 degrees.

    Parameters
    ----------
    x : array of float
        Longitude in degrees, BD-09.
    y : array of float
        Latitude in degrees, BD-09.

    Returns
    -------
    tuple[Floats, Floats]
        Longitude and latitude, WGS 84; points that were never shifted as they were.

    Examples
    --------
    >>> import numpy as np
    >>> from gisplan.places.gcj02 import from_bd09, to_bd09
    >>> lon, lat = from_bd09(*to_bd09(np.array([103.83]), np.array([36.06])))
    >>> lon.round(9), lat.round(9)
    (array([103.83]), array([36.06]))
    """
    return _by_block(lambda u, v: _unshifted(u, v, (_gcj02_to_bd09, _gcj02)), x, y)


def _gcj02(lon: Floats, lat: Floats) -> tuple[Floats, Floats]:
    """Give the shift from WGS 84 to GCJ-02 in degrees.

    Parameters
    ----------
    lon : array of float
        Longitude in degrees.
    lat : array of float
        Latitude in degrees.

    Returns
    -------
    tuple[Floats, Floats]
        What is to be added to longitude and latitude.
    """
    x, y = lon - 105.0, lat - 35.0
    # The published formula has waves of 12, 3 and 1 degrees and so on. Of two of which one is
    # three times as short as the other, sin 3a = 3 sin a - 4 sin³ a spares a sine.
    ripple = np.sin(x * (2 * np.pi))
    third_x, third_y = np.sin(x * (np.pi / 3)), np.sin(y * (np.pi / 3))
    ripples = 20.0 * (_triple(ripple) + ripple)
    waves_x = 20.0 * _triple(third_x) + 40.0 * third_x
    waves_x += 150.0 * np.sin(x * (np.pi / 12)) + 300.0 * np.sin(x * (np.pi / 30))
    waves_y = 20.0 * _triple(third_y) + 40.0 * third_y
    waves_y += 160.0 * np.sin(y * (np.pi / 12)) + 320.0 * np.sin(y * (np.pi / 30))
    root = np.sqrt(np.abs(x))
    east = 300.0 + x + 2.0 * y + 0.1 * x * (x + y) + 0.1 * root + (ripples + waves_x) * (2 / 3)
    north = 2.0 * x + 3.0 * y + 0.1 * y * (x + 2.0 * y) + 0.2 * root - 100.0
    north += (ripples + waves_y) * (2 / 3)
    sine2 = np.sin(np.radians(lat)) ** 2
    w2 = 1.0 - _E2 * sine2
    w = np.sqrt(w2)
    parallel = _A / w * np.sqrt(1.0 - sine2)
    meridian = _A * (1.0 - _E2) / (w2 * w)
    return np.degrees(east / parallel), np.degrees(north / meridian)


def _triple(sine: Floats) -> Floats:
    return sine * (3.0 - 4.0 * sine * sine)


def _gcj02_to_bd09(lon: Floats, lat: Floats) -> tuple[Floats, Floats]:
    """Give the shift from GCJ-02 to BD-09 in degrees.

    Parameters
    ----------
    lon : array of float
        Longitude in degrees, GCJ-02.
    lat : array of float
        Latitude in degrees, GCJ-02.

    Returns
    -------
    tuple[Floats, Floats]
        What is to be added to longitude and latitude.
    """
    # The published formula stretches and turns in polar coordinates. Written as a turn of the
    # vector by a small angle it is the same and needs no arctangent.
    k = 3000.0 * math.pi / 180.0
    stretch = 1.0 + 0.00002 * np.sin(lat * k) / np.hypot(lon, lat)
    angle = 0.000003 * np.cos(lon * k)
    sine, cosine = stretch * np.sin(angle), stretch * np.cos(angle)
    x = lon * cosine - lat * sine + 0.0065
    y = lat * cosine + lon * sine + 0.006
    return x - lon, y - lat


def _bd09(lon: Floats, lat: Floats) -> tuple[Floats, Floats]:
    """Give the shift from WGS 84 to BD-09 in degrees.

    Parameters
    ----------
    lon : array of float
        Longitude in degrees.
    lat : array of float
        Latitude in degrees.

    Returns
    -------
    tuple[Floats, Floats]
        What is to be added to longitude and latitude.
    """
    dx, dy = _gcj02(lon, lat)
    more_x, more_y = _gcj02_to_bd09(lon + dx, lat + dy)
    return dx + more_x, dy + more_y


def _shifted(shift: _Shift) -> _Shift:
    """Make the forward transformation of a shift: inside the rectangle only.

    Parameters
    ----------
    shift : _Shift
        Gives what is to be added to longitude and latitude.

    Returns
    -------
    _Shift
        Gives longitude and latitude after the shift.
    """

    def forward(lon: Floats, lat: Floats) -> tuple[Floats, Floats]:
        inside = _inside(lon, lat)
        x, y = lon.copy(), lat.copy()
        dx, dy = shift(lon[inside], lat[inside])
        x[inside] += dx
        y[inside] += dy
        return x, y

    return forward


def _unshifted(x: Floats, y: Floats, shifts: tuple[_Shift, ...]) -> tuple[Floats, Floats]:
    """Undo shifts, one after the other, for points that come from inside the rectangle.

    Parameters
    ----------
    x : array of float
        Shifted longitude in degrees.
    y : array of float
        Shifted latitude in degrees.
    shifts : tuple of _Shift
        The shifts, the last one done first.

    Returns
    -------
    tuple[Floats, Floats]
        Longitude and latitude before the shifts.
    """
    lon, lat = x.copy(), y.copy()
    near = np.flatnonzero(_inside(x, y, margin=_LONGEST_SHIFT))
    if near.size == 0:
        return lon, lat
    near_lon, near_lat = x[near], y[near]
    for shift in shifts:
        near_lon, near_lat = _undo(shift, near_lon, near_lat)
    # What would come from outside was never shifted. The edge itself is let in, rounded or not.
    origin = _inside(near_lon, near_lat, margin=_LAST_STEP)
    lon[near[origin]], lat[near[origin]] = near_lon[origin], near_lat[origin]
    return lon, lat


def _undo(shift: _Shift, x: Floats, y: Floats) -> tuple[Floats, Floats]:
    """Solve p + shift(p) = (x, y) for p by fixed point iteration.

    Parameters
    ----------
    shift : _Shift
        Gives what is to be added to longitude and latitude.
    x : array of float
        Shifted longitude in degrees.
    y : array of float
        Shifted latitude in degrees.

    Returns
    -------
    tuple[Floats, Floats]
        Longitude and latitude before the shift.
    """
    lon, lat = x, y
    for _ in range(_MOST_ROUNDS):
        dx, dy = shift(lon, lat)
        new_lon, new_lat = x - dx, y - dy
        step = max(np.abs(new_lon - lon).max(), np.abs(new_lat - lat).max())
        lon, lat = new_lon, new_lat
        if step < _LAST_STEP:
            break
    return lon, lat


def _inside(lon: Floats, lat: Floats, *, margin: float = 0.0) -> Bools:
    west, south, east, north = SHIFTED_BOUNDS
    in_lon = (lon >= west - margin) & (lon <= east + margin)
    return in_lon & (lat >= south - margin) & (lat <= north + margin)


def _by_block(function: _Shift, x: Floats, y: Floats) -> tuple[Floats, Floats]:
    out_x, out_y = np.empty_like(x), np.empty_like(y)
    for begin in range(0, x.size, _BLOCK):
        block = slice(begin, begin + _BLOCK)
        out_x[block], out_y[block] = function(x[block], y[block])
    return out_x, out_y
