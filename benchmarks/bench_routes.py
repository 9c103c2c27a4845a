"""Collection routes beside OR-Tools and PyVRP by itself: python benchmarks/bench_routes.py.

Two published problems, whose least way is known, and one on a generated lattice of roads: vehicles
of two sizes and two depots that unload at two places as often as they have to, within a shift.
gisplan stops after its usual steps; each peer is given the seconds that this took, one core, and
the same table of ways. What is compared is how far the routes drive.

The published ones are CMT4 and CMT8 of Christofides, Mingozzi and Toth 1979 (in *Combinatorial
Optimization*, Wiley), in the form of CVRPLIB; NOTICE says where the files are from. Their vehicles
unload at the depot. CMT8 has a longest round, with ten units for each stop.
"""

from __future__ import annotations

import math
from itertools import pairwise, product
from pathlib import Path
from typing import Any

import numpy as np
from bench_roads import lattice, points
from measure import Row, main, side, timed

INSTANCES = Path(__file__).parent / "instances"
#: The least way that is known; of CMT4 it is proven (Pecin, Pessoa, Poggi and Uchoa 2017,
#: *Mathematical Programming Computation* 9).
KNOWN = {"CMT4": 1028.42, "CMT8": 865.94}
STOPS, SIZE, SEED = 150, 100, 11


def published(name: str) -> dict[str, Any]:
    """Read an instance: places of depot and stops, demand, capacity, longest round, service."""
    said: dict[str, str] = {}
    rows: dict[str, list[list[float]]] = {}
    part = ""
    for line in (INSTANCES / f"{name}.vrp").read_text(encoding="ascii").splitlines():
        if ":" in line:
            key, value = line.split(":", 1)
            said[key.strip()] = value.strip()
        elif line.strip() and line.strip()[0].isalpha():
            part = line.strip()
        elif line.strip():
            rows.setdefault(part, []).append([float(word) for word in line.split()])
    return {
        "at": np.array(rows["NODE_COORD_SECTION"])[:, 1:],
        "demand": np.array(rows["DEMAND_SECTION"])[1:, 1],
        "capacity": float(said["CAPACITY"]),
        "longest": float(said.get("DISTANCE", "inf")),
        "service": float(said.get("SERVICE_TIME", "0")),
    }


def task_of(name: str) -> Any:
    """Give an instance as a task: an hour drives one unit, and the depot is where to unload."""
    from gisplan.analysis.collection import CollectionTask, RouteVehicle

    given = published(name)
    at = np.concatenate([given["at"][:1], given["at"]])
    km = np.hypot(*(at[:, None] - at).transpose(2, 0, 1))
    most = given["longest"] if math.isfinite(given["longest"]) else 1e5
    stops = len(given["demand"])
    vehicles = RouteVehicle(
        name="v", count=stops, capacity=given["capacity"], shift_h=most, depot=0
    )
    return CollectionTask(
        km=km,
        minutes=km * 60,
        depots=1,
        unloading=1,
        tonnes=given["demand"],
        stop_minutes=np.full(stops, given["service"] * 60),
        unload_minutes=0.0,
        vehicles=(vehicles,),
    )


def task_on_roads() -> Any:
    """Make stops, depots and places to unload on a lattice of roads, with two sizes of vehicle."""
    import geopandas as gpd
    import pandas as pd

    from gisplan.analysis.collection import CollectionTask, RouteVehicle
    from gisplan.analysis.travel import RoadGraph, Trip
    from gisplan.analysis.travel.road_paths import road_paths

    lines, crossings = lattice(SIZE, mixed=True)
    # within some 50 km, as what a station collects is
    x, y = crossings.T
    inner = crossings[(abs(x - np.median(x)) < 0.3) & (abs(y - np.median(y)) < 0.22)]
    places = gpd.GeoDataFrame(pd.concat([points(inner, 4, "e", 2), points(inner, STOPS, "s", 1)]))
    graph = RoadGraph.from_lines(lines, speed="kmh")
    paths = road_paths(graph, places, trip=Trip(max_snap=1000, access_kmh=5))
    tonnes = np.random.default_rng(SEED).integers(2, 25, STOPS) / 10
    kinds = (("5 t", 6, 5.0), ("8 t", 4, 8.0))
    return CollectionTask(
        km=paths.km,
        minutes=paths.minutes,
        depots=2,
        unloading=2,
        tonnes=tonnes,
        stop_minutes=5 + 3 * tonnes,
        unload_minutes=15.0,
        vehicles=tuple(
            RouteVehicle(name=name, count=count, capacity=capacity, shift_h=8.0, depot=depot)
            for depot, (name, count, capacity) in enumerate(kinds)
        ),
    )


def made(name: str) -> Any:
    return task_of(name) if name in KNOWN else task_on_roads()


def ours(name: str) -> dict[str, Any]:
    from gisplan.analysis.collection import plan_routes
    from gisplan.api.sites.route_file import STEPS

    task = made(name)
    taken, plan = timed(lambda: plan_routes(task, iterations=STEPS))
    metres = np.rint(task.km * 1000)
    ways = [metres[a, b] for each in plan.rounds for a, b in pairwise(each.places)]
    return {**taken, "km": float(sum(ways)) / 1000, "left": len(plan.unserved)}


def _nodes(task: Any) -> tuple[list[int], np.ndarray, np.ndarray]:
    """Give OR-Tools' nodes: the place of each, metres and seconds between them.

    First depots, then places to unload, copied as often as vehicles may come there in between, then
    stops, then where vehicles end: the last unloading is part of the way there, as in gisplan.
    """
    from gisplan.analysis.collection.collection_routes import way_home, whole_costs

    metres, long = whole_costs(task)
    least = min(each.capacity for each in task.vehicles)
    # where the depot is the place to unload, another vehicle does as well
    apart = task.km[: task.depots, task.depots : task.first].max() > 0
    copies = math.ceil(task.tonnes.sum() / least) if apart else 0
    at = [*range(task.depots), *np.repeat(np.arange(task.depots, task.first), copies).tolist()]
    at += range(task.first, len(metres))
    served = np.zeros(len(metres), dtype=int)
    served[task.first :] = np.ceil(task.stop_minutes * 60 - 1e-6)
    served[task.depots : task.first] = math.ceil(task.unload_minutes * 60)
    size = len(at) + task.depots
    far, time = np.zeros((size, size), dtype=int), np.zeros((size, size), dtype=int)
    far[: len(at), : len(at)] = metres[np.ix_(at, at)]
    time[: len(at), : len(at)] = long[np.ix_(at, at)] + served[at][:, None]
    for (row, place), depot in product(enumerate(at), range(task.depots)):
        stop = place >= task.first
        home = way_home(task, place, depot) if stop else depot
        far[row, len(at) + depot] = metres[place, home] + metres[home, depot]
        time[row, len(at) + depot] = served[place] + (served[home] if stop else 0)
        time[row, len(at) + depot] += long[place, home] + long[home, depot]
    return at, far, time


def ortools(name: str, seconds: float) -> dict[str, Any]:
    """Solve the same with OR-Tools' routing: guided local search until the time is up."""
    from ortools.constraint_solver import pywrapcp
    from ortools.constraint_solver import routing_enums_pb2 as ways

    from gisplan.analysis.collection.collection_routes import prizes

    task = made(name)
    at, far, time = _nodes(task)
    fleet = [kind for kind in task.vehicles for _ in range(kind.count)]
    stops = np.arange(task.first, len(task.km))
    price = dict(zip(stops.tolist(), prizes(task, stops - task.first), strict=True))
    most = [int(each.capacity * 1000) for each in fleet]
    taken = np.zeros(len(far), dtype=int)
    for row, place in enumerate(at):
        if place >= task.first:
            taken[row] = round(task.tonnes[place - task.first] * 1000)
        elif place >= task.depots:
            taken[row] = -max(most)

    def job() -> tuple[float, int]:
        starts = [each.depot for each in fleet]
        ends = [len(at) + depot for depot in starts]
        manager = pywrapcp.RoutingIndexManager(len(far), len(fleet), starts, ends)
        model = pywrapcp.RoutingModel(manager)
        model.SetArcCostEvaluatorOfAllVehicles(model.RegisterTransitMatrix(far.tolist()))
        clock = model.RegisterTransitMatrix(time.tolist())
        shifts = [int(each.shift_h * 3600) for each in fleet]
        model.AddDimensionWithVehicleCapacity(clock, 0, shifts, True, "time")
        load = model.RegisterUnaryTransitVector(taken.tolist())
        model.AddDimensionWithVehicleCapacity(load, max(most), most, True, "load")
        loads = model.GetDimensionOrDie("load")
        for row in range(task.depots, len(at)):
            index = manager.NodeToIndex(row)
            if at[row] >= task.first:
                loads.SlackVar(index).SetValue(0)
            model.AddDisjunction([index], price.get(at[row], 0))
        asked = pywrapcp.DefaultRoutingSearchParameters()
        asked.first_solution_strategy = ways.FirstSolutionStrategy.PATH_CHEAPEST_ARC
        asked.local_search_metaheuristic = ways.LocalSearchMetaheuristic.GUIDED_LOCAL_SEARCH
        asked.time_limit.FromMilliseconds(int(seconds * 1000))
        found = model.SolveWithParameters(asked)
        if found is None:
            return math.nan, len(stops)
        metres, visited = 0, set()
        for vehicle in range(len(fleet)):
            index = model.Start(vehicle)
            while not model.IsEnd(index):
                after = found.Value(model.NextVar(index))
                metres += far[manager.IndexToNode(index), manager.IndexToNode(after)]
                visited.add(at[manager.IndexToNode(index)])
                index = after
        return float(metres) / 1000, len(set(stops.tolist()) - visited)

    spent, (km, left) = timed(job)
    return {**spent, "km": km, "left": left}


def pyvrp(name: str, seconds: float) -> dict[str, Any]:
    """Solve a published problem as PyVRP's own examples do, without what gisplan adds."""
    from pyvrp import Model
    from pyvrp.stop import MaxRuntime

    given = published(name)
    metres = np.rint(np.hypot(*(given["at"][:, None] - given["at"]).transpose(2, 0, 1)) * 1000)
    most = {} if math.isinf(given["longest"]) else {"shift_duration": int(given["longest"] * 1000)}

    def job() -> float:
        model = Model()
        spots = [model.add_location(*place) for place in given["at"]]
        depot = model.add_depot(spots[0])
        for spot, demand in zip(spots[1:], given["demand"], strict=True):
            service = int(given["service"] * 1000)
            model.add_client(spot, pickup=int(demand), service_duration=service)
        kind = {"capacity": int(given["capacity"]), "start_depot": depot, "end_depot": depot}
        model.add_vehicle_type(len(given["demand"]), **kind, **most)
        for a, b in product(range(len(spots)), repeat=2):
            if a != b:
                model.add_edge(spots[a], spots[b], int(metres[a, b]), int(metres[a, b]))
        found = model.solve(MaxRuntime(seconds), seed=1, collect_stats=False, display=False)
        return float(found.best.distance()) / 1000 if found.is_feasible() else math.nan

    taken, km = timed(job)
    return {**taken, "km": km, "left": 0}


def _said(told: dict[str, Any], least: float | None) -> str:
    if math.isnan(told["km"]):
        return "no routes at all"
    words = f"{told['km']:,.2f} km"
    if least:
        words += f" ({100 * max(told['km'] / least - 1, 0):.2f} % above the least known)"
    return words + (f", {told['left']} stops left" if told["left"] else "")


def rows() -> list[Row]:
    asked = {
        "CMT4": "Collection routes, CMT4: 150 stops, loads",
        "CMT8": "Collection routes, CMT8: 100 stops, loads and a longest round",
        "roads": f"Collection routes by road: {STOPS} stops, 2 depots, 2 places to unload, 8 h",
    }
    # by itself PyVRP knows no places to unload, so that it takes half of the time for each step
    peers = {
        "ortools": ("OR-Tools, guided local search, the same seconds", "no longer routes", 0.0),
        "pyvrp": ("PyVRP by itself, the same seconds", "at most 1 % longer routes", 0.01),
    }
    found = []
    for name, what in asked.items():
        mine, least = side(__file__, "ours", name), KNOWN.get(name)
        for package, (title, wanted, more) in peers.items():
            if package == "pyvrp" and not least:
                continue
            theirs = side(__file__, package, name, mine["seconds"])
            shorter = not mine["km"] > theirs["km"] * (1 + more)
            fewer = mine["left"] < theirs["left"]
            found.append(
                Row(
                    what=what,
                    peer=title,
                    ours=mine,
                    theirs=theirs,
                    asked=wanted,
                    met=fewer or (mine["left"] == theirs["left"] and shorter),
                    result=f"{_said(mine, least)}; the peer {_said(theirs, least)}",
                    packages=[package],
                )
            )
    return found


if __name__ == "__main__":
    main({"ours": ours, "ortools": ortools, "pyvrp": pyvrp}, rows)
