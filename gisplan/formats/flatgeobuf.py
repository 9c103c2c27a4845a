"""FlatGeobuf: one binary file with a spatial index, to be read in parts over a network."""

from __future__ import annotations

from pathlib import Path

from gisplan.formats.prepared import Prepared
from gisplan.formats.through_gdal import write_vector


def write(item: Prepared, path: Path) -> None:
    """Write a layer as FlatGeobuf.

    Columns carry their Chinese titles and descriptions. The spatial index puts the rows into an
    order of its own; a layer with rows without a position has no index, for the format can't
    index those, and keeps its order.

    Parameters
    ----------
    item : Prepared
        With shapes.
    path : pathlib.Path
        The file to write.

    Raises
    ------
    pyogrio.errors.DataSourceError, pyogrio.errors.DataLayerError
        If it can't be written.
    """
    whole = bool(item.layer.table.geometry.notna().all()) and len(item.layer.table) > 0
    write_vector(
        item,
        path,
        driver="FlatGeobuf",
        SPATIAL_INDEX="YES" if whole else "NO",
        TITLE=item.spec.title.zh,
        DESCRIPTION=item.spec.description.zh,
    )
