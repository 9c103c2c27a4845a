"""Whole columns of texts as Arrow holds them, and their numbers, without an object a cell."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from gisplan.arrays import Bools, Floats


def large_texts(texts: pd.Series) -> pa.LargeStringArray:
    """Give a column of texts as Arrow holds it, in one piece.

    Parameters
    ----------
    texts : pandas.Series of str
        Texts; missing ones stay missing.

    Returns
    -------
    pyarrow.LargeStringArray
        Without a copy where the column is one piece already.

    Examples
    --------
    >>> import pandas as pd
    >>> from gisplan.plain_numbers import large_texts
    >>> large_texts(pd.Series(["a", "b"], dtype="str")).to_pylist()
    ['a', 'b']
    """
    cells = pa.array(texts, type=pa.large_string(), from_pandas=True)
    if not isinstance(cells, pa.ChunkedArray):
        return cells
    # pieces of what pandas has put together may be of the shorter type
    pieces = [piece.cast(pa.large_string()) for piece in cells.chunks]
    none = pa.array([], pa.large_string())
    return pieces[0] if len(pieces) == 1 else pa.concat_arrays([*pieces, none])


def all_empty(texts: pd.Series) -> bool:
    """Tell whether all texts of a column are empty, without a look at each.

    Parameters
    ----------
    texts : pandas.Series of str
        Texts.

    Returns
    -------
    bool
        True for no texts; False if one is missing.

    Examples
    --------
    >>> import pandas as pd
    >>> from gisplan.plain_numbers import all_empty
    >>> all_empty(pd.Series(["", ""], dtype="str")), all_empty(pd.Series(["a"], dtype="str"))
    (True, False)
    """
    return not len(texts) or (not texts.hasnans and bytes_of(large_texts(texts)) == 0)


def bytes_of(cells: pa.LargeStringArray) -> int:
    """Count the bytes of texts, as they lie one behind the other in memory.

    Parameters
    ----------
    cells : pyarrow.LargeStringArray
        Texts; of missing ones the bytes that lie there are counted.

    Returns
    -------
    int
        Bytes in UTF-8.

    Examples
    --------
    >>> import pyarrow as pa
    >>> from gisplan.plain_numbers import bytes_of
    >>> bytes_of(pa.array(["a", "bc"], pa.large_string()))
    3
    """
    if not len(cells):
        return 0
    ends = np.frombuffer(cells.buffers()[1], dtype=np.int64, count=len(cells) + cells.offset + 1)
    return int(ends[-1] - ends[cells.offset])


def plain_numbers(texts: pd.Series, pattern: str) -> tuple[Floats, Bools]:
    """Read the texts of a pattern as numbers, each as the nearest double.

    Parameters
    ----------
    texts : pandas.Series of str
        Texts; missing ones are no number.
    pattern : str
        What a whole text must be, for RE2: digits with or without a sign and a point.

    Returns
    -------
    numbers : array of float
        NaN where a text is not of the pattern.
    fits : array of bool
        Where it is.

    Examples
    --------
    >>> import pandas as pd
    >>> from gisplan.plain_numbers import plain_numbers
    >>> numbers, fits = plain_numbers(pd.Series(["+2.5", "", "7"], dtype="str"), "[+-]?[0-9.]+")
    >>> numbers.tolist(), fits.tolist()
    ([2.5, nan, 7.0], [True, False, True])
    """
    cells = large_texts(texts)
    fit = pc.fill_null(pc.match_substring_regex(cells, rf"\A(?:{pattern})\z"), False)
    fits = np.array(fit.to_numpy(zero_copy_only=False), dtype=bool)
    if not fits.all():
        cells = pc.if_else(fit, cells, pa.scalar(None, cells.type))
    # Arrow reads no plus before a number
    digits = pc.utf8_ltrim(cells, characters="+")
    numbers = pc.cast(digits, pa.float64()).to_numpy(zero_copy_only=False)
    return np.array(numbers, dtype=float), fits
