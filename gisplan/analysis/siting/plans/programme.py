"""The mixed-integer programme of a whole plan: variables, rows and the figures that aims are of.

Variables, year by year: the flow on each leg, whether each option of a site is taken in the year
(and whether a plant is closed), and, where demand may not be split, whether a leg serves its
demand. Flows are counted in units of the greatest demand, money in that of the greatest cost, so
that the solver's tolerances mean the same everywhere.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from scipy.sparse import csr_array

from gisplan.analysis.highs import Programme
from gisplan.analysis.siting.plans.network_problem import PlanProblem
from gisplan.arrays import Bools, Floats, Ints

#: Where legs times years are more than this, rows that only tighten the relaxation are left out.
_TIGHT = 60_000
#: By how much a budget may be exceeded by rounding.
_EXACT = 1e-9


class _Rows:
    """Rows of a programme while they are gathered."""

    def __init__(self) -> None:
        self.row: list[Ints] = []
        self.column: list[Ints] = []
        self.value: list[Floats] = []
        self.lower: list[Floats] = []
        self.upper: list[Floats] = []
        self.count = 0

    def add(
        self,
        row: Ints,
        column: Ints,
        value: Floats | float,
        *,
        upper: Floats | float = np.inf,
        lower: Floats | float = -np.inf,
        count: int = 1,
    ) -> None:
        """Add a block of rows, by row within the block, column and value.

        Parameters
        ----------
        row : Ints
            Rows of the coefficients, from the block's first.
        column : Ints
            Columns of the coefficients.
        value : Floats | float
            Coefficients, or the value reached.
        upper : Floats | float
            Upper bounds of the rows.
        lower : Floats | float
            Lower bounds of the rows.
        count : int
            How many rows the block has.
        """
        self.row.append(np.asarray(row) + self.count)
        self.column.append(np.asarray(column))
        self.value.append(np.broadcast_to(np.asarray(value, dtype=float), np.shape(column)))
        self.lower.append(np.broadcast_to(np.asarray(lower, dtype=float), (count,)))
        self.upper.append(np.broadcast_to(np.asarray(upper, dtype=float), (count,)))
        self.count += count

    def matrix(self, width: int) -> tuple[csr_array, Floats, Floats]:
        """Give all rows with their bounds.

        Parameters
        ----------
        width : int
            Columns of the programme.

        Returns
        -------
        tuple[csr_array, Floats, Floats]
            The matrix, and lower and upper bounds.
        """
        where = (np.concatenate(self.row), np.concatenate(self.column))
        matrix = csr_array((np.concatenate(self.value), where), shape=(self.count, width))
        return matrix, np.concatenate(self.lower), np.concatenate(self.upper)


@dataclass(frozen=True, slots=True, eq=False)
class Options:
    """What may be done at the sites: one row an option, as positions and numbers.

    Attributes
    ----------
    site : numpy.ndarray of int
        Position of the site.
    size : numpy.ndarray of int
        Position of the size in its tier's menu; -1 for closing.
    build : numpy.ndarray of bool
        Whether it builds.
    close : numpy.ndarray of bool
        Whether it closes; it enlarges if it does neither.
    capacity : numpy.ndarray of float64
        Capacity it adds; below 0 by closing.
    cost : numpy.ndarray of float64
        What it costs once.
    yearly : numpy.ndarray of float64
        What it costs in each year.
    least : numpy.ndarray of float64
        What must be used because of it.
    """

    site: Ints
    size: Ints
    build: Bools
    close: Bools
    capacity: Floats
    cost: Floats
    yearly: Floats
    least: Floats

    @property
    def grow(self) -> Bools:
        """Tell which options enlarge.

        Returns
        -------
        numpy.ndarray of bool
            Those that neither build nor close.
        """
        return ~self.build & ~self.close

    @classmethod
    def of(cls, problem: PlanProblem) -> Options:
        """List the options of a problem, by site and place in the menu.

        Parameters
        ----------
        problem : PlanProblem
            Sites, tiers and menus.

        Returns
        -------
        Options
            Those that rules and distances leave.
        """
        rows: list[tuple[float, ...]] = []
        for j in map(int, np.flatnonzero(~problem.fixed)):
            tier = problem.terms.tiers[problem.tier[j]]
            stands = bool(problem.stands[j])
            for k, size in enumerate(tier.sizes):
                builds = size.action == "build"
                if (builds and stands) or problem.away_km[j] < size.away_km:
                    continue
                cost = size.cost + (problem.extra[j] if builds else 0.0)
                least = size.least * size.capacity
                rows.append((j, k, builds, 0, size.capacity, cost, size.yearly, least))
            # of a plant of unknown capacity it is not known what closing would take away
            if stands and tier.close is not None and np.isfinite(problem.most_room[j]):
                room = problem.room[j]
                rows.append((j, -1, 0, 1, -room, tier.close, -tier.keep, -tier.least * room))
        table = np.array(rows, dtype=float).reshape(-1, 8)
        whole, flags = table[:, :2].astype(np.int64), table[:, 2:4] > 0
        return cls(whole[:, 0], whole[:, 1], flags[:, 0], flags[:, 1], *table[:, 4:].T)


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
        Coefficients of ``served``, ``way``, ``invested`` (until the year) and ``running`` (in the
        year), in their own units, without the constants of ``fixed``.
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


@dataclass(frozen=True, slots=True, eq=False)
class _Columns:
    """Where the variables stand: flows, options and whole legs by year, and the least share."""

    problem: PlanProblem
    options: Options
    tonne: float
    flow: Ints
    option: Ints
    whole: Ints
    served: Ints

    @classmethod
    def of(cls, problem: PlanProblem, options: Options) -> _Columns:
        years, legs, choices = len(problem.terms.phases), len(problem.km), len(options.site)
        served = np.flatnonzero(problem.first)
        begin = years * (legs + choices)
        wholes = len(served) if problem.terms.single else 0
        return cls(
            problem=problem,
            options=options,
            tonne=float(problem.weight.max(initial=0.0)) or 1.0,
            flow=np.arange(years * legs).reshape(years, legs),
            option=years * legs + np.arange(years * choices).reshape(years, choices),
            whole=begin + np.arange(years * wholes).reshape(years, wholes),
            served=served,
        )

    @property
    def count(self) -> int:
        return self.flow.size + self.option.size + self.whole.size + 1

    @property
    def weight(self) -> Floats:
        return self.problem.weight / self.tonne


def build(problem: PlanProblem, *, endless: bool = False) -> PlanProgramme:
    """Write the programme of a problem.

    Parameters
    ----------
    problem : PlanProblem
        Demand, sites, legs and terms.
    endless : bool
        Whether plants of which something is not known are taken at their most, instead of at
        nothing.

    Returns
    -------
    PlanProgramme
        Rows and columns; flows in units of the greatest demand.
    """
    options = Options.of(problem)
    columns, rows = _Columns.of(problem, options), _Rows()
    money = float(options.cost.max(initial=0.0)) or 1.0
    room = problem.room
    if endless:
        room = np.minimum(problem.most_room, problem.weight.sum())
    for t in range(len(problem.terms.phases)):
        _demand(rows, columns, t)
        _capacity(rows, columns, t, room)
        _passed_on(rows, columns, t)
        _grows(rows, columns, t)
        _tighten(rows, columns, t)
        _budget(rows, columns, t, money)
    _once(rows, columns)
    _fair(rows, columns)
    matrix, lower, upper = rows.matrix(columns.count)
    column_lower, column_upper = np.zeros(columns.count), np.ones(columns.count)
    column_lower[-1] = problem.terms.least_share
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


def _demand(rows: _Rows, columns: _Columns, t: int) -> None:
    """Say that demand is served once at most; by one leg as a whole where it may not be split.

    Parameters
    ----------
    rows : _Rows
        Rows that a plan keeps to.
    columns : _Columns
        Where the variables stand.
    t : int
        Position of the year.
    """
    problem, served = columns.problem, columns.served
    n, weight, flow = len(problem.demand), columns.weight[:, t], columns.flow[t, served]
    source = problem.source[served]
    rows.add(source, flow, 1.0, upper=weight, count=n)
    if problem.terms.single:
        place, whole = np.arange(len(served)), columns.whole[t]
        rows.add(
            np.concatenate([place, place]),
            np.concatenate([flow, whole]),
            np.concatenate([np.ones(len(served)), -weight[source]]),
            lower=0.0,
            upper=0.0,
            count=len(served),
        )
        rows.add(source, whole, 1.0, upper=1.0, count=n)


def _capacity(rows: _Rows, columns: _Columns, t: int, room: Floats) -> None:
    """Say that what arrives at a site fits what stands there, and is enough to be worth it.

    Parameters
    ----------
    rows : _Rows
        Rows that a plan keeps to.
    columns : _Columns
        Where the variables stand.
    t : int
        Position of the year.
    room : Floats
        Capacity of each site.
    """
    problem, options, m = columns.problem, columns.options, len(columns.problem.sites)
    where = np.concatenate([problem.target, np.tile(options.site, t + 1)])
    column = np.concatenate([columns.flow[t], columns.option[: t + 1].ravel()])
    ones = np.ones(len(problem.km))

    def against(part: Floats) -> Floats:
        return np.concatenate([ones, np.tile(-part / columns.tonne, t + 1)])

    rows.add(where, column, against(options.capacity), upper=room / columns.tonne, count=m)
    kept = np.array([tier.least for tier in problem.terms.tiers])[problem.tier] * problem.room
    if options.least.any() or kept.any():
        rows.add(where, column, against(options.least), lower=kept / columns.tonne, count=m)


def _passed_on(rows: _Rows, columns: _Columns, t: int) -> None:
    """Say that what a tier passes on leaves for the next, and no more.

    Parameters
    ----------
    rows : _Rows
        Rows that a plan keeps to.
    columns : _Columns
        Where the variables stand.
    t : int
        Position of the year.
    """
    problem, n = columns.problem, len(columns.problem.demand)
    tiers = problem.terms.tiers
    passes = np.array([tier.passes_on for tier in tiers])[problem.tier]
    middle = np.flatnonzero(problem.tier < len(tiers) - 1)
    if not len(middle):
        return
    place = np.full(len(problem.sites), -1)
    place[middle] = np.arange(len(middle))
    onward, into = np.flatnonzero(~problem.first), np.flatnonzero(place[problem.target] >= 0)
    rows.add(
        np.concatenate([place[problem.source[onward] - n], place[problem.target[into]]]),
        np.concatenate([columns.flow[t, onward], columns.flow[t, into]]),
        np.concatenate([np.ones(len(onward)), -passes[problem.target[into]]]),
        lower=0.0,
        upper=0.0,
        count=len(middle),
    )


def _grows(rows: _Rows, columns: _Columns, t: int) -> None:
    """Say that what is enlarged stands by then, and is enlarged once a year at most.

    Parameters
    ----------
    rows : _Rows
        Rows that a plan keeps to.
    columns : _Columns
        Where the variables stand.
    t : int
        Position of the year.
    """
    problem, options = columns.problem, columns.options
    grows = np.flatnonzero(options.grow)
    if not len(grows):
        return
    sites = np.unique(options.site[grows])
    place = np.full(len(problem.sites), -1)
    place[sites] = np.arange(len(sites))
    built = np.flatnonzero(options.build & (place[options.site] >= 0))
    earlier = columns.option[: t + 1, built].ravel()
    rows.add(
        np.concatenate([place[options.site[grows]], np.tile(place[options.site[built]], t + 1)]),
        np.concatenate([columns.option[t, grows], earlier]),
        np.concatenate([np.ones(len(grows)), -np.ones(len(earlier))]),
        upper=problem.stands[sites].astype(float),
        count=len(sites),
    )


def _tighten(rows: _Rows, columns: _Columns, t: int) -> None:
    """Say for each leg to a candidate that nothing is brought where nothing is built.

    The rows of capacity say so already, but for fractions of plants: these make the relaxation
    tighter (Daskin 2013, ch. 7).

    Parameters
    ----------
    rows : _Rows
        Rows that a plan keeps to.
    columns : _Columns
        Where the variables stand.
    t : int
        Position of the year.
    """
    problem, options = columns.problem, columns.options
    legs = columns.served[~problem.stands[problem.target[columns.served]]]
    loose = problem.terms.aim not in ("cost", "way")  # there the capacities bound well alone
    if not len(legs) or loose or columns.flow.size > _TIGHT:
        return
    builds = np.flatnonzero(options.build)
    start = np.searchsorted(options.site[builds], np.arange(len(problem.sites) + 1))
    target = problem.target[legs]
    count = start[target + 1] - start[target]
    row = np.repeat(np.arange(len(legs)), count)
    inside = np.arange(count.sum()) - np.repeat(np.cumsum(count) - count, count)
    option = builds[np.repeat(start[target], count) + inside]
    part = columns.weight[problem.source[legs], t]
    rows.add(
        np.concatenate([np.arange(len(legs)), np.tile(row, t + 1)]),
        np.concatenate([columns.flow[t, legs], columns.option[: t + 1, option].ravel()]),
        np.concatenate([np.ones(len(legs)), np.tile(-part[row], t + 1)]),
        upper=0.0,
        count=len(legs),
    )


def _budget(rows: _Rows, columns: _Columns, t: int, money: float) -> None:
    """Say what may be spent in a year, or until it where money left over is kept.

    Parameters
    ----------
    rows : _Rows
        Rows that a plan keeps to.
    columns : _Columns
        Where the variables stand.
    t : int
        Position of the year.
    money : float
        Unit of money.
    """
    terms, options = columns.problem.terms, columns.options
    first = 0 if terms.carry else t
    given = [phase.budget for phase in terms.phases[first : t + 1]]
    budgets = [one for one in given if one is not None]
    if len(budgets) < len(given):
        return
    most = sum(budgets) / money
    cost = np.tile(options.cost / money, len(given))
    column = columns.option[first : t + 1].ravel()[cost > 0]
    rows.add(
        np.zeros(len(column), dtype=np.int64),
        column,
        cost[cost > 0],
        upper=most + _EXACT * max(1.0, most),
    )


def _once(rows: _Rows, columns: _Columns) -> None:
    """Say that each plant is built once at most, and that nothing is undone.

    Parameters
    ----------
    rows : _Rows
        Rows that a plan keeps to.
    columns : _Columns
        Where the variables stand.
    """
    problem, options, option = columns.problem, columns.options, columns.option
    years, builds = len(option), np.flatnonzero(options.build)
    if len(builds):
        sites = np.unique(options.site[builds])
        rows.add(
            np.tile(np.searchsorted(sites, options.site[builds]), years),
            option[:, builds].ravel(),
            1.0,
            lower=problem.forced[sites].astype(float),
            upper=1.0,
            count=len(sites),
        )
    for k, tier in enumerate(problem.terms.tiers):
        mine = option[:, builds[problem.tier[options.site[builds]] == k]].ravel()
        if tier.new is not None and len(mine):
            rows.add(np.zeros(len(mine), dtype=np.int64), mine, 1.0, upper=float(tier.new))
    for shut in np.flatnonzero(options.close):
        # closed once, and never what the plan enlarges
        closing = option[:, shut]
        growing = option[:, options.grow & (options.site == options.site[shut])].ravel()
        count = len(growing) + 1
        rows.add(
            np.concatenate([np.repeat(np.arange(count), years), np.arange(1, count)]),
            np.concatenate([np.tile(closing, count), growing]),
            1.0,
            upper=1.0,
            count=count,
        )


def _fair(rows: _Rows, columns: _Columns) -> None:
    """Bound the least share by that of each region, in the last year.

    Parameters
    ----------
    rows : _Rows
        Rows that a plan keeps to.
    columns : _Columns
        Where the variables stand.
    """
    problem, weight = columns.problem, columns.weight[:, -1]
    code, some = problem.region[problem.source[columns.served]], problem.region >= 0
    need = np.bincount(problem.region[some], weights=weight[some], minlength=len(problem.regions))
    whole = np.flatnonzero(need > 0)
    if not len(whole):
        return
    place = np.full(len(need), -1)
    place[whole] = np.arange(len(whole))
    inside = (code >= 0) & (weight[problem.source[columns.served]] > 0)
    rows.add(
        np.concatenate([place[code[inside]], np.arange(len(whole))]),
        np.concatenate(
            [columns.flow[-1, columns.served][inside], np.full(len(whole), columns.count - 1)]
        ),
        np.concatenate([np.ones(inside.sum()), -need[whole]]),
        lower=-_EXACT * np.maximum(1.0, need[whole]),
        count=len(whole),
    )


def _figures(columns: _Columns) -> tuple[dict[str, Floats], Floats]:
    """Give the coefficients of the figures by year, and what standing plants cost in each.

    Parameters
    ----------
    columns : _Columns
        Where the variables stand.

    Returns
    -------
    tuple[dict[str, Floats], Floats]
        Coefficients by figure, and the constants by year.
    """
    problem, options, tonne = columns.problem, columns.options, columns.tonne
    tiers, transport = problem.terms.tiers, problem.terms.charges.transport
    years = len(problem.terms.phases)
    names = ("served", "way", "invested", "running", "least")
    figures = {name: np.zeros((years, columns.count)) for name in names}
    charge = np.array([tier.per_tonne for tier in tiers])[problem.tier[problem.target]]
    for t in range(years):
        flow, until = columns.flow[t], columns.option[: t + 1]
        figures["served"][t, flow[columns.served]] = tonne
        figures["way"][t, flow] = problem.km * tonne
        figures["running"][t, flow] = tonne * (transport * problem.km + charge)
        figures["invested"][t, until] = options.cost
        figures["running"][t, until] = options.yearly
    figures["least"][-1, -1] = 1.0
    keep = np.array([tier.keep for tier in tiers])[problem.tier]
    return figures, np.full(years, float(keep[problem.stands].sum()))
