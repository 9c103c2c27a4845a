"""Plans that are known, with what each is worth in each future."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from gisplan.analysis import highs
from gisplan.analysis.siting.plans.plan_figures import AIM_FIGURES, PlanFigure, yearly_rows
from gisplan.analysis.siting.plans.programme import PlanProgramme
from gisplan.analysis.siting.plans.robust_programme import asked_rows
from gisplan.arrays import Bools, Floats, Ints
from gisplan.errors import DataError
from gisplan.text import Text

#: Below this part of the best there is no regret.
NOTHING = 1e-6


@dataclass(frozen=True, slots=True, eq=False)
class KnownPlans:
    """Plans with what comes of them: a row a plan, a column a future (and a year).

    The first is the plan, then the best of each future, and the best in the worst case.

    Attributes
    ----------
    taken : tuple of numpy.ndarray of bool
        Options that each takes.
    loss : numpy.ndarray of float64, shape (plans, futures)
        The aim's figure, its sign turned where more is better: the less the better. Infinite where
        the plan can't serve the share asked for.
    served : numpy.ndarray of float64, shape (plans, futures, years)
        What it serves; the most it can where that is less than the share asked for.
    yearly : numpy.ndarray of float64, shape (plans, futures, years)
        The aim's figure by year; empty where there is none.
    size : float
        What the rounding of a figure is measured by where the figure is less: 1 of a share.
    """

    taken: tuple[Bools, ...]
    loss: Floats
    served: Floats
    yearly: Floats
    size: float

    @classmethod
    def of(cls, programmes: Sequence[PlanProgramme], taken: Sequence[Bools]) -> KnownPlans:
        """Reckon what comes of plans in each future.

        Parameters
        ----------
        programmes : Sequence[PlanProgramme]
            Of each future.
        taken : Sequence[Bools]
            The plans.

        Returns
        -------
        KnownPlans
            Plans and what they are worth.
        """
        done: dict[bytes, tuple[Floats, Floats, Floats]] = {}
        for one in taken:
            if one.tobytes() not in done:
                loss, served, yearly = zip(*(_held(p, one) for p in programmes), strict=True)
                done[one.tobytes()] = np.array(loss), np.stack(served), np.stack(yearly)
        every = [done[one.tobytes()] for one in taken]
        share = programmes[0].problem.terms.aim == "equity"
        return cls(
            tuple(taken),
            np.stack([loss for loss, _, _ in every]),
            np.stack([served for _, served, _ in every]),
            np.stack([yearly for _, _, yearly in every]),
            1.0 if share else 1e-9,
        )

    def also(self, programmes: Sequence[PlanProgramme], taken: Bools) -> KnownPlans:
        """Add a plan.

        Parameters
        ----------
        programmes : Sequence[PlanProgramme]
            Of each future.
        taken : Bools
            The plan.

        Returns
        -------
        KnownPlans
            With it as the last.
        """
        more = KnownPlans.of(programmes, [taken])
        return KnownPlans(
            (*self.taken, taken),
            np.concatenate([self.loss, more.loss]),
            np.concatenate([self.served, more.served]),
            np.concatenate([self.yearly, more.yearly]),
            self.size,
        )

    @property
    def best(self) -> Floats:
        """Give the best that is known of each future.

        Returns
        -------
        numpy.ndarray of float64, shape (futures,)
            As ``loss``; infinite where no plan known serves the share asked for.
        """
        least: Floats = self.loss.min(axis=0)
        return least

    @property
    def tolerance(self) -> Floats:
        """Give what is rounding in each future.

        Returns
        -------
        numpy.ndarray of float64, shape (futures,)
            In the unit of ``loss``.
        """
        size = np.abs(np.where(np.isfinite(self.best), self.best, 0.0))
        least = max(1e-3 * float(size.max(initial=0.0)), self.size)
        return NOTHING * np.maximum(size, least)

    @property
    def regret(self) -> Floats:
        """Give by what each plan is worse than the best known, in each future.

        Returns
        -------
        numpy.ndarray of float64, shape (plans, futures)
            0 where it is nothing but rounding; infinite where the plan can't serve the share asked
            for; empty in a future in which no plan known can.
        """
        best = np.where(np.isfinite(self.best), self.best, np.nan)
        lost = self.loss - best
        return np.where(lost > self.tolerance, lost, np.where(np.isnan(lost), np.nan, 0.0))

    @property
    def failed(self) -> Ints:
        """Count the futures in which each plan can't serve the share asked for, though another can.

        Returns
        -------
        numpy.ndarray of int, shape (plans,)
            None under aims that ask for no share.
        """
        count: Ints = np.isinf(self.regret).sum(axis=1)
        return count

    @property
    def greatest(self) -> Floats:
        """Give the greatest regret of each plan.

        Returns
        -------
        numpy.ndarray of float64, shape (plans,)
            Infinite for a plan that fails in any future; 0 where no plan does in any.
        """
        there = np.isfinite(self.best)
        most: Floats = self.regret[:, there].max(axis=1, initial=0.0)
        return most

    def least_bad(self) -> int:
        """Choose the plan that fails in fewest futures, and of these that of least regret.

        Returns
        -------
        int
            Position of the plan.
        """
        regret = np.where(np.isfinite(self.regret), self.regret, 0.0).max(axis=1, initial=0.0)
        return int(np.lexsort((regret, self.failed))[0])

    def best_of(self, k: int) -> int | None:
        """Choose the best plan of a future: its own, if no other is better.

        Parameters
        ----------
        k : int
            Position of the future.

        Returns
        -------
        int or None
            Position of the plan; None where none known serves the share asked for.
        """
        if not np.isfinite(self.best[k]):
            return None
        return k + 1 if self.regret[k + 1, k] == 0 else int(self.loss[:, k].argmin())


def _held(programme: PlanProgramme, taken: Bools) -> tuple[float, Floats, Floats]:
    """Reckon what comes of a plan in a future, with who goes where chosen anew.

    Parameters
    ----------
    programme : PlanProgramme
        Of the future.
    taken : Bools
        The plan.

    Returns
    -------
    tuple[float, Floats, Floats]
        The loss, what is served by year, and the aim's figure by year.
    """
    terms = programme.problem.terms
    aim, years = AIM_FIGURES[terms.aim], len(terms.phases)
    weight = np.array([phase.weight for phase in terms.phases])
    if terms.aim == "equity":
        least = PlanFigure.of(programme, aim.name)
        x = _solved(programme, least.cost, taken)
        share = least.value(_must(x))
        share = share if share > NOTHING else 0.0
        served = _most_served(programme, taken, least.kept(share))
        return -share, served, np.append(np.full(years - 1, np.nan), share)
    if terms.aim == "coverage":
        served = _most_served(programme, taken)
        return -float(weight @ served), served, served
    # once the plants are given the years are each on their own
    rows, constants = yearly_rows(programme, aim.name)
    whole = rows.sum(axis=0)
    scale = float(np.abs(whole).max(initial=0.0)) or 1.0
    x = _solved(programme, whole / scale, taken, *asked_rows(programme))
    if x is None:
        return np.inf, _most_served(programme, taken), np.full(years, np.nan)
    values: Floats = rows @ x + constants
    return float(weight @ values), _served_by(programme, x), values


def _most_served(
    programme: PlanProgramme, taken: Bools, *extra: tuple[Floats, float, float]
) -> Floats:
    row = programme.figures["served"].sum(axis=0)
    scale = float(np.abs(row).max(initial=0.0)) or 1.0
    return _served_by(programme, _must(_solved(programme, -row / scale, taken, *extra)))


def _served_by(programme: PlanProgramme, x: Floats) -> Floats:
    served: Floats = programme.flow(x)[:, programme.problem.first].sum(axis=1)
    return served


def _solved(
    programme: PlanProgramme,
    cost: Floats,
    taken: Bools,
    *extra: tuple[Floats, float, float],
) -> Floats | None:
    """Solve a programme with its options given.

    Parameters
    ----------
    programme : PlanProgramme
        Of the future.
    cost : Floats
        Coefficients of what is made least.
    taken : Bools
        The plan.
    *extra : tuple of Floats, float and float
        Further rows, with their bounds.

    Returns
    -------
    Floats or None
        Values of the variables; None if there are none.
    """
    answer = highs.solve(programme.programme(cost, *extra, taken=taken), seconds=60.0)
    if len(answer.x):
        return answer.x
    return None if answer.status == "infeasible" else _must(None)


def _must(x: Floats | None) -> Floats:
    if x is None:
        raise DataError(Text("求解失败", "the solver failed on a programme that has an answer"))
    return x
