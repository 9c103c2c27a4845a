"""Rounds of vehicles that collect at stops and unload, within loads and shifts, by PyVRP."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from itertools import pairwise, permutations, product
from typing import Any, Literal

import numpy as np

from gisplan.arrays import Bools, Floats, Indices
from gisplan.errors import OptionError
from gisplan.text import Text

#: Why a stop is not served.
Reason = Literal["off_road", "no_way", "too_heavy", "too_far", "no_time"]
REASONS: dict[str, Text] = {
    "off_road": Text("离道路太远", "too far from any road"),
    "no_way": Text("没有路可到", "no way by road"),
    "too_heavy": Text("一次的量超过任何车辆的载重", "more than any vehicle holds"),
    "too_far": Text("单独往返也超出任何班次", "a round to it alone exceeds every shift"),
    "no_time": Text("车辆在班次内排不下", "no vehicle has time for it within its shift"),
}
_KG, _S = 1000, 60
#: Stops of a round of which every order is tried.
_SHORT = 5
#: Searches that take half of the steps together.
_STARTS = 8
#: Beyond any way on earth, in metres and in seconds.
_BARRED = 10**9


@dataclass(frozen=True, slots=True, kw_only=True)
class RouteVehicle:
    """Vehicles of one kind at one depot.

    Attributes
    ----------
    name : str
        What people call them.
    count : int
        How many there are.
    capacity : float
        Tonnes that one holds.
    shift_h : float
        Hours from leaving the depot to being back, at most.
    depot : int
        Number of its depot.
    """

    name: str
    count: int
    capacity: float
    shift_h: float
    depot: int


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class CollectionTask:
    """What is to be collected, by whom; places are depots, then unloading places, then stops.

    Attributes
    ----------
    km : array of float, shape (places, places)
        Way from place to place; infinite where there is none.
    minutes : array of float, shape (places, places)
        Time on that way.
    depots : int
        Number of depots, where vehicles start and end.
    unloading : int
        Number of places to unload at.
    tonnes : array of float
        At each stop, above 0.
    stop_minutes : array of float
        Time that each stop takes.
    unload_minutes : float
        Time that unloading takes, each time.
    vehicles : tuple of RouteVehicle
        By kind.
    aim : {"km", "hours"}
        What is kept least, once stops are served.
    off_road : array of bool, optional
        Places too far from any road, told apart from those that no road leads to.
    """

    km: Floats
    minutes: Floats
    depots: int
    unloading: int
    tonnes: Floats
    stop_minutes: Floats
    unload_minutes: float
    vehicles: tuple[RouteVehicle, ...]
    aim: Literal["km", "hours"] = "km"
    off_road: Bools | None = None

    @property
    def first(self) -> int:
        """Place of the first stop.

        Returns
        -------
        int
            Depots and unloading places come before it.
        """
        return self.depots + self.unloading


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """What one vehicle does in its shift.

    Attributes
    ----------
    vehicle : int
        Number of its kind.
    number : int
        Which of its kind, from 1.
    places : tuple of int
        From its depot back to it; it has unloaded before.
    """

    vehicle: int
    number: int
    places: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class CollectionPlan:
    """Rounds, and what they leave.

    Attributes
    ----------
    rounds : tuple of Round
        By vehicle.
    unserved : dict of int to str
        Stop (from 0) -> why, of :data:`REASONS`.
    """

    rounds: tuple[Round, ...]
    unserved: dict[int, Reason]


def require_pyvrp() -> None:
    """Say that PyVRP, an extra, is missing, before the work and not after it.

    Raises
    ------
    OptionError
        If it is.
    """
    if find_spec("pyvrp") is None:
        raise OptionError(
            Text(
                '收运线路须另装软件包，请运行：pip install "gisplan[routes]"',
                'collection routes need another package; run: pip install "gisplan[routes]"',
            )
        )


def plan_routes(task: CollectionTask, *, iterations: int, seed: int = 1) -> CollectionPlan:
    """Plan rounds that serve the stops within loads and shifts at least way or time.

    Each round starts and ends at the vehicle's depot; a full vehicle unloads and goes on, and each
    unloads before it returns, on the way that costs least. A stop is left only if no vehicle has
    room for it: leaving it counts more than any round to it alone, and the more, the heavier it
    is. Loads are counted in whole kg and times in whole seconds, on the safe side. Found by
    iterated local search (PyVRP): the same answer for the same seed and iterations, feasible, but
    not proven the best.

    Parameters
    ----------
    task : CollectionTask
        Ways, stops and vehicles.
    iterations : int
        Steps of the search; it stops after so many, not by the clock.
    seed : int
        Of the search.

    Returns
    -------
    CollectionPlan
        Rounds, and the stops not served with the reason.

    Raises
    ------
    OptionError
        If PyVRP is not installed.

    References
    ----------
    Wouda, N. A., Lan, L., and Kool, W. (2024). PyVRP: a high-performance VRP solver package.
    INFORMS Journal on Computing 36, 943-955.

    Examples
    --------
    >>> import numpy as np
    >>> from gisplan.analysis.collection import CollectionTask, RouteVehicle, plan_routes
    >>> at = np.array([0.0, 2.0, 4.0, 6.0])  # a depot, an unloading place, two stops on a line
    >>> km = abs(at[:, None] - at)
    >>> task = CollectionTask(
    ...     km=km,
    ...     minutes=km * 2,
    ...     depots=1,
    ...     unloading=1,
    ...     tonnes=np.array([3.0, 4.0]),
    ...     stop_minutes=np.array([5.0, 5.0]),
    ...     unload_minutes=10,
    ...     vehicles=(RouteVehicle(name="8 t", count=1, capacity=8, shift_h=8, depot=0),),
    ... )
    >>> sorted(plan_routes(task, iterations=50).rounds[0].places)
    [0, 0, 1, 2, 3]
    """
    require_pyvrp()
    unserved = _never(task)
    served = np.array([s for s in range(len(task.tonnes)) if s not in unserved], dtype=np.intp)
    if not len(served):
        return CollectionPlan(rounds=(), unserved=unserved)
    rounds, left = _search(task, served, iterations=iterations, seed=seed)
    for stop in left:
        unserved[stop] = "no_time"
    return CollectionPlan(rounds=rounds, unserved=dict(sorted(unserved.items())))


def way_home(task: CollectionTask, place: int, depot: int) -> int:
    """Choose where a vehicle unloads last, between a stop and its depot.

    Parameters
    ----------
    task : CollectionTask
        Ways and places.
    place : int
        The stop.
    depot : int
        The depot.

    Returns
    -------
    int
        The unloading place on the cheapest way, by the aim.
    """
    cost = task.km if task.aim == "km" else task.minutes
    spots = np.arange(task.depots, task.first)
    return int(spots[np.argmin(cost[place, spots] + cost[spots, depot])])


def minutes_alone(task: CollectionTask, stop: int, depot: int) -> float:
    """Give how long a round to one stop alone takes.

    Parameters
    ----------
    task : CollectionTask
        Ways and places.
    stop : int
        The stop, from 0.
    depot : int
        The depot.

    Returns
    -------
    float
        Minutes, with the stop and unloading; infinite where there is no way.
    """
    place = task.first + stop
    home = way_home(task, place, depot)
    ways = (
        task.minutes[depot, place],
        task.minutes[place, home],
        task.minutes[home, depot],
    )
    return float(sum(ways) + task.stop_minutes[stop] + task.unload_minutes)


def _never(task: CollectionTask) -> dict[int, Reason]:
    found: dict[int, Reason] = {}
    for stop, tonnes in enumerate(task.tonnes.tolist()):
        place = task.first + stop
        reasons: list[Reason] = []
        for vehicle in task.vehicles:
            alone = minutes_alone(task, stop, vehicle.depot)
            if not math.isfinite(alone):
                off = task.off_road is not None and task.off_road[place]
                reasons.append("off_road" if off else "no_way")
            elif _kg(tonnes) > math.floor(vehicle.capacity * _KG + 1e-6):
                reasons.append("too_heavy")
            elif alone > vehicle.shift_h * 60:
                reasons.append("too_far")
        if len(reasons) == len(task.vehicles):
            order: tuple[Reason, ...] = ("too_far", "too_heavy", "off_road", "no_way")
            found[stop] = next(reason for reason in order if reason in reasons)
    return found


def _kg(tonnes: float) -> int:
    return math.ceil(tonnes * _KG - 1e-6)


def whole_costs(task: CollectionTask) -> tuple[Indices, Indices]:
    """Give ways in whole metres and times in whole seconds, as the search counts them.

    Parameters
    ----------
    task : CollectionTask
        Ways and places.

    Returns
    -------
    metres : array of int
        Rounded to the nearest.
    seconds : array of int
        Rounded up, so that no shift is exceeded.
    """
    open_: Bools = np.isfinite(task.km) & np.isfinite(task.minutes)
    metres = np.where(open_, np.rint(np.where(open_, task.km, 0) * 1000), _BARRED)
    seconds = np.where(open_, np.ceil(np.where(open_, task.minutes, 0) * _S - 1e-6), _BARRED)
    return metres.astype(np.int64), seconds.astype(np.int64)


def prizes(task: CollectionTask, stops: Indices) -> list[int]:
    """Give what leaving each stop counts: more than a round to it alone, and more if heavier.

    Parameters
    ----------
    task : CollectionTask
        Ways, stops and vehicles.
    stops : array of int
        Those that can be served.

    Returns
    -------
    list of int
        In the unit of the aim: metres or seconds.
    """
    metres, seconds = whole_costs(task)
    cost = metres if task.aim == "km" else seconds
    most = int(cost[cost < _BARRED].max(initial=0))
    if task.aim == "hours":
        service = task.stop_minutes.max(initial=0.0) + task.unload_minutes
        most += math.ceil(service * _S)
    kg = [_kg(float(task.tonnes[stop])) for stop in stops]
    return [4 * most + 1 + (4 * most * each) // max(kg) for each in kg]


def _search(
    task: CollectionTask, stops: Indices, *, iterations: int, seed: int
) -> tuple[tuple[Round, ...], list[int]]:
    """Have PyVRP search; what is left is what a vehicle that drives nowhere takes.

    Parameters
    ----------
    task : CollectionTask
        Ways, stops and vehicles.
    stops : array of int
        Those that can be served.
    iterations : int
        Steps.
    seed : int
        Of the search.

    Returns
    -------
    rounds : tuple of Round
        By vehicle.
    left : list of int
        Stops not served.
    """
    from pyvrp import IteratedLocalSearchParams, Model, PenaltyParams, SolveParams
    from pyvrp.stop import MaxIterations

    metres, seconds = whole_costs(task)
    model = Model()
    by_km = task.aim == "km"
    unload = math.ceil(task.unload_minutes * _S)
    starts = [model.add_location(0, 0) for _ in range(task.depots)]
    ends = [model.add_location(0, 0) for _ in range(task.depots)]
    spots = [model.add_location(0, 0) for _ in range(task.unloading)]
    places = [model.add_location(0, 0) for _ in stops]
    aside = model.add_location(0, 0)
    leave = [model.add_depot(each) for each in starts]
    come = [model.add_depot(each) for each in ends]
    tips = [model.add_depot(each, service_duration=unload) for each in spots]
    nowhere = model.add_depot(aside)
    lost = prizes(task, stops)
    for stop, place in zip(stops, places, strict=True):
        model.add_client(
            place,
            pickup=_kg(float(task.tonnes[stop])),
            service_duration=math.ceil(float(task.stop_minutes[stop]) * _S - 1e-6),
        )
    driven, left = model.add_profile(), model.add_profile()
    at = [task.first + int(stop) for stop in stops]
    here = dict(zip(at, places, strict=True))
    here |= {task.depots + k: spot for k, spot in enumerate(spots)}
    for a, from_ in here.items():
        for b, to in here.items():
            if a != b and not (a < task.first and b < task.first):
                far, long = int(metres[a, b]), int(seconds[a, b])
                model.add_edge(from_, to, far, long, driven)
    for depot, (start, end) in enumerate(zip(starts, ends, strict=True)):
        model.add_edge(start, end, 0, 0, driven)
        for number in at:
            model.add_edge(
                start, here[number], int(metres[depot, number]), int(seconds[depot, number]), driven
            )
            home = way_home(task, number, depot)
            far = int(metres[number, home] + metres[home, depot])
            long = int(seconds[number, home] + seconds[home, depot]) + unload
            model.add_edge(here[number], end, min(far, _BARRED), min(long, _BARRED), driven)
    for place, price in zip(places, lost, strict=True):
        model.add_edge(aside, place, price, 0, left)
        model.add_edge(place, aside, 0, 0, left)
        for other in places:
            if other is not place:
                model.add_edge(other, place, price, 0, left)
    for vehicle in task.vehicles:
        model.add_vehicle_type(
            vehicle.count,
            capacity=math.floor(vehicle.capacity * _KG + 1e-6),
            start_depot=leave[vehicle.depot],
            end_depot=come[vehicle.depot],
            shift_duration=math.floor(vehicle.shift_h * 3600 + 1e-6),
            unit_distance_cost=1 if by_km else 0,
            unit_duration_cost=0 if by_km else 1,
            profile=driven,
            reload_depots=tips,
        )
    model.add_vehicle_type(
        1,
        capacity=sum(_kg(float(each)) for each in task.tonnes) + 1,
        start_depot=nowhere,
        end_depot=nowhere,
        profile=left,
    )

    def run(steps: int, seed: int, start: Any = None) -> Any:
        return model.solve(
            MaxIterations(steps),
            seed=seed,
            collect_stats=False,
            display=False,
            params=SolveParams(
                # a step is taken if it is no worse than the one so many steps before: where they
                # are few, that of PyVRP's own 300 lets the search wander to the end
                ils=IteratedLocalSearchParams(history_length=min(max(steps // 20, 10), 300)),
                penalty=PenaltyParams(max_penalty=1e7),
            ),
            missing_value=_BARRED,
            initial_solution=start,
        )

    # a search can be caught by where it starts; the best of several goes on
    short = math.ceil(iterations / (2 * _STARTS))
    tries = [run(short, seed * _STARTS + number) for number in range(_STARTS)]
    best = min(tries, key=lambda each: each.cost())
    found = run(max(iterations - short * _STARTS, 1), seed, best.best)
    found = min(found, best, key=lambda each: each.cost())
    if not found.is_feasible():
        return (), [int(stop) for stop in stops]
    return _read(task, stops, found.best)


def _read(task: CollectionTask, stops: Indices, best: Any) -> tuple[tuple[Round, ...], list[int]]:
    rounds: list[Round] = []
    left: list[int] = []
    used = [0] * len(task.vehicles)
    # depots of the model: starts, ends, unloading places
    routes: Sequence[Any] = sorted(
        best.routes(), key=lambda route: (route.vehicle_type(), str(route))
    )
    for route in routes:
        kind, visits = route.vehicle_type(), route.schedule()
        if kind == len(task.vehicles):
            left += [int(stops[visit.idx]) for visit in visits if visit.is_client()]
            continue
        depot = task.vehicles[kind].depot
        order = [depot]
        for visit in visits[1:-1]:
            if visit.is_client():
                order.append(task.first + int(stops[visit.idx]))
            elif order[-1] >= task.first:
                order.append(visit.idx - 2 * task.depots + task.depots)
        if order[-1] >= task.first:
            order.append(way_home(task, order[-1], depot))
        if len(order) > 1:
            used[kind] += 1
            driven = _improved(task, kind, (*order, depot))
            rounds.append(Round(vehicle=kind, number=used[kind], places=driven))
    return tuple(rounds), sorted(left)


def _improved(task: CollectionTask, kind: int, places: tuple[int, ...]) -> tuple[int, ...]:
    """Choose again where a round unloads, and in a short one the order, too.

    Parameters
    ----------
    task : CollectionTask
        Ways, stops and vehicles.
    kind : int
        The kind of vehicle.
    places : tuple of int
        The round.

    Returns
    -------
    tuple of int
        The same stops at no more cost, within load and shift.
    """
    metres, seconds = whole_costs(task)
    cost = metres if task.aim == "km" else seconds
    vehicle = task.vehicles[kind]
    room, shift = math.floor(vehicle.capacity * _KG + 1e-6), math.floor(vehicle.shift_h * 3600)
    stops = [place for place in places if place >= task.first]
    kg = {place: _kg(float(task.tonnes[place - task.first])) for place in stops}
    spots = np.arange(task.depots, task.first)

    def total(way: tuple[int, ...], of: Indices) -> int:
        return int(of[list(way[:-1]), list(way[1:])].sum())

    def time(way: tuple[int, ...]) -> int:
        at_stops = sum(
            math.ceil(float(task.stop_minutes[p - task.first]) * _S - 1e-6) for p in stops
        )
        tips = len(way) - 2 - len(stops)
        return total(way, seconds) + at_stops + tips * math.ceil(task.unload_minutes * _S)

    def price(way: tuple[int, ...]) -> int:
        return total(way, metres) if task.aim == "km" else time(way)

    def with_tips(order: Sequence[int], ends: Sequence[bool]) -> tuple[int, ...] | None:
        way, load = [vehicle.depot], 0
        for at, (stop, tips) in enumerate(zip(order, ends, strict=True)):
            load += kg[stop]
            if load > room:
                return None
            way.append(stop)
            if tips:
                to = order[at + 1] if at + 1 < len(order) else vehicle.depot
                way.append(int(spots[np.argmin(cost[stop, spots] + cost[spots, to])]))
                load = 0
        return (*way, vehicle.depot)

    orders: list[tuple[Sequence[int], Sequence[bool]]] = [
        (
            stops,
            [after < task.first for place, after in pairwise(places) if place >= task.first],
        )
    ]
    if len(stops) <= _SHORT:
        patterns = [(*some, True) for some in product((False, True), repeat=len(stops) - 1)]
        orders += list(product(permutations(stops), patterns))
    ways = [way for each in orders if (way := with_tips(*each)) is not None]
    fitting = [way for way in ways if time(way) <= shift]
    return min([places, *fitting], key=price)
