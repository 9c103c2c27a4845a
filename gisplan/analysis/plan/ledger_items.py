"""Everything that the plan asks for as one list: what, by when, of what kind, where."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from gisplan.analysis.checks import listed as first_few
from gisplan.analysis.plan.ledger_columns import items_columns
from gisplan.analysis.plan.quantities import quantity_of
from gisplan.catalog.analyses import analysis
from gisplan.catalog.layer import Outcome
from gisplan.errors import DataError, OptionError
from gisplan.text import Text

#: Kinds of items, in the order of the list.
KINDS = (
    *("target", "task", "milestone", "measure", "base", "landmark"),
    *("path", "safeguard", "allocation", "undertaking"),
)
TABLES = (
    *("targets", "milestones", "tasks", "measures", "bases", "landmarks"),
    *("paths", "safeguards", "allocations", "undertakings"),
)
COLUMNS = (
    *("item", "kind", "form", "clause", "owner", "name_zh", "name_en", "year", "due"),
    *("segment", "asked_zh", "asked_en", "decidable_by", "bases", "milestones"),
    *("place_zh", "place_en", "regions", "region", "responsible_zh", "part_of", "text_zh"),
)
_PROVINCE = "province"
Row = dict[str, Any]
Plan = Mapping[str, list[Row]]


@analysis("plan_items", gives=items_columns)
def plan_items(
    *, zones: pd.DataFrame, text: pd.DataFrame | None = None, **plan: pd.DataFrame
) -> Outcome:
    """List everything that the plan asks for.

    Parameters
    ----------
    zones : pandas.DataFrame
        ``plan_zone_members``: which units a zone spans.
    text : pandas.DataFrame, optional
        The plan's own words: ``clause``, ``text_zh``.
    **plan : pandas.DataFrame
        ``targets``, ``milestones``, ``tasks``, ``measures``, ``bases``, ``landmarks``, ``paths``,
        ``safeguards``, ``allocations`` and ``undertakings`` as the layers ``plan_*`` hold them.
        Undertakings are alliances, funds, fairs … with the ``item`` that each is, or none.

    Returns
    -------
    Outcome
        One row an item. ``owner`` is the clause whose units answer for it, empty where the plan
        names none; ``due`` the last day of its ``year``; ``regions`` the codes of the places
        that the plan names for it, parted by ``;``, a zone with all that it spans;
        ``milestones`` those by which a task, base or landmark is judged.

    Raises
    ------
    OptionError
        If one of these tables is not given.
    DataError
        If a milestone is of a base that there is not.
    """
    missing = [name for name in TABLES if name not in plan]
    if missing:
        names = ", ".join(missing)
        raise OptionError(Text(f"缺少规划表 {names}", f"tables of the plan are missing: {names}"))
    rows_of = {name: [*rows(plan[name])] for name in TABLES}
    spans = {str(zone): tuple(of) for zone, of in zones.groupby("zone")["member"]}
    sites = {row["id"]: _sites(row, spans) for row in rows_of["bases"]}
    _require_bases(rows_of, sites)
    listed = [
        *(_aim(row, "target") for row in rows_of["targets"]),
        *_tasks(rows_of),
        *_milestones(rows_of, sites),
        *(_named(row, f"{row['clause']}-{row['order']}", "measure") for row in rows_of["measures"]),
        *_bases(rows_of, sites),
        *_landmarks(rows_of, sites),
        *(_led(row, "path") for row in rows_of["paths"]),
        *(_led(row, "safeguard") for row in rows_of["safeguards"]),
        *_allocations(rows_of, spans),
    ]
    known = {row["item"] for row in listed}
    more = rows_of["undertakings"]
    lost = [row["id"] for row in more if row["item"] and row["item"] not in known]
    listed += [
        {**_named(row, row["id"], "undertaking"), "form": row["form"]}
        for row in more
        if row["item"] is None
    ]
    segments = {row["clause"]: row["segment"] for row in rows_of["tasks"]}
    led = {row["clause"] for name in ("tasks", "paths", "safeguards") for row in rows_of[name]}
    forms = {row["item"]: row["form"] for row in more if row["item"]}
    quotes = _quotes(text)
    for row in listed:
        _complete(row, (segments, led, forms, quotes))
    table = pd.DataFrame(listed, columns=list(COLUMNS)).astype({"year": "Int64"})
    table["due"] = pd.to_datetime(table["due"])
    return Outcome(table, _told(lost))


def _require_bases(plan: Plan, sites: Mapping[str, tuple[str, ...]]) -> None:
    """Refuse milestones of bases that the table of bases does not have.

    Parameters
    ----------
    plan : Plan
        Rows of each table of the plan.
    sites : mapping of str to tuple of str
        Units that each base lies in.

    Raises
    ------
    DataError
        With the rows and the bases that they name.
    """
    lost = [
        f"{row['id']} → {base}"
        for row in plan["milestones"]
        for base in split(row["bases"])
        if base not in sites
    ]
    if lost:
        zh, en = first_few(lost)
        raise DataError(
            Text(
                f"规划基地表中没有这些基地：{zh}",
                f"the table of the plan's bases has none of these: {en}",
            )
        )


def _tasks(plan: Plan) -> Iterable[Row]:
    for row in plan["tasks"]:
        of = tuple(m["id"] for m in plan["milestones"] if m["clause"] == row["clause"])
        yield {**_led(row, "task"), "milestones": of, "segment": row["segment"]}


def _milestones(plan: Plan, sites: Mapping[str, tuple[str, ...]]) -> Iterable[Row]:
    for row in plan["milestones"]:
        named = (code for base in split(row["bases"]) for code in sites[base])
        where = tuple(dict.fromkeys((*named, *split(row.get("region")))))
        facts = {"bases": row["bases"], "regions": where, "owner": row["clause"]}
        yield {**_aim(row, "milestone"), **facts}


def _bases(plan: Plan, sites: Mapping[str, tuple[str, ...]]) -> Iterable[Row]:
    for row in plan["bases"]:
        of = tuple(m["id"] for m in plan["milestones"] if row["id"] in split(m["bases"]))
        yield {
            **_named({**row, "clause": split(row["clauses"])[0]}, f"base-{row['id']}", "base"),
            "form": row["kind"],
            "year": row["year_due"],
            "segment": row["segment"],
            "milestones": of,
            "bases": row["id"],
            "regions": sites[row["id"]],
            "place_zh": row["place_zh"],
            "place_en": row["place_en"],
        }


def _landmarks(plan: Plan, sites: Mapping[str, tuple[str, ...]]) -> Iterable[Row]:
    years = {row["id"]: int(row["year"]) for row in plan["milestones"]}
    for row in plan["landmarks"]:
        of = split(row.get("milestones"))
        yield {
            **_named(row, row["clause"], "landmark"),
            "owner": row.get("task"),
            "year": max((years[one] for one in of if one in years), default=None),
            "milestones": of,
            "bases": row["base"],
            "regions": sites.get(row["base"], ()),
        }


def _allocations(plan: Plan, spans: Mapping[str, tuple[str, ...]]) -> Iterable[Row]:
    for row in plan["allocations"]:
        where = (row["region"], *spans.get(row["region"], ())) if row["region"] else ()
        yield {
            **_named(row, row["id"], "allocation"),
            "name_zh": f"{row['region_zh']}：{row['industry_zh']}",
            "name_en": f"{row['region_en']}: {row['industry_en']}",
            "segment": row["segment"],
            "bases": row["base"],
            "regions": where,
            "place_zh": row["region_zh"],
            "place_en": row["region_en"],
        }


def _complete(
    row: dict[str, Any],
    known: tuple[Mapping[str, str], set[str], Mapping[str, str], Mapping[str, str]],
) -> None:
    segments, led, forms, quotes = known
    clause = row["clause"]
    if row.get("owner") is None and clause in led:
        row["owner"] = clause
    row["segment"] = row.get("segment") or segments.get(row.get("owner") or clause)
    row["form"] = row.get("form") or forms.get(row["item"])
    row["regions"] = ";".join(row.get("regions") or ()) or None
    row["milestones"] = ";".join(row.get("milestones") or ()) or None
    year = row.get("year")
    row["due"] = None if year is None else f"{int(year)}-12-31"
    row["text_zh"] = quotes.get(row["item"]) or quotes.get(clause)


def _aim(row: Mapping[str, Any], kind: str) -> dict[str, Any]:
    quantity = quantity_of(row)
    asked = quantity.text() if quantity else None
    return {
        **_named(row, row["id"], kind),
        "year": row["year"],
        "asked_zh": asked.zh if asked else None,
        "asked_en": asked.en if asked else None,
        "decidable_by": row["decidable_by"],
        "region": row.get("region"),
        "regions": split(row.get("region")),
        "responsible_zh": row.get("responsible_zh"),
        "part_of": row.get("part_of"),
    }


def _named(row: Mapping[str, Any], item: str, kind: str) -> dict[str, Any]:
    kept = ("clause", "name_zh", "name_en")
    return {"item": item, "kind": kind, **{name: row.get(name) for name in kept}}


def _led(row: Mapping[str, Any], kind: str) -> dict[str, Any]:
    return {**_named(row, row["clause"], kind), "owner": row["clause"]}


def _sites(row: Mapping[str, Any], spans: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Give the units that a base lies in; a base of the whole province lies in none of them.

    Parameters
    ----------
    row : mapping of str to Any
        Row of a base.
    spans : Mapping[str, tuple[str, ...]]
        Codes of the units that a base or region lies in, where these are several.

    Returns
    -------
    tuple of str
        Codes, each once.
    """
    if row["place_basis"] == _PROVINCE:
        return ()
    own = (row["adcode"],) if row["adcode"] else ()
    return tuple(dict.fromkeys((*own, *spans.get(row["adcode"], ()), *spans.get(row["id"], ()))))


def _quotes(text: pd.DataFrame | None) -> dict[str, str]:
    if text is None:
        return {}
    pairs = text[["clause", "text_zh"]].dropna()
    return dict(zip(pairs["clause"], pairs["text_zh"], strict=True))


def rows(table: pd.DataFrame) -> Iterable[Row]:
    """Give the rows of a table, with None for what is empty.

    Parameters
    ----------
    table : pandas.DataFrame
        Any table.

    Returns
    -------
    Iterable[Row]
        One dict a row.
    """
    plain = table.astype(object)
    for record in plain.where(plain.notna(), None).to_dict(orient="records"):
        yield {str(name): cell for name, cell in record.items()}


def split(cell: str | None) -> tuple[str, ...]:
    """Take apart a cell that lists several.

    Parameters
    ----------
    cell : str or None
        Parted by ``;``.

    Returns
    -------
    tuple of str
        The parts without blanks around them; none for an empty cell.
    """
    return tuple(part.strip() for part in cell.split(";") if part.strip()) if cell else ()


def _told(lost: list[str]) -> tuple[Text, ...]:
    if not lost:
        return ()
    names = ", ".join(lost)
    return (
        Text(
            f"plan_undertakings 的 {names} 没有对应的事项，未列出",
            f"plan_undertakings: {names} name items that are not there",
        ),
    )
