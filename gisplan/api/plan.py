"""Who owes what of the plan, by when, and how it stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

import geopandas as gpd
import pandas as pd

from gisplan.analysis.plan.ledger_select import OVERDUE, select
from gisplan.api.plan_query import PlanQuery, Understood, selection_of
from gisplan.api.plan_tables import (
    DUTIES,
    LEDGER,
    PLACES,
    POINTS,
    LedgerTables,
    ledger_at_hand,
    load_ledger,
)
from gisplan.catalog.layer import LayerSpec
from gisplan.catalog.workspace import Workspace
from gisplan.pipeline.progress import Progress, silent
from gisplan.text import Text

__all__ = [
    "Ledger",
    "LedgerTables",
    "PlanQuery",
    "answer",
    "ledger_at_hand",
    "load_ledger",
    "plan",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """Items of the plan that were asked for.

    Attributes
    ----------
    table : pandas.DataFrame
        Rows of the layer ``plan_ledger`` with ``role`` and ``why``; see
        :func:`gisplan.analysis.plan.ledger_select.select`.
    points : geopandas.GeoDataFrame
        The same items where the plan puts them: one row an item and place, and one without
        geometry for an item that has none.
    spec : LayerSpec
        Of ``plan_ledger``.
    asked : Text
        What was asked, in words.
    as_of : str
        The day on which ``overdue`` holds.
    notes : tuple of Text
        What to mind, as that a unit is addressed and nowhere named.
    """

    table: pd.DataFrame
    points: gpd.GeoDataFrame
    spec: LayerSpec
    asked: Text
    as_of: str
    notes: tuple[Text, ...] = ()

    @property
    def counts(self) -> Mapping[str, int]:
        """How many items of each state, and how many are ``overdue``.

        Returns
        -------
        mapping of str to int
            Items by state, and under ``overdue`` those past their day.
        """
        found = Counter(self.table["state"])
        late = int(self.table["overdue"].fillna(False).sum())
        return {
            **{state: found[state] for state in self.spec.column("state").labels},
            OVERDUE: late,
        }


def plan(
    query: PlanQuery | None = None, *, place: Workspace | None = None, progress: Progress = silent
) -> Ledger:
    """Find what the plan asks of whom, by when, and how it stands.

    Parameters
    ----------
    query : PlanQuery, optional
        All items if left out.
    place : Workspace, optional
        The workspace of the current folder if left out.
    progress : callable, optional
        Told what is done next, the steps done and the steps in all; nobody is if left out.

    Returns
    -------
    Ledger
        The items, where they are, and what was asked, in words.

    Raises
    ------
    OptionError
        If a unit, region, state, kind or day is not known; the nearest are told.
    DeclarationError
        If declarations or layers are wrong.
    """
    query = query or PlanQuery()
    return answer(load_ledger(place=place, as_of=query.as_of, progress=progress), query)


def answer(tables: LedgerTables, query: PlanQuery) -> Ledger:
    """Answer a question from loaded tables.

    Parameters
    ----------
    tables : LedgerTables
        What questions are answered from.
    query : PlanQuery
        Its ``as_of`` is that of the tables.

    Returns
    -------
    Ledger
        The items, where they are, and what was asked, in words.

    Raises
    ------
    OptionError
        If a unit, state or kind is not known; the nearest are told.
    PlaceError
        If the region is not known, or may be several.
    """
    layers, asked = tables.layers, Understood()
    chosen = selection_of(query, (layers, tables.regions), asked)
    duties, places = layers[DUTIES].table, layers[PLACES].table
    table = select(layers[LEDGER].table, duties, places, chosen)
    return Ledger(
        table=table,
        points=_points(table, layers[POINTS].table),
        spec=layers[LEDGER].spec,
        asked=Text(
            "，".join(words.zh for words in asked.words) or "全部事项",
            ", ".join(words.en for words in asked.words) or "all items",
        ),
        as_of=tables.as_of,
        notes=tuple(asked.notes),
    )


def _points(table: pd.DataFrame, points: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    placed = points[["key", "item", "site", "precision", "geometry"]]
    joined = table.merge(placed, on="item", how="left")
    joined["key"] = joined["key"].fillna(joined["item"])
    joined["precision"] = joined["precision"].fillna("none")
    return gpd.GeoDataFrame(joined, geometry="geometry", crs=points.crs)
