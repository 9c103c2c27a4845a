"""A long CSV without quotes is read whole; what comes out is what reading row by row gives."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gisplan.errors import FileError
from gisplan.read import ReadOptions, delimited, tables
from gisplan.read.options import Limits

CELLS = st.sampled_from(
    ["", " ", "1", "甲", "a b", "\u3000", "-", "NULL", "nan", "\xa0乙", "x" * 9]
)
LINES = st.lists(st.lists(CELLS, min_size=3, max_size=3), min_size=3, max_size=12)


def outcome(path: Path, options: ReadOptions) -> object:
    try:
        (raw,) = tables(path, options=options)
    except FileError as error:
        return error.message
    return raw.table.to_dict("list"), raw.table.index.tolist(), raw.findings


@settings(max_examples=40, deadline=None)
@given(
    lines=LINES,
    odd=st.sampled_from(["", "1,2", "1,2,3,4", "\r", '"a\nb",2,3', " , ,", "1,2,3"]),
    place=st.integers(3, 12),
    written=st.tuples(
        st.sampled_from(["\n", "\r\n"]), st.sampled_from(["utf-8", "utf-8-sig", "gb18030"])
    ),
)
def test_lines_read_at_once_are_those_read_one_by_one(
    tmp_path_factory: pytest.TempPathFactory,
    lines: list[list[str]],
    odd: str,
    place: int,
    written: tuple[str, str],
) -> None:
    end, encoding = written
    path = tmp_path_factory.mktemp("csv") / "rows.csv"
    rows = [",".join(cells) for cells in lines]
    rows.insert(place, odd)
    text = end.join(["名称,类型,备注", "甲,乙,丙", *rows]) + end
    path.write_bytes(text.encode(encoding))
    options = ReadOptions(encoding=encoding, limits=Limits(cell_chars=8 if place == 3 else 100))
    slow = outcome(path, options)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(delimited, "_BLOCK", 2)
        assert outcome(path, options) == slow


def test_a_long_plain_file_is_read_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "rows.csv"
    path.write_text("名称,数\n" + "甲,1\n" * 9, encoding="utf-8")
    monkeypatch.setattr(delimited, "_BLOCK", 3)
    taken: list[int] = []
    whole = delimited._Body.add_columns

    def add_columns(body: delimited._Body, lines: list[int], columns: list[pa.Array]) -> None:
        taken.extend(lines)
        whole(body, lines, columns)

    monkeypatch.setattr(delimited._Body, "add_columns", add_columns)
    (raw,) = tables(path)
    assert taken == list(range(4, 11))
    assert raw.table.index.tolist() == list(range(2, 11))
