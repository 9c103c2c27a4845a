"""Sites, and the curves of their models, written to files."""

from __future__ import annotations

from pathlib import Path

import geopandas as gpd
import pandas as pd

from gisplan.api.result_book import about_columns
from gisplan.api.sites import sites_tables
from gisplan.api.sites.decided import decided_words
from gisplan.api.sites.evaluation import Evaluation
from gisplan.api.sites.sites_book import evaluated_book, suggested_book
from gisplan.api.sites.suggestion import Suggested
from gisplan.api.targets import check_target, write_target
from gisplan.catalog.workspace import Workspace
from gisplan.catalog.worth import said_of
from gisplan.escape import inert_csv
from gisplan.text import Lang

#: Endings of the files that sites, and a curve, are written to.
ENDINGS, CURVE_ENDINGS = (".xlsx", ".csv", ".geojson"), (".csv",)

_FLAT = (".csv", ".geojson")


def write_found(
    told: Evaluation | Suggested,
    path: Path,
    *,
    lang: Lang = "zh",
    place: Workspace | None = None,
    overwrite: bool = False,
) -> None:
    """Write what was found of sites, in the format that the ending names.

    Parameters
    ----------
    told : Evaluation or Suggested
        What was found.
    path : pathlib.Path
        Ending in ``.xlsx`` (titles, units, what the figures are worth, sources), ``.csv`` or
        ``.geojson`` (the sites, by the names of their columns, with
        ``about_zh`` and ``about_en``, which also tell what a choice comes to and what is
        proven of it); none is rounded.
    lang : {"zh", "en"}
        Language of a workbook; the others have both.
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
    if path.suffix.lower() != ".xlsx":
        first = (
            decided_words(told)
            if isinstance(told, Suggested)
            else [sites_tables.how_words(told.how)]
        )
        said = [*first, *said_of(told.worth), *told.left_out]
        flat = gpd.GeoDataFrame(told.table.assign(**about_columns(said)))
        write(flat, path, place=place, overwrite=overwrite)
        return
    if isinstance(told, Evaluation):
        content = evaluated_book(told, lang=lang)
    else:
        content = suggested_book(told, lang=lang)
    write_target(path, content, place=place, overwrite=overwrite)


def write_curve(
    table: pd.DataFrame,
    path: Path,
    *,
    place: Workspace | None = None,
    overwrite: bool = False,
) -> None:
    """Write the curve of :func:`gisplan.analysis.siting.siting_curve` as CSV.

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
    check_target(path, *_FLAT, place=place, overwrite=overwrite)
    if path.suffix.lower() == ".geojson":
        content = table.to_json(drop_id=True, ensure_ascii=False).encode()
        write_target(path, content, place=place, overwrite=overwrite)
        return
    flat = pd.DataFrame(table.drop(columns="geometry"))
    flat.insert(1, "lon", table.geometry.x)
    flat.insert(2, "lat", table.geometry.y)
    write_target(path, inert_csv(flat), place=place, overwrite=overwrite)
