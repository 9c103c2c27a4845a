"""The legs of a whole plan: who can come to which site, from tier to tier, and how far it is."""

from __future__ import annotations

import geopandas as gpd
import pandas as pd

from gisplan.analysis.coverage.unreachable import named_unreachable
from gisplan.analysis.siting.plans.plan_task import PlanTask
from gisplan.analysis.travel.mode import in_cost
from gisplan.errors import DataError
from gisplan.text import Text


def legs_between(
    demand: gpd.GeoDataFrame, places: gpd.GeoDataFrame, task: PlanTask
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Find the legs: from demand to the first tier, from tier to tier, and straight to a later.

    Parameters
    ----------
    demand : gpd.GeoDataFrame
        Points to be served, or what can be served by year.
    places : gpd.GeoDataFrame
        Candidates and plants, with their tier.
    task : PlanTask
        What is planned.

    Returns
    -------
    tuple[pd.DataFrame, pd.DataFrame]
        The legs, and what can't be reached at all.

    Raises
    ------
    DataError
        If a tier has no sites.
    """
    unit = in_cost(task.mode, 1.0)
    parts, lost = [], []
    below: gpd.GeoDataFrame | None = None
    for k, tier in enumerate(task.tiers):
        mine = gpd.GeoDataFrame(places[places["tier"] == tier["name"]]).reset_index(drop=True)
        if mine.empty:
            raise DataError(
                Text(
                    f"层级 {tier['name']} 既没有候选点，也没有现有设施",
                    f"tier {tier['name']} has neither candidates nor plants that stand",
                )
            )
        origins = [(demand, task.reach_of(tier), "demand")] if below is None else []
        if below is not None:
            origins.append((below, task.reach_of(tier), "site"))
            direct = tier.get(f"direct_{task.mode.measure}")
            if direct:
                origins.append((demand, float(direct), "demand"))
        for origin, limit, of in origins:
            found = task.mode.reach(
                origin[["id", "geometry"]], mine[["id", "geometry"]], limit=limit
            )
            pairs = found.pairs
            parts.append(
                pd.DataFrame(
                    {
                        "from": pairs["demand"].astype("str"),
                        "to": pairs["site"].astype("str"),
                        "km": pairs["cost"].to_numpy(dtype=float) / unit,
                        "of": of,
                    }
                )
            )
            if k == 0:
                lost.append(named_unreachable(found.unreachable, demand, places))
        below = mine
    return pd.concat(parts, ignore_index=True), pd.concat(lost, ignore_index=True)
