"""A plan as data: its tasks, milestones, targets, allocations and bases.

``Plan.from_tables`` reads the tables ``plan_*`` of a workspace. What they say of each other is
checked: a milestone of a task that is not there, or a unit that nobody declared, is a fault.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from gisplan.analysis.plan.model import (
    Allocation,
    Base,
    EngineeringColumn,
    Field,
    Landmark,
    Milestone,
    Path,
    Safeguard,
    Section,
    Target,
    Task,
)
from gisplan.analysis.plan.tables import TABLES, Reader
from gisplan.errors import OptionError
from gisplan.text import Text

__all__ = ["TABLES", "Plan"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """An action plan.

    Attributes
    ----------
    targets : tuple of Target
        Of the province.
    sections : tuple of Section
        Sections of the text.
    tasks : tuple of Task
        Key tasks, with their milestones.
    columns : tuple of EngineeringColumn
        Engineering columns, with their fields.
    landmarks : tuple of Landmark
        Landmark projects.
    paths : tuple of Path
        Paths of development.
    safeguards : tuple of Safeguard
        Safeguards.
    bases : tuple of Base
        Bases, parks, platforms and networks.
    all_allocations : tuple of Allocation
        See :meth:`allocations` for those of a region.
    parents : mapping of str to str
        Code of a unit -> code of the unit above, for ``within``.
    """

    targets: tuple[Target, ...]
    sections: tuple[Section, ...]
    tasks: tuple[Task, ...]
    columns: tuple[EngineeringColumn, ...]
    landmarks: tuple[Landmark, ...]
    paths: tuple[Path, ...]
    safeguards: tuple[Safeguard, ...]
    bases: tuple[Base, ...]
    all_allocations: tuple[Allocation, ...]
    parents: Mapping[str, str]

    @classmethod
    def from_tables(
        cls, tables: Mapping[str, pd.DataFrame], *, units: pd.DataFrame | None = None
    ) -> Plan:
        """Read a plan.

        Parameters
        ----------
        tables : mapping of str to pandas.DataFrame
            ``plan_allocations``, ``plan_bases`` … as the layers of that name hold them.
        units : pandas.DataFrame, optional
            Administrative units with ``adcode`` and ``parent``; needed for asking what is
            allotted *within* a region.

        Returns
        -------
        Plan
            The plan.

        Raises
        ------
        DataError
            If a table is missing, or one refers to what another does not hold; all faults
            together.
        """
        return cls(**Reader(tables, units).parts())

    @property
    def fields(self) -> tuple[Field, ...]:
        """The fields of all engineering columns.

        Returns
        -------
        tuple of Field
            In the order of the columns.
        """
        return tuple(field for column in self.columns for field in column.fields)

    def milestones(
        self, *, year: int | None = None, task: str | None = None
    ) -> tuple[Milestone, ...]:
        """Give the milestones of a year, of a task (by its clause), of both, or all.

        Parameters
        ----------
        year : int, optional
            Year by whose end they are to be reached; any if left out.
        task : str, optional
            Clause of a task.

        Returns
        -------
        tuple of Milestone
            In the order of the tasks.

        Raises
        ------
        OptionError
            If there is no such task.
        """
        if task is not None and task not in {item.clause for item in self.tasks}:
            raise _unknown("任务", "task", task)
        return tuple(
            milestone
            for item in self.tasks
            for milestone in item.milestones
            if year in (None, milestone.year) and task in (None, item.clause)
        )

    def allocations(
        self, *, region: str | None = None, segment: str | None = None, within: bool = False
    ) -> tuple[Allocation, ...]:
        """Give what is allotted.

        Parameters
        ----------
        region : str, optional
            Code of a unit; all if left out.
        segment : str, optional
            Only of this segment.
        within : bool
            Also what is allotted to units inside the region (红古区 in 兰州市).

        Returns
        -------
        tuple of Allocation
            In the order of the plan.

        Raises
        ------
        OptionError
            If ``within`` is asked of a plan that was read without ``units``.
        """
        if within and not self.parents:
            raise OptionError(
                Text(
                    "查下级地区须在读取规划时给出 units",
                    "to ask within a region, the plan must be read with units",
                )
            )
        return tuple(
            item
            for item in self.all_allocations
            if segment in (None, item.segment)
            and (region in (None, item.region) or (within and self._is_in(item.region, region)))
        )

    def clause(
        self, clause: str
    ) -> Section | Task | EngineeringColumn | Field | Landmark | Path | Safeguard:
        """Give what stands at a clause.

        Parameters
        ----------
        clause : str
            Such as 二(三)9.

        Returns
        -------
        Section | Task | EngineeringColumn | Field | Landmark | Path | Safeguard
            The part of the plan that stands there.

        Raises
        ------
        OptionError
            If the plan has no such clause.
        """
        parts = (
            *(self.tasks, self.columns, self.fields, self.landmarks),
            *(self.paths, self.safeguards),
        )
        for item in (*self.sections, *(item for part in parts for item in part)):
            if item.clause == clause:
                return item
        raise _unknown("条款", "clause", clause)

    def _is_in(self, adcode: str | None, region: str | None) -> bool:
        seen: set[str] = set()
        while adcode is not None and adcode not in seen:
            if adcode == region:
                return True
            seen.add(adcode)
            adcode = self.parents.get(adcode)
        return False


def _unknown(zh: str, en: str, value: str) -> OptionError:
    return OptionError(Text(f"规划中没有{zh} {value}", f"the plan has no {en} {value}"))
