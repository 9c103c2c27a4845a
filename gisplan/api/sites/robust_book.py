"""A plan held against futures, as tables with titles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from gisplan.analysis.siting.plans import RobustAnswer
from gisplan.api.result_book import ResultTable
from gisplan.api.sites.action_words import action_words
from gisplan.catalog.worth import headed
from gisplan.text import Lang, Text

if TYPE_CHECKING:
    from gisplan.api.sites.whole_plan import PlannedSites

_SITE, _TIER, _YEAR = Text("场址", "site"), Text("层级", "tier"), Text("年份", "year")
_DONE, _YES = Text("做什么", "action"), Text("是", "yes")
_LEAST, _MEAN, _MOST = Text("最低", "least"), Text("平均", "mean"), Text("最高", "most")
_OURS, _WORST = Text("本方案", "this plan"), Text("最坏情形最优", "best in the worst case")


def robust_tables(told: PlannedSites, robust: RobustAnswer, lang: Lang) -> list[ResultTable]:
    """Give what holds in futures as tables.

    Parameters
    ----------
    told : PlannedSites
        The plan.
    robust : RobustAnswer
        It and others, held against futures.
    lang : {"zh", "en"}
        Language of names.

    Returns
    -------
    list of ResultTable
        The years over all futures; the plans held against each other; how often each site is
        chosen; what the plan does that is best in the worst case; the futures.
    """
    tables = [_years(told, robust), _plans(told, robust, lang), _sites(told, robust, lang)]
    if (robust.plans["plan"] == "worst_case").any():
        tables.append(_actions(told, robust, lang))
    return [*tables, _draws(told, robust, lang)]


def figure_words(told: PlannedSites, aim: str) -> Text:
    """Give the title of what an aim makes best, over all years, with its unit.

    Parameters
    ----------
    told : PlannedSites
        The plan.
    aim : {"coverage", "cost", "way", "equity"}
        What is made best.

    Returns
    -------
    Text
        The title.
    """
    unit, money = told.unit, told.asked.currency
    if aim == "cost":
        return Text(f"费用（各年加权，{money.zh}）", f"cost, years weighted ({money.en})")
    if aim == "way":
        return Text(
            f"运输量（各年加权，数量×{unit.zh}）", f"amount times way, years weighted ({unit.en})"
        )
    served = told.amount(Text("处理（各年加权）", "served, years weighted"))
    if aim == "equity":
        served = Text("末年最低的地区 %", "least region %, last year")
    return headed(served, "open", told.worth)


def _shown(robust: RobustAnswer, value: Any) -> Any:
    """Give a figure as it is shown: a share in percent.

    Parameters
    ----------
    robust : RobustAnswer
        Whose figure it is.
    value : float or pandas.Series
        The figure, or several.

    Returns
    -------
    float or pandas.Series
        In the unit of :func:`figure_words`.
    """
    return value * 100 if robust.aim == "equity" else value


def _in_all(words: Text, end: Text) -> Text:
    return Text(f"{words.zh}：{end.zh}", f"{words.en}: {end.en}")


def _years(told: PlannedSites, robust: RobustAnswer) -> ResultTable:
    demand = told.amount(Text("需求", "demand"))
    served = told.amount(headed(Text("处理", "served"), "open", told.worth))
    share = headed(Text("占需求 %", "% of demand"), "open", told.worth)
    ends = (("least", _LEAST), ("mean", _MEAN), ("most", _MOST))
    columns = [
        (_YEAR, "year"),
        (_in_all(demand, _LEAST), "demand_least"),
        (_in_all(demand, _MOST), "demand_most"),
        *((_in_all(served, words), f"served_{end}") for end, words in ends),
        *((_in_all(share, words), f"share_{end}") for end, words in ends),
    ]
    own = robust.figure
    if f"{own}_least" in robust.years and own != "served":
        by_year = {
            "cost": Text(
                f"年费用（{told.asked.currency.zh}）", f"cost a year ({told.asked.currency.en})"
            ),
            "way": Text(f"运输量（数量×{told.unit.zh}）", f"amount times way ({told.unit.en})"),
        }[own]
        columns += [(_in_all(by_year, words), f"{own}_{end}") for end, words in ends]
    table = robust.years.copy()
    shares = [f"share_{end}" for end, _ in ends]
    table[shares] *= 100
    return ResultTable(
        name=Text("各情形中的本方案", "the plan in all futures"),
        heads=[head for head, _ in columns],
        rows=list(table[[name for _, name in columns]].itertuples(index=False, name=None)),
    )


def _plans(told: PlannedSites, robust: RobustAnswer, lang: Lang) -> ResultTable:
    words, unit, own = figure_words(told, robust.aim), told.asked.currency, robust.figure
    rows = []
    for row in robust.plans.to_dict("records"):
        named = {"plan": _OURS, "worst_case": _WORST}.get(row["plan"])
        of = row["draw"]
        name = named or Text(f"情形 {of} 的最优", f"best of future {of}")
        rows.append(
            (
                name.get(lang),
                row["spent"],
                *(_shown(robust, row[f"{own}_{end}"]) for end in ("least", "mean", "most")),
                row["draws"],
                *((row["failed"],) if robust.aim in ("cost", "way") else ()),
                _shown(robust, row["regret"]),
                _shown(robust, row["regret_mean"]),
            )
        )
    fails = Text("处理不了的情形数", "futures in which it fails")
    return ResultTable(
        name=Text("各方案的后悔值", "regret of each plan"),
        heads=(
            Text("方案", "plan"),
            Text(f"投资（{unit.zh}）", f"spent ({unit.en})"),
            *(_in_all(words, end) for end in (_LEAST, _MEAN, _MOST)),
            Text("没有更好的情形数", "futures in which none is better"),
            *((fails,) if robust.aim in ("cost", "way") else ()),
            _in_all(_regret(told, robust.aim), Text("最大", "greatest")),
            _in_all(_regret(told, robust.aim), _MEAN),
        ),
        rows=rows,
    )


def _regret(told: PlannedSites, aim: str) -> Text:
    """Give the title of a regret, with the unit of the plan's aim.

    Parameters
    ----------
    told : PlannedSites
        The plan.
    aim : {"coverage", "cost", "way", "equity"}
        What is made best.

    Returns
    -------
    Text
        The title.
    """
    money, unit = told.asked.currency, told.unit
    return {
        "cost": Text(f"后悔值（{money.zh}）", f"regret ({money.en})"),
        "way": Text(f"后悔值（数量×{unit.zh}）", f"regret (amount times {unit.en})"),
        "equity": Text("后悔值（百分点）", "regret, points"),
    }.get(aim, told.amount(Text("后悔值", "regret")))


def _sites(told: PlannedSites, robust: RobustAnswer, lang: Lang) -> ResultTable:
    rows = [
        (
            row[f"name_{lang}"],
            told.asked.title_of(row["tier"], lang),
            action_words(row, lang),
            row["chosen"],
            row["share"] * 100,
            _YES.get(lang) if row["planned"] else "",
            _YES.get(lang) if row["worst_case"] else "",
        )
        for row in robust.sites.to_dict("records")
    ]
    return ResultTable(
        name=Text("场址选中次数", "how often chosen"),
        heads=(
            _SITE,
            _TIER,
            _DONE,
            Text("选中的情形数", "futures in which it is chosen"),
            Text("占情形 %", "% of futures"),
            _OURS,
            _WORST,
        ),
        rows=rows,
    )


def _actions(told: PlannedSites, robust: RobustAnswer, lang: Lang) -> ResultTable:
    unit, quantity = told.asked.currency, told.quantity
    rows = [
        (
            row[f"name_{lang}"],
            row["year"],
            told.asked.title_of(row["tier"], lang),
            action_words(row, lang),
            told.asked.title_of(row["size"], lang) if isinstance(row["size"], str) else None,
            row["capacity"],
            row["cost"],
        )
        for row in robust.actions.to_dict("records")
    ]
    return ResultTable(
        name=Text("最坏情形最优：做什么", "worst case best, what is done"),
        heads=(
            _SITE,
            _YEAR,
            _TIER,
            _DONE,
            Text("规模", "size"),
            Text(f"能力增减：{quantity.zh}", f"capacity added: {quantity.en}"),
            Text(f"花费（{unit.zh}）", f"cost ({unit.en})"),
        ),
        rows=rows,
    )


def _draws(told: PlannedSites, robust: RobustAnswer, lang: Lang) -> ResultTable:
    table, own, bound = robust.draws, robust.figure, Text("至多（界）", "at most (bound)")
    comma = {"zh": "、", "en": ", "}[lang]
    heads = [
        told.amount(Text("本方案处理（各年加权）", "served by this plan, years weighted")),
        told.amount(Text("最优方案处理", "by the best plan found")),
    ]
    if robust.aim != "coverage":
        words = figure_words(told, robust.aim)
        heads = [
            _in_all(words, _OURS),
            Text("所找到的最优方案", "of the best plan found"),
        ]
    if robust.aim in ("cost", "way"):
        bound = Text("至少（界）", "at least (bound)")
        heads.append(
            told.amount(
                Text("本方案处理不了的（各年加权）", "not served by this plan, of what is asked")
            )
        )
    flat = pd.DataFrame(
        {
            "draw": table["draw"],
            "demand": table["demand"],
            "closed": [comma.join(map(str, names)) for names in table[f"closed_{lang}"]],
            "own": _shown(robust, table[own]),
            "best": _shown(robust, table["best"]),
            **({"short": table["short"]} if robust.aim in ("cost", "way") else {}),
            "bound": _shown(robust, table["bound"]),
            "regret": _shown(robust, table["regret"]),
        }
    )
    return ResultTable(
        name=Text("各情形", "futures"),
        heads=(
            Text("情形", "future"),
            told.amount(Text("末年需求", "demand of the last year")),
            Text("停运的设施", "plants shut down"),
            *heads,
            bound,
            _in_all(_regret(told, robust.aim), _OURS),
        ),
        rows=list(flat.itertuples(index=False, name=None)),
    )
