"""The engines give the same figures; Dask with a real scheduler, and a worker that is killed."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import distributed
import pandas as pd
import pytest

from gisplan.catalog.workspace import Workspace, find
from gisplan.cli import main
from gisplan.cli.terminal import Pace
from gisplan.errors import EngineError, FileError, OptionError
from gisplan.pipeline.engines import Execution, Processes, chosen
from gisplan.pipeline.engines.distributed import Dask
from gisplan.pipeline.fingerprint import program_digest
from gisplan.text import Text
from tests import country

ROOT = Path(__file__).parents[1]
ROWS, CHUNK = 2400, 120


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    return country.make(tmp_path_factory.mktemp("engines") / "it", enterprises=ROWS)


@pytest.fixture(scope="module")
def alone(place: Workspace) -> dict[str, pd.DataFrame]:
    """What one process gives, in one chunk."""
    return country.tables(country.passed(place, country.chunked(ROWS)))


def test_processes_give_the_same(place: Workspace, alone: dict[str, pd.DataFrame]) -> None:
    execution = Execution(engine=Processes(2), chunk_rows=CHUNK * 5)
    country.require_same(country.tables(country.passed(place, execution)), alone)


def test_a_damaged_row_group_is_named_by_other_processes_too(
    place: Workspace, tmp_path: Path
) -> None:
    shutil.copytree(place.root, tmp_path / "it")
    spoilt = find(tmp_path / "it")
    path = min((spoilt.layers / "enterprises").rglob("*.parquet"))
    country.damage(path, group=1)
    with pytest.raises(FileError, match=f"{path.parent.name}/part-0.parquet, row group 2"):
        country.passed(spoilt, Execution(engine=Processes(2), chunk_rows=CHUNK * 5))


# -- Dask -----------------------------------------------------------------------------------


class Cluster:
    """A scheduler and workers, each a process of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.file = folder / "scheduler.json"
        self.processes: list[subprocess.Popen[bytes]] = []
        self.scheduler = self.start("scheduler", "--port", "0", "--no-dashboard")
        self.address = self._address()
        self.workers: list[subprocess.Popen[bytes]] = []

    def start(self, kind: str, *words: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "dask", kind, "--scheduler-file", str(self.file), *words]
        with (self.folder / f"{kind}-{len(self.processes)}.log").open("wb") as log:
            process = subprocess.Popen(
                command,
                cwd=self.folder,
                stdout=log,
                stderr=subprocess.STDOUT,
                env={**os.environ, "PYTHONPATH": str(ROOT)},
            )
        self.processes.append(process)
        return process

    def add_workers(self, count: int) -> None:
        for _ in range(count):
            words = ("--nthreads", "1", "--no-nanny", "--no-dashboard", "--memory-limit", "0")
            self.workers.append(self.start("worker", *words))

    def _address(self) -> str:
        for _ in range(600):
            if self.file.is_file():
                try:
                    return str(json.loads(self.file.read_text())["address"])
                except ValueError:
                    pass  # half written
            time.sleep(0.1)
        raise TimeoutError("no scheduler")

    def end(self) -> None:
        for process in reversed(self.processes):
            process.kill()
            process.wait()


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    made = Cluster(tmp_path_factory.mktemp("dask"))
    made.add_workers(3)
    yield made
    made.end()


def test_on_dask_with_a_worker_killed_in_mid_run_to_the_last_digit(
    place: Workspace, alone: dict[str, pd.DataFrame], cluster: Cluster
) -> None:
    done: list[int] = []

    def told(_what: Text, rows: int, _of: int) -> None:
        done.append(rows)
        if len(done) == 4:
            cluster.workers[0].send_signal(signal.SIGKILL)
            cluster.workers[0].wait()

    engine = Dask(cluster.address, program_digest)
    # all three are to be there, so that the one that dies has work
    with distributed.Client(cluster.address, set_as_default=False) as client:
        client.wait_for_workers(3, timeout=60)
    found = country.passed(place, Execution(engine=engine, told=told, chunk_rows=CHUNK))
    country.require_same(country.tables(found), alone)
    assert found.kept == 0
    assert found.chunks >= ROWS / CHUNK
    assert cluster.workers[0].poll() == -signal.SIGKILL
    assert all(worker.poll() is None for worker in cluster.workers[1:])


def test_the_command_line_on_dask(
    place: Workspace, cluster: Cluster, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["export", "enterprises", "--format", "parquet", "-C", str(place.root), "--lang", "en"]
    assert main([*words, "--engine", "dask", "--scheduler", cluster.address]) == 0
    by_dask = place.exports / "enterprises.parquet" / "part-00000.parquet"
    content = by_dask.read_bytes()
    assert main(words) == 0
    assert by_dask.read_bytes() == content
    assert "2,400 of 2,400 rows" in capsys.readouterr().err


def test_a_worker_of_another_version_is_refused(place: Workspace, cluster: Cluster) -> None:
    engine = Dask(cluster.address, lambda: f"of process {os.getpid()}")
    with pytest.raises(EngineError, match="differs on worker"):
        country.passed(place, Execution(engine=engine))


def test_a_scheduler_that_is_not_there_is_told() -> None:
    engine = Dask("tcp://127.0.0.1:9", program_digest, patience=0.5)
    with pytest.raises(
        EngineError, match=r"can't reach the Dask scheduler at tcp://127\.0\.0\.1:9"
    ):
        list(engine.run(len, ["task"]))


# -- options --------------------------------------------------------------------------------


def test_options_that_do_not_go_together_are_told() -> None:
    with pytest.raises(OptionError, match="go together"):
        chosen("dask", version=program_digest)
    with pytest.raises(OptionError, match="go together"):
        chosen("embedded", version=program_digest, scheduler="tcp://localhost:8786")
    with pytest.raises(OptionError, match="--workers"):
        chosen("embedded", version=program_digest, workers=2)


def test_a_process_that_dies_is_told_and_not_waited_for() -> None:
    with pytest.raises(EngineError, match="ended unexpectedly"):
        list(Processes(1).run(os._exit, [3]))


# -- time left ------------------------------------------------------------------------------


def test_the_time_left_goes_by_the_pace_of_this_run() -> None:
    now = [100.0]
    pace = Pace(clock=lambda: now[0])
    assert pace.left(400, 1000) is None  # an earlier run did these
    now[0] += 10
    assert pace.left(500, 1000) == 50.0
    now[0] += 30
    assert pace.left(900, 1000) == 8.0
    now[0] += 8
    assert pace.left(1000, 1000) is None


def test_lines_come_half_a_minute_apart_and_at_both_ends() -> None:
    now = [0.0]
    pace = Pace(clock=lambda: now[0])
    due = []
    for second in range(0, 100, 10):
        now[0] = float(second)
        due.append(pace.is_due(second, 90))
    assert due == [True, False, False, True, False, False, True, False, False, True]
