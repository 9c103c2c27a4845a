"""What a plan serves if plants of which something is not known take all they can."""

from __future__ import annotations

import numpy as np

from gisplan.analysis import highs
from gisplan.analysis.siting.plans.network_problem import PlanProblem
from gisplan.analysis.siting.plans.plan_figures import PlanFigure
from gisplan.analysis.siting.plans.programme import build
from gisplan.analysis.siting.plans.whole_plan import PlanAnswer
from gisplan.arrays import Floats


def served_at_most(problem: PlanProblem, plan: PlanAnswer) -> Floats:
    """Give what a plan serves in each year if plants not known take all they can.

    Parameters
    ----------
    problem : PlanProblem
        What was planned.
    plan : PlanAnswer
        The plan.

    Returns
    -------
    numpy.ndarray of float64, shape (years,)
        At least what ``plan.years`` tells, which counts them as nothing.

    Raises
    ------
    DataError
        If the solver fails.
    """
    least = plan.years["served"].to_numpy(dtype=np.float64)
    if plan.taken is None or (problem.most_room <= problem.room).all():
        return least
    programme = build(problem, endless=True)
    most = PlanFigure.of(programme, "served")
    answer = highs.solve(programme.programme(most.cost, taken=plan.taken), seconds=60.0)
    if not len(answer.x):
        return least
    flow = programme.flow(answer.x)
    most_served: Floats = np.maximum(flow[:, problem.first].sum(axis=1), least)
    return most_served
