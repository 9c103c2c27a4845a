"""What a coverage is asked for; known without the analyses."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from gisplan.api.importing.options import FileOptions
from gisplan.api.journey import JourneyOptions

#: Roles of the layers that stations by norm are worked out from.
NORM_ROLES = ("residents", "norms", "household_size", "stations")


@dataclass(frozen=True, slots=True, kw_only=True)
class ProvisionOptions:
    """What is asked for beside the coverage.

    Attributes
    ----------
    assign : bool
        Assign demand to sites within their capacities, at the longest reach.
    access : bool
        Accessibility by floating catchments.
    weights : tuple of float
        One for each reach (E2SFCA); none: one catchment of the longest reach (2SFCA).
    tiers : tuple of (str, float)
        From the demand upward: value of the sites' column ``tier``, and reach.
    norms : bool
        Stations by norm.
    """

    assign: bool = False
    access: bool = False
    weights: tuple[float, ...] = ()
    tiers: tuple[tuple[str, float], ...] = ()
    norms: bool = False

    @property
    def roles(self) -> tuple[str, ...]:
        """Give the roles of the layers needed for it.

        Returns
        -------
        tuple of str
            Empty if no norm is asked for.
        """
        return NORM_ROLES if self.norms else ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageOptions:
    """What a coverage is asked for.

    Attributes
    ----------
    sites : str, optional
        Name of a layer, that of the role ``network`` if left out, or path of a file as
        :func:`gisplan.api.importing.sites_file.sites_of_file` reads. Sites of a file count in every
        year and to their exact place.
    file : FileOptions
        How such a file is read.
    kinds : tuple of str or None
        Kinds of sites that count; all if empty. None: of the workspace's network, unless a stream
        is named, those that treat waste harmlessly; of other sites all.
    reaches_km : tuple of float
        Rising.
    year : int
        What does not stand in it does not count.
    regions : {"prefectures", "counties"}
        Role of the regions to list.
    quantity : str
        Column of the demand.
    detour : float
        Of reach by distance.
    reaches_min : tuple of float
        Rising, in minutes; in place of ``reaches_km`` where ``journey`` is by travel time.
    journey : JourneyOptions
        By which roads or friction raster; by distance if it names none.
    stream : str
        Only sites of this waste stream; all if empty.
    more : ProvisionOptions
        What is asked for beside.
    demand : str, optional
        Layer of the points to be served, that of the role ``demand`` if left out; may be one that
        is read in parts.
    """

    sites: str | None = None
    file: FileOptions = field(default_factory=FileOptions)
    kinds: tuple[str, ...] | None = ()
    reaches_km: tuple[float, ...] = (30.0, 50.0, 100.0)
    year: int = 2020
    regions: Literal["prefectures", "counties"] = "prefectures"
    quantity: str = "population"
    detour: float = 1.0
    reaches_min: tuple[float, ...] = (30.0, 60.0, 120.0)
    journey: JourneyOptions = field(default_factory=JourneyOptions)
    stream: str = ""
    more: ProvisionOptions = field(default_factory=ProvisionOptions)
    demand: str | None = None
