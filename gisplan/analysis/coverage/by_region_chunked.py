"""Who is within reach, of a demand too large for one table: chunk by chunk, then put together.

A chunk of demand is condensed to the little that its part in the answer is: how much there is in
each unit and band, or for each site. Sums are kept exactly (:mod:`gisplan.analysis.exact_sums`), so
that the figures are those of :mod:`gisplan.analysis.coverage.by_region` to the last digit, however
the demand is cut.
"""

from __future__ import annotations

from collections.abc import Sequence

import geopandas as gpd
import numpy as np
import pandas as pd

from gisplan.analysis.checks import amounts
from gisplan.analysis.coverage.by_region import regions_served
from gisplan.analysis.coverage.position_range import cost_range, position_notes
from gisplan.analysis.coverage.sites_in_reach import SitesInReach, prepare_service
from gisplan.analysis.coverage.standing import sites_by_standing, sites_that_count
from gisplan.analysis.exact_sums import exact_parts
from gisplan.analysis.travel.distance import nearest_costs
from gisplan.analysis.travel.mode import M_PER_KM
from gisplan.arrays import Floats
from gisplan.catalog.analyses import InParts, done_in_parts
from gisplan.catalog.layer import Outcome
from gisplan.errors import DataError
from gisplan.text import Text


def condense_service(
    demand: gpd.GeoDataFrame, *, prepared: SitesInReach, quantity: str = "population"
) -> pd.DataFrame:
    """Condense some of the demand for :func:`merge_service`.

    Parameters
    ----------
    demand
        As in :func:`gisplan.analysis.coverage.by_region.service_by_region`.
    prepared : SitesInReach
        As :func:`prepare_service` gives it.
    quantity
        As in :func:`gisplan.analysis.coverage.by_region.service_by_region`.

    Returns
    -------
    pandas.DataFrame
        ``adcode``; ``within`` (the least reach, in m or minutes, within which there is a site;
        NaN beyond all); ``part``, an exact part of the sum of the quantity.

    Raises
    ------
    DataError, OptionError, DatumError
        As :func:`gisplan.analysis.coverage.by_region.service_by_region`.
    """
    reaches, values = prepared.costs, amounts(demand, quantity)
    cost = prepared.nearest(demand)
    # NaN sorts after every reach
    band = np.searchsorted(reaches, cost, side="left")
    code, codes = pd.factorize(demand["adcode"])
    width = len(reaches) + 1
    group, part = exact_parts(values, code * width + band, count=len(codes) * width)
    within = np.array([*reaches, np.nan])[group % width]
    return pd.DataFrame(
        {
            "adcode": pd.array(codes.take(group // width), dtype="str"),
            "within": within,
            "part": part,
        }
    )


def merge_service(
    condensed: pd.DataFrame,
    *,
    regions: gpd.GeoDataFrame,
    sites: gpd.GeoDataFrame,
    units: pd.DataFrame,
    reaches_km: Sequence[float] | None = None,
    reaches_min: Sequence[float] | None = None,
    year: int,
    kinds: Sequence[str] = (),
    quantity: str = "population",
    span: tuple[Floats, Floats] | None = None,
) -> Outcome:
    """Give :func:`gisplan.analysis.coverage.by_region.service_by_region` from condensed demand.

    Parameters
    ----------
    condensed : pandas.DataFrame
        The tables of :func:`condense_service`, one below the other.
    regions, sites, units, reaches_km, reaches_min, year, kinds, quantity
        As in :func:`gisplan.analysis.coverage.by_region.service_by_region`.
    span : pair of array of float, optional
        Least and most reach of each row, where the range is told too.

    Returns
    -------
    Outcome
        As of the function named above.

    Raises
    ------
    DataError, OptionError
        As there.
    """
    # a range tells of positions itself
    chosen = (
        sites_that_count(sites, year=year, kinds=kinds)
        if span is None
        else sites_by_standing(sites, year=year, kinds=kinds).counted
    )
    _require_known(condensed["part"].to_numpy(), quantity)
    # Each row stands for a demand point of its own: the sums are those of all real points.
    ids = pd.RangeIndex(len(condensed)).astype("str")
    demand = pd.DataFrame(
        {"id": ids, "adcode": condensed["adcode"].to_numpy(), quantity: condensed["part"]}
    )
    met = condensed["within"].notna().to_numpy()
    pairs = pd.DataFrame(
        {"demand": ids[met], "site": "any", "cost": condensed["within"].to_numpy()[met]}
    )
    reaches = reaches_km or reaches_min or ()
    table = regions_served(
        regions,
        demand,
        pairs,
        chosen.table,
        units,
        reaches=reaches,
        costs=[km * M_PER_KM for km in reaches_km] if reaches_km else reaches,
        quantity=quantity,
        span=span,
    )
    return Outcome(table, chosen.left_out, chosen.counted)


def condense_range(
    demand: gpd.GeoDataFrame,
    *,
    sites: gpd.GeoDataFrame,
    units: pd.DataFrame,
    areas: gpd.GeoDataFrame,
    reaches_km: Sequence[float],
    year: int,
    kinds: Sequence[str] = (),
    quantity: str = "population",
    detour: float = 1.0,
) -> pd.DataFrame:
    """Condense some of the demand for :func:`merge_range`.

    Parameters
    ----------
    demand, sites, units, areas, reaches_km, year, kinds, quantity, detour
        As in :func:`gisplan.analysis.coverage.position_range.service_range_by_region`.

    Returns
    -------
    pandas.DataFrame
        As :func:`condense_service`, with ``least`` and ``most`` beside ``within``: the least reach
        that holds a site where it is nearest, and where it is farthest; infinite beyond all.

    Raises
    ------
    DataError, OptionError, DatumError
        As the function named above.
    """
    stood = sites_by_standing(sites, year=year, kinds=kinds)
    reaches = np.array([km * M_PER_KM for km in reaches_km])
    values, far = amounts(demand, quantity), float(reaches.max())
    used = stood.counted.table
    drawn = np.full(len(demand), np.inf)
    if not used.empty:
        drawn = nearest_costs(demand, used, limit=far, detour=detour)
    span = cost_range(demand, stood, areas, units, reaches_km=reaches_km, detour=detour)
    code, codes = pd.factorize(demand["adcode"])
    width, at = len(reaches) + 1, code
    for cost in (drawn, span.least, span.most):
        # NaN and infinity sort after every reach
        at = at * width + np.searchsorted(reaches, cost, side="left")
    group, part = exact_parts(values, at, count=len(codes) * width**3)
    upto = np.array([*reaches, np.inf])
    most, least, within = (upto[group // width**n % width] for n in range(3))
    return pd.DataFrame(
        {
            "adcode": pd.array(codes.take(group // width**3), dtype="str"),
            "within": np.where(np.isinf(within), np.nan, within),
            "least": least,
            "most": most,
            "part": part,
        }
    )


def merge_range(
    condensed: pd.DataFrame,
    *,
    regions: gpd.GeoDataFrame,
    sites: gpd.GeoDataFrame,
    units: pd.DataFrame,
    areas: gpd.GeoDataFrame,
    reaches_km: Sequence[float],
    year: int,
    kinds: Sequence[str] = (),
    quantity: str = "population",
    detour: float = 1.0,
) -> Outcome:
    """Give the range over where sites may stand from condensed demand.

    Parameters
    ----------
    condensed : pandas.DataFrame
        The tables of :func:`condense_range`, one below the other.
    regions, sites, units, areas, reaches_km, year, kinds, quantity, detour
        As in :func:`gisplan.analysis.coverage.position_range.service_range_by_region`.

    Returns
    -------
    Outcome
        As of the function named above.

    Raises
    ------
    DataError, OptionError
        As there.
    """
    stood = sites_by_standing(sites, year=year, kinds=kinds)
    told = merge_service(
        condensed,
        regions=regions,
        sites=sites,
        units=units,
        reaches_km=reaches_km,
        year=year,
        kinds=kinds,
        quantity=quantity,
        span=(condensed["least"].to_numpy(), condensed["most"].to_numpy()),
    )
    notes = position_notes(stood, areas, units, reaches_km=reaches_km, detour=detour)
    return Outcome(told.table, (*told.left_out, *notes), told.counted)


def _require_known(parts: Floats, quantity: str) -> None:
    unknown = np.isnan(parts)
    if unknown.any() and not unknown.all():
        raise DataError(
            Text(
                f"需求图层的列 {quantity} 有的行有值、有的行为空；空行请填 0 或整列留空",
                f"the demand layer, column {quantity}: empty in some rows only; fill in 0, or leave"
                " all of it empty",
            )
        )


done_in_parts(
    "service_by_region",
    InParts(
        large="demand", prepare=prepare_service, condense=condense_service, merge=merge_service
    ),
)
done_in_parts(
    "service_range_by_region",
    InParts(large="demand", condense=condense_range, merge=merge_range),
)
