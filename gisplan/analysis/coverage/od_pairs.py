"""The sites that count and the pairs within reach, by distance or by travel time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import geopandas as gpd
import pandas as pd

from gisplan.analysis.coverage import by_region as service
from gisplan.analysis.travel import ByDistance, Mode, from_table
from gisplan.analysis.travel.mode import M_PER_KM, in_cost
from gisplan.catalog.layer import Outcome
from gisplan.errors import OptionError
from gisplan.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Which sites count, and how far they reach.

    Parameters
    ----------
    mode : Mode
    reaches : tuple of float
        Rising, in the mode's measure (km or minutes).
    year : int
    kinds : tuple of str
        All if empty.
    """

    mode: Mode
    reaches: tuple[float, ...]
    year: int
    kinds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reached:
    """The sites that count, and the pairs up to the longest reach.

    Parameters
    ----------
    sites : geopandas.GeoDataFrame
    pairs : pandas.DataFrame
        ``demand``, ``site``, ``cost`` in metres or minutes.
    breaks : tuple of float
        The reaches in the unit of ``cost``.
    measure : {"km", "min"}
    left_out : tuple of Text
        Sites that do not count, by reason, and what can't be reached at any cost.
    """

    sites: gpd.GeoDataFrame
    pairs: pd.DataFrame
    breaks: tuple[float, ...]
    measure: str
    left_out: tuple[Text, ...]

    @property
    def limit(self) -> float:
        """The longest reach, in the unit of ``cost``."""
        return self.breaks[-1]

    def shown(self, cost: pd.Series[float]) -> pd.Series[float]:
        """Give costs in km or minutes, as people count them."""
        return cost / (M_PER_KM if self.measure == "km" else 1.0)


def asked(
    travel: pd.DataFrame | None,
    *,
    reach_km: float | Sequence[float] | None,
    reach_min: float | Sequence[float] | None,
    year: int,
    kinds: Sequence[str],
    detour: float = 1.0,
) -> Asked:
    """Take what a declaration says of reach: by distance, or by a table of travel times.

    Parameters
    ----------
    travel : pandas.DataFrame, optional
        As ``travel_times`` gives it.
    reach_km : float or sequence of float, optional
        Without ``travel``.
    reach_min : float or sequence of float, optional
        With ``travel``.
    year : int
    kinds : sequence of str
    detour : float
        Of reach by distance.

    Returns
    -------
    Asked

    Raises
    ------
    OptionError
        If kilometres are given for travel times, minutes without them, or neither or both.
    """
    given, other = (reach_km, reach_min) if travel is None else (reach_min, reach_km)
    if given is None or other is not None or (travel is not None and detour != 1.0):
        raise OptionError(
            Text(
                "距离与时间只取其一：不给行程表（travel）时用千米（可加 detour），"
                "给了行程表则用分钟",
                "reach is by distance or by time: kilometres (and detour) without a table of "
                "travel times (travel), minutes with it",
            )
        )
    reaches = tuple(given) if isinstance(given, Sequence) else (float(given),)
    if not reaches:
        raise OptionError(Text("没有给出可达范围", "no reach is given"))
    mode = ByDistance(detour) if travel is None else from_table(travel)
    return Asked(mode=mode, reaches=reaches, year=year, kinds=tuple(kinds))


def reached(demand: gpd.GeoDataFrame, sites: gpd.GeoDataFrame, wanted: Asked) -> Reached:
    """Choose the sites that count and find the pairs within reach.

    Parameters
    ----------
    demand : geopandas.GeoDataFrame
        Points with ``id``.
    sites : geopandas.GeoDataFrame
        See :func:`gisplan.analysis.coverage.by_region.sites_that_count`.
    wanted : Asked

    Returns
    -------
    Reached

    Raises
    ------
    DataError, OptionError, DatumError
        If a table or an option can't be used.
    """
    chosen = service.sites_that_count(sites, year=wanted.year, kinds=wanted.kinds)
    return between(demand, chosen, mode=wanted.mode, reaches=wanted.reaches)


def between(
    demand: gpd.GeoDataFrame, chosen: Outcome, *, mode: Mode, reaches: Sequence[float]
) -> Reached:
    """Find the pairs of demand and sites that have been chosen; see :func:`reached`."""
    table = gpd.GeoDataFrame(chosen.table).reset_index(drop=True)
    found = mode.reach(demand, table, limit=max(reaches))
    return Reached(
        sites=table,
        pairs=found.pairs,
        breaks=tuple(in_cost(mode, limit) for limit in reaches),
        measure=mode.measure,
        left_out=(*chosen.left_out, *service.unreachable(found)),
    )


def names_of(table: pd.DataFrame, ids: pd.Series[str], *, prefix: str) -> dict[str, pd.Series[str]]:
    """Give the names of rows by id, as columns: ``PREFIX_zh``, ``PREFIX_en``; ids without names."""
    named = table.set_index("id")
    columns = {}
    for lang in ("zh", "en"):
        known = named.get(f"name_{lang}")
        found = ids if known is None else ids.map(known).fillna(ids)
        columns[f"{prefix}_{lang}"] = found.astype("str")
    return columns
