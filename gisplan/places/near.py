"""Which points lie near each other, of a million as of a few."""

from __future__ import annotations

import numpy as np
from scipy.spatial import cKDTree

from gisplan.arrays import Floats, Indices

#: On a sphere of the equator's radius a chord is never shorter than the ellipsoid's way by more
#: than 1 %.
_RADIUS, _MORE = 6_378_137.0, 1.01
#: Of more pairs in cells side by side, as crowds have, a tree sorts out which are near.
_MOST_LOOKED_AT = 4_000_000
#: Cells are of one width in degrees, which is of use neither at a pole nor around the globe.
_STEEPEST, _WIDEST = np.radians(80.0), np.radians(300.0)


def near_pairs(lon: Floats, lat: Floats, *, reach: float, most: int) -> Indices | None:
    """Pair points that may be no farther apart than a distance.

    Parameters
    ----------
    lon, lat : array of float, shape (n,)
        Degrees, WGS 84, all finite.
    reach : float
        Metres.
    most : int
        Of more pairs than this none are given.

    Returns
    -------
    array of int, shape (m, 2), or None
        Positions of the points of each pair, in no order. All that are so near on the ellipsoid are
        among them, and some that are up to 1 % farther apart. None where there are more than
        ``most``.

    Examples
    --------
    >>> import numpy as np
    >>> from gisplan.places.near import near_pairs
    >>> lon, lat = np.array([103.83, 103.90, 103.831]), np.array([36.06, 36.06, 36.06])
    >>> near_pairs(lon, lat, reach=300.0, most=10).tolist()
    [[0, 2]]
    """
    x, y = np.radians(lon), np.radians(lat)
    level = np.cos(y)
    sphere = _RADIUS * np.stack([level * np.cos(x), level * np.sin(x), np.sin(y)])
    chord = _MORE * reach
    looked_at = _side_by_side(x, y, chord)
    if looked_at is None:
        return _by_tree(sphere, chord, most)
    first, second = looked_at
    square = np.zeros(len(first))
    for axis in sphere:
        square += (axis[first] - axis[second]) ** 2
    near = square <= chord * chord
    if np.count_nonzero(near) > most:
        return None
    return np.column_stack([first[near], second[near]])


def _by_tree(sphere: Floats, chord: float, most: int) -> Indices | None:
    tree = cKDTree(sphere.T)
    if tree.count_neighbors(tree, chord) - sphere.shape[1] > 2 * most:
        return None
    pairs: Indices = tree.query_pairs(chord, output_type="ndarray").astype(np.intp)
    return pairs


def _side_by_side(x: Floats, y: Floats, chord: float) -> tuple[Indices, Indices] | None:
    """Pair points of one cell and of cells side by side, which are as large as the reach.

    Parameters
    ----------
    x, y : array of float
        Longitude and latitude in radians.
    chord : float
        Reach in metres.

    Returns
    -------
    tuple[Indices, Indices] or None
        Positions of the points of each pair; None if cells don't tell, or there are too many.
    """
    if len(x) < 2:
        return np.empty(0, dtype=np.intp), np.empty(0, dtype=np.intp)
    steepest = np.abs(y).max()
    if steepest > _STEEPEST or np.ptp(x) > _WIDEST or chord > _RADIUS / 100:
        return None
    height = 1.01 * chord / _RADIUS  # the way on the sphere is longer than its chord
    width = height / np.cos(min(steepest + height, _STEEPEST + height))
    column = np.floor((x - x.min()) / width).astype(np.int64) + 1
    columns = int(column.max()) + 2
    cell = np.floor((y - y.min()) / height).astype(np.int64) * columns + column
    order = np.argsort(cell)
    cell = cell[order]
    # behind it in its own cell and the next one; and in the three above
    ranges = (
        (np.arange(1, len(cell) + 1), np.searchsorted(cell, cell + 1, "right")),
        (
            np.searchsorted(cell, cell + columns - 1, "left"),
            np.searchsorted(cell, cell + columns + 1, "right"),
        ),
    )
    if sum(int((end - begin).sum()) for begin, end in ranges) > _MOST_LOOKED_AT:
        return None
    firsts, seconds = [], []
    for begin, end in ranges:
        times = end - begin
        firsts.append(order[np.repeat(np.arange(len(cell)), times)])
        before = np.cumsum(times) - times
        seconds.append(order[np.arange(int(times.sum())) + np.repeat(begin - before, times)])
    return np.concatenate(firsts), np.concatenate(seconds)
