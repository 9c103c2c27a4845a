"""Reading files as they are: every cell a text, every row with the line it stands on."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import geopandas as gpd
import pandas as pd
import pyogrio

from gisplan.errors import FileError
from gisplan.text import Text

#: A vector file is opened by the driver of its ending and no other, so that a file that
#: only claims to be GeoJSON can't make GDAL open what it points to.
_DRIVERS: Mapping[str, str] = {".geojson": "GeoJSON", ".gpkg": "GPKG"}


def read(path: Path, *, layer: str | None = None) -> pd.DataFrame:
    """Read a table or a vector layer, unchanged.

    Parameters
    ----------
    path : pathlib.Path
        ``.csv`` (UTF-8, with or without BOM), ``.geojson`` or ``.gpkg``.
    layer : str, optional
        Layer of a GeoPackage; needed if it holds several.

    Returns
    -------
    pandas.DataFrame or geopandas.GeoDataFrame
        Cells of a CSV as text, empty ones as ``""``; fields of a vector file as typed there,
        in EPSG:4326. The index is the row's line in a CSV (the heading is line 1), else its
        number, from 1.

    Raises
    ------
    FileError
        If the file can't be read, has two columns of one name or is of an unknown kind.
    """
    ending = path.suffix.lower()
    try:
        if ending == ".csv":
            return _csv(path)
        if ending in _DRIVERS:
            table: pd.DataFrame = _vector(path, layer)
            return table
    except FileError:
        raise
    except (OSError, ValueError, RuntimeError) as error:
        raise FileError(
            Text(f"{path.name}：无法读取（{error}）", f"{path.name}: can't be read ({error})")
        ) from error
    raise FileError(
        Text(
            f"{path.name}：不认识的文件类型，可用 .csv、.geojson、.gpkg",
            f"{path.name}: unknown kind of file; .csv, .geojson and .gpkg are read",
        )
    )


def _csv(path: Path) -> pd.DataFrame:
    table = pd.read_csv(
        path,
        dtype=str,
        header=None,
        keep_default_na=False,
        encoding="utf-8-sig",
        skip_blank_lines=False,
    )
    heading = [str(cell).strip() for cell in table.iloc[0]]
    twice = sorted({name for name in heading if name and heading.count(name) > 1})
    if twice:
        raise FileError(
            Text(
                f"{path.name}：列名重复：{'、'.join(twice)}",
                f"{path.name}: column named twice: {', '.join(twice)}",
            )
        )
    lines = _line_numbers(table)
    body = table.iloc[1:].set_axis(heading, axis=1).set_axis(lines[1:], axis=0)
    return body[~(body == "").all(axis=1)]


def _line_numbers(table: pd.DataFrame) -> pd.Index:
    """Give the line on which each record starts; a quoted cell may hold line breaks."""
    extra = table.map(lambda cell: cell.count("\n")).sum(axis=1)
    return pd.Index(range(1, len(table) + 1)) + extra.cumsum().shift(fill_value=0).to_numpy()


def _vector(path: Path, layer: str | None) -> gpd.GeoDataFrame:
    names = [str(name) for name, _ in pyogrio.list_layers(path)]
    if layer is not None and layer not in names:
        raise FileError(
            Text(
                f"{path.name}：没有图层 {layer}，有：{'、'.join(names)}",
                f"{path.name}: no layer {layer}; it has: {', '.join(names)}",
            )
        )
    if layer is None and len(names) != 1:
        raise FileError(
            Text(
                f"{path.name}：有 {len(names)} 个图层（{'、'.join(names)}），请写明用哪一个",
                f"{path.name}: holds {len(names)} layers ({', '.join(names)}); name one",
            )
        )
    table = pyogrio.read_dataframe(path, layer=layer or names[0])
    if not isinstance(table, gpd.GeoDataFrame):
        raise FileError(Text(f"{path.name}：没有图形", f"{path.name}: has no geometry"))
    if table.crs is None:
        raise FileError(
            Text(
                f"{path.name}：没有写明坐标系，请在文件中补上",
                f"{path.name}: names no coordinate system; add it to the file",
            )
        )
    table = table.to_crs(4326)
    table.index = pd.RangeIndex(1, len(table) + 1)
    return table
