"""Candidate sites: what each would add, and which to choose."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, cast

import geopandas as gpd

from gisplan.analysis import siting
from gisplan.analysis.columns import words_of
from gisplan.analysis.coverage.standing import sites_that_count
from gisplan.api.notebook.answer import Answer
from gisplan.api.notebook.asked import Folder, in_language
from gisplan.api.notebook.asked_network import (
    By,
    measured,
    network_asked,
    one_reach,
    parameters_of,
    reach_of,
    reached,
    share_of,
)
from gisplan.api.notebook.derived import derive
from gisplan.api.notebook.guesses import model_meant
from gisplan.api.notebook.own_tables import CANDIDATES, Given, as_layer
from gisplan.api.sites import sites_tables
from gisplan.api.sites.candidate_columns import with_candidate_columns
from gisplan.api.sites.inputs import Basis
from gisplan.api.sites.options import Model, SuggestOptions
from gisplan.api.sites.suggestion import Instance, suggest
from gisplan.catalog.layer import Outcome
from gisplan.catalog.map import Style
from gisplan.errors import DataError
from gisplan.pipeline import catalogue
from gisplan.text import Lang, Text


@in_language
def evaluate_sites(
    candidates: Given,
    facilities: Given | Sequence[Any] | None = None,
    demand: Given | None = None,
    *,
    km: float | None = None,
    minutes: float | None = None,
    by: By = "distance",
    roads: str = "",
    detour: float | None = None,
    year: int | None = None,
    kinds: Sequence[str] | None = None,
    quantity: str | Sequence[str] | None = None,
    workspace: Folder = None,
    lang: Lang | None = None,
) -> Answer:
    """Tell what each candidate would add to the facilities there are, on its own.

    Parameters
    ----------
    candidates : str, pathlib.Path, GeoDataFrame, Layer or Answer
        Points to be tried.
    facilities : str, pathlib.Path, GeoDataFrame, Layer, Answer or empty list, optional
        What serves already: the network of the workspace if left out, nothing if an empty list.
    demand : str, pathlib.Path, GeoDataFrame, Layer or Answer, optional
        Points to be served; those of the workspace if left out.
    km, minutes, by, roads, detour, year, kinds
        As in :func:`~gisplan.coverage`; one reach.
    quantity : str or sequence of str, optional
        Columns of the demand that are summed up; that of the workspace if left out.
    workspace, lang
        As in :func:`~gisplan.coverage`.

    Returns
    -------
    Answer
        By candidate, for each quantity Q: ``within_Q``, ``gained_Q`` (reached by no facility so
        far), ``overlap_Q``; ``nearest_site``, ``nearest_km``.

    Raises
    ------
    DataError, DatumError, OptionError, FileError, DeclarationError
        As in :func:`~gisplan.coverage`.

    Examples
    --------
    >>> import geopandas as gpd
    >>> import gisplan as gp
    >>> towns = gpd.GeoDataFrame(
    ...     {"people": [500, 300]}, geometry=gpd.points_from_xy([104, 105], [36, 36]), crs=4326
    ... )
    >>> tried = gpd.GeoDataFrame(geometry=gpd.points_from_xy([104.1], [36]), crs=4326)
    >>> told = gp.evaluate_sites(tried, [], towns, km=20, quantity="people", lang="en")
    >>> told.table[["id", "within_people", "gained_people"]]
      id  within_people  gained_people
    0  0          500.0          500.0
    """
    several = None if quantity is None or isinstance(quantity, str) else tuple(quantity)
    asked = network_asked(
        facilities,
        demand,
        reach=reach_of(
            km=km, minutes=minutes, by=by, roads=roads, detour=detour, year=year, kinds=kinds
        ),
        quantity=several[0] if several else cast("str | None", quantity),
        more=several or (),
        workspace=workspace,
        lang=lang,
    )
    standard, quantities = one_reach(asked.standard), several or (asked.quantity,)
    wanted, told = as_layer(candidates, CANDIDATES, place=asked.place)
    sites = gpd.GeoDataFrame(asked.facilities.table)
    chosen = sites_that_count(sites, year=standard.year, kinds=standard.kinds)
    found = siting.added_by_mode(
        gpd.GeoDataFrame(wanted.table),
        gpd.GeoDataFrame(asked.demand.table),
        chosen,
        mode=standard.mode,
        limit=standard.limit,
        quantities=quantities,
    )
    parameters = parameters_of(standard, asked.quantity, one=True)
    parameters = {k: v for k, v in parameters.items() if k != "quantity"}
    # the analysis declares its columns by km; what is reached in minutes is said in the title
    parameters.pop("reach_min", None)
    layer, _ = derive(
        "evaluate_sites",
        {"candidates": wanted, "demand": asked.demand, "sites": asked.facilities},
        {**parameters, "reach_km": standard.limit, "quantities": list(quantities)},
        name="candidates",
        title=reached("候选点", "Candidates", standard),
        place=asked.place,
        found=found,
    )
    layer = replace(layer, spec=measured(layer, standard))
    return Answer(
        title=reached("候选点各自新增的覆盖", "What each candidate adds", standard),
        layers=(layer,),
        lang=asked.lang,
        ground=asked.ground,
        place=asked.place,
        left_out=(*asked.told, *told, *found.left_out),
    )


@in_language
def suggest_sites(
    candidates: Given | None = None,
    facilities: Given | Sequence[Any] | None = None,
    demand: Given | None = None,
    *,
    new: int | None = None,
    model: Model = "mclp",
    km: float | None = None,
    minutes: float | None = None,
    by: By = "distance",
    roads: str = "",
    detour: float | None = None,
    year: int | None = None,
    kinds: Sequence[str] | None = None,
    quantity: str | None = None,
    budget: float | None = None,
    apart_km: float | None = None,
    seconds: float | None = None,
    workspace: Folder = None,
    lang: Lang | None = None,
) -> Answer:
    """Choose sites among candidates by a model of location science, facilities being kept.

    Parameters
    ----------
    candidates : str, pathlib.Path, GeoDataFrame, Layer or Answer, optional
        Points to choose among, with ``cost``, ``forced``, ``forbidden`` if there are any; those
        of the workspace if left out.
    facilities, demand
        As in :func:`evaluate_sites`.
    new : int, optional
        How many to choose; as many as are needed if left out (``lscp``).
    model : {"mclp", "lscp", "backup", "p_median", "p_centre"}
        Also as others write them (``p-median``, ``PMedian``, ``p_center``). Maximal covering
        (Church and ReVelle 1974), set covering (Toregas 1971), backup coverage
        (Hogan and ReVelle 1986), p-median and p-centre (Hakimi 1964).
    km, minutes, by, roads, detour, year, kinds, quantity
        As in :func:`~gisplan.coverage`; one reach.
    budget : float, optional
        What those chosen may cost together, by their column ``cost``.
    apart_km : float, optional
        Least distance between two of them, and to facilities.
    seconds : float, optional
        Time limit of the model.
    workspace, lang
        As in :func:`~gisplan.coverage`.

    Returns
    -------
    Answer
        The candidates chosen with ``within_reach``, ``nearest_here``, ``only_here``; ``.figures``
        tell what is covered before and after, and what is proven of the choice.

    Raises
    ------
    DataError, DatumError, OptionError, FileError, DeclarationError
        As in :func:`~gisplan.coverage`; also if more sites are asked for than there are candidates.

    Examples
    --------
    >>> import geopandas as gpd
    >>> import gisplan as gp
    >>> towns = gpd.GeoDataFrame(
    ...     {"people": [500, 300, 200]},
    ...     geometry=gpd.points_from_xy([104, 105, 105.1], [36, 36, 36]),
    ...     crs=4326,
    ... )
    >>> told = gp.suggest_sites(towns, [], towns, new=1, km=20, quantity="people", lang="en")
    >>> told.table["id"].tolist()
    ['0']
    """
    model = model_meant(model)
    asked = network_asked(
        facilities,
        demand,
        reach=reach_of(
            km=km, minutes=minutes, by=by, roads=roads, detour=detour, year=year, kinds=kinds
        ),
        quantity=quantity,
        workspace=workspace,
        lang=lang,
    )
    place, standard = asked.place, one_reach(asked.standard)
    listed = catalogue.load(place).layers
    given = place.roles.layer("candidates", listed) if candidates is None else candidates
    wanted, told = as_layer(given, CANDIDATES, place=place)
    wanted, ruled = with_candidate_columns(wanted, place=place)
    task = siting.SitingTask(
        reach=standard.limit,
        year=standard.year,
        new=new,
        model=model,
        kinds=standard.kinds,
        quantity=asked.quantity,
        mode=standard.mode,
        budget=budget,
        apart_km=apart_km,
        seconds=seconds,
    )
    basis = Basis(
        source=wanted.spec.title.en,
        candidates=gpd.GeoDataFrame(wanted.table),
        demand=gpd.GeoDataFrame(asked.demand.table),
        network=gpd.GeoDataFrame(asked.facilities.table),
        left_out=(*asked.told, *told, *ruled),
    )
    there = sites_that_count(basis.network, year=task.year, kinds=task.kinds)
    found = suggest(
        Instance(
            basis=basis,
            task=task,
            standard=standard,
            options=SuggestOptions(model=model),
            place=place,
        )
    )
    if found.solution.status not in ("optimal", "feasible"):
        raise DataError(found.proof, faults=(*found.uncovered, *found.left_out))
    parameters = parameters_of(standard, asked.quantity, one=True)
    parameters.pop("reach_min", None)
    layer, _ = derive(
        "suggest_sites",
        {"candidates": wanted, "demand": asked.demand, "sites": asked.facilities},
        {
            **parameters,
            "reach_km": standard.limit,
            "new": max(1, new or len(found.table)),
            "model": model,
        },
        name="chosen",
        title=reached("选出的场址", "Sites chosen", standard),
        place=place,
        found=Outcome(found.table, (), len(there.table)),
    )
    layer = replace(layer, spec=measured(layer, standard))
    unit = words_of(asked.demand.spec.column(asked.quantity))
    figures = {
        sites_tables.of_drawn(found, words): share_of(amount, found.total, unit)
        for words, amount in (
            (Text("现有设施覆盖", "covered before"), found.before),
            (Text("加上选出的场址", "covered after"), found.after),
        )
    }
    if found.drawn and found.covered is not None:
        span = sites_tables.range_words(found.covered, lambda end: share_of(end, found.total))
        figures[Text("范围", "range")] = span
    figures[Text("证明", "proof")] = found.proof
    return Answer(
        title=reached("选出的场址", "Sites chosen", standard),
        layers=(layer, asked.demand),
        lang=asked.lang,
        ground=asked.ground,
        place=place,
        left_out=found.left_out,
        figures=figures,
        styles={
            "chosen": Style(kind="points", color="#d55e00", label_column="name"),
            asked.demand.spec.name: Style(kind="points", color="#8a8f98"),
        },
    )
