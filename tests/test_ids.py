"""Ids of any type: texts, whole numbers and both together give the same figures."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import geopandas as gpd
import pandas as pd
import pytest
from shapely.geometry import LineString, Point, box

from gisplan.analysis.methods import ANALYSES
from gisplan.api.load import load_layers
from gisplan.catalog import workspace
from gisplan.catalog.analyses import SPECS
from gisplan.catalog.ids import text_ids
from gisplan.catalog.layer import AnalysisOrigin, Outcome, Tables
from gisplan.pipeline import catalogue

#: The same ids as texts, as whole numbers, as numbers that a gap has made fractions, and mixed.
IDS: Mapping[str, list[Any]] = {
    "text": ["9", "10", "100"],
    "integer": [9, 10, 100],
    "fraction": [9.0, 10.0, 100.0],
    "mixed": [9, "10", 100],
}
_KM: Mapping[str, Any] = {"reach_km": 30.0, "year": 2020}
_KMS: Mapping[str, Any] = {"reaches_km": [10.0, 30.0], "year": 2020}
_ROAD: Mapping[str, Any] = {"unit": "m", "detour": 1.3, "max_snap_m": 20_000.0}
_TIERS = [{"name": "sorting", "reach_km": 30.0}, {"name": "utilisation", "reach_km": 60.0}]
#: What each analysis is given beside its tables.
CASES: Mapping[str, Mapping[str, Any]] = {
    "accessibility": {"reaches_km": [30.0], "year": 2020, "quantity": "t_municipal"},
    "market_shares": {**_KM, "quantity": "t_municipal", "decay": {"form": "linear"}},
    "overlap": _KM,
    "assignment": {**_KM, "quantity": "t_municipal"},
    "service_by_region": _KMS,
    "service_range_by_region": _KMS,
    "sites_served": _KM,
    "service_areas": {**_KMS, "by_site": True},
    "tiers": {"tiers": _TIERS, "year": 2020, "quantity": "t_municipal"},
    "connected_tiers": {"tiers": _TIERS, "year": 2020},
    "evaluate_sites": _KM,
    "plan_sites": {
        "tiers": [
            {
                "name": "plant",
                "kinds": ["k"],
                "reach_km": 30.0,
                "sizes": [{"name": "small", "capacity": 5, "cost": 1}],
            }
        ],
        "phases": [{"year": 2025, "budget": 2}],
        "year": 2020,
        "quantity": "t_municipal",
    },
    "suggest_sites": {**_KM, "new": 1},
    "suggest_curve": {**_KMS, "most": 1},
    "road_distances": {"limit_km": 100.0, "year": 2020},
    "road_access": {"year": 2020, "road": _ROAD},
    "service_by_road": {**_KMS, "road": _ROAD},
    "sites_served_by_road": {**_KM, "road": _ROAD},
}
#: Those that go by roads; areas by road are asked for in minutes.
_BY_ROAD = ("road_distances", "road_access", "service_by_road", "sites_served_by_road")


def tables(ids: list[Any]) -> dict[str, pd.DataFrame]:
    """Three demand points, three sites and three candidates (plainly synthetic)."""

    # who reads a table without types has codes as whole numbers too
    code: Any = 110101 if isinstance(ids[0], int) else 110101.0
    code = "110101" if isinstance(ids[0], str) else code

    def points(lon: float, lat: float, step: float, **more: Any) -> gpd.GeoDataFrame:
        shapes = [Point(lon + at * step, lat) for at in range(3)]
        content = {"id": pd.Series(ids, dtype=None), "adcode": code, "precision": "county"}
        names = {"name_zh": list("甲乙丙"), "name_en": list("abc")}
        return gpd.GeoDataFrame({**content, **names, **more}, geometry=shapes, crs=4326)

    stands = {"kind": "k", "stage": "operating", "start_year": 2010, "due_year": None}
    stands |= {"status_year": 2020, "stream": "municipal", "capacity": [5.0, 10.0, 15.0]}
    regions = gpd.GeoDataFrame(
        {"adcode": [code], "level": ["county"]}, geometry=[box(103, 35, 105, 37)], crs=4326
    )
    return {
        "demand": points(
            103.8, 36.0, 0.35, population=[1000, 500, 200], t_municipal=[8.0, 9.0, 7.0]
        ),
        "sites": points(103.81, 36.05, 0.05, tier=["sorting", "sorting", "utilisation"], **stands),
        "candidates": points(104.4, 36.1, 0.05),
        "regions": regions,
        "units": pd.DataFrame({"adcode": [code], "level": ["county"], "parent": [None]}),
        "areas": regions,
        "roads": gpd.GeoDataFrame(
            geometry=[LineString([(103.5, 36.0), (104.0, 36.05), (104.6, 36.1)])], crs=4326
        ),
    }


def figures(found: Any) -> list[pd.DataFrame]:
    """The tables that an analysis gives, without shapes."""
    if isinstance(found, Tables):
        every = list(found.tables.values())
    else:
        every = [found.table if isinstance(found, Outcome) else found]
    return [pd.DataFrame(table.drop(columns="geometry", errors="ignore")) for table in every]


@pytest.fixture
def told() -> Callable[[str, str], list[pd.DataFrame]]:
    def run(name: str, kind: str) -> list[pd.DataFrame]:
        analysis = ANALYSES[name]
        given = {key: table for key, table in tables(IDS[kind]).items() if key in analysis.inputs}
        if name not in _BY_ROAD:
            given.pop("roads", None)
        return figures(analysis.function(**given, **CASES[name]))

    return run


@pytest.mark.parametrize("kind", [kind for kind in IDS if kind != "text"])
@pytest.mark.parametrize("name", CASES)
def test_every_analysis_gives_the_same(
    told: Callable[[str, str], list[pd.DataFrame]], name: str, kind: str
) -> None:
    wanted, found = told(name, "text"), told(name, kind)
    assert len(wanted) == len(found)
    for one, two in zip(wanted, found, strict=True):
        assert len(one) > 0
        pd.testing.assert_frame_equal(one, two, check_dtype=False)


def test_every_analysis_of_sites_is_tried() -> None:
    of_sites = {
        name
        for name, one in ANALYSES.items()
        if {"demand", "sites"} <= set(one.inputs) and "Raster" not in str(one.inputs)
    }
    by_road = {
        "road_components",
        "road_joins",
        "travel_times",
        "unreachable",
        "travel_time_surface",
    }
    assert of_sites - by_road <= set(CASES)


def test_every_shipped_analysis_takes_codes_as_whole_numbers() -> None:
    """Each analysis of tables in the registry, once, with the shipped tables given to it."""
    shipped = catalogue.load(workspace.find()).layers
    origins = {
        spec.origin.method: spec.origin
        for spec in shipped.values()
        if isinstance(spec.origin, AnalysisOrigin) and spec.origin.method not in CASES
    }
    assert len(origins) > 25
    names = {name for origin in origins.values() for name in origin.inputs.values()}
    layers = {name: layer.table for name, layer in load_layers(tuple(sorted(names))).items()}
    for method, origin in origins.items():
        analysis = ANALYSES[method]
        more = {SPECS: {}} if analysis.asks_specs else {}
        given = {key: layers[name] for key, name in origin.inputs.items()}
        numbers = {key: with_numbers(table) for key, table in given.items()}
        wanted = figures(analysis.function(**given, **origin.parameters, **more))
        found = figures(analysis.function(**numbers, **origin.parameters, **more))
        for one, two in zip(wanted, found, strict=True):
            pd.testing.assert_frame_equal(one, two, check_dtype=False, obj=method)


def with_numbers(table: pd.DataFrame) -> pd.DataFrame:
    """The table as who reads it without types has it: codes as whole numbers or fractions."""
    codes = [name for name in ("adcode", "parent") if name in table]
    return table.assign(**{name: pd.to_numeric(table[name]) for name in codes})


def test_a_table_of_texts_is_that_very_table() -> None:
    table = pd.DataFrame({"id": ["a", "b"], "demand": [1.0, 2.0]})
    assert text_ids(table) is table
    # a column of amounts is no id
    assert text_ids(pd.DataFrame({"id": [1], "demand": [2.0]}))["demand"].tolist() == [2.0]


def test_an_id_that_is_not_there_stays_so() -> None:
    ids = text_ids(pd.DataFrame({"id": [1.0, None]}))["id"]
    assert ids.iloc[0] == "1"
    assert ids.isna().tolist() == [False, True]
