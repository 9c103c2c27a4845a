"""Answers of the siting models, with what is proven about them."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Literal

import numpy as np
import pandas as pd

from gisplan.siting.highs import PROOF
from gisplan.siting.problem import Problem, Terms
from gisplan.siting.tables import Bools, Floats, Ints
from gisplan.text import Text

Status = Literal["optimal", "feasible", "infeasible", "unknown"]


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
        ``demand``, ``weight`` (the part not served), ``site`` (nearest site that may be open),
        ``cost`` (to it), ``excess`` (what ``cost`` is beyond the reach; empty if unreachable).
    seconds : float
        Time taken.
    reason : Text or None
        Why nothing will do.
    smallest_reach : float or None
        The smallest reach that would do, where the reach is at fault and one would.
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


class Clock:
    """Seconds gone and left since the model was asked for."""

    def __init__(self, seconds: float) -> None:
        self.limit = seconds
        self.began = time.perf_counter()

    def gone(self) -> float:
        """Seconds since the start."""
        return time.perf_counter() - self.began

    def left(self) -> float:
        """Seconds left."""
        return self.limit - self.gone()


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Found:
    """Sites that a solver found, by position, with objective and bound."""

    opened: Bools
    objective: float
    bound: float
    exact: bool


def gap_of(objective: float, bound: float) -> float:
    """Relative gap; infinite where there is no bound."""
    difference = abs(objective - bound)
    return difference / max(abs(objective), 1e-12) if difference > 0 else 0.0


def proven(found: Found) -> Status:
    """Tell whether an answer is proven optimal."""
    near = abs(found.objective - found.bound) <= PROOF * max(abs(found.objective), 1.0)
    return "optimal" if found.exact or near else "feasible"


def nearest(problem: Problem, allowed: Bools, reach: float | None) -> tuple[Ints, Floats]:
    """Give for each demand the nearest allowed site (ties: the first) and its cost.

    The site is -1 and the cost infinite where none is within reach.
    """
    keep = allowed[problem.site]
    if reach is not None:
        keep &= problem.cost <= reach
    row, site, cost = problem.row[keep], problem.site[keep], problem.cost[keep]
    best = np.full(len(problem.demand), np.inf)
    np.minimum.at(best, row, cost)
    place = np.full(len(problem.demand), len(problem.sites), dtype=np.int64)
    least = cost == best[row]
    np.minimum.at(place, row[least], site[least].astype(np.int64))
    place[~np.isfinite(best)] = -1
    return place, best


def assign(problem: Problem, opened: Bools, reach: float | None) -> pd.DataFrame:
    """Serve each demand wholly from its nearest open site within reach."""
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


def unserved(
    problem: Problem, terms: Terms, missing: Floats, reach: float | None
) -> pd.DataFrame:
    """Name the demand that is not served, with the nearest site that may be open."""
    rows = np.flatnonzero(missing > 0)
    site, cost = nearest(problem, ~terms.shut, None)
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


def solution(
    model: str,
    problem: Problem,
    terms: Terms,
    found: Found,
    clock: Clock,
    *,
    reach: float | None,
    assignment: pd.DataFrame | None = None,
) -> Solution:  # noqa: PLR0913
    """Put an answer together."""
    table = assign(problem, found.opened, reach) if assignment is None else assignment
    served = np.zeros(len(problem.demand))
    np.add.at(served, problem.demand.get_indexer(pd.Index(table["demand"])), table["amount"])
    missing = np.where(
        problem.weight - served > 1e-9 * problem.weight, problem.weight - served, 0.0
    )
    return Solution(
        model=model,
        status=proven(found),
        objective=found.objective,
        bound=found.bound,
        gap=gap_of(found.objective, found.bound),
        chosen=tuple(problem.sites[found.opened]),
        assignment=table,
        unserved=unserved(problem, terms, missing, reach),
        seconds=clock.gone(),
    )


def nothing(
    model: str,
    problem: Problem,
    clock: Clock,
    *,
    status: Status,
    bound: float | None = None,
    reason: Text | None = None,
    left_out: pd.DataFrame | None = None,
    smallest_reach: float | None = None,
) -> Solution:  # noqa: PLR0913
    """Put together that there is no answer."""
    empty = np.zeros(len(problem.sites), dtype=bool)
    terms = Terms(
        opened=empty,
        shut=problem.forbidden,
        most=None,
        budget=np.inf,
        pairs=np.empty((0, 2), dtype=np.int64),
    )
    if left_out is None:
        left_out = unserved(problem, terms, problem.weight, None)
    return Solution(
        model=model,
        status=status,
        objective=None,
        bound=bound if bound is not None and np.isfinite(bound) else None,
        gap=None,
        chosen=(),
        assignment=assign(problem, empty, None),
        unserved=left_out,
        seconds=clock.gone(),
        reason=reason,
        smallest_reach=smallest_reach,
    )
