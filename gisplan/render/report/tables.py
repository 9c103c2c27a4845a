"""The report's tables of figures: what the maps are coloured by, unit by unit."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from gisplan.catalog.layer import Layer
from gisplan.catalog.map import MapSpec
from gisplan.catalog.worth import described
from gisplan.digits import Digits, write
from gisplan.render.figure import words
from gisplan.render.report.html import Markup, element, joined, table
from gisplan.render.style.words import TRUTH
from gisplan.render.web import encode
from gisplan.text import Lang, Text

#: A longer table is for a spreadsheet; the report says where it is.
MOST_ROWS = 40


def of_map(spec: MapSpec, layers: Mapping[str, Layer], lang: Lang) -> Markup:
    """Write a table for each layer that the map colours areas by.

    Parameters
    ----------
    spec : MapSpec
        Composition of the map.
    layers : mapping of str to Layer
        By name; at least those of the map.
    lang : {"zh", "en"}

    Returns
    -------
    Markup
        Tables below each other; empty if there are none.
    """
    columns: dict[str, list[str]] = {}
    for item in (item for group in spec.groups for item in group.layers):
        style, layer = item.style, layers[item.layer]
        if style.kind in ("choropleth", "categories") and layer.spec.geometry == "polygon":
            held = columns.setdefault(item.layer, [])
            held += [*item.popup, *([style.column] if style.column else [])]
    return joined(
        of_layer(layers[name], list(dict.fromkeys(held)), lang) for name, held in columns.items()
    )


def of_layer(layer: Layer, names: list[str], lang: Lang) -> Markup:
    """Write the rows of a layer as a table with those columns, under its title and description.

    Parameters
    ----------
    layer : Layer
        Declaration and table.
    names : list of str
        Columns; ``NAME`` may stand for the pair ``NAME_zh``, ``NAME_en``.
    lang : {"zh", "en"}

    Returns
    -------
    Markup
        Of more than :data:`MOST_ROWS` rows, where they are to be had instead.
    """
    spec = layer.spec
    caption = element("h4", spec.title.get(lang), dir="auto")
    count = len(layer.table)
    if count > MOST_ROWS:
        more = Text(
            f"共 {count} 行，见 gisplan export {spec.name} 导出的表。",
            f"{count} rows; see the table that gisplan export {spec.name} writes.",
        )
        return joined([caption, element("p", more.get(lang), class_="note")])
    heads, values, right = [], [], []
    for at, name in enumerate(names):
        both = encode.pair(spec, name)
        if both is None:
            continue
        zh, en = (spec.column(one) for one in both)
        heading = encode.heading(zh, en)
        heads.append(words.heading(heading, lang))
        column = zh if lang == "zh" else en
        values.append(
            [value(one, heading, lang) for one in encode.cells(layer.table[column.name], column)]
        )
        if column.type in ("integer", "number"):
            right.append(at)
    rows = list(zip(*values, strict=True)) if values else []
    said = described(spec.description, layer.worth)
    about = element("p", said.get(lang), class_="note", dir="auto")
    return joined([caption, about, table(heads, rows, right=right)])


def value(given: Any, heading: Mapping[str, Any], lang: Lang) -> str:
    """Write a cell as the web map does: coded values by their words, none as a dash.

    Parameters
    ----------
    given : Any
        The value.
    heading : mapping of str to Any
        Of its column: coded values' words, how figures are written, and whether they are years.
    lang : Lang
        Language of the words.

    Returns
    -------
    str
        Plain text.
    """
    if given is None or given is pd.NA:
        return "—"
    if known := heading["words"].get(str(given)):
        return words.say(known, lang)
    if isinstance(given, bool):
        return TRUTH[str(given)].get(lang)
    if isinstance(given, (int, float)) and not heading["year"]:
        return write(given, Digits(count=heading["digits"], myriads=heading["myriads"]), lang)
    return str(given)
