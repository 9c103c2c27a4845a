"""Texts of whole columns and of many shapes at once, for formats that are text.

All of them are made by Arrow's own loops, without an object for each cell: a file of some hundred
thousand points takes less time so than through any writer that goes feature by feature.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc
import shapely

from gisplan.arrays import Floats

#: Corners, and rows beside them, whose texts are put together at once.
_CORNERS, _ROWS = 500_000, 50_000
#: Whole numbers below are written without an exponent.
_WHOLE = 2.0**53
_TEXT = pa.large_string()
_NONE = -1


def runs(shapes: np.ndarray) -> Iterator[slice]:
    """Cut rows into runs whose texts are put together at once.

    Parameters
    ----------
    shapes : numpy.ndarray of shapely geometries or None, shape (n,)
        Geometries, empty where there is none.

    Yields
    ------
    slice
        Rows, one run after the other; many corners make a run shorter.
    """
    corners = np.cumsum(shapely.get_num_coordinates(shapes)) // _CORNERS
    run = corners + np.arange(len(shapes)) // _ROWS
    bounds = [0, *(np.flatnonzero(np.diff(run)) + 1).tolist(), len(shapes)]
    yield from (slice(a, b) for a, b in pairwise(bounds) if a < b)


def put_together(*parts: pa.Array | str) -> pa.Array:
    """Put texts together, row by row.

    Parameters
    ----------
    *parts : pyarrow.Array or str
        Columns of texts, and texts that are the same in every row; at least one column.

    Returns
    -------
    pyarrow.Array
        One text a row; null where one of the columns is.
    """
    merged: list[pa.Array | str] = []
    for part in parts:
        if isinstance(part, str) and merged and isinstance(merged[-1], str):
            merged[-1] += part
        else:
            merged.append(part)
    given = [pa.scalar(part, _TEXT) if isinstance(part, str) else part for part in merged]
    return pc.binary_join_element_wise(*given, pa.scalar("", _TEXT))


def as_bytes(texts: pa.Array) -> memoryview:
    """Give texts as bytes, one right after the other.

    Parameters
    ----------
    texts : pyarrow.Array
        Just made, none of them null.

    Returns
    -------
    memoryview
        UTF-8, without a copy.
    """
    size = pc.sum(pc.binary_length(texts)).as_py()
    return memoryview(texts.buffers()[2])[:size]


def filled(texts: pa.Array, word: str = "") -> pa.Array:
    """Put a word where there is no text.

    Parameters
    ----------
    texts : pyarrow.Array
        Texts, null where there is none.
    word : str
        What stands there.

    Returns
    -------
    pyarrow.Array
        Texts, none of them null.
    """
    return pc.fill_null(texts, pa.scalar(word, _TEXT))


def replaced(texts: pa.Array, pattern: str, change: Callable[[str], str]) -> pa.Array:
    """Change the texts that a pattern is found in, which are few.

    Parameters
    ----------
    texts : pyarrow.Array
        Texts, null where there is none.
    pattern : str
        As RE2 reads it.
    change : callable
        Given such a text, gives what it becomes.

    Returns
    -------
    pyarrow.Array
        The texts.
    """
    found = pc.fill_null(pc.match_substring_regex(texts, pattern), False)
    if not pc.any(found).as_py():
        return texts
    changed = [change(text) for text in texts.filter(found).to_pylist()]
    return pc.replace_with_mask(texts, found, pa.array(changed, _TEXT))


def cells(values: pa.ChunkedArray) -> pa.Array:
    """Give the cells of a column as texts.

    Parameters
    ----------
    values : pyarrow.ChunkedArray
        Text, numbers, booleans or dates.

    Returns
    -------
    pyarrow.Array
        Texts as they are. A number is as ``repr`` gives it: as few digits as give the same
        double, with a point even where it is whole, so that readers see what it is. Dates are as
        in ISO 8601. Null where there is nothing, or a number that is not finite.
    """
    held = pa.concat_arrays(values.chunks) if values.num_chunks else pa.array([], values.type)
    if not pa.types.is_floating(held.type):
        return held.cast(_TEXT) if is_text(held) else held.cast(pa.string()).cast(_TEXT)
    known = pc.if_else(pc.is_finite(held), held, pa.scalar(None, held.type))
    whole = pc.and_(pc.equal(known, pc.trunc(known)), pc.less(pc.abs(known), _WHOLE))
    integers = pc.if_else(whole, known, 0.0).cast(pa.int64()).cast(pa.string())
    with_point = pc.binary_join_element_wise(integers, ".0", "")
    texts = pc.if_else(whole, with_point, known.cast(pa.string())).cast(_TEXT)
    # Arrow and Python part at which size a number gets an exponent
    return replaced(texts, r"e|\A-?0\.0000", lambda text: repr(float(text)))


def is_text(values: pa.Array | pa.ChunkedArray) -> bool:
    """Tell whether a column holds text.

    Parameters
    ----------
    values : pyarrow.Array or pyarrow.ChunkedArray
        The column.

    Returns
    -------
    bool
        Whether it does.
    """
    return bool(pa.types.is_string(values.type) or pa.types.is_large_string(values.type))


def degrees(values: Floats, *, decimals: int | None = None) -> pa.Array:
    """Give coordinates as texts, with as few digits as give the same double.

    Parameters
    ----------
    values : array of float
        Degrees; NaN where there is none.
    decimals : int, optional
        What they are rounded to first; nothing if left out.

    Returns
    -------
    pyarrow.Array
        Texts, null for NaN.
    """
    rounded = values if decimals is None else np.round(values, decimals)
    # a zero has no sign
    return pa.array(rounded + 0.0, from_pandas=True).cast(pa.string()).cast(_TEXT)


def joined(bounds: npt.NDArray[np.integer[Any]], texts: pa.Array, between: str) -> pa.Array:
    """Join runs of texts.

    Parameters
    ----------
    bounds : array of int, shape (n + 1,)
        Where each run begins, and where the last ends.
    texts : pyarrow.Array
        Texts.
    between : str
        What parts those of a run.

    Returns
    -------
    pyarrow.Array
        One text a run.
    """
    lists = pa.LargeListArray.from_arrays(pa.array(bounds, pa.int64()), texts)
    return pc.binary_join(lists, pa.scalar(between, _TEXT))


def by_kind(shapes: np.ndarray, texts_of: Callable[[np.ndarray, int], pa.Array]) -> pa.Array:
    """Give the texts of shapes, those of one kind together.

    Parameters
    ----------
    shapes : numpy.ndarray of shapely geometries or None, shape (n,)
        Geometries, empty where there is none.
    texts_of : callable
        Given shapes of one kind, and its number as shapely numbers kinds, gives their texts.

    Returns
    -------
    pyarrow.Array
        One text a row, null where there is no shape.
    """
    kinds = shapely.get_type_id(shapes)
    place, texts = np.full(len(shapes), _NONE), [pa.array([], _TEXT)]
    last = 0
    for kind in sorted(set(kinds.tolist()) - {_NONE}):
        rows = np.flatnonzero(kinds == kind)
        texts.append(texts_of(shapes[rows], kind))
        place[rows] = np.arange(last, last + len(rows))
        last += len(rows)
    return pa.concat_arrays(texts).take(pa.array(place, mask=place == _NONE))
