"""How evenly a plan serves: way by region, Gini and Palma, before and after it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from gisplan.analysis import highs
from gisplan.analysis.siting.plans.network_problem import PlanProblem
from gisplan.analysis.siting.plans.plan_figures import figure_of_flows
from gisplan.analysis.siting.plans.plan_tables import flows_of
from gisplan.analysis.siting.plans.programme import build
from gisplan.analysis.siting.plans.whole_plan import PlanAnswer
from gisplan.arrays import Floats
from gisplan.text import Text

#: Shares of the demand that the Palma ratio compares, and that of the far end of ways.
_TOP, _BOTTOM, _FAR = 0.1, 0.4, 0.95
#: What is said of a Palma ratio that has none to be held against.
NO_RATIO = {
    "palma_share": Text(
        "无从计算：至少 40 % 的需求没有处理",
        "not defined: 40 % or more of the demand is not served",
    ),
    "palma_way": Text(
        "无从计算：至少 40 % 的路程为 0", "not defined: the way is 0 for 40 % or more"
    ),
}


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class PlanEvenness:
    """How evenly a plan serves, beside the network as it stands.

    Attributes
    ----------
    years : pandas.DataFrame
        A row a year: ``year``, and each of ``way_mean``, ``way_p95``, ``gini_share``,
        ``palma_share``, ``gini_way``, ``palma_way`` with the plan, and with ``_before`` without.
    regions : pandas.DataFrame
        A row a year and region: ``year``, ``region``, ``way_mean``, ``way_p95``, and
        ``served_before``, ``way_mean_before``, ``way_p95_before``.
    """

    years: pd.DataFrame
    regions: pd.DataFrame


def gini(values: Sequence[float] | Floats, weights: Sequence[float] | Floats) -> float:
    """Give the Gini coefficient of values, weighted.

    Half the mean absolute difference of two units drawn, over the mean: 0 where all have the same,
    near 1 where one has all (Gini 1912; of facilities: Drezner, Drezner and Guyse 2009,
    *Computers & Operations Research* 36).

    Parameters
    ----------
    values : sequence of float
        What a unit has, 0 or more.
    weights : sequence of float
        Units that have it.

    Returns
    -------
    float
        0 to 1; NaN where nobody has anything.

    Examples
    --------
    >>> from gisplan.analysis.siting.plans import gini
    >>> round(gini([0.0, 1.0], [3.0, 1.0]), 6)
    0.75
    """
    value, weight = _sorted(values, weights)
    total = float(value @ weight)
    if total <= 0:
        return float("nan")
    held = np.cumsum(value * weight)
    before = held - value * weight
    # twice the area under the Lorenz curve, by trapezoids
    return float(1.0 - (weight * (held + before)).sum() / (weight.sum() * total))


def palma(values: Sequence[float] | Floats, weights: Sequence[float] | Floats) -> float:
    """Give the Palma ratio: what the tenth with most has over what the four with least have.

    After Palma 2011, *Development and Change* 42; a point that lies across a tenth counts in parts.

    Parameters
    ----------
    values : sequence of float
        What a unit has, 0 or more.
    weights : sequence of float
        Units that have it.

    Returns
    -------
    float
        0.25 where all have the same; infinite where those with least have nothing; NaN where
        nobody has anything.

    Examples
    --------
    >>> from gisplan.analysis.siting.plans import palma
    >>> round(palma([1.0, 3.0], [5.0, 5.0]), 6)
    0.75
    """
    value, weight = _sorted(values, weights)
    if float(value @ weight) <= 0:
        return float("nan")
    above = np.cumsum(weight) / weight.sum()
    part = np.diff(above, prepend=0.0)
    low = np.clip(_BOTTOM - (above - part), 0.0, part)
    high = np.clip(above - (1.0 - _TOP), 0.0, part)
    least = float(low @ value)
    return float(high @ value) / least if least > 0 else float("inf")


def weighted_quantile(
    values: Sequence[float] | Floats, weights: Sequence[float] | Floats, share: float
) -> float:
    """Give the least value that a share of the units does not exceed.

    Parameters
    ----------
    values : sequence of float
        What a unit has.
    weights : sequence of float
        Units that have it.
    share : float
        Of the units, above 0 and at most 1.

    Returns
    -------
    float
        One of the values; NaN without units.

    Examples
    --------
    >>> from gisplan.analysis.siting.plans.fairness import weighted_quantile
    >>> weighted_quantile([5.0, 60.0], [95.0, 5.0], 0.95)
    5.0
    """
    value, weight = _sorted(values, weights)
    if not len(value):
        return float("nan")
    above = np.cumsum(weight)
    at = np.searchsorted(above, share * above[-1] * (1 - 1e-12))
    return float(value[min(int(at), len(value) - 1)])


def _sorted(
    values: Sequence[float] | Floats, weights: Sequence[float] | Floats
) -> tuple[Floats, Floats]:
    value, weight = np.asarray(values, dtype=float), np.asarray(weights, dtype=float)
    some = weight > 0
    order = np.argsort(value[some], kind="stable")
    return value[some][order], weight[some][order]


def evenness(problem: PlanProblem, plan: PlanAnswer) -> PlanEvenness:
    """Tell how evenly a plan serves, and how evenly the network as it stands does.

    The share served is that of each demand point, weighted by its demand, those not served among
    them; the way is that from the demand to the first site, weighted by what is served. Without the
    plan nothing is built, enlarged or closed, and as much as can be is served of each year's
    demand.

    Parameters
    ----------
    problem : PlanProblem
        What was planned.
    plan : PlanAnswer
        Its plan.

    Returns
    -------
    PlanEvenness
        By year, and by year and region.

    Examples
    --------
    >>> import pandas as pd
    >>> from gisplan.analysis.siting.plans import (
    ...     Phase, PlanProblem, PlanTerms, PlanTier, Size, evenness, make_plan
    ... )
    >>> demand = pd.DataFrame({"id": ["a", "b"], "weight": [60.0, 40.0], "region": ["A", "B"]})
    >>> sites = pd.DataFrame({"id": ["S", "T"], "tier": "plant", "stands": [True, False]})
    >>> sites["capacity"] = [60.0, None]
    >>> legs = pd.DataFrame(
    ...     {"from": ["a", "b"], "to": ["S", "T"], "km": [4.0, 9.0], "of": "demand"}
    ... )
    >>> menu = (Size(name="plant", capacity=100, cost=10),)
    >>> terms = PlanTerms(
    ...     tiers=(PlanTier(name="plant", sizes=menu),), phases=(Phase(year=2030),)
    ... )
    >>> problem = PlanProblem.from_tables(demand, sites, legs, terms)
    >>> told = evenness(problem, make_plan(problem)).years
    >>> told[["way_mean_before", "way_mean", "gini_share_before", "gini_share"]].round(3)
       way_mean_before  way_mean  gini_share_before  gini_share
    0              4.0       6.0                0.4         0.0
    """
    pairs = [(plan.flows, "")]
    pairs.append((_flows_before(problem), "_before"))
    years, regions = [], []
    for flows, end in pairs:
        own = flows[flows["of"] == "demand"]
        of_years = [
            _year_of(problem, own[own["year"] == phase.year], t)
            for t, phase in enumerate(problem.terms.phases)
        ]
        years.append(pd.DataFrame([one for one, _ in of_years]).add_suffix(end))
        regions.append(
            pd.concat([table for _, table in of_years], ignore_index=True).add_suffix(end)
        )
    keys = pd.Series([phase.year for phase in problem.terms.phases], name="year")
    where = pd.DataFrame(
        {
            "year": np.repeat(keys.to_numpy(), len(problem.regions)),
            "region": np.tile(problem.regions.to_numpy(), len(keys)),
        }
    )
    return PlanEvenness(
        years=pd.concat([keys, *years], axis=1),
        regions=pd.concat([where, *regions], axis=1).drop(columns="served"),
    )


def _flows_before(problem: PlanProblem) -> pd.DataFrame:
    """Give who goes where if nothing is done: the most served, then the least way.

    Parameters
    ----------
    problem : PlanProblem
        What was planned.

    Returns
    -------
    pd.DataFrame
        As ``flows`` of a plan.
    """
    tiers = tuple(
        replace(tier, least=0.0, sizes=tuple(replace(size, least=0.0) for size in tier.sizes))
        for tier in problem.terms.tiers
    )
    terms = replace(problem.terms, tiers=tiers, least_share=0.0)
    nothing = replace(problem, terms=terms, forced=np.zeros_like(problem.forced))
    programme = build(nothing)
    taken = np.zeros((programme.shape[0], programme.shape[2]), dtype=bool)
    figure = figure_of_flows(programme, ("served", "way"))
    answer = highs.solve(programme.programme(figure.cost, taken=taken), seconds=60.0)
    flow = programme.flow(answer.x) if len(answer.x) else np.zeros(programme.shape[:2])
    return flows_of(problem, flow, programme.tonne)


def _year_of(
    problem: PlanProblem, own: pd.DataFrame, t: int
) -> tuple[dict[str, float], pd.DataFrame]:
    """Tell how evenly a year's flows serve.

    Parameters
    ----------
    problem : PlanProblem
        What was planned.
    own : pd.DataFrame
        Flows of the year that begin at demand.
    t : int
        Position of the year.

    Returns
    -------
    tuple[dict[str, float], pd.DataFrame]
        Figures of the whole, and by region.
    """
    weight = problem.weight[:, t]
    begin = problem.demand.get_indexer(pd.Index(own["from"]))
    amount, km = own["amount"].to_numpy(dtype=float), own["km"].to_numpy(dtype=float)
    served = np.bincount(begin, weights=amount, minlength=len(weight))
    share = np.minimum(served / np.where(weight > 0, weight, 1.0), 1.0)
    figures = {
        **_ways(km, amount),
        "gini_share": gini(share, weight),
        "palma_share": palma(share, weight),
        "gini_way": gini(km, amount),
        "palma_way": palma(km, amount),
    }
    code = problem.region[begin]
    rows = [
        {**_ways(km[code == k], amount[code == k]), "served": float(amount[code == k].sum())}
        for k in range(len(problem.regions))
    ]
    return figures, pd.DataFrame(rows, columns=["way_mean", "way_p95", "served"])


def _ways(km: Floats, amount: Floats) -> dict[str, float]:
    whole = float(amount.sum())
    return {
        "way_mean": float(km @ amount) / whole if whole > 0 else float("nan"),
        "way_p95": weighted_quantile(km, amount, _FAR),
    }
