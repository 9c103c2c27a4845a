"""How many sites each place has within reach, and the nearest of them."""

from __future__ import annotations

from collections.abc import Sequence

import geopandas as gpd
import pandas as pd

from gisplan.analysis.columns import AT_LEAST, AT_MOST, as_drawn, reaches_of, year_of
from gisplan.analysis.coverage import models as coverage
from gisplan.analysis.coverage.od_pairs import reached
from gisplan.analysis.coverage.service_standard import ServiceStandard
from gisplan.catalog.analyses import Given, TableSpec, analysis, declare
from gisplan.catalog.layer import Outcome


def _overlap(given: Given) -> TableSpec:
    reach = reaches_of(given)
    far = reach.said()
    return given.like(
        "demand",
        *as_drawn(
            given,
            declare(
                "sites_in_reach",
                "integer",
                (f"{far.zh}内的设施数", f"Facilities within {far.en}"),
                minimum=0,
                derived=True,
                depends=AT_LEAST,
            ),
        ),
        declare("nearest_site", "text", ("最近的设施", "Nearest facility")),
        *as_drawn(
            given,
            declare(
                f"nearest_{reach.measure}",
                "number",
                ("到最近设施", "To the nearest facility"),
                unit=reach.unit,
                meaning=reach.way,
                minimum=0,
                derived=True,
                depends=AT_MOST,
            ),
        ),
        vintage=year_of(given),
    )


@analysis("overlap", gives=_overlap, bounds={"detour": (1, None)})
def overlap(
    demand: gpd.GeoDataFrame,
    sites: gpd.GeoDataFrame,
    travel: pd.DataFrame | None = None,
    *,
    reach_km: float | None = None,
    reach_min: float | None = None,
    year: int,
    kinds: Sequence[str] = (),
    detour: float = 1.0,
) -> Outcome:
    """Count the sites within reach of each demand point.

    Parameters
    ----------
    demand, sites, travel
        As in :func:`gisplan.analysis.coverage.accessibility.accessibility`.
    reach_km, reach_min : float
        Minutes with ``travel``.
    year, kinds, detour
        As in :func:`gisplan.analysis.coverage.accessibility.accessibility`.

    Returns
    -------
    Outcome
        ``demand`` with ``sites_in_reach``, ``nearest_site`` (id, empty if none is in reach) and
        ``nearest_km`` or ``nearest_min``.

    Raises
    ------
    DataError, OptionError, DatumError
        If a table or an option can't be used, or nothing is in reach at all.

    Examples
    --------
    >>> import geopandas as gpd
    >>> from gisplan.analysis.coverage import overlap
    >>> towns = gpd.GeoDataFrame(
    ...     {
    ...         "id": ["a", "b"],
    ...         "adcode": ["900101", "900102"],
    ...         "population": [500, 300],
    ...         "t_paper": [60.0, 30.0],
    ...     },
    ...     geometry=gpd.points_from_xy([104, 105], [36, 36]),
    ...     crs=4326,
    ... )
    >>> network = gpd.GeoDataFrame(
    ...     {
    ...         "id": ["P"],
    ...         "kind": "depot",
    ...         "tier": "depot",
    ...         "capacity": [80.0],
    ...         "precision": "site",
    ...         "stage": "operating",
    ...         "start_year": 2015,
    ...         "due_year": None,
    ...         "status_year": None,
    ...     },
    ...     geometry=gpd.points_from_xy([104], [36.05]),
    ...     crs=4326,
    ... )
    >>> told = overlap(towns, network, reach_km=20, year=2020)
    >>> told.table[["id", "sites_in_reach", "nearest_km"]].round(1)
      id  sites_in_reach  nearest_km
    0  a               1         5.5
    1  b               0         NaN
    """
    standard = ServiceStandard.of(
        travel, reach_km=reach_km, reach_min=reach_min, year=year, kinds=kinds, detour=detour
    )
    here = reached(demand, sites, standard)
    counted = coverage.overlap(demand, here.pairs, limit=here.limit)
    first = coverage.nearest(demand, here.pairs, limit=here.limit)
    table = demand.reset_index(drop=True)
    table["sites_in_reach"] = counted["sites"].to_numpy()
    table["nearest_site"] = first["site"].to_numpy()
    table[f"nearest_{here.measure}"] = here.shown(first["cost"]).to_numpy()
    return Outcome(table, here.left_out, len(here.sites))
