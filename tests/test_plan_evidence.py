"""The form: all aims out, filled rows back, each answered; nothing that was there is lost."""

from __future__ import annotations

import datetime
from pathlib import Path

import openpyxl
import pytest

from gisplan.api import evidence, load, workspace
from gisplan.catalog.workspace import Workspace
from gisplan.cli.main import main
from gisplan.errors import DataError, OptionError


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    return workspace.create(tmp_path_factory.mktemp("evidence") / "own")


@pytest.fixture(scope="module")
def form(own: Workspace) -> Path:
    return evidence.write_form(own.root / "填报.xlsx", place=own)


def filled(form: Path, name: str, *rows: dict[str, object]) -> Path:
    book = openpyxl.load_workbook(form)
    sheet = book["填报"]
    heads = {cell.value: cell.column for cell in sheet[1]}
    line = {sheet.cell(row, 1).value: row for row in range(2, sheet.max_row + 1)}
    for row in rows:
        where = line.pop(row["编号"], None) or sheet.max_row + 1
        for head, value in row.items():
            sheet.cell(where, heads[head]).value = value
    path = form.with_name(name)
    book.save(path)
    return path


def test_the_form_lists_every_aim_with_what_is_asked_and_a_list_to_choose_from(form: Path) -> None:
    sheet = openpyxl.load_workbook(form)["填报"]
    plan = load.load_plan()
    aims = {aim.id for aim in (*plan.targets, *plan.milestones())}
    assert {row[0].value for row in sheet.iter_rows(min_row=2)} == aims
    heads = [cell.value for cell in sheet[1]]
    for head in (
        "判定",
        "数值",
        "单位",
        "达到日期",
        "进展",
        "判定人",
        "判定日期",
        "文件",
        "网址",
        "说明",
    ):
        assert head in heads
    (rule,) = sheet.data_validations.dataValidation
    assert rule.formula1 == '"达到,部分达到,未达到"'


WHO = {"判定人": "省商务厅", "判定日期": datetime.datetime(2018, 11, 30)}


def test_five_kinds_of_mistakes_are_each_answered(own: Workspace, form: Path) -> None:
    path = filled(
        form,
        "填好.xlsx",
        {"编号": "9-2018-1", "判定": "达到", **WHO},
        {"编号": "output-2020", "数值": "6,000,000", "单位": "万元", **WHO},
        {"编号": "3-2018-1", "判定": "还行", **WHO},
        {"编号": "2-2018-1", "判定": "达到", "判定日期": "2018年12月1日"},
        {"编号": "5-2018-1", "判定": "达到", "判定人": "省工信厅", "判定日期": "03/04/2019"},
        {"编号": "8-2020-1", "数值": 75, "单位": "万吨", **WHO},
        {"编号": "8-2020-9", "判定": "达到", **WHO},
    )
    found = evidence.take_evidence(path, place=own)
    assert (found.used, found.set_aside, found.used + found.set_aside) == (2, 5, 7)
    assert found.blank == 58 - 6
    told = {answer.id: answer.why.zh for answer in found.answers if not answer.used}
    for item, why in (
        *(("3-2018-1", "不在可选之列"), ("2-2018-1", "判定人"), ("5-2018-1", "读不出")),
        *(("8-2020-1", "不能换算"), ("8-2020-9", "没有编号")),
    ):
        assert why in told[item]
    aside = (own.exports / "import" / "evidence_set_aside.csv").read_text(encoding="utf-8-sig")
    assert aside.count("\n") == 6
    table = load.load_layer("scorecard", place=own).table.set_index("id")
    assert table.loc["9-2018-1", "status"] == "met"
    assert table.loc["output-2020", ["status", "said_value"]].tolist() == ["short", 600.0]
    # the same again adds nothing; a later word of the same unit is added and counts
    again = evidence.take_evidence(path, place=own)
    assert (again.used, again.known) == (2, 2)
    later = {**WHO, "判定日期": "2020/6/1"}
    more = filled(form, "后来.xlsx", {"编号": "9-2018-1", "判定": "部分达到", **later})
    assert evidence.take_evidence(more, place=own).known == 0
    row = load.load_layer("scorecard", place=own).table.set_index("id").loc["9-2018-1"]
    assert (row["status"], row["history_zh"].count("\n")) == ("partly", 1)


def test_a_form_of_which_no_row_can_be_used_leaves_what_there_is(
    own: Workspace, form: Path
) -> None:
    path = own.layers / "milestone_status.csv"
    before = path.read_bytes()
    bad = filled(form, "坏.xlsx", {"编号": "9-2018-1", "判定": "不知道", **WHO})
    assert evidence.take_evidence(bad, place=own).used == 0
    assert path.read_bytes() == before
    other = own.root / "别的.csv"
    other.write_text("甲,乙\n1,2\n", encoding="utf-8")
    with pytest.raises(DataError, match="no column of ids"):
        evidence.take_evidence(other, place=own)
    with pytest.raises(OptionError):
        evidence.write_form(own.root / "填报.csv", place=own)


def test_the_command_writes_the_form_and_takes_it_back(own: Workspace, form: Path, capsys) -> None:
    path = filled(form, "又.xlsx", {"编号": "6-2018-1", "判定": "达到", **WHO})
    words = ["scorecard", "-C", str(own.root)]
    assert main([*words, "--form", str(own.root / "新.xlsx")]) == 0
    assert main([*words, "--evidence", str(path), "--year", "2018"]) == 0
    told = capsys.readouterr().out
    assert "填写 1 行，采用 1 行" in told
    assert "省商务厅, 2018-11-30" in told


def imported(place: Path, layer: str, text: str) -> int:
    path = place / "表.csv"
    path.write_text(text, encoding="utf-8")
    return main(["import", str(path), "--layer", layer, "-C", str(place)])


def test_an_import_keeps_the_ids_of_the_aims_and_what_is_no_example(tmp_path: Path) -> None:
    place = workspace.create(tmp_path / "own")
    head = "编号,判定,判定人,判定日期,说明\n"
    assert (
        imported(place.root, "milestone_status", f"{head}9-2018-1,达到,省商务厅,2018/11/30,测试\n")
        == 0
    )
    table = load.load_layer("status_read", place=place).table
    assert (table["id"].item(), table["status"].item()) == ("9-2018-1", "met")
    shipped = load.load_layer("statistics").table
    head = "指标,行政区划代码,年份,数值,单位,英文单位,来源\n"
    row = "industry_output,620000,2020,1040,亿元,x,测试\n"
    assert imported(place.root, "statistics", head + row) == 0
    kept = load.load_layer("statistics", place=place).table
    assert len(kept) == len(shipped) + 1
    assert set(shipped["indicator"]) <= set(kept["indicator"])
    card = load.load_layer("scorecard", place=place).table.set_index("id")
    assert card.loc["output-2020", "status"] == "met"
    assert card.loc["9-2018-1", "decided_by"] == "person"


def test_firms_are_understood_as_offices_call_them(tmp_path: Path) -> None:
    place = workspace.create(tmp_path / "own")
    head = "企业名称,产业,企业类别,所在地区,产值(亿元),产值年份,来源,来源年份,verified\n"
    rows = (
        "测试一有限公司,节能,创新型骨干,兰州市西固区,1.2,2020,测试,2021,true\n"
        "测试二有限公司,资源综合利用,龙头,酒泉市肃州区,12,2020,测试,2021,true\n"
    )
    assert imported(place.root, "enterprises", head + rows) == 0
    kinds = load.load_layer("enterprises", place=place).table.set_index("name_zh")["kind"]
    assert kinds.to_dict() == {
        "测试一有限公司": "innovative_backbone",
        "测试二有限公司": "leading",
    }
