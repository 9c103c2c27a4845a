"""The tasks of the plan for the list beside a map: who owes what, by when, and how it stands.

The page filters by itself. Names of bureaus stand in every spelling that is known, so that either
name finds the task; what is overdue depends on the day on which the page is read.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

import pandas as pd

from gisplan.analysis.plan.ledger_items import rows
from gisplan.catalog.layer import Layer, LayerSpec
from gisplan.catalog.map import TasksSpec
from gisplan.render.web.encode import Json, cells, columns_data, pair, shared
from gisplan.render.web.pinyin import syllables

#: Columns of the ledger that the list shows, where the ledger has them.
_SHOWN = (
    *("item", "kind", "form", "clause", "name", "year", "due", "asked", "place", "lead"),
    *("cooperating", "state", "decided_by", "data_status", "said_status", "value", "measure_unit"),
    *("short_by", "evidence", "reason", "said_by", "said_on", "document", "url", "note"),
    *("history", "found", "text_zh"),
)
_LEAD, _COOPERATE = "lead", "cooperate"


def encode_tasks(asked: TasksSpec, layers: Mapping[str, Layer], shown: Collection[str]) -> Json:
    """Write the items of the plan with who answers for them and where they lie.

    Parameters
    ----------
    asked : TasksSpec
        The layers of the ledger.
    layers : mapping of str to Layer
        By name; at least those of the map and those asked for.
    shown : collection of str
        Names of the layers on the map.

    Returns
    -------
    dict
        ``table`` (the ledger's rows, as the page has tables), ``units`` (each with its names and
        all spellings), for each row the numbers of the units that ``lead`` and ``cooperate``,
        ``regions`` (code and names) and for each row its ``places`` (number of the region and
        why), and ``rows``: by layer of the map, for each of its rows the items that it stands for.
    """
    ledger = layers[asked.ledger]
    items = [str(item) for item in ledger.table["item"]]
    units, duties = _units(layers[asked.duties].table, layers[asked.unit_names].table)
    regions, places = _regions(layers[asked.places].table, layers[asked.regions])
    spellings = {region["code"]: region for region in regions}
    for unit in units:
        own = spellings.get(unit.pop("adcode") or "")
        unit["names"] += [own[lang] for lang in ("zh", "en")] if own else []
    columns = [name for name in _SHOWN if pair(ledger.spec, name)]
    return {
        "table": columns_data(ledger, columns),
        "units": units,
        _LEAD: _by_item(items, duties, _LEAD),
        _COOPERATE: _by_item(items, duties, _COOPERATE),
        "regions": regions,
        "places": shared([" ".join(places.get(item, ())) for item in items]),
        "rows": _rows_on_map(ledger.table, [layers[name] for name in shown]),
    }


def encode_quotes(text: Layer) -> Json:
    """Write the plan's own words by clause, for the popups that name one.

    Parameters
    ----------
    text : Layer
        Table of ``clause`` and ``text_zh``, as its user gives it.

    Returns
    -------
    dict
        Words by clause; empty as shipped.
    """
    pairs = text.table[["clause", "text_zh"]].dropna()
    return dict(zip(pairs["clause"].astype(str), pairs["text_zh"].astype(str), strict=True))


def _units(
    duties: pd.DataFrame, names: pd.DataFrame
) -> tuple[list[Json], dict[tuple[str, str], dict[int, None]]]:
    """List the units, and give those of each item and role.

    Parameters
    ----------
    duties : pandas.DataFrame
        As ``plan_duties`` gives them.
    names : pandas.DataFrame
        Other names of units.

    Returns
    -------
    tuple of list of dict and dict
        Units in the order in which the plan names them, with ``adcode`` of what they govern; and
        by item and role the numbers of the units.
    """
    units: dict[str, Json] = {}
    found: dict[tuple[str, str], dict[int, None]] = {}
    for row in rows(duties):
        own = {"zh": row["unit_zh"], "en": row["unit_en"] or row["unit_zh"]}
        now = {"zh": row["present_zh"], "en": row["present_en"]} if row["present_zh"] else None
        each = row["via_zh"] is not None
        unit = {**own, "now": now, "adcode": row["adcode"], "each": each}
        named = [(own["zh"], unit)]
        if each:
            named.append((row["via_zh"], _bare(row["via_zh"])))
        for name, of in named:
            units.setdefault(name, {**of, "number": len(units), "names": [name, of["en"]]})
            number = units[name]["number"]
            found.setdefault((row["item"], row["role"]), {})[number] = None
    for row in rows(names):
        # to whom the plan is addressed, though no task names it
        name = row["unit_zh"]
        unit = units.setdefault(name, {**_bare(name), "number": len(units), "names": [name]})
        if unit["en"] == name:
            unit["en"] = row["name_en"]
        unit["names"] += [row["name_zh"], row["name_en"]]
    for unit in units.values():
        del unit["number"]
        unit["names"] = list(dict.fromkeys(unit["names"]))
    return list(units.values()), found


def _bare(name: str) -> Json:
    return {"zh": name, "en": name, "now": None, "adcode": None, "each": False}


def _by_item(
    items: Iterable[str], duties: Mapping[tuple[str, str], Iterable[int]], role: str
) -> list[Any] | Json:
    return shared([" ".join(map(str, duties.get((item, role), ()))) for item in items])


def _regions(places: pd.DataFrame, units: Layer) -> tuple[list[Json], dict[str, list[str]]]:
    """Give the regions that items are about, and those of each item.

    Parameters
    ----------
    places : pandas.DataFrame
        As ``plan_item_regions`` gives them.
    units : Layer
        All administrative units.

    Returns
    -------
    tuple of list of dict and dict
        Regions in the order of their codes, each with ``code``, names, ``pinyin`` and ``within``
        (the number of the region above, or None); and by item its regions, as ``"3:lead"``.
    """
    names = pair(units.spec, "name") or ("adcode", "adcode")
    about = {
        row["adcode"]: row for row in rows(units.table.drop(columns="geometry", errors="ignore"))
    }
    # a prefecture always stands in the list, so that "nothing" can be told of it
    codes = {code for code, row in about.items() if row["level"] == "prefecture"}
    ordered = sorted(codes | set(places["adcode"].astype(str)))
    number = {code: at for at, code in enumerate(ordered)}
    regions = []
    for code in ordered:
        row = about.get(code, {})
        zh, en = (row.get(name) or code for name in names)
        above = number.get(row.get("parent"))
        spelled = syllables(zh, en)
        regions.append({"code": code, "zh": zh, "en": en, "pinyin": spelled, "within": above})
    by_item: dict[str, list[str]] = {}
    for row in rows(places):
        by_item.setdefault(row["item"], []).append(f"{number[row['adcode']]}:{row['why']}")
    return regions, by_item


def _rows_on_map(ledger: pd.DataFrame, shown: Sequence[Layer]) -> Json:
    """Say for the rows of each layer on the map which items they stand for.

    A layer is about items if one of its key columns holds ids of items, or of the bases that
    items name.

    Parameters
    ----------
    ledger : pandas.DataFrame
        The items.
    shown : sequence of Layer
        Layers on the map.

    Returns
    -------
    dict
        By name of the layer, for each row the numbers of its items.
    """
    numbers: dict[str, list[int]] = {}
    bases: dict[str, list[int]] = {}
    for at, row in enumerate(rows(ledger)):
        numbers[str(row["item"])] = [at]
        for base in str(row["bases"] or "").split(";"):
            if base.strip():
                bases.setdefault(base.strip(), []).append(at)
    found: Json = {}
    for layer in shown:
        for values in _keys(layer):
            items = next(
                (known for known in (numbers, bases) if values and set(values) <= set(known)), None
            )
            if items is not None:
                cell = [" ".join(map(str, items[value])) for value in values]
                found[layer.spec.name] = shared(cell)
                break
    return found


def _keys(layer: Layer) -> Iterable[list[str]]:
    spec: LayerSpec = layer.spec
    names = [name for name in ("item", *spec.key) if name in spec.column_names]
    for name in names:
        yield [str(value) for value in cells(layer.table[name], spec.column(name))]
