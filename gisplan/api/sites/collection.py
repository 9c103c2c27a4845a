"""Collection routes for a workspace's roads: what is read, what is planned, what is told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import geopandas as gpd
import numpy as np
import pandas as pd

from gisplan.analysis import collection
from gisplan.analysis.collection import CollectionPlan, CollectionTask, RouteVehicle
from gisplan.analysis.travel import ByRoad, by_road
from gisplan.analysis.travel.road_paths import road_paths
from gisplan.api import load
from gisplan.api import travel as journeys
from gisplan.api.journey import JourneyOptions
from gisplan.api.notebook.own_tables import points
from gisplan.api.sites.route_file import RouteFile
from gisplan.api.sites.route_limits import check_ways, left_words
from gisplan.arrays import Floats
from gisplan.catalog import workspace
from gisplan.catalog.layer import Source
from gisplan.catalog.workspace import Workspace
from gisplan.catalog.worth import Worth
from gisplan.errors import DataError, FileError, OptionError
from gisplan.pipeline import catalogue
from gisplan.text import Text

#: Headings of tables that are understood in the place of the columns' names.
_HEADINGS = {"编号": "id", "名称": "name", "经度": "lon", "纬度": "lat"}
#: Columns that are no quantity.
_OWN = {"id", "name", "name_zh", "name_en", "lon", "lat", "geometry"}
#: Of tables of one's own.
_GIVEN = (Source(title=Text("所给的表", "table given")),)
_PARTS = {
    "stops": Text("收集点（stops）", "the stops"),
    "depots": Text("车场（depots）", "the depots"),
    "unloading": Text("卸料点（unloading）", "the places to unload"),
}


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class CollectionRoutes:
    """Collection routes, with what they were planned from.

    Attributes
    ----------
    plan : CollectionPlan
        The rounds, as numbers of places.
    task : CollectionTask
        Ways, stops and vehicles.
    rounds : geopandas.GeoDataFrame
        A row and a line along the roads for each; see
        :func:`gisplan.analysis.collection.round_rows`.
    visits : geopandas.GeoDataFrame
        A row and a point for each visit in order; see
        :func:`gisplan.analysis.collection.stop_rows`.
    unserved : geopandas.GeoDataFrame
        The stops not served, with why.
    places : geopandas.GeoDataFrame
        Depots, unloading places and stops: ``id``, names, ``part``.
    asked : RouteFile
        What was asked for.
    how : Text
        How the way was found.
    told : tuple of Text
        What was assumed or left out in reading.
    sources : tuple of Source
        Where stops, depots, places to unload and roads come from.
    worth : Worth, optional
        What the amounts are worth, if the list of stops may lack some.
    """

    plan: CollectionPlan
    task: CollectionTask
    rounds: gpd.GeoDataFrame
    visits: gpd.GeoDataFrame
    unserved: gpd.GeoDataFrame
    places: gpd.GeoDataFrame
    asked: RouteFile
    how: Text
    told: tuple[Text, ...]
    sources: tuple[Source, ...] = ()
    worth: Worth | None = None


def collection_routes(asked: RouteFile, *, place: Workspace | None = None) -> CollectionRoutes:
    """Plan collection routes along the roads.

    Parameters
    ----------
    asked : RouteFile
        As :func:`gisplan.api.sites.route_file.read_route_file` gives it.
    place : Workspace, optional
        The workspace of the current folder if left out.

    Returns
    -------
    CollectionRoutes
        Rounds, visits, and what is not served.

    Raises
    ------
    OptionError
        If PyVRP is not installed, or an option can't be.
    FileError, DataError, DatumError, DeclarationError
        If stops, depots, places to unload or roads can't be used.
    """
    collection.require_pyvrp()
    place = place or workspace.find()
    told: list[Text] = []
    read = {
        part: _read(name, _PARTS[part], place)
        for part, name in (
            ("depots", asked.depots),
            ("unloading", asked.unloading),
            ("stops", asked.stops),
        )
    }
    depots = _places(read, "depots", asked.datum, told, ids=asked.depot_ids)
    tips = _places(read, "unloading", asked.datum, told, ids=asked.unloading_ids)
    stops = _places(read, "stops", asked.datum, told)
    if asked.adcode:
        stops = _inside(stops, asked.adcode)
    tonnes = _tonnes(stops, asked.quantity) * asked.factor
    none = tonnes == 0
    if none.any():
        told.append(
            Text(
                f"{int(none.sum())} 个收集点没有量，不去",
                f"{int(none.sum())} stop(s) have nothing to collect and are not visited",
            )
        )
    stops, tonnes = stops[~none], tonnes[~none]
    if not len(stops):
        raise DataError(Text("没有要收集的量", "there is nothing to collect"))
    if asked.split:
        stops, tonnes = _split(stops, tonnes, max(each.capacity for each in asked.vehicles))
    parts = [depots, tips, stops]
    places = pd.concat(
        [
            table.assign(part=part)[["id", "name_zh", "name_en", "part", "geometry"]]
            for part, table in zip(("depots", "unloading", "stops"), parts, strict=True)
        ],
        ignore_index=True,
    )
    road = _roads(asked, place)
    numbered = gpd.GeoDataFrame(places.assign(id=[str(at) for at in range(len(places))]))
    paths = road_paths(road.graph, numbered, trip=road.trip)
    task = CollectionTask(
        km=paths.km,
        minutes=paths.minutes,
        depots=len(depots),
        unloading=len(tips),
        tonnes=tonnes,
        stop_minutes=asked.stop_min + asked.tonne_min * tonnes,
        unload_minutes=asked.unload_min,
        vehicles=_vehicles(asked, depots["id"].tolist()),
        aim=asked.aim,
        off_road=paths.feet.edge < 0,
    )
    told += check_ways(task, places, road.trip.max_snap)
    plan = collection.plan_routes(task, iterations=asked.iterations, seed=asked.seed)
    told += left_words(task, plan, asked)
    visits = collection.stop_rows(task, plan, places)
    rounds = collection.round_rows(task, visits)
    left = collection.unserved_rows(task, plan, places)
    at = [number for each in plan.rounds for number in each.places]
    missed = [task.first + stop for stop in plan.unserved]
    shapes = places.geometry
    return CollectionRoutes(
        plan=plan,
        task=task,
        rounds=collection.route_lines(plan, paths, rounds),
        visits=gpd.GeoDataFrame(visits, geometry=shapes.iloc[at].to_numpy(), crs=4326),
        unserved=gpd.GeoDataFrame(left, geometry=shapes.iloc[missed].to_numpy(), crs=4326),
        places=gpd.GeoDataFrame(places, crs=4326),
        asked=asked,
        how=road.title,
        told=tuple(told),
        sources=_sources(read, asked.roads, place),
        worth=read["stops"].worth,
    )


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Read:
    table: pd.DataFrame
    sources: tuple[Source, ...]
    worth: Worth | None = None


def _sources(
    read: Mapping[str, _Read], roads: str | gpd.GeoDataFrame, place: Workspace
) -> tuple[Source, ...]:
    every = [source for one in read.values() for source in one.sources]
    if not isinstance(roads, str):
        every += _GIVEN
    elif Path(roads).suffix:
        every.append(_of_file(roads))
    else:
        listed = catalogue.load(place).layers
        every += listed[roads or place.roles.layer("roads", listed)].sources
    return tuple(dict.fromkeys(every))


def _of_file(name: str) -> Source:
    return Source(title=Text(Path(name).name, Path(name).name))


def _roads(asked: RouteFile, place: Workspace) -> ByRoad:
    if not isinstance(asked.roads, str):
        return by_road(asked.roads, options={**asked.road, "unit": "min"})
    options = JourneyOptions(by="road", roads=asked.roads, road=asked.road)
    return cast("ByRoad", journeys.mode(options, place=place, in_minutes=True))


def _vehicles(asked: RouteFile, depots: list[str]) -> tuple[RouteVehicle, ...]:
    found = []
    names = [each.name for each in asked.vehicles]
    if twice := {name for name in names if names.count(name) > 1}:
        raise OptionError(
            Text(f"车型重名：{'、'.join(twice)}", f"vehicles share a name: {', '.join(twice)}")
        )
    for each in asked.vehicles:
        depot = each.depot or (depots[0] if len(depots) == 1 else "")
        if depot not in depots:
            known = ", ".join(depots)
            raise OptionError(
                Text(
                    f"车型 {each.name} 的 depot 应为其中之一：{known}",
                    f"depot of the vehicles {each.name} must be one of: {known}",
                )
            )
        found.append(
            RouteVehicle(
                name=each.name,
                count=each.count,
                capacity=each.capacity,
                shift_h=each.shift_h,
                depot=depots.index(depot),
            )
        )
    return tuple(found)


def _places(
    read: Mapping[str, _Read],
    part: str,
    datum: str,
    told: list[Text],
    *,
    ids: tuple[str, ...] = (),
) -> gpd.GeoDataFrame:
    """Make points of a table, with id and names.

    Parameters
    ----------
    read : mapping of str to _Read
        What was read, by part.
    part : str
        Of :data:`_PARTS`.
    datum : str
        Of coordinates in a table.
    told : list of Text
        What is assumed is added to it.
    ids : tuple of str
        Which rows; all if empty.

    Returns
    -------
    geopandas.GeoDataFrame
        In EPSG:4326.
    """
    title = _PARTS[part]
    table = read[part].table.rename(columns=_HEADINGS)
    if isinstance(table, gpd.GeoDataFrame) and table.geometry.notna().any():
        found = table.to_crs(4326)
    else:
        if not datum:
            said = Text(
                f"{title.zh}的坐标按 WGS 84 计（未写 datum）",
                f"coordinates of {title.en} are taken as WGS 84 (no datum is given)",
            )
            told.append(said)
        found = points(pd.DataFrame(table), datum=datum or "wgs84")
    if "id" not in found:
        found["id"] = [str(row) for row in range(1, len(found) + 1)]
    found["id"] = found["id"].astype("str")
    for lang in ("zh", "en"):
        own = found.get(f"name_{lang}", found.get("name", found["id"]))
        found[f"name_{lang}"] = own.fillna(found["id"]).astype("str")
    if ids:
        lacking = [each for each in ids if each not in set(found["id"])]
        if lacking:
            raise OptionError(
                Text(
                    f"{title.zh}没有编号 {'、'.join(lacking)}",
                    f"{title.en} have no id {', '.join(lacking)}",
                )
            )
        found = found.set_index("id", drop=False).loc[list(ids)]
    _require_places(found, title)
    return gpd.GeoDataFrame(found.reset_index(drop=True))


def _read(name: str | pd.DataFrame, title: Text, place: Workspace) -> _Read:
    if isinstance(name, pd.DataFrame):
        return _Read(table=name.reset_index(drop=True), sources=_GIVEN)
    if not Path(name).suffix:
        layer = load.load_layer(name, place=place)
        return _Read(table=layer.table, sources=layer.spec.sources, worth=layer.worth)
    from gisplan.read import read

    if not Path(name).is_file():
        raise FileError(
            Text(
                f"{title.zh}：没有文件 {name}（相对声明文件所在的文件夹，或当前文件夹）",
                f"{title.en}: there is no file {name} (beside the declaration, or in the current "
                "folder)",
            )
        )
    return _Read(table=read(Path(name)).reset_index(drop=True), sources=(_of_file(name),))


def _require_places(table: gpd.GeoDataFrame, title: Text) -> None:
    twice = table.loc[table["id"].duplicated(), "id"].tolist()
    lost = table.loc[table.geometry.isna() | table.geometry.is_empty, "id"].tolist()
    for ids, zh, en in (
        (twice, "编号重复", "ids that stand twice"),
        (lost, "没有位置", "ids without a place"),
    ):
        if ids:
            names = ", ".join(map(str, ids[:5]))
            raise DataError(Text(f"{title.zh}{zh}：{names}", f"{title.en}: {en}: {names}"))


def _split(stops: gpd.GeoDataFrame, tonnes: Floats, most: float) -> tuple[gpd.GeoDataFrame, Floats]:
    """Divide what no vehicle holds into equal parts, each a stop of its own.

    Parameters
    ----------
    stops : geopandas.GeoDataFrame
        The stops.
    tonnes : array of float
        At each.
    most : float
        Tonnes that the largest vehicle holds.

    Returns
    -------
    stops : geopandas.GeoDataFrame
        A row a part.
    tonnes : array of float
        Of each part.
    """
    parts = np.ceil(tonnes / most - 1e-9).astype(np.intp)
    rows = np.repeat(np.arange(len(stops)), parts)
    number = np.concatenate([np.arange(1, each + 1) for each in parts])
    found = stops.iloc[rows].reset_index(drop=True)
    several = parts[rows] > 1
    for name in ("id", "name_zh", "name_en"):
        told = [
            f"{said} ({at}/{of})"
            for said, at, of in zip(found[name], number, parts[rows], strict=True)
        ]
        found[name] = found[name].mask(several, pd.Series(told))
    return gpd.GeoDataFrame(found), tonnes[rows] / parts[rows]


def _inside(stops: gpd.GeoDataFrame, adcode: str) -> gpd.GeoDataFrame:
    if "adcode" not in stops:
        raise DataError(
            Text(
                "收集点没有列 adcode，不能按它挑选", "the stops have no column adcode to choose by"
            )
        )
    return gpd.GeoDataFrame(stops[stops["adcode"].astype("str").str.startswith(adcode)])


def _tonnes(stops: gpd.GeoDataFrame, quantity: str) -> Floats:
    column = _HEADINGS.get(quantity, quantity)
    if column not in stops:
        there = ", ".join(str(name) for name in stops.columns if name not in _OWN)
        raise DataError(
            Text(
                f"收集点没有列 {quantity}（quantity）；有：{there or '—'}",
                f"the stops have no column {quantity} (quantity); there are: {there or '—'}",
            )
        )
    values: Floats = pd.to_numeric(stops[column], errors="coerce").to_numpy(dtype=np.float64)
    wrong = ~(np.isfinite(values) & (values >= 0))
    if wrong.any():
        names = ", ".join(stops.loc[wrong, "id"].head(5))
        raise DataError(
            Text(
                f"收集点的列 {quantity} 应为 0 以上的数：{names}",
                f"the stops, column {quantity}: numbers of 0 or more are needed: {names}",
            )
        )
    return values
