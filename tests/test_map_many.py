"""Very many points on a map page: drawn where they lie, found by a click, stored small."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import geopandas as gpd
import numpy as np
import pytest
import shapely

from gisplan.catalog.layer import Layer
from gisplan.catalog.map import MapGroup, MapLayer, Style
from gisplan.render.web import webmap
from gisplan.text import Text
from tests import mapdata
from tests.browser import Page

pytestmark = pytest.mark.browser

COUNT = 40_000
#: A mark with nothing near it, due in 2025.
ALONE = (106.5, 41.5)
BLUE, ORANGE = (0, 114, 178), (230, 159, 0)


def many() -> Layer:
    rng = np.random.default_rng(20180602)
    at = np.round(rng.uniform((100, 35), (105, 40), (COUNT, 2)), 5)
    at[0] = ALONE
    columns = (
        mapdata.column("id", "text", "编号", "Id"),
        mapdata.column("kind", "text", "类别", "Kind"),
        mapdata.column("due", "integer", "年份", "Due"),
        mapdata.column("note", "text", "备注", "Note"),
    )
    table = gpd.GeoDataFrame(
        {
            "id": [f"点{row}" for row in range(COUNT)],
            "kind": ["b", *rng.choice(["a", "b"], COUNT - 1)],
            "due": [2025, *rng.choice([2018, 2020], COUNT - 1)],
            "note": [f"第{row % 997}条备注，共{COUNT}条" for row in range(COUNT)],
        },
        geometry=shapely.points(at),
        crs=4326,
    )
    return Layer(mapdata.spec("dots", "point", columns), table)


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    style = Style(kind="points", column="kind", colors={"a": "#0072b2", "b": "#e69f00"})
    item = MapLayer(layer="dots", popup=("id", "kind", "note"), year_column="due", style=style)
    spec = mapdata.map_spec(groups=(MapGroup(title=Text("组", "Group"), layers=(item,)),))
    file = tmp_path_factory.mktemp("many") / "many.html"
    file.write_text(webmap.render(spec, {"dots": many()}), encoding="utf-8")
    return file


@pytest.fixture
def page(open_page: Callable[[Path], Page], path: Path) -> Page:
    page = open_page(path)
    page.wait(lambda: page.run("return Boolean(window.gisplan)"), seconds=20)
    page.settle()
    return page


def color_at(page: Page, lon: float, lat: float) -> tuple[int, ...]:
    script = """
      const canvas = document.querySelector("canvas.dots"), box = canvas.getBoundingClientRect();
      const [x, y] = [arguments[0] - box.left, arguments[1] - box.top];
      return [...canvas.getContext("2d").getImageData(Math.round(x), Math.round(y), 1, 1).data];"""
    found: list[int] = page.run(script, *page.point(lon, lat))
    return tuple(found)


def test_what_is_said_often_is_stored_small(path: Path) -> None:
    assert 'data-packed="deflate"' in path.read_text("utf-8")
    written = many().table.to_json(ensure_ascii=False).encode()
    assert path.stat().st_size < len(written) / 5


def test_marks_lie_where_their_places_are_however_one_moves(page: Page) -> None:
    # All in view: small marks; then few: large ones. Each after a zoom and after a drag.
    for zoom, shift in ((6, (0, 0)), (6, (90, -70)), (11, (0, 0)), (11, (-300, 200))):
        page.run(
            "gisplan.map.setView([arguments[0], arguments[1]], arguments[2], { animate: false });"
            "gisplan.map.panBy(arguments[3], { animate: false });",
            ALONE[1], ALONE[0], zoom, list(shift),
        )  # fmt: skip
        page.settle()
        red, green, blue, alpha = color_at(page, *ALONE)
        assert np.abs(np.subtract((red, green, blue), ORANGE)).max() < 30
        assert alpha > 220
        assert color_at(page, ALONE[0] + 0.5, ALONE[1])[3] == 0


@pytest.mark.parametrize(("zoom", "reach"), [(9, 2.6), (13, 4.5)])
def test_a_click_finds_the_marks_that_are_there(page: Page, zoom: int, reach: float) -> None:
    """Those that a look at every single place finds, and each place counts once."""
    row = many().table.geometry.iloc[17]
    page.run(
        "gisplan.map.setView([arguments[0], arguments[1]], arguments[2], { animate: false })",
        row.y, row.x, zoom,
    )  # fmt: skip
    page.settle()
    script = """const map = gisplan.map;
      const at = map.latLngToLayerPoint([arguments[1], arguments[0]]);
      const far = (place) => map.latLngToLayerPoint(place.point).distanceTo(at);
      return gisplan.places.dots.map(far);"""
    far = np.array(page.run(script, row.x, row.y))
    page.click_at(row.x, row.y)
    headings = {element.text for element in page.find(".leaflet-popup .heading")}
    known = {f"点{at}" for at in np.flatnonzero(far <= reach)}
    possible = {f"点{at}" for at in np.flatnonzero(far <= 12)}
    assert page.errors == []
    assert "点17" in headings
    assert known <= headings <= possible


def test_the_slider_leaves_out_what_is_not_due(page: Page) -> None:
    page.run("gisplan.map.setView([arguments[1], arguments[0]], 8, { animate: false })", *ALONE)
    assert color_at(page, *ALONE)[3] > 200
    for year, there in ((2020, False), (2025, True)):
        page.run(f"gisplan.setYear({year})")
        page.settle()
        assert (color_at(page, *ALONE)[3] > 200) is there
