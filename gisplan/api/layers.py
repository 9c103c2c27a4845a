"""What layers there are, and what each means."""

from __future__ import annotations

import difflib

from gisplan.catalog import workspace
from gisplan.catalog.layer import PRECISION_TITLES, AnalysisOrigin, Column, LayerSpec, Source
from gisplan.catalog.workspace import Workspace
from gisplan.errors import OptionError
from gisplan.pipeline import catalogue as catalog
from gisplan.text import Text

__all__ = [
    "PRECISION_TITLES",
    "AnalysisOrigin",
    "Column",
    "LayerSpec",
    "Source",
    "describe",
    "layers",
    "require_layer",
]


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


def require_layer(listed: catalog.Catalog, name: str) -> None:
    """Raise ``OptionError`` with the nearest names if there is no such layer."""
    if name not in listed.layers:
        near = difflib.get_close_matches(name, listed.layers, n=3) or sorted(listed.layers)
        raise OptionError(
            Text(
                f"没有图层 {name}，相近的有：{'、'.join(near)}",
                f"there is no layer {name}; near it: {', '.join(near)}",
            )
        )
