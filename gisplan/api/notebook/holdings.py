"""What a workspace has, and what it writes: layers, exports, figures, reports."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import pandas as pd

from gisplan.api import figure as drawing
from gisplan.api import layers as listing
from gisplan.api import load
from gisplan.api import report as reporting
from gisplan.api.export import files as exported
from gisplan.api.export import run as exports
from gisplan.api.export.options import ExportOptions
from gisplan.api.figure import Format
from gisplan.api.notebook import guesses
from gisplan.api.notebook.answer import Answer
from gisplan.api.notebook.asked import (
    Folder,
    Told,
    in_language,
    language,
    place_of,
    progress_of,
)
from gisplan.formats.datums import Datum
from gisplan.pipeline import build as building
from gisplan.pipeline.report import BuildOptions, BuildReport
from gisplan.text import Lang


@in_language
def layers(*, workspace: Folder = None, lang: Lang | None = None) -> pd.DataFrame:
    """List the layers of a workspace.

    Parameters
    ----------
    workspace : str, pathlib.Path or Workspace, optional
        The current folder's if left out; where that is no workspace, the shipped layers.
    lang : {"zh", "en"}, optional
        The workspace's if left out.

    Returns
    -------
    pandas.DataFrame
        By name: ``title``, ``geometry``, ``year``, ``analysis`` (that makes it, if one does).

    Raises
    ------
    DeclarationError
        If declarations are wrong.

    Examples
    --------
    >>> import gisplan as gp
    >>> gp.layers(lang="en").loc["prefectures", "title"]
    'Prefecture-level units'
    """
    place = place_of(workspace)
    speech = language(lang, place)
    rows = [
        {
            "name": spec.name,
            "title": spec.title.get(speech),
            "geometry": spec.geometry,
            "year": spec.vintage_words.get(speech),
            "analysis": getattr(spec.origin, "method", ""),
        }
        for spec in listing.layers(place)
    ]
    return pd.DataFrame(rows).set_index("name")


@in_language
def layer(
    name: str,
    *,
    workspace: Folder = None,
    lang: Lang | None = None,
) -> Answer:
    """Give one layer: its table, map, columns, sources, and what its figures are worth.

    Parameters
    ----------
    name : str
        As :func:`layers` lists it.
    workspace, lang
        As in :func:`layers`.

    Returns
    -------
    Answer
        With ``.table``, ``.columns``, ``.map()`` and more.

    Raises
    ------
    OptionError
        If there is no such layer; the nearest are told.
    DeclarationError
        If declarations, or the layers that it is made from, are wrong.

    Examples
    --------
    >>> import gisplan as gp
    >>> print(gp.layer("prefectures", lang="en"))
    Prefecture-level units [14 × 6]
    """
    place = place_of(workspace)
    found = load.load_layer(name, place=place)
    return Answer(title=found.spec.title, layers=(found,), lang=language(lang, place), place=place)


@in_language
def build(
    workspace: Folder = None,
    *,
    maps: str | tuple[str, ...] = (),
    lang: Lang | None = None,
    options: BuildOptions | None = None,
    progress: Told = False,
) -> BuildReport:
    """Make the maps of a workspace and export its layers, as ``gisplan build`` does.

    Parameters
    ----------
    workspace : str, pathlib.Path or Workspace, optional
        The current folder's if left out.
    maps : str or tuple of str
        Names of the maps; all if none is named.
    lang : {"zh", "en"}, optional
        Language in which they open; the workspace's if left out.
    options : BuildOptions, optional
        In the place of ``maps`` and ``lang``, as for a base map.
    progress : bool or callable
        True: a line at the terminal; or a function of words, steps done and steps in all.

    Returns
    -------
    BuildReport
        What was written, made and left out, and all problems found.

    Raises
    ------
    DeclarationError
        If declarations or layers are wrong; nothing is written then.
    OptionError
        If a map asked for is not declared.
    FileError
        If a result can't be written, or another build does not end.

    Examples
    --------
    >>> import tempfile
    >>> import gisplan as gp
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     try:
    ...         gp.build(folder, maps="nonsuch", lang="en")
    ...     except ValueError as error:
    ...         print(str(error).split(";")[0])
    there is no map nonsuch
    """
    guesses.check_no_map_name(workspace)
    place = place_of(workspace)
    speech = language(lang, place)
    named = (maps,) if isinstance(maps, str) else tuple(maps)
    return building.build(
        place,
        options=options or BuildOptions(lang=speech, maps=named),
        progress=progress_of(progress, speech),
    )


@in_language
def export(
    *names: str,
    format: str | tuple[str, ...] = "gpkg",
    to: str | Path | None = None,
    datum: Datum = "wgs84",
    crs: str | None = None,
    database: str = "",
    schema: str = "gisplan",
    overwrite: bool = False,
    workspace: Folder = None,
    lang: Lang | None = None,
    progress: Told = False,
) -> exported.ExportReport:
    """Write layers in the formats of other programs, as ``gisplan export`` does.

    Parameters
    ----------
    *names : str
        Names of the layers; all if none is named.
    format : str or tuple of str
        Of :data:`gisplan.formats.formats.ALL`, and ``postgis``; GDAL's names of them will do.
    to : str or pathlib.Path, optional
        The folder; ``exports`` of the workspace if left out.
    datum : {"wgs84", "cgcs2000", "gcj02"}
        What coordinates are written in.
    crs : str, optional
        EPSG code of the projected system of a DXF, in place of a datum; must be given for it.
    database, schema : str
        For ``postgis``.
    overwrite : bool
        Whether files that gisplan did not write, or that were edited since, may be replaced.
    workspace, lang, progress
        As in :func:`build`.

    Returns
    -------
    ExportReport
        What was written, and what a format could not hold.

    Raises
    ------
    OptionError
        If a layer, format or datum can't be.
    DeclarationError, DataError, FileError, DatabaseError
        If a layer can't be made or written; what was there is unchanged.

    Examples
    --------
    >>> import tempfile
    >>> import gisplan as gp
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     told = gp.export("prefectures", format="csv", to=folder, workspace=folder, lang="en")
    >>> [one.path.name for one in told.written]
    ['prefectures.csv']
    """
    place = place_of(workspace)
    speech = language(lang, place)
    guesses.check_layer_names(names)
    wanted = (format,) if isinstance(format, str) else format
    options = ExportOptions(
        layers=tuple(names),
        formats=tuple(map(guesses.format_meant, wanted)),
        datum=datum,
        crs=crs,
        to=None if to is None else Path(to),
        database=database,
        schema=schema,
        overwrite=overwrite,
    )
    return exports.export(place, options=options, progress=progress_of(progress, speech))


@in_language
def figure(
    name: str,
    *,
    out: str | Path | None = None,
    format: Format | None = None,
    dpi: int = 300,
    overwrite: bool = False,
    workspace: Folder = None,
    lang: Lang | None = None,
    progress: Told = False,
) -> Path:
    """Draw a map for a document: legend, scale, north arrow, sources.

    Parameters
    ----------
    name : str
        Of the map.
    out : str or pathlib.Path, optional
        The file; ``figures/NAME.FORMAT`` if left out.
    format : {"png", "svg", "pdf"}, optional
        By the ending of ``out`` if left out, else ``png``.
    dpi : int
        Dots per inch.
    overwrite : bool
        Whether a file that gisplan did not write, or that was edited since, may be replaced.
    workspace, lang, progress
        As in :func:`build`.

    Returns
    -------
    pathlib.Path
        Where it is.

    Raises
    ------
    OptionError
        If there is no such map, or an option can't be.
    DeclarationError, FileError
        If layers are wrong, Matplotlib is missing, or the file can't be written.

    Examples
    --------
    >>> import gisplan as gp
    >>> try:
    ...     gp.figure("overview", out="overview.bmp", lang="en")
    ... except ValueError as error:
    ...     print(str(error).split(",")[0].split(":")[0])
    the format must be one of ('png'
    """
    place = place_of(workspace)
    speech = language(lang, place)
    target = None if out is None else Path(out)
    # by the ending; what is no format is told of as such
    kind = format or cast("Format", "png" if target is None else target.suffix[1:].lower())
    done = drawing.figure(
        name,
        place=place,
        options=drawing.FigureOptions(format=kind, dpi=dpi, lang=speech),
        out=target,
        overwrite=overwrite,
        progress=progress_of(progress, speech),
    )
    return done.path


@in_language
def report(
    *,
    out: str | Path | None = None,
    pdf: bool = False,
    docx: bool = False,
    year: int | None = None,
    overwrite: bool = False,
    workspace: Folder = None,
    lang: Lang | None = None,
    progress: Told = False,
) -> list[Path]:
    """Write maps, tables, scorecard, methods and sources as one page, as PDF and for Word.

    Parameters
    ----------
    out : str or pathlib.Path, optional
        The HTML; ``reports/report.html`` if left out.
    pdf : bool
        Whether to print it too, through an installed browser.
    docx : bool
        Whether to write it as a Word document too; needs ``gisplan[word]``.
    year : int, optional
        Year of the scorecard; each aim by its own year if left out.
    overwrite : bool
        Whether a file that gisplan did not write, or that was edited since, may be replaced.
    workspace, lang, progress
        As in :func:`build`.

    Returns
    -------
    list of pathlib.Path
        The HTML, and the PDF and the Word document if asked for.

    Raises
    ------
    OptionError, DeclarationError, FileError
        If there are no maps, layers are wrong, or a file can't be written.

    Examples
    --------
    >>> import gisplan as gp
    >>> try:
    ...     gp.report(out="report.pdf", lang="en")
    ... except ValueError as error:
    ...     print(error)
    report.pdf: use .html or .htm
    """
    place = place_of(workspace)
    speech = language(lang, place)
    done = reporting.report(
        place=place,
        lang=speech,
        year=year,
        out=None if out is None else Path(out),
        pdf=pdf,
        docx=docx,
        overwrite=overwrite,
        progress=progress_of(progress, speech),
    )
    return [document.path for document in done]
