"""What people say of the plan: every row is read or set aside with its reason, and counts once."""

from __future__ import annotations

import datetime
import shutil
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gisplan.analysis.plan.scorecard import read_status, scorecard
from gisplan.api import load, workspace
from gisplan.catalog.dates import read_day
from gisplan.catalog.workspace import Workspace
from gisplan.cli.main import main

INPUTS = {
    **{"items": "plan_items", "duties": "plan_duties", "words": "category_words"},
    **{"measures": "measurement_units", "units": "plan_units", "names": "plan_unit_names"},
    **{"competence": "competence", "targets": "plan_targets", "milestones": "plan_milestones"},
}
COLUMNS = ["id", "status", "said_by", "said_on", "value", "unit_zh", "reached_on", "note"]


@pytest.fixture(scope="module")
def tables() -> dict[str, pd.DataFrame]:
    names = (*INPUTS.values(), "scorecard_rules")
    return {name: layer.table for name, layer in load.load_layers(names).items()}


def read(tables: dict[str, pd.DataFrame], *said: dict[str, object]) -> pd.DataFrame:
    base = {"said_by": "省商务厅", "said_on": "2021-01-15"}
    status = pd.DataFrame([{**base, **row} for row in said], columns=COLUMNS)
    return read_status(status, **{name: tables[of] for name, of in INPUTS.items()}).table


def card(
    tables: dict[str, pd.DataFrame], status: pd.DataFrame, **more: pd.DataFrame
) -> pd.DataFrame:
    found = scorecard(
        tables["plan_targets"],
        tables["plan_milestones"],
        tables["scorecard_rules"],
        status,
        region="620000",
        competence=tables["competence"],
        measures=tables["measurement_units"],
        **more,
    )
    return found.table.set_index("id")


# -- days -----------------------------------------------------------------------------------


@given(st.dates(datetime.date(1950, 1, 1), datetime.date(2099, 12, 31)))
def test_a_day_is_read_however_it_is_written(day: datetime.date) -> None:
    serial = (day - datetime.date(1899, 12, 30)).days
    for text in (
        *(day.isoformat(), f"{day:%Y/%m/%d}", f"{day.year}.{day.month}.{day.day}"),
        *(f"{day.year}年{day.month}月{day.day}日", f"{day:%Y%m%d}", f"{day:%d %b %Y}"),
        *(f"{day.isoformat()} 00:00:00", serial, float(serial), pd.Timestamp(day)),
    ):
        if isinstance(text, (int, float)) and serial < 20_000:
            continue
        assert read_day(text) == day, text


@pytest.mark.parametrize("cell", ["03/04/2018", "2018年", "2018-13-01", "明年", "", None, 7])
def test_what_may_be_two_days_or_none_is_none(cell: object) -> None:
    assert read_day(cell) is None


def test_a_day_in_chinese_numerals() -> None:
    assert read_day("二〇一八年十一月三十日") == datetime.date(2018, 11, 30)


# -- rows -----------------------------------------------------------------------------------


@pytest.mark.parametrize("word", ["达到", "met", "已完成", " 达 到 ", "完成"])
def test_a_state_is_read_as_offices_write_it(tables, word: str) -> None:
    assert read(tables, {"id": "9-2018-1", "status": word})["status"].item() == "met"


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ({"id": "8-2020-9", "status": "met"}, "没有编号"),
        ({"id": "", "status": "met"}, "没有编号"),
        ({"id": "9-2018-1", "status": "还行"}, "不在可选之列"),
        ({"id": "9-2018-1", "status": ""}, "都是空的"),
        ({"id": "9-2018-1", "status": "met", "said_by": ""}, "判定人"),
        ({"id": "9-2018-1", "status": "met", "said_on": "03/04/2018"}, "读不出"),
        ({"id": "output-2020", "value": "许多", "unit_zh": "亿元"}, "不能读成一个数"),
        ({"id": "output-2020", "value": "600"}, "没有写单位"),
        ({"id": "output-2020", "value": "600", "unit_zh": "万吨"}, "不能换算"),
        ({"id": "pillar-2025", "value": "3", "unit_zh": "个"}, "没有数量要求"),
    ],
)
def test_a_row_that_can_not_be_used_says_why(tables, row: dict[str, object], why: str) -> None:
    table = read(tables, row, {"id": "9-2018-1", "status": "met"})
    assert table["used"].tolist() == [False, True]
    assert why in table["why_zh"].iloc[0]
    assert table["row"].tolist() == [2, 3]


@pytest.mark.parametrize(
    ("value", "unit", "expected"),
    [
        ("6,000,000", "万元", 600.0),
        ("600", "亿元", 600.0),
        ("600亿", "亿元", 600.0),
        ("６００亿元", "", 600.0),
        ("6000000万元", "亿元", 600.0),
        ("60000000000", "元", 600.0),
    ],
)
def test_a_value_is_brought_to_the_unit_of_the_aim(tables, value, unit, expected) -> None:
    row = read(tables, {"id": "output-2020", "value": value, "unit_zh": unit})
    assert row["value"].item() == pytest.approx(expected)
    assert row["status"].item() == "short"  # 1000 are asked


def test_a_value_decides_over_the_word_beside_it_and_says_so(tables) -> None:
    row = {"id": "output-2020", "status": "达到", "value": "6,000,000", "unit_zh": "万元"}
    table = read(tables, row)
    assert (table["status"].item(), table["used"].item()) == ("short", True)
    assert "与数值不符" in table["why_zh"].item()
    # firms are counted as 户, 家 or 个
    some = read(tables, {"id": "7-2020-1", "value": "6家", "unit_zh": "户"})
    assert (some["value"].item(), some["status"].item()) == (6.0, "met")


def test_the_same_row_twice_counts_once(tables) -> None:
    row = {"id": "9-2018-1", "status": "met"}
    assert read(tables, row, row)["used"].tolist() == [True, False]


# -- whose word counts ----------------------------------------------------------------------


def test_the_latest_word_of_the_more_competent_decides_and_all_are_kept(tables) -> None:
    status = read(
        tables,
        {"id": "9-2018-1", "status": "met", "said_by": "省商务厅", "said_on": "2019-01-01"},
        {"id": "9-2018-1", "status": "partly", "said_by": "省商务厅", "said_on": "2020-01-01"},
        {"id": "9-2018-1", "status": "met", "said_by": "省生态环境厅", "said_on": "2021-01-01"},
        {"id": "9-2018-1", "status": "short", "said_by": "某协会", "said_on": "2022-01-01"},
    )
    assert status["rank"].tolist() == [2, 2, 3, 5]  # what was published comes before others
    row = card(tables, status).loc["9-2018-1"]
    assert (row["status"], row["decided_by"], row["differ"]) == ("partly", "person", True)
    assert row["history_zh"].count("\n") == 3
    assert "某协会：未达到" in row["history_zh"]


def test_a_successor_speaks_for_the_unit_that_it_took_over(tables) -> None:
    status = read(
        tables,
        {"id": "1-2018-1", "status": "met", "said_by": "甘肃省工业和信息化厅"},
        {"id": "1-2018-1", "status": "met", "said_by": "省工信厅"},
        {"id": "1-2018-1", "status": "met", "said_by": "省发改委"},
        {"id": "1-2018-1", "status": "met", "said_by": "酒泉市政府"},
    )
    assert status["rank"].tolist() == [2, 2, 3, 3]


FIRMS = pd.DataFrame(
    {
        "name_zh": ["测试五", "测试六"],
        "industry": "services",
        "kind": "leading",
        "line": "energy_services",
        "output": [0.6, 0.5],
        "output_year": 2020,
    }
)


def test_data_and_a_person_who_differ_stand_side_by_side(tables) -> None:
    status = read(tables, {"id": "3-2020-1", "status": "short", "said_by": "省发展改革委"})
    row = card(tables, status, enterprises=FIRMS).loc["3-2020-1"]
    assert (row["status"], row["decided_by"]) == ("met", "data")
    assert (row["data_status"], row["said_status"], row["differ"]) == ("met", "short", True)
    # the order is data: people before data is one edit
    tables = {**tables, "competence": tables["competence"].replace({"order": {1: 9}})}
    row = card(tables, status, enterprises=FIRMS).loc["3-2020-1"]
    assert (row["status"], row["decided_by"], row["data_status"]) == ("short", "person", "met")


# -- units, gaps and what is left to a person -----------------------------------------------


def test_figures_in_another_unit_are_converted(tables) -> None:
    rows = [("gdp", 9016.7, "亿元"), ("industry_output", 6e6, "万元")]
    rows.append(("industry_value_added", 1.5e6, "万元"))
    statistics = pd.DataFrame(rows, columns=["indicator", "value", "unit_zh"])
    statistics = statistics.assign(adcode="620000", year=2020)
    found = card(tables, read(tables), statistics=statistics)
    assert found.loc["output-2020", ["status", "value", "short_by"]].tolist() == [
        *("short", 600.0, 400.0)
    ]
    share = found.loc["share-2020"]
    assert share["value"] == pytest.approx(100 * 150 / 9016.7)
    assert share["status"] == "short"
    odd = statistics.assign(unit_zh="千瓦")
    row = card(tables, read(tables), statistics=odd).loc["output-2020"]
    assert (row["status"], "不能换算" in row["reason_zh"]) == ("undecided", True)


def test_a_share_of_a_list_that_is_not_whole_is_a_lower_bound(tables) -> None:
    some = pd.DataFrame({"name_zh": ["甲"], "covered": [80.0], "demand": [100.0]})
    row = card(tables, read(tables), coverage=some).loc["8-2019-1"]
    assert (row["status"], row["value"], row["value_high"]) == ("undecided", 80.0, 100.0)
    whole = card(tables, read(tables), coverage=some.assign(covered=100.0)).loc["8-2019-1"]
    assert whole["status"] == "met"


def test_what_a_rule_leaves_to_a_person_is_not_decided_by_data(tables) -> None:
    spots = pd.DataFrame({"id": list("abc"), "group": "energy_saving", "status": "decided"})
    row = card(tables, read(tables), clusters=spots).loc["1-2025-1"]
    assert (row["status"], row["value"]) == ("awaiting", 3.0)
    assert pd.isna(row["data_status"])
    assert "须由人判定" in row["reason_zh"]
    said = read(tables, {"id": "1-2025-1", "status": "met", "said_by": "省工信厅"})
    assert card(tables, said, clusters=spots).loc["1-2025-1", "decided_by"] == "person"


def test_a_published_figure_decides_where_the_rule_says_so(tables) -> None:
    rule = (
        tables["scorecard_rules"]
        .iloc[[0]]
        .assign(id="8-2020-1", data="public_figures", measure="figure", column="used-a|used-b")
    )
    figures = pd.DataFrame(
        [("used-a", 74.0), ("used-b", 71.0), ("other", 99.0)], columns=["id", "value"]
    ).assign(adcode="620000", year=2020, kind="actual", unit_zh="%")
    status = read(tables)
    for some, expected in ((figures, "undecided"), (figures.iloc[[0]], "met")):
        found = card({**tables, "scorecard_rules": rule}, status, public_figures=some)
        assert found.loc["8-2020-1", "status"] == expected


# -- the command ----------------------------------------------------------------------------


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    return workspace.create(tmp_path_factory.mktemp("plan") / "own")


def test_the_command_answers_every_row(own: Workspace, tmp_path: Path, capsys) -> None:
    place = tmp_path / "copy"
    shutil.copytree(own.root, place)
    (place / "layers" / "milestone_status.csv").write_text(
        ",".join(own_columns(own)) + "\n"
        "9-2018-1,met,省商务厅,2018/11/30,,,,,,,Excel 的日期写法\n"
        "3-2018-1,达到,省发展改革委,2018-12-20,,,,,,,工具自己显示的词\n"
        "8-2020-9,met,省建设厅,2021-01-15,,,,,,,没有这个编号\n",
        encoding="utf-8",
    )
    assert main(["scorecard", "--year", "2018", "-C", str(place)]) == 0
    told = capsys.readouterr().out
    assert "达到 2" in told
    assert "各方判定 3 行：采用 2 行，搁置 1 行" in told
    assert "第 4 行（8-2020-9）" in told


def own_columns(place: Workspace) -> tuple[str, ...]:
    return load.load_layer("milestone_status", place=place).spec.column_names
