"""Odd files of every kind are read or refused in words; no traceback, no crash."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Collection
from pathlib import Path

import pyogrio
import pytest

from gisplan.read import guard, vector
from gisplan.read.kinds import KINDS
from tests.filemaker import MAKERS, made
from tests.structured import FILES

ROOT = Path(__file__).parent.parent
CASES = {
    ".csv": 400,
    ".xlsx": 250,
    ".xls": 40,
    ".geojson": 250,
    ".gpkg": 150,
    ".shp": 200,
    ".zip": 200,
    ".kml": 200,
    ".fgb": 200,
    ".parquet": 250,
}
#: Whole files of each kind, and how many of them are imported too; GISPLAN_FUZZ=600 makes
#: 10,200 of all kinds together, all imported, a process a kind.
MANY = int(os.environ.get("GISPLAN_FUZZ", "0"))
STRUCTURED, IMPORTED = (MANY, MANY) if MANY else (12, 1)


@pytest.mark.parametrize("ending", list(MAKERS))
def test_a_mutated_file_is_read_or_refused(tmp_path: Path, ending: str) -> None:
    path = made(tmp_path, ending)
    (kind,) = (kind.name for kind in KINDS if ending in kind.endings)
    (said,) = fuzzed([str(path), kind, str(CASES[ending])], {kind})
    read, refused, broke = map(int, said.split())
    assert read + refused + broke >= CASES[ending] * 0.9  # the same edits are tried once
    assert refused  # the edits do reach the readers


@pytest.mark.parametrize("endings", list(FILES) if MANY else [",".join(FILES)])
def test_a_whole_file_of_odd_content_is_read_or_refused(tmp_path: Path, endings: str) -> None:
    kinds = {kind.name for kind in KINDS if set(kind.endings) & set(endings.split(","))}
    kinds |= {"Esri JSON"} if ".json" in endings.split(",") else set()
    for line in fuzzed([str(tmp_path), endings, str(STRUCTURED), str(IMPORTED)], kinds):
        ending, *counts = line.split()
        read, refused, broke = map(int, counts)
        assert not broke
        assert read, ending
        assert read + refused >= STRUCTURED * 0.5


def fuzzed(given: list[str], kinds: Collection[str]) -> list[str]:
    """What the process that feeds readers says, with GDAL held to the drivers of some kinds."""
    drivers = list(pyogrio.list_drivers())
    held = {vector.driver(kind, drivers) for kind in kinds}
    skipped = ",".join(name for name in drivers if name not in held) if held - {None} else ""
    done = subprocess.run(
        [sys.executable, "-m", "tests.fuzz_reader", *given],
        cwd=ROOT,
        env={**os.environ, **guard._ALONE, **guard._QUIET, "GDAL_SKIP": skipped},
        capture_output=True,
        text=True,
        timeout=240 + 5 * int(given[2]),
        check=False,
    )
    assert done.returncode == 0, done.stderr[-4000:]
    print(done.stdout)  # noqa: T201
    return done.stdout.splitlines()
