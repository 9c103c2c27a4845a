"""The file that declares collection routes: stops, depots, places to unload, vehicles."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from gisplan.catalog.declaration import Declaration, load, refuse
from gisplan.text import Text

if TYPE_CHECKING:
    import geopandas as gpd
    import pandas as pd

#: Steps of the search if nothing is said of them.
STEPS = 5000


@dataclass(frozen=True, slots=True, kw_only=True)
class VehicleAsked:
    """Vehicles of one kind, as a file declares them.

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
    depot : str
        Id of the depot; empty where there is one alone.
    """

    name: str
    count: int
    capacity: float
    shift_h: float
    depot: str = ""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class RouteFile:
    """What a file asks for.

    Attributes
    ----------
    stops : str or DataFrame
        Layer, file or table of the stops.
    quantity : str
        Column of the stops: what is collected in one round.
    factor : float
        Tonnes of one of the quantity; 1 where it is in tonnes a round.
    adcode : str
        Only stops whose ``adcode`` begins so; all if empty.
    split : bool
        Whether what is more than the largest vehicle holds is collected in several equal parts;
        else such a stop is not served.
    stop_min : float
        Minutes that each stop takes.
    tonne_min : float
        Minutes that each tonne takes beside.
    depots : str or DataFrame
        Layer, file or table of the depots.
    depot_ids : tuple of str
        Which of them; all if empty.
    unloading : str or DataFrame
        Layer, file or table of the places to unload at.
    unloading_ids : tuple of str
        Which of them; all if empty.
    unload_min : float
        Minutes that unloading takes, each time.
    vehicles : tuple of VehicleAsked
        By kind.
    roads : str or GeoDataFrame
        Layer, file or table of roads; those that are shipped if empty.
    road : dict of str to Any
        What is said of the roads; see :data:`gisplan.analysis.travel.mode.ROAD_OPTIONS`.
    datum : str
        Of the coordinates in tables; WGS 84 if empty, and said so.
    aim : {"km", "hours"}
        What is kept least.
    iterations : int
        Steps of the search.
    seed : int
        Of the search.
    """

    stops: str | pd.DataFrame
    quantity: str
    depots: str | pd.DataFrame
    unloading: str | pd.DataFrame
    vehicles: tuple[VehicleAsked, ...]
    stop_min: float
    unload_min: float
    tonne_min: float = 0.0
    factor: float = 1.0
    adcode: str = ""
    split: bool = False
    depot_ids: tuple[str, ...] = ()
    unloading_ids: tuple[str, ...] = ()
    roads: str | gpd.GeoDataFrame = ""
    road: dict[str, Any] = field(default_factory=dict)
    datum: str = ""
    aim: Literal["km", "hours"] = "km"
    iterations: int = STEPS
    seed: int = 1


def read_route_file(path: Path) -> RouteFile:
    """Read the file of collection routes.

    Parameters
    ----------
    path : pathlib.Path
        TOML; docs/routes.md lists its keys.

    Returns
    -------
    RouteFile
        What it asks for.

    Raises
    ------
    DeclarationError
        If anything in it is wrong, each with file and key.
    """
    faults: list[Text] = []
    given = load(path, faults=faults)
    stops, depots, unloading = (given.table(key) for key in ("stops", "depots", "unloading"))
    vehicles = tuple(_vehicle(one) for one in given.tables("vehicles"))
    if not vehicles:
        given.fault("vehicles", "应至少有一个 [[vehicles]]", "needs one [[vehicles]] at least")
    asked = RouteFile(
        stops=_beside(path, stops.string("from")),
        quantity=stops.string("quantity"),
        factor=stops.number("factor", minimum=0.0) or 1.0,
        adcode=stops.string("adcode", ""),
        split=stops.boolean("split", False),
        stop_min=_needed(stops, "stop_min"),
        tonne_min=stops.number("tonne_min", minimum=0.0) or 0.0,
        depots=_beside(path, depots.string("from")),
        depot_ids=depots.strings("ids"),
        unloading=_beside(path, unloading.string("from")),
        unloading_ids=unloading.strings("ids"),
        unload_min=_needed(unloading, "minutes"),
        vehicles=vehicles,
        roads=_beside(path, given.string("roads", "")),
        road=given.mapping("road") if "road" in given else {},
        datum=given.string("datum", ""),
        aim="hours" if given.choice("aim", ("km", "hours"), "km") == "hours" else "km",
        iterations=given.integer("iterations", STEPS, minimum=1),
        seed=given.integer("seed", 1, minimum=0),
    )
    given.allow(("road",))
    for part in (stops, depots, unloading, given):
        part.finish()
    refuse(faults)
    return asked


def _beside(path: Path, own: str) -> str:
    return str(path.parent / own) if Path(own).suffix and (path.parent / own).exists() else own


def _needed(given: Declaration, key: str, *, above: bool = False) -> float:
    value = given.number(key, minimum=0.0)
    if value is None and key not in given:
        given.fault(key, "缺少这个键", "this key is missing")
    elif above and value is not None and not value > 0:
        given.fault(key, "应大于 0", "must be above 0")
    return value or 0.0


def _vehicle(given: Declaration) -> VehicleAsked:
    if "count" not in given:
        given.fault("count", "缺少这个键", "this key is missing")
    found = VehicleAsked(
        name=given.string("name"),
        count=given.integer("count", 1, minimum=1),
        capacity=_needed(given, "capacity", above=True),
        shift_h=_needed(given, "shift_h", above=True),
        depot=given.string("depot", ""),
    )
    given.finish()
    return found
