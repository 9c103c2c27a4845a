"""Columns of the scorecard."""

from __future__ import annotations

from gisplan.catalog.analyses import Given, TableSpec, declare


def scorecard_columns(given: Given) -> TableSpec:
    """Tell what the layer ``scorecard`` looks like.

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
        declare("id", "text", ("编号", "Id"), required=True),
        declare(
            "item",
            "text",
            ("类别", "Kind"),
            required=True,
            labels={"target": ("发展目标", "target"), "milestone": ("完成时限", "milestone")},
        ),
        declare("clause", "text", ("条款", "Clause"), required=True),
        declare("year", "integer", ("完成年份", "Due")),
        declare("evaluated_year", "integer", ("判定所用年份", "Year of the data")),
        declare("region", "adcode", ("自定目标的地区", "Region whose own aim it is")),
        declare("part_of", "text", ("分解自", "Breaks down")),
        declare("name_zh", "text", ("名称", "Name (Chinese)"), required=True),
        declare("name_en", "text", ("英文名称", "Name (English)"), required=True),
        declare("asked_zh", "text", ("要求", "Asked (Chinese)")),
        declare("asked_en", "text", ("要求（英文）", "Asked (English)")),
        declare("decidable_by", "text", ("判定依据", "Decidable by"), required=True),
        declare(
            "status",
            "text",
            ("结果", "Status"),
            required=True,
            labels={
                "met": ("达到", "met"),
                "partly": ("部分达到", "partly"),
                "short": ("未达到", "short"),
                "undecided": ("数据不足，无法判定", "not decidable"),
                "awaiting": ("待人工判定", "for a person to say"),
            },
            derived=True,
        ),
        declare(
            "decided_by",
            "text",
            ("由谁判定", "Decided by"),
            labels={
                "data": ("数据", "data"),
                "person": ("人", "a person"),
                "published": ("主管部门公布的说法", "the authority's published word"),
            },
        ),
        declare(
            "data_status",
            "text",
            ("数据的结果", "What data say"),
            labels={
                "met": ("达到", "met"),
                "partly": ("部分达到", "partly met"),
                "short": ("未达到", "short"),
            },
            derived=True,
        ),
        declare(
            "value",
            "number",
            ("已知数值", "Known"),
            meaning=("数据确证的数", "What the data show for certain"),
            derived=True,
        ),
        declare(
            "value_high",
            "number",
            ("最多可能", "At most"),
            meaning=(
                "含无法判定的行；空为没有上限",
                "With the rows that are open; empty: no upper end is known",
            ),
            derived=True,
        ),
        declare("short_by", "number", ("差额", "Short by"), minimum=0, derived=True),
        declare("unit_zh", "text", ("计量单位", "Unit (Chinese)")),
        declare("unit_en", "text", ("英文计量单位", "Unit (English)")),
        declare("rows_counted", "integer", ("计入行数", "Rows counted"), minimum=0),
        declare("rows_open", "integer", ("无法判定的行数", "Rows open"), minimum=0),
        declare(
            "evidence",
            "text",
            ("依据", "Evidence"),
            meaning=("计入的行或指标", "The rows or indicators counted"),
        ),
        declare(
            "missing",
            "text",
            ("缺少的表和列", "Missing"),
            meaning=("表.列，或 表.指标(年份)", "table.column, or table.indicator(year)"),
        ),
        declare("reason_zh", "text", ("原因", "Why (Chinese)")),
        declare("reason_en", "text", ("原因（英文）", "Why (English)")),
        declare(
            "said_status",
            "text",
            ("人的判定", "What a person says"),
            labels={
                "met": ("达到", "met"),
                "partly": ("部分达到", "partly met"),
                "short": ("未达到", "short"),
            },
        ),
        declare("said_by", "text", ("判定人", "Said by")),
        declare("said_on", "date", ("判定日期", "Said on")),
        declare("said_value", "number", ("所报数值", "Value said")),
        declare("document", "text", ("文件", "Document")),
        declare("url", "text", ("网址", "Address")),
        declare("note", "text", ("说明", "Note")),
        declare("differ", "boolean", ("说法不一", "They differ")),
        declare("history_zh", "text", ("历次判定", "All that was said")),
        declare("history_en", "text", ("历次判定（英文）", "All that was said (English)")),
        declare("found_zh", "text", ("公开佐证", "Published")),
        declare("found_en", "text", ("公开佐证（英文）", "Published (English)")),
    )
    return TableSpec(
        columns=columns, key=("id",), vintage=given.layers["targets"].vintage, rows_of=("targets",)
    )
