"""Reach over the trunk roads that are shipped: ten settlements by hand, and what holds of all."""

from __future__ import annotations

from pathlib import Path

import geopandas as gpd
import networkx as nx
import numpy as np
import pandas as pd
import pytest
import shapely
from pyproj import Geod, Transformer

from gisplan.analysis.coverage.by_road_distance import circuity, nearest_by_road, road_distances
from gisplan.analysis.siting import SitingTask, suggest
from gisplan.analysis.siting.case import MODELS, Model
from gisplan.analysis.travel import ByDistance, RoadGraph, Trip, by_road
from gisplan.analysis.travel.joined_roads import joined_roads
from gisplan.api.journey import JourneyOptions, ReachOptions
from gisplan.api.sites import EvaluateOptions, evaluate
from gisplan.api.sites.inputs import nothing_stands
from gisplan.api.travel import mode as mode_of
from gisplan.api.travel import standard
from gisplan.catalog.workspace import find
from gisplan.errors import OptionError

ROOT = Path(__file__).parents[1]
GEOD = Geod(ellps="WGS84")
SHIPPED = {"unit": "m", "length": "length_m", "max_snap_m": 50_000, "detour": 1.3, "direct": True}
#: Settlements of the shipped layer by their GeoNames number, spread over the province, and the
#: county seat that each is sent to.
TEN = 10


@pytest.fixture(scope="module")
def roads() -> gpd.GeoDataFrame:
    return gpd.read_file(ROOT / "data/context/roads.geojson")


@pytest.fixture(scope="module")
def towns() -> gpd.GeoDataFrame:
    table = pd.read_csv(ROOT / "layers/settlements.csv", dtype={"adcode": str})
    table = table.dropna(subset="adcode").sort_values("geonameid")
    some = table.iloc[:: len(table) // TEN][:TEN]
    at = gpd.points_from_xy(some["lon"], some["lat"])
    return gpd.GeoDataFrame({"id": some["geonameid"].astype(str)}, geometry=at, crs=4326)


@pytest.fixture(scope="module")
def seat() -> gpd.GeoDataFrame:
    at = gpd.points_from_xy([103.83, 107.64], [36.06, 35.73])
    return gpd.GeoDataFrame({"id": ["L", "X"]}, geometry=at, crs=4326)


def foot(roads: gpd.GeoDataFrame, point: shapely.Point) -> tuple[int, float, float]:
    """Find the nearest edge, metres to it, and the share of it before the foot, another way."""
    local = Transformer.from_crs(
        4326, f"+proj=aeqd +lat_0={point.y} +lon_0={point.x} +ellps=WGS84", always_xy=True
    )
    # edges are bent in this plane only a little: cut at every hundredth of them
    near = roads[roads.distance(point) < 1.3] if len(roads) > 10 else roads
    shapes = shapely.segmentize(near.geometry.array, 0.002)
    flat = shapely.transform(shapes, local.transform, interleaved=False)
    far = shapely.distance(flat, shapely.Point(0, 0))
    at = int(np.argmin(far))
    along = shapely.line_locate_point(flat[at], shapely.Point(0, 0), normalized=True)
    return int(near.index[at]), float(far[at]), float(along)


@pytest.mark.filterwarnings("ignore:Geometry is in a geographic CRS")
def test_ten_settlements_by_hand(
    roads: gpd.GeoDataFrame, towns: gpd.GeoDataFrame, seat: gpd.GeoDataFrame
) -> None:
    ends = shapely.get_coordinates(roads.geometry.array).reshape(-1, 2, 2)
    straight = np.asarray(GEOD.inv(*ends[:, 0].T, *ends[:, 1].T)[2])
    metres = np.maximum(roads["length_m"].to_numpy(), straight)
    graph = nx.Graph()
    for pair, far in zip(ends.tolist(), metres, strict=True):
        a, b = map(tuple, pair)
        if not graph.has_edge(a, b) or graph[a][b]["m"] > far:
            graph.add_edge(a, b, m=far)
    legs = {}
    for name, point in [
        *zip(towns["id"], towns.geometry, strict=True),
        *zip(seat["id"], seat.geometry, strict=True),
    ]:
        edge, far, share = foot(roads, point)
        legs[name] = (edge, far, share)
        for end, part in ((0, share), (1, 1 - share)):
            graph.add_edge(name, tuple(ends[edge, end]), m=part * metres[edge])
    found = by_road(roads, options=SHIPPED).reach(towns, seat, limit=3000).pairs
    found = found.set_index(["demand", "site"])["cost"]
    assert len(found) == 2 * TEN
    expected_way = {}
    for site in seat["id"]:
        way = nx.single_source_dijkstra_path_length(graph, site, weight="m")
        for town in towns["id"]:
            expected = way[town] + 1.3 * (legs[town][1] + legs[site][1])
            # feet are found in another plane: to a few metres in a hundred kilometres
            assert found[town, site] == pytest.approx(expected, rel=2e-4, abs=20), (town, site)
            expected_way[town, site] = expected
    nearest = nearest_by_road(towns, seat, by_road(roads, options=SHIPPED))
    for town, site, km in zip(towns["id"], nearest["site"], nearest["way"], strict=True):
        best = min((expected_way[town, one], one) for one in seat["id"])
        assert (site, km) == (best[1], pytest.approx(best[0] / 1000, rel=2e-4, abs=0.02))


def test_a_candidate_is_told_its_nearest_site_straight_and_by_road() -> None:
    points = ("103.8,36.1", "100.2,39.5")
    told = {}
    for asked in ({"km": (60.0,)}, {"minutes": (60.0,)}):
        reach = ReachOptions(journey=JourneyOptions(by="road"), **asked)
        told[next(iter(asked))] = evaluate(points, options=EvaluateOptions(reach=reach))
    km, minutes = (one.table for one in told.values())
    assert (km["nearest_road"] > km["nearest_km"]).all()
    assert (minutes["nearest_km"] == km["nearest_km"]).all()
    assert (minutes["nearest_road"] != km["nearest_road"]).all()
    assert told["km"].by_road
    assert km["nearest_road_zh"].notna().all()
    assert "nearest_road" not in evaluate(points, options=EvaluateOptions()).table


def test_no_way_is_shorter_than_straight_and_all_parts_add_up(
    roads: gpd.GeoDataFrame, towns: gpd.GeoDataFrame, seat: gpd.GeoDataFrame
) -> None:
    sites = seat.assign(
        kind="depot",
        tier="depot",
        capacity=1.0,
        precision="site",
        stage="operating",
        start_year=2015,
        due_year=None,
        status_year=None,
    )
    table = road_distances(towns, sites, roads, limit_km=3000, year=2020, length="length_m").table
    assert len(table) == 2 * TEN
    assert (table["road_km"] >= table["straight_km"] - 0.01).all()
    assert (table["access_km"] <= table["road_km"]).all()
    assert (table["access_km"] > 0).all()


def test_a_line_is_as_long_as_the_road_that_it_stands_for() -> None:
    lines = gpd.GeoDataFrame(
        {"m": [None, 3000.0, 1.0]},
        geometry=[
            shapely.LineString([(104 + at / 100, 36), (104 + at / 100, 36.01)]) for at in range(3)
        ],
        crs=4326,
    )
    lengths = RoadGraph.from_lines(lines, speed=60.0, length="m").noded.edges["length_m"]
    own = GEOD.inv(104, 36, 104, 36.01)[2]
    assert lengths.tolist() == pytest.approx([own, 3000.0, own])


def test_nobody_goes_to_the_road_first_to_come_to_a_neighbour() -> None:
    # a road 0.1 degrees to the south, a town and a site 0.01 degrees apart
    roads = gpd.GeoDataFrame(geometry=[shapely.LineString([(103, 36), (105, 36)])], crs=4326)
    town = gpd.GeoDataFrame({"id": ["t"]}, geometry=[shapely.Point(104, 36.1)], crs=4326)
    site = gpd.GeoDataFrame({"id": ["s"]}, geometry=[shapely.Point(104.01, 36.1)], crs=4326)
    far = GEOD.inv(104, 36.1, 104.01, 36.1)[2]
    options = {"unit": "m", "max_snap_m": 20_000, "detour": 1.3}
    direct = by_road(roads, options={**options, "direct": True}).reach(town, site, limit=90).pairs
    around = by_road(roads, options=options).reach(town, site, limit=90).pairs
    assert direct["cost"].tolist() == pytest.approx([1.3 * far], rel=1e-4)
    assert around["cost"].iloc[0] > 28_000


def test_minutes_are_the_kilometres_at_the_declared_speeds(
    roads: gpd.GeoDataFrame, towns: gpd.GeoDataFrame, seat: gpd.GeoDataFrame
) -> None:
    # at one speed on and off the road a minute is a kilometre
    timed = {**SHIPPED, "unit": "min", "speed": 60.0, "access_kmh": 60.0}
    km = by_road(roads, options=SHIPPED).reach(towns, seat, limit=3000).pairs
    minutes = by_road(roads, options=timed).reach(towns, seat, limit=3000).pairs
    assert minutes["cost"].to_numpy() == pytest.approx(km["cost"].to_numpy() / 1000)


def test_circuity_is_that_of_the_pairs_within_a_region() -> None:
    roads = gpd.GeoDataFrame(
        geometry=[shapely.LineString([(104, 36), (104, 36.3), (104.3, 36.3)])], crs=4326
    )
    region = gpd.GeoDataFrame(
        {"adcode": ["620100"], "name_zh": ["甲"], "name_en": ["A"]},
        geometry=[shapely.box(103.9, 35.9, 104.5, 36.5)],
        crs=4326,
    )
    units = pd.DataFrame(
        {
            "adcode": ["620100", "620102"],
            "level": ["prefecture", "county"],
            "parent": [None, "620100"],
        }
    )
    towns = gpd.GeoDataFrame(
        {"id": ["a", "b"], "adcode": ["620102", "620102"]},
        geometry=gpd.points_from_xy([104, 104.3], [36, 36.3]),
        crs=4326,
    )
    seats = towns.iloc[1:][["adcode", "geometry"]]
    row = circuity(region, towns, seats, roads, units).table.iloc[0]
    way = GEOD.line_length([104, 104, 104.3], [36, 36.3, 36.3])
    straight = GEOD.inv(104, 36, 104.3, 36.3)[2]
    # the town at the seat itself is too near to tell anything
    assert row["pairs"] == 1
    assert row["circuity"] == pytest.approx(way / straight, rel=1e-4)
    assert row["access_share"] == pytest.approx(0, abs=0.01)


def test_by_road_is_asked_for_in_kilometres_or_minutes() -> None:
    place = find(ROOT)
    usual = {"km": (30.0,), "min": (60.0,)}
    road = JourneyOptions(by="road")
    by_km = standard(ReachOptions(journey=road), place=place, usual=usual)
    assert (by_km.mode.measure, by_km.reaches) == ("km", (30.0,))
    assert "1.3" in by_km.mode.title.zh
    by_time = standard(ReachOptions(journey=road, minutes=(45.0,)), place=place, usual=usual)
    assert (by_time.mode.measure, by_time.reaches) == ("min", (45.0,))
    assert "60 km/h" in by_time.mode.title.en
    with pytest.raises(OptionError, match="not both"):
        standard(ReachOptions(journey=road, km=(1.0,), minutes=(1.0,)), place=place, usual=usual)


def test_a_detour_below_one_is_refused() -> None:
    with pytest.raises(OptionError, match="from 1"):
        Trip(max_snap=1.0, unit="m", detour=0.9)


@pytest.mark.parametrize("model", MODELS)
@pytest.mark.parametrize("road", [True, False])
def test_what_no_site_can_reach_is_left_out_and_named_in_every_model(
    model: Model, road: bool
) -> None:
    lines = gpd.GeoDataFrame(geometry=[shapely.LineString([(103, 36), (104, 36)])], crs=4326)
    # three towns at the road, and one that is 200 km from everything
    towns = gpd.GeoDataFrame(
        {"id": ["a", "b", "c", "far"], "population": [5, 4, 3, 2]},
        geometry=gpd.points_from_xy([103.1, 103.5, 103.9, 103.5], [36, 36.01, 36, 38]),
        crs=4326,
    )
    candidates = gpd.GeoDataFrame(
        {"id": ["S", "T"]}, geometry=gpd.points_from_xy([103.3, 103.7], [36, 36]), crs=4326
    )
    mode = by_road(lines, options={**SHIPPED, "length": None}) if road else ByDistance()
    task = SitingTask(reach=60, year=2020, new=2, model=model, mode=mode)
    told = suggest(candidates, towns, nothing_stands(), task)
    words = " ".join(one.en for one in told.left_out)
    if road or model == "backup":
        assert told.solution.status == "optimal"
        assert "1 demand point(s)" in words
        assert "far" in words
        # it is not served, and stays part of the whole
        assert (told.after, told.total) == (12, 14)
    elif model == "lscp":
        # straight there is a way, and a reach that would do is told
        assert told.solution.status == "infeasible"


def test_own_roads_are_joined_where_they_cross_and_where_they_end() -> None:
    trunk = gpd.GeoDataFrame(
        {"length_m": [100_000.0]}, geometry=[shapely.LineString([(104, 36), (105, 36)])], crs=4326
    )
    # one crosses the trunk road, the other ends 55 m short of it
    own = gpd.GeoDataFrame(
        {"kmh": [30.0, 30.0]},
        geometry=[
            shapely.LineString([(104.2, 35.9), (104.2, 36.1)]),
            shapely.LineString([(104.7, 36.0005), (104.7, 36.1)]),
        ],
        crs=4326,
    )
    joined = joined_roads(trunk, own, snap=100, length="length_m")
    assert joined["added"].tolist() == ["no", "yes", "yes", "link"]
    graph = RoadGraph.from_lines(joined, speed=60.0, length="length_m")
    assert len(graph.components) == 1
    far = gpd.GeoDataFrame({"id": ["far"]}, geometry=[shapely.Point(104.7, 36.1)], crs=4326)
    near = gpd.GeoDataFrame({"id": ["near"]}, geometry=[shapely.Point(104.2, 35.9)], crs=4326)
    trip = Trip(max_snap=10, unit="m")
    way = graph.reach(far, near, limit=1e6, trip=trip).pairs["cost"].iloc[0]
    off = GEOD.inv(104.2, 35.9, 104.2, 36)[2] + GEOD.inv(104.7, 36.1, 104.7, 36)[2]
    # the trunk road keeps its stated length, of which this is half
    assert way == pytest.approx(off + 50_000, abs=10)
    apart = gpd.GeoDataFrame(pd.concat([trunk, own]), crs=4326)
    assert len(RoadGraph.from_lines(apart, speed=60.0).components) == 3


def test_own_roads_bring_who_was_off_the_roads_within_reach(tmp_path: Path) -> None:
    place = find(ROOT)
    own = gpd.GeoDataFrame(
        {"kmh": [40.0]},
        geometry=[shapely.LineString([(95.8, 39.9), (94.87, 39.5), (94.34, 39.63)])],
        crs=4326,
    )
    own.to_file(tmp_path / "own.geojson")
    asked = JourneyOptions(by="road", add_roads=str(tmp_path / "own.geojson"))
    way = mode_of(asked, place=place)
    assert "own roads joined" in way.title.en
    town = gpd.GeoDataFrame({"id": ["t"]}, geometry=[shapely.Point(94.34, 39.63)], crs=4326)
    site = gpd.GeoDataFrame({"id": ["s"]}, geometry=[shapely.Point(95.78, 40.52)], crs=4326)
    before = mode_of(JourneyOptions(by="road"), place=place).reach(town, site, limit=600)
    assert set(way.reach(town, site, limit=600).pairs["demand"]) == {"t"}
    assert way.reach(town, site, limit=600).unreachable.empty
    cost = way.reach(town, site, limit=600).pairs["cost"].iloc[0]
    assert before.pairs.empty or cost < before.pairs["cost"].iloc[0]
    with pytest.raises(OptionError, match="--by road"):
        mode_of(JourneyOptions(add_roads="own.geojson"), place=place)
