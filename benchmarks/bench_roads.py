"""Time roads beside SciPy and pandana: python benchmarks/bench_roads.py.

A generated lattice of a million edges: trunk roads, others, lanes. What a planner has is lines:
each side makes its graph of them and an index of places, then finds the nearest of 1,000 sites for
100,000 points, and all pairs of 20,000 points and 200 sites within 30 minutes. All stand on
crossings, so that all sides can be held against each other; gisplan looks for the nearest place on
any edge all the same. SciPy by hand is there twice: moving points to the nearest crossing, which is
another answer for places along a road, and with Shapely's tree of the lines for the nearest place
on any edge. Roads drawn bend by bend, with a long straight one now and then, are beside the latter
alone: its points lie between crossings. Road areas of 5 sites on a lattice of 199,080 edges have no
peer.
"""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from measure import Row, main, side, timed
from pyproj import Geod

LARGE, SMALL, DRAWN = 708, 316, 250
DEMAND, SITES, LIMIT = 100_000, 1_000, 120.0
SOME, FEW, BOUND = 20_000, 200, 30.0
GEOD = Geod(ellps="WGS84")
_JOBS = ("graph", "index", "nearest", "many")


def lattice(size: int, *, mixed: bool = False) -> tuple[gpd.GeoDataFrame, np.ndarray]:
    """Make roads between crossings about a kilometre apart, none of them straight north.

    Some lines are trunk roads, as roads are and a contraction hierarchy wants them; or, mixed,
    every edge has a speed of its own.
    """
    random = np.random.default_rng(7)
    x, y = np.meshgrid(np.arange(size), np.arange(size))
    lon = 92 + (x + random.uniform(-0.3, 0.3, x.shape)) * 0.012
    lat = 32 + (y + random.uniform(-0.3, 0.3, y.shape)) * 0.009
    at = np.stack([lon, lat], axis=-1)
    pairs = [
        np.stack([one.reshape(-1, 2), other.reshape(-1, 2)], axis=1)
        for one, other in ((at[:, :-1], at[:, 1:]), (at[:-1], at[1:]))
    ]
    ends = np.concatenate(pairs)
    of_line = np.where(np.arange(size) % 16 == 0, 100.0, 30.0)
    of_line[(np.arange(size) % 4 == 0) & (of_line < 100)] = 60.0
    kmh = np.concatenate([np.repeat(of_line, size - 1), np.tile(of_line, size - 1)])
    if mixed:
        kmh = random.choice([40.0, 60.0, 80.0], len(ends))
    lines = gpd.GeoDataFrame({"kmh": kmh}, geometry=shapely.linestrings(ends), crs=4326)
    return lines, at.reshape(-1, 2)


def drawn() -> tuple[gpd.GeoDataFrame, np.ndarray]:
    """Make roads of 16 bends each, but for one in fifty; and all their vertices."""
    lines, _ = lattice(DRAWN)
    random, ends = np.random.default_rng(8), shapely.get_coordinates(lines.geometry.array)
    start, end = ends[::2, None], ends[1::2, None]
    bends = start + (end - start) * np.linspace(0, 1, 17)[None, :, None]
    bends[:, 1:-1] += random.normal(0, 1e-4, bends[:, 1:-1].shape)
    straight = random.random(len(bends)) < 0.02
    shapes = [one[[0, -1]] if short else one for one, short in zip(bends, straight, strict=True)]
    lines = lines.set_geometry([shapely.LineString(one) for one in shapes], crs=4326)
    return lines, np.unique(shapely.get_coordinates(lines.geometry.array), axis=0)


def points(places: np.ndarray, count: int, prefix: str, seed: int) -> gpd.GeoDataFrame:
    """Choose crossings."""
    chosen = np.random.default_rng(seed).choice(len(places), count, replace=False)
    ids = [f"{prefix}{row:06d}" for row in range(count)]
    return gpd.GeoDataFrame({"id": ids}, geometry=shapely.points(places[chosen]), crs=4326)


def by_hand(lines: gpd.GeoDataFrame) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Make crossings, ends and minutes of lines between them: what SciPy and pandana take."""
    xy, line = shapely.get_coordinates(lines.geometry.array, return_index=True)
    first = np.flatnonzero(np.append(True, line[1:] != line[:-1]))
    ends = xy[np.column_stack([first, np.append(first[1:], line.size) - 1]).ravel()]
    places, number = np.unique(ends.view("c16").ravel(), return_inverse=True)
    within = np.flatnonzero(line[1:] == line[:-1])
    step = GEOD.inv(*xy[within].T, *xy[within + 1].T)[2]
    length = np.bincount(line[within], weights=step, minlength=len(lines))
    return (
        places.view("f8").reshape(-1, 2),
        number.reshape(-1, 2),
        length / lines["kmh"].to_numpy() * 0.06,
    )


def _tables(places: np.ndarray) -> dict[str, gpd.GeoDataFrame]:
    return {
        "demand": points(places, DEMAND, "d", 1),
        "sites": points(places, SITES, "s", 2),
        "some": points(places, SOME, "d", 3),
        "few": points(places, FEW, "s", 4),
    }


def gisplan(roads: str = "lattice") -> dict:
    # the others have read SciPy before their time begins
    import scipy.sparse.csgraph
    import scipy.spatial  # noqa: F401

    from gisplan.analysis.travel import RoadGraph, Trip

    lines, places = drawn() if roads == "drawn" else lattice(LARGE)
    tables, trip = _tables(places), Trip(max_snap=1000, access_kmh=5)

    def build():
        graph = RoadGraph.from_lines(lines, speed="kmh")
        graph.network(trip).arcs  # noqa: B018  made when it is first needed
        return graph

    found = {}
    found["graph"], graph = timed(build)
    found["index"], _ = timed(lambda: graph.feet(tables["few"], max_snap=1000))
    found["nearest"], reach = timed(
        lambda: graph.reach(tables["demand"], tables["sites"], limit=LIMIT, trip=trip, nearest=1)
    )
    found["nearest"] |= {"pairs": len(reach.pairs), "sum": float(reach.pairs["cost"].sum())}
    if roads == "drawn":
        return found
    found["many"], reach = timed(
        lambda: graph.reach(tables["some"], tables["few"], limit=BOUND, trip=trip)
    )
    found["many"] |= {"pairs": len(reach.pairs), "sum": float(reach.pairs["cost"].sum())}
    return found


def _csr(lines: gpd.GeoDataFrame) -> tuple:
    from scipy.sparse import coo_array

    nodes, ends, minutes = by_hand(lines)
    both = np.concatenate([ends, ends[:, ::-1]]).T
    cost = np.concatenate([minutes, minutes])
    graph = coo_array((cost, tuple(both)), shape=(len(nodes), len(nodes))).tocsr()
    return graph, nodes, ends, minutes


def small() -> dict:
    # the other has read SciPy before its time begins
    import scipy.sparse.csgraph
    import scipy.spatial  # noqa: F401

    from gisplan.analysis.travel import RoadGraph, Trip

    lines, _ = lattice(SMALL, mixed=True)
    trip = Trip(max_snap=1000, access_kmh=5)
    taken, arcs = timed(
        lambda: RoadGraph.from_lines(lines, speed="kmh").network(trip).arcs, times=5
    )
    return {**taken, "arcs": arcs.nnz}


def small_scipy() -> dict:
    import scipy.sparse.csgraph  # noqa: F401

    lines, _ = lattice(SMALL, mixed=True)
    taken, (graph, *_) = timed(lambda: _csr(lines), times=5)
    return {**taken, "arcs": graph.nnz}


def scipy() -> dict:
    from scipy.sparse.csgraph import dijkstra
    from scipy.spatial import cKDTree

    lines, places = lattice(LARGE)
    tables = _tables(places)
    found = {}
    found["graph"], (graph, nodes, _, _) = timed(lambda: _csr(lines))
    found["index"], tree = timed(lambda: cKDTree(nodes))

    def snapped(name):
        return tree.query(shapely.get_coordinates(tables[name].geometry.array))[1]

    def nearest():
        least = dijkstra(graph, indices=snapped("sites"), limit=LIMIT, min_only=True)
        return least[snapped("demand")]

    def many():
        at, cost = snapped("some"), []
        for sites in np.array_split(snapped("few"), 10):
            way = dijkstra(graph, indices=sites, limit=BOUND)[:, at]
            cost.append(way[way <= BOUND])
        return np.concatenate(cost)

    for name, job in (("nearest", nearest), ("many", many)):
        found[name], cost = timed(job)
        cost = cost[np.isfinite(cost)]
        found[name] |= {"pairs": int(cost.size), "sum": float(cost.sum())}
    return found


def edges(roads: str = "lattice") -> dict:
    """SciPy by hand, each point at the nearest place on any line, in degrees."""
    from scipy.sparse import csr_array
    from scipy.sparse.csgraph import dijkstra

    lines, places = drawn() if roads == "drawn" else lattice(LARGE)
    tables, shapes = _tables(places), lines.geometry.array
    found = {}
    found["graph"], (graph, nodes, ends, minutes) = timed(lambda: _csr(lines))
    found["index"], tree = timed(lambda: shapely.STRtree(np.asarray(shapes)))

    def snapped(name):
        at = np.asarray(tables[name].geometry.array)
        row, line = tree.query_nearest(at, all_matches=False)
        line = line[np.argsort(row, kind="stable")]
        share = shapely.line_locate_point(np.asarray(shapes)[line], at, normalized=True)
        return ends[line], np.column_stack([share, 1 - share]) * minutes[line][:, None]

    def nearest():
        head, leg = snapped("sites")
        size, more = len(nodes), len(head)
        wide = csr_array(
            (
                np.r_[graph.data, leg.ravel()],
                np.r_[graph.indices, head.ravel().astype(np.intc)],
                np.r_[graph.indptr, graph.nnz + 2 * np.arange(1, more + 1, dtype=np.intc)],
            ),
            shape=(size + more, size + more),
        )
        least = dijkstra(wide, indices=np.arange(size, size + more), limit=LIMIT, min_only=True)
        to, last = snapped("demand")
        return (least[to] + last).min(axis=1)

    found["nearest"], cost = timed(nearest)
    cost = cost[np.isfinite(cost)]
    found["nearest"] |= {"pairs": int(cost.size), "sum": float(cost.sum())}
    return found


def pandana() -> dict:
    import pandana as peer

    lines, places = lattice(LARGE)
    tables = _tables(places)

    def build():
        nodes, ends, minutes = by_hand(lines)
        x, y = (pd.Series(axis) for axis in nodes.T)
        start, end = (pd.Series(part) for part in ends.T)
        network = peer.Network(x, y, start, end, pd.DataFrame({"minutes": minutes}))
        network.get_node_ids(x[:10], y[:10])
        return network

    found = {}
    found["graph"], network = timed(build)

    def snapped(name):
        at = tables[name].geometry
        return network.get_node_ids(at.x.to_numpy(), at.y.to_numpy())

    def nearest():
        at = tables["sites"].geometry
        network.set_pois("sites", LIMIT, 1, at.x, at.y)
        table = network.nearest_pois(LIMIT, "sites", num_pois=1)
        cost = table[1].loc[snapped("demand")].to_numpy()
        return cost[cost < LIMIT]

    def many():
        ranges = network.nodes_in_range(snapped("few").tolist(), BOUND)
        wanted = pd.DataFrame({"destination": snapped("some").to_numpy()})
        return wanted.merge(ranges, on="destination")["minutes"].to_numpy()

    for name, job in (("nearest", nearest), ("many", many)):
        found[name], cost = timed(job)
        found[name] |= {"pairs": int(cost.size), "sum": float(cost.sum())}
    return found


def areas() -> dict:
    from gisplan.analysis.travel import RoadGraph, Trip
    from gisplan.analysis.travel.road_territory import territories

    lines, places = lattice(SMALL, mixed=True)
    graph = RoadGraph.from_lines(lines, speed="kmh")
    trip, sites = Trip(max_snap=1000, access_kmh=5), points(places, 5, "s", 5)
    graph.feet(sites, max_snap=1000)
    taken, found = timed(lambda: territories(graph, sites, limits=[15, 30], trip=trip, spacing=250))
    return {**taken, "corners": sum(int(shapely.get_num_coordinates(one)) for one in found)}


def _drawn_rows() -> list[Row]:
    ours, theirs = side(__file__, "gisplan", "drawn"), side(__file__, "edges", "drawn")
    count, vertices = 2 * DRAWN * (DRAWN - 1), len(drawn()[1])
    roads = f"{count:,} roads of {vertices:,} vertices"
    found = []
    for job, what in (
        ("graph", f"Graph of {roads}"),
        ("index", f"Index of places on {roads}"),
        ("nearest", f"Nearest of {SITES:,} sites by road for {DEMAND:,} points, {roads}"),
    ):
        result = {
            "graph": "edges with their straight pieces",
            "index": "places on any edge; lines",
        }.get(job, "")
        if job == "nearest":
            share = ours[job]["sum"] / theirs[job]["sum"]
            result = f"{ours[job]['pairs']:,} pairs, the peer {theirs[job]['pairs']:,}"
            result += f"; {share:.4f} of its minutes, for degrees are no metres"
        found.append(
            Row(
                what=what,
                peer="SciPy by hand, Shapely's tree of the lines",
                ours=ours[job],
                theirs=theirs[job],
                result=result,
                packages=["scipy", "shapely"],
            )
        )
    found[-1].asked = "at least as fast"
    found[-1].met = found[-1].ours["seconds"] <= found[-1].theirs["seconds"]
    return found


def rows() -> list[Row]:
    sides = {name: side(__file__, name) for name in ("gisplan", "scipy", "edges", "pandana")}
    count = 2 * LARGE * (LARGE - 1)
    what = {
        "graph": f"Graph of {count:,} road edges from lines",
        "index": f"Index of places on {count:,} road edges",
        "nearest": f"Nearest of {SITES:,} sites by road for {DEMAND:,} points, {count:,} edges",
        "many": f"{SOME:,} points x {FEW} sites within {BOUND:g} minutes, {count:,} edges",
    }
    peers = {
        "scipy": ("SciPy by hand, crossings alone", "scipy"),
        "edges": ("SciPy by hand, Shapely's tree of the lines", "shapely"),
        "pandana": ("pandana, contraction hierarchies, crossings alone", "pandana"),
    }
    found = []
    for job in _JOBS:
        for name, (peer, package) in peers.items():
            # pandana makes its index with the graph; the graph of both SciPys is one
            if job not in sides[name] or (name, job) == ("edges", "graph"):
                continue
            ours, theirs = sides["gisplan"][job], sides[name][job]
            result = "edges with their lines, speeds and directions"
            if job == "index":
                result = "places on any edge; " + ("lines" if name == "edges" else "crossings")
            if "sum" in ours:
                near = abs(ours["sum"] - theirs["sum"]) <= 5e-3 * ours["sum"]
                same = "the same" if near else "NOT THE SAME"
                if near and ours["pairs"] != theirs["pairs"]:
                    same = f"the peer, which reckons in whole thousandths, {theirs['pairs']:,}"
                result = f"{ours['pairs']:,} pairs, {same}"
            found.append(
                Row(
                    what=what[job],
                    peer=peer,
                    ours=ours,
                    theirs=theirs,
                    result=result,
                    packages=[package],
                )
            )
    found += _drawn_rows()
    ours, theirs = side(__file__, "small"), side(__file__, "small_scipy")
    found.append(
        Row(
            what=f"Graph of {2 * SMALL * (SMALL - 1):,} road edges from lines",
            peer="SciPy by hand",
            ours=ours,
            theirs=theirs,
            result=f"{ours['arcs']:,} arcs, the peer {theirs['arcs']:,}",
            asked="at least as fast",
            met=ours["seconds"] <= theirs["seconds"],
            packages=["scipy"],
        )
    )
    ours = side(__file__, "areas")
    found.append(
        Row(
            what=f"Road areas of 5 sites, 15 and 30 minutes, {2 * SMALL * (SMALL - 1):,} edges",
            peer="none",
            ours=ours,
            result=f"{ours['corners']:,} corners",
            asked="under 5 s",
            met=ours["seconds"] < 5,
        )
    )
    return found


if __name__ == "__main__":
    main(
        {
            "gisplan": gisplan,
            "scipy": scipy,
            "edges": edges,
            "pandana": pandana,
            "small": small,
            "small_scipy": small_scipy,
            "areas": areas,
        },
        rows,
    )
