"""Columns of the ledger of the plan, and of what people say about it."""

from __future__ import annotations

from gisplan.analysis.plan.aims import (
    ASKED,
    DECIDABLE_BY,
    NAMES,
    OWN,
    PAPERS,
    SAID,
    VERDICTS,
    WORD,
    YEAR,
)
from gisplan.catalog.analyses import Given, TableSpec, declare
from gisplan.text import Text


def items_columns(given: Given) -> TableSpec:
    """Tell what the layer ``plan_items`` looks like.

    Parameters
    ----------
    given : Given
        Inputs and parameters of the analysis.

    Returns
    -------
    TableSpec
        Columns, key and geometry of the table.
    """
    clause, *names = NAMES
    region, part_of = OWN
    columns = (
        declare(
            "item",
            "text",
            ("事项编号", "Item"),
            meaning=(
                "目标、时限、基地等在规划各表中的编号；措施为“条款-序号”",
                "Id in the plan's tables; of a measure, clause-order",
            ),
            required=True,
        ),
        declare(
            "kind",
            "text",
            ("类别", "Kind"),
            required=True,
            labels={
                "target": ("发展目标", "target"),
                "task": ("重点任务", "task"),
                "milestone": ("完成时限", "milestone"),
                "measure": ("措施", "measure"),
                "base": ("基地与平台", "base"),
                "landmark": ("标志性工程", "landmark"),
                "path": ("工作路径", "path"),
                "safeguard": ("保障措施", "safeguard"),
                "allocation": ("区域布局", "allocation"),
                "undertaking": ("组织与活动", "undertaking"),
            },
        ),
        declare(
            "form",
            "text",
            ("形式", "Form"),
            labels={
                "fair": ("推介会、展会", "fair"),
                "list": ("清单、名录", "list"),
                "alliance": ("联盟", "alliance"),
                "platform": ("平台", "platform"),
                "fund": ("基金", "fund"),
                "committee": ("专家委员会", "committee"),
                "association": ("协会", "association"),
                "chain": ("产业链条", "industrial chain"),
                "base": ("基地", "base"),
                "park": ("园区", "park"),
                "network": ("网络、体系", "network"),
                "demonstration": ("示范区、示范基地", "demonstration"),
                "cluster": ("集聚区", "cluster"),
            },
        ),
        clause,
        declare(
            "owner",
            "text",
            ("责任条款", "Clause of duty"),
            meaning=(
                "写明牵头、配合单位的条款；空表示原文没有写明",
                "The clause that names the units; empty where the plan names none",
            ),
        ),
        *names,
        YEAR,
        declare(
            "due",
            "date",
            ("完成期限", "Due by"),
            meaning=("完成年份的最后一天", "Last day of the year"),
        ),
        declare(
            "segment",
            "text",
            ("产业门类", "Segment"),
            labels={
                "energy_saving": ("节能", "energy saving"),
                "environmental": ("环保", "environmental"),
                "resource_recycling": ("资源综合利用", "resource recycling"),
                "services": ("节能环保服务", "services"),
            },
        ),
        *ASKED,
        DECIDABLE_BY,
        declare("bases", "text", ("对应基地", "Bases")),
        declare("milestones", "text", ("对应完成时限", "Milestones")),
        declare("place_zh", "text", ("地点", "Place (Chinese)")),
        declare("place_en", "text", ("地点（英文）", "Place (English)")),
        declare("regions", "text", ("点名地区代码", "Codes of places named")),
        region,
        declare("responsible_zh", "text", ("自定目标的责任单位", "Unit of a region's own aim")),
        part_of,
        declare(
            "text_zh",
            "text",
            ("规划原文", "The plan's words"),
            meaning=("取自使用者的文件 plan_text", "From the user's file, plan_text"),
        ),
    )
    return TableSpec(
        columns=columns,
        key=("item",),
        vintage=given.layers["targets"].vintage,
        rows_of=("targets",),
    )


def duties_columns(given: Given) -> TableSpec:
    """Tell what the layer ``plan_duties`` looks like.

    Parameters
    ----------
    given : Given
        Inputs and parameters of the analysis.

    Returns
    -------
    TableSpec
        Columns, key and geometry of the table.
    """
    columns = (
        declare("item", "text", ("事项编号", "Item"), required=True),
        declare(
            "role",
            "text",
            ("角色", "Role"),
            required=True,
            labels={"lead": ("牵头", "leads"), "cooperate": ("配合", "cooperates")},
        ),
        declare("order", "integer", ("顺序", "Order")),
        declare("unit_zh", "text", ("单位", "Unit"), required=True),
        declare("unit_en", "text", ("单位（英文）", "Unit (English)")),
        declare("present_zh", "text", ("现名或承接单位", "Name of today")),
        declare("present_en", "text", ("现名（英文）", "Name of today (English)")),
        declare("adcode", "adcode", ("所管地区", "Region that it governs")),
        declare(
            "via_zh",
            "text",
            ("原文写法", "As the plan writes it"),
            meaning=("如各市州政府", "Such as 各市州政府"),
        ),
        declare("group", "boolean", ("集体", "Group")),
    )
    return TableSpec(
        columns=columns,
        key=("item", "unit_zh", "role"),
        vintage=given.layers["responsibilities"].vintage,
    )


def item_regions_columns(given: Given) -> TableSpec:
    """Tell what the layer ``plan_item_regions`` looks like.

    Parameters
    ----------
    given : Given
        Inputs and parameters of the analysis.

    Returns
    -------
    TableSpec
        Columns, key and geometry of the table.
    """
    columns = (
        given.column("duties", "item"),
        declare("adcode", "adcode", ("行政区划代码", "Adcode"), required=True),
        declare(
            "why",
            "text",
            ("缘由", "Why"),
            required=True,
            labels={
                "place": ("规划点名", "named by the plan"),
                "inside": ("点名其辖区内的地方", "a place in it is named"),
                "lead": ("政府牵头", "its government leads"),
                "cooperate": ("政府配合", "its government cooperates"),
            },
        ),
    )
    return TableSpec(
        columns=columns,
        key=("item", "adcode"),
        vintage=given.layers["items"].vintage,
        rows_of=("items",),
    )


def ledger_columns(given: Given) -> TableSpec:
    """Tell what the layer ``plan_ledger`` looks like.

    Parameters
    ----------
    given : Given
        Inputs and parameters of the analysis.

    Returns
    -------
    TableSpec
        Columns, key and geometry of the table.
    """
    columns = (
        given.column("items", "item"),
        given.column("items", "kind"),
        given.column("items", "form"),
        given.column("items", "clause"),
        given.column("items", "owner"),
        given.column("items", "name_zh"),
        given.column("items", "name_en"),
        given.column("items", "year"),
        given.column("items", "due"),
        given.column("items", "segment"),
        given.column("items", "asked_zh"),
        given.column("items", "asked_en"),
        given.column("items", "decidable_by"),
        given.column("items", "bases"),
        given.column("items", "milestones"),
        given.column("items", "place_zh"),
        given.column("items", "place_en"),
        given.column("items", "regions"),
        given.column("items", "region"),
        given.column("items", "responsible_zh"),
        given.column("items", "part_of"),
        given.column("items", "text_zh"),
        declare("lead_zh", "text", ("牵头单位", "Lead units")),
        declare("lead_en", "text", ("牵头单位（英文）", "Lead units (English)")),
        declare("cooperating_zh", "text", ("配合单位", "Cooperating units")),
        declare("cooperating_en", "text", ("配合单位（英文）", "Cooperating units (English)")),
        declare(
            "adcodes",
            "text",
            ("所涉地区代码", "Codes of all regions"),
            meaning=(
                "点名的地区、其上级，和负责的市州",
                "Places named, units above them, and prefectures whose government answers",
            ),
        ),
        declare(
            "state",
            "text",
            ("状态", "State"),
            required=True,
            labels=VERDICTS,
            derived=True,
        ),
        declare(
            "overdue",
            "boolean",
            ("逾期", "Overdue"),
            meaning=(
                "在给定日期之前到期而未见达到；未给日期时为空",
                "Due before the day given and not known to be met; empty without a day",
            ),
            derived=True,
        ),
        *given.columns("scorecard", ("decided_by", "data_status", "said_status")),
        declare("value", "number", ("已知数值", "Known"), derived=True),
        declare("measure_unit_zh", "text", ("计量单位", "Unit (Chinese)")),
        declare("measure_unit_en", "text", ("英文计量单位", "Unit (English)")),
        *given.columns(
            "scorecard",
            (
                *("short_by", "evidence_zh", "evidence_en", "reason_zh", "reason_en"),
                *("said_by", "said_on", "document", "url", "note"),
                *("history_zh", "history_en", "found_zh", "found_en"),
            ),
        ),
    )
    return TableSpec(
        columns=columns, key=("item",), vintage=given.layers["items"].vintage, rows_of=("items",)
    )


def status_columns(given: Given) -> TableSpec:
    """Tell what the layer ``status_read`` looks like.

    Parameters
    ----------
    given : Given
        Inputs and parameters of the analysis.

    Returns
    -------
    TableSpec
        Columns, key and geometry of the table.
    """
    columns = (
        declare("row", "integer", ("行", "Row"), required=True),
        declare("id", "text", ("编号", "Id")),
        declare("status", "text", ("结果", "State"), labels=SAID),
        *WORD,
        declare(
            "value",
            "number",
            ("数值", "Value"),
            meaning=("已换算为该项的单位", "In the aim's own unit"),
        ),
        declare("unit_zh", "text", ("单位", "Unit")),
        declare("reached_on", "date", ("达到日期", "Reached on")),
        declare("progress", "text", ("进展", "Progress")),
        *PAPERS,
        declare(
            "rank",
            "integer",
            ("先后", "Rank"),
            meaning=("在 competence 中的次序", "Its place in competence"),
        ),
        declare("used", "boolean", ("采用", "Used"), required=True),
        declare("why_zh", "text", ("原因", "Why (Chinese)")),
        declare("why_en", "text", ("原因（英文）", "Why (English)")),
    )
    return TableSpec(
        columns=columns, key=("row",), vintage=given.layers["status"].vintage, rows_of=("status",)
    )


def ledger_places_columns(given: Given) -> TableSpec:
    """Tell what the layer ``plan_ledger_places`` looks like.

    Parameters
    ----------
    given : Given
        Inputs and parameters of the analysis.

    Returns
    -------
    TableSpec
        Columns, key and geometry of the table.
    """
    key = declare("key", "text", ("编号", "Key"), required=True)
    site = declare(
        "site",
        "text",
        ("地点编号", "Site"),
        meaning=("基地编号或行政区划代码", "Id of a base, or an adcode"),
        required=True,
    )
    columns = (key, *given.layers["ledger"].columns, site, given.column("bases", "precision"))
    return TableSpec(
        columns=columns,
        key=("key",),
        geometry="point",
        positions="mixed",
        vintage=given.layers["ledger"].vintage,
    )


def by_region_columns(given: Given) -> TableSpec:
    """Tell what a layer of regions with the items of the ledger counted looks like.

    Parameters
    ----------
    given : Given
        Inputs and parameters of the analysis.

    Returns
    -------
    TableSpec
        Columns, key and geometry of the table.
    """
    counts = (
        declare("items", "integer", ("事项", "Items"), derived=True),
        declare("placed", "integer", ("规划点名", "Named by the plan"), derived=True),
        declare("lead", "integer", ("政府牵头", "Led by its government"), derived=True),
        declare("cooperate", "integer", ("政府配合", "Government cooperates"), derived=True),
        declare("dated", "integer", ("有期限", "Dated"), derived=True),
        *(
            declare(state, "integer", Text(words.zh, words.en.capitalize()), derived=True)
            for state, words in VERDICTS.items()
        ),
        declare("overdue", "integer", ("逾期", "Overdue"), derived=True),
    )
    return given.like("regions", *counts, vintage=given.layers["ledger"].vintage)
