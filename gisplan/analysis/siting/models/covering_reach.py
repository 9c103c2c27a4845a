"""The smallest reach that would do, and what follows when covering has no answer."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd

from gisplan.analysis import highs
from gisplan.analysis.siting.models.covering_most import cover_most
from gisplan.analysis.siting.models.covering_whole import QUICK, CoverAll, reduced
from gisplan.analysis.siting.models.problem import Problem, Terms
from gisplan.analysis.siting.models.result import (
    Case,
    Clock,
    Explanation,
    Lacking,
    nearest,
    unserved,
)
from gisplan.analysis.siting.models.site_rules import site_rules
from gisplan.arrays import Bools, Floats
from gisplan.text import Text

#: Of the time left, what one reach may take of a search or relaxation and of a programme, and what
#: the longer search may take in all.
_FOR_ONE, _FOR_MIDDLE, _FOR_SEARCH = 0.1, 0.6, 0.25
#: Seconds for a reach before the longer search, and its swaps for each reach.
_SOON, _LONG = 2.0, (30_000, 60)
#: Of a reach, what the longer search leaves to the programmes: it is long where none will do.
_FINE = 0.001
#: Of the smallest reach that does, the share below which none is soon to be shown to do: a gap
#: that is small enough is proven before the smallest.
_NEAR = 0.009


def smallest_reach(
    problem: Problem, terms: Terms, clock: Clock
) -> tuple[float | None, float, Bools]:
    """Find the smallest reach at which the rules let every demand be covered.

    Bisections over the different costs (Minieka 1970, *SIAM Review* 12): a search finds sites for
    small reaches, linear relaxations show smaller ones to be too small, and programmes decide what
    lies between (Daskin 2013, *Network and Discrete Location*, ch. 5). Where one takes long, a
    longer search comes before them.

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
    first = _decided(problem, terms, values[-1], clock)
    if first.status == "infeasible":
        return None, np.inf, none
    if first.status == "unknown":
        return None, least, none
    range_ = _Range(problem, terms, values, clock)
    range_.meet(first.x > 0.5)
    nearer = greedy_centre(problem, terms)
    if nearer is not None:
        range_.meet(nearer)
    range_.search_from_below()
    range_.search()
    range_.relax()
    if not range_.decide_soon():
        range_.search(_LONG, _FOR_SEARCH, _FINE)
        range_.decide()
    return float(values[range_.high]), float(values[range_.low]), range_.opened


def greedy_centre(problem: Problem, terms: Terms) -> Bools | None:
    """Open sites one by one, each time the one that brings the farthest demand nearest.

    Parameters
    ----------
    problem : Problem
        Demand, sites and the costs between them.
    terms : Terms
        Rules, checked.

    Returns
    -------
    array of bool, shape (sites,), or None
        Whether each site is open; None if so some demand stays without a site.
    """
    rules, allowed = site_rules(problem, terms)
    cost = np.full((len(problem.demand), len(problem.sites)), np.inf)
    pairs = problem.within(None, ~terms.shut)
    cost[pairs.row, pairs.site] = pairs.cost
    cost = cost[:, allowed]
    chosen = np.flatnonzero(rules.fixed)
    now = cost[:, chosen].min(axis=1, initial=np.inf)
    while True:
        free = np.flatnonzero(rules.addable(chosen))
        if not len(free) or now.max() == 0:
            break
        left = np.minimum(cost[:, free], now[:, None])
        # While some demand has no site, the one that reaches most of it.
        order = np.lexsort((left.max(axis=0), np.isinf(left).sum(axis=0)))
        site = free[order[0]]
        chosen = np.append(chosen, site)
        now = np.minimum(now, cost[:, site])
    if np.isinf(now).any():
        return None
    opened = np.zeros(len(problem.sites), dtype=bool)
    opened[allowed[chosen]] = True
    return opened


def _decided(
    problem: Problem, terms: Terms, reach: float, clock: Clock, seconds: float | None = None
) -> highs.ProgrammeAnswer:
    """Tell whether all demand can be covered within a reach.

    Parameters
    ----------
    problem : Problem
        Demand, sites and the costs between them.
    terms : Terms
        Rules, checked.
    reach : float
        Greatest cost at which a site covers a demand.
    clock : Clock
        Time left.
    seconds : float, optional
        Time limit of the programme; the time left if left out.

    Returns
    -------
    highs.ProgrammeAnswer
        Sites as columns of the problem, ``optimal`` or ``feasible``; ``infeasible``; ``unknown``.
    """
    small = reduced(problem, terms, np.zeros(len(problem.sites)), reach=reach)
    if small is None:
        return highs.ProgrammeAnswer("infeasible", np.empty(0), np.inf)
    opened = small.search(
        np.zeros(len(small.columns)), lambda: clock.left() <= 0, QUICK, least=small.rules.most
    ).astype(float)
    answer = highs.ProgrammeAnswer("optimal", opened, 0.0)
    if not opened.any():
        answer = small.possible(max(clock.left() if seconds is None else seconds, 0.01))
    x = np.zeros(len(problem.sites))
    if len(answer.x):
        x[small.columns] = answer.x
    return replace(answer, x=x if len(answer.x) else answer.x)


class _Range:
    """The costs among which the smallest reach is: none below ``low`` will do, ``high`` does.

    Parameters
    ----------
    problem : Problem
        Demand, sites and the costs between them.
    terms : Terms
        Rules, checked.
    values : array of float
        Different costs, sorted.
    clock : Clock
        Time left.
    """

    def __init__(self, problem: Problem, terms: Terms, values: Floats, clock: Clock) -> None:
        self.problem, self.terms, self.values, self.clock = problem, terms, values, clock
        self.low, self.high = 0, len(values) - 1
        self.opened = np.zeros(len(problem.sites), dtype=bool)
        self._none = np.zeros(len(problem.sites))

    def meet(self, opened: Bools) -> None:
        """Take sites that serve all demand.

        Parameters
        ----------
        opened : array of bool
            Whether each site is open.
        """
        at = _position(self.values, self.problem, opened)
        if at < self.high or not self.opened.any():
            self.high, self.opened = at, opened

    def search_from_below(self) -> None:
        """Look for sites within ever greater reaches: what is small is sparse, and soon tried."""
        found, step = self.low, 1
        while found < self.high and not self._met(found, QUICK):
            found, step = min(found + step, self.high), step * 2

    def search(
        self, effort: tuple[int, int] = QUICK, share: float = 1.0, fine: float = 0.0
    ) -> None:
        """Look for sites within ever smaller reaches.

        Parameters
        ----------
        effort : tuple of int
            Of the search for each reach.
        share : float
            Of the time left, what may be taken.
        fine : float
            The search ends where what is left is no wider than this share of the reach.
        """
        below, end, values = self.low, self.clock.left() * (1 - share), self.values
        while below < self.high and self.clock.left() > end:
            if values[self.high] - values[below] < fine * values[self.high]:
                return
            middle = (below + self.high) // 2
            if not self._met(middle, effort):
                below = middle + 1

    def _met(self, at: int, effort: tuple[int, int]) -> bool:
        small = reduced(self.problem, self.terms, self._none, reach=self.values[at])
        if small is None:
            self.low = max(self.low, at + 1)
            return False
        end = self.clock.left() * (1 - _FOR_ONE)
        sites = small.search(
            np.zeros(len(small.columns)),
            lambda: self.clock.left() <= end,
            effort,
            least=small.rules.most,
        )
        if not sites.any():
            return False
        self.meet(self._of_problem(small, sites))
        return True

    def _of_problem(self, small: CoverAll, sites: Bools) -> Bools:
        opened = np.zeros(len(self.problem.sites), dtype=bool)
        opened[small.columns[sites]] = True
        return opened

    def relax(self) -> None:
        """Show reaches to be too small by linear relaxations."""
        above = self.high
        while self.low < above and self.clock.left() > 0:
            middle = (self.low + above) // 2
            small = reduced(self.problem, self.terms, self._none, reach=self.values[middle])
            if small is None or small.barred(max(self.clock.left() * _FOR_ONE, 0.01)):
                self.low = middle + 1
            else:
                above = middle

    def decide_soon(self) -> bool:
        """Decide what is left by programmes, as long as none takes long.

        Returns
        -------
        bool
            Whether all is decided.
        """
        while self.low < self.high:
            if self._decide((self.low + self.high) // 2, min(_SOON, self.clock.left())) is None:
                return False
        return True

    def decide(self) -> None:
        """Decide what is left by programmes; where one takes long, try a smaller reach."""
        above = self.high
        while self.low < self.high and self.clock.left() > 0:
            near = int(np.searchsorted(self.values, (1 - _NEAR) * self.values[self.high]))
            middle = (self.low + min(above, self.high)) // 2
            if self.low <= near < above:
                middle = near
            decided = self._decide(middle, self.clock.left() * _FOR_MIDDLE)
            if decided is None:
                above = middle if middle > self.low else self.high
            elif not decided:
                above = self.high

    def _decide(self, at: int, seconds: float) -> bool | None:
        """Tell whether a reach will do; None if that takes too long.

        Parameters
        ----------
        at : int
            Position of the reach among the values.
        seconds : float
            Time limit.

        Returns
        -------
        bool or None
            Whether it will do.
        """
        outcome = _decided(self.problem, self.terms, self.values[at], self.clock, seconds)
        if outcome.status == "unknown":
            return None
        if outcome.status == "infeasible":
            self.low = at + 1
            return False
        self.meet(outcome.x > 0.5)
        return True


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
    lacking: Lacking = "beyond_reach" if alone else "found"
    if not alone:
        # Each could be covered, but not all: leave out as few as the rules allow.
        outcome = cover_most(
            problem, terms, np.ones(len(missing)), reach=reach, seconds=max(clock.left(), 1.0)
        )
        if len(outcome.x):
            sites = outcome.x > 0.5
            _, within = nearest(problem, sites, reach)
            missing = np.where(np.isfinite(within), 0.0, problem.weight)
            lacking = "fewest" if outcome.status == "optimal" else "found"
        else:
            missing = problem.weight.copy()
    smallest, bound, _ = smallest_reach(problem, terms, clock)
    if smallest is not None and smallest != bound:
        smallest = None  # not proven smallest
    left_out = unserved(problem, sites, missing, reach)
    reason = _reason(left_out, reach, smallest, lacking)
    return Explanation(reason, left_out, smallest, lacking)


def _reason(
    left_out: pd.DataFrame, reach: float | None, smallest: float | None, lacking: Lacking
) -> Text:
    count = len(left_out)
    names = [str(name) for name in left_out["demand"][:5]]
    far = left_out["excess"].max()
    zh_names = "、".join(names) + ("等" if count > 5 else "")
    en_names = ", ".join(names) + (" and others" if count > 5 else "")
    if lacking == "beyond_reach":
        zh = f"{count} 个需求点在服务半径内没有可用场址：{zh_names}。"
        en = f"{count} demand(s) have no site that may be open within reach: {en_names}."
    else:
        least = "至少" if lacking == "fewest" else ""
        zh = f"在给定的场址数、预算或间距下，{least}有 {count} 个需求点无法覆盖：{zh_names}。"
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
