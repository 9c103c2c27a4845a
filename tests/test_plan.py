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

from gisplan import catalog, pipeline, workspace
from gisplan.allotment import allocations_by_region, bases_with_milestones
from gisplan.errors import DataError, OptionError
from gisplan.plan import Plan
from gisplan.plan_model import Quantity
from gisplan.text import Text

OUTLINE: dict[str, Any] = json.loads(
    (Path(__file__).parent / "data" / "plan_outline.json").read_text(encoding="utf-8")
)
YEARS = (2018, 2019, 2020, 2025)


@pytest.fixture(scope="module")
def tables() -> Mapping[str, pd.DataFrame]:
    place = workspace.find(workspace.shipped())
    names = tuple(n for n in catalog.load(place).layers if n.startswith("plan_") or n in ("units",))
    layers = pipeline.load_layers((*names, "prefectures"), place=place)
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


def test_every_year_of_every_deadline_is_there(plan: Plan) -> None:
    for task in OUTLINE["tasks"]:
        told = {str(m.year) for m in plan.milestones(task=task["clause"])}
        assert told == set(task["milestones"]), task["clause"]


def test_every_figure_of_every_deadline_is_there(plan: Plan) -> None:
    for task in OUTLINE["tasks"]:
        for year, figures in task["milestones"].items():
            told: Counter[float] = Counter()
            for milestone in plan.milestones(task=task["clause"], year=int(year)):
                quantity = milestone.quantity
                if quantity is None or "三大" in milestone.name.zh:
                    continue  # "三大" is a figure in words, which the outline leaves out
                told[quantity.low] += 1
                if quantity.comparison == "range":
                    assert quantity.high is not None
                    told[quantity.high] += 1
                # so is the 亿元 of "亿元以上": a threshold of one, without a numeral
                if quantity.threshold is not None and quantity.threshold != 1:
                    told[quantity.threshold] += 1
            assert told == Counter(figures), (task["clause"], year)


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


def test_the_figures_of_the_targets_are_those_of_the_text(plan: Plan) -> None:
    told: list[float] = []
    for target in plan.targets:
        quantity = target.quantity
        if quantity is None or "翻一番" in target.name.zh:
            continue  # "翻一番": twice, in words
        told += [quantity.low]
        told += [quantity.high] if quantity.comparison == "range" and quantity.high else []
    assert Counter(told) == Counter(OUTLINE["target_numbers"])
    dated = {(t.year, t.quantity.low, t.quantity.unit.zh) for t in plan.targets if t.quantity}
    assert {(2020, 1000.0, "亿元"), (2025, 2000.0, "亿元"), (2020, 3.0, "%")} <= dated


def test_what_the_plan_allots_to_which_prefecture(plan: Plan) -> None:
    """Read off clause 三(二), the clause that lays out the provinces' industry."""
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
    with pytest.raises(DataError) as caught:
        Plan.from_tables(broken)
    message = "\n".join(fault.zh for fault in caught.value.faults)
    assert all(word in message for word in ("二(九)99", "no-such-base", "省某厅"))
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
