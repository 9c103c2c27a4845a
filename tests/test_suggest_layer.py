"""``suggest_sites`` as a layer takes what the command takes."""

from __future__ import annotations

import argparse
import inspect
from typing import get_type_hints

import geopandas as gpd
import pytest
from shapely.geometry import LineString

from gisplan.analysis.siting import suggest_sites
from gisplan.analysis.siting.suggest_layer import ChoiceRules
from gisplan.analysis.travel.mode import ROAD_OPTIONS
from gisplan.catalog.defaults import Defaults
from gisplan.cli import sites
from gisplan.cli.parser import Parser
from gisplan.errors import DataError, OptionError

#: Option of ``gisplan sites suggest`` -> what a layer has for it.
SAME = {
    "candidates": "candidates",
    "roads": "roads",
    "by": "roads",  # with them, by road
    "km": "reach_km",
    "minutes": "reach_min",
    "new": "new",
    "model": "model",
    "kind": "kinds",
    "quantity": "quantity",
    "year": "year",
    "detour": "rules.detour",
    "budget": "rules.budget",
    "apart": "rules.apart_km",
    "seconds": "rules.seconds",
    "speed": "rules.road.speed",
    "oneway": "rules.road.oneway",
    "snap": "rules.road.snap_m",
    "max_snap": "rules.road.max_snap_m",
    "access": "rules.road.access_kmh",
}
#: Of the terminal and of files; a layer's rows and roads are those of its inputs, speeds by class
#: a column of them. Friction and curves are the command's alone.
OTHER = {
    *("help", "lang", "C", "verbose", "log", "progress", "out", "overwrite", "curve", "curve_out"),
    *("datum", "sheet", "encoding", "mapping", "friction", "speeds", "add_roads"),
}


def test_each_option_of_the_command_is_one_of_the_layer() -> None:
    parser = Parser(lang="en", defaults=Defaults())
    sites.arguments(parser, "en")
    (jobs,) = (one for one in parser._actions if isinstance(one, argparse._SubParsersAction))
    options = {
        one.option_strings[-1].lstrip("-").replace("-", "_")
        for one in jobs.choices["suggest"]._actions
    }
    assert options == SAME.keys() | OTHER
    there = {*inspect.signature(suggest_sites).parameters} - {"rules"}
    there |= {f"rules.{name}" for name in get_type_hints(ChoiceRules)} - {"rules.road"}
    there |= {f"rules.road.{name}" for name in ROAD_OPTIONS}
    assert set(SAME.values()) <= there
    # and what the layer has beside its tables, the command has too
    own = {name for name in there if not name.startswith("rules.road")} - {"demand", "sites"}
    assert own == {name for name in SAME.values() if not name.startswith("rules.road")}


def points(lons: list[float], **more: object) -> gpd.GeoDataFrame:
    shapes = gpd.points_from_xy(lons, [36.0] * len(lons))
    return gpd.GeoDataFrame(
        {"id": [f"p{k}" for k in range(len(lons))], **more}, geometry=shapes, crs=4326
    )


def test_rules_and_roads_of_a_layer_decide_as_those_of_the_command() -> None:
    towns = points([104.0, 105.0], population=[500, 300])
    spots = points([104.02, 105.02], cost=[5.0, 1.0])
    depots = points([], kind=[], precision=[], stage=[], start_year=[], due_year=[], status_year=[])

    def chosen(**asked: object) -> list[str]:
        told = suggest_sites(spots, towns, depots, year=2020, **asked)
        return list(told.table["id"])

    assert chosen(reach_km=20, new=1) == ["p0"]
    assert chosen(reach_km=20, rules={"budget": 2.0}) == ["p1"]
    assert chosen(reach_km=20, new=2) == ["p0", "p1"]
    assert chosen(reach_km=20, new=2, rules={"apart_km": 150.0}) == ["p0"]
    # the one road leads from the second town to its spot, 1.8 km of it
    roads = gpd.GeoDataFrame(
        {"speed": [30.0]}, geometry=[LineString([(105.0, 36.0), (105.02, 36.0)])], crs=4326
    )
    assert chosen(roads=roads, reach_km=20, new=1) == ["p1"]
    road = {"speed": "speed"}
    assert chosen(roads=roads, reach_min=10, new=1, rules={"road": road}) == ["p1"]
    with pytest.raises(DataError, match="1"):  # 1.8 km at 30 km/h
        chosen(roads=roads, reach_min=1, new=1, rules={"road": road})
    for wrong in (
        {},
        {"reach_km": 5, "reach_min": 5},
        {"reach_min": 5},
        {"reach_km": 5, "roads": roads, "rules": {"detour": 1.2}},
        {"reach_km": 5, "rules": {"road": road}},
    ):
        with pytest.raises(OptionError):
            chosen(new=1, **wrong)
