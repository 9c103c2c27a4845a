"""Layers as tables in the window: edited by an import's rules, kept whole, told, taken back."""

from __future__ import annotations

import html
import json
import re
import shutil
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from selenium import webdriver
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement

from gisplan.api.editing.edits import MOST_CELLS, TableEdits
from gisplan.api.editing.keep import keep_edits, try_edits
from gisplan.api.editing.layer_table import LayerTable
from gisplan.api.editing.table import table_of
from gisplan.api.editing.table_view import TableView, rows_shown
from gisplan.api.history import kept
from gisplan.api.history.undo import history, last_change, undo_last
from gisplan.api.load import load_layer
from gisplan.catalog.workspace import Workspace
from gisplan.errors import DataError, FileError, OptionError
from gisplan.files import locked
from gisplan.pipeline.build import BuildReport
from tests.command import gisplan
from tests.desk import Planner, client, office
from tests.intake import bring, layer, own, write_csv


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """A workspace of Gansu that no test writes to."""
    return own(tmp_path_factory.mktemp("tables") / "own")


def edits(table: LayerTable, *cells: tuple[int, str, str], **more: Any) -> TableEdits:
    """Edits as the page sends them."""
    plain = [
        {
            "row": row,
            "key": list(table.key_of(row)),
            "column": column,
            "from": str(table.rows.at[row, column]),
            "to": to,
        }
        for row, column, to in cells
    ]
    whole = {"fingerprint": table.fingerprint, "cells": plain, **more}
    return TableEdits.of(json.loads(json.dumps(whole)))


def sent(table: LayerTable, *cells: tuple[int, str, str], **more: Any) -> dict[str, str]:
    """The form of the page."""
    return {"edits": json.dumps(edits(table, *cells, **more).plain())}


WORDS = {
    "name_zh": "合成甲厂",
    "industry": "环保",
    "kind": "龙头企业",
    "output": "5,000万元",
    "output_year": "2019年",
    "summable": "是",
    "employees": "１２",
    "credit_code": "９１６２０１００ 710201234X",
    "region": "肃州区",
    "note_zh": "=1+1",
}


def test_a_cell_becomes_what_an_import_makes_of_it(shared: Workspace, tmp_path: Path) -> None:
    """One rule in one place: the same words in a file and in a cell come to the same."""
    other = own(tmp_path / "own")
    path = write_csv(tmp_path / "t.csv", tuple(WORDS), [tuple(WORDS.values())])
    bring(path, other, columns={name: name for name in WORDS}, units={"output": "万元"})
    (imported,) = layer(other).to_dict("records")
    table = table_of("enterprises", place=shared)
    _, checked = try_edits("enterprises", edits(table, added=[WORDS]), place=shared)
    assert checked.faults == ()
    (added,) = checked.edits.added
    names = [*WORDS, "adcode", "precision"]
    assert {name: added.get(name, "") for name in names} == {
        name: imported[name].removeprefix("'") for name in names
    }
    assert (added["output"], added["adcode"], added["employees"]) == ("0.5", "620902", "12")
    assert added["id"] == "手工录入/1"
    assert [one.columns for one in checked.doubts] == [("credit_code",)]
    # of a row that is there, too, and what follows from its place with it
    cells = [(5, name, cell) for name, cell in WORDS.items()]
    _, checked = try_edits("enterprises", edits(table, *cells), place=shared)
    assert {cell.column: cell.after for cell in checked.edits.cells} == {
        name: added[name] for name in WORDS
    }
    assert [(cell.column, cell.after) for cell in checked.follows] == [("adcode", "620902")]
    # a position is asked in which datum it is, and then brought to the table's
    there = [(5, "lon", "98.51"), (5, "lat", "39.74")]
    assert try_edits("enterprises", edits(table, *there), place=shared)[1].asks_datum
    _, plain = try_edits("enterprises", edits(table, *there, datum="cgcs2000"), place=shared)
    assert [cell.after for cell in plain.edits.cells] == ["98.51", "39.74"]
    assert "precision" in {cell.column for cell in plain.follows}
    _, shifted = try_edits("enterprises", edits(table, *there, datum="gcj02"), place=shared)
    lon, lat = (float(cell.after) for cell in shifted.edits.cells)
    assert 0.0005 < abs(lon - 98.51) < 0.01
    assert 0.0005 < abs(lat - 39.74) < 0.01
    half = edits(table, there[0], datum="gcj02")
    assert try_edits("enterprises", half, place=shared)[1].faults


WRONG = (
    (5, "output", "约三亿", "第 5 行“产值”.*约三亿"),
    (6, "output", "-5", "第 6 行“产值”.*-5.*小于下限 0"),
    (7, "employees", "12.5", "第 7 行“从业人员”.*12.5.*整数"),
    (8, "kind", "巨头", "第 8 行“企业类别”.*巨头.*龙头企业"),
    (9, "name_zh", "", "第 9 行“名称”.*必填"),
    (10, "adcode", "999999", "第 10 行“行政区划代码”.*999999"),
    (11, "lon", "103.8", "第 11 行“经度”.*缺纬度"),
    (12, "id", "enterprises_gansu.csv/2", "第 2、12 行.*enterprises_gansu.csv/2"),
    (13, "source_row", "7", "第 13 行“来源行号”.*不能改"),
)


def test_nothing_is_written_until_every_cell_holds(shared: Workspace) -> None:
    path = shared.layers / "enterprises.csv"
    before = path.read_bytes()
    table = table_of("enterprises", place=shared)
    wrong = [(row, column, cell) for row, column, cell, _ in WRONG]
    whole = edits(table, (4, "note_zh", "好的"), *wrong, datum="wgs84")
    with pytest.raises(DataError) as error:
        keep_edits("enterprises", whole, place=shared)
    faults = [fault.zh for fault in error.value.faults]
    for *_, said in WRONG:  # each is told, once, and nothing beside them
        assert sum(bool(re.search(said, fault)) for fault in faults) == 1, (said, faults)
    assert len(faults) == len(WRONG)
    assert path.read_bytes() == before
    assert history(shared) == ()


def test_what_is_not_known_stays_empty(shared: Workspace) -> None:
    table = table_of("enterprises", place=shared)
    unknown = edits(table, (5, "output", "不详"), (6, "employees", "—"))
    _, checked = try_edits("enterprises", unknown, place=shared)
    assert checked.faults == ()
    assert {cell.after for cell in checked.edits.cells} == {""}
    # all else of the file stays as it is, cell by cell
    _, one = try_edits("enterprises", edits(table, (5, "note_zh", "改")), place=shared)
    rest = one.table.drop(columns="note_zh")
    assert rest.equals(table.rows.drop(columns="note_zh"))
    assert (one.table["note_zh"] != table.rows["note_zh"]).sum() == 1


def test_two_windows_do_not_write_over_each_other(place: Workspace) -> None:
    write_csv(
        place.layers / "figures.csv", ("adcode", "residents"), [("990101", "10"), ("990102", "20")]
    )
    known, table = client(place), table_of("figures", place=place)
    mine = sent(table, (2, "residents", "11"))
    theirs = sent(table, (2, "residents", "12"), (3, "residents", "21"))
    page = known.post("/tables/figures/difference", data=mine).text
    assert "11" in page
    kept_ = known.post("/tables/figures/keep", data=mine)
    assert kept_.status_code == 303
    # the other window: not what it saw; the cell that nobody else wrote is put where it belongs
    answer = known.post("/tables/figures/keep", data=theirs)
    assert answer.status_code == 422
    assert "在您打开之后又改过" in answer.text
    assert "被改成了“11”" in answer.text
    assert layer(place, "figures")["residents"].tolist() == ["11", "20"]
    one = sent(table, (3, "residents", "21"))
    page = known.post("/tables/figures/difference", data=one).text
    assert "别人的改动都还在" in page
    again = html.unescape(re.search(r'name="edits" value="([^"]*)"', page)[1])  # type: ignore[index]
    assert known.post("/tables/figures/keep", data={"edits": again}).status_code == 303
    assert layer(place, "figures")["residents"].tolist() == ["11", "21"]
    # a build or an import that is at work is waited for, and then told
    late = edits(table_of("figures", place=place), (2, "residents", "5"))
    with locked(place.state), pytest.raises(FileError, match="another gisplan"):
        keep_edits("figures", late, place=place, patience=0.1)
    # a row that is gone, and rows added and removed
    now = table_of("figures", place=place)
    more = {"removed": [{"row": 2, "key": ["990101"]}], "added": [{"adcode": "620102"}]}
    known.post("/tables/figures/keep", data=sent(now, **more))
    assert layer(place, "figures").to_numpy().tolist() == [["990102", "21"], ["620102", ""]]
    gone = known.post("/tables/figures/difference", data=sent(now, (2, "residents", "9")))
    assert "不在表里了" in gone.text


def test_changes_are_told_and_taken_back_one_by_one(place: Workspace) -> None:
    known, path = client(place), place.layers / "figures.csv"
    states = [path.read_bytes()]
    for number in ("11", "12"):
        table = table_of("figures", place=place)
        row = int(table.rows.index[0])
        keep_edits("figures", edits(table, (row, "residents", number)), place=place)
        states.append(path.read_bytes())
    last, first = history(place)
    ((column, old, new),) = last.rows[0].cells
    assert (last.kind, column, old, new) == ("edit", "residents", "11", "12")
    shown = known.get(f"/history/{last.id}").text
    assert "撤销这次改动" in shown
    assert known.get(f"/history/{first.id}").text.count("撤销这次改动") == 0
    # the command line sees the same
    listed = gisplan("history", cwd=place.root).stdout
    assert last.id in listed
    assert re.search("residents.*11.*12", gisplan("history", last.id, cwd=place.root).stdout)
    refused = gisplan("import", "--undo", cwd=place.root)
    assert (refused.returncode, "history --undo" in refused.stderr) == (2, True)
    # an undo that is meant of another change than the last does nothing
    answer = known.post("/history/undo", data={"change": first.id})
    assert (answer.status_code, "又有新的改动" in answer.text) == (422, True)
    assert known.post("/history/undo", data={"change": last.id}).status_code == 303
    assert path.read_bytes() == states[1]
    assert gisplan("history", "--undo", cwd=place.root).returncode == 0
    assert path.read_bytes() == states[0]
    assert [(one.kind, one.undone) for one in history(place, layer="figures")] == [
        *[("undo", False), ("undo", False), ("edit", True), ("edit", True)]
    ]
    with pytest.raises(OptionError, match="no change"):
        undo_last(place)
    assert known.get("/history/none").status_code == 422
    assert "已撤销" in known.get(f"/history?undone={last.id}").text


def test_a_run_killed_before_it_could_note_is_noted_by_the_next(
    place: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between the table's step into place and the note of it, and likewise of an undo."""
    path = place.layers / "figures.csv"
    before = path.read_bytes()

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    note = kept.note

    def killed_undo(entry: dict[str, Any], state: Path) -> None:
        note(entry, state)
        if entry["kind"] == "undo":
            raise KeyboardInterrupt

    table = table_of("figures", place=place)
    row = int(table.rows.index[0])
    with monkeypatch.context() as patch:
        patch.setattr("gisplan.api.editing.keep.keep", killed)
        with pytest.raises(KeyboardInterrupt):
            keep_edits("figures", edits(table, (row, "residents", "77")), place=place)
    (change,) = history(place)
    assert last_change(place) == change
    with monkeypatch.context() as patch:
        patch.setattr(kept, "note", killed_undo)
        with pytest.raises(KeyboardInterrupt):
            undo_last(place)
    assert path.read_bytes() == before
    kept.settle(place)
    assert [one.kind for one in history(place)] == ["undo", "edit"]
    assert last_change(place) is None
    # the end of a line that was cut short is passed over, and nothing is put behind it
    with (place.state / kept.HISTORY).open("a") as file:
        file.write('{"id": "x", "ki')
    table = table_of("figures", place=place)
    keep_edits("figures", edits(table, (row, "residents", "78")), place=place)
    assert [one.kind for one in history(place)] == ["edit", "undo", "edit"]
    # what was damaged is as if it were not there, and names no other folder
    stack = place.state / "undo" / "last"
    (name,) = stack.read_text().split()
    whole = (place.state / "undo" / name / "import.json").read_bytes()
    for damaged in (b"", b"[]", b"{}", b'{"files": 3}', b'{"files": [1]}', whole[:-9], b"\xff"):
        (place.state / "undo" / name / "import.json").write_bytes(damaged)
        assert last_change(place) is None
    stack.write_text("../../layers ..")
    assert last_change(place) is None
    with pytest.raises(OptionError, match="no change"):
        undo_last(place)
    assert path.exists()


def test_layers_that_are_not_edited_say_why(shared: Workspace, place: Workspace) -> None:
    known = client(shared)
    page = known.get("/tables").text
    assert (
        page.index("自己的表") < page.index("/tables/enterprises") < page.index("随软件提供的事实")
    )
    for name, said in (
        ("counties", "随软件提供"),
        ("lakes", "随软件提供"),
        ("scorecard", "还没有生成"),
    ):
        answer = known.get(f"/tables/{name}")
        assert said in answer.text, name
        assert "data-table" not in answer.text
        sent_ = {"edits": json.dumps({"fingerprint": "", "added": [{"name_zh": "x"}]})}
        assert known.post(f"/tables/{name}/keep", data=sent_).status_code == 422
    assert known.get("/tables/none").status_code == 422
    # a table that a link leads to lies outside of the workspace
    path = place.layers / "figures.csv"
    moved = place.root.parent / "elsewhere.csv"
    shutil.move(path, moved)
    path.symlink_to(moved)
    assert table_of("figures", place=place).read_only is not None


def test_hostile_words_are_words_and_wrong_requests_a_sentence(place: Workspace) -> None:
    known, path = client(place), place.layers / "figures.csv"
    hostile = "<script>alert(1)</script>\"'&"
    write_csv(
        path,
        ("adcode", "residents", hostile),
        [("990101", "10", hostile), ("990102", "=1", "\u202ex")],
    )
    page = known.get("/tables/figures").text
    assert "<script>alert" not in page
    assert "\u202e" not in re.sub(r'data-value="[^"]*"', "", page)
    assert "wrong-cell" in page
    assert "只看有问题的 1 行" in page
    table = table_of("figures", place=place)
    assert known.get("/tables/figures?faulty=1").text.count("data-row=") == 1
    # a column that nobody declared stays as it is
    answer = known.post("/tables/figures/keep", data=sent(table, (2, "residents", "5")))
    assert answer.status_code == 303
    assert layer(place, "figures")[hostile][0] == hostile
    assert "'=1" in path.read_text(encoding="utf-8-sig")
    for told in (
        *("", "[", "[]", "{}", '{"fingerprint": 1, "cells": [{"row": "x"}]}', "[" * 100_000),
        json.dumps({"fingerprint": "", "added": [{"residents": "1"}] * (MOST_CELLS + 1)}),
        json.dumps({"fingerprint": "", "cells": [], "datum": "mars"}),
        json.dumps({"fingerprint": "", "added": [{"nothing": "1"}]}),
    ):
        for path_ in ("difference", "keep"):
            answer = known.post(f"/tables/figures/{path_}", data={"edits": told})
            assert answer.status_code == 422, told[:60]
            assert "Traceback" not in answer.text
    for query in ("page=x", "page=99999999999", "order=none", "order=residents&down=1", "q=%00%ff"):
        assert known.get(f"/tables/figures?{query}").status_code in (200, 422), query
    assert known.get("/tables/figures/keep").headers["location"] == "/tables/figures"


def test_thousands_of_rows_are_searched_sorted_and_paged(place: Workspace) -> None:
    rows = [(f"{100000 + number}", str((number * 7919) % 4001)) for number in range(4001)]
    rows[17] = (rows[17][0], "")
    write_csv(place.layers / "figures.csv", ("adcode", "residents"), rows)
    known = client(place)
    page = known.get("/tables/figures?order=residents&down=1&page=2").text
    assert page.count("data-row=") == 100
    assert "共 41 页" in page
    table = table_of("figures", place=place)
    order = TableView(order="residents", count=5000)
    numbers = table.rows.loc[list(rows_shown(table, order)[0]), "residents"].tolist()
    assert numbers[-1] == ""
    figures = [int(cell) for cell in numbers[:-1]]
    assert figures == sorted(int(cell) for _, cell in rows if cell)
    found, total = rows_shown(table, TableView(search="10001"))
    assert total == sum("10001" in code or "10001" in cell for code, cell in rows)
    assert len(found) == total
    last = known.get("/tables/figures?page=999").text
    assert last.count("data-row=") == 1


def clean_in_english_on_a_phone(planner: Planner) -> None:
    """Look at screens as a phone of 390 pixels shows them, and leave the browser as it was."""
    chromium = planner.driver
    screen = {"width": 390, "height": 800, "deviceScaleFactor": 1, "mobile": False}
    chromium.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", screen)
    planner.find(".language button").click()
    for path in (
        *("/tables", "/tables/enterprises", "/history", "/ledger"),
        *("/ledger/item?id=output-2020", "/documents", "/coverage", "/sites"),
    ):
        planner.go(path).clean()
        wide = "return document.documentElement.scrollWidth"
        assert chromium.execute_script(wide) <= 390, path
    chromium.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    planner.find(".language button").click()


def press_keys(driver: webdriver.Chrome, *keys: str) -> None:
    ActionChains(driver).send_keys(*keys).perform()


def cell_at(planner: Planner, row: int, column: int) -> WebElement:
    return planner.find(f"tr[data-row='{row}'] td:nth-child({column})")


@pytest.mark.browser
def test_cells_are_edited_by_mouse_keyboard_and_paste(
    chromium: webdriver.Chrome, tmp_path: Path
) -> None:
    place = own(tmp_path / "own")
    with office(place.root) as running:
        planner = Planner(chromium, running).go("/tables/enterprises")
        planner.clean()
        press, cell = partial(press_keys, chromium), partial(cell_at, planner)
        cell(3, 3).click()
        press("丙合成厂", Keys.ENTER, Keys.ARROW_UP, Keys.ARROW_RIGHT, Keys.ARROW_RIGHT, Keys.ENTER)
        assert chromium.switch_to.active_element.tag_name == "input"
        press(Keys.ESCAPE, Keys.ARROW_LEFT, Keys.F2, "x", Keys.ESCAPE)
        press(Keys.HOME, Keys.ARROW_LEFT, Keys.ARROW_DOWN, Keys.ARROW_RIGHT)
        assert chromium.switch_to.active_element == cell(4, 2)
        whole = ActionChains(chromium).key_down(Keys.CONTROL).send_keys(Keys.ENTER)
        whole.key_up(Keys.CONTROL).perform()
        assert planner.find("dialog h2").text == "第 4 行"
        press(Keys.ESCAPE)
        assert cell(3, 3).text == "丙合成厂"
        assert len(planner.all("td.edited")) == 1
        # a block, as Excel copies it
        cell(4, 12).click()
        chromium.execute_script(
            "const data = new DataTransfer(); data.setData('text/plain', '1.5\\t2020\\n约三\\t');"
            "document.dispatchEvent(new ClipboardEvent('paste', {clipboardData: data}))"
        )
        assert cell(4, 12).text == "1.5"
        planner.find("[data-add]").click()
        planner.find("dialog [name=name_zh]").send_keys("=丁合成厂")
        planner.find("dialog [name=region]").send_keys("肃州区")
        planner.find("dialog button[value=take]").click()
        planner.clean()
        # another page of the table, and back: what waits is still there
        planner.go("/tables/enterprises?q=合成厂").go("/tables/enterprises")
        assert "增 1 行" in planner.find("[data-edits]").text
        planner.press("[data-edits] .first")
        assert "第 5 行“产值”：“约三”" in planner.text
        planner.clean()
        planner.go("/tables/enterprises")
        cell(5, 12).click()
        press(Keys.DELETE)
        planner.press("[data-edits] .first")
        assert not planner.all(".fault")
        planner.press("main form .first")
        assert "已保存" in planner.text
        planner.clean()
        table = layer(place).set_index("id")
        assert table.loc["enterprises_gansu.csv/3", "name_zh"] == "丙合成厂"
        assert table.loc["enterprises_gansu.csv/4", "output"] == "1.5"
        assert table.loc["手工录入/1", ["name_zh", "adcode"]].tolist() == ["'=丁合成厂", "620902"]
        planner.press(".told-good form[action='/history/undo'] button")
        planner.clean()
        assert "已撤销" in planner.text
        assert "手工录入/1" not in layer(place)["id"].tolist()
        clean_in_english_on_a_phone(planner)
        errors = [each for each in chromium.get_log("browser") if each["level"] == "SEVERE"]
        assert errors == []


def test_a_computed_point_is_shown_to_the_tenth_of_a_metre(
    built: tuple[Workspace, BuildReport],
) -> None:
    place = built[0]
    for name in ("enterprises_placed", "suggested_sites"):
        rows = table_of(name, place=place).rows[["lon", "lat"]]
        points = load_layer(name, place=place).table.geometry.get_coordinates().to_numpy()
        assert np.allclose(rows.replace("", None).astype(float), points, rtol=0, atol=1e-6)
