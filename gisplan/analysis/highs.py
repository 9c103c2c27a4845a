"""Linear and mixed-integer programmes, solved by HiGHS with nothing printed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

import highspy
import numpy as np
from scipy.sparse import csr_array

from gisplan.arrays import Bools, Floats


class QuietHighs(highspy.Highs):
    """HiGHS without its banner, which the constructor prints when it enables callbacks.

    It runs on one thread, so that answers do not hang on the machine.
    """

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.setOptionValue("output_flag", False)
        self.setOptionValue("threads", 1)

    def enableCallbacks(self) -> Any:  # noqa: N802
        """Keep it quiet before its callbacks are enabled.

        Returns
        -------
        Any
            What HiGHS answers.
        """
        self.setOptionValue("output_flag", False)
        return super().enableCallbacks()  # type: ignore[no-untyped-call]


#: What HiGHS may take as integral or feasible, and the relative gap that counts as proof.
PROOF = 1e-6
_LARGE = 1000
_INFEASIBLE = (
    highspy.HighsModelStatus.kInfeasible,
    highspy.HighsModelStatus.kUnboundedOrInfeasible,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Programme:
    """A programme: minimise ``cost @ x`` with ``lower <= matrix @ x <= upper``.

    Attributes
    ----------
    cost : numpy.ndarray of float64, shape (columns,)
        Of a unit of each variable.
    column_lower : numpy.ndarray of float64, shape (columns,)
        Lower bounds of the variables; infinite where there is none.
    column_upper : numpy.ndarray of float64, shape (columns,)
        Upper bounds of the variables; infinite where there is none.
    matrix : scipy.sparse.csr_array, shape (rows, columns)
        What each variable adds to each row.
    lower : numpy.ndarray of float64, shape (rows,)
        Lower bounds of the rows; infinite where there is none.
    upper : numpy.ndarray of float64, shape (rows,)
        Upper bounds of the rows; infinite where there is none.
    integer : numpy.ndarray of bool, shape (columns,), optional
        Which variables are whole; none if left out.
    """

    cost: Floats
    column_lower: Floats
    column_upper: Floats
    matrix: csr_array
    lower: Floats
    upper: Floats
    integer: Bools | None = None

    @property
    def mixed(self) -> bool:
        """Whether any variable is whole.

        Returns
        -------
        bool
            False for a linear programme.
        """
        return self.integer is not None and bool(self.integer.any())

    def as_highs(self) -> highspy.HighsLp:
        """Give it as HiGHS takes it.

        Returns
        -------
        highspy.HighsLp
            The model, row by row.
        """
        model, matrix = highspy.HighsLp(), self.matrix
        model.num_col_, model.num_row_ = len(self.cost), matrix.shape[0]
        model.col_cost_ = self.cost
        model.col_lower_, model.col_upper_ = self.column_lower, self.column_upper
        model.row_lower_, model.row_upper_ = self.lower, self.upper
        model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        model.a_matrix_.start_ = matrix.indptr.astype(np.int32)
        model.a_matrix_.index_ = matrix.indices.astype(np.int32)
        model.a_matrix_.value_ = matrix.data
        if self.integer is not None and self.mixed:
            kinds = (highspy.HighsVarType.kContinuous, highspy.HighsVarType.kInteger)
            model.integrality_ = [kinds[int(flag)] for flag in self.integer]
        return model


@dataclass(frozen=True, slots=True)
class ProgrammeAnswer:
    """What HiGHS found: ``x`` is empty where there is no answer."""

    status: Literal["optimal", "feasible", "infeasible", "unknown"]
    x: Floats
    bound: float


def rows(*blocks: csr_array) -> csr_array:
    """Put blocks of rows on top of each other, padding columns on the right.

    Parameters
    ----------
    *blocks : csr_array
        Rows; a narrower block has zeros at its right.

    Returns
    -------
    csr_array
        All rows, top to bottom.
    """
    width = max(block.shape[1] for block in blocks)
    indptr, shift = [np.zeros(1, dtype=np.int64)], 0
    for block in blocks:
        indptr.append(block.indptr[1:].astype(np.int64) + shift)
        shift += int(block.indptr[-1])
    return csr_array(
        (
            np.concatenate([block.data for block in blocks]).astype(float),
            np.concatenate([block.indices for block in blocks]).astype(np.int32),
            np.concatenate(indptr),
        ),
        shape=(sum(block.shape[0] for block in blocks), width),
    )


def _as_good(programme: Programme, x: Floats, bound: float) -> bool:
    """Tell whether values are as good as the optimum that is said to be proven.

    Parameters
    ----------
    programme : Programme
        What was solved.
    x : numpy.ndarray of float64, shape (columns,)
        Values given back.
    bound : float
        The optimum.

    Returns
    -------
    bool
        False if they are worse than rounding explains.
    """
    value = float(programme.cost @ x)
    return value - bound <= PROOF * max(1.0, abs(value), abs(bound))


def solve(
    programme: Programme,
    *,
    seconds: float,
    start: Sequence[float] | Floats | None = None,
    target: float | None = None,
    ceiling: float | None = None,
    nodes: int | None = None,
) -> ProgrammeAnswer:
    """Solve to proven optimality, or as far as the time allows.

    Parameters
    ----------
    programme : Programme
        What is to be solved.
    seconds : float
        Time limit.
    start : Sequence[float] | Floats, optional
        Values of the variables to begin with, if some are known. Where they keep to all rows, the
        answer is no worse than they are.
    target : float, optional
        Objective at which an answer is good enough, and the search ends.
    ceiling : float, optional
        Objective above which answers do not count: where all are, the programme is infeasible.
        Parts of the search that can only lead above it are left out. For programmes with whole
        variables; whatever is at or below it is good enough.
    nodes : int, optional
        Branches after which the search ends, unlike time the same on each machine. Without
        ``ceiling``.

    Returns
    -------
    ProgrammeAnswer
        Status, values, and a bound of the objective.
    """
    if ceiling is not None:
        return _below(programme, ceiling, seconds=seconds)
    found = _solve(programme, seconds=seconds, start=start, target=target, nodes=nodes)
    return found if start is None else _no_worse(programme, found, np.asarray(start, dtype=float))


def _below(programme: Programme, ceiling: float, *, seconds: float) -> ProgrammeAnswer:
    """Look for an answer at or below a ceiling, or show that there is none.

    Parameters
    ----------
    programme : Programme
        What is to be solved, with whole variables.
    ceiling : float
        Objective that an answer may have at most.
    seconds : float
        Time limit.

    Returns
    -------
    ProgrammeAnswer
        ``feasible``, ``infeasible``, or ``unknown`` with a bound no higher than the ceiling.
    """
    slack = PROOF * max(1.0, abs(ceiling))
    highs = _prepared(programme, seconds)
    highs.setOptionValue("objective_bound", ceiling + slack)
    highs.setOptionValue("objective_target", ceiling)
    # what is asked is a proof: answers were looked for before
    highs.setOptionValue("mip_heuristic_effort", 0.0)
    for name in ("rins", "rens", "root_reduced_cost"):
        highs.setOptionValue(f"mip_heuristic_run_{name}", False)
    highs.run()
    status, info = highs.getModelStatus(), highs.getInfo()
    x = np.asarray(highs.getSolution().col_value)
    if info.primal_solution_status == 2 and float(programme.cost @ x) <= ceiling + slack:
        return ProgrammeAnswer("feasible", x, -np.inf)
    done = status in (highspy.HighsModelStatus.kOptimal, *_INFEASIBLE)
    if done or info.mip_dual_bound > ceiling + slack:
        return ProgrammeAnswer("infeasible", np.empty(0), np.inf)
    return ProgrammeAnswer("unknown", np.empty(0), min(float(info.mip_dual_bound), ceiling))


def _no_worse(programme: Programme, found: ProgrammeAnswer, start: Floats) -> ProgrammeAnswer:
    """Take the values that were begun with where HiGHS gives back none, or worse ones.

    Parameters
    ----------
    programme : Programme
        What was solved.
    found : ProgrammeAnswer
        What HiGHS gave back.
    start : numpy.ndarray of float64, shape (columns,)
        Values that were begun with.

    Returns
    -------
    ProgrammeAnswer
        The better of the two; the start only if it keeps to all rows.
    """
    value = float(programme.cost @ start)
    if len(found.x) and float(programme.cost @ found.x) <= value:
        return found
    if found.status in ("optimal", "infeasible") or not _keeps(programme, start):
        return found
    return ProgrammeAnswer("feasible", start, found.bound)


def _keeps(programme: Programme, x: Floats) -> bool:
    """Tell whether values keep to all rows and bounds, but for rounding.

    Parameters
    ----------
    programme : Programme
        What is solved.
    x : numpy.ndarray of float64, shape (columns,)
        Values.

    Returns
    -------
    bool
        False if a row or a bound is broken, or a whole variable is not whole.
    """
    each, slack = programme.matrix @ x, 1 + abs(programme.matrix) @ np.abs(x)
    inside = (each >= programme.lower - PROOF * slack) & (each <= programme.upper + PROOF * slack)
    within = (x >= programme.column_lower - PROOF) & (x <= programme.column_upper + PROOF)
    whole = programme.integer is None or bool(
        (np.abs(x - np.rint(x))[programme.integer] <= PROOF).all()
    )
    return bool(inside.all() and within.all() and whole)


def _prepared(programme: Programme, seconds: float) -> QuietHighs:
    highs = QuietHighs()
    highs.setOptionValue("time_limit", max(float(seconds), 0.0))
    highs.setOptionValue("mip_rel_gap", 0.0)
    highs.setOptionValue("mip_abs_gap", 1e-9)
    highs.passModel(programme.as_highs())
    return highs


def _solve(
    programme: Programme,
    *,
    seconds: float,
    start: Sequence[float] | Floats | None,
    target: float | None,
    nodes: int | None,
) -> ProgrammeAnswer:
    highs = _prepared(programme, seconds)
    if programme.matrix.shape[0] > _LARGE:
        # Covering rows are degenerate: the simplex method crawls where interior points do not.
        highs.setOptionValue("mip_lp_solver", "ipm")
    if target is not None:
        highs.setOptionValue("objective_target", target)
    if nodes is not None:
        highs.setOptionValue("mip_max_nodes", nodes)
    if start is not None:
        solution = highspy.HighsSolution()
        solution.col_value = list(start)
        highs.setSolution(solution)
    highs.run()
    status = highs.getModelStatus()
    if status in _INFEASIBLE:
        return ProgrammeAnswer("infeasible", np.empty(0), np.inf)
    info = highs.getInfo()
    found = info.primal_solution_status == 2
    integral = programme.mixed
    bound = info.mip_dual_bound if integral else info.objective_function_value
    if status == highspy.HighsModelStatus.kOptimal:
        x = np.asarray(highs.getSolution().col_value)
        if integral and start is not None and not _as_good(programme, x, float(bound)):
            # HiGHS 1.16 may prove another optimum in its presolve and give back the start itself
            return _solve(programme, seconds=seconds, start=None, target=target, nodes=nodes)
        return ProgrammeAnswer("optimal", x, float(bound))
    if not integral:
        bound = -np.inf
    if found:
        return ProgrammeAnswer("feasible", np.asarray(highs.getSolution().col_value), float(bound))
    return ProgrammeAnswer("unknown", np.empty(0), float(bound))
