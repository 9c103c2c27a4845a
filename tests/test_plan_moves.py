"""Plants that move: against trying all plans, and what a planner reads and is refused."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import geopandas as gpd
import numpy as np
import pytest
from hypothesis import HealthCheck, assume, given, settings

import gisplan as gp
from gisplan.analysis import highs
from gisplan.analysis.siting import SitingTask, suggest
from gisplan.analysis.siting.models.result import Clock
from gisplan.analysis.siting.plans import (
    PlanRanges,
    PlanTask,
    best_of_each_year,
    hold_against_futures,
    make_plan,
    make_plan_case,
    moved_words,
    named_actions,
    served_at_most,
)
from gisplan.analysis.siting.plans.first_plan import first_plan
from gisplan.analysis.siting.plans.plan_figures import row_of
from gisplan.analysis.siting.plans.plan_search import PlanFound, PlanParts, searched
from gisplan.analysis.siting.plans.programme import build
from gisplan.api.sites.candidate_columns import with_candidate_columns
from gisplan.catalog.workspace import Workspace
from gisplan.errors import DataError, OptionError
from tests import mapdata
from tests.plan_cases import SmallPlan, best_coverage, kept, least_of, small_plans

SMALL = settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)


def _one_place_at_a_time(case: SmallPlan, plan) -> None:
    """In each year a plant works at one place: its own, or one of those named for it."""
    origin = case.sites.set_index("id")["moved_from"]
    for _, there in plan.sites.groupby("year"):
        where = there["site"].map(origin).fillna(there["site"])
        assert where.is_unique
    moves = plan.actions[plan.actions["action"] == "move"]
    assert moves["site"].map(origin).tolist() == moves["moved_from"].tolist()
    assert moves["moved_from"].is_unique


@pytest.mark.parametrize(("tiers", "years"), [(1, 2), (2, 1)])
def test_the_most_is_served_of_all_plans_that_move_plants(tiers: int, years: int) -> None:
    seen = []

    @SMALL
    @given(small_plans(tiers=tiers, years=years, moves=True))
    def holds(case: SmallPlan) -> None:
        best = best_coverage(case)
        plan = make_plan(case.problem)
        if best < -1e-6:
            assert plan.status == "infeasible"
            return
        assert plan.status == "optimal"
        assert plan.objective == pytest.approx(best, abs=1e-5)
        kept(case, plan)
        _one_place_at_a_time(case, plan)
        seen.append((plan.actions["action"] == "move").any())

    holds()
    assert any(seen)


@settings(SMALL, max_examples=4)
@given(small_plans(moves=True))
def test_cost_and_each_year_alone_are_those_of_all_plans(case: SmallPlan) -> None:
    asked = replace(case, terms=replace(case.terms, aim="cost"))
    least, plan = least_of(asked, "cost"), make_plan(asked.problem)
    assert plan.solved == np.isfinite(least)
    assume(plan.solved)
    assert (plan.status, plan.objective) == ("optimal", pytest.approx(least, rel=1e-5, abs=1e-4))
    plan = make_plan(case.problem)
    told = best_of_each_year(case.problem, plan)
    for t, row in enumerate(told.itertuples()):
        alone = tuple(replace(one, weight=float(k == t)) for k, one in enumerate(case.terms.phases))
        terms = replace(case.terms, phases=alone)
        assert row.best == pytest.approx(best_coverage(replace(case, terms=terms)), abs=1e-5)


@settings(SMALL, max_examples=10)
@given(small_plans(moves=True))
def test_greedy_plans_move_whole_plants_and_a_search_finds_the_best(case: SmallPlan) -> None:
    programme = build(case.problem)
    options, taken = programme.options, first_plan(programme, Clock(9))
    for plant in set(options.plant[options.moved]):
        mine = options.plant == plant
        left, came = (taken[:, mine & half] for half in (options.close, options.build))
        assert left.sum(axis=1).tolist() == came.sum(axis=1).tolist()
        assert came.sum() <= 1
    row = row_of(programme, "served")[0]
    model = programme.programme(-row / max(float(np.abs(row).max()), 1.0))
    nothing = highs.solve(programme.programme(model.cost, taken=taken & False), seconds=9)
    assume(len(nothing.x))
    found = searched(model, PlanParts.of(programme), PlanFound(nothing.x, -np.inf), Clock(9))
    assert found.proven(model.cost)
    assert -row @ found.x == pytest.approx(-best_coverage(case), abs=1e-5)


def _points(table: dict, at: list[float]) -> gpd.GeoDataFrame:
    return gpd.GeoDataFrame(table, geometry=gpd.points_from_xy(at, [36.0] * len(at)), crs=4326)


TOWNS = {"id": ["a", "b"], "adcode": ["620102", "620502"], "t_paper": [60.0, 50.0]}
#: Plainly synthetic. Two of three plants have one name; of one neither capacity nor state is known.
PLANTS = {
    "id": ["1", "2", "3"],
    "name_zh": ["旧厂", "旧厂", "不详厂"],
    "name_en": ["Old works", "Old works", "Doubtful works"],
    "kind": "paper_mill",
    "precision": "site",
    "stage": "operating",
    "start_year": [2000, 2000, 2000],
    "due_year": None,
    "status_year": [2025, 2025, 2025],
    "capacity": [100.0, 20.0, None],
}
TIER = {"name": "mill", "kinds": ["paper_mill"], "reach_km": 20, "sizes": []}


def _case(spots: dict, *, plants: dict | None = None, tiers: list | None = None, **phase):
    task = PlanTask.of(
        tiers=tiers or [TIER],
        phases=[{"year": 2026, **phase}, {"year": 2030, "budget": 9}],
        year=2025,
        quantity="t_paper",
    )
    old = _points({**PLANTS, **(plants or {})}, [100.0, 104.0, 100.0])
    return make_plan_case(_points(spots, [104.05, 105.05]), _points(TOWNS, [104, 105]), old, task)


SPOTS = {
    "id": ["S", "T"],
    "name_zh": ["东", "西"],
    "name_en": ["East", "West"],
    "cost": [4.0, 3.0],
    "moved_from": [None, 1],
}


def test_a_move_costs_what_the_candidate_says_and_takes_all_along() -> None:
    # the plant named by a number has 100 at the far end of the map, and b is served at T alone
    case = _case(SPOTS, budget=0)
    plan = make_plan(case.problem)
    (move,) = named_actions(case, plan).to_dict("records")
    assert (move["site"], move["year"], move["action"], move["cost"]) == ("T", 2030, "move", 3)
    assert (move["capacity"], move["used"], move["moved_from_en"]) == (0, 50, "Old works")
    (said,) = moved_words(case.places, plan.actions)
    assert (said.zh, said.en) == ("2030 年，旧厂迁至西", "in 2030, Old works moves to West")
    there = plan.sites.set_index(["year", "site"])["capacity"]
    assert there[2026, "old/1"] == there[2030, "new/T"] == 100
    assert (2030, "old/1") not in there.index
    # another capacity there: the difference is what is added; and it is no further plant
    more = {**SPOTS, "capacity": [None, 30.0]}
    case = _case(more, tiers=[{**TIER, "new": 0, "keep": 2, "close": 1}], budget=9)
    plan = make_plan(case.problem)
    (move,) = plan.actions.to_dict("records")
    assert (move["year"], move["capacity"], move["cost"]) == (2026, -70, 3)
    assert plan.years["served"].tolist() == [50, 50]
    # what a table says of places where nothing moves is not asked
    words = {**SPOTS, "capacity": ["50 t/d", None]}
    assert make_plan(_case(words, budget=9).problem).actions["capacity"].tolist() == [0]
    # a plant of unknown capacity may move where that of its new place is known
    case = _case({**more, "moved_from": [None, "不详厂"]}, budget=9)
    plan = make_plan(case.problem)
    assert plan.actions["capacity"].isna().all()
    assert plan.years["served"].tolist() == served_at_most(case.problem, plan).tolist() == [50, 50]


def test_a_plant_that_shuts_down_does_so_at_its_new_place() -> None:
    case = _case(SPOTS, budget=9)
    plan = make_plan(case.problem)
    ranges = PlanRanges.of({"draws": 1, "plants": [{"id": "1", "closed": 1}]})
    (future,) = case.futures(ranges)
    moved = future.options.build & future.options.moved
    assert future.options.capacity[moved].tolist() == [0]
    held = hold_against_futures(case.problem, plan, [future], seconds=9)
    # the other plant has 20
    assert held.years["served_most"].tolist() == [20, 20]
    ranges = PlanRanges.of({"draws": 1, "plants": [{"id": "1", "capacity": [40, 40]}]})
    (future,) = case.futures(ranges)
    assert future.options.capacity[future.options.moved].tolist() == [40, -40]


@pytest.mark.parametrize(
    ("spots", "plants", "said"),
    [
        ({"moved_from": ["", "nowhere"]}, {}, "row 2 (T): there is no plant nowhere"),
        ({"moved_from": ["Old works", ""]}, {}, "2 plants have the name Old works"),
        ({"moved_from": ["", 3]}, {}, "row 2 (T): the plant that moves there, Doubtful works, is"),
        ({"moved_from": ["1", ""]}, {"status_year": [2020] * 3}, "is not known to stand"),
        ({"moved_from": ["", "S"]}, {}, "there is no plant S"),
        ({"capacity": [None, "50 t/d"]}, {}, "row 2 (T), column capacity: “50 t/d” is not a"),
        ({"capacity": ["much", 0]}, {}, "row 2 (T), column capacity: “0” is not a number above 0"),
    ],
)
def test_a_plant_that_can_not_move_is_refused_by_row(spots: dict, plants: dict, said: str) -> None:
    with pytest.raises(DataError, match=re.escape(said)):
        _case({**SPOTS, **spots}, plants=plants, budget=9)


def test_moving_is_not_free_unless_said_and_stays_within_a_tier() -> None:
    free = {name: of for name, of in SPOTS.items() if name != "cost"}
    with pytest.raises(DataError, match="not known what moving costs"):
        _case(free, budget=9)
    tiers = [{**TIER, "name": "depot", "kinds": []}, TIER]
    places = _case(SPOTS, tiers=tiers, budget=9).places
    assert places["id"][places["own"] == "T"].tolist() == ["new/mill/T"]
    with pytest.raises(DataError, match="is of tier mill, the candidate of depot"):
        _case({**SPOTS, "tier": [None, "depot"]}, tiers=tiers, budget=9)


def test_columns_of_candidates_are_known_by_their_titles() -> None:
    # as a table has them that was brought in: a heading in brackets its unit, words for yes and no
    spots = {
        "id": ["S", "T"],
        "费用（万元）": [4.0, 3.0],
        "迁自": [None, "1"],
        "必选": ["否", "是"],
    }
    old = _points(PLANTS, [100.0, 104.0, 100.0])
    asked = {
        "facilities": old,
        "demand": _points(TOWNS, [104, 105]),
        "tiers": [TIER],
        "phases": [{"year": 2026, "budget": 9}],
        "year": 2025,
        "quantity": "t_paper",
        "lang": "zh",
    }
    told = gp.plan_sites(_points(spots, [104.05, 105.05]), **asked)
    assert told.table[["site", "action", "cost", "moved_from"]].to_numpy().tolist() == [
        ["T", "move", 3.0, "1"]
    ]
    said = " ".join(one.zh for one in told.left_out)
    assert "按候选点的同名列计" in said
    assert "费用（万元）" in said
    assert "2026 年，旧厂迁至T" in said
    twice = {**spots, "费用": [1.0, 1.0]}
    with pytest.raises(OptionError, match="2 列的标题都是“费用”"):
        gp.plan_sites(_points(twice, [104.05, 105.05]), **asked)


def test_choosing_new_sites_says_that_plants_stay() -> None:
    spots, towns = _points(SPOTS, [104.05, 105.05]), _points(TOWNS, [104, 105])
    old = _points(PLANTS, [100.0, 104.0, 100.0])
    task = SitingTask(reach=20, year=2025, new=1, quantity="t_paper")
    told = suggest(spots, towns, old, task)
    assert told.table["id"].tolist() == ["T"]
    assert told.left_out[-1].en.startswith("moved_from of the candidates does not count here")


def test_a_workspace_made_earlier_has_a_template_without_later_columns(place: Workspace) -> None:
    shipped = (Path(__file__).parents[1] / "layers/templates/sites.toml").read_text("utf-8")
    earlier, _, after = shipped.partition("[columns.moved_from]")
    assert after
    (place.layers / "templates").mkdir(exist_ok=True)
    (place.layers / "templates/sites.toml").write_text(earlier, encoding="utf-8")
    layer = mapdata.layers()["bases"]
    assert with_candidate_columns(layer, place=place) == (layer, ())
