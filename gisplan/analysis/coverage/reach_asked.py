"""What a declaration says of reach: by distance, or by a table of travel times."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from gisplan.analysis.travel import ByDistance, Mode, from_table
from gisplan.errors import OptionError
from gisplan.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Which sites count, and how far they reach.

    Attributes
    ----------
    mode : Mode
        How one gets there.
    reaches : tuple of float
        Rising, in the mode's measure (km or minutes).
    year : int
        What does not stand in it does not count.
    kinds : tuple of str
        All if empty.
    """

    mode: Mode
    reaches: tuple[float, ...]
    year: int
    kinds: tuple[str, ...] = ()


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
        What does not stand in it does not count.
    kinds : sequence of str
        Kinds of sites that count; all if empty.
    detour : float
        Of reach by distance.

    Returns
    -------
    Asked
        Mode, reaches, year and kinds.

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
