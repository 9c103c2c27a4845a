"""Tables on a screen of any width: figures are whole, and every column is there."""

from __future__ import annotations

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console

from gisplan.cli.terminal import Screen
from gisplan.text import Text

HEADS = ("场址", "2030 年处理（据不完整名单）：城镇居民餐厨垃圾（吨/年）", "cost (10,000 yuan)")


@settings(max_examples=40, deadline=None)
@given(width=st.integers(32, 170), columns=st.integers(1, 14), amount=st.integers(0, 10**10))
def test_a_figure_is_never_broken_over_lines(width: int, columns: int, amount: int) -> None:
    screen = Screen("en")
    screen._out = console = Console(width=width, record=True, file=io.StringIO())
    figures = [f"{amount + k:,}" for k in range(columns)]
    heads = [Text(HEADS[min(k, 2)], HEADS[min(k, 2)]) for k in range(columns + 1)]
    rows = [["某某市生活垃圾焚烧发电项目（协同餐厨）", *figures]]
    screen.table(heads, rows, title=Text("表", "table"), right=range(1, columns + 1))
    lines = console.export_text().splitlines()
    assert max(map(cell_len, lines)) <= width
    told = "\n".join(lines)
    assert told.count("table") == 1
    for figure in figures:
        assert f" {figure} " in told
    framed = [line.rstrip() for line in lines if line.startswith(("│", "┃"))]
    assert all(line.endswith(line[0]) for line in framed)  # no column is cut off


@pytest.mark.parametrize("width", [40, 160])
def test_an_empty_table_has_its_headings(width: int) -> None:
    screen = Screen("zh")
    screen._out = console = Console(width=width, record=True, file=io.StringIO())
    screen.table([Text(one, one) for one in HEADS], [], right=(1, 2))
    assert "场址" in console.export_text()
