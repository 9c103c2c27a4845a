"""Candidates held against a network: brute force, conservation, order, and the command."""

from __future__ import annotations

import contextlib
import itertools
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyproj import Geod

from gisplan.analysis.siting import (
    SitingTask,
    evaluate_sites,
    siting_curve,
    suggest,
    suggest_curve,
    suggest_sites,
)
from gisplan.analysis.siting.evaluate import added_by_mode
from gisplan.analysis.siting.plans import PlanTask, make_plan_case
from gisplan.analysis.travel import ByDistance, Reach
from gisplan.analysis.travel.od_matrix import unreachable_table
from gisplan.api import sites as desk
from gisplan.api.journey import ReachOptions
from gisplan.api.load import load_layer
from gisplan.api.sites import SuggestOptions
from gisplan.catalog.layer import Outcome
from gisplan.errors import DataError, GisplanError, OptionError
from tests.command import gisplan

GEOD = Geod(ellps="WGS84")
PLACE = st.tuples(st.floats(100, 104), st.floats(34, 38))
PLACES = st.lists(PLACE, min_size=1, max_size=6)


def frame(places: list[tuple[float, float]], prefix: str, **columns: Any) -> gpd.GeoDataFrame:
    lon, lat = zip(*places, strict=True)
    facts = {"id": [f"{prefix}{at}" for at in range(len(places))], **columns}
    return gpd.GeoDataFrame(facts, geometry=gpd.points_from_xy(lon, lat, crs=4326))


def people(places: list[tuple[float, float]], weights: list[int]) -> gpd.GeoDataFrame:
    amounts = [weights[at % len(weights)] for at in range(len(places))]
    return frame(places, "d", adcode="620000", population=amounts)


def network(places: list[tuple[float, float]]) -> gpd.GeoDataFrame:
    facts = {"kind": "own", "precision": "site", "stage": "operating", "start_year": 0}
    years = {"due_year": np.nan, "status_year": np.nan}
    return frame(places, "s", **facts, **years)


def metres(one: gpd.GeoDataFrame, other: gpd.GeoDataFrame) -> np.ndarray:
    grid = np.meshgrid(np.arange(len(one)), np.arange(len(other)), indexing="ij")
    a, b = (table.geometry.iloc[at.ravel()] for table, at in zip((one, other), grid, strict=True))
    found = GEOD.inv(a.x, a.y, b.x, b.y)[2]
    return np.asarray(found).reshape(len(one), len(other))


weights = st.lists(st.integers(1, 10_000), min_size=1, max_size=6)


@settings(max_examples=40, deadline=None)
@given(PLACES, PLACES, PLACES, weights, st.floats(1, 300))
def test_gained_is_what_no_site_reaches(
    at: list[Any], news: list[Any], olds: list[Any], amounts: list[int], km: float
) -> None:
    demand, candidates, sites = people(at, amounts), frame(news, "c"), network(olds)
    told = evaluate_sites(candidates, demand, sites, reach_km=km, year=2020).table
    served = (metres(demand, sites) <= km * 1000).any(axis=1)
    inside = metres(demand, candidates) <= km * 1000
    weight = demand["population"].to_numpy()
    assert told["id"].tolist() == candidates["id"].tolist()
    assert told["within_population"].tolist() == (weight @ inside).tolist()
    assert told["gained_population"].tolist() == ((weight * ~served) @ inside).tolist()
    both = told["gained_population"] + told["overlap_population"]
    assert both.tolist() == told["within_population"].tolist()
    nearest = metres(candidates, sites).min(axis=1) / 1000
    assert told["nearest_km"].to_numpy() == pytest.approx(nearest, abs=1e-3)


@settings(max_examples=30, deadline=None)
@given(st.tuples(PLACES, PLACES, PLACES), weights, st.integers(1, 3), st.randoms())
def test_the_choice_is_the_best_of_all_choices_in_any_order(
    places: tuple[list[Any], list[Any], list[Any]], amounts: list[int], new: int, random: Any
) -> None:
    at, news, olds = places
    demand, candidates, sites = people(at, amounts), frame(news, "c"), network(olds)
    new = min(new, len(candidates))
    task = SitingTask(reach=80, year=2020, new=new)
    old = (metres(demand, sites) <= 80_000).any(axis=1)
    inside = metres(demand, candidates) <= 80_000
    weight = demand["population"].to_numpy()
    best = max(
        weight[old | inside[:, list(chosen)].any(axis=1)].sum()
        for chosen in itertools.combinations(range(len(candidates)), new)
    )
    if not (old.any() or inside.any()):
        return  # no pair at all is told as a fault, below
    told = suggest(candidates, demand, sites, task)
    assert told.solution.status == "optimal"
    assert told.after == best
    assert told.before == weight[old].sum()
    mixed = [
        table.iloc[random.sample(range(len(table)), len(table))]
        for table in (candidates, demand, sites)
    ]
    again = suggest(*mixed, task)
    assert sorted(again.table["id"]) == sorted(told.table["id"])
    assert again.after == told.after


def test_what_can_not_be_used_is_told() -> None:
    demand, candidates = people([(103, 36), (103.1, 36)], [5]), frame([(103, 36.1)], "c")
    sites = network([(103, 36.2)])
    task = SitingTask(reach=50, year=2020, new=1)
    with pytest.raises(OptionError, match="there are 1 candidates"):
        suggest(candidates, demand, sites, SitingTask(reach=50, year=2020, new=2))
    with pytest.raises(OptionError, match="no siting model"):
        suggest(candidates, demand, sites, SitingTask(reach=50, year=2020, new=1, model="x"))  # type: ignore[arg-type]
    for bad, error in ((np.nan, DataError), (-1.0, DataError)):
        wrong = demand.assign(population=[5.0, bad])
        with pytest.raises(error):
            suggest(candidates, wrong, sites, task)
    with pytest.raises(GisplanError):
        suggest(candidates.iloc[:0], demand, sites, task)
    with pytest.raises(GisplanError):
        suggest(candidates, demand.iloc[:0], sites, task)
    for nowhere in (
        SitingTask(reach=2.5, year=2020, new=1),
        SitingTask(reach=2.5, year=2020, new=1, model="backup"),
    ):
        with pytest.raises(DataError, match=r"reaches any demand point within 2\.5 km") as told:
            suggest(candidates, demand, sites, nowhere)
        assert "2.5 千米内到达任何需求点" in told.value.text("zh")
    with pytest.raises(OptionError, match="no quantity"):
        evaluate_sites(candidates, demand, sites, reach_km=5, year=2020, quantities=("t_nothing",))


def test_what_can_not_be_is_told_by_names_and_in_kilometres() -> None:
    demand = people([(103, 36), (104, 36), (105, 36), (106, 36)], [5]).assign(
        name_zh=["甲", "乙", "丙", "丁"], name_en=["A", "B", "C", "D"]
    )
    candidates = frame([(103, 36), (104, 36), (105, 36)], "c").assign(name_en=["P", "Q", "R"])
    sites = network([(103.1, 36)]).assign(name_zh="旧厂", name_en="Works")

    def task(**wanted: Any) -> SitingTask:
        return SitingTask(**{"reach": 20, "year": 2020, "new": 1, **wanted})

    forced = candidates.assign(forced=[True, False, False])
    with pytest.raises(OptionError) as near:
        suggest(forced, demand, sites, task(apart_km=40))
    assert near.value.text("en") == (
        "P and Works must both be open, but are 9.01 km apart, less than the spacing of 40 km; "
        "force only one of them, or lower the spacing"
    )
    for columns, words in (
        ({"forced": [True, True, False]}, "but 2 candidates are forced"),
        ({"forbidden": [True] * 3}, "of the 3 candidates 3 are forbidden"),
        ({"forced": [True, False, False], "forbidden": [True, False, False]}, r"row 1 \(c0\)"),
    ):
        with pytest.raises(GisplanError, match=words):
            suggest(candidates.assign(**columns), demand, sites, task())
    # one site more leaves one of two out; nobody can serve D
    told = suggest(candidates, demand[:3], sites, task(model="lscp"))
    assert (told.solution.lacking, len(told.solution.unserved)) == ("fewest", 1)
    assert "at least 1 demand point(s) stay without a site within 20 km" in told.proof.en
    # each has a candidate at its door: it is the number of sites that leaves one out
    (left,) = told.unserved.to_dict("records")
    assert left["within"]
    at_door = "Q" if left["name_zh"] == "乙" else "R"
    assert told.uncovered[0].zh == (
        f"未覆盖：{left['name_zh']}（最近的可用场址：{at_door}，0.0 千米）"
    )
    assert told.uncovered[1].en == "the smallest reach that would do: 81.15 km"
    told = suggest(candidates, demand, sites, task(model="lscp", new=3))
    assert told.solution.lacking == "beyond_reach"
    assert told.proof.zh == "1 个需求点在 20 千米内没有可用的场址"
    assert told.uncovered[0].en == ("not covered: D (nearest site that may be open: R, 90.2 km)")
    assert told.unserved["within"].tolist() == [False]
    assert told.unserved["amount"].tolist() == [5.0]
    # where there is an answer, those without a site are listed the same way, D first
    found = suggest(candidates, demand, sites, task(model="mclp"))
    assert found.unserved["name_en"].iloc[0] == "D"
    assert found.unserved["within"].tolist() == [False, True]
    assert found.unserved["nearest_en"].tolist()[0] == "R"
    assert found.unserved["way"].round(1).tolist() == [90.2, 0.0]
    # what is forbidden is no site that may be open
    shut = candidates.assign(forbidden=[False, False, True])
    barred = suggest(shut, demand, sites, task(model="lscp", new=2)).unserved
    assert barred["nearest_en"].tolist() == ["Q", "Q"]
    assert not barred["within"].any()
    twice = suggest(candidates, demand, sites, task(model="backup", new=3))
    assert any("left out: D" in words.en for words in twice.left_out)
    layer = suggest_sites(candidates, demand, sites, reach_km=20, year=2020, new=3, model="lscp")
    said = " ".join(words.en + words.zh for words in layer.left_out)
    assert "90.2 km" in said
    assert "new/" not in said


def test_spacing_budget_and_forbidden_candidates_are_kept_to() -> None:
    demand = people([(103, 36), (103.05, 36), (104, 36)], [100, 90, 10])
    candidates = frame([(103, 36), (103.05, 36), (104, 36)], "c", cost=[9.0, 5.0, 1.0])
    sites = network([(100, 34)])
    plain = SitingTask(reach=2, year=2020, new=2)

    def ids(told: Any) -> list[str]:
        return sorted(told.table["id"])

    assert ids(suggest(candidates, demand, sites, plain)) == ["c0", "c1"]
    apart = SitingTask(reach=2, year=2020, new=2, apart_km=20)
    assert ids(suggest(candidates, demand, sites, apart)) == ["c0", "c2"]
    cheap = SitingTask(reach=2, year=2020, budget=6.0)
    assert ids(suggest(candidates, demand, sites, cheap)) == ["c1", "c2"]
    shut = candidates.assign(forbidden=[True, False, False])
    assert ids(suggest(shut, demand, sites, plain)) == ["c1", "c2"]


def test_the_curve_of_the_shipped_network_never_falls() -> None:
    demand = load_layer("demand_points").table
    seats, sites = load_layer("county_seats").table, load_layer("network").table
    task = SitingTask(reach=50, year=2020, kinds=("incineration", "landfill"))
    told = siting_curve(seats, demand, sites, task, most=3, reaches=(30, 50))
    assert (told["status"] == "optimal").all()
    by = told.pivot_table(index="new", columns="reach_km", values="covered")
    assert (by.diff().dropna() >= 0).all().all()
    assert (by[50] >= by[30]).all()
    assert by.loc[0, 50] == pytest.approx(
        load_layer("treatment_reach_prefectures").table["within_50"].sum(), abs=0.5
    )


@pytest.mark.usefixtures("kept_there")
def test_evaluate_tells_of_points_and_files(tmp_path: Path) -> None:
    mine = pd.DataFrame({"id": ["甲", "外"], "lon": [103.83, 121.5], "lat": [36.06, 31.2]})
    mine.to_csv(tmp_path / "mine.csv", index=False)
    words = ("sites", "evaluate", "105.0,35.0", "mine.csv", "--out", "scored.geojson")
    done = gisplan(*words, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    for part in (
        "105.0,35.0（定西市通渭县）",
        "甲（兰州市城关区）",
        "不在所知的县区内",
        "— 该年没有已知存在的",
    ):
        assert part in done.stdout
    saved = json.loads((tmp_path / "scored.geojson").read_text("utf-8"))
    rows = [feature["properties"] for feature in saved["features"]]
    assert [row["id"] for row in rows] == ["#1", "甲", "外"]
    assert rows[1]["prefecture"] == "620100"
    assert "再生资源" in rows[1]["allotted_zh"]
    assert rows[2]["within_population"] == 0
    # what was written is read again, and comes to the same
    again = gisplan("sites", "evaluate", "scored.geojson", "--out", "2.csv", cwd=tmp_path)
    assert again.returncode == 0, again.stderr
    table = pd.read_csv(tmp_path / "2.csv", encoding="utf-8-sig")
    assert table["gained_population"].tolist() == [row["gained_population"] for row in rows]
    for wrong, told in (
        ("36.06,103.83", "写反"),
        ("none.csv", "没有这个文件"),
        ("103.83 36.06", "请用逗号隔开"),
    ):
        bad = gisplan("sites", "evaluate", wrong, cwd=tmp_path)
        assert (bad.returncode, told in bad.stderr) == (2, True), bad.stderr
        assert "Traceback" not in bad.stderr


@pytest.mark.usefixtures("kept_there")
def test_suggest_says_what_is_proven_and_what_would_do(tmp_path: Path) -> None:
    done = gisplan("sites", "suggest", "--new", "2", "--out", "new.csv", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "已证明最优" in done.stdout
    flat = pd.read_csv(tmp_path / "new.csv", encoding="utf-8-sig")
    assert len(flat) == 2
    told = ("the choice is proven optimal", "covered after", "gap (of the objective): 0;")
    for part in (*told, "mean way (km): ", "way in all (quantity × km): ", "the farthest is: "):
        assert part in flat["about_en"][1], part
    none = gisplan("sites", "suggest", "--model", "lscp", "--lang", "en", cwd=tmp_path)
    assert none.returncode == 0, none.stderr
    least = none.stdout.split("smallest reach that would do: ")[1].split(" km")[0]
    wide = gisplan(
        "sites", "suggest", "--model", "lscp", "--km", str(float(least) + 0.01), cwd=tmp_path
    )
    assert "已证明最优" in wide.stdout
    many = gisplan("sites", "suggest", "--new", "99", cwd=tmp_path)
    assert many.returncode == 2
    assert "候选点有 88 处" in many.stderr


@pytest.mark.usefixtures("kept_there")
def test_what_the_map_saves_is_evaluated(tmp_path: Path) -> None:
    shapes = [{"type": "Point", "coordinates": place} for place in ([105.0, 35.0], [103.83, 36.06])]
    members = [
        {"type": "Feature", "properties": {"name": f"候选 {at}"}, "geometry": shape}
        for at, shape in enumerate(shapes, start=1)
    ]
    saved = {"type": "FeatureCollection", "features": members}
    (tmp_path / "saved.geojson").write_text(json.dumps(saved, ensure_ascii=False), "utf-8")
    done = gisplan("sites", "evaluate", "saved.geojson", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "候选 1（定西市通渭县）" in done.stdout
    assert "候选 2（兰州市城关区）" in done.stdout


RULED = """\
id,lon,lat,cost,forced,forbidden
a,103.83,36.06,5,,
b,104.6,35.6,1,,是
c,105.7,34.6,3,no,false
d,102.6,37.9,2,TRUE,0
"""


def chosen(folder: Path, *words: str) -> list[str]:
    done = gisplan("sites", "suggest", *words, "--out", "new.csv", cwd=folder)
    assert done.returncode == 0, done.stderr
    assert ("，预算 " in done.stdout) == ("--budget" in words)
    return sorted(pd.read_csv(folder / "new.csv", encoding="utf-8-sig")["id"])


@pytest.mark.usefixtures("kept_there")
def test_what_the_columns_of_a_file_ask_is_kept_to(tmp_path: Path) -> None:
    (tmp_path / "mine.csv").write_text(RULED, "utf-8")
    mine = ("--candidates", "mine.csv")
    assert chosen(tmp_path, *mine, "--budget", "5") == ["c", "d"]
    told = pd.read_csv(tmp_path / "new.csv", encoding="utf-8-sig")["about_en"][0]
    assert "cost of the new sites: 5; budget: 5;" in told
    assert chosen(tmp_path, *mine, "--budget", "2") == ["d"]
    assert chosen(tmp_path, *mine, "--new", "1") == ["d"]
    heading, *rows = RULED.splitlines()
    (tmp_path / "mine.csv").write_text("\n".join([heading, *reversed(rows)]), "utf-8")
    assert chosen(tmp_path, *mine, "--budget", "5") == ["c", "d"]


@pytest.mark.usefixtures("kept_there")
@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("c,105.7,34.6,3", "c,105.7,34.6,", "mine.csv: row 4, column cost: “”"),
        ("c,105.7,34.6,3", "c,105.7,34.6,nan", "mine.csv: row 4, column cost: “”"),
        ("c,105.7,34.6,3", "c,105.7,34.6,-1", "mine.csv: row 4, column cost: “-1”"),
        ("3,no,", "3,maybe,", "column forced: “maybe”: must be yes or no"),
    ],
)
def test_a_column_that_can_not_be_used_is_named(
    tmp_path: Path, old: str, new: str, told: str
) -> None:
    (tmp_path / "mine.csv").write_text(RULED.replace(old, new), "utf-8")
    words = ("--candidates", "mine.csv", "--budget", "5", "--lang", "en")
    done = gisplan("sites", "suggest", *words, cwd=tmp_path)
    assert (done.returncode, told in done.stderr) == (2, True), done.stderr


@pytest.mark.usefixtures("kept_there")
@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("suggest", "--budget", "5"), "no column cost"),
        (("suggest", "--new", "0"), "0 new sites were asked for"),
        (("suggest", "--curve", "0"), "--curve: 1 or more"),
        (("suggest", "--km", "30", "50"), "--km takes one value here"),
        (
            ("suggest", "--model", "p-median", "--curve", "2", "--km", "30", "50"),
            "of mclp, backup or lscp",
        ),
        (("evaluate", "103.8,36.0", "--km", "30", "50"), "--km takes one value here"),
        (("suggest", "--curve-out", "c.csv"), "--curve-out goes with --curve"),
        (("suggest", "--candidates", "prefectures"), "layer prefectures can't hold candidates"),
        (("suggest", "--candidates", "far.csv", "--new", "1"), "far.csv: no candidate has demand"),
        (("suggest", "--candidates", "far.csv"), "there are 2 candidates: ask for 2 at most"),
        (("suggest", "--candidates", "zzz"), "none of a like name; gisplan layers lists all"),
        (("evaluate", "plane.csv"), "plane.csv: the coordinates are metres on a plane"),
    ],
)
def test_options_that_can_not_be_are_told(
    tmp_path: Path, words: tuple[str, ...], told: str
) -> None:
    (tmp_path / "far.csv").write_text("id,lon,lat\n1,121.5,31.2\n2,122,31\n", "utf-8")
    (tmp_path / "plane.csv").write_text("id,lon,lat\n1,35412345.6,3993210.4\n", "utf-8")
    done = gisplan("sites", *words, "--lang", "en", cwd=tmp_path)
    assert (done.returncode, told in done.stderr) == (2, True), done.stderr


def test_a_cost_that_is_not_known_is_not_free() -> None:
    demand, sites = people([(103, 36), (104, 36)], [5]), network([(100, 34)])
    task = SitingTask(reach=2, year=2020, budget=1.0)
    for wrong in ({"cost": [1.0, np.nan]}, {"cost": [1.0, 1.0], "forbidden": ["false", "true"]}):
        with pytest.raises(DataError, match="candidates, row"):
            suggest(frame([(103, 36), (104, 36)], "c", **wrong), demand, sites, task)


@pytest.mark.usefixtures("kept_there")
def test_the_curve_is_written(tmp_path: Path) -> None:
    words = ("--curve", "2", "--km", "30", "50", "--curve-out", "curve.csv")
    done = gisplan("sites", "suggest", *words, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    table = pd.read_csv(tmp_path / "curve.csv", encoding="utf-8-sig")
    assert table["new"].tolist() == [0, 1, 2, 0, 1, 2]
    assert table["reach_km"].tolist() == [30.0] * 3 + [50.0] * 3


@pytest.mark.usefixtures("kept_there")
def test_the_ways_are_those_of_a_search_over_all_pairs(tmp_path: Path) -> None:
    """Beside PROJ over every pair: mean, total and the farthest, with who has it."""
    with contextlib.chdir(tmp_path):
        reach = ReachOptions(km=(60.0,))
        instance = desk.prepare(options=SuggestOptions(model="p_median", new=2, reach=reach))
        told = desk.suggest(instance)
    demand, ids = instance.basis.demand, {str(one) for one in told.solution.chosen}
    parts = [
        table[[f"{mark}{one}" in ids for one in table["id"]]]
        for mark, table in (("old/", instance.basis.network), ("new/", instance.basis.candidates))
    ]
    sites = pd.concat(parts, ignore_index=True)
    km = metres(demand, gpd.GeoDataFrame(sites, crs=4326)) / 1000
    nearest, weight = km.min(axis=1), demand["population"].to_numpy()
    ways = told.ways
    assert ways is not None
    assert ways.mean == pytest.approx(np.average(nearest, weights=weight), rel=1e-9)
    assert ways.total == pytest.approx(nearest @ weight, rel=1e-9)
    last = int(np.where(weight > 0, nearest, -1).argmax())
    assert ways.farthest == pytest.approx(nearest[last], rel=1e-9)
    assert ways.farthest_name.zh == demand["name_zh"].iloc[last]
    assert ways.farthest_site.zh == sites["name_zh"].iloc[int(km[last].argmin())]


@pytest.mark.usefixtures("kept_there")
def test_swapped_coordinates_are_told_as_swapped(tmp_path: Path) -> None:
    done = gisplan("sites", "evaluate", "36.06,103.83", "--lang", "en", cwd=tmp_path)
    assert done.returncode == 2
    assert "swapped: 103.83,36.06?" in done.stderr


def test_candidates_at_one_place_are_named_and_both_may_be_chosen() -> None:
    named = {"name_zh": ["甲", "乙", "丙", "丙"], "name_en": ["A", "B", "C", "C"]}
    spots = frame([(103, 36), (103, 36 + 1e-8), (104, 36), (104, 36)], "c", **named)
    towns, stands = people([(103, 36), (104, 36)], [5, 3]), network([(100, 34)])
    stands.index = [7]
    words = "at 2 place(s) several candidates lie at one and the same point: A and B, C (c2) and C"
    asked = {"year": 2020, "reach": 30.0}
    told = suggest(spots, towns, stands, SitingTask(**asked, new=3))
    assert told.after == 8
    assert words in told.left_out[-1].en
    curve = suggest_curve(spots, towns, stands, reaches_km=[30.0], year=2020, most=1)
    assert told.left_out[-1] in curve.left_out
    menu = [{"name": "s", "capacity": 9, "cost": 1}]
    tiers = [
        {"name": name, "kinds": [], "reach_km": 30, "sizes": menu} for name in ("yard", "depot")
    ]
    task = PlanTask.of(tiers=tiers, phases=[{"year": 2030}], year=2020, quantity="population")
    assert told.left_out[-1] in make_plan_case(spots, towns, stands, task).left_out
    alone = make_plan_case(spots.iloc[[0, 2]], towns, stands, task)
    assert not any("one and the same" in one.en for one in alone.left_out)


class Cut(ByDistance):
    """Distance, of a country in which nothing leads to the first point of the demand."""

    def reach(self, demand: gpd.GeoDataFrame, sites: gpd.GeoDataFrame, **how: Any) -> Reach:
        lost = unreachable_table([("demand", "off_road", [demand["id"].iloc[0]], None)])
        return replace(super().reach(demand, sites, **how), unreachable=lost)


def test_whom_nothing_reaches_is_told_by_the_name_there_is() -> None:
    candidates, sites = frame([(103, 36)], "c"), network([(103.1, 36)])
    demand = people([(103, 36), (104, 36)], [5]).assign(name_zh=[None, "乙"], name_en=["Anfu", "B"])
    told = added_by_mode(
        candidates, demand, Outcome(sites), mode=Cut(), limit=20, quantities=("population",)
    )
    assert told.left_out
    for words in told.left_out:
        assert "Anfu" in words.zh
        assert "Anfu" in words.en
        assert "d0" not in words.en


def test_a_kind_that_there_is_not_is_told_with_those_that_there_are() -> None:
    candidates, sites = frame([(103, 36)], "c"), network([(103.1, 36)])
    demand = people([(103, 36)], [5])
    with pytest.raises(OptionError, match="no kind of site burning; there are: own"):
        evaluate_sites(candidates, demand, sites, reach_km=5, year=2020, kinds=("burning",))
    with pytest.raises(OptionError, match="no quantity of the demand t_x; there are: population"):
        evaluate_sites(candidates, demand, sites, reach_km=5, year=2020, quantities=("t_x",))


def test_why_no_site_is_chosen() -> None:
    sites, demand = network([(103.1, 36)]), people([(103, 36), (104, 36)], [5])
    candidates = frame([(103.05, 36), (103.2, 36)], "c", cost=[9.0, 4.0]).assign(
        name_zh=["甲", "乙"], name_en=["A", "B"]
    )

    def why(**rules: Any) -> str:
        told = suggest(
            candidates, demand, sites, SitingTask(**{"reach": 20, "year": 2020, **rules})
        )
        assert told.table.empty
        assert told.none_chosen is not None
        return told.none_chosen.en

    assert why(budget=3.0).endswith("too small: B, the cheapest, costs 4")
    assert "nearer to a site that stands than the spacing of 40 km" in why(new=1, apart_km=40)
    already = why(reach=100, model="lscp")
    assert already == "no new site: the sites that stand cover everyone already"
