"""One programme of a plan's options and the flows of futures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from scipy.sparse import csr_array, vstack

from gisplan.analysis import highs
from gisplan.analysis.highs import Programme
from gisplan.analysis.siting.plans.plan_figures import AIM_FIGURES, row_of, served_rows
from gisplan.analysis.siting.plans.plan_search import PlanParts
from gisplan.analysis.siting.plans.programme import PlanProgramme
from gisplan.arrays import Bools, Floats, Ints


class PlanTogether:
    """One programme of a plan's options, its own flows, and the flows of futures.

    Under ``cost`` and ``way`` the share asked for is served under the figures declared and in each
    of the futures.

    Parameters
    ----------
    base : PlanProgramme
        The plan's own programme, whose rules it keeps.
    futures : sequence of PlanProgramme
        Of each future, with the same options.
    """

    def __init__(self, base: PlanProgramme, futures: Sequence[PlanProgramme]) -> None:
        width, every = base.matrix.shape[1], [base, *futures]
        self.parts, self.years = PlanParts.of(base), base.shape[0]
        self.aim = AIM_FIGURES[base.problem.terms.aim]
        inside = np.zeros(width, dtype=bool)
        inside[self.parts.columns] = True
        own = np.flatnonzero(~inside)
        self.width = width + len(futures) * len(own) + 1
        self.maps: list[Ints] = [np.arange(width)]
        for k in range(len(futures)):
            place = np.arange(width)
            place[own] = width + k * len(own) + np.arange(len(own))
            self.maps.append(place)
        asked = [asked_rows(one) for one in every]
        blocks = []
        for one, rows, place in zip(every, asked, self.maps, strict=True):
            matrix = one.matrix
            if rows:
                more = csr_array(np.stack([row for row, _, _ in rows]))
                matrix = csr_array(vstack([matrix, more]))
            blocks.append(
                csr_array(
                    (matrix.data, place[matrix.indices], matrix.indptr),
                    shape=(matrix.shape[0], self.width),
                )
            )
        self.matrix = csr_array(vstack(blocks))
        bounds = [
            (
                np.append(one.lower, [low for _, low, _ in rows]),
                np.append(one.upper, [high for _, _, high in rows]),
            )
            for one, rows in zip(every, asked, strict=True)
        ]
        self.lower = np.concatenate([lower for lower, _ in bounds])
        self.upper = np.concatenate([upper for _, upper in bounds])
        self.column_lower = np.concatenate(
            [base.column_lower, *(one.column_lower[own] for one in futures), [0.0]]
        )
        most = base.column_upper
        if not _flows_matter(base):
            # rules that ask for no flows are kept whatever flows
            most = most.copy()
            most[: base.shape[0] * base.shape[1]] = 0.0
        self.column_upper = np.concatenate(
            [most, *(one.column_upper[own] for one in futures), [np.inf]]
        )
        self.integer = np.concatenate(
            [base.integer, *(one.integer[own] for one in futures), [False]]
        )
        self.futures = futures

    def loss(self, k: int) -> tuple[Floats, float]:
        """Give the coefficients of the aim's figure in a future, such that less is better.

        Parameters
        ----------
        k : int
            Position of the future.

        Returns
        -------
        tuple of Floats and float
            One a column; what is added to their sum.
        """
        row = np.zeros(self.width)
        values, constant = row_of(self.futures[k], self.aim.name)
        row[self.maps[k + 1]] = self.aim.sign * values
        return row, self.aim.sign * constant

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


def asked_rows(programme: PlanProgramme) -> list[tuple[Floats, float, float]]:
    """Give the rows that ask for a share to be served, under aims that have one.

    Parameters
    ----------
    programme : PlanProgramme
        What is planned.

    Returns
    -------
    list of tuple of Floats, float and float
        A row a year with its bounds, under ``cost`` and ``way``; else none.
    """
    least = programme.problem.terms.aim in ("cost", "way")
    return served_rows(programme) if least else []


def _flows_matter(base: PlanProgramme) -> bool:
    """Tell whether a rule of a plan asks for flows: least uses, or shares to be served.

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
    asked = terms.least_share > 0 or terms.aim in ("cost", "way")
    return bool(base.options.least.any()) or kept or asked
