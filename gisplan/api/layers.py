"""What layers there are, and what each means."""

from __future__ import annotations

import difflib
from dataclasses import asdict
from typing import Any

from gisplan.catalog import workspace
from gisplan.catalog.layer import (
    PRECISION_TITLES,
    AnalysisOrigin,
    CameFrom,
    Column,
    LayerSpec,
    Source,
)
from gisplan.catalog.workspace import Workspace
from gisplan.errors import OptionError
from gisplan.pipeline import catalogue as catalog
from gisplan.text import Text

__all__ = [
    "PRECISION_TITLES",
    "AnalysisOrigin",
    "CameFrom",
    "Column",
    "LayerSpec",
    "Source",
    "as_data",
    "describe",
    "layers",
    "require_layer",
]

#: Layers that are all named where none is like the name asked for.
_FEW = 12


def layers(place: Workspace | None = None, *, keep: bool = False) -> tuple[LayerSpec, ...]:
    """Give the declarations of all layers, by name.

    Parameters
    ----------
    place : Workspace, optional
        The workspace of the current folder if left out.
    keep : bool
        Whether to keep what was read in ``.gisplan`` for the next time, though nothing was built.

    Returns
    -------
    tuple of LayerSpec
        Declarations with what they inherit.

    Raises
    ------
    DeclarationError
        If declarations are wrong.
    """
    listed = catalog.load(place or workspace.find(), keep=keep)
    return tuple(listed.layers[name] for name in sorted(listed.layers))


def describe(name: str, *, place: Workspace | None = None, keep: bool = False) -> LayerSpec:
    """Give the declaration of one layer.

    Parameters
    ----------
    name : str
        As :func:`layers` lists it.
    place : Workspace, optional
        The workspace of the current folder if left out.
    keep : bool
        As for :func:`layers`.

    Returns
    -------
    LayerSpec
        The declaration with what it inherits.

    Raises
    ------
    DeclarationError
        If declarations are wrong.
    OptionError
        If there is no such layer; the nearest names are told.
    """
    listed = catalog.load(place or workspace.find(), keep=keep)
    require_layer(listed, name)
    return listed.layers[name]


def as_data(spec: LayerSpec) -> dict[str, Any]:
    """Give the whole declaration of a layer as plain values, with where each part stands.

    Parameters
    ----------
    spec : LayerSpec
        What it says, and what it inherits.

    Returns
    -------
    dict of str to any
        The keys of a declaration; and ``came_from``, which has, for each part that is inherited,
        the ``layer`` in whose declaration it stands, the ``analysis`` that says it instead, if
        one does, and the keys that the layer's own declaration ``changed``. JSON can hold it.
    """
    origin = spec.origin
    start: dict[str, Any]
    if isinstance(origin, AnalysisOrigin):
        start = {"analysis": origin.method, "table": origin.table, "inputs": dict(origin.inputs)}
        start["parameters"] = dict(origin.parameters)
    else:
        start = {key: value for key, value in asdict(origin).items() if value is not None}
        start["path"] = origin.path.as_posix()
    columns = {column.name: _said(asdict(column)) for column in spec.columns}
    for column in columns.values():
        del column["name"]
    return {
        "name": spec.name,
        "title": asdict(spec.title),
        "description": asdict(spec.description),
        "geometry": spec.geometry,
        "geometry_required": spec.geometry_required,
        "key": list(spec.key),
        "vintage": spec.vintage,
        "licence": spec.licence,
        "positions": spec.positions,
        "from": _said(start),
        **({"covers": _said(asdict(spec.covers))} if spec.covers else {}),
        **({"totals": [_said(asdict(item)) for item in spec.totals]} if spec.totals else {}),
        "sources": [_source(source) for source in spec.sources],
        "columns": columns,
        "came_from": {
            key: [_said(asdict(each)) for each in parts] for key, parts in spec.came_from.items()
        },
    }


def _source(source: Source) -> dict[str, Any]:
    """Give a source as data.

    Parameters
    ----------
    source : Source
        The source.

    Returns
    -------
    dict of str to Any
        What is said of it; a title or publisher that is the same in both languages as one string.
    """
    told = asdict(source)
    for key in ("title", "publisher"):
        # one string where both languages say the same
        told[key] = told[key]["zh"] if told[key]["zh"] == told[key]["en"] else told[key]
    return _said(told)


def _said(values: dict[str, Any]) -> dict[str, Any]:
    """Leave out what is not said.

    Parameters
    ----------
    values : dict of str to Any
        Values by key.

    Returns
    -------
    dict of str to Any
        Without empty ones; tuples as lists.
    """
    return {
        key: list(value) if isinstance(value, tuple) else value
        for key, value in values.items()
        if value is not None and value is not False and value not in ("", (), {})
    }


def require_layer(listed: catalog.Catalog, name: str) -> None:
    """Raise ``OptionError`` with the nearest names if there is no such layer.

    Parameters
    ----------
    listed : catalog.Catalog
        The catalogue of the workspace.
    name : str
        Name of the layer.

    Raises
    ------
    OptionError
        If there is none.
    """
    if name not in listed.layers:
        near = difflib.get_close_matches(name, listed.layers, n=3)
        if not near and len(listed.layers) > _FEW:
            raise OptionError(
                Text(
                    f"没有图层 {name}，也没有名称相近的；gisplan layers 列出全部"
                    f" {len(listed.layers)} 个",
                    f"there is no layer {name}, and none of a like name; gisplan layers lists all"
                    f" {len(listed.layers)}",
                )
            )
        near = near or sorted(listed.layers)
        raise OptionError(
            Text(
                f"没有图层 {name}，相近的有：{'、'.join(near)}",
                f"there is no layer {name}; near it: {', '.join(near)}",
            )
        )
