"""The atlas: all maps in one page; filters, the table taken out, and what is on another map."""

from __future__ import annotations

import base64
import csv
import io
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from PIL import Image
from selenium.webdriver.common.keys import Keys

from gisplan.api.workspace import Workspace
from gisplan.pipeline.report import BuildReport
from tests.browser import Page

pytestmark = pytest.mark.browser

# Keeps what the page would save, as base 64, in place of a file.
CATCH = """window.__saved = {};
  HTMLAnchorElement.prototype.click = function () {
    const name = this.download;
    const blob = window.__blobs.get(this.href);
    const reader = new FileReader();
    reader.onload = () => { window.__saved[name] = reader.result.split(",")[1]; };
    reader.readAsDataURL(blob);
  };
  window.__blobs = new Map();
  const make = URL.createObjectURL;
  URL.createObjectURL = (blob) => {
    const address = make(blob);
    window.__blobs.set(address, blob);
    return address;
  };"""


def saved(page: Page, button: str, ending: str) -> bytes:
    page.run("window.__saved = {}")
    page.run("document.getElementById(arguments[0]).click()", button)
    page.wait(lambda: bool(page.run("return Object.keys(window.__saved).length")))
    ((name, content),) = page.run("return window.__saved").items()
    assert name.endswith(ending)
    return base64.b64decode(content)


@pytest.fixture(scope="module")
def atlas(open_page: Callable[[Path], Page], built: tuple[Workspace, BuildReport]) -> Page:
    path = built[0].rendered / "index.html"
    assert path.stat().st_size < 3_000_000
    for other in built[0].rendered.glob("*.html"):
        assert other.stat().st_size < 1_000_000 or other == path
    return open_page(path)


def test_all_maps_are_under_one_roof(atlas: Page) -> None:
    page = atlas
    titles = [one.text for one in page.find("#maps button")]
    assert len(titles) == 6
    for at, title in enumerate(titles):
        page.click(f"#map-{at}")
        assert page.text("#title") == title
        assert page.first(f"#map-{at}").get_attribute("aria-current") == "page"
        # Its own layers and headlines, and no other's.
        numbers = page.run(
            "return gisplan.data.maps[arguments[0]].groups"
            ".flatMap((one) => gisplan.data.groups[one].layers)",
            at,
        )
        boxes = [
            one.get_attribute("id") for one in page.find("#panel .layer-head input[id^=layer-]")
        ]
        assert sorted(boxes) == sorted(f"layer-{number}" for number in numbers)
        shown = page.run(
            "return gisplan.layers.filter((one) => gisplan.state.shown[one.number])"
            ".map((one) => one.number)"
        )
        assert set(shown) <= set(numbers)
        assert shown
        heads = page.run("return gisplan.data.maps[arguments[0]].headlines.length", at)
        assert len(page.find(".headlines > div")) == heads
    # No code of the data stands in place of Chinese words; addresses and names apart.
    codes = page.run(
        """const found = [];
        for (const [table, { columns = {} }] of Object.entries(gisplan.data.tables))
          for (const [name, column] of Object.entries(columns)) {
            const words = { ...column.words };
            for (const layer of gisplan.data.layers)
              if (layer.table === table) Object.assign(words, layer.words[name]);
            for (const value of column.values.words ?? column.values)
              if (/^[a-z]{3,}([_-][a-z]+)*$/.test(value) && typeof value === "string"
                && !words[value])
                found.push(`${table}.${name}: ${value}`);
          }
        return found;"""
    )
    assert codes == []
    tables = page.run("return gisplan.data.layers.map((one) => one.table)")
    assert len(set(tables)) == page.run("return Object.keys(gisplan.data.tables).length")
    page.click("#about-open")
    assert "甘肃省节能环保产业布局" in page.text("dialog")
    page.close_popup()
    page.click("#language")
    assert page.text("#title") == page.text("#map-5")
    page.click("#language")
    assert page.outside_requests == []
    assert page.errors == []


def test_only_recycling_enterprises_everywhere_at_once_and_in_the_link(atlas: Page) -> None:
    page = atlas.load()
    field = page.first("#search-input")
    field.send_keys("大禹节水")
    field.send_keys(Keys.ENTER)
    assert page.text("#title") == "企业与园区"
    assert page.text("#dock .heading").startswith("大禹节水")
    page.close_popup()
    number = page.run(
        "return gisplan.layers.find((one) => one.table === 'enterprises_placed').number"
    )
    page.run(
        """const box = document.getElementById("figures-layer");
        box.value = String(arguments[0]);
        box.dispatchEvent(new Event("change", {bubbles: true}));""",
        number,
    )
    words = page.run(
        "return gisplan.layers[arguments[0]].legend.classes.map((c) => c.words.zh)", number
    )
    at = words.index("资源综合利用")
    page.click(f"#class-{number}-{at}")
    rows = len(page.find("#figures tbody tr"))
    assert rows == 15
    count = """const layer = gisplan.layers[arguments[0]];
      const of = (row) => layer.each[row] === arguments[1];
      return layer.places.filter((place) => place.rows.some(of)).length;"""
    marks = page.run("return gisplan.layers[arguments[0]].marks.length", number)
    assert marks == page.run(count, number, at)
    # A chip in the table counts with it.
    key = "enterprises_placed~@prefecture"
    page.run("document.querySelector(`[id='chip-${arguments[0]}-0']`).click()", key)
    fewer = len(page.find("#figures tbody tr"))
    assert 0 < fewer < rows
    page.run("document.activeElement.blur()")
    page.wait(lambda: "%40prefecture" in page.run("return location.hash"))
    address = page.run("return location.href")
    page.driver.get("about:blank")
    page.driver.get(address)
    page.run(
        """const box = document.getElementById("figures-layer");
        box.value = String(arguments[0]);
        box.dispatchEvent(new Event("change", {bubbles: true}));""",
        number,
    )
    assert len(page.find("#figures tbody tr")) == fewer
    # What is taken out is what is shown: unrounded, as text and as a workbook.
    page.run(CATCH)
    text = saved(page, "take-csv", ".csv")
    assert text.startswith(b"\xef\xbb\xbf")
    lines = list(csv.reader(io.StringIO(text.decode("utf-8-sig"))))
    assert len(lines) == fewer + 1
    book = openpyxl.load_workbook(io.BytesIO(saved(page, "take-xlsx", ".xlsx")))
    sheet = [list(row) for row in book.active.iter_rows(values_only=True)]
    assert [[str(one) if one is not None else "" for one in row] for row in sheet] == lines
    picture = Image.open(io.BytesIO(saved(page, "take-map-png", ".png"))).convert("RGB")
    size = page.run("const s = gisplan.map.getSize(); return [2 * s.x, 2 * s.y]")
    assert list(picture.size) == size
    assert len(picture.resize((200, 120)).getcolors(24000)) > 20
    page.click("#figures-wide")
    assert page.first("#figures").rect["width"] > 1400
    page.click("#figures tbody tr td")
    assert page.first("#figures").rect["width"] < 400
    assert page.shown("#dock .heading")
    page.close_popup()
    page.click("#filter-clear")
    assert len(page.find("#figures tbody tr")) == 45
    assert page.errors == []


def test_what_is_on_another_map_is_found_and_leads_there(
    open_page: Callable[[Path], Page], built: tuple[Workspace, BuildReport]
) -> None:
    page = open_page(built[0].rendered / "overview.html")
    field = page.first("#search-input")
    field.send_keys("大禹节水")
    assert "在地图 企业与园区" in page.text("#search-list")
    field.send_keys(Keys.ENTER)
    page.wait(lambda: "/enterprises.html" in page.driver.current_url)
    page.wait(lambda: bool(page.find("#dock .heading")))
    assert page.text("#dock .heading").startswith("大禹节水")
    assert page.errors == []
