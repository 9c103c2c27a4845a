"""Who goes where in a whole plan as lines, and what stands in it as points, with names."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from gisplan.analysis.siting.plans.plan_case import PlanCase
from gisplan.text import LANGS


def named_flows(case: PlanCase, demand: gpd.GeoDataFrame, flows: pd.DataFrame) -> gpd.GeoDataFrame:
    """Give the flows of a plan as straight lines, with the names of both ends.

    Parameters
    ----------
    case : PlanCase
        What was planned.
    demand : geopandas.GeoDataFrame
        The demand points that it was planned for: ``id``, names if there are any, and the point.
    flows : pandas.DataFrame
        ``flows`` of its plan.

    Returns
    -------
    geopandas.GeoDataFrame
        ``year``, ``tier`` (of the end), ``from_zh``, ``from_en``, ``to_zh``, ``to_en``,
        ``amount``, ``km`` (or minutes), and the line (EPSG:4326); without lines of no length.
    """
    places = case.places.set_index("id")
    here = demand.assign(id=demand["id"].astype("str")).set_index("id")
    ends = pd.concat([here.geometry.to_crs(4326), places.geometry])
    table = flows[["year", "tier", "amount", "km"]].copy()
    for lang in LANGS:
        usual = pd.Series(here.index, index=here.index)
        of_demand = here.get(f"name_{lang}", usual).fillna(usual)
        names = pd.concat([of_demand, places[f"name_{lang}"]])
        table[f"from_{lang}"] = names.reindex(flows["from"]).to_numpy()
        table[f"to_{lang}"] = names.reindex(flows["to"]).to_numpy()
    begins, stops = (
        shapely.get_coordinates(ends.reindex(flows[name]).to_numpy()) for name in ("from", "to")
    )
    lines = shapely.linestrings(np.stack([begins, stops], axis=1))
    shapes = gpd.GeoSeries(lines, index=table.index, crs=4326)
    whole = gpd.GeoDataFrame(table, geometry=shapes)
    moved = (begins != stops).any(axis=1)
    return gpd.GeoDataFrame(whole[moved].reset_index(drop=True))


def standing_sites(case: PlanCase, sites: pd.DataFrame) -> gpd.GeoDataFrame:
    """Give the plants that stood before a plan and stand in a year of it, with their places.

    Parameters
    ----------
    case : PlanCase
        What was planned.
    sites : pandas.DataFrame
        Rows of ``sites`` of its plan, of one year.

    Returns
    -------
    geopandas.GeoDataFrame
        ``name_zh``, ``name_en``, ``year``, ``tier``, ``capacity`` (empty where not known),
        ``used``, ``precision`` of the place, and the point (EPSG:4326).
    """
    places = case.places.set_index("id")
    there = sites[sites["site"].map(places["stands"]).astype(bool)].reset_index(drop=True)
    named = {f"name_{lang}": there["site"].map(places[f"name_{lang}"]) for lang in LANGS}
    table = there.assign(**named, precision=there["site"].map(places["precision"]))
    order = [*named, "year", "tier", "capacity", "used", "precision"]
    shapes = places.geometry.reindex(there["site"]).to_numpy()
    return gpd.GeoDataFrame(table[order], geometry=gpd.GeoSeries(shapes, crs=4326))
