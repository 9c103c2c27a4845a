"""Time the ways of reaching beside their peers: python benchmarks/bench_reach.py.

Nearest site by geodesic beside geopandas.sjoin_nearest, scikit-learn's BallTree and a bare k-d tree
of SciPy, least-cost
raster beside scikit-image's MCP_Geometric, road graph beside networkx; each side in a process of
its own.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

import geopandas as gpd
import numpy as np
import shapely
from measure import Row, main, side, timed
from pyproj import Geod
from scipy.spatial import cKDTree

from gisplan.analysis.travel.points import earth_centred

BOX = (92.3, 32.1, 108.8, 42.8)
LIMIT = 50_000.0
DEMAND, SITES = 1_000_000, 10_000
GEOD = Geod(ellps="WGS84")


def points(count, prefix, seed):
    random = np.random.default_rng(seed)
    lon, lat = random.uniform(BOX[0], BOX[2], count), random.uniform(BOX[1], BOX[3], count)
    ids = [f"{prefix}{row}" for row in range(count)]
    return gpd.GeoDataFrame({"id": ids}, geometry=gpd.points_from_xy(lon, lat), crs="EPSG:4326")


def nearest(who: str) -> dict:
    """Find the nearest site of each point; count the points whose answer is wrong."""
    demand, sites = points(DEMAND, "d", 1), points(SITES, "s", 2)
    xy = [shapely.get_coordinates(table.geometry.array) for table in (demand, sites)]
    at = np.full(DEMAND, -1)
    if who == "gisplan":
        from gisplan.analysis.travel import nearest_site

        # What a library keeps from its first use is not of the search.
        nearest_site(demand[:10], sites[:10], limit=LIMIT)
        taken, found = timed(lambda: nearest_site(demand, sites, limit=LIMIT), times=3)
        at = found["site"].str[1:].astype("Int64").fillna(-1).to_numpy(dtype=np.int64)
    elif who == "geopandas":
        plane, others = demand.to_crs("EPSG:32648"), sites.to_crs("EPSG:32648")
        taken, found = timed(
            lambda: gpd.sjoin_nearest(plane, others, max_distance=LIMIT, distance_col="metres"),
            times=2,
        )
        at[found.index] = found["index_right"].to_numpy()
    elif who == "scipy":
        # what one writes by hand: chords through the Earth, which are in the order of no way

        def search():
            space = [earth_centred(*part.T.copy()) for part in xy]
            return cKDTree(space[1]).query(space[0], distance_upper_bound=LIMIT, workers=-1)

        taken, (chord, index) = timed(search, times=3)
        near = np.isfinite(chord)
        at[near] = index[near]
    else:
        from sklearn.neighbors import BallTree

        radians = [np.radians(part[:, ::-1]) for part in xy]

        def job():
            return BallTree(radians[1], metric="haversine").query(radians[0], k=1)

        taken, (angle, index) = timed(job)
        near = angle[:, 0] * 6_371_008.8 <= LIMIT
        at[near] = index[near, 0]
    return {**taken, "wrong": wrong(*xy, at)}


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


def least_cost(who: str, kind: str, path: str) -> dict:
    """Least cost to 200 sources over a raster; the costs go to a file, to be compared."""
    field = terrain(kind)
    rows, columns = field.shape
    open_ = np.flatnonzero(np.isfinite(field))
    sources = np.sort(np.random.default_rng(2).choice(open_, 200, replace=False))
    if who == "gisplan":
        from gisplan.analysis.travel.least_cost import CellSizes, CostField

        one = np.ones(rows)
        sizes = CellSizes(one, one, one * 2**0.5)
        taken, cost = timed(lambda: CostField(field, sizes).least_cost(sources), times=2)
    else:
        from skimage.graph import MCP_Geometric

        walls = np.where(np.isfinite(field), field, -1.0)
        starts = [divmod(int(at), columns) for at in sources]
        taken, cost = timed(lambda: MCP_Geometric(walls).find_costs(starts)[0], times=2)
    np.save(path, cost)
    return taken


def raster_row(kind: str) -> Row:
    with tempfile.TemporaryDirectory() as folder:
        paths = [str(Path(folder) / f"{who}.npy") for who in ("gisplan", "skimage")]
        a = side(__file__, "least_cost", "gisplan", kind, paths[0])
        b = side(__file__, "least_cost", "skimage", kind, paths[1])
        cost, peer = (np.load(path) for path in paths)
    same = np.isfinite(peer)
    apart = (np.abs(cost[same] - peer[same]) / np.maximum(peer[same], 1e-9)).max()
    reached = bool((np.isfinite(cost) == same).all())
    return Row(
        what=f"Least-cost raster, 3,000 x 2,200 cells, 200 sources ({kind})",
        peer="scikit-image MCP_Geometric",
        ours=a,
        theirs=b,
        asked="1.5 times faster, within 1e-5",
        met=bool(b["seconds"] >= 1.5 * a["seconds"] and apart <= 1e-5 and reached),
        result=f"greatest relative difference {apart:.1e}, "
        f"{'the same' if reached else 'NOT THE SAME'} cells reached",
        packages=["scikit-image"],
    )


def lattice():
    """A lattice of 40,000 crossings, and 550 places at them."""
    side_ = 200
    random = np.random.default_rng(5)
    place = np.stack(np.meshgrid(np.arange(side_), np.arange(side_)), axis=-1) * 0.01
    place = place + random.uniform(0, 0.004, place.shape) + (103.0, 35.0)
    pairs = [
        (place[r, c], place[r + down, c + right])
        for r in range(side_)
        for c in range(side_)
        for down, right in ((0, 1), (1, 0))
        if r + down < side_ and c + right < side_
    ]
    kmh = random.choice([30.0, 60.0, 90.0], len(pairs))
    ends = place.reshape(-1, 2)
    return pairs, kmh, ends, random.choice(len(ends), 550, replace=False)


def road(who: str) -> dict:
    """Reach from 50 sites to 500 places within 60 minutes, the graph being built before."""
    pairs, kmh, ends, chosen = lattice()
    if who == "gisplan":
        from gisplan.analysis.travel import RoadGraph, Trip

        lines = shapely.linestrings(np.array(pairs))
        layer = gpd.GeoDataFrame({"kmh": kmh}, geometry=lines, crs="EPSG:4326")
        tables = [
            gpd.GeoDataFrame(
                {"id": [str(one) for one in at]}, geometry=shapely.points(ends[at]), crs="EPSG:4326"
            )
            for at in (chosen[:500], chosen[500:])
        ]
        graph = RoadGraph.from_lines(layer, speed="kmh")
        trip = Trip(max_snap=100, access_kmh=5)
        taken, reach = timed(lambda: graph.reach(*tables, limit=60, trip=trip))
        found = list(reach.pairs.itertuples(index=False, name=None))
    else:
        import networkx as nx

        network = nx.Graph()
        length = GEOD.inv(*np.array(pairs).reshape(-1, 4).T)[2]
        for (a, b), minutes in zip(pairs, length / kmh * 0.06, strict=True):
            network.add_edge(tuple(a), tuple(b), weight=minutes)
        wanted = {tuple(ends[at]): str(at) for at in chosen[:500]}

        def job():
            out = []
            for at in chosen[500:]:
                times = nx.single_source_dijkstra_path_length(network, tuple(ends[at]), cutoff=60)
                out += [(wanted[k], str(at), v) for k, v in times.items() if k in wanted]
            return out

        taken, found = timed(job)
    return {**taken, "pairs": len(found), "sum": float(sum(cost for *_, cost in found))}


def rows() -> list[Row]:
    ours = side(__file__, "nearest", "gisplan")
    found = []
    for who, peer, package in (
        ("geopandas", "geopandas.sjoin_nearest, projected", "geopandas"),
        ("sklearn", "scikit-learn BallTree, haversine", "scikit-learn"),
        ("scipy", "SciPy cKDTree, chords, no lengths", "scipy"),
    ):
        theirs = side(__file__, "nearest", who)
        fast = theirs["seconds"] >= 5 * ours["seconds"] or who != "geopandas"
        above = ours["peak_mb"] - ours["before_mb"]
        found.append(
            Row(
                what=f"Nearest of {SITES:,} sites within 50 km for {DEMAND:,} points",
                peer=peer,
                ours=ours,
                theirs=theirs,
                asked="5 times faster than sjoin_nearest, no point wrong, 250 MB above the data",
                met=bool(fast and ours["wrong"] == 0 and above < 250),
                result=f"wrong for {ours['wrong']} points, the peer for {theirs['wrong']}; "
                f"{above:.0f} MB above the data",
                packages=[package],
            )
        )
    found += [raster_row(kind) for kind in ("noise", "roads", "walls")]
    a, b = side(__file__, "road", "gisplan"), side(__file__, "road", "networkx")
    same = a["pairs"] == b["pairs"] and abs(a["sum"] - b["sum"]) < 1e-6 * b["sum"]
    found.append(
        Row(
            what="Road reach, 40,000 crossings, 500 places, 50 sites, 60 minutes",
            peer="networkx, a source at a time",
            ours=a,
            theirs=b,
            result=f"{a['pairs']:,} pairs, {'the same' if same else 'NOT THE SAME'}",
            packages=["networkx"],
        )
    )
    return found


if __name__ == "__main__":
    main({"nearest": nearest, "least_cost": least_cost, "road": road}, rows)
