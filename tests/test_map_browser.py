"""The page as a person meets it, in the real browser with the network cut."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import geopandas as gpd
import pytest
import shapely
from selenium.webdriver.common.keys import Keys

from gisplan.catalog.layer import Layer
from gisplan.catalog.map import MapGroup, MapLayer, Style
from gisplan.render.web import webmap
from gisplan.render.web.basemap import Basemap
from gisplan.text import Text
from tests import mapdata
from tests.browser import Page

pytestmark = pytest.mark.browser

COUNTY_1 = (101.5, 35.5)  # without a figure
COUNTY_7 = (101.5, 36.5)  # without marks
TWO_BASES = (102.5, 36.5)


@pytest.fixture(scope="module")
def opened(open_page: Callable[[Path], Page], tmp_path_factory: pytest.TempPathFactory) -> Page:
    path = tmp_path_factory.mktemp("map") / "map.html"
    path.write_text(webmap.render(mapdata.map_spec(), mapdata.layers()), encoding="utf-8")
    return open_page(path)


@pytest.fixture
def page(opened: Page) -> Page:
    """The page as it opens, in Chinese, on a laptop."""
    return opened.resize(1440, 900).load()


def drawn(page: Page, layer: int) -> int:
    """Number of a layer's shapes that have an outline on the screen."""
    found = page.find(f"path.layer-{layer}")
    return sum(len(path.get_attribute("d") or "") > 20 for path in found)


def labels(page: Page) -> list[str]:
    return [element.text for element in page.shown(".label")]


def test_it_opens_whole_and_asks_nobody_for_anything(page: Page) -> None:
    assert page.text("#title") == "合成地图"
    assert page.driver.title == "合成地图"
    assert page.run("return document.documentElement.lang") == "zh-CN"
    assert [drawn(page, layer) for layer in range(4)] == [25, 0, 6, 1]
    assert len(page.shown(".mark-icon")) == 3
    box = page.run("const b = gisplan.map.getBounds(); return [b.getWest(), b.getEast()]")
    assert box[0] < mapdata.WEST
    assert box[1] > mapdata.WEST + mapdata.WIDE
    assert page.text(".leaflet-control-scale-line").endswith("km")
    assert page.outside_requests == []
    assert page.errors == []


def test_shapes_lie_where_the_data_say(page: Page) -> None:
    """Each drawn county covers the pixel of its middle, and the enclave only its own."""
    hit = """
      const [x, y, layer] = arguments;
      return [...document.querySelectorAll(`path.layer-${layer}`)].map((path, at) => {
        const point = path.ownerSVGElement.createSVGPoint();
        const m = path.getScreenCTM().inverse();
        point.x = x; point.y = y;
        return path.isPointInFill(point.matrixTransform(m)) ? at : -1;
      }).filter((at) => at >= 0);"""
    for at in (1, 7, 13, 23):
        column, row = at % mapdata.WIDE, at // mapdata.WIDE
        x, y = page.point(mapdata.WEST + column + 0.5, mapdata.SOUTH + row + 0.5)
        assert page.run(hit, x, y, 0) == [at]
    x, y = page.point(mapdata.WEST + 0.5, mapdata.SOUTH + 0.5)
    assert page.run(hit, x, y, 0) == [24]


def test_a_click_shows_figures_with_units_and_what_lies_around(page: Page) -> None:
    page.click_at(*COUNTY_7)
    assert page.text(".leaflet-popup .kicker") == "人口"
    assert page.text(".leaflet-popup .heading") == "县7"
    values = [element.text for element in page.shown(".leaflet-popup dd")]
    assert values == ["98,760 人", "2.33 %", "1997", "第一行\n第二行"]
    titles = [element.text for element in page.shown(".leaflet-popup dt")]
    assert titles[0] == "常住人口"
    assert titles[1] == "占比推算"
    around = [element.text for element in page.find(".leaflet-popup .heading")]
    assert around == ["县7", "市0", "省0"]


def test_a_missing_figure_is_a_dash_and_of_the_class_without_data(page: Page) -> None:
    page.click_at(*COUNTY_1)
    assert page.shown(".leaflet-popup dd")[0].text == "—"
    fill = page.find("path.layer-0")[1].get_attribute("fill")
    assert fill == "url(#hatch-d5d9dd)"
    assert page.text("#legend-0 .missing").split() == ["无数据", "1", "个"]


def test_marks_in_one_place_are_one_with_a_count_that_lists_all(page: Page) -> None:
    marks = {
        mark.get_attribute("class").split("-")[-1]: mark for mark in page.find(".mark-icon .mark")
    }
    assert set(marks) == {"county", "surveyed", "prefecture"}
    assert [one.text for one in page.shown(".mark-count")] == ["2"]
    # The shape tells how exact a position is; each mark is solid in its colour.
    corners = {
        name: mark.find_elements("css selector", "path")[-1].get_attribute("d").count("L")
        for name, mark in marks.items()
    }
    assert corners == {"county": 3, "surveyed": 0, "prefecture": 5}
    for mark in marks.values():
        edges = mark.find_elements("css selector", "path")
        assert [one.get_attribute("stroke") for one in edges[:2]] == ["#14222c", "#ffffff"]
        assert edges[-1].get_attribute("fill").startswith("#")
    page.click_at(*TWO_BASES)
    headings = [element.text for element in page.find(".leaflet-popup .heading")]
    assert headings[:2] == ["基地甲", "基地乙"]
    assert page.text(".leaflet-popup .many .count") == "此处共 2 项"
    assert page.text(".leaflet-popup .precision") == "位置：精确到县级"
    assert page.shown(".leaflet-popup dd")[0].text == "1,234,567.3 亿元"


def test_a_mark_opens_by_keyboard(page: Page) -> None:
    mark = page.find(".mark-icon")[1]
    assert mark.get_attribute("aria-label") == "基地丙"
    mark.send_keys(Keys.ENTER)
    page.settle()
    assert page.text(".leaflet-popup .heading") == "基地丙"
    page.driver.switch_to.active_element.send_keys(Keys.ESCAPE)


def test_hovering_names_and_outlines_the_unit(page: Page) -> None:
    page.hover_at(*COUNTY_7)
    assert page.text(".hover strong") == "县7"
    assert page.text(".hover .headline") == "98,760 人"
    assert len(page.find("path.highlight")) == 1
    page.hover_at(*TWO_BASES)
    assert page.text(".hover strong") == "基地甲 等 2 项"
    page.hover_at(mapdata.WEST - 1, 37)
    page.wait(lambda: page.shown(".hover") == [])
    assert page.find("path.highlight") == []


def test_layers_go_and_come_and_their_legends_with_them(page: Page) -> None:
    assert page.shown("#legend-0")
    assert not page.shown("#legend-1")
    # Of two themes one is on at a time: the other goes by itself.
    page.click("#layer-1")
    page.settle()
    assert drawn(page, 0) == 0
    assert drawn(page, 1) == 25
    assert page.shown("#legend-1")
    assert not page.shown("#legend-0")
    rows = [row.text.split() for row in page.find("#legend-1 li")]
    assert rows == [["甲类", "12", "个"], ["乙类", "12", "个"], ["无数据", "1", "个"]]
    fills = [path.get_attribute("fill") for path in page.find("path.layer-1")]
    assert fills[:4] == ["#0072b2", "#e69f00", "url(#hatch-d5d9dd)", "#e69f00"]
    page.click("#layer-4")
    page.settle()
    assert page.find(".mark-icon") == []
    page.first("#layer-4").send_keys(Keys.SPACE)
    page.settle()
    assert len(page.shown(".mark-icon")) == 3


def test_the_legend_counts_every_unit_and_shows_its_colour(page: Page) -> None:
    rows = page.find("#legend-0 li")
    counts = [int(row.find_element("css selector", ".count").text.split()[0]) for row in rows]
    assert sum(counts) == 25
    assert page.text("#legend-0 .legend-title") == "常住人口（人）"
    script = """
      const fills = [...document.querySelectorAll("path.layer-0")]
        .map((path) => path.getAttribute("fill"));
      return [...document.querySelectorAll("#legend-0 .swatch")].map((s) =>
        fills.filter((fill) => fill.endsWith(`${s.style.getPropertyValue("--color").slice(1)}${
          s.classList.contains("hatched") ? ")" : ""}`)).length);"""
    assert page.run(script) == counts
    assert rows[0].find_element("css selector", ".what").text == "12,345 – 74,070"


def test_what_has_no_position_is_counted_and_listed(page: Page) -> None:
    assert page.text(".unplaced") == "另有 2 项无位置，未绘出"
    page.click(".unplaced")
    headings = [element.text for element in page.shown("dialog .heading")]
    assert headings == ["基地戊", "基地己"]
    page.click("dialog .close")
    assert page.shown("dialog") == []


def test_the_other_language_is_one_click_away(page: Page) -> None:
    page.click_at(*COUNTY_7)
    page.click("#language")
    page.settle()
    assert page.run("return document.documentElement.lang") == "en"
    assert page.text("#title") == "Synthetic map"
    assert page.driver.title == "Synthetic map"
    assert page.text(".leaflet-popup .heading") == "County 7"
    assert page.shown(".leaflet-popup dd")[0].text == "98,760 people"
    assert page.text("#legend-0 .legend-title") == "Residents (people)"
    assert page.text(".unplaced") == "2 more without a position, not drawn"
    assert page.first("#layer-0").is_selected()
    assert "Prefectures 0" in labels(page)
    page.click("#language")
    page.settle()
    assert "市0" in labels(page)
    assert page.errors == []


def test_labels_never_cover_one_another_and_only_where_there_is_room(page: Page) -> None:
    assert set(labels(page)) == {f"市{at}" for at in range(6)}
    boxes = [element.rect for element in page.shown(".label")]
    for at, a in enumerate(boxes):
        for b in boxes[at + 1 :]:
            apart = (
                a["x"] + a["width"] <= b["x"] + 1
                or b["x"] + b["width"] <= a["x"] + 1
                or a["y"] + a["height"] <= b["y"] + 1
                or b["y"] + b["height"] <= a["y"] + 1
            )
            assert apart
    page.run("gisplan.map.setZoom(3, {animate: false})")
    page.settle()
    assert labels(page) == []


def test_sources_and_the_review_number_are_on_the_map(
    page: Page, open_page: Callable[[Path], Page], tmp_path: Path
) -> None:
    assert page.text(".attribution .review") == "审图号：未填写"
    assert page.text(".credits") == "来源：署名; 测试"
    page.click("#about-open")
    assert len(page.shown("dialog section")) == 4
    text = page.text("dialog")
    assert all(part in text for part in ("CC0-1.0", "由人口算得", "https://example.org/a"))
    path = tmp_path / "numbered.html"
    spec = mapdata.map_spec(review_number="GS(0000)0号")
    path.write_text(webmap.render(spec, mapdata.layers(), lang="en"), encoding="utf-8")
    numbered = open_page(path)
    assert numbered.text(".attribution .review") == "Map review number: GS(0000)0号"
    assert numbered.run("return document.documentElement.lang") == "en"


def test_on_a_phone_the_panel_is_a_drawer_and_nothing_runs_over(page: Page) -> None:
    page.resize(390, 844).load()
    assert page.shown("#panel") == []
    assert page.run("return document.documentElement.scrollWidth") <= 390
    west, _ = page.point(mapdata.WEST, 37)
    east, _ = page.point(mapdata.WEST + mapdata.WIDE, 37)
    assert 0 <= west < east <= 390
    page.click("#panel-toggle")
    assert page.shown("#panel")
    assert page.first("#panel-toggle").get_attribute("aria-expanded") == "true"
    page.click("#layer-2")
    page.first("#layer-2").send_keys(Keys.ESCAPE)
    assert page.shown("#panel") == []
    assert drawn(page, 2) == 0
    page.click_at(*COUNTY_7)
    assert page.text(".leaflet-popup .heading") == "县7"
    close = page.first(".leaflet-popup-close-button")
    assert close.get_attribute("aria-label") == "关闭"
    close.click()
    page.resize(1440, 900)


def test_an_online_base_map_is_asked_for_only_if_chosen(
    open_page: Callable[[Path], Page], tmp_path: Path
) -> None:
    path = tmp_path / "tiled.html"
    key = "0123456789abcdef" * 2
    html = webmap.render(mapdata.map_spec(), mapdata.layers(), basemap=Basemap("tianditu", key))
    path.write_text(html, encoding="utf-8")
    page = open_page(path)
    page.settle()
    asked = page.outside_requests
    assert asked
    assert all(".tianditu.gov.cn/" in url and f"tk={key}" in url for url in asked)
    assert {url.split("LAYER=")[1][:3] for url in asked} == {"vec", "cva"}
    # The network is cut, so tiles fail; no rule of the page's own may be what stops them.
    assert [error for error in page.errors if "Content Security Policy" in error] == []
    assert page.find("path.land") == []
    assert "天地图" in page.text(".credits")


def test_the_policy_stops_what_gets_into_the_page_all_the_same(page: Page) -> None:
    page.run(
        "const s = document.createElement('script'); s.textContent = 'window.__ran = 1';"
        "document.body.append(s); const i = new Image(); i.src = 'https://example.org/x.png';"
        "document.body.append(i); fetch('https://example.org/').catch(() => {});"
    )
    page.settle()
    assert page.run("return window.__ran === undefined")
    assert sum("Content Security Policy" in error for error in page.errors) >= 3


def test_lines_and_very_many_points_are_drawn_and_answer_too(
    open_page: Callable[[Path], Page], tmp_path: Path
) -> None:
    columns = (mapdata.column("id", "text", "编号", "Id"),)
    grid = [shapely.Point(100 + at % 50 / 10, 35 + at // 50 / 10) for at in range(1000)]
    roads = [shapely.LineString([(100, 38), (103, 38.5), (105, 38)])]
    layers = {
        name: Layer(
            mapdata.spec(name, kind, columns),
            gpd.GeoDataFrame(
                {"id": [f"{name}{at}" for at in range(len(shapes))]}, geometry=shapes, crs=4326
            ),
        )
        for name, kind, shapes in (("road", "line", roads), ("dot", "point", grid))
    }
    items = (
        MapLayer(layer="road", popup=("id",), style=Style(kind="outline", weight=3.0)),
        MapLayer(layer="dot", popup=("id",), style=Style(kind="points", color="#0072b2")),
    )
    spec = mapdata.map_spec(groups=(MapGroup(title=Text("组", "Group"), layers=items),))
    path = tmp_path / "many.html"
    path.write_text(webmap.render(spec, layers), encoding="utf-8")
    page = open_page(path)
    assert drawn(page, 0) == 1
    assert page.find(".mark-icon") == []
    x, y = page.point(100.1, 35.1)
    pixel = """
      const canvas = document.querySelector("canvas"), box = canvas.getBoundingClientRect();
      const at = [arguments[0] - box.left, arguments[1] - box.top];
      return [...canvas.getContext("2d").getImageData(...at, 1, 1).data];"""
    red, green, blue, alpha = page.run(pixel, x, y)
    assert blue > green > red
    assert alpha > 200
    page.click_at(103, 38.5)
    assert page.text(".leaflet-popup .heading") == "road0"
    page.close_popup()
    page.click_at(100.1, 35.1)
    assert page.text(".leaflet-popup .heading") == "dot51"
    assert page.errors == []
