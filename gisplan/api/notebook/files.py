"""An answer as a workbook or a GeoPackage: its tables, and what is to be known of them."""

from __future__ import annotations

import tempfile
from pathlib import Path

from gisplan.api.notebook.answer import Answer
from gisplan.api.result_book import plain
from gisplan.catalog.layer import Layer
from gisplan.formats.geopackage import write
from gisplan.formats.office_book import OfficeSheet, office_book, tab_name
from gisplan.formats.prepared import Prepared
from gisplan.text import Lang, Text


def workbook(answer: Answer) -> bytes:
    """Make a workbook of an answer.

    Parameters
    ----------
    answer : Answer
        What was found.

    Returns
    -------
    bytes
        A sheet for each table, unrounded, with titles and units, and one of notes, worth and
        sources.
    """
    lang = answer.lang
    title = answer.title.get(lang)
    taken: set[str] = set()
    sheets = [_sheet(layer, lang, taken, note=title) for layer in answer.layers]
    said = [f"{k.get(lang)}: {v.get(lang)}" for k, v in answer.figures.items()]
    rows = [*said, answer.worth, *answer.notes, *answer.sources]
    about = OfficeSheet(
        name=Text("说明", "about").get(lang),
        heads=[Text("说明", "mind").get(lang)],
        rows=[(row,) for row in dict.fromkeys(rows) if row],
        widths=(110,),
    )
    return office_book([*sheets, about], title=title)


def geopackage(answer: Answer) -> bytes:
    """Make a GeoPackage of an answer, styled as its map.

    Parameters
    ----------
    answer : Answer
        What was found.

    Returns
    -------
    bytes
        A table for each of its tables, with titles, units, worth and sources.
    """
    with tempfile.TemporaryDirectory(prefix="gisplan-") as folder:
        path = Path(folder) / "answer.gpkg"
        write([Prepared(layer=layer) for layer in answer.layers], path)
        return path.read_bytes()


def _sheet(layer: Layer, lang: Lang, taken: set[str], *, note: str) -> OfficeSheet:
    columns, table = layer.spec.columns, layer.table
    heads = [column.title_with_unit.get(lang) for column in columns]
    cells = [[plain(value) for value in table[column.name]] for column in columns]
    if layer.spec.geometry == "point":
        heads += [Text("经度", "longitude").get(lang), Text("纬度", "latitude").get(lang)]
        cells += [[plain(value) for value in axis] for axis in (table.geometry.x, table.geometry.y)]
    return OfficeSheet(
        name=tab_name(layer.spec.name, taken),
        heads=heads,
        rows=list(zip(*cells, strict=True)),
        widths=(24, *[16] * (len(heads) - 1)),
        note=note,
    )
