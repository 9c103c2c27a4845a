"""Rows that are no data, by their words and by how little they hold; names that are data stay."""

from __future__ import annotations

import pandas as pd
import pytest

from gisplan.importing.rows import sort_rows
from tests.test_intake_amounts import UNITS
from tests.test_intake_headings import WORDS

HEAD = ["序号", "企业名称", "所在地", "产值（万元）", "从业人员"]
FIRMS = [
    [str(i + 1), f"合成{c}厂", "兰州市城关区", f"{100 + i}", "10"] for i, c in enumerate("甲乙丙丁")
]

#: Labels in front of figures, parted by bars, by what they make of a row.
WITH_FIGURES = {
    "total": "合 计|合  计：|全市合计|本页小计|累 计|共计4家|合计（4家）|合计4户|以上合计"
    "|小　计|汇总"
    "|总额|合计数|合计=|TOTAL|Sum|Subtotal:|Grand Total|全市|全省",
    "average": "平均值|户均|人均|均 值|Average",
    "part": "其中：规上|其中：兰州市|#规上|其中规上企业",
    "statistic": "中位数|最大值|最小值|占比|比重（%）|增长率（%）|同比增长|上年同期|Max",
}
#: Texts that stand alone in their row.
ALONE = {
    "note": "注|注1：数据为快报|※数据未经审核|*数据未经审核|说明 ：以上|填报说明：1.合成"
    "|资料来源：统计局"
    "|数据来源 统计局|Notes: prelim|▲为新增企业|以上数据由各县区上报，未经审核。",
    "form": "(续表)|接上页|以下空白|以下无正文|此页无正文|第2页|第 1 页 共 3 页|- 2 -|1/3"
    "|制表：某某"
    "|制表人 某某|填 表 人：某某|负责人（签字）：|审核人：某某 |联系人及电话：某某 0000"
    "|填报单位（盖章）：|2023年12月31日|二〇二三年十二月|打印时间 2023-12-01 10:00|-----|……|…",
    "section": "一、节能类| 二、资源综合利用|（一）节能|1.节能类|第一类 节能|A类|节能类"
    "|第三批|表二 项目情况|附件1：名单|兰州市",
}
#: Names that begin, end or go on as those do.
FIRMS_STILL = (
    "合成总汇商城",
    "全市再生资源公司",
    "合成汇总科技公司",
    "甲类合成医院",
    "平均律合成公司",
    "合成说明书厂",
    "备注合成公司",
    "其中堂再生公司",
    "合成县污水处理厂（二期，扩建）",
    "合成一、二期填埋场",
)


def kind_of(row: list[str], *, numbered: bool) -> object:
    """Sort a row below four firms; with or without a column that numbers them."""
    table = pd.DataFrame([*FIRMS, row], columns=HEAD, index=range(2, 7))
    if not numbered:
        table = table.drop(columns="序号")
    found = sort_rows(
        table,
        name="企业名称",
        is_heading=WORDS.knows,
        is_unit=lambda cell: UNITS.find(cell) is not None,
    )
    assert found.kinds.iloc[:4].isna().all()
    return found.kinds.iloc[4]


@pytest.mark.parametrize("kind", WITH_FIGURES)
def test_a_label_with_figures_is_no_firm(kind: str) -> None:
    for label in WITH_FIGURES[kind].split("|"):
        assert kind_of([label, "", "", "406", "40"], numbered=True) == kind, label
        for numbered in (True, False):
            assert kind_of(["", label, "", "406", "40"], numbered=numbered) == kind, label


@pytest.mark.parametrize("kind", ALONE)
def test_a_text_alone_in_its_row_is_no_firm(kind: str) -> None:
    for label in ALONE[kind].split("|"):
        assert kind_of([label, "", "", "", ""], numbered=True) == kind, label
        assert kind_of([label] * 5, numbered=True) == kind, label  # merged over the table
        if label != "兰州市":  # a name alone may be a row of data where nothing numbers them
            assert kind_of(["", label, "", "", ""], numbered=False) == kind, label


@pytest.mark.parametrize("name", FIRMS_STILL)
def test_a_firm_with_an_odd_name_is_data(name: str) -> None:
    for row in (["5", name, "兰州市", "5", "6"], ["5", name, "", "", ""]):
        assert kind_of(row, numbered=True) is None
    assert kind_of(["", name, "兰州市", "5", "6"], numbered=False) is None


def test_the_title_of_another_table_below_goes_with_it() -> None:
    below = [["", "项目情况", "", "", ""], ["", "项目名称", "建设地点", "总投资", "备注"]]
    below += [["", "合成项目甲", "兰州市", "3", ""]]
    table = pd.DataFrame([*[["", *row[1:]] for row in FIRMS], *below], columns=HEAD)
    found = sort_rows(
        table,
        name="企业名称",
        is_heading=WORDS.knows,
        is_unit=lambda cell: UNITS.find(cell) is not None,
    )
    assert found.kinds.tolist() == [None] * 4 + ["second_table"] * 3
