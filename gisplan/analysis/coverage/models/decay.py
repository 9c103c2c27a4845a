"""Distance decay: how much a site at some cost still counts."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from gisplan.analysis.checks import check_breaks, check_limit
from gisplan.arrays import Floats
from gisplan.errors import OptionError
from gisplan.text import Text


class Decay(Protocol):
    """How much a site at some cost still counts."""

    @property
    def limit(self) -> float:
        """Give the cost beyond which nothing counts."""
        ...

    def at(self, cost: Floats) -> Floats:
        """Give the weight at costs up to the limit, 0 or more.

        Parameters
        ----------
        cost : array of float
            Costs up to the limit, in its unit.
        """
        ...


@dataclass(frozen=True, slots=True)
class Uniform:
    """The same weight, 1, everywhere within the limit: plain 2SFCA (Luo and Wang 2003)."""

    limit: float

    def __post_init__(self) -> None:
        check_limit(self.limit)

    def at(self, cost: Floats) -> Floats:
        """Give 1 for each cost.

        Parameters
        ----------
        cost : array of float
            Costs up to the limit, in its unit.

        Returns
        -------
        array of float
            Shape of ``cost``.
        """
        return np.ones_like(cost)


@dataclass(frozen=True, slots=True, kw_only=True)
class Steps:
    """One weight for each zone of cost: E2SFCA (Luo and Qi 2009).

    Attributes
    ----------
    breaks : sequence of float
        Upper bounds of the zones, rising; each belongs to its zone.
    weights : sequence of float
        One for each zone, 0 or more, not rising.
    """

    breaks: Sequence[float]
    weights: Sequence[float]

    def __post_init__(self) -> None:
        check_breaks(self.breaks)
        given = list(self.weights)
        falling = given == sorted(given, reverse=True) and all(math.isfinite(w) for w in given)
        if len(given) != len(self.breaks) or not falling or given[-1] < 0 or given[0] <= 0:
            raise OptionError(
                Text(
                    f"weights 应与 breaks 一一对应、由大到小且不为负，第一个大于 0：{given}",
                    f"weights must be one for each of breaks, falling, not negative, the first "
                    f"above 0: {given}",
                )
            )

    @property
    def limit(self) -> float:
        """Give the upper bound of the last zone.

        Returns
        -------
        float
            In the unit of the costs.
        """
        return self.breaks[-1]

    def at(self, cost: Floats) -> Floats:
        """Give the weight of the zone of each cost.

        Parameters
        ----------
        cost : array of float
            Costs up to the limit, in its unit.

        Returns
        -------
        array of float
            Shape of ``cost``.
        """
        zone = np.searchsorted(np.asarray(self.breaks, dtype=np.float64), cost, side="left")
        weight: Floats = np.asarray(self.weights, dtype=np.float64)[zone]
        return weight


@dataclass(frozen=True, slots=True, kw_only=True)
class Gaussian:
    """A weight that falls continuously, exp(-cost² / 2 bandwidth²), and is 0 beyond the limit.

    Attributes
    ----------
    bandwidth : float
        Cost at which the weight has fallen to exp(-1/2) = 0.61.
    limit : float
        Cost from beyond which the weight is 0.
    """

    bandwidth: float
    limit: float

    def __post_init__(self) -> None:
        check_limit(self.bandwidth, name="bandwidth")
        check_limit(self.limit)

    def at(self, cost: Floats) -> Floats:
        """Give the weight of each cost.

        Parameters
        ----------
        cost : array of float
            Costs up to the limit, in its unit.

        Returns
        -------
        array of float
            Shape of ``cost``.
        """
        weight: Floats = np.exp(-0.5 * (cost / self.bandwidth) ** 2)
        return weight


@dataclass(frozen=True, slots=True, kw_only=True)
class Exponential:
    """A weight that falls by the same part with each unit of cost, exp(-rate cost) (Wilson 1971).

    Attributes
    ----------
    rate : float
        Per unit of cost, above 0: at a cost of 1 / rate the weight is exp(-1) = 0.37.
    limit : float
        Cost from beyond which the weight is 0.
    """

    rate: float
    limit: float

    def __post_init__(self) -> None:
        check_limit(self.rate, name="rate")
        check_limit(self.limit)

    def at(self, cost: Floats) -> Floats:
        """Give the weight of each cost.

        Parameters
        ----------
        cost : array of float
            Costs up to the limit, in its unit.

        Returns
        -------
        array of float
            Shape of ``cost``.
        """
        weight: Floats = np.exp(-self.rate * cost)
        return weight


@dataclass(frozen=True, slots=True, kw_only=True)
class Power:
    """A weight that falls with a power of the cost, (floor / max(cost, floor))^exponent.

    The gravity model's and Huff's (1964) decay. As cost^-exponent has no value at 0, all costs up
    to the floor count as the floor, whose weight is 1.

    Attributes
    ----------
    exponent : float
        Above 0.
    floor : float
        Cost up to which the weight is 1, above 0 and not above the limit.
    limit : float
        Cost from beyond which the weight is 0.
    """

    exponent: float
    floor: float
    limit: float

    def __post_init__(self) -> None:
        check_limit(self.exponent, name="exponent")
        check_limit(self.limit)
        check_limit(self.floor, name="floor")
        if self.floor > self.limit:
            raise OptionError(
                Text(
                    f"floor 不应大于可达范围：{self.floor:g} > {self.limit:g}",
                    f"floor must not be above the reach: {self.floor:g} > {self.limit:g}",
                )
            )

    def at(self, cost: Floats) -> Floats:
        """Give the weight of each cost.

        Parameters
        ----------
        cost : array of float
            Costs up to the limit, in its unit.

        Returns
        -------
        array of float
            Shape of ``cost``.
        """
        weight: Floats = (self.floor / np.maximum(cost, self.floor)) ** self.exponent
        return weight


@dataclass(frozen=True, slots=True)
class Linear:
    """A weight that falls evenly, 1 - cost / limit: 1 at the site, 0 at the limit."""

    limit: float

    def __post_init__(self) -> None:
        check_limit(self.limit)

    def at(self, cost: Floats) -> Floats:
        """Give the weight of each cost.

        Parameters
        ----------
        cost : array of float
            Costs up to the limit, in its unit.

        Returns
        -------
        array of float
            Shape of ``cost``.
        """
        weight: Floats = 1.0 - cost / self.limit
        return weight
