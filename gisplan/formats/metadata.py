"""What an export says of itself: title, columns with units, sources, licence, bounds, date.

In three forms: gisplan's own JSON beside each layer, the fields of ISO 19115 as QGIS keeps them
(``.qmd``), and a STAC catalogue of the folder.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from importlib import metadata
from typing import Any

import geopandas as gpd
import pandas as pd
from pyproj import CRS

from gisplan.catalog.layer import AnalysisOrigin, Column, Layer, LayerSpec, Source
from gisplan.formats.datums import CRS_CODES, DATUM_TITLES, Datum
from gisplan.formats.feature_lines import DECIMALS
from gisplan.formats.prepared import Prepared, build_time, description
from gisplan.formats.xml import Element, document, element
from gisplan.text import Text


def to_sidecar(
    layer: Layer, *, datum: Datum = "wgs84", whole: tuple[int, Sequence[float] | None] | None = None
) -> bytes:
    """Describe a layer: title, columns with units and meanings, sources, licence.

    Parameters
    ----------
    layer : Layer
        Its table already in ``datum``.
    datum : {"wgs84", "cgcs2000", "gcj02"}
    whole : (int, sequence of float or None), optional
        Rows and bounds of the layer, where the table is only a part of it.

    Returns
    -------
    bytes
        JSON in UTF-8, to be kept beside the layer as ``NAME.meta.json``.
    """
    spec, moment = layer.spec, build_time()
    rows, box = whole or (len(layer.table), bounds(layer.table))
    content = {
        "name": spec.name,
        "title": _both(spec.title),
        "description": _both(spec.description),
        "geometry": spec.geometry,
        "crs": crs_of(layer, datum)[0],
        "coordinate_decimals": DECIMALS,
        "positions": spec.positions,
        "rows": rows,
        **_raster(layer),
        "bbox": None if box is None else [round(float(side), DECIMALS) for side in box],
        "key": list(spec.key),
        "vintage": spec.vintage,
        "licence": spec.licence,
        "complete": spec.complete,
        "worth": worth_of(layer),
        "made_from": made_from(spec),
        "made_by": f"gisplan {metadata.version('gisplan')}",
        "made_at": moment.isoformat() if moment else None,
        "columns": [_column(column) for column in spec.columns],
        "sources": [_source(source) for source in spec.sources],
    }
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()


# -- ISO 19115, as QGIS keeps it ------------------------------------------------------------


def to_qmd(item: Prepared) -> bytes:
    """Give the fields of ISO 19115 that QGIS reads from ``NAME.qmd`` beside a file.

    Parameters
    ----------
    item : Prepared
        The layer, ready to be written.

    Returns
    -------
    bytes
        An XML document in UTF-8.
    """
    root = element("qgis", *qmd_parts(item), version="3.22.0")
    return document(root, doctype="<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>")


def qmd_parts(item: Prepared) -> list[Element]:
    """Give identifier, title, abstract, licence, sources, history, CRS and extent.

    Parameters
    ----------
    item : Prepared
        The layer, ready to be written.

    Returns
    -------
    list of Element
        Elements, in the order in which QGIS writes them.
    """
    spec = item.spec
    words = [spec.description, *(_heading(column) for column in spec.columns)]
    abstract = "\n".join([*(w.zh for w in words), "", *(w.en for w in words)])
    made = made_from(spec)
    datum, code = crs_of(item.layer, item.datum)
    worth = item.layer.worth
    history = [
        f"vintage: {spec.vintage}",
        f"made from: {json.dumps(made, ensure_ascii=False)}",
        f"datum: {datum}",
        f"positions: {spec.positions}",
        *(f"worth: {w.zh} | {w.en}" for w in ([worth.sentence] if worth else [])),
        *(f"source: {_line(source)}" for source in spec.sources),
    ]
    links = [
        element("link", type="WWW:LINK", name=s.title.zh, url=s.url, description=s.publisher.zh)
        for s in spec.sources
        if s.url
    ]
    box = bounds(item.layer.table)
    sides = dict(zip(("minx", "miny", "maxx", "maxy"), box, strict=True)) if box else None
    return [
        element("identifier", spec.name),
        element("parentidentifier", ""),
        element("language", "zho"),
        element("type", "dataset"),
        element("title", f"{spec.title.zh} | {spec.title.en}"),
        element("abstract", abstract),
        element("links", *links),
        *(element("history", line) for line in history),
        element("license", spec.licence),
        element("encoding", "UTF-8"),
        *([element("crs", element("spatialrefsys", element("authid", code)))] if code else []),
        *([element("extent", _spatial(CRS_CODES[item.datum] or "", sides))] if sides else []),
    ]


def _spatial(code: str, sides: dict[str, float]) -> Element:
    heights = {"minz": 0, "maxz": 0}
    return element("spatial", crs=code, dimensions=2, **sides, **heights)


def _heading(column: Column) -> Text:
    told = description(column).split(" | ", 1)
    return Text(f"{column.name}：{told[0]}", f"{column.name}: {told[1]}")


def _line(source: Source) -> str:
    return source.line()


def crs_of(layer: Layer, datum: Datum) -> tuple[str, str]:
    """Name the coordinate reference system of a layer, with its code where there is one.

    Parameters
    ----------
    layer : Layer
        The layer.
    datum : {"wgs84", "cgcs2000", "gcj02"}
        What a vector layer is in; a raster is in a system of its own.

    Returns
    -------
    tuple of str
        Name and code, such as ``EPSG:4326``; the code is empty where there is none.
    """
    if layer.raster is None:
        return DATUM_TITLES[datum], CRS_CODES[datum] or ""
    system = CRS.from_user_input(layer.raster.grid.crs)
    authority = system.to_authority()
    return system.name, ":".join(authority) if authority else ""


def _raster(layer: Layer) -> dict[str, Any]:
    """Give the frame of a raster's cells, and what is in them; nothing of other layers.

    Parameters
    ----------
    layer : Layer
        The layer.

    Returns
    -------
    dict of str to Any
        Under ``raster``: size, cells, their range and the transform; empty if it is no raster.
    """
    if layer.raster is None:
        return {}
    facts = pd.DataFrame(layer.table).drop(columns="geometry").iloc[0]
    whole = {str(k): v.item() if hasattr(v, "item") else v for k, v in facts.items()}
    return {"raster": {**whole, "transform": list(layer.raster.grid.transform)}}


def worth_of(layer: Layer) -> dict[str, Any] | None:
    """Tell what the figures of a layer are worth, where they come from lists that may lack some.

    Parameters
    ----------
    layer : Layer
        The layer.

    Returns
    -------
    dict of str to Any or None
        ``sentence`` in both languages, ``lists`` (layer and whether it is complete), ``counted``
        and ``known`` (count, year, source) where they are known.
    """
    worth = layer.worth
    if worth is None:
        return None
    facts = {
        "sentence": _both(worth.sentence),
        "lists": [{"layer": each.layer, "complete": each.complete} for each in worth.lists],
        "counted": worth.counted,
        "known": None if worth.known is None else asdict(worth.known),
    }
    return {key: value for key, value in facts.items() if value is not None}


def made_from(spec: LayerSpec) -> dict[str, Any]:
    """Tell what a layer was made from: its file, or its analysis with inputs and parameters.

    Parameters
    ----------
    spec : LayerSpec
        The declaration.

    Returns
    -------
    dict of str to Any
        ``file``, or ``analysis``, ``inputs`` and ``parameters``.
    """
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


def bounds(table: pd.DataFrame) -> list[float] | None:
    """Give west, south, east and north of a layer in degrees; None where there is no position.

    Parameters
    ----------
    table : pandas.DataFrame
        The layer's table.

    Returns
    -------
    list of float or None
        Degrees, rounded as coordinates are.
    """
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
        "bound": column.bound,
        "values": list(column.values) or None,
        "labels": {value: _both(words) for value, words in column.labels.items()} or None,
    }
    return {key: value for key, value in facts.items() if value is not None}


def _either(words: Text) -> str | dict[str, str]:
    return words.zh if words.zh == words.en else {"zh": words.zh, "en": words.en}


def _source(source: Source) -> dict[str, Any]:
    facts = {
        "title": _either(source.title),
        "publisher": _either(source.publisher) or None,
        "date": source.date or None,
        "url": source.url or None,
        "note": _both(source.note),
    }
    return {key: value for key, value in facts.items() if value is not None}
