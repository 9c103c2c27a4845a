"""A raster as it passes through analyses: block by block, so that it may exceed memory."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gisplan.errors import DataError
from gisplan.text import Text

if TYPE_CHECKING:
    import numpy.typing as npt

    from gisplan.arrays import Floats

#: What an analysis that needs a raster whole takes at most (some 800 MB an array).
MOST_CELLS = 100_000_000
#: Endings of raster files.
ENDINGS = (".tif", ".tiff", ".img", ".asc")

#: Coefficients (a, b, c, d, e, f): x = a * column + b * row + c, y = d * column + e * row + f.
Affine6 = tuple[float, float, float, float, float, float]


@dataclass(frozen=True, slots=True)
class RasterGrid:
    """Where the cells of a raster lie.

    Attributes
    ----------
    crs : str
        Coordinate reference system as WKT, or anything else that pyproj reads.
    transform : tuple of float
        Affine coefficients (a, b, c, d, e, f) from column and row of a cell's corner to
        coordinates in ``crs``.
    width : int
        Columns.
    height : int
        Rows.
    """

    crs: str
    transform: Affine6
    width: int
    height: int

    def centres(self, row: npt.ArrayLike, column: npt.ArrayLike) -> tuple[Floats, Floats]:
        """Give the coordinates, in ``crs``, of the centres of cells.

        Parameters
        ----------
        row : npt.ArrayLike
            Rows, from 0.
        column : npt.ArrayLike
            Columns, from 0.

        Returns
        -------
        tuple[Floats, Floats]
            The x and the y.
        """
        import numpy as np

        a, b, c, d, e, f = self.transform
        x, y = np.asarray(column, dtype=float) + 0.5, np.asarray(row, dtype=float) + 0.5
        return a * x + b * y + c, d * x + e * y + f


@dataclass(frozen=True, slots=True)
class Block:
    """A rectangle of cells.

    Attributes
    ----------
    row : int
        Row of its upper left cell, in the whole raster.
    column : int
        Column of its upper left cell, in the whole raster.
    values : numpy.ndarray of float, shape (rows, columns)
        NaN where the raster has no data.
    """

    row: int
    column: int
    values: Floats


@dataclass(frozen=True, slots=True, kw_only=True)
class Raster:
    """A raster: where its cells lie, and a way to its values.

    Attributes
    ----------
    grid : RasterGrid
        Where its cells lie.
    blocks : callable
        Gives the blocks, each cell once; may be called again.
    """

    grid: RasterGrid
    blocks: Callable[[], Iterator[Block]]

    @classmethod
    def of(cls, grid: RasterGrid, values: npt.ArrayLike) -> Raster:
        """Make a raster of an array of the grid's shape; NaN has no data.

        Parameters
        ----------
        grid : RasterGrid
            Where its cells lie.
        values : npt.ArrayLike
            Value of each cell, shape (rows, columns).

        Returns
        -------
        Raster
            One block.

        Raises
        ------
        DataError
            If the array is of another shape.
        """
        import numpy as np

        whole = np.asarray(values, dtype=np.float64)
        if whole.shape != (grid.height, grid.width):
            raise DataError(
                Text(
                    f"栅格的数组为 {whole.shape}，与网格 {(grid.height, grid.width)} 不符",
                    f"the array of a raster is {whole.shape}, its grid {(grid.height, grid.width)}",
                )
            )
        return cls(grid=grid, blocks=lambda: iter((Block(0, 0, whole),)))

    def values(self) -> Floats:
        """Give all cells as one array.

        Returns
        -------
        numpy.ndarray of float, shape (rows, columns)
            NaN where there is no data. Not to be changed in place.

        Raises
        ------
        DataError
            If there are more than :data:`MOST_CELLS`.
        """
        height, width = self.grid.height, self.grid.width
        if height * width > MOST_CELLS:
            raise DataError(
                Text(
                    f"栅格有 {height} × {width} 个像元，此分析最多处理 {MOST_CELLS:,} 个；"
                    "请先裁剪到所需范围（例如用 gdalwarp -te）或降低分辨率",
                    f"the raster has {height} x {width} cells, and this analysis takes at most"
                    f" {MOST_CELLS:,}; cut it to the area needed first, with gdalwarp -te for"
                    " instance, or take larger cells",
                )
            )
        import numpy as np

        whole = np.full((height, width), np.nan)
        for block in self.blocks():
            rows, columns = block.values.shape
            whole[block.row : block.row + rows, block.column : block.column + columns] = (
                block.values
            )
        return whole
