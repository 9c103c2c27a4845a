"""Capacity left where a candidate would stand, and candidates reached by travel time."""

from __future__ import annotations

import json
from pathlib import Path

import geopandas as gpd
import networkx as nx
import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from gisplan.analysis.siting import (
    SitingTask,
    added_by_mode,
    capacity_left,
    siting_curve,
    suggest,
)
from gisplan.analysis.travel import ByDistance, KnownReach, Reach
from gisplan.api import sites
from gisplan.api import travel as journeys
from gisplan.api.journey import JourneyOptions, ReachOptions
from gisplan.api.sites import EvaluateOptions
from gisplan.catalog import workspace
from gisplan.catalog.layer import Outcome
from gisplan.cli import main
from tests import rasters
from tests.test_candidates import frame, network

PLACES = [(103.0, 36.0), (103.5, 36.0), (104.0, 36.0), (104.5, 36.0)]


def known(costs: np.ndarray, sites_of: list[str]) -> KnownReach:
    """Give a table of kilometres, infinity where there is no way."""
    rows = [
        (f"d{i}", site, cost * 1000)
        for i, row in enumerate(costs)
        for site, cost in zip(sites_of, row, strict=True)
        if np.isfinite(cost)
    ]
    pairs = pd.DataFrame(rows, columns=["demand", "site", "cost"])
    pairs = pairs.sort_values(["demand", "cost", "site"], ignore_index=True)
    nothing = pd.DataFrame(columns=["of", "id", "reason", "distance_m", "reason_zh", "reason_en"])
    return KnownReach(Reach(pairs=pairs, unit="m", limit=1e6, unreachable=nothing, method="table"))


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.integers(0, 90), min_size=4, max_size=4),
    st.lists(st.integers(0, 120), min_size=2, max_size=2),
    st.lists(st.sampled_from([1.0, 2.0, 5.0, 30.0]), min_size=12, max_size=12),
)
def test_capacity_left_and_what_is_not_treated_are_those_of_a_linear_programme(
    amounts: list[int], room: list[int], costs: list[float]
) -> None:
    # a little dearer each, so that the least cost is that of one answer only
    km = np.array(costs).reshape(4, 3) + np.arange(12).reshape(4, 3) ** 2 * 1e-3
    mode, limit = known(km, ["c0", "s0", "s1"]), 10.0
    demand = frame(PLACES, "d", t_x=amounts)
    there = frame(PLACES[:2], "s", capacity=[float(one) for one in room])
    told = capacity_left(
        frame(PLACES[:1], "c"), demand, there, mode=mode, limit=limit, quantity="t_x"
    ).table.iloc[0]
    arcs = [(i, j) for i in range(4) for j in (0, 1) if km[i, 1 + j] <= limit]
    flow = np.zeros(len(arcs))
    if arcs:
        bounds = np.zeros((6, len(arcs)))
        for at, (i, j) in enumerate(arcs):
            bounds[i, at] = bounds[4 + j, at] = 1
        worth = [km[i, 1 + j] - 1e4 for i, j in arcs]
        flow = linprog(worth, A_ub=bounds, b_ub=[*amounts, *room]).x
    near = [i for i in range(4) if km[i, 0] <= limit]
    reaching = {j for i, j in arcs if i in near}
    used = [sum(f for f, arc in zip(flow, arcs, strict=True) if arc[1] == j) for j in (0, 1)]
    served = [sum(f for f, arc in zip(flow, arcs, strict=True) if arc[0] == i) for i in range(4)]
    assert told["capacity_left"] == pytest.approx(
        sum(room[j] - used[j] for j in reaching), abs=1e-6
    )
    assert told["untreated"] == pytest.approx(sum(amounts[i] - served[i] for i in near), abs=1e-6)


def test_by_hand_full_roomy_unknown_and_none() -> None:
    demand = frame(PLACES, "d", t_x=[100.0, 40.0, 10.0, 7.0])
    there = frame(PLACES[:3], "s", capacity=[60.0, 90.0, np.nan])
    told = capacity_left(
        frame(PLACES, "c"), demand, there, mode=ByDistance(), limit=10, quantity="t_x"
    )
    table = told.table.set_index("id")
    assert table.loc["c0"].tolist() == [0, 40]  # 100 against 60
    assert table.loc["c1"].tolist() == [50, 0]  # 40 against 90
    assert table.loc["c2"].isna().all()  # not known is not 0, and not enough
    assert table.loc["c3"].tolist() == [0, 7]  # no site at all
    assert ["s2" in words.en for words in told.left_out] == [True]


def test_the_command_tells_capacity_left(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sites", "evaluate", "104.6,35.6", "--year", "2023"]) == 0
    # what stands in 2023 is known of none whose capacity is not
    assert main(["sites", "evaluate", "94.66,40.14", "--year", "2008"]) == 0
    out = capsys.readouterr().out
    assert "已知设施剩余能力 0，范围内未见已知设施处理的" in out
    assert "已知设施剩余能力 —，范围内未见已知设施处理的 —" in out
    assert "能力不详" in out
    words = ["--kind", "sorting_centre", "--kind", "incineration", "--lang", "en"]
    assert main(["sites", "evaluate", "104.6,35.6", "--year", "2022", *words]) == 0
    assert "no capacity left is told" in capsys.readouterr().out


def on_cells(cells: list[tuple[int, int]], prefix: str, **columns: object) -> gpd.GeoDataFrame:
    return frame([rasters.lonlat(*cell) for cell in cells], prefix, **columns)


@pytest.mark.usefixtures("kept_there")
def test_over_friction_gained_is_what_no_site_reaches_in_time(tmp_path: Path) -> None:
    values = rasters.field()
    path = rasters.write_raster(tmp_path / "f.tif", values)
    rows, columns = values.shape
    cells = [(row, column) for row in range(1, rows, 6) for column in (4, 12, 18, 23, 30)]
    demand = on_cells(cells, "d", population=range(1, len(cells) + 1))
    candidates = on_cells([(15, 10), (15, 30)], "c")
    there = network([rasters.lonlat(8, 8)])
    mode = journeys.mode(JourneyOptions(friction=str(path)), place=workspace.find())
    minutes = 40.0
    told = added_by_mode(candidates, demand, Outcome(there), mode=mode, limit=minutes).table
    # the same grid as a graph: cells and their eight neighbours, half the way in each
    graph = nx.Graph()
    for row in range(rows):
        for column in range(columns):
            for down, right in ((0, 1), (1, 0), (1, 1), (1, -1)):
                to = (row + down, column + right)
                if not (to[0] < rows and 0 <= to[1] < columns):
                    continue
                cost = (values[row, column] + values[to]) / 2
                if np.isfinite(cost):
                    graph.add_edge(
                        (row, column), to, weight=cost * rasters.CELL * np.hypot(down, right)
                    )

    def within(cell: tuple[int, int]) -> set[int]:
        cost = nx.single_source_dijkstra_path_length(graph, cell, cutoff=minutes)
        return {at for at, one in enumerate(cells) if one in cost}

    old = within((8, 8))
    for row, cell in zip(told.to_dict("records"), [(15, 10), (15, 30)], strict=True):
        new = within(cell)
        assert row["within_population"] == sum(at + 1 for at in new)
        assert row["gained_population"] == sum(at + 1 for at in new - old)
    task = SitingTask(reach=minutes, year=2020, new=1, mode=mode)
    chosen = suggest(candidates, demand, there, task)
    best = max(sum(at + 1 for at in old | within(cell)) for cell in [(15, 10), (15, 30)])
    assert chosen.after == best
    curve = siting_curve(candidates, demand, there, task, most=2, reaches=(20.0, minutes))
    assert "reach_min" in curve.columns
    assert curve.iloc[-1]["covered"] >= best


@pytest.mark.usefixtures("kept_there")
def test_the_commands_by_road(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    rasters.roads(tmp_path / "r.geojson")
    (lon, lat), far = rasters.lonlat(15, 5), (80, 50)
    Path("own.csv").write_text(f"id,lon,lat\nX,{lon},{lat}\nfar,{far[0]},{far[1]}\n", "utf-8")
    road = ["--roads", "r.geojson", "--max-snap", "100000", "--access", "60", "--lang", "en"]
    assert (
        main(["sites", "evaluate", "own.csv", *road, "--minutes", "90", "--out", "e.geojson"]) == 0
    )
    out = capsys.readouterr().out
    for words in ("within 90 min", "travel time by road", "in 2 separate", "far"):
        assert words in out
    rows = json.loads(Path("e.geojson").read_text("utf-8"))["features"]
    near, lost = (row["properties"]["within_population"] for row in rows)
    assert near > lost == 0
    new = ["--candidates", "own.csv", "--new", "1"]
    assert main(["sites", "suggest", *new, *road, "--minutes", "60", "90", "--curve", "1"]) == 0
    out = capsys.readouterr().out
    assert "within 90 min, %" in out
    assert "covered within 60 min" in out
    for wrong in (["--km", "5"], ["--detour", "1.3"]):
        assert main(["sites", "evaluate", "own.csv", *road, *wrong]) == 2
    assert main(["sites", "evaluate", "own.csv", "--minutes", "5"]) == 2
    capsys.readouterr()
    assert main(["sites", "suggest", *new, "--seconds", "0", "--lang", "en"]) == 2
    assert "seconds must be above 0" in capsys.readouterr().err


@pytest.mark.usefixtures("kept_there")
def test_evaluate_options_say_how_it_was_reached(tmp_path: Path) -> None:
    path = rasters.write_raster(tmp_path / "f.tif", np.full((60, 70), 0.001), cell=5000.0)
    options = EvaluateOptions(
        reach=ReachOptions(minutes=(90.0,), journey=JourneyOptions(friction=str(path)))
    )
    told = sites.evaluate(["104,36"], options=options)
    assert told.measure == "min"
    assert told.roads is None
    assert "friction" in told.how.en
    row = told.table.iloc[0]
    assert row["within_population"] == row["gained_population"] + row["overlap_population"] > 0
