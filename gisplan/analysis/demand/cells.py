"""Demand from a population raster, taken block by block."""

from __future__ import annotations

from collections.abc import Iterable

import geopandas as gpd
import numpy as np
import pandas as pd
from pyproj import CRS, Transformer
from pyproj.exceptions import CRSError

from gisplan.arrays import Floats
from gisplan.catalog.layer import Outcome
from gisplan.catalog.raster import Block, RasterGrid
from gisplan.errors import DataError, DatumError, OptionError
from gisplan.places.locate import Locator
from gisplan.text import Text

_KEYS = ["adcode", "row", "column"]
#: Rows of sums that may wait to be merged.
_MERGE = 500_000


def from_blocks(
    blocks: Iterable[Block], grid: RasterGrid, counties: gpd.GeoDataFrame, *, cell: int = 1
) -> Outcome:
    """Gather the people of a raster into demand points.

    The raster is never resampled, so that nobody is lost or counted twice: each cell keeps its
    people, belongs to the county that its centre lies in, and adds them to the point of its
    square of ``cell`` by ``cell`` cells in that county. Such a point stands at the mean of the
    centres of its cells, weighted by their people. The squares are counted from the raster's
    upper left corner, whatever the blocks are.

    Parameters
    ----------
    blocks : iterable of Block
        Persons in each cell (not per km²); each cell at most once. As
        :func:`gisplan.read.raster.blocks` gives them.
    grid : RasterGrid
        Where the cells lie; any CRS.
    counties : geopandas.GeoDataFrame
        Polygons in EPSG:4326 with ``adcode`` and ``parent``.
    cell : int
        Cells along the side of a square; 1 keeps each cell its own point.

    Returns
    -------
    Outcome
        Points in EPSG:4326: ``id`` (``ROW-COLUMN-ADCODE`` of the square, from 0), ``adcode``,
        ``weight`` (persons), ``cells`` (how many gave people); by code, then row and column.
        People outside all counties are counted in ``left_out``.

    Raises
    ------
    OptionError
        If ``cell`` is below 1.
    DatumError
        If the CRS can't be read.
    DataError
        If a cell is negative or infinite (named by row and column), or nobody lives in the
        counties.

    Examples
    --------
    >>> import geopandas as gpd
    >>> import numpy as np
    >>> import shapely
    >>> from gisplan.analysis.demand import from_blocks
    >>> from gisplan.catalog.raster import Block, RasterGrid
    >>> grid = RasterGrid(crs="EPSG:4326", transform=(0.5, 0, 104, 0, -0.5, 37), width=2, height=1)
    >>> people = Block(0, 0, np.array([[30.0, 10.0]]))
    >>> counties = gpd.GeoDataFrame(
    ...     {"adcode": ["900101"], "parent": ["900100"]},
    ...     geometry=[shapely.box(104, 36, 105, 37)],
    ...     crs=4326,
    ... )
    >>> from_blocks([people], grid, counties, cell=2).table[["id", "weight", "cells"]]
               id  weight  cells
    0  0-0-900101    40.0      2
    """
    if cell < 1:
        raise OptionError(
            Text(f"cell 应不小于 1，实为 {cell}", f"cell must be at least 1, not {cell}")
        )
    to_degrees = _transformer(grid)
    locator = Locator.from_counties(counties)
    gathered = _Gathered()
    outside, cells_outside = 0.0, 0
    for block in blocks:
        found = _squares(block, grid, (locator, to_degrees), cell)
        away = found["adcode"].isna()
        outside += float(found.loc[away, "weight"].sum())
        cells_outside += int(found.loc[away, "cells"].sum())
        gathered.add(found[~away])
    sums = gathered.total()
    if sums.empty:
        raise DataError(
            Text(
                "人口栅格在所给边界内没有人口。请核对坐标系和范围",
                "the population raster has nobody inside the boundaries given; check its "
                "coordinate system and extent",
            )
        )
    lon, lat = to_degrees.transform(sums["wx"] / sums["weight"], sums["wy"] / sums["weight"])
    ids = (
        sums["row"].astype("str")
        + "-"
        + sums["column"].astype("str")
        + "-"
        + sums["adcode"].astype("str")
    )
    table = gpd.GeoDataFrame(
        {"id": ids, "adcode": sums["adcode"], "weight": sums["weight"], "cells": sums["cells"]},
        geometry=gpd.points_from_xy(lon, lat),
        crs=4326,
    )
    return Outcome(table, _away(outside, cells_outside))


class _Gathered:
    """Sums by county and square. What is kept grows with the squares, not with the cells."""

    def __init__(self) -> None:
        self._parts: list[pd.DataFrame] = []
        self._rows = 0
        self._merged = 0

    def add(self, part: pd.DataFrame) -> None:
        """Take in the sums of a block.

        Parameters
        ----------
        part : pandas.DataFrame
            Sums by county and square.
        """
        self._parts.append(part)
        self._rows += len(part)
        # merged only when they have doubled, so that the work stays in proportion
        if self._rows > _MERGE + 2 * self._merged:
            self.total()

    def total(self) -> pd.DataFrame:
        """Give all sums, each square of a county once.

        Returns
        -------
        pandas.DataFrame
            County, square and ``weight``, sorted.
        """
        if not self._parts:
            return pd.DataFrame(columns=[*_KEYS, "weight"])
        whole = pd.concat(self._parts)
        sums = whole.groupby(_KEYS, as_index=False, sort=True).sum()
        self._parts, self._rows, self._merged = [sums], len(sums), len(sums)
        return sums


def _squares(
    block: Block, grid: RasterGrid, tools: tuple[Locator, Transformer], cell: int
) -> pd.DataFrame:
    """Give the sums of a block by county and square.

    Parameters
    ----------
    block : Block
        Rows and columns of a population raster.
    grid : RasterGrid
        Where its cells lie.
    tools : tuple[Locator, Transformer]
        Finds the county of a point; turns the raster's coordinates into degrees.
    cell : int
        Side of a square, in cells of the raster.

    Returns
    -------
    pandas.DataFrame
        County, square and the sums of people in it.

    Raises
    ------
    DataError
        If a cell holds a number that can't be of people; row and column are named.
    """
    locator, to_degrees = tools
    rows, columns = np.nonzero(~(np.isnan(block.values) | (block.values == 0)))
    people: Floats = block.values[rows, columns]
    rows, columns = rows + block.row, columns + block.column
    bad = np.flatnonzero(~np.isfinite(people) | (people < 0))
    if len(bad):
        raise _bad_cell(int(rows[bad[0]]), int(columns[bad[0]]), float(people[bad[0]]))
    x, y = grid.centres(rows, columns)
    lon, lat = to_degrees.transform(x, y)
    table = pd.DataFrame(
        {
            "adcode": locator.locate(lon, lat)["county"].to_numpy(),
            "row": rows // cell,
            "column": columns // cell,
            "weight": people,
            "wx": people * x,
            "wy": people * y,
            "cells": np.ones(len(people), dtype=np.int64),
        }
    )
    table["adcode"] = table["adcode"].astype("str")
    return table.groupby(_KEYS, as_index=False, dropna=False, sort=True).sum()


def _transformer(grid: RasterGrid) -> Transformer:
    try:
        return Transformer.from_crs(CRS.from_user_input(grid.crs), 4326, always_xy=True)
    except CRSError as error:
        raise DatumError(
            Text(
                f"人口栅格的坐标系无法识别（{error}）",
                f"the coordinate system of the population raster can't be read ({error})",
            )
        ) from error


def _bad_cell(row: int, column: int, value: float) -> DataError:
    return DataError(
        Text(
            f"人口栅格第 {row + 1} 行第 {column + 1} 列的值为 {value:g}，人口不能为负或无穷大。"
            "如为无数据值，请在栅格中声明 nodata",
            f"the population raster has {value:g} in row {row + 1}, column {column + 1}; a number "
            "of people is not negative or infinite. If it means no data, declare it as nodata",
        )
    )


def _away(people: float, cells: int) -> tuple[Text, ...]:
    if not cells:
        return ()
    return (
        Text(
            f"人口栅格中 {cells} 个像元在所有县级边界之外，共 {people:g} 人，未计入",
            f"{cells} cell(s) of the population raster, of {people:g} people, lie outside all "
            "counties and were left out",
        ),
    )
