"""A raster sixteen times as large takes no more memory: it is read and written by windows."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import geopandas as gpd
import numpy as np
import rasterio
from rasterio.windows import Window

from gisplan.catalog.workspace import Workspace, find
from tests import rasters

TILE = 512
ZONE = """\
[columns.adcode]
type = "adcode"
title = "code"
[columns.parent]
type = "adcode"
title = "parent"
"""
POINTS = """\
[columns.id]
type = "text"
title = "id"
[columns.adcode]
type = "adcode"
title = "code"
[columns.weight]
type = "number"
title = "persons"
[columns.cells]
type = "integer"
title = "cells"
"""
_JOB = """
import re, sys
from pathlib import Path
from gisplan.catalog import workspace
from gisplan.pipeline import build
from gisplan.read import raster
# so that tiles which GDAL keeps, of which there are more in a larger file, don't hide the rest
raster.CACHE["GDAL_CACHEMAX"] = 16_000_000
build.build(workspace.find(Path(sys.argv[1])))
status = Path("/proc/self/status").read_text()
print(re.search("VmHWM: *[^0-9]*([0-9]+) kB", status)[1])
"""


def _workspace(root: Path, tiles: int) -> tuple[Workspace, float]:
    """Make a square raster of so many tiles a side; give the people in it too."""
    layers = root / "layers"
    layers.mkdir(parents=True)
    (root / "gisplan.toml").write_text('language = "en"\n', encoding="utf-8")
    (root / "maps").mkdir()
    (root / "maps" / "zone.toml").write_text(
        'title = "zone"\n[[groups]]\ntitle = "zone"\n[[groups.layers]]\nlayer = "zone"\n'
        'popup = ["adcode"]\nstyle = { kind = "outline" }\n',
        encoding="utf-8",
    )
    ring = [[103, 35], [105, 35], [105, 37], [103, 37], [103, 35]]
    zone = {
        "type": "Feature",
        "properties": {"adcode": "990101", "parent": "990100"},
        "geometry": {"type": "Polygon", "coordinates": [ring]},
    }
    (layers / "zone.geojson").write_text(
        json.dumps({"type": "FeatureCollection", "features": [zone]}), encoding="utf-8"
    )
    rasters.declare(root, "zone", 'file = "zone.geojson"', ZONE, geometry="polygon", key="adcode")
    rasters.declare(root, "people", 'file = "people.tif"', rasters.number("people"))
    origin = (
        'analysis = "people_from_raster"\ninputs = { people = "people", counties = "zone" }\n'
        f"parameters = {{ cell = {TILE * tiles // 4} }}"
    )
    rasters.declare(root, "points", origin, POINTS, geometry="point", key="id")
    return find(root), _write(layers / "people.tif", tiles)


def _write(path: Path, tiles: int) -> float:
    side = TILE * tiles
    tile = np.random.default_rng(3).poisson(0.02, (TILE, TILE)).astype(np.float32)
    profile = {
        "driver": "GTiff",
        "dtype": "float32",
        "count": 1,
        "width": side,
        "height": side,
        "crs": 4326,
        "transform": rasterio.Affine(2 / side, 0, 103, 0, -2 / side, 37),
        "tiled": True,
        "blockxsize": TILE,
        "blockysize": TILE,
        "compress": "deflate",
    }
    with rasterio.open(path, "w", **profile) as out:
        for row in range(tiles):
            for column in range(tiles):
                out.write(tile, 1, window=Window(column * TILE, row * TILE, TILE, TILE))
    return float(tile.sum()) * tiles**2


def test_sixteen_times_the_cells_take_no_more_memory(tmp_path: Path) -> None:
    peaks = []
    for tiles in (4, 16):
        place, people = _workspace(tmp_path / str(tiles), tiles)
        words = [sys.executable, "-c", _JOB, str(place.root)]
        done = subprocess.run(words, capture_output=True, text=True, check=True)
        peaks.append(int(done.stdout) / 1024)
        points = gpd.read_file(place.exports / "points.geojson")
        assert len(points) == 16
        assert points["weight"].sum() == people
        with rasterio.open(place.exports / "people.tif") as source:
            assert source.shape == (TILE * tiles, TILE * tiles)
            window = Window(TILE, TILE, TILE, TILE)
            assert source.read(1, window=window).sum() == people / tiles**2
    # 63 million cells more would take some 250 MB once, 500 MB as doubles
    assert peaks[1] - peaks[0] < 60
