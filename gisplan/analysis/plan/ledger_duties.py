"""Who answers for each item of the plan, and which places it is about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from gisplan.analysis.plan.ledger_columns import duties_columns, item_regions_columns
from gisplan.analysis.plan.ledger_items import rows, split
from gisplan.analysis.plan.unit_names import UnitNames
from gisplan.catalog.analyses import analysis
from gisplan.catalog.layer import Outcome
from gisplan.places.hierarchy import parents_of

#: The unit of the plan that stands for the government of every prefecture.
EVERY_PREFECTURE = "各市州政府"
GOVERNMENT = ("政府", "Government of {}")
ROLES = ("lead", "cooperate")
#: Kinds of items that are a place themselves.
_PLACED = ("allocation", "base")
_DUTY = ("item", "role", "order", "unit_zh", "unit_en", "present_zh", "present_en", "adcode")


@analysis("plan_duties", gives=duties_columns)
def plan_duties(
    items: pd.DataFrame,
    responsibilities: pd.DataFrame,
    units: pd.DataFrame,
    names: pd.DataFrame,
    regions: pd.DataFrame,
) -> Outcome:
    """Resolve who leads and who cooperates on each item.

    Parameters
    ----------
    items : pandas.DataFrame
        As :func:`gisplan.analysis.plan.ledger_items.plan_items` gives them.
    responsibilities : pandas.DataFrame
        ``plan_responsibilities``: ``clause``, ``role``, ``order``, ``unit_zh``.
    units : pandas.DataFrame
        ``plan_units``: ``name_zh``, ``name_en``, ``adcode``, ``collective``.
    names : pandas.DataFrame
        ``plan_unit_names``, which knows the successors.
    regions : pandas.DataFrame
        Administrative units with ``adcode``, ``name_zh``, ``name_en``, ``level``.

    Returns
    -------
    Outcome
        One row an item, role and unit: the unit as the plan writes it, its name of today where
        that differs, the code of what it governs, ``via_zh`` the collective that it was named
        by, and ``group`` for a collective whose members the plan does not name. 各市州政府 is
        every prefecture's government.
    """
    known = UnitNames.from_tables(units, names)
    about = {row["name_zh"]: row for row in rows(units)}
    prefectures = [row for row in rows(regions) if row["level"] == "prefecture"]
    parents = {row["adcode"]: row.get("parent") for row in rows(regions)}
    by_clause: dict[str, list[dict[str, Any]]] = {}
    for row in rows(responsibilities):
        by_clause.setdefault(row["clause"], []).append(row)
    found: list[dict[str, Any]] = []
    for item in rows(items):
        duties = list(by_clause.get(item["owner"], ()))
        own = item.get("responsible_zh")
        if item.get("region"):  # a prefecture's own aim is its own affair
            duties = [{"role": "lead", "order": 1, "unit_zh": own}] if own else []
        for duty in duties:
            unit = about.get(duty["unit_zh"], {"name_zh": duty["unit_zh"]})
            for one in _each(unit, _asked_of(item, prefectures, parents)):
                name = one["unit_zh"]
                words = {"present_zh": known.present(name), "present_en": known.present(name, "en")}
                facts = {"role": duty["role"], "order": int(duty["order"])}
                found.append({"item": item["item"], **facts, **words, **one})
    table = pd.DataFrame(found, columns=[*_DUTY, "via_zh", "group"])
    # Lanzhou's government may be named beside all of them: as lead, and once
    table = table.drop_duplicates(["item", "unit_zh", "role"], ignore_index=True)
    return Outcome(table.astype({"order": "Int64", "group": "boolean"}))


def _asked_of(
    item: Mapping[str, Any], prefectures: list[dict[str, Any]], parents: Mapping[str, str | None]
) -> list[dict[str, Any]]:
    """Give the prefectures that 各市州政府 is of an item: of what stands in a place, that place's.

    What the plan allots to 武威 is not for 酒泉 to do.

    Parameters
    ----------
    item : mapping of str to Any
        Row of ``plan_items``.
    prefectures : list[dict[str, Any]]
        Rows of all prefectures.
    parents : Mapping[str, str | None]
        Code of a unit to that of the unit above.

    Returns
    -------
    list[dict[str, Any]]
        Rows of the prefectures; all if the item names no place.
    """
    named = split(item["regions"]) if item["kind"] in _PLACED else ()
    here = {code for one in named for code in (one, parents.get(one))}
    return [one for one in prefectures if not named or one["adcode"] in here]


def _each(
    unit: Mapping[str, Any], prefectures: Iterable[Mapping[str, Any]]
) -> list[dict[str, Any]]:
    if unit["name_zh"] == EVERY_PREFECTURE:
        return [
            {
                "unit_zh": f"{one['name_zh']}{GOVERNMENT[0]}",
                "unit_en": GOVERNMENT[1].format(one["name_en"]),
                "adcode": one["adcode"],
                "via_zh": EVERY_PREFECTURE,
                "group": False,
            }
            for one in prefectures
        ]
    named = {"unit_zh": unit["name_zh"], "unit_en": unit.get("name_en") or unit["name_zh"]}
    group = bool(unit.get("collective"))
    return [{**named, "adcode": unit.get("adcode"), "via_zh": None, "group": group}]


@analysis("plan_item_regions", gives=item_regions_columns)
def plan_item_regions(items: pd.DataFrame, duties: pd.DataFrame, units: pd.DataFrame) -> Outcome:
    """Say which administrative units each item is about, and why.

    Parameters
    ----------
    items : pandas.DataFrame
        As :func:`gisplan.analysis.plan.ledger_items.plan_items` gives them.
    duties : pandas.DataFrame
        As :func:`plan_duties` gives them.
    units : pandas.DataFrame
        Administrative units with ``adcode`` and ``parent``.

    Returns
    -------
    Outcome
        One row an item and unit: ``why`` is ``place`` (the plan names it), ``inside`` (it names
        a place in it), ``lead`` or ``cooperate`` (its government answers for the item); of
        several the first of these.
    """
    parents = parents_of(units)
    province = set(units.loc[units["level"] == "province", "adcode"])
    found: dict[tuple[str, str], str] = {}
    for item in rows(items):
        named = split(item["regions"])
        for code in named:
            found.setdefault((item["item"], code), "place")
        for code in named:
            above = parents.get(code)
            while above is not None and above not in province:
                found.setdefault((item["item"], above), "inside")
                above = parents.get(above)
    for role in ROLES:
        some = duties[(duties["role"] == role) & duties["adcode"].notna()]
        for item_id, code in zip(some["item"], some["adcode"], strict=True):
            found.setdefault((item_id, code), role)
    table = pd.DataFrame(
        [(item, code, why) for (item, code), why in found.items()],
        columns=["item", "adcode", "why"],
    )
    return Outcome(table)
