"""What a coverage is asked for; known without the analyses."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from gisplan.api.importing.options import FileOptions
from gisplan.api.journey import ReachOptions

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
    decay : mapping, optional
        How weight falls with distance, of accessibility and market shares, in the measure of the
        reach: see :func:`gisplan.analysis.coverage.distance_decay.decay_of`.
    method : {"2sfca", "3sfca"}
        Of accessibility.
    huff : bool
        Market shares of sites (Huff), by their capacity; needs a decay.
    exponent : float
        Of the capacity, in market shares.
    """

    assign: bool = False
    access: bool = False
    weights: tuple[float, ...] = ()
    tiers: tuple[tuple[str, float], ...] = ()
    norms: bool = False
    decay: Mapping[str, Any] | None = None
    method: Literal["2sfca", "3sfca"] = "2sfca"
    huff: bool = False
    exponent: float = 1.0

    @property
    def zoned(self) -> bool:
        """Whether each reach is a zone of its own, with a weight.

        Returns
        -------
        bool
            False where one reach, the longest, counts.
        """
        return bool(self.weights) or (self.decay or {}).get("form") == "stepwise"

    @property
    def holds_against_capacity(self) -> bool:
        """Whether demand is held against what sites can take, so that it is waste.

        Returns
        -------
        bool
            True where it is assigned, or set against capacities in reach.
        """
        return self.assign or self.access

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
    reach : ReachOptions
        Which sites count, how far they reach, and how one gets there. Where a stream is named,
        all kinds count unless some are asked for.
    regions : {"prefectures", "counties"}
        Role of the regions to list.
    quantity : str, optional
        Column of the demand, that of the workspace if left out: of waste where it is held against
        capacities, else of people.
    stream : str
        Only sites of this waste stream; all if empty.
    provision : ProvisionOptions
        What is asked for beside.
    demand : str, optional
        Layer of the points to be served, that of the role ``demand`` if left out; may be one that
        is read in parts.
    """

    sites: str | None = None
    file: FileOptions = field(default_factory=FileOptions)
    reach: ReachOptions = field(default_factory=ReachOptions)
    regions: Literal["prefectures", "counties"] = "prefectures"
    quantity: str | None = None
    stream: str = ""
    provision: ProvisionOptions = field(default_factory=ProvisionOptions)
    demand: str | None = None
