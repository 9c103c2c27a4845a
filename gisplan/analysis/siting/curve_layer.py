"""What a siting model gives by number of new sites, as a layer."""

from __future__ import annotations

from collections.abc import Sequence

import geopandas as gpd
import pandas as pd

from gisplan.analysis.columns import (
    AT_LEAST,
    AT_MOST,
    as_drawn,
    quantity_of,
    reaches_of,
    words_of,
    year_of,
)
from gisplan.analysis.coverage.standing import sites_that_count
from gisplan.analysis.siting.choice import ChoiceRules, choice_task
from gisplan.analysis.siting.siting_curve import siting_curve
from gisplan.analysis.siting.siting_words import same_place_words, stays_words
from gisplan.catalog.analyses import Given, TableSpec, analysis, declare
from gisplan.catalog.layer import Column, Outcome
from gisplan.catalog.raster import Raster
from gisplan.catalog.units import KM, MIN, PERCENT
from gisplan.errors import OptionError
from gisplan.text import Text

#: How an answer stands, in words.
_STATUS = {
    "optimal": ("已证明最优", "proven optimal"),
    "feasible": ("未证明最优", "not proven optimal"),
    "infeasible": ("做不到", "will not do"),
    "unknown": ("时限内没有答案", "no answer in time"),
}


def _curved(given: Given) -> TableSpec:
    measure = reaches_of(given).measure
    model, unit = str(given["model"]), {"km": KM, "min": MIN}[measure]
    fewest = model == "lscp"
    new = declare(
        "new",
        "integer",
        ("新增场址数", "New sites"),
        minimum=0,
        derived=True,
        depends=AT_MOST if fewest else {},
    )
    reach = declare(
        f"reach_{measure}", "number", ("覆盖范围", "Reach"), unit=unit, minimum=0, derived=True
    )
    columns = (
        declare("step", "integer", ("编号", "Number"), required=True, minimum=1),
        *(() if model in ("p_median", "p_centre") else (reach,)),
        new,
        *as_drawn(given, *_figures(given, model, measure)),
        declare("status", "text", ("证明", "Proof"), required=True, labels=_STATUS, derived=True),
        declare(
            "gap",
            "number",
            ("与最优至多相差", "Gap to the best at most"),
            meaning=("占数值的比例；没有答案则空", "Part of the figure; empty without an answer"),
            minimum=0,
            derived=True,
        ),
    )
    return TableSpec(columns=columns, key=("step",), vintage=year_of(given))


def _figures(given: Given, model: str, measure: str) -> tuple[Column, ...]:
    """Give the columns of what a model makes better.

    Parameters
    ----------
    given : Given
        What the declaration gives.
    model : str
        The model.
    measure : {"km", "min"}
        What ways are counted in.

    Returns
    -------
    tuple of Column
        None for ``lscp``, whose figure is the number of sites.
    """
    quantity, unit = quantity_of(given), {"km": KM, "min": MIN}[measure]
    words = words_of(quantity)
    if model in ("mclp", "backup"):
        name, zh, en = {
            "mclp": ("covered", "覆盖的", "covered"),
            "backup": ("covered_twice", "覆盖两次的", "covered twice"),
        }[model]
        title = Text(f"{zh}{words.zh}", f"{words.en} {en}")
        share = Text(f"{title.zh}占全部", f"{title.en}, share of all")
        return (
            declare(name, "number", title, unit=quantity.unit, derived=True, depends=AT_LEAST),
            declare("share", "number", share, unit=PERCENT, derived=True, depends=AT_LEAST),
        )
    if model == "lscp":
        return ()
    ways = (
        ("mean", Text("平均路程", "Mean way"), unit),
        ("total", Text(f"路程合计（{words.zh} × 路程）", f"Way in all ({words.en} × way)"), None),
        ("farthest", Text("最远路程", "Farthest way"), unit),
    )
    return tuple(
        declare(f"{name}_{measure}", "number", title, unit=of, derived=True, depends=AT_MOST)
        for name, title, of in ways
    )


@analysis("suggest_curve", gives=_curved, bounds={"most": (1, None)})
def suggest_curve(
    candidates: gpd.GeoDataFrame,
    demand: gpd.GeoDataFrame,
    sites: gpd.GeoDataFrame,
    roads: gpd.GeoDataFrame | None = None,
    *,
    friction: Raster | None = None,
    speeds: pd.DataFrame | None = None,
    reaches_km: Sequence[float] = (),
    reaches_min: Sequence[float] = (),
    year: int,
    most: int,
    model: str = "mclp",
    kinds: Sequence[str] = (),
    quantity: str = "population",
    rules: ChoiceRules | None = None,
) -> Outcome:
    """Tell what a siting model comes to with 0 to so many new sites, as a layer.

    Parameters
    ----------
    candidates : geopandas.GeoDataFrame
        As in :func:`gisplan.analysis.siting.suggest_sites`.
    demand : geopandas.GeoDataFrame
        As in :func:`gisplan.analysis.siting.suggest_sites`.
    sites : geopandas.GeoDataFrame
        As in :func:`gisplan.analysis.siting.suggest_sites`.
    roads : geopandas.GeoDataFrame, optional
        As in :func:`gisplan.analysis.siting.suggest_sites`.
    friction : Raster, optional
        As in :func:`gisplan.analysis.siting.suggest_sites`.
    speeds : pandas.DataFrame, optional
        As in :func:`gisplan.analysis.siting.suggest_sites`.
    reaches_km : sequence of float
        Reaches in km; these or ``reaches_min``. One for ``p_median`` and ``p_centre``.
    reaches_min : sequence of float
        Reaches in minutes, with roads or friction.
    year : int
        Year that is planned for.
    most : int
        Greatest number of new sites.
    model : str, optional
        One of ``MODELS``.
    kinds : sequence of str, optional
        Kinds of site that count; all if empty.
    quantity : str, optional
        Column of the demand that is weighed.
    rules : mapping, optional
        As in :func:`gisplan.analysis.siting.suggest_sites`.

    Returns
    -------
    Outcome
        The table of :func:`gisplan.analysis.siting.siting_curve` with ``step`` (from 1).

    Raises
    ------
    DataError, DatumError
        If a table can't be used.
    OptionError
        If an option can't be.

    Examples
    --------
    >>> import geopandas as gpd
    >>> from gisplan.analysis.siting import suggest_curve
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
    >>> told = suggest_curve(candidates, towns, network, reaches_km=[20], year=2020, most=1)
    >>> told.table[["new", "covered", "share"]]
       new  covered  share
    0    0    500.0   62.5
    1    1    800.0  100.0
    """
    reaches = tuple(map(float, reaches_min or reaches_km))
    task = choice_task(
        {"reaches_km": reaches_km, "reaches_min": reaches_min},
        year=year,
        model=model,
        kinds=kinds,
        quantity=quantity,
        roads=roads,
        friction=friction,
        speeds=speeds,
        rules=rules,
    )
    if model in ("p_median", "p_centre") and len(reaches) > 1:
        raise OptionError(
            Text(f"{model} 只用一个范围", f"{model} takes one reach, not {len(reaches)}")
        )
    table = siting_curve(candidates, demand, sites, task, most=most, reaches=reaches)
    table.insert(0, "step", range(1, len(table) + 1))
    counted = sites_that_count(sites, year=year, kinds=task.kinds)
    told = (*counted.left_out, *same_place_words(candidates), *stays_words(candidates))
    return Outcome(table, told, len(counted.table))
