"""Where the cells of a raster lie, and how large they are on the ellipsoid."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from pyproj import CRS, Transformer
from pyproj.exceptions import CRSError

from gisplan.analysis.travel.least_cost import CellSizes
from gisplan.analysis.travel.points import WGS84, Points
from gisplan.arrays import Floats, Ints
from gisplan.catalog.raster import RasterGrid as Cells
from gisplan.errors import DataError, DatumError
from gisplan.text import Text

if TYPE_CHECKING:
    from rasterio import Affine

#: How much the cells of one row may differ in size before a raster is refused.
_UNEVEN = 0.05


@dataclass(frozen=True, slots=True)
class Grid:
    """The frame of a raster: which cell lies where.

    Attributes
    ----------
    transform : rasterio.Affine
        From (column, row) to the coordinates of the system, as rasterio gives it; the rows run
        along one axis of the system and the columns along the other.
    crs : pyproj.CRS, rasterio.crs.CRS or str
        Coordinate reference system, geographic or projected.
    shape : (int, int)
        Rows and columns.

    Raises
    ------
    DatumError
        If there is no system, or it isn't known.
    DataError
        If the grid is turned or has no cells.
    """

    transform: Affine
    crs: Any
    shape: tuple[int, int]

    def __post_init__(self) -> None:
        if not self.crs:
            raise DatumError(
                Text(
                    "栅格没有坐标参考系，请先写明（例如用 gdal_edit 的 -a_srs 选项）再使用。",
                    "The raster has no coordinate reference system; state it first, "
                    "with gdal_edit -a_srs for instance.",
                )
            )
        try:
            system = CRS.from_user_input(self.crs)
        except CRSError as fault:
            raise DatumError(
                Text(
                    f"无法识别栅格的坐标参考系：{self.crs}。",
                    f"The raster's coordinate reference system is not known: {self.crs}.",
                )
            ) from fault
        object.__setattr__(self, "crs", system)
        turn = self.transform
        if turn.b or turn.d or not (turn.a and turn.e):
            raise DataError(
                Text(
                    "栅格的行列与坐标轴不平行，请先重采样为正北向上的栅格（例如用 gdalwarp）。",
                    "The raster's rows don't run along an axis of its system; "
                    "warp it to a north-up grid first, with gdalwarp for instance.",
                )
            )
        if len(self.shape) != 2 or min(self.shape) < 1:
            raise DataError(
                Text(
                    f"栅格应有行和列，现在的形状是 {self.shape}。",
                    f"A raster has rows and columns; the shape of this one is {self.shape}.",
                )
            )

    @classmethod
    def of(cls, cells: Cells) -> Grid:
        """Take the frame of a raster as analyses know it.

        Parameters
        ----------
        cells : Cells
            Transform, system and size, as a raster that was read declares them.

        Returns
        -------
        Grid
            The same frame, checked.
        """
        from rasterio import Affine

        return cls(Affine(*cells.transform), cells.crs, (cells.height, cells.width))

    def cell_of(self, points: Points) -> Ints:
        """Find the cell that each point lies in.

        Parameters
        ----------
        points : Points
            Places in WGS 84.

        Returns
        -------
        (n,) integers
            Position in the flattened raster; -1 outside it.
        """
        to = Transformer.from_crs("EPSG:4326", self.crs, always_xy=True)
        x, y = (np.asarray(part) for part in to.transform(points.lon, points.lat))
        rows, columns = self.shape
        turn = self.transform
        if self.crs.is_geographic:
            # The same meridian, counted so that it is not west of the raster's own edge.
            west = min(turn.c, turn.c + turn.a * columns)
            x = west + np.mod(x - west, 360.0)
        with np.errstate(invalid="ignore"):
            column = np.floor((x - turn.c) / turn.a)
            row = np.floor((y - turn.f) / turn.e)
            inside = (column >= 0) & (column < columns) & (row >= 0) & (row < rows)
        return np.where(inside, row * columns + column, -1).astype(np.int64)

    def cell_sizes(self) -> CellSizes:
        """Measure the cells of each row on the ellipsoid.

        Returns
        -------
        CellSizes
            Geodesic lengths through the cell in the middle of each row.

        Raises
        ------
        DatumError
            If the cells of a row differ by more than 5 % in width or height, as they do where
            a projection is used far from where it belongs.
        """
        columns = self.shape[1]
        middle = self._measure(columns / 2 - 0.5)
        for column in (0.0, columns - 1.0):
            there = self._measure(column)
            for here, other in ((middle.width, there.width), (middle.height, there.height)):
                worst = np.abs(other / here - 1).max()
                # Written so that a length that is no number fails too.
                if not worst <= _UNEVEN:
                    raise DatumError(
                        Text(
                            f"栅格的投影（{self.crs.name}）在其范围内变形过大：同一行的像元大小相差"
                            f" {worst:.0%}，请改用适合当地的投影，或经纬度栅格（EPSG:4326）。",
                            f"The raster's projection ({self.crs.name}) is too uneven over it: the "
                            f"cells of one row differ by {worst:.0%}; use one made for the place, "
                            "or a grid in longitude and latitude (EPSG:4326).",
                        )
                    )
        return middle

    def _measure(self, column: float) -> CellSizes:
        rows = np.arange(self.shape[0], dtype=np.float64)
        left, middle, right = (
            np.full(rows.size, column + part, dtype=np.float64) for part in (0, 0.5, 1)
        )
        return CellSizes(
            width=self._length((left, rows + 0.5), (right, rows + 0.5)),
            height=self._length((middle, rows), (middle, rows + 1)),
            diagonal=self._length((left, rows), (right, rows + 1)),
        )

    def _length(self, start: tuple[Floats, Floats], end: tuple[Floats, Floats]) -> Floats:
        to = Transformer.from_crs(self.crs, "EPSG:4326", always_xy=True)
        ends = []
        for column, row in (start, end):
            x, y = (
                self.transform.c + self.transform.a * column,
                self.transform.f + self.transform.e * row,
            )
            if self.crs.is_geographic:
                y = np.clip(y, -90.0, 90.0)
            ends.append(to.transform(x, y))
        (lon, lat), (lon_end, lat_end) = ends
        return np.asarray(WGS84.inv(lon, lat, lon_end, lat_end)[2])
