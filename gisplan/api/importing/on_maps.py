"""What an import writes beside the rows: titles, a map, and layers of shapes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import geopandas as gpd
import pandas as pd

from gisplan.api.importing import declare, drawn, shapes_file, target
from gisplan.catalog.workspace import Workspace
from gisplan.text import Text


def on_maps(
    into: target.ImportTarget,
    shapes: Sequence[gpd.GeoDataFrame],
    table: pd.DataFrame,
    given: tuple[Workspace, str, str],
) -> target.ImportTarget:
    """Give the layer its title and a map, and the shapes that rows came as layers of their own.

    Parameters
    ----------
    into : target.ImportTarget
        The layer imported into.
    shapes : sequence of geopandas.GeoDataFrame
        Key of the layer and shapes of the rows that came as more than a point.
    table : pandas.DataFrame
        All rows that the layer has now, as texts; ``new`` tells those of this import.
    given : tuple[Workspace, str, str]
        The workspace; name of the file; title where the rows replace the example, else empty.

    Returns
    -------
    target.ImportTarget
        With the files that are written beside the layer.
    """
    place, source, title = given
    spec = into.spec
    if title:
        into = declare.with_own_title(into, place, title=title, source=source)
        # the shipped map gives way: nothing of anybody's is in it
        into = replace(into, carried=tuple(path for path, _ in into.others))
        spec = replace(spec, title=Text(title, title)) if into.declaration else spec
    if into.is_new or (title and into.declaration) or not drawn.map_of(into.spec, place):
        made = drawn.new_map(spec, place, source=source)
        into = replace(into, others=(*into.others, *made))
    layers = shapes_file.layers_of(shapes, table, spec, into.file.parent)
    names = [path.stem for path, content in layers if content and path.suffix == ".geojson"]
    others = drawn.with_shapes(into.others, spec, place, names)
    # a map that gets a layer keeps all that it has
    grown = [path for path, content in others if (path, content) not in into.others]
    carried = (*into.carried, *grown)
    return replace(into, others=(*others, *layers), carried=carried)
