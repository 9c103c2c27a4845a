"""Covering demand twice within the rules: a search gives an answer to begin with, HiGHS goes on."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from scipy.sparse import csr_array

from gisplan.analysis import highs
from gisplan.analysis.siting.models.covering_programme import bounds, by_turns, side
from gisplan.analysis.siting.models.covering_search import CoverageWorth, CoverSearch
from gisplan.analysis.siting.models.covering_whole import QUICK, reduced
from gisplan.analysis.siting.models.problem import Problem, Terms
from gisplan.analysis.siting.models.result import Clock
from gisplan.analysis.siting.models.site_rules import site_rules
from gisplan.arrays import Bools, Floats

#: Of the time left, what the search may take after HiGHS' first turn, and tries in vain.
_SEARCH, _VAIN = 0.3, 300


def cover_twice(
    problem: Problem, terms: Terms, first: float | None, *, reach: float | None, seconds: float
) -> highs.ProgrammeAnswer:
    """Choose sites that cover the greatest weight twice.

    Parameters
    ----------
    problem : Problem
        Demand, sites and the costs between them.
    terms : Terms
        Rules, checked.
    first : float or None
        Share of first coverage in the objective; None if all demand must be covered once.
    reach : float or None
        Greatest cost at which a site covers a demand; every pair covers if None.
    seconds : float
        Time limit.

    Returns
    -------
    highs.ProgrammeAnswer
        The sites as columns; its bound is minus the objective.
    """
    clock = Clock(seconds)
    cover, weight = problem.cover(reach, terms.shut), problem.weight
    rules, columns = site_rules(problem, terms)
    share = 0.0 if first is None else first
    # Where all must be covered, what is not is worth less than all the rest together.
    bare = 0.0 * weight if first is not None else np.full(len(weight), -2.0 * weight.sum() - 1.0)
    worth = CoverageWorth(bare, share * weight, share * weight + (1 - share) * weight)
    searched = CoverSearch(csr_array(cover[:, columns]), worth, rules)
    searched.begin()

    def served() -> Floats:
        opened = np.zeros(len(problem.sites))
        opened[columns[searched.chosen]] = 1.0
        times = np.asarray(cover @ opened)
        once, twice = times > 0.5, times > 1.5
        if first is None and not once.all():
            return np.zeros(len(opened) + 2 * len(weight))
        return np.concatenate([opened, once.astype(float), twice.astype(float)])

    def stirred() -> Floats:
        end = clock.left() * (1 - _SEARCH)
        searched.stir(lambda: clock.left() <= end, vain=_VAIN)
        return served()

    if not served().any():
        within = _all_once(problem, terms, reach, clock)
        if within.any():
            searched.improve(np.flatnonzero(within[columns]))
    outcome = by_turns(_programme(problem, terms, cover, first), clock, served(), stirred)
    return replace(outcome, x=outcome.x[: len(problem.sites)])


def _all_once(problem: Problem, terms: Terms, reach: float | None, clock: Clock) -> Bools:
    """Look for sites that cover all demand once.

    Parameters
    ----------
    problem : Problem
        Demand, sites and the costs between them.
    terms : Terms
        Rules, checked.
    reach : float or None
        Greatest cost at which a site covers a demand; every pair covers if None.
    clock : Clock
        Time left.

    Returns
    -------
    array of bool
        The sites, by position in the problem; none if none were found.
    """
    opened = np.zeros(len(problem.sites), dtype=bool)
    small = reduced(problem, terms, 0.0 * problem.price, reach=reach)
    if small is not None:
        none = np.zeros(len(small.columns))
        least = small.rules.most
        sites = small.search(none, lambda: clock.left() <= 0, QUICK, least=least)
        opened[small.columns[sites]] = True
    return opened


def _programme(
    problem: Problem, limits: Terms, cover: csr_array, first: float | None
) -> highs.Programme:
    """Build the rows ``sum of covering sites - z1 - z2 >= 0``, ``z2 <= z1``; z1 is 1 in BACOP1.

    Parameters
    ----------
    problem : Problem
        Demand, sites and the costs between them.
    limits : Terms
        Rules, checked.
    cover : csr_array
        Ones where a site covers a demand, shape (demand, sites).
    first : float or None
        Share of first coverage in the objective; None for BACOP1.

    Returns
    -------
    highs.Programme
        The programme; its columns are the sites, then z1 and z2 of each demand.
    """
    n, m = cover.shape
    row = np.repeat(np.arange(n), np.diff(cover.indptr))
    every = np.arange(n)
    ones = np.ones(n)
    link = csr_array(
        (
            np.concatenate([cover.data, -ones, -ones, ones, -ones]),
            (
                np.concatenate([row, every, every, n + every, n + every]),
                np.concatenate([cover.indices, m + every, m + n + every, m + every, m + n + every]),
            ),
        ),
        shape=(2 * n, m + 2 * n),
    )
    rules = side(problem, limits)
    lower, upper = bounds(limits)
    share = 0.0 if first is None else first
    return highs.Programme(
        cost=np.concatenate([np.zeros(m), -share * problem.weight, (share - 1) * problem.weight]),
        column_lower=np.concatenate([lower, ones if first is None else 0 * ones, 0 * ones]),
        column_upper=np.concatenate([upper, ones, ones]),
        # With the sites integral, z1 and z2 are so too, but where backup is worth more than
        # first coverage z1 = z2 = 1/2 would pay for half of each.
        integer=np.concatenate([np.ones(m, bool), np.zeros(n, bool), np.ones(n, bool)]),
        matrix=highs.rows(link, rules.matrix),
        lower=np.concatenate([np.zeros(2 * n), rules.lower]),
        upper=np.concatenate([np.full(2 * n, np.inf), rules.upper]),
    )
