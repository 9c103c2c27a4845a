"""What a reader takes from a shipped page: one theme, one meaning of a colour, equal counts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from selenium.webdriver.common.keys import Keys

from gisplan.api.workspace import Workspace
from gisplan.pipeline.report import BuildReport
from tests.browser import Page

pytestmark = pytest.mark.browser

SEED = 20180602
THEMES = """return gisplan.layers.filter((one) => gisplan.state.shown[one.number]
  && one.geometry === "polygon" && one.style.kind !== "outline").map((one) => one.number);"""


@pytest.fixture
def show(
    open_page: Callable[[Path], Page], built: tuple[Workspace, BuildReport]
) -> Callable[[str], Page]:
    return lambda name: open_page(built[0].rendered / f"{name}.html")


def test_one_theme_at_a_time_and_units_are_found_first(show: Callable[[str], Page]) -> None:
    page = show("coverage")
    before = page.run("return gisplan.state.shown.join()")
    field = page.first("#search-input")
    field.send_keys("山丹")
    field.send_keys(Keys.ENTER)
    assert page.text("#dock .heading") == "山丹县"
    # A row of a layer that is off is told, and the layer stays off until one asks for it.
    field.clear()
    field.send_keys("东乐")
    field.send_keys(Keys.ENTER)
    assert page.text("#dock .heading").startswith("东乐")
    assert page.run("return gisplan.state.shown.join()") == before
    page.click("#dock .layer-off button")
    assert page.run("return gisplan.state.shown.join()") != before
    for box in page.find("#panel input[type=radio]"):
        box.click()
        assert page.run(THEMES) == [int(str(box.get_attribute("id")).split("-")[1])]
    box.click()
    assert page.run(THEMES) == []
    assert not box.is_selected()
    # The desk leaves no popup lying.
    page.click("#evaluate-toggle")
    page.wait(lambda: page.shown("#dock") == [])
    assert page.errors == []


def test_a_popup_never_covers_what_was_clicked(show: Callable[[str], Page]) -> None:
    page = show("overview")
    points = page.run("return gisplan.places.counties.map((one) => [one.anchor[1], one.anchor[0]])")
    rng = np.random.default_rng(SEED)
    seen = """const [x, y] = arguments;
      return document.elementFromPoint(x, y).closest("#map_gisplan") !== null;"""
    for size, closed in (((1440, 900), False), ((1366, 768), True), ((390, 844), True)):
        page.resize(*size).load()
        if closed and page.shown("#figures"):
            page.click("#figures-close")
        for at in rng.choice(len(points), 5, replace=False):
            page.click_at(*points[at])
            assert page.shown("#dock .leaflet-popup")
            assert page.run(seen, *page.point(*points[at]))
            page.close_popup()
    page.resize(1440, 900)


def test_headline_legend_and_list_agree_in_every_year(show: Callable[[str], Page]) -> None:
    page = show("overview")
    for at in range(len(page.run("return gisplan.data.years")) + 1):
        page.run("gisplan.setYear(gisplan.data.years[arguments[0]] ?? null)", at)
        heads = [one.text for one in page.find(".headlines strong")]
        counts = [one.text.split() for one in page.find("#legend-5 .of-precision .count")]
        placed = sum(int(number) for number, _ in counts)
        unplaced = int(page.text("#legend-5 .unplaced").split()[1])
        assert heads[2:] == [str(placed + unplaced), str(unplaced)]
        drawn = page.run(
            "return gisplan.layers[5].marks.map(({marker}) => marker.getElement()).length"
        )
        if placed > drawn:
            assert f"{placed} 项，图上 {drawn} 个标记" in page.text("#legend-5")


def test_years_of_a_series_share_classes_and_what_is_not_known_is_hatched(
    show: Callable[[str], Page],
) -> None:
    page = show("targets")
    words = []
    for year in (2020, 2025):
        page.run("gisplan.setYear(arguments[0])", year)
        (theme,) = page.run(THEMES)
        legend = page.find(f"#legend-{theme} .what")
        words.append([one.text for one in legend])
        assert len(legend) == len({one.text for one in legend})
    assert words[0] == words[1]
    page = show("capacity")
    (theme,) = page.run(THEMES)
    told = page.run(
        """const layer = gisplan.layers[arguments[0]];
        return [...document.querySelectorAll(`path.layer-${arguments[0]}`)].map((path, at) =>
          [layer.of[at], path.getAttribute("fill")]);""",
        theme,
    )
    assert {number < 0 for number, _ in told} == {True, False}
    assert all((number < 0) == fill.startswith("url(#hatch-") for number, fill in told)
    assert page.shown(f"#legend-{theme} .missing .swatch.hatched")
    # A layer of which nothing is known says so, and why.
    page.click("#layer-3")
    assert page.text("#legend-3 .legend-note").startswith("全部 14 个单位都是“")
    assert len(page.text("#legend-3 .legend-note")) > 30
