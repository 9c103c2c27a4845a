"""A map as a figure for a document."""

from __future__ import annotations

from pathlib import Path

from gisplan.api.document import Document, drawing_sheet, made_on, require_map, resolved
from gisplan.catalog import workspace
from gisplan.catalog.workspace import Workspace
from gisplan.errors import OptionError
from gisplan.files import replace_file
from gisplan.pipeline import catalogue as catalog
from gisplan.pipeline.progress import Progress, silent
from gisplan.render.figure.options import FORMATS, LEAST_DPI, MOST_DPI, FigureOptions
from gisplan.text import Text

__all__ = ["FORMATS", "FigureOptions", "figure"]


def figure(
    name: str,
    *,
    place: Workspace | None = None,
    options: FigureOptions | None = None,
    out: Path | None = None,
    progress: Progress = silent,
) -> Document:
    """Write a map as a figure.

    Parameters
    ----------
    name : str
        Of the map.
    place : Workspace, optional
        The workspace of the current folder if left out.
    options : FigureOptions, optional
        Without a date, that of ``SOURCE_DATE_EPOCH`` is shown, if it is set.
    out : pathlib.Path, optional
        ``figures/NAME.FORMAT`` (``NAME.en.FORMAT`` in English) if left out.
    progress : callable, optional
        Told what is done next, the steps done and the steps in all; nobody is if left out.

    Returns
    -------
    Document
        Where it is, and how large.

    Raises
    ------
    OptionError
        If there is no such map, or an option can't be.
    DeclarationError
        If declarations or layers are wrong.
    FileError
        If Matplotlib or a Chinese face is missing, or the file can't be written.
    """
    place = place or workspace.find()
    options = options or FigureOptions()
    if options.format not in FORMATS:
        raise OptionError(
            Text(f"格式只能是：{'、'.join(FORMATS)}", f"the format must be one of {FORMATS}")
        )
    if not LEAST_DPI <= options.dpi <= MOST_DPI:
        raise OptionError(
            Text(
                f"分辨率 {options.dpi} 不在 {LEAST_DPI} 到 {MOST_DPI} 之间",
                f"{options.dpi} dots per inch: there may be {LEAST_DPI} to {MOST_DPI}",
            )
        )
    sheet = drawing_sheet()
    listed = catalog.load(place)
    spec = require_map(listed, name)
    layers = resolved(place, listed, spec.layer_names, progress)[0]
    options = FigureOptions(
        format=options.format,
        dpi=options.dpi,
        lang=options.lang,
        date=options.date or made_on(),
    )
    content: bytes = sheet.draw(spec, layers, options=options)
    ending = f".{options.format}" if options.lang == "zh" else f".{options.lang}.{options.format}"
    path = out or place.root / "figures" / f"{spec.name}{ending}"
    replace_file(path, content)
    return Document(path=path, title=spec.title, size=len(content))
