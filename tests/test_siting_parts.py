"""A part of an answer with capacities chosen anew: held against every choice of its sites."""

from __future__ import annotations

import itertools
from dataclasses import replace

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from gisplan.analysis.siting.models.capacitated_bound import CapacityBound
from gisplan.analysis.siting.models.capacitated_flow import Loads, flow_to
from gisplan.analysis.siting.models.capacitated_part import part_of, solved
from gisplan.analysis.siting.models.capacitated_parts import PartSearch
from gisplan.analysis.siting.models.capacitated_search import CapacitatedSearch

OPEN, PART, CLOSED = np.array([0, 1, 2, 3]), np.array([1, 2]), np.array([4, 5, 6, 7])


def loads_of(seed: int) -> Loads:
    """Give twelve demands and eight sites, with money, pairs apart and a site that stays open."""
    rng = np.random.default_rng(seed)
    apart = np.triu(rng.random((8, 8)) < 0.15, 1)
    apart[:4, :4] = False
    return Loads(
        most=4 + seed % 2,
        fixed=np.arange(8) == (1 if seed % 3 == 0 else 0),
        price=np.arange(8) % 3 + 1.0,
        budget=(np.inf, 8.0, 9.0)[seed % 3],
        conflict=apart | apart.T if seed % 4 else None,
        cost=rng.random((12, 8)) * 10,
        weight=rng.integers(1, 6, 12).astype(float),
        room=rng.integers(13, 30, 8).astype(float),
        charge=rng.random(8) * 10 * (seed % 2),
        missing=1000.0,
    )


@settings(max_examples=60, deadline=None)
@given(seed=st.integers(0, 10_000))
def test_a_part_is_chosen_for_good(seed: int) -> None:
    loads = loads_of(seed)
    flow = flow_to(loads, OPEN)
    if flow.unserved > 0:
        return
    part = part_of(loads, flow, PART, CLOSED, slack=np.full(12, np.inf))
    chosen, full = solved(part, seconds=10.0)
    # the part alone: what its sites serve now, and no other
    mine = np.isin(flow.site, PART)
    weight = np.bincount(flow.row[mine], weights=flow.amount[mine], minlength=12)
    alone = replace(loads, cost=loads.cost[weight > 0], weight=weight[weight > 0])
    best = np.inf
    for number in range(1, 4):
        for sites in itertools.combinations([1, 2, 4, 5, 6, 7], number):
            if loads.keeps(np.array([0, 3, *sites])):
                one = flow_to(alone, np.array(sites))
                best = min(best, one.value if one.unserved == 0 else np.inf)
    found = flow_to(alone, chosen)
    assert full
    assert loads.keeps(np.concatenate([[0, 3], chosen]))
    assert found.unserved == 0
    assert abs(found.value - best) <= 1e-6 * best
    # and the whole is better by as much at least
    saved = flow_to(alone, PART).value - found.value
    assert flow_to(loads, np.concatenate([[0, 3], chosen])).value <= flow.value - saved + 1e-6


@settings(max_examples=15, deadline=None)
@given(seed=st.integers(0, 10_000), more=st.sampled_from([1.0, 1.01, 1.05]))
def test_what_is_settled_holds_in_all_better_answers(seed: int, more: float) -> None:
    loads = loads_of(seed)
    answers = []
    for number in range(1, loads.most + 1):
        for sites in itertools.combinations(range(8), number):
            if loads.keeps(np.array(sites)):
                flow = flow_to(loads, np.array(sites))
                answers += [flow] if flow.unserved == 0 else []
    if not answers:
        return
    least = min(answers, key=lambda flow: flow.value)
    best = more * least.value
    prices = CapacityBound(loads, least.price)
    prices.rise(lambda: best, lambda _: None, lambda: False)
    prices.settle(best)
    assert prices.value <= least.value * (1 + 1e-9)
    for flow in answers:
        if flow.value <= best:
            assert not prices.closed[flow.chosen].any()
            assert set(np.flatnonzero(prices.kept)) <= set(flow.chosen)


def test_parts_better_an_answer_and_always_alike() -> None:
    rng = np.random.default_rng(7)
    demand, sites = rng.random((200, 2)) * 100, rng.random((50, 2)) * 100
    weight = rng.integers(1, 100, 200).astype(float)
    loads = Loads(
        most=16,
        fixed=np.zeros(50, dtype=bool),
        price=np.ones(50),
        budget=np.inf,
        conflict=None,
        cost=np.hypot(*(demand[:, None] - sites[None]).transpose(2, 0, 1)),
        weight=weight,
        room=np.round(weight.sum() / 14 * rng.uniform(0.7, 1.3, 50)),
        charge=np.zeros(50),
        missing=10_000.0,
    )
    values = []
    for _ in range(2):
        search = CapacitatedSearch(loads, whole=False, done=lambda: False)
        before = search.meet(np.argsort(-loads.room)[:16])
        prices = CapacityBound(loads, before.price)
        prices.rise(lambda search=search: search.value, lambda _: None, lambda: False)
        PartSearch(search, prices, lambda: 60.0).run(grow=False)
        assert loads.keeps(search.best.chosen)
        values.append(search.value)
    # from the roomiest sites, far from the best, to within 1 % of what none is below
    assert before.value > 1.1 * prices.value
    assert values[0] == values[1] < 1.01 * prices.value
