"""Pairs of demand and site are found by position as they would be by id."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gisplan.analysis.pairs import pairs_within, positions, within
from gisplan.errors import DataError

# written so that neither the order of the rows nor that of numbers is that of the ids
DEMAND = pd.DataFrame({"id": ["b10", "b9", "a", "é", "Z"]})
SITES = pd.DataFrame({"id": ["t", "S2", "S10", "丙"]})
PAIRS = st.lists(
    st.tuples(
        st.sampled_from(list(DEMAND["id"])), st.sampled_from(list(SITES["id"])), st.integers(0, 4)
    ),
    min_size=1,
    unique_by=lambda pair: pair[:2],
)


@given(PAIRS, st.integers(1, 4), st.booleans(), st.booleans())
def test_pairs_within_a_limit_are_sorted_by_id(rows, limit, in_order, named) -> None:
    true = sorted((d, cost, s) for d, s, cost in rows if cost <= limit)
    rows = sorted(rows, key=lambda row: (row[0], row[2], row[1])) if in_order else rows
    pairs = pd.DataFrame(rows, columns=["demand", "site", "cost"]).astype({"cost": float})
    kept = within(pairs, DEMAND, limit=limit, sites=SITES if named else None)
    assert list(zip(kept["demand"], kept["cost"], kept["site"], strict=True)) == true
    found = pairs_within(pairs, DEMAND, SITES, limit=limit)
    ids = (DEMAND["id"].iloc[found.demand], found.cost, SITES["id"].iloc[found.site])
    assert sorted(zip(*ids, strict=True)) == true


@pytest.mark.parametrize("kind", ["str", "object", "category", "Int64", "int64"])
def test_positions_of_ids_of_any_type(kind: str) -> None:
    numbers = kind.startswith(("I", "i"))
    known = pd.Series([30, 10, 20] if numbers else ["30", "10", "20"], dtype=kind)
    wanted = pd.Series([20, 30, 99, 20] if numbers else ["20", "30", "99", "20"], dtype=kind)
    assert positions(wanted, known).tolist() == [2, 0, -1, 2]


def test_an_empty_id_is_no_site_and_none_stands_twice() -> None:
    assert positions(pd.Series(["a", None], dtype="str"), DEMAND["id"]).tolist() == [2, -1]
    twice = pd.DataFrame({"demand": ["a", "é", "a"], "site": "t", "cost": [1.0, 2.0, 9.0]})
    far = pd.DataFrame({"id": [f"far {number}" for number in range(99)]})
    for sites in (SITES, pd.concat([SITES, far])):
        with pytest.raises(DataError, match="a - t"):
            pairs_within(twice, DEMAND, sites, limit=5)
