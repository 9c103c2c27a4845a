"""A region without a row is told wherever sums are taken; nothing is smaller in silence."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import geopandas as gpd
import pandas as pd
import pytest
from shapely.geometry import box

from gisplan.analysis.tables.join import attach
from gisplan.catalog import workspace
from gisplan.catalog.workspace import Workspace
from gisplan.cli import main
from gisplan.cli.terminal import Screen
from gisplan.places.hierarchy import without_rows
from gisplan.text import Text
from tests.test_catalog import edit

UNITS = pd.DataFrame(
    {
        "adcode": ["990000", "990100", "990200", "990101", "990102", "990200"],
        "level": ["province", "prefecture", "prefecture", "county", "county", "county"],
        "parent": [None, "990000", "990000", "990100", "990100", "990200"],
        "name_zh": ["省", "甲市", "乙市", "东县", "西县", "乙市"],
        "name_en": ["Province", "A", "B", "East", "West", "B"],
    }
)


def test_a_join_tells_both_sides() -> None:
    regions = gpd.GeoDataFrame(
        {"adcode": ["990101", "990102"], "name_zh": ["东县", "西县"], "name_en": ["East", None]},
        geometry=[box(0, 0, 1, 1), box(1, 0, 2, 1)],
        crs=4326,
    )
    figures = pd.DataFrame({"adcode": ["990101", "990999"], "people": [1, 2]})
    told = [words.en for words in attach(regions, figures, columns=["people"]).left_out]
    assert told == [
        "1 row(s) of none of these regions: 990999",
        "1 region(s) have no row; they are empty, and no sum has them in it: 990102",
    ]


@pytest.mark.parametrize(
    ("have", "named"),
    [
        (["990101", "990102", "990200"], []),
        (["990101", "990200"], ["West (A)"]),
        (["990101", "990102"], ["B"]),
        # rows of another level are no rows of counties
        (["990100"], []),
    ],
)
def test_units_without_a_row_are_named_with_their_region(have: list[str], named: list[str]) -> None:
    regions = UNITS[UNITS["level"] == "prefecture"]
    told = without_rows(regions, pd.DataFrame({"adcode": have}), UNITS)
    assert [words.en.split(": ")[1] for words in told] == named


def test_a_county_without_a_census_row_is_told_by_build(place: Workspace, capsys: Any) -> None:
    edit(place, "layers/figures.csv", "990102,20\n", "")
    assert main(["build", "-C", str(place.root), "--lang", "en"]) == 0
    assert "1 region(s) have no row" in capsys.readouterr().out


@pytest.mark.slow
def test_a_county_without_a_census_row_is_told_by_coverage(tmp_path: Path, capsys: Any) -> None:
    place = workspace.create(tmp_path / "w")
    words = ["coverage", "-C", str(place.root), "--lang", "en"]
    assert main(words) == 0
    whole = capsys.readouterr().out
    assert "lower bounds" not in whole
    table = place.layers / "census_counties.csv"
    lines = table.read_text(encoding="utf-8").splitlines(keepends=True)
    table.write_text(
        "".join(line for line in lines if not line.startswith("621102,")), encoding="utf-8"
    )
    assert main(words) == 0
    told = capsys.readouterr().out
    assert "1 unit(s) have no row and are not counted" in told
    assert "Dingxi" in told


def test_what_a_terminal_would_obey_never_reaches_it(capsys: Any) -> None:
    screen = Screen("en")
    hostile = "a\x1b[31m\x9b2J\x07\r\u202eb\x1b]0;title\x07"
    screen.print(hostile)
    screen.error(hostile)
    both = Text(hostile, hostile)
    screen.table((both,), [(hostile,)], title=both)
    told = capsys.readouterr()
    for text in (told.out, told.err):
        assert not set(text) & set("\x1b\x9b\x07\r\u202e")
        assert "a\ufffd[31m" in text


def test_wrong_arguments_are_no_orders_to_the_terminal(capsys: Any) -> None:
    with pytest.raises(SystemExit):
        main(["build", "--lang", "en", "--no-such-\x1b[2J"])
    assert "\x1b" not in capsys.readouterr().err


def test_rows_without_a_key_are_told_as_such(place: Workspace, capsys: Any) -> None:
    path = place.layers / "figures.csv"
    path.write_text("adcode,residents\n,1\n,2\n990101,3\n", encoding="utf-8")
    assert main(["build", "-C", str(place.root), "--lang", "en"]) == 2
    told = " ".join(capsys.readouterr().err.split())
    assert "figures.csv: rows 2, 3 have no adcode" in told
