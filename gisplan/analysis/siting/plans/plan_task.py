"""A whole plan as a declaration writes it: tiers with their menus, years, charges and rules."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypedDict, cast

from gisplan.analysis.siting.plans.futures import RangesWanted
from gisplan.analysis.siting.plans.menu import (
    Aim,
    Charges,
    Phase,
    PlanTerms,
    PlanTier,
    Size,
)
from gisplan.analysis.travel import ByDistance, Mode
from gisplan.errors import OptionError
from gisplan.text import Text

#: Digits of a code that name a region of each level.
LEVELS = {"prefecture": 4, "county": 6}
#: What a plan keeps to beyond menu and budgets.
_RULES = ("share", "single", "carry", "least_share")


class SizeWanted(TypedDict, total=False):
    """A size as a declaration writes it; see :class:`gisplan.analysis.siting.plans.Size`."""

    name: str
    action: str
    capacity: float
    cost: float
    least: float
    yearly: float
    away_km: float | Mapping[str, float]


class PlanTierWanted(TypedDict, total=False):
    """A tier as a declaration writes it, with its sites and how far they reach."""

    name: str
    kinds: Sequence[str]
    reach_km: float
    reach_min: float
    direct_km: float
    direct_min: float
    sizes: Sequence[SizeWanted]
    passes_on: float
    new: int
    close: float
    keep: float
    least: float
    per_tonne: float


class PhaseWanted(TypedDict, total=False):
    """A year as a declaration writes it; ``quantity`` or ``factor`` say its demand."""

    year: int
    budget: float
    weight: float
    quantity: str
    factor: float


class ChargesWanted(TypedDict, total=False):
    """What turns a plan into cost a year, as a declaration writes it."""

    transport: float
    life: int
    interest: float


class NearWanted(TypedDict, total=False):
    """Who is burdened by what is built near them, as a declaration writes it."""

    km: float
    quantity: str
    tiers: Sequence[str]


class RulesWanted(TypedDict, total=False):
    """What a plan must keep to beyond menu and budgets, as a declaration writes it."""

    least_share: float
    regions: str
    single: bool
    carry: bool
    share: float
    detour: float
    seconds: float
    robust: RangesWanted
    near: NearWanted


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanTask:
    """What is planned, for whom, and by which way one gets there.

    Attributes
    ----------
    terms : PlanTerms
        Menu, years, budgets and aim.
    tiers : tuple of mapping
        As declared: ``name``, ``kinds`` of the network that belong to it (none if empty),
        ``reach_km`` or ``reach_min`` (of the tier before it, or of the demand), ``direct_km`` or
        ``direct_min`` (within which demand may come straight to a later tier).
    phases : tuple of mapping
        As declared: ``quantity`` (a column; that of the task if left out), ``factor``.
    year : int
        Year whose network is the one that stands.
    quantity : str
        Column of the demand.
    regions : {"prefecture", "county"}
        Of which least shares are told.
    mode : Mode
        How one gets there.
    near : mapping, optional
        ``km`` (straight) within which a plant burdens people, ``quantity`` (column of the demand
        that counts them; that of the task if left out), ``tiers`` (which burden; all if left out).
    """

    terms: PlanTerms
    tiers: tuple[Mapping[str, Any], ...]
    phases: tuple[Mapping[str, Any], ...]
    year: int
    quantity: str
    regions: str = "prefecture"
    mode: Mode = field(default_factory=ByDistance)
    near: Mapping[str, Any] | None = None

    @classmethod
    def of(
        cls,
        *,
        tiers: Sequence[Mapping[str, Any]],
        phases: Sequence[Mapping[str, Any]],
        year: int,
        quantity: str,
        aim: str = "coverage",
        charges: Mapping[str, Any] | None = None,
        regions: str = "prefecture",
        mode: Mode | None = None,
        near: Mapping[str, Any] | None = None,
        **rules: Any,
    ) -> PlanTask:
        """Take a plan as a declaration writes it.

        Parameters
        ----------
        tiers : sequence of mapping
            See :class:`PlanTierWanted`.
        phases : sequence of mapping
            See :class:`PhaseWanted`.
        year : int
            Year whose network is the one that stands.
        quantity : str
            Column of the demand.
        aim : str
            One of ``AIMS``.
        charges : mapping, optional
            See :class:`ChargesWanted`.
        regions : {"prefecture", "county"}
            Of which least shares are told.
        mode : Mode, optional
            How one gets there; by distance if left out.
        near : mapping, optional
            See :class:`NearWanted`.
        **rules : Any
            ``share``, ``single``, ``carry``, ``least_share`` of
            :class:`gisplan.analysis.siting.plans.PlanTerms`.

        Returns
        -------
        PlanTask
            The same, checked.

        Raises
        ------
        OptionError
            If something is missing or can't be.
        """
        if regions not in LEVELS:
            raise OptionError(
                Text(
                    f"regions 应为 {'、'.join(LEVELS)} 之一，现为 {regions}",
                    f"regions must be one of {', '.join(LEVELS)}, not {regions}",
                )
            )
        unknown_rules = sorted(set(rules) - set(_RULES))
        if unknown_rules:
            raise OptionError(
                Text(
                    f"rules 中没有 {'、'.join(unknown_rules)}；有：{'、'.join(_RULES)}",
                    f"rules have no {', '.join(unknown_rules)}; there are: {', '.join(_RULES)}",
                )
            )
        made = [_tier(one) for one in tiers]
        terms = PlanTerms(
            tiers=tuple(made),
            phases=tuple(
                Phase(**{k: v for k, v in _phase(one).items() if k in ("year", "budget", "weight")})
                for one in phases
            ),
            aim=cast(Aim, aim),
            charges=Charges(**(charges or {})),
            **rules,
        )
        task = cls(
            terms=terms,
            tiers=tuple(tiers),
            phases=tuple(phases),
            year=year,
            quantity=quantity,
            regions=regions,
            mode=mode or ByDistance(),
            near=near,
        )
        unknown = set((near or {}).get("tiers", ())) - {tier.name for tier in made}
        if near is not None and (unknown or not near.get("km", 0) > 0):
            raise OptionError(
                Text(
                    "near 应有大于 0 的 km，tiers 为已声明的层级",
                    "near needs km, a number above 0, and its tiers must be tiers of the plan",
                )
            )
        for one in tiers:
            task.reach_of(one)
        return task

    def reach_of(self, tier: Mapping[str, Any]) -> float:
        """Give how far a tier reaches.

        Parameters
        ----------
        tier : mapping
            As declared.

        Returns
        -------
        float
            In the mode's measure.

        Raises
        ------
        OptionError
            If it is not given, or not above 0.
        """
        key = f"reach_{self.mode.measure}"
        value = tier.get(key)
        if not isinstance(value, int | float) or not value > 0:
            name = tier.get("name", "")
            raise OptionError(
                Text(
                    f"层级 {name} 应有大于 0 的 {key}", f"tier {name} needs {key}, a number above 0"
                )
            )
        return float(value)

    @property
    def quantities(self) -> tuple[str, ...]:
        """Give the column of the demand of each year.

        Returns
        -------
        tuple of str
            One a year.
        """
        return tuple(str(one.get("quantity", self.quantity)) for one in self.phases)


def _phase(one: Mapping[str, Any]) -> Mapping[str, Any]:
    if "scenario" in one:
        raise OptionError(
            Text(
                "某一年按情景（scenario）只能写在方案文件中；这里用 quantity 写该年的需求列",
                "a year by a scenario is asked for in a plan's file alone; here quantity names the"
                " column of its demand",
            )
        )
    factor = one.get("factor", 1.0)
    if "year" not in one or not factor >= 0:
        raise OptionError(
            Text(
                "每一期应有 year，factor 不小于 0",
                "each phase needs a year, and a factor of 0 or more",
            )
        )
    return one


def _tier(one: Mapping[str, Any]) -> PlanTier:
    name = str(one.get("name", ""))
    if not name or "kinds" not in one:
        raise OptionError(
            Text(
                "每个层级应有 name 和 kinds（现有设施中属于该级的类型；没有则写 []）",
                "each tier needs a name and kinds (of the network, that belong to it; [] if none)",
            )
        )
    sizes = []
    for size in one.get("sizes", ()):
        lacking = [key for key in ("name", "capacity", "cost") if key not in size]
        if lacking or size.get("action", "build") not in ("build", "enlarge"):
            raise OptionError(
                Text(
                    f"层级 {name} 的规模应有 name、capacity、cost，action 为 build 或 enlarge",
                    f"tier {name}: a size needs name, capacity and cost; its action is build or "
                    "enlarge",
                )
            )
        sizes.append(Size(**size))
    rest = ("passes_on", "new", "close", "keep", "least", "per_tonne")
    return PlanTier(name=name, sizes=tuple(sizes), **{key: one[key] for key in rest if key in one})
