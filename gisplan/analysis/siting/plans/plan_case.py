"""A whole plan made from layers: candidates, network and demand, joined by reach."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pandas as pd

from gisplan.analysis.coverage.standing import drawn_coarsely, sites_by_standing
from gisplan.analysis.coverage.uncertain import not_known
from gisplan.analysis.coverage.unreachable import unreachable_words
from gisplan.analysis.siting.case import checked_candidates, require_quantities
from gisplan.analysis.siting.plans.candidates_by_tier import of_other_tiers, of_tier
from gisplan.analysis.siting.plans.futures import PlanFuture, PlanRanges, draw_futures
from gisplan.analysis.siting.plans.keep_away import distances_to_layers, too_near
from gisplan.analysis.siting.plans.moves import with_moves
from gisplan.analysis.siting.plans.network_problem import MOVED_FROM, PlanProblem
from gisplan.analysis.siting.plans.plan_columns import Options
from gisplan.analysis.siting.plans.plan_legs import legs_between
from gisplan.analysis.siting.plans.plan_task import LEVELS, PlanTask
from gisplan.analysis.siting.siting_words import NEW, OLD, listed, same_place_words
from gisplan.analysis.travel import ByDistance
from gisplan.errors import DataError, OptionError
from gisplan.text import Text


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class PlanCase:
    """A plan's problem, with what its sites and demand are called and where they stand.

    Attributes
    ----------
    problem : PlanProblem
        Demand, sites, legs and terms.
    places : geopandas.GeoDataFrame
        By id of the problem: ``own`` (id in its layer), ``name_zh``, ``name_en``, ``precision``
        and the point (EPSG:4326).
    left_out : tuple of Text
        What does not count, in sentences.
    counted : int
        Plants of the network that count.
    """

    problem: PlanProblem
    places: gpd.GeoDataFrame
    left_out: tuple[Text, ...]
    counted: int

    def futures(self, ranges: PlanRanges) -> tuple[PlanFuture, ...]:
        """Draw futures from ranges that name plants as their layer does.

        Parameters
        ----------
        ranges : PlanRanges
            What may come otherwise.

        Returns
        -------
        tuple of PlanFuture
            As many as asked for.

        Raises
        ------
        OptionError
            If a tier or plant is named that there is not.
        """
        own = self.places.set_index("id")["own"].reindex(self.problem.sites)
        return draw_futures(self.problem, ranges, own.astype("str").tolist())


def make_plan_case(
    candidates: gpd.GeoDataFrame,
    demand: gpd.GeoDataFrame,
    sites: gpd.GeoDataFrame,
    task: PlanTask,
    *,
    unwelcome: gpd.GeoDataFrame | Mapping[str, gpd.GeoDataFrame] | None = None,
    titles: Mapping[str, Text] | None = None,
) -> PlanCase:
    """Bring together what a whole plan is made from.

    Parameters
    ----------
    candidates : geopandas.GeoDataFrame
        Points with a unique ``id``; by need ``tier`` (name of the tier that it may be of; any if
        empty), ``cost`` (beyond the size's), ``forced``, ``forbidden``, ``moved_from`` (id or name
        of the plant that stands of which it is a new place; ``cost`` is all that moving costs,
        ``capacity`` what the plant has there, its own if empty).
    demand : geopandas.GeoDataFrame
        Points with ``id``, the quantities, and ``adcode`` for shares by region.
    sites : geopandas.GeoDataFrame
        The network, as :func:`gisplan.analysis.coverage.standing.sites_that_count` takes it, with
        ``capacity`` in the unit of the quantity, empty where it is not known.
    task : PlanTask
        What is planned.
    unwelcome : geopandas.GeoDataFrame or mapping of str to geopandas.GeoDataFrame, optional
        Shapes from which sizes with ``away_km`` keep away; by the name of their layer where each
        has a distance of its own.
    titles : mapping of str to Text, optional
        Of these layers, for what is told; their names if left out.

    Returns
    -------
    PlanCase
        The problem, and what does not count and why.

    Raises
    ------
    DataError, OptionError, DatumError
        If a table can't be used, a capacity is in another unit than the demand, or nothing is in
        reach.
    """
    require_quantities(demand, task.quantities)
    if candidates.empty and not any(one.get("kinds") for one in task.tiers):
        raise DataError(Text("没有候选点", "there are no candidates"))
    new = _candidates(checked_candidates(candidates), task)
    if task.near is not None:
        new = new.assign(near=_near(new, demand, task))
    old, told, counted = _standing(sites, task)
    new = with_moves(new, old, candidates)
    every = gpd.GeoDataFrame(
        pd.concat([new, old], ignore_index=True), geometry="geometry", crs=4326
    )
    if isinstance(unwelcome, gpd.GeoDataFrame):
        unwelcome = {"unwelcome": unwelcome}
    far, idle = distances_to_layers(every, unwelcome or {}, task.terms, titles=titles)
    every = every.join(far)
    places = gpd.GeoDataFrame(every, geometry="geometry", crs=4326).reset_index(drop=True)
    legs, lost = legs_between(demand, places, task)
    table = pd.DataFrame({"id": demand["id"].astype("str")})
    for t, (name, phase) in enumerate(zip(task.quantities, task.phases, strict=True)):
        if demand[name].isna().any():
            raise DataError(
                Text(f"有的需求点 {name} 不详", f"{name} is not known of some demand points")
            )
        table[f"year{t}"] = demand[name].astype(float) * float(phase.get("factor", 1.0))
    if "adcode" in demand:
        digits = LEVELS[task.regions]
        table["region"] = demand["adcode"].astype("str").str[:digits].str.ljust(6, "0")
    elif task.terms.least_share > 0 or task.terms.aim == "equity":
        raise DataError(
            Text(
                "需求点没有列 adcode，无从按地区计份额",
                "the demand has no column adcode, so that no region's share can be told",
            )
        )
    problem = PlanProblem.from_tables(
        table,
        pd.DataFrame(every.drop(columns="geometry")),
        legs,
        task.terms,
        quantities=[f"year{t}" for t in range(len(task.phases))],
    )
    _require_sizes(problem, places)
    return PlanCase(
        problem=problem,
        places=places,
        left_out=(
            *_unpaid(task),
            *_early(task),
            *told,
            *idle,
            *unreachable_words(lost),
            *of_other_tiers(candidates, [tier.name for tier in task.terms.tiers]),
            *too_near(problem, places, titles=titles),
            *_at_one_place(new),
        ),
        counted=counted,
    )


def _at_one_place(new: gpd.GeoDataFrame) -> tuple[Text, ...]:
    # a candidate of two tiers is no second one, nor are those of different tiers at one place
    by_tier = [
        same_place_words(gpd.GeoDataFrame(mine.assign(id=mine["own"])))
        for _, mine in new.groupby("tier", sort=False)
    ]
    return tuple(dict.fromkeys(said for words in by_tier for said in words))


def _unpaid(task: PlanTask) -> tuple[Text, ...]:
    if task.terms.aim != "cost" or task.terms.charges.life is not None:
        return ()
    return (
        Text(
            "没有写 charges 的 life：费用只算运行和运输，投资没有折算进去",
            "no life is declared in charges: cost is that of running and transport, what is spent"
            " once does not count in it",
        ),
    )


def _early(task: PlanTask) -> tuple[Text, ...]:
    early = [str(one["year"]) for one in task.phases if int(one["year"]) < task.year]
    if not early:
        return ()
    return (
        Text(
            f"{'、'.join(early)} 年早于现状年 {task.year}：现有设施一律按 {task.year} 年的计",
            f"{', '.join(early)} lie before {task.year}, the year of the network: plants that stand"
            f" are those of {task.year} in all years",
        ),
    )


def _require_sizes(problem: PlanProblem, places: gpd.GeoDataFrame) -> None:
    """Refuse a candidate that must be built at though no size may be.

    Parameters
    ----------
    problem : PlanProblem
        What is planned.
    places : geopandas.GeoDataFrame
        Names of its sites.
    """
    options = Options.of(problem)
    builds = np.zeros(len(problem.sites), dtype=bool)
    builds[options.site[options.build]] = True
    menu = np.array([any(s.action == "build" for s in t.sizes) for t in problem.terms.tiers])
    never = problem.forced & ~builds & menu[problem.tier]
    if never.any():
        named = places.set_index("id").loc[problem.sites[never], ["name_zh", "name_en"]]
        who = listed([Text(zh, en) for zh, en in named.to_numpy()])
        raise OptionError(
            Text(
                f"必选的候选点离要避让的太近，没有规模可建：{who.zh}；请取消必选，或减小 away_km",
                f"no size may be built at candidates that are forced, as they are too near what is "
                f"kept away from: {who.en}; don't force them, or lower away_km",
            )
        )


def _named(table: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    own = table["id"].astype("str")
    parts = {"own": own, "geometry": table.geometry.to_crs(4326)}
    for lang in ("zh", "en"):
        given = table.get(f"name_{lang}", own)
        parts[f"name_{lang}"] = given.where(given.notna() & (given != ""), own)
    parts["precision"] = table.get("precision", pd.Series("site", index=table.index))
    rules = ("cost", "forced", "forbidden", MOVED_FROM)
    for name in ("stream", "capacity", "standing", *rules):
        if name in table:
            parts[name] = table[name]
    return gpd.GeoDataFrame(parts, geometry="geometry", crs=4326)


def _candidates(candidates: gpd.GeoDataFrame, task: PlanTask) -> gpd.GeoDataFrame:
    parts = []
    for tier in task.terms.tiers:
        named = _named(of_tier(candidates, tier.name)).assign(tier=tier.name, stands=False)
        alone = len(task.terms.tiers) == 1
        named["id"] = (NEW if alone else f"{NEW}{tier.name}/") + named["own"]
        parts.append(named)
    return gpd.GeoDataFrame(pd.concat(parts, ignore_index=True), geometry="geometry", crs=4326)


def _near(places: gpd.GeoDataFrame, demand: gpd.GeoDataFrame, task: PlanTask) -> pd.Series:
    """Sum up who is near each candidate of the tiers that burden people.

    Parameters
    ----------
    places : gpd.GeoDataFrame
        Candidates, with their tier.
    demand : gpd.GeoDataFrame
        Points with the quantity that counts them.
    task : PlanTask
        What is planned.

    Returns
    -------
    pd.Series
        One a candidate.
    """
    near = task.near or {}
    name = str(near.get("quantity") or task.quantity)
    require_quantities(demand, (name,))
    pairs = (
        ByDistance()
        .reach(demand[["id", "geometry"]], places[["id", "geometry"]], limit=float(near["km"]))
        .pairs
    )
    known = demand.set_index(demand["id"].astype("str"))[name].astype(float)
    amount = pairs["demand"].astype("str").map(known)
    total = amount.groupby(pairs["site"].astype("str")).sum(min_count=1)
    tiers = near.get("tiers") or [tier.name for tier in task.terms.tiers]
    found = places["id"].map(total).fillna(0.0)
    return pd.Series(found.where(places["tier"].isin(tiers), 0.0))


def _standing(
    sites: gpd.GeoDataFrame, task: PlanTask
) -> tuple[gpd.GeoDataFrame, tuple[Text, ...], int]:
    parts: list[gpd.GeoDataFrame] = []
    told: list[Text] = []
    counted = 0
    for tier in task.tiers:
        kinds = tuple(tier.get("kinds", ()))
        if not kinds or sites.empty:
            continue
        found = sites_by_standing(sites, year=task.year, kinds=kinds)
        there = gpd.GeoDataFrame(found.placed)
        if there.empty:
            told += found.counted.left_out
            continue
        if "capacity" not in there:
            there = there.assign(capacity=np.nan)
        _require_unit(there, task)
        told += [*found.counted.left_out, *drawn_coarsely(there), *not_known(there)]
        counted += (
            int((there["standing"] == "standing").sum()) if "standing" in there else len(there)
        )
        named = _named(there).assign(tier=tier["name"], stands=True)
        named["id"] = OLD + named["own"]
        parts.append(named)
    twice = pd.concat(parts)["id"] if parts else pd.Series(dtype="str")
    if twice.duplicated().any():
        raise OptionError(
            Text("同一类型（kinds）不能属于两个层级", "a kind can't belong to two tiers")
        )
    columns = ["id", "own", "name_zh", "name_en", "precision", "tier", "stands", "capacity"]
    empty = gpd.GeoDataFrame(columns=[*columns, "geometry"], geometry="geometry", crs=4326)
    found_sites = pd.concat(parts, ignore_index=True) if parts else empty
    return gpd.GeoDataFrame(found_sites, geometry="geometry", crs=4326), tuple(told), counted


def _require_unit(there: gpd.GeoDataFrame, task: PlanTask) -> None:
    """Refuse capacities of another stream than the demand that is planned for.

    Parameters
    ----------
    there : gpd.GeoDataFrame
        Plants of the network.
    task : PlanTask
        What is planned.
    """
    if "stream" not in there or there["capacity"].isna().all():
        return
    known = there.loc[there["capacity"].notna(), "stream"].dropna()
    for stream in known.unique():
        wrong = [name for name in task.quantities if not name.startswith(f"t_{stream}")]
        if wrong:
            raise DataError(
                Text(
                    f"现有设施的能力是{stream}的吨/年，不能接纳 {wrong[0]}；"
                    f"数量应为 t_{stream}，或在 kinds 中去掉这类设施",
                    f"the plants that stand have capacities in tonnes a year of {stream}, which "
                    f"can't take {wrong[0]}; ask for t_{stream}, or leave these kinds out",
                )
            )
