"""What keeps vehicles from stops: places off the roads, roads that don't join, loads and shifts."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import pandas as pd

from gisplan.analysis.collection import CollectionPlan, CollectionTask, minutes_alone
from gisplan.api.sites.route_file import RouteFile
from gisplan.digits import ESTIMATE, say
from gisplan.errors import DataError
from gisplan.text import Text

#: Names told before the rest is only counted.
_NAMED = 5


def check_ways(task: CollectionTask, places: pd.DataFrame, max_snap: float) -> tuple[Text, ...]:
    """Check that some vehicle can leave its depot, unload and be back.

    Parameters
    ----------
    task : CollectionTask
        Ways, with the places off the roads.
    places : pandas.DataFrame
        ``name_zh``, ``name_en`` of its places.
    max_snap : float
        How far a road may be, in metres.

    Returns
    -------
    tuple of Text
        Which depots and places to unload can't be used.

    Raises
    ------
    DataError
        If none can: all are off the roads, or no way joins a depot and a place to unload.
    """
    off = np.zeros(len(places), dtype=bool) if task.off_road is None else task.off_road
    used = sorted({vehicle.depot for vehicle in task.vehicles})
    tips = list(range(task.depots, task.first))
    told: list[Text] = []
    for part, here in ((Text("车场", "depots"), used), (Text("卸料点", "places to unload"), tips)):
        lost = [place for place in here if off[place]]
        if not lost:
            continue
        names, far = _names(places, lost), say(max_snap / 1000, ESTIMATE)
        words = Text(
            f"{part.zh}离任何道路都超过 {far.zh} 千米（road 的 max_snap_m）：{names.zh}；"
            "请核对坐标和坐标系，或给出通到那里的道路",
            f"{part.en} more than {far.en} km from any road (max_snap_m of road): {names.en}; "
            "look at their coordinates and datum, or give roads that lead there",
        )
        if len(lost) == len(here):
            raise DataError(words)
        told.append(words)
    joined = [
        depot
        for depot in used
        if any(math.isfinite(task.minutes[depot, k] + task.minutes[k, depot]) for k in tips)
    ]
    apart = [depot for depot in used if depot not in joined and not off[depot]]
    if apart:
        names = _names(places, apart)
        words = Text(
            f"从车场到卸料点并返回没有路：{names.zh}；道路只在有公共顶点处相通，"
            "相交而无公共顶点的线要先在交点打断（docs/reach.md）",
            f"no way by road from depots to any place to unload and back: {names.en}; roads meet "
            "only where they share a vertex: split lines at their crossings first (docs/reach.md)",
        )
        if not joined:
            raise DataError(words)
        told.append(words)
    return tuple(told)


def left_words(task: CollectionTask, plan: CollectionPlan, asked: RouteFile) -> tuple[Text, ...]:
    """Say what would serve the stops that are left.

    Parameters
    ----------
    task : CollectionTask
        Ways, stops and vehicles.
    plan : CollectionPlan
        What is left, with why.
    asked : RouteFile
        What was asked for.

    Returns
    -------
    tuple of Text
        For stops that are too heavy, and those too far.
    """
    told: list[Text] = []
    heavy = sum(why == "too_heavy" for why in plan.unserved.values())
    if heavy and not asked.split:
        most = say(max(vehicle.capacity for vehicle in task.vehicles), ESTIMATE)
        told.append(
            Text(
                f"{heavy} 个收集点一次的量超过最大载重 {most.zh} 吨；在 [stops] 中写 split = true "
                "可分几次收",
                f"{heavy} stop(s) have more than the {most.en} t that the largest vehicle holds; "
                "split = true in [stops] collects them in several parts",
            )
        )
    far = [stop for stop, why in plan.unserved.items() if why == "too_far"]
    if far:
        least = [
            min(
                minutes_alone(task, stop, vehicle.depot) / 60
                for vehicle in task.vehicles
                if vehicle.capacity >= task.tonnes[stop] - 1e-9
            )
            for stop in far
        ]
        low, high = (say(value, ESTIMATE) for value in (min(least), max(least)))
        hours = Text(f"{low.zh} 至 {high.zh}", f"{low.en} to {high.en}") if low != high else low
        told.append(
            Text(
                f"{len(far)} 个收集点单独往返也超出班次：往返至少需 {hours.zh} 小时"
                "（含停留和卸料）",
                f"{len(far)} stop(s) are beyond every shift even alone: a round takes {hours.en} h "
                "at least (with the stop and unloading)",
            )
        )
    return tuple(told)


def _names(places: pd.DataFrame, rows: Sequence[int]) -> Text:
    more = len(rows) - _NAMED
    zh, en = (places[f"name_{lang}"].iloc[list(rows[:_NAMED])] for lang in ("zh", "en"))
    return Text(
        "、".join(zh) + (f" 等 {len(rows)} 处" if more > 0 else ""),
        ", ".join(en) + (f" and {more} more" if more > 0 else ""),
    )
