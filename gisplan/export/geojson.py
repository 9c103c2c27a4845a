"""GeoJSON to the letter of RFC 7946, with a file beside it that says what the columns mean."""

from __future__ import annotations

import io
import json
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import pyogrio
import shapely

from gisplan.errors import DataError
from gisplan.schema import AnalysisOrigin, Column, Layer, LayerSpec, Source
from gisplan.text import Text

#: Decimals of a degree: 0.1 m, and as many as RFC 7946 asks a writer to keep to.
DECIMALS = 6


def to_geojson(layer: Layer) -> bytes:
    """Write a layer as a GeoJSON feature collection.

    Longitude and latitude on WGS 84 (CRS84) with six decimals, outer rings counter-clockwise,
    a bounding box, dates as text, empty values as null, UTF-8. Rounding moves borders by up to
    5 cm; a shape that this would make cross itself is mended, and neighbours that shared their
    vertices still do.

    Parameters
    ----------
    layer : Layer
        With geometry, in EPSG:4326.

    Returns
    -------
    bytes

    Raises
    ------
    DataError
        If the layer is a table without geometry, or a shape vanishes when rounded.
    """
    table = layer.table
    if not isinstance(table, gpd.GeoDataFrame):
        raise DataError(
            Text(
                f"图层 {layer.spec.name} 是表格，不能写成 GeoJSON",
                f"layer {layer.spec.name} is a table and can't be written as GeoJSON",
            )
        )
    rounded = table.set_geometry(_rounded(table.geometry, layer.spec))
    buffer = io.BytesIO()
    pyogrio.write_dataframe(
        _plain(rounded, layer.spec),
        buffer,
        driver="GeoJSON",
        layer=layer.spec.name,
        RFC7946="YES",
        WRITE_BBOX="YES",
        COORDINATE_PRECISION=str(DECIMALS),
        WRITE_NON_FINITE_VALUES="NO",
    )
    return buffer.getvalue()


def _rounded(shapes: gpd.GeoSeries, spec: LayerSpec) -> gpd.GeoSeries:
    values = shapes.to_numpy()
    rounded = shapely.transform(values, lambda xy: np.round(xy, DECIMALS))
    broken = ~shapely.is_valid(rounded) & ~shapely.is_missing(values)
    rounded[broken] = shapely.set_precision(values[broken], 10.0**-DECIMALS)
    lost = shapely.is_empty(rounded) & ~shapely.is_empty(values)
    if lost.any():
        rows = ", ".join(str(i + 1) for i in np.flatnonzero(lost)[:5])
        raise DataError(
            Text(
                f"图层 {spec.name}：第 {rows} 行的图形小于坐标精度（约 0.1 米），无法写出",
                f"layer {spec.name}: the shape of row {rows} is smaller than the coordinates'"
                " precision (about 0.1 m) and can't be written",
            )
        )
    return gpd.GeoSeries(rounded, index=shapes.index, crs=4326)


def _plain(table: gpd.GeoDataFrame, spec: LayerSpec) -> gpd.GeoDataFrame:
    """Turn dates into text, since JSON has none."""
    dates = {
        c.name: table[c.name].dt.strftime("%Y-%m-%d").astype("str")
        for c in spec.columns
        if c.type == "date"
    }
    return table.assign(**dates)


def to_sidecar(layer: Layer) -> bytes:
    """Describe a layer: title, columns with units and meanings, sources, licence.

    Parameters
    ----------
    layer : Layer

    Returns
    -------
    bytes
        JSON in UTF-8, to be kept beside the layer as ``NAME.meta.json``.
    """
    spec = layer.spec
    content = {
        "name": spec.name,
        "title": _both(spec.title),
        "description": _both(spec.description),
        "geometry": spec.geometry,
        "crs": "OGC:CRS84 (WGS 84)",
        "coordinate_decimals": DECIMALS,
        "positions": spec.positions,
        "rows": len(layer.table),
        "bbox": _bbox(layer.table),
        "key": list(spec.key),
        "vintage": spec.vintage,
        "licence": spec.licence,
        "made_from": _made_from(spec),
        "columns": [_column(column) for column in spec.columns],
        "sources": [_source(source) for source in spec.sources],
    }
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()


def _made_from(spec: LayerSpec) -> dict[str, Any]:
    origin = spec.origin
    if isinstance(origin, AnalysisOrigin):
        return {
            "analysis": origin.method,
            "inputs": dict(origin.inputs),
            "parameters": dict(origin.parameters),
        }
    return {"file": origin.path.name}


def _both(text: Text | None) -> dict[str, str] | None:
    return None if text is None else {"zh": text.zh, "en": text.en}


def _bbox(table: pd.DataFrame) -> list[float] | None:
    if not isinstance(table, gpd.GeoDataFrame) or table.geometry.isna().all():
        return None
    return [round(float(bound), DECIMALS) for bound in table.total_bounds]


def _column(column: Column) -> dict[str, Any]:
    facts = {
        "name": column.name,
        "type": column.type,
        "title": _both(column.title),
        "unit": _both(column.unit),
        "meaning": _both(column.meaning),
        "derived": column.derived,
        "values": list(column.values) or None,
        "labels": {value: _both(words) for value, words in column.labels.items()} or None,
    }
    return {key: value for key, value in facts.items() if value is not None}


def _source(source: Source) -> dict[str, Any]:
    facts = {
        "title": source.title,
        "publisher": source.publisher or None,
        "date": source.date or None,
        "url": source.url or None,
        "note": _both(source.note),
    }
    return {key: value for key, value in facts.items() if value is not None}
