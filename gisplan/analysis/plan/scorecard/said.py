"""What people say of the plan's items: each row read, or set aside with its reason."""

from __future__ import annotations

import datetime
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from gisplan.analysis.plan.aims import SAID
from gisplan.analysis.plan.ledger_columns import status_columns
from gisplan.analysis.plan.ledger_items import rows
from gisplan.analysis.plan.model import Quantity
from gisplan.analysis.plan.quantities import quantity_of
from gisplan.analysis.plan.unit_names import UnitNames, plain_name
from gisplan.catalog.analyses import analysis
from gisplan.catalog.dates import read_day
from gisplan.catalog.layer import Outcome
from gisplan.catalog.measurement import Units, split_amount
from gisplan.text import Text

#: Behind everybody whom the order of competence names.
LAST = 10**6
#: What is counted one by one: a firm is written 户, 家 or 个.
_COUNTS = frozenset({"households", "firms", "pieces"})
_TEXTS = ("said_by", "progress", "document", "url", "note")
COLUMNS = (
    *("row", "id", "status", "said_by", "said_on", "value", "unit_zh", "reached_on"),
    *("progress", "document", "url", "note", "rank", "used", "why_zh", "why_en"),
)
_TYPES = {"row": "Int64", "value": "float64", "rank": "Int64", "used": "boolean"}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """What the rows are read by."""

    items: Mapping[str, Mapping[str, Any]]
    quantities: Mapping[str, Quantity]
    words: Mapping[str, str]
    units: Units
    names: UnitNames
    roles: Mapping[tuple[str, str], str]
    order: tuple[tuple[int, str, str | None], ...]


@analysis("read_status", gives=status_columns)
def read_status(
    status: pd.DataFrame,
    items: pd.DataFrame,
    duties: pd.DataFrame,
    *,
    words: pd.DataFrame,
    measures: pd.DataFrame,
    units: pd.DataFrame,
    names: pd.DataFrame,
    competence: pd.DataFrame,
    targets: pd.DataFrame,
    milestones: pd.DataFrame,
) -> Outcome:
    """Read what people say, and answer every row.

    Parameters
    ----------
    status : pandas.DataFrame
        ``milestone_status``, as texts: ``id``, ``status``, ``said_by``, ``said_on``, and where
        given ``value``, ``unit_zh``, ``reached_on``, ``progress``, ``document``, ``url``,
        ``note``.
    items : pandas.DataFrame
        As :func:`gisplan.analysis.plan.ledger_items.plan_items` gives them: what may be spoken of.
    duties : pandas.DataFrame
        As :func:`gisplan.analysis.plan.ledger_duties.plan_duties` gives them: who leads.
    words : pandas.DataFrame
        ``category_words``: how offices write a state.
    measures : pandas.DataFrame
        ``measurement_units``, by which a value is brought to the aim's own unit.
    units, names : pandas.DataFrame
        ``plan_units`` and ``plan_unit_names``.
    competence : pandas.DataFrame
        ``order``, ``who``, ``unit_zh``: whose word goes first.
    targets, milestones : pandas.DataFrame
        ``plan_targets`` and ``plan_milestones``, which say what is asked.

    Returns
    -------
    Outcome
        One row a row of ``status``: its line ``row``, the state, the value in the aim's unit,
        ``rank`` (the lower, the more competent), and ``used``; where that is false, or the value
        overrules the state that stood beside it, ``why`` says so. How many were set aside is in
        ``left_out``.
    """
    aims = {row["id"]: row for table in (targets, milestones) for row in rows(table)}
    found = {key: quantity_of(row) for key, row in aims.items()}
    some = words[words["column"] == "status"]
    ranked = sorted((int(r["order"]), r["who"], r["unit_zh"]) for r in rows(competence.fillna("")))
    known = _Known(
        items={row["item"]: row for row in rows(items)},
        quantities={key: quantity for key, quantity in found.items() if quantity is not None},
        words={plain_name(a): c for a, c in zip(some["alias"], some["code"], strict=True)},
        units=Units.from_table(measures),
        names=UnitNames.from_tables(units, names),
        roles=_roles(duties),
        order=tuple(ranked),
    )
    read: list[dict[str, Any]] = []
    seen: dict[tuple[Any, ...], int] = {}
    for at, row in enumerate(rows(status), start=2):
        answer = _read({**row, "row": at}, known)
        key = tuple(answer.get(name) for name in ("id", "status", "said_by", "said_on", "value"))
        if answer["used"] and key in seen:
            answer.update(_aside(f"与第 {seen[key]} 行相同", f"the same as row {seen[key]}"))
        elif answer["used"]:
            seen[key] = at
        read.append(answer)
    table = pd.DataFrame(read, columns=list(COLUMNS)).astype(_TYPES)
    for name in ("said_on", "reached_on"):
        table[name] = pd.to_datetime(table[name])
    lost = table[~table["used"].astype(bool)]
    told = [
        Text(
            f"milestone_status 第 {row['row']} 行（{row['id'] or '无编号'}）搁置：{row['why_zh']}",
            f"milestone_status, row {row['row']} ({row['id'] or 'no id'}) set aside:"
            f" {row['why_en']}",
        )
        for row in rows(lost)
    ]
    return Outcome(table, tuple(told))


def _roles(duties: pd.DataFrame) -> dict[tuple[str, str], str]:
    found: dict[tuple[str, str], str] = {}
    for role in ("cooperate", "lead"):  # the last stands
        some = duties[duties["role"] == role]
        for item, unit in zip(some["item"], some["unit_zh"], strict=True):
            found[item, plain_name(unit)] = role
    return found


def _aside(zh: str, en: str) -> dict[str, Any]:
    return {"used": False, "why_zh": zh, "why_en": en}


def _read(row: Mapping[str, Any], known: _Known) -> dict[str, Any]:
    """Read one row; the first fault that makes it useless is its reason.

    Parameters
    ----------
    row : mapping of str to Any
        Row of ``milestone_status``.
    known : _Known
        Items of the plan, units of measurement, and who may speak.

    Returns
    -------
    dict of str to Any
        Row of ``status_read``.
    """
    texts = {name: _text(row.get(name)) for name in _TEXTS}
    key = _text(row.get("id")) or ""
    answer: dict[str, Any] = {"row": row["row"], "id": key, **texts, "used": True, "rank": LAST}
    if key not in known.items:
        return {**answer, **_aside(f"规划中没有编号“{key}”", f"the plan has no '{key}'")}
    if not texts["said_by"]:
        return {**answer, **_aside("没有写明判定人（said_by）", "nobody is named (said_by)")}
    day = read_day(row.get("said_on"))
    if day is None:
        shown = _text(row.get("said_on")) or "空"
        return {
            **answer,
            **_aside(
                f"判定日期“{shown}”读不出是哪一天，请写作 2018-11-30",
                f"said_on '{shown}' is no day, or may be two; write 2018-11-30",
            ),
        }
    answer.update(said_on=day, rank=_rank(key, str(texts["said_by"]), known))
    reached = row.get("reached_on")
    answer["reached_on"] = read_day(reached)
    word = _text(row.get("status"))
    code = word if word in SAID else known.words.get(plain_name(word)) if word else None
    if word and code is None:
        return {
            **answer,
            **_aside(
                f"结果“{word}”不在可选之列：达到、部分达到、未达到",
                f"'{word}' is none of met, partly, short",
            ),
        }
    answer.update(_judged(row, code, key, known))
    if answer["used"] and answer["reached_on"] is None and _text(reached):
        answer.setdefault("why_zh", f"达到日期“{reached}”读不出，未用")
        answer.setdefault("why_en", f"reached_on '{reached}' is no day and was not used")
    return answer


def _judged(row: Mapping[str, Any], code: str | None, key: str, known: _Known) -> dict[str, Any]:
    """Bring the value to the aim's unit; a value of its own decides over the word beside it.

    Parameters
    ----------
    row : mapping of str to Any
        Row of ``milestone_status``.
    code : str or None
        State that is said, if one is.
    key : str
        Id of the aim.
    known : _Known
        Items of the plan, units of measurement, and who may speak.

    Returns
    -------
    dict of str to Any
        State, and value in the aim's unit; or why the row is put aside.
    """
    given = _text(row.get("value"))
    if not given:
        if code is None:
            return _aside("结果和数值都是空的", "neither a state nor a value is given")
        return {"status": code}
    quantity = known.quantities.get(key)
    if quantity is None:
        kept = {"why_zh": "该项没有数量要求，数值未用", "why_en": "no number is asked; not used"}
        empty = _aside("该项没有数量要求，请填结果", "no number is asked: give a state")
        return empty if code is None else {"status": code, **kept}
    value = _amount(given, _text(row.get("unit_zh")) or _text(row.get("unit")), quantity, known)
    if isinstance(value, Text):
        return _aside(value.zh, value.en)
    read = {"value": value, "unit_zh": quantity.unit.zh}
    decided = "met" if quantity.is_met(value) else "short"
    if code in (None, decided) or (code == "partly" and decided == "short"):
        return {**read, "status": code or decided}
    asked, shown = quantity.text(), f"{value:.10g}"
    return {
        **read,
        "status": decided,
        "why_zh": f"所写结果与数值不符：{shown} {quantity.unit.zh}，要求{asked.zh}；按数值判定",
        "why_en": f"the state does not fit the value, {shown} {quantity.unit.en} against"
        f" {asked.en}; the value decides",
    }


def _amount(text: str, beside: str | None, quantity: Quantity, known: _Known) -> float | Text:
    parts = split_amount(text)
    if parts is None:
        return Text(f"数值“{text}”不能读成一个数", f"'{text}' can't be read as a number")
    number, own = parts
    wanted = quantity.unit.zh
    unit = own or beside
    if own and beside:  # 600亿 beside 亿元 is 600 亿元, and 600万元 is what it says
        unit = known.units.multiplied(own, beside) or own
    if not unit:
        return Text(
            f"数值没有写单位；该项的单位是 {wanted}",
            f"the value has no unit; the aim's is {quantity.unit.en}",
        )
    factor = _factor(unit, wanted, known.units)
    if factor is None:
        return Text(
            f"单位“{unit}”不能换算为“{wanted}”", f"'{unit}' can't be turned into '{wanted}'"
        )
    return number * factor


def _factor(given: str, wanted: str, units: Units) -> float | None:
    """Give the factor between two units; whatever is counted, one is one.

    Parameters
    ----------
    given : str
        Unit of the value.
    wanted : str
        Unit of the aim.
    units : Units
        Units that are known.

    Returns
    -------
    float or None
        What the value is multiplied by; None if the units don't go together.
    """
    one, other = units.find(given), units.find(wanted)
    if one is not None and one.dimension == "" and other is not None:
        return one.factor / other.factor
    if {unit.dimension if unit else "" for unit in (one, other)} <= _COUNTS:
        return 1.0 if one is not None else None
    return units.factor(given, wanted)


def _rank(item: str, said_by: str, known: _Known) -> int:
    """Give the place of a speaker in the order of competence for an item.

    Parameters
    ----------
    item : str
        Id of the aim.
    said_by : str
        Who speaks.
    known : _Known
        Items of the plan, units of measurement, and who may speak.

    Returns
    -------
    int
        The least of the places that fit the speaker; the last if none does.
    """
    units = {plain_name(unit) for unit in known.names.find(said_by)}
    spelt = plain_name(said_by)
    if not units:  # 省商务厅张三, 酒泉市政府办公室
        heads = [name for name in known.names.spellings if spelt.startswith(name)]
        units = {plain_name(u) for u in known.names.find(max(heads, key=len))} if heads else set()
        units |= {unit for key, unit in known.roles if key == item and spelt.startswith(unit)}
    roles = {known.roles.get((item, unit)) for unit in units} - {None}
    places = [
        order
        for order, who, unit in known.order
        if who in roles or who == "other" or (who == "unit" and plain_name(unit or "") in units)
    ]
    return min(places, default=LAST)


def _text(cell: Any) -> str | None:
    if cell is None or cell != cell:  # noqa: PLR0124
        return None
    if isinstance(cell, datetime.date):
        return cell.isoformat()[:10]
    text = unicodedata.normalize("NFKC", f"{cell:.15g}" if isinstance(cell, float) else str(cell))
    return text.strip() or None
