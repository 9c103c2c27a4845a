"""Vector tiles, read back by GDAL: every row, its attributes, and shapes to the grid of a tile."""

from __future__ import annotations

import sqlite3
import struct
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import geopandas as gpd
import numpy as np
import pyogrio
import pytest
import shapely

from gisplan.api.export import run as publish
from gisplan.api.export.run import ExportOptions
from gisplan.catalog.workspace import Workspace
from gisplan.cli import main
from gisplan.errors import DataError
from gisplan.formats import formats, vector_tiles
from gisplan.formats.prepared import Prepared
from tests.exportdata import COUNT, item, layer, ogr, rows_of

KINDS = ("point", "line", "polygon")
Write = Callable[[Prepared, Path], None]
WRITERS = {".mbtiles": vector_tiles.write_mbtiles, ".pmtiles": vector_tiles.write_pmtiles}


@pytest.mark.parametrize("ending", list(WRITERS))
@pytest.mark.parametrize("kind", KINDS)
def test_every_row_is_whole_at_the_highest_zoom(kind: str, ending: str, tmp_path: Path) -> None:
    path, again = tmp_path / f"x{ending}", tmp_path / f"y{ending}"
    for target in (path, again):
        WRITERS[ending](item(kind), target)
    assert path.read_bytes() == again.read_bytes()
    # the last row has no position
    assert vector_tiles.count(path) == COUNT - 1 == formats.rows_in(ending[1:], item(kind))
    (told,) = vector_tiles.losses(layer(kind))
    assert "1 rows without a position" in told.en
    read = pyogrio.read_dataframe(path)
    assert set(read[vector_tiles.ROW]) == set(range(1, COUNT))
    zoom = vector_tiles.highest_zoom(layer(kind))
    unit = 2 * np.pi * 6378137 / 2**zoom / 4096
    wanted = layer(kind).table.dropna(subset="geometry").set_index("code").to_crs(3857).geometry
    # parts of one shape in tiles side by side meet but for the rounding
    whole = read.dissolve("code").geometry.set_precision(unit)
    assert set(whole.index) == set(wanted.index)
    for code, shape in wanted.items():
        assert shapely.hausdorff_distance(shape, whole[code]) < 3 * unit, code
        assert whole[code].area == pytest.approx(shape.area, rel=0.02)


def test_attributes_by_another_gdal(tmp_path: Path) -> None:
    path = tmp_path / "x.mbtiles"
    vector_tiles.write_mbtiles(item("point"), path)
    found, shapes = ogr(path)
    wanted = rows_of(layer("point"))
    assert set(shapes) == set(wanted) - {f"r{COUNT - 1}"}
    for code, row in found.items():
        for name, value in wanted[code].items():
            # tiles know no empty values, and their reader has one kind of number
            assert row[name] == (pytest.approx(value) if isinstance(value, float | int) else value)
    with sqlite3.connect(path) as base:
        told = dict(base.execute("SELECT name, value FROM metadata"))
    base.close()
    assert (told["minzoom"], told["maxzoom"], told["format"]) == ("0", "14", "pbf")
    assert told["name"] == "样例图层 | a sample"
    assert "row_number" in told["json"]


def test_pmtiles_say_their_zooms_and_hold_low_ones(tmp_path: Path) -> None:
    path = tmp_path / "x.pmtiles"
    vector_tiles.write_pmtiles(item("polygon"), path)
    head = path.read_bytes()[:127]
    assert head[:8] == b"PMTiles\x03"
    # tiles of vectors, from zoom 0 to the highest of a province
    assert struct.unpack_from("<BBB", head, 99) == (1, 0, vector_tiles.LEAST_ZOOM)
    low = pyogrio.read_dataframe(path, ZOOM_LEVEL=5)
    assert 0 < len(low) <= len(pyogrio.read_dataframe(path))
    assert set(low.columns) >= {"code", "name_zh", "population_2020", "row_number"}


@pytest.mark.parametrize(("side", "zoom"), [(60.0, 10), (16.0, 10), (1.0, 14), (0.0, 14)])
def test_a_county_has_higher_zooms_than_a_province(side: float, zoom: int) -> None:
    given = layer("polygon")
    one = given.table.iloc[:1].set_geometry(
        gpd.GeoSeries([shapely.box(90, 30, 90 + side, 30 + side / 2)], crs=4326)
    )
    assert vector_tiles.highest_zoom(replace(given, table=one)) == zoom


def test_a_column_of_the_same_name_stays(tmp_path: Path) -> None:
    told = item("point")
    columns = tuple(
        replace(c, name="row_number") if c.name == "density" else c for c in told.spec.columns
    )
    named = replace(
        told.layer,
        spec=replace(told.spec, columns=columns),
        table=told.layer.table.rename(columns={"density": "row_number"}),
    )
    vector_tiles.write_pmtiles(Prepared(layer=named), tmp_path / "x.pmtiles")
    assert vector_tiles.count(tmp_path / "x.pmtiles") == COUNT - 1


def test_what_rounding_takes_away_is_left_out_and_told(tmp_path: Path) -> None:
    told = item("line")
    tiny = told.layer.table.copy()
    tiny.loc[3, "geometry"] = shapely.LineString([(100, 35), (100.00001, 35)])
    one = replace(told, layer=replace(told.layer, table=tiny))
    vector_tiles.write_pmtiles(one, tmp_path / "x.pmtiles")
    assert (
        vector_tiles.count(tmp_path / "x.pmtiles") == COUNT - 2 == formats.rows_in("pmtiles", one)
    )
    assert "1 rows with shapes smaller" in vector_tiles.losses(one.layer)[1].en
    rows = pyogrio.read_dataframe(tmp_path / "x.pmtiles")[vector_tiles.ROW]
    assert set(rows) == set(range(1, COUNT)) - {4}


def test_what_has_no_position_is_said(place: Workspace, tmp_path: Path) -> None:
    told = item("point")
    empty = replace(told, layer=replace(told.layer, table=told.layer.table.iloc[-1:]))
    with pytest.raises(DataError, match="no row with a position"):
        vector_tiles.write_mbtiles(empty, tmp_path / "x.mbtiles")
    options = ExportOptions(layers=("joined",), formats=("pmtiles",), to=tmp_path)
    (made,) = publish.export(place, options=options).written
    assert (made.path.name, made.rows) == ("joined.pmtiles", 2)
    words = ["export", "-C", str(place.root), "joined", "--format", "mbtiles", "--crs", "gcj02"]
    assert main(words) == 2
