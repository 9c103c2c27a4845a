"""Which data decide an aim of the plan: a row of ``scorecard_rules``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from gisplan.errors import DataError
from gisplan.text import Text

#: What is measured, see ``docs/scorecard.md``.
MEASURES = (
    *("count", "indicator", "indicator_share", "indicator_ratio", "column_share", "figure"),
)
YEAR_RULES = ("in", "by")


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """A column that must have one of some values."""

    column: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """How an aim is measured.

    Attributes
    ----------
    id : str
        Of the target or milestone.
    data : str
        Name of the table.
    measure : str
        One of ``MEASURES``.
    column : str
        What is measured: an indicator, a column to add up, or (for a count) the column that
        must reach the aim's threshold; may be empty for a count.
    base : str
        The other indicator or column of a share.
    where : tuple of Condition
        All must hold.
    factor : float
        The aim's threshold times this is in the unit of ``column``.
    year_column : str
        Empty if rows have no year.
    year_rule : {"in", "by"}
        A row counts if it is of the year asked for, or of that or an earlier one.
    complete : bool
        Whether the table lists all there are. If not, what it lacks may be there all the same.
    left : Text, optional
        What the aim asks for beside the number, for a person to judge: then data can show that
        the number is not reached, and never that the aim is met.
    note : Text, optional
        What it measures, in words.
    """

    id: str
    data: str
    measure: str
    column: str
    base: str
    where: tuple[Condition, ...]
    factor: float
    year_column: str
    year_rule: str
    complete: bool
    left: Text | None = None
    note: Text | None = None

    @property
    def needed(self) -> tuple[str, ...]:
        """What the table must have: its columns, or the indicators in it.

        Returns
        -------
        tuple of str
            ``table.column``.
        """
        names = (*(c.column for c in self.where), self.column, self.base, self.year_column)
        return tuple(dict.fromkeys(f"{self.data}.{name}" for name in names if name))


def read_rules(table: pd.DataFrame) -> dict[str, Rule]:
    """Read the rules by the id of what they decide.

    Parameters
    ----------
    table : pandas.DataFrame
        ``scorecard_rules``.

    Returns
    -------
    dict of str to Rule
        Rules by id.

    Raises
    ------
    DataError
        With all rules that can't be read.
    """
    faults: list[Text] = []
    plain = table.astype(object).where(table.notna(), None)
    rules = {row["id"]: _rule(row, faults) for row in plain.to_dict(orient="records")}
    if faults:
        raise DataError(Text("评分规则有误：", "rules of the scorecard are wrong:"), faults=faults)
    return rules


def _rule(row: Mapping[Any, Any], faults: list[Text]) -> Rule:
    name = row["id"]
    measure, year_rule = row["measure"], row["year_rule"] or "in"
    if measure not in MEASURES or year_rule not in YEAR_RULES:
        known = ", ".join((*MEASURES, *YEAR_RULES))
        faults.append(
            Text(
                f"{name}：measure 或 year_rule 无效，可用：{known}",
                f"{name}: measure or year_rule is wrong; there are: {known}",
            )
        )
    if (measure != "count" and not row["column"]) or (
        measure in ("indicator_share", "column_share") and not row["base"]
    ):
        faults.append(Text(f"{name}：缺少 column 或 base", f"{name}: column or base is missing"))
    return Rule(
        id=name,
        data=row["data"],
        measure=measure,
        column=row["column"] or "",
        base=row["base"] or "",
        where=_conditions(name, row["where"], faults),
        factor=1.0 if row["factor"] is None else float(row["factor"]),
        year_column=row["year_column"] or "",
        year_rule=year_rule,
        complete=bool(row["complete"]),
        left=Text(row["left_zh"], row.get("left_en") or "") if row.get("left_zh") else None,
        note=Text(row["note_zh"], row.get("note_en") or "") if row.get("note_zh") else None,
    )


def _conditions(name: str, cell: str | None, faults: list[Text]) -> tuple[Condition, ...]:
    """Read ``kind=leading|backbone; industry=environmental``.

    Parameters
    ----------
    name : str
        Id of the rule, for messages.
    cell : str or None
        The conditions as written.
    faults : list of Text
        Takes what can't be read.

    Returns
    -------
    tuple of Condition
        In the order written.
    """
    found = []
    for part in (cell or "").split(";"):
        if not part.strip():
            continue
        column, sign, values = part.partition("=")
        if not sign or not column.strip() or not values.strip():
            faults.append(
                Text(
                    f"{name}：where 应写作“列=值|值; 列=值”，现为“{cell}”",
                    f"{name}: where must read 'column=value|value; column=value', not '{cell}'",
                )
            )
            continue
        allowed = tuple(value.strip() for value in values.split("|"))
        found.append(Condition(column=column.strip(), values=allowed))
    return tuple(found)
