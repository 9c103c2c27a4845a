"""What the interface for other programs offers, as OpenAPI 3.0 describes it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any


def description(
    base: str, names: Sequence[str], *, systems: Sequence[str], limit: int, most: int
) -> dict[str, Any]:
    """Describe the interface.

    Parameters
    ----------
    base : str
        Its address.
    names : sequence of str
        Names of the layers that it gives.
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
    numbers = {"type": "array", "items": {"type": "number"}, "minItems": 4, "maxItems": 6}
    whole = {"type": "integer", "minimum": 1, "maximum": most, "default": limit}
    layer = {"type": "string", "enum": list(names)}
    asked = [
        _parameter("bbox", "query", numbers, style="form", explode=False),
        _parameter("bbox-crs", "query", crs),
        _parameter("crs", "query", crs),
        _parameter("limit", "query", whole, style="form", explode=False),
        _parameter("offset", "query", {"type": "integer", "minimum": 0, "default": 0}),
        _parameter("datetime", "query", {"type": "string"}),
    ]
    of_layer = [_parameter("collectionId", "path", layer)]
    of_feature = [*of_layer, _parameter("featureId", "path", {"type": "string"})]
    paths = {
        "/": _get("landing page", []),
        "/conformance": _get("conformance classes", []),
        "/collections": _get("layers", []),
        "/collections/{collectionId}": _get("a layer", of_layer),
        "/collections/{collectionId}/items": _get("features", [*of_layer, *asked]),
        "/collections/{collectionId}/items/{featureId}": _get(
            "a feature", [*of_feature, _parameter("crs", "query", crs)]
        ),
    }
    return {
        "openapi": "3.0.3",
        "info": {"title": "gisplan", "version": "1.0.0"},
        "servers": [{"url": base}],
        "paths": paths,
    }


def _parameter(name: str, place: str, schema: dict[str, Any], **more: object) -> dict[str, Any]:
    return {"name": name, "in": place, "required": place == "path", "schema": schema, **more}


def _get(words: str, parameters: list[dict[str, Any]]) -> dict[str, Any]:
    answers = {
        "200": {"description": words},
        "400": {"description": "a parameter is wrong"},
        "404": {"description": "there is none"},
    }
    return {"get": {"summary": words, "parameters": parameters, "responses": answers}}
