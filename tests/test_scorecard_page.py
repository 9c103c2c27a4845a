"""The scorecard as a page: every aim once, text only ever text, the real plan."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

import pandas as pd
import pytest

from gisplan.api.load import load_layer, load_plan
from gisplan.catalog.layer import Layer
from gisplan.render.report.scorecard import scorecard_page
from gisplan.text import LANGS, Lang, Text
from tests.command import gisplan

TITLE = Text("题", "Title")


class Page(HTMLParser):
    """Rows of cells, and all that could run or ask for something."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.links: list[str] = []
        self._in_cell = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.links += [value or "" for name, value in attrs if name in ("href", "src")]
        if tag == "tr":
            self.rows.append([])
        if tag == "td":
            self.rows[-1].append("")
        self._in_cell = tag == "td" or (tag == "br" and self._in_cell)

    def handle_endtag(self, tag: str) -> None:
        self._in_cell = self._in_cell and tag != "td"

    def handle_data(self, data: str) -> None:
        if self._in_cell:
            self.rows[-1][-1] += data


@pytest.fixture(scope="module")
def layer() -> Layer:
    return load_layer("scorecard")


def page_of(table: pd.DataFrame, layer: Layer, lang: Lang) -> str:
    return scorecard_page(table, layer.spec.sources, title=TITLE, subtitle=TITLE, lang=lang)


@pytest.mark.parametrize("lang", LANGS)
def test_every_aim_of_the_plan_stands_in_it_once(layer: Layer, lang: Lang) -> None:
    told = Page(page_of(layer.table, layer, lang))
    plan = load_plan()
    aims = sorted((aim.clause, aim.name.get(lang)) for aim in (*plan.targets, *plan.milestones()))
    assert sorted((row[0], row[1]) for row in told.rows if row) == aims
    assert not told.links
    assert "script" not in told.tags


def test_what_a_person_said_and_what_is_short_are_told(layer: Layer) -> None:
    table = layer.table.copy()
    first = table.index[0]
    table["said_on"] = table["said_on"].astype("datetime64[s]")
    said = {"status": "short", "decided_by": "person", "said_by": "甲处", "short_by": 1234.5}
    for name, value in said.items():
        table[name] = table[name].astype(object)
        table.loc[first, name] = value
    table.loc[first, "said_on"] = pd.Timestamp("2021-03-04")
    page = page_of(table, layer, "zh")
    row = next(row for row in Page(page).rows if row and row[1] == table.loc[first, "name_zh"])
    assert row[3] == "未达到 (甲处, 2021-03-04)"
    assert row[5].startswith("1,234.5")
    assert '<li class="short"><b>1</b>' in page


def test_hostile_text_stays_text(layer: Layer) -> None:
    bad = "</td><script>alert(1)</script>\x00\u202e\" onload='x' {{7*7}}"
    table = layer.table.copy()
    for name in ("name_zh", "evidence_zh", "note", "clause"):
        table[name] = bad
    told = Page(page_of(table, layer, "zh"))
    assert "script" not in told.tags
    assert not {name for name in told.attributes if name.startswith("on")}
    shown = [row[1] for row in told.rows if row]
    assert set(shown) == {bad.replace("\x00", "\ufffd").replace("\u202e", "\ufffd")}


def test_the_command_writes_it(tmp_path: Path) -> None:
    done = gisplan("scorecard", "--year", "2020", "--report", "card.html", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    page = (tmp_path / "card.html").read_text(encoding="utf-8")
    assert "2020 年" in page
    assert "2019 年" not in page
    again = gisplan("scorecard", "--report", "none/card.html", cwd=tmp_path)
    assert again.returncode in (0, 2)
    assert "Traceback" not in again.stderr
