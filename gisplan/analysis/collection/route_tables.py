"""Rounds as tables: each visit in order with its load and time, each round, and lines by road."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

import geopandas as gpd
import pandas as pd
import shapely

from gisplan.analysis.collection.collection_routes import (
    REASONS,
    CollectionPlan,
    CollectionTask,
    Round,
)
from gisplan.analysis.travel.road_paths import RoadPaths
from gisplan.text import LANGS


def stop_rows(task: CollectionTask, plan: CollectionPlan, places: pd.DataFrame) -> pd.DataFrame:
    """Give every visit of every round, in order.

    Parameters
    ----------
    task : CollectionTask
        Ways, stops and vehicles.
    plan : CollectionPlan
        The rounds.
    places : pandas.DataFrame
        ``id``, ``name_zh``, ``name_en`` of depots, unloading places and stops, in this order.

    Returns
    -------
    pandas.DataFrame
        ``round`` (from 1), ``vehicle``, ``number``, ``visit`` (from 0), ``does`` (``leave``,
        ``collect``, ``unload``, ``return``), ``place``, ``name_zh``, ``name_en``, ``tonnes`` (taken
        aboard, or unloaded), ``load`` (tonnes aboard after it), ``km`` and ``hours`` since leaving.
    """
    rows = [row for n, each in enumerate(plan.rounds, 1) for row in _visits(task, each, n, places)]
    columns = ["round", "vehicle", "number", "visit", "does", "place", "name_zh", "name_en"]
    return pd.DataFrame(rows, columns=[*columns, "tonnes", "load", "km", "hours"])


def _visits(
    task: CollectionTask, each: Round, number: int, places: pd.DataFrame
) -> list[tuple[object, ...]]:
    rows: list[tuple[object, ...]] = []
    kind, last = task.vehicles[each.vehicle], len(each.places) - 1
    aboard: list[float] = []
    km = minutes = 0.0
    for at, place in enumerate(each.places):
        if at:
            km += float(task.km[each.places[at - 1], place])
            minutes += float(task.minutes[each.places[at - 1], place])
        if place >= task.first:
            does, tonnes = "collect", float(task.tonnes[place - task.first])
            minutes += float(task.stop_minutes[place - task.first])
            aboard.append(tonnes)
        elif 0 < at < last:
            does, tonnes, aboard = "unload", math.fsum(aboard), []
            minutes += task.unload_minutes
        else:
            does, tonnes = ("return" if at else "leave"), 0.0
        name = places.iloc[place]
        told = (number, kind.name, each.number, at, does, name["id"])
        names = (name["name_zh"], name["name_en"])
        rows.append((*told, *names, tonnes, math.fsum(aboard), km, minutes / 60))
    return rows


def round_rows(task: CollectionTask, stops: pd.DataFrame) -> pd.DataFrame:
    """Sum up each round.

    Parameters
    ----------
    task : CollectionTask
        Ways, stops and vehicles.
    stops : pandas.DataFrame
        As :func:`stop_rows` gives them.

    Returns
    -------
    pandas.DataFrame
        ``round``, ``vehicle``, ``number``, ``depot_zh``, ``depot_en``, ``stops``, ``unloadings``,
        ``tonnes``, ``fullest`` (most aboard, of ``capacity``), ``km``, ``hours`` (of ``shift_h``).
    """
    capacity = {each.name: (each.capacity, each.shift_h) for each in task.vehicles}
    rows = []
    for number, one in stops.groupby("round"):
        name = one["vehicle"].iloc[0]
        taken = one[one["does"] == "collect"]
        rows.append(
            {
                "round": number,
                "vehicle": name,
                "number": one["number"].iloc[0],
                **{f"depot_{lang}": one[f"name_{lang}"].iloc[0] for lang in LANGS},
                "stops": len(taken),
                "unloadings": int((one["does"] == "unload").sum()),
                "tonnes": math.fsum(taken["tonnes"]),
                "fullest": one["load"].max(),
                "capacity": capacity[name][0],
                "km": one["km"].iloc[-1],
                "hours": one["hours"].iloc[-1],
                "shift_h": capacity[name][1],
            }
        )
    columns = ["round", "vehicle", "number", "depot_zh", "depot_en", "stops", "unloadings"]
    more = ["tonnes", "fullest", "capacity", "km", "hours", "shift_h"]
    return pd.DataFrame(rows, columns=[*columns, *more])


def route_lines(plan: CollectionPlan, paths: RoadPaths, rounds: pd.DataFrame) -> gpd.GeoDataFrame:
    """Draw each round along the roads.

    Parameters
    ----------
    plan : CollectionPlan
        The rounds.
    paths : RoadPaths
        Ways between the places, in the same order.
    rounds : pandas.DataFrame
        As :func:`round_rows` gives them.

    Returns
    -------
    geopandas.GeoDataFrame
        ``rounds`` with a line each, EPSG:4326.
    """
    lines = [_line(paths, each.places) for each in plan.rounds]
    return gpd.GeoDataFrame(rounds.copy(), geometry=lines, crs=4326)


def _line(paths: RoadPaths, places: Sequence[int]) -> shapely.LineString:
    met: list[tuple[float, float]] = []
    for a, b in pairwise(places):
        met += [at for at in paths.vertices(a, b) if not met or at != met[-1]]
    return shapely.LineString(met if len(met) > 1 else met * 2)


def unserved_rows(task: CollectionTask, plan: CollectionPlan, places: pd.DataFrame) -> pd.DataFrame:
    """Give the stops not served, with why.

    Parameters
    ----------
    task : CollectionTask
        Ways, stops and vehicles.
    plan : CollectionPlan
        What was left.
    places : pandas.DataFrame
        As of :func:`stop_rows`.

    Returns
    -------
    pandas.DataFrame
        ``place``, ``name_zh``, ``name_en``, ``tonnes``, ``reason_zh``, ``reason_en``.
    """
    rows = [
        (
            *places.iloc[task.first + stop][["id", "name_zh", "name_en"]],
            float(task.tonnes[stop]),
            REASONS[why].zh,
            REASONS[why].en,
        )
        for stop, why in plan.unserved.items()
    ]
    columns = ["place", "name_zh", "name_en", "tonnes", "reason_zh", "reason_en"]
    return pd.DataFrame(rows, columns=columns)
