"""The planner's desk on a map page: figures, search, years, measuring, links and paper."""

from __future__ import annotations

import base64
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from pyproj import Geod
from selenium.webdriver.common.keys import Keys

from gisplan.catalog.layer import Layer
from gisplan.catalog.map import Headline, MapSpec
from gisplan.digits import ESTIMATE, GIVEN, write
from gisplan.render.web import webmap
from gisplan.text import Text
from tests import mapdata
from tests.browser import Page

pytestmark = pytest.mark.browser

COUNTY_7 = (101.5, 36.5)
BASES = 4
SEED = 20180602
DUE = (2018, 2020, None, 2025, 2018, 2025)


def desk_layers() -> dict[str, Layer]:
    """The synthetic layers; counties called 市0 are prefectures, and bases have a year."""
    layers = mapdata.layers()
    bases = mapdata.with_table(layers["bases"], due=np.array(DUE, dtype=object))
    columns = (*bases.spec.columns, mapdata.column("due", "integer", "完成年份", "Due"))
    layers["bases"] = Layer(replace(bases.spec, columns=columns), bases.table)
    counties = layers["counties"]
    names = list(counties.table["name_zh"])
    names[3], names[4] = "民乐县", "宕昌县"
    english = list(counties.table["name_en"])
    english[3], english[4] = "Minle County", "Tanchang County"
    code, *others = counties.spec.columns
    coded = replace(counties.spec, columns=(replace(code, type="adcode"), *others))
    layers["counties"] = mapdata.with_table(
        Layer(coded, counties.table), name_zh=names, name_en=english
    )
    return layers


def desk_spec(**more: Any) -> MapSpec:
    """The synthetic map; its second theme is of 2020, its first of 2018."""
    spec = mapdata.map_spec()
    themes, units, bases = spec.groups
    first, second = themes.layers
    dated = replace(bases.layers[0], year_column="due", popup=("name", "output", "due"))
    headlines = (
        Headline(
            title=Text("人口合计", "All"), layer="counties", measure="sum", column="residents"
        ),
        Headline(title=Text("甲类", "Kind A"), layer="counties", where={"kind": "a"}),
        Headline(
            title=Text("占比", "Ratio"),
            layer="counties",
            measure="ratio",
            column="share",
            over="residents",
        ),
    )
    groups = (
        replace(themes, layers=(replace(first, year=2018), replace(second, year=2020))),
        units,
        replace(bases, layers=(dated,)),
    )
    return mapdata.map_spec(groups=groups, headlines=headlines, **more)


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("desk") / "desk.html"
    file.write_text(webmap.render(desk_spec(), desk_layers()), encoding="utf-8")
    return file


@pytest.fixture
def page(open_page: Callable[[Path], Page], path: Path) -> Page:
    return open_page(path)


def rows(page: Page) -> list[list[str]]:
    """The table as it stands, row by row."""
    script = """return [...document.querySelectorAll("#figures tbody tr")].map((row) =>
      [...row.children].map((cell) => cell.textContent));"""
    return [[str(cell) for cell in row] for row in page.run(script)]


def names(page: Page, css: str) -> list[str]:
    return [element.text for element in page.find(css)]


def test_headlines_and_table_say_what_the_data_say(page: Page) -> None:
    table = desk_layers()["counties"].table
    told = [text.replace("\n", " ") for text in names(page, ".headlines > div")]
    held = table.dropna(subset=["residents"])
    assert told[0] == f"人口合计 {write(held.residents.sum(), GIVEN, 'zh')}人 另 1 项无数据"
    assert told[1] == "甲类 12／共 25 项"
    ratio = 100 * held["share"].sum() / float(held.residents.sum())
    assert told[2].startswith(f"占比 {write(ratio, ESTIMATE, 'zh')} %")
    assert len(rows(page)) == 25
    want = held.sort_values("residents", ascending=False)
    assert [row[0] for row in rows(page)][:24] == list(want.name_zh)
    assert rows(page)[-1][:2] == ["县1", "—"]
    assert names(page, "#figures thead th")[1].split() == ["常住人口▼", "人"]


def test_a_heading_sorts_and_turns_and_missing_values_stay_last(page: Page) -> None:
    page.first("#sort-1").send_keys(Keys.ENTER)
    assert rows(page)[0][0] == "县0"
    assert rows(page)[-1][0] == "县1"
    assert page.find("#figures th")[1].get_attribute("aria-sort") == "ascending"
    assert page.driver.switch_to.active_element.get_attribute("id") == "sort-1"
    page.click("#sort-2")
    assert rows(page)[0][0] == "县24"
    # The chart is of the sorted column: a bar for each unit, the highest first.
    heights = page.run("""return [...document.querySelectorAll("#figures .value")]
      .map((bar) => bar.height.baseVal.value);""")
    assert len(heights) == 25
    assert heights == sorted(heights, reverse=True)


def test_table_chart_and_map_point_at_each_other(page: Page) -> None:
    page.hover_at(*COUNTY_7)
    assert names(page, "#figures tr.hovered th") == ["县7"]
    assert page.text(".chart-note") == "县7 98,760 人"
    assert len(page.find("#figures .bar.hovered")) == 1
    page.run("""document.querySelector("#figures [data-row='9'] th").dispatchEvent(
      new MouseEvent("mouseover", {bubbles: true}))""")
    assert len(page.find("path.highlight")) == 1
    assert page.text(".chart-note").startswith("县9 ")
    page.click_at(*COUNTY_7)
    assert names(page, "#figures tr.picked th") == ["县7"]
    picked, box = page.first("#figures tr.picked").rect, page.first("#figures .table").rect
    assert box["y"] < picked["y"] < box["y"] + box["height"]
    page.first("#figures [data-row='9'] button").send_keys(Keys.ENTER)
    # The popup of before fades away.
    heading = (
        "return [...document.querySelectorAll('.leaflet-popup .heading')].map((e) => e.textContent)"
    )
    page.wait(lambda: page.run(heading) == ["县9"])
    assert len(page.find("path.chosen")) == 1
    assert "leaflet-popup" in str(page.driver.switch_to.active_element.get_attribute("class"))
    inside = page.run("""const place = gisplan.places.counties[9];
      return gisplan.map.getBounds().contains(place.bounds);""")
    assert inside
    assert page.errors == []


def test_the_table_follows_the_layers_and_the_reader(page: Page) -> None:
    page.click("#layer-0")
    page.settle()
    assert len(rows(page)) == 6
    page.run("""const pick = document.getElementById("figures-layer");
      pick.value = "4"; pick.dispatchEvent(new Event("change"));""")
    found = {row[0]: row[1] for row in rows(page)}
    assert found["基地甲"] == "1,234,567.3"
    assert len(found) == 6
    page.click("#figures [data-row='4'] button")
    assert page.text("dialog .lead") == "没有位置，未绘在图上"
    page.run("document.querySelector('dialog').close()")
    page.click("#language")
    assert "Base A" in [row[0] for row in rows(page)]
    page.click("#figures-toggle")
    assert page.shown("#figures") == []


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("民乐", "民乐县"),
        ("minle", "民乐县"),
        ("MinLe Xian", "民乐县"),
        ("mlx", "民乐县"),
        ("Minle County", "民乐县"),
        ("tanchang", "宕昌县"),
        ("990007", "县7"),
        ("县11", "县11"),
        ("jidibing", "基地丙"),
        ("Base C", "基地丙"),
        ("jdb", "基地丙"),
    ],
)
def test_search_finds_by_name_pinyin_initials_english_and_code(
    page: Page, asked: str, found: str
) -> None:
    field = page.first("#search-input")
    field.send_keys(asked)
    page.settle()
    assert page.text("#search-list strong") == found
    field.send_keys(Keys.ENTER)
    page.settle()
    assert page.text(".leaflet-popup .heading") == found
    assert page.find("#search-list li") == []


def test_search_goes_by_keyboard_and_says_when_there_is_nothing(page: Page) -> None:
    page.first("body").send_keys("/")
    field = page.driver.switch_to.active_element
    assert field.get_attribute("id") == "search-input"
    field.send_keys("县1")
    page.settle()
    listed = names(page, "#search-list strong")
    assert listed[0] == "县1"
    field.send_keys(Keys.ARROW_DOWN)
    assert field.get_attribute("aria-activedescendant") == "found-1"
    field.send_keys(Keys.ENTER)
    page.settle()
    assert page.text(".leaflet-popup .heading") == listed[1]
    field.send_keys(Keys.CONTROL, "a")
    field.send_keys("qqqq")
    page.settle()
    assert page.text("#search-none") == "没有找到"
    field.send_keys(Keys.ESCAPE)
    assert page.shown("#search-none") == []


def test_years_move_milestones_targets_and_counts(page: Page) -> None:
    def to(step: int) -> None:
        page.run(
            """const range = document.getElementById("years-range");
            range.value = arguments[0]; range.dispatchEvent(new Event("input"));""",
            step,
        )
        page.settle()

    assert names(page, ".ticks span") == ["2018", "2020", "2025", "全部"]
    assert len(page.shown(".mark-icon")) == 3
    to(0)
    assert page.text(".year-now") == "截至 2018 年"
    # 甲 is due in 2018, 乙 beside it in 2020; 丙 has no year; 丁 comes in 2025.
    assert {m.get_attribute("aria-label") for m in page.shown(".mark-icon")} == {"基地甲", "基地丙"}
    assert page.text(f"#legend-{BASES} .unplaced") == "另有 1 项无位置，未绘出"
    assert page.run("return gisplan.state.shown.slice(0, 2)") == [True, False]
    to(1)
    assert page.run("return gisplan.state.shown.slice(0, 2)") == [False, True]
    assert page.first("#layer-1").is_selected()
    assert len(page.find(".mark-icon .mark.rough")) == 1
    assert names(page, ".mark-count") == ["2"]
    to(2)
    assert page.run("return gisplan.state.shown.slice(0, 2)") == [False, False]
    assert "没有该年的分区指标" in page.text(".year-now")
    assert len(page.shown(".mark-icon")) == 3
    to(3)
    assert page.run("return gisplan.state.shown.slice(0, 2)") == [True, False]
    assert page.text(f"#legend-{BASES} .unplaced") == "另有 2 项无位置，未绘出"
    assert page.errors == []


def test_a_group_can_be_made_translucent(page: Page) -> None:
    page.run("""const range = document.getElementById("opacity-0");
      range.value = 40; range.dispatchEvent(new Event("input"));""")
    opacity = "return getComputedStyle(gisplan.map.getPane(arguments[0])).opacity"
    assert page.run(opacity, "gisplan-layer-0") == "0.4"
    assert page.run(opacity, "gisplan-layer-2") == "1"
    swatch = """const at = document.querySelector("#legend-0 .swatch");
      return getComputedStyle(at, "::after").opacity;"""
    assert float(page.run(swatch)) == pytest.approx(0.7 * 0.4)


def test_lengths_and_areas_are_those_of_the_ellipsoid(page: Page) -> None:
    """Against GeographicLib (Karney), through pyproj, from some metres to 1,500 km."""
    rng = np.random.default_rng(SEED)
    geod = Geod(ellps="WGS84")
    for size in (0.001, 0.1, 3.0, 8.0):
        for _ in range(4):
            middle = np.array([rng.uniform(70, 130), rng.uniform(-50, 55)])
            angles = np.sort(rng.uniform(0, 2 * np.pi, 5))
            spread = size * rng.uniform(0.5, 1, 5)
            lon = middle[0] + spread * np.cos(angles)
            lat = middle[1] + spread * np.sin(angles)
            area, perimeter = geod.polygon_area_perimeter(lon, lat)
            ring = np.column_stack([lat, lon]).tolist()
            assert page.run("return gisplan.geodesicArea(arguments[0])", ring) == pytest.approx(
                abs(area), rel=1e-6
            )
            closed = [*ring, ring[0]]
            length = page.run(
                """return arguments[0].slice(1).reduce((sum, [lat, lon], at) =>
                  sum + gisplan.geodesicLength(arguments[0][at][1], arguments[0][at][0], lon, lat),
                  0);""",
                closed,
            )
            assert length == pytest.approx(perimeter, abs=0.002)


def test_measuring_by_mouse_and_keyboard(page: Page) -> None:
    page.click("#tool-measure")
    # A mark and a unit lie there: while measuring they are ground like any other.
    corners = [(102.5, 36.5), (104.5, 37.5), (103.5, 38.5)]
    for corner in corners:
        page.click_at(*corner)
    assert page.find(".leaflet-popup") == []
    pixels = page.run("return gisplan.map.getZoom()")
    assert pixels > 4
    area, _ = Geod(ellps="WGS84").polygon_area_perimeter(*zip(*corners, strict=True))
    told = float(page.text("#measured-area").split()[0].replace(",", ""))
    assert told == pytest.approx(abs(area) / 1e6, rel=0.02)
    page.first("#measure-back").send_keys(Keys.ENTER)
    assert page.find("#measured-area") == []
    page.first("#measure-middle").send_keys(Keys.ENTER)
    assert page.find("#measured-area")
    page.driver.switch_to.active_element.send_keys(Keys.ESCAPE)
    assert page.shown("#measure") == []
    page.click_at(*COUNTY_7)
    assert page.text(".leaflet-popup .heading") == "县7"


def test_a_link_brings_back_what_was_seen(page: Page, path: Path) -> None:
    page.click("#layer-3")
    page.click("#layer-1")
    page.click("#language")
    page.run("gisplan.map.setView([36.5, 102.5], 7.5, {animate: false})")
    page.run("""for (const [id, to] of [["opacity-1", 50], ["years-range", 0]]) {
      const range = document.getElementById(id);
      range.value = to; range.dispatchEvent(new Event("input")); }""")
    page.wait(lambda: "year=2018" in page.driver.current_url)
    address, seen = page.driver.current_url, page.run("return gisplan.state.shown")
    assert address.startswith(path.resolve().as_uri() + "#")
    page.driver.get("about:blank")
    page.driver.get(address)
    assert page.run("return gisplan.state.shown") == seen
    assert page.run("return document.documentElement.lang") == "en"
    state = page.run("""const {lat, lng} = gisplan.map.getCenter();
      return [lat, lng, gisplan.map.getZoom(), gisplan.state.year, gisplan.state.opacity[1]];""")
    assert state == pytest.approx([36.5, 102.5, 7.5, 2018, 0.5], abs=1e-4)
    assert page.errors == []


@pytest.mark.parametrize(
    "hostile",
    [
        "map=NaN,1,2&layers=__proto__ constructor&opacity=9,9,-1&year=x&lang=fr",
        "map=99999,1e9,0&year=1e400&opacity=,,",
        "%00%FF<img src=x onerror=window.__ran=1>&lang=<script>",
        "map=5&layers=" + "x" * 5000,
    ],
)
def test_a_wrong_link_harms_nothing(page: Page, path: Path, hostile: str) -> None:
    page.driver.get("about:blank")
    page.driver.get(f"{path.resolve().as_uri()}#{hostile}")
    assert page.run("return gisplan.state.opacity") == [1, 1, 1]
    assert page.run("return gisplan.state.year === null && gisplan.state.lang") == "zh"
    assert page.run("return window.__ran === undefined")
    assert 3 <= page.run("return gisplan.map.getZoom()") <= 18
    assert page.errors == []


def test_on_paper_it_is_one_a3_with_all_that_a_map_needs(page: Page) -> None:
    page.click("#layer-1")
    before = page.run("return [gisplan.map.getZoom(), gisplan.map.getCenter().lng]")
    page.run("window.dispatchEvent(new Event('beforeprint'))")
    page.settle()
    assert page.shown("#title")
    listed = names(page, "#sheet .layer-head strong")
    # Of the two themes the one that is on.
    assert (listed[0], listed[-1], len(listed)) == ("基地", "类别", 4)
    text = page.text("#sheet")
    assert re.search(r"图幅中心比例尺：1:[\d,]+", text)
    assert re.search(r"制图日期：\d{4}-\d\d-\d\d", text)
    assert "审图号：____" in text
    assert "来源：署名" in text
    assert page.shown("#sheet .north")
    assert page.shown(".leaflet-control-scale-line")
    assert page.shown("#panel, #figures, #search, .zoom, #tools") == []
    page.run("window.dispatchEvent(new Event('afterprint'))")
    page.settle()
    assert page.shown("#sheet") == []
    after = page.run("return [gisplan.map.getZoom(), gisplan.map.getCenter().lng]")
    assert after == pytest.approx(before, abs=0.01)
    printed = page.driver.execute_cdp_cmd(
        "Page.printToPDF", {"preferCSSPageSize": True, "printBackground": True}
    )
    pdf = base64.b64decode(printed["data"])
    boxes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", pdf)
    points = [round(float(side) / 72 * 25.4) for side in boxes[0]]
    assert (len(boxes), points) == (1, [420, 297])


def test_the_scale_on_paper_is_true(page: Page) -> None:
    """Places a degree apart are as far apart on the sheet as the ratio says."""
    page.run("window.dispatchEvent(new Event('beforeprint'))")
    script = """const size = gisplan.map.getSize();
      const middle = gisplan.map.containerPointToLatLng([size.x / 2, size.y / 2]);
      const at = (lng) => gisplan.map.latLngToContainerPoint([middle.lat, lng]).x;
      return [middle.lng, middle.lat, at(middle.lng + 1) - at(middle.lng)];"""
    lon, lat, pixels = page.run(script)
    found = re.search(r"1:([\d,]+)", page.text("#sheet"))
    assert found
    page.run("window.dispatchEvent(new Event('afterprint'))")
    _, _, metres = Geod(ellps="WGS84").inv(lon, lat, lon + 1, lat)
    true = metres / (pixels / 96 * 0.0254)
    assert float(found[1].replace(",", "")) == pytest.approx(true, rel=0.01)


def test_on_a_phone_one_drawer_is_open_at_a_time(page: Page) -> None:
    page.resize(390, 844).load()
    assert page.shown("#figures, #panel") == []
    page.click("#panel-toggle")
    page.click("#figures-toggle")
    assert page.shown("#panel") == []
    assert page.shown("#figures")
    page.click("#panel-toggle")
    assert page.shown("#figures") == []
    assert page.run("return document.documentElement.scrollWidth") <= 390
    page.resize(1440, 900)
