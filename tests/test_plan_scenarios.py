"""Whole plans whose later years go by a scenario of the workspace: other people, other rates."""

from __future__ import annotations

from pathlib import Path

import pytest

from gisplan.analysis.siting.plans import PlanTask
from gisplan.analysis.travel import ByDistance
from gisplan.api import sites as desk
from gisplan.catalog.workspace import Workspace, find
from gisplan.errors import OptionError
from tests import small

PEOPLE = """\
title = { zh = "人口点", en = "People" }
geometry = "point"
key = ["id"]
vintage = "synthetic"
licence = "CC0-1.0"
positions = "surveyed"
[from]
file = "people.csv"
lon = "lon"
lat = "lat"
[[sources]]
title = "made by the tests"
[columns]
id = { type = "text", title = "id", required = true }
name_zh = { type = "text", title = "name" }
adcode = { type = "adcode", title = "code" }
t = { type = "number", title = "waste", minimum = 0 }
"""
ROWS = "id,name_zh,adcode,lon,lat,t\na,甲,990101,100.2,35.5,{a}\nb,乙,990102,101.2,35.5,{b}\n"
SCENARIO = """\
title = { zh = "增长", en = "Growth" }
[layers.people]
file = "grown.csv"
"""
#: Plainly synthetic.
PLAN = """\
quantity = "t"
[[tiers]]
name = "plant"
kinds = ["any"]
candidates = "spots.csv"
reach_km = 20
sizes = [{ name = "s", capacity = 30, cost = 1 }]
[[phases]]
year = 2026
budget = 1
[[phases]]
year = 2030
budget = 1
"""


@pytest.fixture
def place(tmp_path: Path) -> Workspace:
    """People in two counties, and a scenario in which there are more of them in one."""
    place = small.workspace(tmp_path / "small")
    (place.root / "gisplan.toml").write_text('[roles]\ndemand = "people"\n', encoding="utf-8")
    (place.layers / "scenarios").mkdir()
    grown = place.layers / "scenarios" / "grown.csv"
    for path, content in (
        (place.layers / "people.toml", PEOPLE),
        (place.layers / "people.csv", ROWS.format(a=10, b=20)),
        (place.layers / "scenarios" / "growth.toml", SCENARIO),
        (grown, ROWS.format(a=25, b=20)),
        (place.root / "spots.csv", "id,name,lon,lat\np,甲,100.2,35.5\nq,乙,101.2,35.5\n"),
    ):
        path.write_text(content, encoding="utf-8")
    return find(place.root)


def made(place: Workspace, more: str = "") -> desk.PlannedSites:
    """Make the plan, with a line more in its last year."""
    path = place.root / "plan.toml"
    path.write_text(PLAN + more, encoding="utf-8")
    return desk.plan_sites(desk.read_plan_file(path), place=place)


def test_the_demand_of_a_year_is_that_of_its_scenario(place: Workspace) -> None:
    told = made(place, 'scenario = "growth"\n')
    years = told.years.set_index("year")
    assert years["demand"].to_dict() == {2026: 30.0, 2030: 45.0}
    # of the two, the greater in 2026 and both in 2030, when there is more than a plant holds
    assert years["served"].to_dict() == {2026: 20.0, 2030: 45.0}
    assert "2030 年的需求按情景“增长”" in [one.zh for one in told.left_out]
    assert made(place).years["demand"].tolist() == [30.0, 30.0]


def test_a_factor_counts_on_top_of_a_scenario(place: Workspace) -> None:
    told = made(place, 'scenario = "growth"\nfactor = 0.5\n')
    assert told.years["demand"].tolist() == [30.0, 22.5]


def test_a_scenario_with_other_points_or_none_of_that_name_is_told(place: Workspace) -> None:
    with pytest.raises(OptionError, match="nonsuch"):
        made(place, 'scenario = "nonsuch"\n')
    grown = place.layers / "scenarios" / "grown.csv"
    grown.write_text(ROWS.format(a=25, b=20).replace("\nb,", "\nc,"), encoding="utf-8")
    with pytest.raises(OptionError, match=r"2, such as b, c"):
        made(place, 'scenario = "growth"\n')


def test_a_table_of_ones_own_has_no_scenario() -> None:
    with pytest.raises(OptionError, match="plan's file alone"):
        PlanTask.of(
            tiers=[{"name": "plant", "kinds": ["any"], "reach_km": 20}],
            phases=[{"year": 2026, "scenario": "growth"}],
            year=2025,
            quantity="t",
            mode=ByDistance(1.0),
        )
