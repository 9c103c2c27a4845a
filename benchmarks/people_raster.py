"""A workspace with a population raster of the whole country, all of it made up but the counties.

One cell in ten is lived in, as in a raster at 100 m most are not; the counties are those of
``country.py``.
"""

from __future__ import annotations

from pathlib import Path

import country
import numpy as np
import rasterio
from rasterio.windows import Window

TILE = 512
#: West, south, east, north of the country, degrees.
BOX = (73.4, 18.0, 135.2, 53.6)
#: Sides of a square that becomes a demand point: as many squares whatever the cells.
SQUARES = 300
_MAP = """\
title = "Counties"
[[groups]]
title = "counties"
[[groups.layers]]
layer = "counties"
popup = ["name_zh"]
style = { kind = "outline" }
"""


def _shape(cells: int) -> tuple[int, int]:
    """Rows and columns of whole tiles, about so many cells in all."""
    west, south, east, north = BOX
    rows = (cells * (north - south) / (east - west)) ** 0.5
    return tuple(
        TILE * max(1, round(side / TILE)) for side in (rows, rows * (east - west) / (north - south))
    )


def write_people(path: Path, cells: int, seed: int = country.SEED) -> tuple[int, int]:
    """Write the raster tile by tile; give its rows and columns."""
    rows, columns = _shape(cells)
    west, south, east, north = BOX
    random = np.random.default_rng(seed)
    tiles = []
    for _ in range(16):
        tile = random.geometric(0.1, (TILE, TILE)).astype(np.float32)
        tile[random.random((TILE, TILE)) > 0.1] = 0
        tiles.append(tile)
    profile = {
        "driver": "GTiff",
        "dtype": "float32",
        "count": 1,
        "width": columns,
        "height": rows,
        "crs": 4326,
        "transform": rasterio.Affine(
            (east - west) / columns, 0, west, 0, -(north - south) / rows, north
        ),
        "tiled": True,
        "blockxsize": TILE,
        "blockysize": TILE,
        "compress": "deflate",
        "bigtiff": "if_safer",
    }
    with (
        rasterio.Env(GDAL_CACHEMAX=256_000_000),
        rasterio.open(path, "w", **profile) as out,
    ):
        for row in range(0, rows, TILE):
            for column in range(0, columns, TILE):
                tile = tiles[random.integers(len(tiles))]
                out.write(tile, 1, window=Window(column, row, TILE, TILE))
    return rows, columns


def make(root: Path, *, cells: int) -> None:
    """Make the workspace."""
    layers = root / "layers"
    layers.mkdir(parents=True)
    (root / "maps").mkdir()
    (root / "gisplan.toml").write_text('language = "en"\n', encoding="utf-8")
    (root / "maps" / "country.toml").write_text(_MAP, encoding="utf-8")
    table = country.counties()
    named = table.assign(name_en=table["adcode"])
    named[["adcode", "name_zh", "name_en", "level", "parent", "geometry"]].to_parquet(
        layers / "counties.parquet", index=False
    )
    rows, _ = write_people(layers / "people.tif", cells)
    column, required = country.column, country.REQUIRED
    region = [
        column("adcode", "adcode", required),
        *(column(n, "text") for n in ("name_zh", "name_en", "level")),
        column("parent", "adcode"),
    ]
    points = [
        column("id", "text", required),
        column("adcode", "adcode"),
        column("weight", "number"),
        column("cells", "integer"),
    ]
    origin = (
        'analysis = "people_from_raster"\ninputs = { people = "people", counties = "counties" }\n'
        f"parameters = {{ cell = {max(1, rows // SQUARES)} }}"
    )
    texts = {
        "counties": country.head(
            "县", "Counties", "polygon", ["adcode"], 'file = "counties.parquet"'
        )
        + "".join(region),
        "people": country.head("人口", "People", "raster", [], 'file = "people.tif"').replace(
            "key = []\n", ""
        )
        + column("people", "number", "minimum = 0"),
        "points": country.head("人口点", "People at points", "point", ["id"], origin)
        + "".join(points),
    }
    for name, text in texts.items():
        (layers / f"{name}.toml").write_text(text, encoding="utf-8")
