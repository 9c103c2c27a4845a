"""How one gets there: one way of asking for reach, whatever it is measured by.

The one place where the table of demand point, site and cost is made for a chosen mode. What
asks for coverage or siting takes a :class:`Mode` and need not know which.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, Protocol, TypedDict, cast

import geopandas as gpd
import pandas as pd

from gisplan.analysis.travel.distance import geodesic
from gisplan.analysis.travel.friction import Friction
from gisplan.analysis.travel.friction_speeds import class_key
from gisplan.analysis.travel.od_matrix import Reach
from gisplan.analysis.travel.road_lengths import stated_lengths
from gisplan.analysis.travel.road_speed import line_speeds
from gisplan.analysis.travel.roads import RoadGraph
from gisplan.analysis.travel.trip import Trip
from gisplan.errors import OptionError
from gisplan.text import Text

#: What a person counts reach in.
Measure = Literal["km", "min"]

MEASURES: Mapping[Measure, Text] = {
    "km": Text("千米", "km"),
    "min": Text("分钟", "min"),
}
#: Metres of a kilometre: reach is asked for in the one and found in the other.
M_PER_KM = 1000.0
_ROADS = "roads"
#: What a declaration or a command may say of roads, with what holds if it does not.
ROAD_OPTIONS: Mapping[str, Any] = {
    "speed": "kmh",
    "oneway": None,
    "snap_m": 0.0,
    "max_snap_m": 1000.0,
    "access_kmh": 5.0,
    "to": "site",
    "unit": "min",
    "length": None,
    "detour": 1.0,
    "direct": False,
}


class RoadOptions(TypedDict, total=False):
    """What a declaration may say of roads; see :func:`by_road`."""

    speed: str | float
    oneway: str | None
    snap_m: float
    max_snap_m: float
    access_kmh: float | None
    to: Literal["site", "demand"]
    unit: Literal["min", "m"]
    length: str | None
    detour: float
    direct: bool


class Mode(Protocol):
    """A way of reaching sites.

    Attributes
    ----------
    measure : {"km", "min"}
        What limits are given in.
    title : Text
        How the cost is found, for people.
    """

    @property
    def measure(self) -> Measure:
        """What limits are given in."""
        ...

    @property
    def title(self) -> Text:
        """How the cost is found, for people."""
        ...

    def reach(
        self,
        demand: gpd.GeoDataFrame,
        sites: gpd.GeoDataFrame,
        *,
        limit: float,
        nearest: int | None = None,
    ) -> Reach:
        """Find the sites within ``limit`` (in ``measure``) of each demand point.

        Parameters
        ----------
        demand : geopandas.GeoDataFrame
            Points with a unique column ``id``, in any CRS.
        sites : geopandas.GeoDataFrame
            Points with a unique column ``id``, in any CRS.
        limit : float
            Greatest cost, in km or minutes.
        nearest : int, optional
            How many sites to keep of each demand point, the cheapest; all if left out.
        """
        ...


def in_cost(mode: Mode, limit: float) -> float:
    """Give a limit in the unit of the costs of the mode's pairs: metres or minutes.

    Parameters
    ----------
    mode : Mode
        How one gets there.
    limit : float
        Limit in the mode's measure, km or minutes.

    Returns
    -------
    float
        Metres if the mode measures km, else minutes.

    Examples
    --------
    >>> from gisplan.analysis.travel import ByDistance, in_cost
    >>> in_cost(ByDistance(), 20)
    20000.0
    """
    return limit * M_PER_KM if mode.measure == "km" else float(limit)


@dataclass(frozen=True, slots=True)
class ByDistance:
    """Reach by the geodesic on the ellipsoid.

    Attributes
    ----------
    detour : float
        Factor from the geodesic to the way that is really gone, at least 1.
    """

    detour: float = 1.0

    @property
    def measure(self) -> Measure:
        """Kilometres.

        Returns
        -------
        Measure
            Always ``km``.
        """
        return "km"

    @property
    def title(self) -> Text:
        """How the cost is found.

        Returns
        -------
        Text
            Words for legends and reports, with the detour.
        """
        return Text(f"椭球面直线距离 × {self.detour:g}", f"geodesic distance x {self.detour:g}")

    def reach(
        self,
        demand: gpd.GeoDataFrame,
        sites: gpd.GeoDataFrame,
        *,
        limit: float,
        nearest: int | None = None,
    ) -> Reach:
        """Find the pairs; see :func:`gisplan.analysis.travel.distance`. ``limit`` in km.

        Parameters
        ----------
        demand : geopandas.GeoDataFrame
            Points with a unique column ``id``, in any CRS.
        sites : geopandas.GeoDataFrame
            Points with a unique column ``id``, in any CRS.
        limit : float
            Greatest length in km, the detour included.
        nearest : int, optional
            How many sites to keep of each demand point, the cheapest; all if left out.

        Returns
        -------
        Reach
            Pairs with their length in metres, the detour included.
        """
        return geodesic(
            demand, sites, limit=in_cost(self, limit), detour=self.detour, nearest=nearest
        )


@dataclass(frozen=True, slots=True)
class RoadSource:
    """What :func:`by_road` made a mode from: it can be written to files.

    Attributes
    ----------
    roads : geopandas.GeoDataFrame
        Lines with ``kmh`` and, where it is said, ``oneway`` and ``length_m``.
    options : mapping
        Of :data:`ROAD_OPTIONS`.
    """

    roads: gpd.GeoDataFrame
    options: RoadOptions


@dataclass(frozen=True, slots=True)
class ByRoad:
    """Reach by length or travel time through a road graph.

    Attributes
    ----------
    graph : RoadGraph
        The roads.
    trip : Trip
        In minutes or metres.
    added_km : float
        Length of the user's own roads in the graph, beside those of the workspace.
    made_from : RoadSource, optional
        From which another process makes the same; None where the graph was given.
    """

    graph: RoadGraph
    trip: Trip
    added_km: float = 0.0
    made_from: RoadSource | None = None

    @property
    def measure(self) -> Measure:
        """What is added up.

        Returns
        -------
        Measure
            ``km`` if lengths are, else ``min``.
        """
        return "km" if self.trip.unit == "m" else "min"

    @property
    def title(self) -> Text:
        """How the cost is found.

        Returns
        -------
        Text
            Words for legends and reports, with distance and speed of the legs off the road.
        """
        said = self._way
        if not self.added_km:
            return said
        return Text(
            f"{said.zh}；已接入自有道路 {self.added_km:,.1f} 千米",
            f"{said.en}; with {self.added_km:,.1f} km of your own roads joined",
        )

    @property
    def _way(self) -> Text:
        trip = self.trip
        if trip.unit == "m":
            most, detour = trip.max_snap / M_PER_KM, trip.detour
            return Text(
                f"公路里程，接入道路不超过 {most:g} 千米，按直线 × {detour:g} 计",
                f"distance by road, at most {most:g} km from it, those straight x {detour:g}",
            )
        if trip.direct:
            most, speeds = trip.max_snap / M_PER_KM, sorted(set(self.graph.noded.edges["kmh"]))
            said = f"{speeds[0]:g}" if len(speeds) == 1 else f"{speeds[0]:g}–{speeds[-1]:g}"
            return Text(
                f"公路行程时间，公路 {said} 千米/小时，接入道路不超过 {most:g} 千米，"
                f"按直线 × {trip.detour:g}、{trip.access_kmh:g} 千米/小时计",
                f"travel time by road at {said} km/h, at most {most:g} km from it, "
                f"those straight x {trip.detour:g} at {trip.access_kmh:g} km/h",
            )
        return Text(
            f"路网行程时间，接入道路不超过 {trip.max_snap:g} 米、{trip.access_kmh:g} 千米/小时",
            f"travel time by road, at most {trip.max_snap:g} m from it at {trip.access_kmh:g} km/h",
        )

    def reach(
        self,
        demand: gpd.GeoDataFrame,
        sites: gpd.GeoDataFrame,
        *,
        limit: float,
        nearest: int | None = None,
    ) -> Reach:
        """Find the pairs; see :meth:`gisplan.analysis.travel.RoadGraph.reach`.

        Parameters
        ----------
        demand : geopandas.GeoDataFrame
            Points with a unique column ``id``, in any CRS.
        sites : geopandas.GeoDataFrame
            Points with a unique column ``id``, in any CRS.
        limit : float
            Greatest length in km or time in minutes, the legs off the road included.
        nearest : int, optional
            How many sites to keep of each demand point, the cheapest; all if left out.

        Returns
        -------
        Reach
            Pairs with their length in metres or time in minutes, and what can't be reached at all.
        """
        most = in_cost(self, limit)
        return self.graph.reach(demand, sites, limit=most, trip=self.trip, nearest=nearest)


@dataclass(frozen=True, slots=True)
class ByFriction:
    """Reach by least-cost travel time over a friction raster.

    Attributes
    ----------
    friction : Friction
        What a metre costs in each cell.
    """

    friction: Friction

    @property
    def measure(self) -> Measure:
        """Minutes.

        Returns
        -------
        Measure
            Always ``min``.
        """
        return "min"

    @property
    def title(self) -> Text:
        """How the cost is found.

        Returns
        -------
        Text
            Words for legends and reports.
        """
        return Text("阻力栅格上的最少行程时间", "least travel time over a friction raster")

    def reach(
        self,
        demand: gpd.GeoDataFrame,
        sites: gpd.GeoDataFrame,
        *,
        limit: float,
        nearest: int | None = None,
    ) -> Reach:
        """Find the pairs; see :meth:`gisplan.analysis.travel.Friction.reach`.

        Parameters
        ----------
        demand : geopandas.GeoDataFrame
            Points with a unique column ``id``, in any CRS.
        sites : geopandas.GeoDataFrame
            Points with a unique column ``id``, in any CRS.
        limit : float
            Greatest time in minutes.
        nearest : int, optional
            How many sites to keep of each demand point, the cheapest; all if left out.

        Returns
        -------
        Reach
            Pairs with their time in minutes, and what can't be reached at all.
        """
        return self.friction.reach(demand, sites, limit=limit, nearest=nearest)


def by_road(
    roads: gpd.GeoDataFrame,
    *,
    speeds: pd.DataFrame | None = None,
    options: Mapping[str, Any] | None = None,
) -> ByRoad:
    """Make a mode of road lines and what is said of them.

    Parameters
    ----------
    roads : geopandas.GeoDataFrame
        Lines in any coordinate reference system.
    speeds : pandas.DataFrame, optional
        Columns ``class`` and ``kmh``; where it also has ``layer``, its rows of ``roads`` count.
        Then ``speed`` is the column of the class.
    options : mapping, optional
        Any of :data:`ROAD_OPTIONS`: ``speed`` (column of km/h or of the class, or one speed for
        all), ``oneway`` (column), ``snap_m`` (join loose ends within), ``max_snap_m`` (from a
        point to its road), ``access_kmh`` (speed of that leg), ``to`` (``site`` or ``demand``),
        ``unit`` (``min``, or ``m`` for lengths, which need no speed), ``length`` (column of metres
        that lines stand for), ``detour`` (of the legs off the road), ``direct`` (see
        :class:`gisplan.analysis.travel.Trip`).

    Returns
    -------
    ByRoad
        The graph, and how one gets to it and through it.

    Raises
    ------
    DataError, DatumError, OptionError
        If the roads or an option can't be used.

    Examples
    --------
    >>> import geopandas as gpd
    >>> import shapely
    >>> from gisplan.analysis.travel import by_road
    >>> roads = gpd.GeoDataFrame(
    ...     {"kmh": [60]}, geometry=[shapely.LineString([(104, 36), (104.5, 36)])], crs=4326
    ... )
    >>> mode = by_road(roads, options={"speed": "kmh", "max_snap_m": 2000, "access_kmh": 20})
    >>> towns = gpd.GeoDataFrame(
    ...     {"id": ["a"]}, geometry=gpd.points_from_xy([104.4], [36]), crs=4326
    ... )
    >>> sites = gpd.GeoDataFrame(
    ...     {"id": ["S"]}, geometry=gpd.points_from_xy([104], [36]), crs=4326
    ... )
    >>> mode.reach(towns, sites, limit=60).pairs.round(1)
      demand site  cost
    0      a    S  36.1
    """
    given = dict(options or {})
    unknown = sorted(set(given) - set(ROAD_OPTIONS))
    if unknown:
        names = ", ".join(ROAD_OPTIONS)
        raise OptionError(
            Text(
                f"道路参数中没有 {'、'.join(unknown)}，可用的有：{names}",
                f"roads take no {', '.join(unknown)}; there are: {names}",
            )
        )
    said = {**ROAD_OPTIONS, **({"speed": "class"} if speeds is not None else {}), **given}
    if speeds is not None and "layer" in speeds.columns:
        speeds = speeds[speeds["layer"] == _ROADS]
    if speeds is not None and "class" in speeds.columns and said["speed"] in roads.columns:
        # the code 1 of a shapefile is the class "1" of a table
        speeds = speeds.assign(**{"class": [class_key(one) for one in speeds["class"]]})
        roads = roads.assign(**{said["speed"]: [class_key(one) for one in roads[said["speed"]]]})
    if said["unit"] == "m" and speeds is None and "speed" not in given:
        said["speed"] = 1.0  # lengths are added up, and no speed is asked for
    graph = RoadGraph.from_lines(
        roads,
        speed=said["speed"],
        classes=speeds,
        oneway=said["oneway"],
        length=said["length"],
        snap=said["snap_m"],
    )
    trip = Trip(
        max_snap=said["max_snap_m"],
        access_kmh=said["access_kmh"],
        unit=said["unit"],
        detour=said["detour"],
        direct=said["direct"],
        to=said["to"],
    )
    return ByRoad(graph, trip, made_from=_source(roads, speeds, said))


def _source(
    roads: gpd.GeoDataFrame, speeds: pd.DataFrame | None, said: Mapping[str, Any]
) -> RoadSource:
    """Keep of roads what counts, in columns that any file can hold.

    Parameters
    ----------
    roads : geopandas.GeoDataFrame
        Lines.
    speeds : pandas.DataFrame or None
        Speeds by class.
    said : mapping
        Options, all of them.

    Returns
    -------
    RoadSource
        From which the same mode is made.
    """
    columns: dict[str, Any] = {"kmh": line_speeds(roads, said["speed"], speeds)}
    if said["oneway"] is not None:
        words = roads[said["oneway"]]
        columns["oneway"] = [None if pd.isna(word) else class_key(word) for word in words]
    if said["length"] is not None:
        columns["length_m"] = stated_lengths(roads, said["length"])
    names = {"speed": "kmh", "oneway": "oneway", "length": "length_m"}
    options = {**said, **{key: name for key, name in names.items() if name in columns}}
    lines = gpd.GeoDataFrame(columns, geometry=roads.geometry.to_numpy(), crs=roads.crs)
    return RoadSource(lines, cast("RoadOptions", options))
