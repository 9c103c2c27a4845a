"""Sites, and curves of coverage, written to files."""

from __future__ import annotations

from pathlib import Path

import geopandas as gpd
import pandas as pd

from gisplan.errors import OptionError
from gisplan.escape import inert_csv
from gisplan.files import replace_file
from gisplan.text import Text

#: Endings of the files that sites, and a curve, are written to.
ENDINGS, CURVE_ENDINGS = (".geojson", ".csv"), (".csv",)


def check_ending(path: Path | None, *endings: str) -> None:
    """Refuse a file that can't be written, by its ending, before anything is worked out.

    Parameters
    ----------
    path : Path or None
        The file; None if nothing is to be written.
    *endings : str
        Endings with the dot, in small letters.

    Raises
    ------
    OptionError
        If the ending is none of these.
    """
    if path is not None and path.suffix.lower() not in endings:
        zh, en = " 或 ".join(endings), " or ".join(endings)
        raise OptionError(Text(f"{path.name}：请用 {zh}", f"{path.name}: use {en}"))


def write_curve(table: pd.DataFrame, path: Path) -> None:
    """Write the curve of :func:`gisplan.analysis.siting.coverage_curve` as CSV.

    Parameters
    ----------
    table : pandas.DataFrame
        The curve.
    path : Path
        The file, ending in ``.csv``.

    Raises
    ------
    OptionError
        If the ending is another.
    FileError
        If the file can't be written; the old one is then as it was.
    """
    check_ending(path, *CURVE_ENDINGS)
    replace_file(path, inert_csv(table))


def write(table: gpd.GeoDataFrame, path: Path) -> None:
    """Write sites as GeoJSON or CSV, by the ending.

    Parameters
    ----------
    table : geopandas.GeoDataFrame
        Sites as points.
    path : Path
        The file, ending in ``.geojson`` or ``.csv``.

    Raises
    ------
    OptionError
        If the ending is another.
    FileError
        If the file can't be written; the old one is then as it was.
    """
    check_ending(path, *ENDINGS)
    if path.suffix.lower() == ".geojson":
        replace_file(path, table.to_json(drop_id=True, ensure_ascii=False).encode())
        return
    flat = pd.DataFrame(table.drop(columns="geometry"))
    flat.insert(1, "lon", table.geometry.x)
    flat.insert(2, "lat", table.geometry.y)
    replace_file(path, inert_csv(flat))
