"""Demand and sites that decide nothing when all demand must be covered.

Demand whose sites include all of another's is covered with that; a site that covers no more than
another is not needed beside it (Beasley 1987, *European Journal of Operational Research* 31).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from gisplan.analysis.siting.models.arcs import ranges
from gisplan.arrays import Bools, Floats, Ints

#: Pairs of sites that share demand, or of demand that share a site, above which dominance is not
#: sought; and pairs looked at together.
_PAIRS, _TOGETHER = 60_000_000, 2_000_000
_ROWS = 4096


def needed_rows(cover: csr_array) -> Ints:
    """Give the demand that decides: none of whose sites-within-reach include all of another's.

    Parameters
    ----------
    cover : csr_array, shape (demand, sites)
        Ones where a site covers a demand; no two rows are alike, and none is empty.

    Returns
    -------
    array of int
        Positions of the rows that are left; covering them covers all.
    """
    n, m = cover.shape
    size = np.diff(cover.indptr)
    row = np.repeat(np.arange(n), size)
    # The sites of a row can be among another's only if that one has the row's rarest site.
    rare = np.bincount(cover.indices, minlength=m)[cover.indices]
    rarest = cover.indices[np.lexsort((cover.indices, rare, row))[cover.indptr[:-1]]]
    by_rarest = np.argsort(rarest, kind="stable")
    begin = np.searchsorted(rarest[by_rarest], np.arange(m + 1))
    pairs = np.diff(begin)[cover.indices]
    if int(pairs.sum()) > _PAIRS:
        return np.arange(n)
    bits = _packed(cover)
    gone = np.zeros(n, dtype=bool)
    for part in np.array_split(np.arange(len(row)), int(pairs.sum()) // _TOGETHER + 1):
        at, which = ranges(begin[cover.indices[part]], begin[cover.indices[part] + 1])
        within, about = by_rarest[at], row[part][which]
        smaller = size[within] < size[about]
        within, about = within[smaller], about[smaller]
        for word in bits:
            held = (word[within] & ~word[about]) == 0
            within, about = within[held], about[held]
        gone[about] = True
    return np.flatnonzero(~gone)


def _packed(cover: csr_array) -> NDArray[np.uint64]:
    """Give the sites of each row as bits.

    Parameters
    ----------
    cover : csr_array, shape (demand, sites)
        Ones where a site covers a demand.

    Returns
    -------
    array of uint64, shape (words, demand)
        Bits, 64 sites a word.
    """
    n, m = cover.shape
    words = -(-m // 64)
    out = np.zeros((n, words * 8), dtype=np.uint8)
    for start in range(0, n, _ROWS):
        some = np.packbits(cover[start : start + _ROWS].toarray() > 0, axis=1)
        out[start : start + _ROWS, : some.shape[1]] = some
    return np.ascontiguousarray(out.view(np.uint64).T)


def needed_columns(cover: csr_array, cost: Floats, free: Bools) -> Ints:
    """Give the sites that decide: none that covers no more than another that is as cheap.

    Parameters
    ----------
    cover : csr_array, shape (demand, sites)
        Ones where a site covers a demand.
    cost : array of float, shape (sites, kinds of cost)
        What each site costs, by one measure or several.
    free : array of bool
        Sites that may be left out.

    Returns
    -------
    array of int
        Positions of the columns that are left; an answer of least cost has them alone.
    """
    by_site = csr_array(cover.T)
    count = np.diff(cover.indptr).astype(np.int64)
    if max(int((count * count).sum()), 4 * cover.shape[1] ** 2) > _PAIRS:
        return np.arange(cover.shape[1])
    size = np.diff(by_site.indptr)
    both = csr_array(by_site @ cover)
    row = np.repeat(np.arange(len(size)), np.diff(both.indptr))
    other = both.indices
    # ``row`` covers no more than ``other``, and is no cheaper; of two alike the first stays.
    within = (both.data == size[row]) & (row != other)
    row, other = row[within], other[within]
    cheap = (cost[other] <= cost[row]).all(axis=1)
    alike = (size[row] == size[other]) & (cost[other] == cost[row]).all(axis=1)
    cheap &= ~alike | (row > other)
    gone = size == 0
    gone[row[cheap]] = True
    return np.flatnonzero(~gone | ~free)
