"""What every benchmark shares: a row of the table, and one side measured in its own process."""

from __future__ import annotations

import importlib.metadata
import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any


@dataclass(kw_only=True)
class Row:
    """One comparison.

    ``ours`` and ``theirs`` are what :func:`side` gives (``theirs`` is None where no peer does this
    at all). ``asked`` says what was asked for in words; ``met`` whether it was. ``result`` says how
    the two results compare; ``packages`` are the peers whose versions are told.
    """

    what: str
    peer: str
    ours: dict[str, Any]
    theirs: dict[str, Any] | None = None
    asked: str = ""
    met: bool | None = None
    result: str = ""
    packages: list[str] = field(default_factory=list)

    @property
    def ratio(self) -> float | None:
        """How many times longer the peer took."""
        return self.theirs["seconds"] / self.ours["seconds"] if self.theirs else None

    @property
    def memory_ratio(self) -> float | None:
        """How many times more memory the peer took at its peak."""
        return self.theirs["peak_mb"] / self.ours["peak_mb"] if self.theirs else None

    def told(self) -> dict[str, Any]:
        """Give the row as it is written."""
        versions = {}
        for name in self.packages:
            versions[name] = importlib.metadata.version(name)
        return {**asdict(self), "ratio": self.ratio, "versions": versions}


def peak_mb() -> float:
    """Peak memory of this process, in MB.

    That of ``getrusage`` begins with the peak of the process that started this one, which has made
    the data.
    """
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    (peak,) = (line.split()[1] for line in lines if line.startswith("VmHWM:"))
    return int(peak) / 1024


def now_mb() -> float:
    """Memory of this process now, in MB."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * resource.getpagesize() / 2**20


def processor() -> float:
    """Processor seconds of this process and of those it waited for."""
    own, others = (
        resource.getrusage(of) for of in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    return own.ru_utime + own.ru_stime + others.ru_utime + others.ru_stime


def timed(job: Callable[[], Any], *, times: int = 1) -> tuple[dict[str, Any], Any]:
    """Run a job; give the fastest seconds and processor seconds, memory, and the result."""
    before, seconds, busy = now_mb(), [], []
    result = None
    for _ in range(times):
        result = None
        began, worked = time.perf_counter(), processor()
        result = job()
        seconds.append(time.perf_counter() - began)
        busy.append(processor() - worked)
    taken = {
        "seconds": min(seconds),
        "cpu_s": min(busy),
        "peak_mb": peak_mb(),
        "before_mb": before,
    }
    return taken, result


def side(file: str, name: str, *arguments: Any) -> dict[str, Any]:
    """Run one side of a comparison, ``SIDES[name](*arguments)`` of a file, in its own process."""
    words = [sys.executable, file, "--side", name, json.dumps(arguments)]
    env = {**os.environ, "PYTHONWARNINGS": "ignore"}
    done = subprocess.run(words, capture_output=True, text=True, check=False, env=env)
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["?"])[-1]
        raise RuntimeError(f"{Path(file).stem}, {name}: {last}")
    told: dict[str, Any] = json.loads(done.stdout.strip().splitlines()[-1])
    return told


def main(sides: Mapping[str, Callable[..., dict[str, Any]]], rows: Callable[[], list[Row]]) -> None:
    """Run a benchmark: one of its sides, all its rows as JSON, or as a table for people."""
    if sys.argv[1:2] == ["--side"]:
        print(json.dumps(sides[sys.argv[2]](*json.loads((sys.argv[3:] or ["[]"])[0]))))
        return
    found = rows()
    if sys.argv[1:2] == ["--json"]:
        print(json.dumps([row.told() for row in found], ensure_ascii=False))
        return
    for row in found:
        ours = f"{row.ours['seconds']:.2f} s, {row.ours['peak_mb']:.0f} MB"
        theirs = (
            f"{row.theirs['seconds']:.2f} s, {row.theirs['peak_mb']:.0f} MB" if row.theirs else "-"
        )
        ratio = f"{row.ratio:.1f} times" if row.ratio else ""
        print(f"{row.what}: {ours}; {row.peer}: {theirs} {ratio}")
        print(f"    {row.result}; asked: {row.asked or '-'}; met: {row.met}")
