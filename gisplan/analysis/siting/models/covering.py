"""Covering models: all demand with the fewest sites, or the most demand with some.

Each takes a checked :class:`~gisplan.analysis.siting.models.Problem` and gives a
:class:`~gisplan.analysis.siting.models.Solution`. ``reach`` is in the unit of the problem's costs;
None means that every listed pair covers.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

import numpy as np
from scipy.sparse import csr_array

from gisplan.analysis.siting.models.covering_large import cover_much
from gisplan.analysis.siting.models.covering_most import cover_most
from gisplan.analysis.siting.models.covering_reach import explain
from gisplan.analysis.siting.models.covering_twice import cover_twice
from gisplan.analysis.siting.models.covering_whole import cover_all
from gisplan.analysis.siting.models.median_large import ENOUGH
from gisplan.analysis.siting.models.problem import (
    Problem,
    Rules,
    Terms,
    check_reach,
    check_seconds,
    terms,
)
from gisplan.analysis.siting.models.result import (
    Case,
    Clock,
    SitingAnswer,
    Solution,
    infeasible,
    nothing,
    solution,
)
from gisplan.analysis.siting.models.ties import TieAim, settle_ties
from gisplan.arrays import Bools
from gisplan.errors import OptionError
from gisplan.text import Text

#: Covering pairs above which coverage is searched within a proven gap: as one programme it
#: would take HiGHS hours.
PROGRAMME = 1_000_000
#: What adding up all weight may be off by, as a share of it.
_ROUNDING = 1e-12


def lscp(
    problem: Problem,
    rules: Rules | None = None,
    *,
    reach: float | None = None,
    minimise: Literal["sites", "cost"] = "sites",
    seconds: float = 300.0,
) -> Solution:
    """Cover all demand with the fewest sites, or at the least cost (location set covering).

    ``min sum_j f_j y_j`` subject to ``sum_{j within reach of i} y_j >= 1`` for every i
    (Toregas, Swain, ReVelle and Bergman 1971, *Operations Research* 19).

    Parameters
    ----------
    problem : Problem
        Demand, sites and the costs between them.
    rules : Rules, optional
        Spacing of sites, and a limit on their number or cost; none if left out.
    reach : float, optional
        Greatest cost at which a site covers a demand; if left out every pair of the problem covers.
    minimise : {"sites", "cost"}
        The objective counts open sites, or adds up the cost of those newly opened.
    seconds : float
        Time limit.

    Returns
    -------
    Solution
        If infeasible, ``unserved`` holds the demand that can't be covered and by how far, and
        ``smallest_reach`` the reach that would do.

    Raises
    ------
    OptionError, DataError
        Rules or options can't be.

    Examples
    --------
    >>> import pandas as pd
    >>> from gisplan.analysis.siting.models import Problem, lscp
    >>> demand = pd.DataFrame({"id": ["a", "b", "c"], "weight": [500, 300, 200]})
    >>> sites = pd.DataFrame({"id": ["S", "T"]})
    >>> km = pd.DataFrame(
    ...     [[5, 40], [30, 12], [60, 8]], index=["a", "b", "c"], columns=["S", "T"]
    ... )
    >>> answer = lscp(Problem.from_matrix(demand, sites, km), reach=20)
    >>> answer.status, answer.chosen
    ('optimal', ('S', 'T'))
    >>> tight = lscp(Problem.from_matrix(demand, sites, km), reach=10)
    >>> tight.status, tight.smallest_reach
    ('infeasible', 12.0)
    """
    check_reach(reach)
    check_seconds(seconds)
    limits, clock = terms(problem, rules), Clock(seconds)
    case = Case("lscp", problem, limits, reach, clock)
    if minimise not in ("sites", "cost"):
        raise OptionError(
            Text(
                f"minimise 应为 sites 或 cost，现为 {minimise!r}。",
                f"minimise is 'sites' or 'cost', not {minimise!r}.",
            )
        )
    cost = np.ones(len(problem.sites)) if minimise == "sites" else problem.price
    outcome = cover_all(problem, limits, cost, reach=reach, seconds=clock.left())
    if outcome.status == "infeasible":
        return infeasible(case, explain(case))
    if outcome.status == "unknown":
        return nothing(case, bound=outcome.bound)
    opened = outcome.x > 0.5
    none = np.zeros(len(problem.demand))
    aim = TieAim(
        reach=reach,
        serve_all=True,
        value=lambda sites: float(cost[sites].sum()),
        site=cost,
        served=none,
        way=none,
    )
    opened, ties = settle_ties(problem, limits, opened, aim, clock)
    objective = float(cost[opened].sum())
    bound = min(outcome.bound, objective)
    if minimise == "sites":
        bound = min(float(np.ceil(bound - 1e-6)), objective)
    found = SitingAnswer(
        opened=opened, objective=objective, bound=bound, exact=outcome.status == "optimal"
    )
    return solution(case, found, ties=ties)


def mclp(
    problem: Problem,
    rules: Rules,
    *,
    reach: float | None = None,
    seconds: float = 300.0,
) -> Solution:
    """Cover the most demand with p sites or a budget (maximal covering location).

    ``max sum_i w_i z_i`` subject to ``z_i <= sum_{j within reach of i} y_j`` and the rules
    (Church and ReVelle 1974, *Papers of the Regional Science Association* 32). The objective
    is the weight covered; ``unserved`` names what is not. A site that adds nothing may stay
    closed.

    Parameters
    ----------
    problem : Problem
        Demand, sites and the costs between them.
    rules : Rules
        Needs ``p`` or ``budget``.
    reach : float, optional
        Greatest cost at which a site covers a demand; if left out every pair of the problem covers.
    seconds : float, optional
        Time limit.

    Returns
    -------
    Solution
        The objective is the weight covered; ``unserved`` names the demand that is not.

    Raises
    ------
    OptionError
        If rules or options can't be.
    DataError
        If the spacing table is faulty.

    Examples
    --------
    >>> import pandas as pd
    >>> from gisplan.analysis.siting.models import Problem, Rules, mclp
    >>> demand = pd.DataFrame({"id": ["a", "b", "c"], "weight": [500, 300, 200]})
    >>> sites = pd.DataFrame({"id": ["S", "T"]})
    >>> km = pd.DataFrame(
    ...     [[5, 40], [30, 12], [60, 8]], index=["a", "b", "c"], columns=["S", "T"]
    ... )
    >>> answer = mclp(Problem.from_matrix(demand, sites, km), Rules(p=1), reach=10)
    >>> answer.status, answer.chosen, answer.objective
    ('optimal', ('S',), 500.0)
    >>> answer.unserved[["demand", "weight"]]
      demand  weight
    0      b   300.0
    1      c   200.0
    """
    check_reach(reach)
    check_seconds(seconds)
    limits, clock = terms(problem, rules), Clock(seconds)
    case = Case("mclp", problem, limits, reach, clock)
    need_limit(limits)
    cover = problem.cover(reach, limits.shut)
    if cover.nnz > PROGRAMME and limits.most is not None and not _narrowed(limits):
        much = cover_much(cover, problem.weight, limits, enough=ENOUGH, clock=clock)
        return _covered(
            case,
            cover,
            SitingAnswer(opened=much.opened, objective=0.0, bound=much.bound, exact=False),
        )
    outcome = cover_most(problem, limits, problem.weight, reach=reach, seconds=clock.left())
    if outcome.status in ("infeasible", "unknown"):
        return nothing(case, bound=-outcome.bound)
    found = SitingAnswer(
        opened=outcome.x > 0.5,
        objective=0.0,
        bound=-outcome.bound,
        exact=outcome.status == "optimal",
    )
    return _covered(case, cover, found)


def _narrowed(limits: Terms) -> bool:
    return bool(np.isfinite(limits.budget)) or len(limits.pairs) > 0


def _covered(case: Case, cover: csr_array, found: SitingAnswer) -> Solution:
    """Put an answer together, its objective being the weight covered.

    Parameters
    ----------
    case : Case
        What was asked.
    cover : csr_array
        Ones where a site covers a demand, shape (demand, sites).
    found : SitingAnswer
        The sites opened, and a bound on the weight.

    Returns
    -------
    Solution
        The answer; its bound is no less than its objective and no more than all weight.
    """
    weight = case.problem.weight

    def covered(sites: Bools) -> float:
        return float(weight[np.asarray(cover @ sites.astype(float)) > 0].sum())

    aim = TieAim(
        reach=case.reach,
        serve_all=False,
        value=covered,
        site=np.zeros(len(found.opened)),
        served=weight,
        way=0.0 * weight,
    )
    opened, ties = settle_ties(case.problem, case.limits, found.opened, aim, case.clock)
    objective = covered(opened)
    bound = min(max(found.bound, objective), float(weight.sum()))
    if bound - objective <= _ROUNDING * float(weight.sum()):
        bound = objective
    found = replace(found, opened=opened, objective=objective, bound=bound)
    return solution(case, found, ties=ties)


def backup_coverage(
    problem: Problem,
    rules: Rules,
    *,
    reach: float | None = None,
    first: float | None = None,
    seconds: float = 300.0,
) -> Solution:
    """Cover the most demand twice (backup coverage).

    With ``first`` left out every demand is covered once and the weight covered by two sites or
    more is the objective (BACOP1); else ``first * weight covered + (1 - first) * weight
    covered twice`` is (BACOP2) (Hogan and ReVelle 1986, *Management Science* 32).

    Parameters
    ----------
    problem : Problem
        As for :func:`mclp`.
    rules : Rules
        As for :func:`mclp`.
    reach : float, optional
        As for :func:`mclp`.
    first : float, optional
        Share of first coverage in the objective, 0 to 1.
    seconds : float, optional
        As for :func:`mclp`.

    Returns
    -------
    Solution
        ``assignment`` gives the first site of each covered demand.

    Raises
    ------
    OptionError, DataError
        Rules or options can't be.

    Examples
    --------
    >>> import pandas as pd
    >>> from gisplan.analysis.siting.models import Problem, Rules, backup_coverage
    >>> demand = pd.DataFrame({"id": ["a", "b"], "weight": [500, 300]})
    >>> sites = pd.DataFrame({"id": ["S", "T", "U"]})
    >>> km = pd.DataFrame([[5, 9, 40], [8, 30, 7]], index=["a", "b"], columns=["S", "T", "U"])
    >>> answer = backup_coverage(Problem.from_matrix(demand, sites, km), Rules(p=2), reach=10)
    >>> answer.chosen, answer.objective
    (('S', 'T'), 500.0)
    """
    check_reach(reach)
    check_seconds(seconds)
    limits, clock = terms(problem, rules), Clock(seconds)
    case = Case("backup_coverage", problem, limits, reach, clock)
    need_limit(limits)
    if first is not None and not 0 <= first <= 1:
        raise OptionError(
            Text(
                f"首次覆盖的权重 first 应在 0 与 1 之间，现为 {first}。",
                f"The share of first coverage must be from 0 to 1, not {first}.",
            )
        )
    cover = problem.cover(reach, limits.shut)
    if first is None and (np.diff(cover.indptr) == 0).any():
        return infeasible(case, explain(case))
    outcome = cover_twice(problem, limits, first, reach=reach, seconds=clock.left())
    if outcome.status == "infeasible":
        return infeasible(case, explain(case))
    if outcome.status == "unknown":
        return nothing(case, bound=-outcome.bound)
    weight, share = problem.weight, 0.0 if first is None else first

    def value(sites: Bools) -> float:
        times = np.asarray(cover @ sites.astype(float))
        once, twice = weight[times > 0.5].sum(), weight[times > 1.5].sum()
        return float(share * once + (1 - share) * twice)

    aim = TieAim(
        reach=reach,
        serve_all=first is None,
        value=value,
        site=np.zeros(len(problem.sites)),
        served=share * weight,
        way=0.0 * weight,
        twice=(1 - share) * weight,
    )
    opened, ties = settle_ties(problem, limits, outcome.x > 0.5, aim, clock)
    objective = value(opened)
    found = SitingAnswer(
        opened=opened,
        objective=objective,
        bound=max(-outcome.bound, objective),
        exact=outcome.status == "optimal",
    )
    return solution(case, found, ties=ties)


def need_limit(limits: Terms) -> None:
    """Raise ``OptionError`` unless the number or the budget is limited.

    Parameters
    ----------
    limits : Terms
        Rules, checked.

    Raises
    ------
    OptionError
        If neither is limited.
    """
    if limits.most is None and not np.isfinite(limits.budget):
        raise OptionError(
            Text("请给出场址数 p 或预算 budget。", "Give the number of sites p, or a budget.")
        )
