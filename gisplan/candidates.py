"""Candidate sites: what each would add to the network, and which of them to choose.

The pieces are those of :mod:`gisplan.reach`, :mod:`gisplan.coverage` and :mod:`gisplan.siting`;
here the network that stands in a year is what candidates are held against.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal, cast, get_args

import geopandas as gpd
import numpy as np
import pandas as pd

from gisplan import siting
from gisplan.coverage.contribution import contribution
from gisplan.errors import DataError, OptionError
from gisplan.reach.geodesic import geodesic, nearest_site
from gisplan.schema import Outcome
from gisplan.service import sites_that_count
from gisplan.siting import Problem, Rules, Solution
from gisplan.text import Text

_M_PER_KM = 1000.0
#: Beyond this nothing of a province is near anything (m).
_FARTHEST = 2_000_000.0
_NEW, _OLD = "new/", "old/"

Model = Literal["mclp", "lscp", "backup", "p_median", "p_centre"]
#: Models that may choose sites; see docs/siting.md.
MODELS: tuple[str, ...] = get_args(Model)
#: Where nothing will do within the reach, wider pairs tell the reach that would.
_WIDE = ("p_median", "p_centre", "lscp", "backup")


def evaluate_sites(
    candidates: gpd.GeoDataFrame,
    demand: gpd.GeoDataFrame,
    sites: gpd.GeoDataFrame,
    *,
    reach_km: float,
    year: int,
    kinds: Sequence[str] = (),
    quantities: Sequence[str] = ("population",),
    detour: float = 1.0,
) -> Outcome:
    """Tell what each candidate would add to the network, on its own.

    Parameters
    ----------
    candidates : geopandas.GeoDataFrame
        Points with a unique ``id``.
    demand : geopandas.GeoDataFrame
        Points with ``id`` and the quantities.
    sites : geopandas.GeoDataFrame
        The network; see :func:`gisplan.service.sites_that_count`.
    reach_km : float
        The detour included.
    year : int
        What does not stand in it does not count.
    kinds : sequence of str
        Kinds of sites that do the same service; all if empty.
    quantities : sequence of str
        ``population`` (persons), ``t_STREAM`` (t a year).
    detour : float
        Factor from the geodesic to the way that is really gone.

    Returns
    -------
    Outcome
        ``candidates`` in their order with, for each quantity Q, ``within_Q`` (all within
        reach), ``gained_Q`` (that part which no site of the network reaches) and ``overlap_Q``
        (the rest: within = gained + overlap); empty where Q is not known. ``nearest_site`` (id)
        and ``nearest_km`` (geodesic), empty where no site counts.

    Raises
    ------
    DataError, OptionError, DatumError
        If a table or an option can't be used.
    """
    _require(demand, quantities)
    chosen = sites_that_count(sites, year=year, kinds=kinds)
    limit = reach_km * _M_PER_KM
    pairs = geodesic(demand, candidates, limit=limit, detour=detour).pairs
    served: set[Any] = set()
    if len(chosen.table):
        served = set(geodesic(demand, chosen.table, limit=limit, detour=detour).pairs["demand"])
    table = candidates.reset_index(drop=True)
    new = ~pairs["demand"].isin(served)
    for quantity in quantities:
        amount = pairs["demand"].map(demand.set_index("id")[quantity]).astype(float)
        known = bool(demand[quantity].notna().all())
        for name, part in (("within", amount), ("gained", amount[new]), ("overlap", amount[~new])):
            sums = part.groupby(pairs["site"]).agg(math.fsum)
            column = table["id"].map(sums).fillna(0.0) if known else np.nan
            table[f"{name}_{quantity}"] = column
    table["nearest_site"], table["nearest_km"] = None, np.nan
    if len(chosen.table):
        near = nearest_site(candidates, chosen.table, limit=_FARTHEST)
        table["nearest_site"] = near["site"].to_numpy()
        table["nearest_km"] = near["cost"].to_numpy() / _M_PER_KM
    return Outcome(table, chosen.left_out)


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """Sites that a model chose.

    Parameters
    ----------
    table : geopandas.GeoDataFrame
        The candidates chosen, by id, with ``within_reach``, ``nearest_here`` and ``only_here``
        as in :func:`gisplan.service.sites_served`, beside the network and each other.
    solution : gisplan.siting.Solution
        With status, objective, bound and gap. Sites of the network are ``old/ID`` in it,
        candidates ``new/ID``.
    total, before, after : float
        All demand, that covered by the network, and that covered with the sites chosen.
    left_out : tuple of Text
    """

    table: gpd.GeoDataFrame
    solution: Solution
    total: float
    before: float
    after: float
    left_out: tuple[Text, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SitingTask:
    """What sites are to be chosen for.

    Parameters
    ----------
    reach_km : float
        The detour included.
    year : int
    new : int, optional
        Sites that may be added; as many as are needed if left out (``lscp``).
    model : {"mclp", "lscp", "backup", "p_median", "p_centre"}
    kinds : tuple of str
    quantity : str
    detour : float
    budget : float, optional
        What the candidates chosen may cost together, by their column ``cost``.
    apart_km : float, optional
        Least geodesic distance of a candidate chosen from every other site.
    seconds : float
        Time limit of the model.
    """

    reach_km: float
    year: int
    new: int | None = None
    model: Model = "mclp"
    kinds: tuple[str, ...] = ()
    quantity: str = "population"
    detour: float = 1.0
    budget: float | None = None
    apart_km: float | None = None
    seconds: float = 60.0


def suggest(
    candidates: gpd.GeoDataFrame,
    demand: gpd.GeoDataFrame,
    sites: gpd.GeoDataFrame,
    task: SitingTask,
) -> Suggestion:
    """Choose sites among candidates, those of the network being kept.

    Parameters
    ----------
    candidates : geopandas.GeoDataFrame
        Points with a unique ``id``; ``cost``, ``forced`` and ``forbidden`` if there are any.
    demand, sites
        As in :func:`evaluate_sites`.
    task : SitingTask

    Returns
    -------
    Suggestion

    Raises
    ------
    DataError, OptionError, DatumError
        If a table or an option can't be used: more sites asked for than there are candidates,
        a demand below 0.
    """
    if task.model not in MODELS:
        names = ", ".join(MODELS)
        raise OptionError(
            Text(
                f"没有选址模型 {task.model}，可用：{names}",
                f"there is no siting model {task.model}; there are: {names}",
            )
        )
    if task.new is not None and not 0 < task.new <= len(candidates):
        raise OptionError(
            Text(
                f"要新增 {task.new} 处，候选点有 {len(candidates)} 处",
                f"{task.new} new sites were asked for; there are {len(candidates)} candidates",
            )
        )
    needed, left_out = _needed(demand, task.quantity)
    counted = sites_that_count(sites, year=task.year, kinds=task.kinds)
    every = _every(candidates, counted.table)
    limit = _FARTHEST if task.model in _WIDE else task.reach_km * _M_PER_KM
    pairs = geodesic(needed, every, limit=limit, detour=task.detour).pairs
    options = [name for name in ("existing", "forced", "forbidden", "cost") if name in every]
    problem = Problem.from_tables(
        pd.DataFrame({"id": needed["id"], "weight": needed[task.quantity].astype(float)}),
        pd.DataFrame(every[["id", *options]]),
        pairs[["demand", "site", "cost"]],
    )
    solution = _solve(problem, task, every)
    chosen = [str(one) for one in solution.chosen if str(one).startswith(_NEW)]
    near = pairs[pairs["cost"] <= task.reach_km * _M_PER_KM]
    table, before, after = _effect(needed, (every, near, chosen), task)
    rows = candidates.assign(_key=_NEW + candidates["id"].astype("str"))
    table = rows[rows["_key"].isin(chosen)].merge(table, on="_key").drop(columns="_key")
    return Suggestion(
        table=gpd.GeoDataFrame(table, geometry="geometry", crs=candidates.crs),
        solution=solution,
        total=math.fsum(needed[task.quantity]),
        before=before,
        after=after,
        left_out=(*counted.left_out, *left_out),
    )


def suggest_sites(
    candidates: gpd.GeoDataFrame,
    demand: gpd.GeoDataFrame,
    sites: gpd.GeoDataFrame,
    *,
    reach_km: float,
    year: int,
    new: int,
    model: str = "mclp",
    kinds: Sequence[str] = (),
    quantity: str = "population",
    detour: float = 1.0,
) -> Outcome:
    """Choose sites, as a layer: the table of :func:`suggest`, and what is proven as a sentence.

    Parameters and errors as of :class:`SitingTask` and :func:`suggest`.

    Returns
    -------
    Outcome
    """
    task = SitingTask(
        reach_km=reach_km,
        year=year,
        new=new,
        model=cast(Model, model),
        kinds=tuple(kinds),
        quantity=quantity,
        detour=detour,
    )
    told = suggest(candidates, demand, sites, task)
    return Outcome(told.table, (*told.left_out, proven(told.solution)))


def coverage_curve(
    candidates: gpd.GeoDataFrame,
    demand: gpd.GeoDataFrame,
    sites: gpd.GeoDataFrame,
    task: SitingTask,
    *,
    most: int,
    reaches_km: Sequence[float],
) -> pd.DataFrame:
    """Give the most that can be covered with 0 to so many new sites, for several reaches.

    Parameters
    ----------
    candidates, demand, sites, task
        As in :func:`suggest`; ``new``, ``reach_km`` and ``model`` of the task don't count.
    most : int
    reaches_km : sequence of float

    Returns
    -------
    pandas.DataFrame
        ``reach_km``, ``new``, ``covered``, ``share`` (per cent of all), ``status``, ``gap``. With
        more sites or more reach never less is covered.
    """
    rows: list[dict[str, object]] = []
    for km in reaches_km:
        for new in range(1, min(most, len(candidates)) + 1):
            asked = replace(task, model="mclp", reach_km=km, new=new)
            told = suggest(candidates, demand, sites, asked)
            if new == 1:
                rows.append(_point(km, 0, told.before, told.total, ("optimal", 0.0)))
            proof = (told.solution.status, told.solution.gap)
            rows.append(_point(km, new, told.after, told.total, proof))
    return pd.DataFrame(rows)


def proven(solution: Solution) -> Text:
    """Say what is proven about a solution."""
    if solution.status == "optimal":
        return Text("所选场址已证明最优", "the choice is proven optimal")
    if solution.status == "feasible" and solution.gap is not None:
        return Text(
            f"所选场址未证明最优：与界限相差至多 {solution.gap:.2%}",
            f"the choice is not proven optimal: at most {solution.gap:.2%} from the bound",
        )
    return solution.reason or Text("没有找到答案", "no answer was found")


# -- parts ----------------------------------------------------------------------------------


def _require(demand: pd.DataFrame, quantities: Sequence[str]) -> None:
    for name in quantities:
        if name not in demand.columns:
            raise OptionError(
                Text(f"需求图层没有数量 {name}", f"the demand has no quantity {name}")
            )


def _needed(demand: gpd.GeoDataFrame, quantity: str) -> tuple[gpd.GeoDataFrame, tuple[Text, ...]]:
    """Leave out points where nothing is needed; what is not known can't be weighed."""
    _require(demand, (quantity,))
    if len(demand) == 0 or demand[quantity].isna().any():
        raise DataError(
            Text(
                f"需求图层为空，或有的点 {quantity} 不详",
                f"the demand is empty, or {quantity} is not known of some points",
            )
        )
    nothing = demand[quantity] == 0
    told = Text(
        f"{int(nothing.sum())} 个需求点的 {quantity} 为 0，不计",
        f"{int(nothing.sum())} demand point(s) with {quantity} = 0 don't count",
    )
    return demand[~nothing].reset_index(drop=True), (told,) if nothing.any() else ()


def _every(candidates: gpd.GeoDataFrame, counted: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Put candidates and network into one table, their ids kept apart."""
    if len(candidates) == 0:
        raise DataError(Text("没有候选点", "there are no candidates"))
    new = candidates.to_crs(4326).assign(existing=False)
    new["id"] = _NEW + new["id"].astype("str")
    old = counted.to_crs(4326)[["id", "geometry"]].assign(existing=True)
    old["id"] = _OLD + old["id"].astype("str")
    names = ["id", "geometry", "existing"]
    rules = [name for name in ("forced", "forbidden", "cost") if name in new.columns]
    both = pd.concat([new[[*names, *rules]], old], ignore_index=True)
    for name in rules:
        both[name] = both[name].fillna(0.0 if name == "cost" else False)
        both[name] = both[name].astype(float if name == "cost" else bool)
    return gpd.GeoDataFrame(both, geometry="geometry", crs=4326)


def _solve(problem: Problem, task: SitingTask, every: gpd.GeoDataFrame) -> Solution:
    there = int(every["existing"].sum())
    spacing = None
    if task.apart_km is not None:
        near = geodesic(every, every, limit=task.apart_km * _M_PER_KM).pairs
        near = near[near["demand"] < near["site"]]
        spacing = near.rename(columns={"demand": "a", "site": "b", "cost": "distance"})
    rules = Rules(
        p=None if task.new is None else there + task.new,
        budget=task.budget,
        spacing=spacing,
        apart=None if task.apart_km is None else task.apart_km * _M_PER_KM,
    )
    if task.model == "p_median":
        return siting.p_median(problem, rules, seconds=task.seconds)
    if task.model == "p_centre":
        return siting.p_centre(problem, rules, seconds=task.seconds)
    reach = task.reach_km * _M_PER_KM
    if task.model == "lscp":
        return siting.lscp(problem, rules, reach=reach, seconds=task.seconds)
    if task.model == "backup":
        return siting.backup_coverage(problem, rules, reach=reach, seconds=task.seconds)
    return siting.mclp(problem, rules, reach=reach, seconds=task.seconds)


def _effect(
    demand: gpd.GeoDataFrame,
    given: tuple[gpd.GeoDataFrame, pd.DataFrame, list[str]],
    task: SitingTask,
) -> tuple[pd.DataFrame, float, float]:
    """Tell what the chosen sites serve, and what is covered without and with them."""
    every, near, chosen = given
    weight = demand.set_index("id")[task.quantity].astype(float)
    old = set(every.loc[every["existing"], "id"])
    open_ = every[every["id"].isin(old | set(chosen))]

    def covered(ids: set[str]) -> float:
        return math.fsum(weight[near.loc[near["site"].isin(ids), "demand"].unique()])

    pairs = near[near["site"].isin(open_["id"])]
    names = {"reached": "within_reach", "nearest": "nearest_here", "alone": "only_here"}
    if not chosen or pairs.empty:
        return pd.DataFrame(columns=["_key", *names.values()]), covered(old), covered(old)
    told = contribution(
        demand, open_, pairs, limit=task.reach_km * _M_PER_KM, quantity=task.quantity
    )
    table = pd.DataFrame({"_key": open_["id"].to_numpy()})
    for name, column in names.items():
        table[column] = told[name].to_numpy()
    return table, covered(old), covered(old | set(chosen))


def _point(
    km: float, new: int, covered: float, total: float, proof: tuple[str, float | None]
) -> dict[str, object]:
    share = covered / total * 100 if total else math.nan
    status, gap = proof
    return {
        "reach_km": km,
        "new": new,
        "covered": covered,
        "share": share,
        "status": status,
        "gap": gap,
    }
