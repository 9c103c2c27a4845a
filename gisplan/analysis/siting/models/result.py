"""Answers of the siting models, with what is proven about them."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
import pandas as pd

from gisplan.analysis.highs import PROOF
from gisplan.analysis.siting.models.problem import Problem, Terms
from gisplan.arrays import Bools, Floats, Ints
from gisplan.text import Text

Status = Literal["optimal", "feasible", "infeasible", "unknown"]
Ties = Literal["decided", "searched", "open"]
Lacking = Literal["beyond_reach", "fewest", "found"]


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Solution:
    """Answer of a siting model.

    Attributes
    ----------
    model : str
        The model's name.
    status : str
        ``optimal`` only if proven; ``feasible`` when time ran out before the proof;
        ``infeasible`` if no choice of sites will do; ``unknown`` when time ran out before an
        answer was found.
    objective : float or None
        Value of the answer, in the unit the model names.
    bound : float or None
        No choice of sites does better than this. It is a bound of the full problem.
    gap : float or None
        ``|objective - bound| / |objective|``.
    chosen : tuple
        Identifiers of the open sites, existing ones included, in order.
    assignment : DataFrame
        ``demand``, ``site``, ``cost`` (metres or minutes), ``amount`` (part of the weight).
    unserved : DataFrame
        ``demand``, ``weight`` (the part not served), ``site`` (nearest open site; where demand
        has no site within reach at all, nearest that may be opened), ``cost`` (to it),
        ``excess`` (what ``cost`` is beyond the reach). Empty where unreachable.
    seconds : float
        Time taken.
    reason : Text or None
        Why nothing will do.
    lacking : str
        What ``unserved`` is where nothing will do: demand each of which no site that may be open
        reaches (``beyond_reach``), the fewest that must be left out (``fewest``), or some of those
        that a choice leaves out (``found``).
    smallest_reach : float or None
        The smallest reach that would do, where the reach is at fault and one would.
    ties : str
        Of equally good choices the one of least weighted way was taken, then of the least uneven
        ways (least sum of weight times way squared): ``decided`` over all choices, ``searched`` by
        swaps; ``open`` if ties were left as they came.
    """

    model: str
    status: Status
    objective: float | None
    bound: float | None
    gap: float | None
    chosen: tuple[object, ...]
    assignment: pd.DataFrame
    unserved: pd.DataFrame
    seconds: float
    reason: Text | None = None
    smallest_reach: float | None = None
    ties: Ties = "open"
    lacking: Lacking = "found"


class Clock:
    """Seconds gone and left since the model was asked for.

    Parameters
    ----------
    seconds : float
        Time limit, which runs from now.
    """

    def __init__(self, seconds: float) -> None:
        self.limit = seconds
        self.began = time.perf_counter()

    def gone(self) -> float:
        """Give the seconds since the start.

        Returns
        -------
        float
            Seconds.
        """
        return time.perf_counter() - self.began

    def left(self) -> float:
        """Give the seconds left.

        Returns
        -------
        float
            Seconds; below 0 after the end.
        """
        return self.limit - self.gone()


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class SitingAnswer:
    """Sites that a solver found, by position, with objective and bound."""

    opened: Bools
    objective: float
    bound: float
    exact: bool


@dataclass(frozen=True, slots=True, eq=False)
class Explanation:
    """Why not every demand can be served, which is left out, and the reach that would do."""

    reason: Text
    left_out: pd.DataFrame
    smallest_reach: float | None
    lacking: Lacking = "found"


def gap_of(objective: float, bound: float) -> float:
    """Give the relative gap; infinite where there is no bound.

    Parameters
    ----------
    objective : float
        Objective of the answer.
    bound : float
        What no answer is better than.

    Returns
    -------
    float
        Their difference as a share of the objective.
    """
    difference = abs(objective - bound)
    return difference / max(abs(objective), 1e-12) if difference > 0 else 0.0


def proven(found: SitingAnswer) -> Status:
    """Tell whether an answer is proven optimal.

    Parameters
    ----------
    found : SitingAnswer
        An answer and its bound.

    Returns
    -------
    Status
        ``optimal`` if it is, else ``feasible``.
    """
    near = abs(found.objective - found.bound) <= PROOF * max(abs(found.objective), 1.0)
    return "optimal" if found.exact or near else "feasible"


def nearest(problem: Problem, allowed: Bools, reach: float | None) -> tuple[Ints, Floats]:
    """Give for each demand the nearest allowed site (ties: the first) and its cost.

    The site is -1 and the cost infinite where none is within reach.

    Parameters
    ----------
    problem : Problem
        Demand, sites and the costs between them.
    allowed : array of bool
        Whether each site may serve.
    reach : float or None
        Greatest cost at which a demand is served; any cost if None.

    Returns
    -------
    tuple[Ints, Floats]
        Position of the site, and the cost, each of shape (demand,).
    """
    pairs = problem.within(reach, allowed)
    best = np.full(len(problem.demand), np.inf)
    place = np.full(len(problem.demand), -1, dtype=np.int64)
    some = np.flatnonzero(np.diff(pairs.start))
    if len(some):
        best[some] = np.minimum.reduceat(pairs.cost, pairs.start[some])
        # Sites stand in order within a demand: of equal ones the first is found.
        at = np.flatnonzero(pairs.cost == np.repeat(best, np.diff(pairs.start)))
        first = at[np.searchsorted(at, pairs.start[some])]
        place[some] = pairs.site[first]
    return place, best


def assign(problem: Problem, opened: Bools, reach: float | None) -> pd.DataFrame:
    """Serve each demand wholly from its nearest open site within reach.

    Parameters
    ----------
    problem : Problem
        Demand, sites and the costs between them.
    opened : array of bool
        Whether each site is open.
    reach : float or None
        Greatest cost at which a demand is served; any cost if None.

    Returns
    -------
    pandas.DataFrame
        ``demand``, ``site``, ``cost``, ``amount`` (the weight); a row for each demand served.
    """
    site, cost = nearest(problem, opened, reach)
    served = site >= 0
    return pd.DataFrame(
        {
            "demand": problem.demand[served],
            "site": problem.sites[site[served]],
            "cost": cost[served],
            "amount": problem.weight[served],
        }
    )


def unserved(problem: Problem, sites: Bools, missing: Floats, reach: float | None) -> pd.DataFrame:
    """Name the demand that is not served, with the nearest of some sites.

    Parameters
    ----------
    problem : Problem
        Demand, sites and the costs between them.
    sites : array of bool
        Whether each site counts in telling the nearest.
    missing : array of float
        Weight of each demand that is not served.
    reach : float or None
        Greatest cost at which a demand is served; any cost if None.

    Returns
    -------
    pandas.DataFrame
        The demand where anything is missing, its nearest site and how far that is beyond reach.
    """
    rows = np.flatnonzero(missing > 0)
    site, cost = nearest(problem, sites, None)
    names = problem.sites.to_numpy(dtype=object)[site[rows]]
    names[site[rows] < 0] = None
    cost = np.where(site[rows] < 0, np.nan, cost[rows])
    excess = np.full(len(rows), np.nan) if reach is None else np.maximum(cost - reach, 0.0)
    return pd.DataFrame(
        {
            "demand": problem.demand[rows],
            "weight": missing[rows],
            "site": names,
            "cost": cost,
            "excess": excess,
        }
    )


@dataclass(frozen=True, slots=True, eq=False)
class Case:
    """What was asked: model, problem, rules by position, reach, and the clock that runs."""

    model: str
    problem: Problem
    limits: Terms
    reach: float | None
    clock: Clock


def solution(
    case: Case,
    found: SitingAnswer,
    *,
    assignment: pd.DataFrame | None = None,
    ties: Ties = "open",
) -> Solution:
    """Put an answer together.

    Parameters
    ----------
    case : Case
        What was asked.
    found : SitingAnswer
        The sites opened, the objective and its bound.
    assignment : pandas.DataFrame, optional
        Who serves whom; each demand goes to its nearest open site if None.
    ties : str, optional
        How ties were settled.

    Returns
    -------
    Solution
        The answer with its tables.
    """
    problem, reach = case.problem, case.reach
    table = assign(problem, found.opened, reach) if assignment is None else assignment
    served = np.zeros(len(problem.demand))
    np.add.at(served, problem.demand.get_indexer(pd.Index(table["demand"])), table["amount"])
    missing = np.where(
        problem.weight - served > 1e-9 * problem.weight, problem.weight - served, 0.0
    )
    return Solution(
        model=case.model,
        status=proven(found),
        objective=found.objective,
        bound=found.bound,
        gap=gap_of(found.objective, found.bound),
        chosen=tuple(problem.sites[found.opened]),
        assignment=table,
        unserved=unserved(problem, found.opened, missing, reach),
        seconds=case.clock.gone(),
        ties=ties,
    )


def nothing(case: Case, *, bound: float | None = None) -> Solution:
    """Put together that time ran out before an answer was found.

    Parameters
    ----------
    case : Case
        What was asked.
    bound : float, optional
        What no answer is better than, if anything is known.

    Returns
    -------
    Solution
        An answer with status ``unknown``, no sites, and all demand unserved.
    """
    left_out = unserved(case.problem, ~case.limits.shut, case.problem.weight, case.reach)
    return _empty(case, "unknown", left_out, bound=bound)


def infeasible(case: Case, why: Explanation) -> Solution:
    """Put together that nothing will do, and why.

    Parameters
    ----------
    case : Case
        What was asked.
    why : Explanation
        The reason, and the demand that can't be served.

    Returns
    -------
    Solution
        An answer with status ``infeasible`` and no sites.
    """
    return replace(
        _empty(case, "infeasible", why.left_out, bound=None),
        reason=why.reason,
        smallest_reach=why.smallest_reach,
        lacking=why.lacking,
    )


def _empty(case: Case, status: Status, left_out: pd.DataFrame, *, bound: float | None) -> Solution:
    closed = np.zeros(len(case.problem.sites), dtype=bool)
    return Solution(
        model=case.model,
        status=status,
        objective=None,
        bound=bound if bound is not None and np.isfinite(bound) else None,
        gap=None,
        chosen=(),
        assignment=assign(case.problem, closed, None),
        unserved=left_out,
        seconds=case.clock.gone(),
    )
