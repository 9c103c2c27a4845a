"""Siting beside its peer: MCLP against spopt, and the p-median of growing size.

    python benchmarks/bench_siting.py [mclp] [points] [graphs] [--spopt FOLDER] [--pmed FOLDER]

``mclp`` needs spopt and pulp (here or in FOLDER). ``graphs`` solves one graph of each size of
OR-Library's pmed1-pmed40, made by a seeded generator, or the files pmed*.txt of a folder. Times
are wall-clock seconds; memory is the peak of the process, in MB, each run in a process of its
own, and what it had before the model is built. Each side imports only what it needs.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import resource
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pandas as pd
import pmed

DEMAND, SITES, OPEN, REACH = 5000, 500, 20, 8.0


def points(n: int, m: int, *, seed: int = 1) -> tuple[np.ndarray, np.ndarray]:
    """Random points in a square of 100 by 100: distances and whole weights 1 to 1,000."""
    rng = np.random.default_rng(seed)
    demand, sites = rng.random((n, 2)) * 100, rng.random((m, 2)) * 100
    cost = np.empty((n, m))
    for row in range(n):  # row by row, so that no larger array than the data is ever held
        np.hypot(*(demand[row] - sites).T, out=cost[row])
    return cost, rng.integers(1, 1001, n)


def peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def now() -> float:
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * resource.getpagesize() / 2**20


def ours() -> dict:
    from gisplan import siting  # noqa: PLC0415

    cost, weight = points(DEMAND, SITES)
    demand = pd.DataFrame({"id": np.arange(DEMAND), "weight": weight})
    sites = pd.DataFrame({"id": np.arange(SITES)})
    matrix = pd.DataFrame(cost, copy=False)
    before, began = now(), time.perf_counter()
    problem = siting.Problem.from_matrix(demand, sites, matrix)
    answer = siting.mclp(problem, siting.Rules(p=OPEN), reach=REACH)
    seconds = time.perf_counter() - began
    return {
        "objective": answer.objective,
        "status": answer.status,
        "seconds": seconds,
        "peak": peak(),
        "before": before,
    }


def theirs() -> dict:
    import pulp  # noqa: PLC0415
    from spopt.locate import MCLP  # noqa: PLC0415

    cost, weight = points(DEMAND, SITES)
    before, began = now(), time.perf_counter()
    model = MCLP.from_cost_matrix(cost, weight, service_radius=REACH, p_facilities=OPEN)
    built = time.perf_counter() - began
    model.solve(pulp.HiGHS(msg=False, gapRel=0.0, threads=1))
    seconds = time.perf_counter() - began
    return {
        "objective": model.problem.objective.value(),
        "status": "",
        "seconds": seconds,
        "built": built,
        "peak": peak(),
        "before": before,
    }


def mclp(spopt: str | None) -> None:
    found = {}
    for who in ("ours", "theirs"):
        path = [p for p in (os.environ.get("PYTHONPATH"), spopt if who == "theirs" else None) if p]
        env = os.environ | {"PYTHONPATH": os.pathsep.join(path)}
        done = subprocess.run(
            [sys.executable, __file__, f"--{who}"],
            env=env,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            print(f"  {who}: {done.stderr.strip().splitlines()[-1]}")
            return
        found[who] = json.loads(done.stdout.strip().splitlines()[-1])
    a, b = found["ours"], found["theirs"]
    print(f"MCLP {DEMAND} x {SITES}, p = {OPEN}")
    for name, r in (("gisplan", a), ("spopt", b)):
        print(
            f"  {name:8} {r['seconds']:7.2f} s  objective {r['objective']:.0f}  "
            f"peak {r['peak']:.0f} MB ({r['peak'] - r['before']:.0f} above the data)"
        )
    print(
        f"  {b['seconds'] / a['seconds']:.1f} times faster; "
        f"{b['peak'] / a['peak']:.1f} times less memory at peak, "
        f"{(b['peak'] - b['before']) / max(a['peak'] - a['before'], 1):.1f} above the data; "
        f"same objective: {abs(a['objective'] - b['objective']) < 0.5}"
    )


def median(name: str, cost: np.ndarray, weight: object, p: int, *, seconds: float) -> None:
    from gisplan import siting  # noqa: PLC0415

    n, m = cost.shape
    demand = pd.DataFrame({"id": np.arange(n), "weight": weight})
    sites = pd.DataFrame({"id": np.arange(m)})
    began, busy = time.perf_counter(), time.process_time()
    problem = siting.Problem.from_matrix(demand, sites, pd.DataFrame(cost))
    answer = siting.p_median(problem, siting.Rules(p=p), seconds=seconds)
    wall, cpu = time.perf_counter() - began, time.process_time() - busy
    print(
        f"  {name:14} {n} x {m}, p = {p:3}: {answer.status:9} {answer.objective:.6g} "
        f"gap {100 * answer.gap:.4f} %  {wall:.2f} s ({cpu:.2f} s of processor)",
        flush=True,
    )


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("parts", nargs="*")
    parser.add_argument("--spopt")
    parser.add_argument("--pmed", type=Path)
    parser.add_argument("--ours", action="store_true")
    parser.add_argument("--theirs", action="store_true")
    asked = parser.parse_args()
    if asked.ours or asked.theirs:
        print(json.dumps(ours() if asked.ours else theirs()))
        return
    parts = asked.parts or ["mclp", "points", "graphs"]
    if "mclp" in parts:
        mclp(asked.spopt)
    if "points" in parts:
        print("p-median of points")
        for p in (10, 20, 50):
            median("points", *points(2000, 200), p, seconds=60)
        for p in (20, 50, 100):
            median("points", *points(5000, 500), p, seconds=58)
    if "graphs" in parts:
        print("p-median of graphs")
        graphs = pmed.all_sizes()
        if asked.pmed:
            files = sorted(
                asked.pmed.glob("pmed*.txt"), key=lambda f: int(re.sub(r"\D", "", f.stem))
            )
            graphs = [(file.stem, pmed.read(file)) for file in files]
        began = time.perf_counter()
        for name, graph in graphs:
            median(name, graph.distances(), 1.0, graph.p, seconds=300)
        print(f"  all: {time.perf_counter() - began:.0f} s")


if __name__ == "__main__":
    main()
