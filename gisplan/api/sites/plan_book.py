"""A whole plan as sentences, and as files: workbook, table, points, map and chart."""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import geopandas as gpd

from gisplan.analysis.siting.plans import plan_proven, robust_words
from gisplan.api.result_book import about_columns, result_book
from gisplan.api.result_map import result_page
from gisplan.api.sites.output import ENDINGS, write
from gisplan.api.sites.plan_file import PlanFile
from gisplan.api.sites.plan_map import PLAN, plan_chart, plan_parts
from gisplan.api.sites.plan_tables import AIM_WORDS, plan_tables, some_open
from gisplan.api.sites.sites_tables import how_words
from gisplan.api.sites.whole_plan import PlannedSites
from gisplan.api.targets import check_target, write_target
from gisplan.catalog import workspace
from gisplan.catalog.workspace import Workspace
from gisplan.catalog.worth import said_of
from gisplan.digits import ESTIMATE
from gisplan.digits import write as written
from gisplan.errors import OptionError
from gisplan.text import Lang, Text

#: Endings of the files that a plan is written to.
PLAN_ENDINGS = (*ENDINGS, ".html", ".svg")


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
    words = [plan_proven(told.answer), *told.why]
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
        words += [_alone_words(told)] if years["lost"].notna().any() else []
    words += not_beside(told.asked, years=len(years)) if told.answer.solved else []
    if some_open(years):
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
    if told.curve is not None and len(told.curve.table) and not told.curve.complete:
        words.append(
            Text(
                "权衡曲线上没有一点在两个目标上都劣于另一点，但不是全部；“差距”是各点离最优至多多少",
                "no point of the trade-off is worse than another in both aims, but not all are "
                "there; 'gap' is how far each is from the best at most",
            )
        )
    if told.curve is not None and told.asked.curve is not None and told.curve.complete:
        count, asked = len(told.curve.table), told.asked.curve[2]
        if count < asked:
            words.append(
                Text(
                    f"权衡曲线只有 {count} 个点，这就是全部：没有别的取舍",
                    f"the trade-off has {count} point(s), and these are all: there is nothing"
                    " between them",
                )
            )
    if told.robust is not None:
        words += robust_words(told.robust)
    return (*words, how_words(told.how), *said_of(told.worth), *told.left_out)


def not_beside(asked: PlanFile, *, years: int) -> list[Text]:
    """Say what a point of the trade-off that is chosen is not held against.

    Parameters
    ----------
    asked : PlanFile
        What was asked for.
    years : int
        Years of the plan.

    Returns
    -------
    list of Text
        A sentence; none where the plan is that under the budgets.
    """
    if asked.choose is None:
        return []
    beside = [
        *([Text("各年单独最优", "the best of each year alone")] if years > 1 else []),
        *(
            [Text("再多一点钱（more）的方案", "plans with a little more money (more)")]
            if asked.more
            else []
        ),
    ]
    if not beside:
        return []
    return [
        Text(
            f"另选了权衡曲线上的一点，所以未与{'、'.join(one.zh for one in beside)}相比",
            f"not held against {' and '.join(one.en for one in beside)}, as another point of the "
            "trade-off is chosen",
        )
    ]


def _alone_words(told: PlannedSites) -> Text:
    """Say what the best of a year alone is, and what the difference means.

    Parameters
    ----------
    told : PlannedSites
        The plan.

    Returns
    -------
    Text
        A sentence.
    """
    aim = told.asked.plan["aim"]
    zh, en = {
        "coverage": ("该年最多", "is the most"),
        "cost": ("该年费用最少", "is the least cost"),
        "way": ("该年运输量最小", "is the least amount times way"),
        "equity": ("该年最低的地区份额最高", "is the greatest least share of a region"),
    }[aim]
    words = Text(
        f"“只为该年”是预算、规则相同而只求{zh}时；差额是照顾其他年份的代价",
        f"'that year alone' {en} under the same budgets and rules if only it counted;"
        " the difference is what the other years cost it",
    )
    if aim != "equity":
        return words
    return Text(
        f"{words.zh}（目标只看末年的最低份额，其他年份是处理量最大时的）",
        f"{words.en} (the aim looks at the least share of the last year alone; that of earlier "
        "years is what comes of serving most)",
    )


def plan_figures(told: PlannedSites) -> tuple[Text, ...]:
    """Say what is built and served in each year, who is near, and what holds in futures.

    Parameters
    ----------
    told : PlannedSites
        The plan.

    Returns
    -------
    tuple of Text
        The figures that are read first: a sentence a year, and what was asked for beyond; none
        where there is no plan.
    """
    if not told.answer.solved:
        return ()
    unit, money = told.quantity, told.asked.currency
    found = []
    for row in told.years.to_dict("records"):
        done = int((told.actions["year"] == row["year"]).sum())
        high = row["served_high"] > row["served"] * (1 + 1e-9)
        zh, en = (_amounts(row, lang, high=high) for lang in ("zh", "en"))
        spent = [written(row["spent"], ESTIMATE, lang) for lang in ("zh", "en")]
        at_least = Text("至少处理", "served at least") if high else Text("处理", "served")
        found.append(
            Text(
                f"{row['year']} 年：新做 {done} 项，投资 {spent[0]} {money.zh}；"
                f"{unit.zh}{at_least.zh} {zh}",
                f"{row['year']}: {done} action(s), {spent[1]} {money.en} spent; "
                f"{unit.en}, {at_least.en}: {en}",
            )
        )
    if told.near is not None:
        zh, en = (written(told.years["near"].iloc[-1], ESTIMATE, lang) for lang in ("zh", "en"))
        found.append(Text(f"{told.near.zh}：{zh}", f"{told.near.en}: {en}"))
    if told.robust is not None:
        found += robust_words(told.robust)[:2]
    return tuple(found)


def _amounts(row: dict[Any, Any], lang: Lang, *, high: bool) -> str:
    served, most = (written(row[name], ESTIMATE, lang) for name in ("served", "served_high"))
    share = written(row["served"] / (row["demand"] or math.nan) * 100, ESTIMATE, lang)
    if lang == "zh":
        return f"{served}，占需求 {share}%" + (f"，最高 {most}" if high else "")
    return f"{served}, {share} % of the demand" + (f", {most} at most" if high else "")


def require_curve(asked: PlanFile, paths: Sequence[Path]) -> None:
    """Refuse a chart of a trade-off that is not asked for, before anything is worked out.

    Parameters
    ----------
    asked : PlanFile
        What is asked for.
    paths : sequence of pathlib.Path
        Files to be written.

    Raises
    ------
    OptionError
        If one is a chart and no trade-off is asked for.
    """
    if asked.curve is None and any(path.suffix.lower() == ".svg" for path in paths):
        raise OptionError(
            Text(
                "方案文件没有 [curve]，无权衡曲线可画",
                "the plan's file has no [curve], so that there is no trade-off to draw",
            )
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
        as points, by the names of its columns, with ``about_zh`` and ``about_en``), ``.html`` (a
        map that asks no host for anything) or ``.svg`` (the trade-off as a chart).
    lang : {"zh", "en"}
        Language of workbook and chart, and in which the map opens; the others have both.
    place : Workspace, optional
        The workspace of the current folder if left out; it knows what gisplan has written.
    overwrite : bool
        Whether a file that gisplan did not write, or that was edited since, may be replaced.

    Raises
    ------
    OptionError
        If the ending is another, or a chart is wanted and no trade-off was asked for.
    FileError
        If the file can't be written, or one is there that gisplan did not write; it is then as it
        was.
    """
    check_target(path, *PLAN_ENDINGS, place=place, overwrite=overwrite)
    said = plan_sentences(told)
    ending = path.suffix.lower()
    if ending == ".html":
        whole = place or workspace.find()
        page = result_page(
            plan_parts(told, place=whole),
            title=PLAN,
            told=said,
            place=whole,
            lang=lang,
            standing=False,
        )
        write_target(path, page.encode(), place=place, overwrite=overwrite)
        return
    if ending == ".svg":
        require_curve(told.asked, [path])
        chart = plan_chart(told, lang)
        write_target(path, chart.encode(), place=place, overwrite=overwrite)
        return
    if ending != ".xlsx":
        flat = gpd.GeoDataFrame(told.actions.assign(**about_columns(said)))
        write(flat, path, place=place, overwrite=overwrite)
        return
    content = result_book(
        plan_tables(told, lang),
        title=PLAN,
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
