"""Demand of a plan's years as scenarios have it: other people, other rates."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pandas as pd

from gisplan.api.compare import load_layers
from gisplan.api.scenarios.row_problems import row_problems
from gisplan.api.sites.inputs import Basis
from gisplan.catalog.ids import text_ids
from gisplan.catalog.workspace import Workspace
from gisplan.errors import OptionError
from gisplan.pipeline import scenario as scenarios
from gisplan.text import Text


def with_scenarios(
    basis: Basis, phases: list[dict[str, Any]], *, quantity: str, place: Workspace
) -> tuple[Basis, list[dict[str, Any]]]:
    """Take the demand of each year that names a scenario from the layers as that has them.

    Parameters
    ----------
    basis : Basis
        With the demand of the layers as they are.
    phases : list of dict
        Years of the plan; ``scenario`` names one of the workspace.
    quantity : str
        Column of the demand where a year names none.
    place : Workspace
        The workspace.

    Returns
    -------
    tuple of Basis and list of dict
        With a column a year more in the demand, which the years ask for in place of a scenario.

    Raises
    ------
    OptionError
        If there is no such scenario, or its demand has other points or no such column.
    DeclarationError
        If a scenario or a layer is wrong.
    """
    layer = basis.demand_layer
    demand, told, years = basis.demand, list(basis.left_out), []
    for phase in phases:
        name = phase.get("scenario", "")
        year = {key: value for key, value in phase.items() if key != "scenario"}
        years.append(year)
        if not name or layer is None:
            continue
        column = str(phase.get("quantity", quantity))
        what_if = scenarios.load(place, name)
        own = load_layers((layer.spec.name,), what_if=what_if, place=place)[layer.spec.name]
        year["quantity"] = f"{column}@{name}"
        amounts = _same_points(own.table, demand, column=column, scenario=name)
        demand = demand.assign(**{year["quantity"]: amounts})
        title, of_year = what_if.title, phase["year"]
        told += [
            Text(
                f"{of_year} 年的需求按情景“{title.zh}”",
                f"demand of {of_year} as in the scenario “{title.en}”",
            ),
            *row_problems(what_if, place=place),
        ]
    return replace(basis, demand=demand, left_out=tuple(dict.fromkeys(told))), years


def _same_points(
    own: pd.DataFrame, demand: pd.DataFrame, *, column: str, scenario: str
) -> pd.Series:
    table = text_ids(own)
    if column not in table:
        raise OptionError(
            Text(
                f"情景 {scenario} 的需求没有列 {column}",
                f"the demand of scenario {scenario} has no column {column}",
            )
        )
    apart = set(table["id"]) ^ set(demand["id"])
    if apart:
        some = sorted(apart)[:3]
        raise OptionError(
            Text(
                f"情景 {scenario} 的需求点与现有图层不同（{len(apart)} 个，如 {'、'.join(some)}）；"
                "一个方案各年的需求点须相同，情景只改其数量",
                f"the demand of scenario {scenario} has other points than the layers as they are"
                f" ({len(apart)}, such as {', '.join(some)}); a plan has the same points in all"
                " years, and a scenario changes their amounts alone",
            )
        )
    amounts: pd.Series = table.set_index("id")[column].reindex(demand["id"])
    return amounts.set_axis(demand.index)
