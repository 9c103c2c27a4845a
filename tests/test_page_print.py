"""A map on paper: the PDF is rendered and held against the sheet that the screen shows."""

from __future__ import annotations

import base64
import io
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pypdfium2
import pytest
from PIL import Image

from gisplan.api.workspace import Workspace
from gisplan.pipeline.report import BuildReport
from tests.browser import Page

pytestmark = pytest.mark.browser

#: Width and height of the sheets, and where their content starts, in pixels of 1/96 inch.
SHEETS = {"a3": (420, 297), "a4": (297, 210)}
EDGE = 12 / 25.4 * 96
IN_SHANDAN = (101.0886, 38.7847)


def printed(page: Page) -> list[Image.Image]:
    """The pages of the PDF that the browser's own print gives, at 96 dots an inch."""
    answer = page.driver.execute_cdp_cmd(
        "Page.printToPDF", {"preferCSSPageSize": True, "printBackground": True}
    )
    pdf = pypdfium2.PdfDocument(base64.b64decode(answer["data"]))
    return [one.render(scale=96 / 72).to_pil().convert("RGB") for one in pdf]


def on_screen(page: Page) -> Image.Image:
    """The sheet as the screen shows it, without the buttons that stand on the screen only."""
    shown = "document.querySelector('.sheet-tools').style.visibility = arguments[0]"
    page.run(shown, "hidden")
    taken = page.driver.execute_cdp_cmd(
        "Page.captureScreenshot", {"format": "png", "captureBeyondViewport": True}
    )
    page.run(shown, "visible")
    return Image.open(io.BytesIO(base64.b64decode(taken["data"]))).convert("RGB")


def box(page: Page, css: str) -> tuple[float, float, float, float]:
    left, top, right, bottom = page.run(
        """const box = document.querySelector(arguments[0]).getBoundingClientRect();
        return [box.left, box.top, box.right, box.bottom];""",
        css,
    )
    return left, top, right, bottom


def differing(screen: Image.Image, paper: Image.Image, area: tuple[float, ...]) -> float:
    """The share of an area that is of another colour on paper, edges of glyphs and lines left out.

    Both are made a quarter as fine first, so that half a pixel of shift does not count.
    """
    left, top, right, bottom = (round(side) for side in area)
    size = ((right - left) // 4, (bottom - top) // 4)
    a = screen.crop((left, top, right, bottom)).resize(size, Image.Resampling.BOX)
    shift = EDGE
    b = paper.resize(
        size, Image.Resampling.BOX, (left + shift, top + shift, right + shift, bottom + shift)
    )
    apart = np.abs(np.asarray(a, dtype=float) - np.asarray(b, dtype=float)).max(axis=2)
    return float((apart > 48).mean())


def test_paper_shows_what_the_screen_shows_by_both_ways_in_both_sizes(
    open_page: Callable[[Path], Page], built: tuple[Workspace, BuildReport]
) -> None:
    """Every layer on, canvases among them, and two candidates: nothing lost, nothing cut off."""
    page = open_page(built[0].rendered / "coverage.html")
    page.click("#evaluate-toggle")
    for place in ("101.0886, 38.7847", "104.6, 34.6"):
        page.first("#evaluate-coordinate").send_keys(place + "\n")
    page.click("#evaluate-close")
    for one in page.find("#panel .layer-head input"):
        if not one.is_selected() and one.get_attribute("type") == "checkbox":
            one.click()
    titles = page.run(
        "return gisplan.layers.filter((one) => gisplan.state.shown[one.number])"
        ".map((one) => one.title.zh)"
    )
    assert page.run("return document.querySelectorAll('canvas').length") >= 2
    for size in ("a3", "a4"):
        page.run("window.dispatchEvent(new Event('afterprint'))")
        page.click("#tool-print")
        page.click(f"#paper-{size}")
        page.settle()
        # All of the legend is there, here or on the next sheet, and nothing is cut off.
        told = [
            one.text
            for one in page.find("#sheet .layer-head strong, #sheet-more .layer-head strong")
        ]
        assert sorted(told) == sorted(titles)
        assert page.run(
            """return [...document.querySelectorAll("#sheet, .sheet-legend")]
              .every((one) => one.scrollHeight <= one.clientHeight + 1);"""
        )
        north, first = box(page, "#sheet .north"), box(page, ".sheet-legend")
        assert north[3] <= first[1] + 1
        table = page.text("#sheet-more .candidates-table")
        assert "32.5万人" in table
        screen, areas = on_screen(page), [box(page, "#map_gisplan"), box(page, "#sheet")]
        by_button = printed(page)
        wide, high = SHEETS[size]
        assert len(by_button) >= 2
        assert by_button[0].size == pytest.approx((wide / 25.4 * 96, high / 25.4 * 96), abs=2)
        page.click(".sheet-back")
        by_keys = printed(page)
        assert page.shown("#sheet") == []
        for sheets in (by_button, by_keys):
            for area in areas:
                assert differing(screen, sheets[0], area) < 0.01
        ink = (np.asarray(by_keys[1].convert("L")) < 128).sum()
        assert ink > 1000
