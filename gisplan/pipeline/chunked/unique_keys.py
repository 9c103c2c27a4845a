"""Whether each row of a large layer has a key of its own, over all chunks.

Keys are held against each other as 64-bit hashes: 400 MB for fifty million, which are sorted a
share at a time. Where two are the same the rows are read again, so that it is the keys
themselves that decide.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from gisplan.errors import DataError
from gisplan.pipeline.chunked.task import ChunkTask, key_hashes, placed
from gisplan.read import validate
from gisplan.read.chunks import Chunk
from gisplan.read.read_chunk import read_chunk
from gisplan.text import Text

#: Hashes sorted at a time.
_SHARE = 8_000_000
#: Keys named in a message.
_TOLD = 20

Hashes = np.ndarray[tuple[int], np.dtype[np.uint64]]


def require_unique(
    tasks: Sequence[ChunkTask], hashes: Callable[[Chunk], Hashes], *, rows: int
) -> None:
    """Refuse a layer in which two rows have the same key.

    Parameters
    ----------
    tasks : sequence of ChunkTask
        One for each chunk.
    hashes : callable
        Gives the hashes of the rows used of a chunk.
    rows : int
        Rows used in all.

    Raises
    ------
    DataError
        With the first keys that stand twice, and where.
    """
    twice = _twice([task.chunk for task in tasks], hashes, shares=1 + rows // _SHARE)
    if not len(twice):
        return
    where: dict[tuple[str, ...], list[tuple[str, int]]] = {}
    for task in tasks:
        if np.isin(hashes(task.chunk), twice).any():
            _find(task, twice, where)
    faults = [
        Text(
            f"{'、'.join(task.spec.key)} 同为 {', '.join(key)}："
            + "；".join(f"{file} 第 {row} 行" for file, row in places[:5]),
            f"{', '.join(task.spec.key)} = {', '.join(key)}: "
            + "; ".join(f"{file}, row {row}" for file, row in places[:5]),
        )
        for key, places in where.items()
        if len(places) > 1
    ]
    if faults:
        name = tasks[0].spec.name
        raise DataError(
            Text(f"图层 {name} 的键值重复：", f"layer {name} has a key twice:"),
            faults=faults[:_TOLD],
        )


def _twice(chunks: Sequence[Chunk], hashes: Callable[[Chunk], Hashes], *, shares: int) -> Hashes:
    """Give the first hashes that more than one row has.

    Parameters
    ----------
    chunks : sequence of Chunk
        All chunks.
    hashes : callable
        Gives the hashes of the keys of a chunk.
    shares : int
        Into how many parts the hashes are divided, so that one at a time fits into memory.

    Returns
    -------
    Hashes
        Hashes, no more than are told.
    """
    found: list[Hashes] = []
    for share in range(shares):
        # of each chunk only the share is held on to
        parts = [_share(hashes(chunk), share, shares) for chunk in chunks]
        held = np.sort(np.concatenate(parts))
        found.append(np.unique(held[1:][held[1:] == held[:-1]])[:_TOLD])
    return np.concatenate(found)[:_TOLD]


def _share(hashes: Hashes, share: int, shares: int) -> Hashes:
    return hashes if shares == 1 else hashes[hashes % np.uint64(shares) == share]


def _find(
    task: ChunkTask, twice: Hashes, where: dict[tuple[str, ...], list[tuple[str, int]]]
) -> None:
    raw = placed(read_chunk(task.chunk, task.spec), task)
    conformed = validate.conform(raw, task.spec, file="", whole=False)
    rows = raw.index[~raw.index.isin(conformed.set_aside.index)]
    at = np.flatnonzero(np.isin(key_hashes(conformed.table, task.spec), twice))
    keys = conformed.table.loc[at, list(task.spec.key)].astype("str")
    for row, key in zip(rows[at], keys.itertuples(index=False), strict=True):
        where.setdefault(tuple(key), []).append(task.chunk.place(int(row)))
