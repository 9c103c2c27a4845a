"""Each target and milestone: met, short by how much, or not to be decided and why."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pandas as pd

from gisplan.analysis.plan.aims import SAID
from gisplan.analysis.plan.ledger_items import rows
from gisplan.analysis.plan.model import Quantity
from gisplan.analysis.plan.quantities import quantity_of
from gisplan.analysis.plan.scorecard.columns import scorecard_columns
from gisplan.analysis.plan.scorecard.published import published, stated
from gisplan.analysis.plan.scorecard.rules import Rule, read_rules
from gisplan.analysis.plan.scorecard.said import LAST
from gisplan.analysis.plan.scorecard.tally import Ask, Tally, tally
from gisplan.analysis.plan.scorecard.titles import Titles
from gisplan.catalog.analyses import analysis
from gisplan.catalog.layer import LayerSpec, Outcome
from gisplan.catalog.measurement import Units
from gisplan.digits import GIVEN, in_unit, say
from gisplan.errors import DataError
from gisplan.text import LANGS, Lang, Text

_COLUMNS = (
    *("id", "item", "clause", "year", "evaluated_year", "region", "part_of", "name_zh", "name_en"),
    *("asked_zh", "asked_en", "decidable_by", "status", "decided_by", "data_status", "value"),
    *("value_high", "short_by", "unit_zh", "unit_en", "rows_counted", "rows_open"),
    *(
        "evidence_zh",
        "evidence_en",
        "missing",
        "reason_zh",
        "reason_en",
        "said_status",
        "said_by",
        "said_on",
        "said_value",
    ),
    *("document", "url", "note", "differ", "history_zh", "history_en", "found_zh", "found_en"),
)
_TYPES = {
    "year": "Int64",
    "evaluated_year": "Int64",
    "rows_counted": "Int64",
    "rows_open": "Int64",
    "value": "float64",
    "value_high": "float64",
    "short_by": "float64",
    "said_value": "float64",
    "differ": "boolean",
}


@analysis("scorecard", gives=scorecard_columns)
def scorecard(
    targets: pd.DataFrame,
    milestones: pd.DataFrame,
    rules: pd.DataFrame,
    status: pd.DataFrame,
    *,
    region: str,
    year: int | None = None,
    competence: pd.DataFrame | None = None,
    measures: pd.DataFrame | None = None,
    reports: pd.DataFrame | None = None,
    figure_aims: pd.DataFrame | None = None,
    specs: Mapping[str, LayerSpec] | None = None,
    **data: pd.DataFrame,
) -> Outcome:
    """Evaluate what the plan asks for.

    Parameters
    ----------
    targets, milestones : pandas.DataFrame
        ``plan_targets``, ``plan_milestones``. A row with a ``region`` of its own is a
        prefecture's aim; ``part_of`` names the aim that it breaks down, whose rule it shares.
    rules : pandas.DataFrame
        ``scorecard_rules``: which data decide what, and what they leave to a person.
    status : pandas.DataFrame
        As :func:`gisplan.analysis.plan.scorecard.read_status` gives it, or ``id``, ``status``,
        ``said_by``, ``said_on``, ``note``: several rows an aim are several opinions.
    region : str
        Code of the region whose indicators count.
    year : int, optional
        Only aims due in that year and those without a year, by the data of that year. If left
        out, all aims, each by the data of its own year (one without, by those of any).
    competence : pandas.DataFrame, optional
        ``order``, ``who``: where ``data`` stand among people. First, if it is not given.
    measures : pandas.DataFrame, optional
        ``measurement_units``: figures are brought to the aim's unit by it.
    reports : pandas.DataFrame, optional
        ``milestone_evidence``: what public reports say, shown beside the aim. One whose
        ``states`` is filled in is the authority's own word on the aim, and an opinion among those
        of ``status``.
    figure_aims : pandas.DataFrame, optional
        ``figure``, ``aim``: which of ``public_figures`` speaks of which aim.
    specs : mapping of str to LayerSpec, optional
        Declarations of the tables, by the names that rules have for them. By one that may lack
        some of what there is no aim is missed, whatever its rules say. Reasons and evidence call
        tables, columns and codes as declared; without a declaration by their names.
    **data : pandas.DataFrame
        The tables that rules name. One that is not given leaves its aims undecided.

    Returns
    -------
    Outcome
        One row an aim: ``id``, ``item`` (``target`` or ``milestone``), ``clause``, ``year`` (due),
        ``evaluated_year``, names, ``asked`` in words, ``decidable_by``, ``status`` (``met``,
        ``partly``, ``short``; ``undecided`` and ``awaiting`` wait for data or a person),
        ``decided_by`` (``data``, ``person``, or ``published``: an authority's published word);
        ``data_status`` and ``said_status``, what either says, and ``differ`` where they do;
        ``value`` (what is known), ``value_high`` (what it may be at most; empty if that is not
        known),
        ``short_by``, unit, ``rows_counted``, ``rows_open``, ``evidence`` (the rows counted),
        ``missing`` (tables and columns, as rules call them), ``reason``; ``said_by``,
        ``said_on``, ``note`` … of the word that counts, ``history`` all that was said, ``found``
        what was published.

    Raises
    ------
    DataError
        If a rule or a status can't be used.
    """
    told = specs or {}
    partial = {name for name, one in told.items() if one.complete in (False, "unknown")}
    known = {
        name: replace(rule, complete=False) if rule.data in partial else rule
        for name, rule in read_rules(rules).items()
    }
    said = _said(pd.concat([status, stated(reports, competence)], ignore_index=True))
    found = published(reports, figure_aims, data.get("public_figures"))
    data_rank = _data_rank(competence)
    units = None if measures is None else Units.from_table(measures)
    titles = Titles(specs=told)
    judged = []
    for item, table in (("target", targets), ("milestone", milestones)):
        for aim in rows(table):
            due = None if aim["year"] is None else int(aim["year"])
            if year is not None and due not in (year, None):
                continue
            facts = {"item": item, "year": due, "evaluated_year": due if year is None else year}
            rule = known.get(aim["id"]) or known.get(aim.get("part_of") or "")
            row = _evaluated({**aim, **facts}, rule, (region, units, titles), data)
            _hear(row, said.get(aim["id"], ()), data_rank)
            row.update(found.get(aim["id"], {}))
            judged.append(row)
    return Outcome(pd.DataFrame(judged, columns=list(_COLUMNS)).astype(_TYPES))


def _evaluated(
    aim: Mapping[str, Any],
    rule: Rule | None,
    where: tuple[str, Units | None, Titles],
    data: Mapping[str, pd.DataFrame],
) -> dict[str, Any]:
    quantity = quantity_of(aim)
    asked = quantity.text() if quantity else None
    kept = ("id", "item", "clause", "year", "evaluated_year", "name_zh", "name_en", "decidable_by")
    own = aim.get("region")
    row: dict[str, Any] = {
        **{name: aim[name] for name in kept},
        "region": own,
        "part_of": aim.get("part_of"),
        "asked_zh": asked.zh if asked else None,
        "asked_en": asked.en if asked else None,
        "unit_zh": aim["unit_zh"],
        "unit_en": aim["unit_en"],
    }
    if quantity is None or (rule is None and aim["decidable_by"] == "person"):
        return {**row, "status": "awaiting", **_reason(_NOBODY)}
    if rule is None:
        return {**row, "status": "undecided", **_reason(_NO_RULE)}
    base_year = aim.get("base_year")
    ask = Ask(
        region=own or where[0],
        year=aim["evaluated_year"],
        base_year=None if base_year is None else int(base_year),
        threshold=quantity.threshold,
        unit=aim["unit_zh"] or "",
        units=where[1],
        titles=where[2],
        within=bool(own),
    )
    return {**row, **_judged(quantity, tally(rule, ask, data.get(rule.data)), rule.left)}


_NOBODY = Text("须由人判定，还没有人填报", "for a person to say; nobody has yet")
_NO_RULE = Text("没有判定它的规则", "there is no rule that decides it")


def _judged(quantity: Quantity, found: Tally, left: Text | None) -> dict[str, Any]:
    judged: dict[str, Any] = {
        "status": "undecided",
        "rows_counted": found.counted,
        "rows_open": found.open,
        "evidence_zh": "；".join(one.zh for one in found.evidence) or None,
        "evidence_en": "; ".join(one.en for one in found.evidence) or None,
        "missing": "；".join(found.missing) or None,
        **_reason(found.reason),
    }
    if found.low is None or found.high is None:
        return judged
    judged["value"] = found.low
    judged["value_high"] = found.high if math.isfinite(found.high) else None
    ends = {quantity.is_met(found.low), quantity.is_met(found.high)}
    if ends == {True} and left is not None:
        number = say(found.low, GIVEN)
        words = Text(
            f"数量已够（{number.zh}）；{left.zh}须由人判定",
            f"the number is reached ({number.en}); for a person to say: {left.en}",
        )
        judged.update(status="awaiting", short_by=0.0, **_reason(words))
    elif ends == {True}:
        judged.update(status="met", decided_by="data", short_by=0.0, **_reason(None))
    elif ends == {False}:
        nearest = min(quantity.shortfall(found.low), quantity.shortfall(found.high))
        judged.update(status="short", decided_by="data", short_by=nearest)
    if judged.get("decided_by") == "data":
        judged["data_status"] = judged["status"]
    return judged


def _reason(words: Text | None) -> dict[str, str | None]:
    return {
        "reason_zh": words.zh if words else None,
        "reason_en": words.en if words else None,
    }


# -- what people say --------------------------------------------------------------------------


def _said(status: pd.DataFrame) -> dict[str, list[dict[str, Any]]]:
    """Gather the opinions on each aim, the one that counts first.

    Parameters
    ----------
    status : pandas.DataFrame
        Opinions, one a row.

    Returns
    -------
    dict[str, list[dict[str, Any]]]
        Rows by the id of the aim.

    Raises
    ------
    DataError
        If a row has no state that is known, no speaker or no day.
    """
    faults = []
    found: dict[str, list[dict[str, Any]]] = {}
    for at, row in enumerate(rows(status)):
        if row.get("used") is False:
            continue
        if row["status"] not in SAID or row["said_by"] is None or row["said_on"] is None:
            name = row["id"]
            faults.append(
                Text(
                    f"{name}：status 应为 {'、'.join(SAID)}，且须写明 said_by 和 said_on",
                    f"{name}: status is one of {', '.join(SAID)}, with said_by and said_on",
                )
            )
            continue
        rank = row.get("rank")
        place = LAST if rank is None else int(rank)
        day = pd.Timestamp(row["said_on"])
        found.setdefault(row["id"], []).append({**row, "_rank": place, "said_on": day, "_at": at})
    if faults:
        raise DataError(
            Text("milestone_status 有误：", "milestone_status is wrong:"), faults=faults
        )
    for opinions in found.values():
        # of equals the latest, of one day the row further down
        opinions.sort(key=lambda one: (one["_rank"], -one["said_on"].value, -one["_at"]))
    return found


def _data_rank(competence: pd.DataFrame | None) -> int:
    if competence is None:
        return 0
    orders = [int(row["order"]) for row in rows(competence) if row["who"] == "data"]
    return min(orders, default=LAST + 1)


def _hear(row: dict[str, Any], opinions: list[dict[str, Any]] | tuple[()], data_rank: int) -> None:
    """Let the more competent decide, and keep all that was said.

    Parameters
    ----------
    row : dict of str to Any
        Row of the scorecard; changed in place.
    opinions : list[dict[str, Any]] | tuple[()]
        Opinions on it, the one that counts first.
    data_rank : int
        Place of data in the order of competence.
    """
    if not opinions:
        return
    first = opinions[0]
    row.update({name: first.get(name) for name in ("said_by", "said_on", "note")})
    row.update({name: first.get(name) for name in ("document", "url")})
    row["said_status"], row["said_value"] = first["status"], first.get("value")
    by_data = row.get("data_status")
    row["differ"] = len({by_data, *(one["status"] for one in opinions)} - {None}) > 1
    for lang in LANGS:
        row[f"history_{lang}"] = "\n".join(
            _opinion(one, lang) for one in sorted(opinions, key=lambda o: (o["said_on"], o["_at"]))
        )
    if by_data is None or first["_rank"] < data_rank:
        by = "published" if first.get("published") is True else "person"
        row.update(status=first["status"], decided_by=by, **_reason(None))


def _opinion(one: Mapping[str, Any], lang: Lang) -> str:
    words = SAID[one["status"]].get(lang)
    value = one.get("value")
    unit = Text(one.get("unit_zh") or "", one.get("unit_en") or one.get("unit_zh") or "")
    told = [None if value is None else in_unit(value, unit, GIVEN).get(lang)]
    told += [one.get("progress"), one.get("document"), one.get("note")]
    more = ("；" if lang == "zh" else "; ").join(str(part) for part in told if part)
    if lang == "zh":
        return f"{one['said_on']:%Y-%m-%d} {one['said_by']}：{words}" + (
            f"（{more}）" if more else ""
        )
    return f"{one['said_on']:%Y-%m-%d} {one['said_by']}: {words}" + (f" ({more})" if more else "")
