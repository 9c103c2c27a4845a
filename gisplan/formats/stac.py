"""A STAC catalogue of an export folder: a collection for each layer, its files as assets."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

from gisplan.formats.datums import marked
from gisplan.formats.manifest import Entry
from gisplan.formats.metadata import bounds, crs_of, made_from, worth_of
from gisplan.formats.prepared import Prepared, description

_VERSION = "1.1.0"
_TABLE = "https://stac-extensions.github.io/table/v1.2.0/schema.json"
_FILE = "https://stac-extensions.github.io/file/v2.1.0/schema.json"
#: Of a layer without geometry, since the standard asks for a box.
_WORLD = [-180.0, -90.0, 180.0, 90.0]
CATALOG = "catalog.json"
ENDING = ".stac.json"


def collection(item: Prepared, files: Mapping[str, Entry]) -> bytes:
    """Describe one layer and its files.

    Parameters
    ----------
    item : Prepared
        The layer, ready to be written.
    files : mapping of str to Entry
        Those that hold the layer, in its datum, by their path below the folder.

    Returns
    -------
    bytes
        A STAC collection as JSON. Its extent in time is the layer's vintage where that is a
        date or a year; of a layer without geometry the box is the whole world.
    """
    spec = item.spec
    system, code = crs_of(item.layer, item.datum)
    content = {
        "type": "Collection",
        "stac_version": _VERSION,
        "stac_extensions": [_TABLE, _FILE],
        "id": f"{spec.name}{marked(item.datum)}",
        "title": f"{spec.title.zh} | {spec.title.en}",
        "description": f"{spec.description.zh}\n\n{spec.description.en}".strip() or spec.name,
        "license": spec.licence if re.fullmatch(r"[\w.+-]+", spec.licence) else "other",
        "extent": {
            "spatial": {"bbox": [bounds(item.layer.table) or _WORLD]},
            "temporal": {"interval": [_interval(spec.vintage)]},
        },
        "providers": [
            {"name": s.publisher.zh or s.title.zh, "description": s.title.zh, "roles": ["producer"]}
            | ({"url": s.url} if s.url else {})
            for s in spec.sources
        ],
        "links": [
            {"rel": "root", "href": f"./{CATALOG}", "type": "application/json"},
            {"rel": "parent", "href": f"./{CATALOG}", "type": "application/json"},
        ],
        "assets": {path: _asset(path, entry) for path, entry in sorted(files.items())},
        "table:columns": [
            {"name": c.name, "description": description(c), "type": c.type}
            | ({"gisplan:bound": c.bound} if c.bound else {})
            for c in spec.columns
        ],
        "table:row_count": len(item.layer.table),
        "gisplan:licence": spec.licence,
        "gisplan:vintage": spec.vintage,
        "gisplan:crs": system,
        "gisplan:crs_code": code or None,
        "gisplan:made_from": made_from(spec),
        "gisplan:complete": spec.complete,
        "gisplan:worth": worth_of(item.layer),
    }
    return _json(content)


def catalog(collections: Iterable[str]) -> bytes:
    """Describe the folder.

    Parameters
    ----------
    collections : iterable of str
        Names of the files of its collections.

    Returns
    -------
    bytes
        A STAC catalogue as JSON.
    """
    children = [
        {"rel": "child", "href": f"./{name}", "type": "application/json"}
        for name in sorted(collections)
    ]
    root = {"rel": "root", "href": f"./{CATALOG}", "type": "application/json"}
    return _json(
        {
            "type": "Catalog",
            "stac_version": _VERSION,
            "id": "gisplan-exports",
            "title": "gisplan 导出的图层 | layers exported by gisplan",
            "description": "gisplan 导出的图层 | layers exported by gisplan",
            "links": [root, *children],
        }
    )


def _asset(path: str, entry: Entry) -> dict[str, Any]:
    return {
        "href": f"./{path}",
        "type": entry.media,
        "roles": ["data" if entry.rows is not None else "metadata"],
        "file:size": entry.bytes,
        # a multihash: SHA-256 (0x12) of 32 bytes (0x20)
        "file:checksum": f"1220{entry.sha256}",
    }


def _interval(vintage: str) -> list[str | None]:
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", vintage):
        return [f"{vintage}T00:00:00Z", f"{vintage}T23:59:59Z"]
    if re.fullmatch(r"\d{4}", vintage):
        return [f"{vintage}-01-01T00:00:00Z", f"{vintage}-12-31T23:59:59Z"]
    return [None, None]


def _json(content: Mapping[str, Any]) -> bytes:
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()
