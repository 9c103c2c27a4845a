"""Graphs of the p-median: the OR-Library file format, and a seeded generator of its sizes.

The format (Beasley 1985, files pmed1 to pmed40): a first line ``nodes edges p``, then one
line ``node node length`` per edge, nodes counted from 1. An edge joins both ways; where it is
given twice, the last one counts. Costs are lengths of shortest paths between all pairs.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.sparse import coo_array
from scipy.sparse.csgraph import shortest_path

#: (nodes, p) of pmed1 to pmed40.
SIZES: tuple[tuple[int, int], ...] = tuple(
    (n, p)
    for n, ps in {
        100: (5, 10, 10, 20, 33),
        200: (5, 10, 20, 40, 67),
        300: (5, 10, 30, 60, 100),
        400: (5, 10, 40, 80, 133),
        500: (5, 10, 50, 100, 167),
        600: (5, 10, 60, 120, 200),
        700: (5, 10, 70, 140),
        800: (5, 10, 80),
        900: (5, 10, 90),
    }.items()
    for p in ps
)


@dataclass(frozen=True, slots=True)
class Graph:
    """Undirected graph of a p-median: edges (tail, head from 0; length) and p."""

    nodes: int
    p: int
    tail: np.ndarray
    head: np.ndarray
    length: np.ndarray

    def distances(self) -> np.ndarray:
        """Give the lengths of the shortest paths between all pairs of nodes."""
        low, high = np.minimum(self.tail, self.head), np.maximum(self.tail, self.head)
        key = low.astype(np.int64) * self.nodes + high
        # np.unique keeps the first; the last one counts, so it looks from the end.
        _, last = np.unique(key[::-1], return_index=True)
        keep = len(key) - 1 - last
        # SciPy before 1.12 takes indices of 32 bits alone
        low, high = low.astype(np.intc), high.astype(np.intc)
        shape = (self.nodes, self.nodes)
        matrix = coo_array((self.length[keep].astype(float), (low[keep], high[keep])), shape=shape)
        return shortest_path(matrix.tocsr(), method="D", directed=False)


def read(path: Path) -> Graph:
    """Read a file of the OR-Library format."""
    numbers = np.array(path.read_text(encoding="ascii").split(), dtype=np.int64)
    nodes, edges, p = (int(v) for v in numbers[:3])
    rows = numbers[3 : 3 + 3 * edges].reshape(edges, 3)
    return Graph(nodes, p, rows[:, 0] - 1, rows[:, 1] - 1, rows[:, 2])


def write(graph: Graph, path: Path) -> None:
    """Write a file of the OR-Library format."""
    lines = [f"{graph.nodes} {len(graph.tail)} {graph.p}"]
    edges = zip(graph.tail, graph.head, graph.length, strict=True)
    lines += [f"{a + 1} {b + 1} {c}" for a, b, c in edges]
    path.write_text("\n".join(lines) + "\n", encoding="ascii")


def generate(nodes: int, p: int, *, seed: int) -> Graph:
    """Make a connected random graph: nodes²/50 edges, lengths 1 to 100, as in pmed1-pmed40."""
    rng = np.random.default_rng([seed, nodes, p])
    edges = max(nodes * nodes // 50, nodes - 1)
    # A random tree joins all nodes; the other edges fall anywhere.
    order = rng.permutation(nodes)
    parent = order[(rng.random(nodes - 1) * np.arange(1, nodes)).astype(np.int64)]
    extra = edges - (nodes - 1)
    a = rng.integers(0, nodes, extra)
    b = (a + rng.integers(1, nodes, extra)) % nodes
    tail = np.concatenate([order[1:], a])
    head = np.concatenate([parent, b])
    return Graph(nodes, p, tail, head, rng.integers(1, 101, edges))


def all_sizes(*, seed: int = 1985) -> list[tuple[str, Graph]]:
    """Make one graph for each of the forty sizes."""
    return [
        (f"like-pmed{k}", generate(n, p, seed=seed + k)) for k, (n, p) in enumerate(SIZES, start=1)
    ]
