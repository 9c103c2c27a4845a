"""Siting beside its peer: MCLP against spopt, and the p-median of growing size.

    python benchmarks/bench_siting.py [graphs [--pmed FOLDER]]

``graphs`` solves one graph of each size of OR-Library's pmed1-pmed40, made by a seeded generator,
or the files pmed*.txt of a folder; it is no part of the table of all benchmarks. Each side
imports only what it needs.
"""

from __future__ import annotations

import argparse
import re
import sys
import time
from pathlib import Path

import numpy as np
import pandas as pd
import pmed
from measure import Row, main, side, timed

DEMAND, SITES, OPEN, REACH = 5000, 500, 20, 8.0


def points(n: int, m: int, *, seed: int = 1) -> tuple[np.ndarray, np.ndarray]:
    """Random points in a square of 100 by 100: distances and whole weights 1 to 1,000."""
    rng = np.random.default_rng(seed)
    demand, sites = rng.random((n, 2)) * 100, rng.random((m, 2)) * 100
    cost = np.empty((n, m))
    for row in range(n):  # row by row, so that no larger array than the data is ever held
        np.hypot(*(demand[row] - sites).T, out=cost[row])
    return cost, rng.integers(1, 1001, n)


def ours() -> dict:
    from gisplan.analysis.siting import models as siting

    cost, weight = points(DEMAND, SITES)
    demand = pd.DataFrame({"id": np.arange(DEMAND), "weight": weight})
    sites = pd.DataFrame({"id": np.arange(SITES)})
    matrix = pd.DataFrame(cost, copy=False)

    def job():
        problem = siting.Problem.from_matrix(demand, sites, matrix)
        return siting.mclp(problem, siting.Rules(p=OPEN), reach=REACH)

    taken, answer = timed(job)
    return {**taken, "objective": answer.objective, "status": answer.status}


def theirs() -> dict:
    import pulp
    from spopt.locate import MCLP

    cost, weight = points(DEMAND, SITES)

    def job():
        model = MCLP.from_cost_matrix(cost, weight, service_radius=REACH, p_facilities=OPEN)
        model.solve(pulp.HiGHS(msg=False, gapRel=0.0, threads=1))
        return model

    taken, model = timed(job)
    return {**taken, "objective": model.problem.objective.value()}


def median(n: int, m: int, p: int, seconds: float) -> dict:
    from gisplan.analysis.siting import models as siting

    cost, weight = points(n, m)
    demand = pd.DataFrame({"id": np.arange(n), "weight": weight})
    sites = pd.DataFrame({"id": np.arange(m)})

    def job():
        problem = siting.Problem.from_matrix(demand, sites, pd.DataFrame(cost))
        return siting.p_median(problem, siting.Rules(p=p), seconds=seconds)

    taken, answer = timed(job)
    return {**taken, "status": answer.status, "gap": answer.gap, "objective": answer.objective}


def graphs(folder: Path | None) -> None:
    """Solve graphs of the sizes of pmed1-pmed40, or the files themselves."""
    from gisplan.analysis.siting import models as siting

    given = pmed.all_sizes()
    if folder:
        paths = sorted(folder.glob("pmed*.txt"), key=lambda f: int(re.sub(r"\D", "", f.stem)))
        given = [(path.stem, pmed.read(path)) for path in paths]
    began = time.perf_counter()
    for name, graph in given:
        cost = graph.distances()
        n, m = cost.shape
        start = time.perf_counter()
        problem = siting.Problem.from_matrix(
            pd.DataFrame({"id": np.arange(n), "weight": 1.0}),
            pd.DataFrame({"id": np.arange(m)}),
            pd.DataFrame(cost),
        )
        answer = siting.p_median(problem, siting.Rules(p=graph.p), seconds=300)
        print(
            f"  {name:14} {n} x {m}, p = {graph.p:3}: {answer.status:9} {answer.objective:.6g} "
            f"gap {100 * answer.gap:.4f} %  {time.perf_counter() - start:.2f} s",
            flush=True,
        )
    print(f"  all: {time.perf_counter() - began:.0f} s")


def rows() -> list[Row]:
    a, b = side(__file__, "ours"), side(__file__, "theirs")
    same = abs(a["objective"] - b["objective"]) < 0.5
    above = [one["peak_mb"] - one["before_mb"] for one in (a, b)]
    found = [
        Row(
            what=f"MCLP, {DEMAND:,} x {SITES}, p = {OPEN}, built and solved",
            peer="spopt with HiGHS",
            ours=a,
            theirs=b,
            asked="15 times faster, a third of the memory above the data, the same objective",
            met=bool(b["seconds"] >= 15 * a["seconds"] and above[1] >= 3 * above[0] and same),
            result=f"{a['status']}, {'the same' if same else 'NOT THE SAME'} objective; above the "
            f"data {above[0]:.0f} MB, the peer {above[1]:.0f}",
            packages=["spopt", "PuLP", "highspy"],
        )
    ]
    for n, m, p, limit, asked in (
        (2000, 200, 20, 60, "proven in under 10 s"),
        (5000, 500, 50, 58, "proven, or a gap under 0.1 %, within 60 s"),
    ):
        told = side(__file__, "median", n, m, p, limit)
        proven = told["status"] == "optimal" or (n > 2000 and told["gap"] < 0.001)
        found.append(
            Row(
                what=f"p-median, {n:,} x {m}, p = {p}",
                peer="none: a model cut to the nearest pairs proves nothing of the whole",
                ours=told,
                asked=asked,
                met=bool(proven and told["seconds"] < (10 if n == 2000 else 60)),
                result=f"{told['status']}, gap {100 * told['gap']:.4f} %",
            )
        )
    return found


if __name__ == "__main__":
    if sys.argv[1:2] == ["graphs"]:
        parser = argparse.ArgumentParser()
        parser.add_argument("--pmed", type=Path)
        graphs(parser.parse_args(sys.argv[2:]).pmed)
    else:
        main({"ours": ours, "theirs": theirs, "median": median}, rows)
