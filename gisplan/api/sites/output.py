"""Sites, and curves of coverage, written to files."""

from __future__ import annotations

from pathlib import Path

import geopandas as gpd
import pandas as pd

from gisplan.api.targets import check_target, write_target
from gisplan.catalog.workspace import Workspace
from gisplan.escape import inert_csv

#: Endings of the files that sites, and a curve, are written to.
ENDINGS, CURVE_ENDINGS = (".geojson", ".csv"), (".csv",)


def write_curve(
    table: pd.DataFrame,
    path: Path,
    *,
    place: Workspace | None = None,
    overwrite: bool = False,
) -> None:
    """Write the curve of :func:`gisplan.analysis.siting.coverage_curve` as CSV.

    Parameters
    ----------
    table : pandas.DataFrame
        The curve.
    path : pathlib.Path
        The file.
    place : Workspace, optional
        The workspace of the current folder if left out; it knows what gisplan has written.
    overwrite : bool
        Whether a file that gisplan did not write, or that was edited since, may be replaced.

    Raises
    ------
    OptionError
        If the ending is another.
    FileError
        If the file can't be written, or one is there that gisplan did not write; it is then as it
        was.
    """
    check_target(path, *CURVE_ENDINGS, place=place, overwrite=overwrite)
    write_target(path, inert_csv(table), place=place, overwrite=overwrite)


def write(
    table: gpd.GeoDataFrame,
    path: Path,
    *,
    place: Workspace | None = None,
    overwrite: bool = False,
) -> None:
    """Write sites as GeoJSON or CSV, by the ending.

    Parameters
    ----------
    table : geopandas.GeoDataFrame
        Points.
    path : pathlib.Path
        The file.
    place : Workspace, optional
        The workspace of the current folder if left out; it knows what gisplan has written.
    overwrite : bool
        Whether a file that gisplan did not write, or that was edited since, may be replaced.

    Raises
    ------
    OptionError
        If the ending is another.
    FileError
        If the file can't be written, or one is there that gisplan did not write; it is then as it
        was.
    """
    check_target(path, *ENDINGS, place=place, overwrite=overwrite)
    if path.suffix.lower() == ".geojson":
        content = table.to_json(drop_id=True, ensure_ascii=False).encode()
        write_target(path, content, place=place, overwrite=overwrite)
        return
    flat = pd.DataFrame(table.drop(columns="geometry"))
    flat.insert(1, "lon", table.geometry.x)
    flat.insert(2, "lat", table.geometry.y)
    write_target(path, inert_csv(flat), place=place, overwrite=overwrite)
