"""The page of performance is what the last run measured, and every benchmark is in the run."""

from __future__ import annotations

import ast
import copy
import importlib.machinery
import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent
HERE = ROOT / "benchmarks"


@pytest.fixture(scope="module")
def run() -> ModuleType:
    loader = importlib.machinery.SourceFileLoader("benchmarks_run", str(HERE / "run"))
    spec = importlib.util.spec_from_loader(loader.name, loader)
    assert spec is not None
    module = importlib.util.module_from_spec(spec)
    before, sys.dont_write_bytecode = sys.dont_write_bytecode, True
    try:
        loader.exec_module(module)
    finally:
        sys.dont_write_bytecode = before
    return module


@pytest.fixture
def results() -> dict[str, Any]:
    found: dict[str, Any] = json.loads((HERE / "results.json").read_text(encoding="utf-8"))
    return found


def test_the_page_is_made_from_the_results(run: ModuleType, results: dict[str, Any]) -> None:
    page = (ROOT / "docs" / "performance.md").read_text(encoding="utf-8")
    assert page == run.page(results)


def test_every_benchmark_is_in_the_run_and_has_its_rows(
    run: ModuleType, results: dict[str, Any]
) -> None:
    files = {path.stem for path in HERE.glob("bench_*.py")}
    listed = {path.stem for path in run.benchmarks()}
    assert files - listed <= set(run.ALONE)
    for name in listed:
        tree = ast.parse((HERE / f"{name}.py").read_text(encoding="utf-8"))
        functions = {item.name for item in tree.body if isinstance(item, ast.FunctionDef)}
        assert "rows" in functions, f"{name}.py offers no rows()"
    assert set(results["benchmarks"]) <= listed
    page = run.page(results)
    for name in listed:
        found = results["benchmarks"].get(name, {"rows": [], "fault": ""})
        assert found["fault"] == "", name
        assert found["rows"] or f"`{name}.py`: not measured" in page, name


def test_a_row_tells_time_memory_versions_and_what_was_compared(results: dict[str, Any]) -> None:
    for found in results["benchmarks"].values():
        for row in found["rows"]:
            for side in filter(None, (row["ours"], row["theirs"])):
                assert side["seconds"] > 0
                assert side["peak_mb"] > 10
            assert row["result"]
            assert bool(row["theirs"]) == bool(row["versions"])
            assert "NOT THE SAME" not in row["result"], row["what"]
            if row["asked"]:
                assert row["met"] in (True, False)


def test_the_peers_and_sizes_asked_for_are_compared() -> None:
    told = "".join(path.read_text(encoding="utf-8") for path in sorted(HERE.glob("bench_*.py")))
    for words in (
        "spopt with HiGHS",
        "geopandas.sjoin_nearest",
        "BallTree",
        "MCP_Geometric",
        "two_stage_fca",
        "GeoDataFrame.explore",
        "pandas.read_csv + geopandas.sjoin",
        "GeoDataFrame.to_file",
        "DEMAND, SITES, SEED = 100_000, 5_000, 8",
        "15 times faster, a third of the memory",
        "proven in under 10 s",
        "5 times faster than sjoin_nearest",
        "1.5 times faster, within 1e-5",
    ):
        assert words in told, words


def test_a_miss_a_fault_and_a_busy_machine_are_said(
    run: ModuleType, results: dict[str, Any]
) -> None:
    other = copy.deepcopy(results)
    other["machine"]["load_before"] = 99.0
    name = sorted(other["benchmarks"])[0]
    other["benchmarks"][name]["fault"] = "no such peer"
    row = other["benchmarks"][name]["rows"][0]
    row["met"], row["asked"] = False, "a thing"
    page = run.page(other)
    assert "The machine was busy" in page
    assert f"`{name}.py`: no such peer" in page
    assert "| a thing | **no** |" in page
