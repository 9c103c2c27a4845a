"""A plan held against futures, as tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from gisplan.analysis.siting.models.result import Status
from gisplan.analysis.siting.plans.futures import PlanFuture
from gisplan.analysis.siting.plans.known_plans import NOTHING, KnownPlans
from gisplan.analysis.siting.plans.menu import Aim
from gisplan.analysis.siting.plans.plan_figures import AIM_FIGURES
from gisplan.analysis.siting.plans.plan_tables import actions_of
from gisplan.analysis.siting.plans.programme import PlanProgramme
from gisplan.arrays import Bools, Floats


@dataclass(frozen=True, slots=True)
class PlanInWorstCase:
    """The plan whose greatest regret is least, as it was searched for.

    Attributes
    ----------
    taken : numpy.ndarray of bool or None
        Options that it takes; None if no plan was found that serves in each future what is asked
        for.
    bound : float
        No plan's greatest regret is below this; infinite if it is proven that there is no such
        plan.
    """

    taken: Bools | None
    bound: float


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class RobustAnswer:
    """A plan, the best plan of each future and the best in the worst case, over all futures.

    Figures are those of the plan's aim, over the years by their weights as the aim has them: F is
    ``served``, ``cost``, ``way`` (least over the ways to serve the share asked for) or
    ``least_share`` (of the last year).

    Attributes
    ----------
    aim : {"coverage", "cost", "way", "equity"}
        What the plan makes best.
    plans : pandas.DataFrame
        A row a plan: ``plan`` (``plan``, ``worst_case`` or ``draw``), ``draw`` (of which it is
        the best plan; the first of them), ``draws`` (in how many nothing is better), ``spent``,
        ``F_least``, ``F_mean``, ``F_most`` (over the draws in which it serves what is asked for),
        ``failed`` (draws in which it can't, though another plan can), ``regret`` (the greatest),
        ``regret_mean``; the last two are empty where it fails in any.
    sites : pandas.DataFrame
        ``site``, ``tier``, ``action``, ``chosen`` (in the best plans of how many draws),
        ``share`` of the draws in which any plan serves what is asked for, ``planned``,
        ``worst_case`` (whether the plan, and the plan that is best in the worst case, do it too).
    years : pandas.DataFrame
        Of the plan: ``year``, ``demand_least``, ``demand_most``, ``served_least``,
        ``served_mean``, ``served_most``, ``share_least``, ``share_mean``, ``share_most``; under
        cost and way also ``F_least``, ``F_mean``, ``F_most``, over the draws in which it serves
        what is asked for.
    draws : pandas.DataFrame
        ``draw``, ``demand`` (of the last year), ``closed`` (identifiers of plants shut down),
        ``F`` (of the plan), ``best`` (of the best plan found), ``bound`` (no plan is better),
        ``proven`` (whether the best is, or that no plan serves what is asked for), ``short`` (of
        what is asked for, what the plan can't serve, years weighted), ``regret`` of the plan. ``F``
        and ``regret`` are empty where it is short, ``best`` where every plan found is.
    actions : pandas.DataFrame
        What the plan does that is best in the worst case; as ``actions`` of
        :class:`gisplan.analysis.siting.plans.PlanAnswer`.
    regret : float
        Its greatest regret; infinite if no plan found serves what is asked for in every draw in
        which any does.
    bound : float
        No plan's greatest regret is below this, against the best plans found.
    status : {"optimal", "feasible", "infeasible"}
        Whether it is proven to be the best in the worst case of all plans that keep to the rules;
        ``infeasible`` if it is proven that no plan does in all draws in which any does.
    """

    aim: Aim
    plans: pd.DataFrame
    sites: pd.DataFrame
    years: pd.DataFrame
    draws: pd.DataFrame
    actions: pd.DataFrame
    regret: float
    bound: float
    status: Status

    @property
    def figure(self) -> str:
        """Give the name of the figure that the aim makes best.

        Returns
        -------
        str
            As the tables have it.
        """
        return AIM_FIGURES[self.aim].column

    @property
    def open_draws(self) -> int:
        """Give of how many draws the best plan is not proven.

        Returns
        -------
        int
            In these a regret may be greater, up to the bound.
        """
        return int((~self.draws["proven"]).sum())

    @property
    def void_draws(self) -> int:
        """Give in how many draws no plan found serves what is asked for.

        Returns
        -------
        int
            They count in no regret.
        """
        return int(self.draws["best"].isna().sum())


def robust_answer(
    base: PlanProgramme,
    futures: Sequence[PlanFuture],
    known: KnownPlans,
    bounds: Floats,
    found: PlanInWorstCase,
) -> RobustAnswer:
    """Put plans and futures into tables.

    Parameters
    ----------
    base : PlanProgramme
        The plan's own programme.
    futures : Sequence[PlanFuture]
        What was drawn.
    known : KnownPlans
        The plan, the best of each future, and the best in the worst case if there is one.
    bounds : Floats
        What no plan's loss is below, by future.
    found : PlanInWorstCase
        What was found for the worst case.

    Returns
    -------
    RobustAnswer
        The tables.
    """
    greatest, there = known.greatest, np.isfinite(known.best)
    tonne = float(known.tolerance.max(initial=0.0))
    # the plan itself where none is better, else the one that was found for the worst case
    worst = known.least_bad()
    if known.failed[0] == known.failed[worst] and greatest[0] <= greatest[worst] + tonne:
        worst = 0
    elif found.taken is not None and greatest[-1] <= greatest[worst] * (1 + NOTHING):
        worst = len(known.taken) - 1
    proven = np.isposinf(bounds)
    proven[there] = (known.best - known.tolerance)[there] <= bounds[there]
    status: Status = "feasible"
    if known.failed[worst] and np.isposinf(found.bound):
        status = "infeasible"
    # against a best plan that is not proven, regret is not either
    elif proven.all() and greatest[worst] - found.bound <= tonne:
        status = "optimal"
    return RobustAnswer(
        aim=base.problem.terms.aim,
        plans=_plans(base, known, worst, len(futures)),
        sites=_chosen(base, known, len(futures), worst),
        years=_years(base, futures, known),
        draws=_draws(base, futures, known, (bounds, proven)),
        actions=actions_of(base, known.taken[worst]),
        regret=float(greatest[worst]),
        bound=min(found.bound, float(greatest[worst])),
        status=status,
    )


def _plans(base: PlanProgramme, known: KnownPlans, worst: int, draws: int) -> pd.DataFrame:
    """List each plan once, with what comes of it over all futures.

    Parameters
    ----------
    base : PlanProgramme
        The plan's own programme.
    known : KnownPlans
        The plan, the best of each future, and the best in the worst case.
    worst : int
        Position of the plan that is best in the worst case.
    draws : int
        Futures.

    Returns
    -------
    pd.DataFrame
        The plan, the best in the worst case, then the others by their regret.
    """
    aim = AIM_FIGURES[base.problem.terms.aim]
    rows: dict[bytes, dict[str, object]] = {}
    own = {known.best_of(k): k + 1 for k in reversed(range(draws))}
    for k, taken in enumerate(known.taken):
        if k > draws and k != worst:
            continue
        values = aim.sign * known.loss[k][np.isfinite(known.loss[k])]
        fails = bool(known.failed[k])
        regret = known.regret[k][np.isfinite(known.best)]
        row = rows.setdefault(
            taken.tobytes(),
            {
                "plan": "plan" if k == 0 else "worst_case" if k == worst else "draw",
                "draw": pd.NA,
                "draws": int((regret == 0).sum()),
                "spent": float((base.options.cost * taken).sum()),
                f"{aim.column}_least": values.min() if len(values) else np.nan,
                f"{aim.column}_mean": values.mean() if len(values) else np.nan,
                f"{aim.column}_most": values.max() if len(values) else np.nan,
                "failed": int(known.failed[k]),
                "regret": np.nan if fails else float(known.greatest[k]),
                "regret_mean": np.nan if fails or not len(regret) else float(regret.mean()),
            },
        )
        if k in own and row["draw"] is pd.NA:
            row["draw"] = own[k]
        if k == worst and row["plan"] == "draw":
            row["plan"] = "worst_case"
    plans = pd.DataFrame(list(rows.values())).astype({"draw": "Int64"})
    order = plans["plan"].map({"plan": 0, "worst_case": 1, "draw": 2})
    plans = plans.assign(order=order).sort_values(["order", "failed", "regret"], kind="stable")
    return plans.drop(columns="order").reset_index(drop=True)


def _draws(
    base: PlanProgramme,
    futures: Sequence[PlanFuture],
    known: KnownPlans,
    proof: tuple[Floats, Bools],
) -> pd.DataFrame:
    """List the futures, with the plan and the best plan in each.

    Parameters
    ----------
    base : PlanProgramme
        The plan's own programme.
    futures : Sequence[PlanFuture]
        What was drawn.
    known : KnownPlans
        The plan, and the best of each future.
    proof : tuple[Floats, Bools]
        What no plan's loss is below, and whether the best is proven.

    Returns
    -------
    pd.DataFrame
        A row a future.
    """
    terms, names = base.problem.terms, base.problem.sites.to_numpy()
    aim, (bounds, proven) = AIM_FIGURES[terms.aim], proof
    weight = np.array([phase.weight for phase in terms.phases])
    short = np.zeros(len(futures))
    fails = np.isinf(known.loss[0])
    for k in map(int, np.flatnonzero(fails)):
        problem = futures[k].problem
        asked = terms.share * problem.weight[problem.reachable].sum(axis=0)
        short[k] = float(weight @ np.maximum(asked - known.served[0, k], 0.0))
    best = np.where(np.isfinite(known.best), known.best, np.nan)
    bound = np.where(np.isfinite(bounds), np.minimum(bounds, best), np.nan)
    bound = np.where(proven, best, bound)
    return pd.DataFrame(
        {
            "draw": np.arange(1, len(futures) + 1),
            "demand": [float(one.problem.weight[:, -1].sum()) for one in futures],
            "closed": [tuple(map(str, names[one.closed])) for one in futures],
            aim.column: np.where(fails, np.nan, aim.sign * known.loss[0]),
            "best": aim.sign * best,
            "bound": aim.sign * bound,
            "proven": proven,
            "short": short,
            "regret": np.where(fails, np.nan, known.regret[0]),
        }
    )


def _chosen(base: PlanProgramme, known: KnownPlans, draws: int, worst: int) -> pd.DataFrame:
    """Count in how many best plans each thing is done at each site.

    Parameters
    ----------
    base : PlanProgramme
        The plan's own programme.
    known : KnownPlans
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
    done = [actions_of(base, one)[keys].drop_duplicates() for one in known.taken]
    best = [one for k in range(draws) if (one := known.best_of(k)) is not None]
    every = pd.concat([done[0].head(0), *(done[k] for k in best)], ignore_index=True)
    counted = every.groupby(keys, sort=True).size().rename("chosen")
    both = pd.concat([done[0], done[worst], every]).drop_duplicates()
    table = both.merge(counted.reset_index(), on=keys, how="left").fillna({"chosen": 0})
    where = pd.MultiIndex.from_frame(table[keys])
    table = table.assign(
        chosen=table["chosen"].astype("int64"),
        share=table["chosen"] / max(len(best), 1),
        planned=where.isin(pd.MultiIndex.from_frame(done[0])),
        worst_case=where.isin(pd.MultiIndex.from_frame(done[worst])),
    )
    order = ["chosen", "site", "action"]
    return table.sort_values(order, ascending=[False, True, True]).reset_index(drop=True)


def _years(base: PlanProgramme, futures: Sequence[PlanFuture], known: KnownPlans) -> pd.DataFrame:
    """Give what comes of the plan in each year over all futures.

    Parameters
    ----------
    base : PlanProgramme
        The plan's own programme.
    futures : Sequence[PlanFuture]
        What was drawn.
    known : KnownPlans
        The plan is the first.

    Returns
    -------
    pd.DataFrame
        A row a year.
    """
    terms, served = base.problem.terms, known.served[0]
    demand = np.stack([one.problem.weight.sum(axis=0) for one in futures])
    share = served / np.where(demand > 0, demand, np.nan)
    table = {
        "year": [phase.year for phase in terms.phases],
        "demand_least": demand.min(axis=0),
        "demand_most": demand.max(axis=0),
    }
    figures = [("served", served), ("share", share)]
    does = np.isfinite(known.loss[0])
    if terms.aim in ("cost", "way") and does.any():
        figures.append((AIM_FIGURES[terms.aim].column, known.yearly[0][does]))
    for name, values in figures:
        table[f"{name}_least"] = values.min(axis=0)
        table[f"{name}_mean"] = values.mean(axis=0)
        table[f"{name}_most"] = values.max(axis=0)
    return pd.DataFrame(table)
