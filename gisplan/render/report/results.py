"""Results at points, such as the sites counted and those suggested: a sheet and tables of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from gisplan.catalog.layer import AnalysisOrigin, Layer
from gisplan.catalog.map import MapLayer, MapSpec
from gisplan.render.figure.words import clean
from gisplan.render.report import tables
from gisplan.render.report.html import Markup, element, joined
from gisplan.render.style.positions import find_places
from gisplan.render.web import encode
from gisplan.text import Lang, Text


def are_results(item: MapLayer, layer: Layer) -> bool:
    """Tell whether a layer of a map holds results of an analysis at points, few enough to list.

    Parameters
    ----------
    item : MapLayer
        How the map shows it.
    layer : Layer
        Its table.

    Returns
    -------
    bool
        Whether it is made by an analysis, shows numbers, but for years all of them derived, and
        has from 1 to :data:`gisplan.render.report.tables.MOST_ROWS` rows.
    """
    spec = layer.spec
    if spec.geometry != "point" or not isinstance(spec.origin, AnalysisOrigin):
        return False
    pairs = (encode.pair(spec, name) for name in item.popup)
    shown = (spec.column(both[0]) for both in pairs if both)
    numbers = [
        one
        for one in shown
        if one.type in ("integer", "number") and not encode.heading(one, one)["year"]
    ]
    return (
        0 < len(layer.table) <= tables.MOST_ROWS
        and bool(numbers)
        and all(one.derived for one in numbers)
    )


def sheet(spec: MapSpec, layers: Mapping[str, Layer]) -> MapSpec | None:
    """Compose a second sheet of a map, with the results that are off when the map opens.

    Parameters
    ----------
    spec : MapSpec
        Composition of the map.
    layers : mapping of str to Layer
        By name; at least those of the map.

    Returns
    -------
    MapSpec or None
        The map with those results, named, instead of its other points. None if all its results
        are on already, or have no position.
    """
    hidden = [
        item
        for item in _items(spec)
        if not item.show
        and are_results(item, layers[item.layer])
        and find_places(layers[item.layer]).rows
    ]
    if not hidden:
        return None
    titles = [item.title or layers[item.layer].spec.title for item in hidden]
    groups = tuple(
        replace(group, layers=tuple(_shown(item, hidden, layers) for item in group.layers))
        for group in spec.groups
    )
    named = Text("、".join(one.zh for one in titles), "; ".join(one.en for one in titles))
    return replace(spec, groups=groups, title=named, description=spec.title)


def _items(spec: MapSpec) -> Iterator[MapLayer]:
    return (item for group in spec.groups for item in group.layers)


def _shown(item: MapLayer, hidden: list[MapLayer], layers: Mapping[str, Layer]) -> MapLayer:
    if layers[item.layer].spec.geometry != "point":
        return item
    if item not in hidden:
        return replace(item, show=False)
    style = item.style
    return replace(
        item, show=True, style=replace(style, label_column=style.label_column or item.popup[0])
    )


def of_map(
    spec: MapSpec,
    layers: Mapping[str, Layer],
    left_out: Mapping[str, tuple[Text, ...]],
    lang: Lang,
) -> Markup:
    """Write a table for each layer of results at points, with what its analysis says of them.

    Parameters
    ----------
    spec : MapSpec
        Composition of the map.
    layers : mapping of str to Layer
        By name; at least those of the map.
    left_out : mapping of str to tuple of Text
        By layer: what was left out, or is proven.
    lang : {"zh", "en"}

    Returns
    -------
    Markup
        Tables below each other; empty if there are no results.
    """
    columns: dict[str, list[str]] = {}
    for item in _items(spec):
        if are_results(item, layers[item.layer]):
            columns.setdefault(item.layer, []).extend(item.popup)
    return joined(
        joined(
            [
                tables.of_layer(layers[name], list(dict.fromkeys(shown)), lang),
                *(
                    element("p", clean(words.get(lang)), class_="note after", dir="auto")
                    for words in left_out.get(name, ())
                ),
            ]
        )
        for name, shown in columns.items()
    )
