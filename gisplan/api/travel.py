"""How one gets there, as a user asks for it: by distance, by roads or over a friction raster.

Roads, friction and speeds are each a layer of the workspace or a file of the user's.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import geopandas as gpd
import pandas as pd

from gisplan.analysis.coverage.by_travel_time import travel_mode
from gisplan.analysis.travel import ByDistance, ByRoad, Mode
from gisplan.api import load
from gisplan.api.journey import JourneyOptions
from gisplan.catalog.layer import Layer
from gisplan.catalog.raster import ENDINGS, Raster
from gisplan.catalog.workspace import Workspace
from gisplan.errors import DataError, OptionError
from gisplan.text import Text

__all__ = ["JourneyOptions", "RoadReport", "mode", "road_report"]


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
        By ``demand`` and ``site``: ``id``, ``distance_m`` to the nearest road, ``line``.
    max_snap_m : float
        Greatest distance in metres from a point to a road.
    """

    components: pd.DataFrame
    joins: pd.DataFrame
    access: dict[str, pd.DataFrame]
    max_snap_m: float


def mode(options: JourneyOptions, *, place: Workspace) -> Mode:
    """Make the mode that a user asks for.

    Parameters
    ----------
    options : JourneyOptions
        What is asked for.
    place : Workspace
        The workspace.

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
    if not options.roads and (options.road or options.speeds):
        raise OptionError(
            Text(
                "写明了道路的速度、方向或接入方式，但没有给出道路，请加上 --roads",
                "speed, direction or access of roads is given, but no roads; add --roads",
            )
        )
    if not options.roads and not options.friction:
        return ByDistance(options.detour)
    if options.roads and options.friction:
        raise OptionError(
            Text("--roads 与 --friction 只能选一个", "give --roads or --friction, not both")
        )
    if options.detour != 1.0:
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
        access={name: graph.access(table, max_snap=most) for name, table in tables.items()},
        max_snap_m=most,
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
