"""Time the three ways of reaching beside their peers: python benchmarks/bench_reach.py [part].

Parts: geodesic, raster, road; all of them if none is named. Each peer runs in the same process,
right after gisplan; the memory of the geodesic search is measured in processes of their own.
"""

from __future__ import annotations

import ctypes
import gc
import multiprocessing
import sys
import time

import geopandas as gpd
import networkx as nx
import numpy as np
import shapely
from pyproj import Geod
from rasterio import Affine
from scipy.spatial import cKDTree
from skimage.graph import MCP_Geometric

from gisplan.reach import Friction, Grid, RoadGraph, Trip, nearest_site
from gisplan.reach.leastcost import CellSizes, CostField
from gisplan.reach.points import earth_centred

BOX = (92.3, 32.1, 108.8, 42.8)
LIMIT = 50_000.0
GEOD = Geod(ellps="WGS84")


def best_of(times, job):
    """Seconds of the fastest run, and its result."""
    runs = []
    for _ in range(times):
        begin = time.perf_counter()
        result = job()
        runs.append(time.perf_counter() - begin)
    return min(runs), result


def show(name, ours, peer, theirs, wanted):
    print(f"  {name:<34}{ours:8.2f} s")
    print(f"  {peer:<34}{theirs:8.2f} s   ratio {theirs / ours:.1f} (wanted {wanted})")


def points(count, prefix, seed):
    random = np.random.default_rng(seed)
    lon, lat = random.uniform(BOX[0], BOX[2], count), random.uniform(BOX[1], BOX[3], count)
    ids = [f"{prefix}{row}" for row in range(count)]
    return gpd.GeoDataFrame({"id": ids}, geometry=gpd.points_from_xy(lon, lat), crs="EPSG:4326")


def search_planar(demand, sites):
    return gpd.sjoin_nearest(demand, sites, max_distance=LIMIT, distance_col="metres")


def memory(job, projected):
    """Peak memory of one search above that of its data, in MB."""
    demand, sites = points(1_000_000, "d", 1), points(10_000, "s", 2)
    if projected:
        demand, sites = demand.to_crs("EPSG:32648"), sites.to_crs("EPSG:32648")
    # What a library keeps from its first use is not of the search.
    job(demand[:10], sites[:10])
    gc.collect()
    ctypes.CDLL(None).malloc_trim(0)
    with open("/proc/self/clear_refs", "w") as file:  # noqa: PTH123
        file.write("5")
    with open("/proc/self/status") as file:  # noqa: PTH123
        before = next(int(line.split()[1]) for line in file if line.startswith("VmRSS"))
    job(demand, sites)
    with open("/proc/self/status") as file:  # noqa: PTH123
        after = next(int(line.split()[1]) for line in file if line.startswith("VmHWM"))
    return (after - before) / 1024


def ours_geodesic(demand, sites):
    return nearest_site(demand, sites, limit=LIMIT)


def bench_geodesic():
    print("geodesic: 1,000,000 points, 10,000 sites, nearest within 50 km")
    demand, sites = points(1_000_000, "d", 1), points(10_000, "s", 2)
    plane, plane_sites = demand.to_crs("EPSG:32648"), sites.to_crs("EPSG:32648")
    ours, found = best_of(3, lambda: ours_geodesic(demand, sites))
    theirs, peer = best_of(3, lambda: search_planar(plane, plane_sites))
    show("nearest_site", ours, "geopandas.sjoin_nearest, planar", theirs, "5")
    at = found["site"].str[1:].astype("Int64").fillna(-1).to_numpy(dtype=np.int64)
    peer_at = np.full(len(demand), -1)
    peer_at[peer.index] = peer["index_right"].to_numpy()
    xy = [shapely.get_coordinates(table.geometry.array) for table in (demand, sites)]
    print(f"  wrong: {wrong(*xy, at)} of 1,000,000; the peer {wrong(*xy, peer_at)}")
    with multiprocessing.get_context("spawn").Pool(1, maxtasksperchild=1) as pool:
        for name, job in (("nearest_site", ours_geodesic), ("the peer", search_planar)):
            peak = pool.apply(memory, (job, job is search_planar))
            print(f"  memory above the data: {name} {peak:.0f} MB (wanted 250)")


def wrong(demand, sites, at):
    """Count the points whose answer isn't the nearest by geodesic within the limit."""
    # Each site within 300 m of the nearest chord is measured: more than any two ways differ.
    tree = cKDTree(earth_centred(*sites.T.copy()))
    xyz = earth_centred(*demand.T.copy())
    chord, best = tree.query(xyz, k=4, distance_upper_bound=LIMIT + 1000)
    best_length = np.full(len(demand), np.inf)
    answer = np.full(len(demand), -1)
    for turn in range(4):
        row = np.flatnonzero(np.isfinite(chord[:, turn]) & (chord[:, turn] < chord[:, 0] + 300))
        site = best[row, turn]
        length = np.asarray(GEOD.inv(*demand[row].T, *sites[site].T)[2])
        better = length < best_length[row]
        best_length[row[better]], answer[row[better]] = length[better], site[better]
    answer[best_length > LIMIT] = -1
    return int((answer != at).sum())


def terrain(kind, rows=3000, columns=2200):
    """Make a seeded friction raster, minutes per metre: plainly not of any place."""
    random = np.random.default_rng(1)
    if kind == "noise":
        return random.uniform(0.01, 0.1, (rows, columns))
    slow = np.exp(random.normal(0, 0.7, (rows // 50, columns // 50)))
    field = 0.012 * np.kron(slow, np.ones((50, 50))) * random.uniform(0.9, 1.1, (rows, columns))
    row, column = random.integers(rows, size=300), random.integers(columns, size=300)
    turn = random.uniform(0, 2 * np.pi, 300)
    y, x = row.astype(float), column.astype(float)
    for _ in range(1500):
        turn += random.normal(0, 0.25, 300)
        y, x = (y + np.sin(turn)) % rows, (x + np.cos(turn)) % columns
        field[y.astype(int) % rows, x.astype(int) % columns] = 0.001
    if kind == "walls":
        field[np.kron(random.random((rows // 10, columns // 10)) < 0.2, np.ones((10, 10))) > 0] = (
            np.nan
        )
    return field


def bench_raster():
    for kind in ("noise", "roads", "walls"):
        field = terrain(kind)
        rows, columns = field.shape
        open_ = np.flatnonzero(np.isfinite(field))
        for count in (200, 1):
            print(f"raster: {rows:,} x {columns:,} cells, {count} source(s), {kind}")
            sources = np.sort(np.random.default_rng(2).choice(open_, count, replace=False))
            one = np.ones(rows)
            sizes = CellSizes(one, one, one * 2**0.5)

            def ours(field=field, sizes=sizes, sources=sources):
                return CostField(field, sizes).least_cost(sources)

            def theirs(field=field, sources=sources):
                walls = np.where(np.isfinite(field), field, -1.0)
                starts = [divmod(int(at), field.shape[1]) for at in sources]
                return MCP_Geometric(walls).find_costs(starts)[0]

            seconds, cost = best_of(2, ours)
            peer_seconds, peer = best_of(2, theirs)
            show("CostField.least_cost", seconds, "skimage MCP_Geometric", peer_seconds, "1.5")
            same = np.isfinite(peer)
            apart = np.abs(cost[same] - peer[same]) / np.maximum(peer[same], 1e-9)
            print(f"  greatest relative difference {apart.max():.1e} (wanted 1e-5)")
            if (np.isfinite(cost) != same).any():
                print("  NOT THE SAME CELLS REACHED")
    field = terrain("roads")
    grid = Grid(Affine(0.002, 0, 100, 0, -0.002, 40), "EPSG:4326", field.shape)
    raster = Friction(field, grid)
    random = np.random.default_rng(3)
    places = [
        gpd.GeoDataFrame(
            {"id": [f"{name}{row}" for row in range(count)]},
            geometry=gpd.points_from_xy(
                random.uniform(100, 104.4, count), random.uniform(34, 40, count)
            ),
            crs="EPSG:4326",
        )
        for name, count in (("d", 5000), ("s", 200))
    ]
    seconds, _ = best_of(1, lambda: raster.travel_time(places[1]))
    print(f"Friction.travel_time with allocation, 200 sites: {seconds:.2f} s")
    seconds, reach = best_of(1, lambda: raster.reach(*places, limit=120))
    print(f"Friction.reach, 5,000 x 200 within 120 min: {seconds:.2f} s, {len(reach.pairs)} pairs")


def bench_road():
    side = 200
    print(f"road: a lattice of {side * side:,} crossings, 500 demand points, 50 sites, 60 minutes")
    random = np.random.default_rng(5)
    place = np.stack(np.meshgrid(np.arange(side), np.arange(side)), axis=-1) * 0.01
    place = place + random.uniform(0, 0.004, place.shape) + (103.0, 35.0)
    pairs = [
        (place[r, c], place[r + down, c + right])
        for r in range(side)
        for c in range(side)
        for down, right in ((0, 1), (1, 0))
        if r + down < side and c + right < side
    ]
    kmh = random.choice([30.0, 60.0, 90.0], len(pairs))
    layer = gpd.GeoDataFrame(
        {"kmh": kmh}, geometry=shapely.linestrings(np.array(pairs)), crs="EPSG:4326"
    )
    ends = place.reshape(-1, 2)
    chosen = random.choice(len(ends), 550, replace=False)
    tables = [
        gpd.GeoDataFrame(
            {"id": [str(one) for one in at]}, geometry=shapely.points(ends[at]), crs="EPSG:4326"
        )
        for at in (chosen[:500], chosen[500:])
    ]
    build, graph = best_of(1, lambda: RoadGraph.from_lines(layer, speed="kmh"))
    trip = Trip(max_snap=100, access_kmh=5)
    search, reach = best_of(1, lambda: graph.reach(*tables, limit=60, trip=trip))
    network = nx.Graph()
    length = GEOD.inv(*np.array(pairs).reshape(-1, 4).T)[2]
    for (a, b), minutes in zip(pairs, length / kmh * 0.06, strict=True):
        network.add_edge(tuple(a), tuple(b), weight=minutes)

    def theirs():
        found = {}
        wanted = {tuple(ends[at]): str(at) for at in chosen[:500]}
        for at in chosen[500:]:
            times = nx.single_source_dijkstra_path_length(network, tuple(ends[at]), cutoff=60)
            found.update(
                {(wanted[one], str(at)): cost for one, cost in times.items() if one in wanted}
            )
        return found

    peer_seconds, peer = best_of(1, theirs)
    print(f"  built in {build:.2f} s")
    show("RoadGraph.reach", search, "networkx, a source at a time", peer_seconds, "no figure")
    mine = {(d, s): cost for d, s, cost in reach.pairs.itertuples(index=False)}
    apart = max(abs(mine.get(pair, np.inf) - cost) for pair, cost in peer.items())
    print(f"  {len(mine)} pairs, networkx {len(peer)}; greatest difference {apart:.1e} min")


if __name__ == "__main__":
    parts = {"geodesic": bench_geodesic, "raster": bench_raster, "road": bench_road}
    for part in sys.argv[1:] or parts:
        parts[part]()
