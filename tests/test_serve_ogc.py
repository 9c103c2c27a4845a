"""OGC API - Features: the layers live for other programs, held against the standard and GDAL."""

from __future__ import annotations

import json
import subprocess
from typing import Any

import pytest
from starlette.testclient import TestClient

from gisplan.catalog.workspace import Workspace
from gisplan.pipeline import build
from gisplan.serve.ogc_page import CONFORMS, CRS84, SYSTEMS, ogc_key
from tests.desk import PORT, client, office


@pytest.fixture
def made(place: Workspace) -> Workspace:
    build.build(place)
    return place


def start_of(place: Workspace) -> str:
    return f"/ogc/{ogc_key(place)}"


def test_the_core_of_the_standard_point_by_point(made: Workspace) -> None:
    known: TestClient = client(made, signed_in=False)
    base = start_of(made)
    assert ogc_key(made) == ogc_key(made)  # a project of QGIS finds it tomorrow

    def get(path: str, status: int = 200, **headers: str) -> Any:
        answer = known.get(base + path, headers=headers)
        assert answer.status_code == status, answer.text
        return answer

    landing = get("/").json()
    rels = {link["rel"] for link in landing["links"]}
    assert {"self", "service-desc", "conformance", "data", "alternate"} <= rels
    for link in landing["links"]:
        assert known.get(link["href"].split(str(PORT))[1]).status_code == 200
    assert get("/conformance").json() == {"conformsTo": list(CONFORMS)}
    api = get("/api")
    assert api.headers["content-type"].startswith("application/vnd.oai.openapi+json;version=3.0")
    assert len(api.json()["paths"]) == 7 + 2  # and one for each layer with its columns
    listed = get("/collections").json()
    assert [each["id"] for each in listed["collections"]] == ["joined", "squares"]
    one = get("/collections/squares").json()
    assert one["extent"]["spatial"]["crs"] == CRS84
    west, south, east, north = one["extent"]["spatial"]["bbox"][0]
    assert west < east
    assert south < north
    assert one["crs"] == list(SYSTEMS)
    answer = get("/collections/joined/items?limit=1")
    assert answer.headers["content-type"] == "application/geo+json"
    assert answer.headers["content-crs"] == f"<{CRS84}>"
    page = answer.json()
    assert (page["numberMatched"], page["numberReturned"]) == (2, 1)
    (after,) = [link["href"] for link in page["links"] if link["rel"] == "next"]
    second = known.get(after.split(str(PORT))[1]).json()
    assert [link["rel"] for link in second["links"]] == ["self", "alternate", "prev"]
    ids = [each["features"][0]["id"] for each in (page, second)]
    assert len(set(ids)) == 2
    single = get(f"/collections/joined/items/{ids[1]}").json()
    assert single["properties"] == second["features"][0]["properties"]
    assert single["geometry"] == second["features"][0]["geometry"]
    assert get(f"/collections/joined/items?adcode={ids[0]}").json()["numberMatched"] == 1
    middle = f"{west},{south},{west},{south}"
    assert get(f"/collections/squares/items?bbox={middle}").json()["numberMatched"] == 1
    assert get("/collections/squares/items?bbox=0,0,1,1").json()["numberMatched"] == 0
    over = f"{east - 1e-6},{south},-170,{north}"  # over the date line
    assert get(f"/collections/squares/items?bbox={over}").json()["numberMatched"] >= 1
    assert "text/html" in get("/collections", accept="text/html").headers["content-type"]
    assert ids[0] in get("/collections/joined/items?f=html").text
    for path in (
        *("?limit=0", "?limit=x", "?bbox=1,2,3", "?bbox=a,b,c,d", "?bbox=0,5,1,2", "?crs=EPSG:1"),
        *("?bbox=nan,0,1,1", "?nothing=1", "?offset=-1", "?f=xml", "?datetime=yesterday"),
    ):
        assert get(f"/collections/squares/items{path}", 400).json()["code"] == "invalid"
    for path in ("/collections/none", "/collections/squares/items/none", "/collections/none/items"):
        get(path, 404)
    get("/collections/figures", 400)  # a table without positions
    assert get("/collections/squares/items?datetime=2020-01-01T00:00:00Z/..").json()["features"]
    assert known.get("/ogc/guess/").status_code == 404
    assert known.post(base + "/collections").status_code == 405
    assert known.get(base + "/", headers={"host": "rebound.example"}).status_code == 421


def test_cgcs2000_has_latitude_first(made: Workspace) -> None:
    known = client(made, signed_in=False)
    path = f"{start_of(made)}/collections/squares/items"
    usual = known.get(path).json()["features"][0]["geometry"]["coordinates"][0][0]
    for code in (4326, 4490):
        crs = f"http://www.opengis.net/def/crs/EPSG/0/{code}"
        answer = known.get(path, params={"crs": crs})
        assert answer.headers["content-crs"] == f"<{crs}>"
        turned = answer.json()["features"][0]["geometry"]["coordinates"][0][0]
        assert turned == usual[::-1]
        box = f"{usual[1]},{usual[0]},{usual[1]},{usual[0]}"
        found = known.get(path, params={"bbox": box, "bbox-crs": crs}).json()
        assert found["numberMatched"] >= 1
        assert known.get(path, params={"bbox": box}).status_code == 400  # beyond the pole


def test_gdal_reads_it(made: Workspace) -> None:
    with office(made.root) as running:
        address = f"OAPIF:{running.home}{start_of(made)}"
        command = ["ogr2ogr", "-f", "GeoJSON", "/vsistdout/", address, "joined"]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        assert len(json.loads(done.stdout)["features"]) == 2
        command = ["ogrinfo", "-ro", "-al", "-so", address, "squares"]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        assert "using driver `OAPIF' successful" in done.stdout
        assert "Feature Count: 2" in done.stdout
        command = ["ogrinfo", "-ro", "-q", "-spat", "0", "0", "1", "1", address, "squares"]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        assert "OGRFeature" not in done.stdout
