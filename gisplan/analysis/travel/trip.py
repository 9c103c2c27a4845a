"""How one gets from a place to a road and along it: what is added up, and what the legs cost."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

from gisplan.analysis.travel.od_matrix import Unit
from gisplan.analysis.travel.points import check_limit
from gisplan.errors import OptionError
from gisplan.text import Text

#: Minutes of a metre at 1 km/h.
PACE = 60 / 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Trip:
    """How one gets from a demand point to a site.

    Attributes
    ----------
    max_snap : float
        Greatest distance in metres from a point to the nearest place on a road.
    access_kmh : float, optional
        Speed of the legs between points and road, km/h; needed for minutes.
    unit : {"min", "m"}
        What is added up and held against the limit: time or length.
    detour : float
        Factor from the straight line to the way that is really gone off the road, at least 1.
    direct : bool
        Whether one goes straight, with that detour, where the other point is no farther than the
        two legs to the road: nobody goes to a trunk road first to come to a neighbour.
    to : {"site", "demand"}
        Which way one goes. It matters where roads are one-way. Waste and people go to the
        site; a fire engine goes to the demand.
    """

    max_snap: float
    access_kmh: float | None = None
    unit: Unit = "min"
    detour: float = 1.0
    direct: bool = False
    to: Literal["site", "demand"] = "site"

    def __post_init__(self) -> None:
        check_limit(self.max_snap, "max_snap")
        if self.access_kmh is not None:
            check_limit(self.access_kmh, "access_kmh")
        if not (math.isfinite(self.detour) and self.detour >= 1):
            raise OptionError(
                Text(
                    f"接入段的绕行系数应不小于 1，现为 {self.detour!r}。",
                    f"The detour of access legs is a number from 1; it is {self.detour!r}.",
                )
            )
        if self.unit not in ("min", "m") or self.to not in ("site", "demand"):
            raise OptionError(
                Text(
                    "参数 unit 应为 min 或 m，to 应为 site 或 demand；"
                    f"现为 {self.unit}、{self.to}。",
                    f"unit is 'min' or 'm' and to is 'site' or 'demand'; they are {self.unit!r} "
                    f"and {self.to!r}.",
                )
            )
        if self.unit == "min" and self.access_kmh is None:
            raise OptionError(
                Text(
                    "按分钟计算时请给出 access_kmh（点到道路这一段的速度，公里/小时）。",
                    "Give access_kmh, the speed between point and road, to count in minutes.",
                )
            )

    @property
    def access_pace(self) -> float:
        """What a metre of an access leg costs.

        Returns
        -------
        float
            Minutes a metre of straight line, or metres if lengths are added up; with the detour.
        """
        pace = 1.0 if self.access_kmh is None or self.unit == "m" else PACE / self.access_kmh
        return self.detour * pace
