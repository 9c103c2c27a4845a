"""``suggest_sites`` as a layer takes what the command takes."""

from __future__ import annotations

import argparse
import inspect
from typing import get_type_hints

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
from shapely.geometry import LineString

from gisplan.analysis.siting import suggest_curve, suggest_sites
from gisplan.analysis.siting.choice import ChoiceRules
from gisplan.analysis.travel.mode import ROAD_OPTIONS
from gisplan.catalog.defaults import Defaults
from gisplan.catalog.raster import Raster, RasterGrid
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
    "friction": "friction",
    "speeds": "speeds",
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
#: What the layer of the curve has for ``--curve``, and for several reaches.
CURVE = {"curve": "most", "km": "reaches_km", "minutes": "reaches_min"}
#: Of the terminal and of files: a layer's rows are those of its inputs, and a curve that is a layer
#: is written as layers are. Roads that are joined (``--add-roads``) are a layer of joined roads.
OTHER = {
    *("help", "lang", "C", "verbose", "log", "progress", "out", "overwrite", "curve_out"),
    *("datum", "sheet", "encoding", "mapping", "add_roads"),
}


def test_each_option_of_the_command_is_one_of_the_layer() -> None:
    parser = Parser(lang="en", defaults=Defaults())
    sites.arguments(parser, "en")
    (jobs,) = (one for one in parser._actions if isinstance(one, argparse._SubParsersAction))
    options = {
        one.option_strings[-1].lstrip("-").replace("-", "_")
        for one in jobs.choices["suggest"]._actions
    }
    assert options == SAME.keys() | CURVE.keys() | OTHER
    there = {*inspect.signature(suggest_sites).parameters} - {"rules"}
    there |= {f"rules.{name}" for name in get_type_hints(ChoiceRules)} - {"rules.road"}
    there |= {f"rules.road.{name}" for name in ROAD_OPTIONS}
    assert set(SAME.values()) <= there
    # and what the layer has beside its tables, the command has too
    own = {name for name in there if not name.startswith("rules.road")} - {"demand", "sites"}
    assert own == {name for name in SAME.values() if not name.startswith("rules.road")}
    # the curve takes the same, with its own number and reaches
    of_curve = {*inspect.signature(suggest_curve).parameters}
    of_sites = {*inspect.signature(suggest_sites).parameters}
    assert of_curve - of_sites == set(CURVE.values())
    assert of_sites - of_curve == {"new", "reach_km", "reach_min"}


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
    classes = roads.assign(**{"class": "1"}).drop(columns="speed")
    speeds = pd.DataFrame({"class": ["1"], "kmh": [30.0]})
    assert chosen(roads=classes, speeds=speeds, reach_min=10, new=1) == ["p1"]
    # a strip of ground about the first town alone, at 6 km/h: 1.8 km in 18 minutes
    grid = RasterGrid(
        crs="EPSG:4326", transform=(0.01, 0, 103.9, 0, -0.01, 36.05), width=20, height=10
    )
    friction = Raster.of(grid, np.full((10, 20), 0.01))
    over = {"friction": friction, "new": 1}
    assert chosen(**over, reach_min=25) == ["p0"]
    for wrong in (
        {},
        {"reach_km": 5, "friction": friction},
        {"reach_min": 5, "friction": friction, "roads": roads},
        {"reach_min": 5, "friction": friction, "rules": {"detour": 1.2}},
        {"reach_min": 5, "friction": friction, "speeds": speeds},
        {"reach_km": 5, "reach_min": 5},
        {"reach_min": 5},
        {"reach_km": 5, "roads": roads, "rules": {"detour": 1.2}},
        {"reach_km": 5, "rules": {"road": road}},
    ):
        with pytest.raises(OptionError):
            chosen(new=1, **wrong)


def test_the_curve_of_a_layer_is_that_of_the_command() -> None:
    towns = points([104.0, 105.0], population=[500, 300])
    spots = points([104.02, 105.02])
    depots = points([], kind=[], precision=[], stage=[], start_year=[], due_year=[], status_year=[])

    def curve(**asked: object) -> gpd.GeoDataFrame:
        return suggest_curve(spots, towns, depots, year=2020, most=2, **asked).table

    covered = curve(reaches_km=[1, 20])
    assert covered[["step", "reach_km", "new", "covered"]].to_numpy().tolist() == [
        [1, 1, 0, 0],
        [2, 1, 1, 0],
        [3, 1, 2, 0],
        [4, 20, 0, 0],
        [5, 20, 1, 500],
        [6, 20, 2, 800],
    ]
    ways = curve(reaches_km=[20], model="p_median")
    assert ways["mean_km"].iloc[2] == pytest.approx(1.8, abs=0.1)
    fewest = curve(reaches_km=[20], model="lscp").set_index("reach_km")["new"]
    assert fewest.loc[20] == 2
    either = "by reaches_km or by reaches_min"
    for wrong, words in (
        ({}, either),
        ({"reaches_km": [1], "reaches_min": [1]}, either),
        ({"reaches_min": [5]}, "^reaches_min goes with roads"),
    ):
        with pytest.raises(OptionError, match=words):
            curve(**wrong)
    with pytest.raises(OptionError, match="one reach"):
        curve(reaches_km=[1, 2], model="p_centre")
