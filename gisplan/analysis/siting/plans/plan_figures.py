"""The figures of a plan that are made best, or held to a value."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from gisplan.analysis.highs import PROOF
from gisplan.analysis.siting.plans.menu import Aim
from gisplan.analysis.siting.plans.programme import PlanProgramme
from gisplan.arrays import Floats

#: By how much a later aim may worsen an earlier one: the rounding of its sum.
_KEPT = 1e-7
#: How much more an aim weighs than the next, where flows alone are decided.
_ABOVE = 1e4


@dataclass(frozen=True, slots=True)
class AimFigure:
    """The figure that an aim makes best.

    Attributes
    ----------
    name : str
        As the programme has it; see :class:`Limit`.
    column : str
        As the years of a plan have it; see :class:`gisplan.analysis.siting.plans.PlanAnswer`.
    gains : bool
        Whether more of it is better.
    """

    name: str
    column: str
    gains: bool

    @property
    def sign(self) -> float:
        """Give the sign by which less is better.

        Returns
        -------
        float
            -1 where more of the figure is better, else 1.
        """
        return -1.0 if self.gains else 1.0


AIM_FIGURES: dict[Aim, AimFigure] = {
    "coverage": AimFigure("served", "served", True),
    "cost": AimFigure("cost", "cost", False),
    "way": AimFigure("way", "way", False),
    "equity": AimFigure("least", "least_share", True),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """A figure that a plan is held to, for a trade-off.

    Attributes
    ----------
    figure : {"served", "spent", "way", "cost", "least", "near"}
        Summed over the years by their weights (``spent`` and ``near`` in all; ``least`` in the
        last).
    least : float
        Lower bound.
    most : float
        Upper bound.
    """

    figure: str
    least: float = -np.inf
    most: float = np.inf


def row_of(programme: PlanProgramme, figure: str) -> tuple[Floats, float]:
    """Give the coefficients of a figure, and its constant.

    Parameters
    ----------
    programme : PlanProgramme
        What is planned.
    figure : {"served", "spent", "way", "cost", "least", "near"}
        See :class:`Limit`.

    Returns
    -------
    tuple of numpy.ndarray and float
        Coefficients of the columns; what is added to their sum.
    """
    terms, parts = programme.problem.terms, programme.figures
    weight = np.array([phase.weight for phase in terms.phases])
    if figure == "spent":
        return parts["invested"][-1], 0.0
    if figure == "near":
        return parts["near"][-1], 0.0
    if figure == "least":
        return parts["least"][-1], 0.0
    rows, constants = yearly_rows(programme, figure)
    return weight @ rows, float(weight @ constants)


def yearly_rows(programme: PlanProgramme, figure: str) -> tuple[Floats, Floats]:
    """Give the coefficients of a figure of each year, and its constants.

    Parameters
    ----------
    programme : PlanProgramme
        What is planned.
    figure : {"served", "way", "cost"}
        See :class:`Limit`.

    Returns
    -------
    tuple of numpy.ndarray of float64, shapes (years, columns) and (years,)
        Coefficients of the columns; what is added to their sums.
    """
    parts = programme.figures
    if figure == "cost":
        annuity = programme.problem.terms.charges.annuity
        return annuity * parts["invested"] + parts["running"], programme.fixed
    return parts[figure], np.zeros(len(programme.fixed))


@dataclass(frozen=True, slots=True, eq=False)
class PlanFigure:
    """A figure of a plan: what is made least, in units of its greatest coefficient.

    Attributes
    ----------
    cost : numpy.ndarray of float64, shape (columns,)
        Coefficients; of what is made greatest with the sign turned.
    sign : float
        -1 where more is better, else 1.
    scale : float
        Unit of the coefficients.
    constant : float
        What is added to the sum.
    """

    cost: Floats
    sign: float
    scale: float
    constant: float

    @classmethod
    def of(cls, programme: PlanProgramme, name: str) -> PlanFigure:
        """Take a figure of a programme.

        Parameters
        ----------
        programme : PlanProgramme
            What is planned.
        name : str
            See :class:`Limit`.

        Returns
        -------
        PlanFigure
            As the programme makes it least.
        """
        row, constant = row_of(programme, name)
        scale = float(np.abs(row).max(initial=0.0)) or 1.0
        sign = -1.0 if name in ("served", "least") else 1.0
        return cls(sign * row / scale, sign, scale, constant)

    def worth(self, least: float) -> float:
        """Give the figure of a value of the programme.

        Parameters
        ----------
        least : float
            Value of the programme.

        Returns
        -------
        float
            In the unit of the figure.
        """
        return self.sign * least * self.scale + self.constant

    def value(self, x: Floats) -> float:
        """Give the figure of a plan.

        Parameters
        ----------
        x : Floats
            Values of the variables.

        Returns
        -------
        float
            In the unit of the figure.
        """
        return self.worth(float(self.cost @ x))

    def kept(self, value: float) -> tuple[Floats, float, float]:
        """Give the row by which a figure stays as good as it is.

        Parameters
        ----------
        value : float
            Coefficients, or the value reached.

        Returns
        -------
        tuple[Floats, float, float]
            Coefficients and bounds.
        """
        reached = self.sign * (value - self.constant) / self.scale
        return self.cost, -np.inf, reached + _KEPT * max(abs(reached), _KEPT)


def figure_of_flows(programme: PlanProgramme, order: Sequence[str]) -> PlanFigure:
    """Put the figures that flows decide into one, each far above the next, and the way last.

    Once the plants are given, this needs no row that keeps the first figure near its best, of
    which the solver would take what its tolerance leaves.

    Parameters
    ----------
    programme : PlanProgramme
        What is planned.
    order : Sequence[str]
        Figures that are made best, one after the other.

    Returns
    -------
    PlanFigure
        The one figure.
    """
    flows = [name for name in order if name in ("served", "cost", "way")]
    last = PlanFigure.of(programme, "way")
    cost, weight = last.cost.copy(), 1.0
    for name in reversed(flows):
        if name != "way":
            weight *= _ABOVE
            cost += weight * PlanFigure.of(programme, name).cost
    return replace(last, cost=cost)


def limit_row(programme: PlanProgramme, limit: Limit) -> tuple[Floats, float, float]:
    """Give the row that holds a plan to a limit.

    Parameters
    ----------
    programme : PlanProgramme
        What is planned.
    limit : Limit
        The figure and its bounds.

    Returns
    -------
    tuple[Floats, float, float]
        Coefficients and bounds.
    """
    row, constant = row_of(programme, limit.figure)
    scale = float(np.abs(row).max(initial=0.0)) or 1.0
    least, most = (limit.least - constant) / scale, (limit.most - constant) / scale
    # infinite bounds stay so
    return (
        row / scale,
        least - PROOF * 1e-3 * max(1.0, abs(least)) if np.isfinite(least) else least,
        most + PROOF * 1e-3 * max(1.0, abs(most)) if np.isfinite(most) else most,
    )


def served_rows(programme: PlanProgramme) -> list[tuple[Floats, float, float]]:
    """Say, for each year, that the share asked for of what can be reached is served.

    Parameters
    ----------
    programme : PlanProgramme
        What is planned.

    Returns
    -------
    list[tuple[Floats, float, float]]
        A row a year, with its bounds.
    """
    problem = programme.problem
    need = problem.terms.share * problem.weight[problem.reachable].sum(axis=0)
    return [
        (row / programme.tonne, float(least) / programme.tonne * (1 - 1e-9), np.inf)
        for row, least in zip(programme.figures["served"], need, strict=True)
    ]


def knee(first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """Tell which point of a curve lies farthest from the line between its ends.

    Both aims are taken as shares of their spans (Das 1999, *Structural Optimization* 18).

    Parameters
    ----------
    first, second : numpy.ndarray of float64, shape (points,)
        Values of the aims, along the curve.

    Returns
    -------
    numpy.ndarray of bool, shape (points,)
        True at one point; at none where there are less than three.

    Examples
    --------
    >>> import numpy as np
    >>> from gisplan.analysis.siting.plans import knee
    >>> knee(np.array([0.0, 80.0, 100.0]), np.array([0.0, 10.0, 30.0]))
    array([False,  True, False])
    """
    mark = np.zeros(len(first), dtype=bool)
    if len(first) < 3:
        return mark
    x = (second - second[0]) / ((second[-1] - second[0]) or 1.0)
    y = (first - first[0]) / ((first[-1] - first[0]) or 1.0)
    mark[int(np.abs(y - x).argmax())] = True
    return mark
