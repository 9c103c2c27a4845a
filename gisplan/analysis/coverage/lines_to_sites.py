"""Lines from demand to the sites that serve it: who goes where, and how far that is."""

from __future__ import annotations

import geopandas as gpd
import pandas as pd

from gisplan.analysis.columns import Reaches, year_of
from gisplan.analysis.coverage import models as coverage
from gisplan.analysis.coverage.od_pairs import Reached, names_of
from gisplan.catalog.analyses import Given, TableSpec, declare
from gisplan.catalog.layer import Column
from gisplan.catalog.units import KM


def spec_of_lines(
    columns: tuple[Column, ...],
    given: Given,
    *,
    key: str,
    reach: Reaches,
    distance: tuple[str, str],
) -> TableSpec:
    """Declare a table of lines: its columns, the cost of the way and the length of the line.

    Parameters
    ----------
    columns : tuple of Column
        What else it has, before those.
    given : Given
        The declaration.
    key : str
        Column that numbers the lines.
    reach : Reaches
        In what the way is measured.
    distance : (str, str)
        What the way is called in Chinese and English, where it is measured in km.

    Returns
    -------
    TableSpec
        Exact to the county at least, as the sites that count and the demand are.
    """
    km = reach.measure == "km"
    cost = declare(
        f"cost_{reach.measure}",
        "number",
        distance if km else ("行程时间", "Travel time"),
        unit=reach.unit,
        meaning=reach.way if km else None,
        minimum=0,
        derived=True,
    )
    length = declare(
        "length_km", "number", ("线长", "Length of the line"), unit=KM, minimum=0, derived=True
    )
    return TableSpec(
        columns=(*columns, cost, length),
        key=(key,),
        geometry="line",
        positions="county",
        geometry_required=False,
        vintage=year_of(given),
        rows_of=("sites",),
    )


def lines_to_sites(
    pairs: pd.DataFrame, demand: gpd.GeoDataFrame, here: Reached, *, key: str
) -> gpd.GeoDataFrame:
    """Draw a line for each pair of demand and site, with the names of both.

    Parameters
    ----------
    pairs : pandas.DataFrame
        ``demand``, ``site`` and ``cost``; what else it has is kept.
    demand : geopandas.GeoDataFrame
        Points with ``id``.
    here : Reached
        The sites, and in what the cost is told.
    key : str
        Column that numbers the lines.

    Returns
    -------
    geopandas.GeoDataFrame
        A line a pair, in EPSG:4326, as :func:`spec_of_lines` declares it.
    """
    table = coverage.flow_lines(pairs, demand.to_crs(4326), here.sites.to_crs(4326))
    table.insert(0, key, range(1, len(table) + 1))
    table = table.assign(
        **names_of(demand, table["demand"], prefix="from"),
        **names_of(here.sites, table["site"], prefix="to"),
        length_km=table["length_m"] / 1000.0,
    )
    if "adcode" in demand.columns:
        table["adcode"] = table["demand"].map(demand.set_index("id")["adcode"])
    table[f"cost_{here.measure}"] = here.shown(table["cost"])
    return gpd.GeoDataFrame(table.drop(columns=["cost", "length_m"]))
