"""Features of a layer by box, page and property, for interfaces of other programs."""

from __future__ import annotations

import contextlib
import json
import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, TypeAlias

import geopandas as gpd
import pandas as pd
import shapely
from shapely.geometry import box, mapping
from shapely.geometry.base import BaseGeometry

from gisplan.api.layers import describe, layers
from gisplan.api.load import load_layer, load_layers
from gisplan.catalog.layer import LayerSpec
from gisplan.catalog.workspace import Workspace
from gisplan.errors import OptionError
from gisplan.text import Text

#: West, south, east, north; the state of the files of a workspace.
Box: TypeAlias = tuple[float, float, float, float]
Stamp: TypeAlias = int
#: Digits of degrees: a tenth of a millimetre is more than any layer knows.
_DIGITS = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class FeatureQuery:
    """Which features are asked for.

    Attributes
    ----------
    bbox : tuple of float, optional
        West, south, east, north, in degrees of WGS 84; may go over the date line.
    limit : int
        The most features of a page.
    offset : int
        Features before the page.
    properties : mapping of str to str
        Column -> the value that it must have, as text.
    """

    bbox: tuple[float, float, float, float] | None = None
    limit: int = 100
    offset: int = 0
    properties: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class FeaturePage:
    """Features found.

    Attributes
    ----------
    features : list of dict
        GeoJSON, longitude before latitude.
    matched : int
        How many there are in all.
    """

    features: list[dict[str, Any]]
    matched: int


def require_features(name: str, place: Workspace) -> LayerSpec:
    """Give a layer that has features.

    Parameters
    ----------
    name : str
        Name of the layer.
    place : Workspace
        The workspace.

    Returns
    -------
    LayerSpec
        Its declaration.

    Raises
    ------
    OptionError
        If there is no such layer, or it is a table, a raster, or too large to be one table.
    """
    spec = describe(name, place=place)
    if spec.geometry in ("none", "raster") or spec.is_large:
        raise OptionError(
            Text(f"图层 {name} 没有可逐个给出的图形", f"layer {name} has no features to give")
        )
    return spec


def extents(place: Workspace) -> Mapping[str, Box]:
    """Give the boxes around all layers that have features.

    Parameters
    ----------
    place : Workspace
        The workspace.

    Returns
    -------
    mapping of str to tuple of float
        Name to west, south, east, north, in degrees; no entry where no row has a position.
    """
    return _extents(place, _stamp(place))


def features(
    name: str, *, place: Workspace, query: FeatureQuery, swapped: bool = False
) -> FeaturePage:
    """Give features of a layer as the last build left it.

    Parameters
    ----------
    name : str
        Name of the layer.
    place : Workspace
        The workspace.
    query : FeatureQuery
        Which ones.
    swapped : bool
        Whether latitude comes first.

    Returns
    -------
    FeaturePage
        Of the layer's rows in their order.

    Raises
    ------
    OptionError
        If there is no such layer or column.
    """
    spec = require_features(name, place)
    table = _table(name, place)
    unknown = [column for column in query.properties if column not in spec.column_names]
    if unknown:
        raise OptionError(
            Text(
                f"图层 {name} 没有列 {'、'.join(unknown)}",
                f"layer {name} has no column {', '.join(unknown)}",
            )
        )
    for column, value in query.properties.items():
        table = table[table[column].map(lambda cell, value=value: _text(cell) == value)]
    if query.bbox is not None:
        west, south, east, north = query.bbox
        parts = [(west, east)] if west <= east else [(west, 180.0), (-180.0, east)]
        # what has no position is in every box, as the standard has it
        within = table.geometry.isna() | table.geometry.is_empty
        for low, high in parts:
            within |= table.geometry.intersects(box(low, south, high, north))
        table = table[within]
    shown = table.iloc[query.offset : query.offset + query.limit]
    return FeaturePage(
        features=[_feature(spec, row, swapped=swapped) for _, row in shown.iterrows()],
        matched=len(table),
    )


def feature(
    name: str, key: str, *, place: Workspace, swapped: bool = False
) -> dict[str, Any] | None:
    """Give one feature by its id.

    Parameters
    ----------
    name : str
        Name of the layer.
    key : str
        As :func:`features` gives it.
    place : Workspace
        The workspace.
    swapped : bool
        Whether latitude comes first.

    Returns
    -------
    dict or None
        GeoJSON; None if there is none.
    """
    spec = require_features(name, place)
    table = _table(name, place)
    same = table[list(spec.key)].apply(lambda row: _key(row, spec) == key, axis=1)
    found = table[same]
    return _feature(spec, found.iloc[0], swapped=swapped) if len(found) else None


def _table(name: str, place: Workspace) -> gpd.GeoDataFrame:
    return _loaded(name, place, _stamp(place))


@lru_cache(maxsize=64)
def _loaded(name: str, place: Workspace, _: Stamp) -> gpd.GeoDataFrame:
    # A map that is panned asks for the same layer many times a minute.
    return gpd.GeoDataFrame(load_layer(name, place=place).table)


@lru_cache(maxsize=4)
def _extents(place: Workspace, _: Stamp) -> Mapping[str, Box]:
    names = []
    for spec in layers(place):
        with contextlib.suppress(OptionError):
            names.append(require_features(spec.name, place).name)
    found: dict[str, Box] = {}
    for name, layer in load_layers(tuple(names), place=place).items():
        bounds = gpd.GeoDataFrame(layer.table).total_bounds
        if all(map(math.isfinite, bounds)):
            west, south, east, north = map(float, bounds)
            found[name] = west, south, east, north
    return found


def _stamp(place: Workspace) -> Stamp:
    """Tell the state of what layers are made from, so that a change is seen.

    Parameters
    ----------
    place : Workspace
        The workspace.

    Returns
    -------
    int
        Another one after any file of the layers, or a job, has changed.
    """
    state = []
    for folder in dict.fromkeys((place.layers, place.root / "data", place.root / "layers")):
        for path in sorted(folder.rglob("*")):
            with contextlib.suppress(OSError):
                about = path.stat()
                state.append((str(path), about.st_mtime_ns, about.st_size))
    return hash(tuple(state))


def _key(row: Any, spec: LayerSpec) -> str:
    return ".".join(_text(row[column]) for column in spec.key)


def _text(cell: Any) -> str:
    value = _plain(cell)
    if value is None:
        return ""
    return json.dumps(value) if isinstance(value, bool) else str(value)


def _plain(cell: Any) -> Any:
    if cell is None or (not isinstance(cell, str) and pd.isna(cell)):
        return None
    if hasattr(cell, "item"):
        cell = cell.item()
    if isinstance(cell, bool | int | str):
        return cell
    if isinstance(cell, float):
        return int(cell) if cell.is_integer() and abs(cell) < 2**53 else cell
    return str(cell)


def _feature(spec: LayerSpec, row: Any, *, swapped: bool) -> dict[str, Any]:
    # pandas gives NaN for the shape that a row lacks
    shape, geometry = row.geometry, None
    if isinstance(shape, BaseGeometry) and not shape.is_empty:
        turned = shapely.transform(shape, lambda pairs: pairs[:, ::-1]) if swapped else shape
        geometry = _rounded(mapping(turned))
    return {
        "type": "Feature",
        "id": _key(row, spec),
        "geometry": geometry,
        "properties": {
            column: _plain(row[column]) for column in spec.column_names if column in row.index
        },
    }


def _rounded(part: Any) -> Any:
    if isinstance(part, Mapping):
        return {name: _rounded(value) for name, value in part.items()}
    if isinstance(part, list | tuple):
        return [_rounded(value) for value in part]
    return round(part, _DIGITS) if isinstance(part, float) else part
