"""Text from data is only ever text: each hostile string in each place, in the real browser."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import geopandas as gpd
import pytest
import shapely

from gisplan.catalog.layer import Column, Layer, Source
from gisplan.catalog.map import Headline, MapGroup, MapLayer, MapSpec, Style
from gisplan.render.web import webmap
from gisplan.text import Text
from tests import mapdata
from tests.browser import Page

pytestmark = pytest.mark.browser

MARK = "GISPLAN_HOSTILE_RAN"
HOSTILE = [
    "{{7*7}}",
    "{{ 7 * '7' }}",
    "{{ cycler.__init__.__globals__ }}",
    "{{ cycler.__init__.__globals__.os.environ.update(" + MARK + "='1') }}",
    "{{ self.__init__.__globals__ }}",
    "{% raw %}x{% endraw %}",
    "{% raw %}",
    "{%",
    "%}",
    "{# gone #}",
    "{#",
    "{{",
    "}}",
    "{",
    "${window.__ran=1}",
    "`${window.__ran=1}`",
    "`",
    "\\",
    "\\u003cimg src=x onerror=window.__ran=1\\u003e",
    "\\n\\t\\x3c",
    "$&$1$$",
    "%s %d %(x)s",
    "{0} {name}",
    "<img src=x onerror=window.__ran=1>",
    "<img src=https://example.org/x.png>",
    "<svg onload=window.__ran=1>",
    "<script>window.__ran=1</script>",
    "</script><script>window.__ran=1</script>",
    "</SCRIPT ><ScRiPt>window.__ran=1</ScRiPt>",
    "<!--<script>",
    "--><script>window.__ran=1</script>",
    "]]><script>window.__ran=1</script>",
    "</title><script>window.__ran=1</script>",
    "</style><script>window.__ran=1</script>",
    "</textarea><iframe srcdoc='<script>parent.__ran=1</script>'>",
    "<iframe src=javascript:parent.__ran=1>",
    "<a href=javascript:window.__ran=1>x</a>",
    "<base href=https://example.org/>",
    "<meta http-equiv=refresh content=0;url=https://example.org/>",
    "<link rel=stylesheet href=https://example.org/x.css>",
    "<details open ontoggle=window.__ran=1>",
    "<b>bold</b>",
    "javascript:window.__ran=1",
    "JaVaScRiPt:window.__ran=1",
    "java\tscript:window.__ran=1",
    "data:text/html,<script>window.__ran=1</script>",
    '" onmouseover="window.__ran=1',
    "' onfocus='window.__ran=1' autofocus='",
    "');window.__ran=1;//",
    '");window.__ran=1;//',
    "*/window.__ran=1;/*",
    "//",
    "&lt;b&gt; &amp; &#60; &nbsp;",
    "&",
    "a\u2028b\u2029c",
    "a\x00b\x01c\x1bd\x7fe\x85f",
    "\ufeffa\u200bb\u00adc",
    "\u202eabc\u202c \u2066x",
    "العربية עברית",
    "e\u0301\u0323 n\u0303",
    "👩‍👩‍👧‍👦🏳️‍🌈",
    "𠮷野家 㐀",
    "line one\nline two\r\nline three",
    "  blanks   kept\t ",
    "__proto__",
    "constructor",
    "toString",
    "null",
    "NaN",
    "@@gisplan-policy@@",
    "<html>",
    "</head>",
    "x" * 3000,
]


def _layer(hostile: str, name: str, geometry: str, shapes: list[Any], **columns: Any) -> Layer:
    words = Text(hostile, hostile)
    declared = [
        Column(name=hostile, type="text", title=words, meaning=words),
        Column(name="kind", type="text", title=words),
        Column(name="figure", type="integer", title=words, unit=words, derived=True, meaning=words),
    ]
    spec = mapdata.spec(
        name,
        geometry,
        tuple(declared),
        title=words,
        description=words,
        licence=hostile,
        vintage=hostile,
        positions="county" if geometry == "point" else "none",
        geometry_required=False,
        sources=(Source(title=words, publisher=words, date=hostile, url=hostile, note=words),),
    )
    count = len(shapes)
    table = gpd.GeoDataFrame({hostile: [hostile] * count, **columns}, geometry=shapes, crs=4326)
    return Layer(spec, table)


def hostile_map(hostile: str) -> tuple[MapSpec, dict[str, Layer]]:
    """A map with the string in every place that text can enter."""
    words = Text(hostile, hostile)
    squares = [shapely.box(100 + at, 30, 101 + at, 32) for at in range(3)]
    points = [shapely.Point(104.5, 31), shapely.Point(104.5, 31), None]
    area, marks = hostile, f"{hostile}2"
    layers = {
        area: _layer(
            hostile, area, "polygon", squares, kind=[hostile, "b", None], figure=[1, 2, 3]
        ),
        marks: _layer(hostile, marks, "point", points, kind=["b", "b", "b"], figure=[4, 5, 6]),
    }
    labels = {"b": words, "": words}
    popup = (hostile, "kind", "figure")
    spec = mapdata.map_spec(
        name=hostile,
        title=words,
        description=words,
        attribution=words,
        review_number=hostile,
        headlines=(Headline(title=words, layer=area, measure="sum", column="figure"),),
        groups=(
            MapGroup(
                title=words,
                layers=(
                    MapLayer(
                        layer=area,
                        popup=popup,
                        style=Style(kind="choropleth", column="figure", label_column=hostile),
                    ),
                    MapLayer(
                        layer=area,
                        title=words,
                        popup=popup,
                        style=Style(
                            kind="categories", column="kind", labels=labels, label_column=hostile
                        ),
                    ),
                    MapLayer(
                        layer=marks,
                        popup=popup,
                        style=Style(
                            kind="points", column="kind", labels=labels, label_column=hostile
                        ),
                    ),
                ),
            ),
        ),
    )
    return spec, layers


# Gives, place by place, the texts shown there that are not the string.
LOOK = """
const hostile = String.fromCharCode(...arguments[0]);
const wrong = [];
function all(where, count, read) {
  const found = [...document.querySelectorAll(where)];
  const texts = found.map(read || ((element) => element.textContent));
  if (texts.length < count) wrong.push(`${where}: ${texts.length} of ${count}`);
  texts.forEach((text) => { if (text !== hostile) wrong.push(`${where}: ${text}`); });
}
function later(text) { return text.slice(text.indexOf(" ") + 1); }
"""
PAGE = (
    LOOK
    + """
all("#title", 1); all("#description", 1);
all(".credits .datum", 2); all(".review .datum", 1);
all("fieldset > legend", 1); all(".layer-head label", 3);
all(".legend-title > .datum:first-child", 3);
all(".legend-title > .datum:nth-child(2)", 1, (element) => element.textContent.slice(1, -1));
all("#legend-1 .what", 3);
all(".label", 3);
all("[aria-label]:is(.mark-icon)", 1, (element) =>
  element.getAttribute("aria-label").replace(/ 等 2 项$/, ""));
// The browser itself writes control characters in its title bar as blanks.
const title = hostile.replace(/[\\x00-\\x1f\\x7f ]+/g, " ").replace(/^ | $/g, "");
if (document.title !== title) wrong.push(`document.title: ${escape(document.title)}`);
return wrong;
"""
)
POPUP = (
    LOOK
    + """
all(".leaflet-popup .kicker", arguments[1]); all(".leaflet-popup .heading", arguments[2]);
all(".leaflet-popup dt > .datum", 2 * arguments[2]);
all(".leaflet-popup dd:nth-of-type(1)", arguments[2]);
all(".leaflet-popup dd:nth-of-type(2)", arguments[2], (element) => later(element.textContent));
return wrong;
"""
)
FIGURES = (
    LOOK
    + """
all("#figures .headlines dt", 1); all("#figures .headlines dd > .datum", 1, later2);
// A list of choices shows blanks as one, as the browser has it.
all("#figures option", 2);
all("#figures tbody th button", 3);
all("#figures tbody td:nth-child(2)", 3, (element) =>
  element.textContent === "—" ? hostile : element.textContent);
all("#figures thead .datum", 3); all("#figures thead .unit", 1);
all("#figures caption > .datum", 1);
all("#figures figcaption > .datum:first-child", 1); all("#figures ul.parts .datum", 2);
document.querySelector("#sort-2").click();
all("#figures figcaption > .datum:first-child", 1);
document.querySelector("#figures tbody button").click();
all("#figures .chart-note strong", 1);
document.querySelector("#search-input").focus();
window.dispatchEvent(new Event("beforeprint"));
all(":is(#sheet, #sheet-more) .layer-head .datum", 2); all("#sheet .review .datum", 1);
window.dispatchEvent(new Event("afterprint"));
return wrong;
function later2(element) { return element.textContent.slice(1); }
"""
)
SEARCH = (
    LOOK
    + """
const field = document.querySelector("#search-input");
field.focus(); field.value = hostile.slice(0, 40);
field.dispatchEvent(new Event("input"));
const found = [...document.querySelectorAll("#search-list strong")].map((one) => one.textContent);
if (field.value.replace(/[\\s'’ʼ·.\\-]/g, "") && !found.length) wrong.push("not found");
found.forEach((text) => { if (text !== hostile) wrong.push(`search: ${text}`); });
field.value = ""; field.dispatchEvent(new Event("input")); field.blur();
return wrong;
"""
)
TOOLTIP = (
    LOOK + 'all(".hover strong", 1, (e) => e.textContent.replace(/ 等 2 项$/, "")); return wrong;'
)
UNPLACED = (
    LOOK
    + """
all("dialog h2", 1); all("dialog .heading", 1); all("dialog dt > .datum", 2);
all("dialog dd:nth-of-type(1)", 1);
return wrong;
"""
)
ABOUT = (
    LOOK
    + """
all("dialog .lead", 1); all("dialog h3", 2); all("dialog section > p", 2);
const facts = "dialog dl.values > dd";
all(`${facts}:nth-of-type(1)`, 2);
all(`${facts}:nth-of-type(3)`, 2);
all("dialog .plain > li > :is(.datum, a)", 8);
all("dialog .note", 2);
document.querySelectorAll("dialog a").forEach((link) => wrong.push(`link: ${link.href}`));
return wrong;
"""
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("hostile")


@pytest.mark.parametrize("hostile", HOSTILE, ids=lambda text: repr(text)[1:40])
def test_a_hostile_string_is_shown_as_it_is_and_runs_nowhere(
    hostile: str, folder: Path, open_page: Callable[[Path], Page]
) -> None:
    assert MARK not in os.environ
    spec, layers = hostile_map(hostile)
    path = folder / "page.html"
    path.write_text(webmap.render(spec, layers), encoding="utf-8")
    assert MARK not in os.environ
    page = open_page(path)
    raw = hostile.encode("utf-16-le")
    codes = [raw[at] + 256 * raw[at + 1] for at in range(0, len(raw), 2)]

    assert page.run(PAGE, codes) == []
    page.hover_at(101.5, 31)
    assert page.run(TOOLTIP, codes) == []
    page.click_at(100.5, 31)
    assert page.run(POPUP, codes, 1, 1) == []
    page.run("gisplan.map.closePopup(); gisplan.map.setView([31, 103], 6, {animate: false});")
    page.click_at(104.5, 31)
    assert page.run(POPUP, codes, 1, 2) == []
    page.run("gisplan.map.closePopup();")
    assert page.run(FIGURES, codes) == []
    page.run("gisplan.map.closePopup();")
    assert page.run(SEARCH, codes) == []
    page.run("document.querySelector('.unplaced').click()")
    assert page.run(UNPLACED, codes) == []
    page.run("document.querySelector('dialog').close();")
    page.run("document.querySelector('#about-open').click()")
    assert page.run(ABOUT, codes) == []
    page.run("document.querySelector('#language').click()")
    page.settle()
    assert page.run("return document.documentElement.lang") == "en"

    assert page.run("return window.__ran === undefined")
    assert page.errors == []
    assert page.outside_requests == []


def test_a_web_address_is_a_link_that_tells_nobody_where_it_was_clicked(
    folder: Path, open_page: Callable[[Path], Page]
) -> None:
    path = folder / "link.html"
    path.write_text(webmap.render(mapdata.map_spec(), mapdata.layers()), encoding="utf-8")
    page = open_page(path)
    page.click("#about-open")
    links = page.find("dialog a")
    assert {link.get_attribute("href") for link in links} == {"https://example.org/a"}
    assert {link.get_attribute("rel") for link in links} == {"noopener noreferrer"}
