"""The mixed-integer programme of a whole plan: variables, rows and the figures that aims are of.

Variables, year by year: the flow on each leg, whether each option of a site is taken in the year
(and whether a plant is closed), and, where demand may not be split, whether a leg serves its
demand. Flows are counted in units of the greatest demand, money in that of the greatest cost, so
that the solver's tolerances mean the same everywhere.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import numpy as np
from scipy.sparse import csr_array

from gisplan.analysis.highs import Programme
from gisplan.analysis.siting.plans.network_problem import PlanProblem
from gisplan.analysis.siting.plans.plan_columns import Options, PlanColumns
from gisplan.analysis.siting.plans.plan_rows import (
    PlanRows,
    budget_rows,
    capacity_rows,
    demand_rows,
    fair_rows,
    grows_rows,
    move_rows,
    once_rows,
    passed_on_rows,
    tighten_rows,
)
from gisplan.arrays import Bools, Floats


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class PlanProgramme:
    """The programme, and how its columns are counted.

    Attributes
    ----------
    problem : PlanProblem
        What it was made from.
    options : Options
        What may be done at the sites.
    tonne : float
        Unit in which flows are counted in it.
    money : float
        Unit in which costs are counted in it.
    matrix : scipy.sparse.csr_array, shape (rows, columns)
        Its rows.
    lower : numpy.ndarray of float64, shape (rows,)
        Lower bounds of the rows.
    upper : numpy.ndarray of float64, shape (rows,)
        Upper bounds of the rows.
    column_lower : numpy.ndarray of float64, shape (columns,)
        Lower bounds of the columns.
    column_upper : numpy.ndarray of float64, shape (columns,)
        Upper bounds of the columns.
    integer : numpy.ndarray of bool, shape (columns,)
        Which columns are whole.
    figures : dict of str to numpy.ndarray of float64, shape (years, columns)
        Coefficients of ``served``, ``way``, ``invested`` and ``near`` (until the year) and
        ``running`` (in the year), in their own units, without the constants of ``fixed``.
    fixed : numpy.ndarray of float64, shape (years,)
        What plants that stand cost in each year if nothing is done.
    """

    problem: PlanProblem
    options: Options
    tonne: float
    money: float
    matrix: csr_array
    lower: Floats
    upper: Floats
    column_lower: Floats
    column_upper: Floats
    integer: Bools
    figures: dict[str, Floats] = field(repr=False)
    fixed: Floats

    @property
    def shape(self) -> tuple[int, int, int]:
        """Give how many years, legs and options there are.

        Returns
        -------
        tuple of int
            Years, legs, options.
        """
        years = len(self.problem.terms.phases)
        return years, len(self.problem.km), len(self.options.site)

    def flow(self, x: Floats) -> Floats:
        """Take the flows out of a solution.

        Parameters
        ----------
        x : numpy.ndarray of float64, shape (columns,)
            Values of the variables.

        Returns
        -------
        numpy.ndarray of float64, shape (years, legs)
            In the unit of the demand.
        """
        years, legs, _ = self.shape
        return x[: years * legs].reshape(years, legs) * self.tonne

    def taken(self, x: Floats) -> Bools:
        """Take the options taken out of a solution.

        Parameters
        ----------
        x : numpy.ndarray of float64, shape (columns,)
            Values of the variables.

        Returns
        -------
        numpy.ndarray of bool, shape (years, options)
            True in the year in which an option is taken.
        """
        years, legs, options = self.shape
        begin = years * legs
        return x[begin : begin + years * options].reshape(years, options) > 0.5

    def programme(
        self,
        cost: Floats,
        *extra: tuple[Floats, float, float],
        taken: Bools | None = None,
    ) -> Programme:
        """Give the programme that makes a figure least.

        Parameters
        ----------
        cost : numpy.ndarray of float64, shape (columns,)
            Coefficients of what is made least.
        *extra : tuple of numpy.ndarray, float, float
            Further rows, with their bounds.
        taken : numpy.ndarray of bool, shape (years, options), optional
            Options that are decided already.

        Returns
        -------
        Programme
            As HiGHS takes it.
        """
        matrix, lower, upper = self.matrix, self.lower, self.upper
        if extra:
            from scipy.sparse import vstack

            matrix = vstack([matrix, csr_array(np.stack([row for row, _, _ in extra]))]).tocsr()
            lower = np.concatenate([lower, [low for _, low, _ in extra]])
            upper = np.concatenate([upper, [high for _, _, high in extra]])
        column_lower, column_upper, integer = self.column_lower, self.column_upper, self.integer
        if taken is not None:
            years, legs, options = self.shape
            part = slice(years * legs, years * (legs + options))
            column_lower, column_upper = column_lower.copy(), column_upper.copy()
            column_lower[part] = column_upper[part] = taken.ravel().astype(float)
            integer = integer.copy()
            integer[part] = False
        return Programme(
            cost=cost,
            column_lower=column_lower,
            column_upper=column_upper,
            matrix=matrix,
            lower=lower,
            upper=upper,
            integer=integer,
        )


def build(
    problem: PlanProblem, *, endless: bool = False, options: Options | None = None
) -> PlanProgramme:
    """Write the programme of a problem.

    Parameters
    ----------
    problem : PlanProblem
        Demand, sites, legs and terms.
    endless : bool
        Whether plants of which something is not known are taken at their most, instead of at
        nothing.
    options : Options, optional
        What may be done; listed from the problem if left out.

    Returns
    -------
    PlanProgramme
        Rows and columns; flows in units of the greatest demand.
    """
    options = Options.of(problem) if options is None else options
    room = problem.room
    if endless:
        room = np.minimum(problem.most_room, problem.weight.sum())
        # what leaves takes along what there is
        left = np.where(options.close, -room[options.site], options.capacity)
        options = replace(options, capacity=left)
    columns, rows = PlanColumns.of(problem, options), PlanRows()
    money = float(options.cost.max(initial=0.0)) or 1.0
    for t in range(len(problem.terms.phases)):
        demand_rows(rows, columns, t)
        capacity_rows(rows, columns, t, room)
        passed_on_rows(rows, columns, t)
        grows_rows(rows, columns, t)
        tighten_rows(rows, columns, t)
        budget_rows(rows, columns, t, money)
    once_rows(rows, columns)
    move_rows(rows, columns)
    fair_rows(rows, columns)
    matrix, lower, upper = rows.matrix(columns.count)
    column_lower, column_upper = np.zeros(columns.count), np.ones(columns.count)
    terms = problem.terms
    if terms.equity_year in (None, terms.phases[-1].year):
        column_lower[-1] = terms.least_share
    column_upper[columns.flow] = np.inf
    column_upper[columns.flow[:, columns.served]] = columns.weight[problem.source[columns.served]].T
    integer = np.zeros(columns.count, dtype=bool)
    integer[columns.option], integer[columns.whole] = True, True
    figures, fixed = _figures(columns)
    return PlanProgramme(
        problem=problem,
        options=options,
        tonne=columns.tonne,
        money=money,
        matrix=matrix,
        lower=lower,
        upper=upper,
        column_lower=column_lower,
        column_upper=column_upper,
        integer=integer,
        figures=figures,
        fixed=fixed,
    )


def _figures(columns: PlanColumns) -> tuple[dict[str, Floats], Floats]:
    """Give the coefficients of the figures by year, and what standing plants cost in each.

    Parameters
    ----------
    columns : PlanColumns
        Where the variables stand.

    Returns
    -------
    tuple[dict[str, Floats], Floats]
        Coefficients by figure, and the constants by year.
    """
    problem, options, tonne = columns.problem, columns.options, columns.tonne
    tiers, transport = problem.terms.tiers, problem.terms.charges.transport
    years = len(problem.terms.phases)
    names = ("served", "way", "invested", "running", "least", "near")
    figures = {name: np.zeros((years, columns.count)) for name in names}
    charge = np.array([tier.per_tonne for tier in tiers])[problem.tier[problem.target]]
    for t in range(years):
        flow, until = columns.flow[t], columns.option[: t + 1]
        figures["served"][t, flow[columns.served]] = tonne
        figures["way"][t, flow] = problem.km * tonne
        figures["running"][t, flow] = tonne * (transport * problem.km + charge)
        figures["invested"][t, until] = options.cost
        figures["running"][t, until] = options.yearly
        figures["near"][t, until] = problem.near[options.site] * options.build
    figures["least"][-1, -1] = 1.0
    keep = np.array([tier.keep for tier in tiers])[problem.tier]
    return figures, np.full(years, float(keep[problem.stands].sum()))
