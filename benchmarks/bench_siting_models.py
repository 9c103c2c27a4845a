"""Each siting model beside a plain programme, on evenly spread and on clustered instances.

Run: ``python benchmarks/bench_siting_models.py``. The peer is the model as its textbook writes it,
over ``scipy.optimize.milp`` (HiGHS), with the same time; for the p-median spopt, which writes the
full programme too. The gap is what is proven of the own answer by each side.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from measure import Row, main, side, timed
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import block_array, coo_array, csr_array, eye_array, kron

LIMIT = 60.0
REACH = 8.0


def points(n: int, m: int, kind: str, *, seed: int = 1) -> tuple[np.ndarray, np.ndarray]:
    """Distances in a square of 100 by 100, and whole weights from 1 to 1,000."""
    rng = np.random.default_rng(seed)
    if kind == "even":
        demand, sites = rng.random((n, 2)) * 100, rng.random((m, 2)) * 100
    else:
        centres, share = rng.random((25, 2)) * 100, rng.lognormal(0, 1, 25)
        town = rng.choice(25, n, p=share / share.sum())
        demand = centres[town] + rng.normal(0, 4, (n, 2))
        sites = demand[rng.choice(n, m, replace=False)]
    weight = rng.integers(1, 1001, n).astype(float)
    return np.hypot(*(demand[:, None] - sites[None]).transpose(2, 0, 1)), weight


@dataclass(frozen=True)
class Instance:
    cost: np.ndarray
    weight: np.ndarray
    capacity: np.ndarray
    p: int


def capacities(weight: np.ndarray, m: int) -> np.ndarray:
    """Capacities that together hold six times the demand."""
    rng = np.random.default_rng(2)
    return np.round(weight.sum() * 6 / m * rng.uniform(0.5, 1.5, m))


def ours(model: str, n: int, m: int, kind: str, p: int) -> dict[str, Any]:
    from gisplan.analysis.siting import models as siting

    cost, weight = points(n, m, kind)
    demand = pd.DataFrame({"id": range(n), "weight": weight})
    sites = pd.DataFrame({"id": range(m), "capacity": capacities(weight, m)})
    matrix = pd.DataFrame(cost, copy=False)
    rules = siting.Rules(p=p) if p else None
    reach = 1.3 * float(cost.min(axis=1).max())
    within = {"seconds": LIMIT}

    def job() -> Any:
        problem = siting.Problem.from_matrix(demand, sites, matrix)
        if model == "mclp":
            return siting.mclp(problem, rules, reach=REACH, **within)
        if model == "backup_coverage":
            return siting.backup_coverage(problem, rules, reach=REACH, first=0.5, **within)
        if model == "lscp":
            return siting.lscp(problem, reach=reach, **within)
        return getattr(siting, model)(problem, rules, **within)

    taken, answer = timed(job)
    return {**taken, "objective": answer.objective, "gap": answer.gap, "status": answer.status}


def plain(model: str, n: int, m: int, kind: str, p: int) -> dict[str, Any]:
    cost, weight = points(n, m, kind)
    given = Instance(cost, weight, capacities(weight, m), p)
    job = {"mclp": _mclp, "lscp": _lscp, "capacitated_p_median": _capacitated}[model]
    taken, answer = timed(lambda: job(given))
    found = answer.x is not None
    sign = -1.0 if model == "mclp" else 1.0
    return {
        **taken,
        "objective": sign * float(answer.fun) if found else None,
        "gap": float(answer.mip_gap) if found else None,
        "status": "optimal" if answer.status == 0 else "not proven",
    }


def _solved(objective: np.ndarray, rows: list[LinearConstraint], whole: int) -> Any:
    integral = (np.arange(len(objective)) < whole).astype(int)
    return milp(
        objective,
        constraints=rows,
        integrality=integral,
        bounds=Bounds(0, 1),
        options={"time_limit": LIMIT, "mip_rel_gap": 0.0},
    )


def _mclp(given: Instance) -> Any:
    n, m = given.cost.shape
    cover = csr_array((given.cost <= REACH).astype(float))
    rows = block_array([[cover, -eye_array(n)]], format="csr")
    number = csr_array(np.concatenate([np.ones(m), np.zeros(n)])[None, :])
    limits = [LinearConstraint(rows, 0, np.inf), LinearConstraint(number, 0, given.p)]
    return _solved(np.concatenate([np.zeros(m), -given.weight]), limits, m)


def _lscp(given: Instance) -> Any:
    cost = given.cost
    cover = csr_array((cost <= 1.3 * float(cost.min(axis=1).max())).astype(float))
    return _solved(np.ones(cost.shape[1]), [LinearConstraint(cover, 1, np.inf)], cost.shape[1])


def _capacitated(given: Instance) -> Any:
    cost, weight, capacity = given.cost, given.weight, given.capacity
    n, m = cost.shape
    none = coo_array((n, m))
    each = kron(eye_array(n), np.ones((1, m)))
    load = kron(weight[None, :], eye_array(m))
    link = kron(np.ones((n, 1)), eye_array(m))
    rows = [
        LinearConstraint(block_array([[none, each]], format="csr"), 1, 1),
        LinearConstraint(block_array([[-eye_array(m) * capacity, load]], format="csr"), -np.inf, 0),
        LinearConstraint(block_array([[-link, eye_array(n * m)]], format="csr"), -np.inf, 0),
        LinearConstraint(np.concatenate([np.ones(m), np.zeros(n * m)])[None, :], 0, given.p),
    ]
    travel = (weight[:, None] * cost).ravel()
    return _solved(np.concatenate([np.zeros(m), travel]), rows, m)


def spopt(n: int, m: int, kind: str, p: int) -> dict[str, Any]:
    import pulp
    from spopt.locate import PMedian

    cost, weight = points(n, m, kind)

    def job() -> Any:
        model = PMedian.from_cost_matrix(cost, weight, p_facilities=p)
        model.solve(pulp.HiGHS(msg=False, gapRel=0.0, threads=1, timeLimit=5 * LIMIT))
        return model

    taken, model = timed(job)
    return {**taken, "objective": model.problem.objective.value(), "gap": None, "status": ""}


def _said(name: str, told: dict[str, Any]) -> str:
    if told["objective"] is None:
        return f"{name} no answer"
    gap = "" if told["gap"] is None else f", gap {100 * told['gap']:.2f} %"
    return f"{name} {told['objective']:,.6g}{gap}"


#: Model, demand, sites, kind, p, and the peer.
ASKED = (
    ("mclp", 5000, 500, "even", 40, "plain"),
    ("mclp", 5000, 500, "even", 60, "plain"),
    ("mclp", 5000, 500, "clustered", 40, "plain"),
    ("lscp", 5000, 500, "even", 0, "plain"),
    ("lscp", 5000, 500, "clustered", 0, "plain"),
    ("capacitated_p_median", 700, 88, "even", 20, "plain"),
    ("capacitated_p_median", 700, 88, "clustered", 20, "plain"),
    ("p_median", 700, 88, "even", 20, "spopt"),
    ("capacitated_p_median", 5000, 500, "even", 100, ""),
    ("backup_coverage", 5000, 500, "even", 40, ""),
    ("p_centre", 2000, 200, "even", 20, ""),
    ("p_centre", 5000, 500, "even", 20, ""),
)


def rows() -> list[Row]:
    found = []
    for model, n, m, kind, p, peer in ASKED:
        mine = side(__file__, "ours", model, n, m, kind, p)
        theirs = None
        if peer == "plain":
            theirs = side(__file__, "plain", model, n, m, kind, p)
        elif peer == "spopt":
            theirs = side(__file__, "spopt", n, m, kind, p)
        proof = model == "p_centre" and n == 2000
        met = mine["status"] == "optimal" or (not proof and mine["gap"] < 0.01)
        result = _said(mine["status"] + ",", mine)
        if theirs is not None:
            result += "; " + _said("the peer", theirs)
        number = f", p = {p}" if p else ""
        found.append(
            Row(
                what=f"{model.replace('_', ' ')}, {n:,} x {m}{number}, {kind}",
                peer={
                    "plain": "scipy.optimize.milp, the model as it is written",
                    "spopt": "spopt with HiGHS, the full p-median",
                    "": "none measured at this size",
                }[peer],
                ours=mine,
                theirs=theirs,
                asked="proven" if proof else "a gap under 1 % within 60 s",
                met=bool(met and mine["seconds"] < LIMIT + 10),
                result=result,
                packages={"spopt": ["spopt", "PuLP", "highspy"], "plain": ["scipy"], "": []}[peer],
            )
        )
    return found


if __name__ == "__main__":
    main({"ours": ours, "plain": plain, "spopt": spopt}, rows)
