"""Covering the most demand within the rules.

A search gives an answer to begin with, and prices of the demand a bound (see ``covering_search``
and ``covering_bound``). Where they do not meet, HiGHS and the search take turns, and with many
pairs another search (``covering_tabu``) and branching over prices (``covering_tree``).
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from scipy.sparse import csr_array

from gisplan.analysis import highs
from gisplan.analysis.siting.models import arcs
from gisplan.analysis.siting.models.covering_bound import Relaxation
from gisplan.analysis.siting.models.covering_needed import needed_columns
from gisplan.analysis.siting.models.covering_prices import PriceProgramme
from gisplan.analysis.siting.models.covering_programme import Side, by_turns, merged, side
from gisplan.analysis.siting.models.covering_search import CoverageWorth, CoverSearch
from gisplan.analysis.siting.models.covering_tabu import tabu
from gisplan.analysis.siting.models.covering_tree import Branching, CoverTree
from gisplan.analysis.siting.models.median_bound_large import Choice
from gisplan.analysis.siting.models.problem import Problem, Terms
from gisplan.analysis.siting.models.result import Clock
from gisplan.analysis.siting.models.site_rules import site_rules
from gisplan.arrays import Bools, Floats

#: Of the time left, what the relaxation, and the search after HiGHS' first turn, may take.
_FOR_BOUND, _SEARCH = 0.3, 0.35
#: Pairs from which on the relaxation by prices is sooner known than that of HiGHS.
_RELAXED = 20_000
_VAIN = 600
#: Turns of the search, and of the time left what it and then the branching may take: twice.
_TURNS = ((6_000, 0.1, 0.4), (2_000_000, 0.45, 1.0))
#: Sums of whole weights below this are exact.
_EXACT = 2.0**52


def cover_most(
    problem: Problem, terms: Terms, weight: Floats, *, reach: float | None, seconds: float
) -> highs.ProgrammeAnswer:
    """Choose sites that cover the greatest weight; the outcome's bound is minus the weight.

    Parameters
    ----------
    problem : Problem
        Demand, sites and the costs between them.
    terms : Terms
        Rules, checked.
    weight : array of float
        Weight of each demand.
    reach : float or None
        Greatest cost at which a site covers a demand; every pair covers if None.
    seconds : float
        Time limit.

    Returns
    -------
    highs.ProgrammeAnswer
        The sites as the first columns; its bound is minus the weight.
    """
    clock = Clock(seconds)
    unique, group = merged(problem.cover(reach, terms.shut))
    total: Floats = np.zeros(unique.shape[0])
    np.add.at(total, group, weight)
    held = np.asarray(unique @ terms.opened.astype(float)) > 0
    use = np.flatnonzero((np.diff(unique.indptr) > 0) & ~held)
    unique, total, done = unique[use], total[use], float(total[held].sum())
    rules, columns = site_rules(problem, terms)
    cover = csr_array(unique[:, columns])
    if rules.conflict is None:
        # A site that covers no more than another, and is no cheaper, is in no better answer.
        price = rules.price if np.isfinite(rules.budget) else np.zeros(len(columns))
        kept = needed_columns(cover, price[:, None], ~rules.fixed)
        columns, cover = columns[kept], csr_array(cover[:, kept])
        rules = replace(rules, fixed=rules.fixed[kept], price=rules.price[kept])
    searched = CoverSearch(cover, CoverageWorth(np.zeros(len(total)), total, total), rules)
    searched.begin()
    end = clock.left() * (1 - _FOR_BOUND)
    bound, likely = float(total.sum()), np.zeros(len(columns))
    if cover.nnz > _RELAXED and not rules.restricted and not _met(searched, bound):
        relaxation = Relaxation(
            arcs.from_cover(cover, total),
            Choice(most=rules.most, opened=rules.fixed, shut=np.zeros(len(columns), dtype=bool)),
        )
        bound = min(bound, relaxation.run(lambda told: _met(searched, told) or clock.left() <= end))
        likely = relaxation.share
    if likely.any() and not _met(searched, bound):
        order = np.argsort(-(likely + 2.0 * rules.fixed), kind="stable")
        searched.improve(order[: rules.most])
    rows = side(problem, terms).of(columns)
    if _met(searched, bound):
        outcome = highs.ProgrammeAnswer("optimal", _served(searched), -searched.value)
    elif cover.nnz > _RELAXED:
        outcome = _branched(searched, total, rows, clock)
    else:
        outcome = by_turns(
            _programme(cover, total, rows, rules.fixed),
            clock,
            _served(searched),
            lambda: _stirred(searched, clock),
        )
    if outcome.status in ("optimal", "feasible"):
        x = np.zeros(len(problem.sites))
        x[columns] = outcome.x[: len(columns)]
        outcome = replace(outcome, x=x)
    return replace(outcome, bound=max(outcome.bound, -bound) - done)


def _met(searched: CoverSearch, bound: float) -> bool:
    return bound - searched.value <= highs.PROOF * max(bound, 1.0)


def _branched(
    searched: CoverSearch, total: Floats, rows: Side, clock: Clock
) -> highs.ProgrammeAnswer:
    """Search and branch by turns, as often as there is time (see ``covering_tree``).

    Parameters
    ----------
    searched : CoverSearch
        The best answer known, which is bettered.
    total : array of float
        Weight of each demand.
    rows : Side
        Rules on the sites.
    clock : Clock
        Time left.

    Returns
    -------
    highs.ProgrammeAnswer
        The best answer, as columns of the programme.
    """
    whole = bool((total == np.rint(total)).all()) and total.sum() < _EXACT

    def least() -> float:
        # Of whole weights, what is better is better by one.
        more = 1.0 if whole else 0.5 * highs.PROOF * max(searched.value, 1.0)
        return searched.value + more

    def offer(opened: Bools) -> None:
        searched.improve(np.flatnonzero(opened))

    tree = CoverTree(
        PriceProgramme(searched.cover, total, rows, searched.rules.fixed),
        Branching(least=least, offer=offer),
    )
    for seed, (turns, for_search, for_tree) in enumerate(_TURNS):
        if tree.closed:
            break
        found = tabu(
            searched.cover,
            total,
            searched.rules,
            searched.chosen,
            Clock(for_search * clock.left()).left,
            turns=turns,
            seed=seed,
        )
        searched.improve(found)
        tree.run(Clock(for_tree * clock.left()).left)
    if tree.closed:
        return highs.ProgrammeAnswer("optimal", _served(searched), -searched.value)
    return highs.ProgrammeAnswer("feasible", _served(searched), -max(tree.bound, searched.value))


def _stirred(searched: CoverSearch, clock: Clock) -> Floats:
    end = clock.left() * (1 - _SEARCH)
    searched.stir(lambda: clock.left() <= end, vain=_VAIN)
    return _served(searched)


def _served(searched: CoverSearch) -> Floats:
    """Give an answer of the search as columns of the programme.

    Parameters
    ----------
    searched : CoverSearch
        The search.

    Returns
    -------
    array of float
        The sites, then whether each demand is covered.
    """
    opened = np.zeros(searched.cover.shape[1])
    opened[searched.chosen] = 1.0
    return np.concatenate([opened, np.asarray(searched.cover @ opened > 0, dtype=float)])


def _programme(cover: csr_array, total: Floats, rows: Side, fixed: Bools) -> highs.Programme:
    """Build the programme: z of each demand is at most the sum of the sites that cover it.

    Parameters
    ----------
    cover : csr_array
        Ones where a site covers a demand, shape (demand, sites).
    total : array of float
        Weight of each demand.
    rows : Side
        Rules on the sites.
    fixed : array of bool
        Sites that are open in every answer.

    Returns
    -------
    highs.Programme
        Its columns are the sites, then z, which needs no integrality once the sites have it.
    """
    n, m = cover.shape
    return highs.Programme(
        cost=np.concatenate([np.zeros(m), -total]),
        column_lower=np.concatenate([fixed.astype(float), np.zeros(n)]),
        column_upper=np.ones(m + n),
        integer=np.arange(m + n) < m,
        matrix=highs.rows(_with_served(cover), rows.matrix),
        lower=np.concatenate([np.zeros(n), rows.lower]),
        upper=np.concatenate([np.full(n, np.inf), rows.upper]),
    )


def _with_served(cover: csr_array) -> csr_array:
    """Append a column of -1 per row: ``sum of covering sites - z``.

    Parameters
    ----------
    cover : csr_array
        Ones where a site covers a demand, shape (demand, sites).

    Returns
    -------
    csr_array
        The rows, shape (demand, sites + demand).
    """
    n, m = cover.shape
    start = cover.indptr.astype(np.int64)
    last = start[1:] + np.arange(n)  # place of -1 in each row
    size = len(cover.indices) + n
    rest = np.ones(size, dtype=bool)
    rest[last] = False
    index = np.empty(size, dtype=np.int32)
    data = np.empty(size)
    index[rest], data[rest] = cover.indices, cover.data
    index[last], data[last] = m + np.arange(n), -1.0
    return csr_array((data, index, start + np.arange(n + 1)), shape=(n, m + n))
