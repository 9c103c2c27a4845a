"""What is said of a plan that was held against futures."""

from __future__ import annotations

from gisplan.analysis.siting.plans.robust_tables import RobustAnswer
from gisplan.text import Text


def robust_words(told: RobustAnswer) -> tuple[Text, ...]:
    """Say what a plan serves over all futures, and which plan is best in the worst case.

    Parameters
    ----------
    told : RobustAnswer
        The plan held against futures.

    Returns
    -------
    tuple of Text
        Sentences.
    """
    year, draws = told.years.iloc[-1], len(told.draws)
    low, high = year["share_least"] * 100, year["share_most"] * 100
    own = told.plans.iloc[0]
    words = [
        Text(
            f"按所声明的范围抽取 {draws} 种情形，{year['year']:.0f} 年处理需求的 {low:.1f} % 至 "
            f"{high:.1f} %；其中 {own['draws']} 种没有方案处理得更多",
            f"in {draws} futures drawn from the ranges declared, {low:.1f} to {high:.1f} % of the "
            f"demand of {year['year']:.0f} is served; in {own['draws']} of them no plan found "
            "serves more",
        ),
        _worst_case(told),
        Text(
            "各情形中，谁去哪里重新选定；已建的不论利用多少都在；最低利用和份额只按声明的数字要求",
            "in each future who goes where is chosen anew, and what is built stands, used enough "
            "or not; least uses and shares are kept under the figures declared",
        ),
    ]
    if told.open_draws:
        words.append(
            Text(
                f"其中 {told.open_draws} 种情形的最优方案未经证明，后悔值可能更大（见界）",
                f"of {told.open_draws} futures the best plan is not proven: regrets may be greater"
                " (see the bound)",
            )
        )
    return tuple(words)


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
    own = float(told.plans["regret"].iloc[0])
    words = Text(
        f"最坏情形中损失最小的是本方案，最大后悔值 {told.regret:,.0f}",
        "this plan is the one that is best in the worst case: its greatest regret is "
        f"{told.regret:,.0f}",
    )
    if (told.plans["plan"] == "worst_case").any():
        words = Text(
            f"最坏情形中损失最小的是另一方案（表中的“最坏情形最优”），最大后悔值 "
            f"{told.regret:,.0f}，本方案为 {own:,.0f}",
            "another plan is best in the worst case (listed): its greatest regret is "
            f"{told.regret:,.0f}, that of this plan {own:,.0f}",
        )
    if told.status == "optimal":
        proof = Text(
            "已证明在这些情形下没有方案的更小", "proven, no plan's is smaller in these futures"
        )
    elif told.bound < 0.5:
        proof = Text(
            f"是所找到的 {len(told.plans)} 个方案中最小的，未证明没有更小的",
            f"the least of the {len(told.plans)} plans found; it is not proven that none is less",
        )
    else:
        proof = Text(
            f"是所找到的 {len(told.plans)} 个方案中最小的，没有方案小于 {told.bound:,.0f}",
            f"the least of the {len(told.plans)} plans found; no plan's is below {told.bound:,.0f}",
        )
    return Text(f"{words.zh}；{proof.zh}", f"{words.en}; {proof.en}")
