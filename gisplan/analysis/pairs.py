"""Who reaches whom: tables of pairs held against the tables of demand and sites."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from gisplan.analysis.checks import DEMAND, SITES, check_limit, listed, numbers
from gisplan.arrays import Bools, Floats, Indices
from gisplan.errors import DataError
from gisplan.text import Text

#: Pairs there may be for each that there is, up to which they are ticked off one by one.
_SPARSE = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class PairsWithin:
    """The pairs within a limit, by position: whole numbers are looked up faster than ids.

    Attributes
    ----------
    demand : array of int
        Row of the table of demand.
    site : array of int
        Row of the table of sites.
    cost : array of float
        In the unit of the pairs.
    row : array of int
        Row of the table of pairs, rising.
    """

    demand: Indices
    site: Indices
    cost: Floats
    row: Indices


def pairs_within(
    pairs: pd.DataFrame, demand: pd.DataFrame, sites: pd.DataFrame, *, limit: float
) -> PairsWithin:
    """Check a table of pairs and give those within a limit by position, as they stand there.

    Parameters
    ----------
    pairs : pandas.DataFrame
        ``demand``, ``site`` (ids) and ``cost``.
    demand, sites : pandas.DataFrame
        With ``id``.
    limit : float
        Reach, in the unit of ``cost``; a pair at exactly the limit is within.

    Returns
    -------
    PairsWithin
        Positions and costs, in the order of ``pairs``.

    Raises
    ------
    DataError
        If an id is unknown, a pair stands twice, a cost is missing or negative, or there is no
        pair at all: then every site lies outside the reach of every demand point.
    """
    check_limit(limit)
    _check_columns(pairs)
    point = _positions(pairs["demand"], demand["id"], column="demand", layer=DEMAND)
    site = _positions(pairs["site"], sites["id"], column="site", layer=SITES)
    cost = _costs(pairs)
    _check_once(pairs, point, site, shape=(len(demand), len(sites)))
    near = cost <= limit
    row = np.flatnonzero(near)
    if len(row) < len(near):
        point, site, cost = point[row], site[row], cost[row]
    return PairsWithin(demand=point, site=site, cost=cost, row=row)


def within(
    pairs: pd.DataFrame,
    demand: pd.DataFrame,
    *,
    limit: float,
    sites: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Check a table of pairs and keep those within a limit.

    Parameters
    ----------
    pairs : pandas.DataFrame
        ``demand``, ``site`` (ids) and ``cost``.
    demand : pandas.DataFrame
        With ``id``.
    limit : float
        Reach, in the unit of ``cost``; a pair at exactly the limit is within.
    sites : pandas.DataFrame, optional
        With ``id``; left out, any site will do.

    Returns
    -------
    pandas.DataFrame
        Sorted by demand, cost and site, with a fresh index.

    Raises
    ------
    DataError
        If an id is unknown, a pair stands twice, a cost is missing or negative, or there is no
        pair at all: then every site lies outside the reach of every demand point.
    """
    if sites is None:
        _check_columns(pairs)
        sites = pd.DataFrame({"id": pairs["site"].dropna().unique()})
    found = pairs_within(pairs, demand, sites, limit=limit)
    # Ranks sort as the ids do, and much faster than the strings themselves.
    keys = (_ranks(sites["id"])[found.site], found.cost, _ranks(demand["id"])[found.demand])
    row = found.row if _rise(keys) else found.row[np.lexsort(keys)]
    return pairs[["demand", "site", "cost"]].take(row).reset_index(drop=True)


def among(ids: pd.Series[str], known: pd.Series[str]) -> Bools:
    """Tell which ids are known; faster than ``isin`` for text.

    Parameters
    ----------
    ids : pandas.Series[str]
        Ids to look for.
    known : pandas.Series[str]
        Ids that there are.

    Returns
    -------
    array of bool
        One an id.
    """
    return positions(ids, known) >= 0


def positions(ids: pd.Series[str], known: pd.Series[str]) -> Indices:
    """Give where each id stands among those known; each different id is looked up once.

    Parameters
    ----------
    ids : pandas.Series[str]
        Ids to look for.
    known : pandas.Series[str]
        Ids that there are, each once.

    Returns
    -------
    array of int
        Position of each id; -1 for one that is not known, or empty.
    """
    codes, different = pd.factorize(ids)
    where = np.asarray(pd.Index(known).get_indexer(pd.Index(different)), dtype=np.intp)
    # what is empty has the code -1, which takes the last
    return np.append(where, np.intp(-1))[codes]


def _positions(ids: pd.Series[str], known: pd.Series[str], *, column: str, layer: Text) -> Indices:
    """Give where each id stands among those known, or refuse one that is not there.

    Parameters
    ----------
    ids : pandas.Series[str]
        Ids to look for.
    known : pandas.Series[str]
        Ids that there are, each once.
    column : str
        Name of the column.
    layer : Text
        What the message calls the layer of those known.

    Returns
    -------
    array of int
        Position of each.

    Raises
    ------
    DataError
        If one is not among them.
    """
    found = positions(ids, known)
    if (strange := found < 0).any():
        zh, en = listed(ids[strange].unique())
        raise DataError(
            Text(
                f"可达关系表的列 {column} 中有{layer.zh}没有的 id：{zh}",
                f"the table of pairs, column {column}: id(s) that {layer.en} does not have: {en}",
            )
        )
    return found


def _check_columns(pairs: pd.DataFrame) -> None:
    lacking = [name for name in ("demand", "site", "cost") if name not in pairs.columns]
    if lacking:
        zh, en = listed(lacking)
        raise DataError(
            Text(f"可达关系表缺少列：{zh}", f"the table of pairs lacks the column(s) {en}")
        )
    if pairs.empty:
        raise DataError(
            Text(
                "没有一个设施能够到达任何需求点：设施可能都在区域之外、经纬度颠倒，或可达范围太小",
                "no site reaches any demand point: the sites may all lie outside the region, "
                "longitude and latitude may be swapped, or the reach is too short",
            )
        )


def _costs(pairs: pd.DataFrame) -> Floats:
    cost = numbers(pairs, "cost", layer=Text("可达关系表", "the table of pairs"))
    bad = ~(cost >= 0)
    if bad.any():
        zh, en = listed(
            f"{row.demand} - {row.site} = {row.cost}" for row in pairs[bad].itertuples()
        )
        raise DataError(
            Text(
                f"可达关系表的列 cost 应不小于 0：{zh}",
                f"the table of pairs, column cost: must not be empty or below 0: {en}",
            )
        )
    return cost


def _check_once(
    pairs: pd.DataFrame, point: Indices, site: Indices, *, shape: tuple[int, int]
) -> None:
    """Refuse pairs that stand twice.

    Parameters
    ----------
    pairs : pandas.DataFrame
        ``demand`` and ``site``, for the message.
    point, site : array of int
        Position of each.
    shape : (int, int)
        How many demand points and sites there are.

    Raises
    ------
    DataError
        If one does.
    """
    pair, many = point * shape[1] + site, shape[0] * shape[1]
    if many <= _SPARSE * len(pair):
        ticked = np.zeros(many, dtype=np.bool_)
        ticked[pair] = True
        if np.count_nonzero(ticked) == len(pair):
            return
    twice = pairs[pd.Index(pair).duplicated()]
    if len(twice):
        zh, en = listed(f"{row.demand} - {row.site}" for row in twice.itertuples())
        raise DataError(
            Text(f"可达关系表有重复的组合：{zh}", f"the table of pairs holds pairs twice: {en}")
        )


def _ranks(ids: pd.Series[str]) -> Indices:
    rank = np.empty(len(ids), dtype=np.intp)
    rank[np.asarray(ids.argsort())] = np.arange(len(ids))
    return rank


def _rise(keys: tuple[Indices, Floats, Indices]) -> bool:
    """Say whether rows are sorted by the last key, then by those before it.

    Parameters
    ----------
    keys : tuple of array
        As ``numpy.lexsort`` takes them.

    Returns
    -------
    bool
        If so.
    """
    rising = np.ones(max(len(keys[0]) - 1, 0), dtype=np.bool_)
    for key in keys:
        here, after = key[:-1], key[1:]
        rising = (here < after) | ((here == after) & rising)
    return bool(rising.all())
