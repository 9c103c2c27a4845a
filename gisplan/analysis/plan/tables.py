"""Reading a plan's tables into its objects, and checking what they say of each other."""

from __future__ import annotations

from collections.abc import Mapping
from types import SimpleNamespace
from typing import Any, cast

import pandas as pd

from gisplan.analysis.plan.model import (
    Allocation,
    Base,
    EngineeringColumn,
    Field,
    Landmark,
    Measure,
    Milestone,
    Path,
    Quantity,
    Safeguard,
    Scale,
    Section,
    Target,
    Task,
    Unit,
)
from gisplan.analysis.plan.quantities import number, quantity_of
from gisplan.errors import DataError, OptionError
from gisplan.text import Text

TABLES = (
    *("allocations", "bases", "columns", "fields", "landmarks", "measures", "milestones"),
    *("paths", "responsibilities", "safeguards", "sections", "targets", "tasks", "units"),
)


class Reader:
    """Turns tables into a plan, gathering what does not fit.

    Parameters
    ----------
    tables : mapping of str to pandas.DataFrame
        Tables of the plan, by the name of the layer.
    units : pandas.DataFrame or None
        Administrative units, if they are known.
    """

    def __init__(self, tables: Mapping[str, pd.DataFrame], units: pd.DataFrame | None) -> None:
        missing = [f"plan_{name}" for name in TABLES if f"plan_{name}" not in tables]
        if missing:
            raise DataError(
                Text(f"缺少规划表：{'、'.join(missing)}", f"missing: {', '.join(missing)}")
            )
        self.faults: list[Text] = []
        self.rows = {name: _rows(tables[f"plan_{name}"]) for name in TABLES}
        self.parents: dict[str, str] = {}
        if units is not None:
            known = units[units["parent"].notna() & (units["parent"] != units["adcode"])]
            self.parents = dict(zip(known["adcode"], known["parent"], strict=True))
        self.units = {row["name_zh"]: _unit(row) for row in self.rows["units"]}
        self.base_ids = {row["id"] for row in self.rows["bases"]}
        self.measures = [_measure(row) for row in self.rows["measures"]]
        self.milestones = [self._milestone(row) for row in self.rows["milestones"]]

    def parts(self) -> dict[str, Any]:
        """Give the parts of a plan by name, or raise with all faults.

        Returns
        -------
        dict of str to Any
            As :class:`gisplan.analysis.plan.plan.Plan` takes them.

        Raises
        ------
        DataError
            With all faults, if something does not fit.
        """
        columns = tuple(self._column(row) for row in self.rows["columns"])
        parts: dict[str, Any] = {
            "targets": tuple(self._target(row) for row in self.rows["targets"]),
            "sections": tuple(_section(row) for row in self.rows["sections"]),
            "tasks": tuple(self._task(row) for row in self.rows["tasks"]),
            "columns": columns,
            "landmarks": tuple(self._landmark(row) for row in self.rows["landmarks"]),
            "paths": tuple(Path(**self._led(row)) for row in self.rows["paths"]),
            "safeguards": tuple(Safeguard(**self._led(row)) for row in self.rows["safeguards"]),
            "bases": tuple(self._base(row) for row in self.rows["bases"]),
            "all_allocations": tuple(self._allocation(row) for row in self.rows["allocations"]),
            "parents": self.parents,
        }
        self._check_clauses(SimpleNamespace(**parts))
        if self.faults:
            raise DataError(
                Text("规划表之间对不上：", "the tables of the plan don't fit each other:"),
                faults=self.faults,
            )
        return parts

    def _fault(self, table: str, key: str, zh: str, en: str) -> None:
        self.faults.append(Text(f"plan_{table}，{key}：{zh}", f"plan_{table}, {key}: {en}"))

    def _check_clauses(self, plan: SimpleNamespace) -> None:
        led = (*plan.tasks, *plan.paths, *plan.safeguards)
        known = {s.clause for s in plan.sections} | {item.clause for item in led}
        known |= {c.clause for c in plan.columns} | {
            f.clause for c in plan.columns for f in c.fields
        }
        known |= {mark.clause for mark in plan.landmarks}
        answered = {item.clause for item in led}
        of_tasks = {item.clause for item in plan.tasks}
        allowed = {"responsibilities": answered, "milestones": of_tasks}
        for table in ("responsibilities", "milestones", "measures", "allocations", "targets"):
            for row in self.rows[table]:
                if row["clause"] not in allowed.get(table, known):
                    clause = row["clause"]
                    self._fault(table, clause, "没有这一条款", "there is no such clause")
        for base in plan.bases:
            for clause in base.clauses:
                self._require("bases", base.id, clause, known)
            years = {milestone.year for milestone in base.milestones}
            if base.year_due is not None and base.year_due not in years:
                due = base.year_due
                self._fault(
                    "bases",
                    base.id,
                    f"完成年份 {due} 没有对应的完成时限",
                    f"no milestone of it is due in {due}",
                )
        headings = {section.clause for section in plan.sections}
        for table, above, allowed_above in (
            ("sections", "parent", headings),
            ("tasks", "section", headings),
            ("columns", "section", headings),
            ("fields", "column", {column.clause for column in plan.columns}),
        ):
            for row in self.rows[table]:
                if row[above] is not None:
                    self._require(table, row["clause"], row[above], allowed_above)

    def _require(self, table: str, key: str, clause: str, known: set[str]) -> None:
        if clause not in known:
            self._fault(table, key, f"没有条款 {clause}", f"no clause {clause}")

    def _quantity(self, table: str, row: Mapping[str, Any]) -> Quantity | None:
        try:
            return quantity_of(row)
        except OptionError as error:
            self._fault(table, row["id"], error.message.zh, error.message.en)
            return None

    def _target(self, row: Mapping[str, Any]) -> Target:
        return Target(
            id=row["id"],
            clause=row["clause"],
            year=_whole(row["year"]),
            base_year=_whole(row["base_year"]),
            name=_pair(row, "name"),
            quantity=self._quantity("targets", row),
            decidable_by=row["decidable_by"],
            evidence=_maybe_pair(row, "evidence"),
        )

    def _base_id(self, table: str, row: Mapping[str, Any], base: str | None) -> str | None:
        if base is not None and base not in self.base_ids:
            key = row.get("id") or row["clause"]
            self._fault(table, key, f"plan_bases 中没有 {base}", f"plan_bases has no {base}")
        return base

    def _led(self, row: Mapping[str, Any]) -> dict[str, Any]:
        return {
            "clause": row["clause"],
            "name": _pair(row, "name"),
            "lead": self._answering(row["clause"], "lead"),
            "cooperating": self._answering(row["clause"], "cooperate"),
            "measures": tuple(m for m in self.measures if m.clause == row["clause"]),
        }

    def _answering(self, clause: str, role: str) -> tuple[Unit, ...]:
        rows = [
            row
            for row in self.rows["responsibilities"]
            if row["clause"] == clause and row["role"] == role
        ]
        found = []
        for row in sorted(rows, key=lambda row: row["order"]):
            unit = self.units.get(row["unit_zh"])
            if unit is None:
                name = row["unit_zh"]
                self._fault(
                    "responsibilities",
                    clause,
                    f"plan_units 中没有 {name}",
                    f"plan_units has no {name}",
                )
                continue
            found.append(unit)
        return tuple(found)

    def _task(self, row: Mapping[str, Any]) -> Task:
        milestones = tuple(m for m in self.milestones if m.clause == row["clause"])
        return Task(
            section=row["section"],
            segment=row["segment"],
            milestones=milestones,
            **self._led(row),
        )

    def _milestone(self, row: Mapping[str, Any]) -> Milestone:
        bases = _split(row["bases"])
        for base in bases:
            self._base_id("milestones", row, base)
        return Milestone(
            id=row["id"],
            clause=row["clause"],
            year=int(row["year"]),
            name=_pair(row, "name"),
            quantity=self._quantity("milestones", row),
            bases=bases,
            decidable_by=row["decidable_by"],
            evidence=_maybe_pair(row, "evidence"),
        )

    def _column(self, row: Mapping[str, Any]) -> EngineeringColumn:
        fields = tuple(
            Field(
                clause=item["clause"],
                column=item["column"],
                name=_pair(item, "name"),
                measures=tuple(m for m in self.measures if m.clause == item["clause"]),
            )
            for item in self.rows["fields"]
            if item["column"] == row["clause"]
        )
        return EngineeringColumn(
            clause=row["clause"], section=row["section"], name=_pair(row, "name"), fields=fields
        )

    def _landmark(self, row: Mapping[str, Any]) -> Landmark:
        base = self._base_id("landmarks", row, row["base"])
        return Landmark(clause=row["clause"], name=_pair(row, "name"), base=base)

    def _allocation(self, row: Mapping[str, Any]) -> Allocation:
        return Allocation(
            id=row["id"],
            clause=row["clause"],
            region=row["region"],
            region_name=_pair(row, "region"),
            segment=row["segment"],
            industry=row["industry"],
            industry_name=_pair(row, "industry"),
            role=row["role"],
            base=self._base_id("allocations", row, row["base"]),
            open_ended=bool(row["open_ended"]),
            industries_open=bool(row["industries_open"]),
        )

    def _base(self, row: Mapping[str, Any]) -> Base:
        return Base(
            id=row["id"],
            clauses=_split(row["clauses"]),
            name=_pair(row, "name"),
            kind=row["kind"],
            segment=row["segment"],
            adcode=row["adcode"],
            place=_maybe_pair(row, "place"),
            place_basis=row["place_basis"],
            year_due=_whole(row["year_due"]),
            scale=_scale(row),
            milestones=tuple(m for m in self.milestones if row["id"] in m.bases),
            note=_maybe_pair(row, "note"),
        )


def _rows(table: pd.DataFrame) -> list[dict[str, Any]]:
    """Give rows as dicts, with None for what is empty.

    Parameters
    ----------
    table : pandas.DataFrame
        Any table.

    Returns
    -------
    list[dict[str, Any]]
        One dict a row.
    """
    plain = table.astype(object)
    records = plain.where(plain.notna(), None).to_dict(orient="records")
    return cast("list[dict[str, Any]]", records)


def _pair(row: Mapping[str, Any], name: str) -> Text:
    return Text(row[f"{name}_zh"] or "", row[f"{name}_en"] or "")


def _maybe_pair(row: Mapping[str, Any], name: str) -> Text | None:
    return None if row[f"{name}_zh"] is None else _pair(row, name)


def _split(cell: str | None) -> tuple[str, ...]:
    return () if cell is None else tuple(part.strip() for part in cell.split(";"))


def _whole(cell: Any) -> int | None:
    return None if cell is None else int(cell)


def _scale(row: Mapping[str, Any]) -> Scale | None:
    value = number(row["scale_value"])
    if value is None:
        return None
    return Scale(value=value, unit=_pair(row, "scale_unit"), basis=row["scale_basis"])


def _unit(row: Mapping[str, Any]) -> Unit:
    return Unit(name=_pair(row, "name"), adcode=row["adcode"], collective=bool(row["collective"]))


def _measure(row: Mapping[str, Any]) -> Measure:
    return Measure(clause=row["clause"], order=int(row["order"]), name=_pair(row, "name"))


def _section(row: Mapping[str, Any]) -> Section:
    return Section(clause=row["clause"], parent=row["parent"], name=_pair(row, "name"))
