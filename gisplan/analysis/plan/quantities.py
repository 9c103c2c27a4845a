"""The quantity that a row of a plan's table asks for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gisplan.analysis.plan.model import Quantity
from gisplan.text import Text


def quantity_of(row: Mapping[Any, Any]) -> Quantity | None:
    """Read the quantity of a target or milestone.

    Parameters
    ----------
    row : mapping
        A row of ``plan_targets`` or ``plan_milestones``, with None for what is empty.

    Returns
    -------
    Quantity or None
        None if it asks for no number.

    Raises
    ------
    OptionError
        If a number that its comparison needs is missing, or a range is upside down.
    """
    unfilled = row.get("region") and row["value_low"] is None and row["value_high"] is None
    if row["comparison"] is None or unfilled:  # a template's row, not filled in yet
        return None
    threshold = number(row.get("threshold_value"))
    return Quantity(
        comparison=row["comparison"],
        low=number(row["value_low"]),
        high=number(row["value_high"]),
        unit=_pair(row, "unit"),
        counts=_pair(row, "counts"),
        threshold=threshold,
        threshold_unit=_pair(row, "threshold_unit") if threshold is not None else None,
    )


def number(cell: Any) -> float | None:
    """Give a cell as a number.

    Parameters
    ----------
    cell : float, int or None
        A number, or nothing.

    Returns
    -------
    float or None
        The number; None for nothing.
    """
    return None if cell is None else float(cell)


def _pair(row: Mapping[Any, Any], name: str) -> Text:
    return Text(row.get(f"{name}_zh") or "", row.get(f"{name}_en") or "")
