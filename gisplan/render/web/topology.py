"""Geometry for the page: shared borders stored once, as whole numbers on a grid.

A border between two units, and between their parents, is one chain of vertices in all layers of
a coverage. It is cut where three or more lines meet and each piece (an *arc*) is written once;
a polygon is a list of arcs. This is the idea of TopoJSON; the coding of numbers (variable-length
base 64 of differences) is that of source maps.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from gisplan.arrays import Bools, Floats, Ints, Objects
from gisplan.errors import DataError
from gisplan.places.validity import why_invalid
from gisplan.text import Text

#: Rings of a polygon or pieces of a line: lists of arcs; ``~i`` is arc ``i`` walked backwards.
Shape = list[list[list[int]]]

#: Decimal digits of a degree to try: 1e-5 is about 1.1 m, finer where that spoils a shape.
_DECIMALS = (5, 6, 7)
_ALPHABET = np.frombuffer(
    b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/", dtype=np.uint8
)


@dataclass(frozen=True, slots=True)
class Topology:
    """Geometries as lists of shared arcs.

    Attributes
    ----------
    decimals : int
        Coordinates are whole multiples of ``10 ** -decimals`` degrees.
    origin : tuple of int
        Longitude and latitude, on that grid, that first vertices of arcs count from.
    arcs : tuple of str
        Vertices of each arc: x, y of the first from the origin, then differences.
    shapes : tuple of Shape
        For each geometry its parts; for each part its rings (the first is the outer one) or,
        of a line, its one path.
    """

    decimals: int
    origin: tuple[int, int]
    arcs: tuple[str, ...]
    shapes: tuple[Shape, ...]


def build(geometries: Sequence[BaseGeometry], *, name: Callable[[int], Text]) -> Topology:
    """Cut polygons and lines into arcs, each stored once.

    Parameters
    ----------
    geometries : sequence of shapely geometries
        Polygons, lines and their multi-kinds, longitude and latitude in degrees.
    name : callable
        Gives the words for the geometry at a position, for messages.

    Returns
    -------
    Topology
        On the coarsest grid of 1e-5, 1e-6 and 1e-7 degrees on which every geometry is valid.

    Raises
    ------
    DataError
        If a geometry is invalid, before or after rounding. Rounding an invalid one would
        silently draw bow-ties.
    """
    array = np.asarray(geometries, dtype=object)
    faults = [
        Text(
            f"{name(at).zh}：{why_invalid(array[at]).zh}",
            f"{name(at).en}: {why_invalid(array[at]).en}",
        )
        for at in np.flatnonzero(~shapely.is_valid(array) | shapely.is_empty(array)).tolist()
    ]
    if faults:
        raise DataError(
            Text(
                "有无效的几何图形，不能绘制；请先修复（例如用 GIS 软件的“修复几何”）。",
                "Some geometries are invalid and can't be drawn; repair them first.",
            ),
            faults=faults,
        )
    for decimals in _DECIMALS:
        rounded = shapely.transform(array, partial(_rounded, decimals=decimals))
        spoilt = np.flatnonzero(~shapely.is_valid(rounded))
        if not len(spoilt):
            return _Cutter(rounded, decimals).topology()
    raise DataError(
        Text(
            "有图形过于细小，按 1e-7 度取整后自相交，不能绘制。",
            "Some geometries are so small that they cross themselves on a grid of 1e-7 degrees.",
        ),
        faults=[name(int(at)) for at in spoilt],
    )


@dataclass(slots=True)
class _Cutter:
    """The arcs found so far, while geometries of whole numbers are cut."""

    rounded: Objects
    decimals: int
    arcs: dict[bytes, int] = field(default_factory=dict)
    chains: list[Ints] = field(default_factory=list)

    def topology(self) -> Topology:
        parts, part_of = shapely.get_parts(self.rounded, return_index=True)
        is_ring = shapely.get_dimensions(parts) == 2
        rings, ring_of = shapely.get_rings(parts[is_ring], return_index=True)
        lines = parts[~is_ring]
        ids, vertices = _vertex_ids([*rings, *lines])
        closed = [_without_repeats(chain)[:-1] for chain in ids[: len(rings)]]
        junction = _junctions(closed, len(vertices))
        ring_arcs = [self._cut(chain, junction) for chain in closed]
        line_arcs = [[self._arc(_without_repeats(chain))] for chain in ids[len(rings) :]]

        shapes: list[Shape] = [[] for _ in self.rounded]
        part_lists: list[list[list[int]]] = [[] for _ in parts]
        for at, arcs in zip(np.flatnonzero(is_ring)[ring_of], ring_arcs, strict=True):
            part_lists[at].append(arcs)
        for at, arcs in zip(np.flatnonzero(~is_ring), line_arcs, strict=True):
            part_lists[at].append(arcs)
        for geometry, part in zip(part_of, part_lists, strict=True):
            shapes[geometry].append(part)

        origin = vertices.min(axis=0) if len(vertices) else np.zeros(2, dtype=np.int64)
        arcs_text = _encode([vertices[chain] - origin for chain in self.chains])
        return Topology(
            self.decimals, (int(origin[0]), int(origin[1])), tuple(arcs_text), tuple(shapes)
        )

    def _cut(self, ring: Ints, junction: Bools) -> list[int]:
        """Cut an open ring (the first vertex not repeated) at its junctions.

        Parameters
        ----------
        ring : array of int
            Numbers of its vertices.
        junction : array of bool
            Whether each vertex is a junction.

        Returns
        -------
        list of int
            Numbers of the arcs, in order.
        """
        at = np.flatnonzero(junction[ring])
        if not len(at):
            # An island, or an enclave and its hole: start at its least vertex, wherever drawn.
            start = int(ring.argmin())
            return [self._arc(np.append(np.roll(ring, -start), ring[start]))]
        turned = np.append(np.roll(ring, -at[0]), ring[at[0]])
        bounds = np.append(at - at[0], len(ring))
        return [self._arc(turned[a : b + 1]) for a, b in itertools.pairwise(bounds)]

    def _arc(self, chain: Ints) -> int:
        """Give the number of an arc, or ``~number`` if it was stored the other way round.

        Parameters
        ----------
        chain : array of int
            Numbers of its vertices.

        Returns
        -------
        int
            The number; ``~number`` is below 0.
        """
        first = (chain[0], chain[1]) if chain[0] != chain[-1] else (chain[1], chain[2])
        last = (chain[-1], chain[-2]) if chain[0] != chain[-1] else (chain[-2], chain[-3])
        backwards = last < first
        stored = chain[::-1] if backwards else chain
        number = self.arcs.setdefault(stored.tobytes(), len(self.chains))
        if number == len(self.chains):
            self.chains.append(stored)
        return ~number if backwards else number


def _vertex_ids(chains: Sequence[BaseGeometry]) -> tuple[list[Ints], Ints]:
    """Count the different vertices; give each chain's numbers and the vertices, shape (n, 2).

    Parameters
    ----------
    chains : sequence of BaseGeometry
        Rings and lines on the grid.

    Returns
    -------
    tuple[list[Ints], Ints]
        Numbers of the vertices of each chain; and the vertices.
    """
    xy, chain_of = shapely.get_coordinates(chains, return_index=True)
    vertices, ids = np.unique(xy.astype(np.int64), axis=0, return_inverse=True)
    cuts = np.searchsorted(chain_of, np.arange(1, len(chains)))
    return (np.split(ids.reshape(-1), cuts) if chains else []), vertices


def _rounded(xy: Floats, *, decimals: int) -> Floats:
    on_grid: Floats = np.rint(xy * 10**decimals)
    return on_grid


def _without_repeats(chain: Ints) -> Ints:
    """Leave out vertices that rounding has put on the one before.

    Parameters
    ----------
    chain : array of int
        Numbers of vertices.

    Returns
    -------
    array of int
        No number stands twice in a row.
    """
    kept: Ints = chain[np.append(True, np.diff(chain) != 0)]
    return kept


def _junctions(rings: Sequence[Ints], count: int) -> Bools:
    """Find the vertices that not all rings pass between the same two neighbours.

    Parameters
    ----------
    rings : sequence of Ints
        Numbers of the vertices of each ring.
    count : int
        How many vertices there are.

    Returns
    -------
    array of bool
        Shape (vertices,).
    """
    found = np.zeros(count, dtype=np.bool_)
    if not rings:
        return found
    here = np.concatenate(rings)
    before = np.concatenate([np.roll(ring, 1) for ring in rings])
    after = np.concatenate([np.roll(ring, -1) for ring in rings])
    for side in (np.minimum(before, after), np.maximum(before, after)):
        least = np.full(count, count, dtype=np.int64)
        most = np.full(count, -1, dtype=np.int64)
        np.minimum.at(least, here, side)
        np.maximum.at(most, here, side)
        found[here] |= least[here] != most[here]
    return found


def _encode(chains: Sequence[Ints]) -> list[str]:
    """Write chains of vertices, shape (n, 2) each, as base-64 texts.

    Parameters
    ----------
    chains : sequence of Ints
        Vertices as whole numbers.

    Returns
    -------
    list of str
        One text a chain.
    """
    if not chains:
        return []
    numbers = np.concatenate([np.diff(chain, axis=0, prepend=0).ravel() for chain in chains])
    text, ends = encode_numbers(numbers)
    bounds = np.append(0, np.cumsum([2 * len(chain) for chain in chains]))
    cuts = np.append(0, ends)[bounds]
    return [text[a:b] for a, b in itertools.pairwise(cuts)]


def encode_numbers(numbers: Ints) -> tuple[str, Ints]:
    """Write whole numbers in variable-length base 64.

    The sign goes to the lowest bit; five bits a character, lowest first; the sixth bit says that
    more follow.

    Parameters
    ----------
    numbers : numpy.ndarray of int, shape (n,)
        Numbers of up to 64 bits, with sign.

    Returns
    -------
    tuple of str and numpy.ndarray of int
        The text; and where in it each number ends, shape (n,).
    """
    signed = (numbers << 1) ^ (numbers >> 63)
    digits = np.arange(13, dtype=np.int64)
    groups = (signed[:, None] >> (5 * digits)) & 31
    length = np.maximum(1, 13 - np.argmax(groups[:, ::-1] != 0, axis=1))
    length[signed == 0] = 1
    groups |= np.where(digits < length[:, None] - 1, 32, 0)
    text = _ALPHABET[groups[digits < length[:, None]]].tobytes().decode("ascii")
    return text, np.cumsum(length)


def grid_text(points: Sequence[Any], topology: Topology) -> str:
    """Write points as differences on the grid, x and y in turn.

    Parameters
    ----------
    points : sequence of Any
        Points in degrees.
    topology : Topology
        The grid.

    Returns
    -------
    str
        Numbers in base 64.
    """
    if not len(points):
        return ""
    xy = np.rint(shapely.get_coordinates(np.asarray(points)) * 10**topology.decimals)
    steps = np.diff(xy.astype(np.int64) - np.asarray(topology.origin), axis=0, prepend=0)
    return encode_numbers(steps.ravel())[0]


def label_place(polygon: Any) -> Any:
    """Find where a label stands: the middle of the largest circle within the largest part.

    Parameters
    ----------
    polygon : Any
        Polygon or multipolygon, degrees.

    Returns
    -------
    Any
        A point.
    """
    parts = shapely.get_parts(polygon)
    part = parts[int(np.argmax(shapely.area(parts)))]
    west, south, east, north = part.bounds
    # Circles in degrees are ellipses on the ground; for a label's place that is good enough.
    radius = shapely.maximum_inscribed_circle(part, tolerance=max(east - west, north - south) / 50)
    return shapely.points(shapely.get_coordinates(radius)[0])
