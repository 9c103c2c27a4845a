"""Years of one series in one set of classes, so that a colour means the same in each of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

import numpy as np

from gisplan.catalog.layer import Layer
from gisplan.catalog.map import MapGroup, MapLayer, MapSpec
from gisplan.errors import DeclarationError
from gisplan.render.style.classify import classify
from gisplan.render.style.symbology import numbers_of
from gisplan.text import Text


def share_breaks(spec: MapSpec, layers: Mapping[str, Layer]) -> MapSpec:
    """Cut the years of each series into the same classes.

    A series is what the slider steps through: the choropleths of one table in one group that each
    have a year. Classes that are found from the data are found from all years together.

    Parameters
    ----------
    spec : MapSpec
        Composition of the map.
    layers : mapping of str to Layer
        By name; at least those of the map.

    Returns
    -------
    MapSpec
        The same, with breaks in place of schemes in its series.

    Raises
    ------
    DeclarationError
        If the years of a series are declared with different breaks.
    """
    return replace(spec, groups=tuple(_shared(spec, group, layers) for group in spec.groups))


def _shared(spec: MapSpec, group: MapGroup, layers: Mapping[str, Layer]) -> MapGroup:
    breaks = {name: _breaks(spec, items, layers[name]) for name, items in _series(group)}
    if not breaks:
        return group

    def cut(item: MapLayer) -> MapLayer:
        if not _is_dated(item) or item.layer not in breaks:
            return item
        style = replace(item.style, scheme="breaks", breaks=breaks[item.layer])
        return replace(item, style=style)

    return replace(group, layers=tuple(cut(item) for item in group.layers))


def _is_dated(item: MapLayer) -> bool:
    return item.year is not None and item.style.kind == "choropleth"


def _series(group: MapGroup) -> Iterator[tuple[str, list[MapLayer]]]:
    for name in dict.fromkeys(item.layer for item in group.layers):
        items = [item for item in group.layers if item.layer == name and _is_dated(item)]
        if len(items) > 1:
            yield name, items


def _breaks(spec: MapSpec, items: list[MapLayer], layer: Layer) -> tuple[float, ...]:
    first = items[0].style
    if len({(one.style.scheme, one.style.breaks, one.style.classes) for one in items}) > 1:
        years = ", ".join(str(one.year) for one in items)
        name = layer.spec.name
        raise DeclarationError(
            Text(
                f"地图 {spec.path.name}：图层 {name} 各年（{years}）的分级不同，"
                "同一颜色在各年意思不同；请给各年写相同的 scheme、classes 和 breaks。",
                f"Map {spec.path.name}: the years of layer {name} ({years}) are cut into "
                "different classes, so that a colour means another thing in each; give them the "
                "same scheme, classes and breaks.",
            )
        )
    if first.scheme == "breaks":
        return first.breaks
    values = np.concatenate(
        [numbers_of(layer.table[str(one.style.column)]) for one in items] or [np.empty(0)]
    )
    cut = classify(values, scheme=first.scheme, classes=first.classes)
    return cut.upper[:-1]
