"""What is found of sites as words for people: titles with what their figures are worth, ranges."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from gisplan.catalog.units import KM
from gisplan.catalog.worth import headed, where_drawn
from gisplan.text import Lang, Text

if TYPE_CHECKING:
    from gisplan.analysis.siting.position_range import CoveredRange
    from gisplan.api.sites.evaluation import Evaluation
    from gisplan.api.sites.suggestion import Suggested
    from gisplan.catalog.layer import Bound

#: What each is of what it would be if no site were missing from the list.
_BOUNDS: tuple[Bound, Bound] = ("upper", "lower")
#: What a candidate gains, and what it shares with what is there.
ADDED = (Text("新增覆盖", "gained"), Text("与现有设施重叠", "overlap"))

#: Words for a nearest site, the names of its columns, and the unit; None for that of the reach.
NEAREST_WORDS = (
    (Text("最近的同类设施（直线）", "nearest of its kind (straight)"), "nearest", "nearest_km", KM),
    (
        Text("最近的同类设施（按公路）", "nearest of its kind (by road)"),
        "nearest_road",
        "nearest_road",
        None,
    ),
    (
        Text("最近的下一级设施（直线）", "nearest of the next tier (straight)"),
        "next",
        "next_km",
        KM,
    ),
    (
        Text("最近的下一级设施（按公路）", "nearest of the next tier (by road)"),
        "next_road",
        "next_road",
        None,
    ),
)


def how_words(title: Text) -> Text:
    """Say how the way was found.

    Parameters
    ----------
    title : Text
        How the cost is found, as the mode says it.

    Returns
    -------
    Text
        A line.
    """
    return Text(f"可达：{title.zh}", f"reach: {title.en}")


def within_words(reach: float, unit: Text) -> Text:
    """Say a reach.

    Parameters
    ----------
    reach : float
        The reach.
    unit : Text
        Its unit.

    Returns
    -------
    Text
        In both languages.
    """
    return Text(f"{reach:g} {unit.zh}内", f"within {reach:g} {unit.en}")


def bound_of(told: Evaluation | Suggested, bound: Bound) -> Bound:
    """Tell what a figure is that is reckoned from where sites are drawn.

    Parameters
    ----------
    told : Evaluation or Suggested
        What was found.
    bound : {"lower", "upper", "open"}
        What it would be if each stood there.

    Returns
    -------
    {"lower", "upper", "open"}
        Neither a least nor a most where a site may stand nearer than it is drawn, or farther.
    """
    return "open" if told.drawn else bound


def of_drawn(told: Evaluation | Suggested, words: Text) -> Text:
    """Say in a title that figures are of where sites are drawn, where some may stand elsewhere.

    Parameters
    ----------
    told : Evaluation or Suggested
        What was found.
    words : Text
        The title.

    Returns
    -------
    Text
        The same where each position is the site's own.
    """
    return where_drawn(words) if told.drawn else words


def of_quantity(title: Text, quantity: Text) -> Text:
    """Say in a title what it is a figure of.

    Parameters
    ----------
    title : Text
        The title.
    quantity : Text
        What is counted, with its unit.

    Returns
    -------
    Text
        Both.
    """
    return Text(f"{title.zh}：{quantity.zh}", f"{title.en}: {quantity.en}")


def added_heads(told: Evaluation) -> tuple[Text, Text]:
    """Give the titles of what a candidate gains and of what it shares, with what they are worth.

    Parameters
    ----------
    told : Evaluation
        What was found.

    Returns
    -------
    tuple of Text
        Of ``gained_Q`` and of ``overlap_Q``.
    """
    if told.ranged:
        known = Text("按图上位置，已知设施：最低–最高", "where drawn; known sites: lowest–highest")
        gained, overlap = (
            Text(f"{part.zh}（{known.zh}）", f"{part.en} ({known.en})") for part in ADDED
        )
        return gained, overlap
    return added_worth(told)


def added_worth(told: Evaluation) -> tuple[Text, Text]:
    """Give the titles of what a candidate gains and shares, of the figure alone without a range.

    Parameters
    ----------
    told : Evaluation
        What was found.

    Returns
    -------
    tuple of Text
        Of ``gained_Q`` and of ``overlap_Q``, with what they are worth.
    """
    gained, overlap = (
        headed(of_drawn(told, part), bound_of(told, bound), told.worth)
        for part, bound in zip(ADDED, _BOUNDS, strict=True)
    )
    return gained, overlap


def added_cells(
    told: Evaluation, row: Mapping[Any, Any], quantity: str, write: Callable[[float], str]
) -> list[str]:
    """Write what a candidate reaches of a quantity, gains, and shares with what is there.

    Parameters
    ----------
    told : Evaluation
        What was found.
    row : mapping
        The candidate.
    quantity : str
        Column of the demand.
    write : callable
        Writes a figure.

    Returns
    -------
    list of str
        Three; the last two with their least and their most where they are told, as
        ``594,000 (0–3,760,000)``.
    """
    cells = [write(row[f"{part}_{quantity}"]) for part in ("within", "gained", "overlap")]
    if told.ranged:
        for at, part in enumerate(("gained", "overlap"), start=1):
            low, high = (write(row[f"{part}_{quantity}_{end}"]) for end in ("low", "high"))
            cells[at] = f"{cells[at]} ({low}–{high})"
    return cells


def where(row: Mapping[Any, Any], lang: Lang) -> str:
    """Say in which county and prefecture a candidate lies.

    Parameters
    ----------
    row : mapping
        The candidate.
    lang : {"zh", "en"}
        Language of the names.

    Returns
    -------
    str
        That it lies in none that is known, if so.
    """
    inside = "".join(str(row[f"{level}_zh"] or "") for level in ("prefecture", "county"))
    if lang == "en" and row["county"]:
        inside = f"{row['county_en']}, {row['prefecture_en']}"
    return inside or Text("不在所知的县区内", "in no known county").get(lang)


def chosen_titles(told: Suggested) -> tuple[Text, Text, Text, Text]:
    """Give the titles of the table of the sites chosen, under one that says what is counted.

    Parameters
    ----------
    told : Suggested
        What was found.

    Returns
    -------
    tuple of Text
        The site, what it reaches, what has none nearer, what no other reaches.
    """
    return (
        Text("新场址", "new site"),
        within_words(told.reach, told.unit),
        headed(Text("以它为最近", "nearest to it"), bound_of(told, "upper"), told.worth),
        headed(Text("只有它能覆盖", "only it reaches"), bound_of(told, "upper"), told.worth),
    )


def chosen_heads(told: Suggested) -> tuple[Text, ...]:
    """Give the titles of the table of the sites chosen, each with what is counted and its unit.

    Parameters
    ----------
    told : Suggested
        What was found.

    Returns
    -------
    tuple of Text
        As :func:`chosen_titles`.
    """
    name, *figures = chosen_titles(told)
    return name, *(of_quantity(title, told.quantity) for title in figures)


def chosen_rows(told: Suggested, lang: Lang, write: Callable[[float], str]) -> list[list[str]]:
    """Give the rows of the table of the sites chosen.

    Parameters
    ----------
    told : Suggested
        What was found.
    lang : {"zh", "en"}
        Language of the names.
    write : callable
        Writes a figure.

    Returns
    -------
    list of list of str
        A cell for each of :func:`chosen_heads`.
    """
    return [
        [
            str(row.get(f"name_{lang}") or row["id"]),
            *(write(row[name]) for name in ("within_reach", "nearest_here", "only_here")),
        ]
        for row in told.table.to_dict("records")
    ]


def unserved_heads(told: Suggested) -> tuple[Text, ...]:
    """Give the headings of the table of those who can't be covered.

    Parameters
    ----------
    told : Suggested
        What was found.

    Returns
    -------
    tuple of Text
        Who, with what the list is worth; how much; the nearest site that may be open, how far it
        is, and why it doesn't cover them.
    """
    who = of_drawn(told, Text("未覆盖的需求点", "demand not covered"))
    way = Text(f"到它（{told.unit.zh}）", f"to it ({told.unit.en})")
    return (
        headed(who, bound_of(told, "upper"), told.worth),
        told.quantity,
        Text("最近的可用场址", "nearest site that may be open"),
        headed(way, bound_of(told, "upper"), told.worth),
        Text("原因", "why"),
    )


def unserved_rows(told: Suggested, lang: Lang) -> list[tuple[Any, ...]]:
    """Give the rows of the table of those who can't be covered.

    Parameters
    ----------
    told : Suggested
        What was found.
    lang : {"zh", "en"}
        Language of names and reasons.

    Returns
    -------
    list of tuple
        A cell for each of :func:`unserved_heads`, figures unrounded; None for what is not known.
    """
    within = within_words(told.reach, told.unit)
    beyond = Text(f"{within.zh}没有可用场址", f"no site that may be open {within.en}")
    if told.model in ("p_median", "p_centre"):
        beyond = Text("没有通往可用场址的路", "no way to a site that may be open")
    shut = Text(
        "够得到，但场址数、预算或间距不容全部启用",
        "in reach, but the number, budget or spacing doesn't allow for all",
    )
    return [
        (
            row[f"name_{lang}"],
            row["amount"],
            row[f"nearest_{lang}"] or None,
            None if math.isnan(row["way"]) else row["way"],
            (shut if row["within"] else beyond).get(lang),
        )
        for row in told.unserved.to_dict("records")
    ]


def range_words(covered: CoveredRange, say: Callable[[float], Text]) -> Text:
    """Say what is covered at least and at most, without and with the sites chosen.

    Parameters
    ----------
    covered : CoveredRange
        Over where the network's sites may stand, and whether they did.
    say : callable
        Says an amount.

    Returns
    -------
    Text
        A sentence.
    """
    (low, high), (new_low, new_high) = (
        tuple(map(say, ends)) for ends in (covered.before, covered.after)
    )
    return Text(
        f"无论已知设施在所在县内何处：至少 {low.zh} → {new_low.zh}；"
        f"另计该年是否在不详的设施，各取最有利的位置：{high.zh} → {new_high.zh}",
        f"wherever in their county the known sites stand: at least {low.en} → {new_low.en}; with"
        f" those that may have stood, each where it reaches most: {high.en} → {new_high.en}",
    )


def ways_words(told: Suggested, write: Callable[[float], str]) -> Text | None:
    """Say how far it is to the nearest site, with the sites chosen.

    Parameters
    ----------
    told : Suggested
        What was found.
    write : callable
        Writes a figure.

    Returns
    -------
    Text or None
        A sentence; None where nothing is served.
    """
    ways, unit = told.ways, told.unit
    if ways is None:
        return None
    mean, farthest, total = map(write, (ways.mean, ways.farthest, ways.total))
    name, site = ways.farthest_name, ways.farthest_site
    if math.isclose(ways.served, told.total):
        whose = Text("到最近设施的路程", "ways to the nearest site")
        # a site that is not known can only shorten them; one that stands elsewhere need not
        whose = headed(whose, bound_of(told, "upper"), told.worth)
    elif told.model in ("p_median", "p_centre"):  # they serve whom any way leads to, however far
        whose = Text(
            "到最近设施的路程（能到达的需求）",
            "ways to the nearest site, of those that any reaches",
        )
    else:
        whose = Text(
            "覆盖范围内到最近设施的路程", "ways to the nearest site, of those within reach"
        )
    whose = of_drawn(told, whose)
    return Text(
        f"{whose.zh}：平均 {mean} {unit.zh}，合计 {total}（数量 × {unit.zh}）；"
        f"最远 {farthest} {unit.zh}（{name.zh}，到{site.zh}）",
        f"{whose.en}: {mean} {unit.en} on average, {total} in all (quantity ×"
        f" {unit.en}); the farthest {farthest} {unit.en} ({name.en}, to {site.en})",
    )
