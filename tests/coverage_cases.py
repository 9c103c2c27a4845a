"""Small synthetic networks for the tests of coverage."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from hypothesis import strategies as st

#: 990200 is a prefecture without counties: its code stands at two levels.
UNITS = pd.DataFrame(
    [
        ("990000", "province", None),
        ("990100", "prefecture", "990000"),
        ("990200", "prefecture", "990000"),
        ("990101", "county", "990100"),
        ("990102", "county", "990100"),
        ("990200", "county", "990200"),
    ],
    columns=["adcode", "level", "parent"],
)
COUNTIES = ["990101", "990102", "990200"]


@dataclass(frozen=True)
class Case:
    demand: pd.DataFrame
    sites: pd.DataFrame
    pairs: pd.DataFrame

    def shuffled(self, seed: int) -> Case:
        """The same with the rows of every table in another order."""
        tables = (self.demand, self.sites, self.pairs)
        return Case(*(table.sample(frac=1.0, random_state=seed) for table in tables))


@st.composite
def cases(draw: st.DrawFn, *, whole: bool = True, limited: bool = False) -> Case:
    """Up to 9 points and 5 sites; costs 0 to 20, so that ties and bounds are met often."""
    points, places = draw(st.integers(1, 9)), draw(st.integers(1, 5))
    amount = st.integers(1, 60).map(float) if whole else st.floats(1e-3, 1e6)
    size = st.integers(0, 80).map(float) if whole else st.floats(0, 2e6)
    capacity = size if limited else st.one_of(size, st.just(np.nan))
    demand = pd.DataFrame(
        {
            "id": [f"d{n}" for n in range(points)],
            "adcode": draw(st.lists(st.sampled_from(COUNTIES), min_size=points, max_size=points)),
            "weight": draw(st.lists(amount, min_size=points, max_size=points)),
        }
    )
    sites = pd.DataFrame(
        {
            "id": [f"s{n}" for n in range(places)],
            "tier": draw(
                st.lists(st.sampled_from(["low", "high"]), min_size=places, max_size=places)
            ),
            "capacity": draw(st.lists(capacity, min_size=places, max_size=places)),
        }
    )
    every = [(d, s) for d in demand["id"] for s in sites["id"]]
    chosen = draw(st.lists(st.sampled_from(every), min_size=1, unique=True))
    costs = draw(st.lists(st.integers(0, 20), min_size=len(chosen), max_size=len(chosen)))
    pairs = pd.DataFrame(chosen, columns=["demand", "site"]).assign(cost=np.array(costs, float))
    return Case(demand, sites, pairs)
