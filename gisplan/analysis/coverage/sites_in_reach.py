"""The sites that count and how one gets to them, made once for all chunks of a demand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import geopandas as gpd
import numpy as np

from gisplan.analysis.coverage.service_standard import ServiceStandard
from gisplan.analysis.coverage.standing import sites_that_count
from gisplan.analysis.travel import ByDistance
from gisplan.analysis.travel.distance import nearest_costs, pairs_by_row
from gisplan.analysis.travel.mode import RoadOptions, in_cost
from gisplan.analysis.travel.pairs_in_parts import mode_pairs
from gisplan.arrays import Bools, Floats, Ints


@dataclass(frozen=True, slots=True, kw_only=True)
class SitesInReach:
    """The sites that count, and how one gets to them: made once for all chunks.

    Attributes
    ----------
    used : geopandas.GeoDataFrame
        The sites that count.
    standard : ServiceStandard
        How one gets there, and the reaches.
    """

    used: gpd.GeoDataFrame
    standard: ServiceStandard

    @property
    def costs(self) -> Floats:
        """Give the reaches in the unit of costs.

        Returns
        -------
        array of float
            Metres or minutes, rising.
        """
        mode = self.standard.mode
        return np.array([in_cost(mode, reach) for reach in self.standard.reaches])

    def nearest(self, demand: gpd.GeoDataFrame) -> Floats:
        """Find the least cost of each demand point.

        Parameters
        ----------
        demand : geopandas.GeoDataFrame
            Points with ``id``.

        Returns
        -------
        array of float
            NaN beyond all reaches.
        """
        mode, far = self.standard.mode, float(self.costs[-1])
        if isinstance(mode, ByDistance):
            return nearest_costs(demand, self.used, limit=far, detour=mode.detour)
        found = np.full(len(demand), np.inf)
        for row, _, cost, _ in mode_pairs(mode, demand, self.used, limit=self.standard.limit):
            np.minimum.at(found, row, cost)
        return np.where(np.isinf(found), np.nan, found)

    def pairs(self, demand: gpd.GeoDataFrame) -> Iterator[tuple[Ints, Ints, Bools]]:
        """Give all pairs within the longest reach, some demand points at a time.

        Parameters
        ----------
        demand : geopandas.GeoDataFrame
            Points with ``id``.

        Yields
        ------
        demand, site : array of int
            Positions; the pairs of one demand point stand together.
        nearest : array of bool
            Whether the site is the nearest one of the demand point.
        """
        mode, far = self.standard.mode, float(self.costs[-1])
        if isinstance(mode, ByDistance):
            yield from pairs_by_row(demand, self.used, limit=far, detour=mode.detour)
            return
        for row, site, _, nearest in mode_pairs(mode, demand, self.used, limit=self.standard.limit):
            yield row, site, nearest


def prepare_service(
    sites: gpd.GeoDataFrame,
    roads: gpd.GeoDataFrame | None = None,
    *,
    reaches_km: Sequence[float] | None = None,
    reaches_min: Sequence[float] | None = None,
    year: int,
    kinds: Sequence[str] = (),
    detour: float = 1.0,
    road: RoadOptions | None = None,
) -> SitesInReach:
    """Make ready what every chunk of the demand needs, such as the graph of roads.

    Parameters
    ----------
    sites
        As in :func:`gisplan.analysis.coverage.by_region.service_by_region`.
    roads
        As in :func:`gisplan.analysis.coverage.service_by_road.service_by_road`; by distance
        without them.
    reaches_km, reaches_min, year, kinds, detour
        As in :func:`gisplan.analysis.coverage.by_region.service_by_region`.
    road
        As in :func:`gisplan.analysis.coverage.service_by_road.service_by_road`.

    Returns
    -------
    SitesInReach
        The sites that count, and how one gets to them.

    Raises
    ------
    DataError, OptionError, DatumError
        As :func:`gisplan.analysis.coverage.by_region.service_by_region`.
    """
    reach: dict[str, Any] = {"reach_km": reaches_km, "reach_min": reaches_min}
    reach |= {"year": year, "kinds": kinds}
    if roads is None:
        standard = ServiceStandard.of(None, **reach, detour=detour)
    else:
        standard = ServiceStandard.by_road(roads, **reach, road=road)
    return SitesInReach(
        used=sites_that_count(sites, year=year, kinds=kinds).table, standard=standard
    )
