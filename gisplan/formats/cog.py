"""Cloud-Optimised GeoTIFF: a raster in tiles with overviews, and what its values mean.

The cells stay where they are: a raster is written in its own coordinate reference system and
never resampled. Of whole numbers up to 254 a byte a cell is kept, with a table of colours where
the values are coded; of others a single-precision number.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import rasterio
from rasterio import Affine
from rasterio.enums import ColorInterp
from rasterio.env import Env
from rasterio.shutil import copy as copy_raster
from rasterio.windows import Window

from gisplan.catalog.layer import Column, Layer, LayerSpec
from gisplan.catalog.raster import Raster
from gisplan.errors import DataError
from gisplan.formats.metadata import made_from
from gisplan.formats.prepared import Prepared, build_time, description
from gisplan.read.raster import CACHE
from gisplan.render.style.symbology import Symbology
from gisplan.text import Text

_TILE = 512
_NO_BYTE = 255
_NO_NUMBER = -9999.0
#: Single precision holds whole numbers exactly up to here.
_EXACT = 2**24


@dataclass(frozen=True, slots=True)
class _Kind:
    """How cells are stored."""

    dtype: str
    nodata: float
    overviews: str
    predictor: str


_CODES = _Kind("uint8", _NO_BYTE, "NEAREST", "NO")
_NUMBERS = _Kind("float32", _NO_NUMBER, "AVERAGE", "FLOATING_POINT")
_WHOLE = _Kind("int32", _NO_NUMBER, "NEAREST", "STANDARD")


def write(item: Prepared, path: Path) -> None:
    """Write a raster layer as a Cloud-Optimised GeoTIFF.

    Parameters
    ----------
    item : Prepared
        A layer of geometry ``raster``.
    path : pathlib.Path
        The file to write.

    Raises
    ------
    DataError
        If a value can't be held.
    """
    raster, spec = item.layer.raster, item.spec
    if raster is None:
        raise DataError(Text(f"图层 {spec.name} 不是栅格", f"layer {spec.name} is no raster"))
    column = spec.columns[0]
    kind = _kind(item.layer, column)
    # beside the target, where there is room; a killed run's is known by its name
    with tempfile.TemporaryDirectory(
        dir=path.parent, prefix=f".{item.spec.name}.", suffix=".part"
    ) as folder:
        plain = Path(folder) / "plain.tif"
        _plain(raster, item, plain, kind)
        # GDAL's clock and threads stay out of the file
        with Env(GDAL_NUM_THREADS="1", **CACHE):
            copy_raster(
                plain,
                path,
                driver="COG",
                compress="DEFLATE",
                predictor=kind.predictor,
                blocksize=_TILE,
                overviews="IGNORE_EXISTING",
                overview_resampling=kind.overviews,
                bigtiff="IF_SAFER",
            )


def count(path: Path) -> int:
    """Read all cells of a file just written.

    Parameters
    ----------
    path : pathlib.Path
        A GeoTIFF.

    Returns
    -------
    int
        The number of its bands.
    """
    with Env(**CACHE), rasterio.open(path, driver="GTiff") as source:
        for _, window in source.block_windows(1):
            source.read(window=window)
        bands: int = source.count
    return bands


def _kind(layer: Layer, column: Column) -> _Kind:
    """Choose how cells are stored: as small as holds them.

    Parameters
    ----------
    layer : Layer
        The layer, whose one row tells the least and greatest cell.
    column : Column
        The one column, which is declared.

    Returns
    -------
    _Kind
        Type of the cells and the value that stands for no data.

    Raises
    ------
    DataError
        If the cells reach beyond 32 bits.
    """
    if column.type == "number":
        return _NUMBERS
    facts = layer.table.iloc[0]
    least, most = float(facts["minimum"]), float(facts["maximum"])
    if least >= 0 and most < _NO_BYTE:
        return _CODES
    if least > _NO_NUMBER and most < 2**31:
        return _WHOLE
    raise DataError(
        Text(
            f"图层 {layer.spec.name} 的整数从 {least:g} 到 {most:g}，超出了 GeoTIFF 的 32 位整数"
            "所能保存的范围；请把该列声明为 number",
            f"layer {layer.spec.name} holds whole numbers from {least:g} to {most:g}, more than"
            " 32 bits take; declare its column as a number",
        )
    )


def _plain(raster: Raster, item: Prepared, path: Path, kind: _Kind) -> None:
    """Write the cells with all that is said of them, not yet in the order of a COG.

    Parameters
    ----------
    raster : Raster
        Grid and blocks of cells.
    item : Prepared
        A layer of geometry ``raster``, with its symbology.
    path : Path
        The file to write.
    kind : _Kind
        Type of the cells and the value that stands for no data.
    """
    spec = item.spec
    grid, column = raster.grid, spec.columns[0]
    profile = {
        "driver": "GTiff",
        "dtype": kind.dtype,
        "count": 1,
        "width": grid.width,
        "height": grid.height,
        "crs": grid.crs,
        "transform": Affine(*grid.transform),
        "nodata": kind.nodata,
        "tiled": True,
        "blockxsize": _TILE,
        "blockysize": _TILE,
        "bigtiff": "IF_SAFER",
    }
    with Env(**CACHE), rasterio.open(path, "w", **profile) as out:
        out.set_band_description(1, f"{column.name}: {description(column)}")
        if column.unit is not None:
            out.set_band_unit(1, column.unit.en)
        out.update_tags(**_tags(spec))
        out.update_tags(1, **_band_tags(column))
        if kind is _CODES and item.symbology is not None and item.symbology.kind == "categories":
            out.write_colormap(1, _colours(item.symbology))
            out.colorinterp = (ColorInterp.palette,)
        for block in raster.blocks():
            rows, columns = block.values.shape
            held = np.where(np.isnan(block.values), kind.nodata, block.values)
            window = Window(block.column, block.row, columns, rows)
            out.write(held.astype(kind.dtype), 1, window=window)


def _tags(spec: LayerSpec) -> dict[str, str]:
    """Give what a file says of itself: title, licence, sources, what it was made from.

    Parameters
    ----------
    spec : LayerSpec
        The declaration.

    Returns
    -------
    dict of str to str
        Tags of the file, by name.
    """
    moment = build_time()
    tags = {
        "TITLE": f"{spec.title.zh} | {spec.title.en}",
        "TIFFTAG_IMAGEDESCRIPTION": f"{spec.description.zh} | {spec.description.en}",
        "LICENCE": spec.licence,
        "VINTAGE": spec.vintage,
        "SOURCES": "; ".join(source.line() for source in spec.sources),
        "MADE_FROM": json.dumps(made_from(spec), ensure_ascii=False, sort_keys=True, default=str),
    }
    if moment:
        tags["TIFFTAG_DATETIME"] = moment.strftime("%Y:%m:%d %H:%M:%S")
    return tags


def _band_tags(column: Column) -> dict[str, str]:
    words: dict[str, str] = {"DERIVED": "yes" if column.derived else "no"}
    if column.unit is not None:
        words["UNIT"] = f"{column.unit.zh} | {column.unit.en}"
    for value, label in column.labels.items():
        words[f"CLASS_{value}"] = f"{label.zh} | {label.en}"
    return words


def _colours(drawing: Symbology) -> Mapping[int, tuple[int, ...]]:
    table: dict[int, Any] = {_NO_BYTE: (0, 0, 0, 0)}
    for one in drawing.classes:
        if one.value:
            table[int(one.value)] = (*(int(one.color[i : i + 2], 16) for i in (1, 3, 5)), 255)
    return table
