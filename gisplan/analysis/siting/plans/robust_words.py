"""What is said of a plan that was held against futures."""

from __future__ import annotations

import math

from gisplan.analysis.siting.plans.menu import Aim
from gisplan.analysis.siting.plans.robust_tables import RobustAnswer
from gisplan.digits import ESTIMATE, write
from gisplan.text import LANGS, Text

#: That no plan is better, by aim.
_NONE_BETTER: dict[Aim, Text] = {
    "coverage": Text("没有方案处理得更多", "no plan found serves more"),
    "cost": Text("没有方案更省", "no plan found costs less"),
    "way": Text("没有方案的运输量更小", "no plan found hauls less"),
    "equity": Text("没有方案的最低份额更高", "no plan found has a greater least share"),
}


def robust_words(told: RobustAnswer) -> tuple[Text, ...]:
    """Say what comes of a plan over all futures, and which plan is best in the worst case.

    Parameters
    ----------
    told : RobustAnswer
        The plan held against futures.

    Returns
    -------
    tuple of Text
        Sentences; the first two are the most important.
    """
    year, draws = told.years.iloc[-1], len(told.draws)
    low, high = year["share_least"] * 100, year["share_most"] * 100
    own, none = told.plans.iloc[0], _NONE_BETTER[told.aim]
    short = _short(told)
    served = Text(
        f"处理需求的 {low:.1f} % 至 {high:.1f} %", f"{low:.1f} to {high:.1f} % of the demand"
    )
    served = Text(served.zh, f"{served.en} of {year['year']:.0f} is served")
    if not math.isfinite(low + high):
        served = Text("没有需求", f"there is no demand in {year['year']:.0f}")
    words = [
        Text(
            f"按所声明的范围抽取 {draws} 种情形，{year['year']:.0f} 年{served.zh}；"
            f"其中 {own['draws']} 种{none.zh}{short.zh}",
            f"in {draws} futures drawn from the ranges declared, {served.en}; in {own['draws']} of"
            f" them {none.en}{short.en}",
        ),
        _worst_case(told),
        Text(
            "各情形中，谁去哪里重新选定；已建的不论利用多少都在；最低利用和份额只按声明的数字要求",
            "in each future who goes where is chosen anew, and what is built stands, used enough "
            "or not; least uses and shares are kept under the figures declared",
        ),
    ]
    if told.aim in ("cost", "way"):
        words[-1] = Text(
            "各情形中，谁去哪里重新选定，仍须处理所要求的份额（share）；已建的不论利用多少都在；"
            "最低利用和地区份额只按声明的数字要求",
            "in each future who goes where is chosen anew, the share asked for is to be served "
            "there too, and what is built stands, used enough or not; least uses and regions' "
            "shares are kept under the figures declared",
        )
    if told.open_draws:
        words.append(
            Text(
                f"其中 {told.open_draws} 种情形的最优方案未经证明，后悔值可能更大（见界）",
                f"of {told.open_draws} futures the best plan is not proven: regrets may be greater"
                " (see the bound)",
            )
        )
    return tuple(words)


def _short(told: RobustAnswer) -> Text:
    """Say in how many futures the share asked for is not served, by the plan and by any.

    Parameters
    ----------
    told : RobustAnswer
        The plan held against futures.

    Returns
    -------
    Text
        The end of a sentence; empty if it always is.
    """
    fails, void = int((told.draws["short"] > 0).sum()), told.void_draws
    if not fails:
        return Text("", "")
    most = Text(*(write(told.draws["short"].max(), ESTIMATE, lang) for lang in LANGS))
    words = Text(
        f"；{fails} 种情形中本方案处理不了所要求的份额，最多差 {most.zh}（各年加权）",
        f"; in {fails} the plan can't serve the share asked for, by {most.en} at most (years "
        "weighted)",
    )
    if not void:
        return words
    return Text(
        f"{words.zh}；其中 {void} 种没有找到能处理的方案，不计后悔值",
        f"{words.en}; in {void} of these no plan found can, and they count in no regret",
    )


def _amount(told: RobustAnswer, value: float) -> Text:
    if told.aim == "equity":
        points = f"{value * 100:.1f}"
        return Text(f"{points} 个百分点", f"{points} points")
    return Text(*(write(value, ESTIMATE, lang) for lang in LANGS))


def _worst_case(told: RobustAnswer) -> Text:
    """Say which plan's greatest regret is least, and among which.

    Parameters
    ----------
    told : RobustAnswer
        The plan held against futures.

    Returns
    -------
    Text
        A sentence.
    """
    if math.isinf(told.regret):
        return _none_does(told)
    regret = _amount(told, told.regret)
    words = Text(
        f"最坏情形中损失最小的是本方案，最大后悔值 {regret.zh}",
        f"this plan is the one that is best in the worst case: its greatest regret is {regret.en}",
    )
    if (told.plans["plan"] == "worst_case").any():
        own = told.plans.iloc[0]
        mine = _amount(told, own["regret"])
        if own["failed"]:
            mine = Text("没有（有的情形中处理不了）", "not defined (it fails in some futures)")
        words = Text(
            f"最坏情形中损失最小的是另一方案（表中的“最坏情形最优”），最大后悔值 {regret.zh}，"
            f"本方案为 {mine.zh}",
            "another plan is best in the worst case (listed): its greatest regret is "
            f"{regret.en}, that of this plan {mine.en}",
        )
    bound = _amount(told, told.bound)
    if told.status == "optimal":
        proof = Text(
            "已证明在这些情形下没有方案的更小", "proven, no plan's is smaller in these futures"
        )
    elif bound == _amount(told, 0.0):
        proof = Text(
            f"是所找到的 {len(told.plans)} 个方案中最小的，未证明没有更小的",
            f"the least of the {len(told.plans)} plans found; it is not proven that none is less",
        )
    else:
        proof = Text(
            f"是所找到的 {len(told.plans)} 个方案中最小的，没有方案小于 {bound.zh}",
            f"the least of the {len(told.plans)} plans found; no plan's is below {bound.en}",
        )
    return Text(f"{words.zh}；{proof.zh}", f"{words.en}; {proof.en}")


def _none_does(told: RobustAnswer) -> Text:
    """Say that no plan serves what is asked for in all futures, and which fails in fewest.

    Parameters
    ----------
    told : RobustAnswer
        The plan held against futures.

    Returns
    -------
    Text
        A sentence.
    """
    least = int(told.plans["failed"].min())
    words = Text(
        "没有一个方案在各情形中都能处理所要求的份额（已证明）",
        "no plan serves the share asked for in all futures (proven)",
    )
    if told.status != "infeasible":
        words = Text(
            "没有找到在各情形中都能处理所要求份额的方案（未证明没有）",
            "no plan was found that serves the share asked for in all futures (it is not proven "
            "that there is none)",
        )
    return Text(
        f"{words.zh}；所找到的方案中，最少在 {least} 种情形中处理不了（表中的“最坏情形最优”）",
        f"{words.en}; of those found, one fails in {least} only (listed as best in the worst case)",
    )
