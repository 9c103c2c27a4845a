"""Columns of the scorecard."""

from __future__ import annotations

from dataclasses import replace

from gisplan.analysis.plan.aims import (
    ASKED,
    DECIDABLE_BY,
    EVIDENCE,
    NAMES,
    OWN,
    PAPERS,
    SAID,
    SHORT_BY,
    VERDICTS,
    WORD,
    YEAR,
)
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
    clause, *names = NAMES
    columns = (
        declare("id", "text", ("编号", "Id"), required=True),
        declare(
            "item",
            "text",
            ("类别", "Kind"),
            required=True,
            labels={"target": ("发展目标", "target"), "milestone": ("完成时限", "milestone")},
        ),
        clause,
        YEAR,
        declare("evaluated_year", "integer", ("判定所用年份", "Year of the data")),
        *OWN,
        *names,
        *ASKED,
        replace(DECIDABLE_BY, required=True),
        declare(
            "status",
            "text",
            ("结果", "Status"),
            required=True,
            labels=VERDICTS,
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
            labels=SAID,
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
        SHORT_BY,
        declare("unit_zh", "text", ("计量单位", "Unit (Chinese)")),
        declare("unit_en", "text", ("英文计量单位", "Unit (English)")),
        declare("rows_counted", "integer", ("计入行数", "Rows counted"), minimum=0),
        declare("rows_open", "integer", ("无法判定的行数", "Rows open"), minimum=0),
        *EVIDENCE,
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
            labels=SAID,
        ),
        *WORD,
        declare("said_value", "number", ("所报数值", "Value said")),
        *PAPERS,
        declare("differ", "boolean", ("说法不一", "They differ")),
        declare("history_zh", "text", ("历次判定", "All that was said")),
        declare("history_en", "text", ("历次判定（英文）", "All that was said (English)")),
        declare("found_zh", "text", ("公开佐证", "Published")),
        declare("found_en", "text", ("公开佐证（英文）", "Published (English)")),
    )
    return TableSpec(
        columns=columns, key=("id",), vintage=given.layers["targets"].vintage, rows_of=("targets",)
    )
