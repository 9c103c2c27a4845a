"""A plan held against futures, as tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from gisplan.analysis.siting.models.result import Status
from gisplan.analysis.siting.plans.futures import PlanFuture
from gisplan.analysis.siting.plans.plan_tables import actions_of
from gisplan.analysis.siting.plans.programme import PlanProgramme
from gisplan.analysis.siting.plans.robust_programme import NOTHING, KnownPlans
from gisplan.arrays import Bools, Floats


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class RobustAnswer:
    """A plan, the best plan of each future and the best in the worst case, over all futures.

    What is served is summed over the years by their weights, as in the plan's aim.

    Attributes
    ----------
    plans : pandas.DataFrame
        A row a plan: ``plan`` (``plan``, ``worst_case`` or ``draw``), ``draw`` (of which it is
        the best plan; the first of them), ``draws`` (in how many nothing served more), ``spent``,
        ``served_least``, ``served_mean``, ``served_most`` (over all draws), ``regret`` (the
        greatest), ``regret_mean``.
    sites : pandas.DataFrame
        ``site``, ``tier``, ``action``, ``chosen`` (in the best plans of how many draws),
        ``share`` of the draws, ``planned``, ``worst_case`` (whether the plan, and the plan that is
        best in the worst case, do it too).
    years : pandas.DataFrame
        Of the plan: ``year``, ``demand_least``, ``demand_most``, ``served_least``,
        ``served_mean``, ``served_most``, ``share_least``, ``share_mean``, ``share_most``.
    draws : pandas.DataFrame
        ``draw``, ``demand`` (of the last year), ``closed`` (identifiers of plants shut down),
        ``served`` (by the plan), ``best`` (by the best plan found), ``bound`` (no plan serves
        more), ``regret`` of the plan.
    actions : pandas.DataFrame
        What the plan does that is best in the worst case; as ``actions`` of
        :class:`gisplan.analysis.siting.plans.PlanAnswer`.
    regret : float
        Its greatest regret.
    bound : float
        No plan's greatest regret is below this, against the best plans found.
    status : {"optimal", "feasible"}
        Whether it is proven to be the best in the worst case of all plans that keep to the rules.
    """

    plans: pd.DataFrame
    sites: pd.DataFrame
    years: pd.DataFrame
    draws: pd.DataFrame
    actions: pd.DataFrame
    regret: float
    bound: float
    status: Status

    @property
    def open_draws(self) -> int:
        """Give of how many draws the best plan is not proven.

        Returns
        -------
        int
            In these a regret may be greater, up to the bound.
        """
        best = self.draws["best"]
        return int((self.draws["bound"] > best + NOTHING * best.abs()).sum())


def robust_answer(
    base: PlanProgramme,
    futures: Sequence[PlanFuture],
    known: KnownPlans,
    bounds: Floats,
    bound: float,
) -> RobustAnswer:
    """Put plans and futures into tables.

    Parameters
    ----------
    base : PlanProgramme
        The plan's own programme.
    futures : Sequence[PlanFuture]
        What was drawn.
    known : KnownPlans
        The plan, the best of each future, the best in the worst case.
    bounds : Floats
        What no plan serves more than, by future.
    bound : float
        What no plan's greatest regret is below.

    Returns
    -------
    RobustAnswer
        The tables.
    """
    regret, best = known.regret, known.served.max(axis=0)
    # the one found for the worst case, unless another is as good
    last = len(known.taken) - 1
    greatest = regret.max(axis=1)
    worst = last if greatest[last] <= greatest.min() * (1 + NOTHING) else int(greatest.argmin())
    rows: dict[bytes, dict[str, object]] = {}
    for k, taken in enumerate(known.taken):
        of = "plan" if k == 0 else "worst_case" if k == worst else "draw"
        if k == last and k != worst:
            continue
        row = rows.setdefault(
            taken.tobytes(),
            {
                "plan": of,
                "draw": pd.NA,
                "draws": int((regret[k] == 0).sum()),
                "spent": float((base.options.cost * taken).sum()),
                "served_least": float(known.served[k].min()),
                "served_mean": float(known.served[k].mean()),
                "served_most": float(known.served[k].max()),
                "regret": float(greatest[k]),
                "regret_mean": float(regret[k].mean()),
            },
        )
        if 0 < k <= len(futures) and row["draw"] is pd.NA:
            row["draw"] = k
        if k == worst and row["plan"] == "draw":
            row["plan"] = "worst_case"
    plans = pd.DataFrame(list(rows.values())).astype({"draw": "Int64"})
    order = plans["plan"].map({"plan": 0, "worst_case": 1, "draw": 2})
    plans = plans.assign(order=order).sort_values(["order", "regret"], kind="stable")
    problem, tonne = base.problem, max(float(best.max(initial=0.0)), 1e-9)
    names = problem.sites.to_numpy()
    # against a best plan that is not proven, regret is not either
    known_best = bool((bounds <= best + NOTHING * tonne).all())
    proven = known_best and greatest[worst] - bound <= NOTHING * tonne
    return RobustAnswer(
        plans=plans.drop(columns="order").reset_index(drop=True),
        sites=_chosen(base, known.taken, len(futures), worst),
        years=_years(base, futures, known.by_year[0]),
        draws=pd.DataFrame(
            {
                "draw": np.arange(1, len(futures) + 1),
                "demand": [float(one.problem.weight[:, -1].sum()) for one in futures],
                "closed": [tuple(map(str, names[one.closed])) for one in futures],
                "served": known.served[0],
                "best": best,
                "bound": np.maximum(bounds, best),
                "regret": regret[0],
            }
        ),
        actions=actions_of(base, known.taken[worst]),
        regret=float(greatest[worst]),
        bound=min(bound, float(greatest[worst])),
        status="optimal" if proven else "feasible",
    )


def _chosen(base: PlanProgramme, taken: Sequence[Bools], draws: int, worst: int) -> pd.DataFrame:
    """Count in how many best plans each thing is done at each site.

    Parameters
    ----------
    base : PlanProgramme
        The plan's own programme.
    taken : Sequence[Bools]
        The plan, the best of each future, and the best in the worst case.
    draws : int
        Futures.
    worst : int
        Position of the plan that is best in the worst case.

    Returns
    -------
    pd.DataFrame
        By how often, then by site.
    """
    keys = ["site", "tier", "action"]
    done = [actions_of(base, one)[keys].drop_duplicates() for one in taken]
    every = pd.concat(done[1 : draws + 1], ignore_index=True)
    counted = every.groupby(keys, sort=True).size().rename("chosen")
    both = pd.concat([done[0], done[worst], every]).drop_duplicates()
    table = both.merge(counted.reset_index(), on=keys, how="left").fillna({"chosen": 0})
    where = pd.MultiIndex.from_frame(table[keys])
    table = table.assign(
        chosen=table["chosen"].astype("int64"),
        share=table["chosen"] / draws,
        planned=where.isin(pd.MultiIndex.from_frame(done[0])),
        worst_case=where.isin(pd.MultiIndex.from_frame(done[worst])),
    )
    order = ["chosen", "site", "action"]
    return table.sort_values(order, ascending=[False, True, True]).reset_index(drop=True)


def _years(base: PlanProgramme, futures: Sequence[PlanFuture], served: Floats) -> pd.DataFrame:
    """Give what the plan serves in each year over all futures.

    Parameters
    ----------
    base : PlanProgramme
        The plan's own programme.
    futures : Sequence[PlanFuture]
        What was drawn.
    served : Floats
        By future and year.

    Returns
    -------
    pd.DataFrame
        A row a year.
    """
    demand = np.stack([one.problem.weight.sum(axis=0) for one in futures])
    share = served / np.where(demand > 0, demand, np.nan)
    table = {
        "year": [phase.year for phase in base.problem.terms.phases],
        "demand_least": demand.min(axis=0),
        "demand_most": demand.max(axis=0),
    }
    for name, values in (("served", served), ("share", share)):
        table[f"{name}_least"] = values.min(axis=0)
        table[f"{name}_mean"] = values.mean(axis=0)
        table[f"{name}_most"] = values.max(axis=0)
    return pd.DataFrame(table)
