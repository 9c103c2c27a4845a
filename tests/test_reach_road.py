"""Reach by road against networkx on the same roads, and the mending of lines."""

from __future__ import annotations

import geopandas as gpd
import networkx as nx
import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyproj import Geod
from shapely import LineString, MultiLineString, Point

from gisplan.analysis.travel import RoadGraph, Trip
from gisplan.analysis.travel.road_network import Footing, Network
from gisplan.analysis.travel.road_search import all_pairs
from gisplan.errors import DataError, DatumError, OptionError

GEOD = Geod(ellps="WGS84")
METRES = Trip(max_snap=500, unit="m")


def lines(*shapes, **columns):
    return gpd.GeoDataFrame(
        {"id": [f"r{row}" for row in range(len(shapes))], **columns},
        geometry=[LineString(shape) for shape in shapes],
        crs="EPSG:4326",
    )


def points(lonlat, prefix):
    ids = [f"{prefix}{row}" for row in range(len(lonlat))]
    return gpd.GeoDataFrame({"id": ids}, geometry=[Point(*p) for p in lonlat], crs="EPSG:4326")


def metres(a, b):
    return GEOD.inv(*a, *b)[2]


def lattice(column, row):
    """Give the place of a crossing, off the straight a little so that no two ways are alike."""
    shift = 0.0007 * ((column * 7 + row * 13) % 5)
    return (103.0 + 0.01 * column + shift, 36.0 + 0.01 * row - shift / 2)


crossing = st.tuples(st.integers(0, 3), st.integers(0, 3))
road = st.tuples(
    crossing, crossing, st.sampled_from([20.0, 60.0]), st.sampled_from(["yes", "no", "-1"])
).filter(lambda one: one[0] != one[1])


@settings(deadline=None, max_examples=60)
@given(
    st.lists(road, min_size=1, max_size=14),
    st.lists(crossing, min_size=1, max_size=4, unique=True),
    st.lists(crossing, min_size=1, max_size=4, unique=True),
    st.sampled_from(["site", "demand"]),
    st.floats(1, 40),
)
def test_times_are_those_of_networkx(roads, wanted, offered, to, limit):
    graph = nx.DiGraph()
    for a, b, kmh, way in roads:
        cost = metres(lattice(*a), lattice(*b)) / 1000 / kmh * 60
        for start, end, open_ in ((a, b, way != "-1"), (b, a, way != "yes")):
            graph.add_nodes_from((start, end))
            known = graph.get_edge_data(start, end, {"weight": np.inf})["weight"]
            if open_ and cost < known:
                graph.add_edge(start, end, weight=cost)
    layer = lines(
        *[(lattice(*a), lattice(*b)) for a, b, _, _ in roads],
        kmh=[kmh for _, _, kmh, _ in roads],
        way=[way for _, _, _, way in roads],
    )
    ours = RoadGraph.from_lines(layer, speed="kmh", oneway="way").reach(
        points([lattice(*one) for one in wanted], "d"),
        points([lattice(*one) for one in offered], "s"),
        limit=limit,
        trip=Trip(max_snap=0.01, access_kmh=5, to=to),
    )
    times = dict(nx.all_pairs_dijkstra_path_length(graph))
    pairs, lost, off = {}, set(), set()
    everyone = {
        **{f"d{i}": one for i, one in enumerate(wanted)},
        **{f"s{i}": one for i, one in enumerate(offered)},
    }
    met = set()
    for d, s in ((d, s) for d in everyone for s in everyone if d[0] == "d" and s[0] == "s"):
        a, b = (everyone[d], everyone[s]) if to == "site" else (everyone[s], everyone[d])
        cost = times.get(a, {}).get(b)
        if cost is not None:
            met |= {d, s}
            if cost <= limit:
                pairs[d, s] = cost
    for name, one in everyone.items():
        # A crossing that no road ends at may still lie right on one.
        distance = min(
            LineString([lattice(*a), lattice(*b)]).distance(Point(*lattice(*one)))
            for a, b, _, _ in roads
        )
        if one not in graph and distance < 1e-4:
            return
        (off if one not in graph else lost if name not in met else set()).add(name)
    found = {(d, s): cost for d, s, cost in ours.pairs.itertuples(index=False)}
    assert set(found) == set(pairs)
    for pair, cost in pairs.items():
        assert found[pair] == pytest.approx(cost, abs=1e-4)
    told = ours.unreachable
    assert set(told["id"][told["reason"] == "off_road"]) == off
    assert set(told["id"][told["reason"] == "no_path"]) == lost


def test_access_is_to_the_nearest_place_on_a_road_not_to_its_end():
    a, b = (103.0, 36.0), (103.2, 36.0)
    azimuth = GEOD.inv(*a, *b)[0]
    here, there = GEOD.fwd(*a, azimuth, 4000)[:2], GEOD.fwd(*a, azimuth, 13000)[:2]
    beside = GEOD.fwd(*here, azimuth + 90, 300)[:2]
    graph = RoadGraph.from_lines(lines((a, b)), speed=60)
    reach = graph.reach(
        points([beside], "d"), points([there], "s"), limit=60, trip=Trip(max_snap=400, access_kmh=6)
    )
    # 300 m at 6 km/h, then 9 km at 60 km/h.
    assert reach.pairs["cost"][0] == pytest.approx(3 + 9, abs=0.01)
    table = graph.access(points([beside, there], "p"), max_snap=100)
    assert table["distance_m"].tolist() == pytest.approx([300, 0], abs=0.1)
    assert table["line"].fillna("none").tolist() == ["none", "r0"]


def test_two_points_on_one_stretch_and_one_way_around_the_block():
    a, b, c = (103.0, 36.0), (103.05, 36.0), (103.02, 36.04)
    ring = lines((a, b), (b, c), (c, a), way=[True, True, True])
    graph = RoadGraph.from_lines(ring, speed=36, oneway="way")
    first, second = (103.01, 36.0), (103.03, 36.0)
    cost = {}
    for name, to in (("there", "site"), ("back", "demand")):
        trip = Trip(max_snap=50, unit="m", to=to)
        reach = graph.reach(points([first], "d"), points([second], "s"), limit=1e6, trip=trip)
        cost[name] = reach.pairs["cost"][0]
    around = metres(a, b) + metres(b, c) + metres(c, a)
    assert cost["there"] == pytest.approx(metres(first, second), abs=1)
    assert cost["there"] + cost["back"] == pytest.approx(around, abs=1)


def test_lines_that_cross_without_a_common_vertex_do_not_meet():
    bridge = lines(((103.0, 36.0), (103.1, 36.0)), ((103.05, 35.95), (103.05, 36.05)))
    graph = RoadGraph.from_lines(bridge, speed=60)
    assert list(graph.components["edges"]) == [1, 1]
    reach = graph.reach(
        points([(103.0, 36.0)], "d"), points([(103.05, 36.05)], "s"), limit=1e6, trip=METRES
    )
    assert reach.pairs.empty
    assert set(reach.unreachable["reason"]) == {"no_path"}
    shared = lines(
        ((103.0, 36.0), (103.05, 36.0), (103.1, 36.0)), ((103.05, 35.95), (103.05, 36.0))
    )
    assert len(RoadGraph.from_lines(shared, speed=60).components) == 1


def test_a_loose_end_is_snapped_to_a_vertex_of_another_line_and_told():
    end = GEOD.fwd(103.05, 36.0, 180, 3)[:2]
    layer = lines(((103.0, 36.0), (103.05, 36.0), (103.1, 36.0)), ((103.05, 35.95), end))
    assert len(RoadGraph.from_lines(layer, speed=60, snap=2).components) == 2
    graph = RoadGraph.from_lines(layer, speed=60, snap=4)
    assert list(graph.components["nodes"]) == [4]
    assert list(graph.snapped["line"]) == ["r1"]
    assert graph.snapped["distance_m"].tolist() == pytest.approx([3], abs=1e-3)


def test_points_far_from_roads_are_told_with_their_distance():
    graph = RoadGraph.from_lines(lines(((103.0, 36.0), (103.1, 36.0))), speed=60)
    far = GEOD.fwd(103.05, 36.0, 0, 800)[:2]
    reach = graph.reach(points([far], "d"), points([(103.0, 36.0)], "s"), limit=1e6, trip=METRES)
    row = reach.unreachable.set_index("id").loc["d0"]
    assert (row["of"], row["reason"]) == ("demand", "off_road")
    assert row["distance_m"] == pytest.approx(800, abs=2)
    assert len(reach.pairs) == 0


def test_order_of_rows_does_not_matter():
    random = np.random.default_rng(5)
    ends = [
        (lattice(c, r), lattice(*n))
        for c in range(6)
        for r in range(6)
        for n in ((c + 1, r), (c, r + 1))
        if random.random() < 0.8
    ]
    layer = lines(*ends, kmh=random.choice([30.0, 80.0], len(ends)))
    demand = points(random.uniform([103, 36], [103.05, 36.05], (30, 2)), "d")
    sites = points(random.uniform([103, 36], [103.05, 36.05], (8, 2)), "s")
    trip = Trip(max_snap=2000, access_kmh=5)

    def run(seed):
        shuffled = [t.sample(frac=1, random_state=seed) for t in (layer, demand, sites)]
        graph = RoadGraph.from_lines(shuffled[0], speed="kmh", snap=5)
        return graph.reach(shuffled[1], shuffled[2], limit=15, trip=trip, nearest=3).pairs

    pd.testing.assert_frame_equal(run(1), run(2))
    assert run(1).groupby("demand").size().max() == 3


def test_projected_and_multipart_lines_give_the_same_graph():
    layer = lines(((103.0, 36.0), (103.1, 36.0)), ((103.1, 36.0), (103.1, 36.1)))
    joined = gpd.GeoDataFrame(
        {"id": ["r"]}, geometry=[MultiLineString(list(layer.geometry))], crs=layer.crs
    )
    totals = [
        RoadGraph.from_lines(one, speed=60).components["km"].sum()
        for one in (layer, joined, layer.to_crs("EPSG:32648"))
    ]
    km = (metres((103.0, 36.0), (103.1, 36.0)) + metres((103.1, 36.0), (103.1, 36.1))) / 1000
    assert totals == pytest.approx([km] * 3, abs=1e-6)


def test_classes_have_speeds():
    layer = lines(((103.0, 36.0), (103.1, 36.0)), kind=["trunk"])
    classes = pd.DataFrame({"class": ["trunk"], "kmh": [70]})
    graph = RoadGraph.from_lines(layer, speed="kind", classes=classes)
    assert graph.noded.edges["kmh"].tolist() == [70]
    with pytest.raises(DataError, match="road r0, column kind: trunk"):
        RoadGraph.from_lines(layer, speed="kind", classes=classes.assign(**{"class": ["path"]}))


LINE = lines(((103.0, 36.0), (103.1, 36.0)), kmh=[50.0], way=["maybe"])


@pytest.mark.parametrize(
    ("layer", "options", "kind", "words"),
    [
        (LINE[:0], {"speed": 50}, DataError, "empty"),
        (LINE.set_crs(None, allow_override=True), {"speed": 50}, DatumError, "coordinate"),
        (LINE.set_geometry([Point(1, 2)], crs=4326), {"speed": 50}, DataError, "r0"),
        (LINE, {"speed": "pace"}, DataError, "no column 'pace'"),
        (LINE.assign(kmh=[0.0]), {"speed": "kmh"}, DataError, "road r0, column kmh: 0"),
        (LINE.assign(kmh=[np.nan]), {"speed": "kmh"}, DataError, "road r0"),
        (LINE, {"speed": 50, "oneway": "way"}, DataError, "Road r0, column way: 'maybe'"),
        (LINE, {"speed": 50, "snap": -1}, OptionError, "snap"),
        (LINE, {"speed": -5}, OptionError, "speed"),
    ],
)
def test_bad_roads_are_named(layer, options, kind, words):
    with pytest.raises(kind, match=words):
        RoadGraph.from_lines(layer, **options)


@pytest.mark.parametrize(
    "options",
    [
        {"max_snap": 0},
        {"max_snap": 9},
        {"max_snap": 9, "access_kmh": -1},
        {"max_snap": 9, "unit": "km"},
    ],
)
def test_a_trip_that_cannot_be_is_refused(options):
    with pytest.raises(OptionError):
        Trip(**options)


@pytest.mark.parametrize("nearest", [None, 3])
@pytest.mark.parametrize("limit", [3e3, 9e3, 60e3])
def test_a_search_of_the_part_within_the_limit_finds_what_one_of_the_whole_does(
    limit: float, nearest: int | None
) -> None:
    random = np.random.default_rng(20)
    lon, lat = (one.ravel() for one in np.meshgrid(np.arange(30), np.arange(30), indexing="ij"))
    number = np.arange(900).reshape(30, 30)
    start = np.r_[number[:-1].ravel(), number[:, :-1].ravel()]
    end = np.r_[number[1:].ravel(), number[:, 1:].ravel()]
    length = 1000 * random.uniform(0.8, 1.5, start.size)
    open_, against = np.ones(start.size, dtype=bool), random.random(start.size) < 0.7
    network = Network(start, end, length, np.ones(start.size), open_, against, lon, lat)
    sites, demand = (
        Footing(edge, random.random(edge.size) * length[edge], random.uniform(0, 900, edge.size))
        for edge in (random.integers(0, start.size, 100), random.integers(0, start.size, 300))
    )
    row, site, cost = all_pairs(network, sites, demand, np.inf)
    assert row.size == 30_000  # nothing is cut off without a limit
    near = cost <= limit
    wanted = pd.DataFrame({"demand": row[near], "site": site[near], "cost": cost[near]})
    if nearest:
        wanted = wanted.sort_values(["demand", "cost", "site"]).groupby("demand").head(nearest)
    found = all_pairs(network, sites, demand, limit, nearest)
    told = pd.DataFrame(dict(zip(("demand", "site", "cost"), found, strict=True)))
    pd.testing.assert_frame_equal(told, wanted.reset_index(drop=True), check_exact=True)
