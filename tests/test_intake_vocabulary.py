"""How many of the headings that offices and exports use are recognised, on a list of its own."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from gisplan.catalog.layer import Column
from gisplan.importing.cells import reword
from gisplan.importing.mapping import ColumnMapping
from gisplan.importing.match_headings import recognise
from gisplan.text import Text
from tests.test_intake_amounts import UNITS
from tests.test_intake_headings import SPEC, WORDS

LIST = pd.read_csv(Path(__file__).parent / "data" / "headings_300.csv", dtype=str)
GENERATED = {"id", "source_file", "source_row"}


def recognised(heading: str) -> list[str]:
    """The columns that a heading, alone in its file, is taken for."""
    columns = [column for column in SPEC.columns if column.name not in GENERATED]
    return list(recognise([heading], columns, vocabulary=WORDS, units=UNITS).found)


def test_nineteen_in_twenty_headings_are_recognised() -> None:
    hits = [recognised(h) == [c] for h, c in zip(LIST["heading"], LIST["column"], strict=True)]
    assert len(hits) >= 300
    missed = LIST["heading"][[not hit for hit in hits]].tolist()
    assert sum(hits) > 0.95 * len(hits), missed


@pytest.mark.parametrize("column", sorted(LIST["column"].unique()))
def test_no_meaning_is_left_behind(column: str) -> None:
    some = LIST[LIST["column"] == column]["heading"]
    assert sum(recognised(heading) == [column] for heading in some) >= 0.8 * len(some)


@pytest.mark.parametrize(
    "heading",
    [
        "产值增速",
        "产值同比增长（%）",
        "同比增长/产值",
        "2024年产值目标",
        "占比/产值",
        "上年同期/产值",
        "产值排名",
        "法定代表人",
        "成立日期",
    ],
)
def test_what_is_another_figure_is_not_taken_for_it(heading: str) -> None:
    assert recognised(heading) == []


def test_years_and_days_in_full_width_are_read() -> None:
    cells = pd.Series(["２０２０年", "２０２１", "2022", "２０２３.０５", "两千年"])
    column = Column(name="start_year", type="integer", title=Text("年", "year"))
    words, changed = reword(cells, column, ColumnMapping(heading="年"))
    assert words.tolist() == ["2020", "2021", "2022", "2023", "两千年"]
    assert "2022" not in changed
    column = Column(name="day", type="date", title=Text("日", "day"))
    days, _ = reword(pd.Series(["２０２４－０５－０３"]), column, ColumnMapping(heading="年"))
    assert days.tolist() == ["2024-05-03"]
