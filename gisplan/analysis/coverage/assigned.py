"""Demand assigned to sites within their capacity, at least and at most."""

from __future__ import annotations

from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pandas as pd

from gisplan.analysis.coverage import models as coverage
from gisplan.analysis.coverage.models import Assignment
from gisplan.analysis.coverage.od_pairs import Reached, reached_or_possible, with_somewhere
from gisplan.analysis.coverage.service_standard import ServiceStandard
from gisplan.analysis.coverage.uncertain import capacity_range, not_known
from gisplan.arrays import Bools, Floats
from gisplan.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Solved:
    """An assignment, with the least and with the most that the sites may take.

    Attributes
    ----------
    reached : Reached
        The sites that count or may have stood, and the pairs within reach.
    low : Assignment
        With the least capacities of
        :func:`gisplan.analysis.coverage.uncertain.capacity_range`; costs in metres or minutes.
    high : Assignment
        With the most; one and the same as ``low`` where nothing is unknown. A site without a place
        serves all that it may, at no cost.
    placed : Assignment
        As ``high``, without the sites that have no place.
    uncertain : array of bool
        Of which sites something is not known.
    somewhere : array of bool
        Which sites are known to a whole unit alone, such as a prefecture.
    """

    reached: Reached
    low: Assignment
    high: Assignment
    placed: Assignment
    uncertain: Bools
    somewhere: Bools

    @property
    def counted(self) -> int:
        """Give how many sites are known to have stood.

        Returns
        -------
        int
            Of those in ``reached``.
        """
        return int((self.sure & ~self.somewhere).sum())

    @property
    def sure(self) -> Bools:
        """Tell which sites are known to have stood.

        Returns
        -------
        array of bool
            Of those in ``reached``.
        """
        sites = self.reached.sites
        if "standing" not in sites:
            return np.ones(len(sites), dtype=bool)
        return np.asarray(sites["standing"] == "standing", dtype=np.bool_)

    @property
    def room(self) -> float:
        """Give what the sites without a place hold together.

        Returns
        -------
        float
            Infinite where one's capacity is not known; 0 where there is no such site.
        """
        return float(capacity_range(self.reached.sites)[1][self.somewhere].sum())

    @property
    def notes(self) -> tuple[Text, ...]:
        """Name the sites of which something is not known.

        Returns
        -------
        tuple of Text
            Sentences.
        """
        placed = self.reached.sites[~self.somewhere]
        return (*not_known(placed), *self.reached.somewhere.notes)

    @property
    def left_out(self) -> tuple[Text, ...]:
        """Tell what does not count: sites, what can't be reached, and what is not known.

        Returns
        -------
        tuple of Text
            Sentences.
        """
        return (*self.reached.left_out, *self.notes)


def solve(
    demand: gpd.GeoDataFrame,
    sites: gpd.GeoDataFrame,
    standard: ServiceStandard,
    *,
    quantity: str,
    areas: gpd.GeoDataFrame | None = None,
    units: pd.DataFrame | None = None,
) -> Solved:
    """Choose the sites that count and assign demand to them.

    Parameters
    ----------
    demand : geopandas.GeoDataFrame
        Points with ``id`` and the quantity.
    sites : geopandas.GeoDataFrame
        See :func:`gisplan.analysis.coverage.standing.sites_that_count`; with ``capacity`` in the
        unit of the quantity, empty where it is not known.
    standard : ServiceStandard
        Which sites count, and how far they reach.
    quantity : str
        Column of the demand that is assigned, in the unit of the capacities.
    areas, units
        As in :func:`gisplan.analysis.coverage.unplaced.unplaced_within`.

    Returns
    -------
    Solved
        The assignment, with what it was made of.

    Raises
    ------
    DataError, OptionError, DatumError
        If a table or an option can't be used, or nothing is in reach at all.
    """
    here = reached_or_possible(demand, sites, standard, areas=areas, units=units)
    return solve_within(demand, here, quantity=quantity)


def solve_within(demand: gpd.GeoDataFrame, here: Reached, *, quantity: str) -> Solved:
    """Assign demand to sites chosen and reached before; see :func:`solve`.

    Parameters
    ----------
    demand : geopandas.GeoDataFrame
        Points with ``id`` and the quantity.
    here : Reached
        Sites, with ``standing`` where some only may have stood, and pairs within reach.
    quantity : str
        Column of the demand that is assigned, in the unit of the capacities.

    Returns
    -------
    Solved
        The assignment, with what it was made of.

    Raises
    ------
    DataError
        If nothing is in reach at all.
    """
    whole, somewhere = with_somewhere(here, free=True)
    low, high = capacity_range(whole.sites)
    # one without a place takes nothing for certain, and relieves the others of all that it may
    low, high = np.where(somewhere, 0.0, low), np.where(somewhere, np.inf, high)

    def solved(capacity: Floats) -> Assignment:
        # to the model, an empty capacity is one without limit
        given = whole.sites.assign(capacity=np.where(np.isinf(capacity), np.nan, capacity))
        return coverage.assign(demand, given, whole.pairs, limit=here.limit, quantity=quantity)

    least, uncertain = solved(low), low != high
    most = solved(high) if uncertain.any() else least
    placed = solved(np.where(somewhere, 0.0, high)) if somewhere.any() else most
    return Solved(
        reached=whole,
        low=least,
        high=most,
        placed=placed,
        uncertain=uncertain,
        somewhere=somewhere,
    )
