"""What a choice of sites keeps to, as a declaration writes it, for every layer that makes one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypedDict, cast

import geopandas as gpd
import pandas as pd

from gisplan.analysis.siting.case import Model, SitingTask
from gisplan.analysis.travel import ByDistance, ByFriction, Friction, Grid, Mode, by_road
from gisplan.analysis.travel.mode import RoadOptions
from gisplan.catalog.raster import Raster
from gisplan.errors import OptionError
from gisplan.text import Text


class ChoiceRules(TypedDict, total=False):
    """What a choice keeps to beyond number and reach, as a declaration writes it."""

    detour: float
    budget: float
    apart_km: float
    seconds: float
    road: RoadOptions


def choice_task(
    reaches: Mapping[str, Sequence[float]],
    *,
    year: int,
    model: str,
    kinds: Sequence[str],
    quantity: str,
    roads: gpd.GeoDataFrame | None,
    friction: Raster | None,
    speeds: pd.DataFrame | None,
    rules: ChoiceRules | None,
    new: int | None = None,
) -> SitingTask:
    """Make the task of a choice of sites from the options of a layer.

    Parameters
    ----------
    reaches : mapping of str to sequence of float
        By the layer's own two options, that in km first, then that in minutes; one is empty.
    year : int
        Year that is planned for.
    model : str
        One of ``MODELS``.
    kinds : sequence of str
        Kinds of site that count; all if empty.
    quantity : str
        Column of the demand that is weighed.
    roads : geopandas.GeoDataFrame, optional
        Lines: reach is by road then.
    friction : Raster, optional
        Minutes per metre, in place of roads.
    speeds : pandas.DataFrame, optional
        Speeds by class of road.
    rules : mapping, optional
        As in :func:`gisplan.analysis.siting.suggest_sites`.
    new : int, optional
        Sites that may be added.

    Returns
    -------
    SitingTask
        With the first reach.

    Raises
    ------
    OptionError
        If what is given does not go together.
    DataError, DatumError
        If roads or friction can't be used.
    """
    km, minutes = reaches
    if bool(reaches[km]) == bool(reaches[minutes]):
        raise OptionError(
            Text(
                f"范围用 {km} 或 {minutes}，二者选一",
                f"reach is given by {km} or by {minutes}, one of the two",
            )
        )
    kept: ChoiceRules = rules or {}
    timed = bool(reaches[minutes])
    _check(roads, friction, speeds, kept, minutes=minutes, timed=timed)
    return SitingTask(
        reach=float((reaches[minutes] or reaches[km])[0]),
        year=year,
        new=new,
        model=cast(Model, model),
        kinds=tuple(kinds),
        quantity=quantity,
        mode=_mode(roads, friction, speeds, kept, timed=timed),
        budget=kept.get("budget"),
        apart_km=kept.get("apart_km"),
        seconds=kept.get("seconds"),
    )


def _check(
    roads: gpd.GeoDataFrame | None,
    friction: Raster | None,
    speeds: pd.DataFrame | None,
    rules: ChoiceRules,
    *,
    minutes: str,
    timed: bool,
) -> None:
    if roads is not None and friction is not None:
        raise OptionError(
            Text("道路（roads）和阻力（friction）二者选一", "roads or friction, one of the two")
        )
    if roads is None and ("road" in rules or speeds is not None):
        raise OptionError(
            Text(
                "rules.road 和 speeds 须与道路（roads）同用", "rules.road and speeds go with roads"
            )
        )
    if timed and roads is None and friction is None:
        raise OptionError(
            Text(
                f"{minutes} 须与道路（roads）或阻力（friction）同用",
                f"{minutes} goes with roads or friction",
            )
        )
    if friction is not None and not timed:
        raise OptionError(
            Text(f"阻力（friction）的范围用 {minutes}", f"over friction reach is in {minutes}")
        )
    if (roads is not None or friction is not None) and "detour" in rules:
        raise OptionError(
            Text(
                "按公路或阻力算时不用 rules.detour；公路外的绕行在 rules.road 中写",
                "by road or friction there is no rules.detour; that of the legs off the road is in "
                "rules.road",
            )
        )


def _mode(
    roads: gpd.GeoDataFrame | None,
    friction: Raster | None,
    speeds: pd.DataFrame | None,
    rules: ChoiceRules,
    *,
    timed: bool,
) -> Mode:
    if friction is not None:
        return ByFriction(Friction(friction.values(), Grid.of(friction.grid)))
    if roads is None:
        return ByDistance(rules.get("detour", 1.0))
    unit = "min" if timed else "m"
    return by_road(roads, speeds=speeds, options={**rules.get("road", {}), "unit": unit})
