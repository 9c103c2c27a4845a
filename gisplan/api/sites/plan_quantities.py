"""What a plan's years ask for: one quantity, or several that are counted in the same unit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from gisplan.catalog.layer import Column, Layer
from gisplan.errors import OptionError
from gisplan.text import Text


def unit_of(quantity: str, demand: Layer | None) -> Text | None:
    """Say what a quantity is counted in.

    Parameters
    ----------
    quantity : str
        Column of the demand.
    demand : Layer or None
        That declares the columns.

    Returns
    -------
    Text or None
        Its unit; None where it is not declared.
    """
    if demand is None or quantity not in demand.spec.column_names:
        return None
    return demand.spec.column(quantity).unit


def quantity_by_year(
    phases: Sequence[Mapping[str, Any]], quantity: str, demand: Layer | None
) -> tuple[Text, tuple[Text, ...]]:
    """Say what the years of a plan ask for, with its unit.

    Parameters
    ----------
    phases : sequence of mapping
        Years: ``year``, and ``quantity`` where it is not that of the plan.
    quantity : str
        Column of the plan's demand.
    demand : Layer or None
        That declares the columns.

    Returns
    -------
    tuple of Text and tuple of Text
        Title of the amounts, the same for all years; where years ask for different columns, a
        sentence that says which asks for what.

    Raises
    ------
    OptionError
        If a year asks for what is counted in another unit than that of the plan.
    """
    asked = [(one["year"], str(one.get("quantity", quantity))) for one in phases]
    spec = None if demand is None else demand.spec
    known: dict[str, Column] = {
        name: spec.column(name)
        for name in (quantity, *(column for _, column in asked))
        if spec is not None and name in spec.column_names
    }
    titles = {
        name: known[name].title_with_unit if name in known else Text(name, name)
        for name in (quantity, *(column for _, column in asked))
    }
    own = known.get(quantity)
    for year, name in asked:
        other = known.get(name)
        if own is not None and other is not None and own.unit != other.unit:
            raise OptionError(
                Text(
                    f"{year} 年的数量 {name} 是{titles[name].zh}，方案的数量 {quantity} 是"
                    f"{titles[quantity].zh}：单位不同，能力和各年的处理量不能相加；"
                    "各年须用同一单位的列",
                    f"{year} asks for {name}, {titles[name].en}, the plan for {quantity}, "
                    f"{titles[quantity].en}: these are in different units, in which capacities and"
                    " what years serve can't be added; use columns of one unit",
                )
            )
    if len({name for _, name in asked}) == 1:
        return titles[asked[0][1]], ()
    unit = own.unit if own is not None else None
    head = Text("各年的数量", "amount that the year asks for")
    if unit is not None:
        head = Text(f"{head.zh}（{unit.zh}）", f"{head.en} ({unit.en})")
    return head, (
        Text(
            "各年的数量：" + "；".join(f"{year} 年 {titles[name].zh}" for year, name in asked),
            "amounts by year: " + "; ".join(f"{year} {titles[name].en}" for year, name in asked),
        ),
    )
