"""Local tiles in a page: it stays one file that asks no host for anything."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from pathlib import Path

from gisplan.read.tiles import Tiles, read_tiles
from gisplan.render.web import safe
from gisplan.render.web.basemap import Basemap
from gisplan.render.web.encode import Json, text
from gisplan.text import Text

#: How large the pictures of a page may be together: where no zoom is asked for, and where one is.
MOST_BYTES = 6_000_000
MOST_ASKED = 60_000_000


def read(basemap: Basemap | None, bounds: Sequence[float] | None) -> Tiles | None:
    """Read the tiles of a local base map that lie within a map.

    Parameters
    ----------
    basemap : Basemap, optional
        What lies below.
    bounds : sequence of float, optional
        West, south, east, north of what the map shows; None if that is nothing.

    Returns
    -------
    Tiles or None
        None if the base map is no file, or there is nothing to show.
    """
    if basemap is None or basemap.kind != "file" or bounds is None:
        return None
    west, south, east, north = bounds
    most = MOST_BYTES if basemap.zoom is None else MOST_ASKED
    return read_tiles(
        Path(basemap.address), (west, south, east, north), most_bytes=most, zoom=basemap.zoom
    )


def describe(basemap: Basemap | None, packed: Tiles | None) -> Json | None:
    """Say where a page's tiles come from, and whom to name.

    Parameters
    ----------
    basemap : Basemap, optional
        What lies below.
    packed : Tiles, optional
        Its tiles, if it is a local file.

    Returns
    -------
    dict or None
        ``tiles`` (addresses), ``attribution`` and, of a file, ``packed`` (``kind``, ``zooms``).
    """
    if basemap is None:
        return None
    found: Json = {"tiles": basemap.tiles, "attribution": text(basemap.attribution)}
    if packed is not None:
        found["packed"] = {"kind": packed.kind, "zooms": packed.zooms}
        credit = basemap.credit or packed.credit
        found["attribution"] = text(Text(credit, credit))
    return found


def element(packed: Tiles | None) -> str:
    """Write tiles into the page: their pictures in base 64, by zoom, column and row.

    Parameters
    ----------
    packed : Tiles, optional
        Local tiles.

    Returns
    -------
    str
        The script element; nothing without tiles.
    """
    if packed is None:
        return ""
    pictures = {
        f"{zoom}/{column}/{row}": b64encode(picture).decode("ascii")
        for (zoom, column, row), picture in packed.pictures.items()
    }
    block = safe.json_block(pictures)
    return f'<script type="application/json" id="gisplan-tiles">{block}</script>\n'
