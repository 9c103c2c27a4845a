"""A raster as it passes through analyses: block by block, never whole."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

FloatArray = npt.NDArray[np.float64]

#: Coefficients (a, b, c, d, e, f): x = a * column + b * row + c, y = d * column + e * row + f.
Affine6 = tuple[float, float, float, float, float, float]


@dataclass(frozen=True, slots=True)
class Grid:
    """Where the cells of a raster lie.

    Parameters
    ----------
    crs : str
        Coordinate reference system as WKT, or anything else that pyproj reads.
    transform : tuple of float
        Affine coefficients (a, b, c, d, e, f) from column and row of a cell's corner to
        coordinates in ``crs``.
    width, height : int
        Columns and rows.
    """

    crs: str
    transform: Affine6
    width: int
    height: int

    def centres(self, row: npt.ArrayLike, column: npt.ArrayLike) -> tuple[FloatArray, FloatArray]:
        """Give the coordinates, in ``crs``, of the centres of cells."""
        a, b, c, d, e, f = self.transform
        x, y = np.asarray(column, dtype=float) + 0.5, np.asarray(row, dtype=float) + 0.5
        return a * x + b * y + c, d * x + e * y + f


@dataclass(frozen=True, slots=True)
class Block:
    """A rectangle of cells.

    Parameters
    ----------
    row, column : int
        Of its upper left cell, in the whole raster.
    values : numpy.ndarray of float, shape (rows, columns)
        NaN where the raster has no data.
    """

    row: int
    column: int
    values: FloatArray
