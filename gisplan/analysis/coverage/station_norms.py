"""Stations that the norm asks for beside those there are."""

from __future__ import annotations

import pandas as pd

from gisplan.analysis.checks import listed
from gisplan.analysis.coverage import models as coverage
from gisplan.analysis.coverage.models import HouseholdSize
from gisplan.catalog.layer import Outcome
from gisplan.errors import DataError
from gisplan.text import Text


def stations_needed(
    figures: pd.DataFrame,
    norms: pd.DataFrame,
    household_size: pd.DataFrame,
    there: pd.DataFrame | None = None,
    *,
    tier: str = "collection_station",
    stations: str = "stations",
) -> Outcome:
    """Work out the stations that the norm asks for in each unit, beside those there are.

    Parameters
    ----------
    figures : pandas.DataFrame
        ``adcode``, ``population``, ``urban_population``; or ``households``,
        ``urban_households``.
    norms : pandas.DataFrame
        ``tier``, ``area`` (``urban``, ``township``), ``unit_en`` (``households``), ``value``.
    household_size : pandas.DataFrame
        One row: ``persons`` in a household, and ``source``. With no row the stations needed
        stay empty.
    there : pandas.DataFrame, optional
        ``adcode`` and the column of stations. A unit without a row has an unknown number.
    tier : str
        In ``norms``.
    stations : str
        Column of ``there``.

    Returns
    -------
    Outcome
        ``figures`` with ``urban_households``, ``township_households``, ``stations_needed``,
        ``stations_there``, ``missing``, ``beyond``. See
        :func:`gisplan.analysis.coverage.models.stations_needed`.

    Raises
    ------
    DataError
        If a table can't be used, or the household size is not one row.
    """
    _need(household_size, ("persons", "source"), Text("户均人口表", "the table of household size"))
    if len(household_size) > 1:
        raise DataError(
            Text(
                f"户均人口表应至多一行，现有 {len(household_size)} 行",
                f"the table of household size must be one row at most, not {len(household_size)}",
            )
        )
    size = None
    if len(household_size):
        row = household_size.iloc[0]
        size = HouseholdSize(persons=float(row["persons"]), source=str(row["source"]))
    counted = None
    if there is not None:
        _need(there, ("adcode", stations), Text("现有站点表", "the table of stations there"))
        counted = there[["adcode", stations]].rename(columns={stations: "stations"})
    found = coverage.stations_needed(figures, norms, there=counted, tier=tier, size=size)
    told = found.table.rename(columns={"needed": "stations_needed", "there": "stations_there"})
    kept = [name for name in figures.columns if name not in told.columns or name == "adcode"]
    # the same units in the same order
    own = figures[kept].reset_index(drop=True)
    return Outcome(own.join(told.drop(columns="adcode")), found.left_out)


def _need(table: pd.DataFrame, columns: tuple[str, ...], name: Text) -> None:
    lacking = [column for column in columns if column not in table.columns]
    if lacking:
        zh, en = listed(lacking)
        raise DataError(Text(f"{name.zh}缺少列：{zh}", f"{name.en} lacks the column(s) {en}"))
