"""The p-median on graphs like those of the OR-Library, against the classic programme."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from gisplan.analysis.siting import models as siting
from gisplan.analysis.siting.models import Problem, Rules
from tests.siting_cases import Extra, classic_p_median

sys.path.insert(0, str(Path(__file__).parent.parent / "benchmarks"))
import pmed


def solve(cost: np.ndarray, p: int, weight: object = 1.0) -> siting.Solution:
    ids = range(len(cost))
    demand = pd.DataFrame({"id": ids, "weight": weight})
    problem = Problem.from_matrix(
        demand, pd.DataFrame({"id": range(cost.shape[1])}), pd.DataFrame(cost)
    )
    return siting.p_median(problem, Rules(p=p))


@pytest.mark.parametrize(("nodes", "p"), [(100, 5), (100, 10), (100, 33)])
def test_equal_to_the_classic_programme(nodes: int, p: int) -> None:
    cost = pmed.generate(nodes, p, seed=7).distances()
    answer = solve(cost, p)
    assert answer.status == "optimal"
    assert answer.objective == pytest.approx(classic_p_median(cost, p))
    assert answer.gap == 0


@pytest.mark.parametrize(("nodes", "p"), [(200, 5), (300, 100), (400, 40)])
def test_larger_graphs_are_proven(nodes: int, p: int) -> None:
    answer = solve(pmed.generate(nodes, p, seed=7).distances(), p)
    assert answer.status == "optimal"
    assert len(answer.chosen) == p


@pytest.mark.parametrize("seed", range(40))
def test_costs_without_geometry_under_all_rules(seed: int) -> None:
    """Random costs leave wide gaps, so that the closing has work to do."""
    rng = np.random.default_rng(seed)
    n, m = int(rng.integers(10, 35)), int(rng.integers(6, 13))
    p = int(rng.integers(2, m))
    cost = rng.integers(1, 100, (n, m)).astype(float) if seed % 2 else rng.random((n, m))
    weight, price = rng.integers(1, 9, n), rng.integers(1, 20, m)
    budget = float(rng.integers(price.min(), price.sum())) if seed % 3 else None
    near = rng.random((m, m)) < 0.2
    pairs = tuple((a, b) for a in range(m) for b in range(a) if near[a, b]) if seed % 5 else ()
    charged = seed % 4 == 0
    problem = Problem.from_matrix(
        pd.DataFrame({"id": range(n), "weight": weight}),
        pd.DataFrame({"id": range(m), "cost": price}),
        pd.DataFrame(cost),
    )
    spacing = pd.DataFrame(pairs, columns=["a", "b"]).assign(distance=1.0)
    rules = Rules(p=p, budget=budget, spacing=spacing, apart=2.0)
    answer = (siting.fixed_charge if charged else siting.p_median)(problem, rules)
    best = classic_p_median(
        cost * weight[:, None],
        p,
        Extra(price if charged else 0.0, price, np.inf if budget is None else budget, pairs),
    )
    assert answer.status == "optimal"
    assert answer.objective == pytest.approx(best, rel=1e-6)
    assert answer.bound <= best * (1 + 1e-9)


def test_points_with_weights_equal_the_classic_programme() -> None:
    rng = np.random.default_rng(11)
    weight = rng.integers(1, 500, 150)
    cost = np.hypot(*(rng.random((150, 2)).T[:, :, None] - rng.random((40, 2)).T[:, None, :]))
    answer = solve(cost, 7, weight)
    assert answer.status == "optimal"
    assert answer.objective == pytest.approx(classic_p_median(cost * weight[:, None], 7), rel=1e-6)


def test_file_format_and_repeated_edges(tmp_path: Path) -> None:
    path = tmp_path / "pmed.txt"
    path.write_text(" 4 5 2\n 1 2 30\n 2 3 10\n 3 4 10\n 2 1 5\n 1 4 99\n", encoding="ascii")
    graph = pmed.read(path)
    assert (graph.nodes, graph.p) == (4, 2)
    # The edge 1-2 stands twice; the last, 5, counts.
    expected = [[0, 5, 15, 25], [5, 0, 10, 20], [15, 10, 0, 10], [25, 20, 10, 0]]
    assert graph.distances().tolist() == expected
    assert solve(graph.distances(), graph.p).objective == 15
    pmed.write(graph, tmp_path / "again.txt")
    assert pmed.read(tmp_path / "again.txt").distances().tolist() == expected
    made = pmed.generate(50, 5, seed=1)
    pmed.write(made, path)
    assert (pmed.read(path).distances() == made.distances()).all()
    assert np.isfinite(made.distances()).all()
