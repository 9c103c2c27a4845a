"""Ties: of choices that are equally good, the one of least way, then of the least uneven ways.

Sizes permitting, a programme that keeps the objective finds the choice (lexicographic optimisation;
Marler and Arora 2004, *Structural and Multidisciplinary Optimization* 26); else sites are swapped
where that changes nothing but the second aim. What comes out is always judged by the choice itself,
never by the solver's figures, so that no answer is given up for one that only looks as good.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
from scipy.sparse import csr_array

from gisplan.analysis import highs
from gisplan.analysis.siting.models.covering_programme import bounds, side
from gisplan.analysis.siting.models.covering_search import CoverageWorth, CoverSearch
from gisplan.analysis.siting.models.problem import Problem, Terms
from gisplan.analysis.siting.models.result import Clock, Ties, nearest
from gisplan.analysis.siting.models.site_rules import site_rules
from gisplan.analysis.siting.models.tie_ways import TieWays
from gisplan.arrays import Bools, Floats, Ints

#: Pairs up to which a programme decides, and the full matrix up to which sites are swapped.
EXACT, SWAPPED = 3_000, 4_000_000
#: Seconds that a programme may take, and by how much objectives of equal choices may differ.
_SECONDS, SAME = 5.0, 1e-12
_LESS = 1e-9
#: Of the time left, what swaps may take.
_SHARE = 0.1


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class TieAim:
    """What equally good choices have in common.

    Attributes
    ----------
    reach : float or None
        Greatest cost at which a demand is served; any cost if None.
    serve_all : bool
        Whether all demand must be served.
    value : callable
        Objective of a choice of sites; one that has another is no tie.
    site : array, shape (sites,)
        What an open site takes from the sum that must be kept.
    served : array, shape (demand,)
        What serving a demand adds to it.
    way : array, shape (demand,)
        What a unit of cost of serving a demand takes from it.
    twice : array, shape (demand,), or None
        What covering a demand twice adds to it; None where that doesn't count.
    """

    reach: float | None
    serve_all: bool
    value: Callable[[Bools], float]
    site: Floats
    served: Floats
    way: Floats
    twice: Floats | None = None


def settle_ties(
    problem: Problem, terms: Terms, opened: Bools, aim: TieAim, clock: Clock
) -> tuple[Bools, Ties]:
    """Choose among equally good choices of sites.

    Parameters
    ----------
    problem : Problem
        Demand, sites and the costs between them.
    terms : Terms
        Rules, checked.
    opened : array of bool
        A choice that keeps to the rules.
    aim : TieAim
        What equally good choices have in common.
    clock : Clock
        Time left.

    Returns
    -------
    tuple[Bools, Ties]
        The choice; and whether ties were decided over all choices, searched, or left as they were.
    """
    allowed = int((~terms.shut).sum())
    if len(problem.demand) * allowed > SWAPPED:
        return opened, "open"
    tie = _Tie(problem, terms, aim)
    best = tie.swapped(opened, clock)
    if len(tie.site) > EXACT or clock.left() <= 0:
        return best, "searched"
    found = tie.programmed(best, clock)
    return (best, "searched") if found is None else (found, "decided")


class _Tie:
    """The second and the third aim of one problem.

    Parameters
    ----------
    problem : Problem
        Demand, sites and the costs between them.
    terms : Terms
        Rules, checked.
    aim : TieAim
        What equally good choices have in common.
    """

    def __init__(self, problem: Problem, terms: Terms, aim: TieAim) -> None:
        self.problem, self.terms, self.aim = problem, terms, aim
        pairs = problem.within(aim.reach, ~terms.shut)
        self.row: Ints = pairs.row
        self.site: Ints = pairs.site.astype(np.int64)
        self.cost: Floats = pairs.cost
        #: Stands for the way of who is not served: beyond all ways.
        self.beyond = 2.0 * float(self.cost.max(initial=0.0)) + 1.0

    def ways(self, opened: Bools) -> tuple[float, float]:
        """Give the way of a choice, and how uneven ways are.

        Parameters
        ----------
        opened : array of bool
            Whether each site is open.

        Returns
        -------
        tuple[float, float]
            Sum of weight times way, and of weight times its square.
        """
        _, cost = nearest(self.problem, opened, self.aim.reach)
        cost = np.where(np.isfinite(cost), cost, self.beyond)
        weight = self.problem.weight
        return float(weight @ cost), float(weight @ cost**2)

    def better(self, one: Bools, other: Bools) -> bool:
        """Tell whether a choice is as good as another by the model, and better by ways.

        Parameters
        ----------
        one : array of bool
            The choice.
        other : array of bool
            The one that it is held against.

        Returns
        -------
        bool
            False also where their objectives differ.
        """
        kept, value = self.aim.value(other), self.aim.value(one)
        if abs(value - kept) > SAME * max(abs(kept), 1.0):
            return False
        (way, spread), (way_before, spread_before) = self.ways(one), self.ways(other)
        if abs(way - way_before) > _LESS * way_before:
            return way < way_before
        return spread < spread_before * (1 - _LESS)

    def swapped(self, opened: Bools, clock: Clock) -> Bools:
        """Swap sites, the objective being kept, as long as ways become better.

        Parameters
        ----------
        opened : array of bool
            The choice to begin with.
        clock : Clock
            Time left, of which a part is taken.

        Returns
        -------
        array of bool
            A choice that no such swap betters.
        """
        rules, allowed = site_rules(self.problem, self.terms)
        grounds = [self._ways_to(power) for power in (1, 2)]
        chosen = np.flatnonzero(opened[allowed])
        best = opened
        keeps, end = self._keeper(grounds[0], best), clock.left() * (1 - _SHARE)
        while len(chosen) and clock.left() > end:
            kept = keeps(chosen)
            moved = False
            for ground in grounds:
                change = ground.changes(chosen)
                change[~kept] = np.inf
                slot, site = divmod(int(change.argmin()), change.shape[1])
                if not change[slot, site] < -_LESS * max(ground.value(chosen), 1e-300):
                    continue
                other = chosen.copy()
                other[slot] = site
                mask = np.zeros(len(opened), dtype=bool)
                mask[allowed[other]] = True
                if rules.keeps(other) and self.better(mask, best):
                    chosen, best, moved = np.sort(other), mask, True
                    break
            if not moved:
                return best
        return best

    def _ways_to(self, power: int) -> TieWays:
        rules, allowed = site_rules(self.problem, self.terms)
        position = np.zeros(len(self.problem.sites), dtype=np.int64)
        position[allowed] = np.arange(len(allowed))
        weight = self.problem.weight
        return TieWays(
            rules=rules,
            row=self.row,
            site=position[self.site],
            way=self.cost**power * weight[self.row],
            beyond=self.beyond**power * weight,
        )

    def _keeper(self, way: TieWays, opened: Bools) -> Callable[[Ints], Bools]:
        """Give what tells which swaps change nothing of the sum that must be kept.

        Parameters
        ----------
        way : TieWays
            Ways from all demand.
        opened : array of bool
            A choice that keeps it.

        Returns
        -------
        callable
            Takes the positions of the open sites among those allowed; gives booleans of shape
            (open sites, sites allowed).
        """
        aim, (rules, allowed) = self.aim, site_rules(self.problem, self.terms)
        site, slack = aim.site[allowed], max(abs(aim.value(opened)), 1.0)
        if aim.way.any():
            unit = aim.way / self.problem.weight
            money = replace(way, way=way.way * unit[self.row], beyond=way.beyond * unit)
            change = money.changes
        else:
            none = np.full(len(aim.served), -2.0 * slack if aim.serve_all else 0.0)
            twice = aim.served if aim.twice is None else aim.served + aim.twice
            cover = csr_array(self.problem.cover(aim.reach, self.terms.shut)[:, allowed])
            search = CoverSearch(cover, CoverageWorth(none, aim.served, twice), rules)

            def change(chosen: Ints) -> Floats:
                return -search.changes(chosen)

        def keeps(chosen: Ints) -> Bools:
            more = change(chosen) + (site - site[chosen][:, None])
            out: Bools = np.abs(more) <= _LESS * slack
            return out

        return keeps

    def programmed(self, opened: Bools, clock: Clock) -> Bools | None:
        """Find the best choice of all that keep the objective.

        Parameters
        ----------
        opened : array of bool
            A choice to begin with.
        clock : Clock
            Time left.

        Returns
        -------
        array of bool or None
            None if time ran out.
        """
        weight = self.problem.weight[self.row]
        best, rows = opened, self._rows(opened)
        for power in (1, 2):
            if power == 1 and self.aim.way.any():
                continue  # the way is kept already
            scale = self.beyond**power * float(self.problem.weight.sum())
            cost = weight * (self.cost**power - self.beyond**power) / scale
            programme = self._programme(cost, rows)
            start = self._values(best)
            answer = highs.solve(
                programme, seconds=min(_SECONDS, max(clock.left(), 0.0)), start=start
            )
            if answer.status != "optimal":
                return None
            mask = answer.x[: len(opened)] > 0.5
            if self.better(mask, best):
                best = mask
            extra = np.zeros(programme.matrix.shape[1])
            m = len(opened)
            extra[m : m + len(cost)] = cost
            now = float(extra @ self._values(best))
            rows = highs.rows(rows[0], csr_array(extra[None, :])), np.append(rows[1], -now)
        return best

    def _rows(self, opened: Bools) -> tuple[csr_array, Floats]:
        """Give rows that keep the sum, in units of it, and the number of sites.

        Parameters
        ----------
        opened : array of bool
            A choice that keeps it.

        Returns
        -------
        tuple[csr_array, Floats]
            Rows over all columns, and minus what each is at most.
        """
        aim, m, k = self.aim, len(self.problem.sites), len(self.row)
        row = np.zeros(m + k + (0 if aim.twice is None else len(self.problem.demand)))
        row[:m] = -aim.site
        row[m : m + k] = aim.served[self.row] - aim.way[self.row] * self.cost
        if aim.twice is not None:
            row[m + k :] = aim.twice
        scale = max(float(np.abs(row).max()), 1e-300)
        row /= -scale
        # No more sites than are open: to shorten ways is no reason for another one.
        number = np.zeros(len(row))
        number[:m] = 1.0
        limits = [-float(row @ self._values(opened)), -float(opened.sum())]
        return csr_array(np.vstack([row, number])), np.array(limits)

    def _values(self, opened: Bools) -> Floats:
        """Give a choice as columns: sites, pairs, and where it counts who is covered twice.

        Parameters
        ----------
        opened : array of bool
            Whether each site is open.

        Returns
        -------
        array of float
            Each demand is served by its nearest open site.
        """
        site, _ = nearest(self.problem, opened, self.aim.reach)
        x = (site[self.row] == self.site).astype(float)
        parts = [opened.astype(float), x]
        if self.aim.twice is not None:
            times = np.bincount(
                self.row, weights=opened[self.site], minlength=len(self.problem.demand)
            )
            parts.append((times > 1.5).astype(float))
        return np.concatenate(parts)

    def _programme(self, cost: Floats, kept: tuple[csr_array, Floats]) -> highs.Programme:
        """Build the programme: least cost of the pairs, what must be kept being kept.

        Parameters
        ----------
        cost : array of float
            Of serving a demand by each pair.
        kept : tuple of csr_array and array of float
            Rows, and minus what each is at most.

        Returns
        -------
        highs.Programme
            Its columns are those of :meth:`_values`.
        """
        aim, problem = self.aim, self.problem
        n, m, k = len(problem.demand), len(problem.sites), len(self.row)
        many = 0 if aim.twice is None else n
        wide, every = m + k + many, np.arange(k)
        served = csr_array((np.ones(k), (self.row, m + every)), shape=(n, wide))
        link = csr_array(
            (
                np.concatenate([np.ones(k), -np.ones(k)]),
                (np.tile(every, 2), np.concatenate([m + every, self.site])),
            ),
            shape=(k, wide),
        )
        rules, (lower, upper) = side(problem, self.terms), bounds(self.terms)
        blocks = [served, link, rules.matrix, kept[0]]
        low = [np.full(n, 1.0 if aim.serve_all else 0.0), np.full(k, -np.inf), rules.lower]
        high = [np.ones(n), np.zeros(k), rules.upper]
        low.append(np.full(len(kept[1]), -np.inf))
        high.append(-kept[1] + _LESS)
        if many:
            # Twice at most where two cover, and only who is served.
            demand = np.arange(n)
            cover = csr_array((np.ones(k), (self.row, self.site)), shape=(n, wide))
            twice = csr_array((np.ones(n), (demand, m + k + demand)), shape=(n, wide))
            blocks += [cover - served - twice, served - twice]
            low += [np.zeros(2 * n)]
            high += [np.full(2 * n, np.inf)]
        return highs.Programme(
            cost=np.concatenate([np.zeros(m), cost, np.zeros(many)]),
            column_lower=np.concatenate([lower, np.zeros(k + many)]),
            column_upper=np.concatenate([upper, np.ones(k + many)]),
            integer=np.concatenate([np.ones(m, bool), np.zeros(k, bool), np.ones(many, bool)]),
            matrix=highs.rows(*(csr_array(block) for block in blocks)),
            lower=np.concatenate(low),
            upper=np.concatenate(high),
        )
