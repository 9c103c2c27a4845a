"""No answer is below a greedy one, and more sites, reach or money never give less.

Both where the solver has its time and where it has none at all; on instances of both kinds,
spread evenly and in clusters.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import pandas as pd
import pytest
from scipy.optimize import linprog

from gisplan.analysis.siting import models as siting
from gisplan.analysis.siting.models import Problem, Rules, Solution, capacitated

#: None at all, and some.
SECONDS = (1e-9, 0.4)


@dataclass(frozen=True)
class Instance:
    cost: np.ndarray
    weight: np.ndarray
    price: np.ndarray
    capacity: np.ndarray

    @property
    def problem(self) -> Problem:
        n, m = self.cost.shape
        return Problem.from_matrix(
            pd.DataFrame({"id": range(n), "weight": self.weight}),
            pd.DataFrame({"id": range(m), "cost": self.price, "capacity": self.capacity}),
            pd.DataFrame(self.cost),
        )

    def greedy(self, worth: Callable[[np.ndarray], float], may: Callable[[list], bool]) -> float:
        """Open the site of greatest worth as long as one may be opened and gains."""
        chosen: list[int] = []
        best = worth(np.array(chosen, dtype=int))
        while True:
            options = [j for j in range(len(self.price)) if j not in chosen and may([*chosen, j])]
            values = [worth(np.array([*chosen, j])) for j in options]
            if not values or max(values) <= best:
                return best
            best = max(values)
            chosen.append(options[int(np.argmax(values))])

    def nearest(self, chosen: np.ndarray) -> np.ndarray:
        return self.cost[:, chosen].min(axis=1, initial=1e6)


@pytest.fixture(scope="module", params=[("even", 3), ("clustered", 4)], ids=lambda p: p[0])
def instance(request: pytest.FixtureRequest) -> Instance:
    kind, seed = request.param
    rng = np.random.default_rng(seed)
    n, m = 160, 32
    if kind == "even":
        demand, sites = rng.random((n, 2)) * 100, rng.random((m, 2)) * 100
    else:
        demand = (rng.random((8, 2)) * 100)[rng.integers(0, 8, n)] + rng.normal(0, 5, (n, 2))
        sites = demand[rng.choice(n, m, replace=False)]
    weight = rng.integers(1, 1000, n).astype(float)
    return Instance(
        cost=np.hypot(*(demand[:, None] - sites[None]).transpose(2, 0, 1)),
        weight=weight,
        price=rng.integers(10, 40, m).astype(float),
        capacity=np.round(weight.sum() * 5 / m * rng.uniform(0.5, 1.5, m)),
    )


def true(answer: Solution) -> float:
    """The objective of an answer that is there, whose bound is on its right side."""
    assert answer.status in ("optimal", "feasible")
    assert answer.objective is not None
    assert answer.bound is not None
    most = answer.model in ("mclp", "backup_coverage")
    gap = answer.bound - answer.objective if most else answer.objective - answer.bound
    assert gap >= -1e-6 * abs(answer.objective)
    return answer.objective


def rising(values: list[float]) -> None:
    assert all(b >= a * (1 - 1e-9) for a, b in pairwise(values)), values


@pytest.mark.parametrize("seconds", SECONDS)
def test_coverage(instance: Instance, seconds: float) -> None:
    problem, weight = instance.problem, instance.weight

    def once(reach: float) -> Callable[[np.ndarray], float]:
        return lambda chosen: float(weight[instance.nearest(chosen) <= reach].sum())

    def twice(chosen: np.ndarray) -> float:
        count = (instance.cost[:, chosen] <= 20).sum(axis=1)
        return float(0.6 * weight[count >= 1].sum() + 0.4 * weight[count >= 2].sum())

    by_number, by_reach, by_money, backed = [], [], [], []
    for p in (3, 5, 8, 12):
        by_number.append(true(siting.mclp(problem, Rules(p=p), reach=14, seconds=seconds)))
        assert by_number[-1] >= instance.greedy(once(14), lambda chosen, p=p: len(chosen) <= p)
        backed.append(
            true(siting.backup_coverage(problem, Rules(p=p), reach=20, first=0.6, seconds=seconds))
        )
        least = instance.greedy(twice, lambda chosen, p=p: len(chosen) <= p)
        assert backed[-1] >= least * (1 - 1e-12)
    for reach in (8, 11, 14, 18):
        by_reach.append(true(siting.mclp(problem, Rules(p=6), reach=reach, seconds=seconds)))
    for budget in (60, 100, 160, 240):
        answer = siting.mclp(problem, Rules(budget=budget), reach=14, seconds=seconds)
        by_money.append(true(answer))
        assert instance.price[list(answer.chosen)].sum() <= budget
        least = instance.greedy(
            once(14), lambda chosen, b=budget: instance.price[chosen].sum() <= b
        )
        assert by_money[-1] >= least
    for values in (by_number, by_reach, by_money, backed):
        rising(values)


@pytest.mark.parametrize("seconds", SECONDS)
def test_all_covered_and_the_farthest(instance: Instance, seconds: float) -> None:
    problem, n = instance.problem, len(instance.weight)
    needed, far = [], []
    alone = instance.cost.min(axis=1).max()
    for reach in (alone, 1.2 * alone, 1.6 * alone, 2.2 * alone):
        needed.append(-true(siting.lscp(problem, reach=reach, seconds=seconds)))
        covered = np.zeros(n, dtype=bool)
        greedy = 0
        while not covered.all():
            site = ((instance.cost <= reach) & ~covered[:, None]).sum(axis=0).argmax()
            covered |= instance.cost[:, site] <= reach
            greedy += 1
        assert -needed[-1] <= greedy
        cheap = siting.lscp(problem, reach=reach, minimise="cost", seconds=seconds)
        assert true(cheap) <= instance.price.sum()
        assert instance.nearest(np.array(cheap.chosen)).max() <= reach
    for p in (2, 4, 7, 11):
        far.append(-true(siting.p_centre(problem, Rules(p=p), seconds=seconds)))
        worst = instance.greedy(
            lambda chosen: -float(instance.nearest(chosen).max()),
            lambda chosen, p=p: len(chosen) <= p,
        )
        assert far[-1] >= worst
    rising(needed)
    rising(far)


@pytest.mark.parametrize("seconds", SECONDS)
def test_ways(instance: Instance, seconds: float) -> None:
    problem, weight = instance.problem, instance.weight

    def way(chosen: np.ndarray) -> float:
        return -float(weight @ instance.nearest(chosen))

    short, charged = [], []
    for p in (2, 4, 7, 11):
        short.append(-true(siting.p_median(problem, Rules(p=p), seconds=seconds)))
        assert short[-1] >= instance.greedy(way, lambda chosen, p=p: len(chosen) <= p) * (1 + 1e-9)
        charged.append(-true(siting.fixed_charge(problem, Rules(p=p), rate=0.01, seconds=seconds)))
        least = instance.greedy(
            lambda chosen: 0.01 * way(chosen) - float(instance.price[chosen].sum()),
            lambda chosen, p=p: len(chosen) <= p,
        )
        assert charged[-1] >= least * (1 + 1e-9)
    rising(short)
    rising(charged)


@pytest.mark.parametrize("whole", [False, True])
@pytest.mark.parametrize("seconds", SECONDS)
def test_capacities(instance: Instance, seconds: float, *, whole: bool) -> None:
    problem, found = instance.problem, []
    for p in (10, 14, 20):
        answer = siting.capacitated_p_median(problem, Rules(p=p), whole=whole, seconds=seconds)
        found.append(-true(answer))
        load = answer.assignment.groupby("site")["amount"].sum()
        assert (load <= instance.capacity[load.index] * (1 + 1e-6)).all()
        assert answer.assignment["amount"].sum() == pytest.approx(instance.weight.sum())
        assert answer.assignment["demand"].duplicated().any() <= (not whole)
        # without capacities it is a relaxation; the greedy sites of that, with them, an answer
        assert -found[-1] >= siting.p_median(problem, Rules(p=p)).objective * (1 - 1e-9)
        chosen: list[int] = []
        for _ in range(p):
            ways = [instance.weight @ instance.nearest([*chosen, j]) for j in range(32)]
            chosen.append(int(np.argmin(ways)))
        assert -found[-1] <= split(instance, chosen) * (1.02 if whole else 1 + 1e-6)
    rising(found)


def test_how_many_sites_a_charge_pays_for(monkeypatch: pytest.MonkeyPatch) -> None:
    # What the bound chose most often is an answer within 2 % (7 % before), HiGHS not asked.
    monkeypatch.setattr(capacitated, "_PROGRAMME", 0)
    monkeypatch.setattr(capacitated, "_VAIN", 0)
    monkeypatch.setattr(capacitated.PartSearch, "run", lambda _, *, grow: grow)
    rng = np.random.default_rng(2)
    n, m = 600, 100
    centre, share = rng.random((25, 2)) * 100, rng.lognormal(0, 1, 25)
    demand = centre[rng.choice(25, n, p=share / share.sum())] + rng.normal(0, 4, (n, 2))
    sites = demand[rng.choice(n, m, replace=False)]
    weight = rng.integers(1, 1001, n).astype(float)
    clustered = Instance(
        cost=np.hypot(*(demand[:, None] - sites[None]).transpose(2, 0, 1)),
        weight=weight,
        capacity=np.round(weight.sum() * 6 / m * rng.uniform(0.5, 1.5, m)),
        price=rng.integers(1000, 3000, m).astype(float),
    )
    answer = siting.fixed_charge(clustered.problem, capacitated=True, rate=0.05)
    assert true(answer) <= answer.bound * 1.02
    load = answer.assignment.groupby("site")["amount"].sum()
    assert (load <= clustered.capacity[load.index] * (1 + 1e-6)).all()


def split(instance: Instance, chosen: list[int]) -> float:
    """Least cost of serving all from some sites, their capacities kept."""
    n, k = len(instance.weight), len(chosen)
    answer = linprog(
        instance.cost[:, chosen].ravel(),
        A_ub=np.kron(np.ones(n), np.eye(k)),
        b_ub=instance.capacity[chosen],
        A_eq=np.kron(np.eye(n), np.ones(k)),
        b_eq=instance.weight,
    )
    return float(answer.fun) if answer.status == 0 else np.inf
