"""From a point to the nearest place on a road."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from gisplan.analysis.travel.points import earth_centred
from gisplan.arrays import Floats, Ints

if TYPE_CHECKING:
    from scipy.spatial import cKDTree

#: Segments are searched in pieces of at most this length, in metres. The chord of a piece lies
#: five millimetres below the ellipsoid at most.
_PIECE = 500.0
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
    """Road segments, in pieces, ready to be searched.

    Attributes
    ----------
    edge : (n,) integers
        The edge that a piece is of.
    offset : (n,) floats
        Metres from the edge's start to that of the piece.
    length : (n,) floats
        Metres of the piece.
    start : (n, 3) floats
        Earth-centred coordinates of the piece's start, metres.
    step : (n, 3) floats
        From there to its end, metres.
    tree : scipy.spatial.cKDTree
        Of the middles of the pieces.
    longest : float
        Metres of the longest piece, straight.
    """

    edge: Ints
    offset: Floats
    length: Floats
    start: Floats
    step: Floats
    tree: cKDTree
    longest: float

    @classmethod
    def of(cls, segments: pd.DataFrame) -> Roadside:
        """Cut segments into pieces that are short enough to be straight in space.

        Parameters
        ----------
        segments : pandas.DataFrame
            As in :class:`gisplan.analysis.travel.road_nodes.Noded`.

        Returns
        -------
        Roadside
            The pieces, in the order of the segments.
        """
        from scipy.spatial import cKDTree

        ends = [
            earth_centred(segments[lon].to_numpy(), segments[lat].to_numpy())
            for lon, lat in (("lon", "lat"), ("lon_end", "lat_end"))
        ]
        length = segments["length_m"].to_numpy(dtype=np.float64)
        count = np.maximum(np.ceil(length / _PIECE), 1).astype(np.int64)
        of = np.repeat(np.arange(count.size), count)
        turn = np.arange(of.size) - np.repeat(np.cumsum(count) - count, count)
        tips = ends[0][of], ends[1][of]
        marks = [between_ends(*tips, part / count[of]) for part in (turn, turn + 1)]
        piece = (length / count)[of]
        return cls(
            edge=segments["edge"].to_numpy(dtype=np.int64)[of],
            offset=segments["offset_m"].to_numpy(dtype=np.float64)[of] + turn * piece,
            length=piece,
            start=marks[0],
            step=marks[1] - marks[0],
            tree=cKDTree((marks[0] + marks[1]) / 2, balanced_tree=False, compact_nodes=False),
            longest=float(np.linalg.norm(marks[1] - marks[0], axis=1).max(initial=0.0)),
        )

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
        found = [
            self._feet(xyz[start : start + _CHUNK], max_snap)
            for start in range(0, max(len(xyz), 1), _CHUNK)
        ]
        return Feet(
            np.concatenate([part.edge for part in found]),
            np.concatenate([part.offset for part in found]),
            np.concatenate([part.distance for part in found]),
        )

    def _feet(self, xyz: Floats, max_snap: float) -> Feet:
        count = len(xyz)
        edge, offset = np.full(count, -1), np.zeros(count)
        if not count:
            return Feet(edge, offset, np.zeros(0))
        distance = np.full(count, np.inf)
        left = np.arange(count)
        for number in _NEIGHBOURS:
            near = min(number, self.edge.size)
            far, piece = self.tree.query(xyz[left], k=range(1, near + 1))
            of = np.repeat(np.arange(left.size), near)
            found = self._best(xyz[left], of, piece.ravel())
            # No other piece is nearer than its middle less half of the longest.
            sure = found[2] + self.longest / 2 + ALIKE < far[:, -1]
            sure |= near == self.edge.size
            at = left[sure]
            edge[at], offset[at], distance[at] = (part[sure] for part in found)
            left = left[~sure]
            if not left.size:
                break
        if left.size:
            reach = found[2][~sure] + self.longest / 2 + ALIKE
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
        start, step = self.start[piece], self.step[piece]
        square = np.maximum((step * step).sum(axis=1), 1e-12)
        share = np.clip(((xyz[point] - start) * step).sum(axis=1) / square, 0.0, 1.0)
        distance = np.linalg.norm(start + share[:, None] * step - xyz[point], axis=1)
        offset = self.offset[piece] + share * self.length[piece]
        edge = self.edge[piece]
        first = np.searchsorted(point, np.arange(len(xyz)))
        least = np.minimum.reduceat(distance, first)
        tied = np.flatnonzero(distance <= least[point] + ALIKE)
        order = tied[np.lexsort((offset[tied], edge[tied], point[tied]))]
        best = order[np.searchsorted(point[order], np.arange(len(xyz)))]
        return edge[best], offset[best], distance[best]


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
    # follow it to within centimetres for segments of up to 100 km.
    size = np.linalg.norm(straight, axis=1)
    wanted = (1 - share) * np.linalg.norm(start, axis=1) + share * np.linalg.norm(end, axis=1)
    lifted: Floats = straight * (wanted / size)[:, None]
    return lifted
