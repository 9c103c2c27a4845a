"""What the interface for other programs offers, as OpenAPI 3.0 describes it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

GEOJSON, OPENAPI = "application/geo+json", "application/vnd.oai.openapi+json;version=3.0"
_WORDS = {"type": "string"}
_FORM = {"style": "form", "explode": False}


def description(
    base: str,
    columns: Mapping[str, Sequence[str]],
    *,
    systems: Sequence[str],
    limit: int,
    most: int,
) -> dict[str, Any]:
    """Describe the interface.

    Parameters
    ----------
    base : str
        Its address.
    columns : mapping of str to sequence of str
        Names of the layers that it gives, and of the columns that each can be asked by.
    systems : sequence of str
        Coordinate reference systems.
    limit : int
        Features of a page where nothing is said.
    most : int
        The most features of a page.

    Returns
    -------
    dict of str to any
        An OpenAPI document.
    """
    crs = {"type": "string", "format": "uri", "enum": list(systems), "default": systems[0]}
    numbers = {
        "type": "array",
        "oneOf": [{"minItems": count, "maxItems": count} for count in (4, 6)],
        "items": {"type": "number"},
    }
    whole = {"type": "integer", "minimum": 1, "maximum": most, "default": limit}
    layer = {"type": "string", "enum": list(columns)}
    asked = [
        _parameter("bbox", "query", numbers, **_FORM),
        _parameter("bbox-crs", "query", crs, **_FORM),
        _parameter("crs", "query", crs, **_FORM),
        _parameter("limit", "query", whole, **_FORM),
        _parameter("offset", "query", {"type": "integer", "minimum": 0, "default": 0}),
        _parameter("datetime", "query", {"type": "string"}, **_FORM),
        _FORMAT,
    ]
    of_layer = [_parameter("collectionId", "path", layer)]
    of_feature = [*of_layer, _parameter("featureId", "path", {"type": "string"})]
    paths = {
        "/": _get("landing page", [_FORMAT]),
        "/api": _get("this description", [_FORMAT], kind=OPENAPI),
        "/conformance": _get("conformance classes", [_FORMAT]),
        "/collections": _get("layers", [_FORMAT]),
        "/collections/{collectionId}": _get("a layer", [*of_layer, _FORMAT]),
        "/collections/{collectionId}/items": _get("features", [*of_layer, *asked], kind=GEOJSON),
        "/collections/{collectionId}/items/{featureId}": _get(
            "a feature",
            [*of_feature, _parameter("crs", "query", crs, **_FORM), _FORMAT],
            kind=GEOJSON,
        ),
    }
    taken = {parameter["name"] for parameter in asked}
    for name, own in columns.items():
        by_column = [
            _parameter(column, "query", {"type": "string"}, **_FORM)
            for column in own
            if column not in taken
        ]
        paths[f"/collections/{name}/items"] = _get("features", [*asked, *by_column], kind=GEOJSON)
    return {
        "openapi": "3.0.3",
        "info": {"title": "gisplan", "version": "1.0.0"},
        "servers": [{"url": base}],
        "paths": paths,
    }


def _parameter(name: str, place: str, schema: dict[str, Any], **more: object) -> dict[str, Any]:
    return {"name": name, "in": place, "required": place == "path", "schema": schema, **more}


_FORMAT = _parameter("f", "query", {"type": "string", "enum": ["json", "html"]}, **_FORM)


def _get(
    words: str, parameters: list[dict[str, Any]], *, kind: str = "application/json"
) -> dict[str, Any]:
    shapes = {"application/json": "object", GEOJSON: "object", OPENAPI: "object"}
    content = {kind: {"schema": {"type": shapes[kind]}}, "text/html": {"schema": _WORDS}}
    wrong = {"application/json": {"schema": {"type": "object"}}}
    answers = {
        "200": {"description": words, "content": content},
        "400": {"description": "a parameter is wrong", "content": wrong},
        "404": {"description": "there is none"},
        "405": {"description": "it can only be read"},
        "500": {"description": "the layer can't be made", "content": wrong},
    }
    return {"get": {"summary": words, "parameters": parameters, "responses": answers}}
