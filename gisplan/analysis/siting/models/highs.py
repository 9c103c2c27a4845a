"""HiGHS, called with sparse arrays and with nothing printed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import highspy
import numpy as np
from scipy.sparse import csr_array

from gisplan.analysis.quiet_highs import QuietHighs
from gisplan.arrays import Bools, Floats

#: What HiGHS may take as integral or feasible, and the relative gap that counts as proof.
PROOF = 1e-6
_LARGE = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Programme:
    """A mixed-integer programme: minimise ``cost @ x`` with ``lower <= matrix @ x <= upper``."""

    cost: Floats
    column_lower: Floats
    column_upper: Floats
    integer: Bools
    matrix: csr_array
    lower: Floats
    upper: Floats


@dataclass(frozen=True, slots=True)
class Outcome:
    """What HiGHS found: ``x`` is empty where there is no answer."""

    status: Literal["optimal", "feasible", "infeasible", "unknown"]
    x: Floats
    bound: float


def rows(*blocks: csr_array) -> csr_array:
    """Put blocks of rows on top of each other, padding columns on the right."""
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


def solve(
    programme: Programme, *, seconds: float, start: Sequence[float] | Floats | None = None
) -> Outcome:
    """Solve to proven optimality, or as far as the time allows."""
    highs = QuietHighs()
    highs.setOptionValue("time_limit", max(float(seconds), 0.0))
    highs.setOptionValue("mip_rel_gap", 0.0)
    highs.setOptionValue("mip_abs_gap", 1e-9)
    if programme.matrix.shape[0] > _LARGE:
        # Covering rows are degenerate: the simplex method crawls where interior points do not.
        highs.setOptionValue("mip_lp_solver", "ipm")
    model = highspy.HighsLp()
    matrix = programme.matrix
    model.num_col_, model.num_row_ = len(programme.cost), matrix.shape[0]
    model.col_cost_ = programme.cost
    model.col_lower_, model.col_upper_ = programme.column_lower, programme.column_upper
    model.row_lower_, model.row_upper_ = programme.lower, programme.upper
    model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    model.a_matrix_.start_ = matrix.indptr.astype(np.int32)
    model.a_matrix_.index_ = matrix.indices.astype(np.int32)
    model.a_matrix_.value_ = matrix.data
    if programme.integer.any():
        kinds = (highspy.HighsVarType.kContinuous, highspy.HighsVarType.kInteger)
        model.integrality_ = [kinds[int(flag)] for flag in programme.integer]
    highs.passModel(model)
    if start is not None:
        solution = highspy.HighsSolution()
        solution.col_value = list(start)
        highs.setSolution(solution)
    highs.run()
    status = highs.getModelStatus()
    if status in (
        highspy.HighsModelStatus.kInfeasible,
        highspy.HighsModelStatus.kUnboundedOrInfeasible,
    ):
        return Outcome("infeasible", np.empty(0), np.inf)
    info = highs.getInfo()
    found = info.primal_solution_status == 2
    integral = programme.integer.any()
    bound = info.mip_dual_bound if integral else info.objective_function_value
    if status == highspy.HighsModelStatus.kOptimal:
        return Outcome("optimal", np.asarray(highs.getSolution().col_value), float(bound))
    if not integral:
        bound = -np.inf
    if found:
        return Outcome("feasible", np.asarray(highs.getSolution().col_value), float(bound))
    return Outcome("unknown", np.empty(0), float(bound))
