"""Whole plans of published instances: capacitated warehouse location, demand split and whole.

Beasley 1988, *European Journal of Operational Research* 33, of the OR-Library: cap41, cap61, cap63
and cap64 have one list of demand and costs, and other capacities and charges; of single sources:
Guastaroba and Speranza 2014, *European Journal of Operational Research* 238. See NOTICE.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from gisplan.analysis.siting.plans import (
    Charges,
    Phase,
    PlanProblem,
    PlanTerms,
    PlanTier,
    Size,
    make_plan,
)

FILE = Path(__file__).parent / "data" / "orlib_cap41.txt"
#: Capacity, charge of a warehouse, and the published optimum with split demand.
PUBLISHED = {
    "cap41": (5000.0, 7500.0, 1040444.375),
    "cap61": (15000.0, 7500.0, 932615.750),
    "cap63": (15000.0, 17500.0, 1014062.050),
    "cap64": (15000.0, 25000.0, 1045650.250),
}


def warehouses(capacity: float, charge: float, *, single: bool) -> PlanProblem:
    """The instance as a plan: sizes built in one year and paid in it, transport by a unit's way."""
    numbers = np.array(FILE.read_text(encoding="utf-8").split(), dtype=float)
    m, n = int(numbers[0]), int(numbers[1])
    free = numbers[2 : 2 + 2 * m].reshape(m, 2)[:, 1] == 0
    rows = numbers[2 + 2 * m :].reshape(n, m + 1)
    need, cost = rows[:, 0], rows[:, 1:]
    demand = pd.DataFrame({"id": [f"c{i:02}" for i in range(n)], "weight": need})
    sites = pd.DataFrame({"id": [f"w{j:02}" for j in range(m)], "stands": False})
    sites = sites.assign(tier="warehouse", capacity=np.nan, cost=np.where(free, 0.0, charge))
    i, j = (part.ravel() for part in np.indices((n, m)))
    legs = pd.DataFrame(
        {
            "from": demand["id"].to_numpy()[i],
            "to": sites["id"].to_numpy()[j],
            "km": (cost / need[:, None]).ravel(),
            "of": "demand",
        }
    )
    size = Size(name="warehouse", capacity=capacity, cost=0.0)
    terms = PlanTerms(
        tiers=(PlanTier(name="warehouse", sizes=(size,)),),
        phases=(Phase(year=2030),),
        aim="cost",
        single=single,
        charges=Charges(transport=1.0, life=1),
    )
    return PlanProblem.from_tables(demand, sites, legs, terms)


@pytest.mark.parametrize("name", PUBLISHED)
def test_the_published_optimum_is_met_and_proven(name: str) -> None:
    capacity, charge, best = PUBLISHED[name]
    plan = make_plan(warehouses(capacity, charge, single=False))
    assert plan.status == "optimal"
    assert plan.objective == pytest.approx(best, rel=1e-6)
    assert plan.bound == pytest.approx(best, rel=1e-6)


def test_whole_customers_cost_what_is_published_for_them() -> None:
    """Of single sources the optimum of cap63 is published in whole numbers."""
    capacity, charge, _ = PUBLISHED["cap63"]
    plan = make_plan(warehouses(capacity, charge, single=True))
    assert plan.status == "optimal"
    assert plan.objective == pytest.approx(1_014_100, abs=0.5)
    assert (plan.flows.groupby("from").size() == 1).all()
