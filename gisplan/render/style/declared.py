"""The style in which a layer leaves for other programs; known without its table."""

from __future__ import annotations

from collections.abc import Iterable

from gisplan.catalog.layer import LayerSpec
from gisplan.catalog.map import MapSpec, Style

#: How a layer of shapes is drawn that no map shows: one symbol.
_SHAPES = Style(kind="categories")
#: And a raster: codes in the colours of categories, numbers in steps.
_CELLS = Style(kind="cells", scheme="equal_interval", classes=7, palette="viridis", opacity=0.8)


def declared_style(maps: Iterable[MapSpec], spec: LayerSpec) -> Style:
    """Give the style in which a layer leaves for other programs.

    Parameters
    ----------
    maps : iterable of MapSpec
        In their order.
    spec : LayerSpec
        Declaration of the layer.

    Returns
    -------
    Style
        That of the first map that shows the layer; if none does, one symbol, and of a raster its
        codes or equal steps.
    """
    for one in maps:
        for group in one.groups:
            for item in group.layers:
                if item.layer == spec.name:
                    return item.style
    return _CELLS if spec.geometry == "raster" else _SHAPES
