"""Odd names and values, for files of every kind."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from hypothesis import strategies as st

#: What writes a file, with those that belong to it.
Maker = Callable[[Path], None]

LETTERS = st.characters(exclude_categories=["Cs", "Cc"])
ODD = ["", " ", "节能、环保", "名称", "\u3000", "=1+1", "NaN", "null", "1e400", "2018-06-02", "𠮷"]
FIELDS = ["名称", "a", "A", "geometry", "fid", "id", "经度", ""]
NAMES = st.one_of(st.sampled_from(FIELDS), st.text(LETTERS, max_size=6))
SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(2**70), 2**70),
    st.floats(),
    st.sampled_from(ODD),
    st.text(LETTERS, max_size=8),
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=3),
    max_leaves=5,
)


def written(data: bytes) -> Maker:
    """What writes these bytes."""

    def write(path: Path) -> None:
        path.write_bytes(data)

    return write
