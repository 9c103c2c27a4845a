"""Maps, tables, scorecard, methods and sources as one page, and as PDF."""

from __future__ import annotations

from pathlib import Path

from gisplan.api import compare
from gisplan.api.document import Document, drawing_sheet, made_on, resolved
from gisplan.catalog import workspace
from gisplan.catalog.workspace import Workspace
from gisplan.errors import OptionError
from gisplan.files import replace_file
from gisplan.pipeline import catalogue as catalog
from gisplan.pipeline import scenario
from gisplan.pipeline.progress import Progress, silent
from gisplan.render import print_pdf as printing
from gisplan.render.figure.options import FigureOptions
from gisplan.render.report import page, results
from gisplan.render.web import headline
from gisplan.text import Lang, Text

#: The layer that holds the plan's aims against the data.
SCORECARD = "scorecard"


def report(
    *,
    place: Workspace | None = None,
    lang: Lang = "zh",
    year: int | None = None,
    out: Path | None = None,
    pdf: bool = False,
    progress: Progress = silent,
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
    sheet = drawing_sheet()
    # Before the work, not after it.
    browser = printing.find_browser() if pdf else None
    listed = catalog.load(place)
    if not listed.maps:
        raise OptionError(Text("工作区没有地图，无可报告", "the workspace has no maps to report"))
    shown = {name for spec in listed.maps.values() for name in spec.data_names}
    score = SCORECARD in listed.layers
    names = tuple(n for n in listed.layers if n in shown or (score and n == SCORECARD))
    layers, resolver = resolved(place, listed, names, progress)
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
