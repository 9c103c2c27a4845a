"""Local map tiles: MBTiles and PMTiles of pictures, to be packed into a page.

Both hold tiles of 256 pixels in Web Mercator, numbered from the north-west. MBTiles is a SQLite
database (specification 1.3, rows from the south); PMTiles is read by the package ``pmtiles``.
"""

from __future__ import annotations

import contextlib
import html
import itertools
import math
import re
import sqlite3
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gisplan.errors import DataError, FileError
from gisplan.text import Text

#: First bytes of the pictures that browsers show.
_KINDS = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"RIFF", "image/webp"),
)
#: More tiles than this, of one zoom, are never few bytes.
_MOST_TILES = 20_000
#: What goes wrong in a file that is cut short, or none of its kind.
_DAMAGE = (ValueError, KeyError, IndexError, EOFError, OSError, zlib.error)
#: Steps of SQLite's own machine, in millions, after which a query of a file is given up: the views
#: of a stranger's database may go on for ever.
_MOST_STEPS = 2_000
_MARKUP = re.compile(r"<[^>]*>")
#: Latitude at which Web Mercator ends.
_MOST_LAT = 85.05112878

Tile = tuple[int, int, int]
Bounds = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Tiles:
    """The tiles of a file that lie within some bounds.

    Attributes
    ----------
    pictures : dict
        Zoom, column and row (from the north-west) to the bytes of the picture.
    kind : str
        Their media type.
    credit : str
        Whom the file names, without markup.
    """

    pictures: dict[Tile, bytes]
    kind: str
    credit: str

    @property
    def size(self) -> int:
        """How large the pictures are.

        Returns
        -------
        int
            Bytes.
        """
        return sum(len(one) for one in self.pictures.values())

    @property
    def zooms(self) -> tuple[int, int]:
        """Lowest and highest zoom.

        Returns
        -------
        tuple[int, int]
            Zooms of Web Mercator.
        """
        found = [zoom for zoom, _, _ in self.pictures]
        return min(found), max(found)


def read_tiles(path: Path, bounds: Bounds, *, most_bytes: int, zoom: int | None = None) -> Tiles:
    """Read the tiles within some bounds, down to a zoom or as far as they have room.

    Parameters
    ----------
    path : pathlib.Path
        MBTiles or PMTiles of PNG, JPEG or WebP.
    bounds : tuple of four floats
        West, south, east, north in degrees.
    most_bytes : int
        How large the pictures may be together. Without ``zoom``, whole zooms are taken as long as
        they have room.
    zoom : int, optional
        Highest zoom that is taken.

    Returns
    -------
    Tiles
        At least one.

    Raises
    ------
    FileError
        If the file is missing or damaged, or its kind is none of these.
    DataError
        If its tiles are no pictures, none lies within the bounds, or they are too large.
    """
    with _opened(path) as (lowest, highest, credit, tile_at):
        last = highest if zoom is None else min(zoom, highest)
        pictures: dict[Tile, bytes] = {}
        total = 0
        for level in range(lowest, last + 1):
            found = _level(_within(bounds, level), tile_at, most_bytes - total)
            if found is None:
                if zoom is not None or not pictures:
                    raise _too_large(path, level, most_bytes)
                break
            pictures |= found
            total += sum(len(one) for one in found.values())
    if not pictures:
        raise DataError(
            Text(
                f"{path}：地图范围内没有瓦片",
                f"{path}: no tile of it lies within the map",
            )
        )
    kinds = {_kind(path, one) for one in pictures.values()}
    return Tiles(pictures, kinds.pop() if len(kinds) == 1 else "image/png", credit)


def _level(
    wanted: Iterator[Tile], tile_at: Callable[[Tile], bytes | None], room: int
) -> dict[Tile, bytes] | None:
    """Read the tiles of one zoom.

    Parameters
    ----------
    wanted : iterator of tuple of int
        Zoom, column, row of each.
    tile_at : callable
        Gives the bytes of a tile, or None.
    room : int
        Bytes that they may have together.

    Returns
    -------
    dict or None
        Those that are there; None if they have no room.
    """
    found: dict[Tile, bytes] = {}
    for count, at in enumerate(wanted):
        picture = tile_at(at)
        if picture:
            found[at] = picture
            room -= len(picture)
        if room < 0 or count >= _MOST_TILES:
            return None
    return found


def _too_large(path: Path, level: int, most: int) -> DataError:
    size = f"{most / 1e6:g} MB"
    return DataError(
        Text(
            f"{path}：到第 {level} 级的瓦片超过 {size}，放不进网页；"
            "请用 --basemap-zoom 给较小的级数",
            f"{path}: its tiles down to zoom {level} are above {size}, too much for a page; "
            "give a lower --basemap-zoom",
        )
    )


def _kind(path: Path, picture: bytes) -> str:
    for start, kind in _KINDS:
        if picture.startswith(start):
            return kind
    raise DataError(
        Text(
            f"{path}：瓦片不是图片（PNG、JPEG、WebP）。矢量瓦片不能用作底图，请先转成栅格瓦片",
            f"{path}: its tiles are no pictures (PNG, JPEG, WebP). Vector tiles can't lie below a "
            "map; render them to raster tiles first",
        )
    )


def _within(bounds: Bounds, zoom: int) -> Iterator[Tile]:
    """Give the tiles of a zoom that some bounds meet, row by row.

    Parameters
    ----------
    bounds : tuple of four floats
        West, south, east, north in degrees.
    zoom : int
        The zoom.

    Yields
    ------
    tuple of int
        Zoom, column, row.
    """
    west, south, east, north = bounds
    across: int = 2**zoom

    def column(lon: float) -> int:
        return min(across - 1, max(0, math.floor((lon + 180) / 360 * across)))

    def row(lat: float) -> int:
        held = math.radians(min(_MOST_LAT, max(-_MOST_LAT, lat)))
        down = (1 - math.asinh(math.tan(held)) / math.pi) / 2
        return min(across - 1, max(0, math.floor(down * across)))

    for y in range(row(north), row(south) + 1):
        for x in range(column(west), column(east) + 1):
            yield zoom, x, y


_Opened = tuple[int, int, str, Callable[[Tile], bytes | None]]


@contextlib.contextmanager
def _opened(path: Path) -> Iterator[_Opened]:
    """Open a file of tiles: lowest and highest zoom, whom it names, and a tile of it.

    Parameters
    ----------
    path : pathlib.Path
        MBTiles or PMTiles.

    Yields
    ------
    tuple
        The zooms, the credit, and a function that gives the bytes of a tile or None.

    Raises
    ------
    FileError
        If it can't be read.
    """
    if not path.is_file():
        raise FileError(Text(f"没有文件 {path}", f"there is no file {path}"))
    opener = _mbtiles if path.suffix.lower() == ".mbtiles" else _pmtiles
    with opener(path) as found:
        yield found


@contextlib.contextmanager
def _mbtiles(path: Path) -> Iterator[_Opened]:
    # neither written to nor locked: the file may lie on a share that is read-only
    address = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
    try:
        with contextlib.closing(sqlite3.connect(address, uri=True)) as base:
            steps = itertools.count(1)
            base.set_progress_handler(lambda: next(steps) > _MOST_STEPS, 1_000_000)
            base.execute("PRAGMA trusted_schema = OFF")
            facts = dict(base.execute("SELECT name, value FROM metadata"))
            lowest, highest = base.execute(
                "SELECT min(zoom_level), max(zoom_level) FROM tiles"
            ).fetchone()

            def tile_at(at: Tile) -> bytes | None:
                zoom, column, row = at
                found = base.execute(
                    "SELECT tile_data FROM tiles"
                    " WHERE zoom_level = ? AND tile_column = ? AND tile_row = ?",
                    (zoom, column, 2**zoom - 1 - row),
                ).fetchone()
                return bytes(found[0]) if found and found[0] else None

            credit = _plain(facts.get("attribution"))
            yield (0, -1, "", tile_at) if lowest is None else (lowest, highest, credit, tile_at)
    except sqlite3.Error as error:
        raise _damaged(path, "MBTiles") from error


@contextlib.contextmanager
def _pmtiles(path: Path) -> Iterator[_Opened]:
    try:
        from pmtiles import reader as package
        from pmtiles.tile import MagicNumberNotFound, SpecVersionUnsupported, TileType
    except ImportError as error:
        raise FileError(
            Text(
                f"读取 {path.name} 需要 pmtiles：pip install 'gisplan[tiles]'",
                f"reading {path.name} needs pmtiles: pip install 'gisplan[tiles]'",
            )
        ) from error
    # the package has types of its own in its newest versions only
    pmtiles: Any = package
    damage = (*_DAMAGE, MagicNumberNotFound, SpecVersionUnsupported)
    with path.open("rb") as file:
        try:
            reader = pmtiles.Reader(pmtiles.MmapSource(file))
            header, facts = reader.header(), reader.metadata()
        except damage as error:
            raise _damaged(path, "PMTiles") from error
        if header["tile_type"] == TileType.MVT:
            _kind(path, b"")

        def tile_at(at: Tile) -> bytes | None:
            try:
                found: bytes | None = reader.get(*at)
            except damage as error:
                raise _damaged(path, "PMTiles") from error
            return found

        yield header["min_zoom"], header["max_zoom"], _plain(facts.get("attribution")), tile_at


def _plain(credit: Any) -> str:
    """Give what a file says of whom to name without its markup.

    Parameters
    ----------
    credit : Any
        HTML, mostly a link.

    Returns
    -------
    str
        Words.
    """
    return html.unescape(_MARKUP.sub("", str(credit or ""))).strip()


def _damaged(path: Path, kind: str) -> FileError:
    return FileError(Text(f"{path}：不是 {kind}，或已损坏", f"{path}: no {kind}, or damaged"))
