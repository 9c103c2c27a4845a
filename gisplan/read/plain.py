"""Small and plain GeoJSON, without GDAL and so without a process to hold it.

The layers of a workspace are mostly such files, and a process for each costs a third of a
second. Python's own reader of JSON parses them; the size bounds what that takes. What is not
plain, or might be read in another way by GDAL (dates, identifiers, nested values, heights), is
left to it.
"""

from __future__ import annotations

import re
from typing import Any

import numpy as np
import pyarrow as pa
import shapely
from shapely.geometry.base import BaseGeometry

from gisplan.read import geojson
from gisplan.read.options import Finding
from gisplan.read.part import Job, Part
from gisplan.text import Text

#: Bytes up to which a file is read here; parsed, it takes some 25 times as much at worst.
SMALL = 4 << 20
_COLLECTION = {"type", "features", "bbox"}
_FEATURE = {"type", "properties", "geometry", "bbox"}
#: What GDAL may take for a date or a time.
_DATED = re.compile(r"\s*\d+\s*[-/:]\s*\d")
_INT32, _INT64 = 2**31, 2**63


class _NotPlainError(Exception):
    """Something that is left to GDAL."""


def parse(job: Job) -> list[Part] | None:
    """Read a small GeoJSON, if it is plain.

    Parameters
    ----------
    job : Job
        The file and the options.

    Returns
    -------
    list of Part, or None
        Just what the driver of GDAL makes of the file; None if that can't be known.

    Raises
    ------
    FileError
        As :func:`gisplan.read.geojson.load` and ``features``.
    """
    if job.options.layer or job.options.sheet:
        return None
    loaded = geojson.load(job.path.read_bytes(), job.file)
    top = loaded.top
    if not isinstance(top, dict) or not top.keys() <= _COLLECTION:
        return None
    members = geojson.features(top, job.file, job.options.limits.cell_chars)
    if not members:
        return None
    try:
        columns = _columns([_plain(member) for member in members])
        shapes = [_shape(member["geometry"]) for member in members]
    except (_NotPlainError, shapely.errors.GEOSException):
        return None
    geometry = pa.array(shapely.to_wkb(np.array(shapes, object)).tolist(), pa.binary())
    name = job.path.stem
    return [
        Part(
            table=pa.table({**columns, "wkb_geometry": geometry}),
            rows=range(1, len(members) + 1),
            name=name,
            geometry=len(columns),
            crs="EPSG:4326",
            findings=(
                Finding(kind="layer", message=Text(f"图层 {name}", f"layer {name}")),
                *loaded.findings,
            ),
        )
    ]


def _plain(member: dict[str, Any]) -> dict[str, Any]:
    if not member.keys() <= _FEATURE or not isinstance(member.get("geometry"), dict):
        raise _NotPlainError
    return member.get("properties") or {}


def _columns(rows: list[dict[str, Any]]) -> dict[str, pa.Array]:
    names = list(rows[0])
    known = "wkb_geometry" not in names and all(map(str.strip, names))
    if not names or not known or any(list(row) != names for row in rows):
        raise _NotPlainError  # GDAL has an order of its own for names that not all rows have
    return {name: _column([row[name] for row in rows]) for name in names}


def _column(values: list[Any]) -> pa.Array:
    kinds = {type(value) for value in values if value is not None}
    if kinds <= {str}:
        if any(value is not None and _DATED.match(value) for value in values):
            raise _NotPlainError
        return pa.array(values, pa.string())
    if kinds == {bool}:
        return pa.array(values, pa.bool_())
    if kinds == {int}:
        known = [value for value in values if value is not None]
        if not -_INT64 <= min(known) <= max(known) < _INT64:
            raise _NotPlainError
        short = -_INT32 <= min(known) <= max(known) < _INT32
        return pa.array(values, pa.int32() if short else pa.int64())
    if kinds <= {int, float}:
        numbers = [None if value is None else float(value) for value in values]
        if not all(value is None or np.isfinite(value) for value in numbers):
            raise _NotPlainError
        return pa.array(numbers, pa.float64())
    raise _NotPlainError


def _shape(geometry: dict[str, Any]) -> BaseGeometry:
    parts = _list(geometry.get("coordinates"))
    match geometry.get("type"):
        case "Point":
            return shapely.Point(_positions([parts])[0])
        case "LineString":
            return shapely.LineString(_positions(parts))
        case "Polygon":
            return _polygon(parts)
        case "MultiPoint":
            return shapely.MultiPoint(_positions(parts))
        case "MultiLineString":
            return shapely.MultiLineString([_positions(line) for line in parts])
        case "MultiPolygon":
            return shapely.MultiPolygon([_polygon(rings) for rings in parts])
    raise _NotPlainError


def _polygon(rings: Any) -> shapely.Polygon:
    shell, *holes = (_ring(ring) for ring in _list(rings))
    return shapely.Polygon(shell, holes)


def _ring(ring: Any) -> np.ndarray[Any, np.dtype[np.float64]]:
    positions = _positions(ring)
    if len(positions) < 4 or not np.array_equal(positions[0], positions[-1]):
        raise _NotPlainError
    return positions


def _positions(values: Any) -> np.ndarray[Any, np.dtype[np.float64]]:
    try:
        positions = np.array(values)
    except ValueError as error:  # of unequal lengths
        raise _NotPlainError from error
    is_plain = positions.ndim == 2 and positions.shape[1] == 2 and positions.dtype.kind in "fi"
    if not is_plain or not np.isfinite(positions).all():
        raise _NotPlainError
    return positions.astype(np.float64)


def _list(value: Any) -> list[Any]:
    if not isinstance(value, list) or not value:
        raise _NotPlainError
    return value
