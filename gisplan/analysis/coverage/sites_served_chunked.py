"""What each site serves, of a demand too large for one table: chunk by chunk, then together.

As :mod:`gisplan.analysis.coverage.by_region_chunked` for regions: the figures are those of
:mod:`gisplan.analysis.coverage.sites_served` to the last digit, however the demand is cut.
"""

from __future__ import annotations

from collections.abc import Sequence

import geopandas as gpd
import numpy as np
import pandas as pd

from gisplan.analysis.checks import amounts
from gisplan.analysis.coverage.sites_in_reach import SitesInReach, prepare_service
from gisplan.analysis.coverage.standing import sites_that_count
from gisplan.analysis.exact_sums import exact_parts, exact_sums
from gisplan.analysis.travel.mode import RoadOptions
from gisplan.arrays import Floats
from gisplan.catalog.analyses import InParts, done_in_parts
from gisplan.catalog.layer import Outcome

#: What a site has: all within its reach, the part nearest to it, the part only it reaches.
_ROLES = ("within_reach", "nearest_here", "only_here")


def prepare_sites(
    sites: gpd.GeoDataFrame,
    roads: gpd.GeoDataFrame | None = None,
    *,
    reach_km: float | None = None,
    reach_min: float | None = None,
    year: int,
    kinds: Sequence[str] = (),
    detour: float = 1.0,
    road: RoadOptions | None = None,
) -> SitesInReach:
    """Make ready what :func:`condense_sites` needs for every chunk.

    Parameters
    ----------
    sites
        As in :func:`gisplan.analysis.coverage.sites_served.sites_served`.
    roads
        As of :func:`prepare_service`.
    reach_km, reach_min, year, kinds, detour
        As in :func:`gisplan.analysis.coverage.sites_served.sites_served`.
    road
        As of :func:`prepare_service`.

    Returns
    -------
    SitesInReach
        The sites that count, and how one gets to them.

    Raises
    ------
    DataError, OptionError, DatumError
        As :func:`gisplan.analysis.coverage.sites_served.sites_served`.
    """
    return prepare_service(
        sites,
        roads,
        reaches_km=None if reach_km is None else (reach_km,),
        reaches_min=None if reach_min is None else (reach_min,),
        year=year,
        kinds=kinds,
        detour=detour,
        road=road,
    )


def condense_sites(
    demand: gpd.GeoDataFrame, *, prepared: SitesInReach, quantity: str = "population"
) -> pd.DataFrame:
    """Condense some of the demand for :func:`merge_sites`.

    Parameters
    ----------
    demand
        As in :func:`gisplan.analysis.coverage.sites_served.sites_served`.
    prepared : SitesInReach
        As :func:`prepare_sites` gives it.
    quantity
        As in :func:`gisplan.analysis.coverage.sites_served.sites_served`.

    Returns
    -------
    pandas.DataFrame
        ``site`` (position among the sites that count), ``role`` (number in
        :func:`merge_sites`' columns) and ``part``.

    Raises
    ------
    DataError, OptionError, DatumError
        As :func:`gisplan.analysis.coverage.sites_served.sites_served`.
    """
    values, used = amounts(demand, quantity), prepared.used
    found = []
    for row, site, nearest in prepared.pairs(demand):
        alone = (np.diff(row, prepend=-1) != 0) & (np.diff(row, append=-1) != 0)
        for role, chosen in enumerate((np.ones(len(row), dtype=bool), nearest, alone)):
            group, part = exact_parts(values[row[chosen]], site[chosen], count=len(used))
            found.append(pd.DataFrame({"site": group, "role": role, "part": part}))
    table = pd.concat(found, ignore_index=True)
    return _together(table["site"] * len(_ROLES) + table["role"], table["part"].to_numpy())


def _together(keys: pd.Series[int], parts: Floats) -> pd.DataFrame:
    """Put the parts of the same site and role together.

    Parameters
    ----------
    keys : pandas.Series[int]
        Number of the site and role of each part.
    parts : array of float
        Parts of sums, of which none is rounded.

    Returns
    -------
    pandas.DataFrame
        ``site``, ``role`` and ``part``, whose sums are exact.
    """
    at = keys.to_numpy(dtype=np.intp)
    group, part = exact_parts(parts, at, count=int(at.max(initial=-1)) + 1)
    return pd.DataFrame({"site": group // len(_ROLES), "role": group % len(_ROLES), "part": part})


def merge_sites(
    condensed: pd.DataFrame,
    *,
    sites: gpd.GeoDataFrame,
    year: int,
    kinds: Sequence[str] = (),
) -> Outcome:
    """Give :func:`gisplan.analysis.coverage.sites_served.sites_served` from condensed demand.

    Parameters
    ----------
    condensed : pandas.DataFrame
        The tables of :func:`condense_sites`, one below the other.
    sites, year, kinds
        As in :func:`gisplan.analysis.coverage.sites_served.sites_served`.

    Returns
    -------
    Outcome
        As of the function named above.

    Raises
    ------
    OptionError
        As there.
    """
    chosen = sites_that_count(sites, year=year, kinds=kinds)
    used = chosen.table.reset_index(drop=True)
    parts = condensed["part"].to_numpy(dtype=np.float64)
    for number, role in enumerate(_ROLES):
        of = np.where(condensed["role"] == number, condensed["site"], -1).astype(np.intp)
        used[role] = exact_sums(parts, of, count=len(used))
    return Outcome(used, chosen.left_out, chosen.counted)


done_in_parts(
    "sites_served",
    InParts(large="demand", prepare=prepare_sites, condense=condense_sites, merge=merge_sites),
)
