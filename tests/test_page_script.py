"""The page's script: the bundle that pages hold is the one that its sources in web/ give.

The tests of the sources themselves are in ``web/test`` and need Node; these do not.
"""

from __future__ import annotations

import hashlib
import json
import re
from importlib import resources
from pathlib import Path

import pytest
from pyproj import Geod

from gisplan.render.web import webmap
from tests import mapdata

WEB = Path(__file__).parents[1] / "web"


BUNDLES = ("page.bundle.js", "evaluate.bundle.js")


def bundle(name: str) -> str:
    folder = resources.files("gisplan.render.web") / "assets"
    return (folder / name).read_text("utf-8")


def recorded(text: str, what: str) -> str:
    found = re.search(rf"^// {what} ([0-9a-f]{{64}})\b", text, re.MULTILINE)
    assert found, f"the bundle's head does not tell its {what}"
    return found[1]


@pytest.mark.parametrize("name", BUNDLES)
def test_a_bundle_is_of_these_sources(name: str) -> None:
    digest = hashlib.sha256()
    for path in [*sorted((WEB / "src").glob("*.js"), key=lambda one: one.name), WEB / "build.js"]:
        place = path.relative_to(WEB).as_posix()
        digest.update(f"{place}\0{path.read_text('utf-8')}\0".encode())
    stale = "the sources in web/ were changed; run: cd web && npm ci && npm run build"
    assert recorded(bundle(name), "sources") == digest.hexdigest(), stale


@pytest.mark.parametrize("name", BUNDLES)
def test_no_bundle_was_edited_by_hand(name: str) -> None:
    body = bundle(name).split("\n", 3)[3]
    assert recorded(bundle(name), "bundle") == hashlib.sha256(body.encode()).hexdigest()


@pytest.mark.parametrize("name", BUNDLES)
def test_a_bundle_was_made_by_the_tool_that_is_pinned(name: str) -> None:
    lock = (WEB / "package-lock.json").read_text("utf-8")
    (made_by,) = re.findall(r" esbuild (\S+)$", bundle(name), re.MULTILINE)
    assert f'"esbuild": "{made_by}"' in lock
    # Whatever registry is set gives the packages; none is named.
    assert "://" not in re.sub(r'"url": "[^"]*"', "", lock)


def test_pages_hold_one_bundle_and_the_desk_where_it_is_declared() -> None:
    spec, layers = mapdata.map_spec(), mapdata.layers()
    scripts = re.findall(r"<script>(.*?)</script>", webmap.render(spec, layers), re.DOTALL)
    assert scripts.count(bundle("page.bundle.js")) == 1
    assert bundle("evaluate.bundle.js") not in scripts
    # What filters, profiles, comparison, tasks, the ground and ways by road are worth;
    # no page is above 1 MB.
    assert len(bundle("page.bundle.js")) < 160_000
    assert len(bundle("evaluate.bundle.js")) < 190_000


@pytest.mark.parametrize("word", ["eval(", "new Function(", "innerHTML", "insertAdjacentHTML"])
def test_no_source_makes_markup_or_code_of_text(word: str) -> None:
    for path in (WEB / "src").glob("*.js"):
        assert word not in path.read_text("utf-8"), path.name


def test_the_geodesics_that_the_script_is_held_to_are_those_of_geographiclib() -> None:
    known = json.loads((WEB / "test" / "geodesics.json").read_text("utf-8"))
    geod = Geod(ellps="WGS84")
    for one in known["lengths"]:
        bearing, _, metres = geod.inv(*one["from"], *one["to"])
        assert metres == pytest.approx(one["metres"], abs=1e-6), one["name"]
        assert bearing == pytest.approx(one["bearing"], abs=1e-9), one["name"]
    for one in known["destinations"]:
        lon, lat, _ = geod.fwd(*one["from"], one["bearing"], one["metres"])
        assert [lon, lat] == pytest.approx(one["to"], abs=1e-10)
    for one in known["areas"]:
        area, perimeter = geod.polygon_area_perimeter(*zip(*one["ring"], strict=True))
        assert abs(area) == pytest.approx(one["area"], abs=0.01), one["name"]
        assert perimeter == pytest.approx(one["perimeter"], abs=1e-4), one["name"]
