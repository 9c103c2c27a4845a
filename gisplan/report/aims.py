"""The report's scorecard: each aim of the plan once, with its verdict."""

from __future__ import annotations

from collections import Counter
from typing import Any

from gisplan.figure import words
from gisplan.report.html import Markup, element, joined
from gisplan.schema import Layer
from gisplan.text import Lang, Text

_HEADS = (
    Text("条款", "Clause"),
    Text("年份", "Year"),
    Text("目标", "Aim"),
    Text("要求", "Asked"),
    Text("结果", "Result"),
    Text("数值", "Value"),
    Text("差额", "Short by"),
    Text("依据或原因", "Evidence, or why not"),
)
_NUMBERS = (5, 6)


def scorecard(layer: Layer, lang: Lang) -> Markup:
    """Write the scorecard.

    Parameters
    ----------
    layer : Layer
        As the analysis ``scorecard`` makes it.
    lang : {"zh", "en"}

    Returns
    -------
    Markup
    """
    labels = layer.spec.column("status").labels
    plain = layer.table.astype(object).where(layer.table.notna(), None)
    records: list[dict[Any, Any]] = plain.to_dict(orient="records")
    counts = Counter(str(one["status"]) for one in records)
    parts = [f"{labels[name].get(lang)} {counts[name]}" for name in labels if counts.get(name)]
    total = Text(f"共 {len(records)} 项：", f"{len(records)} aims: ").get(lang)
    heads = joined(element("th", head.get(lang)) for head in _HEADS)
    rows = joined((_row(one, labels, lang) for one in records), "\n")
    return joined(
        [
            element("p", total + Text("，", ", ").get(lang).join(parts), class_="lead"),
            element(
                "table",
                element("thead", element("tr", heads)),
                element("tbody", rows),
                class_="scorecard",
            ),
        ]
    )


def _row(one: dict[Any, Any], labels: Any, lang: Lang) -> Markup:
    status = str(one["status"])
    said = labels[status].get(lang) if status in labels else status
    if one["decided_by"] == "person":
        said += f" ({one['said_by']}, {one['said_on']})"
    unit = one[f"unit_{lang}"] or ""
    told = [str(part) for part in (one["evidence"], one[f"reason_{lang}"]) if part]
    cells: list[object] = [
        one["clause"],
        "" if one["year"] is None else int(one["year"]),
        one[f"name_{lang}"],
        one[f"asked_{lang}"] or "",
        element("span", said, class_=f"status {status}"),
        _number(one["value"], unit),
        _number(one["short_by"], unit),
        joined(element("div", part) for part in told),
    ]
    row = joined(
        element("td", cell, dir="auto", **({"class_": "number"} if at in _NUMBERS else {}))
        for at, cell in enumerate(cells)
    )
    return element("tr", row, data_aim=str(one["id"]))


def _number(value: Any, unit: str) -> str:
    return "" if value is None else f"{words.number(float(value))} {unit}".strip()
