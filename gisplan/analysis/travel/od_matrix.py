"""What every way of reaching gives back: the pairs within the limit, and what can't be reached."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt
import pandas as pd

from gisplan.arrays import Ints
from gisplan.text import Text

Unit = Literal["m", "min"]
Kind = Literal["demand", "site"]
Reason = Literal["off_road", "no_path", "off_raster", "impassable", "enclosed"]

#: Why a demand point or a site takes no part, by the code in ``Reach.unreachable``.
REASONS: Mapping[Reason, Text] = {
    "off_road": Text(
        "离最近的道路超过了接入距离上限", "farther from any road than a place may lie"
    ),
    "no_path": Text("路网中没有通路相连", "no way through the road graph"),
    "off_raster": Text("位于栅格范围之外", "outside the raster"),
    "impassable": Text(
        "所在栅格为无效值或不可通行", "on a cell without data, which nothing can pass"
    ),
    "enclosed": Text("四周不可通行，无路可达", "shut in by cells that nothing can pass"),
}

UNREACHABLE_COLUMNS = ("of", "id", "reason", "distance_m", "reason_zh", "reason_en")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """Which site is within reach of which demand point, and at what cost.

    Attributes
    ----------
    pairs : pandas.DataFrame
        Columns ``demand`` and ``site`` (identifiers) and ``cost`` (>= 0, in ``unit``); one row
        for each pair whose cost is at most ``limit``, sorted by demand, then cost, then site.
    unit : {"m", "min"}
        Metres or minutes.
    limit : float
        The greatest cost asked for, in ``unit``.
    unreachable : pandas.DataFrame
        Columns ``of`` (``demand`` or ``site``), ``id``, ``reason`` (a key of :data:`REASONS`),
        ``distance_m`` (to the nearest road, where that is the reason; else empty),
        ``reason_zh`` and ``reason_en``. Holds what can't be reached at any cost; a demand point
        that only has no site within the limit is not here, it simply has no pair.
    method : {"geodesic", "road", "friction"}
        How the costs were found.
    """

    pairs: pd.DataFrame
    unit: Unit
    limit: float
    unreachable: pd.DataFrame
    method: str


def pair_table(
    demand_ids: pd.Index,
    site_ids: pd.Index,
    *,
    rows: tuple[npt.ArrayLike, npt.ArrayLike],
    cost: npt.ArrayLike,
) -> pd.DataFrame:
    """Make the sorted table of pairs from positions in the two lists of identifiers.

    Parameters
    ----------
    demand_ids, site_ids : pandas.Index
        The identifiers.
    rows : pair of (n,) integers
        Position of each pair's demand point and site.
    cost : (n,) floats
        Cost of each pair, metres or minutes.

    Returns
    -------
    pandas.DataFrame
        As :attr:`Reach.pairs`.
    """
    demand, site = (np.asarray(part, dtype=np.int64) for part in rows)
    cost = np.asarray(cost, dtype=np.float64)
    # Ranks sort as the identifiers do, and far faster than the strings themselves.
    order = np.lexsort((_ranks(site_ids)[site], cost, _ranks(demand_ids)[demand]))
    return pd.DataFrame(
        {
            "demand": demand_ids.take(demand[order]),
            "site": site_ids.take(site[order]),
            "cost": cost[order],
        }
    )


def keep_nearest(pairs: pd.DataFrame, nearest: int | None) -> pd.DataFrame:
    """Keep the ``nearest`` cheapest sites of each demand point; all of them if None.

    Parameters
    ----------
    pairs : pandas.DataFrame
        Pairs as in :attr:`Reach.pairs`, those of a demand point together, the cheapest first.
    nearest : int or None
        How many to keep of each.

    Returns
    -------
    pandas.DataFrame
        The pairs kept, in the same order.
    """
    if nearest is None or pairs.empty:
        return pairs
    demand = pairs["demand"].array
    begins = np.append(True, np.asarray(demand[1:] != demand[:-1], dtype=bool))
    first = np.flatnonzero(begins)
    turn = np.arange(begins.size) - first[np.cumsum(begins) - 1]
    kept: pd.DataFrame = pairs[turn < nearest].reset_index(drop=True)
    return kept


def unreachable_table(
    found: Iterable[tuple[Kind, Reason, Sequence[str], Sequence[float] | None]],
) -> pd.DataFrame:
    """Make the table of what can't be reached.

    Parameters
    ----------
    found : iterable of (of, reason, ids, distances)
        ``distances`` in metres, or None where the reason is no distance.

    Returns
    -------
    pandas.DataFrame
        As :attr:`Reach.unreachable`, sorted by ``of``, then ``id``.
    """
    rows = [
        (of, name, reason, far, REASONS[reason].zh, REASONS[reason].en)
        for of, reason, ids, distances in found
        for name, far in zip(ids, distances or [np.nan] * len(ids), strict=True)
    ]
    table = pd.DataFrame(rows, columns=list(UNREACHABLE_COLUMNS))
    table["distance_m"] = table["distance_m"].astype(np.float64)
    return table.sort_values(["of", "id"], kind="stable", ignore_index=True)


def _ranks(ids: pd.Index) -> Ints:
    order = np.asarray(ids.argsort())
    ranks = np.empty(len(ids), dtype=np.int64)
    ranks[order] = np.arange(len(ids))
    return ranks
