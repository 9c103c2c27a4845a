"""A whole plan as a form has it, written as the file that the command line reads too."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Sequence
from typing import Any

from starlette.datastructures import FormData

from gisplan.api.scenarios.fields import in_line, quoted
from gisplan.serve.form_fields import PLAN_LABELS, POSITIVE, YEARS, Bounds, FormError, FormFields
from gisplan.text import Text

#: Tiers, sizes of each, years, and plants with ranges of their own that the form has room for; a
#: file may have more.
TIERS, SIZES, PHASES, PLANTS = 2, 3, 4, 3
#: What a plan may make best, in words.
AIMS = (
    ("coverage", Text("处理最多", "Most served")),
    ("cost", Text("年费用最少", "Least cost a year")),
    ("way", Text("运输量最少", "Least demand times way")),
    ("equity", Text("最差地区的份额最高", "The least share of a region as high as can be")),
)
#: What the trade-off is held against.
CURVES = (
    ("", Text("不要", "None")),
    ("spent", Text("处理量与投资", "Served and money spent")),
    ("cost", Text("处理量与年费用", "Served and cost a year")),
    ("way", Text("处理量与运输量", "Served and way")),
    ("equity", Text("处理量与最低的地区份额", "Served and the least share of a region")),
    ("near", Text("处理量与新建设施附近的人", "Served and people near what is built")),
)
_NOTHING = Text("", "")


def plan_text(form: FormData, *, standing: Sequence[tuple[str, Text]] = ()) -> str:
    """Write a plan's file from a form.

    Parameters
    ----------
    form : FormData
        As it was sent.
    standing : sequence of tuple of str and Text
        Identifiers and names of the plants that stand, by either of which one may be called; not
        checked if there are none.

    Returns
    -------
    str
        TOML, as ``gisplan sites plan`` reads it.

    Raises
    ------
    FormError
        If a field is wrong; all are told.
    """
    fields = FormFields(form, labels=PLAN_LABELS)
    _require_plants(fields, standing)
    by = fields.words("by")
    measure = "min" if by == "minutes" else "km"
    top: dict[str, Any] = {
        "year": fields.number("year", _NOTHING, whole=True, bounds=YEARS),
        "quantity": fields.words("quantity") or None,
        "aim": fields.words("aim") or None,
        "by": "distance" if by == "distance" else "road",
        "regions": fields.words("regions") or None,
        "assignment": "single" if fields.words("single") else None,
        "carry": True if fields.words("carry") else None,
        "least_share": fields.number("share", _NOTHING, part=100),
        "seconds": fields.number("seconds", _NOTHING, bounds=Bounds(least=0.1)),
    }
    lines = _pairs(top)
    if currency := fields.words("currency"):
        lines.append(f"currency = {in_line({'zh': currency, 'en': currency})}")
    tiers = {n: got for n in range(1, TIERS + 1) if (got := _tier(fields, n, measure))}
    if not tiers:
        fields.fault("tier1.name", "第 1 级：一项也没有填", "tier 1: nothing is filled in")
    elif not any(sizes or tier["close"] is not None for tier, sizes in tiers.values()):
        fields.fault(
            "tier1.size1.capacity",
            "没有一种规模，也没有关停的费用，就没有可决定的：请填第 1 级的规模",
            "without a size, or a cost of closing, nothing is left to decide: fill in a size",
        )
    for tier, sizes in tiers.values():
        lines += ["", "[[tiers]]", *_pairs(tier)]
        lines += ["sizes = [", *(f"  {in_line(one)}," for one in sizes), "]"]
    for phase in _phases(fields):
        lines += ["", "[[phases]]", *_pairs(phase)]
    charges = {
        "transport": fields.number("transport", _NOTHING),
        "life": fields.number("life", _NOTHING, whole=True, bounds=Bounds(least=1)),
        "interest": fields.number("interest", _NOTHING, part=100),
    }
    if any(one is not None for one in charges.values()):
        lines += ["", "[charges]", *_pairs(charges)]
    if second := fields.words("curve"):
        points = fields.number("points", _NOTHING, whole=True, bounds=Bounds(least=2))
        curve = {"second": second, "points": points}
        if fields.words("knee"):
            curve["choose"] = "knee"
        lines += ["", "[curve]", *_pairs(curve)]
    names = {n: str(tier["name"]) for n, (tier, _) in tiers.items()}
    lines += _near(fields, names)
    lines += _robust(fields, names)
    if fields.faults:
        raise FormError(fields)
    return "\n".join(lines) + "\n"


def _tier(
    fields: FormFields, n: int, measure: str
) -> tuple[dict[str, Any], list[dict[str, Any]]] | None:
    """Give a tier and its sizes.

    Parameters
    ----------
    fields : FormFields
        The form's.
    n : int
        Which tier, from 1.
    measure : str
        What reach is counted in, as keys of the file end.

    Returns
    -------
    tuple[dict[str, Any], list[dict[str, Any]]] | None
        None if none of its fields is filled in.
    """
    key = f"tier{n}"
    name, kinds = fields.words(f"{key}.name"), fields.chosen(f"{key}.kinds")
    sizes = [one for k in range(1, SIZES + 1) if (one := _size(fields, n, k))]
    typed = ("name", "reach", "direct", "passes_on", "new", "close")
    if not (kinds or sizes or any(fields.words(f"{key}.{one}") for one in typed)):
        return None
    where = Text(f"第 {n} 级 ", f"tier {n}: ")
    reach = fields.number(f"{key}.reach", where, bounds=POSITIVE)
    unit = f"reach_{measure}"
    fields.need(f"{key}.reach", where, Text(f"（文件中的 {unit}）", f" ({unit} in the file)"))
    tier: dict[str, Any] = {
        "name": name or str(n),
        "kinds": kinds,
        "candidates": fields.words(f"{key}.candidates") or None,
        unit: reach,
        f"direct_{measure}": fields.number(f"{key}.direct", where),
        "passes_on": fields.number(f"{key}.passes_on", where, part=100, bounds=POSITIVE),
        "new": fields.number(f"{key}.new", where, whole=True),
        "close": fields.number(f"{key}.close", where),
    }
    return tier, sizes


def _phases(fields: FormFields) -> list[dict[str, Any]]:
    phases: list[dict[str, Any]] = []
    for n in range(1, PHASES + 1):
        where, key = Text(f"第 {n} 期 ", f"phase {n}: "), f"phase{n}"
        if not fields.any_of(f"{key}."):
            continue
        phase = {
            "year": fields.number(f"{key}.year", where, whole=True, bounds=YEARS),
            "budget": fields.number(f"{key}.budget", where),
            "factor": fields.number(f"{key}.factor", where, bounds=POSITIVE),
        }
        fields.need(f"{key}.year", where)
        before = [one["year"] for one in phases if one["year"] is not None]
        if before and phase["year"] is not None and phase["year"] <= before[-1]:
            fields.fault(
                f"{key}.year",
                f"{where.zh}年份：“{phase['year']}”应晚于前一期的 {before[-1]}",
                f"{where.en}year: {phase['year']} must be later than {before[-1]}, the one before",
            )
        phases.append(phase)
    if not phases:
        fields.fault(
            "phase1.year",
            "各期预算：至少填一个年份（文件中的 [[phases]]）",
            "years and budgets: one year at least is needed ([[phases]] in the file)",
        )
    return phases


def _size(fields: FormFields, n: int, k: int) -> dict[str, Any] | None:
    where = Text(f"第 {n} 级第 {k} 种规模 ", f"tier {n}, size {k}: ")
    key = f"tier{n}.size{k}"
    figures = {
        "capacity": fields.number(f"{key}.capacity", where, bounds=POSITIVE),
        "cost": fields.number(f"{key}.cost", where),
        "yearly": fields.number(f"{key}.yearly", where),
        "least": fields.number(f"{key}.least", where, part=100),
    }
    found = {name: value for name, value in figures.items() if value is not None}
    if not any(fields.words(f"{key}.{name}") for name in ("name", *figures)):
        return None
    fields.need(f"{key}.capacity", where)
    fields.need(f"{key}.cost", where, Text("（不花钱填 0）", " (0 if it is free)"))
    action = "enlarge" if fields.words(f"{key}.action") == "enlarge" else "build"
    room = found.get("capacity", 0)
    name = fields.words(f"{key}.name") or f"{'+' if action == 'enlarge' else ''}{room:,.10g}"
    return {"name": name, "action": action, **found}


def _near(fields: FormFields, names: dict[int, str]) -> list[str]:
    """Write who is near what is built, if that is asked for.

    Parameters
    ----------
    fields : FormFields
        The form's.
    names : dict[int, str]
        Of the tiers that are filled in, by their numbers.

    Returns
    -------
    list[str]
        Lines; none if it is not.
    """
    where = Text("新建设施附近的人：", "people near what is built: ")
    km = fields.number("near.km", where, bounds=POSITIVE)
    tiers = [int(one) for one in fields.chosen("near.tiers") if one.isdecimal()]
    for n in (n for n in tiers if n not in names):
        fields.fault(
            "near.tiers", f"{where.zh}第 {n} 级没有填", f"{where.en}tier {n} is not filled in"
        )
    if not fields.words("near.km"):
        if fields.words("curve") == "near" or fields.any_of("near."):
            fields.need("near.km", where)
        return []
    near = {
        "km": km,
        "quantity": fields.words("near.quantity") or None,
        "tiers": [names[n] for n in tiers if n in names] or None,
    }
    return ["", "[near]", *_pairs(near)]


def _robust(fields: FormFields, names: dict[int, str]) -> list[str]:
    """Write the ranges that futures are drawn from, if any is declared.

    Parameters
    ----------
    fields : FormFields
        The form's.
    names : dict[int, str]
        Of the tiers that are filled in, by their numbers.

    Returns
    -------
    list[str]
        Lines; none without ranges.
    """
    if not fields.any_of("robust."):
        return []
    where = Text("不确定的范围：", "what may come otherwise: ")
    demand = fields.span("robust.demand", Text("全部需求的倍数：", "all demand, times: "))
    local = fields.span("robust.local", Text("各地需求的倍数：", "demand of each region, times: "))
    top = {
        "draws": fields.number("robust.draws", where, whole=True, bounds=Bounds(least=1)),
        "seed": fields.number("robust.seed", where, whole=True),
        "demand": demand,
        "local": local,
        "seconds": fields.number("robust.seconds", where, bounds=Bounds(least=0.1)),
    }
    tiers = [got for n in range(1, TIERS + 1) if (got := _tier_range(fields, n, names))]
    plants = [got for n in range(1, PLANTS + 1) if (got := _plant_range(fields, n))]
    if not any((demand, local, tiers, plants)) and not fields.faults:
        fields.fault(
            "robust.demand.low",
            f"{where.zh}没有填任何范围",
            f"{where.en}no range is filled in",
        )
    lines = ["", "[robust]", *_pairs(top)]
    for name, found in (("tiers", tiers), ("plants", plants)):
        for one in found:
            lines += ["", f"[[robust.{name}]]", *_pairs(one)]
    return lines


def _tier_range(fields: FormFields, n: int, names: dict[int, str]) -> dict[str, Any] | None:
    key = f"robust.tier{n}."
    if not fields.any_of(key):
        return None
    if n not in names:
        fields.fault(
            f"{key}capacity.low",
            f"不确定的范围：第 {n} 级没有填",
            f"what may come otherwise: tier {n} is not filled in",
        )
    of = [
        Text(f"第 {n} 级{zh}：", f"tier {n}, {en}: ")
        for zh, en in (
            ("能力的倍数", "capacity, times"),
            ("送往下一级 %", "passed on, %"),
            ("停运几座", "plants shut down"),
        )
    ]
    return {
        "name": names.get(n, ""),
        "capacity": fields.span(f"{key}capacity", of[0]),
        "passes_on": fields.span(f"{key}passes_on", of[1], part=100),
        "closed": fields.span(f"{key}closed", of[2], whole=True),
    }


def _require_plants(fields: FormFields, standing: Sequence[tuple[str, Text]]) -> None:
    """Put the identifier of a plant in the place of its name; what is neither is a fault.

    Parameters
    ----------
    fields : FormFields
        The form's.
    standing : sequence of tuple of str and Text
        Identifiers and names of the plants that stand.
    """
    known = {
        unicodedata.normalize("NFKC", name): own
        for own, words in standing
        for name in (words.en, words.zh, own)
    }
    for n in range(1, PLANTS + 1):
        key = f"robust.plant{n}.id"
        given = fields.words(key)
        if not given or not known:
            continue
        if given in known:
            fields.put(key, known[given])
            continue
        near = difflib.get_close_matches(given, known, n=1, cutoff=0.4)
        hint = Text(f"；是否为{near[0]}？", f"; did you mean {near[0]}?") if near else _NOTHING
        fields.fault(
            key,
            f"第 {n} 座设施：没有名称或编号为“{given[:40]}”的现有设施{hint.zh}",
            f"plant {n}: no plant of the name or identifier {given[:40]} stands{hint.en}",
        )


def _plant_range(fields: FormFields, n: int) -> dict[str, Any] | None:
    key, where = f"robust.plant{n}", Text(f"第 {n} 座设施 ", f"plant {n}: ")
    if not fields.any_of(f"{key}."):
        return None
    fields.need(f"{key}.id", where)
    return {
        "id": fields.words(f"{key}.id"),
        "capacity": fields.span(
            f"{key}.capacity", Text(f"{where.zh}能力：", f"{where.en}capacity: ")
        ),
        "closed": fields.number(f"{key}.closed", where, part=100),
    }


def _pairs(values: dict[str, Any]) -> list[str]:
    return [
        f"{key} = {quoted(value) if isinstance(value, str) else in_line(value)}"
        for key, value in values.items()
        if value is not None
    ]
