"""What a choice of sites is made from: network, candidates, demand and what lies between."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal, get_args

import geopandas as gpd
import numpy as np
import pandas as pd

from gisplan.analysis.checks import require_known
from gisplan.analysis.coverage.standing import sites_that_count
from gisplan.analysis.coverage.unreachable import named_unreachable, unreachable_words
from gisplan.analysis.siting import models as siting
from gisplan.analysis.siting.models import LargeProblem, Problem, Rules, Solution
from gisplan.analysis.siting.models.covering import PROGRAMME
from gisplan.analysis.siting.models.median import LARGEST
from gisplan.analysis.siting.siting_words import (
    NEW,
    OLD,
    candidate_row,
    listed,
    names_of,
    require_apart,
    same_place_words,
    stays_words,
)
from gisplan.analysis.travel import MEASURES, ByDistance, Mode, Reach, in_cost
from gisplan.analysis.travel.distance import geodesic
from gisplan.analysis.travel.lazy_distance import GeodesicField
from gisplan.analysis.travel.mode import M_PER_KM
from gisplan.errors import DataError
from gisplan.text import Text

#: Seconds that a model may take, and one of very many pairs, where nothing is asked for.
USUAL, LONG = 60.0, 300.0
#: Columns of candidates by which a planner rules on them.
RULES = ("forced", "forbidden", "cost")
Model = Literal["mclp", "lscp", "backup", "p_median", "p_centre"]
#: Models that may choose sites; see docs/siting.md.
MODELS: tuple[str, ...] = get_args(Model)
#: Those that serve all of the demand, and so have to be told whom nobody can reach.
_ALL = ("lscp", "backup", "p_median", "p_centre")


@dataclass(frozen=True, slots=True, kw_only=True)
class SitingTask:
    """What sites are to be chosen for.

    Attributes
    ----------
    reach : float
        In the mode's measure: km (the detour included) or minutes.
    year : int
        Year that is planned for: a site counts if it is there by then.
    new : int, optional
        Sites that may be added; as many as are needed if left out (``lscp``).
    model : {"mclp", "lscp", "backup", "p_median", "p_centre"}
        What is made best; see :mod:`gisplan.analysis.siting.models`.
    kinds : tuple of str
        Kinds of site that count; all if empty.
    quantity : str
        Column of the demand that is weighed.
    mode : Mode
        How one gets there.
    budget : float, optional
        What the candidates chosen may cost together, by their column ``cost``.
    apart_km : float, optional
        Least geodesic distance of a candidate chosen from every other site.
    seconds : float, optional
        Time limit of the model; if left out 60, or 300 for very many pairs.
    """

    reach: float
    year: int
    new: int | None = None
    model: Model = "mclp"
    kinds: tuple[str, ...] = ()
    quantity: str = "population"
    mode: Mode = field(default_factory=ByDistance)
    budget: float | None = None
    apart_km: float | None = None
    seconds: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SitingCase:
    """What stands, what may be added, and what lies between them and the demand."""

    candidates: gpd.GeoDataFrame
    demand: gpd.GeoDataFrame
    every: gpd.GeoDataFrame
    pairs: pd.DataFrame
    problem: Problem | LargeProblem
    left_out: tuple[Text, ...]
    counted: int
    network: pd.DataFrame


def make_case(
    candidates: gpd.GeoDataFrame,
    demand: gpd.GeoDataFrame,
    sites: gpd.GeoDataFrame,
    task: SitingTask,
    *,
    limit: float,
) -> SitingCase:
    """Bring together what a choice is made from: pairs within a limit, in the mode's measure.

    Parameters
    ----------
    candidates : geopandas.GeoDataFrame
        Points with a unique ``id``, and ``forced``, ``forbidden`` and ``cost`` where a planner
        rules on them.
    demand : geopandas.GeoDataFrame
        Points with ``id`` and the task's quantity; none may be unknown or below 0.
    sites : geopandas.GeoDataFrame
        The network, with ``id``, kind and years.
    task : SitingTask
        What sites are chosen for.
    limit : float
        Greatest reach that will be asked for, in the mode's measure (km or minutes). The p-median
        of very many pairs goes by the task's reach instead.

    Returns
    -------
    SitingCase
        The pairs and the problem made of them, and what does not count and why.

    Raises
    ------
    DataError
        If neither a candidate nor a site of the network reaches any demand point.
    """
    needed, left_out = _needed(demand, task.quantity)
    counted = sites_that_count(sites, year=task.year, kinds=task.kinds)
    every = _every(candidates, counted.table)
    weights = pd.DataFrame({"id": needed["id"], "weight": needed[task.quantity].astype(float)})
    options = pd.DataFrame(every.drop(columns="geometry"))
    many = task.model == "p_median" and len(needed) * len(every) > LARGEST
    # Of very many only what lies within reach is listed; the model works the other costs out as
    # it needs them.
    field = _field(needed, every, task.mode) if many else None
    reach = task.mode.reach(needed, every, limit=limit if field is None else task.reach)
    pairs = reach.pairs
    problem: Problem | LargeProblem
    beyond: tuple[Text, ...] = ()
    if field is None:
        if task.model in _ALL:
            weights, beyond = _within_reach(needed, weights, options, reach, task)
        decided = pairs[["demand", "site", "cost"]]
        if len(weights) < len(needed):
            decided = decided[decided["demand"].isin(weights["id"].astype("str"))]
        if decided.empty:
            raise _nobody_reached(task, limit)
        problem = Problem.from_tables(weights, options, decided)
    else:
        problem = LargeProblem.from_field(weights, options, field)
    return SitingCase(
        candidates=candidates,
        demand=needed,
        every=every,
        pairs=pairs,
        problem=problem,
        left_out=(
            *counted.left_out,
            *left_out,
            *unreachable_words(_named(reach, needed, candidates, sites)),
            *beyond,
            *same_place_words(candidates),
            *stays_words(candidates),
        ),
        counted=len(counted.table),
        network=sites,
    )


def _nobody_reached(task: SitingTask, limit: float) -> DataError:
    """Say that nothing reaches anything, and within what.

    Parameters
    ----------
    task : SitingTask
        How one gets there.
    limit : float
        Greatest reach that was asked for, in the mode's measure.

    Returns
    -------
    DataError
        To be raised.
    """
    unit = MEASURES[task.mode.measure]
    return DataError(
        Text(
            f"没有任何候选点或现有设施能在 {limit:g} {unit.zh}内到达任何需求点。"
            "请核对各点坐标，或加大可达范围。",
            f"No candidate or site reaches any demand point within {limit:g} {unit.en}. "
            "Check where the points lie, or ask for a greater reach.",
        )
    )


def _within_reach(
    demand: pd.DataFrame,
    weights: pd.DataFrame,
    options: pd.DataFrame,
    reach: Reach,
    task: SitingTask,
) -> tuple[pd.DataFrame, tuple[Text, ...]]:
    """Leave out of a model that serves everyone those whom no site can reach.

    Parameters
    ----------
    demand : pandas.DataFrame
        ``id`` and names.
    weights : pandas.DataFrame
        ``id`` and ``weight`` of the demand.
    options : pandas.DataFrame
        ``id`` of candidates and network, and ``forbidden`` if a planner rules on them.
    reach : Reach
        Pairs within the limit, and what can't be reached at all.
    task : SitingTask
        The model, and its reach.

    Returns
    -------
    tuple[pandas.DataFrame, tuple[Text, ...]]
        The demand that the model decides on, and a sentence about those who have no site near
        enough though there is a way, if any.

    Raises
    ------
    DataError
        If nothing is left.
    """
    ids = weights["id"].astype("str")
    lost = ids.isin(set(reach.unreachable.loc[reach.unreachable["of"] == "demand", "id"]))
    far = pd.Series(False, index=ids.index)
    if task.model == "backup":
        near = reach.pairs["cost"] <= in_cost(task.mode, task.reach)
        if "forbidden" in options:
            barred = options.loc[options["forbidden"].to_numpy(dtype=bool), "id"]
            near &= ~reach.pairs["site"].isin(barred)
        far = ~lost & ~ids.isin(set(reach.pairs.loc[near, "demand"].astype("str")))
    gone = lost | far
    if gone.all() and far.any():
        raise _nobody_reached(task, task.reach)
    if gone.all():
        raise DataError(
            Text(
                "没有任何需求点能到达候选点或现有设施",
                "no demand point can be reached by any candidate or site",
            )
        )
    told: tuple[Text, ...] = ()
    if far.any():
        names, count = listed(names_of(ids[far].tolist(), demand)), int(far.sum())
        unit = MEASURES[task.mode.measure]
        told = (
            Text(
                f"{count} 个需求点在 {task.reach:g} {unit.zh}内没有任何候选点或现有设施，不计入："
                f"{names.zh}",
                f"{count} demand point(s) have no candidate or site within {task.reach:g} "
                f"{unit.en} and are left out: {names.en}",
            ),
        )
    return weights[~gone].reset_index(drop=True), told


def _field(demand: gpd.GeoDataFrame, sites: gpd.GeoDataFrame, mode: Mode) -> GeodesicField | None:
    """Give costs that are worked out when asked for; only distance can be.

    Parameters
    ----------
    demand : geopandas.GeoDataFrame
        Points that need something.
    sites : geopandas.GeoDataFrame
        Candidates and network.
    mode : Mode
        How one gets there.

    Returns
    -------
    GeodesicField or None
        Geodesic costs in metres, the detour included; None if the mode is not distance.
    """
    if not isinstance(mode, ByDistance):
        return None
    return GeodesicField.of(demand, sites, detour=mode.detour)


def _named(reach: Reach, *tables: pd.DataFrame) -> pd.DataFrame:
    """Give what can't be reached by the names that people know it by.

    Parameters
    ----------
    reach : Reach
        Pairs, and what can't be reached at all.
    *tables : pandas.DataFrame
        Demand, candidates and network, with ``id`` and perhaps ``name_zh`` and ``name_en``.

    Returns
    -------
    pandas.DataFrame
        The table of what can't be reached, its ids without ``new/`` and ``old/``, with
        ``name_zh`` and ``name_en``; the id where there is no name.
    """
    lost = reach.unreachable
    own = lost["id"].astype("str").str.removeprefix(NEW).str.removeprefix(OLD)
    return named_unreachable(lost.assign(id=own), *tables)


def require_quantities(demand: pd.DataFrame, quantities: Sequence[str]) -> None:
    """Refuse a demand without one of the quantities.

    Parameters
    ----------
    demand : pandas.DataFrame
        Points that need something.
    quantities : sequence of str
        Columns that must be there.

    Raises
    ------
    OptionError
        If one is not.
    """
    known = demand.select_dtypes("number").columns
    for name in quantities:
        if name not in demand.columns:
            require_known((name,), known, what=Text("需求数量", "quantity of the demand"))


def _needed(demand: gpd.GeoDataFrame, quantity: str) -> tuple[gpd.GeoDataFrame, tuple[Text, ...]]:
    """Leave out points where nothing is needed; what is not known can't be weighed.

    Parameters
    ----------
    demand : geopandas.GeoDataFrame
        Points that need something.
    quantity : str
        Column that is weighed.

    Returns
    -------
    tuple[geopandas.GeoDataFrame, tuple[Text, ...]]
        The points where it is above 0, and a sentence about the others if there are any.

    Raises
    ------
    OptionError
        If the demand has no such column.
    DataError
        If the demand is empty, or the quantity of a point is not known.
    """
    require_quantities(demand, (quantity,))
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
    """Put candidates and network into one table, their ids kept apart.

    Parameters
    ----------
    candidates : geopandas.GeoDataFrame
        Points with a unique ``id``, in any CRS.
    counted : geopandas.GeoDataFrame
        The sites of the network that count, in any CRS.

    Returns
    -------
    geopandas.GeoDataFrame
        Points (EPSG:4326) with ``id`` (``new/ID``, ``old/ID``), ``existing`` and the rules.

    Raises
    ------
    DataError
        If there are no candidates, or a rule is not what it should be.
    """
    if len(candidates) == 0:
        raise DataError(Text("没有候选点", "there are no candidates"))
    new = checked_candidates(candidates.to_crs(4326)).assign(existing=False)
    new["id"] = NEW + new["id"].astype("str")
    old = counted.to_crs(4326)[["id", "geometry"]].assign(existing=True)
    old["id"] = OLD + old["id"].astype("str")
    names = ["id", "geometry", "existing"]
    rules = [name for name in RULES if name in new.columns]
    both = pd.concat([new[[*names, *rules]], old], ignore_index=True)
    for name in rules:
        # a site of the network has none of these: it stands, and costs nothing any more
        kind, nothing = (float, 0.0) if name == "cost" else (bool, False)
        both[name] = both[name].where(~both["existing"], nothing).astype(kind)
    return gpd.GeoDataFrame(both, geometry="geometry", crs=4326)


def checked_candidates(candidates: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Refuse a cost that is not known, which is not a cost of 0, and a flag that is no flag.

    Parameters
    ----------
    candidates : geopandas.GeoDataFrame
        Points with ``id``, and rules on them if there are any.

    Returns
    -------
    geopandas.GeoDataFrame
        A copy whose flags are booleans; a flag left empty is false.

    Raises
    ------
    DataError
        If a cost is below 0 or not known, or a flag neither true nor false.
    """
    table = candidates.copy()
    for name in RULES:
        if name not in table:
            continue
        if name == "cost":
            cost = pd.to_numeric(table[name], errors="coerce")
            wrong = ~((cost >= 0) & np.isfinite(cost))
        else:
            table[name] = table[name].astype(object).where(table[name].notna(), False)
            wrong = ~table[name].map(lambda cell: isinstance(cell, bool | np.bool_))
        if wrong.any():
            row = int(np.flatnonzero(wrong)[0])
            where, value = candidate_row(table, row), table[name].iloc[row]
            fit = Text("真或假", "true or false")
            fit = Text("不小于 0 的数", "a number of 0 or more") if name == "cost" else fit
            raise DataError(
                Text(
                    f"{where.zh}的 {name} 应为{fit.zh}，现为“{value}”",
                    f"{where.en}, column {name}: “{value}” is not {fit.en}",
                )
            )
    if {"forced", "forbidden"} <= set(table.columns):
        both = (table["forced"] & table["forbidden"]).to_numpy(dtype=bool)
        if both.any():
            where = candidate_row(table, int(np.flatnonzero(both)[0]))
            raise DataError(
                Text(
                    f"{where.zh}既必选（forced）又禁选（forbidden），应取其一",
                    f"{where.en}: both forced and forbidden; drop one",
                )
            )
    return table


def solve(case: SitingCase, task: SitingTask) -> Solution:
    """Ask the model of a task.

    Parameters
    ----------
    case : SitingCase
        What the choice is made from.
    task : SitingTask
        The model, how many sites, budget, spacing and time limit.

    Returns
    -------
    Solution
        The answer of the model, with its bound.
    """
    problem, every = case.problem, case.every
    there = int(every["existing"].sum())
    spacing = None
    if task.apart_km is not None:
        near = geodesic(every, every, limit=task.apart_km * M_PER_KM).pairs
        near = near[near["demand"] < near["site"]]
        spacing = near.rename(columns={"demand": "a", "site": "b", "cost": "distance"})
        require_apart(every, spacing, case.candidates, case.network, apart_km=float(task.apart_km))
    rules = Rules(
        p=None if task.new is None else there + task.new,
        budget=task.budget,
        spacing=spacing,
        apart=None if task.apart_km is None else task.apart_km * M_PER_KM,
    )
    many = isinstance(problem, LargeProblem) or (
        task.model == "mclp" and len(case.pairs) > PROGRAMME
    )
    seconds = task.seconds if task.seconds is not None else LONG if many else USUAL
    if isinstance(problem, LargeProblem):
        return siting.large_p_median(problem, rules, seconds=seconds)
    if task.model == "p_median":
        return siting.p_median(problem, rules, seconds=seconds)
    if task.model == "p_centre":
        return siting.p_centre(problem, rules, seconds=seconds)
    reach = in_cost(task.mode, task.reach)
    if task.model == "lscp":
        return siting.lscp(problem, rules, reach=reach, seconds=seconds)
    if task.model == "backup":
        return siting.backup_coverage(problem, rules, reach=reach, seconds=seconds)
    return siting.mclp(problem, rules, reach=reach, seconds=seconds)
