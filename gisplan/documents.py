"""Figures and reports for documents: the order of things, and the files."""

from __future__ import annotations

import datetime
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from gisplan import catalog, compare, pipeline, printing, scenario, workspace
from gisplan.composition import MapSpec
from gisplan.errors import FileError, OptionError
from gisplan.export.files import locked, replace_file
from gisplan.figure.options import FORMATS, LEAST_DPI, MOST_DPI, FigureOptions
from gisplan.present import headline
from gisplan.record import Record
from gisplan.report import page, results
from gisplan.resolve import Progress, Resolver, resolve_all
from gisplan.schema import Layer
from gisplan.text import Lang, Text
from gisplan.workspace import Workspace

if TYPE_CHECKING:
    from types import ModuleType

#: The layer that holds the plan's aims against the data.
SCORECARD = "scorecard"


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A file that was written."""

    path: Path
    title: Text
    size: int


def _silent(what: Text, done: int, steps: int) -> None:
    """Take no notice of progress."""


def figure(
    name: str,
    *,
    place: Workspace | None = None,
    options: FigureOptions | None = None,
    out: Path | None = None,
    progress: Progress = _silent,
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

    Returns
    -------
    Document

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
    sheet = _sheet()
    listed = catalog.load(place)
    spec = _map(listed, name)
    layers = _resolved(place, listed, spec.layer_names, progress)[0]
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


def report(
    *,
    place: Workspace | None = None,
    lang: Lang = "zh",
    year: int | None = None,
    out: Path | None = None,
    pdf: bool = False,
    progress: Progress = _silent,
) -> list[Document]:
    """Write maps, tables, scorecard, methods and sources as one HTML page, and as PDF.

    Parameters
    ----------
    place : Workspace, optional
        The workspace of the current folder if left out.
    lang : {"zh", "en"}
    year : int, optional
        Year of the scorecard; each aim by its own year if left out.
    out : pathlib.Path, optional
        The HTML; ``reports/report.html`` (``report.en.html`` in English) if left out.
    pdf : bool
        Whether to print it too, beside the HTML, through an installed browser.
    progress : callable, optional

    Returns
    -------
    list of Document

    Raises
    ------
    DeclarationError
        If declarations or layers are wrong.
    OptionError
        If there are no maps.
    FileError
        If Matplotlib, a Chinese face or (for PDF) a browser is missing, or a file can't be written.
    """
    place = place or workspace.find()
    sheet = _sheet()
    # Before the work, not after it.
    browser = printing.find_browser() if pdf else None
    listed = catalog.load(place)
    if not listed.maps:
        raise OptionError(Text("工作区没有地图，无可报告", "the workspace has no maps to report"))
    shown = {name for spec in listed.maps.values() for name in spec.data_names}
    score = SCORECARD in listed.layers
    names = tuple(n for n in listed.layers if n in shown or (score and n == SCORECARD))
    layers, resolver = _resolved(place, listed, names, progress)
    used = listed.needed_by(names)
    if score and year is not None:
        what_if = scenario.of_year(scenario.load(place, scenario.BASE), SCORECARD, year)
        layers.update(compare.load_layers((SCORECARD,), what_if=what_if, place=place))
    options = FigureOptions(format="svg", lang=lang, date=made_on())
    seconds = {name: results.sheet(spec, layers) for name, spec in listed.maps.items()}
    matter = page.Matter(
        maps=tuple(listed.maps.values()),
        figures={
            name: sheet.draw(spec, layers, options=options) for name, spec in listed.maps.items()
        },
        results={
            name: (spec, sheet.draw(spec, layers, options=options))
            for name, spec in seconds.items()
            if spec is not None
        },
        headlines={name: headline.figures(spec, layers) for name, spec in listed.maps.items()},
        layers=layers,
        used=tuple(listed.layers[name] for name in used),
        left_out={name: resolver.record.layers[name].left_out for name in used},
        problems=tuple(one for name in used for one in resolver.record.layers[name].problems),
        scorecard=layers.get(SCORECARD) if score else None,
        year=year,
        date=made_on(),
    )
    content = page.render(matter, lang=lang).encode()
    path = out or place.root / "reports" / (
        "report.html" if lang == "zh" else f"report.{lang}.html"
    )
    replace_file(path, content)
    title = page.TITLE
    written = [Document(path=path, title=title, size=len(content))]
    if browser is not None:
        printed = printing.to_pdf(path, browser=browser)
        target = path.with_suffix(".pdf")
        replace_file(target, printed)
        written.append(Document(path=target, title=title, size=len(printed)))
    return written


def made_on() -> str:
    """Give the day that ``SOURCE_DATE_EPOCH`` names, as YYYY-MM-DD, or nothing.

    Raises
    ------
    OptionError
        If it is set and not a number of seconds since 1970.
    """
    value = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not value:
        return ""
    try:
        return f"{datetime.datetime.fromtimestamp(int(value), tz=datetime.UTC):%Y-%m-%d}"
    except (ValueError, OverflowError, OSError):
        raise OptionError(
            Text(
                f"环境变量 SOURCE_DATE_EPOCH 应为 1970 年以来的秒数，现为 {value!r}",
                f"SOURCE_DATE_EPOCH must be seconds since 1970; it is {value!r}",
            )
        ) from None


def _sheet() -> ModuleType:
    try:
        from gisplan.figure import sheet  # noqa: PLC0415  (it needs Matplotlib, an extra)
    except ModuleNotFoundError as error:
        if not (error.name or "").startswith("matplotlib"):
            raise
        raise FileError(
            Text(
                "制图需要 Matplotlib，请先安装：pip install 'gisplan[figures]'",
                "Figures need Matplotlib; install it: pip install 'gisplan[figures]'",
            )
        ) from None
    return sheet


def _map(listed: catalog.Catalog, name: str) -> MapSpec:
    if name not in listed.maps:
        names = ", ".join(listed.maps)
        raise OptionError(
            Text(f"没有地图 {name}，有：{names}", f"there is no map {name}; there are: {names}")
        )
    return listed.maps[name]


def _resolved(
    place: Workspace, listed: catalog.Catalog, names: tuple[str, ...], progress: Progress
) -> tuple[dict[str, Layer], Resolver]:
    """Make the layers, or take them from the last build."""
    for name in names:
        pipeline.require_layer(listed, name)
    with locked(place.state):
        resolver = Resolver(listed, Record.load(place.state))
        needed = listed.needed_by(names)
        try:
            resolve_all(resolver, needed, progress=progress, steps=len(needed))
        finally:
            if resolver.made:
                resolver.record.save()
        layers: Mapping[str, Layer] = {name: resolver.layer(name) for name in names}
    return dict(layers), resolver
