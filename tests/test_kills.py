"""Killed, or ended by Ctrl-C, at any moment: each file is of before or of after."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from gisplan.api.history.undo import history, undo_last
from gisplan.api.jobs import store
from gisplan.catalog.workspace import Workspace
from gisplan.pipeline import scenario
from gisplan.text import Text
from tests import killed
from tests.desk import client, finished, office
from tests.test_export_writes import State, contents, left_behind

#: More by hand: GISPLAN_KILLS=350 pytest tests/test_kills.py kills each of the three so often.
KILLS = int(os.environ.get("GISPLAN_KILLS", "8"))
#: Other moments: GISPLAN_SEED=1
SEED = int(os.environ.get("GISPLAN_SEED", "6"))
_TITLE = Text("试", "try")
CHILDREN = multiprocessing.get_context("forkserver")
CHILDREN.set_forkserver_preload(["tests.killed", "tests.exporter"])


def begin(job: str, place: Workspace, table: Path) -> Any:
    process = CHILDREN.Process(target=killed.run, args=(job, place.root, table))
    process.start()
    return process


def prepare(job: str, place: Workspace, tables: tuple[Path, Path], which: int) -> None:
    """Change what the job works on, so that what it writes differs."""
    if job not in ("import", "edit"):
        (place.layers / "figures.csv").write_bytes(tables[which].read_bytes())


def state(job: str, place: Workspace) -> State:
    """Give what the job writes, by name."""
    written = {f"exports/{name}": content for name, content in contents(place.exports).items()}
    folder = place.layers if job in ("import", "edit") else place.rendered
    if job == "scenario":
        folder = scenario.folder(place)
    more = {f"{folder.name}/{name}": content for name, content in contents(folder).items()}
    return {**written, **more}


@pytest.mark.parametrize("job", ["build", "export", "import", "edit"])
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
    chance, kills = random.Random(SEED), 0
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
            if job == "edit":  # what was killed and done can be taken back all the same
                change = history(place)[0]
                assert {cell[2] for row in change.rows for cell in row.cells} <= set(
                    tables[which].read_text().replace("\n", ",").split(",")
                )
                assert undo_last(place).id == change.id
                begin(job, place, tables[which]).join()


@pytest.mark.parametrize("job", ["import", "edit", "scenario"])
def test_nothing_is_left_of_a_run_killed_at_any_step(
    place: Workspace, tmp_path: Path, job: str
) -> None:
    """Each name that it makes, moves or takes away is its last; the next may find nothing to do."""
    tables = tmp_path / "a" / "t.csv", tmp_path / "b" / "t.csv"
    units = ("620102", "620103") if job == "import" else ("990101", "990102")
    states = []
    for path, number in zip(tables, (10, 7_000_000), strict=True):
        path.parent.mkdir()
        rows = "".join(f"{unit},{number + at}\n" for at, unit in enumerate(units))
        path.write_text(f"adcode,residents\n{rows}", encoding="utf-8")
    for table in tables:
        once = begin(job, place, table)
        once.join()
        assert once.exitcode == 0
        states.append(state(job, place))
    steps, which = 0, 1
    while True:
        killed_there = CHILDREN.Process(
            target=killed.run_until, args=(steps, job, place.root, tables[1 - which])
        )
        killed_there.start()
        killed_there.join()
        if killed_there.exitcode == 0:
            break
        assert killed_there.exitcode == 9
        steps += 1
        assert state(job, place) in states
        again = begin(job, place, tables[which])
        again.join()
        assert again.exitcode == 0
        assert state(job, place) == states[which]
        assert left_behind(place.root) == []
    assert steps > 20


def test_the_office_and_its_jobs_killed_at_random_moments(place: Workspace, tmp_path: Path) -> None:
    """The job of a window and the window itself end together, as in a power cut."""
    tables = tmp_path / "a.csv", tmp_path / "b.csv"
    for path, number in zip(tables, (10, 7_000_000), strict=True):
        path.write_text(f"adcode,residents\n990101,{number}\n990102,5\n", encoding="utf-8")
    states, seconds = [], 0.0
    for which in (0, 1):
        prepare("build", place, tables, which)
        started = time.monotonic()
        job = finished(place, store.start("build", {}, title=_TITLE, place=place))
        seconds = time.monotonic() - started
        assert job.state == "done", job.error
        states.append(state("build", place))
    assert states[0] != states[1]
    chance, kills, which = random.Random(SEED), 0, 1
    with office(place.root) as running:
        running.kill()  # what the window shows stands in files, not in its process
    while kills < (KILLS + 1) // 2:
        which = 1 - which
        prepare("build", place, tables, which)
        name = store.start("build", {}, title=_TITLE, place=place)
        pid = store.folder_of(place) / name / store.PID
        while not pid.exists() or not pid.read_text():
            time.sleep(0.01)
        time.sleep(chance.uniform(0.0, 1.0) * seconds)
        with contextlib.suppress(ProcessLookupError):
            os.kill(int(pid.read_text()), signal.SIGKILL)
        if (ended := finished(place, name).state) == "done":
            seconds *= 0.9
            continue
        kills += 1
        assert ended == "cut_short"
        for path, content in state("build", place).items():
            assert content in (states[0].get(path), states[1].get(path)), path
        assert "数据没有丢" in client(place).get(f"/jobs/{name}").text
    again = finished(place, store.start("build", {}, title=_TITLE, place=place))
    assert again.state == "done", again.error
    assert state("build", place) == states[which]
    # a result is there as soon as it is whole; its writer clears its folder away after that
    until = time.monotonic() + 60
    while left_behind(place.root) and time.monotonic() < until:
        time.sleep(0.05)
    assert left_behind(place.root) == []


#: Tells when it begins, and so is ended while modules are read, or at work.
START = """
import os, signal, sys
# a run in the background of a shell ignores it, and hands that down
signal.signal(signal.SIGINT, signal.default_int_handler)
try:
    os.write(int(sys.argv.pop(1)), b"1")
    from gisplan.cli import main
    code = main()
except KeyboardInterrupt as error:
    import traceback
    # It is Python that was ended, as long as none of gisplan's own statements was reached that
    # can catch it. That is gisplan/cli/__init__.py: to get there Python runs gisplan/__init__.py,
    # which a library must leave without a handler of signals, and which brings nothing in.
    before = os.path.join("gisplan", "__init__.py")
    files = [one.filename for one in traceback.extract_tb(error.__traceback__)]
    if all("gisplan" not in one or one.endswith(before) for one in files):
        sys.exit(98)
    traceback.print_exc()
    sys.exit(99)
sys.exit(code)
"""


def whole(told: str) -> None:
    """A sentence says that it was ended, and nothing else is wrong."""
    assert "Traceback" not in told
    assert "Exception ignored" not in told
    assert [line for line in told.splitlines() if "已中断" in line or "ended" in line]


def test_ctrl_c_at_random_moments_of_the_start(place: Workspace) -> None:
    words = ["build", "-C", str(place.root), "--lang", "en"]
    chance, seconds, ended = random.Random(SEED), 0.0, 0
    while ended < (KILLS + 1) // 2:
        begun, tells = os.pipe()
        process = subprocess.Popen(
            [sys.executable, "-c", START, str(tells), *words],
            pass_fds=[tells], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
            encoding="utf-8",
        )  # fmt: skip
        os.close(tells)
        assert os.read(begun, 1) == b"1"
        os.close(begun)
        started = time.monotonic()
        if seconds:
            time.sleep(chance.uniform(0.0, 0.9) * seconds)
            process.send_signal(signal.SIGINT)
        told, _ = process.communicate()
        if process.returncode == 98:
            continue
        if process.returncode == 0:
            took = time.monotonic() - started
            seconds = min(took, seconds * 0.9) if seconds else took
            continue
        ended += 1
        if process.returncode == -signal.SIGINT:  # Python was ending, and all was done and told
            assert "up to date" in told or "overview" in told, told
            assert "Traceback" not in told
            continue
        assert process.returncode == 130, told
        whole(told)


@pytest.mark.parametrize("job", ["build", "export", "import"])
def test_ctrl_c_at_random_moments_of_the_work(place: Workspace, tmp_path: Path, job: str) -> None:
    table, told = tmp_path / "t.csv", tmp_path / "told"
    table.write_text("adcode,residents\n620102,7\n620103,8\n", encoding="utf-8")
    words = {
        "build": ["build"],
        "export": ["export", "joined", *(w for name in killed.NAMES for w in ("--format", name))],
        "import": ["import", str(table), "--layer", "figures", "--replace"],
    }[job]
    words += ["-C", str(place.root), "--lang", "en"]
    chance, seconds, ended, states = random.Random(SEED), 0.0, 0, []
    which = 0
    while ended < (KILLS + 1) // 2:
        which += 1
        if job != "import":
            (place.layers / "figures.csv").write_text(
                f"adcode,residents\n990101,{which % 2}\n990102,5\n", encoding="utf-8"
            )
        begun = CHILDREN.Event()
        process = CHILDREN.Process(target=killed.interrupted, args=(words, told, begun))
        process.start()
        begun.wait()
        started = time.monotonic()
        if len(states) == 2:
            time.sleep(chance.uniform(0.0, 1.0) * seconds)
            with contextlib.suppress(ProcessLookupError):  # it was done before
                os.kill(process.pid, signal.SIGINT)
        process.join()
        if len(states) < 2:
            assert process.exitcode == 0, told.read_text(encoding="utf-8")
            seconds = time.monotonic() - started
            states.append(state(job, place))
            continue
        if process.exitcode == 0:
            seconds = min(time.monotonic() - started, seconds * 0.9)
            continue
        ended += 1
        assert process.exitcode == 130, told.read_text(encoding="utf-8")
        whole(told.read_text(encoding="utf-8"))
        for name, content in state(job, place).items():
            assert content in (states[0].get(name), states[1].get(name)), name
    begun = CHILDREN.Event()  # held until the process has it
    again = CHILDREN.Process(target=killed.interrupted, args=(words, told, begun))
    again.start()
    again.join()
    assert again.exitcode == 0
    assert left_behind(place.root) == []
