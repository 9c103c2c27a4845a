"""The rows of a whole plan's programme; docs/siting.md has them as formulas."""

from __future__ import annotations

import numpy as np
from scipy.sparse import csr_array

from gisplan.analysis.siting.plans.plan_columns import PlanColumns
from gisplan.arrays import Floats, Ints

#: Where legs times years are more than this, rows that only tighten the relaxation are left out.
_TIGHT = 60_000
#: By how much a budget may be exceeded by rounding.
_EXACT = 1e-9


class PlanRows:
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


def demand_rows(rows: PlanRows, columns: PlanColumns, t: int) -> None:
    """Say that demand is served once at most; by one leg as a whole where it may not be split.

    Parameters
    ----------
    rows : PlanRows
        Rows that a plan keeps to.
    columns : PlanColumns
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


def capacity_rows(rows: PlanRows, columns: PlanColumns, t: int, room: Floats) -> None:
    """Say that what arrives at a site fits what stands there, and is enough to be worth it.

    Parameters
    ----------
    rows : PlanRows
        Rows that a plan keeps to.
    columns : PlanColumns
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

    # more than what can arrive is of no use: without it fractions of plants promise too much
    useful = np.minimum(options.capacity, _arriving(columns, t, room)[options.site])
    rows.add(where, column, against(useful), upper=room / columns.tonne, count=m)
    kept = np.array([tier.least for tier in problem.terms.tiers])[problem.tier] * problem.room
    if options.least.any() or kept.any():
        rows.add(where, column, against(options.least), lower=kept / columns.tonne, count=m)


def _arriving(columns: PlanColumns, t: int, room: Floats) -> Floats:
    """Give the most that can arrive at each site, if everything before it is built and full.

    Parameters
    ----------
    columns : PlanColumns
        Where the variables stand.
    t : int
        Position of the year.
    room : Floats
        Capacity of each site.

    Returns
    -------
    Floats
        In the unit of the demand.
    """
    problem, options = columns.problem, columns.options
    m = len(problem.sites)
    built, grown = np.zeros(m), np.zeros(m)
    np.maximum.at(built, options.site[options.build], options.capacity[options.build])
    np.add.at(grown, options.site[options.grow], options.capacity[options.grow] * (t + 1))
    most, passed = np.zeros(m), np.zeros(m)
    for k, tier in enumerate(problem.terms.tiers):
        legs = np.flatnonzero(problem.tier[problem.target] == k)
        supply = np.concatenate([problem.weight[:, t], passed])[problem.source[legs]]
        most += np.bincount(problem.target[legs], weights=supply, minlength=m)
        mine = problem.tier == k
        passed[mine] = tier.passes_on * np.minimum(most, room + built + grown)[mine]
    return most


def passed_on_rows(rows: PlanRows, columns: PlanColumns, t: int) -> None:
    """Say that what a tier passes on leaves for the next, and no more.

    Parameters
    ----------
    rows : PlanRows
        Rows that a plan keeps to.
    columns : PlanColumns
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


def grows_rows(rows: PlanRows, columns: PlanColumns, t: int) -> None:
    """Say that what is enlarged stands by then, and is enlarged once a year at most.

    Parameters
    ----------
    rows : PlanRows
        Rows that a plan keeps to.
    columns : PlanColumns
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


def tighten_rows(rows: PlanRows, columns: PlanColumns, t: int) -> None:
    """Say for each leg to a candidate that nothing is brought where nothing is built.

    The rows of capacity say so already, but for fractions of plants: these make the relaxation
    tighter (Daskin 2013, ch. 7).

    Parameters
    ----------
    rows : PlanRows
        Rows that a plan keeps to.
    columns : PlanColumns
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


def budget_rows(rows: PlanRows, columns: PlanColumns, t: int, money: float) -> None:
    """Say what may be spent in a year, or until it where money left over is kept.

    Parameters
    ----------
    rows : PlanRows
        Rows that a plan keeps to.
    columns : PlanColumns
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


def once_rows(rows: PlanRows, columns: PlanColumns) -> None:
    """Say that each plant is built once at most, and that nothing is undone.

    Parameters
    ----------
    rows : PlanRows
        Rows that a plan keeps to.
    columns : PlanColumns
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
    new = np.flatnonzero(options.build & ~options.moved)
    for k, tier in enumerate(problem.terms.tiers):
        mine = option[:, new[problem.tier[options.site[new]] == k]].ravel()
        if tier.new is not None and len(mine):
            rows.add(np.zeros(len(mine), dtype=np.int64), mine, 1.0, upper=float(tier.new))
    for shut in np.unique(options.site[options.close]):
        # closed or moved away once, and never what the plan enlarges there
        ends = option[:, options.close & (options.site == shut)].ravel()
        growing = option[:, options.grow & (options.site == shut)].ravel()
        count = len(growing) + 1
        rows.add(
            np.concatenate([np.repeat(np.arange(count), len(ends)), np.arange(1, count)]),
            np.concatenate([np.tile(ends, count), growing]),
            1.0,
            upper=1.0,
            count=count,
        )


def move_rows(rows: PlanRows, columns: PlanColumns) -> None:
    """Say that a plant leaves its place in the year in which it takes a new one, and only then.

    Parameters
    ----------
    rows : PlanRows
        Rows that a plan keeps to.
    columns : PlanColumns
        Where the variables stand.
    """
    options, option = columns.options, columns.option
    years = np.arange(len(option))
    for left in np.flatnonzero(options.close & options.moved):
        takes = np.flatnonzero(options.build & (options.plant == options.plant[left]))
        rows.add(
            np.concatenate([years, np.repeat(years, len(takes))]),
            np.concatenate([option[:, left], option[:, takes].ravel()]),
            np.concatenate([np.ones(len(years)), -np.ones(len(years) * len(takes))]),
            lower=0.0,
            upper=0.0,
            count=len(years),
        )


def fair_rows(rows: PlanRows, columns: PlanColumns) -> None:
    """Bound the least share by that of each region, and keep the share that is asked for.

    Parameters
    ----------
    rows : PlanRows
        Rows that a plan keeps to.
    columns : PlanColumns
        Where the variables stand.
    """
    terms = columns.problem.terms
    last = len(terms.phases) - 1
    year = last
    if terms.equity_year is not None:
        year = [phase.year for phase in terms.phases].index(terms.equity_year)
    _shares(rows, columns, year)
    if year != last and terms.least_share > 0:
        _shares(rows, columns, last, least=terms.least_share)


def _shares(rows: PlanRows, columns: PlanColumns, t: int, *, least: float | None = None) -> None:
    problem, weight = columns.problem, columns.weight[:, t]
    code, some = problem.region[problem.source[columns.served]], problem.region >= 0
    need = np.bincount(problem.region[some], weights=weight[some], minlength=len(problem.regions))
    whole = np.flatnonzero(need > 0)
    if not len(whole):
        return
    place = np.full(len(need), -1)
    place[whole] = np.arange(len(whole))
    inside = (code >= 0) & (weight[problem.source[columns.served]] > 0)
    flow = columns.flow[t, columns.served][inside]
    # against the least share, the last column, or against a number
    bounded = np.arange(len(whole)) if least is None else np.arange(0)
    rows.add(
        np.concatenate([place[code[inside]], bounded]),
        np.concatenate([flow, np.full(len(bounded), columns.count - 1)]),
        np.concatenate([np.ones(len(flow)), -need[whole][bounded]]),
        lower=(least or 0.0) * need[whole] - _EXACT * np.maximum(1.0, need[whole]),
        count=len(whole),
    )
