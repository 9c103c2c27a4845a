"""Reach over a friction raster against scikit-image and networkx."""

from __future__ import annotations

import geopandas as gpd
import networkx as nx
import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp
from pyproj import Geod
from rasterio import Affine
from shapely import LineString
from skimage.graph import MCP_Geometric

from gisplan.analysis.travel import Friction, Grid, friction_from, slope_degrees, tobler_speed
from gisplan.analysis.travel.least_cost import CellSizes, CostField
from gisplan.errors import DataError, DatumError

GEOD = Geod(ellps="WGS84")
WEST, NORTH, STEP = 103.0, 36.0, 0.01


def grid_of(shape):
    return Grid(Affine(STEP, 0, WEST, 0, -STEP, NORTH), "EPSG:4326", shape)


def in_cells(cells, shape, prefix):
    row, column = np.unravel_index(cells, shape)
    lon, lat = WEST + STEP * (column + 0.3), NORTH - STEP * (row + 0.6)
    ids = [f"{prefix}{one:04d}" for one in range(len(lon))]
    return gpd.GeoDataFrame({"id": ids}, geometry=gpd.points_from_xy(lon, lat), crs="EPSG:4326")


def square(rows, size=1.0):
    return CellSizes(np.full(rows, size), np.full(rows, size), np.full(rows, size * 2**0.5))


def peer(friction, sources):
    """Least costs of scikit-image on cells of size 1, infinite where it has none."""
    walls = np.where(np.isfinite(friction), friction, -1.0)
    cost, _ = MCP_Geometric(walls).find_costs(
        [np.unravel_index(int(one), friction.shape) for one in sources]
    )
    return cost


def network(friction, sizes):
    """The graph of cells, for networkx, step by step as the documentation has it."""
    graph = nx.Graph()
    rows, columns = friction.shape
    for row, column in np.ndindex(rows, columns):
        for down, right in ((0, 1), (1, -1), (1, 0), (1, 1)):
            other = (row + down, column + right)
            if not (other[0] < rows and 0 <= other[1] < columns):
                continue
            size = sizes.diagonal if down and right else sizes.height if down else sizes.width
            cost = sum(friction[at] * size[at[0]] / 2 for at in ((row, column), other))
            if np.isfinite(cost):
                graph.add_edge((row, column), other, weight=cost)
    graph.add_nodes_from(np.ndindex(rows, columns))
    return graph


frictions = hnp.arrays(
    np.float64,
    st.tuples(st.integers(1, 9), st.integers(1, 9)),
    elements=st.sampled_from([0.001, 0.01, 0.02, 0.5, 100.0, np.nan]),
)


@settings(deadline=None, max_examples=100)
@given(frictions, st.data())
def test_least_costs_are_those_of_scikit_image(friction, data):
    open_ = np.flatnonzero(np.isfinite(friction))
    if not open_.size:
        return
    sources = np.array(data.draw(st.lists(st.sampled_from(list(open_)), min_size=1, max_size=4)))
    field = CostField(friction, square(friction.shape[0]))
    np.testing.assert_allclose(field.least_cost(sources), peer(friction, sources), rtol=1e-12)


@pytest.mark.parametrize("kind", ["noise", "roads", "walls"])
def test_large_rasters_too(kind):
    random = np.random.default_rng(2)
    friction = random.uniform(0.01, 0.03, (400, 300))
    if kind == "roads":
        friction[::37] = friction[:, ::41] = 0.0005
    if kind == "walls":
        friction[random.random(friction.shape) < 0.35] = np.nan
        friction[50:350, 150] = np.nan
    sources = random.choice(np.flatnonzero(np.isfinite(friction)), 20, replace=False)
    field = CostField(friction, square(400))
    cost = field.least_cost(sources)
    np.testing.assert_allclose(cost, peer(friction, sources), rtol=1e-12)
    owner = field.allocate(cost, sources)
    every = np.array([peer(friction, [one]) for one in sources])
    reached = np.isfinite(cost)
    assert (owner[~reached] == -1).all()
    own = np.take_along_axis(every, np.maximum(owner, 0)[None], axis=0)[0]
    np.testing.assert_allclose(own[reached], cost[reached], rtol=1e-12)


@settings(deadline=None, max_examples=40)
@given(frictions, st.data())
def test_pairs_and_reports_are_those_of_networkx_on_the_ellipsoid(friction, data):
    if not np.isfinite(friction).any():
        return
    grid = grid_of(friction.shape)
    cells = st.lists(st.integers(0, friction.size - 1), min_size=1, max_size=5)
    wanted, offered = (np.array(data.draw(cells)) for _ in "ab")
    limit = data.draw(st.floats(0.5, 200.0))
    demand, sites = in_cells(wanted, friction.shape, "d"), in_cells(offered, friction.shape, "s")
    graph = network(friction, grid.cell_sizes())
    passable = np.isfinite(friction)
    pairs, met, blocked = {}, set(), set()
    for names, at in ((demand["id"], wanted), (sites["id"], offered)):
        blocked |= {n for n, c in zip(names, at, strict=True) if not passable.flat[c]}
    for d, start in zip(demand["id"], wanted, strict=True):
        begin = tuple(int(i) for i in np.unravel_index(start, friction.shape))
        times = nx.single_source_dijkstra_path_length(graph, begin)
        for s, end in zip(sites["id"], offered, strict=True):
            cost = times.get(tuple(int(i) for i in np.unravel_index(end, friction.shape)))
            if cost is not None and not {d, s} & blocked:
                met |= {d, s}
                if cost <= limit:
                    pairs[d, s] = cost
    reach = Friction(friction, grid).reach(demand, sites, limit=limit)
    found = {(d, s): cost for d, s, cost in reach.pairs.itertuples(index=False)}
    assert found == pytest.approx(pairs, rel=1e-9)
    told = reach.unreachable
    assert set(told["id"][told["reason"] == "impassable"]) == blocked
    assert (
        set(told["id"][told["reason"] == "enclosed"])
        == (set(demand["id"]) | set(sites["id"])) - blocked - met
    )


def test_travel_time_agrees_with_the_pairs_and_names_its_sites():
    random = np.random.default_rng(4)
    shape = (60, 50)
    friction = random.uniform(0.01, 0.05, shape)
    friction[20:40, 25] = -9999
    raster = Friction(friction.astype(np.float32), grid_of(shape), nodata=-9999)
    sites = in_cells(random.choice(1000, 6, replace=False), shape, "s")
    at = np.flatnonzero(friction.ravel() > 0)
    demand = in_cells(at, shape, "d")
    surface = raster.travel_time(sites.sample(frac=1, random_state=1))
    nearest = raster.reach(demand, sites, limit=1e6, nearest=1).pairs
    np.testing.assert_allclose(surface.minutes.ravel()[at], nearest["cost"], rtol=1e-12)
    assert list(surface.site_ids[surface.site.ravel()[at]]) == list(nearest["site"])
    assert np.isnan(surface.minutes[20:40, 25]).all()
    assert (surface.site[20:40, 25] == -1).all()
    short = raster.travel_time(sites, limit=60).minutes
    within = surface.minutes <= 60
    assert within.any()
    assert not within.all()
    np.testing.assert_array_equal(np.isfinite(short), within)
    np.testing.assert_array_equal(short[within], surface.minutes[within])


def test_cells_of_a_geographic_raster_have_their_size_on_the_ellipsoid():
    sizes = Grid(Affine(1, 0, 100, 0, -1, 90), "EPSG:4326", (180, 3)).cell_sizes()
    assert sizes.height.sum() == pytest.approx(GEOD.inv(100, 90, 100, -90)[2])
    # A degree of longitude at the equator is exactly that share of the equator.
    assert sizes.width[89:91] == pytest.approx(6378137 * np.pi / 180, rel=1e-4)
    assert sizes.width[:90] == pytest.approx(sizes.width[:89:-1])
    utm = Grid(Affine(1000, 0, 5e5, 0, -1000, 4e6), "EPSG:32648", (10, 10)).cell_sizes()
    assert utm.width == pytest.approx(1000 / 0.9996, rel=1e-5)
    mercator = Grid(Affine(1000, 0, 1.15e7, 0, -1000, 4.3e6), "EPSG:3857", (10, 10)).cell_sizes()
    assert mercator.height[0] < 840


def test_a_projection_far_from_its_place_is_refused():
    with pytest.raises(DatumError, match="uneven"):
        Grid(Affine(1e5, 0, 5e5, 0, -1e5, 4e6), "EPSG:32648", (5, 40)).cell_sizes()


def test_points_beyond_the_raster_are_told_and_longitudes_may_run_to_360():
    friction = Friction(np.full((10, 10), 0.01), grid_of((10, 10)))
    outside = gpd.GeoDataFrame(
        {"id": ["out"]}, geometry=gpd.points_from_xy([90.0], [30.0]), crs="EPSG:4326"
    )
    told = friction.reach(in_cells([3], (10, 10), "d"), outside, limit=60).unreachable
    assert told[["of", "id", "reason"]].to_numpy().tolist() == [
        ["demand", "d0000", "enclosed"],
        ["site", "out", "off_raster"],
    ]
    assert told["reason_zh"].str.len().min() > 3
    wide = Friction(
        np.full((10, 360), 0.01), Grid(Affine(1, 0, 0, 0, -1, 5), "EPSG:4326", (10, 360))
    )
    west = outside.set_geometry(gpd.points_from_xy([-0.5], [0.5], crs="EPSG:4326"))
    assert np.argwhere(wide.travel_time(west).minutes == 0).tolist() == [[4, 359]]


def test_order_of_rows_does_not_matter():
    random = np.random.default_rng(8)
    shape = (30, 30)
    raster = Friction(random.choice([0.01, 0.02], shape), grid_of(shape))
    sites = in_cells(random.choice(900, 12), shape, "s")
    demand = in_cells(random.choice(900, 50), shape, "d")
    once = raster.reach(demand, sites, limit=300, nearest=4).pairs
    shuffled = [one.sample(frac=1, random_state=3) for one in (demand, sites)]
    pd.testing.assert_frame_equal(once, raster.reach(*shuffled, limit=300, nearest=4).pairs)
    surfaces = [raster.travel_time(one) for one in (sites, shuffled[1])]
    ids = [np.asarray(one.site_ids)[one.site] for one in surfaces]
    assert (ids[0] == ids[1]).all()


def test_bad_rasters_are_named():
    grid = grid_of((2, 2))
    with pytest.raises(DatumError, match="no coordinate reference system"):
        Grid(Affine.identity(), None, (2, 2))
    with pytest.raises(DatumError, match="not known"):
        Grid(Affine.identity(), "EPSG:0", (2, 2))
    with pytest.raises(DataError, match="north-up"):
        Grid(Affine.rotation(30), "EPSG:4326", (2, 2))
    with pytest.raises(DataError, match="shape"):
        Friction(np.ones((3, 2)), grid)
    with pytest.raises(DataError, match="no cell that can be passed"):
        Friction(np.full((2, 2), np.nan), grid)
    with pytest.raises(DataError, match="row 2, column 1: 0"):
        Friction(np.array([[1.0, 1.0], [0.0, 1.0]]), grid)


SPEEDS = pd.DataFrame(
    {
        "layer": ["land_cover", "land_cover", "land_cover", "roads", "roads"],
        "class": [10, 20, 80, "track", "trunk"],
        "kmh": [4.0, 2.0, np.nan, 10.0, 60.0],
    }
)


def test_friction_from_layers():
    grid = grid_of((3, 4))
    cover = np.array([[10, 10, 20, 20], [10, 10, 20, 20], [80, 80, np.nan, 20]])
    slope = np.zeros((3, 4))
    slope[0, 0] = 20.0
    roads = gpd.GeoDataFrame(
        {"class": ["trunk", "track"]},
        geometry=[
            LineString([(103.001, 35.985), (103.039, 35.985)]),
            LineString([(103.001, 35.985), (103.019, 35.985), (103.015, 35.975)]),
        ],
        crs="EPSG:4326",
    )
    made = friction_from(
        grid, speeds=SPEEDS, slope=slope, land_cover=cover, roads=roads.to_crs("EPSG:32648")
    ).minutes_per_metre
    # A kilometre takes 15 minutes at 4 km/h and 30 at 2; 1 at 60, 6 at 10.
    assert made[0, 1:].tolist() == pytest.approx([0.015, 0.03, 0.03])
    assert made[0, 0] > 0.03
    assert made[1].tolist() == pytest.approx([0.001] * 4)
    assert np.isnan(made[2]).tolist() == [True, False, True, False]
    assert made[2, 1] == pytest.approx(0.006)


def test_walking_after_tobler():
    # 6 exp(-0.175) on the level; fastest at 5 % down, slower either way for there and back.
    assert tobler_speed(0.0) == pytest.approx(5.0367, abs=1e-4)
    speeds = tobler_speed([0, 5, 10, 20, 40])
    assert (np.diff(speeds) < 0).all()
    assert tobler_speed(-20.0) == tobler_speed(20.0)


def test_the_slope_of_a_plane_is_its_own_up_to_the_rim():
    grid = Grid(Affine(100, 0, 5e5, 0, -100, 4e6), "EPSG:32648", (6, 7))
    row, column = np.indices((6, 7))
    slope = slope_degrees(30.0 * column - 40.0 * row, grid)
    # 50 m on 100 m of the grid, which are 0.04 % more on the ground.
    assert slope == pytest.approx(np.degrees(np.arctan(0.5 * 0.9996)), abs=1e-3)
    with pytest.raises(DataError, match="elevation"):
        slope_degrees(np.ones((2, 2)), grid)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"speeds": SPEEDS.drop(columns="kmh")}, "lacks columns: kmh"),
        ({"speeds": SPEEDS.assign(kmh=[4, -2, 0, 10, 60])}, "row 2"),
        ({"speeds": SPEEDS.assign(layer="sea")}, "row 1"),
        ({"land_cover": np.full((3, 4), 30)}, "without a speed in the table: 30"),
        ({"land_cover": np.full((3, 3), 10)}, "shape"),
        ({"slope": None, "land_cover": None}, "at least one"),
    ],
)
def test_bad_layers_are_named(changes, words):
    good = {"speeds": SPEEDS, "slope": np.zeros((3, 4)), "land_cover": np.full((3, 4), 10)}
    with pytest.raises(DataError, match=words):
        friction_from(grid_of((3, 4)), **{**good, **changes})
