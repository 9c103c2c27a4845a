"""Which plan is told and drawn: the best that is known, or a point of its trade-off."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from gisplan.analysis.siting import plans
from gisplan.analysis.siting.models.result import Status
from gisplan.analysis.siting.plans import PlanAnswer, PlanCase, TradeOff
from gisplan.api.sites.plan_file import PlanFile
from gisplan.errors import OptionError
from gisplan.text import Text


def wanted_curve(case: PlanCase, answer: PlanAnswer, asked: PlanFile) -> TradeOff | None:
    """Give the trade-off that a plan's file asks for.

    Parameters
    ----------
    case : PlanCase
        What is planned.
    answer : PlanAnswer
        The plan that is best under the budgets.
    asked : PlanFile
        What is asked for.

    Returns
    -------
    TradeOff or None
        None if none is asked for.
    """
    if asked.curve is None:
        return None
    first, second, points = asked.curve
    return plans.trade_off(
        case.problem,
        first=first,
        second=second,
        points=points,
        seconds=asked.seconds,
        known=answer,
    )


def better_known(answer: PlanAnswer, curve: TradeOff, *, first: str, aim: str) -> PlanAnswer:
    """Give the best plan known under the budgets: the search for a trade-off may find a better one.

    Parameters
    ----------
    answer : PlanAnswer
        The plan that was found for its aim.
    curve : TradeOff
        Its trade-off, under the same budgets and rules.
    first : str
        Aim of the trade-off that is made best.
    aim : str
        Aim of the plan.

    Returns
    -------
    PlanAnswer
        One of the trade-off's if it serves more, held against the same bound; else the same.
    """
    if first != "coverage" or aim != "coverage" or answer.objective is None:
        return answer
    most = max(curve.plans, key=lambda plan: plan.objective or 0.0, default=answer)
    if most.objective is None or most.objective <= answer.objective * (1 + 1e-9):
        return answer
    # the bound of a point holds for the money that it is held to; that of the plan for all
    bound = max(answer.bound, most.objective) if answer.bound is not None else None
    gap = None if bound is None else (bound - most.objective) / most.objective
    status: Status = "optimal" if gap is not None and gap <= 1e-6 else "feasible"
    return replace(most, status=status, bound=bound, gap=gap)


def chosen_point(curve: TradeOff | None, answer: PlanAnswer, asked: PlanFile) -> int | None:
    """Give the point of a trade-off that is told as the plan.

    Parameters
    ----------
    curve : TradeOff or None
        The trade-off.
    answer : PlanAnswer
        The plan that is best under the budgets.
    asked : PlanFile
        What is asked for.

    Returns
    -------
    int or None
        From 0; None if the plan is none of them.

    Raises
    ------
    OptionError
        If a point is asked for that is not there.
    """
    if curve is None or not curve.plans:
        return None
    if asked.choose is None:
        return next((k for k, one in enumerate(curve.plans) if _is_same(one, answer)), None)
    if asked.choose == 0:
        knees = curve.table["knee"].to_numpy(dtype=bool)
        return int(knees.argmax()) if knees.any() else len(knees) - 1
    if asked.choose > len(curve.plans):
        count = len(curve.plans)
        raise OptionError(
            Text(
                f"curve.choose 为 {asked.choose}，而权衡曲线只有 {count} 个点",
                f"curve.choose is {asked.choose}, but the trade-off has {count} point(s)",
            )
        )
    return asked.choose - 1


def _is_same(one: PlanAnswer, other: PlanAnswer) -> bool:
    if one.taken is None or other.taken is None:
        return False
    return np.array_equal(one.taken, other.taken)
