"""How far sites reach and by which way, as a user asks for it; known without the analyses."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class JourneyOptions:
    """What reach is measured by: the geodesic unless roads or friction are named.

    Attributes
    ----------
    by : {"", "distance", "road"}
        ``road``: by the workspace's own roads, or those that ``roads`` names; in km, or in minutes
        if these are asked for. Nothing said: by distance, or by what is named, in minutes.
    detour : float, optional
        Factor on the geodesic, at least 1, that of the workspace if left out; not for roads or
        friction.
    roads : str
        Layer or file of lines.
    add_roads : str
        Layer or file of lines that are joined to the workspace's own roads; by road alone.
    friction : str
        Layer or file of a raster, minutes per metre.
    speeds : str
        Layer or file of a table of ``class`` and ``kmh``; the roads' speed column then holds the
        class.
    road : dict
        What is said of the roads; see :data:`gisplan.analysis.travel.mode.ROAD_OPTIONS`.
    """

    by: str = ""
    detour: float | None = None
    roads: str = ""
    add_roads: str = ""
    friction: str = ""
    speeds: str = ""
    road: dict[str, Any] = field(default_factory=dict)

    @property
    def by_time(self) -> bool:
        """Whether reach is in minutes whatever is asked for.

        Returns
        -------
        bool
            True by roads that are named, or over friction; by road it is as is asked for.
        """
        return bool((self.roads or self.friction) and self.by != "road")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReachOptions:
    """Which sites count, how far they reach, and how one gets there.

    What is left out is what the workspace declares in ``[defaults]`` of its ``gisplan.toml``.

    Attributes
    ----------
    km : tuple of float, optional
        Rising, the detour included; of reach by distance, straight or by road.
    minutes : tuple of float, optional
        Rising; of reach by road or over friction. Not both.
    year : int, optional
        What does not stand in it does not count.
    kinds : tuple of str, optional
        Kinds of sites that count; all if empty. Left out: of the workspace's network those that
        it declares, of other sites all.
    journey : JourneyOptions
        By which roads or friction raster; by distance if it names none.
    """

    km: tuple[float, ...] | None = None
    minutes: tuple[float, ...] | None = None
    year: int | None = None
    kinds: tuple[str, ...] | None = None
    journey: JourneyOptions = field(default_factory=JourneyOptions)
