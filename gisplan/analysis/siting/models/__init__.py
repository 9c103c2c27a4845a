"""Where the next sites go: covering, median and centre models, solved to proof.

``Problem.from_tables`` (or ``from_matrix``) joins demand, candidate sites and what lies between
them; each model takes the problem and the :class:`Rules` of the choice and gives a
:class:`Solution`.
"""

from __future__ import annotations

from gisplan.analysis.siting.models.capacitated import capacitated_p_median
from gisplan.analysis.siting.models.centre import p_centre
from gisplan.analysis.siting.models.covering import backup_coverage, lscp, mclp
from gisplan.analysis.siting.models.lazy_costs import LazyCosts, MatrixField
from gisplan.analysis.siting.models.median import fixed_charge, p_median
from gisplan.analysis.siting.models.median_large import LargeProblem, large_p_median
from gisplan.analysis.siting.models.problem import Problem, Rules
from gisplan.analysis.siting.models.result import Solution

__all__ = [
    "LargeProblem",
    "LazyCosts",
    "MatrixField",
    "Problem",
    "Rules",
    "Solution",
    "backup_coverage",
    "capacitated_p_median",
    "fixed_charge",
    "large_p_median",
    "lscp",
    "mclp",
    "p_centre",
    "p_median",
]
