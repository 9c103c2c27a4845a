"""Ranges of what is not known for sure, declared by the planner, and futures drawn from them."""

from __future__ import annotations

import math
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypedDict

import numpy as np

from gisplan.analysis.siting.plans.menu import PlanTier
from gisplan.analysis.siting.plans.network_problem import PlanProblem
from gisplan.analysis.siting.plans.plan_columns import Options
from gisplan.arrays import Bools, Floats
from gisplan.errors import OptionError
from gisplan.text import Text

#: Lowest and highest value of what is drawn evenly between them.
Span = tuple[float, float]
_ONE: Span = (1.0, 1.0)


class TierRangeWanted(TypedDict, total=False):
    """Ranges of a tier as a declaration writes them; see :class:`TierRange`."""

    name: str
    capacity: Sequence[float]
    passes_on: Sequence[float]
    closed: Sequence[int]


class PlantRangeWanted(TypedDict, total=False):
    """Ranges of one plant as a declaration writes them; see :class:`PlantRange`."""

    id: str
    capacity: Sequence[float]
    closed: float


class RangesWanted(TypedDict, total=False):
    """Ranges as a declaration writes them; see :class:`PlanRanges`."""

    draws: int
    seed: int
    demand: Sequence[float]
    local: Sequence[float]
    tiers: Sequence[TierRangeWanted]
    plants: Sequence[PlantRangeWanted]
    seconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class TierRange:
    """What may come otherwise at the plants of a tier.

    Attributes
    ----------
    name : str
        Of the tier.
    capacity : tuple of float
        Factor of the capacity of each site, those that stand and those planned, each on its own.
    passes_on : tuple of float, optional
        Share that goes on to the next tier, one for all sites; as planned if left out.
    closed : tuple of int
        How many of the plants that stand shut down whatever is planned; any of them alike.
    """

    name: str
    capacity: Span = _ONE
    passes_on: Span | None = None
    closed: tuple[int, int] = (0, 0)

    def __post_init__(self) -> None:
        """Refuse what can't be.

        Raises
        ------
        OptionError
            If a range is none.
        """
        what = f"robust.tiers {self.name}"
        _check(self.capacity, f"{what} capacity")
        _check(self.closed, f"{what} closed")
        if self.passes_on is not None:
            _check(self.passes_on, f"{what} passes_on", most=1.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlantRange:
    """What may come otherwise at one plant that stands.

    Attributes
    ----------
    id : str
        In its layer.
    capacity : tuple of float, optional
        In the unit of the demand; also of a plant of which it is not known.
    closed : float
        How probable it is that it shuts down (0 to 1).
    """

    id: str
    capacity: Span | None = None
    closed: float = 0.0

    def __post_init__(self) -> None:
        """Refuse what can't be.

        Raises
        ------
        OptionError
            If a range is none.
        """
        if self.capacity is not None:
            _check(self.capacity, f"robust.plants {self.id} capacity")
        _check((self.closed, self.closed), f"robust.plants {self.id} closed", most=1.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanRanges:
    """What may come otherwise than planned, and how many futures are drawn.

    Each value is drawn evenly from its range, on its own. A future keeps what was drawn for it if
    more futures, or further ranges, are asked for.

    Attributes
    ----------
    draws : int
        Futures.
    seed : int
        Of the draws.
    demand : tuple of float
        Factor of all demand, in all years (rates, population).
    local : tuple of float
        Further factor of the demand of each region (of each point where there are no regions).
    tiers : tuple of TierRange
        By tier.
    plants : tuple of PlantRange
        By plant; they go before those of its tier.
    """

    draws: int = 20
    seed: int = 1
    demand: Span = _ONE
    local: Span = _ONE
    tiers: tuple[TierRange, ...] = ()
    plants: tuple[PlantRange, ...] = ()

    def __post_init__(self) -> None:
        """Refuse what can't be.

        Raises
        ------
        OptionError
            If a range is none, or there is no draw.
        """
        _check(self.demand, "robust demand")
        _check(self.local, "robust local")
        if not self.draws >= 1:
            raise OptionError(
                Text(
                    f"robust 的 draws 应至少为 1，现为 {self.draws}",
                    f"robust draws must be 1 or more, not {self.draws}",
                )
            )

    @classmethod
    def of(cls, given: Mapping[str, Any]) -> PlanRanges:
        """Take ranges as a declaration writes them.

        Parameters
        ----------
        given : mapping
            See :class:`RangesWanted`; ``seconds`` is not looked at.

        Returns
        -------
        PlanRanges
            The same, checked.

        Raises
        ------
        OptionError
            If a key is unknown, or a range can't be.
        """
        rest = {key: value for key, value in given.items() if key != "seconds"}
        known = {"draws", "seed", "demand", "local", "tiers", "plants"}
        if unknown := sorted(set(rest) - known):
            raise OptionError(
                Text(f"robust 中没有 {unknown[0]}", f"robust has no key {unknown[0]}")
            )
        try:
            for key in ("demand", "local"):
                if key in rest:
                    rest[key] = _span(rest[key])
            rest["tiers"] = tuple(
                TierRange(**{k: v if k == "name" else _span(v) for k, v in one.items()})
                for one in rest.get("tiers", ())
            )
            rest["plants"] = tuple(
                PlantRange(**{k: _span(v) if k == "capacity" else v for k, v in one.items()})
                for one in rest.get("plants", ())
            )
        except OptionError:
            raise
        except (TypeError, ValueError) as error:
            raise OptionError(
                Text(
                    "robust 的范围应写成 [最低, 最高]，tiers 有 name、capacity、passes_on、closed，"
                    "plants 有 id、capacity、closed",
                    "ranges of robust are written [lowest, highest]; tiers have name, capacity, "
                    "passes_on, closed, and plants id, capacity, closed",
                )
            ) from error
        return cls(**rest)


def _span(given: Sequence[float]) -> Any:
    low, high = given
    return low, high


def _check(span: Sequence[float], what: str, *, most: float = math.inf) -> None:
    low, high = span
    if not (0 <= low <= high <= most and math.isfinite(high)):
        zh, en = ("不小于 0", "0 or more") if math.isinf(most) else ("0 到 1", "from 0 to 1")
        raise OptionError(
            Text(
                f"{what} 应为由低到高的两个数（{zh}），现为 {low}、{high}",
                f"{what} must be two numbers, {en}, the lower one first, not {low}, {high}",
            )
        )


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class PlanFuture:
    """What came of the ranges in one draw.

    Attributes
    ----------
    problem : PlanProblem
        The same sites and legs; demand, capacities and what is passed on as drawn. Least uses and
        least shares are not asked for: what is built stands, used enough or not.
    options : Options
        The same options with the capacities drawn.
    scale : numpy.ndarray of float64, shape (sites,)
        Factor of what is built or enlarged at each site; 0 where the plant has shut down.
    closed : numpy.ndarray of bool, shape (sites,)
        Plants that have shut down.
    """

    problem: PlanProblem
    options: Options
    scale: Floats
    closed: Bools


def draw_futures(
    problem: PlanProblem, ranges: PlanRanges, own: Sequence[str] | None = None
) -> tuple[PlanFuture, ...]:
    """Draw futures from ranges.

    Parameters
    ----------
    problem : PlanProblem
        What is planned.
    ranges : PlanRanges
        What may come otherwise.
    own : sequence of str, optional
        What the sites are called in their layers, in the order of the problem; their identifiers
        if left out.

    Returns
    -------
    tuple of PlanFuture
        As many as asked for.

    Raises
    ------
    OptionError
        If a tier or plant is named that there is not.

    Examples
    --------
    >>> import pandas as pd
    >>> from gisplan.analysis.siting.plans import (
    ...     Phase, PlanProblem, PlanRanges, PlanTerms, PlanTier, TierRange, draw_futures
    ... )
    >>> demand = pd.DataFrame({"id": ["a"], "weight": [300.0]})
    >>> sites = pd.DataFrame({"id": ["S"], "tier": "plant", "stands": True, "capacity": 200.0})
    >>> legs = pd.DataFrame({"from": ["a"], "to": ["S"], "km": [4.0], "of": "demand"})
    >>> terms = PlanTerms(tiers=(PlanTier(name="plant"),), phases=(Phase(year=2030),))
    >>> problem = PlanProblem.from_tables(demand, sites, legs, terms)
    >>> ranges = PlanRanges(draws=2, tiers=(TierRange(name="plant", capacity=(0.5, 1.0)),))
    >>> [bool(100 <= future.problem.room[0] <= 200) for future in draw_futures(problem, ranges)]
    [True, True]
    """
    names = [tier.name for tier in problem.terms.tiers]
    where = {str(name): j for j, name in enumerate(problem.sites if own is None else own)}
    if own is not None:
        where = {str(own[j]): j for j in map(int, np.flatnonzero(problem.stands))}
    for one in ranges.tiers:
        if one.name not in names:
            raise OptionError(
                Text(
                    f"robust.tiers 中没有声明的层级：{one.name}",
                    f"robust.tiers names no tier of the plan: {one.name}",
                )
            )
    for plant in ranges.plants:
        if plant.id not in where or not problem.stands[where[plant.id]]:
            raise OptionError(
                Text(
                    f"robust.plants 中的 {plant.id} 不是参与方案的现有设施",
                    f"robust.plants: {plant.id} is no plant of the plan that stands",
                )
            )
    options = Options.of(problem)
    return tuple(_drawn(problem, options, ranges, where, k) for k in range(ranges.draws))


def _drawn(
    problem: PlanProblem, options: Options, ranges: PlanRanges, where: Mapping[str, int], k: int
) -> PlanFuture:
    def stream(*what: str) -> np.random.Generator:
        return np.random.default_rng([ranges.seed, k, zlib.crc32("/".join(what).encode())])

    groups = len(problem.regions)
    code = problem.region if groups else np.arange(len(problem.demand))
    # the last is of points in no region
    local = stream("local").uniform(*ranges.local, size=(groups or len(problem.demand)) + 1)
    weight = problem.weight * stream("demand").uniform(*ranges.demand) * local[code][:, None]
    scale, closed = np.ones(len(problem.sites)), np.zeros(len(problem.sites), dtype=bool)
    tiers = list(problem.terms.tiers)
    for one in ranges.tiers:
        t = [tier.name for tier in tiers].index(one.name)
        mine = problem.tier == t
        scale[mine] = stream("capacity", one.name).uniform(*one.capacity, size=int(mine.sum()))
        if one.passes_on is not None:
            share = float(stream("passes_on", one.name).uniform(*one.passes_on))
            tiers[t] = replace(tiers[t], passes_on=max(share, 1e-9))
        rng, there = stream("closed", one.name), np.flatnonzero(mine & problem.stands)
        count = min(int(rng.integers(one.closed[0], one.closed[1] + 1)), len(there))
        closed[rng.permutation(there)[:count]] = True
    room, most = problem.room * scale, problem.most_room * scale
    for plant in ranges.plants:
        j, rng = where[plant.id], stream("plant", plant.id)
        if plant.capacity is not None:
            room[j] = most[j] = rng.uniform(*plant.capacity)
        closed[j] |= rng.uniform() < plant.closed
    room[closed] = most[closed] = scale[closed] = 0.0
    # a plant that shuts down does so wherever it was moved to
    scale[(problem.moves >= 0) & closed[problem.moves]] = 0.0
    capacity = np.where(options.close, -room[options.site], options.capacity * scale[options.site])
    # what closing takes away is what is there, and what a plant takes along to a new place too
    own = options.build & options.moved & np.isnan(problem.moved_room[options.site])
    capacity[own] = room[options.plant[own]]
    return PlanFuture(
        problem=replace(
            problem,
            weight=weight,
            room=room,
            most_room=most,
            terms=replace(
                problem.terms, tiers=tuple(_free(tier) for tier in tiers), least_share=0.0
            ),
        ),
        options=replace(options, capacity=capacity, least=np.zeros(len(capacity))),
        scale=scale,
        closed=closed,
    )


def _free(tier: PlanTier) -> PlanTier:
    sizes = tuple(replace(size, least=0.0) for size in tier.sizes)
    return replace(tier, sizes=sizes, least=0.0)
