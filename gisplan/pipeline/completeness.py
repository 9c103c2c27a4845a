"""Layers held against what they declare: their units, and the totals of the next level."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gisplan.catalog.layer import DataProblem, LayerSpec
from gisplan.text import Text

if TYPE_CHECKING:
    import pandas as pd

    from gisplan.analysis.tables.totals import TotalMismatch
    from gisplan.catalog.completeness import Totals

_AS_IT_IS = Text("按原样使用；请核对", "used as it is; please check")


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """What holding a layer against its declaration found.

    Attributes
    ----------
    incomplete : tuple of Text
        What it lacks; sums over it, and over all that is made from it, are too small.
    problems : tuple of DataProblem
        Units whose rows do not add up to the total known of them.
    """

    incomplete: tuple[Text, ...] = ()
    problems: tuple[DataProblem, ...] = ()


def hold(
    spec: LayerSpec, table: pd.DataFrame, other: Callable[[str], pd.DataFrame], *, file: str
) -> Held:
    """Hold a layer against the units that it covers and the totals that it names.

    Parameters
    ----------
    spec : LayerSpec
        Declaration of the layer.
    table : pandas.DataFrame
        Its rows.
    other : callable
        Gives the table of a layer by its name.
    file : str
        Name of the layer's file, for messages.

    Returns
    -------
    Held
        What is missing, and what does not add up.
    """
    incomplete: tuple[Text, ...] = ()
    if spec.covers is not None:
        from gisplan.places.hierarchy import lacking_units

        units = other(spec.covers.units)
        incomplete = tuple(
            Text(
                f"{spec.title.zh}（{spec.name}）缺 {count} 个单位的行，"
                f"由它得出的合计是下限：{names.zh}",
                f"{spec.title.en} ({spec.name}) has no row of {count} unit(s); sums made from it"
                f" are lower bounds: {names.en}",
            )
            for count, names in (lacking_units(table, units, levels=spec.covers.levels),)
            if count
        )
    problems = [
        problem for item in spec.totals for problem in _differences(spec, table, other, item, file)
    ]
    return Held(incomplete=incomplete, problems=tuple(problems))


def _differences(
    spec: LayerSpec,
    table: pd.DataFrame,
    other: Callable[[str], pd.DataFrame],
    item: Totals,
    file: str,
) -> list[DataProblem]:
    from gisplan.analysis.tables.totals import differences
    from gisplan.places.hierarchy import unit_names

    totals, units = other(item.layer), other(item.units)
    for name, value in item.where.items():
        totals = totals[totals[name].astype("string") == value]
    names = unit_names(units)
    found = []
    for column, of in item.columns.items():
        told = differences(table, totals, units, column=column, of=of, rounded_to=item.rounded_to)
        found += [
            DataProblem(
                file=file,
                column=column,
                value=_amount(one.added),
                message=_said(spec, item, one, column, names.get(one.adcode)),
                action=_AS_IT_IS,
            )
            for one in told
        ]
    return found


def _said(
    spec: LayerSpec, item: Totals, one: TotalMismatch, column: str, name: Text | None
) -> Text:
    name = name or Text(one.adcode, one.adcode)
    title, off = spec.column(column).title_with_unit, one.added - one.total
    added, total, by = _amount(one.added), _amount(one.total), _amount(abs(off))
    zh, en = ("多", "more") if off > 0 else ("少", "less")
    return Text(
        f"{name.zh}：{title.zh} {one.rows} 行之和为 {added}，"
        f"图层 {item.layer} 为 {total}，{zh} {by}",
        f"{name.en}: {title.en}: the {one.rows} row(s) add up to {added}, layer {item.layer} has"
        f" {total}: {by} {en}",
    )


def _amount(value: float) -> str:
    rounded = round(value, 6)
    return f"{rounded:,.0f}" if rounded.is_integer() else f"{rounded:,.6f}".rstrip("0")
