"""The nearest site of each point, however far."""

from __future__ import annotations

import geopandas as gpd
import pandas as pd

from gisplan.analysis.travel.distance import nearest_site
from gisplan.analysis.travel.mode import M_PER_KM

#: Beyond this nothing of a province is near anything (m); bounds the search for the nearest.
FARTHEST = 2_000_000.0


def nearest_in_km(points: gpd.GeoDataFrame, sites: gpd.GeoDataFrame) -> pd.DataFrame:
    """Find the site nearest to each point; a row a point, in order: ``site`` (id), ``km``.

    Parameters
    ----------
    points : geopandas.GeoDataFrame
        Points with ``id``, in any CRS.
    sites : geopandas.GeoDataFrame
        Points with a unique ``id``, in any CRS.

    Returns
    -------
    pandas.DataFrame
        Kilometres along the geodesic.
    """
    found = nearest_site(points, sites, limit=FARTHEST)
    return pd.DataFrame(
        {"site": found["site"].to_numpy(), "km": found["cost"].to_numpy() / M_PER_KM}
    )
