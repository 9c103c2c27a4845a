"""A first plan by greedy steps, which the solver begins with: no answer is worse than it.

In each year the option is taken that lets most be served for its money, until nothing more fits
into the budget. What an option would add is bounded by the shadow price of its site's capacity (the
most that can be served is concave in the capacities), so that few have to be tried.
"""

from __future__ import annotations

from dataclasses import dataclass

import highspy
import numpy as np

from gisplan.analysis.highs import QuietHighs
from gisplan.analysis.siting.models.result import Clock
from gisplan.analysis.siting.plans.programme import PlanProgramme
from gisplan.arrays import Bools, Floats, Ints
from gisplan.errors import DataError
from gisplan.text import Text

#: Less than this part of the demand is no gain.
_NOTHING = 1e-9


class _Served:
    """The most that can be served in a year by given capacities, and their shadow prices.

    Parameters
    ----------
    programme : PlanProgramme
        What is planned.
    year : int
        Position of the year.
    """

    def __init__(self, programme: PlanProgramme, year: int) -> None:
        problem = programme.problem
        n, m, legs = len(problem.demand), len(problem.sites), len(problem.km)
        first = problem.first
        self.begin = n
        passes = np.array([tier.passes_on for tier in problem.terms.tiers])[problem.tier]
        last = problem.tier == len(problem.terms.tiers) - 1
        lp = highspy.HighsLp()
        weight = problem.weight[:, year] / programme.tonne
        row = [problem.source[first], n + problem.target]
        column = [np.flatnonzero(first), np.arange(legs)]
        value = [np.ones(int(first.sum())), np.ones(legs)]
        mid = np.flatnonzero(~last)
        place = np.full(m, -1)
        place[mid] = n + m + np.arange(len(mid))
        onward, into = np.flatnonzero(~first), np.flatnonzero(~last[problem.target])
        row += [place[problem.source[onward] - n], place[problem.target[into]]]
        column += [onward, into]
        value += [np.ones(len(onward)), -passes[problem.target[into]]]
        from scipy.sparse import csr_array

        matrix = csr_array(
            (np.concatenate(value), (np.concatenate(row), np.concatenate(column))),
            shape=(n + m + len(mid), legs),
        )
        lp.num_col_, lp.num_row_ = legs, matrix.shape[0]
        lp.col_cost_ = -first.astype(float)
        lp.col_lower_, lp.col_upper_ = np.zeros(legs), np.full(legs, np.inf)
        lp.row_lower_ = np.concatenate([np.full(n + m, -np.inf), np.zeros(len(mid))])
        lp.row_upper_ = np.concatenate([weight, np.zeros(m + len(mid))])
        lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        lp.a_matrix_.start_ = matrix.indptr.astype(np.int32)
        lp.a_matrix_.index_ = matrix.indices.astype(np.int32)
        lp.a_matrix_.value_ = matrix.data
        self.solver = QuietHighs()
        self.solver.passModel(lp)
        self.tonne = programme.tonne

    def most(self, room: Floats) -> tuple[float, Floats]:
        """Give the most served, and what a unit of capacity more at each site would add.

        Parameters
        ----------
        room : Floats
            Capacity of each site.

        Returns
        -------
        tuple[float, Floats]
            The most served, and the prices.
        """
        for j, one in enumerate(room):
            self.solver.changeRowBounds(self.begin + j, -np.inf, float(one) / self.tonne)
        self.solver.run()
        if self.solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            raise DataError(Text("求解失败", "the solver failed on a programme that has an answer"))
        duals = np.asarray(self.solver.getSolution().row_dual)
        price = -duals[self.begin : self.begin + len(room)]
        return -float(self.solver.getObjectiveValue()) * self.tonne, np.maximum(price, 0.0)


def first_plan(programme: PlanProgramme, clock: Clock) -> Bools:
    """Take options greedily, then give each up in turn and take others, if more is served so.

    Parameters
    ----------
    programme : PlanProgramme
        What is planned.
    clock : Clock
        Time; what is not done when it ends is left.

    Returns
    -------
    numpy.ndarray of bool, shape (years, options)
        True in the year in which an option is taken. Least uses, and shares that must be served,
        may not be kept.
    """
    years, _, choices = programme.shape
    demand = [_Served(programme, t) for t in range(years)]
    nothing = np.zeros((years, choices), dtype=bool)
    best, most = _greedy(programme, demand, nothing, np.zeros(choices, dtype=bool), clock)
    better = True
    while better and clock.left() > 0:
        better = False
        for t, option in np.argwhere(best & ~programme.options.close):
            if clock.left() <= 0:
                break
            rest, banned = best.copy(), np.zeros(choices, dtype=bool)
            rest[t, programme.options.whole(option)], banned[option] = False, True
            found, served = _greedy(programme, demand, rest, banned, clock)
            if served > most * (1 + _NOTHING) and clock.left() > 0:
                best, most, better = found, served, True
                break
    return best


@dataclass(slots=True, eq=False)
class _Draft:
    """A plan while options are taken: what is taken, what stands by now, and the money left."""

    programme: PlanProgramme
    taken: Bools
    room: Floats
    banned: Bools
    year: int = 0
    left: float = 0.0

    def take(self, option: int) -> None:
        """Take an option in the year, and what goes along with it.

        Parameters
        ----------
        option : int
            Position of the option.
        """
        for one in self.programme.options.whole(option):
            self.taken[self.year, one] = True
            self.begin(int(one))

    def begin(self, option: int) -> None:
        """Let what was taken stand, and pay for it.

        Parameters
        ----------
        option : int
            Position of the option.
        """
        options = self.programme.options
        self.room[options.site[option]] += options.capacity[option]
        self.left -= options.cost[option]

    def may(self, option: int) -> bool:
        """Tell whether money and rules allow an option in the year.

        Parameters
        ----------
        option : int
            Position of the option.

        Returns
        -------
        bool
            True if it may be taken.
        """
        options, problem = self.programme.options, self.programme.problem
        if self.banned[option] or options.cost[option] > self.left * (1 + _NOTHING):
            return False
        site = options.site[option]
        mine = options.site == site
        built = bool(self.taken[:, mine & options.build].any())
        if options.grow[option]:
            grown = self.taken[self.year, mine & options.grow].any()
            gone = self.taken[:, mine & options.close].any()
            there = problem.stands[site] or self.taken[: self.year + 1, mine & options.build].any()
            return bool(there and not grown and not gone)
        if options.moved[option]:
            touched = self.taken[:, options.site == options.plant[option]].any()
            return not built and not touched
        new = problem.terms.tiers[problem.tier[site]].new
        of_tier = options.build & ~options.moved
        of_tier &= problem.tier[options.site] == problem.tier[site]
        return not built and (new is None or int(self.taken[:, of_tier].sum()) < new)


def _greedy(
    programme: PlanProgramme,
    demand: list[_Served],
    begun: Bools,
    banned: Bools,
    clock: Clock,
) -> tuple[Bools, float]:
    """Add to a plan, year by year, what serves most for its money; give what is served in all.

    Parameters
    ----------
    programme : PlanProgramme
        What is planned.
    demand : list[_Served]
        Points to be served, or what can be served by year.
    begun : Bools
        Options taken already.
    banned : Bools
        Options that may not be taken.
    clock : Clock
        Time left.

    Returns
    -------
    tuple[Bools, float]
        Options taken by year, and what is served, weighted.
    """
    problem, options = programme.problem, programme.options
    draft = _Draft(programme, begun.copy(), problem.room.copy(), banned)
    possible, total = np.flatnonzero(~options.close), 0.0
    for t, phase in enumerate(problem.terms.phases):
        draft.year = t
        money = np.inf if phase.budget is None else phase.budget
        draft.left = money + (draft.left if problem.terms.carry else 0.0)
        for option in np.flatnonzero(begun[t]):
            draft.begin(int(option))
        for option in np.flatnonzero(options.build & problem.forced[options.site]):
            if draft.may(int(option)):
                draft.take(int(option))
        now, price = demand[t].most(draft.room)
        while clock.left() > 0:
            free = np.array([o for o in possible if draft.may(int(o))], dtype=np.int64)
            best = _best(programme, demand[t], draft.room, (now, price), free)
            if best < 0:
                best = _begin_chain(programme, demand[t], draft.room, free)
            if best < 0:
                break
            draft.take(best)
            now, price = demand[t].most(draft.room)
        total += phase.weight * now
    return draft.taken, total


def _best(
    programme: PlanProgramme,
    served: _Served,
    room: Floats,
    at: tuple[float, Floats],
    free: Ints,
) -> int:
    """Find the option of greatest gain for its money: -1 if none gains anything.

    Parameters
    ----------
    programme : PlanProgramme
        What is planned.
    served : _Served
        What can be served in the year.
    room : Floats
        Capacity of each site.
    at : tuple[float, Floats]
        What is served now, and what a unit of capacity more at each site would add.
    free : Ints
        Positions of the options that may be taken.

    Returns
    -------
    int
        Position of the option; -1 if there is none.
    """
    now, price = at
    options = programme.options
    money = np.maximum(options.cost, 1e-9 * programme.money)
    bound = price[options.site[free]] * options.capacity[free] / money[free]
    best, most = -1, 0.0
    for at_free in np.argsort(-bound, kind="stable"):
        option = int(free[at_free])
        if bound[at_free] <= most:
            break
        gain = served.most(_room_with(programme, room, option))[0] - now
        if gain > _NOTHING * max(now, programme.tonne) and gain / money[option] > most:
            best, most = option, gain / money[option]
    return best


def _room_with(programme: PlanProgramme, room: Floats, option: int) -> Floats:
    options, more = programme.options, room.copy()
    for one in options.whole(option):
        more[options.site[one]] += options.capacity[one]
    return np.maximum(more, 0.0)


def _begin_chain(programme: PlanProgramme, served: _Served, room: Floats, free: Ints) -> int:
    """Find a plant of an upper tier by what it would add if all below it were built.

    Of a chain no link adds anything alone. Once the upper ones stand, the lower ones do.

    Parameters
    ----------
    programme : PlanProgramme
        What is planned.
    served : _Served
        What can be served in the year.
    room : Floats
        Capacity of each site.
    free : Ints
        Positions of the options that may be taken.

    Returns
    -------
    int
        Position of the option; -1 if there is none.
    """
    problem, options = programme.problem, programme.options
    tier = problem.tier[options.site]
    for k in range(len(problem.terms.tiers) - 1, 0, -1):
        below = free[(tier[free] < k) & options.build[free]]
        here = free[tier[free] == k]
        if not len(below) or not len(here):
            continue
        built = room.copy()
        np.maximum.at(built, options.site[below], options.capacity[below])
        best = _best(programme, served, built, served.most(built), here)
        if best >= 0:
            return best
    return -1
