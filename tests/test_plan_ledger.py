"""The ledger: every item of the plan, found by whoever owes it, and by any of its names."""

from __future__ import annotations

import csv
import functools
import json
import re
from pathlib import Path
from typing import Any

import openpyxl
import pandas as pd
import pytest

from gisplan.analysis.plan.ledger import combined
from gisplan.analysis.plan.ledger_select import in_clause
from gisplan.api import ledger_files, load
from gisplan.api.plan import Ledger, answer
from gisplan.api.plan_query import PlanQuery
from gisplan.api.plan_tables import LedgerTables, load_ledger
from gisplan.cli.main import main
from gisplan.errors import OptionError, PlaceError
from gisplan.render import print_pdf
from gisplan.render.report.ledger import Chapter
from gisplan.render.report.one_page import one_page
from gisplan.text import Lang

DAY = "2021-01-01"


@functools.cache
def tables(day: str) -> LedgerTables:
    return load_ledger(as_of=day)


def ask(*, as_of: str = DAY, **query: Any) -> Ledger:
    return answer(tables(as_of), PlanQuery(**query))


@pytest.fixture(scope="module")
def everything() -> Ledger:
    return ask()


def items(found: Ledger) -> set[str]:
    return set(found.table["item"])


def test_everything_that_the_plan_asks_for_is_listed_once(everything: Ledger) -> None:
    found = load.load_plan()
    led = (*found.tasks, *found.paths, *found.safeguards)
    measures = load.load_layer("plan_measures").table
    counted = {
        **{"target": len(found.targets), "milestone": len(found.milestones())},
        **{"task": len(found.tasks), "base": len(found.bases), "path": len(found.paths)},
        **{"safeguard": len(found.safeguards), "landmark": len(found.landmarks)},
        **{"allocation": len(found.all_allocations), "measure": len(measures), "undertaking": 4},
    }
    assert everything.table["kind"].value_counts().to_dict() == counted
    assert everything.table["item"].is_unique
    assert len(led) == 20
    # what has no place is in the list, and in the GeoJSON without a geometry
    assert items(everything) == set(everything.points["item"])
    assert everything.points.geometry.isna().any()


@pytest.mark.parametrize("form", ["fair", "list", "alliance", "platform", "fund"])
def test_alliances_funds_fairs_and_lists_are_items_like_others(everything, form: str) -> None:
    assert (everything.table["form"] == form).any()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("省工信委", "省工业和信息化厅"),
        ("省工信委", "甘肃省工业和信息化厅"),
        ("省工信委", "工信厅"),
        ("省环保厅", "省生态环境厅"),
        ("省国土资源厅", "省自然资源厅"),
        ("省农牧厅", "省农业农村厅"),
        ("省建设厅", "省住建厅"),
        ("省质监局", "省市场监管局"),
        ("省国税局", "国家税务总局甘肃省税务局"),
        ("省地税局", "省税务局"),
    ],
)
def test_either_name_of_a_unit_finds_its_tasks(old: str, new: str) -> None:
    assert items(ask(unit=old)) <= items(ask(unit=new))
    assert items(ask(unit=old))


def test_every_duty_of_the_plan_is_found_by_its_unit(everything: Ledger) -> None:
    told = load.load_layer("plan_responsibilities").table
    owner = everything.table.set_index("item")["owner"]
    for unit, rows in told.groupby("unit_zh"):
        if unit == "各市州政府":
            continue
        found = items(ask(unit=unit))
        told_of = set(owner[owner.isin(rows["clause"])].index)
        # Lanzhou is one of all the prefectures too
        assert found >= told_of if unit == "兰州市政府" else found == told_of, unit


def test_the_governments_of_all_prefectures_are_each_of_them() -> None:
    found = ask(unit="各市州政府").table
    every = set(found.loc[~found["kind"].isin(["allocation", "base"]), "item"])
    assert "1-2018-1" in every
    prefectures = load.load_layer("prefectures").table["name_zh"]
    assert len(prefectures) == 14
    for name in prefectures:
        assert every <= items(ask(unit=f"{name}政府")), name
        assert every <= items(ask(region=name)), name
    assert every <= items(ask(unit="酒泉市人民政府"))


def test_what_is_allotted_to_one_prefecture_is_not_another_s_to_do() -> None:
    allotted = ask(kind="区域布局", region="酒泉").table
    assert set(allotted["place_zh"]) == {"酒泉", "肃州区", "敦煌市", "等地"}
    assert "620600-recyclables-equipment" in items(ask(unit="武威市政府"))


def test_a_zone_that_spans_units_belongs_to_each() -> None:
    base = "base-lanbai-innovation-zone"
    for region in ("兰州市", "白银市"):
        assert base in items(ask(region=region))
    assert base not in items(ask(region="天水市"))
    for region in ("兰州新区", "永登县", "皋兰县", "兰州市"):
        assert "base-lanzhou-new-area-base" in items(ask(region=region)), region


def test_a_group_whose_members_are_not_named_stays_one() -> None:
    found = ask(unit="中央在甘单位")
    assert found.table.empty
    assert "没有哪一项任务点名它" in found.notes[0].zh
    duties = load.load_layer("plan_duties").table
    groups = set(duties.loc[duties["group"].astype(bool), "unit_zh"])
    assert groups == {"省应对气候变化及节能减排领导工作小组成员单位"}


def test_a_day_decides_what_is_overdue() -> None:
    for day, years in (("2018-12-31", set()), (DAY, {2018, 2019, 2020}), ("2026年1月1日", None)):
        late = ask(state="overdue", as_of=day).table
        found = set(late["year"])
        assert found == ({2018, 2019, 2020, 2025} if years is None else years)
        assert (late["state"] != "met").all()


def test_filters_by_year_state_kind_clause_and_industry(everything: Ledger) -> None:
    table = everything.table
    assert set(ask(year=[2018, 2019]).table["year"]) == {2018, 2019}
    assert set(ask(state="待人工判定").table["state"]) == {"awaiting"}
    assert items(ask(kind="完成时限")) == set(table.loc[table["kind"] == "milestone", "item"])
    assert len(ask(clause="二（三）", kind="task").table) == 4
    assert set(ask(industry="环保产业").table["segment"]) == {"environmental"}
    assert all("节水" in name for name in ask(industry="节水").table["name_zh"])
    led = ask(unit="省商务厅", role="lead").table
    assert all(role == "lead" for role in led["role"])
    assert items(ask(unit="省商务厅")) > set(led["item"])


def test_a_clause_is_not_taken_for_another_that_begins_like_it() -> None:
    assert in_clause("二(一)1", "二(一)1")
    assert not in_clause("二(一)10", "二(一)1")
    assert in_clause("二(三)10", "二(三)")
    assert not in_clause(None, "二")


@pytest.mark.parametrize(
    ("states", "expected"),
    [
        ((), "awaiting"),
        (("met", "met"), "met"),
        (("short", "awaiting"), "short"),
        (("met", "short"), "partly"),
        (("met", "undecided"), "undecided"),
        (("met", "awaiting"), "awaiting"),
    ],
)
def test_what_consists_of_several_is_met_only_by_all(states, expected) -> None:
    assert combined(states) == expected


@pytest.mark.parametrize(
    "query", [{"unit": "省某厅"}, {"state": "好"}, {"kind": "事"}, {"as_of": "03/04/2020"}]
)
def test_what_is_not_known_is_refused_with_what_there_is(query: dict[str, str]) -> None:
    with pytest.raises(OptionError):
        ask(**query)
    with pytest.raises(PlaceError):
        ask(region="某某市")


@pytest.mark.usefixtures("kept_there")
def test_the_files_agree_with_the_table(tmp_path: Path) -> None:
    found = ask(region="酒泉", state="逾期")
    for ending in ledger_files.ENDINGS:
        ledger_files.write(found, tmp_path / f"sheet{ending}")
    book = openpyxl.load_workbook(tmp_path / "sheet.xlsx")["台账"]
    assert [cell.value for cell in book[1]] == [head.zh for head in ledger_files.HEADS]
    assert [row[0].value for row in book.iter_rows(min_row=2)] == list(found.table["item"])
    with (tmp_path / "sheet.csv").open(encoding="utf-8-sig") as file:
        assert [row["编号"] for row in csv.DictReader(file)] == list(found.table["item"])
    features = json.loads((tmp_path / "sheet.geojson").read_bytes())["features"]
    assert {one["properties"]["item"] for one in features} == items(found)
    page = (tmp_path / "sheet.html").read_text(encoding="utf-8")
    assert all(name in page for name in found.table["name_zh"].head(20))
    assert "<script" not in page
    with pytest.raises(OptionError):
        ledger_files.write(found, tmp_path / "sheet.doc")


@pytest.mark.usefixtures("kept_there")
def test_the_command_lists_and_sums_up(tmp_path, monkeypatch, capsys) -> None:
    monkeypatch.chdir(tmp_path)
    words = ["plan", "--unit", "省工信厅", "--year", "2020", "--as-of", DAY]
    assert main([*words, "--out", "台账.xlsx"]) == 0
    told = capsys.readouterr().out
    count = len(ask(unit="省工信厅", year=2020).table)
    assert f"共 {count} 项" in told
    assert "现省工业和信息化厅" in told
    assert (tmp_path / "台账.xlsx").is_file()
    assert main(["plan", "--unit", "省某厅"]) == 2
    assert "相近的有" in capsys.readouterr().err


def test_counts_by_prefecture_are_those_of_the_places() -> None:
    table = load.load_layer("plan_by_prefecture").table
    assert (table["items"] == table["placed"] + table["lead"] + table["cooperate"]).all()
    states = table[["met", "partly", "short", "undecided", "awaiting"]].sum(axis=1)
    assert (states == table["dated"]).all()
    jiuquan = ask(region="酒泉")
    row = table[table["adcode"] == "620900"].iloc[0]
    assert row["items"] == len(jiuquan.table)
    assert isinstance(jiuquan.table, pd.DataFrame)


@pytest.mark.usefixtures("kept_there")
def test_the_sheet_of_a_region_and_of_a_unit(tmp_path, monkeypatch, capsys) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["report", "--region", "酒泉", "--as-of", DAY]) == 0
    page = (tmp_path / "reports" / "酒泉市.html").read_text(encoding="utf-8")
    found = ask(region="酒泉")
    late = found.counts["overdue"]
    assert f"事项 {len(found.table)}" in page
    assert f"逾期 {late}" in page
    assert "中以（酒泉）" in page
    assert main(["report", "--unit", "省工信厅", "--as-of", DAY, "--out", "工信.html"]) == 0
    assert "现省工业和信息化厅" in (tmp_path / "工信.html").read_text(encoding="utf-8")
    # what has no room on the one page is counted, and stands in the list
    listed = page.count("<tr><td")
    assert f"本页列 {listed} 项，另有 {len(found.table) - listed} 项见清单 酒泉市-清单.html" in page
    whole = (tmp_path / "reports" / "酒泉市-清单.html").read_text(encoding="utf-8")
    assert whole.count("<tr><td") == len(found.table)
    capsys.readouterr()


@pytest.mark.usefixtures("kept_there")
@pytest.mark.browser
@pytest.mark.parametrize(
    ("query", "lang"), [({"unit": "省工信委"}, "en"), ({"region": "酒泉"}, "zh")]
)
def test_a_sheet_is_one_page_of_a4(tmp_path: Path, query: dict[str, str], lang: Lang) -> None:
    """Even with long names and an opinion at every item, as a browser prints it."""
    found = ask(**query)
    table = found.table.assign(said_by="一个名称很长的测试单位", said_on=pd.Timestamp("2020-01-02"))
    chapter = Chapter(title=found.asked, table=table, spec=found.spec, as_of=DAY)
    sources = found.spec.sources
    made = one_page(chapter, sources=sources, more_in="list.html", lang=lang)
    assert made.listed > 5
    assert made.listed + made.more == len(table)
    path = tmp_path / "sheet.html"
    path.write_text(made.html, encoding="utf-8")
    pdf = print_pdf.to_pdf(path, browser=print_pdf.find_browser())
    (only,) = re.findall(rb"/MediaBox\s*\[([^\]]+)\]", pdf)
    assert [round(float(edge)) for edge in only.split()] == [0, 0, 595, 842]
