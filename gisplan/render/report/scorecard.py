"""The scorecard as HTML: a page to print or hand on, or a chapter of the report. No script."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping
from typing import Any, Literal

import pandas as pd

from gisplan.analysis.plan.aims import VERDICTS
from gisplan.catalog.layer import Source
from gisplan.catalog.worth import BEFORE
from gisplan.digits import Digits, counts_in_myriads, write
from gisplan.escape import inert_html
from gisplan.text import Lang, Text

_HEADS = (
    Text("条款", "Clause"),
    Text("目标", "Aim"),
    Text("要求", "Asked"),
    Text("结果", "Result"),
    Text("已知数值", "Known"),
    Text("差额", "Short by"),
    Text("依据、缺少的数据或原因", "Evidence, data missing, or why not"),
)
_NO_YEAR = Text("没有写明年份", "No year given")
_HOW = Text(
    "每项按其完成年份的数据判定；没有查到不等于没有：凡数据留有可能的，一律记为数据不足，并写明缺什么。"
    "方法见 docs/scorecard.md。",
    "Each aim is judged by the data of its year. What is not known is not a no: where the data "
    "leave an aim open it is not decidable, and what is missing is named. "
    "Method: docs/scorecard.md.",
)
_STYLE = """
@page{size:A4 landscape;margin:14mm}
body{font:14px/1.55 "Noto Sans CJK SC","Source Han Sans SC","Microsoft YaHei",system-ui,sans-serif;
color:#1c2733;margin:2rem auto;max-width:78rem;padding:0 1rem}
h1{font-size:1.5rem;margin:0 0 .3rem}h2{font-size:1.1rem;margin:1.8rem 0 .5rem}
small{color:#4d5b68}
"""
#: Of what :func:`body` gives. Fixed widths, so that the tables of all years stand in line; no
#: style at an element, which the pages' policies forbid.
BODY_STYLE = """
.scorecard ul.counts{display:flex;flex-wrap:wrap;gap:.6rem;list-style:none;padding:0;margin:1rem 0}
.scorecard ul.counts li{border:1px solid #cfd6dc;border-left:.4rem solid var(--c);
padding:.3rem .8rem}
.scorecard ul.counts b{font-size:1.25rem;margin-right:.4rem}
.scorecard div.wide{overflow-x:auto}
.scorecard table{border-collapse:collapse;width:100%;table-layout:fixed;min-width:56rem}
.scorecard col:nth-child(1),.scorecard col:nth-child(5),.scorecard col:nth-child(6){width:8%}
.scorecard col:nth-child(2){width:25%}.scorecard col:nth-child(3){width:14%}
.scorecard col:nth-child(4){width:11%}.scorecard col:nth-child(7){width:26%}
.scorecard th,.scorecard td{border:1px solid #d5dbe0;padding:.35rem .55rem;text-align:left;
vertical-align:top}
.scorecard th{background:#eef2f4;white-space:nowrap}.scorecard td{overflow-wrap:anywhere}
.scorecard td.n{text-align:right}.scorecard td.s{border-left:.4rem solid var(--c)}
.scorecard thead{display:table-header-group}.scorecard tr{break-inside:avoid}
.scorecard .met{--c:#009e73}.scorecard .partly{--c:#e69f00}.scorecard .short{--c:#d55e00}
.scorecard .undecided{--c:#0072b2}.scorecard .awaiting{--c:#7a828a}
@media print{.scorecard table{min-width:0}.scorecard div.wide{overflow:visible}}
"""


def scorecard_page(
    table: pd.DataFrame, sources: Iterable[Source], *, title: Text, subtitle: Text, lang: Lang
) -> str:
    """Set a scorecard as a page of HTML.

    Parameters
    ----------
    table : pandas.DataFrame
        As :func:`gisplan.analysis.plan.scorecard.scorecard` gives it.
    sources : iterable of Source
        Named at the end.
    title : Text
        Of the page.
    subtitle : Text
        Below it.
    lang : {"zh", "en"}

    Returns
    -------
    str
        HTML; what comes from data is escaped, and the page's policy allows nothing but its own
        style.
    """
    return (
        f'<!doctype html>\n<html lang="{"zh-CN" if lang == "zh" else "en"}">\n'
        '<meta charset="utf-8">\n<meta name="viewport" content="width=device-width">\n'
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
        "style-src 'unsafe-inline'\">\n"
        f"<title>{inert_html(title.get(lang))}</title>\n<style>{_STYLE}{BODY_STYLE}</style>\n"
        f"<h1>{inert_html(title.get(lang))}</h1>\n<p>{inert_html(subtitle.get(lang))}</p>\n"
        + f"{body(table, lang)}\n{_sources(sources, lang)}\n</html>\n"
    )


def body(table: pd.DataFrame, lang: Lang, *, heading: Literal["h2", "h3"] = "h2") -> str:
    """Set a scorecard as a piece of HTML: how many of each verdict, then the aims year by year.

    Parameters
    ----------
    table : pandas.DataFrame
        As :func:`gisplan.analysis.plan.scorecard.scorecard` gives it.
    lang : {"zh", "en"}
    heading : {"h2", "h3"}
        Element of the years' headings.

    Returns
    -------
    str
        HTML, to be shown with :data:`BODY_STYLE`; what comes from data is escaped.
    """
    rows = table.astype(object).where(table.notna(), None).to_dict(orient="records")
    years = sorted({row["year"] for row in rows if row["year"] is not None})
    parts = [_counts(rows, lang)]
    for year in (*years, None):
        some = [row for row in rows if row["year"] == year]
        if some:
            words = Text(f"{year} 年", str(year)) if year is not None else _NO_YEAR
            parts.append(f"<{heading}>{inert_html(words.get(lang))}</{heading}>")
            parts.append(_table(some, lang))
    parts.append(f"<p><small>{inert_html(_HOW.get(lang))}</small></p>")
    return '<div class="scorecard">\n' + "\n".join(parts) + "\n</div>"


def _counts(rows: list[dict[Hashable, Any]], lang: Lang) -> str:
    counts = Counter(row["status"] for row in rows)
    items = "".join(
        f'<li class="{name}"><b>{counts[name]}</b>{inert_html(words.get(lang))}</li>'
        for name, words in VERDICTS.items()
    )
    return f'<ul class="counts">{items}</ul>'


def _table(rows: list[dict[Hashable, Any]], lang: Lang) -> str:
    heads = "".join(f'<th scope="col">{inert_html(head.get(lang))}</th>' for head in _HEADS)
    lines = "\n".join(_row(row, lang) for row in rows)
    return (
        f'<div class="wide"><table><colgroup>{"<col>" * len(_HEADS)}</colgroup>'
        f"<thead><tr>{heads}</tr></thead>\n<tbody>{lines}</tbody></table></div>"
    )


def _row(row: Mapping[Hashable, Any], lang: Lang) -> str:
    status = str(row["status"])
    verdict = VERDICTS[status].get(lang)
    if row["decided_by"] == "person":
        verdict += f" ({row['said_by']}, {row['said_on']:%Y-%m-%d})"
    elif row.get("said_status"):
        other = VERDICTS[str(row["said_status"])].get(lang)
        verdict += f" ({row['said_by']}, {row['said_on']:%Y-%m-%d}: {other})"
    unit = row[f"unit_{lang}"] or ""
    # the reason names what is missing too
    told = [row[f"evidence_{lang}"], row[f"reason_{lang}"] or row["missing"], row["note"]]
    if row.get("differ"):  # all that was said, where it is not all the same
        told.append(row[f"history_{lang}"])
    told.append(row.get(f"found_{lang}"))
    cells = (
        f"<td>{inert_html(str(row['clause']))}</td>",
        f"<td>{inert_html(row[f'name_{lang}'])}</td>",
        f"<td>{inert_html(row[f'asked_{lang}'] or '')}</td>",
        f'<td class="s {status}">{inert_html(verdict)}</td>',
        f'<td class="n">{_known(row, unit, lang)}</td>',
        f'<td class="n">{_number(row["short_by"], unit, lang)}</td>',
        "<td>" + "<br>".join(inert_html(part) for part in told if part) + "</td>",
    )
    return f'<tr data-aim="{inert_html(str(row["id"]))}">' + "".join(cells) + "</tr>"


def _sources(sources: Iterable[Source], lang: Lang) -> str:
    heading = Text("来源", "Sources").get(lang)
    items = []
    for one in sources:
        note = one.note.get(lang) if one.note else ""
        parts = [one.title.get(lang), one.publisher.get(lang), one.date, note]
        items.append("<li>" + inert_html("; ".join(part for part in parts if part)) + "</li>")
    return f"<h2>{heading}</h2>\n<ul>{''.join(items)}</ul>"


def _known(row: Mapping[Hashable, Any], unit: str, lang: Lang) -> str:
    said = _number(row["value"], unit, lang)
    return f"{inert_html(BEFORE['lower'].get(lang))} {said}" if said and may_be_more(row) else said


def may_be_more(row: Mapping[Any, Any]) -> bool:
    """Tell whether the true figure of an aim may be above that known.

    Parameters
    ----------
    row : mapping
        Row of the scorecard; None is empty.

    Returns
    -------
    bool
        Where rows are open, or the list may lack some.
    """
    value, high = row["value"], row.get("value_high")
    return value is not None and (high is None or high > value)


def _number(value: Any, unit: str, lang: Lang) -> str:
    if value is None:
        return ""
    digits = Digits(myriads=counts_in_myriads(Text(unit, unit)))
    return inert_html(f"{write(value, digits, lang)} {unit}".strip())
