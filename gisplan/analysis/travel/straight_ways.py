"""The straight way between neighbours, for whom the road would be a way around."""

from __future__ import annotations

import numpy as np

from gisplan.arrays import Floats, Ints

#: Pairs held at once.
_AT_ONCE = 2_000_000

Pairs = tuple[Ints, Ints, Floats]


def straight_ways(
    demand: Floats,
    sites: Floats,
    legs: tuple[Floats, Floats],
    *,
    limit: float,
    pace: float,
    nearest: int | None = None,
) -> Pairs:
    """Give the pairs that are no farther apart than their legs to the road, and the way straight.

    Parameters
    ----------
    demand, sites : (n, 3) floats
        Earth-centred coordinates, metres.
    legs : tuple of array of float
        Metres from each demand point, and from each site, to its road.
    limit : float
        Greatest cost.
    pace : float
        Cost of a metre.
    nearest : int, optional
        How many sites of a demand point to keep, the cheapest; all if left out.

    Returns
    -------
    tuple[Ints, Ints, Floats]
        Positions of the demand points and of the sites, and costs.
    """
    from scipy.spatial import cKDTree

    found = no_pairs()
    if not (len(demand) and len(sites)):
        return found
    tree = cKDTree(demand)
    most = np.minimum(legs[1] + legs[0].max(), limit / pace)
    count = np.cumsum(tree.query_ball_point(sites, most, return_length=True))
    begin = 0
    while begin < len(sites):
        before = count[begin - 1] if begin else 0
        end = max(begin + 1, int(np.searchsorted(count, before + _AT_ONCE)))
        met = tree.query_ball_point(sites[begin:end], most[begin:end])
        site = begin + np.repeat(np.arange(end - begin), [len(one) for one in met])
        row = np.concatenate([np.asarray(one, dtype=np.int64) for one in met])
        far = np.linalg.norm(demand[row] - sites[site], axis=1)
        kept = (far <= legs[0][row] + legs[1][site]) & (far * pace <= limit)
        found = cheapest([found, (row[kept], site[kept], far[kept] * pace)], nearest)
        begin = end
    return found


def no_pairs() -> Pairs:
    """Give an empty list of pairs.

    Returns
    -------
    tuple[Ints, Ints, Floats]
        Positions of demand points and sites, and costs: none.
    """
    return np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(0)


def cheapest(parts: list[Pairs], nearest: int | None = None) -> Pairs:
    """Join lists of pairs; of a pair that is in several the cheapest counts.

    Parameters
    ----------
    parts : list of tuple[Ints, Ints, Floats]
        Positions of demand points and sites, and costs.
    nearest : int, optional
        How many sites of a demand point to keep, the cheapest; all if left out.

    Returns
    -------
    tuple[Ints, Ints, Floats]
        Each pair once, by demand point; its sites by their position, or by their cost where only
        the nearest are kept.
    """
    row, site, cost = (np.concatenate(part) for part in zip(*parts, strict=True))
    order = np.lexsort((cost, site, row))
    row, site, cost = row[order], site[order], cost[order]
    first = np.r_[True, (row[1:] != row[:-1]) | (site[1:] != site[:-1])][: row.size]
    row, site, cost = row[first], site[first], cost[first]
    if nearest is None:
        return row, site, cost
    order = np.lexsort((site, cost, row))
    row, site, cost = row[order], site[order], cost[order]
    start = np.flatnonzero(np.r_[True, row[1:] != row[:-1]][: row.size])
    turn = np.arange(row.size) - np.repeat(start, np.diff(np.r_[start, row.size]))
    kept = turn < nearest
    return row[kept], site[kept], cost[kept]
