"""Each target and milestone: met, short by how much, or not to be decided and why."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

import pandas as pd

from gisplan.analysis.plan.model import Quantity
from gisplan.analysis.plan.scorecard.rules import Rule, read_rules
from gisplan.analysis.plan.scorecard.tally import Ask, Tally, tally
from gisplan.catalog.layer import Outcome
from gisplan.errors import DataError
from gisplan.text import Text

#: What a person can say.
SAID = ("met", "partly", "short")

_COLUMNS = (
    *("id", "item", "clause", "year", "evaluated_year", "name_zh", "name_en"),
    *("asked_zh", "asked_en", "decidable_by", "status", "decided_by", "value", "value_high"),
    *("short_by", "unit_zh", "unit_en", "rows_counted", "rows_open", "evidence", "missing"),
    *("reason_zh", "reason_en", "said_by", "said_on", "note"),
)
_TYPES = {
    "year": "Int64",
    "evaluated_year": "Int64",
    "rows_counted": "Int64",
    "rows_open": "Int64",
    "value": "float64",
    "value_high": "float64",
    "short_by": "float64",
}


def scorecard(
    targets: pd.DataFrame,
    milestones: pd.DataFrame,
    rules: pd.DataFrame,
    status: pd.DataFrame,
    *,
    region: str,
    year: int | None = None,
    **data: pd.DataFrame,
) -> Outcome:
    """Evaluate what the plan asks for.

    Parameters
    ----------
    targets, milestones : pandas.DataFrame
        ``plan_targets``, ``plan_milestones``.
    rules : pandas.DataFrame
        ``scorecard_rules``: which data decide what.
    status : pandas.DataFrame
        ``milestone_status``: ``id``, ``status``, ``said_by``, ``said_on``, ``note``. It decides
        what the data do not; who said so and when must be there.
    region : str
        Code of the region whose indicators count.
    year : int, optional
        Only aims due in that year and those without a year, by the data of that year. If left
        out, all aims, each by the data of its own year (one without, by those of any).
    **data : pandas.DataFrame
        The tables that rules name. One that is not given leaves its aims undecided.

    Returns
    -------
    Outcome
        One row an aim: ``id``, ``item`` (``target`` or ``milestone``), ``clause``, ``year`` (due),
        ``evaluated_year``, names, ``asked`` in words, ``decidable_by``, ``status`` (``met``,
        ``partly``, ``short``; ``undecided`` and ``awaiting`` wait for data or a person),
        ``decided_by`` (``data`` or ``person``), ``value`` (what is known),
        ``value_high`` (what it may be at most; empty if that is not known), ``short_by``,
        unit, ``rows_counted``, ``rows_open``, ``evidence`` (the rows counted), ``missing``
        (tables and columns), ``reason``, ``said_by``, ``said_on``, ``note``.

    Raises
    ------
    DataError
        If a rule or a status can't be used.
    """
    known = read_rules(rules)
    said = _said(status)
    rows = []
    for item, table in (("target", targets), ("milestone", milestones)):
        plain = table.astype(object).where(table.notna(), None)
        for aim in plain.to_dict(orient="records"):
            due = None if aim["year"] is None else int(aim["year"])
            if year is not None and due not in (year, None):
                continue
            facts = {"item": item, "year": due, "evaluated_year": due if year is None else year}
            rows.append(_evaluated({**aim, **facts}, known.get(aim["id"]), region, data))
            _hear(rows[-1], said.get(aim["id"]))
    return Outcome(pd.DataFrame(rows, columns=list(_COLUMNS)).astype(_TYPES))


def _evaluated(
    aim: Mapping[Any, Any], rule: Rule | None, region: str, data: Mapping[str, pd.DataFrame]
) -> dict[str, Any]:
    quantity = _quantity(aim)
    asked = quantity.text() if quantity else None
    kept = ("id", "item", "clause", "year", "evaluated_year", "name_zh", "name_en", "decidable_by")
    row: dict[str, Any] = {
        **{name: aim[name] for name in kept},
        "asked_zh": asked.zh if asked else None,
        "asked_en": asked.en if asked else None,
        "unit_zh": aim["unit_zh"],
        "unit_en": aim["unit_en"],
    }
    if aim["decidable_by"] == "person" or quantity is None:
        return {**row, "status": "awaiting", **_reason(_NOBODY)}
    if rule is None:
        return {**row, "status": "undecided", **_reason(_NO_RULE)}
    base_year = aim.get("base_year")
    ask = Ask(
        region=region,
        year=aim["evaluated_year"],
        base_year=None if base_year is None else int(base_year),
        threshold=quantity.threshold,
    )
    return {**row, **_judged(quantity, tally(rule, ask, data.get(rule.data)))}


_NOBODY = Text(
    "须由人判定，milestone_status 中还没有",
    "for a person to say; milestone_status has nothing yet",
)
_NO_RULE = Text("scorecard_rules 中没有规则", "scorecard_rules has no rule for it")


def _judged(quantity: Quantity, found: Tally) -> dict[str, Any]:
    judged: dict[str, Any] = {
        "status": "undecided",
        "rows_counted": found.counted,
        "rows_open": found.open,
        "evidence": "；".join(found.evidence) or None,
        "missing": "；".join(found.missing) or None,
        **_reason(found.reason),
    }
    if found.low is None or found.high is None:
        return judged
    judged["value"] = found.low
    judged["value_high"] = found.high if math.isfinite(found.high) else None
    ends = {quantity.is_met(found.low), quantity.is_met(found.high)}
    if ends == {True}:
        judged.update(status="met", decided_by="data", short_by=0.0, **_reason(None))
    elif ends == {False}:
        nearest = min(quantity.shortfall(found.low), quantity.shortfall(found.high))
        judged.update(status="short", decided_by="data", short_by=nearest)
    return judged


def _quantity(aim: Mapping[Any, Any]) -> Quantity | None:
    if aim["comparison"] is None:
        return None
    return Quantity(
        comparison=aim["comparison"],
        low=_number(aim["value_low"]),
        high=_number(aim["value_high"]),
        unit=Text(aim["unit_zh"] or "", aim["unit_en"] or ""),
        counts=Text(aim["counts_zh"] or "", aim["counts_en"] or ""),
        threshold=_number(aim.get("threshold_value")),
    )


def _number(cell: Any) -> float | None:
    return None if cell is None else float(cell)


def _reason(words: Text | None) -> dict[str, str | None]:
    return {
        "reason_zh": words.zh if words else None,
        "reason_en": words.en if words else None,
    }


# -- what people say --------------------------------------------------------------------------


def _said(status: pd.DataFrame) -> dict[str, Mapping[Any, Any]]:
    plain = status.astype(object).where(status.notna(), None)
    faults = []
    found: dict[str, Mapping[Any, Any]] = {}
    for row in plain.to_dict(orient="records"):
        if row["status"] not in SAID or row["said_by"] is None or row["said_on"] is None:
            name = row["id"]
            faults.append(
                Text(
                    f"{name}：status 应为 {'、'.join(SAID)}，且须写明 said_by 和 said_on",
                    f"{name}: status is one of {', '.join(SAID)}, with said_by and said_on",
                )
            )
        found[row["id"]] = row
    if faults:
        raise DataError(
            Text("milestone_status 有误：", "milestone_status is wrong:"), faults=faults
        )
    return found


def _hear(row: dict[str, Any], said: Mapping[Any, Any] | None) -> None:
    """Let a person decide what the data leave open; what they decide stands."""
    if said is None:
        return
    row.update({name: said[name] for name in ("said_by", "said_on", "note")})
    if row["status"] in ("undecided", "awaiting"):
        row.update(status=said["status"], decided_by="person", **_reason(None))
