"""What lies beneath a map, for its page: shapes without rows, and the roads as a graph.

Neighbours, waters, railways and borders share the arcs of the map's own layers. Roads are written
as nodes, edges and lengths: a twentieth of their GeoJSON, and what the page finds ways through.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from gisplan.arrays import Floats, Ints
from gisplan.catalog.context import BORDER_COLORS, BORDER_DASHES, BORDER_WEIGHTS
from gisplan.catalog.layer import Layer
from gisplan.catalog.map import MapLayer, MapSpec
from gisplan.render.web.topology import (
    Shape,
    Topology,
    encode_numbers,
    grid_text,
    label_place,
)
from gisplan.text import Text

Json = dict[str, Any]

TITLE = Text("底图", "the context")
#: Colour, width and dashes of borders, by level.
BORDER_LOOKS: Json = {
    level: {
        "color": BORDER_COLORS[level],
        "width": BORDER_WEIGHTS[level],
        "dash": [float(part) for part in dash.split()],
    }
    for level, dash in BORDER_DASHES.items()
}
#: Decimal digits of a degree of a road's vertices, from the coarsest: a metre on screen, and a
#: centimetre where ways are measured.
_DECIMALS = (3, 4, 5, 6, 7)
_DRAWN = 5
#: Names of towns on a page, and how near a county seat one is the seat itself (degrees).
_MOST_TOWNS, _SEAT_DEGREES = 120, 0.05
#: Where ways are measured and lengths are no whole metres they are whole millimetres, so that those
#: of hundreds of pieces add up to the metre.
_PER_METRE = 1000
#: Metres by which a length may differ from the line's own, or from whole metres.
_OWN = 1e-6
#: More pieces of road than this make a page slow; the roads are then not in it.
MOST_ROADS = 30_000
#: Which kinds of geometry are drawn of which layer.
_SHAPES = ("polygon", "line")


def shapes(spec: MapSpec, layers: Mapping[str, Layer]) -> dict[str, list[Any]]:
    """Give the shapes beneath a map that go among its own, by layer; roads do not.

    Parameters
    ----------
    spec : MapSpec
        Composition of the map.
    layers : mapping of str to Layer
        By name; those of the context that are not there are left out.

    Returns
    -------
    dict of str to list of shapely geometries
        In the order of their rows.
    """
    return {
        name: list(layers[name].table.geometry)
        for name in spec.context_names
        if name in layers
        and layers[name].spec.geometry in _SHAPES
        and not _is_graph(layers[name], spec)
    }


def _is_graph(layer: Layer, spec: MapSpec) -> bool:
    """Say whether lines are written as a graph: those that stand for lengths, or are measured by.

    Parameters
    ----------
    layer : Layer
        With its table.
    spec : MapSpec
        Composition of the map.

    Returns
    -------
    bool
        Whether they are.
    """
    return "length_m" in layer.table.columns or layer.spec.name == _measured_by(spec)


def _measured_by(spec: MapSpec) -> str | None:
    return spec.evaluate.roads.layer if spec.evaluate and spec.evaluate.roads else None


def encode(
    spec: MapSpec,
    layers: Mapping[str, Layer],
    beneath: Mapping[str, Sequence[Any]],
    cut: Sequence[Shape],
    topology: Topology,
) -> Json | None:
    """Write what lies beneath a map.

    Parameters
    ----------
    spec : MapSpec
        Composition of the map.
    layers : mapping of str to Layer
        By name.
    beneath : mapping of str to sequence of shapely geometries
        As :func:`shapes` gives it.
    cut : sequence of Shape
        The same as lists of arcs, one after the other.
    topology : Topology
        The arcs, and the grid.

    Returns
    -------
    dict or None
        ``layers``: ``name``, ``title``, ``style``, ``kinds`` (of each shape, where they differ),
        ``names``, ``anchors`` and ``shapes`` of each, or ``graph``; ``seats``, ``towns`` and
        ``borders``; None if there is nothing.
    """
    found: list[Json] = []
    rest = iter(cut)
    arcs = {name: [next(rest) for _ in some] for name, some in beneath.items()}
    for group in spec.context:
        for item in group.layers:
            layer = layers.get(item.layer)
            if layer is None or layer.spec.geometry not in _SHAPES:
                continue
            entry: Json = {
                "name": item.layer,
                "title": _both(layer.spec.title),
                "style": {
                    "color": item.style.color,
                    "weight": item.style.weight,
                    "dash": item.style.dash,
                    "colors": dict(item.style.colors),
                },
                "geometry": layer.spec.geometry,
                "sources": [_both(source.title) for source in layer.spec.sources],
            }
            if item.layer in arcs:
                entry["shapes"] = arcs[item.layer]
                entry.update(_names(layer.table, item.style.label_column))
                if item.style.column:
                    entry["kinds"] = layer.table[item.style.column].tolist()
                if layer.spec.geometry == "polygon":
                    places = [label_place(one) for one in beneath[item.layer]]
                    entry["anchors"] = grid_text(places, topology)
            else:
                exact = item.layer == _measured_by(spec)
                graph = road_graph(layer.table, exact=exact)
                if graph is None:
                    continue
                entry["graph"] = graph
            found.append(entry)
    if not found:
        return None
    return {
        "layers": found,
        "seats": _seats(spec, layers, topology),
        "towns": _towns(spec, layers, topology),
        "borders": BORDER_LOOKS,
    }


def _seats(spec: MapSpec, layers: Mapping[str, Layer], topology: Topology) -> Json | None:
    """Write names and places of county seats, for labels.

    Parameters
    ----------
    spec : MapSpec
        Composition of the map.
    layers : mapping of str to Layer
        By name.
    topology : Topology
        The grid.

    Returns
    -------
    dict or None
        ``at`` and ``names``; None if there are none.
    """
    for name in spec.context_names:
        layer = layers.get(name)
        if layer is not None and layer.spec.geometry == "point":
            names = _names(layer.table, "name").get("names", [])
            return {"at": grid_text(list(layer.table.geometry), topology), "names": names}
    return None


def _towns(spec: MapSpec, layers: Mapping[str, Layer], topology: Topology) -> Json | None:
    """Write names and places of the largest towns that are no county seats, for labels.

    How many live there is of mixed years and definitions: it decides which name comes first, and is
    not told.

    Parameters
    ----------
    spec : MapSpec
        Composition of the map.
    layers : mapping of str to Layer
        By name.
    topology : Topology
        The grid.

    Returns
    -------
    dict or None
        ``at`` and ``names``, the largest first, and ``sources``; None if there are none.
    """
    layer = layers.get(spec.towns) if spec.towns else None
    if layer is None:
        return None
    table = gpd.GeoDataFrame(layer.table)
    known = table[table["population"].notna() & table.geometry.notna()]
    order = known["population"].astype("float64").sort_values(ascending=False, kind="stable").index
    towns = known.loc[order]
    seats = next(
        (
            layers[name].table.geometry
            for name in spec.context_names
            if name in layers and layers[name].spec.geometry == "point"
        ),
        None,
    )
    if seats is not None and len(towns):
        near = shapely.STRtree(np.asarray(seats.array)).query_nearest(
            np.asarray(towns.geometry.array), max_distance=_SEAT_DEGREES
        )[0]
        towns = towns.drop(index=towns.index[np.unique(near)])
    towns = towns.head(_MOST_TOWNS)
    if towns.empty:
        return None
    latin = towns["name"].astype(object)
    own = towns["name_zh"].astype(object) if "name_zh" in towns else latin
    own = own.where(own.notna(), latin)
    return {
        "at": grid_text(list(towns.geometry), topology),
        "names": [list(both) for both in zip(own, latin, strict=True)],
        "sources": [_both(source.title) for source in layer.spec.sources],
    }


def road_graph(table: gpd.GeoDataFrame, *, exact: bool = False) -> Json | None:
    """Write road lines as nodes, the pieces between them, and how long these are.

    Parameters
    ----------
    table : geopandas.GeoDataFrame
        Lines in EPSG:4326. Where they have ``length_m`` and it is more than a line's own length,
        the pieces of the line share it as their own lengths do.
    exact : bool
        Whether ways are measured by them, to the metre.

    Returns
    -------
    dict or None
        ``decimals``, ``nodes`` (longitude and latitude as differences on that grid), ``edges``
        (first node as difference from that of the edge before, second as difference from the
        first), ``lengths`` (0 for a piece as long as its line) and ``perMetre``, the unit of these;
        None if there are too many.
    """
    from gisplan.analysis.travel.points import WGS84

    parts, row = shapely.get_parts(np.asarray(table.geometry.array), return_index=True)
    xy, part = shapely.get_coordinates(parts, return_index=True)
    inside = part[1:] == part[:-1]
    if not 0 < int(inside.sum()) <= MOST_ROADS:
        return None
    most = _DECIMALS[-1] if exact else _DRAWN
    decimals = next(d for d in _DECIMALS if d == most or np.abs(xy - np.round(xy, d)).max() < 1e-9)
    grid = np.rint(xy * 10**decimals).astype(np.int64)
    nodes, ids = np.unique(grid, axis=0, return_inverse=True)
    ids = ids.reshape(-1)
    ends = np.column_stack([ids[:-1], ids[1:]])[inside]
    places = nodes / 10**decimals
    straight = WGS84.inv(*places[ends[:, 0]].T, *places[ends[:, 1]].T)[2]
    lengths = straight
    if "length_m" in table.columns:
        lengths = _shared(straight, row[part[1:][inside]], table["length_m"])
    unit = 1
    if exact:
        # the page measures by itself what is as long as its line
        own = np.abs(lengths - straight) < _OWN
        whole = np.abs(lengths - np.rint(lengths)) < _OWN
        unit = 1 if (own | whole).all() else _PER_METRE
        lengths = np.where(own, 0.0, lengths)
    order = np.lexsort((lengths, ends[:, 1], ends[:, 0]))
    ends, lengths = ends[order], lengths[order]
    steps = np.column_stack([np.diff(ends[:, 0], prepend=0), ends[:, 1] - ends[:, 0]])
    return {
        "decimals": decimals,
        "nodes": encode_numbers(np.diff(nodes, axis=0, prepend=0).ravel())[0],
        "edges": encode_numbers(steps.ravel())[0],
        "lengths": encode_numbers(np.rint(unit * lengths).astype(np.int64))[0],
        "perMetre": unit,
    }


def _shared(straight: Floats, row: Ints, stated: pd.Series[Any]) -> Floats:
    whole = np.bincount(row, weights=straight, minlength=len(stated))
    factor = stated.to_numpy(dtype=float, na_value=np.nan) / np.maximum(whole, 1e-9)
    lengths: Floats = straight * np.fmax(factor, 1.0)[row]
    return lengths


def _names(table: gpd.GeoDataFrame, column: str | None) -> Json:
    if column is None:
        return {}
    columns = [f"{column}_zh", f"{column}_en"]
    if columns[0] not in table.columns:
        columns = [column, column]
    zh, en = (table[name].astype(object).where(table[name].notna(), None) for name in columns)
    return {"names": [[one, other] if one else None for one, other in zip(zh, en, strict=True)]}


def _both(words: Text) -> Json:
    return {"zh": words.zh, "en": words.en}


def border_look(level: str) -> Json:
    """Give how a line along a border looks, as the style of a layer says it.

    Parameters
    ----------
    level : str
        Level of the border.

    Returns
    -------
    dict
        ``color``, ``weight`` (pixels) and ``dash``.
    """
    symbol = BORDER_LOOKS[level]
    dash = " ".join(f"{part:g}" for part in symbol["dash"])
    return {"color": symbol["color"], "weight": symbol["width"], "dash": dash}


def border_of(item: MapLayer, layer: Layer, context: Json | None) -> str | None:
    """Say which level of borders an outline stands for, where borders are drawn by symbols.

    Parameters
    ----------
    item : MapLayer
        How the map shows the layer.
    layer : Layer
        With its table.
    context : dict or None
        As :func:`encode` gives it.

    Returns
    -------
    str or None
        ``province``, ``prefecture`` or ``county``; None if it is drawn as it is declared.
    """
    kinds = {kind for one in (context or {"layers": []})["layers"] for kind in one.get("kinds", ())}
    if item.style.kind != "outline" or "level" not in layer.table.columns:
        return None
    levels = set(layer.table["level"])
    return str(levels.pop()) if len(levels) == 1 and levels <= kinds else None
