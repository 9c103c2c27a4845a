"""How one gets there, as a user asks for it: by distance, by roads or over a friction raster.

Roads, friction and speeds are each a layer of the workspace or a file of the user's.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import geopandas as gpd
import pandas as pd

from gisplan.analysis.coverage.by_travel_time import travel_mode
from gisplan.analysis.coverage.service_standard import ServiceStandard
from gisplan.analysis.travel import MEASURES, ByDistance, ByRoad, Measure, Mode
from gisplan.analysis.travel.joined_roads import joined_roads
from gisplan.analysis.travel.road_speed import line_speeds
from gisplan.api import load
from gisplan.api.journey import JourneyOptions, ReachOptions
from gisplan.catalog.layer import Layer
from gisplan.catalog.raster import ENDINGS, Raster
from gisplan.catalog.workspace import Workspace
from gisplan.errors import DataError, OptionError
from gisplan.text import Text

#: Metres within which the end of an added road is joined: the nodes of the shipped roads are
#: exact to 100 m, and the edges between them are straight.
_JOINED = 200.0

__all__ = [
    "JourneyOptions",
    "ReachOptions",
    "RoadReport",
    "counted_road_report",
    "mode",
    "road_report",
    "standard",
    "usual_kinds",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class RoadReport:
    """What the roads are like that a network was measured by.

    Attributes
    ----------
    components : pandas.DataFrame
        See :attr:`gisplan.analysis.travel.RoadGraph.components`.
    joins : pandas.DataFrame
        Loose ends that were joined; see :attr:`gisplan.analysis.travel.RoadGraph.snapped`.
    access : dict of str to pandas.DataFrame
        By ``demand`` and ``site``: ``id``, ``distance_m`` to the nearest road, ``line``
        (missing if none is near enough) and ``points``, how many there are: 1, but for demand
        that is read in parts, which is counted by distance.
    max_snap_m : float
        Greatest distance in metres from a point to a road.
    """

    components: pd.DataFrame
    joins: pd.DataFrame
    access: dict[str, pd.DataFrame]
    max_snap_m: float


def mode(options: JourneyOptions, *, place: Workspace, in_minutes: bool = False) -> Mode:
    """Make the mode that a user asks for.

    Parameters
    ----------
    options : JourneyOptions
        What is asked for.
    place : Workspace
        The workspace.
    in_minutes : bool
        Whether reach by road is asked for in minutes, not km.

    Returns
    -------
    Mode
        Distance, road or friction.

    Raises
    ------
    OptionError
        If options don't go together.
    FileError, DataError, DatumError, DeclarationError
        If a layer or file can't be used; it is named.
    """
    if options.by not in ("", "distance", "road"):
        raise OptionError(
            Text(
                f"--by 只能是 distance 或 road，不是 {options.by}",
                f"--by is distance or road, not {options.by}",
            )
        )
    if options.add_roads and (options.by != "road" or options.roads or options.friction):
        raise OptionError(
            Text(
                "--add-roads 把自己的道路接在自带的公路上，须与 --by road 同用，"
                "不与 --roads、--friction 同用",
                "--add-roads joins your roads to those that are shipped: it goes with --by road,"
                " not with --roads or --friction",
            )
        )
    if options.by == "road" and not options.friction:
        return _by_road(options, place, in_minutes=in_minutes)
    if options.by and (options.friction or options.roads):
        raise OptionError(
            Text(
                f"--by {options.by} 不能与 --friction、--roads 同用",
                f"--by {options.by} does not go with --friction or --roads",
            )
        )
    if not options.roads and (options.road or options.speeds):
        raise OptionError(
            Text(
                "写明了道路的速度、方向或接入方式，但没有给出道路，请加上 --roads",
                "speed, direction or access of roads is given, but no roads; add --roads",
            )
        )
    if not options.roads and not options.friction:
        return ByDistance(place.defaults.detour if options.detour is None else options.detour)
    if options.roads and options.friction:
        raise OptionError(
            Text("--roads 与 --friction 只能选一个", "give --roads or --friction, not both")
        )
    if options.detour is not None and options.detour != 1.0:
        raise OptionError(
            Text(
                "绕行系数只用于直线距离，不能与 --roads、--friction 同用",
                "a detour factor is for straight distances, not for --roads or --friction",
            )
        )
    roads = _table(options.roads, place) if options.roads else None
    if roads is not None and not isinstance(roads, gpd.GeoDataFrame):
        raise DataError(
            Text(f"{options.roads}：没有图形，不是道路", f"{options.roads}: no lines, no roads")
        )
    friction = _raster(options.friction, place) if options.friction else None
    speeds = _table(options.speeds, place) if options.speeds else None
    return travel_mode(roads, friction, speeds, options.road or None)


def _by_road(options: JourneyOptions, place: Workspace, *, in_minutes: bool) -> Mode:
    """Make the mode by the workspace's own roads, or by those that take their place.

    Parameters
    ----------
    options : JourneyOptions
        What is asked for.
    place : Workspace
        The workspace, with its roads and what it declares of them.
    in_minutes : bool
        Whether time is added up, not length.

    Returns
    -------
    Mode
        In minutes or km.
    """
    if options.detour is not None:
        raise OptionError(
            Text(
                "--detour 用于直线距离；按公路计算时，接入段的绕行系数写在 gisplan.toml 的 "
                "[defaults] access_detour",
                "--detour is for straight distances; by road the detour of access legs is "
                "access_detour in [defaults] of gisplan.toml",
            )
        )
    usual = place.defaults
    said: dict[str, object] = {
        "unit": "min" if in_minutes else "m",
        "max_snap_m": 1000 * usual.access_km,
        "detour": usual.access_detour,
        "access_kmh": usual.access_kmh,
        "direct": True,
    }
    if options.roads:
        roads = _table(options.roads, place)
    else:
        from gisplan.pipeline import catalogue

        listed = catalogue.load(place)
        roads = _layer(place.roles.layer("roads", listed.layers), place).table
        if "length_m" in roads.columns:
            said["length"] = "length_m"
        if options.add_roads:
            return _with_added(options, place, roads, said)
        if "kmh" not in roads.columns:
            said["speed"] = usual.road_kmh
    if not isinstance(roads, gpd.GeoDataFrame):
        raise DataError(
            Text(f"{options.roads}：没有图形，不是道路", f"{options.roads}: no lines, no roads")
        )
    speeds = _table(options.speeds, place) if options.speeds else None
    if speeds is not None:
        said.pop("speed", None)
    return travel_mode(roads, None, speeds, {**said, **options.road})


def _with_added(
    options: JourneyOptions, place: Workspace, roads: pd.DataFrame, said: dict[str, object]
) -> Mode:
    """Make the mode by the workspace's roads and a user's own, joined where they meet.

    Parameters
    ----------
    options : JourneyOptions
        What is asked for.
    place : Workspace
        The workspace, for speeds that are not said.
    roads : pandas.DataFrame
        The workspace's roads.
    said : dict
        What holds of the mode; see :data:`gisplan.analysis.travel.mode.ROAD_OPTIONS`.

    Returns
    -------
    Mode
        In minutes or km.
    """
    more = _table(options.add_roads, place)
    tables = []
    for name, table in ((place.roles.roads, roads), (options.add_roads, more)):
        if not isinstance(table, gpd.GeoDataFrame):
            raise DataError(Text(f"{name}：没有图形，不是道路", f"{name}: no lines, no roads"))
        tables.append(table)
    own = dict(options.road)
    joined = joined_roads(
        *tables,
        snap=float(own.pop("snap_m", _JOINED)),
        length="length_m" if "length" in said else None,
    )
    added = (joined["added"] == "yes").to_numpy()
    kmh = pd.Series(place.defaults.road_kmh, index=joined.index, dtype="float64")
    if "kmh" in roads.columns:
        kmh[~added] = joined.loc[~added, "kmh"].fillna(place.defaults.road_kmh)
    speed = own.pop("speed", "kmh" if "kmh" in more.columns or options.speeds else None)
    if isinstance(speed, str) or options.speeds:
        classes = _table(options.speeds, place) if options.speeds else None
        name = "class" if options.speeds and speed in (None, "kmh") else str(speed)
        kmh[added] = line_speeds(joined[added], name, classes)
    elif speed is not None:
        kmh[added] = float(speed)
    joined["kmh"] = kmh
    found = travel_mode(joined, None, None, {**said, **own, "speed": "kmh"})
    km = found.graph.length_km(added) if isinstance(found, ByRoad) else 0.0
    return replace(found, added_km=km) if isinstance(found, ByRoad) else found


def standard(
    reach: ReachOptions,
    *,
    place: Workspace,
    usual: Mapping[Measure, tuple[float, ...]],
    kinds: Sequence[str] = (),
) -> ServiceStandard:
    """Make the service standard that a user asks for.

    Parameters
    ----------
    reach : ReachOptions
        What is asked for.
    place : Workspace
        The workspace, for what is left out.
    usual : mapping of {"km", "min"} to tuple of float
        Reaches where none are asked for.
    kinds : sequence of str
        Kinds that count where none are asked for; all if empty.

    Returns
    -------
    ServiceStandard
        Nothing of it is left out.

    Raises
    ------
    OptionError
        If options don't go together, or a reach can't be.
    FileError, DataError, DatumError, DeclarationError
        If a layer or file can't be used; it is named.
    """
    by_road = reach.journey.by == "road"
    if reach.minutes is not None and reach.km is not None:
        raise OptionError(Text("--km 与 --minutes 只能选一个", "give --km or --minutes, not both"))
    if reach.minutes is not None and not (reach.journey.by_time or by_road):
        raise OptionError(
            Text(
                "--minutes 用于行程时间，请加上 --by road、--roads 或 --friction；按距离用 --km",
                "--minutes is for travel time: add --by road, --roads or --friction; for distance"
                " use --km",
            )
        )
    if reach.km is not None and reach.journey.by_time:
        raise OptionError(
            Text(
                "--km 用于直线距离，不能与 --roads、--friction 同用；行程时间用 --minutes",
                "--km is for straight distances, not for --roads or --friction; use --minutes",
            )
        )
    way = mode(reach.journey, place=place, in_minutes=reach.minutes is not None)
    told = reach.km if way.measure == "km" else reach.minutes
    reaches = usual[way.measure] if told is None else told
    if not reaches or not all(0 < far < math.inf for far in reaches):
        unit, words = MEASURES[way.measure], " ".join(f"{far:g}" for far in reaches)
        raise OptionError(
            Text(
                f"范围（{unit.zh}）应大于 0：{words}",
                f"reaches ({unit.en}) must be above 0: {words}",
            )
        )
    return ServiceStandard(
        mode=way,
        reaches=tuple(reaches),
        year=place.defaults.year if reach.year is None else reach.year,
        kinds=tuple(kinds if reach.kinds is None else reach.kinds),
    )


def usual_kinds(network: pd.DataFrame, *, place: Workspace) -> tuple[str, ...]:
    """Give the kinds of a workspace's network that count where none are asked for.

    Parameters
    ----------
    network : pandas.DataFrame
        Its sites, with ``kind``.
    place : Workspace
        The workspace, which declares them.

    Returns
    -------
    tuple of str
        Empty if no site stands.

    Raises
    ------
    OptionError
        If the network has none of a kind; it says where to name others.
    """
    if network.empty or "kind" not in network.columns:
        return ()
    missing = [kind for kind in place.defaults.kinds if kind not in set(network["kind"])]
    if missing:
        raise OptionError(
            Text(
                f"设施网络中没有默认计入的类型 {'、'.join(missing)}；请用 --kind 给出类型，"
                "或在 gisplan.toml 的 [defaults] 中写明 kinds",
                f"the network has no site of the kind {', '.join(missing)}, which counts by "
                "default; name kinds with --kind, or write kinds in [defaults] of gisplan.toml",
            )
        )
    return place.defaults.kinds


def road_report(
    chosen: Mode, demand: gpd.GeoDataFrame, sites: gpd.GeoDataFrame
) -> RoadReport | None:
    """Tell what the roads of a mode are like, and how far from them demand and sites lie.

    Parameters
    ----------
    chosen : Mode
        How one gets there.
    demand, sites : geopandas.GeoDataFrame
        Points with ``id``.

    Returns
    -------
    RoadReport or None
        None if the mode is not by road.
    """
    if not isinstance(chosen, ByRoad):
        return None
    graph, most = chosen.graph, chosen.trip.max_snap
    tables = {"demand": demand, "site": sites}
    return RoadReport(
        components=graph.components,
        joins=graph.snapped,
        access={
            name: graph.access(table, max_snap=most).assign(points=1)
            for name, table in tables.items()
        },
        max_snap_m=most,
    )


def counted_road_report(chosen: Mode, access: pd.DataFrame) -> RoadReport | None:
    """Tell what the roads of a mode are like, of demand that is read in parts.

    Parameters
    ----------
    chosen : Mode
        How one gets there.
    access : pandas.DataFrame
        See :func:`gisplan.analysis.coverage.road_access.road_access`.

    Returns
    -------
    RoadReport or None
        None if the mode is not by road.
    """
    if not isinstance(chosen, ByRoad):
        return None
    told = access.assign(line=access["reason"].map(lambda why: None if why == "off_road" else ""))
    return RoadReport(
        components=chosen.graph.components,
        joins=chosen.graph.snapped,
        access={
            name: told.loc[told["of"] == name, ["id", "distance_m", "line", "points"]]
            for name in ("demand", "site")
        },
        max_snap_m=chosen.trip.max_snap,
    )


def _layer(name: str, place: Workspace) -> Layer:
    return load.load_layer(name, place=place)


def _table(name: str, place: Workspace) -> pd.DataFrame:
    path = Path(name)
    if not path.suffix:
        layer = _layer(name, place)
        if layer.raster is not None:
            raise DataError(
                Text(f"图层 {name} 是栅格，这里要用表", f"layer {name} is a raster, not a table")
            )
        return layer.table
    from gisplan.read import read

    table = read(path)
    # a table's cells are texts as they are read; numbers are made of them where they are needed
    return table.reset_index(drop=True)


def _raster(name: str, place: Workspace) -> Raster:
    path = Path(name)
    if not path.suffix:
        found = _layer(name, place).raster
        if found is None:
            raise DataError(
                Text(f"图层 {name} 不是栅格", f"layer {name} is no raster"),
            )
        return found
    if path.suffix.lower() not in ENDINGS:
        endings = "、".join(ENDINGS)
        raise OptionError(
            Text(
                f"{name} 不是栅格文件，可用 {endings}",
                f"{name} is no raster file; there are {endings.replace('、', ', ')}",
            )
        )
    from gisplan.read import raster

    return raster.opened(path)
