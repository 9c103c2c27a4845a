"""What a plan consists of, as typed objects."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal, cast

from gisplan.digits import Digits, in_unit
from gisplan.errors import OptionError
from gisplan.text import Text

Comparison = Literal["ge", "le", "eq", "about", "range"]
Segment = Literal["energy_saving", "environmental", "resource_recycling", "services"]

COMPARISON_WORDS: dict[Comparison, Text] = {
    "ge": Text("不少于", "at least"),
    "le": Text("不超过", "at most"),
    "eq": Text("", ""),
    "about": Text("约", "about"),
    "range": Text("", ""),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number that a plan asks for.

    Attributes
    ----------
    comparison : {"ge", "le", "eq", "about", "range"}
        At least ``low``; at most ``high``; just ``low``; about ``low``; from ``low`` to
        ``high``.
    low : float, optional
        Lower end, or the one number; None where only ``high`` counts.
    high : float, optional
        Upper end, of ``le`` and ``range``.
    unit : Text
        What the number is in.
    counts : Text
        What is counted or measured.
    threshold : float, optional
        What one counted thing must reach (a yearly output), in ``threshold_unit``.
    threshold_unit : Text, optional
        Unit of the threshold.

    Raises
    ------
    OptionError
        If a number that the comparison needs is missing, or a range ends below its start.
    """

    comparison: Comparison
    low: float | None = None
    high: float | None = None
    unit: Text
    counts: Text
    threshold: float | None = None
    threshold_unit: Text | None = None

    def __post_init__(self) -> None:
        needed = {"le": (self.high,), "range": (self.low, self.high)}
        given = needed.get(self.comparison, (self.low,))
        numbers = [number for number in given if number is not None]
        if len(numbers) < len(given) or numbers != sorted(numbers):
            raise OptionError(
                Text(
                    f"比较方式 {self.comparison} 所需的数值缺失或上下限颠倒",
                    f"comparison {self.comparison} lacks a number, or its range is upside down",
                )
            )

    def is_met(self, value: float, *, tolerance: float = 0.1) -> bool:
        """Tell whether a value meets the aim.

        An aim is a floor: a plan that asks for 2-3 clusters, for 4 or for about 3 % is not
        missed by more of them, so only the lower end decides. ``le`` is a ceiling.

        Parameters
        ----------
        value : float
            In ``unit``.
        tolerance : float
            Share by which ``about`` may be missed; 0.1 unless said otherwise. The plan does
            not say how near "左右" is.

        Returns
        -------
        bool
            Whether nothing is missing.

        Raises
        ------
        OptionError
            If ``tolerance`` is not a share from 0 to 1, or the value is not a number.
        """
        return self.shortfall(value, tolerance=tolerance) == 0

    def shortfall(self, value: float, *, tolerance: float = 0.1) -> float:
        """Give by how much a value misses the aim, 0 if it is met.

        Parameters
        ----------
        value : float
            In ``unit``.
        tolerance : float, optional
            Share by which ``about`` may be missed.

        Returns
        -------
        float
            In ``unit``.

        Raises
        ------
        OptionError
            If the tolerance is not a share from 0 to 1, or the value is not a number.
        """
        if not 0 <= tolerance < 1 or math.isnan(value):
            raise OptionError(
                Text(
                    "数值须为数，容差须在 0 与 1 之间",
                    "the value must be a number and the tolerance from 0 to 1",
                )
            )
        if self.comparison == "le":
            return max(0.0, value - self._asked)
        floor = self._asked * (1 - tolerance) if self.comparison == "about" else self._asked
        return 0.0 if value >= floor else self._asked - value

    @property
    def _asked(self) -> float:
        """The number that decides; that it is there was seen to when this was made.

        Returns
        -------
        float
            In ``unit``.
        """
        return cast("float", self.high if self.comparison == "le" else self.low)

    def text(self) -> Text:
        """Give the quantity in words: ``3-5 户``, ``不少于 73 %``.

        Returns
        -------
        Text
            In both languages, with the unit.
        """
        words = COMPARISON_WORDS[self.comparison]
        asked = in_unit(self._asked, self.unit, Digits())
        zh, en = f"{self._asked:g} {self.unit.zh}", asked.en
        if self.comparison == "range":
            zh, en = (
                f"{self._asked:g}-{self.high:g} {unit}" for unit in (self.unit.zh, self.unit.en)
            )
        return Text(f"{words.zh} {zh}".strip(), f"{words.en} {en}".strip())


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """An aim of the province; ``year`` is None where the plan sets none."""

    id: str
    clause: str
    year: int | None
    base_year: int | None
    name: Text
    quantity: Quantity | None
    decidable_by: str
    evidence: Text | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Milestone:
    """What a task has to reach by the end of a year.

    Attributes
    ----------
    bases : tuple of str
        Ids of the bases that it is about.
    decidable_by : str
        The kind of data that could decide it, or ``person``.
    """

    id: str
    clause: str
    year: int
    name: Text
    quantity: Quantity | None
    bases: tuple[str, ...]
    decidable_by: str
    evidence: Text | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A body that leads or cooperates; ``collective`` stands for several (各市州政府)."""

    name: Text
    adcode: str | None
    collective: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One thing that a clause says is to be done."""

    clause: str
    order: int
    name: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading of the plan; ``parent`` is the clause above it."""

    clause: str
    parent: str | None
    name: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class _Led:
    """What has units that answer for it."""

    clause: str
    name: Text
    lead: tuple[Unit, ...]
    cooperating: tuple[Unit, ...]
    measures: tuple[Measure, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Task(_Led):
    """One of the plan's tasks, with its milestones."""

    section: str
    segment: Segment
    milestones: tuple[Milestone, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Path(_Led):
    """A work path (工作路径)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Safeguard(_Led):
    """A safeguard (保障措施)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A field of an engineering column (专栏)."""

    clause: str
    column: str
    name: Text
    measures: tuple[Measure, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EngineeringColumn:
    """An engineering column (专栏) with its fields."""

    clause: str
    section: str
    name: Text
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Landmark:
    """A landmark project (标志性工程); ``base`` is the id of the base that it is, if any."""

    clause: str
    name: Text
    base: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Allocation:
    """An industry that the plan allots to a place.

    Attributes
    ----------
    region : str, optional
        Code of the finest unit that the plan names; None for the unnamed ones of "等地".
    role : str
        What the place is to be for it.
    base : str, optional
        Id of the base that it takes the form of.
    open_ended : bool
        Whether the list of places ends with "等地".
    industries_open : bool
        Whether the list of industries ends with "等".
    """

    id: str
    clause: str
    region: str | None
    region_name: Text
    segment: Segment
    industry: str
    industry_name: Text
    role: str
    base: str | None
    open_ended: bool
    industries_open: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """How large the plan wants a base to be.

    Attributes
    ----------
    value : float
        The number.
    unit : Text
        What it is in.
    basis : {"class", "exact"}
        ``class`` is an order of magnitude ("千万吨级"), not a figure to compute with.
    """

    value: float
    unit: Text
    basis: Literal["class", "exact"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Base:
    """A base, park, platform or network.

    Attributes
    ----------
    adcode : str, optional
        Code of the finest unit that the plan names; None where it names no single one.
    place : Text, optional
        The place as the plan names it.
    year_due : int, optional
        Year of completion, trial operation or acceptance.
    scale : Scale, optional
        How large it is to be, if the plan says so.
    milestones : tuple of Milestone
        What has to be reached, by when.
    """

    id: str
    clauses: tuple[str, ...]
    name: Text
    kind: str
    segment: Segment | None
    adcode: str | None
    place: Text | None
    place_basis: str
    year_due: int | None
    scale: Scale | None
    milestones: tuple[Milestone, ...]
    note: Text | None
