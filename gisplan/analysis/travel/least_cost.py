"""Least cost over a grid whose cells are joined to their eight neighbours, in plain arrays.

The answer is that of Dijkstra's algorithm (1959) on the graph of cells. A queue of single cells
would be slow in an interpreter, so that cells are taken by the bucket, as delta-stepping does
(U. Meyer and P. Sanders, Δ-stepping: a parallelizable shortest path algorithm, J. Algorithms 49,
2003): all cells whose cost lies in the next interval are improved from together, again and again
until none of them changes, and then settled. The width of the interval changes how long it
takes, never the answer.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from gisplan.arrays import Bools, Floats, Ints

#: Width of a bucket, in steps over a cell of median friction. From 1 to 5 it makes no odds.
_STEPS = 2.0
#: A bucket takes at least so many cells, as fewer cost the interpreter as much.
_LEAST = 1000
#: How many grids are solved side by side, and how many cells they may have together (600 MB).
_LAYERS = 32
_AT_ONCE = 50_000_000
#: The eight neighbours, row and column.
_NEIGHBOURS = ((-1, -1), (-1, 0), (-1, 1), (0, -1), (0, 1), (1, -1), (1, 0), (1, 1))


@dataclass(frozen=True, slots=True)
class CellSizes:
    """The size of the cells of each row, in metres.

    Attributes
    ----------
    width : (rows,) floats
        From side to side.
    height : (rows,) floats
        From top to bottom.
    diagonal : (rows,) floats
        From corner to corner.
    """

    width: Floats
    height: Floats
    diagonal: Floats


@dataclass(frozen=True)
class CostField:
    """A grid that costs something to cross.

    Attributes
    ----------
    friction : (rows, columns) floats
        Cost per metre, above 0; NaN or infinite where nothing can pass.
    sizes : CellSizes
        Size of the cells.

    Notes
    -----
    A step between two of the eight neighbours costs, for each of the two cells, its friction
    times half its own size in the direction of the step (for cells of one size that is the
    mean of the two frictions times the distance between the centres).
    """

    friction: Floats
    sizes: CellSizes

    def least_cost(self, sources: Ints, *, limit: float = np.inf) -> Floats:
        """Find the least cost from the nearest of several cells to each cell.

        Parameters
        ----------
        sources : (n,) integers
            Positions of the source cells in the flattened grid.
        limit : float
            Greatest cost that is of interest.

        Returns
        -------
        (rows, columns) floats
            The cost; infinite where it is above the limit or no way leads.
        """
        front = _Front.of(self, 1)
        front.spread(self._rimmed(sources), limit)
        rows = self.friction.shape[0]
        return np.ascontiguousarray(front.values.reshape(rows + 2, -1)[1:-1, 1:-1])

    def each_cost(self, sources: Ints, *, limit: float) -> Iterator[tuple[Ints, Ints, Floats]]:
        """Find the cells within a cost of each of several cells, and their costs.

        The work is in proportion to the cells found, not to the grid.

        Parameters
        ----------
        sources : array of int
            Positions in the flattened grid.
        limit : float
            Greatest cost, in friction times metres.

        Yields
        ------
        (n,) integers, (n,) integers, (n,) floats
            Position in ``sources``, position in the flattened grid, and cost; for some of the
            sources at a time.
        """
        size = self._side(2).size
        layers = int(np.clip(_AT_ONCE // size, 1, min(_LAYERS, max(sources.size, 1))))
        front = _Front.of(self, layers)
        width, columns = self._width, self.friction.shape[1]
        for begin in range(0, sources.size, layers):
            some = sources[begin : begin + layers]
            met: list[Ints] = []
            front.spread(self._rimmed(some) + np.arange(some.size) * size, limit, met)
            cells = front.once(np.concatenate(met))
            cost = front.values[cells]
            front.values[cells] = np.inf
            layer, cells = np.divmod(cells, size)
            yield begin + layer, (cells // width - 1) * columns + cells % width - 1, cost

    def allocate(self, cost: Floats, sources: Ints) -> Ints:
        """Find which source each cell's least cost comes from.

        Parameters
        ----------
        cost : (rows, columns) floats
            As :meth:`least_cost` gives it for these sources.
        sources : (n,) integers
            As there; of sources on one cell the first counts.

        Returns
        -------
        (rows, columns) integers
            Position in ``sources``; -1 where ``cost`` is infinite.

        Notes
        -----
        Each cell points at the neighbour it is reached from; following the pointers two, four,
        eight … steps at a time leads to the source.
        """
        rows, columns = cost.shape
        padded = self._pad(cost).reshape(rows + 2, -1)
        sides = [self._side(kind).reshape(rows + 2, -1) for kind in range(3)]
        best = np.full(cost.shape, np.inf)
        here = np.arange(cost.size, dtype=np.int64).reshape(cost.shape)
        pointer = here.copy()
        for down, right in _NEIGHBOURS:
            side = sides[_kind(down, right)]
            at = (slice(1 + down, rows + 1 + down), slice(1 + right, columns + 1 + right))
            # In the order in which the costs were summed, so that equal means equal.
            through = (padded[at] + side[at]) + side[1:-1, 1:-1]
            better = through < best
            np.copyto(best, through, where=better)
            np.copyto(pointer, here + (down * columns + right), where=better)
        flat = pointer.ravel()
        flat[sources] = sources
        while not np.array_equal(further := flat[flat], flat):
            flat = further
        owner = np.full(cost.size, -1, dtype=np.int64)
        owner[sources[::-1]] = np.arange(sources.size)[::-1]
        found = owner[flat].reshape(cost.shape)
        found[~np.isfinite(cost)] = -1
        return found

    def _side(self, kind: int) -> Floats:
        """Cost of half a step from a cell's centre: 0 across, 1 up or down, 2 over a corner.

        Parameters
        ----------
        kind : int
            0, 1 or 2.

        Returns
        -------
        array of float
            Shape of the grid with its rim, flattened.
        """
        return self._sides[kind]

    @cached_property
    def _sides(self) -> tuple[Floats, Floats, Floats]:
        half = np.where(np.isfinite(self.friction), self.friction / 2, np.inf)
        sizes = self.sizes
        across = self._pad(half * sizes.width[:, None])
        same = np.array_equal(sizes.width, sizes.height)
        down = across if same else self._pad(half * sizes.height[:, None])
        return across, down, self._pad(half * sizes.diagonal[:, None])

    @cached_property
    def _bucket(self) -> float:
        step = self._side(1)
        some = step[np.isfinite(step)]
        return float(np.median(some) * 2 * _STEPS) if some.size else 1.0

    @property
    def _width(self) -> int:
        return int(self.friction.shape[1]) + 2

    def _pad(self, values: Floats) -> Floats:
        """Lay a rim of infinity around a grid, so that no step leaves it; flattened.

        Parameters
        ----------
        values : array of float
            Shape of the grid.

        Returns
        -------
        array of float
            The values with a rim of one cell, row by row.
        """
        padded = np.full((values.shape[0] + 2, self._width), np.inf)
        padded[1:-1, 1:-1] = values
        return padded.reshape(-1)

    def _rimmed(self, cells: Ints) -> Ints:
        columns = self.friction.shape[1]
        rimmed: Ints = (cells // columns + 1) * self._width + cells % columns + 1
        return rimmed


@dataclass(frozen=True, slots=True)
class _Front:
    """Costs that are being lowered: those of one grid, or of several laid one after the other.

    Attributes
    ----------
    sides : three (n,) floats
        Cost of half a step, of a grid with its rim.
    width : int
        Columns of the grid with its rim.
    bucket : float
        Width of a bucket.
    values : (layers * n,) floats
        The costs so far.
    mark : (layers * n,) integers
        Scratch.
    """

    sides: tuple[Floats, Floats, Floats]
    width: int
    bucket: float
    values: Floats
    mark: npt.NDArray[np.int32]

    @classmethod
    def of(cls, field: CostField, layers: int) -> _Front:
        sides = field._sides
        size = layers * sides[2].size
        values, mark = np.full(size, np.inf), np.zeros(size, dtype=np.int32)
        return cls(sides, field._width, field._bucket, values, mark)

    def spread(self, cells: Ints, limit: float, met: list[Ints] | None = None) -> None:
        """Lower the costs to the least ones from ``cells``; note the cells that were met.

        Parameters
        ----------
        cells : array of int
            Positions in the grid with its rim (of several layers one after the other).
        limit : float
            Greatest cost that is of interest.
        met : list of Ints, optional
            List to which the cells met are added; None if nobody asks.
        """
        self.values[cells] = 0.0
        cells = self.once(cells)
        if met is not None:
            met.append(cells)
        far = [cells[:0]]
        edge = self.bucket
        while cells.size:
            while cells.size:
                cells = self._step(cells, limit)
                if met is not None:
                    met.append(cells)
                soon = self.values[cells] <= edge
                far.append(cells[~soon])
                cells = cells[soon]
            waiting = self.once(np.concatenate(far))
            cost = self.values[waiting]
            waiting, cost = waiting[cost > edge], cost[cost > edge]
            if waiting.size:
                edge = max(edge + self.bucket, _bound(cost))
            soon = cost <= edge
            cells, far = waiting[soon], [waiting[~soon]]

    def _step(self, cells: Ints, limit: float) -> Ints:
        """Improve the neighbours of cells; give those that were improved, each once.

        Parameters
        ----------
        cells : array of int
            Positions in the grid with its rim (of several layers one after the other).
        limit : float
            Greatest cost that is of interest.

        Returns
        -------
        array of int
            Positions of the cells that were improved.
        """
        values, size = self.values, self.sides[2].size
        place = cells if values.size == size else cells % size
        layer = cells - place
        base = values[cells]
        leaving = [base + side[place] for side in self.sides]
        found: list[Ints] = []
        for down, right in _NEIGHBOURS:
            kind = _kind(down, right)
            beside = place + (down * self.width + right)
            near = beside if place is cells else beside + layer
            through = leaving[kind] + self.sides[kind][beside]
            better: Bools = through < values[near]
            if limit < np.inf:
                better &= through <= limit
            near = near[better]
            values[near] = through[better]
            found.append(near)
        return self.once(np.concatenate(found))

    def once(self, cells: Ints) -> Ints:
        """Give each cell once: where a cell stands twice, the last to leave its mark stays.

        Parameters
        ----------
        cells : array of int
            Positions in the grid with its rim (of several layers one after the other).

        Returns
        -------
        array of int
            Different positions.
        """
        turn = np.arange(cells.size, dtype=np.int32)
        self.mark[cells] = turn
        once: Ints = cells[self.mark[cells] == turn]
        return once


def _kind(down: int, right: int) -> int:
    return 2 if down and right else 1 if down else 0


def _bound(cost: Floats) -> float:
    """Give the cost below which a bucket has the least number of cells that is worth a round.

    Parameters
    ----------
    cost : array of float
        Costs of the cells that wait.

    Returns
    -------
    float
        That cost; the greatest if fewer cells wait.
    """
    if cost.size <= _LEAST:
        return float(cost.max())
    return float(np.partition(cost, _LEAST)[_LEAST])
