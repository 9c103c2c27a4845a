"""Candidates given on the command line: coordinates, or files."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import geopandas as gpd
import pandas as pd

from gisplan.api.importing.sites_file import FileOptions, sites_of_file
from gisplan.catalog.layer import Outcome
from gisplan.catalog.workspace import Workspace
from gisplan.errors import OptionError
from gisplan.places.crs import canonical_datum, to_wgs84
from gisplan.text import Text

_PAIR = re.compile(r"\s*(-?\d{1,3}(?:\.\d+)?)\s*[,，]\s*(-?\d{1,3}(?:\.\d+)?)\s*")
#: Figures that are no pair; no file is called so.
_FIGURES = re.compile(
    r"[-+\d.\s,，、;；°′″'\"EWNS东西南北经纬]*\d[-+\d.\s,，、;；°′″'\"EWNS东西南北经纬]*"
)


def points(
    given: Sequence[str],
    *,
    place: Workspace | None = None,
    options: FileOptions | None = None,
) -> Outcome:
    """Take candidates from the command line.

    Parameters
    ----------
    given : sequence of str
        ``LON,LAT`` in degrees, or files as :func:`gisplan.api.importing.sites_file.sites_of_file`
        reads.
    place : Workspace, optional
        The workspace of the current folder if left out.
    options : FileOptions, optional
        Its datum is that of coordinates typed too: WGS 84 if none is named.

    Returns
    -------
    Outcome
        ``id``, ``name_zh``, ``name_en``, points in EPSG:4326, in the order given; what was
        repaired or assumed is told.

    Raises
    ------
    FileError, DataError
        If a file can't be used.
    OptionError, DatumError
        If a pair is not in degrees, an id stands twice, or the datum is unknown.
    """
    options = options or FileOptions()
    parts: list[gpd.GeoDataFrame] = []
    told: list[Text] = []
    typed = 0
    for words in given:
        pair = _PAIR.fullmatch(words)
        if pair is None and _FIGURES.fullmatch(words):
            raise OptionError(
                Text(
                    f"“{words}”不是经度,纬度；请用逗号隔开，写成 103.83,36.06 这样",
                    f"“{words}” is not longitude,latitude: write it with a comma between, as"
                    " 103.83,36.06",
                )
            )
        if pair is None:
            found = sites_of_file(Path(words), place=place, options=options)
            parts.append(found.table[["id", "name_zh", "name_en", "geometry"]])
            told += found.left_out
            continue
        typed += 1
        facts = {"id": f"#{typed}", "name_zh": words.strip(), "name_en": words.strip()}
        shape = _typed(words, (float(pair[1]), float(pair[2])), options.datum)
        parts.append(gpd.GeoDataFrame([facts], geometry=shape))
    table = gpd.GeoDataFrame(pd.concat(parts, ignore_index=True), geometry="geometry", crs=4326)
    twice = table["id"][table["id"].duplicated()]
    if len(twice):
        raise OptionError(
            Text(f"不同文件中编号重复：{twice.iloc[0]}", f"id given in two files: {twice.iloc[0]}")
        )
    return Outcome(table, tuple(told))


def _typed(words: str, pair: tuple[float, float], datum: str) -> gpd.array.GeometryArray:
    """Make a point of longitude and latitude in a datum.

    Parameters
    ----------
    words : str
        The coordinates as they were typed, for the message.
    pair : tuple[float, float]
        Longitude and latitude, degrees.
    datum : str
        What they are in.

    Returns
    -------
    geopandas.array.GeometryArray
        One point, EPSG:4326.
    """
    if not (-180 <= pair[0] <= 180 and -90 <= pair[1] <= 90):
        turned = ",".join(f"{value:g}" for value in reversed(pair))
        raise OptionError(
            Text(
                f"“{words}”不是经度,纬度（度）；是否写反了，应为 {turned}？",
                f"“{words}” is not longitude,latitude in degrees; are they swapped: {turned}?",
            )
        )
    lon, lat = to_wgs84([pair[0]], [pair[1]], datum=canonical_datum(datum or "wgs84"))
    return gpd.points_from_xy(lon, lat, crs=4326)
