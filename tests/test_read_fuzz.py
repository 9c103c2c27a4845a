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
#: Structured cases of each kind; GISPLAN_FUZZ=2000 makes 10,000 of all kinds together.
STRUCTURED = int(os.environ.get("GISPLAN_FUZZ", "60"))


@pytest.mark.parametrize("ending", list(MAKERS))
def test_a_mutated_file_is_read_or_refused(tmp_path: Path, ending: str) -> None:
    read, refused, broke = fuzzed(tmp_path, ending, str(CASES[ending]))
    assert read + refused + broke >= CASES[ending] * 0.9  # the same edits are tried once
    assert refused  # the edits do reach the readers


@pytest.mark.parametrize("ending", list(FILES))
def test_a_whole_file_of_odd_content_is_read_or_refused(tmp_path: Path, ending: str) -> None:
    read, refused, broke = fuzzed(tmp_path, ending, str(STRUCTURED), "structured")
    assert not broke
    assert read
    assert read + refused >= STRUCTURED * 0.5


def fuzzed(tmp_path: Path, ending: str, *given: str) -> tuple[int, int, int]:
    """How many cases of a kind were read, refused, and broke off for want of memory."""
    path = made(tmp_path, ending)
    (kind,) = (kind.name for kind in KINDS if ending in kind.endings)
    drivers = list(pyogrio.list_drivers())
    one = vector.driver(kind, drivers)
    skipped = ",".join(name for name in drivers if name != one) if one else ""
    done = subprocess.run(
        [sys.executable, "-m", "tests.fuzz_reader", str(path), kind, *given],
        cwd=ROOT,
        env={**os.environ, **guard._ALONE, **guard._QUIET, "GDAL_SKIP": skipped},
        capture_output=True,
        text=True,
        timeout=120 + int(given[0]),
        check=False,
    )
    assert done.returncode == 0, done.stderr[-4000:]
    read, refused, broke = map(int, done.stdout.split()[-3:])
    assert done.stderr.count("memory allocation of") >= broke  # aborts for nothing else
    print(f"{ending}: {read} read, {refused} refused, {broke} out of memory")  # noqa: T201
    return read, refused, broke
