"""A search about the best plan known: some options are decided anew, the others stay.

Large neighbourhood search (Shaw 1998; Pisinger and Ropke 2019, *Handbook of Metaheuristics*): sites
that lie about one, sites drawn at random together with half of what is done, or one year are freed,
and the programme that is left is solved by HiGHS. A programme that is solved at once frees more the
next time, one that takes its time frees less, until everything is free or the time is gone.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from scipy.sparse import csr_array

from gisplan.analysis import highs
from gisplan.analysis.highs import PROOF, Programme
from gisplan.analysis.siting.models.result import Clock
from gisplan.analysis.siting.plans.network_problem import PlanProblem
from gisplan.analysis.siting.plans.programme import PlanProgramme
from gisplan.arrays import Bools, Floats, Ints

#: Share of the time in which the whole programme is tried before the search.
_AT_ONCE = 0.15
#: Share of what is left that the search takes before the whole programme is gone on with.
_SEARCH = 0.6
#: Most seconds of one step of the search, and the share of the search's time.
_STEP, _STEP_SHARE = 5.0, 0.1
#: Sites that are freed at first.
_SITES = 12
#: A step is quick below this share of its limit, and slow above.
_QUICK, _SLOW = 0.3, 0.9
_SEED = 7


@dataclass(frozen=True, slots=True, eq=False)
class PlanFound:
    """The best values found, and what is proven.

    Attributes
    ----------
    x : numpy.ndarray of float64 or None
        Values of the variables; None where nothing was found.
    bound : float
        No values are below it, in the figure's own scale.
    infeasible : bool
        Whether it is proven that there are none.
    """

    x: Floats | None
    bound: float
    infeasible: bool = False

    def proven(self, cost: Floats) -> bool:
        """Tell whether the values are proven best.

        Parameters
        ----------
        cost : numpy.ndarray of float64, shape (columns,)
            What is made least.

        Returns
        -------
        bool
            True if their value is the bound, but for rounding.
        """
        if self.x is None:
            return False
        value = float(cost @ self.x)
        return value - self.bound <= PROOF * max(abs(value), PROOF)


@dataclass(frozen=True, slots=True, eq=False)
class PlanParts:
    """The options of a programme, which the search frees in parts.

    Attributes
    ----------
    columns : slice
        Columns of the options, year by year.
    site : numpy.ndarray of int, shape (options,)
        Position of the site of each option.
    near : scipy.sparse.csr_array, shape (sites, sites)
        Which sites reach the same demand, are joined by a leg, or are places of one plant.
    """

    columns: slice
    site: Ints
    near: csr_array

    @classmethod
    def of(cls, programme: PlanProgramme) -> PlanParts:
        """Take the options of a programme.

        Parameters
        ----------
        programme : PlanProgramme
            What is planned.

        Returns
        -------
        PlanParts
            Its options, and which sites are near each other.
        """
        years, legs, options = programme.shape
        columns = slice(years * legs, years * (legs + options))
        return cls(columns, programme.options.site, _near_sites(programme.problem))

    def about(self, count: int, rng: np.random.Generator) -> Bools:
        """Choose the options of sites about one that is drawn.

        Parameters
        ----------
        count : int
            How many sites.
        rng : numpy.random.Generator
            Draws.

        Returns
        -------
        numpy.ndarray of bool, shape (options,)
            True for the options of those sites.
        """
        chosen = np.zeros(self.near.shape[0], dtype=bool)
        found = [int(rng.integers(len(chosen)))]
        chosen[found[0]] = True
        for j in found:
            beside = self.near.indices[self.near.indptr[j] : self.near.indptr[j + 1]]
            for other in map(int, rng.permutation(beside)):
                if not chosen[other] and len(found) < count:
                    chosen[other] = True
                    found.append(other)
        return np.asarray(chosen[self.site], dtype=bool)

    def anywhere(self, count: int, taken: Floats, rng: np.random.Generator) -> Bools:
        """Choose the options of sites that are drawn, and half of what is done.

        Parameters
        ----------
        count : int
            How many sites.
        taken : numpy.ndarray of float64, shape (years, options)
            Options taken by year.
        rng : numpy.random.Generator
            Draws.

        Returns
        -------
        numpy.ndarray of bool, shape (options,)
            True for the options of those sites.
        """
        m = self.near.shape[0]
        chosen = np.zeros(m, dtype=bool)
        chosen[rng.choice(m, min(count, m), replace=False)] = True
        done = np.flatnonzero(taken.any(axis=0))
        chosen[self.site[rng.permutation(done)[: (len(done) + 1) // 2]]] = True
        return np.asarray(chosen[self.site], dtype=bool)


def _near_sites(problem: PlanProblem) -> csr_array:
    """Tell which sites reach the same demand, are joined by a leg, or are places of one plant.

    Parameters
    ----------
    problem : PlanProblem
        What is planned.

    Returns
    -------
    csr_array
        Above 0 where they do.
    """
    n, m = len(problem.demand), len(problem.sites)
    first = problem.first
    begin, end = problem.source, problem.target
    reach = csr_array((np.ones(int(first.sum())), (begin[first], end[first])), shape=(n, m))
    onward = ~first
    where = (begin[onward] - n, end[onward])
    joined = csr_array((np.ones(int(onward.sum())), where), shape=(m, m))
    new = np.flatnonzero(problem.moves >= 0)
    places = csr_array((np.ones(len(new)), (new, problem.moves[new])), shape=(m, m))
    return csr_array(reach.T @ reach + joined + joined.T + places + places.T)


def best_values(
    model: Programme, parts: PlanParts, start: Floats | None, clock: Clock
) -> PlanFound:
    """Solve a programme: the whole at once, else searched about the best plan known.

    Parameters
    ----------
    model : Programme
        What is made least.
    parts : PlanParts
        Its options.
    start : numpy.ndarray of float64, optional
        Values to begin with.
    clock : Clock
        Time.

    Returns
    -------
    PlanFound
        The best values found, with their bound.
    """
    answer = highs.solve(model, seconds=max(clock.left() * _AT_ONCE, 0.05), start=start)
    found = _kept(model, start, answer)
    if found.infeasible or found.proven(model.cost) or clock.left() <= 0:
        return found
    if found.x is not None and len(parts.site):
        found = searched(model, parts, found, Clock(clock.left() * _SEARCH))
        if found.proven(model.cost) or clock.left() <= 0:
            return found
    answer = highs.solve(model, seconds=max(clock.left(), 0.05), start=found.x)
    last = _kept(model, found.x, answer)
    return replace(last, bound=max(last.bound, found.bound))


def _kept(model: Programme, known: Floats | None, answer: highs.ProgrammeAnswer) -> PlanFound:
    """Keep the better of the values known and those found.

    Parameters
    ----------
    model : Programme
        What is made least.
    known : Floats | None
        Values known.
    answer : highs.ProgrammeAnswer
        What HiGHS found.

    Returns
    -------
    PlanFound
        The better values.
    """
    if answer.status == "infeasible" and known is None:
        return PlanFound(None, np.inf, infeasible=True)
    bound = answer.bound if answer.status != "infeasible" else -np.inf
    x = known
    if len(answer.x) and (x is None or float(model.cost @ answer.x) < float(model.cost @ x)):
        x = answer.x
    return PlanFound(x, bound)


def searched(model: Programme, parts: PlanParts, known: PlanFound, clock: Clock) -> PlanFound:
    """Free some options at a time and solve what is left, until it is proven or time is gone.

    Parameters
    ----------
    model : Programme
        What is made least.
    parts : PlanParts
        Its options.
    known : PlanFound
        Where the search begins.
    clock : Clock
        Time of the search.

    Returns
    -------
    PlanFound
        The best values found; their bound is better than that known where all was freed.
    """
    if known.x is None:
        return known
    rng, x, bound = np.random.default_rng(_SEED), known.x, known.bound
    count = np.full(2, _SITES)
    limit = max(min(_STEP, clock.left() * _STEP_SHARE), 0.2)
    lower, upper = model.column_lower, model.column_upper
    part = parts.columns
    while clock.left() > 0 and not PlanFound(x, bound).proven(model.cost):
        taken = np.round(x[part]).reshape(-1, len(parts.site))
        free = np.zeros(taken.shape, dtype=bool)
        kind = int(rng.integers(3))
        if kind == 0:
            free[:] = parts.about(int(count[0]), rng)
        elif kind == 1:
            free[:] = parts.anywhere(int(count[1]), taken, rng)
        else:
            free[rng.integers(len(free))] = True
        low, high = lower.copy(), upper.copy()
        low[part] = np.where(free, low[part].reshape(free.shape), taken).ravel()
        high[part] = np.where(free, high[part].reshape(free.shape), taken).ravel()
        step = Clock(limit)
        tried = highs.solve(
            replace(model, column_lower=low, column_upper=high),
            seconds=max(min(limit, clock.left()), 0.05),
            start=x,
        )
        if len(tried.x) and float(model.cost @ tried.x) < float(model.cost @ x):
            x = tried.x
        if free.all():
            bound = max(bound, tried.bound)
        if kind < 2:
            count[kind] = _resized(int(count[kind]), parts.near.shape[0], step.gone() / limit)
    return PlanFound(x, bound)


def _resized(count: int, most: int, share: float) -> int:
    """Free more sites after a quick step, less after a slow one.

    Parameters
    ----------
    count : int
        Sites that were freed.
    most : int
        How many there are.
    share : float
        Of its time that the step took.

    Returns
    -------
    int
        Sites to be freed next.
    """
    if share < _QUICK:
        return min(most, count + max(1, count // 3))
    return max(6, count - count // 5) if share > _SLOW else count
