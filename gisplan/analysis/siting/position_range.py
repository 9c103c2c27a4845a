"""What candidates add, wherever the sites of the network stand that are known to a county only."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import geopandas as gpd
import pandas as pd

from gisplan.analysis.coverage.position_range import CostRange
from gisplan.analysis.travel import Mode
from gisplan.analysis.travel.mode import in_cost
from gisplan.arrays import Bools


def gained_range(
    candidates: gpd.GeoDataFrame,
    demand: gpd.GeoDataFrame,
    span: CostRange,
    *,
    mode: Mode,
    limit: float,
    quantities: Sequence[str] = ("population",),
) -> pd.DataFrame:
    """Bound what each candidate would add, over all places where the network's sites may stand.

    Parameters
    ----------
    candidates : geopandas.GeoDataFrame
        Points with a unique ``id``.
    demand : geopandas.GeoDataFrame
        Points with ``id`` and the quantities.
    span : CostRange
        How far it is from each of them to the network, at least and at most, to the limit.
    mode : Mode
        How one gets to a candidate.
    limit : float
        Reach, in the mode's measure.
    quantities : sequence of str
        Numbers of ``demand``.

    Returns
    -------
    pandas.DataFrame
        A row a candidate, in their order: for each quantity Q ``gained_Q_low`` (with the sites
        that may have stood, each where it reaches most), ``gained_Q_high`` (with those known to
        have stood alone, each where it reaches least), and ``overlap_Q_low``, ``overlap_Q_high``;
        empty where Q is not known.

    Raises
    ------
    DataError, OptionError, DatumError
        If a table or the reach can't be used.
    """
    pairs = mode.reach(demand, candidates, limit=limit).pairs
    cost = in_cost(mode, limit)
    rows = demand.set_index("id")
    table = pd.DataFrame(index=range(len(candidates)))
    ids = candidates["id"].reset_index(drop=True)
    ends = {"low": span.least > cost, "high": span.most > cost}
    for quantity in quantities:
        amount = pairs["demand"].map(rows[quantity]).astype("float64")
        known = bool(rows[quantity].notna().all())
        for end, lost in ends.items():
            left = pd.Series(lost, index=rows.index)
            new = pairs["demand"].map(left).astype(bool)
            other = "high" if end == "low" else "low"
            for name, part in (
                (f"gained_{quantity}_{end}", new),
                (f"overlap_{quantity}_{other}", ~new),
            ):
                sums = amount[part].groupby(pairs["site"]).agg(math.fsum)
                table[name] = ids.map(sums).fillna(0.0) if known else math.nan
    return table


@dataclass(frozen=True, slots=True, kw_only=True)
class CoveredRange:
    """Demand covered before and after sites are added, at least and at most.

    Attributes
    ----------
    before : (float, float)
        The least: by the sites known to have stood, wherever they stand. The most: with those
        that may have stood, each where it reaches most.
    after : (float, float)
        The same with the sites that are added.
    """

    before: tuple[float, float]
    after: tuple[float, float]


def covered_range(
    chosen: gpd.GeoDataFrame,
    demand: gpd.GeoDataFrame,
    span: CostRange,
    *,
    mode: Mode,
    limit: float,
    quantity: str = "population",
) -> CoveredRange:
    """Bound what a network covers, before and after sites are added to it.

    Parameters
    ----------
    chosen : geopandas.GeoDataFrame
        Sites that are added, points with ``id``; may be empty.
    demand : geopandas.GeoDataFrame
        Points with ``id`` and the quantity.
    span : CostRange
        How far it is from each of them to the network, at least and at most, to the limit.
    mode : Mode
        How one gets to a site.
    limit : float
        Reach, in the mode's measure.
    quantity : str
        Number of ``demand``.

    Returns
    -------
    CoveredRange
        In the unit of the quantity.

    Raises
    ------
    DataError, OptionError, DatumError
        If a table or the reach can't be used.
    """
    cost = in_cost(mode, limit)
    amount = demand[quantity].to_numpy(dtype="float64")

    def covered(by: Bools) -> float:
        return math.fsum(amount[by])

    sure, maybe = span.most <= cost, span.least <= cost
    added = (
        demand["id"]
        .isin(
            set() if chosen.empty else set(mode.reach(demand, chosen, limit=limit).pairs["demand"])
        )
        .to_numpy(dtype=bool)
    )
    return CoveredRange(
        before=(covered(sure), covered(maybe)),
        after=(covered(sure | added), covered(maybe | added)),
    )
