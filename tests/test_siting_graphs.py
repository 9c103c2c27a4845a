"""The p-median on graphs like those of the OR-Library, against the classic programme."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from siting_cases import classic_p_median

from gisplan import siting
from gisplan.siting import Problem, Rules

sys.path.insert(0, str(Path(__file__).parent.parent / "benchmarks"))
import pmed  # noqa: E402


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
