"""Rows that whole sites keep to and parts of sites do not, when all demand must be covered.

A few demand points that lie together are covered by whole sites in few different ways, all of
which a table over their subsets holds. If a relaxed answer is no mix of these ways, a row
``sum_j a_j y_j >= 1`` tells them apart: its coefficients are the cheapest prices at which every way
costs 1 (local cuts; Applegate, Bixby, Chvátal and Cook 2001, in *Computational Combinatorial
Optimization*), lifted for the sites that the answer leaves out (Padberg 1975, *Operations
Research* 23). At 5,000 evenly spread points and 500 sites they take a relaxation of 53.6 sites
to 54.8, and what branching is left to show 56 too few from more than ten thousand nodes to 900.
"""

from __future__ import annotations

from collections.abc import Callable

import highspy
import numpy as np
from scipy.sparse import csr_array

from gisplan.analysis import highs
from gisplan.arrays import Bools, Floats, Ints

#: Demand of one neighbourhood, and how often a demand is in one before none is begun with it.
_DEMAND, _OFTEN = 11, 3
#: Times that the relaxation is solved at most, and the gain in sites of some of them together
#: below which no more is looked for.
_ROUNDS, _LAST, _GAIN = 16, 4, 0.02
#: Ways found for one neighbourhood at most; and by what a row is broken at least.
_WAYS, _BROKEN = 200, 0.01
#: Demand covered just enough above which none of this is tried: neighbours are sought in pairs.
_TIGHT = 3000
_PART, _EXACT, _GRID = 1e-9, 1e-6, 27_720.0


def local_cuts(cover: csr_array, done: Callable[[], bool]) -> csr_array:
    """Find rows that every choice of whole sites keeps to which covers all demand.

    Parameters
    ----------
    cover : csr_array, shape (demand, sites)
        Ones where a site covers a demand; each demand has a site.
    done : callable
        True ends the search.

    Returns
    -------
    csr_array, shape (rows, sites)
        Coefficients, none negative: ``rows @ open >= 1`` for all sites together that cover all.
        Those that hold the relaxation up.
    """
    relaxed, found = _Relaxed(cover), [csr_array((0, cover.shape[1]))]
    worth: list[float] = []
    share = relaxed.solve()
    while share is not None and len(worth) < _ROUNDS and not done():
        worth.append(float(share.sum()))
        if len(worth) > _LAST and worth[-1] - worth[-1 - _LAST] < _GAIN:
            break
        new = _broken(cover, share, done)
        if not new.shape[0]:
            break
        relaxed.add(new)
        found.append(new)
        share = relaxed.solve()
    rows = highs.rows(*found)
    return rows if share is None else csr_array(rows[np.flatnonzero(rows @ share <= 1 + _EXACT)])


class _Relaxed:
    # The relaxation: parts of sites that cover all, as few as can be.

    def __init__(self, cover: csr_array) -> None:
        n, m = cover.shape
        programme = highs.Programme(
            cost=np.ones(m),
            column_lower=np.zeros(m),
            column_upper=np.ones(m),
            matrix=csr_array(cover, dtype=float),
            lower=np.ones(n),
            upper=np.full(n, np.inf),
        )
        self._lp = highs.QuietHighs()
        self._lp.passModel(programme.as_highs())

    def add(self, rows: csr_array) -> None:
        for start, end in zip(rows.indptr[:-1], rows.indptr[1:], strict=True):
            _add_row(self._lp, rows.indices[start:end], rows.data[start:end])

    def solve(self) -> Floats | None:
        self._lp.run()
        if self._lp.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            return None
        return np.asarray(self._lp.getSolution().col_value)


def _add_row(lp: highspy.Highs, index: Ints, value: Floats) -> None:
    lp.addRow(1.0, highspy.kHighsInf, len(index), index.astype(np.int32), value.astype(float))


def _broken(cover: csr_array, share: Floats, done: Callable[[], bool]) -> csr_array:
    # Find rows that a relaxed answer breaks: one neighbourhood of demand after the other.
    m = cover.shape[1]
    index, value, size = [], [], [0]
    for some in _neighbourhoods(cover, share):
        if done():
            break
        row = neighbourhood_cut(cover[some].toarray() > 0, share)
        if row is not None:
            used = np.flatnonzero(row)
            index.append(used)
            value.append(row[used])
            size.append(len(used))
    if not index:
        return csr_array((0, m))
    return csr_array(
        (np.concatenate(value), np.concatenate(index), np.cumsum(size)), shape=(len(index), m)
    )


def _neighbourhoods(cover: csr_array, share: Floats) -> list[Ints]:
    # Gather demand by the parts of sites that it shares, which cover it just enough.
    parts = np.flatnonzero((share > _PART) & (share < 1 - _PART))
    tight = np.flatnonzero(np.asarray(cover @ share) < 1 + _EXACT)
    held = csr_array(cover[tight][:, parts])
    held.sort_indices()
    # one of those that the same parts cover, and none that a whole site does
    seen: dict[bytes, int] = {}
    for row in range(len(tight)):
        key = held.indices[held.indptr[row] : held.indptr[row + 1]].tobytes()
        if key:
            seen.setdefault(key, row)
    kept = np.array(list(seen.values()), dtype=np.int64)
    if len(kept) > _TIGHT:
        return []
    held = csr_array(held[kept], dtype=float)
    alike = csr_array(csr_array(held * share[parts][None, :]) @ csr_array(held.T)).toarray()
    np.fill_diagonal(alike, 0.0)
    times = np.zeros(len(kept), dtype=np.int64)
    out: dict[bytes, Ints] = {}
    for first in range(len(kept)):
        if times[first] >= _OFTEN:
            continue
        some, near = [first], alike[first].copy()
        while len(some) < _DEMAND:
            near[some] = 0.0
            following = int(near.argmax())
            if near[following] <= 0:
                break
            some.append(following)
            near += alike[following]
        members = np.sort(some)
        if len(members) > 2 and members.tobytes() not in out:
            times[members] += 1
            out[members.tobytes()] = tight[kept[members]]
    return list(out.values())


def neighbourhood_cut(covers: Bools, share: Floats) -> Floats | None:
    """Tell a relaxed answer from all mixes of whole sites that cover a few demand points.

    Parameters
    ----------
    covers : array of bool, shape (demand, sites)
        Whether a site covers a demand; a dozen points at most.
    share : array of float, shape (sites,)
        The relaxed answer, which covers each point.

    Returns
    -------
    array of float, shape (sites,), or None
        Coefficients, none negative, whose sum over the sites of each whole choice that covers the
        points is at least 1, and over the relaxed answer is less; None if there are none.
    """
    bits = 1 << np.arange(len(covers))
    # sites that cover the same of these points are one
    held, which = np.unique((covers * bits[:, None]).sum(axis=0), return_inverse=True)
    part = np.bincount(which, weights=share, minlength=len(held)).astype(np.float64, copy=False)
    table = _Ways(held, len(covers))
    used = np.flatnonzero((held > 0) & (part > _PART))
    price = _prices(table, used, part[used])
    if price is None:
        return None
    out = np.zeros(len(held))
    out[used] = price
    cost = table.costs(used, price)[-1]
    rest = np.flatnonzero((held > 0) & (part <= _PART))
    count = (held[rest, None] & bits > 0).sum(axis=1)
    for one in rest[np.lexsort((held[rest], -count))]:
        # what is left to cover beside it: no more may be missing for it than it makes up for
        beside = table.left[one]
        out[one] = max(0.0, cost[-1] - cost[beside[-1]])
        cost = np.minimum(cost, out[one] + cost[beside])
    # Upwards to fractions that numbers hold well, and what the cheapest way costs added up anew.
    out = np.ceil(out / cost[-1] * _GRID - _EXACT * _GRID) / _GRID
    every = np.flatnonzero(held > 0)
    out /= min(1.0, float(table.costs(every, out[every])[-1][-1]))
    row = out[which]
    return row if float(row @ share) < 1 - _BROKEN / 2 else None


class _Ways:
    # What covering each subset of a few demand points costs.

    def __init__(self, held: Ints, demand: int) -> None:
        self.held, self._subsets = held, np.arange(1 << demand)
        #: Of each subset what stays uncovered beside each kind of site.
        self.left = self._subsets[None, :] & ~held[:, None]

    def costs(self, used: Ints, price: Floats) -> Floats:
        # Cost of each subset with the first 0, 1, ... kinds of sites.
        out = np.full((len(used) + 1, len(self._subsets)), np.inf)
        out[0, 0] = 0.0
        for at, one in enumerate(used):
            np.minimum(out[at], price[at] + out[at][self.left[one]], out=out[at + 1])
        return out

    def cheapest(self, used: Ints, costs: Floats) -> Ints:
        # Which of the kinds cover all at least cost, by position.
        chosen, left = [], len(self._subsets) - 1
        for at in range(len(used) - 1, -1, -1):
            if costs[at + 1, left] < costs[at, left]:
                chosen.append(at)
                left = int(self.left[used[at], left])
        return np.array(chosen, dtype=np.int64)


def _prices(table: _Ways, used: Ints, part: Floats) -> Floats | None:
    # Prices at which the relaxed answer costs least while every way costs 1; None if it is 1.
    lp = highs.QuietHighs()
    for at in range(len(used)):
        lp.addVar(0.0, 1.0)
        lp.changeColCost(at, float(part[at]))
    price = np.zeros(len(used))
    for _ in range(_WAYS):
        costs = table.costs(used, price)
        if costs[-1, -1] >= 1 - _EXACT:
            return price
        way = table.cheapest(used, costs)
        _add_row(lp, way, np.ones(len(way)))
        lp.run()
        if lp.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            return None
        price = np.asarray(lp.getSolution().col_value)
        if float(price @ part) > 1 - _BROKEN:
            return None
    return None
