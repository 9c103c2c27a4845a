"""A whole plan as tables with titles, for terminal and workbook, and as files."""

from __future__ import annotations

import math
from dataclasses import replace
from pathlib import Path
from typing import Any

import geopandas as gpd
import pandas as pd

from gisplan.analysis.siting.plans import ACTIONS, plan_proven
from gisplan.api.result_book import ResultTable, about_columns, result_book
from gisplan.api.sites.output import ENDINGS, write
from gisplan.api.sites.sites_tables import how_words
from gisplan.api.sites.whole_plan import PlannedSites
from gisplan.api.targets import check_target, write_target
from gisplan.catalog.workspace import Workspace
from gisplan.catalog.worth import headed, said_of
from gisplan.text import Lang, Text

_PLAN = Text("建设方案", "Plan of sites")
_YEAR, _SITE, _TIER = Text("年份", "year"), Text("场址", "site"), Text("层级", "tier")
#: Of the best of a year that is not proven.
_BOUND = Text("只为该年时至多（界）", "that year alone: at most (bound)")
#: Aims, and figures of a curve, in words.
AIM_WORDS = {
    "coverage": Text("处理量", "demand served"),
    "spent": Text("投资", "money spent"),
    "cost": Text("年费用", "cost a year"),
    "way": Text("运输量", "demand times way"),
    "equity": Text("最低的地区份额", "least share of a region"),
}


def plan_tables(told: PlannedSites, lang: Lang, *, last_year: bool = False) -> list[ResultTable]:
    """Give what a plan says as tables.

    Parameters
    ----------
    told : PlannedSites
        The plan.
    lang : {"zh", "en"}
        Language of names.
    last_year : bool
        Whether plants and regions are told of the last year alone.

    Returns
    -------
    list of ResultTable
        What is done; each year; the plants; the regions; and, where asked for, what more money
        would add, and the trade-off.
    """
    done = _actions(told, lang), _years(told)
    if last_year and told.answer.solved:
        year = told.years["year"].iloc[-1]
        told = replace(
            told,
            sites=told.sites[told.sites["year"] == year],
            regions=told.regions[told.regions["year"] == year],
        )
    tables = [*done, _sites(told, lang)]
    if len(told.regions):
        tables.append(_regions(told, lang))
    if told.next_money is not None:
        tables.append(_next_money(told))
    if told.curve is not None:
        tables.append(_curve(told, lang))
    return tables


def plan_sentences(told: PlannedSites) -> tuple[Text, ...]:
    """Say what is proven, how the way was found, what figures are worth, what does not count.

    Parameters
    ----------
    told : PlannedSites
        The plan.

    Returns
    -------
    tuple of Text
        Sentences.
    """
    words = [plan_proven(told.answer)]
    years = told.years
    if "served_high" in years and (years["served_high"] > years["served"] * (1 + 1e-9)).any():
        words.append(
            Text(
                "方案按能力或存续不详的设施不接纳来选；“最高”是它们尽量接收时，方案不变",
                "the plan is chosen as if plants of unknown capacity or state took nothing; 'at "
                "most' is what the same plan serves if they take all they can",
            )
        )
    if "lost" in years:
        words.append(
            Text(
                "“只为该年”是预算、规则相同而只求该年最多时；差额是照顾其他年份的代价",
                "'that year alone' is the most under the same budgets and rules if only it counted;"
                " the difference is what the other years cost it",
            )
        )
    if _open(years):
        words.append(
            Text(
                "有的年份未证明最优：差额至少为所列，至多到界",
                "the best of some years is not proven: what is given up is that or more, up to the"
                " bound",
            )
        )
    if told.next_money is not None and not told.next_money["status"].eq("optimal").all():
        words.append(
            Text(
                "“再多一点钱”的方案未都证明最优，数值可高可低",
                "the plans with a little more money are not all proven optimal: these figures may"
                " be higher or lower",
            )
        )
    if told.curve is not None and not told.curve.complete:
        words.append(
            Text(
                "权衡曲线上没有一点在两个目标上都劣于另一点，但不是全部；“差距”是各点离最优至多多少",
                "no point of the trade-off is worse than another in both aims, but not all are "
                "there; 'gap' is how far each is from the best at most",
            )
        )
    return (*words, how_words(told.how), *said_of(told.worth), *told.left_out)


def _open(years: pd.DataFrame) -> bool:
    """Tell whether the best of a year is not proven.

    Parameters
    ----------
    years : pandas.DataFrame
        The years of a plan.

    Returns
    -------
    bool
        True if the bound of any is above it.
    """
    return "bound" in years and bool((years["bound"] > years["best"] * (1 + 1e-6)).any())


def _money(told: PlannedSites, words: Text) -> Text:
    unit = told.asked.currency
    return Text(f"{words.zh}（{unit.zh}）", f"{words.en} ({unit.en})")


def _of(words: Text, unit: Text) -> Text:
    return Text(f"{words.zh}：{unit.zh}", f"{words.en}: {unit.en}")


def _known(told: PlannedSites, zh: str, en: str) -> Text:
    """Say in a title that a figure hangs on a list of plants that is not complete.

    Parameters
    ----------
    told : PlannedSites
        The plan.
    zh : str
        The title in Chinese.
    en : str
        The title in English.

    Returns
    -------
    Text
        The title.
    """
    return headed(Text(zh, en), "open", told.worth)


def _way(told: PlannedSites) -> Text:
    return Text(f"运输量（数量×{told.unit.zh}）", f"amount times way ({told.unit.en})")


def _actions(told: PlannedSites, lang: Lang) -> ResultTable:
    rows = [
        (
            row[f"name_{lang}"],
            row["year"],
            row["tier"],
            ACTIONS[row["action"]].get(lang),
            row["size"],
            row["capacity"],
            row["cost"],
            row["used"],
        )
        for row in told.actions.to_dict("records")
    ]
    return ResultTable(
        name=Text("做什么", "what is done"),
        heads=(
            _SITE,
            _YEAR,
            _TIER,
            Text("做什么", "action"),
            Text("规模", "size"),
            _of(Text("能力增减", "capacity added"), told.quantity),
            _money(told, Text("花费", "cost")),
            _known(told, "当年接纳", "taken that year"),
        ),
        rows=rows,
    )


def _years(told: PlannedSites) -> ResultTable:
    years = told.years
    columns: list[tuple[Text, str]] = [
        (_YEAR, "year"),
        (_of(Text("需求", "demand"), told.quantity), "demand"),
        (Text("可达的", "reachable"), "reachable"),
    ]
    if told.answer.solved:
        ranged = (years["served_high"] > years["served"] * (1 + 1e-9)).any()
        columns += [
            (
                Text("处理：至少", "served: at least") if ranged else Text("处理", "served"),
                "served",
            ),
            *(((Text("处理：最高", "served: at most"), "served_high"),) if ranged else ()),
            (Text("占需求 %", "% of demand"), "percent"),
            (_money(told, Text("投资", "spent")), "spent"),
            (_way(told), "way"),
        ]
        if years["cost"].notna().any():
            columns += [
                (_money(told, Text("年费用", "cost a year")), "cost"),
                (_money(told, Text("每单位", "per unit served")), "unit_cost"),
            ]
        if "lost" in years:
            columns += [
                (_known(told, "只为该年时", "that year alone"), "best"),
                (_known(told, "差额", "given up"), "lost"),
                *(((_BOUND, "bound"),) if _open(years) else ()),
            ]
        if years["least_share"].notna().any():
            columns.append((_known(told, "最低的地区 %", "least region %"), "least_percent"))
        amount = years["served"].where(years["served"] > 0)
        years = years.assign(
            percent=years["served"] / years["demand"].where(years["demand"] > 0) * 100,
            unit_cost=years["cost"] / amount,
            least_percent=years["least_share"] * 100,
        )
    rows = years[[name for _, name in columns]].itertuples(index=False, name=None)
    return ResultTable(
        name=Text("逐年", "by year"), heads=[head for head, _ in columns], rows=list(rows)
    )


def _sites(told: PlannedSites, lang: Lang) -> ResultTable:
    flat = told.sites[[f"name_{lang}", "year", "tier", "capacity", "used"]]
    return ResultTable(
        name=Text("设施", "plants"),
        heads=(
            _SITE,
            _YEAR,
            _TIER,
            _of(Text("能力（空为不详）", "capacity (empty: not known)"), told.quantity),
            _known(told, "接纳", "taken"),
        ),
        rows=list(flat.itertuples(index=False, name=None)),
    )


def _regions(told: PlannedSites, lang: Lang) -> ResultTable:
    table = told.regions
    name = table.get(f"name_{lang}", table["region"])
    share = table["served"] / table["demand"].where(table["demand"] > 0) * 100
    flat = pd.DataFrame(
        {
            "name": name.fillna(table["region"]),
            "year": table["year"],
            "demand": table["demand"],
            "served": table["served"],
            "share": share,
        }
    )
    return ResultTable(
        name=Text("地区", "regions"),
        heads=(
            Text("地区", "region"),
            _YEAR,
            _of(Text("需求", "demand"), told.quantity),
            _known(told, "处理", "served"),
            _known(told, "份额 %", "share %"),
        ),
        rows=list(flat.itertuples(index=False, name=None)),
    )


def _next_money(told: PlannedSites) -> ResultTable:
    table = told.next_money if told.next_money is not None else pd.DataFrame()
    return ResultTable(
        name=Text("再多一点钱", "a little more money"),
        heads=(
            _YEAR,
            _money(told, Text("预算增加", "more budget")),
            _of(Text("各年多处理（加权）", "served more, all years weighted"), told.quantity),
        ),
        rows=list(table[["year", "more", "gained"]].itertuples(index=False, name=None)),
    )


def _curve(told: PlannedSites, lang: Lang) -> ResultTable:
    if told.curve is None or told.asked.curve is None:
        return ResultTable(name=_PLAN, heads=(), rows=())
    first, second = told.asked.curve[:2]
    chosen = Text("拐点", "knee")
    rows = [
        (
            row["second"],
            row["first"],
            row["served"],
            row["spent"],
            row["way"],
            row["least_share"] * 100,
            (row["gap"] if row["gap"] is not None else math.nan) * 100,
            chosen.get(lang) if row["knee"] else "",
        )
        for row in told.curve.table.to_dict("records")
    ]
    final = _known(told, "末年处理", "served in the last year")
    return ResultTable(
        name=Text("权衡曲线", "trade-off"),
        heads=(
            AIM_WORDS[second],
            AIM_WORDS[first],
            final,
            _money(told, Text("投资", "spent")),
            _way(told),
            _known(told, "末年最低的地区 %", "least region %, last year"),
            Text("差距 %", "gap %"),
            chosen,
        ),
        rows=rows,
    )


def write_plan(
    told: PlannedSites,
    path: Path,
    *,
    lang: Lang = "zh",
    place: Workspace | None = None,
    overwrite: bool = False,
) -> None:
    """Write a plan, in the format that the ending names.

    Parameters
    ----------
    told : PlannedSites
        The plan.
    path : pathlib.Path
        Ending in ``.xlsx`` (all tables, notes and sources), ``.csv`` or ``.geojson`` (what is done,
        as points, by the names of its columns, with ``about_zh`` and ``about_en``).
    lang : {"zh", "en"}
        Language of a workbook; the others have both.
    place : Workspace, optional
        The workspace of the current folder if left out; it knows what gisplan has written.
    overwrite : bool
        Whether a file that gisplan did not write, or that was edited since, may be replaced.

    Raises
    ------
    OptionError
        If the ending is another.
    FileError
        If the file can't be written, or one is there that gisplan did not write; it is then as it
        was.
    """
    check_target(path, *ENDINGS, place=place, overwrite=overwrite)
    said = plan_sentences(told)
    if path.suffix.lower() != ".xlsx":
        flat = gpd.GeoDataFrame(told.actions.assign(**about_columns(said)))
        write(flat, path, place=place, overwrite=overwrite)
        return
    content = result_book(
        plan_tables(told, lang),
        title=_PLAN,
        lang=lang,
        facts=_facts(told),
        notes=said,
        sources=told.sources,
    )
    write_target(path, content, place=place, overwrite=overwrite)


def _facts(told: PlannedSites) -> list[tuple[Text, Any]]:
    answer = told.answer
    aim = AIM_WORDS[told.asked.plan["aim"]]
    facts: list[tuple[Text, Any]] = [(Text("目标", "aim"), aim)]
    for name, value in (
        (Text("目标值（各年加权）", "value of the aim, years weighted"), answer.objective),
        (Text("证明的界", "proven bound"), answer.bound),
        (Text("相差", "gap"), answer.gap),
    ):
        if value is not None and math.isfinite(value):
            facts.append((name, value))
    return facts
