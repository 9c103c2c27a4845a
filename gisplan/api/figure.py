"""A map as a figure for a document."""

from __future__ import annotations

from pathlib import Path

from gisplan.api.document import Document, drawing_sheet, made_on, require_map, resolved
from gisplan.api.targets import check_target, write_target
from gisplan.catalog import workspace
from gisplan.catalog.workspace import Workspace
from gisplan.errors import OptionError
from gisplan.pipeline import catalogue as catalog
from gisplan.pipeline.progress import Progress, silent
from gisplan.render.figure.options import FORMATS, LEAST_DPI, MOST_DPI, FigureOptions, Format
from gisplan.text import Text

__all__ = ["FORMATS", "FigureOptions", "Format", "figure"]


def figure(
    name: str,
    *,
    place: Workspace | None = None,
    options: FigureOptions | None = None,
    out: Path | None = None,
    overwrite: bool = False,
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
    overwrite : bool
        Whether a file that gisplan did not write, or that was edited since, may be replaced.
    progress : callable, optional
        Told what is done next, the steps done and the steps in all; nobody is if left out.

    Returns
    -------
    Document
        Where it is, and how large.

    Raises
    ------
    OptionError
        If there is no such map, an option can't be, or ``out`` ends in another format.
    DeclarationError
        If declarations or layers are wrong.
    FileError
        If Matplotlib or a Chinese face is missing, the file can't be written, or another is there
        that must stay.
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
    date = options.date or made_on()
    listed = catalog.load(place)
    spec = require_map(listed, name)
    ending = f".{options.format}"
    path = out or place.root / "figures" / (
        f"{spec.name}{'' if options.lang == 'zh' else f'.{options.lang}'}{ending}"
    )
    check_target(path, ending, place=place, overwrite=overwrite)
    sheet = drawing_sheet()
    layers = resolved(place, listed, (*spec.layer_names, *spec.context_names), progress)[0]
    options = FigureOptions(
        format=options.format,
        dpi=options.dpi,
        lang=options.lang,
        date=date,
    )
    content: bytes = sheet.draw(spec, layers, options=options)
    write_target(path, content, place=place, overwrite=overwrite)
    return Document(path=path, title=spec.title, size=len(content))
