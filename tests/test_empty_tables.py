"""Every analysis on tables of no row and of one: a valid result, or a refusal in sentences."""

from __future__ import annotations

import doctest
import functools
from collections.abc import Callable, Iterator
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely

from gisplan.analysis.methods import ANALYSES
from gisplan.catalog.analyses import SPECS
from gisplan.catalog.layer import AnalysisOrigin, LayerSpec, Outcome, Surface, Tables
from gisplan.catalog.raster import Raster, RasterGrid
from gisplan.catalog.workspace import Workspace
from gisplan.cli import main
from gisplan.errors import GisplanError
from gisplan.pipeline import catalogue
from gisplan.pipeline.build import BuildReport
from gisplan.pipeline.cache import Record
from gisplan.pipeline.resolve import Resolver
from gisplan.read.validate import conform
from tests import small

Call = tuple[tuple[Any, ...], dict[str, Any]]


def from_example(function: Callable[..., Any]) -> Call | None:
    """Give what the example in a docstring calls the function with; None without an example."""
    calls: list[Call] = []

    @functools.wraps(function)
    def noted(*tables: Any, **more: Any) -> Any:
        calls.append((tables, more))
        return function(*tables, **more)

    names: dict[str, Any] = {}
    for example in doctest.DocTestParser().get_examples(function.__doc__ or ""):
        exec(compile(example.source, function.__name__, "exec"), names)
        names |= {name: noted for name, value in names.items() if value is function}
        if calls:
            return calls[0]
    return None


def by_hand() -> dict[str, Call]:
    """Give calls of the analyses that have no example and make no shipped layer."""
    grid = RasterGrid(
        crs="EPSG:4326", transform=(0.1, 0, 100.0, 0, -0.1, 36.0), width=20, height=10
    )
    cells = Raster.of(grid, np.full((10, 20), 0.002))
    at = gpd.points_from_xy([100.4, 101.5], [35.5, 35.5])
    towns = gpd.GeoDataFrame(
        {"id": ["a", "b"], "adcode": ["990101", "990102"], "population": [5, 7]},
        geometry=at,
        crs=4326,
    )
    standing = {"kind": "depot", "precision": "site", "stage": "operating", "start_year": 2015}
    sites = gpd.GeoDataFrame(
        {"id": ["S", "T"], **standing, "due_year": None, "status_year": None},
        geometry=at,
        crs=4326,
    )
    lines = [shapely.LineString([(100.4, 35.5), (101.0, 35.5)])]
    lines += [shapely.LineString([(101.0, 35.5), (101.5, 35.5)])]
    roads = gpd.GeoDataFrame({"class": ["1", "2"]}, geometry=lines, crs=4326)
    speeds = pd.DataFrame({"layer": "roads", "class": ["1", "2"], "kmh": [60.0, 30.0]})
    covers = pd.DataFrame({"layer": "land_cover", "class": ["1", "2"], "kmh": [5.0, 3.0]})
    land = Raster.of(grid, np.ones((10, 20)))
    counties = gpd.GeoDataFrame.from_features(small.squares(), crs=4326).assign(level="county")
    counties["parent"] = "990100"
    declared = pd.DataFrame(
        {"adcode": ["990101", "990102"], "level": "county", "measure": "output", "industry": "x"}
    ).assign(value=[1.0, 2.0], items=1, unverified=0, unlocated=0)
    of_sites: dict[str, Any] = {"year": 2020}
    by_road: tuple[Any, ...] = (towns, sites, roads, None, speeds)
    return {
        "capacity_by_region": (
            (counties, declared),
            {"measure": "output", "level": "county", "groups": ()},
        ),
        "covered_on_grid": ((towns, cells), {"reach_min": 30.0}),
        "friction_surface": ((covers, None, land), {}),
        "on_grid": ((towns, cells), {}),
        "people_from_raster": ((cells, counties), {}),
        "road_components": ((roads, speeds), {}),
        "sites_served_by_road": ((towns, sites, roads), {"reach_km": 60.0, **of_sites}),
        "road_joins": ((roads, speeds), {}),
        "service_bands": ((cells,), {"reaches_min": [30]}),
        "travel_time_surface": ((cells, sites), of_sites),
        "travel_times": (by_road, {**of_sites, "limit_min": 60.0}),
        "unreachable": (by_road, of_sites),
    }


def shorter(call: Call) -> Iterator[tuple[str, Call]]:
    """Give the call with each of its tables cut to no row, and to one."""
    tables, more = call
    for rows in (0, 1):
        for at, table in enumerate(tables):
            if isinstance(table, pd.DataFrame):
                yield (
                    f"{at}, {rows} row(s)",
                    ((*tables[:at], table[:rows], *tables[at + 1 :]), more),
                )
        for name, table in more.items():
            if isinstance(table, pd.DataFrame):
                yield f"{name}, {rows} row(s)", (tables, {**more, name: table[:rows]})


def require_valid(found: Any, spec: LayerSpec | None, table: str = "") -> None:
    if isinstance(found, Tables):
        found = found.one(table) if spec else next(iter(found.tables.values()))
    if isinstance(found, Surface):
        return
    rows = found.table if isinstance(found, Outcome) else found
    assert isinstance(rows, pd.DataFrame)
    if spec is not None:
        conformed = conform(rows, spec, file=spec.path.name)
        assert conformed.set_aside.empty
        assert not conformed.problems


def of_shipped(built: Workspace) -> dict[str, tuple[LayerSpec, AnalysisOrigin, Call]]:
    """Give, for each analysis that a shipped layer names, the call that makes the layer."""
    listed = catalogue.load(built)
    resolver = Resolver(listed, Record.load(built.state, keeps=False))
    found: dict[str, tuple[LayerSpec, AnalysisOrigin, Call]] = {}
    for spec in listed.layers.values():
        if isinstance(spec.origin, AnalysisOrigin):
            named, specs = ANALYSES[spec.origin.method], resolver._specs(spec.origin)
            more = {SPECS: specs} if named.asks_specs else {}
            given = {**resolver.inputs(spec.origin), **spec.origin.parameters, **more}
            # the same analysis with other inputs is another case
            found[f"{spec.origin.method} {spec.name}"] = spec, spec.origin, ((), given)
    return found


def test_no_row_and_one_row_are_cases_of_every_analysis(
    built: tuple[Workspace, BuildReport],
) -> None:
    shipped = of_shipped(built[0])
    cases: list[tuple[str, LayerSpec | None, str, Callable[..., Any], Call]] = [
        (name, spec, origin.table, ANALYSES[origin.method].function, call)
        for name, (spec, origin, call) in shipped.items()
    ]
    tried = {name.split()[0] for name in shipped}
    for name in ANALYSES:
        call = from_example(ANALYSES[name].function) if name not in tried else None
        if call is not None:
            cases.append((name, None, "", ANALYSES[name].function, call))
            tried.add(name)
    for name, call in by_hand().items():
        function = ANALYSES[name].function
        require_valid(function(*call[0], **call[1]), None)  # whole, it is a case that works
        cases.append((name, None, "", function, call))
        tried.add(name)
    assert tried == set(ANALYSES)
    wrong, count, valid = [], 0, 0
    for name, spec, table, function, call in cases:
        for what, (tables, more) in shorter(call):
            count += 1
            try:
                require_valid(function(*tables, **more), spec, table)
                valid += 1
            except GisplanError as refused:
                if not (refused.text("zh") and refused.text("en")):
                    wrong.append(f"{name}: {what}: refused without a word")
            except Exception as fault:  # what is wrong is told of all of them at once
                wrong.append(f"{name}: {what}: {type(fault).__name__}: {fault}")
    assert wrong == []
    assert count > 350
    assert valid > 200


@pytest.mark.parametrize("rows", ["", "990101,x\n990102,y\n", "990101,\n990102,\n"])
def test_a_table_without_a_figure_is_a_case_of_every_command(
    place: Workspace, capsys: Any, rows: str
) -> None:
    (place.layers / "figures.csv").write_text(f"adcode,residents\n{rows}", encoding="utf-8")
    out = place.root / "out"
    for words in (
        ("build",),
        ("layers", "joined"),
        ("export", "joined", "--format", "qgis", "--format", "csv", "--to", str(out / "e")),
        ("figure", "small", "--dpi", "50", "--out", str(out / "a.png")),
        ("report", "--out", str(out / "a.html")),
        ("import", str(place.layers / "figures.csv"), "--layer", "other"),
    ):
        code = main([*words, "-C", str(place.root), "--lang", "en"])
        told = capsys.readouterr().err
        assert code == (2 if words[0] == "import" else 0), f"{words}: {told}"
