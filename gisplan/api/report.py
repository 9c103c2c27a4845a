"""Maps, tables, scorecard, methods and sources as one page, and as PDF."""

from __future__ import annotations

import functools
from dataclasses import replace
from pathlib import Path
from typing import Any

from gisplan.api import compare, ledger_files
from gisplan.api.document import Document, drawing_sheet, made_on, resolved
from gisplan.api.plan import answer, plan
from gisplan.api.plan_query import PlanQuery
from gisplan.api.plan_tables import DUTIES, ledger_layers, load_ledger
from gisplan.api.targets import check_target, write_target
from gisplan.catalog import workspace
from gisplan.catalog.workspace import Workspace
from gisplan.errors import OptionError
from gisplan.pipeline import catalogue as catalog
from gisplan.pipeline import scenario
from gisplan.pipeline.progress import Progress, silent
from gisplan.render import print_pdf as printing
from gisplan.render.figure.options import FigureOptions, Format
from gisplan.render.report import by_road, page, results, word
from gisplan.render.report.ledger import Chapter
from gisplan.render.report.one_page import one_page
from gisplan.render.web import headline
from gisplan.text import Lang, Text

#: What a lead unit answers for beside what is dated.
_HEADINGS = ("task", "path", "safeguard", "base")

#: Dots per inch of the figures of a page, where it has any, and of a Word document.
_PRINTED_DPI, _WORD_DPI = 300, 200


def sheet(
    *,
    unit: str | None = None,
    region: str | None = None,
    place: Workspace | None = None,
    lang: Lang = "zh",
    as_of: str | None = None,
    out: Path | None = None,
    pdf: bool = False,
    overwrite: bool = False,
    progress: Progress = silent,
) -> list[Document]:
    """Write the sheet of one unit or one region on one page of A4; what has no room is listed.

    Parameters
    ----------
    unit : str, optional
        A lead or cooperating unit by any of its names.
    region : str, optional
        Name or code of an administrative unit.
    place : Workspace, optional
        The workspace of the current folder if left out.
    lang : {"zh", "en"}
    as_of : str, optional
        Day on which it is decided what is overdue; today if left out.
    out : pathlib.Path, optional
        The HTML; ``reports/NAME.html`` if left out.
    pdf : bool
        Whether to print it too, beside the HTML, through an installed browser.
    overwrite : bool
        Whether a file that gisplan did not write, or that was edited since, may be replaced.
    progress : callable, optional
        Told what is done next, the steps done and the steps in all; nobody is if left out.

    Returns
    -------
    list of Document
        The HTML, the PDF if asked for, and the list of all items if they do not fit on the page.

    Raises
    ------
    OptionError
        If the unit or region is not known.
    DeclarationError
        If declarations or layers are wrong.
    FileError
        If (for PDF) a browser is missing, or a file can't be written.
    """
    place = place or workspace.find()
    browser = printing.find_browser() if pdf else None
    query = PlanQuery(unit=unit, region=region, as_of=as_of)
    found = plan(query, place=place, progress=progress)
    name = "-".join(part.partition("（")[0] for part in found.asked.zh.split("，"))
    path = out or place.root / "reports" / f"{name}.html"
    page_path = path.with_suffix(".html")
    _check(page_path, place, pdf=pdf, overwrite=overwrite)
    list_path = page_path.with_stem(page_path.stem + Text("-清单", "-list").get(lang))
    chapter = Chapter(
        title=found.asked, table=found.table, spec=found.spec, notes=found.notes, as_of=found.as_of
    )
    made = one_page(chapter, sources=found.spec.sources, more_in=list_path.name, lang=lang)
    if made.more:
        check_target(list_path, ".html", ".htm", place=place, overwrite=overwrite)
    write_target(page_path, made.html.encode(), place=place, overwrite=overwrite)
    written = _printed(page_path, found.asked, browser, place, overwrite=overwrite)
    if made.more:
        ledger_files.write(found, list_path, lang=lang, place=place, overwrite=overwrite)
        title = Text(
            f"全部 {len(found.table)} 项，另有 {made.more} 项不在单页上",
            f"all {len(found.table)} items; {made.more} are not on the page",
        )
        size = list_path.stat().st_size
        written.append(Document(path=list_path, title=title, size=size))
    return written


def _check(path: Path, place: Workspace, *, pdf: bool, overwrite: bool) -> None:
    """Refuse files that must stay before the work is done.

    Parameters
    ----------
    path : Path
        The HTML.
    place : Workspace
        The workspace; it knows what gisplan has written.
    pdf : bool
        Whether a PDF is to stand beside it.
    overwrite : bool
        Whether a file that gisplan did not write, or that was edited since, may be replaced.
    """
    check_target(path, ".html", ".htm", place=place, overwrite=overwrite)
    if pdf:
        check_target(path.with_suffix(".pdf"), place=place, overwrite=overwrite)


def _printed(
    path: Path, title: Text, browser: Path | None, place: Workspace, *, overwrite: bool
) -> list[Document]:
    """Give what was written, and print it if there is a browser to do it with.

    Parameters
    ----------
    path : Path
        The HTML.
    title : Text
        What people call it.
    browser : Path or None
        Path of the browser; None to print nothing.
    place : Workspace
        It knows what gisplan has written.
    overwrite : bool
        Whether a PDF that gisplan did not write may be replaced.

    Returns
    -------
    list of Document
        The HTML, and the PDF if there is one.
    """
    written = [Document(path=path, title=title, size=path.stat().st_size)]
    if browser is not None:
        printed = printing.to_pdf(path, browser=browser)
        target = path.with_suffix(".pdf")
        write_target(target, printed, place=place, overwrite=overwrite)
        written.append(Document(path=target, title=title, size=len(printed)))
    return written


def _chapters(place: Workspace, listed: catalog.Catalog) -> tuple[Chapter, ...]:
    """Give a section for each prefecture, and for each unit that leads something.

    Parameters
    ----------
    place : Workspace
        The workspace.
    listed : catalog.Catalog
        The catalogue of the workspace.

    Returns
    -------
    tuple of Chapter
        Empty if the workspace has no ledger.
    """
    if ledger_layers(place, listed.layers) is None:
        return ()
    tables = load_ledger(place=place, as_of=made_on() or None)
    duties = tables.layers[DUTIES].table
    named = duties[duties["via_zh"].notna()].drop_duplicates("adcode")
    chapters = []
    for code in named["adcode"]:
        found = answer(tables, PlanQuery(region=code))
        own = found.table[found.table["why"].isin(["place", "inside"])]
        shared = len(found.table) - len(own)
        note = Text(
            f"另有 {shared} 项由各市州政府牵头或配合，各市州相同，见 gisplan report --region",
            f"{shared} more are led or cooperated on by its government, as by all; see gisplan "
            "report --region",
        )
        chapters.append(
            Chapter(
                title=found.asked, table=own, spec=found.spec, notes=(note,), as_of=tables.as_of
            )
        )
    leads = duties[(duties["role"] == "lead") & duties["via_zh"].isna()]
    for unit in leads["unit_zh"].unique():
        found = answer(tables, PlanQuery(unit=unit, role="lead"))
        due = found.table[found.table["due"].notna() | found.table["kind"].isin(_HEADINGS)]
        chapters.append(Chapter(title=found.asked, table=due, spec=found.spec, as_of=found.as_of))
    return tuple(chapters)


def report(
    *,
    place: Workspace | None = None,
    lang: Lang = "zh",
    year: int | None = None,
    out: Path | None = None,
    pdf: bool = False,
    docx: bool = False,
    overwrite: bool = False,
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
    docx : bool
        Whether to write it as a Word document too, beside the HTML.
    overwrite : bool
        Whether a file that gisplan did not write, or that was edited since, may be replaced.
    progress : callable, optional
        Told what is done next, the steps done and the steps in all; nobody is if left out.

    Returns
    -------
    list of Document
        The HTML, and the PDF and the Word document if asked for.

    Raises
    ------
    DeclarationError
        If declarations or layers are wrong.
    OptionError
        If there are no maps.
    FileError
        If Matplotlib, a Chinese face, (for PDF) a browser or (for Word) python-docx is missing, or
        a file can't be written.
    """
    place = place or workspace.find()
    path = out or place.root / "reports" / (
        "report.html" if lang == "zh" else f"report.{lang}.html"
    )
    _check(path, place, pdf=pdf, overwrite=overwrite)
    if docx:
        check_target(path.with_suffix(".docx"), place=place, overwrite=overwrite)
        word.require_docx()
    date = made_on()
    sheet = drawing_sheet()
    # Before the work, not after it.
    browser = printing.find_browser() if pdf else None
    listed = catalog.load(place)
    if not listed.maps:
        raise OptionError(Text("工作区没有地图，无可报告", "the workspace has no maps to report"))
    shown = {name for spec in listed.maps.values() for name in spec.data_names}
    score = place.roles.optional("scorecard", listed.layers)
    beside = by_road.find((n for n in listed.layers if n in shown), listed.layers)
    shown |= {name for pair in beside for name in pair.beside}
    names = tuple(n for n in listed.layers if n in shown or n == score)
    layers, resolver = resolved(place, listed, names, progress)
    used = listed.needed_by(names)
    if score is not None and year is not None:
        what_if = scenario.of_year(scenario.load(place, scenario.BASE), score, year)
        layers.update(compare.load_layers((score,), what_if=what_if, place=place))
    seconds = {name: results.sheet(spec, layers) for name, spec in listed.maps.items()}

    def drawn(kind: Format, dpi: int) -> dict[str, Any]:
        options = FigureOptions(format=kind, lang=lang, date=date, dpi=dpi)
        draw = functools.partial(sheet.draw, layers=layers, options=options)
        return {
            "figures": {name: draw(spec) for name, spec in listed.maps.items()},
            "results": {
                name: (spec, draw(spec)) for name, spec in seconds.items() if spec is not None
            },
        }

    matter = page.Matter(
        maps=tuple(listed.maps.values()),
        figures={},
        by_road=beside,
        headlines={name: headline.figures(spec, layers) for name, spec in listed.maps.items()},
        layers=layers,
        used=tuple(listed.layers[name] for name in used),
        left_out={name: resolver.record.layers[name].left_out for name in used},
        problems=tuple(one for name in used for one in resolver.record.layers[name].problems),
        scorecard=layers[score] if score else None,
        ledger=_chapters(place, listed),
        year=year,
        date=date,
    )
    html = page.render(replace(matter, **drawn("svg", _PRINTED_DPI)), lang=lang)
    write_target(path, html.encode(), place=place, overwrite=overwrite)
    written = _printed(path, page.TITLE, browser, place, overwrite=overwrite)
    if docx:
        # Word shows no SVG as it stands in a page
        html = page.render(replace(matter, **drawn("png", _WORD_DPI)), lang=lang)
        content = word.word(html, lang=lang)
        target = path.with_suffix(".docx")
        write_target(target, content, place=place, overwrite=overwrite)
        written.append(Document(path=target, title=page.TITLE, size=len(content)))
    return written
