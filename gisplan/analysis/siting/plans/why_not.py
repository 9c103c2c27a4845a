"""Why no plan will do: which of what is asked for can't be kept to, and what could be."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import numpy as np

from gisplan.analysis.siting.plans.menu import PlanTier
from gisplan.analysis.siting.plans.network_problem import PlanProblem
from gisplan.analysis.siting.plans.plan_case import PlanCase
from gisplan.analysis.siting.plans.plan_columns import Options
from gisplan.analysis.siting.plans.whole_plan import PlanAnswer, make_plan
from gisplan.analysis.siting.siting_words import listed
from gisplan.text import Text

#: Seconds of each programme that looks for what could be kept to.
_SECONDS = 10.0


def why_no_plan(
    case: PlanCase,
    answer: PlanAnswer,
    *,
    seconds: float = _SECONDS,
    regions: Mapping[str, Text] | None = None,
) -> tuple[Text, ...]:
    """Say what of a plan's rules can't be kept to, and what could be.

    Parameters
    ----------
    case : PlanCase
        What was planned.
    answer : PlanAnswer
        What came of it.
    seconds : float
        Time limit of each programme, 10 at most.
    regions : mapping of str to Text, optional
        What people call the regions; their codes if left out.

    Returns
    -------
    tuple of Text
        Sentences; none where there is a plan, or it is not proven that there is none.
    """
    if answer.status != "infeasible":
        return ()
    problem, limit = case.problem, min(seconds, _SECONDS)
    said = [*_forced(case), *_regions(problem, regions or {}, limit), *_share(problem, limit)]
    eased = [
        words
        for words, without in _eased(problem)
        if make_plan(without(problem), seconds=limit).solved
    ]
    if eased:
        said.append(
            Text(
                "只去掉下列之一就有方案：" + "、".join(one.zh for one in eased),
                "there are plans without one of these: " + ", ".join(one.en for one in eased),
            )
        )
    return tuple(said)


def too_dear(case: PlanCase, answer: PlanAnswer) -> tuple[Text, ...]:
    """Say that nothing is done because nothing can be paid for.

    Parameters
    ----------
    case : PlanCase
        What was planned.
    answer : PlanAnswer
        What came of it.

    Returns
    -------
    tuple of Text
        A sentence; none where something is done, or something could be paid for.
    """
    terms, options = case.problem.terms, Options.of(case.problem)
    adds = ~options.close
    if not answer.solved or len(answer.actions) or not adds.any():
        return ()
    budgets = [math.inf if one.budget is None else one.budget for one in terms.phases]
    money = math.fsum(budgets) if terms.carry else max(budgets)
    least = float(options.cost[adds].min())
    if least <= money * (1 + 1e-9):
        return ()
    return (
        Text(
            f"最便宜的一项要花 {least:,.10g}，"
            + ("各期预算合计" if terms.carry else "各期预算至多")
            + f"只有 {money:,.10g}，所以什么也建不成",
            f"the cheapest thing to do costs {least:,.10g}, and "
            + ("all budgets together are" if terms.carry else "the greatest budget of a year is")
            + f" {money:,.10g}: nothing can be paid for",
        ),
    )


def _forced(case: PlanCase) -> list[Text]:
    problem = case.problem
    options, terms = Options.of(problem), problem.terms
    least = np.full(len(problem.sites), np.inf)
    np.minimum.at(least, options.site[options.build], options.cost[options.build])
    mine = problem.forced & np.isfinite(least)
    budgets = [math.inf if one.budget is None else one.budget for one in terms.phases]
    needed, money = float(least[mine].sum()), math.fsum(budgets)
    if needed > money * (1 + 1e-9):
        count = int(mine.sum())
        return [
            Text(
                f"必选的 {count} 处最少要花 {needed:,.10g}，各期预算合计 {money:,.10g}",
                f"the {count} forced sites cost {needed:,.10g} at least, all budgets together are "
                f"{money:,.10g}",
            )
        ]
    dear = mine & (least > max(budgets) * (1 + 1e-9)) & (not terms.carry)
    if not dear.any():
        return []
    names = case.places.set_index("id")[["name_zh", "name_en"]]
    who = listed(
        [
            Text(f"{zh}（{cost:,.10g}）", f"{en} ({cost:,.10g})")
            for (zh, en), cost in zip(
                names.reindex(problem.sites[dear]).to_numpy(), least[dear], strict=True
            )
        ]
    )
    return [
        Text(
            f"必选的场址建在一年，最少要花的超过各期预算中最高的 {max(budgets):,.10g}：{who.zh}",
            "a forced site is built within one year, and costs more at the least than the greatest"
            f" budget, {max(budgets):,.10g}: {who.en}",
        )
    ]


def _regions(problem: PlanProblem, names: Mapping[str, Text], seconds: float) -> list[Text]:
    wanted = problem.terms.least_share
    if not wanted > 0:
        return []
    last, short = problem.weight[:, -1], []
    for k, code in enumerate(problem.regions.astype("str")):
        mine = problem.region == k
        need = float(last[mine].sum())
        share = float(last[mine & problem.reachable].sum()) / need if need > 0 else 1.0
        if share < wanted - 1e-9:
            name = names.get(code, Text(code, code))
            short.append((share, name))
    if not short:
        terms = replace(problem.terms, aim="equity", least_share=0.0)
        best = make_plan(replace(problem, terms=terms), seconds=seconds, order=("least",))
        if best.status != "optimal" or best.objective is None:
            return []
        return [
            Text(
                f"least_share 要求每个地区处理 {wanted:.1%}；在其余条件下最低的地区份额至多 "
                f"{best.objective:.1%}",
                f"least_share asks for {wanted:.1%} of each region; under all else the least share "
                f"is {best.objective:.1%} at most",
            )
        ]
    short.sort(key=lambda one: one[0])
    who = listed(
        [Text(f"{name.zh}（{share:.1%}）", f"{name.en} ({share:.1%})") for share, name in short]
    )
    return [
        Text(
            f"least_share 要求每个地区处理 {wanted:.1%}，{len(short)} 个地区可达的就不到：{who.zh}",
            f"least_share asks for {wanted:.1%} of each region; in {len(short)} not so much is "
            f"within reach of any site: {who.en}",
        )
    ]


def _share(problem: PlanProblem, seconds: float) -> list[Text]:
    terms = problem.terms
    if terms.aim not in ("cost", "way"):
        return []
    most = make_plan(replace(problem, terms=replace(terms, aim="coverage")), seconds=seconds)
    if not most.solved:
        return []
    rows = most.years.to_dict("records")
    parts = [
        (row["year"], row["served"] / row["reachable"] if row["reachable"] > 0 else 1.0)
        for row in rows
    ]
    return [
        Text(
            f"share 要求每年处理可达需求的 {terms.share:.1%}；处理最多的方案为："
            + "，".join(f"{year} 年 {part:.1%}" for year, part in parts),
            f"share asks for {terms.share:.1%} of what can be reached in each year; the plan that "
            "serves most has: " + ", ".join(f"{year} {part:.1%}" for year, part in parts),
        )
    ]


def _eased(problem: PlanProblem) -> list[tuple[Text, Callable[[PlanProblem], PlanProblem]]]:
    terms = problem.terms

    def with_terms(**changed: Any) -> Callable[[PlanProblem], PlanProblem]:
        return lambda problem: replace(problem, terms=replace(problem.terms, **changed))

    def unused(tier: PlanTier) -> PlanTier:
        sizes = tuple(replace(size, least=0.0) for size in tier.sizes)
        return replace(tier, least=0.0, sizes=sizes)

    ways: list[tuple[bool, Text, Callable[[PlanProblem], PlanProblem]]] = [
        (
            any(phase.budget is not None for phase in terms.phases),
            Text("预算（budget）", "the budgets (budget)"),
            with_terms(phases=tuple(replace(one, budget=None) for one in terms.phases)),
        ),
        (
            terms.least_share > 0,
            Text("各地区最低份额（least_share）", "the least share of regions (least_share)"),
            with_terms(least_share=0.0),
        ),
        (
            terms.aim in ("cost", "way"),
            Text("要处理的份额（share）", "the share to be served (share)"),
            with_terms(share=0.0),
        ),
        (
            any(
                tier.least > 0 or any(size.least > 0 for size in tier.sizes) for tier in terms.tiers
            ),
            Text("最低利用（least）", "the least use (least)"),
            with_terms(tiers=tuple(unused(tier) for tier in terms.tiers)),
        ),
        (
            any(tier.new is not None for tier in terms.tiers),
            Text("新建座数（new）", "the number of new plants (new)"),
            with_terms(tiers=tuple(replace(tier, new=None) for tier in terms.tiers)),
        ),
        (
            bool(problem.forced.any()),
            Text("必选的场址（forced）", "the forced sites (forced)"),
            lambda problem: replace(problem, forced=np.zeros_like(problem.forced)),
        ),
    ]
    return [(words, without) for asked, words, without in ways if asked]
