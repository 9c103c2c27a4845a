"""Totals held against the next level, and the units that a layer says it covers."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gisplan.analysis.tables.totals import differences
from gisplan.catalog import workspace
from gisplan.catalog.layer import DataProblem
from gisplan.catalog.workspace import Workspace
from gisplan.cli import main
from gisplan.pipeline import build
from gisplan.pipeline import catalogue as catalog
from gisplan.pipeline.cache import Record
from gisplan.pipeline.resolve import Resolver
from tests.test_catalog import edit, faults

UNITS = pd.DataFrame(
    {
        "adcode": ["990000", "990100", "990200", "990101", "990102", "990200"],
        "level": ["province", "prefecture", "prefecture", "county", "county", "county"],
        "parent": [None, "990000", "990000", "990100", "990100", "990200"],
    }
)
ABOVE = """\
title = "Regions"
geometry = "none"
key = ["adcode"]
vintage = "synthetic"
licence = "CC0-1.0"
positions = "none"
[from]
file = "above.csv"
[[sources]]
title = "made by the tests"
[columns]
adcode = { type = "adcode", title = "code" }
people = { type = "integer", title = "people" }
"""
UNITS_TOML = ABOVE.replace("above.csv", "units.csv").replace('["adcode"]', '["adcode", "level"]')
UNITS_TOML = UNITS_TOML.replace(
    'people = { type = "integer", title = "people" }',
    'level = { type = "text", title = "level" }\nparent = { type = "adcode", title = "above" }\n'
    'name_zh = { type = "text", title = "name" }\nname_en = { type = "text", title = "name" }',
)
UNITS_CSV = """\
adcode,level,parent,name_zh,name_en
990100,prefecture,990000,甲市,Alpha
990101,county,990100,东县,East
990102,county,990100,西县,West
"""
HELD = """\
covers = { levels = ["county"] }
[[totals]]
layer = "above"
columns = { residents = "people" }
[from]
file"""


@pytest.fixture
def held(place: Workspace) -> Workspace:
    """The small workspace with units, a next level, and figures that say they are complete."""
    for name, content in (
        ("above.toml", ABOVE),
        ("above.csv", "adcode,people\n990100,30\n"),
        ("units.toml", UNITS_TOML),
        ("units.csv", UNITS_CSV),
    ):
        (place.layers / name).write_text(content, encoding="utf-8")
    edit(place, "layers/figures.toml", "[from]\nfile", HELD)
    return place


@given(
    st.lists(st.integers(0, 10**9), min_size=2, max_size=2),
    st.integers(0, 10**9),
    st.integers(-3, 3),
)
def test_a_difference_is_found_and_only_a_difference(
    counties: list[int], city: int, off: int
) -> None:
    rows = pd.DataFrame({"adcode": ["990101", "990102", "990200"], "n": [*counties, city]})
    totals = pd.DataFrame({"adcode": ["990100", "990200"], "n": [sum(counties) + off, city]})
    told = differences(rows, totals, UNITS, column="n", of="n")
    assert [(one.adcode, one.added - one.total) for one in told] == (
        [("990100", -off)] if off else []
    )


@given(st.lists(st.integers(0, 10**6), min_size=3, max_size=3), st.sampled_from([10, 100]))
def test_rounded_figures_may_be_off_by_what_rounding_explains(exact: list[int], to: int) -> None:
    rounded = [round(value / to) * to for value in exact]
    rows = pd.DataFrame({"adcode": ["990101", "990102", "990200"], "n": rounded, "to": to})
    totals = pd.DataFrame({"adcode": ["990000"], "n": [sum(exact)]})
    assert not differences(rows, totals, UNITS, column="n", of="n", rounded_to="to")
    far = totals.assign(n=sum(exact) + 4 * to)
    assert len(differences(rows, far, UNITS, column="n", of="n", rounded_to="to")) == 1


def test_a_row_without_a_figure_leaves_only_what_is_too_large() -> None:
    rows = pd.DataFrame({"adcode": ["990101", "990102"], "n": [20.0, None]})
    totals = pd.DataFrame({"adcode": ["990100"], "n": [30]})
    assert not differences(rows, totals, UNITS, column="n", of="n")
    assert differences(rows, totals.assign(n=10), UNITS, column="n", of="n")


def test_what_adds_up_raises_no_alarm(held: Workspace) -> None:
    report = build.build(held)
    assert not report.problems
    assert not report.left_out


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(
    ("new", "said"),
    [
        (
            "",
            {
                "zh": ["甲市", "1 行之和为 10", "为 30，少 20", "缺 1 个单位的行", "西县 (甲市)"],
                "en": ["Alpha", "1 row(s) add up to 10", "has 30: 20 less", "of 1 unit(s)", "West"],
            },
        ),
        (
            "990102,21\n",
            {"zh": ["2 行之和为 31", "为 30，多 1"], "en": ["add up to 31", "has 30: 1 more"]},
        ),
    ],
)
def test_a_line_deleted_or_changed_is_told_by_build(
    held: Workspace, capsys: Any, new: str, said: dict[str, list[str]], lang: str
) -> None:
    edit(held, "layers/figures.csv", "990102,20\n", new)
    for _ in range(2):  # also when nothing is made again
        assert main(["build", "-C", str(held.root), "--lang", lang]) == 0
        shown = " ".join(capsys.readouterr().out.replace("│", " ").split())
        for words in said[lang]:
            assert words.replace(" ", "") in shown.replace(" ", "")
    listed = (held.exports / "problems.csv").read_text(encoding="utf-8-sig")
    assert "figures.csv" in listed
    # what is made from it says so too, and a changed total is seen though figures.csv stood still
    left = Record.load(held.state).layers["joined"].left_out
    assert any("lower bounds" in words.en for words in left) == (not new)
    edit(held, "layers/above.csv", "30", "10" if not new else "31")
    assert not build.build(held).problems


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('"above"', '"gone"', ["figures.toml", "totals", "no layer gone"]),
        ('"people" }', '"persons" }', ["totals[1].layer", "no column persons"]),
        ('"people" }', '"adcode" }', ["totals[1].columns", "not a number"]),
        ('["county"]', "[]", ["covers.levels"]),
        ("columns = { residents", "rounded_to = nan\ncolumns = { residents", ["rounded_to"]),
        ('"above"', '"figures"', ["circle"]),
    ],
)
def test_what_can_not_be_held_is_a_fault(
    held: Workspace, old: str, new: str, said: list[str]
) -> None:
    edit(held, "layers/figures.toml", old, new)
    told = " ".join(faults(held))
    assert all(words in told for words in said), told


def problems(place: Workspace, *names: str) -> list[DataProblem]:
    resolver = Resolver(catalog.load(place), Record(place.state, keeps=False))
    for name in names:
        resolver.ensure(name)
    return [each for name in names for each in resolver.record.layers[name].problems]


CENSUS = ("census_counties", "census_prefectures")


@pytest.mark.parametrize("own", [None, Path(__file__).parents[1] / "examples" / "ningxia"])
def test_shipped_totals_add_up_to_the_next_level(own: Path | None, tmp_path: Path) -> None:
    place = workspace.find(own or tmp_path)
    listed = catalog.load(place)
    assert all(listed.layers[name].covers for name in CENSUS)
    assert not problems(place, *CENSUS)


@pytest.mark.parametrize(
    ("file", "line", "said"),
    [
        ("census_counties.csv", "621102,", "定西市：常住人口（人）"),
        ("census_prefectures.csv", "621100,", "甘肃省：地区生产总值（亿元）"),
    ],
)
def test_a_shipped_line_deleted_is_told_by_name(
    tmp_path: Path, file: str, line: str, said: str
) -> None:
    place = workspace.create(tmp_path / "w")
    table = place.layers / file
    lines = table.read_text(encoding="utf-8").splitlines(keepends=True)
    kept = [each for each in lines if not each.startswith(line)]
    assert len(kept) == len(lines) - 1
    table.write_text("".join(kept), encoding="utf-8")
    assert any(each.message.zh.startswith(said) for each in problems(place, *CENSUS))
