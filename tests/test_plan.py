"""The plan as data, against the structure of the plan's own text."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gisplan.analysis.plan.allocations import allocations_by_region, bases_with_milestones
from gisplan.analysis.plan.model import Quantity
from gisplan.analysis.plan.plan import Plan
from gisplan.api import load
from gisplan.catalog import workspace
from gisplan.errors import DataError, OptionError
from gisplan.pipeline import catalogue as catalog
from gisplan.text import Text

OUTLINE: dict[str, Any] = json.loads(
    (Path(__file__).parent / "data" / "plan_outline.json").read_text(encoding="utf-8")
)
YEARS = (2018, 2019, 2020, 2025)


@pytest.fixture(scope="module")
def tables() -> Mapping[str, pd.DataFrame]:
    place = workspace.find(workspace.shipped())
    names = tuple(n for n in catalog.load(place).layers if n.startswith("plan_") or n in ("units",))
    layers = load.load_layers((*names, "prefectures"), place=place)
    return {name: layer.table for name, layer in layers.items()}


@pytest.fixture(scope="module")
def plan(tables: Mapping[str, pd.DataFrame]) -> Plan:
    return Plan.from_tables(tables, units=tables["units"])


# -- complete, by count and by value --------------------------------------------------------


def test_tasks_have_the_headings_and_units_of_the_text(plan: Plan) -> None:
    told = [
        {
            "clause": task.clause,
            "name": task.name.zh,
            "lead": [unit.name.zh for unit in task.lead],
            "cooperate": [unit.name.zh for unit in task.cooperating],
        }
        for task in plan.tasks
    ]
    keys = ("clause", "name", "lead", "cooperate")
    assert told == [{key: task[key] for key in keys} for task in OUTLINE["tasks"]]
    assert len(told) == 10


@pytest.mark.parametrize("part", ["paths", "safeguards"])
def test_paths_and_safeguards_have_the_headings_and_units_of_the_text(
    plan: Plan, part: str
) -> None:
    told = [
        {
            "clause": item.clause,
            "name": item.name.zh,
            "lead": [unit.name.zh for unit in item.lead],
            "cooperate": [unit.name.zh for unit in item.cooperating],
        }
        for item in getattr(plan, part)
    ]
    assert told == OUTLINE[part]


def test_every_dated_aim_of_every_deadline_is_there(plan: Plan) -> None:
    for task in OUTLINE["tasks"]:
        told = Counter(str(m.year) for m in plan.milestones(task=task["clause"]))
        assert told == task["aims"], task["clause"]
    assert len(plan.milestones()) == 40


def test_every_quantity_of_every_deadline_is_that_of_the_text(plan: Plan) -> None:
    for task in OUTLINE["tasks"]:
        told = [(m.year, m.quantity) for m in plan.milestones(task=task["clause"]) if m.quantity]
        assert [
            [
                year,
                *(q.comparison, q.low, q.high, q.unit.zh),
                *(q.threshold, q.threshold_unit.zh if q.threshold_unit else None),
            ]
            for year, q in told
        ] == task["quantities"], task["clause"]


def test_columns_and_their_fields_are_those_of_the_text(plan: Plan) -> None:
    told = [
        {"clause": c.clause, "name": c.name.zh, "fields": [f.name.zh for f in c.fields]}
        for c in plan.columns
    ]
    assert told == OUTLINE["columns"]
    assert len(plan.fields) == 12


def test_landmarks_are_those_of_the_text(plan: Plan) -> None:
    told = [{"clause": mark.clause, "name": mark.name.zh} for mark in plan.landmarks]
    assert told == OUTLINE["landmarks"]


def test_every_quantity_of_the_targets_is_that_of_the_text(plan: Plan) -> None:
    told = {
        (t.year, t.base_year, q.comparison, q.low, q.high, q.unit.zh)
        for t in plan.targets
        if (q := t.quantity)
    }
    assert told == {tuple(quantity) for quantity in OUTLINE["target_quantities"]}


def test_the_layout_of_industry_is_that_of_the_text(plan: Plan) -> None:
    told = Counter(
        (item.region_name.zh, item.open_ended, item.industries_open)
        for item in plan.allocations()
        if item.clause == "三(二)" and item.role != "pilot"
    )
    expected: Counter[tuple[str, bool, bool]] = Counter()
    for sentence in OUTLINE["layout"]:
        for place in (*sentence["places"], *(["等地"] if sentence["open"] else [])):
            key = (place, sentence["open"], sentence["industries_open"])
            expected[key] += len(sentence["industries"])
    assert told == expected


def test_every_place_that_a_clause_names_is_allotted_something(plan: Plan) -> None:
    told = {(i.clause, i.region_name.zh) for i in plan.allocations() if i.region is not None}
    assert told == {tuple(place) for place in OUTLINE["places"]}


def test_every_base_park_and_platform_of_the_text_is_there_and_no_other(plan: Plan) -> None:
    for clause, words, count in OUTLINE["facilities"]:
        told = [b for b in plan.bases if clause in b.clauses and words in b.name.zh]
        assert len(told) == count, (clause, words)
    mentions = sum(len(base.clauses) for base in plan.bases)
    assert mentions == sum(count for _, _, count in OUTLINE["facilities"])


def test_only_one_base_has_a_scale_and_it_is_a_class(plan: Plan) -> None:
    scales = {base.id: base.scale for base in plan.bases if base.scale}
    assert set(scales) == {"boiler-base"}
    assert scales["boiler-base"].value == 10_000_000
    assert scales["boiler-base"].basis == "class"


def test_what_the_plan_allots_to_which_prefecture(plan: Plan) -> None:
    """Read off clause 三(二), the clause that lays out the province's industry."""
    told: dict[str | None, set[str]] = {}
    for item in plan.allocations():
        if item.clause == "三(二)":
            told.setdefault(item.region, set()).add(item.industry)
    both = {"boilers", "heat-exchange", "motors", "electrical", "remanufacturing"}
    recycling, residues = {"recyclables-equipment"}, {"agroforestry-resources"}
    lanzhou_only = {"flue-gas", "precipitators", "dust-control", "services"}
    assert told == {
        "620100": both | lanzhou_only | recycling,
        "620500": both,
        "620900": recycling,
        "620600": recycling,
        "621100": residues,
        "621200": residues,
        "620700": residues,
        None: recycling | residues,
    }


def test_lists_that_end_with_and_others_are_open(plan: Plan) -> None:
    for item in plan.allocations():
        named_with_others = item.industry in ("recyclables-equipment", "agroforestry-resources")
        assert item.open_ended == named_with_others
    assert {item.region_name.zh for item in plan.allocations() if item.region is None} == {"等地"}


def test_the_bases_that_the_plan_places(plan: Plan) -> None:
    placed = {base.id: base.adcode for base in plan.bases}
    assert placed["lanzhou-new-area-base"] == "620171"
    assert placed["honggu-environmental-base"] == "620111"
    assert placed["urban-minerals-base"] == "620111"
    assert placed["sino-israeli-water-park"] == "620900"
    recycling = {placed[f"recycling-base-{n}"] for n in ("lanzhou", "wuwei", "suzhou", "dunhuang")}
    assert recycling == {"620100", "620600", "620902", "620982"}
    for base in plan.bases:
        assert (base.place_basis in ("none", "several")) == (base.adcode is None)


def test_every_region_is_a_unit_and_every_text_is_in_both_languages(
    plan: Plan, tables: Mapping[str, pd.DataFrame]
) -> None:
    codes = set(tables["units"]["adcode"])
    regions = {item.region for item in plan.allocations()} | {b.adcode for b in plan.bases}
    assert regions - {None} <= codes
    items = (*plan.tasks, *plan.milestones(), *plan.bases, *plan.targets, *plan.fields)
    for item in items:
        assert item.name.zh
        assert item.name.en


# -- asking ---------------------------------------------------------------------------------


def test_asking_by_year_task_region_and_clause(plan: Plan) -> None:
    assert {m.year for m in plan.milestones()} == set(YEARS)
    assert len(plan.milestones()) == sum(len(plan.milestones(year=y)) for y in YEARS)
    own = plan.allocations(region="620100")
    inside = plan.allocations(region="620100", within=True)
    assert {item.region for item in own} == {"620100"}
    assert {item.region for item in inside} == {"620100", "620111", "620171"}
    assert {i.segment for i in plan.allocations(region="620100", segment="services")} == {
        "services"
    }
    assert plan.clause("二(三)9").name.zh.startswith("全面建成")
    assert plan.clause("专栏3") == plan.columns[2]
    for wrong in (lambda: plan.clause("五"), lambda: plan.milestones(task="五")):
        with pytest.raises(OptionError, match="五"):
            wrong()


def test_a_base_knows_its_milestones(plan: Plan) -> None:
    (base,) = (b for b in plan.bases if b.id == "urban-minerals-base")
    assert [m.year for m in base.milestones] == [2018]


def test_all_that_does_not_fit_is_said_at_once(tables: Mapping[str, pd.DataFrame]) -> None:
    broken = {name: table.copy() for name, table in tables.items()}
    broken["plan_milestones"].loc[0, "clause"] = "二(九)99"
    broken["plan_landmarks"].loc[1, "base"] = "no-such-base"
    broken["plan_responsibilities"].loc[0, "unit_zh"] = "省某厅"
    broken["plan_fields"].loc[11, "column"] = "专栏9"
    broken["plan_tasks"].loc[0, "section"] = "二(八)"
    broken["plan_bases"].loc[4, "year_due"] = 2031
    broken["plan_targets"].loc[0, "value_low"] = None
    with pytest.raises(DataError) as caught:
        Plan.from_tables(broken)
    message = "\n".join(fault.zh for fault in caught.value.faults)
    wrong = ("二(九)99", "no-such-base", "省某厅", "专栏9", "二(八)", "2031", "output-2020")
    assert [word for word in wrong if word not in message] == []
    with pytest.raises(DataError, match="missing: plan_bases"):
        Plan.from_tables({k: v for k, v in tables.items() if k != "plan_bases"})


# -- quantities -----------------------------------------------------------------------------

quantities = st.builds(
    Quantity,
    comparison=st.sampled_from(["ge", "eq", "about", "range"]),
    low=st.floats(0, 1e6),
    high=st.floats(1e6, 1e7),
    unit=st.just(Text("个", "")),
    counts=st.just(Text("", "")),
)


@given(quantities, st.floats(0, 1e7), st.floats(0, 1e7))
def test_more_never_misses_what_less_meets(quantity: Quantity, one: float, two: float) -> None:
    less, more = sorted((one, two))
    assert not quantity.is_met(less) or quantity.is_met(more)
    assert quantity.is_met(quantity.low)
    assert quantity.shortfall(less) >= quantity.shortfall(more) >= 0


@given(st.floats(0, 1e6), st.floats(0, 1e7), st.floats(0, 1e7))
def test_a_ceiling_is_missed_from_above(limit: float, one: float, two: float) -> None:
    none = Text("", "")
    ceiling = Quantity(comparison="le", high=limit, unit=none, counts=none)
    less, more = sorted((one, two))
    assert not ceiling.is_met(more) or ceiling.is_met(less)
    assert ceiling.is_met(limit)
    assert 0 <= ceiling.shortfall(less) <= ceiling.shortfall(more)


@pytest.mark.parametrize(
    ("comparison", "low", "high"),
    [("ge", None, 3), ("le", 3, None), ("range", 2, None), ("range", 3, 2), ("eq", None, None)],
)
def test_a_quantity_has_the_numbers_that_it_needs(
    comparison: Any, low: float | None, high: float | None
) -> None:
    none = Text("", "")
    with pytest.raises(OptionError, match=comparison):
        Quantity(comparison=comparison, low=low, high=high, unit=none, counts=none)


def test_about_has_a_tolerance_that_is_said(plan: Plan) -> None:
    (share,) = (t.quantity for t in plan.targets if t.id == "share-2020")
    assert share is not None
    assert share.is_met(2.8)
    assert not share.is_met(2.8, tolerance=0.05)
    assert share.text() == Text("约 3 %", "about 3 %")
    with pytest.raises(OptionError):
        share.is_met(3, tolerance=2)


# -- as layers ------------------------------------------------------------------------------


def test_allocations_by_region_lose_nothing(tables: Mapping[str, pd.DataFrame], plan: Plan) -> None:
    segments = ["energy_saving", "environmental", "resource_recycling", "services"]
    outcome = allocations_by_region(
        tables["prefectures"], tables["plan_allocations"], tables["units"], segments=segments
    )
    table = outcome.table.set_index("adcode")
    for code in table.index:
        told = {i.industry for i in plan.allocations(region=code, within=True)}
        assert table.loc[code, "industries"] == len(told)
    assert table.loc["620400", "industries"] == 0
    assert pd.isna(table.loc["620400", "own_zh"])
    assert "红古园区：" in table.loc["620100", "inside_zh"]
    assert "2 项" in outcome.left_out[0].zh
    with pytest.raises(OptionError, match="services"):
        allocations_by_region(
            tables["prefectures"],
            tables["plan_allocations"],
            tables["units"],
            segments=segments[:3],
        )


def test_bases_carry_their_milestones_year_first(tables: Mapping[str, pd.DataFrame]) -> None:
    table = bases_with_milestones(tables["plan_bases"], tables["plan_milestones"])
    table = table.set_index("id")
    assert table.loc["urban-minerals-base", "milestones_zh"].startswith("2018：")
    assert pd.isna(table.loc["motor-base", "milestones_zh"])
    assert len(table) == len(tables["plan_bases"])
