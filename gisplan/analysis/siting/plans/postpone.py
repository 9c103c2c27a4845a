"""What a plan does before it is needed waits, where nothing gets worse: each try is a whole plan.

Of plans that are as good in every figure the solver gives any. What is built, enlarged or moved in
a year that does without it is put off, exchanged with one thing that is done later, or left out if
no year needs it; the flows are made anew, and the plan is kept where it keeps to all rows and, one
figure after the other as they are made best, is no worse.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from gisplan.analysis import highs
from gisplan.analysis.siting.models.result import Clock
from gisplan.analysis.siting.plans.plan_figures import PlanFigure, figure_of_flows
from gisplan.analysis.siting.plans.programme import PlanProgramme
from gisplan.arrays import Bools, Floats

#: Share of what was added below which it takes nothing in.
_NOTHING = 1e-6
#: By how much, as a part of a figure, another plan is as good.
_SAME = 1e-9


def postponed(
    programme: PlanProgramme,
    x: Floats,
    *,
    rows: Sequence[tuple[Floats, float, float]],
    names: Sequence[str],
    clock: Clock,
) -> Floats:
    """Put off what a plan does before it is needed, where the plan gets no worse.

    Parameters
    ----------
    programme : PlanProgramme
        What is planned.
    x : numpy.ndarray of float64, shape (columns,)
        The plan, its flows made best.
    rows : sequence of tuple of numpy.ndarray, float, float
        Rows that a plan keeps to beyond those of the programme, with their bounds.
    names : sequence of str
        Figures that are made best, one after the other; see
        :class:`gisplan.analysis.siting.plans.Limit`.
    clock : Clock
        Time; what is not tried when it ends stays.

    Returns
    -------
    numpy.ndarray of float64, shape (columns,)
        The plan as it was, or one that is as good in which less is done ahead.
    """
    figures = [PlanFigure.of(programme, name) for name in names]
    flows = figure_of_flows(programme, names)
    ahead = done_ahead(programme, x)
    begun = True
    while begun and ahead:
        begun = False
        for other in _ways(programme, programme.taken(x), ahead):
            if clock.left() <= 0:
                return x
            found = highs.solve(
                programme.programme(flows.cost, *rows, taken=other), seconds=max(clock.left(), 0.05)
            )
            if not len(found.x) or _worse(figures, found.x, x):
                continue
            left = done_ahead(programme, found.x)
            if _years_ahead(left) < _years_ahead(ahead):
                x, ahead, begun = found.x, left, True
                break
    return x


def done_ahead(programme: PlanProgramme, x: Floats) -> list[tuple[int, int, int]]:
    """List what a plan does in a year that does without it.

    Parameters
    ----------
    programme : PlanProgramme
        What is planned.
    x : numpy.ndarray of float64, shape (columns,)
        The plan.

    Returns
    -------
    list of tuple of int
        Year in which it is done, option, and the year that needs it (as many as there are years
        where none does), all as positions.
    """
    problem, options = programme.problem, programme.options
    flow, taken = programme.flow(x), programme.taken(x)
    years, m = len(taken), len(problem.sites)
    used = np.stack(
        [np.bincount(problem.target, weights=flow[t], minlength=m) for t in range(years)]
    )
    added = np.cumsum(taken, axis=0) * options.capacity
    room = problem.room + np.stack(
        [np.bincount(options.site, weights=added[t], minlength=m) for t in range(years)]
    )
    found = []
    for t, option in np.argwhere(taken & ~options.close):
        site, more = options.site[option], float(options.capacity[option])
        # a plant that moves brings all that is there
        without = room[t:, site] - more if not options.moved[option] else np.zeros(years - t)
        needed = np.flatnonzero(used[t:, site] > without + _NOTHING * more)
        first = int(needed[0]) if len(needed) else years - int(t)
        if first:
            found.append((int(t), int(option), int(t) + first))
    return found


def _years_ahead(ahead: list[tuple[int, int, int]]) -> int:
    return sum(needed - t for t, _, needed in ahead)


def _worse(figures: Sequence[PlanFigure], x: Floats, known: Floats) -> bool:
    # one figure after the other, as they are made best
    for figure in figures:
        value, before = float(figure.cost @ x), float(figure.cost @ known)
        if abs(value - before) > _SAME * max(abs(before), 1.0):
            return value > before
    return False


def _ways(
    programme: PlanProgramme, taken: Bools, ahead: list[tuple[int, int, int]]
) -> Iterator[Bools]:
    """Give plans in which one thing less is done ahead, that can be paid for.

    Parameters
    ----------
    programme : PlanProgramme
        What is planned.
    taken : Bools
        Options taken by year.
    ahead : list of tuple of int
        What is done ahead.

    Yields
    ------
    Bools
        Options taken by year.
    """
    options, years = programme.options, len(taken)
    for t, option, needed in ahead:
        if needed == years:
            yield _put(programme, taken, (t, option), None)
        for later in range(min(needed, years - 1), t, -1):
            other = _put(programme, taken, (t, option), later)
            if _paid(programme, other):
                yield other
                continue
            for also in np.flatnonzero(taken[later] & ~options.close):
                both = _put(programme, other, (later, int(also)), t)
                if options.site[also] != options.site[option] and _paid(programme, both):
                    yield both


def _put(programme: PlanProgramme, taken: Bools, done: tuple[int, int], year: int | None) -> Bools:
    other, (t, option) = taken.copy(), done
    halves = programme.options.whole(option)
    other[t, halves] = False
    if year is not None:
        other[year, halves] = True
    return other


def _paid(programme: PlanProgramme, taken: Bools) -> bool:
    terms = programme.problem.terms
    budgets = np.array([np.inf if one.budget is None else one.budget for one in terms.phases])
    spent = taken @ programme.options.cost
    if terms.carry:
        budgets, spent = np.cumsum(budgets), np.cumsum(spent)
    return bool((spent <= budgets * (1 + _SAME) + _SAME * programme.money).all())
