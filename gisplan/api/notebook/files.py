"""An answer as a workbook or a GeoPackage: its tables, and what is to be known of them."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import pandas as pd

from gisplan.api.notebook.answer import Answer
from gisplan.catalog.layer import Layer
from gisplan.formats.geopackage import write
from gisplan.formats.office_book import OfficeSheet, office_book
from gisplan.formats.prepared import Prepared
from gisplan.text import Lang, Text

#: Characters that the name of a sheet may have, and those that it may not.
_LONGEST, _REFUSED = 31, str.maketrans(dict.fromkeys("[]:*?/\\'", " "))


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
    sheets = [_sheet(layer, lang, note=title) for layer in answer.layers]
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


def _sheet(layer: Layer, lang: Lang, *, note: str) -> OfficeSheet:
    columns, table = layer.spec.columns, layer.table
    heads = [column.title_with_unit.get(lang) for column in columns]
    cells = [[_cell(value) for value in table[column.name]] for column in columns]
    if layer.spec.geometry == "point":
        heads += [Text("经度", "longitude").get(lang), Text("纬度", "latitude").get(lang)]
        cells += [[_cell(value) for value in axis] for axis in (table.geometry.x, table.geometry.y)]
    return OfficeSheet(
        name=layer.spec.name.translate(_REFUSED)[:_LONGEST],
        heads=heads,
        rows=list(zip(*cells, strict=True)),
        widths=(24, *[16] * (len(heads) - 1)),
        note=note,
    )


def _cell(value: Any) -> Any:
    if pd.isna(value):
        return None
    return value.item() if hasattr(value, "item") else value
