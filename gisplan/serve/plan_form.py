"""A whole plan as a form has it, written as the file that the command line reads too."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from starlette.datastructures import FormData

from gisplan.api.scenarios.fields import in_line, quoted
from gisplan.errors import OptionError
from gisplan.text import Text

#: Tiers, sizes of each, and years that the form has room for; a file may have more.
TIERS, SIZES, PHASES = 2, 3, 4
#: What a plan may make best, in words.
AIMS = (
    ("coverage", Text("处理最多", "most served")),
    ("cost", Text("年费用最少", "least cost a year")),
    ("way", Text("运输量最少", "least demand times way")),
    ("equity", Text("最差地区的份额最高", "the least share of a region as high as can be")),
)
#: What the trade-off is held against.
CURVES = (
    ("", Text("不要", "none")),
    ("spent", Text("处理量与投资", "served and money spent")),
    ("cost", Text("处理量与年费用", "served and cost a year")),
    ("way", Text("处理量与运输量", "served and way")),
    ("equity", Text("处理量与最低的地区份额", "served and the least share of a region")),
)
_NUMBER = re.compile(r"[0-9]+(\.[0-9]+)?")
_LABELS = {
    "reach": Text("最远", "reach"),
    "direct": Text("近处直运", "straight within"),
    "passes_on": Text("送往下一级 %", "passed on, %"),
    "new": Text("最多新建", "most built"),
    "close": Text("关停一处的费用", "cost of closing one"),
    "capacity": Text("能力", "capacity"),
    "cost": Text("费用", "cost"),
    "yearly": Text("每年费用", "cost a year"),
    "least": Text("至少用到 %", "least use, %"),
    "year": Text("年份", "year"),
    "budget": Text("预算", "budget"),
    "factor": Text("需求倍数", "demand times"),
    "share": Text("各地区至少 %", "each region at least, %"),
    "transport": Text("运输费", "transport"),
    "life": Text("折旧年限", "life, years"),
    "interest": Text("年利率 %", "interest, %"),
    "seconds": Text("最多用时", "seconds at most"),
    "points": Text("点数", "points"),
}


class PlanFields:
    """The fields of a form, read one by one; what is wrong is gathered.

    Parameters
    ----------
    form : FormData
        As it was sent.
    """

    def __init__(self, form: FormData) -> None:
        self._form = form
        self.faults: list[Text] = []

    def words(self, key: str) -> str:
        """Give what was typed.

        Parameters
        ----------
        key : str
            Name of the field.

        Returns
        -------
        str
            Full-width figures as plain ones; empty for nothing.
        """
        return unicodedata.normalize("NFKC", str(self._form.get(key, ""))).strip()

    def chosen(self, key: str) -> list[str]:
        """Give what was ticked.

        Parameters
        ----------
        key : str
            Name of the boxes.

        Returns
        -------
        list of str
            Their values.
        """
        return [str(one) for one in self._form.getlist(key)]

    def number(
        self, key: str, where: Text, *, part: float = 1.0, whole: bool = False
    ) -> float | int | None:
        """Give a number; what is none is a fault.

        Parameters
        ----------
        key : str
            Name of the field; its last part says what it is.
        where : Text
            Of which tier, size or year it is; empty for the plan.
        part : float
            What it is divided by.
        whole : bool
            Whether it has no fraction.

        Returns
        -------
        float, int or None
            None if nothing was typed, or it is wrong.
        """
        given = self.words(key).replace(",", "").replace(" ", "")
        if not given:
            return None
        if not _NUMBER.fullmatch(given) or (whole and "." in given):
            label = _LABELS[key.rpartition(".")[2]]
            shown = given[:20]
            self.faults.append(
                Text(
                    f"{where.zh}{label.zh}：“{shown}”不是{'整数' if whole else '数'}",
                    f"{where.en}{label.en}: '{shown}' is no {'whole ' if whole else ''}number",
                )
            )
            return None
        return int(given) if whole else float(given) / part


def plan_text(form: FormData) -> str:
    """Write a plan's file from a form.

    Parameters
    ----------
    form : FormData
        As it was sent.

    Returns
    -------
    str
        TOML, as ``gisplan sites plan`` reads it.

    Raises
    ------
    OptionError
        If a field is wrong; all are told.
    """
    fields = PlanFields(form)
    by, nothing = fields.words("by"), Text("", "")
    measure = "min" if by == "minutes" else "km"
    top: dict[str, Any] = {
        "year": fields.number("year", nothing, whole=True),
        "quantity": fields.words("quantity") or None,
        "aim": fields.words("aim") or None,
        "by": "distance" if by == "distance" else "road",
        "regions": fields.words("regions") or None,
        "assignment": "single" if fields.words("single") else None,
        "carry": True if fields.words("carry") else None,
        "least_share": fields.number("share", nothing, part=100),
        "seconds": fields.number("seconds", nothing),
    }
    lines = _pairs(top)
    if currency := fields.words("currency"):
        lines.append(f"currency = {in_line({'zh': currency, 'en': currency})}")
    for n in range(1, TIERS + 1):
        lines += _tier(fields, n, measure)
    for n in range(1, PHASES + 1):
        where = Text(f"第 {n} 期 ", f"phase {n}: ")
        key = f"phase{n}"
        phase = {
            "year": fields.number(f"{key}.year", where, whole=True),
            "budget": fields.number(f"{key}.budget", where),
            "factor": fields.number(f"{key}.factor", where),
        }
        if any(one is not None for one in phase.values()):
            lines += ["", "[[phases]]", *_pairs(phase)]
    charges = {
        "transport": fields.number("transport", nothing),
        "life": fields.number("life", nothing, whole=True),
        "interest": fields.number("interest", nothing, part=100),
    }
    if any(one is not None for one in charges.values()):
        lines += ["", "[charges]", *_pairs(charges)]
    if second := fields.words("curve"):
        points = fields.number("points", nothing, whole=True)
        curve = {"second": second, "points": points}
        if fields.words("knee"):
            curve["choose"] = "knee"
        lines += ["", "[curve]", *_pairs(curve)]
    if fields.faults:
        raise OptionError(
            Text("有几处要改，请按“后退”回到表单", "some fields are wrong; go back to the form"),
            faults=fields.faults,
        )
    return "\n".join(lines) + "\n"


def _tier(fields: PlanFields, n: int, measure: str) -> list[str]:
    key = f"tier{n}"
    name = fields.words(f"{key}.name")
    sizes = [one for k in range(1, SIZES + 1) if (one := _size(fields, n, k))]
    if not name and not sizes and not fields.words(f"{key}.reach"):
        return []
    where = Text(f"第 {n} 级 ", f"tier {n}: ")
    tier: dict[str, Any] = {
        "name": name or str(n),
        "kinds": fields.chosen(f"{key}.kinds"),
        "candidates": fields.words(f"{key}.candidates") or None,
        f"reach_{measure}": fields.number(f"{key}.reach", where),
        f"direct_{measure}": fields.number(f"{key}.direct", where),
        "passes_on": fields.number(f"{key}.passes_on", where, part=100),
        "new": fields.number(f"{key}.new", where, whole=True),
        "close": fields.number(f"{key}.close", where),
    }
    lines = ["", "[[tiers]]", *_pairs(tier)]
    return [*lines, "sizes = [", *(f"  {in_line(one)}," for one in sizes), "]"]


def _size(fields: PlanFields, n: int, k: int) -> dict[str, Any] | None:
    where = Text(f"第 {n} 级第 {k} 种规模 ", f"tier {n}, size {k}: ")
    key = f"tier{n}.size{k}"
    figures = {
        "capacity": fields.number(f"{key}.capacity", where),
        "cost": fields.number(f"{key}.cost", where),
        "yearly": fields.number(f"{key}.yearly", where),
        "least": fields.number(f"{key}.least", where, part=100),
    }
    found = {name: value for name, value in figures.items() if value is not None}
    if not found:
        return None
    action = "enlarge" if fields.words(f"{key}.action") == "enlarge" else "build"
    room = found.get("capacity", 0)
    name = fields.words(f"{key}.name") or f"{'+' if action == 'enlarge' else ''}{room:,.10g}"
    return {"name": name, "action": action, **found}


def _pairs(values: dict[str, Any]) -> list[str]:
    return [
        f"{key} = {quoted(value) if isinstance(value, str) else in_line(value)}"
        for key, value in values.items()
        if value is not None
    ]
