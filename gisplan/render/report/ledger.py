"""The ledger as HTML: a sheet for a bureau or a prefecture, or a chapter. No script."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib import resources
from typing import Any

import pandas as pd

from gisplan.analysis.plan.aims import VERDICTS
from gisplan.catalog.layer import LayerSpec, Source
from gisplan.render.report.html import Markup, element, joined, markup, table
from gisplan.text import Lang, Text

ROLES: Mapping[str, Text] = {
    "lead": Text("牵头", "leads"),
    "cooperate": Text("配合", "cooperates"),
    "lead;cooperate": Text("牵头、配合", "leads and cooperates"),
}
REASONS: Mapping[str, Text] = {
    "place": Text("规划点名", "named"),
    "inside": Text("辖区内点名", "a place in it is named"),
    "lead": Text("政府牵头", "its government leads"),
    "cooperate": Text("政府配合", "its government cooperates"),
}
#: Groups of a sheet: what is dated, what is placed here, what else is to be done.
GROUPS = (
    Text("有期限的事项", "Dated"),
    Text("在本地的布局、基地和工程", "Placed here"),
    Text("其他目标和措施", "Other aims and measures"),
)
#: Columns of a table: all, or those of what nobody has evidence of.
_WHOLE, _SHORT = tuple(range(8)), (0, 2, 3, 4, 5)
_PLACED = ("allocation", "base", "landmark")
SHEET_STYLE = """
.counts{display:flex;flex-wrap:wrap;gap:.4rem 1.2rem;list-style:none;padding:0}
table.ledger{font-size:.85em}
table.ledger.wide td:nth-child(4){min-width:15em}table.ledger.wide td:nth-child(6){min-width:11em}
table.ledger caption{text-align:left;font-weight:600;margin-top:.8rem}
blockquote{margin:.2rem 0 0;color:#4d5b68;font-size:.9em}
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """A sheet of the ledger.

    Attributes
    ----------
    title : Text
        The unit, region or question.
    table : pandas.DataFrame
        Rows of the ledger with ``role`` and ``why``.
    spec : LayerSpec
        Of the ledger.
    notes : tuple of Text
        What stands below the title.
    as_of : str
        The day on which ``overdue`` holds.
    """

    title: Text
    table: pd.DataFrame
    spec: LayerSpec
    notes: tuple[Text, ...] = ()
    as_of: str = ""


def ledger_page(
    chapters: Sequence[Chapter],
    *,
    title: Text,
    as_of: str,
    sources: Iterable[Source],
    lang: Lang = "zh",
) -> str:
    """Set sheets of the ledger as a page of HTML.

    Parameters
    ----------
    chapters : sequence of Chapter
        In their order.
    title : Text
        Of the page.
    as_of : str
        The day on which ``overdue`` holds.
    sources : iterable of Source
        Named at the end.
    lang : {"zh", "en"}

    Returns
    -------
    str
        HTML that asks no host for anything; what comes from data is escaped.
    """
    style = (resources.files("gisplan.render.report") / "report.css").read_text(encoding="utf-8")
    day = Text(f"逾期以 {as_of} 为准。", f"Overdue as of {as_of}.").get(lang)
    credits_ = [one.line(lang, address=False) for one in sources]
    stop = Text("来源：", "Sources: ").get(lang)
    return "\n".join(
        [
            "<!DOCTYPE html>",
            f'<html lang="{"zh-CN" if lang == "zh" else "en"}">',
            "<head>",
            '<meta charset="utf-8">',
            '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
            "style-src 'unsafe-inline'\">",
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{markup(title.get(lang))}</title>",
            f"<style>{style}{SHEET_STYLE}</style>",
            "</head>",
            "<body>",
            element("header", element("h1", title.get(lang)), element("p", day)),
            element(
                "main",
                *(element("section", chapter_body(one, lang, heading="h2")) for one in chapters),
                element("p", stop + "; ".join(dict.fromkeys(credits_)), class_="note"),
            ),
            "</body>",
            "</html>",
            "",
        ]
    )


def chapter_body(chapter: Chapter, lang: Lang, *, heading: str = "h3") -> Markup:
    """Write a sheet: how many stand how, then its items by group.

    Parameters
    ----------
    chapter : Chapter
        What it shows.
    lang : {"zh", "en"}
    heading : str
        Element of its title.

    Returns
    -------
    Markup
        The sheet without its page.
    """
    plain = chapter.table.astype(object)
    left = plain.where(plain.notna(), None).to_dict(orient="records")
    parts = [element(heading, chapter.title.get(lang), dir="auto"), counts(left, lang)]
    parts += [element("p", note.get(lang), class_="note") for note in chapter.notes]
    for at, words in enumerate(GROUPS):
        some = [row for row in left if group_of(row) == at]
        if some:
            some.sort(key=lambda row: row["year"] or 9999)
            parts.append(_items(some, words, (chapter.spec, lang)))
    return joined(parts, "\n")


def group_of(row: Mapping[Any, Any]) -> int:
    """Give the number of the group in ``GROUPS`` that an item stands in.

    Parameters
    ----------
    row : mapping
        Of the ledger.

    Returns
    -------
    int
        From 0.
    """
    return 0 if row["due"] is not None else 1 if row["kind"] in _PLACED else 2


def counts(rows: list[dict[Any, Any]], lang: Lang) -> Markup:
    """Say how many items there are, and how those that are dated stand.

    Parameters
    ----------
    rows : list of dict
        Of the ledger.
    lang : {"zh", "en"}

    Returns
    -------
    Markup
        A list.
    """
    dated = [row for row in rows if row["due"] is not None]
    found = Counter(row["state"] for row in dated)
    late = sum(bool(row["overdue"]) for row in dated)
    words = [
        Text(f"事项 {len(rows)}", f"{len(rows)} items"),
        Text(f"有期限 {len(dated)}", f"{len(dated)} dated"),
        *(Text(f"{w.zh} {found[s]}", f"{w.en} {found[s]}") for s, w in VERDICTS.items()),
        Text(f"逾期 {late}", f"{late} overdue"),
    ]
    return element("ul", *(element("li", one.get(lang)) for one in words), class_="counts")


def _items(rows: list[dict[Any, Any]], words: Text, known: tuple[LayerSpec, Lang]) -> Markup:
    spec, lang = known
    heads: tuple[str, ...] = (
        "条款",
        "年份",
        "类别",
        "事项",
        "角色",
        "牵头单位",
        "状态",
        "依据、原因",
    )
    if lang == "en":
        heads = ("Clause", "Due", "Kind", "Item", "Role", "Lead", "State", "Evidence, or why")
    kinds = spec.column("kind").labels
    # what only a person can say needs no columns for evidence
    shown = _WHOLE if any(basis_of(row, lang) for row in rows) else _SHORT
    listed = []
    for row in rows:
        cells = (
            row["clause"],
            row["year"] or "",
            kinds[row["kind"]].get(lang),
            _name(row, lang),
            role_of(row, lang),
            row[f"lead_{lang}"] or "—",
            state_of(row, lang),
            basis_of(row, lang),
        )
        listed.append(tuple(cells[at] for at in shown))
    heads = tuple(heads[at] for at in shown)
    caption = words.get(lang) + Text(f"（{len(rows)}）", f" ({len(rows)})").get(lang)
    return table(
        heads, listed, right=(1,) if len(shown) == 8 else (), caption=caption, kind="ledger"
    )


def _name(row: Mapping[Any, Any], lang: Lang) -> str | Markup:
    name = row[f"name_{lang}"] or row["name_zh"]
    asked = row[f"asked_{lang}"]
    if asked:
        name += f"{Text('；要求：', '; asked: ').get(lang)}{asked.strip()}"
    if not row["text_zh"]:
        return str(name)
    return joined([name, element("blockquote", row["text_zh"])])


def role_of(row: Mapping[Any, Any], lang: Lang) -> str:
    """Say what the unit or region asked for has to do with an item.

    Parameters
    ----------
    row : mapping
        Of the ledger, with ``role`` and ``why``.
    lang : {"zh", "en"}

    Returns
    -------
    str
        Words; empty if nothing of the kind was asked.
    """
    told = [ROLES[row["role"]].get(lang)] if row.get("role") else []
    told += [REASONS[row["why"]].get(lang)] if row.get("why") else []
    return Text("；", "; ").get(lang).join(told)


def state_of(row: Mapping[Any, Any], lang: Lang) -> str:
    """Say how an item stands, and whether it is overdue.

    Parameters
    ----------
    row : mapping
        Of the ledger.
    lang : {"zh", "en"}

    Returns
    -------
    str
        Words.
    """
    late = Text("，逾期", ", overdue").get(lang) if row["overdue"] else ""
    return VERDICTS[row["state"]].get(lang) + late


def basis_of(row: Mapping[Any, Any], lang: Lang) -> str:
    """Say by what an item was judged, who said so, or why it is open.

    Parameters
    ----------
    row : mapping
        Of the ledger.
    lang : {"zh", "en"}

    Returns
    -------
    str
        Words; empty if there is nothing to say.
    """
    said = None
    if row["said_by"]:
        day = f"{row['said_on']:%Y-%m-%d}"
        said = row["said_by"] + Text(f"（{day}）", f" ({day})").get(lang)
    # that a person is waited for is what the state says
    waits = row["state"] == "awaiting" and not row[f"evidence_{lang}"]
    why = None if waits else row[f"reason_{lang}"]
    told = [said, row[f"evidence_{lang}"], why, row["note"], row[f"found_{lang}"]]
    return "\n".join(str(one) for one in told if one)
