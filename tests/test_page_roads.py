"""Ways by road that the page's script is held to are those of the analyses."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import geopandas as gpd
import pytest
import shapely

from gisplan.analysis.coverage.by_road_distance import road_distances
from gisplan.render.web.context import road_graph

#: The page's script is held to the same table (web/test/roads.test.js).
_SHARED: dict[str, Any] = json.loads(
    (Path(__file__).parents[1] / "web/test/roads.json").read_text(encoding="utf-8")
)


def _roads() -> gpd.GeoDataFrame:
    lines = _SHARED["lines"]
    shapes = [shapely.LineString(one["at"]) for one in lines]
    lengths = [one["length_m"] for one in lines]
    return gpd.GeoDataFrame({"length_m": lengths}, geometry=shapes, crs=4326)


def test_the_graph_of_the_table_is_the_one_that_a_page_gets() -> None:
    assert road_graph(_roads(), exact=True) == _SHARED["graph"]


def test_the_ways_of_the_table_are_those_of_the_analysis() -> None:
    places = _SHARED["points"]
    at = gpd.points_from_xy(*zip(*places.values(), strict=True))
    facts: dict[str, Any] = {
        "kind": "depot",
        "tier": "depot",
        "capacity": 1.0,
        "precision": "site",
        "stage": "operating",
        "start_year": 2015,
        "due_year": None,
        "status_year": None,
    }
    points = gpd.GeoDataFrame({"id": list(places), **facts}, geometry=at, crs=4326)
    table = road_distances(
        points,
        points,
        _roads(),
        limit_km=3000,
        year=2020,
        length="length_m",
        access_km=_SHARED["access"] / 1000,
        access_detour=_SHARED["detour"],
    ).table.set_index(["demand", "site"])
    for one in _SHARED["ways"]:
        for pair in ((one["from"], one["to"]), (one["to"], one["from"])):
            if one["metres"] is None:
                assert pair not in table.index
                continue
            found = 1000 * table.loc[pair, ["road_km", "access_km"]].to_numpy(dtype=float)
            assert found == pytest.approx([one["metres"], one["access"]], abs=0.001), pair


def test_lengths_of_a_drawn_graph_are_metres_and_of_a_measured_one_millimetres() -> None:
    drawn, measured = road_graph(_roads()), road_graph(_roads(), exact=True)
    assert drawn is not None
    assert measured is not None
    assert (drawn["perMetre"], measured["perMetre"]) == (1, 1000)
    # a vertex of more digits than a screen shows is kept where it counts
    assert (drawn["decimals"], measured["decimals"]) == (5, 7)
