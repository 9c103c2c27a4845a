"""What a model gives by number of sites: more sites, and what they make better."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

import geopandas as gpd
import numpy as np
import pandas as pd

from gisplan.analysis.highs import PROOF
from gisplan.analysis.siting.case import SitingCase, SitingTask, make_case, solve
from gisplan.analysis.siting.models.result import Solution, Status, gap_of
from gisplan.analysis.siting.siting_words import NEW, OLD
from gisplan.analysis.siting.suggest import (
    FARTHEST_REACH,
    Suggestion,
    answered,
    require_possible,
)
from gisplan.analysis.travel import in_cost
from gisplan.arrays import Floats
from gisplan.errors import OptionError
from gisplan.text import Text

_Tables = tuple[gpd.GeoDataFrame, gpd.GeoDataFrame, gpd.GeoDataFrame]
_Row = dict[str, object]
#: Models whose objective rises with more sites; that of the others falls.
_RISING = ("mclp", "backup")
#: What is known of a number of sites that will not do.
_NOTHING = ("infeasible", math.nan)


def siting_curve(
    candidates: gpd.GeoDataFrame,
    demand: gpd.GeoDataFrame,
    sites: gpd.GeoDataFrame,
    task: SitingTask,
    *,
    most: int,
    reaches: Sequence[float] = (),
) -> pd.DataFrame:
    """Give what the task's model comes to with 0 to so many new sites.

    Parameters
    ----------
    candidates : geopandas.GeoDataFrame
        As in :func:`gisplan.analysis.siting.suggest`.
    demand : geopandas.GeoDataFrame
        As in :func:`gisplan.analysis.siting.suggest`.
    sites : geopandas.GeoDataFrame
        As in :func:`gisplan.analysis.siting.suggest`.
    task : SitingTask
        As in :func:`gisplan.analysis.siting.suggest`; its number of sites doesn't count.
    most : int
        Greatest number of new sites; no more than there are candidates. It begins with the
        candidates that are forced, after the network alone (0).
    reaches : sequence of float, optional
        In the mode's measure, of ``mclp``, ``backup`` and ``lscp``; that of the task if left out.

    Returns
    -------
    pandas.DataFrame
        With M the measure, km or min, and for each row ``status`` and ``gap`` of its answer:

        ``mclp``
            ``reach_M``, ``new``, ``covered``, ``share`` (per cent of all demand).
        ``backup``
            ``reach_M``, ``new``, ``covered_twice``, ``share``; empty where so many sites can't
            cover everyone once.
        ``p_median``, ``p_centre``
            ``new``, ``mean_M``, ``total_M`` (quantity times way), ``farthest_M``; empty where
            some have no way to the network alone.
        ``lscp``
            ``reach_M``, ``new``: the fewest for each of the reaches (empty where none will do),
            and the smallest reach at which each number covers everyone, by reach.

        More sites never make it worse.

    Raises
    ------
    DataError, OptionError, DatumError
        As in :func:`gisplan.analysis.siting.suggest`.

    Examples
    --------
    >>> import geopandas as gpd
    >>> from gisplan.analysis.siting import SitingTask, siting_curve
    >>> towns = gpd.GeoDataFrame(
    ...     {"id": ["a", "b", "c"], "population": [500, 300, 200]},
    ...     geometry=gpd.points_from_xy([104, 105, 106], [36, 36, 36]),
    ...     crs=4326,
    ... )
    >>> candidates = gpd.GeoDataFrame(
    ...     {"id": ["S", "T"]},
    ...     geometry=gpd.points_from_xy([104.05, 105.05], [36, 36]),
    ...     crs=4326,
    ... )
    >>> network = gpd.GeoDataFrame(
    ...     {
    ...         "id": ["old"],
    ...         "kind": "depot",
    ...         "precision": "site",
    ...         "stage": "operating",
    ...         "start_year": 2015,
    ...         "due_year": None,
    ...         "status_year": None,
    ...     },
    ...     geometry=gpd.points_from_xy([106], [36.05]),
    ...     crs=4326,
    ... )
    >>> task = SitingTask(reach=20, year=2020)
    >>> curve = siting_curve(candidates, towns, network, task, most=2)
    >>> curve[["reach_km", "new", "covered", "share", "status"]]
       reach_km  new  covered  share   status
    0        20    0    200.0   20.0  optimal
    1        20    1    700.0   70.0  optimal
    2        20    2   1000.0  100.0  optimal
    >>> median = SitingTask(reach=20, year=2020, model="p_median")
    >>> siting_curve(candidates, towns, network, median, most=2)[["new", "mean_km"]].round(1)
       new  mean_km
    0    0    118.4
    1    1     29.1
    2    2      4.7
    """
    require_possible(candidates, replace(task, new=None))
    tables: _Tables = (candidates, demand, sites)
    wanted = tuple(reaches) or (task.reach,)
    rows: list[_Row] = []
    if task.model == "mclp":
        case = make_case(*tables, task, limit=max(wanted))
        for reach in wanted:
            rows += _covered(case, replace(task, reach=reach), most)
    elif task.model == "backup":
        for reach in wanted:  # whom nobody can reach is left out for each reach of its own
            at = replace(task, reach=reach)
            rows += _covered_twice(make_case(*tables, at, limit=reach), at, most)
    else:
        case = make_case(*tables, task, limit=FARTHEST_REACH[task.mode.measure])
        if task.model == "lscp":
            rows += _fewest(case, task, most, wanted)
        else:
            rows += _ways(case, task, most)
    table = pd.DataFrame(rows)
    return table.astype({"new": "Int64"}) if task.model == "lscp" else table


def _covered(case: SitingCase, task: SitingTask, most: int) -> Iterator[_Row]:
    at = {f"reach_{task.mode.measure}": task.reach}
    for new, told in _by_number(case, task, most):
        if not new:
            yield _share({**at, "new": 0}, "covered", told.before, told, ("optimal", 0.0))
        else:
            found = (told.solution.status, told.solution.gap)
            yield _share({**at, "new": new}, "covered", told.after, told, found)


def _covered_twice(case: SitingCase, task: SitingTask, most: int) -> Iterator[_Row]:
    at = {f"reach_{task.mode.measure}": task.reach}
    for new, told in _by_number(case, task, most):
        amount = told.solution.objective
        found: tuple[str, float | None] = (told.solution.status, told.solution.gap)
        if not new:
            amount = _twice_by_network(case, task)
            found = _NOTHING if amount is None else ("optimal", 0.0)
        yield _share({**at, "new": new}, "covered_twice", amount, told, found)


def _share(
    at: Mapping[str, object],
    name: str,
    amount: float | None,
    told: Suggestion,
    found: tuple[str, float | None],
) -> _Row:
    part = math.nan if amount is None else amount
    share = part / told.total * 100 if told.total else math.nan
    return {**at, name: part, "share": share, "status": found[0], "gap": found[1]}


def _twice_by_network(case: SitingCase, task: SitingTask) -> float | None:
    """Add up who has two sites of the network within reach.

    Parameters
    ----------
    case : SitingCase
        What the choice is made from.
    task : SitingTask
        With the reach.

    Returns
    -------
    float or None
        In the unit of the quantity; None where someone has none.
    """
    pairs = case.pairs[case.pairs["cost"] <= in_cost(task.mode, task.reach)]
    near = pairs[pairs["site"].str.startswith(OLD)].groupby("demand").size()
    times = near.reindex(case.problem.demand, fill_value=0).to_numpy()
    if not (times > 0).all():
        return None
    return math.fsum(case.problem.weight[times > 1])


def _ways(case: SitingCase, task: SitingTask, most: int) -> Iterator[_Row]:
    one = in_cost(task.mode, 1.0)
    for new, told in _by_number(case, task, most):
        if not new:
            cost, weight = _to_network(case, task)
            found: tuple[str, float | None] = ("optimal", 0.0)
        else:
            served = told.solution.assignment
            cost, weight = (served[name].to_numpy("float64") for name in ("cost", "amount"))
            found = (told.solution.status, told.solution.gap)
        if not len(cost) or not np.isfinite(cost).all():
            cost, weight = np.array([math.nan]), np.array([1.0])
            found = found if new else _NOTHING
        way = cost / one
        yield {
            "new": new,
            f"mean_{task.mode.measure}": float(np.average(way, weights=weight)),
            f"total_{task.mode.measure}": float(way @ weight),
            f"farthest_{task.mode.measure}": float(way.max()),
            "status": found[0],
            "gap": found[1],
        }


def _to_network(case: SitingCase, task: SitingTask) -> tuple[Floats, Floats]:
    """Give the way to the nearest site of the network, for those whom the model serves.

    Parameters
    ----------
    case : SitingCase
        What the choice is made from.
    task : SitingTask
        How one gets there.

    Returns
    -------
    tuple[Floats, Floats]
        Cost in metres or minutes, infinite where there is no way, and weight.
    """
    ids, weight = case.problem.demand, np.asarray(case.problem.weight, dtype="float64")
    old = case.every[case.every["existing"]]
    if old.empty:
        return np.full(len(ids), np.inf), weight
    far = FARTHEST_REACH[task.mode.measure]
    pairs = task.mode.reach(case.demand, old, limit=far, nearest=1).pairs
    cost = pairs.groupby("demand")["cost"].min().reindex(ids).fillna(np.inf)
    return cost.to_numpy("float64"), weight


def _fewest(case: SitingCase, task: SitingTask, most: int, reaches: Iterable[float]) -> list[_Row]:
    """Give the fewest new sites by reach: for the reaches asked for, and where the number falls.

    Parameters
    ----------
    case : SitingCase
        What the choice is made from.
    task : SitingTask
        Of set covering.
    most : int
        Greatest number of new sites whose smallest reach is looked for.
    reaches : iterable of float
        In the mode's measure.

    Returns
    -------
    list of dict
        ``reach_M``, ``new``, ``status``, ``gap``, by reach.
    """
    name = f"reach_{task.mode.measure}"
    rows: list[_Row] = []
    for reach in reaches:
        found = solve(case, replace(task, new=None, reach=reach))
        new = _new(found) if found.objective is not None else None
        rows.append({name: float(reach), "new": new, "status": found.status, "gap": found.gap})
    # The smallest reach at which so many sites cover everyone is their p-centre's.
    least = math.inf
    for row in _ways(case, replace(task, model="p_centre"), most):
        far = row[f"farthest_{task.mode.measure}"]
        if isinstance(far, float) and far < least:
            least = far
            rows.append({name: far, **{key: row[key] for key in ("new", "status", "gap")}})
    return sorted(rows, key=lambda row: float(str(row[name])))


def _new(solution: Solution) -> int:
    return sum(str(one).startswith(NEW) for one in solution.chosen)


def _by_number(case: SitingCase, task: SitingTask, most: int) -> Iterator[tuple[int, Suggestion]]:
    """Choose more and more sites; an answer that is behind one with fewer gives way to it.

    Parameters
    ----------
    case : SitingCase
        What the choice is made from.
    task : SitingTask
        The model and its rules.
    most : int
        Greatest number of new sites.

    Yields
    ------
    tuple[int, Suggestion]
        The number, and what is chosen; the first, for 0, is that of the next number, of which only
        what stands without it counts.

    Raises
    ------
    OptionError
        If more candidates are forced than that.
    """
    candidates = case.candidates
    forced = int(candidates["forced"].eq(True).sum()) if "forced" in candidates else 0
    if forced > most:
        raise OptionError(
            Text(
                f"必选的候选点有 {forced} 处，曲线至少要到 {forced}",
                f"{forced} candidates are forced: a curve goes to {forced} at least",
            )
        )
    last: Suggestion | None = None
    for new in range(max(1, forced), min(most, len(candidates)) + 1):
        told = answered(case, replace(task, new=new))
        if last is None:
            yield 0, told
        elif _behind(told.solution, last.solution, task):
            told = replace(last, solution=_held(last.solution, told.solution))
        yield new, told
        last = told


def _behind(one: Solution, fewer: Solution, task: SitingTask) -> bool:
    if fewer.objective is None:
        return False
    if one.objective is None:
        return True
    gained = one.objective - fewer.objective
    return gained < 0 if task.model in _RISING else gained > 0


def _held(fewer: Solution, more: Solution) -> Solution:
    """Keep an answer of fewer sites, as one of more, held against the bound of these.

    Parameters
    ----------
    fewer : Solution
        The better answer.
    more : Solution
        The answer of more sites, with their bound.

    Returns
    -------
    Solution
        Optimal only if that bound proves it.
    """
    gap = None
    if fewer.objective is not None and more.bound is not None:
        gap = gap_of(fewer.objective, more.bound)
    status: Status = "optimal" if gap is not None and gap <= PROOF else "feasible"
    return replace(fewer, bound=more.bound, gap=gap, status=status)
