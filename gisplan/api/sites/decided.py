"""What a choice of sites comes to: what was asked, what is covered, how far, and what is proven."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from gisplan.analysis.travel.mode import M_PER_KM
from gisplan.api.sites import sites_tables
from gisplan.catalog.worth import headed
from gisplan.text import Lang, Text

if TYPE_CHECKING:
    from gisplan.api.sites.evaluation import Evaluation
    from gisplan.api.sites.suggestion import Suggested
    from gisplan.catalog.layer import Bound

#: What each model makes best, and whether that is a way.
MODEL_WORDS: Mapping[str, tuple[Text, Text, bool]] = {
    "mclp": (Text("最大覆盖", "maximal covering"), Text("覆盖", "covered"), False),
    "lscp": (
        Text("集合覆盖", "set covering"),
        Text("场址数（含现有）", "sites, with those that stand"),
        False,
    ),
    "backup": (Text("双重覆盖", "backup coverage"), Text("覆盖两次", "covered twice"), False),
    "p_median": (Text("p 中值", "p-median"), Text("路程合计", "way in all"), True),
    "p_centre": (Text("p 中心", "p-centre"), Text("最远路程", "farthest way"), True),
}
#: What is known of an answer.
STATUSES: Mapping[str, Text] = {
    "optimal": Text("已证明最优", "proven optimal"),
    "feasible": Text("未证明最优", "not proven optimal"),
    "infeasible": Text("无可行方案", "nothing will do"),
    "unknown": Text("限时内没有找到答案", "no answer in time"),
}
#: The least and the most of a figure.
ENDS = (Text("最低", "lowest"), Text("最高", "highest"))
#: What sites that are not on the list would make of them.
_COVERED_ENDS: tuple[Bound, Bound] = ("lower", "open")


def asked_of(told: Evaluation | Suggested) -> tuple[tuple[Text, Any], ...]:
    """Give what sites are held against.

    Parameters
    ----------
    told : Evaluation or Suggested
        What was found.

    Returns
    -------
    tuple of tuple
        Reach, and how it is found.
    """
    reach = Text(f"覆盖范围（{told.unit.zh}）", f"reach ({told.unit.en})")
    return ((reach, told.reach), (Text("可达", "how reach is found"), told.how))


def decided(told: Suggested) -> list[tuple[Text, Any]]:
    """Give what the choice comes to, as the command says it, unrounded.

    Parameters
    ----------
    told : Suggested
        What was found.

    Returns
    -------
    list of tuple
        What it is, and how much.
    """
    lower = sites_tables.bound_of(told, "lower")
    facts: list[tuple[Text, Any]] = [
        (sites_tables.of_quantity(Text("需求合计", "demand in all"), told.quantity), told.total)
    ]
    for words, amount in (
        (Text("现有设施覆盖", "covered before"), told.before),
        (Text("加上选出的场址覆盖", "covered after"), told.after),
    ):
        titled = headed(sites_tables.of_drawn(told, words), lower, told.worth)
        facts.append((sites_tables.of_quantity(titled, told.quantity), amount))
    if told.covered is not None:
        for words, ends in (
            (Text("现有设施覆盖", "covered before"), told.covered.before),
            (Text("加上选出的场址覆盖", "covered after"), told.covered.after),
        ):
            for end, bound, amount in zip(ENDS, _COVERED_ENDS, ends, strict=True):
                named = Text(f"{words.zh}，{end.zh}", f"{words.en}, {end.en}")
                titled = headed(named, bound, told.worth)
                facts.append((sites_tables.of_quantity(titled, told.quantity), amount))
    facts += _aim(told)
    facts += [
        (Text("新场址花费", "cost of the new sites"), told.spent),
        (Text("预算", "budget"), told.budget),
        (
            Text(
                f"能满足要求的最小覆盖范围（{told.unit.zh}）",
                f"smallest reach that would do ({told.unit.en})",
            ),
            told.smallest_reach,
        ),
    ]
    if told.ways is not None:
        ways, unit = told.ways, told.unit
        facts += [
            (Text(f"平均路程（{unit.zh}）", f"mean way ({unit.en})"), ways.mean),
            (
                Text(f"路程合计（数量 × {unit.zh}）", f"way in all (quantity × {unit.en})"),
                ways.total,
            ),
            (Text(f"最远路程（{unit.zh}）", f"farthest way ({unit.en})"), ways.farthest),
            (
                Text("最远的是", "the farthest is"),
                Text(
                    f"{ways.farthest_name.zh}，到{ways.farthest_site.zh}",
                    f"{ways.farthest_name.en}, to {ways.farthest_site.en}",
                ),
            ),
        ]
    return [(name, amount) for name, amount in facts if amount is not None]


def _aim(told: Suggested) -> list[tuple[Text, Any]]:
    """Give the model's aim, in the measure and the unit that people know.

    Parameters
    ----------
    told : Suggested
        What was found.

    Returns
    -------
    list of tuple
        The model, its objective, the bound and the gap.
    """
    words, scale = _aim_words(told)
    solution = told.solution
    facts: list[tuple[Text, Any]] = [
        (Text("模型", "model"), MODEL_WORDS[told.model][0]),
        (Text("求解结果", "status of the answer"), STATUSES[solution.status]),
    ]
    for title, amount in (
        (Text("模型目标值", "objective of the model"), solution.objective),
        (Text("目标值的界", "bound of the objective"), solution.bound),
    ):
        if amount is not None:
            titled = Text(f"{title.zh}：{words.zh}", f"{title.en}: {words.en}")
            facts.append((titled, amount / scale))
    facts.append((Text("差距（占目标值）", "gap (of the objective)"), solution.gap))
    return facts


def _aim_words(told: Suggested) -> tuple[Text, float]:
    """Say what the model makes best, with its unit.

    Parameters
    ----------
    told : Suggested
        What was found.

    Returns
    -------
    tuple of Text and float
        The words, and what the model's own figure is divided by.
    """
    _, aim, is_way = MODEL_WORDS[told.model]
    scale = M_PER_KM if is_way and told.measure == "km" else 1.0
    if told.model in ("mclp", "backup"):
        return sites_tables.of_quantity(aim, told.quantity), scale
    if not is_way:
        return aim, scale
    unit = told.unit
    if told.model == "p_median":
        unit = Text(f"数量 × {unit.zh}", f"quantity × {unit.en}")
    return Text(f"{aim.zh}（{unit.zh}）", f"{aim.en} ({unit.en})"), scale


def aim_sentence(told: Suggested, write: Callable[[float], str]) -> Text | None:
    """Say the model's figure where nothing else does, and its bound where it is not proven.

    Parameters
    ----------
    told : Suggested
        What was found.
    write : callable
        Writes a figure.

    Returns
    -------
    Text or None
        A sentence; None without an answer, or where the figure is told anyway and is proven.
    """
    solution, (words, scale) = told.solution, _aim_words(told)
    proven = solution.status == "optimal"
    if solution.objective is None or (proven and told.model != "backup"):
        return None
    lower = sites_tables.bound_of(told, "lower")
    if told.model in ("mclp", "backup"):
        words = headed(sites_tables.of_drawn(told, words), lower, told.worth)
    amount = write(solution.objective / scale)
    if proven or solution.bound is None:
        return Text(f"{words.zh}：{amount}", f"{words.en}: {amount}")
    bound = write(solution.bound / scale)
    return Text(
        f"{words.zh}：{amount}，最优值的界 {bound}",
        f"{words.en}: {amount}; the best possible is bounded by {bound}",
    )


def proof_of(told: Suggested) -> tuple[Text, ...]:
    """Say what is proven, and how ties were settled.

    Parameters
    ----------
    told : Suggested
        What was found.

    Returns
    -------
    tuple of Text
        Sentences.
    """
    return (told.proof,) if told.ties is None else (told.proof, told.ties)


def sentences(told: Suggested, write: Callable[[float], str]) -> list[Text]:
    """Say what the choice comes to, as people read it: what is covered, spent and proven.

    Parameters
    ----------
    told : Suggested
        What was found.
    write : callable
        Writes a figure.

    Returns
    -------
    list of Text
        Sentences, the first of what is covered, or of why no site is chosen.
    """

    def share(part: float) -> Text:
        amount, percent = write(part), write(part / told.total * 100)
        return Text(f"{amount}（{percent}%）", f"{amount} ({percent} %)")

    if told.none_chosen is not None:
        found = [told.none_chosen, sites_tables.ways_words(told, write), told.proof]
        return [words for words in found if words is not None]
    said: list[Text | None] = []
    if len(told.table):
        said.append(_covered_sentence(told, share, write(told.total)))
        if told.covered is not None:
            said.append(sites_tables.range_words(told.covered, share))
    said += [
        _spent_sentence(told),
        sites_tables.ways_words(told, write),
        aim_sentence(told, write),
        *proof_of(told),
        told.smallest_words,
    ]
    return [words for words in said if words is not None]


def _covered_sentence(told: Suggested, share: Callable[[float], Text], total: str) -> Text:
    within = sites_tables.within_words(told.reach, told.unit)
    words = Text(f"{within.zh}覆盖", f"covered {within.en}")
    lower = sites_tables.bound_of(told, "lower")
    covered = headed(sites_tables.of_drawn(told, words), lower, told.worth)
    covered = sites_tables.of_quantity(covered, told.quantity)
    before, after = share(told.before), share(told.after)
    return Text(
        f"{covered.zh}：{before.zh}→ {after.zh}，共 {total}",
        f"{covered.en}: {before.en} → {after.en} of {total}",
    )


def _spent_sentence(told: Suggested) -> Text | None:
    if told.spent is None:
        return None
    said = Text(f"新场址花费 {told.spent:,.10g}", f"cost: {told.spent:,.10g}")
    if told.budget is None:
        return said
    # never below 0 for what the model may round
    left = max(told.budget - told.spent, 0.0)
    return Text(
        f"{said.zh}，预算 {told.budget:,.10g}，余 {left:,.10g}",
        f"{said.en} of a budget of {told.budget:,.10g}, {left:,.10g} left",
    )


def decided_words(told: Suggested) -> list[Text]:
    """Say what was asked, what the choice comes to, and what is proven, where there is no sheet.

    Parameters
    ----------
    told : Suggested
        What was found.

    Returns
    -------
    list of Text
        Sentences, unrounded.
    """
    facts = (*asked_of(told), *decided(told))
    said = [
        Text(f"{name.zh}：{_plain(amount, 'zh')}；", f"{name.en}: {_plain(amount, 'en')};")
        for name, amount in facts
    ]
    return [*proof_of(told), *said]


def _plain(amount: Any, lang: Lang) -> str:
    if isinstance(amount, Text):
        return amount.get(lang)
    return f"{amount:.15g}" if math.isfinite(amount) else "∞"
