"""Whole plans: solved to proof for one aim after the other, and put into tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from gisplan.analysis import highs
from gisplan.analysis.highs import PROOF
from gisplan.analysis.siting.models.result import Clock, Status, gap_of
from gisplan.analysis.siting.plans import plan_tables as tables
from gisplan.analysis.siting.plans.first_plan import first_plan
from gisplan.analysis.siting.plans.menu import Aim
from gisplan.analysis.siting.plans.network_problem import PlanProblem
from gisplan.analysis.siting.plans.plan_figures import (
    Limit,
    PlanFigure,
    figure_of_flows,
    limit_row,
    served_rows,
)
from gisplan.analysis.siting.plans.plan_search import PlanParts, best_values
from gisplan.analysis.siting.plans.postpone import postponed
from gisplan.analysis.siting.plans.programme import PlanProgramme, build
from gisplan.arrays import Bools, Floats
from gisplan.text import Text

#: Share of the time that the first plan may take.
_FIRST = 0.1
#: Share of what is left that the aim takes, and each figure that is made best after it.
_AIM, _LATER = 0.8, 0.6
#: Share of the time, where none is left, in which what is done too early is put off.
_WAIT = 0.1
#: What is made best, one after the other; each keeps what those before it reached.
ORDER: dict[Aim, tuple[str, ...]] = {
    "coverage": ("served", "spent", "way"),
    "cost": ("cost", "way"),
    "way": ("way", "spent"),
    "equity": ("least", "served", "spent"),
}


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class PlanAnswer:
    """A whole plan, with what is proven of it.

    Attributes
    ----------
    status : {"optimal", "feasible", "infeasible", "unknown"}
        As of :class:`gisplan.analysis.siting.models.Solution`: of the plan's aim.
    objective : float or None
        Value of the aim: demand served, cost, demand times way, or the least share.
    bound : float or None
        No plan does better than this.
    gap : float or None
        ``|objective - bound| / |objective|``.
    actions : pandas.DataFrame
        ``site``, ``tier``, ``year``, ``action``, ``size``, ``capacity`` (added; taken away below
        0; of a plant that moves, by how much it has more there), ``cost``, ``moved_from`` (the
        plant that moves to the site); by year, tier and site.
    sites : pandas.DataFrame
        By year and site, of those that stand in it: ``site``, ``tier``, ``year``, ``capacity``,
        ``used``.
    flows : pandas.DataFrame
        ``year``, ``from``, ``to``, ``tier`` (of ``to``), ``amount``, ``km``, ``of`` (``demand`` or
        ``site``, what ``from`` is); above nothing only.
    years : pandas.DataFrame
        By year: ``year``, ``demand``, ``reachable``, ``served``, ``spent`` (in the year),
        ``way`` (demand times km of all legs), ``cost`` (a year; NaN where no life is declared),
        ``least_share`` (of the region that has least; NaN without regions), ``near`` (who is near
        what was built until then, once for each plant).
    regions : pandas.DataFrame
        By year and region: ``year``, ``region``, ``demand``, ``served``.
    seconds : float
        Time taken.
    reason : Text or None
        Why there is no plan.
    taken : numpy.ndarray of bool, shape (years, options)
        The plan as the programme has it.
    """

    status: Status
    objective: float | None
    bound: float | None
    gap: float | None
    actions: pd.DataFrame
    sites: pd.DataFrame
    flows: pd.DataFrame
    years: pd.DataFrame
    regions: pd.DataFrame
    seconds: float
    reason: Text | None = None
    taken: Bools | None = None

    @property
    def solved(self) -> bool:
        """Whether there is a plan.

        Returns
        -------
        bool
            False where there is none, or none was found.
        """
        return self.status in ("optimal", "feasible")


def make_plan(
    problem: PlanProblem,
    *,
    seconds: float = 60.0,
    limits: Sequence[Limit] = (),
    order: Sequence[str] | None = None,
    begin: Bools | None = None,
) -> PlanAnswer:
    """Choose what to build, enlarge, move and close in which year, and who is served by what.

    A mixed-integer programme (docs/siting.md has it in full), solved by HiGHS from a greedy first
    plan; then, among the plans that are as good, the next figure is made best.

    Parameters
    ----------
    problem : PlanProblem
        Demand, sites, legs and terms.
    seconds : float
        Time limit.
    limits : sequence of Limit
        Figures that the plan is held to beyond its terms.
    order : sequence of str, optional
        Figures that are made best one after the other; those of the terms' aim if left out.
    begin : numpy.ndarray of bool, optional
        ``taken`` of a plan to begin with, if a good one is known.

    Returns
    -------
    PlanAnswer
        The plan and its figures; a reason if there is none.

    Examples
    --------
    >>> import pandas as pd
    >>> from gisplan.analysis.siting.plans import Phase, PlanProblem, PlanTerms, PlanTier, Size
    >>> from gisplan.analysis.siting.plans import make_plan
    >>> demand = pd.DataFrame({"id": ["a", "b"], "weight": [300.0, 100.0]})
    >>> sites = pd.DataFrame({"id": ["S"], "tier": ["plant"], "stands": [False]})
    >>> sites["capacity"] = None
    >>> legs = pd.DataFrame(
    ...     {"from": ["a", "b"], "to": ["S", "S"], "km": [4.0, 9.0], "of": "demand"}
    ... )
    >>> menu = (
    ...     Size(name="small", capacity=350, cost=10),
    ...     Size(name="large", capacity=500, cost=14),
    ... )
    >>> terms = PlanTerms(
    ...     tiers=(PlanTier(name="plant", sizes=menu),), phases=(Phase(year=2030, budget=12),)
    ... )
    >>> plan = make_plan(PlanProblem.from_tables(demand, sites, legs, terms))
    >>> plan.status, plan.objective, plan.actions["size"].tolist()
    ('optimal', 350.0, ['small'])
    """
    clock = Clock(seconds)
    programme = build(problem)
    terms = problem.terms
    rows = [limit_row(programme, limit) for limit in limits]
    if terms.aim in ("cost", "way") and not limits:
        rows += served_rows(programme)
    names = tuple(order or ORDER[terms.aim])
    wanted = [PlanFigure.of(programme, name) for name in names]
    held, parts = list(rows), PlanParts.of(programme)
    x = _start(programme, clock, rows, wanted[0], begin)
    status: Status = "unknown"
    objective = bound = None
    for place, figure in enumerate(wanted):
        if place and (x is None or clock.left() <= 0):
            break
        found = best_values(
            programme.programme(figure.cost, *rows),
            parts,
            x,
            Clock(clock.left() * (_LATER if place else _AIM)),
        )
        if found.infeasible and (place == 0 or x is None):
            return _none(problem, "infeasible", clock)
        if found.x is not None:
            x = _settled(programme, found.x, rows, figure)
        if x is None:
            break
        value = figure.value(x)
        if place == 0:
            objective, bound = value, figure.worth(found.bound)
            status = _status(names[0], objective, bound)
        rows.append(figure.kept(value))
        if names[place] == "least":
            held.append(rows[-1])
    if x is None:
        return _none(problem, status, clock, bound=bound)
    x = _settled(programme, x, held, figure_of_flows(programme, names))
    if len(names) > 1 and objective is not None and bound is not None:  # a plan that is told
        wait = Clock(max(clock.left(), _WAIT * seconds))
        x = postponed(programme, x, rows=held, names=names, clock=wait)
        value = wanted[0].value(x)
        if wanted[0].sign * (objective - value) > PROOF * abs(objective):
            objective, status = value, _status(names[0], value, bound)
    return _told(programme, x, (status, objective, bound), clock)


def _status(name: str, value: float, bound: float) -> Status:
    # a share is exact to a millionth of the whole, also where it is next to nothing
    small = 1.0 if name == "least" else PROOF
    return "optimal" if abs(value - bound) <= PROOF * max(abs(value), small) else "feasible"


def _start(
    programme: PlanProgramme,
    clock: Clock,
    rows: Sequence[tuple[Floats, float, float]],
    figure: PlanFigure,
    begin: Bools | None,
) -> Floats | None:
    """Give the first plan as a solution: options fixed, flows made best; None if none keeps all.

    Parameters
    ----------
    programme : PlanProgramme
        What is planned.
    clock : Clock
        Time left.
    rows : Sequence[tuple[Floats, float, float]]
        Rows that a plan keeps to.
    figure : PlanFigure
        What is made best.
    begin : Bools | None
        Options of a plan to begin with, if a good one is known.

    Returns
    -------
    Floats | None
        Values of the variables; None if no plan was found that keeps all.
    """
    drafts = [first_plan(programme, Clock(clock.left() * _FIRST))]
    if begin is not None:
        drafts.append(begin.copy())
    found = [_flowing(programme, clock, rows, figure, draft) for draft in drafts]
    kept = [x for x in found if x is not None]
    return min(kept, key=lambda x: float(figure.cost @ x)) if kept else None


def _flowing(
    programme: PlanProgramme,
    clock: Clock,
    rows: Sequence[tuple[Floats, float, float]],
    figure: PlanFigure,
    taken: Bools,
) -> Floats | None:
    """Give the best flows of a plan, without what would not be used enough; None if none keeps all.

    Parameters
    ----------
    programme : PlanProgramme
        What is planned.
    clock : Clock
        Time left.
    rows : Sequence[tuple[Floats, float, float]]
        Rows that a plan keeps to.
    figure : PlanFigure
        What is made best.
    taken : Bools
        Options taken by year.

    Returns
    -------
    Floats | None
        Values of the variables.
    """
    answer = highs.solve(
        programme.programme(figure.cost, *rows, taken=taken),
        seconds=max(clock.left() * _FIRST, 0.05),
    )
    if not len(answer.x) and answer.status == "infeasible":
        # what would not be used enough, or breaks another rule, is given up
        model = programme.programme(figure.cost, *rows)
        upper, part = model.column_upper.copy(), PlanParts.of(programme).columns
        upper[part] = np.minimum(upper[part], taken.ravel())
        answer = highs.solve(
            replace(model, column_upper=upper), seconds=max(clock.left() * _FIRST, 0.05)
        )
    return answer.x if len(answer.x) else None


def _settled(
    programme: PlanProgramme,
    x: Floats,
    rows: Sequence[tuple[Floats, float, float]],
    figure: PlanFigure,
) -> Floats:
    """Round what is whole, and make the flows anew; as it was where rounding breaks a row.

    Parameters
    ----------
    programme : PlanProgramme
        What is planned.
    x : Floats
        Values of the variables.
    rows : Sequence[tuple[Floats, float, float]]
        Rows that a plan keeps to.
    figure : PlanFigure
        What is made best.

    Returns
    -------
    Floats
        Values of the variables.
    """
    model = programme.programme(figure.cost, *rows)
    lower, upper = model.column_lower.copy(), model.column_upper.copy()
    whole = programme.integer
    lower[whole] = upper[whole] = np.round(x[whole])
    fixed = replace(model, column_lower=lower, column_upper=upper, integer=None)
    answer = highs.solve(fixed, seconds=60.0)
    return answer.x if answer.status == "optimal" else x


def _empty(*columns: str) -> pd.DataFrame:
    return pd.DataFrame(columns=list(columns))


def _none(
    problem: PlanProblem, status: Status, clock: Clock, *, bound: float | None = None
) -> PlanAnswer:
    reason = Text("在给定的时限内没有找到方案", "no plan was found within the time given")
    if status == "infeasible":
        reason = Text(
            "没有方案能同时满足预算、能力、最低利用和份额的要求；请放宽其中之一",
            "no plan keeps to budgets, capacities, least uses and shares together; ease one",
        )
    years = pd.DataFrame(
        {
            "year": [phase.year for phase in problem.terms.phases],
            "demand": problem.weight.sum(axis=0),
            "reachable": problem.weight[problem.reachable].sum(axis=0),
        }
    )
    return PlanAnswer(
        status=status,
        objective=None,
        bound=bound,
        gap=None,
        years=years,
        seconds=clock.gone(),
        reason=reason,
        actions=_empty(*tables.ACTION_COLUMNS),
        sites=_empty("site", "tier", "year", "capacity", "used"),
        flows=_empty("year", "from", "to", "tier", "amount", "km", "of"),
        regions=_empty("year", "region", "demand", "served"),
    )


def _told(
    programme: PlanProgramme,
    x: Floats,
    proof: tuple[Status, float | None, float | None],
    clock: Clock,
) -> PlanAnswer:
    status, objective, bound = proof
    flow, taken = programme.flow(x), programme.taken(x)
    gap = None
    if objective is not None and bound is not None and np.isfinite(bound):
        gap = gap_of(objective, bound)
    return PlanAnswer(
        status=status,
        objective=objective,
        bound=bound if bound is not None and np.isfinite(bound) else None,
        gap=gap,
        actions=tables.actions_of(programme, taken),
        sites=tables.sites_of(programme, taken, flow),
        flows=tables.flows_of(programme.problem, flow, programme.tonne),
        years=tables.years_of(programme, x, flow, taken),
        regions=tables.regions_of(programme.problem, flow),
        seconds=clock.gone(),
        taken=taken,
    )
