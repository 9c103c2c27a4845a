"""What capacity the network has left where a candidate would stand."""

from __future__ import annotations

import math

import geopandas as gpd
import numpy as np
import pandas as pd

from gisplan.analysis.checks import listed_names
from gisplan.analysis.coverage.models.assign import assign
from gisplan.analysis.siting.case import require_quantities
from gisplan.analysis.travel import Mode, in_cost
from gisplan.arrays import Bools
from gisplan.catalog.layer import Outcome
from gisplan.text import Text

#: What two figures of the same may differ by, in parts of them: the rounding of their sums.
_SAME = 1e-9


def capacity_left(
    candidates: gpd.GeoDataFrame,
    demand: gpd.GeoDataFrame,
    sites: gpd.GeoDataFrame,
    *,
    mode: Mode,
    limit: float,
    quantity: str,
) -> Outcome:
    """Tell what capacity the network has left for the demand within reach of each candidate.

    The network takes as much demand within its reach as its capacities allow, at least cost
    (:func:`gisplan.analysis.coverage.models.assign.assign`). This is done twice, with nothing and
    without limit at the sites of unknown capacity. Nothing is told of the candidates around such a
    site, nor where the two differ: what it takes leaves room at others.

    Parameters
    ----------
    candidates : geopandas.GeoDataFrame
        Points with a unique ``id``.
    demand : geopandas.GeoDataFrame
        Points with ``id`` and the quantity.
    sites : geopandas.GeoDataFrame
        The network's sites that count, with ``capacity`` in the unit of the quantity, empty
        where it is not known.
    mode : Mode
        How one gets there.
    limit : float
        Reach, in the mode's measure.
    quantity : str
        ``t_STREAM`` (t a year).

    Returns
    -------
    Outcome
        A row a candidate, in order: ``id``; ``capacity_left``, what is left at all the sites that
        reach any demand within its reach (0 if there is no such site), and ``untreated``, the
        demand within its reach that the network does not take, for want of reach or capacity.
        Both are empty if the capacity of one of these sites is not known, or either hangs on one
        farther off; such sites are told.

    Raises
    ------
    DataError, OptionError, DatumError
        If a table or an option can't be used.

    Examples
    --------
    >>> import geopandas as gpd
    >>> from gisplan.analysis.siting import capacity_left
    >>> from gisplan.analysis.travel import ByDistance
    >>> towns = gpd.GeoDataFrame(
    ...     {"id": ["a", "b"], "t_paper": [60.0, 50.0]},
    ...     geometry=gpd.points_from_xy([104, 104.1], [36, 36]),
    ...     crs=4326,
    ... )
    >>> sites = gpd.GeoDataFrame(
    ...     {"id": ["P"], "capacity": [100.0]},
    ...     geometry=gpd.points_from_xy([104.05], [36.02]),
    ...     crs=4326,
    ... )
    >>> candidates = gpd.GeoDataFrame(
    ...     {"id": ["S"]}, geometry=gpd.points_from_xy([104.05], [36]), crs=4326
    ... )
    >>> told = capacity_left(
    ...     candidates, towns, sites, mode=ByDistance(), limit=20, quantity="t_paper"
    ... )
    >>> told.table[["id", "capacity_left", "untreated"]]
      id  capacity_left  untreated
    0  S            0.0       10.0
    """
    require_quantities(demand, (quantity,))
    inside = mode.reach(demand, candidates, limit=limit).pairs
    amount, most = demand.set_index("id")[quantity].astype(float), in_cost(mode, limit)
    pairs = mode.reach(demand, sites, limit=limit).pairs if len(sites) else inside.iloc[:0]
    if pairs.empty:
        left, unserved = pd.Series(dtype=float), amount
    else:
        done = [
            assign(demand, sites.assign(capacity=room), pairs, limit=most, quantity=quantity)
            for room in (sites["capacity"].fillna(0.0), sites["capacity"])
        ]
        low, high = (one.sites.set_index("site")["left"] for one in done)
        left = high.where((low - high).abs() <= _SAME * high.abs())
        low, high = (one.demand.set_index("demand")["unserved"] for one in done)
        unserved = high.where((low - high).abs() <= _SAME * high.abs())
    reachable = pairs.groupby("demand")["site"].agg(set)
    rows = []
    for one in candidates["id"]:
        near = inside.loc[inside["site"] == one, "demand"]
        there: set[object] = set().union(*reachable.reindex(near).dropna())
        room = left.reindex(sorted(there, key=str))
        told = (math.fsum(room), math.fsum(unserved.reindex(near)))
        clear = room.notna().all() and unserved.reindex(near).notna().all()
        rows.append((one, *(told if clear else (np.nan, np.nan))))
    reached = sites["id"].astype("str").isin(pairs["site"].astype("str"))
    unknown = (sites["capacity"].isna() & reached).to_numpy()
    table = pd.DataFrame(rows, columns=["id", "capacity_left", "untreated"])
    return Outcome(table, _unknown(sites, unknown))


def _unknown(sites: pd.DataFrame, unknown: Bools) -> tuple[Text, ...]:
    if not unknown.any():
        return ()
    count = int(unknown.sum())
    zh, en = listed_names(sites, unknown)
    return (
        Text(
            f"{count} 处设施的能力不详，其周围的剩余能力留空：{zh}",
            f"{count} site(s) have no known capacity; the capacity left around them is not"
            f" known: {en}",
        ),
    )
