"""How far places lie from the roads, and what can't be reached on them: counted, not listed.

For demand that is too large to be listed, point by point, and as a layer of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pandas as pd

from gisplan.analysis.checks import amounts
from gisplan.analysis.columns import quantity_of, words_of, year_of
from gisplan.analysis.coverage.standing import sites_that_count
from gisplan.analysis.exact_sums import exact_parts, exact_sums
from gisplan.analysis.travel import ByRoad, by_road
from gisplan.analysis.travel.mode import RoadOptions
from gisplan.analysis.travel.od_matrix import REASONS, Reach
from gisplan.arrays import Floats, Indices, Objects
from gisplan.catalog.analyses import Given, InParts, TableSpec, analysis, declare, done_in_parts
from gisplan.catalog.layer import Outcome
from gisplan.catalog.units import M

#: A limit for a search of which only the unreachable are of interest, km or minutes.
_ANY = 1.0
#: Digits of the distances by which points are counted together.
_DIGITS = 3
_COLUMNS = ("of", "id", "reason", "distance_m")


@dataclass(frozen=True, slots=True)
class RoadsToSites:
    """Roads, and the sites that count: made once for all chunks.

    Attributes
    ----------
    mode : ByRoad
        The graph, and how one gets to it.
    used : geopandas.GeoDataFrame
        The sites.
    """

    mode: ByRoad
    used: gpd.GeoDataFrame


def _of_access(given: Given) -> TableSpec:
    quantity = quantity_of(given)
    columns = (
        declare("row", "integer", ("行号", "Row"), required=True, minimum=1),
        declare(
            "of",
            "text",
            ("对象", "Of what"),
            required=True,
            labels={"demand": ("需求点", "demand points"), "site": ("设施", "facility")},
        ),
        declare("id", "text", ("设施编号", "Facility's id")),
        declare("reason", "text", ("无法到达的原因", "Why it can't be reached"), labels=REASONS),
        declare(
            "distance_m",
            "number",
            ("到最近道路的距离", "To the nearest road"),
            unit=M,
            meaning=(
                f"需求点按 {_DIGITS} 位有效数字归并",
                f"Demand points are counted together by {_DIGITS} significant digits",
            ),
            minimum=0,
            derived=True,
        ),
        declare("points", "integer", ("点数", "Points"), minimum=0, derived=True),
        declare(
            "amount",
            "number",
            words_of(quantity),
            unit=quantity.unit,
            minimum=0,
            derived=quantity.derived and quantity.type == "number",
        ),
    )
    return TableSpec(columns=columns, key=("row",), vintage=year_of(given))


@analysis("road_access", gives=_of_access)
def road_access(
    demand: gpd.GeoDataFrame,
    sites: gpd.GeoDataFrame,
    roads: gpd.GeoDataFrame,
    *,
    year: int,
    kinds: Sequence[str] = (),
    quantity: str = "population",
    road: RoadOptions | None = None,
) -> Outcome:
    """Count the demand by its distance to the nearest road, and by why it can't be reached.

    Parameters
    ----------
    demand : geopandas.GeoDataFrame
        Points with ``id`` and the quantity.
    sites : geopandas.GeoDataFrame
        See :func:`gisplan.analysis.coverage.standing.sites_that_count`.
    roads
        See :func:`gisplan.analysis.travel.by_road`.
    year : int
        What does not stand in it does not count.
    kinds : sequence of str
        Kinds of sites; all if empty.
    quantity : str
        What is added up.
    road : mapping, optional
        See :func:`gisplan.analysis.travel.by_road`.

    Returns
    -------
    Outcome
        ``row``; ``of``; ``id`` (of a site); ``reason`` (missing where there is a way);
        ``distance_m`` (straight, to three significant digits for demand), ``points``, ``amount``.

    Raises
    ------
    DataError, OptionError, DatumError
        If a table or an option can't be used.

    Examples
    --------
    >>> import geopandas as gpd
    >>> import shapely
    >>> from gisplan.analysis.coverage.road_access import road_access
    >>> roads = gpd.GeoDataFrame(
    ...     geometry=[shapely.LineString([(104, 36), (104.5, 36)])], crs=4326
    ... )
    >>> towns = gpd.GeoDataFrame(
    ...     {"id": ["a", "b"], "population": [500, 300]},
    ...     geometry=gpd.points_from_xy([104.4, 104.2], [36, 36.2]),
    ...     crs=4326,
    ... )
    >>> network = gpd.GeoDataFrame(
    ...     {
    ...         "id": ["P"],
    ...         "kind": "depot",
    ...         "precision": "site",
    ...         "stage": "operating",
    ...         "start_year": 2015,
    ...         "due_year": None,
    ...         "status_year": None,
    ...     },
    ...     geometry=gpd.points_from_xy([104], [36]),
    ...     crs=4326,
    ... )
    >>> told = road_access(
    ...     towns, network, roads, year=2020, road={"unit": "m", "max_snap_m": 5000}
    ... )
    >>> told.table[["of", "reason", "distance_m", "points", "amount"]]
           of    reason  distance_m  points  amount
    0  demand       NaN        18.0       1   500.0
    1  demand  off_road     22200.0       1   300.0
    2    site       NaN         0.0       1     NaN
    """
    prepared = prepare_access(sites, roads, year=year, kinds=kinds, road=road)
    condensed = condense_access(demand, prepared=prepared, quantity=quantity)
    return merge_access(condensed, sites=sites, year=year, kinds=kinds)


def prepare_access(
    sites: gpd.GeoDataFrame,
    roads: gpd.GeoDataFrame,
    *,
    year: int,
    kinds: Sequence[str] = (),
    road: RoadOptions | None = None,
) -> RoadsToSites:
    """Make the graph of roads ready for :func:`condense_access`.

    Parameters
    ----------
    sites, roads, year, kinds, road
        As in :func:`road_access`.

    Returns
    -------
    RoadsToSites
        The graph and the sites that count.

    Raises
    ------
    DataError, OptionError, DatumError
        As :func:`road_access`.
    """
    used = sites_that_count(sites, year=year, kinds=kinds).table
    return RoadsToSites(by_road(roads, options=road), used)


def condense_access(
    demand: gpd.GeoDataFrame, *, prepared: RoadsToSites, quantity: str = "population"
) -> pd.DataFrame:
    """Condense some of the demand for :func:`merge_access`.

    Parameters
    ----------
    demand
        As in :func:`road_access`.
    prepared : RoadsToSites
        As :func:`prepare_access` gives it.
    quantity
        As in :func:`road_access`.

    Returns
    -------
    pandas.DataFrame
        As of :func:`road_access`, with ``part``, exact parts of sums, for ``amount``; ``points``
        stands in one row of each sum alone.

    Raises
    ------
    DataError, OptionError, DatumError
        As :func:`road_access`.
    """
    mode, values = prepared.mode, amounts(demand, quantity)
    reach = mode.reach(demand, prepared.used, limit=_ANY)
    reason, distance = _told(mode, reach, demand, "demand")
    rows = pd.DataFrame({"reason": reason, "distance_m": _rounded(distance)})
    group = rows.groupby(["reason", "distance_m"], sort=True)
    at: Indices = group.ngroup().to_numpy().astype(np.intp)
    keys = group.size().reset_index(name="points")
    which, part = exact_parts(values, at, count=len(keys))
    table = keys.take(which).reset_index(drop=True)
    table["points"] = np.where(np.diff(which, prepend=-1) != 0, table["points"], 0)
    table = table.assign(of="demand", id="", part=part)
    reason, distance = _told(mode, reach, prepared.used, "site")
    ids = prepared.used["id"].astype("str").to_numpy()
    of_sites = pd.DataFrame({"id": ids, "reason": reason, "distance_m": distance})
    of_sites = of_sites.assign(of="site", points=1, part=np.nan)
    columns = [*_COLUMNS, "points", "part"]
    return pd.concat([table[columns], of_sites[columns]], ignore_index=True)


def merge_access(
    condensed: pd.DataFrame,
    *,
    sites: gpd.GeoDataFrame,
    year: int,
    kinds: Sequence[str] = (),
) -> Outcome:
    """Give :func:`road_access` from condensed demand.

    Parameters
    ----------
    condensed : pandas.DataFrame
        The tables of :func:`condense_access`, one below the other.
    sites, year, kinds
        As in :func:`road_access`.

    Returns
    -------
    Outcome
        As of :func:`road_access`.

    Raises
    ------
    DataError, OptionError
        As there.
    """
    demand = condensed[condensed["of"] == "demand"]
    group = demand.groupby(["reason", "distance_m"], sort=True)
    table = group["points"].sum().reset_index()
    at: Indices = group.ngroup().to_numpy().astype(np.intp)
    parts = demand["part"].to_numpy(dtype=np.float64)
    table = table.assign(of="demand", id="", amount=exact_sums(parts, at, count=len(table)))
    there = condensed[condensed["of"] == "site"]
    # A site has no way to a chunk's demand, but may have one to another's.
    there = there.sort_values(["id", "reason"], kind="stable").drop_duplicates("id")
    there = there.assign(amount=np.nan, points=1)
    columns = [*_COLUMNS, "points", "amount"]
    whole = pd.concat([table[columns], there[columns]], ignore_index=True)
    whole.insert(0, "row", np.arange(1, len(whole) + 1))
    whole["reason"] = whole["reason"].where(whole["reason"] != "", None)
    whole["id"] = whole["id"].where(whole["id"] != "", None)
    chosen = sites_that_count(sites, year=year, kinds=kinds)
    return Outcome(whole, chosen.left_out, chosen.counted)


def _told(mode: ByRoad, reach: Reach, points: gpd.GeoDataFrame, of: str) -> tuple[Objects, Floats]:
    """Give why each point can't be reached, and how far it is from the nearest road.

    Parameters
    ----------
    mode : ByRoad
        By road.
    reach : Reach
        With what can't be reached.
    points : geopandas.GeoDataFrame
        Points with ``id``.
    of : str
        Whether they are demand or sites.

    Returns
    -------
    reason : array of str
        Empty where there is a way.
    distance : array of float
        Metres.
    """
    lost = reach.unreachable[reach.unreachable["of"] == of]
    why = dict(zip(lost["id"].astype("str"), lost["reason"], strict=True))
    reason = np.array([why.get(one, "") for one in points["id"].astype("str")], dtype=object)
    far = mode.graph.access(points, max_snap=mode.trip.max_snap)["distance_m"]
    return reason, far.to_numpy(dtype=np.float64)


def _rounded(metres: Floats) -> Floats:
    """Round to so few digits that points can be counted together; below a km to whole metres.

    Parameters
    ----------
    metres : array of float
        Distances.

    Returns
    -------
    array of float
        Metres.
    """
    size = np.floor(np.log10(np.maximum(metres, 1.0)))
    step = 10.0 ** np.maximum(size - (_DIGITS - 1), 0)
    rounded: Floats = np.round(metres / step) * step
    return rounded


done_in_parts(
    "road_access",
    InParts(large="demand", prepare=prepare_access, condense=condense_access, merge=merge_access),
)
