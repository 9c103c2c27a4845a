"""A whole plan as tables: what is done, what stands, who goes where, and the figures by year."""

from __future__ import annotations

import numpy as np
import pandas as pd

from gisplan.analysis.highs import PROOF
from gisplan.analysis.siting.plans.network_problem import PlanProblem
from gisplan.analysis.siting.plans.programme import PlanProgramme
from gisplan.arrays import Bools, Floats

#: Columns of what is done.
ACTION_COLUMNS = ["site", "tier", "year", "action", "size", "capacity", "cost", "moved_from"]


def actions_of(programme: PlanProgramme, taken: Bools) -> pd.DataFrame:
    """List what is done: one row an option taken, by year, tier and site.

    Parameters
    ----------
    programme : PlanProgramme
        What is planned.
    taken : numpy.ndarray of bool, shape (years, options)
        Options taken.

    Returns
    -------
    pandas.DataFrame
        ``site``, ``tier``, ``year``, ``action``, ``size``, ``capacity``, ``cost``, ``moved_from``.
    """
    problem, options = programme.problem, programme.options
    rows = []
    # a move is one thing done: told at the place that is taken
    for t, option in np.argwhere(taken & ~(options.close & options.moved)):
        site, k, plant = (int(of[option]) for of in (options.site, options.size, options.plant))
        tier = problem.terms.tiers[problem.tier[site]]
        added = float(options.capacity[option])
        if plant >= 0:
            known = np.isfinite(problem.most_room[plant])
            added = added - float(problem.room[plant]) if known else np.nan
        rows.append(
            {
                "site": problem.sites[site],
                "tier": tier.name,
                "year": problem.terms.phases[t].year,
                "action": "move" if plant >= 0 else "close" if k < 0 else tier.sizes[k].action,
                "size": None if k < 0 else tier.sizes[k].name,
                "capacity": added,
                "cost": float(options.cost[option]),
                "moved_from": problem.sites[plant] if plant >= 0 else None,
            }
        )
    return pd.DataFrame(rows, columns=ACTION_COLUMNS)


def sites_of(programme: PlanProgramme, taken: Bools, flow: Floats) -> pd.DataFrame:
    """List what stands in each year, with what it can take and takes.

    Parameters
    ----------
    programme : PlanProgramme
        What is planned.
    taken : numpy.ndarray of bool, shape (years, options)
        Options taken.
    flow : numpy.ndarray of float64, shape (years, legs)
        What goes over each leg.

    Returns
    -------
    pandas.DataFrame
        ``site``, ``tier``, ``year``, ``capacity`` (empty where not known), ``used``.
    """
    problem, options = programme.problem, programme.options
    m = len(problem.sites)
    names = np.array([tier.name for tier in problem.terms.tiers], dtype=object)
    parts = []
    for t, phase in enumerate(problem.terms.phases):
        times = taken[: t + 1].sum(axis=0)  # a plant may be enlarged alike in several years
        done = times > 0
        room = problem.room + np.bincount(
            options.site, weights=options.capacity * times, minlength=m
        )
        shut = np.zeros(m, dtype=bool)
        shut[options.site[done & options.close]] = True
        there = problem.stands & ~shut
        there[options.site[done & options.build]] = True
        used = np.bincount(problem.target, weights=flow[t], minlength=m)
        unknown = np.isinf(problem.most_room)
        parts.append(
            pd.DataFrame(
                {
                    "site": problem.sites[there],
                    "tier": names[problem.tier[there]],
                    "year": phase.year,
                    # of a plant of unknown capacity what was added is known, not what it takes
                    "capacity": np.where(unknown, np.nan, room)[there],
                    "used": np.minimum(used, room)[there],
                }
            )
        )
    return pd.concat(parts, ignore_index=True)


def flows_of(problem: PlanProblem, flow: Floats, tonne: float) -> pd.DataFrame:
    """List who goes where: one row a year and leg on which anything goes.

    Parameters
    ----------
    problem : PlanProblem
        What is planned.
    flow : numpy.ndarray of float64, shape (years, legs)
        What goes over each leg.
    tonne : float
        Unit of flows, below a millionth of which there is nothing.

    Returns
    -------
    pandas.DataFrame
        ``year``, ``from``, ``to``, ``tier``, ``amount``, ``km``, ``of``.
    """
    names = np.array([tier.name for tier in problem.terms.tiers], dtype=object)
    begins = np.concatenate([problem.demand.to_numpy(), problem.sites.to_numpy()])
    t, leg = np.nonzero(flow > tonne * PROOF)
    return pd.DataFrame(
        {
            "year": np.array([phase.year for phase in problem.terms.phases])[t],
            "from": begins[problem.source[leg]],
            "to": problem.sites[problem.target[leg]],
            "tier": names[problem.tier[problem.target[leg]]],
            "amount": flow[t, leg],
            "km": problem.km[leg],
            "of": np.where(problem.first[leg], "demand", "site"),
        }
    )


def years_of(programme: PlanProgramme, x: Floats, flow: Floats, taken: Bools) -> pd.DataFrame:
    """Sum up each year: demand, what is served, spent, hauled, and what it costs.

    Parameters
    ----------
    programme : PlanProgramme
        What is planned.
    x : numpy.ndarray of float64, shape (columns,)
        The solution.
    flow : numpy.ndarray of float64, shape (years, legs)
        What goes over each leg.
    taken : numpy.ndarray of bool, shape (years, options)
        Options taken.

    Returns
    -------
    pandas.DataFrame
        As :class:`gisplan.analysis.siting.plans.PlanAnswer` has it.
    """
    problem, terms = programme.problem, programme.problem.terms
    rows = []
    regions = regions_of(problem, flow)
    for t, phase in enumerate(terms.phases):
        invested = float((programme.options.cost * taken[: t + 1]).sum())
        running = float(programme.figures["running"][t] @ x) + float(programme.fixed[t])
        there = regions[(regions["year"] == phase.year) & (regions["demand"] > 0)]
        rows.append(
            {
                "year": phase.year,
                "demand": float(problem.weight[:, t].sum()),
                "reachable": float(problem.weight[problem.reachable, t].sum()),
                "served": float(flow[t, problem.first].sum()),
                "spent": float(programme.options.cost[taken[t]].sum()),
                "way": float(flow[t] @ problem.km),
                "cost": terms.charges.annuity * invested + running
                if terms.charges.life is not None
                else np.nan,
                "least_share": float((there["served"] / there["demand"]).min())
                if len(there)
                else np.nan,
                "near": float(programme.figures["near"][t] @ x),
            }
        )
    return pd.DataFrame(rows)


def regions_of(problem: PlanProblem, flow: Floats) -> pd.DataFrame:
    """Sum up what is needed and served by year and region.

    Parameters
    ----------
    problem : PlanProblem
        What is planned.
    flow : numpy.ndarray of float64, shape (years, legs)
        What goes over each leg.

    Returns
    -------
    pandas.DataFrame
        ``year``, ``region``, ``demand``, ``served``.
    """
    legs = np.flatnonzero(problem.first)
    count, parts = len(problem.regions), []
    some = problem.region >= 0
    code = problem.region[problem.source[legs]]
    inside = code >= 0
    for t, phase in enumerate(problem.terms.phases):
        need = np.bincount(problem.region[some], weights=problem.weight[some, t], minlength=count)
        served = np.bincount(code[inside], weights=flow[t, legs][inside], minlength=count)
        parts.append(
            pd.DataFrame(
                {
                    "year": phase.year,
                    "region": problem.regions,
                    "demand": need,
                    "served": np.minimum(served, need),
                }
            )
        )
    return pd.concat(parts, ignore_index=True)
