"""Medians of many thousand demand points and sites, within a proven gap.

The p-median never holds the full matrix. A sample of the demand gives a first answer; the pairs
below a cap that lies beyond each demand's second nearest open site are listed; swaps and
Lagrangian prices over them give answer and bound in turn. No price is above its cap, so the bound
is that of the full problem, all pairs included (see ``prices``).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from gisplan.analysis.siting.models import arcs, tables
from gisplan.analysis.siting.models.lazy_costs import LazyCosts
from gisplan.analysis.siting.models.median_bound_large import Choice
from gisplan.analysis.siting.models.median_search_large import Search
from gisplan.analysis.siting.models.problem import Rules, most_sites
from gisplan.analysis.siting.models.result import Clock, SitingAnswer, Solution, gap_of, proven
from gisplan.analysis.siting.models.swaps import Ground, Pool, greedy
from gisplan.arrays import Bools, Floats, Ints
from gisplan.errors import DataError, OptionError
from gisplan.text import Text

#: Relative gap at which a large median or coverage is good enough, unless asked otherwise.
ENOUGH = 0.005
#: Pairs of the sample from which the first answer comes; single numbers, 8 bytes each.
_SAMPLE = 12_500_000
#: How far beyond the cost from the second nearest open site the listed pairs reach.
_BEYOND = 1.15
#: Pairs listed at most: with their places 28 bytes each while they are sorted.
_ARCS = 50_000_000


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class LargeProblem:
    """Demand and candidate sites whose costs are worked out as needed, never all held.

    Attributes
    ----------
    demand : pandas.Index
        Identifiers of the demand points, sorted.
    sites : pandas.Index
        Identifiers of the sites, sorted.
    weight : array, shape (demand,)
        Above zero.
    existing : array of bool, shape (sites,)
        Whether a site is there: it is kept.
    forced : array of bool, shape (sites,)
        Whether a site must be opened.
    forbidden : array of bool, shape (sites,)
        Whether a site may not be opened.
    field : LazyCosts
        Gives the costs, in the order of ``demand`` and ``sites``; every site can serve all.
    """

    demand: pd.Index
    sites: pd.Index
    weight: Floats
    existing: Bools
    forced: Bools
    forbidden: Bools
    field: LazyCosts

    @classmethod
    def from_field(
        cls, demand: pd.DataFrame, sites: pd.DataFrame, field: LazyCosts
    ) -> LargeProblem:
        """Join tables with a field whose rows are in their order.

        Parameters
        ----------
        demand : DataFrame
            ``id``, ``weight``.
        sites : DataFrame
            ``id``; optional ``existing``, ``forced``, ``forbidden``.
        field : LazyCosts
            Costs, worked out when asked for; its rows and columns stand as in the tables.

        Returns
        -------
        LargeProblem
            The problem, its demand and sites in the order of their identifiers.

        Raises
        ------
        DataError
            A table is faulty, or the field has another shape.
        """
        who, where = tables.Demand.read(demand), tables.Sites.read(sites)
        if field.shape != (len(who.ids), len(where.ids)):
            raise DataError(
                Text(
                    f"费用场的大小为 {field.shape}，而需求点和场址有 "
                    f"{len(who.ids)} 和 {len(where.ids)} 个。",
                    f"The field is of {field.shape} demands and sites; the tables have "
                    f"{len(who.ids)} and {len(where.ids)}.",
                )
            )
        _, rows = tables.identifiers(demand, "demand")
        _, places = tables.identifiers(sites, "sites")
        return cls(
            demand=who.ids,
            sites=where.ids,
            weight=who.weight,
            existing=where.existing,
            forced=where.forced,
            forbidden=where.forbidden,
            field=_Ordered(field, rows, places),
        )


@dataclass(frozen=True, slots=True, eq=False)
class _Ordered:
    """A field with its demand and sites in another order."""

    field: LazyCosts
    rows: Ints
    places: Ints

    @property
    def shape(self) -> tuple[int, int]:
        return self.field.shape

    def block(self, rows: Ints) -> Floats:
        return self.field.block(self.rows[rows])[:, self.places]

    def costs(self, sites: Ints) -> Floats:
        return self.field.costs(self.places[sites])[self.rows]

    def true(self, rows: Ints, sites: Ints) -> Floats:
        return self.field.true(self.rows[rows], self.places[sites])


def large_p_median(
    problem: LargeProblem, rules: Rules, *, enough: float = ENOUGH, seconds: float = 300.0
) -> Solution:
    """Choose p sites so that the weighted cost of serving all demand is nearly the least.

    Parameters
    ----------
    problem : LargeProblem
        Demand, sites and a field of costs.
    rules : Rules
        ``p`` only: a budget or spacing is for smaller problems.
    enough : float
        Relative gap at which the search ends.
    seconds : float
        Time limit of the search; the tables before and after it come on top.

    Returns
    -------
    Solution
        ``optimal`` only if the bound meets the cost; else ``feasible`` with its gap, which is
        that of the full problem. The cost is of the true lengths.

    Raises
    ------
    OptionError, DataError
        Rules can't be, or a pair has no cost.

    Examples
    --------
    >>> import numpy as np
    >>> import pandas as pd
    >>> from gisplan.analysis.siting.models import (
    ...     LargeProblem,
    ...     MatrixField,
    ...     Rules,
    ...     large_p_median,
    ... )
    >>> demand = pd.DataFrame({"id": ["a", "b", "c", "d"], "weight": [500, 300, 200, 100]})
    >>> sites = pd.DataFrame({"id": ["S", "T", "U"]})
    >>> km = np.array([[5.0, 40, 90], [6, 42, 80], [60, 8, 70], [90, 9, 45]])
    >>> problem = LargeProblem.from_field(demand, sites, MatrixField(km))
    >>> answer = large_p_median(problem, Rules(p=2))
    >>> answer.chosen, answer.objective, answer.status
    (('S', 'T'), 6800.0, 'optimal')
    """
    clock = Clock(seconds)
    choice = _choice(problem, rules)
    weight, field = problem.weight, problem.field

    def column(sites: Ints) -> Floats:
        cost = _all_known(field.costs(sites))
        cost *= weight[:, None]
        return cost

    first = _sampled(problem, choice)
    start = column(first)
    two = np.partition(start, min(1, start.shape[1] - 1), axis=1)[:, : min(2, start.shape[1])]
    cap = two[:, -1] * _BEYOND + np.finfo(np.float64).tiny
    cap = _affordable(problem, cap)
    listed = arcs.from_field(field, weight, cap, ~choice.shut)
    search = Search(listed, column, choice, enough=enough, clock=clock)
    bound = search.run(first)
    return _median_solution(problem, search.chosen, bound.value, clock)


def _all_known(cost: Floats) -> Floats:
    if not np.isfinite(cost).all():
        raise DataError(
            Text(
                "有的场址到有的需求点没有费用；大规模 p-中位要求每对都可达。",
                "Some pairs have no cost; a large p-median needs every site to reach all demand.",
            )
        )
    return cost


def _choice(problem: LargeProblem, rules: Rules) -> Choice:
    if rules.p is None or rules.budget is not None or rules.spacing is not None:
        raise OptionError(
            Text(
                "大规模的 p-中位只接受场址数 p，不接受预算和间距；请减少需求点或候选场址。",
                "A large p-median takes the number of sites p, and no budget or spacing; for these "
                "merge demand or drop candidates.",
            )
        )
    opened = problem.existing | problem.forced
    shut = problem.forbidden
    most = most_sites(rules.p, int(opened.sum()), int((~shut).sum()))
    return Choice(most=most or 0, opened=opened, shut=shut)


def _sampled(problem: LargeProblem, choice: Choice) -> Ints:
    """Solve the median of a sample of the demand, drawn by weight, with a fixed seed.

    Parameters
    ----------
    problem : LargeProblem
        Demand, sites and a field of costs.
    choice : Choice
        How many sites may be open, and which must or may not.

    Returns
    -------
    array of int
        Positions of the sites, sorted, as many as may be open.
    """
    n, m = problem.field.shape
    rng = np.random.default_rng(0)
    size = max(_SAMPLE // m, 2)
    rows, count = np.arange(n), problem.weight
    if size < n:
        drawn = rng.choice(n, size, p=problem.weight / problem.weight.sum())
        rows, times = np.unique(drawn, return_counts=True)
        count = times.astype(np.float64)
    allowed = np.flatnonzero(~choice.shut)
    cost = _all_known(problem.field.block(rows)[:, allowed]) * count[:, None]
    ground = Ground(
        cost=np.ascontiguousarray(cost),
        charge=np.zeros(len(allowed)),
        most=choice.most,
        fixed=choice.opened[allowed],
        price=np.zeros(len(allowed)),
        budget=np.inf,
        conflict=None,
        missing=10.0 * float(cost.max(axis=1).sum() + 1.0),
    )
    pool = Pool(ground)
    pool.improve(greedy(ground, np.flatnonzero(ground.fixed)))
    return allowed[pool.best]


def _affordable(problem: LargeProblem, cap: Floats) -> Floats:
    """Lower the caps, all alike, until so many pairs are below them; judged by a sample.

    Parameters
    ----------
    problem : LargeProblem
        Demand, sites and a field of costs.
    cap : array of float
        Weighted cost of each demand from which on a pair is not listed.

    Returns
    -------
    array of float
        Caps, each the same share of what it was.
    """
    n, m = problem.field.shape
    rows = np.unique(np.linspace(0, n - 1, min(n, max(_SAMPLE // (4 * m), 1))).astype(np.int64))
    share = problem.field.block(rows) * (problem.weight[rows] / cap[rows])[:, None]
    below = share.ravel()
    most = int(_ARCS * (len(rows) / n))
    if (below < 1).sum() <= most:
        return cap
    return cap * float(np.partition(below, most)[most])


def _median_solution(problem: LargeProblem, chosen: Ints, bound: float, clock: Clock) -> Solution:
    near = problem.field.costs(chosen)
    every = np.arange(len(problem.demand))
    site = chosen[near.argmin(axis=1)]
    cost = problem.field.true(every, site)
    objective = float((problem.weight * cost).sum())
    opened = np.zeros(len(problem.sites), dtype=bool)
    opened[chosen] = True
    found = SitingAnswer(
        opened=opened, objective=objective, bound=min(bound, objective), exact=False
    )
    table = pd.DataFrame(
        {
            "demand": problem.demand,
            "site": problem.sites[site],
            "cost": cost,
            "amount": problem.weight,
        }
    )
    nobody = pd.DataFrame(
        {name: [] for name in ("demand", "weight", "site", "cost", "excess")}, dtype="float64"
    )
    return Solution(
        model="p_median",
        status=proven(found),
        objective=objective,
        bound=found.bound,
        gap=gap_of(objective, found.bound),
        chosen=tuple(problem.sites[chosen]),
        assignment=table,
        unserved=nobody,
        seconds=clock.gone(),
    )
