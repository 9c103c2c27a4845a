"""OGC API - Features, read only: the layers of the workspace, live, for QGIS, ArcGIS and GDAL.

Part 1 (Core, GeoJSON, HTML, OpenAPI 3.0) and Part 2 (CRS84, EPSG:4326 and EPSG:4490, CGCS2000).
"""

from __future__ import annotations

import contextlib
import json
import math
import re
import secrets
from typing import Any
from urllib.parse import quote, urlencode

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from gisplan.api.features import Box, FeatureQuery, extents, feature, features, require_features
from gisplan.api.layers import LayerSpec, layers
from gisplan.api.workspace import Workspace
from gisplan.errors import GisplanError, OptionError
from gisplan.serve.ogc_openapi import GEOJSON, OPENAPI, description
from gisplan.serve.pages import language_of, place_of, rendered
from gisplan.text import Text

CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84"
_EPSG = "http://www.opengis.net/def/crs/EPSG/0/"
#: Coordinate reference systems -> whether latitude comes first. WGS 84 and CGCS2000 lie within
#: centimetres of each other, and coordinates are the same in both, as everywhere in gisplan.
SYSTEMS = {CRS84: False, f"{_EPSG}4326": True, f"{_EPSG}4490": True}
CONFORMS = (
    "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core",
    "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/oas30",
    "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/html",
    "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson",
    "http://www.opengis.net/spec/ogcapi-features-2/1.0/conf/crs",
)
#: Features of a page where nothing is said, and at most.
LIMIT, MOST = 100, 10_000
#: A time or a span of RFC 3339; rows have none, so that all of them are of any time.
_TIME = r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d))?"
_TIMES = re.compile(rf"(?:{_TIME}|(?:{_TIME}|\.\.)?/(?:{_TIME}|\.\.)?|\.\.)")


def ogc_key(place: Workspace) -> str:
    """Give the key that stands in the address of the interface; it stays the same between runs.

    Parameters
    ----------
    place : Workspace
        The workspace.

    Returns
    -------
    str
        Whoever has it may read the layers, and nothing else.
    """
    path = place.state / "ogc-key"
    with contextlib.suppress(OSError):
        known = path.read_text(encoding="ascii").strip()
        if len(known) >= 20:
            return known
    key = secrets.token_urlsafe(18)
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(key, encoding="ascii")
        path.chmod(0o600)
    return key


def _open(request: Request, *known: str) -> tuple[Workspace, str]:
    place = place_of(request)
    key = ogc_key(place)
    if not secrets.compare_digest(request.path_params["key"].encode(), key.encode()):
        raise HTTPException(404)
    wrong = sorted(set(request.query_params) - {"f", *known})
    if wrong:
        raise _refusal(f"没有参数 {wrong[0][:40]}", f"no parameter {wrong[0][:40]}")
    if request.query_params.get("f", "json") not in ("json", "html"):
        raise _refusal("f 只能是 json 或 html", "f must be json or html")
    return place, f"{request.url.scheme}://{request.headers['host']}/ogc/{key}"


def _refusal(zh: str, en: str) -> OptionError:
    return OptionError(Text(zh, en))


def _answer(
    request: Request, content: dict[str, Any], title: str, *, kind: str = "application/json"
) -> Response:
    accepts = request.headers.get("accept", "")
    wants = request.query_params.get("f")
    if wants == "html" or (wants is None and accepts.startswith("text/html")):
        html = rendered("ogc", title=title, content=content, lang=language_of(request))
        return HTMLResponse(html)
    return Response(json.dumps(content, ensure_ascii=False), media_type=kind)


def _link(href: str, rel: str, kind: str, title: str) -> dict[str, str]:
    return {"href": href, "rel": rel, "type": kind, "title": title}


def _both(href: str, title: str, *, kind: str = "application/json") -> list[dict[str, str]]:
    return [
        _link(f"{href}?f=json", "self", kind, title),
        _link(f"{href}?f=html", "alternate", "text/html", title),
    ]


def _guarded(function: Any) -> Any:
    # What is wrong with a request is said as the standard has it: as JSON, with its status.
    def told(request: Request) -> Response:
        try:
            answer: Response = function(request)
        except GisplanError as error:
            status = 400 if isinstance(error, OptionError) else 500
            said = {"code": "invalid" if status == 400 else "failed"}
            content = {**said, "description": error.message.get(language_of(request))}
            return Response(
                json.dumps(content, ensure_ascii=False), status, media_type="application/json"
            )
        return answer

    return told


def _landing(request: Request) -> Response:
    place, base = _open(request)
    title = place.root.name or "gisplan"
    content = {
        "title": title,
        "description": "gisplan",
        "links": [
            *_both(f"{base}/", title),
            _link(f"{base}/api", "service-desc", OPENAPI, "OpenAPI"),
            _link(f"{base}/api?f=html", "service-doc", "text/html", "OpenAPI"),
            _link(f"{base}/conformance", "conformance", "application/json", "conformance"),
            _link(f"{base}/collections", "data", "application/json", "collections"),
        ],
    }
    return _answer(request, content, title)


def _conformance(request: Request) -> Response:
    _open(request)
    return _answer(request, {"conformsTo": list(CONFORMS)}, "conformance")


def _api(request: Request) -> Response:
    place, base = _open(request)
    columns = {spec.name: spec.column_names for spec in _listed(place)}
    content = description(base, columns, systems=tuple(SYSTEMS), limit=LIMIT, most=MOST)
    return _answer(request, content, "OpenAPI", kind=OPENAPI)


def _listed(place: Workspace) -> list[LayerSpec]:
    found = []
    for spec in layers(place):
        with contextlib.suppress(OptionError):
            found.append(require_features(spec.name, place))
    return found


def _about(spec: LayerSpec, base: str, lang: Any, around: Box | None) -> dict[str, Any]:
    spatial = {} if around is None else {"spatial": {"bbox": [list(around)], "crs": CRS84}}
    href = f"{base}/collections/{spec.name}"
    title = spec.title.get(lang)
    return {
        "id": spec.name,
        "title": title,
        "description": spec.description.get(lang),
        "itemType": "feature",
        "crs": list(SYSTEMS),
        "storageCrs": CRS84,
        **({"extent": spatial} if spatial else {}),
        "links": [
            *_both(href, title),
            _link(f"{href}/items?f=json", "items", GEOJSON, title),
            _link(f"{href}/items?f=html", "items", "text/html", title),
        ],
    }


def _collections(request: Request) -> Response:
    place, base = _open(request)
    lang = language_of(request)
    boxes = extents(place)
    content = {
        "links": _both(f"{base}/collections", "collections"),
        "collections": [_about(spec, base, lang, boxes.get(spec.name)) for spec in _listed(place)],
        "crs": list(SYSTEMS),
    }
    return _answer(request, content, "collections")


def _spec(request: Request, place: Workspace) -> LayerSpec:
    name = request.path_params["name"]
    if name not in {spec.name for spec in layers(place)}:
        raise HTTPException(404)
    return require_features(name, place)


def _collection(request: Request) -> Response:
    place, base = _open(request)
    spec = _spec(request, place)
    content = _about(spec, base, language_of(request), extents(place).get(spec.name))
    return _answer(request, content, content["title"])


def _items(request: Request) -> Response:
    given = request.query_params
    named = request.path_params["name"]
    place = place_of(request)
    columns = {
        column for spec in layers(place) if spec.name == named for column in spec.column_names
    }
    usual = {"bbox", "bbox-crs", "crs", "limit", "offset", "datetime"}
    place, base = _open(request, *usual, *columns)
    spec = _spec(request, place)
    if not _TIMES.fullmatch(given.get("datetime", "..")):
        raise _refusal("datetime 不是时间", "datetime is no time")
    swapped = _system(given.get("crs", CRS84), "crs")
    query = FeatureQuery(
        bbox=_bbox(given.get("bbox"), swapped=_system(given.get("bbox-crs", CRS84), "bbox-crs")),
        limit=min(_whole(given.get("limit", str(LIMIT)), "limit", least=1), MOST),
        offset=_whole(given.get("offset", "0"), "offset", least=0),
        properties={name: value for name, value in given.items() if name in columns - usual},
    )
    found = features(spec.name, place=place, query=query, swapped=swapped)
    href = f"{base}/collections/{spec.name}/items"
    kept = [(name, value) for name, value in given.multi_items() if name not in ("offset", "f")]

    def page(offset: int, kind: str) -> str:
        return f"{href}?{urlencode([*kept, ('offset', str(offset)), ('f', kind)])}"

    title = spec.title.get(language_of(request))
    links = [
        _link(page(query.offset, "json"), "self", GEOJSON, title),
        _link(page(query.offset, "html"), "alternate", "text/html", title),
    ]
    if query.offset + len(found.features) < found.matched:
        links.append(_link(page(query.offset + query.limit, "json"), "next", GEOJSON, title))
    if query.offset:
        before = max(0, query.offset - query.limit)
        links.append(_link(page(before, "json"), "prev", GEOJSON, title))
    content = {
        "type": "FeatureCollection",
        "features": found.features,
        "links": links,
        "numberMatched": found.matched,
        "numberReturned": len(found.features),
    }
    answer = _answer(request, content, title, kind=GEOJSON)
    answer.headers["content-crs"] = f"<{given.get('crs', CRS84)}>"
    return answer


def _item(request: Request) -> Response:
    place, base = _open(request, "crs")
    spec = _spec(request, place)
    crs = request.query_params.get("crs", CRS84)
    swapped = _system(crs, "crs")
    found = feature(spec.name, request.path_params["id"], place=place, swapped=swapped)
    if found is None:
        raise HTTPException(404)
    href = f"{base}/collections/{spec.name}"
    title = spec.title.get(language_of(request))
    links = [
        *_both(f"{href}/items/{quote(str(found['id']))}", title, kind=GEOJSON),
        _link(href, "collection", "application/json", title),
    ]
    answer = _answer(request, {**found, "links": links}, title, kind=GEOJSON)
    answer.headers["content-crs"] = f"<{crs}>"
    return answer


def _system(given: str, name: str) -> bool:
    if given not in SYSTEMS:
        shown = given[:80]
        raise _refusal(f"{name}：不支持 {shown}", f"{name}: {shown} is not supported")
    return SYSTEMS[given]


def _bbox(given: str | None, *, swapped: bool) -> tuple[float, float, float, float] | None:
    if given is None:
        return None
    try:
        numbers = [float(word) for word in given.split(",")]
    except ValueError:
        numbers = []
    if len(numbers) == 6:
        numbers = [*numbers[:2], *numbers[3:5]]
    if len(numbers) != 4 or not all(map(math.isfinite, numbers)):
        raise _refusal(
            "bbox 应为四个数：西,南,东,北", "bbox must be four numbers: west,south,east,north"
        )
    west, south, east, north = (numbers[at] for at in ((1, 0, 3, 2) if swapped else (0, 1, 2, 3)))
    if south > north or not (south >= -90 and north <= 90):
        raise _refusal("bbox 的南北写反了或超出范围", "bbox: south and north are turned or too far")
    return west, south, east, north


def _whole(given: str, name: str, *, least: int) -> int:
    if given.isascii() and given.isdecimal() and len(given) < 10 and int(given) >= least:
        return int(given)
    raise _refusal(f"{name} 应为不小于 {least} 的整数", f"{name} must be {least} or more")


_ROUTES = (
    ("/", _landing),
    ("/conformance", _conformance),
    ("/api", _api),
    ("/collections", _collections),
    ("/collections/{name}", _collection),
    ("/collections/{name}/items", _items),
    ("/collections/{name}/items/{id}", _item),
)
ROUTES = tuple(Route(f"/ogc/{{key}}{path}", _guarded(function)) for path, function in _ROUTES)
