"""Sites that a model chooses, as a layer: all that the command takes, as a declaration has it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TypedDict, cast

import geopandas as gpd
import pandas as pd

from gisplan.analysis.columns import as_drawn, reaches_of, year_of
from gisplan.analysis.coverage.by_region import serving
from gisplan.analysis.siting.case import Model, SitingTask
from gisplan.analysis.siting.suggest import suggest, tie_words
from gisplan.analysis.travel import ByDistance, ByFriction, Friction, Grid, Mode, by_road
from gisplan.analysis.travel.mode import RoadOptions
from gisplan.catalog.analyses import Given, TableSpec, analysis
from gisplan.catalog.layer import Outcome
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


def _suggested(given: Given) -> TableSpec:
    far = reaches_of(given).said()
    within, nearest, only = serving(given)
    beside = Text(
        f"{far.zh}内，现有设施和新场址一并计算",
        f"Within {far.en}, beside the network and the other new sites",
    )
    columns = (within, *as_drawn(given, replace(nearest, meaning=beside), only))
    return given.like("candidates", *columns, vintage=year_of(given))


@analysis("suggest_sites", gives=_suggested, bounds={"new": (1, None)})
def suggest_sites(
    candidates: gpd.GeoDataFrame,
    demand: gpd.GeoDataFrame,
    sites: gpd.GeoDataFrame,
    roads: gpd.GeoDataFrame | None = None,
    *,
    friction: Raster | None = None,
    speeds: pd.DataFrame | None = None,
    reach_km: float | None = None,
    reach_min: float | None = None,
    year: int,
    new: int | None = None,
    model: str = "mclp",
    kinds: Sequence[str] = (),
    quantity: str = "population",
    rules: ChoiceRules | None = None,
) -> Outcome:
    """Choose sites, as a layer: those chosen, with what each serves, and what is proven.

    Parameters
    ----------
    candidates : geopandas.GeoDataFrame
        Points with a unique ``id``; ``cost``, ``forced`` and ``forbidden`` if there are any.
    demand : geopandas.GeoDataFrame
        Points with ``id`` and the quantity.
    sites : geopandas.GeoDataFrame
        The network's sites.
    roads : geopandas.GeoDataFrame, optional
        Lines: reach is by road then, in ``reach_km`` or ``reach_min``.
    friction : Raster, optional
        Minutes per metre, in place of roads: reach is over it, in ``reach_min``.
    speeds : pandas.DataFrame, optional
        Speeds by class of road; see :func:`gisplan.analysis.travel.by_road`.
    reach_km : float, optional
        Reach in km, the detour included; this or ``reach_min``.
    reach_min : float, optional
        Reach in minutes, with roads or friction.
    year : int
        Year that is planned for.
    new : int, optional
        Sites that may be added; as many as are needed if left out (``lscp``, or a budget).
    model : str, optional
        One of ``MODELS``.
    kinds : sequence of str, optional
        Kinds of site that count; all if empty.
    quantity : str, optional
        Column of the demand that is weighed.
    rules : mapping, optional
        ``detour`` (road length as a multiple of the geodesic distance, without roads), ``budget``
        (what the candidates chosen may cost together, by their column ``cost``), ``apart_km``
        (least geodesic distance of a candidate chosen from every other site), ``seconds`` (time
        limit of the model), ``road`` (what is said of the roads, any of
        :data:`gisplan.analysis.travel.mode.ROAD_OPTIONS` but ``unit``, which the reach tells).

    Returns
    -------
    Outcome
        The table of :class:`gisplan.analysis.siting.suggest.Suggestion`; what does not count and
        what is proven are told.

    Raises
    ------
    DataError
        If a table can't be used.
    OptionError
        If an option can't be.

    Examples
    --------
    >>> import geopandas as gpd
    >>> from gisplan.analysis.siting import suggest_sites
    >>> towns = gpd.GeoDataFrame(
    ...     {"id": ["a", "b"], "population": [500, 300]},
    ...     geometry=gpd.points_from_xy([104, 105], [36, 36]),
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
    >>> told = suggest_sites(candidates, towns, network, reach_km=20, year=2020, new=1)
    >>> told.table["id"].tolist(), told.left_out[-1].en
    (['T'], 'the choice is proven optimal')
    """
    kept: ChoiceRules = rules or {}
    given = reach_km if reach_min is None else reach_min
    if given is None or (reach_km is not None and reach_min is not None):
        raise OptionError(
            Text(
                "范围用 reach_km 或 reach_min，二者选一",
                "reach is given by reach_km or by reach_min, one of the two",
            )
        )
    task = SitingTask(
        reach=given,
        year=year,
        new=new,
        model=cast(Model, model),
        kinds=tuple(kinds),
        quantity=quantity,
        mode=choice_mode(roads, friction, speeds, kept, minutes=reach_min is not None),
        budget=kept.get("budget"),
        apart_km=kept.get("apart_km"),
        seconds=kept.get("seconds"),
    )
    told = suggest(candidates, demand, sites, task)
    said = (tie_words(told.solution), *told.uncovered, told.proof)
    words = [*told.left_out, *(one for one in said if one is not None)]
    return Outcome(told.table, tuple(words), told.counted)


def choice_mode(
    roads: gpd.GeoDataFrame | None,
    friction: Raster | None,
    speeds: pd.DataFrame | None,
    rules: ChoiceRules,
    *,
    minutes: bool,
) -> Mode:
    """Make the mode of a choice of sites: by road, over friction, or straight.

    Parameters
    ----------
    roads : geopandas.GeoDataFrame, optional
        Lines.
    friction : Raster, optional
        Minutes per metre.
    speeds : pandas.DataFrame, optional
        Speeds by class of road.
    rules : mapping
        Its ``detour`` or ``road``.
    minutes : bool
        Whether reach is in minutes.

    Returns
    -------
    Mode
        How one gets there.

    Raises
    ------
    OptionError
        If what is given does not go together.
    DataError, DatumError
        If roads or friction can't be used.
    """
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
    if minutes and roads is None and friction is None:
        raise OptionError(
            Text(
                "reach_min 须与道路（roads）或阻力（friction）同用",
                "reach_min goes with roads or friction",
            )
        )
    if friction is not None and not minutes:
        raise OptionError(
            Text("阻力（friction）的范围用 reach_min", "over friction reach is in reach_min")
        )
    if (roads is not None or friction is not None) and "detour" in rules:
        raise OptionError(
            Text(
                "按公路或阻力算时不用 rules.detour；公路外的绕行在 rules.road 中写",
                "by road or friction there is no rules.detour; that of the legs off the road is in "
                "rules.road",
            )
        )
    if friction is not None:
        return ByFriction(Friction(friction.values(), Grid.of(friction.grid)))
    if roads is None:
        return ByDistance(rules.get("detour", 1.0))
    unit = "min" if minutes else "m"
    return by_road(roads, speeds=speeds, options={**rules.get("road", {}), "unit": unit})
