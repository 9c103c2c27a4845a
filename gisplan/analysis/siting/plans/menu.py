"""What a whole plan may do, by tier and year: build, enlarge, move, close; and for what money."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from numbers import Real
from typing import Literal, get_args

from gisplan.errors import OptionError
from gisplan.text import Text

Aim = Literal["coverage", "cost", "way", "equity"]
#: What a plan makes best; see docs/siting.md.
AIMS: tuple[str, ...] = get_args(Aim)
Action = Literal["build", "enlarge", "close"]


def _at_least(value: float, least: float, what: Text) -> None:
    if not (isinstance(value, Real) and math.isfinite(value) and value >= least):
        raise OptionError(
            Text(
                f"{what.zh}应为不小于 {least:g} 的数，现为 {value}",
                f"{what.en} must be {least:g} or more, not {value}",
            )
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """A size from the menu of a tier: a plant to be built, or what one may be enlarged by.

    Attributes
    ----------
    name : str
        What a planner calls it; unique within its tier.
    capacity : float
        In the unit of the demand: of the plant built, or added to the one enlarged.
    cost : float
        What it takes once, in the plan's currency.
    action : {"build", "enlarge"}
        Whether a plant is built at a candidate, or one that stands is enlarged.
    least : float
        Share of the capacity (0 to 1) that must be used, in every year from then on.
    yearly : float
        What it costs in each year, whatever is used.
    away_km : float or mapping of str to float
        Least distance of its places from what is unwelcome near it: one for all layers, or one for
        each by its name (of the others, any distance will do); 0 for any.
    """

    name: str
    capacity: float
    cost: float
    action: Literal["build", "enlarge"] = "build"
    least: float = 0.0
    yearly: float = 0.0
    away_km: float | Mapping[str, float] = 0.0

    def __post_init__(self) -> None:
        """Refuse what can't be.

        Raises
        ------
        OptionError
            If a number is below 0, the capacity 0, or the least use above 1.
        """
        for value, zh, en in (
            (self.cost, "cost", "cost"),
            (self.yearly, "yearly", "yearly"),
            (self.least, "least", "least"),
            *self._distances(),
        ):
            _at_least(value, 0.0, Text(f"规模 {self.name} 的 {zh} ", f"size {self.name}: {en}"))
        number = isinstance(self.capacity, Real) and math.isfinite(self.capacity)
        if not (number and self.capacity > 0):
            raise OptionError(
                Text(
                    f"规模 {self.name} 的 capacity 应为大于 0 的数，现为 {self.capacity!r}",
                    f"size {self.name}: capacity must be a number above 0, not {self.capacity!r}",
                )
            )
        if self.least > 1:
            raise OptionError(
                Text(
                    f"规模 {self.name} 的 least 是能力的份额，应不大于 1，现为 {self.least:g}",
                    f"size {self.name}: least is a share of the capacity, 1 at most, not "
                    f"{self.least:g}",
                )
            )

    @property
    def away_from(self) -> tuple[str, ...]:
        """Give the layers that have a distance of their own.

        Returns
        -------
        tuple of str
            None where one distance holds for all.
        """
        return tuple(self.away_km) if isinstance(self.away_km, Mapping) else ()

    def keeps_off(self, layer: str = "") -> float:
        """Give the least distance of its places from a layer.

        Parameters
        ----------
        layer : str
            Name of the layer; the greatest of all distances if empty.

        Returns
        -------
        float
            In km; 0 for any.
        """
        if not isinstance(self.away_km, Mapping):
            return self.away_km
        if not layer:
            return max(self.away_km.values(), default=0.0)
        return self.away_km.get(layer, 0.0)

    def _distances(self) -> list[tuple[float, str, str]]:
        if not isinstance(self.away_km, Mapping):
            return [(self.away_km, "away_km", "away_km")]
        each = [(km, f"away_km.{name}") for name, km in self.away_km.items()]
        return [(km, key, key) for km, key in each]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanTier:
    """A tier of the network that is planned, with its menu.

    Attributes
    ----------
    name : str
        What a planner calls it; unique within the plan.
    sizes : tuple of Size
        The menu.
    passes_on : float
        Share of what it takes that goes on to the next tier (above 0, at most 1); of the last
        tier it does not count.
    new : int, optional
        Most plants built, over all years.
    close : float, optional
        Cost of closing a plant that stands; none may be closed if left out.
    keep : float
        What a plant that stands costs in each year until it is closed.
    least : float
        Share of its capacity (0 to 1) that a plant that stands and is kept must use.
    per_tonne : float
        What a unit of what it takes costs.
    """

    name: str
    sizes: tuple[Size, ...] = ()
    passes_on: float = 1.0
    new: int | None = None
    close: float | None = None
    keep: float = 0.0
    least: float = 0.0
    per_tonne: float = 0.0

    def __post_init__(self) -> None:
        """Refuse what can't be.

        Raises
        ------
        OptionError
            If a number is out of its range, or a size has the name of another.
        """
        what = f"{self.name}"
        for value, key in (
            (self.close or 0.0, "close"),
            (self.keep, "keep"),
            (self.least, "least"),
            (self.per_tonne, "per_tonne"),
            (float(self.new or 0), "new"),
        ):
            _at_least(value, 0.0, Text(f"层级 {what} 的 {key} ", f"tier {what}: {key}"))
        if not 0 < self.passes_on <= 1 or self.least > 1:
            raise OptionError(
                Text(
                    f"层级 {what}：passes_on 应大于 0 且不大于 1，least 应不大于 1",
                    f"tier {what}: passes_on must be above 0 and at most 1, least at most 1",
                )
            )
        names = [size.name for size in self.sizes]
        if len(set(names)) < len(names):
            raise OptionError(
                Text(f"层级 {what} 有同名的规模", f"tier {what}: two sizes have the same name")
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Phase:
    """A year of the plan.

    Attributes
    ----------
    year : int
        What is built in it works in it.
    budget : float, optional
        What may be spent in it; no limit if left out.
    weight : float
        What a unit served in it counts in the plan's aim, beside the other years.
    """

    year: int
    budget: float | None = None
    weight: float = 1.0

    def __post_init__(self) -> None:
        """Refuse what can't be.

        Raises
        ------
        OptionError
            If budget or weight are below 0 or no numbers.
        """
        _at_least(self.weight, 0.0, Text(f"{self.year} 年的 weight ", f"{self.year}: weight"))
        if self.budget is not None:
            _at_least(self.budget, 0.0, Text(f"{self.year} 年的 budget ", f"{self.year}: budget"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Charges:
    """What turns a plan into cost a year; declared by the user, none is assumed.

    Attributes
    ----------
    transport : float
        Of a unit of demand over one kilometre (or minute) of way.
    life : int, optional
        Years over which what is spent once is paid off; it does not count a year if left out.
    interest : float
        Rate a year (0.05 is 5 %).
    """

    transport: float = 0.0
    life: int | None = None
    interest: float = 0.0

    def __post_init__(self) -> None:
        """Refuse what can't be.

        Raises
        ------
        OptionError
            If a number is below 0, or the life no year.
        """
        _at_least(self.transport, 0.0, Text("transport ", "transport"))
        _at_least(self.interest, 0.0, Text("interest ", "interest"))
        if self.life is not None:
            _at_least(float(self.life), 1.0, Text("life ", "life"))

    @property
    def annuity(self) -> float:
        """Give the share of what was spent once that is paid in each year.

        Returns
        -------
        float
            ``r / (1 - (1 + r) ** -life)``; 1 / life without interest; 0 without a life.
        """
        if self.life is None:
            return 0.0
        if self.interest == 0:
            return 1.0 / self.life
        return self.interest / (1.0 - (1.0 + self.interest) ** -self.life)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanTerms:
    """What a plan must keep to, and what it makes best.

    Attributes
    ----------
    tiers : tuple of PlanTier
        From the demand upward.
    phases : tuple of Phase
        Years, rising.
    aim : {"coverage", "cost", "way", "equity"}
        ``coverage``: most demand served; ``cost`` and ``way``: least cost, and least demand times
        way of all legs, with ``share`` of what can be reached served; ``equity``: the greatest
        least share among the regions.
    share : float
        Of the demand that any site may reach, what must be served in each year under ``cost`` and
        ``way``.
    single : bool
        Whether each demand point is served by one site as a whole, or not at all.
    carry : bool
        Whether what is left of a year's budget may be spent later.
    charges : Charges
        What turns a plan into cost a year.
    least_share : float
        Share of each region's demand (0 to 1) that must be served, in the last year.
    equity_year : int, optional
        Year whose least share ``equity`` makes greatest; the last if left out.
    """

    tiers: tuple[PlanTier, ...]
    phases: tuple[Phase, ...]
    aim: Aim = "coverage"
    share: float = 1.0
    single: bool = False
    carry: bool = False
    charges: Charges = Charges()
    least_share: float = 0.0
    equity_year: int | None = None

    def __post_init__(self) -> None:
        """Refuse what can't be.

        Raises
        ------
        OptionError
            If a share is out of its range, tiers or years are missing, repeated or in no order.
        """
        names = [tier.name for tier in self.tiers]
        years = [phase.year for phase in self.phases]
        if self.aim not in AIMS:
            known = ", ".join(AIMS)
            raise OptionError(
                Text(
                    f"没有目标 {self.aim}，可用：{known}",
                    f"there is no aim {self.aim}; there are: {known}",
                )
            )
        if not names or len(set(names)) < len(names):
            raise OptionError(
                Text("层级应至少一个且不重名", "tiers must be one at least, each name once")
            )
        if not years or sorted(set(years)) != years:
            raise OptionError(
                Text(
                    f"各期年份应至少一个，由早到晚且不重复：{years}",
                    f"the years must be one at least, rising, each once: {years}",
                )
            )
        if self.equity_year is not None and self.equity_year not in years:
            raise OptionError(
                Text(
                    f"equity_year 应为各期之一，现为 {self.equity_year}",
                    f"equity_year must be one of the years, not {self.equity_year}",
                )
            )
        for value, key in ((self.share, "share"), (self.least_share, "least_share")):
            if not 0 <= value <= 1:
                raise OptionError(
                    Text(
                        f"{key} 应在 0 到 1 之间，现为 {value:g}",
                        f"{key} must be between 0 and 1, not {value:g}",
                    )
                )
