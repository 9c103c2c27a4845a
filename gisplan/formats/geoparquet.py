"""GeoParquet 1.1 with a box for each row; a layer without geometry is plain Parquet."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
import pyproj
import shapely

from gisplan.arrays import Floats
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
#: Values of a column that are looked at to see whether they repeat.
_FIRST = 10_000
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
        bounds = shapely.bounds(shapes)
        table = table.append_column("bbox", _boxes(bounds))
        told["geo"] = json.dumps(_geo(item, shapes, bounds), ensure_ascii=False).encode()
    table = table.cast(pa.schema([_field(item, f) for f in table.schema], metadata=told))
    pq.write_table(
        table,
        path,
        compression="zstd",
        row_group_size=_GROUP,
        use_dictionary=[name for name in item.spec.column_names if _repeats(table.column(name))],
    )


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


def _repeats(values: pa.ChunkedArray) -> bool:
    """Tell whether a dictionary of a column's values is worth its making, by the first of them.

    Parameters
    ----------
    values : pyarrow.ChunkedArray
        The column.

    Returns
    -------
    bool
        Whether at most half of them are different.
    """
    first = values.slice(0, _FIRST)
    return bool(pc.count_distinct(first, mode="all").as_py() <= len(first) // 2)


def _boxes(bounds: Floats) -> pa.StructArray:
    missing = np.isnan(bounds).any(axis=1)
    sides = [pa.array(bounds[:, i], type=pa.float64()) for i in range(4)]
    return pa.StructArray.from_arrays(sides, names=_SIDES, mask=pa.array(missing))


def _geo(item: Prepared, shapes: np.ndarray, bounds: Floats) -> dict[str, Any]:
    kinds = set(shapely.get_type_id(shapes).tolist()) - {-1}
    column: dict[str, Any] = {
        "encoding": "WKB",
        "geometry_types": sorted(_KINDS[kind] for kind in kinds),
        # GCJ-02 has none: null is the format's word for unknown
        "crs": None if item.datum == "gcj02" else pyproj.CRS("OGC:CRS84").to_json_dict(),
        "edges": "planar",
        "orientation": "counterclockwise",
        "covering": {"bbox": {side: ["bbox", side] for side in _SIDES}},
    }
    if not np.isnan(bounds).all():
        lower, upper = np.fmin.reduce(bounds[:, :2]), np.fmax.reduce(bounds[:, 2:])
        column["bbox"] = [*lower.tolist(), *upper.tolist()]
    return {"version": "1.1.0", "primary_column": GEOMETRY, "columns": {GEOMETRY: column}}
