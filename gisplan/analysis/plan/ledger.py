"""The ledger of the plan: each item with who answers for it, by when, and how it stands."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from typing import Any

import geopandas as gpd
import pandas as pd

from gisplan.analysis.plan.aims import VERDICTS
from gisplan.analysis.plan.ledger_columns import (
    by_region_columns,
    ledger_columns,
    ledger_places_columns,
)
from gisplan.analysis.plan.ledger_items import rows, split
from gisplan.catalog.analyses import analysis
from gisplan.catalog.layer import Outcome
from gisplan.errors import OptionError
from gisplan.text import Text

#: Items that have a state of their own; a task, base or landmark has that of its milestones.
_JUDGED = ("target", "milestone")
#: What of the scorecard goes into the ledger.
_CARD = {
    **{name: name for name in ("decided_by", "data_status", "said_status", "value")},
    "measure_unit_zh": "unit_zh",
    "measure_unit_en": "unit_en",
    **{name: name for name in ("short_by", "evidence_zh", "evidence_en", "reason_zh")},
    **{name: name for name in ("reason_en", "said_by")},
    **{name: name for name in ("said_on", "document", "url", "note", "history_zh", "history_en")},
    **{name: name for name in ("found_zh", "found_en")},
}
#: What people say of an item that no data speak of.
_WORD = ("said_by", "said_on", "document", "url", "note")
_BETWEEN = {"zh": "、", "en": "; "}


@analysis("plan_ledger", gives=ledger_columns)
def plan_ledger(
    items: pd.DataFrame,
    duties: pd.DataFrame,
    places: pd.DataFrame,
    scorecard: pd.DataFrame,
    said: pd.DataFrame,
    *,
    as_of: str | None = None,
) -> Outcome:
    """Put beside each item of the plan who answers for it and how it stands.

    Parameters
    ----------
    items : pandas.DataFrame
        As :func:`gisplan.analysis.plan.ledger_items.plan_items` gives them.
    duties : pandas.DataFrame
        As :func:`gisplan.analysis.plan.ledger_duties.plan_duties` gives them.
    places : pandas.DataFrame
        As :func:`gisplan.analysis.plan.ledger_duties.plan_item_regions` gives them.
    scorecard : pandas.DataFrame
        How targets and milestones stand, by ``id``.
    said : pandas.DataFrame
        What people say of other items: as
        :func:`gisplan.analysis.plan.scorecard.read_status` gives it.
    as_of : str, optional
        A day, written 2026-11-28. What was due before it and is not known to be met is
        overdue. Without it nothing is called so.

    Returns
    -------
    Outcome
        ``items`` with ``lead``, ``cooperating`` (names, one of today in brackets), ``state`` of
        ``VERDICTS``, ``overdue`` (missing without ``as_of``, and of what has no date), ``adcodes``
        (all units that it is about) and, of targets and milestones, value, evidence, reason and
        who said so.

    Raises
    ------
    OptionError
        If ``as_of`` is no day.
    """
    day = _day(as_of)
    cards = {row["id"]: row for row in rows(scorecard)}
    heard = {row["id"]: row for row in rows(said) if row.get("used", True)}
    who = _units(duties)
    where = places.groupby("item")["adcode"].agg(";".join).to_dict()
    listed = []
    for item in rows(items):
        key = item["item"]
        row = {**item, **who.get(key, {}), "adcodes": where.get(key)}
        row.update(_standing(item, cards, heard))
        row["overdue"] = _overdue(row, day)
        listed.append(row)
    kept = [*items.columns, "lead_zh", "lead_en", "cooperating_zh", "cooperating_en"]
    columns = [*kept, "adcodes", "state", "overdue", *_CARD]
    table = pd.DataFrame(listed, columns=columns)
    types = {"year": "Int64", "overdue": "boolean", "value": "float64", "short_by": "float64"}
    return Outcome(table.astype(types))


def combined(states: Iterable[str]) -> str:
    """Give the state of what consists of several.

    Parameters
    ----------
    states : iterable of str
        Of its parts.

    Returns
    -------
    str
        Met or missed if all of them are; met in part where some are met and some missed; else
        what is still open keeps it open. Without parts, a person is waited for.
    """
    found = list(states)
    known = set(found)
    if not known:
        return "awaiting"
    if len(known) == 1:
        return found[0]
    if "short" in known or "partly" in known:
        return "partly" if known & {"met", "partly"} else "short"
    return "undecided" if "undecided" in known else "awaiting"


def _standing(
    item: Mapping[str, Any], cards: Mapping[str, Any], heard: Mapping[str, Any]
) -> dict[str, Any]:
    key = item["item"]
    if item["kind"] in _JUDGED and key in cards:
        card = cards[key]
        return {"state": card["status"], **{name: card.get(of) for name, of in _CARD.items()}}
    if key in heard:
        words = heard[key]
        told = {name: words.get(name) for name in _WORD}
        state = words["status"]
        return {"state": state, "said_status": state, "decided_by": "person", **told}
    parts = [cards[one]["status"] for one in split(item["milestones"]) if one in cards]
    return {"state": combined(parts)}


def _units(duties: pd.DataFrame) -> dict[str, dict[str, str | None]]:
    found: dict[str, dict[str, dict[str, None]]] = {}
    for row in rows(duties.sort_values("order", kind="stable")):
        via = row["via_zh"]
        for lang in ("zh", "en"):
            name, present = row[f"unit_{lang}"], row[f"present_{lang}"]
            brackets = f"（现{present}）" if lang == "zh" else f" (now {present})"
            if via is not None:
                words = via if lang == "zh" else "Governments of all cities and prefectures"
            else:
                words = name + (brackets if present else "")
            column = ("lead_" if row["role"] == "lead" else "cooperating_") + lang
            found.setdefault(row["item"], {}).setdefault(column, {})[words] = None
    return {
        item: {column: _BETWEEN[column[-2:]].join(names) for column, names in columns.items()}
        for item, columns in found.items()
    }


def _day(as_of: str | None) -> datetime.date | None:
    if not as_of:
        return None
    try:
        return datetime.date.fromisoformat(as_of)
    except ValueError:
        raise OptionError(
            Text(
                f"as_of 应为日期，写作 2026-11-28，现为“{as_of}”",
                f"as_of must be a day, written 2026-11-28; it is '{as_of}'",
            )
        ) from None


def _overdue(row: Mapping[str, Any], day: datetime.date | None) -> bool | None:
    if day is None or row["due"] is None:
        return None
    return bool(row["due"].date() < day and row["state"] != "met")


@analysis("plan_by_region", gives=by_region_columns)
def plan_by_region(
    regions: gpd.GeoDataFrame, ledger: pd.DataFrame, places: pd.DataFrame
) -> Outcome:
    """Count the items of the ledger in each region.

    Parameters
    ----------
    regions : geopandas.GeoDataFrame
        With ``adcode``; all rows are kept.
    ledger : pandas.DataFrame
        As :func:`plan_ledger` gives it.
    places : pandas.DataFrame
        As :func:`gisplan.analysis.plan.ledger_duties.plan_item_regions` gives them.

    Returns
    -------
    Outcome
        ``regions`` with ``items``; of these ``placed`` (the plan names the region, or a place in
        it), ``lead`` and ``cooperate`` (its government does); ``dated`` and how those stand:
        one column for each state, and ``overdue``.
    """
    joined = places.merge(ledger[["item", "state", "overdue", "due"]], on="item")
    joined["why"] = joined["why"].replace("inside", "place")
    counts = []
    for code in regions["adcode"]:
        own = joined[joined["adcode"] == code]
        dated = own[own["due"].notna()]
        known = dated["overdue"].notna().any()
        counts.append(
            {
                "items": len(own),
                "placed": int((own["why"] == "place").sum()),
                "lead": int((own["why"] == "lead").sum()),
                "cooperate": int((own["why"] == "cooperate").sum()),
                "dated": len(dated),
                **{state: int((dated["state"] == state).sum()) for state in VERDICTS},
                "overdue": int(dated["overdue"].fillna(False).sum()) if known else None,
            }
        )
    columns = ("items", "placed", "lead", "cooperate", "dated", *VERDICTS, "overdue")
    numbers = pd.DataFrame(counts, columns=list(columns)).astype("Int64")
    table = regions.reset_index(drop=True).join(numbers)
    return Outcome(gpd.GeoDataFrame(table, geometry="geometry", crs=regions.crs))


@analysis("plan_ledger_places", gives=ledger_places_columns)
def plan_ledger_places(
    ledger: pd.DataFrame, bases: gpd.GeoDataFrame, regions: gpd.GeoDataFrame
) -> Outcome:
    """Put each item where the plan puts it.

    Parameters
    ----------
    ledger : pandas.DataFrame
        As :func:`plan_ledger` gives it.
    bases : geopandas.GeoDataFrame
        Points with ``id`` and ``precision``.
    regions : geopandas.GeoDataFrame
        Prefectures with ``adcode``, for places that are no base.

    Returns
    -------
    Outcome
        One row an item and place: ``key``, the ledger's columns, ``site`` (id of the base, or
        adcode), ``precision`` and a point. Items without a place are counted in ``left_out``;
        they are in the ledger all the same.
    """
    points = {row["id"]: row for row in bases.to_dict(orient="records")}
    polygons = dict(zip(regions["adcode"], regions.geometry, strict=True))
    listed, without = [], 0
    for row in rows(ledger):
        sites = [
            (one, points[one]["geometry"], points[one]["precision"])
            for one in split(row["bases"])
            if one in points and points[one]["geometry"] is not None
        ]
        if not sites:
            sites = [
                (code, polygons[code].representative_point(), "prefecture")
                for code in split(row["regions"])
                if code in polygons
            ]
        without += not sites
        for site, point, precision in sites:
            more = {"key": f"{row['item']}@{site}", "site": site, "precision": precision}
            listed.append({**row, **more, "geometry": point})
    columns = ["key", *ledger.columns, "site", "precision", "geometry"]
    table = gpd.GeoDataFrame(pd.DataFrame(listed, columns=columns), geometry="geometry", crs=4326)
    told = Text(
        f"{without} 项没有地点，不在图上，见 plan_ledger",
        f"{without} items have no place: they are not on the map, but in plan_ledger",
    )
    return Outcome(table, (told,) if without else ())
