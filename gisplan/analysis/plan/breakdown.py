"""What prefectures set themselves, summed against the province's aim."""

from __future__ import annotations

from typing import Any

import pandas as pd

from gisplan.analysis.plan.ledger_items import rows
from gisplan.analysis.plan.quantities import quantity_of
from gisplan.catalog.analyses import Given, TableSpec, analysis, declare
from gisplan.catalog.layer import Outcome

#: Shares and multiples do not add up.
_NOT_SUMMED = ("%", "倍")
STATES = {
    "over": ("超过全省目标", "over-allocated"),
    "under": ("少于全省目标", "under-allocated"),
    "even": ("与全省目标相符", "even"),
    "not_summed": ("比率，不相加", "a share: not summed"),
}
_COLUMNS = (
    *("aim", "name_zh", "name_en", "year", "asked", "asked_high", "parts", "total"),
    *("difference", "state", "unit_zh", "unit_en", "regions"),
)


def breakdown_columns(given: Given) -> TableSpec:
    """Tell what the layer ``plan_breakdown`` looks like.

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
        declare("aim", "text", ("全省目标", "Aim of the province"), required=True),
        declare("name_zh", "text", ("名称", "Name (Chinese)")),
        declare("name_en", "text", ("英文名称", "Name (English)")),
        declare("year", "integer", ("完成年份", "Due")),
        declare("asked", "number", ("全省要求", "Asked of the province")),
        declare(
            "asked_high", "number", ("全省要求上限", "At most"), meaning=("区间的上限", "High end")
        ),
        declare("parts", "integer", ("已分解的市州数", "Regions with an own figure")),
        declare("total", "number", ("各地合计", "Sum of the regions"), derived=True),
        declare(
            "difference",
            "number",
            ("差额", "Difference"),
            meaning=("合计减全省要求；在区间内为 0", "Sum less what is asked; 0 inside a range"),
            derived=True,
        ),
        declare("state", "text", ("分解情况", "State"), labels=STATES, derived=True),
        declare("unit_zh", "text", ("计量单位", "Unit (Chinese)")),
        declare("unit_en", "text", ("英文计量单位", "Unit (English)")),
        declare("regions", "text", ("地区代码", "Codes of the regions")),
    )
    return TableSpec(columns=columns, key=("aim",), vintage=given.layers["targets"].vintage)


@analysis("plan_breakdown", gives=breakdown_columns)
def plan_breakdown(targets: pd.DataFrame, milestones: pd.DataFrame) -> Outcome:
    """Sum what regions set themselves against the aim of the province that they break down.

    Parameters
    ----------
    targets, milestones : pandas.DataFrame
        ``plan_targets`` and ``plan_milestones``; a row with ``region`` and ``part_of`` is a
        region's own part of the aim that ``part_of`` names.

    Returns
    -------
    Outcome
        One row an aim that somebody broke down: what is ``asked``, the ``total`` of the
        ``parts``, the ``difference`` (above what is asked, or above the range; below it
        negative) and ``state``. Shares and multiples are not summed.
    """
    aims = {row["id"]: row for table in (targets, milestones) for row in rows(table)}
    parts: dict[str, list[dict[str, Any]]] = {}
    for row in aims.values():
        if row.get("region") and row.get("part_of") in aims and row["value_low"] is not None:
            parts.setdefault(row["part_of"], []).append(row)
    listed = [_summed(aims[aim], own) for aim, own in parts.items()]
    table = pd.DataFrame(listed, columns=list(_COLUMNS))
    types = dict.fromkeys(("asked", "asked_high", "total", "difference"), "float64")
    return Outcome(table.astype({**types, "year": "Int64", "parts": "Int64"}))


def _summed(aim: dict[str, Any], own: list[dict[str, Any]]) -> dict[str, Any]:
    quantity = quantity_of(aim)
    low = quantity.low if quantity else None
    high = quantity.high if quantity else None
    facts = {name: aim[name] for name in ("name_zh", "name_en", "year", "unit_zh", "unit_en")}
    result: dict[str, Any] = {
        "aim": aim["id"],
        **facts,
        "asked": low,
        "asked_high": high,
        "parts": len(own),
        "regions": ";".join(row["region"] for row in own),
        "state": "not_summed",
    }
    if low is None or aim["unit_zh"] in _NOT_SUMMED:
        return result
    total = sum(float(row["value_low"]) for row in own)
    above = total - max(low, high or low)
    difference = above if above > 0 else min(total - low, 0.0)
    state = "over" if difference > 0 else "under" if difference < 0 else "even"
    return {**result, "total": total, "difference": difference, "state": state}
