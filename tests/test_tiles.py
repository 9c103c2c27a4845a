"""Local tiles below a map: read from MBTiles and PMTiles, packed into the page, seen in it."""

from __future__ import annotations

import math
import sqlite3
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from pmtiles.tile import Compression, TileType, zxy_to_tileid
from pmtiles.writer import Writer

from gisplan.errors import DataError, FileError, OptionError
from gisplan.read import tiles as reading
from gisplan.read.tiles import Tile, read_tiles
from gisplan.render.web import webmap
from gisplan.render.web.basemap import Basemap
from tests import mapdata
from tests.browser import Page

#: West, south, east, north of the synthetic map.
BOUNDS = (100.0, 35.0, 105.0, 40.0)
ROOM = 1_000_000


def picture(red: int, green: int, blue: int, side: int = 256) -> bytes:
    """A PNG of one colour."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return (
            struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        )

    rows = (b"\x00" + bytes((red, green, blue)) * side) * side
    head = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        chunk(kind, body)
        for kind, body in ((b"IHDR", head), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    )


def whole(last: int) -> dict[Tile, bytes]:
    """All tiles of the world to a zoom; each zoom has a colour of its own."""
    return {
        (zoom, x, y): picture(40 * zoom, 90, 200)
        for zoom in range(last + 1)
        for x in range(2**zoom)
        for y in range(2**zoom)
    }


def mbtiles(path: Path, tiles: dict[Tile, bytes], credit: str = "") -> Path:
    with sqlite3.connect(path) as base:
        base.execute("CREATE TABLE metadata (name text, value text)")
        base.execute(
            "CREATE TABLE tiles"
            " (zoom_level integer, tile_column integer, tile_row integer, tile_data blob)"
        )
        base.execute("INSERT INTO metadata VALUES ('attribution', ?)", (credit,))
        base.executemany(
            "INSERT INTO tiles VALUES (?, ?, ?, ?)",
            [(z, x, 2**z - 1 - y, data) for (z, x, y), data in tiles.items()],
        )
    base.close()
    return path


def pmtiles(path: Path, tiles: dict[Tile, bytes], kind: TileType = TileType.PNG) -> Path:
    with path.open("wb") as file:
        writer = Writer(file)
        for at in sorted(tiles, key=lambda one: zxy_to_tileid(*one)):
            writer.write_tile(zxy_to_tileid(*at), tiles[at])
        box = {
            f"{side}_{axis}_e7": 0 for side in ("min", "max", "center") for axis in ("lon", "lat")
        }
        header = {"tile_type": kind, "tile_compression": Compression.NONE, "center_zoom": 0, **box}
        writer.finalize(header, {"attribution": "<a href='http://x.lan'>某测绘院 &amp; 某局</a>"})
    return path


def expected(zoom: int) -> set[tuple[int, int]]:
    """Columns and rows of a zoom, by the formula of the OpenStreetMap wiki."""
    west, south, east, north = BOUNDS

    def at(lon: float, lat: float) -> tuple[int, int]:
        held = math.radians(lat)
        down = (1 - math.log(math.tan(held) + 1 / math.cos(held)) / math.pi) / 2
        return int((lon + 180) / 360 * 2**zoom), int(down * 2**zoom)

    (left, top), (right, bottom) = at(west, north), at(east, south)
    return {(x, y) for x in range(left, right + 1) for y in range(top, bottom + 1)}


@pytest.mark.parametrize("make", [mbtiles, pmtiles])
def test_tiles_within_the_map_are_read_and_no_others(
    make: Callable[[Path, dict[Tile, bytes]], Path], tmp_path: Path
) -> None:
    tiles = whole(4)
    path = make(tmp_path / f"图 1.{make.__name__}", tiles)
    found = read_tiles(path, BOUNDS, most_bytes=ROOM)
    assert found.kind == "image/png"
    assert found.zooms == (0, 4)
    for zoom in range(5):
        assert {(x, y) for z, x, y in found.pictures if z == zoom} == expected(zoom)
    assert all(found.pictures[at] == tiles[at] for at in found.pictures)
    assert read_tiles(path, BOUNDS, most_bytes=ROOM, zoom=3).zooms == (0, 3)
    # whole zooms as far as they have room, and a zoom that is asked for or nothing
    small = read_tiles(path, BOUNDS, most_bytes=len(tiles[0, 0, 0]) * 4)
    assert small.zooms[1] < 4
    assert small.size <= len(tiles[0, 0, 0]) * 4
    with pytest.raises(DataError, match="basemap-zoom"):
        read_tiles(path, BOUNDS, most_bytes=small.size, zoom=4)


def test_what_is_no_file_of_pictures_is_told_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(FileError, match="there is no file"):
        read_tiles(tmp_path / "none.mbtiles", BOUNDS, most_bytes=ROOM)
    for kind in ("mbtiles", "pmtiles"):
        path = tmp_path / f"broken.{kind}"
        for content in (b"", b"PMTiles\x03" + b"\x00" * 30, b"SQLite format 3\x00" + b"\x01" * 900):
            path.write_bytes(content)
            with pytest.raises(FileError, match="damaged"):
                read_tiles(path, BOUNDS, most_bytes=ROOM)
    vector = {(0, 0, 0): b"\x1f\x8b\x08\x00vector"}
    for path in (
        mbtiles(tmp_path / "v.mbtiles", vector),
        pmtiles(tmp_path / "v.pmtiles", vector, TileType.MVT),
    ):
        with pytest.raises(DataError, match="Vector tiles"):
            read_tiles(path, BOUNDS, most_bytes=ROOM)
    # a stranger's view that never ends
    endless = mbtiles(tmp_path / "endless.mbtiles", {})
    with sqlite3.connect(endless) as base:
        base.execute("DROP TABLE tiles")
        base.execute(
            "CREATE VIEW tiles AS WITH RECURSIVE more(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM"
            " more) SELECT n AS zoom_level, 0 AS tile_column, 0 AS tile_row, 'x' AS tile_data"
            " FROM more"
        )
    base.close()
    monkeypatch.setattr(reading, "_MOST_STEPS", 2)
    with pytest.raises(FileError, match="damaged"):
        read_tiles(endless, BOUNDS, most_bytes=ROOM)
    monkeypatch.undo()
    away = mbtiles(tmp_path / "away.mbtiles", {(8, 0, 0): picture(1, 2, 3)})
    with pytest.raises(DataError, match="no tile of it"):
        read_tiles(away, BOUNDS, most_bytes=ROOM)
    with pytest.raises(OptionError):
        Basemap.of("a.mbtiles", zoom=40)


@pytest.mark.parametrize(
    ("given", "address"),
    [
        (
            "http://gis.lan/arcgis/rest/services/base/MapServer/tile/{level}/{row}/{col}",
            "http://gis.lan/arcgis/rest/services/base/MapServer/tile/{z}/{y}/{x}",
        ),
        (
            "http://gis.lan/arcgis/rest/services/base/MapServer/WMTS/tile/1.0.0/base/default/"
            "GoogleMapsCompatible/{TileMatrix}/{TileRow}/{TileCol}.png",
            "http://gis.lan/arcgis/rest/services/base/MapServer/WMTS/tile/1.0.0/base/default/"
            "GoogleMapsCompatible/{z}/{y}/{x}.png",
        ),
        (
            "http://gis.lan:8080/geoserver/gwc/service/wmts?SERVICE=WMTS&REQUEST=GetTile"
            "&VERSION=1.0.0&LAYER=ws:base&STYLE=&TILEMATRIXSET=EPSG:900913&FORMAT=image/png"
            "&TILEMATRIX=EPSG:900913:{TileMatrix}&TILEROW={TileRow}&TILECOL={TileCol}",
            "http://gis.lan:8080/geoserver/gwc/service/wmts?SERVICE=WMTS&REQUEST=GetTile"
            "&VERSION=1.0.0&LAYER=ws:base&STYLE=&TILEMATRIXSET=EPSG:900913&FORMAT=image/png"
            "&TILEMATRIX=EPSG:900913:{z}&TILEROW={y}&TILECOL={x}",
        ),
    ],
)
def test_addresses_are_taken_as_servers_give_them(given: str, address: str) -> None:
    assert Basemap.of(given).tiles == (address,)
    assert len(Basemap.of(given).hosts) == 1


@pytest.mark.browser
@pytest.mark.parametrize("make", [mbtiles, pmtiles])
def test_packed_tiles_lie_below_the_map_and_nothing_is_asked_for(
    make: Callable[[Path, dict[Tile, bytes]], Path],
    open_page: Callable[[Path], Page],
    tmp_path: Path,
) -> None:
    tiles = make(tmp_path / f"base.{make.__name__}", whole(4))
    basemap = Basemap.of(str(tiles), credit="某局" if make is mbtiles else "")
    html = webmap.render(mapdata.map_spec(), mapdata.layers(), basemap=basemap)
    assert "img-src data: blob:;" in html
    path = tmp_path / "tiled.html"
    path.write_text(html, encoding="utf-8")
    page = open_page(path)

    def colours() -> list[list[int]]:
        found: list[list[int]] = page.run("""
          return [...document.querySelectorAll("img.leaflet-tile-loaded")]
            .filter((one) => one.naturalWidth === 256).map((one) => {
              const pen = document.createElement("canvas").getContext("2d");
              pen.drawImage(one, 0, 0);
              return [...pen.getImageData(9, 9, 1, 1).data].slice(0, 3); });""")
        return found

    page.run("gisplan.map.setView([37.5, 102.5], 4, {animate: false})")
    page.wait(lambda: [160, 90, 200] in colours())
    # nearer than the file goes its last zoom is drawn larger
    page.run("gisplan.map.setView([37.5, 102.5], 9, {animate: false})")
    page.wait(lambda: bool(colours()) and set(map(tuple, colours())) == {(160, 90, 200)})
    credit = "某局" if make is mbtiles else "某测绘院 & 某局"
    assert credit in page.text(".credits")
    assert page.outside_requests == []
    assert page.errors == []
