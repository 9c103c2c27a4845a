"""Rows of CSV for spreadsheets, whole columns at once."""

from __future__ import annotations

from collections.abc import Sequence

import pyarrow as pa
import pyarrow.compute as pc

from gisplan.escape import NUMBER, STARTS
from gisplan.formats import bulk_text as bulk

# what the module csv quotes a text for
_QUOTED = '[",\r\n]'


def csv_lines(columns: Sequence[pa.ChunkedArray]) -> memoryview:
    """Give rows as lines of CSV, as the module ``csv`` writes them.

    Parameters
    ----------
    columns : sequence of pyarrow.ChunkedArray
        Texts, numbers, booleans and dates, at least one column and one row. Texts get inert
        (:func:`gisplan.escape.inert`); what is null is an empty cell.

    Returns
    -------
    memoryview
        UTF-8; each line with its end.
    """
    parts: list[pa.Array | str] = []
    for values in columns:
        parts += [bulk.filled(_cells(values)), ","]
    if len(columns) == 1:
        # so that a row of nothing is no blank line
        parts[0] = bulk.replaced(parts[0], r"\A\z", lambda _: '""')
    return bulk.as_bytes(bulk.put_together(*parts[:-1], "\r\n"))


def _cells(values: pa.ChunkedArray) -> pa.Array:
    texts = bulk.cells(values)
    if not bulk.is_text(values):
        return texts
    first = pc.utf8_slice_codeunits(texts, 0, 1)
    starts = pc.is_in(first, value_set=pa.array(STARTS, texts.type))
    number = pc.match_substring_regex(texts, rf"\A{NUMBER}\z")
    texts = pc.if_else(pc.and_not(starts, number), bulk.put_together("'", texts), texts)
    odd = pc.match_substring_regex(texts, _QUOTED)
    if not pc.any(odd).as_py():
        return texts
    doubled = pc.replace_substring(texts, '"', '""')
    return pc.if_else(odd, bulk.put_together('"', doubled, '"'), texts)
