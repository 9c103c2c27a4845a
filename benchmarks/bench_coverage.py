"""Floating catchments beside the package access, and coverage of the shipped data as a whole.

Run: ``python benchmarks/bench_coverage.py``.
"""

from __future__ import annotations

import numpy as np
import pandas as pd
from measure import Row, main, side, timed

DEMAND, SITES, LIMIT = 20_000, 1_000, 12.0


def instance() -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """Synthetic demand and sites in a square of 100 by 100, and the pairs within reach."""
    from scipy.spatial import cKDTree

    rng = np.random.default_rng(3)
    at, other = rng.random((DEMAND, 2)) * 100, rng.random((SITES, 2)) * 100
    met = cKDTree(at).sparse_distance_matrix(cKDTree(other), LIMIT, output_type="ndarray")
    demand = pd.DataFrame({"id": np.arange(DEMAND), "weight": rng.integers(1, 900, DEMAND)})
    demand["adcode"] = "990101"
    sites = pd.DataFrame({"id": np.arange(SITES), "capacity": rng.integers(10, 500, SITES)})
    pairs = pd.DataFrame({"demand": met["i"], "site": met["j"], "cost": met["v"]})
    for table, names in ((demand, ["id"]), (sites, ["id"]), (pairs, ["demand", "site"])):
        table[names] = table[names].astype(str)
    return demand, sites, pairs


def ours() -> dict:
    from gisplan.analysis.coverage.models import Uniform, floating_catchment

    demand, sites, pairs = instance()
    taken, found = timed(
        lambda: floating_catchment(demand, sites, pairs, decay=Uniform(LIMIT)), times=7
    )
    access = found.demand.set_index("demand")["access"].reindex(demand["id"]).fillna(0.0)
    return {**taken, "sum": float(access.sum()), "square": float((access**2).sum())}


def theirs() -> dict:
    from access.fca import two_stage_fca

    demand, sites, pairs = instance()
    taken, found = timed(
        lambda: two_stage_fca(
            demand_df=demand.set_index("id"),
            supply_df=sites.set_index("id"),
            cost_df=pairs,
            max_cost=LIMIT,
            demand_index=True,
            demand_name="weight",
            supply_index=True,
            supply_name="capacity",
            cost_origin="demand",
            cost_dest="site",
            cost_name="cost",
        ),
        times=7,
    )
    access = found.fillna(0.0)
    return {**taken, "sum": float(access.sum()), "square": float((access**2).sum())}


def whole() -> dict:
    """Coverage of the shipped network, all layers read and made, after import."""
    from gisplan.api.coverage import network_coverage as appraisal

    taken, told = timed(lambda: appraisal.coverage(options=appraisal.CoverageOptions()))
    return {**taken, "total": told.total["demand_total"]}


def rows() -> list[Row]:
    a, b = side(__file__, "ours"), side(__file__, "theirs")
    same = all(np.isclose(a[name], b[name], rtol=1e-9) for name in ("sum", "square"))
    shipped = side(__file__, "whole")
    return [
        Row(
            what=f"2SFCA, {DEMAND:,} demand points, {SITES:,} sites",
            peer="access",
            ours=a,
            theirs=b,
            asked="twice as fast, sums rounded once",
            met=same and b["cpu_s"] >= 2 * a["cpu_s"],
            result=f"{'the same' if same else 'NOT THE SAME'} accessibility",
            packages=["access"],
        ),
        Row(
            what="gisplan coverage on the shipped data, after import",
            peer="none",
            ours=shipped,
            asked="under 3 s",
            met=shipped["seconds"] < 3,
            result=f"{shipped['total']:,.0f} residents",
        ),
    ]


if __name__ == "__main__":
    main({"ours": ours, "theirs": theirs, "whole": whole}, rows)
