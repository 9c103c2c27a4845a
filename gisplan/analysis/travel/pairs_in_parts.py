"""The pairs of a great many demand points, some at a time, as positions in their tables."""

from __future__ import annotations

from collections.abc import Iterator

import geopandas as gpd
import numpy as np
import pandas as pd

from gisplan.analysis.travel.mode import Mode
from gisplan.arrays import Bools, Floats, Ints

#: Pairs held at once at most: where sites stand close, a point has all of them within reach.
_MOST_PAIRS = 5_000_000
#: A search costs the same for few points as for many: no fewer than this are asked for together.
_LEAST_POINTS = 5_000


def mode_pairs(
    mode: Mode, demand: gpd.GeoDataFrame, sites: gpd.GeoDataFrame, *, limit: float
) -> Iterator[tuple[Ints, Ints, Floats, Bools]]:
    """Give the pairs of a mode as positions, some demand points at a time.

    Parameters
    ----------
    mode : Mode
        How one gets there.
    demand, sites : geopandas.GeoDataFrame
        Points with a unique column ``id``.
    limit : float
        Greatest cost, in the mode's measure.

    Yields
    ------
    demand, site : array of int
        Positions in the two tables; the pairs of one demand point stand together.
    cost : array of float
        Metres or minutes.
    nearest : array of bool
        Whether the site is the nearest one of the demand point; of sites equally near, the one
        whose identifier sorts first.
    """
    step = max(_LEAST_POINTS, _MOST_PAIRS // max(len(sites), 1))
    of_site = pd.Index(sites["id"].astype("str"))
    for start in range(0, len(demand), step):
        some = demand.iloc[start : start + step]
        pairs = mode.reach(some, sites, limit=limit).pairs
        row = pd.Index(some["id"].astype("str")).get_indexer(pairs["demand"].astype("str"))
        site = of_site.get_indexer(pairs["site"].astype("str"))
        # sorted by demand, then cost, then site
        first = np.diff(row, prepend=-1) != 0
        yield row + start, site, pairs["cost"].to_numpy(dtype=np.float64), first
