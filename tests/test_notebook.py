"""What a notebook asks: names or tables of one's own in, answers to look at and take along out."""

from __future__ import annotations

import inspect
import json
import math
import re
from pathlib import Path
from typing import Any, cast

import geopandas as gpd
import numpy as np
import openpyxl
import pandas as pd
import pytest
import shapely
from pyproj import Geod
from shapely import box

import gisplan as gp
from gisplan.api.coverage.network_coverage import coverage
from gisplan.api.coverage.options import CoverageOptions
from gisplan.api.journey import ReachOptions
from gisplan.api.notebook import guesses
from gisplan.api.sites import SuggestOptions, prepare, suggest
from gisplan.catalog.raster import Raster, RasterGrid
from gisplan.catalog.workspace import Workspace
from gisplan.errors import DataError, DatumError, FileError, GisplanError, OptionError
from gisplan.text import Lang

_GEOD = Geod(ellps="WGS84")


def points(lon: list[float], lat: float = 36.0, **more: Any) -> gpd.GeoDataFrame:
    return gpd.GeoDataFrame(more, geometry=gpd.points_from_xy(lon, [lat] * len(lon)), crs=4326)


@pytest.fixture
def gansu(built: tuple[Workspace, object]) -> Workspace:
    return built[0]


@pytest.fixture
def towns() -> gpd.GeoDataFrame:
    return points([104.0, 105.0, 105.1], name=["a", "b", "c"], people=[500, 300, 200])


@pytest.fixture
def depots() -> gpd.GeoDataFrame:
    return points([104.05])


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # a notebook may stand in any folder, which need not be a workspace
    monkeypatch.chdir(tmp_path)


def test_completion_shows_what_may_be_asked_and_each_has_a_home() -> None:
    wanted = {
        "layers", "layer", "coverage", "evaluate_sites", "suggest_sites", "suitability",
        "capacity", "clusters", "scorecard", "plan", "compare", "build", "export", "figure",
        "report", "points", "__version__",
    }  # fmt: skip
    assert wanted <= set(dir(gp))
    assert all(callable(getattr(gp, name)) for name in wanted - {"__version__"})
    assert gp.__version__[0].isdigit()


def test_coverage_of_ones_own_points_is_that_of_geodesics(
    towns: gpd.GeoDataFrame, depots: gpd.GeoDataFrame
) -> None:
    told = gp.coverage(depots, towns, km=[5, 120], quantity="people", lang="en")
    km = [_GEOD.inv(104.05, 36.0, lon, 36.0)[2] / 1000 for lon in towns.geometry.x]
    assert told.table["cost_km"].tolist() == pytest.approx(km, abs=1e-6)
    assert told.table["within_5"].tolist() == [one <= 5 for one in km]
    assert told.table["within_120"].tolist() == [one <= 120 for one in km]
    assert told.tables["facilities"]["within_reach"].tolist() == [1000.0]
    assert told.plot("people").get_legend() is not None, "points are coloured by a number"
    text = repr(told)
    assert "at least 500 (50.0 %)" in text
    assert "not known to be complete" in told.worth
    assert len(text) < 1000


def test_any_crs_and_any_ids_give_the_same_figures(
    towns: gpd.GeoDataFrame, depots: gpd.GeoDataFrame
) -> None:
    regions = gpd.GeoDataFrame(
        {"name": ["west", "east"]},
        geometry=[box(103, 35, 104.5, 37), box(104.5, 35, 106, 37)],
        crs=4326,
    )
    told = gp.coverage(depots, towns, regions=regions, km=20, quantity="people", lang="en")
    assert told.table["demand_total"].tolist() == [500.0, 500.0]
    assert told.table["within_20"].tolist() == [500.0, 0.0]
    assert told.table["sites_counted"].tolist() == [1, 0]
    for ids in ([7, 8, 9], ["7", "08", "x"], [7.0, 8.0, 9.5]):
        again = gp.coverage(
            depots.to_crs(32648).rename_geometry("where"),
            towns.assign(id=ids).to_crs(4490),
            regions=regions.to_crs(32648).assign(id=[1, 2]),
            km=20,
            quantity="people",
            lang="en",
        )
        columns = ["demand_total", "within_20", "share_20", "sites_counted"]
        pd.testing.assert_frame_equal(again.table[columns], told.table[columns])


def test_a_point_in_no_region_is_told_and_counts_in_none(
    towns: gpd.GeoDataFrame, depots: gpd.GeoDataFrame
) -> None:
    west = gpd.GeoDataFrame(geometry=[box(103, 35, 104.5, 37)], crs=4326)
    told = gp.coverage(depots, towns, regions=west, km=20, quantity="people", lang="en")
    assert told.table["demand_total"].tolist() == [500.0]
    assert "2 point(s) lie in no region" in " ".join(told.notes)


def test_the_workspaces_own_figures_are_those_of_the_command(
    gansu: Workspace,
) -> None:
    told = gp.coverage(workspace=gansu, lang="zh")
    asked = coverage(gansu, options=CoverageOptions())
    columns = [name for name in told.table if name.startswith(("within_", "share_", "beyond_"))]
    assert columns
    pd.testing.assert_frame_equal(
        told.table[columns], pd.DataFrame(asked.regions)[columns], check_dtype=False
    )
    assert asked.worth is not None
    assert asked.worth.sentence.zh in told.worth
    assert "可能" in repr(told), "a list of places known to the county gives a range"


def test_candidates_are_tried_and_chosen_as_by_hand(
    towns: gpd.GeoDataFrame, depots: gpd.GeoDataFrame
) -> None:
    tried = points([104.1, 105.05, 103.0], id=["x", "y", "z"])
    told = gp.evaluate_sites(tried, depots, towns, km=20, quantity="people", lang="en")
    assert told.table["within_people"].tolist() == [500.0, 500.0, 0.0]
    assert told.table["gained_people"].tolist() == [0.0, 500.0, 0.0]
    chosen = gp.suggest_sites(tried, depots, towns, new=1, km=20, quantity="people", lang="en")
    assert chosen.table["id"].tolist() == ["y"]
    assert "proven optimal" in repr(chosen)
    without = gp.suggest_sites(tried, [], towns, new=1, km=20, quantity="people", lang="en")
    assert "covered before: 0 people (0.0 %)" in repr(without)


def test_what_sites_chosen_cover_is_told_as_the_command_tells_it(gansu: Workspace) -> None:
    told = gp.suggest_sites(new=1, km=50, workspace=gansu, lang="en")
    asked = SuggestOptions(new=1, reach=ReachOptions(km=(50.0,)))
    found = suggest(prepare(gansu, options=asked))
    assert told.table["id"].tolist() == found.table["id"].tolist()
    assert f"covered after (where drawn): {found.after:,.0f}" in repr(told)
    assert found.covered is not None
    assert f"at least {found.covered.before[0]:,.0f}" in repr(told)


def test_what_an_answer_holds_can_be_taken_along(
    towns: gpd.GeoDataFrame, depots: gpd.GeoDataFrame, tmp_path: Path
) -> None:
    regions = gpd.GeoDataFrame({"name": ["=1+1"]}, geometry=[box(103, 35, 106, 37)], crs=4326)
    told = gp.coverage(depots, towns, regions=regions, km=20, quantity="people", lang="en")
    book = openpyxl.load_workbook(told.to_excel(tmp_path / "a.xlsx"))
    assert book.sheetnames == ["regions", "facilities", "about"]
    heads = [cell.value for cell in book["regions"][2]]
    at = next(n for n, head in enumerate(heads) if str(head).startswith("people within 20 km"))
    assert "from a partial list" in heads[at]
    assert book["regions"][3][at].value == told.table.iloc[0, at]
    assert all(cell.data_type != "f" for row in book["regions"] for cell in row)
    file = told.to_geojson(tmp_path / "a.geojson")
    feature = json.loads(file.read_text(encoding="utf-8"))["features"][0]
    assert feature["properties"]["within_20"] == 500.0
    described = json.loads((tmp_path / "a.meta.json").read_text(encoding="utf-8"))
    assert "from a partial list" in json.dumps(described)
    (tmp_path / "b.xlsx").write_text("somebody else's")
    with pytest.raises(GisplanError):
        told.to_excel(tmp_path / "b.xlsx")
    page = told.map()
    assert page.save(tmp_path / "a.html").stat().st_size == len(page.html.encode())
    assert "srcdoc=" in told._repr_html_()
    assert len(repr(page)) < 200
    axes = told.plot()
    assert axes.get_legend() is not None
    assert axes.get_title() == "Coverage (geodesic distance x 1)"


def test_capacity_clusters_and_suitability_of_ones_own_tables() -> None:
    plants = pd.DataFrame({"county": ["A", "A", "B"], "capacity": [80.0, 30.0, None]})
    waste = pd.DataFrame({"county": ["A", "B"], "tonnes": [100.0, 50.0]})
    told = gp.capacity(plants, waste, by="county", quantity="tonnes", lang="en")
    assert told.table["balance"].tolist() == [10.0, -50.0]
    assert "at most" in told.columns.loc["shortfall", "title"]
    assert any("1" in note for note in told.notes), "a capacity that is not known is told"
    firms = points([104 + 0.01 * at for at in range(6)])
    found = gp.clusters(firms, distance_km=2, minimum=3, fewest=5, lang="en")
    assert found.table["members"].tolist() == [6]
    few = gp.clusters(firms.head(3), distance_km=2, minimum=3, fewest=5, lang="en")
    assert few.table.geometry.isna().all()
    grid = RasterGrid(crs="EPSG:4326", transform=(0.1, 0, 103, 0, -0.1, 36), width=2, height=1)
    slope = Raster.of(grid, [[0.0, 10.0]])
    land = gp.suitability(
        {"slope": slope}, weights={"slope": 1}, scores={"slope": [(0, 1), (20, 0)]}, lang="en"
    )
    cells = np.concatenate([block.values.ravel() for block in land.layers[0].raster.blocks()])
    assert cells.tolist() == [1.0, 0.5]
    with pytest.raises(OptionError, match="differ by: road"):
        gp.suitability({"slope": slope}, weights={"road": 1}, scores={"slope": [(0, 1)]}, lang="en")


def test_plan_scorecard_and_layers_are_answers_too(gansu: Workspace) -> None:
    led = gp.plan(unit="省工信厅", workspace=gansu, lang="zh")
    assert "省工信委（现省工业和信息化厅）" in repr(led)
    assert len(repr(led)) < 600
    assert set(led.tables) == {"plan_ledger", "places"}
    score = gp.scorecard(workspace=gansu, lang="en")
    counted = sum(int(text.en) for text in score.figures.values())
    assert counted == len(score.table)
    listed = gp.layers(workspace=gansu, lang="en")
    assert listed.loc["prefectures", "title"] == "Prefecture-level units"
    assert len(gp.layer("prefectures", workspace=gansu).table) == 14


def test_coordinates_without_a_datum_are_asked_for() -> None:
    table = pd.DataFrame({"lon": [103.83], "lat": [36.06], "people": [5]})
    with pytest.raises(DataError, match="datum="):
        gp.coverage(table, table, lang="en")
    made = gp.points(table, datum="gcj02")
    off = _GEOD.inv(103.83, 36.06, made.geometry.x[0], made.geometry.y[0])[2]
    assert 100 < off < 800
    with pytest.raises(DataError, match="column lat, row 0"):
        gp.points(table.assign(lat=["north"]), datum="wgs84")


@pytest.mark.parametrize(
    ("ask", "kind", "words"),
    [
        (lambda t, d: gp.coverage(d, t, lang="en"), DataError, "demand: there is no column popul"),
        (lambda t, d: gp.coverage(d, t, lang="zh"), DataError, "没有列 population"),
        (
            lambda t, d: gp.coverage(d.set_crs(None, allow_override=True), t, quantity="people"),
            DatumError,
            "没有坐标系",
        ),
        (lambda t, d: gp.coverage(d, t, quantity="people", by="foot"), OptionError, "foot"),
        (lambda t, _: gp.coverage(5, t, quantity="people", lang="en"), OptionError, "not a int"),
        (lambda t, d: gp.coverage(d, t.head(0), quantity="people", lang="en"), DataError, "no row"),
        (lambda *_: gp.layer("prefecture", lang="zh"), OptionError, "prefectures"),
        (lambda t, d: gp.coverage(d, t, quantity="people", lang="fr"), OptionError, "fr"),
        (lambda *_: gp.capacity(pd.DataFrame({"x": [1]}), lang="en"), DataError, "adcode"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_with_table_and_column_in_the_language_asked_for(
    ask: Any, kind: type[Exception], words: str, towns: gpd.GeoDataFrame, depots: gpd.GeoDataFrame
) -> None:
    with pytest.raises(kind, match=words):
        ask(towns, depots)


def test_progress_is_told_to_a_function_or_at_the_terminal(
    gansu: Workspace, capsys: pytest.CaptureFixture[str]
) -> None:
    seen: list[tuple[str, int, int]] = []
    gp.plan(kind="target", workspace=gansu, lang="en", progress=lambda *told: seen.append(told))
    assert seen
    assert all(isinstance(words, str) and done <= steps for words, done, steps in seen)
    gp.plan(kind="target", workspace=gansu, lang="en", progress=True)
    assert capsys.readouterr().err.startswith("\r")


@pytest.mark.parametrize(
    ("ask", "kind", "words"),
    [
        (lambda t, d: gp.coverage(d, t, distance=30, lang="en"), TypeError, "is called km here"),
        (lambda t, d: gp.coverage(d, t, weight="people", lang="zh"), TypeError, "这里叫 quantity"),
        (lambda t, d: gp.suggest_sites(d, [], t, p=1, lang="en"), TypeError, "is called new here"),
        (lambda t, _: gp.clusters(t, eps=1, lang="en"), TypeError, "is called distance_km here"),
        (lambda t, d: gp.coverage(d, t, xyz=1, lang="en"), TypeError, "no option xyz; there are"),
        (lambda *_: gp.isochrones, AttributeError, r"ask gp\.coverage\(.*minutes"),
        (lambda *_: gp.suggest_site, AttributeError, r"ask gp\.suggest_sites"),
        (lambda t, d: gp.coverage(d, t, lang="en"), DataError, "summed up by quantity="),
        (lambda *_: gp.layer("bases", lang="en").gdf, AttributeError, r"it has \.table"),
        (lambda *_: gp.export("bases", "x.gpkg", lang="en"), OptionError, r"by to=….*to_file"),
        (lambda *_: gp.export("bases", to="x.gpkg", lang="en"), OptionError, "by format"),
        (lambda t, _: gp.export(t, lang="en"), OptionError, "not a GeoDataFrame"),
        (lambda t, d: gp.coverage(d, t, minutes=9, quantity="people", lang="en"), OptionError,
         'add by="road", roads or friction; for distance use km'),
        (lambda *_: gp.isochrones, AttributeError, r"areas gp\.service_areas\(.*minutes"),
        (lambda *_: gp.layer("bases", lang="en").to_crs, AttributeError, r"it has \.table\.to_crs"),
        (lambda *_: gp.figure("coverage", "x.png", lang="en"), TypeError, "by name: out=, form"),
        (lambda *_: gp.figure("coverage", to="x.png", lang="zh"), TypeError, "这里叫 out"),
        (lambda *_: gp.scorecard(2020, lang="en"), TypeError, r"by name: year=, scenario="),
        (lambda *_: gp.plan_sites(lang="zh"), TypeError, "还须写 tiers"),
        (lambda *_: gp.location_quotient, AttributeError, "industry_quotients"),
        (lambda *_: gp.build("coverage", lang="en"), FileError, r"a map: gp\.build\(maps="),
        (lambda *_: gp.geocode, AttributeError, r"load_regions\(\)\.find"),
        (lambda *_: gp.read("a.csv"), TypeError, r"a package.*ask gp\.layer\(name\)"),
        (lambda *_: gp.formats("a.csv"), TypeError, r"\.to_excel\(path\)"),
        *((lambda *_, name=name: getattr(gp, name), AttributeError, words) for name, words in (
            ("load", r"gp\.layer\(name\)"), ("open", "workspace=…"), ("save", r"to_excel"),
            ("import_table", "gisplan import"), ("read_file", "into any question"),
            ("read_csv", "files as they are"))),
    ],
)  # fmt: skip
def test_a_guess_from_another_tool_leads_to_what_it_is_called_here(
    ask: Any, kind: type[Exception], words: str, towns: gpd.GeoDataFrame, depots: gpd.GeoDataFrame
) -> None:
    with pytest.raises(kind, match=words):
        ask(towns, depots)


def test_areas_by_road_are_where_coverage_by_road_serves(
    towns: gpd.GeoDataFrame, depots: gpd.GeoDataFrame, tmp_path: Path
) -> None:
    roads = tmp_path / "roads.geojson"
    line = shapely.LineString([(103.9, 36), (105.2, 36)])
    gpd.GeoDataFrame({"kmh": [60]}, geometry=[line], crs=4326).to_file(roads)
    given = {"minutes": [10, 100], "by": "road", "roads": str(roads), "lang": "en"}
    areas = gp.service_areas(depots, **given).table
    assert areas[["band", "above_min", "upto_min"]].to_numpy().tolist() == [
        [1, 0, 10],
        [2, 10, 100],
    ]
    served = gp.coverage(depots, towns, quantity="people", **given).table
    for minutes, shape in zip((10, 100), (areas.geometry[0], areas.union_all()), strict=True):
        inside = shapely.contains(shape, towns.geometry.to_numpy())
        assert inside.tolist() == served[f"within_{minutes}"].tolist()
    assert served["within_10"].tolist() == [True, False, False]
    assert gp.service_areas(depots, km=10, by="road", roads=str(roads), lang="en").map().html
    with pytest.raises(OptionError, match="straight distances"):
        gp.service_areas(depots, by_site=True, **given)


def test_formats_go_by_the_names_of_gdal(tmp_path: Path) -> None:
    names = ("GPKG", "ESRI Shapefile", "PMTiles")
    told = gp.export("bases", format=names, to=tmp_path / "out", workspace=tmp_path)
    found = {one.path.name for one in told.written}
    assert found == {"layers.gpkg", "bases.shapefile", "bases.pmtiles"}


def test_areas_and_accessibility_of_ones_own_points_are_those_by_hand(
    towns: gpd.GeoDataFrame, depots: gpd.GeoDataFrame
) -> None:
    told = gp.service_areas(depots, km=[10, 20], lang="en")
    areas = told.table.sort_values("band")
    # a circle on the ellipsoid is nearly one on the plane; the second band is a ring
    assert areas["area_km2"].tolist() == pytest.approx([math.pi * 100, math.pi * 300], rel=2e-3)
    assert told.map().html
    # 104.05 is 4.5 km from the first town and 85 and 95 km from the others
    clinics = points([104.05, 105.05], capacity=[40.0, 10.0])
    near = gp.accessibility(clinics, towns, km=20, quantity="people", lang="en")
    assert near.table["access"].tolist() == pytest.approx([40 / 500, 10 / 500, 10 / 500])
    # beds, doctors, tonnes: of a table of one's own no unit is known
    assert near.columns.loc["access", "unit"] == ""
    far = gp.accessibility(
        clinics, towns, km=[20, 90], weights=[1, 0.5], quantity="people", lang="en"
    )
    first, second = 40 / (500 + 0.5 * 300), 10 / (300 + 200)
    assert far.table["access"].tolist() == pytest.approx([first, 0.5 * first + second, second])
    with pytest.raises(DataError, match="capacity"):
        gp.accessibility(depots, towns, km=20, quantity="people", lang="en")


def test_each_guess_is_answered_by_what_there_is() -> None:
    for name, meant in guesses._QUESTIONS.items():
        assert name not in gp.__all__
        for word in re.findall(r"gp\.(\w+)", meant):
            assert word in gp.__all__, name
    for name in guesses._OF_ANSWER.values():
        for word in re.findall(r"(?<![\w)])\.(\w+)", name):
            assert hasattr(gp.Answer, word), name
    options = {
        option
        for name in gp.__all__
        if inspect.isfunction(getattr(gp, name))
        for option in inspect.signature(getattr(gp, name)).parameters
    }
    assert set(guesses._OPTIONS) <= options


def test_models_are_known_by_the_names_of_others(
    towns: gpd.GeoDataFrame, depots: gpd.GeoDataFrame
) -> None:
    for model in ("p-median", "PMedian", "p_median"):
        told = gp.suggest_sites(
            depots, [], towns, new=1, km=200, quantity="people", model=cast("Any", model)
        )
        assert len(told.table) == 1


def test_an_answer_is_written_as_the_ending_says(
    towns: gpd.GeoDataFrame, depots: gpd.GeoDataFrame, tmp_path: Path
) -> None:
    told = gp.coverage(depots, towns, km=20, quantity="people", lang="en")
    read = gpd.read_file(told.to_file(tmp_path / "a.gpkg"), layer="demand")
    assert read["within_20"].tolist() == [True, False, False]
    for name in ("a.geojson", "a.xlsx", "a.html"):
        assert told.to_file(tmp_path / name).stat().st_size > 100
    with pytest.raises(OptionError, match="gpkg"):
        told.to_file(tmp_path / "a.dgn")


def test_reach_is_unknown_not_zero_beyond_the_longest(
    towns: gpd.GeoDataFrame, depots: gpd.GeoDataFrame
) -> None:
    told = gp.coverage(depots, towns, km=20, quantity="people", lang="en")
    assert [math.isnan(one) for one in told.table["cost_km"]] == [False, True, True]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_road_answer_says_that_it_is_by_road(gansu: Workspace, lang: Lang) -> None:
    told = gp.coverage(by="road", km=50, workspace=gansu, lang=lang)
    assert {"zh": "公路", "en": "by road"}[lang] in repr(told).split("\n", 1)[0]
