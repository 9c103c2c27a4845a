"""GeoParquet 1.1 with a box for each row; a layer without geometry is plain Parquet."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pyproj
import shapely

from gisplan.formats.metadata import to_sidecar
from gisplan.formats.prepared import (
    GEOMETRY,
    Prepared,
    attributes,
    description,
    oriented,
    with_geometry,
)

#: Rows read at a time by programs that pick rows by their boxes.
_GROUP = 100_000
#: Names in the format of shapely's numbers of kinds.
_KINDS = {
    0: "Point",
    1: "LineString",
    3: "Polygon",
    4: "MultiPoint",
    5: "MultiLineString",
    6: "MultiPolygon",
    7: "GeometryCollection",
}
_SIDES = ("xmin", "ymin", "xmax", "ymax")


def write(item: Prepared, path: Path) -> None:
    """Write a layer as GeoParquet 1.1, or Parquet if it has no geometry.

    Each column carries its description in its own metadata, the file carries gisplan's whole
    description of the layer. Coordinates are full doubles.

    Parameters
    ----------
    item : Prepared
        The layer; with or without shapes.
    path : pathlib.Path
        The file to write.

    Raises
    ------
    OSError
        If it can't be written.
    """
    table = attributes(item.layer)
    if item.has_shapes:
        table = with_geometry(item, change=oriented)
    told: dict[str, bytes] = {"gisplan": to_sidecar(item.layer, datum=item.datum)}
    if item.has_shapes:
        shapes = item.layer.table.geometry.to_numpy()
        table = table.append_column("bbox", _boxes(shapes))
        told["geo"] = json.dumps(_geo(item, shapes), ensure_ascii=False).encode()
    table = table.cast(pa.schema([_field(item, f) for f in table.schema], metadata=told))
    pq.write_table(table, path, compression="zstd", row_group_size=_GROUP)


def count(path: Path) -> int:
    """Read every row and count them.

    Parameters
    ----------
    path : Path
        A Parquet file.

    Returns
    -------
    int
        Rows.
    """
    with pq.ParquetFile(path) as file:
        return sum(batch.num_rows for batch in file.iter_batches())


def _field(item: Prepared, field: pa.Field) -> pa.Field:
    if field.name in item.spec.column_names:
        return field.with_metadata({"description": description(item.spec.column(field.name))})
    return field


def _boxes(shapes: np.ndarray) -> pa.StructArray:
    bounds = shapely.bounds(shapes)
    missing = np.isnan(bounds).any(axis=1)
    sides = [pa.array(bounds[:, i], type=pa.float64()) for i in range(4)]
    return pa.StructArray.from_arrays(sides, names=_SIDES, mask=pa.array(missing))


def _geo(item: Prepared, shapes: np.ndarray) -> dict[str, Any]:
    given = shapes[~shapely.is_missing(shapes)]
    column: dict[str, Any] = {
        "encoding": "WKB",
        "geometry_types": sorted(_KINDS[kind] for kind in np.unique(shapely.get_type_id(given))),
        # GCJ-02 has none: null is the format's word for unknown
        "crs": None if item.datum == "gcj02" else pyproj.CRS("OGC:CRS84").to_json_dict(),
        "edges": "planar",
        "orientation": "counterclockwise",
        "covering": {"bbox": {side: ["bbox", side] for side in _SIDES}},
    }
    if len(given):
        column["bbox"] = [float(bound) for bound in shapely.total_bounds(given)]
    return {"version": "1.1.0", "primary_column": GEOMETRY, "columns": {GEOMETRY: column}}
