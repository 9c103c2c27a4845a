"""Mutated files of every kind are read or refused in words; no traceback, no crash."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pyogrio
import pytest

from gisplan.read import guard, vector
from gisplan.read.kinds import KINDS
from tests.filemaker import MAKERS, made

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


@pytest.mark.parametrize("ending", list(MAKERS))
def test_a_mutated_file_is_read_or_refused(tmp_path: Path, ending: str) -> None:
    path = made(tmp_path, ending)
    (kind,) = (kind.name for kind in KINDS if ending in kind.endings)
    drivers = list(pyogrio.list_drivers())
    one = vector.driver(kind, drivers)
    skipped = ",".join(name for name in drivers if name != one) if one else ""
    done = subprocess.run(
        [sys.executable, "-m", "tests.fuzz_reader", str(path), kind, str(CASES[ending])],
        cwd=ROOT,
        env={**os.environ, **guard._ALONE, **guard._QUIET, "GDAL_SKIP": skipped},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-4000:]
    read, refused, broke = map(int, done.stdout.split()[-3:])
    assert read + refused + broke >= CASES[ending] * 0.9  # the same edits are tried once
    assert refused  # the edits do reach the readers
    assert done.stderr.count("memory allocation of") >= broke  # aborts for nothing else
    print(f"{ending}: {read} read, {refused} refused, {broke} out of memory")  # noqa: T201
