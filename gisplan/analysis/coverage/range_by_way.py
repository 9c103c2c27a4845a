"""Who may be within reach by road or time in a year of which no site is known to have stood.

Nothing is covered for certain then, and no more than what all sites that may have stood cover. The
way to a site whose place is known is that of the mode; of one that is known to its county alone it
can't be told, but no road is shorter than a straight line and none is gone faster than the fastest.
"""

from __future__ import annotations

from dataclasses import replace

import geopandas as gpd
import numpy as np
import pandas as pd

from gisplan.analysis.columns import OWN_POSITION
from gisplan.analysis.coverage.position_range import cost_range
from gisplan.analysis.coverage.standing import SitesOfYear
from gisplan.analysis.travel import ByDistance, ByRoad, Mode, in_cost
from gisplan.analysis.travel.mode import M_PER_KM
from gisplan.analysis.travel.od_matrix import Reach
from gisplan.analysis.travel.trip import PACE
from gisplan.arrays import Bools, Floats


def least_cost_by_way(
    demand: gpd.GeoDataFrame,
    stood: SitesOfYear,
    areas: gpd.GeoDataFrame | None,
    units: pd.DataFrame,
    *,
    mode: Mode,
    found: Reach,
    limit: float,
) -> Floats | None:
    """Bound from below the cost to the nearest site, over all that stood or may have.

    Parameters
    ----------
    demand : geopandas.GeoDataFrame
        Points with ``id``.
    stood : SitesOfYear
        The sites that stood and those that may have, with ``adcode`` and ``precision``.
    areas : geopandas.GeoDataFrame or None
        Polygons of the units that sites lie in, with ``adcode``; None if there are none.
    units : pandas.DataFrame
        ``adcode``, ``level``, ``parent`` of every unit.
    mode : Mode
        How one gets there.
    found : Reach
        Pairs of the demand and all sites that are placed, up to the limit.
    limit : float
        Greatest reach that will be asked for, in the mode's measure.

    Returns
    -------
    array of float or None
        In the unit of the costs, infinite beyond the limit; None where it can't be told: a site is
        known to its unit alone and there are no polygons, or a straight line tells nothing of the
        way, as over a friction raster.

    Notes
    -----
    A way by road is no shorter than the straight line, less the gaps over which loose ends of roads
    were joined; in time, it is no quicker than that at the greatest speed on or off the roads.
    """
    exact = _own(stood.placed)
    pairs = found.pairs[found.pairs["site"].isin(stood.placed.loc[exact, "id"])]
    costs = pairs.groupby("demand")["cost"].min()
    least: Floats = demand["id"].map(costs).to_numpy(dtype=np.float64, na_value=np.inf)
    if exact.all() and stood.unplaced.empty:
        return least
    if areas is None or not isinstance(mode, ByRoad):
        return None
    most = in_cost(mode, limit)
    far = most / _pace(mode) + _gaps(mode)
    straight = cost_range(demand, _coarse(stood), areas, units, reaches_km=[far / M_PER_KM]).least
    least = np.minimum(least, cost_at_least(straight, mode))
    # what no road leads to is reached by none of them, wherever they stand
    off = found.unreachable[found.unreachable["reason"] == "off_road"]
    least[demand["id"].isin(off.loc[off["of"] == "demand", "id"])] = np.inf
    least[least > most] = np.inf
    return least


def cost_at_least(straight: Floats, mode: Mode) -> Floats:
    """Give what no way costs less than, of a straight distance.

    Parameters
    ----------
    straight : array of float
        Geodesic distances in metres.
    mode : Mode
        How one gets there.

    Returns
    -------
    array of float
        In metres or minutes; 0 where a straight line tells nothing of the way, as over a friction
        raster or in a table of travel times.

    Examples
    --------
    >>> import numpy as np
    >>> from gisplan.analysis.coverage.range_by_way import cost_at_least
    >>> from gisplan.analysis.travel import ByDistance
    >>> cost_at_least(np.array([1000.0]), ByDistance(1.3)).tolist()
    [1300.0]
    """
    if isinstance(mode, ByDistance):
        return straight * mode.detour
    if isinstance(mode, ByRoad):
        # loose ends of roads were joined over gaps that cost nothing
        return np.maximum(straight - _gaps(mode), 0.0) * _pace(mode)
    return straight if mode.measure == "km" else np.zeros_like(straight)


def _own(sites: gpd.GeoDataFrame) -> Bools:
    return np.asarray(sites["precision"].isin(OWN_POSITION), dtype=np.bool_)


def _coarse(stood: SitesOfYear) -> SitesOfYear:
    """Keep the sites that are known to their unit alone.

    Parameters
    ----------
    stood : SitesOfYear
        The sites.

    Returns
    -------
    SitesOfYear
        The same without those that have a place of their own.
    """
    counted, possible = stood.counted.table, stood.possible
    return SitesOfYear(
        counted=replace(stood.counted, table=counted[~_own(counted)]),
        possible=gpd.GeoDataFrame(possible[~_own(possible)]),
        unplaced=stood.unplaced,
    )


def _pace(mode: ByRoad) -> float:
    """Give what a metre costs at least.

    Parameters
    ----------
    mode : ByRoad
        The roads.

    Returns
    -------
    float
        1 of lengths, else minutes.
    """
    if mode.trip.unit == "m":
        return 1.0
    off_road = mode.trip.access_kmh or 0.0
    return PACE / max(off_road, float(mode.graph.noded.edges["kmh"].max()))


def _gaps(mode: ByRoad) -> float:
    return float(mode.graph.noded.snapped["distance_m"].sum())
