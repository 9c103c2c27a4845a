"""A whole plan made from layers: candidates, network and demand, joined by reach."""

from __future__ import annotations

from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from gisplan.analysis.coverage.by_region import (
    drawn_coarsely,
    named_unreachable,
    sites_by_standing,
    unreachable_words,
)
from gisplan.analysis.coverage.uncertain import not_known
from gisplan.analysis.siting.case import NEW, OLD, require_quantities
from gisplan.analysis.siting.plans.futures import PlanFuture, PlanRanges, draw_futures
from gisplan.analysis.siting.plans.network_problem import PlanProblem
from gisplan.analysis.siting.plans.plan_task import LEVELS, PlanTask
from gisplan.analysis.travel import ByDistance
from gisplan.analysis.travel.area_distance import distances_to_area
from gisplan.analysis.travel.mode import M_PER_KM, in_cost
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
    unwelcome: gpd.GeoDataFrame | None = None,
) -> PlanCase:
    """Bring together what a whole plan is made from.

    Parameters
    ----------
    candidates : geopandas.GeoDataFrame
        Points with a unique ``id``; by need ``tier`` (name of the tier that it may be of; any if
        empty), ``cost`` (beyond the size's), ``forced``, ``forbidden``.
    demand : geopandas.GeoDataFrame
        Points with ``id``, the quantities, and ``adcode`` for shares by region.
    sites : geopandas.GeoDataFrame
        The network, as :func:`gisplan.analysis.coverage.by_region.sites_that_count` takes it, with
        ``capacity`` in the unit of the quantity, empty where it is not known.
    task : PlanTask
        What is planned.
    unwelcome : geopandas.GeoDataFrame, optional
        Shapes from which sizes with ``away_km`` keep away.

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
    new = _candidates(candidates, task, unwelcome)
    if task.near is not None:
        new = new.assign(near=_near(new, demand, task))
    old, told, counted = _standing(sites, task)
    every = pd.concat([new, old], ignore_index=True)
    places = gpd.GeoDataFrame(every, geometry="geometry", crs=4326).reset_index(drop=True)
    legs, lost = _legs(demand, places, task)
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
    return PlanCase(
        problem=problem,
        places=places,
        left_out=(*told, *unreachable_words(lost), *_barred(problem, places)),
        counted=counted,
    )


def _named(table: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    own = table["id"].astype("str")
    parts = {"own": own, "geometry": table.geometry.to_crs(4326)}
    for lang in ("zh", "en"):
        given = table.get(f"name_{lang}", own)
        parts[f"name_{lang}"] = given.where(given.notna() & (given != ""), own)
    parts["precision"] = table.get("precision", pd.Series("site", index=table.index))
    for name in ("stream", "capacity", "standing", "cost", "forced", "forbidden", "away_km"):
        if name in table:
            parts[name] = table[name]
    return gpd.GeoDataFrame(parts, geometry="geometry", crs=4326)


def _candidates(
    candidates: gpd.GeoDataFrame, task: PlanTask, unwelcome: gpd.GeoDataFrame | None
) -> gpd.GeoDataFrame:
    wanted = max((s.away_km for tier in task.terms.tiers for s in tier.sizes), default=0.0)
    given = candidates
    if wanted > 0:
        if unwelcome is None:
            raise OptionError(
                Text(
                    "规模有 away_km，但没有给出要避让的图层（away）",
                    "a size has away_km, but no layer to keep away from is given (away)",
                )
            )
        given = given.assign(away_km=_away(given, unwelcome, wanted))
    parts = []
    for tier in task.terms.tiers:
        mine = given
        if "tier" in given:
            mine = given[given["tier"].isna() | (given["tier"] == tier.name)]
        named = _named(gpd.GeoDataFrame(mine)).assign(tier=tier.name, stands=False)
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


def _away(points: gpd.GeoDataFrame, shapes: gpd.GeoDataFrame, limit: float) -> pd.Series:
    near = np.full(len(points), np.inf)
    here = points.to_crs(4326).reset_index(drop=True)
    # shapes beyond the limit can't be near: a degree of latitude is 110 km and more
    margin = limit / 60.0 + 0.01
    parts = shapes.to_crs(4326).geometry.dropna().explode(ignore_index=True)
    parts = parts[~parts.is_empty]
    alone = parts.geom_type == "Point"
    # homes are many points, which are looked at together
    together = [shapely.MultiPoint(parts[alone].tolist())] if alone.any() else []
    for shape in (*parts[~alone], *together):
        x0, y0, x1, y1 = shape.bounds
        inside = (
            (here.geometry.x > x0 - margin)
            & (here.geometry.x < x1 + margin)
            & (here.geometry.y > y0 - margin)
            & (here.geometry.y < y1 + margin)
        ).to_numpy()
        if inside.any():
            least, _ = distances_to_area(
                gpd.GeoDataFrame(here[inside]), gpd.GeoSeries([shape], crs=4326)
            )
            near[inside] = np.minimum(near[inside], least / M_PER_KM)
    return pd.Series(near, index=points.index)


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
                    f"现有设施的能力是 {stream} 的吨/年，不能接纳 {wrong[0]}；"
                    f"数量应为 t_{stream}，或在 kinds 中去掉这类设施",
                    f"the plants that stand have capacities in tonnes a year of {stream}, which "
                    f"can't take {wrong[0]}; ask for t_{stream}, or leave these kinds out",
                )
            )


def _legs(
    demand: gpd.GeoDataFrame, places: gpd.GeoDataFrame, task: PlanTask
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Find the legs: from demand to the first tier, from tier to tier, and straight to a later.

    Parameters
    ----------
    demand : gpd.GeoDataFrame
        Points to be served, or what can be served by year.
    places : gpd.GeoDataFrame
        Candidates and plants, with their tier.
    task : PlanTask
        What is planned.

    Returns
    -------
    tuple[pd.DataFrame, pd.DataFrame]
        The legs, and what can't be reached at all.
    """
    unit = in_cost(task.mode, 1.0)
    parts, lost = [], []
    below: gpd.GeoDataFrame | None = None
    for k, tier in enumerate(task.tiers):
        mine = gpd.GeoDataFrame(places[places["tier"] == tier["name"]]).reset_index(drop=True)
        if mine.empty:
            raise DataError(
                Text(
                    f"层级 {tier['name']} 既没有候选点，也没有现有设施",
                    f"tier {tier['name']} has neither candidates nor plants that stand",
                )
            )
        origins = [(demand, task.reach_of(tier), "demand")] if below is None else []
        if below is not None:
            origins.append((below, task.reach_of(tier), "site"))
            direct = tier.get(f"direct_{task.mode.measure}")
            if direct:
                origins.append((demand, float(direct), "demand"))
        for origin, limit, of in origins:
            found = task.mode.reach(
                origin[["id", "geometry"]], mine[["id", "geometry"]], limit=limit
            )
            pairs = found.pairs
            parts.append(
                pd.DataFrame(
                    {
                        "from": pairs["demand"].astype("str"),
                        "to": pairs["site"].astype("str"),
                        "km": pairs["cost"].to_numpy(dtype=float) / unit,
                        "of": of,
                    }
                )
            )
            if k == 0:
                lost.append(named_unreachable(found.unreachable, demand, places))
        below = mine
    return pd.concat(parts, ignore_index=True), pd.concat(lost, ignore_index=True)


def _barred(problem: PlanProblem, places: gpd.GeoDataFrame) -> tuple[Text, ...]:
    """Say which candidates are too near to what is unwelcome for every size.

    Parameters
    ----------
    problem : PlanProblem
        What is planned.
    places : gpd.GeoDataFrame
        Candidates and plants, with their tier.

    Returns
    -------
    tuple[Text, ...]
        A sentence, if there are any.
    """
    named = places.set_index("id").reindex(problem.sites)
    far = np.array(
        [
            min((s.away_km for s in tier.sizes if s.action == "build"), default=0.0)
            for tier in problem.terms.tiers
        ]
    )[problem.tier]
    near = (~problem.stands) & (problem.away_km < far)
    if not near.any():
        return ()
    count = int(near.sum())
    zh, en = (list(dict.fromkeys(named[f"name_{lang}"][near]))[:5] for lang in ("zh", "en"))
    return (
        Text(
            f"{count} 个候选点离要避让的地方太近，不能建任何规模：{'、'.join(zh)}",
            f"{count} candidate(s) are too near to what is to be kept away from, for any size: "
            f"{', '.join(en)}",
        ),
    )
