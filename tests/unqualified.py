"""Find figures that a partial list is behind and that don't say so, in whatever people are shown.

Three looks, none of which asks gisplan which of its columns are bounds:

- a number in a product of partial lists stands under words that qualify it, or is one of those
  named here that no list can change (:data:`INDEPENDENT`, :data:`OWN_HEADS`);
- words that tell a lack (short, missing, beyond, none; 缺, 无, 外) stand beside words that qualify
  them;
- so do the words that stand for a coded value, by themselves or by the title above them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

LANGS = ("zh", "en")
_NOTHING = dict.fromkeys(LANGS, "")
#: What makes a least, a most, or a figure of what is known of a bare figure.
QUALIFIED = {
    "zh": re.compile("至少|至多|不完整|完整不详|已知|查到|未见|不详|名单|申报|只有未|未建成"),
    "en": re.compile(
        r"\b(at least|at most|partial list|not known to be complete|known|unknown|found|declared"
        r"|declare|not reported)\b",
        re.IGNORECASE,
    ),
}
#: Words that tell a lack. 无 is part of many words that tell none: 无害化, 无垃圾, 无位置 …
LACK = {
    "zh": re.compile(
        "短缺|缺口|尚缺|余缺|不足|未覆盖|未分配|没有(?!写明)|米(以)?外|以外|分钟外"
        "|(?<!全域)无(?!害|垃圾|位置|数据|组织|机|法|线|人|须|需|损|关|论|效|量)"
    ),
    "en": re.compile(
        r"\b(short|shortfall|missing|beyond|none|unmet|unserved|uncovered|lacks?|left unassigned)\b"
        r"|\bno (?:\w+ )?(?:sites?|plants?|facilit\w+|stations?|firms?)\b",
        re.IGNORECASE,
    ),
}
#: Numbers of layers made from partial lists that no list can change: what is asked of the place,
#: what a source says of the one thing in the row, and names that are numbers.
INDEPENDENT = frozenset(
    {
        "band", "above_km", "upto_km", "geonameid", "cluster", "flow", "source_row",
        "within_reach", "reach_km", "output", "output_year", "employees", "source_year", "area",
        "investment", "capacity", "capacity_given", "start_year", "due_year", "status_year",
        "t_municipal", "population", "urban_population", "urban_households",
        "township_households", "household_size", "household_size_year", "stations_needed",
        "municipal_demanded", "kitchen_demanded", "electronics_demanded", "demand_total",
        "points", "cost_km", "length_km", "year", "low_2020", "mid_2020", "high_2020", "order",
        "row", "rank", "known_year", "id", "circuity", "access_share", "pairs", "road_km",
        "access_km", "straight_km", "limit_km",
        # of the region, where nothing of the sites is measured
        "treatment_reach_road_counties.area_km2", "treatment_reach_road_prefectures.area_km2",
    }
)  # fmt: skip
#: Columns that tell where a figure is from: 'it has none of its own' is of figures, not of a list.
ORIGINS = frozenset({"household_size_basis", "urban_basis", "basis"})
#: The like in headings of the terminal's tables.
OWN_HEADS = {
    "zh": re.compile(
        "^(地区|设施|角色|牵头单位|状态|层级|数量|新场址|新增|能力|应设|条款|年份|目标|要求|结果|编号|类别|事项"
        "|差额|[经纬]度（WGS 84）|新增场址数|覆盖范围（.*）"
        "|范围（.*）|[0-9.]+ (千米|分钟)内(：.+)?|已有数不详的县级单位|分配的常住人口（人）"
        "|城镇居民.*垃圾（吨/年）)$"
    ),
    "en": re.compile(
        r"^(region|site|tier|quantity|new site|new|capacity|needed|clause|year|aim|asked|result"
        r"|short by"  # only where the data decide
        r"|item|clause|kind|what|due|reach \(.*\)|within [0-9.]+ (km|min)|units of unknown number"
        r"|Usual residents allotted \(persons\)|Residents allotted \(persons\)"
        r"|(Municipal|Kitchen) waste of urban residents \(t a year\))$"
    ),
}
_BOUND = re.compile("[（(](至少|至多|据不完整名单|at least|at most|from a partial list)")
#: A number, alone or as a range behind what is drawn.
_FIGURE = re.compile(r"[−-]?[\d,.]+( ?[%万亿])?$|[—\d,.]+ \([\d,.]+–[\d,.]+\)$")


def lacks(words: Mapping[str, str], beside: Mapping[str, str], where: str) -> list[str]:
    """Find words that tell a lack without a word that qualifies them, in either language."""
    return [
        f"{where} ({lang}): {words[lang]!r} under {beside[lang]!r}"
        for lang in LANGS
        if LACK[lang].search(words[lang])
        and not QUALIFIED[lang].search(f"{words[lang]} {beside[lang]}")
    ]


def of_column(
    name: str,
    kind: str,
    title: Mapping[str, str],
    labels: Mapping[str, Mapping[str, str]],
    where: str,
) -> list[str]:
    """Look at a column of a layer that is made from partial lists."""
    if name in ORIGINS:
        return []
    found = lacks(title, _NOTHING, where)
    if kind in ("integer", "number") and not {name, f"{where}.{name}"} & INDEPENDENT:
        found += [
            f"{where} ({lang}): {name} is headed {title[lang]!r}"
            for lang in LANGS
            if not QUALIFIED[lang].search(title[lang])
        ]
    for words in labels.values():
        found += lacks(words, title, f"{where}.{name}")
    return found


def on_page(page: Mapping[str, Any], partial: Iterable[str]) -> list[str]:
    """Look at all that the data of a map's page say of layers made from partial lists."""
    found = []
    held = frozenset(partial)
    for one in page["headlines"]:
        if one["worth"] is not None:
            before = one["before"] or _NOTHING
            found += [
                f"headline ({lang}): {one['title'][lang]!r}"
                for lang in LANGS
                if not QUALIFIED[lang].search(before[lang])
            ]
    for name in held & page["tables"].keys():
        for column, told in page["tables"][name]["columns"].items():
            kind = "text" if told["year"] else told["type"]
            found += of_column(column, kind, told["title"], told["words"], name)
    for layer in page["layers"]:
        legend = layer["legend"]
        if layer["table"] not in held or "title" not in legend:
            continue
        where = f"legend of {layer['table']}"
        found += lacks(legend["title"], _NOTHING, where)
        for one in legend.get("classes", ()):
            found += lacks(one["words"], legend["title"], where)
            if "low" in one and layer["column"] not in INDEPENDENT:
                found += [
                    f"{where} ({lang}): {legend['title'][lang]!r}"
                    for lang in LANGS
                    if not QUALIFIED[lang].search(legend["title"][lang])
                ]
    return found


def in_terminal(tables: Iterable[tuple[Any, Any]], lines: Iterable[Any]) -> list[str]:
    """Look at tables (headings, rows) and lines that a command printed of partial lists."""
    found = []
    for heads, rows in tables:
        for at, head in enumerate(heads):
            words = {"zh": head.zh, "en": head.en}
            own = [OWN_HEADS[lang].match(words[lang]) is not None for lang in LANGS]
            # one that was written in one language alone stands for both
            if all(own) or (head.zh == head.en and any(own)):
                continue
            found += lacks(words, _NOTHING, "heading")
            if any(_FIGURE.match(str(row[at])) for row in rows):
                found += [
                    f"heading ({lang}): {words[lang]!r}"
                    for lang in LANGS
                    if not QUALIFIED[lang].search(words[lang])
                ]
    for line in lines:
        if not isinstance(line, str):
            found += lacks({"zh": line.zh, "en": line.en}, {"zh": "", "en": ""}, "line")
    return found


def in_sheet(heads: Iterable[Any], rows: Iterable[tuple[Any, ...]], lang: str) -> list[str]:
    """Look at a sheet of a file that a command wrote of partial lists, in one language."""
    held = list(rows)
    found = []
    for at, head in enumerate(map(str, heads)):
        if OWN_HEADS[lang].match(head):
            continue
        figures = any(isinstance(row[at], int | float) for row in held)
        if (figures or LACK[lang].search(head)) and not QUALIFIED[lang].search(head):
            found.append(f"sheet ({lang}): {head!r}")
    return found


def in_figure(
    said: Iterable[str], page: Mapping[str, Any], partial: Iterable[str], lang: str
) -> list[str]:
    """Find titles of legends that a page qualifies and the figure of the same map does not have."""
    drawn = "".join("".join(said).split())
    titles = [
        layer["legend"]["title"][lang]
        for layer in page["layers"]
        if layer["table"] in partial and layer["show"] and "title" in layer["legend"]
    ]
    return [title for title in titles if "".join(title.split()) not in drawn]


def in_html(headings: Iterable[str], bare: Iterable[str]) -> list[str]:
    """Find headings of a report that are titles of bounded columns without their words."""
    titles = frozenset(bare)
    return [
        said
        for said in headings
        if re.sub(r"\s*[（(][^（(]*$", "", _BOUND.sub("", said)) in titles
        and not _BOUND.search(said)
    ]
