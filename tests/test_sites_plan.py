"""``gisplan sites plan``: its file, what it prints and writes, and the same as a layer."""

from __future__ import annotations

import json
import math
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import geopandas as gpd
import openpyxl
import pandas as pd
import pyproj
import pytest
from shapely.affinity import translate
from shapely.geometry import LineString, Point, box

import gisplan as gp
from gisplan.analysis.siting import plans
from gisplan.analysis.siting.plans import (
    PlanTask,
    declared_futures,
    make_plan,
    make_plan_case,
    served_at_most,
)
from gisplan.analysis.travel import by_road
from gisplan.api import sites as desk
from gisplan.api.load import load_layer
from gisplan.api.sites.plan_book import not_beside
from gisplan.api.sites.plan_choice import better_known, chosen_point
from gisplan.api.sites.plan_inputs import prepare_plan
from gisplan.catalog import workspace
from gisplan.cli.sites_written import told_written
from gisplan.cli.terminal import Screen
from gisplan.errors import DataError, DeclarationError, OptionError
from gisplan.text import Text
from tests.command import gisplan
from tests.drawn import page_data

SPOTS = "id,name,lon,lat,cost\na,甲,103.83,36.06,0\nb,乙,105.72,34.58,1\nc,丙,102.63,37.93,2\n"
#: Plainly synthetic: sizes, costs and budgets are made up, and so is the yield of the stations.
PLAN = """\
year = 2025
quantity = "t_kitchen"
currency = { zh = "虚构币", en = "made-up coins" }
regions = "prefecture"
more = 5
away = ["lakes"]

[[tiers]]
name = "station"
title = { zh = "收集", en = "collecting" }
kinds = []
candidates = "spots.csv"
reach_km = 60
passes_on = 0.5
sizes = [{ name = "s", capacity = 60000, cost = 1, yearly = 1, away_km = { lakes = 1 } }]

[[tiers]]
name = "plant"
kinds = ["kitchen_waste"]
candidates = "spots.csv"
reach_km = 400
close = 1
per_tonne = 0.001
sizes = [
  { name = "p", capacity = 40000, cost = 5, least = 0.1 },
  { name = "more", action = "enlarge", capacity = 10000, cost = 2 },
]

[[phases]]
year = 2026
budget = 10

[[phases]]
year = 2030
budget = 7
factor = 1.2

[charges]
transport = 0.0001
life = 20
interest = 0.05

[curve]
points = 3

[robust]
draws = 3
demand = [0.8, 1.2]
local = [0.9, 1.1]

[[robust.tiers]]
name = "station"
passes_on = [0.4, 0.6]

[[robust.plants]]
id = "xihe-kitchen"
capacity = [0, 30000]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "spots.csv").write_text(SPOTS, encoding="utf-8")
    (tmp_path / "plan.toml").write_text(PLAN, encoding="utf-8")
    return tmp_path


def test_a_plan_is_printed_and_written(folder: Path) -> None:
    # the plant must move: as a candidate of stations it is none, nothing else is built there
    rows = [f"{row},,," for row in SPOTS.splitlines()[1:]]
    moved = ["d,丁,105.4,33.9,1,xihe-kitchen,是,", "e,戊,104.9,34.2,1,,,transfer"]
    table = "\n".join(["id,name,lon,lat,费用,迁自,必选,tier", *rows, *moved])
    (folder / "spots.csv").write_text(table, encoding="utf-8")
    ended = gisplan(
        *("sites", "plan", "plan.toml", "--lang", "en", "--out", "plan.xlsx"),
        *("--out", "plan.geojson", "--out", "plan.csv"),
        *("--out", "plan.html", "--out", "plan.svg"),
        cwd=folder,
    )
    assert ended.returncode == 0, ended.stderr
    for words in (
        "proven optimal",
        "made-up coins",
        "that year alone",
        "knee",
        "a little more",
        "greatest regret",
        "Xihe waste-to-energy plant, kitchen waste part moves to 丁",
        "the plan has no tier 'transfer', so that these candidates take no part: 戊",
    ):
        assert words in ended.stdout
    done = gpd.read_file(folder / "plan.geojson")
    assert set(done["action"]) <= {"build", "enlarge", "close", "move"}
    (move,) = done[done["action"] == "move"].to_dict("records")
    assert (move["site"], move["moved_from"], move["tier"]) == ("d", "xihe-kitchen", "plant")
    assert (move["cost"], move["capacity"], move["moved_from_zh"][:3]) == (1, 0, "西和县")
    assert not (done["site"] == "d")[done["action"] == "build"].any()
    assert set(done["tier"]) == {"station", "plant"}
    assert done.groupby("year")["cost"].sum().le([10, 7]).all()
    assert "proven optimal" in done["about_en"].iloc[0]
    assert done["chosen_share"].between(0, 1).all()
    again = pd.read_csv(folder / "plan.csv")
    assert again["step"].tolist() == done["step"].tolist()
    book = openpyxl.load_workbook(folder / "plan.xlsx", read_only=True)
    years = pd.DataFrame(book["by year"].values)
    heads = [str(cell) for cell in years.iloc[0]]
    served = next(k for k, head in enumerate(heads) if head.startswith("served"))
    best = next(k for k, head in enumerate(heads) if head.startswith("that year alone"))
    figures = years.iloc[1:3]
    assert (figures[best].astype(float) >= figures[served].astype(float) - 1e-6).all()
    cost = next(k for k, head in enumerate(heads) if head.startswith("cost a year"))
    assert (figures[cost].astype(float) > 0).all()
    spread = pd.DataFrame(book["the plan in all futures"].values).iloc[1:]
    assert (spread[3] <= spread[4]).all()
    assert (spread[4] <= spread[5]).all()
    even = pd.DataFrame(book["evenness"].values).iloc[1:].set_index([0, 1])
    assert 0 < even.loc[("Gini coefficient: share served", 2030), 3] < 1
    ways = pd.DataFrame(book["ways by region"].values).iloc[1:]
    assert (ways[3].dropna() <= ways[5].dropna()).all()
    futures = pd.DataFrame(book["futures"].values).iloc[1:]
    assert len(futures) == 3
    assert (futures[4].astype(float) >= futures[3].astype(float) - 1e-3).all()
    # what is hauled to the plants is half of what the stations take
    plants = pd.DataFrame(book["plants"].values).iloc[1:]
    taken = plants[plants[1] == 2030].groupby(2)[4].sum()
    assert taken["plant"] == pytest.approx(taken["collecting"] / 2, rel=1e-6)
    assert taken["collecting"] == pytest.approx(float(figures[served].iloc[1]), rel=1e-6)
    _map_and_chart_show_the_plan(folder, done, pd.DataFrame(book["trade-off"].values))


def _map_and_chart_show_the_plan(folder: Path, done: gpd.GeoDataFrame, curve: pd.DataFrame) -> None:
    drawn = page_data((folder / "plan.html").read_text(encoding="utf-8"))
    titles = [one["title"]["en"] for one in drawn["layers"]]
    marked = [of.values() for one in drawn["layers"] for of in one["words"].values()]
    assert "迁建" in {word["zh"] for words in marked for word in words}
    assert "迁建（自西和县" in json.dumps(drawn["tables"], ensure_ascii=False)
    (line,) = [one for one in drawn["layers"] if one["table"] == "moves"]
    assert (line["yearColumn"], line["style"]["kind"]) == ("of_year", "categories")
    assert "Xihe" not in json.dumps(drawn["tables"]["standing"])
    for words in ("collecting: by year", "plant: by action and size", "who goes where, 2030"):
        assert words in titles
    assert {one["yearColumn"] for one in drawn["layers"]} >= {"of_year"}
    counts = {one["title"]["en"]: one["value"] for one in drawn["headlines"]}
    assert counts["collecting: what is done"] == (done["tier"] == "station").sum()
    heads = [str(cell) for cell in curve.iloc[0]]
    rows = curve.iloc[1:]
    shown = rows[heads.index("which")].str.contains("the plan shown", na=False)
    assert shown.sum() == 1
    spent = next(k for k, head in enumerate(heads) if head.startswith("money spent"))
    assert float(rows[shown][spent].iloc[0]) == pytest.approx(done["cost"].sum())
    chart = ElementTree.parse(folder / "plan.svg").getroot()
    circles = chart.findall("{http://www.w3.org/2000/svg}circle")
    assert len(circles) == len(rows)
    across = [float(one.get("cx", "nan")) for one in circles]
    # the marks stand as far apart as the figures
    figures = rows[heads.index("money spent (made-up coins)")].astype(float).to_numpy()
    wide = (across[-1] - across[0]) / (figures[-1] - figures[0])
    assert across == pytest.approx(across[0] + (figures - figures[0]) * wide, abs=0.1)


SMALL_PLAN = """
year = 2025
quantity = "t_kitchen"
share = 0.3

[[tiers]]
name = "plant"
kinds = []
candidates = "spots.csv"
reach_km = 20
sizes = [{ name = "p", capacity = 60000, cost = 5, yearly = 1 }]

[[phases]]
year = 2026
budget = 10

[[phases]]
year = 2030
budget = 10

[charges]
transport = 0.0001
life = 20

[robust]
draws = 2
demand = [0.8, 1.2]
"""


def test_every_aim_is_held_against_single_years_and_futures(folder: Path) -> None:
    asked = {}
    for aim in ("cost", "equity"):
        (folder / "plan.toml").write_text(f'aim = "{aim}"\n{SMALL_PLAN}', encoding="utf-8")
        asked[aim] = desk.read_plan_file(folder / "plan.toml")
    for aim, one in asked.items():
        told = desk.plan_sites(one)
        assert told.answer.status == "optimal"
        figure = told.years["least_share" if aim == "equity" else aim]
        better = 1 if aim == "equity" else -1
        assert (better * (told.years["best"] - figure) >= -1e-6 * figure.abs()).all()
        assert told.years["lost"].to_numpy() == pytest.approx((told.years["best"] - figure).abs())
        said = " ".join(words.en for words in desk.plan_sentences(told))
        assert "that year alone" in said
        assert "2 futures" in said
        tables = {table.name.en: table for table in desk.plan_tables(told, "en")}
        heads = [head.en for head in tables["futures"].heads]
        assert ("not served by this plan, of what is asked" in " ".join(heads)) == (aim != "equity")
        own = tables["regret of each plan"].rows[0]
        assert own[0] == "this plan"
        least, mean, most = own[2:5]
        assert least <= mean <= most
        assert any("that year alone" in head.en for head in tables["by year"].heads)


def test_an_empty_file_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    for name, rows, empty in (("a.csv", 0, True), ("a.xlsx", 0, False), ("a.csv", 1, False)):
        told_written(Path(name), Screen(lang="en"), rows=rows)
        told = capsys.readouterr().out
        assert name in told
        assert ("this file is empty" in told) == empty


def test_a_point_of_the_trade_off_is_told_as_the_plan(folder: Path) -> None:
    path = folder / "plan.toml"
    demand = pd.DataFrame({"id": ["a", "b"], "weight": [60.0, 50.0]})
    sites = pd.DataFrame({"id": ["S", "T"], "tier": "plant", "stands": False})
    legs = pd.DataFrame({"from": ["a", "b"], "to": ["S", "T"], "km": 4.0, "of": "demand"})
    menu = (plans.Size(name="plant", capacity=100, cost=10),)
    tier = plans.PlanTier(name="plant", sizes=menu)
    terms = plans.PlanTerms(tiers=(tier,), phases=(plans.Phase(year=2030, budget=10),))
    problem = plans.PlanProblem.from_tables(demand, sites.assign(capacity=None), legs, terms)
    answer = plans.make_plan(problem)
    curve = plans.trade_off(problem, known=answer)
    assert curve.table["spent"].tolist() == [0, 10]

    def chosen(choose: str) -> int | None:
        path.write_text(PLAN.replace("points = 3", f"points = 3\n{choose}"), encoding="utf-8")
        return chosen_point(curve, answer, desk.read_plan_file(path))

    assert [chosen(words) for words in ("", "choose = 1", "choose = 'knee'")] == [1, 0, 1]
    (said,) = not_beside(desk.read_plan_file(path), years=2)
    assert "the best of each year alone and plans with a little more money (more)," in said.en
    # a plan that a point of the trade-off beats is not told as the best
    worse = curve.plans[0]
    best = better_known(replace(worse, bound=60.0), curve, first="coverage", aim="coverage")
    assert (best.objective, best.status, best.actions["size"].tolist()) == (
        60,
        "optimal",
        ["plant"],
    )
    best = better_known(replace(worse, bound=90.0), curve, first="coverage", aim="coverage")
    assert (best.status, best.bound, best.gap) == ("feasible", 90, 0.5)
    with pytest.raises(OptionError, match="choose"):
        chosen("choose = 99")
    (bare, _) = PLAN.split("[curve]")
    path.write_text(bare, encoding="utf-8")
    with pytest.raises(OptionError, match=r"\[curve\]"):
        desk.require_curve(desk.read_plan_file(path), [folder / "p.svg"])


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("capacity = 60000, ", "", "tiers[1].sizes[1].capacity"),
        ("kinds = []\n", "", "tiers[1].kinds"),
        ("budget = 7", "budgt = 7", "did you mean budget"),
        ("budget = 7", "budget = -7", "phases[2].budget"),
        ("least = 0.1", "least = 10", "at most 1"),
        ("demand = [0.8, 1.2]", "demand = [1.2, 0.8]", "robust.demand"),
        ("capacity = [0, 30000]", "closed = 2", "robust.plants[1].closed"),
        ('"t_kitchen"', '"population"', "t_kitchen"),
        ("reach_km = 60", "reach_km = 0.001", "no site reaches any demand point"),
    ],
)
def test_what_is_wrong_in_the_file_is_told(folder: Path, old: str, new: str, told: str) -> None:
    (folder / "plan.toml").write_text(PLAN.replace(old, new), encoding="utf-8")
    ended = gisplan("sites", "plan", "plan.toml", "--lang", "en", cwd=folder)
    assert ended.returncode == 2
    assert told in ended.stderr
    assert "Traceback" not in ended.stderr


def test_a_candidate_that_is_refused_is_told_by_the_row_of_its_file(folder: Path) -> None:
    # the first tier comes from another file, and the heading is a row
    (folder / "own.csv").write_text("id,lon,lat\nx,104,36\ny,105,36\n", encoding="utf-8")
    asked = PLAN.replace('"spots.csv"', '"own.csv"', 1)
    (folder / "plan.toml").write_text(asked, encoding="utf-8")
    lines = SPOTS.replace("cost", "cost,moved_from").splitlines()
    rows = [lines[0], lines[1] + ",", lines[2] + ",nobody", lines[3] + ","]
    (folder / "spots.csv").write_text("\n".join(rows), encoding="utf-8")
    ended = gisplan("sites", "plan", "plan.toml", "--lang", "en", cwd=folder)
    assert ended.returncode == 2
    assert "candidates, row 3 (b): there is no plant nobody" in ended.stderr


def points(places: list[tuple[float, float]], **columns: object) -> gpd.GeoDataFrame:
    lon, lat = zip(*places, strict=True)
    return gpd.GeoDataFrame(columns, geometry=gpd.points_from_xy(lon, lat), crs=4326)


TOWNS = points(
    [(104.0, 36.0), (104.2, 36.0), (106.0, 36.0)],
    id=["a", "b", "c"],
    adcode=["900101", "900101", "900201"],
    t_paper=[60.0, 30.0, 8.0],
)
SPOT = points([(104.1, 36.0), (106.0, 36.1)], id=["S", "T"])


def network(**changed: object) -> gpd.GeoDataFrame:
    columns: dict[str, object] = {
        "id": ["old"],
        "kind": "depot",
        "stream": "paper",
        "capacity": 20.0,
        "precision": "site",
        "stage": "operating",
        "start_year": 2015,
        "due_year": None,
        "status_year": 2025,
    }
    return points([(104.1, 36.05)], **{**columns, **changed})


def task(**rules: object) -> PlanTask:
    menu = [
        {"name": "small", "capacity": 40, "cost": 3, "away_km": rules.pop("away_km", 0.0)},
        {"name": "more", "action": "enlarge", "capacity": 25, "cost": 1},
    ]
    tier = {"name": "depot", "kinds": ["depot"], "reach_km": 30, "sizes": menu}
    phases = [{"year": 2026, "budget": rules.pop("budget", 1)}]
    return PlanTask.of(tiers=[tier], phases=phases, year=2025, quantity="t_paper", **rules)  # type: ignore[arg-type]


def test_a_plant_of_unknown_capacity_gives_a_range() -> None:
    nothing = network(capacity=math.nan)
    case = make_plan_case(SPOT, TOWNS, nothing, task(budget=3))
    plan = make_plan(case.problem)
    # 25 more at the old plant for 1, or 40 at a new one for 3: what the old one takes is not known
    assert plan.years["served"].tolist() == [40.0]
    assert plan.actions["site"].tolist() == ["new/S"]
    assert served_at_most(case.problem, plan).tolist() == [90.0]
    assert any("unknown capacity" in words.en for words in case.left_out)
    # and of one that may not stand, nothing may be planned
    maybe = make_plan_case(SPOT, TOWNS, network(status_year=2020), task(budget=3))
    plan = make_plan(maybe.problem)
    assert plan.actions["site"].tolist() == ["new/S"]
    assert plan.years["served"].tolist() == [40.0]
    assert served_at_most(maybe.problem, plan).tolist() == [60.0]


def test_candidates_of_a_tier_that_there_is_not_are_named() -> None:
    spots = SPOT.assign(tier=["depot", "depo"], name_zh=["甲", "乙"])
    case = make_plan_case(spots, TOWNS, network(), task())
    assert case.places["own"].tolist() == ["S", "old"]
    (told,) = [one for one in case.left_out if "depo'" in one.en]
    assert told.zh == "方案没有层级“depo”，下列候选点没有用上：乙；方案的层级是 depot"
    all_of_any = make_plan_case(SPOT.assign(tier=[None, " "]), TOWNS, network(), task())
    assert all_of_any.places["own"].tolist() == ["S", "T", "old"]


def test_enlarging_is_chosen_where_it_is_worth_more() -> None:
    plan = make_plan(make_plan_case(SPOT, TOWNS, network(), task()).problem)
    assert plan.actions[["site", "action", "size"]].to_numpy().tolist() == [
        ["old/old", "enlarge", "more"]
    ]
    assert plan.years["served"].tolist() == [45.0]


def test_candidates_too_near_to_shapes_can_not_be_built() -> None:
    near = gpd.GeoDataFrame(geometry=[box(104.09, 36.005, 104.11, 36.02)], crs=4326)
    asked = task(budget=3, away_km=2.0)
    case = make_plan_case(SPOT, TOWNS, network(), asked, unwelcome=near)
    assert any("too near" in words.en for words in case.left_out)
    plan = make_plan(case.problem)
    assert "new/S" not in set(plan.actions["site"])
    # a river is near along its whole course, not at its ends alone; homes are points
    river = LineString([(103, 36.01), (105.5, 36.01)])
    for shapes in ([river], [Point(104.1, 36.01), Point(90, 30)], [river, Point(106, 36.09)]):
        near = gpd.GeoDataFrame(geometry=shapes, crs=4326)
        plan = make_plan(make_plan_case(SPOT, TOWNS, network(), asked, unwelcome=near).problem)
        left = set() if len(shapes) == 2 and river in shapes else {"new/T"}
        assert {one for one in plan.actions["site"] if one.startswith("new/")} <= left
    with pytest.raises(OptionError, match="rising"):
        PlanTask.of(
            tiers=[{"name": "x", "kinds": [], "reach_km": 1}],
            phases=[{"year": 2030}, {"year": 2026}],
            year=2025,
            quantity="t_paper",
        )
    with pytest.raises(OptionError, match="keep away"):
        make_plan_case(SPOT, TOWNS, network(), asked)
    for wrong, told in (
        ({"tiers": [{"name": "sttn"}]}, "no tier of the plan: sttn"),
        ({"plants": [{"id": "S"}]}, "S is no plant"),
    ):
        with pytest.raises(OptionError, match=told):
            declared_futures(case, wrong)


def test_each_layer_is_kept_away_from_by_its_own_distance(folder: Path) -> None:
    # of the two spots S lies 1 km north of homes, T 0.3 km east of a lake (UTM, plain geometry)
    utm = gpd.GeoSeries(SPOT.geometry).to_crs(32648)
    home = translate(utm.iloc[0].buffer(1), 0, -1001)
    x, y = utm.iloc[1].x, utm.iloc[1].y
    shapes = {"homes": home, "lakes": box(x - 9_000, y - 9_000, x - 300, y + 9_000)}
    layers = {name: gpd.GeoDataFrame(geometry=[shape], crs=32648) for name, shape in shapes.items()}
    far = {"S": {"homes": 1.0, "lakes": math.inf}, "T": {"homes": math.inf, "lakes": 0.3}}
    for homes, lakes in ((0.9, 0.2), (1.1, 0.2), (0.9, 0.4), (1.1, 0.4), (0.0, 0.4)):
        asked = {"homes": homes, "lakes": lakes}
        case = make_plan_case(SPOT, TOWNS, network(), task(away_km=asked), unwelcome=layers)
        barred = {one for one, km in far.items() if any(km[name] < asked[name] for name in asked)}
        told = " ".join(words.en for words in case.left_out)
        assert {one for one in far if f"{one} (" in told} == barred
        assert ("S (homes 1.00 km)" in told) == ("S" in barred)
        assert ("T (lakes 0.30 km)" in told) == ("T" in barred)
        in_chinese = " ".join(words.zh for words in case.left_out)
        assert ("S（homes 1.00 千米）" in in_chinese) == ("S" in barred)
        assert ("no size keeps away from homes" in told) == (homes == 0)
        built = make_plan(case.problem).actions["site"]
        assert not {f"new/{one}" for one in barred} & set(built)
    # one number is for all layers, and a plant that stands near is not enlarged either
    both = make_plan_case(SPOT, TOWNS, network(), task(away_km=2.0), unwelcome=layers)
    assert any("2 candidate(s)" in words.en for words in both.left_out)
    more = [{"name": "more", "action": "enlarge", "capacity": 25, "cost": 1, "away_km": 9.0}]
    tier = {"name": "depot", "kinds": ["depot"], "reach_km": 30, "sizes": more}
    wanted = {"tiers": [tier], "phases": [{"year": 2026, "budget": 1}], "quantity": "t_paper"}
    for shown, enlarged in ((layers, 0), ({"lakes": layers["lakes"]}, 1)):
        told = gp.plan_sites(
            SPOT, network(), TOWNS, unwelcome=shown, year=2025, lang="en", **wanted
        )
        assert len(told.table) == enlarged
    # who names a layer that there is not is told which there are
    with pytest.raises(OptionError, match=r"depot/small: away_km has layer lake, .*: homes, lakes"):
        make_plan_case(SPOT, TOWNS, network(), task(away_km={"lake": 1}), unwelcome=layers)
    with pytest.raises(OptionError, match=r"away_km\.lakes must be 0 or more"):
        task(away_km={"lakes": -1})
    wrong = PLAN.replace("{ lakes = 1 }", "{ lake = 1, lakes = -2 }")
    (folder / "plan.toml").write_text(wrong, encoding="utf-8")
    with pytest.raises(DeclarationError) as refused:
        desk.read_plan_file(folder / "plan.toml")
    said = " ".join(words.en for words in refused.value.faults)
    assert "sizes[1].away_km.lake: lake is not among" in said
    assert "away_km.lakes: must be at least 0" in said


def test_layers_to_keep_away_from_and_streams_are_told_by_title_and_label(folder: Path) -> None:
    place = workspace.find(folder)
    title = load_layer("lakes", place=place).spec.title

    def prepared(old: str, new: str) -> tuple[Text, ...]:
        (folder / "plan.toml").write_text(PLAN.replace(old, new), encoding="utf-8")
        asked = desk.read_plan_file(folder / "plan.toml")
        return prepare_plan(asked, place=place)[2].left_out

    told = prepared("{ lakes = 1 }", "{ lakes = 900 }")
    assert any(f"（{title.zh} " in words.zh and f"({title.en} " in words.en for words in told)
    told += prepared(", away_km = { lakes = 1 }", "")
    assert any(words.zh.startswith(f"没有规模避让{title.zh}（") for words in told)
    assert not any("lakes" in words.zh for words in told)
    with pytest.raises(DataError) as refused:
        prepared('"t_kitchen"', '"t_municipal"')
    said = refused.value.text("zh")
    assert "现有设施的能力是餐厨垃圾（kitchen）的吨/年" in said
    assert "数量应为 t_kitchen，" in said
    assert "a year of kitchen, which" in refused.value.text("en")


def test_who_is_near_what_is_built_is_counted() -> None:
    asked = task(budget=3, near={"km": 12})
    plan = make_plan(make_plan_case(SPOT, TOWNS, network(), asked).problem)
    # S has the first two towns 9 km off, T the third 11; the old plant burdens nobody anew
    assert plan.actions["site"].tolist() == ["new/S"]
    assert plan.years["near"].tolist() == [90.0]
    for near in ({"km": 0}, {"km": 1, "tiers": ["x"]}):
        with pytest.raises(OptionError, match="above 0"):
            task(near=near)


def test_shares_by_region_are_held() -> None:
    free = make_plan(make_plan_case(SPOT, TOWNS, network(), task(budget=3)).problem)
    assert set(free.actions["site"]) != {"new/T"}
    fair = make_plan(
        make_plan_case(SPOT, TOWNS, network(), task(budget=3, least_share=0.2)).problem
    )
    assert fair.actions["site"].tolist() == ["new/T"]
    assert fair.regions.set_index("region")["served"].to_dict() == {"900100": 20.0, "900200": 8.0}
    with pytest.raises(DataError, match="adcode"):
        make_plan_case(SPOT, TOWNS.drop(columns="adcode"), network(), task(least_share=0.2))


def test_capacities_of_another_stream_are_refused() -> None:
    with pytest.raises(DataError, match="tonnes a year of glass"):
        make_plan_case(SPOT, TOWNS, network(stream="glass"), task())


def test_a_notebook_asks_for_a_plan_of_its_own_tables() -> None:
    menu = [{"name": "small", "capacity": 40, "cost": 3}]
    told = gp.plan_sites(
        SPOT,
        network(),
        TOWNS,
        tiers=[{"name": "depot", "kinds": ["depot"], "reach_km": 30, "sizes": menu}],
        phases=[{"year": 2026, "budget": 3}, {"year": 2030, "budget": 3, "factor": 1.5}],
        year=2025,
        quantity="t_paper",
        lang="en",
    )
    assert told.table[["site", "year", "action", "size"]].to_numpy().tolist() == [
        ["S", 2026, "build", "small"],
        ["T", 2030, "build", "small"],
    ]
    assert told.columns.loc["used", "title"].startswith("Taken")
    assert "proven optimal" in repr(told)
    assert "2030" in repr(told)
    assert {"T", "S"} <= set(told.table["name_en"])


def test_by_road_ways_are_those_of_the_roads_and_what_lies_off_them_has_a_name() -> None:
    towns = points(
        [(104.0, 36.0), (104.2, 36.0), (106.0, 36.0)],
        id=["a", "b", "c"],
        name_zh=["甲", "乙", "丙"],
        name_en=["Jia", "Yi", "Bing"],
        t_kitchen=[60.0, 30.0, 10.0],
    )
    spots = points([(104.1, 36.0)], id=["S"])
    # one road past the first two towns and the spot; the third lies far off
    line = LineString([(104.0, 36.0), (104.0, 36.1), (104.1, 36.1), (104.1, 36.0), (104.2, 36.0)])
    roads = gpd.GeoDataFrame(geometry=[line], crs=4326)
    mode = by_road(roads, options={"unit": "m"})
    size = {"name": "s", "capacity": 100, "cost": 1}
    task = PlanTask.of(
        tiers=[{"name": "plant", "kinds": [], "reach_km": 40, "sizes": [size]}],
        phases=[{"year": 2030, "budget": 1}],
        year=2025,
        quantity="t_kitchen",
        mode=mode,
    )
    nothing = gpd.GeoDataFrame({"id": []}, geometry=[], crs=4326)
    case = make_plan_case(spots, towns, nothing, task)
    assert any("丙" in one.zh and "Bing" in one.en for one in case.left_out)
    assert not any(one.en.endswith(": c") for one in case.left_out)
    plan = make_plan(case.problem)
    km = plan.flows.set_index("from")["km"]
    geod = pyproj.Geod(ellps="WGS84")
    first = geod.line_length(*zip(*line.coords[:4], strict=True)) / 1000
    last = geod.line_length(*zip(*line.coords[3:], strict=True)) / 1000
    assert km["a"] == pytest.approx(first, rel=1e-3)
    assert km["b"] == pytest.approx(last, rel=1e-3)
    assert plan.years["served"].tolist() == [90]
