"""Plainly synthetic rasters and roads, and a workspace that declares them."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import numpy.typing as npt
import rasterio
from pyproj import Transformer
from rasterio import Affine

#: Metres around a made-up centre: over a few kilometres as true as the ellipsoid to 1e-7.
LOCAL = "+proj=aeqd +lat_0=36 +lon_0=104 +datum=WGS84 +units=m"
CELL = 100.0
SHAPE = (30, 40)

HEAD = """\
title = {{ zh = "{name}（虚构）", en = "{name} (made up)" }}
geometry = "{geometry}"
{key}vintage = "synthetic"
licence = "CC0-1.0"
positions = "surveyed"
[[sources]]
title = "made by the tests"
"""
SITES = "id,adcode,kind,precision,stage,start_year,due_year,status_year,lon,lat\n"


def field(seed: int = 7) -> npt.NDArray[np.float64]:
    """Give minutes per metre with a wall that has one gap."""
    values = np.random.default_rng(seed).uniform(0.01, 0.05, SHAPE)
    values[:, 20] = np.nan
    values[3, 20] = 0.02
    return values


def write_raster(
    path: Path,
    values: npt.ArrayLike,
    *,
    crs: str | None = LOCAL,
    nodata: float | None = -9999.0,
    cell: float = CELL,
) -> Path:
    """Write cells around the made-up centre, NaN as nodata."""
    cells = np.asarray(values, dtype=np.float64)
    rows, columns = cells.shape
    profile = {
        "driver": "GTiff",
        "dtype": "float64",
        "count": 1,
        "width": columns,
        "height": rows,
        "crs": crs,
        "transform": Affine(cell, 0, -columns * cell / 2, 0, -cell, rows * cell / 2),
        "nodata": nodata,
    }
    with rasterio.open(path, "w", **profile) as out:
        out.write(cells if nodata is None else np.where(np.isnan(cells), nodata, cells), 1)
    return path


def lonlat(row: float, column: float) -> tuple[float, float]:
    """Give longitude and latitude of the centre of a cell."""
    to = Transformer.from_crs(LOCAL, 4326, always_xy=True)
    x = (column + 0.5 - SHAPE[1] / 2) * CELL
    y = (SHAPE[0] / 2 - row - 0.5) * CELL
    lon, lat = to.transform(x, y)
    return float(lon), float(lat)


def declare(
    root: Path, name: str, origin: str, columns: str, *, geometry: str = "raster", key: str = ""
) -> None:
    """Write a declaration."""
    head = HEAD.format(name=name, geometry=geometry, key=f'key = ["{key}"]\n' if key else "")
    text = f"{head}[from]\n{origin}\n{columns}"
    (root / "layers" / f"{name}.toml").write_text(text, encoding="utf-8")


def number(name: str, more: str = "", kind: str = "number") -> str:
    """Write the declaration of a column."""
    return f'[columns.{name}]\ntype = "{kind}"\ntitle = "{name}"\n{more}'


def site_rows(cells: dict[str, tuple[float, float]]) -> str:
    """Write sites at cells as CSV."""
    rows = []
    for name, (row, column) in cells.items():
        lon, lat = lonlat(row, column)
        rows.append(f"{name},990101,depot,site,operating,2010,,,{lon:.9f},{lat:.9f}\n")
    return SITES + "".join(rows)


def site_columns() -> str:
    """Write the declarations of the columns of sites."""
    texts = ("id", "kind", "precision", "stage")
    years = ("start_year", "due_year", "status_year")
    return "".join(
        [
            *(number(name, kind="text") for name in texts),
            number("adcode", kind="adcode"),
            *(number(name, kind="integer") for name in years),
        ]
    )


def roads(path: Path) -> Path:
    """Write a street of three towns, a one-way way back, and a lane that meets nothing."""
    a, b, c = (lonlat(15, column) for column in (5, 15, 35))
    north = lonlat(5, 15)
    alone = [lonlat(28, 2), lonlat(28, 6)]
    lines = [
        ("ab", [a, b], "main", "no"),
        ("bc", [b, c], "main", "no"),
        ("bn", [b, north], "lane", "yes"),
        ("alone", alone, "lane", "no"),
    ]
    speeds = {"main": 60.0, "lane": 20.0}
    content = {
        "type": "FeatureCollection",
        "features": [
            {
                "type": "Feature",
                "properties": {"id": name, "class": kind, "kmh": speeds[kind], "way": way},
                "geometry": {"type": "LineString", "coordinates": line},
            }
            for name, line, kind, way in lines
        ],
    }
    path.write_text(json.dumps(content), encoding="utf-8")
    return path
