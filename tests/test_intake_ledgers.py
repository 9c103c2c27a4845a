"""Ledgers as offices send them: what is a row, a heading, a unit, a datum, and what is said."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gisplan.api.importing import ImportReport
from gisplan.catalog import workspace
from gisplan.catalog.workspace import Workspace
from gisplan.errors import DataError, GisplanError, OptionError
from gisplan.importing.coordinate_cells import split_pairs
from gisplan.importing.rows import sort_rows
from gisplan.pipeline.catalogue import load
from gisplan.places.crs import from_wgs84
from tests.intake import Sheet, book, bring, layer, own, remember_known, snapshot, write_csv
from tests.test_intake_amounts import UNITS
from tests.test_intake_headings import WORDS

HEAD = ["企业名称", "详细地址", "产值（万元）"]
FIRM = ["合成甲公司", "兰州市城关区合成路1号", 1200]
OTHER = ["合成乙公司", "天水市秦州区合成路2号", 350]


@pytest.fixture(scope="module", autouse=True)
def known_once() -> Iterator[None]:
    """Load regions and vocabulary once, not with every import of this module."""
    with pytest.MonkeyPatch.context() as patch:
        remember_known(patch)
        yield


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return own(tmp_path_factory.mktemp("own") / "w").root


@pytest.fixture
def mine(made: Path, tmp_path: Path) -> Workspace:
    shutil.copytree(made, tmp_path / "mine")
    return workspace.find(tmp_path / "mine")


def sheet(*rows: list[object], **given: object) -> Sheet:
    return Sheet(rows=rows, **given)  # type: ignore[arg-type]


def told(report: ImportReport) -> str:
    """All that an import says, in Chinese."""
    words = [*report.warnings, *report.told, *(item.message for item in report.problems)]
    return "\n".join(text.zh for text in words)


# -- rows -------------------------------------------------------------------------------------

NOT_DATA = [
    (["合计", None, 1550], "total"),
    (["合 计", None, 1550], "total"),
    (["总计", "", 1550], "total"),
    (["全市合计", None, 1550], "total"),
    (["平均", None, 775], "average"),
    (["其中：规上", None, 1200], "part"),
    (["注：产值为快报数", None, None], "note"),
    (["备注：以统计局公布为准", None, None], "note"),
    (["资料来源：合成", None, None], "note"),
    (["制表人：某某", None, None], "form"),
    (["填表日期：2024年1月", None, None], "form"),
    (["审核", "某某", None], "form"),
    (["审核人（签字）：", None, None], "form"),
    (["第1页，共2页", None, None], "form"),
    (["一、省属企业", None, None], "section"),
    (HEAD, "heading"),
]


def test_a_row_that_is_no_data_is_told_and_none(mine: Workspace, tmp_path: Path) -> None:
    rows, kinds = zip(*NOT_DATA, strict=True)
    path = book(tmp_path / "a.xlsx", sheet(HEAD, FIRM, OTHER, *rows))
    report = bring(path, mine)
    assert layer(mine)["name_zh"].tolist() == ["合成甲公司", "合成乙公司"]
    numbers = list(range(4, 4 + len(rows)))
    assert report.not_data["row"].tolist() == numbers
    assert report.not_data["kind"].tolist() == list(kinds)
    assert (report.rows, report.used, report.set_aside) == (2, 2, 0)
    assert set(numbers) <= {item.row for item in report.problems}
    # a planner's word goes before it
    kept = bring(path, mine, keep_rows=tuple(numbers), replace=True)
    assert kept.rows == 2 + len(rows)
    assert kept.not_data.empty


def test_a_row_of_units_or_of_numbers_below_the_heading_is_none(
    mine: Workspace, tmp_path: Path
) -> None:
    head = ["企业名称", "详细地址", "产值"]
    units = book(tmp_path / "a.xlsx", sheet(head, [None, None, "万元"], FIRM))
    report = bring(units, mine)
    assert layer(mine)["output"].tolist() == ["0.12"]
    assert report.not_data["kind"].tolist() == ["units"]
    numbers = book(tmp_path / "b.xlsx", sheet(HEAD, ["甲", "1", "2"], FIRM))
    assert bring(numbers, mine).not_data["kind"].tolist() == ["numbers"]


def test_a_second_table_below_is_told_and_none(mine: Workspace, tmp_path: Path) -> None:
    second = [["项目名称", "建设地点", "总投资"], ["合成项目", "兰州市", 99]]
    path = book(tmp_path / "a.xlsx", sheet(HEAD, FIRM, [None] * 3, *second))
    report = bring(path, mine)
    assert layer(mine)["name_zh"].tolist() == ["合成甲公司"]
    assert report.not_data["kind"].tolist() == ["second_table"] * 2
    within = bring(path, mine, rows=(range(2, 3),), replace=True)
    assert within.used == 1


def test_sums_are_held_against_the_rows(mine: Workspace, tmp_path: Path) -> None:
    good = book(tmp_path / "a.xlsx", sheet(HEAD, FIRM, OTHER, ["合计", None, 1550]))
    report = bring(good, mine)
    assert "合计与各行相符" in told(report)
    assert not report.warnings
    bad = book(tmp_path / "b.xlsx", sheet(HEAD, FIRM, OTHER, ["合计", None, 15500]))
    report = bring(bad, mine)
    assert any("不符" in text.zh for text in report.warnings)
    parts = [["小计", None, 1550], ["合成丙公司", "酒泉市肃州区", 50], ["小计", None, 50]]
    grouped = book(tmp_path / "c.xlsx", sheet(HEAD, FIRM, OTHER, *parts, ["总计", None, 1600]))
    report = bring(grouped, mine)
    assert report.used == 3
    assert not report.warnings


names = st.text("甲乙丙丁戊己庚辛", min_size=2, max_size=6).map(lambda name: f"{name}公司")


@given(st.lists(st.tuples(names, st.integers(0, 10**6)), min_size=1, max_size=8))
def test_no_row_with_a_name_and_a_figure_is_taken_for_anything_else(
    rows: list[tuple[str, int]],
) -> None:
    table = pd.DataFrame(rows, columns=["企业名称", "产值"]).astype(str)
    found = sort_rows(
        table,
        name="企业名称",
        is_heading=WORDS.knows,
        is_unit=lambda cell: UNITS.find(cell) is not None,
    )
    assert found.data.all()


# -- headings ---------------------------------------------------------------------------------


@pytest.mark.parametrize("merged", [["A1:A2", "B1:B2", "C1:D1", "E1:F1"], ["C1:D1"], []])
def test_a_heading_of_two_levels_is_read_by_the_last(
    merged: list[str], mine: Workspace, tmp_path: Path
) -> None:
    head = ["企业名称", "详细地址", "坐标", None, "主要指标", None]
    below = [None, None, "经度", "纬度", "产值（万元）", "从业人员"]
    firm = ["合成甲公司", "兰州市城关区", 103.83, 36.06, 1200, 30]
    path = book(tmp_path / "a.xlsx", sheet(head, below, firm, merged=merged))
    bring(path, mine)
    row = layer(mine).iloc[0]
    assert row[["lon", "lat", "output", "employees"]].tolist() == ["103.83", "36.06", "0.12", "30"]


def test_the_heading_is_found_below_a_form_by_its_words(mine: Workspace, tmp_path: Path) -> None:
    form = [["填报单位", "某局", "填报人"], ["报表期", "2023年", "审核人"]]
    bring(book(tmp_path / "a.xlsx", sheet(*form, HEAD, FIRM)), mine)
    assert layer(mine)["name_zh"].tolist() == ["合成甲公司"]
    lines = "\n".join(",".join(map(str, row)) for row in (*form, HEAD, FIRM))
    (tmp_path / "b.csv").write_text(lines, encoding="gb18030")
    assert bring(tmp_path / "b.csv", mine).used == 1


def test_the_remedy_named_is_the_right_one(mine: Workspace, tmp_path: Path) -> None:
    path = book(tmp_path / "a.xlsx", sheet(["甲栏", "乙栏"], ["p1", "q1"]))
    with pytest.raises(DataError, match="--heading-row"):
        bring(path, mine)
    path = book(tmp_path / "b.xlsx", sheet(["单位", "详细地址"], FIRM[:2], OTHER[:2]))
    with pytest.raises(DataError, match="--column name=单位"):
        bring(path, mine)
    assert bring(path, mine, columns={"名称": "单位"}).used == 2


def test_columns_that_look_like_coordinates_are_a_warning_at_the_top(
    mine: Workspace, tmp_path: Path
) -> None:
    rows = [[f"合成{i}公司", 103.1 + i / 100, 36.2 + i / 100] for i in range(5)]
    path = book(tmp_path / "a.xlsx", sheet(["企业名称", "甲栏", "乙栏"], *rows))
    report = bring(path, mine)
    assert report.counts["points"] == 0
    first = report.warnings[0].zh
    assert "--column lon=甲栏 --column lat=乙栏" in first
    again = bring(path, mine, columns={"经度": "甲栏", "lat": "乙栏"})
    assert again.counts["points"] == 5


@pytest.mark.parametrize("heading", ["坐标", "位置", "location"])
def test_one_column_may_hold_both_coordinates(
    heading: str, mine: Workspace, tmp_path: Path
) -> None:
    cells = ("103.83,36.06", "103.83，36.06", "36.06 103.83")
    rows = [(f"合成{i}公司", cell) for i, cell in enumerate(cells)]
    bring(write_csv(tmp_path / "a.csv", ("企业名称", heading), rows), mine)
    assert layer(mine)[["lon", "lat"]].to_numpy().tolist() == [["103.83", "36.06"]] * 3


# -- units ------------------------------------------------------------------------------------

HEADS = ["企业名称", "产值"]


@pytest.mark.parametrize(
    "rows",
    [
        [["某市企业表（单位：万元）", None], HEADS, ["合成甲公司", 1200]],
        [["某市企业表", None], [None, "单位：万元、人"], HEADS, ["合成甲公司", 1200]],
        [HEADS, ["合成甲公司", 1200], ["注：金额单位为万元。", None]],
        [HEADS, [None, "万元"], ["合成甲公司", 1200]],
        [["企业名称", "产值（万元）"], ["合成甲公司", 1200]],
        [HEADS, ["合成甲公司", "1200万元"]],
        [[*HEADS, "计量单位"], ["合成甲公司", 1200, "万元"]],
        [["企业名称", "产值/万元"], ["合成甲公司", 1200]],
        [["企业名称", "单位", "产值"], ["合成甲公司", "万元", 1200]],
        [
            ["企业名称", "坐标信息", None, "生产经营情况", None],
            [None, "坐标", None, "产值", "从业人员"],
            [None, "经度", "纬度", "万元", "人"],
            ["合成甲公司", 103.83, 36.06, 1200, 30],
        ],
    ],
)
def test_a_unit_is_read_wherever_it_stands(
    rows: list[list[object]], mine: Workspace, tmp_path: Path
) -> None:
    bring(book(tmp_path / "a.xlsx", sheet(*rows)), mine)
    assert layer(mine)["output"].tolist() == ["0.12"]


def test_a_unit_that_nothing_states_is_asked_for(mine: Workspace, tmp_path: Path) -> None:
    path = book(tmp_path / "a.xlsx", sheet(HEADS, ["合成甲公司", 1200]))
    before = snapshot(mine.root)
    with pytest.raises(DataError, match="--unit 产值=万元") as error:
        bring(path, mine)
    assert "亿元" in error.value.text("zh")
    assert snapshot(mine.root) == before
    bring(path, mine, units={"产值": "万元"})
    assert layer(mine)["output"].tolist() == ["0.12"]
    # said once, it serves the next time, and that is told
    assert "沿用上次导入的：万元" in told(bring(path, mine))
    # but not against what a file states itself
    stated = book(tmp_path / "b.xlsx", sheet(["单位：亿元", None], HEADS, ["合成乙公司", 2]))
    bring(stated, mine)
    assert layer(mine)["output"].tolist() == ["0.12", "2"]
    with pytest.raises(OptionError, match="利润"):
        bring(path, mine, units={"利润": "万元"})


def test_a_quantity_in_merged_cells_counts_once(mine: Workspace, tmp_path: Path) -> None:
    rows = [["合成集团", "兰州市", 300], ["合成一厂", "兰州市", None], ["合成二厂", "兰州市", None]]
    path = book(tmp_path / "a.xlsx", sheet(HEAD, *rows, merged=["C2:C4", "B2:B4"]))
    report = bring(path, mine)
    assert layer(mine)["output"].tolist() == ["0.03", "", ""]
    assert layer(mine)["adcode"].tolist() == ["620100"] * 3
    assert "只计一次" in told(report)


def test_an_implausible_magnitude_is_told(mine: Workspace, tmp_path: Path) -> None:
    rows = [[f"合成{i}公司", "兰州市", 1000 + i] for i in range(6)]
    bring(book(tmp_path / "a.xlsx", sheet(HEAD, *rows)), mine)
    wrong = ["企业名称", "详细地址", "产值（亿元）"]
    others = [[f"另合成{i}公司", "天水市", 1000 + i] for i in range(6)]
    report = bring(book(tmp_path / "b.xlsx", sheet(wrong, *others)), mine)
    assert any("单位可能有误" in text.zh for text in report.warnings)


# -- datum ------------------------------------------------------------------------------------


def test_each_row_is_read_in_the_datum_that_it_states(mine: Workspace, tmp_path: Path) -> None:
    head = ("企业名称", "经度", "纬度", "坐标系")
    rows = [("合成甲", "103.83", "36.06", s) for s in ("GCJ02", "WGS84", "百度", "", "西安80")]
    report = bring(write_csv(tmp_path / "a.csv", head, rows), mine, datum="gcj02")
    table = layer(mine)
    points = table[["lon", "lat"]].to_numpy().tolist()
    assert points[1] == ["103.83", "36.06"]
    assert points[0] == points[3] != points[1]
    assert points[2] not in (points[0], points[1])
    assert points[4] == ["", ""]
    x, y = from_wgs84([float(points[0][0])], [float(points[0][1])], datum="gcj02")
    assert abs(x[0] - 103.83) < 2e-9
    assert abs(y[0] - 36.06) < 2e-9
    assert report.used == 5


def test_the_datum_may_stand_in_the_heading_or_in_a_note(mine: Workspace, tmp_path: Path) -> None:
    rows = [("合成甲", "103.83", "36.06")]
    head = ("企业名称", "GCJ-02经度", "GCJ-02纬度")
    shifted = bring(write_csv(tmp_path / "a.csv", head, rows), mine, datum=None)
    assert shifted.mapping.datum == "gcj02"
    both = (*head, "WGS84经度", "WGS84纬度")
    report = bring(
        write_csv(tmp_path / "b.csv", both, [(*rows[0], "103.9", "36.1")]),
        mine,
        "both",
        kind="enterprises",
        datum=None,
    )
    assert report.mapping.datum == "wgs84"
    assert layer(mine, "both")["lon"].tolist() == ["103.9"]
    noted = sheet(
        ["企业名称", "经度", "纬度"], list(rows[0]), ["注：坐标取自百度地图。", None, None]
    )
    report = bring(book(tmp_path / "c.xlsx", noted), mine, "noted", kind="enterprises", datum=None)
    assert report.mapping.datum == "bd09"


METRES = ("企业名称", "X坐标", "Y坐标")
ZONED, UNZONED = ("3993000.5", "35394000.2"), ("3993000.5", "394000.2")


#: Headings, cells and the datum told, and what the refusal says.
REFUSED: list[tuple[tuple[str, ...], tuple[str, str], str | None, str]] = [
    # metres where nothing names a plane, and eastings without the zone that a datum asks for
    (METRES, ZONED, None, "--datum cgcs2000-gk3"),
    (METRES, ZONED, "gcj02", "--datum cgcs2000-gk3"),
    (METRES, UNZONED, "cgcs2000-gk3", "--datum cgcs2000-gk-105e"),
    # datums whose way to WGS 84 is not public are never taken for another
    (("企业名称", "经度（西安80）", "纬度（西安80）"), ("103.8", "36.0"), None, "西安80"),
    (("企业名称", "北京54经度", "北京54纬度"), ("103.8", "36.0"), None, "北京54"),
]


def test_a_datum_that_can_not_be_is_refused_with_a_way_on(mine: Workspace, tmp_path: Path) -> None:
    before = snapshot(mine.root)
    for head, cells, datum, message in REFUSED:
        path = write_csv(tmp_path / "a.csv", head, [("合成甲公司", *cells)])
        with pytest.raises(GisplanError) as error:
            bring(path, mine, datum=datum)
        assert message in error.value.text("zh")
    assert snapshot(mine.root) == before


PAIRS = (
    "经度103.83纬度36.06",
    "东经103.83，北纬36.06",
    '{"lng":103.83,"lat":36.06}',
    "(103.83;36.06)",
)


@pytest.mark.parametrize("cell", PAIRS)
def test_a_pair_of_coordinates_is_read_however_it_is_put(cell: str) -> None:
    read = split_pairs(pd.Series([cell]))
    assert read["x"].str.contains("103.83").all()
    assert read["y"].str.contains("36.06").all()


def test_x_is_the_northing_in_survey_order(mine: Workspace, tmp_path: Path) -> None:
    x, y = from_wgs84([103.83], [36.06], datum="cgcs2000-gk3")
    rows = [("合成甲公司", f"{y[0]:.3f}", f"{x[0]:.3f}")]
    path = write_csv(tmp_path / "a.csv", ("企业名称", "X", "Y"), rows)
    report = bring(path, mine, datum="cgcs2000-gk3")
    row = layer(mine).iloc[0]
    assert abs(float(row["lon"]) - 103.83) < 1e-7
    assert abs(float(row["lat"]) - 36.06) < 1e-7
    assert "对调" in told(report)


@pytest.mark.parametrize(
    "pair", [("0", "0"), ("暂无", "暂无"), ("", ""), ("106.67", ""), ("—", "无")]
)
def test_what_is_no_position_costs_no_row(
    pair: tuple[str, str], mine: Workspace, tmp_path: Path
) -> None:
    head = ("企业名称", "详细地址", "经度", "纬度")
    rows = [("合成甲公司", "兰州市城关区", *pair)]
    report = bring(write_csv(tmp_path / "a.csv", head, rows), mine)
    row = layer(mine).iloc[0]
    assert (row["lon"], row["lat"], row["precision"]) == ("", "", "none")
    assert row["adcode"] == "620102"
    assert any(item.row == 2 for item in report.problems) == any(pair)


# -- cells ------------------------------------------------------------------------------------


def test_a_point_far_from_its_region_is_a_warning(mine: Workspace, tmp_path: Path) -> None:
    head = ("企业名称", "所在县区", "经度", "纬度", "信用代码")
    rows = [("合成甲公司", "城关区", "116.3", "39.9", "'91620100MA71XXXX0X")]
    rows += [("合成乙公司", "无", "-1", "-1", "不详")]
    report = bring(write_csv(tmp_path / "a.csv", head, rows), mine)
    assert any("20 千米以上" in text.zh for text in report.warnings)
    table = layer(mine)
    assert table["credit_code"].tolist() == ["91620100MA71XXXX0X", ""]
    assert table["lon"].tolist() == ["116.3", ""]
    assert "找不到“无”" not in told(report)


def test_one_bad_optional_cell_never_costs_a_row(mine: Workspace, tmp_path: Path) -> None:
    head = (
        "企业名称",
        "产值（万元）",
        "从业人员",
        "产值年份",
        "行政区划代码",
        "经度",
        "纬度",
        "企业类别",
    )
    rows = [
        ("合成甲公司", "停产", "约50", "去年", "999999", "abc", "36", "不知道"),
        ("合成乙公司", "-5", "30.5", "3021", "620102", "103.8", "36.1", "龙头"),
    ]
    report = bring(write_csv(tmp_path / "a.csv", head, rows), mine)
    assert (report.used, report.set_aside) == (2, 0)
    table = layer(mine)
    assert table.loc[0, ["output", "employees", "output_year", "lon", "kind"]].tolist() == [""] * 5
    assert table.loc[1, ["output", "employees", "output_year"]].tolist() == [""] * 3
    assert table["kind"].tolist() == ["", "leading"]
    shown = {(item.row, item.value) for item in report.problems}
    assert {(2, "停产"), (2, "约50"), (2, "去年"), (2, "不知道")} <= shown
    assert any("不能用" in text.zh for text in report.warnings)


def test_categories_are_asked_for_in_words(mine: Workspace, tmp_path: Path) -> None:
    head = ("企业名称", "企业类型")
    rows = [("合成甲公司", "有限责任公司"), ("合成乙公司", "国有企业")]
    report = bring(write_csv(tmp_path / "a.csv", head, rows), mine)
    assert layer(mine)["kind"].tolist() == ["", ""]
    (first,) = report.warnings
    assert "龙头企业" in first.zh
    assert "leading" not in first.zh
    assert "kind" not in report.mapping.columns


def test_repairs_are_true(mine: Workspace, tmp_path: Path) -> None:
    cells = {"2023.05": "2023", "2023年12月": "2023", "2023-05-01": "2023", "2020年-2021年": ""}
    rows = [(f"合成{i}公司", cell) for i, cell in enumerate(cells)]
    report = bring(write_csv(tmp_path / "a.csv", ("企业名称", "产值年份"), rows), mine)
    assert layer(mine)["output_year"].tolist() == list(cells.values())
    assert set(cells) <= {item.value for item in report.problems}


CODES = {
    "620102.0": "620102",
    "620102001000": "620102",
    "620102001": "620102",
    "6201": "620100",
    "62": "620000",
    "622102": "620902",  # 酒泉市 until 2002
    "620824": "620881",  # 华亭县 until 2018
    "620201": "620200",  # the districts of a city without any
    "'620102": "620102",
    "６２０１０２": "620102",
}


def test_codes_of_regions_are_read_as_people_write_them(mine: Workspace, tmp_path: Path) -> None:
    rows = [(f"合成{i}公司", cell) for i, cell in enumerate(CODES)]
    report = bring(write_csv(tmp_path / "a.csv", ("企业名称", "行政区划代码"), rows), mine)
    assert layer(mine)["adcode"].tolist() == list(CODES.values())
    assert set(CODES) <= {item.value for item in report.problems}


def test_credit_codes_that_a_spreadsheet_spoilt_are_told_as_such(
    mine: Workspace, tmp_path: Path
) -> None:
    rows = [("合成甲公司", "9.16201E+17"), ("合成乙公司", "'91350100M000100Y43")]
    rows += [("合成丙公司", "916201007586420000")]
    head = ("企业名称", "统一社会信用代码")
    report = bring(write_csv(tmp_path / "a.csv", head, rows), mine)
    assert layer(mine)["credit_code"].tolist()[1] == "91350100M000100Y43"
    assert told(report).count("丢失") == 2


# -- nothing unsaid ---------------------------------------------------------------------------


def test_hidden_rows_and_sheets_are_told(mine: Workspace, tmp_path: Path) -> None:
    shown = sheet(HEAD, FIRM, OTHER, title="表", hidden_rows=[3], filtered=True)
    old = sheet(HEAD, ["旧合成公司", "兰州市", 1], title="旧表", hidden=True)
    path = book(tmp_path / "a.xlsx", old, shown)
    report = bring(path, mine)
    assert report.used == 2
    assert "第 3 行被筛选隐藏" in report.warnings[0].zh
    assert "工作表“旧表”是隐藏的" in told(report)
    assert bring(path, mine, sheet="旧表", replace=True).used == 1


def test_all_sheets_come_in_at_once_with_their_names(mine: Workspace, tmp_path: Path) -> None:
    head = ["企业名称", "产值（万元）"]
    cities = ("兰州市", "天水市", "酒泉市")
    sheets = [sheet(head, [f"{city}合成公司", 100], title=city) for city in cities]
    report = bring(book(tmp_path / "a.xlsx", *sheets), mine)
    table = layer(mine)
    assert report.sheets == cities
    assert table["adcode"].tolist() == ["620100", "620500", "620900"]
    assert table["note_zh"].tolist() == list(cities)
    years = [sheet(head, ["合成公司", i], title=f"{i}年") for i in (2022, 2023)]
    path = book(tmp_path / "b.xlsx", *years)
    with pytest.raises(OptionError, match=r"2022年.*--sheet"):
        bring(path, mine)
    assert bring(path, mine, all_sheets=True).used == 2


def test_empty_columns_and_formulas_without_a_value_are_told(
    mine: Workspace, tmp_path: Path
) -> None:
    rows = [[*HEAD, "主要产品"], ["合成甲公司", "兰州市", "=1+1", None]]
    report = bring(book(tmp_path / "a.xlsx", sheet(*rows)), mine)
    assert "整列为空" in told(report)
    assert any("公式没有存下结果" in text.zh for text in report.warnings)


def test_a_sheet_that_is_not_imported_is_told(mine: Workspace, tmp_path: Path) -> None:
    notes = sheet(["填表说明"], ["一、由企业填写"], title="说明")
    old = sheet(["市州", "合计"], ["兰州市", 12], title="旧表", hidden=True)
    report = bring(book(tmp_path / "a.xlsx", sheet(HEAD, FIRM, title="表"), notes, old), mine)
    said = told(report)
    assert "工作表“说明”有 1 行，没有“名称”" in said
    assert "工作表“旧表”（隐藏）有 1 行" in said
    assert "--sheet 旧表" in said


def test_folders_of_a_kml_come_in_at_once(mine: Workspace, tmp_path: Path) -> None:
    def folder(name: str, inside: str) -> str:
        point = "<Point><coordinates>103.8,36.1</coordinates></Point>"
        mark = f"<Placemark><name>{inside}</name>{point}</Placemark>"
        return f"<Folder><name>{name}</name>{mark}</Folder>"

    body = folder("工厂", "合成厂") + folder("园区", "合成园")
    text = f'<kml xmlns="http://www.opengis.net/kml/2.2"><Document>{body}</Document></kml>'
    (tmp_path / "a.kml").write_text(text, encoding="utf-8")
    report = bring(tmp_path / "a.kml", mine)
    assert report.sheets == ("工厂", "园区")
    assert layer(mine)["note_zh"].tolist() == ["工厂", "园区"]
    assert layer(mine)["name_zh"].tolist() == ["合成厂", "合成园"]


def test_features_without_attributes_are_told_how_to_get_a_name(
    mine: Workspace, tmp_path: Path
) -> None:
    point = '{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[103,36]}}'
    text = f'{{"type":"FeatureCollection","features":[{point}]}}'
    (tmp_path / "a.geojson").write_text(text, encoding="utf-8")
    with pytest.raises(DataError, match="--value name="):
        bring(tmp_path / "a.geojson", mine)
    bring(tmp_path / "a.geojson", mine, values={"名称": "合成点"})
    assert layer(mine)["name_zh"].tolist() == ["合成点"]


def test_a_unit_of_another_kind_names_both_ways_on(mine: Workspace, tmp_path: Path) -> None:
    head = ("设施名称", "处理能力（MW）")
    path = write_csv(tmp_path / "a.csv", head, [("合成厂", "20")])
    with pytest.raises(DataError, match="--kind table") as error:
        bring(path, mine, "works", kind="facilities")
    assert "--skip" in error.value.text("zh")
    bring(path, mine, "works", kind="facilities", skip=(head[1],))
    assert layer(mine, "works")["capacity"].tolist() == [""]
    bring(path, mine, "plants", kind="table")
    assert layer(mine, "plants")["chulinengli"].tolist() == ["20"]


def test_characters_that_no_declaration_may_hold_stand_in_no_title(
    mine: Workspace, tmp_path: Path
) -> None:
    head = ("合成\x7f名称", "处理\x01量\x7f（MW）", "经度", "纬度")
    path = write_csv(tmp_path / "厂\x7f表.csv", head, [("合成厂", "20", "103.8", "36")])
    bring(path, mine, "odd", kind="table", title="合\x7f成\x01表")
    spec = load(mine).layers["odd"]
    assert spec.title.zh == "合成表"
    assert "处理量" in {column.title.zh for column in spec.columns}
    assert [source.title.zh for source in spec.sources] == ["合成表"]
    # and the next import finds the headings as they stand
    bring(path, mine, "odd")
    assert len(layer(mine, "odd")) == 1


# -- which layer ------------------------------------------------------------------------------

AMAP = ("id", "name", "typecode", "address", "location", "pname", "cityname", "adname", "adcode")
REGISTER = (
    "企业名称",
    "登记状态",
    "法定代表人",
    "所属城市",
    "统一社会信用代码",
    "参保人数",
    "企业地址",
)


@pytest.mark.parametrize(
    ("head", "row", "chosen"),
    [
        (REGISTER, ("合成公司", "存续", "某", "兰州市", "", "5", "合成路"), "enterprises"),
        (("单位名称", "产值（万元）", "从业人员"), ("合成公司", "5", "6"), "enterprises"),
        (("设施名称", "处理能力（万吨/年）", "运营单位"), ("合成厂", "5", "合成"), "of_mine"),
        (("园区名称", "规划面积（平方公里）", "主导产业"), ("合成园", "5", "环保"), "parks"),
        (
            AMAP,
            ("B1", "合成站", "1", "", "103.8,36.1", "甘肃省", "兰州市", "", "620102"),
            "of_mine",
        ),
        (("Plant", "Capacity (MW)", "Fuel"), ("P1", "20", "Solar"), "of_mine"),
    ],
)
def test_the_layer_is_proposed_by_the_columns(
    head: tuple[str, ...], row: tuple[str, ...], chosen: str, mine: Workspace, tmp_path: Path
) -> None:
    path = write_csv(tmp_path / "of mine.csv", head, [row])
    report = bring(path, mine, None)
    assert report.layer == chosen
    assert report.proposed is not None
    assert report.used == 1
    assert report.map
    if chosen == "of_mine":  # the shipped facilities ask for more than a table gives
        assert report.declared
    if "location" in head:
        assert report.counts["points"] == 1
    # the next time it is the same layer
    assert bring(path, mine, None).layer == chosen
    assert len(layer(mine, chosen)) == 1


def test_figures_of_two_years_are_asked_about(mine: Workspace, tmp_path: Path) -> None:
    head = [["企业名称", "产值（万元）", None], [None, "2022年", "2023年"]]
    merged = ["A1:A2", "B1:C1"]
    path = book(tmp_path / "a.xlsx", sheet(*head, ["合成公司", 100, 200], merged=merged))
    with pytest.raises(DataError) as error:
        bring(path, mine, None)
    assert '--column 产值="产值（万元）/2023年"' in error.value.text("zh")
    bring(path, mine, None, columns={"产值": "产值（万元）/2023年"})
    assert layer(mine)["output"].tolist() == ["0.02"]


# -- nothing is swapped for nothing -----------------------------------------------------------


def test_a_file_without_a_usable_row_leaves_all_as_it_was(mine: Workspace, tmp_path: Path) -> None:
    path = write_csv(tmp_path / "a.csv", ("企业名称", "产值（万元）"), [("", "5"), ("", "6")])

    def kept() -> dict[str, bytes]:
        own = ("exports", ".gisplan")  # the reports, and the lock
        return {name: c for name, c in snapshot(mine.root).items() if not name.startswith(own)}

    before = kept()
    report = bring(path, mine)
    assert report.unchanged
    assert "保持原样" in report.warnings[0].zh
    assert kept() == before
    assert (mine.exports / "import" / "enterprises_set_aside.csv").is_file()


def test_a_file_of_the_same_name_from_elsewhere_is_asked_about(
    mine: Workspace, tmp_path: Path
) -> None:
    head = ("企业名称", "详细地址")
    one = write_csv(tmp_path / "兰州" / "企业名单.csv", head, [FIRM[:2]])
    two = write_csv(tmp_path / "天水" / "企业名单.csv", head, [OTHER[:2]])
    bring(one, mine)
    with pytest.raises(OptionError, match="--mode"):
        bring(two, mine)
    bring(two, mine, mode="add")
    assert layer(mine)["name_zh"].tolist() == [FIRM[0], OTHER[0]]
    # from now on each is known by its folder
    bring(two, mine)
    assert len(layer(mine)) == 2
    moved = write_csv(tmp_path / "新" / "企业名单.csv", head, [(FIRM[0], "兰州市城关区新路")])
    report = bring(moved, mine, mode="update")
    assert len(layer(mine)) == 2
    assert report.replaced == 1
    third = write_csv(tmp_path / "新" / "企业名单.csv", head, [("合成丙公司", "兰州市")])
    report = bring(third, mine, mode="replace")
    assert report.gone == (FIRM[0],)
    assert FIRM[0] in told(report)


# -- what is kept opens in a spreadsheet and runs nothing -------------------------------------

cells = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=8)


@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
@given(cells.map(lambda text: f"=名{text.strip()}"))
def test_a_layer_runs_no_formula_and_shows_what_was_given(made: Path, name: str) -> None:
    place = workspace.find(made)
    path = write_csv(made / "in" / "a.csv", ("企业名称", "备注"), [(name, "@x"), ("合成乙", "-y")])
    bring(path, place, "formulas", kind="enterprises", replace=True)
    raw = (place.layers / "formulas.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    table = layer(place, "formulas")
    assert not table.map(lambda cell: cell.startswith(("=", "@", "-y"))).to_numpy().any()
    again = bring(path, place, "formulas")
    assert (again.kept, again.replaced) == (0, 2)
    assert (place.layers / "formulas.csv").read_bytes() == raw
