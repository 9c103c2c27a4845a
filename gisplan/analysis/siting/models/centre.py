"""The p-centre: the farthest demand as near as can be."""

from __future__ import annotations

import numpy as np

from gisplan.analysis.siting.models.covering import need_limit
from gisplan.analysis.siting.models.covering_reach import explain, smallest_reach
from gisplan.analysis.siting.models.problem import Problem, Rules, check_seconds, terms
from gisplan.analysis.siting.models.result import (
    Case,
    Clock,
    SitingAnswer,
    Solution,
    infeasible,
    nearest,
    nothing,
    solution,
)
from gisplan.analysis.siting.models.ties import TieAim, settle_ties
from gisplan.arrays import Bools


def p_centre(problem: Problem, rules: Rules, *, seconds: float = 300.0) -> Solution:
    """Choose p sites so that the greatest cost of any demand is least (vertex p-centre).

    The answer is one of the costs between demand and sites: the least at which a covering
    programme can serve all demand within the rules, found by bisection (Minieka 1970, *SIAM
    Review* 12; Daskin 2013, *Network and Discrete Location*, ch. 5). Weights don't count.

    Parameters
    ----------
    problem : Problem
        Demand, sites and the costs between them.
    rules : Rules
        Needs ``p`` or ``budget``.
    seconds : float
        Time limit.

    Returns
    -------
    Solution
        The objective is in the unit of the costs.

    Raises
    ------
    OptionError, DataError
        Rules or options can't be.

    Examples
    --------
    >>> import pandas as pd
    >>> from gisplan.analysis.siting.models import Problem, Rules, p_centre
    >>> demand = pd.DataFrame({"id": ["a", "b", "c"], "weight": [500, 300, 200]})
    >>> sites = pd.DataFrame({"id": ["S", "T"]})
    >>> km = pd.DataFrame(
    ...     [[5, 40], [30, 12], [60, 8]], index=["a", "b", "c"], columns=["S", "T"]
    ... )
    >>> answer = p_centre(Problem.from_matrix(demand, sites, km), Rules(p=1))
    >>> answer.chosen, answer.objective
    (('T',), 40.0)
    """
    check_seconds(seconds)
    limits, clock = terms(problem, rules), Clock(seconds)
    need_limit(limits)
    reach, bound, opened = smallest_reach(problem, limits, clock)
    case = Case("p_centre", problem, limits, None, clock)
    if reach is None:
        return nothing(case, bound=bound) if np.isfinite(bound) else infeasible(case, explain(case))
    none = np.zeros(len(problem.demand))

    def farthest(sites: Bools) -> float:
        return float(nearest(problem, sites, None)[1].max())

    aim = TieAim(
        reach=reach,
        serve_all=True,
        value=lambda sites: float(farthest(sites) > reach),
        site=np.zeros(len(problem.sites)),
        served=none,
        way=none,
    )
    exact = reach == bound
    opened, ties = settle_ties(problem, limits, opened, aim, clock)
    found = SitingAnswer(opened=opened, objective=farthest(opened), bound=bound, exact=exact)
    return solution(case, found, ties=ties)
