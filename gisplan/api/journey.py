"""What reach is measured by, as a user asks for it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class JourneyOptions:
    """What reach is measured by: the geodesic unless roads or friction are named.

    Attributes
    ----------
    detour : float
        Factor on the geodesic, at least 1; not for roads or friction.
    roads : str
        Layer or file of lines.
    friction : str
        Layer or file of a raster, minutes per metre.
    speeds : str
        Layer or file of a table of ``class`` and ``kmh``; the roads' speed column then holds the
        class.
    road : dict
        What is said of the roads; see :data:`gisplan.analysis.travel.mode.ROAD_OPTIONS`.
    """

    detour: float = 1.0
    roads: str = ""
    friction: str = ""
    speeds: str = ""
    road: dict[str, Any] = field(default_factory=dict)
