"""What may be done at the sites, and where the variables of a whole plan stand."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from gisplan.analysis.siting.plans.network_problem import PlanProblem
from gisplan.arrays import Bools, Floats, Ints


@dataclass(frozen=True, slots=True, eq=False)
class Options:
    """What may be done at the sites: one row an option, as positions and numbers.

    Attributes
    ----------
    site : numpy.ndarray of int
        Position of the site.
    size : numpy.ndarray of int
        Position of the size in its tier's menu; -1 for closing and moving.
    build : numpy.ndarray of bool
        Whether a plant works at the site from then on: it is built there, or moves there.
    close : numpy.ndarray of bool
        Whether none does any more: it is closed, or moves away; it enlarges if neither.
    plant : numpy.ndarray of int
        Position of the plant that moves, of both halves of a move: the one that takes a new place
        (``build``) and the one that leaves the old (``close``); -1 of other options.
    capacity : numpy.ndarray of float64
        Capacity it adds; below 0 by closing.
    cost : numpy.ndarray of float64
        What it costs once.
    yearly : numpy.ndarray of float64
        What it costs in each year.
    least : numpy.ndarray of float64
        What must be used because of it.
    """

    site: Ints
    size: Ints
    build: Bools
    close: Bools
    plant: Ints
    capacity: Floats
    cost: Floats
    yearly: Floats
    least: Floats

    @property
    def grow(self) -> Bools:
        """Tell which options enlarge.

        Returns
        -------
        numpy.ndarray of bool
            Those that neither build nor close.
        """
        return ~self.build & ~self.close

    @property
    def moved(self) -> Bools:
        """Tell which options are halves of a move.

        Returns
        -------
        numpy.ndarray of bool
            Taking a new place, and leaving the old.
        """
        return self.plant >= 0

    def whole(self, option: int) -> Ints:
        """Give what is taken along with an option: a plant that takes a place leaves its old one.

        Parameters
        ----------
        option : int
            Position of an option.

        Returns
        -------
        numpy.ndarray of int
            The option, then the other half where it takes a new place.
        """
        if not (self.build[option] and self.moved[option]):
            return np.array([option])
        leaves = np.flatnonzero(self.close & (self.plant == self.plant[option]))
        return np.concatenate([[option], leaves])

    @classmethod
    def of(cls, problem: PlanProblem) -> Options:
        """List the options of a problem, by site and place in the menu.

        Parameters
        ----------
        problem : PlanProblem
            Sites, tiers and menus.

        Returns
        -------
        Options
            Those that rules and distances leave.
        """
        rows: list[tuple[float, ...]] = []
        leave = np.unique(problem.moves[~problem.fixed & (problem.moves >= 0)])
        for j in map(int, np.flatnonzero(~problem.fixed)):
            tier = problem.terms.tiers[problem.tier[j]]
            room, plant = problem.room[j], int(problem.moves[j])
            settled = bool(problem.stands[j]) or plant >= 0
            for k, size in enumerate(tier.sizes):
                builds = size.action == "build"
                asked = [size.keeps_off(name) for name in problem.away]
                if (builds and settled) or (problem.away_km[j] < asked).any():
                    continue
                cost = size.cost + (problem.extra[j] if builds else 0.0)
                least = size.least * size.capacity
                rows.append((j, k, builds, 0, -1, size.capacity, cost, size.yearly, least))
            if plant >= 0:  # it goes on as it was, but for another capacity where one is given
                own = problem.moved_room[j]
                there = float(problem.room[plant] if np.isnan(own) else own)
                cost = problem.extra[j]
                rows.append((j, -1, 1, 0, plant, there, cost, tier.keep, tier.least * there))
            if j in leave:
                rows.append((j, -1, 0, 1, j, -room, 0.0, -tier.keep, -tier.least * room))
            # of a plant of unknown capacity it is not known what closing would take away
            if problem.stands[j] and tier.close is not None and np.isfinite(problem.most_room[j]):
                rows.append((j, -1, 0, 1, -1, -room, tier.close, -tier.keep, -tier.least * room))
        table = np.array(rows, dtype=float).reshape(-1, 9)
        flags = table[:, 2:4] > 0
        site, size_of, of = table[:, [0, 1, 4]].astype(np.int64).T
        return cls(site, size_of, flags[:, 0], flags[:, 1], of, *table[:, 5:].T)


@dataclass(frozen=True, slots=True, eq=False)
class PlanColumns:
    """Where the variables stand: flows, options and whole legs by year, and the least share.

    Attributes
    ----------
    problem : PlanProblem
        What is planned.
    options : Options
        What may be done.
    tonne : float
        Unit of flows: the greatest demand.
    flow : numpy.ndarray of int, shape (years, legs)
        Column of what goes over a leg in a year.
    option : numpy.ndarray of int, shape (years, options)
        Column of whether an option is taken in a year.
    whole : numpy.ndarray of int, shape (years, legs from demand)
        Column of whether a leg serves its demand, where that may not be split; else none.
    served : numpy.ndarray of int
        Positions of the legs from demand.
    """

    problem: PlanProblem
    options: Options
    tonne: float
    flow: Ints
    option: Ints
    whole: Ints
    served: Ints

    @classmethod
    def of(cls, problem: PlanProblem, options: Options) -> PlanColumns:
        """Give each variable of a problem its column.

        Parameters
        ----------
        problem : PlanProblem
            What is planned.
        options : Options
            What may be done.

        Returns
        -------
        PlanColumns
            Flows first, then options, whole legs, and the least share last.
        """
        years, legs, choices = len(problem.terms.phases), len(problem.km), len(options.site)
        served = np.flatnonzero(problem.first)
        begin = years * (legs + choices)
        wholes = len(served) if problem.terms.single else 0
        return cls(
            problem=problem,
            options=options,
            tonne=float(problem.weight.max(initial=0.0)) or 1.0,
            flow=np.arange(years * legs).reshape(years, legs),
            option=years * legs + np.arange(years * choices).reshape(years, choices),
            whole=begin + np.arange(years * wholes).reshape(years, wholes),
            served=served,
        )

    @property
    def count(self) -> int:
        """Give how many variables there are.

        Returns
        -------
        int
            The least share is the last.
        """
        return self.flow.size + self.option.size + self.whole.size + 1

    @property
    def weight(self) -> Floats:
        """Give the demand in the unit of flows.

        Returns
        -------
        numpy.ndarray of float64, shape (demand, years)
            At most 1.
        """
        return self.problem.weight / self.tonne
