"""Reach by least-cost travel time over a friction raster, in minutes per metre."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import geopandas as gpd
import numpy as np
import numpy.typing as npt
import pandas as pd

from gisplan.analysis.travel.cells import Grid
from gisplan.analysis.travel.least_cost import CostField
from gisplan.analysis.travel.od_matrix import (
    Kind,
    Reach,
    Reason,
    keep_nearest,
    pair_table,
    unreachable_table,
)
from gisplan.analysis.travel.points import Points, check_limit, check_nearest, take_points
from gisplan.arrays import Bools, Floats, Ints
from gisplan.errors import DataError
from gisplan.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class TravelTime:
    """Travel time to the nearest of several sites, as a raster.

    Attributes
    ----------
    minutes : (rows, columns) floats
        NaN where no site can be reached, or not within the limit.
    site : (rows, columns) integers
        Which site that is, as a position in ``site_ids``; -1 where there is none.
    site_ids : pandas.Index
        Identifiers of the sites that lie on the raster, sorted.
    grid : Grid
        Where the cells lie.
    unreachable : pandas.DataFrame
        The sites that take no part, as in :class:`gisplan.analysis.travel.Reach`.
    """

    minutes: Floats
    site: Ints
    site_ids: pd.Index
    grid: Grid
    unreachable: pd.DataFrame


@dataclass(frozen=True)
class Friction:
    """A raster of what a metre costs in minutes.

    Attributes
    ----------
    minutes_per_metre : (rows, columns) numbers
        Above 0. NaN and infinite are impassable.
    grid : Grid
        Where the cells lie.
    nodata : float, optional
        A value that also stands for impassable.

    Raises
    ------
    DataError
        If the array doesn't fit the grid, nothing can be passed, or a value is zero or less.
    """

    minutes_per_metre: npt.NDArray[np.floating]
    grid: Grid
    nodata: float | None = None

    def __post_init__(self) -> None:
        if np.shape(self.minutes_per_metre) != tuple(self.grid.shape):
            raise DataError(
                Text(
                    f"阻力栅格的形状 {np.shape(self.minutes_per_metre)} 与网格"
                    f" {tuple(self.grid.shape)} 不符。",
                    f"The friction raster's shape {np.shape(self.minutes_per_metre)} is not that "
                    f"of its grid, {tuple(self.grid.shape)}.",
                )
            )
        values = self._values
        if not np.isfinite(values).any():
            raise DataError(
                Text(
                    "阻力栅格没有一个可通行的像元（全为无效值）。",
                    "The friction raster has no cell that can be passed; all are without data.",
                )
            )
        wrong = np.argwhere(values <= 0)
        if len(wrong):
            row, column = wrong[0]
            raise DataError(
                Text(
                    f"阻力栅格第 {row + 1} 行第 {column + 1} 列的值为 {values[row, column]:g}"
                    f"（共 {len(wrong)} 个像元不大于 0）：每米分钟数应大于 0，"
                    "不可通行处请用无效值。",
                    f"Friction raster, row {row + 1}, column {column + 1}: {values[row, column]:g} "
                    f"({len(wrong)} cells are 0 or less); minutes per metre are above 0, and what "
                    "can't be passed is nodata.",
                )
            )

    def travel_time(self, sites: gpd.GeoDataFrame, *, limit: float | None = None) -> TravelTime:
        """Find the travel time from each cell to its nearest site.

        Parameters
        ----------
        sites : geopandas.GeoDataFrame
            Points with a unique column ``id``. A site is at its cell's centre.
        limit : float, optional
            Greatest time in minutes that is of interest.

        Returns
        -------
        TravelTime
            Minutes, nearest site, and the sites that take no part.

        Raises
        ------
        OptionError
            If the limit is no number above 0.
        DataError
            If the sites can't be used.
        """
        if limit is not None:
            check_limit(limit)
        places = take_points(sites, "sites")
        cell = self.grid.cell_of(places)
        used = np.flatnonzero(self._passable(cell))
        used = used[np.asarray(places.ids[used].argsort())]
        sources = cell[used]
        minutes = self._field.least_cost(sources, limit=np.inf if limit is None else limit)
        site = self._field.allocate(minutes, sources)
        minutes[site < 0] = np.nan
        return TravelTime(
            minutes=minutes,
            site=site,
            site_ids=places.ids[used],
            grid=self.grid,
            unreachable=unreachable_table(self._astray("site", places, cell)),
        )

    def reach(
        self,
        demand: gpd.GeoDataFrame,
        sites: gpd.GeoDataFrame,
        *,
        limit: float,
        nearest: int | None = None,
    ) -> Reach:
        """Find the sites within a travel time of each demand point.

        Parameters
        ----------
        demand, sites : geopandas.GeoDataFrame
            Points with a unique column ``id``. A point is at its cell's centre; the way is as
            long in both directions.
        limit : float
            Greatest time in minutes.
        nearest : int, optional
            Give at most this many sites for a demand point, the nearest ones; all if left out.

        Returns
        -------
        Reach
            ``cost`` in minutes. Points off the raster, on cells without data, or shut in by
            such cells are in ``unreachable``.
        """
        check_limit(limit)
        check_nearest(nearest)
        wanted, offered = take_points(demand, "demand"), take_points(sites, "sites")
        wanted_cell, offered_cell = self.grid.cell_of(wanted), self.grid.cell_of(offered)
        row, site, cost = self._pairs(wanted_cell, offered_cell, limit)
        pairs = pair_table(wanted.ids, offered.ids, rows=(row, site), cost=cost)
        return Reach(
            pairs=keep_nearest(pairs, nearest),
            unit="min",
            limit=float(limit),
            unreachable=unreachable_table(
                [
                    *self._astray("demand", wanted, wanted_cell),
                    *self._astray("site", offered, offered_cell),
                    *self._enclosed((wanted, wanted_cell), (offered, offered_cell)),
                ]
            ),
            method="friction",
        )

    def _pairs(self, wanted: Ints, offered: Ints, limit: float) -> tuple[Ints, Ints, Floats]:
        """Give position of demand, position of site and cost of the pairs within the limit.

        Parameters
        ----------
        wanted : array of int
            Cell of each demand point, as a position in the flattened raster; -1 outside it.
        offered : array of int
            Cell of each site.
        limit : float
            Greatest cost in minutes.

        Returns
        -------
        tuple[Ints, Ints, Floats]
            Demand, site and minutes.
        """
        ends = np.unique(wanted[self._passable(wanted)])
        starts = np.unique(offered[self._passable(offered)])
        none = np.array([], dtype=np.int64)
        found: list[tuple[Ints, Ints, Floats]] = [(none, none, none.astype(np.float64))]
        for start, cells, cost in self._field.each_cost(starts, limit=limit):
            at = np.searchsorted(ends, cells)
            hit = np.flatnonzero(at < ends.size)
            hit = hit[ends[at[hit]] == cells[hit]]
            found.append((cells[hit], starts[start[hit]], cost[hit]))
        end, begin, minutes = (np.concatenate(part) for part in zip(*found, strict=True))
        pairs = pd.DataFrame({"end": end, "start": begin, "cost": minutes})
        for name, cell in (("end", wanted), ("start", offered)):
            points = pd.DataFrame({name: cell, f"{name}_row": np.arange(cell.size)})
            pairs = pairs.merge(points, on=name)
        return (
            pairs["end_row"].to_numpy(dtype=np.int64),
            pairs["start_row"].to_numpy(dtype=np.int64),
            pairs["cost"].to_numpy(dtype=np.float64),
        )

    def _passable(self, cell: Ints) -> Bools:
        """Say of positions in the raster (-1: outside) whether they can be passed.

        Parameters
        ----------
        cell : array of int
            Positions in the flattened raster.

        Returns
        -------
        array of bool
            Shape of ``cell``.
        """
        flags: Bools = (cell >= 0) & np.isfinite(self._values.ravel()[cell])
        return flags

    def _astray(
        self, of: Kind, places: Points, cell: Ints
    ) -> list[tuple[Kind, Reason, list[str], None]]:
        off, blocked = cell < 0, (cell >= 0) & ~self._passable(cell)
        return [
            (of, "off_raster", list(places.ids[off]), None),
            (of, "impassable", list(places.ids[blocked]), None),
        ]

    def _enclosed(
        self, wanted: tuple[Points, Ints], offered: tuple[Points, Ints]
    ) -> list[tuple[Kind, Reason, list[str], None]]:
        """Report the points of an island of passable cells where the other kind is missing.

        Parameters
        ----------
        wanted : tuple[Points, Ints]
            Demand points and their cells.
        offered : tuple[Points, Ints]
            Sites and their cells.

        Returns
        -------
        list[tuple[Kind, Reason, list[str], None]]
            What kind of point it is, why, and the identifiers.
        """
        from scipy import ndimage

        islands, _ = ndimage.label(np.isfinite(self._values), structure=np.ones((3, 3)))
        parts = []
        for _, cell in (wanted, offered):
            parts.append(np.where(self._passable(cell), islands.ravel()[cell], 0))
        kinds: tuple[Kind, Kind] = ("demand", "site")
        found: list[tuple[Kind, Reason, list[str], None]] = []
        for of, (places, _), mine, others in zip(
            kinds, (wanted, offered), parts, parts[::-1], strict=True
        ):
            alone = (mine > 0) & ~np.isin(mine, others)
            found.append((of, "enclosed", list(places.ids[alone]), None))
        return found

    @cached_property
    def _values(self) -> Floats:
        values = np.array(self.minutes_per_metre, dtype=np.float64)
        if self.nodata is not None:
            values[values == self.nodata] = np.nan
        return values

    @cached_property
    def _field(self) -> CostField:
        return CostField(self._values, self.grid.cell_sizes())
