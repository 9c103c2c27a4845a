"""Covering all demand with the fewest sites, or at the least cost.

Demand and sites that decide nothing are left out (``covering_needed``), and a search gives an
answer to begin with (``covering_fewest``, ``covering_cheapest``). By cost, HiGHS and the search
take turns; of the fewest sites, HiGHS shows one number after the other to be too few, with rows
that raise the relaxation (``covering_cuts``).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Self, TypedDict

import numpy as np
from scipy.sparse import csr_array

from gisplan.analysis import highs
from gisplan.analysis.siting.models.covering_cheapest import cheap_sites
from gisplan.analysis.siting.models.covering_cuts import local_cuts
from gisplan.analysis.siting.models.covering_fewest import CoverAllRules, few_sites
from gisplan.analysis.siting.models.covering_needed import needed_columns, needed_rows
from gisplan.analysis.siting.models.covering_programme import Side, by_turns, merged, side
from gisplan.analysis.siting.models.problem import Problem, Terms
from gisplan.analysis.siting.models.result import Clock
from gisplan.analysis.siting.models.site_rules import SiteRules, site_rules
from gisplan.arrays import Bools, Floats, Ints

#: Of the time left, what the search has after HiGHS' first turn.
_SEARCH = 0.3
#: What HiGHS has before the fewest sites are searched for longer: of the time left, and seconds.
_FIRST, _SOON = 0.03, 1.0
#: Of the time left after that, what the search for rows that raise the relaxation may take.
_CUTS = 0.4
#: Swaps for each number of sites, and tries in vain, before HiGHS and after its first turn.
QUICK, LONG = (300, 60), (100_000, 400)
#: Where one site less is all that is open: what HiGHS has of the time left before it is looked for
#: longer; the swaps, and what they may take of it.
_GLANCE, _LAST, _LAST_SHARE = 0.1, (500_000, 400), 0.5


class _Rows(TypedDict):
    """Rows of a programme, and between what each is."""

    matrix: csr_array
    lower: Floats
    upper: Floats


@dataclass(frozen=True, slots=True, eq=False)
class CoverAll:
    """A covering problem with what decides nothing left out.

    Attributes
    ----------
    cover : csr_array, shape (demand left, sites left)
        Ones where a site covers a demand.
    columns : array of int, shape (sites left,)
        Position of each site in the problem.
    rules : SiteRules
        What the choice must keep to, by position among the sites left.
    side : Side
        The same as rows.
    beside : Side
        The rows but that of the number of sites, or with a budget but that of the budget.
    cuts : csr_array, shape (rows, sites left), optional
        Coefficients of rows that all whole sites which cover all keep to, each at least 1.
    """

    cover: csr_array
    columns: Ints
    rules: SiteRules
    side: Side
    beside: Side
    cuts: csr_array | None = None

    @property
    def only(self) -> CoverAllRules:
        """What the search keeps to beside number and money.

        Returns
        -------
        CoverAllRules
            Sites that stay open, and pairs that exclude each other.
        """
        return CoverAllRules(self.rules.fixed, self.rules.conflict)

    def search(
        self,
        cost: Floats,
        done: Callable[[], bool],
        effort: tuple[int, int],
        *,
        least: int = 0,
    ) -> Bools:
        """Look for sites that cover all within the rules, few or cheap.

        Parameters
        ----------
        cost : array of float, shape (sites left,)
            Cost of each site.
        done : callable
            True ends the search.
        effort : tuple of int
            Swaps at most for each number of sites; tries in vain where cost or money count.
        least : int, optional
            Number of sites that is small enough.

        Returns
        -------
        array of bool, shape (sites left,)
            The sites; none if none were found.
        """
        steps, tries = effort
        found = [few_sites(self.cover, self.only, self.rules.most, done, steps=steps, least=least)]
        if len(set(cost.tolist())) > 1:
            found.append(cheap_sites(self.cover, cost, self.only, done, tries=tries))
        if np.isfinite(self.rules.budget):
            price = self.rules.price
            found.append(cheap_sites(self.cover, price, self.only, done, tries=tries))
        good = [sites for sites in found if sites is not None and self.rules.keeps(sites)]
        out = np.zeros(len(self.columns), dtype=bool)
        if good:
            out[min(good, key=lambda sites: float(cost[sites].sum()))] = True
        return out

    def tightened(self, done: Callable[[], bool]) -> Self:
        """Add rows that parts of sites don't keep to, where whole ones do.

        Parameters
        ----------
        done : callable
            True ends the search for them.

        Returns
        -------
        CoverAll
            The same problem, with a relaxation that is nearer to it.
        """
        return replace(self, cuts=local_cuts(self.cover, done))

    def possible(self, seconds: float) -> highs.ProgrammeAnswer:
        """Tell whether all can be covered within the rules.

        Parameters
        ----------
        seconds : float
            Time limit.

        Returns
        -------
        highs.ProgrammeAnswer
            Some sites that do, as columns; ``infeasible`` if none do.
        """
        money = np.isfinite(self.rules.budget)
        programme = self.programme(self.rules.price if money else np.ones(len(self.columns)))
        return highs.solve(
            replace(programme, **self._rows(self.beside)),
            seconds=seconds,
            ceiling=self.rules.budget if money else float(self.rules.most),
        )

    def fewer(self, number: int, seconds: float) -> highs.ProgrammeAnswer:
        """Tell whether so many sites, or fewer, cover all.

        Parameters
        ----------
        number : int
            Sites open at most.
        seconds : float
            Time limit.

        Returns
        -------
        highs.ProgrammeAnswer
            Some sites that do, as columns; ``infeasible`` if none do.
        """
        programme = self.programme(np.ones(len(self.columns)))
        if not np.isfinite(self.rules.budget):
            programme = replace(programme, **self._rows(self.beside))
        return highs.solve(programme, seconds=seconds, ceiling=float(number))

    def barred(self, seconds: float) -> bool:
        """Tell whether parts of sites can't cover all within the rules, and so whole ones can't.

        Parameters
        ----------
        seconds : float
            Time limit.

        Returns
        -------
        bool
            False if they can, or time ran out.
        """
        parts = replace(self.programme(np.ones(len(self.columns))), integer=None)
        return highs.solve(parts, seconds=seconds).status == "infeasible"

    def programme(self, cost: Floats) -> highs.Programme:
        """Build the programme.

        Parameters
        ----------
        cost : array of float, shape (sites left,)
            Cost of each site.

        Returns
        -------
        highs.Programme
            Its columns are the sites left.
        """
        return highs.Programme(
            cost=cost,
            column_lower=self.rules.fixed.astype(float),
            column_upper=np.ones(len(cost)),
            integer=np.ones(len(cost), dtype=bool),
            **self._rows(self.side),
        )

    def _rows(self, side: Side) -> _Rows:
        cover = self.cover if self.cuts is None else highs.rows(self.cover, self.cuts)
        need = cover.shape[0]
        return {
            "matrix": highs.rows(cover, side.matrix),
            "lower": np.concatenate([np.ones(need), side.lower]),
            "upper": np.concatenate([np.full(need, np.inf), side.upper]),
        }


def reduced(
    problem: Problem, terms: Terms, cost: Floats, *, reach: float | None
) -> CoverAll | None:
    """Leave out demand and sites that decide nothing when all demand must be covered.

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

    Returns
    -------
    CoverAll or None
        None if a demand has no site within reach.
    """
    cover = problem.cover(reach, terms.shut)
    if (np.diff(cover.indptr) == 0).any():
        return None
    # What an open site covers is done with.
    held = np.asarray(cover @ terms.opened.astype(float)) > 0
    cover, _ = merged(cover[np.flatnonzero(~held)])
    rules, columns = site_rules(problem, terms)
    cover = csr_array(cover[:, columns])
    before = (-1, -1)
    while cover.shape != before:
        before = cover.shape
        cover, _ = merged(cover[needed_rows(cover)])
        if rules.conflict is not None:
            break
        # Dearer in neither of the two, so that no rule is broken by taking the other site.
        both = np.column_stack([cost[columns], rules.price])
        if not np.isfinite(rules.budget):
            both = both[:, :1]
        kept = needed_columns(cover, both, ~rules.fixed)
        columns, cover = columns[kept], csr_array(cover[:, kept])
        rules = replace(rules, fixed=rules.fixed[kept], price=rules.price[kept])
    money = np.isfinite(terms.budget)
    beside = replace(terms, budget=np.inf) if money else replace(terms, most=None)
    return CoverAll(
        cover, columns, rules, side(problem, terms).of(columns), side(problem, beside).of(columns)
    )


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
    clock = Clock(seconds)
    small = reduced(problem, terms, cost, reach=reach)
    if small is None:
        return highs.ProgrammeAnswer("infeasible", np.empty(0), np.inf)
    mine = cost[small.columns]

    def search(share: float, effort: tuple[int, int], least: int = 0) -> Floats:
        end = clock.left() * (1 - share)
        found = small.search(mine, lambda: clock.left() <= end, effort, least=least)
        return found.astype(float)

    start = search(1.0, QUICK)
    if start.any() and not mine.any():
        outcome = highs.ProgrammeAnswer("optimal", start, 0.0)
    elif start.any() and (mine == 1).all():
        outcome = _fewest(small, clock, start, search)
    else:
        outcome = by_turns(small.programme(mine), clock, start, lambda: search(_SEARCH, LONG))
    if not len(outcome.x):
        return outcome
    x = np.zeros(len(cost))
    x[small.columns] = outcome.x
    return replace(outcome, x=x)


def _fewest(
    small: CoverAll, clock: Clock, start: Floats, search: Callable[..., Floats]
) -> highs.ProgrammeAnswer:
    """Choose the fewest sites: show one number after the other to be too few.

    Parameters
    ----------
    small : CoverAll
        What is left of the problem.
    clock : Clock
        Time left.
    start : array of float
        Sites that cover all.
    search : callable
        Gives other sites that do; of a share of the time left, an effort, and a number of sites
        that is small enough.

    Returns
    -------
    highs.ProgrammeAnswer
        The sites as columns of ``small``, and how many are needed at least.
    """
    programme = small.programme(np.ones(len(small.columns)))
    first = highs.solve(
        programme, seconds=max(_FIRST * clock.left(), min(_SOON, clock.left())), start=start
    )
    if first.status in ("optimal", "infeasible") or clock.left() <= 0:
        return first
    best = _fewer_of(first.x, search(_SEARCH, LONG))
    least, looked = max(first.bound, 1.0), False
    end = clock.left() * (1 - _CUTS)
    if np.ceil(least - highs.PROOF) < round(best.sum()):
        small = small.tightened(lambda: clock.left() <= end)
    while True:
        # As many are needed as whole sites that are no fewer than the bound.
        number = int(np.ceil(least - highs.PROOF))
        if number >= round(best.sum()):
            return highs.ProgrammeAnswer("optimal", best, float(best.sum()))
        if clock.left() <= 0:
            return highs.ProgrammeAnswer("feasible", best, float(number))
        last = number == round(best.sum()) - 1 and not looked
        outcome = small.fewer(number, clock.left() * (_GLANCE if last else 1.0))
        if last and outcome.status == "unknown":
            # one site less is found by looking longer sooner than by going through all choices
            best, looked = _fewer_of(best, search(_LAST_SHARE, _LAST, number)), True
        elif outcome.status == "infeasible":
            least = number + 1.0
        elif outcome.status == "unknown":
            return highs.ProgrammeAnswer("feasible", best, max(float(number), outcome.bound))
        else:
            best = outcome.x


def _fewer_of(one: Floats, other: Floats) -> Floats:
    return min((one, other), key=lambda x: x.sum() if len(x) and x.any() else np.inf)
