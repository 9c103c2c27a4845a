"""Joining cells that tile the plane, and parts of them, into one area: without comparing shapes.

Cells share whole sides, so that the outline of their union is what is left when the stretches of
sides that two of them have in common are struck out. Everything happens on a grid, between places
known by number: outlines close by themselves, however coordinates are rounded.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely

from gisplan.arrays import Floats, Ints, Objects

#: A place this near to a side of its cell, in the cells' unit, lies on it.
_ON = 1e-4


@dataclass(frozen=True, slots=True)
class _Sides:
    """Sides of cells.

    Attributes
    ----------
    corners : (m, 2) floats
        Where the cells have corners.
    first : (n,) integers
        The corner at which each begins.
    last : (n,) integers
        The corner at which each ends.
    cell : (n,) integers
        The cell that it is of, rising.
    """

    corners: Floats
    first: Ints
    last: Ints
    cell: Ints

    @classmethod
    def of(cls, polygons: Objects) -> _Sides:
        """Take the sides of polygons without holes.

        Parameters
        ----------
        polygons : array of shapely.Polygon
            None is empty.

        Returns
        -------
        _Sides
            In the order of the polygons.
        """
        corners, of = shapely.get_coordinates(polygons, return_index=True)
        # corners that are rounded to one place have no side between them
        same = (of[1:] == of[:-1]) & (corners[1:] != corners[:-1]).any(axis=1)
        first = np.flatnonzero(same)
        return cls(corners, first, first + 1, of[first])


def joined_cells(whole: Objects, cut: Objects, parts: Objects, *, grid: float) -> Any:
    """Join cells, and convex parts of other cells.

    Parameters
    ----------
    whole : array of shapely.Polygon
        Cells that tile the plane, with corners on the grid.
    cut : array of shapely.Polygon
        Other cells of the same tiling.
    parts : array of shapely.Polygon
        The part of each of these.
    grid : float
        Coordinates are rounded to multiples of this.

    Returns
    -------
    shapely.Geometry
        Their union, but for what is smaller than the grid.
    """
    some = (shapely.get_type_id(parts) == shapely.GeometryType.POLYGON) & ~shapely.is_empty(parts)
    if not (len(whole) or some.any()):
        return shapely.MultiPolygon()
    sides = _Sides.of(np.concatenate([whole, cut[some]]))
    pieces = _Sides.of(parts[some])
    on = _sides_of(pieces, sides, shift=len(whole))
    along = np.flatnonzero(on >= 0)
    places, at = _numbered(np.concatenate([pieces.corners, sides.corners]))
    start, stop = at[pieces.first], at[pieces.last]
    low, high = (at[len(pieces.corners) + corner] for corner in (sides.first, sides.last))
    # A whole cell lies along all of its sides; what two of them share is struck out at once.
    own = np.flatnonzero(sides.cell < len(whole))
    own = own[_odd(np.column_stack([low[own], high[own]]))]
    runs = np.concatenate([start[along], low[own]]), np.concatenate([stop[along], high[own]])
    of = np.concatenate([on[along], own])
    free = on < 0
    lines = np.concatenate(
        [
            np.column_stack([start[free], stop[free]]),
            _once(runs, (low[of], high[of]), places),
        ]
    )
    lines = lines[lines[:, 0] != lines[:, 1]]
    order, chain = _chains(lines[_odd(lines)])
    outline: Objects = np.asarray(shapely.linestrings(places[order], indices=chain))
    return _inside(outline, np.concatenate([whole, parts[some]]), grid)


def _odd(lines: Ints) -> Ints:
    """Strike out what is there twice.

    Parameters
    ----------
    lines : (n, 2) integers
        Places between which lines go, in either direction.

    Returns
    -------
    (m,) integers
        Of each line that is there an odd number of times, where it stands first.
    """
    if not len(lines):
        return np.zeros(0, dtype=np.int64)
    key = lines.min(axis=1) * (lines.max() + 1) + lines.max(axis=1)
    order = np.argsort(key, kind="stable")
    first = np.flatnonzero(np.r_[True, np.diff(key[order]) != 0])
    odd: Ints = order[first[np.diff(np.r_[first, len(key)]) % 2 == 1]]
    return odd


def _chains(lines: Ints) -> tuple[Ints, Ints]:
    """Put lines that go on in one another behind each other, up to where more than two meet.

    Parameters
    ----------
    lines : (n, 2) integers
        Places between which each goes; none twice.

    Returns
    -------
    places : (m,) integers
        Places along each chain; one without ends begins and ends at the same.
    chain : (m,) integers
        Number of the chain, rising.
    """
    if not len(lines):
        return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import connected_components

    # A line and the same in the other direction: 2 n and 2 n + 1.
    begin, end = lines.ravel(), lines[:, ::-1].ravel()
    count = np.bincount(begin)
    known = np.flatnonzero(count)
    graph = coo_array((np.ones(len(lines), dtype=bool), tuple(lines.T)), shape=(count.size,) * 2)
    _, ring = connected_components(graph, directed=False)
    ends = count != 2
    # What is closed and meets nothing is opened at one place.
    _, first = np.unique(ring[known], return_index=True)
    met = np.zeros(count.size, dtype=bool)
    met[ring[known[ends[known]]]] = True
    first = known[first]
    ends[first[~met[ring[first]]]] = True
    # Of the two that leave a place, the other one than that which comes back is next.
    leaving = np.argsort(begin, kind="stable")
    leaving = leaving[~ends[begin[leaving]]].reshape(-1, 2)
    before = np.arange(begin.size)
    before[leaving[:, 0]], before[leaving[:, 1]] = leaving[:, 1] ^ 1, leaving[:, 0] ^ 1
    # Steps back to where each chain begins, of twice the length each time.
    steps = (before != np.arange(begin.size)).astype(np.int64)
    while (before[before] != before).any():
        steps, before = steps + steps[before], before[before]
    last = np.flatnonzero(ends[end])
    # Each chain is there in both directions.
    other = np.empty(begin.size, dtype=np.int64)
    other[before[last]] = before[last ^ 1]
    some = np.flatnonzero(before < other[before])
    some = some[np.lexsort((steps[some], before[some]))]
    start = steps[some] == 0
    at = np.flatnonzero(start)
    chain = np.cumsum(start) - 1
    return np.insert(end[some], at, begin[some[at]]), np.insert(chain, at, chain[at])


def _inside(lines: Objects, pieces: Objects, grid: float) -> Any:
    """Give the faces between lines that pieces cover.

    Parameters
    ----------
    lines : array of shapely.LineString
        The outline of the union of the pieces.
    pieces : array of shapely.Polygon
        They don't overlap.
    grid : float
        Coordinates are rounded to multiples of this where the outline can't be followed.

    Returns
    -------
    shapely.Geometry
        Polygons.
    """
    faces, cuts, dangles, crossed = shapely.polygonize_full(lines)
    found: Objects = shapely.get_parts(faces)
    if len(found) and all(map(shapely.is_empty, (cuts, dangles, crossed))):
        at = shapely.point_on_surface(found)
        covered = np.unique(shapely.STRtree(pieces).query(at, predicate="intersects")[0])
        area = shapely.multipolygons(found[covered])
        expected = float(shapely.area(pieces).sum())
        if abs(shapely.area(area) - expected) <= 1e-9 * expected:
            return area
    # Places nearer to each other than numbers tell: what is far apart needs no comparing.
    groups = shapely.disjoint_subset_union_all(pieces)
    return shapely.union_all(shapely.get_parts(groups), grid_size=grid)


def _sides_of(pieces: _Sides, sides: _Sides, *, shift: int) -> Ints:
    """Tell along which side of its cell each side of a part lies.

    Parameters
    ----------
    pieces : _Sides
        Of the parts.
    sides : _Sides
        Of the cells.
    shift : int
        Number of the cell of the first part.

    Returns
    -------
    array of int
        Position among the sides; -1 for what lies inside the cell.
    """
    cell = pieces.cell + shift
    begin, end = (np.searchsorted(sides.cell, cell, side) for side in ("left", "right"))
    count = end - begin
    of = np.repeat(np.arange(cell.size), count)
    side = begin[of] + np.arange(of.size) - np.repeat(np.cumsum(count) - count, count)
    first, last = sides.corners[sides.first], sides.corners[sides.last]
    step = last - first
    length = np.hypot(step[:, 0], step[:, 1])
    ahead = step / length[:, None]
    # how far a line through each side lies from where coordinates begin
    away = ahead[:, 0] * first[:, 1] - ahead[:, 1] * first[:, 0]
    off = np.zeros(of.size)
    for tip in (pieces.first, pieces.last):
        x, y = pieces.corners[tip].T
        from_line = np.abs(ahead[side, 0] * y[of] - ahead[side, 1] * x[of] - away[side])
        near = from_line < _ON
        of, side, off = of[near], side[near], np.maximum(off, from_line)[near]
    # sides of one cell may nearly be one line: what counts is the one beside which the middle lies
    middle = (pieces.corners[pieces.first] + pieces.corners[pieces.last])[of] / 2 - first[side]
    along = (middle * ahead[side]).sum(axis=1)
    off[(along < 0) | (along > length[side])] = np.inf
    found = np.full(cell.size, -1)
    order = np.flatnonzero(off < _ON)
    # of two sides that nearly are one line the nearer; written last, it stays
    order = order[np.argsort(-off[order], kind="stable")]
    found[of[order]] = side[order]
    return found


def _once(runs: tuple[Ints, Ints], ends: tuple[Ints, Ints], places: Floats) -> Ints:
    """Give the stretches of sides along which an odd number of runs goes.

    Parameters
    ----------
    runs : tuple of array of int
        Places between which each run goes.
    ends : tuple of array of int
        Corners of the side that each lies on.
    places : (n, 2) floats
        Coordinates of places.

    Returns
    -------
    (m, 2) integers
        Places between which each stretch goes.
    """
    low, high = np.minimum(*ends), np.maximum(*ends)
    step = places[high] - places[low]
    side = np.tile(low * len(places) + high, 2)
    place = np.concatenate(runs)
    far = ((places[place] - np.tile(places[low], (2, 1))) * np.tile(step, (2, 1))).sum(axis=1)
    order = np.lexsort((place, far, side))
    side, place, run = side[order], place[order], np.tile(np.arange(low.size), 2)[order]
    new = np.r_[True, (np.diff(side) != 0) | (np.diff(place) != 0)]
    mark = np.cumsum(new) - 1
    # between two marks of a side lie those runs that begin before and end after
    within = np.empty((2, low.size), dtype=np.int64)
    turn = np.argsort(run, kind="stable")
    within[:] = np.sort(mark[turn].reshape(-1, 2), axis=1).T
    change = np.bincount(within[0], minlength=mark[-1] + 2 if mark.size else 1)
    change -= np.bincount(within[1], minlength=change.size)
    odd = np.flatnonzero(np.cumsum(change)[:-1] % 2 == 1)
    first = np.flatnonzero(new)
    return np.column_stack([place[first[odd]], place[first[np.minimum(odd + 1, first.size - 1)]]])


def _numbered(corners: Floats) -> tuple[Floats, Ints]:
    """Give places that are the same one number.

    Parameters
    ----------
    corners : (n, 2) floats
        Coordinates.

    Returns
    -------
    places : (m, 2) floats
        Each once.
    at : (n,) integers
        Number of each.
    """
    order = np.lexsort(corners.T)
    place = corners[order]
    new = np.r_[True, (place[1:] != place[:-1]).any(axis=1)]
    at = np.empty(order.size, dtype=np.int64)
    at[order] = np.cumsum(new) - 1
    return place[new], at
