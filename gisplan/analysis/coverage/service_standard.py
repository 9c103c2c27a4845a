"""The service standard: which sites count, how far they reach, and how one gets there.

Made once, where a declaration or a user's options come in, and handed down as one thing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import geopandas as gpd
import pandas as pd

from gisplan.analysis.travel import ByDistance, Mode, by_road, from_table
from gisplan.errors import OptionError
from gisplan.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceStandard:
    """Which sites count, how far they reach, and how one gets there.

    Attributes
    ----------
    mode : Mode
        How one gets there; the detour is its own.
    reaches : tuple of float
        Rising, in the mode's measure (km or minutes).
    year : int
        What does not stand in it does not count.
    kinds : tuple of str
        Kinds of sites that count; all if empty.

    Examples
    --------
    >>> from gisplan.analysis.coverage.service_standard import ServiceStandard
    >>> standard = ServiceStandard.of(None, reach_km=[20, 40], year=2020, detour=1.3)
    >>> standard.limit, standard.mode.measure
    (40.0, 'km')
    """

    mode: Mode
    reaches: tuple[float, ...]
    year: int
    kinds: tuple[str, ...] = ()

    @property
    def limit(self) -> float:
        """The longest reach, in the mode's measure.

        Returns
        -------
        float
            Kilometres or minutes.
        """
        return max(self.reaches)

    @classmethod
    def of(
        cls,
        travel: pd.DataFrame | None,
        *,
        year: int,
        reach_km: float | Sequence[float] | None = None,
        reach_min: float | Sequence[float] | None = None,
        kinds: Sequence[str] = (),
        detour: float = 1.0,
    ) -> ServiceStandard:
        """Take what a declaration says of reach: by distance, or by a table of travel times.

        Parameters
        ----------
        travel : pandas.DataFrame, optional
            As ``travel_times`` or ``road_distances`` gives it.
        year : int
            What does not stand in it does not count.
        reach_km : float or sequence of float, optional
            Without ``travel``, or with one of road distances.
        reach_min : float or sequence of float, optional
            With ``travel``.
        kinds : sequence of str
            Kinds of sites that count; all if empty.
        detour : float
            Of reach by distance.

        Returns
        -------
        ServiceStandard
            Its mode measures km without ``travel``, minutes with it.

        Raises
        ------
        OptionError
            If kilometres are given for travel times, minutes without them, or neither or both.
        """
        in_km = travel is None or "road_km" in travel.columns
        given, other = (reach_km, reach_min) if in_km else (reach_min, reach_km)
        if given is None or other is not None or (travel is not None and detour != 1.0):
            raise OptionError(
                Text(
                    "距离与时间只取其一：不给行程表（travel）时用千米（可加 detour），"
                    "给了行程表则用分钟（公路里程表用千米）",
                    "reach is by distance or by time: kilometres (and detour) without a table of "
                    "travel times (travel), minutes with it, or km with one of road distances",
                )
            )
        mode = ByDistance(detour) if travel is None else from_table(travel)
        return cls(mode=mode, reaches=_values(given), year=year, kinds=tuple(kinds))

    @classmethod
    def by_road(
        cls,
        roads: gpd.GeoDataFrame,
        *,
        year: int,
        road: Mapping[str, Any] | None = None,
        reach_km: float | Sequence[float] | None = None,
        reach_min: float | Sequence[float] | None = None,
        kinds: Sequence[str] = (),
    ) -> ServiceStandard:
        """Take what a declaration says of reach by road.

        Parameters
        ----------
        roads : geopandas.GeoDataFrame
            Lines; see :func:`gisplan.analysis.travel.by_road`.
        year : int
            What does not stand in it does not count.
        road : mapping, optional
            What is said of them: :data:`gisplan.analysis.travel.mode.ROAD_OPTIONS`.
        reach_km : float or sequence of float, optional
            By the length of roads; this or ``reach_min``.
        reach_min : float or sequence of float, optional
            By time.
        kinds : sequence of str
            Kinds of sites that count; all if empty.

        Returns
        -------
        ServiceStandard
            Its mode measures what the reach is given in.

        Raises
        ------
        OptionError
            If reach is given in neither or both, or an option can't be.
        DataError, DatumError
            If the roads can't be used.
        """
        given = reach_km if reach_min is None else reach_min
        if given is None or (reach_km is not None and reach_min is not None):
            raise OptionError(
                Text(
                    "按公路算时，范围用千米或分钟，二者选一",
                    "by road, reach is in kilometres or in minutes, one of the two",
                )
            )
        unit = "m" if reach_min is None else "min"
        mode = by_road(roads, options={**(road or {}), "unit": unit})
        return cls(mode=mode, reaches=_values(given), year=year, kinds=tuple(kinds))


def _values(given: float | Sequence[float]) -> tuple[float, ...]:
    values = given if isinstance(given, Sequence) else (given,)
    if not values:
        raise OptionError(Text("没有给出可达范围", "no reach is given"))
    return tuple(map(float, values))
