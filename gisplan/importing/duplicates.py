"""Rows that may be the same thing twice: proposed for a person to decide, never merged.

Three reasons: the same unified social credit code; the same name in the same region (or at the
same point); nearly the same name near by. What most firms are called by (有限公司, 集团) and
the region's own name say nothing and are left out of the comparison.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
import pyarrow.compute as pc
from pyproj import Geod
from rapidfuzz import fuzz, process

from gisplan.arrays import Indices, Ints, Objects
from gisplan.importing.headings import normal
from gisplan.places.near import near_pairs
from gisplan.plain_numbers import large_texts
from gisplan.text import Text

#: Two points are near if they are no farther apart than this, in metres.
NEAR = 300.0
#: Names are near if rapidfuzz's ratio of what is particular to them is at least this.
LIKE = 80.0
#: Rows of one region without points are compared with each other up to this many; of more,
#: each with the next ``_WINDOW`` by name.
_ALL_PAIRS, _WINDOW = 1500, 10
#: Of more pairs of like names than this, as names have that differ in their number alone, each row
#: is proposed with the first one like it.
_MOST_PAIRS = 100_000
#: Names that are compared with others at a time.
_BLOCK = 256
#: More pairs of near points than this are not compared by likeness.
_MOST_NEAR = 3_000_000
_GEOD = Geod(ellps="WGS84")
_PLAIN = "[\u4e00-\u9fff0-9a-z]*"
_GENERIC = re.compile(
    "有限责任公司|股份有限公司|有限公司|股份公司|集团公司|分公司|公司|集团|厂|合作社|"
    r"co\.?,?ltd\.?|limited|company|corp(?:oration)?\.?|inc\.?"
)
#: Two names whose particular part is shorter can't be told apart by likeness.
_SHORTEST = 2


REASONS = {
    "same_code": Text("统一社会信用代码相同", "the same credit code"),
    "same_name": Text("名称与地区相同", "the same name and region"),
    "near": Text("名称相近、位置相近", "near in name and place"),
}


@dataclass(frozen=True, slots=True)
class LikelyDuplicates:
    """Indices that may be the same.

    Attributes
    ----------
    pairs : pandas.DataFrame
        ``first``, ``second`` (labels of the rows), ``reason`` (a key of ``REASONS``),
        ``likeness`` (0 to 100), ``metres`` between them, NaN if not both have a point. Each
        pair once, by its strongest reason.
    unlooked : bool
        Whether there were too many near points to compare all by likeness.
    first_alone : bool
        Whether so many names are alike that each row stands with the first one like it alone.
    """

    pairs: pd.DataFrame
    unlooked: bool = False
    first_alone: bool = False


def propose(rows: pd.DataFrame) -> LikelyDuplicates:
    """Propose pairs of rows that may be the same thing.

    Parameters
    ----------
    rows : pandas.DataFrame
        ``name``; any of ``credit_code`` (verified ones only), ``adcode``, ``lon``, ``lat``
        (degrees, WGS 84), ``kind`` (rows of different kinds are different things). Empty is
        ``""``, None or NaN.

    Returns
    -------
    LikelyDuplicates
        Pairs, the surest reason of each.
    """
    table = _prepared(rows)
    by_code = _within(pd.factorize(table["credit_code"])[0])
    by_name = _within(_named(table))
    near, unlooked = _near_points(table)
    unplaced, first_alone = _unplaced(table)
    like = np.vstack([_alike(table, near), unplaced])
    if first_alone or len(like) > _MOST_PAIRS:
        like, first_alone = _first_alone(like), True
    parts = (("same_code", by_code), ("same_name", by_name), ("near", like))
    found = pd.concat(
        [pd.DataFrame({"a": p[:, 0], "b": p[:, 1], "reason": reason}) for reason, p in parts]
    ).drop_duplicates(["a", "b"])
    # rows of different kinds on one site are not the same thing
    kinds = pd.factorize(table["kind"])[0]
    found = found[kinds[found["a"]] == kinds[found["b"]]]
    return LikelyDuplicates(_told(rows.index, table, found), unlooked, first_alone)


def _prepared(rows: pd.DataFrame) -> pd.DataFrame:
    table = pd.DataFrame(index=pd.RangeIndex(len(rows)))
    for name in ("name", "credit_code", "adcode", "kind"):
        given = rows[name] if name in rows.columns else pd.Series(None, index=rows.index)
        texts = given.astype("str").reset_index(drop=True)
        nothing = (texts == "").fillna(True).astype(bool)
        table[name] = texts.mask(nothing) if nothing.any() else texts
    # Most names are as they are compared already; only the others are looked at one by one.
    odd = table["name"].notna() & ~table["name"].str.fullmatch(_PLAIN).fillna(True).astype(bool)
    known = {name: normal(name) for name in table.loc[odd, "name"].unique()}
    table.loc[odd, "name"] = table.loc[odd, "name"].map(known).astype("str")
    for name in ("lon", "lat"):
        table[name] = rows[name].to_numpy(dtype=float) if name in rows.columns else np.nan
    return table


def _core(name: str) -> str:
    """Give what is particular to a name.

    Parameters
    ----------
    name : str
        Normalised name.

    Returns
    -------
    str
        The name without what many share.
    """
    return _GENERIC.sub("", name)


def _named(table: pd.DataFrame) -> Indices:
    """Give rows a number by their name and region.

    Parameters
    ----------
    table : pandas.DataFrame
        Rows with normalised names.

    Returns
    -------
    array of int
        The same for rows of one name in one region; -1 for a row without a name, and for one
        whose name no other row has.
    """
    name, different = pd.factorize(table["name"])
    region, regions = pd.factorize(table["adcode"])
    # the last is for rows without a name
    times = np.append(np.bincount(name[name >= 0], minlength=len(different)), 0)
    return np.where(times[name] < 2, -1, name * (len(regions) + 1) + region + 1).astype(np.intp)


def _within(number: Indices) -> Indices:
    """Pair each row with the first one of the same key.

    Parameters
    ----------
    number : array of int
        Number of each row's key; -1 for none.

    Returns
    -------
    array of int
        Pairs of positions, shape (n, 2).
    """
    rows = np.flatnonzero(number >= 0)
    order = rows[np.argsort(number[rows], kind="stable")]
    same = number[order]
    begins = np.flatnonzero(np.r_[True, same[1:] != same[:-1]]) if len(same) else np.array([], int)
    first = order[np.repeat(begins, np.diff(np.r_[begins, len(order)]))]
    later = first != order
    return np.column_stack([first[later], order[later]]).astype(np.intp)


def _near_points(table: pd.DataFrame) -> tuple[Indices, bool]:
    """Pair points no farther apart than ``NEAR``.

    Parameters
    ----------
    table : pandas.DataFrame
        Rows with normalised names.

    Returns
    -------
    tuple[Indices, bool]
        Pairs of positions; and whether there were too many to look at.
    """
    rows = np.flatnonzero(table["lon"].notna() & table["lat"].notna() & table["name"].notna())
    if len(rows) < 2:
        return np.empty((0, 2), dtype=np.intp), False
    lon, lat = (table[name].to_numpy()[rows] for name in ("lon", "lat"))
    # a few too many, which their true distance sorts out
    pairs = near_pairs(lon, lat, reach=NEAR, most=_MOST_NEAR)
    if pairs is None:
        return np.empty((0, 2), dtype=np.intp), True
    return rows[pairs], False


def _unplaced(table: pd.DataFrame) -> tuple[Indices, bool]:
    """Pair rows of one region, with no point of their own, whose names are alike.

    Parameters
    ----------
    table : pandas.DataFrame
        Rows with normalised names.

    Returns
    -------
    tuple[Indices, bool]
        Pairs of positions, shape (n, 2), the lower one first; and whether there were so many that
        each row stands with the first one like it alone.
    """
    first_alone = False
    bare = table["lon"].isna() | table["lat"].isna()
    named = table["name"].notna() & table["adcode"].notna()
    pairs = [np.empty((0, 2), dtype=np.intp)]
    for _, group in table[named & bare].groupby("adcode", sort=False):
        if sum(map(len, pairs)) > _MOST_PAIRS:
            pairs, first_alone = [_first_alone(np.sort(np.vstack(pairs), axis=1))], True
        rows = group.index.to_numpy()
        if len(rows) <= _ALL_PAIRS:
            pairs.append(rows[like_names([_core(name) for name in group["name"]])])
            continue
        ordered = rows[np.argsort(group["name"].to_numpy(dtype=object), kind="stable")]
        steps = range(1, _WINDOW + 1)
        near = [np.column_stack([ordered[:-step], ordered[step:]]) for step in steps]
        pairs.append(_alike(table, np.vstack(near).astype(np.intp)))
    return np.sort(np.vstack(pairs), axis=1).astype(np.intp), first_alone


def like_names(cores: Sequence[str]) -> Indices:
    """Pair names that are alike, without a list of all pairs.

    Two names are no more alike than their lengths let them be: of the ratio ``2 m / (a + b)`` the
    letters in common, ``m``, are at most the shorter's. So each is compared with those of like
    length alone, each different name once, a block at a time.

    Parameters
    ----------
    cores : sequence of str
        What is particular to each name.

    Returns
    -------
    array of int
        Pairs of positions, shape (n, 2), in no order.
    """
    # equal names are one, and found without comparing
    number, different = pd.factorize(np.array([*cores, ""], dtype=object)[:-1])
    lengths = np.array([len(core) for core in different], dtype=np.int64)
    order = np.argsort(lengths, kind="stable")
    order = order[lengths[order] >= _SHORTEST]
    sizes = lengths[order]
    longest = np.floor(sizes * (200 - LIKE) / LIKE + 1e-9)
    ends = np.searchsorted(sizes, longest, side="right")
    same = np.arange(len(different))[lengths >= _SHORTEST]
    found = [np.column_stack([same, same])]
    for begin in range(0, len(order), _BLOCK):
        block = order[begin : begin + _BLOCK]
        among = order[begin : ends[min(begin + _BLOCK, len(order)) - 1]]
        scores = process.cdist(
            [different[at] for at in block],
            [different[at] for at in among],
            scorer=fuzz.ratio,
            score_cutoff=LIKE,
        )
        first, second = np.nonzero(scores)
        # what stands before it in the order has been compared with it already
        later = second > first
        found.append(np.column_stack([block[first[later]], among[second[later]]]))
    return _rows_of(number, np.vstack(found))


def _rows_of(number: Indices, pairs: Indices) -> Indices:
    """Give the pairs of rows for pairs of different names.

    Parameters
    ----------
    number : array of int, shape (n,)
        Which name each row has.
    pairs : array of int, shape (m, 2)
        Pairs of names; of a name with itself, rows that share it.

    Returns
    -------
    array of int
        Pairs of rows, each once.
    """
    order = np.argsort(number, kind="stable")
    begins = np.searchsorted(number[order], np.arange(number.max(initial=-1) + 1))
    counts = np.diff(np.r_[begins, len(order)])
    # every row of the one name with every row of the other
    times = counts[pairs[:, 0]] * counts[pairs[:, 1]]
    of_pair = np.repeat(np.arange(len(pairs)), times)
    at = np.arange(len(of_pair)) - np.repeat(np.cumsum(times) - times, times)
    width = counts[pairs[of_pair, 1]]
    first = order[begins[pairs[of_pair, 0]] + at // width]
    second = order[begins[pairs[of_pair, 1]] + at % width]
    once = (pairs[of_pair, 0] != pairs[of_pair, 1]) | (first < second)
    return np.column_stack([first[once], second[once]])


def _first_alone(pairs: Indices) -> Indices:
    """Keep of each row the pair with the first row that is like it.

    Parameters
    ----------
    pairs : array of int, shape (n, 2)
        The lower position first.

    Returns
    -------
    array of int
        Fewer than there are rows.
    """
    ordered = pairs[np.lexsort((pairs[:, 0], pairs[:, 1]))]
    return ordered[np.r_[True, ordered[1:, 1] != ordered[:-1, 1]]] if len(ordered) else ordered


def _alike(table: pd.DataFrame, pairs: Indices) -> Indices:
    """Keep the pairs whose names are alike.

    Parameters
    ----------
    table : pandas.DataFrame
        Rows with normalised names.
    pairs : array of int
        Pairs of positions.

    Returns
    -------
    array of int
        Those pairs.
    """
    if len(pairs) == 0:
        return pairs
    asked = np.zeros(len(table), dtype=bool)
    asked[pairs.ravel()] = True
    cores, lengths = _cores(table["name"].iloc[np.flatnonzero(asked)])
    first, second = (np.cumsum(asked) - 1)[pairs].T
    # no names of so different lengths, or with so little of their own, are alike
    shorter = np.minimum(lengths[first], lengths[second])
    likely = shorter >= np.maximum(_SHORTEST, (lengths[first] + lengths[second]) * (LIKE / 200) - 1)
    pairs, first, second = pairs[likely], cores[first[likely]], cores[second[likely]]
    scores = process.cpdist(list(first), list(second), scorer=fuzz.ratio, score_cutoff=LIKE)
    return np.sort(pairs[scores >= LIKE], axis=1)


def _cores(names: pd.Series) -> tuple[Objects, Ints]:
    """Give what is particular to names, and its length.

    Parameters
    ----------
    names : pandas.Series of str
        Normalised; missing ones have nothing of their own.

    Returns
    -------
    tuple[Objects, Ints]
        Both of the shape of the names.
    """
    texts = pc.fill_null(large_texts(names), "")
    # most names are short of what many share, which the library sees without an object a name
    shared = pc.match_substring_regex(texts, _GENERIC.pattern).to_numpy(zero_copy_only=False)
    cores = texts.to_numpy(zero_copy_only=False)
    lengths = pc.utf8_length(texts).to_numpy(zero_copy_only=False).astype(np.int64)
    for at in np.flatnonzero(shared):
        cores[at] = _core(cores[at])
        lengths[at] = len(cores[at])
    return cores, lengths


def _told(labels: pd.Index, table: pd.DataFrame, found: pd.DataFrame) -> pd.DataFrame:
    a, b = found["a"].to_numpy(dtype=np.intp), found["b"].to_numpy(dtype=np.intp)
    first, second = (table["name"].iloc[rows].fillna("").to_numpy(dtype=object) for rows in (a, b))
    lon, lat = table["lon"].to_numpy(), table["lat"].to_numpy()
    metres = np.full(len(found), np.nan)
    both = np.isfinite(lon[a]) & np.isfinite(lat[a]) & np.isfinite(lon[b]) & np.isfinite(lat[b])
    metres[both] = _GEOD.inv(lon[a[both]], lat[a[both]], lon[b[both]], lat[b[both]])[2]
    told = pd.DataFrame(
        {
            "first": labels[a],
            "second": labels[b],
            "reason": found["reason"].to_numpy(),
            "likeness": [round(fuzz.ratio(x, y), 1) for x, y in zip(first, second, strict=True)],
            "metres": metres,
        }
    )
    too_far = (told["reason"] == "near") & (told["metres"] > NEAR)
    return told[~too_far].sort_values(["first", "second"], ignore_index=True)
