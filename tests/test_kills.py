"""Killed at any moment: each file is of before or of after, and the next run sets all right."""

from __future__ import annotations

import multiprocessing
import os
import random
import time
from pathlib import Path
from typing import Any

import pytest

from gisplan.catalog.workspace import Workspace
from tests import killed
from tests.test_export_writes import State, contents, left_behind

#: More by hand: GISPLAN_KILLS=350 pytest tests/test_kills.py kills each of the three so often.
KILLS = int(os.environ.get("GISPLAN_KILLS", "8"))
CHILDREN = multiprocessing.get_context("forkserver")
CHILDREN.set_forkserver_preload(["tests.killed", "tests.exporter"])


def begin(job: str, place: Workspace, table: Path) -> Any:
    process = CHILDREN.Process(target=killed.run, args=(job, place.root, table))
    process.start()
    return process


def prepare(job: str, place: Workspace, tables: tuple[Path, Path], which: int) -> None:
    """Change what the job works on, so that what it writes differs."""
    if job != "import":
        (place.layers / "figures.csv").write_bytes(tables[which].read_bytes())


def state(job: str, place: Workspace) -> State:
    """Give what the job writes, by name."""
    written = {f"exports/{name}": content for name, content in contents(place.exports).items()}
    folder = place.layers if job == "import" else place.rendered
    more = {f"{folder.name}/{name}": content for name, content in contents(folder).items()}
    return {**written, **more}


@pytest.mark.parametrize("job", ["build", "export", "import"])
def test_killed_at_random_moments(place: Workspace, tmp_path: Path, job: str) -> None:
    tables = tmp_path / "a" / "t.csv", tmp_path / "b" / "t.csv"
    for path, number in zip(tables, (10, 7_000_000), strict=True):
        path.parent.mkdir()
        rows = f"990101,{number}\n990102,{number + 1}\n"
        if job == "import":  # of units that there are, and a cell that can't be used
            rows = f"620102,{number}\n620103,{number + 1}\n620104,x\n"
        path.write_text(f"adcode,residents\n{rows}", encoding="utf-8")
    states, seconds = [], 0.0
    for which in (0, 1, 0):
        prepare(job, place, tables, which)
        started = time.monotonic()
        once = begin(job, place, tables[which])
        once.join()
        seconds = time.monotonic() - started
        assert once.exitcode == 0
        states.append(state(job, place))
    assert states[0] == states[2] != states[1]
    chance, kills = random.Random(6), 0
    while kills < KILLS:
        which = 1 - kills % 2
        prepare(job, place, tables, which)
        process = begin(job, place, tables[which])
        time.sleep(chance.uniform(0.0, 1.1) * seconds)
        process.kill()
        process.join()
        if process.exitcode == 0:  # it was done before
            seconds *= 0.9
            continue
        kills += 1
        now = state(job, place)
        for name, content in now.items():
            assert content in (states[0].get(name), states[1].get(name)), name
        assert now.keys() >= states[0].keys() & states[1].keys()
        if kills % 4 == 0:
            again = begin(job, place, tables[which])
            again.join()
            assert again.exitcode == 0
            assert state(job, place) == states[which]
            assert left_behind(place.root) == []
