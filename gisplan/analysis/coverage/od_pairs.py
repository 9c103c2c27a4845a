"""The sites that count and the pairs within reach, by distance or by travel time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import geopandas as gpd
import numpy as np
import pandas as pd

from gisplan.analysis.coverage.service_standard import ServiceStandard
from gisplan.analysis.coverage.standing import drawn_coarsely, sites_by_standing, sites_that_count
from gisplan.analysis.coverage.unplaced import Unplaced, nowhere, unplaced_within
from gisplan.analysis.coverage.unreachable import unreachable
from gisplan.analysis.travel import Mode
from gisplan.analysis.travel.mode import M_PER_KM, in_cost
from gisplan.arrays import Bools
from gisplan.catalog.layer import Outcome
from gisplan.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Reached:
    """The sites that count, and the pairs up to the longest reach.

    Attributes
    ----------
    sites : geopandas.GeoDataFrame
        The sites that count.
    pairs : pandas.DataFrame
        ``demand``, ``site``, ``cost`` in metres or minutes.
    breaks : tuple of float
        The reaches in the unit of ``cost``.
    measure : {"km", "min"}
        What people count the reaches in.
    left_out : tuple of Text
        Sites that do not count, by reason, and what can't be reached at any cost.
    unplaced : Unplaced or None
        Sites that are known to a whole unit alone, and whom they may serve; None where that is not
        told.
    """

    sites: gpd.GeoDataFrame
    pairs: pd.DataFrame
    breaks: tuple[float, ...]
    measure: str
    left_out: tuple[Text, ...]
    unplaced: Unplaced | None = None

    @property
    def somewhere(self) -> Unplaced:
        """The sites without a place that may serve somebody.

        Returns
        -------
        Unplaced
            Empty where there is none.
        """
        return nowhere(self.sites) if self.unplaced is None else self.unplaced

    @property
    def counted(self) -> int:
        """How many sites are placed and known to have stood.

        Returns
        -------
        int
            Those that lowest figures are of.
        """
        sites = self.sites
        return int((sites["standing"] == "standing").sum()) if "standing" in sites else len(sites)

    @property
    def limit(self) -> float:
        """The longest reach, in the unit of ``cost``.

        Returns
        -------
        float
            Metres or minutes.
        """
        return self.breaks[-1]

    def shown(self, cost: pd.Series[float]) -> pd.Series[float]:
        """Give costs in km or minutes, as people count them.

        Parameters
        ----------
        cost : pandas.Series[float]
            In metres or minutes.

        Returns
        -------
        pandas.Series[float]
            Same index.
        """
        return cost / (M_PER_KM if self.measure == "km" else 1.0)


def reached(
    demand: gpd.GeoDataFrame, sites: gpd.GeoDataFrame, standard: ServiceStandard
) -> Reached:
    """Choose the sites that count and find the pairs within reach.

    Parameters
    ----------
    demand : geopandas.GeoDataFrame
        Points with ``id``.
    sites : geopandas.GeoDataFrame
        See :func:`gisplan.analysis.coverage.standing.sites_that_count`.
    standard : ServiceStandard
        Which sites count, and how far they reach.

    Returns
    -------
    Reached
        Sites, pairs, and what does not count.

    Raises
    ------
    DataError, OptionError, DatumError
        If a table or an option can't be used.
    """
    chosen = sites_that_count(sites, year=standard.year, kinds=standard.kinds)
    return between(demand, chosen, mode=standard.mode, reaches=standard.reaches)


def reached_or_possible(
    demand: gpd.GeoDataFrame,
    sites: gpd.GeoDataFrame,
    standard: ServiceStandard,
    *,
    areas: gpd.GeoDataFrame | None = None,
    units: pd.DataFrame | None = None,
) -> Reached:
    """Find the pairs of the sites that count, and of those of which it is not known.

    Parameters
    ----------
    demand : geopandas.GeoDataFrame
        Points with ``id``.
    sites : geopandas.GeoDataFrame
        See :func:`gisplan.analysis.coverage.standing.sites_that_count`.
    standard : ServiceStandard
        Which sites count, and how far they reach.
    areas, units
        As in :func:`gisplan.analysis.coverage.unplaced.unplaced_within`.

    Returns
    -------
    Reached
        Its sites have ``standing``: ``standing``, or ``unknown`` of those that may have stood;
        those known to a whole unit alone are in ``unplaced``.

    Raises
    ------
    DataError, OptionError, DatumError
        If a table or an option can't be used.
    """
    found = sites_by_standing(sites, year=standard.year, kinds=standard.kinds)
    drawn = drawn_coarsely(found.placed)
    both = Outcome(found.placed, (*found.counted.left_out, *drawn))
    here = between(demand, both, mode=standard.mode, reaches=standard.reaches)
    may = unplaced_within(demand, found, areas, units, mode=standard.mode, limit=standard.limit)
    return replace(here, unplaced=may)


def between(
    demand: gpd.GeoDataFrame, chosen: Outcome, *, mode: Mode, reaches: Sequence[float]
) -> Reached:
    """Find the pairs of demand and sites that have been chosen; see :func:`reached`.

    Parameters
    ----------
    demand : geopandas.GeoDataFrame
        Points with ``id``.
    chosen : Outcome
        The sites that count, and why others don't.
    mode : Mode
        How one gets there.
    reaches : sequence of float
        Rising, in the mode's measure.

    Returns
    -------
    Reached
        Sites, pairs, and what does not count.
    """
    table = gpd.GeoDataFrame(chosen.table).reset_index(drop=True)
    found = mode.reach(demand, table, limit=max(reaches))
    return Reached(
        sites=table,
        pairs=found.pairs,
        breaks=tuple(in_cost(mode, limit) for limit in reaches),
        measure=mode.measure,
        left_out=(*chosen.left_out, *unreachable(found, demand, table)),
    )


def with_somewhere(here: Reached, *, free: bool = False) -> tuple[Reached, Bools]:
    """Put the sites without a place beside the others, with the pairs that there may be.

    Parameters
    ----------
    here : Reached
        Sites and pairs, and the sites without a place.
    free : bool
        Whether the way to those costs nothing; else it costs the least that it may.

    Returns
    -------
    whole : Reached
        All of them.
    somewhere : array of bool
        Which of its sites have no place.
    """
    unplaced = here.somewhere
    count = len(here.sites)
    if unplaced.sites.empty:
        return here, np.zeros(count, dtype=bool)
    sites = here.sites if "standing" in here.sites else here.sites.assign(standing="standing")
    both = pd.concat([sites, unplaced.sites], ignore_index=True)
    pairs = unplaced.pairs.assign(cost=0.0) if free else unplaced.pairs
    whole = replace(
        here,
        sites=gpd.GeoDataFrame(both, geometry="geometry", crs=here.sites.crs),
        pairs=pd.concat([here.pairs, pairs], ignore_index=True),
    )
    return whole, np.arange(len(both)) >= count


def names_of(table: pd.DataFrame, ids: pd.Series[str], *, prefix: str) -> dict[str, pd.Series[str]]:
    """Give the names of rows by id, as columns: ``PREFIX_zh``, ``PREFIX_en``; ids without names.

    Parameters
    ----------
    table : pandas.DataFrame
        Rows with ``id``, and ``name_zh`` and ``name_en`` if they have names.
    ids : pandas.Series[str]
        Ids of rows.
    prefix : str
        What the columns are called.

    Returns
    -------
    dict[str, pandas.Series[str]]
        Names by column.
    """
    named = table.set_index("id")
    columns = {}
    for lang in ("zh", "en"):
        known = named.get(f"name_{lang}")
        found = ids if known is None else ids.map(known).fillna(ids)
        columns[f"{prefix}_{lang}"] = found.astype("str")
    return columns
