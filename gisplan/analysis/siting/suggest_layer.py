"""Sites that a model chooses, as a layer: all that the command takes, as a declaration has it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import geopandas as gpd
import pandas as pd

from gisplan.analysis.columns import as_drawn, reaches_of, year_of
from gisplan.analysis.coverage.sites_served import serving
from gisplan.analysis.siting.choice import ChoiceRules, choice_task
from gisplan.analysis.siting.suggest import suggest, tie_words
from gisplan.catalog.analyses import Given, TableSpec, analysis
from gisplan.catalog.layer import Outcome
from gisplan.catalog.raster import Raster
from gisplan.text import Text


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
    task = choice_task(
        {
            "reach_km": () if reach_km is None else (reach_km,),
            "reach_min": () if reach_min is None else (reach_min,),
        },
        year=year,
        new=new,
        model=model,
        kinds=kinds,
        quantity=quantity,
        roads=roads,
        friction=friction,
        speeds=speeds,
        rules=rules,
    )
    told = suggest(candidates, demand, sites, task)
    said = (tie_words(told.solution), *told.uncovered, told.proof)
    words = [*told.left_out, *(one for one in said if one is not None)]
    return Outcome(told.table, tuple(words), told.counted)
