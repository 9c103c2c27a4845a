"""Reach by the shortest way over the WGS 84 ellipsoid.

A k-d tree on earth-centred coordinates finds the candidates: the straight chord through the
Earth is never longer than the way over its surface, so that a search within a chord of the
limit misses nothing. Lengths are geodesics after Karney (2013), as PROJ computes them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import geopandas as gpd
import numpy as np
import pandas as pd

from gisplan.analysis.travel.od_matrix import Reach, pair_table, unreachable_table
from gisplan.analysis.travel.points import (
    WGS84,
    Points,
    check_limit,
    check_nearest,
    earth_centred,
    take_points,
)
from gisplan.arrays import Bools, Floats, Ints
from gisplan.errors import OptionError
from gisplan.text import Text

if TYPE_CHECKING:
    from scipy.spatial import cKDTree

#: Least and greatest radius of curvature of WGS 84 in any direction: along the meridian at the
#: equator, b²/a, and at the poles, a²/b. Metres.
RADII = (6_335_439.0, 6_399_594.0)
#: Up to this chord (metres) an arc of the middle radius is the geodesic to within 11 mm.
_SHORT = 100_000.0
#: What such an arc may be off by, and the slack below.
_OFF = 0.0111
#: Slack for rounding in sums of squares of coordinates as large as the Earth, metres.
_ROUNDING = 1e-4
_CHUNK = 100_000
#: Up to so many pairs every chord is worked out, which is as fast as to search and needs no tree.
_FEW = 500_000

_LonLat = tuple[Floats, Floats]


@dataclass(frozen=True)
class _Search:
    """Sites that can be searched."""

    sites: Points

    @cached_property
    def xyz(self) -> Floats:
        return earth_centred(self.sites.lon, self.sites.lat)

    @cached_property
    def tree(self) -> cKDTree:
        from scipy.spatial import cKDTree

        return cKDTree(self.xyz)

    def within(self, xyz: Floats, reach: float) -> tuple[Ints, Ints]:
        """Give the pairs whose chord is not longer than ``reach``, point by point.

        Parameters
        ----------
        xyz : array of float
            Earth-centred coordinates of demand points, metres.
        reach : float
            Longest chord, metres.

        Returns
        -------
        tuple[Ints, Ints]
            Demand and site.
        """
        if len(xyz) * len(self.sites) <= _FEW:
            square = np.zeros((len(xyz), len(self.sites)))
            for one, other in zip(xyz.T, self.xyz.T, strict=True):
                square += (one[:, None] - other) ** 2
            row, site = np.nonzero(square <= reach**2)
            return row.astype(np.int64), site.astype(np.int64)
        from scipy.spatial import cKDTree

        met = cKDTree(xyz).sparse_distance_matrix(self.tree, reach, output_type="coo_matrix")
        return met.row.astype(np.int64), met.col.astype(np.int64)

    def length(self, lonlat: _LonLat, row: Ints, site: Ints) -> Floats:
        """Give the geodesic of pairs, in metres.

        Parameters
        ----------
        lonlat : _LonLat
            Longitudes and latitudes of demand points in degrees, WGS 84.
        row : array of int
            Position of the demand of each pair.
        site : array of int
            Position of the site of each pair.

        Returns
        -------
        array of float
            One a pair.
        """
        to = self.sites
        _, _, length = WGS84.inv(lonlat[0][row], lonlat[1][row], to.lon[site], to.lat[site])
        return np.asarray(length, dtype=np.float64)


def geodesic(
    demand: gpd.GeoDataFrame,
    sites: gpd.GeoDataFrame,
    *,
    limit: float,
    detour: float = 1.0,
    nearest: int | None = None,
) -> Reach:
    """Find the sites within a distance of each demand point.

    Parameters
    ----------
    demand, sites : geopandas.GeoDataFrame
        Points with a unique column ``id``; brought to WGS 84 if they are in another system.
    limit : float
        Greatest distance in metres, the detour included.
    detour : float
        Factor from the geodesic to the way that is really gone, at least 1.
    nearest : int, optional
        Give at most this many sites for a demand point, the nearest ones; all if left out.

    Returns
    -------
    Reach
        ``cost`` is geodesic times detour, in metres.

    Raises
    ------
    OptionError, DataError, DatumError
        If an option or a table can't be used; the message names table, row and column.

    Notes
    -----
    The set of pairs is exact: each candidate's length is computed by :class:`pyproj.Geod`
    (C. F. F. Karney, Algorithms for geodesics, J. Geodesy 87, 2013), whose error is far below
    a millimetre, before it is held against the limit.

    Examples
    --------
    >>> import geopandas as gpd
    >>> from gisplan.analysis.travel import geodesic
    >>> towns = gpd.GeoDataFrame(
    ...     {"id": ["a", "b"]}, geometry=gpd.points_from_xy([104, 105], [36, 36]), crs=4326
    ... )
    >>> sites = gpd.GeoDataFrame(
    ...     {"id": ["S"]}, geometry=gpd.points_from_xy([104.2], [36]), crs=4326
    ... )
    >>> reach = geodesic(towns, sites, limit=50_000)
    >>> reach.pairs.round(1)
      demand site     cost
    0      a    S  18032.7
    """
    check_limit(limit)
    check_nearest(nearest)
    check_detour(detour)
    places, search = take_points(demand, "demand"), _Search(take_points(sites, "sites"))
    found = [
        _pairs(places.lonlat(slice(start, start + _CHUNK)), start, search, limit / detour, nearest)
        for start in range(0, len(places), _CHUNK)
    ]
    row, site, length = (np.concatenate(part) for part in zip(*found, strict=True))
    return Reach(
        pairs=pair_table(places.ids, search.sites.ids, rows=(row, site), cost=length * detour),
        unit="m",
        limit=float(limit),
        unreachable=unreachable_table([]),
        method="geodesic",
    )


def nearest_site(
    demand: gpd.GeoDataFrame, sites: gpd.GeoDataFrame, *, limit: float
) -> pd.DataFrame:
    """Find the nearest site of each demand point within a distance: the fast way for millions.

    Parameters
    ----------
    demand, sites : geopandas.GeoDataFrame
        As for :func:`geodesic`, but that two demand points may share an identifier.
    limit : float
        Greatest distance in metres.

    Returns
    -------
    pandas.DataFrame
        A row for each demand point, in the order of ``demand``: ``demand``, ``site`` (empty if
        none is within the limit) and ``cost`` in metres (NaN then). Of sites equally near, the
        one whose identifier sorts first.

    Notes
    -----
    Up to 100 km the length is that of a circular arc over the chord, with a radius in the
    middle of the ellipsoid's, which is off by 11 mm at most; wherever that could change which
    site is nearest, or whether it is within the limit, and for all longer ways, the geodesic
    itself decides. The answer, site or none, is thus exact for every point.

    Examples
    --------
    >>> import geopandas as gpd
    >>> from gisplan.analysis.travel import nearest_site
    >>> towns = gpd.GeoDataFrame(
    ...     {"id": ["a", "b"]}, geometry=gpd.points_from_xy([104, 105], [36, 36]), crs=4326
    ... )
    >>> sites = gpd.GeoDataFrame(
    ...     {"id": ["S"]}, geometry=gpd.points_from_xy([104.2], [36]), crs=4326
    ... )
    >>> nearest_site(towns, sites, limit=50_000)[["demand", "cost"]].round(1)
      demand     cost
    0      a  18032.7
    1      b      NaN
    """
    check_limit(limit)
    places = take_points(demand, "demand", unique=False)
    search = _Search(take_points(sites, "sites"))
    site = np.full(len(places), -1, dtype=np.int32)
    cost = np.full(len(places), np.nan)
    for start in range(0, len(places), _CHUNK):
        part = slice(start, start + _CHUNK)
        lonlat = places.lonlat(part)
        order = _side_by_side(lonlat)
        found = _nearest((lonlat[0][order], lonlat[1][order]), search, limit)
        site[start + order], cost[start + order] = found
    named = search.sites.ids.take(site, allow_fill=True, fill_value=np.nan)
    return pd.DataFrame({"demand": places.ids, "site": named, "cost": cost})


def nearest_costs(
    demand: gpd.GeoDataFrame, sites: gpd.GeoDataFrame, *, limit: float, detour: float = 1.0
) -> Floats:
    """Find how far each demand point is from its nearest site: :func:`geodesic` without names.

    Parameters
    ----------
    demand, sites, limit, detour
        As for :func:`geodesic`.

    Returns
    -------
    numpy.ndarray of float64, shape (len(demand),)
        Least cost of each point in metres, to the last digit as in :attr:`Reach.pairs`; NaN
        where none is within the limit.

    Raises
    ------
    OptionError, DataError, DatumError
        As :func:`geodesic`.
    """
    check_limit(limit)
    check_detour(detour)
    places, search = take_points(demand, "demand"), _Search(take_points(sites, "sites"))
    cost = np.full(len(places), np.nan)
    for start in range(0, len(places), _CHUNK):
        lonlat = places.lonlat(slice(start, start + _CHUNK))
        order = _side_by_side(lonlat)
        side = lonlat[0][order], lonlat[1][order]
        site, _ = _nearest(side, search, limit / detour)
        met = np.flatnonzero(site >= 0)
        cost[start + order[met]] = search.length(side, met, site[met]) * detour
    cost[cost > limit] = np.nan
    return cost


def pairs_by_row(
    demand: gpd.GeoDataFrame, sites: gpd.GeoDataFrame, *, limit: float, detour: float = 1.0
) -> Iterator[tuple[Ints, Ints, Bools]]:
    """Give the pairs of :func:`geodesic` as positions, some demand points at a time.

    Parameters
    ----------
    demand, sites, limit, detour
        As for :func:`geodesic`.

    Yields
    ------
    demand, site : numpy.ndarray of int, shape (n,)
        Positions in the two tables; the pairs of one demand point stand together.
    nearest : numpy.ndarray of bool, shape (n,)
        Whether the site is the nearest one of the demand point; of sites equally near, the one
        whose identifier sorts first.

    Raises
    ------
    OptionError, DataError, DatumError
        As :func:`geodesic`.

    Notes
    -----
    Exact for every pair, as :func:`nearest_site` is: the geodesic is worked out wherever an arc
    over the chord leaves open which pairs there are, or which is the nearest.
    """
    check_limit(limit)
    check_detour(detour)
    places, search = take_points(demand, "demand"), _Search(take_points(sites, "sites"))
    rank = search.sites.ids.argsort().argsort()
    # few at a time: where sites stand close, a point has hundreds within reach
    for start in range(0, len(places), _CHUNK // 5):
        lonlat = places.lonlat(slice(start, start + _CHUNK // 5))
        row, site, length = _within(lonlat, search, limit, detour)
        yield row + start, site, _first_of_rows(row, length, rank[site])


def _within(
    lonlat: _LonLat, search: _Search, limit: float, detour: float
) -> tuple[Ints, Ints, Floats]:
    """Give all pairs row by row, with lengths that are exact where it matters.

    Parameters
    ----------
    lonlat : _LonLat
        Longitudes and latitudes of demand points in degrees, WGS 84.
    search : _Search
        The sites, ready to be searched.
    limit : float
        Greatest length in metres, the detour included.
    detour : float
        Factor on the geodesic.

    Returns
    -------
    tuple[Ints, Ints, Floats]
        Demand, site and length in metres without the detour. Where the limit or the choice of the
        nearest hangs on it the length is the geodesic; elsewhere it is the arc over the chord.
    """
    reach = min(limit / detour, 2 * RADII[1]) + _ROUNDING
    from scipy.spatial import cKDTree

    tree = cKDTree(earth_centred(*lonlat))
    met = tree.sparse_distance_matrix(search.tree, reach, output_type="coo_matrix").tocsr()
    row = np.repeat(np.arange(len(lonlat[0])), np.diff(met.indptr))
    site, chord = met.indices.astype(np.int64), met.data
    length = arc(chord, sum(RADII) / 2)
    open_pair = (chord > _SHORT) | (np.abs(length - limit / detour) <= _OFF)
    # another site may be as near as the one that seems to be the nearest
    rival = length <= _least_of_rows(row, length) + 2 * _OFF
    open_row = np.bincount(row, weights=rival, minlength=len(lonlat[0])) > 1
    open_row[row[open_pair]] = True
    at = np.flatnonzero(open_row[row])
    length[at] = search.length(lonlat, row[at], site[at])
    kept = (length <= limit / detour) & (length * detour <= limit)
    return row[kept], site[kept], length[kept]


def _least_of_rows(row: Ints, length: Floats) -> Floats:
    """Give, for each pair, the least length of its row; the pairs of a row stand together.

    Parameters
    ----------
    row : array of int
        Position of the demand of each pair.
    length : array of float
        Length of each pair.

    Returns
    -------
    array of float
        Shape of ``length``.
    """
    if not len(row):
        return length
    begins = np.flatnonzero(np.diff(row, prepend=-1))
    return np.repeat(np.minimum.reduceat(length, begins), np.diff(begins, append=len(row)))


def _first_of_rows(row: Ints, length: Floats, rank: Ints) -> Bools:
    """Mark the pair of least length of each row, of equal ones that of least rank.

    Parameters
    ----------
    row : array of int
        Position of the demand of each pair.
    length : array of float
        Length of each pair.
    rank : array of int
        Order among pairs of equal length.

    Returns
    -------
    array of bool
        True for one pair of each row.
    """
    first: Bools = length == _least_of_rows(row, length)
    at = np.flatnonzero(first)
    if (np.diff(row[at]) == 0).any():
        at = at[np.lexsort((rank[at], row[at]))]
        first[at[np.diff(row[at], prepend=-1) == 0]] = False
    return first


def check_detour(detour: float) -> None:
    """Raise ``OptionError`` for a factor on the geodesic that can't be.

    Parameters
    ----------
    detour : float
        Factor from the geodesic to the way that is really gone.

    Raises
    ------
    OptionError
        If it is below 1 or not finite.
    """
    if not (np.isfinite(detour) and detour >= 1):
        raise OptionError(
            Text(
                f"参数 detour（绕行系数）应不小于 1，现为 {detour!r}。",
                f"detour must be at least 1; it is {detour!r}.",
            )
        )


def _pairs(
    lonlat: _LonLat, start: int, search: _Search, limit: float, nearest: int | None
) -> tuple[Ints, Ints, Floats]:
    """Give the pairs of some demand points, the first of which has position ``start``.

    Position of demand, position of site, length in metres.

    Parameters
    ----------
    lonlat : _LonLat
        Longitudes and latitudes of demand points in degrees, WGS 84.
    start : int
        Position of the first demand point in the whole table.
    search : _Search
        The sites, ready to be searched.
    limit : float
        Greatest geodesic in metres.
    nearest : int or None
        How many sites to keep of each demand; all within the limit if None.

    Returns
    -------
    tuple[Ints, Ints, Floats]
        Demand, site, and geodesic in metres.
    """
    xyz = earth_centred(*lonlat)
    reach = min(limit, 2 * RADII[1]) + _ROUNDING
    if nearest is None:
        row, site = search.within(xyz, reach)
    else:
        row, site = _nearest_candidates(xyz, search.tree, reach, nearest)
    length = search.length(lonlat, row, site)
    kept = length <= limit
    row, site, length = row[kept], site[kept], length[kept]
    if nearest is not None:
        rank = search.sites.ids.argsort().argsort()[site]
        order = np.lexsort((rank, length, row))
        row, site, length = row[order], site[order], length[order]
        place = np.arange(row.size) - np.searchsorted(row, row)
        first = place < nearest
        row, site, length = row[first], site[first], length[first]
    return row + start, site, length


def _nearest_candidates(
    xyz: Floats, tree: cKDTree, reach: float, nearest: int
) -> tuple[Ints, Ints]:
    """Give a superset of each point's nearest sites by geodesic, as pairs of positions.

    Parameters
    ----------
    xyz : array of float
        Earth-centred coordinates of the demand points, metres.
    tree : cKDTree
        The sites' earth-centred coordinates.
    reach : float
        Longest chord, metres.
    nearest : int
        How many sites are wanted.

    Returns
    -------
    tuple[Ints, Ints]
        Demand and site.
    """
    row = np.arange(len(xyz))
    rows: list[Ints] = []
    sites: list[Ints] = []
    take = nearest + 1
    while row.size:
        take = min(take, tree.n)
        chord, site = tree.query(xyz[row], k=range(1, take + 1), distance_upper_bound=reach)
        # A site may be nearer by geodesic than one with a shorter chord, but only so far.
        bound = arc(chord[:, min(nearest, take) - 1], RADII[0])
        done = ~(arc(chord[:, -1], RADII[1]) - _ROUNDING <= bound) | (take == tree.n)
        met = done[:, None] & np.isfinite(chord)
        rows.append(np.broadcast_to(row[:, None], met.shape)[met])
        sites.append(site[met])
        row, take = row[~done], take * 2
    return np.concatenate(rows), np.concatenate(sites)


def _nearest(lonlat: _LonLat, search: _Search, limit: float) -> tuple[Ints, Floats]:
    """Give each point's nearest site (-1 if none) and its length.

    Parameters
    ----------
    lonlat : _LonLat
        Longitudes and latitudes of demand points in degrees, WGS 84.
    search : _Search
        The sites, ready to be searched.
    limit : float
        Greatest geodesic in metres.

    Returns
    -------
    tuple[Ints, Floats]
        Site, and geodesic in metres (infinite if none), each of shape (points,).
    """
    xyz = earth_centred(*lonlat)
    reach = min(limit, 2 * RADII[1]) + _ROUNDING
    chord, site = search.tree.query(xyz, k=[1, 2], distance_upper_bound=reach, workers=-1)
    first, second = chord[:, 0], chord[:, 1]
    best = site[:, 0].astype(np.int64)
    length = arc(first, sum(RADII) / 2)
    some = np.isfinite(first)
    unsure = some & (
        (first > _SHORT)
        | (arc(first, RADII[0]) + _ROUNDING > limit)
        | (arc(second, RADII[1]) - _ROUNDING <= arc(first, RADII[0]))
    )
    at = np.flatnonzero(unsure)
    if at.size:
        row, met, exact = _pairs((lonlat[0][at], lonlat[1][at]), 0, search, limit, 1)
        some[at], some[at[row]] = False, True
        best[at[row]], length[at[row]] = met, exact
    return np.where(some, best, -1), np.where(some, length, np.nan)


def _side_by_side(lonlat: _LonLat) -> Ints:
    """Give an order in which neighbours follow each other: a search finds its way faster so.

    Parameters
    ----------
    lonlat : _LonLat
        Longitudes and latitudes of demand points in degrees, WGS 84.

    Returns
    -------
    array of int
        Positions of the points.
    """
    lon, lat = (
        ((part - part.min()) * (254 / max(np.ptp(part), 1e-9))).astype(np.uint16) for part in lonlat
    )
    return np.argsort(lat * np.uint16(255) + lon, kind="stable")


def arc(chord: Floats, radius: float) -> Floats:
    """Give the arc over a chord on a circle; infinite where the chord is.

    Parameters
    ----------
    chord : array of float
        Lengths through the Earth, metres.
    radius : float
        Radius of the circle, metres.

    Returns
    -------
    array of float
        Lengths along the circle, metres.
    """
    half = np.minimum(chord / (2 * radius), 1.0)
    return np.where(np.isfinite(chord), 2 * radius * np.arcsin(half), np.inf)
