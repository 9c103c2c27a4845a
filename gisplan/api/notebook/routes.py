"""Collection routes of tables of one's own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal

import geopandas as gpd
import pandas as pd

from gisplan.api.notebook.asked import Folder, in_language, language, place_of
from gisplan.api.notebook.routes_answer import RoutesAnswer, routes_answer
from gisplan.api.sites.collection import collection_routes as planned
from gisplan.api.sites.route_file import STEPS, RouteFile, VehicleAsked
from gisplan.errors import OptionError
from gisplan.text import Lang, Text

_KEYS = ("name", "count", "capacity", "shift_h")


@in_language
def collection_routes(
    stops: str | pd.DataFrame,
    depots: str | pd.DataFrame,
    unloading: str | pd.DataFrame,
    *,
    vehicles: Sequence[Mapping[str, Any]],
    quantity: str,
    stop_min: float,
    unload_min: float,
    tonne_min: float = 0.0,
    factor: float = 1.0,
    split: bool = False,
    roads: str | gpd.GeoDataFrame = "",
    road: Mapping[str, Any] | None = None,
    aim: Literal["km", "hours"] = "km",
    iterations: int = STEPS,
    seed: int = 1,
    workspace: Folder = None,
    lang: Lang | None = None,
) -> RoutesAnswer:
    """Plan which vehicle collects which stops in which order, along roads.

    Parameters
    ----------
    stops : str or DataFrame
        Layer, file or table: points, or columns ``lon`` and ``lat`` (WGS 84), with the quantity.
    depots : str or DataFrame
        Where vehicles start and end.
    unloading : str or DataFrame
        Where they unload.
    vehicles : sequence of mapping
        ``name``, ``count``, ``capacity`` (t), ``shift_h`` (hours) and, where there are several
        depots, the id of its ``depot``.
    quantity : str
        Column of the stops: what is collected in one round.
    stop_min : float
        Minutes that each stop takes.
    unload_min : float
        Minutes that unloading takes, each time.
    tonne_min : float
        Minutes that each tonne takes beside.
    factor : float
        Tonnes of one of the quantity.
    split : bool
        Whether what is more than the largest vehicle holds is collected in several parts.
    roads : str or GeoDataFrame
        Layer, file or table of roads; the workspace's if empty.
    road : mapping, optional
        What is said of them, such as ``speed``, ``max_snap_m`` and ``access_kmh``.
    aim : {"km", "hours"}
        What is kept least, once stops are served.
    iterations : int
        Steps of the search.
    seed : int
        Of the search.
    workspace : str, pathlib.Path or Workspace, optional
        The current folder's if left out.
    lang : {"zh", "en"}, optional
        Language of the answer; that of the workspace if left out.

    Returns
    -------
    RoutesAnswer
        ``.rounds``, also ``.table`` (lines along the roads, with km, hours, loads), ``.visits`` (in
        order) and ``.unserved`` (with the reason); ``.map()`` is the page of the command.

    Raises
    ------
    OptionError
        If PyVRP is not installed, or an option can't be.
    DataError, DatumError, FileError, DeclarationError
        If a table or layer can't be used.

    Examples
    --------
    >>> import geopandas as gpd
    >>> import shapely
    >>> import gisplan as gp
    >>> road = gpd.GeoDataFrame(
    ...     {"kmh": [40]}, geometry=[shapely.LineString([(104, 36), (104.4, 36)])], crs=4326
    ... )
    >>> at = lambda *lon: gpd.points_from_xy(lon, [36] * len(lon))
    >>> told = gp.collection_routes(
    ...     gpd.GeoDataFrame({"t": [3, 4]}, geometry=at(104.2, 104.3), crs=4326),
    ...     gpd.GeoDataFrame(geometry=at(104), crs=4326),
    ...     gpd.GeoDataFrame(geometry=at(104.1), crs=4326),
    ...     vehicles=[{"name": "8 t", "count": 1, "capacity": 8, "shift_h": 8}],
    ...     quantity="t",
    ...     stop_min=10,
    ...     unload_min=15,
    ...     roads=road,
    ...     iterations=50,
    ... )
    >>> told.rounds[["vehicle", "stops", "tonnes", "km"]].round(1)
      vehicle  stops  tonnes    km
    0     8 t      2     7.0  54.2
    """
    place = place_of(workspace)
    told = planned(
        RouteFile(
            stops=stops,
            quantity=quantity,
            factor=factor,
            split=split,
            stop_min=stop_min,
            tonne_min=tonne_min,
            depots=depots,
            unloading=unloading,
            unload_min=unload_min,
            vehicles=tuple(map(_vehicle, vehicles)),
            roads=roads,
            road=dict(road or {}),
            aim=aim,
            iterations=iterations,
            seed=seed,
        ),
        place=place,
    )
    return routes_answer(told, place=place, lang=language(lang, place))


def _vehicle(given: Mapping[str, Any]) -> VehicleAsked:
    lacking = [key for key in _KEYS if key not in given]
    if lacking:
        names = ", ".join(lacking)
        raise OptionError(
            Text(f"车辆缺少：{names}", f"vehicles lack {names}: nothing is assumed of them")
        )
    return VehicleAsked(**dict(given))
