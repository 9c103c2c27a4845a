"""From a point to the nearest place on a road."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from gisplan.analysis.travel.part_of_graph import in_strips
from gisplan.analysis.travel.points import earth_centred
from gisplan.analysis.travel.road_segments import Segments
from gisplan.arrays import Floats, Indices, Ints

if TYPE_CHECKING:
    from scipy.spatial import cKDTree

#: Roads are looked for by the middles of pieces: as many segments of an edge, one after the other,
#: as are no longer together than this, in metres, nor than so many mean segments; what is longer by
#: itself is cut. Looking for a place one looks as far around as half of the longest piece.
_PIECE, _MEANS = 1500.0, 3.0
#: Up to this length, in metres, a segment bends with the Earth by half a metre at most.
_SHORT = 4_000.0
_DEEP = 0.5
#: Square of the Earth's radius, in square metres.
_RADIUS_2 = 6_371_000.0**2
_CHUNK = 10_000
#: Of roads whose distances differ by less than this, in metres, the first counts.
ALIKE = 1e-3
#: How many pieces are looked at for a point at first, and where these leave it open.
_NEIGHBOURS = (8, 32)


@dataclass(frozen=True, slots=True)
class Feet:
    """The nearest place on a road for each of several points.

    Attributes
    ----------
    edge : (n,) integers
        The edge it lies on; -1 where none is near enough.
    offset : (n,) floats
        Metres from the edge's start.
    distance : (n,) floats
        Metres from the point.
    """

    edge: Ints
    offset: Floats
    distance: Floats


@dataclass(frozen=True)
class Roadside:
    """Road segments, ready to be searched.

    Attributes
    ----------
    segments : Segments
        The straight pieces.
    places : (places, 3) floats
        Earth-centred coordinates of their places, metres.
    tree : scipy.spatial.cKDTree
        Of the middles of pieces of roads that are short enough.
    first : (pieces,) integers
        The first segment that each piece is of.
    count : (pieces,) integers
        Of how many segments it is, one after the other.
    radius : (pieces,) floats
        No place of a piece is farther from its middle, in metres.
    """

    segments: Segments
    places: Floats
    tree: cKDTree
    first: Ints
    count: Ints
    radius: Floats

    @classmethod
    def of_segments(cls, segments: Segments) -> Roadside:
        """Make an index of segments.

        Parameters
        ----------
        segments : Segments
            The straight pieces.

        Returns
        -------
        Roadside
            For looking up the nearest place on any of them.
        """
        from scipy.spatial import cKDTree

        places = earth_centred(segments.lon, segments.lat)
        mean = segments.length.sum() / max(segments.length.size, 1)
        most = min(_PIECE, max(_MEANS * mean, 1.0))
        first, count = _runs(segments, most)
        radius = np.add.reduceat(segments.length, first) / 2
        middle = places[segments.start[first]]
        middle += places[segments.end[first + count - 1]]
        middle /= 2
        long = np.flatnonzero(segments.length[first] > most)
        if long.size:
            begin, end = (places[of[first[long]]] for of in (segments.start, segments.end))
            pieces = np.ceil(2 * radius[long] / most).astype(np.int64)
            # Each as often as it has pieces, in place of it as a whole.
            whole = np.delete(np.arange(first.size), long)
            of = np.repeat(np.arange(long.size), pieces)
            turn = np.arange(of.size) - np.repeat(np.cumsum(pieces) - pieces, pieces)
            share = (turn + 0.5) / pieces[of]
            middle = np.concatenate([middle[whole], between_ends(begin[of], end[of], share)])
            radius = np.append(radius[whole], (radius[long] / pieces)[of])
            piece = np.append(whole, long[of])
            first, count = first[piece], count[piece]
        return cls(
            segments=segments,
            places=places,
            tree=cKDTree(middle, leafsize=32, balanced_tree=False, compact_nodes=False),
            first=first,
            count=count,
            radius=radius + _DEEP,
        )

    @cached_property
    def margin(self) -> float:
        """By how much a place of any piece may be nearer than its middle.

        Returns
        -------
        float
            Metres.
        """
        return float(self.radius.max())

    def feet(self, xyz: Floats, max_snap: float) -> Feet:
        """Find the nearest place on a road within ``max_snap`` metres of each point.

        Parameters
        ----------
        xyz : (n, 3) floats
            Earth-centred coordinates.
        max_snap : float
            Metres. The distance is given beyond it as well, as far as it is easily known.

        Returns
        -------
        Feet
            One a point, in their order.
        """
        order = _by_place(xyz)
        found = [
            self._feet(xyz[order[start : start + _CHUNK]], max_snap)
            for start in range(0, max(len(xyz), 1), _CHUNK)
        ]
        edge = np.empty(len(xyz), dtype=np.int64)
        offset, distance = np.empty(len(xyz)), np.empty(len(xyz))
        edge[order] = np.concatenate([part.edge for part in found])
        offset[order] = np.concatenate([part.offset for part in found])
        distance[order] = np.concatenate([part.distance for part in found])
        return Feet(edge, offset, distance)

    def _feet(self, xyz: Floats, max_snap: float) -> Feet:
        count = len(xyz)
        edge, offset = np.full(count, -1), np.zeros(count)
        if not count:
            return Feet(edge, offset, np.zeros(0))
        distance = np.full(count, np.inf)
        left = np.arange(count)
        for number in _NEIGHBOURS:
            near = min(number, self.radius.size)
            far, piece = self.tree.query(xyz[left], k=range(1, near + 1), workers=-1)
            # Some place of a piece is no farther than its middle and its radius together, and
            # none nearer than its middle less its radius.
            radius = self.radius[piece]
            least = (far + radius).min(axis=1)
            at, nth = np.nonzero(far - radius <= least[:, None] + ALIKE)
            found = self._best(xyz[left], at, piece[at, nth])
            sure = found[2] + self.margin + ALIKE < far[:, -1]
            sure |= near == self.radius.size
            at = left[sure]
            edge[at], offset[at], distance[at] = (part[sure] for part in found)
            left = left[~sure]
            if not left.size:
                break
        if left.size:
            reach = found[2][~sure] + self.margin + ALIKE
            met = self.tree.query_ball_point(xyz[left], reach)
            of = np.repeat(np.arange(left.size), [len(one) for one in met])
            piece = np.concatenate([np.asarray(one, dtype=np.int64) for one in met])
            edge[left], offset[left], distance[left] = self._best(xyz[left], of, piece)
        edge[distance > max_snap] = -1
        return Feet(edge, offset, distance)

    def _best(self, xyz: Floats, point: Ints, piece: Ints) -> tuple[Ints, Floats, Floats]:
        """Give the nearest place on some of the pieces; of equals that of the first edge.

        Parameters
        ----------
        xyz : (n, 3) floats
            Earth-centred coordinates of the points.
        point, piece : array of int
            Which pieces are looked at for which point, by point; one at least for each.

        Returns
        -------
        tuple[Ints, Floats, Floats]
            Edge, offset on it and distance, one a point.
        """
        count = self.count[piece]
        point = np.repeat(point, count)
        # The segments of a piece follow one another.
        segment = np.repeat(self.first[piece] - np.cumsum(count) + count, count)
        segment += np.arange(segment.size)
        share, distance = self._measured(xyz[point], segment)
        least = np.minimum.reduceat(distance, _firsts(point))
        at = np.flatnonzero(distance <= least[point] + ALIKE)
        edge = self.segments.edge[segment]
        offset = self.segments.offset[segment] + share * self.segments.length[segment]
        for told in (edge, offset):
            first = _firsts(point[at])
            if first.size == at.size:
                break
            least = np.minimum.reduceat(told[at], first)
            at = at[told[at] == least[point[at]]]
        at = at[_firsts(point[at])]
        return edge[at], offset[at], distance[at]

    def _measured(self, xyz: Floats, segment: Ints) -> tuple[Floats, Floats]:
        """Find the place on a segment that is nearest to a point.

        Parameters
        ----------
        xyz : (n, 3) floats
            Earth-centred coordinates of the points.
        segment : (n,) integers
            The segment of each.

        Returns
        -------
        tuple[Floats, Floats]
            How far along the segment it lies, 0 to 1, and metres from the point.
        """
        start = self.places[self.segments.start[segment]]
        step = self.places[self.segments.end[segment]] - start
        square = np.einsum("ij,ij->i", step, step)
        way = xyz - start
        share = np.einsum("ij,ij->i", way, step) / np.maximum(square, 1e-12)
        np.clip(share, 0.0, 1.0, out=share)
        # The chord of a segment lies below the surface by half of share (1 - share) length² / R.
        lift = 1 + share * (1 - share) * square / (2 * _RADIUS_2)
        off = xyz - (start + share[:, None] * step) * lift[:, None]
        distance = np.sqrt(np.einsum("ij,ij->i", off, off))
        long = np.flatnonzero(square > _SHORT**2)
        if long.size:
            begin, end = start[long], start[long] + step[long]
            for _ in range(2):
                off = xyz[long] - between_ends(begin, end, share[long])
                share[long] += np.einsum("ij,ij->i", off, step[long]) / square[long]
                np.clip(share, 0.0, 1.0, out=share)
            place = between_ends(begin, end, share[long])
            distance[long] = np.linalg.norm(xyz[long] - place, axis=1)
        return share, distance


def _runs(segments: Segments, most: float) -> tuple[Ints, Ints]:
    """Put segments of an edge that follow one another together, as far as they are short.

    Parameters
    ----------
    segments : Segments
        The straight pieces, those of an edge one after the other.
    most : float
        Metres; a segment that is longer stands by itself.

    Returns
    -------
    tuple[Ints, Ints]
        The first segment of each run, and of how many it is.
    """
    turn = (segments.offset / most).astype(np.int32)
    long = segments.length > most
    begins = np.ones(long.size, dtype=bool)
    begins[1:] = segments.edge[1:] != segments.edge[:-1]
    begins[1:] |= turn[1:] != turn[:-1]
    begins |= long
    begins[1:] |= long[:-1]
    first = np.flatnonzero(begins)
    return first, np.diff(first, append=long.size)


def _by_place(xyz: Floats) -> Indices:
    """Put places in strips: neighbours are looked for in the same part of an index.

    Parameters
    ----------
    xyz : (n, 3) floats
        Earth-centred coordinates.

    Returns
    -------
    Indices
        Positions of the places.
    """
    if len(xyz) < _CHUNK:
        return np.arange(len(xyz))
    wide = np.argsort(-np.ptp(xyz, axis=0), kind="stable")[:2]
    return in_strips(xyz[:, wide[0]], xyz[:, wide[1]])


def _firsts(of: Ints) -> Indices:
    return np.flatnonzero(np.append(True, of[1:] != of[:-1])[: of.size])


def between_ends(start: Floats, end: Floats, share: Floats) -> Floats:
    """Give places on the ellipsoid's surface between the ends of short segments.

    Parameters
    ----------
    start : array of float
        Earth-centred coordinates, shape (n, 3), metres.
    end : array of float
        Earth-centred coordinates of the other ends.
    share : array of float
        How far along each place lies, 0 to 1.

    Returns
    -------
    array of float
        Shape (n, 3).
    """
    straight = start + share[:, None] * (end - start)
    # Long segments dip below the surface: lifted back to the size of their ends' vectors, they
    # follow it to within half a metre for segments of up to 100 km.
    size = np.linalg.norm(straight, axis=1)
    wanted = (1 - share) * np.linalg.norm(start, axis=1) + share * np.linalg.norm(end, axis=1)
    lifted: Floats = straight * (wanted / size)[:, None]
    return lifted
