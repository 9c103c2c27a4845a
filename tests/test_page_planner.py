"""The fourteen tasks of a planner on the atlas, by hand: clicks are counted, and told in docs."""

from __future__ import annotations

import base64
import io
import json
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from xml.etree import ElementTree

import openpyxl
import pypdfium2
import pytest
from PIL import Image
from pyproj import Geod
from selenium.webdriver.common.by import By

from gisplan.api.load import load_layers
from gisplan.api.workspace import Workspace
from gisplan.pipeline.report import BuildReport
from tests.browser import Page
from tests.test_page_atlas import CATCH, saved

pytestmark = pytest.mark.browser

DOCS = Path(__file__).parents[1] / "docs"
CLIPBOARD = "navigator.clipboard.readText().then(arguments[0], () => arguments[0](''))"
GAINS = "return [...document.querySelectorAll('.gain strong')].map((one) => one.textContent)"
IN_SHANDAN, IN_GANGU = (101.0886, 38.7847), (105.33, 34.74)


COVERED = """const [west, south, east, north] = gisplan.data.bounds;
  const frame = gisplan.map.getContainer().getBoundingClientRect();
  const a = gisplan.map.latLngToContainerPoint([north, west]);
  const b = gisplan.map.latLngToContainerPoint([south, east]);
  return ["#years", "#search", ".attribution", ".zoom"].filter((css) => {
    const box = document.querySelector(css).getBoundingClientRect();
    return box.left < frame.left + b.x && box.right > frame.left + a.x
      && box.top < frame.top + b.y && box.bottom > frame.top + a.y;
  });"""


class Hand:
    """A planner's hand on the page, whose clicks are counted by task."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.clicks: dict[int, int] = {}
        self._task = 0

    @contextmanager
    def task(self, number: int) -> Iterator[None]:
        self._task = number
        self.clicks[number] = 0
        # Each begins with the whole province and nothing open.
        self.page.close_popup()
        self.page.run("document.querySelector('.zoom button:last-child').click()")
        yield
        assert self.page.errors == []

    def click(self, css: str) -> None:
        self.page.click(css)
        self.clicks[self._task] += 1

    def tab(self, words: str) -> None:
        (tab,) = [one for one in self.page.find("#maps button") if words in one.text]
        tab.click()
        self.page.settle()
        self.clicks[self._task] += 1

    def click_at(self, lon: float, lat: float) -> None:
        self.page.click_at(lon, lat)
        self.clicks[self._task] += 1

    def search(self, words: str) -> None:
        self.click("#search-input")
        field = self.page.first("#search-input")
        field.clear()
        field.send_keys(words + "\n")

    def legend(self, layer: int, words: str) -> None:
        for one in self.page.find(f"#legend-{layer} button.what"):
            if one.text == words:
                one.click()
                self.clicks[self._task] += 1
                return
        pytest.fail(f"no class {words}")


def pdf_of(page: Page) -> pypdfium2.PdfDocument:
    answer = page.driver.execute_cdp_cmd(
        "Page.printToPDF", {"preferCSSPageSize": True, "printBackground": True}
    )
    return pypdfium2.PdfDocument(base64.b64decode(answer["data"]))


def size_of(pdf: pypdfium2.PdfDocument) -> list[int]:
    return [round(side / 72 * 25.4) for side in pdf[0].get_size()]


def layer_of(page: Page, table: str) -> int:
    return int(
        page.run(
            "return gisplan.layers.find((one) => one.table === arguments[0]).number",
            table,
        )
    )


def taken(page: Page) -> dict[str, bytes]:
    page.wait(lambda: bool(page.run("return Object.keys(window.__saved).length")))
    found = page.run("const saved = window.__saved; window.__saved = {}; return saved")
    return {name: base64.b64decode(content) for name, content in found.items()}


def lines_taken(page: Page) -> list[tuple[object, ...]]:
    ((name, content),) = taken(page).items()
    assert name.endswith(".xlsx")
    return list(openpyxl.load_workbook(io.BytesIO(content)).active.iter_rows(values_only=True))


def check_clipboard(page: Page, lines: list[tuple[object, ...]]) -> None:
    """Copy the table: the clipboard is given the heads and rows of the workbook."""
    page.driver.execute_cdp_cmd(
        "Browser.grantPermissions",
        {"permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"]},
    )
    page.click("#take-copy")
    page.wait(lambda: "\t" in page.driver.execute_async_script(CLIPBOARD))
    heads, *body = (
        line.split("\t") for line in page.driver.execute_async_script(CLIPBOARD).splitlines()
    )
    assert heads == [str(cell or "") for cell in lines[0]]
    assert [line[0] for line in body] == [str(line[0]) for line in lines[1:]]


def told_clicks(name: str) -> dict[int, int]:
    text = (DOCS / name).read_text("utf-8")
    return {int(n): int(k) for n, k in re.findall(r"^\| (\d+) \|.*\| (\d+) \|$", text, re.M)}


def on_the_plan(hand: Hand) -> None:
    page = hand.page
    with hand.task(1):  # what does the plan allot to 酒泉
        hand.search("酒泉")
        assert page.text("#dock .heading") == "酒泉市"
        said = page.text("#dock")
        assert "布局到本市州" in said
        assert "3 种" in said
    with hand.task(8):  # a distance
        hand.click("#tool-measure")
        for place in (IN_SHANDAN, IN_GANGU):
            hand.click_at(*place)
        _, _, metres = Geod(ellps="WGS84").inv(*IN_SHANDAN, *IN_GANGU)
        said = page.text("#measured-length")
        assert float(said.split()[0].replace(",", "")) == pytest.approx(metres / 1000, rel=0.01)
    page.click("#measure-close")
    with hand.task(5):  # the state in 2020
        hand.click("#years .ticks span:nth-child(3)")
        assert page.text("#years output") == "截至 2020 年"
        due = int(page.find(".headlines strong")[2].text)
    page.click("#years .ticks span:last-child")
    assert 0 < due < int(page.find(".headlines strong")[2].text) == 26
    with hand.task(6):  # A3, by the button and by the browser's own command
        hand.click("#tool-print")
        assert size_of(pdf_of(page)) == [420, 297]
        page.click(".sheet-back")
        assert size_of(pdf_of(page)) == [420, 297]
    with hand.task(13):  # two layers side by side
        hand.click("#tool-compare")
        sides = [page.first(f"#compare-{side}").get_attribute("value") for side in "ab"]
        assert len(set(sides)) == 2
        assert page.run("return gisplan.layers.filter((l) => gisplan.state.shown[l.number]).length")
    page.click("#compare-close")


def on_coverage(hand: Hand, place: Workspace, folder: Path) -> None:
    page = hand.page
    with hand.task(2):  # which counties lie beyond 50 km, with people
        hand.tab("覆盖")
        hand.legend(layer_of(page, "treatment_reach_counties"), "0")
        rows = [one.text for one in page.find("#figures tbody th")]
        (table,) = load_layers(("treatment_reach_counties",), place=place).values()
        beyond = table.table[table.table["share_50"] == 0]
        assert sorted(rows) == sorted(beyond["name_zh"])
        heads = [one.text for one in page.find("#figures thead th")]
        (at,) = [at for at, one in enumerate(heads) if one.startswith("常住人口")]
        people = [
            one.get_attribute("title") or one.text
            for one in page.find(f"#figures tbody tr td:nth-child({at + 1})")
        ]
        counted = [int(re.sub(r"\D", "", one)) for one in people]
        assert sorted(counted) == sorted(int(one) for one in beyond["demand_total"])
    with hand.task(9):  # the table in Excel
        hand.click("#take-out")
        hand.click("#take-xlsx")
        lines = lines_taken(page)
        assert sorted(str(line[0]) for line in lines[1:]) == sorted(rows)
    check_clipboard(page, lines)
    page.click("#filter-clear")
    # The chart as a picture, of lines and of dots: a bar for each county with a figure.
    chart = ElementTree.fromstring(saved(page, "take-chart-svg", ".svg"))
    drawn = len([*chart.iter("{http://www.w3.org/2000/svg}rect")])
    assert drawn >= len(page.find("#figures tbody tr")) > 80
    picture = Image.open(io.BytesIO(saved(page, "take-chart-png", ".png"))).convert("RGB")
    assert picture.size == (1280, 416)
    assert len(picture.getcolors(1 << 24)) > 3
    with hand.task(3):  # a candidate in 山丹县, two compared, saved and loaded
        hand.click("#evaluate-toggle")
        hand.click_at(*IN_SHANDAN)
        hand.click_at(*IN_GANGU)
        page.wait(lambda: len(page.find("#evaluate .candidate")) == 2)
        said = [one.text for one in page.find("#evaluate .candidate")]
        assert "山丹县" in said[0]
        assert page.shown(".candidates-table")
        before = page.run(GAINS)
        page.run("window.__saved = {}; document.getElementById('evaluate-save').scrollIntoView()")
        hand.click("#evaluate-save")
        ((name, content),) = taken(page).items()
        points = json.loads(content)["features"]
        assert len(points) == 2
        (folder / name).write_bytes(content)
        page.run("document.getElementById('evaluate-clear').click()")
        assert page.find("#evaluate .candidate") == []
        # The field of a file is a click on "load".
        page.first("#evaluate-load").send_keys(str(folder / name))
        hand.clicks[3] += 1
        page.wait(lambda: page.run(GAINS) == before)
    page.run("document.getElementById('evaluate-clear').click()")
    page.run("document.getElementById('evaluate-close').click()")
    # The desk stood in its place.
    page.click("#figures-toggle")


def on_enterprises(hand: Hand) -> str:
    """Give the link."""
    page = hand.page
    with hand.task(4):  # find 大禹节水 from any page
        hand.search("大禹节水")
        assert page.text("#title") == "企业与园区"
        assert page.text("#dock .heading").startswith("大禹节水")
    with hand.task(10):  # what lies around it at zoom 12
        hand.search("大禹节水")
        still = "return gisplan.map._animatingZoom ? 0 : gisplan.map.getZoom()"
        for zoom in (10, 11, 12):
            hand.click(".zoom button:first-child")
            page.wait(lambda zoom=zoom: page.run(still) == zoom)  # type: ignore[misc]
        where = page.run("const {lat, lng} = gisplan.map.getCenter(); return [lng, lat]")
        names = page.run(
            "return [...document.querySelectorAll('.leaflet-gisplan-labels-pane *')]"
            ".map((one) => one.textContent).filter(Boolean)"
        )
        assert any("肃州" in one for one in names)
        hand.click_at(where[0] + 0.02, where[1] + 0.01)
        assert "酒泉市" in page.text("#dock")
    with hand.task(7):  # a link
        page.run("gisplan.map.setView([39.7, 98.5], 8, {animate: false})")
        hand.click("#tool-link")
        address = str(page.first("#link-text").get_attribute("value"))
    page.close_popup()
    with hand.task(12):  # only recycling enterprises
        number = layer_of(page, "enterprises_placed")
        hand.legend(number, "资源综合利用")
        assert len(page.find("#figures tbody tr")) == 15
    page.click("#filter-clear")
    return address


def with_what_is_known_and_ones_own(hand: Hand) -> None:
    page = hand.page
    with hand.task(11):  # all about one county on one page
        hand.search("山丹县")
        hand.click("#dock .profile-open-button")
        assert "620725" in page.text("#profile-title")
        pdf = pdf_of(page)
        assert size_of(pdf) == [210, 297]
        assert len(pdf) == 1
        words = re.sub(r"\s", "", pdf[0].get_textpage().get_text_range())
        for one in ("山丹县", "620725", "常住人口"):
            assert one in words
    page.click("#profile-close")
    with hand.task(14):  # my own list on the map
        hand.click("#own-open")
        page.first("#own-text").send_keys("名称,县\n甲厂,山丹县\n乙厂,甘谷县\n")
        hand.click("#own-take")
        page.wait(lambda: bool(page.find("#own-taken")))
        assert page.text("#own-taken") == "采用 2 行。"
        assert len(page.find(".own-icon")) == 2


def test_fourteen_tasks_of_a_planner_take_the_clicks_that_docs_tell(
    open_page: Callable[[Path], Page], built: tuple[Workspace, BuildReport], tmp_path: Path
) -> None:
    page = open_page(built[0].rendered / "index.html")
    # On a laptop neither the search field nor the years cover the map, in the longer language too.
    page.resize(1366, 768).load().click("#language")
    assert page.run(COVERED) == []
    page.resize(1440, 900).load().run(CATCH)
    hand = Hand(page)
    on_the_plan(hand)
    on_coverage(hand, built[0], tmp_path)
    address = on_enterprises(hand)
    with_what_is_known_and_ones_own(hand)
    page.driver.get("about:blank")
    page.driver.get(address)
    assert page.run("return gisplan.map.getZoom()") == 8
    assert page.text("#title") == "企业与园区"
    assert page.driver.find_element(By.TAG_NAME, "html").get_attribute("lang") == "zh-CN"
    assert page.errors == []
    assert page.outside_requests == []
    assert told_clicks("map.md") == hand.clicks
