"""Text from data is only ever text, in every panel of the atlas and in what is written of it.

The shipped maps with the desk and the task view, all free words of their layers made hostile; each
panel is opened in the real browser. Then a workbook, and the answer of a notebook.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path

import geopandas as gpd
import openpyxl
import pandas as pd
import pytest

import gisplan as gp
from gisplan.api.load import load_layers
from gisplan.api.workspace import Workspace
from gisplan.catalog.layer import Layer
from gisplan.formats.office_book import OfficeSheet, office_book
from gisplan.pipeline import catalogue
from gisplan.pipeline.report import BuildReport
from gisplan.render.web.atlas import render_atlas
from gisplan.text import Text
from tests.browser import Page
from tests.test_map_hostile import HOSTILE

pytestmark = pytest.mark.browser

#: Those that a cell of a table may hold: a name of nothing but blanks or three thousand letters is
#: no name.
NAMES = [one for one in HOSTILE if len(one) < 200 and one.strip() == one and one.isprintable()]
#: What hostile words would leave behind if they were taken for more than words.
HARM = """
const found = [];
if (window.__ran !== undefined) found.push("ran");
for (const css of ["img[src='x']", "iframe", "base", "meta[http-equiv=refresh]", "b",
                   "a[href^='javascript']", "a[href^='data:text']", "[onmouseover]", "[onfocus]",
                   "[ontoggle]", "[onload]", "link[rel=stylesheet]"]) {
  for (const one of document.querySelectorAll(css)) found.push(`${css}: ${one.outerHTML}`);
}
const scripts = [...document.querySelectorAll("script")].filter((one) => /__ran/.test(one.text)
  && one.type !== "application/json");
if (scripts.length) found.push("script");
return found;
"""


SEARCH = """const field = document.querySelector("#search-input");
field.focus(); field.value = arguments[0]; field.dispatchEvent(new Event("input"));"""
#: What is opened one after the other: figures, the desk with one's own list as candidates, the
#: tasks of the other map, one of them, two layers beside each other.
PANELS = (
    "#own-candidates", "#evaluate-close", "#figures-toggle", "#map-1", "#tasks-toggle", ".task",
    "#tool-compare",
)  # fmt: skip


def made_hostile(layer: Layer) -> Layer:
    """Give a layer whose free words are hostile: in both languages, in titles and sources too."""
    table, words = layer.table.copy(), cycle(NAMES)
    for column in layer.spec.columns:
        free = column.type == "text" and not column.labels and not column.values
        if not free or not column.name.endswith(("_zh", "_en")):
            continue
        given = pd.Series(list(islice(words, len(table))), index=table.index, dtype=object)
        table[column.name] = given.where(table[column.name].notna(), None)
    sources = tuple(
        replace(one, title=replace(one.title, zh=word, en=word), url="javascript:window.__ran=1")
        for one, word in zip(
            layer.spec.sources, islice(words, len(layer.spec.sources)), strict=True
        )
    )
    columns = tuple(
        replace(one, title=Text(next(words), next(words)))
        if one.name.endswith(("_zh", "_en"))
        else one
        for one in layer.spec.columns
    )
    spec = replace(layer.spec, sources=sources, columns=columns)
    return replace(layer, spec=spec, table=table)


@pytest.fixture(scope="module")
def hostile_atlas(
    built: tuple[Workspace, BuildReport],
    open_page: Callable[[Path], Page],
    tmp_path_factory: pytest.TempPathFactory,
) -> Page:
    listed = catalogue.load(built[0])
    specs = [listed.maps[name] for name in ("coverage", "scorecard")]
    names = tuple(dict.fromkeys(name for spec in specs for name in spec.data_names))
    layers = load_layers(names, place=built[0])
    path = tmp_path_factory.mktemp("hostile") / "index.html"
    page = render_atlas(specs, {name: made_hostile(one) for name, one in layers.items()})
    path.write_text(page, encoding="utf-8")
    return open_page(path)


def own_list(folder: Path) -> Path:
    path = folder / "own.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(("name", "lon", "lat"))
        rows.writerows((one, 104 + at / 1000, 36) for at, one in enumerate(NAMES))
    return path


def look(page: Page, what: str) -> None:
    page.settle()
    assert page.run(HARM) == [], what
    assert page.errors == [], what


def test_no_panel_of_the_atlas_takes_words_for_more(hostile_atlas: Page, tmp_path: Path) -> None:
    page = hostile_atlas
    look(page, "home")
    for word in ("<", "javascript", "{{", "constructor"):
        page.run(SEARCH, word)
        look(page, f"search {word}")
    page.run(SEARCH, "")
    page.click_at(103.8, 36.06)
    look(page, "popup")
    for button in page.find("#dock button")[:3]:
        page.run("arguments[0].click()", button)
        look(page, "profile")
    page.run("document.querySelector('#profile-close')?.click()")
    page.close_popup()
    page.run("document.querySelector('#own-open').click()")
    page.first("#own-file").send_keys(str(own_list(tmp_path)))
    page.wait(lambda: bool(page.find("#own-taken")), seconds=10)
    assert page.run("return document.querySelectorAll('.own-icon').length") > len(NAMES) - 10
    look(page, "own list")
    for css in PANELS:
        found = page.find(css)
        assert found, css
        page.run("arguments[0].click()", found[0])
        look(page, css)
    # a source's title stands there to the letter, and its address is no link
    page.run("document.querySelector('#about-open').click()")
    look(page, "about")
    said = "return [...document.querySelectorAll('dialog .datum')].map((one) => one.textContent)"
    assert len(set(NAMES) & set(page.run(said))) > 10
    page.run("document.querySelector('dialog[open]').close()")
    page.run("document.querySelector('#language').click()")
    look(page, "english")
    page.run("window.dispatchEvent(new Event('beforeprint'))")
    look(page, "print")
    assert page.outside_requests == []


def test_a_workbook_and_an_answer_hold_words_as_they_are(
    open_page: Callable[[Path], Page], tmp_path: Path
) -> None:
    words = [*NAMES, "=1+1", "+1", "-1", "@SUM(1)", "＝1", "'=1"]
    sheet = OfficeSheet(name="x", heads=words, rows=[[word] * len(words) for word in words])
    book = openpyxl.load_workbook(io.BytesIO(office_book([sheet], title=words[0])))
    for row, word in zip(book["x"].iter_rows(min_row=2), words, strict=True):
        assert {cell.value for cell in row} == {word}
        assert {cell.data_type for cell in row} == {"s"}
    count = len(words)
    table = gpd.GeoDataFrame(
        {"name": words, "people": range(1, count + 1)},
        geometry=gpd.points_from_xy([104 + 0.01 * at for at in range(count)], [36] * count),
        crs=4326,
    )
    told = gp.coverage(table.head(1), table, km=20, quantity="people", lang="en")
    path = tmp_path / "cell.html"
    path.write_text(f"<!doctype html><meta charset=utf-8>{told._repr_html_()}", encoding="utf-8")
    page = open_page(path)
    assert page.run("return window.__ran === undefined")
    assert page.run("return document.querySelectorAll('iframe').length") == 1
    page.driver.switch_to.frame(0)
    assert page.run(HARM) == []
    assert page.run("return document.querySelector('#title').textContent").startswith("Coverage")
    page.driver.switch_to.default_content()
    assert page.outside_requests == []
    listed = gp.layer("prefectures", lang="en")
    plain = replace(listed.layers[0], table=pd.DataFrame({"adcode": words, "name_zh": words}))
    bare = replace(plain.spec, geometry="none", columns=plain.spec.columns[:2])
    shown = replace(listed, layers=(replace(plain, spec=bare),))._repr_html_()
    assert "<script>" not in shown
    assert "<img" not in shown
