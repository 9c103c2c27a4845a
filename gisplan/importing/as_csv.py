"""Texts as a CSV that Excel opens, in which nothing runs as a formula."""

from __future__ import annotations

import io

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from gisplan.arrays import Indices
from gisplan.escape import NUMBER, STARTS
from gisplan.plain_numbers import bytes_of, large_texts

#: Rows written at once, so that a large table is not held in memory once more.
_AT_ONCE = 100_000


def to_csv(table: pd.DataFrame) -> bytes:
    """Write texts as CSV in UTF-8 with BOM, which Excel opens; cells are quoted where they must be.

    Nothing in it runs as a formula: :func:`gisplan.escape.restored` gives back what there was.

    Parameters
    ----------
    table : pandas.DataFrame
        Of texts, at least one column.

    Returns
    -------
    bytes
        The file's content.
    """
    names = pa.array([str(name) for name in table.columns], type=pa.large_string())
    out = io.BytesIO()
    out.write((",".join(_quoted(_inert(names)).to_pylist()) + "\n").encode("utf-8-sig"))
    for start in range(0, len(table), _AT_ONCE):
        out.write(_lines(table.iloc[start : start + _AT_ONCE]))
    return out.getvalue()


def _lines(table: pd.DataFrame) -> bytes:
    # a column of nothing is no more than its comma, and a layer has many of them
    parts: list[pa.Array] = []
    between = ""
    for at, name in enumerate(table.columns):
        between += "," if at else ""
        cells = large_texts(table[name])
        if bytes_of(cells):
            parts += [pa.scalar(between, pa.large_string()), _quoted(_inert(cells))]
            between = ""
    if not parts:
        return f"{between}\n".encode() * len(table)
    ends = (pa.scalar(text, pa.large_string()) for text in (f"{between}\n", ""))
    lines = pc.binary_join_element_wise(*parts, *ends)
    # the lines stand one behind the other in memory already
    body: bytes = lines.buffers()[2].to_pybytes()
    return body


def _inert(cells: pa.Array) -> pa.Array:
    """Put an apostrophe before cells that a spreadsheet might run, as ``escape.inert`` does.

    Parameters
    ----------
    cells : pa.Array
        Texts.

    Returns
    -------
    pa.Array
        Texts.
    """
    if not _begin_so(cells):
        return cells
    starts = pa.array(STARTS, type=cells.type)
    risky = pc.is_in(pc.utf8_slice_codeunits(cells, 0, 1), value_set=starts)
    if not pc.any(risky, min_count=0).as_py():
        return cells
    risky = pc.and_not(risky, pc.match_substring_regex(cells, rf"\A{NUMBER}\z"))
    mark, nothing = (pa.scalar(text, type=cells.type) for text in ("'", ""))
    return pc.if_else(risky, pc.binary_join_element_wise(mark, cells, nothing), cells)


def _quoted(cells: pa.Array) -> pa.Array:
    """Quote the cells that a reader would otherwise take apart.

    Parameters
    ----------
    cells : pa.Array
        Texts.

    Returns
    -------
    pa.Array
        Texts, quotes doubled.
    """
    # mostly there is nothing to quote, which their bytes tell sooner than a pattern does
    if not _holds(cells, b'",\n\r'):
        return cells
    special = pc.match_substring_regex(cells, '[",\n\r]')
    if not pc.any(special, min_count=0).as_py():
        return cells
    mark, nothing = (pa.scalar(text, type=pa.large_string()) for text in ('"', ""))
    doubled = pc.replace_substring(cells, '"', '""')
    doubled = pc.binary_join_element_wise(mark, doubled, mark, nothing)
    return pc.if_else(special, doubled, cells)


def _holds(cells: pa.Array, marks: bytes) -> bool:
    """Tell whether any of some ASCII characters stands in texts.

    Parameters
    ----------
    cells : pa.Array
        Large texts, of which none is missing.
    marks : bytes
        The characters.

    Returns
    -------
    bool
        False of no texts.
    """
    bounds, held = _in_memory(cells)
    text = held[bounds[0] : bounds[-1]].tobytes()
    # in UTF-8 the byte of an ASCII character is part of no other
    return any(mark in text for mark in marks)


def _begin_so(cells: pa.Array) -> bool:
    # Whether the first byte of any text is one of those that a risky start has.
    bounds, held = _in_memory(cells)
    firsts = held[bounds[:-1][bounds[1:] > bounds[:-1]]]
    return bool(np.isin(firsts, [start.encode()[0] for start in STARTS]).any())


def _in_memory(cells: pa.Array) -> tuple[Indices, npt.NDArray[np.uint8]]:
    """Give large texts as they lie in memory.

    Parameters
    ----------
    cells : pa.Array
        Of which none is missing.

    Returns
    -------
    tuple[Indices, array of uint8]
        Where each begins, and where the last ends; and the bytes of all.
    """
    _, ends, texts = cells.buffers()
    if texts is None or not len(cells):
        return np.zeros(1, dtype=np.int64), np.zeros(0, dtype=np.uint8)
    bounds = np.frombuffer(ends, dtype=np.int64, count=len(cells) + 1, offset=8 * cells.offset)
    return bounds, np.frombuffer(texts, dtype=np.uint8)
