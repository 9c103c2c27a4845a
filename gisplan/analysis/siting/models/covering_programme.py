"""Rows of covering programmes, and HiGHS and a search of our own by turns.

A demand is covered by any site within reach. Demand with the same sites within reach is one row
of the programme, so that five thousand points become a few thousand rows or fewer.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
from scipy.sparse import csr_array

from gisplan.analysis import highs
from gisplan.analysis.siting.models.problem import Problem, Terms
from gisplan.analysis.siting.models.result import Clock
from gisplan.arrays import Floats, Ints

#: Of the time left, what HiGHS has before the search is taken up again.
_FIRST = 0.15


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

    def of(self, columns: Ints) -> Side:
        """Keep some sites alone.

        Parameters
        ----------
        columns : array of int
            Positions of the sites kept.

        Returns
        -------
        Side
            The same rows over these sites.
        """
        return Side(csr_array(self.matrix[:, columns]), self.lower, self.upper)


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


def by_turns(
    programme: highs.Programme,
    clock: Clock,
    start: Floats,
    search: Callable[[], Floats],
) -> highs.ProgrammeAnswer:
    """Let HiGHS try for a while; where that does not prove, search longer, and let it go on.

    Parameters
    ----------
    programme : highs.Programme
        What is to be solved.
    clock : Clock
        Time left.
    start : array of float
        Values to begin with, which need not be feasible.
    search : callable
        Gives other values to go on with.

    Returns
    -------
    highs.ProgrammeAnswer
        The best values met, and the better bound of the two runs.
    """
    begun = start if start.any() else None
    first = highs.solve(
        programme, seconds=max(_FIRST * clock.left(), min(1.0, clock.left())), start=begun
    )
    if first.status in ("optimal", "infeasible") or clock.left() <= 0:
        return first
    options = [x for x in (first.x, search()) if len(x) and x.any()]
    last = highs.solve(
        programme,
        seconds=clock.left(),
        start=min(options, key=lambda x: float(programme.cost @ x)) if options else None,
    )
    if last.status in ("optimal", "infeasible"):
        return last
    known = [one for one in (first, last) if len(one.x)]
    bound = max(first.bound, last.bound)
    if not known:
        return highs.ProgrammeAnswer("unknown", np.empty(0), bound)
    best = min(known, key=lambda one: float(programme.cost @ one.x))
    return replace(best, bound=bound)
