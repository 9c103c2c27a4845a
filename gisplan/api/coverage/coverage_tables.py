"""A coverage as tables for people: titles with what the figures are worth, and unrounded rows."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from gisplan.api.worth import headed, said_of
from gisplan.catalog.worth import where_drawn
from gisplan.digits import ESTIMATE, say
from gisplan.text import Lang, Text

if TYPE_CHECKING:
    from gisplan.api.coverage.network_coverage import Coverage
    from gisplan.catalog.layer import Bound

#: What stands over a range in one column.
RANGE = Text("占比 %（已知设施：最低–最高）", "% (known sites: lowest–highest)")
_RANGE_WORDS = Text(
    "占比按图上位置计；最低只计已知在的设施，无论其在所在县内何处，最高另计该年是否在不详的设施，"
    "各取县内最有利的位置。",
    "Shares are those where sites are drawn; the lowest is by sites known to have stood alone, "
    "wherever in their county they stand, the highest with those that may have stood, each where "
    "in its county it reaches most.",
)
#: What becomes of the demand of a region, where capacity is shared out: amounts, and parts in %.
PART_COLUMNS = (
    *("amount", "assigned_low", "assigned_high", "no_capacity", "out_of_reach"),
    *("served_share", "full_share", "out_share"),
)
#: Endings of the files that a coverage is written to.
ENDINGS = (".xlsx", ".csv", ".geojson")


def bound_of(told: Coverage, bound: Bound) -> Bound:
    """Tell what a figure is that is reckoned from where sites are drawn.

    Parameters
    ----------
    told : Coverage
        What was found.
    bound : {"lower", "upper", "open"}
        What it would be if each stood there.

    Returns
    -------
    {"lower", "upper", "open"}
        Neither a least nor a most where a site may stand nearer than it is drawn, or farther.
    """
    return "open" if told.drawn else bound


def of_drawn(told: Coverage, title: Text) -> Text:
    """Say in a title that figures are of where sites are drawn, where some may stand elsewhere.

    Parameters
    ----------
    told : Coverage
        What was found.
    title : Text
        The title.

    Returns
    -------
    Text
        The same where each position is the site's own.
    """
    return where_drawn(title) if told.drawn else title


def region_heads(told: Coverage) -> list[Text]:
    """Give the titles of the columns of the table by region, with what each is worth.

    Parameters
    ----------
    told : Coverage
        What was found.

    Returns
    -------
    list of Text
        Region, sites, the quantity; at each reach what is within it and its share, with a range
        also its least and its most; what is beyond the longest.
    """
    worth, unit = told.worth, told.unit
    heads = [Text("地区", "region"), headed(Text("设施", "sites"), "lower", worth), told.quantity]
    drawn = bound_of(told, "lower")
    for reach in told.reaches:
        within = Text(f"{reach:g} {unit.zh}内", f"within {reach:g} {unit.en}")
        heads += [headed(words, drawn, worth) for words in (within, Text("占比 %", "%"))]
        if told.ranged:
            heads.append(headed(Text("占比 %：最低", "%: lowest"), "lower", worth))
            heads.append(headed(Text("占比 %：最高", "%: highest"), "open", worth))
    farthest = f"{told.reaches[-1]:g}"
    outside = Text(f"{farthest} {unit.zh}外", f"beyond {farthest} {unit.en}")
    return [*heads, headed(outside, bound_of(told, "upper"), worth)]


def region_rows(told: Coverage, lang: Lang) -> list[tuple[Any, ...]]:
    """Give the rows of the table by region, the whole last.

    Parameters
    ----------
    told : Coverage
        What was found.
    lang : {"zh", "en"}
        Language of the names.

    Returns
    -------
    list of tuple
        A cell for each of :func:`region_heads`, unrounded; None for what is not known and for a
        share of nothing.
    """
    rows = []
    ends = ("", "_low", "_high") if told.ranged else ("",)
    for region in [*told.regions.to_dict("records"), told.total]:
        figures = [region["demand_total"]]
        for reach in map(_named, told.reaches):
            figures.append(region[f"within_{reach}"])
            figures += [region[f"share_{reach}{end}"] for end in ends]
        figures.append(region[f"beyond_{_named(told.reaches[-1])}"])
        known = (None if math.isnan(figure) else figure for figure in figures)
        rows.append((region[f"name_{lang}"], int(region["sites_counted"]), *known))
    return rows


def site_heads(told: Coverage) -> list[Text]:
    """Give the titles of the columns of the table by site, with what each is worth.

    Parameters
    ----------
    told : Coverage
        What was found.

    Returns
    -------
    list of Text
        The site, what it reaches, what has none nearer, what no other reaches.
    """
    farthest = f"{told.reaches[-1]:g}"
    return [
        Text("设施", "site"),
        Text(f"{farthest} {told.unit.zh}内", f"within {farthest} {told.unit.en}"),
        headed(Text("以它为最近", "nearest to it"), bound_of(told, "upper"), told.worth),
        headed(Text("只有它能覆盖", "only it reaches"), bound_of(told, "upper"), told.worth),
    ]


def site_rows(told: Coverage, lang: Lang) -> list[tuple[Any, ...]]:
    """Give the rows of the table by site.

    Parameters
    ----------
    told : Coverage
        What was found.
    lang : {"zh", "en"}
        Language of the names.

    Returns
    -------
    list of tuple
        A cell for each of :func:`site_heads`, unrounded.
    """
    columns = ("within_reach", "nearest_here", "only_here")
    return [
        (
            str(site.get(f"name_{lang}") or site.get("name_zh") or site["id"]),
            *(site[column] for column in columns),
        )
        for site in told.sites.to_dict("records")
    ]


def site_title(told: Coverage) -> Text:
    """Give the title of the table by site.

    Parameters
    ----------
    told : Coverage
        What was found.

    Returns
    -------
    Text
        With what positions its figures are of, where some are known to their county alone.
    """
    return of_drawn(told, Text("各设施的作用", "what each site does"))


def percent(part: float, whole: float) -> float:
    """Give a part in percent.

    Parameters
    ----------
    part : float
        Of the whole.
    whole : float
        May be 0.

    Returns
    -------
    float
        NaN of nothing.
    """
    return 100.0 * part / whole if whole > 0 else math.nan


def three_parts(told: Coverage) -> Text:
    """Say which parts of all demand are served, in reach but full, and out of reach.

    Parameters
    ----------
    told : Coverage
        What was found, with capacities shared out.

    Returns
    -------
    Text
        A sentence; empty where no capacity was shared out.
    """
    regions = told.provision.unmet
    if regions is None:
        return Text("", "")
    whole = float(regions["amount"].sum())
    parts = [
        say(percent(float(regions[name].sum()), whole), ESTIMATE)
        for name in ("assigned_low", "no_capacity", "out_of_reach")
    ]
    served, full, away = parts
    return Text(
        f"全部需求分为三部分：有去处 {served.zh}%，可达但能力已满 {full.zh}%，范围外 {away.zh}%"
        "（能力、位置或存续不详的设施按 0 计）。",
        f"All demand in three parts: {served.en} % served, {full.en} % in reach but full, "
        f"{away.en} % out of reach (facilities not known taking nothing).",
    )


def parts_heads(told: Coverage) -> list[Text]:
    """Give the titles of the table of the three parts, with what each is worth.

    Parameters
    ----------
    told : Coverage
        What was found, with capacities shared out.

    Returns
    -------
    list of Text
        Region, quantity, each part and its share, and the most that is served.
    """
    far, worth = f"{told.reaches[-1]:g} {told.unit.zh}", told.worth
    beyond = Text(f"{far}外", f"out of reach ({told.reaches[-1]:g} {told.unit.en})")
    parts: list[tuple[Text, Bound]] = [
        (Text("有去处", "served"), "lower"),
        (Text("可达但已满", "in reach but full"), "open"),
        (beyond, "upper"),
    ]
    heads = [Text("地区", "region"), told.quantity]
    for words, bound in parts:
        heads.append(headed(words, bound_of(told, bound), worth))
        heads.append(headed(Text(f"{words.zh} %", f"{words.en}, %"), bound_of(told, bound), worth))
    return [*heads, headed(Text("有去处：最高", "served: highest"), "open", worth)]


def parts_rows(told: Coverage, lang: Lang) -> list[tuple[Any, ...]]:
    """Give the rows of the table of the three parts, the whole last.

    Parameters
    ----------
    told : Coverage
        What was found.
    lang : {"zh", "en"}
        Language of the names.

    Returns
    -------
    list of tuple
        A cell for each of :func:`parts_heads`, unrounded; none where no capacity was shared out.
    """
    regions = told.provision.unmet
    if regions is None:
        return []
    names = ("amount", "assigned_low", "no_capacity", "out_of_reach", "assigned_high")
    whole: dict[Any, Any] = dict(told.provision.unmet_total)
    whole |= {"name_zh": "合计", "name_en": "total"}
    rows = []
    for row in [*regions.to_dict("records"), whole]:
        cells: list[Any] = [row[f"name_{lang}"], row["amount"]]
        for name in names[1:4]:
            cells += [row[name], percent(row[name], row["amount"])]
        cells.append(row["assigned_high"])
        rows.append((cells[0], *(None if math.isnan(cell) else cell for cell in cells[1:])))
    return rows


def title(told: Coverage) -> Text:
    """Give the title of what was found.

    Parameters
    ----------
    told : Coverage
        What was found.

    Returns
    -------
    Text
        With the year and how the way was found.
    """
    return Text(
        f"{told.year} 年的覆盖（{told.how.zh}）", f"coverage in {told.year} ({told.how.en})"
    )


def notes(told: Coverage) -> list[Text]:
    """Give what is to be known beside the figures.

    Parameters
    ----------
    told : Coverage
        What was found.

    Returns
    -------
    list of Text
        What they are worth, and which sites do not count.
    """
    parts = (three_parts(told),) if told.provision.unmet is not None else ()
    return [*parts, *((_RANGE_WORDS,) if told.ranged else ()), *said_of(told.worth), *told.left_out]


def _named(reach: float) -> str:
    return f"{reach:g}".replace(".", "_")
