"""The tasks beside the map: the answers of gisplan plan, in a real browser; one page for all.

The shipped plan with verdicts of every kind, an opinion and words that are made up, so that every
count and every cell has something to show.
"""

from __future__ import annotations

import base64
import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from importlib import resources
from pathlib import Path
from typing import Any

import geopandas as gpd
import pandas as pd
import pytest

from gisplan.analysis.plan.aims import VERDICTS
from gisplan.analysis.plan.ledger import plan_by_region, plan_ledger, plan_ledger_places
from gisplan.analysis.plan.ledger_items import TABLES, plan_items
from gisplan.analysis.plan.scorecard.places import scorecard_places
from gisplan.api import ledger_files
from gisplan.api.load import load_layers, load_regions
from gisplan.api.plan import answer
from gisplan.api.plan_query import PlanQuery
from gisplan.api.plan_tables import LedgerTables
from gisplan.catalog.layer import Layer
from gisplan.catalog.map import MapSpec
from gisplan.catalog.workspace import Workspace
from gisplan.pipeline import catalogue
from gisplan.pipeline.build import BuildReport
from gisplan.render.report import scorecard as card
from gisplan.render.report.ledger import Chapter, chapter_body
from gisplan.render.web import headline, webmap
from tests.browser import Page
from tests.test_overview_page import axe

DAY = "2021-06-01"
SAID = {
    "decided_by": "person",
    "said_by": "测试处",
    "said_on": pd.Timestamp("2021-02-03"),
    "document": "测试文件一号",
    "url": "https://example.org/one",
    "history_zh": "测试处（2021-02-03）：部分达到",
}
QUOTE = "这是合成的原文，只为测试。"
IN_JIUQUAN = (97.5, 40.0)


@dataclass(frozen=True)
class Scene:
    spec: MapSpec
    layers: Mapping[str, Layer]
    tables: LedgerTables

    def table(self, name: str) -> pd.DataFrame:
        return self.layers[name].table

    def ask(self, **query: Any) -> list[str]:
        return answer(self.tables, PlanQuery(**query)).table["item"].tolist()


@pytest.fixture(scope="module")
def scene(built: tuple[Workspace, BuildReport]) -> Scene:
    place = built[0]
    spec = catalogue.load(place).maps["scorecard"]
    more = ("status_read", "plan_units", "plan_zone_members", "category_words")
    more = (*more, *(f"plan_{name}" for name in TABLES))
    layers = dict(load_layers((*spec.data_names, *more), place=place))

    def put(name: str, table: pd.DataFrame) -> pd.DataFrame:
        layers[name] = replace(layers[name], table=table)
        return table

    scored = layers["scorecard"].table.copy()
    scored["status"] = [list(VERDICTS)[at % 5 if at % 7 else 1] for at in range(len(scored))]
    partly = scored.index[scored["status"] == "partly"][-1]
    for name, value in SAID.items():
        scored.loc[partly, name] = value
    put("scorecard", scored)
    words = pd.DataFrame({"clause": ["二(三)7", "3-2020-1"], "text_zh": [QUOTE, f"{QUOTE}单项"]})
    put("plan_text", words)
    zones = layers["plan_zone_members"].table
    asks = {name: layers[f"plan_{name}"].table for name in TABLES}
    items = plan_items(zones=zones, text=words, **asks).table
    tables = (layers[name].table for name in ("plan_duties", "plan_item_regions"))
    given = (items, *tables, scored, layers["status_read"].table)
    ledger = put("plan_ledger", plan_ledger(*given, as_of=DAY).table)
    bases, regions = layers["bases"].table, layers["prefectures"].table
    put("plan_ledger_places", plan_ledger_places(ledger, bases, regions).table)
    milestones = layers["plan_milestones"].table
    put("scorecard_places", scorecard_places(scored, milestones, bases).table)
    counted = plan_by_region(regions, ledger, layers["plan_item_regions"].table).table
    put("plan_by_prefecture", counted[layers["plan_by_prefecture"].table.columns])
    names = ("ledger", "duties", "item_regions", "ledger_places", "units", "unit_names")
    own = {name: layers[f"plan_{name}"] for name in names}
    asked = LedgerTables(
        layers={**own, "category_words": layers["category_words"]},
        regions=load_regions(place),
        as_of=DAY,
    )
    return Scene(spec, layers, asked)


@pytest.fixture(scope="module")
def path(scene: Scene, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("tasks") / "scorecard.html"
    path.write_text(webmap.render(scene.spec, scene.layers), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def opened(path: Path, open_page: Callable[[Path], Page]) -> Page:
    return open_page(path)


@pytest.fixture
def page(opened: Page) -> Page:
    """The page with an open list, as it is found the first time."""
    opened.close_popup()
    if opened.first("#tasks-toggle").get_attribute("aria-expanded") == "false":
        opened.click("#tasks-toggle")
    opened.run("document.getElementById('tasks-clear').click()")
    opened.run("gisplanTasks.ask({asOf: arguments[0]})", DAY)
    return opened


def listed(page: Page) -> list[str]:
    return list(page.run("return gisplanTasks.view.found.list.map((task) => task.item)"))


@pytest.mark.parametrize(
    ("asked", "query"),
    [
        ({}, {}),
        ({"unit": "省工信厅"}, {"unit": "省工信委"}),
        (
            {"unit": "省工信委", "role": "lead", "due": "2020"},
            {"unit": "省工信厅", "role": "lead", "year": 2020},
        ),
        ({"unit": "省地方金融监督管理局"}, {"unit": "省政府金融办"}),
        ({"unit": "酒泉市政府"}, {"unit": "酒泉市政府"}),
        ({"unit": "各市州政府", "role": "cooperate"}, {"unit": "各市州政府", "role": "cooperate"}),
        ({"region": "620900"}, {"region": "酒泉"}),
        ({"region": "620171", "states": ["overdue"]}, {"region": "兰州新区", "state": "overdue"}),
        ({"states": ["met", "partly"]}, {"state": ["met", "partly"]}),
        ({"states": ["overdue"]}, {"state": "overdue"}),
        ({"kind": "aims"}, {"kind": ["target", "milestone"]}),
        ({"kind": "landmark"}, {"kind": "landmark"}),
        ({"words": "节水"}, {"industry": "节水"}),
    ],
)  # fmt: skip
def test_it_lists_what_gisplan_plan_lists(
    page: Page, scene: Scene, asked: dict[str, Any], query: dict[str, Any]
) -> None:
    page.run("gisplanTasks.ask(arguments[0])", asked)
    found, expected = listed(page), scene.ask(**query)
    assert expected
    if "words" not in asked:  # the page looks in clauses and quotes, too
        assert sorted(found) == sorted(expected)
    assert set(found) >= set(expected)
    years = page.run("return gisplanTasks.view.found.list.map((task) => task.year ?? 9999)")
    assert years == sorted(years)


def test_scorecard_map_page_and_report_agree_in_every_count(page: Page, scene: Scene) -> None:
    expected = Counter(scene.table("scorecard")["status"])
    assert sum(expected.values()) == 58
    assert min(expected[one] for one in VERDICTS) > 0
    figures = headline.figures(scene.spec, scene.layers)
    assert [one["value"] for one in figures] == [expected[one] for one in VERDICTS]
    page.run("gisplanTasks.ask({kind: 'aims'})")
    shown = {one: int(page.text(f"#tasks-state-{one} strong")) for one in VERDICTS}
    assert shown == dict(expected)
    assert "58" in page.text("#tasks-sum")
    report = card.body(scene.table("scorecard"), "zh")
    told = re.findall(r'<li class="(\w+)"><b>(\d+)</b>', report)
    assert {name: int(count) for name, count in told} == dict(expected)
    # and of one prefecture: the map's counts, the list's, and those of its sheet
    own = scene.table("plan_by_prefecture").set_index("adcode").loc["620900"]
    page.run("gisplanTasks.ask({kind: '', region: '620900'})")
    dated = page.run(
        """const day = arguments[0], found = gisplanTasks.view.found.anyState;
        const dated = found.filter((task) => task.due);
        const of = (state) => dated.filter((task) => task.state === state).length;
        return [found.length, dated.length, ...arguments[1].map(of),
          dated.filter((task) => task.due < day && task.state !== 'met').length];""",
        DAY,
        list(VERDICTS),
    )
    assert dated == [own["items"], own["dated"], *own[list(VERDICTS)], own["overdue"]]
    found = answer(scene.tables, PlanQuery(region="620900"))
    sheet = chapter_body(Chapter(title=found.asked, table=found.table, spec=found.spec), "zh")
    for words, count in zip(VERDICTS.values(), dated[2:-1], strict=True):
        assert f"<li>{words.zh} {count}</li>" in sheet
    assert f"<li>逾期 {own['overdue']}</li>" in sheet


def test_an_aim_tells_who_owes_it_by_what_and_who_said_so(page: Page, scene: Scene) -> None:
    table = scene.table("plan_ledger")
    row = table[table["said_by"] == SAID["said_by"]].iloc[0]
    page.run("gisplanTasks.ask({kind: 'aims', states: ['partly']})")
    page.click(f"[data-item='{row['item']}'] .task-head")
    told = page.text(f"[data-item='{row['item']}']")
    for words in (
        row["name_zh"],
        "部分达到",
        "测试处",
        "2021-02-03",
        "测试文件一号",
        row["clause"],
    ):
        assert words in told
    assert page.first(".details a").get_attribute("href") == SAID["url"]
    lead = row["lead_zh"] or "规划没有写明"
    assert lead in told
    # the plan's own words, where the workspace has them
    quoted = table[(table["text_zh"] == QUOTE) & (table["kind"] == "milestone")].iloc[0]
    page.run("gisplanTasks.ask({kind: 'milestone', states: []})")
    page.click(f"[data-item='{quoted['item']}'] .task-head")
    assert page.text("#tasks blockquote") == QUOTE
    assert quoted["lead_zh"] in page.text(f"[data-item='{quoted['item']}'] .details")
    assert table.set_index("item").loc["3-2020-1", "text_zh"] == f"{QUOTE}单项"
    # popups that name the clause, the ledger's files and the report quote them too
    at = scene.table("scorecard_places").set_index("clause").loc["二(三)7"]
    point = gpd.GeoDataFrame(at if at.ndim > 1 else at.to_frame().T).geometry.iloc[0]
    page.click_at(point.x, point.y)
    page.run("document.querySelectorAll('.feature').forEach((one) => { one.open = true; })")
    assert QUOTE in page.text(".leaflet-popup")
    found = answer(scene.tables, PlanQuery(clause="二(三)7"))
    assert {row[-1] for row in ledger_files.cells(found.table, found.spec, "zh")} == {QUOTE}
    chapter = Chapter(title=found.asked, table=found.table, spec=found.spec)
    quotes = chapter_body(chapter, "zh").count(f"<blockquote>{QUOTE}</blockquote>")
    assert quotes == len(found.table)


def test_map_and_list_filter_each_other(page: Page, scene: Scene) -> None:
    page.click_at(*IN_JIUQUAN)
    assert page.first("#tasks-region").get_attribute("value") == "620900"
    assert sorted(listed(page)) == sorted(scene.ask(region="620900"))
    page.close_popup()
    # a mark: the milestones of its base, until the choice is dropped
    at = scene.table("scorecard_places")
    point = at.geometry.iloc[0]
    here = set(at.loc[at.geometry == point, "milestone"])
    page.click_at(point.x, point.y)
    assert set(listed(page)) == here
    page.close_popup()
    page.click("#tasks-unmark")
    assert len(listed(page)) == len(scene.table("plan_ledger"))
    # the list leaves its own marks on the map, and its legend counts them
    marks = "return document.querySelectorAll('.leaflet-marker-pane .mark, .mark-icon').length"
    whole = page.run(marks)
    keep = scene.ask(unit="省商务厅", role="lead")
    page.run("gisplanTasks.ask({unit: '省商务厅', role: 'lead'})")
    left = at[at["milestone"].isin(keep)]
    assert 0 < page.run(marks) < whole
    number = page.run(
        "return gisplan.layers.find((one) => one.table === 'scorecard_places').number"
    )
    counts = re.findall(r"(\d+) 项", page.text(f"#legend-{number} ul"))
    assert sum(map(int, counts)) == 2 * len(left)  # by state, and by precision
    # a task that is opened is outlined where it is
    page.click(f"[data-item='{left['milestone'].iloc[0]}'] .task-head")
    assert len(page.find("path.of-task")) == 1
    page.click("#tasks-toggle")
    assert page.run(marks) == whole
    assert not page.find("path.of-task")


def test_the_timeline_goes_by_keyboard_and_is_a_table_too(page: Page, scene: Scene) -> None:
    ledger = scene.table("plan_ledger")
    milestones = ledger[ledger["kind"] == "milestone"]
    assert len(page.find(".moment")) == len(milestones) == 40
    years = page.run(
        "return [...document.querySelectorAll('.of-year .year')].map((e) => +e.innerText)"
    )
    assert years == list(range(2018, 2026))
    page.run("document.querySelector('.moment[tabindex=\"0\"]').focus()")
    press = """const one = document.activeElement;
      one.dispatchEvent(new KeyboardEvent('keydown', {key: arguments[0], bubbles: true}));
      const stops = document.querySelectorAll('.moment[tabindex="0"]').length;
      return [document.activeElement.id, stops];"""
    marks = page.run("return [...document.querySelectorAll('.moment')].map((one) => one.id)")
    # the one stop of the keyboard may be anywhere: where it stood last
    assert page.run(press, "Home") == [marks[0], 1]
    assert page.run(press, "ArrowRight") == [marks[1], 1]
    assert page.run(press, "End") == [marks[-1], 1]
    assert page.run(press, "ArrowLeft") == [marks[-2], 1]
    assert page.run(press, "Home") == [marks[0], 1]
    page.run("document.activeElement.click()")
    assert page.find(".task.opened")
    rows = page.run(
        """return [...document.querySelectorAll('#timeline-table tbody tr')].map((row) =>
          [...row.children].map((cell) => cell.textContent));"""
    )
    for year, *counts in rows:
        some = milestones if year == "合计" else milestones[milestones["year"] == int(year)]
        states = [int((some["state"] == one).sum()) for one in VERDICTS]
        assert list(map(int, counts)) == [len(some), *states, int(some["overdue"].sum())]


def test_the_list_is_in_the_link_and_in_both_languages(page: Page) -> None:
    page.run("gisplanTasks.ask({unit: '省工信厅', due: '2020', states: ['undecided']})")
    found = listed(page)
    page.find(".task-head")[1].click()
    chosen = page.run("return document.querySelector('.task.opened').dataset.item")
    page.wait(lambda: f"item={chosen}" in page.run("return location.hash"))
    hash_ = page.run("return location.hash")
    page.run("document.getElementById('tasks-clear').click()")
    assert len(listed(page)) > len(found)
    page.wait(lambda: "item=" not in page.run("return location.hash"))
    page.run("location.hash = arguments[0]", hash_)
    page.wait(lambda: listed(page) == found)
    assert page.first("#tasks-unit").get_attribute("value") == "省工信厅"
    assert page.run("return document.querySelector('.task.opened').dataset.item") == chosen
    page.run("location.hash = '#tasks=1&region=1&state=x&kind=y&mark=bases.999&item=nothing'")
    page.wait(lambda: len(listed(page)) == 284)
    page.click("#language")
    told = page.text("#tasks")
    assert "Tasks of the plan" in told
    assert "Due by the end of 2018" in told
    clauses = r"[一二三四](\(.\))?\d*|(专栏|标志性工程)\S*|省工信厅"
    assert not re.search(r"[\u4e00-\u9fff]{2}", re.sub(clauses, "", told))
    page.click("#language")


def test_the_list_prints_on_a4_without_the_map(page: Page) -> None:
    page.run("window.print = () => {}; gisplanTasks.ask({kind: 'landmark'})")
    page.click("#tasks-print")
    assert page.shown("#tasks-sheet")
    assert not page.shown("#map_gisplan")
    asked = {"preferCSSPageSize": True, "printBackground": True}
    pdf = base64.b64decode(page.driver.execute_cdp_cmd("Page.printToPDF", asked)["data"])
    sizes = {
        tuple(map(round, map(float, size.split())))
        for size in re.findall(rb"/MediaBox ?\[([^]]+)\]", pdf)
    }
    assert sizes == {(0, 0, 595, 842)}
    page.run("document.querySelector('#tasks-sheet .sheet-back')?.click()")
    assert page.shown("#map_gisplan")
    assert not page.find("#tasks-sheet")


def test_axe_finds_nothing_and_the_page_stays_small(page: Page, path: Path) -> None:
    page.run((resources.files("axe_core_python") / "axe.min.js").read_text("utf-8"))
    page.find(".task-head")[2].click()
    page.run("document.querySelector('.moments details').open = true")
    assert axe(page) == []
    page.resize(390, 844)
    assert axe(page) == []
    page.resize(1440, 900)
    assert path.stat().st_size < 1_000_000
    assert page.errors == []
    assert page.outside_requests == []
