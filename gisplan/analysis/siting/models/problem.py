"""The siting problem: demand, candidate sites and what lies between them, checked once.

Rows are joined by identifier, never by position. Inside, demand and sites stand in the order of
their identifiers, so that a permuted input gives the same answer and ties fall to the first.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy.sparse import csr_array

from gisplan.analysis.siting.models import tables
from gisplan.arrays import Bools, Floats, Indices, Ints, Places
from gisplan.errors import DataError, OptionError
from gisplan.text import Text

#: Pairs that are looked at together.
_PART = 1 << 16


def narrow(position: Indices, count: int) -> Places:
    """Hold positions among so many sites in as little memory as numbers them.

    Parameters
    ----------
    position : array of int
        Positions, from 0.
    count : int
        How many sites there are.

    Returns
    -------
    array of int
        The same, two bytes each where there are no more than 32,768 sites, else four.
    """
    return position.astype(np.int16) if count <= 2**15 else position.astype(np.int32)


@dataclass(frozen=True, slots=True, eq=False)
class Pairs:
    """Some pairs: those of demand i stand from ``start[i]`` to ``start[i + 1]``."""

    start: Ints
    site: Places
    cost: Floats

    @property
    def row(self) -> Ints:
        """Position of the demand of each pair.

        Returns
        -------
        array of int
            One a pair, rising.
        """
        return np.repeat(np.arange(len(self.start) - 1), np.diff(self.start))


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Problem:
    """Demand, candidate sites and the cost between them; make it by one of the two readers.

    Attributes
    ----------
    demand : pandas.Index
        Identifiers of the demand points, sorted.
    sites : pandas.Index
        Identifiers of the sites, sorted.
    weight : array, shape (demand,)
        Above zero: people, tonnes.
    existing : array of bool, shape (sites,)
        Whether a site is there: it is kept and costs nothing.
    forced : array of bool, shape (sites,)
        Whether a site must be opened.
    forbidden : array of bool, shape (sites,)
        Whether a site may not be opened.
    price : array, shape (sites,)
        What opening a site takes (zero if it exists).
    capacity : array, shape (sites,)
        In the unit of ``weight``; infinite where there is none.
    start : array
        Pairs of demand i stand from ``start[i]`` to ``start[i + 1]``.
    site : array
        Position of the site of each pair.
    cost : array
        Cost of each pair (metres or minutes). A pair that is left out can't be served.
    """

    demand: pd.Index
    sites: pd.Index
    weight: Floats
    existing: Bools
    forced: Bools
    forbidden: Bools
    price: Floats
    capacity: Floats
    start: Ints
    site: Places
    cost: Floats

    @classmethod
    def from_tables(cls, demand: pd.DataFrame, sites: pd.DataFrame, reach: pd.DataFrame) -> Problem:
        """Join a long reach table.

        Parameters
        ----------
        demand : DataFrame
            ``id``, ``weight``.
        sites : DataFrame
            ``id`` and, where wanted, ``existing``, ``forced``, ``forbidden`` (booleans),
            ``cost`` and ``capacity``.
        reach : DataFrame
            ``demand``, ``site``, ``cost`` (metres or minutes): one row per pair.

        Returns
        -------
        Problem
            The problem, its demand and sites in the order of their identifiers.

        Raises
        ------
        DataError
            A table is empty or has missing columns, unknown or repeated identifiers, or values
            that can't be; the message names table, row (the first is 1) and column.

        Examples
        --------
        >>> import pandas as pd
        >>> from gisplan.analysis.siting.models import Problem
        >>> demand = pd.DataFrame({"id": ["a", "b"], "weight": [300, 100]})
        >>> sites = pd.DataFrame({"id": ["S", "T"]})
        >>> reach = pd.DataFrame(
        ...     {"demand": ["a", "b", "b"], "site": ["S", "S", "T"], "cost": [4.0, 9.0, 2.0]}
        ... )
        >>> problem = Problem.from_tables(demand, sites, reach)
        >>> problem.weight
        array([300., 100.])
        """
        who, where = tables.Demand.read(demand), tables.Sites.read(sites)
        tables.columns(reach, "reach", ("demand", "site", "cost"))
        cost = tables.numbers(reach, "reach", "cost", least=0.0)
        row = tables.positions(reach, "reach", "demand", who.ids)
        column = tables.positions(reach, "reach", "site", where.ids)
        order = np.argsort(row * len(where.ids) + column, kind="stable")
        row, column, cost = row[order], column[order], cost[order]
        twice = np.flatnonzero((np.diff(row) == 0) & (np.diff(column) == 0))
        if len(twice):
            tables.repeated_pairs(reach, order, twice)
        start = np.searchsorted(row, np.arange(len(who.ids) + 1))
        return cls._make(who, where, start, narrow(column, len(where.ids)), cost)

    @classmethod
    def from_matrix(
        cls, demand: pd.DataFrame, sites: pd.DataFrame, matrix: pd.DataFrame
    ) -> Problem:
        """Join a full matrix: rows are labelled by demand, columns by site.

        Infinity marks a pair that can't be served. Tables and errors as in
        :meth:`from_tables`; every identifier must have its row or column.

        Parameters
        ----------
        demand : pandas.DataFrame
            ``id``, ``weight``.
        sites : pandas.DataFrame
            As in :meth:`from_tables`.
        matrix : pandas.DataFrame
            Costs (metres or minutes), labelled by the identifiers.

        Returns
        -------
        Problem
            The problem, its demand and sites in the order of their identifiers.

        Raises
        ------
        DataError
            If a table is faulty, an identifier has no row or column, or a cost is below 0.

        Examples
        --------
        >>> import numpy as np
        >>> import pandas as pd
        >>> from gisplan.analysis.siting.models import Problem
        >>> demand = pd.DataFrame({"id": ["a", "b"], "weight": [300, 100]})
        >>> sites = pd.DataFrame({"id": ["S", "T"]})
        >>> minutes = pd.DataFrame(
        ...     [[4.0, np.inf], [9.0, 2.0]], index=["a", "b"], columns=["S", "T"]
        ... )
        >>> len(Problem.from_matrix(demand, sites, minutes).cost)
        3
        """
        who, where = tables.Demand.read(demand), tables.Sites.read(sites)
        rows = tables.labels(matrix.index, who.ids, Text("行", "rows"))
        places = tables.labels(matrix.columns, where.ids, Text("列", "columns"))
        values = matrix.to_numpy(dtype=float)
        tables.matrix_values(values, matrix)
        # Copies of a large matrix are made only if its order is not ours already.
        if (np.diff(rows) != 1).any():
            values = values[rows]
        if (np.diff(places) != 1).any():
            values = values[:, places]
        real = np.isfinite(values)
        start = np.concatenate([[0], np.cumsum(real.sum(axis=1))])
        if real.all():
            del real  # of the size of the matrix
            column = np.tile(narrow(np.arange(len(where.ids)), len(where.ids)), len(who.ids))
            return cls._make(who, where, start, column, values.ravel())
        column = narrow(np.nonzero(real)[1], len(where.ids))
        return cls._make(who, where, start, column, values[real])

    @classmethod
    def _make(
        cls,
        who: tables.Demand,
        where: tables.Sites,
        start: Ints,
        site: Places,
        cost: Floats,
    ) -> Problem:
        return cls(
            demand=who.ids,
            weight=who.weight,
            sites=where.ids,
            existing=where.existing,
            forced=where.forced,
            forbidden=where.forbidden,
            price=np.where(where.existing, 0.0, where.price),
            capacity=where.capacity,
            start=start,
            site=site,
            cost=cost,
        )

    def within(self, reach: float | None, allowed: Bools) -> Pairs:
        """Give the pairs of the allowed sites within reach (all of them if None).

        Parameters
        ----------
        reach : float or None
            Greatest cost; every pair is within if None.
        allowed : array of bool
            Whether each site may serve.

        Returns
        -------
        Pairs
            The pairs kept.
        """
        if reach is None and allowed.all():
            return Pairs(self.start, self.site, self.cost)
        # a part at a time, so that no mask as long as all pairs is ever held
        found = []
        for begin in range(0, len(self.site), _PART):
            part = slice(begin, begin + _PART)
            keep = allowed[self.site[part]]
            if reach is not None:
                keep &= self.cost[part] <= reach
            found.append(np.flatnonzero(keep) + begin)
        place = np.concatenate([np.zeros(0, dtype=np.intp), *found])
        if len(place) == len(self.site):
            return Pairs(self.start, self.site, self.cost)
        start = np.searchsorted(place, self.start)
        return Pairs(start, self.site[place], self.cost[place])

    def cover(self, reach: float | None, shut: Bools) -> csr_array:
        """Give the pairs within reach as a matrix of ones, shape (demand, sites).

        Parameters
        ----------
        reach : float or None
            Greatest cost; every pair is within if None.
        shut : array of bool
            Whether each site may not serve.

        Returns
        -------
        csr_array
            Ones where a site is within reach of a demand.
        """
        pairs = self.within(reach, ~shut)
        shape = (len(self.demand), len(self.sites))
        return csr_array((np.ones(len(pairs.site)), pairs.site, pairs.start), shape=shape)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """What the choice of sites must keep to.

    Attributes
    ----------
    p : int, optional
        Sites open at most, existing and forced ones included.
    budget : float, optional
        What the opened sites may cost together, in the unit of the sites' ``cost``; existing
        sites cost nothing.
    spacing : DataFrame, optional
        ``a``, ``b`` (site identifiers), ``distance``: pairs that may be too near each other.
        A pair that is not listed is far enough apart.
    apart : float, optional
        Least distance between two open sites, in the unit of ``spacing``. Two existing sites
        may be nearer.
    """

    p: int | None = None
    budget: float | None = None
    spacing: pd.DataFrame | None = None
    apart: float | None = None


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Terms:
    """Rules by position: what is open or shut, how many, how dear, which pairs exclude."""

    opened: Bools
    shut: Bools
    most: int | None
    budget: float
    pairs: Ints

    @property
    def bind(self) -> bool:
        """Whether anything limits the choice of the sites that are not shut.

        Returns
        -------
        bool
            Whether number, budget or spacing are limited.
        """
        return self.most is not None or np.isfinite(self.budget) or len(self.pairs) > 0


def terms(problem: Problem, rules: Rules | None = None) -> Terms:
    """Check rules against a problem.

    Parameters
    ----------
    problem : Problem
        Demand, sites and the costs between them.
    rules : Rules, optional
        What the choice must keep to; nothing if None.

    Returns
    -------
    Terms
        The rules by position.

    Raises
    ------
    OptionError
        A rule has a value that can't be, or the forced sites already break it.
    DataError
        The spacing table is faulty.
    """
    rules = rules or Rules()
    opened = problem.existing | problem.forced
    shut = problem.forbidden.copy()
    pairs = _near_pairs(problem, rules)
    clash = opened[pairs].all(axis=1) & ~problem.existing[pairs].all(axis=1)
    if clash.any():
        a, b = problem.sites[pairs[clash][0]]
        raise OptionError(
            Text(
                f"必选场址 {a} 与 {b} 的间距小于 {rules.apart:g}；请取消其一，或减小最小间距。",
                f"The sites {a} and {b} must both be open but are nearer than {rules.apart:g}; "
                "drop one, or lower the spacing.",
            )
        )
    one = opened[pairs].any(axis=1)
    beside = pairs[one]
    shut[beside[~opened[beside]]] = True
    pairs = pairs[~one & ~shut[pairs].any(axis=1)]
    most = most_sites(rules.p, int(opened.sum()), int((~problem.forbidden).sum()))
    return Terms(
        opened=opened, shut=shut, most=most, budget=_budget(problem, rules.budget), pairs=pairs
    )


def most_sites(p: int | None, opened: int, allowed: int) -> int | None:
    """Check the number of sites against those that must, and that may, be open.

    Parameters
    ----------
    p : int or None
        Sites open at most; None for as many as there are.
    opened : int
        How many must be open.
    allowed : int
        How many may be open.

    Returns
    -------
    int or None
        The number, no more than may be open; None if not limited.

    Raises
    ------
    OptionError
        If it is no whole number above 0, or less than must be open.
    """
    if p is None:
        return None
    if isinstance(p, bool) or not isinstance(p, int | np.integer) or p < 1:
        raise OptionError(
            Text(
                f"场址数 p 应为正整数，现为 {p!r}。",
                f"p must be a whole number above 0, not {p!r}.",
            )
        )
    if p > allowed:
        raise OptionError(
            Text(
                f"p = {p} 多于可用的候选场址（{allowed} 处）；请减小 p 或增加候选场址。",
                f"p = {p} is more than the {allowed} candidate sites that are not forbidden; "
                "lower p or add candidates.",
            )
        )
    if p < opened:
        raise OptionError(
            Text(
                f"p = {p} 少于现有和必选场址（{opened} 处）；p 包括这些场址，请增大 p。",
                f"p = {p} is less than the {opened} existing and forced sites, which it counts; "
                "raise p.",
            )
        )
    return int(p)


def _budget(problem: Problem, budget: float | None) -> float:
    if budget is None:
        return float("inf")
    if not np.isfinite(budget) or budget < 0:
        raise OptionError(
            Text(
                f"预算应为不小于零的数，现为 {budget}。",
                f"The budget must be 0 or more, not {budget}.",
            )
        )
    needed = float(problem.price[problem.forced].sum())
    if needed > budget * (1 + 1e-12):
        raise OptionError(
            Text(
                f"必选场址共需 {needed:g}，超出预算 {budget:g}。",
                f"The forced sites cost {needed:g}, more than the budget of {budget:g}.",
            )
        )
    return float(budget)


def _near_pairs(problem: Problem, rules: Rules) -> Ints:
    if (rules.spacing is None) != (rules.apart is None):
        raise OptionError(
            Text(
                "最小间距 apart 与间距表 spacing 须同时给出。",
                "The options apart and spacing go together: give both or neither.",
            )
        )
    if rules.spacing is None or rules.apart is None:
        return np.empty((0, 2), dtype=np.int64)
    if not np.isfinite(rules.apart) or rules.apart <= 0:
        raise OptionError(
            Text(
                f"最小间距应为大于零的数，现为 {rules.apart}。",
                f"The least distance between sites must be above 0, not {rules.apart}.",
            )
        )
    if len(rules.spacing) == 0:
        return np.empty((0, 2), dtype=np.int64)
    tables.columns(rules.spacing, "spacing", ("a", "b", "distance"))
    distance = tables.numbers(rules.spacing, "spacing", "distance", least=0.0)
    a = tables.positions(rules.spacing, "spacing", "a", problem.sites)
    b = tables.positions(rules.spacing, "spacing", "b", problem.sites)
    same = np.flatnonzero(a == b)
    if len(same):
        raise DataError(
            Text(
                f"间距表第 {same[0] + 1} 行：a 与 b 是同一场址 {problem.sites[a[same[0]]]}。",
                f"Spacing table, row {same[0] + 1}: a and b are the same site, "
                f"{problem.sites[a[same[0]]]}.",
            )
        )
    near = distance < rules.apart
    return np.unique(np.sort(np.column_stack([a, b])[near], axis=1), axis=0)


def check_reach(reach: float | None) -> None:
    """Raise ``OptionError`` unless a reach is None or a number above zero.

    Parameters
    ----------
    reach : float or None
        In the unit of the costs.

    Raises
    ------
    OptionError
        If it is neither.
    """
    if reach is not None and not (np.isfinite(reach) and reach > 0):
        raise OptionError(
            Text(
                f"服务半径应为大于零的数，现为 {reach}。",
                f"The reach must be a number above 0, not {reach}.",
            )
        )


def check_seconds(seconds: float) -> None:
    """Raise ``OptionError`` unless a time limit is above zero.

    Parameters
    ----------
    seconds : float
        Time limit.

    Raises
    ------
    OptionError
        If it is not.
    """
    if not seconds > 0:
        raise OptionError(
            Text(
                f"求解时限（秒）应大于零，现为 {seconds}。",
                f"The time limit in seconds must be above 0, not {seconds}.",
            )
        )
