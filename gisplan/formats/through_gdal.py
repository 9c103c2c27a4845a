"""Layers written and counted through GDAL."""

from __future__ import annotations

import contextlib
import warnings
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyogrio

from gisplan.formats.datums import CRS_CODES
from gisplan.formats.prepared import GEOMETRY, Prepared, attributes, promote, with_geometry

_MULTI = {"polygon": "MultiPolygon", "line": "MultiLineString", "point": "Point"}


def write_vector(item: Prepared, path: Path, *, driver: str, **options: Any) -> None:
    """Write a layer through GDAL.

    Parameters
    ----------
    item : Prepared
        The layer; with or without shapes.
    path : pathlib.Path
        The file to write.
    driver : str
        GDAL's name of the format.
    **options : Any
        Of :func:`pyogrio.write_arrow`, or of GDAL's driver; and ``renamed``, a mapping of
        columns to the names that they get, and ``prepare``, which changes the table first.

    Raises
    ------
    pyogrio.errors.DataSourceError, pyogrio.errors.DataLayerError
        If GDAL can't write it.
    """
    common: dict[str, Any] = {"driver": driver, "layer": item.name, "encoding": "UTF-8"}
    if driver == "ESRI Shapefile":
        del common["layer"]
    table = attributes(item.layer)
    if item.has_shapes:
        table = with_geometry(item, change=promote)
        common |= {
            "geometry_name": GEOMETRY,
            "geometry_type": _MULTI[item.spec.geometry],
            "crs": CRS_CODES[item.datum],
        }
    prepare: Callable[[pa.Table], pa.Table] = options.pop("prepare", None) or _same
    renamed: Mapping[str, str] = options.pop("renamed", {})
    table = prepare(table)
    table = table.rename_columns([renamed.get(n, n) for n in table.column_names])
    with warnings.catch_warnings():
        # GCJ-02 has none that could be provided
        warnings.filterwarnings("ignore", message="'crs' was not provided")
        pyogrio.write_arrow(table, path, **{**common, **options})


def _same(table: pa.Table) -> pa.Table:
    return table


def narrowed(table: pa.Table) -> pa.Table:
    """Put whole numbers in 32 bits where they fit, for formats that know no wider ones.

    Parameters
    ----------
    table : pyarrow.Table
        Attributes of a layer.

    Returns
    -------
    pa.Table
        The same values; a column with one that does not fit stays as it is.
    """
    for at, field in enumerate(table.schema):
        if field.type == pa.int64() and _fits(table.column(at)):
            table = table.set_column(
                at, field.with_type(pa.int32()), table.column(at).cast("int32")
            )
    return table


def _fits(values: pa.ChunkedArray) -> bool:
    bounds = pc.min_max(values).as_py()
    return bounds["min"] is None or (bounds["min"] >= -(2**31) and bounds["max"] < 2**31)


@contextlib.contextmanager
def gdal_options(**options: str) -> Iterator[None]:
    """Set options of GDAL for a while; they are of the whole process.

    Parameters
    ----------
    **options : str
        Value by name of the option; what was set before comes back at the end.
    """
    before = {name: pyogrio.get_gdal_config_option(name) for name in options}
    pyogrio.set_gdal_config_options(options)
    try:
        yield
    finally:
        pyogrio.set_gdal_config_options(before)


def count_rows(path: Path, *, layer: str | None = None) -> int:
    """Read every row of a vector file, shapes too, and count them.

    Parameters
    ----------
    path : pathlib.Path
        The file.
    layer : str, optional
        Layer of the file; the only one if left out.

    Returns
    -------
    int
        Rows.
    """
    with pyogrio.open_arrow(path, layer=layer, use_pyarrow=True) as (_, reader):
        return sum(batch.num_rows for batch in reader)
