"""Assignment: as much as possible, then at least cost; nothing lost, no site overfull."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pandas.testing import assert_frame_equal

from gisplan.analysis.coverage import models as coverage
from gisplan.analysis.coverage.models import Assignment, Tier
from gisplan.errors import DataError, OptionError
from tests.coverage_cases import Case, cases

REACH = st.integers(1, 21).map(float)


def by_network_flow(case: Case, limit: float) -> tuple[float, float]:
    """Most that can be served, and its least cost, by networkx."""
    graph = nx.DiGraph()
    for row in case.demand.itertuples():
        graph.add_edge("source", ("d", row.id), capacity=int(row.weight), weight=0)
    for row in case.sites.itertuples():
        room = 10**6 if np.isnan(row.capacity) else int(row.capacity)
        graph.add_edge(("s", row.id), "sink", capacity=room, weight=0)
    for row in case.pairs[case.pairs["cost"] <= limit].itertuples():
        graph.add_edge(("d", row.demand), ("s", row.site), weight=int(row.cost), capacity=10**6)
    flow = nx.max_flow_min_cost(graph, "source", "sink")
    return sum(flow["source"].values()), nx.cost_of_flow(graph, flow)


def hold(found: Assignment, case: Case, limit: float) -> None:
    """What has to be true of any assignment, exactly."""
    reach = case.pairs.set_index(["demand", "site"])["cost"]
    assert (found.flows["amount"] > 0).all()
    assert (found.flows["cost"] <= limit).all()
    for row in found.flows.itertuples():
        assert reach[row.demand, row.site] == row.cost
    sites = case.sites.set_index("id")["capacity"]
    used = found.flows.groupby("site")["amount"].sum().reindex(sites.index, fill_value=0.0)
    assert (used <= sites.fillna(np.inf) * (1 + 1e-15)).all()
    assert (found.sites["used"] <= found.sites["capacity"].fillna(np.inf)).all()
    assert found.demand["demand"].tolist() == case.demand["id"].tolist()
    assert found.unmet["amount"].sum() == pytest.approx(found.demand["unserved"].sum())
    assert set(found.unmet["demand"]) == set(
        found.demand.loc[found.demand["unserved"] > 0, "demand"]
    )


@settings(max_examples=40)
@given(cases(), REACH)
def test_network_flow_agrees_and_whole_numbers_stay_whole(case: Case, limit: float) -> None:
    found = coverage.assign(case.demand, case.sites, case.pairs, limit=limit)
    hold(found, case, limit)
    assert (found.demand["served"] + found.demand["unserved"] == found.demand["amount"]).all()
    sent = found.flows.groupby("demand")["amount"].sum()
    sent = sent.reindex(found.demand["demand"], fill_value=0.0).to_numpy()
    assert (sent == found.demand["served"]).all()
    assert (found.flows["amount"] % 1 == 0).all()
    assert (found.demand["served"].sum(), found.total_cost) == by_network_flow(case, limit)


@settings(max_examples=40)
@given(cases(whole=False), REACH)
def test_amounts_of_any_size_add_up(case: Case, limit: float) -> None:
    found = coverage.assign(case.demand, case.sites, case.pairs, limit=limit)
    hold(found, case, limit)
    table = found.demand
    assert (table["served"] + table["unserved"]).to_numpy() == pytest.approx(
        table["amount"].to_numpy(), rel=1e-15
    )
    sent = found.flows.groupby("demand")["amount"].sum()
    sent = sent.reindex(table["demand"], fill_value=0.0).to_numpy()
    assert sent == pytest.approx(table["served"].to_numpy(), rel=1e-14, abs=1e-300)


@settings(max_examples=25)
@given(cases(), REACH)
def test_the_reason_for_what_is_unmet_is_true(case: Case, limit: float) -> None:
    found = coverage.assign(case.demand, case.sites, case.pairs, limit=limit)
    left = found.sites.set_index("site")["left"]
    for row in found.unmet.itertuples():
        own = case.pairs[(case.pairs["demand"] == row.demand) & (case.pairs["cost"] <= limit)]
        assert (row.reason == "out_of_reach") == own.empty
        assert (left[own["site"]] == 0).all()
        assert row.reason_zh != row.reason_en


@settings(max_examples=25)
@given(cases(), REACH, st.integers(0, 99))
def test_the_order_of_rows_changes_nothing(case: Case, limit: float, seed: int) -> None:
    other = case.shuffled(seed)
    kept = coverage.assign(case.demand, case.sites, case.pairs, limit=limit)
    moved = coverage.assign(other.demand, other.sites, other.pairs, limit=limit)
    assert_frame_equal(kept.flows, moved.flows)
    assert kept.total_cost == moved.total_cost
    assert_frame_equal(kept.demand, moved.demand.sort_values("demand", ignore_index=True))
    assert_frame_equal(kept.sites, moved.sites.sort_values("site", ignore_index=True))


@settings(max_examples=20)
@given(cases())
def test_a_longer_reach_never_serves_less(case: Case) -> None:
    served = [
        coverage.assign(case.demand, case.sites, case.pairs, limit=limit).demand["served"].sum()
        for limit in (2.0, 8.0, 20.0)
    ]
    assert served == sorted(served)


def test_a_near_site_makes_way_so_that_more_is_served() -> None:
    # a could go to the near x, but b has no other; the far y takes a.
    demand = pd.DataFrame({"id": ["a", "b"], "weight": [5.0, 5.0]})
    sites = pd.DataFrame({"id": ["x", "y"], "capacity": [5.0, 5.0]})
    pairs = pd.DataFrame(
        {"demand": ["a", "a", "b"], "site": ["x", "y", "x"], "cost": [1.0, 900.0, 1.0]}
    )
    found = coverage.assign(demand, sites, pairs, limit=1000.0)
    assert found.flows[["demand", "site"]].to_numpy().tolist() == [["a", "y"], ["b", "x"]]
    assert found.unmet.empty


def test_sites_of_unknown_capacity_count_as_unlimited_and_are_named() -> None:
    demand = pd.DataFrame({"id": ["a"], "weight": [5.0]})
    sites = pd.DataFrame({"id": ["x"], "capacity": [np.nan]})
    pairs = pd.DataFrame({"demand": ["a"], "site": ["x"], "cost": [1.0]})
    found = coverage.assign(demand, sites, pairs, limit=2.0)
    assert found.flows["amount"].tolist() == [5.0]
    assert "x" in found.notes[0].en
    with pytest.raises(DataError, match=r"capacity.*x = -1"):
        coverage.assign(demand, sites.assign(capacity=-1.0), pairs, limit=2.0)
    with pytest.raises(DataError, match="no site reaches"):
        coverage.assign(demand, sites, pairs.iloc[:0], limit=2.0)


def test_nothing_is_printed(capfd: pytest.CaptureFixture[str]) -> None:
    demand = pd.DataFrame({"id": ["a", "b"], "weight": [5.0, 5.0]})
    sites = pd.DataFrame({"id": ["x"], "capacity": [7.0]})
    pairs = pd.DataFrame({"demand": ["a", "b"], "site": ["x", "x"], "cost": [1.0, 2.0]})
    found = coverage.assign(demand, sites, pairs, limit=2.0)
    assert found.flows["amount"].tolist() == [5.0, 2.0]
    assert capfd.readouterr() == ("", "")


def chain_of(case: Case) -> tuple[pd.DataFrame, dict[str, pd.DataFrame]]:
    """Two tiers, each with a site at least, and all sites of the lower linked to the higher."""
    more = pd.DataFrame(
        {"id": ["s_low", "s_high"], "tier": ["low", "high"], "capacity": [9.0, 30.0]}
    )
    sites = pd.concat([case.sites, more], ignore_index=True)
    low, high = (sites.loc[sites["tier"] == name, "id"] for name in ("low", "high"))
    between = pd.MultiIndex.from_product([low, high], names=["demand", "site"])
    cost = np.arange(len(between)) % 7
    extra = pd.DataFrame({"demand": ["d0"], "site": ["s_low"], "cost": [3.0]})
    return sites, {
        "low": pd.concat([case.pairs, extra], ignore_index=True),
        "high": between.to_frame(index=False).assign(cost=cost.astype(float)),
    }


@settings(max_examples=20)
@given(cases(), st.sampled_from([None, 0.5, 1.0]), REACH)
def test_what_arrives_is_served_or_not_and_goes_on_or_not(
    case: Case, share: float | None, limit: float
) -> None:
    sites, links = chain_of(case)
    tiers = [Tier(name="low", limit=limit, passes_on=share), Tier(name="high", limit=4.0)]
    chain = coverage.assign_through(case.demand, sites, links, tiers=tiers)
    low, high = chain.balance.to_dict("records")
    assert low["arriving"] == case.demand["weight"].sum()
    assert high["arriving"] == low["passed_on"] == low["served"] * (share or 1.0)
    for row in (low, high):
        assert row["served"] + row["unserved"] == row["arriving"]
        assert row["passed_on"] + row["kept"] == row["served"]
    assert high["passed_on"] == 0
    capacity = sites.set_index("id")["capacity"]
    for name, step in chain.assignments.items():
        used = step.flows.groupby("site")["amount"].sum()
        assert (used <= capacity[used.index].fillna(np.inf)).all()
        assert set(sites.set_index("id").loc[used.index, "tier"]) <= {name}
    assert any("low" in note.en and "yield" in note.en for note in chain.notes) == (share is None)


@settings(max_examples=20)
@given(cases(), REACH, REACH)
def test_covered_through_means_a_way_up(case: Case, low: float, high: float) -> None:
    sites, links = chain_of(case)
    tiers = [Tier(name="low", limit=low), Tier(name="high", limit=high)]
    table = coverage.covered_through(case.demand, sites, links, tiers=tiers)
    tier = sites.set_index("id")["tier"]
    up = links["high"][links["high"]["cost"] <= high]
    for row in table.itertuples():
        own = links["low"][(links["low"]["demand"] == row.demand) & (links["low"]["cost"] <= low)]
        first = [site for site in own["site"] if tier[site] == "low"]
        assert row.low == bool(first)
        assert row.high == up["demand"].isin(first).any()
    assert (table["low"] | ~table["high"]).all()


def test_tiers_that_can_not_be_are_refused() -> None:
    demand = pd.DataFrame({"id": ["a"], "weight": [5.0]})
    sites = pd.DataFrame({"id": ["x"], "tier": ["low"], "capacity": [np.nan]})
    pairs = pd.DataFrame({"demand": ["a"], "site": ["x"], "cost": [1.0]})
    with pytest.raises(DataError, match="no site of high"):
        coverage.assign_through(demand, sites, {"low": pairs}, tiers=[Tier(name="high", limit=1.0)])
    with pytest.raises(OptionError, match="no pairs lead to tier low"):
        coverage.assign_through(demand, sites, {}, tiers=[Tier(name="low", limit=1.0)])
    with pytest.raises(OptionError, match="tiers"):
        coverage.assign_through(demand, sites, {}, tiers=[])
    for share in (0.0, 1.2, -0.1):
        with pytest.raises(OptionError, match="passes_on"):
            Tier(name="low", limit=1.0, passes_on=share)
