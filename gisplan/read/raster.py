"""Reading rasters by windows, so that a file may be larger than memory."""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import rasterio
from rasterio import Affine
from rasterio.env import Env
from rasterio.errors import NotGeoreferencedWarning, RasterioError
from rasterio.io import MemoryFile
from rasterio.windows import Window

from gisplan.catalog.raster import Block, Raster, RasterGrid
from gisplan.errors import DatumError, FileError, OptionError
from gisplan.text import Text

#: A raster is opened by the driver of its ending and no other, so that a file that only claims
#: to be a GeoTIFF can't make GDAL open what it points to.
_DRIVERS: Mapping[str, str] = {
    ".tif": "GTiff",
    ".tiff": "GTiff",
    ".img": "HFA",
    ".asc": "AAIGrid",
}
#: Bytes of tiles that GDAL keeps (rasterio takes it in bytes, GDAL's own option in megabytes). By
#: itself it takes a twentieth of the machine's memory, which a raster read once from end to end
#: fills up for nothing; a row of tiles as wide as the country has to find room, since a raster
#: stored in strips is written into tiles.
CACHE = {"GDAL_CACHEMAX": 256_000_000}


def grid(path: Path) -> RasterGrid:
    """Tell where the cells of a raster lie; no cell is read.

    Parameters
    ----------
    path : pathlib.Path
        ``.tif``, ``.tiff``, ``.img`` or ``.asc``.

    Returns
    -------
    RasterGrid
        CRS, transform and size.

    Raises
    ------
    FileError
        If the file is missing, of an unknown kind or can't be read.
    DatumError
        If it has no coordinate reference system, or no georeference.
    """
    with _opened(path) as source:
        t = source.transform
        return RasterGrid(
            crs=source.crs.to_wkt(),
            transform=(t.a, t.b, t.c, t.d, t.e, t.f),
            width=source.width,
            height=source.height,
        )


def opened(path: Path, *, band: int = 1) -> Raster:
    """Give a raster whose cells are read when they are asked for.

    Parameters
    ----------
    path : pathlib.Path
        ``.tif``, ``.tiff``, ``.img`` or ``.asc``.
    band : int
        From 1.

    Returns
    -------
    Raster
        Its grid, and blocks of cells that can be read again and again.

    Raises
    ------
    FileError, DatumError
        See :func:`grid`.
    """
    return Raster(grid=grid(path), blocks=lambda: blocks(path, band=band))


def blocks(path: Path, *, band: int = 1, cells: int = 1_000_000) -> Iterator[Block]:
    """Read a raster block by block.

    The blocks follow the tiles or strips in which the file is stored, so that none is read
    twice. Nodata, masks and NaN become NaN; scale and offset of the band are applied.

    Parameters
    ----------
    path : pathlib.Path
        ``.tif``, ``.tiff``, ``.img`` or ``.asc``.
    band : int
        From 1.
    cells : int
        About how many cells a block has; the most memory used is some 40 bytes for each, or
        what one stored tile or strip takes.

    Yields
    ------
    Block
        Together they hold each cell once.

    Raises
    ------
    FileError, DatumError
        See :func:`grid`.
    OptionError
        If there is no such band, or ``cells`` is below 1.
    """
    if cells < 1:
        raise OptionError(
            Text(f"cells 应不小于 1，实为 {cells}", f"cells must be at least 1, not {cells}")
        )
    with _opened(path) as source:
        if not 1 <= band <= source.count:
            raise OptionError(
                Text(
                    f"{path.name}：没有第 {band} 波段，共有 {source.count} 个",
                    f"{path.name}: there is no band {band}; it has {source.count}",
                )
            )
        height, width = _shape(source, band, cells)
        for row in range(0, source.height, height):
            for column in range(0, source.width, width):
                window = Window(
                    column,
                    row,
                    min(width, source.width - column),
                    min(height, source.height - row),
                )
                yield Block(row, column, _values(source, band, window))


def _shape(source: Any, band: int, cells: int) -> tuple[int, int]:
    """Give rows and columns of a block: whole tiles or strips, about ``cells`` in all.

    Parameters
    ----------
    source : Any
        A dataset that rasterio has open.
    band : int
        Number of the band, from 1.
    cells : int
        How many cells a block should have.

    Returns
    -------
    tuple[int, int]
        Rows and columns.
    """
    tile_rows, tile_columns = source.block_shapes[band - 1]
    if tile_columns >= source.width:
        rows = max(1, cells // (source.width * tile_rows)) * tile_rows
        return rows, source.width
    across = max(1, int((cells / (tile_rows * tile_columns)) ** 0.5))
    return tile_rows * across, tile_columns * across


def _values(source: Any, band: int, window: Window) -> np.ndarray[Any, np.dtype[np.float64]]:
    read = source.read(band, window=window, masked=True)
    scale, offset = source.scales[band - 1], source.offsets[band - 1]
    values = read.astype(np.float64).filled(np.nan)
    if scale != 1.0 or offset != 0.0:
        values = values * scale + offset
    result: np.ndarray[Any, np.dtype[np.float64]] = values
    return result


@contextmanager
def _opened(path: Path) -> Iterator[Any]:
    driver = _DRIVERS.get(path.suffix.lower())
    if driver is None:
        endings = "、".join(_DRIVERS)
        raise FileError(
            Text(
                f"{path.name}：不认识的栅格类型，可用 {endings}",
                f"{path.name}: unknown kind of raster; there are {endings.replace('、', ', ')}",
            )
        )
    if not path.is_file():
        raise FileError(Text(f"{path.name}：没有这个文件", f"{path.name}: there is no such file"))
    try:
        with warnings.catch_warnings():
            # said below, as an error in the user's language
            warnings.simplefilter("ignore", NotGeoreferencedWarning)
            source = rasterio.open(path, driver=driver)
        with Env(**CACHE), source:
            _require_place(source, path)
            yield source
    except (RasterioError, OSError) as error:
        if isinstance(error, FileError):
            raise
        raise FileError(
            Text(
                f"{path.name}：无法读取，文件已损坏、不完整或不是栅格；请重新导出",
                f"{path.name}: can't be read: damaged, cut off or no raster; export it again",
            )
        ) from error


def _require_place(source: Any, path: Path) -> None:
    if source.crs is None:
        raise DatumError(
            Text(
                f"{path.name}：栅格没有坐标系。请先在 GIS 软件中为它定义坐标系",
                f"{path.name}: the raster has no coordinate system; define it in a GIS first",
            )
        )
    if source.transform.is_identity:
        raise DatumError(
            Text(
                f"{path.name}：栅格没有地理参考（各像元的位置不明）",
                f"{path.name}: the raster is not georeferenced (where its cells lie is unknown)",
            )
        )


def to_bytes(raster: Raster) -> bytes:
    """Give a raster as a GeoTIFF that keeps every value as it is.

    Parameters
    ----------
    raster : Raster
        Grid and blocks of cells.

    Returns
    -------
    bytes
        One band of doubles, NaN without data.
    """
    grid = raster.grid
    profile = {
        "driver": "GTiff",
        "dtype": "float64",
        "count": 1,
        "width": grid.width,
        "height": grid.height,
        "crs": grid.crs,
        "transform": Affine(*grid.transform),
        "nodata": float("nan"),
        "compress": "deflate",
        "predictor": 3,
    }
    with MemoryFile() as memory:
        with memory.open(**profile) as out:
            for block in raster.blocks():
                rows, columns = block.values.shape
                out.write(block.values, 1, window=Window(block.column, block.row, columns, rows))
        content: bytes = memory.read()
    return content
