"""Plans held against others: a little more money, and the trade-off with another aim."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from gisplan.analysis.siting.plans.network_problem import PlanProblem
from gisplan.analysis.siting.plans.plan_figures import AIM_FIGURES, Limit, knee
from gisplan.analysis.siting.plans.single_years import with_phases
from gisplan.analysis.siting.plans.whole_plan import ORDER, PlanAnswer, make_plan
from gisplan.arrays import Bools
from gisplan.errors import OptionError
from gisplan.text import Text

#: Aims that may be held against each other, as figures; whether more of it is better.
AXES: dict[str, tuple[str, bool]] = {
    "coverage": ("served", True),
    "spent": ("spent", False),
    "cost": ("cost", False),
    "way": ("way", False),
    "equity": ("least", True),
    "near": ("near", False),
}
#: Two points of a curve that differ by less, as a part of the figure, are one.
_SAME = 1e-6


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class TradeOff:
    """A curve of plans none of which is better than another in both aims.

    Attributes
    ----------
    table : pandas.DataFrame
        A row a plan, by the second aim rising: ``first`` and ``second`` (values of the aims),
        ``served``, ``spent``, ``way``, ``least_share`` (of the last year), ``near``, ``status``,
        ``gap`` and ``knee`` (whether it is the point farthest from the line between the ends).
    plans : tuple of PlanAnswer
        In the same order.
    complete : bool
        Whether every such plan is there: all points were asked for and each is proven.
    """

    table: pd.DataFrame
    plans: tuple[PlanAnswer, ...]
    complete: bool


def next_money(
    problem: PlanProblem, plan: PlanAnswer, more: float, *, seconds: float = 60.0
) -> pd.DataFrame:
    """Tell what a little more money would add, in each year: the plan is made anew with it.

    Parameters
    ----------
    problem : PlanProblem
        What was planned.
    plan : PlanAnswer
        Its plan.
    more : float
        Money added to the budget of one year at a time, in the plan's currency.
    seconds : float
        Time limit of each.

    Returns
    -------
    pandas.DataFrame
        By year that has a budget: ``year``, ``more``, ``gained`` (by how much the aim is better,
        by the weights of the years: served more, cost or way less, a greater least share),
        ``status``.

    Raises
    ------
    OptionError
        If the money is not above 0.
    """
    if not more > 0:
        raise OptionError(
            Text(f"增加的钱应大于 0，现为 {more:g}", f"more money must be above 0, not {more:g}")
        )
    rows = []
    phases = problem.terms.phases
    order = ORDER[problem.terms.aim][:1]
    sign = -AIM_FIGURES[problem.terms.aim].sign
    for t, phase in enumerate(phases):
        if phase.budget is None:
            continue
        given = [*phases[:t], replace(phase, budget=phase.budget + more), *phases[t + 1 :]]
        other = make_plan(
            with_phases(problem, given), seconds=seconds, order=order, begin=plan.taken
        )
        own = plan.objective or 0.0
        gained = None if other.objective is None else max(sign * (other.objective - own), 0.0)
        rows.append({"year": phase.year, "more": more, "gained": gained, "status": other.status})
    return pd.DataFrame(rows, columns=["year", "more", "gained", "status"])


def trade_off(
    problem: PlanProblem,
    *,
    first: str = "coverage",
    second: str = "spent",
    points: int = 10,
    seconds: float = 60.0,
    known: PlanAnswer | None = None,
) -> TradeOff:
    """Give the plans that are best in one aim for a given value of another.

    The epsilon-constraint method (Haimes, Lasdon and Wismer 1971), each point made best in the
    second aim among those that are best in the first, so that none is dominated (Mavrotas 2009).
    With as many points as there are, from the far end step by step, the curve is complete.

    Parameters
    ----------
    problem : PlanProblem
        What is planned; its aim does not count.
    first : {"coverage", "cost", "way", "equity", "spent"}
        Aim that is made best.
    second : {"spent", "cost", "way", "coverage", "equity"}
        Aim that is held to a value.
    points : int
        Most points, 2 at least: all if there are no more, else evenly spread over the second aim.
    seconds : float
        Time limit of each point.
    known : PlanAnswer, optional
        A plan of the same problem, which is held against the points and begins their search.

    Returns
    -------
    TradeOff
        The curve, with its knee.

    Raises
    ------
    OptionError
        If an aim is unknown, both are the same, or less than 2 points are asked for.

    Examples
    --------
    >>> import pandas as pd
    >>> from gisplan.analysis.siting.plans import (
    ...     Phase, PlanProblem, PlanTerms, PlanTier, Size, trade_off
    ... )
    >>> demand = pd.DataFrame({"id": ["a", "b"], "weight": [60.0, 50.0]})
    >>> sites = pd.DataFrame({"id": ["S", "T"], "tier": "plant", "stands": False})
    >>> sites["capacity"] = None
    >>> legs = pd.DataFrame(
    ...     {"from": ["a", "b"], "to": ["S", "T"], "km": [4.0, 9.0], "of": "demand"}
    ... )
    >>> menu = (Size(name="plant", capacity=100, cost=10),)
    >>> terms = PlanTerms(
    ...     tiers=(PlanTier(name="plant", sizes=menu),), phases=(Phase(year=2030),)
    ... )
    >>> curve = trade_off(PlanProblem.from_tables(demand, sites, legs, terms))
    >>> curve.complete, curve.table[["first", "second"]]
    (True,    first  second
    0    0.0     0.0
    1   60.0    10.0
    2  110.0    20.0)
    """
    _check(first, second, points)
    clear = replace(problem, terms=replace(problem.terms, aim="coverage"))
    (main, rising), (other, gains) = AXES[first], AXES[second]
    rest = tuple(one for one in ("served", "spent", "way") if one not in (main, other))

    every: list[PlanAnswer] = [known] if known is not None and known.solved else []

    def best(order: tuple[str, ...], *limits: Limit) -> PlanAnswer:
        begin = _begun(clear, every, order[0], limits)
        plan = make_plan(clear, seconds=seconds, order=(*order, *rest), limits=limits, begin=begin)
        if plan.solved:
            every.append(plan)
        return plan

    # the ends: best in the first aim whatever the second, and the other way round
    ends = [best((main, other)), best((other, main))]
    found = [plan for plan in ends if plan.solved]
    if len(found) < len(ends):
        return TradeOff(table=_table([]), plans=tuple(found), complete=False)
    values = [_value(clear, plan, other) for plan in found]
    span = abs(values[0] - values[1])
    step = max(span * 1e-4, _SAME * max(map(abs, values)))
    complete, at = span <= step, values[0]
    # step by step from the far end, until all are found or there are too many
    walked: list[PlanAnswer] = []
    while span > step and len(walked) + 2 < points:
        bound = at - step if not gains else at + step
        if (bound - values[1]) * (1 if not gains else -1) <= 0:
            complete = True
            break
        plan = best((main, other), _limit(other, bound, gains))
        if not plan.solved:
            break
        at = _value(clear, plan, other)
        if abs(at - values[1]) <= step:
            complete = True
            break
        walked.append(plan)
    if not complete and span > step:
        wanted = np.linspace(values[0], values[1], points)[1:-1]
        walked = [best((main, other), _limit(other, float(one), gains)) for one in wanted]
    plans = _not_dominated(clear, every, (main, rising), (other, gains))
    proven = all(plan.status == "optimal" for plan in plans)
    return TradeOff(
        table=_table([(_value(clear, p, main), _value(clear, p, other), p) for p in plans]),
        plans=tuple(plans),
        complete=complete and proven,
    )


def _begun(
    problem: PlanProblem, plans: Sequence[PlanAnswer], figure: str, limits: Sequence[Limit]
) -> Bools | None:
    """Give the best plan known so far that keeps to limits, to begin with.

    Parameters
    ----------
    problem : PlanProblem
        What is planned.
    plans : Sequence[PlanAnswer]
        The plans found.
    figure : str
        What is made best.
    limits : Sequence[Limit]
        Figures that it is held to.

    Returns
    -------
    Bools | None
        Its options; None if none keeps to them.
    """
    fit = [
        plan
        for plan in plans
        if all(limit.least <= _value(problem, plan, limit.figure) <= limit.most for limit in limits)
    ]
    if not fit:
        return None
    sign = 1.0 if figure in ("served", "least") else -1.0
    return max(fit, key=lambda plan: sign * _value(problem, plan, figure)).taken


def _check(first: str, second: str, points: int) -> None:
    known = ", ".join(AXES)
    for name in (first, second):
        if name not in AXES:
            raise OptionError(
                Text(f"没有目标 {name}，可用：{known}", f"no aim {name}; there are: {known}")
            )
    if first == second or points < 2:
        raise OptionError(
            Text("权衡曲线需两个不同的目标和至少 2 个点", "a trade-off takes two aims and 2 points")
        )


def _limit(figure: str, value: float, gains: bool) -> Limit:
    return Limit(figure=figure, least=value) if gains else Limit(figure=figure, most=value)


def _value(problem: PlanProblem, plan: PlanAnswer, figure: str) -> float:
    weight = np.array([phase.weight for phase in problem.terms.phases])
    if figure == "spent":
        return float(plan.years["spent"].sum())
    if figure == "near":
        return float(plan.years["near"].iloc[-1])
    if figure == "least":
        return float(plan.years["least_share"].iloc[-1])
    return float(weight @ plan.years[figure].to_numpy(dtype=np.float64))


def _not_dominated(
    problem: PlanProblem,
    plans: Sequence[PlanAnswer],
    main: tuple[str, bool],
    other: tuple[str, bool],
) -> list[PlanAnswer]:
    """Keep the plans that no other is as good as in both aims; sorted by the second.

    Parameters
    ----------
    problem : PlanProblem
        What is planned.
    plans : Sequence[PlanAnswer]
        The plans.
    main : tuple[str, bool]
        Figure that is made best, and whether more is better.
    other : tuple[str, bool]
        Figure that is held, and whether more is better.

    Returns
    -------
    list[PlanAnswer]
        The plans kept, by the second figure.
    """
    sign = [-1.0 if gains else 1.0 for _, gains in (main, other)]
    points = [
        (sign[1] * _value(problem, p, other[0]), sign[0] * _value(problem, p, main[0]), k)
        for k, p in enumerate(plans)
    ]
    kept: list[int] = []
    least = np.inf
    for _, worth, k in sorted(points):
        if worth < least - _SAME * max(abs(worth), 1e-9):
            kept.append(k)
            least = worth
    return sorted((plans[k] for k in kept), key=lambda plan: _value(problem, plan, other[0]))


def _table(rows: Sequence[tuple[float, float, PlanAnswer]]) -> pd.DataFrame:
    table = pd.DataFrame(
        [
            {
                "first": one,
                "second": two,
                "served": float(plan.years["served"].iloc[-1]),
                "spent": float(plan.years["spent"].sum()),
                "way": float(plan.years["way"].iloc[-1]),
                "least_share": float(plan.years["least_share"].iloc[-1]),
                "near": float(plan.years["near"].iloc[-1]),
                "status": plan.status,
                "gap": plan.gap,
            }
            for one, two, plan in rows
        ],
        columns=[
            *("first", "second", "served", "spent", "way", "least_share", "near"),
            *("status", "gap"),
        ],
    )
    return table.assign(knee=knee(table["first"].to_numpy(), table["second"].to_numpy()))
