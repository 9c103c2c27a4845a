"""Working on the atlas: profile, comparison, one's own list, and the desk's two scenarios."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pypdfium2
import pytest
from selenium.webdriver.common.keys import Keys

from gisplan.api.load import load_layers
from gisplan.api.workspace import Workspace
from gisplan.pipeline.report import BuildReport
from gisplan.places.crs import from_wgs84
from tests.browser import Page

pytestmark = pytest.mark.browser

# A file let go of above the page, of these bytes.
DROP = """const moved = new DataTransfer();
  moved.items.add(new File([new Uint8Array(arguments[0])], "dropped.csv"));
  document.body.dispatchEvent(
    new DragEvent("drop", {dataTransfer: moved, bubbles: true, cancelable: true}));"""
# Where the only mark of one's own lies.
OWN = """const found = Object.values(gisplan.map._layers).find((one) =>
    one.options?.pane === "gisplan-own" && one.getLatLng);
  const {lat, lng} = found.getLatLng();
  return [lng, lat];"""
# The marks that can be dragged, and the settlements that A and B gain.
DESK_MARKS = ".leaflet-gisplan-candidates-pane .candidate-icon"
# How many pixels the canvas of a pane has drawn.
INK = """const canvas = document.querySelector(`.leaflet-gisplan-${arguments[0]}-pane canvas`);
  const {data} = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  return data.filter((value, at) => at % 4 === 3 && value).length;"""
GAINED = """const {evaluation, evaluateCandidates} = gisplanEvaluate;
  const now = evaluation.list;
  document.getElementById("scenario-A").click();
  const lists = [evaluation.list, now];
  document.getElementById("scenario-B").click();
  return lists.map((list) => evaluateCandidates(list, evaluation.reach * 1000).gained);"""
PLACE = (103.8343, 36.0611)
IN_BD09 = tuple(float(one[0]) for one in from_wgs84([PLACE[0]], [PLACE[1]], datum="bd09"))
HEADS = ("名称", "经度", "纬度", "县")
ROWS = (
    ("甲厂", 103.8343, 36.0611, None),
    ("乙厂", None, None, "山丹县"),
    ("丙厂", "不详", 36, None),
    ("丁厂", None, None, "无此县"),
)


@pytest.fixture(scope="module")
def path(built: tuple[Workspace, BuildReport]) -> Path:
    return built[0].rendered / "index.html"


def bring(page: Page, file: Path) -> None:
    page.first("#own-file").send_keys(str(file))
    page.wait(lambda: bool(page.find("#own-taken")))


def test_all_about_one_unit_on_one_sheet_and_one_page(
    open_page: Callable[[Path], Page], path: Path
) -> None:
    page = open_page(path)
    field = page.first("#search-input")
    field.send_keys("酒泉市\n")
    page.click("#dock .profile-open-button")
    told = page.text("#profile")
    assert "酒泉市 620900" in told
    # What the plan allots with clauses, bases, enterprises, facilities, waste, units, neighbours.
    for words in ("布局到本市州", "专栏", "基地", "企业", "生活垃圾", "敦煌市", "嘉峪关市", "来源"):
        assert words in told
    page.wait(lambda: "profile=" in page.run("return location.hash"))
    address = page.run("return location.href")
    answer = page.driver.execute_cdp_cmd(
        "Page.printToPDF", {"preferCSSPageSize": True, "printBackground": True}
    )
    pdf = pypdfium2.PdfDocument(base64.b64decode(answer["data"]))
    assert [round(side / 72 * 25.4) for side in pdf[0].get_size()] == [210, 297]
    assert len(pdf) == 1
    printed = pdf[0].get_textpage().get_text_range()
    assert "620900" in printed
    # What has no room on the one page is counted on it, and stands on the sheet as before.
    assert "项未列出" in printed
    assert page.text("#profile") == told
    assert "审图号" not in printed
    page.driver.get("about:blank")
    page.driver.get(address)
    assert "620900" in page.text("#profile-title")
    page.run("[...document.querySelectorAll('#profile .units button')].at(-1).click()")
    assert "620900" not in page.text("#profile-title")
    page.click("#profile-close")
    assert page.shown("#profile") == []
    # A zone, which has a code and no borders, from a row that is in it.
    field = page.first("#search-input")
    field.clear()
    field.send_keys("兰州新区", Keys.ARROW_DOWN, Keys.ENTER)
    page.click("#dock .profile-open-button")
    assert page.text("#profile-title") == "兰州新区 620171"
    assert "没有这个单元的边界" in page.text("#profile")
    told = page.text("#profile")
    for words in ("甘肃省节能环保产业基地", "28.8万", "兰州新区绿色化工园区"):
        assert words in told
    page.click("#profile-close")
    # And from the search, where it stands first, by its name in pinyin too.
    field = page.first("#search-input")
    field.clear()
    field.send_keys("lzxq")
    assert page.text("#found-0").split("\n")[-1] == "620171 · 概况"
    field.send_keys(Keys.ENTER)
    assert page.text("#profile") == told
    page.wait(lambda: "profile=zone%7E620171" in page.run("return location.hash"))
    page.click("#profile-close")
    assert page.errors == []


def test_two_themes_side_by_side_and_their_difference(
    open_page: Callable[[Path], Page], path: Path, built: tuple[Workspace, BuildReport]
) -> None:
    page = open_page(path)
    names = page.run("return gisplan.data.maps.map((one) => one.name)")
    page.click(f"#map-{names.index('targets')}")
    page.click("#tool-compare")
    clips = """return ["a", "b"].map((side) => {
      const number = document.getElementById(`compare-${side}`).value;
      return gisplan.map.getPane(`gisplan-layer-${number}`).style.clip;
    });"""
    left, right = page.run(clips)
    assert left.startswith("rect(")
    assert right.startswith("rect(")
    assert left.split(", ")[1] == right.split(", ")[3].rstrip(")")
    page.run(
        """const range = document.getElementById("compare-at");
        range.value = 20;
        range.dispatchEvent(new Event("input", {bubbles: true}));"""
    )
    assert page.run(clips) != [left, right]
    page.click("#compare-difference")
    told = page.run(
        """const [a, b] = ["a", "b"].map((side) =>
          gisplan.layers[Number(document.getElementById(`compare-${side}`).value)]);
        const value = (layer, row) => layer.data.columns[layer.column].values[row];
        const names = layer => layer.data.search.code;
        return names(a).map((code, row) => value(b, names(b).indexOf(code)) - value(a, row));"""
    )
    # The values are those of the layers, by unit.
    a, b = page.run(
        """return ["a", "b"].map((side) => {
          const layer = gisplan.layers[Number(document.getElementById(`compare-${side}`).value)];
          return [layer.table, layer.column];
        });"""
    )
    held = load_layers((a[0], b[0]), place=built[0])
    left, right = (held[table].table.set_index("adcode")[name] for table, name in (a, b))
    assert told == pytest.approx(list(right.reindex(left.index) - left))
    counts = [int(one.text) for one in page.find("#compare .count")]
    assert sum(counts) == len(told) == 14
    most = max(abs(value) for value in told)
    bounds = [-most / 2, -most / 6, most / 6, most / 2]
    assert counts == [
        sum(1 for value in told if sum(value >= bound for bound in bounds) == at) for at in range(5)
    ]
    assert len(page.find("path.difference")) == 14
    page.click("#compare-close")
    assert page.find("path.difference") == []
    assert page.errors == []


def write_files(folder: Path) -> tuple[Path, Path, Path, Path]:
    """The same list as CSV in GBK and as a workbook, one place as KML, and a broken workbook."""
    text = "\n".join(
        ",".join("" if cell is None else str(cell) for cell in row) for row in (HEADS, *ROWS)
    )
    gbk = folder / "own.csv"
    gbk.write_bytes(text.encode("gbk"))
    book = openpyxl.Workbook()
    for row in (HEADS, *ROWS):
        book.active.append(row)
    book.save(folder / "own.xlsx")
    kml = folder / "own.kml"
    kml.write_text(
        "<kml xmlns='http://www.opengis.net/kml/2.2'><Document><Placemark><name>甲厂</name><Point>"
        "<coordinates>103.8343,36.0611,0</coordinates></Point></Placemark></Document></kml>",
        encoding="utf-8",
    )
    broken = folder / "broken.xlsx"
    broken.write_bytes(b"PK\x03\x04 no workbook")
    return gbk, folder / "own.xlsx", kml, broken


def take_all(page: Page, gbk: Path, book: Path, kml: Path, broken: Path) -> None:
    """Bring each file, look at what was taken, and make candidates of the first."""
    page.click("#own-open")
    for file in (gbk, book):
        bring(page, file)
        page.wait(lambda file=file: page.text(".own-result h3") == file.name)
        assert page.text("#own-taken") == "采用 2 行。 未采用 2 行："
        assert [one.text for one in page.find("#own-refused li")] == [
            "第 4 行：坐标无法识别。",
            "第 5 行：县名不在本图上，或有重名。",
        ]
        assert len(page.find(".own-icon")) == 2
    bring(page, kml)
    page.wait(lambda: page.text("#own-taken") == "采用 1 行。")
    place = "return gisplan.map._layers && document.querySelectorAll('.own-icon').length"
    assert page.run(place) == 1
    # Dropped upon the page, and in the coordinates of another map: the mark lies where it belongs.
    page.run(DROP, list("名称,经度,纬度\n丙厂,{},{}\n".format(*IN_BD09).encode("utf-8")))
    page.wait(lambda: page.text(".own-result h3") == "dropped.csv")
    page.first("#own-datum").send_keys("BD-09")
    page.wait(lambda: page.run(OWN) == pytest.approx(list(PLACE), abs=1e-6))
    page.first("#own-datum").send_keys("WGS 84")
    page.first("#own-file").send_keys(str(broken))
    page.wait(lambda: bool(page.find(".own-result .fault")))
    bring(page, gbk)
    page.wait(lambda: bool(page.find("#own-candidates")))
    page.click("#own-candidates")


def sides_on_the_map(page: Page, gained: dict[str, str], number: dict[str, int]) -> None:
    """Compare the two scenarios on the map, and see who is gained by one of them alone."""
    page.click("#scenario-compare")
    marks = "return [...document.querySelectorAll(arguments[0])].map((one) => one.textContent[0])"
    for at, letters in enumerate(["AA", "B"]):
        icons = f".leaflet-gisplan-scenario-{at}-pane .candidate-icon"
        assert "".join(page.run(marks, icons)) == letters
    assert page.shown(DESK_MARKS) == []
    clips = [
        page.first(f".leaflet-gisplan-scenario-{at}-pane").value_of_css_property("clip")
        for at in (0, 1)
    ]
    assert clips[0].split(", ")[1] == clips[1].split(", ")[3].rstrip(")")
    page.click("#compare-difference")
    a, b = (set(one) for one in page.run(GAINED))
    for kind, figure, points in (
        ("both", "both", a & b),
        ("left", "alone-A", a - b),
        ("right", "alone-B", b - a),
    ):
        said = page.text(f"#compare [data-figure='map-{kind}']")
        assert f"{len(points)} 个居民点 · {gained[figure]}" in said
    total = page.first("#compare tbody tr:last-child td:last-child")
    more = (total.get_attribute("title") or total.text).replace(",", "").replace("−", "-")
    assert int(more) == number["gained-B"] - number["gained-A"]
    # By the keyboard, B on both sides: nobody is gained by one alone. And in English.
    page.first("#compare-a").send_keys(Keys.ARROW_DOWN)
    assert "0 个居民点" in page.text("#compare [data-figure='map-right']")
    page.first("#compare-a").send_keys(Keys.ARROW_UP)
    page.click("#language")
    assert "Gained by Scenario A alone: " in page.text("#compare [data-figure='map-left']")
    page.click("#language")
    # Back under the divider, the settlements are there again.
    page.click("#compare-swipe")
    for pane in ("scenario-0", "scenario-1"):
        page.wait(lambda pane=pane: page.run(INK, pane) > 0)
    page.wait(lambda: "compare=%40A+%40B+swipe" in page.run("return location.hash"))
    page.click("#compare-difference")
    page.wait(lambda: "compare=%40A+%40B+difference" in page.run("return location.hash"))


def test_my_own_list_becomes_two_scenarios_kept_in_link_and_file(
    open_page: Callable[[Path], Page], path: Path, tmp_path: Path
) -> None:
    page = open_page(path)
    gbk, book, kml, broken = write_files(tmp_path)
    take_all(page, gbk, book, kml, broken)
    figures = "return gisplanEvaluate.evaluation.figures.each.map((one) => one.gained)"
    assert page.run("return gisplanEvaluate.evaluation.list.map((one) => one.name)") == [
        "甲厂",
        "乙厂",
    ]
    first = page.run(figures)
    assert page.shown(".candidates-table")
    page.click("#scenario-B")
    page.first("#evaluate-coordinate").send_keys("101.2, 38.8\n")
    gained = {
        name: page.text(f".scenario-table [data-figure='{name}']")
        for name in ("gained-A", "gained-B", "both", "alone-A", "alone-B")
    }
    # three digits are shown, all stand in the title
    number = {
        name: int(
            (mark.get_attribute("title") or mark.text.removesuffix("人")).strip().replace(",", "")
        )
        for name in gained
        for mark in page.find(f".scenario-table [data-figure='{name}']")
    }
    assert number["gained-A"] == number["both"] + number["alone-A"]
    assert number["gained-B"] == number["both"] + number["alone-B"]
    assert number["both"] > 0
    sides_on_the_map(page, gained, number)
    # Kept over a reload, by the address.
    page.wait(lambda: "sites=" in page.run("return location.hash"))
    address = page.run("return location.href")
    page.driver.get("about:blank")
    page.driver.get(address)
    assert page.run(figures) == first
    assert page.first("#compare-difference").is_selected()
    sides = [page.first(f"#compare-{side}").get_attribute("value") for side in "ab"]
    assert sides == ["@A", "@B"]
    page.click("#compare-close")
    assert page.find(".leaflet-gisplan-scenario-0-pane :is(path, canvas, .candidate-icon)") == []
    assert len(page.shown(DESK_MARKS)) == 2
    # The settlements are there again when the sheet of paper is a screen again.
    for event in ("beforeprint", "afterprint"):
        page.run("window.dispatchEvent(new Event(arguments[0]))", event)
    page.wait(lambda: page.run(INK, "reach") > 0)
    page.wait(lambda: "compare=" not in page.run("return location.hash"))
    # And in one file, with the figures.
    page.driver.execute_cdp_cmd(
        "Browser.setDownloadBehavior", {"behavior": "allow", "downloadPath": str(tmp_path)}
    )
    page.click("#evaluate-toggle")
    page.run("document.getElementById('evaluate-save').click()")
    file = tmp_path / "candidates_index.geojson"
    page.wait(file.exists)
    saved = json.loads(file.read_text(encoding="utf-8"))["features"]
    assert [one["properties"]["scenario"] for one in saved] == ["A", "A", "B"]
    assert [one["properties"]["gained"] for one in saved[:2]] == first
    page.driver.get("about:blank")
    page.load().click("#evaluate-toggle")
    page.first("#evaluate-load").send_keys(str(file))
    page.wait(lambda: page.run(figures) == first)
    assert page.text(".scenario-table [data-figure='both']") == gained["both"]
    assert page.errors == []
