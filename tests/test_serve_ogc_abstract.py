"""The abstract tests of OGC API - Features, Part 1 (Core, GeoJSON, HTML, OpenAPI 3.0) and Part 2.

Each test bears the name that the standard's Annex A gives it.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import shapely
from shapely.geometry import box, shape
from starlette.testclient import TestClient

from gisplan.catalog.workspace import Workspace
from gisplan.pipeline import build
from gisplan.serve.ogc_page import CONFORMS, CRS84, ogc_key
from tests import small
from tests.desk import client, office
from tests.qgis import in_qgis

Answer = Any
JSON, GEOJSON = "application/json", "application/geo+json"
OPENAPI = "application/vnd.oai.openapi+json;version=3.0"
EPSG = "http://www.opengis.net/def/crs/EPSG/0/"
#: A layer of points of which one has no position.
LOOSE = """\
title = "Loose points"
geometry = "point"
key = ["id"]
vintage = "synthetic"
licence = "CC0-1.0"
positions = "surveyed"
geometry_required = false
[from]
file = "loose.geojson"
[[sources]]
title = "made by the tests"
[columns.id]
type = "text"
title = "id"
"""
POINTS: tuple[tuple[str, list[float] | None], ...] = (
    ("a", [100.5, 35.5]),
    ("b", [101.5, 35.5]),
    ("无", None),
)


class Server:
    """What a client of the standard sees."""

    def __init__(self, place: Workspace) -> None:
        self.place = place
        self.base = f"/ogc/{ogc_key(place)}"
        self.client: TestClient = client(place, signed_in=False)

    def get(self, path: str, *, status: int = 200, accept: str = "*/*", **asked: str) -> Answer:
        answer = self.client.get(self.base + path, params=asked, headers={"accept": accept})
        assert answer.status_code == status, answer.text
        return answer

    def json(self, path: str, **asked: str) -> Any:
        return self.get(path, **asked).json()

    def follow(self, href: str) -> Answer:
        parts = urlsplit(href)
        answer = self.client.get(f"{parts.path}?{parts.query}")
        assert answer.status_code == 200, href
        return answer

    @property
    def collections(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = self.json("/collections")["collections"]
        return found

    @property
    def api(self) -> dict[str, Any]:
        found: dict[str, Any] = self.json("/api")
        return found


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Server:
    """The small workspace with points, one of which has no position."""
    place = small.workspace(tmp_path_factory.mktemp("ogc") / "small")
    (place.layers / "loose.toml").write_text(LOOSE, encoding="utf-8")
    rows = [
        {
            "type": "Feature",
            "properties": {"id": name},
            "geometry": at and {"type": "Point", "coordinates": at},
        }
        for name, at in POINTS
    ]
    content = json.dumps({"type": "FeatureCollection", "features": rows}, ensure_ascii=False)
    (place.layers / "loose.geojson").write_text(content, encoding="utf-8")
    build.build(place)
    return Server(place)


def linked(links: list[dict[str, Any]], rel: str) -> list[dict[str, Any]]:
    assert all({"href", "rel", "type"} <= set(link) for link in links)
    return [link for link in links if link["rel"] == rel]


def in_both(server: Server, links: list[dict[str, Any]]) -> None:
    """Links to the document itself, and to its like in the other format."""
    assert len(linked(links, "self")) == 1
    (other,) = linked(links, "alternate")
    assert other["type"] == "text/html"
    assert server.follow(other["href"]).headers["content-type"].startswith("text/html")


def items(server: Server, name: str, **asked: str) -> Any:
    return server.json(f"/collections/{name}/items", **asked)


# -- Part 1: core -----------------------------------------------------------------------------


def test_core_http(server: Server) -> None:
    assert server.get("/").http_version == "HTTP/1.1"


def test_core_root_op_and_root_success(server: Server) -> None:
    page = server.json("/")
    assert page["links"]
    assert linked(page["links"], "service-desc")
    assert linked(page["links"], "service-doc")
    assert linked(page["links"], "conformance")
    assert linked(page["links"], "data")
    for link in page["links"]:
        got = server.follow(link["href"]).headers["content-type"].replace(" ", "")
        assert got.split(";charset")[0] == link["type"]


def test_core_api_definition_op_and_success(server: Server) -> None:
    for rel in ("service-desc", "service-doc"):
        for link in linked(server.json("/")["links"], rel):
            server.follow(link["href"])


def test_core_conformance_op_and_success(server: Server) -> None:
    told = server.json("/conformance")["conformsTo"]
    assert told == list(CONFORMS)
    assert "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core" in told


def test_core_crs84(server: Server) -> None:
    west, south, east, north = server.json("/collections/squares")["extent"]["spatial"]["bbox"][0]
    around = box(west, south, east, north).buffer(1e-9)
    for name in ("squares", "joined"):
        assert all(around.covers(shape(one["geometry"])) for one in items(server, name)["features"])


def test_core_fc_md_op_success_links_items_and_extent(server: Server) -> None:
    told = server.json("/collections")
    in_both(server, told["links"])
    assert told["crs"][0] == CRS84
    assert [one["id"] for one in told["collections"]] == ["joined", "loose", "squares"]
    for one in told["collections"]:
        assert {"id", "links"} <= set(one)
        kinds = {link["type"] for link in linked(one["links"], "items")}
        assert kinds == {GEOJSON, "text/html"}
        for link in one["links"]:
            server.follow(link["href"])
        around = box(*one["extent"]["spatial"]["bbox"][0]).buffer(1e-9)
        shapes = [each["geometry"] for each in items(server, one["id"])["features"]]
        assert all(around.covers(shape(each)) for each in shapes if each)


def test_core_sfc_md_op_and_success(server: Server) -> None:
    for one in server.collections:
        own = server.json(f"/collections/{one['id']}")
        for name in ("id", "title", "description", "extent", "itemType"):
            assert own[name] == one[name]
        assert all(link in own["links"] for link in one["links"])


def test_core_fc_op_response_and_links(server: Server) -> None:
    for one in server.collections:
        for link in linked(one["links"], "items"):
            server.follow(link["href"])
        page = items(server, one["id"])
        assert page["type"] == "FeatureCollection"
        assert all(each["type"] == "Feature" for each in page["features"])
        in_both(server, page["links"])


def of_items(server: Server) -> list[list[dict[str, Any]]]:
    paths = server.api["paths"]
    return [one["get"]["parameters"] for path, one in paths.items() if path.endswith("/items")]


@pytest.mark.parametrize(
    ("name", "schema"),
    [
        (
            "bbox",
            {
                "type": "array",
                "oneOf": [{"minItems": 4, "maxItems": 4}, {"minItems": 6, "maxItems": 6}],
                "items": {"type": "number"},
            },
        ),
        ("limit", {"type": "integer"}),
        ("datetime", {"type": "string"}),
    ],
)
def test_core_fc_definitions_of_bbox_limit_and_time(
    server: Server, name: str, schema: dict[str, Any]
) -> None:
    for parameters in of_items(server):
        (one,) = [each for each in parameters if each["name"] == name]
        assert (one["in"], one["required"], one["style"], one["explode"]) == (
            *("query", False, "form"),
            False,
        )
        more = {"minimum", "maximum", "default"}
        assert {key: each for key, each in one["schema"].items() if key not in more} == schema


def test_core_fc_bbox_response(server: Server) -> None:
    asked = box(100.4, 35.4, 100.6, 35.6)
    words = ",".join(map(str, asked.bounds))
    deep = "100.4,35.4,-10,100.6,35.6,10"
    for one in server.collections:
        whole = items(server, one["id"])["features"]
        wanted = [
            each["id"]
            for each in whole
            if each["geometry"] is None or shape(each["geometry"]).intersects(asked)
        ]
        for given in (words, deep):
            found = items(server, one["id"], bbox=given)["features"]
            assert [each["id"] for each in found] == wanted
    assert [each["id"] for each in items(server, "loose", bbox=words)["features"]] == ["a", "无"]


def test_core_fc_limit_response(server: Server) -> None:
    (limit,) = {
        each["schema"]["maximum"]
        for parameters in of_items(server)
        for each in parameters
        if each["name"] == "limit"
    }
    for asked in (1, 2, limit, limit + 1):
        found = items(server, "loose", limit=str(asked))["features"]
        assert len(found) == min(asked, len(POINTS))


@pytest.mark.parametrize(
    "time",
    [
        "2020-02-03T04:05:06Z",
        "2020-02-03T04:05:06Z/2021-02-03T04:05:06Z",
        *("2020-02-03T04:05:06Z/..", "2020-02-03T04:05:06Z/"),
        *("../2020-02-03T04:05:06Z", "/2020-02-03T04:05:06Z"),
    ],
)
def test_core_fc_time_response(server: Server, time: str) -> None:
    # no row of any layer has a time, so that each is of every time
    assert items(server, "loose", datetime=time)["numberMatched"] == len(POINTS)


def test_core_query_param_unknown_and_invalid(server: Server) -> None:
    for path in ("/", "/api", "/conformance", "/collections", "/collections/loose"):
        server.get(path, status=400, unknown="1")
    for asked in ({"unknown": "1"}, {"bbox": "1,2,3"}, {"limit": "-1"}, {"datetime": "never"}):
        server.get("/collections/loose/items", status=400, **asked)
    server.get("/collections/loose/items/a", status=400, unknown="1")


def test_core_fc_number_matched_and_returned(server: Server) -> None:
    got, after, pages = [], "", 0
    page = items(server, "loose", limit="2")
    while True:
        pages += 1
        assert page["numberMatched"] == len(POINTS)
        assert page["numberReturned"] == len(page["features"])
        got += [each["id"] for each in page["features"]]
        following = linked(page["links"], "next")
        if not following:
            break
        after = following[0]["href"]
        page = server.follow(after).json()
    assert pages == 2
    assert got == [name for name, _ in POINTS]
    assert items(server, "loose", id="a")["numberMatched"] == 1


def test_core_f_op_success_and_links(server: Server) -> None:
    for one in server.collections:
        for each in items(server, one["id"])["features"]:
            own = server.json(f"/collections/{one['id']}/items/{each['id']}")
            assert own["id"] == each["id"]
            in_both(server, own["links"])
            (link,) = linked(own["links"], "collection")
            assert server.follow(link["href"]).json()["id"] == one["id"]


# -- Part 1: GeoJSON, HTML, OpenAPI 3.0 -------------------------------------------------------


def test_geojson_definition_and_content(server: Server) -> None:
    for path, kind in (
        *(
            ("/", JSON),
            ("/conformance", JSON),
            ("/collections", JSON),
            ("/collections/loose", JSON),
        ),
        *(("/collections/loose/items", GEOJSON), ("/collections/loose/items/a", GEOJSON)),
    ):
        for accept in ("*/*", GEOJSON, JSON):
            assert server.get(path, accept=accept).headers["content-type"].startswith(kind)
    page = items(server, "squares")
    assert all({"type", "geometry", "properties"} <= set(each) for each in page["features"])
    for each in page["features"]:
        assert shapely.from_geojson(json.dumps(each["geometry"])).is_valid


def test_html_definition_and_content(server: Server) -> None:
    for path in (
        *("/", "/api", "/conformance", "/collections", "/collections/loose"),
        *("/collections/loose/items", "/collections/loose/items/a"),
    ):
        for answer in (server.get(path, f="html"), server.get(path, accept="text/html")):
            assert answer.headers["content-type"].startswith("text/html")
            assert answer.text.startswith("<!doctype html>")


def test_oas30_definitions(server: Server) -> None:
    (desc,) = linked(server.json("/")["links"], "service-desc")
    assert desc["type"] == OPENAPI
    (doc,) = linked(server.json("/")["links"], "service-doc")
    assert doc["type"] == "text/html"
    assert "/collections/{collectionId}/items" in server.follow(doc["href"]).text
    api = server.api
    assert re.fullmatch(r"3\.0\.\d", api["openapi"])
    assert {"title", "version"} <= set(api["info"])
    for path, one in api["paths"].items():
        named = {each["name"] for each in one["get"]["parameters"] if each["in"] == "path"}
        assert named == set(re.findall(r"{(\w+)}", path))
        keys = [(each["name"], each["in"]) for each in one["get"]["parameters"]]
        assert len(keys) == len(set(keys))
        assert all("schema" in each for each in one["get"]["parameters"])


def test_oas30_oas_impl_completeness_and_exception_codes(server: Server) -> None:
    api = server.api
    base = urlsplit(api["servers"][0]["url"]).path
    assert base == server.base
    for path, one in api["paths"].items():
        answers, filled = one["get"]["responses"], path
        filled = filled.replace("{collectionId}", "loose").replace("{featureId}", "a")
        for given in ({}, {"f": "html"}):
            kind = server.get(filled, **given).headers["content-type"].replace(" ", "")
            assert any(kind.startswith(told) for told in answers["200"]["content"])
        server.get(filled, status=400, unknown="1")
        assert "400" in answers
        refused = server.client.post(server.base + filled)
        assert str(refused.status_code) in answers
    server.get("/collections/none", status=404)
    # each column that a layer can be asked by is described, and does it
    own = api["paths"]["/collections/loose/items"]["get"]["parameters"]
    assert "id" in {each["name"] for each in own}


# -- Part 2: coordinate reference systems -----------------------------------------------------


def test_crs_uri_default_crs_and_storage_crs(server: Server) -> None:
    for one in server.collections:
        assert CRS84 in one["crs"]
        assert one["storageCrs"] in one["crs"]
        for uri in one["crs"]:
            assert re.fullmatch(r"http://www\.opengis\.net/def/crs/\w+/[\d.]+/\w+", uri)
    assert f"{EPSG}4490" in server.collections[0]["crs"]


@pytest.mark.parametrize("crs", [CRS84, f"{EPSG}4326", f"{EPSG}4490"])
def test_crs_parameter_default_and_transform(server: Server, crs: str) -> None:
    for path in ("/collections/squares/items", "/collections/loose/items/a"):
        assert server.get(path).headers["content-crs"] == f"<{CRS84}>"
        answer = server.get(path, crs=crs)
        assert answer.headers["content-crs"] == f"<{crs}>"
        usual, told = server.json(path), answer.json()
        pairs = zip(usual.get("features", [usual]), told.get("features", [told]), strict=True)
        for one, two in pairs:
            turned = shape(two["geometry"])
            if crs != CRS84:
                turned = shapely.transform(turned, lambda at: at[:, ::-1])
            assert turned.equals_exact(shape(one["geometry"]), 1e-8)


def test_crs_parameters_that_are_invalid(server: Server) -> None:
    for asked in ({"crs": f"{EPSG}3857"}, {"bbox": "1,2,3,4", "bbox-crs": f"{EPSG}3857"}):
        server.get("/collections/loose/items", status=400, **asked)
    server.get("/collections/loose/items/a", status=400, crs="EPSG:4326")


@pytest.mark.parametrize("crs", [CRS84, f"{EPSG}4326", f"{EPSG}4490"])
def test_crs_bbox_crs_parameter_and_its_default(server: Server, crs: str) -> None:
    usual, turned = "100.4,35.4,100.6,35.6", "35.4,100.4,35.6,100.6"
    asked = {"bbox": usual if crs == CRS84 else turned, "bbox-crs": crs}
    ids = [each["id"] for each in items(server, "loose", **asked)["features"]]
    assert ids == [each["id"] for each in items(server, "loose", bbox=usual)["features"]]
    assert ids == ["a", "无"]


# -- a client: QGIS ---------------------------------------------------------------------------

_SCRIPT = """
import json, sys
from qgis.core import QgsApplication, QgsRectangle, QgsFeatureRequest, QgsVectorLayer
app = QgsApplication([], False)
app.initQgis()
address = sys.argv[2]
told = {}
for name in ("squares", "loose"):
    layer = QgsVectorLayer(f"url='{address}' typename='{name}'", name, "OAPIF")
    rows = {f["adcode"] if name == "squares" else f["id"]: f for f in layer.getFeatures()}
    near = QgsFeatureRequest().setFilterRect(QgsRectangle(100.4, 35.4, 100.6, 35.6))
    told[name] = {
        "valid": layer.isValid(),
        "crs": layer.crs().authid(),
        "keys": sorted(rows),
        "fields": [field.name() for field in layer.fields()],
        "area": sum(f.geometry().area() for f in rows.values() if f.hasGeometry()),
        "near": sorted(f["id"] for f in layer.getFeatures(near)) if name == "loose" else [],
    }
print("RESULT" + json.dumps(told), flush=True)
app.exitQgis()
"""


def test_qgis_opens_the_layers_live(server: Server, tmp_path: Path) -> None:
    with office(server.place.root) as running:
        told = in_qgis(_SCRIPT, str(tmp_path), f"{running.home}{server.base}")
    squares = items(server, "squares")["features"]
    assert told["squares"]["valid"]
    assert told["loose"]["valid"]
    assert told["squares"]["crs"] in ("OGC:CRS84", "EPSG:4326")
    assert told["squares"]["keys"] == sorted(one["properties"]["adcode"] for one in squares)
    area = sum(shape(one["geometry"]).area for one in squares)
    assert told["squares"]["area"] == pytest.approx(area)
    assert told["loose"]["keys"] == ["a", "b", "无"]
    assert told["loose"]["near"] == ["a"]
