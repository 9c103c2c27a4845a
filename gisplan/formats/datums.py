"""The datums that a layer can be exported in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

Datum = Literal["wgs84", "cgcs2000", "gcj02"]
DATUMS: tuple[Datum, ...] = ("wgs84", "cgcs2000", "gcj02")
#: For people and metadata.
DATUM_TITLES: Mapping[Datum, str] = {
    "wgs84": "OGC:CRS84 (WGS 84)",
    "cgcs2000": "EPSG:4490 (CGCS2000)",
    "gcj02": "GCJ-02 (no CRS has a definition of it; not WGS 84)",
}
#: What programs know them by; GCJ-02 has no code, and a wrong one would be worse than none.
CRS_CODES: Mapping[Datum, str | None] = {
    "wgs84": "EPSG:4326",
    "cgcs2000": "EPSG:4490",
    "gcj02": None,
}


def marked(datum: Datum) -> str:
    """Give what a file's name says of its datum: nothing for WGS 84, else ``.DATUM``.

    Parameters
    ----------
    datum : Datum
        What the coordinates are in.

    Returns
    -------
    str
        Such as ``.gcj02``.
    """
    return "" if datum == "wgs84" else f".{datum}"
