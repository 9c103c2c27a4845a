"""Which candidates to choose, and what is proven of it."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pandas as pd

from gisplan.analysis.coverage.nearest_facility import FARTHEST
from gisplan.analysis.coverage.sites_served import what_each_serves
from gisplan.analysis.siting.case import MODELS, SitingCase, SitingTask, make_case, solve
from gisplan.analysis.siting.models import Solution
from gisplan.analysis.siting.siting_words import NEW, lacking_words, none_chosen_words
from gisplan.analysis.siting.uncovered import uncovered, uncovered_words
from gisplan.analysis.travel import Measure, in_cost
from gisplan.analysis.travel.mode import M_PER_KM
from gisplan.errors import OptionError
from gisplan.text import Text

#: Where nothing will do within the reach, wider pairs tell the reach that would.
_WIDE = ("p_median", "p_centre", "lscp", "backup")
#: Beyond this nothing is near anything (km, minutes: some weeks); bounds the wider pairs.
FARTHEST_REACH: Mapping[Measure, float] = {"km": FARTHEST / M_PER_KM, "min": 50_000.0}


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """Sites that a model chose.

    Attributes
    ----------
    table : geopandas.GeoDataFrame
        The candidates chosen, by id, with ``within_reach``, ``nearest_here`` and ``only_here``
        as in :func:`gisplan.analysis.coverage.sites_served.sites_served`, beside the network and
        each other.
    solution : gisplan.analysis.siting.models.Solution
        With status, objective, bound and gap. Sites of the network are ``old/ID`` in it,
        candidates ``new/ID``.
    total : float
        All demand, in the unit of the task's quantity.
    before : float
        Demand covered by the network.
    after : float
        Demand covered by the network and the sites chosen.
    reaching : int
        Candidates that have any demand within reach.
    left_out : tuple of Text
        What does not count, in sentences.
    counted : int
        Sites of the network that count.
    proof : Text
        What is proven, or why nothing will do, in the measure and without ids.
    uncovered : tuple of Text
        Where nothing will do: who can't be covered, and the smallest reach that would do.
    unserved : pandas.DataFrame
        Who is not served, by each model, with the nearest site that may be open; see
        :func:`gisplan.analysis.siting.uncovered.uncovered`.
    none_chosen : Text or None
        Where there is an answer without a new site: why, as a sentence.
    """

    table: gpd.GeoDataFrame
    solution: Solution
    total: float
    before: float
    after: float
    reaching: int
    left_out: tuple[Text, ...]
    counted: int = 0
    proof: Text
    unserved: pd.DataFrame
    uncovered: tuple[Text, ...] = ()
    none_chosen: Text | None = None


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
    demand : geopandas.GeoDataFrame
        As in :func:`gisplan.analysis.siting.evaluate_sites`.
    sites : geopandas.GeoDataFrame
        As in :func:`gisplan.analysis.siting.evaluate_sites`.
    task : SitingTask
        The model, reach, number of sites and rules.

    Returns
    -------
    Suggestion
        The sites chosen, what they cover, and what is proven of the choice.

    Raises
    ------
    DataError, OptionError, DatumError
        If a table or an option can't be used: more sites asked for than there are candidates,
        a demand below 0.

    Examples
    --------
    >>> import geopandas as gpd
    >>> from gisplan.analysis.siting import SitingTask, suggest
    >>> towns = gpd.GeoDataFrame(
    ...     {"id": ["a", "b", "c"], "population": [500, 300, 200]},
    ...     geometry=gpd.points_from_xy([104, 105, 105.1], [36, 36, 36]),
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
    ...     geometry=gpd.points_from_xy([104], [36.05]),
    ...     crs=4326,
    ... )
    >>> told = suggest(candidates, towns, network, SitingTask(reach=20, year=2020, new=1))
    >>> told.table["id"].tolist(), told.before, told.after, told.solution.status
    (['T'], 500.0, 1000.0, 'optimal')
    """
    require_possible(candidates, task)
    limit = FARTHEST_REACH[task.mode.measure] if task.model in _WIDE else task.reach
    return answered(make_case(candidates, demand, sites, task, limit=limit), task)


def require_possible(candidates: pd.DataFrame, task: SitingTask) -> None:
    """Refuse a task that no choice among the candidates can meet.

    Parameters
    ----------
    candidates : pandas.DataFrame
        Places among which sites are chosen.
    task : SitingTask
        The model, number of sites and rules.

    Raises
    ------
    OptionError
        If there is no such model, more sites are asked for than there are candidates, or a budget
        is given for candidates without a cost.
    """
    if task.model not in MODELS:
        names = ", ".join(MODELS)
        raise OptionError(
            Text(
                f"没有选址模型 {task.model}，可用：{names}",
                f"there is no siting model {task.model}; there are: {names}",
            )
        )
    if task.new is not None:
        _require_number(candidates, task.new)
    if task.budget is not None and "cost" not in candidates:
        raise OptionError(
            Text(
                "给出了预算，但候选点没有费用一列（cost），无从计算花费",
                "a budget was given, but the candidates have no column cost to hold it against",
            )
        )


def _require_number(candidates: pd.DataFrame, new: int) -> None:
    count = len(candidates)
    forced, forbidden = (
        sum(one is True or one is np.True_ for one in candidates.get(name, ()))
        for name in ("forced", "forbidden")
    )
    free = count - forbidden
    asked = Text(f"要新增 {new} 处，候选点有 {count} 处", f"{new} new sites were asked for")
    if not free:
        raise OptionError(
            Text(
                f"{count} 处候选点全部禁选，没有可选的；请取消其中一些的禁选",
                f"of the {count} candidates {forbidden} are forbidden: allow some of them",
            )
            if count
            else Text("没有候选点", "there are no candidates")
        )
    if new < 1:
        raise OptionError(
            Text(
                f"{asked.zh}；至少新增 1 处",
                f"{asked.en}; there are {count} candidates; one at least",
            )
        )
    if new > free:
        barred = Text("", "")
        if forbidden:
            barred = Text(f"，其中 {forbidden} 处禁选", f", of which {forbidden} are forbidden")
        raise OptionError(
            Text(
                f"{asked.zh}{barred.zh}；最多可新增 {free} 处，请减少处数或增加候选点",
                f"{asked.en}; there are {count} candidates{barred.en}: ask for {free} at most, or"
                " give more candidates",
            )
        )
    if new < forced:
        raise OptionError(
            Text(
                f"要新增 {new} 处，必选的候选点就有 {forced} 处；请增加处数，或减少必选的",
                f"{new} new sites were asked for, but {forced} candidates are forced; ask for "
                "more, or force fewer",
            )
        )


def proven(solution: Solution) -> Text:
    """Say what is proven about a solution.

    Parameters
    ----------
    solution : Solution
        Answer of a model.

    Returns
    -------
    Text
        A sentence; why there is no answer if there is none.

    Examples
    --------
    >>> import pandas as pd
    >>> from gisplan.analysis.siting import proven
    >>> from gisplan.analysis.siting.models import Problem, lscp
    >>> demand = pd.DataFrame({"id": ["a"], "weight": [500]})
    >>> sites = pd.DataFrame({"id": ["S"]})
    >>> km = pd.DataFrame([[5.0]], index=["a"], columns=["S"])
    >>> proven(lscp(Problem.from_matrix(demand, sites, km))).en
    'the choice is proven optimal'
    """
    if solution.status == "optimal":
        return Text("所选场址已证明最优", "the choice is proven optimal")
    if solution.status == "feasible" and solution.gap is not None:
        return Text(
            f"所选场址未证明最优；已证明与最优值相差不超过 {_percent(solution.gap)}"
            "（就全部需求点和候选点而言）",
            f"the choice is within a proven gap of {_percent(solution.gap)} of the best possible, "
            "over all demand and candidates; it is not proven optimal",
        )
    return solution.reason or Text("没有找到答案", "no answer was found")


def tie_words(solution: Solution) -> Text | None:
    """Say how ties were settled, if they were.

    Parameters
    ----------
    solution : Solution
        Answer of a model.

    Returns
    -------
    Text or None
        A sentence; None where ties were left as they came, or there is no answer.

    Examples
    --------
    >>> import pandas as pd
    >>> from gisplan.analysis.siting import tie_words
    >>> from gisplan.analysis.siting.models import Problem, lscp
    >>> demand = pd.DataFrame({"id": ["a"], "weight": [500]})
    >>> sites = pd.DataFrame({"id": ["S", "T"]})
    >>> km = pd.DataFrame([[5.0, 3.0]], index=["a"], columns=["S", "T"])
    >>> answer = lscp(Problem.from_matrix(demand, sites, km))
    >>> answer.chosen, tie_words(answer).en
    (('T',), 'of equally good choices this one has the shortest ways, in all and then evenly')
    """
    if solution.ties == "open":
        return None
    if solution.ties == "decided":
        return Text(
            "同样好的方案中，取总路程最短的；仍相同时取路程最均匀的",
            "of equally good choices this one has the shortest ways, in all and then evenly",
        )
    return Text(
        "同样好的方案中，逐个换址找到总路程较短、路程较均匀的这一个，未证明最短",
        "of equally good choices this one has the shortest ways that swaps found, in all and then"
        " evenly",
    )


def _percent(gap: float) -> str:
    """Write a gap, never rounded down.

    Parameters
    ----------
    gap : float
        Relative gap, 0 to 1.

    Returns
    -------
    str
        Per cent with two decimals, rounded up.
    """
    return f"{math.ceil(gap * 1e4 - 1e-9) / 1e4:.2%}"


def answered(case: SitingCase, task: SitingTask) -> Suggestion:
    """Solve, and tell what the chosen sites serve and what is covered without and with them.

    Parameters
    ----------
    case : SitingCase
        What the choice is made from.
    task : SitingTask
        The model, reach, number of sites and rules.

    Returns
    -------
    Suggestion
        The sites chosen and what they cover.
    """
    solution = solve(case, task)
    chosen = {str(one) for one in solution.chosen if str(one).startswith(NEW)}
    limit = in_cost(task.mode, task.reach)
    near = case.pairs[case.pairs["cost"] <= limit]
    weight = case.demand.set_index("id")[task.quantity].astype(float)
    old = set(case.every.loc[case.every["existing"], "id"])

    def covered(ids: set[str]) -> float:
        return math.fsum(weight[near.loc[near["site"].isin(ids), "demand"].unique()])

    there = case.every[case.every["id"].isin(old | chosen)]
    pairs = near[near["site"].isin(there["id"])]
    served = what_each_serves(
        case.demand, there, pairs, limit=limit, quantity=task.quantity
    ).set_index(there["id"])
    rows = NEW + case.candidates["id"].astype("str")
    table = case.candidates[rows.isin(chosen)]
    table = table.join(served.loc[rows[rows.isin(chosen)]].set_index(table.index))
    left = uncovered(solution, case, task)
    return Suggestion(
        table=gpd.GeoDataFrame(table.reset_index(drop=True)),
        solution=solution,
        total=math.fsum(weight),
        before=covered(old),
        after=covered(old | chosen),
        reaching=near.loc[near["site"].str.startswith(NEW), "site"].nunique(),
        left_out=case.left_out,
        counted=case.counted,
        proof=lacking_words(solution, reach=task.reach, measure=task.mode.measure)
        or proven(solution),
        uncovered=uncovered_words(solution, left, task),
        unserved=left,
        none_chosen=None
        if chosen or solution.objective is None
        else none_chosen_words(
            case.every,
            case.candidates,
            model=task.model,
            budget=task.budget,
            apart_km=task.apart_km,
        ),
    )
