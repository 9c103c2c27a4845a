"""All open sites moved at once, with capacities: held against every way to place them."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gisplan.analysis.siting.models.capacitated_flow import Loads, flow_to
from gisplan.analysis.siting.models.capacitated_moves import moved


def loads_of(seed: int, *, budget: float = np.inf, conflict: np.ndarray | None = None) -> Loads:
    """Give seven demands, five sites, the first of which stays open or not, and three open ones."""
    rng = np.random.default_rng(seed)
    return Loads(
        most=3,
        fixed=np.array([bool(seed % 2), False, False, False, False]),
        price=np.ones(5),
        budget=budget,
        conflict=conflict,
        cost=rng.random((7, 5)) * 10,
        weight=rng.integers(1, 6, 7).astype(float),
        room=rng.integers(12, 30, 5).astype(float),
        charge=rng.random(5) * (seed % 3),
        missing=1000.0,
    )


@settings(max_examples=60, deadline=None)
@given(seed=st.integers(0, 10_000))
def test_sites_are_moved_to_the_best_places_of_all(seed: int) -> None:
    loads = loads_of(seed)
    flow = flow_to(loads, np.array([0, 1, 2]))
    served = np.zeros((3, 7))
    np.add.at(served, (flow.site, flow.row), flow.amount)

    def cost(places: tuple[int, ...]) -> float:
        if any(served[k].sum() > loads.room[place] + 1e-9 for k, place in enumerate(places)):
            return np.inf
        if loads.fixed[0] and places[0] != 0:
            return np.inf
        ways = sum(float(served[k] @ loads.cost[:, place]) for k, place in enumerate(places))
        return ways + float(loads.charge[list(places)].sum())

    best = min(cost(places) for places in itertools.permutations(range(5), 3))
    found = moved(loads, flow)
    if found is None:
        assert best >= cost((0, 1, 2)) * (1 - 1e-8)
        return
    assert loads.keeps(found)
    assert best < cost((0, 1, 2))
    # all served anew from there costs no more than it does from the best places of all
    assert flow_to(loads, found).value - loads.missing * flow.unserved <= best * (1 + 1e-9)


@pytest.mark.parametrize(
    "loads", [loads_of(1, budget=3.0), loads_of(1, conflict=np.zeros((5, 5), dtype=bool))]
)
def test_none_is_moved_where_sites_are_bound_to_each_other(loads: Loads) -> None:
    assert moved(loads, flow_to(loads, np.array([0, 1, 2]))) is None
