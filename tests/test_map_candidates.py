"""Candidate sites in the page itself: its figures are those of the analyses, to the person."""

from __future__ import annotations

import itertools
import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from pyproj import Geod
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys

from gisplan.analysis.coverage import models as coverage
from gisplan.analysis.siting import added_by_mode
from gisplan.analysis.travel import ByDistance, ByRoad, Mode
from gisplan.analysis.travel.distance import geodesic
from gisplan.api import load, travel
from gisplan.api.journey import JourneyOptions
from gisplan.catalog.layer import Outcome
from gisplan.catalog.workspace import Workspace
from gisplan.errors import DeclarationError
from gisplan.pipeline import catalogue as catalog
from gisplan.pipeline.build import BuildReport
from tests import small
from tests.browser import Page

pytestmark = pytest.mark.browser

GEOD = Geod(ellps="WGS84")
REACHES_KM = (30, 50, 100)
#: One that gains, one near another, one whose reach overlaps a standing site's, one outside.
PICKED = ((103.9, 35.2), (104.1, 35.3), (104.1, 36.4), (101.9, 36.7))


@pytest.fixture(scope="module")
def tables(built: tuple[Workspace, BuildReport]) -> dict[str, Any]:
    names = (
        "demand_points", "treatment_sites", "prefectures", "treatment_reach_counties",
        "treatment_reach_prefectures", "units",
    )  # fmt: skip
    return {name: layer.table for name, layer in load.load_layers(names, place=built[0]).items()}


@pytest.fixture(scope="module")
def opened(open_page: Callable[[Path], Page], built: tuple[Workspace, BuildReport]) -> Page:
    return open_page(built[0].rendered / "coverage.html")


@pytest.fixture
def page(opened: Page) -> Page:
    """The coverage map in Chinese with the desk for candidates open, as if it were just opened."""
    opened.resize(1440, 900)
    if opened.driver.current_url.split("#")[0] != opened.path.resolve().as_uri():
        opened.load()
    opened.run(_FRESH)
    opened.settle()
    opened.forget()
    return opened


#: One load serves the tests of the desk: what the one before left is taken off again.
_FRESH = """
  const click = (id) => document.getElementById(id).click();
  const desk = document.getElementById("evaluate");
  document.querySelector("dialog").close();
  gisplan.map.closePopup();
  if (gisplan.state.lang !== "zh") click("language");
  for (const name of ["B", "A"]) {
    click(`scenario-${name}`);
    if (gisplanEvaluate.evaluation.list.length) click("evaluate-clear");
  }
  for (const id of ["way-straight", "reach-1"]) click(id);
  Object.assign(gisplanEvaluate.evaluation, { past: [], future: [], made: 0 });
  if (!desk.hidden) click("evaluate-close");
  click("evaluate-toggle");
  for (const id of ["evaluate-name", "evaluate-coordinate"]) {
    const field = document.getElementById(id);
    field.value = "";
    field.removeAttribute("aria-invalid");
  }
  document.getElementById("evaluate-note").textContent = "";
  document.querySelector("[data-say=home]").click();"""


def type_in(page: Page, coordinate: str, name: str = "") -> None:
    page.first("#evaluate-name").send_keys(name)
    page.first("#evaluate-coordinate").send_keys(coordinate, Keys.ENTER)
    page.settle()


def people(page: Page, css: str) -> int:
    """Read a figure of the desk in full: three digits of it are shown, all stand in its title."""
    (figure,) = page.find(css)[:1]
    return in_full(figure)


def in_full(figure: Any) -> int:
    text = figure.get_attribute("title") or figure.text
    return int(text.removesuffix("人").strip().replace(",", "").replace("+", ""))


def candidates(page: Page) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = page.run("return gisplanEvaluate.evaluation.list")
    return found


def reference(
    tables: dict[str, Any], picked: list[tuple[float, float]], km: float
) -> tuple[pd.DataFrame, pd.DataFrame, list[pd.Series]]:
    """The analyses' own answer: each candidate alone, all together, and coverage by unit."""
    demand, sites = tables["demand_points"], tables["treatment_sites"][["id", "geometry"]]
    ids = [f"~{at}" for at in range(len(picked))]
    new = gpd.GeoDataFrame(
        {"id": ids}, geometry=gpd.points_from_xy(*zip(*picked, strict=True)), crs=4326
    )

    def contribution(more: gpd.GeoDataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
        both = pd.concat([sites, more], ignore_index=True)
        pairs = geodesic(demand, both, limit=km * 1000.0).pairs
        told = coverage.contribution(demand, both, pairs, limit=km * 1000.0, quantity="population")
        return told.set_index("site"), pairs

    each = [contribution(new.iloc[[at]])[0].loc[name] for at, name in enumerate(ids)]
    together, pairs = contribution(new)
    units = coverage.by_unit(
        demand, pairs, tables["units"], breaks=[km * 1000.0], quantities=("population",)
    )
    return together.loc[ids], units, each


def in_page(
    page: Page, picked: Sequence[tuple[float, float]], reach: float, by: str = "straight"
) -> dict[str, Any]:
    script = """
      const found = gisplanEvaluate.evaluateCandidates(
        arguments[0].map(([lon, lat]) => ({ lon, lat })), arguments[1], arguments[2]);
      const rows = (place) => (place ? place.rows : null);
      return { ...found, each: found.each.map((one) => ({ ...one,
        county: rows(one.county), region: rows(one.region) })) };"""
    answer: dict[str, Any] = page.run(
        script, [list(one) for one in picked], reach * (1 if by == "time" else 1000), by
    )
    return answer


def test_a_geodesic_of_the_page_is_that_of_proj(page: Page) -> None:
    generator = np.random.default_rng(7)
    near = generator.uniform((92, 32, 92, 32), (109, 43, 109, 43), (2000, 4))
    wide = generator.uniform((-180, -80, -180, -80), (180, 80, 180, 80), (500, 4))
    pairs = np.vstack([near, wide, [[0, 0, 1, 0], [100, 36, 100, 36], [179.9, 10, -179.9, 10]]])
    true = np.asarray(GEOD.inv(*pairs.T)[2])
    mine = np.array(
        page.run("return arguments[0].map((p) => gisplanEvaluate.geodesicLength(...p))",
                 pairs.tolist()),
        dtype=float,
    )  # fmt: skip
    told = true < 19_000_000
    assert told.sum() > 2400
    assert np.abs(mine - true)[told].max() < 0.001
    ring = page.run(
        "return [0, 45, 133, 270].map((b) => gisplanEvaluate.destination(103, 36, b, 50000))"
    )
    lon, lat, _ = GEOD.fwd([103] * 4, [36] * 4, [0, 45, 133, 270], [50000] * 4)
    assert np.abs(np.array(ring) - np.column_stack([lat, lon])).max() < 1e-8


def test_figures_are_those_of_the_analyses_to_the_person(
    page: Page, tables: dict[str, Any]
) -> None:
    generator = np.random.default_rng(2018)
    somewhere = generator.uniform((95, 33), (108, 41), (16, 2)).round(6)
    settled = tables["demand_points"].geometry.sample(12, random_state=1)
    picked = [*PICKED, *map(tuple, somewhere.tolist()), *zip(settled.x, settled.y, strict=True)]
    sites = tables["treatment_sites"].sort_values("id")
    for km in REACHES_KM:
        together, units, each = reference(tables, picked, km)
        found = in_page(page, picked, km)
        for at, (one, alone) in enumerate(zip(found["each"], each, strict=True)):
            assert one["reached"] == alone["reached"]
            assert one["gained"] == alone["alone"]
            assert one["overlap"] == alone["shared"]
            assert one["only"] == together["alone"].iloc[at]
            lengths = GEOD.inv(*np.repeat([picked[at]], len(sites), axis=0).T,
                               sites.geometry.x, sites.geometry.y)[2]  # fmt: skip
            assert one["nearest"]["at"] == int(np.argmin(lengths))
            assert one["nearest"]["cost"] == pytest.approx(min(lengths), abs=0.001)
        regions = units[units["level"] == "prefecture"].set_index("adcode")
        for code, sums in zip(tables["prefectures"]["adcode"], found["regions"], strict=True):
            assert sums["after"] == regions.loc[code, "population_covered"]
            assert sums["total"] == regions.loc[code, "population_total"]
        whole = units[units["level"] == "province"].iloc[0]
        assert found["whole"]["after"] == whole["population_covered"]
        assert found["whole"]["total"] == tables["demand_points"]["population"].sum()
    assert sum(one["gained"] > 0 for one in found["each"]) > 10
    assert sum(one["overlap"] > 0 for one in found["each"]) > 3


def test_coverage_without_candidates_is_that_of_the_map(page: Page, tables: dict[str, Any]) -> None:
    shown = tables["treatment_reach_prefectures"]
    for km in REACHES_KM:
        found = in_page(page, [], km)
        assert [sums["before"] for sums in found["regions"]] == shown[f"within_{km}"].tolist()


def test_a_candidate_lies_where_the_borders_say(page: Page, tables: dict[str, Any]) -> None:
    points = np.random.default_rng(5).uniform((93, 32.5), (108.5, 42.5), (300, 2))
    found = in_page(page, points.tolist(), 50)["each"]
    here = gpd.GeoSeries(gpd.points_from_xy(*points.T), crs=4326)
    for name, kind in (("treatment_reach_counties", "county"), ("prefectures", "region")):
        true: list[list[int] | None] = [None] * len(points)
        for at, row in zip(*tables[name].sindex.query(here, predicate="within"), strict=True):
            true[at] = [int(row)]
        assert [one[kind] for one in found] == true
        assert 60 < sum(rows is not None for rows in true) < 240


#: By road: in a town, far in the desert, two ends of one long road, in the hills, and farther from
#: any road than a way may begin.
BY_ROAD = (
    (103.9, 35.2), (95.5, 40.5), (94.25, 39.33), (94.262, 39.395), (104.95, 33.4), (96.5, 38.5),
)  # fmt: skip


def test_reach_by_road_is_that_of_the_analyses_to_the_metre_and_the_person(
    page: Page, tables: dict[str, Any], built: tuple[Workspace, BuildReport]
) -> None:
    by_road = JourneyOptions(by="road")
    mode = travel.mode(by_road, place=built[0])
    in_time = travel.mode(by_road, place=built[0], in_minutes=True)
    assert isinstance(mode, ByRoad)
    demand, sites = tables["demand_points"], tables["treatment_sites"]
    ids = [f"~{at}" for at in range(len(BY_ROAD))]
    new = gpd.GeoDataFrame(
        {"id": ids}, geometry=gpd.points_from_xy(*zip(*BY_ROAD, strict=True)), crs=4326
    )
    legs = mode.graph.access(new, max_snap=mode.trip.max_snap)
    told = page.run(
        """
      const { ways, demand } = gisplanEvaluate.evaluation.coverage;
      const { roads, placeAt, demandAt } = ways.road;
      return arguments[0].map(([lon, lat]) => {
        const place = placeAt(lon, lat);
        const field = roads.fieldFrom(place);
        const quick = ways.time.roads.fieldFrom(place);
        const to = (way, from) => Array.from(demand.lon, (_, at) =>
          way.roads.wayTo(from, way.demandAt(at))?.cost ?? null);
        return { metres: place.foot.distance, on: place.on, edge: place.foot.edge,
          to: to(ways.road, field), minutes: to(ways.time, quick) };
      });""",
        [list(one) for one in BY_ROAD],
    )
    assert [one["metres"] for one in told] == pytest.approx(legs["distance_m"].tolist(), abs=0.01)
    assert [one["on"] for one in told] == [True] * 5 + [False]
    assert told[2]["edge"] == told[3]["edge"]
    # every way to every settlement, to a centimetre, and to a thousandth of a second
    for name, by, way, exact in (
        ("to", "road", mode, 0.01),
        ("minutes", "time", in_time, 1e-5),
    ):
        pairs = way.reach(demand, new, limit=10_000).pairs
        table = pairs.pivot_table(index="site", columns="demand", values="cost")
        table = table.reindex(index=ids, columns=demand["id"].astype(str))
        mine = np.array([one[name] for one in told], dtype=float)
        assert np.isfinite(mine).sum() > 3000
        np.testing.assert_allclose(mine, table.to_numpy(), atol=exact)
        nearest = way.reach(sites, new, limit=10_000).pairs.groupby("site")["cost"].min()
        told_near = [one["nearest"] for one in in_page(page, BY_ROAD, 50, by)["each"]]
        np.testing.assert_allclose(
            [one["cost"] if one else np.nan for one in told_near], nearest.reindex(ids), atol=exact
        )
    # residents to the person, waste to the kilogram, and what the sites in reach can take
    quantities = ("population", "t_municipal", "t_kitchen", "t_electronics")
    ways: tuple[tuple[str, Mode], ...] = (("road", mode), ("straight", ByDistance()))
    asked = [(*way, km) for way, km in itertools.product(ways, REACHES_KM)]
    for by, way, km in (*asked, ("time", in_time, 60)):
        want = added_by_mode(
            new, demand, Outcome(sites), mode=way, limit=km, quantities=quantities
        ).table
        found = in_page(page, BY_ROAD, km, by)["each"]
        for figure, column in (("reached", "within"), ("gained", "gained"), ("overlap", "overlap")):
            assert [one[figure] for one in found] == want[f"{column}_population"].tolist(), km
        for at, stream in enumerate(quantities[1:]):
            for figure, column in (("reached", "within"), ("gained", "gained")):
                told_of = [one["waste"][at][figure] for one in found]
                assert told_of == pytest.approx(want[f"{column}_{stream}"].tolist(), abs=1e-3)
        near = way.reach(sites, new, limit=km).pairs
        room = near["demand"].map(sites.set_index("id")["capacity"]).astype(float)
        assert [one["capacity"]["known"] for one in found] == pytest.approx(
            room.groupby(near["site"]).sum().reindex(ids).fillna(0).tolist()
        )
        count = near.groupby("site").size().reindex(ids).fillna(0)
        assert [one["capacity"]["sites"] for one in found] == count.tolist()
        assert all(one["capacity"]["unknown"] == 0 for one in found)


def test_the_desk_tells_minutes_by_road_at_the_declared_speeds(page: Page) -> None:
    type_in(page, "103.9, 35.2", "甲")
    page.click("#way-road")
    page.settle()
    by_road = page.text("#candidate-0 [data-figure=nearest]")
    page.click("#way-time")
    page.settle()
    assert [one.text for one in page.find("[name=reach] + span")] == [
        "30 分钟",
        "60 分钟",
        "120 分钟",
    ]
    assert "60 分钟 · 公路时间" in page.text(".sums caption")
    assert "公路 60、接入段 30 千米/小时" in page.text("#way-hint")
    in_time = page.text("#candidate-0 [data-figure=nearest]")
    assert in_time.split()[1] == "分钟"
    # as many minutes at 60 km/h as km, and more where it is off the road at 30
    assert 0 < float(in_time.split()[0]) - float(by_road.split()[0]) < 10
    page.wait(lambda: "by=time" in page.driver.current_url)
    page.click("#way-road")
    page.settle()
    assert "50 km" in page.text(".sums caption")
    assert page.text("#candidate-0 [data-figure=nearest]") == by_road
    assert page.errors == []


def test_the_desk_by_road_draws_routes_and_says_which_way_counts(
    page: Page, tmp_path: Path
) -> None:
    type_in(page, "103.9, 35.2", "甲")
    type_in(page, "96.5, 38.5", "乙")
    straight = page.text("#candidate-0 [data-figure=nearest]")
    assert len(page.find("path.reach")) == 2
    assert "直线" in page.text(".candidates-table caption")
    page.click("#way-road")
    page.settle()
    assert page.find("path.reach") == []
    assert "公路里程" in page.text(".candidates-table caption")
    assert "公路里程" in page.text(".sums caption")
    # What the figures are worth: the list of sites is partial, and waste is a rate of some year.
    assert page.text("[data-figure-row=gained] th") == "新增（按图上位置）"
    assert page.text("[data-figure-row=overlap] th").endswith("（按图上位置）")
    assert page.text("[data-figure-row=capacity] th") == "范围内已知处理能力（按图上位置）"
    assert page.text("#candidate-0 [data-figure=t_municipal]").endswith("吨/年")
    notes = page.text(".worth-notes")
    assert "0.437 吨/人·年（2022 年）" in notes
    assert "只用于城镇人口" in notes
    assert "仅据已知 90 座（2017 年）中的 2 座" in notes
    assert "1.3" in page.text("#way-hint")
    assert "50 千米" in page.text("#way-hint")
    by_road = page.text("#candidate-0 [data-figure=nearest]")
    assert float(by_road.split()[0]) > float(straight.split()[0])
    assert 0 < float(page.text("#candidate-0 [data-figure=access]").split()[0]) < 10
    # what is told of it is what is drawn: a way from the mark to the site, with its two legs
    drawn = page.run("""
      const { coverage, list, figures } = gisplanEvaluate.evaluation;
      const { road } = coverage.ways;
      const { roads } = road;
      const field = roads.fieldFrom(road.placeAt(list[0].lon, list[0].lat));
      const { road: line, legs } = roads.routeTo(field, road.siteAt(figures.each[0].nearest.at));
      const far = (points) => points.slice(1).reduce((sum, [lat, lon], at) =>
        sum + gisplanEvaluate.geodesicLength(points[at][1], points[at][0], lon, lat), 0);
      return [far(line), far(legs[0]), far(legs[1]), figures.each[0].nearest.cost];""")
    assert drawn[0] + 1.3 * (drawn[1] + drawn[2]) == pytest.approx(drawn[3], rel=0.05)
    assert "公路上到不了" in page.text("#candidate-1")
    page.driver.execute_cdp_cmd(
        "Browser.setDownloadBehavior", {"behavior": "allow", "downloadPath": str(tmp_path)}
    )
    page.click("#evaluate-save")
    path = tmp_path / "candidates_coverage.geojson"
    page.wait(path.exists)
    first, second = (one["properties"] for one in json.loads(path.read_text("utf-8"))["features"])
    assert first["by"] == "road"
    assert first["t_municipal_reached"] > 100_000
    assert (first["capacity_reached"], first["sites_reached"]) == (0, 0)
    assert second["nearest_m"] is None
    assert second["to_road_m"] > 50_000
    # Kept in the address, and over a reload.
    page.wait(lambda: "by=road" in page.driver.current_url)
    address = page.driver.current_url
    page.driver.get("about:blank")
    page.driver.get(address)
    page.click("#evaluate-toggle")
    assert page.text("#candidate-0 [data-figure=nearest]") == by_road
    # And with the file, which says what its figures are of.
    page.click("#evaluate-clear")
    page.click("#way-straight")
    page.first("#evaluate-load").send_keys(str(path))
    page.wait(lambda: bool(page.find("#candidate-1")))
    assert page.text("#candidate-0 [data-figure=nearest]") == by_road
    assert page.errors == []


def test_a_click_sets_a_site_and_shows_what_it_serves(page: Page, tables: dict[str, Any]) -> None:
    page.click_at(103.86, 35.4)
    (one,) = candidates(page)
    assert (one["lon"], one["lat"]) == pytest.approx((103.86, 35.4), abs=0.02)
    assert page.find(".leaflet-popup") == []
    together, units, each = reference(tables, [(one["lon"], one["lat"])], 50)
    assert people(page, "[data-figure=gained]") == each[0]["alone"]
    assert people(page, "[data-figure=reached]") == each[0]["reached"]
    assert people(page, "[data-figure=overlap]") == each[0]["shared"]
    assert people(page, "[data-figure=together]") == together["alone"].sum()
    counties = tables["treatment_reach_counties"]
    there = counties[counties.contains(shapely.Point(one["lon"], one["lat"]))]
    assert there["name_zh"].iloc[0] in page.text("#candidate-0")
    dingxi = units[units["adcode"] == "621100"].iloc[0]
    row = page.first("[data-region='621100']").find_element("xpath", "..").text.split()
    assert row[-2] == "%"
    assert float(row[-3]) == pytest.approx(100 * dingxi["population_share"], abs=0.05)
    page.click("#reach-2")
    page.settle()
    _, _, wider = reference(tables, [(one["lon"], one["lat"])], 100)
    assert people(page, "[data-figure=gained]") == wider[0]["alone"]
    # With the mode off, a click tells what is there, as ever.
    page.click("#evaluate-pick")
    page.click_at(103.9, 36.2)
    assert len(candidates(page)) == 1
    assert page.shown(".leaflet-popup .heading")
    assert page.outside_requests == []
    assert page.errors == []


def test_dragging_moves_it_and_every_step_can_be_undone(page: Page) -> None:
    type_in(page, "103.9, 35.2", "甲")
    type_in(page, "105.8, 34.9")
    before = page.text("#candidate-0 [data-figure=gained]")
    mark = page.first(".candidate-icon")
    ActionChains(page.driver, duration=20).drag_and_drop_by_offset(mark, 60, -40).perform()
    page.settle()
    moved = candidates(page)[0]
    assert moved["lon"] > 104.0
    assert moved["lat"] > 35.3
    assert page.text("#candidate-0 [data-figure=gained]") != before
    page.find(".candidate-icon")[1].send_keys(Keys.ARROW_UP)
    assert candidates(page)[1]["lat"] > 34.9
    assert page.run("return document.activeElement.className").startswith("leaflet-marker-icon")
    page.click("#evaluate-undo")
    page.click("#evaluate-undo")
    assert [(one["lon"], one["lat"]) for one in candidates(page)] == [(103.9, 35.2), (105.8, 34.9)]
    assert page.text("#candidate-0 [data-figure=gained]") == before
    page.click("#evaluate-redo")
    assert candidates(page)[0] == moved
    page.click("#candidate-remove-0")
    assert [one["number"] for one in candidates(page)] == [2]
    ActionChains(page.driver).key_down(Keys.CONTROL).send_keys("z").key_up(Keys.CONTROL).perform()
    assert [one["number"] for one in candidates(page)] == [1, 2]


def test_candidates_are_saved_as_geojson(
    page: Page, tmp_path: Path, tables: dict[str, Any]
) -> None:
    hostile = "<img src=x onerror=alert(1)>\"'{{7*7}}"
    type_in(page, "103.9, 35.2", hostile)
    type_in(page, "105.8, 34.9")
    type_in(page, "104.1, 36.4", hostile)
    assert page.first("#candidate-name-0").get_attribute("value") == hostile
    assert page.find("#evaluate img") == []
    page.driver.execute_cdp_cmd(
        "Browser.setDownloadBehavior", {"behavior": "allow", "downloadPath": str(tmp_path)}
    )
    page.click("#evaluate-save")
    path = tmp_path / "candidates_coverage.geojson"
    page.wait(path.exists)
    saved = json.loads(path.read_text(encoding="utf-8"))
    assert "crs" not in saved
    table = gpd.read_file(path)
    assert table["name"].tolist() == [hostile, "候选点 2", f"{hostile} (2)"]
    assert list(zip(table.geometry.x, table.geometry.y, strict=True)) == [
        (103.9, 35.2), (105.8, 34.9), (104.1, 36.4)]  # fmt: skip
    # The file gives the page's figures.
    picked = list(zip(table.geometry.x, table.geometry.y, strict=True))
    _, _, each = reference(tables, picked, 50)
    shown = [in_full(one) for one in page.find(".candidate [data-figure=gained]")]
    assert shown == [one["alone"] for one in each]
    assert page.errors == []


#: What is typed, and what is read from it: longitude, latitude, a note; or the fault.
WRITTEN: list[tuple[str, Any]] = [
    ("103.8343, 36.0611", (103.8343, 36.0611, None)),
    ("103.8343，36.0611", (103.8343, 36.0611, None)),
    ("36.0611 103.8343", (103.8343, 36.0611, "swapped")),
    ("36.0611N 103.8343E", (103.8343, 36.0611, None)),
    ("N36.5, E103.25", (103.25, 36.5, None)),
    ("东经103°50′3″ 北纬36°3′40″", (103.834167, 36.061111, None)),
    ("北纬36度3分40秒，东经103度50分3秒", (103.834167, 36.061111, None)),
    ("36°3'40\"N, 103°50'3\"E", (103.834167, 36.061111, None)),
    ("lat 36.5 lon 103.25", (103.25, 36.5, None)),
    ("1 0 3", "notCoordinate"),
    ("兰州", "notCoordinate"),
    ("103.8343", "notCoordinate"),
    ("36°75'0\"N 103E", "notCoordinate"),
    ("495000, 3992000", "projected"),
    ("203, 36", "outOfRange"),
    ("116.4, 39.9", "tooFar"),
    ("-103.8, 36.0", "tooFar"),
    ("103.8W 36.0N", "tooFar"),
]


def test_coordinates_as_people_write_them(page: Page) -> None:
    read = page.run(
        "return arguments[0].map((text) =>"
        " gisplanEvaluate.readCoordinate(text, gisplanEvaluate.inside))",
        [text for text, _ in WRITTEN],
    )
    told = [one.get("fault") or (one["lon"], one["lat"], one["note"]) for one in read]
    assert told == [answer for _, answer in WRITTEN]


def test_a_wrong_coordinate_is_told_and_a_mixup_too(page: Page) -> None:
    type_in(page, "兰州市")
    assert page.text("#evaluate-note").startswith("无法识别")
    assert page.first("#evaluate-coordinate").get_attribute("aria-invalid") == "true"
    page.first("#evaluate-coordinate").clear()
    type_in(page, "36.4, 104.1")
    assert "已调换顺序" in page.text("#evaluate-note")
    assert (candidates(page)[0]["lon"], candidates(page)[0]["lat"]) == (104.1, 36.4)
    page.click("#language")
    page.settle()
    assert page.text("#evaluate-note").startswith("Read as latitude, longitude")
    assert page.text("#evaluate h2") == "Candidate sites"
    assert page.first("#candidate-name-0").get_attribute("value") == "Candidate 1"


def test_every_field_and_button_has_a_name_and_the_phone_has_room(page: Page) -> None:
    type_in(page, "103.9, 35.2")
    unnamed = page.run("""
      return [...document.querySelectorAll("#evaluate button, #evaluate input")].filter((one) =>
        !(one.getAttribute("aria-label") || one.textContent.trim()
          || (one.labels && one.labels.length))).length;""")
    assert unnamed == 0
    page.resize(390, 844).load()
    page.click("#evaluate-toggle")
    page.settle()
    assert page.run("return document.documentElement.scrollWidth") <= 390
    box = page.first("#tools").rect
    inside = [one.rect["x"] + one.rect["width"] <= 390 for one in page.shown("#tools button")]
    assert all(inside)
    assert box["width"] <= 390
    page.click_at(103.9, 35.2)
    assert len(candidates(page)) == 1
    page.resize(1440, 900)


def test_a_map_without_the_declaration_has_no_desk(built: tuple[Workspace, BuildReport]) -> None:
    html = (built[0].rendered / "overview.html").read_text(encoding="utf-8")
    assert "evaluateCandidates" not in html
    assert "#evaluate {" not in html


def test_a_wrong_declaration_is_told_with_all_its_faults(tmp_path: Path) -> None:
    place = small.workspace(tmp_path / "w")
    path = next(place.maps.glob("*.toml"))
    path.write_text(
        '[evaluate]\ndemand = "nowhere"\nsites = "figures"\nregions = "squares"\n'
        'counties = "figures"\nunits = "figures"\nreaches_km = [50.0, 30.0]\nreach_km = 20.0\n'
        + path.read_text(encoding="utf-8"),
        encoding="utf-8",
    )
    with pytest.raises(DeclarationError) as told:
        catalog.load(place)
    words = str(told.value)
    for part in ("nowhere", "reaches_km", "reach_km", "parent", "figures"):
        assert part in words


@pytest.mark.parametrize("size", [(1440, 900), (390, 844)])
def test_figures_and_desk_take_turns_and_candidates_stay(page: Page, size: tuple[int, int]) -> None:
    page.resize(*size).load()
    page.click("#evaluate-toggle")
    assert page.shown("#evaluate")
    assert not page.shown("#figures")
    page.run("document.getElementById('evaluate-coordinate').value = '103.8343, 36.0611'")
    page.click("#evaluate .ask button")
    assert len(page.find(".candidate")) == 1
    page.click("#figures-toggle")
    assert page.shown("#figures")
    assert not page.shown("#evaluate")
    page.click("#evaluate-toggle")
    assert not page.shown("#figures")
    assert len(page.shown(".candidate")) == 1
    page.resize(1440, 900)
