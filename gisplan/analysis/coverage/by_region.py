"""Who is within reach of the network: demand, sites and reach brought together by region.

The pieces are those of :mod:`gisplan.analysis.travel` and :mod:`gisplan.analysis.coverage.models`;
here a layer's declaration says which sites count (of which kind, in which year, how exactly placed)
and which reaches are asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

import geopandas as gpd
import numpy as np
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
from gisplan.analysis.coverage.models.served import by_unit
from gisplan.analysis.coverage.service_standard import ServiceStandard
from gisplan.analysis.coverage.standing import sites_that_count
from gisplan.analysis.coverage.unreachable import unreachable
from gisplan.analysis.travel.mode import in_cost
from gisplan.arrays import Floats
from gisplan.catalog.analyses import Given, TableSpec, analysis, declare
from gisplan.catalog.layer import Bound, Column, Outcome
from gisplan.catalog.units import PERCENT
from gisplan.places.hierarchy import region_above, without_rows
from gisplan.text import Text


def _of_regions(given: Given) -> TableSpec:
    return regions_spec(
        given, lambda name, title, unit: as_drawn(given, *bounds_of(name, title, unit))
    )


def regions_spec(
    given: Given, parts: Callable[[str, Text, Text | None], Iterable[Column]]
) -> TableSpec:
    """Declare the table of :func:`service_by_region`.

    Parameters
    ----------
    given : Given
        Inputs and parameters of the analysis.
    parts : callable
        Gives the columns of a figure, by its name, title and unit.

    Returns
    -------
    TableSpec
        The regions with their figures.
    """
    quantity, reach = quantity_of(given), reaches_of(given)
    words, unit = words_of(quantity), quantity.unit
    total = declare(
        "demand_total",
        "number",
        words,
        unit=unit,
        meaning=quantity.meaning,
        minimum=0,
        # whole numbers of points add up to those that were counted; tonnes were computed
        derived=quantity.derived and quantity.type == "number",
    )
    columns = [total]
    for value in reach.values:
        far, name = reach.said(value), f"{value:g}".replace(".", "_")
        within = Text(f"{far.zh}内{words.zh}", f"{words.en} within {far.en}")
        beyond = Text(f"{far.zh}外{words.zh}", f"{words.en} beyond {far.en}")
        share = Text(f"{within.zh}占比", within.en)
        for what, title in (("share", share), ("within", within), ("beyond", beyond)):
            columns += parts(f"{what}_{name}", title, PERCENT if what == "share" else unit)
    counted = declare(
        "sites_counted",
        "integer",
        ("区内计入的设施", "Facilities counted inside"),
        minimum=0,
        depends=AT_LEAST,
    )
    return given.like("regions", *columns, counted, vintage=year_of(given))


def bounds_of(
    name: str,
    title: Text,
    unit: Text | None,
    *,
    meaning: Text | None = None,
    depends: Mapping[str, Bound] | None = None,
) -> tuple[Column, ...]:
    """Declare one figure of what is covered, or is not.

    Parameters
    ----------
    name : str
        Name of the column.
    title : Text
        Its title.
    unit : Text, optional
        Of the figure.
    meaning : Text, optional
        What it means.
    depends : mapping of str to Bound, optional
        What it is where the list of sites may lack some; a most of what is beyond, else a least.

    Returns
    -------
    tuple of Column
        The one.
    """
    bound = AT_MOST if name.startswith("beyond") else AT_LEAST
    column = declare(
        name,
        "number",
        title,
        unit=unit,
        meaning=meaning,
        minimum=0,
        maximum=100 if unit == PERCENT else None,
        derived=True,
        depends=bound if depends is None else depends,
    )
    return (column,)


@analysis(
    "service_by_region",
    gives=_of_regions,
    bounds={"detour": (1, None)},
    formerly={"service_by_travel_time": ""},
)
def service_by_region(
    regions: gpd.GeoDataFrame,
    demand: gpd.GeoDataFrame,
    sites: gpd.GeoDataFrame,
    units: pd.DataFrame,
    travel: pd.DataFrame | None = None,
    *,
    reaches_km: Sequence[float] | None = None,
    reaches_min: Sequence[float] | None = None,
    year: int,
    kinds: Sequence[str] = (),
    quantity: str = "population",
    detour: float = 1.0,
) -> Outcome:
    """Tell for each region how much of its demand has a site within reach.

    Parameters
    ----------
    regions : geopandas.GeoDataFrame
        Of one level, with ``adcode`` and ``level``. All are kept, in their order.
    demand : geopandas.GeoDataFrame
        Points with ``id``, ``adcode`` and the quantity.
    sites : geopandas.GeoDataFrame
        See :func:`sites_that_count`.
    units : pandas.DataFrame
        ``adcode``, ``level``, ``parent`` of every unit.
    travel : pandas.DataFrame, optional
        As ``travel_times`` gives it for the same demand and sites, for reach by travel time.
    reaches_km : sequence of float, optional
        Rising distances in km, the detour included; without ``travel``.
    reaches_min : sequence of float, optional
        Rising, in minutes, none above the limit of ``travel``; with ``travel``.
    year : int
        What does not stand in it does not count.
    kinds : sequence of str
        Kinds of sites that serve this demand; all if empty.
    quantity : str
        What is served: ``population`` (persons) or ``t_STREAM`` (t a year).
    detour : float
        Factor from the geodesic to the way that is really gone; of reach by distance.

    Returns
    -------
    Outcome
        ``regions`` with ``demand_total`` and, for each reach R, ``within_R``, ``beyond_R``
        and ``share_R`` (of the total, 0 to 100), and ``sites_counted``, the number of sites
        inside the region. A region's demand may be served by a site of another. Empty where
        the quantity is not known.

    Raises
    ------
    DataError, OptionError, DatumError
        If a table or an option can't be used.

    Examples
    --------
    >>> import geopandas as gpd
    >>> import pandas as pd
    >>> import shapely
    >>> from gisplan.analysis.coverage.by_region import service_by_region
    >>> regions = gpd.GeoDataFrame(
    ...     {"adcode": ["900101", "900102"], "level": "county"},
    ...     geometry=[
    ...         shapely.box(103.5, 35.5, 104.5, 36.5),
    ...         shapely.box(104.5, 35.5, 105.5, 36.5),
    ...     ],
    ...     crs=4326,
    ... )
    >>> units = pd.DataFrame(
    ...     {"adcode": ["900101", "900102"], "level": "county", "parent": [None, None]}
    ... )
    >>> towns = gpd.GeoDataFrame(
    ...     {
    ...         "id": ["a", "b"],
    ...         "adcode": ["900101", "900102"],
    ...         "population": [500, 300],
    ...         "t_paper": [60.0, 30.0],
    ...     },
    ...     geometry=gpd.points_from_xy([104, 105], [36, 36]),
    ...     crs=4326,
    ... )
    >>> network = gpd.GeoDataFrame(
    ...     {
    ...         "id": ["P"],
    ...         "kind": "depot",
    ...         "adcode": "900101",
    ...         "capacity": [80.0],
    ...         "precision": "site",
    ...         "stage": "operating",
    ...         "start_year": 2015,
    ...         "due_year": None,
    ...         "status_year": None,
    ...     },
    ...     geometry=gpd.points_from_xy([104], [36.05]),
    ...     crs=4326,
    ... )
    >>> told = service_by_region(regions, towns, network, units, reaches_km=[20], year=2020)
    >>> told.table[["adcode", "demand_total", "within_20", "share_20"]]
       adcode  demand_total  within_20  share_20
    0  900101         500.0      500.0     100.0
    1  900102         300.0        0.0       0.0
    """
    standard = ServiceStandard.of(
        travel, reach_km=reaches_km, reach_min=reaches_min, year=year, kinds=kinds, detour=detour
    )
    chosen = sites_that_count(sites, year=year, kinds=kinds)
    return service_by_standard(regions, demand, chosen, units, standard, quantity=quantity)


def service_by_standard(
    regions: gpd.GeoDataFrame,
    demand: gpd.GeoDataFrame,
    chosen: Outcome,
    units: pd.DataFrame,
    standard: ServiceStandard,
    *,
    quantity: str = "population",
    span: tuple[Floats, Floats] | None = None,
) -> Outcome:
    """Tell for each region how much of its demand has a site within reach, by any mode.

    Parameters
    ----------
    regions, demand
        As in :func:`service_by_region`.
    chosen : Outcome
        The sites that count, as :func:`sites_that_count` gives them.
    units
        As in :func:`service_by_region`.
    standard : ServiceStandard
        How one gets there, and the reaches.
    quantity
        As in :func:`service_by_region`.
    span : pair of array of float, optional
        Least and most cost to the nearest site of each demand point, where that is to be told;
        see :func:`gisplan.analysis.coverage.position_range.cost_range`.

    Returns
    -------
    Outcome
        As of :func:`service_by_region`. Sites and demand that can't be reached at all are told
        in ``left_out``; such demand counts as beyond every reach.

    Raises
    ------
    DataError, OptionError, DatumError
        If a table or an option can't be used.
    """
    used = chosen.table
    none_known = span is not None and used.empty
    reach = None if none_known else standard.mode.reach(demand, used, limit=standard.limit)
    table = regions_served(
        regions,
        demand,
        pd.DataFrame() if reach is None else reach.pairs,
        used,
        units,
        reaches=standard.reaches,
        costs=[in_cost(standard.mode, limit) for limit in standard.reaches],
        quantity=quantity,
        span=span,
    )
    lacking = without_rows(regions, demand, units)
    lost = () if reach is None else unreachable(reach, demand, used)
    return Outcome(table, (*chosen.left_out, *lost, *lacking), chosen.counted)


def regions_served(
    regions: gpd.GeoDataFrame,
    demand: pd.DataFrame,
    pairs: pd.DataFrame,
    used: gpd.GeoDataFrame,
    units: pd.DataFrame,
    *,
    reaches: Sequence[float],
    costs: Sequence[float],
    quantity: str,
    span: tuple[Floats, Floats] | None = None,
) -> gpd.GeoDataFrame:
    """Put beside each region how much of its demand has a site within reach.

    Parameters
    ----------
    regions, demand
        As in :func:`service_by_region`.
    pairs : pandas.DataFrame
        ``demand``, ``site``, ``cost``.
    used : geopandas.GeoDataFrame
        The sites that count.
    units
        As in :func:`service_by_region`.
    reaches : sequence of float
        Rising; the columns are named for them.
    costs : sequence of float
        The same in the unit of the pairs' cost.
    quantity
        As in :func:`service_by_region`.
    span : pair of array of float, optional
        Least and most cost to the nearest site of each demand point, infinite beyond the reaches.
        With it, and no site that counts, what is covered where sites are drawn is not known.

    Returns
    -------
    geopandas.GeoDataFrame
        The table of :func:`service_by_region`.

    Raises
    ------
    DataError, OptionError
        If a table or an option can't be used.
    """
    level = regions["level"].head(1)
    table = regions.copy()
    cases = {"": pairs}
    if span is not None:
        # one site stands for the nearest of each point, whichever that is
        nearest = pd.DataFrame({"demand": demand["id"].to_numpy(), "site": "any"})
        cases |= {"_high": nearest.assign(cost=span[0]), "_low": nearest.assign(cost=span[1])}
        # known of none: where they are drawn nothing is known, which is not nothing
        cases[""] = cases["_low"] if used.empty else pairs
    for end, reached in cases.items():
        told = by_unit(demand, reached, units, breaks=costs, quantities=(quantity,))
        told = told[told["level"].isin(level)].set_index("adcode")
        if not end:
            first = told[told["within"] == costs[0]]
            table["demand_total"] = table["adcode"].map(first[f"{quantity}_total"])
        for limit, cost in zip(reaches, costs, strict=True):
            part = told[told["within"] == cost]
            name = f"{limit:g}".replace(".", "_")
            table[f"within_{name}{end}"] = table["adcode"].map(part[f"{quantity}_covered"])
            # what is most covered is least beyond
            beyond = {"": "", "_low": "_high", "_high": "_low"}[end]
            table[f"beyond_{name}{beyond}"] = table["adcode"].map(part[f"{quantity}_uncovered"])
            table[f"share_{name}{end}"] = table["adcode"].map(part[f"{quantity}_share"]) * 100
    if span is not None and used.empty:
        named = [f"{limit:g}".replace(".", "_") for limit in reaches]
        drawn = [f"{figure}_{name}" for figure in ("within", "beyond", "share") for name in named]
        table[drawn] = np.nan
    inside = used["adcode"].map(region_above(regions["adcode"], units))
    table["sites_counted"] = table["adcode"].map(inside.value_counts()).fillna(0).astype("Int64")
    return table
