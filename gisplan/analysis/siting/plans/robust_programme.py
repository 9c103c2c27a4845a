"""One programme of a plan's options and the flows of futures; what known plans serve in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from scipy.sparse import csr_array, vstack

from gisplan.analysis import highs
from gisplan.analysis.highs import Programme
from gisplan.analysis.siting.plans.plan_figures import row_of
from gisplan.analysis.siting.plans.plan_search import PlanParts
from gisplan.analysis.siting.plans.programme import PlanProgramme
from gisplan.arrays import Bools, Floats, Ints
from gisplan.errors import DataError
from gisplan.text import Text

#: Below this part of what is served there is no regret.
NOTHING = 1e-6


class PlanTogether:
    """One programme of a plan's options, its own flows, and the flows of futures.

    Parameters
    ----------
    base : PlanProgramme
        The plan's own programme, whose rules it keeps.
    futures : sequence of PlanProgramme
        Of each future, with the same options.
    """

    def __init__(self, base: PlanProgramme, futures: Sequence[PlanProgramme]) -> None:
        width, blocks = base.matrix.shape[1], [base.matrix]
        self.parts, self.years = PlanParts.of(base), base.shape[0]
        inside = np.zeros(width, dtype=bool)
        inside[self.parts.columns] = True
        own = np.flatnonzero(~inside)
        self.width = width + len(futures) * len(own) + 1
        self.maps: list[Ints] = []
        for k, future in enumerate(futures):
            place = np.arange(width)
            place[own] = width + k * len(own) + np.arange(len(own))
            self.maps.append(place)
            matrix = future.matrix
            blocks.append(
                csr_array(
                    (matrix.data, place[matrix.indices], matrix.indptr),
                    shape=(matrix.shape[0], self.width),
                )
            )
        every = [base, *futures]
        base_block = base.matrix
        blocks[0] = csr_array(
            (base_block.data, base_block.indices, base_block.indptr),
            shape=(base_block.shape[0], self.width),
        )
        self.matrix = csr_array(vstack(blocks))
        self.lower = np.concatenate([one.lower for one in every])
        self.upper = np.concatenate([one.upper for one in every])
        self.column_lower = np.concatenate(
            [base.column_lower, *(one.column_lower[own] for one in futures), [0.0]]
        )
        upper = base.column_upper
        if not _flows_matter(base):
            # rules that ask for no flows are kept whatever flows
            upper = upper.copy()
            upper[: base.shape[0] * base.shape[1]] = 0.0
        self.column_upper = np.concatenate(
            [upper, *(one.column_upper[own] for one in futures), [np.inf]]
        )
        self.integer = np.concatenate(
            [base.integer, *(one.integer[own] for one in futures), [False]]
        )
        self.futures = futures

    def served(self, k: int) -> Floats:
        """Give the coefficients of what is served in a future.

        Parameters
        ----------
        k : int
            Position of the future.

        Returns
        -------
        Floats
            One a column.
        """
        row = np.zeros(self.width)
        row[self.maps[k]] = row_of(self.futures[k], "served")[0]
        return row

    def model(self, cost: Floats, *extra: tuple[Floats, float]) -> Programme:
        """Give the programme that makes a figure least.

        Parameters
        ----------
        cost : Floats
            Coefficients of what is made least.
        *extra : tuple[Floats, float]
            Further rows, with their lower bounds.

        Returns
        -------
        Programme
            As HiGHS takes it.
        """
        matrix, lower, upper = self.matrix, self.lower, self.upper
        if extra:
            more = csr_array(np.stack([row for row, _ in extra]))
            matrix = csr_array(vstack([matrix, more]))
            lower = np.concatenate([lower, [least for _, least in extra]])
            upper = np.concatenate([upper, np.full(len(extra), np.inf)])
        return Programme(
            cost=cost,
            column_lower=self.column_lower,
            column_upper=self.column_upper,
            matrix=matrix,
            lower=lower,
            upper=upper,
            integer=self.integer,
        )

    def begun(self, model: Programme, taken: Bools, seconds: float) -> Floats | None:
        """Give the best values of a plan that is known.

        Parameters
        ----------
        model : Programme
            What is made least.
        taken : Bools
            The plan's options.
        seconds : float
            Time limit.

        Returns
        -------
        Floats | None
            None if none were found.
        """
        low, high = model.column_lower.copy(), model.column_upper.copy()
        low[self.parts.columns] = high[self.parts.columns] = taken.ravel().astype(float)
        whole = model.integer
        if whole is not None:
            whole = whole.copy()
            whole[self.parts.columns] = False
        fixed = replace(model, column_lower=low, column_upper=high, integer=whole)
        answer = highs.solve(fixed, seconds=max(seconds, 0.1))
        return answer.x if len(answer.x) else None

    def taken(self, x: Floats) -> Bools:
        """Take the options out of values.

        Parameters
        ----------
        x : Floats
            Values of the variables.

        Returns
        -------
        Bools
            True in the year in which an option is taken.
        """
        return np.asarray(x[self.parts.columns] > 0.5).reshape(self.years, -1)


def _flows_matter(base: PlanProgramme) -> bool:
    """Tell whether a rule of a plan asks for flows: least uses, or least shares.

    Parameters
    ----------
    base : PlanProgramme
        The plan's own programme.

    Returns
    -------
    bool
        False if any flows keep to the rules.
    """
    terms = base.problem.terms
    kept = any(tier.least > 0 for tier in terms.tiers)
    return bool(base.options.least.any()) or kept or terms.least_share > 0


@dataclass(frozen=True, slots=True, eq=False)
class KnownPlans:
    """Plans with what they serve: a row a plan, a column a future (and a year).

    The first is the plan, then the best of each future, and the best in the worst case.
    """

    taken: tuple[Bools, ...]
    served: Floats
    by_year: Floats

    @classmethod
    def of(
        cls, base: PlanProgramme, programmes: Sequence[PlanProgramme], taken: Sequence[Bools]
    ) -> KnownPlans:
        """Reckon what plans serve in each future.

        Parameters
        ----------
        base : PlanProgramme
            The plan's own programme.
        programmes : Sequence[PlanProgramme]
            Of each future.
        taken : Sequence[Bools]
            The plans.

        Returns
        -------
        KnownPlans
            Plans and what they serve.
        """
        weight = np.array([phase.weight for phase in base.problem.terms.phases])
        done: dict[bytes, Floats] = {}
        for one in taken:
            if one.tobytes() not in done:
                done[one.tobytes()] = np.stack([_served(p, one) for p in programmes])
        by_year = np.stack([done[one.tobytes()] for one in taken])
        return cls(tuple(taken), by_year @ weight, by_year)

    def also(
        self, base: PlanProgramme, programmes: Sequence[PlanProgramme], taken: Bools
    ) -> KnownPlans:
        """Add a plan.

        Parameters
        ----------
        base : PlanProgramme
            The plan's own programme.
        programmes : Sequence[PlanProgramme]
            Of each future.
        taken : Bools
            The plan.

        Returns
        -------
        KnownPlans
            With it as the last.
        """
        more = KnownPlans.of(base, programmes, [taken])
        return KnownPlans(
            (*self.taken, taken),
            np.concatenate([self.served, more.served]),
            np.concatenate([self.by_year, more.by_year]),
        )

    @property
    def regret(self) -> Floats:
        """Give what each plan serves less than the best known, in each future.

        Returns
        -------
        Floats
            A row a plan, a column a future; 0 where it is nothing but rounding.
        """
        best = self.served.max(axis=0)
        lost = best - self.served
        return np.where(lost > NOTHING * np.maximum(best, 1e-9), lost, 0.0)


def _served(programme: PlanProgramme, taken: Bools) -> Floats:
    """Give the most that a plan serves in a future, by year.

    Parameters
    ----------
    programme : PlanProgramme
        Of the future.
    taken : Bools
        The plan.

    Returns
    -------
    Floats
        One a year.
    """
    row, _ = row_of(programme, "served")
    scale = float(np.abs(row).max(initial=0.0)) or 1.0
    answer = highs.solve(programme.programme(-row / scale, taken=taken), seconds=60.0)
    if not len(answer.x):
        raise DataError(Text("求解失败", "the solver failed on a programme that has an answer"))
    years: Floats = programme.flow(answer.x)[:, programme.problem.first].sum(axis=1)
    return years
