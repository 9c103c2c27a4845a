"""Where no plan will do, or a year asks for something else: what is said, against hand figures."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import geopandas as gpd
import pytest

from gisplan.analysis.siting.plans import (
    PlanCase,
    PlanTask,
    Size,
    built_ahead,
    make_plan,
    make_plan_case,
    plan_sites,
    too_dear,
    why_no_plan,
)
from gisplan.api.load import load_layer
from gisplan.api.sites.plan_file import read_plan_file
from gisplan.api.sites.plan_quantities import quantity_by_year
from gisplan.errors import DataError, DeclarationError, OptionError
from gisplan.text import Text


def points(lon: list[float], **columns: Any) -> gpd.GeoDataFrame:
    geometry = gpd.points_from_xy(lon, [36.0] * len(lon))
    return gpd.GeoDataFrame(columns, geometry=geometry, crs=4326)


#: Three towns in three regions; nobody can reach the last.
TOWNS = points(
    [104, 105, 110], id=["a", "b", "c"], adcode=["900101", "910101", "920101"], t=[60.0, 40.0, 20.0]
)
SPOTS = points([104.05, 105.05], id=["S", "T"], name_zh=["甲", "乙"], name_en=["Left", "Right"])
NOTHING = gpd.GeoDataFrame({"id": []}, geometry=[], crs=4326)
REGIONS = {"920100": Text("丙市", "Farther")}


def case_of(
    spots: gpd.GeoDataFrame = SPOTS, *, budgets: tuple[float, ...] = (8.0, 8.0), **more: Any
) -> PlanCase:
    sizes = [{"name": "p", "capacity": 50, "cost": 8}]
    task = PlanTask.of(
        tiers=[{"name": "plant", "kinds": [], "reach_km": 20, "sizes": sizes}],
        phases=[{"year": 2026 + t, "budget": one} for t, one in enumerate(budgets)],
        year=2025,
        quantity="t",
        **more,
    )
    return make_plan_case(spots, TOWNS, NOTHING, task)


def told(case: PlanCase, lang: str = "en") -> list[str]:
    answer = make_plan(case.problem)
    said = why_no_plan(case, answer, regions=REGIONS) + too_dear(case, answer)
    return [getattr(one, lang) for one in said]


def test_why_no_plan_will_do_is_told() -> None:
    both = SPOTS.assign(forced=True)
    assert told(case_of()) == []
    assert told(case_of(both, budgets=(8.0, 4.0))) == [
        "the 2 forced sites cost 16 at least, all budgets together are 12",
        "there are plans without one of these: the budgets (budget), the forced sites (forced)",
    ]
    assert told(case_of(both, budgets=(6.0, 11.0)))[0].startswith("there are plans")
    dear = SPOTS.assign(forced=[True, False], cost=[3.0, 0.0])
    assert told(case_of(dear))[0].endswith("than the greatest budget, 8: Left (11)")
    assert told(case_of(dear, carry=True)) == []
    # of region 920100 nothing is within reach
    assert told(case_of(least_share=0.5), "zh") == [
        "least_share 要求每个地区处理 50.0%，1 个地区可达的就不到：丙市（0.0%）",
        "只去掉下列之一就有方案：各地区最低份额（least_share）",
    ]
    # way: 100 of 120 can be reached, of which one plant takes 50 and two 90
    assert told(case_of(aim="way", share=0.95)) == [
        "share asks for 95.0% of what can be reached in each year; the plan that serves most has: "
        "2026 50.0%, 2027 90.0%",
        "there are plans without one of these: the share to be served (share)",
    ]
    assert told(case_of(budgets=(3.0, 4.0)), "zh") == [
        "最便宜的一项要花 8，各期预算至多只有 4，所以什么也建不成"
    ]


def test_what_is_built_before_it_is_needed_is_named() -> None:
    case = case_of(budgets=(16.0, 0.0))
    answer = make_plan(case.problem)
    assert built_ahead(case, answer) == ()
    idle = answer.sites["site"].str.endswith("T") & (answer.sites["year"] == 2026)
    waits = replace(answer, sites=answer.sites.assign(used=answer.sites["used"].mask(idle, 0.0)))
    assert [one.zh for one in built_ahead(case, waits)] == [
        "先建后用：乙（2026 年建，2027 年用）；推迟其一，或与以后的一项对调，没有找到同样好的方案"
    ]
    # enlarged by 50, of which nothing is needed: what stood before takes it all
    room = answer.sites["capacity"] + 50.0
    roomy = replace(answer, sites=answer.sites.assign(capacity=room))
    assert "甲（2026 年建）、乙（2026 年建）" in built_ahead(case, roomy)[0].zh
    unknown = replace(answer, sites=answer.sites.assign(capacity=float("nan")))
    assert built_ahead(case, unknown) == ()
    # nobody lives near the second one, which has to be built
    far = points([104.05, 120.0], id=["S", "T"], name_zh=["甲", "乙"], name_en=["Left", "Right"])
    case = case_of(far.assign(forced=[False, True]))
    assert [one.en for one in built_ahead(case, make_plan(case.problem))] == [
        "built, and needed in no year: Right (2027)"
    ]


def test_the_greatest_least_share_is_told_where_all_are_within_reach(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("tests.test_plan_why_not.TOWNS", TOWNS[:2])
    # a plant of 50 in region 900100, whose towns need 60
    assert told(case_of(least_share=0.9))[0] == (
        "least_share asks for 90.0% of each region; under all else the least share is 83.3% at most"
    )
    with pytest.raises(DataError) as wrong:
        plan_sites(
            SPOTS,
            TOWNS[:2],
            NOTHING,
            tiers=[
                {
                    "name": "plant",
                    "kinds": [],
                    "reach_km": 20,
                    "sizes": [{"name": "p", "capacity": 50, "cost": 8}],
                }
            ],
            phases=[{"year": 2026, "budget": 16}],
            year=2025,
            quantity="t",
            rules={"least_share": 0.9},
        )
    assert "83.3%" in wrong.value.text("zh")


def test_candidates_of_a_plan_are_checked_as_those_of_a_choice() -> None:
    for columns, words in (
        ({"cost": [1.0, None]}, r"row 2 \(T\), column cost"),
        ({"cost": [-1.0, 0.0]}, "0 or more"),
        ({"forced": [True, False], "forbidden": [True, False]}, "both forced and forbidden"),
    ):
        with pytest.raises(DataError, match=words):
            case_of(SPOTS.assign(**columns))
    task = PlanTask.of(
        tiers=[
            {
                "name": "plant",
                "kinds": [],
                "reach_km": 20,
                "sizes": [{"name": "p", "capacity": 50, "cost": 8, "away_km": 3}],
            }
        ],
        phases=[{"year": 2020}, {"year": 2030}],
        year=2025,
        quantity="t",
    )
    forced = SPOTS.assign(forced=[True, False])
    with pytest.raises(OptionError, match="too near what is kept away from: Left;"):
        make_plan_case(forced, TOWNS, NOTHING, task, unwelcome=points([104.06], id=["home"]))
    case = make_plan_case(SPOTS, TOWNS, NOTHING, task, unwelcome=points([104.06], id=["home"]))
    assert case.left_out[0].en.startswith("2020 lie before 2025")


def test_rules_and_sizes_that_are_none_are_told() -> None:
    with pytest.raises(OptionError, match="rules have no leastshare; there are: share, single"):
        case_of(leastshare=0.5)
    words: dict[str, Any] = {"name": "p", "capacity": "50", "cost": 8}
    with pytest.raises(OptionError, match="capacity must be a number above 0, not '50'"):
        Size(**words)
    assert "no life is declared" in case_of(aim="cost").left_out[0].en
    assert case_of(aim="cost", charges={"life": 20}).left_out == ()


def test_years_ask_for_amounts_of_one_unit() -> None:
    demand = load_layer("demand_points")
    phases = [{"year": 2026}, {"year": 2030, "quantity": "t_municipal"}]
    words, said = quantity_by_year(phases[:1], "t_kitchen", demand)
    assert (words.zh, said) == (demand.spec.column("t_kitchen").title_with_unit.zh, ())
    words, said = quantity_by_year(phases, "t_kitchen", demand)
    assert words.zh == "各年的数量（吨/年）"
    municipal = demand.spec.column("t_municipal").title_with_unit
    assert f"2030 年 {municipal.zh}" in said[0].zh
    people = [{"year": 2026}, {"year": 2030, "quantity": "population"}]
    with pytest.raises(OptionError, match="2030 asks for population"):
        quantity_by_year(people, "t_kitchen", demand)


def test_years_and_tiers_out_of_order_are_told_with_the_file(tmp_path: Path) -> None:
    tier = '[[tiers]]\nname = "plant"\nkinds = []\nreach_km = 20\nsizes = []\n'
    path = tmp_path / "plan.toml"
    path.write_text(tier * 2 + "[[phases]]\nyear = 2030\n[[phases]]\nyear = 2028\n", "utf-8")
    with pytest.raises(DeclarationError) as wrong:
        read_plan_file(path)
    told = wrong.value.text("en")
    assert "plan.toml" in told
    assert "years must rise, each once; they are 2030, 2028" in told
    assert "2 tiers are called plant" in told
