"""What a drawing holds beside what GDAL reads of it, which passes over solids and damage."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

import pyarrow as pa

from gisplan.read.options import Finding
from gisplan.text import Text

#: Parts of the object before them, and windows of a printed page: none is an object by itself.
_PARTS = frozenset({"VERTEX", "SEQEND", "ATTRIB", "ENDSEC", "VIEWPORT"})
_HANDLES = "EntityHandle"


def unread(data: bytes, table: pa.Table) -> list[Finding]:
    """Tell the objects of a drawing that are not among the rows.

    Parameters
    ----------
    data : bytes
        The drawing; of one in binary form nothing is told.
    table : pyarrow.Table
        What GDAL reads of it.

    Returns
    -------
    list of Finding
        One finding, or none.
    """
    if _HANDLES not in table.column_names:
        return []
    read = {handle.upper() for handle in table[_HANDLES].to_pylist() if handle}
    lost: Counter[str] = Counter()
    for kind, handle in _objects(data.decode("latin-1")):
        if kind not in _PARTS and handle and handle.upper() not in read:
            lost[kind] += 1
    if not lost:
        return []
    shown = ", ".join(f"{kind} {count}" for kind, count in lost.most_common(5))
    message = Text(
        f"图中有 {lost.total()} 个对象没有读入（{shown}）：没有平面图形可用，或文件有损坏",
        f"{lost.total()} objects of the drawing are not read ({shown}): they have no plane shape, "
        "or the file is damaged",
    )
    return [Finding(kind="unread", message=message)]


def _objects(text: str) -> Iterator[tuple[str, str]]:
    # Give kind and handle of each object in the section of entities.
    lines = [line.strip() for line in text.splitlines()]
    pairs = list(zip(lines[::2], lines[1::2], strict=False))
    start = next((at for at, pair in enumerate(pairs) if pair == ("2", "ENTITIES")), None)
    if start is None:
        return
    starts = [at for at in range(start, len(pairs)) if pairs[at][0] == "0"]
    for at, after in pairwise(starts):
        if pairs[at][1] == "ENDSEC":
            return
        yield pairs[at][1], next((value for code, value in pairs[at:after] if code == "5"), "")
