"""Covering programmes and what follows when they have no answer.

A demand is covered by any site within reach. Demand with the same sites within reach is one row
of the programme, so that five thousand points become a few thousand rows or fewer.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy.sparse import csr_array

from gisplan.analysis import highs
from gisplan.analysis.siting.models.problem import Problem, Terms
from gisplan.analysis.siting.models.result import Case, Clock, Explanation, nearest, unserved
from gisplan.arrays import Bools, Floats, Ints
from gisplan.text import Text


def merged(cover: csr_array) -> tuple[csr_array, Ints]:
    """Give the different rows of a 0/1 matrix, and for each row which one it is.

    Parameters
    ----------
    cover : csr_array
        Ones where a site covers a demand, shape (demand, sites).

    Returns
    -------
    tuple[csr_array, Ints]
        The different rows, in order of appearance; and for each demand the position of its row.
    """
    start, index = cover.indptr, cover.indices
    known: dict[bytes, int] = {}
    group = np.empty(cover.shape[0], dtype=np.int64)
    first: list[int] = []
    for row in range(cover.shape[0]):
        key = index[start[row] : start[row + 1]].tobytes()
        at = known.setdefault(key, len(first))
        if at == len(first):
            first.append(row)
        group[row] = at
    return cover[np.array(first, dtype=np.int64)], group


@dataclass(frozen=True, slots=True)
class Side:
    """Rows over the sites: number, budget and spacing."""

    matrix: csr_array
    lower: Floats
    upper: Floats


def side(problem: Problem, terms: Terms) -> Side:
    """Build the rows that the rules put on the sites.

    Parameters
    ----------
    problem : Problem
        Demand, sites and the costs between them.
    terms : Terms
        Rules, checked.

    Returns
    -------
    Side
        Rows for the number of sites, the budget, and pairs of which one only may be open.
    """
    m = len(problem.sites)
    rows: list[tuple[Ints, Floats, float]] = []
    if terms.most is not None:
        rows.append((np.arange(m), np.ones(m), float(terms.most)))
    if np.isfinite(terms.budget):
        rows.append((np.arange(m), problem.price, terms.budget * (1 + 1e-12)))
    count = len(rows) + len(terms.pairs)
    index = np.concatenate([*(row[0] for row in rows), terms.pairs.ravel()]).astype(np.int32)
    data = np.concatenate([*(row[1] for row in rows), np.ones(terms.pairs.size)])
    sizes = [len(row[0]) for row in rows] + [2] * len(terms.pairs)
    start = np.concatenate([[0], np.cumsum(sizes)]).astype(np.int64)
    upper = np.concatenate([[row[2] for row in rows], np.ones(len(terms.pairs))])
    matrix = csr_array((data, index, start), shape=(count, m))
    return Side(matrix, np.full(count, -np.inf), upper.astype(float))


def bounds(terms: Terms) -> tuple[Floats, Floats]:
    """Give the bounds of the sites: open ones at one, shut ones at zero.

    Parameters
    ----------
    terms : Terms
        Rules, checked.

    Returns
    -------
    tuple[Floats, Floats]
        Lower and upper bounds, each of shape (sites,).
    """
    return terms.opened.astype(float), (~terms.shut).astype(float)


def cover_all(
    problem: Problem, terms: Terms, cost: Floats, *, reach: float | None, seconds: float
) -> highs.ProgrammeAnswer:
    """Choose sites of least cost that cover every demand.

    Parameters
    ----------
    problem : Problem
        Demand, sites and the costs between them.
    terms : Terms
        Rules, checked.
    cost : array of float
        Cost of opening each site.
    reach : float or None
        Greatest cost at which a site covers a demand; every pair covers if None.
    seconds : float
        Time limit.

    Returns
    -------
    highs.ProgrammeAnswer
        The sites as columns; ``infeasible`` if a demand has no site within reach.
    """
    cover = problem.cover(reach, terms.shut)
    if (np.diff(cover.indptr) == 0).any():
        return highs.ProgrammeAnswer("infeasible", np.empty(0), np.inf)
    # What an open site covers is done with.
    held = np.asarray(cover @ terms.opened.astype(float)) > 0
    unique, _ = merged(cover[np.flatnonzero(~held)])
    limits = side(problem, terms)
    lower, upper = bounds(terms)
    need = unique.shape[0]
    return highs.solve(
        highs.Programme(
            cost=cost,
            column_lower=lower,
            column_upper=upper,
            integer=np.ones(len(cost), dtype=bool),
            matrix=highs.rows(unique, limits.matrix),
            lower=np.concatenate([np.ones(need), limits.lower]),
            upper=np.concatenate([np.full(need, np.inf), limits.upper]),
        ),
        seconds=seconds,
    )


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
    cover = problem.cover(reach, terms.shut)
    unique, group = merged(cover)
    total = np.bincount(group, weights=weight, minlength=unique.shape[0])
    held = np.asarray(unique @ terms.opened.astype(float)) > 0
    use = np.flatnonzero((np.diff(unique.indptr) > 0) & ~held)
    unique, total, done = unique[use], total[use], float(total[held].sum())
    n, m = unique.shape
    limits = side(problem, terms)
    lower, upper = bounds(terms)
    # z_i <= sum of the sites that cover i; z needs no integrality once the sites have it.
    outcome = highs.solve(
        highs.Programme(
            cost=np.concatenate([np.zeros(m), -total]),
            column_lower=np.concatenate([lower, np.zeros(n)]),
            column_upper=np.concatenate([upper, np.ones(n)]),
            integer=np.arange(m + n) < m,
            matrix=highs.rows(_with_served(unique), limits.matrix),
            lower=np.concatenate([np.zeros(n), limits.lower]),
            upper=np.concatenate([np.full(n, np.inf), limits.upper]),
        ),
        seconds=seconds,
    )
    return highs.ProgrammeAnswer(outcome.status, outcome.x[:m], outcome.bound - done)


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


def smallest_reach(
    problem: Problem, terms: Terms, clock: Clock
) -> tuple[float | None, float, Bools]:
    """Find the smallest reach at which the rules let every demand be covered.

    Bisection over the different costs with a covering programme at each (Minieka 1970, *SIAM
    Review* 12).

    Parameters
    ----------
    problem : Problem
        Demand, sites and the costs between them.
    terms : Terms
        Rules, checked.
    clock : Clock
        Time left.

    Returns
    -------
    reach : float or None
        The smallest reach shown to do; None if none was.
    bound : float
        No reach below does; equal to ``reach`` if time sufficed, infinite if no reach does.
    opened : boolean array, shape (sites,)
        Sites that do at ``reach``.
    """
    none = np.zeros(len(problem.sites), dtype=bool)
    _, cost = nearest(problem, ~terms.shut, None)
    least = float(cost.max())
    if not np.isfinite(least):
        return None, np.inf, none
    if not terms.bind:
        return least, least, ~terms.shut
    values = np.unique(problem.cost[(problem.cost >= least) & ~terms.shut[problem.site]])
    low, high = 0, len(values) - 1
    opened: Bools | None = None
    zero = np.zeros(len(problem.sites))

    def does(at: int) -> highs.ProgrammeAnswer:
        return cover_all(problem, terms, zero, reach=values[at], seconds=max(clock.left(), 0.01))

    first = does(high)
    if first.status == "infeasible":
        return None, np.inf, none
    if first.status == "unknown":
        return None, least, none
    opened = first.x > 0.5
    high = min(high, _position(values, problem, opened))
    while low < high:
        middle = (low + high) // 2
        outcome = does(middle)
        if outcome.status == "unknown":
            break
        if outcome.status == "infeasible":
            low = middle + 1
        else:
            opened = outcome.x > 0.5
            high = min(middle, _position(values, problem, opened))
    return float(values[high]), float(values[low]), opened


def _position(values: Floats, problem: Problem, opened: Bools) -> int:
    """Find the place, among the values, of the greatest cost to the nearest open site.

    Parameters
    ----------
    values : array of float
        Different costs, sorted.
    problem : Problem
        Demand, sites and the costs between them.
    opened : array of bool
        Whether each site is open.

    Returns
    -------
    int
        Position in ``values``.
    """
    _, cost = nearest(problem, opened, None)
    return int(np.searchsorted(values, max(float(cost.max()), values[0])))


def explain(case: Case) -> Explanation:
    """Say which demand can't be covered, by how far, and the smallest reach that would do.

    Parameters
    ----------
    case : Case
        What was asked.

    Returns
    -------
    Explanation
        The demand left out, the reason in words, and the smallest reach if one was found.
    """
    problem, terms, reach, clock = case.problem, case.limits, case.reach, case.clock
    _, within = nearest(problem, ~terms.shut, reach)
    missing = np.where(np.isfinite(within), 0.0, problem.weight)
    alone, sites = missing.any(), ~terms.shut
    if not alone:
        # Each could be covered, but not all: leave out as few as the rules allow.
        outcome = cover_most(
            problem, terms, np.ones(len(missing)), reach=reach, seconds=max(clock.left(), 1.0)
        )
        if len(outcome.x):
            sites = outcome.x > 0.5
            _, within = nearest(problem, sites, reach)
            missing = np.where(np.isfinite(within), 0.0, problem.weight)
        else:
            missing = problem.weight.copy()
    smallest, bound, _ = smallest_reach(problem, terms, clock)
    if smallest is not None and smallest != bound:
        smallest = None  # not proven smallest
    left_out = unserved(problem, sites, missing, reach)
    return Explanation(_reason(left_out, reach, smallest, alone=bool(alone)), left_out, smallest)


def _reason(
    left_out: pd.DataFrame, reach: float | None, smallest: float | None, *, alone: bool
) -> Text:
    count = len(left_out)
    names = [str(name) for name in left_out["demand"][:5]]
    far = left_out["excess"].max()
    zh_names = "、".join(names) + ("等" if count > 5 else "")
    en_names = ", ".join(names) + (" and others" if count > 5 else "")
    if alone:
        zh = f"{count} 个需求点在服务半径内没有可用场址：{zh_names}。"
        en = f"{count} demand(s) have no site that may be open within reach: {en_names}."
    else:
        zh = f"在给定的场址数、预算或间距下，至少有 {count} 个需求点无法覆盖：{zh_names}。"
        en = (
            f"Within the number, budget or spacing given, {count} demand(s) stay "
            f"uncovered: {en_names}."
        )
    if reach is not None and far > 0:
        zh += f"最远超出服务半径 {far:g}。"
        en += f" The farthest is {far:g} beyond the reach."
    if smallest is not None:
        zh += f"服务半径至少为 {smallest:g} 才能全部覆盖。"
        en += f" The smallest reach that would do is {smallest:g}."
    else:
        zh += "没有求得能全部覆盖的最小半径。"
        en += " No reach among the pairs given was shown to do."
    return Text(zh, en)
