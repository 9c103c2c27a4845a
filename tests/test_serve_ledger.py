"""The ledger in the window: filtered, and filled in by the rules of the evidence workbook."""

from __future__ import annotations

import html
import io
import re
from pathlib import Path
from urllib.parse import urlencode

import openpyxl
import pytest

from gisplan.api import evidence
from gisplan.api.history.undo import history, undo_last
from gisplan.api.plan import answer
from gisplan.api.plan_query import PlanQuery
from gisplan.api.plan_tables import ledger_at_hand
from gisplan.api.statements import statements_of
from gisplan.catalog.workspace import Workspace
from tests.desk import client
from tests.intake import layer, own, write_csv
from tests.test_serve_tables import sent, table_of

WHO = {"said_by": "省商务厅", "said_on": "2018-11-30"}


@pytest.fixture(scope="module")
def mine(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """A workspace of Gansu; each test leaves its statements as they were."""
    return own(tmp_path_factory.mktemp("ledger") / "own")


def told(text: str) -> str:
    """The words of a page."""
    return html.unescape(re.sub("<[^>]*>", "", text))


def test_a_form_answers_as_a_workbook_does(mine: Workspace, tmp_path: Path) -> None:
    """One rule in one place: what is set aside there is refused here, in the same words."""
    known, path = client(mine), mine.layers / "milestone_status.csv"
    before = path.read_bytes()
    wrong = [
        {"id": "3-2018-1", "status": "还行", **WHO},
        {"id": "2-2018-1", "status": "达到", "said_on": "2018年12月1日"},
        {"id": "5-2018-1", "status": "达到", **WHO, "said_on": "03/04/2019"},
        {"id": "8-2020-1", "value": "75", "unit_zh": "万吨", **WHO},
        {"id": "9-2018-1", **WHO},
    ]
    heads = ("id", "status", "value", "unit_zh", "said_by", "said_on", "note")
    rows = [[one.get(name, "") for name in heads[:-1]] + ["x"] for one in wrong]
    report = evidence.take_evidence(
        write_csv(tmp_path / "form.csv", heads, rows), place=mine, dry_run=True
    )
    assert report.used == 0
    for one, said in zip(wrong, report.answers, strict=True):
        page = known.post("/ledger/say", data=one)
        assert page.status_code == 422
        assert said.why.zh in told(page.text), one
        # what was written stays in the form
        assert all(
            f'value="{cell}"' in page.text for cell in (one.get("value"), one["said_on"]) if cell
        )
    assert known.post("/ledger/say", data={"id": "none", "status": "met", **WHO}).status_code == 422
    assert known.get("/ledger/item?id=%3Cb%3E").status_code == 422
    assert path.read_bytes() == before
    # nor does a cell of the table
    table = table_of("milestone_status", place=mine)
    row = {"added": [{"id": "none", "status": "met", **WHO}]}
    page = known.post("/tables/milestone_status/difference", data=sent(table, **row)).text
    assert "规划中没有编号“none”" in told(page)


def test_what_is_said_shows_in_ledger_and_scorecard_most_competent_first(mine: Workspace) -> None:
    known = client(mine)
    lead = ledger_at_hand(mine).layers["duties"].table
    lead = lead[(lead["item"] == "9-2018-1") & (lead["role"] == "lead")]["unit_zh"].iloc[0]
    note = '=HYPERLINK("x")<script>alert(1)</script>'
    first = {"id": "9-2018-1", "status": "met", "said_by": lead, "said_on": "2018-11-30"}
    later = {
        **first,
        "status": "short",
        "said_by": "虚构某人",
        "said_on": "2019/6/1",
        "note": note,
    }
    value = {"id": "output-2020", "value": "6,000,000", "unit_zh": "万元", **WHO}
    for one in (first, later, value):
        answer = known.post("/ledger/say", data=one)
        assert answer.status_code == 303, told(answer.text)
    assert "600 亿元" in told(known.get(answer.headers["location"]).text)
    again = known.post("/ledger/say", data=value)
    assert (again.status_code, "没有重复" in again.text) == (422, True)
    said = statements_of("9-2018-1", place=mine).said
    assert [one.cells["said_by"] for one in said] == [lead, "虚构某人"]
    page = known.get("/ledger/item?id=9-2018-1").text
    assert page.index(lead) < page.index("虚构某人")
    assert "<script>alert" not in page
    assert layer(mine, "milestone_status")["note"].tolist()[1] == f"'{note}"
    ledger = ledger_at_hand(mine).layers["ledger"].table.set_index("item")
    states = ledger["state"]
    assert (states["9-2018-1"], states["output-2020"]) == ("met", "short")
    assert "600" in ledger.loc["output-2020", "history_zh"]
    assert [one.kind for one in history(mine)[:3]] == ["evidence"] * 3
    for _ in range(3):
        undo_last(mine)
    assert layer(mine, "milestone_status").empty


def test_a_workbook_is_looked_at_then_taken(mine: Workspace) -> None:
    known, path = client(mine), mine.layers / "milestone_status.csv"
    before = path.read_bytes()
    form = known.get("/ledger/form")
    assert form.status_code == 200
    book = openpyxl.load_workbook(io.BytesIO(form.content))
    sheet = book.worksheets[0]
    heads = {cell.value: cell.column for cell in sheet[1]}
    rows = {sheet.cell(at, heads["编号"]).value: at for at in range(2, sheet.max_row + 1)}
    filled = [("9-2018-1", "达到", "2018-11-30"), ("3-2018-1", "还行", "2018-11-30")]
    for item, state, day in filled:
        for head, cell in (("判定", state), ("判定人", "省商务厅"), ("判定日期", day)):
            sheet.cell(rows[item], heads[head]).value = cell
    out = io.BytesIO()
    book.save(out)
    page = known.post("/ledger/evidence", files={"file": ("填好<b>.xlsx", out.getvalue())}).text
    assert "填写 2 行 = 可用 1 行 + 搁置 1 行" in told(page)
    assert "不在可选之列" in told(page)
    assert path.read_bytes() == before
    sent_ = re.search(r'name="path" value="([^"]*)"', page)
    assert sent_ is not None
    taken = known.post("/ledger/take", data={"path": sent_[1]})
    assert "已收下" in taken.text
    assert layer(mine, "milestone_status")["id"].tolist() == ["9-2018-1"]
    assert "没有新的内容" in known.post("/ledger/take", data={"path": sent_[1]}).text
    undo_last(mine)
    assert path.read_bytes() == before
    for other in ("gisplan.toml", "../x", ".gisplan/intake/../written.jsonl", "", "\0"):
        assert known.post("/ledger/take", data={"path": other}).status_code == 422, other
    for name, content in (("a.xlsx", b"PK\x03\x04 no book"), ("b.csv", "甲,乙\n1,2\n".encode())):
        answer = known.post("/ledger/evidence", files={"file": (name, content)})
        assert (answer.status_code, "Traceback" in answer.text) == (422, False)
    assert known.post("/ledger/evidence", files={"file": ("", b"")}).status_code == 422


def test_items_are_filtered_as_the_command_filters_them(mine: Workspace, place: Workspace) -> None:
    known, tables = client(mine), ledger_at_hand(mine)
    for asked in (
        {"unit": "省工信厅", "state": "overdue"},
        {"region": "酒泉", "kind": "base"},
        {"year": "2020", "clause": "二(三)"},
    ):
        year = int(asked["year"]) if "year" in asked else None
        wanted = answer(tables, PlanQuery(**{**asked, "year": year}))  # type: ignore[arg-type]
        words = told(known.get(f"/ledger?{urlencode(asked)}").text)
        assert f"共 {len(wanted.table)} 项" in words
        book = known.get(f"/ledger/list?{urlencode(asked)}")
        sheet = openpyxl.load_workbook(io.BytesIO(book.content)).worksheets[0]
        assert sheet.max_row - 1 == len(wanted.table)
    for query in ("unit=没有的", "year=20x", "region=zz", "kind=x", "state=x"):
        page = known.get(f"/ledger?{query}")
        assert (page.status_code, "Traceback" in page.text) == (422, False)
        assert 'name="unit"' in page.text, "the filters are there to be mended"
    assert known.get("/ledger?page=9999").text.count("/ledger/item?") == 84
    # a workspace without a plan says so
    none = client(place).get("/ledger")
    assert (none.status_code, "没有任务台账" in none.text) == (422, True)
