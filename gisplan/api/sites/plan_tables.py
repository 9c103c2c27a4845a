"""A whole plan as tables with titles: what is done, each year, plants, regions, trade-off."""

from __future__ import annotations

import math

import pandas as pd

from gisplan.analysis.siting.plans import NO_RATIO
from gisplan.api.result_book import ResultTable
from gisplan.api.sites.action_words import action_words
from gisplan.api.sites.robust_book import robust_tables
from gisplan.api.sites.whole_plan import PlannedSites, last_year_of
from gisplan.catalog.worth import headed
from gisplan.text import Lang, Text

_YEAR, _SITE, _TIER = Text("年份", "year"), Text("场址", "site"), Text("层级", "tier")
#: Of the best of a year that is not proven.
_MOST = Text("只为该年时至多（界）", "that year alone: at most (bound)")
_LEAST = Text("只为该年时至少（界）", "that year alone: at least (bound)")
#: What marks a point of a curve.
_KNEE, _CHOSEN = Text("拐点", "knee"), Text("所示方案", "the plan shown")
#: Aims, and figures of a curve, in words.
AIM_WORDS = {
    "coverage": Text("处理量", "demand served"),
    "spent": Text("投资", "money spent"),
    "cost": Text("年费用", "cost a year"),
    "way": Text("运输量", "demand times way"),
    "near": Text("新建设施附近的人", "people near what is built"),
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
        What is done; each year; the plants; the regions, and ways in them; how evenly it serves;
        and, where asked for, what more money would add, the trade-off, and what holds in futures.
    """
    done = done_table(told, lang), _years(told)
    if last_year:
        told = last_year_of(told)
    tables = [*done, sites_table(told, lang)]
    if len(told.regions):
        tables.append(regions_table(told, lang))
    if told.evenness is not None:
        if len(told.regions):
            tables.append(_ways(told, lang))
        tables.append(_evenness(told, lang, last_year=last_year))
    if told.next_money is not None:
        tables.append(_next_money(told))
    if told.curve is not None:
        tables.append(_curve(told, lang))
    if told.robust is not None:
        tables += robust_tables(told, told.robust, lang)
    return tables


def some_open(years: pd.DataFrame) -> bool:
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
    if "bound" not in years:
        return False
    off = (years["bound"] - years["best"]).abs()
    return bool((off > 1e-6 * years["best"].abs().clip(lower=1e-6)).any())


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


def done_table(told: PlannedSites, lang: Lang) -> ResultTable:
    """Give what is done as a table.

    Parameters
    ----------
    told : PlannedSites
        The plan.
    lang : {"zh", "en"}
        Language of names.

    Returns
    -------
    ResultTable
        Site, year, tier, action, size, capacity added, cost, and what it takes in that year.
    """
    rows = [
        (
            row[f"name_{lang}"],
            row["year"],
            told.asked.title_of(row["tier"], lang),
            action_words(row, lang),
            _size_words(told, row["size"], lang),
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
            told.amount(_known(told, "当年接纳", "taken that year")),
        ),
        rows=rows,
    )


def _size_words(told: PlannedSites, size: object, lang: Lang) -> str | None:
    return told.asked.title_of(size, lang) if isinstance(size, str) else None


def _years(told: PlannedSites) -> ResultTable:
    years = told.years
    columns: list[tuple[Text, str]] = [
        (_YEAR, "year"),
        (_of(Text("需求", "demand"), told.quantity), "demand"),
        (told.amount(Text("可达的", "reachable")), "reachable"),
    ]
    if told.answer.solved:
        ranged = (years["served_high"] > years["served"] * (1 + 1e-9)).any()
        columns += [
            (
                told.amount(
                    Text("处理：至少", "served: at least") if ranged else Text("处理", "served")
                ),
                "served",
            ),
            *(
                ((told.amount(Text("处理：最高", "served: at most")), "served_high"),)
                if ranged
                else ()
            ),
            (Text("占需求 %", "% of demand"), "percent"),
            (_money(told, Text("投资", "spent")), "spent"),
            (_way(told), "way"),
        ]
        if years["cost"].notna().any():
            columns += [
                (_money(told, Text("年费用", "cost a year")), "cost"),
                (_money(told, Text("每单位", "per unit served")), "unit_cost"),
            ]
        if "lost" in years and years["lost"].notna().any():
            columns += _alone_columns(told)
            share = 100 if told.asked.plan["aim"] == "equity" else 1
            alone = ["best", "lost", "bound"]
            years = years.assign(**{name: years[name] * share for name in alone})
        if years["least_share"].notna().any():
            columns.append((_known(told, "最低的地区 %", "least region %"), "least_percent"))
        if told.near is not None:
            columns.append((told.near, "near"))
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


def _alone_columns(told: PlannedSites) -> list[tuple[Text, str]]:
    """Give the columns of the best of each year alone, with titles that say of what.

    Parameters
    ----------
    told : PlannedSites
        The plan.

    Returns
    -------
    list of tuple of Text and str
        Title and column.
    """
    best, lost = {
        "coverage": (
            told.amount(_known(told, "只为该年时", "that year alone")),
            told.amount(_known(told, "差额", "given up")),
        ),
        "cost": (
            _money(told, Text("年费用：只为该年时", "cost a year: that year alone")),
            _money(told, Text("差额", "more than that")),
        ),
        "way": (
            _of(Text("只为该年时", "that year alone"), _way(told)),
            Text("差额", "more than that"),
        ),
        "equity": (
            _known(told, "最低的地区 %：只为该年时", "least region %: that year alone"),
            Text("差额（百分点）", "given up (points)"),
        ),
    }[told.asked.plan["aim"]]
    bound = _LEAST if told.asked.plan["aim"] in ("cost", "way") else _MOST
    found = [(best, "best"), (lost, "lost")]
    return [*found, (bound, "bound")] if some_open(told.years) else found


def sites_table(told: PlannedSites, lang: Lang, *, standing: bool = False) -> ResultTable:
    """Give the plants as a table.

    Parameters
    ----------
    told : PlannedSites
        The plan.
    lang : {"zh", "en"}
        Language of names.
    standing : bool
        Whether only those that stood before, in the last year.

    Returns
    -------
    ResultTable
        Site, year, tier, capacity, and what it takes.
    """
    sites = told.standing if standing else told.sites
    tiers = [told.asked.title_of(tier, lang) for tier in sites["tier"]]
    flat = sites.assign(tier=tiers)[[f"name_{lang}", "year", "tier", "capacity", "used"]]
    return ResultTable(
        name=Text("设施", "plants"),
        heads=(
            _SITE,
            _YEAR,
            _TIER,
            _of(Text("能力（空为不详）", "capacity (empty: not known)"), told.quantity),
            told.amount(_known(told, "接纳", "taken")),
        ),
        rows=list(flat.itertuples(index=False, name=None)),
    )


def regions_table(told: PlannedSites, lang: Lang) -> ResultTable:
    """Give the regions as a table.

    Parameters
    ----------
    told : PlannedSites
        The plan.
    lang : {"zh", "en"}
        Language of names.

    Returns
    -------
    ResultTable
        Region, year, demand, what is served, and its share in percent.
    """
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
            told.amount(_known(told, "处理", "served")),
            _known(told, "份额 %", "share %"),
        ),
        rows=list(flat.itertuples(index=False, name=None)),
    )


def _ways(told: PlannedSites, lang: Lang) -> ResultTable:
    table, unit = told.regions, told.unit
    name = table.get(f"name_{lang}", table["region"]).fillna(table["region"])
    keys = ("way_mean_before", "way_mean", "way_p95_before", "way_p95", "served_before", "served")
    flat = pd.concat([name, table["year"], *(table[key] for key in keys)], axis=1)
    mean = Text(f"平均路程（{unit.zh}）", f"mean way ({unit.en})")
    far = Text(f"95 % 以内的路程（{unit.zh}）", f"way of 95 % ({unit.en})")
    served = told.amount(_known(told, "处理", "served"))
    heads = [
        Text(f"{words.zh}：方案{zh}", f"{words.en}: {en}")
        for words in (mean, far, served)
        for zh, en in (("前", "without the plan"), ("后", "with it"))
    ]
    return ResultTable(
        name=Text("各地区的路程", "ways by region"),
        heads=(Text("地区", "region"), _YEAR, *heads),
        rows=list(flat.itertuples(index=False, name=None)),
    )


def _evenness(told: PlannedSites, lang: Lang, *, last_year: bool) -> ResultTable:
    years = told.evenness if told.evenness is not None else pd.DataFrame()
    unit = told.unit
    measures = (
        ("way_mean", Text(f"平均路程（{unit.zh}）", f"mean way ({unit.en})")),
        ("way_p95", Text(f"95 % 以内的路程（{unit.zh}）", f"way of 95 % ({unit.en})")),
        ("gini_share", Text("基尼系数：处理份额", "Gini coefficient: share served")),
        ("palma_share", Text("帕尔马比值：处理份额", "Palma ratio: share served")),
        ("gini_way", Text("基尼系数：路程", "Gini coefficient: way")),
        ("palma_way", Text("帕尔马比值：路程", "Palma ratio: way")),
    )
    rows = [
        (
            words.get(lang),
            row["year"],
            *(_ratio(row[name], key, lang) for name in (f"{key}_before", key)),
        )
        for row in years.tail(1 if last_year else len(years)).to_dict("records")
        for key, words in measures
    ]
    return ResultTable(
        name=Text("公平", "evenness"),
        heads=(
            Text("指标", "measure"),
            _YEAR,
            _known(told, "方案前", "without the plan"),
            _known(told, "方案后", "with the plan"),
        ),
        rows=rows,
    )


def _ratio(value: float, key: str, lang: Lang) -> float | str:
    return NO_RATIO[key].get(lang) if math.isinf(value) else value


def flow_heads(told: PlannedSites) -> tuple[Text, ...]:
    """Give the titles of what goes where.

    Parameters
    ----------
    told : PlannedSites
        The plan.

    Returns
    -------
    tuple of Text
        From, to, tier of the end, amount, and way.
    """
    unit = told.unit
    return (
        Text("起点", "from"),
        Text("终点", "to"),
        _TIER,
        _of(_known(told, "数量", "amount"), told.quantity),
        Text(f"路程（{unit.zh}）", f"way ({unit.en})"),
    )


def move_heads(told: PlannedSites) -> tuple[Text, ...]:
    """Give the titles of what moves where.

    Parameters
    ----------
    told : PlannedSites
        The plan.

    Returns
    -------
    tuple of Text
        Old place, new place, year, tier and cost.
    """
    ends = Text("原址", "from"), Text("新址", "to")
    return (*ends, _YEAR, _TIER, _money(told, Text("花费", "cost")))


def axis_words(told: PlannedSites, aim: str) -> Text:
    """Give the title of an axis of a trade-off, with its unit.

    Parameters
    ----------
    told : PlannedSites
        The plan.
    aim : str
        A key of ``AIM_WORDS``.

    Returns
    -------
    Text
        The title.
    """
    words = AIM_WORDS[aim]
    if aim in ("spent", "cost"):
        return _money(told, words)
    if aim == "way":
        return _way(told)
    if aim == "near" and told.near is not None:
        return told.near
    if aim == "equity":
        return Text(f"{words.zh} %", f"{words.en}, %")
    return _of(_known(told, "各年处理（加权）", "served, years weighted"), told.quantity)


def _next_money(told: PlannedSites) -> ResultTable:
    table = told.next_money if told.next_money is not None else pd.DataFrame()
    served = _of(Text("各年多处理（加权）", "served more, all years weighted"), told.quantity)
    gained = {
        "cost": _money(told, Text("各年费用少（加权）", "cost less, all years weighted")),
        "way": _of(Text("各年少运（加权）", "hauled less, all years weighted"), _way(told)),
        "equity": Text("最低份额提高（百分点）", "least share greater by (points)"),
    }.get(told.asked.plan["aim"], served)
    if told.asked.plan["aim"] == "equity":
        table = table.assign(gained=table["gained"] * 100)
    return ResultTable(
        name=Text("再多一点钱", "a little more money"),
        heads=(
            _YEAR,
            _money(told, Text("预算增加", "more budget")),
            gained,
        ),
        rows=list(table[["year", "more", "gained"]].itertuples(index=False, name=None)),
    )


def _curve(told: PlannedSites, lang: Lang) -> ResultTable:
    if told.curve is None or told.asked.curve is None:
        return ResultTable(name=Text("权衡曲线", "trade-off"), heads=(), rows=())
    first, second = told.asked.curve[:2]
    # what is an axis is told once
    more = [
        (name, head)
        for name, head in (
            ("spent", _money(told, Text("投资", "spent"))),
            ("way", _way(told)),
        )
        if name not in (first, second)
    ]
    rows = [
        (
            number,
            row["second"] * (100 if second == "equity" else 1),
            row["first"] * (100 if first == "equity" else 1),
            row["served"],
            *(row[name] for name, _ in more),
            row["least_share"] * 100,
            (row["gap"] if row["gap"] is not None else math.nan) * 100,
            point_marks(row["knee"], number - 1 == told.chosen).get(lang),
        )
        for number, row in enumerate(told.curve.table.to_dict("records"), start=1)
    ]
    final = told.amount(_known(told, "末年处理", "served in the last year"))
    return ResultTable(
        name=Text("权衡曲线", "trade-off"),
        heads=(
            Text("点", "point"),
            axis_words(told, second),
            axis_words(told, first),
            final,
            *(head for _, head in more),
            _known(told, "末年最低的地区 %", "least region %, last year"),
            Text("差距 %", "gap %"),
            Text("说明", "which"),
        ),
        rows=rows,
    )


def point_marks(knee: bool, chosen: bool) -> Text:
    """Say what marks a point of a trade-off.

    Parameters
    ----------
    knee : bool
        Whether it is the knee.
    chosen : bool
        Whether it is the plan that is told and drawn.

    Returns
    -------
    Text
        Empty for a point like others.
    """
    words = [*([_KNEE] if knee else []), *([_CHOSEN] if chosen else [])]
    return Text("；".join(one.zh for one in words), "; ".join(one.en for one in words))
