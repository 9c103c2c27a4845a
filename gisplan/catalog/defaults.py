"""What commands go by where nothing is asked for: the year, the reaches, the kinds that count.

The one place where these stand. A workspace whose province plans for another year, or by other
distances, says so in the table ``[defaults]`` of its ``gisplan.toml``.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise

from gisplan.catalog.declaration import Declaration

#: The table of defaults in ``gisplan.toml``.
TABLE = "defaults"


@dataclass(frozen=True, slots=True, kw_only=True)
class Defaults:
    """What holds where nothing is asked for; the shipped values unless a workspace has others.

    Attributes
    ----------
    year : int
        Year that is planned for: what does not stand in it does not count.
    reaches_km : tuple of float
        Rising; reaches of ``gisplan coverage`` by distance.
    reaches_min : tuple of float
        Rising; its reaches by travel time.
    site_reach_km : float
        Reach of ``gisplan sites`` by distance.
    site_reach_min : float
        Its reach by travel time.
    detour : float
        Factor from the geodesic to the way that is really gone, at least 1.
    road_kmh : float
        Speed on the workspace's own roads where reach by road is in minutes: a declared assumption.
    access_km : float
        How far from one of them a place may lie.
    access_detour : float
        Factor from the straight line to the way that is really gone between a place and the road,
        at least 1: a declared assumption, too.
    access_kmh : float
        Speed there.
    kinds : tuple of str
        Kinds of sites of the network that count: those that treat municipal waste harmlessly.
    next_kinds : tuple of str
        Kinds that make up the next tier above a candidate.
    quantity : str
        Column of the demand that is served.
    waste : str
        The same where it is held against capacities.
    new_sites : int
        Sites that may be added.
    """

    year: int = 2020
    reaches_km: tuple[float, ...] = (30.0, 50.0, 100.0)
    reaches_min: tuple[float, ...] = (30.0, 60.0, 120.0)
    site_reach_km: float = 50.0
    site_reach_min: float = 60.0
    detour: float = 1.0
    road_kmh: float = 60.0
    access_km: float = 50.0
    access_detour: float = 1.3
    access_kmh: float = 30.0
    kinds: tuple[str, ...] = ("incineration", "landfill")
    next_kinds: tuple[str, ...] = ("sorting_centre", "recycling_park")
    quantity: str = "population"
    waste: str = "t_municipal"
    new_sites: int = 3

    @classmethod
    def from_declaration(cls, declared: Declaration) -> Defaults:
        """Take the defaults that a workspace declares.

        Parameters
        ----------
        declared : Declaration
            The table ``[defaults]``; it may be empty. Faults are noted in it, with file and key.

        Returns
        -------
        Defaults
            The shipped value for each that is left out or can't be.
        """
        usual = cls()
        found = cls(
            year=declared.integer("year", usual.year, minimum=1),
            new_sites=declared.integer("new_sites", usual.new_sites, minimum=1),
            detour=_number(declared, "detour", usual.detour, least=1.0),
            road_kmh=_number(declared, "road_kmh", usual.road_kmh),
            access_km=_number(declared, "access_km", usual.access_km),
            access_detour=_number(declared, "access_detour", usual.access_detour, least=1.0),
            access_kmh=_number(declared, "access_kmh", usual.access_kmh),
            reaches_km=_rising(declared, "reaches_km", usual.reaches_km),
            reaches_min=_rising(declared, "reaches_min", usual.reaches_min),
            site_reach_km=_number(declared, "site_reach_km", usual.site_reach_km),
            site_reach_min=_number(declared, "site_reach_min", usual.site_reach_min),
            kinds=_names(declared, "kinds", usual.kinds),
            next_kinds=_names(declared, "next_kinds", usual.next_kinds),
            quantity=_column(declared, "quantity", usual.quantity),
            waste=_column(declared, "waste", usual.waste),
        )
        declared.finish()
        return found


def _number(declared: Declaration, key: str, usual: float, *, least: float = 0.0) -> float:
    # gives a finite number that is above 0, or at least ``least`` where that is above 0.
    value = declared.number(key)
    if value is None or not math.isfinite(value):
        return usual  # left out, or told already
    if value >= least if least else value > 0:
        return value
    bound = f"不小于 {least:g} 的数" if least else "大于 0 的数"
    declared.fault(
        key,
        f"应为{bound}",
        f"must be a number of {least:g} or more" if least else "must be a number above 0",
    )
    return usual


def _rising(declared: Declaration, key: str, usual: tuple[float, ...]) -> tuple[float, ...]:
    # gives finite numbers above 0, the least first.
    values, stated = declared.numbers(key), declared.kind(key)
    whole = isinstance(stated, list) and len(values) == len(stated)
    if not whole or not all(map(math.isfinite, values)):
        return usual  # left out, or told already
    if values and values[0] > 0 and all(low < high for low, high in pairwise(values)):
        return values
    declared.fault(
        key, "应为大于 0、由小到大的数，至少一个", "must be rising numbers above 0, one at least"
    )
    return usual


def _names(declared: Declaration, key: str, usual: tuple[str, ...]) -> tuple[str, ...]:
    # gives names; none may be empty, and the list may: then all kinds count.
    names = declared.strings(key)
    if key not in declared:
        return usual
    if not all(name.strip() for name in names):
        declared.fault(key, "名称不能为空", "no name may be empty")
        return usual
    return names


def _column(declared: Declaration, key: str, usual: str) -> str:
    # gives the name of a column.
    name = declared.string(key, usual)
    if not name.isidentifier():
        declared.fault(
            key, "应为列名，如 population", "must be the name of a column, as population"
        )
        return usual
    return name
