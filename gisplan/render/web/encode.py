"""Layers as the page holds them: columns once each, geometry as arcs, classes worked out.

Everything made here is plain data for JSON. Coordinates are whole numbers on the grid of the
:class:`~gisplan.render.web.topology.Topology`. The page's script (``web/src``) reads it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import pandas as pd
import shapely

from gisplan.catalog.layer import PRECISION_TITLES, Column, Layer, LayerSpec, Source
from gisplan.catalog.map import MapLayer, MapSpec
from gisplan.catalog.worth import described
from gisplan.digits import Digits
from gisplan.errors import DataError
from gisplan.render.style.named import by_name
from gisplan.render.style.positions import Places, find_places, row_words
from gisplan.render.style.words import rounded
from gisplan.render.web import context, safe
from gisplan.render.web.pinyin import syllables
from gisplan.render.web.topology import Topology, build, grid_text, label_place
from gisplan.text import Text

Json = dict[str, Any]

# A heading such as 名称（中文） or Name (English), where the pair is shown in one language.
_LANGUAGE_NOTE = re.compile(
    r"\s+in (Chinese|English)$|"
    r"\s*[（(](中文|英文|汉语|英语|in )?\s*(中文|英文|Chinese|English)?[)）]\s*$"
)
# A column of calendar years, but not of tonnes per year.
_YEAR = re.compile(r"(^|_)(?<!per_)year(_|$)")
# Above this number of rows a layer is searched by its names as they are written.
_MOST_SPELLED = 5_000
# Repeated words are stored once from this number of rows on.
_ROWS_TO_SHARE = 12
# Parts that tables of the same places have alike, and from how many letters on naming one pays.
_PARTS_ALIKE = ("sources", "shapes", "search")
_LONG = 200


def text(words: Text) -> Json:
    """Give both languages.

    Parameters
    ----------
    words : Text
        What is said.

    Returns
    -------
    Json
        ``zh`` and ``en``.
    """
    return {"zh": words.zh, "en": words.en}


def written(digits: Digits) -> Json:
    """Say how the figures of a column are written.

    Parameters
    ----------
    digits : Digits
        As :mod:`gisplan.digits` writes them.

    Returns
    -------
    Json
        ``digits`` and ``myriads``.
    """
    return {"digits": digits.count, "myriads": digits.myriads}


def pair(spec: LayerSpec, name: str) -> tuple[str, str] | None:
    """Give the columns that a name stands for in Chinese and English, or None if there are none.

    ``NAME`` is a column itself, or stands for ``NAME_zh`` and ``NAME_en``.

    Parameters
    ----------
    spec : LayerSpec
        Declaration of the layer.
    name : str
        Name in a map's declaration.

    Returns
    -------
    tuple[str, str] or None
        Both the same for a column of its own.
    """
    names = spec.column_names
    if name in names:
        return name, name
    both = f"{name}_zh", f"{name}_en"
    return both if both[0] in names and both[1] in names else None


def columns_used(items: Iterable[MapLayer], spec: LayerSpec) -> tuple[str, ...]:
    """List the columns that a map shows of one layer, each once, in order of use.

    Parameters
    ----------
    items : Iterable[MapLayer]
        The layer's entries in the map.
    spec : LayerSpec
        Its declaration.

    Returns
    -------
    tuple of str
        Names of declared columns.
    """
    names: list[str] = []
    for item in items:
        names += item.popup
        names += filter(None, (item.style.label_column, item.style.beside_column))
        # The figure that a unit is coloured by is shown beside its name.
        names += (
            [item.style.column]
            if item.style.kind in ("choropleth", "flows") and item.style.column
            else []
        )
        names += [name for name in (item.year_column, item.report_column) if name]
    if spec.positions == "mixed":
        names.append("precision")
    return tuple(dict.fromkeys(names))


def encode(spec: MapSpec, layers: Mapping[str, Layer]) -> tuple[Json, dict[str, Places]]:
    """Write the layers of a map as data for its page.

    Parameters
    ----------
    spec : MapSpec
        Composition of the map.
    layers : mapping of str to Layer
        By name; at least those of the map.

    Returns
    -------
    tuple of dict
        Data: ``decimals``, ``origin``, ``arcs``, ``bounds`` (west, south, east, north in degrees or
        None) and ``tables`` by layer name; and the places, by layer name.
    """
    items = {
        name: [item for group in spec.groups for item in group.layers if item.layer == name]
        for name in spec.layer_names
    }
    places = {
        name: Places((), (), (), ())
        if layers[name].spec.geometry == "raster"
        else find_places(layers[name])
        for name in items
    }
    # What lies beneath shares its borders with what is shown.
    beneath = context.shapes(spec, layers)
    shaped = [
        (name, at)
        for name in items
        if layers[name].spec.geometry != "point"
        for at in range(len(places[name].rows))
    ]
    topology = build(
        [
            *(places[name].geometry[at] for name, at in shaped),
            *(shape for some in beneath.values() for shape in some),
        ],
        name=lambda at: (
            row_words(layers[shaped[at][0]], places[shaped[at][0]].rows[shaped[at][1]][0])
            if at < len(shaped)
            else context.TITLE
        ),
    )
    shapes: dict[str, list[Any]] = {name: [] for name in items}
    for (name, _), shape in zip(shaped, topology.shapes, strict=False):
        shapes[name].append(shape)
    tables = {
        name: {
            **_about(layers[name]),
            **columns_data(layers[name], columns_used(items[name], layers[name].spec)),
            **_geometry(layers[name].spec, places[name], shapes[name], topology),
            "search": _search(items[name], layers[name]),
        }
        for name in items
    }
    everything = [geometry for one in places.values() for geometry in one.geometry]
    # Of a raster the table is one row: its extent.
    everything += [
        layers[name].table.geometry.iloc[0]
        for name in items
        if layers[name].spec.geometry == "raster"
    ]
    bounds = shapely.total_bounds(everything).tolist() if everything else None
    data = {
        "decimals": topology.decimals,
        "origin": topology.origin,
        "arcs": " ".join(topology.arcs),
        "bounds": bounds,
        "tables": _said_once(tables),
        "context": context.encode(spec, layers, beneath, topology.shapes[len(shaped) :], topology),
    }
    return data, places


def _said_once(tables: dict[str, Json]) -> dict[str, Json]:
    """Name the table that has the same, in place of long parts that stand twice.

    Parameters
    ----------
    tables : dict of str to Json
        The tables by layer: those of the same counties have one outline, and often one source.

    Returns
    -------
    dict of str to Json
        ``{"same": LAYER}`` where a part is that of a table before.
    """
    first: dict[tuple[str, str], str] = {}
    for name, table in tables.items():
        for part in _PARTS_ALIKE:
            words = json.dumps(table.get(part))
            if len(words) > _LONG and first.setdefault((part, words), name) != name:
                table[part] = {"same": first[part, words]}
    return tables


def _search(items: Sequence[MapLayer], layer: Layer) -> Json:
    """Say what the rows are found by beside their names: pinyin and codes.

    Parameters
    ----------
    items : sequence of MapLayer
        The layer's entries in the map.
    layer : Layer
        Its table.

    Returns
    -------
    Json
        ``name``, ``pinyin`` and ``code``; None for what there is not.
    """
    spec = layer.spec
    named = [name for item in items for name in (item.style.label_column, *item.popup[:1]) if name]
    both = pair(spec, named[0]) if named else None
    found: Json = {"name": named[0] if named else None, "pinyin": None, "code": None}
    if both and len(layer.table) <= _MOST_SPELLED:
        zh, en = (cells(layer.table[name], spec.column(name)) for name in both)
        spelled = [
            syllables(str(name or ""), str(english or "") if both[0] != both[1] else "")
            for name, english in zip(zh, en, strict=True)
        ]
        found["pinyin"] = shared(spelled) if any(spelled) else None
    codes = [c for c in spec.columns if c.name in spec.key and c.type == "adcode"]
    if codes:
        found["code"] = cells(layer.table[codes[0].name], codes[0])
    return found


def _geometry(spec: LayerSpec, places: Places, shapes: list[Any], topology: Topology) -> Json:
    if spec.geometry == "raster":
        return {"geometry": "raster", "rows": 0, "unplaced": [], "count": 0}
    data: Json = {"geometry": spec.geometry, "unplaced": places.unplaced}
    # Mostly each place has one row; then only the number of places needs to be said.
    plain = all(rows == (at,) for at, rows in enumerate(places.rows))
    data["rows"] = len(places.rows) if plain else places.rows
    if spec.geometry == "point":
        data["at"] = grid_text(places.geometry, topology)
        data["precision"] = shared(list(places.precision))
        return data
    data["shapes"] = shapes
    if spec.geometry == "polygon":
        data["anchor"] = grid_text(
            [label_place(geometry) for geometry in places.geometry], topology
        )
    return data


def _about(layer: Layer) -> Json:
    spec = layer.spec
    return {
        "title": text(spec.title),
        "description": text(described(spec.description, layer.worth)),
        "vintage": text(spec.vintage_words),
        "licence": text(spec.licence_words),
        "sources": [_source(source) for source in spec.sources],
        "key": spec.key,
    }


def _source(source: Source) -> Json:
    return {
        "title": text(source.title),
        "publisher": text(source.publisher),
        "date": source.date,
        "url": source.url,
        "link": bool(safe.web_address(source.url)),
        "note": text(source.note) if source.note else None,
    }


def columns_data(layer: Layer, names: Iterable[str]) -> Json:
    """Write columns of a layer, each with its heading.

    Parameters
    ----------
    layer : Layer
        Its table.
    names : iterable of str
        Columns, or the pairs of a Chinese and an English one; see :func:`pair`.

    Returns
    -------
    Json
        ``count`` of the rows and ``columns`` by name.
    """
    columns: Json = {}
    for name in names:
        both = pair(layer.spec, name)
        assert both is not None  # noqa: S101  checked by webmap
        zh, en = (layer.spec.column(part) for part in both)
        values = cells(layer.table[zh.name], zh)
        column: Json = {**heading(zh, en), "type": zh.type, "values": shared(values)}
        if zh.type == "text":
            # words for codes that no row has are weight without use
            met = set(values)
            column["words"] = {code: said for code, said in column["words"].items() if code in met}
        if zh is not en:
            column["english"] = shared(cells(layer.table[en.name], en))
        columns[name] = column
    return {"count": len(layer.table), "columns": columns}


def heading(zh: Column, en: Column) -> Json:
    """Say how a column, or the pair of a Chinese and an English one, is headed.

    Parameters
    ----------
    zh : Column
        The column, or that of the Chinese words.
    en : Column
        The same, or that of the English words.

    Returns
    -------
    Json
        ``title``, ``unit``, ``meaning``, ``derived`` and what else the page shows of a column.
    """
    title = Text(zh.title.zh, en.title.en)
    if zh is not en:
        title = Text(*(_LANGUAGE_NOTE.sub("", words) or words for words in (title.zh, title.en)))
    return {
        "title": text(title),
        "unit": text(zh.unit) if zh.unit else None,
        "meaning": text(Text(zh.meaning.zh, (en.meaning or zh.meaning).en)) if zh.meaning else None,
        "derived": zh.derived or en.derived,
        # The year 2018 is not the number 2,018.
        "year": zh.type == "integer" and bool(_YEAR.search(zh.name)),
        **written(zh.written),
        "words": {value: text(words) for value, words in _value_words(zh).items()},
    }


def _value_words(column: Column) -> Mapping[str, Text]:
    """Give the words for coded values; those of ``precision`` are the same everywhere.

    Parameters
    ----------
    column : Column
        Its declaration.

    Returns
    -------
    mapping of str to Text
        Words by value; empty if values are no codes.
    """
    if column.name == "precision" and not column.labels:
        return {str(value): words for value, words in PRECISION_TITLES.items()}
    return by_name(column.labels, column)


def cells(series: pd.Series[Any], column: Column) -> list[Any]:
    """Give the values of a column as JSON has them; missing and empty ones are None.

    Parameters
    ----------
    series : pandas.Series[Any]
        Values of one column.
    column : Column
        Its declaration.

    Returns
    -------
    list of Any
        One a row.

    Raises
    ------
    DataError
        If a number is infinite.
    """
    missing = series.isna().to_numpy()
    makers: dict[str, Callable[[Any], Any]] = {
        "integer": int,
        "number": rounded,
        "boolean": bool,
        "date": _date,
    }
    make = makers.get(column.type, str)
    values = [None if gone else make(value) for value, gone in zip(series, missing, strict=True)]
    if any(value in (float("inf"), float("-inf")) for value in values):
        raise DataError(
            Text(
                f"列 {column.name} 中有无穷大。", f"Column {column.name} holds an infinite number."
            )
        )
    return [None if value == "" else value for value in values]


def _date(value: Any) -> str:
    return f"{value:%Y-%m-%d}" if hasattr(value, "strftime") else str(value)


def shared(values: list[Any]) -> list[Any] | Json:
    """Store repeated words once: the different ones, and which of them each row has.

    Parameters
    ----------
    values : list of Any
        Values of one column.

    Returns
    -------
    list[Any] | Json
        The values, or ``words`` and ``of``, whichever is shorter.
    """
    words = list(dict.fromkeys(values))
    if len(words) == 1 and len(values) >= _ROWS_TO_SHARE:
        return {"words": words, "of": 0}
    if len(values) < _ROWS_TO_SHARE or 2 * len(words) > len(values):
        return values
    number = {word: at for at, word in enumerate(words)}
    return {"words": words, "of": [number[value] for value in values]}
