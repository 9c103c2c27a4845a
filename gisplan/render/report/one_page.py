"""The sheet of a bureau or a prefecture: one page of A4, and how many items continue in the list.

How many rows fit is reckoned from the widths of the words, with room to spare, so that the page is
the same in every browser and in none of them more than one.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from gisplan.catalog.layer import Source
from gisplan.render.report.html import Markup, element, joined, markup
from gisplan.render.report.ledger import GROUPS, Chapter, counts, group_of, role_of, state_of
from gisplan.text import Lang, Text

#: Of the paper in mm: what a table has room for, and what stands above and below it.
_WIDE, _HIGH = 186.0, 273.0
_TOP, _FOOT, _GROUP = 22.0, 9.0, 12.0
#: Size of the type, height of a line, and what a row needs beside its lines, in mm.
_TYPE, _LINE, _BESIDE = 2.75, 3.7, 1.2
#: Of what stands small at the end, in mm.
_SMALL, _SMALL_LINE = 2.1, 2.8
#: Share of the reckoned room that is used: faces differ in width.
_SURE = 0.94
#: Width of a letter that is not Chinese, by the size of the type.
_LETTER = 0.56
#: Year, clause, item, lead, role, state: widths in mm; English names of bureaus are long.
_WIDTHS: Mapping[Lang, tuple[float, ...]] = {
    "zh": (9.0, 17.0, 68.0, 42.0, 20.0, 30.0),
    "en": (9.0, 15.0, 58.0, 60.0, 20.0, 24.0),
}
#: The name of today beside that of the plan, which the list has.
_NOW = re.compile(r"（现[^）]*）| \(now [^)]*\)")
#: Of what a sheet is of: named here, or led, comes before what is only cooperated on.
_OWN = ("place", "inside", "lead")
_HEADS = (
    Text("年份", "Due"),
    Text("条款", "Clause"),
    Text("事项", "Item"),
    Text("牵头单位", "Lead"),
    Text("角色", "Role"),
    Text("状态", "State"),
)
_NAMES = Text(
    "单位按规划的写法；2018 年机构改革后的名称见清单或 gisplan plan。",
    "Bureaus are named as in the plan; gisplan plan and the list tell what they are called since "
    "the reform of 2018.",
)
_STYLE = f"""
@page{{size:A4 portrait;margin:12mm}}
*{{box-sizing:border-box}}
html{{font:{_TYPE}mm/{_LINE}mm "Noto Sans CJK SC","Noto Sans SC","Source Han Sans SC",
"PingFang SC","Microsoft YaHei","Segoe UI",sans-serif;color:#14222c}}
body{{width:{_WIDE}mm;margin:0 auto}}
h1{{font-size:5.4mm;line-height:7mm;margin:0}}
p{{margin:0 0 1mm}}
.note{{color:#55636e}}
.counts{{display:flex;flex-wrap:wrap;gap:0 4mm;list-style:none;margin:0 0 1mm;padding:0}}
table{{width:100%;border-collapse:collapse;table-layout:fixed;margin:0}}
caption{{text-align:left;font-weight:600;padding:1.6mm 0 .4mm}}
th,td{{text-align:left;vertical-align:top;padding:.5mm 1mm;border-bottom:.2mm solid #cdd5db;
overflow-wrap:anywhere}}
th{{border-bottom:.3mm solid #14222c;white-space:nowrap}}
footer{{margin-top:2mm}}
footer .note{{font-size:{_SMALL}mm;line-height:{_SMALL_LINE}mm;margin:0}}
@media screen{{body{{padding:8mm 0}}}}
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class OnePage:
    """A sheet.

    Attributes
    ----------
    html : str
        The page.
    listed : int
        How many items stand on it.
    more : int
        How many continue in the list.
    """

    html: str
    listed: int
    more: int


def one_page(
    chapter: Chapter, *, sources: Iterable[Source], more_in: str, lang: Lang = "zh"
) -> OnePage:
    """Set what is asked of a bureau or a prefecture on one page of A4.

    What is dated stands first, then what is placed there, then the rest, as far as there is room.

    Parameters
    ----------
    chapter : Chapter
        The items, with the title and the day.
    sources : iterable of Source
        Named at the end.
    more_in : str
        Name of the file in which what has no room is listed.
    lang : {"zh", "en"}

    Returns
    -------
    OnePage
        HTML that asks no host for anything; what comes from data is escaped.
    """
    plain = chapter.table.astype(object)
    rows = plain.where(plain.notna(), None).to_dict(orient="records")
    title = chapter.title.get(lang)
    credits_ = "; ".join(dict.fromkeys(one.line(lang, address=False) for one in sources))
    foot = Text("来源：", "Sources: ").get(lang) + credits_
    notes = [note.get(lang) for note in (*chapter.notes, _NAMES)]
    room = _HIGH * _SURE - _TOP - _FOOT
    room -= _SMALL_LINE * _lines(foot, _WIDE, _SMALL) + _LINE * sum(
        _lines(words, _WIDE) for words in notes
    )
    parts, listed = _groups(rows, room, lang)
    more = len(rows) - listed
    day = Text(f"逾期以 {chapter.as_of} 为准。", f"Overdue as of {chapter.as_of}.").get(lang)
    rest = Text(
        f"本页列 {listed} 项，另有 {more} 项见清单 {more_in}。",
        f"{listed} items stand here; {more} more continue in the list, {more_in}.",
    ).get(lang)
    head = Text("任务单", "Tasks of the plan").get(lang)
    html = [
        "<!DOCTYPE html>",
        f'<html lang="{"zh-CN" if lang == "zh" else "en"}">',
        "<head>",
        '<meta charset="utf-8">',
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
        "style-src 'unsafe-inline'\">",
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{markup(title)} {head}</title>",
        f"<style>{_STYLE}{_columns(lang)}</style>",
        "</head>",
        "<body>",
        element("h1", f"{title} · {head}", dir="auto"),
        element("p", day, class_="note"),
        counts(rows, lang),
        *(element("p", note, class_="note") for note in notes),
        *parts,
        element("footer", element("p", rest) if more else "", element("p", foot, class_="note")),
        "</body>",
        "</html>",
        "",
    ]
    return OnePage(html="\n".join(html), listed=listed, more=more)


def _groups(rows: list[dict[Any, Any]], room: float, lang: Lang) -> tuple[list[Markup], int]:
    """Set rows group by group until the room is used up.

    Parameters
    ----------
    rows : list of dict
        Of the ledger.
    room : float
        Height that there is, in mm.
    lang : {"zh", "en"}

    Returns
    -------
    tuple of list of Markup and int
        The tables, and how many rows stand in them.
    """
    parts: list[Markup] = []
    listed = 0
    # of a place first what stands in it
    order = (1, 0, 2) if any(row["why"] for row in rows) else (0, 1, 2)
    for at in order:
        words = GROUPS[at]
        some = sorted((row for row in rows if group_of(row) == at), key=_rank)
        taken: list[tuple[str, ...]] = []
        left = room - _GROUP
        for row in some:
            cells = _cells(row, lang)
            high = _height(cells, lang)
            if high > left:
                break
            left -= high
            taken.append(cells)
        if taken:
            caption = words.get(lang) + Text(f"（{len(some)}）", f" ({len(some)})").get(lang)
            if len(taken) < len(some):
                caption += Text(f"，列前 {len(taken)} 项", f", the first {len(taken)}").get(lang)
            parts.append(_table(taken, caption, lang))
            listed += len(taken)
            room = left
        if len(taken) < len(some):
            break
    return parts, listed


def _rank(row: Mapping[Any, Any]) -> tuple[bool, int]:
    own = row["why"] in _OWN or str(row["role"] or "").startswith("lead")
    return not own, row["year"] or 9999


def _cells(row: Mapping[Any, Any], lang: Lang) -> tuple[str, ...]:
    asked = row[f"asked_{lang}"]
    name = row[f"name_{lang}"] or row["name_zh"]
    said = ""
    if row["said_by"]:
        told = f"{row['said_by']} {row['said_on']:%Y-%m-%d}"
        said = Text(f"（{told}）", f" ({told})").get(lang)
    return (
        str(row["year"] or ""),
        row["clause"],
        name + (Text("；要求：", "; asked: ").get(lang) + asked.strip() if asked else ""),
        _NOW.sub("", row[f"lead_{lang}"] or "—"),
        role_of(row, lang),
        state_of(row, lang) + said,
    )


def _height(cells: tuple[str, ...], lang: Lang) -> float:
    lines = max(_lines(words, wide - 2) for words, wide in zip(cells, _WIDTHS[lang], strict=True))
    return lines * _LINE + _BESIDE


def _columns(lang: Lang) -> str:
    return "".join(
        f"col:nth-child({at}){{width:{wide}mm}}" for at, wide in enumerate(_WIDTHS[lang], 1)
    )


def _lines(words: str, wide: float, size: float = _TYPE) -> int:
    """Reckon how many lines words take, none too few.

    Parameters
    ----------
    words : str
        What is written.
    wide : float
        Room in mm.
    size : float
        Of the type in mm.

    Returns
    -------
    int
        One at least.
    """
    width = sum(
        size * (1 if unicodedata.east_asian_width(letter) in "WFA" else _LETTER) for letter in words
    )
    # words of letters are not broken, so that a line of them is seldom full
    wide_first = unicodedata.east_asian_width((words or " ")[0]) in "WFA"
    full = wide if wide_first or " " not in words else 0.85 * wide
    return max(1, math.ceil(width / full))


def _table(rows: list[tuple[str, ...]], caption: str, lang: Lang) -> Markup:
    heads = element("tr", *(element("th", head.get(lang), scope="col") for head in _HEADS))
    lines = [element("tr", *(element("td", cell, dir="auto") for cell in row)) for row in rows]
    columns = Markup("<colgroup>" + "<col>" * len(_HEADS) + "</colgroup>")
    return element(
        "table",
        element("caption", caption),
        columns,
        element("thead", heads),
        element("tbody", joined(lines, "\n")),
    )
